import type { Begaran, Beslut, Beslutsrad, Handling, Lage } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import { omprovningSenast, overklagandeSenast } from '@atergang/regelverk'
import { skrivelsevag, staendeOverklagande, type Skrivelsevag } from '../skrivelser.ts'
import { totalt } from '../utbetalning.ts'

export interface MinBeslut {
  readonly id: string
  readonly dag: Datum
  readonly rubrik: string
  readonly rader: readonly string[]
  readonly summa: number
  readonly brevId: string
  readonly typ: Beslut['typ']
  /** last day a request for omprövning can come in, when it is known that the person got the decision */
  readonly omprovningSenast: Datum | null
  readonly kanOmprovas: boolean
  readonly omprovningBegard: Datum | null
  /** what the law makes of a writing about the decision now */
  readonly skrivelse: Skrivelsevag['vag']
  /** an appeal can be handed in: the question is settled after omprövning, or the decision is one that is not reviewed (113 kap. 10–11 §§) */
  readonly kanOverklagas: boolean
  readonly overklagandeSenast: Datum | null
  /** the last appeal that came in, and the court it was handed to */
  readonly overklagat: { readonly inkom: Datum; readonly domstol: string | null } | null
}

/** What the insured person sees of a case of any benefit, in plain words: where it is, what comes, what is expected. */
export interface MinaSidorGrund {
  readonly id: string
  readonly nummer: string
  readonly forman: string
  readonly nulage: string
  readonly sedan: readonly { readonly nar: string; readonly vad: string }[]
  readonly handlaggare: string
  readonly enhet: string
  readonly beslut: readonly MinBeslut[]
  readonly brev: readonly {
    readonly id: string
    readonly handlingId: string
    readonly rubrik: string
    readonly dag: Datum
    readonly last: boolean
  }[]
  readonly handlingar: readonly {
    readonly id: string
    readonly typ: Handling['typ']
    readonly medietyp: string
    readonly rubrik: string
    readonly text: string
    readonly dag: Datum
    readonly fran: string
  }[]
}

export const handlaggarnamnet = (l: Lage): string => l.tilldelning.handlaggare?.till.namn ?? 'Ingen särskild handläggare än'

/** Letters to the person, the newest first; what was asked of others is not theirs. */
export const minaBrev = (l: Lage): MinaSidorGrund['brev'] =>
  l.utskick
    .filter((x) => x.typ !== 'forfragan')
    .map((x) => ({ id: x.id, handlingId: x.handlingId, rubrik: x.rubrik, dag: x.skapat, last: x.fickDel !== undefined }))
    .reverse()

export const oppnaTillMig = (l: Lage): Begaran[] => l.begaran.filter((b) => b.till === 'forsakrad' && !b.svar && !b.aterkallad)

const kanOverklagas = (b: Beslut): boolean => b.typ === 'omprovning' || b.typ === 'andring' || b.typ === 'overklagande'

/** The decision as its person reads it; `radtext` is one of its lines in words. */
export function minBeslut(l: Lage, b: Beslut, idag: Datum, radtext: (r: Beslutsrad) => string, rader?: readonly string[]): MinBeslut {
  const utskick = l.utskick.find((x) => x.beslutId === b.id)
  const senast = utskick?.fickDel ? omprovningSenast(utskick.fickDel) : null
  const begard = l.omprovningar.find((o) => o.beslutId === b.id)
  const overklagat = staendeOverklagande(l, b.id)
  const vag = skrivelsevag(l, b)
  return {
    id: b.id,
    dag: b.dag,
    rubrik: utskick?.rubrik ?? 'Beslut',
    rader: rader ?? (b.rader.length ? b.rader.map(radtext) : [b.motivering.avgorande]),
    summa: totalt(b.utbetalning),
    brevId: b.brevId,
    typ: b.typ,
    omprovningSenast: senast,
    // A late request is not hindered: whether it can be taken up is for the officer to try.
    kanOmprovas: vag.vag === 'omprovning' && vag.beslut === b && idag >= b.dag,
    skrivelse: vag.vag,
    omprovningBegard: begard?.inkom ?? null,
    kanOverklagas: kanOverklagas(b) && !overklagat,
    overklagandeSenast: utskick?.fickDel && kanOverklagas(b) ? overklagandeSenast(utskick.fickDel) : null,
    overklagat: overklagat ? { inkom: overklagat.inkom, domstol: overklagat.overlamnat?.domstol ?? null } : null,
  }
}
