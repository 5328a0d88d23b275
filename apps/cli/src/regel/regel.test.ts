import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { kor } from '../main.ts'

const mapp = mkdtempSync(join(tmpdir(), 'atergang-regel-'))
let nr = 0
const fil = (innehall: string): string => {
  const vag = join(mapp, `r${++nr}.jsonl`)
  writeFileSync(vag, innehall)
  return vag
}
const argument = (namn: string, rader: readonly unknown[], datum: string, mer: readonly string[]): string[] => [
  'regel',
  'kor',
  namn,
  '--fil',
  fil(rader.map((r) => (typeof r === 'string' ? r : JSON.stringify(r))).join('\n')),
  '--datum',
  datum,
  ...mer,
]
const korRegel = async (namn: string, rader: readonly unknown[], datum: string, ...mer: string[]) => {
  const { ut, kod } = await kor(argument(namn, rader, datum, mer), false)
  return { kod, svar: ut === '' ? [] : ut.split('\n').map((r) => JSON.parse(r) as Record<string, unknown>), ut }
}
const problem = async (namn: string, rader: readonly unknown[], datum = '2026-03-01', ...mer: string[]) => {
  const { ut, kod } = await kor(argument(namn, rader, datum, mer), true)
  return { kod, p: JSON.parse(ut) as { kod: string; falt: { falt: string; text: string }[] } }
}

const HEL = { sgi: 588_000, fortsattningsniva: false, arbetslos: false, omfattning: 1 }

describe.each(['wasm', 'js', 'forklara', 'sql'])('regel kor med %s', (motor) => {
  it('svarar rad för rad, exakt, och säger vad som saknas i stället för att gissa', async () => {
    const { svar, kod } = await korRegel(
      'sjukpenningPerDag',
      [
        HEL,
        { ...HEL, omfattning: 0.25 },
        { ...HEL, omfattning: '0,5', fortsattningsniva: true },
        { ...HEL, sgi: 73_000, fortsattningsniva: true }, // exactly 145,50: up
        { ...HEL, arbetslos: true, fortsattningsniva: null }, // 543 on either level
        { sgi: 588_000, arbetslos: false, omfattning: 1 },
        {},
      ],
      '2026-03-01',
      '--motor',
      motor,
    )
    expect(kod).toBe(0)
    expect(svar.slice(0, 5)).toEqual([1250, 313, 586, 146, 543].map((varde) => ({ varde, enhet: 'kr/dag' })))
    expect(svar[5]).toEqual({
      varde: null,
      enhet: 'kr/dag',
      saknas: [{ typ: 'uppgift', namn: 'fortsattningsniva', text: 'Fortsättningsnivå är inte känd.' }],
      granser: { minst: 1172, hogst: 1250 },
    })
    expect((svar[6]!.saknas as { namn: string }[]).map((s) => s.namn).sort()).toEqual([
      'arbetslos',
      'fortsattningsniva',
      'omfattning',
      'sgi',
    ])
  })

  it('skriver det som inte är heltal som decimaltal eller bråk, aldrig avrundat', async () => {
    const { svar } = await korRegel(
      'helDag',
      [
        { sgi: 588_000, fortsattningsniva: false },
        { sgi: 73_000, fortsattningsniva: true },
      ],
      '2026-03-01',
      '--motor',
      motor,
    )
    expect(svar).toEqual([
      { varde: '456288/365', enhet: 'kr/dag' },
      { varde: '145.5', enhet: 'kr/dag' },
    ])
  })

  it('svarar att lagen inte är känd för en dag som källorna inte når', async () => {
    const { svar } = await korRegel('sjukpenningPerDag', [{ ...HEL, arbetslos: true }], '2015-05-05', '--motor', motor)
    expect(svar[0]).toMatchObject({
      varde: null,
      saknas: [{ typ: 'parameter', namn: 'arbetslosTak', text: 'Högsta hela sjukpenning vid arbetslöshet är inte känt före 2022-01-01.' }],
    })
  })

  it('delar exakt med en uppgift, och svarar inte när den är noll', async () => {
    const rad = { sgi: 300_000, fortsattningsniva: false, arsarbetstid: 1980 }
    const { svar } = await korRegel(
      'timkvot',
      [rad, { ...rad, arsarbetstid: '2080,5' }, { ...rad, arsarbetstid: 0 }],
      '2026-03-01',
      '--motor',
      motor,
    )
    expect(svar.map((s) => s.varde)).toEqual([118, 112, null])
  })

  it('svarar på ingenting när filen är tom', async () => {
    expect(await korRegel('sjukpenningPerDag', [], '2026-03-01', '--motor', motor)).toMatchObject({ kod: 0, svar: [] })
  })
})

