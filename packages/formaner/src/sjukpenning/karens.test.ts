import { datum } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import { EVA, person, type Provperson } from '../prov/index.ts'
import { karenserFor } from './karenslage.ts'
import { underlaget } from './underlag.ts'

const D = datum('2026-03-20')
const FORSTA = datum('2026-03-02')
const prova = (p: Provperson) => p.medIntyg().ansoker({ inkom: '2026-03-04' })
const faktum = (p: Provperson, namn: string, varde: object, period?: { from: string; tom: string }) =>
  p.arende.kor(
    {
      typ: 'registreraFaktum',
      namn,
      varde,
      ...(period ? { period: period as never } : {}),
      kalla: { typ: 'arbetsgivare', text: 'Uppgift från arbetsgivaren' },
    },
    EVA,
    D,
  )
const perDag = (p: Provperson) => p.beslut[0]!.utbetalning.map((r) => [r.from, r.kronorPerDag > 0, r.avdrag.map((a) => a.slag)])

describe('karens följer av vem personen är (27 kap. 27–28 b §§)', () => {
  it('egenföretagaren har sju karensdagar', () => {
    expect(perDag(prova(person('Cia').som('egenforetagare').sjukFran('2026-03-02')).handlagg(D))).toEqual([
      ['2026-03-02', false, []],
      ['2026-03-09', true, []],
    ])
  })

  it('den som hade egenföretagarens inkomst och blev arbetslös får karensavdrag i stället (28 b §)', () => {
    const p = prova(person('Bo').som('arbetslos').tjanar(0, 300_000).sjukFran('2026-03-02')).handlagg(D)
    expect(perDag(p)).toEqual([['2026-03-02', true, ['karensavdrag']]])
    expect(karenserFor(p.arende.lage, underlaget(p.arende.lage, D), FORSTA)[0]!.lagrum).toContainEqual(
      expect.objectContaining({ kapitel: '27', paragraf: '28 b' }),
    )
  })

  it.each([
    [undefined, 543],
    [0.5, 897],
    [0.25, 1073],
  ])(
    'taket vid arbetslöshet gäller till den del personen är arbetslös (28 kap. 11 §): %s ger %i kr, också i karensavdraget',
    (andel, kronor) => {
      const p = prova(person('Isa').som('arbetslos').tjanar(588_000).sjukFran('2026-03-02'))
      if (andel) faktum(p, 'sysselsattning', { slag: 'arbetslos', andelArbetslos: andel })
      const [rad] = p.handlagg(D).beslut[0]!.utbetalning
      expect([rad!.kronorPerDag, rad!.avdrag[0]!.kronor]).toEqual([kronor, kronor])
    },
  )

  it('gäller också när arbetslösheten registreras efter ansökan, från den dag den började', () => {
    const p = prova(person('Dan').som('egenforetagare').sjukFran('2026-03-02'))
    faktum(p, 'sysselsattning', { slag: 'arbetslos' }, { from: '2026-02-01', tom: '2026-12-31' })
    expect(perDag(p.handlagg(D))).toEqual([['2026-03-02', true, ['karensavdrag']]])
  })

  it('den som har haft anställning har karensavdrag, men inte enligt 28 b §', () => {
    const p = prova(person('Eja').som('arbetslos').sjukFran('2026-03-02')).handlagg(D)
    expect(perDag(p)).toEqual([['2026-03-02', true, ['karensavdrag']]])
    expect(karenserFor(p.arende.lage, underlaget(p.arende.lage, D), FORSTA)[0]!.lagrum.map((x) => x.paragraf)).not.toContain('28 b')
  })

  it('sjömannen på fartyg utanför inre fart har ingen karens (28 a §), bara de dagar uppgiften gäller', () => {
    const utan = prova(person('Fia').som('behovsanstalld').sjukFran('2026-03-02')).handlagg(D)
    expect(perDag(utan)[0]![2]).toEqual(['karensavdrag'])
    const sjoman = prova(person('Gun').som('behovsanstalld').sjukFran('2026-03-02'))
    faktum(sjoman, 'sjoman', { fartyg: 'M/S Provet' })
    expect(perDag(sjoman.handlagg(D)).every(([, , avdrag]) => (avdrag as string[]).length === 0)).toBe(true)
    const annanTid = prova(person('Ida').som('behovsanstalld').sjukFran('2026-03-02'))
    faktum(annanTid, 'sjoman', { fartyg: 'M/S Provet' }, { from: '2025-01-01', tom: '2025-12-31' })
    expect(perDag(annanTid.handlagg(D))[0]![2]).toEqual(['karensavdrag'])
  })
})
