import { plusDagar } from '@atergang/kalender'
import type { Datakalla } from '../datakalla.ts'
import { fonster, fonstertext, kalenderar, type Fonster } from '../matt/matt.ts'
import type { Raresultat } from '../resultat/resultat.ts'
import { byggTabell, type Byggkolumn } from '../resultat/tabell.ts'
import { wilson } from '../statistik/fordelning.ts'
import { FBSJP_PERIOD } from '../tabeller/lansmatt.ts'
import type { Anmarkning } from '../tabeller/svar.ts'
import { dagSql, FOLJD, iFonster, iLan, LANGST, registerkallor, slutdag } from './grund.ts'

/** Tables that only describe: they say how it is, and nothing of why. */
const beskriver = (
  r: Pick<Raresultat, 'id' | 'rubrik' | 'fraga' | 'metod' | 'underlag' | 'tabeller' | 'fonster' | 'omraden' | 'diagram'> & {
    readonly anmarkningar?: readonly Anmarkning[]
    readonly kanInteSaga?: readonly string[]
  },
): Raresultat => ({
  antaganden: ['Registren är fullständiga för perioden.'],
  skattningar: [],
  kontroller: [],
  anmarkningar: [],
  ...r,
  kanInteSaga: [...(r.kanInteSaga ?? []), 'Varför det är så.'],
})
const andel = <R>(
  id: string,
  rubrik: string,
  taljare: string,
  namnare: string,
  av: (r: R) => readonly [number, number],
  beror: string,
): Byggkolumn<R> => ({
  id,
  rubrik,
  enhet: 'procent',
  decimaler: 1,
  taljare,
  namnare,
  varde: (r) => (av(r)[1] ? (av(r)[0] / av(r)[1]) * 100 : null),
  n: (r) => av(r)[1],
  intervall: (r) => (av(r)[1] ? [wilson(...av(r))[0] * 100, wilson(...av(r))[1] * 100] : null),
  beror: [beror],
})
const antal = <R>(id: string, rubrik: string, enhet: string, taljare: string, varde: (r: R) => number, beror?: string): Byggkolumn<R> => ({
  id,
  rubrik,
  enhet,
  decimaler: 0,
  taljare,
  varde,
  ...(beror ? { beror: [beror] } : {}),
})

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

