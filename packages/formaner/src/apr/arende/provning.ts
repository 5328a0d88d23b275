import { arOppen, gallandeSvar, senasteSvar, yttratKlart, type Begaran } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import { aprAnsokanSenast } from '@atergang/regelverk'
import { underlagAv } from '../../gemensamt/steg.ts'
import type { AnkomstdagSvar } from '../../gemensamt/ansokan/ankomstdag.ts'
import { ansokningar, kostnadsaret, type Ansokan } from './ansokningar.ts'
import { fakt, type Alage, type Rad } from './fakta.ts'
import { anordnarlage, anordnarnyckel, beslutetOm, raknaAret, raknaForbi, type Aprbeslut, type Beraknad } from './rakning.ts'
import type { Fakturasvar, Insatssvar, Kompletterasvar, Ordningssvar } from './svar.ts'

/** Something an application lacks, in the row or in the whole. */
export interface Brist {
  readonly radId: string | null
  /** field of `APRFALT` */
  readonly falt: 'anstalldVet' | 'ejBehandling' | 'anordnare' | 'insatsdag' | 'insatstyper' | 'kostnad' | 'fakturanummer' | 'faktura'
  readonly text: string
}

const RADBRISTER: readonly { falt: Brist['falt']; saknas: (r: Rad) => boolean; text: string }[] = [
  { falt: 'anordnare', saknas: (r) => r.anordnare === '', text: 'Vilken anordnare har gjort insatsen?' },
  { falt: 'insatsdag', saknas: (r) => r.insatsdag === null, text: 'Vilken dag gjordes insatsen?' },
  { falt: 'insatstyper', saknas: (r) => r.insatstyper.length === 0, text: 'Vilket slags insats var det?' },
  { falt: 'kostnad', saknas: (r) => r.kostnad === null, text: 'Vad har ni betalat för insatsen?' },
  { falt: 'fakturanummer', saknas: (r) => r.fakturanummer === '', text: 'Vilket nummer har fakturan?' },
  { falt: 'faktura', saknas: (r) => !r.faktura, text: 'Skicka fakturan.' },
]

export function bristerna(a: Ansokan): readonly Brist[] {
  return [
    ...(a.anstalldaVet ? [] : [{ radId: null, falt: 'anstalldVet' as const, text: 'Vet de anställda om ansökan?' }]),
    ...(a.ejBehandling
      ? []
      : [
          {
            radId: null,
            falt: 'ejBehandling' as const,
            text: 'Är insatserna inriktade på arbetsplatsen, och ingen medicinsk eller annan behandling?',
          },
        ]),
    ...a.rader.flatMap((r) => RADBRISTER.filter((b) => b.saknas(r)).map((b) => ({ radId: r.radId, falt: b.falt, text: b.text }))),
  ]
}

/** Words that plainly say treatment. A description is voluntary and is never asked to show that the measure was fit (C008, C019). */
const BEHANDLING =
  /\b(operation|operera\w*|läkemedel|medicinering|medicinsk behandling|läkarbehandling|sjukvårdande behandling|tandvård|laseroperation|röntgen|injektion\w*)\b/i
export const sagerBehandling = (r: Pick<Rad, 'beskrivning'>): boolean => BEHANDLING.test(r.beskrivning)

/** Where an application stands on its way to being decided. Each is what it waits for. */
export type Skede =
  | { readonly typ: 'aterkallad' }
  | { readonly typ: 'beslutad'; readonly beslut: Aprbeslut }
  /** the day it came in is not known: a paper */
  | { readonly typ: 'inkomst' }
  /** the system reads the register */
  | { readonly typ: 'register' }
  | { readonly typ: 'fraga'; readonly fragor: readonly ('anordnare' | 'underlag' | 'fakturor' | 'insats')[] }
  | { readonly typ: 'vantarSvar'; readonly begaran: Begaran }
  /** everything about it is settled; earlier ones of the year come first */
  | { readonly typ: 'redo' }

export interface Ansokanslage {
  readonly a: Ansokan
  readonly senast: Datum
  readonly sen: boolean
  readonly skede: Skede
  readonly okanda: readonly string[]
  readonly brister: readonly Brist[]
  readonly bristgrund: unknown
  /** hits that nobody has judged */
  readonly traffar: readonly string[]
  readonly misstankta: readonly Rad[]
  readonly begaran: readonly Begaran[]
  readonly belopp: Beraknad | null
}

