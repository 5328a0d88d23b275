import type { Ansokan } from '@atergang/formaner'
import { arDatum } from '@atergang/kalender'
import type { Faltfel } from '../../../stod/formular.ts'
import { lasTal } from '../../../stod/tal.ts'
import { arsinkomst, tolkaKronor } from './belopp.ts'
import { arAnstalld, harArbetsgivare, periodfel, type Stegnamn, type Utkast } from './utkast.ts'

/** What is sent: the application without what the server sets itself (the day it came, the signature). */
export type Sandning = Omit<Ansokan, 'inkom' | 'underskrift'>

const kanda = <T>(v: T | null | undefined): v is T => v !== null && v !== undefined

/** What both forms that ask for income keep of it. */
export type Inkomstutkast = Pick<Utkast, 'sysselsattning' | 'lon' | 'harAnnan' | 'annan'>

/** Income of employment and of other work; null when something needed for a true answer is missing. */
export function inkomsten(u: Inkomstutkast): { anstallning: number; annat: number } | null {
  const annat =
    u.sysselsattning === 'egenforetagare' || u.harAnnan === 'ja'
      ? tolkaKronor(u.annan)
      : u.harAnnan === 'nej' || u.annan.trim() === ''
        ? 0
        : null
  const egen = u.sysselsattning === 'egenforetagare' && u.lon.satt === ''
  const anstallning = egen ? 0 : arsinkomst(u.lon).varde
  return kanda(annat) && anstallning !== null ? { anstallning, annat } : null
}

/** A line for a number that could not be read, in the person's own words. */
const olasta = (vad: string, text: string, varde: number | null | undefined): string[] =>
  text.trim() && varde === null ? [`${vad}: ${text.trim()}`] : []

/** What of the income could not be sent as a number. */
export function inkomstIOrd(u: Inkomstutkast): string[] {
  const { lon } = u
  const del = inkomsten(u) ? null : { lon: arsinkomst(lon).varde, annan: tolkaKronor(u.annan) }
  return [
    ...(lon.satt === 'manad'
      ? [
          ...olasta('Månadslön', lon.manadslon, tolkaKronor(lon.manadslon)),
          ...olasta('Tillägg per månad', lon.tillagg, tolkaKronor(lon.tillagg)),
        ]
      : []),
    ...(lon.satt === 'timme'
      ? [
          ...olasta('Timlön', lon.timlon, tolkaKronor(lon.timlon)),
          ...olasta('Timmar per vecka', lon.timmarPerVecka, lasTal(lon.timmarPerVecka)),
        ]
      : []),
    ...(lon.satt === 'ar' ? olasta('Årsinkomst', lon.arslon, tolkaKronor(lon.arslon)) : []),
    ...olasta('Annan inkomst per år', u.annan, tolkaKronor(u.annan)),
    ...(del && del.lon !== null ? [`Årsinkomst av anställning: ${del.lon} kr`] : []),
    ...(del && typeof del.annan === 'number' ? [`Annan inkomst per år: ${del.annan} kr`] : []),
  ]
}

/** Answers with no field of their own, and numbers that could not be read: they go along in the person's own words. */
function iOrd(u: Utkast): string[] {
  const rader: string[] = []
  const olast = (...rad: Parameters<typeof olasta>): void => void rader.push(...olasta(...rad))
  if (u.sysselsattning === 'anstalld' && u.fickSjuklon === 'nej')
    rader.push('Arbetsgivaren har inte betalat sjuklön i den här sjukperioden.')
  if (arAnstalld(u.sysselsattning) && u.fickSjuklon === 'ja' && !sjuklonen(u))
    rader.push(
      `Arbetsgivaren har betalat sjuklön${u.sjuklon.from ? ` från ${u.sjuklon.from}` : ''}${u.sjuklon.tom ? ` till ${u.sjuklon.tom}` : ''}.`,
    )
  rader.push(...inkomstIOrd(u))
  const l = u.lonUnderSjukdom
  if (u.farLon === 'ja') {
    olast('Lön under sjukdom per månad', l.perManad, tolkaKronor(l.perManad))
    olast('Lön när jag arbetar per månad', l.lonIArbetePerManad, tolkaKronor(l.lonIArbetePerManad))
  }
  const { timmar, dagar } = u.arbetstid
  if ((timmar.trim() || dagar.trim()) && !arbetstiden(u))
    rader.push(
      `Arbetstid per vecka: ${[timmar.trim() && `${timmar.trim()} timmar`, dagar.trim() && `${dagar.trim()} dagar`].filter(Boolean).join(', ')}`,
    )
  if (harArbetsgivare(u.sysselsattning) && !u.arbetsgivare.namn.trim() && u.arbetsgivare.orgnr.trim())
    rader.push(`Arbetsgivarens organisationsnummer: ${u.arbetsgivare.orgnr.trim()}`)
  return rader
}

