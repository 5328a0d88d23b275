import { datum, plusDagar } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import { INFORMATIONSAMNEN } from '../gemensamt/information.ts'
import { EVA, person, type Provperson } from '../prov/index.ts'
import { CHECKLISTA } from './information.ts'

const D = datum('2026-03-21')
const MOTIVERING = { avgorande: 'Din arbetsförmåga är nedsatt på grund av sjukdom.', omstandigheter: '', bedomning: '', saknades: '' }
const amnen = (p: Provperson, kod: string, dag = D) =>
  Object.keys((p.arende.fraga(kod, dag).formular as { informationsamnen: object }).informationsamnen)
const givet = (p: Provperson) => p.arende.lage.information.map((i) => [i.amne, i.satt, i.tid.slice(0, 10), i.av.namn])

describe('checklistan när sjukpenning beviljas (A038)', () => {
  const fram = () =>
    person('Anna').sjukFran('2026-03-02').medIntyg().ansoker({ inkom: '2026-03-18' }).handlagg(D, { tillOchMed: 'forslag' })
  const foresla = (information: string[]) => {
    const p = fram()
    p.arende.svara('forslag', { motivering: MOTIVERING, information }, EVA, D)
    return p
  }

  it('har anmälningsskyldighet, tilläggsförsäkringar, livränta, bostadstillägg, samordningsansvar och förebyggande sjukpenning', () => {
    expect(amnen(fram(), 'forslag')).toEqual([
      'anmalningsskyldighet',
      'tillaggsforsakringar',
      'livranta',
      'bostadstillagg',
      'samordningsansvar',
      'forebyggande',
    ])
  })

  it('loggar varje kryssat ämne med dag och namn när brevet sänds, inte när det föreslås', () => {
    const p = foresla(['tillaggsforsakringar', 'livranta'])
    expect(givet(p)).toEqual([])
    p.handlagg(D)
    expect(givet(p)).toEqual([
      ['tillaggsforsakringar', 'brev', D, 'Eva Ek'],
      ['livranta', 'brev', D, 'Eva Ek'],
    ])
  })

  it('står i beslutsbrevet: det kryssade, och bara det; en ersättning med vad som krävs och hur man ansöker (D031)', () => {
    const p = foresla(['tillaggsforsakringar', 'livranta']).handlagg(D)
    const punkter = p.arende.brev.at(-1)!.block.find((b) => b.namn === 'information')
    expect(punkter).toMatchObject({
      typ: 'lista',
      punkter: [
        `${INFORMATIONSAMNEN.tillaggsforsakringar}.`,
        expect.stringMatching(new RegExp(`^${INFORMATIONSAMNEN.livranta}\\. .*minst en femtondel.* Ansök skriftligen`)),
      ],
    })
  })

  it('anmälningsskyldigheten står alltid i brevet när något betalas ut, också utan kryss, och rubriken ”Bra att veta” bara när något är kryssat', () => {
    const namn = foresla([])
      .handlagg(D)
      .arende.brev.at(-1)!
      .block.map((b) => b.namn)
    expect(namn).toContain('anmalningsskyldighet')
    expect(namn).not.toContain('information-rubrik')
  })

  it('godtar inget ämne som inte finns', () => {
    expect(() => foresla(['semester'])).toThrow()
  })
})

describe('checklistan vid avslag (D013, D014)', () => {
  it('har det som gäller sedan i stället för det som hör till en beviljad ersättning, och står i beslutsbrevet', () => {
    const p = person('Anna').sjukFran('2026-01-05').medIntyg({ till: '2026-02-15' }).ansoker({ till: '2026-02-15', inkom: '2026-01-20' })
    const NEKA = { grad: () => 0 }
    p.handlagg('2026-01-22', { ...NEKA, tillOchMed: 'forslag' })
    expect(amnen(p, 'forslag', datum('2026-01-22'))).toEqual([...CHECKLISTA.avslag])
    p.handlagg('2026-01-22', NEKA)
    p.handlagg(plusDagar(p.arende.lage.kommuniceringar[0]!.senast, 1), { ...NEKA, tillOchMed: 'samtal' })
    expect(JSON.stringify(p.arende.brev.at(-1))).toContain(INFORMATIONSAMNEN.sgiSkydd)
    expect(p.arende.lage.information.map((i) => i.amne)).toEqual(['andraErsattningar', 'sgiSkydd'])
  })

  it('har båda när en del beviljas', () => {
    const p = person('Anna')
      .sjukFran('2026-01-05')
      .medIntyg({ till: '2026-02-15' })
      .ansoker({ till: '2026-02-15', inkom: '2026-01-20' })
      .handlagg('2026-01-22', { grad: () => 0.5, tillOchMed: 'forslag' })
    expect(amnen(p, 'forslag', datum('2026-01-22')).sort()).toEqual([...new Set([...CHECKLISTA.beviljande, ...CHECKLISTA.avslag])].sort())
  })
})

