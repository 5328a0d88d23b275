import type { Aktor, Domanfel, Person } from '@atergang/arende'
import { plan, vanligtPlansvar, type Provplan } from '@atergang/formaner/prov'
import { datum, type Datum } from '@atergang/kalender'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testdatabas, tomDatabas } from '../../../../tests/stod/databas.ts'
import {
  allaPoster,
  Arendelager,
  bulkladda,
  evidenshistoriken,
  foraInEvidens,
  foresla,
  besvaraForslag,
  formularforslag,
  gallraKandidater,
  kandidaterna,
  laggTillKandidat,
  lasArende,
  lasEvidensregistret,
  liknandePoster,
  oppnaDatabas,
  oppnaOverlamningarna,
  oppnaUtlatandelank,
  planerAttVacka,
  skapaSession,
  skapaUtlatandelank,
  somPerson,
  somSystemet,
  sha256,
  sparaBrev,
  stegaKandidat,
  stoppaEvidens,
  tokenHash,
  utredningAv,
  type Databas,
  type NySession,
  type Nu,
} from '../index.ts'

let db: Databas
let lager: Arendelager
let stang: () => Promise<void>
/** cases of which it was said that the person's others are to look at their days */
const nyaDagar: string[] = []
beforeAll(async () => {
  ;({ db, stang } = await testdatabas())
  lager = new Arendelager(db, {
    lagg: (_k, id, _n, _l, nya) => (nya && nyaDagar.push(id), { id: [], lagda: Promise.resolve() }),
    koa: () => Promise.resolve(),
  })
})
afterAll(() => stang())

const SYSTEM: Aktor = { id: 'system', namn: 'Återgång', roll: 'system' }
const FIA: Aktor = { id: 'fia', namn: 'Fia Falk', roll: 'handlaggare', enhet: 'Gävle' }
const SIRI: Aktor = { id: 'siri', namn: 'Siri Sund', roll: 'specialist', enhet: 'Gävle' }
const FBSJP = ['forebyggande-sjukpenning']
const dag = datum('2026-06-01')
const nu = (d: string): Nu => ({ dag: datum(d), tid: `${d}T09:00:00.000Z` })
const session = async (mer: Partial<NySession> = {}): Promise<Buffer> =>
  tokenHash(
    await skapaSession(db, {
      anvandare: 'fia',
      namn: 'Fia Falk',
      roll: 'handlaggare',
      enhet: 'Gävle',
      personId: null,
      orgnr: null,
      farSeSkyddade: false,
      ...mer,
    }),
  )
const specialist = () => session({ anvandare: 'siri', namn: 'Siri Sund', roll: 'specialist' })

let lopnr = 0
const nyPerson = (mer: Partial<Person> = {}): Person => ({
  id: randomUUID(),
  personnummer: `19820101-9${String(++lopnr).padStart(3, '0')}`,
  fornamn: `Prov${lopnr}`,
  efternamn: 'Hemlig',
  fodd: datum('1982-01-01'),
  adress: [],
  lan: 'Gävleborg',
  skyddad: false,
  ...mer,
})

/** A plan applied for, with its statement; handled as usual when asked. */
function planen(person: Person, o: { enhet?: string; handlagd?: boolean; behandling?: string } = {}): Provplan {
  const p = plan(person.fornamn, {
    id: `${randomUUID().slice(0, 24)}000000000000`,
    person,
    enhet: o.enhet ?? 'Gävle',
    nummer: `FP2026-${String(900 + lopnr).padStart(6, '0')}`,
  })
    .medBehandling({ from: '2026-03-02', tom: '2026-04-26', dagar: ['tis'], behandling: o.behandling ?? 'mmr' })
    .ansokerOmPlan('2026-02-02')
    .medUtlatande()
  return o.handlagd ? p.handlagg('2026-02-12') : p
}
const lagg = (p: Provplan, d: Datum = dag) => bulkladda(db, [{ lage: p.arende.lage, journal: p.arende.journal, dokument: [], dag: d }])
const fakta = async (id: string, namn: string) => (await lasArende(db, { system: SYSTEM }, id))!.lage.fakta.filter((f) => f.namn === namn)

