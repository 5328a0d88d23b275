import {
  Analysfel,
  arsrapport,
  aterrapport,
  celltext,
  definitionstext,
  fardiga,
  FILANDELSE,
  fordelning,
  helaAr,
  INDIKATORER,
  INGA_UPPGIFTER,
  jamforSamband,
  kalibrera,
  kodsammanstallning,
  kombinationer,
  lansvariabler,
  lasEnkat,
  omradesindex,
  overMedel,
  raknaMattabell,
  raknaRatt,
  referenstext,
  REKOMMENDATIONER,
  rekommendationsrapport,
  samband,
  samverkansgrad,
  skrivTabell,
  skyddaTabeller,
  svarPerPaminnelse,
  svarsfrekvens,
  tarUrval,
  attPaminna,
  tryckskillnader,
  uppdragDen,
  type Datakalla,
  type Metodresultat,
  type Tabellsvar,
  type Urval,
} from '@atergang/analys'
import { korMetod, METODER, type Metodval } from './metoder.ts'
import { publiceradTabell } from '@atergang/syntet/forlaga'
import { LANSNAMN } from '@atergang/syntet/land'
import type {
  Enkatsvaren,
  Fil,
  Filfraga,
  Publicerat,
  Rapportfraga,
  Rekommendationstal,
  Sambandsfraga,
  Sambandssvar,
  Svarare,
  Tabellerna,
  Underlag,
  Variabelnamn,
} from './fragor.ts'

const MEDIETYP = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
  jsonstat: 'application/json; charset=utf-8',
} as const
const RAPPORTTYP = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' } as const
/** Choices whose tables are kept; the least recently asked for goes. */
const MEST_SPARADE = 24

