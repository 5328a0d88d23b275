import { dag, type Ansokan, type Insatstyp, type Radkropp, type Stodrad, type Uppladdad } from '../../../../komponenter/apr/apr.ts'
import type { Faltfel } from '../../../../stod/formular.ts'

/** A measure for one employee while it is written: everything may still be empty. */
export interface Rad {
  radId: string
  anstalld: string
  anordnare: string
  insatsdag: string
  insatstyper: string[]
  allaFem: boolean
  syfte: '' | NonNullable<Radkropp['syfte']>
  miljo: '' | NonNullable<Radkropp['miljo']>
  /** kronor as written: what cannot be read is kept */
  kostnad: string
  fakturanummer: string
  faktura: Uppladdad | null
  beskrivning: string
}

export interface Utkast {
  v: 1
  steg: Stegnamn
  ar: number
  rader: Rad[]
  anstalldaVet: boolean
  ejBehandling: boolean
  foretag: { namn: string; adress: string; lan: string }
  anstallda: string
  sektor: string
  /** '' is no answer: nobody has to tell */
  halsovard: '' | 'ja' | 'nej'
  halsovardVilken: string
  kontakt: string
  /** when the first page was opened, for the time to complete; no content is measured */
  borjade: string
}

export const STEG = ['vilka', 'vad', 'kostnad', 'granska'] as const
export type Stegnamn = (typeof STEG)[number]
export const STEGRUBRIK: Readonly<Record<Stegnamn, string>> = {
  vilka: 'Vilka',
  vad: 'Vad',
  kostnad: 'Kostnad',
  granska: 'Granska och skicka',
}
export const arSteg = (s: unknown): s is Stegnamn => STEG.includes(s as Stegnamn)
/** What is past its last day cannot be granted: nothing more is asked than what a decision needs (C013). */
export const stegen = (sen: boolean): readonly Stegnamn[] => (sen ? ['vilka', 'granska'] : STEG)

export const nyRad = (fran: Partial<Rad> = {}): Rad => ({
  radId: crypto.randomUUID(),
  anstalld: '',
  anordnare: '',
  insatsdag: '',
  insatstyper: [],
  allaFem: false,
  syfte: '',
  miljo: '',
  kostnad: '',
  fakturanummer: '',
  faktura: null,
  beskrivning: '',
  ...fran,
})

const MINUS = /^\s*[-−–]/
/** ”12 000”, ”12000,50”, ”-5” as kronor; null when it cannot be read, undefined when nothing is written. */
export function lasKronor(text: string): number | null | undefined {
  const t = text.replaceAll(/\s|kr(onor)?\.?$|:-$/gi, '').replaceAll('\u2212', '-')
  if (t === '') return undefined
  const m = /^(-?)(\d{1,3}(?:\.\d{3})+|\d+)(?:[,.](\d{1,2}))?$/.exec(t)
  return m ? Number(`${m[1]}${m[2]!.replaceAll('.', '')}.${m[3] ?? '0'}`) : null
}

/** What is wrong with a cost as it stands. */
export function kostnadsfel(text: string): string | undefined {
  const n = lasKronor(text)
  if (n === null)
    return MINUS.test(text)
      ? 'Beloppet kan inte vara under noll. Skriv vad ni betalade, utan minustecken.'
      : 'Skriv beloppet med siffror, till exempel 12 000 eller 12000,50.'
  return n !== undefined && n <= 0 ? 'Beloppet ska vara mer än noll. Skriv vad ni betalade, utan minustecken.' : undefined
}

/** Ten digits with a right control digit; a sole trader's is a personnummer, ten or twelve. */
export function orgnrfel(text: string): string | undefined {
  const s = text.replaceAll(/[\s-]/g, '')
  if (s === '') return undefined
  const tio = /^(?:16|18|19|20)\d{10}$/.test(s) ? s.slice(2) : s
  const luhn = (t: string): boolean =>
    [...t].reduce((sum, c, i) => {
      const n = Number(c) * (i % 2 ? 1 : 2)
      return sum + (n > 9 ? n - 9 : n)
    }, 0) %
      10 ===
    0
  return /^\d{10}$/.test(tio) && luhn(tio)
    ? undefined
    : 'Organisationsnumret har fel form eller fel kontrollsiffra. Skriv tio siffror, till exempel 556016-0680.'
}
export const tioSiffror = (text: string): string => text.replaceAll(/\D/g, '').slice(-10)

const DATUM = /^\d{4}-\d{2}-\d{2}$/
export function dagfel(r: Pick<Rad, 'insatsdag'>, ar: number, idag: string): string | undefined {
  const d = r.insatsdag
  if (!d) return undefined
  if (!DATUM.test(d)) return 'Skriv dagen som år-månad-dag, till exempel 2026-03-02.'
  if (Number(d.slice(0, 4)) !== ar)
    return `Insatsen gjordes ${d.slice(0, 4)}, men ansökan gäller kostnader för ${ar}. Rätta dagen, eller lägg insatsen i en ansökan för ${d.slice(0, 4)}.`
  return d > idag ? 'Dagen har inte varit än. Ansök när insatsen är gjord, eller rätta dagen.' : undefined
}

