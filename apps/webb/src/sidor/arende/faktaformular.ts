/** How a fact is written in a form: its fields, and whether it is true for a period. */
export interface Faktafalt {
  readonly namn: string
  readonly etikett: string
  readonly slag: 'text' | 'ruta' | 'datum' | 'tal' | 'janej' | 'val'
  readonly hjalp?: string
  readonly val?: readonly { readonly varde: string; readonly text: string }[]
  /** shown only when another field has this value */
  readonly nar?: readonly [string, readonly unknown[]]
  /** the value goes to the server as a number */
  readonly somTal?: boolean
}

export interface Faktaformular {
  readonly namn: string
  readonly rubrik: string
  readonly falt: readonly Faktafalt[]
  readonly period: 'kravs' | 'valfri' | 'ingen'
  /** what usually is the source */
  readonly kalla: string
  /** the benefits whose cases have it; sjukpenning alone when left out */
  readonly formaner?: readonly string[]
}

const val = (...v: readonly (readonly [string, string])[]) => v.map(([varde, text]) => ({ varde, text }))
const skal: Faktafalt = { namn: 'skal', etikett: 'Skäl', slag: 'ruta' }
const FOREBYGGANDE = 'forebyggande-sjukpenning'
const BADA = ['sjukpenning', FOREBYGGANDE]
const BARA_FOREBYGGANDE = [FOREBYGGANDE]
const MED_ARBETSGIVARE = ['anstalld', 'behovsanstalld']

