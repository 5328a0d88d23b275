import { provOrgnr } from '@atergang/formaner/prov'
import { describe, expect, it } from 'vitest'
import { pappersansokan, saknas, somFalt, tomRad, type Pappersform } from './papper.ts'

const form = (mer: Partial<Pappersform> = {}): Pappersform => ({
  orgnr: provOrgnr(9),
  namn: 'Papper AB',
  adress: 'Vägen 1\n800 01 Gävle',
  ar: '2025',
  inkomKand: 'ja',
  inkom: '2026-01-30',
  skannad: '2026-02-20',
  rader: [{ ...tomRad(), anstalld: 'B1', kostnad: 5_000.5 }],
  anstalldaVet: true,
  ejBehandling: true,
  ...mer,
})

describe('en pappersansökan', () => {
  it('skrivs av med dagen den kom in och dagen den skannades var för sig, och kostnaden i öre', () => {
    expect(pappersansokan(form(), null)).toMatchObject({
      inkom: '2026-01-30',
      skannad: '2026-02-20',
      ar: 2025,
      foretag: { adress: ['Vägen 1', '800 01 Gävle'] },
      rader: [{ kostnad: 500_050, insatsdag: null }],
    })
  })

  it('kan registreras utan att dagen är känd: då blir den en fråga, aldrig skanningens dag', () => {
    expect(pappersansokan(form({ inkomKand: 'nej', inkom: '2026-01-30' }), null).inkom).toBeNull()
    expect(saknas(form({ inkomKand: 'nej', inkom: '' }), '2026-03-02')).toEqual([])
  })

  it('kräver bara det som ett ärende inte kan öppnas utan', () => {
    expect(saknas(form({ orgnr: '1', namn: '', ar: '25', inkomKand: undefined }), '2026-03-02').map((f) => f.falt)).toEqual([
      'orgnr',
      'foretag.namn',
      'ar',
      'inkomKand',
    ])
    expect(saknas(form({ inkom: '2026-03-03' }), '2026-03-02')).toMatchObject([{ falt: 'inkom', text: /framåt/ }])
    expect(saknas(form({ rader: [tomRad()] }), '2026-03-02'), 'en tom rad frågas det om senare').toEqual([])
  })

  it('visar serverns fel vid fältet på sidan', () => {
    expect(somFalt('ansokan.rader.0.kostnad')).toBe('rader.0.kostnad')
  })
})
