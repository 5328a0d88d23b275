import type { Brevinnehall } from '@atergang/arende'
import { besked, brev, lista, ram, rubrik, stycke } from './gemensamt.ts'

/** What is sent before a decision that may go against the person (110 kap. 13 a § SFB). */
export const kommunicering: Brevinnehall = brev({
  typ: 'kommunicering',
  mall: { namn: 'sjukpenning-kommunicering', version: '1' },
  arendenummer: 'SJP-2025-000982',
  mottagare: {
    namn: 'Karl-Oskar Påhittelius von Exempelberg',
    rader: ['c/o Lagerström', 'Hittepåvägen 3 B, uppgång C', '999 82 Exempelstad'],
  },
  rubrik: 'Vi överväger att säga nej till din ansökan om sjukpenning',
  block: [
    besked('svarsdag', 'Du kan lämna synpunkter senast den 16 mars 2026. Därefter beslutar vi.'),
    stycke(
      'lage',
      'Du har ansökt om sjukpenning från den 1 april 2026. Som det ser ut nu kommer vi att säga nej. Innan vi beslutar vill vi att du läser vad vi tänker grunda beslutet på.',
    ),
    rubrik('skal-rubrik', 'Det här tänker vi grunda beslutet på'),
    lista(
      'skal',
      'Ditt senaste läkarintyg beskriver vad du inte kan göra i ditt vanliga arbete.',
      'Intyget beskriver också att du kan sitta i en timme i taget och att du kan koncentrera dig.',
      'Det finns arbeten på arbetsmarknaden som går att utföra med de begränsningarna.',
    ),
    rubrik('svar-rubrik', 'Så lämnar du synpunkter'),
    stycke(
      'svar',
      'Du kan svara på Mina sidor, ringa eller skriva till oss. Berätta gärna om något i brevet inte stämmer eller om något saknas. Behöver du mer tid, så ring innan tiden har gått ut.',
    ),
    {
      ...ram('kontakt'),
      typ: 'uppgifter',
      rader: [
        ['Ärende', 'SJP-2025-000982'],
        ['Svara senast', '16 mars 2026'],
        ['Din utredare', 'Bo Påhittad, telefon 010-000 00 00'],
      ],
    },
    stycke('hjalp', 'Om du behöver tolk eller annan hjälp för att svara, säg till när du ringer.'),
  ],
})
