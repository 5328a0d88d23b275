import type { Slump, Viktad } from './slump.ts'

interface Ort {
  readonly lan: string
  readonly ort: string
  /** the first three digits of its postal codes */
  readonly postnr: string
}

const ort = (vikt: number, lan: string, namn: string, postnr: string): Viktad<Ort> => ({ vikt, varde: { lan, ort: namn, postnr } })

/** Real towns, so that unit and county follow; the streets are invented. */
const ORTER: readonly Viktad<Ort>[] = [
  ort(20, 'Gävleborg', 'Gävle', '802'),
  ort(8, 'Gävleborg', 'Sandviken', '811'),
  ort(6, 'Gävleborg', 'Hudiksvall', '824'),
  ort(5, 'Gävleborg', 'Söderhamn', '826'),
  ort(5, 'Gävleborg', 'Bollnäs', '821'),
  ort(8, 'Uppsala', 'Uppsala', '754'),
  ort(3, 'Uppsala', 'Enköping', '745'),
  ort(3, 'Uppsala', 'Tierp', '815'),
  ort(5, 'Dalarna', 'Falun', '791'),
  ort(5, 'Dalarna', 'Borlänge', '784'),
  ort(3, 'Dalarna', 'Mora', '792'),
  ort(11, 'Skåne', 'Malmö', '212'),
  ort(5, 'Skåne', 'Helsingborg', '254'),
  ort(4, 'Skåne', 'Lund', '226'),
  ort(3, 'Skåne', 'Kristianstad', '291'),
  ort(3, 'Blekinge', 'Karlskrona', '371'),
  ort(2, 'Kalmar', 'Kalmar', '392'),
]

const GATOR = [
  'Påhittsvägen',
  'Låtsasgatan',
  'Tänkta stigen',
  'Fantasigatan',
  'Drömvägen',
  'Uppdiktade gränd',
  'Sagostigen',
  'Visvägen',
  'Exempelgatan',
  'Provgatan',
  'Berättarvägen',
  'Diktargränden',
  'Fabelvägen',
  'Idégatan',
  'Sägenvägen',
] as const

export interface Hemort {
  readonly lan: string
  readonly ort: string
  readonly adress: readonly string[]
}

export function pahittadHemort(s: Slump): Hemort {
  const o = s.viktat(ORTER)
  const postnr = `${o.postnr} ${s.heltal(10, 99)}`
  const lagenhet = s.chans(0.5) ? ` lgh 1${s.heltal(0, 4)}0${s.heltal(1, 4)}` : ''
  return { lan: o.lan, ort: o.ort, adress: [`${s.val(GATOR)} ${s.heltal(1, 89)}${lagenhet}`, `${postnr} ${o.ort}`] }
}
