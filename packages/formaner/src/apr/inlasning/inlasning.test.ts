import { datum } from '@atergang/kalender'
import fc from 'fast-check'
import writeXlsx from 'write-excel-file/node'
import { describe, expect, it } from 'vitest'
import { provOrgnr, provPersonnummer } from '../../prov/nummer.ts'
import { berakna } from '../berakning/berakna.ts'
import { lasOrgnr } from '../orgnr.ts'
import { lasCsv, type Cell, type Tabell } from './csv.ts'
import { granskaFakturafil } from './faktura.ts'
import { lasKalkylblad } from './kalkylblad.ts'
import { KOLUMNER, KOLUMNNAMN, mallCsv, type Kolumn } from './kolumner.ts'
import { kopieraForra, type Radutkast } from './kopiera.ts'
import { fakturanyckel, lasRader, radnyckel, type Importsammanhang, type Inlastrad } from './rader.ts'

const GODKAND = provOrgnr(100)
const SLUTADE_I_MAJ = provOrgnr(101)
const sammanhang = (delar: Partial<Importsammanhang> = {}): Importsammanhang => ({
  arbetsgivare: lasOrgnr(provOrgnr(1))!,
  kostnadsar: 2025,
  idag: datum('2025-12-01'),
  anstallda: null,
  kandaFakturor: new Map(),
  anordnare: (o, dag) =>
    o.nyckel === lasOrgnr(GODKAND)!.nyckel
      ? 'godkand'
      : o.nyckel === lasOrgnr(SLUTADE_I_MAJ)!.nyckel
        ? dag <= '2025-05-31'
          ? 'godkand'
          : 'ejGodkand'
        : 'okand',
  ...delar,
})
type Rad = Partial<Record<Kolumn, Cell>>
const hel = (n = 1): Rad => ({
  anstalld: provPersonnummer(n),
  anordnare: GODKAND,
  datum: '2025-03-04',
  insatstyper: 'utreda, planera',
  fakturanummer: `F-${1000 + n}`,
  kostnad: '12000,50',
})
const blad = (...rader: Rad[]): Tabell => ({
  rader: [
    { nr: 1, celler: KOLUMNNAMN.map((k) => KOLUMNER[k].rubrik) },
    ...rader.map((r, i) => ({ nr: i + 2, celler: KOLUMNNAMN.map((k) => r[k] ?? null) })),
  ],
})
const forsta = (r: Rad, s = sammanhang()) => lasRader(blad({ ...hel(), ...r }), s).rader[0]!
const csv = (t: string) => lasCsv(new TextEncoder().encode(t))

describe('en rad utan fel', () => {
  it('läses till en insats', () => {
    expect(forsta({})).toEqual({
      nr: 2,
      status: 'klar',
      anmarkningar: [],
      varden: {
        anstalld: provPersonnummer(1),
        anordnare: lasOrgnr(GODKAND),
        datum: '2025-03-04',
        insatstyper: ['utreda', 'planera'],
        fakturanummer: 'F-1001',
        kostnad: 12_000.5,
        syfte: null,
        miljo: null,
        beskrivning: '',
        anordnareGodkand: true,
      },
    })
  })

  it.each<[Kolumn, Cell, unknown]>([
    ['kostnad', '12 000 kr', 12_000],
    ['kostnad', '12\u00a0000,5', 12_000.5],
    ['kostnad', 12_000.1 + 0.2, 12_000.3],
    ['kostnad', '12000.00', 12_000],
    ['kostnad', '500:-', 500],
    ['datum', '20250304', '2025-03-04'],
    ['datum', '2025-03-04 00:00:00', '2025-03-04'],
    ['datum', 20_250_304, '2025-03-04'],
    ['insatstyper', 'Följa upp; Utreda', ['utreda', 'foljaUpp']],
    ['insatstyper', 'utreda och planera', ['utreda', 'planera']],
    ['fakturanummer', 1001, '1001'],
    ['anstalld', 4711, '4711'],
    ['syfte', 'Förebygga', 'forebygga'],
    ['miljo', 'digitalt', 'digitalt'],
  ])('läser %s ”%s” så som människor skriver', (k, v, ger) => expect(forsta({ [k]: v }).varden![k]).toEqual(ger))
})

