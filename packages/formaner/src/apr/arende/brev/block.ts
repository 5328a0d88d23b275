import type { Adress, Brevblock, Brevinnehall } from '@atergang/arende'
import { medManadsnamn, type Datum } from '@atergang/kalender'
import { aprTakArbetsgivare, aprTakArbetstagare, heltal, vardetDen, type Lagrum } from '@atergang/regelverk'
import { block, brevet, lagrumsblock, rubrik, stycke, stycken } from '../../../gemensamt/brev/texter.ts'
import { kronortext, parameterdag } from '../../berakning/index.ts'
import { fyllText, overklagandetext, type Aprtext, type Ifylld } from '../../texter.ts'
import type { Beloppsrad } from '../rakning.ts'
import { APRSKAL, GRANSKORT, SKALKORT, type Aprskal } from '../skal.ts'

/** A text with its paragraphs as a block of a letter. */
export const textblock = (t: Ifylld): Brevblock => ({
  namn: t.namn,
  version: t.version,
  agare: 'Brevgruppen',
  lagrum: t.lagrum,
  typ: 'stycke',
  text: t.text,
})
export const text = (namn: Aprtext, varden: Readonly<Record<string, string>> = {}): Brevblock => textblock(fyllText(namn, varden))
export const besked = (namn: Aprtext, varden: Readonly<Record<string, string>> = {}): Brevblock => {
  const t = fyllText(namn, varden)
  return { namn: t.namn, version: t.version, agare: 'Brevgruppen', lagrum: t.lagrum, typ: 'besked', text: t.text }
}

const LANGSTA_ORD = 30
/** An employer's own mark for an employee can be long and whole: it is parted so that it fits its column. */
export const iCell = (s: string): string => s.replace(new RegExp(`\\S{${LANGSTA_ORD}}(?=\\S)`, 'g'), '$& ')

const kr = (n: number): string => kronortext(n)
const kostnad = (r: Beloppsrad): string => (r.kostnad === null ? '–' : kronortext(r.kostnad / 100))
const varfor = (r: Beloppsrad): string => (r.skal ? SKALKORT[r.skal] : r.belopp < r.halva ? GRANSKORT[r.begransadAv ?? 'halva'] : '')

/** The rows with their arithmetic: cost, half, what is given and why it is not the half. */
export const radtabell = (rader: readonly Beloppsrad[]): Brevblock =>
  block(
    'rader',
    {
      typ: 'tabell',
      rubrik: 'Det ni har sökt för, i kronor',
      summarad: true,
      kolumner: [
        { rubrik: 'Anställd' },
        { rubrik: 'Insatsdag' },
        { rubrik: 'Kostnad', hoger: true },
        { rubrik: 'Hälften', hoger: true },
        { rubrik: 'Ni får', hoger: true },
        { rubrik: 'Varför inte mer' },
      ],
      rader: [
        ...rader.map((r) => [iCell(r.anstalld), r.insatsdag ?? '–', kostnad(r), kr(r.halva), kr(r.belopp), varfor(r)]),
        [
          'Summa',
          '',
          kronortext(rader.reduce((s, r) => s + (r.kostnad ?? 0), 0) / 100),
          kr(rader.reduce((s, r) => s + r.halva, 0)),
          kr(rader.reduce((s, r) => s + r.belopp, 0)),
          '',
        ],
      ],
    },
    ['förordning (2014:67) 7'],
  )

