import { fakta, type Handelsedata, type Kontext, type Lage } from '@atergang/arende'
import { fingeravtryck } from '@atergang/arende'
import type { AnnatArende } from './fakta.ts'

/** What the person's other cases have come to, as last fetched. */
export const andraArenden = (l: Lage): readonly AnnatArende[] =>
  (fakta(l, 'andraArenden').at(-1)?.varde as { arenden: readonly AnnatArende[] } | undefined)?.arenden ?? []

/** A fact of the system's own, in place of the one it replaces, when it says something new; else nothing. */
export function nyttSystemfaktum(
  l: Lage,
  k: Kontext,
  o: { namn: string; varde: unknown; kalla: string; samma?: (varde: unknown) => boolean },
): Handelsedata[] {
  const forra = fakta(l, o.namn).findLast((f) => o.samma === undefined || o.samma(f.varde))
  if (forra && fingeravtryck(forra.varde) === fingeravtryck(o.varde)) return []
  return [
    {
      typ: 'faktumRegistrerat',
      faktum: {
        id: k.nyttId(),
        namn: o.namn,
        varde: o.varde,
        kalla: { typ: 'register', text: o.kalla, datum: k.dag },
        registrerad: k.tid,
        av: k.aktor,
        ...(forra ? { ersatter: forra.id } : {}),
      },
    },
  ]
}

/**
 * The days of the person's other cases as a fact, when they are others than those known (27 kap. 21–22, 26, 51 §§ SFB). `avenInga`: that there are
 * none is worth knowing too.
 */
export const medAndraArenden = (l: Lage, arenden: readonly AnnatArende[], k: Kontext, avenInga = false): Handelsedata[] =>
  !avenInga && arenden.length === 0 && andraArenden(l).length === 0
    ? []
    : nyttSystemfaktum(l, k, {
        namn: 'andraArenden',
        varde: { arenden: [...arenden].sort((a, b) => (a.nummer < b.nummer ? -1 : 1)) },
        kalla: 'Personens andra ärenden',
      })
