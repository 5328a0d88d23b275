import { Domanfel, type Aktor } from '@atergang/arende'
import {
  annatAttGranska,
  BEHANDLINGAR,
  behandlingsnamn,
  datumSchema,
  diagnosSchema,
  evidensFor,
  forebyggandestatistik,
  INSTALLNINGAR,
  STALLNINGAR,
  utforandeSchema,
  type Evidenspost,
  type Evidenssvar,
} from '@atergang/formaner'
import type { Datum } from '@atergang/kalender'
import {
  aktorAv,
  allaPoster,
  annatgranskningar,
  evidenshistoriken,
  foraInEvidens,
  lasArende,
  lasEvidensregistret,
  loggaAtkomst,
  planerAttVacka,
  somPerson,
  somSystemet,
  sparaAnnatgranskning,
  stoppaEvidens,
  type Evidenshistorik,
} from '@atergang/lager'
import { gallande, type Parameter } from '@atergang/regelverk'
import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { medRoll, sessionen } from '../../auth/session.ts'
import { problemsvar } from '../scheman.ts'
import { datum, evidenspostSchema, evidenssvarSchema, installningSchema, rader } from './scheman.ts'

const TAGG = { tags: ['Evidensregistret'] }
const BAS = '/api/v1/forebyggande/evidens'
const LASER = ['handlaggare', 'specialist', 'fmr', 'enhetschef', 'analytiker'] as const
const params = z.object({ post: z.string().min(1).max(100) })

type Anvandning = ReturnType<typeof forebyggandestatistik.evidensanvandning>[number]

/** How often each entry has been used in the whole country: counts only, no case. */
const anvandningen = async (t: Tjanster): Promise<Map<string, Anvandning>> =>
  new Map(forebyggandestatistik.evidensanvandning(await somSystemet(t.db, (q) => allaPoster(q))).map((a) => [a.post, a]))

export const gallerDen = (p: Evidenspost, dag: Datum): boolean => p.from <= dag && (!p.tom || dag <= p.tom)

function postvy({ post: p, stopp }: Evidenshistorik, anvandning: Map<string, Anvandning>, dag: Datum): z.input<typeof evidenspostSchema> {
  const a = anvandning.get(p.id)
  return {
    id: p.id,
    behandling: p.behandling ?? null,
    behandlingsnamn: p.behandling ? behandlingsnamn(p.behandling) : 'Alla behandlingar',
    diagnos: p.diagnos ?? null,
    utforande: p.utforande ?? null,
    stallning: p.stallning,
    installning: p.installning ?? null,
    villkor: p.villkor ?? '',
    kalla: { slag: p.kalla.slag, text: p.kalla.text, id: p.kalla.id ?? null },
    av: p.av,
    registrerad: p.registrerad,
    from: p.from,
    tom: p.tom ?? null,
    galler: gallerDen(p, dag),
    anvand: { antal: a?.antal ?? 0, motStallningen: a?.motStallningen ?? 0, senast: a?.senast ?? null },
    stopp: [...stopp],
  }
}

/** The national settings that decide while something is not settled, with where the choice is from. */
const installningarna = (dag: Datum): z.input<typeof installningSchema>[] =>
  Object.entries(INSTALLNINGAR).map(([namn, p]) => {
    const v = gallande(p as Parameter<boolean | number>, dag)!
    return { namn, rubrik: p.rubrik, varde: v.varde, from: v.from, kalla: v.kalla }
  })

export const svarsvy = (s: Evidenssvar): z.input<typeof evidenssvarSchema> => ({
  stallning: s.stallning,
  poster: s.poster.map((p) => p.id),
  overtrumfade: s.overtrumfade.map((p) => p.id),
  konflikt: s.konflikt,
  installningar: s.installningar.map((i) => ({ ...i })),
  fragaFmr: s.fragaFmr,
  text: s.text,
})

const nyPostSchema = z.object({
  behandling: z.enum(BEHANDLINGAR.map((b) => b.kod) as [string, ...string[]], { message: 'Välj en behandling i kodlistan.' }).optional(),
  diagnos: z.string().trim().min(1).max(20).optional(),
  utforande: utforandeSchema.optional(),
  stallning: z.enum(Object.keys(STALLNINGAR) as [keyof typeof STALLNINGAR, ...(keyof typeof STALLNINGAR)[]], {
    message: 'Välj ställning.',
  }),
  installning: z.enum(Object.keys(INSTALLNINGAR) as [keyof typeof INSTALLNINGAR, ...(keyof typeof INSTALLNINGAR)[]]).optional(),
  villkor: z.string().trim().max(1000).optional(),
  kalla: z
    .object({
      slag: z.enum(['rapport', 'vagledning', 'dom', 'kvalitetsuppfoljning'], { message: 'Välj vad posten bygger på.' }),
      text: z.string().trim().min(1, 'Ange källan.').max(1000),
    })
    .optional(),
  /** the adviser's answer that is lifted into the register, in place of `kalla` */
  fmrSvar: z.object({ arendeId: z.uuid(), begaranId: z.string() }).optional(),
  from: datumSchema,
  tom: datumSchema.optional(),
  skal: z.string().trim().min(1, 'Skriv varför posten förs in.').max(2000),
})

