import { Apifel, type Problem } from '../../../api/apifel.ts'
import type { paths } from '../../../api/schema.gen.ts'

type Svar<P extends '/api/v1/intyg' | '/api/v1/intyg/granskning'> = P extends '/api/v1/intyg'
  ? paths['/api/v1/intyg']['post']['responses'][201]['content']['application/json']
  : paths['/api/v1/intyg/granskning']['post']['responses'][200]['content']['application/json']

/** Sends a certificate byte for byte, as the file lies. The generated client only knows JSON. @throws {Apifel} */
export async function sandIntyg<P extends '/api/v1/intyg' | '/api/v1/intyg/granskning'>(adress: P, fil: File): Promise<Svar<P>> {
  let svar: Response
  try {
    svar = await fetch(adress, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/xml', 'x-filnamn': encodeURIComponent(fil.name).slice(0, 600) },
      body: fil,
    })
  } catch {
    throw new Apifel(0, null)
  }
  if (svar.ok) return (await svar.json()) as Svar<P>
  throw new Apifel(svar.status, (svar.headers.get('content-type') ?? '').includes('json') ? ((await svar.json()) as Problem) : null)
}