const FLEST_DIAGNOSER = 5
/** Diagnosis of the last case before preventive benefit in a year: chapters, and the commonest by sex (J021). */
export async function tidigareDiagnoser(
  k: Datakalla,
  period: Fonster | null = null,
  omraden: readonly string[] | null = null,
): Promise<Raresultat> {
  k.krav('utbetalning', 'sjukfall', 'person')
  const f = period ?? kalenderar(2018)
  const rader = (
    await k.rader(`WITH m AS (SELECT person_id, min(fran) AS dag FROM utbetalning WHERE forman = 'forebyggande_sjukpenning' AND ${iFonster('fran', f)}${iLan('lan', omraden)} GROUP BY person_id),
s AS (SELECT m.person_id, p.kon, arg_max(substr(x.diagnos, 1, 3), x.fran) AS diagnos FROM m JOIN person p USING (person_id) JOIN sjukfall x ON x.person_id = m.person_id AND x.fran < m.dag GROUP BY m.person_id, p.kon),
n AS (SELECT kon, count(*) AS alla FROM s GROUP BY kon), d AS (SELECT kon, diagnos, count(*) AS antal, row_number() OVER (PARTITION BY kon ORDER BY count(*) DESC, diagnos) AS plats FROM s WHERE diagnos IS NOT NULL GROUP BY kon, diagnos)
SELECT d.kon, d.diagnos, d.antal, n.alla FROM d JOIN n USING (kon) WHERE plats <= ${FLEST_DIAGNOSER} UNION ALL SELECT s.kon, 'kapitel ' || substr(s.diagnos, 1, 1), count(*), any_value(n.alla) FROM s JOIN n USING (kon) WHERE substr(s.diagnos, 1, 1) IN ('F', 'M') GROUP BY s.kon, 2 ORDER BY 1, 3 DESC`)
  ).map((r) => ({ kon: String(r.kon), diagnos: String(r.diagnos), antal: Number(r.antal), alla: Number(r.alla) }))
  type R = (typeof rader)[number]
  return beskriver({
    id: 'tidigare_diagnoser',
    rubrik: `Diagnos i det sista sjukfallet före förebyggande sjukpenning, ${fonstertext(f)}`,
    fraga: 'Vilka diagnoser hade de som varit sjukskrivna före?',
    metod: `Personer med förebyggande sjukpenning i perioden som haft ett sjukfall före sin första dag i den, så långt registret räcker; det sista räknas. Kapitel F och M, och de ${FLEST_DIAGNOSER} vanligaste diagnoserna på tre tecken för varje kön.`,
    fonster: f,
    omraden,
    underlag: [
      { vad: 'med ett tidigare sjukfall', antal: [...new Map(rader.map((r) => [r.kon, r.alla])).values()].reduce((a, b) => a + b, 0) },
    ],
    tabeller: [
      byggTabell({
        id: 'tidigare_diagnoser',
        rubrik: 'Vanligaste diagnoser före',
        kalla: 'Korta analyser 2019:3 enligt RiR 2021:19 not 81',
        nycklar: ['Kön', 'Diagnos'],
        period: fonstertext(f),
        population: 'mottagare med ett tidigare sjukfall',
        datakalla: registerkallor('sjukfall', 'utbetalning'),
        rader,
        nyckel: (r) => [r.kon, r.diagnos],
        antal: (r) => ({ antal: r.antal, alla: r.alla }),
        del: [['antal', 'alla']],
        omraden,
        kolumner: [
          antal<R>('antal', 'Personer', 'personer', 'personer vars sista sjukfall före har diagnosen', (r) => r.antal, 'antal'),
          andel<R>(
            'andel',
            'Andel',
            'personer vars sista sjukfall före har diagnosen',
            'mottagare av könet med ett tidigare sjukfall',
            (r) => [r.antal, r.alla] as const,
            'antal',
          ),
        ],
        anmarkningar: [
          {
            id: 'J021',
            text: 'Försäkringskassan för 2018: 30 procent psykiatriska och 20 procent rörelseorganens; kvinnor F43, F32, M54; män F10 vanligast, sedan F43.',
          },
        ],
      }),
    ],
    diagram: [{ typ: 'stapel', rubrik: 'Diagnos före', tabell: 'tidigare_diagnoser', x: 'nyckel:1', y: 'andel', serie: 'nyckel:0' }],
  })
}

