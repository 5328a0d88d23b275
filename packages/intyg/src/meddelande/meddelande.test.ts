import { datum } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import { EXEMPELSKAPARE, exempelintyg, pahittatPersonId } from '../exempel/exempel.ts'
import { MILJARD_SKRATT } from '../exempel/fientliga.ts'
import { bytes, last } from '../exempel/provning.ts'
import { Intygsproblem } from '../problem.ts'
import { NS } from '../xml/sok.ts'
import { lasXml, type Element } from '../xml/trad.ts'
import { skrivIntyg } from '../skriv/intyg.ts'
import { skrivKompletteringsfraga, type Kompletteringsfraga } from './fraga.ts'
import { lasSvarFranVarden, skrivSvarFranVarden, type SvarFranVarden } from './svar.ts'

const personId = pahittatPersonId(datum('1980-05-17'), 985)
const FRAGA: Kompletteringsfraga = {
  meddelandeId: 'm-1',
  referensId: 'arende-7',
  intygsId: { root: 'TEST-ENHET-1', extension: '1' },
  personId,
  amne: 'KOMPLT',
  rubrik: 'Komplettering',
  meddelande: 'Vi behöver mer <uppgifter> & svar\nsnart.',
  sistaDatumForSvar: datum('2026-03-20'),
  skickatTid: '2026-03-05T10:00:00',
  mottagare: 'TEST-ENHET-1',
  avsandare: { kontaktInfo: ['Påhittad Handläggare', '000-00 00 00'] },
  komplettering: [
    { frageId: '32', instans: 2, text: 'Vilka datum?' },
    { frageId: '6', text: 'Vilken kod?' },
  ],
}

const trad = (el: Element): unknown => (el.barn.length === 0 ? [el.namn, el.text] : [el.namn, el.barn.map(trad)])

describe('kompletteringsfrågan', () => {
  it('skrivs med fälten i kontraktets ordning och en frage-id för varje fråga', () => {
    const rot = lasXml(bytes(skrivKompletteringsfraga(FRAGA)))
    expect(rot.ns).toBe(NS.tillVarden)
    expect(trad(rot)).toEqual([
      'SendMessageToCare',
      [
        ['meddelande-id', 'm-1'],
        ['referens-id', 'arende-7'],
        ['skickatTidpunkt', '2026-03-05T10:00:00'],
        [
          'intygs-id',
          [
            ['root', 'TEST-ENHET-1'],
            ['extension', '1'],
          ],
        ],
        [
          'patientPerson-id',
          [
            ['root', '1.2.752.129.2.1.3.1'],
            ['extension', personId.nummer],
          ],
        ],
        ['logiskAdressMottagare', 'TEST-ENHET-1'],
        [
          'amne',
          [
            ['code', 'KOMPLT'],
            ['codeSystem', 'ffa59d8f-8d7e-46ae-ac9e-31804e8e8499'],
          ],
        ],
        ['rubrik', 'Komplettering'],
        ['meddelande', 'Vi behöver mer <uppgifter> & svar\nsnart.'],
        [
          'skickatAv',
          [
            [
              'part',
              [
                ['code', 'FKASSA'],
                ['codeSystem', '769bb12b-bd9f-4203-a5cd-fd14f2eb3b80'],
              ],
            ],
            ['kontaktInfo', 'Påhittad Handläggare'],
            ['kontaktInfo', '000-00 00 00'],
          ],
        ],
        [
          'komplettering',
          [
            ['frage-id', '32'],
            ['instans', '2'],
            ['text', 'Vilka datum?'],
          ],
        ],
        [
          'komplettering',
          [
            ['frage-id', '6'],
            ['text', 'Vilken kod?'],
          ],
        ],
        ['sistaDatumForSvar', '2026-03-20'],
      ],
    ])
  })

  it('kan vara en påminnelse om ett tidigare meddelande, utan frågor', () => {
    const xml = skrivKompletteringsfraga({ ...FRAGA, amne: 'PAMINN', komplettering: [], paminnelseMeddelandeId: 'm-0' })
    expect(xml).toContain('<m:paminnelseMeddelande-id>m-0</m:paminnelseMeddelande-id>')
    expect(xml).not.toContain('komplettering')
  })

  it.each([
    ['utan fråga', { komplettering: [] }, /minst en fråga/],
    ['med en fråga som inte är ett nummer', { komplettering: [{ frageId: 'typ', text: 'x' }] }, /frageId ”typ”/],
    ['som påminner utan att säga om vad', { amne: 'PAMINN' as const }, /paminnelseMeddelandeId/],
    ['med en tid i annan form', { skickatTid: '2026-03-05 10:00' }, /skickatTid/],
  ])('skrivs inte %s', (_, andring, fel) => {
    expect(() => skrivKompletteringsfraga({ ...FRAGA, ...andring })).toThrow(fel)
  })
})

describe('svaret från vården', () => {
  const SVAR: SvarFranVarden = {
    meddelandeId: 'm-2',
    referensId: 'arende-7',
    skickat: '2026-03-10T08:00:00',
    intygsId: { root: 'TEST-ENHET-1', extension: '1' },
    personId,
    amne: 'KOMPLT',
    rubrik: 'Svar',
    meddelande: ' Perioden är fel: <2 till 29 mars>.\n',
    svarPa: { meddelandeId: 'm-1', referensId: 'arende-7' },
    sistaDatumForSvar: datum('2026-03-30'),
    skickatAv: EXEMPELSKAPARE,
  }
  const xml = skrivSvarFranVarden({ ...SVAR, skickat: SVAR.skickat!, mottagare: 'FK' })
  const problem = (text: string): Intygsproblem => {
    try {
      lasSvarFranVarden(bytes(text))
    } catch (fel) {
      if (fel instanceof Intygsproblem) return fel
      throw fel
    }
    throw new Error('meddelandet togs emot')
  }

  it('läses med det meddelande det svarar på, och texten ordagrant', () => {
    expect(lasSvarFranVarden(bytes(xml))).toEqual(SVAR)
  })

  it('vägras med samma skydd som ett intyg', () => {
    expect(problem(MILJARD_SKRATT).kod).toBe('doctype')
    expect(problem(xml.slice(0, -20)).kod).toBe('ejValbildad')
    expect(problem(skrivIntyg(exempelintyg('2.0')))).toMatchObject({
      kod: 'ejMeddelande',
      text: expect.stringContaining('RegisterCertificate'),
    })
    expect(problem(xml.replace(personId.nummer, '191212121213')).kod).toBe('ogiltigtPersonId')
  })

  it('vägras utan text eller id, och fältet nämns', () => {
    expect(problem(xml.replace(/<m:meddelande>[^<]*/, '<m:meddelande> '))).toMatchObject({
      kod: 'saknarFalt',
      falt: 'SendMessageToRecipient/meddelande',
    })
    expect(problem(xml.replace(/<m:meddelande-id>[^<]*/, '<m:meddelande-id>')).falt).toBe('SendMessageToRecipient/meddelande-id')
  })

  it('kan också vara ett nytt intyg som säger vilken begäran det svarar på', () => {
    expect(last(exempelintyg('2.0', {}, { svarPa: { meddelandeId: 'm-1' } })).svarPa).toEqual({ meddelandeId: 'm-1' })
  })
})
