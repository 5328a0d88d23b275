import { evaluateExpressionSync } from '@gorules/zen-engine'
import { forklara, heltal, kalenderdagAvInkomst, type Tal } from '@atergang/regelverk'
import { Engine, type Almanac } from 'json-rules-engine'
import Publicodes from 'publicodes'
import { DAG } from './befolkning.ts'
import type { Tavlande } from './matning.ts'

interface Person {
  readonly inkomst: number
  readonly fortsattning: boolean
  readonly arbetslos: boolean
  readonly fjardedelar: number
}

/** The same persons for all, as many as each gets through in about the same time. */
const personer: readonly Person[] = Array.from({ length: 20_000 }, (_, i) => ({
  inkomst: ((i * 7919) % 7001) * 100,
  fortsattning: i % 10 < 3,
  arbetslos: i % 11 === 0,
  fjardedelar: (i % 4) + 1,
}))

function tavlande(namn: string, antal: number, svara: (p: Person) => number): Tavlande {
  return {
    namn,
    antal,
    kor() {
      for (let i = 0; i < antal; i++) svara(personer[i]!)
      return null
    },
  }
}

/** Everyone gives everyone the same krona; said here once, so that the rounds measure work only. */
export function kontrollera(alla: readonly { readonly namn: string; readonly svara: (p: Person) => number }[], antal: number): void {
  const [facit, ...ovriga] = alla
  for (const p of personer.slice(0, antal))
    for (const o of ovriga)
      if (o.svara(p) !== facit!.svara(p))
        throw new Error(`${o.namn} ger ${o.svara(p)} kr och ${facit!.namn} ${facit!.svara(p)} kr för ${JSON.stringify(p)}.`)
}

// --- ours ------------------------------------------------------------------------------------------

const mal = kalenderdagAvInkomst.sjukpenningPerDag
const OMFATTNING = ['', '0,25', '0,5', '0,75', '1']
const kalla = { typ: 'forsakrad', text: 'ansökan' } as const
const fakta = (p: Person) => ({
  inkomstAnstallning: { varde: p.inkomst, kalla },
  inkomstAnnat: 0,
  fortsattningsniva: p.fortsattning,
  arbetslos: p.arbetslos,
  omfattning: OMFATTNING[p.fjardedelar]!,
})

/** The answer keeps what every part of the rules gave; the words are written when the tree is read, as in the next two. */
const vardet = (p: Person): number => heltal(forklara(mal, fakta(p), DAG).varde as Tal)
function medTrad(p: Person): number {
  const svar = forklara(mal, fakta(p), DAG)
  if (svar.forklaring.delar === undefined) throw new Error('trädet saknas')
  return heltal(svar.varde as Tal)
}
function somJson(p: Person): number {
  const svar = forklara(mal, fakta(p), DAG)
  if (JSON.stringify(svar.forklaring).length === 0) throw new Error('trädet saknas')
  return heltal(svar.varde as Tal)
}

// --- publicodes: rules as data, explanation tree and units always on ----------------------------------

const publicodes = new Publicodes({
  inkomst: { question: 'Årsinkomst', 'par défaut': 0 },
  arbetslos: { question: 'Arbetslös', 'par défaut': 'non' },
  fortsattning: { question: 'Fortsättningsnivå', 'par défaut': 'non' },
  fjardedelar: { question: 'Omfattning', 'par défaut': 4 },
  sgi: { variations: [{ si: 'inkomst < 14208', alors: 0 }, { sinon: { valeur: 'inkomst', plafond: 592_000 } }] },
  underlag: { variations: [{ si: 'fortsattning', alors: 'sgi * 0.97 * 0.75' }, { sinon: 'sgi * 0.97 * 0.80' }] },
  hel: 'underlag / 365',
  'efter tak': { variations: [{ si: 'arbetslos', alors: { valeur: 'hel', plafond: 543 } }, { sinon: 'hel' }] },
  dag: { valeur: 'efter tak * fjardedelar / 4', arrondi: 'oui' },
} as never)
const ja = (b: boolean): string => (b ? 'oui' : 'non')
const iPublicodes = (p: Person): number => {
  publicodes.setSituation({ inkomst: p.inkomst, arbetslos: ja(p.arbetslos), fortsattning: ja(p.fortsattning), fjardedelar: p.fjardedelar })
  return publicodes.evaluate('dag').nodeValue as number
}

// --- zen: one expression, no trace --------------------------------------------------------------------

const SGI = '(inkomst < 14208 ? 0 : min([inkomst, 592000]))'
const HEL = `${SGI} * 0.97 * (fortsattning ? 0.75 : 0.80) / 365`
const UTTRYCK = `round((arbetslos ? min([${HEL}, 543]) : ${HEL}) * fjardedelar / 4)`
const iZen = (p: Person): number => evaluateExpressionSync(UTTRYCK, p) as number

// --- json-rules-engine: conditions are rules, the sums live in facts ------------------------------------

const motor = new Engine()
const sgi = async (a: Almanac): Promise<number> => {
  const inkomst = await a.factValue<number>('inkomst')
  return inkomst < 14_208 ? 0 : Math.min(inkomst, 592_000)
}
// Its types know of no facts that wait, though its documentation does.
motor.addFact(
  'hel',
  (async (_: unknown, a: Almanac) => ((await sgi(a)) * 97 * ((await a.factValue<boolean>('fortsattning')) ? 75 : 80)) / 3_650_000) as never,
)
motor.addRule({
  conditions: {
    all: [
      { fact: 'arbetslos', operator: 'equal', value: true },
      { fact: 'hel', operator: 'greaterThan', value: 543 },
    ],
  },
  event: { type: 'tak' },
})
const iJsonRules = async (p: Person): Promise<number> => {
  const { events, almanac } = await motor.run({ ...p })
  const hel = events.length ? 543 : await almanac.factValue<number>('hel')
  return Math.floor((hel * p.fjardedelar) / 4 + 0.5)
}

export const FORKLARA = {
  varde: 'forklara, svaret med sitt spår',
  trad: 'forklara, hela trädet utskrivet',
  json: 'forklara, trädet som JSON-text',
} as const
export const JAMFORDA = { publicodes: 'publicodes', zen: 'zen, uttryck', jsonRules: 'json-rules-engine' } as const

export async function enskilda(): Promise<readonly Tavlande[]> {
  kontrollera(
    [
      { namn: 'forklara', svara: vardet },
      { namn: 'publicodes', svara: iPublicodes },
      { namn: 'zen', svara: iZen },
    ],
    400,
  )
  for (const p of personer.slice(0, 400))
    if ((await iJsonRules(p)) !== vardet(p)) throw new Error(`json-rules-engine svarar annorlunda för ${JSON.stringify(p)}`)
  return [
    tavlande(FORKLARA.varde, 20_000, vardet),
    tavlande(FORKLARA.trad, 20_000, medTrad),
    tavlande(FORKLARA.json, 5_000, somJson),
    tavlande(JAMFORDA.publicodes, 150, iPublicodes),
    tavlande(JAMFORDA.zen, 3_000, iZen),
    {
      namn: JAMFORDA.jsonRules,
      antal: 2_000,
      async kor() {
        for (let i = 0; i < 2_000; i++) await iJsonRules(personer[i]!)
        return null
      },
    },
  ]
}