describe('ett fel', () => {
  it.each<[string, Rad, Kolumn, string, 'olaslig' | 'kontrollera' | 'klar']>([
    ['anordnaren finns inte', { anordnare: provOrgnr(555) }, 'anordnare', 'okandAnordnare', 'kontrollera'],
    ['anordnarens nummer är felskrivet', { anordnare: '556016-0681' }, 'anordnare', 'felOrgnr', 'olaslig'],
    ['anordnaren var inte längre godkänd', { anordnare: SLUTADE_I_MAJ, datum: '2025-06-01' }, 'anordnare', 'ejGodkandDa', 'kontrollera'],
    ['fakturanumret är inget nummer', { fakturanummer: 'se bilaga' }, 'fakturanummer', 'felFakturanummer', 'olaslig'],
    ['kalkylprogrammet har skrivit om fakturanumret', { fakturanummer: '1,23457E+11' }, 'fakturanummer', 'felFakturanummer', 'olaslig'],
    ['kostnaden hör till ett annat år', { datum: '2024-12-30' }, 'datum', 'felAr', 'kontrollera'],
    ['beloppet är negativt', { kostnad: '-500' }, 'kostnad', 'negativtBelopp', 'olaslig'],
    ['beloppet är noll', { kostnad: 0 }, 'kostnad', 'negativtBelopp', 'olaslig'],
    ['beloppet är inga siffror', { kostnad: 'tolvtusen' }, 'kostnad', 'ejBelopp', 'olaslig'],
    ['beloppet är i euro', { kostnad: '1 200 EUR' }, 'kostnad', 'utlandskValuta', 'olaslig'],
    ['beloppet har tre decimaler', { kostnad: '12,345' }, 'kostnad', 'forMangaDecimaler', 'olaslig'],
    ['personnumrets kontrollsiffra stämmer inte', { anstalld: '19800101-9805' }, 'anstalld', 'felPersonnummer', 'olaslig'],
    ['dagen finns inte', { datum: '2025-02-30' }, 'datum', 'ogiltigtDatum', 'olaslig'],
    ['dagen skrivs på utländskt vis', { datum: '03/04/2025' }, 'datum', 'ogiltigtDatum', 'olaslig'],
    ['dagen har inte varit', { datum: '2025-12-24' }, 'datum', 'framtida', 'kontrollera'],
    ['insatstypen finns inte', { insatstyper: 'utreda, massage' }, 'insatstyper', 'okandInsatstyp', 'olaslig'],
    ['en cell som behövs är tom', { anstalld: null }, 'anstalld', 'saknas', 'olaslig'],
    ['en frivillig cell kan inte läsas', { syfte: 'annat' }, 'syfte', 'okantVal', 'kontrollera'],
    ['numret kan ha tappat nollor', { anstalld: 101_980 * 10 + 1 }, 'anstalld', 'nollor', 'kontrollera'],
    [
      'alla fem insatstyper är ikryssade: det frågas, och är inget fel',
      { insatstyper: 'utreda, planera, initiera, genomföra, följa upp' },
      'insatstyper',
      'allaFem',
      'klar',
    ],
  ])('%s: sägs i sin cell med vad man kan göra', (_vad, r, kolumn, kod, status) => {
    const rad = forsta(r)
    expect(rad.anmarkningar.map((a) => [a.kolumn, a.kod])).toEqual([[kolumn, kod]])
    expect(rad.status).toBe(status)
    expect(rad.anmarkningar[0]!.text.length).toBeGreaterThan(8)
    expect(rad.anmarkningar[0]!.atgard.length).toBeGreaterThan(8)
  })

  it('om den anställda sägs bara när arbetsgivaren har lämnat en lista', () => {
    const anstallda = [{ anstalld: provPersonnummer(1), from: datum('2025-04-01'), tom: datum('2025-08-31') }]
    expect(forsta({}).status).toBe('klar')
    expect(forsta({}, sammanhang({ anstallda })).anmarkningar.map((a) => a.kod)).toEqual(['ejAnstalldDa'])
    expect(forsta({ anstalld: provPersonnummer(2) }, sammanhang({ anstallda })).anmarkningar.map((a) => a.kod)).toEqual(['okandAnstalld'])
    expect(forsta({ datum: '2025-08-31', anstalld: provPersonnummer(1).replace('-', '') }, sammanhang({ anstallda })).status).toBe('klar')
  })

  it('flera på samma rad sägs alla på en gång', () => {
    expect(forsta({ anstalld: null, kostnad: 'x', datum: 'y' }).anmarkningar.map((a) => a.kolumn)).toEqual(['anstalld', 'datum', 'kostnad'])
  })
})

