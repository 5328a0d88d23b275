import type { Fonster, Uppslag, Uppslagsmatt, Matt, Villkor } from './matt.ts'

/** Every figure the tables are built of. Sources by catalogue id; windows are given where they are used. */

const betald = (forman: string): readonly Villkor[] => [['forman', '=', forman]]
const utbetalning = { register: 'utbetalning', tid: { typ: 'dag', kolumn: 'fran' } } as const
const beslut = { register: 'beslut', tid: { typ: 'dag', kolumn: 'beslutad' } } as const
const antal = { rakna: { typ: 'antal' } } as const
const personer = { rakna: { typ: 'unika', kolumn: 'person_id' }, enhet: 'personer', personer: true } as const

export const fbsjpBelopp: Matt = {
  id: 'fbsjp_belopp',
  namn: 'utbetald förebyggande sjukpenning',
  ...utbetalning,
  rakna: { typ: 'summa', kolumn: 'belopp' },
  villkor: betald('forebyggande_sjukpenning'),
  enhet: 'kr',
  personer: false,
}
export const fbsjpNettodagar: Matt = {
  id: 'fbsjp_nettodagar',
  namn: 'nettodagar med förebyggande sjukpenning',
  ...utbetalning,
  rakna: { typ: 'summa', kolumn: 'nettodagar' },
  villkor: betald('forebyggande_sjukpenning'),
  enhet: 'nettodagar',
  personer: false,
}
export const fbsjpMottagare: Matt = {
  id: 'fbsjp_mottagare',
  namn: 'unika personer som fick förebyggande sjukpenning',
  ...utbetalning,
  villkor: betald('forebyggande_sjukpenning'),
  ...personer,
}
export const sjpBelopp: Matt = {
  id: 'sjp_belopp',
  namn: 'utbetald sjukpenning',
  ...utbetalning,
  rakna: { typ: 'summa', kolumn: 'belopp' },
  villkor: betald('sjukpenning'),
  enhet: 'kr',
  personer: false,
}
export const sjpNettodagar: Matt = {
  id: 'sjp_nettodagar',
  namn: 'nettodagar med sjukpenning',
  ...utbetalning,
  rakna: { typ: 'summa', kolumn: 'nettodagar' },
  villkor: betald('sjukpenning'),
  enhet: 'nettodagar',
  personer: false,
}
export const rehabNettodagar: Matt = {
  id: 'rehab_nettodagar',
  namn: 'nettodagar med rehabiliteringspenning',
  ...utbetalning,
  rakna: { typ: 'summa', kolumn: 'nettodagar' },
  villkor: betald('rehabiliteringspenning'),
  enhet: 'nettodagar',
  personer: false,
}
/** Both kinds of day that the sickness rate counts: each row is of one of them. */
export const sjukdagar: Matt = {
  id: 'sjukdagar',
  namn: 'nettodagar med sjukpenning och rehabiliteringspenning',
  ...utbetalning,
  rakna: { typ: 'summa', kolumn: 'nettodagar' },
  villkor: [['forman', 'i', ['sjukpenning', 'rehabiliteringspenning']]],
  enhet: 'nettodagar',
  personer: false,
}
/** What figure 1 sets preventive days against: they are part of it. */
export const allaSjukpenningdagar: Matt = {
  id: 'alla_sjukpenningdagar',
  namn: 'nettodagar med sjukpenning och förebyggande sjukpenning',
  ...utbetalning,
  rakna: { typ: 'summa', kolumn: 'nettodagar' },
  villkor: [['forman', 'i', ['sjukpenning', 'forebyggande_sjukpenning']]],
  enhet: 'nettodagar',
  personer: false,
}