function lonen(u: Utkast): Ansokan['lonUnderSjukdom'] {
  const perManad = tolkaKronor(u.lonUnderSjukdom.perManad)
  const lonIArbetePerManad = tolkaKronor(u.lonUnderSjukdom.lonIArbetePerManad)
  // That there is pay is told though its size is not: it puts a question to the officer.
  return u.farLon === 'ja'
    ? { ...(kanda(perManad) ? { perManad } : {}), ...(kanda(lonIArbetePerManad) ? { lonIArbetePerManad } : {}) }
    : undefined
}

function arbetstiden(u: Utkast): Ansokan['arbetstid'] {
  const timmarPerVecka = lasTal(u.arbetstid.timmar)
  const dagarPerVecka = lasTal(u.arbetstid.dagar)
  const rimlig = kanda(timmarPerVecka) && timmarPerVecka <= 100 && Number.isInteger(dagarPerVecka) && dagarPerVecka! <= 7
  return rimlig ? { timmarPerVecka, dagarPerVecka: dagarPerVecka! } : undefined
}

function sjuklonen(u: Utkast): Ansokan['sjuklon'] {
  const { from, tom } = u.sjuklon
  return arAnstalld(u.sysselsattning) && u.fickSjuklon === 'ja' && arDatum(from) && arDatum(tom) ? { from, tom } : undefined
}

/** The application to send. Nothing the person wrote is left out, nothing they did not write is added. */
export function somSandning(u: Utkast): Sandning {
  const forsta =
    u.perioder
      .map((p) => p.from)
      .filter(Boolean)
      .sort()[0] ?? ''
  const inkomst = inkomsten(u)
  const lon = lonen(u)
  const arbetstid = arbetstiden(u)
  const sjuklon = sjuklonen(u)
  const orgnr = u.arbetsgivare.orgnr.trim()
  const varde = {
    forstaSjukdag: u.forstaSjukdag || forsta,
    perioder: u.perioder
      .filter((p) => p.from || p.tom || p.omfattning)
      .map((p) => ({ from: p.from, tom: p.tom, omfattning: p.omfattning === '' ? undefined : Number(p.omfattning) })),
    sysselsattning: u.sysselsattning || undefined,
    ...(harArbetsgivare(u.sysselsattning) && u.arbetsgivare.namn.trim()
      ? { arbetsgivare: { namn: u.arbetsgivare.namn.trim(), ...(orgnr ? { orgnr } : {}) } }
      : {}),
    arbetsuppgifter: u.arbetsuppgifter.trim(),
    ...(u.sysselsattning === 'arbetslos' && u.anmald ? { anmaldSomArbetssokande: u.anmald === 'ja' } : {}),
    ...(u.arbetarISverige && u.sysselsattning !== 'arbetslos' ? { forsakrad: { arbetarISverige: u.arbetarISverige === 'ja' } } : {}),
    ...(inkomst ? { inkomst } : {}),
    ...(sjuklon ? { sjuklon } : {}),
    ...(arbetstid ? { arbetstid } : {}),
    ...(lon ? { lonUnderSjukdom: lon } : {}),
    overigt: [u.overigt.trim(), ...iOrd(u)].filter(Boolean).join('\n'),
    hederOchSamvete: u.heder,
  }
  return varde as Sandning
}

export interface Saknat {
  readonly steg: Stegnamn
  readonly text: string
}

/** What the person may leave out, and what follows: a question from us later, never a stop. */
export function saknas(u: Utkast): Saknat[] {
  const ut: Saknat[] = []
  const lagg = (steg: Stegnamn, villkor: boolean, text: string): void => {
    if (villkor) ut.push({ steg, text })
  }
  const s = u.sysselsattning
  lagg('sysselsattning', arAnstalld(s) && !u.arbetsgivare.namn.trim(), 'vem som är din arbetsgivare')
  lagg(
    'sysselsattning',
    arAnstalld(s) && Boolean(u.arbetsgivare.namn.trim()) && !u.arbetsgivare.orgnr.trim(),
    'arbetsgivarens organisationsnummer, om vi behöver ställa en fråga till arbetsgivaren',
  )
  lagg('sysselsattning', (s === 'anstalld' || s === 'egenforetagare') && !u.arbetsuppgifter.trim(), 'vad du gör på ditt arbete')
  lagg('sysselsattning', s === 'arbetslos' && !u.anmald, 'om du är anmäld som arbetssökande')
  lagg('inkomst', !inkomsten(u), 'din inkomst för ett år')
  lagg('inkomst', u.farLon === 'ja' && !lonen(u), 'vilken lön du får medan du är sjuk')
  return ut
}