const lika = (s: string): string =>
  s
    .toUpperCase()
    .replace(/[^\p{L}\d]/gu, '')
    .replace(/^0+(?=\d)/, '')
/** Equal for the same invoice, employee and day. */
export const fakturanyckel = (r: { anordnare: string; fakturanummer: string; anstalld: string; insatsdag: string | null }): string =>
  [tioSiffror(r.anordnare), lika(r.fakturanummer), lika(r.anstalld), r.insatsdag ?? ''].join('|')

/** The same invoice for the same person and day: on an earlier row, or in an application sent before. */
export function dubblettfel(rader: readonly Rad[], i: number, tidigare: ReadonlySet<string>): string | undefined {
  const r = rader[i]!
  if (!r.fakturanummer.trim() || !r.anstalld.trim()) return undefined
  const forsta = rader.findIndex((x) => fakturanyckel(x) === fakturanyckel(r))
  if (forsta < i) return `Samma faktura, anställd och dag som insats ${forsta + 1}. Ta bort den ena, eller lägg ihop kostnaderna.`
  return tidigare.has(fakturanyckel(r))
    ? 'Ni har redan sökt för den här fakturan, anställda och dagen. Ta bort insatsen, eller ändra den tidigare ansökan.'
    : undefined
}

const oren = (r: Rad): number | null => {
  const n = lasKronor(r.kostnad)
  return n === null || n === undefined ? null : Math.round(n * 100)
}
export const somRadkropp = (r: Rad): Radkropp => ({
  radId: r.radId,
  anstalld: r.anstalld.trim(),
  anordnare: orgnrfel(r.anordnare) ? r.anordnare.trim() : tioSiffror(r.anordnare),
  insatsdag: DATUM.test(r.insatsdag) ? r.insatsdag : null,
  insatstyper: r.insatstyper as Insatstyp[],
  ...(r.allaFem ? { allaFemBekraftat: true } : {}),
  syfte: r.syfte || null,
  miljo: r.miljo || null,
  kostnad: oren(r),
  fakturanummer: r.fakturanummer.trim(),
  ...(r.faktura ? { faktura: r.faktura.id } : {}),
  beskrivning: r.beskrivning.trim(),
})
export const franStodrad = (r: Stodrad): Rad =>
  nyRad({
    radId: r.radId,
    anstalld: r.anstalld,
    anordnare: r.anordnare,
    insatsdag: r.insatsdag ?? '',
    insatstyper: [...r.insatstyper],
    syfte: r.syfte ?? '',
    miljo: r.miljo ?? '',
    kostnad: r.kostnad === null ? '' : String(r.kostnad / 100).replace('.', ','),
    fakturanummer: r.fakturanummer,
    faktura: r.faktura ? { id: r.faktura, namn: 'fakturan ni skickade' } : null,
    beskrivning: r.beskrivning,
  })
/** A row of a spreadsheet that was read. */
export const franBladrad = (r: Radkropp): Rad =>
  nyRad({
    anstalld: r.anstalld,
    anordnare: r.anordnare,
    insatsdag: r.insatsdag ?? '',
    insatstyper: [...r.insatstyper],
    syfte: r.syfte ?? '',
    miljo: r.miljo ?? '',
    kostnad: r.kostnad === null ? '' : String(r.kostnad / 100).replace('.', ','),
    fakturanummer: r.fakturanummer,
    beskrivning: r.beskrivning,
  })

export function somSandning(u: Utkast) {
  const anstallda = u.anstallda.trim() === '' ? undefined : Number(u.anstallda.replaceAll(/\s/g, ''))
  return {
    ar: u.ar,
    rader: u.rader.map(somRadkropp),
    anstalldaVet: u.anstalldaVet,
    ejBehandling: u.ejBehandling,
    foretag: {
      namn: u.foretag.namn.trim(),
      adress: u.foretag.adress
        .split('\n')
        .map((x) => x.trim())
        .filter(Boolean)
        .slice(0, 5),
      lan: u.foretag.lan,
    },
    arbetsgivare: {
      ...(Number.isFinite(anstallda) ? { anstallda: anstallda! } : {}),
      ...(u.sektor ? { sektor: u.sektor as 'privat' } : {}),
      ...(u.halsovard
        ? { foretagshalsovard: { finns: u.halsovard === 'ja', vilken: u.halsovard === 'ja' ? u.halsovardVilken.trim() : '' } }
        : {}),
      ...(u.foretag.lan ? { lan: u.foretag.lan as '01' } : {}),
      ...(u.kontakt.trim() ? { kontakt: { namn: u.kontakt.trim(), epost: '', telefon: '' } } : {}),
    },
  }
}

