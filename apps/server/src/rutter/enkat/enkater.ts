import { skyddadFrekvens, type SkyddadFrekvens } from '@atergang/analys/enkat'
import { indatafel, konflikt, type Roll } from '@atergang/arende'
import {
  andraEnkat,
  andraFragor,
  enkaterna,
  enkatfragor,
  enkatfrekvens,
  enkathandelser,
  enkatmottagare,
  enkatutskicken,
  laggTillMottagare,
  lasEnkathuvud,
  loggaAtkomst,
  noteraEnkat,
  skapaEnkat,
  somPerson,
  stangEnkat,
  taBortMottagare,
  type Fraga,
  type Frekvensrad,
  type Redovisas,
} from '@atergang/lager'
import { medManadsnamn } from '@atergang/kalender'
import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { medRoll, sessionen } from '../../auth/session.ts'
import { vackEnkater } from '../../jobb/enkat.ts'
import { bytesAv } from '../../tjanster/skanning.ts'
import { tabellen } from '../../tjanster/apr/kalkylblad.ts'
import { granskaFragor, granskaMottagare, LANSNAMN, lasMottagare, MOTTAGARMALL, somMottagare, STARTFRAGOR } from '../../tjanster/enkat.ts'
import { problemsvar } from '../scheman.ts'
import { enkatvySchema, fragorSchema, huvudSchema, installningSchema, mottagarradSchema, rader } from './scheman.ts'

const TAGG = { tags: ['Enkät'] }
export const LEDER: readonly Roll[] = ['analytiker', 'enhetschef']
export const params = z.object({ id: z.uuid('Adressen ska innehålla enkätens id.') })

/** Response rate by the one division that results are told by: two beside each other could be subtracted (ADR 0074). */
function frekvensen(f: readonly Frekvensrad[], av: Redovisas): SkyddadFrekvens[] {
  const per = new Map<string, { mottagare: number; svarande: number }>()
  for (const r of f) {
    const x = per.get(r[av]) ?? { mottagare: 0, svarande: 0 }
    per.set(r[av], { mottagare: x.mottagare + r.antal, svarande: x.svarande + (r.svarat ? r.antal : 0) })
  }
  return skyddadFrekvens(per)
}

async function vyn(q: Fraga, id: string, idag: string, roll: Roll): Promise<z.output<typeof enkatvySchema>> {
  const h = await lasEnkathuvud(q, id)
  const f = await enkatfrekvens(q, id)
  const svarEfter = new Map<number, number>()
  for (const r of f) if (r.svarat) svarEfter.set(r.efterPaminnelser ?? 0, (svarEfter.get(r.efterPaminnelser ?? 0) ?? 0) + r.antal)
  return {
    ...h,
    idag,
    fragor: await enkatfragor(q, id),
    antalMottagare: f.reduce((n, r) => n + r.antal, 0),
    antalSvarande: f.reduce((n, r) => n + (r.svarat ? r.antal : 0), 0),
    frekvens: frekvensen(f, h.redovisas),
    utskick: await enkatutskicken(q, id),
    svarEfterPaminnelser: [...svarEfter].sort((a, b) => a[0] - b[0]).map(([paminnelser, svar]) => ({ paminnelser, svar })),
    handelser: await enkathandelser(q, id),
    farKoda: roll === 'analytiker',
    lan: LANSNAMN,
  }
}