/** Answers what is open as usual, with each letter read first, until nothing is left to answer. */
async function handlagg(arendeId: string): Promise<void> {
  for (;;) {
    const f = utredningAv((await lasArende(db, { system: SYSTEM }, arendeId))!.lage, dag).fragor.find(
      (x) => x.roll === 'handlaggare' && vanligtPlansvar(x, {}) !== undefined,
    )
    if (!f) return
    const b = {
      arendeId,
      av: { system: FIA },
      nu: nu('2026-06-01'),
      kommando: { typ: 'svara' as const, nyckel: f.nyckel, underlag: f.underlag, svar: vanligtPlansvar(f, {}) },
    }
    const brev = await lager.brevFor(b)
    const pdf = new TextEncoder().encode('%PDF-prov')
    if (brev) await sparaBrev(db, { arendeId, av: { system: FIA }, innehall: brev.innehall, pdf, pdfSha256: sha256(pdf) })
    await lager.kor(b)
  }
}

describe('det ena ärendet får veta vad det andra har kommit fram till', () => {
  const person = nyPerson()
  let sp: string
  let fp: Provplan

  it('ett nytt sjukpenningärende vet från början vilka dagar som är betalda i förebyggande sjukpenning (27 kap. 21–22 §§)', async () => {
    fp = planen(person, { handlagd: true }).ansokerOmErsattning('2026-03-20', ['2026-03-03', '2026-03-10']).handlagg('2026-03-23')
    await lagg(fp)
    sp = (
      await lager.inled({ part: { slag: 'person', person }, forman: 'sjukpenning', enhet: 'Gävle', nu: nu('2026-06-01'), aktor: SYSTEM })
    ).arendeId
    const [f] = await fakta(sp, 'andraArenden')
    expect(f).toMatchObject({
      av: { roll: 'system' },
      varde: {
        arenden: [
          {
            nummer: fp.arende.lage.arende.nummer,
            forman: 'forebyggande-sjukpenning',
            betalda: [
              { from: '2026-03-03', grad: 0.5 },
              { from: '2026-03-10', grad: 0.5 },
            ],
          },
        ],
      },
    })
  })

  it('när ett ärende får nya dagar läggs ett jobb i kön i samma transaktion, och det andra ärendet hämtar dem när det väcks', async () => {
    nyaDagar.length = 0
    await lager.kor({ arendeId: sp, av: { system: FIA }, nu: nu('2026-06-01'), kommando: { typ: 'anteckna', text: 'Ringt.' } })
    expect(nyaDagar, 'inga nya dagar: inget jobb').toEqual([])
    const handling = {
      id: randomUUID(),
      typ: 'ansokan',
      rubrik: 'Ansökan',
      fran: 'forsakrad',
      inkom: dag,
      medietyp: 'application/json',
      sha256: '0'.repeat(64),
      storlek: 1,
      kanal: 'minaSidor',
    }
    const varde = {
      inkom: dag,
      tillfallen: [
        {
          id: 't1',
          behandling: 'b1',
          utforande: 'paPlats',
          datum: '2026-03-17',
          start: '08:00',
          behandlingMin: 240,
          forberedelseMin: 0,
          resaMin: 0,
        },
      ],
      hederOchSamvete: true,
      underskrift: { tid: `${dag}T08:00:00Z`, metod: 'e-legitimation' },
    }
    await lager.kor({
      arendeId: fp.arende.id,
      av: { system: SYSTEM },
      nu: nu('2026-06-01'),
      kommando: { typ: 'taEmotErsattningsansokan', data: { handling, varde } },
    })
    expect(nyaDagar, 'en ansökan är inga dagar').toEqual([])
    await handlagg(fp.arende.id)
    expect(new Set(nyaDagar)).toEqual(new Set([fp.arende.id]))
    const betalda = async () =>
      ((await fakta(sp, 'andraArenden')).at(-1)!.varde as { arenden: { betalda: { from: string }[] }[] }).arenden[0]!.betalda.map(
        (b) => b.from,
      )
    expect(await betalda()).toEqual(['2026-03-03', '2026-03-10'])
    await lager.vack(sp, nu('2026-06-02'))
    expect(await betalda()).toEqual(['2026-03-03', '2026-03-10', '2026-03-17'])
    expect(await lager.vack(sp, nu('2026-06-02')), 'inget nytt: inget skrivs').toBe(0)
  })

  it('den som inte har andra ärenden får inget sådant faktum i sjukpenning', async () => {
    const { arendeId } = await lager.inled({
      part: { slag: 'person', person: nyPerson() },
      forman: 'sjukpenning',
      enhet: 'Gävle',
      nu: nu('2026-06-01'),
      aktor: SYSTEM,
    })
    expect(await fakta(arendeId, 'andraArenden')).toEqual([])
  })
})

