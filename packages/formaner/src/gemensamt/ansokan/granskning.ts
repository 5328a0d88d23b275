import {
  arOppen,
  BEGARANSNAMN,
  gallandeSvar,
  indatafel,
  personen,
  personnamn,
  type Begaran,
  type Beslut,
  type Faktakarta,
  type Fragedefinition,
  type Handelsedata,
  type Kontext,
  type Lage,
  type Motivering,
  type Utfall,
} from '@atergang/arende'
import { forena, fristDagar, medManadsnamn, type Datum, type Period } from '@atergang/kalender'
import { ansokanskompletteringsfrist, flera, vardetDen, type Faktauppgift } from '@atergang/regelverk'
import * as z from 'zod'
import { las, text } from '../../las.ts'
import { beslutsgrund, beslutshandelser, type Versioner } from '../beslut/handelser.ts'
import { antalPaminnelser } from '../obesvarat.ts'
import { automatiskt, fraga, nod, underlagAv, uppfyllt, vantar } from '../steg.ts'
import { begaranMedBrev, type Begaransord } from '../brev/begaran.ts'
import { avvisningsbrev } from '../brev/avvisning.ts'

/** Why an application is not taken up (110 kap. 10 § SFB). */
export const AVVISNINGSGRUNDER = {
  kanInteProvas: { lagrum: '110:10 st 1', text: 'Ansökan är så ofullständig att den inte kan prövas i sak.' },
  foreskrifter: {
    lagrum: '110:10 st 2',
    text: 'Ansökan uppfyller inte kraven på innehåll och underskrift, och bristen är inte av ringa betydelse.',
  },
} as const

/** What the officer does with an application that lacks something (110 kap. 10–11 §§ SFB, 20 § förvaltningslagen). */
export const ansokansgranskningSchema = z.discriminatedUnion('beslut', [
  z.object({ beslut: z.literal('racker'), skal: text('Skälet') }),
  /** help first: a request without sanction (20 § first paragraph, 23 § förvaltningslagen) */
  z.object({ beslut: z.literal('komplettera'), text: text('Vad personen ska komplettera med') }),
  /** föreläggande on pain of avvisning (110 kap. 11 §) */
  z.object({ beslut: z.literal('forelagg'), text: text('Vad som saknas') }),
  z.object({
    beslut: z.literal('avvisa'),
    grund: z.enum(['kanInteProvas', 'foreskrifter'], { message: 'Välj varför ansökan avvisas.' }),
    skal: text('Varför ansökan inte kan prövas utan uppgifterna'),
  }),
])
export type AnsokansgranskningSvar = z.infer<typeof ansokansgranskningSchema>

/** Decisions not to take up an application that still stand: an omprövning may have lifted them. */
export const avvisningar = (l: Lage): Beslut[] =>
  l.beslut.filter((b) => b.typ === 'slutligt' && b.utfall === 'avvisat' && !l.beslut.some((x) => x.ersatter === b.id))

/** What the person has been asked to add to this very application. */
export const kompletteringar = (l: Lage, ansokanId: string): Begaran[] =>
  l.begaran.filter((b) => (b.typ === 'ansokanskomplettering' || b.typ === 'forelaggande') && (b.om ?? ansokanId) === ansokanId)

/** The föreläggande whose time is out or that was answered: only then may the application be turned away (110 kap. 11 §). */
export const utgangetForelaggande = (l: Lage, ansokanId: string, idag: Datum, paminnelser: (b: Begaran) => number): Begaran | undefined =>
  kompletteringar(l, ansokanId).findLast(
    (b) =>
      b.typ === 'forelaggande' && !b.aterkallad && (b.svar !== undefined || (b.senast < idag && b.paminnelser.length >= paminnelser(b))),
  )

/** Something missing in an application: in words, and by the field of the form when the benefit counts such. */
export interface Brist {
  readonly text: string
  readonly falt?: string
}

/** An application as it is examined for whether it can be tried. */
export interface Granskad {
  readonly id: string
  readonly inkom: Datum
  readonly perioder: readonly Period[]
  readonly saknas: readonly Brist[]
  /** the key of the question; one for each application where several are open side by side */
  readonly nyckel: string
  /** name of the step's node, and what is known of the application */
  readonly nod: string
  readonly fakta: readonly Faktauppgift[]
  readonly formularversion?: string
  readonly avser?: string
}

