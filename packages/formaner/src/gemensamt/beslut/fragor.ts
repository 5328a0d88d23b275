import {
  indatafel,
  konflikt,
  type Aktor,
  type Beslut,
  type Brevinnehall,
  type Faktakarta,
  type Fraga,
  type Fragedefinition,
  type Handelsedata,
  type Kontext,
  type Lage,
  type Utredning,
} from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import { yttrandeSenast, type Forklaring } from '@atergang/regelverk'
import { las } from '../../las.ts'
import { sandBrev } from '../brev/sand.ts'
import { skalskontroll } from '../skalskontroll.ts'
import { arEgnaSkal, beslutsnyckel, type Beredning, type Beslutsdel, type Forslagsgrund } from './beredning.ts'
import { beslutsgrund, beslutshandelser } from './handelser.ts'
import {
  beslutSchema,
  forslagSchema,
  kommuniceringSchema,
  kvalitetssakringSchema,
  yttrandeSvarSchema,
  type BeslutSvar,
  type ForslagSvar,
  type KommuniceringSvar,
  type Kvalitetssakring,
  type YttrandeSvar,
} from './schema.ts'
import type { Beslutsvag } from './vag.ts'

/** A way whatever it decides: the questions only look for the one that a question belongs to. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- ways differ in what they decide
type NagonVag<F extends Faktakarta> = Beslutsvag<F, any>

const forslag: Fragedefinition<Faktakarta, ForslagSvar> = {
  kod: 'forslag',
  las(v, fraga) {
    const s = las(forslagSchema, v)
    const f = fraga.formular as { tillNackdel: boolean }
    if (!f.tillNackdel) return s
    const fel = [
      ...(s.motivering.omstandigheter.length < 20
        ? [{ falt: 'motivering.omstandigheter', text: 'Beskriv de uppgifter som har avgjort, och varifrån de kommer.' }]
        : []),
      ...(s.motivering.bedomning.length < 20
        ? [{ falt: 'motivering.bedomning', text: 'Beskriv hur du bedömer uppgifterna i förhållande till regeln.' }]
        : []),
      ...(skalskontroll(`${s.motivering.avgorande} ${s.motivering.bedomning}`).length
        ? [
            {
              falt: 'motivering.bedomning',
              text: 'Motiveringen bygger på att objektiva undersökningsfynd saknas. Lagen kräver inga sådana fynd. Skriv om.',
            },
          ]
        : []),
    ]
    if (fel.length)
      throw indatafel(
        'motiveringenOfullstandig',
        fel.length === 1 ? fel[0]!.text : `${fel.length} delar av motiveringen behöver ändras.`,
        fel,
      )
    return s
  },
}

/** Every judgement put to the specialist has its verdicts, and nothing else has (H003). */
const kvalitetssakring: Fragedefinition<Faktakarta, Kvalitetssakring> = {
  kod: 'kvalitetssakring',
  las(v, fraga) {
    const s = las(kvalitetssakringSchema, v)
    const { bedomningar } = fraga.formular as { bedomningar: readonly { nyckel: string }[] }
    const lamnade = s.omdomen.map((o) => o.nyckel).sort()
    const vantade = bedomningar.map((b) => b.nyckel).sort()
    if (lamnade.join('\n') !== vantade.join('\n'))
      throw indatafel('omdomenaOfullstandiga', 'Lämna ett omdöme om var och en av bedömningarna.', [
        { falt: 'omdomen', text: `Lämna omdöme om varje bedömning, en gång: ${vantade.length} stycken.` },
      ])
    return s
  },
}

const yttrande: Fragedefinition<Faktakarta, YttrandeSvar> = { kod: 'yttrande', las: (v) => las(yttrandeSvarSchema, v) }

/** The way and the preparation that a question belongs to. @throws {Domanfel} when it is no longer prepared */
function tillhor<F extends Faktakarta>(
  vagar: readonly NagonVag<F>[],
  del: Beslutsdel,
  l: Lage<F>,
  fraga: Fraga,
  dag: Datum,
): { v: NagonVag<F>; b: Beredning } {
  for (const v of vagar) {
    const b = v.berett(l, dag).find((x) => beslutsnyckel(del, x.sak) === fraga.nyckel)
    if (b) return { v, b }
  }
  throw konflikt('inteBerett', 'Ärendet är inte färdigt att beslutas. Läs om ärendet.')
}

const kommunicering = <F extends Faktakarta>(vagar: readonly NagonVag<F>[]): Fragedefinition<F, KommuniceringSvar> => ({
  kod: 'kommunicering',
  las: (v) => las(kommuniceringSchema, v),
  foljder(l, fraga, svar, k) {
    if (svar.satt !== 'sand') return []
    const { v, b } = tillhor(vagar, 'kommunicering', l, fraga, k.dag)
    return kommunicerad(v, l, b, k)
  },
})

/** Sends the coming decision for comment. */
function kommunicerad<F extends Faktakarta>(v: NagonVag<F>, l: Lage<F>, b: Beredning, k: Kontext): Handelsedata[] {
  const senast = yttrandeSenast(k.dag)
  const { handling, utskick } = sandBrev(
    k,
    v.brev.kommunicering(l, { forslag: b.forslag, motivering: b.motivering!.svar.motivering, senast, dag: k.dag }),
  )
  return [
    handling,
    {
      typ: 'kommunicerad',
      kommunicering: {
        id: k.nyttId(),
        forslag: b.attKommunicera,
        utskickId: utskick.id,
        ...(b.sak ? { avser: b.sak } : {}),
        skickad: k.dag,
        senast,
        yttranden: [],
      },
      utskick,
    },
  ]
}

