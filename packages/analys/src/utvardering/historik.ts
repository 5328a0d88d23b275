import type { Datum } from '@atergang/kalender'
import type { Datakalla } from '../datakalla.ts'
import { fonster, fonstertext, type Fonster } from '../matt/matt.ts'
import type { Raresultat } from '../resultat/resultat.ts'
import { byggTabell } from '../resultat/tabell.ts'
import { wilson } from '../statistik/fordelning.ts'
import { FBSJP_PERIOD } from '../tabeller/lansmatt.ts'
import { dagSql, iFonster, iLan, registerkallor } from './grund.ts'

/** Where earlier or later sjukpenning is looked for, by name: a share is never shown without it (X18), and before and after are never mixed (X36). */
export interface Historikfonster {
  readonly id: string
  readonly namn: string
  readonly kalla: string
  /** ids of the requirement catalogue; never shown */
  readonly krav?: readonly string[]
  /** only of recipients whose first day lies here */
  readonly mottagareI?: Fonster
  /** first and last day as SQL over the first and last day with the benefit */
  readonly fran: string
  readonly till: string
}
const fore = (ar: number): Pick<Historikfonster, 'fran' | 'till'> => ({
  fran: `CAST(m.forsta - INTERVAL ${ar} YEAR AS DATE)`,
  till: 'm.forsta - 1',
})
const efter = (ar: number): Pick<Historikfonster, 'fran' | 'till'> => ({
  fran: 'm.sista + 1',
  till: `CAST(m.sista + INTERVAL ${ar} YEAR AS DATE)`,
})
const fast = (f: Fonster): Pick<Historikfonster, 'fran' | 'till'> => ({ fran: dagSql(f.fran), till: dagSql(f.tom) })

export const HISTORIKFONSTER: readonly Historikfonster[] = [
  { id: 'tre_ar_fore', namn: 'inom tre år före', kalla: 'RiR 2021:19 avsnitt 3.1', krav: ['J020'], ...fore(3) },
  {
    id: 'ar_2011_2015',
    namn: 'någon gång 2011–2015',
    kalla: 'RiR 2021:19 avsnitt 3.1',
    krav: ['J020'],
    mottagareI: fonster('2016-01-01', '2019-12-31'),
    ...fast(fonster('2011-01-01', '2015-12-31')),
  },
  { id: 'tio_ar_fore', namn: 'inom tio år före', kalla: 'ISF 2020 enligt RiR 2021:19 not 82', krav: ['J021'], ...fore(10) },
  { id: 'tva_ar_efter', namn: 'inom två år efter', kalla: 'ISF 2020 enligt RiR 2021:19 not 147', krav: ['J022'], ...efter(2) },
  {
    id: 'tre_ar_efter',
    namn: 'inom tre år efter',
    kalla: 'RiR 2021:19 avsnitt 3.1, skild från åren före',
    krav: ['J023', 'X36'],
    ...efter(3),
  },
]

/** What the report printed, to stand beside (J020, J022). */
const TRYCKT: Readonly<Record<string, string>> = {
  'forebyggande_sjukpenning|tre_ar_fore': '63',
  'forebyggande_sjukpenning|ar_2011_2015': '61',
  'apr|ar_2011_2015': '34',
  'apr|tre_ar_fore': '58 före eller efter',
  'apr|tre_ar_efter': '58 före eller efter',
}

const MOTTAGARE = { forebyggande_sjukpenning: 'förebyggande sjukpenning', apr: 'arbetsplatsinriktat rehabiliteringsstöd' } as const
type Ersattning = keyof typeof MOTTAGARE
const APR_PERIOD = fonster('2018-08-01', '2019-12-31')

/** Each recipient in the period with first and last day in it. */
const mottagarna = (e: Ersattning, f: Fonster, omraden: readonly string[] | null): string =>
  e === 'apr'
    ? `SELECT person_id, min(beslutad) AS forsta, max(beslutad) AS sista FROM apr_bidrag WHERE stod = 'apr' AND utfall = 'bifall' AND person_id IS NOT NULL AND ${iFonster('beslutad', f)}${iLan('lan', omraden)} GROUP BY person_id`
    : `SELECT person_id, min(fran) AS forsta, max(tom) AS sista FROM utbetalning WHERE forman = 'forebyggande_sjukpenning' AND ${iFonster('fran', f)}${iLan('lan', omraden)} GROUP BY person_id`

