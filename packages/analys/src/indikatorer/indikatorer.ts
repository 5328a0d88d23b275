import { datumAv, medManadsnamn, type Datum } from '@atergang/kalender'
import type { Datakalla } from '../datakalla.ts'
import { Analysfel } from '../fel.ts'
import { KALLOR } from '../kallor/kallor.ts'
import * as m from '../matt/lista.ts'
import { aretAv, fonster, fonstertext, kalenderar, nyckel, type Matt, type Nagotmatt } from '../matt/matt.ts'
import type { Raresultat } from '../resultat/resultat.ts'
import { byggTabell } from '../resultat/tabell.ts'
import { kontrolleraOmraden } from '../tabeller/alla.ts'
import { iFonster, iLan, registerkallor } from '../utvardering/grund.ts'
import { MALEN, malenDen, malenFor, type Mal } from './mal.ts'

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

export interface Indikatorval {
  readonly fran?: number
  readonly till?: number
  readonly omraden?: readonly string[] | null
  readonly indikatorer?: readonly string[]
  /** the day whose goals count; the last year's last day when left out */
  readonly dag?: Datum
}

export interface Indikatorrad {
  readonly indikator: Indikator
  readonly ar: number
  readonly svar: Arsvarde | null
  readonly fore: Arsvarde | null
  readonly mal: readonly Mal[]
}

function aren(k: Datakalla, v: Indikatorval): readonly [number, number] {
  const val = k.manifest.val as { fran?: number; till?: number } | undefined
  const till = v.till ?? val?.till ?? 2020
  const fran = v.fran ?? Math.max(val?.fran ?? till - 4, till - 4)
  if (till < fran)
    throw new Analysfel('ogiltigaAr', `Åren ${fran}–${till} ligger fel.`, [{ falt: 'period', text: 'Skriv det första året först.' }])
  return [fran, till]
}

/** Each chosen indicator year by year, with the goals that stood at each year's end and, of the last, on the chosen day. */
export async function indikatorrader(k: Datakalla, v: Indikatorval = {}): Promise<readonly Indikatorrad[]> {
  const [fran, till] = aren(k, v)
  const valda = v.indikatorer ?? INDIKATORER.map((i) => i.id)
  const okanda = valda.filter((x) => !INDIKATORER.some((i) => i.id === x))
  if (okanda.length)
    throw new Analysfel('okandIndikator', `Indikatorn ${okanda.join(', ')} finns inte.`, [
      { falt: 'indikator', text: `Välj ${INDIKATORER.map((i) => i.id).join(', ')}.` },
    ])
  const omraden = v.omraden ? kontrolleraOmraden(v.omraden) : null
  const ut: Indikatorrad[] = []
  for (const i of INDIKATORER.filter((x) => valda.includes(x.id))) {
    const finns = i.register.every((r) => k.har(r))
    let fore: Arsvarde | null = null
    for (let ar = fran; ar <= till; ar++) {
      const svar: Arsvarde | null = finns ? await i.rakna(k, ar, omraden) : null
      const dag = ar === till && v.dag && aretAv(v.dag) <= till ? v.dag : datumAv(ar, 12, 31)
      ut.push({ indikator: i, ar, svar, fore, mal: malenFor(i.id, dag) })
      fore = svar
    }
  }
  return ut
}

/** ”Referensvärde: …” — what a source outside the registers says, to be read beside the indicator; null when there is none. */
export function referenstext(i: Indikator): string | null {
  const k = KALLOR.find((x) => x.id === i.referens)
  return k ? `Referensvärde bredvid ${i.namn.toLowerCase()}: ${k.sager} ${k.anmarkning ?? ''} Källa: ${k.titel}, enligt ${k.stalle}.` : null
}

/** Whether a figure is within a goal's limit, or moves its way; null when no goal speaks of it. */
export function motMalet(r: Indikatorrad): string | null {
  if (!r.svar || !r.mal.length) return null
  return r.mal
    .map((x) => {
      if (x.grans?.indikator === r.indikator.id)
        return r.svar!.varde <= x.grans.hogst
          ? `under gränsen ${x.grans.hogst.toLocaleString('sv-SE', { minimumFractionDigits: 1 })} (gäller ${x.grans.dag})`
          : `över gränsen ${x.grans.hogst.toLocaleString('sv-SE', { minimumFractionDigits: 1 })} (gäller ${x.grans.dag})`
      const mot = x.riktning?.find((y) => y.indikator === r.indikator.id)?.mot
      if (!r.fore || !mot) return 'inget år före att jämföra med'
      const d = r.svar!.varde - r.fore.varde
      return d === 0 ? 'oförändrad' : d < 0 === (mot === 'ner') ? 'åt målets håll' : 'från målet'
    })
    .join('; ')
}

