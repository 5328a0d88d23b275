import { indatafel, type Lage } from '@atergang/arende'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { firman, iEgetArende, skriven } from '../../tjanster/apr/arbetsgivare.ts'
import { idSchema, problemsvar } from '../scheman.ts'
import { fritext, gjortSchema } from './scheman.ts'

/** What a firm writes in its own case: answers, comments on a coming decision, appeals, and that a letter has been read. */
export function registreraSkrivelser(app: App, t: Tjanster, roll: 'arbetsgivare' | 'anordnare', tagg: { tags: string[] }): void {
  const bas = `/api/v1/apr/${roll}/arenden/:id`

  app.post(
    `${bas}/yttrande`,
    {
      schema: {
        ...tagg,
        summary: 'Svara på det kommande beslutet',
        params: idSchema,
        body: z.object({
          kommuniceringId: z.string().optional(),
          text: fritext(20_000, 'Skriv vad ni vill säga.'),
          slutligt: z.boolean().default(true),
        }),
        response: { 200: gjortSchema, ...problemsvar },
      },
    },
    async (req) => {
      const f = await firman(t, req, roll)
      const { dag } = t.klocka.nu()
      const { kommuniceringId, text, slutligt } = req.body
      const { handling, dokument } = skriven(t, 'yttrande', 'Yttrande över det kommande beslutet', roll, { ...req.body, dag })
      return iEgetArende(
        t,
        f,
        req.params.id,
        { typ: 'noteraYttrande', satt: 'skriftligt', dag, text, slutligt, kommuniceringId, handling },
        { dokument },
      )
    },
  )

  app.post(
    `${bas}/svar`,
    {
      schema: {
        ...tagg,
        summary: 'Svara på en fråga med text',
        params: idSchema,
        body: z.object({ begaranId: z.string(), text: fritext(20_000, 'Skriv svaret.') }),
        response: { 200: gjortSchema, ...problemsvar },
      },
    },
    async (req) => {
      const f = await firman(t, req, roll)
      const fragan = (l: Lage) => {
        const b = l.begaran.find((x) => x.id === req.body.begaranId && x.till === roll)
        if (!b) throw indatafel('okandBegaran', 'Frågan finns inte i ert ärende.', [{ falt: 'begaranId', text: 'Läs om sidan.' }])
        return b
      }
      return iEgetArende(t, f, req.params.id, (l) => ({
        typ: 'besvaraBegaran',
        begaranId: req.body.begaranId,
        svar: fragan(l).fragor.map((x) => ({ frageId: x.frageId, text: req.body.text })),
      }))
    },
  )

  app.post(
    `${bas}/overklagande`,
    {
      schema: {
        ...tagg,
        summary: 'Skriv att ett beslut är fel',
        params: idSchema,
        body: z.object({ beslutId: z.string(), text: fritext(20_000, 'Skriv vad ni vill ska ändras och varför.') }),
        response: { 200: gjortSchema, ...problemsvar },
      },
    },
    async (req) => {
      const f = await firman(t, req, roll)
      const { handling, dokument } = skriven(t, 'overklagande', 'Överklagande', roll, req.body)
      return iEgetArende(t, f, req.params.id, { typ: 'overklaga', data: { ...req.body, inkom: t.klocka.nu().dag, handling } }, { dokument })
    },
  )

  app.post(
    `${bas}/brev/:utskickId/last`,
    {
      schema: {
        ...tagg,
        summary: 'Vi har fått del av brevet',
        params: idSchema.extend({ utskickId: z.string() }),
        response: { 200: gjortSchema, ...problemsvar },
      },
    },
    async (req) =>
      iEgetArende(t, await firman(t, req, roll), req.params.id, {
        typ: 'utskickMottaget',
        utskickId: req.params.utskickId,
        dag: t.klocka.nu().dag,
      }),
  )
}
