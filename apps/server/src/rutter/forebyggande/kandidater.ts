import { Domanfel, konflikt } from '@atergang/arende'
import {
  gallrasEfter,
  granskaKandidatsteg,
  granskaSignal,
  type Kandidatkalla,
  KANDIDATKALLOR,
  kandidatKlar,
  KANDIDATSTATUS,
  type Kandidatstatus,
  nastaKandidatstatus,
  nycklar,
} from '@atergang/formaner'
import {
  aktorAv,
  kandidaterna,
  kandidaterOm,
  kopplingsbara,
  laggTillKandidat,
  lasKandidat,
  lasOverlamning,
  loggaAtkomstOm,
  loggaPersonlista,
  somPerson,
  somSystemet,
  stegaKandidat,
  type Fraga,
  type Kandidat,
} from '@atergang/lager'
import type { Aktor } from '@atergang/arende'
import { medManadsnamn, type Datum } from '@atergang/kalender'
import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { medRoll, sessionen } from '../../auth/session.ts'
import { enhetFor } from '../../tjanster/enheter.ts'
import { arendeAttKoppla, fullfoljSteg, genast, overlamningen } from '../../tjanster/overlamningar.ts'
import { medborgaren } from '../../tjanster/medborgare.ts'
import { kandPerson, personMedId, somPersonnummer } from '../../tjanster/personer.ts'
import { arVarden, VARDEN } from '../intyg.ts'
import { idSchema, problemsvar } from '../scheman.ts'
import { datum, kandidatSchema, rader } from './scheman.ts'

const TAGG = { tags: ['Förebyggande sjukpenning'] }
const OFFICER = ['handlaggare', 'specialist'] as const

const FORMAN = 'forebyggande-sjukpenning'

/** The list with what each came from, and the open cases that it can lead to. */
async function kandidatvyer(
  q: Fraga,
  alla: readonly Kandidat[],
  personer: readonly { id: string; personnummer: string }[],
): Promise<z.input<typeof kandidatSchema>[]> {
  const arenden = (
    await kopplingsbara(
      q,
      personer.map((p) => p.id),
    )
  ).filter((a) => a.forman === FORMAN)
  const fran = new Map<string, { nummer: string; av: string }>()
  for (const k of alla) {
    const o = k.overlamning ? await lasOverlamning(q, k.overlamning) : null
    if (o) fran.set(k.id, { nummer: o.nummer, av: o.av })
  }
  const egna = (k: Kandidat) =>
    arenden
      .filter((a) => personer.some((p) => p.id === a.personId && p.personnummer === k.personnummer))
      .map(({ arendeId, nummer, inlett }) => ({ arendeId, nummer, inlett }))
  return alla.map((k) => ({ ...k, nasta: nastaKandidatstatus(k.status), overlamning: fran.get(k.id) ?? null, arenden: egna(k) }))
}

const signal = {
  personnummer: z.string(),
  namn: z.string().trim().min(1, 'Skriv personens namn.').max(200),
  text: z.string().trim().min(1, 'Skriv varför förmånen kan passa.').max(2000),
}
const utanPerson = z.object({ text: signal.text })
const mottagen = { 201: z.object({ mottagen: datum }), ...problemsvar }

/** Takes a signal down. The answer says nothing of whether the person is known. @throws {Domanfel} */
async function taEmot(
  t: Tjanster,
  k: { kalla: Kandidatkalla; uppgiftslamnare: string; samtycke: boolean; personnummer: string; namn: string; text: string },
  av: Aktor,
  enhet?: string,
): Promise<{ id: string; mottagen: Datum }> {
  granskaSignal(k)
  const personnummer = somPersonnummer(k.personnummer)
  if (!personnummer)
    throw new Domanfel('indata', 'felPersonnummer', 'Skriv personnumret med tolv siffror.', [
      { falt: 'personnummer', text: 'Skriv ÅÅÅÅMMDD-NNNN.' },
    ])
  const kand = await kandPerson(t, personnummer)
  const { dag } = t.klocka.nu()
  const id = await somSystemet(t.db, (q) =>
    laggTillKandidat(q, { ...k, personnummer, enhet: kand?.lan ? enhetFor(kand.lan) : (enhet ?? enhetFor('')), dag }, av),
  )
  return { id, mottagen: dag }
}

async function personenSjalv(t: Tjanster, req: FastifyRequest) {
  const m = await medborgaren(t, req)
  const person = await personMedId(t, m.personId)
  if (!person) throw new Domanfel('saknas', 'personSaknas', 'Logga in igen.')
  return { person, aktor: m.aktor }
}

