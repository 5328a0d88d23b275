import { Domanfel, type Roll } from '@atergang/arende'
import { datumSchema } from '@atergang/formaner'
import { MARKEN, markestext } from '@atergang/analys/marken'
import { PERIODFORM, tolkaPeriod } from '@atergang/analys/period'
import { loggaAtkomst, rekommendationsatgarder, somPerson } from '@atergang/lager'
import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { Analyslage } from '../analys/analysverk.ts'
import { CHEFENS_METODER, RAPPORTFORMAT, RAPPORTSLAG, type Fil, type Fraganamn, type Fragor } from '../analys/fragor.ts'
import type { App, Tjanster } from '../app.ts'
import { medRoll, sessionen } from '../auth/session.ts'
import {
  enkatSchema,
  lageSchema,
  metoderSchema,
  metodresultatSchema,
  publiceratSchema,
  rapportutbudSchema,
  sambandSchema,
  tabellerSchema,
  variabelSchema,
} from './analysscheman.ts'
import { problemsvar } from './scheman.ts'

const ROLLER: readonly Roll[] = ['analytiker']
const MED_CHEFEN: readonly Roll[] = [...ROLLER, 'enhetschef']
const FORMAT = ['csv', 'xlsx', 'parquet', 'jsonstat'] as const

/** Choices as they stand in the address: a period, and counties with commas between. None of it is about a person. */
const urvalsfraga = {
  period: z.string().max(30).optional(),
  omraden: z.string().max(400).optional(),
  genomsnitt: z.enum(['ovagt', 'befolkning']).optional(),
}
const urvalSchema = z.object(urvalsfraga)
type Urvalsfraga = z.infer<typeof urvalSchema>

const lista = (text: string | undefined): string[] => [
  ...new Set(
    (text ?? '')
      .split(',')
      .map((x) => x.trim())
      .filter((x) => x !== ''),
  ),
]

function urvalet(f: Urvalsfraga): Fragor['tabeller'][0] {
  const period = f.period ? tolkaPeriod(f.period) : null
  if (f.period && !period)
    throw new Domanfel('indata', 'ogiltigPeriod', `”${f.period}” är ingen period.`, [{ falt: 'period', text: PERIODFORM }])
  const omraden = lista(f.omraden)
  return {
    ...(period ? { period } : {}),
    ...(omraden.length ? { omraden: [...omraden].sort() } : {}),
    ...(f.genomsnitt ? { genomsnitt: f.genomsnitt } : {}),
  }
}

/** What was asked for, as the log has it. */
const urvalstext = (f: Urvalsfraga): string =>
  [f.period && `period ${f.period}`, f.omraden && `län ${f.omraden}`].filter(Boolean).join('; ')

const metodfraga = z.object({
  ...urvalsfraga,
  insats: z.string().max(60).optional(),
  grupp: z.string().max(60).optional(),
  utfall: z.string().max(200).optional(),
  niva: z.enum(['sf_omrade', 'lan']).optional(),
})
function metodval(f: z.infer<typeof metodfraga>): Fragor['metod'][0]['val'] {
  const { period, omraden } = urvalet(f)
  return {
    ...(period ? { period } : {}),
    ...(omraden ? { omraden } : {}),
    ...(f.insats ? { insats: f.insats } : {}),
    ...(f.grupp ? { grupp: f.grupp } : {}),
    ...(f.utfall ? { utfall: lista(f.utfall) } : {}),
    ...(f.niva ? { niva: f.niva } : {}),
  }
}

type Fraga = <N extends Fraganamn>(
  req: FastifyRequest,
  vad: string,
  namn: N,
  f: Fragor[N][0],
  roller?: readonly Roll[],
) => Promise<Fragor[N][1]>

