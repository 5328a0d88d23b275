import { planfaktum, RISKSIGNALER, urvalet, type Risksignal, type Rlage, type Rondvy } from '@atergang/formaner'
import { arendevy } from '@atergang/formaner'
import { KONTROLLFYND, STRATAVARIABLER, VANLIG_INDELNING, type Kontrollfyndkod } from '@atergang/formaner/apr'
import { aktorAv, lasArende, loggaAtkomst, loggaLista, somPerson } from '@atergang/lager'
import { aprKontrollandel, skrivTal, vardetDen } from '@atergang/regelverk'
import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { medRoll, sessionen } from '../../auth/session.ts'
import { somRond } from '../../tjanster/apr/arenden.ts'
import { enheternas, faststallPlan, provaPlan, risksignaler, rondenSaknas } from '../../tjanster/apr/kontroll.ts'
import { idSchema, kommandosvarSchema, problemsvar } from '../scheman.ts'
import { HANDLAGGER } from './handlaggare.ts'
import { arSchema, koder, lista, planSchema } from './scheman.ts'

const TAGG = { tags: ['APR efterkontroll'] }
const signalSchema = koder(Object.keys(RISKSIGNALER) as Risksignal[])
const val = z.object({
  ar: arSchema,
  halvar: z.union([z.literal(1), z.literal(2)], { message: 'Halvår är 1 eller 2.' }),
  andel: z.string().max(10).optional(),
  indelning: z
    .array(koder(STRATAVARIABLER))
    .max(4)
    .default([...VANLIG_INDELNING]),
})
const intervall = z.object({ fran: z.number(), till: z.number() }).nullable()
const skattat = z.object({ varde: z.number(), standardfel: z.number(), intervall, utanIntervall: z.string().optional() })
const skattningSchema = z
  .object({
    niva: z.number(),
    dragna: z.number(),
    population: z.number(),
    felandel: skattat,
    felbelopp: skattat,
    felandelAvBelopp: skattat.nullable(),
    perKod: lista(z.object({ kod: koder(Object.keys(KONTROLLFYND) as Kontrollfyndkod[]), funna: z.number(), skattadAndel: z.number() })),
    funnet: z.object({ medFel: z.number(), felbelopp: z.number() }),
    riskfall: z.object({ antal: z.number(), medFel: z.number(), felbelopp: z.number() }),
    antaganden: lista(z.string()),
  })
  .meta({ id: 'AprKontrollskattning' })
const rondSchema = z
  .object({
    arendeId: z.string(),
    nummer: z.string(),
    omgang: z.string(),
    plan: planSchema.nullable(),
    fro: z.number().nullable(),
    froFraga: z.object({ nyckel: z.string(), underlag: z.string() }).nullable(),
    indelning: lista(z.string()),
    /** sha256 of the draw as it was made */ avtryck: z.string().nullable(),
    avslutad: z.string().nullable(),
    skattning: skattningSchema.nullable(),
    uttagna: lista(
      z.object({
        enhet: z.string(),
        namn: z.string(),
        arenden: lista(z.string()),
        slag: z.enum(['dragen', 'risk']),
        stratum: z.string().nullable(),
        sannolikhet: z.number().nullable(),
        signal: signalSchema.nullable(),
        skal: z.string(),
        koder: lista(z.string()).nullable(),
        felbelopp: z.number().nullable(),
      }),
    ),
  })
  .meta({ id: 'AprKontrollomgang' })

/** The share to be drawn: the one asked for, or the one in force. */
const andelen = (t: Tjanster, a: string | undefined): string => a ?? skrivTal(vardetDen(aprKontrollandel, t.klocka.nu().dag))

/** After-control (C016): the plan is fixed and shown before the seed is set; the draw is kept byte for byte; risk cases stand apart. */
export function registreraAprKontroll(app: App, t: Tjanster): void {
  omgangarna(app, t)
  planen(app, t)
  omgangen(app, t)
  dragningenSomFil(app, t)
  riskfallen(app, t)
}

