import { lagetEfter } from '@atergang/arende'
import { datum, plusDagar } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import { ANORDNARE, ASTA, BERTIL, foretaget, godkandSedan, okand, type Provforetag } from '../../prov/apr.ts'
import { provOrgnr } from '../../prov/nummer.ts'
import { beslutetOm } from './rakning.ts'
import { ansokanvyer, arendevy } from './vy.ts'

const D = datum
const beloppet = (f: Provforetag, id: string): number | undefined => beslutetOm(f.lage, id)?.innehall.belopp
const text = (f: Provforetag): string =>
  f.brev
    .at(-1)!
    .block.map((b) =>
      'text' in b
        ? b.text
        : b.typ === 'tabell'
          ? b.rader.map((r) => r.join(' | ')).join('\n')
          : b.typ === 'lista'
            ? b.punkter.join('\n')
            : b.typ === 'uppgifter'
              ? b.rader.map((r) => r.join(': ')).join('\n')
              : '',
    )
    .join('\n')
    .replaceAll('\u00a0', ' ')
const tillstand = (f: Provforetag, dag: string): string[] => ansokanvyer(f.lage, D(dag)).map((a) => a.tillstand)

describe('en ansökan utan något att fråga om', () => {
  it('är klar att besluta genast; arbetsgivaren får hälften, med brev som säger vem som beslutat och hur man överklagar', () => {
    const f = foretaget('Bruket AB', 2025).soker({ inkom: '2025-06-02', rader: [{ anstalld: '4711', kronor: 12_000.5 }] })
    expect(f.fragekoder(D('2025-06-02'))).toEqual(['beslut'])
    expect(tillstand(f, '2025-06-02')).toEqual(['klar'])
    f.beslutar('2025-06-03')
    expect(beloppet(f, 'a1')).toBe(6_000)
    expect(f.lage.beslut[0]).toMatchObject({ typ: 'slutligt', utfall: 'beviljat', avser: 'a1', betalas: 6_000 })
    expect(text(f)).toContain('Vi beviljar er ansökan. Ni får 6 000 kronor för 2025.')
    expect(text(f)).toContain('4711 | 2025-05-05 | 12 000,50 | 6 000 | 6 000')
    expect(text(f)).toContain('Beslutsfattare: Asta Alvar, handläggare')
    expect(text(f)).toContain('inom tre veckor')
    expect(text(f)).not.toMatch(/omprövning|113 kap/)
    expect(tillstand(f, '2025-06-03')).toEqual(['beslutad'])
  })

  it('kan få ett tillägg till skälen av den som beslutar', () => {
    const f = foretaget('Bruket AB', 2025).soker({ inkom: '2025-06-02', rader: [{ kronor: 500 }] })
    f.svara('beslut', { tillagg: 'Vi talade om fakturan i telefon.' }, ASTA, D('2025-06-03'))
    expect(f.lage.beslut[0]!.motivering.bedomning).toBe('Vi talade om fakturan i telefon.')
    expect(text(f)).toContain('Vi talade om fakturan i telefon.')
  })
})

describe('en sen ansökan', () => {
  const sen = () =>
    foretaget('Bruket AB', 2025).soker({
      inkom: '2026-02-03',
      rader: [{ kronor: 12_000, faktura: undefined }],
      utan: ['anstalldaVet'],
      register: [],
    })

  it('tar den korta vägen: inget frågas, ingen faktura läses, ett klick och ett brev med båda dagarna', () => {
    const f = sen()
    expect(f.fragekoder(D('2026-02-03'))).toEqual(['beslut'])
    expect(f.utredning(D('2026-02-03')).kannetecken.ko).toBe('sen')
    f.beslutar('2026-02-04')
    expect(f.lage.beslut[0]).toMatchObject({ utfall: 'avslag' })
    expect(text(f)).toContain('Vi avslår er ansökan för 2025. Den kom in den 3 februari 2026. Sista dagen var den 2 februari 2026.')
    expect(text(f)).toContain('Ansökan för 2026 ska ha kommit in till oss senast den 1 februari 2027.')
    expect(f.lage.kommuniceringar).toEqual([])
  })

  it('kan ändå sändas för yttrande först, om handläggaren vill', () => {
    const f = sen().svara('beslut', { val: 'kommunicera' }, ASTA, D('2026-02-04'))
    expect(f.lage.kommuniceringar).toMatchObject([{ avser: 'a1' }])
    expect(f.fragekoder(D('2026-02-05'))).toEqual([])
    expect(f.fragekoder(plusDagar(f.lage.kommuniceringar[0]!.senast, 1))).toEqual(['beslut'])
  })

  it('är i tid på måndagen när 1 februari är en söndag', () => {
    const f = foretaget('Bruket AB', 2025).soker({ inkom: '2026-02-02', rader: [{ kronor: 1_000 }] })
    expect(f.utredning(D('2026-02-02')).kannetecken.ko).toBe('klar')
  })
})

