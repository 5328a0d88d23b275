import { Domanfel } from '@atergang/arende'
import {
  datumSchema,
  forebyggandestatistik as s,
  nycklar,
  STODORDNINGAR,
  type Stodordningsslag,
  STODSLAG,
  type Stodslag,
} from '@atergang/formaner'
import { plusAr, plusDagar, innehaller } from '@atergang/kalender'
import { aktorAv, allaPoster, skrivStodordning, somPerson, somSystemet, stodordningarna } from '@atergang/lager'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { medRoll, sessionen } from '../../auth/session.ts'
import { problemsvar } from '../scheman.ts'
import { dold, fa } from '../smatal.ts'
import { datum, rader } from './scheman.ts'

const TAGG = { tags: ['Förebyggande sjukpenning'] }
const stod = z.enum(nycklar<Stodslag>(STODSLAG), { message: 'Välj rådgivare eller specialister.' })
const ordning = z.enum(nycklar<Stodordningsslag>(STODORDNINGAR), { message: 'Välj om enheten har egna eller delar med andra.' })
const tal = z.number().nullable()
const del = z.object({ antal: tal, n: tal, andel: tal })
const postSchema = z.object({
  enhet: z.string(),
  stod,
  ordning,
  delasMed: z.string(),
  from: datum,
  skal: z.string(),
  av: z.string(),
  registrerad: datum,
})
const jamforelseSchema = z.object({
  stod,
  ordning: z.enum(['egna', 'delade', 'okand']),
  omraden: z.number(),
  konsulterade: del,
  godkanda: del,
  spridning: z.object({ konsulterade: tal, godkanda: tal }),
})

/** Own or shared specialists and advisers, and what differs between the units that have the one and the other (H018). */
export function registreraStodordning(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/forebyggande/stodordning',
    {
      schema: {
        ...TAGG,
        summary:
          'Hur enheterna har sina specialister och rådgivare, och hur ofta de tillfrågas där de är egna och där de delas. Beslut de senaste tre åren',
        response: {
          200: z
            .object({
              idag: datum,
              enhet: z.string(),
              far: z.boolean(),
              period: z.object({ from: datum, tom: datum }),
              galler: rader(postSchema),
              tidigare: rader(postSchema),
              jamforelse: rader(jamforelseSchema),
            })
            .meta({ id: 'Stodordning' }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      const r = await medRoll(t.db, req, ['handlaggare', 'specialist', 'enhetschef', 'analytiker'])
      const idag = t.klocka.nu().dag
      const period = { from: plusDagar(plusAr(idag, -3), 1), tom: idag }
      const alla = await somPerson(t.db, sessionen(req), stodordningarna)
      const poster = (await somSystemet(t.db, (q) => allaPoster(q))).filter((p) => p.planbeslut && innehaller(period, p.planbeslut.dag))
      const enheter = [...new Set(alla.map((o) => o.enhet))].sort((a, b) => a.localeCompare(b, 'sv'))
      const galler = enheter.flatMap((e) => nycklar<Stodslag>(STODSLAG).flatMap((x) => s.stodordningDen(alla, e, x, idag) ?? []))
      return {
        idag,
        enhet: r.enhet,
        far: r.roll === 'enhetschef',
        period,
        galler,
        tidigare: alla.filter((o) => !galler.includes(o)).reverse(),
        jamforelse: s
          .stodjamforelse(poster, alla, (n) => n > 0 && !fa(n))
          .map((x) => {
            const [konsulterade, godkanda] = [dold(x.konsulterade), dold(x.godkanda)]
            return {
              ...x,
              konsulterade,
              godkanda,
              spridning: {
                konsulterade: konsulterade.andel === null ? null : x.spridning.konsulterade,
                godkanda: godkanda.andel === null ? null : x.spridning.godkanda,
              },
            }
          }),
      }
    },
  )

  app.post(
    '/api/v1/forebyggande/stodordning',
    {
      schema: {
        ...TAGG,
        summary: 'Ange hur enheten har sina specialister eller rådgivare, från en dag. Enhetschefen',
        body: z.object({
          stod,
          ordning,
          delasMed: z.string().trim().max(200).default(''),
          from: datumSchema,
          skal: z.string().trim().min(1, 'Skriv varför det ändras, eller vad uppgiften bygger på.').max(2000),
        }),
        response: { 204: z.null(), ...problemsvar },
      },
    },
    async (req, svar) => {
      const r = await medRoll(t.db, req, ['enhetschef'])
      const b = req.body
      if (b.ordning === 'delade' && !b.delasMed)
        throw new Domanfel('indata', 'delasMedSaknas', 'Skriv vilka ni delar med.', [
          { falt: 'delasMed', text: 'Skriv vilka ni delar med.' },
        ])
      await somPerson(t.db, sessionen(req), (q) =>
        skrivStodordning(q, { ...b, delasMed: b.ordning === 'delade' ? b.delasMed : '', enhet: r.enhet }, aktorAv(r), t.klocka.nu().dag),
      )
      return svar.status(204).send(null)
    },
  )
}
