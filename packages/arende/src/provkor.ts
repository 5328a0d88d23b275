import type { Faktakarta } from './faktum.ts'
import { utred, type Utredning } from './flode.ts'
import type { Forman, Kontext } from './forman.ts'
import type { Fraga, Svar } from './fraga.ts'
import { somHandelser, utfor, type Kommando } from './kommando.ts'
import { tillampa, type Lage } from './lage.ts'

/** What a command would change: shown before it is carried out, and in the sandbox ”what if”. */
export interface Foljd {
  /** answers that would no longer answer their question */
  readonly oppnasIgen: readonly Svar[]
  readonly nyaFragor: readonly Fraga[]
  readonly bortfallnaFragor: readonly Fraga[]
  readonly andradeSteg: readonly { readonly namn: string; readonly rubrik: string; readonly fore: string; readonly efter: string }[]
}

/** Tries the command on a copy of the case and compares. @throws {Domanfel} as the command itself would. */
export function provkor<F extends Faktakarta>(
  forman: Forman<F>,
  lage: Lage<F>,
  kommando: Kommando,
  k: Kontext,
): { foljd: Foljd; utredning: Utredning; lage: Lage<F> } {
  const flode = forman.flode(lage.arende.flodesversion)
  const fore = utred(flode, lage, k.dag)
  const efterLage = somHandelser(utfor(forman, lage, kommando, k), lage.version, k).reduce(tillampa<F>, lage)
  const efter = utred(flode, efterLage, k.dag)
  return { foljd: jamfor(lage, fore, efter), utredning: efter, lage: efterLage }
}

function jamfor(lage: Lage, fore: Utredning, efter: Utredning): Foljd {
  const fanns = new Set(fore.fragor.map((f) => f.nyckel))
  const finns = new Set(efter.fragor.map((f) => f.nyckel))
  const nya = efter.fragor.filter((f) => !fanns.has(f.nyckel))
  return {
    oppnasIgen: nya.flatMap((f) => lage.svar.findLast((s) => s.nyckel === f.nyckel) ?? []),
    nyaFragor: nya,
    bortfallnaFragor: fore.fragor.filter((f) => !finns.has(f.nyckel)),
    andradeSteg: fore.steg.flatMap((s, i) => {
      const nu = efter.steg[i]
      return nu && nu.status !== s.status ? [{ namn: s.namn, rubrik: s.rubrik, fore: s.status, efter: nu.status }] : []
    }),
  }
}
