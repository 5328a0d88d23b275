import type { Adress, Brevblock, Brevinnehall } from '@atergang/arende'
import { datum } from '@atergang/kalender'

/** What every sample block shares. All people, places and numbers in the samples are invented. */
export const ram = (namn: string) => ({ namn, version: '1', agare: 'exempel' })

export const stycke = (namn: string, text: string): Brevblock => ({ ...ram(namn), typ: 'stycke', text })
export const rubrik = (namn: string, text: string, niva: 2 | 3 = 2): Brevblock => ({ ...ram(namn), typ: 'rubrik', text, niva })
export const lista = (namn: string, ...punkter: string[]): Brevblock => ({ ...ram(namn), typ: 'lista', punkter })
export const besked = (namn: string, text: string): Brevblock => ({ ...ram(namn), typ: 'besked', text })

export const enheten: Adress = { namn: 'Sjukförsäkring Mellanbygden', rader: ['Box 980', '999 80 Exempelstad', 'Telefon 010-000 00 00'] }

export const mottagaren: Adress = { namn: 'Anna Exempelsson', rader: ['Påhittade gatan 12 lgh 1101', '999 81 Exempelstad'] }

/** A letter with everything filled in but its text. */
export const brev = (delar: Pick<Brevinnehall, 'rubrik' | 'block'> & Partial<Brevinnehall>): Brevinnehall => ({
  typ: 'beslut',
  mall: { namn: 'exempel', version: '1' },
  sprak: 'sv',
  datum: datum('2026-03-02'),
  arendenummer: 'SJP-2026-000980',
  mottagare: mottagaren,
  avsandare: enheten,
  ...delar,
})

export const handlaggare = (namn: string): Brevblock => ({
  ...ram('handlaggare'),
  typ: 'uppgifter',
  rader: [
    ['Beslutat av', namn],
    ['Enhet', enheten.namn],
    ['Telefon', '010-000 00 00'],
  ],
})

export const omprovning: readonly Brevblock[] = [
  rubrik('omprovning-rubrik', 'Om du tycker att beslutet är fel'),
  stycke(
    'omprovning',
    'Du kan begära att beslutet omprövas. Skriv till oss och berätta vilket beslut du vill att vi omprövar, hur du vill att det ska ändras och varför. Din begäran ska ha kommit in till oss inom två månader från den dag då du fick det här brevet (113 kap. 7 och 19 §§ socialförsäkringsbalken).',
  ),
]
