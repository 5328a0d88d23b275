import type { Lanskod } from '@atergang/formaner/apr'
import { datum } from '@atergang/kalender'
import { pahittatOrgnr, pahittatPersonnummer } from '@atergang/syntet'
import type { Testkonto } from '../../testidp/konton.ts'

/** The invented firms of the workplace support. Their numbers never change: browser tests and guides lean on them. */
export interface Demofirma {
  readonly id: string
  readonly namn: string
  readonly orgnr: string
  readonly lan: Lanskod
  readonly ort: string
  readonly anstallda: number
  readonly sektor: 'privat' | 'kommun' | 'region'
  /** one sentence: what is to be seen; left out when nobody signs in for it */
  readonly beratt?: string
}

interface Val extends Omit<Demofirma, 'id' | 'orgnr'> {
  readonly nr: number
}

const firma = (id: string, { nr, ...v }: Val): Demofirma => ({ id, orgnr: pahittatOrgnr(nr), ...v })
const privat = { sektor: 'privat' } as const

export const ANORDNARE = {
  halsan: firma('halsan', {
    nr: 701,
    namn: 'Hälsa i arbetet AB',
    lan: '21',
    ort: 'Gävle',
    anstallda: 40,
    ...privat,
    beratt: 'Godkänd anordnare i tre län',
  }),
  soder: firma('soder', { nr: 702, namn: 'Företagshälsan Söder AB', lan: '12', ort: 'Malmö', anstallda: 90, ...privat }),
  norr: firma('norr', {
    nr: 703,
    namn: 'Norrlands Arbetshälsa AB',
    lan: '24',
    ort: 'Umeå',
    anstallda: 25,
    ...privat,
    beratt: 'Godkänd anordnare; läkarens avtal tar slut om en månad',
  }),
  kanalkliniken: firma('kanalkliniken', {
    nr: 704,
    namn: 'Kanalkliniken AB',
    lan: '05',
    ort: 'Norrköping',
    anstallda: 12,
    ...privat,
    beratt: 'Anordnare som mist sitt godkännande: läkaren slutade',
  }),
  balans: firma('balans', {
    nr: 705,
    namn: 'Balans Rehab AB',
    lan: '14',
    ort: 'Göteborg',
    anstallda: 18,
    ...privat,
    beratt: 'Söker godkännande: kompetenserna ska bedömas',
  }),
  ergo: firma('ergo', { nr: 706, namn: 'Ergo Ett AB', lan: '01', ort: 'Solna', anstallda: 6, ...privat }),
} as const

