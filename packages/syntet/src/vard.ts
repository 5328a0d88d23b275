import type { Slump } from './slump.ts'

export interface Lakare {
  readonly id: string
  readonly namn: string
  /** the care code system's code for the position */
  readonly befattning: string
  readonly enhet: {
    readonly id: string
    readonly namn: string
    readonly postadress: string
    readonly postnummer: string
    readonly postort: string
    readonly telefon: string
  }
  readonly vardgivare: { readonly id: string; readonly namn: string }
}

const ENHETER: Readonly<Record<string, readonly (readonly [namn: string, ort: string, postnummer: string])[]>> = {
  Gävleborg: [
    ['Brynäs påhittade hälsocentral', 'Gävle', '802 00'],
    ['Låtsas hälsocentral Sätra', 'Gävle', '806 00'],
    ['Bruksgatans läkarmottagning', 'Sandviken', '811 00'],
    ['Hälsinge hälsohus', 'Bollnäs', '821 00'],
  ],
  Uppsala: [
    ['Fabelns vårdcentral', 'Uppsala', '754 00'],
    ['Vårdcentralen Tänkta kullen', 'Enköping', '745 00'],
  ],
  Dalarna: [
    ['Vårdcentralen Dalkullan', 'Falun', '791 00'],
    ['Siljans läkarhus', 'Mora', '792 00'],
  ],
  Skåne: [
    ['Möllans påhittade vårdcentral', 'Malmö', '212 00'],
    ['Sundets läkargrupp', 'Helsingborg', '254 00'],
    ['Vårdcentralen Uppåkra', 'Lund', '226 00'],
  ],
  Blekinge: [['Skärgårdens vårdcentral', 'Karlskrona', '371 00']],
  Kalmar: [['Ölandsbrons vårdcentral', 'Kalmar', '392 00']],
}

const NAMN = [
  'Lena Lind',
  'Per Palm',
  'Soheila Sadeghi',
  'Anders Ask',
  'Marta Zielińska',
  'Jonas Järv',
  'Hanna Hav',
  'Ibrahim Issa',
  'Kristina Klint',
  'Olga Orlova',
  'Gustav Gren',
  'Noor Nassar',
] as const

/** Physicians' positions: specialist, resident, general practitioner. */
const BEFATTNINGAR = ['203010', '204010', '203090'] as const

/** Doctors of a county: the same county always has the same ones. */
export function lakareI(lan: string): readonly Lakare[] {
  const enheter = ENHETER[lan] ?? ENHETER.Gävleborg!
  const nyckel = lan
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .slice(0, 3)
    .toUpperCase()
  return enheter.flatMap(([namn, ort, postnummer], i) =>
    [0, 1].map((j): Lakare => {
      const nr = (i * 2 + j + nyckel.charCodeAt(0)) % NAMN.length
      return {
        id: `TEST-${nyckel}-LAKARE-${i * 2 + j + 1}`,
        namn: NAMN[nr]!,
        befattning: BEFATTNINGAR[(i + j) % BEFATTNINGAR.length]!,
        enhet: {
          id: `TEST-${nyckel}-ENHET-${i + 1}`,
          namn,
          postadress: 'Låtsasgatan 1',
          postnummer,
          postort: ort,
          telefon: '000-00 00 00',
        },
        vardgivare: { id: `TEST-${nyckel}-VG`, namn: `Påhittade regionen ${lan}` },
      }
    }),
  )
}

export const enLakare = (s: Slump, lan: string): Lakare => s.val(lakareI(lan))