const alder = (fran: number, till: number): readonly Villkor[] => [
  ['alder', '>=', fran],
  ['alder', '<=', till],
]
const befolkning = {
  register: 'befolkning',
  rakna: { typ: 'summa', kolumn: 'antal' },
  tid: { typ: 'ar', kolumn: 'ar' },
  enhet: 'invånare',
  personer: false,
} as const
export const invanare1864: Matt = { id: 'invanare_18_64', namn: 'invånare 18–64 år', ...befolkning, villkor: alder(18, 64) }
export const invanare1664: Matt = { id: 'invanare_16_64', namn: 'invånare 16–64 år', ...befolkning, villkor: alder(16, 64) }
export const invanareAlla: Matt = { id: 'invanare', namn: 'invånare i alla åldrar', ...befolkning, villkor: [] }

const apr = { register: 'apr_bidrag', tid: { typ: 'dag', kolumn: 'beslutad' }, villkor: [['utfall', '=', 'bifall']] } as const
export const aprBelopp: Matt = {
  id: 'apr_belopp',
  namn: 'beviljat arbetsplatsnära stöd och arbetsplatsinriktat rehabiliteringsstöd',
  ...apr,
  rakna: { typ: 'summa', kolumn: 'belopp' },
  enhet: 'kr',
  personer: false,
}
export const aprAntal: Matt = { id: 'apr_antal', namn: 'beviljade bidrag', ...apr, ...antal, enhet: 'bidrag', personer: true }
export const anordnare: Matt = {
  id: 'anordnare',
  namn: 'godkända anordnare',
  register: 'anordnare',
  ...antal,
  villkor: [],
  tid: { typ: 'gallde', fran: 'godkand_fran', tom: 'godkand_tom' },
  enhet: 'anordnare',
  personer: false,
}

const serie = (matt: string, rakna: 'taljare' | 'namnare'): Pick<Matt, 'register' | 'rakna' | 'villkor' | 'tid' | 'personer'> => ({
  register: 'lansserie',
  rakna: { typ: 'summa', kolumn: rakna },
  villkor: [['matt', '=', matt]],
  tid: { typ: 'ar', kolumn: 'ar' },
  personer: false,
})
export const kbtIpt: Matt = {
  id: 'kbt_ipt',
  namn: 'inrapporterade KBT- och IPT-behandlingar',
  ...serie('kbt_ipt_behandlingar', 'taljare'),
  enhet: 'behandlingar',
}
export const mmr: Matt = {
  id: 'mmr',
  namn: 'inrapporterade MMR-behandlingar',
  ...serie('mmr_behandlingar', 'taljare'),
  enhet: 'behandlingar',
}
export const evidensbaserade: Matt = {
  id: 'evidensbaserade',
  namn: 'personer med evidensbaserade insatser',
  ...serie('evidensbaserade_insatser_personer', 'taljare'),
  enhet: 'personer',
}
const franvaro = (matt: string, taljare: string, namnare: string): readonly [Matt, Matt] => [
  { id: `${matt}_taljare`, namn: taljare, ...serie(matt, 'taljare'), enhet: 'timmar' },
  { id: `${matt}_namnare`, namn: namnare, ...serie(matt, 'namnare'), enhet: 'timmar' },
]
export const kommunFranvaro = franvaro('sjukfranvaro_kommun', 'sjukfrånvarotid, kommunalt anställda', 'sammanlagd arbetstid')
export const kommunLangtid = franvaro(
  'langtidssjukfranvaro_kommun',
  'tid med sjukfrånvaro om minst 60 dagar, kommunalt anställda',
  'sjukfrånvarotid',
)
export const regionFranvaro = franvaro('sjukfranvaro_region', 'sjukfrånvarotid, regionalt anställda', 'sammanlagd arbetstid')
export const regionLangtid = franvaro(
  'langtidssjukfranvaro_region',
  'tid med sjukfrånvaro om minst 60 dagar, regionalt anställda',
  'sjukfrånvarotid',
)

