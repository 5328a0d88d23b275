import * as z from 'zod'
import { forklaringSchema as forklaring, kallaSchema as kalla, lagrumSchema as lagrum } from './forklaring.ts'

/**
 * The case page, as the API describes it. The page itself is packed when it is
 * written and sent as it lies; a test holds it against this description.
 */
const datum = z.iso.date()
const aktor = z.object({ id: z.string(), namn: z.string(), roll: z.string(), enhet: z.string().optional() })
const period = z.object({ from: datum, tom: datum })

const fraga = z.object({
  nyckel: z.string(),
  kod: z.string(),
  rubrik: z.string(),
  hjalp: z.string(),
  lagrum: z.array(lagrum),
  roll: z.string(),
  inteFor: z.array(z.string()),
  underlag: z.string(),
  senast: datum.optional(),
  varforNu: z.string(),
  period: period.optional(),
  formular: z.unknown(),
  forklaring: forklaring.optional(),
})
export const vantanSchema = z.object({
  pa: z.string(),
  paNamn: z.string(),
  vad: z.string(),
  varfor: z.string(),
  sedan: datum,
  till: datum.nullable(),
  lagrum: z.array(lagrum).readonly(),
})
export const kommandeSchema = z.object({ dag: datum, text: z.string(), lagrum: z.array(lagrum).readonly() })
const utfall = z.union([
  z.object({ typ: z.enum(['uppfyllt', 'ejUppfyllt']), forklaring, automatiskt: z.boolean().optional() }),
  z.object({ typ: z.literal('ejAktuellt'), varfor: z.string() }),
  z.object({ typ: z.literal('avvaktar'), pa: z.string() }),
  z.object({ typ: z.literal('fraga'), fraga }),
  z.object({ typ: z.literal('vantar'), pa: vantanSchema }),
])
const utbetalningsrad = period.extend({
  grad: z.number(),
  niva: z.enum(['normal', 'fortsattning']),
  dagar: z.number(),
  betaldaDagar: z.array(datum).optional(),
  kronorPerDag: z.number(),
  avdrag: z.array(z.object({ slag: z.string(), kronor: z.number(), text: z.string() })),
  summa: z.number(),
  forklaring,
})
const beslut = z.object({
  id: z.string(),
  nr: z.number(),
  typ: z.enum(['slutligt', 'interimistiskt', 'omprovning', 'andring', 'overklagande']),
  utfall: z.string(),
  period,
  rader: z.array(z.unknown()),
  motivering: z.object({ avgorande: z.string(), omstandigheter: z.string(), bedomning: z.string(), saknades: z.string().optional() }),
  lagrum: z.array(lagrum),
  forklaringar: z.array(forklaring),
  utbetalning: z.array(utbetalningsrad),
  fakta: z.array(z.string()),
  kantTill: z.number(),
  flodesversion: z.string(),
  regelversion: z.string(),
  dag: datum,
  tid: z.string(),
  fattatAv: aktor,
  foredragande: aktor.optional(),
  medverkande: z.array(aktor),
  enhet: z.string(),
  brevId: z.string(),
  ersatter: z.string().optional(),
  orsak: z.string().optional(),
  summa: z.number(),
  manader: z.array(z.object({ manad: datum, dagar: z.number(), brutto: z.number(), avdrag: z.number(), summa: z.number() })),
  galler: z.boolean(),
  skrivelse: z.enum(['omprovning', 'overklagande', 'tillagg']),
})

