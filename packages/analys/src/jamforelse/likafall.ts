import { datumFranDagnummer } from '@atergang/kalender'
import { LANSNAMN, SF_NAMN } from '@atergang/syntet/land'
import type { Datakalla } from '../datakalla.ts'
import { sqlText } from '../duckdb.ts'
import { fonstertext, type Fonster } from '../matt/matt.ts'
import type { Raresultat } from '../resultat/resultat.ts'
import { byggTabell } from '../resultat/tabell.ts'
import { wilson } from '../statistik/fordelning.ts'
import { iFonster, iLan, lanSql, platsSql, registerkallor } from '../utvardering/grund.ts'
import { slaget } from './likformighet.ts'
import { dragen, personkoppling } from './slag.ts'

/** A case granted beside one refused. */
export interface Granne {
  readonly arende: number
  readonly beslutad: string
  /** what is not the same, as "name: here → there"; area and officer stand last and do not count against likeness */
  readonly skiljer: readonly string[]
  /** how many properties of the case differ; days and years between count as parts */
  readonly avstand: number
}
export interface Likafall {
  readonly arende: number
  readonly beslutad: string
  readonly omrade: string
  readonly grannar: readonly Granne[]
}
export interface Likafallsvar {
  readonly resultat: Raresultat
  /** single cases: for eyes that may see them only */
  readonly fall: readonly Likafall[]
}

/** Years of age, and days between decisions, that count as one property. */
const AR_SOM_ETT = 10
const DAGAR_SOM_ETT = 365
const PER_FALL = 3

interface Fall {
  readonly antal: number
  readonly namn: readonly string[]
  readonly nivaer: readonly (readonly string[])[]
  readonly kod: readonly Float64Array[]
  readonly kolumn: Readonly<Record<string, Float64Array>>
}

async function fallen(k: Datakalla, slag: string, f: Fonster, omraden: readonly string[] | null): Promise<Fall> {
  const s = slaget(slag)
  k.krav('beslut', ...s.register)
  // The year is not a property of the case: days between the decisions say it better.
  const drag = dragen(k, s).filter((d) => d.id !== 'ar' && d.id !== 'alder')
  const diagnos = s.register.includes('sjukfall') || s.register.includes('behandlingsplan')
  const fran = `FROM beslut b ${s.koppla} ${personkoppling(k)} WHERE b.slag = ${sqlText(s.id)} AND ${iFonster('b.beslutad', f)}${iLan('b.lan', omraden)}`
  const alla = [
    ...drag.filter((d) => d.id !== 'diagnos').map((d) => ({ namn: d.namn, sql: d.sql })),
    ...(diagnos ? [{ namn: 'diagnos', sql: "coalesce(substr(x.diagnos, 1, 3), 'okänd')" }] : []),
  ]
  const nivaer = await Promise.all(
    alla.map(async (d) =>
      (await k.rader(`SELECT DISTINCT ${d.sql} AS v ${fran} AND ${d.sql} IS NOT NULL ORDER BY v`)).map((r) => String(r.v)),
    ),
  )
  const r = await k.kolumner(
    `SELECT ${alla
      .map((d, i) => `${platsSql(d.sql, nivaer[i]!)} AS f${i}`)
      .concat(
        'b.arende_id AS arende',
        "date_diff('day', DATE '1970-01-01', b.beslutad) AS dag",
        `${platsSql('b.sf_omrade', SF_NAMN)} AS omrade`,
        `${lanSql('b.lan')} AS lan`,
        'b.handlaggare_id AS handlaggare',
        `CAST(b.utfall = 'avslag' AS INTEGER) AS avslag`,
        k.har('person') && s.id !== 'apr' ? 'year(b.beslutad) - p.fodelsear AS alder' : '0 AS alder',
      )
      .join(', ')} ${fran} ORDER BY b.beslut_id`,
  )
  return { antal: r.antal, namn: alla.map((d) => d.namn), nivaer, kod: alla.map((_, i) => r.kolumn[`f${i}`]!), kolumn: r.kolumn }
}

const antalOlika = (d: Fall, i: number, j: number): number => d.kod.reduce((s, v) => s + (v[i] === v[j] ? 0 : 1), 0)
const avstandet = (d: Fall, i: number, j: number): number =>
  antalOlika(d, i, j) +
  Math.abs(d.kolumn.alder![i]! - d.kolumn.alder![j]!) / AR_SOM_ETT +
  Math.abs(d.kolumn.dag![i]! - d.kolumn.dag![j]!) / DAGAR_SOM_ETT

