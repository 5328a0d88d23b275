import { APRSKAL, SKALKORT, RISKSIGNALER } from '@atergang/formaner'
import {
  allmantRegister,
  ANORDNARTYPER,
  APRFALT,
  APRTEXTER,
  EJ_BEHANDLING,
  INNEHALL,
  INSATSTYPER,
  KNYTNINGAR,
  KOLUMNER,
  KOMPETENSER,
  KONTROLLFYND,
  LAN,
  lasOrgnr,
  mallCsv,
  MILJOER,
  ORGNRFEL,
  SEKTORER,
  SLUTSKAL,
  STORLEKSNAMN,
  STRATAVARIABLER,
  SYFTEN,
  tackning,
  type Folkmangd,
} from '@atergang/formaner/apr'
import { Domanfel, indatafel } from '@atergang/arende'
import { somSystemet } from '@atergang/lager'
import type { Datum } from '@atergang/kalender'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { inloggad } from '../../auth/session.ts'
import { anordnarna, registerlagen } from '../../tjanster/apr/register.ts'
import { taken } from '../../tjanster/apr/forhandsvisning.ts'
import { problemsvar } from '../scheman.ts'
import { datumSchema, kompetenskodSchema, lagrumRef, lanSchema, lista } from './scheman.ts'

const TAGG = { tags: ['APR allmänt'] }
const post = z
  .object({
    id: z.string(),
    namn: z.string(),
    orgnr: z.string().nullable(),
    typ: z.string(),
    lan: lista(lanSchema),
    ort: z.string(),
    webbplats: z.string().nullable(),
    kompetenser: lista(kompetenskodSchema),
    godkandFran: z.string(),
    godkandTill: z.string().nullable(),
  })
  .meta({ id: 'AprAnordnarpost' })
