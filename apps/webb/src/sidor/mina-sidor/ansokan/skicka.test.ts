import { describe, expect, it } from 'vitest'
import type { Ansokan } from '@atergang/formaner'
import { ansokanSchema } from '@atergang/formaner'
import type { Datum } from '@atergang/kalender'
import { faltFor, hinder, saknas, somSandning, stegFor } from './skicka.ts'
import { lastUtkast, nyttUtkast, type Utkast } from './utkast.ts'

const d = (s: string) => s as Datum
const FORSLAG = [{ from: d('2026-11-16'), tom: d('2026-11-29'), grad: 0.5, forstaSjukdag: d('2026-11-02') }]
const ifyllt = (andra: Partial<Utkast> = {}): Utkast => ({
  ...nyttUtkast(FORSLAG, null),
  sysselsattning: 'anstalld',
  arbetsgivare: { namn: 'Bruket AB', orgnr: '556000-4615' },
  arbetsuppgifter: 'Plockar order',
  lon: { satt: 'manad', manadslon: '30 000', tillagg: '', timlon: '', timmarPerVecka: '', arslon: '' },
  harAnnan: 'nej',
  heder: true,
  ...andra,
})
const somServern = (u: Utkast) =>
  ansokanSchema.safeParse({ ...somSandning(u), inkom: '2026-11-22', underskrift: { tid: '2026-11-22T10:00:00Z', metod: 'e-legitimation' } })

describe('en ny ansökan', () => {
  it('börjar med intygets dagar som ingen ansökt för och sjukperiodens första dag', () => {
    const u = nyttUtkast(FORSLAG, null)
    expect(u.perioder).toEqual([{ from: '2026-11-16', tom: '2026-11-29', omfattning: '0.5' }])
    expect(u.forstaSjukdag).toBe('2026-11-02')
  })

  const forra = {
    ...somSandning(ifyllt()),
    forstaSjukdag: d('2026-11-02'),
    sjuklon: { from: d('2026-11-02'), tom: d('2026-11-15') },
    inkom: d('2026-11-20'),
  } as Ansokan

  it('behåller första sjukdagen och sjuklönen när den fortsätter samma sjukperiod', () => {
    const u = nyttUtkast([{ from: d('2026-12-04'), tom: d('2026-12-20'), grad: 1, forstaSjukdag: d('2026-12-04') }], forra)
    expect(u.forstaSjukdag).toBe('2026-11-02')
    expect(u.sjuklon).toEqual({ from: '2026-11-02', tom: '2026-11-15' })
    expect(u.lon).toMatchObject({ satt: 'ar', arslon: '360000' })
  })

  it('börjar om när det gått mer än fem dagar', () => {
    const u = nyttUtkast([{ from: d('2027-01-10'), tom: d('2027-01-20'), grad: 1, forstaSjukdag: d('2027-01-10') }], forra)
    expect(u.forstaSjukdag).toBe('2027-01-10')
    expect(u.fickSjuklon).toBe('')
    expect(u.arbetsgivare.namn).toBe('Bruket AB')
  })

  it('läser ett sparat utkast, och bara ett som sidan själv skrivit', () => {
    expect(lastUtkast(JSON.parse(JSON.stringify(ifyllt({ steg: 'inkomst' }))))?.steg).toBe('inkomst')
    expect(lastUtkast({ ...ifyllt(), steg: 'finns inte' })?.steg).toBe('perioder')
    expect(lastUtkast({ annat: true })).toBeNull()
    expect(lastUtkast(null)).toBeNull()
  })
})

