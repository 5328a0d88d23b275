import { describe, expect, it } from 'vitest'
import { andelsintervall, horvitzThompson, skattaTotal, tIntervall, type Observerat } from './estimator.ts'
import type { Kontrollfynd } from './kontrollfynd.ts'
import { dra } from './plan.ts'
import type { Population } from './population.ts'
import { lasKontrollresultat, skatta, skattatMedSannolikheter } from './skatta.ts'

/** Every way to draw `n` of the values. */
function alla<T>(varden: readonly T[], n: number): T[][] {
  if (n === 0) return [[]]
  return varden.flatMap((v, i) => alla(varden.slice(i + 1), n - 1).map((rest) => [v, ...rest]))
}
const medel = (v: readonly number[]): number => v.reduce((s, x) => s + x, 0) / v.length

describe('skattningen av en liten population, med varje möjligt urval uppräknat', () => {
  const strata = [
    [0, 0, 4_000, 100, 0],
    [0, 9_000, 250, 3],
    [7_000, 0],
  ] as const satisfies readonly (readonly number[])[]
  const n = [2, 3, 2] as const
  const sant = strata.flat().reduce<number>((s, x) => s + x, 0)
  const urval = alla(strata[0], n[0]).flatMap((a) => alla(strata[1], n[1]).flatMap((b) => alla(strata[2], n[2]).map((c) => [a, b, c])))
  const observerat = (u: readonly number[][]): Observerat[] => u.map((varden, i) => ({ population: strata[i]!.length, varden }))

  it('räknar upp alla urval', () => expect(urval).toHaveLength(10 * 4 * 1))

  it('är väntevärdesriktig: medlet över alla urval är det sanna beloppet', () => {
    expect(medel(urval.map((u) => skattaTotal(observerat(u)).varde))).toBeCloseTo(sant, 8)
  })

  it('har en väntevärdesriktig varians: medlet av den skattade är den verkliga spridningen', () => {
    const skattningar = urval.map((u) => skattaTotal(observerat(u)))
    const verklig = medel(skattningar.map((s) => (s.varde - sant) ** 2))
    expect(medel(skattningar.map((s) => s.varians)) / verklig).toBeCloseTo(1, 10)
  })

  it('är samma sak som Horvitz–Thompson, urval för urval', () => {
    for (const u of urval) {
      const ht = horvitzThompson(u.flatMap((varden, i) => varden.map((varde) => ({ varde, sannolikhet: n[i]! / strata[i]!.length }))))
      expect(skattaTotal(observerat(u)).varde).toBeCloseTo(ht, 6)
    }
  })
})

describe('intervallen', () => {
  it('är noll breda när hela populationen är dragen', () => {
    const s = skattaTotal([{ population: 3, varden: [1, 2, 3] }])
    expect(s).toEqual({ varde: 6, varians: 0, frihetsgrader: 0 })
    expect(tIntervall(s, 0.95)).toEqual({ fran: 6, till: 6 })
    expect(andelsintervall({ ...s, varde: 0.4 }, 3, 0.95)).toEqual({ fran: 0.4, till: 0.4 })
  })

  it('med inga fel är Clopper–Pearsons: högst 1 − 0,025^(1/n)', () => {
    const i = andelsintervall({ varde: 0, varians: 0, frihetsgrader: 99 }, 100, 0.95)
    expect(i.fran).toBe(0)
    expect(i.till).toBeCloseTo(1 - 0.025 ** (1 / 100), 9)
  })

  it('med t-fördelning har tabellens bredd: 2,776 standardfel vid fyra frihetsgrader', () => {
    expect(tIntervall({ varde: 0, varians: 1, frihetsgrader: 4 }, 0.95).till).toBeCloseTo(2.776445, 6)
  })

  it('kan inte bildas av ett stratum med en enda dragen av flera', () => {
    expect(() => skattaTotal([{ population: 9, varden: [1] }])).toThrow(/Dra minst två/)
    expect(() => skattaTotal([{ population: 9, varden: [] }])).toThrow(/minst en/)
  })
})

// A half-year of employers whose faults we know.
const enheter = Array.from({ length: 600 }, (_, i) => ({
  id: `ag-${i}`,
  belopp: 2_000 + ((i * 7919) % 190_000),
  anstallda: (i * 37) % 300,
}))
const p: Population = { ar: 2025, halvar: 1, enheter, utanfor: 0 }
const facit = new Map(
  enheter.map((e, i): [string, Kontrollfynd] => [
    e.id,
    i % 13 === 0
      ? { id: e.id, koder: ['kostnadEjVisad'], felbelopp: Math.floor(e.belopp / 2) }
      : i % 17 === 0
        ? { id: e.id, koder: ['felInsatstyp'], felbelopp: 0 }
        : { id: e.id, koder: ['ingetFel'], felbelopp: 0 },
  ]),
)
const utbetalt = enheter.reduce((s, e) => s + e.belopp, 0)
const santFelbelopp = [...facit.values()].reduce((s, f) => s + f.felbelopp, 0)
const santAndel = [...facit.values()].filter((f) => f.koder.includes('kostnadEjVisad')).length / 600
const kontroll = (fro: number, mer: object = {}) => {
  const urval = dra(p, { fro, andel: '0,2' })
  return lasKontrollresultat({ urval, fynd: urval.urval.map((u) => facit.get(u.id)!), utbetalt, ...mer })
}

