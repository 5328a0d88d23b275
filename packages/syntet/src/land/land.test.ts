import { describe, expect, it } from 'vitest'
import { EFFEKTER } from './effekter.ts'
import { aretFor, dagen, manadenFor } from './tid.ts'
import { HELA_LANDET, land, OgiltigtLandval, SAKNAS, type Registerbit } from './index.ts'
import { langd, overlever, PUBLICERADE_LANGDER, DIAGNOSKODER } from './langd.ts'

type Rad = Record<string, number | string>

/** All rows of some registers, codes as words. */
function rader(bitar: Iterable<Registerbit>, register: string): Rad[] {
  const ut: Rad[] = []
  for (const b of bitar) {
    if (b.register !== register) continue
    for (let i = 0; i < b.antal; i++) {
      ut.push(
        Object.fromEntries(
          Object.entries(b.kolumner).map(([n, k]) => {
            const v = b.varden[n]![i]!
            return [n, k.typ === 'kod' && v !== SAKNAS ? k.koder[v as number]! : v]
          }),
        ),
      )
    }
  }
  return ut
}
const allt = (personer: number, fro: string | number, del?: number): Registerbit[] =>
  [...land({ fro, personer, fran: 2010, till: 2020 }).delar(del)].flatMap((d) => d.bitar)
const stort = allt(60_000, 'prov')

