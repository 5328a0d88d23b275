import { okand, skattning, type Skattning } from '../../resultat/resultat.ts'
import { intervall, pT } from '../../statistik/fordelning.ts'
import { exaktSkillnad, parskillnad, type Matchning } from '../../statistik/matchning.ts'
import type { Foljda } from '../foljda.ts'
import { FOLJD, LANGST, MINST } from '../grund.ts'
import { medCox, riskkvot, somKvot } from './risk.ts'

export function raa(d: Foljda): Skattning[] {
  const alla = Array.from({ length: d.antal }, (_, i) => i)
  const noll = new Float64Array(d.antal)
  const s = exaktSkillnad(noll, d.kolumn.behandlad!, d.kolumn[`dagar${LANGST}`]!)
  return [
    skattning(
      'dagar_24_utan_matchning',
      'utan matchning: skillnad i sjukdagar inom 24 månader (inte en effekt)',
      'dagar',
      s.varde,
      s.medelfel,
      intervall(s.varde, s.medelfel, s.frihetsgrader),
      pT(s.varde / s.medelfel, s.frihetsgrader),
      s.n,
    ),
    somKvot(
      'riskkvot_utan_matchning',
      'utan matchning: hur mycket oftare ett nytt sjukfall kommer (inte en effekt)',
      medCox(d, alla, noll, Float64Array.from(alla), []),
    ),
  ]
}

export function medBenagenhet(d: Foljda, m: Matchning): Skattning[] {
  if (m.par.length < MINST)
    return [okand('riskkvot', 'hur mycket oftare ett nytt sjukfall kommer', 'gånger', m.par.length, `Färre än ${MINST} kunde matchas.`)]
  return [
    ...FOLJD.map(([dagar, namn]) => {
      const s = parskillnad(m, d.kolumn[`dagar${dagar}`]!)
      return skattning(
        `dagar_${namn.split(' ')[0]}`,
        `skillnad i sjukdagar inom ${namn}`,
        'dagar',
        s.varde,
        s.medelfel,
        intervall(s.varde, s.medelfel, s.frihetsgrader),
        pT(s.varde / s.medelfel, s.frihetsgrader),
        s.n,
      )
    }),
    somKvot('riskkvot', 'hur mycket oftare ett nytt sjukfall kommer inom 24 månader', riskkvot(d, m)),
  ]
}

export function medExakt(d: Foljda, exakt: ArrayLike<number>, med: readonly boolean[]): Skattning[] {
  const s = exaktSkillnad(exakt, d.kolumn.behandlad!, d.kolumn[`dagar${LANGST}`]!)
  if (s.n < MINST) return [okand('riskkvot_exakt', 'exakt matchning', 'gånger', s.n, `Färre än ${MINST} har någon som är exakt lik.`)]
  const rader = med.flatMap((x, i) => (x ? [i] : []))
  return [
    skattning(
      'dagar_24_exakt',
      'exakt matchning: skillnad i sjukdagar inom 24 månader',
      'dagar',
      s.varde,
      s.medelfel,
      intervall(s.varde, s.medelfel, s.frihetsgrader),
      pT(s.varde / s.medelfel, s.frihetsgrader),
      s.n,
    ),
    somKvot(
      'riskkvot_exakt',
      'exakt matchning: hur mycket oftare ett nytt sjukfall kommer inom 24 månader',
      medCox(
        d,
        rader,
        rader.map((i) => exakt[i]!),
        rader,
        [],
      ),
    ),
  ]
}
