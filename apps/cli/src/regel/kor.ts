import {
  allaSaknade,
  bestandAv,
  forklara,
  forklaraTid,
  kor as korRader,
  svarPa,
  underliggande,
  type Indatauppgift,
  type Regel,
  type Saknad,
  type Tal,
  type Tidsregel,
  type Tidsvarde,
} from '@atergang/regelverk'
import type { Datum } from '@atergang/kalender'
import { readFileSync } from 'node:fs'
import { kravText, lasArgument, lasDatum, lasEttAv, lasFil, somUtf8 } from '../argument.ts'
import { iDuckdb } from './duckdb.ts'
import { Kommandofel } from '../problem.ts'
import { utanForStora } from './forstora.ts'
import { regelMedNamn, tidsregelMedNamn } from './lista.ts'
import { lasFaktarader, lasTidsrader, skrivTalet, type Faktarad } from './rader.ts'

/** One line of answer; the same whichever engine ran. */
export interface Radsvar {
  /** the value (`skrivTalet`, true/false, a day, periods); null when it is not known */
  readonly varde: number | string | boolean | Tidsvarde | null
  /** of a rule over days: what sort of value it is, null when it is not known */
  readonly enhet: string | null
  /** when not known: what to ask for, or which law the sources do not give */
  readonly saknas?: readonly Saknad[]
  /** when not known but bounded by what is */
  readonly granser?: { readonly minst?: number | string; readonly hogst?: number | string }
}

const MOTORER = ['wasm', 'js', 'forklara', 'sql'] as const
type Motor = (typeof MOTORER)[number]

/** `regel kor NAMN --fil RADER.jsonl --datum D [--motor M]`: a rule over lines of facts. */
export async function regelKor(ord: readonly string[]): Promise<readonly Radsvar[]> {
  const a = lasArgument(ord, { fil: { type: 'string' }, datum: { type: 'string' }, motor: { type: 'string' } }, Infinity)
  const tidsregel = tidsregelMedNamn(a.resten)
  const mal = tidsregel ?? regelMedNamn(a.resten)
  const dag = lasDatum(kravText(a, 'datum', 'dagen'), 'datum')
  const motor = lasEttAv(String(a.varden.motor ?? (tidsregel ? 'forklara' : 'wasm')), 'motor', MOTORER)
  const fil = kravText(a, 'fil', 'filen med en rad fakta per person')
  const text = (): string => somUtf8(fil === '-' ? readFileSync(0) : lasFil(fil, 'fil'), 'fil')
  if ('sort' in mal) return dagsvaren(mal, motor, text, dag)
  const { indata } = underliggande(mal)
  return utanForStora(lasFaktarader(text(), indata), motor, async (rader, motor) => {
    const varden = await varde(mal, rader, indata, dag, motor)
    return rader.map((r, i) => svaret(mal, r, varden[i]!, dag))
  })
}

/** A rule over days reckons with the calendar, which only the explanation reaches. */
function dagsvaren(r: Tidsregel, motor: Motor, text: () => string, dag: Datum): readonly Radsvar[] {
  if (motor !== 'forklara')
    throw new Kommandofel(
      'tidsregel',
      `${r.namn} räknar med kalendern och körs med ”--motor forklara”. Många människors dagar räknas med ”rehabkedja --befolkning”.`,
      [{ falt: 'motor', text: 'Välj forklara, eller ta bort valet.' }],
    )
  return lasTidsrader(text(), r.fakta).map((fakta) => {
    const { varde, forklaring } = forklaraTid(r, fakta, dag)
    return varde === null ? { varde, enhet: null, saknas: allaSaknade(forklaring) } : { varde, enhet: dagsenhet(varde) }
  })
}

const dagsenhet = (v: Tidsvarde): string =>
  typeof v === 'boolean'
    ? 'ja/nej'
    : typeof v === 'number'
      ? 'antal'
      : typeof v === 'string'
        ? 'datum'
        : 'from' in v
          ? 'period'
          : 'perioder'

async function varde(
  mal: Regel,
  rader: readonly Faktarad[],
  indata: readonly Indatauppgift[],
  dag: Datum,
  motor: Motor,
): Promise<readonly (Tal | boolean | null)[]> {
  if (motor === 'forklara') return rader.map((r) => forklara(mal, r, dag).varde)
  const b = bestandAv(rader, indata)
  if (motor === 'sql') return iDuckdb(mal, b, new Set(indata.filter((u) => u.enhet === 'ja/nej').map((u) => u.namn)), dag)
  const utfall = korRader(mal, b, { datum: dag, motor })
  return rader.map((_, i) => svarPa(utfall, i))
}

/** What is missing is told by the explanation, made from the same definition. */
function svaret(mal: Regel, fakta: Faktarad, v: Tal | boolean | null, dag: Datum): Radsvar {
  const { enhet } = mal
  if (v !== null) return { varde: typeof v === 'boolean' ? v : skrivTalet(v), enhet }
  const svar = forklara(mal, fakta, dag)
  if (svar.varde !== null)
    throw new Error(`Motorerna är oense om ${mal.namn} för ${JSON.stringify(fakta)}. Anmäl det som ett fel i Återgång.`)
  const { minst, hogst } = svar.granser ?? {}
  return {
    varde: null,
    enhet,
    saknas: allaSaknade(svar.forklaring),
    ...(minst || hogst
      ? { granser: { ...(minst ? { minst: skrivTalet(minst) } : {}), ...(hogst ? { hogst: skrivTalet(hogst) } : {}) } }
      : {}),
  }
}
