import { Domanfel, type Faltfel } from '@atergang/arende'
import { OgiltigtDatum } from '@atergang/kalender'
import { Intygsproblem } from '@atergang/intyg'

/** What went wrong and what to do, in the shape of RFC 9457, as the API gives it. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly kod: string
  readonly falt: readonly Faltfel[]
}

/** A refusal of the command line: wrong words or wrong values. */
export class Kommandofel extends Error {
  readonly kod: string
  readonly falt: readonly Faltfel[]
  constructor(kod: string, text: string, falt: readonly Faltfel[] = []) {
    super(text)
    this.name = 'Kommandofel'
    this.kod = kod
    this.falt = falt
  }
}

const problem = (kod: string, detail: string, falt: readonly Faltfel[] = [], title = 'Uppgifter behöver ändras'): Problem => ({ type: `urn:atergang:problem:${kod}`, title, status: 422, detail, kod, falt })

/** Any expected error as a problem object; anything else is a fault of ours and is thrown on. */
export function somProblem(fel: unknown): Problem {
  if (fel instanceof Kommandofel) return problem(fel.kod, fel.message, fel.falt)
  if (fel instanceof Domanfel) return problem(fel.kod, fel.message, fel.falt)
  if (fel instanceof OgiltigtDatum) return problem('ogiltigtDatum', fel.message)
  if (fel instanceof Intygsproblem) {
    const plats = fel.rad ? ` (rad ${fel.rad}, kolumn ${fel.kolumn ?? 1})` : ''
    return problem(fel.kod, `${fel.text}${plats}`, fel.falt ? [{ falt: fel.falt, text: fel.text }] : [], 'Intyget kan inte läsas')
  }
  throw fel
}
