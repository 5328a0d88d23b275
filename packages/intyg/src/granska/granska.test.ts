import { datum } from '@atergang/kalender'
import { lagrum } from '@atergang/regelverk'
import { describe, expect, it } from 'vitest'
import { exempelintyg } from '../exempel/exempel.ts'
import { grad, granskat, granskatRatt, kod, kort, last, med, period, text, utan, VERSIONER, type Version } from '../exempel/provning.ts'
import { FRAGOR } from '../fragor/index.ts'
import { intygsnyckel, type Rasvar } from '../modell.ts'
import { FYNDKODER, hanvisning, type Fynd } from './fynd.ts'
import { granska } from './granska.ts'

const UNDERSOKNING = { '1.3': 'UNDERSOKNING', '2.0': 'FYSISKUNDERSOKNING' } as const
const GRUND = 'KV_FKMU_0001'
const TOMT = ' \n '
const PLATT: readonly (readonly [string, string])[] = [
  ['19', '19.1'],
  ['37', '37.1'],
  ['44', '44.1'],
  ['25', '25.1'],
]

type Andring = (svar: Rasvar[], version: Version) => readonly Rasvar[]

/** Every rule as a row: what is changed in the complete certificate, and all findings that then come. Both versions unless said. */
const SCENARIER: readonly (readonly [string, Andring, readonly string[], (readonly Version[])?])[] = [
  ['ett fullständigt intyg', (s) => s, []],
  ['svar 27 saknas: det räknas som att det inte gäller smittskydd', utan('27'), []],
  // mandatory answers, with and without an answer to 27 (the published rules for version 2 let these through without it)
  ['grunden saknas', utan('1'), ['fel svarSaknas 1']],
  ['grunden och 27 saknas', utan('1', '27'), ['fel svarSaknas 1']],
  ['sysselsättning saknas', utan('28', '29'), ['fel svarSaknas 28']],
  ['yrke saknas vid nuvarande arbete', utan('29'), ['fel svarSaknas 29']],
  ['yrke är tomt vid nuvarande arbete', med({ id: '29', delsvar: [text('29.1', TOMT)] }), ['fel svarSaknas 29']],
  [
    'yrke saknas för den som studerar',
    med({ id: '28', instans: 1, delsvar: [kod('28.1', 'STUDIER', 'KV_FKMU_0002')] }, { id: '29', delsvar: [] }),
    ['upplysning svarUtanInnehall 29'],
  ],
  ['diagnos saknas', utan('6'), ['fel svarSaknas 6']],
  ['funktionsnedsättning saknas', utan('35'), ['fel svarSaknas 35']],
  ['funktionsnedsättning är tom', med({ id: '35', delsvar: [text('35.1', TOMT)] }), ['fel svarSaknas 35']],
  ['aktivitetsbegränsning saknas', utan('17'), ['fel svarSaknas 17']],
  ['perioder saknas', utan('32', '33'), ['fel svarSaknas 32']],
  ['prognos saknas', utan('39'), ['fel svarSaknas 39']],
  ['åtgärder saknas', utan('40'), ['varning svarSaknas 40'], ['1.3']],
  ['åtgärder finns inte i version 2', (s) => s, [], ['2.0']],
  [
    'nästan allt saknas och 27 är inte besvarad',
    utan('1', '27', '28', '29', '35', '17', '39'),
    ['fel svarSaknas 1', 'fel svarSaknas 28', 'fel svarSaknas 35', 'fel svarSaknas 17', 'fel svarSaknas 39'],
  ],
  // disease control
  [
    'smittskydd: bara diagnos och period behövs',
    (s) => [...utan('1', '27', '28', '29', '33', '35', '17', '39', '40', '44', '19')(s), { id: '27', delsvar: [text('27.1', 'true')] }],
    ['upplysning smittskydd 27'],
  ],
  [
    'smittskydd med nuvarande arbete men utan yrke',
    (s) => med({ id: '27', delsvar: [text('27.1', 'true')] })(utan('29')(s)),
    ['fel svarSaknas 29', 'upplysning smittskydd 27'],
  ],
  [
    'smittskydd på deltid utan svar om arbetstiden',
    (s) => med({ id: '27', delsvar: [text('27.1', 'true')] })(utan('33')(s)),
    ['upplysning smittskydd 27'],
  ],
  [
    'smittskydd utan diagnos',
    (s) => med({ id: '27', delsvar: [text('27.1', '1')] })(utan('6')(s)),
    ['fel svarSaknas 6', 'upplysning smittskydd 27'],
  ],
  [
    'oläsligt svar om smittskydd räknas som nej',
    (s) => med({ id: '27', delsvar: [text('27.1', 'kanske')] })(utan('39')(s)),
    ['fel svarSaknas 39', 'varning olasligtSvar 27.1'],
  ],
  // basis
  [
    'ingen undersökning som grund',
    med({ id: '1', instans: 1, delsvar: [kod('1.1', 'TELEFONKONTAKT', GRUND), text('1.2', '2026-03-01')] }),
    ['upplysning ingenUndersokning 1'],
  ],
  [
    'grund utan datum',
    (_, v) => med({ id: '1', instans: 1, delsvar: [kod('1.1', UNDERSOKNING[v], GRUND)] })(_),
    ['varning delsvarSaknas 1.2 #1'],
  ],
  [
    'grund med oläsligt datum',
    (_, v) => med({ id: '1', instans: 1, delsvar: [kod('1.1', UNDERSOKNING[v], GRUND), text('1.2', '2 mars')] })(_),
    ['fel olasligtSvar 1.2 #1'],
  ],
  [
    'grund daterad efter signeringen',
    (_, v) => med({ id: '1', instans: 1, delsvar: [kod('1.1', UNDERSOKNING[v], GRUND), text('1.2', '2026-03-03')] })(_),
    ['varning grundEfterSignering 1.2 #1'],
  ],
  [
    'annan grund utan text',
    (s) => [...s, { id: '1', instans: 2, delsvar: [kod('1.1', 'ANNAT', GRUND), text('1.2', '2026-03-01')] }],
    ['varning delsvarSaknas 1.3 #2'],
  ],
  [
    'annan grund med tom text sägs en gång',
    (s) => [...s, { id: '1', instans: 2, delsvar: [kod('1.1', 'ANNAT', GRUND), text('1.2', '2026-03-01'), text('1.3', '')] }],
    ['varning delsvarSaknas 1.3 #2'],
  ],
  [
    'annan grund i text utan att vara vald',
    (_, v) =>
      med({ id: '1', instans: 1, delsvar: [kod('1.1', UNDERSOKNING[v], GRUND), text('1.2', '2026-03-02'), text('1.3', 'Samtal')] })(_),
    ['upplysning svarUtanForutsattning 1.3 #1'],
  ],
  [
    'version 2:s grund i version 1',
    med({ id: '1', instans: 1, delsvar: [kod('1.1', 'DIGITALUNDERSOKNING', GRUND), text('1.2', '2026-03-02')] }),
    ['fel okandKod 1.1 #1'],
    ['1.3'],
  ],
  [
    'version 1:s grund i version 2',
    med({ id: '1', instans: 1, delsvar: [kod('1.1', 'UNDERSOKNING', GRUND), text('1.2', '2026-03-02')] }),
    ['fel okandKod 1.1 #1'],
    ['2.0'],
  ],
  [
    'samma grund två gånger',
    (_, v) =>
      med(...[1, 2].map((instans) => ({ id: '1', instans, delsvar: [kod('1.1', UNDERSOKNING[v], GRUND), text('1.2', '2026-03-02')] })))(_),
    ['upplysning kodUpprepad 1.1 #2'],
  ],
  // occupation
  [
    'okänd sysselsättning',
    (s) => med({ id: '28', instans: 1, delsvar: [kod('28.1', 'ARBMARKNADSPROGRAM', 'KV_FKMU_0002')] })(s),
    ['fel okandKod 28.1 #1', 'varning svarUtanForutsattning 29'],
  ],
  [
    'fel kodsystem för en känd kod',
    med({ id: '28', instans: 1, delsvar: [kod('28.1', 'NUVARANDE_ARBETE', 'KV_FKMU_0009')] }),
    ['varning feltKodsystem 28.1 #1'],
  ],
  [
    'yrke för den som inte har angett arbete',
    med({ id: '28', instans: 1, delsvar: [kod('28.1', 'STUDIER', 'KV_FKMU_0002')] }),
    ['varning svarUtanForutsattning 29'],
  ],
  [
    'sysselsättning som text i stället för kod',
    med({ id: '28', instans: 1, delsvar: [text('28.1', 'Arbetar')] }),
    ['fel olasligtSvar 28.1 #1'],
  ],
  ['instansnummer saknas', med({ id: '28', delsvar: [kod('28.1', 'NUVARANDE_ARBETE', 'KV_FKMU_0002')] }), ['upplysning instansSaknas 28']],
  // working hours at part time
  ['deltid utan svar om arbetstiden', utan('33'), ['fel arbetstidsforlaggningSaknas 33']],
  ['deltid med tomt svar om arbetstiden', med({ id: '33', delsvar: [text('33.1', '')] }), ['fel arbetstidsforlaggningSaknas 33']],
  [
    'heltid utan svar om arbetstiden',
    (s) => med({ id: '32', instans: 1, delsvar: [grad('HELT_NEDSATT'), period('2026-03-02', '2026-03-29')] })(utan('33')(s)),
    [],
  ],
  [
    'heltid med svar om arbetstiden',
    med({ id: '32', instans: 1, delsvar: [grad('HELT_NEDSATT'), period('2026-03-02', '2026-03-29')] }),
    ['upplysning svarUtanForutsattning 33'],
  ],
  ['ojämn arbetstid försämrar, utan skäl', med({ id: '33', delsvar: [text('33.1', 'true')] }), ['varning delsvarSaknas 33.2']],
  [
    'ojämn arbetstid försämrar, med tomt skäl',
    med({ id: '33', delsvar: [text('33.1', '1'), text('33.2', TOMT)] }),
    ['varning delsvarSaknas 33.2'],
  ],
  ['ojämn arbetstid försämrar, med skäl', med({ id: '33', delsvar: [text('33.1', 'true'), text('33.2', 'Behöver vila varje dag.')] }), []],
  [
    'ojämn arbetstid försämrar inte, men skäl är angivna',
    med({ id: '33', delsvar: [text('33.1', 'false'), text('33.2', 'Behöver vila.')] }),
    ['varning arbetstidsforlaggningMotsagelse 33.2'],
  ],
  // measures (version 1)
  [
    'ej aktuellt tillsammans med en åtgärd',
    (s) => [...utan('44')(s), { id: '40', instans: 2, delsvar: [kod('40.1', 'EJ_AKTUELLT', 'KV_FKMU_0004')] }],
    ['varning atgarderMotsagelse 40'],
    ['1.3'],
  ],
  [
    'ej aktuellt tillsammans med en beskrivning',
    med({ id: '40', instans: 1, delsvar: [kod('40.1', 'EJ_AKTUELLT', 'KV_FKMU_0004')] }),
    ['varning atgarderMotsagelse 44'],
    ['1.3'],
  ],
  ['okänd åtgärd', med({ id: '40', instans: 1, delsvar: [kod('40.1', 'YOGA', 'KV_FKMU_0004')] }), ['varning okandKod 40.1 #1'], ['1.3']],
  [
    'version 1:s åtgärder i version 2',
    (s) => [...s, { id: '40', instans: 1, delsvar: [kod('40.1', 'EJ_AKTUELLT', 'KV_FKMU_0004')] }],
    ['upplysning okantSvar 40'],
    ['2.0'],
  ],
  // contact
  [
    'läkaren vill ha kontakt',
    (s) => [...s, { id: '26', delsvar: [text('26.1', 'true'), text('26.2', 'Ring mig.')] }],
    ['upplysning kontaktOnskas 26'],
  ],
  [
    'läkaren vill inte ha kontakt men skriver varför',
    (s) => [...s, { id: '26', delsvar: [text('26.1', '0'), text('26.2', 'Ring mig.')] }],
    ['upplysning svarUtanForutsattning 26.2'],
  ],
  // empty, unknown, repeated
  ...PLATT.map(
    ([id, delsvar]) => [`svar ${id} är tomt`, med({ id, delsvar: [text(delsvar, TOMT)] }), [`upplysning svarUtanInnehall ${id}`]] as const,
  ),
  ['oläsligt ja eller nej', (s) => [...s, { id: '34', delsvar: [text('34.1', 'ja')] }], ['varning olasligtSvar 34.1']],
  ['ett okänt svar', (s) => [...s, { id: '77', delsvar: [text('77.1', 'x')] }], ['upplysning okantSvar 77']],
  ['ett okänt delsvar', med({ id: '17', delsvar: [text('17.1', 'Kan inte gå.'), text('17.9', 'x')] }), ['upplysning okantDelsvar 17.9']],
  ['ett upprepat svar', (s) => [...s, { id: '17', delsvar: [text('17.1', 'Kan inte gå.')] }], ['varning svarUpprepat 17']],
  [
    'ett upprepat delsvar',
    med({ id: '17', delsvar: [text('17.1', 'Kan inte gå.'), text('17.1', 'Kan gå.')] }),
    ['varning delsvarUpprepat 17.1'],
  ],
  ['en tilläggsfråga', (s) => [...s, { id: '9001', delsvar: [text('9001.1', 'Svar')] }], [], ['1.3']],
  [
    'en tilläggsfråga i version 2',
    (s) => [...s, { id: '9001', delsvar: [text('9001.1', 'Svar')] }],
    ['upplysning okantSvar 9001'],
    ['2.0'],
  ],
  ['planerad behandling för sig', (s) => [...s, { id: '20', delsvar: [text('20.1', 'Operation')] }], [], ['1.3']],
  [
    'planerad behandling för sig i version 2',
    (s) => [...s, { id: '20', delsvar: [text('20.1', 'Operation')] }],
    ['upplysning okantSvar 20'],
    ['2.0'],
  ],
  // length (version 2)
  ['en text på 4000 tecken', med({ id: '17', delsvar: [text('17.1', 'å'.repeat(4000))] }), []],
  ['en text på 4001 tecken', med({ id: '17', delsvar: [text('17.1', 'å'.repeat(4001))] }), ['upplysning forLangText 17.1'], ['2.0']],
  ['en text på 4001 tecken i version 1', med({ id: '17', delsvar: [text('17.1', 'å'.repeat(4001))] }), [], ['1.3']],
  [
    'en text på 4000 tecken efter ICF-rubriken',
    med({ id: '35', delsvar: [text('35.1', `Problem som påverkar patienten: Smärta\n\n${'å'.repeat(4000)}`)] }),
    [],
    ['2.0'],
  ],
  [
    'ett textsvar inbäddat i ett element',
    med({ id: '25', delsvar: [{ id: '25.1', varde: { typ: 'mangd', varde: '1', enhet: 'd' } }] }),
    ['varning olasligtSvar 25.1'],
  ],
]

