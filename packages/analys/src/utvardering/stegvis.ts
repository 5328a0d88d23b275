import { SF_NAMN } from '@atergang/syntet/land'
import { Slump } from '@atergang/syntet'
import { plusDagar, plusManader, tidigast, type Datum } from '@atergang/kalender'
import type { Datakalla } from '../datakalla.ts'
import { sqlText } from '../duckdb.ts'
import { fonstertext, type Fonster } from '../matt/matt.ts'
import { okand, skattning, type Raresultat, type Skattning } from '../resultat/resultat.ts'
import { byggTabell } from '../resultat/tabell.ts'
import { intervall, pT, wilson } from '../statistik/fordelning.ts'
import { bredvid, kniv, type Glmdata } from '../statistik/glm.ts'
import type { Ratabell } from '../tabeller/svar.ts'
import { avbildad, dagSql, iLan, MINST, nivakolumner, platsSql, registerkallor, slutdag } from './grund.ts'
import { insatsen, type Insats } from './insatser.ts'

/** A share that a stepwise introduction is to raise: rows with area, day and yes or no. */
export interface Steguppfoljning {
  readonly id: string
  readonly vad: string
  readonly register: readonly string[]
  readonly sql: (sista: Datum) => string
  /** days after the row's day before the answer is known */
  readonly vantar: number
}
export const PLAN_I_TID: Steguppfoljning = {
  id: 'plan_i_tid',
  vad: 'andel planer för återgång som kommer inom 30 dagar från begäran',
  register: ['sjukfall'],
  vantar: 30,
  sql: (sista) =>
    `SELECT sf_omrade, lan, plan_begard AS dag, CAST(coalesce(date_diff('day', plan_begard, plan_inkom) <= 30, false) AS INTEGER) AS ja FROM sjukfall WHERE plan_begard IS NOT NULL AND plan_begard <= ${dagSql(sista)}`,
}

const MANADER_FORE = 12
const MANADER_EFTER = 12
const OMKASTNINGAR = 499
const FRO = 'stegvis'

interface Celler {
  readonly omrade: Float64Array
  readonly period: Float64Array
  readonly infort: Float64Array
  readonly antal: Float64Array
  readonly ja: Float64Array
}

/**
 * A letter or a profile introduced area by area: a stepped-wedge trial (Hussey & Hughes 2007). Areas and months have levels of their own; what is
 * left between those that have it and those that do not yet is the effect. The interval leaves out one area at a time. When the order was drawn by lot
 * the draw is also made again many times: how often would chance alone give so much?
 */
export async function stegvis(
  k: Datakalla,
  insats = 'brev',
  u: Steguppfoljning = PLAN_I_TID,
  omraden: readonly string[] | null = null,
): Promise<Raresultat> {
  const i = await insatsen(k, insats, 'sf_omrade')
  k.krav(...u.register)
  const slut = await slutdag(k)
  const dagar = [...i.fran.values()].sort()
  const f: Fonster = {
    fran: plusManader(dagar[0]!, -MANADER_FORE),
    tom: tidigast(plusDagar(plusManader(dagar.at(-1)!, MANADER_EFTER), -1), plusDagar(slut, -u.vantar)),
  }
  const c = await cellerna(k, u, f, i, omraden)
  const antal = c.antal.reduce((a, b) => a + b, 0)
  const med = c.antal.reduce((s, n, j) => s + n * c.infort[j]!, 0)
  const svar = med >= MINST && antal - med >= MINST ? effekten(c, i) : null
  return {
    id: 'stegvis',
    rubrik: `Stegvis införande: ${insats}, ${i.fran.size} områden från ${dagar[0]}`,
    fonster: f,
    omraden,
    fraga: `Ökar ${insats} ${u.vad}?`,
    metod: `Stegvis infört försök (stepped wedge): andelen med och utan insatsen, med egen nivå för varje område och månad (linjär modell). Intervall genom att utelämna ett område i taget (CV3) och t-fördelning med antalet områden minus ett.${i.lottad ? ` Ordningen lottades: provet drar om den ${OMKASTNINGAR} gånger.` : ''} ${fonstertext(f)}.`,
    antaganden: [
      i.lottad ? 'Ordningen mellan områdena lottades.' : 'Ordningen mellan områdena har inget att göra med hur de är på väg att ändras.',
      'Insatsen verkar från första dagen och lika mycket överallt; den växer eller avtar inte.',
      'Månaderna påverkar alla områden lika mycket.',
    ],
    kanInteSaga: [
      'Om verkan växer eller avtar med tiden sedan den infördes.',
      'Om planerna blir bättre av att komma i tid.',
      ...(i.lottad ? [] : ['Utan lottning kan det som styrde ordningen vara orsaken.']),
    ],
    underlag: [
      { vad: 'områden', antal: new Set(c.omrade).size },
      { vad: 'med insatsen', antal: med },
      { vad: 'utan, eller före', antal: antal - med },
    ],
    skattningar: svar
      ? svar.skattningar
      : [okand('andelsenheter', `skillnad i ${u.vad}`, 'procentenheter', med, 'För få med eller utan insatsen.')],
    kontroller: svar ? [svar.prov] : [],
    anmarkningar: [],
    tabeller: [stegtabell(c, i, u, f)],
    diagram: [{ typ: 'fore_efter', rubrik: u.vad, tabell: 'steg', x: 'nyckel:0', y: 'med', serie: 'utan' }],
  }
}

