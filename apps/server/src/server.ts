import cookie from '@fastify/cookie'
import statiska from '@fastify/static'
import swagger from '@fastify/swagger'
import { Domanfel } from '@atergang/arende'
import Fastify from 'fastify'
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { App, Tjanster } from './app.ts'
import { registreraInloggning } from './auth/inloggning.ts'
import { loggval } from './logg.ts'
import { felhanterare } from './problem.ts'
import { registreraAnalys } from './rutter/analys.ts'
import { registreraAllmant } from './rutter/allmant.ts'
import { registreraApr } from './rutter/apr/index.ts'
import { registreraArbetsgivare } from './rutter/arbetsgivare.ts'
import { registreraArenden } from './rutter/arenden.ts'
import { registreraDrift } from './rutter/drift.ts'
import { registreraEnkat } from './rutter/enkat/index.ts'
import { registreraForebyggande } from './rutter/forebyggande/index.ts'
import { registreraInformation } from './rutter/information/insatser.ts'
import { registreraIntyg } from './rutter/intyg.ts'
import { registreraKunskap } from './rutter/kunskap/index.ts'
import { registreraLedning } from './rutter/ledning.ts'
import { registreraMottaget } from './rutter/mottaget.ts'
import { registreraMinaSidor } from './rutter/minasidor.ts'
import { registreraRegelverk } from './rutter/regelverk/rutter.ts'
import { registreraTestIdp } from './testidp/idp.ts'
import type { Testkonto } from './testidp/konton.ts'

export const WEBBMAPP = fileURLToPath(new URL('../../webb/dist', import.meta.url))

const SAKERHETSHUVUDEN: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'self'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}

export interface Servertillbehor {
  /** where the server is reached; known once it listens */
  readonly basurl: () => string
  /** who can sign in at the test identity provider; only in demo mode */
  readonly konton: () => Promise<readonly Testkonto[]>
}

/** Builds the server with all its routes. Holds no state of its own: several can share one database. */
export async function skapaServer(t: Tjanster, o: Servertillbehor): Promise<App> {
  const app = Fastify({
    logger: loggval(t.config.loggniva)!,
    bodyLimit: 1_048_576,
    genReqId: () => crypto.randomUUID(),
    trustProxy: t.config.basurl !== null,
  }).withTypeProvider<ZodTypeProvider>() as unknown as App
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(felhanterare)
  await app.register(cookie)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Återgång',
        version: '1.0.0',
        description: 'Ärendehantering och beslutsstöd för sjukförsäkringen. Fel är problemdokument enligt RFC 9457.',
      },
      servers: [{ url: '/' }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_req, body, klar) =>
    klar(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
  skydda(app, o.basurl)
  registreraDrift(app, t)
  registreraAllmant(app, t)
  registreraRegelverk(app, t)
  registreraArenden(app, t)
  registreraIntyg(app, t)
  registreraMottaget(app, t)
  registreraMinaSidor(app, t)
  registreraForebyggande(app, t)
  registreraInformation(app, t)
  registreraArbetsgivare(app, t)
  registreraKunskap(app, t)
  registreraLedning(app, t)
  registreraApr(app, t)
  registreraAnalys(app, t)
  registreraEnkat(app, t)
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger())
  const utgivare = t.config.oidc ? () => t.config.oidc!.issuer : (await registreraTestIdp(app, o.basurl, o.konton)).utgivare
  registreraInloggning(app, t, utgivare, o.basurl)
  await registreraWebben(app)
  return app
}

/** Security headers on every answer; a request that changes something must come from our own pages. */
function skydda(app: App, basurl: () => string): void {
  app.addHook('onSend', async (req, svar) => {
    for (const [namn, varde] of Object.entries(SAKERHETSHUVUDEN)) if (!svar.hasHeader(namn)) void svar.header(namn, varde)
    if (basurl().startsWith('https:')) void svar.header('strict-transport-security', 'max-age=31536000')
    if (req.url.startsWith('/api/') && !svar.hasHeader('cache-control')) void svar.header('cache-control', 'no-store')
  })
  app.addHook('onRequest', async (req) => {
    const { origin } = req.headers
    if (req.method === 'GET' || req.method === 'HEAD' || !origin || req.headers.authorization || req.url.startsWith('/idp/')) return
    if (origin !== new URL(basurl()).origin)
      throw new Domanfel('behorighet', 'frammandeUrsprung', 'Begäran kommer från en annan webbplats.')
  })
}

/** The built web. Every address that is not a file or an API call is a page of the web. */
async function registreraWebben(app: App): Promise<void> {
  if (!existsSync(WEBBMAPP)) {
    app.setNotFoundHandler((req, svar) =>
      svar
        .status(404)
        .type('application/problem+json')
        .send(
          JSON.stringify({
            type: 'urn:atergang:problem:finnsInte',
            title: 'Finns inte',
            status: 404,
            detail: 'Adressen finns inte. Webben är inte byggd: kör npm start.',
            kod: 'finnsInte',
            falt: [],
            instance: req.id,
          }),
        ),
    )
    return
  }
  await app.register(statiska, {
    root: WEBBMAPP,
    wildcard: false,
    preCompressed: true,
    setHeaders: (svar, vag) =>
      void svar.setHeader('cache-control', vag.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
  })
  app.setNotFoundHandler((req, svar) => {
    if (req.method === 'GET' && !req.url.startsWith('/api/') && !req.url.startsWith('/assets/'))
      return svar.header('cache-control', 'no-cache').sendFile('index.html')
    throw new Domanfel('saknas', 'finnsInte', 'Adressen finns inte.')
  })
}
