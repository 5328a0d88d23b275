import {
  dagensArbetstid,
  granskaTillfallen,
  type AnsokanErsattning,
  type Kant,
  type MinForebyggande,
  type Tillfalle,
} from '@atergang/formaner'
import { arDatum, medManadsnamn, type Datum } from '@atergang/kalender'
import type { Faltfel } from '../../../stod/formular.ts'
import { skrivTal } from '../../../stod/tal.ts'
import { tolkaKronor } from '../ansokan/belopp.ts'
import type { JaNej } from '../ansokan/utkast.ts'
import { arbeteIOrd, arbetsfaltFor, arbetsfel, arbeteSaknas, nyttArbete, schemat, somArbetsuppgifter, type Arbetsutkast } from './arbete.ts'
import { lasMinuter, tiderna, tidsfel, type Tidsutkast } from './tid.ts'

export const STEG = ['tillfallen', 'arbete', 'granska'] as const
export type Stegnamn = (typeof STEG)[number]
export const STEGRUBRIK: Readonly<Record<Stegnamn, string>> = {
  tillfallen: 'Tillfällen du har gjort',
  arbete: 'Ditt arbete och din inkomst',
  granska: 'Granska och skicka',
}
export const arSteg = (s: unknown): s is Stegnamn => (STEG as readonly unknown[]).includes(s)

type Godkand = MinForebyggande['godkanda'][number]

export interface Tillfallesutkast extends Tidsutkast {
  id: string
  /** chosen to be claimed: a planned visit that is not done is no fault */
  gjort: boolean
  /** from the plan, or added by the person */
  planerat: boolean
  behandling: string
  utforande: string
  datum: string
  dit: string
  hem: string
}

export interface Ersattningsutkast {
  form: 1
  steg: Stegnamn
  /** the undecided claim that this one corrects */
  ersatter: string
  tillfallen: Tillfallesutkast[]
  arbete: Arbetsutkast
  farLon: JaNej
  lon: { perManad: string; lonIArbetePerManad: string }
  overigt: string
  heder: boolean
}

/** Visits of the plan that can have been done and are not claimed before (when a claim is corrected: those too), as the plan has them: half the travel each way. */
export function planerade(godkanda: readonly Godkand[], idag: Datum, ocksaAnsokta = false): Tillfallesutkast[] {
  return godkanda
    .flatMap((g) =>
      g.tillfallen
        .filter((t) => t.datum <= idag && (ocksaAnsokta || !t.ansokt))
        .map((t): Tillfallesutkast => ({
          id: `${g.id}-${t.datum}-${t.start}`,
          gjort: false,
          planerat: true,
          behandling: g.id,
          utforande: g.utforande,
          datum: t.datum,
          start: t.start,
          ...minuterna(t),
        })),
    )
    .sort((a, b) => (a.datum + a.start < b.datum + b.start ? -1 : 1))
}
const minuterna = (t: Godkand['tillfallen'][number]) => ({
  tid: skrivTal(t.behandlingMin),
  forberedelse: skrivTal(t.forberedelseMin),
  dit: skrivTal(Math.floor(t.resaMin / 2)),
  hem: skrivTal(t.resaMin - Math.floor(t.resaMin / 2)),
  efter: skrivTal(t.efterMin),
})

export const nyttTillfalle = (id: string, godkanda: readonly Godkand[]): Tillfallesutkast => ({
  id,
  gjort: true,
  planerat: false,
  behandling: godkanda.length === 1 ? godkanda[0]!.id : '',
  utforande: godkanda.length === 1 ? godkanda[0]!.utforande : '',
  datum: '',
  start: '',
  tid: '',
  forberedelse: '',
  dit: '',
  hem: '',
  efter: '',
})
export const ledigtId = (u: Ersattningsutkast): string =>
  `eget-${Math.max(0, ...u.tillfallen.map((t) => Number(/^eget-(\d+)$/.exec(t.id)?.[1] ?? 0))) + 1}`

export const nyErsattning = (godkanda: readonly Godkand[], kant: Kant, idag: Datum): Ersattningsutkast => ({
  form: 1,
  steg: 'tillfallen',
  ersatter: '',
  tillfallen: planerade(godkanda, idag),
  arbete: nyttArbete(kant),
  farLon: '',
  lon: { perManad: '', lonIArbetePerManad: '' },
  overigt: '',
  heder: false,
})

/** A saved draft, with planned visits that have come since. What is given on honour is given anew. */
export function lastErsattning(sparat: unknown, godkanda: readonly Godkand[], kant: Kant, idag: Datum): Ersattningsutkast | null {
  if (typeof sparat !== 'object' || sparat === null || (sparat as { form?: unknown }).form !== 1) return null
  const u = { ...nyErsattning(godkanda, kant, idag), ...(sparat as Partial<Ersattningsutkast>), heder: false }
  const har = new Set(u.tillfallen.map((t) => t.id))
  const tillfallen = [...u.tillfallen, ...planerade(godkanda, idag).filter((t) => !har.has(t.id))].sort((a, b) =>
    a.datum + a.start < b.datum + b.start ? -1 : 1,
  )
  return { ...u, tillfallen, steg: arSteg(u.steg) ? u.steg : 'tillfallen' }
}