describe('taken', () => {
  it('räknas över ansökningarna i den ordning de kom in, och nås mitt i en ansökan', () => {
    const tjugo = Array.from({ length: 19 }, (_, i) => ({ anstalld: `P${i}`, kronor: 20_000 }))
    const f = foretaget('Bruket AB', 2025)
      .soker({ inkom: '2025-06-02', rader: tjugo })
      .soker({
        inkom: '2025-06-03',
        rader: [
          { anstalld: 'X', kronor: 16_000 },
          { anstalld: 'Y', kronor: 8_000 },
          { anstalld: 'Z', kronor: 2_000 },
        ],
      })
    f.beslutar('2025-06-10')
    expect([beloppet(f, 'a1'), beloppet(f, 'a2')]).toEqual([190_000, 10_000])
    expect(beslutetOm(f.lage, 'a2')!.innehall.rader.map((r) => [r.belopp, r.begransadAv])).toEqual([
      [8_000, 'halva'],
      [2_000, 'arbetsgivare'],
      [0, 'arbetsgivare'],
    ])
    expect(text(f)).toContain('Vi beviljar en del av er ansökan. Ni får 10 000 kronor')
    expect(text(f)).toContain('Ni kan få högst 200 000 kronor för ett kalenderår. Av det var 2 000 kronor kvar.')
    expect(f.lage.kommuniceringar, 'ett tak är arbetsgivarens egna uppgifter').toEqual([])
  })

  it('gäller också den som registreras sent men kom in först: det beslutade står', () => {
    const f = foretaget('Bruket AB', 2025)
      .soker({ inkom: '2025-06-10', rader: [{ anstalld: 'A', kronor: 16_000 }] })
      .beslutar('2025-06-11')
    f.soker({ inkom: '2025-06-02', kanal: 'papper', dag: '2025-06-20', rader: [{ anstalld: 'A', kronor: 16_000 }] }).beslutar('2025-06-20')
    expect([beloppet(f, 'a1'), beloppet(f, 'a2')]).toEqual([8_000, 2_000])
  })
})

describe('anordnaren', () => {
  it('som inte var godkänd den dagen ger ingen rad, och arbetsgivaren får yttra sig först', () => {
    const f = foretaget('Bruket AB', 2025).soker({
      inkom: '2025-06-02',
      rader: [
        { anstalld: 'A', insatsdag: D('2025-03-03') },
        { anstalld: 'B', insatsdag: D('2025-05-05') },
      ],
      register: [godkandSedan(ANORDNARE, '2020-01-01', '2025-03-31')],
    })
    expect(f.fragekoder(D('2025-06-02'))).toEqual(['kommunicering'])
    f.svara('kommunicering', { satt: 'sand' }, ASTA, D('2025-06-03'))
    expect(text(f)).toContain('Anordnaren var inte godkänd den 5 maj 2025, när insatsen gjordes.')
    f.kor(
      {
        typ: 'noteraYttrande',
        satt: 'skriftligt',
        dag: D('2025-06-05'),
        text: 'Vi trodde de var godkända.',
        slutligt: true,
        kommuniceringId: f.lage.kommuniceringar[0]!.id,
      },
      f.aktor,
      D('2025-06-05'),
    )
    f.svara('yttrande', { beaktat: 'Det ändrar inget: godkännandet hade upphört.', andra: [] }, ASTA, D('2025-06-06')).beslutar(
      '2025-06-06',
    )
    expect(beslutetOm(f.lage, 'a1')!.innehall.rader.map((r) => [r.belopp, r.skal])).toEqual([
      [5_000, null],
      [0, 'anordnareEjGodkand'],
    ])
    expect(text(f)).toContain('Det ändrar inget: godkännandet hade upphört.')
  })

  it('som inte finns i registret är en fråga: rätt nummer, fråga arbetsgivaren eller avslå', () => {
    const fel = provOrgnr(901)
    const ansokan = () =>
      foretaget('Bruket AB', 2025).soker({ inkom: '2025-06-02', rader: [{ anordnare: fel }], register: [okand(fel.replace('-', ''))] })
    expect(ansokan().fragekoder(D('2025-06-02'))).toEqual(['aprAnordnare'])
    expect(() =>
      ansokan().svara(
        'aprAnordnare',
        { val: 'avgor', anordnare: [{ skrivet: fel, beslut: 'register', ratt: '123' }] },
        ASTA,
        D('2025-06-02'),
      ),
    ).toThrow(/Organisationsnumret/)
    const ratt = ansokan().svara(
      'aprAnordnare',
      { val: 'avgor', anordnare: [{ skrivet: fel, beslut: 'register', ratt: ANORDNARE }] },
      ASTA,
      D('2025-06-02'),
    )
    expect(ratt.fragekoder(D('2025-06-02')), 'registret läses för det nya numret').toEqual([])
    ratt.kor(
      { typ: 'uppdateraRegister', data: { register: [godkandSedan(ANORDNARE)] } },
      { id: 'system', namn: 'Återgång', roll: 'system' },
      D('2025-06-02'),
    )
    expect(ratt.beslutar('2025-06-03').lage.beslut[0]).toMatchObject({ utfall: 'beviljat' })
    const avslagen = ansokan().svara(
      'aprAnordnare',
      { val: 'avgor', anordnare: [{ skrivet: fel, beslut: 'avsla', skal: 'Sökt på namn och nummer.' }] },
      ASTA,
      D('2025-06-02'),
    )
    expect(avslagen.fragekoder(D('2025-06-02'))).toEqual(['kommunicering'])
  })

  it('som förlorar sitt godkännande sedan ansökan kom in men före beslutet prövas på det som nu gäller', () => {
    const f = foretaget('Bruket AB', 2025).soker({ inkom: '2025-06-02', rader: [{}] })
    f.kor(
      { typ: 'uppdateraRegister', data: { register: [godkandSedan(ANORDNARE, '2020-01-01', '2025-04-30', '2025-06-03')] } },
      { id: 'system', namn: 'Återgång', roll: 'system' },
      D('2025-06-03'),
    )
    expect(f.fragekoder(D('2025-06-03'))).toEqual(['kommunicering'])
  })
})

