import { Domanfel, arOppen, type Aktor, type Kommando } from '@atergang/arende'
import {
  ansokanErsattningSchema,
  arbetsschemaSchema,
  arbetssokandeSchema,
  arsarbetstidSchema,
  forhandskollFore,
  forhandsuppgifterSchema,
  FORMULAR,
  FULLFOLJD,
  godkandaBehandlingar,
  las,
  minForebyggande,
  saknasIErsattningen,
  datumSchema,
  type AnsokanErsattning,
  type Flage,
} from '@atergang/formaner'
import {
  aktorAv,
  lasArende,
  lasUtkast,
  personensArenden,
  skapaUtlatandelank,
  somPerson,
  somSystemet,
  sparaUtkast,
  taBortUtkast,
  type Sessionsrad,
} from '@atergang/lager'
import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { medRoll, sessionen } from '../../auth/session.ts'
import {
  ersattningsansokan,
  FORMAN,
  kantOm,
  oppnaPlanarende,
  planansokan,
  somForebyggande,
  utlatandeadress,
} from '../../tjanster/forebyggande.ts'
import { personMedId } from '../../tjanster/personer.ts'
import { idSchema, problemsvar } from '../scheman.ts'
import { datum, forhandskollSchema, kantSchema, minForebyggandeSchema, rader } from './scheman.ts'

const TAGG = { tags: ['Mina sidor: förebyggande sjukpenning'] }
const BAS = '/api/v1/mina-sidor/forebyggande'
const PLANUTKAST = 'forebyggande-plan'
/** One for each case: a claim half filled in. */
const ersattningsutkast = (arendeId: string): string => `forebyggande-ersattning/${arendeId}`

const svarSchema = z.object({ arendeId: z.string(), version: z.number() })
const utkastSchema = { utkast: z.unknown().nullable(), andrat: z.string().nullable() }
const sparat = { 200: z.object({ andrat: z.string() }), ...problemsvar }
const fritt = z.record(z.string(), z.unknown())

interface Medborgare {
  readonly s: Sessionsrad
  readonly personId: string
  readonly aktor: Aktor
}

/** Who has signed in is known: also one who has never been ill (see `personVidInloggning`). */
async function medborgaren(t: Tjanster, req: FastifyRequest): Promise<Medborgare> {
  const s = await medRoll(t.db, req, ['forsakrad'])
  if (!s.person_id)
    throw new Domanfel('saknas', 'personSaknas', 'Vi känner inte igen personnumret i din inloggning. Logga in igen, eller ring oss.')
  return { s, personId: s.person_id, aktor: aktorAv(s) }
}

async function egetLage(t: Tjanster, req: FastifyRequest, arendeId: string): Promise<Flage> {
  const eget = await lasArende(t.db, { session: sessionen(req) }, arendeId)
  if (!eget) throw new Domanfel('saknas', 'arendetFinnsInte', 'Ärendet finns inte bland dina ärenden.')
  return somForebyggande(eget.lage)
}

/** Commands of the insured go the system's way, after it is tried that the case is the person's own. */
async function iEget(
  t: Tjanster,
  m: Medborgare,
  arendeId: string,
  kommando: Kommando,
  dokument: Parameters<Tjanster['lager']['kor']>[0]['dokument'] = [],
): Promise<z.infer<typeof svarSchema>> {
  const svar = await t.lager.kor({ arendeId, av: { system: m.aktor }, nu: t.klocka.nu(), kommando, dokument })
  return { arendeId, version: svar.version }
}

const utkastet = async (t: Tjanster, req: FastifyRequest, nyckel: string) => {
  const [u] = await somPerson(t.db, sessionen(req), (q, s) => lasUtkast(q, s.anvandare, { nyckel }))
  return { utkast: u?.innehall ?? null, andrat: u?.andrat ?? null }
}
const spara = (t: Tjanster, req: FastifyRequest, nyckel: string, arendeId: string | null, innehall: unknown) =>
  somPerson(t.db, sessionen(req), async (q, s) => ({ andrat: await sparaUtkast(q, s.anvandare, nyckel, arendeId, innehall) }))
const kasta = (t: Tjanster, req: FastifyRequest, nyckel: string) =>
  somPerson(t.db, sessionen(req), (q, s) => taBortUtkast(q, s.anvandare, nyckel))

const egnaArenden = async (t: Tjanster, req: FastifyRequest, m: Medborgare) => {
  const rader = (await somPerson(t.db, sessionen(req), (q) => personensArenden(q, m.personId))).filter((r) => r.forman === FORMAN)
  const hela = await Promise.all(rader.map((r) => lasArende(t.db, { session: sessionen(req) }, r.id)))
  return hela.flatMap((h) => (h ? [minForebyggande(h.lage, t.klocka.nu().dag)] : []))
}

