import { Analysverk, analysval } from '../../apps/server/src/analys/analysverk.ts'
import type { App, Tjanster } from '../../apps/server/src/app.ts'
import { Klocka } from '../../apps/server/src/klocka.ts'
import { skapaServer } from '../../apps/server/src/server.ts'
import type { Testkonto } from '../../apps/server/src/testidp/konton.ts'
import { TJANSTEPERSONER } from '../../apps/server/src/testidp/konton.ts'
import { skapaBrevskrivare } from '@atergang/brev'
import { Arendelager, Ko, utanKo, type Utskicksko } from '@atergang/lager'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testdatabas } from './databas.ts'

export const VARDTOKEN = 'prov-nyckel-for-varden-0123456789'

export interface Testserver {
  readonly t: Tjanster
  readonly app: App
  readonly bas: string
  readonly konton: Testkonto[]
  /** signs in by real OpenID Connect and gives the cookie */
  loggaIn(konto: string): Promise<string>
  anrop(
    kaka: string | null,
    metod: string,
    vag: string,
    kropp?: unknown,
    huvuden?: Record<string, string>,
  ): Promise<{ status: number; json: Svar; huvuden: Headers }>
  stang(): Promise<void>
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked into field by field
type Svar = any

/** The whole server on a database of its own, listening, with the test identity provider. */
export async function startaTestserver(
  o: { dag?: string; medKo?: boolean; utskicksko?: Utskicksko; analysdata?: string } = {},
): Promise<Testserver> {
  const { db, url, stang } = await testdatabas()
  const data = mkdtempSync(join(tmpdir(), 'atergang-server-'))
  const ko = o.medKo ? await Ko.starta(url, (sql) => db.agare.query(sql)) : null
  const brev = skapaBrevskrivare()
  const config = {
    port: 0,
    host: '127.0.0.1',
    databasUrl: url,
    data,
    basurl: null,
    klocka: null,
    demo: true,
    intygsmapp: join(data, 'intyg-in'),
    analysdata: o.analysdata ?? join(data, 'ingen-analys'),
    vardUrl: null,
    vardtoken: VARDTOKEN,
    loggniva: 'silent' as const,
    oidc: null,
  }
  const t: Tjanster = {
    config,
    db,
    lager: new Arendelager(db, ko ?? o.utskicksko ?? utanKo),
    klocka: new Klocka(o.dag ?? '2026-03-20'),
    brev,
    analys: new Analysverk(analysval(config)),
  }
  const konton: Testkonto[] = [...TJANSTEPERSONER]
  let bas = ''
  const app = await skapaServer(t, { basurl: () => bas, konton: () => Promise.resolve(konton) })
  await app.listen({ port: 0, host: '127.0.0.1' })
  bas = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  return {
    t,
    app,
    bas,
    konton,
    loggaIn: (konto) => loggaIn(bas, konto),
    anrop: async (kaka, metod, vag, kropp, huvuden = {}) => {
      const bytes = kropp instanceof Uint8Array || typeof kropp === 'string'
      const svar = await fetch(`${bas}${vag}`, {
        method: metod,
        redirect: 'manual',
        headers: {
          ...(kaka ? { cookie: kaka } : {}),
          ...(kropp === undefined ? {} : { 'content-type': bytes ? 'application/xml' : 'application/json' }),
          ...huvuden,
        },
        ...(kropp === undefined ? {} : { body: (bytes ? kropp : JSON.stringify(kropp)) as BodyInit }),
      })
      const text = await svar.text()
      return {
        status: svar.status,
        json: /json/.test(svar.headers.get('content-type') ?? '') ? JSON.parse(text) : text,
        huvuden: svar.headers,
      }
    },
    stang: async () => {
      await app.close()
      await t.analys.stang()
      await ko?.stang()
      await brev.stang()
      await stang()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** Walks the code flow as a browser does: redirects and cookies by hand. */
async function loggaIn(bas: string, konto: string): Promise<string> {
  const kakor = new Map<string, string>()
  const ga = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const svar = await fetch(new URL(url, bas), {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie: [...kakor].map(([n, v]) => `${n}=${v}`).join('; ') },
    })
    for (const rad of svar.headers.getSetCookie()) {
      const [namn, varde] = rad.split(';')[0]!.split(/=(.*)/s) as [string, string]
      if (varde) kakor.set(namn, varde)
      else kakor.delete(namn)
    }
    return svar
  }
  let svar = await ga('/inloggning')
  for (let i = 0; i < 12; i++) {
    const till = svar.headers.get('location')
    if (!till) break
    const url = new URL(till, bas)
    if (url.pathname === '/' || url.pathname.startsWith('/min-') || url.search.includes('inloggning=')) break
    svar = url.pathname.startsWith('/testinloggning/')
      ? await ga(url.pathname, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams({ konto }),
        })
      : await ga(url.pathname + url.search)
  }
  const session = kakor.get('atergang_session')
  if (!session) throw new Error(`${konto} kunde inte logga in.`)
  return `atergang_session=${session}`
}