describe('samma faktura två gånger', () => {
  const koder = (t: Tabell, s = sammanhang()) => lasRader(t, s).rader.map((r) => r.anmarkningar.map((a) => a.kod))
  const varden = (r: Rad): Inlastrad => lasRader(blad({ ...hel(), ...r }), sammanhang()).rader[0]!.varden!

  it('i bladet: den andra raden pekar på den första', () => {
    expect(koder(blad(hel(), { ...hel(), kostnad: 99, fakturanummer: 'f 1001' }))).toEqual([[], ['sammaFaktura']])
    expect(lasRader(blad(hel(), hel()), sammanhang()).rader[1]!.anmarkningar[0]!.text).toContain('rad 2')
  })

  it('för två anställda, eller två dagar, är ingen dubblett', () => {
    expect(koder(blad(hel(1), { ...hel(2), fakturanummer: 'F-1001' }, { ...hel(1), datum: '2025-03-05' }))).toEqual([[], [], []])
  })

  it('i en tidigare egen ansökan, och hos en annan arbetsgivare utan att säga vems', () => {
    const kand = (arbetsgivare: string) =>
      sammanhang({
        kandaFakturor: new Map([
          [fakturanyckel(lasOrgnr(GODKAND)!.nyckel, 'F-1001'), [{ arbetsgivare, radnyckel: radnyckel(varden({})) }]],
        ]),
      })
    expect(koder(blad(hel()), kand(lasOrgnr(provOrgnr(1))!.nyckel))).toEqual([['redanSokt']])
    expect(koder(blad(hel(), hel(2)), kand(lasOrgnr(provOrgnr(2))!.nyckel))).toEqual([['annanArbetsgivare'], []])
    expect(JSON.stringify(lasRader(blad(hel()), kand(lasOrgnr(provOrgnr(2))!.nyckel)).rader[0]!.anmarkningar)).not.toContain(
      lasOrgnr(provOrgnr(2))!.nyckel,
    )
  })
})

describe('ett blad med 300 anställda och tio fel', () => {
  const rader = Array.from({ length: 300 }, (_, i): Rad => ({ ...hel(i), fakturanummer: `F-${5000 + i}` }))
  const fel: [number, Rad][] = [
    [10, { anordnare: provOrgnr(555) }],
    [20, { fakturanummer: 'bifogas' }],
    [30, { datum: '2024-11-11' }],
    [41, rader[40]!],
    [50, { fakturanummer: 'Z-77' }],
    [60, { kostnad: '-100' }],
    [70, { anstalld: provPersonnummer(999) }],
    [80, { anstalld: '19800101-9805' }],
    [90, { datum: '2025-13-01' }],
    [100, { kostnad: '900 NOK' }],
  ]
  for (const [i, r] of fel) rader[i] = { ...rader[i], ...r }
  const anstallda = Array.from({ length: 300 }, (_, i) => ({ anstalld: provPersonnummer(i), from: datum('2024-01-01') }))
  const s = sammanhang({
    anstallda,
    kandaFakturor: new Map([[fakturanyckel(lasOrgnr(GODKAND)!.nyckel, 'Z77'), [{ arbetsgivare: 'annan', radnyckel: '' }]]]),
  })
  const text = [KOLUMNNAMN.map((k) => KOLUMNER[k].rubrik), ...rader.map((r) => KOLUMNNAMN.map((k) => String(r[k] ?? '')))]
    .map((r) => r.map((c) => `"${c}"`).join(';'))
    .join('\r\n')
  const i = lasRader(csv(text), s)

  it('nämner de tio raderna med radens nummer, och de andra 290 går vidare', () => {
    expect(i.rader.filter((r) => r.status !== 'klar').map((r) => [r.nr, ...r.anmarkningar.map((a) => a.kod)])).toEqual([
      [12, 'okandAnordnare'],
      [22, 'felFakturanummer'],
      [32, 'felAr'],
      [43, 'sammaFaktura'],
      [52, 'annanArbetsgivare'],
      [62, 'negativtBelopp'],
      [72, 'okandAnstalld'],
      [82, 'felPersonnummer'],
      [92, 'ogiltigtDatum'],
      [102, 'utlandskValuta'],
    ])
    expect([i.klara, i.attKontrollera, i.olasliga]).toEqual([290, 5, 5])
  })

  it('kan räknas med de klara raderna, eller också med dem arbetsgivaren skickar som de är', () => {
    const lasbara = i.rader.flatMap((r) => r.varden ?? [])
    expect(i.rader.filter((r) => r.varden && r.status === 'klar')).toHaveLength(290)
    expect(lasbara).toHaveLength(295)
    const [svar] = berakna([{ id: 'a', orgnr: provOrgnr(1), inkom: datum('2025-12-01'), kostnadsar: 2025, rader: lasbara }]).ansokningar
    expect(svar!.belopp).toBe(200_000)
    expect(svar!.rader.filter((r) => r.skal).map((r) => r.skal)).toEqual(['anordnareEjGodkand', 'felAr'])
  })

  it('summerar kostnaderna på öret', () => expect(i.summaOren).toBe(295 * 1_200_050))
})