describe('det som saknas', () => {
  it('frågas arbetsgivaren om, som svarar i sin tur; ansökan prövas sedan', () => {
    const f = foretaget('Bruket AB', 2025).soker({ inkom: '2025-06-02', rader: [{ faktura: undefined }], utan: ['anstalldaVet'] })
    expect(f.fragekoder(D('2025-06-02'))).toEqual(['aprKomplettera'])
    const formular = f.fraga('aprKomplettera', D('2025-06-02')).formular as { brister: { falt: string }[] }
    expect(formular.brister.map((b) => b.falt)).toEqual(['anstalldVet', 'faktura'])
    f.svara('aprKomplettera', { val: 'fraga', text: 'Skicka fakturan och säg om den anställda vet om ansökan.' }, ASTA, D('2025-06-02'))
    expect(f.lage.begaran).toMatchObject([{ typ: 'aprKomplettering', om: 'a1', senast: '2025-06-16' }])
    expect(f.fragekoder(D('2025-06-03'))).toEqual([])
    expect(tillstand(f, '2025-06-03')).toEqual(['vantar'])
    const r = f.lage.fakta.find((x) => x.namn === 'ansokan')!.varde as { rader: object[] }
    f.kor(
      {
        typ: 'komplettera',
        data: { komplettering: { ansokanId: 'a1', inkom: '2025-06-05', rader: [{ ...r.rader[0], faktura: 'f1' }], anstalldaVet: true } },
      },
      f.aktor,
      D('2025-06-05'),
    )
    expect(f.fragekoder(D('2025-06-05'))).toEqual(['beslut'])
    expect(f.lage.begaran[0]!.svar).toBeTruthy()
  })

  it('prövas på det som finns när tiden har gått; bara en kostnad som inte är visad kan avslås, med ord', () => {
    const f = foretaget('Bruket AB', 2025).soker({
      inkom: '2025-06-02',
      kanal: 'papper',
      rader: [
        { anstalld: 'A', faktura: undefined },
        { anstalld: 'B', kostnad: null },
      ],
    })
    f.svara('aprKomplettera', { val: 'fraga', text: 'Skicka fakturan och skriv kostnaden.' }, ASTA, D('2025-06-02'))
    const dag = D('2025-06-17')
    expect(f.fraga('aprKomplettera', dag).rubrik).toBe('Uppgifter saknas fortfarande')
    expect(() => f.svara('aprKomplettera', { val: 'prova', skal: 'Inget svar.' }, ASTA, dag), 'utan kostnad kan raden inte räknas').toThrow(
      /utan kostnad/,
    )
    f.svara(
      'aprKomplettera',
      {
        val: 'prova',
        skal: 'Inget svar trots fråga. Fakturan för A visades i telefon.',
        avsla: [{ radId: 'r2', skal: 'Ingen kostnad är angiven.' }],
      },
      ASTA,
      dag,
    )
    f.svara('kommunicering', { satt: 'undantag', skal: 'Arbetsgivaren har redan fått frågan och inte svarat.' }, ASTA, dag).beslutar(
      '2025-06-17',
    )
    expect(beslutetOm(f.lage, 'a1')!.innehall.rader.map((x) => [x.belopp, x.skal])).toEqual([
      [5_000, null],
      [0, 'kostnadEjVisad'],
    ])
  })

  it('är aldrig en beskrivning, ett syfte eller en miljö: de är frivilliga', () => {
    const f = foretaget('Bruket AB', 2025).soker({ inkom: '2025-06-02', rader: [{ beskrivning: '', syfte: null, miljo: null }] })
    expect(f.fragekoder(D('2025-06-02'))).toEqual(['beslut'])
  })
})

