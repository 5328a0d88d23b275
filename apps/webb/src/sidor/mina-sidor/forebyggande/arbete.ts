import { VECKODAGAR, VECKODAGSNAMN, type Arbetsschema, type Kant, type Schemauppgift, type Veckodag } from '@atergang/formaner'
import { arDatum, medManadsnamn } from '@atergang/kalender'
import type { Faltfel } from '../../../stod/formular.ts'
import { lasTal, skrivTal } from '../../../stod/tal.ts'
import { inkomsten, inkomstIOrd } from '../ansokan/skicka.ts'
import { arAnstalld, harArbetsgivare, type JaNej, type Utkast as Sjukpenningutkast } from '../ansokan/utkast.ts'
import { avvikelsefel, passen, somRader, type Avvikelse } from './pass.ts'
import { arTid, lasTid } from './tid.ts'

/** Work and income as the person writes it: the same part of both applications. */
export interface Arbetsutkast extends Pick<Sjukpenningutkast, 'sysselsattning' | 'arbetsgivare' | 'lon' | 'harAnnan' | 'annan'> {
  /** hours a weekday; nothing written is not known */
  vecka: Record<Veckodag, string>
  start: string
  harRast: JaNej
  rast: { start: string; min: string }
  /** other hours from week to week: then the dates are told, and no week */
  skift: JaNej
  avvikelser: Avvikelse[]
  arsarbetstid: string
  sok: { anmald: JaNej; beredd: JaNej; timmar: string }
}

const janej = (b: boolean | undefined): JaNej => (b === undefined ? '' : b ? 'ja' : 'nej')
const tomVecka = (): Record<Veckodag, string> => ({ man: '', tis: '', ons: '', tor: '', fre: '', lor: '', son: '' })

/** What is known is filled in (B024); the person sees it and can change it. */
export function nyttArbete(kant: Kant): Arbetsutkast {
  const { arbetsschema: s, inkomst, arbetssokande: sok } = kant
  return {
    sysselsattning: (kant.sysselsattning ?? '') as Arbetsutkast['sysselsattning'],
    arbetsgivare: { namn: kant.arbetsgivare ?? '', orgnr: '' },
    lon: {
      satt: inkomst ? 'ar' : '',
      manadslon: '',
      tillagg: '',
      timlon: '',
      timmarPerVecka: '',
      arslon: inkomst ? skrivTal(inkomst.anstallning) : '',
    },
    harAnnan: inkomst ? janej(inkomst.annat > 0) : '',
    annan: inkomst && inkomst.annat > 0 ? skrivTal(inkomst.annat) : '',
    vecka: s ? (Object.fromEntries(VECKODAGAR.map((v) => [v, skrivTal(s.arbetstid[v])])) as Record<Veckodag, string>) : tomVecka(),
    start: s?.arbetsstart ?? '',
    harRast: s ? janej(Boolean(s.lunch)) : '',
    rast: { start: s?.lunch?.start ?? '', min: s?.lunch ? String(s.lunch.min) : '' },
    skift: s && s.avvikelser.length && VECKODAGAR.every((v) => s.arbetstid[v] === undefined) ? 'ja' : '',
    avvikelser: somRader(s?.avvikelser ?? []),
    arsarbetstid: skrivTal(kant.arsarbetstid),
    sok: { anmald: janej(sok?.anmald), beredd: janej(sok?.beredd), timmar: skrivTal(sok?.timmarPerDag) },
  }
}

const timmar = (t: string): number | null | undefined => {
  const n = lasTal(t)
  return typeof n === 'number' && n > 24 ? null : n
}

/** Is there a day of work to compare the treatment with? */
export const arbetar = (s: Arbetsutkast['sysselsattning']): boolean => s !== '' && s !== 'arbetslos'

