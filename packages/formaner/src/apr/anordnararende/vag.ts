import { fingeravtryck, type Motivering } from '@atergang/arende'
import { senast, type Datum } from '@atergang/kalender'
import { flera } from '@atergang/regelverk'
import { bereda, type Beredning, type Forslagsgrund } from '../../gemensamt/beslut/beredning.ts'
import type { Beslutsvag } from '../../gemensamt/beslut/vag.ts'
import { anordnarbrev, kommuniceringsbrev } from './brev.ts'
import type { Anordnarfakta, Nlage } from './fakta.ts'
import {
  fleraKompetenser,
  oavgjord,
  omprovningsskal,
  omprovningssvaret,
  oppenBegaran,
  provningen,
  uppgifterna,
  utanSlut,
  type Anordnarinnehall,
} from './lage.ts'

type Fakta = Record<string, unknown> & Anordnarfakta
export const VERSIONER = { flode: 'aprAnordnare-1', regel: 'förordning (2014:67) som den återges i RiR 2021:19, regelverk 2' } as const

export interface Anordnarforslag extends Forslagsgrund {
  readonly innehall: Anordnarinnehall
  readonly saknade: readonly string[]
  /** the day from which competence lacks */
  readonly fran: Datum | null
}

const tomt = { rader: [], utbetalning: [], forklaringar: [], saknas: [] } as const
const somSkal = (m: Motivering) => ({ motivering: { ...m, saknades: m.saknades ?? '' }, information: [] })
const dagen = (d: Datum) => ({ from: d, tom: d })

/** Nothing about the application is left to ask: each competence is judged, and each person who stands for several. */
export const arUtredd = (l: Nlage, idag: Datum): boolean =>
  uppgifterna(l).length > 0 &&
  uppgifterna(l).every((u) => u.bedomd && !oppenBegaran(l, u.uppgift.id, idag)) &&
  fleraKompetenser(l, idag).every((f) => f.bedomd)

function godkannandet(l: Nlage, idag: Datum): readonly Beredning<Anordnarforslag>[] {
  const a = oavgjord(l)
  if (!a || utanSlut(l) || !arUtredd(l, idag)) return []
  const { uppfyllt, saknas } = provningen(l, idag)
  const innehall: Anordnarinnehall = uppfyllt
    ? { slag: 'godkannande', ansokanId: a.varde.ansokanId, godkand: true, from: idag }
    : { slag: 'godkannande', ansokanId: a.varde.ansokanId, godkand: false, saknas }
  const svar = uppgifterna(l).flatMap((u) => u.svarId ?? [])
  // The day the approval begins is the day of the decision: it is not a part of what was heard.
  const forslag: Anordnarforslag = {
    ...tomt,
    utfall: uppfyllt ? 'beviljat' : 'avslag',
    period: dagen(idag),
    lagrum: flera('förordning (2014:67) 8'),
    svar,
    underlag: [a.id, ...uppgifterna(l).map((u) => u.faktumId)],
    avtryck: fingeravtryck({ uppfyllt, saknas, ansokan: a.varde.ansokanId }),
    innehall,
    saknade: saknas,
    fran: null,
  }
  const motivering: Motivering = {
    avgorande: uppfyllt ? 'Läkare, sjuksköterska och minst tre av de fem andra kompetenserna finns.' : `Det saknas: ${saknas.join('; ')}.`,
    omstandigheter: '',
    bedomning: '',
    saknades: '',
  }
  return [bereda(l, a.varde.ansokanId, forslag, [], { skal: somSkal(motivering) })!]
}

