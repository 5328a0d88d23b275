import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { datum } from '@atergang/kalender'
import { rapportPdf, rapportWord } from '@atergang/brev'
import { unzipSync, strFromU8 } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Datakalla } from '../datakalla.ts'
import { indikatorer, indikatorrader, motMalet } from '../indikatorer/indikatorer.ts'
import { malenDen } from '../indikatorer/mal.ts'
import { PASTAENDEN, pastaenden } from '../indikatorer/pastaenden.ts'
import { likaFall } from '../jamforelse/likafall.ts'
import { likaLan } from '../jamforelse/likalan.ts'
import { likformighet } from '../jamforelse/likformighet.ts'
import { fonster } from '../matt/matt.ts'
import { fardiga } from '../resultat/resultat.ts'
import { provland } from '../stod/provland.ts'
import { aterrapport, arsrapport, rekommendationsrapport } from './rapporter.ts'
import { INGA_UPPGIFTER, lasUppgifter } from './uppgifter.ts'

let mapp = ''
let k: Datakalla
beforeAll(async () => {
  mapp = await provland(50_000, 'rapport')
  k = await Datakalla.oppna(mapp)
}, 120_000)
afterAll(() => {
  k.stang()
  rmSync(join(mapp, '..'), { recursive: true })
})
const P = fonster('2016-01-01', '2019-12-31')

describe('likformighet', () => {
  it('har väntade avslag som tillsammans är de verkliga, gränser kring ett, och pseudonymer i stället för handläggare', async () => {
    const r = await likformighet(k, 'sjukpenning_forsta', { nyckel: 'n' })
    const t = r.tabeller.find((x) => x.svar.id === 'omraden')!.svar
    const kol = (id: string) => t.kolumner.findIndex((x) => x.id === id)
    const summa = (id: string): number => t.rader.reduce((s, x) => s + Number(x.celler[kol(id)]!.varde), 0)
    expect(summa('vantade') / summa('avslag')).toBeCloseTo(1, 2)
    for (const x of t.rader)
      expect([Number(x.celler[kol('undre95')]!.varde) < 1, Number(x.celler[kol('ovre95')]!.varde) > 1]).toEqual([true, true])
    const h = r.tabeller.find((x) => x.svar.id === 'handlaggare')!.svar
    expect(h.rader.every((x) => /^H-[0-9a-f]{8}$/.test(x.nyckel[0]!))).toBe(true)
    const igen = await likformighet(k, 'sjukpenning_forsta', { nyckel: 'n' })
    expect(igen.tabeller[1]!.svar.rader.map((x) => x.nyckel)).toEqual(h.rader.map((x) => x.nyckel))
    const annan = await likformighet(k, 'sjukpenning_forsta')
    expect(annan.tabeller[1]!.svar.rader.map((x) => x.nyckel)).not.toEqual(h.rader.map((x) => x.nyckel))
  })
  it('krymper mot mitten: ingen oddskvot ligger längre bort än kvoten antyder för de allra minsta', async () => {
    const t = (await likformighet(k, 'sjukpenning_forsta')).tabeller[0]!.svar
    const kol = (id: string) => t.kolumner.findIndex((x) => x.id === id)
    const spann = (id: string): number => {
      const v = t.rader.map((x) => Math.log(Number(x.celler[kol(id)]!.varde) || 0.01))
      return Math.max(...v) - Math.min(...v)
    }
    expect(spann('oddskvot')).toBeLessThan(spann('kvot'))
  })
  it('säger ifrån om ett slag som inte finns, och när beslut är för få', async () => {
    await expect(likformighet(k, 'gissat')).rejects.toMatchObject({ falt: [{ falt: 'slag' }] })
    expect((await likformighet(k, 'apr', { period: fonster('2020-12-01', '2020-12-31') })).skattningar[0]!.varde).toBeNull()
  })
  it('finner för ett avslag bifall som skiljer i högst en egenskap, med vad som skiljer', async () => {
    const s = await likaFall(k, 'sjukpenning_forsta', P, null, 30)
    expect(s.fall.length).toBe(30)
    for (const f of s.fall)
      for (const g of f.grannar) expect(g.skiljer.filter((x) => /^(kön|sysselsättning|diagnos):/.test(x)).length).toBeLessThanOrEqual(1)
    for (const f of s.fall) expect(f.grannar.map((g) => g.avstand)).toEqual([...f.grannar.map((g) => g.avstand)].sort((a, b) => a - b))
    expect(JSON.stringify(fardiga([s.resultat], false))).not.toContain('"arende"')
  })
  it('finner de mest lika länen efter namngivna variabler, utan storstäderna', async () => {
    const r = await likaLan(k, ['Gävleborg'], { period: P, variabler: ['befolkning'] })
    // Alone in population: printed table 1 gives the counties' sizes.
    expect([
      'Kronoberg',
      'Dalarna',
      'Värmland',
      'Västmanland',
      'Västernorrland',
      'Norrbotten',
      'Västerbotten',
      'Södermanland',
      'Örebro',
      'Kalmar',
    ]).toContain(r.tabeller[0]!.svar.rader[0]!.celler[1]!.varde)
    await expect(likaLan(k, ['Skåne'], { period: P })).rejects.toMatchObject({ falt: [{ falt: 'utan' }] })
    await expect(likaLan(k, null, { period: P, variabler: ['lycka'] })).rejects.toMatchObject({ falt: [{ falt: 'variabler' }] })
  })
})

