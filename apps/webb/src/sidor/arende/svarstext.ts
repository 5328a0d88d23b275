import type { Motivering } from '@atergang/arende'
import { periodtext, type Datum, type Period } from '@atergang/kalender'
import { gradtext } from '../../stod/datumtext.ts'
import type { Kodlistor } from '../../stod/kodlistor.ts'
import { kr, medManadsnamn } from '../../stod/text.ts'
import { forebyggandesvar } from './fragor/forebyggande/svarstext.ts'
import type { Svarsrad } from './svarsrad.ts'
import type { Antagandesvar, Bedomningssvar, Forslagssvar, Kvalitetssvar, Lonesvar, Rehabiliteringssvar, Sgisvar } from './formular.ts'

export type { Svarsrad } from './svarsrad.ts'

export const FORMAGA: Readonly<Record<string, string>> = { klarar: 'klarar', klararDelvis: 'klarar delvis', klararInte: 'klarar inte' }
export const VILKET_ARBETE: Readonly<Record<string, string>> = {
  vanliga: 'Det vanliga arbetet',
  erbjudet: 'Annat lämpligt arbete som arbetsgivaren tillfälligt erbjuder',
}
export const FORLAGGNING: Readonly<Record<string, string>> = {
  minskasVarjeDag: 'Kortare arbetstid varje dag',
  annanSomInteForsamrar: 'Annan förläggning, som inte försämrar återgången',
  annanSomForsamrar: 'Annan förläggning, som försämrar återgången',
}
export const BEHOV: Readonly<Record<string, string>> = { ja: 'Ja', nej: 'Nej', oklart: 'Oklart' }
export const VAGAR: Readonly<Record<string, string>> = {
  ingen: 'Ingen',
  arbetsgivare: 'Arbetsgivaren',
  arbetsformedlingen: 'Arbetsförmedlingen',
  samordningsforbund: 'Samordningsförbund',
  vard: 'Hälso- och sjukvården',
}

const rad = (falt: string, namn: string, varde: string, fritext = false): Svarsrad[] =>
  varde ? [{ falt, namn, varde, ...(fritext ? { fritext } : {}) }] : []
const janej = (b: unknown): string => (b === true ? 'Ja' : b === false ? 'Nej' : '')

export const motiveringsrader = (m: Motivering): Svarsrad[] => [
  ...rad('avgorande', 'Avgörande', m.avgorande, true),
  ...rad('omstandigheter', 'Omständigheter', m.omstandigheter, true),
  ...rad('bedomning', 'Bedömning', m.bedomning, true),
  ...rad('saknades', 'Saknades', m.saknades ?? '', true),
]

export function bedomningsrader(b: Bedomningssvar, k: Pick<Kodlistor, 'provningar' | 'undantag'>): Svarsrad[] {
  return [
    ...rad('sjukdom', 'Sjukdom i lagens mening', janej(b.sjukdom)),
    ...Object.entries(b.formaga).flatMap(([p, v]) => rad(`formaga.${p}`, `Klarar ${k.provningar[p] ?? p}`, FORMAGA[v] ?? v)),
    ...rad('yrkesgrupp', 'Yrkesgrupp', b.yrkesgrupp ?? ''),
    ...rad('vilketArbete', 'Vilket arbete', VILKET_ARBETE[b.vilketArbete ?? ''] ?? ''),
    ...(b.annanErsattning
      ? rad(
          'annanErsattning',
          'Nedsättning som bortses från',
          `${gradtext(b.annanErsattning.andel)}; ${b.annanErsattning.darutover ? '' : 'inte '}nedsatt utöver den. ${b.annanErsattning.skal}`,
        )
      : []),
    ...rad('ingetUndantag', 'Varför inget undantag gäller', b.ingetUndantag ?? '', true),
    ...(b.undantag ? rad('undantag', 'Undantag', `${k.undantag[b.undantag.vilket] ?? b.undantag.vilket}. ${b.undantag.skal}`) : []),
    ...rad('efterAtgard', 'Efter behandling eller rehabilitering', b.efterAtgard.behov ? b.efterAtgard.formagaEfter : 'Inget behov'),
    ...b.rader.flatMap((r) =>
      rad(`rader.${r.from}`, periodtext(r), r.grad ? `${gradtext(r.grad)} sjukpenning` : 'ingen nedsättning som ger sjukpenning'),
    ),
    ...rad('forlaggning', 'Arbetstidens förläggning', FORLAGGNING[b.forlaggning ?? ''] ?? ''),
    ...rad('beviskrav', 'Nedsättningen är', b.beviskrav === 'styrkt' ? 'styrkt' : 'inte styrkt'),
    ...rad('bevisvardering', 'Bevisvärdering', b.bevisvardering, true),
    ...rad('skal', 'Skäl', b.skal, true),
  ]
}