describe('regel kor säger vilken rad och uppgift som är fel', () => {
  it.each([
    ['{"sgi": 300000', 'rad 2', /inget JSON-objekt/],
    ['[1]', 'rad 2', /inget JSON-objekt/],
    ['', 'rad 2', /tom/],
    [{ sgi: 'mycket' }, 'rad 2: sgi', /heltal/],
    [{ sgi: true }, 'rad 2: sgi', /tal i kr\/år/],
    [{ sgi: 1e21 }, 'rad 2: sgi', /högst 15 siffror/],
    [{ arbetslos: 1 }, 'rad 2: arbetslos', /true eller false/],
    [{ omfattning: 2 }, 'rad 2: omfattning', /högst 1/],
    [{ inkomst: 1 }, 'rad 2: inkomst', /frågar efter .*sgi/],
  ])('%j', async (rad, falt, text) => {
    const { kod, p } = await problem('sjukpenningPerDag', [HEL, rad, HEL])
    expect(kod).toBe(1)
    expect(p.falt).toEqual([{ falt, text: expect.stringMatching(text) as string }])
  })

  it('med alla fel på en gång, och räknar då ingenting', async () => {
    const { p } = await problem('sjukpenningPerDag', [{ sgi: 'x', omfattning: 3 }, { okand: 1 }])
    expect(p.falt.map((f) => f.falt)).toEqual(['rad 1: sgi', 'rad 1: omfattning', 'rad 2: okand'])
  })

  it.each([
    [['regel', 'kor', 'sjukpening', '--fil', '-', '--datum', '2026-01-01'], 'okandRegel'],
    [['regel', 'kor', '--fil', '-', '--datum', '2026-01-01'], 'saknarRegel'],
    [['regel', 'kor', 'sgi', '--datum', '2026-01-01'], 'saknarVal'],
    [['regel', 'kor', 'sgi', '--fil', 'finns-inte', '--datum', '2026-01-01'], 'filenKanInteLasas'],
    [['regel', 'kor', 'sgi', '--fil', '-', '--datum', '2026-13-01'], 'ogiltigtDatum'],
    [['regel', 'kor', 'sgi', '--fil', '-', '--datum', '2026-01-01', '--motor', 'ånga'], 'ogiltigtVal'],
    [['regel', 'visa', 'finnsInte'], 'okandRegel'],
    [['regel', 'kor', 'betaldaDagarEfter', '--fil', '-', '--datum', '2026-01-01', '--motor', 'wasm'], 'tidsregel'],
    [['regel', 'kor', 'betaldaDagarEfter', '--fil', '-', '--datum', '2026-01-01', '--motor', 'sql'], 'tidsregel'],
    [['regel'], 'okantKommando'],
  ])('%j', async (ord, fel) => {
    const { ut, kod } = await kor(ord, true)
    expect([kod, (JSON.parse(ut) as { kod: string }).kod]).toEqual([1, fel])
  })
})

