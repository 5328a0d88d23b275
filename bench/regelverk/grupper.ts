import { kalenderdagAvInkomst, kor, korPeriod, Tabell, type Utfall } from '@atergang/regelverk'
import { Arbetslag } from '@atergang/regelverk/parallell'
import { slumptal, STORA_UPPGIFTER, STORSTA_TAL, storregel } from '@atergang/regelverk/prov'
import { befolkningen, DAG, MANAD, manadsbefolkningen } from './befolkning.ts'
import { Duckdb } from './duckdb.ts'
import { enskilda, FORKLARA, JAMFORDA } from './enskilda.ts'
import { handskriven, summan } from './handskriven.ts'
import { Kopia } from './kopia.ts'
import type { Grupp, Matt, Tavlande } from './matning.ts'

const mal = kalenderdagAvInkomst.sjukpenningPerDag

/** Frees the place of the answers: a run after run works in the same memory. */
const slapp = (u: Utfall): null => {
  u.slapp()
  return null
}

/** A measured group, what it leaves to be closed, and figures that are no times. */
export interface Uppstalld {
  readonly grupp: Grupp
  readonly stang: () => void | Promise<void>
  readonly storlek?: Matt & { readonly hogst: number; readonly text: string }
}

/** Bytes a person that the rule of the day reads (income 4, level, unemployment and degree 1 each) and writes (4). */
const FLYTTADE = 11

export async function dagen(antal: number): Promise<Uppstalld> {
  const t = befolkningen(antal)
  const lag = new Arbetslag(2)
  const kopia = new Kopia(antal, FLYTTADE, 2)
  const duckdb = await Duckdb.oppna(antal)
  const hand = handskriven(t)
  hand.kor()
  const facit = summan(hand.svar)
  const svar = kor(mal, t, { datum: DAG })
  if (summan(svar.taljare as Int32Array) !== facit) throw new Error('WebAssembly och den handskrivna slingan är oense.')
  if ((svar.taljare as Int32Array).some((v, i) => v !== hand.svar[i]))
    throw new Error('WebAssembly och den handskrivna slingan är oense om en rad.')
  svar.slapp()
  const tavlande: Tavlande[] = [
    { namn: 'WebAssembly, 1 tråd', antal, kor: () => slapp(kor(mal, t, { datum: DAG })) },
    { namn: 'WebAssembly, 2 trådar', antal, kor: async () => slapp(await lag.kor(mal, t, { datum: DAG })) },
    { namn: 'JavaScript-kärna, 1 tråd', antal, kor: () => slapp(kor(mal, t, { datum: DAG, motor: 'js' })) },
    hand,
    kopia.enTrad(antal),
    kopia.fleraTradar(antal),
    duckdb.tavlande(antal, 1),
    duckdb.tavlande(antal, 2),
  ]
  return {
    grupp: {
      rubrik: `En dag (SGI, underlag, hel dag, tak, grad), ${antal / 1e6} miljoner personer`,
      enhet: 'miljoner personer/s',
      tavlande,
      facit,
      mal: [
        {
          namn: 'WebAssembly, 1 tråd',
          mot: 'handskriven slinga, 1 tråd',
          minst: 5,
          text: 'minst 5 gånger den handskrivna slingan, en tråd',
        },
        {
          namn: 'WebAssembly, 2 trådar',
          mot: 'minneskopia, 2 trådar',
          minst: 1 / 3,
          text: 'högst 3 gånger långsammare än minneskopian, två trådar',
        },
      ],
    },
    stang: async () => {
      duckdb.stang()
      await Promise.all([lag.stang(), kopia.stang()])
    },
  }
}

