import type { arbetsschemaSchema, arbetssokandeSchema } from '@atergang/formaner'
import * as z from 'zod'
import { lagrumSchema } from '../forklaring.ts'

// The answers of the routes of förebyggande sjukpenning, as the API describes them.

export const datum = z.iso.date()
export const rader = <S extends z.ZodType>(s: S) => z.array(s).readonly()
const period = z.object({ from: datum, tom: datum })
const lagrum = rader(lagrumSchema)

/** A code list for a form: code and the word shown. */
const kodrad = z.object({ kod: z.string(), namn: z.string() })
/** A caregiver of the register: nothing about any person. */
export const vardgivareSchema = z.object({ id: z.string(), namn: z.string(), typ: z.string(), lan: z.string() }).meta({ id: 'Vardgivare' })

export const koderSchema = z
  .object({
    formular: z.object({ plan: z.string(), utlatande: z.string(), ersattning: z.string(), arbetsgivare: z.string() }),
    behandlingar: rader(kodrad.extend({ kallor: rader(z.string()) })),
    utforanden: rader(kodrad),
    vardgivartyper: rader(kodrad),
    initiativ: rader(kodrad),
    syften: rader(kodrad),
    sysselsattningar: rader(kodrad),
    kompletteringsfalt: rader(kodrad),
    planskal: rader(kodrad),
    ersattningsskal: rader(kodrad),
    stallningar: rader(kodrad),
    installningar: rader(z.object({ namn: z.string(), rubrik: z.string() })),
    kandidatkallor: rader(kodrad),
    kandidatstatus: rader(kodrad),
    forslagsstatus: rader(kodrad),
    fullfoljd: rader(kodrad),
    faser: rader(kodrad),
    rutiner: rader(z.unknown()),
    vardgivare: rader(vardgivareSchema),
    hjalp: z.object({ sjukpenning: z.string(), forebyggande: z.string(), sammaDel: z.string() }),
  })
  .meta({ id: 'ForebyggandeKoder' })

const upplysning = z.object({ kod: z.string(), text: z.string(), lagrum })
const dagsutfall = z.enum(['nar', 'narInteUpp', 'utanforArbetstiden', 'ingenArbetstid', 'hemma', 'arbetstidOkand', 'krock'])
const dagstal = {
  utfall: dagsutfall,
  hindradeMinuter: z.number(),
  arbetsminuter: z.number(),
  andel: z.number(),
  kravs: z.number(),
  ungefarKronor: z.number().nullable(),
}

export const forhandskollSchema = z
  .object({
    inledning: z.string(),
    dagar: rader(z.object({ datum, ...dagstal })),
    grupper: rader(z.object({ ...dagstal, veckodag: z.string(), dagar: rader(datum), text: z.string() })),
    sgi: upplysning.extend({
      lage: z.enum(['kand', 'ingen', 'okand', 'kanInteRaknas']),
      kronor: z.number().optional(),
      niva: z.enum(['normal', 'fortsattning']).optional(),
    }),
    steg1: rader(upplysning),
    steg2: rader(upplysning),
    observera: rader(upplysning),
    antal: z.object({ nar: z.number(), alla: z.number() }),
  })
  .meta({ id: 'Forhandskoll' })

