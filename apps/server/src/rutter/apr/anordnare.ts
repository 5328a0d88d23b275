import { anordnarstod, type Nlage } from '@atergang/formaner'
import { KOMPETENSER, KNYTNINGAR, type Knytning } from '@atergang/formaner/apr'
import { lasUtkast, somPerson, sparaUtkast, taBortUtkast } from '@atergang/lager'
import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { egnaArenden, firman, iEgetArende, kommuniceringarna, somBegaran, somBrev, somFirma } from '../../tjanster/apr/arbetsgivare.ts'
import { somAnordnarfall } from '../../tjanster/apr/arenden.ts'
import { filhandlingar, type Filbruk } from '../../tjanster/apr/filer.ts'
import { taEmotAnordnaransokan } from '../../tjanster/apr/intag.ts'
import { idSchema, problemsvar } from '../scheman.ts'
import { registreraSkrivelser } from './skrivelser.ts'
import {
  anordnareInSchema,
  begaranSchema,
  brevSchema,
  foretagSchema,
  fritext,
  gjortSchema,
  kommuniceringSchema,
  kompetensInSchema,
  kompetenskodSchema,
  koder,
  kvittoSchema,
  lista,
} from './scheman.ts'

const TAGG = { tags: ['APR anordnare'] }
const UTKAST = 'aprAnordnaransokan'

export const godkannandeSchema = z.object({
  beslut: z.string(),
  from: z.string(),
  slut: z.object({ beslut: z.string(), tom: z.string(), skal: z.string() }).nullable(),
})
export const kompetensradSchema = z.object({
  id: z.string(),
  kompetens: kompetenskodSchema,
  namn: z.string(),
  person: z.string(),
  knytning: koder(Object.keys(KNYTNINGAR) as Knytning[]),
  from: z.string(),
  tom: z.string().nullable(),
  underlag: z.string().nullable(),
  styrkt: z.boolean(),
  bedomd: z.boolean(),
})
export const behovSchema = z.object({
  fran: z.string(),
  till: z.string().nullable(),
  saknas: lista(z.string()),
  lage: z.enum(['pagar', 'kommer', 'varit']),
})
const egetSchema = z
  .object({
    arendeId: z.string(),
    nummer: z.string(),
    tillstand: z.enum(['ansokt', 'godkand', 'omprovas', 'upphort', 'ejGodkand']),
    anordnare: z.unknown().nullable(),
    kompetenser: lista(kompetensradSchema),
    uppfyllt: z.boolean(),
    saknas: lista(z.string()),
    godkannanden: lista(godkannandeSchema),
    behov: lista(behovSchema),
    beslut: lista(z.object({ id: z.string(), dag: z.string(), utfall: z.string() })),
    brev: lista(brevSchema),
    fragor: lista(begaranSchema),
    kommuniceringar: lista(kommuniceringSchema),
  })
  .meta({ id: 'AprAnordnarstod' })

type KompetensIn = z.output<typeof kompetensInSchema>
const medId = (k: KompetensIn): KompetensIn & { uppgiftId: string } => ({ ...k, uppgiftId: k.uppgiftId ?? randomUUID() })
const underlagen = (ks: readonly KompetensIn[]): Filbruk[] =>
  ks.flatMap((k, i) =>
    k.underlag
      ? [
          {
            id: k.underlag,
            typ: 'kompetensunderlag' as const,
            rubrik: `Underlag för ${KOMPETENSER[k.kompetens].namn}`,
            falt: `kompetenser.${i}.underlag`,
          },
        ]
      : [],
  )

/** How the provider's own case stands, in the shape of the API. */
export function somAnordnarstod(l: Nlage, idag: string): z.output<typeof egetSchema> {
  const v = anordnarstod(l, idag as never)
  return {
    arendeId: l.arende.id,
    nummer: l.arende.nummer,
    tillstand: v.tillstand,
    anordnare: v.anordnare,
    uppfyllt: v.provning.uppfyllt,
    saknas: v.provning.saknas,
    kompetenser: v.uppgifter.map((u) => ({ ...u, namn: KOMPETENSER[u.kompetens].namn, tom: u.tom ?? null, underlag: u.underlag ?? null })),
    godkannanden: v.godkannanden.map((g) => ({ beslut: g.beslut, from: g.from, slut: g.slut ?? null })),
    behov: v.behov.map(({ fran, till, saknas, lage }) => ({ fran, till, saknas, lage })),
    beslut: l.beslut.map((b) => ({ id: b.id, dag: b.dag, utfall: b.utfall })),
    brev: l.utskick.map(somBrev),
    fragor: l.begaran.filter((b) => b.till === 'anordnare').map(somBegaran),
    kommuniceringar: kommuniceringarna(l as never),
  }
}

