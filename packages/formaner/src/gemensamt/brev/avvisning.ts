import type { Aktor, Brevinnehall, Lage, Motivering } from '@atergang/arende'
import { periodtext, type Datum, type Period } from '@atergang/kalender'
import { flera, type Lagrum } from '@atergang/regelverk'
import type { Begaransord } from './begaran.ts'
import { beslutsfattarblock, block, brevet, lagrumsblock, omprovningsblock, rubrik, stycke, stycken } from './texter.ts'

/** The decision not to take an application up, and how to apply again or ask for omprövning (110 kap. 10–11 §§, 113 kap. 7 § SFB). */
export function avvisningsbrev(
  l: Lage,
  ord: Begaransord,
  b: { perioder: readonly Period[]; motivering: Motivering; lagrum: readonly Lagrum[]; dag: Datum; fattatAv: Aktor },
): Brevinnehall {
  const m = b.motivering
  const dagar = b.perioder.map(periodtext).join(', ')
  return brevet(l, { typ: 'beslut', mall: 'avvisning', rubrik: 'Beslut: vi prövar inte din ansökan', dag: b.dag }, [
    block('besked', {
      typ: 'besked',
      text: dagar
        ? `Vi avvisar din ansökan om ${ord.forman} för ${dagar}. Vi har inte prövat om du har rätt till ${ord.forman} de dagarna.`
        : `Vi avvisar din ansökan om ${ord.forman}. Vi har inte prövat om du har rätt till ${ord.forman}.`,
    }),
    rubrik('motivering', 'Varför'),
    stycke('avgorande', m.avgorande, ['110:10']),
    ...stycken('bedomning', m.bedomning),
    rubrik('omstandigheter', 'Det här har hänt'),
    stycke('omstandigheter', m.omstandigheter, ['110:11']),
    stycke('saknas', `Det här saknas: ${m.saknades ?? ''}.`),
    rubrik('hander-nu', 'Vad som händer nu'),
    stycke(
      'ny-ansokan',
      `Du kan ansöka på nytt${dagar ? ' för samma dagar' : ''}. Lämna då de uppgifter som saknades. Gör det så snart du kan.`,
      ['110:4'],
    ),
    stycke('samtal', 'Vi ringer dig för att förklara beslutet. Säg till om du behöver tolk eller någon annan anpassning.', [
      'FL 6',
      'FL 13',
    ]),
    ...omprovningsblock(),
    ...lagrumsblock([...b.lagrum, ...flera('110:4', '113:7', '113:19')]),
    ...beslutsfattarblock({ dag: b.dag, fattatAv: b.fattatAv, medverkande: [], enhet: l.arende.enhet }),
  ])
}
