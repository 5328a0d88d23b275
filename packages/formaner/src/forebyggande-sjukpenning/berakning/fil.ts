import type { Faltfel } from '@atergang/arende'
import { allaSaknade } from '@atergang/regelverk'
import * as z from 'zod'
import { datumSchema, faltfelen, prova } from '../../las.ts'
import { arbetsdagen, arbetspass, somMinuter, VECKODAGAR, VECKODAGSNAMN, veckodagAv, type Arbetsschema } from '../tid/arbetsdag.ts'
import { arKlockslag, DYGN, klockslag, skrivKlockslag } from '../tid/klocka.ts'
import { granskaTillfallen, type Tillfalle } from '../tid/tillfalle.ts'
import { beraknaForebyggande, type Forebyggandeunderlag } from './berakna.ts'
import type { Dagvillkor } from './villkor.ts'

const klockslagSchema = z.custom<string>(arKlockslag, { message: 'Skriv klockslaget som timme:minut, till exempel 08:00.' })
const minuter = (vad: string) =>
  z
    .number({ message: `Ange ${vad} i hela minuter. Skriv 0 om det inte tog någon tid.` })
    .int(`Ange ${vad} i hela minuter, utan decimaler.`)
    .min(0, `${vad[0]!.toUpperCase()}${vad.slice(1)} kan inte vara negativ.`)
const valfritt = <S extends z.ZodType>(schema: S) => z.preprocess((v) => v ?? undefined, schema.optional())

const timmarna = valfritt(
  z
    .number({ message: 'Ange timmar, till exempel 8 eller 7.5. Skriv 0 för en dag utan arbete.' })
    .min(0, 'Timmarna kan inte vara negativa.')
    .max(24, 'Ett dygn har 24 timmar.'),
)

const tillfalleSchema = z
  .object({
    datum: datumSchema,
    start: klockslagSchema,
    behandlingMin: minuter('behandlingstiden'),
    forberedelseMin: minuter('förberedelsetiden'),
    resaMin: valfritt(minuter('restiden')),
    efterMin: valfritt(minuter('tiden efteråt')),
    resaDitMin: valfritt(minuter('resan dit')),
    resaHemMin: valfritt(minuter('resan hem')),
  })
  .refine((t) => t.resaMin !== undefined || (t.resaDitMin !== undefined && t.resaHemMin !== undefined), {
    message: 'Ange restiden i hela minuter. Skriv 0 om det inte tog någon tid.',
    path: ['resaMin'],
  })

const filSchema = z.object({
  sgi: z
    .number({ message: 'Ange årsinkomsten i hela kronor, eller null om ingen SGI kan fastställas.' })
    .int('Ange årsinkomsten i hela kronor, utan ören.')
    .min(0, 'Årsinkomsten kan inte vara negativ.')
    .max(1_000_000_000, 'Årsinkomsten är orimligt hög.')
    .nullable(),
  arsarbetstid: valfritt(
    z
      .number({ message: 'Ange årsarbetstiden i timmar.' })
      .min(0, 'Årsarbetstiden kan inte vara negativ.')
      .max(8784, 'Ett år har högst 8 784 timmar.'),
  ),
  niva: z.enum(['normal', 'fortsattning'], { message: 'Välj normal eller fortsattning.' }).default('normal'),
  arbetslos: z.boolean({ message: 'Skriv true eller false.' }).default(false),
  arbetstid: z.object(
    { man: timmarna, tis: timmarna, ons: timmarna, tor: timmarna, fre: timmarna, lor: timmarna, son: timmarna },
    { message: 'Ange timmar för veckodagarna: {"man": 8, "tis": 8, …}.' },
  ),
  arbetsstart: klockslagSchema,
  lunch: valfritt(
    z.object({ start: klockslagSchema, min: minuter('rasten') }, { message: 'Skriv lunchen som {"start": "12:00", "min": 30}.' }),
  ),
  tillfallen: z.array(tillfalleSchema, { message: 'Skriv tillfällena som en lista.' }),
})
type Fil = z.infer<typeof filSchema>

