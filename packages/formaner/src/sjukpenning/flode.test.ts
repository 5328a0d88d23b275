import { SYSTEMET } from '@atergang/arende'
import { datum, plusDagar } from '@atergang/kalender'
import { flera } from '@atergang/regelverk'
import { describe, expect, it } from 'vitest'
import { totalt } from '../gemensamt/utbetalning.ts'
import { EVA, OLLE, person, SIRI } from '../prov/index.ts'
import type { Slage } from './fakta.ts'
import { uppgivenInkomst } from './sgi.ts'
import { minaSidorArende } from './vy/minasidor.ts'

const d = (fran: string, dag: number) => plusDagar(datum(fran), dag - 1)

describe('en anställd, kort sjukfall', () => {
  it('beviljas från dag 15, efter sjuklön, utan specialist och utan kommunicering', () => {
    const p = person('Anna')
      .sjukFran('2026-03-02')
      .medIntyg({ till: '2026-03-29' })
      .ansoker({ till: '2026-03-29', inkom: '2026-03-18' })
      .handlagg('2026-03-21')
    expect(p.beslut).toHaveLength(1)
    const b = p.beslut[0]!
    expect(b.utfall).toBe('beviljat')
    expect(b.period).toEqual({ from: '2026-03-16', tom: '2026-03-29' })
    // 360 000 × 0,97 × 0,8 ÷ 365 = 765,37 → 765 kr × 14 dagar
    expect(b.utbetalning.map((r) => [r.from, r.tom, r.kronorPerDag, r.dagar, r.summa])).toEqual([
      ['2026-03-16', '2026-03-29', 765, 14, 10_710],
    ])
    expect(p.arende.journal.some((h) => h.data.typ === 'kommunicerad')).toBe(false)
    expect(p.arende.lage.svar.some((s) => s.kod === 'kvalitetssakring')).toBe(false)
  })

  it('tar alltid ställning till rehabilitering innan beslut', () => {
    const p = person('Anna')
      .sjukFran('2026-03-02')
      .medIntyg()
      .ansoker({ inkom: '2026-03-18' })
      .handlagg('2026-03-21', { tillOchMed: 'rehabilitering' })
    expect(p.fragekoder('2026-03-21')).toContain('rehabilitering')
    expect(p.fragekoder('2026-03-21')).not.toContain('forslag')
  })

  it('väntar på ansökan när bara intyget kommit, och på intyg när bara ansökan kommit', () => {
    const utanAnsokan = person('Anna').sjukFran('2026-03-02').medIntyg().arende.utredning(datum('2026-03-20'))
    expect(utanAnsokan.vantar.map((v) => [v.pa, v.vad])).toContainEqual(['forsakrad', 'Ansökan om sjukpenning'])
    const utanIntyg = person('Bo').sjukFran('2026-03-02').ansoker({ inkom: '2026-03-18' }).arende.utredning(datum('2026-03-20'))
    expect(utanIntyg.vantar.map((v) => v.vad).join()).toMatch(/Läkarintyg för 16–29 mars 2026/)
    expect(utanIntyg.fragor.map((f) => f.kod)).not.toContain('arbetsformaga')
  })
})

describe('rehabiliteringskedjan styr vilken fråga som ställs, på rätt dag och inte före', () => {
  const anna = () =>
    person('Anna').sjukFran('2026-01-01').medIntyg({ till: '2026-12-31' }).ansoker({ till: '2026-12-31', inkom: '2026-01-15' })
  const provas = (p: ReturnType<typeof anna>, dag: string) =>
    (p.arende.fragor(datum(dag)).find((f) => f.kod === 'arbetsformaga')?.formular as { provas: string[] } | undefined)?.provas

  it('dag 90 prövas bara det vanliga arbetet; dagarna från 91 väntar', () => {
    const p = anna()
    const dag90 = d('2026-01-01', 90)
    expect(provas(p, dag90)).toEqual(['vanligtArbete'])
    expect(p.arende.utredning(dag90).vantar.find((v) => v.pa === 'tid')?.till).toBe(d('2026-01-01', 91))
    p.handlagg(dag90)
    expect(p.beslut[0]!.period.tom).toBe(dag90)
  })

  it('dag 91 prövas omplacering, och arbetsgivarens möjligheter utreds först', () => {
    const p = anna().handlagg(d('2026-01-01', 90))
    const dag91 = d('2026-01-01', 91)
    expect(p.fragekoder(dag91)).toContain('arbetsgivarensMojligheter')
    p.handlagg(dag91, { tillOchMed: 'arbetsformaga' })
    expect(provas(p, dag91)).toEqual(['vanligtArbete', 'annatHosArbetsgivaren'])
  })

  it('dag 180 är frågan om normalt förekommande arbete inte ställd; dag 181 är den det', () => {
    const p = anna().handlagg(d('2026-01-01', 90)).handlagg(d('2026-01-01', 180))
    expect(p.beslut.at(-1)!.period.tom).toBe(d('2026-01-01', 180))
    expect(p.fragekoder(d('2026-01-01', 180))).toEqual([])
    const dag181 = d('2026-01-01', 181)
    p.handlagg(dag181, { tillOchMed: 'arbetsformaga' })
    expect(provas(p, dag181)).toContain('normaltForekommande')
  })

  it('första bedömningen mot normalt förekommande arbete går till en specialist även när den beviljas, men bara första gången', () => {
    const p = anna().handlagg(d('2026-01-01', 90)).handlagg(d('2026-01-01', 180))
    const dag181 = d('2026-01-01', 181)
    p.handlagg(dag181, { tillOchMed: 'kvalitetssakring' })
    expect(p.arende.fraga('kvalitetssakring', dag181)).toMatchObject({ roll: 'specialist', inteFor: expect.arrayContaining(['eva']) })
    p.handlagg(dag181)
    expect(p.beslut.at(-1)).toMatchObject({ utfall: 'beviljat', medverkande: [{ id: 'siri' }] })
    const senare = d('2026-01-01', 360)
    p.medIntyg({ fran: '2027-01-01', till: '2027-02-28' }).ansoker({ fran: '2027-01-01', till: '2027-02-28', inkom: senare })
    p.handlagg('2027-01-10')
    expect(p.arende.lage.svar.filter((s) => s.kod === 'kvalitetssakring')).toHaveLength(1)
  })

  it('med undantag från dag 181 prövas inte mot normalt förekommande arbete och ingen kvalitetssäkring krävs', () => {
    const p = anna()
      .handlagg(d('2026-01-01', 90))
      .handlagg(d('2026-01-01', 180))
      .handlagg(d('2026-01-01', 181), { undantag: 'overvagandeSkal' })
    expect(p.beslut.at(-1)!.utfall).toBe('beviljat')
    expect(p.arende.lage.svar.some((s) => s.kod === 'kvalitetssakring')).toBe(false)
  })

  it('den som kvalitetssäkrar får inte ha berett ärendet själv', () => {
    const p = anna().handlagg(d('2026-01-01', 90)).handlagg(d('2026-01-01', 180))
    const dag181 = d('2026-01-01', 181)
    p.handlagg(dag181, { tillOchMed: 'kvalitetssakring' })
    expect(() =>
      p.arende.svara(
        'kvalitetssakring',
        { utfall: 'godkand', omdomen: [], koder: [], kommentar: '' },
        { ...EVA, roll: 'specialist' },
        dag181,
      ),
    ).toThrow(/ingen granskar/)
    expect(() => p.arende.svara('kvalitetssakring', {}, OLLE, dag181)).toThrow(/försäkringsspecialist/)
  })
})

