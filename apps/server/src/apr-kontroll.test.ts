import { dra } from '@atergang/formaner/apr'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Aprserver } from '../../../tests/stod/aprserver.ts'

let a: Aprserver
let anordnare: string
let rond: string
const FIRMOR = ['ett', 'tva', 'tre', 'fyra', 'fem', 'sex'] as const

/** Six employers are granted money in the first half of 2026; then it is August. */
beforeAll(async () => {
  a = await Aprserver.starta('2026-01-12')
  anordnare = a.firma('halsan', 'Hälsa i arbetet AB', 'anordnare', 901)
  await a.godkand('halsan')
  a.dag('2026-03-02')
  for (const [i, f] of FIRMOR.entries()) {
    a.firma(f, `${f} AB`, 'arbetsgivare', 30 + i)
    await a.ansok(
      f,
      2026,
      await a.rader(f, anordnare, [
        { anstalld: '19800101-9804', kronor: 4_000 },
        { anstalld: 'B', kronor: 4_000 },
        { anstalld: 'C', kronor: 4_000 },
      ]),
    )
  }
  await a.bakgrunden()
  a.dag('2026-03-10')
  await a.beslutaLista()
}, 120_000)
afterAll(() => a.stang())

const omgangen = () => a.gor('asta', 'GET', `/apr/efterkontroller/${rond}`)

