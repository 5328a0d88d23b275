import { Domanfel } from '@atergang/arende'
import {
  berakna,
  dra,
  forklaraRad,
  lasAnordnarlista,
  lasAnsokningar,
  lasAnstallda,
  lasCsv,
  lasKalkylblad,
  lasOrgnr,
  lasRader,
  ORGNRFEL,
  lasKontrollresultat,
  lasPopulation,
  planera,
  rakna,
  skatta,
  STRATAVARIABLER,
  type Ansokanssvar,
  type AprAnsokan,
  type Halvar,
  type Import,
  type Importsammanhang,
  type Kontrollskattning,
  type Plan,
  type Radsvar,
  type Stratavariabel,
  type Urval,
} from '@atergang/formaner/apr'
import { aprKontrollandel, skrivTal, vardetDen, type Forklaring } from '@atergang/regelverk'
import { datumAv } from '@atergang/kalender'
import { idag, kravText, lasArgument, lasDatum, lasEttAv, lasFil, lasJson } from './argument.ts'
import { Kommandofel } from './problem.ts'

type Radmed = Radsvar & { readonly forklaring?: Forklaring }
export interface Beraknat {
  readonly ansokningar: readonly (Omit<Ansokanssvar, 'rader'> & { readonly rader: readonly Radmed[] })[]
}

/** What a subcommand answers, and what its text needs beside that. */
export type Aprsvar =
  | { readonly visa: 'berakna'; readonly svar: Beraknat; readonly underlag: readonly AprAnsokan[] }
  | { readonly visa: 'urval'; readonly svar: Urval | { readonly plan: Plan }; readonly utanfor: number }
  | { readonly visa: 'skatta'; readonly svar: Kontrollskattning }
  | { readonly visa: 'granska'; readonly svar: Import }

/** A file whose root is wrong names the option; rows keep their own paths. */
function franFilen<T>(las: () => T, namn = 'fil'): T {
  try {
    return las()
  } catch (fel) {
    if (fel instanceof Domanfel)
      throw new Kommandofel(
        fel.kod,
        fel.message,
        fel.falt.map((f) => (f.falt === '' ? { ...f, falt: namn } : f)),
      )
    throw fel
  }
}

/** The same for what is read as one goes. */
const franFilenAsync = async <T>(las: () => T | Promise<T>): Promise<T> => {
  try {
    return await las()
  } catch (fel) {
    return franFilen(() => {
      throw fel
    })
  }
}

function beraknaFilen(ord: readonly string[]): Aprsvar {
  const a = lasArgument(ord, { fil: { type: 'string' }, forklaring: { type: 'boolean' } })
  const data = lasJson(kravText(a, 'fil', 'filen med ansökningar'), 'fil', 'en lista: [{"id", "orgnr", "inkom", "kostnadsar", "rader"}]')
  const underlag = franFilen(() => lasAnsokningar(data))
  if (a.varden.forklaring !== true) return { visa: 'berakna', svar: berakna(underlag), underlag }
  const ansokningar = rakna(underlag).map((r) => ({
    id: r.id,
    beslut: r.beslut,
    belopp: r.belopp,
    skal: r.skal,
    rader: r.rader.map((x) => ({
      anstalld: x.anstalld,
      belopp: x.belopp,
      begransadAv: x.begransadAv,
      skal: x.skal,
      forklaring: forklaraRad(r, x),
    })),
  }))
  return { visa: 'berakna', svar: { ansokningar }, underlag }
}

function heltalsval(text: string, namn: string, minst: number, hogst: number): number {
  const n = Number(text)
  if (!/^\d+$/.test(text) || n < minst || n > hogst)
    throw new Kommandofel('ogiltigtTal', `”${text}” kan inte användas för --${namn}.`, [
      { falt: namn, text: `Skriv ett heltal, ${minst}–${hogst}.` },
    ])
  return n
}

function lasAndel(text: string): string {
  const andel = text.replace('.', ',')
  if (!/^(0(,\d{1,6})?|1(,0{1,6})?)$/.test(andel) || Number(text.replace(',', '.')) === 0)
    throw new Kommandofel('ogiltigAndel', `”${text}” är ingen andel.`, [
      { falt: 'andel', text: 'Skriv ett tal över 0 och högst 1, till exempel 0.15.' },
    ])
  return andel
}

function lasStrata(text: string): readonly Stratavariabel[] {
  const delar = text
    .split(',')
    .map((d) => d.trim())
    .filter(Boolean)
  return [...new Set(delar.map((d) => lasEttAv(d, 'strata', STRATAVARIABLER)))]
}

