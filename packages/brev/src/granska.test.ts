import { describe, expect, it } from 'vitest'
import type { Brevblock, Brevinnehall } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import { brev, lista, ram, rubrik, stycke } from './exempel/gemensamt.ts'
import { exempelbrev } from './exempel/index.ts'
import { granskaInnehall } from './granska.ts'
import { innehallsfel } from './brevfel.ts'

const medBlock = (...block: Brevblock[]) => granskaInnehall(brev({ rubrik: 'Rubrik', block }))
const medHuvud = (delar: Partial<Brevinnehall>) => granskaInnehall(brev({ rubrik: 'Rubrik', block: [stycke('s', 'Text.')], ...delar }))
const tabell = (delar: Partial<Extract<Brevblock, { typ: 'tabell' }>>): Brevblock => ({
  ...ram('belopp'),
  typ: 'tabell',
  rubrik: 'Belopp',
  kolumner: [{ rubrik: 'Dag' }, { rubrik: 'kr' }],
  rader: [['1', '2']],
  ...delar,
})

describe('granskningen av ett brev', () => {
  it('exempelbreven har inga brister', () => {
    for (const b of Object.values(exempelbrev)) expect(granskaInnehall(b)).toEqual([])
  })

  it.each([
    ['tomt stycke', stycke('inledning', ' \n\t\u200B '), 'tom', 'block[0].text'],
    ['tom rubrik', rubrik('r', ''), 'tom', 'block[0].text'],
    ['tom lista', lista('l'), 'tom', 'block[0]'],
    ['tom punkt', lista('l', 'en', ''), 'tom', 'block[0].punkter[1]'],
    ['inga uppgifter', { ...ram('u'), typ: 'uppgifter', rader: [] } as Brevblock, 'tom', 'block[0]'],
    ['tomt värde', { ...ram('u'), typ: 'uppgifter', rader: [['Telefon', '']] } as Brevblock, 'tom', 'block[0].rader[0][1]'],
    ['tabell utan rader', tabell({ rader: [] }), 'tom', 'block[0]'],
    ['tabell utan kolumner', tabell({ kolumner: [], rader: [[]] }), 'tom', 'block[0]'],
    ['tom kolumnrubrik', tabell({ kolumner: [{ rubrik: 'Dag' }, { rubrik: '' }] }), 'tom', 'block[0].kolumner[1].rubrik'],
    ['tom tabellrubrik', tabell({ rubrik: '' }), 'tom', 'block[0].rubrik'],
    [
      'tom rad',
      tabell({
        rader: [
          ['1', '2'],
          ['', ' '],
        ],
      }),
      'tom',
      'block[0].rader[1]',
    ],
    ['för få celler', tabell({ rader: [['1', '2'], ['3']] }), 'radlangd', 'block[0].rader[1]'],
    ['för många celler', tabell({ rader: [['1', '2', '3']] }), 'radlangd', 'block[0].rader[0]'],
    ['för många kolumner', tabell({ kolumner: Array(8).fill({ rubrik: 'K' }), rader: [Array(8).fill('1')] }), 'radlangd', 'block[0]'],
    ['rubriknivå 3 utan 2', rubrik('r', 'Rubrik', 3), 'rubrikniva', 'block[0].niva'],
    ['rubriknivå 4', { ...rubrik('r', 'Rubrik'), niva: 4 } as unknown as Brevblock, 'rubrikniva', 'block[0].niva'],
    ['rubrik på två rader', rubrik('r', 'en\ntvå'), 'radbrytning', 'block[0].text'],
    ['emoji', stycke('s', 'Bra 😀'), 'tecken', 'block[0].text'],
    ['omvänd läsriktning', stycke('s', 'avslag \u202Ellafib'), 'tecken', 'block[0].text'],
    ['för långt ord', stycke('s', 'x'.repeat(59)), 'langt-ord', 'block[0].text'],
    ['okänd blocktyp', { ...ram('s'), typ: 'bild' } as unknown as Brevblock, 'okand', 'block[0]'],
  ] as const)('%s är en brist', (_, block, kod, falt) => {
    const brister = medBlock(block)
    expect(brister).toEqual([{ kod, falt, block: block.namn, vad: expect.any(String), atgard: expect.any(String) }])
  })

  it.each([
    ['rubrik', { rubrik: '' }, 'tom', 'rubrik'],
    ['ärendenummer', { arendenummer: ' ' }, 'tom', 'arendenummer'],
    ['mottagare', { mottagare: { namn: '', rader: [] } }, 'tom', 'mottagare.namn'],
    ['adressrad', { mottagare: { namn: 'Anna', rader: ['Gatan', ''] } }, 'tom', 'mottagare.rader[1]'],
    ['för lång adress', { mottagare: { namn: 'Anna', rader: Array(8).fill('Gatan') } }, 'adress', 'mottagare'],
    ['datum', { datum: '2026-02-30' as Datum }, 'datum', 'datum'],
    ['språk', { sprak: 'en' as 'sv' }, 'okand', 'sprak'],
    ['brevtyp', { typ: 'kravbrev' as 'beslut' }, 'okand', 'typ'],
    ['mall', { mall: { namn: '', version: '1' } }, 'tom', 'mall'],
    ['block', { block: [] }, 'tom', 'block'],
  ] as const)('%s: huvudets brister nämner fältet', (_, delar, kod, falt) => {
    expect(medHuvud(delar)).toEqual([{ kod, falt, vad: expect.any(String), atgard: expect.any(String) }])
  })

  it('rubriker får gå ned ett steg i taget och upp hur som helst', () => {
    expect(medBlock(rubrik('a', 'A'), rubrik('b', 'B', 3), rubrik('c', 'C'), rubrik('d', 'D', 3))).toEqual([])
  })

  it('en tom cell i en rad med annat är tillåten', () => {
    expect(medBlock(tabell({ rader: [['Summa', '']] }))).toEqual([])
  })

  it('alla brister kommer med, i läsordning, och felet nämner den första, dess block och vad man gör', () => {
    const brister = medBlock(stycke('a', ''), stycke('b', 'Hej 😀'), tabell({ rader: [['1']] }))
    expect(brister.map((b) => b.block)).toEqual(['a', 'b', 'belopp'])
    const fel = innehallsfel(brister)
    expect(fel).toMatchObject({ kod: 'innehall', block: 'a', brister })
    expect(fel.message).toBe(
      'Textblocket ”a” (block[0].text): texten är tom. Skriv texten eller ta bort den ur brevet. Det finns 2 fel till i brevet.',
    )
  })
})
