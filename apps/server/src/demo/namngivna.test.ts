import { minaSidorArende } from '@atergang/formaner'
import { datum, plusDagar, type Datum } from '@atergang/kalender'
import { uppgifterUr } from '@atergang/lager'
import { beforeAll, describe, expect, it } from 'vitest'
import { Forlopp } from './forlopp.ts'
import { namngivna } from './namngivna.ts'
import { PERSONER, type Namngiven } from './personer.ts'
import { brott } from './villkor.ts'

const LEVDA = Object.keys(PERSONER) as Namngiven[]

/** An ordinary Monday, a Sunday, Easter Monday, the day after Christmas, Midsummer's Eve. */
const DAGAR = ['2026-03-16', '2026-11-22', '2026-04-06', '2025-12-26', '2026-06-19']

describe.each(DAGAR)('de namngivna personerna den %s', (idagtext) => {
  const idag = datum(idagtext)
  const per = new Map<Namngiven, Forlopp>()
  beforeAll(async () => {
    const fallen = namngivna(idag)
    for (const [i, n] of LEVDA.entries())
      per.set(n, (await new Forlopp(fallen[i]!, `SP2026-00000${i}`).kor(plusDagar(idag, -1))).morgon(idag))
  }, 120_000)

  const forlopp = (n: Namngiven) => per.get(n)!
  const fragor = (n: Namngiven) => forlopp(n).utredning(idag).fragor
  const koder = (n: Namngiven) => fragor(n).map((f) => f.kod)
  const vantar = (n: Namngiven) => forlopp(n).utredning(idag).vantar
  const kedjedag = (n: Namngiven) => minaSidorArende(forlopp(n).lage, idag).dag
  const provas = (n: Namngiven) => fragor(n).flatMap((f) => (f.formular as { provas?: string[] }).provas ?? [])
  const sista = (n: Namngiven) => forlopp(n).lage.beslut.at(-1)!
  const dagarSedan = (d: Datum) => Math.round((Date.parse(idag) - Date.parse(d)) / 86_400_000)

  it('bryter inget villkor', () => {
    for (const n of LEVDA) expect(brott(forlopp(n).lage, forlopp(n).arende.journal, idag), n).toEqual([])
  })

  it('Anna kan skicka sin ansökan, och Bo väntar på en handläggare från dag 15', () => {
    expect(koder('anna')).toEqual([])
    expect(vantar('anna')).toMatchObject([{ pa: 'forsakrad', vad: 'Ansökan om sjukpenning' }])
    expect(minaSidorArende(forlopp('anna').lage, idag)).toMatchObject({ attGora: [{ slag: 'ansok' }], forslagAnsokan: [{ grad: 1 }] })
    expect(koder('bo')).toEqual(['sgi', 'arbetsformaga', 'rehabilitering'])
    expect(forlopp('bo').lage.tilldelning).toEqual({})
    expect(kedjedag('bo')).toBe(20)
  })

  it('Carin och David är beslutade till och med dag 180, och i dag är dag 181', () => {
    for (const n of ['carin', 'david'] as const) {
      expect(kedjedag(n)).toBe(181)
      expect(sista(n).period.tom).toBe(plusDagar(idag, -1))
      expect(koder(n)).toEqual(['arbetsgivarensMojligheter'])
    }
  })

  it('Elin, Farid, Greta och Harald prövas mot olika slags arbete', () => {
    expect(koder('elin')).toEqual(['sgi', 'forsta14', 'arbetsformaga', 'rehabilitering'])
    expect(provas('elin')).toContain('normaltForekommande')
    expect(provas('farid')).toEqual(['vanligtArbete'])
    expect(forlopp('farid').lage.beslut[0]!.utbetalning[0]).toMatchObject({ dagar: 7, kronorPerDag: 0 })
    expect(provas('greta')).toContain('normaltForekommande')
    expect(kedjedag('harald')).toBe(190)
    expect(koder('harald')).toEqual(['arbetsgivarensMojligheter'])
  })

  it('Ines har fått och läst ett avslag för några veckor sedan och kan begära omprövning', () => {
    expect(sista('ines')).toMatchObject({ utfall: 'avslag', rader: [{ avslagsskal: 'klararNormaltForekommande' }] })
    expect(dagarSedan(sista('ines').dag)).toBeGreaterThanOrEqual(12)
    expect(dagarSedan(sista('ines').dag)).toBeLessThanOrEqual(28)
    const mitt = minaSidorArende(forlopp('ines').lage, idag).beslut.at(-1)!
    expect(mitt).toMatchObject({ kanOmprovas: true, omprovningBegard: null })
    expect(mitt.omprovningSenast! > idag).toBe(true)
  })

  it('Johan kan svara på det kommande beslutet, Mikael väntar på Siri, Nadia på någon annan än Eva', () => {
    expect(minaSidorArende(forlopp('johan').lage, idag).attGora).toMatchObject([{ slag: 'yttrande' }])
    expect(fragor('mikael')).toMatchObject([{ kod: 'kvalitetssakring', roll: 'specialist', inteFor: ['eva'] }])
    expect(fragor('nadia')).toMatchObject([{ kod: 'omprovning', inteFor: expect.arrayContaining(['eva', 'siri']) }])
  })

  it('Kerstins läkare har inte svarat, Olofs och Petras arbetsgivare inte än, Ramis rådgivare inte heller', () => {
    const forsenad = forlopp('kerstin').lage.begaran.find((b) => b.typ === 'intygskomplettering')!
    expect(forsenad.senast < idag && !forsenad.svar).toBe(true)
    expect(koder('kerstin')).toContain('obesvarat')
    expect(forlopp('kerstin').lage.beslut.some((b) => b.typ === 'interimistiskt')).toBe(true)
    expect(vantar('olof')).toContainEqual(expect.objectContaining({ pa: 'arbetsgivare', paNamn: 'Bruket AB' }))
    expect(vantar('petra')).toContainEqual(expect.objectContaining({ pa: 'arbetsgivare', paNamn: 'Region Mellanvik' }))
    expect(fragor('rami')).toContainEqual(expect.objectContaining({ kod: 'fmrSvar', roll: 'fmr' }))
  })

  it('Sonja frågas det om när hon skulle ha arbetat, Tomas om lönen, och Ulla kan överklaga det som har omprövats', () => {
    expect(koder('sonja')).toContain('behovsanstalld')
    expect(koder('tomas')).toContain('lonUnderSjukdom')
    expect(sista('ulla')).toMatchObject({ typ: 'omprovning', utfall: 'ingenAndring' })
    expect(minaSidorArende(forlopp('ulla').lage, idag).beslut.at(-1)).toMatchObject({ kanOverklagas: true })
    expect(fragor('ulla')).toEqual([])
  })

  it('Lovisa har skyddad identitet och en öppen fråga', () => {
    expect(PERSONER.lovisa.skyddad).toBe(true)
    expect(koder('lovisa').length).toBeGreaterThan(0)
  })

  it('uppgifterna är desamma som när de räknas fram ur journalen', () => {
    for (const n of ['kerstin', 'nadia', 'farid'] as const)
      expect(forlopp(n).logg.rader, n).toEqual(uppgifterUr(forlopp(n).fall.id, forlopp(n).arende.journal, idag))
  })
})
