import {
  ANNAT,
  granskaTillfallen,
  planeradeTillfallen,
  VECKODAGAR,
  type AnsokanPlan,
  type Kant,
  type Planbehandling,
  type Veckodag,
} from '@atergang/formaner'
import { arDatum, dagarMellan, medManadsnamn } from '@atergang/kalender'
import type { Faltfel } from '../../../stod/formular.ts'
import { arbeteIOrd, arbetsfaltFor, arbetsfel, arbeteSaknas, nyttArbete, somArbetsuppgifter, type Arbetsutkast } from './arbete.ts'
import { lasMinuter, tiderna, tidsfel, type Tidsutkast } from './tid.ts'

export const STEG = ['behandling', 'besok', 'arbete', 'besked', 'granska'] as const
export type Stegnamn = (typeof STEG)[number]
export const STEGRUBRIK: Readonly<Record<Stegnamn, string>> = {
  behandling: 'Din behandling',
  besok: 'Dagar och tider',
  arbete: 'Ditt arbete och din inkomst',
  besked: 'Vad planen kan ge',
  granska: 'Granska och skicka',
}
export const arSteg = (s: unknown): s is Stegnamn => (STEG as readonly unknown[]).includes(s)

export interface Besoksutkast extends Tidsutkast {
  slag: '' | 'veckor' | 'dagar'
  veckodagar: string[]
  from: string
  tom: string
  intervall: string
  /** dates without a visit */
  undantag: string[]
  dagar: string[]
  resa: string
}

export interface Behandlingsutkast {
  id: string
  behandling: string
  annatText: string
  beskrivning: string
  utforande: '' | 'paPlats' | 'internet' | 'hemma' | 'utomlands'
  vardgivare: string
  besok: Besoksutkast[]
}

/** The application of step 1 while it is written: everything as text, as the person wrote it. */
export interface Planutkast {
  form: 1
  /** the case whose plan is changed or added to; empty for a new plan */
  arende: string
  steg: Stegnamn
  behandlingar: Behandlingsutkast[]
  syfte: string
  ordinerad: { namn: string; vardenhet: string; vardgivartyp: string }
  initiativ: string
  arbete: Arbetsutkast
  overigt: string
  heder: boolean
}

export const nyttBesok = (): Besoksutkast => ({
  slag: '',
  veckodagar: [],
  from: '',
  tom: '',
  intervall: '1',
  undantag: [],
  dagar: [''],
  start: '',
  tid: '',
  forberedelse: '',
  resa: '',
  efter: '',
})
export const nyBehandling = (id: string): Behandlingsutkast => ({
  id,
  behandling: '',
  annatText: '',
  beskrivning: '',
  utforande: '',
  vardgivare: '',
  besok: [nyttBesok()],
})
/** An id that no treatment of the plan has. */
export const ledigtId = (u: Planutkast): string => `b${Math.max(0, ...u.behandlingar.map((b) => Number(b.id.slice(1)) || 0)) + 1}`

export const nyPlan = (kant: Kant): Planutkast => ({
  form: 1,
  arende: '',
  steg: 'behandling',
  behandlingar: [nyBehandling('b1')],
  syfte: '',
  ordinerad: { namn: '', vardenhet: '', vardgivartyp: '' },
  initiativ: '',
  arbete: nyttArbete(kant),
  overigt: '',
  heder: false,
})

/** A saved draft of the form this page writes, or nothing. What is given on honour is given anew. */
export function lastPlan(sparat: unknown, kant: Kant): Planutkast | null {
  if (typeof sparat !== 'object' || sparat === null || (sparat as { form?: unknown }).form !== 1) return null
  const u = { ...nyPlan(kant), ...(sparat as Partial<Planutkast>), heder: false }
  return arSteg(u.steg) ? u : { ...u, steg: 'behandling' }
}

const kanda = <T>(v: T | null | undefined): v is T => v !== null && v !== undefined

