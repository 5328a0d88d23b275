import { exempelintyg, skrivIntyg } from '@atergang/intyg'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, inject, it, vi } from 'vitest'
import { testdatabas, tomDatabas } from '../../../tests/stod/databas.ts'
import { kor } from './main.ts'

const mapp = mkdtempSync(join(tmpdir(), 'atergang-cli-'))
let nr = 0
const fil = (innehall: string | Uint8Array): string => {
  const vag = join(mapp, `f${++nr}`)
  writeFileSync(vag, innehall)
  return vag
}
const json = async (...ord: string[]): Promise<{ kod: number; svar: Record<string, unknown> & { falt?: { falt: string }[] } }> => {
  const { ut, kod } = await kor(ord, true)
  return { kod, svar: JSON.parse(ut) as never }
}

describe('berakna sjukpenning', () => {
  const rad = (...ord: string[]) => json('berakna', 'sjukpenning', ...ord)
  it.each([
    [['--sgi', '588000', '--datum', '2025-03-01', '--niva', 'normal', '--omfattning', '1'], 1250],
    [['--sgi', '588000', '--datum', '2025-03-01', '--niva', 'fortsattning', '--omfattning', '0.5'], 586],
    [['--sgi', '588000', '--datum', '2025-03-01', '--arbetslos', '--omfattning', '0.25'], 136],
    [['--sgi', '14000', '--datum', '2025-03-01'], 0],
  ])('%j ger %i kr', async (ord, belopp) => {
    const r = await rad(...ord)
    expect(r.kod).toBe(0)
    expect(r.svar).toMatchObject({ belopp, enhet: 'kr/dag', forklaring: { namn: 'sjukpenningPerDagAvInkomst' } })
  })

  it('svarar att taket inte är känt före 2022 i stället för ett belopp', async () => {
    expect(await rad('--sgi', '588000', '--datum', '2021-03-01', '--arbetslos')).toMatchObject({
      kod: 0,
      svar: { belopp: null, saknas: ['Högsta hela sjukpenning vid arbetslöshet är inte känt före 2022-01-01.'] },
    })
  })

  it.each([
    [['--sgi', '-5', '--datum', '2025-03-01'], 'sgi'],
    [['--sgi', 'mycket', '--datum', '2025-03-01'], 'sgi'],
    [['--sgi', '1.5', '--datum', '2025-03-01'], 'sgi'],
    [['--sgi', ' ', '--datum', '2025-03-01'], 'sgi'],
    [['--sgi', '588000', '--sgi', '1', '--datum', '2025-03-01'], 'sgi'],
    [['--sgi', '588000', '--arbetslos=nej', '--datum', '2025-03-01'], 'arbetslos'],
    [['--sgi', '588000', '--datum', '2025-03-01', 'igen'], 'igen'],
    [['--sgi', '588000', '--datum', '2025-02-30'], 'datum'],
    [['--sgi', '588000', '--niva', 'hög'], 'niva'],
    [['--sgi', '588000', '--omfattning', '0.3'], 'omfattning'],
    [['--datum', '2025-03-01'], 'sgi'],
    [['--sgi', '588000', '--okant', 'x'], 'okant'],
  ])('%j ger slutkod 1 och namnger fältet %s', async (ord, falt) => {
    const r = await rad(...ord)
    expect(r.kod).toBe(1)
    expect(r.svar.falt!.map((f) => f.falt)).toContain(falt)
    expect(r.svar.detail).toBeTruthy()
  })
})

