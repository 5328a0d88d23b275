import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { kor } from '../main.ts'

const rot = mkdtempSync(join(tmpdir(), 'atergang-cli-analys-'))
const data = join(rot, 'data')
const TABELL1 = new URL('../../../../packages/syntet/forlaga/table1.csv', import.meta.url).pathname

const text = async (...ord: string[]) => kor(ord, false)
const json = async (
  ...ord: string[]
): Promise<{ kod: number; svar: Record<string, unknown> & { falt?: { falt: string; text: string }[] } }> => {
  const { ut, kod } = await kor(ord, true)
  return { kod, svar: JSON.parse(ut) as never }
}

beforeAll(async () => {
  const { kod, svar } = await json('syntet', '--personer', '30000', '--fro', '1', '--ut', data, '--tyst')
  expect([kod, svar.personer]).toEqual([0, 30_000])
}, 120_000)

describe('syntet', () => {
  it('skriver registren, facit och kalibreringen, och säger hur fort och med hur mycket minne', async () => {
    expect(readdirSync(data).sort()).toEqual([
      'facit',
      'facit.json',
      'kalibrering.csv',
      'kalibrering.json',
      'kalibrering.md',
      'manifest.json',
      'register',
    ])
    const { svar } = await json('syntet', '--personer', '1000', '--fro', '2', '--ar', '2020-2021', '--ut', join(rot, 'litet'), '--tyst')
    expect(svar.personerPerSekund).toBeGreaterThan(0)
    expect(svar.minneMB).toBeGreaterThan(0)
  })
  it.each([
    [['--personer', '10', '--ut', 'x'], 'personer'],
    [['--personer', 'många', '--ut', 'x'], 'personer'],
    [['--personer', '5000'], 'ut'],
    [['--personer', '5000', '--ut', 'x', '--fro', ''], 'fro'],
    [['--personer', '5000', '--ut', rot], 'ut'],
    [['--personer', '5000', '--ut', 'x', '--ar', 'förra'], 'ar'],
    [['--personer', '5000', '--ut', 'x', '--ar', '2020-2010'], 'ar'],
  ])('%j ger slutkod 1 och namnger %s', async (ord, falt) => {
    const r = await json('syntet', ...ord, '--tyst')
    expect([r.kod, r.svar.falt!.map((f) => f.falt)]).toEqual([1, [falt]])
  })
})

describe('analys korrelation', () => {
  const rad = (...ord: string[]) => json('analys', 'korrelation', '--fil', TABELL1, ...ord)
  it('ger r, n, p, stjärnor och intervall, och inget annat', async () => {
    const { kod, svar } = await rad('--x', 'fbsjp_belopp_per_inv_18_64', '--y', 'apr_belopp_per_inv_18_64')
    expect(kod).toBe(0)
    expect(Object.keys(svar)).toEqual(['r', 'n', 'p', 'stjarnor', 'intervall'])
    expect(svar.r).toBeCloseTo(0.384, 3)
    expect(svar).toMatchObject({ n: 21, stjarnor: '*' })
  })
  it('säger på standard error vad som var fel i filen, och håller svaret som det är', async () => {
    const fil = join(rot, 'tomma.csv')
    writeFileSync(fil, 'lan,x,y\nBlekinge,1,2\nDalarna,,3\nGotland,2,5\nSkåne,3,4\nUppsala,4,4\n')
    const ord = ['analys', 'korrelation', '--fil', fil, '--x', 'x', '--y', 'y']
    const { ut, kod, noter } = await kor(ord, true)
    expect([kod, Object.keys(JSON.parse(ut) as object)]).toEqual([0, ['r', 'n', 'p', 'stjarnor', 'intervall']])
    expect(noter).toEqual(['Rad 3, kolumn x: cellen är tom. Dalarna är inte med.', expect.stringMatching(/^Kolumn lan: 16 av 21 län/)])
    expect(JSON.parse((await kor([...ord, '--allt'], true)).ut)).toMatchObject({ notiser: noter })
    expect((await kor([...ord, '--allt'], true)).noter).toBeUndefined()
    for (const n of noter!) expect((await kor(ord, false)).ut).toContain(n)
    const hel = ['--fil', TABELL1, '--x', 'fbsjp_belopp_per_inv_18_64', '--y', 'apr_belopp_per_inv_18_64']
    expect((await kor(['analys', 'korrelation', ...hel], true)).noter).toBeUndefined()
  })
  it('utan Jämtland', async () =>
    expect((await rad('--x', 'fbsjp_belopp_per_inv_18_64', '--y', 'apr_belopp_per_inv_18_64', '--utan', 'Jämtland')).svar).toMatchObject({
      n: 20,
      stjarnor: '***',
    }))
  it('säger i text att områden inte är personer, och vilka som avviker', async () => {
    const { ut } = await text(
      'analys',
      'korrelation',
      '--fil',
      TABELL1,
      '--x',
      'fbsjp_belopp_per_inv_18_64',
      '--y',
      'apr_belopp_per_inv_18_64',
    )
    expect(ut).toContain('inte personer')
    expect(ut).toContain('Avvikare: Jämtland')
    expect(ut).toContain('Spearman')
  })
  it.each([
    [['--x', 'fel', '--y', 'apr_belopp_per_inv_18_64'], 'x'],
    [['--x', 'apr_belopp_per_inv_18_64'], 'y'],
    [['--x', 'antal_anordnare', '--y', 'apr_belopp_per_inv_18_64', '--utan', 'Norrland'], 'utan'],
    [['--x', 'lan', '--y', 'antal_anordnare'], 'rad 2, kolumn lan'],
  ])('%j namnger %s', async (ord, falt) => {
    const r = await rad(...ord)
    expect(r.kod).toBe(1)
    expect(r.svar.falt![0]!.falt).toBe(falt)
  })
})