function upphorandet(l: Nlage, idag: Datum): readonly Beredning<Anordnarforslag>[] {
  const o = omprovningsskal(l, idag)
  const s = omprovningssvaret(l, idag)
  const g = utanSlut(l)
  if (!o || !g || s?.svar.val !== 'upphor') return []
  // An approval ends by a decision, never before it: measures made while it stood are not touched (C009).
  const innehall: Anordnarinnehall = { slag: 'upphorande', avBeslut: g.beslut, tom: senast(s.svar.tom, idag), skal: s.svar.skal }
  const forslag: Anordnarforslag = {
    ...tomt,
    utfall: 'upphor',
    period: dagen(idag),
    lagrum: flera('förordning (2014:67) 8', 'FL 37'),
    svar: [s.id],
    underlag: [g.beslut],
    avtryck: fingeravtryck({ avBeslut: g.beslut, tom: s.svar.tom, skal: s.svar.skal }),
    innehall,
    saknade: o.saknas,
    fran: o.fran,
  }
  const motivering: Motivering = { avgorande: o.varfor, omstandigheter: '', bedomning: s.svar.text, saknades: '' }
  return [bereda(l, `upphor-${g.beslut.slice(0, 8)}`, forslag, [], { skal: somSkal(motivering), tillNackdel: o.slut === null })!]
}

const gemensamt = {
  versioner: VERSIONER,
  kommuniceringslagrum: ['FL 25'],
  beslutslagrum: ['FL 31', 'FL 32', 'FL 33'],
  kvalitetsskal: {},
  radtext: () => '',
  informationsamnen: () => ({}),
  kvalitetsformular: () => ({}),
  provbara: [],
  partsroll: 'anordnare' as const,
  kommuniceringshjalp: 'Anordnaren ska få veta vad beslutet bygger på och kunna yttra sig.',
  forslagsformular: (b: Beredning<Anordnarforslag>) => ({ innehall: b.forslag.innehall, saknas: b.forslag.saknade }),
  brev: {
    kommunicering: (l: Nlage, k: { forslag: Anordnarforslag; motivering: Motivering; senast: Datum; dag: Datum }) =>
      kommuniceringsbrev(l, {
        innehall: k.forslag.innehall,
        motivering: k.motivering,
        senast: k.senast,
        dag: k.dag,
        fran: k.forslag.fran,
        saknas: k.forslag.saknade,
      }),
    beslut: (
      l: Nlage,
      b: {
        forslag: Anordnarforslag
        motivering: Motivering
        beaktat?: string | undefined
        dag: Datum
        fattatAv: Parameters<typeof anordnarbrev>[1]['fattatAv']
        foredragande?: Parameters<typeof anordnarbrev>[1]['foredragande']
        medverkande: Parameters<typeof anordnarbrev>[1]['medverkande']
      },
    ) => anordnarbrev(l, { ...b, innehall: b.forslag.innehall }),
  },
}

/** From the competences judged to approval or refusal (8 §). */
export const godkannandevag: Beslutsvag<Fakta, Anordnarforslag> = {
  ...gemensamt,
  berett: (l, idag) => godkannandet(l as Nlage, idag),
  ejBerett: () => 'Ingen ansökan om godkännande är färdig att beslutas.',
  beslutsrubrik: (b) => (b.forslag.utfall === 'beviljat' ? 'godkänn' : 'godkänn inte'),
  hjalp: { rubrik: () => 'Föreslå beslut', forslag: () => '' },
  beslutsinnehall: (b) => ({ avser: b.sak, innehall: b.forslag.innehall }),
  brev: { kommunicering: (l, k) => gemensamt.brev.kommunicering(l as Nlage, k), beslut: (l, b) => gemensamt.brev.beslut(l as Nlage, b) },
}

/** From a re-check, or the provider's own request, to the end of the approval. */
export const upphorandevag: Beslutsvag<Fakta, Anordnarforslag> = {
  ...gemensamt,
  berett: (l, idag) => upphorandet(l as Nlage, idag),
  ejBerett: () => 'Inget godkännande ska upphöra.',
  beslutsrubrik: () => 'avsluta godkännandet',
  hjalp: { rubrik: () => 'Avsluta godkännandet', forslag: () => '' },
  beslutsinnehall(b) {
    const i = b.forslag.innehall as Extract<Anordnarinnehall, { slag: 'upphorande' }>
    return { typ: 'andring', avser: b.sak, innehall: i, ersatter: i.avBeslut, orsak: i.skal }
  },
  brev: { kommunicering: (l, k) => gemensamt.brev.kommunicering(l as Nlage, k), beslut: (l, b) => gemensamt.brev.beslut(l as Nlage, b) },
}
