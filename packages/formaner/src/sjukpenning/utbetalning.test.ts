import { datum, plusDagar, type Datum } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import { dagForDag, perManad } from '../gemensamt/utbetalning.ts'
import { person, type Provperson } from '../prov/index.ts'
import { tidigareBetalda } from './betalda.ts'

const DAG = datum('2026-04-28')
const rader = (p: Provperson) => p.beslut[0]!.utbetalning.map((r) => [r.from, r.tom, r.dagar, r.forklaring.namn])
const TIDEN = { till: '2026-04-26' }

describe('de första 14 dagarna arbetstidsberäknas, resten kalenderdagsberäknas (28 kap. 4–5 §§)', () => {
  it.each(['behovsanstalld', 'anstalld'] as const)('%s utan sjuklön, sjuk 2 mars–26 april, får varje dag från dag 15', (slag) => {
    const p = person('Anna').som(slag).sjukFran('2026-03-02').medIntyg(TIDEN)
    if (slag === 'anstalld')
      p.ansoker({ ...TIDEN, inkom: '2026-03-04' }).arende.kor(
        {
          typ: 'registreraFaktum',
          namn: 'sysselsattning',
          varde: { slag: 'behovsanstalld' },
          kalla: { typ: 'telefon', text: 'Har timanställning' },
        } as never,
        { id: 'eva', namn: 'Eva Ek', roll: 'handlaggare', enhet: 'Gävle' },
        DAG,
      )
    else p.ansoker({ ...TIDEN, inkom: '2026-03-04' })
    expect(rader(p.handlagg(DAG))).toEqual([
      ['2026-03-02', '2026-03-13', 10, 'arbetstidsberaknadPerDag'],
      ['2026-03-16', '2026-04-26', 42, 'sjukpenningPerDag'],
    ])
  })

  it('när graden ändras inom de första 14 dagarna frågas om alla dagarna och alla betalas', () => {
    const p = person('Anna')
      .som('behovsanstalld')
      .sjukFran('2026-03-02')
      .medIntyg({ till: '2026-03-08' })
      .medIntyg({ fran: '2026-03-09', till: '2026-04-26', grad: 0.5 })
    p.ansoker({ till: '2026-03-08', inkom: '2026-03-04' }).ansoker({
      fran: '2026-03-09',
      till: '2026-04-26',
      omfattning: 0.5,
      inkom: '2026-03-10',
    })
    expect(rader(p.handlagg(DAG)).map(([from, tom]) => [from, tom])).toEqual([
      ['2026-03-02', '2026-03-06'],
      ['2026-03-09', '2026-03-13'],
      ['2026-03-16', '2026-04-26'],
    ])
  })

  it('en dag som ingen har svarat om hålls, den blir inte tyst obetald', () => {
    const p = person('Anna')
      .som('behovsanstalld')
      .sjukFran('2026-03-02')
      .medIntyg(TIDEN)
      .ansoker({ ...TIDEN, inkom: '2026-03-04' })
    const f = p
      .handlagg(DAG, { tillOchMed: 'forsta14' })
      .arende.fragor(DAG)
      .find((x) => x.kod === 'forsta14')!
    const dagar = (f.formular as { dagar: Datum[] }).dagar
    expect(dagar).toEqual(Array.from({ length: 14 }, (_, i) => plusDagar(datum('2026-03-02'), i)))
    p.arende.svara(
      'forsta14',
      { slag: 'arbete', arsarbetstid: 1980, dagar: dagar.slice(0, 13).map((d) => ({ datum: d, timmar: 7.5 })), skal: 'Schemat' },
      { id: 'eva', namn: 'Eva Ek', roll: 'handlaggare', enhet: 'Gävle' },
      DAG,
    )
    p.handlagg(DAG)
    expect(p.beslut).toEqual([])
    expect(
      p.arende
        .utredning(DAG)
        .vantar.map((v) => v.varfor)
        .join(),
    ).toContain('inte utredd för')
  })
})