describe('analys tabell och figur', () => {
  it('ger en tabell som text, JSON och CSV', async () => {
    expect((await text('analys', 'tabell', '1', '--data', data)).ut).toContain('Riket')
    expect((await json('analys', 'tabell', '10', '--data', data)).svar).toMatchObject({ id: 'tabell10' })
    expect((await text('analys', 'tabell', '10', '--data', data, '--format', 'csv')).ut).toContain('svarsfrekvens')
    expect((await json('analys', 'figur', 'A', '--data', data)).svar).toMatchObject({ id: 'figurA' })
  })
  it('skriver till fil, och kräver en för det som inte är text', async () => {
    const fil = join(rot, 't.xlsx')
    expect((await json('analys', 'tabell', '10', '--data', data, '--format', 'xlsx', '--ut', fil)).kod).toBe(0)
    expect(readFileSync(fil).subarray(0, 2).toString()).toBe('PK')
    expect((await json('analys', 'tabell', '10', '--data', data, '--format', 'xlsx')).svar.falt![0]!.falt).toBe('ut')
  })
  it('döljer små tal, och visar dem bara för påhittade personer och när man ber om det', async () => {
    expect((await text('analys', 'tabell', '1', '--data', data)).ut).toContain('<5')
    expect((await text('analys', 'tabell', '1', '--data', data, '--smatal', 'visa')).ut).not.toContain('<5')
    const akta = join(rot, 'akta')
    const fil = join(rot, 'u.csv')
    writeFileSync(fil, 'person_id;lan;forman;arende_id;fran;tom;nettodagar;belopp\n1;Skåne;sjukpenning;1;2018-01-01;2018-01-31;31;1')
    expect((await json('analys', 'importera', '--data', akta, '--register', 'utbetalning', '--fil', fil)).kod).toBe(0)
    expect((await json('analys', 'tabell', '5', '--data', akta, '--smatal', 'visa')).svar.kod).toBe('registerSaknas')
    expect((await json('analys', 'figur', '2', '--data', akta, '--smatal', 'visa')).svar.kod).toBe('smaTalSkyddas')
  })
  it.each([
    [['tabell', '12'], 'nummer'],
    [['tabell', '1', '--data', join(rot, 'ingen')], 'data'],
    [['tabell', '1', '--data', data, '--period', '2019..2018'], 'period'],
    [['tabell', '1', '--data', data, '--omrade', 'Norrland'], 'omrade'],
    [['tabell', '1', '--data', data, '--format', 'pdf'], 'format'],
    [['figur', 'B'], 'nummer'],
    [['tabell', '1', '--data', data, '--utan', 'Norrland'], 'utan'],
  ])('%j ger slutkod 1 och namnger %s', async (ord, falt) => {
    const r = await json('analys', ...ord)
    expect([r.kod, r.svar.falt?.[0]?.falt]).toEqual([1, falt])
  })
  it('tar period och län', async () => {
    const { svar } = await json('analys', 'tabell', '1', '--data', data, '--period', '2016-01..2019-09', '--omrade', 'Skåne,Stockholm')
    expect(svar.urval).toEqual({ period: '2016-01-01–2019-09-30', omraden: ['Skåne', 'Stockholm'] })
  })
})