export function manaden(antal: number): Uppstalld {
  const [dag, manad] = [befolkningen(antal), manadsbefolkningen(antal)]
  const lag = new Arbetslag(2)
  const val = { period: MANAD, franDag: { fortsattningsniva: 'byte' } } as const
  return {
    grupp: {
      rubrik: `En månad över årsskiftet med byte av nivå och av tal, ${antal / 1e6} miljoner personer`,
      enhet: 'miljoner personer/s',
      facit: null,
      tavlande: [
        { namn: 'en dag, 1 tråd', antal, kor: () => slapp(kor(mal, dag, { datum: DAG })) },
        { namn: 'en månad, 1 tråd', antal, kor: () => slapp(korPeriod(mal, manad, val)) },
        { namn: 'en dag, 2 trådar', antal, kor: async () => slapp(await lag.kor(mal, dag, { datum: DAG })) },
        { namn: 'en månad, 2 trådar', antal, kor: async () => slapp(await lag.korPeriod(mal, manad, val)) },
      ],
      mal: [
        { namn: 'en månad, 1 tråd', mot: 'en dag, 1 tråd', minst: 1 / 3, text: 'högst 3 gånger en dags kostnad, en tråd' },
        { namn: 'en månad, 2 trådar', mot: 'en dag, 2 trådar', minst: 1 / 3, text: 'högst 3 gånger en dags kostnad, två trådar' },
      ],
    },
    stang: () => lag.stang(),
  }
}

export function storaRegelverket(regler: number, antal: number): Uppstalld {
  const r = storregel(regler)
  const t = new Tabell(antal, Object.fromEntries(Array.from({ length: STORA_UPPGIFTER }, (_, i) => [`x${i}`, { lagring: 'i32' as const }])))
  const slump = slumptal(3)
  for (let k = 0; k < STORA_UPPGIFTER; k++) {
    const kolumn = t.kolumn(`x${k}`)
    for (let i = 0; i < antal; i++) kolumn[i] = Math.floor(slump() * (STORSTA_TAL + 1))
  }
  const lag = new Arbetslag(2)
  const provad = kor(r, t, { datum: DAG })
  const js = kor(r, t, { datum: DAG, motor: 'js' })
  const facit = summan(provad.taljare as Int32Array)
  if (summan(js.taljare as Int32Array) !== facit) throw new Error('JavaScript och WebAssembly är oense om det stora regelverket.')
  provad.slapp()
  js.slapp()
  return {
    grupp: {
      rubrik: `${regler} genererade regler, ${antal / 1e6} miljoner personer`,
      enhet: 'miljoner personer/s',
      facit: null,
      mal: [],
      tavlande: [
        { namn: `${regler} regler, WebAssembly, 1 tråd`, antal, kor: () => slapp(kor(r, t, { datum: DAG })) },
        { namn: `${regler} regler, WebAssembly, 2 trådar`, antal, kor: async () => slapp(await lag.kor(r, t, { datum: DAG })) },
        { namn: `${regler} regler, JavaScript-kärna, 1 tråd`, antal, kor: () => slapp(kor(r, t, { datum: DAG, motor: 'js' })) },
      ],
    },
    storlek: {
      namn: `${regler} regler, minne`,
      varde: t.minne.storlek / antal,
      enhet: 'byte/person',
      hogst: 200,
      text: 'högst 200 byte per person',
      kvotMot: {},
    },
    stang: () => lag.stang(),
  }
}

export async function enPerson(): Promise<Uppstalld> {
  return {
    grupp: {
      rubrik: 'En person i taget',
      enhet: 'µs',
      facit: null,
      tavlande: await enskilda(),
      mal: [
        { namn: FORKLARA.varde, mot: JAMFORDA.publicodes, minst: 100, text: 'svaret med sitt spår minst 100 gånger publicodes' },
        { namn: FORKLARA.varde, mot: JAMFORDA.zen, minst: 3, text: 'svaret med sitt spår minst 3 gånger zens uttryck' },
        { namn: FORKLARA.trad, mot: JAMFORDA.publicodes, minst: 100, text: 'hela trädet utskrivet minst 100 gånger publicodes' },
        { namn: FORKLARA.trad, mot: JAMFORDA.zen, minst: 3, text: 'hela trädet utskrivet minst 3 gånger zens uttryck' },
      ],
    },
    stang: () => undefined,
  }
}
