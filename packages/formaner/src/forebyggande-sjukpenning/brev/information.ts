import type { Aktor, Brevinnehall, Lage } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import { block, brevet, lista, rubrik, stycke } from '../../gemensamt/brev/texter.ts'
import type { Forhandskoll } from '../plan/forhandskoll.ts'
import { forhandskollsblock } from './forhandskoll.ts'
import { FORMANSNAMN } from './ord.ts'

/** The pre-check alone, before any decision (B016–B017). */
export const informationsbrev = (l: Pick<Lage, 'arende'>, o: { forhandskoll: Forhandskoll; dag: Datum; av: Aktor }): Brevinnehall =>
  brevet(l, { typ: 'information', mall: 'information', rubrik: `Information om ${FORMANSNAMN} innan behandlingen`, dag: o.dag }, [
    block('besked', {
      typ: 'besked',
      text: 'Det här är information, inget beslut. Din plan prövas på samma sätt, och du kan alltid ansöka.',
    }),
    ...forhandskollsblock(o.forhandskoll),
    rubrik('steg', 'Vad vi prövar, och när'),
    stycke('steg1', 'Innan behandlingen prövar vi planen:'),
    lista(
      'steg1',
      o.forhandskoll.steg1.map((u) => u.text),
      ['27:6'],
    ),
    stycke('steg2', 'När behandlingen är gjord prövar vi ersättningen:'),
    lista(
      'steg2',
      o.forhandskoll.steg2.map((u) => u.text),
      ['25:3', '27:7'],
    ),
    rubrik('bra-att-veta', 'Bra att veta'),
    lista(
      'bra-att-veta',
      o.forhandskoll.observera.map((u) => u.text),
      ['27:21', '110:46'],
    ),
    stycke('fragor', `Hör av dig till oss om du undrar något. ${o.av.namn} handlägger ditt ärende.`, ['FL 6']),
  ])