describe('berakna forebyggande', () => {
  const tillfalle = { datum: '2026-03-03', start: '10:00', behandlingMin: 60, forberedelseMin: 0, resaMin: 60 }
  const underlag = (tillfallen: unknown[], mer: object = {}) => ({
    sgi: 300_000,
    arsarbetstid: 1980,
    niva: 'normal',
    arbetslos: false,
    arbetstid: { man: 8, tis: 8, ons: 8, tor: 8, fre: 8, lor: 0, son: 0 },
    arbetsstart: '08:00',
    tillfallen,
    ...mer,
  })
  const kor1 = (innehall: unknown) =>
    json('berakna', 'forebyggande', '--fil', fil(typeof innehall === 'string' ? innehall : JSON.stringify(innehall)))

  it('ger en rad för varje dag, med förklaring, och summan', async () => {
    const r = await kor1(underlag([tillfalle, { ...tillfalle, datum: '2026-03-05', resaMin: 0 }]))
    expect(r).toMatchObject({
      kod: 0,
      svar: {
        dagar: [
          { datum: '2026-03-03', hindradeMinuter: 120, andel: 0.25, belopp: 236 },
          { datum: '2026-03-05', hindradeMinuter: 60, andel: 0, belopp: 0 },
        ],
        summa: 236,
      },
    })
    expect(Object.keys(r.svar)).toEqual(['dagar', 'summa'])
    expect((r.svar.dagar as { forklaring: { namn: string } }[])[0]!.forklaring.namn).toBe('forebyggandeDag')
  })

  it('skriver en tabell och förklaringen som text', async () => {
    const { ut, kod } = await kor(['berakna', 'forebyggande', '--fil', fil(JSON.stringify(underlag([tillfalle])))], false)
    expect(kod).toBe(0)
    expect(ut).toMatch(/2026-03-03 {2}tisdag +120 +0,25 +236 kr/)
    expect(ut).toContain('Summa: 236 kr')
    expect(ut).toContain('Det räcker till en fjärdedel.')
  })

  it.each<[string, unknown, string]>([
    ['två behandlingar samtidigt', underlag([tillfalle, tillfalle]), 'tillfallen.1.start'],
    ['behandling över midnatt', underlag([{ ...tillfalle, start: '23:30' }]), 'tillfallen.0.behandlingMin'],
    ['negativa minuter', underlag([{ ...tillfalle, resaMin: -1 }]), 'tillfallen.0.resaMin'],
    ['minuter som inte är hela', underlag([{ ...tillfalle, behandlingMin: 1.5 }]), 'tillfallen.0.behandlingMin'],
    ['ingen JSON', '{', 'fil'],
    ['en lista', [], 'fil'],
  ])('%s ger slutkod 1 och namnger raden', async (_namn, innehall, falt) => {
    const r = await kor1(innehall)
    expect(r.kod).toBe(1)
    expect(r.svar.falt!.map((f) => f.falt)).toContain(falt)
    expect(r.svar.detail).toBeTruthy()
  })

  it('exemplet i dokumentet ger det som README visar', async () => {
    const exempel = /```json\n([\s\S]*?)```/.exec(readFileSync('docs/forebyggande-sjukpenning.md', 'utf8'))![1]!
    const tabell = /--fil behandling\.json --text\n([\s\S]*?)\n {2}…/.exec(readFileSync('README.md', 'utf8'))![1]!
    expect((await kor(['berakna', 'forebyggande', '--fil', fil(exempel)], false)).ut.startsWith(tabell)).toBe(true)
  })

  it('utan fil sägs vad som saknas', async () => {
    expect(await json('berakna', 'forebyggande')).toMatchObject({ kod: 1, svar: { falt: [{ falt: 'fil' }] } })
    expect(await json('berakna', 'forebyggande', 'mer', '--fil', 'x')).toMatchObject({ kod: 1, svar: { kod: 'okantOrd' } })
  })

  it('ett fält som inte känns igen sägs', async () => {
    expect(await kor1(underlag([{ ...tillfalle, efterMinuter: 5 }]))).toMatchObject({
      kod: 0,
      svar: { varningar: ['Fältet tillfallen.0.efterMinuter känns inte igen och har inte använts.'] },
    })
  })
})