/** Granted cases that differ in at most one property, nearest first: found by the properties as keys, one left open at a time. */
function narmaste(d: Fall, avslagna: readonly number[], hogst: number): Map<number, readonly number[]> {
  const nyckel = (i: number, utom: number): string => d.kod.map((v, k) => (k === utom ? '*' : v[i])).join('|')
  const oppna = d.kod.map((_, k) => k)
  const per = oppna.map((utom) => {
    const m = new Map<string, number[]>()
    const sokta = new Set(avslagna.map((i) => nyckel(i, utom)))
    for (let i = 0; i < d.antal; i++) {
      if (d.kolumn.avslag![i] === 1) continue
      const n = nyckel(i, utom)
      if (!sokta.has(n)) continue
      const lista = m.get(n)
      if (lista) lista.push(i)
      else m.set(n, [i])
    }
    return m
  })
  return new Map(
    avslagna.map((i) => {
      const kandidater = new Set(oppna.flatMap((utom) => per[utom]!.get(nyckel(i, utom)) ?? []))
      const basta = [...kandidater]
        .map((j) => ({ j, a: avstandet(d, i, j) }))
        .sort((a, b) => a.a - b.a || a.j - b.j)
        .slice(0, hogst)
      return [i, basta.map((x) => x.j)] as const
    }),
  )
}

const dagen = (n: number): string => datumFranDagnummer(n)
function grannen(d: Fall, i: number, j: number): Granne {
  const c = d.kolumn
  const ord = d.namn.flatMap((namn, k) =>
    d.kod[k]![i] === d.kod[k]![j] ? [] : [`${namn}: ${d.nivaer[k]![d.kod[k]![i]!] ?? 'okänt'} → ${d.nivaer[k]![d.kod[k]![j]!] ?? 'okänt'}`],
  )
  const ar = c.alder![j]! - c.alder![i]!
  return {
    arende: c.arende![j]!,
    beslutad: dagen(c.dag![j]!),
    avstand: avstandet(d, i, j),
    skiljer: [
      ...ord,
      ...(ar === 0 ? [] : [`ålder: ${ar > 0 ? '+' : '−'}${Math.abs(ar)} år`]),
      ...(c.omrade![i] === c.omrade![j] ? [] : [`område: ${SF_NAMN[c.omrade![i]!] ?? 'okänt'} → ${SF_NAMN[c.omrade![j]!] ?? 'okänt'}`]),
      c.handlaggare![i] === c.handlaggare![j] ? 'samma handläggare' : 'annan handläggare',
    ],
  }
}

interface Rad {
  readonly lan: string
  readonly avslag: number
  readonly lika: number
  readonly annanHandlaggare: number
}

/**
 * Refused cases one by one with the nearest granted ones and what differed (J031): what a group of officers can sit down with. A case is alike when
 * at most one known property differs; within that the nearest in age and time come first.
 */
