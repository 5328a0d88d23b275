import { kortLagrum, lagrum } from '@atergang/regelverk'
import { harPersonnummer } from '../gemensamt/personnummer.ts'

/** What a question of the bank is about, as the audit says of the bank of today: method, routine, application of the rules (H019). */
export const FRAGEKATEGORIER = { metod: 'Metod', rutin: 'Rutin', tillampning: 'Tillämpning av reglerna' } as const
export type Fragekategori = keyof typeof FRAGEKATEGORIER

export const FRAGEFORMANER = {
  sjukpenning: 'Sjukpenning',
  'forebyggande-sjukpenning': 'Förebyggande sjukpenning',
  apr: 'Arbetsplatsinriktat rehabiliteringsstöd',
  flera: 'Flera eller annat',
} as const
export type Frageforman = keyof typeof FRAGEFORMANER

export interface Kunskapsfel {
  readonly falt: string
  readonly text: string
}

export const UTAN_PERSON =
  'Texten ser ut att innehålla ett personnummer. Ta bort det: frågebanken läses av alla och får inte handla om någon person.'

/** Each field in which a personnummer seems to stand. */
export const utanPersonnummer = (falten: Readonly<Record<string, string | null | undefined>>): Kunskapsfel[] =>
  Object.entries(falten).flatMap(([falt, text]) => (text && harPersonnummer(text) ? [{ falt, text: UTAN_PERSON }] : []))

const UTSKRIVET = /^(\d+(?: ?[a-z])?) kap\.? (\d+(?: ?[a-z])?) §§?$/i
const BARA_FL = /^(\d+(?: ?[a-z])?) § (?:FL|förvaltningslagen)$/i

/** Citations as people write them, with commas between: ”27:6, 27 kap. 7 §, FL 25”. What is no citation is given back as written. */
export function lasLagrumslista(text: string): { readonly lagrum: readonly string[]; readonly okanda: readonly string[] } {
  const delar = text
    .split(/[,;\n]/)
    .map((d) => d.trim().replaceAll(/\s+/g, ' '))
    .filter(Boolean)
  const [kanda, okanda]: [string[], string[]] = [[], []]
  for (const d of delar) {
    const kort = d.replace(UTSKRIVET, '$1:$2').replace(BARA_FL, 'FL $1')
    try {
      kanda.push(kortLagrum(lagrum(kort)))
    } catch {
      okanda.push(d)
    }
  }
  return { lagrum: [...new Set(kanda)], okanda }
}

/** How many times an answer has been of use: opened from a case, or marked as a help. */
export interface Ateranvandning {
  readonly franArende: number
  readonly hjalpte: number
}

/** ”Öppnad 4 gånger från ärenden, hjälpte 2 handläggare” */
export function ateranvandningstext({ franArende, hjalpte }: Ateranvandning): string {
  if (!franArende && !hjalpte) return 'Inte använd än'
  return [
    franArende ? `Öppnad ${franArende} ${franArende === 1 ? 'gång' : 'gånger'} från ärenden` : 'Inte öppnad från något ärende',
    hjalpte ? `har hjälpt ${hjalpte} ${hjalpte === 1 ? 'kollega' : 'kollegor'}` : '',
  ]
    .filter(Boolean)
    .join(', ')
}
