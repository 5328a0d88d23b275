import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { beroenden } from '../../scripts/lag/beroenden.ts'
import type { Citering } from '../../scripts/lag/citeringar.ts'
import { citeringar, citeringarI } from '../../scripts/lag/citeringar.ts'
import { InteLagtext, lasLag } from '../../scripts/lag/lasLag.ts'
import { lasLagtextfil, type Lagtextfil } from '../../scripts/lag/lagtextfil.ts'
import { iOrdning } from '@atergang/regelverk'
import { skillnad, utgangskod, vakta, vakttext, type Vaktunderlag } from '../../scripts/lag/vakt.ts'

const LAG = `---
beteckning: 2010:110
rubrik: Socialförsäkringsbalk
publicerad_datum: 2025-06-24
---

# Socialförsäkringsbalk

## 27 kap. Allmänna bestämmelser om sjukpenning

### Sjukpenning efter uppnådd riktålder för pension

#### 36 §

Har den försäkrade fått sjukpenning för 180 dagar efter ingången av den månad när han eller hon uppnådde [riktåldern](#x) för pension, får Försäkringskassan besluta att sjukpenning inte längre ska lämnas till den försäkrade. Lag ([2022:879](https://selex.se/eli/sfs/2022/879)).

### Sjukpenning efter 71-årsdagen

#### 37 §

För tid efter ingången av den månad då den försäkrade fyllt 71 år får sjukpenning lämnas under högst 180 dagar. Lag ([2022:878](https://selex.se/eli/sfs/2022/878)).

## 28 kap. Beräkning av sjukpenning

#### 10 §

För dagar i en sjukperiod gäller att hel kalenderdagsberäknad sjukpenning motsvarar kvoten mellan

- beräkningsunderlaget enligt 7 § 1 eller 2 och

- 365.

Sjukpenningen avrundas till närmaste hela krontal, varvid 50 öre avrundas uppåt. Arbetsgivarinträde m.m. 11 § Till den del den försäkrade är arbetslös lämnas hel sjukpenning med högst 543 kronor om dagen.

### För en sjukdag motsvarar sjukpenningen kvoten mellan

- 80 procent och

- 365.

#### 13 §

Om sjukpenning ska lämnas för endast en dag.

Samordning med lön
`

/** As `fold -s`: other line wrapping of the same text. */
const brytVid = (text: string, bredd: number): string =>
  text
    .split('\n')
    .map((rad) => {
      const ut: string[] = []
      for (const ord of rad.split(' ')) {
        if (ut.length && `${ut.at(-1)} ${ord}`.length <= bredd) ut[ut.length - 1] += ` ${ord}`
        else ut.push(ord)
      }
      return ut.join('\n')
    })
    .join('\n')

const lag = lasLag(LAG, 'lag.md')
const sparad: Lagtextfil = {
  kalla: '',
  lagar: { '2010:110': { rubrik: lag.rubrik, publicerad: lag.publicerad } },
  kapitel: {},
  paragrafer: Object.fromEntries(lag.paragrafer),
}
const citerade: Citering[] = citeringarI('regler/a.ts', "lagrum: ['27:37', '28:10 st 2'],\n'28:11'")
const underlag: Vaktunderlag = {
  sparad,
  citeringar: citerade,
  beroende: (n) => ({
    regler: n === '28:11' ? ['arbetslosTak'] : [],
    anvandsAv: [],
    lagfall:
      n === '28:11'
        ? [
            { fil: 'a.csv', rad: 3, fall: 'x' },
            { fil: 'a.csv', rad: 4, fall: 'y' },
            { fil: 'a.csv', rad: 9, fall: 'z' },
          ]
        : [],
    prov: [],
  }),
}
const vaktaText = (text: string) => vakta(lasLag(text, 'ny.md'), underlag)

