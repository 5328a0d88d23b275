import { plusDagar, type Datum } from '@atergang/kalender'
import { diagnosen, lakareI, Slump, type Intygsbrist, type Sjukfall } from '@atergang/syntet'
import { somJson } from './dokument.ts'
import { arendeId, inleds, type Fall, type Pagaende } from './fall.ts'
import { lugnt, type Ode } from './ode.ts'
import { EVA, INGRID, OLLE } from './personal.ts'
import { PERSONER, type Namngiven } from './personer.ts'
import { omprovningstext } from './texter.ts'

/** A certificate in days of illness: from, to, written, with what it lacks; and the day the application for it came, or null. */
interface Del {
  readonly from: number
  readonly tom: number
  readonly skrivet: number
  readonly ansokt: number | null
  readonly brist?: Intygsbrist
  /** pay from the employer meanwhile, kronor a month, as the application says it */
  readonly lon?: number
}

interface Berattelse {
  /** today is this day of illness */
  readonly dag: number
  readonly diagnos: string
  readonly delar: readonly Del[]
  readonly ode?: Partial<Ode>
  /** from this day of illness on nobody at the agency has touched the case */
  readonly orordFran?: number
  readonly dessutom?: (f: Pagaende, idag: Datum) => void
}

const del = (from: number, tom: number, skrivet: number, ansokt: number | null, brist?: Intygsbrist): Del => ({
  from,
  tom,
  skrivet,
  ansokt,
  ...(brist ? { brist } : {}),
})
/** Certified and asked for without a gap, up to well past day 180. */
const FORBI_180 = [del(1, 28, 5, 16), del(29, 60, 27, 29), del(61, 120, 58, 60), del(121, 165, 119, 121), del(166, 240, 163, 165)] as const
const NEKAS = { bedomning: { vanligt: 'bevilja', omplacering: 'bevilja', nfa: 'neka' } } as const
const GENAST = { handlaggare: 0, specialist: 0, fmr: 2, omprovare: 10 } as const

const BERATTELSER: Readonly<Record<Namngiven, Berattelse>> = {
  anna: { dag: 20, diagnos: 'M545', delar: [del(1, 35, 5, null)] },
  bo: { dag: 20, diagnos: 'M751', delar: [del(1, 42, 6, 17)], orordFran: 1 },
  carin: { dag: 181, diagnos: 'F438A', delar: FORBI_180, ode: { takt: GENAST } },
  david: { dag: 181, diagnos: 'M544', delar: FORBI_180, ode: { takt: GENAST } },
  elin: { dag: 12, diagnos: 'F432', delar: [del(1, 30, 6, 4)], orordFran: 1 },
  farid: { dag: 40, diagnos: 'M751', delar: [del(1, 28, 3, 6), del(29, 70, 28, 37)], orordFran: 37 },
  greta: { dag: 95, diagnos: 'M797', delar: [del(1, 30, 4, 8), del(31, 75, 29, 32), del(76, 130, 74, 77)], orordFran: 91 },
  harald: { dag: 190, diagnos: 'M171', delar: FORBI_180, orordFran: 181 },
  ines: { dag: 217, diagnos: 'M542', delar: FORBI_180, ode: { ...NEKAS, handlaggare: OLLE, takt: GENAST, laserBrev: 1 } },
  johan: { dag: 188, diagnos: 'M545', delar: FORBI_180, ode: { ...NEKAS, takt: GENAST, laserBrev: 1 } },
  kerstin: {
    dag: 115,
    diagnos: 'F321',
    delar: [del(1, 45, 5, 16), del(46, 90, 44, 45, 'prognosSaknas'), del(91, 140, 88, 90)],
    ode: { svarstid: { vard: null, arbetsgivare: 6, forsakrad: 5 }, interimistiskt: true },
    orordFran: 91,
  },
  lovisa: {
    dag: 60,
    diagnos: 'F431',
    delar: [del(1, 28, 5, 16), del(29, 56, 27, 29), del(57, 100, 54, 58)],
    ode: { handlaggare: INGRID },
    orordFran: 57,
  },
  mikael: { dag: 187, diagnos: 'I639', delar: FORBI_180, ode: { takt: { ...GENAST, specialist: null } } },
  nadia: {
    dag: 245,
    diagnos: 'F411',
    delar: FORBI_180,
    ode: { ...NEKAS, handlaggare: EVA, takt: { ...GENAST, omprovare: null }, laserBrev: 1, omprovning: null },
    dessutom: (f, idag) => f.schema.lagg(plusDagar(idag, -4), (dag) => begarOmprovning(f, dag)),
  },
  olof: {
    dag: 45,
    diagnos: 'M544',
    delar: [del(1, 35, 5, 16), del(36, 80, 34, 36)],
    ode: { takt: GENAST, hamtarPlan: true, svarstid: { vard: 6, arbetsgivare: null, forsakrad: 5 } },
  },
  petra: {
    dag: 97,
    diagnos: 'M545',
    delar: [del(1, 28, 5, 16), del(29, 75, 27, 29), del(76, 140, 74, 76)],
    ode: { takt: GENAST, fragarArbetsgivaren: true, svarstid: { vard: 6, arbetsgivare: null, forsakrad: 5 } },
  },
  rami: {
    dag: 100,
    diagnos: 'U109',
    delar: [del(1, 28, 5, 16), del(29, 75, 27, 29), del(76, 140, 74, 76)],
    ode: { takt: { ...GENAST, fmr: null }, fragarFmr: true },
  },
  sonja: { dag: 24, diagnos: 'M545', delar: [del(1, 42, 4, 15)], orordFran: 1 },
  tomas: { dag: 33, diagnos: 'M751', delar: [{ ...del(1, 60, 5, 16), lon: 6_000 }], orordFran: 1 },
  ulla: {
    dag: 245,
    diagnos: 'M542',
    delar: FORBI_180,
    ode: {
      ...NEKAS,
      handlaggare: EVA,
      omprovare: OLLE,
      takt: { ...GENAST, omprovare: 3 },
      laserBrev: 1,
      omprovning: { efter: 6, utfall: 'andrasInte' },
    },
  },
}

