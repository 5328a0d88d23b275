import type { Faltfel } from '@atergang/arende'
import { Kolumnfel, TalRymsInte } from '@atergang/regelverk'
import { Kommandofel } from '../problem.ts'

/** Rows named at once. */
const MEST = 20

/** Numbers that an engine cannot hold exactly, each in its own words. */
const arForStort = (fel: unknown): boolean =>
  fel instanceof TalRymsInte || fel instanceof Kolumnfel || (fel instanceof Error && /^TalRymsInte$|Out of Range Error/.test(fel.message))

/**
 * Runs the rows; when their numbers are too large to be reckoned exactly, says of which rows and what to do.
 * @throws {Kommandofel} naming the rows
 */
export async function utanForStora<R, S, M extends string>(
  rader: readonly R[],
  motor: M,
  kor: (rader: readonly R[], motor: M | 'forklara') => Promise<readonly S[]>,
): Promise<readonly S[]> {
  const ryms = async (fran: number, till: number, med: M | 'forklara'): Promise<readonly S[] | null> => {
    try {
      return await kor(rader.slice(fran, till), med)
    } catch (fel) {
      if (arForStort(fel)) return null
      throw fel
    }
  }
  const svar = await ryms(0, rader.length, motor)
  if (svar) return svar
  const fel: Faltfel[] = []
  /** Halves what does not fit until a row stands alone, or two halves fit that do not fit together. */
  const sok = async (fran: number, till: number): Promise<void> => {
    if (fel.length >= MEST) return
    if (till - fran === 1) {
      const gar = motor !== 'forklara' && (await ryms(fran, till, 'forklara'))
      fel.push({
        falt: `rad ${till}`,
        text: `Skriv mindre tal, eller tal med färre decimaler${gar ? ', eller kör med --motor forklara' : ''}.`,
      })
      return
    }
    const mitt = Math.floor((fran + till) / 2)
    const fore = fel.length
    for (const [a, b] of [
      [fran, mitt],
      [mitt, till],
    ] as const)
      if (!(await ryms(a, b, motor))) await sok(a, b)
    if (fel.length === fore)
      fel.push({
        falt: `rad ${fran + 1}–${till}`,
        text: 'Raderna kan räknas var för sig men inte tillsammans: deras decimaler är för olika. Dela filen, skriv färre decimaler, eller kör med --motor forklara.',
      })
  }
  await sok(0, rader.length)
  throw new Kommandofel('talRymsInte', `Talen är för stora för att räknas exakt med ${motor}. Inget har räknats.`, fel)
}