describe('en konsoliderad lagtext', () => {
  it('läses paragraf för paragraf, också den som står inskriven i en annan och den rad som fått fel märke', () => {
    expect([...lag.paragrafer.keys()]).toEqual(['27:36', '27:37', '28:10', '28:11', '28:13'])
    expect(lag.paragrafer.get('28:10')!.stycken).toEqual([
      {
        text: 'För dagar i en sjukperiod gäller att hel kalenderdagsberäknad sjukpenning motsvarar kvoten mellan',
        punkter: ['beräkningsunderlaget enligt 7 § 1 eller 2 och', '365.'],
      },
      { text: 'Sjukpenningen avrundas till närmaste hela krontal, varvid 50 öre avrundas uppåt.', punkter: [] },
    ])
    expect(lag.paragrafer.get('28:11')).toMatchObject({
      rubrik: 'Arbetsgivarinträde m.m.',
      stycken: [
        { text: 'Till den del den försäkrade är arbetslös lämnas hel sjukpenning med högst 543 kronor om dagen.' },
        { text: 'För en sjukdag motsvarar sjukpenningen kvoten mellan', punkter: ['80 procent och', '365.'] },
      ],
    })
    expect(lag.paragrafer.get('28:13')!.stycken).toHaveLength(1)
  })

  it.each([30, 45, 60, 72, 100])('har samma kontrollsummor när raderna bryts vid %i tecken, och med CRLF', (bredd) => {
    const summor = (l: typeof lag) => [...l.paragrafer].map(([n, p]) => [n, p.sha256])
    expect(summor(lasLag(brytVid(LAG, bredd), 'x'))).toEqual(summor(lag))
    expect(summor(lasLag(brytVid(LAG, bredd).replaceAll('\n', '\r\n'), 'x'))).toEqual(summor(lag))
  })

  it.each([
    ['en fil utan huvud', '# Socialförsäkringsbalk', /börjar inte med ett huvud/],
    ['ett huvud utan beteckning', '---\nrubrik: X\n---\n', /saknar raden ”beteckning:”/],
    [
      'en annan lag',
      LAG.replace('2010:110', '2009:1174'),
      /den är 2009:1174 .*2010:110 socialförsäkringsbalken och 2017:900 förvaltningslagen/,
    ],
    ['en balk utan kapitel', LAG.replaceAll('## 27 kap.', '## Om').replaceAll('## 28 kap.', '## Om'), /har inga kapitel/],
    ['kapitel utan paragrafer', LAG.split('### Sjukpenning efter uppnådd')[0]!, /har inga paragrafer/],
  ])('är inte %s, och felet säger hur filen ska se ut', (_, text, fel) => {
    expect(() => lasLag(text, 'fil.md')).toThrow(InteLagtext)
    expect(() => lasLag(text, 'fil.md')).toThrow(fel)
    expect(() => lasLag(text, 'fil.md')).toThrow(/fil\.md .*Filen ska vara som sfs-2010-110\.md/)
  })

  it('har paragraferna i lagens ordning', () => {
    expect(['FL 2', '28 a:1', '28:10', '28:9', '28:9 a', '110:1', 'FL 10', '28 a:10'].sort(iOrdning)).toEqual([
      '28:9',
      '28:9 a',
      '28:10',
      '28 a:1',
      '28 a:10',
      '110:1',
      'FL 2',
      'FL 10',
    ])
  })
})

