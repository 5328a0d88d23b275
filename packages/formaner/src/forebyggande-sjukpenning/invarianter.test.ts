import { lagetEfter, type Beslut } from '@atergang/arende'
import { datum, plusDagar, type Datum } from '@atergang/kalender'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dagskillnader } from '../gemensamt/dagvis.ts'
import type { Kvalitetssakring } from '../gemensamt/beslut/schema.ts'
import { EVA, FARAH, OLLE, plan, SIRI, SYSTEM, vanligtPlansvar, type Plansvar, type Provplan } from '../prov/index.ts'
import { forebyggandepost } from './post.ts'
import { forebyggandevy } from './vy/index.ts'
import { minForebyggande } from './vy/minasidor.ts'

/** A day is never worth more than this: 10 price base amounts of 2026 reckoned by working time, twelve hours of a yearly 1 980. */
const HOGSTA_DAGEN = Math.ceil(((10 * 59_200 * 0.97 * 0.8) / 1980) * 12)

const negativt = (b: Beslut): boolean => b.typ === 'slutligt' && (b.utfall === 'avslag' || b.utfall === 'delvisAvslag')

/** What holds in every case at every moment, whatever has happened. */
function invarianter(p: Provplan, dag: Datum): void {
  const a = p.arende
  const u = a.utredning(dag)
  const sammanhang = `${dag}\n${a.trad(dag)}`
  expect(
    u.fragor.length + u.vantar.length > 0 || a.lage.avslutat !== undefined,
    `ärendet har varken fråga, väntan eller slut ${sammanhang}`,
  ).toBe(true)
  expect(lagetEfter(a.id, a.journal), 'läget är journalens summa').toEqual(a.lage)
  for (const f of u.fragor) expect(f.varforNu.length, `${f.kod} saknar skäl`).toBeGreaterThan(0)
  expect(new Set(u.fragor.map((f) => f.nyckel)).size, `samma fråga ställs två gånger ${sammanhang}`).toBe(u.fragor.length)
  expect(u.nastaDatum === null || u.nastaDatum > dag).toBe(true)
  const galler = a.lage.beslut.filter((b) => !a.lage.beslut.some((x) => x.ersatter === b.id))
  const betalda = galler.flatMap((b) => b.utbetalning.map((r) => r.from))
  expect(new Set(betalda).size, `ingen dag betalas två gånger ${sammanhang}`).toBe(betalda.length)
  for (const b of a.lage.beslut) {
    const steg1 = b.avser?.startsWith('plan:') ?? false
    if (steg1) expect([b.rader, b.utbetalning], 'ett beslut om planen har inga dagar och inga belopp').toEqual([[], []])
    for (const r of b.rader) {
      expect(r.from, 'varje dag avgörs för sig').toBe(r.tom)
      expect([0, 0.25, 0.5, 0.75, 1]).toContain(r.grad)
      expect(r.grad).toBeLessThanOrEqual(r.yrkadGrad)
      if (r.grad < r.yrkadGrad) expect(r.avslagsskal, 'det som inte beviljas har ett skäl').toBeTruthy()
    }
    for (const r of b.utbetalning) {
      expect(Number.isInteger(r.kronorPerDag) && Number.isInteger(r.summa) && r.summa >= 0).toBe(true)
      expect(r.kronorPerDag).toBeLessThanOrEqual(HOGSTA_DAGEN)
      expect(b.rader.find((x) => x.from === r.from)?.grad, 'bara beviljade dagar betalas').toBe(r.grad)
    }
    if (b.typ === 'slutligt' && b.utfall !== 'avvisat') {
      expect(
        b.rader.filter((r) => r.grad > 0).map((r) => r.from),
        'varje beviljad dag står i underlaget',
      ).toEqual(b.utbetalning.map((r) => r.from))
      const brev = a.brev.findLast(
        (x) => x.datum === b.dag && x.typ === 'beslut' && x.mall.namn === (steg1 ? 'planbeslut' : 'ersattningsbeslut'),
      )
      expect(
        brev?.block.map((x) => x.namn),
        'brevet säger vad som är beslutat och inte',
      ).toEqual(expect.arrayContaining(['beslutat-rubrik', 'inte-beslutat-rubrik']))
    }
    if (negativt(b)) provatForeAvslag(p, b)
    if (b.typ === 'omprovning' && b.ersatter) {
      const forra = a.lage.beslut.find((x) => x.id === b.ersatter)!
      for (const x of dagskillnader(forra.utbetalning, b.utbetalning))
        expect(x.efter, `omprövning till nackdel ${sammanhang}`).toBeGreaterThan(x.fore)
    }
  }
  const post = forebyggandepost(a.lage)
  if (post) {
    expect(JSON.stringify(post)).not.toMatch(/Andersson|19800101/)
    for (const e of post.ersattningar) for (const d of e.dagar) expect(d.andel, `mer än yrkat ${sammanhang}`).toBeLessThanOrEqual(d.yrkad)
  }
  minForebyggande(a.lage, dag)
  forebyggandevy(a.lage, a.journal, dag)
}