/** Facts an officer records or corrects by hand. Certificates and applications come in by their own doors. */
export const FAKTAFORMULAR: readonly Faktaformular[] = [
  {
    namn: 'sysselsattning',
    rubrik: 'Sysselsättning',
    period: 'valfri',
    kalla: 'forsakrad',
    formaner: BADA,
    falt: [
      {
        namn: 'slag',
        etikett: 'Hur försörjer sig personen?',
        slag: 'val',
        val: val(
          ['anstalld', 'Anställd'],
          ['behovsanstalld', 'Behovsanställd'],
          ['egenforetagare', 'Egenföretagare'],
          ['arbetslos', 'Arbetslös'],
          ['foraldraledig', 'Föräldraledig'],
        ),
      },
      {
        namn: 'andelArbetslos',
        etikett: 'Hur stor del är personen arbetslös?',
        slag: 'val',
        somTal: true,
        val: val(['', 'Helt'], ['0.75', 'Tre fjärdedelar'], ['0.5', 'Hälften'], ['0.25', 'En fjärdedel']),
        hjalp: 'Det högsta beloppet vid arbetslöshet gäller bara den delen (28 kap. 11 §).',
        nar: ['slag', ['arbetslos']],
      },
      { namn: 'arbetsgivare.namn', etikett: 'Arbetsgivarens namn', slag: 'text', nar: ['slag', MED_ARBETSGIVARE] },
      { namn: 'arbetsgivare.orgnr', etikett: 'Organisationsnummer', slag: 'text', nar: ['slag', MED_ARBETSGIVARE] },
      {
        namn: 'arbetsuppgifter',
        etikett: 'Arbetsuppgifter, om ansökan inte beskriver dem',
        slag: 'ruta',
        nar: ['slag', [...MED_ARBETSGIVARE, 'egenforetagare']],
      },
      {
        namn: 'overenskommetPass',
        etikett: 'Gäller det ett arbetspass som var överenskommet?',
        slag: 'janej',
        hjalp: '27 kap. 49 c §',
        nar: ['slag', ['behovsanstalld']],
      },
      {
        namn: 'lamnatProgram',
        etikett: 'Lämnade personen ett arbetsmarknadspolitiskt program på grund av sjukdomen?',
        slag: 'janej',
        hjalp: '27 kap. 55 b §',
        nar: ['slag', ['arbetslos']],
      },
    ],
  },
  {
    namn: 'inkomst',
    rubrik: 'Årsinkomst',
    period: 'ingen',
    kalla: 'arbetsgivare',
    formaner: BADA,
    falt: [
      { namn: 'anstallning', etikett: 'Av anställning, kronor om året', slag: 'tal' },
      { namn: 'annat', etikett: 'Av annat förvärvsarbete, kronor om året', slag: 'tal' },
    ],
  },
  {
    namn: 'sjukloneperiod',
    rubrik: 'Sjuklöneperiod',
    period: 'kravs',
    kalla: 'arbetsgivare',
    falt: [{ namn: 'arbetsgivare', etikett: 'Arbetsgivare (om det finns flera)', slag: 'text' }],
  },
  {
    namn: 'anmalan',
    rubrik: 'Sjukanmälan',
    period: 'ingen',
    kalla: 'arbetsgivare',
    falt: [
      { namn: 'inkom', etikett: 'Anmälan kom in', slag: 'datum' },
      { namn: 'forstaSjukdag', etikett: 'Första sjukdag', slag: 'datum' },
      { namn: 'gjordAv', etikett: 'Anmäld av', slag: 'val', val: val(['forsakrad', 'Personen'], ['arbetsgivare', 'Arbetsgivaren']) },
    ],
  },
  {
    namn: 'lonUnderSjukdom',
    rubrik: 'Lön under sjukdom',
    period: 'valfri',
    kalla: 'arbetsgivare',
    falt: [
      { namn: 'lonIArbetePerManad', etikett: 'Lön om personen hade arbetat, hela lönen, kronor i månaden', slag: 'tal' },
      { namn: 'perManad', etikett: 'Lön under sjukdomen, kronor i månaden', slag: 'tal' },
      {
        namn: 'gruppsjukforsakringPerManad',
        etikett: 'Från fri gruppsjukförsäkring enligt kollektivavtal, kronor i månaden',
        slag: 'tal',
        hjalp: 'Räknas som lön (28 kap. 20 §). Lämna tomt om inget betalas.',
      },
      {
        namn: 'franvaro',
        etikett: 'Frånvaron som lönen under sjukdomen gäller',
        slag: 'val',
        somTal: true,
        val: val(['1', 'Hel'], ['0.75', 'Tre fjärdedels'], ['0.5', 'Halv'], ['0.25', 'En fjärdedels']),
      },
      {
        namn: 'overTakPerManad',
        etikett: 'Del av den som betalas för lön över SGI-taket, kronor i månaden',
        slag: 'tal',
        hjalp: 'Bara när lönen i arbete är högre än taket (28 kap. 19 § andra stycket). Saknas uppgiften ställs en fråga.',
      },
    ],
  },
  {
    namn: 'karenstid',
    rubrik: 'Vald karenstid (egenföretagare)',
    period: 'ingen',
    kalla: 'register',
    formaner: BADA,
    falt: [
      {
        namn: 'dagar',
        etikett: 'Karenstid',
        slag: 'val',
        somTal: true,
        val: val(['1', '1 dag'], ['14', '14 dagar'], ['30', '30 dagar'], ['60', '60 dagar'], ['90', '90 dagar']),
      },
    ],
  },
  {
    namn: 'hogriskskydd',
    rubrik: 'Högriskskydd',
    period: 'ingen',
    kalla: 'beslut',
    falt: [
      {
        namn: 'slag',
        etikett: 'Slag',
        slag: 'val',
        val: val(['allmant', 'Allmänt: många karensavdrag på ett år'], ['sarskilt', 'Särskilt: beslutat för återkommande sjukdom']),
      },
    ],
  },
  {
    namn: 'sjoman',
    rubrik: 'Sjöman på fartyg utanför inre fart',
    period: 'valfri',
    kalla: 'arbetsgivare',
    falt: [
      {
        namn: 'fartyg',
        etikett: 'Fartygets namn',
        slag: 'text',
        hjalp: 'Ingen karens för sjöman på fartyg som inte uteslutande går i inre fart (27 kap. 28 a §).',
      },
    ],
  },
  { namn: 'allvarligSjukdom', rubrik: 'Allvarlig sjukdom', period: 'valfri', kalla: 'bedomning', formaner: BADA, falt: [skal] },
  {
    namn: 'sjukersattning',
    rubrik: 'Sjukersättning, aktivitetsersättning eller livränta',
    period: 'valfri',
    kalla: 'register',
    formaner: BADA,
    falt: [
      {
        namn: 'slag',
        etikett: 'Slag',
        slag: 'val',
        hjalp: 'Det fjärde gäller den som inte får garantiersättning bara för att försäkringstiden inte räcker (27 kap. 35 och 54 §§).',
        val: val(
          ['sjukersattning', 'Sjukersättning'],
          ['aktivitetsersattning', 'Aktivitetsersättning'],
          ['livranta', 'Livränta vid arbetsskada eller annan skada'],
          ['garanti', 'Skulle ha haft garantiersättning'],
          ['foreAlderspension', 'Hel sjukersättning månaden före hel ålderspension'],
        ),
      },
      {
        namn: 'grad',
        etikett: 'Grad',
        slag: 'val',
        somTal: true,
        val: val(['1', 'Hel'], ['0.75', 'Tre fjärdedels'], ['0.5', 'Halv'], ['0.25', 'En fjärdedels']),
      },
    ],
  },
  {
    namn: 'tidigareErsattning',
    rubrik: 'Tidigare ersättning',
    period: 'kravs',
    kalla: 'register',
    formaner: BADA,
    falt: [
      {
        namn: 'slag',
        etikett: 'Slag',
        slag: 'val',
        val: val(
          ['sjukpenning', 'Sjukpenning'],
          ['rehabiliteringspenning', 'Rehabiliteringspenning'],
          ['forebyggande', 'Förebyggande sjukpenning'],
        ),
      },
    ],
  },
  { namn: 'tidigareSjukperiod', rubrik: 'Tidigare sjukperiod', period: 'kravs', kalla: 'register', formaner: BADA, falt: [] },
  {
    namn: 'plan',
    rubrik: 'Arbetsgivarens plan för återgång',
    period: 'ingen',
    kalla: 'arbetsgivare',
    falt: [
      { namn: 'finns', etikett: 'Finns en plan?', slag: 'janej' },
      { namn: 'upprattad', etikett: 'Upprättad', slag: 'datum', nar: ['finns', [true]] },
      { namn: 'atgarder', etikett: 'Åtgärder i planen', slag: 'ruta' },
      { namn: 'vanligtArbeteProvat', etikett: 'Har återgång till det vanliga arbetet prövats på riktigt?', slag: 'janej' },
      {
        namn: 'arbetsskada',
        etikett: 'Beror sjukdomen på arbetet, enligt arbetsgivaren?',
        slag: 'val',
        val: val(['ja', 'Ja'], ['nej', 'Nej'], ['vetEj', 'Vet inte']),
      },
    ],
  },
  {
    namn: 'planBehovsInte',
    rubrik: 'Plan behövs inte',
    period: 'ingen',
    kalla: 'bedomning',
    falt: [{ ...skal, hjalp: 'Det framgår klart av hälsotillståndet att personen inte kan återgå i arbete (30 kap. 6 § andra stycket).' }],
  },
  {
    namn: 'anpassning',
    rubrik: 'Anpassning: tolk, format, ombud',
    period: 'ingen',
    kalla: 'forsakrad',
    formaner: BADA,
    falt: [
      { namn: 'tolk', etikett: 'Behövs tolk?', slag: 'janej' },
      { namn: 'sprak', etikett: 'Språk', slag: 'text', nar: ['tolk', [true]] },
      { namn: 'format', etikett: 'Hur personen vill ha brev och kontakt', slag: 'text' },
      { namn: 'ombud', etikett: 'Ombud eller stödperson', slag: 'text' },
    ],
  },
  {
    namn: 'andradUppgift',
    rubrik: 'Ändrad uppgift från personen',
    period: 'ingen',
    kalla: 'forsakrad',
    formaner: BADA,
    falt: [
      { namn: 'amne', etikett: 'Vad som har ändrats', slag: 'text' },
      { namn: 'text', etikett: 'Beskrivning', slag: 'ruta' },
      { namn: 'kannedom', etikett: 'Dagen då personen fick veta det', slag: 'datum' },
    ],
  },
  {
    namn: 'arsarbetstid',
    rubrik: 'Årsarbetstid',
    period: 'valfri',
    kalla: 'forsakrad',
    formaner: BARA_FOREBYGGANDE,
    falt: [{ namn: 'timmar', etikett: 'Timmar på ett år', slag: 'tal', hjalp: '28 kap. 13 §' }],
  },
  {
    namn: 'avbruten',
    rubrik: 'Behandlingen slutade tidigare',
    period: 'ingen',
    kalla: 'forsakrad',
    formaner: BARA_FOREBYGGANDE,
    falt: [
      { namn: 'dag', etikett: 'Sista dagen med behandling', slag: 'datum' },
      { namn: 'behandling', etikett: 'Vilken behandling (tomt: alla)', slag: 'val' },
      {
        namn: 'skal',
        etikett: 'Vad personen eller vården berättade',
        slag: 'ruta',
        hjalp: 'Personen ska anmäla ändringar inom 14 dagar (110 kap. 46–47 §§). Vården får, men behöver inte.',
      },
    ],
  },
  {
    namn: 'uppfoljningsnot',
    rubrik: 'Hur behandlingen gick',
    period: 'ingen',
    kalla: 'forsakrad',
    formaner: BARA_FOREBYGGANDE,
    falt: [
      { namn: 'dag', etikett: 'Dagen då uppgiften lämnades', slag: 'datum' },
      {
        namn: 'fullfoljd',
        etikett: 'Fullföljdes behandlingen?',
        slag: 'val',
        val: val(['ja', 'Ja'], ['delvis', 'Delvis'], ['nej', 'Nej'], ['okant', 'Inte känt']),
      },
      {
        namn: 'text',
        etikett: 'Uppföljningsanteckning',
        slag: 'ruta',
        hjalp: 'Behandlingens kod följer med från planen. Svaret är frivilligt och påverkar inget som är beslutat.',
      },
    ],
  },
  {
    namn: 'handlaggningsklass',
    rubrik: 'Handläggningsklass',
    period: 'ingen',
    kalla: 'bedomning',
    falt: [
      {
        namn: 'klass',
        etikett: 'Klass',
        slag: 'val',
        val: val(['enkel', 'Enkel'], ['utredning', 'Utredning'], ['samordning', 'Samordning']),
      },
      skal,
    ],
  },
]

