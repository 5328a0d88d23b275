import { Slump } from '../slump.ts'
import { insatsregister } from './insatser.ts'
import { enkat } from './enkat.ts'
import { facit, type Facit } from './facit.ts'
import { LANSNAMN } from './geografi.ts'
import { grund } from './grund.ts'
import { heltal, kod, Rader, type Registerbit } from './kolumner.ts'
import { liv } from './liv.ts'
import { invanare } from './person.ts'
import { KON, nyaRegister, toma } from './register.ts'
import { skrivLiv } from './utskrift.ts'
import { kontrolleraVal, type Landval } from './val.ts'

export interface Land {
  readonly val: Landval
  readonly facit: Facit
  /** registers in pieces, the same rows in the same order whatever the size of the pieces; `klara` is persons done */
  delar(personerIDelen?: number): Generator<{ readonly bitar: readonly Registerbit[]; readonly klara: number }>
}

const PERSONER_I_DELEN = 20_000

/**
 * An invented country from a seed: people, employers, sick spells, payments, decisions, treatments, supply, organisation, a survey, and the
 * truth about what was planted in it. Each person's life comes from the seed and the person's number alone.
 * @throws {OgiltigtLandval}
 */
export function land(val: Landval): Land {
  kontrolleraVal(val)
  const rot = new Slump(val.fro).gren('land')
  const g = grund(rot, val)
  function* delar(storlek = PERSONER_I_DELEN) {
    yield {
      bitar: [...g.organisation.bitar(), ...g.utbud.bitar(), insatsregister(g.lottning), ...enkat(rot), g.arbetsgivare.bit()],
      klara: 0,
    }
    const r = nyaRegister()
    const folk = new Uint32Array(LANSNAMN.length * 2 * ALDRAR)
    for (let i = 0; i < val.personer; i++) {
      const s = rot.gren(i)
      const p = invanare(s, i, g.arbetsgivare)
      folk[(p.lan * 2 + (p.kvinna ? 0 : 1)) * ALDRAR + (p.fodelsear - FORSTA_AR)]!++
      skrivLiv(s.gren('u'), p, liv(s, p, g), g, r)
      if ((i + 1) % storlek === 0) yield { bitar: toma(r), klara: i + 1 }
    }
    yield { bitar: [...toma(r), befolkning(folk, val)], klara: val.personer }
  }
  return { val, facit: facit(g), delar }
}

const FORSTA_AR = 1920
const ALDRAR = 110

/** Inhabitants by county, sex and age on the last day of each year: nobody moves, dies or is born unrecorded in this country. */
function befolkning(folk: Uint32Array, val: Landval): Registerbit {
  const r = new Rader('befolkning', { lan: kod(LANSNAMN), ar: heltal, kon: kod(KON), alder: heltal, antal: heltal })
  for (let ar = val.fran; ar <= val.till; ar++) {
    LANSNAMN.forEach((_, lan) =>
      KON.forEach((_k, kon) => {
        for (let f = 0; f < ALDRAR; f++) {
          const antal = folk[(lan * 2 + kon) * ALDRAR + f]!
          if (antal > 0 && ar >= FORSTA_AR + f) r.lagg({ lan, ar, kon, alder: ar - FORSTA_AR - f, antal })
        }
      }),
    )
  }
  return r.tom()
}