/** Tables, figures, correlations, survey and evaluations. No answer is about a person; each look is logged all the same. */
export function registreraAnalys(app: App, t: Tjanster): void {
  /** The answer, after the look is written in the log. @throws {Domanfel} when the role may not, or the question cannot be answered */
  const fraga: Fraga = async <N extends Fraganamn>(
    req: FastifyRequest,
    vad: string,
    namn: N,
    f: Fragor[N][0],
    roller = ROLLER,
  ): Promise<Fragor[N][1]> => {
    await medRoll(t.db, req, roller)
    await somPerson(t.db, sessionen(req), (q, s) => loggaAtkomst(q, s, `analys: ${vad}`.slice(0, 500), null, null))
    return t.analys.fraga(namn, f)
  }
  const svara = <S extends z.ZodType>(schema: S, summary: string) => ({
    tags: ['Analys'],
    summary,
    response: { 200: schema, ...problemsvar },
  })

  app.get('/api/v1/analys/lage', { schema: svara(lageSchema, 'Om det finns data att räkna på, och vilka') }, async (req) => {
    await medRoll(t.db, req, MED_CHEFEN)
    const lage = t.analys.lage()
    const underlag = lage.tillstand === 'redo' || lage.tillstand === 'vilar' ? await hamtaUnderlag(t, lage) : null
    const nu = t.analys.lage()
    return {
      tillstand: nu.tillstand,
      andel: nu.tillstand === 'skapas' ? nu.andel : null,
      text: nu.tillstand === 'fel' ? nu.text : null,
      underlag,
    }
  })

  app.get(
    '/api/v1/analys/tabeller',
    {
      schema: {
        ...svara(tabellerSchema, 'Tabell 1–11 och figur A, 1–3 för vald period och valda län; små tal dolda'),
        querystring: urvalSchema,
      },
    },
    async (req) => {
      const { tabeller, tar, logg } = await fraga(req, `tabellerna ${urvalstext(req.query)}`, 'tabeller', urvalet(req.query))
      if (logg.length) req.log.info({ dolda: logg.length, tabeller: [...new Set(logg.map((l) => l.tabell))] }, 'små tal dolda')
      return { tabeller, tar, marken: MARKEN.map((m) => ({ namn: m.namn, fran: m.fran, tom: m.tom, text: markestext(m) })) }
    },
  )

  app.get(
    '/api/v1/analys/tabeller/:tabell/fil',
    {
      schema: {
        tags: ['Analys'],
        summary: 'En tabell som fil: CSV, Excel, Parquet eller JSON-stat',
        params: z.object({ tabell: z.string().max(60) }),
        querystring: z.object({ ...urvalsfraga, format: z.enum(FORMAT) }),
      },
    },
    async (req, svar) => {
      const fil = await fraga(req, `${req.params.tabell} som ${req.query.format} ${urvalstext(req.query)}`, 'fil', {
        format: req.query.format,
        tabell: req.params.tabell,
        urval: urvalet(req.query),
      })
      return skicka(svar, fil)
    },
  )

  const kallfraga = z.object({ kalla: z.enum(['data', 'tryckt']).default('data'), period: urvalsfraga.period })
  app.get(
    '/api/v1/analys/variabler',
    {
      schema: {
        ...svara(z.object({ variabler: z.array(variabelSchema) }), 'Länens variabler, att ställa mot varandra'),
        querystring: kallfraga,
      },
    },
    async (req) => {
      return {
        variabler: [
          ...(await fraga(req, 'variablerna', 'variabler', { kalla: req.query.kalla, urval: urvalet({ period: req.query.period }) })),
        ],
      }
    },
  )

  app.get(
    '/api/v1/analys/samband',
    {
      schema: {
        ...svara(sambandSchema, 'Sambandet mellan två variabler över länen, med och utan avvikare'),
        querystring: kallfraga.extend({ x: z.string().max(100), y: z.string().max(100), utan: z.string().max(400).optional() }),
      },
    },
    (req) => {
      const { kalla, x, y, utan, period } = req.query
      return fraga(req, `samband ${x} och ${y} (${kalla})${utan ? ` utan ${utan}` : ''} ${urvalstext({ period })}`, 'samband', {
        kalla,
        x,
        y,
        utan: lista(utan),
        urval: urvalet({ period }),
      })
    },
  )

  app.get('/api/v1/analys/publicerat', { schema: svara(publiceratSchema, 'Rapportens tal mot dem som räknas') }, (req) =>
    fraga(req, 'publicerat mot räknat', 'publicerat', undefined),
  )

  app.get('/api/v1/analys/enkat', { schema: svara(enkatSchema, 'Enkätens svar: frekvens, index, grader, kombinationer, fritext') }, (req) =>
    fraga(req, 'enkäten', 'enkat', undefined),
  )

  registreraRapporter(app, t, fraga)

  app.get(
    '/api/v1/analys/metoder',
    { schema: svara(metoderSchema, 'Vilka utvärderingar som finns, och vad de kan begränsas till') },
    async (req) => {
      const { roll } = await medRoll(t.db, req, MED_CHEFEN)
      const metoder = await fraga(req, 'metoderna', 'metoder', undefined, MED_CHEFEN)
      return { metoder: ROLLER.includes(roll) ? metoder : metoder.filter((m) => CHEFENS_METODER.includes(m.namn)) }
    },
  )

  app.get(
    '/api/v1/analys/metoder/:namn',
    {
      schema: {
        ...svara(metodresultatSchema, 'En utvärdering: skattningar, antaganden, vad den inte kan säga'),
        params: z.object({ namn: z.string().max(60) }),
        querystring: metodfraga,
      },
    },
    (req) => {
      return fraga(
        req,
        `${req.params.namn} ${urvalstext(req.query)}`,
        'metod',
        { namn: req.params.namn, val: metodval(req.query) },
        rollerna(req.params.namn),
      )
    },
  )

  app.get(
    '/api/v1/analys/metoder/:namn/:tabell/fil',
    {
      schema: {
        tags: ['Analys'],
        summary: 'En tabell ur en utvärdering som fil',
        params: z.object({ namn: z.string().max(60), tabell: z.string().max(80) }),
        querystring: metodfraga.extend({ format: z.enum(FORMAT) }),
      },
    },
    async (req, svar) => {
      const { namn, tabell } = req.params
      return skicka(
        svar,
        await fraga(
          req,
          `${namn}, ${tabell} som ${req.query.format} ${urvalstext(req.query)}`,
          'fil',
          { format: req.query.format, tabell, urval: {}, metod: { namn, val: metodval(req.query) } },
          rollerna(namn),
        ),
      )
    },
  )
}

