import { Domanfel, type Faltfel } from '@atergang/arende'
import { svensktFel } from '@atergang/formaner'
import { Intygsproblem } from '@atergang/intyg'
import { ParameterOkand } from '@atergang/regelverk'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import * as z from 'zod'

// What a schema does not say in its own words is said in Swedish.
z.config({ localeError: svensktFel })

/** A problem document (RFC 9457): what is wrong, in which field, and what to do. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    kod: z.string(),
    falt: z.array(z.object({ falt: z.string(), text: z.string() })),
    instance: z.string(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof problemSchema>

const STATUS = { indata: 422, behorighet: 403, konflikt: 409, saknas: 404 } as const
const RUBRIK: Record<number, string> = {
  400: 'Begäran kan inte läsas',
  401: 'Inte inloggad',
  403: 'Inte behörig',
  404: 'Finns inte',
  409: 'Ärendet har ändrats',
  413: 'Filen är för stor',
  415: 'Fel sorts innehåll',
  422: 'Uppgifter behöver ändras',
  500: 'Något gick fel hos oss',
}

function problem(status: number, kod: string, detail: string, falt: readonly Faltfel[], instance: string): Problem {
  return { type: `urn:atergang:problem:${kod}`, title: RUBRIK[status] ?? 'Något gick fel', status, detail, kod, falt: [...falt], instance }
}

/** Turns any error into a problem document. What we did not foresee is logged and told without details. */
export function somProblem(fel: unknown, instance: string): Problem {
  if (fel instanceof Domanfel) return problem(fel.kod === 'ejInloggad' ? 401 : STATUS[fel.slag], fel.kod, fel.message, fel.falt, instance)
  if (fel instanceof Intygsproblem)
    return problem(fel.kod === 'forStor' ? 413 : 422, fel.kod, fel.text, fel.falt ? [{ falt: fel.falt, text: fel.text }] : [], instance)
  if (fel instanceof ParameterOkand) return problem(422, 'parameterOkand', fel.message, [], instance)
  if (hasZodFastifySchemaValidationErrors(fel)) {
    const falt = fel.validation.map((v) => ({
      falt: v.instancePath.replace(/^\//, '').replaceAll('/', '.'),
      text: v.message ?? 'Uppgiften har fel form.',
    }))
    return problem(400, 'ogiltigBegaran', falt.length === 1 ? falt[0]!.text : 'Begäran har uppgifter med fel form.', falt, instance)
  }
  const f = fel as FastifyError
  if (f.statusCode && f.statusCode < 500)
    return problem(
      f.statusCode,
      f.code?.toLowerCase() ?? 'felBegaran',
      f.statusCode === 413 ? 'Filen är större än tillåtet. Skicka en mindre fil.' : f.message,
      [],
      instance,
    )
  return problem(
    500,
    'ovantatFel',
    'Något gick fel hos oss. Det är inte ditt fel, och inget du skrivit är borta. Försök igen om en stund.',
    [],
    instance,
  )
}

export function felhanterare(fel: unknown, req: FastifyRequest, svar: FastifyReply): void {
  const p = somProblem(fel, req.id)
  if (p.status >= 500) req.log.error({ err: fel }, 'oväntat fel')
  void svar.status(p.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(p))
}