const beslutsmatt = (id: string, namn: string, slag: string, avslag: boolean): Matt => ({
  id,
  namn,
  ...beslut,
  ...antal,
  villkor: [['slag', '=', slag], ...(avslag ? [['utfall', '=', 'avslag'] as const] : [])],
  enhet: 'beslut',
  personer: true,
})
export const forstaBeslut = beslutsmatt('forsta_beslut', 'första beslut om sjukpenning', 'sjukpenning_forsta', false)
export const forstaAvslag = beslutsmatt('forsta_avslag', 'nekande första beslut om sjukpenning', 'sjukpenning_forsta', true)
export const planbeslut = beslutsmatt('planbeslut', 'avgjorda ansökningar om godkännande av behandlingsplan', 'forebyggande_plan', false)
export const planavslag = beslutsmatt('planavslag', 'ej godkända behandlingsplaner', 'forebyggande_plan', true)
export const ersattningsbeslut = beslutsmatt(
  'ersattningsbeslut',
  'avgjorda ansökningar om förebyggande sjukpenning',
  'forebyggande_ersattning',
  false,
)
export const ersattningsavslag = beslutsmatt(
  'ersattningsavslag',
  'avslag på ansökan om förebyggande sjukpenning',
  'forebyggande_ersattning',
  true,
)

const och = (omraden: string, tabell: string): string => (omraden ? ` AND ${omraden.replace('lan', `${tabell}.lan`)}` : '')

/** First day with preventive benefit in the window, of each person and county. */
const forsta = (f: Fonster, omraden: string): string =>
  `SELECT u.lan, u.person_id, min(u.fran) AS dag FROM utbetalning u WHERE u.forman = 'forebyggande_sjukpenning' AND u.fran BETWEEN DATE '${f.fran}' AND DATE '${f.tom}'${och(omraden, 'u')} GROUP BY u.lan, u.person_id`

/** The latest case with sickness benefit that began to be paid before the first day with preventive benefit, and had a paid day in the three years before it. */
const senaste = (f: Fonster, o: string): string =>
  `forsta AS (${forsta(f, o)}), fore AS (SELECT f.lan, f.person_id, f.dag, u.arende_id, u.fran, u.nettodagar, max(u.tom) OVER (PARTITION BY f.lan, f.person_id, u.arende_id) AS sist, max(u.fran) OVER (PARTITION BY f.lan, f.person_id) AS senast FROM forsta f JOIN utbetalning u ON u.person_id = f.person_id WHERE u.forman = 'sjukpenning' AND u.fran < f.dag), senaste AS (SELECT lan, person_id, arende_id, sum(nettodagar) AS nettodagar FROM fore WHERE sist >= dag - INTERVAL '3 years' GROUP BY lan, person_id, arende_id, senast HAVING max(fran) = senast)`

const historik: Uppslag = {
  id: 'historik',
  register: 'utbetalning',
  ocksa: [],
  sql: (f, o) =>
    `WITH ${senaste(f, o)} SELECT lan, GROUPING(lan) AS riket, count(DISTINCT person_id) AS sjuka, sum(nettodagar) AS nettodagar FROM senaste GROUP BY GROUPING SETS ((lan), ())`,
}
/** Column 7 (X18): the three years end the day before the first day with preventive benefit in the window. */
export const fbsjpTidigareSjuka: Uppslagsmatt = {
  id: 'fbsjp_tidigare_sjuka',
  namn: 'av dem de som fått sjukpenning för någon dag i de tre åren före sin första dag med förebyggande sjukpenning i fönstret',
  register: 'utbetalning',
  uppslag: historik,
  kolumn: 'sjuka',
  enhet: 'personer',
  personer: true,
}
export const foregaendeNettodagar: Uppslagsmatt = {
  id: 'foregaende_nettodagar',
  namn: 'nettodagar med sjukpenning i den sista sjukpenningperioden före, högst tre år tidigare',
  register: 'utbetalning',
  uppslag: historik,
  kolumn: 'nettodagar',
  enhet: 'nettodagar',
  personer: false,
}