describe('filen', () => {
  const rubriker = 'Kostnad;faktura nr;Insatser;DATUM;Anordnare;Personnummer;Bonus'
  const rad = `12 000,50;F-1;utreda;2025-03-04;${GODKAND};${provPersonnummer(1)};x`

  it('får ha kolumnerna i vilken ordning som helst, med kända namn; okända lämnas i fred och nämns', () => {
    const i = lasRader(csv(`${rubriker}\n${rad}\n;;;;;;\n`), sammanhang())
    expect(i.rader[0]).toMatchObject({ status: 'klar', varden: { kostnad: 12_000.5 } })
    expect([i.okandaKolumner, i.tommaRader]).toEqual([['Bonus'], 1])
  })

  it.each([
    ['komma', ','],
    ['tabb', '\t'],
  ])('får ha %s mellan cellerna', (_namn, tecken) => {
    const t = [rubriker, rad.replace('12 000,50', '900')].join('\n').replaceAll(';', tecken)
    expect(lasRader(csv(t), sammanhang()).rader[0]!.varden!.kostnad).toBe(900)
  })

  it('får vara sparad av svenska Excel: Windows-1252 eller UTF-8 med märke', () => {
    const t = `${rubriker.replace('Bonus', 'Miljö')}\n${rad.replace('utreda', 'genomföra').replace(/x$/, 'digitalt')}`
    const win = Uint8Array.from([...t].map((c) => c.charCodeAt(0)))
    for (const b of [win, new TextEncoder().encode(`\uFEFF${t}`)])
      expect(lasRader(lasCsv(b), sammanhang()).rader[0]).toMatchObject({ varden: { insatstyper: ['genomfora'], miljo: 'digitalt' } })
  })

  it('utan en kolumn som behövs säger vilka, innan något läses', () => {
    expect(() => lasRader(csv('Anställd;Kostnad\nx;5'), sammanhang())).toThrow(
      /Anordnarens organisationsnummer, Insatsdag, Insatstyper, Fakturanummer/,
    )
  })

  it.each([
    ['tom', new Uint8Array(), 'tomFil'],
    ['en bild', Uint8Array.from([0x89, 0x50, 0, 0]), 'ejText'],
    ['för stor', new Uint8Array(6_000_000).fill(65), 'forStorFil'],
  ])('som är %s ger ett tydligt fel', (_namn, b, kod) => {
    expect(() => lasCsv(b)).toThrow(expect.objectContaining({ kod }))
  })

  it('har en mall som går att läsa tillbaka', () => {
    const i = lasRader(csv(mallCsv()), sammanhang({ anordnare: () => 'godkand' }))
    expect(i.rader.map((r) => r.status)).toEqual(['klar'])
  })

  it('får innehålla vad som helst utan att läsningen faller: varje ifylld rad får ett svar', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.oneof(fc.string(), fc.constantFrom('-1', '2025-03-04', 'utreda', GODKAND, '1e9', '=1+1')), { maxLength: 12 }),
          { maxLength: 12 },
        ),
        (rader) => {
          const i = lasRader(
            {
              rader: [
                { nr: 1, celler: KOLUMNNAMN.map((k) => KOLUMNER[k].rubrik) },
                ...rader.map((r, n) => ({ nr: n + 2, celler: r.map((c) => (c.trim() ? c : null)) })),
              ],
            },
            sammanhang(),
          )
          expect(i.klara + i.attKontrollera + i.olasliga + i.tommaRader).toBe(rader.length)
          for (const r of i.rader) expect(r.status === 'olaslig' ? r.anmarkningar.length : r.varden).toBeTruthy()
        },
      ),
    )
  })
})

