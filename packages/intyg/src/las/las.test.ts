import { readFileSync } from 'node:fs'
import { datum } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import { exempelintyg, pahittatPersonId } from '../exempel/exempel.ts'
import { ANNAN_ROT, FEL_NAMNRYMD } from '../exempel/fientliga.ts'
import { bytes, last, text } from '../exempel/provning.ts'
import { intygsnyckel } from '../modell.ts'
import { Intygsproblem } from '../problem.ts'
import { skrivIntyg } from '../skriv/intyg.ts'
import { lasIntyg } from './las.ts'

const EXEMPEL = readFileSync(new URL('../exempel/fk7804-v2-exempel.xml', import.meta.url))
const GILTIGT = skrivIntyg(exempelintyg('2.0'))

function problem(xml: string): Intygsproblem {
  try {
    lasIntyg(bytes(xml))
  } catch (fel) {
    if (fel instanceof Intygsproblem) return fel
    throw fel
  }
  throw new Error('intyget togs emot')
}

/** The valid certificate with one element, with what is in it, taken out or replaced. */
const ersatt = (element: string, med = '') => {
  const monster = new RegExp(`\\s*<${element}>[\\s\\S]*?</${element}>`)
  expect(GILTIGT).toMatch(monster)
  return GILTIGT.replace(monster, () => med)
}

