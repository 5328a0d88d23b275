import { datum, plusDagar, type Datum } from '@atergang/kalender'
import { flera } from '@atergang/regelverk'
import { describe, expect, it } from 'vitest'
import { dagskillnader } from '../gemensamt/dagvis.ts'
import { totalt } from '../gemensamt/utbetalning.ts'
import { EVA, OLLE, person, type Provperson } from '../prov/index.ts'

const lon = (p: Provperson, varde: object, dag: Datum, period?: { from: string; tom: string }) =>
  p.arende.kor(
    {
      typ: 'registreraFaktum',
      namn: 'lonUnderSjukdom',
      varde,
      ...(period ? { period: period as never } : {}),
      kalla: { typ: 'arbetsgivare', text: 'Lönebesked' },
    },
    EVA,
    dag,
  )

describe('omprövning blir aldrig till personens nackdel (113 kap. 8 §)', () => {
  /** Half is granted; then pay from the employer is registered, that would take more than the raise gives. */
  const halv = () => {
    const p = person('Anna').sjukFran('2026-01-01').medIntyg({ till: '2026-03-31' }).ansoker({ till: '2026-03-31', inkom: '2026-01-15' })
    p.handlagg('2026-02-01', { grad: () => 0.5 })
    p.handlagg(plusDagar(p.arende.lage.kommuniceringar[0]!.senast, 1), { grad: () => 0.5 })
    const dag = plusDagar(p.beslut[0]!.dag, 20)
    p.arende.kor({ typ: 'begarOmprovning', data: { beslutId: p.beslut[0]!.id, inkom: dag, text: 'Jag kan inte arbeta.' } }, p.aktor, dag)
    return { p, b: p.beslut[0]!, dag }
  }
  const hoj = (p: Provperson, dag: Datum, grad: number) =>
    p.arende.svara(
      'omprovning',
      {
        utfall: 'andras',
        rader: p.beslut[0]!.rader.map((r) => ({ from: r.from, tom: r.tom, grad })),
        skal: 'Det nya intyget visar mer.',
        omstandigheter: 'Intyg från specialist.',
      },
      OLLE,
      dag,
    )

  it('när lön som har registrerats sedan gör att den högre graden ger mindre: det gamla beloppet står kvar, dag för dag', () => {
    const { p, b, dag } = halv()
    lon(p, { perManad: 24_000, lonIArbetePerManad: 30_000 }, dag)
    hoj(p, dag, 0.75)
    const ny = p.beslut.at(-1)!
    expect(ny).toMatchObject({ typ: 'omprovning', ersatter: b.id })
    expect(ny.rader.every((r) => r.grad === 0.75)).toBe(true)
    expect(ny.utbetalning.every((r) => r.grad === 0.75)).toBe(true)
    expect(totalt(ny.utbetalning)).toBe(totalt(b.utbetalning))
    expect(dagskillnader(b.utbetalning, ny.utbetalning)).toEqual([])
    const brev = JSON.stringify(p.arende.brev.at(-1))
    expect(brev).toContain('får beslutet inte ändras till din nackdel')
    expect(JSON.stringify(ny.utbetalning[0]!.forklaring)).toContain('På de uppgifter som finns nu hade dagarna gett')
    expect(ny.utbetalning[0]!.forklaring.delar!.at(-1)!.lagrum).toEqual(flera('113:8'))
  })

  it('när lönen bara gäller en månad: de dagarna behåller sitt belopp och de andra höjs', () => {
    const { p, b, dag } = halv()
    lon(p, { perManad: 28_000, lonIArbetePerManad: 30_000 }, dag, { from: '2026-02-01', tom: '2026-02-28' })
    hoj(p, dag, 1)
    const ny = p.beslut.at(-1)!
    const skillnader = dagskillnader(b.utbetalning, ny.utbetalning)
    expect(skillnader.length).toBeGreaterThan(0)
    expect(skillnader.every((s) => s.efter > s.fore && (s.tom < '2026-02-01' || s.from > '2026-02-28'))).toBe(true)
    expect(JSON.stringify(p.arende.brev.at(-1))).toContain('ett lägre belopp för 1–28 februari 2026')
  })

  it('och säger inget om belopp som står kvar när inget hade blivit lägre', () => {
    const { p, b, dag } = halv()
    hoj(p, dag, 1)
    expect(totalt(p.beslut.at(-1)!.utbetalning)).toBeGreaterThan(totalt(b.utbetalning))
    expect(JSON.stringify(p.arende.brev.at(-1))).not.toContain('ett lägre belopp')
  })
})