describe('ett avslag', () => {
  const fram = () => {
    const p = person('Anna').sjukFran('2026-01-01').medIntyg({ till: '2026-07-31' }).ansoker({ till: '2026-07-31', inkom: '2026-01-15' })
    return p.handlagg(d('2026-01-01', 90)).handlagg(d('2026-01-01', 180))
  }
  const dag181 = d('2026-01-01', 181)
  const NEKA = { klararNfa: true, grad: () => 0 }

  it('går genom specialist, kommunicering, svar och beslut, och aldrig förbi någon av dem', () => {
    const p = fram().handlagg(dag181, { ...NEKA, tillOchMed: 'kvalitetssakring' })
    expect(p.fragekoder(dag181)).not.toContain('beslut')
    p.handlagg(dag181, NEKA)
    const k = p.arende.lage.kommuniceringar[0]!
    expect(p.beslut).toHaveLength(2)
    expect(p.arende.utredning(dag181).vantar.some((v) => v.pa === 'forsakrad' && v.vad.startsWith('Yttrande'))).toBe(true)
    expect(p.fragekoder(k.senast)).not.toContain('beslut')
    p.arende.kor(
      { typ: 'noteraYttrande', satt: 'muntligt', dag: plusDagar(dag181, 5), text: 'Jag orkar inte sitta mer än en timme.', slutligt: true },
      EVA,
      plusDagar(dag181, 5),
    )
    expect(p.fragekoder(plusDagar(dag181, 5))).toContain('yttrande')
    p.handlagg(plusDagar(dag181, 6), NEKA)
    expect(p.beslut.at(-1)).toMatchObject({ utfall: 'avslag', rader: [{ avslagsskal: 'klararNormaltForekommande', grad: 0 }] })
    expect(
      p.arende.journal
        .filter((h) => ['kommunicerad', 'yttrandeInkommet', 'beslutFattat'].includes(h.data.typ))
        .slice(-3)
        .map((h) => h.data.typ),
    ).toEqual(['kommunicerad', 'yttrandeInkommet', 'beslutFattat'])
  })

  it('kommuniceras på nytt när ett nytt intyg kommit in, också när utfallet blir detsamma', () => {
    const p = fram().handlagg(dag181, NEKA)
    expect(p.arende.lage.kommuniceringar).toHaveLength(1)
    const efter = plusDagar(p.arende.lage.kommuniceringar[0]!.senast, 1)
    p.medIntyg({ fran: dag181, till: '2026-07-31' }).handlagg(efter, NEKA)
    expect(p.beslut).toHaveLength(2)
    expect(p.arende.lage.kommuniceringar).toHaveLength(2)
    p.handlagg(plusDagar(p.arende.lage.kommuniceringar[1]!.senast, 1), NEKA)
    expect(p.beslut.at(-1)).toMatchObject({ utfall: 'avslag' })
  })

  it('väntar ut tiden att yttra sig när personen har svarat men inte sagt att det är allt', () => {
    const p = fram().handlagg(dag181, NEKA)
    const { senast } = p.arende.lage.kommuniceringar[0]!
    p.arende.kor({ typ: 'noteraYttrande', satt: 'muntligt', dag: dag181, text: 'Jag återkommer.' }, EVA, dag181)
    p.handlagg(senast, NEKA)
    expect(p.beslut).toHaveLength(2)
    expect(minaSidorArende(p.arende.lage, senast).attGora).toMatchObject([{ slag: 'yttrande', senast }])
    expect(p.fragekoder(plusDagar(senast, 1))).toContain('yttrande')
  })

  it('kommuniceras inte på nytt för att personen svarar', () => {
    const p = fram().handlagg(dag181, NEKA)
    p.arende.kor({ typ: 'noteraYttrande', satt: 'muntligt', dag: dag181, text: 'Jag håller inte med.' }, EVA, dag181)
    p.handlagg(plusDagar(p.arende.lage.kommuniceringar[0]!.senast, 1), NEKA)
    expect(p.arende.lage.kommuniceringar).toHaveLength(1)
    expect(p.beslut.at(-1)).toMatchObject({ utfall: 'avslag' })
  })

  it('beslutas utan yttrande först dagen efter att svarstiden gått ut', () => {
    const p = fram().handlagg(dag181, NEKA)
    const senast = p.arende.lage.kommuniceringar[0]!.senast
    expect(p.fragekoder(senast)).toEqual([])
    expect(p.arende.utredning(dag181).nastaDatum! <= plusDagar(senast, 1)).toBe(true)
    expect(p.fragekoder(plusDagar(senast, 1))).toContain('beslut')
  })

  it('brevet säger utfall, avgörande skäl, vad som hände, arbetsskadelivränta och hur man begär omprövning', () => {
    const p = fram().handlagg(dag181, NEKA)
    p.handlagg(plusDagar(p.arende.lage.kommuniceringar[0]!.senast, 1), NEKA)
    const text = JSON.stringify(p.arende.brev.at(-1))
    for (const bit of [
      'Du får inte sjukpenning för 30 juni–31 juli 2026',
      'normalt förekommande',
      'arbetsskadeguiden.se',
      'inom två månader',
      'Eva Ek, handläggare',
      'Siri Sund, försäkringsspecialist',
      'Enheten Gävle',
      '27 kap. 48 § socialförsäkringsbalken',
      'Du har inte svarat',
    ])
      expect(text).toContain(bit)
  })

  it('efter beslutet kommer samtal, omställningsmöte och information om stöd på arbetsplatsen', () => {
    const p = fram().handlagg(dag181, NEKA)
    const beslutsdag = plusDagar(p.arende.lage.kommuniceringar[0]!.senast, 1)
    p.handlagg(beslutsdag, { ...NEKA, tillOchMed: 'samtal' })
    expect(p.fragekoder(beslutsdag)).toEqual(['samtal', 'omstallning', 'apr'])
    p.arende.svara('samtal', { resultat: 'svaradeInte', text: 'Inget svar på mobilen.' }, EVA, beslutsdag)
    expect(p.fragekoder(beslutsdag)).not.toContain('samtal')
    expect(p.fragekoder(plusDagar(beslutsdag, 4))).toContain('samtal')
  })

  it('ett nytt intyg innan beslutet öppnar bedömningen igen', () => {
    const p = fram().handlagg(dag181, NEKA)
    const senare = plusDagar(dag181, 3)
    p.medIntyg({ fran: '2026-06-30', till: '2026-07-31', diagnos: ['F432', 'Anpassningsstörning'] })
    expect(p.fragekoder(senare)).toContain('arbetsformaga')
    expect(p.fragekoder(senare)).not.toContain('beslut')
  })

  it('specialistens återlämning öppnar bedömningen och förslaget, med koderna synliga', () => {
    const p = fram().handlagg(dag181, { ...NEKA, tillOchMed: 'kvalitetssakring' })
    const f = p.arende.fraga('kvalitetssakring', dag181)
    const nyckel = `arbetsformaga:${(f.formular as { grupper: { nyckel: string }[] }).grupper[0]!.nyckel}`
    const omdomen = (f.formular as { bedomningar: { nyckel: string }[] }).bedomningar.map((b) => ({
      nyckel: b.nyckel,
      underlag: b.nyckel === nyckel ? 'brist' : 'ok',
      tillampning: 'ok',
    }))
    const aterlamna = { utfall: 'aterlamnad', omdomen, koder: ['utredningsbrist'], kommentar: 'Fråga läkaren om sittande.' }
    expect(() => p.arende.svara('kvalitetssakring', { ...aterlamna, koder: [] }, SIRI, dag181)).toThrow(/minst en kod/)
    expect(() => p.arende.svara('kvalitetssakring', { ...aterlamna, omdomen: omdomen.slice(1) }, SIRI, dag181)).toThrow(
      /var och en av bedömningarna/,
    )
    expect(() =>
      p.arende.svara(
        'kvalitetssakring',
        { ...aterlamna, omdomen: [...omdomen, { nyckel: 'påhittad', underlag: 'ok', tillampning: 'ok' }] },
        SIRI,
        dag181,
      ),
    ).toThrow(/var och en av bedömningarna/)
    p.arende.svara('kvalitetssakring', aterlamna, SIRI, dag181)
    expect(p.fragekoder(dag181)).toContain('arbetsformaga')
    p.handlagg(dag181, { ...NEKA, tillOchMed: 'forslag' })
    expect(p.arende.fraga('forslag', dag181).formular).toMatchObject({
      aterlamning: { koder: ['utredningsbrist'] },
      tidigare: { motivering: expect.anything() as unknown },
    })
  })

  it('kan inte motiveras med att objektiva undersökningsfynd saknas', () => {
    const p = fram().handlagg(dag181, { ...NEKA, tillOchMed: 'forslag' })
    const motivering = {
      avgorande: 'Avslag.',
      omstandigheter: 'Läkarens uppgifter i intyget.',
      bedomning: 'Det saknas objektiva undersökningsfynd som styrker besvären.',
      saknades: '',
    }
    expect(() => p.arende.svara('forslag', { motivering, information: [] }, EVA, dag181)).toThrow(/objektiva undersökningsfynd/)
  })

  it('börjar inte med skälen till ett tidigare beslut', () => {
    const p = fram().handlagg(dag181, { ...NEKA, tillOchMed: 'forslag' })
    expect(p.beslut.length).toBeGreaterThan(0)
    expect(p.arende.fraga('forslag', dag181).formular).toMatchObject({ tillNackdel: true, tidigare: null })
  })

  it('kräver namngiven yrkesgrupp när personen bedöms klara normalt förekommande arbete', () => {
    const p = fram()
    p.handlagg(dag181, { tillOchMed: 'arbetsformaga' })
    const f = p.arende.fraga('arbetsformaga', dag181)
    const { rader } = f.formular as { rader: { from: string; tom: string }[] }
    const svar = {
      sjukdom: true,
      formaga: {
        vanligtArbete: 'klararInte',
        annatHosArbetsgivaren: 'klararInte',
        normaltForekommande: 'klarar',
        annatLampligtTillgangligt: 'klararInte',
      },
      rader: rader.map((r) => ({ from: r.from, tom: r.tom, grad: 0 })),
      efterAtgard: { behov: false },
      beviskrav: 'styrkt',
      bevisvardering: 'Intyget',
      skal: 'Klarar lätt arbete',
      ingetUndantag: 'Ingen räknar med att du kan gå tillbaka till ditt arbete.',
      kallor: ['intyg-1'],
    }
    expect(() => p.arende.svara('arbetsformaga', svar, EVA, dag181)).toThrow(/yrkesgrupp/)
  })

  it('bedömningen får inte säga emot sig själv: en begränsning har en grund, och ett bifall motsägs inte', () => {
    const p = fram().handlagg(dag181, { tillOchMed: 'arbetsformaga' })
    const { rader } = p.arende.fraga('arbetsformaga', dag181).formular as { rader: { from: string; tom: string }[] }
    const inget = {
      vanligtArbete: 'klararInte',
      annatHosArbetsgivaren: 'klararInte',
      normaltForekommande: 'klararInte',
      annatLampligtTillgangligt: 'klararInte',
    }
    const bedom = (v: { formaga?: object; grad: number; beviskrav?: string }) => () =>
      p.arende.svara(
        'arbetsformaga',
        {
          sjukdom: true,
          formaga: { ...inget, ...v.formaga },
          rader: rader.map((r) => ({ from: r.from, tom: r.tom, grad: v.grad })),
          efterAtgard: { behov: false },
          beviskrav: v.beviskrav ?? 'styrkt',
          bevisvardering: 'Intyget',
          skal: 'Skäl',
          kallor: ['intyg-1'],
        },
        EVA,
        dag181,
      )
    expect(bedom({ grad: 0 })).toThrow(/klarar personen inget arbete/)
    expect(bedom({ grad: 1, beviskrav: 'intestyrkt' })).toThrow(/styrkt/)
    expect(bedom({ grad: 1, formaga: { annatHosArbetsgivaren: 'klarar' } })).toThrow(/inte nedsatt/)
    expect(bedom({ grad: 1 })).not.toThrow()
  })

  it('efter ett avslag mot normalt förekommande arbete är nästa bifall i samma kedja inte den första bedömningen', () => {
    const p = fram().handlagg(dag181, NEKA)
    p.handlagg(plusDagar(p.arende.lage.kommuniceringar[0]!.senast, 1), NEKA)
    expect(p.beslut.at(-1)).toMatchObject({ utfall: 'avslag' })
    p.medIntyg({ fran: '2026-08-01', till: '2026-08-31' })
      .ansoker({ fran: '2026-08-01', till: '2026-08-31', inkom: '2026-08-10' })
      .handlagg('2026-08-12')
    expect(p.beslut.at(-1)).toMatchObject({ utfall: 'beviljat', period: { from: '2026-08-01' } })
    expect(
      p.arende.lage.svar.filter((s) => s.kod === 'kvalitetssakring'),
      'bara avslaget',
    ).toHaveLength(1)
  })

  it('inkomsten som uppgavs sist gäller, också när den står i en ansökan', () => {
    const p = fram()
    p.arende.kor(
      {
        typ: 'registreraFaktum',
        namn: 'inkomst',
        varde: { anstallning: 300_000, annat: 0 },
        kalla: { typ: 'arbetsgivare', text: 'Lönebesked' },
      },
      EVA,
      dag181,
    )
    expect(uppgivenInkomst(p.arende.lage as Slage)?.inkomst.anstallning).toBe(300_000)
    p.ansoker({ fran: '2026-08-01', till: '2026-08-31', inkom: '2026-08-10' })
    expect(uppgivenInkomst(p.arende.lage as Slage)?.inkomst.anstallning).toBe(360_000)
  })
})