function begarOmprovning(f: Pagaende, dag: Datum): void {
  const beslut = f.lage.beslut.findLast((b) => b.typ === 'slutligt')!
  const text = omprovningstext(f.fall.sjukfall[0]!.diagnos)
  const begaran = somJson(
    { id: f.arende.nyttId(), typ: 'omprovningsbegaran', rubrik: 'Begäran om omprövning', fran: 'forsakrad', inkom: dag },
    { beslutId: beslut.id, text },
  )
  f.gor({ typ: 'begarOmprovning', data: { beslutId: beslut.id, inkom: dag, text, handling: begaran.handling } }, f.forsakrad, dag, begaran)
}

const SJUKLONEDAGAR = 14

function sjukfallet(b: Berattelse, slag: string, idag: Datum): Sjukfall {
  const dag = (n: number) => plusDagar(idag, n - b.dag)
  const sjuklon = slag === 'anstalld' ? { from: dag(1), tom: dag(SJUKLONEDAGAR) } : null
  return {
    from: dag(1),
    tom: dag(b.delar.at(-1)!.tom),
    diagnos: diagnosen(b.diagnos),
    lakare: lakareI('Gävleborg')[b.dag % 3]!,
    sjuklon,
    anmald: sjuklon ? { inkom: dag(SJUKLONEDAGAR + 1), av: 'arbetsgivare' } : { inkom: dag(1), av: 'forsakrad' },
    intyg: b.delar.map((d) => ({
      skrivet: dag(d.skrivet),
      version: '2.0',
      perioder: [{ from: dag(d.from), tom: dag(d.tom), grad: 1 }],
      prognosManader: 3,
      ...(d.brist ? { brist: d.brist } : {}),
    })),
    ansokningar: b.delar.flatMap((d) =>
      d.ansokt === null
        ? []
        : [
            {
              inkom: dag(d.ansokt),
              forstaSjukdag: dag(1),
              perioder: [{ from: dag(d.from), tom: dag(d.tom), omfattning: 1 as const }],
              ...(sjuklon ? { sjuklon } : {}),
              ...(d.lon ? { lon: d.lon } : {}),
            },
          ],
    ),
  }
}

const ENHET = 'Gävle'

export const namngivetArende = (n: Namngiven): string => arendeId(new Slump(`namngiven/${n}/arende`))

/** The people with a fixed story, as they stand on `idag` whatever day that is. */
export function namngivna(idag: Datum): Fall[] {
  return (Object.keys(BERATTELSER) as Namngiven[]).map((nyckel) => {
    const b = BERATTELSER[nyckel]
    const person = PERSONER[nyckel]
    const sjukfall = [sjukfallet(b, person.sysselsattning, idag)]
    const { dessutom } = b
    return {
      id: namngivetArende(nyckel),
      person,
      enhet: ENHET,
      sjukfall,
      inlett: inleds(sjukfall)!,
      ode: { ...lugnt(EVA, ENHET), ...b.ode, ...(b.orordFran ? { rorsInteFran: plusDagar(idag, b.orordFran - b.dag) } : {}) },
      ...(dessutom ? { dessutom: (f: Pagaende) => dessutom(f, idag) } : {}),
    }
  })
}
