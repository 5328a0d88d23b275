import { indatafel } from '@atergang/arende'
import {
  avslag,
  bemanning,
  budgetlage,
  historikandel,
  lasHistorikblad,
  ledtider,
  manadsinflode,
  overlapp,
  prognos,
  rackvidd,
  registerposter,
  STORLEKSNAMN,
  traffsakerhet,
  utvarderingsexport,
  trendOverBrottet,
  type Aprfonster,
  type Bidragsrad,
  type Prognos,
} from '@atergang/formaner/apr'
import { delar, plusDagar, type Datum } from '@atergang/kalender'
import { loggaAtkomst, somPerson } from '@atergang/lager'
import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { sessionen } from '../../auth/session.ts'
import { bytesAv } from '../../tjanster/skanning.ts'
import { tabellen } from '../../tjanster/apr/kalkylblad.ts'
import { ledare } from '../../tjanster/apr/ledare.ts'
import { redovisningen, redovisningsdokument } from '../../tjanster/apr/redovisning.ts'
import { tidigarePoster } from '../../tjanster/apr/tidigare.ts'
import { bidragsrader, budgeten, individerMedDagar, individerMedStod, inkomna, lasUnderlag, oppna } from '../../tjanster/apr/underlag.ts'
import { problemsvar } from '../scheman.ts'
import { historikSchema, individSchema, kravHelaAr, overlappSchema, synligaUtan, synligHistorik, synligtOverlapp } from './individer.ts'
import { andelSchema, arSchema, bladfelSchema, datumSchema, fritext, koder, lagrumRef, lista, tal, trendarSchema } from './scheman.ts'
import { FORSTA_STODAR } from './tidigare.ts'

const TAGG = { tags: ['APR uppföljning'] }
const FONSTER: readonly Aprfonster[] = ['treArFore', 'ar2011till2015', 'tvaArEfter', 'treArEfter', 'treArForeEllerEfter']
const ar = z.coerce.number().int().min(FORSTA_STODAR).max(2200)

const ledtid = z.object({ ansokningar: z.number(), mediandagar: tal, p90dagar: tal })
const prognosSchema = z.object({
  ar: z.number(),
  niva: z.number(),
  helar: z.number(),
  topp: z.object({ manad: z.number(), antal: z.number() }),
  larAr: lista(z.number()),
  metod: z.string(),
  traff: z.unknown().nullable(),
  manader: lista(
    z.object({
      manad: z.number(),
      utfall: tal,
      prognos: z.number(),
      intervall: z.object({ fran: z.number(), till: z.number() }).nullable(),
      bemanning: tal,
      bemanningOvre: tal,
    }),
  ),
})
const uppfoljningSchema = z
  .object({
    ar: z.number(),
    dag: z.string(),
    budget: z
      .object({
        avsatt: z.number(),
        kalla: z.string(),
        utbetalt: tal,
        kvar: tal,
        andel: tal,
        arbetsgivare: tal,
        perManad: lista(tal),
        ur: z.enum(['systemet', 'kallan', 'okant']),
      })
      .nullable(),
    trend: lista(trendarSchema),
    inflode: lista(z.object({ ar: z.number(), manader: lista(z.number()) })),
    prognos: prognosSchema.nullable(),
    prognosSaknas: z.string().nullable(),
    ledtider: z.object({ alla: ledtid, perKanal: z.object({ etjanst: ledtid, papper: ledtid }), skanning: ledtid }),
    rackvidd: z.object({
      kostnadsar: z.number(),
      bestand: z.object({ kalla: z.string(), ar: z.number() }).nullable(),
      perStorlek: lista(
        z.object({ storlek: z.string(), namn: z.string(), arbetsgivare: andelSchema, anstallda: z.number(), belopp: z.number() }),
      ),
      sma: z.object({ arbetsgivare: andelSchema, belopp: andelSchema }),
    }),
    avslag: z.object({
      ansokningar: andelSchema,
      rader: andelSchema,
      perSkal: z.record(z.string(), z.object({ ansokningar: z.number(), rader: z.number(), kostnadOre: z.number() })),
      skurnaAvTak: z.object({ anstalld: z.number(), arbetsgivare: z.number() }),
      senaMedHogstEnVecka: z.number(),
    }),
    oppna: lista(z.object({ tillstand: z.string(), antal: z.number(), aldst: z.string().nullable() })),
    definitioner: z.record(z.string(), z.string()),
  })
  .meta({ id: 'AprUppfoljning' })

const DEFINITIONER = {
  budget: 'Beviljat belopp i gällande beslut vars första beslut fattades under året, mot det som är avsatt.',
  inflode: 'Ansökningar efter månaden de kom in; återkallade räknas inte.',
  ledtider: 'Dagar från att ansökan kom in till första beslut, ansökningar beslutade under året. Median och nionde decil.',
  rackvidd:
    'Arbetsgivare som fått stöd för årets kostnader, efter antal anställda. Andelen av alla arbetsgivare bygger på det bestånd som lämnats in.',
  avslag: 'Ansökningar utan belopp och rader med skäl, av dem som beslutades under året. Tak är inget avslag.',
} as const