/** Surveys for those who run them: questions, recipients, days, how it goes. */
export function registreraEnkater(app: App, t: Tjanster): void {
  const se = async (req: FastifyRequest, id: string) => {
    const s = await medRoll(t.db, req, LEDER)
    return somPerson(t.db, sessionen(req), (q) => vyn(q, id, t.klocka.nu().dag, s.roll))
  }
  const gor = async (req: FastifyRequest, id: string, vad: (q: Fraga, s: Awaited<ReturnType<typeof medRoll>>) => Promise<unknown>) => {
    await medRoll(t.db, req, LEDER)
    await somPerson(t.db, sessionen(req), (q, s) => vad(q, s))
    return se(req, id)
  }

  app.get(
    '/api/v1/enkater',
    {
      schema: {
        ...TAGG,
        summary: 'Enkäter, senaste först',
        response: { 200: z.object({ idag: z.string(), rader: rader(huvudSchema) }), ...problemsvar },
      },
    },
    async (req) => {
      await medRoll(t.db, req, LEDER)
      return somPerson(t.db, sessionen(req), async (q) => ({ idag: t.klocka.nu().dag, rader: await enkaterna(q) }))
    },
  )

  app.post(
    '/api/v1/enkater',
    {
      schema: {
        ...TAGG,
        summary: 'Skapa en enkät, med registrets frågor som början',
        body: installningSchema,
        response: { 201: z.object({ id: z.string() }), ...problemsvar },
      },
    },
    async (req, svar) => {
      await medRoll(t.db, req, LEDER)
      const { dag } = t.klocka.nu()
      return svar.status(201).send({ id: await somPerson(t.db, sessionen(req), (q, s) => skapaEnkat(q, s, req.body, STARTFRAGOR, dag)) })
    },
  )

  app.get('/api/v1/enkater/mall.csv', { schema: { ...TAGG, summary: 'Mall för mottagare' } }, (_req, svar) =>
    svar
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="mottagare-mall.csv"')
      .send(MOTTAGARMALL as never),
  )

  app.get(
    '/api/v1/enkater/:id',
    {
      schema: {
        ...TAGG,
        summary: 'En enkät: frågor, datum, utskick och svarsfrekvens',
        params,
        response: { 200: enkatvySchema, ...problemsvar },
      },
    },
    (req) => se(req, req.params.id),
  )

  app.put(
    '/api/v1/enkater/:id',
    {
      schema: {
        ...TAGG,
        summary: 'Ändra namn, syfte och datum på ett utkast',
        params,
        body: installningSchema,
        response: { 200: enkatvySchema, ...problemsvar },
      },
    },
    (req) => gor(req, req.params.id, (q) => andraEnkat(q, req.params.id, req.body)),
  )

  app.put(
    '/api/v1/enkater/:id/fragor',
    {
      schema: {
        ...TAGG,
        summary: 'Ändra frågorna i ett utkast',
        params,
        body: z.object({ fragor: fragorSchema }),
        response: { 200: enkatvySchema, ...problemsvar },
      },
    },
    (req) => {
      const fel = granskaFragor(req.body.fragor)
      if (fel.length)
        throw indatafel(
          'felIFragorna',
          fel.length === 1 ? 'Något i frågorna behöver ändras.' : `${fel.length} saker i frågorna behöver ändras.`,
          fel,
        )
      return gor(req, req.params.id, (q) => andraFragor(q, req.params.id, req.body.fragor))
    },
  )

  registreraMottagare(app, t, gor)

  app.post(
    '/api/v1/enkater/:id/oppning',
    {
      schema: {
        ...TAGG,
        summary: 'Öppna enkäten: inbjudningar går ut på första dagen',
        params,
        response: { 200: enkatvySchema, ...problemsvar },
      },
    },
    async (req) => {
      await medRoll(t.db, req, LEDER)
      const { dag } = t.klocka.nu()
      await somPerson(t.db, sessionen(req), async (q, s) => {
        const e = await lasEnkathuvud(q, req.params.id, { las: true })
        if (e.tillstand !== 'utkast') throw konflikt('redanOppnad', 'Enkäten är redan öppnad.')
        if (e.stanger < dag)
          throw indatafel('passerat', 'Sista svarsdagen har passerat. Ändra datumen först.', [
            { falt: 'stanger', text: 'Välj en senare dag.' },
          ])
        if ((await enkatfragor(q, e.id)).length === 0)
          throw indatafel('ingaFragor', 'Enkäten har inga frågor.', [{ falt: 'fragor', text: 'Lägg till minst en fråga.' }])
        if ((await enkatmottagare(q, e.id)).length === 0)
          throw indatafel('ingaMottagare', 'Enkäten har inga mottagare.', [
            { falt: 'mottagare', text: 'Lägg till eller läs in minst en mottagare.' },
          ])
        await q.updateTable('app.enkat').set({ tillstand: 'oppen' }).where('id', '=', e.id).execute()
        await noteraEnkat(
          q,
          s,
          e.id,
          dag,
          e.oppnar > dag ? `Öppnade enkäten. Inbjudningarna går ut ${medManadsnamn(e.oppnar)}.` : 'Öppnade enkäten. Inbjudningarna går ut.',
        )
      })
      await vackEnkater(t)
      return se(req, req.params.id)
    },
  )

  app.post(
    '/api/v1/enkater/:id/stangning',
    {
      schema: {
        ...TAGG,
        summary: 'Stäng enkäten före sista dagen: svaren skiljs från mottagarna för gott',
        params,
        response: { 200: enkatvySchema, ...problemsvar },
      },
    },
    async (req) => {
      const vy = await gor(req, req.params.id, async (q, s) => {
        const e = await lasEnkathuvud(q, req.params.id)
        const { dag } = t.klocka.nu()
        if (!(await stangEnkat(q, e.id, dag)))
          throw konflikt('ejOppen', e.tillstand === 'utkast' ? 'Enkäten är inte öppnad.' : 'Enkäten är redan stängd.')
        await noteraEnkat(q, s, e.id, dag, 'Stängde enkäten. Adresser, länkar och svar som inte lämnats är borttagna.')
      })
      await vackEnkater(t)
      return vy
    },
  )
}