/** What the page of every benefit shows. */
const grundvy = z.object({
  id: z.string(),
  nummer: z.string(),
  version: z.number().int(),
  enhet: z.string(),
  idag: datum,
  part: z.object({ namn: z.string(), nummer: z.string(), skyddad: z.boolean() }),
  rubrikrad: z.array(z.object({ rubrik: z.string(), text: z.string(), tillagg: z.string().optional(), viktig: z.boolean().optional() })),
  tidslinje: period
    .extend({
      idag: datum,
      band: z.array(
        z.object({
          namn: z.string(),
          perioder: z.array(period.extend({ text: z.string(), slag: z.string(), grad: z.number().optional() })),
        }),
      ),
      marken: z.array(z.object({ nr: z.number(), dag: datum, text: z.string(), lagrum: z.array(lagrum), passerad: z.boolean() })),
    })
    .nullable(),
  raknare: z.array(z.object({ namn: z.string(), varde: z.number(), forklaring })),
  overlamningar: z.array(
    z.object({
      id: z.string(),
      till: z.string(),
      enhet: z.string(),
      slag: z.enum(['arende', 'ide']),
      skal: z.string(),
      dag: datum,
      av: aktor,
      svar: z
        .object({ utfall: z.enum(['mottagen', 'aterlamnad']), dag: datum, av: aktor, skal: z.string(), arendeId: z.string().optional() })
        .optional(),
      foljder: z
        .array(z.object({ text: z.string(), dag: datum, av: aktor }))
        .readonly()
        .optional(),
    }),
  ),
  ursprung: z.array(
    z.object({
      overlamningId: z.string(),
      forman: z.string(),
      arendeId: z.string(),
      nummer: z.string(),
      slag: z.enum(['arende', 'ide']),
      skal: z.string(),
      lamnad: datum,
      av: z.string(),
      kopplad: datum,
      koppladAv: aktor,
    }),
  ),
  steg: z.array(
    z.object({
      namn: z.string(),
      rubrik: z.string(),
      lagrum: z.array(lagrum),
      status: z.enum(['uppfyllt', 'ejUppfyllt', 'ejAktuellt', 'fraga', 'vantar', 'avvaktar']),
      utfall: z.array(utfall),
      avvaktar: z.array(z.string()).optional(),
    }),
  ),
  fragor: z.array(fraga),
  vantar: z.array(vantanSchema),
  kommande: z.array(kommandeSchema),
  fakta: z.array(
    z.object({
      id: z.string(),
      namn: z.string(),
      rubrik: z.string(),
      text: z.string(),
      varde: z.unknown().optional(),
      kalla,
      period: period.nullable(),
      registrerad: z.string(),
      av: z.string(),
      ersatt: z.boolean(),
    }),
  ),
  handlingar: z.array(
    z.object({
      id: z.string(),
      typ: z.string(),
      rubrik: z.string(),
      fran: z.string(),
      inkom: datum,
      medietyp: z.string(),
      sha256: z.string(),
      storlek: z.number(),
      kanal: z.string(),
      vagning: z
        .object({ handlingId: z.string(), beaktad: z.boolean(), vikt: z.string(), for: z.array(z.string()), skal: z.string() })
        .nullable(),
    }),
  ),
  svar: z.array(
    z.object({ id: z.string(), nyckel: z.string(), kod: z.string(), dag: datum, tid: z.string(), svar: z.unknown(), av: z.string() }),
  ),
  begaran: z.array(z.unknown()),
  kommuniceringar: z.array(z.unknown()),
  beslut: z.array(beslut),
  utskick: z.array(z.unknown()),
  omprovningar: z.array(z.unknown()),
  overklaganden: z.array(z.unknown()),
  kontakter: z.array(z.unknown()),
  personligaKontakter: z.number(),
  anteckningar: z.array(z.unknown()),
  information: z.array(z.unknown()),
  uppmarksamma: z.array(
    z.object({
      amne: z.string(),
      text: z.string(),
      varfor: z.string(),
      lagrum: z.array(lagrum),
      given: z.string().nullable(),
      mottagare: z.object({ givenTill: z.enum(['forsakrad', 'arbetsgivare', 'bada']).nullable() }).optional(),
    }),
  ),
  historik: z.array(z.object({ nr: z.number(), tid: z.string(), dag: datum, vem: z.string(), typ: z.string(), text: z.string() })),
  tilldelning: z.record(z.string(), z.unknown()),
  vila: z.record(z.string(), z.unknown()),
  avslutat: z.object({ dag: datum, skal: z.string() }).nullable(),
})

