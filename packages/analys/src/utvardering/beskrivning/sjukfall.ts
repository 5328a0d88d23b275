import { plusDagar } from '@atergang/kalender'
import type { Datakalla } from '../../datakalla.ts'
import { fonstertext, kalenderar, type Fonster } from '../../matt/matt.ts'
import type { Raresultat } from '../../resultat/resultat.ts'
import { byggTabell } from '../../resultat/tabell.ts'
import { FBSJP_PERIOD } from '../../tabeller/lansmatt.ts'
import { dagSql, FOLJD, iFonster, iLan, LANGST, registerkallor, slutdag } from '../grund.ts'
import { andel, antal, beskriver } from './delar.ts'

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
