import { SYSTEMET } from '@atergang/arende'
import type { Planfaktum } from '@atergang/formaner'
import { LANSKODER } from '@atergang/formaner/apr'
import { datumAv, delar, plusDagar, type Datum } from '@atergang/kalender'
import { lasArende, somSystemet } from '@atergang/lager'
import type { Tjanster } from '../../app.ts'
import { faststallPlan } from '../../tjanster/apr/kontroll.ts'
import { ANORDNARE, ARBETSGIVARE, KLARA, type Demofirma } from './firmor.ts'
import { GUDRUN, Varld, type Demorad } from './varld.ts'

/** One key for all servers. */
const LAS = 727_190_153
const KONTROLLERADE: readonly Demofirma[] = [
  ARBETSGIVARE.kontoret,
  ARBETSGIVARE.bageriet,
  ARBETSGIVARE.akeriet,
  ARBETSGIVARE.hotellet,
  ARBETSGIVARE.kommunen,
  ARBETSGIVARE.tryckeriet,
]

/** Lives through the invented year of the workplace support once; a second start finds it there. A start that is broken off leaves it as far as it came. */
export async function laddaAprDemo(
  t: Pick<Tjanster, 'config' | 'db' | 'klocka' | 'brev' | 'analys'>,
  sag: (text: string) => void,
): Promise<void> {
  if (await finns(t)) return
  const las = await t.db.agare.connect()
  try {
    await las.query('select pg_advisory_lock($1)', [LAS])
    if (await finns(t)) return
    const start = performance.now()
    const antal = await lev(t)
    sag(
      `Arbetsplatsinriktat rehabiliteringsstöd: ${antal} påhittade ärenden på ${Math.round((performance.now() - start) / 1000)} sekunder.`,
    )
  } finally {
    await las.query('select pg_advisory_unlock($1)', [LAS])
    las.release()
  }
}

const finns = (t: Pick<Tjanster, 'db'>): Promise<boolean> =>
  somSystemet(
    t.db,
    async (q) => (await q.selectFrom('app.arende').select('id').where('forman', '=', 'aprAnordnare').executeTakeFirst()) !== undefined,
  )

/** The half-year before the one of the day. */
function forraHalvaret(idag: Datum): { ar: number; halvar: 1 | 2; from: Datum; tom: Datum } {
  const { ar, manad } = delar(idag)
  return manad > 6
    ? { ar, halvar: 1, from: datumAv(ar, 1, 1), tom: datumAv(ar, 6, 30) }
    : { ar: ar - 1, halvar: 2, from: datumAv(ar - 1, 7, 1), tom: datumAv(ar - 1, 12, 31) }
}

interface Handelse {
  readonly dag: Datum
  readonly gor: () => Promise<unknown>
}

async function lev(t: Pick<Tjanster, 'config' | 'db' | 'klocka' | 'brev' | 'analys'>): Promise<number> {
  const idag = t.klocka.nu().dag
  const h = forraHalvaret(idag)
  const v = new Varld(t, plusDagar(h.from, -420))
  const handelser: Handelse[] = []
  const den = (dag: Datum, gor: () => Promise<unknown>): void => void handelser.push({ dag: dag > idag ? idag : dag, gor })
  await utifran(t, delar(idag).ar)
  anordnarna(v, den, idag, h.from)
  efterkontrollen(v, den, h)
  arbetsgivarna(v, den, idag)
  for (const { dag, gor } of handelser.map((x, i) => ({ ...x, i })).sort((a, b) => (a.dag < b.dag ? -1 : a.dag > b.dag ? 1 : a.i - b.i))) {
    await v.gaTill(dag)
    await gor()
  }
  await v.gaTill(idag)
  return somSystemet(t.db, async (q) =>
    Number(
      (
        await q
          .selectFrom('app.arende')
          .select((e) => e.fn.countAll<number>().as('n'))
          .where('forman', 'like', 'apr%')
          .executeTakeFirstOrThrow()
      ).n,
    ),
  )
}