function omgangarna(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/apr/efterkontroller',
    {
      schema: {
        ...TAGG,
        summary: 'Omgångar av efterkontroll',
        response: {
          200: z.object({
            rader: lista(
              z.object({ arendeId: z.string(), nummer: z.string(), omgang: z.string(), status: z.string(), inlett: z.string() }),
            ),
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      await medRoll(t.db, req, HANDLAGGER)
      return somPerson(t.db, sessionen(req), async (q) => ({
        rader: (
          await q
            .selectFrom('app.arende')
            .select(['id', 'nummer', 'sak', 'status', 'inlett'])
            .where('forman', '=', 'aprKontroll')
            .orderBy('sak', 'desc')
            .execute()
        ).map((r) => ({ arendeId: r.id, nummer: r.nummer, omgang: r.sak, status: r.status, inlett: r.inlett })),
      }))
    },
  )

  app.post(
    '/api/v1/apr/efterkontroller',
    {
      schema: {
        ...TAGG,
        summary: 'Fastställ planen och öppna omgången',
        body: val,
        response: { 201: z.object({ arendeId: z.string(), nummer: z.string() }), ...problemsvar },
      },
    },
    async (req, svar) => {
      const s = await medRoll(t.db, req, ['enhetschef'])
      return svar.status(201).send(await faststallPlan(t, aktorAv(s), { ...req.body, andel: andelen(t, req.body.andel) }))
    },
  )
}

function planen(app: App, t: Tjanster): void {
  app.post(
    '/api/v1/apr/efterkontroller/plan',
    {
      schema: {
        ...TAGG,
        summary: 'Se planen innan den fastställs: population, strata, andel, sannolikhet. Inget sparas',
        body: val,
        response: { 200: z.object({ plan: planSchema.nullable(), utanfor: z.number() }), ...problemsvar },
      },
    },
    async (req) => {
      await medRoll(t.db, req, ['enhetschef'])
      return provaPlan(t, { ...req.body, andel: andelen(t, req.body.andel) })
    },
  )
}

function omgangen(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/apr/efterkontroller/:id',
    {
      schema: {
        ...TAGG,
        summary: 'En omgång: plan, frö, uttagna, fynd och skattning',
        params: idSchema,
        response: { 200: rondSchema, ...problemsvar },
      },
    },
    async (req) => {
      const { l, vy } = await ronden(t, req)
      const namn = await enheternas(
        t,
        vy.uttagna.map((u) => u.enhet),
        vy.omgang,
      )
      const arenden = [...namn.values()].flatMap((n) => n.arenden)
      await somPerson(t.db, sessionen(req), (q, s) =>
        loggaLista(
          q,
          s,
          'aprKontroll',
          t.klocka.nu().dag,
          arenden.map((arendeId) => ({ arendeId, personId: null })),
        ),
      )
      const fraga = vy.fragor.find((f) => f.kod === 'aprFro')
      return {
        arendeId: l.arende.id,
        nummer: l.arende.nummer,
        omgang: vy.omgang,
        plan: vy.plan,
        fro: vy.fro,
        froFraga: fraga ? { nyckel: fraga.nyckel, underlag: fraga.underlag } : null,
        indelning: planfaktum(l)?.indelning ?? [],
        avtryck: dragningen(l) === null ? null : createHash('sha256').update(dragningen(l)!).digest('hex'),
        avslutad: l.avslutat?.dag ?? null,
        skattning: vy.skattning,
        uttagna: vy.uttagna.map(({ resultat, ...u }) => ({
          ...u,
          namn: namn.get(u.enhet)?.namn ?? '',
          arenden: namn.get(u.enhet)?.arenden ?? [],
          koder: resultat?.koder ?? null,
          felbelopp: resultat?.felbelopp ?? null,
        })),
      }
    },
  )

  app.post(
    '/api/v1/apr/efterkontroller/:id/fro',
    {
      schema: {
        ...TAGG,
        summary: 'Sätt fröet, en gång, och dra',
        params: idSchema,
        body: z.object({
          fro: z.number(),
          satt: z.enum(['offentligt', 'tvaTjansteman']),
          hur: z.string(),
          medverkande: z.string().default(''),
        }),
        response: { 200: kommandosvarSchema, ...problemsvar },
      },
    },
    async (req) => {
      await medRoll(t.db, req, ['enhetschef'])
      const { l, vy } = await ronden(t, req)
      const fraga = vy.fragor.find((f) => f.kod === 'aprFro')
      const svar = await t.lager.kor({
        arendeId: l.arende.id,
        av: { session: sessionen(req) },
        nu: t.klocka.nu(),
        kommando: { typ: 'svara', nyckel: fraga?.nyckel ?? 'aprFro', underlag: fraga?.underlag ?? '', svar: req.body },
      })
      return { ...svar, handelser: [...svar.handelser] }
    },
  )
}

function dragningenSomFil(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/apr/efterkontroller/:id/urval.json',
    { schema: { ...TAGG, summary: 'Dragningen, byte för byte', params: idSchema, response: problemsvar } },
    async (req, svar) => {
      const { l } = await ronden(t, req)
      const u = urvalet(l)
      const text = dragningen(l)
      if (!u || text === null) throw rondenSaknas()
      return svar
        .header('content-type', 'application/json; charset=utf-8')
        .header('content-disposition', `attachment; filename="urval-${l.arende.sak}.json"`)
        .send(Buffer.from(text) as never)
    },
  )

  app.get(
    '/api/v1/apr/efterkontroller/:id/population.json',
    {
      schema: {
        ...TAGG,
        summary: 'Populationen som den låg när planen fastställdes, för revisorn (apr urval)',
        params: idSchema,
        response: problemsvar,
      },
    },
    async (req, svar) => {
      const { l } = await ronden(t, req)
      await somPerson(t.db, sessionen(req), (q, s) => loggaAtkomst(q, s, 'hämtade populationen till en efterkontroll', null, l.arende.id))
      const p = planfaktum(l)
      return svar
        .header('content-type', 'application/json; charset=utf-8')
        .header('content-disposition', `attachment; filename="population-${l.arende.sak}.json"`)
        .send(Buffer.from(JSON.stringify(p?.population ?? [])) as never)
    },
  )
}

function riskfallen(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/apr/efterkontroller/:id/risksignaler',
    {
      schema: {
        ...TAGG,
        summary: 'Arbetsgivare som en namngiven signal pekar på; kan läggas till vid sidan av urvalet',
        params: idSchema,
        response: {
          200: z.object({
            rader: lista(
              z.object({
                enhet: z.string(),
                namn: z.string(),
                signal: signalSchema,
                text: z.string(),
                antal: z.number(),
                uttagen: z.boolean(),
              }),
            ),
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      const { l, vy } = await ronden(t, req)
      const p = planfaktum(l)
      const med = new Set(vy.uttagna.map((u) => u.enhet))
      return { rader: p ? (await risksignaler(t, p)).map((r) => ({ ...r, text: RISKSIGNALER[r.signal], uttagen: med.has(r.enhet) })) : [] }
    },
  )

  app.post(
    '/api/v1/apr/efterkontroller/:id/riskfall',
    {
      schema: {
        ...TAGG,
        summary: 'Lägg till en arbetsgivare för en namngiven risk',
        params: idSchema,
        body: z.object({ enhet: z.uuid(), signal: signalSchema, skal: z.string() }),
        response: { 200: kommandosvarSchema, ...problemsvar },
      },
    },
    async (req) => {
      await medRoll(t.db, req, HANDLAGGER)
      const svar = await t.lager.kor({
        arendeId: req.params.id,
        av: { session: sessionen(req) },
        nu: t.klocka.nu(),
        kommando: { typ: 'laggTillRiskfall', data: req.body },
      })
      return { ...svar, handelser: [...svar.handelser] }
    },
  )
}

/** The draw as it was kept, byte for byte, or null before it is made. */
const dragningen = (l: Rlage): string | null =>
  (l.fakta.findLast((f) => f.namn === 'urval')?.varde as { text: string } | undefined)?.text ?? null

async function ronden(t: Tjanster, req: FastifyRequest): Promise<{ l: Rlage; vy: Rondvy }> {
  await medRoll(t.db, req, HANDLAGGER)
  const helt = await lasArende(t.db, { session: sessionen(req) }, (req.params as { id: string }).id)
  if (helt?.lage.arende.forman !== 'aprKontroll') throw rondenSaknas()
  return { l: somRond(helt.lage), vy: arendevy(helt.lage, helt.journal, t.klocka.nu().dag).vy as Rondvy }
}
