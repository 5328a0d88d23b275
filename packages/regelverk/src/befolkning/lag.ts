import { grundgranser } from '../tidslinjer/bedomningsgrund.ts'
import { KEDJEGRANSER } from '../tidslinjer/kedja.ts'
import { NASTA, type Lagen } from '../tidslinjer/karna/kolumner.mjs'
import { TIDSLINJETAL } from '../tidslinjer/tal.ts'
import { aldrarna } from './aldrar.ts'
import { SLAGEN_SOM, SYSSELSATTNINGAR } from './slag.ts'

const GRANSSLAG = [
  [91, NASTA.dag91],
  [181, NASTA.dag181],
  [366, NASTA.dag366],
  [551, NASTA.dag551],
] as const

/** The chain days on which the ground changes, for each occupation and side of the earliest pension; the three of 47–49 §§ when the occupation is not told. */
const granser = (): readonly (readonly number[])[] => {
  const ut: (readonly number[])[] = [KEDJEGRANSER, KEDJEGRANSER]
  for (const sysselsattning of SYSSELSATTNINGAR)
    for (const forbiTidigastePension of [false, true]) ut.push(grundgranser({ sysselsattning, forbiTidigastePension }))
  return ut
}

let kand: Lagen | undefined

/** What the kernels take from the law: numbers, limits and ages, each read from where one person's case reads it. */
export const tidslinjelagen = (): Lagen =>
  (kand ??= { tal: TIDSLINJETAL, som: SLAGEN_SOM, granser: granser(), gransslag: GRANSSLAG, aldrar: aldrarna() })