export const begarandena = (l: Alage, ansokanId: string): readonly Begaran[] =>
  l.begaran.filter((b) => b.typ === 'aprKomplettering' && b.om === ansokanId)

/** What the question of what is missing is put on: the gaps, and how many times the employer has been asked. */
export const bristgrunden = (brister: readonly Brist[], begaran: readonly Begaran[]): unknown => ({
  brister: brister.map((b) => `${b.radId ?? ''}:${b.falt}`),
  fragad: begaran.filter((b) => !b.aterkallad).length,
})
export const traffgrund = (l: Alage, radId: string, begaran: readonly Begaran[]): unknown => ({
  traffar: fakt(l, 'fakturatraff')
    .filter((f) => f.varde.radId === radId)
    .map((f) => f.id),
  fragad: begaran.filter((b) => !b.aterkallad).length,
})
export const insatsgrund = (misstankta: readonly Rad[], begaran: readonly Begaran[]): unknown => ({
  rader: misstankta.map((r) => [r.radId, r.beskrivning]),
  fragad: begaran.filter((b) => !b.aterkallad).length,
})

function laget(l: Alage, a: Ansokan, idag: Datum, belopp: Beraknad | null): Ansokanslage {
  const senast = aprAnsokanSenast(kostnadsaret(l))
  const begaran = begarandena(l, a.ansokanId)
  const brister = bristerna(a)
  const bristgrund = bristgrunden(brister, begaran)
  const skrivna = [...new Set(a.rader.map((r) => r.anordnare).filter(Boolean))]
  const lagen = skrivna.map((s) => ({ s, g: anordnarlage(l, a.ansokanId, s) }))
  const okanda = lagen.filter((x) => x.g.typ === 'okand').map((x) => x.s)
  const traffar = [...new Set(fakt(l, 'fakturatraff').map((f) => f.varde.radId))]
    .filter((radId) => a.rader.some((r) => r.radId === radId))
    .filter((radId) => {
      const s = gallandeSvar<Fakturasvar>(l, `aprFaktura:${radId}`, underlagAv(traffgrund(l, radId, begaran)))
      return !s || s.svar.val === 'fraga'
    })
  const sagda = a.rader.filter(sagerBehandling)
  const insatssvar = sagda.length
    ? gallandeSvar<Insatssvar>(l, `aprInsats:${a.ansokanId}`, underlagAv(insatsgrund(sagda, begaran)))
    : undefined
  const misstankta = sagda.length && insatssvar?.svar.val !== 'avgor' ? sagda : []
  const bristsvar = brister.length ? gallandeSvar<Kompletterasvar>(l, `aprKomplettera:${a.ansokanId}`, underlagAv(bristgrund)) : undefined
  const sen = a.inkom !== null && a.inkom > senast
  const beslut = beslutetOm(l, a.ansokanId)
  const oppen = begaran.find((b) => arOppen(b) && b.senast >= idag)
  const fragor = [
    ...(okanda.length ? (['anordnare'] as const) : []),
    ...(brister.length && bristsvar?.svar.val !== 'prova' ? (['underlag'] as const) : []),
    ...(traffar.length ? (['fakturor'] as const) : []),
    ...(misstankta.length ? (['insats'] as const) : []),
  ]
  const skede = ((): Skede => {
    if (beslut) return { typ: 'beslutad', beslut }
    if (a.aterkallad) return { typ: 'aterkallad' }
    if (a.inkom === null) return { typ: 'inkomst' }
    // A late application takes the short path: nothing is asked, no invoice read (C013).
    if (sen) return { typ: 'redo' }
    if (lagen.some((x) => x.g.typ === 'olast')) return { typ: 'register' }
    if (oppen) return { typ: 'vantarSvar', begaran: oppen }
    return fragor.length ? { typ: 'fraga', fragor } : { typ: 'redo' }
  })()
  return { a, senast, sen, skede, okanda, brister, bristgrund, traffar, misstankta, begaran, belopp }
}

/** The whole year, application by application, in the order they came in. */
export interface Provning {
  readonly lagen: readonly Ansokanslage[]
  per(ansokanId: string): Ansokanslage | undefined
}

const minne = new WeakMap<Alage, Map<Datum, Provning>>()

