import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brev, besked, lista, ram, rubrik, stycke } from './exempel/gemensamt.ts'
import { exempelbrev } from './exempel/index.ts'
import { Brevfel, skapaBrevskrivare, type Brevskrivare } from './index.ts'
import { alla, lasPdf, medRoll, upplast, type LastPdf } from './stod/laspdf.ts'
import { texter } from './texter.ts'

let skrivare: Brevskrivare
beforeAll(() => {
  skrivare = skapaBrevskrivare()
})
afterAll(() => skrivare.stang())

const enkel = (t: string) => t.replace(/\s+/gu, ' ')
const latin1 = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1')

describe('ett bifall som PDF', () => {
  let pdf: Uint8Array
  let last: LastPdf
  beforeAll(async () => {
    pdf = (await skrivare.skriv(exempelbrev.bifall)).pdf
    last = await lasPdf(pdf)
  })

  it('säger sig vara PDF/UA-1, är märkt med taggar och har titel, språk och datum', () => {
    expect(last.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(last.markerad).toBe(true)
    expect(latin1(pdf)).toContain('/StructTreeRoot')
    expect(latin1(pdf)).toMatch(/\/DisplayDocTitle true/)
    expect(last.info).toMatchObject({
      Title: 'Du får sjukpenning från den 16 februari 2026',
      Language: 'sv-SE',
      Author: 'Sjukförsäkring Mellanbygden',
      CreationDate: 'D:20260302000000Z',
    })
    expect(last.info.Keywords).toContain('mall sjukpenning-bifall 1')
  })

  it('bär med sig sina typsnitt, och inga andra', () => {
    const namn = [...latin1(pdf).matchAll(/\/FontName \/[A-Z]{6}\+([\w-]+)/g)].map((m) => m[1])
    expect(new Set(namn)).toEqual(new Set(['SourceSans3-Regular', 'SourceSans3-SemiBold']))
    expect(latin1(pdf).match(/\/FontFile2 /g)).toHaveLength(2)
  })

  it('har sina rubriker på nivå 1, 2 och 3 i ordning', () => {
    const rubriker = last.sidor.flatMap(alla).filter((n) => /^H\d$/.test(n.roll) && n.text !== '')
    expect(rubriker.map((n) => `${n.roll} ${n.text}`)).toEqual([
      'H1 Du får sjukpenning från den 16 februari 2026',
      'H2 Perioder och belopp',
      'H2 Så har vi räknat',
      'H3 Om något ändras',
      'H2 Om du tycker att beslutet är fel',
      'H2 Kontakt',
    ])
  })

  it('har en tabell med bildtext, rubrikceller för kolumnerna och celler i ordning', () => {
    expect(medRoll(last, 'Caption')).toEqual(['Det här får du före skatt'])
    expect(medRoll(last, 'TH')).toEqual(['Period', 'Del av hel sjukpenning', 'Dagar', 'Per dag (kr)', 'Summa (kr)'])
    expect(latin1(pdf).match(/\/Scope \/Column/g)).toHaveLength(5)
    expect(medRoll(last, 'TD').slice(0, 5)).toEqual(['16 februari 2026', 'karensavdrag', '1', '0', '0'])
  })

  it('har uppgifterna som ord och värden', () => {
    const poster = last.sidor.flatMap(alla).filter((n) => n.roll === 'LI')
    expect(poster.map((n) => n.barn.map((b) => [b.roll, b.text]))).toEqual([
      [
        ['Lbl', 'Beslutat av'],
        ['LBody', 'Bo Påhittad'],
      ],
      [
        ['Lbl', 'Enhet'],
        ['LBody', 'Sjukförsäkring Mellanbygden'],
      ],
      [
        ['Lbl', 'Telefon'],
        ['LBody', '010-000 00 00'],
      ],
    ])
  })

  it('läser inte upp sidfoten, som är utsmyckning', () => {
    expect(upplast(last)).not.toContain('Sida 1 av')
  })
})

describe('alla brev', () => {
  it.each(Object.entries(exempelbrev))('%s läses upp i läsordning: huvud, rubrik, block för block', async (_, innehall) => {
    const last = upplast(await lasPdf((await skrivare.skriv(innehall)).pdf))
    let fran = 0
    for (const { text, falt } of texter(innehall)) {
      const i = last.indexOf(enkel(text), fran)
      expect(i, `${falt}: ${text}`).toBeGreaterThanOrEqual(fran)
      fran = i + (text === '' ? 0 : enkel(text).length)
    }
  })

  it('samma innehåll ger samma byte, oavsett skrivare, nycklarnas ordning och blockens ägare; annan text ger andra', async () => {
    const ett = await skrivare.skriv(exempelbrev.avslag)
    const annan = skapaBrevskrivare()
    const omvant = Object.fromEntries(Object.entries(exempelbrev.avslag).reverse()) as unknown as typeof exempelbrev.avslag
    const tva = await annan.skriv({ ...omvant, block: omvant.block.map((b) => ({ ...b, agare: 'någon annan' })) })
    await annan.stang()
    expect(Buffer.compare(ett.pdf, tva.pdf)).toBe(0)
    expect(ett.sha256).toBe(tva.sha256)
    expect(ett.sha256).toBe(createHash('sha256').update(ett.pdf).digest('hex'))
    expect((await skrivare.skriv({ ...exempelbrev.avslag, arendenummer: 'SJP-2025-000982' })).sha256).not.toBe(ett.sha256)
  })

  it('text är aldrig kod', async () => {
    const ont = [
      '#panic("nu") #read("/etc/passwd") #import "block.typ": *',
      '$x^2$ *fet* _kursiv_ `kod` @ref <etikett> ~ -- --- ...',
      '\\ ] [ } { ) ( " \' // kommentar /* dold */ \\u{41} \\n',
      '= Rubrik',
      '- punkt',
      '+ nummer',
      '/ ord: värde',
      '{"text": "json"}',
    ]
    const innehall = brev({
      rubrik: ont[0]!,
      arendenummer: '#1 $2$ \\',
      mottagare: { namn: '*Anna* #emph[E]', rader: ['@gatan _1_', '] 123 45'] },
      block: [
        ...ont.map((t, i) => stycke(`s${i}`, t)),
        lista('l', ...ont),
        besked('b', ont[1]!),
        rubrik('r', ont[2]!),
        {
          ...ram('t'),
          typ: 'tabell',
          rubrik: ont[0]!,
          kolumner: [{ rubrik: ont[1]! }, { rubrik: '#k' }],
          rader: ont.map((t) => [t, '$1$']),
        },
        { ...ram('u'), typ: 'uppgifter', rader: ont.map((t) => [t, t] as const) },
      ],
    })
    const last = await lasPdf((await skrivare.skriv(innehall)).pdf)
    const allt = upplast(last)
    for (const { text } of texter(innehall)) expect(allt).toContain(enkel(text))
    expect(medRoll(last, 'H1', 'H2', 'H3')).toEqual([ont[0], ont[2]])
    expect(medRoll(last, 'L')).toHaveLength(2)
  })

  it('en lång tabell bryts över sidor, rubrikraden upprepas för ögat men läses upp en gång', async () => {
    const rader = Array.from({ length: 90 }, (_, i) => [`rad ${i + 1}`, `${i + 1}`])
    const { pdf, sidor } = await skrivare.skriv(
      brev({
        rubrik: 'Lång',
        block: [{ ...ram('t'), typ: 'tabell', rubrik: 'Rader', kolumner: [{ rubrik: 'Rad' }, { rubrik: 'Nummer', hoger: true }], rader }],
      }),
    )
    const last = await lasPdf(pdf)
    expect(sidor).toBe(3)
    expect(last.sidor).toHaveLength(3)
    expect(medRoll(last, 'TD')).toEqual(rader.flat())
    expect(medRoll(last, 'TH')).toEqual(['Rad', 'Nummer'])
  })

  it('en tabells bildtext och rubrikrad skiljs aldrig åt av ett sidbyte', async () => {
    const ut = async (stycken: number) => {
      const block = [
        ...Array.from({ length: stycken }, (_, i) => stycke(`s${i}`, 'Fyllnad.')),
        rubrik('r', 'Belopp'),
        { ...ram('t'), typ: 'tabell' as const, rubrik: 'Bildtext', kolumner: [{ rubrik: 'Kolumn' }], rader: [['cell']] },
      ]
      return (await lasPdf((await skrivare.skriv(brev({ rubrik: 'Lång', block }))).pdf)).sidor.map((s) => s.text)
    }
    for (let n = 10; n < 30; n++) {
      const sida = (await ut(n)).find((s) => s.includes('Bildtext'))
      expect(sida, `${n} stycken`).toMatch(/Belopp Bildtext Kolumn cell$/)
    }
  })

  it('en avsändare som bara heter Återgång nämns inte två gånger', async () => {
    const huvudet = async (rader: string[]) =>
      upplast(
        await lasPdf(
          (await skrivare.skriv(brev({ rubrik: 'R', avsandare: { namn: 'Återgång', rader }, block: [stycke('s', 'Text.')] }))).pdf,
        ),
      )
    expect(await huvudet(['Enheten Väst'])).toMatch(/^Återgång Enheten Väst Beslut/)
    expect(await huvudet([])).toMatch(/^Återgång Återgång Beslut/)
  })

  it('stycken i en text blir stycken, och en radbrytning blir ingen', async () => {
    const last = await lasPdf((await skrivare.skriv(brev({ rubrik: 'R', block: [stycke('s', 'Ett.\nTvå.\n\nTre.')] }))).pdf)
    expect(medRoll(last, 'P').slice(-2)).toEqual(['Ett. Två.', 'Tre.'])
  })
})

describe('fel', () => {
  it('ett tecken som typsnittet saknar stoppar brevet och blocket nämns', async () => {
    const fel = await skrivare.skriv(brev({ rubrik: 'R', block: [stycke('halsning', 'Krya på dig 😀')] })).catch((e: unknown) => e)
    expect(fel).toBeInstanceOf(Brevfel)
    expect(fel).toMatchObject({ kod: 'innehall', block: 'halsning' })
    expect((fel as Brevfel).message).toBe(
      'Textblocket ”halsning” (block[0].text): tecknet ”😀” (U+1F600) finns inte i brevets typsnitt. Ta bort tecknet eller skriv det med ord.',
    )
  })

  it('ett fel i ett brev hindrar inte det som kommer efter', async () => {
    const [fel, ratt] = await Promise.allSettled([
      skrivare.skriv(brev({ rubrik: '', block: [] })),
      skrivare.skriv(exempelbrev.kommunicering),
    ])
    expect([fel.status, ratt.status]).toEqual(['rejected', 'fulfilled'])
  })
})

describe('processen', () => {
  it('är fri att göra annat medan brev skrivs', async () => {
    let slag = 0
    const klocka = setInterval(() => slag++, 2)
    await Promise.all(Array.from({ length: 30 }, () => skrivare.skriv(exempelbrev.avslag)))
    clearInterval(klocka)
    expect(slag).toBeGreaterThan(15)
  })

  it('hålls inte vid liv av en vilande skrivare, och den går att köra med tsx', async () => {
    const sokvag = (fil: string) => JSON.stringify(fileURLToPath(new URL(fil, import.meta.url)))
    const kod = `
      import { skapaBrevskrivare } from ${sokvag('./index.ts')}
      import { exempelbrev } from ${sokvag('./exempel/index.ts')}
      console.log((await skapaBrevskrivare().skriv(exempelbrev.bifall)).sha256)`
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', kod], {
      timeout: 20_000,
    })
    expect(stdout.trim()).toBe((await skrivare.skriv(exempelbrev.bifall)).sha256)
  })
})