type Gor = (
  req: FastifyRequest,
  id: string,
  vad: (q: Fraga, s: Awaited<ReturnType<typeof medRoll>>) => Promise<unknown>,
) => Promise<z.output<typeof enkatvySchema>>

function registreraMottagare(app: App, t: Tjanster, gor: Gor): void {
  app.get(
    '/api/v1/enkater/:id/mottagare',
    {
      schema: {
        ...TAGG,
        summary: 'Mottagare: adress till dess enkäten stänger. Vem som har svarat visas aldrig',
        params,
        response: { 200: z.object({ rader: rader(mottagarradSchema) }), ...problemsvar },
      },
    },
    async (req) => {
      await medRoll(t.db, req, LEDER)
      return somPerson(t.db, sessionen(req), async (q, s) => {
        const e = await lasEnkathuvud(q, req.params.id)
        await loggaAtkomst(q, s, `enkät: mottagarna i ${e.namn}`.slice(0, 500), null, null)
        return { rader: await enkatmottagare(q, e.id) }
      })
    },
  )

  app.post(
    '/api/v1/enkater/:id/mottagare',
    {
      schema: {
        ...TAGG,
        summary: 'Lägg till en mottagare',
        params,
        body: z.object({
          adress: z.string().max(300),
          lan: z.string().max(100),
          omrade: z.string().max(200).default(''),
          roll: z.string().max(200),
        }),
        response: { 200: enkatvySchema, ...problemsvar },
      },
    },
    async (req) => {
      const m = somMottagare(req.body)
      const FALT = { adress: 'adress', län: 'lan', område: 'omrade', roll: 'roll' } as const
      const fel = granskaMottagare(m).map((f) => ({ falt: FALT[f.kolumn], text: f.text }))
      if (fel.length) throw indatafel('felMottagare', 'Något i mottagaren behöver ändras.', fel)
      const vy = await gor(req, req.params.id, (q, s) => laggTillMottagare(q, s, req.params.id, [m], t.klocka.nu().dag, () => 'adress'))
      await vackEnkater(t)
      return vy
    },
  )

  app.post(
    '/api/v1/enkater/:id/mottagare/fil',
    {
      schema: {
        ...TAGG,
        summary: 'Läs in mottagare ur CSV eller Excel: alla eller ingen, varje fel med rad och kolumn',
        params,
        body: z.object({ innehall: z.string().min(1, 'Välj en fil.') }),
        response: { 200: enkatvySchema, ...problemsvar },
      },
    },
    async (req) => {
      await medRoll(t.db, req, LEDER)
      const { mottagare, radnr } = lasMottagare(await tabellen(bytesAv(req.body.innehall)))
      const vy = await gor(req, req.params.id, (q, s) =>
        laggTillMottagare(q, s, req.params.id, mottagare, t.klocka.nu().dag, (i) => `rad ${radnr[i]!}, kolumn adress`),
      )
      await vackEnkater(t)
      return vy
    },
  )

  app.delete(
    '/api/v1/enkater/:id/mottagare/:mottagare',
    {
      schema: {
        ...TAGG,
        summary: 'Ta bort en mottagare ur ett utkast',
        params: params.extend({ mottagare: z.uuid() }),
        response: { 200: enkatvySchema, ...problemsvar },
      },
    },
    (req) => gor(req, req.params.id, (q, s) => taBortMottagare(q, s, req.params.id, req.params.mottagare, t.klocka.nu().dag)),
  )
}