const sjukpenningvy = grundvy.extend({
  forman: z.literal('sjukpenning'),
  arbetsgivare: z.string(),
  plan: z.object({ status: z.string(), senast: datum.nullable(), text: z.string() }),
  interimistiskt: z.object({ mojligt: z.boolean(), dagar: z.array(period), varfor: z.string() }),
})

const planbehandling = z.object({
  id: z.string(),
  behandling: z.string(),
  namn: z.string(),
  beskrivning: z.string(),
  utforande: z.string(),
  vardgivare: z.string(),
  period: period.nullable(),
  tillfallen: z.number(),
  timmarPerVecka: z.number(),
})

const forebyggandevy = grundvy.extend({
  forman: z.literal('forebyggande-sjukpenning'),
  fas: z.string(),
  fasnamn: z.string(),
  diagnoser: z.array(z.object({ kod: z.string(), text: z.string() })),
  planer: z.array(
    z.object({
      ansokan: z.string(),
      sak: z.string(),
      inkom: datum,
      inkomOkand: z.boolean(),
      behandlingar: z.array(planbehandling),
      utlatanden: z.array(
        z.object({
          handlingId: z.string(),
          inkom: datum,
          lakare: z.string(),
          uppfoljning: z.object({ nar: datum, hur: z.string() }).nullable(),
        }),
      ),
      beslut: z
        .object({
          id: z.string(),
          dag: datum,
          utfall: z.string(),
          behandlingar: z.array(
            z
              .object({
                id: z.string(),
                namn: z.string(),
                godkanns: z.enum(['ja', 'nej', 'begransat']),
                skal: z.array(z.string()),
                text: z.string(),
              })
              .loose(),
          ),
        })
        .nullable(),
    }),
  ),
  godkant: z.array(
    z.object({
      id: z.string(),
      namn: z.string(),
      from: datum,
      tom: datum,
      tillfallen: z.number(),
      slutade: datum.nullable(),
      planerade: z.array(z.object({ datum, start: z.string() })),
    }),
  ),
  ersattningar: z.array(
    z.object({
      ansokan: z.string(),
      sak: z.string(),
      inkom: datum,
      period,
      beslut: z.object({ id: z.string(), dag: datum, utfall: z.string() }).nullable(),
      tillfallen: z.array(
        z.object({
          id: z.string(),
          datum,
          start: z.string(),
          behandling: z.string(),
          traff: z.string(),
          avviker: z.boolean(),
          planerat: z.object({ datum, start: z.string() }).nullable(),
        }),
      ),
    }),
  ),
  planMotUtfall: z
    .object({
      planeradeTillfallen: z.number(),
      dagarIPlanen: z.number(),
      dagarUtanfor: z.number(),
      nettodagar: z.number(),
      fullfoljd: z.string(),
    })
    .nullable(),
  tidigarePlaner: z.array(
    z.object({
      nummer: z.string(),
      inkom: datum,
      behandlingar: z.array(
        z.object({ behandling: z.string(), annatText: z.string().optional(), utforande: z.string(), planeradeTillfallen: z.number() }),
      ),
      diagnoskapitel: z.array(z.string()),
      utfall: z.string(),
      nettodagar: z.number(),
      fullfoljd: z.string(),
      uppfoljning: z.string(),
    }),
  ),
  andraArenden: z.array(
    z
      .object({ nummer: z.string(), forman: z.string(), betalda: z.array(period.extend({ grad: z.number() })), sjukdagar: z.array(period) })
      .loose(),
  ),
  skillnaden: z.string(),
})

/** The case page: what every benefit shows, and what its own; `forman` says which. */
export const arendevySchema = z.discriminatedUnion('forman', [sjukpenningvy, forebyggandevy]).meta({ id: 'Arendevy' })
