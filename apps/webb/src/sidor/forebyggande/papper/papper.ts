import {
  KOMPLETTERINGSFALT,
  saknasIPlanen,
  saknasIUtlatandet,
  type AnsokanPlan,
  type Kompletteringsfalt,
  type Utlatande,
} from '@atergang/formaner'
import { arDatum, medManadsnamn } from '@atergang/kalender'
import type { Faltfel } from '../../../stod/formular.ts'
import { komstfel, nyKomst, somKomst, type Papperskomst } from '../../../stod/papper.ts'
import { radskrivfel, somErsattning, tillfallet, valda, type Ersattningsutkast } from '../../mina-sidor/forebyggande/ersattning.ts'
import { skrivfel as planfel, somPlan, type Planutkast } from '../../mina-sidor/forebyggande/plan.ts'
import { hinder as utlatandehinder, skrivfel as utlatandefel, somUtlatande, type Utlatandeutkast } from '../../utlatande/utlatande.ts'
import { stor } from '../../../stod/text.ts'

export const SLAG = { plan: 'Ansökan om plan', utlatande: 'Läkarutlåtande', ersattning: 'Ansökan om ersättning' } as const
export type Slag = keyof typeof SLAG
/** As in ”dagen då … kom in”. */
export const VAD: Readonly<Record<Slag, string>> = { plan: 'ansökan', utlatande: 'utlåtandet', ersattning: 'ansökan' }

export interface Olasligt {
  falt: string
  text: string
}

/** A paper as the officer writes it off: the same forms as the person and the doctor fill in themselves, and how the paper was. */
export interface Pappersform {
  slag: Slag
  personnummer: string
  fornamn: string
  efternamn: string
  kanal: 'post' | 'uppladdning' | ''
  komst: Papperskomst
  olasligt: Olasligt[]
  underskriven: boolean
  /** the undecided claim that this one corrects */
  ersatter: string
  plan: Planutkast
  utlatande: Utlatandeutkast
  ersattning: Ersattningsutkast
}
export const nyForm = (f: Pick<Pappersform, 'slag' | 'plan' | 'utlatande' | 'ersattning'>): Pappersform => ({
  personnummer: '',
  fornamn: '',
  efternamn: '',
  kanal: '',
  komst: nyKomst(),
  olasligt: [],
  underskriven: false,
  ersatter: '',
  ...f,
})

export const OLASLIGT_VAL = Object.entries(KOMPLETTERINGSFALT).map(([varde, { namn }]) => ({ varde, text: stor(namn) }))
const arFalt = (f: string): f is Kompletteringsfalt => f in KOMPLETTERINGSFALT

/** Rows of the claim that name a day and no time that can be read: taken in as they are, and asked about. */
const utanTid = (u: Ersattningsutkast) => valda(u).filter((t) => arDatum(t.datum) && !tillfallet(t))

/** What cannot be read, told by the officer or by rows left without a time. */
export function olasligt(f: Pappersform): { falt: Kompletteringsfalt; text: string }[] {
  return [
    ...f.olasligt.filter((o) => o.text.trim()).map((o) => ({ falt: arFalt(o.falt) ? o.falt : ('annat' as const), text: o.text.trim() })),
    ...(f.slag === 'ersattning'
      ? utanTid(f.ersattning).map((t) => ({
          falt: 'tillfallen' as const,
          text: `klockslag och minuter ${medManadsnamn(t.datum as never)}`,
        }))
      : []),
  ]
}

/** The claim with its rows without a time as days of no minutes: nothing is guessed, and the day is not lost. */
export function somPappersersattning(u: Ersattningsutkast) {
  const hela = somErsattning(u)
  const tomma = utanTid(u).map((t) => ({
    id: t.id,
    behandling: t.behandling,
    utforande: (t.utforande || 'paPlats') as (typeof hela.tillfallen)[number]['utforande'],
    datum: t.datum as (typeof hela.tillfallen)[number]['datum'],
    start: '00:00',
    behandlingMin: 0,
    forberedelseMin: 0,
    efterMin: 0,
    resaDitMin: 0,
    resaHemMin: 0,
  }))
  return { ...hela, tillfallen: [...hela.tillfallen, ...tomma].sort((a, b) => (a.datum + a.start < b.datum + b.start ? -1 : 1)) }
}

/** What stops the paper from being registered: who, how it came, and what is written here and cannot be read. Never what the paper lacks. */
export function hinder(f: Pappersform, iArende: boolean, idag: string): Faltfel[] {
  return [
    ...(iArende || /^\d{8}[-+ ]?\d{4}$/.test(f.personnummer.trim())
      ? []
      : [{ falt: 'personnummer', text: 'Skriv personnumret med tolv siffror, ÅÅÅÅMMDD-NNNN.' }]),
    ...(f.kanal ? [] : [{ falt: 'kanal', text: 'Välj hur pappret kom in.' }]),
    ...komstfel(f.komst, idag, VAD[f.slag]),
    ...(f.slag === 'plan'
      ? planfel(f.plan)
      : f.slag === 'utlatande'
        ? [...utlatandefel(f.utlatande), ...utlatandehinder(f.utlatande).filter((x) => x.falt?.startsWith('uppfoljning-'))].filter(
            (x, i, alla) => alla.findIndex((y) => y.falt === x.falt) === i,
          )
        : ersattningsfel(f.ersattning, idag)),
    ...f.olasligt.flatMap((o, i) =>
      o.falt && !o.text.trim() ? [{ falt: `olasligt.${i}.text`, text: 'Skriv vad som inte går att läsa, eller ta bort raden.' }] : [],
    ),
  ]
}

const ersattningsfel = (u: Ersattningsutkast, idag: string): Faltfel[] => [
  ...radskrivfel(u, idag as never),
  ...(valda(u).some((t) => arDatum(t.datum))
    ? []
    : [
        {
          falt: 'valda',
          text: 'Välj eller lägg till minst en dag som ansökan gäller. Framgår ingen dag, ring personen och fråga innan du registrerar.',
        },
      ]),
]

/** What becomes questions when the paper is registered, as the case will ask it: shown while it is written off. */
export function blirFragor(f: Pappersform, namn: string): string[] {
  const papper = { inkomOkand: f.komst.inkomKand === 'nej', olasligt: olasligt(f) }
  const intyg = { hederOchSamvete: f.underskriven, underskrift: f.underskriven ? { tid: '', metod: '' } : undefined }
  if (f.slag === 'plan') return saknasIPlanen({ ...somPlan(f.plan), ...intyg, papper } as AnsokanPlan).map((s) => s.text)
  if (f.slag === 'utlatande')
    return saknasIUtlatandet(namn, { ...somUtlatande(f.utlatande), papper } as unknown as Utlatande).map((s) => s.text)
  return [
    ...(f.underskriven ? [] : ['Underskrift på heder och samvete (110 kap. 4 §)']),
    ...(papper.inkomOkand ? ['Dagen då ansökan lämnades eller postades'] : []),
    ...papper.olasligt.map((o) => `Det som inte gick att läsa på pappret: ${o.text}`),
  ]
}

/** What every paper is sent with. */
export const somAvskrift = (f: Pappersform, skanning: { filnamn: string; innehall: string } | null) => ({
  ...somKomst(f.komst),
  kanal: f.kanal || ('post' as const),
  olasligt: olasligt(f),
  ...(skanning ? { skanning } : {}),
})