/** What stops the application; all else may be sent as it is and is asked for later. */
export function hinder(u: Utkast): Faltfel[] {
  return [
    ...u.rader.flatMap((r, i): Faltfel[] => [
      ...(r.anstalld.trim()
        ? []
        : [{ falt: `rader.${i}.anstalld`, text: u.rader.length > 1 ? `Skriv vem insats ${i + 1} gäller.` : 'Skriv vem insatsen gäller.' }]),
      ...(kostnadsfel(r.kostnad)
        ? [{ falt: `rader.${i}.kostnad`, text: `${r.anstalld || `Insats ${i + 1}`}: ${kostnadsfel(r.kostnad)}` }]
        : []),
    ]),
    ...(u.anstallda.trim() && !/^\d+$/.test(u.anstallda.replaceAll(/\s/g, ''))
      ? [{ falt: 'anstallda', text: 'Skriv antalet anställda som ett heltal.' }]
      : []),
  ]
}

/** The server's path to a field as the form names it. */
export const faltFor = (falt: string): string =>
  falt
    .replace(/^ansokan\./, '')
    .replace(/^uppgift\./, '')
    .replace(/^arbetsgivare\.anstallda$/, 'anstallda')
    .replace(/\.insatstyper\.\d+$/, '.insatstyper')
export function stegFor(falt: string): Stegnamn {
  if (/\.(anordnare|insatsdag|insatstyper|allaFem|syfte|miljo|beskrivning)$/.test(falt) || falt === 'ejBehandling') return 'vad'
  if (/\.(kostnad|fakturanummer|faktura)$/.test(falt)) return 'kostnad'
  return /^(rader|ar|anstalldaVet)/.test(falt) ? 'vilka' : 'granska'
}

/** A draft from before the question was asked has no answer to it. */
const UTAN_HALSOVARD = { halsovard: '', halsovardVilken: '' } as const
export const lastUtkast = (u: unknown): Utkast | null =>
  u && typeof u === 'object' && (u as Utkast).v === 1 && Array.isArray((u as Utkast).rader) ? { ...UTAN_HALSOVARD, ...(u as Utkast) } : null

const GRANS = { halva: 'hälften av kostnaden', anstalld: 'taket för en anställd och år', arbetsgivare: 'taket för er och år' } as const
const kr = (n: number): string => `${String(n).replaceAll(/\B(?=(\d{3})+(?!\d))/g, '\u00a0')}\u00a0kr`
/** Why a row gives what it gives, in one sentence with its figures. `taken` in kronor. */
export function radforklaring(
  r: Stodrad,
  taken: { takAnstalld: number; takArbetsgivare: number },
  skal: Readonly<Record<string, { text: string }>>,
): string {
  if (r.skal) return skal[r.skal]?.text ?? r.skal
  if (r.kostnad === null) return 'Kostnaden saknas, därför räknas raden inte än.'
  const halva = `Hälften av ${kr(r.kostnad / 100).replace('.', ',')} är ${kr(r.halva)}.`
  if (r.begransadAv === 'anstalld')
    return `${halva} ${r.anstalldHarFatt > 0 ? `Den anställda har redan gett ${kr(r.anstalldHarFatt)} av högst ${kr(taken.takAnstalld)} i år` : `Högst ${kr(taken.takAnstalld)} för en anställd och år`}, så det blir ${kr(r.belopp)}.`
  if (r.begransadAv === 'arbetsgivare')
    return `${halva} Ni har redan fått eller sökt ${kr(r.arbetsgivarenHarFatt)} av högst ${kr(taken.takArbetsgivare)} för året, så det blir ${kr(r.belopp)}.`
  return halva
}
export { GRANS, kr }

const UTFALL: Readonly<Record<string, string>> = {
  bifall: 'Beviljad',
  delvisAvslag: 'Beviljad till en del',
  avslag: 'Avslag',
  avskrivning: 'Avskriven',
}
/** How an application stands, in the employer's words. */
export function statustext(a: Ansokan): string {
  if (a.tillstand === 'beslutad' || a.tillstand === 'andrad')
    return `${a.tillstand === 'andrad' ? 'Beslutet ändrat: ' : ''}${UTFALL[a.utfall ?? ''] ?? 'Beslutad'}`
  return {
    mottagen: 'Mottagen',
    utreds: 'Vi utreder',
    vantar: 'Väntar på ert svar eller en tidigare ansökan',
    kommunicerad: 'Ni kan lämna synpunkter',
    klar: 'Klar att besluta',
    kontrolleras: 'Efterkontroll pågår',
    aterkallad: 'Ni har tagit tillbaka den',
  }[a.tillstand]
}
export { dag }
