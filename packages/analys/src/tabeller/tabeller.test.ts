import { publiceradTabell } from '@atergang/syntet/forlaga'
import { LANSNAMN } from '@atergang/syntet/land'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Datakalla } from '../datakalla.ts'
import { fonster } from '../matt/matt.ts'
import { skyddaTabeller } from '../skydd/tillampa.ts'
import { provland } from '../stod/provland.ts'
import { FIGURER, raknaAllt, raknaFigur, raknaTabell, TABELLER, type Tabellnummer, type Urval } from './alla.ts'
import { klassa } from './figurer.ts'
import type { Tabellsvar } from './svar.ts'

let k: Datakalla
beforeAll(async () => {
  k = await Datakalla.oppna(await provland(80_000))
}, 180_000)
afterAll(() => k.stang())

const rakna = async (nr: Tabellnummer, u: Urval = {}): Promise<Tabellsvar> => (await raknaTabell(k, nr, u)).svar
const cell = (t: Tabellsvar, rad: string, kolumn: string) =>
  t.rader.find((r) => r.nyckel[0] === rad)!.celler[t.kolumner.findIndex((c) => c.id === kolumn)]!
const tal = (t: Tabellsvar, rad: string, kolumn: string): number => cell(t, rad, kolumn).varde as number

describe('tabell 1', () => {
  it('har 21 län och riket, tolv kolumner, och N vid varje tal', async () => {
    const t = await rakna('1')
    expect(t.rader.map((r) => r.nyckel[0])).toEqual([...LANSNAMN, 'Riket'])
    expect(t.kolumner).toHaveLength(12)
    for (const r of t.rader) for (const c of r.celler.slice(0, 7)) expect(c.n).toBe(r.celler[2]!.varde)
    // Counts of providers and treatments are their own N.
    for (const r of t.rader) expect(r.celler[9]!.n).toBe(r.celler[8]!.varde)
    for (const r of t.rader) for (const c of r.celler) expect(c.n === null || Number.isInteger(c.n)).toBe(true)
    for (const kolumn of ['antal_anordnare', 'kbt_ipt_per_1000_inv_18_64', 'mmr_per_1000_inv_18_64'])
      expect(cell(t, 'Riket', kolumn).n).toBeGreaterThan(0)
  })

  it('stämmer med sig själv: kolumn 1 är 4 × 5 och kolumn 2 är 4 × 6 i varje län', async () => {
    const t = await rakna('1')
    for (const lan of [...LANSNAMN, 'Riket']) {
      const [c1, c2, , c4, c5, c6] = t.rader.find((r) => r.nyckel[0] === lan)!.celler.map((c) => c.varde as number)
      expect(c1).toBeCloseTo((c4! * c5!) / 1000, 6)
      expect(c2).toBeCloseTo((c4! * c6!) / 1000, 9)
    }
  })

  it('räknar riket som unika personer och summor, inte som medelvärden av län', async () => {
    const t = await rakna('1')
    const [r] = await k.rader(
      "SELECT count(DISTINCT person_id) AS n, sum(belopp) AS b FROM utbetalning WHERE forman = 'forebyggande_sjukpenning' AND fran BETWEEN '2016-01-01' AND '2019-09-30'",
    )
    expect(tal(t, 'Riket', 'fbsjp_antal_mottagare')).toBe(r!.n)
    expect(tal(t, 'Riket', 'fbsjp_belopp_per_mottagare')).toBeCloseTo(Number(r!.b) / Number(r!.n), 6)
  })

  it('ger kolumn 7 som vem som helst kan räkna den för hand', async () => {
    const t = await rakna('1')
    const rader = await k.rader(
      "SELECT person_id, forman, CAST(fran AS VARCHAR) AS fran, CAST(tom AS VARCHAR) AS tom FROM utbetalning WHERE lan = 'Västerbotten'",
    )
    const forsta = new Map<number, string>()
    for (const r of rader)
      if (
        r.forman === 'forebyggande_sjukpenning' &&
        String(r.fran) >= '2016-01-01' &&
        String(r.fran) <= '2019-09-30' &&
        String(r.fran) < (forsta.get(Number(r.person_id)) ?? '9')
      )
        forsta.set(Number(r.person_id), String(r.fran))
    const sjuka = new Set(
      rader
        .filter((r) => {
          const dag = forsta.get(Number(r.person_id))
          return (
            dag && r.forman === 'sjukpenning' && String(r.fran) < dag && String(r.tom) >= `${Number(dag.slice(0, 4)) - 3}${dag.slice(4)}`
          )
        })
        .map((r) => r.person_id),
    )
    expect(tal(t, 'Västerbotten', 'andel_tidigare_sjukpenning')).toBeCloseTo((sjuka.size / forsta.size) * 100, 9)
  })

  it('kan räknas för en annan period och för valda län', async () => {
    const t = await rakna('1', { period: fonster('2018-01-01', '2018-12-31'), omraden: ['Skåne', 'Stockholm'] })
    expect(t.rader.map((r) => r.nyckel[0])).toEqual(['Skåne', 'Stockholm', 'Alla valda län'])
    expect(t.kolumner.every((c) => c.definition.fonster === '2018')).toBe(true)
    expect(tal(t, 'Alla valda län', 'fbsjp_antal_mottagare')).toBe(
      tal(t, 'Skåne', 'fbsjp_antal_mottagare') + tal(t, 'Stockholm', 'fbsjp_antal_mottagare'),
    )
    expect(tal(t, 'Skåne', 'fbsjp_antal_mottagare')).toBeLessThan(tal(await rakna('1'), 'Skåne', 'fbsjp_antal_mottagare'))
  })

  it('säger vilket län som inte finns', async () => {
    await expect(rakna('1', { omraden: ['Norrland'] })).rejects.toThrow(/Norrland finns inte/)
  })
})