const RADER = SCENARIER.flatMap(([namn, andra, vantat, versioner = VERSIONER]) => versioner.map((v) => [namn, v, andra, vantat] as const))

describe('granskningen', () => {
  it.each(RADER)('%s (version %s)', (_, version, andra, vantat) => {
    expect(kort(granskatRatt(version, (s) => andra(s, version)))).toEqual(vantat)
  })
})

const ALLA_FYND: readonly Fynd[] = [
  ...RADER.flatMap(([, version, andra]) => granskatRatt(version, (s) => andra(s, version))),
  ...granskat('2.0', { diagnoser: [{ kod: 'XX' }] }, { typkodsystem: 'x', signerat: undefined }),
]

describe('fynden', () => {
  it('har alla en känd kod, en svensk mening och ett lagrum som går att läsa', () => {
    for (const f of ALLA_FYND) {
      expect(FYNDKODER).toContain(f.kod)
      expect(f.text).toMatch(/^[A-ZÅÄÖ0-9].*[.]$/s)
      if (f.fraga !== null) expect(f.fraga).toMatch(/^[A-ZÅÄÖ].*[.?]$/s)
      if (f.lagrum) expect(hanvisning(lagrum(f.lagrum))).toBe(f.lagrum)
    }
  })

  it('har en färdig fråga när läkaren kan svara på det som är fel', () => {
    const utanFraga = new Set(ALLA_FYND.filter((f) => f.allvar !== 'upplysning' && f.fraga === null).map((f) => f.kod))
    expect([...utanFraga].sort()).toEqual(['feltKodsystem', 'typkodsystemAvviker'])
  })

  it('nämner aldrig avslag och kräver aldrig undersökningsfynd (A008)', () => {
    for (const f of ALLA_FYND) {
      expect(`${f.text} ${f.fraga}`).not.toMatch(/avslag|avslå|neka|underkän/i)
      if (/undersökningsfynd/.test(f.text)) expect(f.text).toMatch(/kräver (inga|varken)/)
      expect(f.fraga ?? '').not.toMatch(/undersökningsfynd|objektiv|måste undersök/i)
    }
    expect(ALLA_FYND.find((f) => f.kod === 'ingenUndersokning')).toMatchObject({
      allvar: 'upplysning',
      fraga: null,
      text: expect.stringContaining('Lagen kräver varken undersökning'),
    })
  })

  it('kommer med det allvarligaste först', () => {
    const ordning = granskatRatt('1.3', (s) => [...utan('17', '40')(s), { id: '77', delsvar: [] }]).map((f) => f.allvar)
    expect(ordning).toEqual(['fel', 'varning', 'upplysning'])
  })

  it('pekar ut ett svar ur formuläret eller ett fält i huvudet', () => {
    const fragor = new Set(FRAGOR.map((f) => f.id))
    for (const f of ALLA_FYND)
      expect(fragor.has(f.svarId) || /^\d+$/.test(f.svarId) || ['typ', 'signeringstidpunkt', 'relation'].includes(f.svarId)).toBe(true)
  })
})