describe('en omgång efterkontroll, från plan till återbetalt', () => {
  it('har en plan som säger allt innan något dras; halvåret ska vara slut', async () => {
    const val = { ar: 2026, halvar: 1, andel: '0,5', indelning: [] }
    expect((await a.anrop('gudrun', 'POST', '/apr/efterkontroller/plan', val)).json).toMatchObject({ kod: 'halvaretPagar' })
    a.dag('2026-08-03')
    expect(await a.gor('gudrun', 'POST', '/apr/efterkontroller/plan', val)).toMatchObject({
      utanfor: 0,
      plan: { population: 6, fro: null, strata: [{ population: 6, urval: 3, sannolikhet: 0.5 }] },
    })
    expect((await a.anrop('asta', 'POST', '/apr/efterkontroller', val)).status).toBe(403)
    rond = (await a.gor('gudrun', 'POST', '/apr/efterkontroller', val)).arendeId
    expect((await a.gor('gudrun', 'POST', '/apr/efterkontroller', val)).arendeId, 'planeras om, blir ingen andra').toBe(rond)
    expect(await omgangen()).toMatchObject({ omgang: '2026-1', fro: null, uttagna: [], froFraga: { nyckel: 'aprFro' } })
  })

  it('dras med ett frö som sätts en gång, och kan dras om byte för byte av en revisor', async () => {
    const fro = { fro: 7, satt: 'tvaTjansteman', hur: 'Fyra tärningar.', medverkande: 'Bertil Björk' }
    expect((await a.anrop('asta', 'POST', `/apr/efterkontroller/${rond}/fro`, fro)).status).toBe(403)
    await a.gor('gudrun', 'POST', `/apr/efterkontroller/${rond}/fro`, fro)
    expect((await a.anrop('gudrun', 'POST', `/apr/efterkontroller/${rond}/fro`, { ...fro, fro: 8 })).status).toBe(409)
    const population = await a.gor('gudrun', 'GET', `/apr/efterkontroller/${rond}/population.json`)
    const urval = await a.gor('gudrun', 'GET', `/apr/efterkontroller/${rond}/urval.json`)
    expect(JSON.stringify(urval)).toBe(
      JSON.stringify(dra({ ar: 2026, halvar: 1, enheter: population, utanfor: 0 }, { andel: '0,5', fro: 7, indelning: [] })),
    )
    expect(JSON.stringify(population), 'inga nummer eller namn').not.toMatch(/9999|AB/)
    await a.bakgrunden()
    const o = await omgangen()
    expect(o.uttagna).toHaveLength(3)
    expect(
      o.uttagna.every((u: { slag: string; arenden: string[]; namn: string }) => u.slag === 'dragen' && u.arenden.length === 1 && u.namn),
    ).toBe(true)
  })

  it('pekar ut med namngivna signaler, för sig, och lägger till bredvid urvalet', async () => {
    const { rader } = await a.gor('asta', 'GET', `/apr/efterkontroller/${rond}/risksignaler`)
    expect(rader.filter((r: { signal: string }) => r.signal === 'sammaKostnad')).toHaveLength(6)
    const ny = rader.find((r: { uttagen: boolean }) => !r.uttagen)
    await a.gor('asta', 'POST', `/apr/efterkontroller/${rond}/riskfall`, {
      enhet: ny.enhet,
      signal: ny.signal,
      skal: 'Samma kostnad på alla rader.',
    })
    await a.bakgrunden()
    expect((await omgangen()).uttagna.filter((u: { slag: string }) => u.slag === 'risk')).toMatchObject([
      { enhet: ny.enhet, sannolikhet: null, signal: 'sammaKostnad' },
    ])
  })

  it('begär underlag, granskar, ändrar beslutet, kräver tillbaka, och skattar när alla är klara', async () => {
    const { uttagna } = await omgangen()
    for (const [i, u] of (uttagna as { namn: string; arenden: string[] }[]).entries()) {
      const konto = u.namn.split(' ')[0]!
      const stod = (await a.mitt(konto)).arenden[0]
      expect(stod.kontroller).toMatchObject([{ omgang: '2026-1', tillstand: 'begart' }])
      expect(stod.brev.some((b: { rubrik: string }) => /efterkontroll/i.test(b.rubrik))).toBe(true)
      const bevis = await a.fil(konto, 'betalningsbevis')
      const rader = stod.ansokningar[0].rader.map((r: { radId: string }) => ({
        radId: r.radId,
        handlingar: [bevis],
        insatsuppgift: 'Arbetsplatsbesök.',
        innehall: ['arbetsplatsbesok'],
      }))
      await a.gor(konto, 'POST', `/apr/arbetsgivare/arenden/${stod.arendeId}/kontrollunderlag`, {
        omgang: '2026-1',
        rader,
        text: 'Här är bevisen.',
      })
      const fynd = rader.map((r: { radId: string }, n: number) =>
        i === 0 && n === 0
          ? { radId: r.radId, kod: 'kostnadForHog', rattKostnad: 200_000, text: 'Fakturan är krediterad till hälften.' }
          : { radId: r.radId, kod: 'ingetFel' },
      )
      await a.svara(stod.arendeId, 'aprFynd', { rader: fynd })
      await a.svara(stod.arendeId, 'aprKontrollklar', {})
      await a.bakgrunden()
    }
    const o = await omgangen()
    expect(o.skattning).toMatchObject({
      population: 6,
      dragna: 3,
      felandel: { varde: 1 / 3 },
      felbelopp: { varde: 2_000 },
      funnet: { medFel: 1, felbelopp: 1_000 },
      riskfall: { antal: 1, medFel: 0 },
    })
    expect(o.skattning.felandel.intervall.fran).toBeLessThan(1 / 3)

    const arende = uttagna[0].arenden[0]
    const konto = uttagna[0].namn.split(' ')[0]
    await a.svara(arende, 'aprAndring', { val: 'tillNackdel', grund: '3', skal: 'Kostnaden var lägre än den som angavs.' })
    await a.svara(arende, 'kommunicering', { satt: 'undantag', skal: 'Arbetsgivaren har själv skickat krediteringen.' })
    await a.svara(arende, 'beslut', {})
    await a.svara(arende, 'aprAterkrav', { val: 'aterkrav', belopp: 1_000, skal: 'Ni har fått för mycket.' })
    await a.bakgrunden()
    const stod = (await a.mitt(konto)).arenden[0]
    expect(stod.ansokningar).toMatchObject([{ belopp: 5_000, tidigareBeslut: [expect.any(String)] }])
    expect(stod.kvar).toBe(195_000)
    const krav = stod.beslut.find((b: { typ: string }) => b.typ === 'aterkrav')
    await a.gor('asta', 'POST', `/arenden/${arende}/kommandon`, {
      typ: 'registreraFaktum',
      namn: 'aterbetalning',
      varde: { beslutId: krav.id, belopp: 1_000, dag: '2026-08-03' },
      kalla: { typ: 'register', text: 'Betalningar' },
    })
    expect((await a.gor('asta', 'GET', `/arenden/${arende}`)).aterkrav).toMatchObject([{ belopp: 1_000, aterbetalt: 1_000 }])
  }, 60_000)
})

