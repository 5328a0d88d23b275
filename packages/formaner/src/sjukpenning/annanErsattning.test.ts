import type { Fraga } from '@atergang/arende'
import { datum } from '@atergang/kalender'
import { kortaLagrum } from '@atergang/regelverk'
import { describe, expect, it } from 'vitest'
import { arbetsformagesvar, EVA, person, type Provperson } from '../prov/index.ts'

const DAG = datum('2026-04-01')
const sjuk = () => person('Anna').sjukFran('2026-03-02').medIntyg().ansoker({ inkom: '2026-03-18' })
const far = (p: Provperson, varde: object, period?: { from: string; tom: string }) =>
  p.arende.kor(
    {
      typ: 'registreraFaktum',
      namn: 'sjukersattning',
      varde,
      ...(period ? { period: { from: datum(period.from), tom: datum(period.tom) } } : {}),
      kalla: { typ: 'register', text: 'Försäkringskassans register' },
    },
    EVA,
    DAG,
  )
const bedom = (p: Provperson, mer: object, grad = 1) => {
  p.handlagg(DAG, { tillOchMed: 'arbetsformaga' })
  p.arende.svara(
    'arbetsformaga',
    (f: Fraga) => ({ ...(arbetsformagesvar(f, { grad: () => grad }) as object), formaga: { vanligtArbete: 'klararInte' }, ...mer }),
    EVA,
    DAG,
  )
  return p
}
const UTOVER = { annanErsattning: { andel: 0.5, darutover: true, skal: 'Halva förmågan ligger till grund för sjukersättningen.' } }
const INTE_UTOVER = { annanErsattning: { ...UTOVER.annanErsattning, darutover: false } }

describe('partiell sjukersättning, aktivitetsersättning eller livränta (27 kap. 53 §)', () => {
  it.each([
    [{ grad: 0.5 }, 'halv sjuk- eller aktivitetsersättning'],
    [{ grad: 0.25, slag: 'aktivitetsersattning' }, 'en fjärdedels aktivitetsersättning'],
    [{ grad: 1, slag: 'livranta' }, 'hel livränta vid arbetsskada eller annan skada'],
  ])('%j visas i bedömningen, med paragrafen', (varde, text) => {
    const p = sjuk()
    far(p, varde)
    p.handlagg(DAG, { tillOchMed: 'arbetsformaga' })
    const f = p.arende.fraga('arbetsformaga', DAG)
    expect(f.formular).toMatchObject({ annanErsattning: [{ text }] })
    expect(kortaLagrum(f.lagrum)).toContain('27:53')
    expect(f.hjalp).toContain('den förmåga som återstår')
  })

  it('går inte att bedöma utan svar om vilken nedsättning som ska bortses från', () => {
    const p = sjuk()
    far(p, { grad: 0.5 })
    expect(() => bedom(p, { annanErsattning: undefined })).toThrow(/vilken nedsättning som ligger till grund/)
  })

  it('inget beviljas när arbetsförmågan inte är nedsatt utöver det, och brevet säger varför', () => {
    const p = sjuk()
    far(p, { grad: 0.5 })
    expect(() => bedom(p, INTE_UTOVER)).toThrow(/inte nedsatt utöver det/)
    bedom(p, INTE_UTOVER, 0).handlagg(DAG).handlagg(datum('2026-05-20'))
    expect(p.beslut[0]).toMatchObject({ utfall: 'avslag', rader: [{ avslagsskal: 'redanErsatt' }] })
    expect(JSON.stringify(p.arende.brev.at(-1))).toContain('Du får halv sjuk- eller aktivitetsersättning. Vi har bortsett från')
  })

  it('det som beviljas utöver den nämner 53 § i beslutet, och brevet säger vad som har bortsetts från', () => {
    const p = sjuk()
    far(p, { grad: 0.5 })
    bedom(p, UTOVER).handlagg(DAG)
    expect(p.beslut[0]).toMatchObject({ utfall: 'beviljat' })
    expect(kortaLagrum(p.beslut[0]!.lagrum)).toContain('27:53')
    const text = JSON.stringify(p.arende.brev.at(-1))
    expect(text).toContain('bedömt den arbetsförmåga som återstår')
    expect(text).toContain('27 kap. 53 § socialförsäkringsbalken')
  })

  it('som registreras efter bedömningen öppnar den på nytt', () => {
    const p = bedom(sjuk(), {})
    expect(p.fragekoder(DAG)).not.toContain('arbetsformaga')
    far(p, { grad: 0.5 })
    expect(p.fragekoder(DAG)).toContain('arbetsformaga')
  })

  it('gäller bara de dagar den lämnas för', () => {
    const p = sjuk()
    far(p, { grad: 0.5 }, { from: '2026-03-20', tom: '2026-12-31' })
    p.handlagg(DAG, { tillOchMed: 'arbetsformaga' })
    const { rader } = p.arende.fraga('arbetsformaga', DAG).formular as { rader: object[] }
    expect(rader).toMatchObject([{ tom: '2026-03-19' }, { from: '2026-03-20', annanErsattning: true }])
    expect(rader[0]).not.toHaveProperty('annanErsattning')
  })
})

describe('hel ersättning (27 kap. 34, 35 §§)', () => {
  it.each([
    [{ grad: 1 }],
    [{ grad: 1, slag: 'aktivitetsersattning' }],
    [{ grad: 1, slag: 'foreAlderspension' }],
    [{ grad: 1, slag: 'garanti' }],
  ])('%j hindrar sjukpenning, vad personen än kan', (varde) => {
    const p = sjuk()
    far(p, varde)
    expect(JSON.stringify(p.arende.utredning(DAG).steg.find((s) => s.namn === 'annanErsattning'))).toContain('ejUppfyllt')
    p.handlagg(DAG).handlagg(datum('2026-05-20'))
    expect(p.beslut[0]).toMatchObject({ utfall: 'avslag', rader: [{ avslagsskal: 'helSjukersattning' }] })
  })

  it('hel livränta gör det inte: den är bara att bortse från', () => {
    const p = sjuk()
    far(p, { grad: 1, slag: 'livranta' })
    bedom(p, UTOVER).handlagg(DAG)
    expect(p.beslut[0]).toMatchObject({ utfall: 'beviljat' })
  })

  it('delvis sjukersättning före ålderspensionen går inte att registrera som hinder', () => {
    expect(() => far(sjuk(), { grad: 0.5, slag: 'foreAlderspension' })).toThrow(/34 § andra stycket/)
  })

  it('utan sådan uppgift är steget inte aktuellt', () => {
    expect(
      sjuk()
        .arende.utredning(DAG)
        .steg.find((s) => s.namn === 'annanErsattning')!.status,
    ).toBe('ejAktuellt')
  })
})