describe('tabell 2 och 9', () => {
  it('har 18 och 8 rader, N = 21 och N = 16, och samma variabel inte mot sig själv', async () => {
    const [t2, t9] = [await rakna('2'), await rakna('9')]
    expect(t2.rader).toHaveLength(18)
    expect(t2.rader.flatMap((r) => r.celler).filter((c) => c.varde !== null)).toHaveLength(70)
    // A county without a refusal in a year has no yearly change, and is not in that pair.
    for (const r of t2.rader)
      for (const c of r.celler) if (c.varde !== null) expect(c.n).toBe(r.nyckel[0]!.startsWith('Procentuell') ? c.n : 21)
    expect(t9.rader).toHaveLength(8)
    expect(new Set(t9.rader.flatMap((r) => r.celler).map((c) => c.n))).toEqual(new Set([16]))
    expect(t2.anmarkningar[0]!.text).toContain('inte personer')
  })
  it('kan räknas utan ett län', async () => {
    const utan = LANSNAMN.filter((l) => l !== 'Jämtland')
    const t = await rakna('2', { omraden: utan })
    expect(t.rader[0]!.celler[0]!.n).toBe(20)
  })
  it('har sjukpenningtalet som mått på samma rader som nettodagarna', async () => {
    const [a] = await k.rader(
      "SELECT sum(nettodagar) AS d FROM utbetalning WHERE forman IN ('sjukpenning', 'rehabiliteringspenning') AND year(fran) = 2018",
    )
    const [b] = await k.rader('SELECT sum(antal) AS n FROM befolkning WHERE ar = 2018 AND alder BETWEEN 16 AND 64')
    const tal2018 = Number(a!.d) / Number(b!.n)
    expect(tal2018).toBeGreaterThan(5)
    expect(tal2018).toBeLessThan(25)
  })
})

describe('tabell 4, 5, 6 och 11', () => {
  it('har granskningens fyra län, och andra när man ber om dem', async () => {
    expect((await rakna('5')).rader.map((r) => r.nyckel[0])).toEqual(['Blekinge', 'Gävleborg', 'Kalmar', 'Södermanland'])
    expect((await rakna('5', { omraden: LANSNAMN })).rader).toHaveLength(21)
    expect((await rakna('11')).rader.map((r) => r.nyckel[0])).toEqual(['Gävleborg', 'Södermanland', 'Blekinge', 'Kalmar', 'Dalarna'])
  })
  it('delar teamets alla personer med teamets handläggare', async () => {
    const t = await rakna('4')
    expect(tal(t, 'Blekinge', 'teamets_personer')).toBe(tal(t, 'Kalmar', 'teamets_personer'))
    expect(tal(t, 'Blekinge', 'teamets_personer')).toBeGreaterThan(tal(t, 'Blekinge', 'personer_aret') + tal(t, 'Kalmar', 'personer_aret'))
    expect(tal(t, 'Gävleborg', 'teamets_personer')).toBe(tal(t, 'Gävleborg', 'personer_aret'))
    for (const lan of ['Blekinge', 'Gävleborg'])
      expect(tal(t, lan, 'per_handlaggare')).toBeCloseTo(tal(t, lan, 'teamets_personer') / tal(t, lan, 'handlaggare'), 9)
  })
  it('har andelar som är avslag genom ansökningar', async () => {
    const t = await rakna('5', { omraden: LANSNAMN })
    for (const lan of LANSNAMN) {
      const n = tal(t, lan, 'planer')
      if (n > 0) expect(tal(t, lan, 'andel_planavslag')).toBeCloseTo(tal(t, lan, 'planavslag') / n, 9)
    }
  })
})