describe('lasIntyg', () => {
  it('läser hela exempelintyget (FK 7804 version 2)', () => {
    expect(lasIntyg(EXEMPEL)).toMatchObject({
      intygsId: { root: 'TEST-ENHET-1', extension: '00000000-0000-4000-8000-000000000001' },
      typ: 'LISJP',
      version: '2.0',
      modell: 'v2',
      signerat: '2026-03-02T10:15:00',
      skickat: '2026-03-02T10:16:00',
      patient: { personId: { root: '1.2.752.129.2.1.3.1', nummer: '191212121212' }, fornamn: 'Test', efternamn: 'Testsson' },
      skapadAv: {
        personalId: 'TEST-LAKARE-1',
        namn: 'Dr Test',
        befattning: '203010',
        enhet: { id: 'TEST-ENHET-1', namn: 'Testvard', postadress: 'V 1', postnummer: '11111', postort: 'Stad', telefon: '0' },
        vardgivare: { id: 'TEST-VG-1', namn: 'VG' },
      },
      relationer: [{ typ: 'FRLANG', intygsId: { root: 'TEST-ENHET-1', extension: '00000000-0000-4000-8000-000000000000' } }],
      smittskydd: false,
      grund: [{ kod: 'FYSISKUNDERSOKNING', datum: '2026-03-02' }],
      sysselsattning: [{ kod: 'NUVARANDE_ARBETE' }],
      arbete: 'Lagerarbetare, tunga lyft',
      diagnoser: [{ kod: 'M545', text: 'Lumbago', kodsystem: '1.2.752.116.1.1.1' }],
      funktionsnedsattning: { icf: ['Smärta'], text: 'Nedsatt framåtböjning vid undersökning.' },
      aktivitetsbegransning: { icf: [], text: 'Kan inte lyfta mer än 5 kg.' },
      behandling: {},
      perioder: [{ grad: 0.5, from: '2026-03-02', tom: '2026-03-29' }],
      arbetstidsforlaggning: { forsamrar: false },
      prognos: { kod: 'ATER_X_ANTAL_MANADER', manader: 2 },
      atgarder: [],
    })
    expect(lasIntyg(EXEMPEL).svar.map((s) => s.id)).toEqual(['27', '1', '28', '29', '6', '35', '17', '32', '33', '39'])
  })

  it('bryr sig inte om vilka prefix namnrymderna har', () => {
    const annat = GILTIGT.replaceAll('<c:', '<')
      .replaceAll('</c:', '</')
      .replace('xmlns:c=', 'xmlns=')
      .replaceAll('<t:', '<ns3:')
      .replaceAll('</t:', '</ns3:')
      .replace('xmlns:t=', 'xmlns:ns3=')
    expect(annat).not.toBe(GILTIGT)
    expect(lasIntyg(bytes(annat))).toEqual(lasIntyg(bytes(GILTIGT)))
  })

  it.each([
    ['1.0', 'v1'],
    ['1.1', 'v1'],
    ['1.2', 'v1'],
    ['1.3', 'v1'],
    ['2.0', 'v2'],
  ] as const)('läser LISJP %s som %s', (version, modell) => {
    expect(last({ ...exempelintyg('1.3', { atgarder: [], prognos: { kod: 'PROGNOS_OKLAR' } }), version })).toMatchObject({
      typ: 'LISJP',
      version,
      modell,
    })
  })

  it.each([
    'LUSE',
    'LUAE_NA',
    'LUAE_FS',
    'AG7804',
    'AG1-14',
    'LUAS',
    'LUMEK',
    'IGRAV',
    'LUNSP',
    'LU_OMV_MEK',
    'ITFP',
    'AF00213',
    'AF00251',
    'fk7263',
  ])('läser huvudet på %s och behåller svaren orörda', (typ) => {
    const svar = [{ id: '5', delsvar: [text('5.1', 'Insjuknade 2021.\n')] }]
    expect(last({ ...exempelintyg('2.0'), typ, version: '1.1', svar })).toMatchObject({
      typ,
      modell: null,
      patient: { fornamn: 'Påhittad' },
      svar,
      perioder: [],
      diagnoser: [],
    })
  })

  it('läser samordningsnummer', () => {
    const personId = pahittatPersonId(datum('1990-11-09'), 990, 'samordningsnummer')
    expect(last(exempelintyg('2.0', {}, { patient: { personId } })).patient).toEqual({ personId })
  })

  it('läser vilket av våra meddelanden intyget svarar på', () => {
    expect(last(exempelintyg('2.0', {}, { svarPa: { meddelandeId: 'm-1', referensId: 'arende-7' } })).svarPa).toEqual({
      meddelandeId: 'm-1',
      referensId: 'arende-7',
    })
  })

  it('behåller texter ordagrant, också dem utan innehåll', () => {
    const svar = [
      { id: '29', delsvar: [text('29.1', '  två\n\trader ')] },
      { id: '25', delsvar: [text('25.1', ' \n ')] },
    ]
    const intyg = last({ ...exempelintyg('2.0'), svar })
    expect(intyg.svar).toEqual(svar)
    expect(intyg.arbete).toBe('  två\n\trader ')
    expect(intyg.ovrigt).toBeUndefined()
  })

  it('läser bara värden i kontraktets form; annat behålls med sitt namn', () => {
    const delsvar = (innehall: string) => {
      const xml = GILTIGT.replace(/(<c:delsvar id="17\.1">)[\s\S]*?(<\/c:delsvar>)/, (_, a: string, b: string) => a + innehall + b)
      const intyg = lasIntyg(bytes(xml))
      return { varde: intyg.svar.find((s) => s.id === '17')?.delsvar[0]?.varde, last: intyg.aktivitetsbegransning }
    }
    const cv = '<t:cv><t:code>A</t:code><t:codeSystem>B</t:codeSystem></t:cv>'
    expect(delsvar(cv)).toEqual({ varde: { typ: 'kod', kod: 'A', kodsystem: 'B' }, last: undefined })
    expect(delsvar(cv + cv).varde).toMatchObject({ typ: 'annat', element: 'cv' })
    expect(delsvar('<x:cv xmlns:x="urn:x"><t:code>A</t:code></x:cv>').varde).toMatchObject({ typ: 'annat', element: 'cv' })
    expect(delsvar('<t:timestamp>nu</t:timestamp>').varde).toEqual({ typ: 'annat', element: 'timestamp', text: 'nu' })
  })

  it('läser diagnoskoder till en enda form och de tre ICD-systemen som ett', () => {
    for (const kodsystem of ['1.2.752.116.1.1.1', '1.2.752.116.1.1.1.1.3', '1.2.752.116.1.1.1.1.8']) {
      expect(last(exempelintyg('2.0', { diagnoser: [{ kod: ' f43.8a ', text: 'Utmattning', kodsystem }] })).diagnoser).toEqual([
        { kod: 'F438A', text: 'Utmattning', kodsystem: '1.2.752.116.1.1.1' },
      ])
    }
    expect(
      last(exempelintyg('1.3', { diagnoser: [{ kod: 'A00-', text: 'Kolera', kodsystem: '1.2.752.116.1.3.1.4.1' }] })).diagnoser[0]
        ?.kodsystem,
    ).toBe('1.2.752.116.1.3.1.4.1')
  })

  it('räknar motsägande svar om smittskydd som nej', () => {
    const svar = ['true', 'false'].map((v) => ({ id: '27', delsvar: [text('27.1', v)] }))
    expect(last({ ...exempelintyg('2.0'), svar }).smittskydd).toBe(false)
  })

  it('ger samma nyckel för samma intygs-id och olika för olika', () => {
    const nyckel = (root: string, extension: string) => intygsnyckel({ intygsId: { root, extension } })
    expect(nyckel('A', '1')).toBe(nyckel('A', '1'))
    expect(new Set([nyckel('A', '1'), nyckel('A/1', ''), nyckel('', 'A/1'), nyckel('a', '1')]).size).toBe(4)
  })

  it('läser exemplet på under två millisekunder', () => {
    // The best of several rounds: other tests share the machine.
    const omgangar = Array.from({ length: 10 }, () => {
      const start = performance.now()
      for (let i = 0; i < 20; i++) lasIntyg(EXEMPEL)
      return (performance.now() - start) / 20
    })
    expect(Math.min(...omgangar)).toBeLessThan(2)
  })
})