describe('karensavdraget görs från och med den första dagen med sjukpenning (27 kap. 27 §)', () => {
  const avdrag = (p: Provperson, nr = 0) => p.beslut[nr]!.utbetalning.map((r) => [r.from, r.avdrag.map((a) => a.kronor), r.summa])
  const EVA = { id: 'eva', namn: 'Eva Ek', roll: 'handlaggare' as const, enhet: 'Gävle' }

  it('är 20 procent av en genomsnittlig vecka när de första 14 dagarna arbetstidsberäknas', () => {
    const p = person('Anna')
      .som('behovsanstalld')
      .sjukFran('2026-03-02')
      .medIntyg(TIDEN)
      .ansoker({ ...TIDEN, inkom: '2026-03-04' })
      .handlagg(DAG)
    // 360 000 × 0,97 × 0,8 ÷ 1 980 h = 141,09 → 141 kr; × 1 980 ÷ 52 × 20 % = 1 073,77 → 1 074
    expect(p.beslut[0]!.utbetalning[0]!.avdrag).toEqual([
      {
        slag: 'karensavdrag',
        kronor: 1074,
        text: 'Karensavdrag, 20 procent av en genomsnittlig vecka: 1074 kr (27 kap. 27 § tredje stycket).',
      },
    ])
  })

  it('resten tas från senare rader när den första inte räcker, också när de första dagarna är utan arbete', () => {
    const p = person('Anna')
      .som('behovsanstalld')
      .sjukFran('2026-03-02')
      .medIntyg(TIDEN)
      .ansoker({ ...TIDEN, inkom: '2026-03-04' })
    const f = p
      .handlagg(DAG, { tillOchMed: 'forsta14' })
      .arende.fragor(DAG)
      .find((x) => x.kod === 'forsta14')!
    const dagar = (f.formular as { dagar: Datum[] }).dagar
    p.arende.svara(
      'forsta14',
      { slag: 'arbete', arsarbetstid: 1980, dagar: dagar.map((d) => ({ datum: d, timmar: d === '2026-03-12' ? 4 : 0 })), skal: 'Schemat' },
      EVA,
      DAG,
    )
    // 4 h × 141 kr = 564 kr av 1 074; 510 kr återstår till dag 15
    expect(avdrag(p.handlagg(DAG))).toEqual([
      ['2026-03-12', [564], 0],
      ['2026-03-16', [510], 42 * 765 - 510],
    ])
  })

  it('görs en gång per sjukperiod, inte igen i nästa beslut', () => {
    const p = person('Anna')
      .som('arbetslos')
      .sjukFran('2026-03-02')
      .medIntyg({ till: '2026-04-26' })
      .ansoker({ till: '2026-03-22', inkom: '2026-03-04' })
      .handlagg('2026-03-24')
    p.ansoker({ fran: '2026-03-23', till: '2026-04-26', inkom: '2026-04-01' }).handlagg(DAG)
    expect(avdrag(p).map(([, a]) => a)).toEqual([[543]])
    expect(avdrag(p, 1).map(([, a]) => a)).toEqual([[]])
  })
})

describe('månaderna och dagarna är radens egna (28 kap. 3 §)', () => {
  it('en arbetstidsrad över ett månadsskifte ger lika många dagar och kronor per månad och dag för dag', () => {
    const p = person('Anna')
      .som('behovsanstalld')
      .sjukFran('2026-03-26')
      .medIntyg(TIDEN)
      .ansoker({ till: '2026-04-26', inkom: '2026-03-28' })
      .handlagg(DAG)
    const [rad] = p.beslut[0]!.utbetalning
    const brutto = rad!.dagar * rad!.kronorPerDag
    expect(rad).toMatchObject({ from: '2026-03-26', dagar: 10 })
    expect(perManad([rad!]).map((m) => m.dagar)).toEqual([5, 5])
    expect(perManad([rad!]).reduce((n, m) => n + m.brutto, 0)).toBe(brutto)
    expect(dagForDag([rad!]).map((d) => d.dag)).toEqual(rad!.betaldaDagar)
    expect(dagForDag([rad!]).reduce((n, d) => n + d.kronor, 0)).toBe(brutto)
    expect(tidigareBetalda(p.arende.lage, datum('2026-04-09')).map((d) => [d.from, d.tom])).toEqual([
      ['2026-03-26', '2026-03-30'],
      ['2026-04-02', '2026-04-06'],
    ])
  })
})