const rollerna = (metod: string): readonly Roll[] => (CHEFENS_METODER.includes(metod) ? MED_CHEFEN : ROLLER)

/** Reports: what they can be about on a day, and one of them as PDF or Word. */
function registreraRapporter(app: App, t: Tjanster, fraga: Fraga): void {
  const dagfraga = z.object({ dag: datumSchema })
  app.get(
    '/api/v1/analys/rapporter',
    {
      schema: {
        tags: ['Analys'],
        summary: 'Vilka rapporter som kan göras för en dag',
        querystring: dagfraga,
        response: { 200: rapportutbudSchema, ...problemsvar },
      },
    },
    (req) => fraga(req, 'rapporter', 'rapportutbud', { dag: req.query.dag }),
  )

  app.get(
    '/api/v1/analys/rapporter/:slag/fil',
    {
      schema: {
        tags: ['Analys'],
        summary: 'En rapport för en dag, som PDF eller Word',
        params: z.object({ slag: z.enum(RAPPORTSLAG) }),
        querystring: dagfraga.extend({
          format: z.enum(RAPPORTFORMAT),
          uppdrag: z.string().max(60).optional(),
          lan: z.string().max(40).optional(),
        }),
      },
    },
    async (req, svar) => {
      const { dag, format, uppdrag, lan } = req.query
      const atgarder =
        req.params.slag === 'rekommendationer'
          ? (await somPerson(t.db, sessionen(req), rekommendationsatgarder)).map((a) => ({
              text: a.text,
              fran: a.fran,
              tom: a.tom,
              rekommendationer: [a.rekommendation],
            }))
          : []
      return skicka(
        svar,
        await fraga(req, `rapporten ${req.params.slag} för ${dag}${lan ? `, ${lan}` : ''}${uppdrag ? `, ${uppdrag}` : ''}`, 'rapport', {
          slag: req.params.slag,
          format,
          dag,
          ...(uppdrag ? { uppdrag } : {}),
          ...(lan ? { lan } : {}),
          ...(atgarder.length ? { atgarder } : {}),
        }),
      )
    },
  )
}

/** Without waiting for a process that has just been started to make its country. */
async function hamtaUnderlag(t: Tjanster, lage: Analyslage): Promise<Fragor['underlag'][1] | null> {
  if (lage.tillstand === 'vilar') t.analys.starta()
  return t.analys.lage().tillstand === 'redo' ? t.analys.fraga('underlag', undefined) : null
}

const skicka = (
  svar: { header: (n: string, v: string) => unknown; type: (t: string) => { send: (b: Buffer) => unknown } },
  fil: Fil,
): unknown => {
  void svar.header('content-disposition', `attachment; filename="${fil.namn}"`)
  return svar.type(fil.typ).send(Buffer.from(fil.innehall))
}