/** Visits as far as they can be reckoned; null until days and times are there. */
export function besoket(b: Besoksutkast): Planbehandling['besok'][number] | null {
  const tider = tiderna(b)
  if (!tider) return null
  const resaMin = lasMinuter(b.resa) ?? 0
  if (b.slag === 'dagar') {
    const datum = [...new Set(b.dagar.filter(arDatum))].sort()
    return datum.length ? { slag: 'dagar', datum, ...tider, resaMin } : null
  }
  const veckodagar = VECKODAGAR.filter((v) => b.veckodagar.includes(v)) as Veckodag[]
  if (
    b.slag !== 'veckor' ||
    !veckodagar.length ||
    !arDatum(b.from) ||
    !arDatum(b.tom) ||
    b.tom < b.from ||
    dagarMellan(b.from, b.tom) >= 731
  )
    return null
  return {
    slag: 'veckor',
    veckodagar,
    from: b.from,
    tom: b.tom,
    veckointervall: Number(b.intervall) || 1,
    undantag: b.undantag.filter(arDatum),
    ...tider,
    resaMin,
  }
}

/** The dates on which there is treatment, as far as they can be read. */
export const behandlingsdagar = (u: Planutkast): string[] =>
  [
    ...new Set(
      u.behandlingar.flatMap((b) =>
        b.besok.flatMap((x) => {
          const v = besoket(x)
          return v
            ? planeradeTillfallen([{ id: b.id, behandling: ANNAT, annatText: 'x', utforande: 'paPlats', vardgivare: 'x', besok: [v] }]).map(
                (t) => t.datum as string,
              )
            : []
        }),
      ),
    ),
  ].sort()

/** ”Behandling 2”, or nothing when there is one. */
const nr = (u: Planutkast, i: number): string => (u.behandlingar.length > 1 ? `Behandling ${i + 1}: ` : '')
const besokInled = (u: Planutkast, i: number, j: number): string =>
  `${nr(u, i)}${u.behandlingar[i]!.besok.length > 1 ? `Besök ${j + 1}: ` : ''}`

/** Visits that were begun but cannot be sent as they stand, in words, so that nothing written is lost. */
function besokIOrd(u: Planutkast): string[] {
  return u.behandlingar.flatMap((b, i) =>
    b.besok.flatMap((x, j) => {
      if (besoket(x)) return []
      const delar = [
        x.veckodagar.join(', '),
        x.from && `från ${x.from}`,
        x.tom && `till ${x.tom}`,
        x.dagar.filter(Boolean).join(', '),
        x.start && `kl. ${x.start}`,
        x.tid && `behandling ${x.tid} min`,
        x.forberedelse && `förberedelse ${x.forberedelse} min`,
        x.resa && `resa ${x.resa} min`,
        x.efter && `efteråt ${x.efter} min`,
      ].filter(Boolean)
      return delar.length ? [`${besokInled(u, i, j) || 'Besök: '}${delar.join(', ')}`] : []
    }),
  )
}

const arBorjad = (b: Behandlingsutkast): boolean =>
  Boolean(
    b.behandling ||
    b.annatText.trim() ||
    b.vardgivare.trim() ||
    b.utforande ||
    b.beskrivning.trim() ||
    b.besok.some((x) => x.slag || x.start || x.tid),
  )

/** The application to send. What was not filled in is left out, what could not be read goes along in words. */
export function somPlan(u: Planutkast): Omit<AnsokanPlan, 'inkom' | 'underskrift' | 'formularversion' | 'kod'> {
  const o = u.ordinerad
  return {
    ...(u.syfte ? { syfte: u.syfte as NonNullable<AnsokanPlan['syfte']> } : {}),
    behandlingar: u.behandlingar
      .filter(arBorjad)
      .map((b) => ({
        id: b.id,
        behandling: b.behandling,
        ...(b.behandling === ANNAT && b.annatText.trim() ? { annatText: b.annatText.trim() } : {}),
        ...(b.beskrivning.trim() ? { beskrivning: b.beskrivning.trim() } : {}),
        utforande: b.utforande || 'paPlats',
        vardgivare: b.vardgivare.trim(),
        besok: b.besok.map(besoket).filter(kanda),
      })),
    ...(o.namn.trim() || o.vardenhet.trim() || o.vardgivartyp
      ? {
          ordineradAv: {
            namn: o.namn.trim(),
            vardenhet: o.vardenhet.trim(),
            ...(o.vardgivartyp
              ? { vardgivartyp: o.vardgivartyp as NonNullable<NonNullable<AnsokanPlan['ordineradAv']>['vardgivartyp']> }
              : {}),
          },
        }
      : {}),
    ...(u.initiativ ? { initiativ: u.initiativ as NonNullable<AnsokanPlan['initiativ']> } : {}),
    ...somArbetsuppgifter(u.arbete),
    overigt: [u.overigt.trim(), ...besokIOrd(u), ...arbeteIOrd(u.arbete)].filter(Boolean).join('\n'),
    hederOchSamvete: u.heder,
  }
}

