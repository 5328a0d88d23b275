import * as z from 'zod'

const doldSchema = z.enum(['liten', 'skyddad'])
/** Answers are read, never changed: as the analysis gives them. */
const lista = <T extends z.ZodType>(t: T) => z.array(t).readonly()
const paret = z.array(z.number()).length(2).readonly()
const cellSchema = z.object({
  varde: z.union([z.number(), z.string()]).nullable(),
  n: z.number().nullish(),
  dold: doldSchema.optional(),
  p: z.number().optional(),
  stjarnor: z.string().optional(),
  intervall: paret.nullish(),
})
const definitionSchema = z.object({
  population: z.string(),
  fonster: z.string(),
  taljare: z.string(),
  namnare: z.string().nullable(),
  enhet: z.string(),
  kalla: z.string(),
})
const anmarkningSchema = z.object({ id: z.string(), text: z.string() })
const urvalSchema = z.object({ period: z.string(), omraden: lista(z.string()).nullable() })

/** A table or figure with its definitions, notes and what is hidden. */
export const tabellSchema = z
  .object({
    id: z.string(),
    rubrik: z.string(),
    kalla: z.string(),
    nycklar: lista(z.string()),
    kolumner: lista(
      z.object({ id: z.string(), rubrik: z.string(), enhet: z.string(), decimaler: z.number(), definition: definitionSchema }),
    ),
    rader: lista(z.object({ nyckel: lista(z.string()), summa: z.literal(true).optional(), celler: lista(cellSchema) })),
    anmarkningar: lista(anmarkningSchema),
    urval: urvalSchema,
    skydd: z.object({ dolda: z.number(), text: z.string() }).nullable(),
  })
  .meta({ id: 'Analystabell' })

export const lageSchema = z.object({
  tillstand: z.enum(['redo', 'vilar', 'saknas', 'skapas', 'fel']),
  andel: z.number().nullable(),
  text: z.string().nullable(),
  underlag: z
    .object({
      pahittad: z.boolean(),
      personer: z.number().nullable(),
      ar: paret.nullable(),
      register: lista(z.object({ namn: z.string(), rader: z.number() })),
    })
    .nullable(),
})

const markeSchema = z
  .object({ namn: z.string(), fran: z.string(), tom: z.string().nullable(), text: z.string() })
  .meta({ id: 'Periodmarke' })
export const tabellerSchema = z.object({
  tabeller: lista(tabellSchema),
  marken: lista(markeSchema),
  tar: z.record(z.string(), z.object({ period: z.boolean(), omraden: z.boolean() })),
})

export const variabelSchema = z
  .object({ id: z.string(), rubrik: z.string(), enhet: z.string(), definition: z.string() })
  .meta({ id: 'Analysvariabel' })
const korrelationSchema = z
  .object({ r: z.number(), n: z.number(), p: z.number(), stjarnor: z.string(), intervall: paret.nullable() })
  .meta({ id: 'Korrelation' })
export const sambandSchema = z.object({
  x: variabelSchema,
  y: variabelSchema,
  punkter: lista(z.object({ omrade: z.string(), x: z.number(), y: z.number(), avvikare: z.boolean() })),
  utan: lista(z.string()),
  saknas: lista(z.string()),
  analys: z.object({
    alla: korrelationSchema,
    spearman: korrelationSchema,
    avvikare: lista(z.string()),
    utanAvvikare: korrelationSchema.nullable(),
    avvikarregel: z.string(),
    varning: z.string(),
  }),
})

export const publiceratSchema = z.object({
  samband: lista(
    z.object({
      par: z.string(),
      kalla: z.string(),
      x: z.string(),
      y: z.string(),
      utan: z.string().optional(),
      publicerat: z.object({ r: z.number().nullable(), text: z.string(), stjarnor: z.string().optional() }),
      avrundning: paret,
      beraknat: korrelationSchema,
      inomAvrundning: z.boolean().nullable(),
      tryckteStjarnorStammer: z.boolean().nullable(),
    }),
  ),
  tryckskillnader: lista(
    z.object({ id: z.string(), tabell: z.string(), var: z.string(), tryckt: z.string(), raknat: z.string(), hantering: z.string() }),
  ),
  kalibrering: z
    .object({
      poster: lista(
        z.object({
          lan: z.string(),
          kolumn: z.number(),
          publicerat: z.number(),
          mal: z.number(),
          beraknat: z.number(),
          medelfel: z.number(),
          z: z.number().nullable(),
        }),
      ),
      kolumner: lista(z.string()),
      anmarkningar: lista(z.string()),
    })
    .nullable(),
})

