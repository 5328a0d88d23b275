import { lagetEfter, type Beslut } from '@atergang/arende'
import { dagarI, datum, plusDagar, utom, type Datum } from '@atergang/kalender'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Kvalitetssakring } from '../gemensamt/beslut/schema.ts'
import { dagskillnader } from '../gemensamt/dagvis.ts'
import { betaldaPerioder } from '../gemensamt/utbetalning.ts'
import { EVA, OLLE, person, SIRI, svaraSomVanligt, type Provperson } from '../prov/index.ts'
import type { Forsta14Svar } from './forsta14.ts'

/** Ten times the price base amount of 2026 at normal level: no day is ever worth more. */
const HOGSTA_DAGEN = 1259

/** What holds in every case at every moment, whatever has happened. */
function invarianter(p: Provperson, dag: Datum): void {
  const a = p.arende
  const u = a.utredning(dag)
  const sammanhang = `${dag}\n${a.trad(dag)}`
  expect(
    u.fragor.length + u.vantar.length > 0 || a.lage.avslutat !== undefined,
    `ärendet har varken fråga, väntan eller slut ${sammanhang}`,
  ).toBe(true)
  expect(lagetEfter(a.id, a.journal), 'läget är journalens summa').toEqual(a.lage)
  for (const f of u.fragor) expect(f.varforNu.length, `${f.kod} saknar skäl`).toBeGreaterThan(0)
  expect(new Set(a.lage.omprovningar.map((o) => o.beslutId)).size, 'ett beslut omprövas bara en gång').toBe(a.lage.omprovningar.length)
  const slutliga = a.lage.beslut.filter((b) => b.typ === 'slutligt')
  const dagar = slutliga.flatMap((b) => b.rader.flatMap(dagarI))
  expect(new Set(dagar).size, 'ingen dag är slutligt beslutad två gånger').toBe(dagar.length)
  for (const b of a.lage.beslut) {
    for (const r of b.utbetalning) {
      // Reckoned by working time, only working days are paid: the ceiling is on the calendar day.
      if (r.forklaring.namn === 'sjukpenningPerDag') expect(r.kronorPerDag).toBeLessThanOrEqual(HOGSTA_DAGEN)
      expect(Number.isInteger(r.kronorPerDag) && Number.isInteger(r.summa)).toBe(true)
      expect(
        utom(
          [r],
          b.rader.filter((x) => x.grad > 0),
        ),
        'bara beviljade dagar betalas',
      ).toEqual([])
      expect(r.summa, 'avdragen tar aldrig mer än raden').toBe(r.kronorPerDag * r.dagar - r.avdrag.reduce((n, x) => n + x.kronor, 0))
      expect(r.summa).toBeGreaterThanOrEqual(0)
    }
    const perDag = b.utbetalning.flatMap(betaldaPerioder).flatMap(dagarI)
    expect(new Set(perDag).size, `ingen dag står i två rader ${sammanhang}`).toBe(perDag.length)
    if (b.typ === 'slutligt' || b.utbetalning.length)
      expect(
        utanBetalning(p, b),
        `varje beviljad dag betalas, är karens eller är en dag utan arbete bland de första 14 ${sammanhang}`,
      ).toEqual([])
    for (const r of b.rader) if (r.grad < r.yrkadGrad) expect(r.avslagsskal, 'det som inte beviljas har ett skäl').toBeTruthy()
    if (b.typ === 'omprovning' && b.ersatter) {
      const forra = a.lage.beslut.find((x) => x.id === b.ersatter)!
      for (const x of dagskillnader(forra.utbetalning, b.utbetalning))
        expect(x.efter, `omprövning till nackdel ${sammanhang}`).toBeGreaterThan(x.fore)
    }
  }
  for (const b of slutliga.filter((x) => x.rader.some((r) => r.grad < r.yrkadGrad))) provatForeAvslag(p, b.nr)
}

/** Granted days that are in no row of the basis, neither paid nor karens, though nobody has answered that the person would not have worked on them. */
function utanBetalning(p: Provperson, b: Beslut): Datum[] {
  const utanArbete = new Set(
    p.arende.lage.svar
      .filter((s) => s.kod === 'forsta14')
      .flatMap((s) =>
        (s.svar as Forsta14Svar).slag === 'arbete'
          ? (s.svar as Extract<Forsta14Svar, { slag: 'arbete' }>).dagar.filter((d) => d.timmar === 0).map((d) => d.datum)
          : [],
      ),
  )
  return utom(
    b.rader.filter((r) => r.grad > 0),
    b.utbetalning,
  )
    .flatMap(dagarI)
    .filter((d) => !utanArbete.has(d))
}

