import { SYSTEMET } from '@atergang/arende'
import { datum, plusDagar, type Datum } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import { historik } from '../gemensamt/vy/historik.ts'
import { EVA, OLLE, person, type Provperson } from '../prov/index.ts'
import { HISTORIKORD } from './vy/historikord.ts'

const INKOM = datum('2026-03-18')
const D = datum('2026-03-20')
const utanInkomst = () =>
  person('Anna')
    .sjukFran('2026-03-02')
    .medIntyg()
    .ansoker({ inkom: INKOM, utan: ['inkomst'] })
const granska = (p: Provperson, svar: object, dag: Datum) => p.arende.svara('ansokansgranskning', svar, EVA, dag)
const AVVISA = {
  beslut: 'avvisa',
  grund: 'kanInteProvas',
  skal: 'Utan inkomst går det inte att bestämma någon sjukpenninggrundande inkomst.',
}
/** What the clock does by itself until the day. */
const gaTill = (p: Provperson, dag: Datum): Datum => {
  for (;;) {
    const a = p.arende.utredning(dag).automatik.find((x) => x.dag <= dag)
    if (!a) return dag
    p.arende.kor(a.kommando, SYSTEMET, a.dag)
  }
}
/** Förelagd, reminded once, and the time out. */
const forelagdUtanSvar = () => {
  const p = utanInkomst()
  granska(p, { beslut: 'forelagg', text: 'Vilken årsinkomst har du?' }, D)
  const forsta = p.arende.lage.begaran[0]!.senast
  gaTill(p, plusDagar(forsta, 5))
  return { p, efter: plusDagar(p.arende.lage.begaran[0]!.senast, 1) }
}
const brevtext = (p: Provperson) => JSON.stringify(p.arende.brev.at(-1))