describe('figur A', () => {
  it('ger ur den tryckta tabell 1 de klasser som X24 räknar fram', () => {
    const kol = (n: string) => new Map(publiceradTabell('1').map((r) => [r.lan!, Number(r[n])]))
    const klass = klassa(kol('fbsjp_belopp_per_inv_18_64'), kol('apr_belopp_per_inv_18_64'))
    const de = (niva: string) =>
      [...klass]
        .filter(([, v]) => v === niva)
        .map(([l]) => l)
        .sort((a, b) => a.localeCompare(b, 'sv'))
    expect(de('hög')).toEqual(['Blekinge', 'Gävleborg', 'Jämtland', 'Värmland', 'Västerbotten'])
    expect(de('medelhög')).toEqual(['Dalarna', 'Kronoberg', 'Norrbotten', 'Skåne', 'Västernorrland', 'Västmanland', 'Örebro'])
    expect(de('låg')).toHaveLength(9)
  })
  it('kan vägas med befolkningen', async () => {
    const [a, b] = [(await raknaFigur(k, 'A')).svar, (await raknaFigur(k, 'A', { genomsnitt: 'befolkning' })).svar]
    expect(b.anmarkningar[0]!.text).toContain('vägt med befolkningen')
    expect(a.anmarkningar[0]!.text).toContain('ovägt')
    expect(b.rader).toHaveLength(21)
  })
})

describe('figurerna', () => {
  it('har i figur 1 en kolumn för varje år, och FBSJP-dagarna som del av alla', async () => {
    const { svar } = await raknaFigur(k, '1')
    expect(svar.kolumner.map((c) => c.rubrik)).toEqual(Array.from({ length: 11 }, (_, i) => String(2010 + i)))
    for (const r of svar.rader) for (const c of r.celler) if (typeof c.varde === 'number') expect(c.varde).toBeLessThan(15)
  })
  it('har i figur 3 klasser som blir hundra procent av dem med en period före', async () => {
    const { svar } = await raknaFigur(k, '3', { omraden: LANSNAMN })
    for (const r of svar.rader) if ((r.celler[0]!.n ?? 0) > 0) expect(r.celler.reduce((s, c) => s + Number(c.varde), 0)).toBeCloseTo(100, 6)
  })
})

describe('alla tabeller', () => {
  it('har rubrik, källa och för varje kolumn population, fönster, täljare, enhet och källa', async () => {
    const { tabeller } = await raknaAllt(k, {}, true)
    expect(tabeller.map((t) => t.id)).toEqual([...TABELLER.map((n) => `tabell${n}`), ...FIGURER.map((n) => `figur${n}`)])
    for (const t of tabeller) {
      expect(t.kalla).toMatch(/rapport 004/)
      expect(t.rader.length, t.id).toBeGreaterThan(0)
      for (const c of t.kolumner)
        for (const [falt, v] of Object.entries(c.definition)) if (falt !== 'namnare') expect(v, `${t.id} ${c.id} ${falt}`).toBeTruthy()
    }
  })

  it('nämner trycket där det säger emot sig självt', async () => {
    const { tabeller } = await raknaAllt(k, {}, true)
    const finns = new Set(tabeller.flatMap((t) => t.anmarkningar.map((a) => a.id)))
    for (const x of ['X02', 'X03', 'X04', 'X05', 'X06', 'X10', 'X11', 'X12', 'X13', 'X14']) expect(finns).toContain(x)
  })
})

