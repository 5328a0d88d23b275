import {
  type Aktor,
  type Begaran,
  type Faktum,
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
import { fristDagar, medManadsnamn, type Datum } from '@atergang/kalender'
import { aprKontrollfrist, aprOverklagande, flera, vardetDen, type Kalla } from '@atergang/regelverk'
import { utred } from '@atergang/arende'
import * as z from 'zod'
import { datumSchema, las, text } from '../../las.ts'
import { beslutetAv } from '../../gemensamt/beslut/fragor.ts'
import { kanBeslutas } from '../../gemensamt/beslut/steg.ts'
import { sandBrev } from '../../gemensamt/brev/sand.ts'
import { kronortext } from '../berakning/index.ts'
import { ansokanMed } from './ansokningar.ts'
import { brevAvBeslut } from './brev/beslut.ts'
import { JANUARI, januaribrev } from './brev/januari.ts'
import { paminnelsebrev } from './brev/ovriga.ts'
import {
  ansokanSchema,
  arbetsgivaruppgiftSchema,
  fakt,
  fakturatraffSchema,
  godkannandelageSchema,
  kompletteringSchema,
  kontrollSchema,
  kontrollunderlagSchema,
  type Alage,
  type Aprfakta,
  type Aprfaktum,
  type Godkannandelage,
} from './fakta.ts'
import { aprflode } from './flode.ts'
import { avvikelser, beredda } from './forslag.ts'
import { begarandena } from './provning.ts'
import { beslutetOm, forstaBesluten, type Aprbeslut, type AprInnehall } from './rakning.ts'
import { kontrollbegaran, overklagandetKlart } from './steg/efter.ts'
import { ansokansvag } from './vag.ts'

type Fakta = Record<string, unknown> & Aprfakta
type Def<D> = Kommandodefinition<Fakta, D>

/** Applications come from the employer, or on paper through an officer. */
const ANSOKER: readonly Roll[] = ['arbetsgivare', ...HANDLAGGARROLLER, 'system']

export const handlingSchema = z.object({
  id: z.string(),
  typ: z.enum(['ansokan', 'faktura', 'kompetensunderlag', 'kontrollunderlag', 'yttrande', 'overklagande', 'ovrigt']),
  rubrik: z.string().max(300),
  fran: z.string(),
  inkom: datumSchema,
  medietyp: z.string(),
  sha256: z.string(),
  storlek: z.number().int(),
  kanal: z.enum(['api', 'uppladdning', 'mapp', 'minaSidor', 'post', 'system']),
})
const handlingar = z
  .array(handlingSchema)
  .default([])
  .transform((h) => h as Handling[])

const kallan = (aktor: Aktor, dag: Datum, papper: boolean): Kalla =>
  papper
    ? { typ: 'handling', text: 'Pappersansökan', datum: dag }
    : aktor.roll === 'arbetsgivare'
      ? { typ: 'arbetsgivare', text: aktor.namn, datum: dag }
      : { typ: 'register', text: 'Återgång', datum: dag }
const faktum = <N extends Aprfaktum>(
  k: Kontext,
  namn: N,
  varde: Aprfakta[N],
  kalla: Kalla,
  mer: Partial<Pick<Faktum, 'ersatter' | 'period'>> = {},
): Handelsedata => ({ typ: 'faktumRegistrerat', faktum: { id: k.nyttId(), namn, varde, kalla, registrerad: k.tid, av: k.aktor, ...mer } })
const tillforda = (h: readonly Handling[]): Handelsedata[] => h.map((handling) => ({ typ: 'handlingTillford', handling }))
const oppnad = (l: Alage, skal: string): Handelsedata[] => (l.avslutat ? [{ typ: 'arendeOppnatIgen', skal }] : [])

/** The register as it now stands; only what has changed is written. */
function registerhandelser(l: Alage, lagen: readonly Godkannandelage[], k: Kontext): Handelsedata[] {
  return lagen.flatMap((g) => {
    const forra = fakt(l, 'godkannandelage').findLast((f) => f.varde.anordnare === g.anordnare)
    if (
      forra &&
      forra.varde.kand === g.kand &&
      forra.varde.namn === g.namn &&
      JSON.stringify(forra.varde.perioder) === JSON.stringify(g.perioder)
    )
      return []
    return [
      faktum(
        k,
        'godkannandelage',
        g,
        { typ: 'register', text: 'Registret över godkända anordnare', datum: g.last },
        forra ? { ersatter: forra.id } : {},
      ),
    ]
  })
}

const medFakta = (l: Alage, nya: readonly Handelsedata[]): Alage => ({
  ...l,
  fakta: [...l.fakta, ...nya.flatMap((h) => (h.typ === 'faktumRegistrerat' ? [h.faktum] : []))],
})

const traffarSchema = z.array(fakturatraffSchema).default([])
const registerSchema = z.array(godkannandelageSchema).default([])
const intagSchema = z.object({
  ansokan: ansokanSchema,
  arbetsgivare: arbetsgivaruppgiftSchema.optional(),
  handlingar,
  register: registerSchema,
  traffar: traffarSchema,
})

/** An application has come in. Kept whatever it lacks: nobody is stopped from applying. */
const taEmotAnsokan: Def<z.output<typeof intagSchema>> = {
  roller: ANSOKER,
  iAvslutat: true,
  las: (v) => las(intagSchema, v),
  utfor(lage, d, k) {
    const l = lage as Alage
    if (ansokanMed(l, d.ansokan.ansokanId)) throw konflikt('ansokanFinns', 'Ansökan är redan mottagen. Inget har ändrats.')
    if (d.ansokan.inkom && d.ansokan.inkom > k.dag)
      throw indatafel('framtida', 'Ansökan kan inte komma in i framtiden.', [
        { falt: 'ansokan.inkom', text: `Välj ${k.dag} eller tidigare.` },
      ])
    const papper = d.ansokan.kanal === 'papper'
    const kalla = kallan(k.aktor, d.ansokan.inkom ?? k.dag, papper)
    const forra = fakt(l, 'arbetsgivare').at(-1)
    return [
      ...oppnad(l, 'En ansökan för året kom in.'),
      ...tillforda(d.handlingar),
      ...(d.arbetsgivare ? [faktum(k, 'arbetsgivare', d.arbetsgivare, kalla, forra ? { ersatter: forra.id } : {})] : []),
      faktum(k, 'ansokan', d.ansokan, kalla),
      ...registerhandelser(l, d.register, k),
      ...d.traffar.map((t) => faktum(k, 'fakturatraff', t, { typ: 'register', text: 'Fakturor i tidigare ansökningar', datum: k.dag })),
    ]
  },
}

const kompletterarSchema = z.object({ komplettering: kompletteringSchema, handlingar, register: registerSchema, traffar: traffarSchema })

/** What was missing, or was wrong. Answers the open requests about the application. */
const komplettera: Def<z.output<typeof kompletterarSchema>> = {
  roller: ANSOKER,
  iAvslutat: true,
  las: (v) => las(kompletterarSchema, v),
  utfor(lage, d, k) {
    const l = lage as Alage
    if (!ansokanMed(l, d.komplettering.ansokanId))
      throw indatafel('okandAnsokan', 'Ansökan finns inte i ärendet.', [{ falt: 'ansokanId', text: 'Välj en av era ansökningar.' }])
    const oppna = begarandena(l, d.komplettering.ansokanId).filter((b) => !b.svar && !b.aterkallad)
    const svarstext = d.komplettering.text || 'Besvarad med ändrade uppgifter.'
    return [
      ...oppnad(l, 'Uppgifter om en ansökan kom in.'),
      ...tillforda(d.handlingar),
      faktum(k, 'komplettering', d.komplettering, kallan(k.aktor, d.komplettering.inkom, k.aktor.roll !== 'arbetsgivare')),
      ...registerhandelser(l, d.register, k),
      ...d.traffar.map((t) => faktum(k, 'fakturatraff', t, { typ: 'register', text: 'Fakturor i tidigare ansökningar', datum: k.dag })),
      ...oppna.map((b): Handelsedata => ({
        typ: 'begaranBesvarad',
        begaranId: b.id,
        svar: { dag: k.dag, tid: k.tid, av: k.aktor, svar: b.fragor.map((f) => ({ frageId: f.frageId, text: svarstext })) },
      })),
    ]
  },
}

/** The employer takes an application back before it is decided. */
const aterkallaAnsokan: Def<{ ansokanId: string; skal: string }> = {
  roller: ANSOKER,
  las: (v) => las(z.object({ ansokanId: z.string(), skal: text('Varför ansökan tas tillbaka', 1_000) }), v),
  utfor(lage, d, k) {
    const l = lage as Alage
    const a = ansokanMed(l, d.ansokanId)
    if (!a) throw indatafel('okandAnsokan', 'Ansökan finns inte i ärendet.', [{ falt: 'ansokanId', text: 'Välj en av era ansökningar.' }])
    if (beslutetOm(l, d.ansokanId))
      throw konflikt('redanBeslutad', 'Ansökan är beslutad och kan inte tas tillbaka. Skriv till oss om något är fel.')
    return a.aterkallad
      ? []
      : [
          faktum(
            k,
            'aterkallelse',
            { ansokanId: d.ansokanId, inkom: k.dag, skal: d.skal },
            kallan(k.aktor, k.dag, k.aktor.roll !== 'arbetsgivare'),
          ),
        ]
  },
}

/** The register of providers has been read, or has changed since. */
const uppdateraRegister: Def<{ register: Godkannandelage[] }> = {
  roller: ['system'],
  iAvslutat: true,
  las: (v) => las(z.object({ register: z.array(godkannandelageSchema) }), v),
  utfor(lage, d, k) {
    const l = lage as Alage
    const nya = registerhandelser(l, d.register, k)
    // A decision that now looks wrong is a question, and a closed case asks none.
    return l.avslutat && avvikelser(medFakta(l, nya)).length
      ? [...oppnad(l, 'Registret över anordnare har ändrats så att ett beslut kan vara fel.'), ...nya]
      : nya
  },
}

/** Another application with the same invoice has come in after this one. */
const noteraTraffar: Def<{ traffar: z.output<typeof traffarSchema> }> = {
  roller: ['system'],
  iAvslutat: true,
  las: (v) => las(z.object({ traffar: traffarSchema }), v),
  utfor(lage, d, k) {
    const l = lage as Alage
    const kanda = new Set(fakt(l, 'fakturatraff').map((f) => `${f.varde.radId} ${f.varde.annan.ansokanId}`))
    return d.traffar
      .filter((t) => !kanda.has(`${t.radId} ${t.annan.ansokanId}`))
      .map((t) => faktum(k, 'fakturatraff', t, { typ: 'register', text: 'Fakturor i senare ansökningar', datum: k.dag }))
  },
}

// --- decision by an approved list --------------------------------------------------------------------

const listaSchema = z.object({ ansokanId: z.string(), avtryck: z.string(), lista: z.object({ id: z.string(), avtryck: z.string() }) })

/**
 * Decides one application as the officer approved it in a list. The coming decision must still be the very one that was approved. The letter is
 * written when it goes out, from the decision itself.
 */
const beslutaEnligtLista: Def<z.output<typeof listaSchema>> = {
  roller: HANDLAGGARROLLER,
  las: (v) => las(listaSchema, v),
  utfor(lage, d, k) {
    const l = lage as Alage
    if (l.javiga.includes(k.aktor.id)) throw konflikt('javig', 'Handläggaren har anmält jäv i ärendet.')
    const b = beredda(l, k.dag).find((x) => x.sak === d.ansokanId)
    if (!b || !kanBeslutas(b, k.dag))
      throw konflikt(
        'inteKlar',
        beslutetOm(l, d.ansokanId)
          ? 'Ansökan är redan beslutad.'
          : 'Ansökan är inte längre färdig att beslutas: något återstår att ta ställning till.',
      )
    if (b.attKommunicera !== d.avtryck) throw konflikt('forslagetAndrat', 'Förslaget är ett annat än det som godkändes.')
    const { beslut } = beslutetAv(ansokansvag, l, b, k, utred(aprflode, l, k.dag))
    return [{ typ: 'beslutFattat', beslut: { ...beslut, innehall: { ...(beslut.innehall as AprInnehall), lista: d.lista } } }]
  },
}

/** The letter of a decision without one. */
const sandBeslutsbrev: Def<{ beslutId: string }> = {
  roller: ['system'],
  sander: true,
  iAvslutat: true,
  las: (v) => las(z.object({ beslutId: z.string() }), v),
  utfor(lage, d, k) {
    const l = lage as Alage
    const innehall = beslutsbrevet(l, d.beslutId)
    if (!innehall) return []
    const { handling, utskick } = sandBrev(k, innehall, d.beslutId)
    return [handling, { typ: 'utskickSkapat', utskick }]
  },
}

/** The letter a decision still lacks, or null. */
export function beslutsbrevet(l: Alage, beslutId: string) {
  const b = l.beslut.find((x) => x.id === beslutId)
  return b && !l.utskick.some((u) => u.beslutId === b.id) && (b.typ === 'slutligt' || b.typ === 'andring')
    ? brevAvBeslut(l, b as Aprbeslut)
    : null
}

/** The letter of a request that the system made, or of a reminder. */
const sandPaminnelse: Def<{ begaranId: string }> = {
  roller: ['system'],
  sander: true,
  iAvslutat: true,
  las: (v) => las(z.object({ begaranId: z.string() }), v),
  utfor(lage, d, k) {
    const innehall = paminnelsebrev(lage as Alage, d.begaranId)
    if (!innehall) return []
    const { handling, utskick } = sandBrev(k, innehall)
    return [handling, { typ: 'utskickSkapat', utskick: { ...utskick, begaranId: d.begaranId } }]
  },
}

/** The clock says that the last day to apply is near; the letter follows. */
const paminnJanuari: Def<null> = {
  roller: ['system'],
  las: () => null,
  utfor: (l, _d, k) =>
    l.information.some((i) => i.amne === JANUARI)
      ? []
      : [{ typ: 'informationGiven', information: { amne: JANUARI, satt: 'brev', tid: k.tid, av: k.aktor } }],
}

const sandJanuaribrev: Def<null> = {
  roller: ['system'],
  sander: true,
  iAvslutat: true,
  las: () => null,
  utfor(lage, _d, k) {
    const innehall = januaribrev(lage as Alage, k.dag)
    if (!innehall) return []
    const { handling, utskick } = sandBrev(k, innehall)
    return [handling, { typ: 'utskickSkapat', utskick }]
  },
}

// --- after-control -----------------------------------------------------------------------------------

/** The employer has been drawn, or chosen for a named risk: its material is asked for. */
const inledKontroll: Def<z.output<typeof kontrollSchema>> = {
  roller: ['system'],
  iAvslutat: true,
  las: (v) => las(kontrollSchema, v),
  utfor(lage, d, k) {
    const l = lage as Alage
    if (fakt(l, 'kontroll').some((f) => f.varde.omgang === d.omgang)) return []
    const forra = new Map(forstaBesluten(l).map((b) => [b.innehall.ansokanId, beslutetOm(l, b.innehall.ansokanId)!]))
    const okand = d.ansokningar.find((id) => !forra.has(id))
    if (okand) throw indatafel('okandAnsokan', 'En av ansökningarna är inte beslutad i ärendet.', [{ falt: 'ansokningar', text: okand }])
    const begaran: Begaran = {
      id: k.nyttId(),
      typ: 'aprKontroll',
      om: d.omgang,
      till: 'arbetsgivare',
      tillNamn: partsnamn(l.arende.part),
      ...(l.arende.part.slag === 'arbetsgivare' ? { tillId: l.arende.part.arbetsgivare.orgnr } : {}),
      rubrik: `Efterkontroll ${d.omgang}`,
      fragor: d.ansokningar.map((id) => ({
        frageId: `${d.slag}-${id}`,
        text: `Ansökan som kom in den ${medManadsnamn(forra.get(id)!.innehall.inkom)}: ${kronortext(forra.get(id)!.innehall.belopp)} kronor.`,
      })),
      lagrum: flera('förordning (2014:67) 15'),
      skickad: k.dag,
      senast: fristDagar(k.dag, vardetDen(aprKontrollfrist, k.dag)),
      av: k.aktor,
      paminnelser: [],
    }
    return [
      ...oppnad(l, `Uttagen till efterkontroll ${d.omgang}.`),
      faktum(k, 'kontroll', d, { typ: 'beslut', text: `Efterkontroll ${d.omgang}`, datum: k.dag }),
      { typ: 'begaranSkickad', begaran },
    ]
  },
}

const underlagSchema = z.object({ underlag: kontrollunderlagSchema, handlingar })

/** Invoices, proof of payment and what the measures were, for an after-control (15 §). */
const lamnaKontrollunderlag: Def<z.output<typeof underlagSchema>> = {
  roller: ANSOKER,
  iAvslutat: true,
  las: (v) => las(underlagSchema, v),
  utfor(lage, d, k) {
    const l = lage as Alage
    const b = kontrollbegaran(l, d.underlag.omgang)
    if (!b)
      throw indatafel('okandKontroll', 'Ni är inte uttagna till den efterkontrollen.', [
        { falt: 'omgang', text: 'Välj en av era efterkontroller.' },
      ])
    return [
      ...tillforda(d.handlingar),
      faktum(k, 'kontrollunderlag', d.underlag, kallan(k.aktor, k.dag, k.aktor.roll !== 'arbetsgivare')),
      ...(b.svar || b.aterkallad
        ? []
        : [
            {
              typ: 'begaranBesvarad' as const,
              begaranId: b.id,
              svar: {
                dag: k.dag,
                tid: k.tid,
                av: k.aktor,
                svar: b.fragor.map((f) => ({ frageId: f.frageId, text: d.underlag.text || 'Underlaget är lämnat.' })),
              },
            },
          ]),
    ]
  },
}

// --- appeals -----------------------------------------------------------------------------------------

/** A writing that a decision is wrong. Never refused: when the setting says that there is no appeal, it is noted and looked at (36–38 §§ FL). */
const overklaga: Def<{ beslutId: string; inkom: Datum; text: string; handling?: Handling | undefined }> = {
  roller: ['arbetsgivare', ...HANDLAGGARROLLER],
  iAvslutat: true,
  las: (v) =>
    las(
      z.object({
        beslutId: z.string(),
        inkom: datumSchema,
        text: text('Vad ni vill ska ändras och varför'),
        handling: handlingSchema.optional(),
      }),
      v,
    ) as { beslutId: string; inkom: Datum; text: string; handling?: Handling },
  utfor(lage, d, k) {
    const l = lage as Alage
    const b = l.beslut.find((x) => x.id === d.beslutId)
    if (!b) throw indatafel('okantBeslut', 'Beslutet finns inte i ärendet.', [{ falt: 'beslutId', text: 'Välj ett av era beslut.' }])
    const skrivelse = { inkom: d.inkom, text: d.text, ...(d.handling ? { handlingId: d.handling.id } : {}) }
    const oppet = l.overklaganden.find((o) => o.beslutId === b.id && !overklagandetKlart(l, o))
    if (oppet) return [...tillforda(d.handling ? [d.handling] : []), { typ: 'skrivelseTillagd', till: oppet.id, skrivelse }]
    if (vardetDen(aprOverklagande, b.dag) === 'overklagasInte')
      return [
        ...oppnad(l, 'En skrivelse om ett beslut kom in.'),
        ...tillforda(d.handling ? [d.handling] : []),
        {
          typ: 'anteckningSkriven',
          anteckning: { id: k.nyttId(), text: `Skrivelse om beslutet ${b.dag}: ${d.text}`, tid: k.tid, av: k.aktor },
        },
      ]
    return [
      ...tillforda(d.handling ? [d.handling] : []),
      { typ: 'overklagandeInkommet', overklagande: { id: k.nyttId(), beslutId: b.id, sagt: 'overklagande', ...skrivelse } },
    ]
  },
}

export const kommandon = {
  taEmotAnsokan,
  komplettera,
  aterkallaAnsokan,
  uppdateraRegister,
  noteraTraffar,
  beslutaEnligtLista,
  sandBeslutsbrev,
  paminnJanuari,
  sandJanuaribrev,
  sandPaminnelse,
  inledKontroll,
  lamnaKontrollunderlag,
  overklaga,
}
