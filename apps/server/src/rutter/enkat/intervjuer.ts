import { datumSchema, pekarUtNagon } from '@atergang/formaner'
import {
  enkatprovningar,
  INTERVJUTEMAN,
  intervjuerna,
  lasEnkathuvud,
  loggaAtkomst,
  nyEnkatprovning,
  nyIntervju,
  nyPassage,
  somPerson,
  taBortPassage,
  temasammanstallning,
  type Intervjutema,
} from '@atergang/lager'
import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { medRoll, sessionen } from '../../auth/session.ts'
import { problemsvar } from '../scheman.ts'
import { LEDER, params } from './enkater.ts'
import { rader } from './scheman.ts'

const TAGG = { tags: ['Intervjuer'] }
const ANALYTIKER = ['analytiker'] as const
const temaSchema = z.enum(Object.keys(INTERVJUTEMAN) as [Intervjutema, ...Intervjutema[]], { message: 'Välj ett av temana.' })
const UTAN_NAMN = 'Ta bort personnummer och e-postadresser. Skriv roll och område, inte vem.'
const utanNamn = (hogst: number, krav: string) =>
  z
    .string()
    .trim()
    .min(1, krav)
    .max(hogst, `Högst ${hogst} tecken.`)
    .refine((x) => !pekarUtNagon(x), UTAN_NAMN)
const formSchema = z.enum(['enskild', 'grupp'], { message: 'Välj enskild eller grupp.' })
const sattSchema = z.enum(['digitalt', 'telefon', 'plats'], { message: 'Välj hur intervjun gjordes.' })
const intervjuInSchema = z
  .object({
    dag: datumSchema,
    form: formSchema,
    satt: sattSchema,
    deltagare: z
      .number({ message: 'Skriv hur många som deltog.' })
      .int('Skriv ett heltal.')
      .min(1, 'Minst en deltog.')
      .max(30, 'Högst 30.'),
    roll: utanNamn(100, 'Skriv rollen, till exempel handläggare av förebyggande sjukpenning.'),
    omrade: utanNamn(100, 'Skriv området.'),
    amne: utanNamn(200, 'Skriv vad intervjun gällde.'),
  })
  .superRefine((i, s) => {
    if ((i.form === 'enskild') !== (i.deltagare === 1))
      s.addIssue({
        code: 'custom',
        path: ['deltagare'],
        message: i.form === 'enskild' ? 'En enskild intervju har en deltagare.' : 'En gruppintervju har minst två deltagare.',
      })
  })
const temaradSchema = z.object({ tema: temaSchema, roll: z.string(), omrade: z.string(), intervjuer: z.number(), passager: z.number() })
const intervjulistaSchema = z
  .object({
    teman: z.record(z.string(), z.string()),
    rader: rader(
      z.object({
        id: z.string(),
        dag: z.string(),
        form: formSchema,
        satt: sattSchema,
        deltagare: z.number(),
        roll: z.string(),
        omrade: z.string(),
        amne: z.string(),
        av: z.string(),
        passager: rader(
          z.object({ id: z.string(), text: z.string(), teman: rader(temaSchema), kodare: z.string(), dag: z.string(), min: z.boolean() }),
        ),
      }),
    ),
    sammanstallning: rader(temaradSchema),
  })
  .meta({ id: 'Intervjulista' })
const provningSchema = z.object({
  dag: z.string(),
  satt: z.enum(['intervju', 'internt', 'referensperson']),
  vem: z.string(),
  iakttagelse: z.string(),
  andring: z.string(),
  av: z.string(),
})

