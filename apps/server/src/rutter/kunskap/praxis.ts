import { Domanfel } from '@atergang/arende'
import { BEHANDLINGAR, behandlingsnamn, forebyggandestatistik, STALLNINGAR } from '@atergang/formaner'
import { avslagsskalen, exempel, perDiagnos, rakna } from '@atergang/formaner/kunskap'
import { lasEvidensregistret, liknandePoster, sokFragor, somPerson, vagledningarna, type Fraga } from '@atergang/lager'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { medRoll, sessionen } from '../../auth/session.ts'
import { somPost } from '../forebyggande/arenden.ts'
import { gallerDen } from '../forebyggande/evidens.ts'
import { problemsvar } from '../scheman.ts'
import { fragevy, INNE, somNamn } from './fragor.ts'
import { dag, kunskapsfragaSchema, rader } from './scheman.ts'

const TAGG = { tags: ['Kunskapsstöd'] }
/** No case is this one: every decided case of the treatment is another's. */
const INGET_ARENDE = '00000000-0000-0000-0000-000000000000'

const rakningSchema = z.object({
  alla: z.number(),
  godkanda: z.number(),
  ejGodkanda: z.number(),
  fmr: z.number(),
  kanda: z.number(),
  fullfoljda: z.number(),
})
const stallningSchema = z.object({
  id: z.string(),
  stallning: z.enum(Object.keys(STALLNINGAR) as [keyof typeof STALLNINGAR, ...(keyof typeof STALLNINGAR)[]]),
  diagnos: z.string().nullable(),
  utforande: z.string().nullable(),
  villkor: z.string().nullable(),
  kalla: z.string(),
  egen: z.boolean(),
})
const fallSchema = z
  .object({
    id: z.string(),
    beslutsdag: dag,
    diagnoser: rader(z.string()),
    utforande: z.string(),
    timmarPerVecka: z.number(),
    antalTillfallen: z.number(),
    utfall: z.enum(['godkandOchBeviljad', 'godkandEjBeviljad', 'delvisGodkand', 'ejGodkand']),
    skal: rader(z.string()),
    fmr: z.boolean(),
    fullfoljd: z.string(),
  })
  .meta({ id: 'Praxisfall' })

/** Decided cases of a treatment as comparison may see them, for the list and the page alike: a difference between them would point at those who are protected. */
const avgjorda = async (q: Fraga, kod: string) =>
  forebyggandestatistik.tidigareArenden((await liknandePoster(q, INGET_ARENDE, kod)).map(somPost)).filter((f) => f.behandling === kod)

/** ”How do we usually do”, treatment by treatment (H020): the register, decided cases without persons, and answered questions, read together and copied nowhere. */
export function registreraPraxis(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/kunskap/praxis',
    {
      schema: {
        ...TAGG,
        summary: 'Varje behandling: ställningar, avgjorda fall och besvarade frågor i antal',
        response: {
          200: z.object({
            behandlingar: rader(
              z.object({ kod: z.string(), namn: z.string(), stallningar: rader(z.string()), rakning: rakningSchema, fragor: z.number() }),
            ),
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      await medRoll(t.db, req, INNE)
      const nu = t.klocka.nu().dag
      return somPerson(t.db, sessionen(req), async (q) => {
        const register = (await lasEvidensregistret(q)).filter((p) => gallerDen(p, nu))
        const { fragor } = await sokFragor(q, { forman: 'forebyggande-sjukpenning', lage: 'besvarade' })
        const rakningar = new Map<string, ReturnType<typeof rakna>>()
        for (const { kod } of BEHANDLINGAR) rakningar.set(kod, rakna(await avgjorda(q, kod)))
        return {
          behandlingar: BEHANDLINGAR.map(({ kod, namn }) => ({
            kod,
            namn,
            stallningar: [...new Set(register.filter((p) => p.behandling === kod).map((p) => STALLNINGAR[p.stallning]))],
            rakning: rakningar.get(kod)!,
            fragor: fragor.filter((f) => f.behandling === kod).length,
          })),
        }
      })
    },
  )

  app.get(
    '/api/v1/kunskap/praxis/:behandling',
    {
      schema: {
        ...TAGG,
        summary: 'Så brukar en behandling bedömas: ställningar som gäller, fall i hela landet utan personuppgifter, besvarade frågor',
        params: z.object({ behandling: z.string().max(60) }),
        response: {
          200: z.object({
            kod: z.string(),
            namn: z.string(),
            kallor: rader(z.string()),
            stallningar: rader(stallningSchema),
            rakning: rakningSchema,
            perDiagnos: rader(z.object({ diagnos: z.string(), rakning: rakningSchema })),
            skal: rader(z.object({ skal: z.string(), antal: z.number() })),
            exempel: rader(fallSchema),
            fragor: rader(kunskapsfragaSchema),
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      await medRoll(t.db, req, INNE)
      const kod = req.params.behandling
      const b = BEHANDLINGAR.find((x) => x.kod === kod)
      if (!b) throw new Domanfel('saknas', 'okandBehandling', 'Behandlingen finns inte i kodlistan.')
      const nu = t.klocka.nu().dag
      return somPerson(t.db, sessionen(req), async (q) => {
        const register = (await lasEvidensregistret(q)).filter(
          (p) => gallerDen(p, nu) && (p.behandling === kod || p.behandling === undefined),
        )
        const fall = await avgjorda(q, kod)
        const { fragor } = await sokFragor(q, { behandling: kod, lage: 'besvarade' })
        const dokument = somNamn(await vagledningarna(q))
        return {
          kod,
          namn: behandlingsnamn(kod),
          kallor: b.kallor.map((k) => k.text),
          rakning: rakna(fall),
          perDiagnos: perDiagnos(fall).map((d) => ({ ...d })),
          skal: avslagsskalen(fall).map((x) => ({ ...x })),
          fragor: fragor.map((f) => fragevy(f, dokument)),
          stallningar: register
            .sort((x, y) => Number(y.behandling === kod) - Number(x.behandling === kod))
            .map((p) => ({
              id: p.id,
              stallning: p.stallning,
              diagnos: p.diagnos ?? null,
              utforande: p.utforande ?? null,
              villkor: p.villkor ?? null,
              kalla: p.kalla.text,
              egen: p.behandling === kod,
            })),
          exempel: exempel(fall).map(
            ({ id, beslutsdag, diagnoser, utforande, timmarPerVecka, antalTillfallen, utfall, skal, fmr, fullfoljd }) => ({
              id,
              beslutsdag,
              diagnoser: [...diagnoser],
              utforande,
              timmarPerVecka,
              antalTillfallen,
              utfall,
              skal: [...skal],
              fmr,
              fullfoljd,
            }),
          ),
        }
      })
    },
  )
}
