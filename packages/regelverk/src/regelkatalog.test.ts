import { describe, expect, it } from 'vitest'
import { regelkatalog } from './index.ts'
import { paragraftext } from './lagtext.ts'

const katalog = regelkatalog(paragraftext)
const regeln = (namn: string) => katalog.regler.find((r) => r.namn === namn)!

describe('regelkatalogen', () => {
  it('är ren data: den överlever JSON och har varje namn en gång', () => {
    expect(JSON.parse(JSON.stringify(katalog))).toEqual(katalog)
    for (const lista of [katalog.regler, katalog.parametrar, katalog.fragor])
      expect(new Set(lista.map((x) => x.namn)).size).toBe(lista.length)
  })

  it('säger för en regel dess paragrafer, ord, fakta, parametrar och grannar', () => {
    expect(regeln('helDagEfterTak')).toMatchObject({
      slag: 'regel',
      rubrik: 'Hel sjukpenning per dag vid arbetslöshet',
      enhet: 'kr/dag',
      lagrum: [{ kort: '28:11', text: '28 kap. 11 §', paragraf: '28:11' }],
      versioner: [
        {
          from: '2011-01-01',
          tom: null,
          iOrd: 'om arbetslös: det lägsta av hel sjukpenning per dag, före avrundning och högsta hela sjukpenning vid arbetslöshet, annars: hel sjukpenning per dag, före avrundning',
        },
      ],
      fakta: [{ namn: 'arbetslos', arFraga: false }],
      parametrar: ['arbetslosTak'],
      anvander: ['helDag'],
    })
    expect(regeln('helDag').anvandsAv).toContain('helDagEfterTak')
  })

  it('säger vilka fakta som är svar på en fråga till en människa', () => {
    expect(regeln('sjukersattningRatt').fakta).toMatchObject([
      { namn: 'stadigvarandeNedsatt', arFraga: true },
      { namn: 'ingaAtgarder', arFraga: true },
    ])
    expect(katalog.fragor.find((f) => f.namn === 'stadigvarandeNedsatt')!.anvandsAv).toEqual(['sjukersattningRatt'])
  })

  it('har parametrarna över tid, exakta och som de läses', () => {
    expect(katalog.parametrar.find((p) => p.namn === 'sgiTak')!.varden).toMatchObject([
      { from: '2011-01-01', tom: '2018-06-30', varde: '7,5 prisbasbelopp', tal: { t: 15, n: 2 } },
      { from: '2018-07-01', tom: '2021-12-31', varde: '8 prisbasbelopp' },
      { from: '2022-01-01', tom: null, varde: '10 prisbasbelopp' },
    ])
    expect(katalog.parametrar.find((p) => p.namn === 'kommuniceringsfrist')).toMatchObject({
      slag: 'riksinstallning',
      varden: [{ varde: '14 dagar', tal: null }],
    })
  })

  it('har lagens ord när de lämnas in, annars inga', () => {
    expect(katalog.paragrafer['28:11']![0]!.text).toMatch(/543 kronor/)
    expect(regelkatalog().paragrafer).toEqual({})
  })
})
