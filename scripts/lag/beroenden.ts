import { readdirSync, readFileSync } from 'node:fs'
import {
  bedomningsfragor,
  lagrumstext,
  lydelser,
  medUnderregler,
  paragrafnyckel,
  parametrar,
  parametrarTill,
  regler,
  riksinstallningar,
  tidslinjefunktioner,
  tidsregler,
  type Lagrum,
} from '@atergang/regelverk'
import { lasLagfall, type Lagfall } from '@atergang/regelverk/prov'
import { provfiler } from './kallfiler.ts'
import type { Vaktunderlag } from './vakt.ts'

const LAGFALL = 'packages/regelverk/lagfall'

const nycklar = (ls: readonly Lagrum[]): Set<string> => new Set(ls.map(paragrafnyckel))
const unika = (xs: readonly string[]): string[] => [...new Set(xs)].sort()

/** Everything a case rests on: the paragraphs its row names, and those of its rule and what it uses. */
const vilarPa = (f: Lagfall): Set<string> =>
  nycklar([
    ...f.paragrafer,
    ...(f.sort === 'regel'
      ? medUnderregler([f.regel]).flatMap((r) => [...r.lagrum, ...parametrarTill(r).flatMap((p) => p.lagrum)])
      : f.regel.lagrum),
  ])

/** Finds what rests on a paragraph: rules, the rules that use them, law cases and tests. Read once, asked many times. */
export function beroenden(): Vaktunderlag['beroende'] {
  const fall = readdirSync(LAGFALL)
    .filter((f) => f.endsWith('.csv'))
    .sort()
    .flatMap((f) => lasLagfall(readFileSync(`${LAGFALL}/${f}`, 'utf8'), `${LAGFALL}/${f}`).fall)
    .map((f) => ({ f, pa: vilarPa(f) }))
  const prov = provfiler().map((fil) => ({ fil, text: readFileSync(fil, 'utf8') }))
  const direkta = [
    ...regler,
    ...tidsregler,
    ...parametrar,
    ...lydelser,
    ...riksinstallningar,
    ...bedomningsfragor,
    ...tidslinjefunktioner,
  ].map((r) => ({ namn: r.namn, pa: nycklar(r.lagrum) }))
  const under = regler.map((r) => ({
    namn: r.namn,
    delar: new Set(medUnderregler([r]).flatMap((d) => [d.namn, ...parametrarTill(d).map((p) => p.namn)])),
  }))
  return (nyckel) => {
    const namn = unika(direkta.filter((d) => d.pa.has(nyckel)).map((d) => d.namn))
    const anvandsAv = unika(under.filter((u) => !namn.includes(u.namn) && namn.some((n) => u.delar.has(n))).map((u) => u.namn))
    const skrivet = lagrumstext(lagrumAv(nyckel)).split(' §')[0]!
    const citeras = new RegExp(`'${nyckel.replace(/[()]/g, '\\$&')}[' ]|(?<!\\d)${skrivet} §`)
    return {
      regler: namn,
      anvandsAv,
      lagfall: fall.filter((x) => x.pa.has(nyckel)).map(({ f }) => ({ fil: f.fil, rad: f.rad, fall: f.fall })),
      prov: prov.filter((p) => citeras.test(p.text) || namn.some((n) => new RegExp(`\\b${n}\\b`).test(p.text))).map((p) => p.fil),
    }
  }
}

function lagrumAv(nyckel: string): Lagrum {
  const fl = nyckel.startsWith('FL ')
  const [kapitel, paragraf] = fl ? ['', nyckel.slice(3)] : nyckel.split(':')
  return fl ? { forfattning: 'FL', paragraf: paragraf! } : { forfattning: 'SFB', kapitel: kapitel!, paragraf: paragraf! }
}
