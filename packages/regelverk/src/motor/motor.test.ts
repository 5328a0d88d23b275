import { dagnummer, datum, datumFranDagnummer, type Datum } from '@atergang/kalender'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Regel } from '../definition.ts'
import { brytdagar } from '../epok.ts'
import { underliggande } from '../genomgang.ts'
import { forklara } from '../forklara.ts'
import { forklaraPeriod } from '../forklaraPeriod.ts'
import { SLUMPDAGAR, slumpbestand, slumpregel, slumptal, STORSTA_TAL, storregel } from '../prov/index.ts'
import { kalenderdag, kalenderdagAvInkomst, regler } from '../regler/index.ts'
import { heltal, TalRymsInte, type Tal } from '../tal.ts'
import { Tabell, type Bestand, type Kolumnval } from './bestand.ts'
import { kor } from './kor.ts'
import { lagringI } from './minne.ts'
import { korPeriod } from './period.ts'
import { summera, svarPa, type Utfall } from './utfall.ts'

const somText = (v: Tal | boolean | null): string => (v === null ? 'okänt' : typeof v === 'boolean' ? `${v}` : `${v.t}/${v.n}`)

/** A value that no machine number holds is refused by all alike; the rest of the rows then have no say. */
const ellerForStort = <T>(f: () => T): T | 'för stort' => {
  try {
    return f()
  } catch (fel) {
    if (fel instanceof TalRymsInte || (fel instanceof RangeError && fel.message === 'TalRymsInte')) return 'för stort'
    throw fel
  }
}

const allaSvar = (u: Utfall): string[] => Array.from({ length: u.antal }, (_, i) => somText(svarPa(u, i)))

function somTabell(b: Bestand): Tabell {
  const val: Record<string, Kolumnval> = Object.fromEntries(
    Object.entries(b.kolumner).map(([namn, k]) => [
      namn,
      { lagring: lagringI(k.data), skala: k.skala ?? 1, nullbar: k.saknas !== undefined },
    ]),
  )
  const t = new Tabell(b.antal, val, b.fasta)
  for (const [namn, k] of Object.entries(b.kolumner)) {
    t.kolumn(namn).set(k.data)
    if (k.saknas) t.saknas(namn).set(k.saknas)
  }
  return t
}

function jamfor(r: Regel, fro: number, dag: Datum, antal: number): void {
  const b = slumpbestand(r, fro, antal)
  const facit = ellerForStort(() => b.rader.map((f) => somText(forklara(r, f, dag).varde)))
  for (const motor of ['js', 'wasm'] as const) {
    for (const bestand of [b, somTabell(b)]) {
      const svar = ellerForStort(() => allaSvar(kor(r, bestand, { datum: dag, motor })))
      if (facit === 'för stort' || svar === 'för stort') expect(svar).toBe(facit)
      else
        svar.forEach(
          (s, i) =>
            s === facit[i] ||
            expect.fail(`rad ${i} med ${motor}: ${s}, men förklaringen säger ${facit[i]}; fakta ${JSON.stringify(b.rader[i])}`),
        )
    }
  }
}

describe('en definition, flera motorer', () => {
  it('svarar lika på slumpade regler, med och utan okända uppgifter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1_000_000), { minLength: 4, maxLength: 140 }),
        fc.nat(),
        fc.constantFrom(...SLUMPDAGAR),
        (val, fro, dag) => jamfor(slumpregel(val), fro, dag, 37),
      ),
      { numRuns: 1500 },
    )
  })

  it.each(regler.map((r) => [r.namn, r] as const))('svarar lika på %s i alla tider', (_, r) => {
    const dagar = ['2005-01-01', '2027-06-01', ...brytdagar(r)].map(datum)
    dagar.forEach((dag, i) => jamfor(r, i, dag, 203))
  })
})

