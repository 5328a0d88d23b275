import {
  type Begaran,
  type Faktum,
  type Forman,
  type Fraga,
  type Fragedefinition,
  type Handelsedata,
  HANDLAGGARROLLER,
  type Handling,
  indatafel,
  type Kommandodefinition,
  konflikt,
  type Kontext,
  partsnamn,
  type Roll,
} from '@atergang/arende'
import { fristDagar, type Datum } from '@atergang/kalender'
import { aprKompletteringsfrist, flera, vardetDen, type Kalla } from '@atergang/regelverk'
import * as z from 'zod'
import { datumSchema, las, text } from '../../las.ts'
import { beslutsvagensFragor } from '../../gemensamt/beslut/fragor.ts'
import { sandBrev } from '../../gemensamt/brev/sand.ts'
import { overklagandefraga } from '../arende/fragor.ts'
import { handlingSchema } from '../arende/kommandon/grund.ts'
import { overklagandetKlart } from '../arende/steg/efter.ts'
import { begaransbrev, paminnelsebrev } from './brev.ts'
import {
  anordnaruppgiftSchema,
  ansokanSchema,
  fakt,
  kompetensSchema,
  personalandringSchema,
  slutbegaranSchema,
  type Anordnarfakta,
  type Anordnarfaktum,
  type Nlage,
} from './fakta.ts'
import { anordnarflode } from './flode.ts'
import { kompetensSvarSchema, oavgjord, omprovningSchema, sammaPersonSchema, utanSlut, type Omprovningssvar } from './lage.ts'
import { godkannandevag, upphorandevag, VERSIONER } from './vag.ts'

type Fakta = Record<string, unknown> & Anordnarfakta
type Kdef<D> = Kommandodefinition<Fakta, D>
const ANMALER: readonly Roll[] = ['anordnare', ...HANDLAGGARROLLER, 'system']

// --- questions ----------------------------------------------------------------------------------------

function fragaAnordnaren(l: Nlage, om: string, s: { text: string; senast?: Datum | undefined }, k: Kontext): Handelsedata[] {
  if (s.senast && s.senast <= k.dag)
    throw indatafel('dagenHarVarit', 'Sista dagen för svar måste ligga framåt i tiden.', [
      { falt: 'senast', text: `Välj en dag efter ${k.dag}.` },
    ])
  const { part } = l.arende
  const begaran: Begaran = {
    id: k.nyttId(),
    typ: 'aprKomplettering',
    om,
    till: 'anordnare',
    tillNamn: partsnamn(part),
    ...(part.slag === 'arbetsgivare' ? { tillId: part.arbetsgivare.orgnr } : {}),
    rubrik: 'Uppgifter om er som anordnare',
    fragor: [{ frageId: 'komplettering', text: s.text }],
    lagrum: flera('FL 20', 'FL 23'),
    skickad: k.dag,
    senast: s.senast ?? fristDagar(k.dag, vardetDen(aprKompletteringsfrist, k.dag)),
    av: k.aktor,
    paminnelser: [],
  }
  const { handling, utskick } = sandBrev(k, begaransbrev(l, begaran))
  return [handling, { typ: 'begaranSkickad', begaran, utskick }]
}

const kompetens: Fragedefinition<Fakta, z.output<typeof kompetensSvarSchema>> = {
  kod: 'aprKompetens',
  las: (v) => las(kompetensSvarSchema, v),
  foljder: (l, f, s, k) =>
    s.val === 'fraga' ? fragaAnordnaren(l as Nlage, (f.formular as { uppgift: { id: string } }).uppgift.id, s, k) : [],
}
const sammaPerson: Fragedefinition<Fakta, z.output<typeof sammaPersonSchema>> = {
  kod: 'aprSammaPerson',
  las(v, f: Fraga) {
    const s = las(sammaPersonSchema, v)
    const { uppgifter } = f.formular as { uppgifter: readonly { uppgiftId: string }[] }
    if (s.val === 'raknasEn' && !uppgifter.some((u) => u.uppgiftId === s.uppgiftId))
      throw indatafel('okandUppgift', 'Kompetensen hör inte till personen.', [
        { falt: 'uppgiftId', text: 'Välj en av personens kompetenser.' },
      ])
    return s
  },
}
const omprovning: Fragedefinition<Fakta, Omprovningssvar> = {
  kod: 'aprOmprovning',
  las(v, f: Fraga) {
    const s = las(omprovningSchema, v)
    const { tidigast } = f.formular as { tidigast: Datum }
    if (s.val === 'upphor' && s.tom < tidigast)
      throw indatafel('bakatITiden', 'Godkännandet kan inte upphöra före beslutet.', [
        { falt: 'tom', text: `Välj ${tidigast} eller senare.` },
      ])
    return s
  },
  foljder: (l, _f, s, k) => (s.val === 'fraga' ? fragaAnordnaren(l as Nlage, 'aprOmprovning', s, k) : []),
}