/** Chapters of figure 3; a case without diagnosis is unknown. */
export const DIAGNOSKLASSER = ['F', 'M', 'S', 'Övriga', 'Okänd'] as const
const klasskolumn = (k: string): string =>
  `k_${k
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase()}`
const KLASS = `CASE WHEN x.diagnos IS NULL THEN 'Okänd' WHEN substr(x.diagnos, 1, 1) IN ('F', 'M', 'S') THEN substr(x.diagnos, 1, 1) ELSE 'Övriga' END`
const diagnoser: Uppslag = {
  id: 'diagnoser_fore',
  register: 'utbetalning',
  ocksa: ['sjukfall'],
  sql: (f, o) =>
    `WITH ${senaste(f, o)}, klassade AS (SELECT s.lan, s.person_id, ${KLASS} AS klass FROM senaste s LEFT JOIN sjukfall x ON x.sjukfall_id = s.arende_id) SELECT lan, GROUPING(lan) AS riket, ${DIAGNOSKLASSER.map((k) => `count(DISTINCT person_id) FILTER (WHERE klass = '${k}') AS ${klasskolumn(k)}`).join(', ')} FROM klassade GROUP BY GROUPING SETS ((lan), ())`,
}
export const foregaendeDiagnos = (klass: (typeof DIAGNOSKLASSER)[number]): Uppslagsmatt => ({
  id: `foregaende_diagnos_${klass}`,
  namn: `av dem de vars sista sjukfall före har ${klass === 'Okänd' ? 'okänd diagnos' : klass === 'Övriga' ? 'diagnos i övriga kapitel' : `diagnos i kapitel ${klass}`}`,
  register: 'utbetalning',
  uppslag: diagnoser,
  kolumn: klasskolumn(klass),
  enhet: 'personer',
  personer: true,
})

/** Table 4: the benefit's officers work in teams, some for several counties; the people are then those of all the team's counties. */
const teamets: Uppslag = {
  id: 'teamets_mottagare',
  register: 'utbetalning',
  ocksa: ['organisation'],
  sql: (
    f,
  ) => `WITH p AS (SELECT DISTINCT o.team, u.person_id FROM utbetalning u JOIN organisation o ON o.lan = u.lan WHERE u.forman = 'forebyggande_sjukpenning' AND u.fran BETWEEN DATE '${f.fran}' AND DATE '${f.tom}'), n AS (SELECT team, count(*) AS antal FROM p GROUP BY team)
SELECT o.lan, 0 AS riket, n.antal FROM organisation o JOIN n ON n.team = o.team UNION ALL SELECT NULL, 1, count(DISTINCT person_id) FROM p`,
}
export const teametsMottagare: Uppslagsmatt = {
  id: 'teamets_mottagare',
  namn: 'unika personer med förebyggande sjukpenning i alla län som teamet har',
  register: 'utbetalning',
  uppslag: teamets,
  kolumn: 'antal',
  enhet: 'personer',
  personer: false,
}
const bemanning: Uppslag = {
  id: 'teamets_handlaggare',
  register: 'handlaggare',
  ocksa: ['organisation'],
  sql: (
    f,
  ) => `WITH h AS (SELECT team, handlaggare_id FROM handlaggare WHERE uppgift = 'forebyggande' AND fran <= DATE '${f.tom}' AND (tom IS NULL OR tom >= DATE '${f.fran}'))
SELECT o.lan, 0 AS riket, count(h.handlaggare_id) AS antal FROM organisation o JOIN h ON h.team = o.team GROUP BY o.lan UNION ALL SELECT NULL, 1, count(DISTINCT handlaggare_id) FROM h`,
}
export const teametsHandlaggare: Uppslagsmatt = {
  id: 'teamets_handlaggare',
  namn: 'handläggare av förebyggande sjukpenning i teamet någon dag',
  register: 'handlaggare',
  uppslag: bemanning,
  kolumn: 'antal',
  enhet: 'handläggare',
  personer: false,
}
