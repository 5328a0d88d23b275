import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { ledare } from '../../tjanster/apr/ledare.ts'
import { redovisningen, redovisningsdokument } from '../../tjanster/apr/redovisning.ts'
import { tidigarePoster } from '../../tjanster/apr/tidigare.ts'
import { bidragsrader } from '../../tjanster/apr/underlag.ts'
import { problemsvar } from '../scheman.ts'
import { lagrumRef, lista, stodarSchema, tal, trendarSchema } from './scheman.ts'

const TAGG = { tags: ['APR uppföljning'] }

const redovisningSchema = z.object({
  ur: z.enum(['systemet', 'inlast', 'okant']),
  tidigare: trendarSchema,
  redovisning: z.object({
    ar: z.number(),
    beslut: z.object({ beviljade: z.number(), delvis: z.number(), avslag: z.number() }),
    belopp: z.number(),
    arbetsgivare: z.number(),
    anstallda: z.number(),
  }),
  fordjupning: lista(
    z.object({
      falt: z.string(),
      rubrik: z.string(),
      lagrum: lista(lagrumRef),
      kalla: z.string(),
      kanOverlappa: z.boolean(),
      rader: lista(
        z.object({
          kod: z.string(),
          namn: z.string(),
          ansokningar: z.number(),
          belopp: z.number(),
          arbetsgivare: z.number(),
          anstallda: tal,
        }),
      ),
    }),
  ),
})

/** The yearly account to the government. */
export function registreraAprRedovisning(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/apr/redovisning/:ar',
    {
      schema: {
        ...TAGG,
        summary: 'Årsredovisningen till regeringen, och det revisionen saknade',
        params: z.object({ ar: stodarSchema }),
        response: { 200: redovisningSchema, ...problemsvar },
      },
    },
    async (req) => {
      await ledare(t, req)
      return redovisningen(await bidragsrader(t), await tidigarePoster(t), req.params.ar, t.klocka.nu().dag) as z.output<
        typeof redovisningSchema
      >
    },
  )

  app.get(
    '/api/v1/apr/redovisning/:ar/pdf',
    { schema: { ...TAGG, summary: 'Årsredovisningen som PDF', params: z.object({ ar: stodarSchema }), response: problemsvar } },
    async (req, svar) => {
      await ledare(t, req)
      const { pdf } = await t.brev.skriv(
        redovisningsdokument(
          redovisningen(await bidragsrader(t), await tidigarePoster(t), req.params.ar, t.klocka.nu().dag),
          t.klocka.nu().dag,
        ),
      )
      return svar
        .type('application/pdf')
        .header('content-disposition', `attachment; filename="apr-redovisning-${req.params.ar}.pdf"`)
        .header('cache-control', 'no-store')
        .send(Buffer.from(pdf) as never)
    },
  )
}
