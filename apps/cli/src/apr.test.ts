import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import writeXlsx from 'write-excel-file/node'
import { describe, expect, it } from 'vitest'
import { kor } from './main.ts'

const mapp = mkdtempSync(join(tmpdir(), 'atergang-apr-'))
let nr = 0
const fil = (v: unknown): string => {
  const vag = join(mapp, `f${++nr}.json`)
  writeFileSync(vag, typeof v === 'string' ? v : JSON.stringify(v))
  return vag
}
const json = async (...ord: string[]) => {
  const { ut, kod } = await kor(['apr', ...ord, '--json'], true)
  return { kod, svar: JSON.parse(ut) as Record<string, unknown> & { falt?: { falt: string }[] } }
}
/** Numbers are written with a space that does not break; the tests write an ordinary one. */
const text = async (...ord: string[]) => (await kor(['apr', ...ord], false)).ut.replaceAll('\u00a0', ' ')

const rad = { anstalld: 'anna', kostnad: 12_001, datum: '2025-04-04', anordnareGodkand: true }
const ansokan = { id: 'a1', orgnr: '556016-0680', inkom: '2025-06-02', kostnadsar: 2025, rader: [rad] }

describe('apr berakna', () => {
  it('ger beslut och belopp i den ordning ansökningarna kom in', async () => {
    expect(await json('berakna', '--fil', fil([{ ...ansokan, id: 'sen', inkom: '2025-09-01' }, ansokan]))).toEqual({
      kod: 0,
      svar: {
        ansokningar: [
          {
            id: 'a1',
            beslut: 'beviljas',
            belopp: 6000,
            skal: null,
            rader: [{ anstalld: 'anna', belopp: 6000, begransadAv: 'halva', skal: null }],
          },
          {
            id: 'sen',
            beslut: 'delvis',
            belopp: 4000,
            skal: null,
            rader: [{ anstalld: 'anna', belopp: 4000, begransadAv: 'anstalld', skal: null }],
          },
        ],
      },
    })
  })

  it('lägger till förklaringen rad för rad när den begärs', async () => {
    const { svar } = await json('berakna', '--fil', fil([ansokan]), '--forklaring')
    expect(svar).toMatchObject({
      ansokningar: [{ rader: [{ belopp: 6000, forklaring: { namn: 'aprForArbetsgivare', resultat: '6\u00a0000 kr' } }] }],
    })
  })

  it('visar räkningen per anställd som text, med paragraf och källa, och aldrig ett helt personnummer', async () => {
    const t = await text(
      'berakna',
      '--fil',
      fil([
        {
          ...ansokan,
          orgnr: '19800101-9804',
          rader: [
            { ...rad, anstalld: '198001019804' },
            { ...rad, anordnareGodkand: false },
          ],
        },
      ]),
      '--forklaring',
    )
    expect(t).toContain(
      'kostnad 12 001 kr, hälften 6 000; kvar 10 000 för arbetstagaren, 200 000 för arbetsgivaren → 6 000 kr (hälften av kostnaden)',
    )
    expect(t).toContain('7 § förordningen (2014:67), så som den återges i Riksrevisionen, RiR 2021:19, avsnitt 2.1, fotnot 50')
    expect(t).toContain('Avslås: Anordnaren var inte godkänd')
    expect(t).not.toContain('9804')
  })

  it('med fel ger slutkod 1 och varje rad med sin väg', async () => {
    const r = await json(
      'berakna',
      '--fil',
      fil([
        { ...ansokan, inkom: '2025-13-01', rader: [rad, { ...rad, kostnad: 0 }, { ...rad, anstalld: '' }] },
        { ...ansokan, orgnr: '556016-0681' },
      ]),
    )
    expect(r.kod).toBe(1)
    expect(r.svar.falt!.map((f) => f.falt)).toEqual(['0.inkom', '0.rader.1.kostnad', '0.rader.2.anstalld', '1.id', '1.orgnr'])
  })

  it.each([
    ['{}', 'fil'],
    ['[{', 'fil'],
    ['"x"', 'fil'],
  ])('filen %s ger slutkod 1 och namnger %s', async (innehall, falt) => {
    const r = await json('berakna', '--fil', fil(innehall))
    expect([r.kod, r.svar.falt!.map((f) => f.falt)]).toEqual([1, [falt]])
  })
})