interface Granskningsunderlag {
  readonly ansokan: string
  readonly perioder: readonly Period[]
  readonly saknas: readonly string[]
  readonly brister: readonly Brist[]
  readonly formularversion?: string
  readonly avser?: string
  readonly forelaggande: { readonly skickad: Datum; readonly senast: Datum; readonly svar: string | null } | null
}

/** Whether the application can be tried: yes by itself when nothing is missing, else a question to the officer, or a wait for what was asked. */
export function granskaAnsokan(l: Lage, a: Granskad, idag: Datum): Utfall {
  const paNamn = personnamn(personen(l))
  const utganget = utgangetForelaggande(l, a.id, idag, antalPaminnelser)
  const oppen = kompletteringar(l, a.id).find(arOppen)
  if (oppen && oppen !== utganget) {
    const varfor =
      oppen.typ === 'forelaggande'
        ? 'Ansökan är ofullständig, och personen är förelagd att komplettera den. Kommer uppgifterna inte in i tid ska ansökan avvisas.'
        : 'Ansökan är ofullständig. Personen har fått en fråga om det som saknas.'
    return vantar({
      pa: 'forsakrad',
      paNamn,
      vad: oppen.rubrik,
      varfor,
      sedan: oppen.skickad,
      till: oppen.senast,
      lagrum: ['110:10', '110:11'],
    })
  }
  if (a.saknas.length === 0)
    return automatiskt(
      nod(a.nod, 'Ansökan', ['110:4'], 'uppfyllt', 'Skriftlig, undertecknad, uppgifterna lämnade på heder och samvete.', a.fakta),
    )
  const saknas = a.saknas.map((s) => s.text)
  const grund = { ansokan: a.id, saknas }
  const svar = gallandeSvar<AnsokansgranskningSvar>(l, a.nyckel, underlagAv(grund))
  if (svar?.svar.beslut === 'racker') return uppfyllt(nod(a.nod, 'Ansökan', ['110:4', '110:10'], 'uppfyllt', svar.svar.skal, a.fakta))
  const formular: Granskningsunderlag & { avvisningsgrunder: typeof AVVISNINGSGRUNDER } = {
    ansokan: a.id,
    perioder: a.perioder,
    saknas,
    brister: a.saknas,
    ...(a.formularversion ? { formularversion: a.formularversion } : {}),
    ...(a.avser ? { avser: a.avser } : {}),
    forelaggande: utganget
      ? { skickad: utganget.skickad, senast: utganget.senast, svar: utganget.svar?.svar.map((s) => s.text).join(' ') ?? null }
      : null,
    avvisningsgrunder: AVVISNINGSGRUNDER,
  }
  return fraga({
    nyckel: a.nyckel,
    kod: 'ansokansgranskning',
    rubrik: utganget ? 'Hur går ärendet vidare efter föreläggandet?' : 'Räcker uppgifterna i ansökan?',
    hjalp: utganget
      ? 'Pröva ansökan om den går att pröva på det som finns, eller om bristen är av ringa betydelse. Går den inte att pröva ska den avvisas.'
      : 'Hjälp i första hand personen till rätta: ring, eller be om det som saknas. Förelägg om bristen hindrar en prövning; utan föreläggande får ansökan inte avvisas.',
    lagrum: ['110:10', '110:11', 'FL 20'],
    paGrundval: grund,
    varforNu: `Saknas: ${saknas.join(', ').toLowerCase()}.${utganget ? ` ${forelaggandetext(utganget)}` : ''}`,
    ...(utganget ? {} : { senast: fristDagar(a.inkom, vardetDen(ansokanskompletteringsfrist, idag)) }),
    formular,
  })
}

const forelaggandetext = (b: Begaran): string =>
  b.svar
    ? `Föreläggandet ${medManadsnamn(b.skickad)} besvarades ${medManadsnamn(b.svar.dag)}.`
    : `Föreläggandet ${medManadsnamn(b.skickad)} är inte besvarat; tiden gick ut ${medManadsnamn(b.senast)}.`

const STANGD: Record<AnsokansgranskningSvar['beslut'], string> = {
  racker: 'Ansökan prövas på det som finns.',
  avvisa: 'Ansökan är avvisad.',
  komplettera: 'Ersatt av en ny fråga.',
  forelagg: 'Ersatt av ett nytt föreläggande.',
}

