import {
  deltagarlaget,
  enkatfragor,
  lasEnkathuvud,
  oppnaEnkatlank,
  somSystemet,
  sparaEnkatsvar,
  type Deltagarlage,
  type Enkathuvud,
} from '@atergang/lager'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { lasSvar } from '../../tjanster/enkat.ts'
import { problemsvar } from '../scheman.ts'
import { svarsradSchema, svarssidaSchema } from './scheman.ts'

const TAGG = { tags: ['Svara på enkät'] }
const params = z.object({ id: z.uuid('Länken är inte hel. Kopiera hela adressen.') })
const kod = z.string().trim().min(1, 'Skriv koden som står i meddelandet.').max(40)
const svaren = z.array(svarsradSchema).max(300)
const sparatSchema = z.object({ sparad: z.string(), besvarad: z.string().nullable() })

/** The recipient's way in: no sign-in, a link whose secret stands after # and is sent in the body. Everything as the system, for this recipient alone. */
export function registreraEnkatsvar(app: App, t: Tjanster): void {
  const spara = async (
    id: string,
    body: { kod: string; svar: z.output<typeof svaren> },
    lamna: boolean,
  ): Promise<z.output<typeof sparatSchema>> => {
    const nu = t.klocka.nu()
    const { mottagare } = await oppnaEnkatlank(t.db, id, body.kod, nu)
    return somSystemet(t.db, async (q) => {
      const { enkat } = await deltagarlaget(q, mottagare)
      await sparaEnkatsvar(q, mottagare, lasSvar(await enkatfragor(q, enkat), body.svar), nu, lamna)
      return { sparad: nu.tid, besvarad: (await deltagarlaget(q, mottagare)).besvarad }
    })
  }

  app.post(
    '/api/v1/svara/:id/oppna',
    {
      schema: {
        ...TAGG,
        summary: 'Öppna enkäten med länk och kod: frågorna och det som redan är svarat',
        params,
        body: z.object({ kod }),
        response: { 200: svarssidaSchema, ...problemsvar },
      },
    },
    async (req) => {
      const nu = t.klocka.nu()
      const { mottagare } = await oppnaEnkatlank(t.db, req.params.id, req.body.kod, nu)
      return somSystemet(t.db, async (q) => {
        const d = await deltagarlaget(q, mottagare)
        return sidan(await lasEnkathuvud(q, d.enkat), d, await enkatfragor(q, d.enkat))
      })
    },
  )

  app.put(
    '/api/v1/svara/:id',
    {
      schema: {
        ...TAGG,
        summary: 'Spara det som är ifyllt hittills',
        params,
        body: z.object({ kod, svar: svaren }),
        response: { 200: sparatSchema, ...problemsvar },
      },
    },
    (req) => spara(req.params.id, req.body, false),
  )

  app.post(
    '/api/v1/svara/:id',
    {
      schema: {
        ...TAGG,
        summary: 'Lämna svaren. De går att ändra till och med sista dagen',
        params,
        body: z.object({ kod, svar: svaren }),
        response: { 200: sparatSchema, ...problemsvar },
      },
    },
    (req) => spara(req.params.id, req.body, true),
  )
}

const sidan = (e: Enkathuvud, d: Deltagarlage, fragor: z.output<typeof svarssidaSchema>['fragor']): z.output<typeof svarssidaSchema> => ({
  namn: e.namn,
  syfte: e.syfte,
  stanger: e.stanger,
  fragor,
  svar: d.svar,
  sparad: d.sparad,
  besvarad: d.besvarad,
})