describe('analys utvardera, likformighet, indikatorer, pastaenden och rapport', () => {
  it('en utvärdering säger svar, antal, antaganden och vad den inte kan säga', async () => {
    const { ut } = await text('analys', 'utvardera', 'stegvis', '--data', data)
    for (const t of ['95 % intervall', 'N = ', 'Antaganden', 'Det kan resultatet inte säga', 'Kontroller']) expect(ut).toContain(t)
    expect((await json('analys', 'utvardera', 'langd', '--data', data, '--grupp', 'kon')).svar).toMatchObject({ id: 'langd_kon' })
  }, 60_000)
  it('likformighet ger trattens data, lika fall med det som skiljer och lika län', async () => {
    const { svar } = await json('analys', 'likformighet', 'sjukpenning_forsta', '--data', data, '--niva', 'lan')
    expect((svar.diagram as { typ: string }[]).filter((d) => d.typ === 'tratt')).toHaveLength(2)
    expect((await json('analys', 'likformighet', 'fall', 'sjukpenning_forsta', '--data', data, '--enskilda', '2')).svar.fall).toHaveLength(
      2,
    )
    expect((await json('analys', 'likformighet', 'lan', '--data', data, '--omrade', 'Kalmar')).svar).toMatchObject({ id: 'lika_lan' })
  }, 60_000)
  it('indikatorer, påståenden och facit', async () => {
    expect(
      (await json('analys', 'indikatorer', '--data', data, '--period', '2019..2020', '--indikator', 'sjukpenningtal')).svar,
    ).toMatchObject({ id: 'indikatorer' })
    expect((await text('analys', 'pastaenden', '--data', data)).ut).toContain('Påstående 8')
  }, 60_000)
  it('en rapport skrivs som PDF och Word för den dag man anger', async () => {
    const uppgifter = join(rot, 'uppgifter.json')
    writeFileSync(uppgifter, JSON.stringify({ dnr: 'FK 2099/1', undertecknare: { namn: 'P. Chef', titel: 'generaldirektör' } }))
    for (const [fil, start] of [
      ['r.pdf', '%PDF'],
      ['r.docx', 'PK'],
    ] as const) {
      const r = await json(
        'analys',
        'rapport',
        'aterrapport',
        '--uppdrag',
        'samordning_2018',
        '--data',
        data,
        '--datum',
        '2020-06-30',
        '--uppgifter',
        uppgifter,
        '--ut',
        join(rot, fil),
      )
      expect([r.kod, r.svar.utkast, r.svar.datum]).toEqual([0, false, '2020-06-30'])
      expect(readFileSync(join(rot, fil)).subarray(0, start.length).toString()).toBe(start)
    }
  }, 60_000)
  it.each([
    [['utvardera', 'gissa', '--data', data], 'utvardering'],
    [['utvardera', 'langd', '--data', data, '--insats', 'brev'], 'insats'],
    [['utvardera', 'langd', '--data', data, '--grupp', 'humör'], 'grupp'],
    [['utvardera', 'langd', '--data', data, '--omrade', 'Norrland'], 'omrade'],
    [['likformighet', '--data', data], 'slag'],
    [['likformighet', 'fall', 'apr', '--data', data, '--enskilda', 'många'], 'enskilda'],
    [['likformighet', 'lan', '--data', data, '--variabler', 'lycka'], 'variabler'],
    [['likformighet', 'apr', '--data', data, '--niva', 'by'], 'niva'],
    [['indikatorer', '--data', data, '--period', '2018-03..2019-03'], 'period'],
    [['indikatorer', '--data', data, '--indikator', 'lycka'], 'indikator'],
    [['indikatorer', '--data', data, '--datum', 'igår'], 'datum'],
    [['pastaenden'], 'data'],
    [['rapport', 'dikt', '--data', data, '--ut', 'x.pdf'], 'rapport'],
    [['rapport', 'ar', '--data', data, '--ut', 'x.txt'], 'ut'],
    [['rapport', 'ar', '--data', data, '--ut', 'x.pdf'], 'lan'],
    [['rapport', 'aterrapport', '--data', data, '--ut', 'x.pdf', '--uppdrag', 'x', '--datum', '2020-01-01'], 'uppdrag'],
  ])('%j ger slutkod 1 och namnger %s', async (ord, falt) => {
    const r = await json('analys', ...ord)
    expect([r.kod, r.svar.falt?.[0]?.falt]).toEqual([1, falt])
  })
})