const behandlingsvy = z.object({
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
export const behandlingsvySchema = behandlingsvy

const minUppgift = z.object({
  slag: z.enum(['yttrande', 'komplettera', 'utlatande', 'ansokPlan', 'ansokErsattning', 'uppfoljning']),
  text: z.string(),
  senast: datum.nullable(),
  id: z.string(),
  brevId: z.string().nullable(),
  typ: z.string().optional(),
  om: z.string().nullable().optional(),
  falt: rader(z.object({ frageId: z.string(), falt: z.string().nullable(), text: z.string(), skal: z.string() })).optional(),
})

export const kantSchema = z
  .object({
    sysselsattning: z.string().nullable(),
    arbetsgivare: z.string().nullable(),
    inkomst: z.object({ anstallning: z.number(), annat: z.number() }).nullable(),
    arbetsschema: z.custom<z.output<typeof arbetsschemaSchema>>().nullable(),
    arsarbetstid: z.number().nullable(),
    arbetssokande: z.custom<z.output<typeof arbetssokandeSchema>>().nullable(),
  })
  .meta({ id: 'ForebyggandeKant' })

/** What a person sees of her own case. */
export const minForebyggandeSchema = z
  .object({
    id: z.string(),
    nummer: z.string(),
    forman: z.literal('forebyggande-sjukpenning'),
    fas: z.string(),
    nulage: z.string(),
    sedan: rader(z.object({ nar: z.string(), vad: z.string() })),
    attGora: rader(minUppgift),
    handlaggare: z.string(),
    enhet: z.string(),
    beslut: rader(
      z.object({
        id: z.string(),
        dag: datum,
        rubrik: z.string(),
        rader: rader(z.string()),
        summa: z.number(),
        brevId: z.string(),
        typ: z.string(),
        omprovningSenast: datum.nullable(),
        kanOmprovas: z.boolean(),
        omprovningBegard: datum.nullable(),
        skrivelse: z.string(),
        kanOverklagas: z.boolean(),
        overklagandeSenast: datum.nullable(),
        overklagat: z.object({ inkom: datum, domstol: z.string().nullable() }).nullable(),
      }),
    ),
    brev: rader(z.object({ id: z.string(), handlingId: z.string(), rubrik: z.string(), dag: datum, last: z.boolean() })),
    handlingar: rader(
      z.object({
        id: z.string(),
        typ: z.string(),
        medietyp: z.string(),
        rubrik: z.string(),
        text: z.string(),
        dag: datum,
        fran: z.string(),
      }),
    ),
    planer: rader(
      z.object({
        ansokan: z.string(),
        inkom: datum,
        avgjord: datum.nullable(),
        utlatande: z.enum(['saknas', 'inkommet']),
        behandlingar: rader(behandlingsvy.extend({ utfall: z.string() })),
      }),
    ),
    godkanda: rader(
      z.object({
        id: z.string(),
        namn: z.string(),
        utforande: z.string(),
        from: datum,
        tom: datum,
        tillfallen: rader(
          z.object({
            datum,
            start: z.string(),
            behandlingMin: z.number(),
            forberedelseMin: z.number(),
            resaMin: z.number(),
            efterMin: z.number(),
            ansokt: z.boolean(),
          }),
        ),
      }),
    ),
    ersattningar: rader(
      z.object({ ansokan: z.string(), inkom: datum, nar: z.string(), avgjord: datum.nullable(), kanRattas: z.boolean() }),
    ),
    kant: kantSchema,
    anpassning: z.object({ sprak: z.string().optional(), tolk: z.boolean(), format: z.string(), ombud: z.string().optional() }).nullable(),
    anmalda: rader(z.object({ dag: datum, amne: z.string(), text: z.string() })),
  })
  .meta({ id: 'MinForebyggande' })

/** An entry of the register with how often it has been used and what stops it. */
export const evidenspostSchema = z
  .object({
    id: z.string(),
    behandling: z.string().nullable(),
    behandlingsnamn: z.string(),
    diagnos: z.string().nullable(),
    utforande: z.string().nullable(),
    stallning: z.enum(['oftaGodkand', 'oftaInte', 'fragaFmr', 'inteAvgjord']),
    installning: z.string().nullable(),
    villkor: z.string(),
    kalla: z.object({ slag: z.string(), text: z.string(), id: z.string().nullable() }),
    av: z.string(),
    registrerad: datum,
    from: datum,
    tom: datum.nullable(),
    galler: z.boolean(),
    anvand: z.object({ antal: z.number(), motStallningen: z.number(), senast: datum.nullable() }),
    stopp: rader(z.object({ tom: datum, ersattAv: z.string().nullable(), skal: z.string(), av: z.string(), registrerad: datum })),
  })
  .meta({ id: 'Evidenspost' })
export const installningSchema = z
  .object({ namn: z.string(), rubrik: z.string(), varde: z.union([z.boolean(), z.number()]), from: datum, kalla: z.string() })
  .meta({ id: 'Riksinstallning' })

/** The stance of the register for a treatment. */
export const evidenssvarSchema = z
  .object({
    stallning: z.string().nullable(),
    poster: rader(z.string()),
    overtrumfade: rader(z.string()),
    konflikt: z.boolean(),
    installningar: rader(installningSchema),
    fragaFmr: z.boolean(),
    text: z.string(),
  })
  .meta({ id: 'Evidenssvar' })

export const liknandeSchema = z
  .object({
    id: z.string(),
    beslutsdag: datum,
    behandling: z.string(),
    namn: z.string(),
    diagnoser: rader(z.string()),
    utforande: z.string(),
    timmarPerVecka: z.number(),
    antalTillfallen: z.number(),
    utfall: z.enum(['godkandOchBeviljad', 'godkandEjBeviljad', 'delvisGodkand', 'ejGodkand']),
    skal: rader(z.string()),
    fmr: z.boolean(),
    fullfoljd: z.string(),
    likhet: z.object({ behandling: z.string(), diagnos: z.string(), utforande: z.string(), omfattning: z.string() }),
    text: z.string(),
  })
  .meta({ id: 'LiknandeFall' })

/** An open case of the person's that something can be connected with. */
const kopplingsbar = z.object({ arendeId: z.string(), nummer: z.string(), inlett: datum })

export const overlamningSchema = z
  .object({
    id: z.string(),
    arendeId: z.string(),
    nummer: z.string(),
    namn: z.string(),
    partsnummer: z.string(),
    fran: z.string(),
    till: z.string(),
    enhet: z.string(),
    slag: z.string(),
    skal: z.string(),
    lamnad: datum,
    av: z.string(),
    egen: z.boolean(),
    arenden: rader(kopplingsbar),
  })
  .meta({ id: 'Overlamning' })

export const kandidatSchema = z
  .object({
    id: z.string(),
    personnummer: z.string(),
    namn: z.string(),
    enhet: z.string(),
    kalla: z.string(),
    uppgiftslamnare: z.string(),
    samtycke: z.boolean(),
    text: z.string(),
    dag: datum,
    status: z.string(),
    nasta: rader(z.string()),
    overlamning: z.object({ nummer: z.string(), av: z.string() }).nullable(),
    arenden: rader(kopplingsbar),
    senaste: datum,
    steg: rader(z.object({ status: z.string(), text: z.string(), dag: datum, av: z.string(), arendeId: z.string().nullable() })),
  })
  .meta({ id: 'Kandidat' })

export const forslagSchema = z
  .object({
    id: z.string(),
    formular: z.string(),
    version: z.string(),
    falt: z.string().nullable(),
    text: z.string(),
    dag: datum,
    av: z.string(),
    enhet: z.string(),
    status: z.enum(['ny', 'bedoms', 'infors', 'avslas']),
    forsenat: z.boolean(),
    svar: rader(z.object({ status: z.string(), svar: z.string(), inforsI: z.string().nullable(), dag: datum, av: z.string() })),
  })
  .meta({ id: 'Formularforslag' })

// --- figures: a count below the limit is null, and so is every share of it -----------------------------------

const tal = z.number().nullable()
const del = z.object({ antal: tal, n: tal, andel: tal })
const nettorad = z.object({ grupp: z.string(), mottagare: tal, nettodagar: tal, perMottagare: tal })
const likafall = z.object({
  utanGrupp: tal,
  grupper: rader(z.object({ grupp: z.string(), n: tal, spridning: tal, omraden: rader(del.extend({ omrade: z.string() })) })),
  omraden: rader(
    z.object({ omrade: z.string(), n: tal, nOvriga: tal, grupper: z.number(), skillnad: tal, intervall: rader(z.number()).nullable() }),
  ),
})

export const oversiktSchema = z
  .object({
    omfattning: z.enum(['enhet', 'landet']),
    enhet: z.string().nullable(),
    idag: datum,
    period: period,
    antal: z.number(),
    inflode: rader(z.object({ grupp: z.string(), manad: datum, planer: tal, ersattningar: tal })),
    ledtider: rader(z.object({ grupp: z.string(), steg: z.number(), n: tal, oppna: tal, median: tal, p90: tal, langst: tal })),
    kompletteringar: rader(del.extend({ grupp: z.string(), formularversion: z.string(), steg: z.number(), falt: z.string(), fragor: tal })),
    utfall: rader(
      z.object({
        grupp: z.string(),
        steg: z.number(),
        n: tal,
        bifall: del,
        delvis: del,
        avslag: del,
        skal: rader(del.extend({ kod: z.string() })),
      }),
    ),
    konsultationer: rader(del.extend({ grupp: z.string(), utfall: z.string() })),
    konsultationstakt: rader(z.object({ grupp: z.string(), manad: datum, fmr: tal, specialist: tal })),
    nettodagar: rader(nettorad),
    nettodagarBehandling: rader(nettorad),
    mottagare: rader(z.object({ grupp: z.string(), mottagare: tal, forsta: del, aterkommande: del, fleraArenden: del })),
    aterkommandeSokande: del,
    startForeBeslut: del,
    initiativ: rader(del.extend({ rad: z.string(), kolumn: z.string() })),
    behandlingar: rader(del.extend({ rad: z.string(), kolumn: z.string() })),
    diagnoser: rader(del.extend({ rad: z.string(), kolumn: z.string() })),
    historik: rader(del.extend({ grupp: z.string(), fonster: z.string(), fonstrets: z.string(), utan: tal })),
    historikDiagnos: rader(del.extend({ rad: z.string(), kolumn: z.string() })),
    historikBehandling: rader(del.extend({ rad: z.string(), kolumn: z.string() })),
    registretFrom: datum,
    belastning: rader(
      z.object({ namn: z.string().nullable(), planer: z.number(), ersattning: z.number(), fragor: z.number(), forsenade: z.number() }),
    ).nullable(),
    likaFall: z.object({ steg1: likafall, steg2: likafall }),
  })
  .meta({ id: 'ForebyggandeOversikt' })