export interface LastFil {
  readonly underlag: Forebyggandeunderlag
  /** what was in the file and has not been used: a misspelt name would else pass in silence */
  readonly varningar: readonly string[]
}

/** The rows of the file, each in its place; undefined where nothing of it can be read. */
type Rader = readonly (Tillfalle | undefined)[]

/**
 * Reads the file of `berakna forebyggande`. `sgi` is the yearly income of employment: floor and ceiling of each day are laid on it
 * (ADR 0027). @throws {Domanfel} naming every row and field that is wrong and what to do.
 */
export function lasForebyggandefil(varde: unknown): LastFil {
  const { data: fil, falt } = prova(filSchema, varde)
  const fel = radvis([...(falt ?? []), ...(fil ? felen(fil, fil.tillfallen) : felIResten(varde))])
  if (!fil || fel.length) throw faltfelen('ogiltigtUnderlag', fel)
  return { underlag: underlaget(fil, fil.tillfallen), varningar: okandaFalt(varde as Record<string, unknown>) }
}

const RADFALT = /^tillfallen\.(\d+)/
const radAv = (f: Faltfel): number => Number(RADFALT.exec(f.falt)?.[1] ?? -1)
/** What is wrong with the file as a whole first, then row by row. */
const radvis = (fel: readonly Faltfel[]): Faltfel[] => [...fel].sort((a, b) => radAv(a) - radAv(b))

const felen = (fil: Fil, rader: Rader): Faltfel[] => [
  ...schemafel(fil, rader),
  ...arsarbetstidsfel(fil, rader),
  ...tillfallesfel(rader, schemat(fil)),
]

/** What is wrong with the rest of a file some of which cannot be read, so that every bad row is named at once. */
function felIResten(varde: unknown): Faltfel[] {
  const delar = { ...(varde as Record<string, unknown> | null) }
  const rader = Array.isArray(delar.tillfallen) ? delar.tillfallen.map(lasbartAv) : []
  const resten = filSchema.safeParse({ ...delar, tillfallen: [] })
  if (resten.success) return felen(resten.data, rader)
  const arbetstid = filSchema.shape.arbetstid.safeParse(delar.arbetstid)
  return tillfallesfel(rader, { arbetstid: arbetstid.data ?? {}, arbetsstart: 0 })
}

/** When a row is and how long the treatment takes can be enough to see that it clashes, whatever else is wrong with it. */
function lasbartAv(rad: unknown): Tillfalle | undefined {
  const hela = tillfalleSchema.safeParse(rad)
  return hela.success ? hela.data : behandlingenSchema.safeParse(rad).data
}
const behandlingenSchema = z
  .object({ datum: datumSchema, start: klockslagSchema, behandlingMin: minuter('behandlingstiden') })
  .transform((t) => ({ ...t, forberedelseMin: 0, resaMin: 0 }))

const schemat = (fil: Fil): Arbetsschema => ({
  arbetstid: fil.arbetstid,
  arbetsstart: klockslag(fil.arbetsstart),
  ...(fil.lunch ? { lunch: lunchen(fil.lunch) } : {}),
})

/** The rows whose working time is told, ready to reckon. */
function underlaget(fil: Fil, rader: Rader): Forebyggandeunderlag {
  const [schema, villkor] = [schemat(fil), villkoren(fil)]
  return {
    tillfallen: rader.filter((t) => t !== undefined && arbetsdagen(schema, t.datum) !== undefined) as Tillfalle[],
    arbetsdagPa: (dag) => arbetsdagen(schema, dag)!,
    villkorPa: () => villkor,
  }
}

const lunchen = (l: NonNullable<Fil['lunch']>) => ({ fran: klockslag(l.start), till: klockslag(l.start) + l.min })

