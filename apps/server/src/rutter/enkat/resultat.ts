import { enkatresultat, visbaraGrupper, type Stangdenkat } from '@atergang/analys/enkat'
import { indatafel, konflikt } from '@atergang/arende'
import {
  enkatfragor,
  enkatkoder,
  enkatkodningar,
  enkatsvaren,
  kodaSvar,
  lasEnkathuvud,
  loggaAtkomst,
  noteraEnkat,
  nyEnkatkod,
  somPerson,
  type Enkathuvud,
  type Fraga,
} from '@atergang/lager'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { medRoll, sessionen } from '../../auth/session.ts'
import { problemsvar } from '../scheman.ts'
import { LEDER, params } from './enkater.ts'
import { kodningSchema, posterSchema, resultatSchema } from './scheman.ts'

const TAGG = { tags: ['Enkät'] }
const ANALYTIKER = ['analytiker'] as const
const DOLD_GRUPP = 'för få för att visas'

async function stangd(q: Fraga, id: string): Promise<Enkathuvud> {
  const e = await lasEnkathuvud(q, id)
  if (e.tillstand !== 'stangd')
    throw konflikt('ejStangd', 'Enkäten är inte stängd. Svaren kan läsas först när alla är inne och skilda från dem som lämnat dem.')
  return e
}
const lasStangd = async (q: Fraga, id: string): Promise<Stangdenkat> => ({
  fragor: await enkatfragor(q, id),
  svarare: (await enkatsvaren(q, id)).map(({ svarare, ...r }) => ({ id: svarare, ...r })),
  kodning: await enkatkodningar(q, id),
})

/** Answers as rows without owner: one a row, the group only where at least five share it, no free text. Ordered by what they say, so that the order says nothing of who. */
function posterna(s: Stangdenkat): z.output<typeof posterSchema> {
  const antal = new Map<string, number>()
  for (const x of s.svarare) antal.set(x.grupp, (antal.get(x.grupp) ?? 0) + 1)
  const visas = visbaraGrupper(antal)
  const fragor = s.fragor.filter((f) => f.slag !== 'fritext')
  return {
    rubriker: ['grupp', ...fragor.map((f) => `${f.fraga}${f.item}`)],
    rader: iInnehallsordning(
      s.svarare.map((x) => [
        visas.has(x.grupp) ? x.grupp : DOLD_GRUPP,
        ...fragor.map((f) => {
          const a = x.svar.find((y) => y.fraga === f.fraga && y.item === f.item)
          return a ? (a.vetEj ? 'vet ej' : (a.varde ?? a.svar)) : null
        }),
      ]),
    ),
  }
}
const iInnehallsordning = <R>(rader: readonly R[]): R[] =>
  rader
    .map((r) => [JSON.stringify(r), r] as const)
    .sort(([a], [b]) => (a < b ? -1 : Number(a > b)))
    .map(([, r]) => r)