describe('analys alla', () => {
  it('skriver allt i alla format, utvärderingar, jämförelser, indikatorer och rapporter, eller ingenting', async () => {
    const ut = join(rot, 'allt')
    const { kod, svar } = await json('analys', 'alla', '--data', data, '--ut', ut, '--tyst')
    expect([kod, svar.utelamnade]).toEqual([0, []])
    const filer = readdirSync(ut)
    expect(svar.filer).toBe(filer.length)
    expect(filer.filter((f) => /^(tabell|figur)/.test(f))).toHaveLength(15 * 6)
    for (const f of [
      'utvardera_reform.json',
      'utvardera_jamforelsegrupp.txt',
      'likformighet_sjukpenning_forsta.json',
      'likformighet_larm.txt',
      'lika_fall_apr.json',
      'lika_lan.json',
      'indikatorer.json',
      'pastaenden.txt',
      'rapport_rekommendationer.pdf',
      'rapport_rekommendationer.docx',
      'rapport_samordning_2018.pdf',
      'rapport_ar_Gavleborg.docx',
      'utelamnat.json',
    ])
      expect(filer).toContain(f)
    expect(readFileSync(join(ut, 'definitioner.md'), 'utf8')).toContain('## tabell1')
    expect((await json('analys', 'alla', '--data', data, '--ut', ut, '--tyst')).svar.kod).toBe('mappenFinns')
    expect((await json('analys', 'alla', '--data', join(rot, 'ingen'), '--ut', join(rot, 'inget'), '--tyst')).kod).toBe(1)
    expect(existsSync(join(rot, 'inget'))).toBe(false)
    expect(readdirSync(rot).filter((f) => f.startsWith('.'))).toEqual([])
  }, 300_000)
})

