import type { Roll } from '@atergang/arende'
import { avslutaSession, skapaSession, type NySession } from '@atergang/lager'
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as oidc from 'openid-client'
import * as z from 'zod'
import type { App, Tjanster } from '../app.ts'
import { kandPerson, personVidInloggning, somPersonnummer } from '../tjanster/personer.ts'
import { SESSIONSKAKA } from './session.ts'

const PAGAENDE = 'atergang_inloggning'
const ROLLER: ReadonlySet<string> = new Set<Roll>([
  'handlaggare',
  'specialist',
  'fmr',
  'enhetschef',
  'samverkansansvarig',
  'analytiker',
  'forsakrad',
  'arbetsgivare',
  'anordnare',
])

/** Only a path of our own may be returned to after signing in. */
const lokalVag = (till: string | undefined): string => (till && /^\/(?!\/|\\)/.test(till) ? till : '/')

const pagaendeSchema = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), till: z.string().transform(lokalVag) })
type Pagaende = z.output<typeof pagaendeSchema>

/** Sign-in by OpenID Connect, authorization code with PKCE. The provider is looked up at the first sign-in. */
export function registreraInloggning(app: App, t: Tjanster, utgivare: () => string, basurl: () => string): void {
  let config: Promise<oidc.Configuration> | null = null
  const provider = (): Promise<oidc.Configuration> => {
    config ??= upptack(t, utgivare()).catch((fel: unknown) => {
      config = null
      throw fel
    })
    return config
  }
  const ater = () => `${basurl()}/inloggning/svar`

  app.get('/inloggning', { schema: { hide: true } }, async (req, svar) => {
    if (annatNamnPaSammaMaskin(req, basurl())) return svar.redirect(`${basurl()}${req.url}`)
    const verifier = oidc.randomPKCECodeVerifier()
    const p: Pagaende = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier,
      till: lokalVag((req.query as { till?: string }).till),
    }
    const url = oidc.buildAuthorizationUrl(await provider(), {
      redirect_uri: ater(),
      scope: 'openid profile atergang',
      state: p.state,
      nonce: p.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
    void svar.setCookie(PAGAENDE, Buffer.from(JSON.stringify(p)).toString('base64url'), kaka(basurl(), 600))
    return svar.redirect(url.toString())
  })

  app.get('/inloggning/svar', { schema: { hide: true } }, async (req, svar) => {
    const p = lasPagaende(req)
    if (!p) return svar.redirect('/?inloggning=avbruten')
    const nu = new URL(req.url, basurl())
    const tokens = await oidc.authorizationCodeGrant(await provider(), nu, {
      expectedState: p.state,
      expectedNonce: p.nonce,
      pkceCodeVerifier: p.verifier,
    })
    const session = await sessionAv(t, tokens.claims() as Record<string, unknown>)
    void svar.clearCookie(PAGAENDE, { path: '/' })
    if (!session) return svar.redirect('/?inloggning=saknarRoll')
    void svar.setCookie(SESSIONSKAKA, await skapaSession(t.db, session), kaka(basurl(), 36_000))
    return svar.redirect(p.till)
  })

  app.post('/utloggning', { schema: { hide: true } }, async (req, svar) => {
    await loggaUt(t, req, svar)
    return svar.redirect('/', 303)
  })
}

const DENNA_MASKIN: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whoever wrote 127.0.0.1 where the address says localhost would lose the cookie on the way back. */
function annatNamnPaSammaMaskin(req: FastifyRequest, basurl: string): boolean {
  const { hostname } = new URL(basurl)
  return req.hostname !== hostname && DENNA_MASKIN.has(req.hostname) && DENNA_MASKIN.has(hostname)
}

async function loggaUt(t: Tjanster, req: FastifyRequest, svar: FastifyReply): Promise<void> {
  const token = req.cookies[SESSIONSKAKA]
  if (token) await avslutaSession(t.db, token)
  void svar.clearCookie(SESSIONSKAKA, { path: '/' })
}

const kaka = (basurl: string, sekunder: number) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: basurl.startsWith('https:'),
  maxAge: sekunder,
})

/** The sign-in under way; null when there is none, or the cookie is not one we wrote: then the sign-in is broken off. */
function lasPagaende(req: FastifyRequest): Pagaende | null {
  try {
    return pagaendeSchema.parse(JSON.parse(Buffer.from(req.cookies[PAGAENDE] ?? '', 'base64url').toString()))
  } catch {
    return null
  }
}

async function upptack(t: Tjanster, utgivare: string): Promise<oidc.Configuration> {
  const url = new URL(utgivare)
  const http = url.protocol === 'http:'
  const klient = t.config.oidc
  return oidc.discovery(
    url,
    klient?.klientId ?? 'atergang',
    { id_token_signed_response_alg: 'ES256' },
    klient?.klienthemlighet ? oidc.ClientSecretPost(klient.klienthemlighet) : oidc.None(),
    http ? { execute: [oidc.allowInsecureRequests] } : undefined,
  )
}

const text = (v: unknown): string | null => (typeof v === 'string' && v.length > 0 ? v : null)

/** What the identity provider says of the person, as a session. Null when it names no role of ours: then nobody gets in. */
async function sessionAv(t: Tjanster, claims: Record<string, unknown>): Promise<NySession | null> {
  const roll = text(claims.atergang_roll)
  if (!roll || !ROLLER.has(roll)) return null
  const personnummer = somPersonnummer(text(claims.personnummer) ?? '')
  const person = !personnummer
    ? null
    : roll === 'forsakrad'
      ? await personVidInloggning(t, personnummer, text(claims.name) ?? '')
      : await kandPerson(t, personnummer)
  const enhet = text(claims.atergang_enhet) ?? ''
  const orgnr = text(claims.atergang_orgnr)
  if (['handlaggare', 'specialist', 'enhetschef'].includes(roll) && !enhet) return null
  if ((roll === 'arbetsgivare' || roll === 'anordnare') && !orgnr) return null
  return {
    anvandare: roll === 'forsakrad' && person ? person.id : String(claims.sub),
    namn: text(claims.name) ?? String(claims.sub),
    roll: roll as Roll,
    enhet,
    orgnr: orgnr ? orgnr.replace(/\D/g, '') : null,
    personId: person?.id ?? null,
    farSeSkyddade: claims.atergang_skyddade === true,
    formaner: (text(claims.atergang_formaner) ?? '').split(' ').filter(Boolean),
    personnummer,
  }
}