describe('samma faktura', () => {
  const traff = (slag: string) => [{ radId: 'r1', slag, annan: { ansokanId: 'x', arendeId: 'y' } }]
  it('bedöms av en handläggare: egen kostnad går vidare, samma kostnad ger ingen rad', () => {
    const f = foretaget('Bruket AB', 2025).soker({ inkom: '2025-06-02', rader: [{}], traffar: traff('annanArbetsgivare') })
    expect(f.fragekoder(D('2025-06-02'))).toEqual(['aprFaktura'])
    expect(f.fraga('aprFaktura', D('2025-06-02')).hjalp).toContain('nämn den inte')
    f.svara('aprFaktura', { val: 'dubblett', skal: 'Samma belopp, samma dag, samma person.' }, ASTA, D('2025-06-03'))
    f.svara('kommunicering', { satt: 'sand' }, ASTA, D('2025-06-03'))
    expect(text(f)).toContain('Samma kostnad har redan legat till grund för en ansökan.')
    expect(text(f)).not.toContain('annan arbetsgivare')
  })
  it('en ny träff öppnar frågan igen', () => {
    const f = foretaget('Bruket AB', 2025)
      .soker({ inkom: '2025-06-02', rader: [{}], traffar: traff('redanSokt') })
      .svara('aprFaktura', { val: 'egen', skal: 'Två insatser på en faktura.' }, ASTA, D('2025-06-03'))
    expect(f.fragekoder(D('2025-06-03'))).toEqual(['beslut'])
    f.kor(
      { typ: 'noteraTraffar', data: { traffar: [{ radId: 'r1', slag: 'annanArbetsgivare', annan: { ansokanId: 'z', arendeId: 'w' } }] } },
      { id: 'system', namn: 'Återgång', roll: 'system' },
      D('2025-06-04'),
    )
    expect(f.fragekoder(D('2025-06-04'))).toEqual(['aprFaktura'])
  })
})

describe('behandling', () => {
  it('frågas bara när en frivillig text säger det rakt ut, aldrig om insatsen passade eller hjälpte', () => {
    const f = foretaget('Bruket AB', 2025).soker({
      inkom: '2025-06-02',
      rader: [{ beskrivning: 'Operation av knä' }, { beskrivning: 'Samtal med chefen om arbetstider' }],
    })
    expect(f.fragekoder(D('2025-06-02'))).toEqual(['aprInsats'])
    expect((f.fraga('aprInsats', D('2025-06-02')).formular as { rader: unknown[] }).rader).toHaveLength(1)
    f.svara('aprInsats', { val: 'avgor', behandling: ['r1'], skal: 'En operation är medicinsk behandling.' }, ASTA, D('2025-06-03'))
    expect(f.fragekoder(D('2025-06-03'))).toEqual(['kommunicering'])
  })
})

