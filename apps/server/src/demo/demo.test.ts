import { granskaInnehall, skapaBrevskrivare, type Brevskrivare } from '@atergang/brev'
import { lagetEfter, personen, type Handelse, type Lage } from '@atergang/arende'
import { datum, plusDagar } from '@atergang/kalender'
import {
  enhetensArenden,
  minaArenden,
  provaJournal,
  sha256,
  skapaSession,
  somPerson,
  tokenHash,
  valjNasta,
  Arendelager,
  utanKo,
  type Databas,
  type Listrad,
} from '@atergang/lager'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testdatabas } from '../../../../tests/stod/databas.ts'
import { Klocka } from '../klocka.ts'
import { aprkonton } from './apr/firmor.ts'
import { Brevbuss, medBrev } from './brev.ts'
import { demokonton, laddaDemo } from './demo.ts'
import { Forlopp } from './forlopp.ts'
import { namngivetArende, namngivna } from './namngivna.ts'
import { PLANVAL } from './forebyggande/ladda.ts'
import { PLANPERSONER } from './forebyggande/personer.ts'
import { PERSONER } from './personer.ts'
import { brott } from './villkor.ts'

const IDAG = datum('2026-03-16')
const SYSTEM = { system: { id: 'system', namn: 'Återgång', roll: 'system' } } as const

/** Checks that each letter can be set, and gives a small stand-in: 800 real ones would take most of the test's time. */
const latsas: Brevskrivare = {
  skriv: async (innehall) => {
    const brister = granskaInnehall(innehall)
    if (brister.length) throw new Error(brister.map((b) => `${innehall.arendenummer}: ${b.vad} ${b.atgard}`).join('\n'))
    const pdf = new TextEncoder().encode(`%PDF-låtsas ${JSON.stringify(innehall)}`)
    return { pdf, sha256: sha256(pdf), sidor: 1 }
  },
  stang: () => Promise.resolve(),
}

let db: Databas
let stang: () => Promise<void>
/** People with a plan come on top of the two hundred. */
const PERSONER_I_ALLT = 200 + Object.keys(PLANPERSONER).length + PLANVAL.antal
const sagt: string[] = []
const t = () => ({ db, brev: latsas, klocka: new Klocka(IDAG) })

beforeAll(async () => {
  ;({ db, stang } = await testdatabas())
  await laddaDemo(t(), (text) => sagt.push(text))
}, 480_000)
afterAll(async () => {
  await stang()
})

const session = async (
  anvandare: string,
  mer: { roll?: 'handlaggare' | 'specialist'; enhet?: string; farSeSkyddade?: boolean } = {},
): Promise<Buffer> =>
  tokenHash(
    await skapaSession(db, {
      anvandare,
      namn: anvandare,
      roll: mer.roll ?? 'handlaggare',
      enhet: mer.enhet ?? 'Gävle',
      personId: null,
      orgnr: null,
      farSeSkyddade: mer.farSeSkyddade ?? false,
    }),
  )

interface Arende {
  readonly id: string
  readonly lage: Lage
  readonly journal: readonly Handelse[]
}

async function allaArenden(): Promise<Arende[]> {
  const { rows } = await db.agare.query<{ id: string }>('select id from app.arende order by nummer')
  const { rows: handelser } = await db.agare.query<Handelse & { arende_id: string }>(
    'select arende_id, nr, tid, dag, aktor, data from app.handelse order by arende_id, nr',
  )
  const per = new Map<string, Handelse[]>()
  for (const { arende_id, ...h } of handelser) per.set(arende_id, [...(per.get(arende_id) ?? []), h])
  return rows.map(({ id }) => ({ id, lage: lagetEfter(id, per.get(id)!), journal: per.get(id)! }))
}