/** Invented figures, and said to be. */
async function utifran(t: Pick<Tjanster, 'db' | 'klocka'>, ar: number): Promise<void> {
  const rader = [
    { slag: 'budget', innehall: { avsatt: 1_000_000 } },
    { slag: 'arbetsgivarbestand', innehall: { perStorlek: { '0-9': 900, '10-49': 400, '50-249': 80, '250-': 12 } } },
    {
      slag: 'folkmangd',
      innehall: { namnare: 'påhittad folkmängd', perLan: Object.fromEntries(LANSKODER.map((l, i) => [l, 100_000 + 45_000 * i])) },
    },
  ]
  await somSystemet(t.db, (q) =>
    q
      .insertInto('app.apr_underlag')
      .values(
        rader.map((r) => ({
          slag: r.slag,
          ar,
          innehall: JSON.stringify(r.innehall),
          kalla: 'Påhittat för demon',
          av: 'system',
          tid: t.klocka.nu().tid,
        })),
      )
      .onConflict((c) => c.doNothing())
      .execute(),
  )
}

type Den = (dag: Datum, gor: () => Promise<unknown>) => void

function anordnarna(v: Varld, den: Den, idag: Datum, halvarFrom: Datum): void {
  const start = plusDagar(halvarFrom, -420)
  const ids: Record<string, string> = {}
  const godkand = (dag: Datum, f: Demofirma, o: Parameters<Varld['anordnare']>[1] = {}): void => {
    den(dag, async () => (ids[f.id] = await v.anordnare(f, o)))
    den(plusDagar(dag, 7), () => v.godkann(ids[f.id]!))
  }
  godkand(start, ANORDNARE.halsan, { lan: ['17', '20', '21'] })
  godkand(start, ANORDNARE.soder, { lan: ['12', '13'] })
  godkand(plusDagar(start, 10), ANORDNARE.norr, { lan: ['22', '23', '24', '25'], lakarTom: plusDagar(idag, 30) })
  godkand(plusDagar(start, 10), ANORDNARE.kanalkliniken)
  den(plusDagar(idag, -95), () =>
    v.kor(ids.kanalkliniken!, {
      typ: 'anmalAndring',
      data: {
        andring: { dag: plusDagar(idag, -90), text: 'Vår läkare slutar.' },
        kompetenser: [
          {
            uppgiftId: 'k0',
            kompetens: 'lakare',
            person: 'Person 1',
            knytning: 'avtal',
            from: plusDagar(start, -900),
            tom: plusDagar(idag, -90),
          },
        ],
      },
    }),
  )
  den(plusDagar(idag, -94), () => v.svara(ids.kanalkliniken!, 'aprKompetens', { val: 'styrkt', skal: 'Uppsägningen visar sista dagen.' }))
  den(plusDagar(idag, -85), async () => {
    await v.svara(ids.kanalkliniken!, 'aprOmprovning', {
      val: 'upphor',
      tom: plusDagar(idag, -55),
      skal: 'kompetensSaknas',
      text: 'Läkare saknas sedan avtalet tog slut.',
    })
    await v.svara(ids.kanalkliniken!, 'kommunicering', { satt: 'sand' })
  })
  den(plusDagar(idag, -62), () => v.svara(ids.kanalkliniken!, 'beslut', {}))
  den(plusDagar(idag, -60), async () => {
    ids.ergo = await v.anordnare(ANORDNARE.ergo, { utan: 'lakare' })
    while (await v.svaraOm(ids.ergo, 'aprKompetens', { val: 'styrkt', skal: 'Examensbevis.' })) continue
    await v.svara(ids.ergo, 'kommunicering', { satt: 'sand' })
  })
  den(plusDagar(idag, -30), () => v.svara(ids.ergo!, 'beslut', {}))
  den(plusDagar(idag, -5), () => v.anordnare(ANORDNARE.balans, { lan: ['13', '14'] }))
}