/** What the pre-check can reckon with: treatments that have days and times. A missing name or provider changes no figure. */
export function somForhand(u: Planutkast) {
  const behandlingar = somPlan(u)
    .behandlingar.filter((b) => b.besok.length)
    .map((b) => ({
      ...b,
      vardgivare: b.vardgivare || 'Vårdgivaren',
      ...(b.behandling === '' || (b.behandling === ANNAT && (b.annatText ?? '').length < 3)
        ? { behandling: ANNAT, annatText: 'Behandlingen' }
        : {}),
      ...(b.utforande === 'utomlands' && (b.beskrivning ?? '').length < 3 ? { beskrivning: 'Behandling utomlands' } : {}),
    }))
  return behandlingar.length ? { behandlingar, ...somArbetsuppgifter(u.arbete) } : null
}

/** The field of a visit on the page. */
export const besoksfalt = (b: Behandlingsutkast, j: number, namn: string): string => `besok-${b.id}-${j}-${namn}`

function besoksfel(u: Planutkast, i: number, j: number): Faltfel[] {
  const b = u.behandlingar[i]!
  const x = b.besok[j]!
  const falt = (namn: string): string => besoksfalt(b, j, namn)
  const inled = besokInled(u, i, j)
  const fel: Faltfel[] = []
  if (x.slag === 'veckor') {
    if (x.from && !arDatum(x.from))
      fel.push({ falt: falt('from'), text: `${inled}Skriv första dagen som år-månad-dag, till exempel 2026-03-02.` })
    if (x.tom && !arDatum(x.tom))
      fel.push({ falt: falt('tom'), text: `${inled}Skriv sista dagen som år-månad-dag, till exempel 2026-04-30.` })
    else if (arDatum(x.from) && arDatum(x.tom)) {
      if (x.tom < x.from) fel.push({ falt: falt('tom'), text: `${inled}Perioden slutar innan den börjar. Byt plats på dagarna.` })
      else if (dagarMellan(x.from, x.tom) >= 731)
        fel.push({ falt: falt('tom'), text: `${inled}En plan kan omfatta högst två år. Välj en tidigare sista dag.` })
    }
  }
  if (x.slag === 'dagar')
    x.dagar.forEach(
      (d, n) =>
        d && !arDatum(d) && fel.push({ falt: falt(`dag-${n}`), text: `${inled}Skriv dagen som år-månad-dag, till exempel 2026-03-02.` }),
    )
  return [...fel, ...tidsfel(x, falt, inled)]
}

/** Visits that cannot both be right: two treatments at once, or a time over midnight. Named where they stand; once for each visit. */
export function krockar(u: Planutkast): Faltfel[] {
  const rader = u.behandlingar.flatMap((b, i) =>
    b.besok.flatMap((x, j) => {
      const v = besoket(x)
      return v
        ? planeradeTillfallen([{ id: `${i}/${j}`, behandling: ANNAT, annatText: 'x', utforande: 'paPlats', vardgivare: 'x', besok: [v] }])
        : []
    }),
  )
  const sedda = new Set<string>()
  return granskaTillfallen(rader, () => 0).flatMap((f) => {
    const t = rader[f.rad]!
    if (sedda.has(t.behandling)) return []
    sedda.add(t.behandling)
    const [i, j] = t.behandling.split('/').map(Number) as [number, number]
    const dag = medManadsnamn(t.datum)
    const text = /krockar/.test(f.text)
      ? `Två behandlingar ligger på samma tid ${dag}. Ändra klockslaget eller dagen för en av dem.`
      : f.falt === 'behandlingMin'
        ? `Behandlingen slutar efter midnatt ${dag}. Dela den på två dagar.`
        : `Med resa och förberedelse går tiden över midnatt ${dag}. Kontrollera klockslag och minuter, eller lägg den delen på en egen dag.`
    return [
      { falt: besoksfalt(u.behandlingar[i]!, j, f.falt === 'behandlingMin' ? 'tid' : 'start'), text: `${besokInled(u, i, j)}${text}` },
    ]
  })
}

