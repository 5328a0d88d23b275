import { ALDERSGRUPPER } from '../utvardering/foljda.ts'
import { KAPITEL, kapitelSql } from '../utvardering/grund.ts'
import type { Datakalla } from '../datakalla.ts'
import { sqlText } from '../duckdb.ts'

/** A property of a case that may make decisions differ, as SQL that gives a word or a number of a level. */
export interface Drag {
  readonly id: string
  readonly namn: string
  readonly sql: string
  /** registers it needs beside decisions */
  readonly register: readonly string[]
  /** levels in order when they are known beforehand; the first is what the others are set against */
  readonly nivaer?: readonly string[]
}

/** A kind of decision: which, with what the case is joined, and what cases are alike in. */
export interface Beslutsslag {
  readonly id: string
  readonly namn: string
  readonly avslag: string
  readonly koppla: string
  readonly register: readonly string[]
  readonly drag: readonly Drag[]
}

const ar: Drag = { id: 'ar', namn: 'år', sql: 'CAST(year(b.beslutad) AS VARCHAR)', register: [] }
const kon: Drag = { id: 'kon', namn: 'kön', sql: 'p.kon', register: ['person'] }
const aldersgrupp: Drag = {
  id: 'alder',
  namn: 'ålder',
  sql: `CASE WHEN year(b.beslutad) - p.fodelsear < 35 THEN '${ALDERSGRUPPER[0]}' WHEN year(b.beslutad) - p.fodelsear < 50 THEN '${ALDERSGRUPPER[1]}' ELSE '${ALDERSGRUPPER[2]}' END`,
  register: ['person'],
}
const sysselsattning: Drag = { id: 'sysselsattning', namn: 'sysselsättning', sql: 'p.sysselsattning', register: ['person'] }
const kapitel = (kolumn: string, register: string): Drag => ({
  id: 'diagnos',
  namn: 'diagnoskapitel',
  sql: `[${KAPITEL.map(sqlText).join(', ')}][${kapitelSql(kolumn)} + 1]`,
  register: [register],
})
const behandling: Drag = { id: 'behandling', namn: 'behandling', sql: 'x.behandling', register: ['behandlingsplan'] }
const evidens: Drag = {
  id: 'evidens',
  namn: 'evidens',
  sql: "CASE WHEN x.evidens_svag THEN 'svag' ELSE 'tillräcklig' END",
  register: ['behandlingsplan'],
}
const vardgivare: Drag = { id: 'vardgivare', namn: 'vårdgivare', sql: 'x.vardgivartyp', register: ['behandlingsplan'] }

const PLAN = 'JOIN behandlingsplan x ON x.plan_id = b.arende_id'
export const SLAG: readonly Beslutsslag[] = [
  {
    id: 'sjukpenning_forsta',
    namn: 'första beslut om sjukpenning',
    avslag: 'nekande första beslut',
    koppla: 'JOIN sjukfall x ON x.sjukfall_id = b.arende_id',
    register: ['sjukfall'],
    drag: [ar, kon, aldersgrupp, sysselsattning, kapitel('x.diagnos', 'sjukfall')],
  },
  {
    id: 'forebyggande_plan',
    namn: 'beslut om behandlingsplan',
    avslag: 'ej godkända planer',
    koppla: PLAN,
    register: ['behandlingsplan'],
    drag: [ar, kon, aldersgrupp, sysselsattning, kapitel('x.diagnos', 'behandlingsplan'), behandling, evidens, vardgivare],
  },
  {
    id: 'forebyggande_ersattning',
    namn: 'beslut om förebyggande sjukpenning',
    avslag: 'avslag på ersättning',
    koppla: PLAN,
    register: ['behandlingsplan'],
    drag: [ar, kon, aldersgrupp, sysselsattning, kapitel('x.diagnos', 'behandlingsplan'), behandling, vardgivare],
  },
  {
    id: 'apr',
    namn: 'beslut om arbetsplatsinriktat rehabiliteringsstöd',
    avslag: 'avslag på stöd',
    koppla: 'JOIN apr_bidrag x ON x.bidrag_id = b.arende_id LEFT JOIN arbetsgivare a ON a.arbetsgivare_id = x.arbetsgivare_id',
    register: ['apr_bidrag', 'arbetsgivare'],
    drag: [
      ar,
      { id: 'atgardstyp', namn: 'typ av åtgärd', sql: 'x.atgardstyp', register: ['apr_bidrag'] },
      {
        id: 'storlek',
        namn: 'arbetsgivarens storlek',
        sql: "CASE WHEN a.anstallda < 10 THEN '0–9' WHEN a.anstallda < 50 THEN '10–49' WHEN a.anstallda < 250 THEN '50–249' ELSE '250 eller fler' END",
        register: ['arbetsgivare'],
      },
      { id: 'sektor', namn: 'sektor', sql: 'a.sektor', register: ['arbetsgivare'] },
    ],
  },
]

/** The properties that the registers at hand allow. */
export const dragen = (k: Datakalla, s: Beslutsslag): readonly Drag[] => s.drag.filter((d) => d.register.every((r) => k.har(r)))
export const personkoppling = (k: Datakalla): string => (k.har('person') ? 'LEFT JOIN person p ON p.person_id = b.person_id' : '')
