import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { skrivLand } from '../land.ts'

/** An invented country for tests, in a folder of its own. */
export async function provland(
  personer: number,
  fro: string | number = 'prov',
  ar: readonly [number, number] = [2010, 2020],
): Promise<string> {
  const mapp = join(mkdtempSync(join(tmpdir(), 'atergang-analys-')), 'land')
  await skrivLand({ fro, personer, fran: ar[0], till: ar[1] }, mapp)
  return mapp
}
