import { Domanfel } from '@atergang/arende'
import { forhandskollFore, forhandsuppgifterSchema, FORMULAR, las, minForebyggande } from '@atergang/formaner'
import { lasLagen, personensArenden, skapaUtlatandelank, somPerson, somSystemet } from '@atergang/lager'
import * as z from 'zod'
import type { App, Tjanster } from '../../../app.ts'
import { FORMAN, kantOm, oppnaPlanarende, planansokan, utlatandeadress } from '../../../tjanster/forebyggande.ts'
import { medborgaren, svarSchema, type Medborgare } from '../../../tjanster/medborgare.ts'
import { personMedId } from '../../../tjanster/personer.ts'
import { idSchema, problemsvar } from '../../scheman.ts'
import { datum, forhandskollSchema, kantSchema, minForebyggandeSchema, rader } from '../scheman.ts'
import { BAS, egetLage, fritt, iEget, kasta, spara, sparat, TAGG, utkastet, utkastSchema } from './gemensamt.ts'

const PLANUTKAST = 'forebyggande-plan'

const egnaArenden = async (t: Tjanster, m: Medborgare) => {
  const rader = (await somPerson(t.db, m.session, (q) => personensArenden(q, m.personId))).filter((r) => r.forman === FORMAN)
  const lagen = await lasLagen(
    t.db,
    { session: m.session },
    rader.map((r) => r.id),
  )
  return lagen.map((l) => minForebyggande(l, t.klocka.nu().dag))
}

/** What is known before an application, and what a plan would reach. */
function oversiktsrutter(app: App, t: Tjanster): void {
  app.get(
    BAS,
    {
      schema: {
        ...TAGG,
        summary: 'Mina planer, påbörjad ansökan och det vi redan vet',
        response: {
          200: z.object({
            namn: z.string(),
            idag: datum,
            formularversion: z.string(),
            ...utkastSchema,
            kant: kantSchema,
            sgiKand: z.boolean(),
            arenden: rader(minForebyggandeSchema),
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      const m = await medborgaren(t, req)
      const { kant, fore } = await kantOm(t, m.personId)
      return {
        namn: m.s.namn,
        idag: t.klocka.nu().dag,
        formularversion: FORMULAR.plan,
        ...(await utkastet(t, m, PLANUTKAST)),
        kant,
        sgiKand: fore.sgi !== null,
        arenden: await egnaArenden(t, m),
      }
    },
  )

  app.post(
    `${BAS}/forhandskoll`,
    {
      schema: {
        ...TAGG,
        summary: 'Information före ansökan: vad som avgörs när, vilka dagar som når en fjärdedel, ungefär vad en dag ger. Inget sparas',
        body: fritt,
        response: { 200: forhandskollSchema, ...problemsvar },
      },
    },
    async (req) => {
      const m = await medborgaren(t, req)
      const { fore } = await kantOm(t, m.personId)
      return forhandskollFore(las(forhandsuppgifterSchema, req.body), t.klocka.nu().dag, fore)
    },
  )
}

/** The application for approval of a plan: begun, thrown away, sent. */
function ansokansrutter(app: App, t: Tjanster): void {
  app.put(
    `${BAS}/plan`,
    { schema: { ...TAGG, summary: 'Spara påbörjad ansökan om plan', body: z.object({ innehall: z.unknown() }), response: sparat } },
    async (req) => {
      const m = await medborgaren(t, req)
      return spara(t, m, PLANUTKAST, null, req.body.innehall)
    },
  )

  app.delete(
    `${BAS}/plan`,
    { schema: { ...TAGG, summary: 'Kasta påbörjad ansökan om plan', response: { 204: z.null(), ...problemsvar } } },
    async (req, svar) => {
      const m = await medborgaren(t, req)
      await kasta(t, m, PLANUTKAST)
      return svar.status(204).send(null)
    },
  )

  app.post(
    `${BAS}/plan`,
    {
      schema: {
        ...TAGG,
        summary: 'Skriv under och skicka ansökan om godkännande av plan; med arendeId ändras eller utökas den planen',
        body: z.object({ arendeId: z.uuid().optional(), ansokan: fritt }),
        response: { 201: svarSchema.extend({ nummer: z.string() }), ...problemsvar },
      },
    },
    async (req, svar) => {
      const m = await medborgaren(t, req)
      const { kommando, dokument } = planansokan(t, { aktor: m.aktor, kanal: 'minaSidor' }, req.body.ansokan)
      const { arendeId } = req.body
      let resultat: { arendeId: string; version: number; nummer: string }
      if (arendeId) {
        const l = await egetLage(t, m, arendeId)
        resultat = { ...(await iEget(t, m, arendeId, () => kommando, dokument)), nummer: l.arende.nummer }
      } else {
        const person = await personMedId(t, m.personId)
        if (!person) throw new Domanfel('saknas', 'personSaknas', 'Logga in igen.')
        resultat = await oppnaPlanarende(t, { person, aktor: m.aktor, forsta: [kommando], dokument })
      }
      await kasta(t, m, PLANUTKAST)
      return svar.status(201).send({ arendeId: resultat.arendeId, version: resultat.version, nummer: resultat.nummer })
    },
  )
}

/** One case, and the link by which the doctor fills in the statement. */
function arenderutter(app: App, t: Tjanster): void {
  app.get(
    `${BAS}/:id`,
    {
      schema: {
        ...TAGG,
        summary: 'Mitt ärende: läget, vad som är beslutat och inte, vad som väntas av mig',
        params: idSchema,
        response: { 200: minForebyggandeSchema, ...problemsvar },
      },
    },
    async (req) => {
      const m = await medborgaren(t, req)
      return minForebyggande(await egetLage(t, m, req.params.id), t.klocka.nu().dag)
    },
  )

  app.post(
    `${BAS}/:id/utlatandelank`,
    {
      schema: {
        ...TAGG,
        summary: 'Skapa en länk med kod som läkaren fyller i utlåtandet med; koden visas en gång och tidigare länkar slutar gälla',
        params: idSchema,
        response: { 201: z.object({ lank: z.string(), kod: z.string(), giltigTill: datum }), ...problemsvar },
      },
    },
    async (req, svar) => {
      const m = await medborgaren(t, req)
      const l = await egetLage(t, m, req.params.id)
      if (l.avslutat)
        throw new Domanfel('konflikt', 'arendetAvslutat', 'Ärendet är avslutat. Ansök på nytt om du vill ha en ny plan prövad.')
      const lank = await somSystemet(t.db, (q) =>
        skapaUtlatandelank(q, { arendeId: l.arende.id, begaranId: null, av: m.s.anvandare, dag: t.klocka.nu().dag, ensam: true }),
      )
      return svar.status(201).send({ lank: utlatandeadress(t, lank.id), kod: lank.kod, giltigTill: lank.giltigTill })
    },
  )
}

export function planrutter(app: App, t: Tjanster): void {
  oversiktsrutter(app, t)
  ansokansrutter(app, t)
  arenderutter(app, t)
}
