import { gallandeSvar, oppnaBegaran, personen, personnamn, type Steg, type Utfall } from '@atergang/arende'
import { periodtext } from '@atergang/kalender'
import { flera, lakarintygFran } from '@atergang/regelverk'
import * as z from 'zod'
import { automatiskt, ejAktuellt, faktaOm, fraga, nod, underlagAv, uppfyllt, vantar } from '../../gemensamt/steg.ts'
import { text } from '../../las.ts'
import { fakt, type Sjukpenningfakta, type Slage } from '../fakta.ts'
import { intygFor, provperiod, sjukperiodensForsta, underlaget } from '../underlag.ts'

export const intygsgranskningSchema = z.discriminatedUnion('beslut', [
  z.object({ beslut: z.literal('racker'), skal: text('Skälet') }),
  z.object({
    beslut: z.literal('komplettera'),
    fragor: z
      .array(z.object({ svarId: z.string(), text: text('Frågan till läkaren', 2000) }))
      .min(1, 'Välj minst en fråga att ställa till läkaren.'),
  }),
])
export type IntygsgranskningSvar = z.infer<typeof intygsgranskningSchema>

export const intygsgranskningsnyckel = (intygsfaktum: string): string => `intygsgranskning:${intygsfaktum}`

/** The certificate (27 kap. 25 §) and what it leaves unclear. A finding leads to a question to the doctor, never to a refusal. */
export const lakarintygssteg: Steg<Sjukpenningfakta> = {
  namn: 'lakarintyg',
  rubrik: 'Läkarintyg',
  lagrum: flera('27:25'),
  prova(lage, idag): Utfall[] {
    const l = lage as Slage
    const u = underlaget(l, idag)
    const ut: Utfall[] = []
    const nuvarande = provperiod(u)
    for (const i of nuvarande ? intygFor(l, nuvarande) : fakt(l, 'intyg').slice(-1)) ut.push(...granskning(l, i))
    if (u.ostyrkta.length) {
      const forsta = sjukperiodensForsta(u, u.ostyrkta[0]!.from)
      ut.push(
        vantar({
          pa: 'forsakrad',
          paNamn: personnamn(personen(l)),
          vad: `Läkarintyg för ${u.ostyrkta.map(periodtext).join(', ')}`,
          varfor: 'Nedsättningen ska styrkas med läkarintyg från och med den sjunde dagen efter sjukperiodens första dag.',
          sedan: forsta ? lakarintygFran(forsta) : u.ostyrkta[0]!.from,
          till: null,
          lagrum: ['27:25'],
        }),
      )
    }
    return ut.length ? ut : [ejAktuellt('Inget intyg behövs än, eller inget har kommit in.')]
  },
}

type Intygsfaktum = ReturnType<typeof fakt<'intyg'>>[number]

function granskning(l: Slage, i: Intygsfaktum): Utfall[] {
  const v = i.varde
  const fakta = [
    faktaOm('Läkare', `${v.lakare}, ${v.vardenhet}`, i.kalla),
    faktaOm('Diagnos', v.diagnoser.map((d) => `${d.kod} ${d.text}`).join('; '), i.kalla),
    faktaOm('Intygad tid', v.perioder.map((p) => `${periodtext(p)} (${p.grad * 100} %)`).join(', '), i.kalla),
  ]
  const oppen = l.begaran.find((b) => b.typ === 'intygskomplettering' && b.om === i.id && oppnaBegaran(l).includes(b))
  if (oppen)
    return [
      vantar({
        pa: 'vard',
        paNamn: v.lakare,
        vad: 'Svar på kompletteringsfråga om intyget',
        varfor: oppen.fragor.map((f) => f.text).join(' '),
        sedan: oppen.skickad,
        till: oppen.senast,
        lagrum: ['110:14'],
      }),
    ]
  const attGranska = v.fynd.filter((f) => f.allvar !== 'upplysning')
  if (attGranska.length === 0)
    return [automatiskt(nod(`intyg:${i.id}`, 'Läkarintyg', ['27:25'], 'uppfyllt', 'Intyget är fullständigt för prövningen.', fakta))]
  const svarat = l.begaran.filter((b) => b.typ === 'intygskomplettering' && b.om === i.id && b.svar).map((b) => b.id)
  const grund = { intyg: i.id, svarat }
  const nyckel = intygsgranskningsnyckel(i.id)
  const svar = gallandeSvar<IntygsgranskningSvar>(l, nyckel, underlagAv(grund))
  if (svar?.svar.beslut === 'racker') return [uppfyllt(nod(`intyg:${i.id}`, 'Läkarintyg', ['27:25'], 'uppfyllt', svar.svar.skal, fakta))]
  return [
    fraga({
      nyckel,
      kod: 'intygsgranskning',
      rubrik: svarat.length ? 'Räcker intyget nu, med läkarens svar?' : 'Behöver intyget kompletteras?',
      hjalp:
        'Varje fynd har ett förslag till fråga. Ett fynd är aldrig skäl för avslag, och lagen kräver inga objektiva undersökningsfynd.',
      lagrum: ['27:25', '110:14'],
      paGrundval: grund,
      varforNu: `${attGranska.length} ${attGranska.length === 1 ? 'oklarhet' : 'oklarheter'} i intyget från ${v.lakare}.`,
      formular: { intyg: i.id, handlingId: v.handlingId, fynd: attGranska },
    }),
  ]
}
