import { datum, type Datum } from '@atergang/kalender'
import { allaLagrum, allaNoder, lagrumstext } from '@atergang/regelverk'
import { describe, expect, it } from 'vitest'
import { arbetsdagen, type Arbetsschema } from '../tid/arbetsdag.ts'
import { beraknaForebyggande } from './berakna.ts'
import type { Dagvillkor } from './villkor.ts'

const SCHEMA: Arbetsschema = { arbetstid: { man: 8, tis: 8, ons: 8, tor: 8, fre: 8, lor: 0, son: 0 }, arbetsstart: 480 }
const FASTSTALLD = { slag: 'faststalld', anstallning: 300_000, annat: 0 } as const
const villkor = (mer: Partial<Dagvillkor> = {}): Dagvillkor => ({
  sgi: FASTSTALLD,
  niva: 'normal',
  arbetslos: false,
  arsarbetstid: 1980,
  ...mer,
})
const rakna = (dagar: string[], villkorPa: (d: Datum) => Dagvillkor, sjukdagar: { from: Datum; tom: Datum }[] = []) =>
  beraknaForebyggande({
    tillfallen: dagar.map((d) => ({ datum: datum(d), start: '08:00', behandlingMin: 240, forberedelseMin: 0, resaMin: 0 })),
    arbetsdagPa: (d) => arbetsdagen(SCHEMA, d)!,
    villkorPa,
    sjukdagar,
  })
const belopp = (dagar: string[], v: Partial<Dagvillkor> = {}) => rakna(dagar, () => villkor(v)).dagar.map((d) => d.belopp)

describe('beloppet i ett ärende, på den SGI som är fastställd', () => {
  it('används som den är, också när den ligger under dagens golv', () => {
    expect(belopp(['2026-03-03'])).toEqual([472]) // 118 × 8 × 0,5
    expect(belopp(['2026-03-03'], { sgi: { slag: 'faststalld', anstallning: 14_000, annat: 0 } })).toEqual([20]) // 10 864 ÷ 1 980 = 5,49 → 5
    expect(belopp(['2026-03-03'], { sgi: { slag: 'faststalld', anstallning: 0, annat: 0 } })).toEqual([0])
  })

  it('bara annat förvärvsarbete räknas som kalenderdag, utan årsarbetstid', () => {
    const s = rakna(['2026-03-03'], () => ({
      sgi: { slag: 'faststalld', anstallning: 0, annat: 300_000 },
      niva: 'normal',
      arbetslos: false,
    }))
    expect(s.summa).toBe(319) // 232 800 ÷ 365 × 0,5 = 318,90
    expect(
      allaNoder(s.dagar[0]!.forklaring)
        .map((n) => n.text)
        .join(),
    ).toContain('annat förvärvsarbete än anställning')
    expect(allaNoder(s.dagar[0]!.forklaring).map((n) => n.namn)).toContain('karens')
  })

  it('anställning och annat förvärvsarbete: arbetstid och kalenderdag, var för sig avrundade (28 kap. 17 §)', () => {
    const s = rakna(['2026-03-03'], () => villkor({ sgi: { slag: 'faststalld', anstallning: 200_000, annat: 100_000 } }))
    // 155 200 ÷ 1 980 = 78,38 → 78 × 8 × 0,5 = 312; 77 600 ÷ 365 × 0,5 = 106,30 → 106
    expect(s.summa).toBe(418)
    expect(allaLagrum(s.dagar[0]!.forklaring).map(lagrumstext)).toContain('28 kap. 17 §')
  })

  it('årsinkomster av båda slagen går genom golv och tak var för sig', () => {
    expect(belopp(['2026-03-03'], { sgi: { slag: 'arsinkomst', anstallning: 200_050, annat: 100_090 } })).toEqual([418])
  })

  it('andra sjukdagar intill hör till samma sjukperiod och räknas bland de fjorton', () => {
    const fore = [{ from: datum('2026-02-17'), tom: datum('2026-03-02') }] // fourteen days
    const s = rakna(['2026-03-03'], () => villkor(), fore)
    expect(s.summa).toBe(319)
    expect(
      allaNoder(s.dagar[0]!.forklaring)
        .map((n) => n.text)
        .join(),
    ).toContain('Dag 15 i sjukperioden')
    expect(rakna(['2026-03-03'], () => villkor(), [{ from: datum('2026-02-17'), tom: datum('2026-03-01') }]).summa).toBe(472)
  })

  it('timmar på olika SGI eller olika nivå läggs aldrig ihop', () => {
    const s = rakna(['2026-03-03', '2026-03-04', '2026-03-05'], (d) => villkor(d < '2026-03-05' ? {} : { niva: 'fortsattning' }))
    expect(s.dagar.map((d) => d.belopp)).toEqual([472, 472, 440])
    expect(
      allaNoder(s.dagar[0]!.forklaring)
        .map((n) => n.text)
        .join(),
    ).toContain('de 2 dagarna med samma andel')
  })

  it('utan årsarbetstid sägs vad som saknas, i stället för ett belopp', () => {
    const s = rakna(['2026-03-03'], () => ({ sgi: FASTSTALLD, niva: 'normal', arbetslos: false }))
    expect(s).toMatchObject({ summa: null, saknas: ['Årsarbetstid är inte känd.'] })
    expect(s.dagar[0]).toMatchObject({ andel: 0.5, belopp: null })
  })

  it('arbetslös med båda slagen av inkomst: kalenderdag på summan, utan tak', () => {
    expect(belopp(['2026-03-03'], { arbetslos: true, sgi: { slag: 'faststalld', anstallning: 400_000, annat: 188_000 } })).toEqual([625])
  })
})
