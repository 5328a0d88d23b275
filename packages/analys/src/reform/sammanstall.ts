import type { Befolkning, Personer } from './befolkning.ts'
import type { Kort, Personutfall } from './rakna.ts'
import { skyddad } from './skyddat.ts'
import { DIMENSIONER, type Dimension, type Reformdel, type Reformgrupp } from './svar.ts'

const ALDRAR = [
  [0, 29],
  [30, 39],
  [40, 49],
  [50, 59],
  [60, 64],
  [65, 200],
] as const
const STEG = 100_000
const STEGANTAL = 9
const OKANT = 'okänt'

interface Grupper {
  readonly namn: readonly string[]
  readonly av: (p: Personer, i: number) => number
}

/** The groups of each dimension, in order; what is not known comes last. */
function grupperna(b: Befolkning): Readonly<Record<Dimension, Grupper>> {
  const listan = (namn: readonly string[], kolumn: (p: Personer) => Float64Array): Grupper => ({
    namn: [...namn, OKANT],
    av: (p, i) => (Number.isNaN(kolumn(p)[i]!) ? namn.length : kolumn(p)[i]!),
  })
  const kr = (n: number): string => (n / 1000).toLocaleString('sv-SE')
  return {
    lan: listan(b.lansnamn, (p) => p.lan),
    kon: listan(b.konnamn, (p) => p.kon),
    alder: {
      namn: [...ALDRAR.map(([a, t]) => (t === 200 ? `${a}– år` : a === 0 ? `–${t} år` : `${a}–${t} år`)), OKANT],
      av: (p, i) =>
        plats(
          ALDRAR.findIndex(([a, t]) => p.alder[i]! >= a && p.alder[i]! <= t),
          ALDRAR.length,
        ),
    },
    inkomst: {
      namn: [
        ...Array.from({ length: STEGANTAL }, (_, i) =>
          i === STEGANTAL - 1 ? `${kr(i * STEG)}– tkr` : `${kr(i * STEG)}–${kr((i + 1) * STEG)} tkr`,
        ),
        OKANT,
      ],
      av: (p, i) => (p.inkomst[i]! >= 0 ? Math.min(STEGANTAL - 1, Math.floor(p.inkomst[i]! / STEG)) : STEGANTAL),
    },
  }
}
const plats = (i: number, annars: number): number => (i < 0 ? annars : i)

class Rakneverk {
  personer = 0
  fore = 0
  efter = 0
  vinnare = 0
  forlorare = 0
  oforandrade = 0
  okanda = 0
  kandaRader = 0
  lagg(d: Personutfall, i: number): void {
    const [f, e] = [d.fore[i]!, d.efter[i]!]
    this.personer++
    this.kandaRader += d.kanda[i]!
    this.fore += f
    this.efter += e
    if (d.okanda[i]! > 0) this.okanda++
    else if (e > f) this.vinnare++
    else if (e < f) this.forlorare++
    else this.oforandrade++
  }
  /** @param delat hundredths of kronor to a krona */
  grupp(grupp: string, delat: number): Reformgrupp {
    const summa = (n: number): number | null => (this.kandaRader === 0 ? null : n / delat)
    return {
      grupp,
      personer: this.personer,
      fore: summa(this.fore),
      efter: summa(this.efter),
      forandring: summa(this.efter - this.fore),
      procent: this.fore === 0 ? null : ((this.efter - this.fore) / this.fore) * 100,
      vinnare: this.vinnare,
      forlorare: this.forlorare,
      oforandrade: this.oforandrade,
      okanda: this.okanda,
      kanda: this.personer - this.okanda,
    }
  }
}

/** Sums by county, sex, age and income. Groups without people are left out. @param visaSma also small numbers, of invented people */
export function sammanstall(k: Kort, b: Befolkning, visaSma: boolean): readonly Reformdel[] {
  const grupper = grupperna(b)
  return k.delar.map((d): Reformdel => {
    const alla = new Rakneverk()
    const per = Object.fromEntries(DIMENSIONER.map((dim) => [dim, grupper[dim].namn.map(() => new Rakneverk())])) as Record<
      Dimension,
      Rakneverk[]
    >
    for (let i = 0; i < d.personer.antal; i++) {
      alla.lagg(d, i)
      for (const dim of DIMENSIONER) per[dim][grupper[dim].av(d.personer, i)]!.lagg(d, i)
    }
    const delat = d.slag === 'kr' ? 100 : 1
    const del: Reformdel = {
      slag: d.slag,
      enhet: d.slag === 'kr' ? 'kr' : 'ärenden med rätt',
      rakningar: d.rakningar,
      ratt: d.ratt,
      skydd: null,
      alla: alla.grupp('Alla', delat),
      grupper: Object.fromEntries(
        DIMENSIONER.map((dim) => [dim, per[dim].flatMap((r, i) => (r.personer ? [r.grupp(grupper[dim].namn[i]!, delat)] : []))]),
      ) as Record<Dimension, Reformgrupp[]>,
    }
    return visaSma ? del : skyddad(del)
  })
}
