import { partvy, sammanfatta, utred, type Begaran, type Beslut, type Handelse, type Lage, type Partvy, type Sammanfattning, type Svar, type Utredning, type Vagning } from '@atergang/arende'
import { plusDagar, type Datum } from '@atergang/kalender'
import { SYSSELSATTNINGSNAMN, sistaFakt, type Slage } from '../fakta.ts'
import { sjukpenningsflode } from '../flode.ts'
import { interimlage, type Interimlage } from '../interimistiskt.ts'
import { handlaggningsklass } from '../klass.ts'
import { skrivelsevag, type Skrivelsevag } from '../skrivelser.ts'
import { planlage, type Planlage } from '../steg/arbetsgivaren.ts'
import { dagensSysselsattning, kedjedagIdag, underlaget } from '../underlag.ts'
import { perManad, totalt, type Manadssumma } from '../utbetalning.ts'
import { faktarader, type Faktarad } from './fakta.ts'
import { historik, type Historikrad } from './historik.ts'
import { raknare, tidslinjevy, type Raknare, type Tidslinjevy } from './tidslinje.ts'
import { uppmarksamma, type Uppmarksamma } from './uppmarksamma.ts'

export type { Faktarad, Historikrad, Manadssumma, Raknare, Tidslinjevy, Uppmarksamma }
export type { Tidslinjeband, Tidsmarke } from './tidslinje.ts'

export interface Beslutsvy extends Beslut {
  readonly summa: number
  readonly manader: readonly Manadssumma[]
  readonly galler: boolean
  /** what the law makes of a writing about the decision, as the case stands */
  readonly skrivelse: Skrivelsevag['vag']
}

/** Everything the case page shows, worked out from the journal for one day. The same for every reader who may open the case. */
export interface Arendevy {
  readonly id: string
  readonly nummer: string
  readonly version: number
  readonly forman: string
  readonly enhet: string
  readonly idag: Datum
  readonly part: Partvy
  readonly rubrikrad: { readonly sysselsattning: string; readonly arbetsgivare: string; readonly kedjedag: number; readonly anpassning: string; readonly klass: { readonly klass: string; readonly skal: string } }
  readonly tidslinje: Tidslinjevy | null
  readonly raknare: readonly Raknare[]
  readonly steg: Utredning['steg']
  readonly fragor: Utredning['fragor']
  readonly vantar: Utredning['vantar']
  /** within two years: a seventy-first birthday in twenty years is nobody's concern today */
  readonly kommande: Utredning['kommande']
  readonly fakta: readonly Faktarad[]
  readonly handlingar: readonly (Lage['handlingar'][number] & { readonly vagning: Vagning | null })[]
  /** every answer given, in order: to show beside the form what was said before */
  readonly svar: readonly (Pick<Svar, 'id' | 'nyckel' | 'kod' | 'dag' | 'tid' | 'svar'> & { readonly av: string })[]
  readonly begaran: readonly Begaran[]
  readonly kommuniceringar: Lage['kommuniceringar']
  readonly beslut: readonly Beslutsvy[]
  readonly utskick: Lage['utskick']
  readonly omprovningar: Lage['omprovningar']
  readonly overklaganden: Lage['overklaganden']
  readonly kontakter: Lage['kontakter']
  readonly personligaKontakter: number
  readonly anteckningar: Lage['anteckningar']
  readonly information: Lage['information']
  readonly uppmarksamma: readonly Uppmarksamma[]
  readonly plan: Planlage
  readonly interimistiskt: Interimlage
  readonly historik: readonly Historikrad[]
  readonly tilldelning: Lage['tilldelning']
  readonly vila: Lage['vila']
  readonly avslutat: Lage['avslutat'] | null
}

const SYNLIGA_DAGAR = 730

/** The case worked out once: what lists need and what the page shows. */
export function arendevy(lage: Lage, journal: readonly Handelse[], idag: Datum): { vy: Arendevy; sammanfattning: Sammanfattning; utredning: Utredning } {
  const l = lage as Slage
  const u = underlaget(l, idag)
  const utredning = utred(sjukpenningsflode, l, idag)
  const sysselsattning = dagensSysselsattning(u)
  const anpassning = sistaFakt(l, 'anpassning')?.varde
  const vy: Arendevy = {
    id: l.arende.id, nummer: l.arende.nummer, version: l.version, forman: l.arende.forman, enhet: l.arende.enhet, idag, part: partvy(l.arende.part),
    rubrikrad: {
      sysselsattning: sysselsattning ? SYSSELSATTNINGSNAMN[sysselsattning.slag] : 'okänd sysselsättning', arbetsgivare: sysselsattning?.arbetsgivare?.namn ?? '', kedjedag: kedjedagIdag(u),
      anpassning: anpassning ? [anpassning.tolk ? `tolk ${anpassning.sprak ?? ''}`.trim() : '', anpassning.format, anpassning.ombud ? `ombud ${anpassning.ombud}` : ''].filter(Boolean).join(', ') : '', klass: handlaggningsklass(l, u),
    },
    tidslinje: tidslinjevy(u), raknare: raknare(u), steg: utredning.steg, fragor: utredning.fragor, vantar: utredning.vantar, kommande: utredning.kommande.filter((k) => k.dag <= plusDagar(idag, SYNLIGA_DAGAR)),
    fakta: faktarader(l), handlingar: l.handlingar.map((h) => ({ ...h, vagning: l.vagningar.find((v) => v.handlingId === h.id) ?? null })),
    svar: l.svar.map(({ id, nyckel, kod, dag, tid, svar, av }) => ({ id, nyckel, kod, dag, tid, svar, av: av.namn })), begaran: l.begaran, kommuniceringar: l.kommuniceringar,
    beslut: l.beslut.map((b) => ({ ...b, summa: totalt(b.utbetalning), manader: perManad(b.utbetalning), galler: !l.beslut.some((x) => x.ersatter === b.id), skrivelse: skrivelsevag(l, b).vag })),
    utskick: l.utskick, omprovningar: l.omprovningar, overklaganden: l.overklaganden, kontakter: l.kontakter, personligaKontakter: l.kontakter.filter((k) => k.med === 'forsakrad' && k.traffad && k.satt !== 'brev').length,
    anteckningar: l.anteckningar, information: l.information, uppmarksamma: uppmarksamma(l, u), plan: planlage(l, u), interimistiskt: interimlage(l, u),
    historik: historik(journal), tilldelning: l.tilldelning, vila: l.vila, avslutat: l.avslutat ?? null,
  }
  return { vy, sammanfattning: sammanfatta(l, utredning), utredning }
}