describe('anmälan', () => {
  it('gäller sitt eget sjukfall: den första anmälan räddar inte ett senare fall som anmäls sent', () => {
    const p = person('Bo')
      .som('arbetslos')
      .sjukFran('2026-01-05')
      .medIntyg({ till: '2026-01-31' })
      .ansoker({ till: '2026-01-31', inkom: '2026-01-06' })
      .handlagg('2026-01-20')
    p.medIntyg({ fran: '2026-03-01', till: '2026-03-31' }).ansoker({ fran: '2026-03-01', till: '2026-03-31', inkom: '2026-03-20' })
    expect(p.arende.fraga('senAnmalan', datum('2026-03-21')).formular).toEqual({
      perioder: [{ from: '2026-03-01', tom: '2026-03-12' }],
      annat: [],
    })
  })

  it('som arbetsgivaren gör lyfter hindret bara för det sjukfall den gäller', () => {
    const p = person('Cia')
      .som('arbetslos')
      .sjukFran('2026-01-05')
      .medIntyg({ till: '2026-01-31' })
      .ansoker({ till: '2026-01-31', inkom: '2026-01-25' })
    p.arende.kor(
      {
        typ: 'registreraFaktum',
        namn: 'anmalan',
        varde: { inkom: '2026-01-25', forstaSjukdag: '2026-01-05', gjordAv: 'arbetsgivare' },
        kalla: { typ: 'arbetsgivare', text: 'Sjukanmälan' },
      },
      EVA,
      datum('2026-01-25'),
    )
    expect(p.fragekoder('2026-01-26')).not.toContain('senAnmalan')
    p.medIntyg({ fran: '2026-03-01', till: '2026-03-31' }).ansoker({ fran: '2026-03-01', till: '2026-03-31', inkom: '2026-03-20' })
    expect(p.fragekoder('2026-03-21')).toContain('senAnmalan')
  })
})