interface Rad {
  readonly ersattning: Ersattning
  readonly fonster: Historikfonster
  readonly period: Fonster
  readonly med: number
  readonly kanda: number
  readonly okanda: number
}

async function enRad(
  k: Datakalla,
  e: Ersattning,
  w: Historikfonster,
  f: Fonster,
  kant: readonly [Datum, Datum],
  omraden: readonly string[] | null,
): Promise<Rad> {
  const galler: Fonster = w.mottagareI
    ? { fran: f.fran > w.mottagareI.fran ? f.fran : w.mottagareI.fran, tom: f.tom < w.mottagareI.tom ? f.tom : w.mottagareI.tom }
    : f
  const [r] = await k.rader(`WITH m AS (${mottagarna(e, galler, omraden)}),
h AS (SELECT m.person_id, bool_or(coalesce(u.fran <= ${w.till} AND u.tom >= ${w.fran}, false)) AS hade, any_value(${w.fran} >= ${dagSql(kant[0])} AND ${w.till} <= ${dagSql(kant[1])}) AS tackt FROM m LEFT JOIN utbetalning u ON u.person_id = m.person_id AND u.forman = 'sjukpenning' GROUP BY m.person_id)
SELECT count(*) FILTER (hade AND tackt) AS med, count(*) FILTER (tackt) AS kanda, count(*) FILTER (NOT tackt) AS okanda FROM h`)
  return { ersattning: e, fonster: w, period: galler, med: Number(r!.med), kanda: Number(r!.kanda), okanda: Number(r!.okanda) }
}

/** Share of recipients with sjukpenning in each named window. Whose window the register does not reach over is counted apart, never as without. */
export async function historik(k: Datakalla, period: Fonster | null = null, omraden: readonly string[] | null = null): Promise<Raresultat> {
  k.krav('utbetalning')
  const f = period ?? FBSJP_PERIOD
  const kanten = (await k.granser('utbetalning', 'fran')) ?? [f.fran, f.tom]
  const kant = kanten as readonly [Datum, Datum]
  const rader: Rad[] = []
  for (const e of Object.keys(MOTTAGARE) as Ersattning[]) {
    if (e === 'apr' && !k.har('apr_bidrag')) continue
    for (const w of HISTORIKFONSTER)
      rader.push(await enRad(k, e, w, period ?? (e === 'apr' ? APR_PERIOD : (w.mottagareI ?? f)), kant, omraden))
  }
  return {
    id: 'historik',
    rubrik: 'Sjukpenning före och efter förebyggande ersättning',
    fonster: f,
    omraden,
    fraga: 'Hur många av dem som fått förebyggande ersättning hade sjukpenning före, och efter?',
    metod:
      'Andel av mottagarna med minst en dag med sjukpenning i ett namngivet fönster, räknat från första respektive sista dagen med ersättningen i perioden. För stödet räknas från första och sista beslutsdag.',
    antaganden: ['Registret över utbetalningar är fullständigt mellan sin första och sista dag.'],
    kanInteSaga: [
      'Att ersättningen är orsak till skillnaden mellan före och efter.',
      'Om syftet var förebyggande eller rehabiliterande: historiken avgör inte det.',
    ],
    underlag: [],
    skattningar: [],
    kontroller: [],
    diagram: [
      { typ: 'stapel', rubrik: 'Andel med sjukpenning i fönstret', tabell: 'historik', x: 'nyckel:1', y: 'andel', serie: 'nyckel:0' },
    ],
    tabeller: [
      byggTabell({
        id: 'historik',
        rubrik: 'Andel med sjukpenning i namngivna fönster',
        kalla: 'RiR 2021:19 avsnitt 3.1',
        nycklar: ['Ersättning', 'Fönster'],
        period: fonstertext(f),
        population: 'mottagare i perioden',
        datakalla: registerkallor('utbetalning', 'apr_bidrag'),
        rader,
        nyckel: (r) => [MOTTAGARE[r.ersattning], r.fonster.namn],
        antal: (r) => ({ med: r.med, kanda: r.kanda, okanda: r.okanda }),
        del: [['med', 'kanda']],
        omraden,
        kolumner: [
          {
            id: 'mottagare',
            rubrik: 'Mottagare i',
            enhet: 'period',
            decimaler: 0,
            taljare: 'när mottagaren fick ersättningen',
            varde: (r) => fonstertext(r.period),
          },
          {
            id: 'andel',
            rubrik: 'Andel med sjukpenning',
            enhet: 'procent',
            decimaler: 1,
            taljare: 'mottagare med någon dag med sjukpenning i fönstret',
            namnare: 'mottagare där fönstret är känt',
            varde: (r) => (r.kanda ? (r.med / r.kanda) * 100 : null),
            n: (r) => r.kanda,
            intervall: (r) => (r.kanda ? [wilson(r.med, r.kanda)[0] * 100, wilson(r.med, r.kanda)[1] * 100] : null),
            beror: ['med'],
          },
          {
            id: 'okanda',
            rubrik: 'Kan inte sägas',
            enhet: 'personer',
            decimaler: 0,
            taljare:
              'mottagare vars fönster helt eller delvis ligger utanför registret: de räknas inte, vare sig de hade sjukpenning i det som syns eller inte',
            varde: (r) => r.okanda,
            beror: ['okanda'],
          },
          {
            id: 'tryckt',
            rubrik: 'Tryckt',
            enhet: 'procent',
            decimaler: 0,
            taljare: 'procent i rapporten',
            varde: (r) => TRYCKT[`${r.ersattning}|${r.fonster.id}`] ?? null,
          },
          {
            id: 'kalla',
            rubrik: 'Fönstret enligt',
            enhet: 'källa',
            decimaler: 0,
            taljare: 'var fönstret kommer ifrån',
            varde: (r) => r.fonster.kalla,
          },
        ],
      }),
    ],
    anmarkningar: [
      {
        id: 'X18',
        text: 'Rapportens 63 procent (tre år före) är högre än 61 (2011–2015) fast det kallas snävare: fönstren är olika. Varje andel bär fönstrets namn.',
      },
      { id: 'X36', text: 'Rapportens 58 procent för stödet blandar tre år före och efter. Här är de skilda.' },
    ],
  }
}

