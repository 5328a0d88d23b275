import { lasManifest, skrivLand } from '@atergang/analys'
import { HELA_LANDET, STANDARDAR } from '@atergang/syntet/land'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Payment rows of the standard years an inhabitant. */
const RADER_PER_PERSON = 2.31

export interface Bestand {
  readonly personer: number
  readonly utbetalningar: number
  /** to write it; null when it was there */
  readonly sekunder: number | null
}

/** An invented country with about so many payment rows, at most the whole one. */
export async function bestand(mapp: string, rader: number, sag: (t: string) => void): Promise<Bestand> {
  const personer = Math.min(HELA_LANDET, Math.max(1000, Math.round(rader / RADER_PER_PERSON)))
  let sekunder: number | null = null
  if (!existsSync(join(mapp, 'manifest.json'))) {
    let sagt = 0
    sekunder = (
      await skrivLand({ fro: 1, personer, ...STANDARDAR }, mapp, (klara, av) => {
        const del = Math.floor((klara / av) * 4)
        if (del > sagt) sag(`Skriver landet: ${(sagt = del) * 25} %`)
      })
    ).sekunder
  }
  const m = lasManifest(mapp)
  return { personer: Number(m.val!.personer), utbetalningar: m.register.utbetalning!.rader, sekunder }
}
