import { Domanfel, konflikt } from '@atergang/arende'
import { FORMULAR, harPersonnummer, nycklar } from '@atergang/formaner'
import { dagarMellan, type Datum } from '@atergang/kalender'
import {
  aktorAv,
  besvaraForslag,
  egnaForslag,
  foresla,
  foreslaUtifran,
  formularforslag,
  oppnaUtlatandelank,
  somPerson,
  somSystemet,
  type Formularforslag,
  type Forslagskalla,
} from '@atergang/lager'
import { forslagObesvarat, vardetDen } from '@atergang/regelverk'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { medRoll, sessionen } from '../../auth/session.ts'
import { idSchema, problemsvar } from '../scheman.ts'
import { datum, forslagSchema, rader } from './scheman.ts'
import { utlatandekod } from './utlatande.ts'

const TAGG = { tags: ['Förebyggande sjukpenning'] }
/** What is suggested and answered is read all over the country: no person has a place in it. */
const utanPersonnummer = (krav: string, hogst = 4000) =>
  z
    .string()
    .trim()
    .min(1, krav)
    .max(hogst, `Högst ${hogst} tecken.`)
    .refine((x) => !harPersonnummer(x), 'Texten ser ut att innehålla ett personnummer. Ta bort det: förslagen läses i hela landet.')
const falt = utanPersonnummer('Skriv fältet.', 100).optional()
const text = utanPersonnummer('Skriv vad som bör ändras och varför.')

const forslagsvy = (f: Formularforslag, idag: Datum): z.input<typeof forslagSchema> => ({
  ...f,
  forsenat: f.status === 'ny' && dagarMellan(f.dag, idag) > vardetDen(forslagObesvarat, f.dag),
})

const egetSchema = forslagSchema
  .pick({ id: true, formular: true, version: true, falt: true, text: true, dag: true, status: true })
  .extend({ svar: rader(z.object({ status: z.string(), svar: z.string(), inforsI: z.string().nullable(), dag: datum })) })
  .meta({ id: 'EgetForslag' })
const egetvy = ({ id, formular, version, falt: f, text: vad, dag, status, svar }: Formularforslag): z.input<typeof egetSchema> => ({
  id,
  formular,
  version,
  falt: f,
  text: vad,
  dag,
  status,
  svar: svar.map((s) => ({ status: s.status, svar: s.svar, inforsI: s.inforsI, dag: s.dag })),
})

/** Those who fill in the forms suggest by their own way in, and see what came of it. */
function forslagUtifran(app: App, t: Tjanster): void {
  const lamna = async (
    fran: Forslagskalla,
    agare: string,
    formular: keyof typeof FORMULAR,
    f: { falt?: string | undefined; text: string },
  ) =>
    somSystemet(t.db, async (q) => {
      await foreslaUtifran(q, { ...f, formular, version: FORMULAR[formular] }, fran, agare, t.klocka.nu().dag)
      return { rader: (await egnaForslag(q, agare)).map(egetvy) }
    })
  const egna = async (agare: string) => ({ rader: (await somSystemet(t.db, (q) => egnaForslag(q, agare))).map(egetvy) })
  const svaret = z.object({ rader: rader(egetSchema) })
  const inloggade = [
    {
      vag: '/api/v1/mina-sidor/forebyggande/forslag',
      roll: 'forsakrad',
      tagg: 'Mina sidor: förebyggande sjukpenning',
      formular: ['plan', 'ersattning'],
    },
    { vag: '/api/v1/arbetsgivare/forslag', roll: 'arbetsgivare', tagg: 'Arbetsgivare', formular: ['arbetsgivare'] },
  ] as const
  for (const i of inloggade) {
    app.get(
      i.vag,
      { schema: { tags: [i.tagg], summary: 'Mina förslag på formulären, med svar', response: { 200: svaret, ...problemsvar } } },
      async (req) => egna((await medRoll(t.db, req, [i.roll])).anvandare),
    )
    app.post(
      i.vag,
      {
        schema: {
          tags: [i.tagg],
          summary: 'Föreslå en ändring av ett formulär',
          body: z.object({ formular: z.enum(i.formular as readonly (keyof typeof FORMULAR)[], { message: 'Välj formulär.' }), falt, text }),
          response: { 201: svaret, ...problemsvar },
        },
      },
      async (req, svar) => {
        const s = await medRoll(t.db, req, [i.roll])
        return svar.status(201).send(await lamna(i.roll, s.anvandare, req.body.formular, req.body))
      },
    )
  }

  const lank = z.object({ id: z.uuid('Länken är inte hel. Kopiera hela adressen.') })
  const agareAv = async (id: string, k: string): Promise<string> => {
    await oppnaUtlatandelank(t.db, id, k, t.klocka.nu())
    return `utlatandelank:${id}`
  }
  app.post(
    '/api/v1/utlatande/:id/forslag/egna',
    {
      schema: {
        tags: ['Läkarutlåtande'],
        summary: 'Förslag på formuläret som är lämnade med länken, med svar',
        params: lank,
        body: z.object({ kod: utlatandekod }),
        response: { 200: svaret, ...problemsvar },
      },
    },
    async (req) => egna(await agareAv(req.params.id, req.body.kod)),
  )
  app.post(
    '/api/v1/utlatande/:id/forslag',
    {
      schema: {
        tags: ['Läkarutlåtande'],
        summary: 'Föreslå en ändring av utlåtandets formulär',
        params: lank,
        body: z.object({ kod: utlatandekod, falt, text }),
        response: { 201: svaret, ...problemsvar },
      },
    },
    async (req, svar) => svar.status(201).send(await lamna('vard', await agareAv(req.params.id, req.body.kod), 'utlatande', req.body)),
  )
}

