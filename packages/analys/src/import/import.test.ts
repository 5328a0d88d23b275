import { LAN, LANSNAMN } from '@atergang/syntet/land'
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Datakalla } from '../datakalla.ts'
import { Analysfel } from '../fel.ts'
import * as matt from '../matt/lista.ts'
import { lasManifest } from '../register/datamapp.ts'
import { importera, type Importfil } from './importera.ts'
import { sambandUrFil } from './sambandsfil.ts'
import { avgorDecimaltecken, tolkaTal } from './tal.ts'

const rot = mkdtempSync(join(tmpdir(), 'atergang-import-'))
let nr = 0
const nyMapp = (): string => join(rot, `m${++nr}`)
const fil = (innehall: string | Uint8Array): string => {
  const vag = join(rot, `f${++nr}.csv`)
  writeFileSync(vag, innehall)
  return vag
}
const windows1252 = (t: string): Uint8Array => Uint8Array.from([...t].map((c) => ({ '€': 0x80, '–': 0x96 })[c] ?? c.charCodeAt(0)))
const utf16 = (t: string, le = true, bom = true): Uint8Array => {
  const b = Buffer.from(`${bom ? '\uFEFF' : ''}${t}`, 'utf16le')
  return le ? b : b.swap16()
}

const HUVUD = 'person_id;lan;forman;arende_id;fran;tom;nettodagar;belopp'
const RADER = ['1;Gävleborg;sjukpenning;1;2018-01-01;2018-01-31;31;20000', '2;Örebro;sjukpenning;2;2018-01-01;2018-01-31;15,5;10000']
const csv = (rader: readonly string[], huvud = HUVUD): string => [huvud, ...rader].join('\r\n')
const las = async (innehall: string | Uint8Array, mer: Partial<Importfil> = {}, register = 'utbetalning') => {
  const mapp = nyMapp()
  const svar = await importera(mapp, [{ register, fil: fil(innehall), ...mer }])
  return { mapp, svar: svar[0]! }
}
const felen = async (
  innehall: string | Uint8Array,
  mer: Partial<Importfil> = {},
  register = 'utbetalning',
): Promise<{ falt: string; text: string }[]> => {
  try {
    await las(innehall, mer, register)
  } catch (fel) {
    if (fel instanceof Analysfel) return [...fel.falt]
    throw fel
  }
  throw new Error('Importen gick bra fast den inte skulle.')
}
const rader = async (mapp: string, sql: string) => {
  const k = await Datakalla.oppna(mapp)
  try {
    return await k.rader(sql)
  } finally {
    k.stang()
  }
}

describe('ett register ur en fil', () => {
  it('läses in med rätt typer, och exakta decimaler', async () => {
    const { mapp, svar } = await las(csv(RADER))
    expect(svar).toMatchObject({ register: 'utbetalning', rader: 2, notiser: [] })
    expect(
      await rader(mapp, 'SELECT person_id, lan, CAST(fran AS VARCHAR) AS fran, nettodagar, belopp FROM utbetalning ORDER BY person_id'),
    ).toEqual([
      { person_id: 1, lan: 'Gävleborg', fran: '2018-01-01', nettodagar: 31, belopp: 20000 },
      { person_id: 2, lan: 'Örebro', fran: '2018-01-01', nettodagar: 15.5, belopp: 10000 },
    ])
    expect(lasManifest(mapp).pahittad).toBe(false)
  })

  it.each([
    ['UTF-8 med märke', `\uFEFF${csv(RADER)}`],
    ['UTF-16 liten', utf16(csv(RADER))],
    ['UTF-16 stor', utf16(csv(RADER), false)],
    ['UTF-16 utan märke', utf16(csv(RADER), true, false)],
    ['Windows-1252', windows1252(csv(RADER))],
  ])('läses rätt i %s', async (_namn, innehall) => {
    const { mapp } = await las(innehall)
    expect((await rader(mapp, 'SELECT lan FROM utbetalning ORDER BY person_id')).map((r) => r.lan)).toEqual(['Gävleborg', 'Örebro'])
  })

  it('säger till när kodningen fick gissas', async () => {
    expect((await las(windows1252(csv(RADER)))).svar.notiser[0]).toContain('Windows-1252')
  })

  it('tar länet med ”län”, med kod och med stora bokstäver, och kolumner med andra namn', async () => {
    const { mapp } = await las(
      csv(
        [
          '1;Gävleborgs län;sjukpenning;1;20180101;20180131;31;1',
          '2;04;Sjukpenning;2;2018-01-01;2018-01-31;1;1',
          '3;ÖREBRO;sjukpenning;3;2018-01-01;2018-01-31;1;1',
        ],
        HUVUD.replace('lan', 'Bostadslän').replace('belopp', 'Kronor'),
      ),
      { kolumner: { lan: 'Bostadslän', belopp: 'Kronor' } },
    )
    expect((await rader(mapp, 'SELECT lan FROM utbetalning ORDER BY person_id')).map((r) => r.lan)).toEqual([
      'Gävleborg',
      'Södermanland',
      'Örebro',
    ])
  })

  it('läser citerade celler med avgränsare och radbrytning, och räknar raderna rätt efter dem', async () => {
    const f = await felen(
      csv(['1;a;"ett; två\r\ntre";skala;1;5;i', '2;a;text;skala;x;5;i'], 'fraga;item;text;slag;minst;hogst;index_namn'),
      {},
      'enkat_fraga',
    )
    expect(f).toEqual([{ falt: 'rad 4, kolumn minst', text: '”x” är inget tal.' }])
  })
})