const redovisningSchema = z.object({
  ur: z.enum(['systemet', 'inlast', 'okant']),
  tidigare: trendarSchema,
  redovisning: z.object({
    ar: z.number(),
    beslut: z.object({ beviljade: z.number(), delvis: z.number(), avslag: z.number() }),
    belopp: z.number(),
    arbetsgivare: z.number(),
    anstallda: z.number(),
  }),
  fordjupning: lista(
    z.object({
      falt: z.string(),
      rubrik: z.string(),
      lagrum: lista(lagrumRef),
      kalla: z.string(),
      kanOverlappa: z.boolean(),
      rader: lista(
        z.object({
          kod: z.string(),
          namn: z.string(),
          ansokningar: z.number(),
          belopp: z.number(),
          arbetsgivare: z.number(),
          anstallda: tal,
        }),
      ),
    }),
  ),
})
const HISTORIKDEFINITION =
  'Av personerna med en insats i perioden, hur stor andel som hade minst en dag med sjukpenning i fönstret. Fönstret ses från personens första och sista insats i perioden. Den vars fönster inte är slut räknas inte med. Intervallet är Clopper–Pearsons för en andel på nivån 95 procent.'

/** Whom the employer named by its own number cannot be looked for in another register: how many they are is said. */
const antalUtanPersonnummer = (rader: readonly Bidragsrad[], p: { from: Datum; tom: Datum }): number =>
  new Set(
    rader.filter((r) => r.belopp > 0 && r.anstalld.includes('/') && r.insatsdag >= p.from && r.insatsdag <= p.tom).map((r) => r.anstalld),
  ).size

const arstext = (p: { from: Datum; tom: Datum }): string =>
  delar(p.from).ar === delar(p.tom).ar ? `${delar(p.from).ar}` : `${delar(p.from).ar}–${delar(p.tom).ar}`
/** A question over people's data is written in the log with what was asked, without a person, since none is shown. */
const noteraFraga = (t: Tjanster, req: FastifyRequest, vad: string): Promise<void> =>
  somPerson(t.db, sessionen(req), (q, s) => loggaAtkomst(q, s, vad, null, null))

/** The last whole month before the day, as the forecast counts: 0 in January. */
const helaManader = (dag: Datum): number => delar(dag).manad - 1

function prognosen(
  dagar: readonly Datum[],
  dag: Datum,
  perHandlaggare: number,
): { prognos: z.output<typeof prognosSchema> | null; saknas: string | null } {
  const { ar: iAr } = delar(dag)
  const alla = manadsinflode(dagar, { ar: iAr, manad: helaManader(dag) })
  const nu = alla.find((a) => a.ar === iAr) ?? { ar: iAr, manader: Array.from({ length: helaManader(dag) }, () => 0) }
  // The year this system began in is whole only if it began with it.
  const forsta = dagar.reduce((a, d) => (d < a ? d : a), dag)
  const historik = alla.filter((a) => a.ar < iAr && (a.ar > delar(forsta).ar || delar(forsta).manad === 1))
  let p: Prognos
  try {
    p = prognos(historik, nu)
  } catch (fel) {
    if (!(fel instanceof RangeError)) throw fel
    return { prognos: null, saknas: fel.message }
  }
  const b = new Map(bemanning(p, perHandlaggare).map((x) => [x.manad, x]))
  return {
    saknas: null,
    prognos: {
      ...p,
      traff: traffen(historik, helaManader(dag)),
      manader: p.manader.map((m) => ({ ...m, bemanning: b.get(m.manad)?.prognos ?? null, bemanningOvre: b.get(m.manad)?.ovre ?? null })),
    },
  }
}

/** How well the same method would have said earlier years; null when there are too few. */
function traffen(historik: Parameters<typeof traffsakerhet>[0], manad: number): unknown {
  try {
    return traffsakerhet(historik, manad)
  } catch (fel) {
    if (!(fel instanceof RangeError)) throw fel
    return null
  }
}