describe('ett Excel-blad', () => {
  const bok = async (rader: unknown[][]) =>
    new Uint8Array(await (writeXlsx(rader as never) as unknown as { toBuffer(): Promise<Buffer> }).toBuffer())
  const rubriker = KOLUMNNAMN.map((k) => ({ value: KOLUMNER[k].rubrik }))

  it('läses med datum- och talceller som människor ser dem', async () => {
    const b = await bok([
      rubriker,
      [
        { value: provPersonnummer(1) },
        { value: GODKAND },
        { type: Date, value: new Date(Date.UTC(2025, 2, 4)), format: 'yyyy-mm-dd' },
        { value: 'utreda' },
        { type: Number, value: 1001 },
        { type: Number, value: 12_000.5 },
      ],
    ])
    expect(lasRader(await lasKalkylblad(b), sammanhang()).rader[0]).toMatchObject({
      nr: 2,
      status: 'klar',
      varden: { datum: '2025-03-04', fakturanummer: '1001', kostnad: 12_000.5 },
    })
  })

  it('har kvar radernas nummer när en rad är tom', async () => {
    const b = await bok([rubriker, [null], [{ value: 'x' }]])
    expect(lasRader(await lasKalkylblad(b), sammanhang()).rader.map((r) => r.nr)).toEqual([3])
  })

  it.each([
    ['en textfil', new TextEncoder().encode('Anställd;Kostnad'), 'ejKalkylblad'],
    ['en avbruten fil', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'ejKalkylblad'],
    ['tom', new Uint8Array(), 'tomFil'],
  ])('som är %s ger ett tydligt fel', async (_namn, b, kod) => {
    await expect(lasKalkylblad(b)).rejects.toMatchObject({ kod })
  })

  it('som skulle bli mycket stort när det packas upp läses inte', async () => {
    const b = await bok([rubriker, [{ value: 'x' }]])
    const v = new DataView(b.buffer)
    for (let i = 0; i + 46 <= b.length; i++) if (v.getUint32(i, true) === 0x02014b50) v.setUint32(i + 24, 2_000_000_000, true)
    await expect(lasKalkylblad(b)).rejects.toMatchObject({ kod: 'forStorFil' })
  })
})

describe('fakturans fil', () => {
  const b = (t: string) => Uint8Array.from([...t].map((c) => c.charCodeAt(0)))
  it.each([
    ['en hel PDF', b('%PDF-1.7\n…\ntrailer\n%%EOF\n'), 'application/pdf'],
    ['en PNG', b('\x89PNG\r\n\x1a\n…IEND\xaeB`\x82'), 'image/png'],
    ['en JPEG', b('\xff\xd8\xff\xe0…\xff\xd9'), 'image/jpeg'],
  ])('%s tas emot', (_namn, bytes, typ) => expect(granskaFakturafil(bytes)).toEqual({ ok: true, typ }))
  it.each([
    ['tom', b(''), 'tom'],
    ['en avbruten PDF', b('%PDF-1.7\n1 0 obj'), 'avbruten'],
    ['en avbruten bild', b('\xff\xd8\xff\xe0…'), 'avbruten'],
    ['en låst PDF', b('%PDF-1.7\n<</Encrypt 5 0 R>>\n%%EOF'), 'last'],
    ['ett program', b('MZ\x90\x00'), 'frammande'],
    ['en webbsida', b('<html>%PDF-</html>'), 'frammande'],
    ['för stor', new Uint8Array(11_000_000), 'forStor'],
  ])('%s säger vad som är fel och vad man gör', (_namn, bytes, kod) =>
    expect(granskaFakturafil(bytes)).toMatchObject({ ok: false, kod, atgard: expect.stringMatching(/.{10}/) }),
  )
})

it('en ny ansökan börjar från den förra: samma personer och anordnare, tomma dagar, fakturor och kostnader', () => {
  const r = (anstalld: string, delar: Partial<Radutkast> = {}): Radutkast => ({
    anstalld,
    anordnare: GODKAND,
    datum: '2024-03-03',
    insatstyper: ['utreda'],
    fakturanummer: 'F1',
    kostnad: '500',
    syfte: 'forebygga',
    miljo: 'digitalt',
    beskrivning: 'x',
    ...delar,
  })
  expect(kopieraForra([r('anna'), r('bo'), r('anna', { fakturanummer: 'F2' })])).toEqual(
    ['anna', 'bo'].map((a) => r(a, { datum: '', insatstyper: [], fakturanummer: '', kostnad: '', beskrivning: '' })),
  )
})