describe('demons 200 påhittade personer', () => {
  it('läses in en gång, med besked om hur det går; andra gången finns de där', async () => {
    expect(sagt[0]).toMatch(/200 påhittade personer/)
    expect(sagt.at(-1)).toMatch(/Klart på \d+ sekunder: 2\d\d ärenden och \d+ brev/)
    const personer = async () => (await db.agare.query('select 1 from app.person')).rowCount
    expect(await personer()).toBe(PERSONER_I_ALLT)
    const igen: string[] = []
    const start = performance.now()
    await laddaDemo(t(), (text) => igen.push(text))
    expect(performance.now() - start).toBeLessThan(500)
    expect(igen).toEqual([])
    expect(await personer()).toBe(PERSONER_I_ALLT)
  })

  it('har alltid en fråga, en väntan eller ett slut; ingen dag två beslut; inget över taket; inget avslag förbi specialist och kommunicering', async () => {
    const alla = await allaArenden()
    expect(alla.flatMap((a) => brott(a.lage, a.journal, IDAG))).toEqual([])
    expect(alla.flatMap((a) => a.lage.beslut).filter((b) => b.utfall === 'avslag').length).toBeGreaterThan(4)
  })

  it('har hela kedjor, och varje handling är den som sparats, byte för byte', async () => {
    const alla = await allaArenden()
    for (const a of alla) expect(await provaJournal(db, SYSTEM, a.id), a.lage.arende.nummer).toBeNull()
    const { rows } = await db.agare.query<{ id: string; sha256: Buffer; innehall: Buffer }>('select id, sha256, innehall from app.dokument')
    const per = new Map(rows.map((r) => [r.id, r]))
    for (const h of alla.flatMap((a) => a.lage.handlingar)) {
      const d = per.get(h.id)!
      expect({ sha256: sha256(d.innehall), storlek: d.innehall.byteLength }).toEqual({ sha256: h.sha256, storlek: h.storlek })
    }
    expect(rows).toHaveLength(alla.flatMap((a) => a.lage.handlingar).length)
  })

  it('spänner över hela kedjan, alla försörjningar, flera perioder och alla slags beslut', async () => {
    const alla = await allaArenden()
    const { rows } = await db.agare.query<{ kedjedag: number }>('select kedjedag from app.arende')
    for (const [a, b] of [
      [5, 90],
      [91, 180],
      [181, 365],
      [366, 600],
    ] as const)
      expect(rows.filter((r) => r.kedjedag >= a && r.kedjedag <= b).length, `${a}–${b}`).toBeGreaterThan(10)
    const slag = new Set(
      alla.flatMap((a) =>
        a.lage.fakta.filter((f) => f.namn === 'ansokan').map((f) => (f.varde as { sysselsattning: string }).sysselsattning),
      ),
    )
    expect([...slag].sort()).toEqual(['anstalld', 'arbetslos', 'behovsanstalld', 'egenforetagare', 'foraldraledig'])
    const beslut = alla.flatMap((a) => a.lage.beslut)
    expect(new Set(beslut.map((b) => b.typ))).toEqual(
      new Set(['slutligt', 'interimistiskt', 'omprovning', 'andring'].filter((x) => beslut.some((b) => b.typ === x))),
    )
    for (const utfall of ['beviljat', 'delvisAvslag', 'avslag'])
      expect(
        beslut.some((b) => b.utfall === utfall),
        utfall,
      ).toBe(true)
    for (const typ of ['slutligt', 'interimistiskt', 'omprovning'])
      expect(
        beslut.some((b) => b.typ === typ),
        typ,
      ).toBe(true)
    const tva = new Map<string, number>()
    for (const a of alla) tva.set(personen(a.lage).id, (tva.get(personen(a.lage).id) ?? 0) + 1)
    expect([...tva.values()].filter((n) => n > 1).length).toBeGreaterThan(2)
    expect(alla.filter((a) => a.lage.avslutat).length).toBeGreaterThan(4)
    expect(alla.flatMap((a) => a.lage.begaran).map((b) => b.typ)).toEqual(
      expect.arrayContaining(['intygskomplettering', 'atergansplan', 'andraArbetsuppgifter', 'ansokanskomplettering', 'fmrKonsultation']),
    )
    expect(
      alla.flatMap((a) => a.lage.svar).some((s) => s.kod === 'kvalitetssakring' && (s.svar as { utfall: string }).utfall === 'aterlamnad'),
    ).toBe(true)
  })
})