function planrutter(app: App, t: Tjanster): void {
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
        ...(await utkastet(t, req, PLANUTKAST)),
        kant,
        sgiKand: fore.sgi !== null,
        arenden: await egnaArenden(t, req, m),
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

  app.put(
    `${BAS}/plan`,
    { schema: { ...TAGG, summary: 'Spara påbörjad ansökan om plan', body: z.object({ innehall: z.unknown() }), response: sparat } },
    async (req) => {
      await medborgaren(t, req)
      return spara(t, req, PLANUTKAST, null, req.body.innehall)
    },
  )

  app.delete(
    `${BAS}/plan`,
    { schema: { ...TAGG, summary: 'Kasta påbörjad ansökan om plan', response: { 204: z.null(), ...problemsvar } } },
    async (req, svar) => {
      await medborgaren(t, req)
      await kasta(t, req, PLANUTKAST)
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
        const l = await egetLage(t, req, arendeId)
        resultat = { ...(await iEget(t, m, arendeId, kommando, dokument)), nummer: l.arende.nummer }
      } else {
        const person = await personMedId(t, m.personId)
        if (!person) throw new Domanfel('saknas', 'personSaknas', 'Logga in igen.')
        resultat = await oppnaPlanarende(t, { person, aktor: m.aktor, forsta: [kommando], dokument })
      }
      await kasta(t, req, PLANUTKAST)
      return svar.status(201).send({ arendeId: resultat.arendeId, version: resultat.version, nummer: resultat.nummer })
    },
  )

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
      await medborgaren(t, req)
      return minForebyggande(await egetLage(t, req, req.params.id), t.klocka.nu().dag)
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
      const l = await egetLage(t, req, req.params.id)
      if (l.avslutat)
        throw new Domanfel('konflikt', 'arendetAvslutat', 'Ärendet är avslutat. Ansök på nytt om du vill ha en ny plan prövad.')
      const lank = await somSystemet(t.db, (q) =>
        skapaUtlatandelank(q, { arendeId: l.arende.id, begaranId: null, av: m.s.anvandare, dag: t.klocka.nu().dag, ensam: true }),
      )
      return svar.status(201).send({ lank: utlatandeadress(t, lank.id), kod: lank.kod, giltigTill: lank.giltigTill })
    },
  )
}

/** Working time as the person told it in the claim goes before what the case knew: reckoned on a case that has both. */
const medUppgifter = (l: Flage, a: AnsokanErsattning): Flage => ({
  ...l,
  fakta: [
    ...l.fakta,
    {
      id: 'forslag',
      namn: 'ansokanErsattning',
      varde: a,
      kalla: { typ: 'forsakrad', text: 'påbörjad ansökan' },
      registrerad: '9999',
      av: { id: '', namn: '', roll: 'forsakrad' },
    },
  ] as Flage['fakta'],
})

