import { Domanfel, type Roll } from '@atergang/arende'
import { ansokanvyer, beslutetOm, forklaraBeloppsrad, type Arbetsgivaruppgift, type Rad } from '@atergang/formaner'
import { aktorAv, lasArende, lasLagen, loggaAtkomst, loggaLista, somPerson } from '@atergang/lager'
import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { medRoll, sessionen } from '../../auth/session.ts'
import { somAnordnarfall, somApr } from '../../tjanster/apr/arenden.ts'
import { taEmotAnordnaransokan, taEmotAprAnsokan } from '../../tjanster/apr/intag.ts'
import { KOGRUPPER, koSida, koTal, type Kogrupp } from '../../tjanster/apr/ko.ts'
import { FILGRANS, kravAnkomst, skanningen, skanningSchema } from '../../tjanster/skanning.ts'
import { forklaringSchema } from '../forklaring.ts'
import { idSchema, problemsvar } from '../scheman.ts'
import { behovSchema, godkannandeSchema, somAnordnarstod } from './anordnare.ts'
import {
  anordnareInSchema,
  arSchema,
  datumSchema,
  foretagSchema,
  kompetensInSchema,
  koder,
  kvittoSchema,
  lista,
  radInSchema,
  uppgiftSchema,
} from './scheman.ts'

const TAGG = { tags: ['APR handläggning'] }
export const HANDLAGGER: readonly Roll[] = ['handlaggare', 'specialist', 'enhetschef']
const OFFICER: readonly Roll[] = ['handlaggare', 'specialist']
const gruppSchema = koder(Object.keys(KOGRUPPER) as Kogrupp[])

const koradSchema = z
  .object({
    arendeId: z.string(),
    ansokanId: z.string(),
    nummer: z.string(),
    namn: z.string(),
    kostnadsar: z.number(),
    inkom: z.string().nullable(),
    kanal: z.enum(['etjanst', 'papper']),
    skannad: z.string().nullable(),
    sen: z.boolean(),
    tillstand: z.string(),
    rader: z.number(),
    kostnad: z.number(),
    foreslaget: z.number().nullable(),
    belopp: z.number().nullable(),
    utfall: z.string().nullable(),
    fragor: lista(z.string()),
    tilldelad: z.string().nullable(),
  })
  .meta({ id: 'AprKorad' })
const papper = { orgnr: z.string().max(40), inkom: datumSchema.nullable(), skannad: datumSchema.optional(), skanning: skanningSchema }

/** Paper is registered whatever it lacks; the day it reached us counts, the day it was scanned never does (22 § FL). */
export function registreraAprHandlaggare(app: App, t: Tjanster): void {
  kon(app, t)
  forklaringen(app, t)
  ansokanPaPapper(app, t)
  anordnarePaPapper(app, t)
  anordnararendena(app, t)
}

