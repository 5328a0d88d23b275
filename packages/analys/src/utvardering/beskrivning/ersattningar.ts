import type { Datakalla } from '../../datakalla.ts'
import { fonster, fonstertext, type Fonster } from '../../matt/matt.ts'
import type { Raresultat } from '../../resultat/resultat.ts'
import { byggTabell, type Byggkolumn } from '../../resultat/tabell.ts'
import { iFonster, iLan, registerkallor } from '../grund.ts'
import { andel, antal, beskriver } from './delar.ts'

/** Amounts by county, and the preventive benefits as shares of sjukpenning (J017, J018). */
export async function belopp(k: Datakalla, period: Fonster | null = null, omraden: readonly string[] | null = null): Promise<Raresultat> {
  k.krav('utbetalning', 'apr_bidrag')
  const f = period ?? fonster('2016-01-01', '2019-12-31')
  const rader = (
    await k.rader(`WITH u AS (SELECT lan, sum(belopp) FILTER (forman = 'sjukpenning') AS sjp, sum(belopp) FILTER (forman = 'forebyggande_sjukpenning') AS fb, count(DISTINCT person_id) FILTER (forman = 'forebyggande_sjukpenning') AS personer FROM utbetalning WHERE ${iFonster('fran', f)}${iLan('lan', omraden)} GROUP BY GROUPING SETS ((lan), ())),
a AS (SELECT lan, sum(belopp) AS apr, count(*) AS bidrag FROM apr_bidrag WHERE utfall = 'bifall' AND ${iFonster('beslutad', f)}${iLan('lan', omraden)} GROUP BY GROUPING SETS ((lan), ()))
SELECT u.lan, coalesce(sjp, 0) AS sjp, coalesce(fb, 0) AS fb, coalesce(apr, 0) AS apr, coalesce(personer, 0) AS personer, coalesce(bidrag, 0) AS bidrag FROM u LEFT JOIN a ON a.lan IS NOT DISTINCT FROM u.lan ORDER BY u.lan NULLS LAST`)
  ).map((r) => ({
    lan: r.lan === null ? null : String(r.lan),
    sjp: Number(r.sjp),
    fb: Number(r.fb),
    apr: Number(r.apr),
    personer: Number(r.personer),
    bidrag: Number(r.bidrag),
  }))
  type R = (typeof rader)[number]
  const kr = (id: string, rubrik: string, taljare: string, varde: (r: R) => number, beror: readonly string[]): Byggkolumn<R> => ({
    id,
    rubrik,
    enhet: 'kr',
    decimaler: 0,
    taljare,
    varde,
    beror,
  })
  const procent = (id: string, rubrik: string, taljare: string, varde: (r: R) => number, beror: readonly string[]): Byggkolumn<R> => ({
    id,
    rubrik,
    enhet: 'procent',
    decimaler: 2,
    taljare,
    namnare: 'utbetald sjukpenning',
    varde: (r) => (r.sjp ? (varde(r) / r.sjp) * 100 : null),
    beror,
  })
  return beskriver({
    id: 'belopp',
    rubrik: 'Förebyggande ersättningar i förhållande till sjukpenningen',
    fraga: 'Hur stora är de förebyggande ersättningarna mot sjukpenningen i länen?',
    metod: 'Utbetalda belopp efter dagen perioden börjar, bidrag efter beslutsdag.',
    fonster: f,
    omraden,
    underlag: [],
    tabeller: [
      byggTabell({
        id: 'belopp',
        rubrik: 'Belopp och andel av sjukpenningen',
        kalla: 'RiR 2021:19 avsnitt 1.1 not 4 och avsnitt 3.1',
        nycklar: ['Län'],
        period: fonstertext(f),
        population: 'utbetalningar och bidrag i länet',
        datakalla: registerkallor('utbetalning', 'apr_bidrag'),
        rader,
        nyckel: (r) => [r.lan ?? (omraden ? 'Alla valda län' : 'Riket')],
        summarad: (r) => r.lan === null,
        omraden,
        antal: (r) => ({ personer: r.personer, bidrag: r.bidrag }),
        kolumner: [
          kr('sjukpenning', 'Sjukpenning', 'utbetald sjukpenning', (r) => r.sjp, []),
          kr('forebyggande', 'Förebyggande sjukpenning', 'utbetald förebyggande sjukpenning', (r) => r.fb, ['personer']),
          kr('stod', 'Stöd till arbetsgivare', 'beviljat arbetsplatsnära stöd och arbetsplatsinriktat rehabiliteringsstöd', (r) => r.apr, [
            'bidrag',
          ]),
          procent('andel_forebyggande', 'Förebyggande sjukpenning, andel', 'förebyggande sjukpenning', (r) => r.fb, ['personer']),
          procent('andel_bada', 'Båda, andel', 'förebyggande sjukpenning och stöd', (r) => r.fb + r.apr, ['personer', 'bidrag']),
        ],
        anmarkningar: [
          {
            id: 'X07',
            text: 'Rapporten säger knappt 4 procent i Gotland, som är bland de lägsta per invånare, och 0,7 i Kalmar. Här räknas andelen.',
          },
          {
            id: 'J017',
            text: 'Landet 2020 enligt rapporten: sjukpenning 33 miljarder kronor, förebyggande sjukpenning 183 miljoner, stödet 54 miljoner.',
          },
        ],
      }),
    ],
    diagram: [
      { typ: 'stapel', rubrik: 'Förebyggande ersättningar, andel av sjukpenningen', tabell: 'belopp', x: 'nyckel:0', y: 'andel_bada' },
    ],
  })
}

