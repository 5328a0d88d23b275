import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lasBeskrivning } from './icf.ts'

describe('ICF-rubriken framför en beskrivning', () => {
  it('läses i båda versionernas form', () => {
    expect(
      lasBeskrivning('Problem som påverkar patientens möjlighet att utföra sin sysselsättning:\nSmärta - Sömnfunktioner\n\nVärk i ryggen.'),
    ).toMatchObject({ icf: ['Smärta', 'Sömnfunktioner'], text: 'Värk i ryggen.' })
    expect(
      lasBeskrivning('Svårigheter som påverkar patientens sysselsättning: Gå - Lyfta och bära föremål\n\nKort sträcka.\n'),
    ).toMatchObject({ icf: ['Gå', 'Lyfta och bära föremål'], text: 'Kort sträcka.' })
  })

  it('läses också utan text efter', () => {
    expect(lasBeskrivning('Problem som påverkar patienten: Smärta\n')).toMatchObject({ icf: ['Smärta'], text: '' })
  })

  it.each([
    'Värk i ryggen - värst på morgonen',
    'Problem som påverkar patienten mycket: sover dåligt och har ont',
    'Problem som påverkar patienten: sover dåligt\noch har ont i ryggen',
    'Flera problem som påverkar patienten: a - b\n\nc',
  ])('gissas inte fram ur läkarens egen text: %s', (text) => {
    expect(lasBeskrivning(text)).toEqual({ ratext: text, text, icf: [] })
  })

  it('ändrar aldrig råtexten', () => {
    const rubrik = fc.constantFrom('', 'Problem som påverkar patienten: A - B\n\n', 'Svårigheter som påverkar patienten:\nA\n\n')
    fc.assert(
      fc.property(rubrik, fc.string(), (r, t) => {
        expect(lasBeskrivning(r + t)).toMatchObject({ ratext: r + t, icf: r === '' ? [] : expect.arrayContaining(['A']) })
      }),
    )
  })
})
