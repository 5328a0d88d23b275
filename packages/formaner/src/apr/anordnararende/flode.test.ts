import { datum, plusDagar } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import { ASTA, BERTIL, Provfall, type AnyForman } from '../../prov/apr.ts'
import { provOrgnr } from '../../prov/nummer.ts'
import { godkandDen } from '../anordnare/godkannande.ts'
import { allmantRegister } from '../anordnare/register.ts'
import type { Kompetensfaktum, Nlage } from './fakta.ts'
import { aprAnordnare } from './forman.ts'
import { godkannandena, somAnordnare } from './lage.ts'
import { arendevy } from './vy.ts'

const D = datum
const ORGNR = provOrgnr(910)
const ANORDNAREN = { id: 'anordnaren', namn: 'Hälsa i arbetet AB', roll: 'anordnare' as const, enhet: ORGNR.replace('-', '') }
const FEM: readonly Kompetensfaktum['kompetens'][] = ['lakare', 'sjukskoterska', 'arbetsorganisation', 'beteendevetare', 'fysioterapeut']
const kompetenser = (mer: Partial<Record<Kompetensfaktum['kompetens'], Partial<Kompetensfaktum>>> = {}): object[] =>
  FEM.map((kompetens, i) => ({
    uppgiftId: `u${i}`,
    kompetens,
    person: `P${i}`,
    knytning: i % 2 ? 'avtal' : 'anstalld',
    from: '2024-01-01',
    underlag: `dok${i}`,
    ...mer[kompetens],
  }))
const UPPGIFT = {
  namn: 'Hälsa i arbetet AB',
  typ: 'foretagshalsovard',
  lan: ['21', '17'],
  ort: 'Gävle',
  kontakt: { namn: 'Kajsa Kontakt' },
}

function anordnaren(o: { kompetenser?: object[]; dag?: string } = {}) {
  const dag = D(o.dag ?? '2025-02-03')
  const f = new Provfall<Nlage>({
    id: '00000000-0000-4000-8000-00000000a000',
    forman: aprAnordnare as unknown as AnyForman,
    part: {
      slag: 'arbetsgivare',
      arbetsgivare: { orgnr: ORGNR, namn: 'Hälsa i arbetet AB', adress: ['Provgatan 2', '800 01 Gävle'], lan: '21' },
    },
    enhet: 'APR',
    nummer: 'AN2025-000001',
    dag,
  })
  return f.kor(
    {
      typ: 'taEmotAnsokan',
      data: { ansokan: { ansokanId: 'n1', inkom: dag, kanal: 'etjanst' }, anordnare: UPPGIFT, kompetenser: o.kompetenser ?? kompetenser() },
    },
    ANORDNAREN,
    dag,
  )
}
const bedom = (
  f: ReturnType<typeof anordnaren>,
  dag: string,
  svar: (id: string) => object = () => ({ val: 'styrkt', skal: 'Legitimationen visar det.' }),
) => {
  for (let q = f.fragor(D(dag)).find((x) => x.kod === 'aprKompetens'); q; q = f.fragor(D(dag)).find((x) => x.kod === 'aprKompetens'))
    f.kor(
      { typ: 'svara', nyckel: q.nyckel, underlag: q.underlag, svar: svar((q.formular as { uppgift: { id: string } }).uppgift.id) },
      ASTA,
      D(dag),
    )
  return f
}
const godkand = (dag = '2025-02-10') => bedom(anordnaren(), dag).svara('beslut', {}, ASTA, D(dag))
const text = (f: { brev: readonly { block: readonly object[] }[] }): string =>
  JSON.stringify(f.brev.at(-1)!.block).replaceAll('\u00a0', ' ')

