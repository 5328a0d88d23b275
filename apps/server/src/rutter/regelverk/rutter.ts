import { Domanfel } from '@atergang/arende'
import { datumSchema } from '@atergang/formaner'
import { vagledningsnamn } from '@atergang/formaner/kunskap'
import { somSystemet, vagledningarna } from '@atergang/lager'
import { lagrum, paragrafnyckel, provaRegel, Provfel, regelnAttProva } from '@atergang/regelverk'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { problemsvar } from '../scheman.ts'
import { beloppen, beloppSchema } from './belopp.ts'
import { lagtackningen, lagtackningSchema, paragrafen, paragrafSchema } from './paragraf.ts'
import { fragan, fragaSchema, listan, listaSchema, provsvarSchema, regeln, regelSchema } from './regel.ts'

const TAGG = { tags: ['Regelverk'] }
const namnSchema = z.object({ namn: z.string().max(100) })

const funnen = <T>(x: T | null, kod: string, text: string): T => {
  if (x === null) throw new Domanfel('saknas', kod, text)
  return x
}
const OKAND_REGEL = ['okandRegel', 'Det finns ingen regel med det namnet. Sök bland reglerna på sidan Regelverk.'] as const

const provSchema = z.object({
  /** the day whose law is used */
  datum: datumSchema,
  /** each fact as it is written; null or left out when it is not known */
  uppgifter: z.record(z.string().max(100), z.string().max(2000, 'Skriv högst 2 000 tecken.').nullable()),
})

const vagledningslankSchema = z.object({ namn: z.string(), titel: z.string(), kalla: z.string() })

/** The body of rules: open to all, as the law is. Nothing that is tried is kept or logged. */
export function registreraRegelverk(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/regelverk',
    { schema: { ...TAGG, summary: 'Alla regler och frågor till en människa, i lagens ordning', response: { 200: listaSchema } } },
    () => listan(t.klocka.nu().dag),
  )
  app.get(
    '/api/v1/regelverk/belopp',
    { schema: { ...TAGG, summary: 'Belopp, tal och riksinställningar över tid', response: { 200: beloppSchema } } },
    () => beloppen(t.klocka.nu().dag),
  )
  app.get(
    '/api/v1/regelverk/regler/:namn',
    {
      schema: {
        ...TAGG,
        summary: 'En regel med paragrafer, lydelser, tal, grannar och lagfall',
        params: namnSchema,
        response: { 200: regelSchema, ...problemsvar },
      },
    },
    (req) => funnen(regeln(req.params.namn, t.klocka.nu().dag), ...OKAND_REGEL),
  )
  app.get(
    '/api/v1/regelverk/fragor/:namn',
    {
      schema: {
        ...TAGG,
        summary: 'En fråga som lagen lämnar till en människa',
        params: namnSchema,
        response: { 200: fragaSchema, ...problemsvar },
      },
    },
    (req) => funnen(fragan(req.params.namn), 'okandFraga', 'Det finns ingen fråga med det namnet. Sök bland frågorna på sidan Regelverk.'),
  )
  app.get(
    '/api/v1/regelverk/lagtackning',
    {
      schema: {
        ...TAGG,
        summary: 'Varje paragraf, och vad som vilar på den eller varför inget gör det',
        response: { 200: lagtackningSchema },
      },
    },
    () => lagtackningen(),
  )
  app.get(
    '/api/v1/regelverk/paragrafer/:nyckel',
    {
      schema: {
        ...TAGG,
        summary: 'En paragraf: dess ord, vad som vilar på den och vägledningarna om den',
        params: z.object({ nyckel: z.string().max(60) }),
        response: { 200: paragrafSchema.extend({ vagledningar: z.array(vagledningslankSchema) }), ...problemsvar },
      },
    },
    async (req) => {
      const p = funnen(
        paragrafen(req.params.nyckel),
        'okandParagraf',
        'Paragrafen finns inte i våra källor, och inget vilar på den. Alla paragrafer står på sidan Lagtäckning.',
      )
      // Titles and places only: what is open in the reports is open here.
      const vagledningar = (await somSystemet(t.db, vagledningarna)).filter((v) =>
        v.lagrum.some((l) => paragrafnyckel(lagrum(l)) === req.params.nyckel),
      )
      return { ...p, vagledningar: vagledningar.map((v) => ({ namn: vagledningsnamn(v), titel: v.titel, kalla: v.kalla })) }
    },
  )

  // POST, so that what someone tries stands in no address and in no log.
  app.post(
    '/api/v1/regelverk/regler/:namn/prov',
    {
      schema: {
        ...TAGG,
        summary: 'Pröva en regel på uppgifter; sparar inget',
        params: namnSchema,
        body: provSchema,
        response: { 200: provsvarSchema, ...problemsvar },
      },
    },
    (req) => {
      const r = funnen(regelnAttProva(req.params.namn) ?? null, ...OKAND_REGEL)
      try {
        return provaRegel(r, req.body.uppgifter, req.body.datum) as z.infer<typeof provsvarSchema>
      } catch (fel) {
        if (fel instanceof Provfel)
          throw new Domanfel(
            'indata',
            'ogiltigaUppgifter',
            fel.falt.length === 1 ? fel.message : `${fel.falt.length} uppgifter går inte att läsa.`,
            fel.falt.map((f) => ({ falt: `uppgifter.${f.falt}`, text: f.text })),
          )
        throw fel
      }
    },
  )
}