describe('regel kor med en regel som räknar med kalendern', () => {
  const SJUK = [
    { from: '2026-01-05', tom: '2026-01-18' },
    { from: '2026-03-02', tom: '2026-03-31' },
  ]

  it('svarar rad för rad med tal, dag, period, perioder eller ja och nej, och säger vad som saknas', async () => {
    const en = async (namn: string, rad: object, ...mer: string[]) => (await korRegel(namn, [rad], '2026-03-01', ...mer)).svar[0]
    expect(await en('kedjedag', { sjukperioder: SJUK, dagen: '2026-03-31' })).toEqual({ varde: 44, enhet: 'antal' })
    expect(await en('kedjedag', { sjukperioder: SJUK, dagen: '2026-03-31' }, '--motor', 'forklara')).toEqual({ varde: 44, enhet: 'antal' })
    // 113 kap. 19 §: two months from the day the person got the decision
    expect(await en('omprovningBegarsSenast', { fickDel: '2026-03-02' })).toEqual({ varde: '2026-05-04', enhet: 'datum' })
    // 10 kap.: from the 60th day before the birth to the 11th
    expect(await en('graviditetspenningTid', { beraknadFodsel: '2026-06-30' })).toEqual({
      varde: { from: '2026-05-01', tom: '2026-06-19' },
      enhet: 'period',
    })
    expect(await en('kedjedag', { sjukperioder: SJUK, dagen: null })).toEqual({
      varde: null,
      enhet: null,
      saknas: [{ typ: 'uppgift', namn: 'dagen', text: expect.stringMatching(/är inte känd/) as string }],
    })
  })

  it.each([
    [{ dagen: '2026-02-30' }, 'rad 1: dagen', /2026-03-02/],
    [{ dagen: '1026-02-20' }, 'rad 1: dagen', /^Skriv en dag mellan 1900 och 2100/],
    [{ sjukperioder: [{ from: '2026-03-02', tom: '2026-03-01' }] }, 'rad 1: sjukperioder', /första och sista dag/],
    [{ sjukperioder: [null] }, 'rad 1: sjukperioder', /första och sista dag/],
    [{ sjukperioder: '2026-03-02' }, 'rad 1: sjukperioder', /första och sista dag/],
    [{ perioder: [] }, 'rad 1: perioder', /frågar efter sjukperioder, dagen/],
  ])('säger rad och uppgift: %j', async (rad, falt, text) => {
    const { kod, p } = await problem('kedjedag', [rad, {}])
    expect([kod, p.kod]).toEqual([1, 'ogiltigRad'])
    expect(p.falt).toEqual([{ falt, text: expect.stringMatching(text) as string }])
  })

  it('säger vilken motor som gäller när en annan är vald', async () => {
    const { p } = await problem('kedjedag', [{}], '2026-03-01', '--motor', 'wasm')
    expect(p).toMatchObject({ kod: 'tidsregel', detail: expect.stringMatching(/--motor forklara.*rehabkedja --befolkning/) as string })
    expect(p.falt[0]!.falt).toBe('motor')
  })

  it('varje regel som ”regel lista” visar kan köras, och utan uppgifter säger den vilka den vill ha', async () => {
    const rader = JSON.parse((await kor(['regel', 'lista'], true)).ut) as { namn: string; slag: string; uppgifter: { namn: string }[] }[]
    const tidsregler = rader.filter((r) => r.slag === 'tidsregel')
    expect(tidsregler.length).toBeGreaterThan(50)
    for (const r of tidsregler) {
      const { svar, kod } = await korRegel(r.namn, [{}], '2026-03-01')
      expect([r.namn, kod, svar[0]!.varde]).toEqual([r.namn, 0, null])
      expect((svar[0]!.saknas as { namn: string }[]).map((s) => s.namn)).toEqual(r.uppgifter.map((u) => u.namn))
    }
  })
})