describe('en ansökan om godkännande', () => {
  it('frågar om varje kompetens är visad, prövar kravet och godkänner från beslutsdagen', () => {
    const f = anordnaren()
    expect(f.fragekoder(D('2025-02-03'))).toEqual(Array.from({ length: 5 }, () => 'aprKompetens'))
    bedom(f, '2025-02-10')
    expect(f.fragekoder(D('2025-02-10'))).toEqual(['beslut'])
    f.svara('beslut', {}, ASTA, D('2025-02-10'))
    expect(godkannandena(f.lage)).toEqual([{ beslut: f.lage.beslut[0]!.id, from: '2025-02-10' }])
    expect(text(f)).toContain('Vi godkänner er som anordnare från och med den 10 februari 2025.')
    expect(text(f)).toContain('Asta Alvar')
    expect(allmantRegister([somAnordnare(f.lage)], D('2025-02-10'))).toMatchObject([
      { namn: 'Hälsa i arbetet AB', lan: ['17', '21'], kompetenser: FEM, godkandFran: '2025-02-10', godkandTill: null },
    ])
    expect(JSON.stringify(allmantRegister([somAnordnare(f.lage)], D('2025-02-10')))).not.toMatch(/P0|Kajsa/)
  })

  it('avslås när läkaren saknas, efter att anordnaren fått yttra sig', () => {
    const f = bedom(anordnaren(), '2025-02-10', (id) =>
      id === 'u0' ? { val: 'intestyrkt', skal: 'Legitimationen är återkallad.' } : { val: 'styrkt', skal: 'Bevis.' },
    )
    expect(f.fragekoder(D('2025-02-10'))).toEqual(['kommunicering'])
    f.svara('kommunicering', { satt: 'sand' }, ASTA, D('2025-02-10'))
    f.svara('beslut', {}, ASTA, plusDagar(f.lage.kommuniceringar[0]!.senast, 1))
    expect(f.lage.beslut[0]).toMatchObject({ utfall: 'avslag' })
    expect(text(f)).toContain('Vi godkänner er inte som anordnare. Det saknas: läkare.')
    expect(godkannandena(f.lage)).toEqual([])
  })

  it('frågar anordnaren om ett underlag; ett nytt underlag är en ny fråga', () => {
    const f = anordnaren()
    f.svara('aprKompetens', { val: 'fraga', text: 'Skicka läkarens legitimation.' }, ASTA, D('2025-02-04'), 'u0')
    expect(f.fragor(D('2025-02-04')).some((q) => q.nyckel.endsWith('u0'))).toBe(false)
    f.kor(
      {
        typ: 'anmalAndring',
        data: { andring: { dag: '2025-02-06', text: 'Här är legitimationen.' }, kompetenser: [{ ...kompetenser()[0], underlag: 'nytt' }] },
      },
      ANORDNAREN,
      D('2025-02-06'),
    )
    expect(f.lage.begaran[0]!.svar).toBeTruthy()
    expect(f.fragor(D('2025-02-06')).some((q) => q.nyckel.endsWith('u0'))).toBe(true)
  })

  it('när en person står för flera kompetenser tar en handläggare ställning, eftersom källorna tiger', () => {
    const f = bedom(anordnaren({ kompetenser: kompetenser({ fysioterapeut: { person: 'P2' } }) }), '2025-02-10')
    expect(f.fragekoder(D('2025-02-10'))).toEqual(['aprSammaPerson'])
    f.svara('aprSammaPerson', { val: 'raknasEn', uppgiftId: 'u2', skal: 'En person räcker inte för två.' }, ASTA, D('2025-02-10'))
    expect(f.fragekoder(D('2025-02-10'))).toEqual(['kommunicering'])
  })

  it('den som redan är godkänd ansöker inte igen, men kan berätta om ändringar', () => {
    expect(() =>
      godkand().kor(
        {
          typ: 'taEmotAnsokan',
          data: { ansokan: { ansokanId: 'n2', inkom: '2025-03-01', kanal: 'etjanst' }, anordnare: UPPGIFT, kompetenser: kompetenser() },
        },
        ANORDNAREN,
        D('2025-03-01'),
      ),
    ).toThrow(/redan godkända/)
  })
})

