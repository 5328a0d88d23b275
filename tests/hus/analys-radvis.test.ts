import { Datakalla, raknaTabell, skrivLand, TABELLER, type Ratabell } from '@atergang/analys'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { Radvis } from '../../bench/analys/radvis.ts'

/** Sums are added in another order: twelve digits are the same. */
const siffror = (r: Ratabell) =>
  r.svar.rader.map((x) => [
    x.nyckel,
    x.celler.map((c) => [typeof c.varde === 'number' ? Number(c.varde.toPrecision(10)) : c.varde, c.n ?? null]),
  ])

it('ger i varje tabell samma tal genom SQL som rad för rad', async () => {
  const mapp = join(mkdtempSync(join(tmpdir(), 'atergang-radvis-')), 'land')
  await skrivLand({ fro: 'radvis', personer: 15_000, fran: 2012, till: 2020 }, mapp)
  const k = await Datakalla.oppna(mapp)
  const rad = new Radvis(k)
  for (const nr of TABELLER) expect(siffror(await raknaTabell(rad, nr)), `tabell ${nr}`).toEqual(siffror(await raknaTabell(k, nr)))
  k.stang()
}, 180_000)