/** Six employers were given money in the half-year; three are drawn, one more is chosen for a signal, and they are at different stages. */
function efterkontrollen(v: Varld, den: Den, h: ReturnType<typeof forraHalvaret>): void {
  const stod: { arendeId: string; ansokanId: string }[] = []
  den(plusDagar(h.from, 50), async () => {
    for (const [i, f] of KONTROLLERADE.entries()) {
      const insatsdag = plusDagar(h.from, 25)
      stod.push(
        await v.ansok(
          f,
          h.ar,
          [11_000, 8_000, 8_000 + 500 * i].map((kronor, n): Demorad => ({
            anstalld: `Anställd ${n + 1}`,
            kronor,
            anordnare: ANORDNARE.halsan.orgnr,
            insatsdag,
            fakturanummer: `H-${i}${n}`,
          })),
        ),
      )
    }
    await v.arbeta()
    for (const s of stod) await v.besluta(s.arendeId)
  })
  const plan = plusDagar(h.tom, 12)
  let rond = ''
  den(plan, async () => {
    rond = (await faststallPlan(v.t, GUDRUN, { ar: h.ar, halvar: h.halvar, andel: '0,5', indelning: [] })).arendeId
    await v.svara(
      rond,
      'aprFro',
      { fro: 20_250_712, satt: 'tvaTjansteman', hur: 'Åtta kast med en tiosidig tärning.', medverkande: 'Bertil Björk' },
      GUDRUN,
    )
    await v.arbeta()
    const l = (await lasArende(v.t.db, { system: SYSTEMET }, rond))!.lage
    const dragna = new Set(
      (JSON.parse((l.fakta.find((x) => x.namn === 'urval')!.varde as { text: string }).text) as { urval: { id: string }[] }).urval.map(
        (u) => u.id,
      ),
    )
    const utanfor = (l.fakta.find((x) => x.namn === 'plan')!.varde as Planfaktum).population.find((e) => !dragna.has(e.id))
    if (utanfor)
      await v.kor(rond, {
        typ: 'laggTillRiskfall',
        data: { enhet: utanfor.id, signal: 'annat', skal: 'Ett tips om att fakturan krediterats.' },
      })
  })
  const kontrollerade = async (): Promise<string[]> =>
    somSystemet(v.t.db, async (q) =>
      (await q.selectFrom('app.apr_kontrollfall').select('arende_id').orderBy('arende_id').execute()).map((r) => r.arende_id),
    )
  // Two have answered, one of them with a fault; the others have not yet.
  den(plusDagar(plan, 14), async () => {
    for (const [i, id] of (await kontrollerade()).slice(0, 2).entries()) {
      const helt = (await lasArende(v.t.db, { system: SYSTEMET }, id))!.lage
      const rader = (helt.fakta.find((f) => f.namn === 'ansokan')!.varde as { rader: { radId: string }[] }).rader
      await v.kor(id, {
        typ: 'lamnaKontrollunderlag',
        data: {
          underlag: {
            omgang: helt.begaran.find((b) => b.typ === 'aprKontroll')!.om!,
            rader: rader.map((r) => ({ radId: r.radId, insatsuppgift: 'Arbetsplatsbesök och plan.', innehall: ['arbetsplatsbesok'] })),
            text: 'Betalningarna framgår av kontoutdragen.',
          },
        },
      })
      await v.svara(id, 'aprFynd', {
        rader: rader.map((r, n) =>
          i === 0 && n === 0
            ? { radId: r.radId, kod: 'kostnadForHog', rattKostnad: 600_000, text: 'Fakturan är delvis krediterad.' }
            : { radId: r.radId, kod: 'ingetFel' },
        ),
      })
      await v.svara(id, 'aprKontrollklar', {})
      await v.arbeta()
      if (i > 0) continue
      await v.svara(id, 'aprAndring', { val: 'tillNackdel', grund: '3', skal: 'Kostnaden var lägre än den som angavs.' })
      await v.svara(id, 'kommunicering', { satt: 'undantag', skal: 'Arbetsgivaren har själv skickat krediteringen.' })
      await v.svara(id, 'beslut', {})
      await v.svara(id, 'aprAterkrav', { val: 'aterkrav', belopp: 2_000, skal: 'Ni har fått för mycket.' })
    }
  })
}

