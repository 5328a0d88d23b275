import { datum, gemensamma } from '@atergang/kalender'
import { kortaLagrum } from '@atergang/regelverk'
import { describe, expect, it } from 'vitest'
import { EVA, person, type Provperson } from '../prov/index.ts'
import { tidigareBetalda } from './betalda.ts'
import { underlaget } from './underlag.ts'

const DAG = datum('2026-04-28')
const TILL = { till: '2026-04-26' }
const rader = (p: Provperson) => p.beslut[0]!.utbetalning.map((r) => [r.from, r.tom, r.dagar, r.kronorPerDag])
const avdrag = (p: Provperson) => p.beslut[0]!.utbetalning.flatMap((r) => r.avdrag.map((a) => a.kronor))
const faktum = (p: Provperson, namn: string, varde: object) =>
  p.arende.kor({ typ: 'registreraFaktum', namn, varde, kalla: { typ: 'forsakrad', text: 'Uppgift per telefon' } }, EVA, DAG)

// 360 000 of employment: 765 kr a day. 100 000 of other work: 213 kr. Both together: 978 kr.
const bada = (namn = 'Anna') =>
  person(namn)
    .tjanar(360_000, 100_000)
    .sjukFran('2026-03-02')
    .medIntyg(TILL)
    .ansoker({ ...TILL, inkom: '2026-03-04' })

describe('anställd med eget företag vid sidan av', () => {
  it('får sjukpenning för företaget i sjuklöneperioden, efter sju karensdagar; anställningen betalar arbetsgivaren (27 kap. 9, 27 a §§, 28 kap. 8 §)', () => {
    const p = bada().handlagg(DAG)
    expect(rader(p)).toEqual([
      ['2026-03-02', '2026-03-08', 7, 0],
      ['2026-03-09', '2026-03-15', 7, 213],
      ['2026-03-16', '2026-04-26', 42, 978],
    ])
    expect(kortaLagrum(p.beslut[0]!.utbetalning[0]!.forklaring.lagrum)).toBe('27:27 a')
    expect(JSON.stringify(p.beslut[0]!.utbetalning[1]!.forklaring)).toContain('del av annat förvärvsarbete')
    expect(avdrag(p)).toEqual([])
  })

  it('tillfrågas inte om arbetstiden i sjuklöneperioden', () => {
    expect(
      bada()
        .handlagg(DAG, { tillOchMed: 'arbetsformaga' })
        .arende.lage.svar.map((s) => s.kod),
    ).not.toContain('forsta14')
  })

  it('med vald karenstid får sjukpenning för anställningen från dag 15 och för företaget först efter karenstiden (30 §)', () => {
    const p = bada()
    faktum(p, 'karenstid', { dagar: 30 })
    expect(rader(p.handlagg(DAG))).toEqual([
      ['2026-03-02', '2026-03-15', 14, 0],
      ['2026-03-16', '2026-03-31', 16, 765],
      ['2026-04-01', '2026-04-26', 26, 978],
    ])
  })

  it('utan sådan inkomst prövas inte sjuklöneperioden alls: den är arbetsgivarens', () => {
    const p = person('Bo')
      .tjanar(360_000)
      .sjukFran('2026-03-02')
      .medIntyg(TILL)
      .ansoker({ ...TILL, inkom: '2026-03-04' })
    expect(gemensamma(underlaget(p.arende.lage, DAG).oprovade, [{ from: datum('2026-03-02'), tom: datum('2026-03-15') }])).toEqual([])
    expect(rader(p.handlagg(DAG))).toEqual([['2026-03-16', '2026-04-26', 42, 765]])
  })

  it('har en dag i ramtiden räknad en gång, fast både sjuklön och sjukpenning gäller den (27 kap. 22 §)', () => {
    const p = bada().handlagg(DAG)
    expect(tidigareBetalda(p.arende.lage, datum('2026-04-27'))).toEqual([{ from: '2026-03-09', tom: '2026-04-26' }])
  })

  it('lön under sjukdom från arbetsgivaren minskar inte det som betalas för företaget i sjuklöneperioden', () => {
    const p = bada()
    faktum(p, 'lonUnderSjukdom', { perManad: 4_000, lonIArbetePerManad: 30_000 })
    expect(p.handlagg(DAG).beslut[0]!.utbetalning.map((r) => r.avdrag.map((a) => a.kronor))).toEqual([[], [], [1380]])
  })
})