/** Interviews with themes (J046–J047), and the tests of a survey (J048). */
export function registreraIntervjuer(app: App, t: Tjanster): void {
  const lista = (req: FastifyRequest): Promise<z.output<typeof intervjulistaSchema>> =>
    somPerson(t.db, sessionen(req), async (q, s) => {
      await loggaAtkomst(q, s, 'intervjuer: utskrifter och teman', null, null)
      const alla = await intervjuerna(q, s)
      return { teman: INTERVJUTEMAN, rader: alla, sammanstallning: temasammanstallning(alla) }
    })

  app.get(
    '/api/v1/intervjuer',
    {
      schema: {
        ...TAGG,
        summary: 'Intervjuer med passager och teman, och teman efter roll och område',
        response: { 200: intervjulistaSchema, ...problemsvar },
      },
    },
    async (req) => {
      await medRoll(t.db, req, ANALYTIKER)
      return lista(req)
    },
  )

  app.post(
    '/api/v1/intervjuer',
    {
      schema: {
        ...TAGG,
        summary: 'Registrera en intervju: roll och område, aldrig namn',
        body: intervjuInSchema,
        response: { 201: z.object({ id: z.string() }), ...problemsvar },
      },
    },
    async (req, svar) => {
      await medRoll(t.db, req, ANALYTIKER)
      return svar.status(201).send({ id: await somPerson(t.db, sessionen(req), (q, s) => nyIntervju(q, s, req.body)) })
    },
  )

  app.post(
    '/api/v1/intervjuer/:id/passager',
    {
      schema: {
        ...TAGG,
        summary: 'Lägg in en passage med sina teman',
        params: z.object({ id: z.uuid('Adressen ska innehålla intervjuns id.') }),
        body: z.object({ text: utanNamn(8000, 'Skriv in passagen.'), teman: z.array(temaSchema).min(1, 'Välj minst ett tema.') }),
        response: { 200: intervjulistaSchema, ...problemsvar },
      },
    },
    async (req) => {
      await medRoll(t.db, req, ANALYTIKER)
      await somPerson(t.db, sessionen(req), (q, s) =>
        nyPassage(q, s, req.params.id, { text: req.body.text, teman: [...new Set(req.body.teman)] }, t.klocka.nu().dag),
      )
      return lista(req)
    },
  )

  app.delete(
    '/api/v1/intervjuer/passager/:id',
    {
      schema: {
        ...TAGG,
        summary: 'Ta bort en passage som du har lagt in',
        params: z.object({ id: z.uuid('Adressen ska innehålla passagens id.') }),
        response: { 200: intervjulistaSchema, ...problemsvar },
      },
    },
    async (req) => {
      await medRoll(t.db, req, ANALYTIKER)
      await somPerson(t.db, sessionen(req), (q) => taBortPassage(q, req.params.id))
      return lista(req)
    },
  )

  app.get(
    '/api/v1/enkater/:id/provningar',
    {
      schema: {
        tags: ['Enkät'],
        summary: 'Prövningar av enkäten innan den gick ut',
        params,
        response: { 200: z.object({ rader: rader(provningSchema) }), ...problemsvar },
      },
    },
    async (req) => {
      await medRoll(t.db, req, LEDER)
      return somPerson(t.db, sessionen(req), async (q) => ({ rader: await enkatprovningar(q, (await lasEnkathuvud(q, req.params.id)).id) }))
    },
  )

  app.post(
    '/api/v1/enkater/:id/provningar',
    {
      schema: {
        tags: ['Enkät'],
        summary: 'Anteckna en prövning: vad som märktes och vad som ändrades',
        params,
        body: z.object({
          dag: datumSchema,
          satt: z.enum(['intervju', 'internt', 'referensperson'], { message: 'Välj hur enkäten prövades.' }),
          vem: utanNamn(200, 'Skriv vem som roll, till exempel tidigare samverkansansvarig.'),
          iakttagelse: utanNamn(4000, 'Skriv vad som märktes.'),
          andring: z
            .string()
            .trim()
            .max(4000)
            .refine((x) => !pekarUtNagon(x), UTAN_NAMN)
            .default(''),
        }),
        response: { 201: z.object({ rader: rader(provningSchema) }), ...problemsvar },
      },
    },
    async (req, svar) => {
      await medRoll(t.db, req, LEDER)
      return svar.status(201).send(
        await somPerson(t.db, sessionen(req), async (q, s) => {
          const { id } = await lasEnkathuvud(q, req.params.id)
          await nyEnkatprovning(q, s, id, req.body)
          return { rader: await enkatprovningar(q, id) }
        }),
      )
    },
  )
}