/** What a person sees of it: what officers have written of their own stays with them. */
const egenSignalSchema = z
  .object({
    id: z.string(),
    dag: datum,
    kalla: z.string(),
    uppgiftslamnare: z.string(),
    text: z.string(),
    status: z.string(),
    senaste: datum,
    tasBort: datum,
    klar: z.boolean(),
  })
  .meta({ id: 'EgenSignal' })
const egenvy = (k: Kandidat): z.input<typeof egenSignalSchema> => ({
  id: k.id,
  dag: k.dag,
  kalla: k.kalla,
  uppgiftslamnare: k.uppgiftslamnare,
  text: k.kalla === 'handlaggare' ? '' : k.text,
  status: k.status,
  senaste: k.senaste,
  tasBort: gallrasEfter(k.senaste),
  klar: kandidatKlar(k.status),
})

export function registreraKandidater(app: App, t: Tjanster): void {
  kandidatlistan(app, t)
  stegen(app, t)
  egetIntresse(app, t)
  signalerUtifran(app, t)
}

function kandidatlistan(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/forebyggande/kandidater',
    {
      schema: {
        ...TAGG,
        summary: 'Personer som förmånen kan passa, innan det finns ett ärende',
        response: { 200: z.object({ idag: datum, rader: rader(kandidatSchema) }), ...problemsvar },
      },
    },
    async (req) => {
      await medRoll(t.db, req, ['handlaggare', 'specialist', 'enhetschef'])
      return somPerson(t.db, sessionen(req), async (q, s) => {
        const alla = await kandidaterna(q)
        const kanda = alla.length
          ? await q
              .selectFrom('app.person')
              .select(['id', 'personnummer'])
              .where(
                'personnummer',
                'in',
                alla.map((k) => k.personnummer),
              )
              .execute()
          : []
        const { dag } = t.klocka.nu()
        await loggaPersonlista(
          q,
          s,
          'kandidater',
          dag,
          alla.map((k) => k.personnummer),
        )
        return { idag: dag, rader: await kandidatvyer(q, alla, kanda) }
      })
    },
  )

  app.post(
    '/api/v1/forebyggande/kandidater',
    {
      schema: {
        ...TAGG,
        summary:
          'Skriv upp någon på listan: vem som lämnade uppgiften, och att personen har samtyckt när den kommer från vård eller arbetsgivare',
        body: z.object({
          ...signal,
          kalla: z.enum(nycklar(KANDIDATKALLOR), { message: 'Välj vem uppgiften kommer från.' }),
          uppgiftslamnare: z.string().trim().min(1, 'Skriv vem som lämnade uppgiften.').max(200),
          samtycke: z.boolean().default(false),
        }),
        response: { 201: z.object({ id: z.string() }), ...problemsvar },
      },
    },
    async (req, svar) => {
      const s = await medRoll(t.db, req, OFFICER)
      const { id } = await taEmot(t, req.body, aktorAv(s), s.enhet)
      return svar.status(201).send({ id })
    },
  )
}

function stegen(app: App, t: Tjanster): void {
  app.post(
    '/api/v1/forebyggande/kandidater/:id/steg',
    {
      schema: {
        ...TAGG,
        summary: 'Vad som har gjorts: kontaktad, informerad, har ansökt, vill inte, inte aktuell',
        params: idSchema,
        body: z.object({
          status: z.enum(nycklar(KANDIDATSTATUS), { message: 'Välj vad som har hänt.' }),
          text: z.string().trim().min(1, 'Skriv vad som har gjorts.').max(2000),
          kallaNamnd: z.boolean().optional(),
          arendeId: z.uuid().optional(),
        }),
        response: { 200: kandidatSchema, ...problemsvar },
      },
    },
    async (req) => {
      const s = await medRoll(t.db, req, OFFICER)
      const { kallaNamnd, ...b } = req.body
      const session = sessionen(req)
      const status = b.status as Kandidatstatus
      const fore = await somPerson(t.db, session, (q) => lasKandidat(q, req.params.id))
      if (!fore) throw new Domanfel('saknas', 'kandidatenFinnsInte', 'Personen finns inte på listan.')
      if (b.arendeId)
        await arendeAttKoppla(t, session, b.arendeId, {
          forman: FORMAN,
          arPersonens: (_id, personnummer) => personnummer === fore.personnummer,
        })
      const o = fore.overlamning ? await overlamningen(t, fore.overlamning) : null
      const { vy, stegId } = await somPerson(t.db, sessionen(req), async (q) => {
        const k = await lasKandidat(q, req.params.id)
        if (!k) throw new Domanfel('saknas', 'kandidatenFinnsInte', 'Personen finns inte på listan.')
        const person = await q.selectFrom('app.person').select('id').where('personnummer', '=', k.personnummer).executeTakeFirst()
        await loggaAtkomstOm(q, s, 'skrev i listan över kandidater', k.personnummer, b.arendeId ?? null)
        granskaKandidatsteg(k.status, { status, text: b.text, kallaNamnd }, k.kalla)
        const stegId = await stegaKandidat(q, k.id, b, aktorAv(s), t.klocka.nu().dag)
        // With the step or not at all: those who handed the person over hear of it though the server dies in the next moment.
        if (o) await t.lager.koa(q, [{ slag: 'foljd', arendeId: o.arendeId, vad: 'kandidatsteg', om: String(stegId), av: aktorAv(s) }])
        return {
          stegId,
          vy: (await kandidatvyer(q, [(await lasKandidat(q, k.id))!], person ? [{ id: person.id, personnummer: k.personnummer }] : []))[0]!,
        }
      })
      await genast(req, () => fullfoljSteg(t, aktorAv(s), stegId))
      return vy
    },
  )
}

