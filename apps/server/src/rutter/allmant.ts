import { Domanfel } from '@atergang/arende'
import { AVSLAGSSKAL, ATERLAMNINGSKODER, INFORMATIONSAMNEN, PROVNINGSNAMN, SGI_GRUNDER, SGI_UNDANTAG } from '@atergang/formaner'
import { lasDokument, loggaAtkomst, somPerson } from '@atergang/lager'
import { UNDANTAGSTEXT } from '@atergang/regelverk'
import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { App, Tjanster } from '../app.ts'
import { inloggad, sessionen } from '../auth/session.ts'
import { idSchema, problemsvar } from './scheman.ts'

/** Types a browser may show in place; all else is handed over as a file. */
const VISAS = new Set(['application/pdf', 'application/json', 'image/png', 'image/jpeg'])

/** A document as the one signed in may see it; the look is logged on its case. Null when there is none for them. */
const oppnaDokument = (t: Tjanster, req: FastifyRequest<{ Params: { id: string } }>, vad: string) =>
  somPerson(t.db, sessionen(req), async (q, s) => {
    const funnet = await lasDokument(q, req.params.id)
    if (funnet) await loggaAtkomst(q, s, vad, null, funnet.arendeId)
    return funnet
  })

export function registreraAllmant(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/jag',
    {
      schema: {
        tags: ['Inloggning'],
        summary: 'Vem är inloggad',
        response: {
          200: z.object({
            id: z.string(),
            namn: z.string(),
            roll: z.string(),
            enhet: z.string(),
            orgnr: z.string().nullable(),
            farSeSkyddade: z.boolean(),
            idag: z.string(),
            demo: z.boolean(),
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      const s = await inloggad(t.db, req)
      return {
        id: s.anvandare,
        namn: s.namn,
        roll: s.roll,
        enhet: s.enhet,
        orgnr: s.orgnr,
        farSeSkyddade: s.far_se_skyddade,
        idag: t.klocka.nu().dag,
        demo: t.config.demo,
      }
    },
  )

  app.get(
    '/api/v1/handlingar/:id',
    { schema: { tags: ['Ärenden'], summary: 'En handling, byte för byte', params: idSchema, response: problemsvar } },
    async (req, svar) => {
      const d = await oppnaDokument(t, req, 'öppnade en handling')
      if (!d) throw new Domanfel('saknas', 'handlingenFinnsInte', 'Handlingen finns inte, eller så har du inte rätt att se den.')
      const namn = `handling-${req.params.id.slice(0, 8)}.${d.medietyp.split('/')[1]}`
      return svar
        .header('content-type', d.medietyp)
        .header('content-disposition', `${VISAS.has(d.medietyp) ? 'inline' : 'attachment'}; filename="${namn}"`)
        .header('cache-control', 'no-store')
        .send(d.innehall as never)
    },
  )

  app.get(
    '/api/v1/brev/:id',
    { schema: { tags: ['Ärenden'], summary: 'Ett förhandsgranskat brev som PDF', params: idSchema, response: problemsvar } },
    async (req, svar) => {
      const d = await oppnaDokument(t, req, 'läste ett brev före utskick')
      if (!d) throw new Domanfel('saknas', 'brevetFinnsInte', 'Brevet finns inte, eller så har du inte rätt att se det.')
      return svar
        .type('application/pdf')
        .header('cache-control', 'no-store')
        .send(d.innehall as never)
    },
  )

  app.get(
    '/api/v1/kodlistor',
    { schema: { tags: ['Regelverk'], summary: 'Koder och deras text', response: { 200: z.record(z.string(), z.unknown()) } } },
    () => ({
      avslagsskal: AVSLAGSSKAL,
      aterlamningskoder: ATERLAMNINGSKODER,
      informationsamnen: INFORMATIONSAMNEN,
      provningar: PROVNINGSNAMN,
      sgiGrunder: SGI_GRUNDER,
      sgiUndantag: SGI_UNDANTAG,
      undantag: UNDANTAGSTEXT,
    }),
  )

  app.get(
    '/api/v1/api-info',
    {
      schema: {
        tags: ['Om'],
        summary: 'Om gränssnittet',
        response: {
          200: z.object({
            apiName: z.string(),
            apiVersion: z.string(),
            apiReleased: z.string(),
            apiDocumentation: z.string(),
            apiStatus: z.string(),
            demo: z.boolean(),
          }),
        },
      },
    },
    () => ({
      apiName: 'Återgång',
      apiVersion: '1.0.0',
      apiReleased: '2026-11-21',
      apiDocumentation: '/api/openapi.json',
      apiStatus: 'active',
      demo: t.config.demo,
    }),
  )
}
