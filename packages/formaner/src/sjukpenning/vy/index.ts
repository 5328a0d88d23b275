import { utred, type Handelse, type Lage, type Sammanfattning } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import { grundvy, type Grundvy, type Rubrikuppgift } from '../../gemensamt/vy/arendevy.ts'
import { sistaFakt, SYSSELSATTNINGSNAMN, type Slage } from '../fakta.ts'
import { sjukpenningsflode } from '../flode.ts'
import { interimlage, type Interimlage } from '../interimistiskt.ts'
import { handlaggningsklass } from '../klass.ts'
import { planlage, type Planlage } from '../steg/arbetsgivaren.ts'
import { dagensSysselsattning, kedjedagIdag, underlaget, type Underlag } from '../underlag.ts'
import { faktarader } from './fakta.ts'
import { HISTORIKORD } from './historikord.ts'
import { raknare, tidslinjevy } from './tidslinje.ts'
import { uppmarksamma } from './uppmarksamma.ts'

export interface Sjukpenningvy extends Grundvy {
  readonly forman: 'sjukpenning'
  /** the employer of the day, or none */
  readonly arbetsgivare: string
  readonly plan: Planlage
  readonly interimistiskt: Interimlage
}

const KLASSNAMN = { enkel: 'Enkel', utredning: 'Utredning', samordning: 'Samordning' } as const
const stor = (t: string): string => `${t[0]?.toUpperCase() ?? ''}${t.slice(1)}`

/** The case worked out once: what lists need and what the page shows. */
export function arendevy(lage: Lage, journal: readonly Handelse[], idag: Datum): { vy: Sjukpenningvy; sammanfattning: Sammanfattning } {
  const l = lage as Slage
  const u = underlaget(l, idag)
  const { vy, sammanfattning } = grundvy(
    l,
    journal,
    utred(sjukpenningsflode, l, idag),
    {
      rubrikrad: rubrikraden(l, u),
      tidslinje: tidslinjevy(u),
      raknare: raknare(u),
      fakta: faktarader(l),
      uppmarksamma: uppmarksamma(l, u),
    },
    HISTORIKORD,
  )
  return {
    vy: {
      ...vy,
      forman: 'sjukpenning',
      arbetsgivare: dagensSysselsattning(u)?.arbetsgivare?.namn ?? '',
      plan: planlage(l, u),
      interimistiskt: interimlage(l, u),
    },
    sammanfattning,
  }
}

function rubrikraden(l: Slage, u: Underlag): Rubrikuppgift[] {
  const sysselsattning = dagensSysselsattning(u)
  const klass = handlaggningsklass(l, u)
  const a = sistaFakt(l, 'anpassning')?.varde
  const anpassning = a
    ? [a.tolk ? `tolk ${a.sprak ?? ''}`.trim() : '', a.format, a.ombud ? `ombud ${a.ombud}` : ''].filter(Boolean).join(', ')
    : ''
  return [
    { rubrik: 'Förmån', text: `Sjukpenning, dag ${kedjedagIdag(u)}` },
    {
      rubrik: 'Sysselsättning',
      text: [sysselsattning ? stor(SYSSELSATTNINGSNAMN[sysselsattning.slag]) : 'Okänd', sysselsattning?.arbetsgivare?.namn]
        .filter(Boolean)
        .join(', '),
    },
    ...(anpassning ? [{ rubrik: 'Anpassning', text: stor(anpassning), viktig: true }] : []),
    { rubrik: 'Handläggning', text: KLASSNAMN[klass.klass as keyof typeof KLASSNAMN] ?? klass.klass, tillagg: klass.skal },
  ]
}