export const valda = (u: Ersattningsutkast): Tillfallesutkast[] => u.tillfallen.filter((t) => t.gjort)
export const tillfallesfalt = (t: Tillfallesutkast, namn: string): string => `tillfalle-${t.id.replaceAll(':', '')}-${namn}`
const dagtext = (t: Tillfallesutkast): string => (arDatum(t.datum) ? `${medManadsnamn(t.datum)}: ` : '')

/** A chosen visit in numbers; null until day, time and length can be read. */
export function tillfallet(
  t: Tillfallesutkast,
): (Tillfalle & { readonly resaDitMin: number; readonly resaHemMin: number; readonly efterMin: number }) | null {
  const tider = tiderna(t)
  return tider && arDatum(t.datum)
    ? { datum: t.datum, ...tider, resaDitMin: lasMinuter(t.dit) ?? 0, resaHemMin: lasMinuter(t.hem) ?? 0 }
    : null
}

/** What is written and cannot be right; an empty field is not wrong here. */
function skrivfel(t: Tillfallesutkast, idag: Datum): Faltfel[] {
  const falt = (namn: string): string => tillfallesfalt(t, namn)
  const dag = !t.datum
    ? ''
    : !arDatum(t.datum)
      ? 'Skriv dagen som år-månad-dag, till exempel 2026-03-02.'
      : t.datum > idag
        ? 'Dagen har inte varit än. Ansök när du har gjort behandlingen.'
        : ''
  return [
    ...(dag ? [{ falt: falt('datum'), text: dagtext(t) + dag }] : []),
    ...(lasMinuter(t.tid) === 0
      ? [{ falt: falt('tid'), text: `${dagtext(t)}Skriv hur många minuter behandlingen tog. Gjorde du den inte, välj bort tillfället.` }]
      : []),
    ...tidsfel(t, falt, dagtext(t)),
  ]
}

/** A row claimed has a treatment, a day, a time and a length. */
function tomma(t: Tillfallesutkast): Faltfel[] {
  const tomt = (namn: 'behandling' | 'datum' | 'start' | 'tid', text: string): Faltfel[] =>
    t[namn].trim() ? [] : [{ falt: tillfallesfalt(t, namn), text: dagtext(t) + text }]
  return [
    ...tomt('behandling', 'Välj vilken behandling du gjorde.'),
    ...tomt('datum', 'Skriv vilken dag du gjorde behandlingen.'),
    ...tomt('start', 'Skriv klockslaget då behandlingen började, till exempel 10:00.'),
    ...tomt('tid', 'Skriv hur många minuter behandlingen tog.'),
  ]
}

/** What is written on a chosen row and cannot be read. */
export const radskrivfel = (u: Ersattningsutkast, idag: Datum): Faltfel[] => valda(u).flatMap((t) => skrivfel(t, idag))

/** What is told at the fields while they are filled in. */
export const radfel = (u: Ersattningsutkast, idag: Datum): Faltfel[] => [...radskrivfel(u, idag), ...anmarkningar(u)]

/** Overlaps and times over midnight, said where they stand. They stop nothing: an unmended row becomes a question to the person. */
export function anmarkningar(u: Ersattningsutkast): Faltfel[] {
  const rader = valda(u).flatMap((t) => (tillfallet(t) ? [{ t, v: tillfallet(t)! }] : []))
  return granskaTillfallen(
    rader.map((r) => r.v),
    () => 0,
  ).map((f) => {
    const { t } = rader[f.rad]!
    const text = /krockar/.test(f.text)
      ? 'Två behandlingar ligger på samma tid. Ändra klockslaget eller dagen för en av dem, eller välj bort den du inte gjorde.'
      : f.falt === 'behandlingMin'
        ? 'Behandlingen slutar efter midnatt. Dela den på två tillfällen, ett för varje dag.'
        : 'Med resa och förberedelse går tiden över midnatt. Kontrollera klockslag och minuter, eller lägg den delen på ett eget tillfälle.'
    return { falt: tillfallesfalt(t, f.falt === 'behandlingMin' ? 'tid' : 'start'), text: dagtext(t) + text }
  })
}

export interface Paminnelse {
  readonly id: string
  readonly text: string
}

