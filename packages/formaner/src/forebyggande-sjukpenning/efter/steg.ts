import { arOppen, medAvslag, type Beslut, type Fragedefinition, type Steg, type Utfall } from '@atergang/arende'
import { medManadsnamn } from '@atergang/kalender'
import { flera } from '@atergang/regelverk'
import * as z from 'zod'
import { samtalOmBeslut } from '../../gemensamt/beslut/samtal.ts'
import { ejAktuellt, faktaOm, fraga, nod, uppfyllt, vantar } from '../../gemensamt/steg.ts'
import { datumSchema, las, text } from '../../las.ts'
import { ersattningsradtext } from '../ersattning/vag.ts'
import { fakt, FULLFOLJD, fullfoljdSchema, type Flage, type Forebyggandefakta } from '../fakta.ts'
import { planAttProva, sistaPlaneradeDag } from '../plan/planlage.ts'
import { avslutasDen, brister, harNot, uppfoljningsbegaran, uppfoljsDen, utanAnsokan, varduppfoljning } from './lage.ts'
import { ersattningarAttProva, ersattningarna } from '../ersattning/ersattningslage.ts'

type S = Steg<Forebyggandefakta>

/** How it went: asked of the person on the day of care's own follow-up, voluntarily; the answer is a condition for nothing (B026, point 7 of the issue). */
export const uppfoljningssteg: S = {
  namn: 'uppfoljning',
  rubrik: 'Uppföljning',
  lagrum: flera('FL 6'),
  prova(lage, idag): Utfall[] {
    const l = lage as Flage
    const den = uppfoljsDen(l)
    if (!den) return [ejAktuellt('Ingen behandling är godkänd.')]
    const not = fakt(l, 'uppfoljningsnot').at(-1)
    if (not)
      return [
        uppfyllt(
          nod('uppfoljning', 'Uppföljning', ['FL 6'], 'uppfyllt', not.varde.text || 'Inget svar har kommit.', [
            faktaOm('Fullföljd', FULLFOLJD[not.varde.fullfoljd], not.kalla),
          ]),
        ),
      ]
    const b = uppfoljningsbegaran(l)
    if (b && arOppen(b))
      return [
        vantar({
          pa: 'forsakrad',
          paNamn: b.tillNamn,
          vad: b.rubrik,
          varfor: 'Svaret är frivilligt. Kommer inget svar antecknas det.',
          sedan: b.skickad,
          till: b.senast,
          lagrum: ['FL 6'],
        }),
      ]
    const u = varduppfoljning(l)
    return [
      vantar({
        pa: 'tid',
        paNamn: 'Behandlingen',
        vad: 'Uppföljning',
        varfor: u
          ? `Vården följer upp ${medManadsnamn(u.nar)}: ${u.hur}`
          : 'Utlåtandet säger inte när vården följer upp. Frågan ställs en månad efter den sista planerade dagen.',
        sedan: idag,
        till: den > idag ? den : null,
        lagrum: ['FL 6'],
      }),
    ]
  },
}

export const avslutSchema = z.discriminatedUnion('val', [
  z.object({
    val: z.literal('registrera'),
    fullfoljd: fullfoljdSchema.optional(),
    uppfoljning: z.string().trim().max(4000).optional(),
    /** care was asked and names no follow-up: the gap is noted and closes nothing */
    uppfoljningSaknas: z.string().trim().max(1000).optional(),
  }),
  z.object({ val: z.literal('avsluta'), skal: text('Varför ärendet avslutas') }),
  z.object({ val: z.literal('vanta'), till: datumSchema, skal: text('Vad du väntar på') }),
])
export type AvslutSvar = z.infer<typeof avslutSchema>

const AVSLUT = 'avslut'