function ersattningsrutter(app: App, t: Tjanster): void {
  app.get(
    `${BAS}/:id/ersattning`,
    {
      schema: {
        ...TAGG,
        summary: 'Påbörjad ansökan om ersättning, med det godkända som förslag',
        params: idSchema,
        response: {
          200: z.object({
            idag: datum,
            formularversion: z.string(),
            ...utkastSchema,
            godkanda: minForebyggandeSchema.shape.godkanda,
            ersattningar: minForebyggandeSchema.shape.ersattningar,
            kant: kantSchema,
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      await medborgaren(t, req)
      const { dag } = t.klocka.nu()
      const min = minForebyggande(await egetLage(t, req, req.params.id), dag)
      return {
        idag: dag,
        formularversion: FORMULAR.ersattning,
        ...(await utkastet(t, req, ersattningsutkast(req.params.id))),
        godkanda: min.godkanda,
        ersattningar: min.ersattningar,
        kant: min.kant,
      }
    },
  )

  app.put(
    `${BAS}/:id/ersattning`,
    {
      schema: {
        ...TAGG,
        summary: 'Spara påbörjad ansökan om ersättning',
        params: idSchema,
        body: z.object({ innehall: z.unknown() }),
        response: sparat,
      },
    },
    async (req) => {
      await egetLage(t, req, req.params.id)
      return spara(t, req, ersattningsutkast(req.params.id), req.params.id, req.body.innehall)
    },
  )

  app.post(
    `${BAS}/:id/ersattning/granskning`,
    {
      schema: {
        ...TAGG,
        summary: 'Vad som inte stämmer i ansökan, rad för rad, och vad dagarna når. Inget sparas och inget hindrar att den skickas',
        params: idSchema,
        body: fritt,
        response: {
          200: z.object({ anmarkningar: rader(z.object({ falt: z.string(), text: z.string() })), koll: forhandskollSchema.nullable() }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      const m = await medborgaren(t, req)
      const l = await egetLage(t, req, req.params.id)
      const { dag } = t.klocka.nu()
      const a = las(ansokanErsattningSchema, { hederOchSamvete: false, ...req.body, inkom: dag })
      const alla = saknasIErsattningen(medUppgifter(l, a), a).filter((b) => !b.text.startsWith('Underskrift'))
      return { anmarkningar: alla.map((b) => ({ falt: b.falt ?? 'annat', text: b.text })), koll: await kollenAv(t, m, l, a) }
    },
  )

  app.post(
    `${BAS}/:id/ersattning`,
    {
      schema: {
        ...TAGG,
        summary: 'Skriv under och skicka ansökan om ersättning; med ersatter rättas en som inte är avgjord',
        params: idSchema,
        body: z.object({ ersatter: z.string().optional(), ansokan: fritt }),
        response: { 201: svarSchema, ...problemsvar },
      },
    },
    async (req, svar) => {
      const m = await medborgaren(t, req)
      await egetLage(t, req, req.params.id)
      const { kommando, dokument } = ersattningsansokan(t, { aktor: m.aktor, kanal: 'minaSidor' }, req.body.ansokan, req.body.ersatter)
      const resultat = await iEget(t, m, req.params.id, kommando, dokument)
      await kasta(t, req, ersattningsutkast(req.params.id))
      return svar.status(201).send(resultat)
    },
  )
}

/** The claim as days: what each reaches and roughly gives, by the same reckoning as before the treatment. Null when a row cannot be read as a visit. */
async function kollenAv(t: Tjanster, m: Medborgare, l: Flage, a: AnsokanErsattning) {
  const { kant, fore } = await kantOm(t, m.personId)
  const namn = new Map(godkandaBehandlingar(l).map((g) => [g.id, g.plan]))
  const behandlingar = a.tillfallen.map((x) => {
    const p = namn.get(x.behandling)
    const resa = (x.resaDitMin ?? 0) + (x.resaHemMin ?? 0)
    return {
      id: x.id,
      behandling: p?.behandling ?? 'annat',
      annatText: p?.annatText ?? 'Ansökt behandling',
      ...(p?.beskrivning ? { beskrivning: p.beskrivning } : {}),
      utforande: x.utforande,
      vardgivare: p?.vardgivare || 'Vårdgivaren',
      besok: [
        {
          slag: 'dagar' as const,
          datum: [x.datum],
          start: x.start,
          behandlingMin: x.behandlingMin,
          forberedelseMin: x.forberedelseMin,
          resaMin: x.resaMin ?? resa,
          efterMin: x.efterMin ?? 0,
        },
      ],
    }
  })
  const tolkad = forhandsuppgifterSchema.safeParse({
    behandlingar,
    sysselsattning: a.sysselsattning ?? kant.sysselsattning ?? undefined,
    arbetsschema: a.arbetsschema ?? kant.arbetsschema ?? undefined,
    arsarbetstid: a.arsarbetstid ?? kant.arsarbetstid ?? undefined,
    arbetssokande: a.arbetssokande ?? kant.arbetssokande ?? undefined,
    inkomst: a.inkomst ?? kant.inkomst ?? undefined,
  })
  return tolkad.success ? forhandskollFore(tolkad.data, t.klocka.nu().dag, fore) : null
}

/** What a person may tell by itself, and under which name the case keeps it. */
const uppgifterSchema = z.object({
  arbetsschema: arbetsschemaSchema.optional(),
  arsarbetstid: arsarbetstidSchema.optional(),
  arbetssokande: arbetssokandeSchema.optional(),
})

function senarerutter(app: App, t: Tjanster): void {
  const frittKalla = () => ({ typ: 'forsakrad' as const, text: 'Uppgift på Mina sidor', datum: t.klocka.nu().dag })

  app.post(
    `${BAS}/:id/uppgifter`,
    {
      schema: {
        ...TAGG,
        summary: 'Lämna arbetstider, årsarbetstid eller uppgift om arbetssökande; besvarar frågan om de var efterfrågade',
        params: idSchema,
        body: fritt,
        response: { 200: svarSchema, ...problemsvar },
      },
    },
    async (req) => {
      const m = await medborgaren(t, req)
      await egetLage(t, req, req.params.id)
      const u = las(uppgifterSchema, req.body)
      const fakta = [
        ...(u.arbetsschema ? [['arbetsschema', u.arbetsschema] as const] : []),
        ...(u.arsarbetstid ? [['arsarbetstid', { timmar: u.arsarbetstid }] as const] : []),
        ...(u.arbetssokande ? [['arbetssokande', u.arbetssokande] as const] : []),
      ]
      if (fakta.length === 0)
        throw new Domanfel('indata', 'ingenUppgift', 'Fyll i minst en uppgift.', [
          { falt: 'arbetsschema', text: 'Fyll i dina arbetstider.' },
        ])
      let svar: z.infer<typeof svarSchema> | null = null
      for (const [namn, varde] of fakta)
        svar = await iEget(t, m, req.params.id, { typ: 'registreraFaktum', namn, varde, kalla: frittKalla() })
      return svar!
    },
  )

  app.post(
    `${BAS}/:id/komplettering`,
    {
      schema: {
        ...TAGG,
        summary: 'Svara på det som saknades, fråga för fråga',
        params: idSchema,
        body: z.object({
          begaranId: z.string(),
          svar: z
            .array(z.object({ frageId: z.string(), text: z.string().trim().min(1, 'Skriv ditt svar.').max(20_000) }))
            .min(1, 'Skriv minst ett svar.'),
        }),
        response: { 200: svarSchema, ...problemsvar },
      },
    },
    async (req) => {
      const m = await medborgaren(t, req)
      const b = (await egetLage(t, req, req.params.id)).begaran.find((x) => x.id === req.body.begaranId && x.till === 'forsakrad')
      if (!b || !arOppen(b))
        throw new Domanfel('saknas', 'okandBegaran', 'Frågan finns inte i ditt ärende, eller så är den redan besvarad.')
      const saknas = b.fragor.filter((f) => !req.body.svar.some((s) => s.frageId === f.frageId))
      if (saknas.length)
        throw new Domanfel(
          'indata',
          'svarSaknas',
          'Svara på alla frågor. Vet du inte: skriv det.',
          saknas.map((f) => ({ falt: f.frageId, text: f.text })),
        )
      return iEget(t, m, req.params.id, { typ: 'besvaraBegaran', begaranId: b.id, svar: req.body.svar })
    },
  )

  app.post(
    `${BAS}/:id/avbruten`,
    {
      schema: {
        ...TAGG,
        summary: 'Anmäl att behandlingen har slutat tidigare än planen',
        params: idSchema,
        body: z.object({ dag: datumSchema, behandling: z.string().optional(), skal: z.string().trim().max(2000).default('') }),
        response: { 200: svarSchema, ...problemsvar },
      },
    },
    async (req) => {
      const m = await medborgaren(t, req)
      const l = await egetLage(t, req, req.params.id)
      const { behandling } = req.body
      if (behandling && !godkandaBehandlingar(l).some((g) => g.id === behandling))
        throw new Domanfel('indata', 'okandBehandling', 'Behandlingen finns inte bland de godkända.', [
          { falt: 'behandling', text: 'Välj en av de godkända behandlingarna.' },
        ])
      return iEget(t, m, req.params.id, { typ: 'registreraFaktum', namn: 'avbruten', varde: req.body, kalla: frittKalla() })
    },
  )

  app.post(
    `${BAS}/:id/uppfoljning`,
    {
      schema: {
        ...TAGG,
        summary: 'Berätta hur behandlingen gick; frivilligt',
        params: idSchema,
        body: z.object({
          fullfoljd: z.enum(Object.keys(FULLFOLJD) as [keyof typeof FULLFOLJD, ...(keyof typeof FULLFOLJD)[]], {
            message: 'Välj om du fullföljde behandlingen.',
          }),
          text: z.string().trim().max(4000).default(''),
        }),
        response: { 200: svarSchema, ...problemsvar },
      },
    },
    async (req) => {
      const m = await medborgaren(t, req)
      await egetLage(t, req, req.params.id)
      return iEget(t, m, req.params.id, {
        typ: 'registreraFaktum',
        namn: 'uppfoljningsnot',
        varde: { ...req.body, dag: t.klocka.nu().dag },
        kalla: frittKalla(),
      })
    },
  )
}

export function registreraMinForebyggande(app: App, t: Tjanster): void {
  planrutter(app, t)
  ersattningsrutter(app, t)
  senarerutter(app, t)
}