/** Facts about a row that are taken as they are, and what follows from them (B038): said at once, so that no answer is a surprise. */
export function upplysningar(
  u: Ersattningsutkast,
  godkanda: readonly Godkand[],
  arbetsminuter: (dag: Datum) => number | undefined,
): Paminnelse[] {
  return valda(u).flatMap((t): Paminnelse[] => {
    const v = tillfallet(t)
    if (!v) return []
    const g = godkanda.find((x) => x.id === t.behandling)
    const dag = medManadsnamn(v.datum)
    const arbete = arbetsminuter(v.datum)
    const resa = v.resaDitMin + v.resaHemMin
    return [
      ...(g && (v.datum < g.from || v.datum > g.tom)
        ? [
            {
              id: t.id,
              text: `${dag} ligger utanför den godkända planen (${medManadsnamn(g.from)}–${medManadsnamn(g.tom)}). Tillfället antecknas, och vi prövar om det ingår. Ingår det inte ersätts det inte.`,
            },
          ]
        : []),
      ...(g && v.datum >= g.from && v.datum <= g.tom && !t.planerat && !g.tillfallen.some((x) => x.datum === v.datum)
        ? [
            {
              id: t.id,
              text: `${dag} står inte i planen. Är det ett besök som flyttats inom veckan räknas det som planerat. Annars prövar vi om det ingår.`,
            },
          ]
        : []),
      ...(arbete === 0
        ? [{ id: t.id, text: `${dag} arbetar du inte. Tillfället antecknas, men bara tid som hindrar arbete kan ersättas.` }]
        : []),
      ...(arbete && resa > arbete
        ? [
            {
              id: t.id,
              text: `${dag} är resan (${resa} minuter) längre än arbetsdagen (${arbete} minuter). Stämmer det räknas bara tid inom arbetsdagen, och vi frågar om resan var nödvändig. Stämmer det inte, rätta resan.`,
            },
          ]
        : []),
    ]
  })
}

/** The claim to send. */
export function somErsattning(u: Ersattningsutkast): Omit<AnsokanErsattning, 'inkom' | 'underskrift' | 'formularversion'> {
  const perManad = tolkaKronor(u.lon.perManad)
  const lonIArbetePerManad = tolkaKronor(u.lon.lonIArbetePerManad)
  const iOrd = [
    ...(u.farLon === 'ja' && perManad === null ? [`Lön under behandlingen: ${u.lon.perManad.trim()}`] : []),
    ...(u.farLon === 'ja' && lonIArbetePerManad === null ? [`Lön i arbete: ${u.lon.lonIArbetePerManad.trim()}`] : []),
    ...arbeteIOrd(u.arbete),
  ]
  return {
    tillfallen: valda(u).flatMap((t) => {
      const v = tillfallet(t)
      return v
        ? [
            {
              id: t.id,
              behandling: t.behandling,
              utforande: (t.utforande || 'paPlats') as AnsokanErsattning['tillfallen'][number]['utforande'],
              ...v,
            },
          ]
        : []
    }),
    ...(u.farLon === 'ja'
      ? {
          lonForTiden: {
            ...(typeof perManad === 'number' ? { perManad } : {}),
            ...(typeof lonIArbetePerManad === 'number' ? { lonIArbetePerManad } : {}),
          },
        }
      : {}),
    ...somArbetsuppgifter(u.arbete),
    overigt: [u.overigt.trim(), ...iOrd].filter(Boolean).join('\n'),
    hederOchSamvete: u.heder,
  }
}

/** What has to be put right before sending. */
export function hinder(u: Ersattningsutkast, idag: Datum): Faltfel[] {
  return [
    ...(valda(u).length ? [] : [{ falt: 'valda', text: 'Välj minst ett tillfälle som du har gjort, eller lägg till ett.' }]),
    ...valda(u).flatMap((t) => [...tomma(t), ...skrivfel(t, idag)]),
    ...arbetsfel(u.arbete),
    ...(u.heder ? [] : [{ falt: 'heder', text: 'Kryssa i rutan för att intyga att uppgifterna är riktiga.' }]),
  ]
}

export const saknas = (u: Ersattningsutkast): string[] => [
  ...arbeteSaknas(u.arbete),
  ...(u.farLon === 'ja' && typeof tolkaKronor(u.lon.perManad) !== 'number' ? ['vilken lön du får för samma tid'] : []),
]

/** The working minutes of a date as the draft has them: dates of their own go before the week. Undefined when not known, or for the unemployed. */
export function arbetsminuterna(u: Arbetsutkast): (dag: Datum) => number | undefined {
  const s = u.sysselsattning === 'arbetslos' ? undefined : schemat(u)
  return (dag) => s && dagensArbetstid(s, dag)?.minuter
}

export function faltFor(u: Ersattningsutkast, namn: string): string | undefined {
  const m = /^tillfallen\.(\d+)\.(\w+)/.exec(namn)
  const t = m && valda(u).filter((x) => tillfallet(x))[Number(m[1])]
  if (t && m)
    return tillfallesfalt(
      t,
      (
        {
          behandlingMin: 'tid',
          forberedelseMin: 'forberedelse',
          resaMin: 'dit',
          resaDitMin: 'dit',
          resaHemMin: 'hem',
          efterMin: 'efter',
        } as Record<string, string>
      )[m[2]!] ?? m[2]!,
    )
  if (namn.startsWith('tillfallen')) return 'valda'
  return (
    ({ hederOchSamvete: 'heder', overigt: 'overigt' } as Record<string, string>)[namn] ??
    (namn.startsWith('lonForTiden') ? 'lon-perManad' : arbetsfaltFor(namn))
  )
}

export const stegFor = (falt: string): Stegnamn =>
  /^(valda|tillfalle-)/.test(falt) ? 'tillfallen' : falt === 'heder' || falt === 'overigt' ? 'granska' : 'arbete'
