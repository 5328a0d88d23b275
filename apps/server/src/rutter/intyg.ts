import { Domanfel, type Aktor } from '@atergang/arende'
import { granska, lasIntyg, STORSTA_FIL } from '@atergang/intyg'
import { aktorAv } from '@atergang/lager'
import type { FastifyRequest } from 'fastify'
import { timingSafeEqual } from 'node:crypto'
import * as z from 'zod'
import type { App, Tjanster } from '../app.ts'
import { medRoll, sessionen } from '../auth/session.ts'
import { taEmotIntyg } from '../tjanster/intyg.ts'
import { taEmotLakarsvar } from '../tjanster/lakarsvar.ts'
import { problemsvar } from './scheman.ts'

const TAGG = { tags: ['Intyg'], consumes: ['application/xml'] }
const XML = ['application/xml', 'text/xml']
const fyndSchema = z.object({
  kod: z.string(),
  allvar: z.enum(['fel', 'varning', 'upplysning']),
  svarId: z.string(),
  text: z.string(),
  fraga: z.string().nullable(),
})

export const VARDEN: Aktor = { id: 'vard', namn: 'Hälso- och sjukvården', roll: 'vard' }

/** Health care signs in as a machine, with a bearer token of the installation. */
export function arVarden(t: Tjanster, req: FastifyRequest): boolean {
  const m = /^Bearer (.+)$/.exec(req.headers.authorization ?? '')
  if (!m || !t.config.vardtoken) return false
  const [a, b] = [Buffer.from(m[1]!), Buffer.from(t.config.vardtoken)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Who brings the certificate: health care through its token, or an officer through the page. */
async function inlamnare(t: Tjanster, req: FastifyRequest): Promise<{ aktor: Aktor; kanal: 'api' | 'uppladdning'; session?: Buffer }> {
  if (arVarden(t, req)) return { aktor: VARDEN, kanal: 'api' }
  return { aktor: aktorAv(await medRoll(t.db, req, ['handlaggare', 'specialist'])), kanal: 'uppladdning', session: sessionen(req) }
}

/** The name of the file, as the sender wrote it when it is not percent-encoded: a bad name never stops a certificate. */
function filnamnet(req: FastifyRequest): string {
  const namn = String(req.headers['x-filnamn'] ?? '')
  try {
    return decodeURIComponent(namn).slice(0, 200)
  } catch {
    return namn.slice(0, 200)
  }
}

const kropp = (req: FastifyRequest): Uint8Array => {
  if (!Buffer.isBuffer(req.body) || req.body.length === 0)
    throw new Domanfel('indata', 'tomFil', 'Filen är tom. Skicka intyget som XML.', [{ falt: 'fil', text: 'Välj en fil som inte är tom.' }])
  return req.body
}

export function registreraIntyg(app: App, t: Tjanster): void {
  // XML is read by our own strict reader, from the bytes as they came.
  app.addContentTypeParser([...XML, 'application/octet-stream'], { parseAs: 'buffer', bodyLimit: STORSTA_FIL + 1 }, (_req, body, klar) =>
    klar(null, body),
  )

  app.post(
    '/api/v1/intyg',
    {
      bodyLimit: STORSTA_FIL + 1,
      schema: {
        ...TAGG,
        summary: 'Ta emot ett läkarintyg (RegisterCertificate)',
        response: {
          201: z.object({ arendeId: z.string(), version: z.number(), nyttArende: z.boolean(), fynd: z.array(fyndSchema) }),
          ...problemsvar,
        },
      },
    },
    async (req, svar) => {
      const m = await taEmotIntyg(t, kropp(req), { ...(await inlamnare(t, req)), filnamn: filnamnet(req) })
      return svar
        .status(201)
        .send({ ...m, fynd: m.fynd.map(({ kod, allvar, svarId, text, fraga }) => ({ kod, allvar, svarId, text, fraga })) })
    },
  )

  app.post(
    '/api/v1/intyg/granskning',
    {
      bodyLimit: STORSTA_FIL + 1,
      schema: {
        ...TAGG,
        summary: 'Granska ett intyg utan att spara det',
        response: { 200: z.object({ typ: z.string(), version: z.string(), fynd: z.array(fyndSchema) }), ...problemsvar },
      },
    },
    async (req) => {
      await inlamnare(t, req)
      const intyg = lasIntyg(kropp(req))
      return {
        typ: intyg.typ,
        version: intyg.version,
        fynd: granska(intyg, { idag: t.klocka.nu().dag }).map(({ kod, allvar, svarId, text, fraga }) => ({
          kod,
          allvar,
          svarId,
          text,
          fraga,
        })),
      }
    },
  )

  app.post(
    '/api/v1/vard/svar',
    {
      bodyLimit: STORSTA_FIL + 1,
      schema: {
        ...TAGG,
        summary: 'Ta emot läkarens svar på en kompletteringsfråga',
        response: { 200: z.object({ arendeId: z.string() }), ...problemsvar },
      },
    },
    async (req) => {
      if (!arVarden(t, req)) throw new Domanfel('behorighet', 'ejInloggad', 'Vården loggar in med sin nyckel (Authorization: Bearer …).')
      return { arendeId: await taEmotLakarsvar(t, kropp(req), VARDEN) }
    },
  )
}