/** Sick days and share without a case 6, 12 and 24 months after a first course or after a case began. */
export async function utfall(k: Datakalla, period: Fonster | null = null, omraden: readonly string[] | null = null): Promise<Raresultat> {
  k.krav('utbetalning', 'sjukfall', 'person')
  const slut = await slutdag(k)
  const f = period ?? FBSJP_PERIOD
  const sista = plusDagar(slut, 1 - LANGST)
  const over = (d: number): string =>
    `coalesce(sum(greatest(0, date_diff('day', greatest(s.fran, m.dag), least(coalesce(s.tom, ${dagSql(slut)}), m.dag + ${d - 1})) + 1)) FILTER (s.sjukfall_id IS NOT NULL AND coalesce(s.tom, ${dagSql(slut)}) >= m.dag), 0)`
  const fri = (d: number): string =>
    `NOT bool_or(coalesce(s.fran <= m.dag + ${d} AND coalesce(s.tom, ${dagSql(slut)}) >= m.dag + ${d - 30}, false))`
  const grupp = (namn: string, m: string): string =>
    `SELECT '${namn}' AS grupp, m.person_id, m.nr, any_value(p.kon) AS kon, ${FOLJD.map(([d]) => `${over(d)} AS d${d}, ${fri(d)} AS f${d}`).join(', ')} FROM (${m}) m JOIN person p ON p.person_id = m.person_id LEFT JOIN sjukfall s ON s.person_id = m.person_id GROUP BY m.person_id, m.nr`
  const kurs = `SELECT person_id, min(fran) AS dag, 0 AS nr FROM utbetalning WHERE forman = 'forebyggande_sjukpenning'${iLan('lan', omraden)} GROUP BY person_id HAVING ${iFonster('min(fran)', f)} AND min(fran) <= ${dagSql(sista)}`
  const fall = `SELECT person_id, fran AS dag, sjukfall_id AS nr FROM sjukfall WHERE ${iFonster('fran', f)} AND fran <= ${dagSql(sista)}${iLan('lan', omraden)}`
  const rader = (
    await k.rader(`WITH t AS (${grupp('efter första kursen', kurs)} UNION ALL ${grupp('efter att ett sjukfall börjat', fall)})
SELECT grupp, kon, count(*) AS n, ${FOLJD.map(([d]) => `avg(d${d}) AS m${d}, stddev_samp(d${d}) AS s${d}, count(*) FILTER (f${d}) AS f${d}`).join(', ')} FROM t GROUP BY grupp, kon ORDER BY grupp DESC, kon`)
  ).flatMap((r) =>
    FOLJD.map(([d, namn]) => ({
      grupp: String(r.grupp),
      kon: String(r.kon),
      efter: namn,
      n: Number(r.n),
      medel: Number(r[`m${d}`]),
      sd: Number(r[`s${d}`] ?? 0),
      fria: Number(r[`f${d}`]),
    })),
  )
  type R = (typeof rader)[number]
  return beskriver({
    id: 'utfall',
    rubrik: 'Sjukdagar och återgång efter 6, 12 och 24 månader',
    fraga: 'Hur går det för dem som fått en kurs, och för dem som blivit sjukskrivna?',
    metod: `Dagar med sjukfall över 14 dagar, räknat från kursens första dag eller sjukfallets första. Utan sjukfall: inget sjukfall den dagen eller de 30 dagarna före. Bara de som kan följas i ${LANGST} dagar.`,
    fonster: f,
    omraden,
    underlag: [],
    tabeller: [
      byggTabell({
        id: 'utfall',
        rubrik: 'Sjukdagar och andel utan sjukfall',
        kalla: 'utvärdering, utfall',
        nycklar: ['Grupp', 'Kön', 'Efter'],
        period: fonstertext(f),
        population: 'personer, eller sjukfall, som kan följas hela tiden',
        datakalla: registerkallor('sjukfall', 'utbetalning'),
        rader,
        nyckel: (r) => [r.grupp, r.kon, r.efter],
        antal: (r) => ({ alla: r.n, fria: r.fria }),
        del: [['fria', 'alla']],
        omraden,
        kolumner: [
          {
            id: 'dagar',
            rubrik: 'Sjukdagar',
            enhet: 'dagar',
            decimaler: 1,
            taljare: 'genomsnittligt antal dagar med sjukfall',
            varde: (r) => r.medel,
            n: (r) => r.n,
            intervall: (r) => (r.n > 1 ? [r.medel - (1.96 * r.sd) / Math.sqrt(r.n), r.medel + (1.96 * r.sd) / Math.sqrt(r.n)] : null),
            beror: ['alla'],
          },
          andel<R>(
            'utan',
            'Utan sjukfall',
            'utan sjukfall den dagen och de 30 före',
            'alla som kan följas',
            (r) => [r.fria, r.n] as const,
            'fria',
          ),
        ],
      }),
    ],
    diagram: [{ typ: 'stapel', rubrik: 'Andel utan sjukfall', tabell: 'utfall', x: 'nyckel:2', y: 'utan', serie: 'nyckel:0' }],
    kanInteSaga: ['Att den som är utan sjukfall arbetar.', 'Vad kursen betyder: gruppen efter ett sjukfall är ingen jämförelsegrupp.'],
  })
}