/** Working days that the reckoning of one date cannot hold, and weekdays that are needed and not told. */
function schemafel(fil: Fil, rader: Rader): Faltfel[] {
  const schema = schemat(fil)
  const behovs = new Set(rader.flatMap((t) => (t ? [veckodagAv(t.datum)] : [])))
  const sent = (schema.lunch?.till ?? 0) > DYGN ? [{ falt: 'lunch.min', text: 'Rasten går över midnatt. Ange en rast inom dygnet.' }] : []
  return [
    ...sent,
    ...VECKODAGAR.filter((d) => behovs.has(d)).flatMap((d): Faltfel[] => {
      const timmar = fil.arbetstid[d]
      if (timmar === undefined)
        return [
          {
            falt: `arbetstid.${d}`,
            text: `Ange timmar för ${VECKODAGSNAMN[d]}: det finns ett tillfälle den veckodagen. Skriv 0 för en dag utan arbete.`,
          },
        ]
      const slut = arbetspass(schema.arbetsstart, somMinuter(timmar), schema.lunch).at(-1)?.till ?? 0
      return slut > DYGN
        ? [
            {
              falt: `arbetstid.${d}`,
              text: `Arbetsdagen börjar ${skrivKlockslag(schema.arbetsstart)} och slutar efter midnatt. Ange arbetstid som ryms i dygnet.`,
            },
          ]
        : []
    }),
  ]
}

/** Working hours a year round to whole hours (28 kap. 13 §); fewer than one are none told. */
const arsarbetstiden = (fil: Fil): number | undefined => (Math.round(fil.arsarbetstid ?? 0) < 1 ? undefined : fil.arsarbetstid)

/** Asked for only where an amount rests on it: not without an SGI, not where no day reaches a quarter, not by calendar days. */
const arsarbetstidsfel = (fil: Fil, rader: Rader): Faltfel[] =>
  arsarbetstiden(fil) === undefined &&
  beraknaForebyggande(underlaget(fil, rader)).dagar.some((d) => allaSaknade(d.forklaring).some((s) => s.namn === 'arsarbetstid'))
    ? [
        {
          falt: 'arsarbetstid',
          text: 'Ange årsarbetstiden i timmar (25 kap. 26 §). Den behövs när beloppet räknas på arbetstiden (28 kap. 13 §).',
        },
      ]
    : []

const tillfallesfel = (rader: Rader, schema: Arbetsschema): Faltfel[] =>
  granskaTillfallen(rader, (dag) => arbetsdagen(schema, dag)?.minuter ?? 0).map((f) => ({
    falt: `tillfallen.${f.rad}.${f.falt}`,
    text: f.text,
  }))

const UPPGIFT = { typ: 'forsakrad', text: 'underlagets sgi' } as const

const villkoren = (fil: Fil): Dagvillkor => ({
  sgi: fil.sgi === null ? { slag: 'ingen', kalla: UPPGIFT } : { slag: 'arsinkomst', anstallning: fil.sgi, annat: 0, kalla: UPPGIFT },
  niva: fil.niva,
  arbetslos: fil.arbetslos,
  ...(arsarbetstiden(fil) === undefined ? {} : { arsarbetstid: arsarbetstiden(fil)! }),
})

const KANDA = Object.keys(filSchema.shape)
const KANDA_TILLFALLE = Object.keys(tillfalleSchema.shape)

function okandaFalt(fil: Record<string, unknown>): string[] {
  const okanda = (o: object, kanda: readonly string[], fore = '') =>
    Object.keys(o)
      .filter((k) => !kanda.includes(k))
      .map((k) => `Fältet ${fore}${k} känns inte igen och har inte använts.`)
  return [
    ...okanda(fil, KANDA),
    ...okanda(fil.arbetstid as object, VECKODAGAR, 'arbetstid.'),
    ...(fil.lunch ? okanda(fil.lunch as object, ['start', 'min'], 'lunch.') : []),
    ...(fil.tillfallen as object[]).flatMap((t, i) => okanda(t, KANDA_TILLFALLE, `tillfallen.${i}.`)),
  ]
}