/** What the record lacks, and a plan that nobody claims on: the officer's last question. */
export const avslutssteg: S = {
  namn: 'avslut',
  rubrik: 'Registret och avslut',
  lagrum: flera('FL 9'),
  prova(lage, idag): Utfall[] {
    const l = lage as Flage
    const sist = sistaPlaneradeDag(l)
    if (l.avslutat || planAttProva(l) || ersattningarAttProva(l).length) return [ejAktuellt('Ärendet är inte färdigt.')]
    const vanta = l.svar.findLast((s) => s.kod === AVSLUT && (s.svar as AvslutSvar).val === 'vanta')?.svar as
      Extract<AvslutSvar, { val: 'vanta' }> | undefined
    if (vanta && vanta.till > idag)
      return [
        vantar({
          pa: 'tid',
          paNamn: 'Avslut',
          vad: 'Ärendet hålls öppet',
          varfor: vanta.skal,
          sedan: idag,
          till: vanta.till,
          lagrum: ['FL 9'],
        }),
      ]
    const utan = utanAnsokan(l, idag)
    const kvar = sist && harNot(l) ? brister(l) : []
    if (utan || kvar.length) {
      return [
        fraga({
          nyckel: AVSLUT,
          kod: AVSLUT,
          rubrik: utan
            ? 'Ingen ansökan om ersättning har kommit: avsluta ärendet?'
            : 'Registret saknar uppgifter innan ärendet kan avslutas',
          hjalp: utan
            ? 'Det är mer än ett år sedan den sista planerade dagen. Personen kan ansöka även efter att ärendet är avslutat; då öppnas det igen. Tidsgränsen är vår.'
            : 'Utan uppgifterna går behandlingen inte att utvärdera. Fyll i det du vet, eller skriv att uppgiften inte finns.',
          lagrum: ['FL 9'],
          paGrundval: { utan, brister: kvar.map((b) => b.falt), vantat: vanta?.till ?? null },
          varforNu: utan ? `Den sista planerade dagen var ${medManadsnamn(sist!)}.` : `Saknas: ${kvar.map((b) => b.text).join(' ')}`,
          formular: { brister: kvar, utanAnsokan: utan, fullfoljd: FULLFOLJD },
        }),
      ]
    }
    const dag = avslutasDen(l)
    if (dag)
      return [
        vantar({
          pa: 'tid',
          paNamn: 'Avslut',
          vad: 'Ärendet avslutas',
          varfor: sist
            ? 'Allt är avgjort och registrerat. Personen kan begära omprövning tills dess. Kommer en ny ansökan öppnas ärendet igen.'
            : 'Planen är inte godkänd. Personen kan begära omprövning tills dess.',
          sedan: idag,
          till: dag,
          lagrum: ['113:7', '113:19'],
        }),
      ]
    return [ejAktuellt(ersattningarna(l).length === 0 && sist ? 'Väntar på ansökan om ersättning.' : 'Ärendet är inte färdigt.')]
  },
}

export const avslutsfraga: Fragedefinition<Forebyggandefakta, AvslutSvar> = {
  kod: AVSLUT,
  las(v, f) {
    const s = las(avslutSchema, v)
    const { utanAnsokan: utan, brister: kvar } = f.formular as { utanAnsokan: boolean; brister: readonly { falt: string; text: string }[] }
    if (s.val === 'registrera' && utan)
      return las(
        avslutSchema.refine((x) => x.val !== 'registrera', { message: 'Välj att avsluta ärendet, eller att vänta.', path: ['val'] }),
        v,
      )
    if (s.val === 'avsluta' && !utan && kvar.length)
      return las(
        avslutSchema.refine((x) => x.val !== 'avsluta', { message: 'Fyll i det som saknas i registret först.', path: ['val'] }),
        v,
      )
    return s
  },
  foljder(lage, _f, s, k) {
    if (s.val === 'avsluta') return [{ typ: 'arendeAvslutat', skal: s.skal }]
    if (s.val !== 'registrera' || (!s.fullfoljd && !s.uppfoljning)) return []
    const l = lage as Flage
    const forra = fakt(l, 'uppfoljningsnot').at(-1)
    const varde = {
      dag: k.dag,
      fullfoljd: s.fullfoljd ?? forra?.varde.fullfoljd ?? 'okant',
      text: s.uppfoljning ?? forra?.varde.text ?? '',
    }
    return [
      {
        typ: 'faktumRegistrerat',
        faktum: {
          id: k.nyttId(),
          namn: 'uppfoljningsnot',
          varde,
          kalla: { typ: 'bedomning', text: k.aktor.namn, datum: k.dag },
          registrerad: k.tid,
          av: k.aktor,
          ...(forra ? { ersatter: forra.id } : {}),
        },
      },
    ]
  },
}

const negativa = (l: Flage): Beslut[] =>
  l.beslut.filter((b) => (medAvslag(b) || b.utfall === 'avvisat') && b.typ === 'slutligt' && !l.beslut.some((x) => x.ersatter === b.id))

/** After a decision that goes against the person: call and explain it (D002). */
export const efterBeslutssteg: S = {
  namn: 'efterBeslut',
  rubrik: 'Efter beslutet',
  lagrum: flera('FL 6'),
  prova(lage, idag): Utfall[] {
    const l = lage as Flage
    const beslut = negativa(l)
    return beslut.length
      ? beslut.map((b) => samtalOmBeslut(l, b, idag, ersattningsradtext))
      : [ejAktuellt('Inget beslut går personen emot.')]
  },
}