describe('lika fall från hela landet', () => {
  it('visas för den som handlägger utan personuppgifter, och inte för någon annan', async () => {
    const [har, dar, skyddad] = [
      planen(nyPerson()),
      planen(nyPerson({ lan: 'Skåne' }), { enhet: 'Malmö', handlagd: true }),
      planen(nyPerson({ skyddad: true }), { enhet: 'Malmö', handlagd: true }),
    ]
    for (const p of [har, dar, skyddad]) await lagg(p)
    const lika = await somPerson(db, await session({ formaner: FBSJP }), (q) => liknandePoster(q, har.arende.id, 'mmr'))
    const text = JSON.stringify(lika)
    expect(lika.length).toBeGreaterThan(0)
    expect(lika.every((p) => p.planbeslut !== null)).toBe(true)
    for (const p of [dar, skyddad]) {
      const { part, nummer } = p.arende.lage.arende
      if (part.slag === 'person')
        for (const hemligt of [
          part.person.id,
          part.person.personnummer,
          part.person.efternamn,
          nummer,
          p.arende.id,
          part.person.lan,
          'Malmö',
        ])
          expect(text).not.toContain(hemligt)
    }
    expect(Object.keys(lika[0]!)).not.toEqual(expect.arrayContaining(['person']))
    for (const roll of ['forsakrad', 'arbetsgivare', 'analytiker', 'samverkansansvarig'] as const)
      expect(await somPerson(db, await session({ anvandare: roll, roll }), (q) => liknandePoster(q, har.arende.id, 'mmr'))).toEqual([])
  })

  it('själva posterna läses bara av systemet', async () => {
    expect((await somSystemet(db, (q) => allaPoster(q))).length).toBeGreaterThan(2)
    expect(await somPerson(db, await specialist(), (q) => allaPoster(q))).toEqual([])
    expect(await somPerson(db, await specialist(), (q) => q.selectFrom('app.persondagar').selectAll().execute())).toEqual([])
  })
})