export async function indikatorer(k: Datakalla, v: Indikatorval = {}): Promise<Raresultat> {
  const rader = await indikatorrader(k, v)
  const [fran, till] = aren(k, v)
  const f = fonster(`${fran}-01-01`, `${till}-12-31`)
  const dag = v.dag ?? datumAv(till, 12, 31)
  const saknas = [...new Set(rader.filter((r) => !rader.some((x) => x.indikator === r.indikator && x.svar)).map((r) => r.indikator.namn))]
  const inga = MALEN.filter((x) => x.fran > dag || (x.tom && x.tom < dag))
  const definierade = INDIKATORER.filter((i) => rader.some((r) => r.indikator === i))
  return {
    id: 'indikatorer',
    rubrik: 'Indikatorer och mål',
    fonster: f,
    omraden: v.omraden ?? null,
    fraga: `Hur utvecklas det som följs, och mot vilka mål den ${dag}?`,
    metod: `Varje indikator räknad för hela kalenderår ur registren, efter sin definition. Mål räknas bara de dagar de gällde. Mål i kraft den ${dag}: ${
      malenDen(dag)
        .map((x) => x.text)
        .join(' ') || 'inga'
    }`,
    antaganden: ['Registren är fullständiga för åren.'],
    kanInteSaga: [
      'Att en ändring beror på Försäkringskassans arbete.',
      'Om människor får de förebyggande insatser de har rätt till, utom där omdömet säger ja: se lämpligheten för var och en.',
    ],
    underlag: [],
    skattningar: [],
    kontroller: [],
    anmarkningar: [
      { id: 'X27', text: 'Målet 9,0 dagar gällde till maj 2019: år därefter jämförs inte med det.' },
      ...definierade.flatMap((i) => (i.referens ? [{ id: i.referens, text: referenstext(i)! }] : [])),
      ...(saknas.length
        ? [{ id: 'saknas', text: `Kan inte räknas ur data som finns: ${saknas.join(', ')}. Se definitionen för vad som ska läsas in.` }]
        : []),
      ...inga
        .filter((x) => x.osakert)
        .map((x) => ({
          id: x.id,
          text: `Gäller inte den ${medManadsnamn(dag)}: ${x.text} (${x.fran}–${x.tom ?? ''}; ${x.kalla}). ${x.osakert}`,
        })),
    ],
    diagram: [{ typ: 'tidsserie', rubrik: 'Indikatorer år för år', tabell: 'indikatorer', x: 'nyckel:1', y: 'varde', serie: 'nyckel:0' }],
    tabeller: [
      byggTabell<Indikatorrad>({
        id: 'indikatorer',
        rubrik: 'Indikatorer',
        kalla: 'indikatorregister',
        nycklar: ['Indikator', 'År'],
        period: fonstertext(f),
        population: v.omraden ? `de valda länen: ${v.omraden.join(', ')}` : 'hela landet',
        datakalla: registerkallor(...new Set(definierade.flatMap((i) => i.register))),
        rader,
        nyckel: (r) => [r.indikator.namn, String(r.ar)],
        omraden: v.omraden ?? null,
        // What is not of people has no count to hide.
        antal: (r) => ({ n: r.svar?.n ?? 1000 }),
        kolumner: [
          {
            id: 'varde',
            rubrik: 'Värde',
            enhet: 'se enhet',
            decimaler: 2,
            taljare: 'se definitionen',
            varde: (r) => r.svar?.varde ?? null,
            n: (r) => r.svar?.n ?? null,
            beror: ['n'],
          },
          { id: 'enhet', rubrik: 'Enhet', enhet: 'enhet', decimaler: 0, taljare: 'indikatorns enhet', varde: (r) => r.indikator.enhet },
          {
            id: 'andring',
            rubrik: 'Ändring från året före',
            enhet: 'se enhet',
            decimaler: 2,
            taljare: 'årets värde minus förra årets',
            varde: (r) => (r.svar && r.fore ? r.svar.varde - r.fore.varde : null),
            beror: ['n'],
          },
          {
            id: 'mal',
            rubrik: 'Mål i kraft',
            enhet: 'mål',
            decimaler: 0,
            taljare: 'mål som gällde vid årets slut',
            varde: (r) => r.mal.map((x) => x.id).join(', ') || null,
          },
          {
            id: 'mot_mal',
            rubrik: 'Mot målet',
            enhet: 'omdöme',
            decimaler: 0,
            taljare: 'inom gränsen, eller åt vilket håll',
            varde: (r) => motMalet(r),
            beror: ['n'],
          },
        ],
      }),
      byggTabell<Indikator>({
        id: 'lamplighet',
        rubrik: 'Vad indikatorerna säger om förebyggande insatser',
        kalla: 'Statskontorets fråga, skr. 2021/22:60 avsnitt 4.3',
        nycklar: ['Indikator'],
        period: fonstertext(f),
        population: 'indikatorerna',
        datakalla: 'indikatorregister',
        rader: definierade,
        nyckel: (i) => [i.namn],
        kolumner: [
          { id: 'slag', rubrik: 'Slag', enhet: 'slag', decimaler: 0, taljare: 'kvantitativ eller kvalitativ', varde: (i) => i.slag },
          { id: 'definition', rubrik: 'Definition', enhet: 'text', decimaler: 0, taljare: 'vad som räknas', varde: (i) => i.definition },
          {
            id: 'omdome',
            rubrik: 'Säger om människor får förebyggande insatser',
            enhet: 'omdöme',
            decimaler: 0,
            taljare: 'vårt omdöme',
            varde: (i) => i.lamplighet.omdome,
          },
          { id: 'varfor', rubrik: 'Varför', enhet: 'text', decimaler: 0, taljare: 'skäl för omdömet', varde: (i) => i.lamplighet.varfor },
        ],
      }),
    ],
  }
}
