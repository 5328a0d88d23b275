import { datum } from '@atergang/kalender'
import { arbetsgivaren, pahittatId, pahittatPersonnummer, Slump, yrket, type PahittadPerson, type Sysselsattning } from '@atergang/syntet'

/** The people of the demo with a fixed story. Their numbers never change: browser tests and guides lean on them. */
export type Namngiven =
  | 'anna'
  | 'bo'
  | 'carin'
  | 'david'
  | 'elin'
  | 'farid'
  | 'greta'
  | 'harald'
  | 'ines'
  | 'johan'
  | 'kerstin'
  | 'lovisa'
  | 'mikael'
  | 'nadia'
  | 'olof'
  | 'petra'
  | 'rami'
  | 'sonja'
  | 'tomas'
  | 'ulla'

interface Personval {
  readonly namn: string
  readonly fodd: string
  readonly nr: number
  readonly yrke: string
  readonly inkomst: number
  readonly arbetsgivare?: string
  readonly slag?: Sysselsattning
  readonly skyddad?: true
  /** one sentence: what is to be seen */
  readonly beratt: string
}

const VAL: Readonly<Record<Namngiven, Personval>> = {
  anna: {
    namn: 'Anna Andersson',
    fodd: '1984-04-12',
    nr: 982,
    yrke: 'lagerarbetare',
    inkomst: 372_000,
    arbetsgivare: 'Bruket AB',
    beratt: 'Anställd, dag 20: intyget har kommit men ansökan är inte skickad, så Anna kan skicka den på Mina sidor.',
  },
  bo: {
    namn: 'Bo Berg',
    fodd: '1979-09-03',
    nr: 981,
    yrke: 'snickare',
    inkomst: 444_000,
    arbetsgivare: 'Bygg och Betong i Norrbäck AB',
    beratt: 'Anställd, dag 20: ansökan och intyg har kommit, ingen handläggare har tagit ärendet.',
  },
  carin: {
    namn: 'Carin Dahl',
    fodd: '1975-01-22',
    nr: 984,
    yrke: 'undersköterska',
    inkomst: 360_000,
    arbetsgivare: 'Äldreboendet Solgläntan AB',
    beratt: 'Anställd, beslutad till och med dag 180: i dag är dag 181 och frågan om normalt förekommande arbete ställs.',
  },
  david: {
    namn: 'David Ek',
    fodd: '1981-11-08',
    nr: 983,
    yrke: 'bussförare',
    inkomst: 384_000,
    arbetsgivare: 'Påhittsbussarna AB',
    beratt: 'Anställd, beslutad till och med dag 180: samma läge som Carin Dahl, för den som vill pröva ett avslag.',
  },
  elin: {
    namn: 'Elin Falk',
    fodd: '1992-06-30',
    nr: 986,
    yrke: 'servitör',
    inkomst: 276_000,
    slag: 'arbetslos',
    beratt: 'Arbetslös, dag 12: bedöms mot normalt förekommande arbete från första dagen.',
  },
  farid: {
    namn: 'Farid Ghasemi',
    fodd: '1970-02-17',
    nr: 985,
    yrke: 'målare',
    inkomst: 408_000,
    slag: 'egenforetagare',
    beratt: 'Egenföretagare, dag 40: sju karensdagar, första beslutet fattat, den fortsatta ansökan väntar.',
  },
  greta: {
    namn: 'Greta Hagström',
    fodd: '1988-08-19',
    nr: 988,
    yrke: 'lokalvårdare',
    inkomst: 252_000,
    arbetsgivare: 'Rent och Fint i Mellanvik AB',
    slag: 'behovsanstalld',
    beratt: 'Behovsanställd, dag 95: sedan dag 91 prövas normalt förekommande arbete.',
  },
  harald: {
    namn: 'Harald Isaksson',
    fodd: '1961-03-14',
    nr: 987,
    yrke: 'vaktmästare',
    inkomst: 348_000,
    arbetsgivare: 'Fastighetsservice Nyckeln AB',
    beratt: 'Kan ta ut pension och har arbete, dag 190: prövas mot annat lämpligt arbete, inte mot normalt förekommande.',
  },
  ines: {
    namn: 'Ines Jovanović',
    fodd: '1986-12-05',
    nr: 990,
    yrke: 'barnskötare',
    inkomst: 318_000,
    arbetsgivare: 'Norrbäcks kommun',
    beratt: 'Fick avslag för ungefär 20 dagar sedan och har läst brevet: kan begära omprövning på Mina sidor.',
  },
  johan: {
    namn: 'Johan Kvist',
    fodd: '1977-07-27',
    nr: 989,
    yrke: 'svetsare',
    inkomst: 432_000,
    arbetsgivare: 'Låtsas Mekaniska AB',
    beratt: 'Har fått veta att avslag övervägs och kan svara på Mina sidor innan beslutet fattas.',
  },
  kerstin: {
    namn: 'Kerstin Löfgren',
    fodd: '1968-10-11',
    nr: 992,
    yrke: 'ekonomiassistent',
    inkomst: 402_000,
    arbetsgivare: 'Siffran Redovisning AB',
    beratt:
      'Läkaren har inte svarat på en kompletteringsfråga trots två påminnelser: handläggaren ska välja hur ärendet går vidare. En del är betalt interimistiskt.',
  },
  lovisa: {
    namn: 'Lovisa Moberg',
    fodd: '1990-03-02',
    nr: 994,
    yrke: 'sjuksköterska',
    inkomst: 456_000,
    arbetsgivare: 'Region Mellanvik',
    skyddad: true,
    beratt: 'Skyddad identitet, dag 60: syns bara för den som har behörighet.',
  },
  mikael: {
    namn: 'Mikael Norén',
    fodd: '1973-05-25',
    nr: 991,
    yrke: 'processoperatör',
    inkomst: 462_000,
    arbetsgivare: 'Påhittade Pappersbruket AB',
    beratt: 'Första bedömningen mot normalt förekommande arbete väntar på kvalitetssäkring av Siri.',
  },
  nadia: {
    namn: 'Nadia Omar',
    fodd: '1985-09-14',
    nr: 996,
    yrke: 'elevassistent',
    inkomst: 306_000,
    arbetsgivare: 'Friskolan Fantasia AB',
    beratt: 'Har begärt omprövning av ett avslag som Eva beslutade: någon annan än Eva måste ompröva.',
  },
  olof: {
    namn: 'Olof Pålsson',
    fodd: '1966-04-09',
    nr: 993,
    yrke: 'montör',
    inkomst: 396_000,
    arbetsgivare: 'Bruket AB',
    beratt: 'Dag 45: Bruket AB har fått frågan om sin plan för återgång och har inte svarat än.',
  },
  petra: {
    namn: 'Petra Quist',
    fodd: '1983-01-31',
    nr: 998,
    yrke: 'undersköterska',
    inkomst: 348_000,
    arbetsgivare: 'Region Mellanvik',
    beratt: 'Dag 97: Region Mellanvik har fått frågan om andra arbetsuppgifter och har inte svarat än.',
  },
  rami: {
    namn: 'Rami Saleh',
    fodd: '1987-11-20',
    nr: 995,
    yrke: 'kock',
    inkomst: 372_000,
    arbetsgivare: 'Restaurang Låtsasgrytan AB',
    beratt: 'Dag 100: handläggaren har frågat den försäkringsmedicinska rådgivaren.',
  },
  sonja: {
    namn: 'Sonja Tingvall',
    fodd: '1994-02-24',
    nr: 980,
    yrke: 'servitör',
    inkomst: 234_000,
    arbetsgivare: 'Restaurang Låtsasgrytan AB',
    slag: 'behovsanstalld',
    beratt: 'Behovsanställd, dag 24: sedan dag 15 betalas bara för tid hon kan antas ha arbetat, och handläggaren frågas om den.',
  },
  tomas: {
    namn: 'Tomas Ulander',
    fodd: '1972-08-06',
    nr: 997,
    yrke: 'svetsare',
    inkomst: 480_000,
    arbetsgivare: 'Låtsas Mekaniska AB',
    beratt:
      'Dag 33: skriver i ansökan att arbetsgivaren betalar lön medan han är sjuk. Handläggaren ska ta ställning till om den minskar sjukpenningen.',
  },
  ulla: {
    namn: 'Ulla Vester',
    fodd: '1978-12-19',
    nr: 999,
    yrke: 'barnskötare',
    inkomst: 324_000,
    arbetsgivare: 'Norrbäcks kommun',
    beratt: 'Har fått sitt avslag omprövat utan ändring: kan överklaga på Mina sidor.',
  },
}

