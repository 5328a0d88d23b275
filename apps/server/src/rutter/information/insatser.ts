import { Domanfel } from '@atergang/arende'
import {
  datumSchema,
  informationsinsatsSchema,
  informationstackning,
  lasInformationsinsats,
  rollbeskrivningarFor,
  ROLLBESKRIVNINGAR,
  TEMAKODER,
} from '@atergang/formaner'
import { plusAr, plusDagar, type Period } from '@atergang/kalender'
import {
  aktorAv,
  allaPoster,
  informationsinsatsens,
  informationsinsatserna,
  skrivInformationsinsats,
  somPerson,
  somSystemet,
} from '@atergang/lager'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { medRoll, sessionen } from '../../auth/session.ts'
import { rader } from '../forebyggande/scheman.ts'
import { idSchema, problemsvar } from '../scheman.ts'
import { foreEfter, hindret } from './foreefter.ts'
import { insatssidaSchema, registerSchema, rollSchema } from './scheman.ts'

const TAGG = { tags: ['Riktad information'] }
/** Plan and hold information; the analyst reads. */
const SKRIVER = ['enhetschef', 'samverkansansvarig'] as const
const LASER = [...SKRIVER, 'analytiker'] as const
const far = (roll: string): boolean => (SKRIVER as readonly string[]).includes(roll)

/** Read by name so that each faulty field is told in the register's own words. */
const uppgift = z.record(z.string(), z.unknown()).meta({ description: `Fälten: ${Object.keys(informationsinsatsSchema.shape).join(', ')}` })
const skalSchema = z.string().trim().max(2000, 'Skälet är för långt. Skriv högst 2 000 tecken.').default('')
const saknas = () => new Domanfel('saknas', 'insatsenFinnsInte', 'Insatsen finns inte.')

export function registreraInformation(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/information/insatser',
    {
      schema: {
        ...TAGG,
        summary: 'Registret över riktad information med täckning per slag av aktör och län: också de som inget fick',
        querystring: z.object({ from: datumSchema.optional(), tom: datumSchema.optional(), tema: z.enum(TEMAKODER).optional() }),
        response: { 200: registerSchema, ...problemsvar },
      },
    },
    async (req) => {
      const s = await medRoll(t.db, req, LASER)
      const idag = t.klocka.nu().dag
      const { from, tom, tema } = req.query
      const period: Period = { from: from ?? plusDagar(plusAr(tom ?? idag, -1), 1), tom: tom ?? idag }
      if (period.tom < period.from)
        throw new Domanfel('indata', 'bakvandPeriod', 'Perioden slutar innan den börjar.', [{ falt: 'tom', text: 'Byt plats på dagarna.' }])
      const insatser = await somPerson(t.db, sessionen(req), informationsinsatserna)
      // What is planned ahead lies after the period and is still to be seen.
      return {
        idag,
        period,
        tema: tema ?? null,
        far: far(s.roll),
        insatser: insatser.filter((i) => (i.tom >= period.from && i.from <= period.tom) || (i.lage === 'planerad' && i.tom >= idag)),
        tackning: informationstackning(insatser, period, tema),
      }
    },
  )

  app.get(
    '/api/v1/information/roll',
    {
      schema: {
        ...TAGG,
        summary: 'Vad förmånerna är, hur de förebygger och vad Försäkringskassan gör, med paragrafer',
        response: { 200: z.object({ rader: rader(rollSchema) }), ...problemsvar },
      },
    },
    async (req) => {
      await medRoll(t.db, req, LASER)
      return { rader: ROLLBESKRIVNINGAR }
    },
  )

  app.get(
    '/api/v1/information/insatser/:id',
    {
      schema: {
        ...TAGG,
        summary: 'En insats med alla sina versioner, texten om rollen, och hur det var före och efter',
        params: idSchema,
        response: { 200: insatssidaSchema, ...problemsvar },
      },
    },
    async (req) => {
      const s = await medRoll(t.db, req, LASER)
      const idag = t.klocka.nu().dag
      const { versioner, alla } = await somPerson(t.db, sessionen(req), async (q) => ({
        versioner: await informationsinsatsens(q, req.params.id),
        alla: await informationsinsatserna(q),
      }))
      const i = versioner[0]
      if (!i) throw saknas()
      const hinder = hindret(i, idag)
      return {
        idag,
        far: far(s.roll),
        versioner,
        rollbeskrivningar: rollbeskrivningarFor(i.teman),
        utanForeEfter: hinder,
        foreEfter: hinder ? null : foreEfter(i, alla, await somSystemet(t.db, (q) => allaPoster(q)), idag),
      }
    },
  )

  app.post(
    '/api/v1/information/insatser',
    {
      schema: {
        ...TAGG,
        summary: 'För in en insats: planerad, genomförd eller inställd',
        body: z.object({ insats: uppgift, skal: skalSchema }),
        response: { 201: z.object({ id: z.string() }), ...problemsvar },
      },
    },
    async (req, svar) => {
      const s = await medRoll(t.db, req, SKRIVER)
      const { dag } = t.klocka.nu()
      const { insats, skal } = req.body
      const u = lasInformationsinsats(insats, { skal, fore: null, idag: dag })
      return svar
        .status(201)
        .send({
          id: await somPerson(t.db, sessionen(req), (q) =>
            skrivInformationsinsats(q, u, { fore: null, skal, enhet: s.enhet, dag }, aktorAv(s)),
          ),
        })
    },
  )

  app.post(
    '/api/v1/information/insatser/:id/version',
    {
      schema: {
        ...TAGG,
        summary: 'Ändra, genomför eller ställ in en insats: en ny version med skäl. Den gamla står kvar',
        params: idSchema,
        body: z.object({ version: z.number().int(), insats: uppgift, skal: skalSchema }),
        response: { 201: z.object({ id: z.string() }), ...problemsvar },
      },
    },
    async (req, svar) => {
      const s = await medRoll(t.db, req, SKRIVER)
      const { dag } = t.klocka.nu()
      const { insats, skal, version } = req.body
      return svar.status(201).send({
        id: await somPerson(t.db, sessionen(req), async (q) => {
          const fore = (await informationsinsatsens(q, req.params.id))[0]
          if (!fore) throw saknas()
          const u = lasInformationsinsats(insats, { skal, fore, idag: dag })
          return skrivInformationsinsats(q, u, { fore, sedd: version, skal, enhet: s.enhet, dag }, aktorAv(s))
        }),
      })
    },
  )
}