/** Officials who took part in the final handling without deciding (31 § 5 förvaltningslagen). */
function medverkande(b: Beredning, beslutsfattare: Aktor): Aktor[] {
  return b.kvalitet && b.kvalitet.av.id !== beslutsfattare.id ? [b.kvalitet.av] : []
}

/** Why each step came out as it did: kept with the decision, so that it can always be shown again. */
const stegensForklaringar = (u: Utredning): Forklaring[] =>
  u.steg.flatMap((s) => s.utfall.flatMap((x) => (x.typ === 'uppfyllt' || x.typ === 'ejUppfyllt' ? [x.forklaring] : [])))

/** The decision that a proposal leads to, with all it carries, and its letter. */
export function beslutetAv<F extends Faktakarta>(
  v: NagonVag<F>,
  l: Lage<F>,
  b: Beredning,
  k: Kontext,
  utredning: Utredning,
  tillagg = '',
): { beslut: Beslut; innehall: Brevinnehall } {
  if (!b.motivering) throw konflikt('inteBerett', 'Ärendet är inte färdigt att beslutas. Läs om ärendet.')
  const foredragande = b.motivering.av.id === k.aktor.id || arEgnaSkal(b.motivering) ? undefined : b.motivering.av
  const deltagare = { dag: k.dag, fattatAv: k.aktor, foredragande, medverkande: medverkande(b, k.aktor) }
  const skal = b.motivering.svar.motivering
  const motivering = { ...skal, ...(tillagg ? { bedomning: [skal.bedomning, tillagg].filter(Boolean).join('\n\n') } : {}) }
  const innehall = v.brev.beslut(l, {
    forslag: b.forslag,
    motivering,
    information: b.motivering.svar.information,
    kommunicering: b.kommunicering,
    beaktat: b.yttrande?.svar.beaktat,
    ...deltagare,
  })
  const beslut: Beslut = {
    ...beslutsgrund(l, k, v.versioner),
    typ: 'slutligt',
    utfall: b.forslag.utfall,
    period: b.forslag.period,
    rader: b.forslag.rader,
    motivering,
    lagrum: b.forslag.lagrum,
    forklaringar: stegensForklaringar(utredning).filter((f) => v.horTill?.(f, b) ?? true),
    utbetalning: b.forslag.utbetalning,
    ...(b.forslag.emotParten?.length ? { emotParten: b.forslag.emotParten } : {}),
    medverkande: deltagare.medverkande,
    ...(foredragande ? { foredragande } : {}),
    ...v.beslutsinnehall(b, l),
  }
  return { beslut, innehall }
}

/** The person is informed when the letter is sent, not when it is proposed. */
const informerat = (b: Beredning, k: Kontext): Handelsedata[] =>
  b.motivering!.svar.information.map((amne) => ({ typ: 'informationGiven', information: { amne, satt: 'brev', tid: k.tid, av: k.aktor } }))

const beslut = <F extends Faktakarta>(vagar: readonly NagonVag<F>[]): Fragedefinition<F, BeslutSvar> => ({
  kod: 'beslut',
  las(v, fraga) {
    const s = las(beslutSchema, v)
    const f = fraga.formular as { farTillagga?: boolean; obehovligt?: string }
    if (s.tillagg && !f.farTillagga)
      throw indatafel('skalenArSkrivna', 'Skälen är redan skrivna i förslaget. Ändra dem där.', [
        { falt: 'tillagg', text: 'Ta bort tillägget.' },
      ])
    if (s.val === 'kommunicera' && !f.obehovligt)
      throw indatafel('redanKommunicerat', 'Det kommande beslutet är redan sänt, eller går inte parten emot.', [
        { falt: 'val', text: 'Välj besluta.' },
      ])
    return s
  },
  foljder(l, fraga, svar, k, utredning) {
    const { v, b } = tillhor(vagar, 'beslut', l, fraga, k.dag)
    if (svar.val === 'kommunicera') return kommunicerad(v, l, b, k)
    const { beslut: beslutet, innehall } = beslutetAv(v, l, b, k, utredning, svar.tillagg)
    return [...beslutshandelser(k, beslutet, innehall), ...informerat(b, k)]
  },
})

/** Questions from proposal to decision, for the ways of a benefit. */
export const beslutsvagensFragor = <F extends Faktakarta>(vagar: readonly NagonVag<F>[]) => ({
  forslag,
  kvalitetssakring,
  kommunicering: kommunicering(vagar),
  yttrande,
  beslut: beslut(vagar),
})

/**
 * The letter a proposal will lead to, for the officer to read while writing: the coming decision when it
 * goes against the party, else the decision itself. Null when nothing is ready to be proposed. Never sent as it is.
 */
export function brevForForslag<F extends Faktakarta>(
  vagar: readonly NagonVag<F>[],
  l: Lage<F>,
  f: { nyckel: string; svar: unknown; dag: Datum; av: Aktor },
) {
  for (const v of vagar) {
    const b = v.berett(l, f.dag).find((x) => beslutsnyckel('forslag', x.sak) === f.nyckel)
    if (!b) continue
    const { motivering, information } = las(forslagSchema, f.svar)
    return b.tillNackdel
      ? v.brev.kommunicering(l, { forslag: b.forslag, motivering, senast: yttrandeSenast(f.dag), dag: f.dag })
      : v.brev.beslut(l, { forslag: b.forslag, motivering, information, dag: f.dag, fattatAv: f.av, medverkande: [] })
  }
  return null
}

export type { Forslagsgrund }