/** A refusal comes after a specialist's approval and after the content was sent, both later than the judgement. */
function provatForeAvslag(p: Provperson, beslutNr: number): void {
  const j = p.arende.journal
  const beslut = j.find((h) => h.data.typ === 'beslutFattat' && h.data.beslut.nr === beslutNr)!
  const fore = j.filter((h) => h.nr < beslut.nr)
  const godkand = fore.findLast((h) => h.data.typ === 'fragaBesvarad' && h.data.svar.kod === 'kvalitetssakring')
  expect((godkand?.data as { svar: { svar: Kvalitetssakring } } | undefined)?.svar.svar.utfall, 'avslag utan kvalitetssäkring').toBe(
    'godkand',
  )
  expect(
    fore.some((h) => h.data.typ === 'kommunicerad'),
    'avslag utan kommunicering',
  ).toBe(true)
  const bedomning = fore.findLast((h) => h.data.typ === 'fragaBesvarad' && h.data.svar.kod === 'arbetsformaga')!
  expect(godkand!.nr).toBeGreaterThan(bedomning.nr)
  expect(godkand!.aktor.id).not.toBe(bedomning.aktor.id)
}

type Steg =
  | { slag: 'vanta'; dagar: number }
  | { slag: 'intyg'; langd: number; grad: 1 | 0.75 | 0.5 | 0.25; glapp: number }
  | { slag: 'ansok'; lon: boolean }
  | { slag: 'handlagg'; neka: boolean; grad: number; antaArbete: boolean }
  | { slag: 'yttra' }
  | { slag: 'omprova' }
  | { slag: 'overklaga'; vilket: number }
  | { slag: 'inkomst'; kr: number }

const steg: fc.Arbitrary<Steg> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ slag: fc.constant('vanta' as const), dagar: fc.integer({ min: 1, max: 60 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      slag: fc.constant('intyg' as const),
      langd: fc.integer({ min: 1, max: 90 }),
      grad: fc.constantFrom(1 as const, 0.75 as const, 0.5 as const, 0.25 as const),
      glapp: fc.constantFrom(0, 0, 0, 1, 5, 40, 100),
    }),
  },
  { weight: 2, arbitrary: fc.record({ slag: fc.constant('ansok' as const), lon: fc.boolean() }) },
  {
    weight: 5,
    arbitrary: fc.record({
      slag: fc.constant('handlagg' as const),
      neka: fc.boolean(),
      grad: fc.constantFrom(0, 0.25, 0.5, 1),
      antaArbete: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ slag: fc.constant('yttra' as const) }) },
  { weight: 1, arbitrary: fc.record({ slag: fc.constant('omprova' as const) }) },
  { weight: 1, arbitrary: fc.record({ slag: fc.constant('overklaga' as const), vilket: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ slag: fc.constant('inkomst' as const), kr: fc.integer({ min: 0, max: 700_000 }) }) },
)

interface Varld {
  readonly p: Provperson
  dag: Datum
  intygadTill: Datum
  intyg: { from: Datum; tom: Datum; grad: 1 | 0.75 | 0.5 | 0.25 }[]
}