const somCsv = (rader: readonly Readonly<Record<string, unknown>>[]): string => {
  const kolumner = Object.keys(rader[0] ?? {})
  // A cell that a spreadsheet would run as a formula is written as text.
  const cell = (v: unknown): string => {
    const s = Array.isArray(v) ? v.join(' ') : v === null || v === undefined ? '' : String(v)
    return `"${(/^[=+\-@\t\r]/.test(s) && typeof v !== 'number' ? `'${s}` : s).replaceAll('"', '""')}"`
  }
  return [kolumner.map(cell).join(';'), ...rader.map((r) => kolumner.map((k) => cell(r[k])).join(';'))].join('\r\n')
}

export function registreraAprLedning(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/apr/uppfoljning',
    {
      schema: {
        ...TAGG,
        summary: 'Budget, inflöde och prognos, ledtider, räckvidd, avslag, öppna; varje siffra med definition',
        querystring: z.object({ ar: ar.optional(), perHandlaggareOchManad: z.coerce.number().min(1).max(10_000).default(60) }),
        response: { 200: uppfoljningSchema, ...problemsvar },
      },
    },
    async (req) => {
      await ledare(t, req)
      const { dag } = t.klocka.nu()
      const valt = req.query.ar ?? delar(dag).ar
      const [rader, dagar, b, bestand, kvar, tidigare] = await Promise.all([
        bidragsrader(t),
        inkomna(t),
        budgeten(t, valt),
        lasUnderlag(t, 'arbetsgivarbestand', valt),
        oppna(t),
        tidigarePoster(t),
      ])
      const arets = rader.filter((r) => delar(r.beslutad).ar === valt)
      const r = rackvidd(rader, valt, bestand)
      const p = prognosen(dagar, dag, req.query.perHandlaggareOchManad)
      return {
        ar: valt,
        dag,
        budget: b && { ...budgetlage(b, rader, dag), kalla: b.kalla },
        trend: trendOverBrottet(tidigare, rader, { idag: dag, franAr: FORSTA_STODAR }) as z.output<typeof trendarSchema>[],
        inflode: manadsinflode(dagar, { ar: delar(dag).ar, manad: delar(dag).manad }),
        prognos: p.prognos,
        prognosSaknas: p.saknas,
        ledtider: ledtider(arets),
        rackvidd: { ...r, perStorlek: r.perStorlek.map((s) => ({ ...s, namn: STORLEKSNAMN[s.storlek] })) },
        avslag: avslag(arets),
        oppna: kvar,
        definitioner: DEFINITIONER,
      }
    },
  )

  app.post(
    '/api/v1/apr/uppfoljning/overlapp',
    {
      schema: {
        ...TAGG,
        summary:
          'Personer med både APR och förebyggande sjukpenning, åt båda håll, i angivna perioder (X19). Hela kalenderår; det som färre än fem delar visas inte',
        body: z.object({ apr: individSchema, fbsjp: individSchema }),
        response: { 200: overlappSchema, ...problemsvar },
      },
    },
    async (req) => {
      await ledare(t, req)
      for (const [falt, p] of Object.entries(req.body))
        if (p.from > p.tom)
          throw indatafel('bakvandPeriod', 'Perioden slutar innan den börjar.', [{ falt: `${falt}.tom`, text: 'Välj ett senare år.' }])
      kravHelaAr(req.body)
      const { apr, fbsjp } = req.body
      await noteraFraga(t, req, `räknade överlapp: arbetsplatsinriktat stöd ${arstext(apr)}, förebyggande sjukpenning ${arstext(fbsjp)}`)
      const [rader, dagar] = await Promise.all([bidragsrader(t), individerMedDagar(t, 'forebyggande-sjukpenning')])
      return {
        ...synligtOverlapp(overlapp(individerMedStod(rader), dagar, req.body)),
        utanPersonnummer: synligaUtan(antalUtanPersonnummer(rader, apr)),
      }
    },
  )

  app.post(
    '/api/v1/apr/uppfoljning/historik',
    {
      bodyLimit: 7_000_000,
      schema: {
        ...TAGG,
        summary:
          'Andel av personerna med APR som hade sjukpenning i ett fönster före eller efter (C038), ur det här systemet eller ur en fil som inte sparas. Ur systemet hela kalenderår, och det som färre än fem delar visas inte',
        body: z.object({
          apr: individSchema,
          fonster: koder(FONSTER),
          kantTom: datumSchema.optional(),
          fil: z.object({ filnamn: z.string().max(200).default(''), innehall: z.string() }).optional(),
        }),
        response: {
          200: z.object({
            svar: historikSchema.nullable(),
            fel: lista(bladfelSchema),
            rader: z.number(),
            kalla: z.enum(['systemet', 'filen']),
            kantTom: z.string(),
            utanPersonnummer: tal,
            definition: z.string(),
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      await ledare(t, req)
      const { apr, fonster, fil } = req.body
      if (apr.from > apr.tom)
        throw indatafel('bakvandPeriod', 'Perioden slutar innan den börjar.', [{ falt: 'apr.tom', text: 'Välj ett senare år.' }])
      const igar = plusDagar(t.klocka.nu().dag, -1)
      const kantTom = req.body.kantTom ?? igar
      if (kantTom > igar)
        throw indatafel('kantTomFram', 'Registret kan inte vara helt för dagar som inte har varit.', [
          { falt: 'kantTom', text: 'Välj en dag före i dag.' },
        ])
      if (fil) {
        const las = lasHistorikblad(await tabellen(bytesAv(fil.innehall, 'fil.innehall')))
        return {
          svar: las.fel.length ? null : historikandel(las.apr, las.sjukpenning, apr, fonster, kantTom),
          fel: [...las.fel],
          rader: las.rader,
          kalla: 'filen' as const,
          kantTom,
          utanPersonnummer: 0,
          definition: HISTORIKDEFINITION,
        }
      }
      // A last day of one's own choice would let two answers be compared that differ by one person.
      if (req.body.kantTom)
        throw indatafel('kantTomUtanFil', 'Det här systemet är alltid fullständigt till och med i går.', [
          { falt: 'kantTom', text: 'Lämna dagen tom, eller välj en fil.' },
        ])
      kravHelaAr({ apr })
      await noteraFraga(t, req, `räknade sjukpenning i fönstret ${fonster}: arbetsplatsinriktat stöd ${arstext(apr)}`)
      const rader = await bidragsrader(t)
      return {
        svar: synligHistorik(historikandel(individerMedStod(rader), await individerMedDagar(t, 'sjukpenning'), apr, fonster, kantTom)),
        fel: [],
        rader: rader.length,
        kalla: 'systemet' as const,
        kantTom,
        utanPersonnummer: synligaUtan(antalUtanPersonnummer(rader, apr)),
        definition: HISTORIKDEFINITION,
      }
    },
  )

  app.get(
    '/api/v1/apr/redovisning/:ar',
    {
      schema: {
        ...TAGG,
        summary: 'Årsredovisningen till regeringen, och det revisionen saknade',
        params: z.object({ ar }),
        response: { 200: redovisningSchema, ...problemsvar },
      },
    },
    async (req) => {
      await ledare(t, req)
      return redovisningen(await bidragsrader(t), await tidigarePoster(t), req.params.ar, t.klocka.nu().dag) as z.output<
        typeof redovisningSchema
      >
    },
  )

  app.get(
    '/api/v1/apr/redovisning/:ar/pdf',
    { schema: { ...TAGG, summary: 'Årsredovisningen som PDF', params: z.object({ ar }), response: problemsvar } },
    async (req, svar) => {
      await ledare(t, req)
      const { pdf } = await t.brev.skriv(
        redovisningsdokument(
          redovisningen(await bidragsrader(t), await tidigarePoster(t), req.params.ar, t.klocka.nu().dag),
          t.klocka.nu().dag,
        ),
      )
      return svar
        .type('application/pdf')
        .header('content-disposition', `attachment; filename="apr-redovisning-${req.params.ar}.pdf"`)
        .header('cache-control', 'no-store')
        .send(Buffer.from(pdf) as never)
    },
  )

  app.post(
    '/api/v1/apr/export',
    {
      schema: {
        ...TAGG,
        summary:
          'Registret eller ett utvärderingsunderlag som CSV; vem och varför loggas. Personer och arbetsgivare under pseudonym som bara gäller i filen',
        body: z.object({
          slag: z.enum(['register', 'utvardering']),
          ar: arSchema,
          syfte: fritext(1_000, 'Skriv vad uppgifterna ska användas till.'),
        }),
        response: problemsvar,
      },
    },
    async (req, svar) => {
      await ledare(t, req)
      const { slag, ar: valt, syfte } = req.body
      const nu = t.klocka.nu()
      const nyckel = randomBytes(32)
      const pseudonym = (vad: string, id: string): string => createHmac('sha256', nyckel).update(`${vad}|${id}`).digest('hex').slice(0, 20)
      const rader = (await bidragsrader(t)).filter((r) => r.kostnadsar === valt && r.beslutad <= nu.dag)
      const dolda = rader.map((r) => ({
        ...r,
        arbetsgivare: pseudonym('arbetsgivare', r.arbetsgivare),
        anstalld: pseudonym('anstalld', r.anstalld),
      }))
      const csv = somCsv(slag === 'register' ? registerposter(dolda) : utvarderingsexport(rader, pseudonym))
      await somPerson(t.db, sessionen(req), (q, s) =>
        q
          .insertInto('app.apr_export')
          .values({
            anvandare: s.anvandare,
            namn: s.namn,
            tid: nu.tid,
            syfte,
            // What is in the file: every row of the year's costs that was decided by then.
            villkor: JSON.stringify({ slag, kostnadsar: valt, senastBeslutad: nu.dag }),
            rader: rader.length,
            sha256: createHash('sha256').update(csv).digest('hex'),
          })
          .execute(),
      )
      return svar
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="apr-${slag}-${valt}.csv"`)
        .header('cache-control', 'no-store')
        .send(Buffer.from(csv) as never)
    },
  )
}