/** Suggestions on the forms, with the answer that everybody sees (B025). */
export function registreraForslag(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/forebyggande/forslag',
    {
      schema: {
        ...TAGG,
        summary: 'Förslag på formulären, med svar',
        response: { 200: z.object({ idag: datum, rader: rader(forslagSchema) }), ...problemsvar },
      },
    },
    async (req) => {
      await medRoll(t.db, req, ['handlaggare', 'specialist', 'fmr', 'enhetschef', 'analytiker'])
      const idag = t.klocka.nu().dag
      return { idag, rader: (await somPerson(t.db, sessionen(req), formularforslag)).map((f) => forslagsvy(f, idag)) }
    },
  )

  app.post(
    '/api/v1/forebyggande/forslag',
    {
      schema: {
        ...TAGG,
        summary: 'Föreslå en ändring av ett formulär',
        body: z.object({
          formular: z.enum(nycklar(FORMULAR), { message: 'Välj formulär.' }),
          version: utanPersonnummer('Skriv formulärets version.', 50),
          falt,
          text,
        }),
        response: { 201: z.object({ id: z.string() }), ...problemsvar },
      },
    },
    async (req, svar) => {
      const s = await medRoll(t.db, req, ['handlaggare', 'specialist', 'fmr', 'enhetschef'])
      return svar
        .status(201)
        .send({
          id: await somPerson(t.db, sessionen(req), (q) => foresla(q, { ...req.body, enhet: s.enhet }, aktorAv(s), t.klocka.nu().dag)),
        })
    },
  )

  app.post(
    '/api/v1/forebyggande/forslag/:id/svar',
    {
      schema: {
        ...TAGG,
        summary: 'Svara på ett förslag. Specialister',
        params: idSchema,
        body: z.object({
          status: z.enum(['bedoms', 'infors', 'avslas'], { message: 'Välj vad som händer med förslaget.' }),
          svar: utanPersonnummer('Skriv svaret.'),
          inforsI: utanPersonnummer('Skriv versionen.', 100).optional(),
        }),
        response: { 204: z.null(), ...problemsvar },
      },
    },
    async (req, svar) => {
      const s = await medRoll(t.db, req, ['specialist'])
      if (req.body.status === 'infors' && !req.body.inforsI)
        throw new Domanfel('indata', 'inforsISaknas', 'Skriv i vilken version av formuläret ändringen införs.', [
          { falt: 'inforsI', text: 'Skriv versionen.' },
        ])
      await somPerson(t.db, sessionen(req), async (q) => {
        const f = (await formularforslag(q)).find((x) => x.id === req.params.id)
        if (!f) throw new Domanfel('saknas', 'forslagetFinnsInte', 'Förslaget finns inte.')
        if (f.status === 'infors' || f.status === 'avslas')
          throw konflikt('redanBesvarat', `Förslaget är redan besvarat av ${f.svar.at(-1)!.av}.`)
        await besvaraForslag(q, { forslag: f.id, ...req.body }, aktorAv(s), t.klocka.nu().dag)
      })
      return svar.status(204).send(null)
    },
  )
  forslagUtifran(app, t)
}