/** The working time as the case keeps it; undefined until a weekday and the start of the day can be read, or for shifts a date. */
export function schemat(u: Arbetsutkast): Schemauppgift | undefined {
  const avvikelser = passen(u.avvikelser)
  if (u.skift === 'ja') return avvikelser.length ? { arbetstid: {}, avvikelser } : undefined
  const arbetstid = Object.fromEntries(
    VECKODAGAR.flatMap((v) => (typeof timmar(u.vecka[v]) === 'number' ? [[v, timmar(u.vecka[v])]] : [])),
  ) as Arbetsschema['arbetstid']
  const start = lasTid(u.start)
  if (!start || Object.keys(arbetstid).length === 0) return undefined
  const rast = { start: lasTid(u.rast.start), min: lasTal(u.rast.min) }
  const lunch =
    u.harRast === 'ja' && rast.start && Number.isInteger(rast.min) && rast.min! <= 480 ? { start: rast.start, min: rast.min! } : undefined
  return { arbetstid, arbetsstart: start, ...(lunch ? { lunch } : {}), avvikelser }
}

/** The unemployed: hours of seeking work take the place of working hours. */
function sokandet(u: Arbetsutkast) {
  const h = timmar(u.sok.timmar)
  return u.sysselsattning === 'arbetslos' && u.sok.anmald && u.sok.beredd && typeof h === 'number'
    ? { anmald: u.sok.anmald === 'ja', beredd: u.sok.beredd === 'ja', timmarPerDag: h }
    : undefined
}

/** Work and income for an application: nothing that was not written. */
export function somArbetsuppgifter(u: Arbetsutkast) {
  const inkomst = inkomsten(u)
  const schema = arbetar(u.sysselsattning) ? schemat(u) : undefined
  const arbetssokande = sokandet(u)
  const ar = lasTal(u.arsarbetstid)
  const arsarbetstid = arbetar(u.sysselsattning) && typeof ar === 'number' && ar >= 1 && ar <= 8784 ? ar : undefined
  const orgnr = u.arbetsgivare.orgnr.trim()
  return {
    ...(u.sysselsattning ? { sysselsattning: u.sysselsattning } : {}),
    ...(harArbetsgivare(u.sysselsattning) && u.arbetsgivare.namn.trim()
      ? { arbetsgivare: { namn: u.arbetsgivare.namn.trim(), ...(orgnr ? { orgnr } : {}) } }
      : {}),
    ...(inkomst ? { inkomst } : {}),
    ...(schema ? { arbetsschema: schema } : {}),
    ...(arsarbetstid ? { arsarbetstid } : {}),
    ...(arbetssokande ? { arbetssokande } : {}),
  }
}

/** What could not be sent as a value goes along in the person's own words: nothing written is lost. */
export function arbeteIOrd(u: Arbetsutkast): string[] {
  const dagar = VECKODAGAR.filter((v) => u.vecka[v].trim())
  const ar = lasTal(u.arsarbetstid)
  return [
    ...(arbetar(u.sysselsattning) && u.skift !== 'ja' && dagar.length && !schemat(u)
      ? [
          `Arbetstid: ${dagar.map((v) => `${VECKODAGSNAMN[v]} ${u.vecka[v].trim()} timmar`).join(', ')}${u.start.trim() ? `, börjar ${u.start.trim()}` : ''}`,
        ]
      : []),
    ...(arbetar(u.sysselsattning) && u.arsarbetstid.trim() && (typeof ar !== 'number' || ar < 1 || ar > 8784)
      ? [`Årsarbetstid: ${u.arsarbetstid.trim()}`]
      : []),
    ...(u.sysselsattning === 'arbetslos' && !sokandet(u)
      ? ([
          u.sok.anmald && `Anmäld på Arbetsförmedlingen: ${u.sok.anmald}`,
          u.sok.beredd && `Beredd att ta ett arbete: ${u.sok.beredd}`,
          u.sok.timmar.trim() && `Söker arbete, timmar om dagen: ${u.sok.timmar.trim()}`,
        ].filter(Boolean) as string[])
      : []),
    ...inkomstIOrd(u),
  ]
}

