import { Domanfel } from '@atergang/arende'
import { BEHANDLINGAR, behandlingsnamn } from '@atergang/formaner'
import { utanPersonnummer, vagledningsnamn } from '@atergang/formaner/kunskap'
import {
  aktorAv,
  besvaraFraga,
  lasFraga,
  raknaAnvandning,
  sokFragor,
  somPerson,
  stallFraga,
  vagledningarna,
  type Kunskapsfraga,
  type Vagledningsrad,
} from '@atergang/lager'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { medRoll, sessionen } from '../../auth/session.ts'
import { problemsvar } from '../scheman.ts'
import { FORMANERNA, KATEGORIER, kravUtanPerson, kunskapsfragaSchema, lagrummen, lasParagrafer, rader } from './scheman.ts'

const TAGG = { tags: ['Kunskapsstöd'] }
const BAS = '/api/v1/kunskap/fragor'
/** Those who handle cases or lead them; an analyst reads figures and sources. */
export const INNE = ['handlaggare', 'specialist', 'fmr', 'enhetschef'] as const
const params = z.object({ id: z.uuid('Adressen ska innehålla frågans id.') })
const BEHANDLINGSKODER = BEHANDLINGAR.map((b) => b.kod) as [string, ...string[]]

const sokSchema = z.object({
  text: z.string().max(300).optional(),
  kategori: z.enum(KATEGORIER).optional(),
  forman: z.enum(FORMANERNA).optional(),
  behandling: z.string().max(60).optional(),
  paragrafer: z.array(z.string().max(60)).max(50).optional(),
  lage: z.enum(['besvarade', 'obesvarade']).optional(),
  hogst: z.number().int().min(1).max(100).optional(),
})
const nySchema = z.object({
  rubrik: z.string().trim().min(1, 'Skriv frågan i en rad.').max(200),
  fraga: z.string().trim().min(1, 'Skriv frågan.').max(4000),
  kategori: z.enum(KATEGORIER, { message: 'Välj vad frågan gäller.' }),
  forman: z.enum(FORMANERNA, { message: 'Välj förmån.' }),
  behandling: z.enum(BEHANDLINGSKODER, { message: 'Välj en behandling i listan.' }).optional(),
  lagrum: z.string().max(300).default(''),
})
const svarSchema = z.object({
  svar: z.string().trim().min(1, 'Skriv svaret.').max(8000),
  lagrum: z.string().max(300).default(''),
  vagledningar: z.array(z.string().max(60)).max(10).default([]),
  skal: z.string().trim().min(1).max(2000).optional(),
  ersatter: z.number().int().min(0),
})

type Namn = ReadonlyMap<string, Vagledningsrad>
const somNamn = (alla: readonly Vagledningsrad[]): Namn => new Map(alla.map((v) => [v.id, v]))

export function fragevy(f: Kunskapsfraga, dokument: Namn): z.input<typeof kunskapsfragaSchema> {
  return {
    ...f,
    behandlingsnamn: f.behandling ? behandlingsnamn(f.behandling) : null,
    lagrum: lagrummen(f.lagrum),
    anvandning: { ...f.anvandning },
    svar: f.svar.map((s) => ({
      ...s,
      lagrum: lagrummen(s.lagrum),
      vagledningar: s.vagledningar.map((id) => ({ id, namn: dokument.has(id) ? vagledningsnamn(dokument.get(id)!) : id })),
    })),
  }
}
export { somNamn }

const saknas = (): Domanfel => new Domanfel('saknas', 'fraganFinnsInte', 'Frågan finns inte i frågebanken.')