const rehabilitering = (r: Rehabiliteringssvar): Svarsrad[] => [
  ...rad('behov', 'Behov av åtgärder', BEHOV[r.behov] ?? r.behov),
  ...rad('vag', 'Vem ansvarar', VAGAR[r.vag] ?? r.vag),
  ...rad('atgard', 'Åtgärd', r.atgard, true),
  ...rad('personensSyn', 'Personens syn', r.personensSyn, true),
  ...rad('skal', 'Skäl', r.skal, true),
  ...rad('foljUpp', 'Följs upp', r.foljUpp ? medManadsnamn(r.foljUpp as Datum) : ''),
]

/** Why the SGI was confirmed anew, and the days that decide from when (26 kap. 6, 7 §§). */
function sgiandring({ andring: a }: Sgisvar, k: Pick<Kodlistor, 'sgiUndantag'>): Svarsrad[] {
  if (!a) return []
  if (a.slag === 'felFranBorjan') return rad('andring', 'Ändringen', 'Uppgiften var fel från början')
  return [
    ...rad('uppkom', 'Anledningen uppkom', a.uppkom ? medManadsnamn(a.uppkom) : ''),
    ...rad('kannedom', 'Försäkringskassan fick veta det', a.kannedom ? medManadsnamn(a.kannedom) : ''),
    ...rad(
      'ersattningsperiodFran',
      'Ersättningsperiodens första dag',
      a.ersattningsperiodFran ? medManadsnamn(a.ersattningsperiodFran) : '',
    ),
    ...rad('undantag', 'Undantag', a.undantag ? (k.sgiUndantag[a.undantag]?.text ?? a.undantag) : ''),
  ]
}

const sgi = (s: Sgisvar, k: Pick<Kodlistor, 'sgiGrunder' | 'sgiUndantag'>): Svarsrad[] => [
  ...rad('anstallning', 'Anställning', kr(s.anstallning)),
  ...rad('annat', 'Annat förvärvsarbete', kr(s.annat)),
  ...rad('gallerFran', 'Gäller från', medManadsnamn(s.gallerFran)),
  ...sgiandring(s, k),
  ...rad('grund', 'Grund', k.sgiGrunder[s.grund]?.text ?? s.grund),
  ...rad('forsakradForArbete', 'Försäkrad för arbete', janej(s.forsakradForArbete)),
  ...rad('minstSexManader', 'Minst sex månader', janej(s.minstSexManader)),
  ...rad('skal', 'Skäl', s.skal, true),
]

const kvalitet = (q: Kvalitetssvar, k: Pick<Kodlistor, 'aterlamningskoder'>): Svarsrad[] => [
  ...rad('utfall', 'Utfall', q.utfall === 'godkand' ? 'Godkänt' : 'Lämnat tillbaka'),
  ...rad('koder', 'Koder', q.koder.map((c) => k.aterlamningskoder[c] ?? c).join('; ')),
  ...rad('kommentar', 'Kommentar', q.kommentar, true),
]

const ETIKETT: Readonly<Record<string, string>> = {
  beslut: 'Val',
  skal: 'Skäl',
  text: 'Text',
  val: 'Val',
  resultat: 'Resultat',
  utfall: 'Utfall',
  omstandigheter: 'Omständigheter',
  svar: 'Svar',
  form: 'Form',
  till: 'Till',
  satt: 'Sätt',
  nasta: 'Nästa kontakt',
  beaktat: 'Så har yttrandet beaktats',
  hinder: 'Hinder mot att anmäla',
  sarskildaSkal: 'Särskilda skäl',
  anmald: 'Anmäld som arbetssökande',
  beredd: 'Beredd att ta arbete',
  oskaligt: 'Oskäligt att kräva',
  arsarbetstid: 'Årsarbetstid',
  upphor: 'Upphör',
  domstol: 'Domstol',
  ingetUndantag: 'Inget undantag gäller',
  grund: 'Grund',
  kommande: 'Dagar som kommer',
  kommandeSkal: 'De synnerliga skälen',
  efterTvaAr: 'Fast två år har gått',
  efterTvaArSkal: 'Skälet efter två år',
  utanKommunicering: 'Sändes inte först',
}
const ORD: Readonly<Record<string, string>> = {
  racker: 'räcker',
  komplettera: 'kompletteras',
  forelagg: 'föreläggs',
  overlamna: 'lämnas till förvaltningsrätten',
  inteOverklagande: 'inte menat som överklagande',
  avvisa: 'avvisas',
  kanInteProvas: 'kan inte prövas i sak',
  foreskrifter: 'uppfyller inte kraven på en ansökan',
  fraga: 'fråga ställd',
  utrett: 'utrett',
  behovsInte: 'behövs inte',
  finns: 'finns',
  finnsInte: 'finns inte',
  sand: 'sänt',
  undantag: 'sänds inte',
  andra: 'ändras',
  andraInte: 'ändras inte',
  andras: 'ändras',
  andrasInte: 'ändras inte',
  avvisas: 'avvisas',
  talade: 'talade med personen',
  svaradeInte: 'inget svar',
  avslutaForsok: 'försöken avslutade',
  hallen: 'kontakten hållen',
  samtal: 'samtal',
  telefon: 'telefon',
  mote: 'möte',
  digitaltMote: 'digitalt möte',
  brev: 'brev',
  meddelande: 'meddelande',
  obesvarat: 'inget svar',
  ejBestamt: 'inte bestämt',
  bada: 'både person och arbetsgivare',
  ejAktuellt: 'inte aktuellt',
  person: 'personen',
  kommunicera: 'det kommande beslutet sändes',
  sanks: 'sänks',
  synnerligaSkalMot: 'står kvar, synnerliga skäl',
  framkomSenare: 'kom fram först senare',
  synnerligaSkal: 'synnerliga skäl',
  skrivfel: 'skrivfel eller annat förbiseende',
  underlag: 'felaktigt eller ofullständigt underlag',
  rattstillampning: 'felaktig rättstillämpning',
}