export function registreraAprAnordnare(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/apr/anordnare/egen',
    {
      schema: {
        ...TAGG,
        summary: 'Vår ansökan, våra kompetenser, beslut, brev och frågor',
        response: {
          200: z.object({
            idag: z.string(),
            namn: z.string(),
            eget: egetSchema.nullable(),
            utkast: z.unknown().nullable(),
            andrat: z.string().nullable(),
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      const f = await firman(t, req, 'anordnare')
      const { dag } = t.klocka.nu()
      const [l] = await egnaArenden(t, f, 'aprAnordnare')
      const utkast = (await somPerson(t.db, f.session, (q) => lasUtkast(q, f.s.anvandare, { nyckel: UTKAST })))[0]
      return {
        idag: dag,
        namn: f.s.namn,
        eget: l ? somAnordnarstod(somAnordnarfall(l), dag) : null,
        utkast: utkast?.innehall ?? null,
        andrat: utkast?.andrat ?? null,
      }
    },
  )

  app.put(
    '/api/v1/apr/anordnare/utkast',
    {
      schema: {
        ...TAGG,
        summary: 'Spara påbörjad ansökan om godkännande',
        body: z.object({ innehall: z.unknown() }),
        response: { 200: z.object({ andrat: z.string() }), ...problemsvar },
      },
    },
    async (req) => {
      const f = await firman(t, req, 'anordnare')
      return somPerson(t.db, f.session, async (q) => ({
        andrat: await sparaUtkast(q, f.s.anvandare, UTKAST, null, req.body.innehall, t.klocka.nu()),
      }))
    },
  )

  app.post(
    '/api/v1/apr/anordnare/ansokningar',
    {
      schema: {
        ...TAGG,
        summary: 'Ansök om att bli godkänd anordnare',
        body: z.object({
          anordnare: anordnareInSchema,
          kompetenser: z.array(kompetensInSchema).min(1, 'Lägg till minst en kompetens.').max(200),
          foretag: foretagSchema.optional(),
        }),
        response: { 201: kvittoSchema, ...problemsvar },
      },
    },
    async (req, svar) => {
      const f = await firman(t, req, 'anordnare')
      const nu = t.klocka.nu()
      const { anordnare, kompetenser, foretag } = req.body
      const filer = await filhandlingar(t, f.session, underlagen(kompetenser), 'anordnare')
      const kvitto = await taEmotAnordnaransokan(t, {
        firma: {
          ...somFirma(f, foretag),
          namn: foretag?.namn || anordnare.namn || f.s.namn,
          lan: foretag?.lan || (anordnare.lan[0] ?? ''),
        },
        anordnare,
        kompetenser: kompetenser.map(medId),
        filer,
        aktor: f.aktor,
        ansokan: {
          ansokanId: randomUUID(),
          inkom: nu.dag,
          kanal: 'etjanst',
          underskrift: { namn: f.s.namn, metod: 'e-legitimation', tid: nu.tid },
        },
      })
      await somPerson(t.db, f.session, (q) => taBortUtkast(q, f.s.anvandare, UTKAST))
      return svar.status(201).send(kvitto)
    },
  )

  app.post(
    '/api/v1/apr/anordnare/arenden/:id/andring',
    {
      schema: {
        ...TAGG,
        summary: 'Anmäl ändrad personal, eller svara med nya uppgifter',
        params: idSchema,
        body: z.object({
          dag: z.string(),
          text: fritext(2_000, 'Skriv vad som har ändrats.'),
          anordnare: anordnareInSchema.optional(),
          kompetenser: z.array(kompetensInSchema).max(200).default([]),
          svarPa: z.string().optional(),
        }),
        response: { 200: gjortSchema, ...problemsvar },
      },
    },
    async (req) => {
      const f = await firman(t, req, 'anordnare')
      const { dag, text, anordnare, kompetenser, svarPa } = req.body
      const filer = await filhandlingar(t, f.session, underlagen(kompetenser), 'anordnare', req.params.id)
      return iEgetArende(
        t,
        f,
        req.params.id,
        {
          typ: 'anmalAndring',
          data: {
            andring: { dag, text },
            ...(anordnare ? { anordnare } : {}),
            kompetenser: kompetenser.map(medId),
            handlingar: filer,
            ...(svarPa ? { svarPa } : {}),
          },
        },
        { filer },
      )
    },
  )

  app.post(
    '/api/v1/apr/anordnare/arenden/:id/slut',
    {
      schema: {
        ...TAGG,
        summary: 'Begär att godkännandet upphör',
        params: idSchema,
        body: z.object({ tom: z.string(), skal: z.enum(['egenBegaran', 'upphort']), text: z.string().default('') }),
        response: { 200: gjortSchema, ...problemsvar },
      },
    },
    async (req) => iEgetArende(t, await firman(t, req, 'anordnare'), req.params.id, { typ: 'begarSlut', data: req.body }),
  )
  registreraSkrivelser(app, t, 'anordnare', TAGG)
}
