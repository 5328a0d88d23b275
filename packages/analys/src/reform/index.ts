import type { Datum } from '@atergang/kalender'
import { GALLANDE_RATT, reformera, regelnMedNamn, skrivTal, underliggande, type Tal } from '@atergang/regelverk'
import { existsSync, statSync } from 'node:fs'
import { Datakalla } from '../datakalla.ts'
import { Analysfel } from '../fel.ts'
import type { Fonster } from '../matt/matt.ts'
import { filensBefolkning } from './filen.ts'
import { korReform, type Tradar } from './rakna.ts'
import { lasReformfil, STANDARD, STANDARD_RADER, type Reformfil } from './reformfil.ts'
import { registretsBefolkning } from './registret.ts'
import { sammanstall } from './sammanstall.ts'
import type { Reformsvar } from './svar.ts'

export interface Reformval {
  /** the text of the reform's file */
  readonly reform: string
  /** a folder of registers, or a file of rows */
  readonly befolkning: string
  /** the day whose law all rows are reckoned by; the reform's first day when left out */
  readonly datum?: Datum
  /** which rows of the registers; the last year when left out */
  readonly period?: Fonster
  /** default WebAssembly on one thread */
  readonly motor?: 'wasm' | 'js'
  /** starts the threads that share large populations; who runs the program decides about threads (ADR 0014) */
  readonly tradar?: () => Tradar
  /** small numbers too; only of invented people */
  readonly visaSmaTal?: boolean
}

/** Reckons a reform over a population, before and after. @throws {Analysfel} naming field and remedy */
export async function raknaReform(v: Reformval): Promise<Reformsvar> {
  const f = lasReformfil(v.reform)
  const lagdag = v.datum ?? forstaDagen(f)
  if (!existsSync(v.befolkning))
    throw new Analysfel('befolkningSaknas', `”${v.befolkning}” finns inte.`, [
      { falt: 'befolkning', text: 'Ange en mapp med data (”atergang syntet” skapar en), eller en fil med rader.' },
    ])
  const mapp = statSync(v.befolkning).isDirectory()
  const rakna = f.rakna ?? (mapp ? STANDARD : STANDARD_RADER)
  const b = mapp
    ? await urMappen(
        v,
        rakna.map((r) => r.arenden),
      )
    : await filensBefolkning(v.befolkning, fragade(f, rakna))
  if (v.visaSmaTal && !b.pahittad)
    throw new Analysfel('smaTalSkyddas', 'Små tal kan bara visas för påhittade personer.', [{ falt: 'smatal', text: 'Ta bort valet.' }])
  const kort = await korReform(f, rakna, b, lagdag, v.motor ?? 'wasm', v.tradar ?? null)
  return {
    reform: { namn: f.reform.namn, beskrivning: f.reform.beskrivning ?? null, kalla: f.reform.kalla ?? null },
    lagdag,
    befolkning: { vad: b.vad, pahittad: b.pahittad, period: b.period },
    antaganden: Object.entries(f.antaganden).map(([namn, a]) => ({
      namn,
      varde: typeof a.varde === 'boolean' ? (a.varde ? 'ja' : 'nej') : skrivTal(a.varde as Tal),
      kalla: a.kalla,
    })),
    delar: sammanstall(kort, b, v.visaSmaTal ?? false),
    forbehall: [...f.forbehall, ...b.forbehall],
    kvitto: kort.kvitto,
  }
}

async function urMappen(v: Reformval, slag: Parameters<typeof registretsBefolkning>[1]): ReturnType<typeof registretsBefolkning> {
  const k = await Datakalla.oppna(v.befolkning)
  try {
    return await registretsBefolkning(k, slag, v.period ?? null)
  } finally {
    k.stang()
  }
}

/** Every fact that the rules ask for, and those that give the SGI. */
function fragade(
  f: Reformfil,
  rakna: readonly { readonly regel: string; readonly regelFore: string }[],
): ReturnType<typeof underliggande>['indata'] {
  const efter = reformera(GALLANDE_RATT, f.reform)
  return underliggande(
    ...rakna.flatMap((r) => [regelnMedNamn(GALLANDE_RATT, r.regelFore), regelnMedNamn(efter, r.regel)]),
    regelnMedNamn(efter, 'sgi'),
  ).indata
}

/** The first day on which the reform changes anything. */
function forstaDagen(f: Reformfil): Datum {
  const dagar = [...Object.values(f.reform.parametrar ?? {}).flat(), ...(f.reform.regler ?? []).flatMap((r) => r.versioner)].map(
    (d) => d.from,
  )
  return dagar.reduce((a, b) => (a < b ? a : b))
}

export type { Tradar } from './rakna.ts'
export { DIMENSIONER, DIMENSIONSNAMN, type Dimension, type Reformdel, type Reformgrupp, type Reformsvar } from './svar.ts'
export { reformMarkdown, reformtext } from './text.ts'
export { reformdiagram } from './diagram.ts'