describe('evidensregistret', () => {
  const ny = (id: string, mer: object = {}) => ({
    id,
    behandling: 'massage',
    stallning: 'oftaInte' as const,
    kalla: { slag: 'vagledning' as const, text: 'Vägledning 2026:1' },
    from: dag,
    ...mer,
  })

  it('finns från början med källa, och läses i hela landet av dem som handlägger', async () => {
    for (const s of [await session({ enhet: 'Malmö' }), await specialist(), await session({ anvandare: 'farah', roll: 'fmr', enhet: '' })])
      expect((await somPerson(db, s, lasEvidensregistret)).length).toBeGreaterThan(10)
    expect(await somPerson(db, await session({ roll: 'forsakrad' }), lasEvidensregistret)).toEqual([])
  })

  it('förs av specialister under eget namn: en öppen post med samma omfång slutar dagen före, och inget skrivs över', async () => {
    const s = await specialist()
    const fore = (await somPerson(db, s, lasEvidensregistret)).find((p) => p.behandling === 'massage' && !p.utforande)!
    await somPerson(db, s, (q) => foraInEvidens(q, ny('massage-1'), SIRI, dag, 'Ny vägledning.'))
    const historik = await somPerson(db, s, evidenshistoriken)
    expect(historik[0]!.post).toMatchObject({ id: 'massage-1', av: 'Siri Sund', registrerad: dag, from: dag })
    expect(historik.find((h) => h.post.id === fore.id)).toMatchObject({
      post: { tom: '2026-05-31', from: fore.from, stallning: fore.stallning },
      stopp: [{ tom: '2026-05-31', ersattAv: 'massage-1', skal: 'Ny vägledning.', av: 'Siri Sund' }],
    })
    await expect(db.agare.query(`update app.evidenspost set stallning = 'oftaGodkand' where id = 'massage-1'`)).rejects.toThrow(
      /ändras eller tas aldrig bort/,
    )
    await expect(db.agare.query('delete from app.evidensstopp')).rejects.toThrow(/ändras eller tas aldrig bort/)
  })

  it('förs inte av någon annan, och inte i någon annans namn', async () => {
    await expect(somPerson(db, await session(), (q) => foraInEvidens(q, ny('massage-2'), FIA, dag, 'x'))).rejects.toThrow(
      /row-level security/,
    )
    await expect(
      somPerson(db, await specialist(), (q) => foraInEvidens(q, ny('massage-3'), { ...SIRI, id: 'sara' }, dag, 'x')),
    ).rejects.toThrow(/row-level security/)
  })

  it('säger vilket fält som är fel, och en post kan avslutas utan ny', async () => {
    const s = await specialist()
    await expect(somPerson(db, s, (q) => foraInEvidens(q, { ...ny('x'), diagnos: 'hej' }, SIRI, dag, 'x'))).rejects.toMatchObject({
      falt: [{ falt: 'diagnos' }],
    })
    await somPerson(db, s, (q) =>
      stoppaEvidens(q, { post: 'massage-1', tom: datum('2026-08-31'), skal: 'Vägledningen är upphävd.' }, SIRI, dag),
    )
    await expect(
      somPerson(db, s, (q) => stoppaEvidens(q, { post: 'massage-1', tom: datum('2026-09-30'), skal: 'x' }, SIRI, dag)),
    ).rejects.toThrow(/slutar redan/)
    expect((await somPerson(db, s, lasEvidensregistret)).find((p) => p.id === 'massage-1')!.tom).toBe('2026-08-31')
  })

  it('en ny post når de öppna planer som den handlar om: ställningen i ärendet blir den nya', async () => {
    const p = planen(nyPerson(), { behandling: 'massage' })
    await lagg(p)
    const s = await specialist()
    await somPerson(db, s, (q) =>
      foraInEvidens(q, ny('massage-4', { diagnos: 'M54', stallning: 'oftaGodkand' }), SIRI, dag, 'Svar från rådgivare.'),
    )
    const ids = await somPerson(db, s, (q) => planerAttVacka(q, 'massage', dag))
    expect(ids).toEqual([p.arende.id])
    await lager.vack(p.arende.id, nu('2026-06-01'))
    expect((await fakta(p.arende.id, 'registerlage')).at(-1)!.varde).toMatchObject({
      behandling: 'b1',
      svar: { stallning: 'oftaGodkand', poster: [{ id: 'massage-4' }] },
    })
    expect(await somPerson(db, await session(), (q) => planerAttVacka(q, 'massage', dag)), 'bara den som för registret väcker').toEqual([])
  })
})

describe('överlämning mellan förmåner', () => {
  it('syns på den mottagande enheten för dem som arbetar med den andra förmånen, tills den är besvarad', async () => {
    const { arendeId } = await lager.inled({
      part: { slag: 'person', person: nyPerson() },
      forman: 'sjukpenning',
      enhet: 'Gävle',
      nu: nu('2026-06-01'),
      aktor: SYSTEM,
    })
    await lager.kor({
      arendeId,
      av: { system: { ...FIA, id: 'eva', namn: 'Eva Ek' } },
      nu: nu('2026-06-01'),
      kommando: { typ: 'lamnaOver', data: { slag: 'ide', skal: 'Behandling nämns.', enhet: 'Malmö' } },
    })
    const oppna = async (mer: Partial<NySession>) => somPerson(db, await session(mer), (q) => oppnaOverlamningarna(q, 'Malmö'))
    const [rad] = await oppna({ anvandare: 'moa', enhet: 'Malmö', formaner: FBSJP })
    expect(rad).toMatchObject({ arendeId, till: 'forebyggande-sjukpenning', av: 'Eva Ek', slag: 'ide', svar: null })
    expect(await oppna({ anvandare: 'mona', enhet: 'Malmö', formaner: ['sjukpenning'] })).toEqual([])
    expect(await oppna({ anvandare: 'ulf', enhet: 'Umeå' })).toEqual([])
    expect(await lasArende(db, { session: await session({ anvandare: 'moa', enhet: 'Malmö', formaner: FBSJP }) }, arendeId)).toBeNull()
    await lager.kor({
      arendeId,
      av: { system: { ...FIA, id: 'moa' } },
      nu: nu('2026-06-02'),
      kommando: { typ: 'besvaraOverlamning', data: { overlamningId: rad!.id, utfall: 'aterlamnad', skal: 'Ingen behandling planeras.' } },
    })
    expect(await oppna({ anvandare: 'moa', enhet: 'Malmö', formaner: FBSJP })).toEqual([])
  })

  it('om en person med skyddade uppgifter syns bara för den som får se sådana', async () => {
    const { arendeId } = await lager.inled({
      part: { slag: 'person', person: nyPerson({ skyddad: true }) },
      forman: 'sjukpenning',
      enhet: 'Gävle',
      nu: nu('2026-06-01'),
      aktor: SYSTEM,
    })
    await lager.kor({
      arendeId,
      av: { system: { ...FIA, id: 'ingrid' } },
      nu: nu('2026-06-01'),
      kommando: { typ: 'lamnaOver', data: { slag: 'ide', skal: 'Behandling nämns.' } },
    })
    const lista = async (farSeSkyddade: boolean) =>
      (await somPerson(db, await session({ formaner: FBSJP, farSeSkyddade }), (q) => oppnaOverlamningarna(q, 'Gävle'))).map(
        (r) => r.arendeId,
      )
    expect(await lista(false)).not.toContain(arendeId)
    expect(await lista(true)).toContain(arendeId)
  })
})

