import { arLiten, lasOrgnr, storleksklass, visaOrgnr } from '@atergang/formaner/apr'
import { aprAnsokanSenast } from '@atergang/regelverk'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { aretsStod, egnaArenden, firman, iEgetArende } from '../../tjanster/apr/arbetsgivare.ts'
import { filhandlingar } from '../../tjanster/apr/filer.ts'
import { taken } from '../../tjanster/apr/forhandsvisning.ts'
import { lasOmRegistret } from '../../tjanster/apr/intag.ts'
import { idSchema, problemsvar } from '../scheman.ts'
import { fakturor, registreraAprAnsokan, somRad } from './ansokan.ts'
import { ansokanvySchema, begaranSchema, brevSchema, filId, gjortSchema, kommuniceringSchema, lista, radInSchema } from './scheman.ts'
import { registreraSkrivelser } from './skrivelser.ts'

const TAGG = { tags: ['APR arbetsgivare'] }

const kontrollSchema = z.object({
  omgang: z.string(),
  senast: z.string().nullable(),
  tillstand: z.enum(['begart', 'granskas', 'klar']),
  felbelopp: z.number(),
  ansokningar: lista(z.string()),
})
const aretSchema = z
  .object({
    arendeId: z.string(),
    nummer: z.string(),
    ar: z.number(),
    sistaDag: z.string(),
    takAnstalld: z.number(),
    takArbetsgivare: z.number(),
    kvar: z.number(),
    avslutat: z.string().nullable(),
    arbetsgivaren: z.unknown().nullable(),
    ansokningar: lista(ansokanvySchema),
    beslut: lista(
      z.object({
        id: z.string(),
        dag: z.string(),
        typ: z.string(),
        utfall: z.string(),
        avser: z.string().nullable(),
        belopp: z.number(),
        ersatter: z.string().nullable(),
      }),
    ),
    brev: lista(brevSchema),
    fragor: lista(begaranSchema),
    kommuniceringar: lista(kommuniceringSchema),
    kontroller: lista(kontrollSchema),
    aterkrav: lista(z.object({ beslutId: z.string(), belopp: z.number(), aterbetalt: z.number(), senast: z.string() })),
  })
  .meta({ id: 'AprStodar' })
/** The support of the employer, year by year. */
function stodrutter(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/apr/arbetsgivare',
    {
      schema: {
        ...TAGG,
        summary: 'Vårt stöd: år, ansökningar, beslut, brev, frågor och vad som är kvar',
        response: {
          200: z.object({
            idag: z.string(),
            namn: z.string(),
            orgnr: z.string(),
            liten: z.boolean(),
            ar: lista(
              z.object({
                ar: z.number(),
                sistaDag: z.string(),
                kvar: z.number(),
                passerad: z.boolean(),
                takAnstalld: z.number(),
                takArbetsgivare: z.number(),
              }),
            ),
            arenden: lista(aretSchema),
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      const f = await firman(t, req, 'arbetsgivare')
      const { dag } = t.klocka.nu()
      const arenden = (await egnaArenden(t, f, 'apr')).map((l) => aretsStod(l, dag))
      const uppgift = arenden.find((a) => a.arbetsgivaren)?.arbetsgivaren
      const iAr = Number(dag.slice(0, 4))
      const ar = [iAr, iAr - 1].map((x) => ({
        ar: x,
        sistaDag: aprAnsokanSenast(x) as string,
        passerad: dag > aprAnsokanSenast(x),
        ...taken(x),
        kvar: arenden.find((a) => a.ar === x)?.kvar ?? taken(x).takArbetsgivare,
      }))
      return {
        idag: dag,
        namn: f.s.namn,
        orgnr: visaOrgnr(lasOrgnr(f.orgnr)!),
        liten: arLiten(storleksklass(uppgift?.anstallda)) || uppgift === undefined,
        ar,
        arenden,
      }
    },
  )
}

/** What the employer adds to and takes back in a case. */
function arenderutter(app: App, t: Tjanster): void {
  app.post(
    '/api/v1/apr/arbetsgivare/arenden/:id/komplettering',
    {
      bodyLimit: 5_000_000,
      schema: {
        ...TAGG,
        summary: 'Komplettera eller rätta en ansökan',
        params: idSchema,
        body: z.object({
          ansokanId: z.string(),
          rader: z.array(radInSchema).default([]),
          borttagna: z.array(z.string()).default([]),
          anstalldaVet: z.boolean().optional(),
          ejBehandling: z.boolean().optional(),
          text: z.string().default(''),
        }),
        response: { 200: gjortSchema, ...problemsvar },
      },
    },
    async (req) => {
      const f = await firman(t, req, 'arbetsgivare')
      const { rader, ...b } = req.body
      const filer = await filhandlingar(t, f.session, fakturor(rader, 'rader'), 'arbetsgivare', req.params.id)
      const komplettering = { ...b, inkom: t.klocka.nu().dag, rader: rader.map(somRad) }
      await iEgetArende(t, f, req.params.id, { typ: 'komplettera', data: { komplettering, handlingar: filer } }, { filer })
      const svar = await lasOmRegistret(t, req.params.id)
      return { arendeId: req.params.id, version: svar?.version ?? 0 }
    },
  )

  app.post(
    '/api/v1/apr/arbetsgivare/arenden/:id/aterkallelse',
    {
      schema: {
        ...TAGG,
        summary: 'Ta tillbaka en ansökan som inte är beslutad',
        params: idSchema,
        body: z.object({ ansokanId: z.string(), skal: z.string() }),
        response: { 200: gjortSchema, ...problemsvar },
      },
    },
    async (req) => iEgetArende(t, await firman(t, req, 'arbetsgivare'), req.params.id, { typ: 'aterkallaAnsokan', data: req.body }),
  )

  app.post(
    '/api/v1/apr/arbetsgivare/arenden/:id/kontrollunderlag',
    {
      schema: {
        ...TAGG,
        summary: 'Lämna underlag till efterkontroll',
        params: idSchema,
        body: z.object({
          omgang: z.string(),
          rader: z
            .array(
              z.object({
                radId: z.string(),
                handlingar: z.array(filId).default([]),
                insatsuppgift: z.string().default(''),
                innehall: z.array(z.string()).default([]),
              }),
            )
            .default([]),
          handlingar: z.array(filId).default([]),
          text: z.string().default(''),
        }),
        response: { 200: gjortSchema, ...problemsvar },
      },
    },
    async (req) => {
      const f = await firman(t, req, 'arbetsgivare')
      const { omgang, rader, handlingar } = req.body
      const bruk = [
        ...rader.flatMap((r, i) => r.handlingar.map((id) => ({ id, falt: `rader.${i}.handlingar` }))),
        ...handlingar.map((id) => ({ id, falt: 'handlingar' })),
      ]
      const filer = await filhandlingar(
        t,
        f.session,
        bruk.map((x) => ({ ...x, typ: 'kontrollunderlag', rubrik: `Underlag till efterkontroll ${omgang}` })),
        'arbetsgivare',
        req.params.id,
      )
      return iEgetArende(t, f, req.params.id, { typ: 'lamnaKontrollunderlag', data: { underlag: req.body, handlingar: filer } }, { filer })
    },
  )
}

export function registreraAprArbetsgivare(app: App, t: Tjanster): void {
  stodrutter(app, t)
  registreraAprAnsokan(app, t)
  arenderutter(app, t)
  registreraSkrivelser(app, t, 'arbetsgivare', TAGG)
}
