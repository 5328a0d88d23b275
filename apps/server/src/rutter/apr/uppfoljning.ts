import {
  avslag,
  bemanning,
  budgetlage,
  ledtider,
  manadsinflode,
  prognos,
  rackvidd,
  STORLEKSNAMN,
  traffsakerhet,
  trendOverBrottet,
  type Prognos,
} from '@atergang/formaner/apr'
import { delar, type Datum } from '@atergang/kalender'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { ledare } from '../../tjanster/apr/ledare.ts'
import { tidigarePoster } from '../../tjanster/apr/tidigare.ts'
import { bidragsrader, budgeten, inkomna, lasUnderlag, oppna } from '../../tjanster/apr/underlag.ts'
import { problemsvar } from '../scheman.ts'
import { andelSchema, FORSTA_STODAR, lista, stodarSchema, tal, trendarSchema } from './scheman.ts'

const TAGG = { tags: ['APR uppföljning'] }

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

/** How the support goes, a year at a time: every figure with its definition. */
export function registreraAprUppfoljning(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/apr/uppfoljning',
    {
      schema: {
        ...TAGG,
        summary: 'Budget, inflöde och prognos, ledtider, räckvidd, avslag, öppna; varje siffra med definition',
        querystring: z.object({ ar: stodarSchema.optional(), perHandlaggareOchManad: z.coerce.number().min(1).max(10_000).default(60) }),
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
}