/** The adviser's answer as the source of an entry. No word of it is copied: it is about a person. */
async function kallan(t: Tjanster, session: Buffer, b: z.output<typeof nyPostSchema>): Promise<Evidenspost['kalla']> {
  if (!b.fmrSvar) {
    if (b.kalla) return b.kalla
    throw new Domanfel('indata', 'kallaSaknas', 'Ange vad posten bygger på: en källa, eller svaret från rådgivaren.', [
      { falt: 'kalla.text', text: 'Ange källan.' },
    ])
  }
  const { begaranId } = b.fmrSvar
  const helt = await lasArende(t.db, { session }, b.fmrSvar.arendeId)
  if (helt)
    await somPerson(t.db, session, (q, s) => loggaAtkomst(q, s, 'läste rådgivarens svar för evidensregistret', null, helt.lage.arende.id))
  const svar = helt?.lage.begaran.find((x) => x.id === begaranId && x.typ === 'fmrKonsultation')?.svar
  if (!svar)
    throw new Domanfel('saknas', 'svaretFinnsInte', 'Rådgivaren har inte svarat, eller så har du inte rätt att se ärendet.', [
      { falt: 'fmrSvar', text: 'Vänta på svaret.' },
    ])
  return { slag: 'fmr', id: begaranId, text: `Svar från försäkringsmedicinsk rådgivare (${svar.av.namn}) ${svar.dag}` }
}