describe('omprövning', () => {
  it('görs av en annan handläggare, en gång, aldrig till nackdel, och kan överklagas sedan', () => {
    const p = person('Anna').sjukFran('2026-01-01').medIntyg({ till: '2026-03-31' }).ansoker({ till: '2026-03-31', inkom: '2026-01-15' })
    p.handlagg('2026-02-01', { grad: () => 0.5 })
    const k = p.arende.lage.kommuniceringar[0]!
    p.handlagg(plusDagar(k.senast, 1), { grad: () => 0.5 })
    const b = p.beslut[0]!
    expect(b.utfall).toBe('delvisAvslag')
    const dag = plusDagar(b.dag, 20)
    p.arende.kor({ typ: 'tilldela', roll: 'handlaggare', till: EVA }, EVA, dag)
    p.arende.kor({ typ: 'begarOmprovning', data: { beslutId: b.id, inkom: dag, text: 'Jag kan inte arbeta alls.' } }, p.aktor, dag)
    expect(p.arende.lage.tilldelning.handlaggare, 'ärendet lämnar den som beslutade').toBeUndefined()
    const sanka = {
      utfall: 'andras',
      rader: b.rader.map((r) => ({ from: r.from, tom: r.tom, grad: 0.25 })),
      skal: 'x',
      omstandigheter: 'y',
    }
    expect(() => p.arende.svara('omprovning', sanka, EVA, dag)).toThrow(/ingen granskar eller omprövar sitt eget/)
    expect(() => p.arende.svara('omprovning', sanka, OLLE, dag)).toThrow(/inte ändras till personens nackdel/)
    expect(() =>
      p.arende.svara('omprovning', { ...sanka, rader: b.rader.map((r) => ({ from: r.from, tom: r.tom, grad: r.grad })) }, OLLE, dag),
    ).toThrow(/detsamma som förut/)
    expect(
      () => p.arende.svara('omprovning', { utfall: 'avvisas', skal: 'För sent.' }, OLLE, dag),
      'när personen fick del av beslutet är inte känt',
    ).toThrow(/inte känt när personen fick del/)
    p.arende.svara(
      'omprovning',
      {
        ...sanka,
        rader: b.rader.map((r) => ({ from: r.from, tom: r.tom, grad: 1 })),
        skal: 'Det nya intyget visar att arbetsförmågan saknas helt.',
        omstandigheter: 'Intyg från specialist.',
      },
      OLLE,
      dag,
    )
    const ny = p.beslut.at(-1)!
    expect(ny).toMatchObject({ typ: 'omprovning', utfall: 'beviljat', ersatter: b.id })
    expect(totalt(ny.utbetalning)).toBeGreaterThan(totalt(b.utbetalning))
    expect(JSON.stringify(p.arende.brev.at(-1))).toContain('överklaga beslutet till förvaltningsrätten')
  })

  it('avvisas när det är känt att begäran kom för sent, med de paragrafer som säger det', () => {
    const p = person('Bo')
      .sjukFran('2026-01-01')
      .medIntyg({ till: '2026-03-31' })
      .ansoker({ till: '2026-03-31', inkom: '2026-01-15' })
      .handlagg('2026-02-01', { grad: () => 0.5 })
    p.handlagg(plusDagar(p.arende.lage.kommuniceringar[0]!.senast, 1), { grad: () => 0.5 })
    const b = p.beslut[0]!
    p.arende.kor(
      { typ: 'utskickMottaget', utskickId: p.arende.lage.utskick.find((x) => x.beslutId === b.id)!.id, dag: b.dag },
      p.aktor,
      b.dag,
    )
    const dag = plusDagar(b.dag, 70)
    p.arende.kor({ typ: 'begarOmprovning', data: { beslutId: b.id, inkom: dag, text: 'Jag vill ha hel.' } }, p.aktor, dag)
    p.arende.svara('omprovning', { utfall: 'avvisas', skal: 'Begäran kom in efter två månader.' }, OLLE, dag)
    expect(p.beslut.at(-1)).toMatchObject({ utfall: 'avvisat', lagrum: flera('113:7', '113:19', '113:21') })
  })
})