function gor(v: Varld, s: Steg): void {
  const { arende } = v.p
  switch (s.slag) {
    case 'vanta':
      v.dag = plusDagar(v.dag, s.dagar)
      for (const a of arende.utredning(v.dag).automatik.filter((x) => x.dag <= v.dag))
        arende.kor(a.kommando, { id: 'system', namn: 'Återgång', roll: 'system' }, v.dag)
      return
    case 'intyg': {
      const fran = plusDagar(v.intygadTill, 1 + s.glapp)
      const tom = plusDagar(fran, s.langd)
      v.p.medIntyg({ fran, till: tom, grad: s.grad })
      v.intyg.push({ from: fran, tom, grad: s.grad })
      v.intygadTill = tom
      return
    }
    case 'ansok':
      for (const i of v.intyg.splice(0))
        v.p.ansoker({
          fran: i.from,
          till: i.tom,
          omfattning: i.grad,
          inkom: v.dag,
          ...(s.lon ? { lon: { perManad: 20_000, lonIArbetePerManad: 60_000 } } : {}),
        })
      return
    case 'handlagg':
      for (let n = 0; n < 30; n++) {
        const f = arende.fragor(v.dag).find((x) => x.roll === 'handlaggare' || x.roll === 'specialist')
        if (!f) return
        const vem = f.roll === 'specialist' ? SIRI : f.inteFor.includes('eva') ? OLLE : EVA
        const klarar = s.neka && ((f.formular as { provas?: string[] } | null)?.provas ?? []).includes('normaltForekommande')
        if (
          !svaraSomVanligt(arende, f, vem, v.dag, {
            antaArbete: s.antaArbete,
            ...(s.neka ? { grad: (r: { yrkadGrad: number }) => Math.min(s.grad, r.yrkadGrad), klararNfa: klarar } : {}),
          })
        )
          return
      }
      return
    case 'yttra':
      if (arende.lage.kommuniceringar.length)
        arende.kor({ typ: 'noteraYttrande', satt: 'muntligt', dag: v.dag, text: 'Jag klarar det inte.' }, EVA, v.dag)
      return
    case 'omprova': {
      const b = arende.lage.beslut.find((x) => x.typ === 'slutligt' && !arende.lage.omprovningar.some((o) => o.beslutId === x.id))
      if (b) arende.kor({ typ: 'begarOmprovning', data: { beslutId: b.id, inkom: v.dag, text: 'Fel.' } }, v.p.aktor, v.dag)
      return
    }
    case 'overklaga': {
      // Any decision, whatever has come of it: a writing is never refused (113 kap. 7, 10–11 §§).
      const b = arende.lage.beslut[s.vilket % Math.max(1, arende.lage.beslut.length)]
      if (b) arende.kor({ typ: 'overklaga', data: { beslutId: b.id, inkom: v.dag, text: 'Fel.' } }, v.p.aktor, v.dag)
      return
    }
    case 'inkomst':
      arende.kor(
        {
          typ: 'registreraFaktum',
          namn: 'inkomst',
          varde: { anstallning: s.kr, annat: 0 },
          kalla: { typ: 'arbetsgivare', text: 'Lönebesked' },
        },
        EVA,
        v.dag,
      )
  }
}

type Inkomst = readonly [number, number]
const start = (sysselsattning: 'anstalld' | 'arbetslos' | 'egenforetagare' | 'behovsanstalld', inkomst: Inkomst = [360_000, 0]): Varld => {
  const dag = datum('2025-02-03')
  const p = person('Anna')
    .tjanar(...inkomst)
    .som(sysselsattning)
    .sjukFran(dag)
    .medIntyg({ till: plusDagar(dag, 40) })
  return { p, dag: plusDagar(dag, 16), intygadTill: plusDagar(dag, 40), intyg: [{ from: dag, tom: plusDagar(dag, 40), grad: 1 }] }
}

describe('i vilken ordning saker än händer', () => {
  it('har varje ärende en fråga, en väntan eller ett slut; inget avslag går förbi specialist och kommunicering; ingen dag beslutas två gånger', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('anstalld' as const, 'arbetslos' as const, 'egenforetagare' as const, 'behovsanstalld' as const),
        fc.constantFrom<Inkomst>([360_000, 0], [360_000, 0], [360_000, 100_000], [60_000, 500_000]),
        fc.array(steg, { minLength: 4, maxLength: 14 }),
        (sysselsattning, inkomst, alla) => {
          const v = start(sysselsattning, inkomst)
          for (const s of alla) {
            if (v.p.arende.lage.avslutat) return
            gor(v, s)
            invarianter(v.p, v.dag)
          }
        },
      ),
      { numRuns: 300 },
    )
  }, 120_000)

  it('ger samma fakta samma frågor', () => {
    fc.assert(
      fc.property(fc.array(steg, { minLength: 3, maxLength: 8 }), (alla) => {
        const v = start('anstalld')
        for (const s of alla) if (!v.p.arende.lage.avslutat) gor(v, s)
        const om = structuredClone(v.p.arende.lage)
        const forsta = v.p.arende.utredning(v.dag)
        v.p.arende.lage = om
        expect(v.p.arende.utredning(v.dag)).toEqual(forsta)
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})
