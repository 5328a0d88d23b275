import middie from '@fastify/middie'
import { generateKeyPairSync } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import Provider, { interactionPolicy, type Configuration } from 'oidc-provider'
import type { App } from '../app.ts'
import type { Testkonto } from './konton.ts'
import { valsida } from './valsida.ts'

/**
 * The built-in test identity provider: real OpenID Connect (oidc-provider), invented people, one
 * click to become any of them. Only in demo mode; an installation names its own provider instead.
 */
export async function registreraTestIdp(
  app: App,
  basurl: () => string,
  konton: () => Promise<readonly Testkonto[]>,
): Promise<{ utgivare: () => string }> {
  await app.register(middie)
  const utgivare = () => `${basurl()}/idp`
  let provider: Provider | null = null
  const hamta = (): Provider => (provider ??= new Provider(utgivare(), konfiguration(basurl(), konton)))

  app.use('/idp', (req: IncomingMessage, res: ServerResponse) => hamta().callback()(req, res))

  app.get('/testinloggning/:uid', { schema: { hide: true } }, async (_req, svar) =>
    svar.type('text/html; charset=utf-8').send(valsida(await konton())),
  )

  app.post('/testinloggning/:uid', { schema: { hide: true } }, async (req, svar) => {
    const { konto } = req.body as { konto?: string }
    const valt = (await konton()).find((k) => k.id === konto)
    if (!valt) return svar.redirect(req.url, 303)
    svar.hijack()
    await hamta().interactionFinished(req.raw, svar.raw, { login: { accountId: valt.id } }, { mergeWithLastSubmission: false })
  })
  return { utgivare }
}

/** Who it is is chosen anew at each sign-in, also when the last one was a moment ago. */
function fragarAlltid(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base()
  policy
    .get('login')!
    .checks.add(
      new interactionPolicy.Check('alltid', 'Välj vem du är.', (ctx) =>
        ctx.oidc.result?.login ? interactionPolicy.Check.NO_NEED_TO_PROMPT : interactionPolicy.Check.REQUEST_PROMPT,
      ),
    )
  return policy
}

function konfiguration(basurl: string, konton: () => Promise<readonly Testkonto[]>): Configuration {
  const nyckel = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })
  return {
    jwks: { keys: [{ ...nyckel, use: 'sig', alg: 'ES256' }] } as Configuration['jwks'] & object,
    clients: [
      {
        client_id: 'atergang',
        token_endpoint_auth_method: 'none',
        redirect_uris: [`${basurl}/inloggning/svar`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    cookies: { keys: [crypto.randomUUID()] },
    claims: {
      openid: ['sub'],
      profile: ['name'],
      atergang: ['atergang_roll', 'atergang_enhet', 'atergang_orgnr', 'atergang_skyddade', 'atergang_formaner', 'personnummer'],
    },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    ttl: { Interaction: 3600, Session: 1, Grant: 3600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    interactions: { url: (_ctx, i) => `/testinloggning/${i.uid}`, policy: fragarAlltid() },
    findAccount: async (_ctx, id) => {
      const k = (await konton()).find((x) => x.id === id)
      return k
        ? {
            accountId: id,
            claims: () => ({
              sub: id,
              name: k.namn,
              atergang_roll: k.roll,
              atergang_enhet: k.enhet,
              atergang_orgnr: k.orgnr,
              atergang_skyddade: k.farSeSkyddade ?? false,
              atergang_formaner: k.formaner?.join(' '),
              personnummer: k.personnummer,
            }),
          }
        : undefined
    },
    // Nobody is asked for consent: the only client is our own.
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ accountId: ctx.oidc.session!.accountId!, clientId: ctx.oidc.client!.clientId })
      grant.addOIDCScope('openid profile atergang')
      await grant.save()
      return grant
    },
  }
}