describe('små tal i tabellerna', () => {
  let skyddade: Awaited<ReturnType<typeof raknaAllt>>
  let sanna: readonly Tabellsvar[]
  beforeAll(async () => {
    skyddade = await raknaAllt(k, {}, false)
    sanna = (await raknaAllt(k, {}, true)).tabeller
  }, 120_000)
  const dolda = (t: Tabellsvar) =>
    t.rader.flatMap((r) => r.celler.flatMap((c, j) => (c.dold ? [`${r.nyckel[0]}|${t.kolumner[j]!.id}`] : [])))

  it('döljs i varje kolumn som skulle röja dem, och samma tal i alla tabeller', () => {
    const { tabeller, logg } = skyddade
    const t1 = tabeller[0]!
    let provade = 0
    for (const rad of t1.rader) {
      const i = sanna[0]!.rader.find((r) => r.nyckel[0] === rad.nyckel[0])!
      if (Number(i.celler[2]!.varde) >= 5) continue
      provade++
      for (const j of [0, 1, 2, 3, 4, 5, 6]) expect(rad.celler[j]!.varde, `${rad.nyckel[0]} ${j}`).toBeNull()
    }
    expect(provade).toBeGreaterThan(0)
    const fa = tabeller.find((t) => t.id === 'figurA')!
    for (const lan of LANSNAMN)
      expect(cell(fa, lan, 'fbsjp_belopp_per_inv_18_64').dold).toBe(cell(t1, lan, 'fbsjp_belopp_per_inv_18_64').dold)
    const t4 = tabeller.find((t) => t.id === 'tabell4')!
    for (const lan of t4.rader.map((r) => r.nyckel[0]!))
      expect(cell(t4, lan, 'unika_personer').dold).toBe(cell(t1, lan, 'fbsjp_antal_mottagare').dold)
    expect(logg).toHaveLength(tabeller.reduce((s, t) => s + dolda(t).length, 0))
  })

  it('lämnar varje tal som visas orört, och riket med', () => {
    const { tabeller } = skyddade
    tabeller.forEach((t, i) =>
      t.rader.forEach((r, x) =>
        r.celler.forEach((c, y) => {
          if (!c.dold) expect(c).toEqual(sanna[i]!.rader[x]!.celler[y]!)
        }),
      ),
    )
    expect(cell(tabeller[0]!, 'Riket', 'fbsjp_antal_mottagare').dold).toBeUndefined()
  })

  it('kan inte räknas fram ur riket: aldrig ett enda dolt län, och aldrig så få att summan röjer dem', () => {
    const { tabeller } = skyddade
    for (const [ti, t] of tabeller.entries()) {
      if (!t.rader.at(-1)!.summa) continue
      t.kolumner.forEach((kol, j) => {
        if (kol.enhet !== 'personer' || t.rader.at(-1)!.celler[j]!.dold) return
        const gomda = t.rader
          .slice(0, -1)
          .flatMap((r, x) => (r.celler[j]!.dold ? [{ slag: r.celler[j]!.dold!, n: Number(sanna[ti]!.rader[x]!.celler[j]!.varde) }] : []))
        if (gomda.length === 0) return
        const summa = gomda.reduce((s, g) => s + g.n, 0)
        const [golv, tak] = [
          gomda.reduce((s, g) => s + (g.slag === 'liten' ? 0 : 5), 0),
          gomda.reduce((s, g) => s + (g.slag === 'liten' ? 4 : 1e9), 0),
        ]
        for (const g of gomda) {
          const [a, b] = g.slag === 'liten' ? [0, 4] : [5, 1e9]
          const minst = Math.max(a, summa - (tak - b))
          const hogst = Math.min(b, summa - (golv - a))
          expect(hogst - minst, `${t.id} ${kol.id}`).toBeGreaterThanOrEqual(3)
        }
      })
    }
  })

  it('döljs lika när bara några län visas, och summan av dem bara när inget av dem är dolt', async () => {
    const hela = skyddaTabeller([await raknaTabell(k, '1', {})]).tabeller[0]!
    const litet = hela.rader.find((r) => r.celler[2]!.dold)!.nyckel[0]!
    const del = skyddaTabeller([await raknaTabell(k, '1', { omraden: [litet, 'Stockholm'] })]).tabeller[0]!
    expect(cell(del, litet, 'fbsjp_antal_mottagare').dold).toBe(cell(hela, litet, 'fbsjp_antal_mottagare').dold)
    expect(cell(del, 'Alla valda län', 'fbsjp_antal_mottagare').dold).toBeTruthy()
  })
})

describe('val som inte gäller', () => {
  it('sägs i stället för att tigas ihjäl', async () => {
    await expect(raknaTabell(k, '3', { period: fonster('2018-01-01', '2018-12-31') })).rejects.toMatchObject({ falt: [{ falt: 'period' }] })
    await expect(raknaFigur(k, 'A', { omraden: ['Skåne'] })).rejects.toMatchObject({ falt: [{ falt: 'omrade' }] })
  })
  it('noll för en period utan data får en anmärkning, en period med data ingen', async () => {
    const utanfor = await rakna('1', { period: fonster('2030-01-01', '2030-12-31') })
    expect(utanfor.anmarkningar.filter((a) => a.id === 'data').map((a) => a.text)).toContainEqual(
      expect.stringMatching(/^Registret utbetalning har uppgifter för 2010-01-01–2020-12-\d\d; 2030 ligger/),
    )
    expect((await rakna('1')).anmarkningar.filter((a) => a.id === 'data')).toEqual([])
    expect((await rakna('2')).anmarkningar.filter((a) => a.id === 'data')).toEqual([])
  })
})

describe('när ett register saknas', () => {
  it('säger tabellen vilket', async () => {
    const utan = new Datakalla(
      { rader: (sql) => k.rader(sql), stang: () => undefined },
      { ...k.manifest, register: Object.fromEntries(Object.entries(k.manifest.register).filter(([n]) => n !== 'lansserie')) },
    )
    await expect(raknaTabell(utan, '1')).rejects.toThrow(/lansserie finns inte/)
  })
})
