import { indatafel, personen, personnamn, type Handling } from '@atergang/arende'
import { datumSchema, minForebyggande, papperSchema, type Papper } from '@atergang/formaner'
import type { Datum } from '@atergang/kalender'
import { aktorAv, loggaAtkomst, somPerson, type Dokumentbytes } from '@atergang/lager'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { medRoll, sessionen } from '../../auth/session.ts'
import { ersattningsansokan, inledPlanarende, planansokan, planenFinns, type Avskrift } from '../../tjanster/forebyggande.ts'
import { serArendet } from '../../tjanster/intyg.ts'
import { kandPerson, personenAv, somPersonnummer } from '../../tjanster/personer.ts'
import { FILGRANS, kravAnkomst, skanningen, skanningSchema } from '../../tjanster/skanning.ts'
import { idSchema, problemsvar } from '../scheman.ts'
import { lagetFor } from './arenden.ts'
import { datum, kantSchema, minForebyggandeSchema } from './scheman.ts'
import { oppnadSchema, sidan, utlatandet } from './utlatande.ts'

// What comes on paper, or is told over the telephone, is written off by an officer: by the same commands as on Mina sidor.

const TAGG = { tags: ['Förebyggande sjukpenning'] }
const OFFICER = ['handlaggare', 'specialist'] as const
const fritt = z.record(z.string(), z.unknown())
const svarSchema = z.object({ arendeId: z.string(), version: z.number() })
/** The case, to whoever sees it; else a receipt that the paper is in, from the day it came. */
const kvittoSchema = z.object({ inkom: datum, arende: svarSchema.extend({ nummer: z.string() }).nullable() }).meta({ id: 'Papperskvitto' })

/** How the paper came. The day it reached us counts, the day it was scanned never does (22 § FL). */
const avskriften = {
  inkom: datumSchema.nullable(),
  kanal: z.enum(['post', 'uppladdning'], { message: 'Välj hur pappret kom in.' }).default('post'),
  skannad: datumSchema.optional(),
  skanning: skanningSchema,
  olasligt: papperSchema.shape.olasligt,
}
/** Signed by hand on the paper; without it the signature is asked for (110 kap. 4 §). */
const underskriven = z.boolean().default(false)

interface Inkommet {
  readonly inkom: Datum
  readonly papper: Papper
  readonly avskrift: Avskrift
  readonly bilagor: readonly Handling[]
  readonly dokument: readonly Dokumentbytes[]
}

/** @throws {Domanfel} for a day that has not been, or after the scan */
function inkommet(t: Tjanster, b: z.output<z.ZodObject<typeof avskriften>>, rubrik: string, underskrivet: boolean): Inkommet {
  const { dag } = t.klocka.nu()
  const { skannad, olasligt } = b
  kravAnkomst(dag, b)
  const papper: Papper = { inkomOkand: b.inkom === null, olasligt, ...(skannad ? { skannad } : {}) }
  const inkom = b.inkom ?? dag
  const fil = skanningen(b.skanning, rubrik, inkom)
  return {
    inkom,
    papper,
    avskrift: { papper, underskriven: underskrivet },
    bilagor: fil ? [fil.handling] : [],
    dokument: fil ? [{ id: fil.handling.id, medietyp: fil.handling.medietyp, innehall: fil.bytes }] : [],
  }
}

function nyttPapper(app: App, t: Tjanster): void {
  app.post(
    '/api/v1/forebyggande/arenden',
    {
      bodyLimit: FILGRANS,
      schema: {
        ...TAGG,
        summary: 'Öppna ett ärende av en ansökan på papper. Det som saknas eller inte går att läsa blir frågor',
        body: z.object({
          personnummer: z.string(),
          fornamn: z.string().trim().max(200).optional(),
          efternamn: z.string().trim().max(200).optional(),
          ...avskriften,
          underskriven,
          ansokan: fritt,
        }),
        response: { 201: kvittoSchema, ...problemsvar },
      },
    },
    async (req, svar) => {
      const s = await medRoll(t.db, req, OFFICER)
      const personnummer = somPersonnummer(req.body.personnummer)
      if (!personnummer)
        throw indatafel('felPersonnummer', 'Skriv personnumret med tolv siffror.', [{ falt: 'personnummer', text: 'Skriv ÅÅÅÅMMDD-NNNN.' }])
      const kand = await kandPerson(t, personnummer)
      await somPerson(t.db, sessionen(req), (q, r) =>
        loggaAtkomst(q, r, 'slog upp någon för att registrera ett papper', kand?.id ?? null, null),
      )
      const { fornamn, efternamn } = req.body
      if (!kand && (!fornamn || !efternamn))
        throw indatafel('namnSaknas', 'Personen är inte känd här. Skriv namnet som det står i ansökan.', [
          { falt: 'fornamn', text: 'Skriv förnamnet.' },
          { falt: 'efternamn', text: 'Skriv efternamnet.' },
        ])
      const person = kand ?? (await personenAv(t, { personnummer, fornamn: fornamn!, efternamn: efternamn! }))
      const i = inkommet(t, req.body, 'Inskannad ansökan om plan', req.body.underskriven)
      const { kommando, dokument } = planansokan(
        t,
        { aktor: aktorAv(s), kanal: req.body.kanal, inkom: i.inkom, avskrift: i.avskrift, bilagor: i.bilagor },
        req.body.ansokan,
      )
      const bytes = [...dokument, ...i.dokument]
      const a = await inledPlanarende(t, {
        person,
        ...(person.lan ? {} : { enhet: s.enhet }),
        aktor: aktorAv(s),
        forsta: [kommando],
        dokument: bytes,
      })
      const ser = await serArendet(t, sessionen(req), a.arendeId)
      if (a.fanns && ser) throw planenFinns(a.nummer)
      // A paper is never turned away: what the officer may not see goes into its case all the same, and the answer tells nothing of it.
      if (a.fanns) await t.lager.kor({ arendeId: a.arendeId, av: { system: aktorAv(s) }, nu: t.klocka.nu(), kommando, dokument: bytes })
      return svar.status(201).send({ inkom: i.inkom, arende: ser ? { arendeId: a.arendeId, version: a.version, nummer: a.nummer } : null })
    },
  )
}

