import type { Brevblock } from '@atergang/arende'
import { lista, rubrik, stycke } from '../../gemensamt/brev/texter.ts'
import type { Forhandskoll } from '../plan/forhandskoll.ts'
import { STEG2 } from '../plan/texter.ts'

/** The pre-check in a letter: information, said to be so first. */
export function forhandskollsblock(f: Forhandskoll): Brevblock[] {
  if (f.dagar.length === 0) return []
  return [
    rubrik('forhandskoll', 'Så här ser det ut för de dagar du har planerat'),
    stycke('forhandskoll-inledning', f.inledning),
    lista(
      'forhandskoll-dagar',
      f.grupper.map((g) => g.text),
      ['27:7', '27:45'],
    ),
    stycke('forhandskoll-sgi', f.sgi.text, ['25:3']),
  ]
}

/** What is decided only in step 2: said in every letter about a plan (D029). */
export const steg2block = (godkant: boolean): Brevblock[] => [
  rubrik('inte-beslutat', 'Det här har vi inte beslutat'),
  stycke(
    'inte-beslutat',
    godkant
      ? 'Vi har bara prövat planen. När behandlingen är gjord ansöker du om ersättning. Först då prövar vi:'
      : 'Vi har bara prövat planen. Det här har vi inte tagit ställning till:',
  ),
  lista(
    'inte-beslutat',
    STEG2.map((u) => u.text),
    ['25:3', '27:7', '27:45'],
  ),
]
