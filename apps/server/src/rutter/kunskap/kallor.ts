import { Domanfel } from '@atergang/arende'
import { KALLOR } from '@atergang/analys/kallor'
import { REGISTER } from '@atergang/analys/register'
import { DELFRAGOR, laget, REGERINGENS_SVAR, rekommendationslage, REKOMMENDATIONER } from '@atergang/analys/rekommendationer'
import { datumSchema } from '@atergang/formaner'
import { utanPersonnummer } from '@atergang/formaner/kunskap'
import { aktorAv, loggaAtkomst, registreraAtgard, rekommendationsatgarder, somPerson } from '@atergang/lager'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { medRoll, sessionen } from '../../auth/session.ts'
import { problemsvar } from '../scheman.ts'
import { INNE } from './fragor.ts'
import { dag, kravUtanPerson, rader } from './scheman.ts'

const TAGG = { tags: ['Kunskapsstöd'] }
const MED_CHEF = ['enhetschef', 'analytiker'] as const
const LASER = [...INNE, 'analytiker'] as const

const lankSchema = z.object({ till: z.string(), text: z.string() })
const kallaSchema = z
  .object({
    id: z.string(),
    krav: z.string(),
    grupp: z.string(),
    titel: z.string(),
    sager: z.string(),
    stalle: z.string(),
    varden: rader(z.object({ namn: z.string(), varde: z.number(), enhet: z.string(), ar: z.number() })),
    anmarkning: z.string().nullable(),
    lankar: rader(lankSchema),
  })
  .meta({ id: 'Kalla' })
const kolumnSchema = z.object({ namn: z.string(), vad: z.string(), typ: z.string(), varden: rader(z.string()), kravs: z.boolean() })

interface Lank {
  readonly till: string
  readonly text: string
  readonly roller?: readonly string[]
  readonly chefensEnhet?: string
}
/** Those that the reader may open. */
const lankarna = (alla: readonly Lank[], { roll, enhet }: { readonly roll: string; readonly enhet: string }) =>
  alla
    .filter((l) => (!l.roller || l.roller.includes(roll)) && (roll !== 'enhetschef' || !l.chefensEnhet || l.chefensEnhet === enhet))
    .map(({ till, text }) => ({ till, text }))

const TYPNAMN: Readonly<Record<string, string>> = {
  heltal: 'heltal',
  decimal: 'tal',
  dag: 'datum, år-månad-dag',
  sant: 'ja eller nej',
  text: 'text',
  kod: 'kod i listan',
}
/** The form of a file that would be read in: the same definition that the import checks against. */
const filformen = () => {
  const r = REGISTER.get('primarvard')!
  return {
    register: r.namn,
    text: r.text,
    kalla: r.kalla,
    nyckel: [...r.nyckel],
    kolumner: Object.entries(r.kolumner).map(([namn, k]) => ({
      namn,
      vad: k.text,
      typ: TYPNAMN[k.typ]!,
      varden: k.typ === 'kod' ? [...k.varden] : [],
      kravs: !k.kanSaknas,
    })),
  }
}

const rekommendationSchema = z
  .object({
    id: z.string(),
    till: z.string(),
    text: z.string(),
    kalla: z.string(),
    lage: z.string(),
    funktioner: rader(z.string()),
    lankar: rader(lankSchema),
    atgarder: rader(
      z.object({
        text: z.string(),
        fran: dag,
        tom: dag.nullable(),
        lage: z.enum(['planerad', 'pågår', 'genomförd']),
        av: z.string(),
        enhet: z.string().nullable(),
        registrerad: dag,
      }),
    ),
  })
  .meta({ id: 'Rekommendation' })
const talSchema = z.object({
  rekommendationer: rader(
    z.object({
      id: z.string(),
      indikatorer: rader(
        z.object({
          namn: z.string(),
          enhet: z.string(),
          definition: z.string(),
          referens: z.string().nullable(),
          varden: rader(z.object({ ar: z.string(), text: z.string().nullable() })),
        }),
      ),
    }),
  ),
})