describe('kandidater och förslag', () => {
  it('kandidater syns på sin enhet för dem som arbetar med förmånen, går steg för steg och gallras', async () => {
    const personnummer = '19820101-9777'
    const id = await somSystemet(db, (q) =>
      laggTillKandidat(
        q,
        {
          personnummer,
          namn: 'Kim Kandidat',
          enhet: 'Gävle',
          kalla: 'vard',
          uppgiftslamnare: 'Vårdcentralen',
          samtycke: true,
          text: 'Behandling planeras.',
          dag: datum('2025-05-30'),
        },
        SYSTEM,
      ),
    )
    await expect(
      somPerson(db, await session({ roll: 'arbetsgivare', orgnr: '5560004615' }), (q) =>
        laggTillKandidat(
          q,
          { personnummer, namn: 'X', enhet: 'Gävle', kalla: 'arbetsgivare', uppgiftslamnare: 'X', samtycke: true, text: '', dag },
          FIA,
        ),
      ),
    ).rejects.toThrow(/row-level security/)
    expect(await somPerson(db, await session({ formaner: ['sjukpenning'] }), kandidaterna)).toEqual([])
    expect(await somPerson(db, await session({ enhet: 'Malmö' }), kandidaterna)).toEqual([])
    const s = await session({ formaner: FBSJP })
    expect(await somPerson(db, s, kandidaterna)).toMatchObject([{ id, status: 'ny', steg: [{ status: 'ny' }] }])
    await somPerson(db, s, (q) => stegaKandidat(q, id, { status: 'kontaktad', text: 'Ringt.' }, FIA, datum('2025-05-31')))
    expect(await somPerson(db, s, kandidaterna)).toMatchObject([
      { status: 'kontaktad', senaste: '2025-05-31', steg: [{ status: 'ny' }, { status: 'kontaktad', av: 'Fia Falk' }] },
    ])
    expect(await somSystemet(db, (q) => gallraKandidater(q, datum('2025-05-31')))).toBe(0)
    expect(await somSystemet(db, (q) => gallraKandidater(q, datum('2025-06-01')))).toBe(1)
    expect(await somPerson(db, s, kandidaterna)).toEqual([])
  })

  it('ett förslag på ett formulär besvaras av en specialist och båda står kvar', async () => {
    const id = await somPerson(db, await session(), (q) =>
      foresla(q, { formular: 'plan', version: '1', falt: 'syfte', text: 'Fler exempel.', enhet: 'Gävle' }, FIA, dag),
    )
    expect((await somPerson(db, await specialist(), formularforslag))[0]).toMatchObject({ id, status: 'ny', av: 'Fia Falk' })
    await expect(
      somPerson(db, await session(), (q) => besvaraForslag(q, { forslag: id, status: 'infors', svar: 'Ja.' }, FIA, dag)),
    ).rejects.toThrow(/row-level security/)
    await somPerson(db, await specialist(), (q) =>
      besvaraForslag(q, { forslag: id, status: 'infors', svar: 'Bra.', inforsI: '2' }, SIRI, dag),
    )
    expect((await somPerson(db, await session(), formularforslag))[0]).toMatchObject({
      status: 'infors',
      svar: [{ inforsI: '2', av: 'Siri Sund' }],
    })
    await expect(db.agare.query('delete from app.formularforslag')).rejects.toThrow(/ändras eller tas aldrig bort/)
  })
})