describe('ärendet avslutas av sig självt nittio dagar efter sista sjukdagen', () => {
  const delvis = (namn: string) => {
    const p = person(namn)
      .sjukFran('2026-01-05')
      .medIntyg({ till: '2026-02-15' })
      .ansoker({ till: '2026-02-15', inkom: '2026-01-20' })
      .handlagg('2026-01-22', { grad: () => 0.5 })
    return p.handlagg(plusDagar(p.arende.lage.kommuniceringar[0]!.senast, 1), { grad: () => 0.5 })
  }
  const slut = plusDagar(datum('2026-02-15'), 90)
  const begar = (p: ReturnType<typeof delvis>, dag: typeof slut) =>
    p.arende.kor({ typ: 'begarOmprovning', data: { beslutId: p.beslut[0]!.id, inkom: dag, text: 'Jag vill ha hel.' } }, p.aktor, dag)
  const OMPROVAT = { utfall: 'andrasInte', skal: 'Inget nytt.', omstandigheter: 'Samma intyg.' }

  it('men inte medan en omprövning väntar', () => {
    const p = delvis('Anna')
    expect(p.arende.utredning(slut).automatik).toMatchObject([{ dag: slut, kommando: { typ: 'avsluta' } }])
    begar(p, plusDagar(slut, -1))
    expect(p.arende.utredning(slut).automatik).toEqual([])
    p.arende.svara('omprovning', OMPROVAT, OLLE, plusDagar(slut, 5))
    expect(p.arende.utredning(plusDagar(slut, 5)).automatik).toMatchObject([{ kommando: { typ: 'avsluta' } }])
  })

  it('och öppnas igen när omprövning begärs, så att begäran blir någons fråga', () => {
    const p = delvis('Bo')
    p.arende.kor({ typ: 'avsluta', skal: 'Kedjan är bruten.' }, SYSTEMET, slut)
    begar(p, plusDagar(slut, 2))
    expect(p.arende.lage.avslutat).toBeUndefined()
    expect(p.fragekoder(plusDagar(slut, 2))).toContain('omprovning')
    p.arende.svara('omprovning', OMPROVAT, OLLE, plusDagar(slut, 3))
  })

  it('också när dagen redan har gått innan det sista avgörs: då nästa dag', () => {
    const sent = datum('2026-06-22')
    const p = person('Cia')
      .sjukFran('2026-01-05')
      .medIntyg({ till: '2026-02-15' })
      .ansoker({ till: '2026-02-15', inkom: '2026-01-20' })
      .handlagg(sent)
    expect(p.beslut).toHaveLength(1)
    expect(p.arende.utredning(sent).nastaDatum).toBe(plusDagar(sent, 1))
  })
})