/** Applications by kind of caregiver, with what became of them (J055). */
export async function vardgivare(
  k: Datakalla,
  period: Fonster | null = null,
  omraden: readonly string[] | null = null,
): Promise<Raresultat> {
  k.krav('behandlingsplan', 'beslut')
  const f = period ?? FBSJP_PERIOD
  const rader = (
    await k.rader(
      `SELECT p.vardgivartyp AS typ, count(*) AS alla, count(*) FILTER (b.utfall = 'bifall') AS godkanda, count(*) FILTER (b.utfall IS NOT NULL) AS avgjorda, count(*) FILTER (p.diagnos LIKE 'F%') AS psykiska FROM behandlingsplan p LEFT JOIN beslut b ON b.arende_id = p.plan_id AND b.slag = 'forebyggande_plan' WHERE ${iFonster('p.inkom', f)}${iLan('p.lan', omraden)} GROUP BY 1 ORDER BY 2 DESC`,
    )
  ).map((r) => ({
    typ: String(r.typ),
    alla: Number(r.alla),
    godkanda: Number(r.godkanda),
    avgjorda: Number(r.avgjorda),
    psykiska: Number(r.psykiska),
  }))
  type R = (typeof rader)[number]
  const totalt = rader.reduce((s, r) => s + r.alla, 0)
  return beskriver({
    id: 'vardgivare',
    rubrik: 'Ansökningar om behandlingsplan efter typ av vårdgivare',
    fraga: 'Kommer ansökningarna från alla slags vårdgivare?',
    metod: 'Ansökningar efter dagen de kom in.',
    fonster: f,
    omraden,
    underlag: [{ vad: 'ansökningar', antal: totalt }],
    tabeller: [
      byggTabell({
        id: 'vardgivare',
        rubrik: 'Ansökningar efter vårdgivare',
        kalla: 'RiR 2021:19 avsnitt 4.1',
        nycklar: ['Vårdgivare'],
        period: fonstertext(f),
        population: 'ansökningar om behandlingsplan',
        datakalla: registerkallor('behandlingsplan', 'beslut'),
        rader,
        nyckel: (r) => [r.typ],
        antal: (r) => ({ alla: r.alla, godkanda: r.godkanda, avgjorda: r.avgjorda, psykiska: r.psykiska }),
        del: [
          ['godkanda', 'avgjorda'],
          ['psykiska', 'alla'],
        ],
        omraden,
        kolumner: [
          antal<R>('alla', 'Ansökningar', 'ansökningar', 'ansökningar', (r) => r.alla, 'alla'),
          {
            id: 'andel',
            rubrik: 'Andel av alla',
            enhet: 'procent',
            decimaler: 1,
            taljare: 'ansökningar från vårdgivaren',
            namnare: 'alla ansökningar',
            varde: (r) => (totalt ? (r.alla / totalt) * 100 : null),
            n: () => totalt,
            beror: ['alla'],
          },
          andel<R>('godkanda', 'Godkända', 'godkända', 'avgjorda', (r) => [r.godkanda, r.avgjorda] as const, 'godkanda'),
          andel<R>(
            'psykiska',
            'Psykisk diagnos',
            'diagnos i kapitel F',
            'ansökningar från vårdgivaren',
            (r) => [r.psykiska, r.alla] as const,
            'psykiska',
          ),
        ],
        anmarkningar: [
          {
            id: 'J055',
            text: 'Rapporten, efter intervjuer: specialistvård, smärtrehabilitering och behandlingshem känner till förmånen, primärvård, fysioterapeuter och psykiatri sämre.',
          },
        ],
      }),
    ],
    diagram: [{ typ: 'stapel', rubrik: 'Ansökningar efter vårdgivare', tabell: 'vardgivare', x: 'nyckel:0', y: 'andel' }],
  })
}

