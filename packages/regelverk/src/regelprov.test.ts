import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { datum, type Datum } from '@atergang/kalender'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { provaRegel, Provfel, provfakta, regelnAttProva, regler, tidsregler } from './index.ts'
import { lasCell, skrivCell } from './celler.ts'
import { lasLagfall } from './prov/index.ts'

const DAG = datum('2026-03-20')
const prova = (namn: string, uppgifter: Record<string, string | null>, dag: Datum = DAG) =>
  provaRegel(regelnAttProva(namn)!, uppgifter, dag)
const felen = (namn: string, uppgifter: Record<string, string>): Provfel['falt'] => {
  try {
    prova(namn, uppgifter)
    return []
  } catch (e) {
    if (e instanceof Provfel) return e.falt
    throw e
  }
}

describe('att pröva en regel', () => {
  it('räknar på det som skrivits, som en människa skriver det', () => {
    expect(prova('sjukpenningPerDag', { sgi: '588 000', fortsattningsniva: 'nej', arbetslos: 'nej', omfattning: '1' })).toMatchObject({
      utfall: 'varde',
      varde: '1\u00a0250 kr per dag',
      saknas: [],
    })
  })

  it('tar aldrig det som inte är känt för noll: svaret är oklart, med gränser och vad som ska frågas', () => {
    const svar = prova('sjukpenningPerDag', { sgi: null, fortsattningsniva: 'nej', arbetslos: 'nej', omfattning: '1' })
    expect(svar).toMatchObject({ utfall: 'oklart', varde: null, minst: '0 kr per dag', saknas: [{ typ: 'uppgift', namn: 'sgi' }] })
    expect(svar.forklaring.utfall).toBe('oklart')
  })

  it('svarar ändå när resten avgör', () => {
    expect(prova('sgiAnstallning', { inkomstAnstallning: '0' })).toMatchObject({ utfall: 'varde' })
  })

  it('säger för en dag före lagen i källorna att det inte är känt då, inte dagens lag', () => {
    const svar = prova(
      'sjukpenningPerDag',
      { sgi: '588 000', fortsattningsniva: 'nej', arbetslos: 'nej', omfattning: '1' },
      datum('2009-06-01'),
    )
    expect(svar).toMatchObject({ utfall: 'inteKant', varde: null })
    expect(svar.saknas.map((s) => s.text).join(' ')).toMatch(/inte kän[dt] före 2011-01-01/)
  })

  it('namnger varje uppgift som inte går att läsa, och hur den skrivs', () => {
    expect(felen('sjukpenningPerDag', { sgi: 'mycket', fortsattningsniva: 'kanske', omfattning: '2', arbetslos: '' })).toEqual([
      { falt: 'sgi', text: 'Fastställd SGI: skriv ett tal, till exempel 588 000 eller 0,75, eller välj att du inte vet.' },
      { falt: 'fortsattningsniva', text: 'Fortsättningsnivå: skriv ja eller nej, eller välj att du inte vet.' },
      { falt: 'omfattning', text: 'Förmånsnivå, andel av hel förmån: skriv ett tal som är högst 1.' },
      { falt: 'arbetslos', text: 'Arbetslös: skriv ett värde, eller välj att du inte vet.' },
    ])
    expect(felen('sjukpenningPerDag', { skostorlek: '42' })[0]).toMatchObject({
      falt: 'skostorlek',
      text: expect.stringContaining('Regeln frågar inte efter skostorlek'),
    })
    expect(felen('kedjedag', { sjukperioder: '2026-02-01–2026-01-01', dagen: '2026-02-30' }).map((f) => f.falt)).toEqual([
      'sjukperioder',
      'dagen',
    ])
    expect(felen('kedjedag', { sjukperioder: '1900-01-01–2100-01-01' })[0]!.text).toContain('högst 45 000')
  })

  it('räknar med kalendern på perioder', () => {
    expect(prova('kedjedag', { sjukperioder: '2026-01-05–2026-02-01', dagen: '2026-02-01' })).toMatchObject({
      utfall: 'varde',
      varde: '28',
    })
    expect(prova('kedjedag', { sjukperioder: 'inga dagar', dagen: null })).toMatchObject({ utfall: 'oklart', saknas: [{ namn: 'dagen' }] })
  })

  it('faller aldrig, vad som än skrivs och vilken dag det än är', () => {
    const text = {
      tal: ['0', '0,5', '1', '1/3', '588 000', '0,12345678901', '1/777777', '999999999999'],
      antal: ['0', '7', '30', '100 000'],
      'ja/nej': ['ja', 'nej'],
      datum: ['1900-01-01', '1961-03-02', '2026-03-20', '2100-12-31'],
      perioder: ['inga dagar', '1900-01-01', '2026-01-05–2026-02-01, 2026-03-02', '2000-01-01–2100-12-31'],
    }
    const ettProv = fc
      .constantFrom(...regler, ...tidsregler)
      .chain((r) =>
        fc.record({
          r: fc.constant(r),
          dag: fc.constantFrom('1950-01-01', '2011-01-01', '2018-06-30', '2026-03-20', '2099-01-01'),
          uppgifter: fc.record(
            Object.fromEntries(provfakta(r).map((f) => [f.namn, fc.constantFrom<string | null>(null, ...text[f.slag])])),
          ),
        }),
      )
    fc.assert(
      fc.property(ettProv, ({ r, dag, uppgifter }) => {
        try {
          const svar = provaRegel(r, uppgifter, datum(dag))
          expect(svar.utfall === 'varde').toBe(svar.varde !== null)
          expect(svar.utfall === 'varde' || svar.saknas.length > 0).toBe(true)
        } catch (e) {
          expect(e).toBeInstanceOf(Provfel)
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('cellerna', () => {
  it('skrivs så att de läses tillbaka, varje uppgift i lagfallen', () => {
    const mapp = fileURLToPath(new URL('../lagfall/', import.meta.url))
    const alla = readdirSync(mapp)
      .filter((f) => f.endsWith('.csv'))
      .flatMap((f) => lasLagfall(readFileSync(mapp + f, 'utf8'), f).fall)
    for (const f of alla) {
      const slag = new Map(provfakta(f.regel).map((u) => [u.namn, u.slag]))
      for (const [namn, v] of Object.entries(f.fakta))
        expect(lasCell(slag.get(namn)!, skrivCell(v as never)), `${f.fil} rad ${f.rad}, ${namn}`).toEqual(v)
    }
    expect(alla.length).toBeGreaterThan(300)
  })
})
