import { Domanfel, indatafel, konflikt } from '@atergang/arende'
import { SAMMA_DEL, SKILLNADEN } from '@atergang/formaner'
import { aktorAv, kopplingsbara, lasOverlamning, loggaAtkomst, loggaLista, oppnaOverlamningarna, somPerson } from '@atergang/lager'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { medRoll, sessionen } from '../../auth/session.ts'
import { enheterna } from '../../tjanster/enheter.ts'
import { arendeAttKoppla, fullfoljSvar, genast } from '../../tjanster/overlamningar.ts'
import { idSchema, problemsvar } from '../scheman.ts'
import { datum, overlamningSchema, rader } from './scheman.ts'

const TAGG = { tags: ['Överlämning'] }
const svarskropp = z.object({
  utfall: z.enum(['mottagen', 'aterlamnad'], { message: 'Välj om du tar emot eller lämnar tillbaka.' }),
  skal: z.string().trim().min(1, 'Skriv vad du gör med det, eller varför du lämnar tillbaka.').max(4000),
  arendeId: z.uuid().optional(),
  kandidat: z.boolean().default(false),
})

/** Handing over goes by the command `lamnaOver` in the case; here is the other side of it (A047, G019). */
export function registreraOverlamningar(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/overlamningar',
    {
      schema: {
        ...TAGG,
        summary:
          'Det som är lämnat över till min enhet och väntar på svar, med personens ärenden att koppla till och hjälptext om skillnaden mellan förmånerna',
        response: {
          200: z.object({
            idag: datum,
            enheter: rader(z.string()),
            skillnaden: z.object({ sjukpenning: z.string(), forebyggande: z.string(), sammaDel: z.string() }),
            rader: rader(overlamningSchema),
          }),
          ...problemsvar,
        },
      },
    },
    (req) =>
      somPerson(t.db, sessionen(req), async (q, s) => {
        if (!['handlaggare', 'specialist', 'enhetschef'].includes(s.roll))
          throw new Domanfel('behorighet', 'ejBehorig', 'Din roll har inte tillgång till den här sidan.')
        const idag = t.klocka.nu().dag
        const alla = await oppnaOverlamningarna(q, s.enhet)
        const arenden = await kopplingsbara(
          q,
          alla.flatMap((o) => (o.personId ? [o.personId] : [])),
        )
        await loggaLista(
          q,
          s,
          'overlamningar',
          idag,
          alla.map((o) => ({ arendeId: o.arendeId, personId: o.personId })),
        )
        return {
          idag,
          enheter: enheterna(),
          skillnaden: { sjukpenning: SKILLNADEN.sjukpenning, forebyggande: SKILLNADEN['forebyggande-sjukpenning'], sammaDel: SAMMA_DEL },
          rader: alla.map(({ personId, svar: _s, avId, ...o }) => ({
            ...o,
            egen: avId === s.anvandare,
            arenden: arenden
              .filter((a) => a.personId === personId && a.forman === o.till)
              .map(({ arendeId, nummer, inlett }) => ({ arendeId, nummer, inlett })),
          })),
        }
      }),
  )

  app.post(
    '/api/v1/overlamningar/:id/svar',
    {
      schema: {
        ...TAGG,
        summary:
          'Ta emot det som är lämnat över, och koppla det till ett ärende eller till listan över kandidater, eller lämna tillbaka det med skäl',
        params: idSchema,
        body: svarskropp,
        response: { 200: z.object({ arendeId: z.string() }), ...problemsvar },
      },
    },
    async (req) => {
      const s = await medRoll(t.db, req, ['handlaggare', 'specialist', 'enhetschef'])
      const session = sessionen(req)
      const o = await somPerson(t.db, session, async (q, rad) => {
        const funnen = await lasOverlamning(q, req.params.id)
        if (funnen) await loggaAtkomst(q, rad, 'svarade på en överlämning', funnen.personId, funnen.arendeId)
        return funnen
      })
      if (!o || o.enhet !== s.enhet)
        throw new Domanfel('saknas', 'overlamningenFinnsInte', 'Överlämningen finns inte, eller så har du inte rätt att se den.')
      if (o.svar) throw konflikt('redanBesvarad', `${o.svar.av.namn} svarade ${o.svar.dag}.`)
      const { arendeId, kandidat, ...svar } = req.body
      const mottagen = svar.utfall === 'mottagen'
      if (kandidat && (!mottagen || arendeId))
        throw indatafel('tvaKopplingar', 'Koppla antingen till ett ärende eller till listan över kandidater.', [
          { falt: 'koppling', text: 'Välj en av dem.' },
        ])
      if (kandidat && o.till !== 'forebyggande-sjukpenning')
        throw indatafel('ingenLista', 'Listan över kandidater finns bara för förebyggande sjukpenning.', [
          { falt: 'koppling', text: 'Välj ett ärende, eller inget.' },
        ])
      const till =
        arendeId && mottagen
          ? await arendeAttKoppla(t, session, arendeId, { forman: o.till, arPersonens: (id) => id === o.personId })
          : null
      // The receiver may not see the case it came from: row security has let them see what was handed over, and the system writes the answer in their name.
      await t.lager.kor({
        arendeId: o.arendeId,
        av: { system: aktorAv(s) },
        nu: t.klocka.nu(),
        kommando: {
          typ: 'besvaraOverlamning',
          data: { overlamningId: o.id, ...svar, ...(till ? { arendeId: till.arende.id } : {}), ...(kandidat ? { kandidat } : {}) },
        },
      })
      await genast(req, () => fullfoljSvar(t, o.id))
      return { arendeId: o.arendeId }
    },
  )
}