function personen(nyckel: Namngiven, v: Personval): PahittadPerson {
  const [fornamn, efternamn] = v.namn.split(' ') as [string, string]
  const fodd = datum(v.fodd)
  const sysselsattning = v.slag ?? 'anstalld'
  const egen = sysselsattning === 'egenforetagare'
  return {
    id: pahittatId(new Slump(`namngiven/${nyckel}`)),
    personnummer: pahittatPersonnummer(fodd, v.nr),
    fornamn,
    efternamn,
    fodd,
    adress: v.skyddad ? ['Skyddade personuppgifter'] : [`Exempelgatan ${Number(v.fodd.slice(8))}`, '802 10 Gävle'],
    lan: 'Gävleborg',
    skyddad: v.skyddad ?? false,
    sysselsattning,
    yrke: yrket(v.yrke),
    inkomst: { anstallning: egen ? 0 : v.inkomst, annat: egen ? v.inkomst : 0 },
    ...(v.arbetsgivare ? { arbetsgivare: arbetsgivaren(v.arbetsgivare) } : {}),
  }
}

const NYCKLAR = Object.keys(VAL) as Namngiven[]

export const PERSONER = Object.fromEntries(NYCKLAR.map((n) => [n, personen(n, VAL[n])])) as Readonly<Record<Namngiven, PahittadPerson>>
export const BERATTELSER = Object.fromEntries(NYCKLAR.map((n) => [n, VAL[n].beratt])) as Readonly<Record<Namngiven, string>>
