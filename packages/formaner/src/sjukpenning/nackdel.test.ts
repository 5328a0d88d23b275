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

describe('ändring av ett beslut (113 kap. 3, 5 och 6 §§)', () => {
  const D = datum
  const beviljad = (till = '2026-06-30') =>
    person('Anna').sjukFran('2026-03-02').medIntyg({ till }).ansoker({ till, inkom: '2026-03-18' }).handlagg('2026-03-20')
  const SVAR = { val: 'andra', grund: 'underlag', skal: 'Lönen under sjukdomen var inte känd.' }
  const svara = (p: Provperson, svar: object, dag: string) => p.arende.svara('andring', svar, EVA, D(dag))
  const felfalt = (gor: () => unknown): string[] => {
    try {
      gor()
    } catch (e) {
      return (e as { falt: readonly { falt: string }[] }).falt.map((f) => f.falt)
    }
    return []
  }
  const FULL = { perManad: 27_000, lonIArbetePerManad: 30_000 }
  const MAJJUNI = { from: '2026-05-01', tom: '2026-06-30' }

  describe('när dagar som kommer skulle bli lägre', () => {
    const lonIMaj = () => {
      const p = beviljad()
      lon(p, FULL, D('2026-03-25'), MAJJUNI)
      return p
    }
    const sanks = { ...SVAR, kommande: 'sanks' }

    it('ska beslutet ändras, sedan personen har fått yttra sig över det kommande beslutet', () => {
      const p = lonIMaj()
      const fore = p.beslut[0]!
      expect(p.arende.fraga('andring', D('2026-03-25')).formular).toMatchObject({ lage: { mer: 0, sparrat: 0 } })
      expect(felfalt(() => svara(p, SVAR, '2026-03-25'))).toEqual(['kommande'])
      expect(
        felfalt(() => svara(p, sanks, '2026-03-25')),
        'inte utan kommunicering',
      ).toEqual(['val'])
      svara(p, { ...sanks, val: 'kommunicera' }, '2026-03-25')
      expect(JSON.stringify(p.arende.brev.at(-1))).toContain('mindre för dagar som kommer')
      const k = p.arende.lage.kommuniceringar.at(-1)!
      expect(p.fragekoder(k.senast)).not.toContain('andring')
      expect(p.arende.utredning(k.senast).vantar.map((v) => v.vad)).toContain('Yttrande över det kommande beslutet')
      const dag = plusDagar(k.senast, 1)
      expect(
        felfalt(() => svara(p, { ...sanks, skal: 'Något annat.' }, dag)),
        'andra skäl är ett annat beslut',
      ).toEqual(['skal'])
      svara(p, sanks, dag)
      const b = p.beslut.at(-1)!
      expect(b).toMatchObject({ typ: 'andring', ersatter: fore.id })
      expect(totalt(b.utbetalning)).toBeLessThan(totalt(fore.utbetalning))
      expect(dagskillnader(fore.utbetalning, b.utbetalning).every((s) => s.from >= '2026-05-01' && s.efter < s.fore)).toBe(true)
      expect(JSON.stringify(p.arende.brev.at(-1))).toContain('mindre för dagar som kommer')
      expect(p.fragekoder(dag)).not.toContain('andring')
    })

    it('står ett yttrande i beslutet, med hur det har beaktats', () => {
      const p = lonIMaj()
      svara(p, { ...sanks, val: 'kommunicera' }, '2026-03-25')
      p.arende.kor(
        { typ: 'noteraYttrande', satt: 'muntligt', dag: D('2026-03-27'), text: 'Lönen gäller inte hela tiden.', slutligt: true },
        EVA,
        D('2026-03-27'),
      )
      expect(felfalt(() => svara(p, sanks, '2026-03-27'))).toEqual(['beaktat'])
      svara(p, { ...sanks, beaktat: 'Arbetsgivaren har bekräftat hela tiden.' }, '2026-03-27')
      expect(JSON.stringify(p.arende.brev.at(-1))).toContain('Lönen gäller inte hela tiden.')
      expect(JSON.stringify(p.arende.brev.at(-1))).toContain('Arbetsgivaren har bekräftat hela tiden.')
    })

    it('behöver det inte sändas när det är uppenbart att inget kan komma in som påverkar, och varför sägs', () => {
      const p = lonIMaj()
      svara(p, { ...sanks, utanKommunicering: 'Personen har själv lämnat lönebeskedet och begärt ändringen.' }, '2026-03-25')
      expect(p.beslut.at(-1)!.motivering.bedomning).toContain('själv lämnat lönebeskedet')
    })

    it('står beloppen kvar när synnerliga skäl talar emot: då finns inget att ändra', () => {
      const p = lonIMaj()
      expect(() =>
        svara(p, { ...SVAR, kommande: 'synnerligaSkalMot', kommandeSkal: 'Personen har rättat sig efter beslutet.' }, '2026-03-25'),
      ).toThrow(/synnerliga skäl talar emot/)
      svara(p, { val: 'andraInte', skal: 'Synnerliga skäl talar emot.' }, '2026-03-25')
      expect(p.fragekoder('2026-03-25')).not.toContain('andring')
    })
  })

  it('sänker inte en dag som har förfallit för att andra dagar höjs: dagarna prövas var för sig', () => {
    const p = beviljad()
    lon(p, { ...FULL, perManad: 20_000 }, D('2026-06-10'), { from: '2026-04-01', tom: '2026-04-30' })
    const sgi = (anstallning: number, dag: string) => {
      p.arende.kor(
        { typ: 'registreraFaktum', namn: 'inkomst', varde: { anstallning, annat: 0 }, kalla: { typ: 'arbetsgivare', text: 'Lönebesked' } },
        EVA,
        D(dag),
      )
      p.arende.svara(
        'sgi',
        {
          anstallning,
          annat: 0,
          gallerFran: '2026-03-02',
          grund: 'aktuellInkomst',
          forsakradForArbete: true,
          minstSexManader: true,
          skal: 'Rättad lön.',
          andring: { slag: 'felFranBorjan' },
        },
        EVA,
        D(dag),
      )
    }
    p.medIntyg({ fran: '2026-07-01', till: '2026-07-31' }).ansoker({ fran: '2026-07-01', till: '2026-07-31', inkom: '2026-06-10' })
    sgi(500_000, '2026-06-11')
    const f = p.arende.fraga('andring', D('2026-06-11'))
    const { lage, skillnad } = f.formular as { lage: { mer: number; mindre: number; sparrat: number }; skillnad: { kronor: number } }
    expect(skillnad.kronor, 'i ett är det mer').toBeGreaterThan(0)
    expect(lage.mindre).toBe(0)
    expect(lage.sparrat).toBeGreaterThan(0)
    svara(p, SVAR, '2026-06-11')
    const [fore, b] = [p.beslut[0]!, p.beslut.at(-1)!]
    expect(dagskillnader(fore.utbetalning, b.utbetalning).every((s) => s.efter > s.fore)).toBe(true)
    expect(totalt(b.utbetalning) - totalt(fore.utbetalning)).toBe(lage.mer)
    expect(b.lagrum).toEqual(flera('113:3 st 1 p 2', '113:5'))
    expect(JSON.stringify(p.arende.brev.at(-1))).toContain('ett lägre belopp för 1–30 april 2026')
    expect(p.fragekoder('2026-06-11'), 'det som får stå är prövat').not.toContain('andring')
  })

  describe('när två år har gått sedan beslutet', () => {
    const sent = () => {
      const p = person('Anna').sjukFran('2023-04-03').medIntyg().ansoker({ inkom: '2023-04-20' }).handlagg('2023-04-28')
      p.medIntyg({ fran: '2023-05-01', till: '2023-05-28' }).ansoker({ fran: '2023-05-01', till: '2023-05-28', inkom: '2023-05-02' })
      return p
    }
    const rattadLon = (dag: string) => {
      const p = sent()
      p.arende.kor(
        {
          typ: 'registreraFaktum',
          namn: 'inkomst',
          varde: { anstallning: 400_000, annat: 0 },
          kalla: { typ: 'arbetsgivare', text: 'Lönebesked' },
        },
        EVA,
        D(dag),
      )
      p.arende.svara(
        'sgi',
        {
          anstallning: 400_000,
          annat: 0,
          gallerFran: '2023-04-03',
          grund: 'aktuellInkomst',
          forsakradForArbete: true,
          minstSexManader: true,
          skal: 'Rättad lön.',
          andring: { slag: 'felFranBorjan' },
        },
        EVA,
        D(dag),
      )
      return p
    }

    it('får det sista dagen ändras som förut, men dagen efter bara på de grunder som 6 § räknar upp', () => {
      const idag = rattadLon('2025-04-28')
      svara(idag, { ...SVAR, grund: 'rattstillampning' }, '2025-04-28')
      expect(idag.beslut.at(-1)!.typ).toBe('andring')
      const p = rattadLon('2025-04-29')
      expect(p.arende.fraga('andring', D('2025-04-29')).formular).toMatchObject({ tvaArGick: '2025-04-28' })
      const ratts = { ...SVAR, grund: 'rattstillampning' }
      expect(felfalt(() => svara(p, ratts, '2025-04-29'))).toEqual(['efterTvaAr', 'efterTvaArSkal'])
      expect(
        felfalt(() => svara(p, { ...ratts, efterTvaAr: 'framkomSenare', efterTvaArSkal: 'Kom fram nu.' }, '2025-04-29')),
        'rättstillämpning kommer inte fram senare',
      ).toEqual(['efterTvaAr'])
      svara(p, { ...SVAR, efterTvaAr: 'framkomSenare', efterTvaArSkal: 'Arbetsgivaren rättade lönen i april 2025.' }, '2025-04-29')
      const b = p.beslut.at(-1)!
      expect(b.lagrum).toEqual(flera('113:3 st 1 p 2', '113:6'))
      expect(JSON.stringify(p.arende.brev.at(-1))).toContain('Arbetsgivaren rättade lönen i april 2025.')
    })

    it('får det ändras för rättstillämpning när det finns synnerliga skäl som är sagda', () => {
      const p = rattadLon('2026-10-01')
      svara(
        p,
        {
          ...SVAR,
          grund: 'rattstillampning',
          efterTvaAr: 'synnerligaSkal',
          efterTvaArSkal: 'Felet är myndighetens och stort för personen.',
        },
        '2026-10-01',
      )
      expect(p.beslut.at(-1)).toMatchObject({ typ: 'andring', motivering: { bedomning: 'Felet är myndighetens och stort för personen.' } })
    })
  })
})