export const enkatSchema = z.object({
  svarsfrekvens: lista(z.object({ grupp: z.string(), mottagare: z.number(), svarande: z.number(), andel: z.number() })),
  paminnelser: lista(z.object({ efterPaminnelser: z.number(), svar: z.number(), ackumulerat: z.number() })),
  attPaminna: z.number(),
  index: lista(
    z.object({
      index: z.string(),
      items: lista(z.string()),
      omraden: lista(z.object({ omrade: z.string(), varde: z.number(), n: z.number(), overMedel: z.boolean() })),
    }),
  ),
  grader: lista(z.object({ omrade: z.string(), grad: z.string() })),
  kombinationer: lista(z.object({ mest: z.string(), minst: z.string(), antal: z.number() })),
  fragor: lista(
    z.object({
      fraga: z.number(),
      item: z.string(),
      text: z.string(),
      n: z.number(),
      vetEj: z.number(),
      minst: z.number().nullable(),
      hogst: z.number().nullable(),
      svar: lista(z.object({ varde: z.number(), antal: z.number() })),
    }),
  ),
  fritext: lista(
    z.object({
      fraga: z.number(),
      item: z.string(),
      text: z.string(),
      n: z.number(),
      kappa: z.number().nullable(),
      koder: lista(z.object({ kod: z.string(), antal: z.number() })),
    }),
  ),
})

export const metoderSchema = z.object({
  metoder: lista(
    z.object({
      namn: z.string(),
      grupp: z.enum(['utvardering', 'likformighet', 'indikatorer']),
      rubrik: z.string(),
      tar: lista(z.string()),
    }),
  ),
})

export const rapportutbudSchema = z.object({ uppdrag: lista(z.object({ id: z.string(), namn: z.string() })), lan: lista(z.string()) })

/** What a method found, with what it assumes and cannot say, and how its tables are drawn. */
export const metodresultatSchema = z
  .object({
    id: z.string(),
    rubrik: z.string(),
    fraga: z.string(),
    metod: z.string(),
    antaganden: lista(z.string()),
    kanInteSaga: lista(z.string()),
    underlag: lista(z.object({ vad: z.string(), antal: z.number().nullable() })),
    skattningar: lista(
      z.object({
        id: z.string(),
        vad: z.string(),
        enhet: z.string(),
        varde: z.number().nullable(),
        intervall: paret.nullable(),
        p: z.number().nullish(),
        n: z.number().nullable(),
        handelser: z.number().nullish(),
        dold: z.literal(true).optional(),
        varfor: z.string().optional(),
      }),
    ),
    kontroller: lista(
      z.object({ id: z.string(), vad: z.string(), utfall: z.enum(['haller', 'haller inte', 'kan inte sagas']), text: z.string() }),
    ),
    tabeller: lista(tabellSchema),
    diagram: lista(
      z.object({
        typ: z.string(),
        rubrik: z.string(),
        tabell: z.string(),
        x: z.string(),
        y: z.string(),
        undre: z.string().optional(),
        ovre: z.string().optional(),
        serie: z.string().optional(),
        granser: lista(z.array(z.string()).length(2).readonly()).optional(),
        ingenSkillnad: z.number().optional(),
      }),
    ),
    anmarkningar: lista(anmarkningSchema),
    marken: lista(
      z.object({
        id: z.string(),
        namn: z.string(),
        fran: z.string(),
        tom: z.string().nullable(),
        verkan: z.string(),
        kalla: z.string(),
        osakert: z.string().optional(),
      }),
    ),
    urval: urvalSchema,
  })
  .meta({ id: 'Metodresultat' })