export function registreraEvidens(app: App, t: Tjanster): void {
  app.get(
    BAS,
    {
      schema: {
        ...TAGG,
        summary: 'Registret: ställning, källa, vem, när, hur ofta använd; det som inte är avgjort och riksinställningarna',
        response: {
          200: z.object({ idag: datum, poster: rader(evidenspostSchema), installningar: rader(installningSchema), farAndra: z.boolean() }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      const s = await medRoll(t.db, req, LASER)
      const { dag } = t.klocka.nu()
      const [historik, anvandning] = [await somPerson(t.db, sessionen(req), evidenshistoriken), await anvandningen(t)]
      return {
        idag: dag,
        poster: historik.map((h) => postvy(h, anvandning, dag)),
        installningar: installningarna(dag),
        farAndra: s.roll === 'specialist',
      }
    },
  )

  app.get(
    `${BAS}/:post`,
    {
      schema: {
        ...TAGG,
        summary: 'En post med sin historia, och andra poster om samma behandling',
        params,
        response: { 200: z.object({ post: evidenspostSchema, samma: rader(evidenspostSchema) }), ...problemsvar },
      },
    },
    async (req) => {
      await medRoll(t.db, req, LASER)
      const { dag } = t.klocka.nu()
      const [historik, anvandning] = [await somPerson(t.db, sessionen(req), evidenshistoriken), await anvandningen(t)]
      const h = historik.find((x) => x.post.id === req.params.post)
      if (!h) throw new Domanfel('saknas', 'postenFinnsInte', 'Posten finns inte i registret.')
      return {
        post: postvy(h, anvandning, dag),
        samma: historik.filter((x) => x !== h && x.post.behandling === h.post.behandling).map((x) => postvy(x, anvandning, dag)),
      }
    },
  )

  app.post(
    `${BAS}/stallning`,
    {
      schema: {
        ...TAGG,
        summary: 'Vad registret säger om en behandling för en diagnos',
        body: z.object({
          behandling: z.string(),
          diagnoser: z.array(diagnosSchema.shape.kod).max(20).default([]),
          utforande: utforandeSchema,
          dag: datumSchema.optional(),
        }),
        response: { 200: evidenssvarSchema, ...problemsvar },
      },
    },
    async (req) => {
      await medRoll(t.db, req, LASER)
      const { dag, ...fall } = req.body
      return svarsvy(evidensFor(await somPerson(t.db, sessionen(req), lasEvidensregistret), fall, dag ?? t.klocka.nu().dag))
    },
  )

  app.post(
    BAS,
    {
      schema: {
        ...TAGG,
        summary: 'För in en post, också ett svar från rådgivaren; en öppen post med samma omfång slutar dagen före. Specialister',
        body: nyPostSchema,
        response: { 201: z.object({ id: z.string(), planer: z.number() }), ...problemsvar },
      },
    },
    async (req, svar) => {
      const s = await medRoll(t.db, req, ['specialist'])
      const { skal, fmrSvar: _, ...b } = req.body
      const session = sessionen(req)
      const kalla = await kallan(t, session, req.body)
      const { id, planer } = await andra(t, session, aktorAv(s), b.behandling ?? null, (q, av, dag) =>
        foraInEvidens(q, { ...b, id: randomUUID(), kalla }, av, dag, skal).then((p) => p.id),
      )
      return svar.status(201).send({ id, planer })
    },
  )

  app.post(
    `${BAS}/:post/stopp`,
    {
      schema: {
        ...TAGG,
        summary: 'Avsluta en post utan en ny. Specialister',
        params,
        body: z.object({ tom: datumSchema, skal: z.string().trim().min(1, 'Skriv varför posten avslutas.').max(2000) }),
        response: { 200: z.object({ planer: z.number() }), ...problemsvar },
      },
    },
    async (req) => {
      const s = await medRoll(t.db, req, ['specialist'])
      const session = sessionen(req)
      const post = (await somPerson(t.db, session, lasEvidensregistret)).find((p) => p.id === req.params.post)
      if (!post) throw new Domanfel('saknas', 'postenFinnsInte', 'Posten finns inte i registret.')
      const { planer } = await andra(t, session, aktorAv(s), post.behandling ?? null, (q, av, dag) =>
        stoppaEvidens(q, { post: post.id, ...req.body }, av, dag).then(() => post.id),
      )
      return { planer }
    },
  )
}

/** Changes the register, and lets the open plans that it speaks of be looked at again, so that their officers see what it now says. */
async function andra(
  t: Tjanster,
  session: Buffer,
  av: Aktor,
  behandling: string | null,
  f: (q: Parameters<typeof foraInEvidens>[0], av: Aktor, dag: Datum) => Promise<string>,
): Promise<{ id: string; planer: number }> {
  const nu = t.klocka.nu()
  const { id, planer } = await somPerson(t.db, session, async (q) => ({
    id: await f(q, av, nu.dag),
    planer: await planerAttVacka(q, behandling, nu.dag),
  }))
  for (const arende of planer) await t.lager.vack(arende, nu)
  return { id, planer: planer.length }
}

const annatgruppSchema = z.object({
  nyckel: z.string(),
  texter: rader(z.string()),
  antal: z.number(),
  forsta: datum,
  forsenad: z.boolean(),
})

/** The monthly review of ”annat” (B030). Case numbers stay in the store: the text is what is reviewed. */
export function registreraAnnat(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/forebyggande/annat',
    {
      schema: {
        ...TAGG,
        summary: 'Texter under ”annat” att granska, och det som är granskat. Specialister',
        response: {
          200: z.object({
            idag: datum,
            grupper: rader(annatgruppSchema),
            granskade: rader(
              z.object({
                nyckel: z.string(),
                dag: datum,
                av: z.string(),
                beslut: z.string(),
                kod: z.string().nullable(),
                skal: z.string(),
              }),
            ),
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      await medRoll(t.db, req, ['specialist'])
      const { dag } = t.klocka.nu()
      const granskade = await somPerson(t.db, sessionen(req), annatgranskningar)
      const anvandningar = forebyggandestatistik.annatIPosterna(await somSystemet(t.db, (q) => allaPoster(q)))
      return {
        idag: dag,
        grupper: annatAttGranska(anvandningar, granskade, dag).map(({ arenden: _, ...g }) => g),
        granskade: granskade
          .map((g) => ({ nyckel: g.nyckel, dag: g.dag, av: g.av, beslut: g.beslut, kod: g.kod ?? null, skal: g.skal }))
          .reverse(),
      }
    },
  )

  app.post(
    '/api/v1/forebyggande/annat',
    {
      schema: {
        ...TAGG,
        summary: 'Granska en text under ”annat”: ny kod, befintlig kod eller kvar. Specialister',
        body: z.object({
          nyckel: z.string().min(1).max(300),
          beslut: z.enum(['nyKod', 'befintligKod', 'kvar'], { message: 'Välj vad texten blir.' }),
          kod: z.string().trim().max(100).optional(),
          skal: z.string().trim().min(1, 'Skriv varför.').max(2000),
        }),
        response: { 204: z.null(), ...problemsvar },
      },
    },
    async (req, svar) => {
      const s = await medRoll(t.db, req, ['specialist'])
      const b = req.body
      if (b.beslut !== 'kvar' && !b.kod)
        throw new Domanfel('indata', 'kodSaknas', 'Ange vilken kod.', [
          { falt: 'kod', text: b.beslut === 'nyKod' ? 'Skriv namnet på den nya koden.' : 'Välj en kod i listan.' },
        ])
      if (b.beslut === 'befintligKod' && !BEHANDLINGAR.some((x) => x.kod === b.kod))
        throw new Domanfel('indata', 'okandKod', 'Koden finns inte i listan.', [{ falt: 'kod', text: 'Välj en kod i listan.' }])
      await somPerson(t.db, sessionen(req), (q) => sparaAnnatgranskning(q, b, aktorAv(s), t.klocka.nu().dag))
      return svar.status(204).send(null)
    },
  )
}