/** People with both benefits, with what each share is of (J019, X19). */
export async function overlapp(k: Datakalla, period: Fonster | null = null, omraden: readonly string[] | null = null): Promise<Raresultat> {
  k.krav('utbetalning', 'apr_bidrag')
  const f = period ?? fonster('2018-08-01', '2019-12-31')
  const [r] =
    await k.rader(`WITH a AS (SELECT DISTINCT person_id FROM utbetalning WHERE forman = 'forebyggande_sjukpenning' AND ${iFonster('fran', f)}${iLan('lan', omraden)}), b AS (SELECT DISTINCT person_id FROM apr_bidrag WHERE stod = 'apr' AND utfall = 'bifall' AND person_id IS NOT NULL AND ${iFonster('beslutad', f)}${iLan('lan', omraden)})
SELECT (SELECT count(*) FROM a) AS a, (SELECT count(*) FROM b) AS b, count(*) AS bada FROM a JOIN b USING (person_id)`)
  const bada = Number(r!.bada)
  const rader = [
    { namn: 'förebyggande sjukpenning', alla: Number(r!.a), bada },
    { namn: 'arbetsplatsinriktat rehabiliteringsstöd', alla: Number(r!.b), bada },
  ]
  type R = (typeof rader)[number]
  return beskriver({
    id: 'overlapp',
    rubrik: 'Personer med både förebyggande sjukpenning och arbetsplatsinriktat rehabiliteringsstöd',
    fraga: 'Hur många får båda ersättningarna?',
    metod:
      'Unika personer i perioden: utbetalningar efter dagen de börjar, bidrag efter beslutsdag. Andelen sägs av var och en av de två grupperna, i samma period.',
    fonster: f,
    omraden,
    underlag: [],
    diagram: [],
    tabeller: [
      byggTabell({
        id: 'overlapp',
        rubrik: 'Överlappning',
        kalla: 'RiR 2021:19 avsnitt 3.1',
        nycklar: ['Av dem som fick'],
        period: fonstertext(f),
        population: 'mottagare i perioden',
        datakalla: registerkallor('utbetalning', 'apr_bidrag'),
        rader,
        nyckel: (x) => [x.namn],
        antal: (x) => ({ bada: x.bada, alla: x.alla }),
        del: [['bada', 'alla']],
        omraden,
        kolumner: [
          antal<R>('alla', 'Personer', 'personer', 'personer med ersättningen', (x) => x.alla, 'alla'),
          antal<R>('bada', 'Med båda', 'personer', 'personer med båda', (x) => x.bada, 'bada'),
          andel<R>('andel', 'Andel med båda', 'personer med båda', 'personer med ersättningen', (x) => [x.bada, x.alla] as const, 'bada'),
        ],
        anmarkningar: [
          {
            id: 'X19',
            text: 'Rapporten: 241 personer (1,3 procent) och 361 (3,12 procent), i olika perioder och av olika grupper. Här är perioden och gruppen densamma för båda antalen.',
          },
        ],
      }),
    ],
  })
}