describe('indikatorer', () => {
  it('jämförs bara med mål som gällde: 9,0 dagar till maj 2019 (X27)', async () => {
    expect(malenDen(datum('2019-05-31')).map((m) => m.id)).toContain('sjukpenningtal_9')
    expect(malenDen(datum('2019-06-01')).map((m) => m.id)).not.toContain('sjukpenningtal_9')
    const rader = await indikatorrader(k, { fran: 2018, till: 2020, indikatorer: ['sjukpenningtal'] })
    expect(rader.map((r) => /9,0/.test(motMalet(r) ?? ''))).toEqual([true, false, false])
    expect(rader[1]!.svar!.varde).toBeGreaterThan(3)
  })
  it('säger vad som ska läsas in när något saknas, och tar bara sådana som finns', async () => {
    const r = await indikatorer(k)
    expect(r.anmarkningar.find((a) => a.id === 'saknas')!.text).toContain('Ohälsotal')
    await expect(indikatorer(k, { indikatorer: ['lycka'] })).rejects.toMatchObject({ falt: [{ falt: 'indikator' }] })
    await expect(indikatorer(k, { fran: 2020, till: 2018 })).rejects.toMatchObject({ falt: [{ falt: 'period' }] })
  })
  it('prövar varje påstående J061–J068 och säger antal och period', async () => {
    const r = await pastaenden(k)
    expect(r.kontroller.map((x) => x.id)).toEqual(PASTAENDEN.map((p) => p.id))
    expect(r.kontroller.every((x) => x.text.length > 5)).toBe(true)
    expect(r.kontroller.find((x) => x.id === 'J068')!.utfall).toBe('haller')
  })
})

describe('rapporter', () => {
  const uppgifter = lasUppgifter({
    dnr: 'FK 2099/1',
    mottagare: 'Socialdepartementet',
    undertecknare: { namn: 'P. Chef', titel: 'generaldirektör' },
    atgarder: [
      { text: 'Gjort', fran: '2019-01-01', tom: '2019-12-31', uppdrag: ['samordning_2018'], rekommendationer: ['F1'] },
      { text: 'Görs', fran: '2020-06-01', uppdrag: ['samordning_2018'] },
    ],
  })
  const alltext = (r: unknown): string => JSON.stringify(r)
  it('återrapporten säger uppdraget, åtgärdernas läge den dagen, indikatorer, nummer och undertecknare, för vilken dag som helst', async () => {
    const r = await aterrapport(k, 'samordning_2018', { dag: datum('2020-03-01'), uppgifter, visaSmaTal: false })
    expect(r).toMatchObject({ dnr: 'FK 2099/1', beslut: { undertecknare: { namn: 'P. Chef' } }, datum: '2020-03-01' })
    expect(alltext(r)).toContain('["Gjort","2019-01-01","2019-12-31","genomförd"]')
    expect(alltext(r)).toContain('"planerad"')
    expect(alltext(r)).toContain('"2019"')
    expect(alltext(r)).not.toContain('["Sjukpenningtal","2020"')
    const senare = await aterrapport(k, 'samordning_2018', { dag: datum('2021-01-15'), uppgifter, visaSmaTal: false })
    expect(alltext(senare)).toContain('["Sjukpenningtal","2020"')
    expect(alltext(senare)).toContain('"pågår"')
  })
  it('blir taggad PDF och Word med samma text, samma byte varje gång i PDF', async () => {
    const r = await rekommendationsrapport(k, { dag: datum('2020-12-31'), uppgifter: INGA_UPPGIFTER, visaSmaTal: false })
    const [a, b] = [rapportPdf(r), rapportPdf(r)]
    expect(Buffer.from(a.pdf).equals(Buffer.from(b.pdf))).toBe(true)
    expect(a.sidor).toBeGreaterThan(2)
    const word = strFromU8(unzipSync(await rapportWord(r))['word/document.xml']!)
    for (const t of ['Utkast', 'Säkerställ att nödvändiga uppgifter', 'slutbehandlad', 'ingen åtgärd registrerad'])
      expect(word).toContain(t)
    expect(word).toContain('<w:tblHeader')
    expect(word).toContain('w:val="Heading2"')
  })
  it('årsrapporten gäller sitt län, och ett okänt län eller uppdrag sägs vid namn', async () => {
    const v = { dag: datum('2020-12-31'), uppgifter: INGA_UPPGIFTER, visaSmaTal: false }
    expect((await arsrapport(k, 'Gävleborg', v)).rubrik).toBe('Rehabiliteringen i Gävleborg 2020')
    await expect(arsrapport(k, 'Norrland', v)).rejects.toMatchObject({ falt: [{ falt: 'omrade' }] })
    await expect(aterrapport(k, 'service_2022', v)).rejects.toMatchObject({ falt: [{ falt: 'uppdrag' }] })
    await expect(rekommendationsrapport(k, { ...v, dag: datum('2001-01-01') })).rejects.toMatchObject({ falt: [{ falt: 'datum' }] })
  })
  it.each([
    [[], 'uppgifter'],
    [{ dnr: 5 }, 'dnr'],
    [{ chef: 'x' }, 'chef'],
    [{ undertecknare: { namn: 'x' } }, 'undertecknare.titel'],
    [{ foredragande: { namn: 'x', titel: 'y' } }, 'undertecknare'],
    [{ atgarder: [{ text: 'x', fran: 'igår' }] }, 'atgarder[0].fran'],
    [{ atgarder: [{ text: 'x', fran: '2020-01-02', tom: '2020-01-01' }] }, 'atgarder[0].tom'],
    [{ atgarder: [{ text: 'x', fran: '2020-01-02', rekommendationer: ['Z9'] }] }, 'atgarder[0].rekommendationer[0]'],
  ])('uppgifter %j har felet i %s', (v, falt) => {
    let fick: unknown
    try {
      lasUppgifter(v)
    } catch (fel) {
      fick = fel
    }
    expect(fick).toMatchObject({ kod: 'felUppgifter', falt: [{ falt }] })
  })
})