describe('andra försörjningar', () => {
  it('den arbetslösa bedöms mot normalt förekommande arbete från dag 1, får karensavdrag och högst 543 kr', () => {
    const p = person('Bo')
      .som('arbetslos')
      .tjanar(400_000)
      .sjukFran('2026-03-02')
      .medIntyg()
      .ansoker({ inkom: '2026-03-04' })
      .handlagg('2026-03-12')
    const b = p.beslut[0]!
    expect(b.utfall).toBe('beviljat')
    expect(b.utbetalning[0]).toMatchObject({ from: '2026-03-02', kronorPerDag: 543, avdrag: [{ slag: 'karensavdrag', kronor: 543 }] })
    expect(totalt(b.utbetalning)).toBe(27 * 543)
    expect(p.arende.lage.svar.some((s) => s.kod === 'kvalitetssakring')).toBe(false)
  })

  it('egenföretagaren har sju karensdagar och ingen prövning av omplacering', () => {
    const p = person('Cia')
      .som('egenforetagare')
      .sjukFran('2026-03-02')
      .medIntyg({ till: '2026-08-31' })
      .ansoker({ till: '2026-08-31', inkom: '2026-03-04' })
    p.handlagg('2026-03-20')
    expect(p.beslut[0]!.utbetalning.map((r) => [r.from, r.kronorPerDag > 0])).toEqual([
      ['2026-03-02', false],
      ['2026-03-09', true],
    ])
    p.handlagg(d('2026-03-02', 91), { tillOchMed: 'arbetsformaga' })
    expect(p.fragekoder(d('2026-03-02', 91))).not.toContain('arbetsgivarensMojligheter')
    expect((p.arende.fraga('arbetsformaga', d('2026-03-02', 91)).formular as { provas: string[] }).provas).toEqual(['vanligtArbete'])
  })

  it('den behovsanställda prövas mot normalt förekommande arbete från dag 91', () => {
    const p = person('Dan')
      .som('behovsanstalld')
      .sjukFran('2026-03-02')
      .medIntyg({ till: '2026-08-31' })
      .ansoker({ till: '2026-08-31', inkom: '2026-03-04' })
      .handlagg('2026-03-20')
    const dag91 = d('2026-03-02', 91)
    p.handlagg(dag91, { tillOchMed: 'arbetsformaga' })
    expect((p.arende.fraga('arbetsformaga', dag91).formular as { provas: string[] }).provas).toContain('normaltForekommande')
    p.handlagg(dag91, { tillOchMed: 'kvalitetssakring' })
    expect(p.fragekoder(dag91)).toEqual(['kvalitetssakring'])
  })

  it('den som kan ta ut pension och har arbete prövas inte mot normalt förekommande arbete efter dag 180', () => {
    const p = person('Eja')
      .fodd('1962-05-10')
      .sjukFran('2026-01-01')
      .medIntyg({ till: '2026-12-31' })
      .ansoker({ till: '2026-12-31', inkom: '2026-01-15' })
      .handlagg(d('2026-01-01', 90))
      .handlagg(d('2026-01-01', 180))
    const dag181 = d('2026-01-01', 181)
    p.handlagg(dag181, { tillOchMed: 'arbetsformaga' })
    expect((p.arende.fraga('arbetsformaga', dag181).formular as { provas: string[] }).provas).toEqual([
      'vanligtArbete',
      'annatHosArbetsgivaren',
      'annatLampligtTillgangligt',
    ])
  })
})

