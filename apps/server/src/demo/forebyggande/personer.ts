import { datum } from '@atergang/kalender'
import { arbetsgivaren, pahittatId, pahittatPersonnummer, Slump, yrket, type PahittadPerson, type Sysselsattning } from '@atergang/syntet'

/** The people of the demo with a plan and a fixed story. Their numbers never change: browser tests and guides lean on them. */
export type Planperson =
  'vera' | 'xavier' | 'ylva' | 'zainab' | 'ake' | 'arja' | 'orjan' | 'ebba' | 'ruben' | 'tyra' | 'sixten' | 'majken' | 'ivar' | 'birgit'

interface Personval {
  readonly namn: string
  readonly fodd: string
  readonly nr: number
  readonly yrke: string
  readonly inkomst: number
  readonly arbetsgivare?: string
  readonly slag?: Sysselsattning
  /** one sentence: what is to be seen */
  readonly beratt: string
}

const VAL: Readonly<Record<Planperson, Personval>> = {
  vera: {
    namn: 'Vera Wikström',
    fodd: '1982-03-07',
    nr: 986,
    yrke: 'undersköterska',
    inkomst: 372_000,
    arbetsgivare: 'Äldreboendet Solgläntan AB',
    beratt:
      'Förebyggande sjukpenning, två halva dagar i veckan: planen är godkänd, en ansökan om ersättning beviljad, och nya tillfällen kan sökas på Mina sidor.',
  },
  xavier: {
    namn: 'Xavier Yilmaz',
    fodd: '1976-07-15',
    nr: 985,
    yrke: 'bussförare',
    inkomst: 384_000,
    arbetsgivare: 'Påhittsbussarna AB',
    beratt: 'Förebyggande sjukpenning: planen godkändes inte, rådgivaren fann inget stöd. Kan begära omprövning på Mina sidor.',
  },
  ylva: {
    namn: 'Ylva Zetterlund',
    fodd: '1989-01-19',
    nr: 988,
    yrke: 'barnskötare',
    inkomst: 330_000,
    arbetsgivare: 'Norrbäcks kommun',
    beratt:
      'Förebyggande sjukpenning: restiden gör skillnaden mellan ingenting och en fjärdedel. En ansökan är beviljad, en annan utan samma resa väntar på beslut.',
  },
  zainab: {
    namn: 'Zainab Ahmadi',
    fodd: '1993-05-02',
    nr: 990,
    yrke: 'kock',
    inkomst: 288_000,
    slag: 'arbetslos',
    beratt: 'Förebyggande sjukpenning, arbetslös: planen är godkänd och ansökan om ersättning prövas mot tiden för att söka arbete.',
  },
  ake: {
    namn: 'Åke Björk',
    fodd: '1971-11-28',
    nr: 983,
    yrke: 'ekonomiassistent',
    inkomst: 426_000,
    arbetsgivare: 'Siffran Redovisning AB',
    beratt: 'Förebyggande sjukpenning, KBT via internet hemma: registret säger att frågan inte är avgjord, och rådgivaren är tillfrågad.',
  },
  arja: {
    namn: 'Arja Cederholm',
    fodd: '1986-09-23',
    nr: 982,
    yrke: 'lokalvårdare',
    inkomst: 264_000,
    arbetsgivare: 'Rent och Fint i Mellanvik AB',
    beratt: 'Förebyggande sjukpenning: ansökan om plan är skickad, läkarens utlåtande saknas. Kan skapa en länk till läkaren.',
  },
  orjan: {
    namn: 'Örjan Dalberg',
    fodd: '1968-02-11',
    nr: 987,
    yrke: 'snickare',
    inkomst: 408_000,
    arbetsgivare: 'Bygg och Betong i Norrbäck AB',
    beratt: 'Förebyggande sjukpenning: utlåtandet säger inget om uppföljning och läkaren är tillfrågad.',
  },
  ebba: {
    namn: 'Ebba Enström',
    fodd: '1990-12-30',
    nr: 984,
    yrke: 'sjuksköterska',
    inkomst: 444_000,
    arbetsgivare: 'Region Mellanvik',
    beratt: 'Förebyggande sjukpenning: ansökan och utlåtande har kommit, ingen har granskat dem.',
  },
  ruben: {
    namn: 'Ruben Fjellman',
    fodd: '1979-06-06',
    nr: 981,
    yrke: 'svetsare',
    inkomst: 432_000,
    arbetsgivare: 'Låtsas Mekaniska AB',
    beratt: 'Förebyggande sjukpenning: har fått veta att planen inte blir godkänd i sin helhet och kan svara på Mina sidor.',
  },
  tyra: {
    namn: 'Tyra Gustavsson',
    fodd: '1984-08-18',
    nr: 992,
    yrke: 'elevassistent',
    inkomst: 306_000,
    arbetsgivare: 'Friskolan Fantasia AB',
    beratt: 'Förebyggande sjukpenning: en hälsoresa föreslås godkänd mot registrets ställning och väntar på specialisten.',
  },
  sixten: {
    namn: 'Sixten Hallgren',
    fodd: '1965-04-04',
    nr: 989,
    yrke: 'vaktmästare',
    inkomst: 342_000,
    arbetsgivare: 'Fastighetsservice Nyckeln AB',
    beratt: 'Förebyggande sjukpenning: behandlingen är slut och ersatt. Kan berätta på Mina sidor hur det gick.',
  },
  majken: {
    namn: 'Majken Isberg',
    fodd: '1974-10-09',
    nr: 994,
    yrke: 'undersköterska',
    inkomst: 354_000,
    arbetsgivare: 'Region Mellanvik',
    beratt: 'Förebyggande sjukpenning: återkommer med en ny plan, den förra står bredvid.',
  },
  ivar: {
    namn: 'Ivar Jernberg',
    fodd: '1981-01-25',
    nr: 991,
    yrke: 'lagerarbetare',
    inkomst: 366_000,
    arbetsgivare: 'Bruket AB',
    beratt: 'Förebyggande sjukpenning: behandlingen slutade i förtid, och ansökan gäller också en dag efter det.',
  },
  birgit: {
    namn: 'Birgit Kjellin',
    fodd: '1970-03-16',
    nr: 996,
    yrke: 'montör',
    inkomst: 378_000,
    arbetsgivare: 'Bruket AB',
    beratt: 'Har ingen plan än: kan fylla i ansökan om förebyggande sjukpenning från början på Mina sidor.',
  },
}

function personen(nyckel: Planperson, v: Personval): PahittadPerson {
  const [fornamn, efternamn] = v.namn.split(' ') as [string, string]
  const fodd = datum(v.fodd)
  return {
    id: pahittatId(new Slump(`planperson/${nyckel}`)),
    personnummer: pahittatPersonnummer(fodd, v.nr),
    fornamn,
    efternamn,
    fodd,
    adress: [`Provgränd ${Number(v.fodd.slice(8))}`, '802 10 Gävle'],
    lan: 'Gävleborg',
    skyddad: false,
    sysselsattning: v.slag ?? 'anstalld',
    yrke: yrket(v.yrke),
    inkomst: { anstallning: v.inkomst, annat: 0 },
    ...(v.arbetsgivare ? { arbetsgivare: arbetsgivaren(v.arbetsgivare) } : {}),
  }
}

export const PLANPERSONER = Object.fromEntries((Object.keys(VAL) as Planperson[]).map((n) => [n, personen(n, VAL[n])])) as Readonly<
  Record<Planperson, PahittadPerson>
>
export const PLANBERATTELSER = Object.fromEntries((Object.keys(VAL) as Planperson[]).map((n) => [n, VAL[n].beratt])) as Readonly<
  Record<Planperson, string>
>
