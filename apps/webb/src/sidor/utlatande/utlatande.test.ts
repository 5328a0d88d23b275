import { utlatandeSchema } from '@atergang/formaner'
import { describe, expect, it } from 'vitest'
import { faltFor, hinder, nyttUtkast, somUtlatande, type Utlatandesida } from './utlatande.ts'

const SIDA: Utlatandesida = {
  idag: '2026-03-20',
  formularversion: 'Utlåtande 1',
  giltigTill: '2026-04-20',
  patient: { namn: 'Prov Provsson', fodelsear: '1978' },
  behandlingar: [
    {
      id: 'b1',
      behandling: 'mmr',
      annatText: '',
      utforande: 'paPlats',
      vardgivare: 'Smärtkliniken',
      from: '2026-03-24',
      tom: '2026-04-30',
    },
  ],
  ordineradAv: { namn: 'Dr Lena Lind', vardenhet: 'Smärtkliniken' },
  fragor: [],
  tidigare: null,
  kanAnmala: [],
}
const ny = () => nyttUtkast(SIDA)

describe('läkarens utlåtande', () => {
  it('börjar med det som är känt: läkaren och planens behandling och dagar', () => {
    expect(ny()).toMatchObject({
      lakare: 'Dr Lena Lind',
      vardenhet: 'Smärtkliniken',
      behandlingar: [{ id: 'b1', behandling: 'mmr', from: '2026-03-24', tom: '2026-04-30' }],
    })
  })

  it('kan lämnas med luckor: det som saknas frågas om sedan', () => {
    expect(hinder(ny())).toEqual([])
    expect(utlatandeSchema.parse({ ...somUtlatande(ny()), inkom: '2026-03-20', handlingId: 'h' })).toMatchObject({
      diagnoser: [],
      uppfoljning: null,
    })
  })

  it('en halv uppföljning, en diagnos utan kod, omvända dagar och ingen som skriver under namnges', () => {
    const u = ny()
    Object.assign(u.diagnoser[0]!, { text: 'Ryggont' })
    Object.assign(u.behandlingar[0]!, { from: '2026-04-30', tom: '2026-03-24' })
    u.uppfoljning.hur = 'Återbesök'
    u.lakare = ' '
    expect(hinder(u).map((f) => f.falt)).toEqual(['diagnos-0-kod', 'behandling-0-tom', 'uppfoljning-nar', 'lakare'])
  })

  it('ett tidigare utlåtande är ifyllt när en fråga besvaras', () => {
    const u = ny()
    u.risk = 'Tungt arbete.'
    const igen = nyttUtkast({ ...SIDA, tidigare: utlatandeSchema.parse({ ...somUtlatande(u), inkom: '2026-03-20', handlingId: 'h' }) })
    expect(igen.risk).toBe('Tungt arbete.')
  })

  it('frågans fält och serverns namn leder till fältet på sidan', () => {
    expect(
      ['uppfoljning', 'sjukdom', 'behandlingar.0.hurMinskarRisken', 'uppfoljning.hur', 'diagnoser.1.kod', 'okant'].map(faltFor),
    ).toEqual(['uppfoljning-nar', 'diagnos-0-kod', 'behandling-0-hur', 'uppfoljning-hur', 'diagnos-1-kod', undefined])
  })
})