describe('tidslinjen bakåt', () => {
  it('två perioder med 89 fria dagar emellan är samma kedja, med 90 är det en ny', () => {
    const efter = (fria: number) => {
      const forsta = datum('2026-03-11')
      const andra = plusDagar(forsta, fria + 1)
      const p = person('Anna')
        .sjukFran('2025-12-12')
        .medIntyg({ till: forsta })
        .ansoker({ till: forsta, inkom: '2025-12-28' })
        .handlagg(forsta)
      p.medIntyg({ fran: andra, till: plusDagar(andra, 30) }).ansoker({
        fran: andra,
        till: plusDagar(andra, 30),
        inkom: plusDagar(andra, 16),
      })
      p.handlagg(plusDagar(andra, 20), { tillOchMed: 'arbetsformaga' })
      const fragor = p.fragekoder(plusDagar(andra, 20))
      return (
        fragor.includes('arbetsgivarensMojligheter') ||
        (p.arende.fraga('arbetsformaga', plusDagar(andra, 20)).formular as { provas: string[] }).provas.includes('annatHosArbetsgivaren')
      )
    }
    expect(efter(89)).toBe(true)
    expect(efter(90)).toBe(false)
  })

  it('en rättad sjuklöneperiod ger en ny version av utbetalningen med skillnaden, aldrig en tyst ändring', () => {
    const p = person('Anna').sjukFran('2026-03-02').medIntyg().ansoker({ inkom: '2026-03-18' }).handlagg('2026-03-21')
    p.medIntyg({ fran: '2026-03-30', till: '2026-04-12' }).ansoker({ fran: '2026-03-30', till: '2026-04-12', inkom: '2026-03-30' })
    p.arende.kor(
      {
        typ: 'registreraFaktum',
        namn: 'inkomst',
        varde: { anstallning: 400_000, annat: 0 },
        kalla: { typ: 'arbetsgivare', text: 'Rättat lönebesked' },
      },
      EVA,
      datum('2026-03-31'),
    )
    p.arende.svara(
      'sgi',
      {
        anstallning: 400_000,
        annat: 0,
        gallerFran: '2026-03-02',
        andring: { slag: 'felFranBorjan' },
        grund: 'aktuellInkomst',
        forsakradForArbete: true,
        minstSexManader: true,
        skal: 'Arbetsgivaren har rättat lönen.',
      },
      EVA,
      datum('2026-04-01'),
    )
    const f = p.arende.fraga('andring', datum('2026-04-01'))
    expect(f.formular).toMatchObject({ skillnad: { kronor: (850 - 765) * 14 } })
    p.arende.svara('andring', { val: 'andra', grund: 'underlag', skal: 'Lönen var fel angiven.' }, EVA, datum('2026-04-01'))
    expect(p.beslut.at(-1)).toMatchObject({ typ: 'andring', ersatter: p.beslut[0]!.id })
    expect(p.beslut[0]!.utbetalning[0]!.kronorPerDag).toBe(765)
    expect(p.fragekoder('2026-04-01')).not.toContain('andring')
  })
})

describe('interimistiskt beslut (112 kap. 2 a §)', () => {
  it('kan fattas när sjukperioden pågått 15 dagar och sjukpenning lämnats, och betalas inte två gånger', () => {
    const p = person('Anna').sjukFran('2026-01-01').medIntyg({ till: '2026-01-31' }).ansoker({ till: '2026-01-31', inkom: '2026-01-16' })
    const interim = (from: string, tom: string, dag: string) =>
      p.arende.kor(
        { typ: 'beslutaInterimistiskt', data: { from, tom, ingetTalarEmot: true, skal: 'Utredningen fortsätter.' } },
        EVA,
        datum(dag),
      )
    p.arende.svara(
      'sgi',
      (f: { formular: unknown }) => ({
        ...(f.formular as { forslag: object }).forslag,
        forsakradForArbete: true,
        minstSexManader: true,
        skal: 'Stämmer.',
      }),
      EVA,
      datum('2026-01-20'),
    )
    expect(() => interim('2026-01-15', '2026-01-31', '2026-01-20')).toThrow(/inte lämnats tidigare/)
    p.handlagg('2026-01-25')
    p.medIntyg({ fran: '2026-02-01', till: '2026-02-28' }).ansoker({ fran: '2026-02-01', till: '2026-02-28', inkom: '2026-02-01' })
    interim('2026-02-01', '2026-02-28', '2026-02-05')
    expect(p.beslut.at(-1)).toMatchObject({ typ: 'interimistiskt', utfall: 'beviljat' })
    p.handlagg('2026-02-20')
    const slut = p.beslut.at(-1)!
    expect(slut.typ).toBe('slutligt')
    expect(totalt(slut.utbetalning)).toBe(0)
    expect(slut.utbetalning[0]!.avdrag[0]!.slag).toBe('redanUtbetalt')
  })
})