/** The free text of a closed survey, each with the id of the text and the hidden one of who wrote it; in the order of the texts' own ids, which is drawn by lot. */
async function fritexterna(q: Fraga, enkat: string): Promise<{ id: string; svarare: string; fraga: number; item: string; text: string }[]> {
  const fritext = new Set((await enkatfragor(q, enkat)).filter((f) => f.slag === 'fritext').map((f) => `${f.fraga} ${f.item}`))
  const alla = (await enkatsvaren(q, enkat)).flatMap((x) =>
    x.svar.flatMap(({ id, fraga, item, svar }) =>
      svar !== null && fritext.has(`${fraga} ${item}`) ? [{ id, svarare: x.svarare, fraga, item, text: svar }] : [],
    ),
  )
  return alla.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** What a closed survey says, and the coding of what was written in words (J045). */
export function registreraEnkatresultat(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/enkater/:id/resultat',
    {
      schema: {
        ...TAGG,
        summary: 'Resultat av en stängd enkät: index 0–100, svar, grader, koder; små tal dolda',
        params,
        response: { 200: resultatSchema, ...problemsvar },
      },
    },
    async (req) => {
      await medRoll(t.db, req, LEDER)
      return somPerson(t.db, sessionen(req), async (q, s) => {
        const e = await stangd(q, req.params.id)
        await loggaAtkomst(q, s, `enkät: resultatet av ${e.namn}`.slice(0, 500), null, null)
        const r = enkatresultat(await lasStangd(q, e.id))
        return s.roll === 'analytiker' ? r : { ...r, fritext: [] }
      })
    },
  )

  app.get(
    '/api/v1/enkater/:id/poster',
    {
      schema: {
        ...TAGG,
        summary: 'Svaren rad för rad utan ägare, för vidare räkning',
        params,
        response: { 200: posterSchema, ...problemsvar },
      },
    },
    async (req) => {
      await medRoll(t.db, req, ANALYTIKER)
      return somPerson(t.db, sessionen(req), async (q, s) => {
        const e = await stangd(q, req.params.id)
        const underlag = await lasStangd(q, e.id)
        if (enkatresultat(underlag).forFa) throw konflikt('forFaSvar', 'Färre än fem har svarat. Svaren lämnas inte ut rad för rad.')
        await noteraEnkat(q, s, e.id, t.klocka.nu().dag, `Hämtade ${underlag.svarare.length} svar rad för rad.`)
        return posterna(underlag)
      })
    },
  )

  app.get(
    '/api/v1/enkater/:id/kodning',
    { schema: { ...TAGG, summary: 'Fritextsvar att koda, utan vem eller var', params, response: { 200: kodningSchema, ...problemsvar } } },
    async (req) => {
      await medRoll(t.db, req, ANALYTIKER)
      return somPerson(t.db, sessionen(req), async (q, s) => {
        const e = await stangd(q, req.params.id)
        await loggaAtkomst(q, s, `enkät: fritextsvaren i ${e.namn}`.slice(0, 500), null, null)
        const kodningar = await enkatkodningar(q, e.id)
        const svar = (await fritexterna(q, e.id)).map(({ svarare, ...a }) => ({
          ...a,
          kodningar: kodningar
            .filter((k) => k.svarare === svarare && k.fraga === a.fraga && k.item === a.item)
            .map((k) => ({ kod: k.kod, kodare: k.kodare, dag: k.dag, min: k.kodareId === s.anvandare })),
        }))
        return { koder: await enkatkoder(q, e.id), svar }
      })
    },
  )

  app.post(
    '/api/v1/enkater/:id/koder',
    {
      schema: {
        ...TAGG,
        summary: 'En ny kod för fritextsvaren på en fråga',
        params,
        body: z.object({
          fraga: z.number().int(),
          item: z.string().max(10),
          kod: z.string().trim().min(1, 'Skriv koden.').max(60, 'Högst 60 tecken.'),
          beskrivning: z.string().trim().min(1, 'Skriv vad koden står för.').max(300),
        }),
        response: { 201: z.object({ kod: z.string() }), ...problemsvar },
      },
    },
    async (req, svar) => {
      await medRoll(t.db, req, ANALYTIKER)
      await somPerson(t.db, sessionen(req), async (q, s) => {
        const e = await stangd(q, req.params.id)
        if (!(await enkatfragor(q, e.id)).some((f) => f.slag === 'fritext' && f.fraga === req.body.fraga && f.item === req.body.item))
          throw indatafel('ejFritext', 'Frågan är ingen fritextfråga i enkäten.', [{ falt: 'fraga', text: 'Välj en fritextfråga.' }])
        await nyEnkatkod(q, s, e.id, req.body)
      })
      return svar.status(201).send({ kod: req.body.kod })
    },
  )

  app.put(
    '/api/v1/enkater/:id/kodning',
    {
      schema: {
        ...TAGG,
        summary: 'Sätt eller ta tillbaka din kod på ett fritextsvar',
        params,
        body: z.object({ svar: z.uuid(), kod: z.string().nullable() }),
        response: { 200: z.object({ kodade: z.number() }), ...problemsvar },
      },
    },
    async (req) => {
      await medRoll(t.db, req, ANALYTIKER)
      const { kod } = req.body
      return somPerson(t.db, sessionen(req), async (q, s) => {
        const e = await stangd(q, req.params.id)
        const svar = (await fritexterna(q, e.id)).find((x) => x.id === req.body.svar)
        if (!svar) throw indatafel('svaretFinnsInte', 'Svaret finns inte i enkäten.', [{ falt: 'svar', text: 'Läs om sidan.' }])
        const { svarare, fraga, item } = svar
        if (kod !== null && !(await enkatkoder(q, e.id)).some((k) => k.fraga === fraga && k.item === item && k.kod === kod))
          throw indatafel('kodenFinnsInte', `Koden ”${kod}” finns inte för frågan.`, [{ falt: 'kod', text: 'Lägg till koden först.' }])
        await kodaSvar(q, s, { svarare, fraga, item, kod }, t.klocka.nu().dag)
        return { kodade: (await enkatkodningar(q, e.id)).filter((k) => k.kodareId === s.anvandare).length }
      })
    },
  )
}