describe('efterkontrollens resultat', () => {
  it('säger andel och belopp med intervall, vad som hittats, och sina antaganden', () => {
    const s = skatta(kontroll(1))
    expect(s).toMatchObject({ niva: 0.95, population: 600, riskfall: { antal: 0, medFel: 0, felbelopp: 0 } })
    expect(s.dragna).toBeGreaterThanOrEqual(120)
    for (const x of [s.felandel, s.felbelopp, s.felandelAvBelopp!]) {
      expect(x.intervall!.fran).toBeLessThanOrEqual(x.varde)
      expect(x.intervall!.till).toBeGreaterThanOrEqual(x.varde)
    }
    expect(s.felbelopp.intervall!.fran).toBeGreaterThanOrEqual(s.funnet.felbelopp)
    expect(s.felandelAvBelopp!.varde).toBeCloseTo(s.felbelopp.varde / utbetalt, 12)
    expect(s.perKod.map((k) => k.kod)).toEqual(['ingetFel', 'kostnadEjVisad', 'felInsatstyp'])
    expect(s.perKod.reduce((n, k) => n + k.skattadAndel, 0)).toBeCloseTo(1, 10)
    expect(skattatMedSannolikheter(kontroll(1))).toBeCloseTo(s.felbelopp.varde, 4)
    expect(s.antaganden.length).toBeGreaterThan(3)
  })

  it('träffar det sanna i genomsnitt, och intervallen täcker det ungefär så ofta som de lovar', () => {
    const s = Array.from({ length: 400 }, (_, fro) => skatta(kontroll(fro)))
    expect(medel(s.map((x) => x.felandel.varde)) / santAndel).toBeCloseTo(1, 1)
    expect(medel(s.map((x) => x.felbelopp.varde)) / santFelbelopp).toBeCloseTo(1, 1)
    const tacker = (i: { fran: number; till: number } | null, v: number): number => (i && i.fran <= v && v <= i.till ? 1 : 0)
    expect(medel(s.map((x) => tacker(x.felandel.intervall, santAndel)))).toBeGreaterThanOrEqual(0.94)
    expect(medel(s.map((x) => tacker(x.felbelopp.intervall, santFelbelopp)))).toBeGreaterThanOrEqual(0.9)
  })

  it('säger att beloppet inte kan få ett intervall när inget felbelopp hittats', () => {
    const urval = dra(p, { fro: 1, andel: '0,2' })
    const s = skatta(lasKontrollresultat({ urval, fynd: urval.urval.map((u) => ({ id: u.id, koder: ['ingetFel'] })) }))
    expect(s.felbelopp).toMatchObject({ varde: 0, intervall: null, utanIntervall: expect.stringContaining('Inget felbelopp') })
    expect(s.felandel.intervall!.till).toBeGreaterThan(0)
    expect(s.felandelAvBelopp).toBeNull()
  })

  it('redovisar riskfall för sig: de ändrar aldrig skattningen', () => {
    const utan = skatta(kontroll(3))
    const dragna = new Set(dra(p, { fro: 3, andel: '0,2' }).urval.map((u) => u.id))
    const risk = enheter
      .filter((e) => !dragna.has(e.id))
      .slice(0, 20)
      .map((e) => ({ id: e.id, koder: ['kostnadForHog'], felbelopp: 900 }))
    const med = skatta(kontroll(3, { riskfall: risk }))
    expect(med.riskfall).toEqual({ antal: 20, medFel: 20, felbelopp: 18_000 })
    expect({ ...med, riskfall: null }).toEqual({ ...utan, riskfall: null })
  })
})

describe('ett ofullständigt kontrollresultat', () => {
  const fel = (v: unknown): string[] => {
    try {
      lasKontrollresultat(v)
    } catch (e) {
      return (e as { falt: { falt: string }[] }).falt.map((f) => f.falt)
    }
    return []
  }
  const urval = dra({ ...p, enheter: enheter.slice(0, 30) }, { fro: 1, andel: '0,2' })
  const hela = urval.urval.map((u) => ({ id: u.id, koder: ['ingetFel'] as string[], felbelopp: 0 }))

  it('säger vilka dragna som saknar fynd, vilka fynd som inte hör till dragningen, och riskfall som är dragna', () => {
    expect(fel({ urval, fynd: hela })).toEqual([])
    expect(fel({ urval, fynd: [...hela.slice(1), { id: 'annan', koder: ['ingetFel'] }, hela[1]], riskfall: [hela[2]] })).toEqual([
      `fynd.${hela.length - 1}.id`,
      `fynd.${hela.length}.id`,
      'urval.urval.0.id',
      'riskfall.0.id',
    ])
  })

  it('säger när koden och beloppet inte hör ihop', () => {
    expect(
      fel({
        urval,
        fynd: [
          { ...hela[0]!, felbelopp: 5 },
          { ...hela[1]!, koder: ['ingetFel', 'felAr'] },
          { ...hela[2]!, koder: [] },
          { ...hela[3]!, koder: ['annat'] },
          { ...hela[4]!, koder: ['felInsatstyp'], felbelopp: 9 },
        ],
      }),
    ).toEqual(['fynd.0.felbelopp', 'fynd.1.koder', 'fynd.2.koder', 'fynd.3.koder.0', 'fynd.4.felbelopp'])
  })

  it('säger när urvalet är ändrat efter dragningen', () => {
    expect(fel({ urval: { ...urval, urval: urval.urval.slice(1) }, fynd: hela.slice(1) })).toContain('urval.plan.strata.0.urval')
    expect(fel({ urval: { plan: { ...urval.plan, population: 31 }, urval: urval.urval }, fynd: hela })).toEqual(['urval.plan.population'])
    expect(fel({ urval: { ...urval, urval: urval.urval.map((u, i) => (i ? u : { ...u, sannolikhet: 0.9 })) }, fynd: hela })).toEqual([
      'urval.urval.0.sannolikhet',
    ])
  })
})
