import type { Datakalla } from '../datakalla.ts'
import * as m from '../matt/lista.ts'
import { kalenderar, nyckel, type Matt, type Nagotmatt } from '../matt/matt.ts'
import { iFonster, iLan } from '../utvardering/grund.ts'

/** A figure of a year: the value, and how many people, cases or decisions it rests on; null where it is not of people. */
export interface Arsvarde {
  readonly varde: number
  readonly n: number | null
}
export interface Indikator {
  readonly id: string
  readonly namn: string
  readonly enhet: string
  readonly decimaler: number
  readonly definition: string
  readonly register: readonly string[]
  /** which way is better, when it can be said */
  readonly mot: 'ner' | 'upp' | null
  readonly slag: 'kvantitativ' | 'kvalitativ'
  /** does it tell whether people get the preventive measures they have a right to (J060)? */
  readonly lamplighet: { readonly omdome: 'ja' | 'delvis' | 'nej'; readonly varfor: string }
  /** ids of the requirement catalogue; never shown */
  readonly krav?: readonly string[]
  /** a source whose figure is read beside it (id in `KALLOR`) */
  readonly referens?: string
  /** null when the registers have nothing for the year */
  readonly rakna: (k: Datakalla, ar: number, omraden: readonly string[] | null) => Promise<Arsvarde | null>
}

const kvot =
  (taljare: Nagotmatt, namnare: Matt, faktor: number, n: Matt | null): Indikator['rakna'] =>
  async (k, ar, omraden) => {
    const f = kalenderar(ar)
    const [a, b, c] = [{ matt: taljare, fonster: f }, { matt: namnare, fonster: f }, n && { matt: n, fonster: f }]
    const v = await k.matt([a, b, ...(c ? [c] : [])], omraden)
    const [t, d] = [v.get(nyckel(a))!.alla, v.get(nyckel(b))!.alla]
    return d > 0 ? { varde: (t / d) * faktor, n: c ? v.get(nyckel(c))!.alla : null } : null
  }
const fraga =
  (sql: (ar: number, dar: string) => string): Indikator['rakna'] =>
  async (k, ar, omraden) => {
    const [r] = await k.rader(sql(ar, iLan('lan', omraden)))
    return r && r.varde !== null && Number(r.n) > 0 ? { varde: Number(r.varde), n: Number(r.n) } : null
  }
/** A series that someone else counts and that is read in by county and year. */
const serie =
  (matt: string, som: 'antal' | 'kvot'): Indikator['rakna'] =>
  async (k, ar, omraden) => {
    const [r] = await k.rader(
      `SELECT sum(taljare) AS t, sum(namnare) AS n FROM lansserie WHERE matt = '${matt}' AND ar = ${ar}${iLan('lan', omraden)}`,
    )
    if (r?.t === null || r?.t === undefined) return null
    return som === 'antal' ? { varde: Number(r.t), n: null } : Number(r.n) > 0 ? { varde: Number(r.t) / Number(r.n), n: null } : null
  }
const iAret = (kolumn: string, ar: number): string => iFonster(kolumn, kalenderar(ar))
const sjukfall: Matt = {
  id: 'startade_sjukfall',
  namn: 'sjukfall över 14 dagar som börjar',
  register: 'sjukfall',
  rakna: { typ: 'antal' },
  villkor: [],
  tid: { typ: 'dag', kolumn: 'fran' },
  enhet: 'sjukfall',
  personer: true,
}