/** The question and what follows of it: nothing, a request, a föreläggande or a decision not to take the application up. */
export const ansokansgranskningsfraga = <F extends Faktakarta>(
  ord: Begaransord,
  v: Versioner,
): Fragedefinition<F, AnsokansgranskningSvar> => ({
  kod: 'ansokansgranskning',
  las(varde, f) {
    const svar = las(ansokansgranskningSchema, varde)
    if (svar.beslut === 'avvisa' && !(f.formular as Granskningsunderlag).forelaggande)
      throw indatafel(
        'forstForelaggande',
        'Ansökan får inte avvisas förrän personen har förelagts att komplettera den och tiden har gått ut (110 kap. 11 §).',
        [{ falt: 'beslut', text: 'Välj att förelägga personen först.' }],
      )
    return svar
  },
  foljder(l, f, svar, k) {
    const u = f.formular as Granskningsunderlag
    // What was asked before is settled by the answer, or asked anew.
    const stangda = kompletteringar(l, u.ansokan)
      .filter(arOppen)
      .map((b): Handelsedata => ({ typ: 'begaranAterkallad', begaranId: b.id, skal: STANGD[svar.beslut] }))
    if (svar.beslut === 'racker') return stangda
    if (svar.beslut === 'avvisa') return [...stangda, ...avvisa(l, u, svar, k, ord, v)]
    const typ = svar.beslut === 'forelagg' ? 'forelaggande' : 'ansokanskomplettering'
    const falt = u.brister.flatMap((b) => b.falt ?? [])
    return [
      ...stangda,
      ...begaranMedBrev(l, k, ord, {
        typ,
        till: 'forsakrad',
        tillNamn: personnamn(personen(l)),
        rubrik: BEGARANSNAMN[typ],
        om: u.ansokan,
        ...(falt.length ? { kanal: 'brev' as const } : {}),
        ...(u.formularversion ? { formularversion: u.formularversion } : {}),
        lagrum: typ === 'forelaggande' ? flera('110:10', '110:11') : flera('FL 20', 'FL 23'),
        senast: fristDagar(k.dag, vardetDen(ansokanskompletteringsfrist, k.dag)),
        // Each field asked for can be answered in its place; without fields the person answers in one text.
        fragor:
          falt.length > 1
            ? u.brister.map((b) => ({ frageId: k.nyttId(), text: b.text, ...(b.falt ? { falt: b.falt } : {}), skal: svar.text }))
            : [{ frageId: k.nyttId(), text: svar.text, ...(falt[0] ? { falt: falt[0] } : {}) }],
      }),
    ]
  },
})

/** The decision not to take the application up (110 kap. 10 §). No right is tried, so it holds no days: the person can apply again for the same. */
function avvisa(
  l: Lage,
  u: Granskningsunderlag,
  svar: Extract<AnsokansgranskningSvar, { beslut: 'avvisa' }>,
  k: Kontext,
  ord: Begaransord,
  v: Versioner,
): Handelsedata[] {
  const f = u.forelaggande!
  const grund = AVVISNINGSGRUNDER[svar.grund]
  const motivering: Motivering = {
    avgorande: grund.text,
    saknades: u.saknas.join(', '),
    bedomning: svar.skal,
    omstandigheter: `Vi skickade ett föreläggande till dig ${medManadsnamn(f.skickad)}. Du skulle komplettera ansökan senast ${medManadsnamn(f.senast)}. ${f.svar === null ? 'Du har inte svarat.' : `Du svarade: ${f.svar}`}`,
  }
  const perioder = forena(u.perioder)
  const period = perioder.length ? { from: perioder[0]!.from, tom: perioder.at(-1)!.tom } : { from: k.dag, tom: k.dag }
  const beslut: Beslut = {
    ...beslutsgrund(l, k, v),
    typ: 'slutligt',
    utfall: 'avvisat',
    period,
    rader: [],
    motivering,
    lagrum: flera(grund.lagrum, '110:11'),
    forklaringar: [],
    utbetalning: [],
    medverkande: [],
    orsak: u.ansokan,
    ...(u.avser ? { avser: u.avser } : {}),
  }
  return beslutshandelser(k, beslut, avvisningsbrev(l, ord, { ...beslut, perioder }))
}