export const formularFor = (namn: string): Faktaformular | undefined => FAKTAFORMULAR.find((f) => f.namn === namn)

/** The facts that an officer records in a case of the benefit. */
export const formularenI = (forman: string): readonly Faktaformular[] =>
  FAKTAFORMULAR.filter((f) => (f.formaner ?? ['sjukpenning']).includes(forman))

export const KALLOR: readonly { readonly varde: string; readonly text: string }[] = val(
  ['forsakrad', 'Personen'],
  ['arbetsgivare', 'Arbetsgivaren'],
  ['vard', 'Hälso- och sjukvården'],
  ['register', 'Register'],
  ['handling', 'Handling i ärendet'],
  ['bedomning', 'Egen bedömning'],
  ['beslut', 'Beslut'],
)

export type Formularvarden = Record<string, string | number | boolean | undefined>

/** ”arbetsgivare.namn” out of a nested value. */
const djupt = (v: unknown, vag: string): unknown =>
  vag.split('.').reduce<unknown>((o, k) => (o as Record<string, unknown> | undefined)?.[k], v)

/** A recorded value as the form writes it. */
export const tillFormular = (f: Faktaformular, varde: unknown): Formularvarden =>
  Object.fromEntries(
    f.falt.map((x) => {
      const v = djupt(varde, x.namn)
      return [
        x.namn,
        x.slag === 'janej' || x.slag === 'tal' ? (v as Formularvarden[string]) : v === undefined || v === null ? '' : String(v),
      ]
    }),
  )

export const visasFalt = (x: Faktafalt, v: Formularvarden): boolean => !x.nar || x.nar[1].includes(v[x.nar[0]])

/** What the form says, as the server reads it: empty fields left out, nested names put in their place. */
export function franFormular(f: Faktaformular, v: Formularvarden): Record<string, unknown> {
  const ut: Record<string, unknown> = {}
  for (const x of f.falt) {
    const rakt = v[x.namn]
    if (!visasFalt(x, v) || rakt === undefined || (rakt === '' && x.namn !== 'format')) continue
    const [yttre, inre] = x.namn.split('.') as [string, string | undefined]
    const varde = x.somTal ? Number(rakt) : rakt
    if (inre) ut[yttre] = { ...(ut[yttre] as object | undefined), [inre]: varde }
    else ut[yttre] = varde
  }
  return ut
}