/** Answers kept by what was asked: the data do not change under an opened folder. */
class Minne<T> {
  readonly #svar = new Map<string, Promise<T>>()
  hamta(nyckel: string, rakna: () => Promise<T>): Promise<T> {
    const kant = this.#svar.get(nyckel) ?? rakna()
    this.#svar.delete(nyckel)
    this.#svar.set(nyckel, kant)
    kant.catch(() => this.#svar.delete(nyckel))
    if (this.#svar.size > MEST_SPARADE) this.#svar.delete(this.#svar.keys().next().value!)
    return kant
  }
}

const LANSVARIABLER = 'lansvariabler'

/** What is asked of one opened folder of data, small numbers hidden in everything that is answered. */
export function rummet(): Svarare {
  const tabellminne = new Minne<Tabellerna>()
  const metodminne = new Minne<Metodresultat>()
  const tabeller = (u: Urval, k: Datakalla): Promise<Tabellerna> => {
    kontrolleraPeriod(u, k)
    return tabellminne.hamta(JSON.stringify(u), () => raknaTabellerna(u, k))
  }
  const metod = (f: { readonly namn: string; readonly val: Metodval }, k: Datakalla): Promise<Metodresultat> => {
    kontrolleraPeriod(f.val, k)
    return metodminne.hamta(JSON.stringify(f), async () => fardiga([await korMetod(k, f.namn, f.val)], false).resultat[0]!)
  }
  return {
    underlag: (_f, k) => Promise.resolve(underlag(k)),
    tabeller: async (u, k) => {
      const t = await tabeller(u, k)
      return { ...t, tabeller: t.tabeller.filter((x) => x.id !== LANSVARIABLER) }
    },
    fil: async (f, k) => filen(f, f.metod ? (await metod(f.metod, k)).tabeller : (await tabeller(f.urval, k)).tabeller),
    variabler: async (f, k) => (f.kalla === 'tryckt' ? TRYCKTA : variablerna(await lansTabellen(f.urval, k, tabeller))),
    samband: async (f, k) => sambandet(f, f.kalla === 'tryckt' ? tryckta() : variabelvarden(await lansTabellen(f.urval, k, tabeller))),
    publicerat: async (_f, k) => publicerat(k, k.manifest.pahittad && k.manifest.val ? (await tabeller({}, k)).tabeller[0]! : null),
    enkat: (_f, k) => enkaten(k),
    metoder: () => Promise.resolve(METODER.map(({ namn, grupp, rubrik, tar }) => ({ namn, grupp, rubrik, tar }))),
    metod,
    rapportutbud: (f) =>
      Promise.resolve({ uppdrag: uppdragDen(f.dag).map((u) => ({ id: u.id, namn: `${u.till}: ${u.text}` })), lan: LANSNAMN }),
    rapport: (f, k) => rapporten(f, k),
    rekommendationer: async (_f, k) => rekommendationstalen(await metod({ namn: 'indikatorer', val: {} }, k)),
  }
}

/**
 * Of real people whole years only: the difference between two periods that nearly are the same would otherwise give away the few who are in
 * one of them (ADR 0061).
 */
function kontrolleraPeriod(u: { readonly period?: Urval['period'] }, k: Datakalla): void {
  if (u.period && !k.manifest.pahittad && !helaAr(u.period))
    throw new Analysfel(
      'periodenForKort',
      'Perioden måste vara hela kalenderår, så att ingen person kan räknas fram ur två nästan lika perioder.',
      [{ falt: 'period', text: 'Skriv ett år, till exempel 2018, eller flera, till exempel 2016..2018.' }],
    )
}

function underlag(k: Datakalla): Underlag {
  const val = k.manifest.val as { personer?: number; fran?: number; till?: number } | undefined
  return {
    pahittad: k.manifest.pahittad,
    personer: val?.personer ?? null,
    ar: val?.fran && val.till ? [val.fran, val.till] : null,
    register: Object.entries(k.manifest.register)
      .filter(([n]) => !n.startsWith('facit_'))
      .map(([namn, r]) => ({ namn, rader: r.rader })),
  }
}

/** All tables of a choice at once, since what one shows may give away what another hides. */
async function raknaTabellerna(u: Urval, k: Datakalla): Promise<Tabellerna> {
  const ra = [...(await raknaRatt(k, u)), await raknaMattabell(k, lansvariabler(u.period ?? null), null)]
  const { tabeller, logg } = skyddaTabeller(ra)
  return { tabeller, logg, tar: Object.fromEntries(tabeller.map((t) => [t.id, tarUrval(t.id)])) }
}

async function filen(f: Filfraga, tabeller: readonly Tabellsvar[]): Promise<Fil> {
  const t = tabeller.find((x) => x.id === f.tabell)
  if (!t)
    throw new Analysfel('okandTabell', `Tabellen ”${f.tabell}” finns inte.`, [
      { falt: 'tabell', text: `Välj ${tabeller.map((x) => x.id).join(', ')}.` },
    ])
  const innehall = await skrivTabell(t, f.format)
  return {
    namn: `${t.id}.${FILANDELSE[f.format]}`,
    typ: MEDIETYP[f.format],
    innehall: typeof innehall === 'string' ? new TextEncoder().encode(innehall) : innehall,
  }
}

/** The indicators of each recommendation, out of the table that the page of indicators shows: small numbers are hidden once and for all. */
function rekommendationstalen(r: Metodresultat): readonly Rekommendationstal[] {
  const t = r.tabeller[0]!
  const j = t.kolumner.findIndex((k) => k.id === 'varde')
  return REKOMMENDATIONER.map((x) => ({
    id: x.id,
    indikatorer: INDIKATORER.filter((i) => x.indikatorer.includes(i.id)).map((i) => ({
      namn: i.namn,
      enhet: i.enhet,
      definition: i.definition,
      referens: referenstext(i),
      varden: t.rader
        .filter((rad) => rad.nyckel[0] === i.namn)
        .map((rad) => ({
          ar: rad.nyckel[1]!,
          text: rad.celler[j]!.varde === null && !rad.celler[j]!.dold ? null : celltext(rad.celler[j]!, t.kolumner[j]!),
        })),
    })),
  }))
}

/** A report from the registers as they stand. It is a draft: who signs it is given on the command line. */
async function rapporten(f: Rapportfraga, k: Datakalla): Promise<Fil> {
  const v = {
    dag: f.dag,
    uppgifter: { ...INGA_UPPGIFTER, atgarder: (f.atgarder ?? []).map((a) => ({ ...a, uppdrag: [] })) },
    visaSmaTal: false,
  }
  const saknas = (falt: 'uppdrag' | 'lan'): never => {
    throw new Analysfel('saknarVal', falt === 'lan' ? 'Ange vilket län rapporten gäller.' : 'Ange vilket uppdrag rapporten gäller.', [
      { falt, text: 'Välj i listan.' },
    ])
  }
  const r =
    f.slag === 'aterrapport'
      ? await aterrapport(k, f.uppdrag ?? saknas('uppdrag'), v)
      : f.slag === 'ar'
        ? await arsrapport(k, f.lan ?? saknas('lan'), v)
        : await rekommendationsrapport(k, v)
  const { rapportPdf, rapportWord } = await import('@atergang/brev')
  return {
    namn: `${f.slag}-${f.dag}.${f.format}`,
    typ: RAPPORTTYP[f.format],
    innehall: f.format === 'pdf' ? rapportPdf(r).pdf : await rapportWord(r),
  }
}

/** A named figure for each area that has one to show. */
interface Variabelvarden extends Variabelnamn {
  readonly varden: ReadonlyMap<string, number>
  readonly omraden: readonly string[]
}

async function lansTabellen(u: Urval, k: Datakalla, tabeller: (u: Urval, k: Datakalla) => Promise<Tabellerna>): Promise<Tabellsvar> {
  // Areas are left out of a pair, not of the country.
  return (await tabeller(u.period ? { period: u.period } : {}, k)).tabeller.find((t) => t.id === LANSVARIABLER)!
}
const variablerna = (t: Tabellsvar): Variabelnamn[] =>
  t.kolumner.map((k) => ({ id: k.id, rubrik: k.rubrik, enhet: k.enhet, definition: definitionstext(k) }))

function variabelvarden(t: Tabellsvar): Variabelvarden[] {
  const lanen = t.rader.filter((r) => !r.summa)
  return variablerna(t).map((v, j) => ({
    ...v,
    omraden: lanen.map((r) => r.nyckel[0]!),
    varden: new Map(
      lanen.flatMap((r) => {
        const x = r.celler[j]!.varde
        return typeof x === 'number' ? [[r.nyckel[0]!, x] as const] : []
      }),
    ),
  }))
}

const TRYCKT_RUBRIK: Readonly<Record<string, readonly [string, string]>> = {
  fbsjp_belopp_per_inv_18_64: ['FBSJP, belopp per invånare 18–64 år', 'kr per invånare'],
  fbsjp_nettodgr_per_1000_inv_18_64_as_headed: ['FBSJP, nettodagar per invånare 18–64 år', 'nettodagar per invånare'],
  fbsjp_antal_mottagare: ['FBSJP, antal mottagare', 'personer'],
  fbsjp_mottagare_per_1000_inv_18_64: ['FBSJP, mottagare per 1 000 invånare 18–64 år', 'personer per 1 000 invånare'],
  fbsjp_belopp_per_mottagare: ['FBSJP, belopp per mottagare', 'kr per person'],
  fbsjp_nettodgr_per_mottagare: ['FBSJP, nettodagar per mottagare', 'nettodagar per person'],
  andel_tidigare_sjukpenning_procent: ['Andel som fått sjukpenning högst tre år före FBSJP', 'procent'],
  apr_belopp_per_inv_18_64: ['APR, belopp per invånare 18–64 år', 'kr per invånare'],
  antal_anordnare: ['Antal anordnare', 'anordnare'],
  anordnare_per_100000_inv: ['Anordnare per 100 000 invånare', 'anordnare per 100 000 invånare'],
  kbt_ipt_per_1000_inv_18_64: ['KBT och IPT per 1 000 invånare 18–64 år', 'behandlingar per 1 000 invånare'],
  mmr_per_1000_inv_18_64: ['MMR per 1 000 invånare 18–64 år', 'behandlingar per 1 000 invånare'],
}
const TRYCKTA: readonly Variabelnamn[] = Object.entries(TRYCKT_RUBRIK).map(([id, [rubrik, enhet]]) => ({
  id,
  rubrik,
  enhet,
  definition: `Som tryckt i rapport 004, bilaga 1, tabell 1 (${enhet}).`,
}))

function tryckta(): Variabelvarden[] {
  const rader = publiceradTabell('1')
  const omraden = rader.map((r) => r.lan!)
  return TRYCKTA.map((v) => ({ ...v, omraden, varden: new Map(rader.map((r) => [r.lan!, Number(r[v.id])])) }))
}

function sambandet(f: Sambandsfraga, variabler: readonly Variabelvarden[]): Sambandssvar {
  const hitta = (id: string, falt: string): Variabelvarden => {
    const v = variabler.find((x) => x.id === id)
    if (!v) throw new Analysfel('okandVariabel', `Variabeln ”${id}” finns inte.`, [{ falt, text: 'Välj en variabel i listan.' }])
    return v
  }
  const [x, y] = [hitta(f.x, 'x'), hitta(f.y, 'y')]
  const okanda = f.utan.filter((u) => !x.omraden.includes(u))
  if (okanda.length)
    throw new Analysfel('okantLan', `Länet ${okanda.join(', ')} finns inte.`, [
      { falt: 'utan', text: `Välj bland ${x.omraden.join(', ')}.` },
    ])
  const valda = x.omraden.filter((o) => !f.utan.includes(o))
  const med = valda.filter((o) => x.varden.has(o) && y.varden.has(o))
  const analys = samband(
    med,
    med.map((o) => x.varden.get(o)!),
    med.map((o) => y.varden.get(o)!),
  )
  const namn = ({ id, rubrik, enhet, definition }: Variabelvarden): Variabelnamn => ({ id, rubrik, enhet, definition })
  return {
    x: namn(x),
    y: namn(y),
    punkter: med.map((o) => ({ omrade: o, x: x.varden.get(o)!, y: y.varden.get(o)!, avvikare: analys.avvikare.includes(o) })),
    utan: f.utan,
    saknas: valda.filter((o) => !med.includes(o)),
    analys,
  }
}

/** `ett`: table 1 of an invented country. What it hides is hidden here. */
async function publicerat(k: Datakalla, ett: Tabellsvar | null): Promise<Publicerat> {
  const kal = ett ? await kalibrera(k) : null
  const dold = (lan: string, kolumn: number): boolean => ett!.rader.find((r) => r.nyckel[0] === lan)?.celler[kolumn - 1]?.dold !== undefined
  return {
    samband: jamforSamband(),
    tryckskillnader: tryckskillnader(),
    kalibrering:
      kal && ett
        ? {
            poster: kal.poster.filter((p) => !dold(p.lan, p.kolumn)),
            kolumner: ett.kolumner.map((c) => c.rubrik),
            anmarkningar: kal.anmarkningar,
          }
        : null,
  }
}

async function enkaten(k: Datakalla): Promise<Enkatsvaren> {
  const e = await lasEnkat(k)
  const index = [...new Set(e.fragor.flatMap((f) => f.index ?? []))].map((namn) => {
    const omraden = omradesindex(e, namn)
    const over = omraden.length ? overMedel(new Map(omraden.map((o) => [o.omrade, o.varde]))) : new Map<string, boolean>()
    return {
      index: namn,
      items: e.fragor.filter((f) => f.index === namn).map((f) => f.text),
      omraden: omraden
        .map((o) => ({ ...o, overMedel: over.get(o.omrade) ?? false }))
        .sort((a, b) => a.omrade.localeCompare(b.omrade, 'sv')),
    }
  })
  return {
    svarsfrekvens: svarsfrekvens(e, 'verksamhetsomrade'),
    paminnelser: svarPerPaminnelse(e),
    attPaminna: attPaminna(e).length,
    index,
    grader: [...samverkansgrad(e)].map(([omrade, grad]) => ({ omrade, grad })),
    kombinationer: kombinationer(e, 3),
    fragor: e.fragor
      .filter((f) => f.slag === 'skala')
      .map((f) => {
        const d = fordelning(e, f.fraga, f.item)
        return {
          fraga: f.fraga,
          item: f.item,
          text: f.text,
          n: d.n,
          vetEj: d.vetEj,
          minst: f.minst,
          hogst: f.hogst,
          svar: [...d.perVarde].map(([varde, antal]) => ({ varde, antal })),
        }
      }),
    fritext: e.fragor
      .filter((f) => f.slag === 'fritext')
      .map((f) => ({ fraga: f.fraga, item: f.item, text: f.text, ...kodsammanstallning(e, f.fraga, f.item) }))
      .filter((f) => f.n > 0),
  }
}
