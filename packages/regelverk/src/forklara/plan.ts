import type { Datum } from '@atergang/kalender'
import { delarAv, type Daterat, type Parameter, type Regel, type Uttryck } from '../definition.ts'
import { dagI, epokPa } from '../epok.ts'
import { underliggande } from '../genomgang.ts'
import type { Parameteruppgift } from '../forklaring.ts'
import { gallande } from '../parameter.ts'
import { OKANT, type Sanning, type Varde } from '../spann.ts'
import type { Tal } from '../tal.ts'
import { skrivVarde } from './skriv.ts'

/**
 * A part of a rule made ready to be worked out many times: parameters looked up for the epoch,
 * rules joined, and a numbered place for its value.
 */
export interface Led {
  readonly sort: Uttryck['sort']
  readonly plats: number
  readonly u: Uttryck
  readonly a: Led | null
  readonly b: Led | null
  readonly c: Led | null
  /** a number of the rule, or the parameter's value in the epoch */
  readonly fast: Varde | Sanning
  readonly regel: Regelled | null
  readonly parameter: Parameteruppgift | null
}

/** A rule with the wording of the epoch; without one when the sources do not give it. */
export interface Regelled {
  readonly nr: number
  readonly regel: Regel
  readonly uttryck: Led | null
}

export interface Plan {
  readonly mal: Regelled
  readonly platser: number
  readonly regler: number
}

const klara = new WeakMap<Regel, Map<number, Plan>>()

/** The plan of a rule on a day; made once an epoch. */
export function plan(mal: Regel, dag: Datum): Plan {
  const { nr } = epokPa(mal, dag)
  let perEpok = klara.get(mal)
  if (!perEpok) klara.set(mal, (perEpok = new Map()))
  let p = perEpok.get(nr)
  if (!p) perEpok.set(nr, (p = nyPlan(mal, dagI(epokPa(mal, dag)))))
  return p
}

function nyPlan(mal: Regel, dag: Datum): Plan {
  const led = new Map<Uttryck | Regel | string, Led>()
  const regler = new Map<Regel, Regelled>()
  const uppgifter = new Map(underliggande(mal).indata.map((u) => [u.namn, u] as const))
  let platser = 0

  function iRegel(r: Regel): Regelled {
    const redan = regler.get(r)
    if (redan) return redan
    const version = gallande({ varden: r.versioner }, dag)
    const uttryck = version ? iLed(version.varde) : null
    const ny = { nr: regler.size, regel: r, uttryck }
    regler.set(r, ny)
    return ny
  }

  function iLed(del: Uttryck): Led {
    // A fact, and a rule, is the same wherever it is named.
    const u = del.sort === 'indata' ? uppgifter.get(del.namn)! : del
    const nyckel = u.sort === 'indata' ? u.namn : u.sort === 'regel' ? u.regel : u
    const redan = led.get(nyckel)
    if (redan) return redan
    const [a, b, c] = delarAv(u).map(iLed)
    const regel = u.sort === 'regel' ? iRegel(u.regel) : null
    const galler = u.sort === 'parameter' ? gallande(u, dag) : undefined
    const ny: Led = {
      sort: u.sort,
      plats: platser++,
      u,
      a: a ?? null,
      b: b ?? null,
      c: c ?? null,
      fast: u.sort === 'tal' ? u.varde : (galler?.varde ?? (u.enhet === 'ja/nej' ? null : OKANT)),
      regel,
      parameter: u.sort === 'parameter' && galler ? parameteruppgift(u, galler) : null,
    }
    led.set(nyckel, ny)
    return ny
  }

  const malet = iRegel(mal)
  return { mal: malet, platser, regler: regler.size }
}

const parameteruppgift = (p: Parameter, v: Daterat<Tal>): Parameteruppgift => ({
  namn: p.rubrik,
  varde: skrivVarde(v.varde, p.enhet),
  from: v.from,
  ...(v.tom ? { tom: v.tom } : {}),
  lagrum: p.lagrum,
  kalla: v.kalla,
})
