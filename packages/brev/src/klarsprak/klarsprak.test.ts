import { describe, expect, it } from 'vitest'
import type { Brevblock } from '@atergang/arende'
import { brev, lista, ram, rubrik, stycke } from '../exempel/gemensamt.ts'
import { exempelbrev } from '../exempel/index.ts'
import { klarsprak } from './klarsprak.ts'
import { SVARA_ORD } from './ordlista.ts'
import { svaraOrd } from './svara-ord.ts'

const mat = (...block: Brevblock[]) => klarsprak(brev({ rubrik: 'Rubrik', block }))

describe('LIX, räknat för hand', () => {
  it('åtta ord, två meningar, ett långt ord: 8/2 + 100·1/8 = 16,5', () => {
    expect(mat(stycke('a', 'Du får hel sjukpenning. Den gäller från måndag.'))).toMatchObject({
      ord: 8,
      meningar: 2,
      langaOrd: 1,
      ordPerMening: 4,
      lix: 16.5,
      omdome: 'lattlast',
    })
  })

  it('lagrum, belopp och avsnitt: 15 ord, en mening, fyra långa: 15 + 400/15 = 41,7', () => {
    const m = mat(
      stycke('a', 'Enligt 27 kap. 48 § socialförsäkringsbalken är beloppet 1 250,50 kronor, t.ex. för den 3.1 avsedda perioden.'),
    )
    expect(m).toMatchObject({ ord: 15, meningar: 1, langaOrd: 4, lix: 41.7, omdome: 'medel' })
  })

  it('varje punkt i en lista är en mening: 5 ord, 3 meningar, 2 långa: 5/3 + 200/5 = 41,7', () => {
    expect(mat(stycke('a', 'Skicka in:'), lista('b', 'läkarintyg', 'din ansökan'))).toMatchObject({
      ord: 5,
      meningar: 3,
      langaOrd: 2,
      lix: 41.7,
    })
  })

  it('rubriker, tabeller och uppgifter är ingen löpande text', () => {
    const m = mat(
      rubrik('r', 'Rubriken har oerhört komplicerade formuleringar'),
      { ...ram('t'), typ: 'tabell', rubrik: 'Tabellrubriken', kolumner: [{ rubrik: 'Kolumnrubriken' }], rader: [['Cellinnehållet']] },
      { ...ram('u'), typ: 'uppgifter', rader: [['Handläggare', 'Exempelsson']] },
    )
    expect(m).toMatchObject({ ord: 0, meningar: 0, lix: 0, ordPerMening: 0, omdome: 'lattlast' })
  })
})

describe('långa meningar', () => {
  const medOrd = (n: number) => `Ett${' ord'.repeat(n - 1)}.`

  it('25 ord är inte långt, 26 är det, och blocket nämns', () => {
    const m = mat(stycke('kort', medOrd(25)), stycke('langt', `Ja. ${medOrd(26)}`))
    expect(m.langaMeningar).toEqual([{ block: 'langt', falt: 'block[1].text', mening: medOrd(26), ord: 26 }])
  })
})

describe('omdömet', () => {
  const korta = (n: number) => stycke('a', `${Array.from({ length: n }, () => 'vi').join(' ')}.`)
  it.each([
    [14, 'lattlast'],
    [15, 'medel'],
    [19, 'medel'],
    [20, 'svar'],
  ] as const)('%i ord per mening → %s', (n, omdome) => {
    expect(mat(korta(n)).omdome).toBe(omdome)
  })

  it.each([
    ['Du har ansökan, läkarintyget här nu då ju ja nej.', 30, 'lattlast'], // 10 + 200/10
    ['Du har ansökan, läkarintyget, beslutet här nu då ju ja.', 40, 'medel'], // 10 + 300/10
    ['Du har ansökan, läkarintyget, beslutet, beloppet nu då ju ja.', 50, 'svar'], // 10 + 400/10
  ] as const)('%s har LIX %i → %s', (text, lix, omdome) => {
    expect(mat(stycke('a', text))).toMatchObject({ lix, omdome })
  })

  it('säger varför, med gränserna', () => {
    expect(mat(korta(20)).grund).toBe(
      'LIX är 20 och meningarna har i snitt 20 ord. Brevet räknas som svårt från LIX 50 eller 20 ord per mening.',
    )
  })

  it('exempelbreven är inte svåra', () => {
    for (const b of Object.values(exempelbrev)) expect(klarsprak(b).omdome).not.toBe('svar')
  })
})

