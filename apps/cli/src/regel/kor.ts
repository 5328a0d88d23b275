import {
  allaSaknade,
  bestandAv,
  forklara,
  Kolumnfel,
  kor as korRader,
  svarPa,
  underliggande,
  type Bestand,
  type Indatauppgift,
  type Regel,
  type Saknad,
  type Tal,
} from '@atergang/regelverk'
import type { Datum } from '@atergang/kalender'
import { readFileSync } from 'node:fs'
import { kravText, lasArgument, lasDatum, lasEttAv, lasFil, somUtf8 } from '../argument.ts'
import { iDuckdb } from './duckdb.ts'
import { Kommandofel } from '../problem.ts'
import { lasRader, skrivTalet, type Faktarad } from './rader.ts'
import { regelMedNamn } from './lista.ts'

/** One line of answer; the same whichever engine ran. */
export interface Radsvar {
  /** the value (`skrivTalet`, or true/false); null when it is not known */
  readonly varde: number | string | boolean | null
  readonly enhet: string
  /** when not known: what to ask for, or which law the sources do not give */
  readonly saknas?: readonly Saknad[]
  /** when not known but bounded by what is */
  readonly granser?: { readonly minst?: number | string; readonly hogst?: number | string }
}

const MOTORER = ['wasm', 'js', 'forklara', 'sql'] as const

/** `regel kor NAMN --fil RADER.jsonl --datum D [--motor M]`: a rule over lines of facts. */
export async function regelKor(ord: readonly string[]): Promise<readonly Radsvar[]> {
  const a = lasArgument(ord, { fil: { type: 'string' }, datum: { type: 'string' }, motor: { type: 'string' } }, Infinity)
  const mal = regelMedNamn(a.resten)
  const dag = lasDatum(kravText(a, 'datum', 'dagen'), 'datum')
  const motor = lasEttAv(String(a.varden.motor ?? 'wasm'), 'motor', MOTORER)
  const fil = kravText(a, 'fil', 'filen med en rad fakta per person')
  const { indata } = underliggande(mal)
  const rader = lasRader(somUtf8(fil === '-' ? readFileSync(0) : lasFil(fil, 'fil'), 'fil'), indata)
  const varden = await varde(mal, rader, indata, dag, motor)
  return rader.map((r, i) => svaret(mal, r, varden[i]!, dag))
}

async function varde(
  mal: Regel,
  rader: readonly Faktarad[],
  indata: readonly Indatauppgift[],
  dag: Datum,
  motor: (typeof MOTORER)[number],
): Promise<readonly (Tal | boolean | null)[]> {
  if (motor === 'forklara') return rader.map((r) => forklara(mal, r, dag).varde)
  const b = somKolumner(rader, indata)
  if (motor === 'sql') return iDuckdb(mal, b, new Set(indata.filter((u) => u.enhet === 'ja/nej').map((u) => u.namn)), dag)
  const utfall = korRader(mal, b, { datum: dag, motor })
  return rader.map((_, i) => svarPa(utfall, i))
}

function somKolumner(rader: readonly Faktarad[], indata: readonly Indatauppgift[]): Bestand {
  try {
    return bestandAv(rader, indata)
  } catch (fel) {
    if (fel instanceof Kolumnfel)
      throw new Kommandofel('talRymsInte', `${fel.message} Kör med --motor forklara.`, [
        { falt: fel.kolumn, text: 'Använd färre decimaler, eller --motor forklara.' },
      ])
    throw fel
  }
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
