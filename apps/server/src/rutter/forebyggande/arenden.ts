import { Domanfel } from '@atergang/arende'
import {
  behandlingsnamn,
  dosen,
  evidensFor,
  evidensfallet,
  forebyggandestatistik,
  liknandeFall,
  namnPaBehandling,
  planAttProva,
  planerna,
  behandlingarna,
  type Forebyggandepost,
} from '@atergang/formaner'
import { lasArende, lasEvidensregistret, liknandePoster, loggaAtkomst, somPerson, type Anonympost } from '@atergang/lager'
import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { medRoll, sessionen } from '../../auth/session.ts'
import { somForebyggande } from '../../tjanster/forebyggande.ts'
import { idSchema, problemsvar } from '../scheman.ts'
import { svarsvy } from './evidens.ts'
import { behandlingsvySchema, evidenssvarSchema, liknandeSchema, rader } from './scheman.ts'

const TAGG = { tags: ['Förebyggande sjukpenning'] }

export async function lagetFor(t: Tjanster, req: FastifyRequest, id: string) {
  const helt = await lasArende(t.db, { session: sessionen(req) }, id)
  if (!helt) throw new Domanfel('saknas', 'arendetFinnsInte', 'Ärendet finns inte, eller så har du inte rätt att se det.')
  return somForebyggande(helt.lage)
}

/** What leaves the store for comparison names no area: it is asked for by a person's case. */
export const somPost = (p: Anonympost): Forebyggandepost => ({
  ...p,
  person: '',
  kon: 'okant',
  lan: '',
  omrade: '',
  kompletteringar: [],
  specialist: [],
})

/** Earlier like cases and the stance, treatment by treatment: what the officer judges the evidence beside. */
function jamforelser(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/forebyggande/arenden/:id/liknande',
    {
      schema: {
        ...TAGG,
        summary: 'Tidigare lika fall i hela landet för varje behandling i planen: utfall, skäl och hur det gick, utan personuppgifter',
        params: idSchema,
        response: {
          200: z.object({
            behandlingar: rader(
              z.object({
                behandling: behandlingsvySchema.pick({
                  id: true,
                  behandling: true,
                  namn: true,
                  utforande: true,
                  tillfallen: true,
                  timmarPerVecka: true,
                }),
                register: evidenssvarSchema,
                antal: z.object({ alla: z.number(), godkanda: z.number() }),
                fall: rader(liknandeSchema),
              }),
            ),
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      const s = await medRoll(t.db, req, ['handlaggare', 'specialist', 'fmr', 'enhetschef'])
      const l = await lagetFor(t, req, req.params.id)
      const p = planAttProva(l) ?? planerna(l).at(-1)
      if (!p) return { behandlingar: [] }
      const { dag } = t.klocka.nu()
      return somPerson(t.db, sessionen(req), async (q) => {
        await loggaAtkomst(
          q,
          s,
          'jämförde ärendet med lika fall',
          l.arende.part.slag === 'person' ? l.arende.part.person.id : null,
          l.arende.id,
        )
        const register = await lasEvidensregistret(q)
        const ut = []
        for (const b of behandlingarna(p.ansokan.varde)) {
          const fall = evidensfallet(l, b)
          const { tillfallen, timmarPerVecka } = dosen(b)
          const tidigare = forebyggandestatistik.tidigareArenden((await liknandePoster(q, l.arende.id, b.behandling)).map(somPost))
          const lika = liknandeFall({ ...fall, annatText: b.annatText, timmarPerVecka, antalTillfallen: tillfallen }, tidigare)
          const samma = tidigare.filter((x) => x.behandling === b.behandling)
          ut.push({
            behandling: {
              id: b.id,
              behandling: b.behandling,
              namn: namnPaBehandling(b),
              utforande: b.utforande,
              tillfallen,
              timmarPerVecka,
            },
            register: svarsvy(evidensFor(register, fall, dag)),
            antal: { alla: samma.length, godkanda: samma.filter((x) => x.utfall !== 'ejGodkand').length },
            fall: lika.map(({ fall: f, likhet, text }) => ({
              id: f.id,
              beslutsdag: f.beslutsdag,
              behandling: f.behandling,
              namn: behandlingsnamn(f.behandling, f.annatText),
              diagnoser: [...f.diagnoser],
              utforande: f.utforande,
              timmarPerVecka: f.timmarPerVecka,
              antalTillfallen: f.antalTillfallen,
              utfall: f.utfall,
              skal: [...f.skal],
              fmr: f.fmr,
              fullfoljd: f.fullfoljd,
              likhet,
              text,
            })),
          })
        }
        return { behandlingar: ut }
      })
    },
  )
}

export function registreraForebyggandearenden(app: App, t: Tjanster): void {
  jamforelser(app, t)
}