export const ARBETSGIVARE = {
  smedjan: firma('smedjan', {
    nr: 721,
    namn: 'Smedjan i Sandviken AB',
    lan: '21',
    ort: 'Sandviken',
    anstallda: 8,
    ...privat,
    beratt: 'Liten arbetsgivare: ett beslut i år, en ny ansökan påbörjad',
  }),
  verken: firma('verken', {
    nr: 722,
    namn: 'Norrbäcks Verkstäder AB',
    lan: '21',
    ort: 'Norrbäck',
    anstallda: 300,
    ...privat,
    beratt: 'Stor arbetsgivare, 300 anställda: taket nåddes mitt i ansökan',
  }),
  vastkusten: firma('vastkusten', {
    nr: 723,
    namn: 'Västkustens Städ AB',
    lan: '14',
    ort: 'Uddevalla',
    anstallda: 60,
    ...privat,
    beratt: 'Har fått en fråga: fakturan saknas',
  }),
  sena: firma('sena', {
    nr: 724,
    namn: 'Sena Sådden AB',
    lan: '12',
    ort: 'Lund',
    anstallda: 15,
    ...privat,
    beratt: 'Ansökan kom in efter sista dagen',
  }),
  eken: firma('eken', { nr: 725, namn: 'Ekens Förskola', lan: '20', ort: 'Falun', anstallda: 22, ...privat }),
  linden: firma('linden', { nr: 726, namn: 'Lindens Förskola', lan: '20', ort: 'Borlänge', anstallda: 19, ...privat }),
  kanalhuset: firma('kanalhuset', {
    nr: 727,
    namn: 'Kanalhuset AB',
    lan: '05',
    ort: 'Norrköping',
    anstallda: 35,
    ...privat,
    beratt: 'Två insatser: anordnaren miste sitt godkännande mellan dem',
  }),
  pappersbruket: firma('pappersbruket', { nr: 728, namn: 'Mo Pappersbruk AB', lan: '22', ort: 'Sundsvall', anstallda: 140, ...privat }),
  tillbaka: firma('tillbaka', { nr: 729, namn: 'Ändrade Planer AB', lan: '03', ort: 'Uppsala', anstallda: 11, ...privat }),
  kontoret: firma('kontoret', {
    nr: 731,
    namn: 'Kontoret i Falun AB',
    lan: '20',
    ort: 'Falun',
    anstallda: 45,
    ...privat,
    beratt: 'Fick stöd förra halvåret: kan vara med i efterkontrollen',
  }),
  bageriet: firma('bageriet', {
    nr: 732,
    namn: 'Bageriet Bulten AB',
    lan: '17',
    ort: 'Karlstad',
    anstallda: 9,
    ...privat,
    beratt: 'Fick stöd förra halvåret: kan vara med i efterkontrollen',
  }),
  akeriet: firma('akeriet', {
    nr: 733,
    namn: 'Åkeriet Östra AB',
    lan: '08',
    ort: 'Kalmar',
    anstallda: 70,
    ...privat,
    beratt: 'Fick stöd förra halvåret: kan vara med i efterkontrollen',
  }),
  hotellet: firma('hotellet', {
    nr: 734,
    namn: 'Hotellet vid torget AB',
    lan: '18',
    ort: 'Örebro',
    anstallda: 30,
    ...privat,
    beratt: 'Fick stöd förra halvåret: kan vara med i efterkontrollen',
  }),
  kommunen: firma('kommunen', {
    nr: 735,
    namn: 'Mellanviks kommun',
    lan: '21',
    ort: 'Mellanvik',
    anstallda: 900,
    sektor: 'kommun',
    beratt: 'Fick stöd förra halvåret: kan vara med i efterkontrollen',
  }),
  tryckeriet: firma('tryckeriet', {
    nr: 736,
    namn: 'Tryckeriet Prick AB',
    lan: '19',
    ort: 'Västerås',
    anstallda: 14,
    ...privat,
    beratt: 'Fick stöd förra halvåret: kan vara med i efterkontrollen',
  }),
  /** a sole trader: the number is a personnummer */
  eksnickeri: {
    id: 'eksnickeri',
    namn: 'Ek Snickeri, Ellen Ek',
    orgnr: pahittatPersonnummer(datum('1978-05-14'), 986).slice(2),
    lan: '21',
    ort: 'Gävle',
    anstallda: 1,
    sektor: 'privat',
    beratt: 'Enskild näringsidkare: anordnaren finns inte i registret',
  },
} as const satisfies Record<string, Demofirma>

/** Employers with an application that has nothing left to ask: what a list of decisions is made of. */
export const KLARA: readonly Demofirma[] = [
  'Cykelverkstan Ekern AB',
  'Restaurang Fyren AB',
  'Plåt och Rör AB',
  'Redovisning Siffran AB',
  'Vårdhemmet Solsidan AB',
  'Tvätteriet AB',
  'Gruvans Maskin AB',
  'Fiskrökeriet AB',
  'Skolan Kastanjen AB',
  'Trädgårdsmästarna AB',
  'Butiken Hörnan AB',
  'Lagerhallen Nord AB',
].map((namn, i) =>
  firma(`klar${i}`, {
    nr: 751 + i,
    namn,
    lan: (['21', '12', '14', '01', '24', '05'] as const)[i % 6]!,
    ort: ['Gävle', 'Lund', 'Borås', 'Nacka', 'Skellefteå', 'Linköping'][i % 6]!,
    anstallda: [3, 18, 55, 260][i % 4]!,
    ...privat,
  }),
)

/** Who can sign in for a firm. */
export const aprkonton = (): readonly Testkonto[] =>
  [
    ...Object.values(ANORDNARE).map((f) => ({ f, roll: 'anordnare' as const })),
    ...Object.values(ARBETSGIVARE as Readonly<Record<string, Demofirma>>).map((f) => ({ f, roll: 'arbetsgivare' as const })),
  ].flatMap(({ f, roll }) => ('beratt' in f && f.beratt ? [{ id: f.id, namn: f.namn, roll, orgnr: f.orgnr, text: f.beratt }] : []))