async function cellerna(k: Datakalla, u: Steguppfoljning, f: Fonster, i: Insats, omraden: readonly string[] | null): Promise<Celler> {
  const fran = `CASE sf_omrade ${[...i.fran].map(([o, d]) => `WHEN ${sqlText(o)} THEN ${dagSql(d)}`).join(' ')} END`
  const r = await k.kolumner(
    `SELECT ${platsSql('sf_omrade', SF_NAMN)} AS omrade, year(dag) * 12 + month(dag) AS period, CAST(coalesce(dag >= ${fran}, false) AS INTEGER) AS infort, count(*) AS antal, sum(ja) AS ja FROM (${u.sql(f.tom)}) WHERE dag BETWEEN ${dagSql(f.fran)} AND ${dagSql(f.tom)}${iLan('lan', omraden)} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  )
  return r.kolumn as unknown as Celler
}

/** Areas and months with levels of their own. */
function modell(c: Celler): Glmdata {
  const perioder = [...new Set(Array.from(c.period))].sort((a, b) => a - b)
  return {
    y: avbildad(c.ja, (x, j) => x / c.antal[j]!),
    vikt: c.antal,
    kluster: c.omrade,
    kolumner: [
      ...nivakolumner('område', c.omrade, SF_NAMN),
      ...nivakolumner(
        'månad',
        avbildad(c.period, (p) => perioder.indexOf(p)),
        perioder.map(String),
      ),
    ],
  }
}

function effekten(c: Celler, i: Insats): { skattningar: Skattning[]; prov: Raresultat['kontroller'][number] } {
  const m = modell(c)
  const s = kniv('normal', { ...m, kolumner: [{ namn: 'effekt', x: c.infort }, ...m.kolumner] }, ['effekt'])
  const [b, se] = [s.beta[0]! * 100, Math.sqrt(s.kov.a[0]!) * 100]
  const med = c.antal.reduce((a, n, j) => a + n * c.infort[j]!, 0)
  const sk = skattning(
    'andelsenheter',
    'skillnad i andel, med insatsen mot utan',
    'procentenheter',
    b,
    se,
    intervall(b, se, s.frihetsgrader),
    pT(b / se, s.frihetsgrader),
    med,
  )
  if (!i.lottad)
    return {
      skattningar: [sk],
      prov: {
        id: 'lottning',
        vad: 'Ordningen lottades',
        utfall: 'haller inte',
        text: 'Svaret bygger på att ordningen inte hade med utfallet att göra.',
      },
    }
  const p = omkastat(c, i, b / 100)
  return {
    skattningar: [sk],
    prov: {
      id: 'lottning',
      vad: 'Provet med ny lottning säger detsamma som intervallet',
      utfall: p < 0.05 === sk.p! < 0.05 ? 'haller' : 'haller inte',
      text: `Med ordningen lottad om ${OMKASTNINGAR} gånger är p = ${p.toFixed(3).replace('.', ',')}.`,
    },
  }
}

/** Share of new draws of the order, the real one among them, that give at least so much. */
function omkastat(c: Celler, i: Insats, effekt: number): number {
  const s = new Slump(FRO)
  const omraden = [...new Set(Array.from(c.omrade))]
  const dagar = omraden.map((o) => i.fran.get(SF_NAMN[o]!) ?? null)
  const koefficient = bredvid(modell(c))
  let minst = 1
  for (let n = 0; n < OMKASTNINGAR; n++) {
    const nya = new Map(s.blandad(dagar).map((d, j) => [omraden[j]!, d]))
    // A cell is a month: it has the effort when the month's middle is after the day.
    const infort = avbildad(c.omrade, (o, j) => (nya.get(o) ? Number(manadensMitt(c.period[j]!) >= nya.get(o)!) : 0))
    const b = koefficient(infort)
    if (b !== null && Math.abs(b) >= Math.abs(effekt)) minst++
  }
  return minst / (OMKASTNINGAR + 1)
}
const manadensMitt = (p: number): string => `${Math.floor((p - 1) / 12)}-${String(((p - 1) % 12) + 1).padStart(2, '0')}-15`

interface Stegrad {
  readonly steg: string
  readonly omraden: number
  readonly utan: readonly [ja: number, antal: number]
  readonly med: readonly [ja: number, antal: number]
}
/** The share by step of the introduction, before and after. */
function stegtabell(c: Celler, i: Insats, u: Steguppfoljning, f: Fonster): Ratabell {
  const dagar = [...new Set(i.fran.values())].sort()
  const rader = dagar.map((d): Stegrad => {
    const omraden = [...i.fran].filter(([, x]) => x === d).map(([n]) => SF_NAMN.indexOf(n))
    const i2 = (infort: number): readonly [number, number] => {
      let [ja, antal] = [0, 0]
      for (let j = 0; j < c.omrade.length; j++)
        if (c.infort[j] === infort && omraden.includes(c.omrade[j]!)) {
          ja += c.ja[j]!
          antal += c.antal[j]!
        }
      return [ja, antal]
    }
    return { steg: d, omraden: omraden.length, utan: i2(0), med: i2(1) }
  })
  const kol = (id: string, rubrik: string, av: (r: Stegrad) => readonly [number, number], beror: string) => ({
    id,
    rubrik,
    enhet: 'procent',
    decimaler: 1,
    taljare: `${u.vad}, ${rubrik.toLowerCase()}`,
    varde: (r: Stegrad) => (av(r)[1] ? (av(r)[0] / av(r)[1]) * 100 : null),
    n: (r: Stegrad) => av(r)[1],
    intervall: (r: Stegrad): readonly [number, number] | null => (av(r)[1] ? [wilson(...av(r))[0] * 100, wilson(...av(r))[1] * 100] : null),
    beror: [beror],
  })
  return byggTabell({
    id: 'steg',
    rubrik: 'Före och efter i varje steg',
    kalla: 'utvärdering, stegvis införande',
    nycklar: ['Infört från'],
    period: fonstertext(f),
    population: 'områdena i steget',
    datakalla: registerkallor(...u.register),
    rader,
    nyckel: (r) => [r.steg],
    antal: (r) => ({ utan: r.utan[0], utanAlla: r.utan[1], med: r.med[0], medAlla: r.med[1] }),
    del: [
      ['utan', 'utanAlla'],
      ['med', 'medAlla'],
    ],
    kolumner: [
      {
        id: 'omraden',
        rubrik: 'Områden',
        enhet: 'områden',
        decimaler: 0,
        taljare: 'områden som började den dagen',
        varde: (r) => r.omraden,
      },
      kol('utan', 'Före', (r) => r.utan, 'utan'),
      kol('med', 'Efter', (r) => r.med, 'med'),
    ],
  })
}
