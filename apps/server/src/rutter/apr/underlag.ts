import { indatafel } from '@atergang/arende'
import { arLanskod, KANDA_BUDGETAR, LAN, STORLEKSKLASSER, STORLEKSNAMN } from '@atergang/formaner/apr'
import { somPerson } from '@atergang/lager'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { medRoll, sessionen } from '../../auth/session.ts'
import { ledare } from '../../tjanster/apr/ledare.ts'
import { problemsvar } from '../scheman.ts'
import { fritext, koder, lista, stodarSchema as ar } from './scheman.ts'

const TAGG = { tags: ['APR uppföljning'] }
const antal = (text: string) => z.number().int(text).min(0, 'Talet kan inte vara negativt.')
const underlagSchema = z.discriminatedUnion('slag', [
  z.object({
    slag: z.literal('budget'),
    avsatt: antal('Skriv hela kronor.'),
    utbetalt: antal('Skriv hela kronor.').optional(),
    arbetsgivare: antal('Skriv ett helt antal.').optional(),
  }),
  z.object({ slag: z.literal('arbetsgivarbestand'), perStorlek: z.partialRecord(koder(STORLEKSKLASSER), antal('Skriv ett helt antal.')) }),
  z.object({
    slag: z.literal('folkmangd'),
    namnare: fritext(200, 'Skriv vilka som räknas, till exempel folkmängd 16–64 år.'),
    perLan: z.record(z.string(), antal('Skriv ett helt antal.')),
  }),
])

/** What the country has set aside, and how many employers and inhabitants there are: handed in with its source, changed by handing it in again. */
export function registreraAprUnderlag(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/apr/underlag',
    {
      schema: {
        ...TAGG,
        summary: 'Det som lämnats in utifrån: budget, antal arbetsgivare, folkmängd, alla versioner med den gällande först',
        response: {
          200: z.object({
            rader: lista(
              z.object({
                slag: z.string(),
                ar: z.number(),
                innehall: z.unknown(),
                kalla: z.string(),
                tid: z.string(),
                namn: z.string(),
                galler: z.boolean(),
              }),
            ),
            kanda: lista(
              z.object({ ar: z.number(), avsatt: z.number(), utbetalt: z.number(), arbetsgivare: z.number(), kalla: z.string() }),
            ),
            storlekar: z.record(z.string(), z.string()),
            lan: z.record(z.string(), z.string()),
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      await ledare(t, req)
      return somPerson(t.db, sessionen(req), async (q) => {
        const alla = await q
          .selectFrom('app.apr_underlag')
          .select(['slag', 'ar', 'innehall', 'kalla', 'tid', 'namn'])
          .orderBy('slag')
          .orderBy('ar', 'desc')
          .orderBy('id', 'desc')
          .execute()
        return {
          rader: alla.map((r, i) => ({
            ...r,
            tid: new Date(r.tid).toISOString(),
            galler: alla[i - 1]?.slag !== r.slag || alla[i - 1]?.ar !== r.ar,
          })),
          kanda: [...KANDA_BUDGETAR],
          storlekar: Object.fromEntries(STORLEKSKLASSER.map((k) => [k, STORLEKSNAMN[k]])),
          lan: LAN,
        }
      })
    },
  )

  app.put(
    '/api/v1/apr/underlag/:ar',
    {
      schema: {
        ...TAGG,
        summary:
          'Lämna in budget, antal arbetsgivare eller folkmängd för ett år, med källa. Det som stod förut finns kvar som äldre version',
        params: z.object({ ar }),
        body: z.object({ underlag: underlagSchema, kalla: fritext(500, 'Skriv varifrån uppgiften kommer.') }),
        response: { 204: z.null(), ...problemsvar },
      },
    },
    async (req, svar) => {
      await medRoll(t.db, req, ['enhetschef'])
      await ledare(t, req)
      const { slag, ...innehall } = req.body.underlag
      const okanda = 'perLan' in innehall ? Object.keys(innehall.perLan).filter((k) => !arLanskod(k)) : []
      if (okanda.length)
        throw indatafel(
          'okantLan',
          'Ett län har en kod som inte finns.',
          okanda.map((k) => ({ falt: `underlag.perLan.${k}`, text: 'Skriv länets kod, till exempel 21.' })),
        )
      if ('avsatt' in innehall && innehall.arbetsgivare !== undefined && innehall.utbetalt === undefined)
        throw indatafel('utbetaltSaknas', 'Antalet arbetsgivare hör till ett utbetalt belopp.', [
          { falt: 'underlag.utbetalt', text: 'Skriv vad som betalades, eller ta bort antalet arbetsgivare.' },
        ])
      await somPerson(t.db, sessionen(req), (q, s) =>
        q
          .insertInto('app.apr_underlag')
          .values({
            slag,
            ar: req.params.ar,
            innehall: JSON.stringify(innehall),
            kalla: req.body.kalla,
            av: s.anvandare,
            namn: s.namn,
            tid: t.klocka.nu().tid,
          })
          .execute(),
      )
      return svar.status(204).send(null)
    },
  )
}