const tackningSchema = z
  .object({
    dag: z.string(),
    namnare: z.string(),
    folkmangdsar: z.number(),
    kalla: z.string().nullable(),
    rikstal: z.number().nullable(),
    lan: lista(
      z.object({
        lan: lanSchema,
        namn: z.string(),
        anordnare: z.number(),
        folkmangd: z.number().nullable(),
        per100000: z.number().nullable(),
        fa: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'AprTackning' })
const periodSchema = z.object({ from: z.string(), tom: z.string().nullable() })
const begrepp = z.object({
  insatstyper: z.record(z.string(), z.object({ namn: z.string(), hjalp: z.string(), exempel: z.string(), kalla: z.string() })),
  ejBehandling: z.object({ text: z.string(), lagrum: lista(lagrumRef), kalla: z.string() }),
  syften: z.record(z.string(), z.string()),
  miljoer: z.record(z.string(), z.string()),
  sektorer: z.record(z.string(), z.string()),
  storlekar: z.record(z.string(), z.string()),
  lan: z.record(z.string(), z.string()),
  kompetenser: z.record(z.string(), z.object({ namn: z.string(), grupp: z.enum(['alltid', 'treAvFem']) })),
  knytningar: z.record(z.string(), z.string()),
  anordnartyper: z.record(z.string(), z.string()),
  slutskal: z.record(z.string(), z.string()),
  innehall: z.record(z.string(), z.object({ namn: z.string(), arbetsplats: z.boolean() })),
  kontrollfynd: z.record(z.string(), z.unknown()),
  risksignaler: z.record(z.string(), z.string()),
  skal: z.record(z.string(), z.object({ text: z.string(), kort: z.string(), lagrum: lista(z.string()), kalla: z.string() })),
  strata: lista(z.string()),
  falt: lista(
    z.object({
      namn: z.string(),
      rubrik: z.string(),
      skede: z.string(),
      kravs: z.boolean(),
      personuppgift: z.boolean(),
      register: z.boolean(),
      redovisning: z.boolean(),
      lagrum: lista(lagrumRef),
      kalla: z.string(),
    }),
  ),
  kolumner: z.record(z.string(), z.object({ rubrik: z.string(), alias: lista(z.string()), kravs: z.boolean(), exempel: z.string() })),
  texter: z.record(
    z.string(),
    z.object({ till: z.string(), rubrik: z.string(), text: z.string(), lagrum: lista(z.string()), kalla: z.string() }),
  ),
  taken: z.object({ takAnstalld: z.number(), takArbetsgivare: z.number() }),
})

/** Population of the counties as handed in; without it the count stands alone. */
export async function folkmangden(t: Tjanster, ar: number): Promise<(Folkmangd & { kalla: string }) | null> {
  const r = await somSystemet(t.db, (q) =>
    q
      .selectFrom('app.apr_underlag')
      .selectAll()
      .where('slag', '=', 'folkmangd')
      .where('ar', '<=', ar)
      .orderBy('ar', 'desc')
      .orderBy('id', 'desc')
      .executeTakeFirst(),
  )
  return r ? { ...(r.innehall as unknown as Folkmangd), ar: r.ar, kalla: r.kalla } : null
}

export function registreraAprAllmant(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/apr/anordnare',
    {
      schema: {
        ...TAGG,
        summary: 'Registret över godkända anordnare (öppet för alla)',
        querystring: z.object({
          lan: lanSchema.optional(),
          kompetens: kompetenskodSchema.optional(),
          avslutade: z.enum(['ja', 'nej']).default('nej'),
          dag: datumSchema.optional(),
        }),
        response: { 200: z.object({ dag: z.string(), rader: lista(post) }), ...problemsvar },
      },
    },
    async (req) => {
      const { lan, kompetens, avslutade } = req.query
      const dag = req.query.dag ?? t.klocka.nu().dag
      const rader = allmantRegister(await anordnarna(t.db), dag, { avslutade: avslutade === 'ja' })
      return { dag, rader: rader.filter((r) => (!lan || r.lan.includes(lan)) && (!kompetens || r.kompetenser.includes(kompetens))) }
    },
  )

  app.get(
    '/api/v1/apr/anordnare/tackning',
    {
      schema: {
        ...TAGG,
        summary: 'Godkända anordnare per län och invånare; län med få först',
        response: { 200: tackningSchema, ...problemsvar },
      },
    },
    async () => {
      const { dag } = t.klocka.nu()
      const folk = await folkmangden(t, Number(dag.slice(0, 4)))
      const r = tackning(
        await anordnarna(t.db),
        folk ?? { namnare: 'folkmängd är inte angiven', ar: Number(dag.slice(0, 4)), perLan: {} },
        dag,
      )
      return { ...r, kalla: folk?.kalla ?? null }
    },
  )

  app.post(
    '/api/v1/apr/anordnare/uppslag',
    {
      schema: {
        ...TAGG,
        summary: 'Slå upp en anordnare: var den godkänd den dagen? Numret kan vara ett personnummer och står därför inte i adressen',
        body: z.object({ orgnr: z.string().max(40), dag: datumSchema.optional() }),
        response: {
          200: z.object({ kand: z.boolean(), namn: z.string(), perioder: lista(periodSchema), godkand: z.boolean().nullable() }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      await inloggad(t.db, req)
      const o = lasOrgnr(req.body.orgnr)
      if (!o) throw indatafel('felOrgnr', ORGNRFEL, [{ falt: 'orgnr', text: ORGNRFEL }])
      const { dag } = req.body
      const g = (await registerlagen(t.db, [o.nyckel], t.klocka.nu().dag))[0]!
      const giltig = (d: Datum): boolean => g.perioder.some((p) => p.from <= d && (p.tom === null || d <= p.tom))
      return { kand: g.kand, namn: g.namn, perioder: g.perioder, godkand: dag ? giltig(dag) : null }
    },
  )

  app.get(
    '/api/v1/apr/anordnare/:id',
    {
      schema: {
        ...TAGG,
        summary: 'En anordnare i registret',
        params: z.object({ id: z.uuid() }),
        response: { 200: z.object({ dag: z.string(), perioder: lista(post) }), ...problemsvar },
      },
    },
    async (req) => {
      const { dag } = t.klocka.nu()
      const perioder = allmantRegister(await anordnarna(t.db), dag, { avslutade: true }).filter((r) => r.id === req.params.id)
      if (perioder.length === 0) throw new Domanfel('saknas', 'anordnarenFinnsInte', 'Anordnaren finns inte i registret.')
      return { dag, perioder }
    },
  )

  app.get(
    '/api/v1/apr/begrepp',
    { schema: { ...TAGG, summary: 'Ord, hjälptexter, fält med lagrum och källa, koder och tak', response: { 200: begrepp } } },
    () => ({
      insatstyper: INSATSTYPER,
      ejBehandling: EJ_BEHANDLING,
      syften: SYFTEN,
      miljoer: MILJOER,
      sektorer: SEKTORER,
      storlekar: STORLEKSNAMN,
      lan: LAN,
      kompetenser: KOMPETENSER,
      knytningar: KNYTNINGAR,
      anordnartyper: ANORDNARTYPER,
      slutskal: SLUTSKAL,
      innehall: INNEHALL,
      kontrollfynd: KONTROLLFYND,
      risksignaler: RISKSIGNALER,
      skal: Object.fromEntries(
        Object.entries(APRSKAL).map(([k, s]) => [
          k,
          { text: s.text, kort: SKALKORT[k as keyof typeof SKALKORT], lagrum: s.lagrum, kalla: s.kalla },
        ]),
      ),
      strata: STRATAVARIABLER,
      falt: APRFALT,
      kolumner: KOLUMNER,
      texter: APRTEXTER,
      taken: taken(Number(t.klocka.nu().dag.slice(0, 4))),
    }),
  )

  app.get('/api/v1/apr/mall.csv', { schema: { ...TAGG, summary: 'Mall för kalkylblad' } }, (_req, svar) =>
    svar
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="apr-mall.csv"')
      .send(mallCsv() as never),
  )
}