describe('lasIntyg vägrar', () => {
  it('en fil som inte är ett intyg', () => {
    expect(problem(ANNAN_ROT)).toMatchObject({ kod: 'ejIntyg', rad: 1, text: expect.stringContaining('html') })
    expect(problem(FEL_NAMNRYMD).kod).toBe('ejIntyg')
  })

  it('fler intyg än ett i samma fil', () => {
    expect(problem(GILTIGT.replace('</r:intyg>', '</r:intyg><r:intyg/>'))).toMatchObject({ kod: 'dubbeltFalt', falt: 'intyg' })
  })

  it('en okänd typ, och nämner dem som är kända', () => {
    expect(problem(skrivIntyg({ ...exempelintyg('2.0'), typ: 'XYZ' }))).toMatchObject({
      kod: 'okandTyp',
      falt: 'intyg/typ',
      text: expect.stringMatching(/XYZ.*LISJP/),
    })
  })

  it.each(['1', '1.4', '2', '2.1', '3.0', 'två'])('LISJP i den okända versionen %s', (version) => {
    expect(problem(ersatt('c:version', `<c:version>${version}</c:version>`))).toMatchObject({
      kod: 'okandVersion',
      falt: 'intyg/version',
      text: expect.stringContaining('1.0, 1.1, 1.2, 1.3, 2.0'),
    })
  })

  it('en version som inte är ett nummer för en annan typ', () => {
    expect(problem(skrivIntyg({ ...exempelintyg('2.0'), typ: 'LUSE', version: 'ny', svar: [] })).kod).toBe('okandVersion')
  })

  it.each([
    ['c:intygs-id', 'intyg/intygs-id'],
    ['c:typ', 'intyg/typ'],
    ['c:version', 'intyg/version'],
    ['c:patient', 'intyg/patient'],
    ['c:person-id', 'intyg/patient/person-id'],
    ['c:skapadAv', 'intyg/skapadAv'],
    ['c:personal-id', 'intyg/skapadAv/personal-id'],
    ['c:enhets-id', 'intyg/skapadAv/enhet/enhets-id'],
  ])('ett intyg utan %s, och nämner fältet', (element, falt) => {
    expect(problem(ersatt(element))).toMatchObject({
      kod: 'saknarFalt',
      falt,
      rad: expect.any(Number),
      text: expect.stringContaining(falt),
    })
  })

  it('ett tomt fält som ett som saknas', () => {
    expect(problem(ersatt('c:version', '<c:version>  </c:version>'))).toMatchObject({ kod: 'saknarFalt', falt: 'intyg/version' })
  })

  it('ett fält i fel namnrymd som ett som saknas', () => {
    expect(problem(GILTIGT.replace('<c:version>2.0</c:version>', '<t:version>2.0</t:version>')).falt).toBe('intyg/version')
  })

  it('två patienter i samma intyg', () => {
    expect(problem(GILTIGT.replace('</c:patient>', '</c:patient><c:patient/>'))).toMatchObject({
      kod: 'dubbeltFalt',
      falt: 'intyg/patient',
    })
  })

  it.each([
    ['fel kontrollsiffra', { root: '1.2.752.129.2.1.3.1', nummer: '191212121213' }, /kontrollsiffra/],
    ['ett datum som inte finns', { root: '1.2.752.129.2.1.3.1', nummer: '198002309851' }, /datum/],
    ['tio siffror', { root: '1.2.752.129.2.1.3.1', nummer: '1212121212' }, /tolv siffror/],
    ['en okänd root', { root: '1.2.3', nummer: '191212121212' }, /\broot\b/],
  ])('ett person-id med %s, utan att skriva ut numret', (_, personId, felet) => {
    const p = problem(skrivIntyg(exempelintyg('2.0', {}, { patient: { personId } })))
    expect(p).toMatchObject({ kod: 'ogiltigtPersonId', falt: 'intyg/patient/person-id' })
    expect(p.text).toMatch(felet)
    expect(JSON.stringify(p)).not.toContain(personId.nummer)
  })

  it('med ett problem som går att skriva som JSON', () => {
    const p = problem(ersatt('c:version'))
    expect(JSON.parse(JSON.stringify(p))).toEqual({ kod: 'saknarFalt', text: p.text, falt: 'intyg/version', rad: expect.any(Number) })
  })
})