// --- commands -----------------------------------------------------------------------------------------

const handlingar = z
  .array(handlingSchema)
  .default([])
  .transform((h) => h as Handling[])
const tillforda = (h: readonly Handling[]): Handelsedata[] => h.map((handling) => ({ typ: 'handlingTillford', handling }))
const faktum = <N extends Anordnarfaktum>(
  k: Kontext,
  namn: N,
  varde: Anordnarfakta[N],
  mer: Partial<Pick<Faktum, 'ersatter'>> = {},
): Handelsedata => {
  const kalla: Kalla =
    k.aktor.roll === 'anordnare'
      ? { typ: 'anordnare', text: k.aktor.namn, datum: k.dag }
      : { typ: 'handling', text: 'Handling', datum: k.dag }
  return { typ: 'faktumRegistrerat', faktum: { id: k.nyttId(), namn, varde, kalla, registrerad: k.tid, av: k.aktor, ...mer } }
}
const oppnad = (l: Nlage, skal: string): Handelsedata[] => (l.avslutat ? [{ typ: 'arendeOppnatIgen', skal }] : [])

/** New statements, and those that take the place of an earlier one of the same mark. What has not changed is left, so that nothing is asked twice. */
const kompetensfakta = (l: Nlage, nya: readonly z.output<typeof kompetensSchema>[], k: Kontext): Handelsedata[] =>
  nya.flatMap((n) => {
    const forra = fakt(l, 'kompetens').findLast((f) => f.varde.uppgiftId === n.uppgiftId)
    return forra && JSON.stringify(forra.varde) === JSON.stringify(n)
      ? []
      : [faktum(k, 'kompetens', n, forra ? { ersatter: forra.id } : {})]
  })

/** What is said answers what was asked. */
const besvarade = (l: Nlage, om: ReadonlySet<string>, k: Kontext, svar: string): Handelsedata[] =>
  l.begaran
    .filter((b) => b.om && om.has(b.om) && !b.svar && !b.aterkallad)
    .map((b) => ({
      typ: 'begaranBesvarad',
      begaranId: b.id,
      svar: { dag: k.dag, tid: k.tid, av: k.aktor, svar: b.fragor.map((f) => ({ frageId: f.frageId, text: svar })) },
    }))

const ansoker = z.object({
  ansokan: ansokanSchema,
  anordnare: anordnaruppgiftSchema,
  kompetenser: z.array(kompetensSchema).min(1, 'Lägg till minst en kompetens.').max(200),
  handlingar,
})
const taEmotAnsokan: Kdef<z.output<typeof ansoker>> = {
  roller: ANMALER,
  iAvslutat: true,
  las: (v) => las(ansoker, v),
  utfor(lage, d, k) {
    const l = lage as Nlage
    if (fakt(l, 'ansokan').some((f) => f.varde.ansokanId === d.ansokan.ansokanId))
      throw konflikt('ansokanFinns', 'Ansökan är redan mottagen. Inget har ändrats.')
    if (oavgjord(l)) throw konflikt('redanAnsokt', 'Ni har redan en ansökan som vi prövar. Ändra uppgifterna i den.')
    if (utanSlut(l)) throw konflikt('redanGodkand', 'Ni är redan godkända. Berätta om ändrad personal i stället.')
    const forra = fakt(l, 'anordnare').at(-1)
    return [
      ...oppnad(l, 'En ny ansökan om godkännande kom in.'),
      ...tillforda(d.handlingar),
      faktum(k, 'ansokan', d.ansokan),
      faktum(k, 'anordnare', d.anordnare, forra ? { ersatter: forra.id } : {}),
      ...kompetensfakta(l, d.kompetenser, k),
    ]
  },
}