function egetIntresse(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/mina-sidor/forebyggande/intresse',
    {
      schema: {
        tags: ['Mina sidor: förebyggande sjukpenning'],
        summary: 'Det som är lämnat om mig utan ansökan, av mig eller någon annan: vem, när, vad som har hänt och hur länge det sparas',
        response: { 200: z.object({ rader: rader(egenSignalSchema) }), ...problemsvar },
      },
    },
    async (req) => {
      const { person: p } = await personenSjalv(t, req)
      return { rader: (await somSystemet(t.db, (q) => kandidaterOm(q, p.personnummer))).map(egenvy) }
    },
  )

  app.post(
    '/api/v1/mina-sidor/forebyggande/intresse',
    {
      schema: {
        tags: ['Mina sidor: förebyggande sjukpenning'],
        summary: 'Be om att bli kontaktad om förmånen',
        body: utanPerson,
        response: mottagen,
      },
    },
    async (req, svar) => {
      const { person: p, aktor } = await personenSjalv(t, req)
      const vantar = (await somSystemet(t.db, (q) => kandidaterOm(q, p.personnummer))).find(
        (k) => k.kalla === 'forsakrad' && !kandidatKlar(k.status),
      )
      if (vantar) throw konflikt('redanAnmald', `Du har redan hört av dig, ${medManadsnamn(vantar.dag)}. Vi kontaktar dig.`)
      const { mottagen: dag } = await taEmot(
        t,
        {
          kalla: 'forsakrad',
          uppgiftslamnare: 'Personen själv',
          samtycke: true,
          personnummer: p.personnummer,
          namn: `${p.fornamn} ${p.efternamn}`.trim(),
          text: req.body.text,
        },
        aktor,
      )
      return svar.status(201).send({ mottagen: dag })
    },
  )
}

function signalerUtifran(app: App, t: Tjanster): void {
  app.post(
    '/api/v1/arbetsgivare/signal',
    {
      schema: {
        tags: ['Arbetsgivare'],
        summary: 'Tipsa om någon som förebyggande sjukpenning kan passa, med personens samtycke',
        body: z.object({ ...signal, samtycke: z.boolean() }),
        response: mottagen,
      },
    },
    async (req, svar) => {
      const s = await medRoll(t.db, req, ['arbetsgivare'])
      const { mottagen: dag } = await taEmot(t, { ...req.body, kalla: 'arbetsgivare', uppgiftslamnare: s.namn }, aktorAv(s))
      return svar.status(201).send({ mottagen: dag })
    },
  )

  app.post(
    '/api/v1/vard/signal',
    {
      schema: {
        tags: ['Intyg'],
        summary: 'Tipsa om en patient som förebyggande sjukpenning kan passa, med patientens samtycke',
        body: z.object({ ...signal, vardenhet: z.string().trim().min(1, 'Skriv vårdenheten.').max(200), samtycke: z.boolean() }),
        response: mottagen,
      },
    },
    async (req, svar) => {
      if (!arVarden(t, req)) throw new Domanfel('behorighet', 'ejInloggad', 'Vården loggar in med sin nyckel (Authorization: Bearer …).')
      const { mottagen: dag } = await taEmot(t, { ...req.body, kalla: 'vard', uppgiftslamnare: req.body.vardenhet }, VARDEN)
      return svar.status(201).send({ mottagen: dag })
    },
  )
}
