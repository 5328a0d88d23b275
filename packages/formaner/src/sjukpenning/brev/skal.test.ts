import type { Brevinnehall, Fraga } from '@atergang/arende'
import { datum, plusDagar } from '@atergang/kalender'
import { kortaLagrum } from '@atergang/regelverk'
import { describe, expect, it } from 'vitest'
import { arbetsformagesvar, EVA, person, type Provperson } from '../../prov/index.ts'

const d = (fran: string, dag: number) => plusDagar(datum(fran), dag - 1)
const DAG = datum('2026-04-01')

/** Judges, and goes on through communication to the decision. */
function beslutat(p: Provperson, dag: string, svar: { grad: number } & Record<string, unknown>) {
  p.handlagg(dag, { tillOchMed: 'arbetsformaga' })
  const { grad, ...mer } = svar
  p.arende.svara('arbetsformaga', (f: Fraga) => ({ ...(arbetsformagesvar(f, { grad: () => grad }) as object), ...mer }), EVA, datum(dag))
  p.handlagg(dag)
  const { kommuniceringar } = p.arende.lage
  return p.handlagg(plusDagar(kommuniceringar.at(-1)!.senast, 1))
}
const brevet = (p: Provperson): Brevinnehall => p.arende.brev.at(-1)!
const skalen = (p: Provperson) => brevet(p).block.flatMap((b) => (b.namn.startsWith('skal-') && b.typ === 'stycke' ? [b.text] : []))
const sjuk = () => person('Anna').sjukFran('2026-03-02').medIntyg().ansoker({ inkom: '2026-03-18' })

describe('skälen i brevet (32 § förvaltningslagen)', () => {
  it('när en del beviljas säger skälet en del', () => {
    const p = beslutat(sjuk(), DAG, { grad: 0.5 })
    expect(skalen(p)).toEqual(['Du kan utföra en del av ditt vanliga arbete.'])
    expect(JSON.stringify(brevet(p))).not.toContain('Du kan utföra ditt vanliga arbete')
  })

  it('när det var annat arbete som arbetsgivaren erbjuder säger skälet det, helt eller till en del (27 kap. 46 §)', () => {
    expect(skalen(beslutat(sjuk(), DAG, { grad: 0, vilketArbete: 'erbjudet' }))).toEqual([
      'Du kan utföra annat lämpligt arbete som din arbetsgivare tillfälligt erbjuder dig.',
    ])
    expect(skalen(beslutat(sjuk(), DAG, { grad: 0.5, vilketArbete: 'erbjudet' }))).toEqual([
      'Du kan till en del utföra annat lämpligt arbete som din arbetsgivare tillfälligt erbjuder dig.',
    ])
  })

  it('frågan kräver svar om vilket av de två arbetena, men inte av den som saknar arbetsgivare', () => {
    expect(() => beslutat(sjuk(), DAG, { grad: 0, vilketArbete: undefined })).toThrow(/46 § första stycket/)
    const egen = person('Dan').som('egenforetagare').sjukFran('2026-03-02').medIntyg().ansoker({ inkom: '2026-03-04' })
    expect(skalen(beslutat(egen, DAG, { grad: 0 }))).toEqual(['Du kan utföra ditt vanliga arbete.'])
  })
})

describe('arbetstidens förläggning (27 kap. 46 § tredje stycket)', () => {
  it('som försämrar återgången ger ingen partiell sjukpenning', () => {
    expect(() => beslutat(sjuk(), DAG, { grad: 0.5, forlaggning: 'annanSomForsamrar' })).toThrow(/försämrar möjligheterna till återgång/)
    expect(() => beslutat(sjuk(), DAG, { grad: 0.5, forlaggning: 'annanSomInteForsamrar' })).not.toThrow()
  })

  it('är ett eget skäl till avslag, och dagarna är fortfarande sjukdagar', () => {
    const p = beslutat(sjuk(), DAG, { grad: 0, formaga: { vanligtArbete: 'klararDelvis' }, forlaggning: 'annanSomForsamrar' })
    expect(p.beslut[0]).toMatchObject({ utfall: 'avslag', rader: [{ avslagsskal: 'forlaggningForsamrar' }] })
    expect(kortaLagrum(p.beslut[0]!.rader[0]!.lagrum)).toBe('27:46')
    expect(skalen(p)[0]).toContain('försämrar dina möjligheter att komma tillbaka i arbete')
  })
})

