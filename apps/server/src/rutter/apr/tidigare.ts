import { lasTidigare, medicinskServicePerAr, TIDIGAREKOLUMNER, TIDIGARESTOD, trendOverBrottet } from '@atergang/formaner/apr'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { medRoll, sessionen } from '../../auth/session.ts'
import { bytesAv } from '../../tjanster/skanning.ts'
import { tabellen } from '../../tjanster/apr/kalkylblad.ts'
import { ledare } from '../../tjanster/apr/ledare.ts'
import { lasningarna, sparaTidigare, systemetFran, tidigarePoster } from '../../tjanster/apr/tidigare.ts'
import { bidragsrader } from '../../tjanster/apr/underlag.ts'
import { problemsvar } from '../scheman.ts'
import { bladfelSchema, FORSTA_STODAR, fritext, lista, tal, trendarSchema } from './scheman.ts'

const TAGG = { tags: ['APR uppföljning'] }
const FILGRANS = 7_000_000

const definitioner = {
  trend:
    'Utbetalt eller beviljat belopp. Till och med juli 2018: arbetsplatsnära stöd. Från och med augusti 2018: arbetsplatsinriktat rehabiliteringsstöd. Sammanlagt är summan av båda, så som Riksrevisionen räknade (RiR 2021:19, tabell 1). Ett år där någon månad är okänd har ingen summa.',
  brott:
    'Den 1 juli 2018 blev det ena stödet det andra: det kom att omfatta också planering, genomförande och uppföljning. Åren före och efter är därför inte samma stöd. I den publicerade statistiken ligger brottet en månad senare, efter utbetalningsdag.',
  individer: 'Anställda kan räknas först för insatser från och med den 1 juli 2018. För tiden före finns bara belopp.',
  regler: 'Vilka belopp och villkor som gällde för arbetsplatsnära stöd finns inte i källorna.',
  service: 'Bidrag till anordnare för medicinsk service är ett eget slag. Det ingår inte i något annat tal.',
} as const

/** What was paid before this system, and both supports over the break of 2018 (C029, C030). */
export function registreraAprTidigare(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/apr/tidigare',
    {
      schema: {
        ...TAGG,
        summary: 'Stödet år för år över brottet 2018, medicinsk service för sig, och filerna som lästs in',
        response: {
          200: z.object({
            idag: z.string(),
            systemetFran: z.string().nullable(),
            trend: lista(trendarSchema),
            medicinskService: lista(z.object({ ar: z.number(), belopp: z.number(), manader: z.number() })),
            lasningar: lista(
              z.object({ id: z.string(), tid: z.string(), namn: z.string(), kalla: z.string(), filnamn: z.string(), rader: z.number() }),
            ),
            stod: z.record(z.string(), z.string()),
            kolumner: lista(z.object({ rubrik: z.string(), kravs: z.boolean() })),
            definitioner: z.record(z.string(), z.string()),
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      await ledare(t, req)
      const idag = t.klocka.nu().dag
      const [rader, poster, fran, lasningar] = await Promise.all([bidragsrader(t), tidigarePoster(t), systemetFran(t), lasningarna(t)])
      return {
        idag,
        systemetFran: fran,
        trend: trendOverBrottet(poster, rader, { idag, franAr: FORSTA_STODAR }) as z.output<typeof trendarSchema>[],
        medicinskService: [...medicinskServicePerAr(poster)],
        lasningar: [...lasningar],
        stod: TIDIGARESTOD,
        kolumner: Object.values(TIDIGAREKOLUMNER).map(({ rubrik, kravs }) => ({ rubrik, kravs })),
        definitioner,
      }
    },
  )

  app.post(
    '/api/v1/apr/tidigare',
    {
      bodyLimit: FILGRANS,
      schema: {
        ...TAGG,
        summary: 'Läs in det som betalades före systemet (CSV eller .xlsx). Ett fel, och inget sparas',
        body: z.object({
          filnamn: z.string().max(200).default(''),
          innehall: z.string(),
          kalla: fritext(500, 'Skriv varifrån uppgifterna kommer.'),
          provkor: z.boolean().default(false),
        }),
        response: {
          200: z.object({
            lasning: z.string().nullable(),
            rader: z.number(),
            fel: lista(bladfelSchema),
            perStod: lista(
              z.object({ stod: z.string(), namn: z.string(), rader: z.number(), belopp: tal, fran: z.string(), till: z.string() }),
            ),
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      await medRoll(t.db, req, ['enhetschef'])
      await ledare(t, req)
      const bytes = bytesAv(req.body.innehall)
      const { rader, fel } = lasTidigare(await tabellen(bytes), { idag: t.klocka.nu().dag, systemetFran: await systemetFran(t) })
      const perStod = (Object.keys(TIDIGARESTOD) as (keyof typeof TIDIGARESTOD)[]).flatMap((stod) => {
        const g = rader.filter((r) => r.stod === stod)
        const manader = g.map((r) => r.manad.slice(0, 7)).sort()
        return g.length
          ? [
              {
                stod,
                namn: TIDIGARESTOD[stod],
                rader: g.length,
                belopp: g.reduce((s, r) => s + r.belopp, 0),
                fran: manader[0]!,
                till: manader.at(-1)!,
              },
            ]
          : []
      })
      const lasning =
        fel.length || req.body.provkor
          ? null
          : await sparaTidigare(t, sessionen(req), { filnamn: req.body.filnamn, bytes, kalla: req.body.kalla }, rader)
      return { lasning, rader: rader.length, fel: [...fel], perStod }
    },
  )
}