describe('en ändring i personalen', () => {
  const lakarenSlutar = () =>
    godkand().kor(
      {
        typ: 'anmalAndring',
        data: { andring: { dag: '2025-05-31', text: 'Läkaren slutar.' }, kompetenser: [{ ...kompetenser()[0], tom: '2025-05-31' }] },
      },
      ANORDNAREN,
      D('2025-05-02'),
    )

  it('öppnar en omprövning den dag kompetensen saknas, inte förr; den syns som kommande', () => {
    const f = bedom(lakarenSlutar(), '2025-05-02')
    expect(f.fragekoder(D('2025-05-31'))).toEqual([])
    expect(f.utredning(D('2025-05-02')).kommande.map((k) => k.dag)).toContain('2025-06-01')
    expect(f.fragekoder(D('2025-06-01'))).toEqual(['aprOmprovning'])
    expect(arendevy(f.lage, f.journal, D('2025-06-01')).vy).toMatchObject({
      tillstand: 'omprovas',
      vidAndring: [{ typ: 'omprovning', fran: '2025-06-01' }],
    })
  })

  it('kan leda till att godkännandet upphör, tidigast från beslutsdagen; det som gjorts förut står', () => {
    const f = bedom(lakarenSlutar(), '2025-05-02')
    expect(() =>
      f.svara(
        'aprOmprovning',
        { val: 'upphor', tom: '2025-05-31', skal: 'kompetensSaknas', text: 'Läkare saknas.' },
        ASTA,
        D('2025-06-02'),
      ),
    ).toThrow(/före beslutet/)
    f.svara('aprOmprovning', { val: 'upphor', tom: '2025-06-10', skal: 'kompetensSaknas', text: 'Läkare saknas.' }, ASTA, D('2025-06-02'))
    expect(f.fragekoder(D('2025-06-02'))).toEqual(['kommunicering'])
    f.svara('kommunicering', { satt: 'sand' }, ASTA, D('2025-06-02'))
    expect(text(f)).toContain('Enligt uppgifterna saknas från den 1 juni 2025: läkare.')
    const dag = plusDagar(f.lage.kommuniceringar.at(-1)!.senast, 1)
    f.svara('beslut', {}, BERTIL, dag)
    expect(godkannandena(f.lage)[0]!.slut).toMatchObject({ tom: dag, skal: 'kompetensSaknas' })
    expect(godkandDen(somAnordnare(f.lage).godkannanden, D('2025-06-05'))).toBe(true)
    expect(godkandDen(somAnordnare(f.lage).godkannanden, plusDagar(dag, 1))).toBe(false)
  })

  it('stannar när en ny läkare visas innan något beslutats', () => {
    const f = bedom(lakarenSlutar(), '2025-05-02')
    f.kor(
      {
        typ: 'anmalAndring',
        data: {
          andring: { dag: '2025-06-03', text: 'Ny läkare.' },
          kompetenser: [{ uppgiftId: 'ny', kompetens: 'lakare', person: 'P9', knytning: 'avtal', from: '2025-06-01', underlag: 'dok9' }],
        },
      },
      ANORDNAREN,
      D('2025-06-03'),
    )
    expect(f.fragekoder(D('2025-06-03'))).toEqual(['aprKompetens'])
    bedom(f, '2025-06-04')
    expect(f.fragekoder(D('2025-06-04'))).toEqual([])
  })

  it('på egen begäran upphör det utan kommunicering, och ärendet avslutas när överklagandetiden gått', () => {
    const f = godkand().kor({ typ: 'begarSlut', data: { tom: '2025-09-30', skal: 'upphort' } }, ANORDNAREN, D('2025-09-01'))
    f.svara('aprOmprovning', { val: 'upphor', tom: '2025-09-30', skal: 'upphort', text: 'Anordnaren lägger ner.' }, ASTA, D('2025-09-02'))
    expect(f.fragekoder(D('2025-09-02'))).toEqual(['beslut'])
    f.svara('beslut', {}, ASTA, D('2025-09-02'))
    f.klockan(D('2025-10-15'))
    expect(f.lage.avslutat).toBeUndefined()
    f.klockan(D('2025-12-01'))
    expect(f.lage.avslutat).toBeTruthy()
    f.kor(
      {
        typ: 'taEmotAnsokan',
        data: { ansokan: { ansokanId: 'n2', inkom: '2026-01-10', kanal: 'etjanst' }, anordnare: UPPGIFT, kompetenser: kompetenser() },
      },
      ANORDNAREN,
      D('2026-01-10'),
    )
    expect(f.lage.avslutat).toBeUndefined()
    expect(f.fragekoder(D('2026-01-10')), 'det som är visat frågas inte igen').toEqual(['beslut'])
  })
})