describe('ordningen', () => {
  const tva = () =>
    foretaget('Bruket AB', 2025)
      .soker({ inkom: '2025-06-02', rader: [{ anstalld: 'A', kronor: 16_000, faktura: undefined }] })
      .soker({ inkom: '2025-06-03', rader: [{ anstalld: 'A', kronor: 16_000 }] })

  it('den senare avvaktar så länge den tidigare är hos handläggaren', () => {
    expect(tva().fragekoder(D('2025-06-03'))).toEqual(['aprKomplettera'])
  })
  it('när den tidigare väntar på arbetsgivaren väljer handläggaren om den senare går före; det som då beslutas står', () => {
    const f = tva().svara('aprKomplettera', { val: 'fraga', text: 'Skicka fakturan.' }, ASTA, D('2025-06-03'))
    expect(f.fragekoder(D('2025-06-04'))).toEqual(['aprOrdning'])
    f.svara('aprOrdning', { val: 'fore', skal: 'Arbetsgivaren behöver beskedet.' }, ASTA, D('2025-06-04')).beslutar('2025-06-04')
    expect(beloppet(f, 'a2')).toBe(8_000)
    const r = f.lage.fakta.find((x) => x.namn === 'ansokan')!.varde as { rader: object[] }
    f.kor(
      { typ: 'komplettera', data: { komplettering: { ansokanId: 'a1', inkom: '2025-06-09', rader: [{ ...r.rader[0], faktura: 'f1' }] } } },
      f.aktor,
      D('2025-06-09'),
    ).beslutar('2025-06-10')
    expect(beloppet(f, 'a1')).toBe(2_000)
  })
  it('väljer handläggaren att vänta frågas inget mer förrän läget ändras', () => {
    const f = tva()
      .svara('aprKomplettera', { val: 'fraga', text: 'Skicka fakturan.' }, ASTA, D('2025-06-03'))
      .svara('aprOrdning', { val: 'vanta', skal: 'Svaret kommer snart.' }, ASTA, D('2025-06-04'))
    expect(f.fragekoder(D('2025-06-04'))).toEqual([])
    expect(tillstand(f, '2025-06-04')).toEqual(['vantar', 'vantar'])
  })
})

describe('en pappersansökan', () => {
  it('räknas från dagen den kom in, aldrig från skanningen; framgår dagen inte är det en fråga', () => {
    const f = foretaget('Bruket AB', 2025).soker({ inkom: '2026-02-10', kanal: 'papper', rader: [{}], utan: ['inkom'] })
    expect(f.fragekoder(D('2026-02-10'))).toEqual(['aprInkomst'])
    expect(() => f.svara('aprInkomst', { inkom: '2026-02-11', skal: 'Stämpel' }, ASTA, D('2026-02-11'))).toThrow(/efter att den skannades/)
    f.svara('aprInkomst', { inkom: '2026-01-30', skal: 'Poststämpeln' }, ASTA, D('2026-02-11'))
    expect(f.utredning(D('2026-02-11')).kannetecken.ko).toBe('klar')
  })
})

