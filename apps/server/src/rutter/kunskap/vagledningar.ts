import { datumSchema } from '@atergang/formaner'
import { ERSATTNINGAR, utanPersonnummer, vagledningsnamn, type Ersattningsdel } from '@atergang/formaner/kunskap'
import { aktorAv, foraInVagledning, sokFragor, somPerson, vagledningarna, type Vagledningsrad } from '@atergang/lager'
import { paragrafnyckel, lagrum } from '@atergang/regelverk'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { medRoll, sessionen } from '../../auth/session.ts'
import { problemsvar } from '../scheman.ts'
import { fragevy, INNE, somNamn } from './fragor.ts'
import { delSchema, kravUtanPerson, kunskapsfragaSchema, lagrummen, lasParagrafer, rader, vagledningSchema } from './scheman.ts'

const TAGG = { tags: ['Kunskapsstöd'] }
const LASER = [...INNE, 'analytiker'] as const

const vagledningsvy = (v: Vagledningsrad): z.input<typeof vagledningSchema> => ({
  ...v,
  namn: vagledningsnamn(v),
  lagrum: lagrummen(v.lagrum),
})
const delvy = (d: Ersattningsdel): z.input<typeof delSchema> => ({ text: d.text, kalla: d.kalla, lagrum: lagrummen(d.lagrum) })

const tomt = (text: string | undefined): string | null => text?.trim() || null
const nySchema = z.object({
  beteckning: z.string().trim().max(20).optional(),
  titel: z.string().trim().min(1, 'Skriv titeln.').max(300),
  version: z.string().trim().max(20).optional(),
  beslutad: datumSchema.optional(),
  from: datumSchema.optional(),
  tom: datumSchema.optional(),
  kalla: z.string().trim().min(1, 'Skriv varifrån uppgiften kommer.').max(500),
  anmarkning: z.string().trim().max(1000).optional(),
  lagrum: z.string().max(300).default(''),
})

/** Guidance documents (H021), benefits with both parts (D031), the guide to medical documents (H022), and what is known of a paragraph. */
export function registreraVagledningar(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/kunskap/vagledningar',
    {
      schema: {
        ...TAGG,
        summary: 'Vägledningarnas versioner: titel, dagar och källa, aldrig texten',
        response: { 200: z.object({ vagledningar: rader(vagledningSchema), farAndra: z.boolean() }), ...problemsvar },
      },
    },
    async (req) => {
      const s = await medRoll(t.db, req, LASER)
      return { vagledningar: (await somPerson(t.db, sessionen(req), vagledningarna)).map(vagledningsvy), farAndra: s.roll === 'specialist' }
    },
  )

  app.post(
    '/api/v1/kunskap/vagledningar',
    {
      schema: {
        ...TAGG,
        summary: 'För in en ny version av en vägledning. Specialister',
        body: nySchema,
        response: { 201: z.object({ id: z.string() }), ...problemsvar },
      },
    },
    async (req, svar) => {
      const s = await medRoll(t.db, req, ['specialist'])
      const b = req.body
      kravUtanPerson(utanPersonnummer({ titel: b.titel, kalla: b.kalla, anmarkning: b.anmarkning }))
      const ny = {
        beteckning: tomt(b.beteckning),
        titel: b.titel,
        version: tomt(b.version),
        beslutad: b.beslutad ?? null,
        from: b.from ?? null,
        tom: b.tom ?? null,
        kalla: b.kalla,
        anmarkning: tomt(b.anmarkning),
        lagrum: lasParagrafer(b.lagrum),
      }
      return svar
        .status(201)
        .send({ id: await somPerson(t.db, sessionen(req), (q) => foraInVagledning(q, ny, aktorAv(s), t.klocka.nu().dag)) })
    },
  )

  app.get(
    '/api/v1/kunskap/paragrafer/:nyckel',
    {
      schema: {
        ...TAGG,
        summary: 'Vägledningar och besvarade frågor om en paragraf',
        params: z.object({ nyckel: z.string().max(60) }),
        response: { 200: z.object({ vagledningar: rader(vagledningSchema), fragor: rader(kunskapsfragaSchema) }), ...problemsvar },
      },
    },
    async (req) => {
      const { roll } = await medRoll(t.db, req, LASER)
      return somPerson(t.db, sessionen(req), async (q) => {
        const alla = await vagledningarna(q)
        // An analyst reads the documents; the questions belong to those who handle cases.
        const fragor =
          roll === 'analytiker' ? [] : (await sokFragor(q, { paragrafer: [req.params.nyckel], lage: 'besvarade', hogst: 20 })).fragor
        return {
          vagledningar: alla.filter((v) => v.lagrum.some((l) => paragrafnyckel(lagrum(l)) === req.params.nyckel)).map(vagledningsvy),
          fragor: fragor.map((f) => fragevy(f, somNamn(alla))),
        }
      })
    },
  )

  app.get(
    '/api/v1/kunskap/ersattningar',
    {
      schema: {
        ...TAGG,
        summary: 'Andra ersättningar: vad som krävs och hur man ansöker, med paragraf och det som källorna inte säger',
        response: {
          200: z.object({
            ersattningar: rader(
              z.object({ id: z.string(), namn: z.string(), informationsrad: z.string(), villkor: delSchema, ansokan: delSchema }),
            ),
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      await medRoll(t.db, req, LASER)
      return {
        ersattningar: Object.entries(ERSATTNINGAR).map(([id, e]) => ({
          id,
          namn: e.namn,
          informationsrad: e.informationsrad,
          villkor: delvy(e.villkor),
          ansokan: delvy(e.ansokan),
        })),
      }
    },
  )
}