const arbetsgivare = Array.from({ length: 40 }, (_, i) => ({ id: `ag-${i}`, belopp: 1_000 * (i + 1), anstallda: i * 9 }))

describe('apr urval', () => {
  const urval = (...mer: string[]) => json('urval', '--fil', fil(arbetsgivare), '--ar', '2025', '--halvar', '1', '--fro', '7', ...mer)

  it('ger plan och dragna, samma varje gång', async () => {
    const r = await urval()
    expect(r.kod).toBe(0)
    expect(Object.keys(r.svar)).toEqual(['plan', 'urval'])
    expect(r.svar.plan).toMatchObject({ population: 40, andel: 0.15, fro: 7 })
    expect(Object.keys((r.svar.urval as object[])[0]!)).toEqual(['id', 'stratum', 'sannolikhet'])
    expect(await urval()).toEqual(r)
  })

  it('visar planen utan att dra, och låter andel och indelning väljas', async () => {
    const r = await urval('--plan', '--andel', '0.5', '--strata', 'storlek')
    expect(Object.keys(r.svar)).toEqual(['plan'])
    expect((r.svar.plan as { strata: { stratum: string }[] }).strata.map((s) => s.stratum)).toEqual([
      '0–9 anställda',
      '10–49 anställda',
      '50–249 anställda',
      '250 anställda eller fler',
    ])
  })

  it('visar planen innan fröet är satt', async () => {
    expect(await json('urval', '--fil', fil(arbetsgivare), '--ar', '2025', '--halvar', '1', '--plan')).toMatchObject({
      kod: 0,
      svar: { plan: { population: 40, fro: null } },
    })
    expect((await json('urval', '--fil', fil(arbetsgivare), '--ar', '2025', '--halvar', '1')).svar.falt!.map((f) => f.falt)).toEqual([
      'fro',
    ])
  })

  it('skriver planen före de dragna', async () => {
    const t = await text('urval', '--fil', fil(arbetsgivare), '--ar', '2025', '--halvar', '1', '--fro', '7')
    expect(t.indexOf('Plan: 40 arbetsgivare')).toBe(0)
    expect(t.indexOf('Dragna:')).toBeGreaterThan(t.indexOf('sannolikhet'))
  })

  it.each([
    [['--halvar', '3'], 'halvar'],
    [['--fro', '-1'], 'fro'],
    [['--fro', 'x'], 'fro'],
    [['--ar', '25'], 'ar'],
    [['--andel', '1.5'], 'andel'],
    [['--andel', '0'], 'andel'],
    [['--strata', 'färg'], 'strata'],
  ])('%j ger slutkod 1 och namnger %s', async (ord, falt) => {
    const r = await urval(...ord)
    expect([r.kod, r.svar.falt!.map((f) => f.falt)]).toEqual([1, [falt]])
  })

  it('säger när ingen arbetsgivare hör till halvåret', async () => {
    expect(await json('urval', '--fil', fil([{ id: 'a', belopp: 0 }]), '--ar', '2025', '--halvar', '1', '--fro', '7')).toMatchObject({
      kod: 1,
      svar: { kod: 'tomPopulation' },
    })
  })
})

describe('apr skatta', async () => {
  const urval = (await json('urval', '--fil', fil(arbetsgivare), '--ar', '2025', '--halvar', '1', '--fro', '7')).svar as {
    urval: { id: string }[]
  }
  const fynd = urval.urval.map((u, i) =>
    i === 0 ? { id: u.id, koder: ['kostnadEjVisad'], felbelopp: 500 } : { id: u.id, koder: ['ingetFel'] },
  )

  it('läser svaret från apr urval med fynden, och ger andel och belopp med intervall', async () => {
    const { kod, svar } = await json('skatta', '--fil', fil({ urval, fynd, utbetalt: 820_000 }))
    expect(kod).toBe(0)
    expect(svar).toMatchObject({ population: 40, funnet: { medFel: 1, felbelopp: 500 } })
    expect(await text('skatta', '--fil', fil({ urval, fynd, utbetalt: 820_000 }))).toMatch(/95,0 %-intervall/)
  })

  it('säger vem som saknar fynd', async () => {
    const r = await json('skatta', '--fil', fil({ urval, fynd: fynd.slice(1) }))
    expect([r.kod, r.svar.falt!.map((f) => f.falt)]).toEqual([1, ['urval.urval.0.id']])
  })
})