function papperIArende(app: App, t: Tjanster): void {
  const kor = async (
    session: Buffer,
    arendeId: string,
    { kommando, dokument }: Pick<ReturnType<typeof planansokan>, 'kommando' | 'dokument'>,
  ) => {
    const k = await t.lager.kor({ arendeId, av: { session }, nu: t.klocka.nu(), kommando, dokument })
    return { arendeId: k.arendeId, version: k.version }
  }

  app.get(
    '/api/v1/forebyggande/arenden/:id/papper',
    {
      schema: {
        ...TAGG,
        summary: 'Det som är känt i ärendet när ett papper ska skrivas av: planen, det godkända, arbetet',
        params: idSchema,
        response: {
          200: z.object({
            nummer: z.string(),
            namn: z.string(),
            idag: datum,
            utlatande: oppnadSchema,
            godkanda: minForebyggandeSchema.shape.godkanda,
            ersattningar: minForebyggandeSchema.shape.ersattningar,
            kant: kantSchema,
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      await medRoll(t.db, req, OFFICER)
      const l = await lagetFor(t, req, req.params.id)
      await somPerson(t.db, sessionen(req), (q, s) => loggaAtkomst(q, s, 'skrev av ett papper', personen(l).id, l.arende.id))
      const idag = t.klocka.nu().dag
      const { godkanda, ersattningar, kant } = minForebyggande(l, idag)
      return {
        nummer: l.arende.nummer,
        namn: personnamn(personen(l)),
        idag,
        utlatande: sidan(t, l, null, idag),
        godkanda,
        ersattningar,
        kant,
      }
    },
  )

  app.post(
    '/api/v1/forebyggande/arenden/:id/plan',
    {
      bodyLimit: FILGRANS,
      schema: {
        ...TAGG,
        summary: 'Skriv in en ändrad eller utökad plan från papper',
        params: idSchema,
        body: z.object({ ...avskriften, underskriven, ansokan: fritt }),
        response: { 201: svarSchema, ...problemsvar },
      },
    },
    async (req, svar) => {
      const s = await medRoll(t.db, req, OFFICER)
      await lagetFor(t, req, req.params.id)
      const i = inkommet(t, req.body, 'Inskannad ansökan om plan', req.body.underskriven)
      const { kommando, dokument } = planansokan(
        t,
        { aktor: aktorAv(s), kanal: req.body.kanal, inkom: i.inkom, avskrift: i.avskrift, bilagor: i.bilagor },
        req.body.ansokan,
      )
      return svar.status(201).send(await kor(sessionen(req), req.params.id, { kommando, dokument: [...dokument, ...i.dokument] }))
    },
  )

  app.post(
    '/api/v1/forebyggande/arenden/:id/utlatande',
    {
      bodyLimit: FILGRANS,
      schema: {
        ...TAGG,
        summary: 'Skriv in ett läkarutlåtande från papper',
        params: idSchema,
        body: z.object({ ...avskriften, utlatande: fritt }),
        response: { 201: svarSchema, ...problemsvar },
      },
    },
    async (req, svar) => {
      await medRoll(t.db, req, OFFICER)
      await lagetFor(t, req, req.params.id)
      const i = inkommet(t, req.body, 'Inskannat läkarutlåtande', true)
      const { handling, dokument, varde } = utlatandet(
        { ...req.body.utlatande, papper: i.papper },
        { kanal: req.body.kanal, inkom: i.inkom },
      )
      return svar
        .status(201)
        .send(
          await kor(sessionen(req), req.params.id, {
            kommando: { typ: 'taEmotUtlatande', data: { handling, bilagor: i.bilagor, varde } },
            dokument: [...dokument, ...i.dokument],
          }),
        )
    },
  )

  app.post(
    '/api/v1/forebyggande/arenden/:id/ersattning',
    {
      bodyLimit: FILGRANS,
      schema: {
        ...TAGG,
        summary: 'Skriv in en ansökan om ersättning från papper',
        params: idSchema,
        body: z.object({ ...avskriften, underskriven, ersatter: z.string().optional(), ansokan: fritt }),
        response: { 201: svarSchema, ...problemsvar },
      },
    },
    async (req, svar) => {
      const s = await medRoll(t.db, req, OFFICER)
      await lagetFor(t, req, req.params.id)
      const i = inkommet(t, req.body, 'Inskannad ansökan om ersättning', req.body.underskriven)
      const { kommando, dokument } = ersattningsansokan(
        t,
        { aktor: aktorAv(s), kanal: req.body.kanal, inkom: i.inkom, avskrift: i.avskrift, bilagor: i.bilagor },
        req.body.ansokan,
        req.body.ersatter,
      )
      return svar.status(201).send(await kor(sessionen(req), req.params.id, { kommando, dokument: [...dokument, ...i.dokument] }))
    },
  )
}

export function registreraPapper(app: App, t: Tjanster): void {
  nyttPapper(app, t)
  papperIArende(app, t)
}