describe('ett beslut som visar sig fel', () => {
  const beslutat = () =>
    foretaget('Bruket AB', 2025)
      .soker({
        inkom: '2025-06-02',
        rader: [
          { anstalld: 'A', kronor: 16_000 },
          { anstalld: 'B', kronor: 4_000 },
        ],
      })
      .beslutar('2025-06-03')
  const ratta = (f: Provforetag, rader: object[], dag = '2025-09-01') =>
    f.kor(
      {
        typ: 'registreraFaktum',
        namn: 'rattelse',
        varde: { ansokanId: 'a1', rader, text: 'Kreditfaktura.' },
        kalla: { typ: 'handling', text: 'Brev' },
      },
      ASTA,
      D(dag),
    )

  it('ändras till nackdel bara på en av de tre grunderna, efter kommunicering, med ny version och brev före och efter', () => {
    const f = ratta(beslutat(), [{ radId: 'r1', kostnad: 800_000 }])
    expect(f.fragekoder(D('2025-09-01'))).toEqual(['aprAndring'])
    expect(() => f.svara('aprAndring', { val: 'tillFordel', skal: 'x' }, ASTA, D('2025-09-01'))).toThrow(/mindre/)
    expect(() => f.svara('aprAndring', { val: 'tillNackdel', skal: 'x' }, ASTA, D('2025-09-01'))).toThrow()
    f.svara('aprAndring', { val: 'tillNackdel', grund: '3', skal: 'Kostnaden var 8 000 kr enligt kreditfakturan.' }, ASTA, D('2025-09-01'))
    expect(f.fragekoder(D('2025-09-01'))).toEqual(['kommunicering'])
    f.svara('kommunicering', { satt: 'sand' }, ASTA, D('2025-09-01'))
    expect(text(f)).toContain('A | 2025-05-05 | 8 000 | 8 000 | 4 000')
    const dag = plusDagar(f.lage.kommuniceringar[0]!.senast, 1)
    f.svara('beslut', {}, BERTIL, dag)
    expect(f.lage.beslut.at(-1)).toMatchObject({ typ: 'andring', ersatter: f.lage.beslut[0]!.id, orsak: 'tillNackdel', avser: 'a1' })
    expect(f.lage.beslut.at(-1)!.betalas).toBeUndefined()
    expect(beloppet(f, 'a1')).toBe(6_000)
    expect(text(f)).toContain('oriktiga eller vilseledande uppgifter')
    expect(f.fragekoder(dag)).toEqual(['aprAterkrav'])
  })

  it('kan få stå fast, med skäl; frågan kommer igen när något nytt kommer fram', () => {
    const f = ratta(beslutat(), [{ radId: 'r1', kostnad: 800_000 }]).svara(
      'aprAndring',
      { val: 'behall', skal: 'Ingen av grunderna finns.' },
      ASTA,
      D('2025-09-01'),
    )
    expect(f.fragekoder(D('2025-09-01'))).toEqual([])
    expect(beloppet(f, 'a1')).toBe(10_000)
    ratta(f, [{ radId: 'r2', skal: 'ejArbetstagare' }], '2025-10-01')
    expect(f.fragekoder(D('2025-10-01'))).toEqual(['aprAndring'])
  })

  it('som ger utrymme åt en annan ansökan är en fråga om ändring till fördel, och taket hålls', () => {
    const f = foretaget('Bruket AB', 2025)
      .soker({ inkom: '2025-06-02', rader: [{ anstalld: 'A', kronor: 16_000 }] })
      .soker({ inkom: '2025-06-03', rader: [{ anstalld: 'A', kronor: 16_000 }] })
      .beslutar('2025-06-04')
    expect([beloppet(f, 'a1'), beloppet(f, 'a2')]).toEqual([8_000, 2_000])
    ratta(f, [{ radId: 'r1', kostnad: 600_000 }]).svara(
      'aprAndring',
      { val: 'tillNackdel', grund: '3', skal: 'Fel kostnad.' },
      ASTA,
      D('2025-09-01'),
      'a1',
    )
    f.svara('kommunicering', { satt: 'undantag', skal: 'Arbetsgivaren har själv skickat rättelsen.' }, ASTA, D('2025-09-01')).svara(
      'beslut',
      {},
      ASTA,
      D('2025-09-01'),
    )
    expect(beloppet(f, 'a1')).toBe(3_000)
    f.svara('aprAndring', { val: 'tillFordel', skal: 'Utrymme har blivit ledigt.' }, ASTA, D('2025-09-02'), 'a2').svara(
      'beslut',
      {},
      ASTA,
      D('2025-09-02'),
    )
    expect([beloppet(f, 'a1'), beloppet(f, 'a2')]).toEqual([3_000, 7_000])
    expect(f.lage.beslut.at(-1)).toMatchObject({ betalas: 5_000 })
  })

  it('krävs tillbaka av en människa: grunden är inte känd; kravet följs tills det är betalt', () => {
    const f = ratta(beslutat(), [{ radId: 'r1', kostnad: 800_000 }]).svara(
      'aprAndring',
      { val: 'tillNackdel', grund: '3', skal: 'Fel.' },
      ASTA,
      D('2025-09-01'),
    )
    f.svara('kommunicering', { satt: 'undantag', skal: 'Egen rättelse.' }, ASTA, D('2025-09-01')).svara('beslut', {}, ASTA, D('2025-09-01'))
    expect(f.fraga('aprAterkrav', D('2025-09-01')).hjalp).toContain('finns inte i källorna')
    expect(() => f.svara('aprAterkrav', { val: 'aterkrav', belopp: 4_001, skal: 'x' }, ASTA, D('2025-09-01'))).toThrow(/Högst 4000/)
    f.svara('aprAterkrav', { val: 'aterkrav', belopp: 4_000, skal: 'Ni har fått för mycket.' }, ASTA, D('2025-09-01'))
    expect(text(f)).toContain('Ni ska betala tillbaka 4 000 kronor')
    const krav = f.lage.beslut.at(-1)!
    expect(f.fragekoder(D('2025-09-02'))).toEqual([])
    f.kor(
      {
        typ: 'registreraFaktum',
        namn: 'aterbetalning',
        varde: { beslutId: krav.id, belopp: 1_500, dag: '2025-09-10' },
        kalla: { typ: 'register', text: 'Betalningar' },
      },
      ASTA,
      D('2025-09-10'),
    )
    expect(f.fragekoder(D('2025-11-10'))).toEqual(['aprForfallet'])
    f.kor(
      {
        typ: 'registreraFaktum',
        namn: 'aterbetalning',
        varde: { beslutId: krav.id, belopp: 2_500, dag: '2025-11-12' },
        kalla: { typ: 'register', text: 'Betalningar' },
      },
      ASTA,
      D('2025-11-12'),
    )
    expect(f.fragekoder(D('2025-11-12'))).toEqual([])
  })
})