describe('rehabkedja', () => {
  const kedja = (perioder: unknown, datum: string) =>
    json('rehabkedja', '--fil', fil(typeof perioder === 'string' ? perioder : JSON.stringify(perioder)), '--datum', datum)
  it('räknar dagar, grund och nästa gräns', async () => {
    expect(
      (
        await kedja(
          [
            { from: '2026-03-01', tom: '2026-06-30', grad: 1 },
            { from: '2026-01-01', tom: '2026-01-31', grad: 0.5 },
          ],
          '2026-03-01',
        )
      ).svar,
    ).toEqual({ kedjedagar: 32, intygsdagar: 1, bedomningsgrund: '1-90', nastaGrans: { dag: 91, datum: '2026-04-29' } })
  })
  it.each([
    [[{ from: '2026-03-02', tom: '2026-03-01', grad: 1 }], '0.tom'],
    [[{ from: '2026-03-01', tom: '2026-03-02', grad: 0.3 }], '0.grad'],
    [[{ from: '2026-03-01', tom: '2026-03-02' }], '0.grad'],
    [[{ from: '2026-02-30', tom: '2026-03-02', grad: 1 }], '0.from'],
    ['{}', 'fil'],
    ['[{]', 'fil'],
  ])('%j ger slutkod 1 och namnger %s', async (perioder, falt) => {
    const r = await kedja(perioder, '2026-03-01')
    expect(r.kod).toBe(1)
    expect(r.svar.falt!.map((f) => f.falt)).toContain(falt)
  })
})