/** What is written and cannot be read as a day, a time or a number. */
export const skrivfel = (u: Planutkast): Faltfel[] => [
  ...u.behandlingar.flatMap((b, i) => b.besok.flatMap((_x, j) => besoksfel(u, i, j))),
  ...arbetsfel(u.arbete),
]

/** What has to be put right before sending: what cannot be read, and the signature. Nothing that is only missing. */
export function hinder(u: Planutkast): Faltfel[] {
  return [
    ...(u.behandlingar.some(arBorjad)
      ? []
      : [
          {
            falt: `behandling-${u.behandlingar[0]?.id ?? 'b1'}-behandling`,
            text: 'Välj vilken behandling det gäller. Finns den inte i listan, välj Annat och beskriv den.',
          },
        ]),
    ...skrivfel(u),
    ...krockar(u),
    ...(u.heder ? [] : [{ falt: 'heder', text: 'Kryssa i rutan för att intyga att uppgifterna är riktiga.' }]),
  ]
}

export interface Saknat {
  readonly steg: Stegnamn
  readonly text: string
}

/** What may be left out and is asked for later. Nobody is stopped from applying. */
export function saknas(u: Planutkast): Saknat[] {
  const borjade = u.behandlingar.filter(arBorjad)
  const hos = (villkor: boolean, steg: Stegnamn, text: string): Saknat[] => (villkor ? [{ steg, text }] : [])
  return [
    ...hos(
      borjade.some((b) => !b.behandling),
      'behandling',
      'vilken behandling det gäller',
    ),
    ...hos(
      borjade.some((b) => b.behandling === ANNAT && b.annatText.trim().length < 3),
      'behandling',
      'vad behandlingen är',
    ),
    ...hos(
      borjade.some((b) => b.utforande === 'utomlands' && b.beskrivning.trim().length < 3),
      'behandling',
      'vad behandlingen utomlands består av',
    ),
    ...hos(
      borjade.some((b) => !b.utforande),
      'behandling',
      'var behandlingen görs (vi räknar med på plats tills du har svarat)',
    ),
    ...hos(
      borjade.some((b) => !b.vardgivare.trim()),
      'behandling',
      'vem som ger behandlingen',
    ),
    ...hos(!u.ordinerad.namn.trim(), 'behandling', 'vilken läkare som har ordinerat behandlingen'),
    ...hos(!u.syfte, 'behandling', 'vad behandlingen syftar till'),
    ...hos(
      borjade.some((b) => !b.besok.some(besoket)),
      'besok',
      'dagar och tider för behandlingen',
    ),
    ...arbeteSaknas(u.arbete).map((text): Saknat => ({ steg: 'arbete', text })),
  ]
}

/** The field on the page for a field of the application, as the server names it. */
export function faltFor(u: Planutkast, namn: string): string | undefined {
  const m = /^behandlingar\.(\d+)\.(.+)$/.exec(namn)
  const b = m && u.behandlingar.filter(arBorjad)[Number(m[1])]
  if (b && m) {
    const x = /^besok\.(\d+)\.?(.*)$/.exec(m[2]!)
    return x ? besoksfalt(b, Number(x[1]), x[2] === 'tom' || x[2] === 'from' ? x[2] : 'start') : `behandling-${b.id}-${m[2]}`
  }
  if (namn.startsWith('ordineradAv')) return 'ordinerad-namn'
  return (
    ({ hederOchSamvete: 'heder', syfte: 'syfte', initiativ: 'initiativ', overigt: 'overigt' } as Record<string, string>)[namn] ??
    arbetsfaltFor(namn)
  )
}

/** In which step a field stands. */
export function stegFor(falt: string): Stegnamn {
  if (falt === 'heder' || falt === 'overigt') return 'granska'
  if (falt.startsWith('besok-')) return 'besok'
  return /^(behandling-|ordinerad-|syfte|initiativ)/.test(falt) ? 'behandling' : 'arbete'
}
