import { readFileSync } from 'node:fs'
import { datum } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import { exempelintyg, pahittatPersonId } from './exempel/exempel.ts'
import { bytes } from './exempel/provning.ts'
import { OID } from './kodverk.ts'
import { Intygsproblem } from './problem.ts'
import { intygsrapport } from './rapport.ts'
import { skrivIntyg } from './skriv/intyg.ts'

const IDAG = datum('2026-03-05')
const rapport = (data: Parameters<typeof skrivIntyg>[0]) => intygsrapport(bytes(skrivIntyg(data)), IDAG)

describe('intygsrapporten', () => {
  it('är utan fynd för exempelintyget', () => {
    const fil = readFileSync(new URL('./exempel/fk7804-v2-exempel.xml', import.meta.url))
    expect(intygsrapport(fil, IDAG)).toEqual({
      typ: 'LISJP',
      version: '2.0',
      person: { personId: '191212121212', typ: 'personnummer', namn: 'Test Testsson' },
      diagnoser: [{ kod: 'M545', text: 'Lumbago' }],
      perioder: [{ grad: 0.5, from: '2026-03-02', tom: '2026-03-29' }],
      fynd: [],
    })
  })

  it('har precis de fält som kommandoraden lovar', () => {
    const r = rapport(exempelintyg('2.0', { diagnoser: [{ kod: 'XX' }] }))
    expect(Object.keys(r)).toEqual(['typ', 'version', 'person', 'diagnoser', 'perioder', 'fynd'])
    expect(r.diagnoser).toEqual([{ kod: 'XX', text: null }])
    for (const f of r.fynd) expect(Object.keys(f)).toEqual(['kod', 'allvar', 'svarId', 'text', 'fraga'])
    expect(r.fynd.map((f) => f.svarId)).toEqual(['6', '6'])
  })

  it('nämner samordningsnummer vid sitt namn', () => {
    const personId = pahittatPersonId(datum('1990-11-09'), 990, 'samordningsnummer')
    expect(rapport(exempelintyg('2.0', {}, { patient: { personId } })).person).toEqual({
      personId: personId.nummer,
      typ: 'samordningsnummer',
    })
  })

  it('läser ett samordningsnummer också med personnumrets root, och säger att den inte hör dit', () => {
    const personId = pahittatPersonId(datum('1990-11-09'), 990, 'samordningsnummer')
    const fil = skrivIntyg(exempelintyg('2.0', {}, { patient: { personId } })).replace(OID.samordningsnummer, OID.personnummer)
    const r = intygsrapport(bytes(fil), IDAG)
    expect(r.person).toEqual({ personId: personId.nummer, typ: 'samordningsnummer' })
    expect(r.fynd).toMatchObject([{ kod: 'personIdRotAvviker', allvar: 'varning', svarId: 'person-id', fraga: null }])
  })

  it('visar bara perioder som går att räkna med; den omvända finns i fynden', () => {
    const r = rapport(exempelintyg('2.0', { perioder: [{ grad: 0.5, from: datum('2026-03-29'), tom: datum('2026-03-02') }] }))
    expect(r.perioder).toEqual([])
    expect(r.fynd).toEqual([expect.objectContaining({ kod: 'periodOmvand', allvar: 'fel', svarId: '32', fraga: expect.any(String) })])
  })

  it('tar emot en känd typ som inte läses, med ett fynd', () => {
    const r = rapport({ ...exempelintyg('2.0'), typ: 'LUAE_NA', version: '1.0', svar: [] })
    expect(r).toMatchObject({ typ: 'LUAE_NA', diagnoser: [], perioder: [], fynd: [{ kod: 'typHanterasInte', allvar: 'upplysning' }] })
  })

  it('kastar vidare problemet när filen inte går att läsa', () => {
    expect(() => intygsrapport(bytes('<a>'))).toThrow(Intygsproblem)
  })
})