describe('Evas morgon i Gävle', () => {
  const lista = async (anvandare: string): Promise<Listrad[]> => somPerson(db, await session(anvandare), minaArenden)
  const attGora = (r: Listrad) => r.vilarTill === null && r.sammanfattning.uppgifter.some((u) => u.roll === 'handlaggare')

  it('har sex till tio ärenden att göra något i, ungefär tio som väntar på andra och två eller tre som vilar', async () => {
    const mina = await lista('eva')
    expect(mina.filter(attGora).length).toBeGreaterThanOrEqual(6)
    expect(mina.filter(attGora).length).toBeLessThanOrEqual(10)
    const vantar = mina.filter((r) => r.vilarTill === null && !attGora(r))
    expect(vantar.length).toBeGreaterThanOrEqual(7)
    expect(vantar.length).toBeLessThanOrEqual(13)
    const vilar = mina.filter((r) => r.vilarTill !== null)
    expect(vilar.length).toBeGreaterThanOrEqual(2)
    expect(vilar.every((r) => r.vilarTill! > IDAG)).toBe(true)
  })

  it('lämnar de flesta ärenden fria, också dem med en fast berättelse', async () => {
    const { rader, antal } = await somPerson(db, await session('eva'), (q, s) =>
      enhetensArenden(q, s, { roll: 'handlaggare', fran: 0, antal: 200 }),
    )
    expect(rader.filter((r) => r.tilldelad === null).length).toBeGreaterThan(antal / 2)
    for (const n of ['anna', 'bo', 'carin', 'david', 'elin', 'nadia'] as const)
      expect(rader.find((r) => r.id === namngivetArende(n))?.tilldelad, n).toBeNull()
    expect(rader.some((r) => r.id === namngivetArende('lovisa'))).toBe(false)
    const skyddade = await somPerson(db, await session('ingrid', { farSeSkyddade: true }), minaArenden)
    expect(skyddade.map((r) => r.id)).toContain(namngivetArende('lovisa'))
  })

  it('har något att hämta för handläggare, specialist och rådgivare', async () => {
    const lager = new Arendelager(db, utanKo)
    const nu = { dag: IDAG, tid: `${IDAG}T08:00:00.000Z` }
    for (const s of [await session('olle'), await session('siri', { roll: 'specialist' }), await session('mona', { enhet: 'Malmö' })])
      expect(await valjNasta(db, lager, s, nu)).not.toBeNull()
  })

  it('har konton för tjänstepersoner, försäkrade och två arbetsgivare med obesvarade frågor', async () => {
    const konton = await demokonton(t())
    expect(konton.filter((k) => k.roll === 'forsakrad').length).toBeGreaterThanOrEqual(8)
    for (const k of konton.filter((x) => x.roll === 'forsakrad'))
      expect([...Object.values(PERSONER), ...Object.values(PLANPERSONER)].some((p) => p.personnummer === k.personnummer)).toBe(true)
    const medStod = new Set(aprkonton().map((k) => k.id))
    for (const k of konton.filter((x) => x.roll === 'arbetsgivare' && !medStod.has(x.id))) {
      const { rowCount } = await db.agare.query('select 1 from app.begaran where orgnr = $1 and besvarad is null and aterkallad is null', [
        k.orgnr!.replace('-', ''),
      ])
      expect(rowCount, k.namn).toBeGreaterThan(0)
    }
  })
})

describe('breven', () => {
  it('ger samma journal som när ärendet levs igenom med de satta breven till hands', async () => {
    const fall = namngivna(IDAG).find((f) => f.id === namngivetArende('johan'))!
    const forsta = await new Forlopp(fall, 'SP2026-000001').kor(plusDagar(IDAG, -1))
    const skrivare = skapaBrevskrivare()
    const buss = new Brevbuss(skrivare)
    buss.lamna(forsta.brev)
    const satta = await buss.alla()
    await skrivare.stang()
    expect([...satta.values()].every((b) => new TextDecoder().decode(b.pdf.subarray(0, 5)) === '%PDF-')).toBe(true)
    const andra = await new Forlopp(fall, 'SP2026-000001', (id) => ({
      sha256: satta.get(id)!.sha256,
      storlek: satta.get(id)!.pdf.byteLength,
    })).kor(plusDagar(IDAG, -1))
    const klart = medBrev(forsta, satta, IDAG)
    expect(klart.journal).toEqual(andra.arende.journal)
    expect(klart.lage).toEqual(andra.lage)
  })
})