describe('en period räknas per del, inte dag för dag', () => {
  const r = kalenderdagAvInkomst.sjukpenningPerDag
  it('ger summan av dagarna, också över byte av lag och av nivå', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 }), (fro, langd, forskjutning) => {
        const forsta = dagnummer(datum('2021-06-01')) + forskjutning
        const slump = slumptal(fro)
        const antal = 9
        const kolumner = {
          inkomstAnstallning: { data: Int32Array.from({ length: antal }, () => Math.floor(slump() * 700_000)) },
          arbetslos: { data: Uint8Array.from({ length: antal }, () => Math.floor(slump() * 2)) },
          omfattning: {
            data: Uint8Array.from({ length: antal }, () => 1 + Math.floor(slump() * 4)),
            skala: 4,
            saknas: Uint8Array.from({ length: antal }, () => Math.floor(slump() * 1.2)),
          },
          from: { data: Int32Array.from({ length: antal }, () => forsta - Math.floor(slump() * 40)) },
          tom: { data: Int32Array.from({ length: antal }, () => forsta + Math.floor(slump() * langd)) },
          byte: { data: Int32Array.from({ length: antal }, () => forsta - 60 + Math.floor(slump() * (langd + 120))) },
        }
        const b = { antal, kolumner, fasta: { inkomstAnnat: 0 } }
        const facit = Array.from({ length: antal }, (_, i) => {
          let summa: number | null = 0
          for (let d = kolumner.from.data[i]!; d <= kolumner.tom.data[i]!; d++) {
            const fakta = {
              inkomstAnstallning: kolumner.inkomstAnstallning.data[i]!,
              inkomstAnnat: 0,
              arbetslos: kolumner.arbetslos.data[i] === 1,
              fortsattningsniva: d >= kolumner.byte.data[i]!,
              ...(kolumner.omfattning.saknas[i] ? {} : { omfattning: { t: kolumner.omfattning.data[i]!, n: 4 } }),
            }
            const v = forklara(r, fakta, datumFranDagnummer(d)).varde as Tal | null
            summa = summa === null || v === null ? null : summa + v.t
          }
          return summa === null ? 'okänt' : `${summa}/1`
        })
        for (const motor of ['js', 'wasm'] as const) {
          const val = { period: { from: 'from', tom: 'tom' }, franDag: { fortsattningsniva: 'byte' }, motor } as const
          expect(allaSvar(korPeriod(r, b, val))).toEqual(facit)
          expect(allaSvar(korPeriod(r, somTabell(b), val))).toEqual(facit)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('visar delarna för en person: dagar gånger dagbelopp, var för sig', () => {
    const fakta = { inkomstAnstallning: 588_000, inkomstAnnat: 0, arbetslos: false, omfattning: 1, fortsattningsniva: false }
    const svar = forklaraPeriod(r, [
      { from: datum('2025-12-20'), tom: datum('2026-01-10'), fakta },
      { from: datum('2026-01-11'), tom: datum('2026-01-31'), fakta: { ...fakta, fortsattningsniva: true } },
    ])
    expect(svar.delar.map((d) => [d.from, d.tom, d.dagar, heltal(d.svar.varde as Tal)])).toEqual([
      ['2025-12-20', '2025-12-31', 12, 1250],
      ['2026-01-01', '2026-01-10', 10, 1250],
      ['2026-01-11', '2026-01-31', 21, 1172],
    ])
    expect(svar.forklaring.rakning).toBe('12 dagar × 1\u00a0250 + 10 dagar × 1\u00a0250 + 21 dagar × 1\u00a0172 = 52\u00a0112 kr')
  })
})

describe('rader med var sin dag', () => {
  it.each(regler.map((r) => [r.namn, r] as const))('%s följer lagen på radens dag', (_, r) => {
    const b = slumpbestand(r, 11, 300)
    const slump = slumptal(5)
    const [forsta, sista] = [dagnummer(datum('2008-01-01')), dagnummer(datum('2033-01-01'))]
    const dagar = Int32Array.from({ length: b.antal }, () => forsta + Math.floor(slump() * (sista - forsta)))
    const facit = b.rader.map((f, i) => somText(forklara(r, f, datumFranDagnummer(dagar[i]!)).varde))
    for (const motor of ['js', 'wasm'] as const) {
      const bestand = { ...b, kolumner: { ...b.kolumner, dag: { data: dagar } } }
      expect(allaSvar(kor(r, bestand, { datum: { kolumn: 'dag' }, motor }))).toEqual(facit)
      expect(allaSvar(kor(r, somTabell(bestand), { datum: { kolumn: 'dag' }, motor }))).toEqual(facit)
    }
  })
})

describe('en kolumn som inte duger', () => {
  const hela = {
    sgi: { data: Int32Array.of(1, 2) },
    fortsattningsniva: { data: Uint8Array.of(0, 1) },
    arbetslos: { data: Uint8Array.of(0, 0) },
    omfattning: { data: Uint8Array.of(4, 4), skala: 4 },
  }
  const korMed =
    (kolumner: Bestand['kolumner'], fasta: Bestand['fasta'] = {}, dag: Parameters<typeof kor>[2]['datum'] = datum('2026-01-01')) =>
    () =>
      kor(kalenderdag.sjukpenningPerDag, { antal: 2, kolumner: { ...hela, ...kolumner }, fasta }, { datum: dag })
  it.each([
    ['har för få rader', korMed({ sgi: { data: Int32Array.of(1) } }), 'Kolumnen ”sgi”: har färre rader än beståndets 2.'],
    ['har brutna tal', korMed({ sgi: { data: Float64Array.of(1, 1.5) } }), 'rad 2 är inget heltal'],
    [
      'har inget tal där det saknas',
      korMed({ sgi: { data: Float64Array.of(1, NaN), saknas: Uint8Array.of(0, 1) } }),
      'rad 2 saknar värde; sätt den till 0.',
    ],
    ['har en skala som inte går', korMed({ omfattning: { data: Uint8Array.of(4, 4), skala: 0.25 } }), 'skalan ska vara ett heltal'],
    ['är ett fast tal i stället för ja eller nej', korMed({}, { arbetslos: 1 }), 'värdet ska vara ja eller nej'],
    ['är en dag som inte finns', korMed({}, {}, { kolumn: 'dag' }), 'Kolumnen ”dag”: finns inte'],
    ['är en dag i fel slag av kolumn', korMed({ dag: { data: Float64Array.of(1, 2) } }, {}, { kolumn: 'dag' }), 'Int32Array av dagnummer'],
  ])('%s', (_, gor, text) => {
    expect(gor).toThrow(text)
  })
  it('säger vilken uppgift som både är kolumn och byter värde', () => {
    const b = { antal: 2, kolumner: { ...hela, byte: { data: Int32Array.of(0, 0) } } }
    expect(() =>
      korPeriod(kalenderdag.sjukpenningPerDag, b, {
        period: { from: datum('2026-01-01'), tom: datum('2026-01-31') },
        franDag: { fortsattningsniva: 'byte' },
      }),
    ).toThrow('ges både som kolumn och som uppgift')
  })
})

describe('summan av alla rader', () => {
  it('är exakt och säger hur många som inte är kända', () => {
    const b = {
      antal: 4,
      kolumner: { sgi: { data: Int32Array.of(588_000, 73_000, 1, 1), saknas: Uint8Array.of(0, 0, 1, 0) } },
      fasta: { fortsattningsniva: true, arbetslos: false, omfattning: 1 },
    }
    expect(summera(kor(kalenderdag.sjukpenningPerDag, b, { datum: datum('2026-01-01') }))).toEqual({
      summa: { t: 1172 + 146, n: 1 },
      okanda: 1,
    })
    expect(summera(kor(kalenderdag.helDag, b, { datum: datum('2026-01-01') })).summa).toEqual(
      forklara(kalenderdag.helDag, { sgi: 661_001, fortsattningsniva: true }, datum('2026-01-01')).varde,
    )
  })
})

describe('många regler', () => {
  it('delas i slingor som tillsammans svarar som förklaringen', () => {
    const r = storregel(700)
    const slump = slumptal(4)
    const uppgifter = underliggande(r).indata.map((u) => u.namn)
    const b = {
      antal: 60,
      kolumner: Object.fromEntries(
        uppgifter.map((n, i) => [
          n,
          {
            data: Int32Array.from({ length: 60 }, () => Math.floor(slump() * STORSTA_TAL)),
            ...(i === 0 ? { saknas: Uint8Array.from({ length: 60 }, (_, j) => (j % 7 === 0 ? 1 : 0)) } : {}),
          },
        ]),
      ),
    }
    const rad = (i: number) =>
      Object.fromEntries(
        uppgifter.flatMap((n) => ('saknas' in b.kolumner[n]! && b.kolumner[n].saknas![i] ? [] : [[n, b.kolumner[n]!.data[i]!]])),
      )
    const facit = Array.from({ length: b.antal }, (_, i) => somText(forklara(r, rad(i), datum('2026-01-01')).varde))
    expect(new Set(facit).size).toBeGreaterThan(40)
    for (const motor of ['js', 'wasm'] as const) {
      expect(allaSvar(kor(r, b, { datum: datum('2026-01-01'), motor }))).toEqual(facit)
      expect(allaSvar(kor(r, somTabell(b), { datum: datum('2026-01-01'), motor }))).toEqual(facit)
    }
  })
})