/** The question bank (H019). */
export function registreraFragebanken(app: App, t: Tjanster): void {
  app.post(
    `${BAS}/sok`,
    {
      schema: {
        ...TAGG,
        summary: 'Sök i frågebanken; sökorden går inte i adressen. De mest använda först',
        body: sokSchema,
        response: { 200: z.object({ antal: z.number(), fragor: rader(kunskapsfragaSchema), farSvara: z.boolean() }), ...problemsvar },
      },
    },
    async (req) => {
      const s = await medRoll(t.db, req, INNE)
      kravUtanPerson(utanPersonnummer({ text: req.body.text }))
      return somPerson(t.db, sessionen(req), async (q) => {
        const { fragor, antal } = await sokFragor(q, req.body)
        const dokument = somNamn(await vagledningarna(q))
        return { antal, fragor: fragor.map((f) => fragevy(f, dokument)), farSvara: s.roll === 'specialist' }
      })
    },
  )

  app.get(
    `${BAS}/:id`,
    {
      schema: {
        ...TAGG,
        summary: 'En fråga med alla versioner av svaret',
        params,
        response: { 200: z.object({ fraga: kunskapsfragaSchema, farSvara: z.boolean() }), ...problemsvar },
      },
    },
    async (req) => {
      const s = await medRoll(t.db, req, INNE)
      return somPerson(t.db, sessionen(req), async (q) => {
        const f = await lasFraga(q, req.params.id)
        if (!f) throw saknas()
        return { fraga: fragevy(f, somNamn(await vagledningarna(q))), farSvara: s.roll === 'specialist' }
      })
    },
  )

  app.post(
    BAS,
    {
      schema: {
        ...TAGG,
        summary: 'Ställ en fråga om metod, rutin eller tillämpning, aldrig om en person. Den som handlägger eller leder',
        body: nySchema,
        response: { 201: z.object({ id: z.string() }), ...problemsvar },
      },
    },
    async (req, svar) => {
      const s = await medRoll(t.db, req, INNE)
      const { rubrik, fraga, lagrum } = req.body
      kravUtanPerson(utanPersonnummer({ rubrik, fraga }))
      const ny = { ...req.body, lagrum: lasParagrafer(lagrum) }
      const id = await somPerson(t.db, sessionen(req), (q) => stallFraga(q, ny, aktorAv(s), s.enhet, t.klocka.nu().dag))
      return svar.status(201).send({ id })
    },
  )

  app.post(
    `${BAS}/:id/svar`,
    {
      schema: {
        ...TAGG,
        summary: 'Besvara en fråga, eller ersätt svaret med en ny version. Specialister',
        params,
        body: svarSchema,
        response: { 201: z.object({ version: z.number() }), ...problemsvar },
      },
    },
    async (req, svar) => {
      const s = await medRoll(t.db, req, ['specialist'])
      const { lagrum, ...b } = req.body
      kravUtanPerson(utanPersonnummer({ svar: b.svar, skal: b.skal }))
      const paragrafer = lasParagrafer(lagrum)
      const version = await somPerson(t.db, sessionen(req), async (q) => {
        if (!(await lasFraga(q, req.params.id))) throw saknas()
        return besvaraFraga(q, { ...b, fraga: req.params.id, lagrum: paragrafer }, aktorAv(s), t.klocka.nu().dag)
      })
      return svar.status(201).send({ version })
    },
  )

  app.post(
    `${BAS}/:id/anvandning`,
    {
      schema: {
        ...TAGG,
        summary: 'Räkna att svaret öppnades från ett ärende, eller att det hjälpte. Vilket ärende sparas inte',
        params,
        body: z.object({ slag: z.enum(['arende', 'hjalpte']) }),
        response: { 200: kunskapsfragaSchema, ...problemsvar },
      },
    },
    async (req) => {
      const s = await medRoll(t.db, req, INNE)
      return somPerson(t.db, sessionen(req), async (q) => {
        if (!(await lasFraga(q, req.params.id))) throw saknas()
        if (!(await raknaAnvandning(q, { fraga: req.params.id, slag: req.body.slag }, aktorAv(s), t.klocka.nu().dag)))
          throw new Domanfel('konflikt', 'fraganObesvarad', 'Frågan har inte fått något svar än.')
        return fragevy((await lasFraga(q, req.params.id))!, somNamn(await vagledningarna(q)))
      })
    },
  )
}