describe('resten av analysen', () => {
  it('publicerat visar tolv samband och skillnaderna i trycket', async () => {
    const { svar } = await json('analys', 'publicerat')
    expect((svar.samband as unknown[]).length).toBe(12)
    expect((await text('analys', 'publicerat')).ut).toContain('X06')
  })
  it('enkat visar svarsfrekvens, index, samverkan, svar och koder', async () => {
    for (const ord of [
      ['svarsfrekvens'],
      ['svarsfrekvens', 'sf'],
      ['paminnelser'],
      ['index', 'information_apr'],
      ['samverkan'],
      ['kombinationer'],
      ['svar', '21', 'a'],
      ['fritext', '22'],
      ['fragor'],
    ])
      expect((await json('analys', 'enkat', ...ord, '--data', data)).kod, ord.join(' ')).toBe(0)
    expect((await text('analys', 'enkat', 'svarsfrekvens', '--data', data)).ut).toContain('Nord  8  7')
    expect((await json('analys', 'enkat', 'index', 'lycka', '--data', data)).svar.falt![0]!.falt).toBe('index')
  })
  it('register visar vad en fil ska innehålla', async () => {
    expect((await text('analys', 'register')).ut).toContain('utbetalning')
    expect((await text('analys', 'register', 'utbetalning')).ut).toContain('nettodagar')
    expect((await json('analys', 'register', 'pengar')).svar.falt![0]!.falt).toBe('register')
  })
  it('importera säger varje fel med rad och kolumn', async () => {
    const fil = join(rot, 'fel.csv')
    writeFileSync(fil, 'person_id;lan;forman;arende_id;fran;tom;nettodagar;belopp\n1;Norrland;sjukpenning;1;2018-01-01;2018-01-31;31;1')
    expect((await json('analys', 'importera', '--data', join(rot, 'ny'), '--register', 'utbetalning', '--fil', fil)).svar.falt).toEqual([
      expect.objectContaining({ falt: 'rad 2, kolumn lan' }),
    ])
  })
  it('importera godtar ingen kolumn som registret inte har', async () => {
    const fil = join(rot, 'kolumner.csv')
    writeFileSync(fil, 'lan;ar\nSkåne;2019\n')
    const r = await json(
      'analys',
      'importera',
      '--data',
      join(rot, 'kolumner'),
      '--register',
      'lansserie',
      '--fil',
      fil,
      '--kolumner',
      'folk=lan',
    )
    expect([r.kod, r.svar.kod, r.svar.falt!.map((f) => f.falt)]).toEqual([1, 'okandKolumn', ['kolumner']])
  })
  it('en mapp i stället för en fil, och en fil som inte kan skrivas, är fel man får veta', async () => {
    const mapp = await json('analys', 'korrelation', '--fil', rot, '--x', 'a', '--y', 'b')
    expect([mapp.kod, mapp.svar.kod, mapp.svar.detail]).toEqual([1, 'filenKanInteNas', 'Sökvägen är en mapp, inte en fil.'])
    const skriv = await json('analys', 'tabell', '11', '--data', data, '--format', 'csv', '--ut', join(rot, 'finns', 'inte.csv'))
    expect([skriv.kod, skriv.svar.kod]).toEqual([1, 'filenKanInteNas'])
    expect(skriv.svar.detail).toMatch(/inte\.csv” finns inte\.$/)
  })
  it('--json ger aldrig något annat än JSON', async () =>
    expect((await json('analys', 'tabell', '11', '--data', data, '--format', 'csv', '--json')).svar).toMatchObject({
      kod: 'motsagandeVal',
      falt: [{ falt: 'format' }],
    }))
  it('kalibrering visar avvikelserna', async () =>
    expect((await text('analys', 'kalibrering', '--data', data)).ut).toContain('| kolumn | binder |'))
  it('ett okänt delkommando säger vilka som finns', async () =>
    expect((await json('analys', 'gissa')).svar.detail).toContain('analys korrelation'))
})

describe('reform', () => {
  const FIL = new URL('../../../../docs/reformer/sgi-tak-12.yaml', import.meta.url).pathname
  it('räknar före och efter, och ritar', async () => {
    const svg = join(rot, 'tak.svg')
    const { kod, svar } = await json('reform', FIL, '--befolkning', data, '--period', '2019', '--diagram', svg, '--smatal', 'visa')
    const [del] = svar.delar as { alla: { forandring: number; vinnare: number; forlorare: number } }[]
    expect([kod, del!.alla.vinnare > 0, del!.alla.forlorare, del!.alla.forandring > 0]).toEqual([0, true, 0, true])
    expect(svar.diagram).toEqual([svg])
    expect(readFileSync(svg, 'utf8')).toContain('<title id="titel">SGI-taket')
    expect((await text('reform', FIL, '--befolkning', data)).ut).toContain('Vinnare')
  })
  it.each([
    [[], 'fil'],
    [[FIL], 'befolkning'],
    [[FIL, '--befolkning', join(rot, 'saknas')], 'befolkning'],
    [['finns-inte.yaml', '--befolkning', data], 'fil'],
    [[FIL, '--befolkning', data, '--datum', 'i dag'], 'datum'],
    [[FIL, '--befolkning', data, '--motor', 'hand'], 'motor'],
    [[FIL, '--befolkning', data, '--period', '1980'], 'period'],
    [[FIL, '--befolkning', data, '--diagram', 'x.png'], 'diagram'],
    [[FIL, '--befolkning', data, '--smatal', 'ja'], 'smatal'],
  ])('%j ger slutkod 1 och namnger %s', async (ord, falt) => {
    const r = await json('reform', ...ord)
    expect([r.kod, r.svar.falt!.map((f) => f.falt)]).toEqual([1, [falt]])
  })
})
