import type { Tjanster } from './app.ts'
import { Klocka } from './klocka.ts'
import { skapaServer } from './server.ts'

/** The server's OpenAPI document, made without a database: routes are described, never called. */
export async function openapiDokument(): Promise<object> {
  const t = { config: { loggniva: 'silent', demo: true, oidc: null, basurl: null }, klocka: new Klocka() } as unknown as Tjanster
  const app = await skapaServer(t, { basurl: () => 'http://localhost', konton: () => Promise.resolve([]) })
  await app.ready()
  const dokument = app.swagger()
  await app.close()
  return dokument
}
