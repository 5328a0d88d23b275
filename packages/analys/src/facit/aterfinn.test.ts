import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { Datakalla } from '../datakalla.ts'
import { UTVARDERINGAR, utvardera, type Utvarderingsnamn } from '../utvardering/index.ts'
import { fardiga, type Metodresultat, type Raresultat } from '../resultat/resultat.ts'
import { provland } from '../stod/provland.ts'
import { aterfinn, lasFacit, type Aterfunnen } from './aterfinn.ts'

const LANDER = ['sant0', 'sant1', 'sant2']
const PERSONER = 60_000
/** Of 95 per cent intervals: binomial law, n = 42, 35 or fewer come about once in a thousand times. bench/metoder.ts tries many more countries. */
const MINST_AV_42 = 36

const funna: Aterfunnen[] = []
const ra: Raresultat[] = []
let resultat: readonly Metodresultat[] = []

beforeAll(async () => {
  for (const [i, fro] of LANDER.entries()) {
    const mapp = await provland(PERSONER, fro)
    const k = await Datakalla.oppna(mapp)
    funna.push(...(await aterfinn(k, mapp)))
    if (i === 0) {
      for (const namn of Object.keys(UTVARDERINGAR) as Utvarderingsnamn[]) ra.push(await utvardera(k, namn))
      resultat = fardiga(ra, false).resultat
      await expect(utvardera(k, 'gissa')).rejects.toMatchObject({ kod: 'okandUtvardering' })
      await expect(utvardera(k, 'langd', { insats: 'brev' })).rejects.toMatchObject({ falt: [{ falt: 'insats' }] })
      await expect(utvardera(k, 'information', { insats: 'okänd' })).rejects.toMatchObject({ falt: [{ falt: 'insats' }] })
    }
    k.stang()
    rmSync(join(mapp, '..'), { recursive: true })
  }
}, 240_000)

describe('metoderna mot det som planterats i tre påhittade länder', () => {
  it('har sanningen inom sina 95-procentsintervall så ofta som de lovar', () => {
    const raknade = funna.filter((a) => a.inom !== null)
    expect(raknade.length).toBe(14 * LANDER.length)
    const missar = raknade.filter((a) => !a.inom).map((a) => `${a.metod} ${a.vad}: ${a.sant} utanför ${a.intervall!.join('–')}`)
    expect(raknade.length - missar.length, missar.join('\n')).toBeGreaterThanOrEqual(MINST_AV_42)
  })
  it('säger i varje land att reformen, stödet och brevet verkar åt det håll de gör, och att intervallen inte är för vida för att säga något', () => {
    const av = (metod: string, vad: RegExp): Aterfunnen[] => funna.filter((a) => a.metod === metod && vad.test(a.vad))
    const medel = (x: readonly Aterfunnen[]): number => x.reduce((s, a) => s + a.skattat!, 0) / x.length
    expect(medel(av('reform', /återgår efter reformen/))).toBeGreaterThan(1.05)
    expect(medel(av('stod', /./))).toBeGreaterThan(1.1)
    expect(medel(av('stegvis', /./))).toBeGreaterThan(5)
    for (const a of av('stegvis', /./)) expect(a.intervall![1] - a.intervall![0]).toBeLessThan(25)
    for (const a of av('langd', /./)) expect(a.intervall![0]).toBeGreaterThan(1)
  })
  it('kan bara prövas där facit finns', () => expect(() => lasFacit('/ingenstans')).toThrow('facit'))
})

describe('varje utvärdering', () => {
  it('säger sin fråga, metod, antaganden, antal och vad den inte kan säga', () => {
    for (const r of resultat) {
      expect(r.fraga.endsWith('?'), r.id).toBe(true)
      expect(
        [r.metod, ...r.antaganden, ...r.kanInteSaga].every((t) => t.length > 10),
        r.id,
      ).toBe(true)
      expect([r.antaganden.length > 0, r.kanInteSaga.length > 0], r.id).toEqual([true, true])
      expect(r.underlag.length + r.tabeller.length, r.id).toBeGreaterThan(0)
      for (const s of r.skattningar) expect(s.varde === null || s.n !== null, `${r.id} ${s.id}`).toBe(true)
    }
  })
  it('kan ritas: varje diagram pekar på en tabell och på kolumner som finns', () => {
    for (const r of resultat) {
      for (const d of r.diagram) {
        const t = r.tabeller.find((x) => x.id === d.tabell)
        expect(t, `${r.id}: ${d.tabell}`).toBeDefined()
        const finns = (id: string): boolean =>
          t!.kolumner.some((k) => k.id === id) || (id.startsWith('nyckel:') && Number(id.slice(7)) < t!.nycklar.length)
        for (const id of [
          d.x,
          d.y,
          ...(d.undre ? [d.undre] : []),
          ...(d.ovre ? [d.ovre] : []),
          ...(d.serie ? [d.serie] : []),
          ...(d.granser ?? []).flat(),
        ])
          expect(finns(id), `${r.id}: ${d.tabell}.${id}`).toBe(true)
      }
    }
  })
  it('lämnar inga personer ut och inga antal under fem', () => {
    expect(JSON.stringify(resultat)).not.toMatch(/"(matchade|exakta)":/)
    for (const r of resultat) for (const s of r.skattningar) expect(s.n === null || s.n >= 5 || s.n === 0, `${r.id} ${s.id}`).toBe(true)
  })
})
