import { overlappar } from '@atergang/kalender'
import type { Kand, Underlag } from '../fragor/fraga.ts'
import { intygsnyckel, type Intyg } from '../modell.ts'
import { fynd, type Fynd } from './fynd.ts'

// These say that the earlier certificate is taken over, so days they share are meant to be shared.
const TAR_OVER = new Set(['ERSATT', 'KOMPLT', 'KOPIA'])

const procent = (grad: number) => `${grad * 100} procent`

function motsagda(intyg: Intyg, tidigare: Kand): Fynd[] {
  for (const ny of intyg.perioder) {
    const gammal = tidigare.perioder.find((p) => p.grad !== ny.grad && overlappar(p, ny))
    if (!gammal) continue
    return [
      fynd('overlapparTidigareIntyg', 'upplysning', '32', {
        delsvarId: '32.2',
        text: `Intyget anger ${procent(ny.grad)} ${ny.from}–${ny.tom}, men ett tidigare intyg anger ${procent(gammal.grad)} ${gammal.from}–${gammal.tom}.`,
        fraga: `Intyget anger ${procent(ny.grad)} ${ny.from}–${ny.tom}. Ett tidigare intyg anger ${procent(gammal.grad)} för delvis samma dagar. Vilken bedömning gäller?`,
      }),
    ]
  }
  return []
}

/** Held against the certificates already in the case; nothing is said when none were handed in. */
export function granskaMotTidigare({ intyg, tidigareIntyg }: Pick<Underlag, 'intyg' | 'tidigareIntyg'>): Fynd[] {
  if (!tidigareIntyg) return []
  const egen = intygsnyckel(intyg)
  const kanda = new Set(tidigareIntyg.map((t) => t.nyckel))
  const avser = intyg.relationer.map((r) => ({ typ: r.typ, nyckel: intygsnyckel(r) }))
  const overtagna = new Set(avser.filter((r) => TAR_OVER.has(r.typ)).map((r) => r.nyckel))
  return [
    ...avser
      .filter((r) => !kanda.has(r.nyckel))
      .map(() =>
        fynd('relationOkand', 'upplysning', 'relation', { text: 'Intyget hänvisar till ett annat intyg som inte finns i ärendet.' }),
      ),
    ...tidigareIntyg.filter((t) => t.nyckel !== egen && !overtagna.has(t.nyckel)).flatMap((t) => motsagda(intyg, t)),
  ]
}