/** What is followed year by year, each with what it says and does not say of prevention. */
export const INDIKATORER: readonly Indikator[] = [
  {
    id: 'sjukpenningtal',
    namn: 'Sjukpenningtal',
    enhet: 'nettodagar per invånare 16–64 år',
    decimaler: 1,
    mot: 'ner',
    slag: 'kvantitativ',
    register: ['utbetalning', 'befolkning'],
    krav: ['K019', 'J025'],
    definition:
      'Nettodagar med sjukpenning och rehabiliteringspenning under året, per invånare 16–64 år den 31 december. Försäkringskassans eget tal utelämnar dem med hel sjuk- eller aktivitetsersättning; registren här säger inte vilka de är.',
    lamplighet: {
      omdome: 'nej',
      varfor:
        'Säger hur mycket sjukpenning som betalas, inte om någon fått en förebyggande insats. Granskningen: möjligheten att påverka talet med de förebyggande ersättningarna är begränsad.',
    },
    rakna: kvot(m.sjukdagar, m.invanare1664, 1, null),
  },
  {
    id: 'ohalsotal',
    namn: 'Ohälsotal',
    enhet: 'dagar per försäkrad',
    decimaler: 1,
    mot: 'ner',
    slag: 'kvantitativ',
    register: ['lansserie'],
    krav: ['J026'],
    definition:
      'Läses in: länsserie med måttet ”ohalsotal”, täljare dagar och nämnare försäkrade. Registren här har inte sjuk- och aktivitetsersättning.',
    lamplighet: { omdome: 'nej', varfor: 'Som sjukpenningtalet, och trögare: sjuk- och aktivitetsersättning ingår.' },
    rakna: serie('ohalsotal', 'kvot'),
  },
  {
    id: 'startade_sjukfall',
    namn: 'Startade sjukfall',
    enhet: 'sjukfall per 1 000 invånare 16–64 år',
    decimaler: 1,
    mot: 'ner',
    slag: 'kvantitativ',
    register: ['sjukfall', 'befolkning'],
    krav: ['J027'],
    definition: 'Sjukfall över 14 dagar som börjar under året, per 1 000 invånare 16–64 år.',
    lamplighet: { omdome: 'delvis', varfor: 'Det som ska förebyggas är sjukfall, men talet styrs mest av annat än insatserna.' },
    rakna: kvot(sjukfall, m.invanare1664, 1000, sjukfall),
  },
  {
    id: 'varaktighet',
    namn: 'Sjukfallens varaktighet',
    enhet: 'dagar',
    decimaler: 0,
    mot: 'ner',
    slag: 'kvantitativ',
    register: ['sjukfall'],
    krav: ['J027'],
    definition:
      'Dag då hälften av de sjukfall över 14 dagar som började under året har slutat. Sjukfall som ännu pågår räknas som längre än alla avslutade.',
    lamplighet: { omdome: 'delvis', varfor: 'Säger om återgången går fortare, inte om sjukfall förebyggs.' },
    rakna: fraga(
      (ar, dar) =>
        `SELECT CASE WHEN count(tom) * 2 >= count(*) THEN quantile_disc(coalesce(date_diff('day', fran, tom) + 1, 100000), 0.5) END AS varde, count(*) AS n FROM sjukfall WHERE ${iAret('fran', ar)}${dar}`,
    ),
  },
  {
    id: 'avstamningsmoten',
    namn: 'Avstämningsmöten',
    enhet: 'möten',
    decimaler: 0,
    mot: 'upp',
    slag: 'kvantitativ',
    register: ['lansserie'],
    krav: ['J028'],
    definition: 'Läses in: länsserie med måttet ”avstamningsmoten”, täljare antal möten.',
    lamplighet: { omdome: 'delvis', varfor: 'Ett möte är samordning av rehabilitering, sällan en förebyggande insats.' },
    rakna: serie('avstamningsmoten', 'antal'),
  },
  {
    id: 'nekade_forsta',
    namn: 'Nekande första beslut om sjukpenning',
    enhet: 'procent',
    decimaler: 1,
    mot: null,
    slag: 'kvantitativ',
    register: ['beslut'],
    krav: ['J029'],
    definition: 'Andel av årets första beslut om sjukpenning som är avslag.',
    lamplighet: { omdome: 'nej', varfor: 'Handlar om rätten till sjukpenning. Läs med likformigheten.' },
    rakna: kvot(m.forstaAvslag, m.forstaBeslut, 100, m.forstaBeslut),
  },
  {
    id: 'nettodagar_sjukpenning',
    namn: 'Nettodagar med sjukpenning',
    enhet: 'per 1 000 invånare 18–64 år',
    decimaler: 0,
    mot: 'ner',
    slag: 'kvantitativ',
    register: ['utbetalning', 'befolkning'],
    krav: ['J030'],
    definition: 'Nettodagar med sjukpenning under året per 1 000 invånare 18–64 år.',
    lamplighet: { omdome: 'nej', varfor: 'Som sjukpenningtalet.' },
    rakna: kvot(m.sjpNettodagar, m.invanare1864, 1000, null),
  },
  {
    id: 'nettodagar_rehabilitering',
    namn: 'Nettodagar med rehabiliteringspenning',
    enhet: 'per 1 000 invånare 18–64 år',
    decimaler: 0,
    mot: null,
    slag: 'kvantitativ',
    register: ['utbetalning', 'befolkning'],
    krav: ['J030'],
    definition: 'Nettodagar med rehabiliteringspenning under året per 1 000 invånare 18–64 år.',
    lamplighet: { omdome: 'nej', varfor: 'Rehabilitering av den som redan är sjukskriven.' },
    rakna: kvot(m.rehabNettodagar, m.invanare1864, 1000, null),
  },
  {
    id: 'mottagare_forebyggande',
    referens: 'psykiskt-valbefinnande',
    namn: 'Mottagare av förebyggande sjukpenning',
    enhet: 'personer per 1 000 invånare 18–64 år',
    decimaler: 2,
    mot: 'upp',
    slag: 'kvantitativ',
    register: ['utbetalning', 'befolkning'],
    krav: ['J016'],
    definition: 'Unika personer med förebyggande sjukpenning under året per 1 000 invånare 18–64 år.',
    lamplighet: {
      omdome: 'delvis',
      varfor: 'Säger hur många som får förmånen, inte hur många som hade behövt den och haft rätt till den.',
    },
    rakna: kvot(m.fbsjpMottagare, m.invanare1864, 1000, m.fbsjpMottagare),
  },
  {
    id: 'utan_tidigare',
    namn: 'Utan sjukpenning tre år före förebyggande sjukpenning',
    enhet: 'procent',
    decimaler: 1,
    mot: null,
    slag: 'kvantitativ',
    register: ['utbetalning'],
    krav: ['J020', 'K028'],
    definition: 'Andel av årets mottagare utan sjukpenning de tre åren före sin första dag under året.',
    lamplighet: {
      omdome: 'delvis',
      varfor:
        'Ju högre, desto fler utan nära sjukhistorik; men regeringen anser att tidigare sjukskrivning i sig inte utesluter ett förebyggande syfte.',
    },
    rakna: async (k, ar, omraden) => {
      const v = await kvot(m.fbsjpTidigareSjuka, m.fbsjpMottagare, 100, m.fbsjpMottagare)(k, ar, omraden)
      return v && { ...v, varde: 100 - v.varde }
    },
  },
  {
    id: 'stod_belopp',
    namn: 'Stöd till arbetsgivare',
    enhet: 'kr per invånare 18–64 år',
    decimaler: 1,
    mot: 'upp',
    slag: 'kvantitativ',
    register: ['apr_bidrag', 'befolkning'],
    krav: ['J001'],
    definition: 'Beviljat arbetsplatsnära stöd och arbetsplatsinriktat rehabiliteringsstöd under året per invånare 18–64 år.',
    lamplighet: { omdome: 'delvis', varfor: 'Säger hur mycket som beviljas, inte till vilka åtgärder eller med vilken verkan.' },
    rakna: kvot(m.aprBelopp, m.invanare1864, 1, m.aprAntal),
  },
  {
    id: 'plan_i_tid',
    namn: 'Plan för återgång i tid',
    enhet: 'procent',
    decimaler: 1,
    mot: 'upp',
    slag: 'kvantitativ',
    register: ['sjukfall'],
    // skr. 2021/22:60 avsnitt 4.2
    definition:
      'Andel av de planer för återgång som begärts under året som kommit inom 30 dagar från begäran. Begäran de sista 30 dagarna som registret täcker räknas inte.',
    lamplighet: { omdome: 'delvis', varfor: 'En tidig insats för den som är sjukskriven.' },
    rakna: fraga(
      (ar, dar) =>
        `SELECT avg(CAST(coalesce(date_diff('day', plan_begard, plan_inkom) <= 30, false) AS INTEGER)) * 100 AS varde, count(*) AS n FROM sjukfall WHERE ${iAret('plan_begard', ar)} AND plan_begard <= (SELECT max(fran) FROM sjukfall) - 30${dar}`,
    ),
  },
  {
    id: 'dagar_till_plan',
    namn: 'Tid till beslut om behandlingsplan',
    enhet: 'dagar',
    decimaler: 0,
    mot: 'ner',
    slag: 'kvantitativ',
    register: ['beslut'],
    krav: ['J054'],
    definition: 'Median av dagar från ansökan till beslut om behandlingsplan, beslut under året.',
    lamplighet: { omdome: 'ja', varfor: 'Den som ansöker om en förebyggande insats får besked i tid eller inte.' },
    rakna: fraga(
      (ar, dar) =>
        `SELECT median(date_diff('day', inkom, beslutad)) AS varde, count(*) AS n FROM beslut WHERE slag = 'forebyggande_plan' AND ${iAret('beslutad', ar)}${dar}`,
    ),
  },
  {
    id: 'beviljade_planer',
    namn: 'Godkända behandlingsplaner',
    enhet: 'procent',
    decimaler: 1,
    mot: null,
    slag: 'kvantitativ',
    register: ['beslut'],
    krav: ['J005'],
    definition: 'Andel av årets beslut om behandlingsplan som är bifall.',
    lamplighet: {
      omdome: 'ja',
      varfor: 'Av dem som ansökt, hur många som får. Läs med likformigheten: säger inget om dem som inte ansöker.',
    },
    rakna: async (k, ar, omraden) => {
      const v = await kvot(m.planavslag, m.planbeslut, 100, m.planbeslut)(k, ar, omraden)
      return v && { ...v, varde: 100 - v.varde }
    },
  },
  {
    id: 'insats_kand',
    namn: 'Insatsen är känd',
    enhet: 'procent',
    decimaler: 1,
    mot: 'upp',
    slag: 'kvantitativ',
    register: ['behandlingsplan'],
    krav: ['K027', 'J052'],
    definition: 'Andel av årets ansökningar där behandling, vårdgivare och diagnos är registrerade, och behandlingen inte är ”annat”.',
    lamplighet: { omdome: 'ja', varfor: 'Utan uppgiften går det inte att veta vilka insatser människor får.' },
    rakna: fraga(
      (ar, dar) =>
        `SELECT avg(CAST(behandling IS NOT NULL AND behandling <> 'annat' AND vardgivartyp IS NOT NULL AND diagnos IS NOT NULL AS INTEGER)) * 100 AS varde, count(*) AS n FROM behandlingsplan WHERE ${iAret('inkom', ar)}${dar}`,
    ),
  },
  {
    id: 'tydlig_styrning',
    namn: 'Styrningen är tydlig',
    enhet: 'procent',
    decimaler: 1,
    mot: 'upp',
    slag: 'kvalitativ',
    register: ['enkat_svar', 'enkat_mottagare'],
    krav: ['J044'],
    definition:
      'Andel av de lokalt samverkansansvariga som svarar 4–5 på fråga 21 a, av dem som har en uppfattning, det år enkäten skickades.',
    lamplighet: { omdome: 'delvis', varfor: 'Förutsättning för förebyggande arbete, i de ansvarigas ögon.' },
    rakna: fraga(
      (ar, dar) =>
        `SELECT avg(CAST(s.varde >= 4 AS INTEGER)) * 100 AS varde, count(*) AS n FROM enkat_svar s JOIN enkat_mottagare m USING (mottagare_id) WHERE s.fraga = 21 AND s.item = 'a' AND NOT s.vet_ej AND s.varde IS NOT NULL AND ${iAret('m.utskickad', ar)}${dar.replace('lan', 'm.lan')}`,
    ),
  },
]
