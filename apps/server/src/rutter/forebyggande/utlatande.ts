import { arOppen, Domanfel, personen, personnamn, SYSTEMET, type Aktor, type Kommando } from '@atergang/arende'
import {
  behandlingarna,
  datumSchema,
  FORMULAR,
  FULLFOLJD,
  godkandaBehandlingar,
  las,
  planAttProva,
  planerna,
  saknasIUtlatandet,
  utlatandena,
  utlatandeSchema,
  type Flage,
  type Utlatande,
} from '@atergang/formaner'
import { lasArende, loggaAtkomst, oppnaUtlatandelank, somSystemet } from '@atergang/lager'
import type { Kalla } from '@atergang/regelverk'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { fodelsear, somForebyggande } from '../../tjanster/forebyggande.ts'
import { somJsonhandling } from '../../tjanster/jsonhandling.ts'
import { problemsvar } from '../scheman.ts'
import { datum, rader } from './scheman.ts'

const TAGG = { tags: ['Läkarutlåtande'] }
const params = z.object({ id: z.uuid('Länken är inte hel. Kopiera hela adressen.') })
const LAKAREN = 'Läkaren (utlåtandelänk)'
export const utlatandekod = z.string().trim().min(1, 'Skriv koden som du har fått.').max(40)

export const oppnadSchema = z
  .object({
    idag: datum,
    formularversion: z.string(),
    giltigTill: datum,
    patient: z.object({ namn: z.string(), fodelsear: z.string() }),
    /** what the person plans: the doctor fills in nothing that is known */
    behandlingar: rader(
      z.object({
        id: z.string(),
        behandling: z.string(),
        annatText: z.string(),
        utforande: z.string(),
        vardgivare: z.string(),
        from: datum.nullable(),
        tom: datum.nullable(),
      }),
    ),
    ordineradAv: z.object({ namn: z.string(), vardenhet: z.string() }).nullable(),
    fragor: rader(z.object({ begaranId: z.string(), text: z.string(), falt: z.string().nullable(), skal: z.string(), senast: datum })),
    tidigare: z.unknown().nullable(),
    kanAnmala: rader(z.object({ id: z.string(), behandling: z.string(), from: datum, tom: datum })),
  })
  .meta({ id: 'Utlatandesida' })

/** Opens what the link and the code lead to: the plan as far as the doctor has to see it, and nothing else of the case. */
async function oppna(
  t: Tjanster,
  id: string,
  k: string,
): Promise<{ l: Flage; begaranId: string | null; giltigTill: string; aktor: Aktor }> {
  const nu = t.klocka.nu()
  const lank = await oppnaUtlatandelank(t.db, id, k, nu)
  const helt = await lasArende(t.db, { system: SYSTEMET }, lank.arendeId)
  if (!helt) throw new Domanfel('saknas', 'arendetFinnsInte', 'Ärendet finns inte längre.')
  return {
    l: somForebyggande(helt.lage),
    begaranId: lank.begaranId,
    giltigTill: lank.giltigTill,
    aktor: { id: `utlatandelank:${id.slice(0, 8)}`, namn: LAKAREN, roll: 'vard' },
  }
}

const oppnaFragor = (l: Flage, begaranId: string | null) =>
  l.begaran.filter((b) => b.typ === 'utlatandekomplettering' && arOppen(b) && (!begaranId || b.id === begaranId))
const planen = (l: Flage) => planAttProva(l) ?? planerna(l).at(-1) ?? null

export function sidan(t: Tjanster, l: Flage, begaranId: string | null, giltigTill: string): z.input<typeof oppnadSchema> {
  const p = planen(l)
  const tidigare = p ? utlatandena(l, p).at(-1)?.varde : undefined
  return {
    idag: t.klocka.nu().dag,
    formularversion: FORMULAR.utlatande,
    giltigTill,
    patient: { namn: personnamn(personen(l)), fodelsear: fodelsear(l) },
    behandlingar: p
      ? behandlingarna(p.ansokan.varde).map((b) => {
          const dagar = b.besok.flatMap((x) => (x.slag === 'dagar' ? x.datum : [x.from, x.tom])).sort()
          return {
            id: b.id,
            behandling: b.behandling,
            annatText: b.annatText ?? '',
            utforande: b.utforande,
            vardgivare: b.vardgivare,
            from: dagar[0] ?? null,
            tom: dagar.at(-1) ?? null,
          }
        })
      : [],
    ordineradAv: p?.ansokan.varde.ordineradAv
      ? { namn: p.ansokan.varde.ordineradAv.namn, vardenhet: p.ansokan.varde.ordineradAv.vardenhet }
      : null,
    fragor: oppnaFragor(l, begaranId).flatMap((b) =>
      b.fragor.map((f) => ({ begaranId: b.id, text: f.text, falt: f.falt ?? null, skal: f.skal ?? '', senast: b.senast })),
    ),
    tidigare: tidigare ?? null,
    kanAnmala: godkandaBehandlingar(l).map((g) => ({ id: g.id, behandling: g.plan.behandling, from: g.from, tom: g.tom })),
  }
}