describe('checklistan när en period tar slut (D014)', () => {
  const SLUT = datum('2026-05-24')
  const FRAN = plusDagar(SLUT, -14)
  const beviljad = (diagnos: readonly [string, string] = ['F432', 'Anpassningsstörning']) =>
    person('Anna')
      .sjukFran('2026-03-02')
      .medIntyg({ till: SLUT, diagnos })
      .ansoker({ till: SLUT, inkom: '2026-03-18' })
      .handlagg('2026-03-20')

  it('ställs till handläggaren fjorton dagar före den sista beviljade dagen, inte före, och ärendet vaknar då', () => {
    const p = beviljad()
    expect(p.arende.utredning(datum('2026-03-20')).kommande).toContainEqual(expect.objectContaining({ dag: FRAN }))
    expect(p.fragekoder(plusDagar(FRAN, -1))).not.toContain('periodslut')
    expect(amnen(p, 'periodslut', FRAN)).toEqual([...CHECKLISTA.periodslut])
  })

  it('loggar det som sägs i samtal som information och som kontakt, och är sedan klar', () => {
    const p = beviljad()
    expect(() => p.arende.svara('periodslut', { satt: 'samtal', information: [], text: 'Ringde.' }, EVA, FRAN)).toThrow(/Kryssa i/)
    p.arende.svara(
      'periodslut',
      { satt: 'samtal', information: ['fortsattSjuk', 'sgiSkydd'], text: 'Börjar arbeta igen den 25 maj.' },
      EVA,
      FRAN,
    )
    expect(givet(p).slice(-2)).toEqual([
      ['fortsattSjuk', 'samtal', FRAN, 'Eva Ek'],
      ['sgiSkydd', 'samtal', FRAN, 'Eva Ek'],
    ])
    expect(p.arende.lage.kontakter.at(-1)).toMatchObject({ med: 'forsakrad', traffad: true, text: 'Börjar arbeta igen den 25 maj.' })
    expect(p.fragekoder(plusDagar(SLUT, 5))).not.toContain('periodslut')
  })

  it('kan sändas som ett brev med det kryssade', () => {
    const p = beviljad()
    p.arende.svara('periodslut', { satt: 'brev', information: ['fortsattSjuk', 'sgiSkydd'] }, EVA, FRAN)
    expect(p.arende.lage.utskick.at(-1)).toMatchObject({ typ: 'information', rubrik: 'Din sjukpenning tar snart slut' })
    const text = JSON.stringify(p.arende.brev.at(-1))
    expect(text).toContain('till och med 24 maj 2026')
    expect(text).toContain(INFORMATIONSAMNEN.sgiSkydd)
    expect(text).not.toContain(INFORMATIONSAMNEN.hogriskskydd)
  })

  it('faller när ett nytt intyg kommer, och gäller då den nya periodens slut', () => {
    const p = beviljad().medIntyg({ fran: '2026-05-25', till: '2026-06-30' })
    expect(p.fragekoder(FRAN)).not.toContain('periodslut')
  })

  it('upprepas inte vid varje intyg i samma kedja, men ställs igen i en ny', () => {
    const p = beviljad()
    p.arende.svara('periodslut', { satt: 'samtal', information: ['fortsattSjuk'], text: 'Gick igenom.' }, EVA, FRAN)
    p.medIntyg({ fran: '2026-05-25', till: '2026-05-30' })
      .ansoker({ fran: '2026-05-25', till: '2026-05-30', inkom: '2026-05-25' })
      .handlagg('2026-05-26')
    expect(p.beslut).toHaveLength(2)
    expect(p.fragekoder('2026-05-28')).not.toContain('periodslut')
    const ny = datum('2026-09-07')
    const till = plusDagar(ny, 27)
    p.medIntyg({ fran: ny, till, diagnos: ['F432', 'Anpassningsstörning'] })
      .ansoker({ fran: ny, till, inkom: plusDagar(ny, 3) })
      .handlagg(plusDagar(ny, 4))
    expect(p.fragekoder(plusDagar(till, -5))).toContain('periodslut')
  })

  it('ställs inte i ett enkelt ärende, där beslutsbrevet räcker (A046), och inte efter avslag', () => {
    const enkelt = person('Bo')
      .sjukFran('2026-03-02')
      .medIntyg({ till: '2026-04-12' })
      .ansoker({ till: '2026-04-12', inkom: '2026-03-18' })
      .handlagg('2026-03-20')
    expect(enkelt.fragekoder('2026-04-10')).toEqual([])
    expect(JSON.stringify(enkelt.arende.brev.at(-1))).toContain('Är du sjuk längre än beslutet gäller?')
    const nekad = person('Cia')
      .sjukFran('2026-03-02')
      .medIntyg({ till: '2026-04-12', diagnos: ['F432', 'Anpassningsstörning'] })
      .ansoker({ till: '2026-04-12', inkom: '2026-03-18' })
      .handlagg('2026-03-20', { grad: () => 0 })
    const efter = plusDagar(nekad.arende.lage.kommuniceringar[0]!.senast, 1)
    nekad.handlagg(efter, { grad: () => 0, tillOchMed: 'samtal' })
    expect(nekad.fragekoder('2026-04-12')).not.toContain('periodslut')
  })
})