const allmant = (svar: Readonly<Record<string, unknown>>): Svarsrad[] =>
  Object.entries(svar).flatMap(([n, v]) => {
    if (typeof v === 'boolean') return rad(n, ETIKETT[n] ?? n, janej(v))
    if (typeof v === 'number') return rad(n, ETIKETT[n] ?? n, String(v))
    return typeof v === 'string' && n !== 'slag' ? rad(n, ETIKETT[n] ?? n, ORD[v] ?? v, !(v in ORD)) : []
  })

const lonen = (s: Lonesvar): Svarsrad[] => [
  ...rad('val', 'Minskas sjukpenningen?', s.val === 'minska' ? 'Ja' : 'Nej'),
  ...(s.lon
    ? [
        ...rad('perManad', 'Lön under sjukdomen', `${kr(s.lon.perManad)} i månaden`),
        ...rad('lonIArbetePerManad', 'Lön i arbete', `${kr(s.lon.lonIArbetePerManad)} i månaden`),
        ...rad(
          'gruppsjukforsakringPerManad',
          'Från gruppsjukförsäkring',
          s.lon.gruppsjukforsakringPerManad ? kr(s.lon.gruppsjukforsakringPerManad) : '',
        ),
        ...rad('overTakPerManad', 'För lön över taket', s.lon.overTakPerManad === undefined ? '' : kr(s.lon.overTakPerManad)),
        ...rad('franvaro', 'Vid frånvaro', s.lon.franvaro ? gradtext(s.lon.franvaro) : ''),
      ]
    : []),
  ...rad('skal', 'Skäl', s.skal, true),
]

const antagandet = (s: Antagandesvar): Svarsrad[] => [
  ...s.perioder.flatMap((p) =>
    rad(
      `perioder.${p.from}`,
      periodtext(p),
      p.arbete ? `skulle ha arbetat, ${String(p.timmarPerVecka ?? '').replace('.', ',')} timmar i veckan` : 'skulle inte ha arbetat',
    ),
  ),
  ...rad('skal', 'Skäl', s.skal, true),
]

/** An answer of any kind as lines to read. */
export function svarsrader(kod: string, svar: unknown, k: Kodlistor): Svarsrad[] {
  switch (kod) {
    case 'arbetsformaga':
      return bedomningsrader(svar as Bedomningssvar, k)
    case 'rehabilitering':
      return rehabilitering(svar as Rehabiliteringssvar)
    case 'sgi':
      return sgi(svar as Sgisvar, k)
    case 'lonUnderSjukdom':
      return lonen(svar as Lonesvar)
    case 'behovsanstalld':
      return antagandet(svar as Antagandesvar)
    case 'senAnmalan':
      return [
        ...allmant(svar as Record<string, unknown>),
        ...rad(
          'annat',
          'Bara för inkomsten av annat arbete',
          ((svar as { annat?: readonly Period[] }).annat ?? []).map((p) => periodtext(p)).join(', '),
        ),
      ]
    case 'forslag':
      return motiveringsrader((svar as Forslagssvar).motivering)
    case 'kvalitetssakring':
      return kvalitet(svar as Kvalitetssvar, k)
    default:
      return forebyggandesvar(kod, svar) ?? allmant((svar ?? {}) as Record<string, unknown>)
  }
}