const STORLEKAR = ['0–9 anställda', '10–49 anställda', '50–249 anställda', '250 eller fler'] as const
const storlekSql = 'CASE WHEN a.anstallda < 10 THEN 0 WHEN a.anstallda < 50 THEN 1 WHEN a.anstallda < 250 THEN 2 ELSE 3 END'
/** Use of the support by size of the employer, beside how many there are and how many work there (J056). */
export async function arbetsgivarstorlek(
  k: Datakalla,
  period: Fonster | null = null,
  omraden: readonly string[] | null = null,
): Promise<Raresultat> {
  k.krav('apr_bidrag', 'arbetsgivare')
  const f = period ?? fonster('2018-08-01', '2019-12-31')
  const rader = (
    await k.rader(`WITH alla AS (SELECT ${storlekSql} AS storlek, count(*) AS arbetsgivare, sum(a.anstallda) AS anstallda FROM arbetsgivare a WHERE true${iLan('a.lan', omraden)} GROUP BY 1),
b AS (SELECT ${storlekSql} AS storlek, count(DISTINCT a.arbetsgivare_id) FILTER (b.utfall = 'bifall') AS med, count(*) AS ansokningar, count(*) FILTER (b.utfall = 'bifall') AS beviljade, sum(b.belopp) AS belopp FROM apr_bidrag b JOIN arbetsgivare a USING (arbetsgivare_id) WHERE ${iFonster('b.beslutad', f)}${iLan('b.lan', omraden)} GROUP BY 1)
SELECT alla.storlek, arbetsgivare, anstallda, coalesce(med, 0) AS med, coalesce(ansokningar, 0) AS ansokningar, coalesce(beviljade, 0) AS beviljade, coalesce(belopp, 0) AS belopp FROM alla LEFT JOIN b USING (storlek) ORDER BY 1`)
  ).map((r) => ({
    namn: STORLEKAR[Number(r.storlek)]!,
    arbetsgivare: Number(r.arbetsgivare),
    anstallda: Number(r.anstallda),
    med: Number(r.med),
    ansokningar: Number(r.ansokningar),
    beviljade: Number(r.beviljade),
    belopp: Number(r.belopp),
  }))
  type R = (typeof rader)[number]
  return beskriver({
    id: 'arbetsgivarstorlek',
    rubrik: 'Arbetsplatsinriktat rehabiliteringsstöd efter arbetsgivarens storlek',
    fraga: 'Når stödet små arbetsgivare?',
    metod: 'Bidrag efter beslutsdag, mot alla arbetsgivare i registret och deras anställda.',
    fonster: f,
    omraden,
    underlag: [{ vad: 'ansökningar', antal: rader.reduce((s, r) => s + r.ansokningar, 0) }],
    tabeller: [
      byggTabell<R>({
        id: 'arbetsgivarstorlek',
        rubrik: 'Stödet efter storlek',
        kalla: 'RiR 2021:19 avsnitt 4.1',
        nycklar: ['Storlek'],
        period: fonstertext(f),
        population: 'arbetsgivare',
        datakalla: registerkallor('apr_bidrag', 'arbetsgivare'),
        rader,
        nyckel: (r) => [r.namn],
        antal: (r) => ({ beviljade: r.beviljade, ansokningar: r.ansokningar }),
        del: [['beviljade', 'ansokningar']],
        omraden,
        kolumner: [
          antal<R>('arbetsgivare', 'Arbetsgivare', 'arbetsgivare', 'arbetsgivare i registret', (r) => r.arbetsgivare),
          andel<R>(
            'med',
            'Andel med stöd',
            'arbetsgivare med minst ett beviljat bidrag',
            'arbetsgivare',
            (r) => [r.med, r.arbetsgivare] as const,
            'beviljade',
          ),
          antal<R>('ansokningar', 'Ansökningar', 'ansökningar', 'avgjorda ansökningar', (r) => r.ansokningar, 'ansokningar'),
          andel<R>(
            'beviljade',
            'Beviljade',
            'beviljade',
            'avgjorda ansökningar',
            (r) => [r.beviljade, r.ansokningar] as const,
            'beviljade',
          ),
          {
            id: 'per_1000',
            rubrik: 'Bidrag per 1 000 anställda',
            enhet: 'bidrag per 1 000 anställda',
            decimaler: 2,
            taljare: 'beviljade bidrag × 1 000',
            namnare: 'anställda',
            varde: (r) => (r.anstallda ? (r.beviljade / r.anstallda) * 1000 : null),
            n: (r) => r.beviljade,
            beror: ['beviljade'],
          },
          {
            id: 'belopp',
            rubrik: 'Belopp',
            enhet: 'kr',
            decimaler: 0,
            taljare: 'beviljat belopp',
            varde: (r) => r.belopp,
            beror: ['beviljade'],
          },
        ],
        anmarkningar: [
          {
            id: 'J056',
            text: 'Rapporten, efter intervjuer: det är främst större arbetsgivare som använder stödet. Gränserna mellan storlekar är våra.',
          },
        ],
      }),
    ],
    diagram: [{ typ: 'stapel', rubrik: 'Bidrag per 1 000 anställda', tabell: 'arbetsgivarstorlek', x: 'nyckel:0', y: 'per_1000' }],
  })
}