const SAMMA: Readonly<Record<string, string>> = {
  forstaSjukdag: 'forstaSjukdag',
  sysselsattning: 'sysselsattning',
  'arbetsgivare.namn': 'arbetsgivare-namn',
  'arbetsgivare.orgnr': 'arbetsgivare-orgnr',
  arbetsuppgifter: 'arbetsuppgifter',
  overigt: 'overigt',
  hederOchSamvete: 'heder',
}
const BORJAN: readonly (readonly [string, string])[] = [
  ['perioder', 'period-0-from'],
  ['inkomst.annat', 'annan'],
  ['inkomst', 'lon-satt'],
  ['sjuklon.tom', 'sjuklon-tom'],
  ['sjuklon', 'sjuklon-from'],
  ['arbetstid.dagar', 'arbetstid-dagar'],
  ['arbetstid', 'arbetstid-timmar'],
  ['lonUnderSjukdom', 'lonsjuk'],
]

/** The field on the page for a field of the application, as the server names it. */
export function faltFor(namn: string): string | undefined {
  const period = /^perioder\.(\d+)\.(from|tom|omfattning)$/.exec(namn)
  if (period) return `period-${period[1]}-${period[2]}`
  return SAMMA[namn] ?? BORJAN.find(([b]) => namn.startsWith(b))?.[1]
}

/** In which step a field stands. */
export function stegFor(falt: string): Stegnamn {
  if (falt === 'heder') return 'granska'
  if (/^(period-|forstaSjukdag)/.test(falt)) return 'perioder'
  if (/^(sysselsattning|arbetsgivare|arbetsuppgifter|sjuklon|fickSjuklon|anmald|arbetarISverige)/.test(falt)) return 'sysselsattning'
  return falt === 'overigt' || falt.startsWith('anpassning') ? 'ovrigt' : 'inkomst'
}

/** What must be in place before sending: at least one whole period, how the person makes a living, and the signature. */
export function hinder(u: Utkast): Faltfel[] {
  const fel: Faltfel[] = []
  u.perioder.forEach((p, i) => {
    const tom = !p.from && !p.tom && !p.omfattning
    if (tom && u.perioder.length > 1) return
    const nr = u.perioder.length > 1 ? `Period ${i + 1}: ` : ''
    const f = periodfel(p)
    if (!p.from || f.from) fel.push({ falt: `period-${i}-from`, text: `${nr}${f.from ?? 'Skriv från och med vilken dag du ansöker.'}` })
    if (!p.tom || f.tom) fel.push({ falt: `period-${i}-tom`, text: `${nr}${f.tom ?? 'Skriv till och med vilken dag du ansöker.'}` })
    if (!p.omfattning) fel.push({ falt: `period-${i}-omfattning`, text: `${nr}Välj hur stor del av sjukpenningen du ansöker om.` })
  })
  if (u.forstaSjukdag && !arDatum(u.forstaSjukdag))
    fel.push({ falt: 'forstaSjukdag', text: 'Skriv den första sjukdagen som år-månad-dag, till exempel 2026-03-02.' })
  if (!u.sysselsattning)
    fel.push({ falt: 'sysselsattning', text: 'Välj hur du försörjer dig. Reglerna är olika, så utan det kan vi inte ta emot ansökan.' })
  if (
    arAnstalld(u.sysselsattning) &&
    u.fickSjuklon === 'ja' &&
    arDatum(u.sjuklon.from) &&
    arDatum(u.sjuklon.tom) &&
    u.sjuklon.tom < u.sjuklon.from
  )
    fel.push({ falt: 'sjuklon-tom', text: 'Sjuklönen slutar innan den börjar. Byt plats på dagarna.' })
  if (!u.heder) fel.push({ falt: 'heder', text: 'Kryssa i rutan för att intyga att uppgifterna är riktiga.' })
  return fel
}
