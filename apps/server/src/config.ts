import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import * as z from 'zod'

const tomSomInget = (v: unknown) => (v === '' ? undefined : v)
const valfri = <T extends z.ZodType>(t: T) => z.preprocess(tomSomInget, t.optional())

/** The only reader of the environment. Every name stands in the README. */
const schema = z.object({
  PORT: valfri(z.coerce.number().int().min(0).max(65_535)),
  HOST: valfri(z.string()),
  DATABASE_URL: valfri(z.url()),
  ATERGANG_DATA: valfri(z.string()),
  ATERGANG_BASURL: valfri(z.url()),
  ATERGANG_KLOCKA: valfri(z.iso.date()),
  ATERGANG_DEMO: valfri(z.enum(['ja', 'nej'])),
  ATERGANG_INTYGSMAPP: valfri(z.string()),
  ATERGANG_ANALYSDATA: valfri(z.string()),
  ATERGANG_VARD_URL: valfri(z.url()),
  ATERGANG_VARDTOKEN: valfri(z.string().min(16)),
  ATERGANG_LOGGNIVA: valfri(z.enum(['debug', 'info', 'warn', 'error', 'silent'])),
  OIDC_ISSUER: valfri(z.url()),
  OIDC_CLIENT_ID: valfri(z.string()),
  OIDC_CLIENT_SECRET: valfri(z.string()),
})

export interface Config {
  readonly port: number
  readonly host: string
  readonly databasUrl: string | null
  readonly data: string
  readonly basurl: string | null
  /** a day to start from instead of today: demo and tests only */
  readonly klocka: string | null
  /** invented people and the built-in identity provider */
  readonly demo: boolean
  readonly intygsmapp: string
  /** folder of registers for analysis; the demo makes an invented country when none is named */
  readonly analysdata: string | null
  readonly vardUrl: string | null
  readonly vardtoken: string | null
  readonly loggniva: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  readonly oidc: { readonly issuer: string; readonly klientId: string; readonly klienthemlighet: string | null } | null
}

/** @throws with the name of the setting and what it should be */
export function lasConfig(env: NodeJS.ProcessEnv, rot: string): Config {
  const r = schema.safeParse(env)
  if (!r.success) throw new Error(`Inställningen ${r.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')}`)
  const e = r.data
  const oidc = e.OIDC_ISSUER
    ? { issuer: e.OIDC_ISSUER, klientId: e.OIDC_CLIENT_ID ?? 'atergang', klienthemlighet: e.OIDC_CLIENT_SECRET ?? null }
    : null
  const demo = e.ATERGANG_DEMO ? e.ATERGANG_DEMO === 'ja' : oidc === null
  if (e.ATERGANG_KLOCKA && !demo) throw new Error('Inställningen ATERGANG_KLOCKA får bara användas i demoläge (ATERGANG_DEMO=ja).')
  if (demo && oidc) throw new Error('Demoläget har egna påhittade inloggningar. Ta bort OIDC_ISSUER eller sätt ATERGANG_DEMO=nej.')
  const data = resolve(rot, e.ATERGANG_DATA ?? 'data')
  mkdirSync(data, { recursive: true })
  return {
    port: e.PORT ?? 3000,
    host: e.HOST ?? '127.0.0.1',
    databasUrl: e.DATABASE_URL ?? null,
    data,
    basurl: e.ATERGANG_BASURL ?? null,
    klocka: e.ATERGANG_KLOCKA ?? null,
    demo,
    analysdata: e.ATERGANG_ANALYSDATA ? resolve(rot, e.ATERGANG_ANALYSDATA) : null,
    intygsmapp: resolve(e.ATERGANG_INTYGSMAPP ?? `${data}/intyg-in`),
    vardUrl: e.ATERGANG_VARD_URL ?? null,
    vardtoken: e.ATERGANG_VARDTOKEN ?? null,
    loggniva: e.ATERGANG_LOGGNIVA ?? 'info',
    oidc,
  }
}

/** The settings with the address users come to: the one named, else this machine's own. Known only when the port is. */
export const medAdress = (c: Config, port: number): Config & { readonly basurl: string } => ({
  ...c,
  basurl: c.basurl ?? `http://localhost:${port}`,
})
