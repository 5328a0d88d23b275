import { datum } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import { EVA, OLLE, plan, SIRI, vanligtPlansvar, type Provplan } from '../prov/index.ts'
import { forebyggandepost } from './post.ts'
import { innehallet } from './plan/planlage.ts'
import { minForebyggande } from './vy/minasidor.ts'

const D = datum

/** Two half days a week for eight weeks. */
const anna = () => plan('Anna').medBehandling({ from: '2026-03-03', tom: '2026-04-23', dagar: ['tis', 'tor'], min: 240 })
const godkand = (p: Provplan = anna()) => p.ansokerOmPlan('2026-02-02').medUtlatande().handlagg('2026-02-10')
/** Time to comment passes without an answer. */
const efterKommunicering = (p: Provplan) => p.arende.lage.kommuniceringar.at(-1)!.senast
const dagenEfter = (d: string) => datum(new Date(Date.parse(`${d}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10))
const handelser = (p: Provplan) => p.arende.journal.map((h) => h.data.typ)
const brevet = (p: Provplan, rubrik: RegExp) => p.arende.brev.findLast((b) => rubrik.test(b.rubrik))!
const brevtext = (b: { block: readonly object[] }) => JSON.stringify(b.block)

describe('en rehabiliteringsplan med två halva dagar i veckan', () => {
  it('godkänns i steg 1 utan specialist och utan kommunicering, och beslutet har inga dagar och inga belopp', () => {
    const p = godkand()
    expect(p.beslut).toHaveLength(1)
    expect(p.beslut[0]).toMatchObject({ utfall: 'beviljat', rader: [], utbetalning: [], avser: expect.stringMatching(/^plan:/) })
    expect(innehallet(p.beslut[0]!).behandlingar).toMatchObject([{ godkanns: 'ja', planerade: 16, godkanda: 16 }])
    expect(handelser(p)).not.toContain('kommunicerad')
    expect(p.arende.lage.svar.some((s) => s.kod === 'kvalitetssakring')).toBe(false)
  })

  it('brevet säger vad som är beslutat, vad som inte är beslutat, och förhandskollen som information', () => {
    const b = brevtext(brevet(godkand(), /godkänner din plan/))
    expect(b).toContain('Det här har vi beslutat')
    expect(b).toContain('Det här har vi inte beslutat')
    expect(b).not.toContain('Om planen godkänns')
    expect(b).toContain('Det är inget beslut')
    expect(b).toContain('Så ansöker du om ersättning')
    expect(b).toContain('fjorton dagar')
  })

  it('beviljas i steg 2: halva dagar, utan karens, med nettodagar', () => {
    const p = godkand().ansokerOmErsattning('2026-03-20', ['2026-03-03', '2026-03-05', '2026-03-10']).handlagg('2026-03-23')
    const b = p.beslut[1]!
    expect(b).toMatchObject({ utfall: 'beviljat', avser: expect.stringMatching(/^ersattning:/) })
    // 360 000 × 0,97 × 0,8 ÷ 1980 = 141 kr per timme (13 §: hela kronor) × 8 timmar × 0,5
    expect(b.utbetalning.map((r) => [r.from, r.grad, r.kronorPerDag])).toEqual([
      ['2026-03-03', 0.5, 564],
      ['2026-03-05', 0.5, 564],
      ['2026-03-10', 0.5, 564],
    ])
    const text = brevtext(brevet(p, /du får förebyggande/))
    expect(text).toContain('Ingen karens dras')
    expect(text).toContain('Nettodagar')
    expect(text).toContain('Det här har vi inte beslutat')
  })

  it('väntar alltid på någon: läkaren, sedan behandlingen och personen', () => {
    const p = anna().ansokerOmPlan('2026-02-02')
    expect(p.vantan('2026-02-03')).toContain('Läkarutlåtande')
    p.medUtlatande().handlagg('2026-02-10')
    expect(p.vantan('2026-03-01')).toEqual(expect.arrayContaining(['Ansökan om ersättning', 'Uppföljning']))
  })
})

describe('steg 1 prövar planen och inget annat', () => {
  it('prövas och godkänns utan känd SGI; personen får veta det, och det stoppar inget', () => {
    const p = anna().utanInkomst().ansokerOmPlan('2026-02-02').medUtlatande()
    expect(p.fragekoder('2026-02-10')).toContain('informeraOmSgi')
    p.handlagg('2026-02-10', { tillOchMed: 'informeraOmSgi' })
    p.handlagg('2026-02-10', { svar: (f) => (f.kod === 'informeraOmSgi' ? { satt: 'brev' } : undefined) })
    expect(p.beslut[0]!.utfall).toBe('beviljat')
    expect(brevtext(brevet(p, /Information om/))).toContain('Det är inget beslut')
  })

  it('kräver aldrig tidigare sjukskrivning: formuläret nekar det som skäl', () => {
    const p = anna().ansokerOmPlan('2026-02-02').medUtlatande().handlagg('2026-02-10', { tillOchMed: 'risk' })
    const svar = { sjukdom: 'Ryggbesvär', forvantadNedsattning: 'minstEnFjardedel', visad: 'nej' }
    expect(() =>
      p.arende.svara('risk', { ...svar, hurVisad: ['tidigareSjukskrivning'], skal: 'Risken är inte visad.' }, EVA, D('2026-02-10')),
    ).toThrow(/Tidigare sjukskrivning krävs inte/)
    expect(() =>
      p.arende.svara(
        'risk',
        { ...svar, hurVisad: ['utlatande'], skal: 'Personen har inte varit sjukskriven tidigare.' },
        EVA,
        D('2026-02-10'),
      ),
    ).toThrow(/Tidigare sjukskrivning krävs inte/)
  })

  it('enstaka besök och hälsoresa: det som registret säger nej till kan godkännas med skäl, men då av en specialist', () => {
    const p = anna()
      .medBehandling({ behandling: 'halsoresa', from: '2026-03-02', tom: '2026-03-13', dagar: ['man', 'tis', 'ons', 'tor', 'fre'] })
      .ansokerOmPlan('2026-02-02')
      .medUtlatande()
      .handlagg('2026-02-10', { tillOchMed: 'kvalitetssakring' })
    expect(p.beslut).toHaveLength(0)
    expect(p.arende.fraga('kvalitetssakring', D('2026-02-10'))).toMatchObject({
      roll: 'specialist',
      inteFor: ['eva'],
      varforNu: expect.stringContaining('annan än registrets'),
    })
    p.handlagg('2026-02-10')
    expect(p.beslut[0]).toMatchObject({ utfall: 'beviljat', medverkande: [{ id: 'siri' }] })
    expect(forebyggandepost(p.arende.lage)!.planbeslut).toMatchObject({ motStallningen: true })
  })

  it('ett utlåtande utan uppföljning frågas om en gång och prövas sedan ändå; luckan står kvar i registret', () => {
    const p = anna().ansokerOmPlan('2026-02-02').medUtlatande({ uppfoljning: null })
    expect(() =>
      p.arende.svara('utlatandegranskning', { beslut: 'racker', diagnoser: [{ kod: 'M545', text: '' }] }, EVA, D('2026-02-10')),
    ).toThrow(/följs upp/)
    p.handlagg('2026-02-10')
    const fraga = p.arende.lage.begaran.find((b) => b.typ === 'utlatandekomplettering')!
    expect(fraga).toMatchObject({ till: 'vard', formularversion: 'Utlåtande 1', fragor: [{ falt: 'uppfoljning' }] })
    expect(p.beslut).toHaveLength(0)
    p.tidenGar('2026-06-01').handlagg('2026-06-01')
    expect(p.beslut[0]!.utfall).toBe('beviljat')
    expect(forebyggandepost(p.arende.lage)!.kompletteringar).toMatchObject([{ steg: 1, falt: 'uppfoljning', till: 'vard', besvarad: null }])
    expect(forebyggandepost(p.arende.lage)!.behandlingar[0]!.uppfoljning).toBeNull()
  })

  it('en ofullständig ansökan tas emot, och det som saknas frågas efter', () => {
    const p = plan('Bo').ansokerOmPlan('2026-02-02', {
      behandlingar: [{ id: 'b1', behandling: 'annat', utforande: 'paPlats', vardgivare: '', besok: [] }],
    })
    expect(p.arende.fraga('ansokansgranskning', D('2026-02-03')).varforNu).toMatch(/vad behandlingen är.*vem som ger.*dagar och tider/i)
  })

  it('den som inte kompletterar trots föreläggande får ansökan avvisad, och kan ansöka igen', () => {
    const p = plan('Bo').ansokerOmPlan('2026-02-02', { behandlingar: [] })
    p.arende.svara('ansokansgranskning', { beslut: 'forelagg', text: 'Vilken behandling gäller ansökan?' }, EVA, D('2026-02-03'))
    p.tidenGar('2026-05-01')
    p.arende.svara(
      'ansokansgranskning',
      { beslut: 'avvisa', grund: 'kanInteProvas', skal: 'Utan behandling finns inget att pröva.' },
      EVA,
      D('2026-05-01'),
    )
    expect(p.beslut[0]).toMatchObject({ utfall: 'avvisat', avser: expect.stringMatching(/^plan:/) })
    anna()
    p.medBehandling({ from: '2026-06-02', tom: '2026-06-30' })
      .ansokerOmPlan('2026-05-10')
      .medUtlatande({ dag: '2026-05-12' })
      .handlagg('2026-05-15')
    expect(p.beslut.at(-1)!.utfall).toBe('beviljat')
  })
})

describe('en plan som inte godkänns för att stöd saknas', () => {
  const stresskurs = () =>
    plan('Cia')
      .medBehandling({ behandling: 'stresskurs', from: '2026-03-03', tom: '2026-04-23', dagar: ['tis'], min: 180 })
      .ansokerOmPlan('2026-02-02')
      .medUtlatande({ diagnoser: [{ kod: 'F432', text: 'Anpassningsstörning' }] })
  const nekas = { utanStod: ['b1'], fmr: 'Stresskurser har stöd för vissa diagnoser, men inte för den här.' }

  it('rådgivaren måste svara först, när registret säger det', () => {
    const p = stresskurs().handlagg('2026-02-10', { tillOchMed: 'evidens' })
    expect(p.arende.fraga('evidens', D('2026-02-10')).varforNu).toMatch(/rådgivaren ska tillfrågas/)
    expect(() =>
      p.arende.svara('evidens', { stodForProblemet: 'nej', upplaggetPassar: 'ja', skal: 'Saknar stöd.' }, EVA, D('2026-02-10')),
    ).toThrow(/Rådgivaren ska svara först/)
    p.handlagg('2026-02-10', { fmr: null })
    expect(p.vantan('2026-02-10')).toContain('Svar om Stresskurs')
    expect(p.fragekoder('2026-02-10')).not.toContain('planbedomning')
  })

  it('går genom specialist och kommunicering innan beslut, aldrig förbi någon', () => {
    const p = stresskurs().handlagg('2026-02-10', nekas)
    expect(p.beslut).toHaveLength(0)
    expect(p.arende.lage.kommuniceringar).toMatchObject([{ avser: expect.stringMatching(/^plan:/) }])
    p.handlagg(dagenEfter(efterKommunicering(p)), nekas)
    expect(p.beslut[0]).toMatchObject({ utfall: 'avslag', medverkande: [{ id: 'siri' }] })
    expect(innehallet(p.beslut[0]!).behandlingar).toMatchObject([{ godkanns: 'nej', skal: ['ingenEvidens'] }])
    const text = brevtext(brevet(p, /godkänner inte din plan/))
    expect(text).toContain('har inte visat stöd')
    expect(text).toContain('Det här har vi inte beslutat')
    expect(text).not.toContain('ansöker du om ersättning')
    expect(text).toContain('omprövar')
    expect(p.fragekoder(dagenEfter(efterKommunicering(p)))).not.toContain('ansokanErsattning')
  })

  it('personens svar kan öppna en bedömning igen', () => {
    const p = stresskurs().handlagg('2026-02-10', nekas)
    p.arende.kor(
      {
        typ: 'noteraYttrande',
        satt: 'muntligt',
        dag: D('2026-02-12'),
        text: 'Jag har gått kursen förut och det hjälpte.',
        slutligt: true,
        kommuniceringId: p.arende.lage.kommuniceringar[0]!.id,
      },
      EVA,
      D('2026-02-12'),
    )
    const f = p.arende.fraga('yttrande', D('2026-02-12'))
    expect(JSON.stringify(vanligtPlansvar(f)), 'svaret handlar om planen, inte om arbetsförmåga').toMatch(/stöd behandlingen har/)
    const evidens = (f.formular as { bedomningar: { nyckel: string; kod: string }[] }).bedomningar.find((b) => b.kod === 'evidens')!
    p.arende.svara('yttrande', { beaktat: 'Svaret säger något nytt om effekten.', andra: [evidens.nyckel] }, EVA, D('2026-02-12'))
    expect(p.fragekoder('2026-02-12')).toContain('evidens')
    p.handlagg('2026-02-12')
    expect(p.beslut[0]!.utfall).toBe('beviljat')
  })

  it('ersättning som söks ändå prövas och avslås, efter kommunicering; när planen godkänns vid omprövning prövas dagarna igen', () => {
    const p = stresskurs().handlagg('2026-02-10', nekas)
    p.handlagg(dagenEfter(efterKommunicering(p)), nekas)
    p.ansokerOmErsattning('2026-03-20', ['2026-03-03']).handlagg('2026-03-23')
    p.handlagg(dagenEfter(efterKommunicering(p)))
    const avslaget = p.beslut[1]!
    expect(avslaget).toMatchObject({ utfall: 'avslag', rader: [{ avslagsskal: 'utanforPlanen', grad: 0 }] })
    p.arende.kor(
      { typ: 'begarOmprovning', data: { beslutId: p.beslut[0]!.id, inkom: D('2026-04-20'), text: 'Kursen hjälper mig.' } },
      p.aktor,
      D('2026-04-20'),
    )
    const f = p.arende.fraga('omprovning', D('2026-04-21'))
    p.arende.svara(
      'omprovning',
      {
        utfall: 'andras',
        innehall: { behandlingar: [{ id: 'b1', godkanns: 'ja', text: 'Ny forskning visar stöd för den här diagnosen.' }] },
        skal: 'Stödet är visat.',
        omstandigheter: 'Nytt underlag från läkaren.',
      },
      OLLE,
      D('2026-04-21'),
    )
    expect(f.inteFor).toContain('eva')
    expect(p.beslut[2]).toMatchObject({ typ: 'omprovning', utfall: 'beviljat', ersatter: p.beslut[0]!.id })
    expect(brevtext(brevet(p, /omprövning/))).toContain('prövar vi de dagarna på nytt')
    p.handlagg('2026-04-22', { tillOchMed: 'andring' })
    expect(p.arende.fraga('andring', D('2026-04-22')).varforNu).toMatch(/Planen har godkänts efter omprövning/)
    p.arende.svara('andring', { val: 'andra', grund: 'underlag', skal: 'Planen är nu godkänd.' }, EVA, D('2026-04-22'))
    expect(p.beslut[3]).toMatchObject({ typ: 'andring', utfall: 'beviljat', rader: [{ grad: 0.25 }], ersatter: avslaget.id })
  })

  it('omprövning får inte ge mindre än det som redan är godkänt', () => {
    const p = godkand(anna().medBehandling({ from: '2026-03-03', tom: '2026-04-23', dagar: ['tis', 'tor'], min: 240 }))
    p.arende.kor(
      { typ: 'begarOmprovning', data: { beslutId: p.beslut[0]!.id, inkom: D('2026-02-20'), text: 'Jag vill ha fler tillfällen.' } },
      p.aktor,
      D('2026-02-20'),
    )
    expect(() =>
      p.arende.svara(
        'omprovning',
        { utfall: 'andras', innehall: { behandlingar: [{ id: 'b1', godkanns: 'nej', text: 'Nej.' }] }, skal: 'x', omstandigheter: 'x' },
        OLLE,
        D('2026-02-21'),
      ),
    ).toThrow(/nackdel/)
  })
})

describe('godkänd i en del', () => {
  it('listar varje behandling för sig, och ett tillfälle utanför det godkända blir en fråga, aldrig tyst borttaget', () => {
    const p = anna()
      .ansokerOmPlan('2026-02-02')
      .medUtlatande()
      .handlagg('2026-02-10', { hogst: { b1: 6 } })
    p.handlagg(dagenEfter(efterKommunicering(p)), { hogst: { b1: 6 } })
    expect(p.beslut[0]).toMatchObject({ utfall: 'delvisAvslag' })
    p.ansokerOmErsattning('2026-04-24', ['2026-03-03', '2026-04-21']).handlagg('2026-04-25', { tillOchMed: 'avvikelse' })
    expect(p.arende.fraga('avvikelse', D('2026-04-25')).formular).toMatchObject({
      tillfallen: [{ datum: '2026-04-21', traff: 'utanfor' }],
      ovriga: [{ datum: '2026-03-03', traff: 'sammaTid' }],
    })
    p.handlagg('2026-04-25')
    p.handlagg(dagenEfter(efterKommunicering(p)))
    expect(p.beslut[1]).toMatchObject({
      utfall: 'delvisAvslag',
      rader: [
        { from: '2026-03-03', grad: 0.5 },
        { from: '2026-04-21', grad: 0, avslagsskal: 'utanforPlanen' },
      ],
    })
  })
})

describe('ansökan om ersättning', () => {
  it('restiden avgör mellan ingen ersättning och en fjärdedel', () => {
    const kort = (resa: number) =>
      godkand(
        plan('Dan').medBehandling({
          behandling: 'fysioterapi',
          from: '2026-03-03',
          tom: '2026-04-28',
          dagar: ['tis'],
          start: '10:00',
          min: 60,
          resa,
        }),
      )
        .ansokerOmErsattning('2026-03-20', ['2026-03-03'])
        .handlagg('2026-03-23')
    const med = kort(60)
    expect(med.beslut[1]).toMatchObject({ utfall: 'beviljat', rader: [{ grad: 0.25 }] })
    const utan = kort(20)
    utan.handlagg(dagenEfter(efterKommunicering(utan)))
    expect(utan.beslut[1]).toMatchObject({ utfall: 'avslag', rader: [{ grad: 0, yrkadGrad: 0.25, avslagsskal: 'underEnFjardedel' }] })
    expect(brevtext(brevet(utan, /du får inte förebyggande/))).toContain('mindre än en fjärdedel')
  })

  it('en lång resa är en fråga till en människa, och onödig tid dras av med skäl', () => {
    const p = godkand(
      plan('Dan').medBehandling({
        behandling: 'fysioterapi',
        from: '2026-03-03',
        tom: '2026-04-28',
        dagar: ['tis'],
        start: '10:00',
        min: 60,
        resa: 240,
      }),
    )
      .ansokerOmErsattning('2026-03-20', ['2026-03-03'])
      .handlagg('2026-03-23', { godtagenResa: 30 })
    p.handlagg(dagenEfter(efterKommunicering(p)), { godtagenResa: 30 })
    expect(p.beslut[1]).toMatchObject({ utfall: 'delvisAvslag', rader: [{ grad: 0.25, yrkadGrad: 0.5, avslagsskal: 'onodigTid' }] })
  })

  it('arbetslös: tiden för att söka arbete, kalenderdag, inget tak, och kravet på att vara anmäld prövas', () => {
    const p = godkand(
      plan('Eva-Lena')
        .som('arbetslos')
        .tjanar(500_000)
        .medBehandling({ from: '2026-03-03', tom: '2026-04-23', dagar: ['tis'], min: 240 }),
    ).ansokerOmErsattning('2026-03-20', ['2026-03-03'])
    expect(p.fragekoder('2026-03-23')).toContain('arbetssokande')
    p.handlagg('2026-03-23')
    // 500 000 × 0,97 × 0,8 ÷ 365 × 0,5, över 543 × 0,5
    expect(p.beslut[1]!.utbetalning).toMatchObject([{ grad: 0.5, kronorPerDag: 532 }])
    const inte = godkand(
      plan('Eva-Lena')
        .som('arbetslos')
        .medBehandling({ from: '2026-03-03', tom: '2026-04-23', dagar: ['tis'], min: 240 }),
    )
      .ansokerOmErsattning('2026-03-20', ['2026-03-03'])
      .handlagg('2026-03-23', { anmald: false })
    inte.handlagg(dagenEfter(efterKommunicering(inte)), { anmald: false })
    expect(inte.beslut[1]).toMatchObject({ utfall: 'avslag', rader: [{ avslagsskal: 'inteArbetssokande' }] })
  })

  it('I-KBT hemma: rådgivaren frågas i steg 1, och hemmadagar räknas inte i något län', () => {
    const p = plan('Fia')
      .medBehandling({ behandling: 'kbt', utforande: 'hemma', from: '2026-03-03', tom: '2026-04-23', dagar: ['tis'], min: 240 })
      .ansokerOmPlan('2026-02-02')
      .medUtlatande({ diagnoser: [{ kod: 'F329', text: 'Depression' }] })
    p.handlagg('2026-02-10')
    expect(p.arende.lage.fakta.find((f) => f.namn === 'registerlage')!.varde).toMatchObject({
      svar: { stallning: 'inteAvgjord', installningar: [{ namn: 'hemmadagarErsatts', varde: false }] },
    })
    p.ansokerOmErsattning('2026-03-20', ['2026-03-03']).handlagg('2026-03-23')
    p.handlagg(dagenEfter(efterKommunicering(p)))
    expect(p.beslut.at(-1)).toMatchObject({ utfall: 'avslag', rader: [{ avslagsskal: 'hemma' }] })
    expect(brevtext(brevet(p, /du får inte förebyggande/))).toContain('lika i hela landet')
    const internet = plan('Fia')
      .medBehandling({ behandling: 'kbt', utforande: 'internet', from: '2026-03-03', tom: '2026-04-23', dagar: ['tis'], min: 240 })
      .ansokerOmPlan('2026-02-02')
      .medUtlatande({ diagnoser: [{ kod: 'F329', text: 'Depression' }] })
      .handlagg('2026-02-10')
    expect(internet.arende.lage.begaran.some((b) => b.typ === 'fmrKonsultation')).toBe(true)
    internet.ansokerOmErsattning('2026-03-20', ['2026-03-03']).handlagg('2026-03-23')
    expect(internet.beslut.at(-1)!.utfall).toBe('beviljat')
  })

  it('väntar tills planen är avgjord, och prövas sedan', () => {
    const p = anna().ansokerOmPlan('2026-02-02').ansokerOmErsattning('2026-03-06', ['2026-03-03'])
    expect(p.vantan('2026-03-06')).toContain('Prövning av ersättning för 3 mars 2026')
    p.medUtlatande({ dag: '2026-03-08' }).handlagg('2026-03-10')
    expect(p.beslut.map((b) => [b.avser!.split(':')[0], b.utfall])).toEqual([
      ['plan', 'beviljat'],
      ['ersattning', 'beviljat'],
    ])
  })

  it('flera ansökningar går var för sig: den ena väntar inte på den andras kommunicering', () => {
    const p = godkand()
      .ansokerOmErsattning('2026-03-06', ['2026-03-03', { datum: D('2026-03-07'), behandling: 'b1', behandlingMin: 240 }])
      .handlagg('2026-03-09')
    expect(p.beslut).toHaveLength(1)
    p.ansokerOmErsattning('2026-03-12', ['2026-03-10']).handlagg('2026-03-13')
    expect(p.beslut.at(-1)).toMatchObject({ utfall: 'beviljat', period: { from: '2026-03-10', tom: '2026-03-10' } })
    expect(p.vantan('2026-03-13')).toContain('Yttrande över det kommande beslutet')
    p.handlagg(dagenEfter(efterKommunicering(p)))
    expect(p.beslut.at(-1)).toMatchObject({
      utfall: 'delvisAvslag',
      rader: [
        { from: '2026-03-03', grad: 0.5 },
        { from: '2026-03-07', grad: 0 },
      ],
    })
  })

  it('krockande behandlingar namnges på raden; personen rättar med en ny ansökan i den gamlas ställe', () => {
    const p = godkand().ansokerOmErsattning('2026-03-06', [
      '2026-03-03',
      { datum: D('2026-03-03'), behandling: 'b1', start: '09:00', behandlingMin: 60 },
    ])
    expect(p.arende.fraga('ansokansgranskning', D('2026-03-06')).varforNu).toMatch(/krockar/)
    p.ansokerOmErsattning('2026-03-08', ['2026-03-03'], {
      ersatter: p.arende.lage.fakta.findLast((f) => f.namn === 'ansokanErsattning')!.id,
    }).handlagg('2026-03-09')
    expect(p.beslut.at(-1)).toMatchObject({ utfall: 'beviljat', rader: [{ from: '2026-03-03' }] })
    expect(() =>
      p.ansokerOmErsattning('2026-03-10', ['2026-03-03'], {
        ersatter: p.arende.lage.fakta.findLast((f) => f.namn === 'ansokanErsattning')!.id,
      }),
    ).toThrow(/redan avgjord/)
  })

  it('samma dag i två ansökningar prövas inte två gånger', () => {
    const p = godkand()
      .ansokerOmErsattning('2026-03-06', ['2026-03-03'])
      .handlagg('2026-03-09')
      .ansokerOmErsattning('2026-03-10', ['2026-03-03', '2026-03-05'])
      .handlagg('2026-03-11')
    p.handlagg(dagenEfter(efterKommunicering(p)))
    expect(p.beslut.at(-1)!.rader.map((r) => [r.from, r.grad, r.avslagsskal])).toEqual([
      ['2026-03-03', 0, 'redanProvad'],
      ['2026-03-05', 0.5, undefined],
    ])
  })

  it('ett tillfälle som flyttats inom veckan ingår av sig självt, ett annat på ledig dag ger ingen ersättning', () => {
    const p = godkand()
      .ansokerOmErsattning('2026-03-13', [{ datum: D('2026-03-04'), behandling: 'b1', behandlingMin: 240 }])
      .handlagg('2026-03-16')
    expect(p.beslut.at(-1)!.utfall).toBe('beviljat')
    const ledig = godkand()
      .ansokerOmErsattning('2026-03-13', [{ datum: D('2026-03-07'), behandling: 'b1', behandlingMin: 240 }])
      .handlagg('2026-03-16')
    ledig.handlagg(dagenEfter(efterKommunicering(ledig)))
    expect(ledig.beslut.at(-1)).toMatchObject({ utfall: 'avslag', rader: [{ avslagsskal: 'utanforArbetstid' }] })
  })

  it('arbetstiden frågas efter bara när den saknas; arbetsgivarens uppgift besvarar frågan', () => {
    const p = godkand(anna().medSchema(null, null)).ansokerOmErsattning('2026-03-06', ['2026-03-03'])
    p.handlagg('2026-03-09', {
      svar: (f) =>
        f.kod === 'arbetsschema'
          ? { val: 'fraga', till: 'arbetsgivare', text: 'Vilka arbetstider har Anna, och vilken årsarbetstid?' }
          : undefined,
    })
    expect(p.vantan('2026-03-09')).toContain('Arbetstider')
    const arbetsgivaren = { id: 'ag', namn: 'Bruket AB', roll: 'arbetsgivare' as const }
    p.registrerar(
      'arbetsschema',
      { arbetstid: { man: 8, tis: 8, ons: 8, tor: 8, fre: 8 }, arbetsstart: '08:00' },
      '2026-03-10',
      arbetsgivaren,
    )
    expect(p.vantan('2026-03-10')).toContain('Arbetstider')
    p.registrerar('arsarbetstid', { timmar: 1980 }, '2026-03-10', arbetsgivaren)
    expect(p.vantan('2026-03-10')).not.toContain('Arbetstider')
    p.handlagg('2026-03-11')
    expect(p.beslut.at(-1)!.utfall).toBe('beviljat')
    expect(forebyggandepost(p.arende.lage)!.kompletteringar).toMatchObject([
      { steg: 2, falt: 'arbetstid', till: 'arbetsgivare', formularversion: 'Ersättning 1', besvarad: '2026-03-10' },
    ])
  })

  it('utan SGI avslås ersättningen men andelen visas, och planen står kvar som godkänd', () => {
    const p = godkand(anna().tjanar(0)).ansokerOmErsattning('2026-03-06', ['2026-03-03']).handlagg('2026-03-09')
    p.handlagg(dagenEfter(efterKommunicering(p)))
    expect(p.beslut[0]!.utfall).toBe('beviljat')
    expect(p.beslut[1]).toMatchObject({ utfall: 'avslag', rader: [{ avslagsskal: 'ingenSgi', yrkadGrad: 0.5 }] })
  })

  it('lön för samma tid prövas och minskar beloppet', () => {
    const p = godkand().ansokerOmErsattning('2026-03-06', ['2026-03-03'], { lonForTiden: { perManad: 15_000, lonIArbetePerManad: 30_000 } })
    expect(p.fragekoder('2026-03-09')).toContain('lonUnderSjukdom')
    p.handlagg('2026-03-09')
    expect(p.beslut[1]!.utbetalning[0]!.avdrag).toMatchObject([{ slag: 'lon' }])
    expect(p.beslut[1]!.utbetalning[0]!.summa).toBeLessThan(564)
  })
})

describe('det som ändras', () => {
  it('andra tider för samma behandling behöver inget nytt beslut; fler besök prövas för sig och det godkända står kvar', () => {
    const p = godkand()
    p.medBehandling({ from: '2026-03-04', tom: '2026-04-22', dagar: ['ons'], min: 240 }).ansokerOmPlan('2026-02-20')
    expect(p.fragekoder('2026-02-20')).toEqual([])
    expect(p.arende.lage.fakta.at(-1)).toMatchObject({ namn: 'planandring' })
    p.ansokerOmErsattning('2026-03-06', ['2026-03-04']).handlagg('2026-03-09')
    expect(p.beslut.at(-1)!.utfall).toBe('beviljat')
    p.medBehandling({ from: '2026-03-04', tom: '2026-07-01', dagar: ['ons'], min: 240 })
      .medBehandling({ id: 'b2', behandling: 'fysioterapi', from: '2026-04-06', tom: '2026-05-25', dagar: ['man'], min: 120 })
      .ansokerOmPlan('2026-03-20')
      .medUtlatande({ dag: '2026-03-22' })
    p.handlagg('2026-03-25', { tillOchMed: 'planbedomning' })
    expect(
      (p.arende.fraga('planbedomning', D('2026-03-25')).formular as { behandlingar: { id: string }[] }).behandlingar.map((b) => b.id),
    ).toEqual(['b1', 'b2'])
    p.ansokerOmErsattning('2026-03-25', ['2026-03-18']).handlagg('2026-03-26', { tillOchMed: 'planbedomning' })
    p.handlagg('2026-03-26')
    expect(p.beslut.map((b) => b.avser!.split(':')[0])).toEqual(['plan', 'ersattning', 'plan', 'ersattning'])
  })

  it('behandlingen slutar tidigare: dagar efteråt är en fråga, och redan beslutade dagar visar skillnaden utan att något ändras av sig självt', () => {
    const p = godkand().ansokerOmErsattning('2026-03-20', ['2026-03-03', '2026-03-17']).handlagg('2026-03-23')
    p.registrerar('avbruten', { dag: D('2026-03-10'), skal: 'Slutade i förtid.' }, '2026-04-01')
    expect(p.arende.fraga('andring', D('2026-04-01'))).toMatchObject({ varforNu: expect.stringMatching(/slutade tidigare.*-564 kr/) })
    expect(() => p.arende.svara('andring', { val: 'andra', grund: 'underlag', skal: 'Slutade.' }, EVA, D('2026-04-01'))).toThrow(/nackdel/)
    p.arende.svara('andring', { val: 'andraInte', skal: 'Ersättningen är redan utbetald. Återkrav prövas för sig.' }, EVA, D('2026-04-01'))
    p.ansokerOmErsattning('2026-04-02', ['2026-03-19']).handlagg('2026-04-03')
    p.handlagg(dagenEfter(efterKommunicering(p)))
    expect(p.beslut.at(-1)).toMatchObject({ utfall: 'avslag', rader: [{ avslagsskal: 'inteGenomford' }] })
  })

  it('vårdgivarens uppgift om närvaro är frivillig; säger den något annat än personen ställs en fråga', () => {
    const p = godkand().registrerar('narvaro', { behandling: 'b1', datum: [D('2026-03-03'), D('2026-03-10')], text: '' }, '2026-03-12', {
      id: 'vard',
      namn: 'Smärtkliniken',
      roll: 'vard',
    })
    p.ansokerOmErsattning('2026-03-13', ['2026-03-03', '2026-03-05']).handlagg('2026-03-16', { genomfort: true })
    expect(p.beslut.at(-1)!.utfall).toBe('beviljat')
    expect(p.arende.lage.svar.some((s) => s.kod === 'genomforande')).toBe(true)
  })

  it('registret som ändras öppnar bedömningen igen tills planen är avgjord, och sedan inte', () => {
    const p = anna().ansokerOmPlan('2026-02-02').medUtlatande().handlagg('2026-02-10', { tillOchMed: 'planbedomning' })
    p.medRegister([
      {
        id: 'ny',
        behandling: 'mmr',
        diagnos: 'M54',
        stallning: 'fragaFmr',
        kalla: { slag: 'fmr', text: 'svar' },
        av: 'Siri',
        registrerad: D('2026-02-10'),
        from: D('2026-02-10'),
      },
    ])
    p.arende.hamta(D('2026-02-10'))
    expect(p.arende.fraga('evidens', D('2026-02-10')).varforNu).toMatch(/rådgivaren/)
    p.handlagg('2026-02-11')
    expect(p.beslut).toHaveLength(1)
    const fore = p.arende.journal.length
    p.medRegister([])
    p.arende.hamta(D('2026-02-12'))
    expect(p.arende.journal).toHaveLength(fore)
  })
})

describe('efteråt', () => {
  it('uppföljningen frågas på dagen, påminns om en gång, antecknas som okänd utan svar, och ärendet avslutas av sig självt', () => {
    const p = godkand().ansokerOmErsattning('2026-04-24', ['2026-03-03']).handlagg('2026-04-27')
    p.tidenGar('2026-06-10')
    expect(p.arende.lage.begaran.at(-1)).toMatchObject({ typ: 'uppfoljning', av: { roll: 'system' } })
    expect(minForebyggande(p.arende.lage, D('2026-06-10')).attGora).toMatchObject([{ slag: 'uppfoljning' }])
    p.tidenGar('2026-12-31')
    expect(p.arende.lage.begaran.at(-1)!.paminnelser).toHaveLength(1)
    expect(p.arende.lage.fakta.find((f) => f.namn === 'uppfoljningsnot')!.varde).toMatchObject({ fullfoljd: 'okant' })
    expect(p.arende.lage.avslutat).toBeTruthy()
    expect(forebyggandepost(p.arende.lage)!.avslut).toMatchObject({ fullfoljd: 'okant', anmaldAv: 'forsakringskassan' })
  })

  it('personens svar hamnar i registret och besvarar frågan', () => {
    const p = godkand().ansokerOmErsattning('2026-04-24', ['2026-03-03']).handlagg('2026-04-27').tidenGar('2026-06-10')
    p.registrerar('uppfoljningsnot', { dag: D('2026-06-11'), fullfoljd: 'ja', text: 'Jag arbetar som vanligt.' }, '2026-06-11')
    expect(p.arende.lage.begaran.at(-1)!.svar).toMatchObject({ faktumId: expect.any(String) })
    expect(forebyggandepost(p.arende.lage)!.avslut).toMatchObject({
      fullfoljd: 'ja',
      anmaldAv: 'forsakrad',
      uppfoljning: 'Jag arbetar som vanligt.',
    })
  })

  it('ett år utan ansökan: handläggaren frågas om att avsluta, och en ansökan som kommer sedan öppnar ärendet igen', () => {
    const p = godkand().tidenGar('2027-05-01')
    expect(p.fragekoder('2027-05-01')).toContain('avslut')
    p.handlagg('2027-05-01')
    expect(p.arende.lage.avslutat).toBeTruthy()
    p.ansokerOmErsattning('2027-05-10', ['2026-03-03'])
    expect(p.arende.lage.avslutat).toBeUndefined()
    p.handlagg('2027-05-11')
    expect(p.beslut.at(-1)!.utfall).toBe('beviljat')
  })

  it('registret får inte sakna uppgifter när ärendet avslutas', () => {
    const p = anna()
      .ansokerOmPlan('2026-02-02')
      .medUtlatande({ uppfoljning: null })
      .handlagg('2026-02-10')
      .tidenGar('2026-04-30')
      .handlagg('2026-04-30')
      .ansokerOmErsattning('2026-05-02', ['2026-03-03'])
      .handlagg('2026-05-04')
      .tidenGar('2026-12-01')
    const f = p.arende.fraga('avslut', D('2026-12-01'))
    expect(f.varforNu).toMatch(/när och hur vården följer upp/)
    expect(() => p.arende.svara('avslut', { val: 'avsluta', skal: 'Klart.' }, EVA, D('2026-12-01'))).toThrow(/Fyll i det som saknas/)
    p.handlagg('2026-12-01').tidenGar('2027-01-15')
    expect(p.arende.lage.avslutat).toBeTruthy()
  })

  it('en plan som inte godkänts avslutas när tiden för omprövning har gått', () => {
    const p = anna().ansokerOmPlan('2026-02-02').medUtlatande().handlagg('2026-02-10', { ingenRisk: true })
    const dag = dagenEfter(efterKommunicering(p))
    p.handlagg(dag, { ingenRisk: true })
    expect(p.vantan(dag)).toContain('Ärendet avslutas')
    p.tidenGar('2026-08-01')
    expect(p.arende.lage.avslutat!.skal).toMatch(/inte godkänd/)
  })
})

describe('den som kommer tillbaka', () => {
  it('ser handläggaren tidigare planer, och skriver vad som är annorlunda; det är inget skäl för avslag', () => {
    const forra = godkand().ansokerOmErsattning('2026-04-24', ['2026-03-03']).handlagg('2026-04-27')
    const post = { ...forebyggandepost(forra.arende.lage)!, arende: 'FP-forra' }
    const p = plan('Anna')
      .medTidigarePlaner([post])
      .medBehandling({ from: '2027-03-02', tom: '2027-04-22' })
      .ansokerOmPlan('2027-02-02')
      .medUtlatande()
      .handlagg('2027-02-10', { tillOchMed: 'evidens' })
    expect(p.arende.fraga('evidens', D('2027-02-10')).formular).toMatchObject({
      tidigare: [{ nummer: 'FP-forra', nettodagar: 0.5, utfall: 'godkänd, ersättning beviljad' }],
    })
    expect(() =>
      p.arende.svara('evidens', { stodForProblemet: 'ja', upplaggetPassar: 'ja', skal: 'Har stöd.' }, EVA, D('2027-02-10')),
    ).toThrow(/annorlunda/)
    p.handlagg('2027-02-10')
    expect(p.beslut[0]!.utfall).toBe('beviljat')
  })
})

describe('egenföretagarens karenstid (27 kap. 28, 30 §§)', () => {
  const DAGAR = ['2026-03-03', '2026-03-05', '2026-03-10']
  const karenstid = (dagar?: number, p = anna().som('egenforetagare').tjanar(0, 360_000)) => {
    godkand(p)
    if (dagar) p.registrerar('karenstid', { dagar }, '2026-03-01', EVA)
    return p.ansokerOmErsattning('2026-03-20', DAGAR).handlagg('2026-03-23')
  }
  const betalt = (p: Provplan) => p.beslut[1]!.utbetalning.map((r) => r.kronorPerDag > 0)
  const brev = (p: Provplan) => brevtext(brevet(p, /förebyggande sjukpenning$/))

  it('en karenstid på 30 dagar lyfts inte av att det är behandling: dagarna ger inget, och brevet säger varför', () => {
    const p = karenstid(30)
    expect(betalt(p)).toEqual([false, false, false])
    expect(p.beslut[1]!.rader.map((r) => r.utfall)).toEqual(['beviljat', 'beviljat', 'beviljat'])
    expect(brev(p)).toContain('Du har valt en karenstid på 30 dagar. Den gäller också när du får behandling.')
    expect(brev(p)).not.toContain('Ingen karens dras')
  })

  it.each([undefined, 1])('utan vald karenstid och med en dags dras ingen karens (%s)', (dagar) => {
    const p = karenstid(dagar)
    expect(betalt(p)).toEqual([true, true, true])
    expect(brev(p)).toContain('Ingen karens dras')
  })

  it('de fjorton dagarna är sjukperiodens dagar, sammanlagda över tjugo dagar: den femtonde behandlingsdagen ersätts', () => {
    const alla = ['03', '05', '10', '12', '17', '19', '24', '26', '31'].map((d) => `2026-03-${d}`)
    const april = ['02', '07', '09', '14', '16', '21'].map((d) => `2026-04-${d}`)
    const p = godkand(anna().som('egenforetagare').tjanar(0, 360_000))
    p.registrerar('karenstid', { dagar: 14 }, '2026-03-01', EVA)
    p.ansokerOmErsattning('2026-04-22', [...alla, ...april]).handlagg('2026-04-27')
    expect(betalt(p)).toEqual([...Array.from({ length: 14 }, () => false), true])
  })

  it('den som också är anställd får ersättning för anställningen, och den som är arbetslös har inte karenstiden kvar (28 b §)', () => {
    const bada = karenstid(90, anna().som('anstalld').tjanar(180_000, 180_000))
    expect(betalt(bada)).toEqual([true, true, true])
    // 180 000 × 0,97 × 0,8 ÷ 1980 = 70,5 → 71 kr per timme × 8 × 0,5; nothing of the other half.
    expect(bada.beslut[1]!.utbetalning[0]!.kronorPerDag).toBe(284)
    expect(betalt(karenstid(90, anna().som('arbetslos').tjanar(0, 360_000)))).toEqual([true, true, true])
  })

  it('handläggaren ser i beräkningen vad som är känt om karenstid', () => {
    const p = godkand(anna().som('egenforetagare').tjanar(0, 360_000))
    p.ansokerOmErsattning('2026-03-20', DAGAR).handlagg('2026-03-23', { tillOchMed: 'beslut' })
    expect(JSON.stringify(p.arende.utredning(D('2026-03-23')))).toContain('Ingen vald karenstid är registrerad')
  })

  it('är den vald i personens sjukpenningärende behöver den inte registreras igen', () => {
    const p = godkand(anna().som('egenforetagare').tjanar(0, 360_000)).medAndraArenden(
      [{ arende: 'x', nummer: 'SP2025-1', forman: 'sjukpenning', betalda: [], sjukdagar: [], karenstid: 30 }],
      '2026-03-01',
    )
    expect(betalt(p.ansokerOmErsattning('2026-03-20', DAGAR).handlagg('2026-03-23'))).toEqual([false, false, false])
  })
})

describe('tillsammans med sjukpenning', () => {
  it('dagar i personens sjukpenningärende räknas i ramtiden: efter 364 dagar blir det fortsättningsnivå', () => {
    const betalda = [{ from: D('2025-02-01'), tom: D('2026-02-01'), grad: 1 }]
    const p = godkand()
      .medAndraArenden([{ arende: 'x', nummer: 'SP2025-000001', forman: 'sjukpenning', betalda, sjukdagar: betalda }], '2026-03-01')
      .ansokerOmErsattning('2026-03-06', ['2026-03-03'])
      .handlagg('2026-03-09')
    expect(p.beslut[1]!.utbetalning[0]).toMatchObject({ niva: 'fortsattning' })
  })

  it('sjuklönedagar, oräknade dagar och allvarlig sjukdom i personens andra ärende räknas som där (21–23 §§)', () => {
    const betalda = [{ from: D('2025-03-01'), tom: D('2026-02-23'), grad: 1 }]
    const nivan = (mer: object, p = godkand()) =>
      p
        .medAndraArenden([{ arende: 'x', nummer: 'SP2025-1', forman: 'sjukpenning', betalda, sjukdagar: betalda, ...mer }], '2026-03-01')
        .ansokerOmErsattning('2026-03-06', ['2026-03-03'])
        .handlagg('2026-03-09')
        .beslut.at(-1)!.utbetalning[0]!.niva
    const sjukloneperioder = [{ from: D('2025-02-15'), tom: D('2025-02-28') }]
    // 360 paid: with thirteen days of the sick-pay period 373.
    expect(nivan({})).toBe('normal')
    expect(nivan({ sjukloneperioder })).toBe('fortsattning')
    expect(nivan({ sjukloneperioder, allvarligSjukdom: [{ from: D('2026-01-01'), tom: D('2026-12-31') }] })).toBe('normal')
    const egen = godkand()
    egen.registrerar('allvarligSjukdom', { skal: 'Cancer under behandling.' }, '2026-03-01', EVA)
    expect(nivan({ sjukloneperioder }, egen)).toBe('normal')
    // 364 paid, the first of them with karensavdrag.
    const fyra = [{ from: D('2025-02-25'), tom: D('2026-02-23'), grad: 1 }]
    expect(nivan({ betalda: fyra })).toBe('fortsattning')
    expect(nivan({ betalda: fyra, ejRaknade: [D('2025-02-25')] })).toBe('normal')
  })

  it('sjukpenning samma dag: båda kan inte betalas för samma del av dagen', () => {
    const betalda = [{ from: D('2026-03-02'), tom: D('2026-03-15'), grad: 0.75 }]
    const p = godkand()
      .medAndraArenden([{ arende: 'x', nummer: 'SP2026-000001', forman: 'sjukpenning', betalda, sjukdagar: betalda }], '2026-03-01')
      .ansokerOmErsattning('2026-03-06', ['2026-03-03'])
      .handlagg('2026-03-09', { tillOchMed: 'annanErsattning' })
    expect(() =>
      p.arende.svara('annanErsattning', { dagar: [{ datum: '2026-03-03', hogst: 0.5, skal: 'x' }] }, EVA, D('2026-03-09')),
    ).toThrow(/samma del/)
    p.handlagg('2026-03-09')
    p.handlagg(dagenEfter(efterKommunicering(p)))
    expect(p.beslut.at(-1)).toMatchObject({ rader: [{ grad: 0.25, avslagsskal: 'annanErsattning' }] })
  })

  it('en handläggare lämnar en idé eller ärendet vidare, och mottagaren svarar; personen får veta när det är mer än en idé', () => {
    const p = godkand()
    p.arende.kor(
      { typ: 'lamnaOver', data: { slag: 'arende', skal: 'Personen har blivit sjuk och kan inte arbeta.' } },
      EVA,
      D('2026-03-01'),
    )
    expect(p.arende.brev.at(-1)!.rubrik).toMatch(/ser också på sjukpenning/)
    expect(p.vantan('2026-03-01')).toContain('Svar på ett överlämnat ärende')
    const o = p.arende.lage.overlamningar[0]!
    expect(() =>
      p.arende.kor(
        { typ: 'besvaraOverlamning', data: { overlamningId: o.id, utfall: 'mottagen', skal: 'Tar det.' } },
        EVA,
        D('2026-03-02'),
      ),
    ).toThrow(/inte själv/)
    p.arende.kor(
      { typ: 'besvaraOverlamning', data: { overlamningId: o.id, utfall: 'aterlamnad', skal: 'Personen är inte sjukskriven.' } },
      OLLE,
      D('2026-03-02'),
    )
    expect(p.arende.lage.overlamningar[0]!.svar).toMatchObject({ utfall: 'aterlamnad' })
  })
})

describe('en specialist', () => {
  it('kan lämna tillbaka med kod, och bedömningen öppnas igen', () => {
    const p = anna().ansokerOmPlan('2026-02-02').medUtlatande().handlagg('2026-02-10', { ingenRisk: true, tillOchMed: 'kvalitetssakring' })
    const f = p.arende.fraga('kvalitetssakring', D('2026-02-10'))
    const { bedomningar, koder } = f.formular as { bedomningar: { nyckel: string; kod: string }[]; koder: string[] }
    expect(koder).toEqual(expect.arrayContaining(['kravPaSjukskrivning', 'tidProvadISteg1', 'evidensEjProvad']))
    expect(koder).not.toContain('undantagEjProvat')
    p.arende.svara(
      'kvalitetssakring',
      {
        utfall: 'aterlamnad',
        koder: ['kravPaSjukskrivning'],
        kommentar: 'Risken är inte prövad för sig.',
        omdomen: bedomningar.map((b) => ({ nyckel: b.nyckel, underlag: b.kod === 'risk' ? 'brist' : 'ok', tillampning: 'ok' })),
      },
      SIRI,
      D('2026-02-10'),
    )
    expect(p.fragekoder('2026-02-11')).toContain('risk')
    p.handlagg('2026-02-11')
    expect(p.beslut[0]!.utfall).toBe('beviljat')
  })
})