function arbetsgivarna(v: Varld, den: Den, idag: Datum): void {
  const A = ARBETSGIVARE
  const [halsan, soder, kanal] = [ANORDNARE.halsan.orgnr, ANORDNARE.soder.orgnr, ANORDNARE.kanalkliniken.orgnr]
  const arAv = (d: Datum): number => delar(d).ar
  const rad = (anstalld: string, kronor: number, insatsdag: Datum, fakturanummer: string, mer: Partial<Demorad> = {}): Demorad => ({
    anstalld,
    kronor,
    insatsdag,
    fakturanummer,
    anordnare: halsan,
    ...mer,
  })
  const sedan = (n: number): Datum => plusDagar(idag, -n)
  const enkel = async (f: Demofirma, rader: readonly Demorad[], ar = arAv(rader[0]!.insatsdag)) => {
    const kvitto = await v.ansok(f, ar, rader)
    await v.arbeta()
    return kvitto
  }

  den(sedan(40), async () =>
    v.besluta(
      (
        await enkel(A.smedjan, [
          rad('Lisa', 14_000, sedan(48), 'S-1'),
          rad('Lisa', 9_000, sedan(47), 'S-2'),
          rad('Ahmed', 6_000, sedan(47), 'S-3'),
        ])
      ).arendeId,
    ),
  )
  den(sedan(35), async () =>
    v.besluta(
      (
        await enkel(
          A.verken,
          Array.from({ length: 60 }, (_, i) => rad(`Anst ${1000 + i}`, 8_000, sedan(45), `V-${i}`)),
        )
      ).arendeId,
    ),
  )
  den(sedan(4), () => enkel(A.verken, [rad('Anst 1001', 5_000, sedan(10), 'V-100')]))
  den(sedan(12), async () => {
    const { arendeId } = await enkel(A.vastkusten, [rad('S1', 7_000, sedan(20), 'VK-1', { utanFaktura: true, anordnare: soder })])
    await v.svara(arendeId, 'aprKomplettera', { val: 'fraga', text: 'Skicka fakturan från anordnaren.' })
  })
  const sentAr = idag > datumAv(arAv(idag), 2, 2) ? arAv(idag) - 1 : arAv(idag) - 2
  den(sedan(3), () => enkel(A.sena, [rad('L1', 9_000, datumAv(sentAr, 11, 3), 'SS-1', { anordnare: soder })], sentAr))
  den(sedan(6), () => enkel(A.eken, [rad('E1', 12_000, sedan(16), 'SAMMA-1')]))
  den(sedan(5), () => enkel(A.linden, [rad('L1', 12_000, sedan(16), 'SAMMA-1')]))
  den(sedan(20), async () => {
    const { arendeId } = await enkel(A.kanalhuset, [
      rad('K1', 6_000, sedan(58), 'KK-1', { anordnare: kanal }),
      rad('K1', 6_000, sedan(40), 'KK-2', { anordnare: kanal }),
    ])
    await v.svaraOm(arendeId, 'kommunicering', { satt: 'sand' })
  })
  den(sedan(9), () => v.ansok(A.pappersbruket, arAv(sedan(30)), [rad('P1', 5_000, sedan(30), 'MP-1')], { inkom: null, papper: sedan(9) }))
  den(sedan(8), async () => {
    const { arendeId, ansokanId } = await enkel(A.tillbaka, [rad('T1', 4_000, sedan(15), 'TB-1')])
    await v.kor(arendeId, { typ: 'aterkallaAnsokan', data: { ansokanId, skal: 'Vi söker när hela insatsen är gjord.' } })
  })
  den(sedan(2), () => enkel(A.eksnickeri, [rad('Ellens anställde', 8_000, sedan(14), 'EK-1', { anordnare: '999912-3453' })]))
  for (const [i, f] of KLARA.entries())
    den(sedan(1 + (i % 5)), () =>
      enkel(f, [
        rad('A1', 6_000 + 700 * i, sedan(20 + i), `KL-${i}`, { anordnare: i % 2 ? soder : halsan }),
        rad('A2', 3_000, sedan(20 + i), `KL-${i}b`, { anordnare: i % 2 ? soder : halsan }),
      ]),
    )
}