describe('en ofullständig ansökan (110 kap. 10–11 §§ SFB, 20 § förvaltningslagen)', () => {
  it('ger handläggaren en fråga: räcker, be om komplettering eller förelägg; avvisas kan den inte utan föreläggande', () => {
    const p = utanInkomst()
    expect(p.fragekoder(D)).toContain('ansokansgranskning')
    expect(() => granska(p, AVVISA, D)).toThrow(/förrän personen har förelagts/)
    granska(p, { beslut: 'komplettera', text: 'Vilken årsinkomst har du?' }, D)
    expect(() => granska(p, AVVISA, D)).toThrow()
    expect(p.beslut).toEqual([])
  })

  it('den mjuka frågan hotar inte med avvisning', () => {
    const p = utanInkomst()
    granska(p, { beslut: 'komplettera', text: 'Vilken årsinkomst har du?' }, D)
    expect(p.arende.lage.begaran[0]).toMatchObject({ typ: 'ansokanskomplettering', till: 'forsakrad' })
    expect(brevtext(p)).not.toMatch(/avvisa/)
    expect(brevtext(p)).toContain('Vilken årsinkomst har du?')
  })

  it('föreläggandet säger vad som saknas, senast när, och att ansökan annars avvisas', () => {
    const p = utanInkomst()
    granska(p, { beslut: 'forelagg', text: 'Vilken årsinkomst har du?' }, D)
    const b = p.arende.lage.begaran[0]!
    expect(b).toMatchObject({ typ: 'forelaggande', till: 'forsakrad', lagrum: [{ paragraf: '10' }, { paragraf: '11' }] })
    for (const bit of [
      'Vilken årsinkomst har du?',
      'senast 7 april 2026 kommer vi att avvisa din ansökan',
      'Hör av dig i god tid om du behöver hjälp',
    ])
      expect(brevtext(p)).toContain(bit)
    expect(p.arende.utredning(D).vantar).toContainEqual(expect.objectContaining({ pa: 'forsakrad', till: b.senast }))
    expect(p.fragekoder(b.senast)).not.toContain('ansokansgranskning')
  })

  it('obesvarat påminns personen en gång, och frågan kommer sedan tillbaka till handläggaren, som kan avvisa', () => {
    const { p, efter } = forelagdUtanSvar()
    expect(p.arende.lage.begaran[0]!.paminnelser).toHaveLength(1)
    expect(p.fragekoder(plusDagar(efter, -1))).not.toContain('ansokansgranskning')
    expect(p.fragekoder(efter)).toContain('ansokansgranskning')
    expect(p.fragekoder(efter)).not.toContain('obesvarat')
    granska(p, AVVISA, efter)
    expect(p.beslut).toMatchObject([
      { typ: 'slutligt', utfall: 'avvisat', rader: [], utbetalning: [], period: { from: '2026-03-02', tom: '2026-03-29' } },
    ])
    for (const bit of [
      'Vi avvisar din ansökan om sjukpenning för 2–29 mars 2026',
      'så ofullständig att den inte kan prövas i sak',
      'Du har inte svarat',
      'årsinkomst',
      'Du kan ansöka på nytt',
      'inom två månader',
      '110 kap. 10 § socialförsäkringsbalken',
      '110 kap. 11 § socialförsäkringsbalken',
      'Eva Ek',
    ])
      expect(brevtext(p).toLowerCase()).toContain(bit.toLowerCase())
  })

  it('kan föreläggas en gång till: då gäller bara det nya, och tiden börjar om', () => {
    const { p, efter } = forelagdUtanSvar()
    granska(p, { beslut: 'forelagg', text: 'Skicka din senaste lönespecifikation.' }, efter)
    expect(p.arende.lage.begaran.map((b) => [b.typ, b.aterkallad !== undefined])).toEqual([
      ['forelaggande', true],
      ['forelaggande', false],
    ])
    expect(p.fragekoder(efter)).not.toContain('ansokansgranskning')
    gaTill(p, plusDagar(p.arende.lage.begaran[1]!.senast, 5))
    expect(p.fragekoder(plusDagar(p.arende.lage.begaran[1]!.senast, 1))).toContain('ansokansgranskning')
  })

  it('prövas ansökan ändå på det som finns står inget föreläggande kvar hos personen', () => {
    const { p, efter } = forelagdUtanSvar()
    granska(p, { beslut: 'racker', skal: 'Inkomsten finns i ett tidigare ärende.' }, efter)
    expect(p.arende.lage.begaran.every((b) => b.aterkallad)).toBe(true)
    expect(p.fragekoder(efter)).toContain('sgi')
    expect(p.fragekoder(efter)).not.toContain('ansokansgranskning')
  })

  it('den som har svarat, men inte med det som saknas, kan också avvisas eller få sin ansökan prövad på det som finns', () => {
    const svarat = () => {
      const p = utanInkomst()
      granska(p, { beslut: 'forelagg', text: 'Vilken årsinkomst har du?' }, D)
      const b = p.arende.lage.begaran[0]!
      p.arende.kor(
        { typ: 'besvaraBegaran', begaranId: b.id, svar: [{ frageId: b.fragor[0]!.frageId, text: 'Det vet jag inte.' }] },
        p.aktor,
        plusDagar(D, 3),
      )
      return p
    }
    const avvisad = svarat()
    granska(avvisad, AVVISA, plusDagar(D, 4))
    expect(brevtext(avvisad)).toContain('Du svarade: Det vet jag inte.')
    const provad = svarat()
    granska(provad, { beslut: 'racker', skal: 'Inkomsten finns i ett tidigare ärende.' }, plusDagar(D, 4))
    expect(provad.fragekoder(plusDagar(D, 4))).toContain('sgi')
  })

  it('när uppgiften kommer in går ärendet vidare utan avvisning', () => {
    const p = utanInkomst()
    granska(p, { beslut: 'forelagg', text: 'Vilken årsinkomst har du?' }, D)
    const b = p.arende.lage.begaran[0]!
    p.arende.kor(
      { typ: 'besvaraBegaran', begaranId: b.id, svar: [{ frageId: b.fragor[0]!.frageId, text: '360 000 kronor.' }] },
      p.aktor,
      plusDagar(D, 3),
    )
    p.arende.kor(
      {
        typ: 'registreraFaktum',
        namn: 'inkomst',
        varde: { anstallning: 360_000, annat: 0 },
        kalla: { typ: 'forsakrad', text: 'Svar på föreläggandet' },
      },
      EVA,
      plusDagar(D, 4),
    )
    expect(p.handlagg(plusDagar(D, 4)).beslut).toMatchObject([{ utfall: 'beviljat' }])
  })

  it('besvaras av uppgiften som handläggaren registrerar, och historiken säger hur', () => {
    const p = utanInkomst()
    granska(p, { beslut: 'forelagg', text: 'Vilken årsinkomst har du?' }, D)
    const dag = plusDagar(D, 3)
    const registrera = (namn: string, varde: object) =>
      p.arende.kor({ typ: 'registreraFaktum', namn, varde, kalla: { typ: 'arbetsgivare', text: 'samtal med lönekontoret' } }, EVA, dag)
    registrera('anpassning', { tolk: false, format: 'Stor stil' })
    expect(p.arende.lage.begaran.filter((b) => !b.svar)).toHaveLength(1)
    registrera('inkomst', { anstallning: 360_000, annat: 0 })
    const [b] = p.arende.lage.begaran
    expect(b!.svar).toMatchObject({
      dag,
      av: { id: 'eva' },
      faktumId: p.arende.lage.fakta.at(-1)!.id,
      svar: [{ text: expect.stringContaining('samtal med lönekontoret') }],
    })
    expect(historik(p.arende.journal, HISTORIKORD).at(-1)!.text).toMatch(/besvarad utan svar från den tillfrågade.*Årsinkomst/)
    expect(p.arende.utredning(dag).automatik).not.toContainEqual(
      expect.objectContaining({ kommando: expect.objectContaining({ typ: 'paminnBegaran' }) }),
    )
    expect(p.handlagg(dag).beslut).toMatchObject([{ utfall: 'beviljat' }])
  })

  it('står kvar när bara en del av det som saknas har registrerats', () => {
    const p = person('Bo')
      .sjukFran('2026-03-02')
      .medIntyg()
      .ansoker({ inkom: '2026-03-18', utan: ['inkomst', 'arbetsgivare'] })
    granska(p, { beslut: 'forelagg', text: 'Vilken årsinkomst har du, och vem är din arbetsgivare?' }, D)
    p.arende.kor(
      { typ: 'registreraFaktum', namn: 'inkomst', varde: { anstallning: 360_000, annat: 0 }, kalla: { typ: 'forsakrad', text: 'samtal' } },
      EVA,
      D,
    )
    expect(p.arende.lage.begaran[0]!.svar).toBeUndefined()
    p.arende.kor(
      {
        typ: 'registreraFaktum',
        namn: 'sysselsattning',
        varde: { slag: 'anstalld', arbetsgivare: { namn: 'Bruket AB' } },
        kalla: { typ: 'forsakrad', text: 'samtal' },
      },
      EVA,
      D,
    )
    expect(p.arende.lage.begaran[0]!.svar).toBeDefined()
  })

  it('också en begäran om arbetsgivarens plan besvaras av den plan som handläggaren registrerar', () => {
    const p = person('Bo').sjukFran('2026-03-02').medIntyg({ till: '2026-08-31' }).ansoker({ inkom: '2026-03-18' })
    p.arende.kor({ typ: 'begarPlan', data: { text: 'Skicka planen.' } }, EVA, D)
    p.arende.kor(
      {
        typ: 'registreraFaktum',
        namn: 'plan',
        varde: { finns: true, atgarder: 'Halvtid från maj' },
        kalla: { typ: 'arbetsgivare', text: 'samtal med chefen' },
      },
      EVA,
      D,
    )
    expect(p.arende.lage.begaran[0]!.svar).toMatchObject({ svar: [{ text: expect.stringContaining('Halvtid från maj') }] })
  })

  it('en ny, fullständig ansökan besvarar föreläggandet', () => {
    const p = utanInkomst()
    granska(p, { beslut: 'forelagg', text: 'Vilken årsinkomst har du?' }, D)
    p.ansoker({ inkom: plusDagar(D, 3) })
    expect(p.arende.lage.begaran[0]!.svar).toMatchObject({ dag: plusDagar(D, 3) })
    expect(p.handlagg(plusDagar(D, 4)).beslut).toMatchObject([{ utfall: 'beviljat' }])
  })
})

