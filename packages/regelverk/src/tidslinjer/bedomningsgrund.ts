import type { Datum } from '@atergang/kalender'
import { flera, type Lagrum } from '../lagrum.ts'
import { gallande, inteKant, vardetDen } from '../parameter.ts'
import { kedjelydelse, nfaForArbetslosa, sammanlaggningUtom49 } from '../parametrar/index.ts'
import { KEDJEGRANSER } from './kedja.ts'

const [DAG_91, DAG_181, DAG_366] = KEDJEGRANSER

/** Who the person is towards the labour market; decides which work the ability is judged against. */
export type Sysselsattning = 'anstalld' | 'behovsanstalld' | 'egenforetagare' | 'arbetslos' | 'foraldraledig'

/** What the ability is judged against. */
export type Provning =
  /** 46 §: usual work, or other suitable work the employer offers for a time */
  | 'vanligtArbete'
  /** 47 §: other work with the employer after a transfer */
  | 'annatHosArbetsgivaren'
  /** 48 § first paragraph 1: work in a named occupational group that occurs normally on the labour market */
  | 'normaltForekommande'
  /** 48 § first paragraph 2, 49 d §: other suitable work that is available to the person */
  | 'annatLampligtTillgangligt'
  /** 52 §: caring for the child */
  | 'vardaBarn'

export type Undantag = 'overvagandeSkal' | 'sarskildaSkal' | 'oskaligt'

export interface Person {
  readonly sysselsattning: Sysselsattning
  /** 49 c §: the day lies in a shift agreed beforehand */
  readonly overenskommetPass?: boolean
  /** 49 d–e §§: in work and past the age of the earliest income-based pension */
  readonly forbiTidigastePension?: boolean
  /** 55 b §: left a labour-market programme because of illness and may return to it */
  readonly lamnatProgram?: boolean
}

export interface Bedomningsgrund {
  readonly provas: readonly Provning[]
  /** exceptions that may keep the judgement at 46 and 47 §§ */
  readonly undantag: readonly Undantag[]
  readonly lagrum: readonly Lagrum[]
  readonly text: string
  /** said to the person where the ground is practice, not statute */
  readonly praxis?: string
}

const grund = (provas: Provning[], lagrum: string[], text: string, undantag: Undantag[] = []): Bedomningsgrund => ({
  provas,
  undantag,
  lagrum: flera(...lagrum),
  text,
})

const NFA: Provning[] = ['normaltForekommande', 'annatLampligtTillgangligt']

/**
 * What the ability to work is judged against on a chain day (27 kap. 46–49 e, 52 §§ SFB).
 * `kedjedag` counts from 1; `dag` is the calendar day, for dated national settings. `sjukperiodsdag` is the day in the sick period of
 * 26 § by itself: other than `kedjedag` only when 51 § has joined earlier ones.
 */
export function bedomningsgrund(p: Person, kedjedag: number, dag: Datum, sjukperiodsdag: number = kedjedag): Bedomningsgrund {
  const utom = utom51(p)
  const sammanlagda = !utom || laggsSamman(dag)
  const nr = sammanlagda ? kedjedag : sjukperiodsdag
  const g = { ...grundenFor(p, nr, dag) }
  // Said where it decides: a limit passed by one way of counting and not by the other.
  if (utom && grundgranser(p).some((n) => n <= kedjedag && n > sjukperiodsdag))
    Object.assign(g, {
      lagrum: [...g.lagrum, ...flera('27:51')],
      text: `${g.text} Lagen är oklar: 51 § om sammanläggning av sjukperioder nämner 46–49 §§, men inte ${utom}. Riksinställningen är att de ${sammanlagda ? 'läggs samman' : 'inte läggs samman'}.`,
    })
  // The older wording is not in the sources (A051): the officer is told, nothing is guessed.
  return gallande(kedjelydelse, dag)
    ? g
    : {
        ...g,
        text: `${g.text} Vad som gällde i rehabiliteringskedjan är ${inteKant(kedjelydelse, dag)}: ta reda på lydelsen innan du bedömer.`,
      }
}

/** The paragraph the person is judged by, when 51 § does not name it (ADR 0080). */
function utom51(p: Person): '49 b §' | '49 d §' | null {
  if (p.sysselsattning === 'foraldraledig' || p.sysselsattning === 'arbetslos') return null
  if (p.sysselsattning === 'behovsanstalld' && !p.overenskommetPass) return '49 b §'
  return p.forbiTidigastePension ? '49 d §' : null
}

/** Before the setting there is no wording of these paragraphs in the sources either: the officer is told so below. */
const laggsSamman = (dag: Datum): boolean => gallande(sammanlaggningUtom49, dag)?.varde ?? true

/** Whether the person's limits are reckoned in days that 51 § joins; else in those of the sick period by itself. */
export const raknasSammanlagt = (p: Person, dag: Datum): boolean => utom51(p) === null || laggsSamman(dag)

function grundenFor(p: Person, kedjedag: number, dag: Datum): Bedomningsgrund {
  if (p.sysselsattning === 'foraldraledig')
    return grund(['vardaBarn'], ['27:52'], 'Arbetsförmågan är nedsatt bara så långt som förmågan att vårda barn är nedsatt.')
  if (p.sysselsattning === 'arbetslos') return forArbetslos(kedjedag, dag)
  if (p.sysselsattning === 'behovsanstalld' && !p.overenskommetPass) return forBehovsanstalld(kedjedag)
  if (p.forbiTidigastePension) return forAldre(p.sysselsattning, kedjedag)
  return kedjans(p.sysselsattning, kedjedag)
}

