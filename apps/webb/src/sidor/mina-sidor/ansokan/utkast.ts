import type { Ansokan } from '@atergang/formaner'
import { arDatum, dagarMellan, type Datum } from '@atergang/kalender'
import type { Loneuppgift } from './belopp.ts'

export const STEG = ['perioder', 'sysselsattning', 'inkomst', 'ovrigt', 'granska'] as const
export type Stegnamn = (typeof STEG)[number]
export const STEGRUBRIK: Readonly<Record<Stegnamn, string>> = {
  perioder: 'Dagar du ansöker för',
  sysselsattning: 'Din sysselsättning',
  inkomst: 'Din inkomst',
  ovrigt: 'Övrigt',
  granska: 'Granska och skicka',
}
export const arSteg = (s: unknown): s is Stegnamn => (STEG as readonly unknown[]).includes(s)

export type JaNej = '' | 'ja' | 'nej'
export type Sysselsattning = Ansokan['sysselsattning']

export interface Utkastperiod {
  from: string
  tom: string
  omfattning: '' | '1' | '0.75' | '0.5' | '0.25'
}

/** The application while it is written: everything as text, as the person wrote it. */
export interface Utkast {
  form: 1
  steg: Stegnamn
  perioder: Utkastperiod[]
  forstaSjukdag: string
  sysselsattning: '' | Sysselsattning
  arbetsgivare: { namn: string; orgnr: string }
  arbetsuppgifter: string
  fickSjuklon: JaNej
  sjuklon: { from: string; tom: string }
  anmald: JaNej
  arbetarISverige: JaNej
  lon: { -readonly [K in keyof Loneuppgift]: Loneuppgift[K] }
  harAnnan: JaNej
  annan: string
  farLon: JaNej
  lonUnderSjukdom: { perManad: string; lonIArbetePerManad: string }
  arbetstid: { timmar: string; dagar: string }
  overigt: string
  anpassning: { behov: JaNej; sprak: string; tolk: boolean; format: string; ombud: string }
  heder: boolean
}

export interface Forslagsperiod {
  readonly from: Datum
  readonly tom: Datum
  readonly grad: number
  readonly forstaSjukdag: Datum
}

const tomPeriod = (): Utkastperiod => ({ from: '', tom: '', omfattning: '' })
export const nyPeriod = tomPeriod

const tomt = (): Utkast => ({
  form: 1,
  steg: 'perioder',
  perioder: [tomPeriod()],
  forstaSjukdag: '',
  sysselsattning: '',
  arbetsgivare: { namn: '', orgnr: '' },
  arbetsuppgifter: '',
  fickSjuklon: '',
  sjuklon: { from: '', tom: '' },
  anmald: '',
  arbetarISverige: '',
  lon: { satt: '', manadslon: '', tillagg: '', timlon: '', timmarPerVecka: '', arslon: '' },
  harAnnan: '',
  annan: '',
  farLon: '',
  lonUnderSjukdom: { perManad: '', lonIArbetePerManad: '' },
  arbetstid: { timmar: '', dagar: '' },
  overigt: '',
  anpassning: { behov: '', sprak: '', tolk: false, format: '', ombud: '' },
  heder: false,
})

const janej = (b: boolean | undefined): JaNej => (b === undefined ? '' : b ? 'ja' : 'nej')
const siffror = (n: number | undefined): string => (n === undefined ? '' : String(n).replace('.', ','))

/** Free days that still join two stretches into one sick period (27 kap. 32 §: begins within five days). */
const SAMMA_SJUKPERIOD = 5

/** A new application: the days of the certificate, and what the person told last time. All of it can be changed. */
export function nyttUtkast(forslag: readonly Forslagsperiod[], forra: Ansokan | null): Utkast {
  const u = tomt()
  if (forslag.length) {
    u.perioder = forslag.map((p) => ({ from: p.from, tom: p.tom, omfattning: String(p.grad) as Utkastperiod['omfattning'] }))
    u.forstaSjukdag = forslag[0]!.forstaSjukdag
  }
  if (!forra) return u
  const sista = forra.perioder
    .map((p) => p.tom)
    .sort()
    .at(-1)
  const fortsatter = sista !== undefined && (forslag.length === 0 || dagarMellan(sista, forslag[0]!.from) <= SAMMA_SJUKPERIOD)
  if (fortsatter) {
    u.forstaSjukdag = forra.forstaSjukdag
    if (forra.sjuklon) Object.assign(u, { fickSjuklon: 'ja', sjuklon: { ...forra.sjuklon } })
  }
  u.sysselsattning = forra.sysselsattning
  u.arbetsgivare = { namn: forra.arbetsgivare?.namn ?? '', orgnr: forra.arbetsgivare?.orgnr ?? '' }
  u.arbetsuppgifter = forra.arbetsuppgifter
  u.anmald = janej(forra.anmaldSomArbetssokande)
  u.arbetarISverige = janej(forra.forsakrad?.arbetarISverige)
  if (forra.inkomst) {
    u.lon = { ...u.lon, satt: 'ar', arslon: siffror(forra.inkomst.anstallning) }
    u.harAnnan = janej(forra.inkomst.annat > 0)
    u.annan = forra.inkomst.annat > 0 ? siffror(forra.inkomst.annat) : ''
  }
  u.arbetstid = { timmar: siffror(forra.arbetstid?.timmarPerVecka), dagar: siffror(forra.arbetstid?.dagarPerVecka) }
  return u
}

/** A saved draft, if it is of the form this page writes. Fields that came later get their empty value; what is given on honour is given anew. */
export function lastUtkast(sparat: unknown): Utkast | null {
  if (typeof sparat !== 'object' || sparat === null || (sparat as { form?: unknown }).form !== 1) return null
  const u = { ...tomt(), ...(sparat as Partial<Utkast>), heder: false }
  return arSteg(u.steg) ? u : { ...u, steg: 'perioder' }
}

export const arAnstalld = (s: Utkast['sysselsattning']): boolean => s === 'anstalld' || s === 'behovsanstalld'
export const harArbetsgivare = (s: Utkast['sysselsattning']): boolean => arAnstalld(s) || s === 'foraldraledig'

/** What is wrong with a period as it stands; an empty field is not wrong until the application is sent. */
export function periodfel(p: Utkastperiod): { from?: string; tom?: string } {
  const fel: { from?: string; tom?: string } = {}
  if (p.from && !arDatum(p.from)) fel.from = 'Skriv datumet som år-månad-dag, till exempel 2026-03-02.'
  if (p.tom && !arDatum(p.tom)) fel.tom = 'Skriv datumet som år-månad-dag, till exempel 2026-03-29.'
  else if (p.tom && arDatum(p.from) && p.tom < p.from) fel.tom = 'Perioden slutar innan den börjar. Byt plats på dagarna.'
  return fel
}