describe('läkarens länk', () => {
  const nyLank = async (ensam = true) => {
    const p = planen(nyPerson())
    await lagg(p)
    return {
      p,
      ...(await somSystemet(db, (q) => skapaUtlatandelank(q, { arendeId: p.arende.id, begaranId: null, av: 'forsakrad', dag, ensam }))),
    }
  }

  it('öppnas med koden hur den än skrivs, och koden finns inte i databasen', async () => {
    const { p, id, kod, giltigTill } = await nyLank()
    expect(kod).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    expect(await oppnaUtlatandelank(db, id, ` ${kod.toLowerCase().replaceAll('-', ' ')}`, nu('2026-06-01'))).toEqual({
      arendeId: p.arende.id,
      begaranId: null,
      giltigTill,
    })
    const { rows } = await db.agare.query<{ kod: Buffer }>('select kod from app.utlatandelank where id = $1', [id])
    expect(rows[0]!.kod.toString('utf8')).not.toContain(kod.replaceAll('-', ''))
    for (const roll of ['handlaggare', 'specialist', 'forsakrad', 'enhetschef'] as const)
      expect(
        await somPerson(db, await session({ roll, personId: roll === 'forsakrad' ? p.val!.person.id : null }), (q) =>
          q.selectFrom('app.utlatandelank').selectAll().execute(),
        ),
      ).toEqual([])
  })

  it('stängs en stund efter fem fel kod i rad, för gott efter tjugo, och säger samma sak om en länk som inte finns', async () => {
    const { id, kod } = await nyLank()
    const fel = (d = '2026-06-01T09:00:00.000Z') =>
      oppnaUtlatandelank(db, id, 'AAAA-AAAA-AAAA', { dag, tid: d }).then(
        () => 'öppen',
        (f: unknown) => (f as Domanfel).kod,
      )
    for (let i = 0; i < 5; i++) expect(await fel()).toBe('felKod')
    expect(await fel()).toBe('forMangaForsok')
    await expect(oppnaUtlatandelank(db, id, kod, nu('2026-06-01'))).rejects.toMatchObject({ kod: 'forMangaForsok' })
    await oppnaUtlatandelank(db, id, kod, { dag, tid: '2026-06-01T09:16:00.000Z' })
    for (let n = 0; n < 4; n++) for (let i = 0; i < 5; i++) await fel(`2026-06-01T1${n}:00:00.000Z`)
    await expect(oppnaUtlatandelank(db, id, kod, { dag, tid: '2026-06-01T20:00:00.000Z' })).rejects.toMatchObject({ kod: 'felKod' })
    await expect(oppnaUtlatandelank(db, randomUUID(), kod, nu('2026-06-01'))).rejects.toMatchObject({ kod: 'felKod' })
  })

  it('gäller i 180 dagar, och en ny länk från personen gör den gamla ogiltig', async () => {
    const { p, id, kod } = await nyLank()
    await expect(oppnaUtlatandelank(db, id, kod, nu('2026-11-29'))).rejects.toMatchObject({ kod: 'felKod' })
    await somSystemet(db, (q) => skapaUtlatandelank(q, { arendeId: p.arende.id, begaranId: null, av: 'forsakrad', dag, ensam: true }))
    await expect(oppnaUtlatandelank(db, id, kod, nu('2026-06-01'))).rejects.toMatchObject({ kod: 'felKod' })
  })
})

describe('registret när det sätts upp', () => {
  it('har dagen som Återgång står på, inte datorns, och behåller den', async () => {
    const tom = await tomDatabas()
    try {
      for (const d of ['2026-03-20', '2026-03-21']) {
        const ny = await oppnaDatabas(tom.url, { dag: datum(d) })
        const poster = await somSystemet(ny, lasEvidensregistret)
        await ny.stang()
        expect(poster.length).toBeGreaterThan(10)
        expect(new Set(poster.map((p) => p.registrerad))).toEqual(new Set(['2026-03-20']))
      }
    } finally {
      await tom.stang()
    }
  }, 60_000)
})