describe('det som skickas', () => {
  it('tas emot av samma schema som servern prövar med', () => {
    const r = somServern(
      ifyllt({
        fickSjuklon: 'ja',
        sjuklon: { from: '2026-11-02', tom: '2026-11-15' },
        arbetstid: { timmar: '38,25', dagar: '5' },
        farLon: 'ja',
        lonUnderSjukdom: { perManad: '3 000', lonIArbetePerManad: '30000' },
      }),
    )
    expect(r.error?.issues ?? []).toEqual([])
    expect(r.data).toMatchObject({
      perioder: [{ omfattning: 0.5 }],
      inkomst: { anstallning: 360_000, annat: 0 },
      arbetstid: { timmarPerVecka: 38.25, dagarPerVecka: 5 },
      lonUnderSjukdom: { perManad: 3000, lonIArbetePerManad: 30_000 },
      sjuklon: { from: '2026-11-02' },
    })
  })

  it('stoppas aldrig av frivilliga uppgifter', () => {
    const u = ifyllt({ arbetsgivare: { namn: '', orgnr: '' }, arbetsuppgifter: '', lon: { ...ifyllt().lon, satt: '' }, harAnnan: '' })
    expect(hinder(u)).toEqual([])
    expect(somServern(u).success).toBe(true)
    expect(saknas(u).map((s) => s.text)).toEqual(['vem som är din arbetsgivare', 'vad du gör på ditt arbete', 'din inkomst för ett år'])
  })

  it('tar med det som inte gick att läsa, i personens egna ord', () => {
    const u = ifyllt({
      lon: { ...ifyllt().lon, manadslon: 'ungefär trettio' },
      arbetstid: { timmar: '40', dagar: '4,5' },
      fickSjuklon: 'ja',
      sjuklon: { from: '2026-11-02', tom: '' },
    })
    const s = somSandning(u)
    expect(s.inkomst).toBeUndefined()
    expect(s.arbetstid).toBeUndefined()
    expect(s.overigt).toBe(
      'Arbetsgivaren har betalat sjuklön från 2026-11-02.\nMånadslön: ungefär trettio\nArbetstid per vecka: 40 timmar, 4,5 dagar',
    )
    expect(somServern(u).success).toBe(true)
  })

  it('uppger aldrig noll kronor som personen inte har skrivit', () => {
    const u = ifyllt({ lon: { ...ifyllt().lon, manadslon: '' }, harAnnan: 'ja', annan: '20 000' })
    expect(somSandning(u).inkomst).toBeUndefined()
    expect(somSandning(u).overigt).toContain('Annan inkomst per år: 20000 kr')
  })

  it('räknar egenföretagarens inkomst som annat förvärvsarbete', () => {
    const u = ifyllt({ sysselsattning: 'egenforetagare', lon: { ...ifyllt().lon, satt: '' }, harAnnan: '', annan: '400 000' })
    expect(somSandning(u).inkomst).toEqual({ anstallning: 0, annat: 400_000 })
    expect(somSandning(u)).not.toHaveProperty('arbetsgivare')
  })

  it('säger att sjuklön inte betalats, så att ingen antar det', () => {
    expect(somSandning(ifyllt({ fickSjuklon: 'nej' })).overigt).toContain('inte betalat sjuklön')
  })

  it('tar med om den arbetslösa är anmäld som arbetssökande', () => {
    expect(somSandning(ifyllt({ sysselsattning: 'arbetslos', anmald: 'nej' })).anmaldSomArbetssokande).toBe(false)
  })
})

describe('det som måste finnas', () => {
  it('är en period, sysselsättning och intygandet', () => {
    const u = nyttUtkast([], null)
    expect(hinder(u).map((f) => f.falt)).toEqual(['period-0-from', 'period-0-tom', 'period-0-omfattning', 'sysselsattning', 'heder'])
  })

  it('bryr sig inte om en tom extra period', () => {
    const u = ifyllt()
    expect(hinder({ ...u, perioder: [...u.perioder, { from: '', tom: '', omfattning: '' }] })).toEqual([])
    expect(somSandning({ ...u, perioder: [...u.perioder, { from: '', tom: '', omfattning: '' }] }).perioder).toHaveLength(1)
  })

  it('pekar ut en omvänd period', () => {
    expect(hinder(ifyllt({ perioder: [{ from: '2026-11-20', tom: '2026-11-10', omfattning: '1' }] }))).toEqual([
      { falt: 'period-0-tom', text: 'Perioden slutar innan den börjar. Byt plats på dagarna.' },
    ])
  })
})

it('serverns fältnamn leder till fältet och steget på sidan', () => {
  expect(faltFor('perioder.1.tom')).toBe('period-1-tom')
  expect(faltFor('arbetsgivare.namn')).toBe('arbetsgivare-namn')
  expect(faltFor('inkomst.anstallning')).toBe('lon-satt')
  expect(faltFor('hederOchSamvete')).toBe('heder')
  expect(faltFor('nagotNytt')).toBeUndefined()
  expect(['period-1-tom', 'arbetsgivare-namn', 'lon-satt', 'annan', 'overigt', 'heder'].map(stegFor)).toEqual([
    'perioder',
    'sysselsattning',
    'inkomst',
    'inkomst',
    'ovrigt',
    'granska',
  ])
})