describe('huvudet', () => {
  it('ger upplysning för en känd typ som inte läses, och inga fynd om dess svar', () => {
    const intyg = last({ ...exempelintyg('2.0'), typ: 'LUSE', version: '1.0', svar: [] })
    expect(granska(intyg)).toEqual([
      expect.objectContaining({
        kod: 'typHanterasInte',
        allvar: 'upplysning',
        svarId: 'typ',
        fraga: null,
        text: expect.stringContaining('LUSE'),
      }),
    ])
  })

  it('ger varning när typens kodsystem är ett annat', () => {
    expect(kort(granskat('2.0', {}, { typkodsystem: '1.2.3' }))).toEqual(['varning typkodsystemAvviker typ'])
  })

  it('ger varning när signeringstidpunkten saknas, är oläslig eller ligger i framtiden', () => {
    for (const signerat of [undefined, '2026-02-30T10:00:00', '2026-03-02', 'i går'])
      expect(kort(granskat('2.0', {}, { signerat }))).toEqual(['varning signeringstidSaknas signeringstidpunkt'])
    expect(kort(granskat('2.0', {}, {}, { idag: datum('2026-03-01') }))).toEqual(['varning signeradIFramtiden signeringstidpunkt'])
    expect(kort(granskat('2.0', {}, {}, { idag: datum('2026-03-02') }))).toEqual([])
  })
})