describe('efter avvisningen', () => {
  const avvisad = () => {
    const { p, efter } = forelagdUtanSvar()
    granska(p, AVVISA, efter)
    return { p, efter }
  }

  it('är inga dagar prövade: personen kan ansöka för samma dagar igen och få dem prövade', () => {
    const { p, efter } = avvisad()
    expect(p.arende.utredning(efter).vantar).toContainEqual(expect.objectContaining({ pa: 'forsakrad', vad: 'Ansökan om sjukpenning' }))
    expect(p.fragekoder(efter)).not.toContain('arbetsformaga')
    p.ansoker({ inkom: plusDagar(efter, 2) })
    p.handlagg(plusDagar(efter, 3))
    expect(p.beslut.at(-1)).toMatchObject({ utfall: 'beviljat', period: { tom: '2026-03-29' } })
  })

  it('ringer handläggaren och förklarar beslutet, men erbjuder inget omställningsmöte', () => {
    const { p, efter } = avvisad()
    expect(p.fragekoder(efter)).toContain('samtal')
    expect(p.fragekoder(efter)).not.toContain('omstallning')
  })

  it('kan personen begära omprövning; tas ansökan upp prövas den, av en annan handläggare än den som avvisade', () => {
    const { p, efter } = avvisad()
    const b = p.beslut[0]!
    p.arende.kor(
      { typ: 'begarOmprovning', data: { beslutId: b.id, inkom: plusDagar(efter, 5), text: 'Inkomsten stod i intyget.' } },
      p.aktor,
      plusDagar(efter, 5),
    )
    const svar = {
      utfall: 'andras',
      rader: [],
      skal: 'Uppgiften fanns redan hos oss.',
      omstandigheter: 'Inkomsten framgår av ett tidigare ärende.',
    }
    expect(() => p.arende.svara('omprovning', svar, EVA, plusDagar(efter, 6))).toThrow(/sitt eget/)
    p.arende.svara('omprovning', svar, OLLE, plusDagar(efter, 6))
    expect(p.beslut.at(-1)).toMatchObject({ typ: 'omprovning', utfall: 'tasUpp', ersatter: b.id })
    expect(brevtext(p)).toContain('Vi tar upp din ansökan och prövar den')
    expect(p.fragekoder(plusDagar(efter, 6))).toContain('ansokansgranskning')
  })

  it('avslutas ärendet av sig självt nittio dagar efter den sista dagen det gällde', () => {
    const { p, efter } = avvisad()
    expect(p.arende.utredning(efter).automatik).toContainEqual({
      dag: plusDagar(datum('2026-03-29'), 90),
      kommando: expect.objectContaining({ typ: 'avsluta' }),
    })
  })
})
