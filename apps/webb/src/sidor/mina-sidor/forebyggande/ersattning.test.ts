import { ansokanErsattningSchema, type Kant, type MinForebyggande } from '@atergang/formaner'
import type { Datum } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import {
  anmarkningar,
  arbetsminuterna,
  faltFor,
  hinder,
  lastErsattning,
  nyErsattning,
  nyttTillfalle,
  somErsattning,
  stegFor,
  upplysningar,
  type Ersattningsutkast,
} from './ersattning.ts'

const d = (s: string): Datum => s as Datum
const IDAG = d('2026-04-02')
const KANT = {
  sysselsattning: 'anstalld',
  arbetsgivare: 'Bruket AB',
  inkomst: { anstallning: 360_000, annat: 0 },
  arbetsschema: { arbetstid: { man: 8, tis: 8, ons: 8, tor: 8, fre: 8, lor: 0, son: 0 }, arbetsstart: '08:00', avvikelser: [] },
  arsarbetstid: 1980,
  arbetssokande: null,
} as unknown as Kant
const tillfalle = (datum: string, ansokt = false) => ({
  datum: d(datum),
  start: '10:00',
  behandlingMin: 60,
  forberedelseMin: 10,
  resaMin: 91,
  efterMin: 0,
  ansokt,
})
const GODKANDA: MinForebyggande['godkanda'] = [
  {
    id: 'b1',
    namn: 'Fysioterapi',
    utforande: 'paPlats',
    from: d('2026-03-24'),
    tom: d('2026-04-30'),
    tillfallen: [tillfalle('2026-03-24', true), tillfalle('2026-03-26'), tillfalle('2026-03-31'), tillfalle('2026-04-07')],
  },
]
const ny = (): Ersattningsutkast => nyErsattning(GODKANDA, KANT, IDAG)
function vald(...dagar: string[]): Ersattningsutkast {
  const u = Object.assign(ny(), { heder: true })
  u.tillfallen.forEach((t) => (t.gjort = dagar.includes(t.datum)))
  return u
}

describe('ansökan om ersättning', () => {
  it('börjar med de planerade tillfällen som har varit och inte är ansökta, och resan delad i två', () => {
    expect(ny().tillfallen.map((t) => [t.datum, t.gjort, t.dit, t.hem])).toEqual([
      ['2026-03-26', false, '45', '46'],
      ['2026-03-31', false, '45', '46'],
    ])
  })

  it('skickar bara det valda, och servern tar emot det', () => {
    const a = ansokanErsattningSchema.parse({ ...somErsattning(vald('2026-03-31')), inkom: IDAG })
    expect(a.tillfallen).toMatchObject([
      { behandling: 'b1', datum: '2026-03-31', start: '10:00', behandlingMin: 60, forberedelseMin: 10, resaDitMin: 45, resaHemMin: 46 },
    ])
    expect(a).toMatchObject({ arsarbetstid: 1980, sysselsattning: 'anstalld' })
  })

  it('utan något valt, med en dag som inte har varit eller minuter i ord sägs fältet och vad man gör', () => {
    expect(hinder(vald(), IDAG).map((f) => f.falt)).toEqual(['valda'])
    const u = vald('2026-03-31')
    u.tillfallen.push({ ...nyttTillfalle('eget-1', GODKANDA), datum: '2026-04-09', start: '9', tid: 'en timme' })
    expect(hinder(u, IDAG).map((f) => [f.falt, f.text])).toEqual([
      ['tillfalle-eget-1-datum', expect.stringContaining('har inte varit än')],
      ['tillfalle-eget-1-tid', expect.stringContaining('hela minuter')],
    ])
  })

  it('två behandlingar på samma tid sägs på båda, men hindrar inte', () => {
    const u = vald('2026-03-31')
    u.tillfallen.push({ ...nyttTillfalle('eget-1', GODKANDA), datum: '2026-03-31', start: '10:30', tid: '60' })
    expect(anmarkningar(u).map((f) => f.falt)).toEqual(['tillfalle-b1-2026-03-31-1000-start', 'tillfalle-eget-1-start'])
    expect(hinder(u, IDAG)).toEqual([])
  })

  it('dag utanför planen, dag utan arbete och för lång resa antecknas och sägs', () => {
    const u = vald('2026-03-31')
    u.tillfallen.find((t) => t.gjort)!.dit = '600'
    u.tillfallen.push(
      { ...nyttTillfalle('eget-1', GODKANDA), datum: '2026-03-21', start: '10', tid: '60' },
      { ...nyttTillfalle('eget-2', GODKANDA), datum: '2026-04-01', start: '10', tid: '60' },
    )
    const texter = upplysningar(u, GODKANDA, arbetsminuterna(u.arbete)).map((x) => x.text)
    expect(texter).toEqual([
      expect.stringContaining('längre än arbetsdagen (480 minuter)'),
      expect.stringContaining('utanför den godkända planen'),
      expect.stringContaining('arbetar du inte'),
      expect.stringContaining('står inte i planen'),
    ])
    expect(somErsattning(u).tillfallen).toHaveLength(3)
  })

  it('ett pass den dagen går före veckan', () => {
    const u = ny()
    u.arbete.avvikelser = [
      { datum: '2026-03-31', fran: '13', till: '17', ledig: false },
      { datum: '2026-04-01', fran: '', till: '', ledig: true },
    ]
    const minuter = arbetsminuterna(u.arbete)
    expect(['2026-03-30', '2026-03-31', '2026-04-01', '2026-04-04'].map((x) => minuter(d(x)))).toEqual([480, 240, 0, 0])
  })

  it('ett sparat utkast får de tillfällen som har kommit sedan, och behåller de valda', () => {
    const u = lastErsattning(vald('2026-03-31'), GODKANDA, KANT, d('2026-04-08'))!
    expect(u.tillfallen.map((t) => [t.datum, t.gjort])).toEqual([
      ['2026-03-26', false],
      ['2026-03-31', true],
      ['2026-04-07', false],
    ])
    expect(u.heder).toBe(false)
  })

  it('serverns rad leder till det valda tillfället', () => {
    const u = vald('2026-03-31')
    expect(faltFor(u, 'tillfallen.0.behandlingMin')).toBe('tillfalle-b1-2026-03-31-1000-tid')
    expect(stegFor(faltFor(u, 'tillfallen.0.datum')!)).toBe('tillfallen')
  })
})
