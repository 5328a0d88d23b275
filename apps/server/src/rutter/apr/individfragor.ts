import { indatafel } from '@atergang/arende'
import { historikandel, lasHistorikblad, overlapp, type Aprfonster, type Bidragsrad } from '@atergang/formaner/apr'
import { delar, plusDagar, type Datum } from '@atergang/kalender'
import { loggaAtkomst, somPerson } from '@atergang/lager'
import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { sessionen } from '../../auth/session.ts'
import { bytesAv } from '../../tjanster/skanning.ts'
import { tabellen } from '../../tjanster/apr/kalkylblad.ts'
import { ledare } from '../../tjanster/apr/ledare.ts'
import { bidragsrader, individerMedDagar, individerMedStod } from '../../tjanster/apr/underlag.ts'
import { problemsvar } from '../scheman.ts'
import { historikSchema, individSchema, kravHelaAr, overlappSchema, synligaUtan, synligHistorik, synligtOverlapp } from './individer.ts'
import { bladfelSchema, datumSchema, koder, lista, tal } from './scheman.ts'

const TAGG = { tags: ['APR uppföljning'] }
const FONSTER: readonly Aprfonster[] = ['treArFore', 'ar2011till2015', 'tvaArEfter', 'treArEfter', 'treArForeEllerEfter']

const HISTORIKDEFINITION =
  'Av personerna med en insats i perioden, hur stor andel som hade minst en dag med sjukpenning i fönstret. Fönstret ses från personens första och sista insats i perioden. Den vars fönster inte är slut räknas inte med. Intervallet är Clopper–Pearsons för en andel på nivån 95 procent.'

/** Whom the employer named by its own number cannot be looked for in another register: how many they are is said. */
const antalUtanPersonnummer = (rader: readonly Bidragsrad[], p: { from: Datum; tom: Datum }): number =>
  new Set(
    rader.filter((r) => r.belopp > 0 && r.anstalld.includes('/') && r.insatsdag >= p.from && r.insatsdag <= p.tom).map((r) => r.anstalld),
  ).size

const arstext = (p: { from: Datum; tom: Datum }): string =>
  delar(p.from).ar === delar(p.tom).ar ? `${delar(p.from).ar}` : `${delar(p.from).ar}–${delar(p.tom).ar}`
/** A question over people's data is written in the log with what was asked, without a person, since none is shown. */
const noteraFraga = (t: Tjanster, req: FastifyRequest, vad: string): Promise<void> =>
  somPerson(t.db, sessionen(req), (q, s) => loggaAtkomst(q, s, vad, null, null))

/** Questions that meet the support with people's other benefits. */
export function registreraAprIndividfragor(app: App, t: Tjanster): void {
  overlappet(app, t)
  historiken(app, t)
}

function overlappet(app: App, t: Tjanster): void {
  app.post(
    '/api/v1/apr/uppfoljning/overlapp',
    {
      schema: {
        ...TAGG,
        summary:
          'Personer med både APR och förebyggande sjukpenning, åt båda håll, i angivna perioder. Hela kalenderår; det som färre än fem delar visas inte',
        body: z.object({ apr: individSchema, fbsjp: individSchema }),
        response: { 200: overlappSchema, ...problemsvar },
      },
    },
    async (req) => {
      await ledare(t, req)
      for (const [falt, p] of Object.entries(req.body))
        if (p.from > p.tom)
          throw indatafel('bakvandPeriod', 'Perioden slutar innan den börjar.', [{ falt: `${falt}.tom`, text: 'Välj ett senare år.' }])
      kravHelaAr(req.body)
      const { apr, fbsjp } = req.body
      await noteraFraga(t, req, `räknade överlapp: arbetsplatsinriktat stöd ${arstext(apr)}, förebyggande sjukpenning ${arstext(fbsjp)}`)
      const [rader, dagar] = await Promise.all([bidragsrader(t), individerMedDagar(t, 'forebyggande-sjukpenning')])
      return {
        ...synligtOverlapp(overlapp(individerMedStod(rader), dagar, req.body)),
        utanPersonnummer: synligaUtan(antalUtanPersonnummer(rader, apr)),
      }
    },
  )
}

function historiken(app: App, t: Tjanster): void {
  app.post(
    '/api/v1/apr/uppfoljning/historik',
    {
      bodyLimit: 7_000_000,
      schema: {
        ...TAGG,
        summary:
          'Andel av personerna med APR som hade sjukpenning i ett fönster före eller efter, ur det här systemet eller ur en fil som inte sparas. Ur systemet hela kalenderår, och det som färre än fem delar visas inte',
        body: z.object({
          apr: individSchema,
          fonster: koder(FONSTER),
          kantTom: datumSchema.optional(),
          fil: z.object({ filnamn: z.string().max(200).default(''), innehall: z.string() }).optional(),
        }),
        response: {
          200: z.object({
            svar: historikSchema.nullable(),
            fel: lista(bladfelSchema),
            rader: z.number(),
            kalla: z.enum(['systemet', 'filen']),
            kantTom: z.string(),
            utanPersonnummer: tal,
            definition: z.string(),
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      await ledare(t, req)
      const { apr, fonster, fil } = req.body
      if (apr.from > apr.tom)
        throw indatafel('bakvandPeriod', 'Perioden slutar innan den börjar.', [{ falt: 'apr.tom', text: 'Välj ett senare år.' }])
      const igar = plusDagar(t.klocka.nu().dag, -1)
      const kantTom = req.body.kantTom ?? igar
      if (kantTom > igar)
        throw indatafel('kantTomFram', 'Registret kan inte vara helt för dagar som inte har varit.', [
          { falt: 'kantTom', text: 'Välj en dag före i dag.' },
        ])
      if (fil) {
        const las = lasHistorikblad(await tabellen(bytesAv(fil.innehall, 'fil.innehall')))
        return {
          svar: las.fel.length ? null : historikandel(las.apr, las.sjukpenning, apr, fonster, kantTom),
          fel: [...las.fel],
          rader: las.rader,
          kalla: 'filen' as const,
          kantTom,
          utanPersonnummer: 0,
          definition: HISTORIKDEFINITION,
        }
      }
      // A last day of one's own choice would let two answers be compared that differ by one person.
      if (req.body.kantTom)
        throw indatafel('kantTomUtanFil', 'Det här systemet är alltid fullständigt till och med i går.', [
          { falt: 'kantTom', text: 'Lämna dagen tom, eller välj en fil.' },
        ])
      kravHelaAr({ apr })
      await noteraFraga(t, req, `räknade sjukpenning i fönstret ${fonster}: arbetsplatsinriktat stöd ${arstext(apr)}`)
      const rader = await bidragsrader(t)
      return {
        svar: synligHistorik(historikandel(individerMedStod(rader), await individerMedDagar(t, 'sjukpenning'), apr, fonster, kantTom)),
        fel: [],
        rader: rader.length,
        kalla: 'systemet' as const,
        kantTom,
        utanPersonnummer: synligaUtan(antalUtanPersonnummer(rader, apr)),
        definition: HISTORIKDEFINITION,
      }
    },
  )
}