function kon(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/apr/ko',
    {
      schema: {
        ...TAGG,
        summary: 'Den nationella kön, en grupp i taget',
        querystring: z.object({
          grupp: gruppSchema.default('utreds'),
          fran: z.coerce.number().int().min(0).default(0),
          antal: z.coerce.number().int().min(1).max(200).default(50),
        }),
        response: {
          200: z.object({
            idag: z.string(),
            grupper: lista(
              z.object({ grupp: gruppSchema, namn: z.string(), antal: z.number(), aldst: z.string().nullable(), foreslaget: z.number() }),
            ),
            rader: lista(koradSchema),
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      await medRoll(t.db, req, HANDLAGGER)
      const { dag } = t.klocka.nu()
      return somPerson(t.db, sessionen(req), async (q, s) => {
        const grupper = (await koTal(q)).map((g) => ({ ...g, namn: KOGRUPPER[g.grupp] }))
        const rader = await koSida(q, req.query)
        await loggaLista(
          q,
          s,
          'aprKo',
          dag,
          [...new Set(rader.map((r) => r.arende_id))].map((arendeId) => ({ arendeId, personId: null })),
        )
        return {
          idag: dag,
          grupper,
          rader: rader.map(({ arende_id, ansokan_id, kanal, ...r }) => ({
            ...r,
            kanal: kanal as 'etjanst' | 'papper',
            arendeId: arende_id,
            ansokanId: ansokan_id,
          })),
        }
      })
    },
  )
}

function forklaringen(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/apr/arenden/:id/ansokningar/:ansokanId/forklaring',
    {
      schema: {
        ...TAGG,
        summary: 'Varför varje rad ger sitt belopp: räkningen med lagrum',
        params: idSchema.extend({ ansokanId: z.string() }),
        response: { 200: z.object({ rader: lista(z.object({ radId: z.string(), forklaring: forklaringSchema })) }), ...problemsvar },
      },
    },
    async (req) => {
      const s = await medRoll(t.db, req, [...HANDLAGGER, 'arbetsgivare'])
      const session = sessionen(req)
      const helt = await lasArende(t.db, { session }, req.params.id)
      const l = helt?.lage.arende.forman === 'apr' ? somApr(helt.lage) : undefined
      const { dag } = t.klocka.nu()
      const v = l && ansokanvyer(l, dag).find((x) => x.ansokanId === req.params.ansokanId)
      if (!l || !v) throw new Domanfel('saknas', 'ansokanFinnsInte', 'Ansökan finns inte, eller så har du inte rätt att se den.')
      await somPerson(t.db, session, (q) => loggaAtkomst(q, s, 'läste hur ett belopp är räknat', null, req.params.id))
      const grund = {
        ansokanId: v.ansokanId,
        kostnadsar: Number(l.arende.sak),
        inkom: v.inkom ?? beslutetOm(l, v.ansokanId)?.innehall.inkom ?? null,
      }
      return { rader: v.rader.map((r) => ({ radId: r.radId, forklaring: forklaraBeloppsrad(grund, r) as never })) }
    },
  )
}

function ansokanPaPapper(app: App, t: Tjanster): void {
  app.post(
    '/api/v1/apr/papper',
    {
      bodyLimit: FILGRANS,
      schema: {
        ...TAGG,
        summary: 'Registrera en pappersansökan om stöd',
        body: z.object({
          ...papper,
          ar: arSchema,
          foretag: foretagSchema,
          rader: z.array(radInSchema).min(1, 'Lägg till minst en insats.').max(5_000),
          anstalldaVet: z.boolean(),
          ejBehandling: z.boolean(),
          arbetsgivare: uppgiftSchema.optional(),
        }),
        response: { 201: kvittoSchema, ...problemsvar },
      },
    },
    async (req, svar) => {
      const s = await medRoll(t.db, req, OFFICER)
      const { orgnr, inkom, skannad, ar, foretag, rader, anstalldaVet, ejBehandling, arbetsgivare } = req.body
      const { dag } = t.klocka.nu()
      kravAnkomst(dag, req.body)
      const fil = skanningen(req.body.skanning, 'Inskannad pappersansökan', inkom ?? dag)
      const ansokan = {
        ansokanId: randomUUID(),
        inkom,
        kanal: 'papper' as const,
        ...(skannad ? { skannad } : {}),
        rader: rader.map((r) => ({ ...r, radId: r.radId ?? randomUUID() }) as unknown as Rad),
        anstalldaVet,
        ejBehandling,
      }
      const kvitto = await taEmotAprAnsokan(t, {
        firma: { orgnr, ...foretag },
        ar,
        ansokan,
        uppgift: arbetsgivare as Arbetsgivaruppgift | undefined,
        aktor: aktorAv(s),
        filer: fil ? [fil.handling] : [],
        dokument: fil ? [{ id: fil.handling.id, medietyp: fil.handling.medietyp, innehall: fil.bytes }] : [],
      })
      return svar.status(201).send(kvitto)
    },
  )
}

function anordnarePaPapper(app: App, t: Tjanster): void {
  app.post(
    '/api/v1/apr/papper/anordnare',
    {
      bodyLimit: FILGRANS,
      schema: {
        ...TAGG,
        summary: 'Registrera en pappersansökan om godkännande',
        body: z.object({
          ...papper,
          anordnare: anordnareInSchema,
          kompetenser: z.array(kompetensInSchema).min(1, 'Lägg till minst en kompetens.').max(200),
          adress: z.array(z.string().max(200)).max(5).default([]),
        }),
        response: { 201: kvittoSchema, ...problemsvar },
      },
    },
    async (req, svar) => {
      const s = await medRoll(t.db, req, OFFICER)
      const { orgnr, inkom, skannad, anordnare, kompetenser, adress } = req.body
      const { dag } = t.klocka.nu()
      kravAnkomst(dag, req.body)
      const fil = skanningen(req.body.skanning, 'Inskannad pappersansökan', inkom ?? dag)
      const kvitto = await taEmotAnordnaransokan(t, {
        firma: { orgnr, namn: anordnare.namn, adress, lan: anordnare.lan[0] ?? '' },
        ansokan: {
          ansokanId: randomUUID(),
          inkom: inkom ?? dag,
          ...(inkom ? {} : { inkomOkand: true as const }),
          kanal: 'papper',
          ...(skannad ? { skannad } : {}),
        },
        anordnare,
        kompetenser: kompetenser.map((k) => ({ ...k, uppgiftId: k.uppgiftId ?? randomUUID() })),
        aktor: aktorAv(s),
        filer: fil ? [fil.handling] : [],
        dokument: fil ? [{ id: fil.handling.id, medietyp: fil.handling.medietyp, innehall: fil.bytes }] : [],
      })
      return svar.status(201).send(kvitto)
    },
  )
}

function anordnararendena(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/apr/anordnararenden',
    {
      schema: {
        ...TAGG,
        summary: 'Anordnarna för handläggare: tillstånd, omprövningsbehov och kommande slut',
        response: {
          200: z.object({
            idag: z.string(),
            rader: lista(
              z.object({
                arendeId: z.string(),
                nummer: z.string(),
                namn: z.string(),
                tillstand: z.string(),
                godkannanden: lista(godkannandeSchema),
                behov: lista(behovSchema),
                saknas: lista(z.string()),
                fragor: z.number(),
              }),
            ),
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      await medRoll(t.db, req, HANDLAGGER)
      const session = sessionen(req)
      const { dag } = t.klocka.nu()
      const ids = await somPerson(t.db, session, async (q, s) => {
        const rader = await q.selectFrom('app.arende').select('id').where('forman', '=', 'aprAnordnare').orderBy('nummer').execute()
        await loggaLista(
          q,
          s,
          'aprAnordnare',
          dag,
          rader.map((r) => ({ arendeId: r.id, personId: null })),
        )
        return rader.map((r) => r.id)
      })
      const rader = (await lasLagen(t.db, { session }, ids)).map((l) => {
        const v = somAnordnarstod(somAnordnarfall(l), dag)
        return {
          arendeId: l.arende.id,
          nummer: v.nummer,
          namn: (v.anordnare as { namn?: string } | null)?.namn ?? '',
          tillstand: v.tillstand,
          godkannanden: v.godkannanden,
          behov: v.behov,
          saknas: v.saknas,
          fragor: v.fragor.filter((f) => !f.besvarad && !f.aterkallad).length,
        }
      })
      return { idag: dag, rader }
    },
  )
}