const anmalanSchema = z.discriminatedUnion(
  'slag',
  [
    z.object({
      slag: z.literal('narvaro'),
      behandling: z.string(),
      datum: z.array(datumSchema).min(1, 'Ange minst ett datum.'),
      text: z.string().trim().max(2000).default(''),
    }),
    z.object({
      slag: z.literal('avbruten'),
      behandling: z.string().optional(),
      dag: datumSchema,
      skal: z.string().trim().max(2000).default(''),
    }),
    z.object({
      slag: z.literal('uppfoljning'),
      fullfoljd: z.enum(Object.keys(FULLFOLJD) as [keyof typeof FULLFOLJD, ...(keyof typeof FULLFOLJD)[]]),
      text: z.string().trim().max(4000).default(''),
    }),
  ],
  { message: 'Välj vad du vill anmäla.' },
)

function anmalan(a: z.output<typeof anmalanSchema>, dag: string, kalla: Kalla): Kommando {
  const { slag, ...varde } = a
  return {
    typ: 'registreraFaktum',
    namn: slag === 'uppfoljning' ? 'uppfoljningsnot' : slag,
    varde: slag === 'uppfoljning' ? { ...varde, dag } : varde,
    kalla,
  }
}

/** The doctor's way in: no sign-in, a link and a code that leads to one statement. Wrong codes are counted (ADR 0041). */
export function registreraUtlatande(app: App, t: Tjanster): void {
  app.post(
    '/api/v1/utlatande/:id/oppna',
    {
      schema: {
        ...TAGG,
        summary: 'Öppna utlåtandet med länk och kod',
        params,
        body: z.object({ kod: utlatandekod }),
        response: { 200: oppnadSchema, ...problemsvar },
      },
    },
    async (req) => {
      const { l, begaranId, giltigTill } = await oppna(t, req.params.id, req.body.kod)
      await somSystemet(t.db, (q) =>
        loggaAtkomst(
          q,
          { anvandare: SYSTEMET.id, namn: LAKAREN, roll: 'vard' },
          'öppnade utlåtandet med länk',
          personen(l).id,
          l.arende.id,
        ),
      )
      return sidan(t, l, begaranId, giltigTill)
    },
  )

  app.post(
    '/api/v1/utlatande/:id',
    {
      schema: {
        ...TAGG,
        summary: 'Skriv under och lämna utlåtandet, eller svara på frågorna om det',
        params,
        body: z.object({ kod: utlatandekod, utlatande: z.record(z.string(), z.unknown()) }),
        response: {
          201: z.object({ inkom: datum, saknas: rader(z.object({ falt: z.string(), text: z.string(), skal: z.string() })) }),
          ...problemsvar,
        },
      },
    },
    async (req, svar) => {
      const { l, begaranId, aktor } = await oppna(t, req.params.id, req.body.kod)
      const nu = t.klocka.nu()
      const { handling, dokument, varde } = utlatandet(req.body.utlatande, { kanal: 'api', inkom: nu.dag, signerad: nu.tid })
      await t.lager.kor({
        arendeId: l.arende.id,
        av: { system: { ...aktor, namn: varde.lakare || aktor.namn } },
        nu,
        dokument,
        kommando: { typ: 'taEmotUtlatande', data: { handling, varde, ...(begaranId ? { besvarar: begaranId } : {}) } },
      })
      return svar
        .status(201)
        .send({
          inkom: nu.dag,
          saknas: saknasIUtlatandet(personnamn(personen(l)), varde).map(({ falt, text, skal }) => ({ falt, text, skal })),
        })
    },
  )

  app.post(
    '/api/v1/utlatande/:id/anmalan',
    {
      schema: {
        ...TAGG,
        summary: 'Frivilligt från vården: närvaro, avslutad i förtid eller uppföljning',
        params,
        body: z.object({ kod: utlatandekod, anmalan: anmalanSchema }),
        response: { 201: z.object({ inkom: datum }), ...problemsvar },
      },
    },
    async (req, svar) => {
      const { l, aktor } = await oppna(t, req.params.id, req.body.kod)
      const nu = t.klocka.nu()
      const { anmalan: a } = req.body
      if ('behandling' in a && a.behandling && !godkandaBehandlingar(l).some((g) => g.id === a.behandling))
        throw new Domanfel('indata', 'okandBehandling', 'Behandlingen finns inte bland de godkända.', [
          { falt: 'anmalan.behandling', text: 'Välj en av de godkända behandlingarna.' },
        ])
      await t.lager.kor({
        arendeId: l.arende.id,
        av: { system: aktor },
        nu,
        kommando: anmalan(a, nu.dag, { typ: 'vard', text: 'Uppgift från vården', datum: nu.dag }),
      })
      return svar.status(201).send({ inkom: nu.dag })
    },
  )
}

/** A statement with its document: electronic and signed now, or typed in from paper. What it lacks is asked for. */
export function utlatandet(uppgifter: object, o: { kanal: 'api' | 'uppladdning' | 'post'; inkom: string; signerad?: string }) {
  const varde: Utlatande = las(utlatandeSchema, {
    ...uppgifter,
    inkom: o.inkom,
    handlingId: 'ny',
    ...(o.signerad ? { signerad: o.signerad } : {}),
  })
  const { handling, dokument } = somJsonhandling(
    { typ: 'lakarutlatande', rubrik: 'Läkarutlåtande om behandlingen', fran: 'vard', inkom: varde.inkom, kanal: o.kanal },
    varde,
  )
  return { handling, dokument, varde: { ...varde, handlingId: handling.id } }
}