/** The errors of this part, told at once and before sending; an empty field is never wrong. */
export function arbetsfel(u: Arbetsutkast): Faltfel[] {
  const fel: Faltfel[] = []
  if (arbetar(u.sysselsattning)) {
    for (const v of VECKODAGAR)
      if (u.skift !== 'ja' && timmar(u.vecka[v]) === null)
        fel.push({ falt: `vecka-${v}`, text: `Skriv timmarna för ${VECKODAGSNAMN[v]} med siffror, högst 24, till exempel 8 eller 7,5.` })
    if (u.skift !== 'ja' && u.start && !arTid(u.start))
      fel.push({ falt: 'arbetsstart', text: 'Skriv klockslaget då arbetsdagen börjar som timme:minut, till exempel 08:00.' })
    if (u.skift !== 'ja' && u.harRast === 'ja' && u.rast.start && !arTid(u.rast.start))
      fel.push({ falt: 'rast-start', text: 'Skriv klockslaget då rasten börjar, till exempel 12:00.' })
    if (u.skift !== 'ja' && u.harRast === 'ja' && u.rast.min && !(Number.isInteger(lasTal(u.rast.min)) && lasTal(u.rast.min)! <= 480))
      fel.push({ falt: 'rast-min', text: 'Skriv hur lång rasten är i hela minuter, till exempel 30.' })
    const ar = lasTal(u.arsarbetstid)
    if (ar === null || (ar !== undefined && (ar < 1 || ar > 8784)))
      fel.push({ falt: 'arsarbetstid', text: 'Skriv årsarbetstiden i timmar, mellan 1 och 8 784, till exempel 1 980.' })
    u.avvikelser.forEach((a, i) => {
      const f = avvikelsefel(a)
      for (const [namn, text] of Object.entries(f))
        fel.push({ falt: `avvikelse-${i}-${namn}`, text: `${arDatum(a.datum) ? `${medManadsnamn(a.datum)}: ` : ''}${text}` })
    })
  }
  if (u.sysselsattning === 'arbetslos' && timmar(u.sok.timmar) === null)
    fel.push({ falt: 'sok-timmar', text: 'Skriv timmarna med siffror, högst 24, till exempel 8.' })
  return fel
}

/** What may be left out, and that we then ask about later (never a stop). */
export function arbeteSaknas(u: Arbetsutkast): string[] {
  if (!u.sysselsattning) return ['hur du försörjer dig']
  return [
    ...(arAnstalld(u.sysselsattning) && !u.arbetsgivare.namn.trim() ? ['vem som är din arbetsgivare'] : []),
    ...(arbetar(u.sysselsattning) && !schemat(u) ? ['dina arbetstider'] : []),
    ...(arAnstalld(u.sysselsattning) && !u.arsarbetstid.trim() ? ['din årsarbetstid'] : []),
    ...(u.sysselsattning === 'arbetslos' && !sokandet(u)
      ? ['om du är anmäld på Arbetsförmedlingen, beredd att arbeta och hur många timmar om dagen du söker arbete']
      : []),
    ...(inkomsten(u) ? [] : ['din inkomst för ett år']),
  ]
}

const ARBETSFALT: readonly (readonly [RegExp, string])[] = [
  [/^sysselsattning/, 'sysselsattning'],
  [/^arbetsgivare\.orgnr/, 'arbetsgivare-orgnr'],
  [/^arbetsgivare/, 'arbetsgivare-namn'],
  [/^arbetsschema\.arbetsstart/, 'arbetsstart'],
  [/^arbetsschema\.lunch/, 'rast-start'],
  [/^arbetsschema\.avvikelser\.(\d+)/, 'avvikelse-$1-datum'],
  [/^arsarbetstid/, 'arsarbetstid'],
  [/^arbetssokande\.anmald/, 'sok-anmald'],
  [/^arbetssokande\.beredd/, 'sok-beredd'],
  [/^arbetssokande/, 'sok-timmar'],
  [/^inkomst\.annat/, 'annan'],
  [/^inkomst/, 'lon-satt'],
]

/** The field on the page for a field of work and income, as the server names it. */
export function arbetsfaltFor(namn: string): string | undefined {
  const dag = /^arbetsschema\.arbetstid\.(\w+)$/.exec(namn)
  if (dag) return `vecka-${dag[1]}`
  const traff = ARBETSFALT.find(([m]) => m.test(namn))
  return traff && (traff[0].exec(namn)![1] ? traff[1].replace('$1', traff[0].exec(namn)![1]!) : traff[1])
}
