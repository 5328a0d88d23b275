import { Domanfel } from '@atergang/arende'
import { vardgivareAttGranska, vardgivartypSchema } from '@atergang/formaner'
import { aktorAv, allaPoster, granskaVardgivarnamn, somPerson, somSystemet, vardgivarregistret } from '@atergang/lager'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { medRoll, sessionen } from '../../auth/session.ts'
import { problemsvar } from '../scheman.ts'
import { datum, rader, vardgivareSchema } from './scheman.ts'

const TAGG = { tags: ['Vårdgivarregistret'] }
const BAS = '/api/v1/forebyggande/vardgivare'
const granskningSchema = z.discriminatedUnion(
  'beslut',
  [
    z.object({
      beslut: z.literal('ny'),
      namn: z.string().trim().min(1, 'Skriv vårdgivarens namn.').max(200),
      typ: vardgivartypSchema,
      lan: z.string().trim().min(1, 'Välj län.').max(40),
    }),
    z.object({ beslut: z.literal('befintlig'), vardgivare: z.uuid('Välj en vårdgivare i registret.') }),
    z.object({ beslut: z.literal('kvar') }),
  ],
  { message: 'Välj vad namnet blir.' },
)

/** Who gives treatment (L026). Names written on plans are looked at by specialists; free text is always allowed. */
export function registreraVardgivare(app: App, t: Tjanster): void {
  app.get(
    BAS,
    {
      schema: {
        ...TAGG,
        summary: 'Registret, och för specialister de namn i planer som ingen har granskat',
        response: {
          200: z.object({
            vardgivare: rader(vardgivareSchema.extend({ skrivs: rader(z.string()) })),
            attGranska: rader(z.object({ nyckel: z.string(), namn: rader(z.string()), antal: z.number(), senast: datum })),
            kvar: rader(z.object({ nyckel: z.string(), skal: z.string(), av: z.string(), dag: datum })),
            farGranska: z.boolean(),
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      const s = await medRoll(t.db, req, ['handlaggare', 'specialist', 'fmr', 'enhetschef', 'analytiker'])
      const farGranska = s.roll === 'specialist'
      const r = await somPerson(t.db, sessionen(req), vardgivarregistret)
      const poster = farGranska ? await somSystemet(t.db, (q) => allaPoster(q)) : []
      return {
        vardgivare: r.vardgivare.map((v) => ({ ...v, skrivs: r.namn.filter((n) => n.vardgivare === v.id).map((n) => n.nyckel) })),
        farGranska,
        kvar: r.namn.filter((n) => n.vardgivare === null).map(({ nyckel, skal, av, dag }) => ({ nyckel, skal, av, dag })),
        attGranska: vardgivareAttGranska(
          poster.flatMap((p) => p.behandlingar.flatMap((b) => (b.vardgivare ? [{ namn: b.vardgivare, dag: p.inkom }] : []))),
          r.vardgivare,
          r.namn,
        ),
      }
    },
  )

  app.post(
    BAS,
    {
      schema: {
        ...TAGG,
        summary: 'Granska ett namn: ny vårdgivare, en som finns, eller kvar som text. Specialister',
        body: z.object({
          nyckel: z.string().trim().min(1).max(300),
          skal: z.string().trim().min(1, 'Skriv varför.').max(2000),
          granskning: granskningSchema,
        }),
        response: { 204: z.null(), ...problemsvar },
      },
    },
    async (req, svar) => {
      const s = await medRoll(t.db, req, ['specialist'])
      const { nyckel, skal, granskning: g } = req.body
      await somPerson(t.db, sessionen(req), async (q) => {
        if (g.beslut === 'befintlig' && !(await vardgivarregistret(q)).vardgivare.some((v) => v.id === g.vardgivare))
          throw new Domanfel('indata', 'okandVardgivare', 'Vårdgivaren finns inte i registret.', [
            { falt: 'vardgivare', text: 'Välj en i listan.' },
          ])
        await granskaVardgivarnamn(
          q,
          {
            nyckel,
            skal,
            ...(g.beslut === 'ny'
              ? { ny: { namn: g.namn, typ: g.typ, lan: g.lan } }
              : g.beslut === 'befintlig'
                ? { befintlig: g.vardgivare }
                : {}),
          },
          aktorAv(s),
          t.klocka.nu().dag,
        )
      })
      return svar.status(204).send(null)
    },
  )
}