describe('fel i filen sägs med rad och kolumn', () => {
  it.each([
    [
      'ett annat decimaltecken',
      ['1;Gävleborg;sjukpenning;1;2018-01-01;2018-01-31;15,5;1', '2;Örebro;sjukpenning;2;2018-01-01;2018-01-31;15.5;1'],
      'rad 3, kolumn nettodagar',
      'punkt som decimaltecken',
    ],
    ['ett tal som inte är ett tal', ['1;Gävleborg;sjukpenning;1;2018-01-01;2018-01-31;många;1'], 'rad 2, kolumn nettodagar', 'inget tal'],
    [
      'ett tal som går att läsa på två sätt',
      ['1;Gävleborg;sjukpenning;1;2018-01-01;2018-01-31;1;1.234.567'],
      'rad 2, kolumn belopp',
      'två sätt',
    ],
    ['ett negativt belopp', ['1;Gävleborg;sjukpenning;1;2018-01-01;2018-01-31;1;-5'], 'rad 2, kolumn belopp', 'mindre än 0'],
    ['fler nettodagar än dagar', ['1;Gävleborg;sjukpenning;1;2018-01-01;2018-01-31;32;5'], 'rad 2, kolumn nettodagar', 'fler än dagarna'],
    ['en period som slutar innan den börjar', ['1;Gävleborg;sjukpenning;1;2018-02-01;2018-01-31;0;5'], 'rad 2, kolumn tom', 'slutar innan'],
    ['ett datum som inte finns', ['1;Gävleborg;sjukpenning;1;2018-02-30;2018-03-31;1;5'], 'rad 2, kolumn fran', 'inget datum'],
    ['ett län som inte finns', ['1;Norrland;sjukpenning;1;2018-01-01;2018-01-31;1;5'], 'rad 2, kolumn lan', 'kodlistan'],
    ['en uppgift som saknas', ['1;;sjukpenning;1;2018-01-01;2018-01-31;1;5'], 'rad 2, kolumn lan', 'saknas'],
    ['en rad med för få celler', ['1;Gävleborg;sjukpenning;1;2018-01-01;2018-01-31;1'], 'rad 2, kolumn 7', '7 celler'],
    ['en dubbel rad', [RADER[0]!, RADER[1]!, RADER[0]!], 'rad 4, kolumn person_id + forman + arende_id + fran', 'som rad 2'],
    [
      'UTF-8 som sparats som Windows-1252',
      ['1;GÃ¤vleborg;sjukpenning;1;2018-01-01;2018-01-31;1;5'],
      'rad 2, kolumn lan',
      'UTF-8 som sparats',
    ],
    [
      'ett tecken som inte gick att läsa',
      ['1;G\uFFFDvleborg;sjukpenning;1;2018-01-01;2018-01-31;1;5'],
      'rad 2, kolumn lan',
      'inte gick att läsa',
    ],
  ])('%s', async (_vad, r, falt, text) => {
    const f = await felen(csv(r))
    expect(f.map((x) => x.falt)).toContain(falt)
    expect(f.find((x) => x.falt === falt)!.text).toContain(text)
  })

  it('en kolumn som saknas, och en som står två gånger', async () => {
    expect(await felen(csv(['1;Gävleborg'], 'person_id;lan'))).toContainEqual(expect.objectContaining({ falt: 'rad 1, kolumn forman' }))
    expect(await felen(csv(['1;1'], 'person_id;person_id'))).toEqual([expect.objectContaining({ falt: 'rad 1, kolumn 2' })])
  })

  it('bytes som inte är den kodning som sagts, med plats', async () => {
    expect(await felen(windows1252(csv(RADER)), { kodning: 'utf-8' })).toEqual([expect.objectContaining({ falt: 'rad 2, kolumn 4' })])
    expect(await felen(utf16(csv(RADER)), { kodning: 'windows-1252' })).toEqual([
      expect.objectContaining({ text: expect.stringContaining('utf-16le') as string }),
    ])
    expect(await felen(Uint8Array.from([...windows1252(HUVUD), 13, 10, 0x31, 0x3b, 0x81]), { kodning: 'windows-1252' })).toEqual([
      expect.objectContaining({ falt: 'rad 2, kolumn 3' }),
    ])
  })

  it('citattecken som inte går ihop, och en tom fil', async () => {
    expect((await felen(csv(['1;"Gävleborg;sjukpenning;1;2018-01-01;2018-01-31;1;5'])))[0]!.text).toContain('Citattecknen')
    expect(await felen(csv([...RADER, '9;Gäv"leborg;sjukpenning;1;2018-01-01;2018-01-31;1;5']))).toEqual([
      { falt: `rad ${RADER.length + 2}, kolumn 2`, text: expect.stringContaining('Citattecknen') as string },
    ])
    expect(await felen('')).toEqual([expect.objectContaining({ falt: 'rad 1, kolumn 1' })])
    expect(await felen(HUVUD)).toEqual([expect.objectContaining({ falt: 'rad 2, kolumn 1' })])
  })

  it('län som saknas i en serie över län, för varje år och mått', async () => {
    const serie = (lan: readonly string[], ar: number) => lan.map((l) => `${l};${ar};kbt;10;;`)
    const huvud = 'lan;ar;matt;taljare;namnare;kalla'
    const f = await felen(csv([...serie(LANSNAMN, 2018), ...serie(LANSNAMN.slice(2), 2019)], huvud), {}, 'lansserie')
    expect(f).toEqual([
      { falt: 'rad 41, kolumn lan', text: 'ar 2019, matt kbt: län saknas (Blekinge, Dalarna). Lägg till dem, med noll där det är noll.' },
    ])
    await las(
      csv(
        serie(
          LAN.map((l) => l.kod),
          2018,
        ),
        huvud,
      ),
      {},
      'lansserie',
    )
  })

  it('räknar alla fel fast bara de första visas', async () => {
    const many = Array.from({ length: 500 }, (_, i) => `${i + 1};Norrland;sjukpenning;1;2018-01-01;2018-01-31;1;5`)
    await expect(las(csv(many))).rejects.toThrow(/500 fel/)
    expect(await felen(csv(many))).toHaveLength(100)
  })
})

