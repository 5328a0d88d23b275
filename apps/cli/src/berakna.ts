import { allaSaknade, forklara, heltal, kalenderdagAvInkomst, type Forklaring, type Tal } from '@atergang/regelverk'
import { idag, kravText, lasArgument, lasDatum, lasEttAv, lasKronor } from './argument.ts'
import { beraknaForebyggandefil, type Forebyggandefilsvar } from './forebyggande.ts'
import { Kommandofel } from './problem.ts'

export interface Berakningssvar {
  /** whole kronor a day, or null when something that matters is not known */
  readonly belopp: number | null
  readonly enhet: 'kr/dag'
  readonly saknas?: readonly string[]
  readonly forklaring: Forklaring
}

const OMFATTNING = ['0.25', '0.5', '0.75', '1'] as const

/** `berakna sjukpenning` or `berakna forebyggande`. */
export function berakna(ord: readonly string[]): Berakningssvar | Forebyggandefilsvar {
  return ord[0] === 'forebyggande' ? beraknaForebyggandefil(ord) : beraknaSjukpenning(ord)
}

/** One day of calendar-day sjukpenning from a yearly income (25 kap. 3, 5 §§, 28 kap. 7, 10, 11 §§ SFB). */
function beraknaSjukpenning(ord: readonly string[]): Berakningssvar {
  const a = lasArgument(
    ord,
    {
      sgi: { type: 'string' },
      datum: { type: 'string' },
      niva: { type: 'string' },
      omfattning: { type: 'string' },
      arbetslos: { type: 'boolean' },
    },
    1,
  )
  if (a.resten[0] !== 'sjukpenning')
    throw new Kommandofel('okantKommando', 'Ange vad som ska beräknas: ”berakna sjukpenning” eller ”berakna forebyggande”.', [
      { falt: 'berakna', text: 'Välj sjukpenning eller forebyggande.' },
    ])
  const dag = a.varden.datum === undefined ? idag() : lasDatum(String(a.varden.datum), 'datum')
  const inkomst = lasKronor(kravText(a, 'sgi', 'årsinkomsten'), 'sgi')
  const niva = lasEttAv(String(a.varden.niva ?? 'normal'), 'niva', ['normal', 'fortsattning'] as const)
  const omfattning = lasEttAv(
    String(a.varden.omfattning ?? '1')
      .replace(',', '.')
      .replace(/^1\.0+$/, '1')
      .replace(/^(0\.\d*?[1-9])0+$/, '$1'),
    'omfattning',
    OMFATTNING,
  )
  const svar = forklara(
    kalenderdagAvInkomst.sjukpenningPerDag,
    {
      inkomstAnstallning: { varde: inkomst, kalla: { typ: 'forsakrad', text: '--sgi' } },
      inkomstAnnat: 0,
      arbetslos: a.varden.arbetslos === true,
      fortsattningsniva: niva === 'fortsattning',
      omfattning,
    },
    dag,
  )
  const saknas = allaSaknade(svar.forklaring).map((s) => s.text)
  return {
    belopp: svar.varde === null ? null : heltal(svar.varde as Tal),
    enhet: 'kr/dag',
    ...(svar.varde === null ? { saknas } : {}),
    forklaring: svar.forklaring,
  }
}