describe('intyg och komplettering', () => {
  const FYND = [
    {
      kod: 'deltidUtanForlaggning',
      allvar: 'varning' as const,
      svarId: '33',
      text: 'Deltid utan svar om arbetstidens förläggning.',
      fraga: 'Försvårar ojämn arbetstid återgången?',
    },
  ]
  it('ett fynd ger en fråga till läkaren, med tid och påminnelse, och aldrig ett avslag', () => {
    const p = person('Anna').sjukFran('2026-03-02').medIntyg({ grad: 0.5, fynd: FYND }).ansoker({ inkom: '2026-03-18', omfattning: 0.5 })
    const dag = datum('2026-03-20')
    expect(p.fragekoder(dag)).toContain('intygsgranskning')
    p.arende.svara('intygsgranskning', { beslut: 'komplettera', fragor: [{ svarId: '33', text: FYND[0]!.fraga }] }, EVA, dag)
    const b = p.arende.lage.begaran[0]!
    expect(b).toMatchObject({ typ: 'intygskomplettering', till: 'vard', senast: '2026-04-07' }) // 14 days: Good Friday, moved past Easter
    expect(p.arende.utredning(dag).vantar.some((v) => v.pa === 'vard')).toBe(true)
    expect(p.arende.utredning(dag).automatik).toContainEqual({ dag: '2026-04-08', kommando: { typ: 'paminnBegaran', begaranId: b.id } })
    p.arende.kor(
      { typ: 'besvaraBegaran', begaranId: b.id, svar: [{ frageId: b.fragor[0]!.frageId, text: 'Nej.' }] },
      { id: 'vard', namn: 'Dr Lena Lind', roll: 'vard' },
      datum('2026-03-27'),
    )
    expect(p.fragekoder('2026-03-27')).toContain('intygsgranskning')
    expect(() => p.arende.kor({ typ: 'besvaraBegaran', begaranId: b.id, svar: [] }, EVA, datum('2026-03-28'))).toThrow(/redan besvarad/)
  })

  it('den som inte svarar efter två påminnelser stannar inte ärendet: handläggaren väljer väg', () => {
    const p = person('Anna').sjukFran('2026-03-02').medIntyg({ grad: 0.5, fynd: FYND }).ansoker({ inkom: '2026-03-18', omfattning: 0.5 })
    p.arende.svara(
      'intygsgranskning',
      { beslut: 'komplettera', fragor: [{ svarId: '33', text: FYND[0]!.fraga }] },
      EVA,
      datum('2026-03-20'),
    )
    const paminn = () => {
      const a = p.arende.utredning(datum('2026-03-20')).automatik.find((x) => x.kommando.typ === 'paminnBegaran')
      if (a) p.arende.kor(a.kommando, SYSTEMET, a.dag)
      return a !== undefined
    }
    expect([paminn(), paminn(), paminn()]).toEqual([true, true, false])
    const { senast } = p.arende.lage.begaran[0]!
    expect(p.fragekoder(senast)).not.toContain('obesvarat')
    const efter = plusDagar(senast, 1)
    expect(p.arende.utredning(senast).kommande).toContainEqual(expect.objectContaining({ dag: efter }))
    expect(() => p.arende.svara('obesvarat', { val: 'paminn', senast, skal: 'Läkaren har semester.' }, EVA, efter)).toThrow(/framåt/)
    p.arende.svara('obesvarat', { val: 'paminn', senast: plusDagar(efter, 10), skal: 'Läkaren har semester.' }, EVA, efter)
    expect(p.fragekoder(efter)).not.toContain('obesvarat')
    p.arende.svara(
      'obesvarat',
      { val: 'gaVidare', skal: 'Läkaren går inte att nå. Vi prövar på det som finns.' },
      EVA,
      plusDagar(efter, 11),
    )
    expect(p.arende.lage.begaran[0]!.aterkallad).toBeDefined()
    expect(p.fragekoder(plusDagar(efter, 11))).toContain('intygsgranskning')
  })

  it('samma intyg två gånger tas emot en gång', () => {
    const p = person('Anna').sjukFran('2026-03-02').medIntyg()
    const fore = p.arende.lage.version
    const igen = p.arende.journal.find((h) => h.data.typ === 'faktumRegistrerat')!
    const varde = (igen.data as { faktum: { varde: unknown } }).faktum.varde
    const handling = (p.arende.journal.find((h) => h.data.typ === 'handlingTillford')!.data as { handling: unknown }).handling
    expect(() => p.arende.kor({ typ: 'taEmotIntyg', data: { handling, varde } }, EVA, datum('2026-03-05'))).toThrow(/finns redan/)
    expect(p.arende.lage.version).toBe(fore)
  })
})

describe('arbetsgivarens plan (30 kap. 6 §)', () => {
  const planrad = (p: ReturnType<typeof person>, dag: string) => p.arende.utredning(datum(dag)).steg.find((s) => s.namn === 'plan')!
  it('ska finnas dag 30 när minst 60 dagar väntas, och hämtas aldrig av vana', () => {
    const p = person('Anna').sjukFran('2026-01-01').medIntyg({ till: '2026-03-31' }).ansoker({ till: '2026-03-31', inkom: '2026-01-15' })
    expect(JSON.stringify(planrad(p, '2026-01-20'))).toContain('senast 30 januari 2026')
    expect(JSON.stringify(planrad(p, '2026-02-10'))).toContain('Hämta den bara om du behöver den')
    expect(p.arende.lage.begaran).toHaveLength(0)
  })
  it('krävs inte vid kortare nedsättning, och genast när ett senare intyg visar att den blir längre', () => {
    const p = person('Anna').sjukFran('2026-01-01').medIntyg({ till: '2026-02-10' }).ansoker({ till: '2026-02-10', inkom: '2026-01-15' })
    expect(planrad(p, '2026-02-05').status).toBe('ejAktuellt')
    p.medIntyg({ fran: '2026-02-11', till: '2026-04-30' })
    expect(JSON.stringify(planrad(p, '2026-02-12'))).toContain('sedan 11 februari 2026')
  })
})