describe('efterkontrollen', () => {
  const uttagen = () => {
    const f = foretaget('Bruket AB', 2025)
      .soker({
        inkom: '2025-03-03',
        rader: [
          { anstalld: 'A', kronor: 16_000, insatsdag: D('2025-02-03') },
          { anstalld: 'B', kronor: 4_000, insatsdag: D('2025-02-03') },
        ],
      })
      .beslutar('2025-03-04')
    return f.kor(
      {
        typ: 'inledKontroll',
        data: { omgang: '2025-1', rond: 'rond', enhet: 'enhet', slag: 'dragen', sannolikhet: 0.2, ansokningar: ['a1'] },
      },
      { id: 'system', namn: 'Återgång', roll: 'system' },
      D('2025-08-04'),
    )
  }
  const fynd = (kod: string, mer: object = {}) => ({
    rader: [
      { radId: 'r1', kod, text: kod === 'ingetFel' ? '' : 'Enligt fakturan.', ...mer },
      { radId: 'r2', kod: 'ingetFel' },
    ],
  })

  it('frågar efter underlag, påminner en gång och går sedan vidare utan', () => {
    const f = uttagen()
    expect(f.fragekoder(D('2025-08-04'))).toEqual([])
    const senast = f.lage.begaran[0]!.senast
    f.klockan(plusDagar(senast, 1))
    expect(f.lage.begaran[0]!.paminnelser).toHaveLength(1)
    expect(f.fragekoder(plusDagar(senast, 1))).toEqual([])
    const dag = plusDagar(f.lage.begaran[0]!.senast, 1)
    expect(f.fragekoder(dag)).toEqual(['aprFynd'])
    f.svara('aprFynd', fynd('underlagEjLamnat'), ASTA, dag)
    expect(f.fragekoder(dag).sort()).toEqual(['aprAndring', 'aprKontrollklar'])
  })

  it('utan fel avslutas med ett brev; resultatet är noll', () => {
    const f = uttagen()
    f.kor(
      {
        typ: 'lamnaKontrollunderlag',
        data: {
          underlag: {
            omgang: '2025-1',
            rader: [{ radId: 'r1', insatsuppgift: 'Arbetsplatsbesök.', innehall: ['arbetsplatsbesok'] }],
            text: 'Här är fakturorna.',
          },
        },
      },
      f.aktor,
      D('2025-08-20'),
    )
    expect(() => f.svara('aprFynd', { rader: [{ radId: 'r1', kod: 'ingetFel' }] }, ASTA, D('2025-08-21'))).toThrow(/varje rad/)
    f.svara('aprFynd', fynd('ingetFel'), ASTA, D('2025-08-21')).svara('aprKontrollklar', {}, ASTA, D('2025-08-21'))
    expect(text(f)).toContain('Det stämmer med er ansökan.')
    expect(f.lage.fakta.at(-1)).toMatchObject({ namn: 'kontrollresultat', varde: { omgang: '2025-1', koder: ['ingetFel'], felbelopp: 0 } })
  })

  it('med fel leder till ändring och återkrav; felbeloppet är skillnaden och påverkas inte av när beslutet ändras', () => {
    const f = uttagen()
    f.kor({ typ: 'lamnaKontrollunderlag', data: { underlag: { omgang: '2025-1', text: 'Fakturor.' } } }, f.aktor, D('2025-08-20'))
    f.svara('aprFynd', fynd('kostnadForHog', { rattKostnad: 1_000_000 }), ASTA, D('2025-08-21'))
    f.svara('aprAndring', { val: 'tillNackdel', grund: '3', skal: 'Kostnaden var lägre.' }, ASTA, D('2025-08-21'))
      .svara('kommunicering', { satt: 'undantag', skal: 'Arbetsgivaren har godtagit fyndet.' }, ASTA, D('2025-08-21'))
      .svara('beslut', {}, ASTA, D('2025-08-21'))
    f.svara('aprKontrollklar', {}, ASTA, D('2025-08-22'))
    expect(f.lage.fakta.at(-1)).toMatchObject({ namn: 'kontrollresultat', varde: { koder: ['kostnadForHog'], felbelopp: 3_000 } })
    expect(beloppet(f, 'a1')).toBe(7_000)
  })
})