describe('svåra ord', () => {
  it('hittas i löptext, rubriker och tabeller, oavsett versaler, med ett förslag i samma form', () => {
    const m = mat(
      rubrik('r', 'Avseende din ansökan'),
      stycke('s', 'Det föreligger inte skäl. Med\u00A0anledning av det  erhåller du inget.'),
      { ...ram('t'), typ: 'tabell', rubrik: 'Belopp', kolumner: [{ rubrik: 'Utges' }], rader: [['fr.o.m. mars']] },
    )
    expect(m.svaraOrd).toEqual([
      { block: 'r', falt: 'block[0].text', ord: 'Avseende', forslag: 'om' },
      { block: 's', falt: 'block[1].text', ord: 'föreligger', forslag: 'finns' },
      { block: 's', falt: 'block[1].text', ord: 'Med\u00A0anledning av', forslag: 'på grund av' },
      { block: 's', falt: 'block[1].text', ord: 'erhåller', forslag: 'får' },
      { block: 't', falt: 'block[2].kolumner[0].rubrik', ord: 'Utges', forslag: 'betalas' },
      { block: 't', falt: 'block[2].rader[0][0]', ord: 'fr.o.m.', forslag: 'från och med' },
    ])
  })

  it('delar av andra ord är inga svåra ord', () => {
    expect(mat(stycke('s', 'Mejla, samtidigt som du dockar. Samt-ord och pgas.')).svaraOrd).toEqual([])
  })

  it('listan har inga dubbletter, och inget förslag är självt ett svårt ord', () => {
    const svara = SVARA_ORD.map(([s]) => s)
    expect(new Set(svara).size).toBe(svara.length)
    for (const [svart, forslag] of SVARA_ORD) {
      expect(svaraOrd(brev({ rubrik: 'R', block: [stycke('s', forslag)] })), `${svart} → ${forslag}`).toEqual([])
      expect(
        svaraOrd(brev({ rubrik: 'R', block: [stycke('s', `Hej ${svart} du`)] })).map((x) => x.forslag),
        svart,
      ).toContain(forslag)
    }
  })
})

describe('förkortningar', () => {
  const korta = (...texter: string[]) => mat(...texter.map((t, i) => stycke(`s${i}`, t))).oforklarade.map((f) => f.forkortning)

  it('en förkortning utan sin långa form nämns en gång, där den först står', () => {
    expect(mat(stycke('a', 'Din SGI är låg. SGI-taket är högt.'), stycke('b', 'Din SGI och AF.')).oforklarade).toEqual([
      { block: 'a', falt: 'block[0].text', forkortning: 'SGI', langform: 'sjukpenninggrundande inkomst' },
      { block: 'b', falt: 'block[1].text', forkortning: 'AF', langform: 'Arbetsförmedlingen' },
    ])
  })

  it('den är förklarad när den långa formen står någonstans, också böjd', () => {
    expect(korta('Din SGI är 1 000 kronor.', 'Den sjukpenninggrundande inkomsten räknas om.')).toEqual([])
    expect(korta('Fråga FMR.', 'Vår försäkringsmedicinska rådgivare har svarat.')).toEqual([])
    expect(korta('APR finns.', 'Det arbetsplatsinriktade rehabiliteringsstödet söks av arbetsgivaren.')).toEqual([])
  })

  it('en okänd förkortning är förklarad av en parentes', () => {
    expect(korta('Du har XYZ.')).toEqual(['XYZ'])
    expect(korta('Du har ett kort prov (XYZ). Ditt XYZ är bra.')).toEqual([])
    expect(korta('Du har XYZ (ett kort prov).')).toEqual([])
  })

  it('ärendenummer, diagnoskoder, versala rubriker och det alla känner till är inga förkortningar att förklara', () => {
    expect(korta('Ärende SJP-2026-000980, diagnos M54 och FMR2.', 'VIKTIGT OM DITT BESLUT', 'Ring Bygg AB i EU och läs PDF:en.')).toEqual(
      [],
    )
  })
})