describe('siffrorna för ledningen', () => {
  it('säger budget, räckvidd, ledtider, avslag och inflöde, var och en med sin definition', async () => {
    await a.gor('gudrun', 'PUT', '/apr/underlag/2026', { underlag: { slag: 'budget', avsatt: 100_000 }, kalla: 'Påhittat' })
    await a.gor('gudrun', 'PUT', '/apr/underlag/2026', {
      underlag: { slag: 'arbetsgivarbestand', perStorlek: { '0-9': 60 } },
      kalla: 'Påhittat',
    })
    const u = await a.gor('gudrun', 'GET', '/apr/uppfoljning?ar=2026')
    expect(u).toMatchObject({
      budget: { avsatt: 100_000, utbetalt: 35_000, andel: 0.35, arbetsgivare: 6, kalla: 'Påhittat' },
      ledtider: { alla: { ansokningar: 6, mediandagar: 8 } },
      avslag: { ansokningar: { antal: 0, av: 6 } },
      prognos: null,
    })
    expect(u.rackvidd.perStorlek[0]).toMatchObject({ storlek: '0-9', arbetsgivare: { antal: 6, av: 60, andel: 0.1 }, belopp: 35_000 })
    expect(u.inflode.at(-1).manader[2]).toBe(6)
    expect(Object.keys(u.definitioner)).toEqual(['budget', 'inflode', 'ledtider', 'rackvidd', 'avslag'])
  })

  it('ger årsredovisningen som data och PDF; personer räknas en gång i landet', async () => {
    const r = await a.gor('ada', 'GET', '/apr/redovisning/2026')
    expect(r.redovisning).toMatchObject({
      ar: 2026,
      beslut: { beviljade: 6, delvis: 0, avslag: 0 },
      belopp: 35_000,
      arbetsgivare: 6,
      anstallda: 13,
    })
    expect(r.fordjupning.map((f: { falt: string }) => f.falt)).toContain('anordnartyp')
    expect(r.fordjupning.every((f: { lagrum: unknown[] }) => f.lagrum.length > 0)).toBe(true)
    expect((await a.gor('gudrun', 'GET', '/apr/redovisning/2026/pdf')).slice(0, 5)).toBe('%PDF-')
  })

  it('räknar överlapp för hela år, döljer det som färre än fem delar och säger hur många som inte kan letas upp; ett uttag loggas och nämner ingen', async () => {
    const p = { from: '2026-01-01', tom: '2026-12-31' }
    expect(await a.gor('ada', 'POST', '/apr/uppfoljning/overlapp', { apr: p, fbsjp: p })).toMatchObject({
      bada: null,
      avApr: { antal: null, av: null, andel: null },
      avFbsjp: { antal: null, av: null, andel: null },
      utanPersonnummer: 12,
    })
    expect(
      (
        await a.s.t.db.agare.query(
          `select anvandare, person_id from app.atkomst where vad = 'räknade överlapp: arbetsplatsinriktat stöd 2026, förebyggande sjukpenning 2026'`,
        )
      ).rows,
    ).toEqual([{ anvandare: 'ada', person_id: null }])
    expect(
      (await a.anrop('ada', 'POST', '/apr/uppfoljning/overlapp', { apr: p, fbsjp: { from: '2026-01-02', tom: '2026-12-31' } })).json,
    ).toMatchObject({ kod: 'ejHelaAr', falt: [{ falt: 'fbsjp.from', text: 'Välj den 1 januari ett år.' }] })
    expect(
      (await a.anrop('ada', 'POST', '/apr/uppfoljning/overlapp', { apr: { from: '2026-02-01', tom: '2026-01-01' }, fbsjp: p })).json,
    ).toMatchObject({ falt: [{ falt: 'apr.tom' }] })
    const csv: string = await a.gor('ada', 'POST', '/apr/export', { slag: 'utvardering', ar: 2026, syfte: 'Prov' })
    expect(csv.split('\r\n')).toHaveLength(19)
    expect(csv).not.toMatch(/19800101|8001019804|9999/)
    expect((await a.s.t.db.agare.query('select anvandare, syfte, rader, villkor, tid from app.apr_export')).rows).toMatchObject([
      {
        anvandare: 'ada',
        syfte: 'Prov',
        rader: 18,
        villkor: { slag: 'utvardering', kostnadsar: 2026, senastBeslutad: a.s.t.klocka.nu().dag },
        tid: expect.stringContaining(a.s.t.klocka.nu().dag),
      },
    ])
    expect((await a.anrop('ada', 'POST', '/apr/export', { slag: 'utvardering', ar: 2026, syfte: ' ' })).status).toBe(400)
  })
})
