import { land, type Landval } from '@atergang/syntet/land'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { motor } from './duckdb.ts'
import { skrivHelt, skrivManifest, type Manifest } from './register/datamapp.ts'
import { Parquetskrivare } from './register/parquet.ts'

export interface Skrivetland {
  readonly mapp: string
  readonly manifest: Manifest
  readonly sekunder: number
  readonly personerPerSekund: number
}

/** Called now and then with the persons done of all. */
export type Framsteg = (klara: number, av: number) => void

/**
 * Writes an invented country as Parquet with its truth beside it. Streams: memory does not grow with the number of people.
 * Same choice, same content, whatever `personerIDelen` is.
 * @throws {OgiltigtLandval} @throws {Analysfel}
 */
export async function skrivLand(
  val: Landval,
  ut: string,
  framsteg: Framsteg = () => undefined,
  personerIDelen?: number,
): Promise<Skrivetland> {
  const start = performance.now()
  const l = land(val)
  const manifest = await skrivHelt(ut, async (mapp) => {
    mkdirSync(join(mapp, 'facit'), { recursive: true })
    const m = await motor()
    try {
      const skrivare = new Parquetskrivare(m, mapp)
      for (const del of l.delar(personerIDelen)) {
        for (const bit of del.bitar) await skrivare.skriv(bit)
        framsteg(del.klara, val.personer)
      }
      writeFileSync(join(mapp, 'facit.json'), `${JSON.stringify(l.facit, null, 2)}\n`)
      const manifest: Manifest = { format: 1, pahittad: true, val: { ...val, fro: String(val.fro) }, register: await skrivare.klar() }
      skrivManifest(mapp, manifest)
      return manifest
    } finally {
      m.stang()
    }
  })
  const sekunder = (performance.now() - start) / 1000
  return { mapp: ut, manifest, sekunder, personerPerSekund: val.personer / sekunder }
}