describe('allt eller inget', () => {
  it('lämnar det gamla orört när den nya filen har ett fel, också när en annan fil är hel', async () => {
    const { mapp } = await las(csv(RADER))
    const fore = lasManifest(mapp)
    const hel = fil(
      csv(
        LANSNAMN.map((l) => `${l};2018;kbt;1;;`),
        'lan;ar;matt;taljare;namnare;kalla',
      ),
    )
    const trasig = fil(csv(['9;Norrland;sjukpenning;1;2018-01-01;2018-01-31;1;5']))
    await expect(
      importera(mapp, [
        { register: 'lansserie', fil: hel },
        { register: 'utbetalning', fil: trasig },
      ]),
    ).rejects.toThrow(Analysfel)
    expect(lasManifest(mapp)).toEqual(fore)
    expect(await rader(mapp, 'SELECT count(*) AS n FROM utbetalning')).toEqual([{ n: 2 }])
    expect(readdirSync(mapp).filter((f) => f.startsWith('.'))).toEqual([])
  })
  it('byter hela registret när filen är hel', async () => {
    const { mapp } = await las(csv(RADER))
    await importera(mapp, [{ register: 'utbetalning', fil: fil(csv(RADER.slice(0, 1))) }])
    expect(await rader(mapp, 'SELECT count(*) AS n FROM utbetalning')).toEqual([{ n: 1 }])
  })
  it('säger vilket register som inte finns', async () => {
    expect(await felen(csv(RADER), {}, 'pengar')).toEqual([expect.objectContaining({ falt: 'register' })])
  })
})