describe('rehabkedja --befolkning', () => {
  const perioder = [
    { from: '2026-01-01', tom: '2026-01-14', slag: 'sjuklon' },
    { from: '2026-01-15', tom: '2026-12-31', slag: 'sjukpenning', grad: 0.5 },
  ]
  const rader = (...r: unknown[]) => fil(r.map((x) => (typeof x === 'string' ? x : JSON.stringify(x))).join('\n'))
  const kor2 = (...ord: string[]) => kor(['rehabkedja', '--befolkning', ...ord], true)
  it('ett svar per rad, med radens namn och det okända kvar som okänt', async () => {
    const r = await kor2(
      '--fil',
      rader({ id: 'a', fodd: '1980-05-01', sysselsattning: 'anstalld', perioder }, { id: 'b', fodd: null, perioder: [] }),
      '--datum',
      '2026-03-01',
    )
    const [a, b] = r.ut.split('\n').map((x) => JSON.parse(x) as Record<string, unknown>)
    expect(r.kod).toBe(0)
    expect(a).toMatchObject({
      id: 'a',
      kedjedag: 60,
      niva: 'normal',
      normalnivadagar: 58,
      grad: 0.5,
      karens: { anstallning: 'sjuklon' },
      nasta: { datum: '2026-04-01', slag: ['dag91'], text: ['Dag 91 i rehabiliteringskedjan'] },
      saknas: [],
    })
    expect(b).toMatchObject({ id: 'b', sjukperiod: false, kedjedag: 0, alder: null, nasta: null })
  })
  it('kedjedagen är den som rehabkedja svarar för en person', async () => {
    const spells = [
      { from: '2026-03-01', tom: '2026-06-30', grad: 1 },
      { from: '2026-01-01', tom: '2026-01-31', grad: 0.5 },
    ]
    const en = await json('rehabkedja', '--fil', fil(JSON.stringify(spells)), '--datum', '2026-03-01')
    const alla = await kor2('--fil', rader({ perioder: spells }), '--datum', '2026-03-01')
    expect(JSON.parse(alla.ut)).toMatchObject({ kedjedag: 32, intygsdag: 1, bedomningsgrund: '1-90', nasta: { datum: '2026-04-29' } })
    expect(en.svar).toMatchObject({ kedjedagar: 32, intygsdagar: 1, bedomningsgrund: '1-90', nastaGrans: { datum: '2026-04-29' } })
  })
  it('en nästa dag efter år 9999 kan inte skrivas: den skrivs inte, eller sägs', async () => {
    const sist = [{ from: '9999-12-01', tom: '9999-12-31', grad: 1 }]
    const en = await json('rehabkedja', '--fil', fil(JSON.stringify(sist)), '--datum', '9999-12-31')
    expect(en).toMatchObject({ kod: 1, svar: { kod: 'ogiltigtDatum', detail: expect.stringMatching(/efter år 9999/) as string } })
    const alla = await kor2('--fil', rader({ perioder: sist }), '--datum', '9999-12-31')
    expect(JSON.parse(alla.ut)).toMatchObject({ kedjedag: 31, nasta: null })
  })
  it('utan --datum har varje rad sin dag', async () => {
    const r = await kor2('--fil', rader({ datum: '2026-01-10', perioder }, { datum: '2026-01-20', perioder }))
    expect(r.ut.split('\n').map((x) => (JSON.parse(x) as { kedjedag: number }).kedjedag)).toEqual([10, 20])
  })
  it('med --ut skrivs raderna till en fil och svaret är en sammanfattning; en fil som finns skrivs inte över', async () => {
    const ut = join(mapp, 'svar.jsonl')
    const ord = [
      'rehabkedja',
      '--befolkning',
      '--fil',
      rader({ fodd: '1980-05-01', sysselsattning: 'anstalld', perioder }, { perioder: [] }),
      '--datum',
      '2026-03-01',
      '--ut',
      ut,
    ]
    expect(JSON.parse((await kor(ord, true)).ut)).toEqual({
      fil: ut,
      personer: 2,
      iSjukperiod: 1,
      bedomningsgrund: { '1-90': 1 },
      niva: { normal: 1 },
      nasta: { dag91: 1 },
      medOkant: 0,
    })
    expect(readFileSync(ut, 'utf8').trim().split('\n')).toHaveLength(2)
    expect(JSON.parse((await kor(ord, true)).ut)).toMatchObject({ kod: 'filenKanInteSkrivas', falt: [{ falt: 'ut' }] })
  })
  it.each([
    ['{"perioder": [', 'rad 2'],
    ['', 'rad 2'],
    [{}, 'rad 2: perioder'],
    [{ perioder: {} }, 'rad 2: perioder'],
    [{ perioder: [{ from: '2026-03-02', tom: '2026-03-01' }] }, 'rad 2: perioder.0.tom'],
    [{ perioder: [{ from: '2026-02-30', tom: '2026-03-01' }] }, 'rad 2: perioder.0.from'],
    [{ perioder: [{ from: '2026-02-01', tom: '2026-03-01', grad: 0.3 }] }, 'rad 2: perioder.0.grad'],
    [{ perioder: [{ from: '2026-02-01', tom: '2026-03-01', slag: 'semester' }] }, 'rad 2: perioder.0.slag'],
    [{ perioder: [], sysselsattning: 'student' }, 'rad 2: sysselsattning'],
    [{ perioder: [], karenstid: 15 }, 'rad 2: karenstid'],
    [{ perioder: [], inkomstslag: 'annat' }, 'rad 2: inkomstslag'],
    [{ perioder: [], fodd: '1899-01-01' }, 'rad 2: fodd'],
    [{ perioder: [], fodelse: '1980-01-01' }, 'rad 2: fodelse'],
    [{ perioder: [], datum: '2026-01-01' }, 'rad 2: datum'],
  ])('raden %j ger slutkod 1, namnger %s och räknar inget', async (rad, falt) => {
    const r = await kor2('--fil', rader({ perioder }, rad, { perioder }), '--datum', '2026-03-01')
    expect(r.kod).toBe(1)
    const p = JSON.parse(r.ut) as { kod: string; falt: { falt: string }[] }
    expect(p.kod).toBe('ogiltigRad')
    expect(p.falt.map((f) => f.falt)).toEqual([falt])
  })
  it('en fil som inte finns, och en tom fil', async () => {
    expect(JSON.parse((await kor2('--fil', join(mapp, 'finns-inte.jsonl'), '--datum', '2026-03-01')).ut)).toMatchObject({
      kod: 'filenKanInteLasas',
    })
    expect(await kor2('--fil', fil(''), '--datum', '2026-03-01')).toEqual({ ut: '', kod: 0 })
  })
})