describe('arbetsgivaren anmäler sjukdomsfallet (27 kap. 17 och 18 §§)', () => {
  // Nobody told the agency until day 50: seven days back from that is 13 April.
  const sent = (p: Provperson) => {
    p.arende.kor(
      {
        typ: 'registreraFaktum',
        namn: 'anmalan',
        varde: { inkom: '2026-04-20', forstaSjukdag: '2026-03-02', gjordAv: 'arbetsgivare' },
        kalla: { typ: 'arbetsgivare', text: 'Sjukanmälan' },
      },
      EVA,
      datum('2026-04-20'),
    )
    return p.ansoker({ ...TILL, inkom: '2026-04-21' })
  }
  const beggeDelarna = () => sent(person('Anna').tjanar(360_000, 100_000).sjukFran('2026-03-02').medIntyg(TILL))
  const NEJ = { hinder: false, sarskildaSkal: false, skal: 'Personen visste inte att hon skulle anmäla.' }

  it('för sjukpenning av anställning gör det inget hur sent det är', () => {
    const p = sent(person('Bo').tjanar(360_000).sjukFran('2026-03-02').medIntyg(TILL))
    expect(p.fragekoder(DAG)).not.toContain('senAnmalan')
    expect(rader(p.handlagg(DAG))).toEqual([['2026-03-16', '2026-04-26', 42, 765]])
  })

  it('för den som också har eget företag frågas om hindret, för företagets del', () => {
    const f = beggeDelarna().arende.fraga('senAnmalan', DAG)
    expect(f.lagrum.map((x) => `${x.kapitel}:${x.paragraf}`)).toEqual(['27:17', '27:18'])
    expect(f.formular).toEqual({
      perioder: [{ from: '2026-03-02', tom: '2026-03-15' }],
      annat: [{ from: '2026-03-16', tom: '2026-04-12' }],
    })
  })

  it('utan hinder betalas anställningen ensam, och dagarna då arbetsgivaren betalar nekas', () => {
    const p = beggeDelarna()
    p.arende.svara('senAnmalan', NEJ, EVA, DAG)
    // A part is refused: the person is asked first.
    expect(rader(p.handlagg(DAG).handlagg(datum('2026-05-20')))).toEqual([
      ['2026-03-16', '2026-04-12', 28, 765],
      ['2026-04-13', '2026-04-26', 14, 978],
    ])
    expect(p.beslut[0]!.rader.map((r) => [r.from, r.tom, r.avslagsskal])).toEqual([
      ['2026-03-02', '2026-03-15', 'senAnmalan'],
      ['2026-03-16', '2026-04-26', undefined],
    ])
  })

  it('med hinder betalas båda delarna', () => {
    const p = beggeDelarna()
    p.arende.svara('senAnmalan', { ...NEJ, hinder: true, skal: 'Låg på sjukhus.' }, EVA, DAG)
    expect(rader(p.handlagg(DAG)).at(-1)).toEqual(['2026-03-16', '2026-04-26', 42, 978])
  })

  const utanAnmalan = (p: Provperson) =>
    p
      .sjukFran('2026-03-02')
      .medIntyg(TILL)
      .ansoker({ ...TILL, inkom: '2026-04-20' })

  it('skyldigheten avgör, inte om någon anmälan har kommit: efter sjuklön nekas ingen anställd för att arbetsgivaren teg', () => {
    const p = utanAnmalan(person('Bo').tjanar(360_000))
    expect(p.fragekoder(DAG)).not.toContain('senAnmalan')
    expect(JSON.stringify(p.arende.utredning(DAG).steg.find((s) => s.namn === 'anmalan'))).toContain('arbetsgivaren ska anmäla')
    expect(rader(p.handlagg(DAG))).toEqual([['2026-03-16', '2026-04-26', 42, 765]])
  })

  it('utan anmälan frågas den som också har eget företag bara om företagets del', () => {
    expect(utanAnmalan(person('Anna').tjanar(360_000, 100_000)).arende.fraga('senAnmalan', DAG).formular).toEqual({
      perioder: [{ from: '2026-03-02', tom: '2026-03-15' }],
      annat: [{ from: '2026-03-16', tom: '2026-04-12' }],
    })
  })

  it('utan sjuklön finns ingen arbetsgivare som ska anmäla: den arbetslöse tillfrågas om hindret', () => {
    expect(utanAnmalan(person('Eli').som('arbetslos')).arende.fraga('senAnmalan', DAG).formular).toEqual({
      perioder: [{ from: '2026-03-02', tom: '2026-04-12' }],
      annat: [],
    })
  })

  it('för den som bara har eget företag gäller sju dagar också när någon arbetsgivare har anmält', () => {
    const p = sent(person('Dan').som('egenforetagare').tjanar(0, 300_000).sjukFran('2026-03-02').medIntyg(TILL))
    expect(p.arende.fraga('senAnmalan', DAG).formular).toEqual({ perioder: [{ from: '2026-03-02', tom: '2026-04-12' }], annat: [] })
  })
})