describe('mot tidigare intyg i ärendet', () => {
  const forra = last(
    exempelintyg(
      '2.0',
      { perioder: [{ grad: 1, from: datum('2026-02-01'), tom: datum('2026-03-05') }] },
      { intygsId: { root: 'R', extension: 'förra' } },
    ),
  )
  const tidigareIntyg = [{ nyckel: intygsnyckel(forra), perioder: forra.perioder }]
  const relation = (typ: string) => ({ relationer: [{ typ, intygsId: forra.intygsId }] })

  it('ges upplysning när samma dagar har en annan grad', () => {
    expect(kort(granskat('2.0', {}, relation('FRLANG'), { tidigareIntyg }))).toEqual(['upplysning overlapparTidigareIntyg 32.2'])
  })

  it('sägs inget när intyget ersätter eller kompletterar det förra, eller är samma intyg', () => {
    for (const typ of ['ERSATT', 'KOMPLT', 'KOPIA']) expect(granskat('2.0', {}, relation(typ), { tidigareIntyg })).toEqual([])
    expect(granskat('2.0', {}, { intygsId: forra.intygsId }, { tidigareIntyg })).toEqual([])
  })

  it('ges upplysning när det hänvisar till ett intyg som inte finns i ärendet', () => {
    expect(kort(granskat('2.0', {}, relation('FRLANG'), { tidigareIntyg: [] }))).toEqual(['upplysning relationOkand relation'])
    expect(granskat('2.0', {}, relation('FRLANG'))).toEqual([])
  })
})
