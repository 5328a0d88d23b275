import { plusDagar, type Datum } from '@atergang/kalender'
import type { Datakalla } from '../datakalla.ts'
import type { Talkolumner } from '../duckdb.ts'
import type { Fonster } from '../matt/matt.ts'
import { dagSql, FOLJD, iFonster, iLan, kapitelSql, LANGST, lanSql, lottSql, platsSql } from './grund.ts'

export const KON = ['kvinna', 'man'] as const
export const SYSSELSATTNING = ['anstalld', 'behovsanstalld', 'egenforetagare', 'arbetslos', 'foraldraledig'] as const
/** How long ago the last case ended when the follow-up begins. */
export const HISTORIK = [
  'ingen inom tre år',
  'högst 180 dagar sedan',
  '181–365 dagar sedan',
  '366–548 dagar sedan',
  '549–730 dagar sedan',
  '731–1 095 dagar sedan',
] as const
export const ALDERSGRUPPER = ['18–34', '35–49', '50–66'] as const

/** People followed from a day: those with a first course of preventive benefit, and others from a day drawn among theirs. */
export interface Foljda extends Talkolumner {
  readonly behandlingar: readonly string[]
  readonly slut: Datum
  /** with a first course in the window who cannot be followed long enough */
  readonly forKort: number
}

/** Others kept for each treated of the same sex, age group and history, and beyond that. */
const PER_BEHANDLAD = 10
const UTOVER = 50
const YNGST = 18
const ALDST = 66

/**
 * Who got a first paid course in the window, and who could be compared with them: insured, not sick-listed on the day, without a course so far.
 * Each other person is given one of the treated's days by lot. What is known on the day, and cases after it, come from sick cases alone.
 */