/** Assured by somebody who did not prepare it, then communicated or excepted, before it was decided. */
function provatForeAvslag(p: Provplan, b: Beslut): void {
  const { journal } = p.arende
  const i = journal.findIndex((h) => h.data.typ === 'beslutFattat' && h.data.beslut.id === b.id)
  const fore = journal.slice(0, i).map((h) => h.data)
  const sakrat = fore.some(
    (d) =>
      d.typ === 'fragaBesvarad' &&
      d.svar.nyckel === `kvalitetssakring:${b.avser!}` &&
      (d.svar.svar as Kvalitetssakring).utfall === 'godkand' &&
      d.svar.av.id !== b.fattatAv.id,
  )
  expect(sakrat, `beslut ${b.nr} är inte kvalitetssäkrat`).toBe(true)
  expect(
    fore.some((d) => d.typ === 'kommunicerad' && d.kommunicering.avser === b.avser),
    `beslut ${b.nr} är inte kommunicerat`,
  ).toBe(true)
}

type Steg =
  | { slag: 'vanta'; dagar: number }
  | { slag: 'plan'; veckor: number; behandling: string; utforande: 'paPlats' | 'hemma' | 'internet'; id: 'b1' | 'b2'; utan: boolean }
  | { slag: 'utlatande'; uppfoljning: boolean; diagnos: string }
  | { slag: 'ersattning'; forskjutning: number; antal: number; min: number; resa: number; ersatter: boolean }
  | { slag: 'handlagg'; svar: Plansvar; fmr: boolean }
  | { slag: 'avbryt' }
  | { slag: 'foljUpp' }
  | { slag: 'yttra'; slutligt: boolean }
  | { slag: 'omprova'; andras: boolean }
  | { slag: 'overklaga'; vilket: number }
  | { slag: 'inkomst'; kr: number }
  | { slag: 'annat' }
  | { slag: 'lamnaOver' }