describe('regel kor när talen är för stora för att räknas exakt', () => {
  const LON = {
    lonUnderSjukdomPerManad: 12345.67,
    gruppsjukforsakringPerManad: 1000.11,
    lonIArbetePerManad: 30000.77,
    franvaro: 0.333,
    fortsattningsniva: false,
    omfattning: 0.777,
    lonUnderSjukdomOverTakPerManad: 100.13,
  }
  const HELA = {
    ...LON,
    lonUnderSjukdomPerManad: 12_345,
    gruppsjukforsakringPerManad: 1000,
    lonIArbetePerManad: 30_000,
    franvaro: 1,
    omfattning: 1,
    lonUnderSjukdomOverTakPerManad: 0,
  }

  it('säger vilka rader som inte ryms i databasen, och att en annan motor går', async () => {
    const { kod, p } = await problem(
      'minskningForLonAvManadslon',
      [
        { ...HELA, antalDagar: 10 },
        { ...LON, antalDagar: 656_665.71 },
        { ...HELA, antalDagar: 20 },
      ],
      '2026-03-01',
      '--motor',
      'sql',
    )
    expect([kod, p.kod]).toEqual([1, 'talRymsInte'])
    expect(p.falt).toEqual([{ falt: 'rad 2', text: expect.stringMatching(/färre decimaler, eller kör med --motor forklara/) as string }])
  })

  it('säger vilka rader som inte ryms tillsammans', async () => {
    const sgi = (namnare: number) => ({ ...HEL, sgi: `1/${namnare}` })
    const { kod, p } = await problem('sjukpenningPerDag', [HEL, sgi(999_999_999_989), sgi(999_999_999_961)], '2026-03-01', '--motor', 'js')
    expect([kod, p.kod]).toEqual([1, 'talRymsInte'])
    expect(p.falt.map((f) => f.falt)).toEqual(['rad 2–3'])
    expect(p.falt[0]!.text).toMatch(/Dela filen/)
  })

  it.each(['wasm', 'js', 'forklara', 'sql'])('aldrig som ett fel i Återgång, med %s', async (motor) => {
    const { kod, p } = await problem(
      'minskningForLonAvManadslon',
      [
        { ...HELA, antalDagar: 10 },
        { ...LON, lonUnderSjukdomPerManad: 999_999_999_999_999, lonIArbetePerManad: 1, antalDagar: 999_999_999_999_999 },
      ],
      '2026-03-01',
      '--motor',
      motor,
    )
    expect([kod, p.kod]).toEqual([1, 'talRymsInte'])
    expect(p.falt[0]!.falt).toBe('rad 2')
  })
})

describe('regel lista och visa', () => {
  it('listar varje regel med paragraf och uppgifter', async () => {
    const { ut } = await kor(['regel', 'lista'], true)
    const rader = JSON.parse(ut) as { namn: string; slag: string; lagrum: string[]; uppgifter: { namn: string }[] }[]
    // What the reports retell without naming a paragraph (ADR 0032) is the only rule without one.
    expect(rader.filter((r) => r.lagrum.length === 0).map((r) => r.namn)).toEqual(['aprHalva'])
    expect(new Set(rader.map((r) => r.slag))).toEqual(new Set(['regel', 'tidsregel']))
    expect(rader.find((r) => r.namn === 'sjukpenningPerDag')!.uppgifter.map((u) => u.namn)).toEqual(
      expect.arrayContaining(['sgi', 'fortsattningsniva', 'arbetslos', 'omfattning']),
    )
  })
  it('visar en regel i ord, med gällande tal, grannar och kvitto', async () => {
    const v = JSON.parse((await kor(['regel', 'visa', 'helDagEfterTak'], true)).ut) as Record<string, unknown>
    expect(v).toMatchObject({
      enhet: 'kr/dag',
      anvander: expect.arrayContaining(['helDag']) as string[],
      anvandsAv: expect.arrayContaining(['sjukpenningPerDag']) as string[],
      kvitto: expect.stringMatching(/^sha256:/) as string,
    })
    const text = (await kor(['regel', 'visa', 'helDagEfterTak'], false)).ut
    expect(text).toContain(
      'om arbetslös: det lägsta av hel sjukpenning per dag, före avrundning och högsta hela sjukpenning vid arbetslöshet',
    )
    expect(text).toContain('543 kr per dag')
  })
})