export async function likaFall(
  k: Datakalla,
  slag: string,
  f: Fonster,
  omraden: readonly string[] | null = null,
  hogst = 20,
): Promise<Likafallsvar> {
  const s = slaget(slag)
  const d = await fallen(k, slag, f, omraden)
  const avslagna = Array.from({ length: d.antal }, (_, i) => i).filter((i) => d.kolumn.avslag![i] === 1)
  const nara = narmaste(d, avslagna, PER_FALL)
  const heltLika = (i: number): readonly number[] => nara.get(i)!.filter((j) => antalOlika(d, i, j) === 0)
  const rader = LANSNAMN.flatMap((lan, l): Rad[] => {
    const mina = avslagna.filter((i) => d.kolumn.lan![i] === l)
    return mina.length ? [rad(lan, mina)] : []
  })
  function rad(lan: string, mina: readonly number[]): Rad {
    const lika = mina.filter((i) => heltLika(i).length > 0)
    return {
      lan,
      avslag: mina.length,
      lika: lika.length,
      annanHandlaggare: lika.filter((i) => heltLika(i).every((j) => d.kolumn.handlaggare![i] !== d.kolumn.handlaggare![j])).length,
    }
  }
  const alla = { ...rad(omraden ? 'Alla valda län' : 'Riket', avslagna), summa: true as const }
  const ordning = [...avslagna]
    .filter((i) => nara.get(i)!.length > 0)
    .sort((a, b) => avstandet(d, a, nara.get(a)![0]!) - avstandet(d, b, nara.get(b)![0]!) || a - b)
  return {
    fall: ordning
      .slice(0, hogst)
      .map((i) => ({
        arende: d.kolumn.arende![i]!,
        beslutad: dagen(d.kolumn.dag![i]!),
        omrade: SF_NAMN[d.kolumn.omrade![i]!] ?? 'okänt',
        grannar: nara.get(i)!.map((j) => grannen(d, i, j)),
      })),
    resultat: {
      id: `lika_fall_${s.id}`,
      rubrik: `Lika fall, olika beslut: ${s.namn}`,
      fonster: f,
      omraden,
      fraga: 'Finns det bifall i ärenden som är lika dem som fått avslag?',
      metod: `För varje avslag söks de närmaste bifallen: högst en av ${d.namn.join(', ')} får skilja; sedan närmast i ålder (${AR_SOM_ETT} år räknas som en egenskap) och tid (${DAGAR_SOM_ETT} dagar). Helt lika: ingen av dem skiljer.`,
      antaganden: ['Det som är känt räcker för att kalla två ärenden lika.'],
      kanInteSaga: ['Vilket av besluten som är rätt.', 'Att ärendena är lika i det som inte finns i registren: läs dem.'],
      underlag: [
        { vad: 'beslut', antal: d.antal },
        { vad: s.avslag, antal: avslagna.length },
      ],
      skattningar: [],
      kontroller: [],
      anmarkningar: [],
      diagram: [
        { typ: 'stapel', rubrik: 'Andel avslag med ett helt lika ärende som bifallits', tabell: 'lika_fall', x: 'nyckel:0', y: 'andel' },
      ],
      tabeller: [
        byggTabell<Rad & { summa?: true }>({
          id: 'lika_fall',
          rubrik: 'Avslag där ett helt lika ärende bifallits',
          kalla: 'likformighet',
          nycklar: ['Län'],
          period: fonstertext(f),
          population: s.avslag,
          datakalla: registerkallor('beslut', ...s.register),
          rader: [...rader, alla],
          nyckel: (r) => [r.lan],
          summarad: (r) => r.summa === true,
          omraden,
          antal: (r) => ({ avslag: r.avslag, lika: r.lika, annan: r.annanHandlaggare }),
          del: [
            ['lika', 'avslag'],
            ['annan', 'lika'],
          ],
          kolumner: [
            { id: 'avslag', rubrik: 'Avslag', enhet: 'beslut', decimaler: 0, taljare: s.avslag, varde: (r) => r.avslag, beror: ['avslag'] },
            {
              id: 'lika',
              rubrik: 'Med ett helt lika bifall',
              enhet: 'beslut',
              decimaler: 0,
              taljare: 'avslag där ett ärende utan kända skillnader bifallits',
              varde: (r) => r.lika,
              beror: ['lika'],
            },
            {
              id: 'andel',
              rubrik: 'Andel',
              enhet: 'procent',
              decimaler: 1,
              taljare: 'avslag där ett ärende utan kända skillnader bifallits',
              namnare: s.avslag,
              varde: (r) => (r.lika / r.avslag) * 100,
              n: (r) => r.avslag,
              intervall: (r) => {
                const [a, b] = wilson(r.lika, r.avslag)
                return [a * 100, b * 100]
              },
              beror: ['lika'],
            },
            {
              id: 'annan',
              rubrik: 'Bara hos andra handläggare',
              enhet: 'beslut',
              decimaler: 0,
              taljare: 'av dem de där alla de närmaste lika bifallen är av någon annan',
              varde: (r) => r.annanHandlaggare,
              beror: ['annan'],
            },
          ],
        }),
      ],
    },
  }
}

/** A case and those beside it, to read. */
export const likafalltext = (fall: readonly Likafall[]): string =>
  fall
    .map((x) =>
      [
        `Ärende ${x.arende}, avslag ${x.beslutad}, ${x.omrade}`,
        ...x.grannar.map(
          (g) => `  bifall i ärende ${g.arende} ${g.beslutad} (avstånd ${g.avstand.toFixed(2).replace('.', ',')}): ${g.skiljer.join('; ')}`,
        ),
      ].join('\n'),
    )
    .join('\n')