interface Par {
  readonly kon: string
  readonly n: number
  readonly fore: number
  readonly efter: number
  readonly baraFore: number
  readonly baraEfter: number
  readonly okanda: number
}
const AR = 2

/** The same people two years before and two years after, by sex (J022). */
export async function foreEfter(
  k: Datakalla,
  period: Fonster | null = null,
  omraden: readonly string[] | null = null,
): Promise<Raresultat> {
  k.krav('utbetalning', 'person')
  const f = period ?? fonster('2015-01-01', '2015-12-31')
  const kant = (await k.granser('utbetalning', 'fran')) ?? [f.fran, f.tom]
  const rader = (
    await k.rader(`WITH m AS (${mottagarna('forebyggande_sjukpenning', f, omraden)}),
h AS (SELECT m.person_id, any_value(p.kon) AS kon, any_value(CAST(m.forsta - INTERVAL ${AR} YEAR AS DATE) >= ${dagSql(kant[0] as Datum)} AND CAST(m.sista + INTERVAL ${AR} YEAR AS DATE) <= ${dagSql(kant[1] as Datum)}) AS tackt,
bool_or(coalesce(u.fran < m.forsta AND u.tom >= CAST(m.forsta - INTERVAL ${AR} YEAR AS DATE), false)) AS fore, bool_or(coalesce(u.fran <= CAST(m.sista + INTERVAL ${AR} YEAR AS DATE) AND u.tom > m.sista, false)) AS efter
FROM m JOIN person p USING (person_id) LEFT JOIN utbetalning u ON u.person_id = m.person_id AND u.forman = 'sjukpenning' GROUP BY m.person_id)
SELECT kon, count(*) FILTER (tackt) AS n, count(*) FILTER (tackt AND fore) AS fore, count(*) FILTER (tackt AND efter) AS efter, count(*) FILTER (tackt AND fore AND NOT efter) AS bara_fore, count(*) FILTER (tackt AND efter AND NOT fore) AS bara_efter, count(*) FILTER (NOT tackt) AS okanda FROM h GROUP BY kon ORDER BY kon`)
  ).map((r): Par => ({
    kon: String(r.kon),
    n: Number(r.n),
    fore: Number(r.fore),
    efter: Number(r.efter),
    baraFore: Number(r.bara_fore),
    baraEfter: Number(r.bara_efter),
    okanda: Number(r.okanda),
  }))
  return {
    id: 'fore_efter',
    rubrik: `Sjukpenning två år före och två år efter förebyggande sjukpenning, ${fonstertext(f)}`,
    fonster: f,
    omraden,
    fraga: 'Har färre sjukpenning efter förebyggande sjukpenning än före?',
    metod:
      'Samma personer före och efter: andel med någon dag med sjukpenning två år före första och två år efter sista dagen med förebyggande sjukpenning i perioden. Skillnaden med intervall för parade andelar.',
    antaganden: [
      'Utan förebyggande sjukpenning hade andelen varit lika stor efter som före. Det är sällan sant: den som nyss varit sjuk är på väg att bli frisk.',
    ],
    kanInteSaga: ['Att skillnaden beror på ersättningen: sjuka återgår till det vanliga även utan den. Använd jämförelsegruppen.'],
    underlag: [
      { vad: 'mottagare som kan följas', antal: rader.reduce((s, r) => s + r.n, 0) },
      { vad: 'mottagare vars fönster ligger utanför registret', antal: rader.reduce((s, r) => s + r.okanda, 0) },
    ],
    skattningar: [],
    kontroller: [],
    anmarkningar: [
      {
        id: 'J022',
        text: 'ISF (RiR 2021:19 not 147): 60,8 procent av kvinnorna och 43,9 procent av männen med en period 2015 hade sjukpenning två år efter, 4,6 och 9,1 procentenheter färre än före.',
      },
    ],
    diagram: [
      { typ: 'fore_efter', rubrik: 'Andel med sjukpenning före och efter', tabell: 'fore_efter', x: 'nyckel:0', y: 'efter', serie: 'fore' },
    ],
    tabeller: [
      byggTabell({
        id: 'fore_efter',
        rubrik: 'Andel med sjukpenning två år före och två år efter',
        kalla: 'ISF 2020 enligt RiR 2021:19 not 147',
        nycklar: ['Kön'],
        period: fonstertext(f),
        population: 'mottagare av förebyggande sjukpenning',
        datakalla: registerkallor('utbetalning', 'person'),
        rader,
        nyckel: (r) => [r.kon],
        antal: (r) => ({ alla: r.n, fore: r.fore, efter: r.efter, baraFore: r.baraFore, baraEfter: r.baraEfter }),
        del: [
          ['fore', 'alla'],
          ['efter', 'alla'],
        ],
        kolumner: [
          {
            id: 'fore',
            rubrik: 'Före',
            enhet: 'procent',
            decimaler: 1,
            taljare: 'med sjukpenning inom två år före',
            namnare: 'mottagare som kan följas',
            varde: (r) => (r.n ? (r.fore / r.n) * 100 : null),
            n: (r) => r.n,
            beror: ['fore'],
          },
          {
            id: 'efter',
            rubrik: 'Efter',
            enhet: 'procent',
            decimaler: 1,
            taljare: 'med sjukpenning inom två år efter',
            namnare: 'mottagare som kan följas',
            varde: (r) => (r.n ? (r.efter / r.n) * 100 : null),
            n: (r) => r.n,
            beror: ['efter'],
          },
          {
            id: 'skillnad',
            rubrik: 'Skillnad',
            enhet: 'procentenheter',
            decimaler: 1,
            taljare: 'efter minus före',
            varde: (r) => (r.n ? ((r.efter - r.fore) / r.n) * 100 : null),
            n: (r) => r.n,
            intervall: (r) => parat(r),
            beror: ['fore', 'efter', 'baraFore', 'baraEfter'],
          },
        ],
      }),
    ],
  }
}

/** Interval of a difference between two shares of the same people, in percentage points (Fleiss, Levin & Paik 2003, 13.1). */
export function parat(r: Pick<Par, 'n' | 'baraFore' | 'baraEfter'>): readonly [number, number] | null {
  if (r.n < 2) return null
  const d = (r.baraEfter - r.baraFore) / r.n
  const se = Math.sqrt(r.baraFore + r.baraEfter - (r.baraEfter - r.baraFore) ** 2 / r.n) / r.n
  return [(d - 1.96 * se - 1 / r.n) * 100, (d + 1.96 * se + 1 / r.n) * 100]
}