export function provningen(l: Alage, idag: Datum): Provning {
  const perDag = minne.get(l) ?? new Map<Datum, Provning>()
  const kant = perDag.get(idag)
  if (kant) return kant
  const belopp = raknaAret(l)
  const lagen = ansokningar(l).map((a) => laget(l, a, idag, belopp.get(a.ansokanId) ?? null))
  const per = new Map(lagen.map((x) => [x.a.ansokanId, x]))
  const p: Provning = { lagen, per: (id) => per.get(id) }
  minne.set(l, perDag.set(idag, p))
  return p
}

// --- whose turn it is -------------------------------------------------------------------------------

export type Tur =
  | { readonly typ: 'iTur'; readonly forbi: boolean }
  /** an earlier one is in an officer's hands: it comes first */
  | { readonly typ: 'efter'; readonly ansokanId: string }
  /** an earlier one waits for somebody else: an officer says whether this one waits too */
  | { readonly typ: 'valj' | 'vantar'; readonly ansokanId: string; readonly grund: unknown }

const arAvgjord = (x: Ansokanslage): boolean => x.skede.typ === 'beslutad' || x.skede.typ === 'aterkallad'

/** What an earlier application waits for, outside the agency; or null, when an officer holds it. */
function vantarUtanfor(l: Alage, x: Ansokanslage, idag: Datum): unknown {
  if (x.skede.typ === 'vantarSvar') return { begaran: x.skede.begaran.id }
  const k = x.skede.typ === 'redo' ? l.kommuniceringar.findLast((y) => y.avser === x.a.ansokanId && !yttratKlart(y, idag)) : undefined
  return k ? { kommunicering: k.id } : null
}

/** Applications are decided in the order they came in, unless an officer says why not: what is decided takes its part of the ceilings first. */
export function turen(l: Alage, x: Ansokanslage, idag: Datum): Tur {
  const fore = provningen(l, idag).lagen
  const oppna = fore
    .slice(0, fore.indexOf(x))
    .filter((y) => !arAvgjord(y) && y.skede.typ !== 'inkomst')
    .map((y) => ({ y, vad: vantarUtanfor(l, y, idag) }))
  const hos = oppna.find((o) => !o.vad)
  if (hos) return { typ: 'efter', ansokanId: hos.y.a.ansokanId }
  if (oppna.length === 0) return { typ: 'iTur', forbi: false }
  const grund = { ansokanId: x.a.ansokanId, vantar: oppna.map((o) => ({ ansokanId: o.y.a.ansokanId, vad: o.vad })) }
  const s = gallandeSvar<Ordningssvar>(l, `aprOrdning:${x.a.ansokanId}`, underlagAv(grund))
  if (s?.svar.val === 'fore') return { typ: 'iTur', forbi: true }
  return { typ: s ? 'vantar' : 'valj', ansokanId: oppna[0]!.y.a.ansokanId, grund }
}

/** The amounts of an application whose turn it is. */
export const beloppet = (l: Alage, x: Ansokanslage, tur: Extract<Tur, { typ: 'iTur' }>): Beraknad =>
  tur.forbi ? raknaForbi(l, x.a as Ansokan & { inkom: Datum }) : x.belopp!

/** What an application rests on: the facts, and the human answers. */
export function vilarPa(l: Alage, a: Ansokan): { readonly fakta: readonly string[]; readonly svar: readonly string[] } {
  const nycklar = new Set(a.rader.map((r) => anordnarnyckel(r.anordnare)))
  const radIdn = new Set(a.rader.map((r) => r.radId))
  const fakta = [
    ...a.fakta,
    ...fakt(l, 'godkannandelage')
      .filter((f) => nycklar.has(f.varde.anordnare))
      .map((f) => f.id),
    ...fakt(l, 'fakturatraff')
      .filter((f) => radIdn.has(f.varde.radId))
      .map((f) => f.id),
  ]
  const svar = [
    `aprInkomst:${a.ansokanId}`,
    `aprAnordnare:${a.ansokanId}`,
    `aprKomplettera:${a.ansokanId}`,
    `aprInsats:${a.ansokanId}`,
    ...a.rader.map((r) => `aprFaktura:${r.radId}`),
  ].flatMap((n) => senasteSvar<AnkomstdagSvar>(l, n)?.id ?? [])
  return { fakta, svar }
}