/** References with what the reports say of them (J024, J049–J051, J057–J058, J070), and the audit's recommendations with status and live figures (K026–K027). */
export function registreraKallor(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/kunskap/kallor',
    {
      schema: {
        ...TAGG,
        summary: 'Källor och referensvärden: vad rapporten säger och var, och formen för ett primärvårdsregister',
        response: {
          200: z.object({
            kallor: rader(kallaSchema),
            primarvard: z.object({
              register: z.string(),
              text: z.string(),
              kalla: z.string(),
              nyckel: rader(z.string()),
              kolumner: rader(kolumnSchema),
            }),
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      const laser = await medRoll(t.db, req, LASER)
      return {
        kallor: KALLOR.map((k) => ({
          ...k,
          varden: (k.varden ?? []).map((v) => ({ ...v })),
          anmarkning: k.anmarkning ?? null,
          lankar: lankarna(k.lankar, laser),
        })),
        primarvard: filformen(),
      }
    },
  )

  app.get(
    '/api/v1/kunskap/rekommendationer',
    {
      schema: {
        ...TAGG,
        summary: 'Granskningens rekommendationer: läge, åtgärder och vad i produkten som svarar. Enhetschefer och analytiker',
        response: {
          200: z.object({
            idag: dag,
            regeringen: rader(z.string()),
            rekommendationer: rader(rekommendationSchema),
            delfragor: rader(z.object({ nr: z.number(), text: z.string(), analyser: rader(z.string()) })),
            farRegistrera: z.boolean(),
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      const laser = await medRoll(t.db, req, MED_CHEF)
      const idag = t.klocka.nu().dag
      const alla = await somPerson(t.db, sessionen(req), rekommendationsatgarder)
      return {
        idag,
        regeringen: [...REGERINGENS_SVAR],
        farRegistrera: laser.roll === 'enhetschef',
        delfragor: DELFRAGOR.map((d) => ({ nr: d.nr, text: d.text, analyser: [...d.analyser] })),
        rekommendationer: REKOMMENDATIONER.map((r) => {
          const egna = alla.filter((a) => a.rekommendation === r.id)
          return {
            id: r.id,
            till: r.till,
            text: r.text,
            kalla: r.kalla,
            funktioner: [...r.funktioner],
            lankar: lankarna(r.lankar, laser),
            lage: rekommendationslage(egna, idag),
            atgarder: egna.map((a) => ({
              text: a.text,
              fran: a.fran,
              tom: a.tom,
              lage: laget(a, idag),
              av: a.av,
              enhet: a.enhet,
              registrerad: a.dag,
            })),
          }
        }),
      }
    },
  )

  app.get(
    '/api/v1/kunskap/rekommendationer/tal',
    {
      schema: {
        ...TAGG,
        summary: 'Indikatorerna för varje rekommendation, år för år, ur analysen',
        response: { 200: talSchema, ...problemsvar },
      },
    },
    async (req) => {
      await medRoll(t.db, req, MED_CHEF)
      await somPerson(t.db, sessionen(req), (q, s) => loggaAtkomst(q, s, 'analys: rekommendationernas tal', null, null))
      return {
        rekommendationer: (await t.analys.fraga('rekommendationer', undefined)).map((r) => ({
          id: r.id,
          indikatorer: r.indikatorer.map((i) => ({ ...i, varden: i.varden.map((v) => ({ ...v })) })),
        })),
      }
    },
  )

  const nySchema = z.object({
    text: z.string().trim().min(1, 'Skriv vad som görs.').max(1000),
    fran: datumSchema,
    tom: datumSchema.optional(),
  })
  app.post(
    '/api/v1/kunskap/rekommendationer/:id/atgarder',
    {
      schema: {
        ...TAGG,
        summary: 'Registrera något som görs eller planeras med anledning av en rekommendation. Enhetschefer',
        params: z.object({ id: z.string().max(10) }),
        body: nySchema,
        response: { 201: z.object({ id: z.string() }), ...problemsvar },
      },
    },
    async (req, svar) => {
      const s = await medRoll(t.db, req, ['enhetschef'])
      if (!REKOMMENDATIONER.some((r) => r.id === req.params.id))
        throw new Domanfel('saknas', 'okandRekommendation', 'Rekommendationen finns inte.')
      kravUtanPerson(utanPersonnummer({ text: req.body.text }))
      const { text, fran, tom } = req.body
      return svar
        .status(201)
        .send({
          id: await somPerson(t.db, sessionen(req), (q) =>
            registreraAtgard(q, { rekommendation: req.params.id, text, fran, tom: tom ?? null }, aktorAv(s), s.enhet, t.klocka.nu().dag),
          ),
        })
    },
  )
}