describe('tal', () => {
  it.each([
    ['1 234,5', 'komma', 1234.5],
    ['−3,25', 'komma', -3.25],
    ['12.5', 'punkt', 12.5],
    ['1\u00a0000', 'punkt', 1000],
  ] as const)('%s med %s är %d', (t, tecken, v) => expect(tolkaTal(t, tecken)).toEqual({ varde: v }))
  it('avgörs av den första som visar ett decimaltecken, annars av avgränsaren', () => {
    expect(avgorDecimaltecken(['1', '2,5'], ',')).toBe('komma')
    expect(avgorDecimaltecken(['1'], ',')).toBe('punkt')
    expect(avgorDecimaltecken(['1'], ';')).toBe('komma')
  })
})

describe('samband ur en fil', () => {
  const tabell = (r: readonly string[]) => fil(['lan;x;y', ...r].join('\n'))
  it('läser decimalkomma, och lämnar ut rader utan tal med namn', async () => {
    const s = await sambandUrFil({ fil: tabell(['A;1,5;2', 'B;2,5;4', 'C;;9', 'D;3,5;6,5']), x: 'x', y: 'y' })
    expect(s.alla.n).toBe(3)
    expect(s.saknar).toEqual(['C'])
  })
  it('säger var cellerna är tomma, men inte i rader som ändå utelämnas', async () => {
    const v = { fil: tabell(['A;1,5;2', 'B;2,5;4', 'C;;', 'D;3,5;6,5', 'E;;1']), x: 'x', y: 'y' }
    expect((await sambandUrFil({ ...v, utan: ['E'] })).notiser).toEqual([
      'Rad 4, kolumn x: cellen är tom. C är inte med.',
      'Rad 4, kolumn y: cellen är tom. C är inte med.',
    ])
  })
  it('säger att filen inte är UTF-8, med rad och kolumn', async () => {
    const rader = 'lan;x;y\nBlekinge;1;2\nÖrebro;2;4\nSkåne;3;1'
    expect((await sambandUrFil({ fil: fil(windows1252(rader)), x: 'x', y: 'y' })).notiser[0]).toMatch(
      /inte UTF-8 \(rad 3, kolumn 1\).*Windows-1252/,
    )
    expect((await sambandUrFil({ fil: fil(utf16(rader)), x: 'x', y: 'y' })).notiser[0]).toMatch(/inte UTF-8 \(rad 1, kolumn 1\).*utf-16le/)
  })
  it('säger vilka län som inte har någon rad, men inte om en fil utan län', async () => {
    const { notiser } = await sambandUrFil({
      fil: tabell(['Gävleborg;1;2', 'Örebro län;2;4', 'Kalmar län;3;1', 'Stockholms län;3;2']),
      x: 'x',
      y: 'y',
    })
    expect(notiser).toHaveLength(1)
    expect(notiser[0]).toMatch(/^Kolumn lan: 17 av 21 län har ingen rad i filen: Blekinge, .*Östergötland\.$/)
    expect((await sambandUrFil({ fil: tabell(['A;1;2', 'B;2;4', 'C;3;1']), x: 'x', y: 'y' })).notiser).toEqual([])
  })
  it.each([
    ['ett negativt belopp', 'belopp_per_inv', '-4', /negativt/],
    ['ett negativt antal', 'Antal mottagare', '-1', /negativt/],
    ['en andel över hundra procent', 'andel_avslag_procent', '140', /hundra procent/],
  ])('stannar vid det som inte kan vara: %s', async (_vad, rubrik, tal, text) => {
    const vag = fil(`lan;${rubrik};forandring_belopp\nA;1;-2\nB;${tal};4\nC;3;1`)
    const v = { fil: vag, x: rubrik, y: 'forandring_belopp' }
    await expect(sambandUrFil(v)).rejects.toMatchObject({
      kod: 'felIFilen',
      falt: [{ falt: `rad 3, kolumn ${rubrik}`, text: expect.stringMatching(text) as string }],
    })
  })
  it('utelämnar rader med namn', async () => {
    expect((await sambandUrFil({ fil: tabell(['A;1;2', 'B;2;4', 'C;3;1', 'D;4;8']), x: 'x', y: 'y', utan: ['C'] })).alla.r).toBeCloseTo(1)
  })
  it.each([
    ['en okänd kolumn', { x: 'z', y: 'y' }, 'x'],
    ['en okänd rad', { x: 'x', y: 'y', utan: ['Q'] }, 'utan'],
  ])('säger %s', async (_vad, v, falt) => {
    await expect(sambandUrFil({ fil: tabell(['A;1;2', 'B;2;4', 'C;3;1']), ...v })).rejects.toMatchObject({ falt: [{ falt }] })
  })
  it('säger tal som inte går att läsa och rader som står två gånger', async () => {
    await expect(sambandUrFil({ fil: tabell(['A;1,5;2', 'B;2.5;4', 'A;3;1']), x: 'x', y: 'y' })).rejects.toMatchObject({
      falt: [{ falt: 'rad 3, kolumn x' }, { falt: 'rad 4, kolumn lan' }],
    })
  })
})

