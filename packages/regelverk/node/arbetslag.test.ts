import { dagnummer, datum } from '@atergang/kalender'
import { afterAll, describe, expect, it } from 'vitest'
import {
  kalenderdagAvInkomst,
  kor,
  korPeriod,
  korTidslinjer,
  Tabell,
  underliggande,
  type Tidslinjeutfall,
  type Utfall,
} from '../src/index.ts'
import { slumpbefolkning, slumptal, STORA_UPPGIFTER, storregel } from '../src/prov/index.ts'
import { Arbetslag } from './arbetslag.ts'

const mal = kalenderdagAvInkomst.sjukpenningPerDag
const lag = new Arbetslag(3)
afterAll(() => lag.stang())

/** More rows than one worker takes at a time, and not a multiple of anything. */
const ANTAL = 200_003

function befolkningen(antal = ANTAL): Tabell {
  const t = new Tabell(
    antal,
    {
      inkomstAnstallning: { lagring: 'i32' },
      fortsattningsniva: { lagring: 'u8', nullbar: true },
      arbetslos: { lagring: 'u8' },
      omfattning: { lagring: 'u8', skala: 4 },
      dag: { lagring: 'i32' },
    },
    { inkomstAnnat: 0 },
  )
  const slump = slumptal(antal)
  const forsta = dagnummer(datum('2020-01-01'))
  for (let i = 0; i < antal; i++) {
    t.kolumn('inkomstAnstallning')[i] = Math.floor(slump() * 700_000)
    t.saknas('fortsattningsniva')[i] = slump() < 0.1 ? 1 : 0
    t.kolumn('fortsattningsniva')[i] = slump() < 0.4 ? 1 : 0
    t.kolumn('arbetslos')[i] = slump() < 0.2 ? 1 : 0
    t.kolumn('omfattning')[i] = 1 + Math.floor(slump() * 4)
    t.kolumn('dag')[i] = forsta + Math.floor(slump() * 2000)
  }
  return t
}

const kopia = (u: Utfall) => ({
  taljare: [...(u.taljare as Int32Array)],
  kant: typeof u.kant === 'number' ? u.kant : [...u.kant],
  namnare: u.namnare,
  motor: u.motor,
})

describe('ett arbetslag på delat minne', () => {
  const t = befolkningen()
  it('svarar som en ensam tråd, med okända uppgifter och med var sin dag', async () => {
    for (const datumen of [datum('2026-01-01'), { kolumn: 'dag' }] as const) {
      const [ensam, lagets] = [kor(mal, t, { datum: datumen }), await lag.kor(mal, t, { datum: datumen })]
      expect(kopia(lagets)).toEqual(kopia(ensam))
      ensam.slapp()
      lagets.slapp()
    }
  })

  it('lägger ihop perioder som en ensam tråd', async () => {
    const val = { period: { from: datum('2025-12-15'), tom: datum('2026-01-14') } }
    expect(kopia(await lag.korPeriod(mal, t, val))).toEqual(kopia(korPeriod(mal, t, val)))
  })

  it('kör regler som delas i flera slingor, var arbetare med eget mellanrum', async () => {
    const r = storregel(900)
    const stor = new Tabell(
      70_001,
      Object.fromEntries(Array.from({ length: STORA_UPPGIFTER }, (_, i) => [`x${i}`, { lagring: 'i32' as const }])),
    )
    const slump = slumptal(1)
    for (const u of underliggande(r).indata) stor.kolumn(u.namn).forEach((_, i, k) => (k[i] = Math.floor(slump() * 1_000_000)))
    const ensam = kor(r, stor, { datum: datum('2026-01-01'), motor: 'js' })
    expect(kopia(await lag.kor(r, stor, { datum: datum('2026-01-01') })).taljare).toEqual(kopia(ensam).taljare)
  })

  it('räknar tidslinjerna som en ensam tråd', async () => {
    const dag = datum('2026-03-01')
    const befolkning = slumpbefolkning(30_007, dag)
    const kopior = (u: Tidslinjeutfall) => Object.fromEntries(Object.entries(u.kolumner).map(([n, k]) => [n, [...(k as Int32Array)]]))
    const ensam = korTidslinjer(befolkning, { datum: dag })
    expect(ensam.kolumner.kedjedag.some((v) => v > 365)).toBe(true)
    const [lagets, regelns] = await Promise.all([lag.korTidslinjer(befolkning, { datum: dag }), lag.kor(mal, t, { datum: dag })])
    expect(kopior(lagets)).toEqual(kopior(ensam))
    expect(regelns.antal).toBe(ANTAL)
    await expect(lag.korTidslinjer(befolkning)).rejects.toThrow('Ange datum')
  })

  it('tar körningar som begärs samtidigt i tur och ordning, och få rader likaväl som många', async () => {
    const sma = [1, 2, 7, 8, 9].map(befolkningen)
    const svar = await Promise.all([...sma, t].map((x) => lag.kor(mal, x, { datum: datum('2026-01-01') })))
    expect(svar.map((u) => kopia(u).taljare.length)).toEqual([1, 2, 7, 8, 9, ANTAL])
    svar.forEach((u, i) => expect(kopia(u)).toEqual(kopia(kor(mal, [...sma, t][i]!, { datum: datum('2026-01-01') }))))
  })

  it('återanvänder platsen för svar som har släppts', async () => {
    const egen = befolkningen(10_000)
    const forsta = await lag.kor(mal, egen, { datum: datum('2026-01-01') })
    forsta.slapp()
    const storlek = egen.minne.storlek
    for (let i = 0; i < 20; i++) (await lag.kor(mal, egen, { datum: datum('2026-01-01') })).slapp()
    expect(egen.minne.storlek).toBe(storlek)
  })
})