describe('det påhittade landet', () => {
  it('är detsamma för samma frö, hur det än delas upp, och ett annat för ett annat frö', () => {
    const namn = [
      'person',
      'sjukfall',
      'utbetalning',
      'beslut',
      'behandlingsplan',
      'apr_bidrag',
      'befolkning',
      'lansserie',
      'enkat_svar',
      'handlaggare',
    ]
    const [a, b, c] = [allt(3000, 'a'), allt(3000, 'a', 70), allt(3000, 'b')]
    for (const n of namn) expect(rader(b, n), n).toEqual(rader(a, n))
    expect(rader(c, 'sjukfall')).not.toEqual(rader(a, 'sjukfall'))
  })

  it('har samma liv för samma person hur många de andra än är', () => {
    const [litet, storre] = [rader(allt(2000, 'a'), 'person'), rader(allt(4000, 'a'), 'person').slice(0, 2000)]
    const liv = (r: Rad[]): Rad[] =>
      r.map((p) => ({ person_id: p.person_id!, kon: p.kon!, fodelsear: p.fodelsear!, lan: p.lan!, sysselsattning: p.sysselsattning! }))
    expect(liv(storre)).toEqual(liv(litet))
  })

  it('har människor i länen i de andelar som tabell 1 ger, så nära det går', () => {
    const p = rader(stort, 'person')
    const i = (lan: string) => p.filter((x) => x.lan === lan && Number(x.fodelsear) >= 2019 - 64 && Number(x.fodelsear) <= 2019 - 18).length
    expect(Math.abs(i('Stockholm') - (1_476_545 / HELA_LANDET) * 60_000)).toBeLessThan(5)
    expect(Math.abs(i('Gotland') - (33_488 / HELA_LANDET) * 60_000)).toBeLessThan(5)
    expect(new Set(p.map((x) => x.lan)).size).toBe(21)
  })

  it('räknar befolkningen som personerna är', () => {
    const folk = rader(stort, 'befolkning').filter((b) => b.ar === 2019)
    expect(folk.reduce((s, b) => s + Number(b.antal), 0)).toBe(rader(stort, 'person').filter((p) => Number(p.fodelsear) <= 2019).length)
  })

  it('har aldrig två sjukfall samtidigt, och alla är över 14 dagar när de inte bryts av en behandling', () => {
    const per = new Map<number, Rad[]>()
    for (const f of rader(stort, 'sjukfall')) per.set(Number(f.person_id), [...(per.get(Number(f.person_id)) ?? []), f])
    const fel = [...per.values()].flatMap((fall) => {
      const ordnade = [...fall].sort((a, b) => Number(a.fran) - Number(b.fran))
      return ordnade.filter(
        (f, i) => (f.tom !== SAKNAS && Number(f.tom) - Number(f.fran) < 14) || (i > 0 && Number(f.fran) <= Number(ordnade[i - 1]!.tom)),
      )
    })
    expect(fel).toEqual([])
    expect(per.size).toBeGreaterThan(10_000)
  })

  it('betalar aldrig två gånger för samma dag i ett sjukfall, aldrig fler nettodagar än dagar, och inget när beslutet var nej', () => {
    const nekade = new Set(
      rader(stort, 'beslut')
        .filter((b) => b.slag === 'sjukpenning_forsta' && b.utfall === 'avslag')
        .map((b) => b.arende_id),
    )
    const sedda = new Map<string, number>()
    const fel = rader(stort, 'utbetalning').filter((u) => {
      const nyckel = `${u.person_id}/${u.arende_id}/${u.forman === 'forebyggande_sjukpenning'}`
      const igen = Number(u.fran) <= (sedda.get(nyckel) ?? 0)
      sedda.set(nyckel, Number(u.tom))
      return (
        igen ||
        Number(u.nettodagar) / 100 > Number(u.tom) - Number(u.fran) + 1 ||
        Number(u.belopp) < 0 ||
        (u.forman !== 'forebyggande_sjukpenning' && nekade.has(u.arende_id!))
      )
    })
    expect(fel).toEqual([])
    expect(sedda.size).toBeGreaterThan(10_000)
  })

  it('ger högst 10 000 kronor i stöd för en anställd ett år', () => {
    const per = new Map<string, number>()
    for (const b of rader(stort, 'apr_bidrag')) {
      if (b.person_id === SAKNAS) continue
      const nyckel = `${b.person_id}/${aretFor(Number(b.beslutad))}`
      per.set(nyckel, (per.get(nyckel) ?? 0) + Number(b.belopp))
    }
    expect(per.size).toBeGreaterThan(30)
    expect(Math.max(...per.values())).toBeLessThanOrEqual(10_000)
  })

  it('har enkätens mottagare och svarande som i tabell 10, och 21 områden som svarat', () => {
    const m = rader(stort, 'enkat_mottagare')
    const antal = (vo: string) => [
      m.filter((x) => x.verksamhetsomrade === vo).length,
      m.filter((x) => x.verksamhetsomrade === vo && x.besvarad !== SAKNAS).length,
    ]
    expect(['Nord', 'Syd', 'Väst', 'Mitt', 'Stockholm'].map(antal)).toEqual([
      [8, 7],
      [13, 12],
      [6, 6],
      [12, 9],
      [6, 4],
    ])
    expect(new Set(m.filter((x) => x.besvarad !== SAKNAS).map((x) => x.sf_omrade)).size).toBe(21)
  })

  it('säger ifrån om det inte kan bli så stort eller så gammalt', () => {
    for (const val of [
      { fro: 1, personer: 999, fran: 2010, till: 2020 },
      { fro: 1, personer: HELA_LANDET + 1, fran: 2010, till: 2020 },
      { fro: 1, personer: 5000, fran: 2020, till: 2010 },
    ])
      expect(() => land(val)).toThrow(OgiltigtLandval)
  })

  it('kan gälla vilka år som helst', () => {
    const bitar = [...land({ fro: 1, personer: 3000, fran: 2022, till: 2023 }).delar()].flatMap((d) => d.bitar)
    const u = rader(bitar, 'utbetalning')
    expect(u.length).toBeGreaterThan(100)
    for (const x of u) expect(Number(x.fran) >= dagen('2022-01-01') && Number(x.tom) <= dagen('2023-12-31')).toBe(true)
  })
})