function kedjans(s: Sysselsattning, kedjedag: number): Bedomningsgrund {
  // A self-employed person has no employer to be transferred by: there is no 47 § step.
  const utanArbetsgivare = s === 'egenforetagare'
  const egna: Provning[] = utanArbetsgivare ? ['vanligtArbete'] : ['vanligtArbete', 'annatHosArbetsgivaren']
  const egnaLagrum = utanArbetsgivare ? ['27:46'] : ['27:46', '27:47']
  if (kedjedag < DAG_91)
    return grund(
      ['vanligtArbete'],
      ['27:46'],
      'Bedöm mot det vanliga arbetet eller annat lämpligt arbete som arbetsgivaren tillfälligt erbjuder.',
    )
  if (kedjedag < DAG_181)
    return grund(
      egna,
      egnaLagrum,
      utanArbetsgivare
        ? 'Bedöm mot det vanliga arbetet. Egenföretagare har ingen arbetsgivare att omplaceras hos.'
        : 'Bedöm också om personen kan försörja sig efter omplacering hos arbetsgivaren.',
    )
  if (kedjedag < DAG_366)
    return grund(
      [...egna, ...NFA],
      [...egnaLagrum, '27:48'],
      'Bedöm mot normalt förekommande arbete, om inte något undantag gäller.',
      undantagMedTiden(['overvagandeSkal', 'sarskildaSkal', 'oskaligt'], kedjedag),
    )
  return grund(
    [...egna, ...NFA],
    [...egnaLagrum, '27:49'],
    'Bedöm mot normalt förekommande arbete, om inte något undantag gäller.',
    undantagMedTiden(['sarskildaSkal', 'oskaligt'], kedjedag),
  )
}

/**
 * Special reasons are that a return can be expected before this day (27 kap. 48 § third paragraph 2, 49 § third paragraph 1). ”Den tidpunkt då [man]
 * har haft nedsatt arbetsförmåga i 550 dagar” is read as the same words are for 90, 180 and 365 days: the day after the last of them.
 */
export const SARSKILDA_SKAL_FORE_DAG = 551 as const

/** A return before a day cannot be expected once that day has come: then only ”oskäligt” is left. */
const undantagMedTiden = (u: Undantag[], kedjedag: number): Undantag[] =>
  kedjedag >= SARSKILDA_SKAL_FORE_DAG ? u.filter((x) => x === 'oskaligt') : u

function forBehovsanstalld(kedjedag: number): Bedomningsgrund {
  if (kedjedag < DAG_91)
    return grund(
      ['vanligtArbete'],
      ['27:49 b st 1', '27:46 st 1', '27:16 a st 2'],
      'Bedöm mot det vanliga arbetet. Sjukpenning lämnas bara för tid då det kan antas att personen skulle ha arbetat.',
    )
  return grund(['vanligtArbete', ...NFA], ['27:49 b st 2'], 'Behovsanställd: bedöm mot normalt förekommande arbete från dag 91.')
}

function forAldre(s: Sysselsattning, kedjedag: number): Bedomningsgrund {
  const nara = kedjans(s, Math.min(kedjedag, DAG_181 - 1))
  if (kedjedag < DAG_181) return { ...nara, lagrum: [...nara.lagrum, ...flera('27:49 d')] }
  return grund(
    [...nara.provas, 'annatLampligtTillgangligt'],
    ['27:46', '27:47', '27:49 d st 2'],
    'Har arbete och kan ta ut inkomstgrundad pension: bedöm inte mot normalt förekommande arbete, men mot annat lämpligt arbete som är tillgängligt.',
  )
}

const PRAXIS_FOR_ARBETSLOS =
  'Du är arbetslös. Enligt praxis bedömer vi då arbetsförmågan mot arbeten som är normalt förekommande redan från första dagen. Det står inte i lagen, som har den prövningen först från dag 181 (27 kap. 48 §).'

function forArbetslos(kedjedag: number, dag: Datum): Bedomningsgrund {
  if (vardetDen(nfaForArbetslosa, dag))
    return {
      ...grund(
        [...NFA],
        ['27:46', '27:48 st 1'],
        'Arbetslös: bedöm mot normalt förekommande arbete från dag 1 (praxis, riksinställning; står inte i lagen).',
      ),
      // From day 181 the statute itself asks for it.
      ...(kedjedag < DAG_181 ? { praxis: PRAXIS_FOR_ARBETSLOS } : {}),
    }
  return kedjans('arbetslos', kedjedag)
}

/** True when the ground includes work that occurs normally on the labour market. */
export const motNormaltForekommande = (g: Bedomningsgrund): boolean => g.provas.includes('normaltForekommande')

/** Chain days at which the ground of assessment, or the exceptions from it, change for this person. */
export function grundgranser(p: Person): readonly number[] {
  if (p.sysselsattning === 'foraldraledig' || p.sysselsattning === 'arbetslos') return []
  if (p.sysselsattning === 'behovsanstalld' && !p.overenskommetPass) return [91]
  if (p.forbiTidigastePension) return [91, 181]
  return [...KEDJEGRANSER, SARSKILDA_SKAL_FORE_DAG]
}

/** Each exception in the words of the law (48 § third paragraph, 49 § third paragraph). */
export const UNDANTAGSTEXT: Record<Undantag, string> = {
  overvagandeSkal: 'Övervägande skäl talar för återgång i arbete hos arbetsgivaren före dag 366',
  sarskildaSkal: 'Särskilda skäl: återgång i arbete hos arbetsgivaren kan förväntas före dag 551',
  oskaligt: 'Det kan anses oskäligt att bedöma mot normalt förekommande arbete',
}