export async function foljda(k: Datakalla, f: Fonster, slut: Datum, omraden: readonly string[] | null): Promise<Foljda> {
  k.krav('utbetalning', 'sjukfall', 'person', 'behandlingsplan')
  const sistaStart = plusDagar(slut, 1 - LANGST)
  const behandlingar = (await k.rader('SELECT DISTINCT behandling FROM behandlingsplan ORDER BY behandling')).map((r) =>
    String(r.behandling),
  )
  const overlapp = (fran: string, till: string): string =>
    `greatest(0, date_diff('day', greatest(s.fran, ${fran}), least(coalesce(s.tom, ${dagSql(slut)}), ${till})) + 1)`
  const borjan = `
WITH kurs AS MATERIALIZED (SELECT person_id, min(fran) AS dag, arg_min(arende_id, fran) AS plan_id FROM utbetalning WHERE forman = 'forebyggande_sjukpenning' GROUP BY person_id),
folk AS (SELECT person_id, ${platsSql('kon', KON)} AS kon, fodelsear, ${lanSql('lan')} AS lan, ${platsSql('sysselsattning', SYSSELSATTNING)} AS sysselsattning, inkomst FROM person WHERE sysselsattning <> 'utanfor'${iLan('lan', omraden)}),
fatt AS MATERIALIZED (SELECT folk.*, kurs.dag, kurs.plan_id FROM folk JOIN kurs USING (person_id) WHERE ${iFonster('kurs.dag', f)} AND kurs.dag <= ${dagSql(sistaStart)})`
  // How many days there are to draw among is asked first: a number makes the join one of equals.
  const [antal] = await k.rader(`${borjan} SELECT count(*) AS n FROM fatt`)
  const sql = `${borjan},
dagar AS (SELECT dag, row_number() OVER (ORDER BY dag, person_id) - 1 AS nr FROM fatt),
andra AS (SELECT folk.*, dagar.dag FROM folk JOIN dagar ON dagar.nr = ${lottSql('folk.person_id', 1)} % ${Math.max(1, Number(antal!.n))}),
start AS (
  SELECT person_id, kon, fodelsear, lan, sysselsattning, inkomst, dag, 1 AS behandlad, plan_id, NULL AS egen FROM fatt
  UNION ALL
  SELECT a.person_id, a.kon, a.fodelsear, a.lan, a.sysselsattning, a.inkomst, a.dag, 0, NULL, date_diff('day', a.dag, kurs.dag) FROM andra a LEFT JOIN kurs USING (person_id) WHERE kurs.dag IS NULL OR kurs.dag > a.dag
),
aldrar AS (SELECT *, year(dag) - fodelsear AS alder FROM start WHERE year(dag) - fodelsear BETWEEN ${YNGST} AND ${ALDST}),
liv AS (
  SELECT a.person_id, any_value(a.kon) AS kon, any_value(a.lan) AS lan, any_value(a.sysselsattning) AS sysselsattning, any_value(a.inkomst) AS inkomst, any_value(a.dag) AS dag, a.behandlad, any_value(a.plan_id) AS plan_id, any_value(a.egen) AS egen, any_value(a.alder) AS alder,
    bool_or(coalesce(s.fran < a.dag AND (s.tom IS NULL OR s.tom >= a.dag), false)) AS pagar,
    min(date_diff('day', s.tom, a.dag)) FILTER (s.tom < a.dag) AS sedan,
    count(s.sjukfall_id) FILTER (s.tom < a.dag AND s.tom >= a.dag - 1095) AS fall3,
    coalesce(sum(${overlapp('a.dag - 365', 'a.dag - 1')}) FILTER (s.fran < a.dag), 0) AS dagar1,
    arg_max(${kapitelSql('s.diagnos')}, s.tom) FILTER (s.tom < a.dag) AS kapitel,
    min(date_diff('day', a.dag, s.fran)) FILTER (s.fran >= a.dag) AS nasta,
    ${FOLJD.map(([d]) => `coalesce(sum(${overlapp('a.dag', `a.dag + ${d - 1}`)}) FILTER (s.sjukfall_id IS NOT NULL AND coalesce(s.tom, ${dagSql(slut)}) >= a.dag), 0) AS dagar${d}`).join(', ')}
  FROM aldrar a LEFT JOIN sjukfall s ON s.person_id = a.person_id GROUP BY a.person_id, a.behandlad
),
klassade AS MATERIALIZED (SELECT *, CASE WHEN sedan IS NULL OR sedan > 1095 THEN 0 WHEN sedan <= 180 THEN 1 WHEN sedan <= 365 THEN 2 WHEN sedan <= 548 THEN 3 WHEN sedan <= 730 THEN 4 ELSE 5 END AS historik, CASE WHEN alder < 35 THEN 0 WHEN alder < 50 THEN 1 ELSE 2 END AS aldersgrupp FROM liv WHERE NOT pagar),
grupper AS (SELECT kon, aldersgrupp, historik, sum(behandlad) AS fatt FROM klassade GROUP BY ALL),
valda AS (SELECT klassade.*, row_number() OVER (PARTITION BY behandlad, kon, aldersgrupp, historik ORDER BY ${lottSql('person_id', 2)}, person_id) AS ordning FROM klassade)
SELECT v.person_id, v.kon, v.lan, v.sysselsattning, v.inkomst, year(v.dag) AS ar, v.behandlad, v.egen, v.alder, v.sedan, v.fall3, v.dagar1, coalesce(v.kapitel, 5) AS kapitel, v.nasta, ${FOLJD.map(([d]) => `v.dagar${d}`).join(', ')}, v.historik, v.aldersgrupp, ${platsSql('b.behandling', behandlingar)} AS behandling
FROM valda v JOIN grupper g ON g.kon = v.kon AND g.aldersgrupp = v.aldersgrupp AND g.historik = v.historik LEFT JOIN behandlingsplan b ON b.plan_id = v.plan_id WHERE v.behandlad = 1 OR v.ordning <= ${PER_BEHANDLAD} * g.fatt + ${UTOVER} ORDER BY v.person_id, v.behandlad`
  const [r] = await k.rader(
    `SELECT count(*) AS n FROM (SELECT u.person_id, min(u.fran) AS dag FROM utbetalning u JOIN person p USING (person_id) WHERE u.forman = 'forebyggande_sjukpenning'${iLan('p.lan', omraden)} GROUP BY u.person_id) WHERE ${iFonster('dag', f)} AND dag > ${dagSql(sistaStart)}`,
  )
  return { ...(await k.kolumner(sql)), behandlingar, slut, forKort: Number(r!.n) }
}
