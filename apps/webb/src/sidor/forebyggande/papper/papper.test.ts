import type { Kant, MinForebyggande } from '@atergang/formaner'
import { describe, expect, it } from 'vitest'
import type { Datum } from '@atergang/kalender'
import { nyErsattning } from '../../mina-sidor/forebyggande/ersattning.ts'
import { nyPlan } from '../../mina-sidor/forebyggande/plan.ts'
import { nyttUtkast, type Utlatandesida } from '../../utlatande/utlatande.ts'
import { blirFragor, hinder, nyForm, olasligt, somAvskrift, somPappersersattning, type Pappersform, type Slag } from './papper.ts'

const IDAG = '2026-03-20' as Datum
const KANT: Kant = { sysselsattning: null, arbetsgivare: null, inkomst: null, arbetsschema: null, arsarbetstid: null, arbetssokande: null }
const godkanda = [
  {
    id: 'b1',
    namn: 'Fysioterapi',
    utforande: 'paPlats',
    from: '2026-03-03',
    tom: '2026-04-30',
    tillfallen: [{ datum: '2026-03-03', start: '08:00', behandlingMin: 60, forberedelseMin: 0, resaMin: 30, efterMin: 0, ansokt: false }],
  },
] as unknown as MinForebyggande['godkanda']
const sida = {
  behandlingar: [{ id: 'b1', behandling: 'mmr', annatText: '', utforande: 'paPlats', vardgivare: '', from: null, tom: null }],
  fragor: [],
  tidigare: null,
  ordineradAv: null,
} as unknown as Utlatandesida
const form = (slag: Slag, mer: Partial<Pappersform> = {}): Pappersform => ({
  ...nyForm({ slag, plan: nyPlan(KANT), utlatande: nyttUtkast(sida), ersattning: nyErsattning(godkanda, KANT, IDAG) }),
  personnummer: '19780101-9808',
  kanal: 'post',
  komst: { inkomKand: 'ja', inkom: '2026-03-16', skannad: '2026-03-18' },
  ...mer,
})

describe('ett papper som skrivs av', () => {
  it('kan registreras helt tomt: bara vem det är, hur det kom och vilken dag krävs', () => {
    expect(hinder(form('plan'), false, IDAG)).toEqual([])
    expect(hinder(form('utlatande'), true, IDAG)).toEqual([])
    expect(
      hinder(form('plan', { personnummer: '78', kanal: '', komst: { inkomKand: undefined, inkom: '', skannad: '' } }), false, IDAG).map(
        (f) => f.falt,
      ),
    ).toEqual(['personnummer', 'kanal', 'inkomKand'])
  })

  it('säger genast vad som blir frågor, med de ord som ärendet sedan frågar med', () => {
    expect(blirFragor(form('plan'), 'Prov Provsson')).toEqual([
      'Underskrift på heder och samvete (110 kap. 4 §)',
      'Vilken behandling det gäller',
    ])
    expect(blirFragor(form('utlatande'), 'Prov Provsson')[0]).toContain('Vilken diagnos har Prov Provsson?')
    const olast = form('plan', {
      underskriven: true,
      komst: { inkomKand: 'nej', inkom: '', skannad: '2026-03-18' },
      olasligt: [{ falt: 'restid', text: 'resan hem' }],
    })
    expect(blirFragor(olast, '').slice(-2)).toEqual([
      'Dagen då ansökan lämnades eller postades',
      'Det som inte gick att läsa på pappret: resan hem',
    ])
  })

  it('skickar dagen den kom in och dagen den skannades var för sig, och en okänd dag som okänd, aldrig som skanningens', () => {
    expect(somAvskrift(form('plan'), null)).toEqual({ inkom: '2026-03-16', skannad: '2026-03-18', kanal: 'post', olasligt: [] })
    expect(somAvskrift(form('plan', { komst: { inkomKand: 'nej', inkom: '2026-03-16', skannad: '2026-03-18' } }), null).inkom).toBeNull()
  })

  it('en dag i ansökan om ersättning vars tid inte går att läsa följer med utan minuter och blir en fråga', () => {
    const f = form('ersattning', { underskriven: true })
    expect(hinder(f, true, IDAG).map((x) => x.falt)).toEqual(['valda'])
    Object.assign(f.ersattning.tillfallen[0]!, { gjort: true, start: '', tid: '' })
    expect(hinder(f, true, IDAG)).toEqual([])
    expect(somPappersersattning(f.ersattning).tillfallen).toMatchObject([{ datum: '2026-03-03', behandlingMin: 0, resaDitMin: 0 }])
    expect(olasligt(f)).toEqual([{ falt: 'tillfallen', text: 'klockslag och minuter 3 mars 2026' }])
    expect(blirFragor(f, '')).toEqual(['Det som inte gick att läsa på pappret: klockslag och minuter 3 mars 2026'])
  })

  it('det som skrivs här och inte kan läsas stoppar, med fältets namn', () => {
    const f = form('plan', { olasligt: [{ falt: 'restid', text: ' ' }] })
    f.plan.behandlingar[0]!.besok[0]!.start = 'förmiddag'
    expect(hinder(f, false, IDAG).map((x) => x.falt)).toEqual(['besok-b1-0-start', 'olasligt.0.text'])
  })
})