describe('lagvakten', () => {
  it('säger att inget har ändrats när bara radbrytningen är en annan', () => {
    const s = vaktaText(brytVid(LAG, 50))
    expect(s).toMatchObject({ oforandrade: 5, andringar: [] })
    expect(utgangskod(s)).toBe(0)
  })

  it('visar orden före och efter, och vad som vilar på paragrafen', () => {
    const s = vaktaText(LAG.replace('543 kronor', '600 kronor'))
    expect(s.andringar).toMatchObject([
      { nyckel: '28:11', slag: 'ändrad', citerad: true, regler: ['arbetslosTak'], kod: [{ fil: 'regler/a.ts', rad: 2 }] },
    ])
    expect(s.andringar[0]!.fore).toMatch(/högst 543 kronor/)
    expect(s.andringar[0]!.efter).toMatch(/högst 600 kronor/)
    expect(utgangskod(s)).toBe(1)
    expect(vakttext(s)).toMatch(/28:11 har ändrats\n[\s\S]*se över: arbetslosTak\n {2}kod: regler\/a\.ts:2\n {2}lagfall: a\.csv:3–4,9/)
  })

  it('skiljer en citerad paragraf som är borta från en som ingen citerar', () => {
    const utan = (nr: string) => LAG.replace(new RegExp(`#### ${nr} §[\\s\\S]*?(?=\\n###? )`), '')
    expect(utgangskod(vaktaText(utan('37')))).toBe(3)
    const s = vaktaText(utan('36'))
    expect(s.andringar).toMatchObject([{ nyckel: '27:36', slag: 'borta', citerad: false }])
    expect(utgangskod(s)).toBe(1)
  })

  it('ser en ny paragraf i ett kapitel som täcks, men inte i ett annat', () => {
    const ny = (kapitel: string) =>
      LAG.replace('## 28 kap.', `#### 37 a §\n\nEn ny paragraf.\n\n## ${kapitel} kap. Nytt\n\n#### 1 §\n\nText.\n\n## 28 kap.`)
    expect(vaktaText(ny('96')).andringar.map((a) => [a.nyckel, a.slag])).toEqual([['27:37 a', 'ny']])
    expect(vaktaText(ny('31')).andringar.map((a) => a.nyckel)).toEqual(['27:37 a', '31:1'])
  })

  it('varnar när det mesta är borta', () => {
    expect(vakttext(vaktaText(LAG.slice(0, LAG.indexOf('## 28 kap.')).replace(/#### 37 §[\s\S]*/, '')))).toMatch(
      /Kontrollera att filen är hel/,
    )
  })

  it('visar skillnaden också när ord läggs till sist eller tas bort först', () => {
    expect(skillnad('a b c', 'a b c d')).toEqual({ fore: 'a b c', efter: 'a b c d' })
    expect(skillnad('x a b c', 'a b c')).toEqual({ fore: 'x a b c', efter: 'a b c' })
  })

  it('hittar regler, användare och lagfall för en paragraf i huset', () => {
    const b = beroenden()('28:11')
    expect(b.regler).toContain('arbetslosTak')
    expect(b.anvandsAv).toContain('sjukpenningPerDag')
    expect(b.lagfall.length).toBeGreaterThan(10)
    expect(beroenden()('113:19').prov).toContain('packages/regelverk/src/tidslinjer/tidslinjer.test.ts')
  })
})

describe('npm run lagvakt', () => {
  const mapp = mkdtempSync(join(tmpdir(), 'lagvakt-'))
  const kor = (...argument: string[]) =>
    spawnSync(process.execPath, ['--no-warnings', '--import', 'tsx', 'scripts/lagvakt.ts', ...argument], { encoding: 'utf8' })
  const fil = join(mapp, 'del.md')
  writeFileSync(fil, LAG)

  it('slutar med 2 och säger varför när filen inte är en lagtext', () => {
    for (const [argument, text] of [
      [['README.md'], /README\.md är ingen konsoliderad lagtext/],
      [['finns-inte.md'], /filen finns inte/],
      [[], /Ange minst en fil/],
      [[fil, '--jsn'], /Valet --jsn finns inte/],
    ] as const) {
      const r = kor(...argument)
      expect([r.status, r.stdout]).toEqual([2, ''])
      expect(r.stderr).toMatch(text)
    }
  })

  it('skriver felet som ett problemobjekt med --json, och inget annat', () => {
    for (const [argument, falt] of [
      [['finns-inte.md'], 'fil'],
      [[mapp], 'fil'],
      [[], 'fil'],
      [[fil, '--jsn'], 'jsn'],
    ] as const) {
      const r = kor(...argument, '--json')
      expect([r.status, r.stderr]).toEqual([2, ''])
      expect(JSON.parse(r.stdout)).toMatchObject({ detail: expect.any(String) as string, falt: [{ falt }] })
    }
  })

  it('slutar med 3 när en citerad paragraf är borta, och skriver ett JSON-objekt med --json', () => {
    const r = kor(fil, '--json')
    expect(r.status).toBe(3)
    const svar = JSON.parse(r.stdout) as { lagar: unknown[]; andringar: { nyckel: string; slag: string }[] }
    expect(svar.lagar).toMatchObject([{ beteckning: '2010:110', jamfordMed: '2025-06-24' }])
    expect(svar.andringar.find((a) => a.nyckel === '27:48')).toMatchObject({ slag: 'borta', citerad: true })
    expect(svar.andringar.find((a) => a.nyckel === '27:37')).toBeUndefined()
  })

  // The sources lie beside the repository while it is built.
  const KALLA = '../shared/sources/lag/sfs-2010-110.md'
  it.skipIf(!existsSync(KALLA))('finner ingen skillnad mot källan som reglerna är skrivna på', () => {
    expect(
      vakta(lasLag(readFileSync(KALLA, 'utf8'), KALLA), { sparad: lasLagtextfil(), citeringar: citeringar(), beroende: beroenden() })
        .andringar,
    ).toEqual([])
  })
})