function urvalet(ord: readonly string[]): Aprsvar {
  const text = { type: 'string' } as const
  const a = lasArgument(ord, { fil: text, ar: text, halvar: text, fro: text, andel: text, strata: text, plan: { type: 'boolean' } })
  const ar = heltalsval(kravText(a, 'ar', 'året'), 'ar', 2018, 2200)
  const halvar = heltalsval(kravText(a, 'halvar', 'halvåret'), 'halvar', 1, 2) as Halvar
  const baraPlan = a.varden.plan === true
  const fro = baraPlan && a.varden.fro === undefined ? null : heltalsval(kravText(a, 'fro', 'fröet'), 'fro', 0, Number.MAX_SAFE_INTEGER)
  const andel =
    a.varden.andel === undefined ? skrivTal(vardetDen(aprKontrollandel, datumAv(ar, 12, 31)), 6) : lasAndel(String(a.varden.andel))
  const indelning = a.varden.strata === undefined ? undefined : lasStrata(String(a.varden.strata))
  const data = lasJson(kravText(a, 'fil', 'filen med arbetsgivare'), 'fil', 'en lista: [{"id", "belopp", "anstallda", "sektor", "lan"}]')
  const population = franFilen(() => lasPopulation(data, ar, halvar))
  if (population.enheter.length === 0)
    throw new Kommandofel('tomPopulation', `Ingen arbetsgivare i filen fick stöd halvår ${halvar} ${ar}.`, [
      { falt: 'fil', text: 'Kontrollera år, halvår och att beloppen är större än 0.' },
    ])
  const val = { andel, ...(indelning ? { indelning } : {}) }
  return {
    visa: 'urval',
    svar: baraPlan || fro === null ? { plan: planera(population, { ...val, fro }) } : dra(population, { ...val, fro }),
    utanfor: population.utanfor,
  }
}

function skattaFilen(ord: readonly string[]): Aprsvar {
  const a = lasArgument(ord, { fil: { type: 'string' } })
  const data = lasJson(kravText(a, 'fil', 'filen med urval och fynd'), 'fil', '{"urval": …, "fynd": […]}')
  return { visa: 'skatta', svar: skatta(franFilen(() => lasKontrollresultat(data))) }
}

/** An Excel file is a zip file. Told by its bytes, never by its name. */
const arKalkylblad = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

async function granskaBladet(ord: readonly string[]): Promise<Aprsvar> {
  const text = { type: 'string' } as const
  const a = lasArgument(ord, { fil: text, orgnr: text, ar: text, inkom: text, register: text, anstallda: text })
  const arbetsgivare = lasOrgnr(kravText(a, 'orgnr', 'arbetsgivarens organisationsnummer'))
  if (!arbetsgivare) throw new Kommandofel('ogiltigtOrgnr', ORGNRFEL, [{ falt: 'orgnr', text: 'Kontrollera numret.' }])
  const anstalldlista =
    a.varden.anstallda === undefined ? null : lasJson(String(a.varden.anstallda), 'anstallda', 'en lista: [{"anstalld", "from", "tom"}]')
  const register = lasJson(
    kravText(a, 'register', 'filen med godkända anordnare'),
    'register',
    'en lista: [{"orgnr", "godkand": [{"from", "tom"}]}]',
  )
  const sammanhang: Importsammanhang = {
    arbetsgivare,
    kostnadsar: heltalsval(kravText(a, 'ar', 'kalenderåret'), 'ar', 2018, 2200),
    idag: a.varden.inkom === undefined ? idag() : lasDatum(String(a.varden.inkom), 'inkom'),
    anordnare: franFilen(() => lasAnordnarlista(register), 'register'),
    anstallda: anstalldlista === null ? null : franFilen(() => lasAnstallda(anstalldlista), 'anstallda'),
    kandaFakturor: new Map(),
  }
  const bytes = lasFil(kravText(a, 'fil', 'filen med anställda'), 'fil')
  const tabell = await franFilenAsync(() => (arKalkylblad(bytes) ? lasKalkylblad(bytes) : lasCsv(bytes)))
  return { visa: 'granska', svar: franFilen(() => lasRader(tabell, sammanhang)) }
}

const UNDERKOMMANDON: Readonly<Record<string, (ord: readonly string[]) => Aprsvar | Promise<Aprsvar>>> = {
  berakna: beraknaFilen,
  granska: granskaBladet,
  urval: urvalet,
  skatta: skattaFilen,
}

/** `apr …`: the calculation, the draw and the estimate of arbetsplatsinriktat rehabiliteringsstöd, förordning (2014:67). */
export async function apr(ord: readonly string[]): Promise<Aprsvar> {
  const [vad, ...resten] = ord
  const k = vad !== undefined && Object.hasOwn(UNDERKOMMANDON, vad) ? UNDERKOMMANDON[vad] : undefined
  if (!k)
    throw new Kommandofel('okantKommando', `Skriv ”apr ${Object.keys(UNDERKOMMANDON).join('”, ”apr ')}”.`, [
      { falt: 'apr', text: `Välj ${Object.keys(UNDERKOMMANDON).join(', ')}.` },
    ])
  return k(resten)
}