describe('apr granska', () => {
  const register = fil([{ orgnr: '556016-0680', godkand: [{ from: '2024-01-01', tom: '2025-05-31' }] }])
  const blad =
    'Anställd;Anordnare;Insatsdag;Insatstyper;Fakturanummer;Kostnad;Bonus\n4711;556016-0680;2025-03-04;utreda;F-1;12 000,50;x\n4712;556016-0680;2025-06-04;utreda;F-2;-5;\n'
  const granska = (innehall: string, ...mer: string[]) => [
    'granska',
    '--fil',
    fil(innehall),
    '--orgnr',
    '212000-0142',
    '--ar',
    '2025',
    '--inkom',
    '2025-12-01',
    '--register',
    register,
    ...mer,
  ]

  it('säger rad för rad vad som är fel, och resten går vidare', async () => {
    const { kod, svar } = await json(...granska(blad))
    expect(kod).toBe(0)
    expect(svar).toMatchObject({
      klara: 1,
      olasliga: 1,
      okandaKolumner: ['Bonus'],
      rader: [
        { nr: 2, status: 'klar' },
        { nr: 3, status: 'olaslig', anmarkningar: [{ kolumn: 'kostnad', kod: 'negativtBelopp' }] },
      ],
    })
    expect(await text(...granska(blad))).toContain('rad 3, Kostnad: Beloppet är inte större än noll.')
  })

  it('läser ett Excel-blad likadant, vad filen än heter', async () => {
    const rader = blad
      .trim()
      .split('\n')
      .map((r) => r.split(';').map((c) => ({ value: c })))
    const vag = join(mapp, 'lista.bin')
    writeFileSync(vag, await (writeXlsx(rader as never) as unknown as { toBuffer(): Promise<Buffer> }).toBuffer())
    const ur = (f: string) =>
      json('granska', '--fil', f, '--orgnr', '212000-0142', '--ar', '2025', '--inkom', '2025-12-01', '--register', register)
    expect(await ur(vag)).toEqual(await ur(fil(blad)))
    writeFileSync(vag, 'PK\x03\x04 inget blad')
    expect(await ur(vag)).toMatchObject({ kod: 1, svar: { kod: 'ejKalkylblad' } })
  })

  it.each([
    ['Anställd;Kostnad\nx;5', 'saknarKolumner'],
    ['', 'tomFil'],
  ])('säger när filen inte är ett blad att läsa', async (innehall, kod) =>
    expect(await json(...granska(innehall))).toMatchObject({ kod: 1, svar: { kod } }),
  )

  it('namnger valet när numret, registret eller listan är fel', async () => {
    expect(
      (await json('granska', '--fil', fil(blad), '--orgnr', '1', '--ar', '2025', '--register', register)).svar.falt!.map((f) => f.falt),
    ).toEqual(['orgnr'])
    expect((await json(...granska(blad), '--anstallda', fil({}))).svar.falt!.map((f) => f.falt)).toEqual(['anstallda'])
    expect(
      (
        await json('granska', '--fil', fil(blad), '--orgnr', '212000-0142', '--ar', '2025', '--register', fil([{ orgnr: 5 }]))
      ).svar.falt!.map((f) => f.falt),
    ).toEqual(['0.orgnr', '0.godkand'])
  })
})

it('ett okänt underkommando säger vilka som finns', async () => {
  expect(await json('flyg')).toMatchObject({ kod: 1, svar: { kod: 'okantKommando', detail: expect.stringContaining('apr berakna') } })
  expect((await kor(['hjalp'], false)).ut).toContain('apr berakna')
})