describe('paragraferna i brevet är den prövade grundens', () => {
  const regler = (p: Provperson) => {
    const b = brevet(p).block.find((x) => x.namn === 'lagrum')
    return b?.typ === 'lista' ? b.punkter.map((x) => x.replace(' socialförsäkringsbalken', '')) : []
  }
  const NFA = { grad: 0, yrkesgrupp: 'Kontorsassistenter' }
  const langt = (som: Parameters<Provperson['som']>[0]) =>
    person('Cia').som(som).sjukFran('2026-01-01').medIntyg({ till: '2026-12-31' }).ansoker({ till: '2026-12-31', inkom: '2026-01-05' })
  const klarar = (p: Provperson, dag: string) => {
    p.handlagg(dag, { tillOchMed: 'arbetsformaga' })
    const { provas } = p.arende.fraga('arbetsformaga', datum(dag)).formular as { provas: string[] }
    return { formaga: Object.fromEntries(provas.map((x) => [x, x === 'normaltForekommande' ? 'klarar' : 'klararInte'])) }
  }

  it('behovsanställd från dag 91: 49 b §, inte 48 och 49 §§', () => {
    const p = langt('behovsanstalld').handlagg(d('2026-01-01', 90))
    const dag91 = d('2026-01-01', 91)
    beslutat(p, dag91, { ...NFA, ...klarar(p, dag91) })
    expect(regler(p)).toContain('27 kap. 49 b §')
    expect(regler(p)).not.toContain('27 kap. 48 §')
    expect(regler(p)).not.toContain('27 kap. 49 §')
  })

  it('anställd dag 181: 48 § men inte 49 §; yrkesgruppen och undantagen står i brevet', () => {
    const p = langt('anstalld').handlagg(d('2026-01-01', 90)).handlagg(d('2026-01-01', 180))
    const dag181 = d('2026-01-01', 181)
    expect(() => beslutat(p, dag181, { ...NFA, ...klarar(p, dag181) })).toThrow(/undantagen/)
    beslutat(p, dag181, { ...NFA, ...klarar(p, dag181), ingetUndantag: 'Ingen återgång väntas hos din arbetsgivare.' })
    expect(regler(p)).toContain('27 kap. 48 §')
    expect(regler(p)).not.toContain('27 kap. 49 §')
    expect(skalen(p)).toEqual([
      'Du kan försörja dig genom ett arbete som är normalt förekommande på arbetsmarknaden.',
      'Den yrkesgrupp som vi har bedömt dig mot är: Kontorsassistenter.',
      'Lagen har undantag från den prövningen. Vi bedömer att inget av dem gäller. Ingen återgång väntas hos din arbetsgivare.',
    ])
  })

  it('arbetslös från dag 1: brevet säger att det är praxis och inte står i lagen', () => {
    const p = person('Bo').som('arbetslos').sjukFran('2026-03-02').medIntyg().ansoker({ inkom: '2026-03-04' })
    beslutat(p, DAG, { ...NFA, ...klarar(p, DAG) })
    expect(regler(p)).not.toContain('27 kap. 49 §')
    expect(skalen(p).join(' ')).toContain('Enligt praxis')
  })

  it('arbetslös efter dag 181: då är det lagen, och brevet talar inte om praxis', () => {
    const p = person('Bo').som('arbetslos').sjukFran('2026-01-01').medIntyg({ till: '2026-07-09' })
    p.ansoker({ till: '2026-07-09', inkom: '2026-01-05' }).handlagg('2026-07-09')
    p.medIntyg({ fran: '2026-07-10', till: '2026-08-10' }).ansoker({ fran: '2026-07-10', till: '2026-08-10', inkom: '2026-07-12' })
    const dag = datum('2026-07-14')
    beslutat(p, dag, { ...NFA, ...klarar(p, dag) })
    expect(skalen(p).join(' ')).not.toContain('praxis')
  })
})
