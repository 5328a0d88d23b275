import type { Brevinnehall } from '@atergang/arende'
import { besked, brev, handlaggare, omprovning, ram, rubrik, stycke } from './gemensamt.ts'

/** A grant with a table of amounts. */
export const bifall: Brevinnehall = brev({
  mall: { namn: 'sjukpenning-bifall', version: '1' },
  rubrik: 'Du får sjukpenning från den 16 februari 2026',
  block: [
    besked(
      'utfall',
      'Du får hel sjukpenning till och med den 1 mars 2026 och halv sjukpenning till och med den 29 mars 2026. Hel sjukpenning är 994 kronor per dag före skatt.',
    ),
    stycke(
      'inledning',
      'Vi har fått ditt läkarintyg och din ansökan. Beslutet bygger på att din sjukdom gör att du inte kan utföra ditt vanliga arbete.',
    ),
    rubrik('period-rubrik', 'Perioder och belopp'),
    {
      ...ram('belopp'),
      typ: 'tabell',
      rubrik: 'Det här får du före skatt',
      kolumner: [
        { rubrik: 'Period' },
        { rubrik: 'Del av hel sjukpenning' },
        { rubrik: 'Dagar', hoger: true },
        { rubrik: 'Per dag (kr)', hoger: true },
        { rubrik: 'Summa (kr)', hoger: true },
      ],
      rader: [
        ['16 februari 2026', 'karensavdrag', '1', '0', '0'],
        ['17 februari–1 mars 2026', 'hel', '13', '994', '12 922'],
        ['2–29 mars 2026', 'halv', '28', '497', '13 916'],
        ['Summa', '', '42', '', '26 838'],
      ],
      summarad: true,
    },
    stycke('utbetalning', 'Pengarna betalas ut i slutet av varje månad till det konto du har anmält. Skatten dras innan vi betalar ut.'),
    rubrik('berakning-rubrik', 'Så har vi räknat'),
    stycke(
      'berakning',
      'Din sjukpenninggrundande inkomst (SGI) är 467 600 kronor per år. Vi multiplicerar den med 0,97 och tar 80 procent av resultatet. Summan delas med 365 och avrundas till hela kronor (28 kap. 7, 10 och 11 §§ socialförsäkringsbalken).',
    ),
    rubrik('andra-rubrik', 'Om något ändras', 3),
    stycke('andring', 'Du måste berätta för oss inom 14 dagar om du börjar arbeta mer eller om din inkomst ändras.'),
    ...omprovning,
    rubrik('kontakt-rubrik', 'Kontakt'),
    handlaggare('Bo Påhittad'),
  ],
})