const andrar = z.object({
  andring: personalandringSchema,
  anordnare: anordnaruppgiftSchema.optional(),
  kompetenser: z.array(kompetensSchema).max(200).default([]),
  handlingar,
  svarPa: z.string().optional(),
})
/** The provider tells that staff or other things have changed, or answers what was asked. What the change asks of an officer follows from the facts. */
const anmalAndring: Kdef<z.output<typeof andrar>> = {
  roller: ANMALER,
  las: (v) => las(andrar, v),
  utfor(lage, d, k) {
    const l = lage as Nlage
    const forra = fakt(l, 'anordnare').at(-1)
    const om = new Set([...d.kompetenser.map((x) => x.uppgiftId), ...(d.svarPa ? [d.svarPa] : [])])
    return [
      ...tillforda(d.handlingar),
      faktum(k, 'personalandring', d.andring),
      ...(d.anordnare ? [faktum(k, 'anordnare', d.anordnare, forra ? { ersatter: forra.id } : {})] : []),
      ...kompetensfakta(l, d.kompetenser, k),
      ...besvarade(l, om, k, d.andring.text),
    ]
  },
}

const begarSlut: Kdef<z.output<typeof slutbegaranSchema>> = {
  roller: ANMALER,
  las: (v) => las(slutbegaranSchema, v),
  utfor(lage, d, k) {
    if (!utanSlut(lage as Nlage)) throw konflikt('ejGodkand', 'Inget godkännande gäller.')
    return [faktum(k, 'slutbegaran', d)]
  },
}

const sandPaminnelse: Kdef<{ begaranId: string }> = {
  roller: ['system'],
  sander: true,
  iAvslutat: true,
  las: (v) => las(z.object({ begaranId: z.string() }), v),
  utfor(lage, d, k) {
    const innehall = paminnelsebrev(lage as Nlage, d.begaranId)
    if (!innehall) return []
    const { handling, utskick } = sandBrev(k, innehall)
    return [handling, { typ: 'utskickSkapat', utskick: { ...utskick, begaranId: d.begaranId } }]
  },
}

const overklagar = z.object({
  beslutId: z.string(),
  inkom: datumSchema,
  text: text('Vad ni vill ska ändras och varför'),
  handling: handlingSchema.optional(),
})
const overklaga: Kdef<z.output<typeof overklagar>> = {
  roller: ['anordnare', ...HANDLAGGARROLLER],
  iAvslutat: true,
  las: (v) => las(overklagar, v),
  utfor(l, d, k) {
    const b = l.beslut.find((x) => x.id === d.beslutId)
    if (!b) throw indatafel('okantBeslut', 'Beslutet finns inte i ärendet.', [{ falt: 'beslutId', text: 'Välj ett av era beslut.' }])
    const handling = d.handling ? tillforda([d.handling as Handling]) : []
    const skrivelse = { inkom: d.inkom, text: d.text, ...(d.handling ? { handlingId: d.handling.id } : {}) }
    const oppet = l.overklaganden.find((o) => o.beslutId === b.id && !overklagandetKlart(l, o))
    if (oppet) return [...handling, { typ: 'skrivelseTillagd', till: oppet.id, skrivelse }]
    return [
      ...handling,
      { typ: 'overklagandeInkommet', overklagande: { id: k.nyttId(), beslutId: b.id, sagt: 'overklagande', ...skrivelse } },
    ]
  },
}

export const aprAnordnare: Forman<Fakta> = {
  namn: 'aprAnordnare',
  rubrik: 'Godkännande av anordnare',
  nummerprefix: 'AN',
  ettArende: true,
  flodesversion: VERSIONER.flode,
  flode: () => anordnarflode,
  dagnummer: () => 0,
  fragor: {
    aprKompetens: kompetens,
    aprSammaPerson: sammaPerson,
    aprOmprovning: omprovning,
    overklagande: overklagandefraga(VERSIONER) as unknown as Fragedefinition<Fakta, unknown>,
    ...(beslutsvagensFragor<Fakta>([godkannandevag, upphorandevag]) as Readonly<Record<string, Fragedefinition<Fakta, unknown>>>),
  },
  fakta: { anordnare: { rubrik: 'Anordnaren', roller: [...HANDLAGGARROLLER, 'system'], las: (v) => las(anordnaruppgiftSchema, v) } },
  kommandon: { taEmotAnsokan, anmalAndring, begarSlut, sandPaminnelse, overklaga },
}