describe('det som planterats', () => {
  const { facit } = land({ fro: 'prov', personer: 1000, fran: 2010, till: 2020 })
  const effekt = (id: string) => facit.effekter.find((e) => e.id === id)!

  it('står i facit med storlek, grupp och var utfallet finns', () => {
    for (const id of ['informationsinsats', 'behandling', 'apr', 'reform', 'storlek', 'brev', 'nekande', 'lansniva']) {
      expect(effekt(id).utfall).not.toBe('')
      expect(effekt(id).register.length).toBeGreaterThan(0)
    }
    expect(effekt('informationsinsats').grupp.split(', ')).toHaveLength(EFFEKTER.informationsinsats.antalLan)
  })

  it('syns i den kurs som följts: färre sjukdagar med än utan, och samma liv i övrigt', () => {
    const f = rader(allt(150_000, 'behandling'), 'facit_behandling')
    const medel = (k: string) => f.reduce((s, r) => s + Number(r[k]), 0) / f.length
    expect(f.length).toBeGreaterThan(250)
    expect(medel('dagar_24_med')).toBeLessThan(medel('dagar_24_utan'))
    const lika = f.filter((r) => r.dagar_24_med === r.dagar_24_utan).length
    expect(lika / f.length).toBeGreaterThan(0.5)
    for (const r of f)
      if (['lakarvard', 'arbetsterapi', 'annat'].includes(String(r.behandling))) expect(r.dagar_24_med).toBe(r.dagar_24_utan)
  })

  it('syns i planer som kommer i tid: fler där brevet är infört', () => {
    const fran = effekt('brev').sant.infort as Record<string, string>
    const f = rader(stort, 'sjukfall').filter((x) => x.plan_begard !== SAKNAS)
    const iTid = (x: Rad) => x.plan_inkom !== SAKNAS && Number(x.plan_inkom) - Number(x.plan_begard) <= 30
    const andel = (l: Rad[]) => l.filter(iTid).length / l.length
    // Over time plans come in time oftener anyway: the areas are compared within each month of the roll-out.
    const manader = [...new Set(f.map((x) => manadenFor(Number(x.plan_begard))))]
    let [vikt, summa] = [0, 0]
    for (const m of manader) {
      const i = f.filter((x) => manadenFor(Number(x.plan_begard)) === m)
      const med = i.filter((x) => Number(x.plan_begard) >= dagen(fran[String(x.sf_omrade)]!))
      const utan = i.filter((x) => !med.includes(x))
      if (med.length === 0 || utan.length === 0) continue
      const v = 1 / (1 / med.length + 1 / utan.length)
      vikt += v
      summa += v * (andel(med) - andel(utan))
    }
    const areaspridning = EFFEKTER.brev.spridningOmrade / 2
    expect(Math.abs(summa / vikt - EFFEKTER.brev.andelsenheter)).toBeLessThan(3 * Math.sqrt(0.25 / vikt + areaspridning ** 2))
    expect(summa / vikt).toBeGreaterThan(0.02)
  })
})

describe('sjukfallens längd', () => {
  it('är den publicerade kurvans, fram och tillbaka', () => {
    for (const kod of ['F321', 'F438A', 'M545', 'S826', 'I219']) {
      const d = DIAGNOSKODER.indexOf(kod)
      for (const kvar of [0.99, 0.7, 0.5, 0.3, 0.12, 0.03]) {
        const dagar = langd(d, kvar)
        expect(overlever(d, dagar)).toBeGreaterThanOrEqual(kvar - 1e-9)
        expect(overlever(d, dagar + 1)).toBeLessThanOrEqual(kvar + 1e-9)
      }
    }
  })
  it('har de publicerade andelarna i varje klass', () => {
    const granser = [15, 30, 90, 180, 365]
    for (const [grupp, kod] of [
      ['F32', 'F321'],
      ['F43', 'F438A'],
      ['M54', 'M545'],
      ['S82', 'S826'],
    ] as const) {
      const d = DIAGNOSKODER.indexOf(kod)
      const summa = PUBLICERADE_LANGDER[grupp].reduce((a, b) => a + b, 0)
      granser.forEach((g, i) =>
        expect(overlever(d, g) - (granser[i + 1] ? overlever(d, granser[i + 1]!) : 0)).toBeCloseTo(
          PUBLICERADE_LANGDER[grupp][i]! / summa,
          9,
        ),
      )
    }
  })
})