const steg: fc.Arbitrary<Steg> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ slag: fc.constant('vanta' as const), dagar: fc.integer({ min: 1, max: 90 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      slag: fc.constant('plan' as const),
      veckor: fc.integer({ min: 0, max: 12 }),
      behandling: fc.constantFrom('mmr', 'kbt', 'stresskurs', 'halsoresa', 'massage'),
      utforande: fc.constantFrom('paPlats' as const, 'paPlats' as const, 'hemma' as const, 'internet' as const),
      id: fc.constantFrom('b1' as const, 'b2' as const),
      utan: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      slag: fc.constant('utlatande' as const),
      uppfoljning: fc.boolean(),
      diagnos: fc.constantFrom('M545', 'F329', 'F438A'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      slag: fc.constant('ersattning' as const),
      forskjutning: fc.integer({ min: -3, max: 40 }),
      antal: fc.integer({ min: 1, max: 4 }),
      min: fc.constantFrom(30, 120, 240, 480),
      resa: fc.constantFrom(0, 60, 240),
      ersatter: fc.boolean(),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      slag: fc.constant('handlagg' as const),
      fmr: fc.boolean(),
      svar: fc.record({
        utanStod: fc.constantFrom<readonly string[]>([], ['b1'], ['b2']),
        ingenRisk: fc.boolean(),
        ingar: fc.boolean(),
        genomfort: fc.boolean(),
        anmald: fc.boolean(),
        kompletterar: fc.boolean(),
      }),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom<Steg>({ slag: 'avbryt' }, { slag: 'foljUpp' }, { slag: 'annat' }, { slag: 'lamnaOver' }) },
  { weight: 1, arbitrary: fc.record({ slag: fc.constant('yttra' as const), slutligt: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ slag: fc.constant('omprova' as const), andras: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ slag: fc.constant('overklaga' as const), vilket: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ slag: fc.constant('inkomst' as const), kr: fc.integer({ min: 0, max: 700_000 }) }) },
)

interface Varld {
  readonly p: Provplan
  readonly start: Datum
  dag: Datum
}

function handlagg(v: Varld, s: Extract<Steg, { slag: 'handlagg' }>): void {
  const { arende } = v.p
  for (let n = 0; n < 60; n++) {
    const f = arende
      .fragor(v.dag)
      .find((x) => (x.roll === 'handlaggare' && x.kod !== 'omprovning') || x.roll === 'specialist' || (s.fmr && x.roll === 'fmr'))
    if (!f) return
    const vem = f.roll === 'fmr' ? FARAH : f.roll === 'specialist' ? SIRI : f.inteFor.includes('eva') ? OLLE : EVA
    const svar =
      f.roll === 'fmr'
        ? { svar: 'Har stöd.' }
        : f.kod === 'arbetsschema'
          ? {
              val: 'uppgift',
              arbetsschema: { arbetstid: { man: 8, tis: 8, ons: 8, tor: 8, fre: 8, lor: 0, son: 0 }, arbetsstart: '08:00' },
              arsarbetstid: 1980,
              arbetssokandeTimmar: 8,
              kalla: 'Samtal',
            }
          : f.kod === 'andring'
            ? { val: 'andraInte', skal: 'Prövas för sig.' }
            : vanligtPlansvar(f, s.svar)
    if (svar === undefined) return
    arende.kor({ typ: 'svara', nyckel: f.nyckel, underlag: f.underlag, svar }, vem, v.dag)
  }
  throw new Error(`Ärendet blir aldrig färdigt den ${v.dag}.\n${arende.trad(v.dag)}`)
}

function omprova(v: Varld, andras: boolean): void {
  const { arende } = v.p
  const b = arende.lage.beslut.find((x) => x.typ === 'slutligt' && !arende.lage.omprovningar.some((o) => o.beslutId === x.id))
  if (!b) return
  arende.kor({ typ: 'begarOmprovning', data: { beslutId: b.id, inkom: v.dag, text: 'Fel.' } }, v.p.aktor, v.dag)
  const f = arende
    .fragor(v.dag)
    .find((x) => x.kod === 'omprovning' && (x.formular as { begaran: { beslutId: string } }).begaran.beslutId === b.id)
  if (!f || !negativt(b)) return
  const plan = (b.innehall as { behandlingar?: { id: string }[] }).behandlingar
  const skal = { skal: 'Nytt underlag.', omstandigheter: 'Läkaren har skrivit mer.' }
  const svar = !andras
    ? { utfall: 'andrasInte', ...skal }
    : b.avser!.startsWith('plan:')
      ? { utfall: 'andras', innehall: { behandlingar: plan!.map((x) => ({ id: x.id, godkanns: 'ja', text: 'Godkänns.' })) }, ...skal }
      : { utfall: 'andras', rader: b.rader.map((r) => ({ from: r.from, tom: r.tom, grad: r.yrkadGrad })), ...skal }
  arende.kor({ typ: 'svara', nyckel: f.nyckel, underlag: f.underlag, svar }, OLLE, v.dag)
}

function gor(v: Varld, s: Steg): void {
  const { p } = v
  const { arende } = p
  switch (s.slag) {
    case 'vanta':
      v.dag = plusDagar(v.dag, s.dagar)
      p.tidenGar(v.dag)
      return
    case 'plan':
      if (arende.lage.avslutat) return
      p.medBehandling({
        id: s.id,
        behandling: s.behandling,
        utforande: s.utforande,
        from: plusDagar(v.start, 20),
        tom: plusDagar(v.start, 20 + s.veckor * 7),
      })
      p.ansokerOmPlan(v.dag, s.utan ? { utan: ['syfte', 'arbetsschema', 'inkomst'] } : {})
      return
    case 'utlatande':
      if (!arende.lage.avslutat)
        p.medUtlatande({ dag: v.dag, diagnoser: [{ kod: s.diagnos, text: '' }], ...(s.uppfoljning ? {} : { uppfoljning: null }) })
      return
    case 'ersattning': {
      const sista = arende.lage.fakta.findLast((f) => f.namn === 'ansokanErsattning')
      const ersatter =
        s.ersatter && sista && !arende.lage.avslutat && !arende.lage.beslut.some((b) => b.avser === `ersattning:${sista.id}`)
          ? { ersatter: sista.id }
          : {}
      if (arende.lage.fakta.length === 0) return
      p.ansokerOmErsattning(
        v.dag,
        Array.from({ length: s.antal }, (_, i) => ({
          datum: plusDagar(v.start, 20 + s.forskjutning + i * 3),
          behandling: 'b1',
          behandlingMin: s.min,
          resaMin: s.resa,
        })),
        ersatter,
      )
      return
    }
    case 'handlagg':
      if (!arende.lage.avslutat) handlagg(v, s)
      return
    case 'avbryt':
      if (!arende.lage.avslutat) p.registrerar('avbruten', { dag: plusDagar(v.start, 30), skal: 'Slutade.' }, v.dag)
      return
    case 'foljUpp':
      if (!arende.lage.avslutat) p.registrerar('uppfoljningsnot', { dag: v.dag, fullfoljd: 'ja', text: 'Bra.' }, v.dag)
      return
    case 'yttra': {
      const k = arende.lage.kommuniceringar.at(-1)
      if (k && !arende.lage.avslutat)
        arende.kor(
          {
            typ: 'noteraYttrande',
            satt: 'muntligt',
            dag: v.dag,
            text: 'Jag håller inte med.',
            slutligt: s.slutligt,
            kommuniceringId: k.id,
          },
          EVA,
          v.dag,
        )
      return
    }
    case 'omprova':
      return omprova(v, s.andras)
    case 'overklaga': {
      const b = arende.lage.beslut[s.vilket % Math.max(1, arende.lage.beslut.length)]
      if (b) arende.kor({ typ: 'overklaga', data: { beslutId: b.id, inkom: v.dag, text: 'Fel.' } }, p.aktor, v.dag)
      return
    }
    case 'inkomst':
      if (!arende.lage.avslutat)
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
      return
    case 'annat': {
      const dagar = [{ from: plusDagar(v.start, 20), tom: plusDagar(v.start, 30), grad: 0.5 }]
      p.medAndraArenden([{ arende: 'x', nummer: 'SP2026-000009', forman: 'sjukpenning', betalda: dagar, sjukdagar: dagar }], v.dag)
      return
    }
    case 'lamnaOver':
      if (!arende.lage.avslutat && arende.lage.overlamningar.every((o) => o.svar))
        arende.kor({ typ: 'lamnaOver', data: { slag: 'ide', skal: 'Kan gälla sjukpenning.' } }, EVA, v.dag)
  }
}

const start = (slag: 'anstalld' | 'arbetslos' | 'egenforetagare'): Varld => {
  const dag = datum('2026-01-12')
  const p = plan('Anna')
    .som(slag)
    .medBehandling({ from: plusDagar(dag, 20), tom: plusDagar(dag, 76) })
  if (slag === 'egenforetagare') p.tjanar(0, 400_000)
  return { p: p.ansokerOmPlan(dag).medUtlatande(), start: dag, dag: plusDagar(dag, 5) }
}

describe('i vilken ordning saker än händer', () => {
  it('har varje ärende en fråga, en väntan eller ett slut; inget avslag går förbi specialist och kommunicering; ingen dag betalas två gånger', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('anstalld' as const, 'arbetslos' as const, 'egenforetagare' as const),
        fc.array(steg, { minLength: 4, maxLength: 16 }),
        (slag, alla) => {
          const v = start(slag)
          for (const s of alla) {
            gor(v, s)
            invarianter(v.p, v.dag)
          }
        },
      ),
      { numRuns: 60 },
    )
  }, 240_000)

  it('ger samma fakta samma frågor', () => {
    fc.assert(
      fc.property(fc.array(steg, { minLength: 3, maxLength: 8 }), (alla) => {
        const v = start('anstalld')
        for (const s of alla) gor(v, s)
        const forsta = v.p.arende.utredning(v.dag)
        v.p.arende.lage = structuredClone(v.p.arende.lage)
        expect(v.p.arende.utredning(v.dag)).toEqual(forsta)
      }),
      { numRuns: 30 },
    )
  }, 60_000)

  it('det automatiska kommer aldrig i otakt: systemets kommandon finns i förmånen', () => {
    const v = start('anstalld')
    v.p.handlagg('2026-01-20').tidenGar('2027-06-01')
    const { forman, lage } = v.p.arende
    for (const a of forman.flode(lage.arende.flodesversion).automatik(lage, datum('2027-06-01')))
      expect(() => v.p.arende.kor(a.kommando, SYSTEM, datum('2027-06-01'))).not.toThrow()
  })
})