describe('ett primärvårdsregister (J057)', () => {
  const PRIMAR = 'person_id;dag;lan;vardgivare;insats;diagnos;tillfalle'
  it('läses in när det finns, med insatser, vårdgivare och diagnoskod', async () => {
    const { mapp, svar } = await las(
      csv(
        [
          '1;2026-01-07;Gävleborg;region;kbt;F432;1',
          '1;2026-01-14;Gävleborg;region;kbt;F432;2',
          '2;2026-01-08;Skåne;privat_med_avtal;fysioterapi;M545;',
        ],
        PRIMAR,
      ),
      {},
      'primarvard',
    )
    expect(svar.rader).toBe(3)
    expect(await rader(mapp, 'SELECT insats, count(*) AS antal FROM primarvard GROUP BY insats ORDER BY insats')).toEqual([
      { insats: 'fysioterapi', antal: 1 },
      { insats: 'kbt', antal: 2 },
    ])
  })
  it('avvisas helt med rad och kolumn för varje fel: insats, dag, län och dubbel rad', async () => {
    expect(
      (
        await felen(
          csv(['1;2026-01-07;Gävleborg;region;kbt;F432;1', '2;i går;Norrland;region;trollsång;F43.2;0'], PRIMAR),
          {},
          'primarvard',
        )
      ).map((f) => f.falt),
    ).toEqual(['rad 3, kolumn dag', 'rad 3, kolumn lan', 'rad 3, kolumn insats', 'rad 3, kolumn tillfalle'])
    expect((await felen(csv(['1;2026-01-07;Gävleborg;region;kbt;F43.2;1'], PRIMAR), {}, 'primarvard')).map((f) => f.falt)).toEqual([
      'rad 2, kolumn diagnos',
    ])
    expect(
      (
        await felen(csv(['1;2026-01-07;Gävleborg;region;kbt;F432;1', '1;2026-01-07;Gävleborg;region;kbt;F432;2'], PRIMAR), {}, 'primarvard')
      )[0]!.text,
    ).toContain('rad 2')
  })
})

describe('stöden över brottet 2018', () => {
  const BIDRAG = 'bidrag_id;stod;arbetsgivare_id;person_id;lan;inkom;beslutad;utfall;atgardstyp;anordnare_id;belopp'
  const bidrag = (id: number, stod: string, person: string, beslutad: string): string =>
    `${id};${stod};1;${person};Gävleborg;${beslutad};${beslutad};bifall;utreda;1;5000`

  it('har det tidigare stödet utan personer och det senare först från den 1 juli 2018', async () => {
    expect(
      (await las(csv([bidrag(1, 'arbetsplatsnara_stod', '', '2016-03-01'), bidrag(2, 'apr', '7', '2018-07-01')], BIDRAG), {}, 'apr_bidrag'))
        .svar.rader,
    ).toBe(2)
    expect(
      (
        await felen(
          csv(
            [
              bidrag(1, 'arbetsplatsnara_stod', '7', '2016-03-01'),
              bidrag(2, 'apr', '7', '2018-06-30'),
              bidrag(3, 'arbetsplatsnara_stod', '', '2013-12-31'),
            ],
            BIDRAG,
          ),
          {},
          'apr_bidrag',
        )
      ).map((f) => [f.falt, f.text.split('.')[0]]),
    ).toEqual([
      [expect.stringContaining('person_id'), expect.stringContaining('Arbetsplatsnära stöd kan inte följas för enskilda')],
      [expect.stringContaining('stod'), expect.stringContaining('Före den 1 juli 2018 fanns bara arbetsplatsnära stöd')],
      [expect.stringContaining('beslutad'), expect.stringContaining('Stödet infördes 2014')],
    ])
  })

  it('har medicinsk service i ett register för sig, som inget mått läser', async () => {
    expect((await las(csv(['2017-01-01;Gävleborg;7000'], 'manad;lan;belopp'), {}, 'medicinsk_service')).svar.rader).toBe(1)
    expect(Object.values(matt).filter((m) => JSON.stringify(m)?.includes('medicinsk_service'))).toEqual([])
    expect((await felen(csv([bidrag(1, 'medicinsk_service', '', '2017-03-01')], BIDRAG), {}, 'apr_bidrag')).length).toBeGreaterThan(0)
  })
})
