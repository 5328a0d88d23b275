import { datum, dagarIManad, datumAv } from '@atergang/kalender'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pahittatPersonId } from './exempel/exempel.ts'
import { OID } from './kodverk.ts'
import { fodelsedag, personidfel, personidtyp } from './personid.ts'

const PNR = OID.personnummer
const SAMNR = OID.samordningsnummer

const enDag = fc
  .tuple(fc.integer({ min: 1900, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([a, m, d]) => datumAv(a, m, Math.min(d, dagarIManad(a, m))))

describe('person-id', () => {
  it('godtar personnummer och samordningsnummer med tolv siffror och rätt root', () => {
    expect(personidfel(PNR, '191212121212')).toBeUndefined()
    expect(personidfel(PNR, pahittatPersonId(datum('1980-05-17'), 985).nummer)).toBeUndefined()
    expect(personidfel(SAMNR, pahittatPersonId(datum('1980-05-17'), 985, 'samordningsnummer').nummer)).toBeUndefined()
  })

  it('godtar numret också med den andra sortens root: sorten syns på numret självt', () => {
    expect(personidfel(SAMNR, '191212121212')).toBeUndefined()
    expect(personidfel(PNR, pahittatPersonId(datum('1980-05-17'), 985, 'samordningsnummer').nummer)).toBeUndefined()
  })

  it.each([
    ['fel kontrollsiffra', PNR, '191212121213', 'felKontrollsiffra'],
    ['tio siffror', PNR, '1212121212', 'ejTolvSiffror'],
    ['bindestreck', PNR, '19121212-1212', 'ejTolvSiffror'],
    ['bokstäver', PNR, '19121212T212', 'ejTolvSiffror'],
    ['en dag som inte finns', PNR, '198002309850', 'omojligtDatum'],
    ['månad tretton', PNR, '198013019850', 'omojligtDatum'],
    ['ett omöjligt århundrade', PNR, '991212121212', 'omojligtDatum'],
    ['en okänd root', '1.2.3', '191212121212', 'okandRot'],
  ])('underkänner %s', (_, root, nummer, fel) => {
    expect(personidfel(root, nummer)).toBe(fel)
  })

  it('är giltigt för varje påhittad person, och ogiltigt med varje annan kontrollsiffra', () => {
    fc.assert(
      fc.property(
        enDag,
        fc.integer({ min: 980, max: 999 }),
        fc.constantFrom('personnummer' as const, 'samordningsnummer' as const),
        fc.integer({ min: 1, max: 9 }),
        (fodd, nr, typ, steg) => {
          const id = pahittatPersonId(fodd, nr, typ)
          expect(personidfel(id.root, id.nummer)).toBeUndefined()
          expect(fodelsedag(id.nummer)).toBe(fodd)
          expect(personidtyp(id)).toBe(typ)
          const annan = `${id.nummer.slice(0, 11)}${(Number(id.nummer[11]) + steg) % 10}`
          expect(personidfel(id.root, annan)).toBe('felKontrollsiffra')
        },
      ),
    )
  })

  it('hittar bara på nummer som inte delas ut', () => {
    expect(() => pahittatPersonId(datum('1980-05-17'), 123)).toThrow(/980–999/)
  })
})
