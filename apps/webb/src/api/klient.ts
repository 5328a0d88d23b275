import createClient, { type Middleware } from 'openapi-fetch'
import type { paths } from './schema.gen.ts'
import { Apifel, type Problem } from './apifel.ts'

/** A failed answer becomes an `Apifel` with the problem document; a lost connection says so in plain words. */
const felen: Middleware = {
  async onResponse({ response }) {
    if (response.ok) return undefined
    const ar = response.headers.get('content-type') ?? ''
    const problem = ar.includes('json') ? ((await response.clone().json()) as Problem) : null
    throw new Apifel(response.status, problem)
  },
  onError({ error }) {
    return error instanceof Apifel ? error : new Apifel(0, null)
  },
}

/** The generated client: every call is typed from the server's own description. */
export const api = createClient<paths>({ baseUrl: '', credentials: 'same-origin' })
api.use(felen)

/** The data of an answer; what failed has already been thrown as `Apifel`. */
export async function data<T>(svar: Promise<{ data?: T | undefined }>): Promise<T> {
  return (await svar).data as T
}