describe('ärendet', () => {
  it('avslutas när sista dagen har gått och allt är beslutat, och öppnas igen av en sen ansökan: aldrig ett andra för samma år', () => {
    const f = foretaget('Bruket AB', 2025)
      .soker({ inkom: '2025-06-02', rader: [{ anstalld: 'A', kronor: 20_000 }] })
      .beslutar('2025-06-03')
      .klockan(D('2026-02-02'))
    expect(f.lage.avslutat).toBeUndefined()
    f.klockan(D('2026-02-03'))
    expect(f.lage.avslutat).toBeTruthy()
    f.soker({ inkom: '2026-01-30', kanal: 'papper', dag: '2026-02-20', rader: [{ anstalld: 'A', kronor: 20_000 }] })
    expect(f.lage.avslutat).toBeUndefined()
    f.beslutar('2026-02-20')
    expect(beloppet(f, 'a2'), 'taket räknas vidare').toBe(0)
  })

  it('avslutas inte medan något är obesvarat', () => {
    const f = foretaget('Bruket AB', 2025)
      .soker({ inkom: '2025-06-02', rader: [{ faktura: undefined }] })
      .klockan(D('2026-03-01'))
    expect(f.lage.avslutat).toBeUndefined()
  })

  it('överklagas till domstolen inom tre veckor; kommer det för sent får det avvisas', () => {
    const f = foretaget('Bruket AB', 2025)
      .soker({ inkom: '2025-06-02', rader: [{ kronor: 100 }] })
      .beslutar('2025-06-03')
    const b = f.lage.beslut[0]!
    f.kor({ typ: 'utskickMottaget', utskickId: f.lage.utskick[0]!.id, dag: D('2025-06-04') }, f.aktor, D('2025-06-04'))
    f.kor({ typ: 'overklaga', data: { beslutId: b.id, inkom: '2025-06-25', text: 'Vi vill ha mer.' } }, f.aktor, D('2025-06-25'))
    expect(() => f.svara('overklagande', { val: 'avvisa', skal: 'För sent.', ingetUndantag: true }, ASTA, D('2025-06-26'))).toThrow(/i tid/)
    f.svara('overklagande', { val: 'overlamna', domstol: 'Förvaltningsrätten i Falun' }, ASTA, D('2025-06-26'))
    expect(f.lage.overklaganden[0]!.overlamnat).toMatchObject({ domstol: 'Förvaltningsrätten i Falun' })
    f.kor({ typ: 'overklaga', data: { beslutId: b.id, inkom: '2025-06-26', text: 'En gång till.' } }, f.aktor, D('2025-06-26')).svara(
      'overklagande',
      { val: 'avvisa', skal: 'Det kom in efter tre veckor.', ingetUndantag: true },
      ASTA,
      D('2025-06-27'),
    )
    expect(text(f)).toContain('Vi tar inte upp ert överklagande')
  })

  it('kan en ansökan tas tillbaka före beslutet, inte efter', () => {
    const f = foretaget('Bruket AB', 2025)
      .soker({ inkom: '2025-06-02', rader: [{}] })
      .soker({ inkom: '2025-06-03', rader: [{}] })
    f.kor({ typ: 'aterkallaAnsokan', data: { ansokanId: 'a1', skal: 'Fel år.' } }, f.aktor, D('2025-06-04')).beslutar('2025-06-05')
    expect(tillstand(f, '2025-06-05')).toEqual(['aterkallad', 'beslutad'])
    expect(() => f.kor({ typ: 'aterkallaAnsokan', data: { ansokanId: 'a2', skal: 'x' } }, f.aktor, D('2025-06-06'))).toThrow(/beslutad/)
  })

  it('visas med rader, märken och historik utan personnummer, och läget är journalens summa', () => {
    const f = foretaget('Bruket AB', 2025).soker({ inkom: '2025-06-02', rader: [{ anstalld: '19800101-9804', faktura: undefined }] })
    const { vy } = arendevy(f.lage, f.journal, D('2025-06-02'))
    expect(vy).toMatchObject({
      forman: 'apr',
      kostnadsar: 2025,
      sistaDag: '2026-02-02',
      kvar: 200_000,
      ansokningar: [{ tillstand: 'utreds', rader: [{ marken: [{ falt: 'faktura', slag: 'saknas' }] }] }],
    })
    expect(JSON.stringify([vy.historik, vy.fakta, vy.steg])).not.toContain('9804')
    expect(lagetEfter(f.id, f.journal)).toEqual(f.lage)
  })
})