/** Before and after, row by row where they differ. */
export function andringstabell(fore: readonly Beloppsrad[], efter: readonly Beloppsrad[]): Brevblock {
  const per = new Map(fore.map((r) => [r.radId, r]))
  const summa = (rader: readonly Beloppsrad[]): string => kr(rader.reduce((s, r) => s + r.belopp, 0))
  return block(
    'andring-rader',
    {
      typ: 'tabell',
      rubrik: 'Det som ändras, i kronor',
      summarad: true,
      kolumner: [
        { rubrik: 'Anställd' },
        { rubrik: 'Insatsdag' },
        { rubrik: 'Kostnad', hoger: true },
        { rubrik: 'Ni fick', hoger: true },
        { rubrik: 'Ni skulle ha fått', hoger: true },
        { rubrik: 'Varför' },
      ],
      rader: [
        ...efter
          .filter((r) => per.get(r.radId)?.belopp !== r.belopp)
          .map((r) => [iCell(r.anstalld), r.insatsdag ?? '–', kostnad(r), kr(per.get(r.radId)?.belopp ?? 0), kr(r.belopp), varfor(r)]),
        ['Hela ansökan', '', '', summa(fore), summa(efter), ''],
      ],
    },
    ['FL 37'],
  )
}

/** Why rows give nothing or less than half: each reason once, with its sentence and its days. */
export function skalsblock(rader: readonly Beloppsrad[], kostnadsar: number): Brevblock[] {
  const med = (s: Aprskal) => rader.filter((r) => r.skal === s)
  const dag = parameterdag(kostnadsar)
  const tak = {
    anstalldtak: kr(heltal(vardetDen(aprTakArbetstagare, dag))),
    arbetsgivartak: kr(heltal(vardetDen(aprTakArbetsgivare, dag))),
  }
  const ut: Brevblock[] = []
  for (const s of new Set(rader.flatMap((r) => r.skal ?? []))) {
    // A late application says so in its first sentence.
    if (s === 'forSent') continue
    const dagar = [...new Set(med(s).flatMap((r) => r.insatsdag ?? []))].sort()
    if (s === 'felAr' || s === 'anordnareEjGodkand')
      ut.push(
        ...dagar.map((d) =>
          text(s === 'felAr' ? 'avslagFelAr' : 'avslagAnordnare', { insatsdag: medManadsnamn(d), kostnadsar: String(kostnadsar) }),
        ),
      )
    if (s !== 'felAr' && (s !== 'anordnareEjGodkand' || dagar.length === 0))
      ut.push(
        stycke(
          `skal-${s}`,
          `${APRSKAL[s].text} Det gäller ${[...new Set(med(s).map((r) => iCell(r.anstalld)))].slice(0, 20).join(', ')}.`,
          APRSKAL[s].lagrum,
        ),
      )
  }
  const skurna = rader.filter((r) => r.skal === null && r.belopp < r.halva)
  const anstalld = skurna.find((r) => r.begransadAv === 'anstalld')
  const ag = skurna.find((r) => r.begransadAv === 'arbetsgivare')
  const max = (p: typeof aprTakArbetstagare, fatt: number): string => kr(Math.max(0, heltal(vardetDen(p, dag)) - fatt))
  if (anstalld) ut.push(text('anstalldtakSlut', { ...tak, kvar: max(aprTakArbetstagare, anstalld.anstalldHarFatt) }))
  if (ag) ut.push(text('arbetsgivartakSlut', { ...tak, kvar: max(aprTakArbetsgivare, ag.arbetsgivarenHarFatt) }))
  return ut
}

export const overklagandeblock = (dag: Datum): Brevblock[] => {
  const t = overklagandetext(dag)
  return [rubrik('overklagande', t.rubrik), textblock(t)]
}

export interface Huvud {
  readonly typ: Brevinnehall['typ']
  readonly mall: string
  readonly rubrik: string
  readonly dag: Datum
  readonly mottagare?: Adress
}
/** Letters of the support follow no guideline for sjukpenning: their texts are in `APRTEXTER`. */
export function aprbrev(l: Parameters<typeof brevet>[0], h: Huvud, delar: readonly Brevblock[]): Brevinnehall {
  const b = brevet(l, h, delar)
  return { ...b, mall: { namn: b.mall.namn, version: b.mall.version } }
}

export { lagrumsblock, rubrik, stycke, stycken, type Lagrum }
