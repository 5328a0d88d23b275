import { arTillNackdel, fingeravtryck, SYSTEMET, type Beslutsforslag, type Kommunicering, type Lage, type Svar } from '@atergang/arende'
import { underlagAv } from '../steg.ts'
import type { ForslagSvar, KommuniceringSvar, Kvalitetssakring, YttrandeSvar } from './schema.ts'

/** What the answers of a benefit amount to: the coming decision and what it rests on. */
export interface Forslagsgrund extends Beslutsforslag {
  /** ids of the human answers it rests on */
  readonly svar: readonly string[]
  /** ids of the facts, and of the answers about hindrances, that it rests on as well */
  readonly underlag: readonly string[]
  /** what could not be reckoned, in words */
  readonly saknas: readonly string[]
  /** print of outcome, days, degrees, reasons and amounts: what was quality-assured and communicated */
  readonly avtryck: string
}

export type Beslutsdel = 'forslag' | 'kvalitetssakring' | 'kommunicering' | 'yttrande' | 'beslut'

/** The key of a question on the way to a decision. `sak` keeps apart what is decided side by side in one case; empty when there is but one. */
export const beslutsnyckel = (del: Beslutsdel, sak: string): string => (sak ? `${del}:${sak}` : del)

/** Everything between judgements and decision, worked out together: each step reads its part. */
export interface Beredning<G extends Forslagsgrund = Forslagsgrund> {
  readonly sak: string
  readonly forslag: G
  readonly grundval: unknown
  readonly motivering?: Svar<ForslagSvar>
  /** why a specialist must see it before it is decided, by code; empty when nobody must */
  readonly kvalitetsskal: readonly string[]
  readonly kvalitetsgrundval: unknown
  readonly kvalitet?: Svar<Kvalitetssakring>
  readonly tillNackdel: boolean
  /** print of what the person must know before the decision: outcome, amounts, reasons and what they rest on (110 kap. 13 a §) */
  readonly attKommunicera: string
  readonly kommunicering?: Kommunicering
  readonly undantag?: Svar<KommuniceringSvar>
  /** why it is obvious without a judgement that nothing need be sent first (25 § FL); the officer may send it anyway */
  readonly obehovligt?: string
  readonly yttrandegrundval: unknown
  readonly yttrande?: Svar<YttrandeSvar>
}

const svarPa = <S>(l: Lage, nyckel: string, grundval: unknown): Svar<S> | undefined => {
  const s = l.svar.findLast((x) => x.nyckel === nyckel)
  return s && s.underlag === underlagAv(grundval) ? (s as Svar<S>) : undefined
}

const aterlamningar = (l: Lage, nyckel: string): string[] =>
  l.svar.filter((s) => s.nyckel === nyckel && (s.svar as Kvalitetssakring).utfall === 'aterlamnad').map((s) => s.id)

/** What a benefit settles by rule where others ask a human. */
export interface Egetval {
  /** the reasons, when they follow from what was reckoned: nobody writes them, the one who decides may add to them */
  readonly skal?: ForslagSvar
  readonly obehovligt?: string | undefined
  /** when the outcome does not say whether the party gets less than before or than asked for */
  readonly tillNackdel?: boolean
}

const egnaSkal = (s: ForslagSvar): Svar<ForslagSvar> => ({
  id: `skal-${fingeravtryck(s)}`,
  nyckel: '',
  kod: 'forslag',
  underlag: '',
  svar: s,
  tid: '',
  dag: '' as Svar['dag'],
  av: SYSTEMET,
})

/** The reasons follow from the reckoning; no human wrote them. */
export const arEgnaSkal = (m: Svar<ForslagSvar>): boolean => m.av.roll === 'system'

/** Where a coming decision stands: what is written, assured, sent and answered of this very proposal. Null while something cannot be reckoned. */
export function bereda<G extends Forslagsgrund>(
  l: Lage,
  sak: string,
  forslag: G,
  kvalitetsskal: readonly string[],
  eget: Egetval = {},
): Beredning<G> | null {
  if (forslag.saknas.length) return null
  const nyckel = (del: Beslutsdel) => beslutsnyckel(del, sak)
  const grundval = {
    avtryck: forslag.avtryck,
    svar: forslag.svar,
    underlag: forslag.underlag,
    aterlamnad: aterlamningar(l, nyckel('kvalitetssakring')),
  }
  const motivering = eget.skal ? egnaSkal(eget.skal) : svarPa<ForslagSvar>(l, nyckel('forslag'), grundval)
  const kvalitetsgrundval = { motivering: motivering?.id ?? null }
  // Other reasons or other material is another coming decision, though its days and amounts are the same (110 kap. 13 a §; 10, 25 §§ FL). What the person says of it is not in the print.
  const attKommunicera = fingeravtryck({
    avtryck: forslag.avtryck,
    motivering: motivering?.id ?? null,
    svar: forslag.svar,
    underlag: forslag.underlag,
  })
  const kommunicering = l.kommuniceringar.findLast((k) => k.forslag === attKommunicera)
  const yttrandegrundval = { kommunicering: kommunicering?.id ?? null, yttranden: kommunicering?.yttranden.length ?? 0 }
  const undantag = svarPa<KommuniceringSvar>(l, nyckel('kommunicering'), { avtryck: attKommunicera })
  const kvalitet = svarPa<Kvalitetssakring>(l, nyckel('kvalitetssakring'), kvalitetsgrundval)
  const yttrande = svarPa<YttrandeSvar>(l, nyckel('yttrande'), yttrandegrundval)
  return {
    sak,
    forslag,
    grundval,
    attKommunicera,
    kvalitetsgrundval,
    yttrandegrundval,
    kvalitetsskal,
    tillNackdel: eget.tillNackdel ?? arTillNackdel(forslag),
    ...(motivering ? { motivering } : {}),
    ...(kvalitet ? { kvalitet } : {}),
    ...(kommunicering ? { kommunicering } : {}),
    ...(undantag?.svar.satt === 'undantag' ? { undantag } : {}),
    ...(eget.obehovligt ? { obehovligt: eget.obehovligt } : {}),
    ...(yttrande ? { yttrande } : {}),
  }
}

/** Who has answered the judgements and the proposal: may not assure them. */
export const beredare = (l: Lage, b: Beredning): string[] => [
  ...new Set([
    ...l.svar.filter((s) => b.forslag.svar.includes(s.id)).map((s) => s.av.id),
    ...(b.motivering && !arEgnaSkal(b.motivering) ? [b.motivering.av.id] : []),
  ]),
]

/** The human judgements the proposal rests on, as specialist and officer read them. */
export const bedomningarna = (l: Lage, b: Beredning) =>
  l.svar
    .filter((s) => b.forslag.svar.includes(s.id))
    .map((s) => ({ id: s.id, nyckel: s.nyckel, kod: s.kod, av: s.av.namn, dag: s.dag, svar: s.svar }))