describe('behovsanställd utan sjuklön, med eget företag', () => {
  const p = person('Cia')
    .som('behovsanstalld')
    .tjanar(360_000, 100_000)
    .sjukFran('2026-03-02')
    .medIntyg(TILL)
    .ansoker({ ...TILL, inkom: '2026-03-04' })
    .handlagg(DAG)

  it('får anställningen efter arbetstid och företaget per kalenderdag, också på lediga dagar, efter sju karensdagar (28 kap. 5, 17 §§)', () => {
    // 141 kr/h × 75 h ÷ 10 dagar = 1 057,5 → 1 058 en arbetsdag; 213 för företaget från dag 8
    expect(rader(p).slice(0, 4)).toEqual([
      ['2026-03-02', '2026-03-06', 5, 1058],
      ['2026-03-09', '2026-03-13', 5, 1271],
      ['2026-03-14', '2026-03-15', 2, 213],
      ['2026-03-16', '2026-04-26', 42, 978],
    ])
    expect(p.beslut[0]!.utbetalning.map((r) => r.forklaring.namn)).toEqual([
      'arbetstidsberaknadPerDag',
      'badaSlagenPerDag',
      'sjukpenningPerDag',
      'sjukpenningPerDag',
    ])
  })

  it('har karensavdraget räknat bara på det som svarar mot anställningen (27 kap. 27 §)', () => {
    // 141 kr × 1 980 h ÷ 52 × 20 % = 1 073,77 → 1 074
    expect(avdrag(p)).toEqual([1074])
  })
})

describe('egenföretagare', () => {
  const eget = (anstallning: number) =>
    person('Dan')
      .som('egenforetagare')
      .tjanar(anstallning, 300_000)
      .sjukFran('2026-03-02')
      .medIntyg(TILL)
      .ansoker({ ...TILL, inkom: '2026-03-04' })

  it('med bara inkomst av annat förvärvsarbete kalenderdagsberäknas från början (28 kap. 6 § första stycket 3)', () => {
    expect(
      eget(0)
        .handlagg(DAG, { tillOchMed: 'arbetsformaga' })
        .arende.lage.svar.map((s) => s.kod),
    ).not.toContain('forsta14')
  })

  it('med en anställning också frågas om arbetstiden i den', () => {
    expect(eget(60_000).handlagg(DAG, { tillOchMed: 'forsta14' }).fragekoder(DAG)).toContain('forsta14')
  })

  it('som blivit arbetslös har ett karensavdrag på hela ersättningen (27 kap. 28 b §)', () => {
    const p = person('Eja')
      .som('arbetslos')
      .tjanar(100_000, 200_000)
      .sjukFran('2026-03-02')
      .medIntyg(TILL)
      .ansoker({ ...TILL, inkom: '2026-03-04' })
      .handlagg(DAG)
    expect(rader(p)).toEqual([['2026-03-02', '2026-04-26', 56, 543]])
    expect(avdrag(p)).toEqual([543])
  })
})
