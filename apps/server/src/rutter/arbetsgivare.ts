import { arPersonsNummer, Domanfel } from '@atergang/arende'
import { median } from '@atergang/formaner'
import { aktorAv, somPerson, somSystemet } from '@atergang/lager'
import * as z from 'zod'
import type { App, Tjanster } from '../app.ts'
import { medRoll, sessionen } from '../auth/session.ts'
import { somJsonhandling } from '../tjanster/jsonhandling.ts'
import { idSchema, problemsvar } from './scheman.ts'

const TAGG = { tags: ['Arbetsgivare'] }

/** What is asked about the workplace support has a page of its own. */
const STODETS = ['aprKomplettering', 'aprKontroll']

const planSchema = z.object({
  finns: z.boolean(),
  upprattad: z.string().optional(),
  atgarder: z.string().max(4000).default(''),
  vanligtArbeteProvat: z.boolean().optional(),
  arbetsskada: z.enum(['ja', 'nej', 'vetEj']).optional(),
})

/** What an employer has been asked, and its answers. An employer never sees the case itself. */
export function registreraArbetsgivare(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/arbetsgivare/fragor',
    {
      schema: {
        ...TAGG,
        summary: 'Frågor till vår arbetsplats',
        response: {
          200: z.object({
            idag: z.string(),
            rader: z.array(
              z.object({
                id: z.string(),
                typ: z.string(),
                rubrik: z.string(),
                fragor: z.array(z.object({ frageId: z.string(), text: z.string() })),
                person: z.string(),
                skickad: z.string(),
                senast: z.string(),
                besvarad: z.string().nullable(),
                aterkallad: z.string().nullable(),
              }),
            ),
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      await medRoll(t.db, req, ['arbetsgivare'])
      const rader = await somPerson(t.db, sessionen(req), (q) =>
        q.selectFrom('app.begaran').selectAll().where('typ', 'not in', STODETS).orderBy('senast', 'desc').limit(200).execute(),
      )
      return {
        idag: t.klocka.nu().dag,
        rader: rader.map((r) => ({
          id: r.begaran_id,
          typ: r.typ,
          rubrik: r.rubrik,
          fragor: r.fragor,
          person: r.person_namn,
          skickad: r.skickad,
          senast: r.senast,
          besvarad: r.besvarad,
          aterkallad: r.aterkallad,
        })),
      }
    },
  )

  app.post(
    '/api/v1/arbetsgivare/fragor/:id/svar',
    {
      schema: {
        ...TAGG,
        summary: 'Svara på en fråga',
        params: idSchema,
        body: z.object({ text: z.string().trim().min(1, 'Skriv svaret.').max(20_000).optional(), plan: planSchema.optional() }),
        response: { 200: z.object({ besvarad: z.string() }), ...problemsvar },
      },
    },
    async (req) => {
      const s = await medRoll(t.db, req, ['arbetsgivare'])
      const rad = await somPerson(t.db, sessionen(req), (q) =>
        q.selectFrom('app.begaran').selectAll().where('begaran_id', '=', req.params.id).executeTakeFirst(),
      )
      if (!rad) throw new Domanfel('saknas', 'okandBegaran', 'Frågan finns inte bland era frågor.')
      const nu = t.klocka.nu()
      const av = { system: aktorAv(s) }
      if (rad.typ === 'atergansplan') {
        if (!req.body.plan)
          throw new Domanfel('indata', 'planSaknas', 'Svara om det finns en plan.', [{ falt: 'plan', text: 'Välj ja eller nej.' }])
        const { handling, dokument } = somJsonhandling(
          { typ: 'plan', rubrik: 'Arbetsgivarens plan för återgång', fran: 'arbetsgivare', inkom: nu.dag, kanal: 'minaSidor' },
          req.body.plan,
        )
        await t.lager.kor({
          arendeId: rad.arende_id,
          av,
          nu,
          kommando: { typ: 'taEmotPlan', data: { handling, varde: req.body.plan } },
          dokument,
        })
      } else {
        const text = req.body.text
        if (!text) throw new Domanfel('indata', 'svarSaknas', 'Skriv svaret.', [{ falt: 'text', text: 'Skriv svaret på frågan.' }])
        await t.lager.kor({
          arendeId: rad.arende_id,
          av,
          nu,
          kommando: { typ: 'besvaraBegaran', begaranId: rad.begaran_id, svar: rad.fragor.map((f) => ({ frageId: f.frageId, text })) },
        })
      }
      return { besvarad: nu.dag }
    },
  )

  app.get(
    '/api/v1/samverkan/arbetsgivare',
    {
      schema: {
        tags: ['Samverkan'],
        summary: 'Arbetsgivare som inte svarat i tid, utan personuppgifter',
        response: {
          200: z.object({
            idag: z.string(),
            rader: z.array(
              z.object({ orgnr: z.string(), fragade: z.number(), obesvaradeForsenade: z.number(), mediandagar: z.number().nullable() }),
            ),
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      await medRoll(t.db, req, ['samverkansansvarig'])
      const idag = t.klocka.nu().dag
      const rader = await somSystemet(t.db, async (q) =>
        q
          .selectFrom('app.begaran')
          .select(['orgnr', 'skickad', 'senast', 'besvarad', 'aterkallad'])
          .where('till', '=', 'arbetsgivare')
          .where('orgnr', 'is not', null)
          .execute(),
      )
      const per = gruppera(rader)
      return {
        idag,
        rader: [...per.entries()]
          .map(([orgnr, rs]) => ({
            orgnr,
            fragade: rs.length,
            obesvaradeForsenade: rs.filter((r) => !r.besvarad && !r.aterkallad && r.senast < idag).length,
            mediandagar: median(rs.flatMap((r) => (r.besvarad ? [(Date.parse(r.besvarad) - Date.parse(r.skickad)) / 86_400_000] : []))),
          }))
          .sort((a, b) => b.obesvaradeForsenade - a.obesvaradeForsenade || b.fragade - a.fragade),
      }
    },
  )
}

/** Sole traders are counted together under no number: theirs is a personnummer. */
function gruppera<R extends { orgnr: string | null }>(rader: readonly R[]): Map<string, R[]> {
  const ut = new Map<string, R[]>()
  for (const r of rader) {
    const nyckel = arPersonsNummer(r.orgnr!) ? '' : r.orgnr!
    ut.set(nyckel, [...(ut.get(nyckel) ?? []), r])
  }
  return ut
}