/** Kind of caregiver by fifth of income (J067). */
export async function inkomst(k: Datakalla, period: Fonster | null = null, omraden: readonly string[] | null = null): Promise<Raresultat> {
  k.krav('behandlingsplan', 'person')
  const f = period ?? FBSJP_PERIOD
  const rader = (
    await k.rader(`WITH p AS (SELECT person_id, ntile(5) OVER (ORDER BY inkomst, person_id) AS femtedel FROM person WHERE inkomst > 0)
SELECT p.femtedel, count(*) AS alla, count(*) FILTER (b.vardgivartyp IN ('specialistvard', 'smartrehabilitering', 'behandlingshem', 'psykiatri')) AS specialist, count(*) FILTER (b.vardgivartyp = 'primarvard') AS primar FROM behandlingsplan b JOIN p USING (person_id) WHERE ${iFonster('b.inkom', f)}${iLan('b.lan', omraden)} GROUP BY 1 ORDER BY 1`)
  ).map((r) => ({ namn: `${String(r.femtedel)} av 5`, alla: Number(r.alla), specialist: Number(r.specialist), primar: Number(r.primar) }))
  type R = (typeof rader)[number]
  return beskriver({
    id: 'inkomst',
    rubrik: 'Vårdgivare efter inkomst',
    fraga: 'Ansöker de med högre inkomst oftare genom specialistvården?',
    metod:
      'Ansökningar om behandlingsplan efter dagen de kom in; femtedelar av inkomsten bland alla med inkomst i registret, den första lägst.',
    fonster: f,
    omraden,
    underlag: [{ vad: 'ansökningar', antal: rader.reduce((s, r) => s + r.alla, 0) }],
    tabeller: [
      byggTabell({
        id: 'inkomst',
        rubrik: 'Vårdgivare efter inkomst',
        kalla: 'Vårdanalys 2016:4 enligt RiR 2021:19 not 113',
        nycklar: ['Femtedel'],
        period: fonstertext(f),
        population: 'ansökningar om behandlingsplan',
        datakalla: registerkallor('behandlingsplan', 'person'),
        rader,
        nyckel: (r) => [r.namn],
        antal: (r) => ({ alla: r.alla, specialist: r.specialist, primar: r.primar }),
        del: [
          ['specialist', 'alla'],
          ['primar', 'alla'],
        ],
        omraden,
        kolumner: [
          antal<R>('alla', 'Ansökningar', 'ansökningar', 'ansökningar', (r) => r.alla, 'alla'),
          andel<R>(
            'specialist',
            'Specialistvård',
            'ansökningar från specialistvård, smärtrehabilitering, behandlingshem eller psykiatri',
            'ansökningar',
            (r) => [r.specialist, r.alla] as const,
            'specialist',
          ),
          andel<R>('primar', 'Primärvård', 'ansökningar från primärvård', 'ansökningar', (r) => [r.primar, r.alla] as const, 'primar'),
        ],
      }),
    ],
    diagram: [{ typ: 'stapel', rubrik: 'Andel genom specialistvård', tabell: 'inkomst', x: 'nyckel:0', y: 'specialist' }],
  })
}