describe('intyg granska', () => {
  it('visar vad intyget säger', async () => {
    const r = await json('intyg', 'granska', fil(skrivIntyg(exempelintyg('2.0'))))
    expect(r.kod).toBe(0)
    expect(Object.keys(r.svar)).toEqual(['typ', 'version', 'person', 'diagnoser', 'perioder', 'fynd'])
  })
  it.each([
    ['avbruten', '<r:RegisterCertificate', 'ejValbildad'],
    ['med DOCTYPE', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'doctype'],
    ['en annan fil', '<a/>', 'ejIntyg'],
  ])('en fil som är %s ger slutkod 1 och säger varför', async (_vad, innehall, kod) => {
    expect(await json('intyg', 'granska', fil(innehall))).toMatchObject({ kod: 1, svar: { kod } })
  })
  it('en fil som inte finns ger ett tydligt fel', async () => {
    expect(await json('intyg', 'granska', join(mapp, 'finns-inte.xml'))).toMatchObject({ kod: 1, svar: { kod: 'filenKanInteLasas' } })
  })
})

describe('sakerhetskopia', () => {
  afterEach(() => vi.unstubAllEnvs())
  const i = (url: string) => vi.stubEnv('DATABASE_URL', url)

  it('skapar, prövar och återställer, och säger vad kopian håller', async () => {
    const { url, stang } = await testdatabas()
    const mal = await tomDatabas()
    const till = join(mapp, 'kopior')
    i(url)
    const skapad = await json('sakerhetskopia', 'skapa', '--till', till)
    expect(skapad).toMatchObject({ kod: 0, svar: { gjort: 'skapad', arenden: 0, handelser: 0, kedjebrott: [] } })
    const kopia = skapad.svar.kopia as string
    expect(kopia).toBe(join(till, readdirSync(till)[0]!))
    expect(await json('sakerhetskopia', 'prova', '--fran', kopia)).toMatchObject({
      kod: 0,
      svar: { gjort: 'provad', tabeller: skapad.svar.tabeller },
    })
    i(mal.url)
    expect(await json('sakerhetskopia', 'aterstall', '--fran', kopia)).toMatchObject({
      kod: 0,
      svar: { gjort: 'aterstalld', migrerat: [] },
    })
    expect(await json('sakerhetskopia', 'aterstall', '--fran', kopia)).toMatchObject({ kod: 1, svar: { kod: 'databasenInteTom' } })
    expect((await kor(['sakerhetskopia', 'prova', '--fran', kopia], false)).ut).toContain('Alla journaler håller ihop.')
    await stang()
    await mal.stang()
  })

  it.each<[string, string[], Record<string, string>, string]>([
    ['utan mapp', ['skapa'], {}, 'saknarVal'],
    ['utan att säga vad', [], {}, 'okantKommando'],
    ['från en mapp utan kopia', ['prova', '--fran', mapp], {}, 'kopianSaknas'],
    [
      'när databasen inte svarar',
      ['skapa', '--till', mapp],
      { DATABASE_URL: 'postgres://postgres:x@127.0.0.1:1/x' },
      'databasenSvararInte',
    ],
    ['till något som är en fil', ['skapa', '--till', fil('x')], { DATABASE_URL: '@mall' }, 'mappenKanInteAnvandas'],
    ['när det inte finns någon databas', ['skapa', '--till', mapp], { DATABASE_URL: '', ATERGANG_DATA: mapp }, 'ingenDatabas'],
  ])('%s: ger slutkod 1 och säger vad som ska göras', async (_vad, ord, env, kod) => {
    for (const [namn, varde] of Object.entries(env)) vi.stubEnv(namn, varde === '@mall' ? inject('mallUrl') : varde)
    expect(await json('sakerhetskopia', ...ord)).toMatchObject({ kod: 1, svar: { kod, detail: expect.stringMatching(/./) } })
  })
})

it('ett okänt kommando hänvisar till hjälpen', async () => {
  expect(await json('flyg')).toMatchObject({ kod: 1, svar: { kod: 'okantKommando' } })
  expect((await kor(['hjalp'], false)).ut).toContain('rehabkedja')
})
