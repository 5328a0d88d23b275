import { lansmal, publiceradTabell } from '@atergang/syntet/forlaga'
import { HELA_LANDET, LANGDGRANSER, LANSNAMN, PUBLICERADE_LANGDER } from '@atergang/syntet/land'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Datakalla } from './datakalla.ts'
import { Analysfel } from './fel.ts'
import { invanare1864 } from './matt/lista.ts'
import { kalenderar } from './matt/matt.ts'
import { APR_PERIOD, FBSJP_PERIOD } from './tabeller/lansmatt.ts'
import { tabell1 } from './tabeller/lanstabeller.ts'
import { raknaMattabell } from './tabeller/mattabell.ts'
import { av } from './tabeller/uttryck.ts'

/** One figure of table 1 in an invented country beside what it was made to be. */
export interface Kalibreringspost {
  readonly lan: string
  /** column of the printed table */
  readonly kolumn: number
  readonly publicerat: number
  /** what the country should give: the print, or for columns 1 and 2 what columns 3–6 bind (X06); counts are scaled to the part of the country made */
  readonly mal: number
  readonly beraknat: number
  /** standard error that the figure would have if the target is true; the spread between people is taken from the whole country's rows */
  readonly medelfel: number
  /** deviations in standard errors; null when nothing is left to chance */
  readonly z: number | null
}
export interface Kolumnsammanfattning {
  readonly kolumn: number
  readonly binder: boolean
  readonly n: number
  /** root mean square of z: about 1 when only chance is at work */
  readonly rms: number
  readonly storsta: number
  readonly inom196: number
  readonly storstaAvvikelseProcent: number
}
export interface Langdpost {
  readonly diagnos: string
  readonly klass: string
  readonly publicerat: number
  readonly beraknat: number
  readonly n: number
}
export interface Kalibrering {
  readonly personer: number
  readonly andelAvLandet: number
  readonly poster: readonly Kalibreringspost[]
  readonly kolumner: readonly Kolumnsammanfattning[]
  readonly langder: readonly Langdpost[]
  readonly anmarkningar: readonly string[]
}

/** Columns of the printed table in its order, by name in the file. */
const TRYCKTA = [
  'fbsjp_belopp_per_inv_18_64',
  'fbsjp_nettodgr_per_1000_inv_18_64_as_headed',
  'fbsjp_antal_mottagare',
  'fbsjp_mottagare_per_1000_inv_18_64',
  'fbsjp_belopp_per_mottagare',
  'fbsjp_nettodgr_per_mottagare',
  'andel_tidigare_sjukpenning_procent',
  'apr_belopp_per_inv_18_64',
  'antal_anordnare',
  'anordnare_per_100000_inv',
  'kbt_ipt_per_1000_inv_18_64',
  'mmr_per_1000_inv_18_64',
] as const
const BINDER = new Set([3, 4, 5, 6])
/** Column 10 rests on a total population that the report does not give; it follows from column 9. */
const UTAN_MAL = new Set([10])

interface Spridning {
  readonly n: number
  readonly dagar: number
  readonly belopp: number
  readonly dagar2: number
  readonly belopp2: number
}

async function spridning(k: Datakalla): Promise<ReadonlyMap<string, Spridning>> {
  const rader = await k.rader(
    `SELECT lan, count(*) AS n, sum(d) AS dagar, sum(b) AS belopp, sum(d * d) AS dagar2, sum(b * b) AS belopp2 FROM (SELECT lan, person_id, CAST(sum(nettodagar) AS DOUBLE) AS d, CAST(sum(belopp) AS DOUBLE) AS b FROM utbetalning WHERE forman = 'forebyggande_sjukpenning' AND fran BETWEEN DATE '${FBSJP_PERIOD.fran}' AND DATE '${FBSJP_PERIOD.tom}' GROUP BY lan, person_id) GROUP BY lan`,
  )
  return new Map(
    rader.map((r) => [
      String(r.lan),
      { n: Number(r.n), dagar: Number(r.dagar), belopp: Number(r.belopp), dagar2: Number(r.dagar2), belopp2: Number(r.belopp2) },
    ]),
  )
}
/** Mean and coefficient of variation of a grant. */
async function bidrag(k: Datakalla): Promise<{ medel: number; cv: number }> {
  const [r] = await k.rader(
    `SELECT avg(belopp) AS medel, stddev_pop(belopp) / avg(belopp) AS cv FROM apr_bidrag WHERE utfall = 'bifall' AND beslutad BETWEEN DATE '${APR_PERIOD.fran}' AND DATE '${APR_PERIOD.tom}'`,
  )
  return { medel: Number(r!.medel ?? 1), cv: Number(r!.cv ?? 0) }
}

/** Spread within counties as a share of the mean: near one county's own, and steadier in a small one. */
function variationskoefficient(s: Iterable<Spridning>, av: (x: Spridning) => readonly [summa: number, kvadrat: number]): number {
  let [n, k] = [0, 0]
  for (const x of s) {
    const [summa, kvadrat] = av(x)
    if (x.n < 2) continue
    n += x.n
    k += x.n * (((kvadrat / x.n) * x.n ** 2) / summa ** 2 - 1)
  }
  return Math.sqrt(Math.max(0, k / n))
}

/** How close an invented country came to what it is calibrated to. @throws {Analysfel} when the folder is not one */
export async function kalibrera(k: Datakalla): Promise<Kalibrering> {
  const val = k.manifest.val as { personer: number; fran: number; till: number } | undefined
  if (!k.manifest.pahittad || !val)
    throw new Analysfel('ejPahittat', 'Bara ett påhittat land kan jämföras med sin förlaga.', [
      { falt: 'data', text: 'Ange en mapp som är skriven med ”atergang syntet”.' },
    ])
  const andel = val.personer / HELA_LANDET
  const tacks = val.fran <= 2013 && val.till >= 2019
  const poster = tacks ? await lansposter(k, andel) : []
  return {
    personer: val.personer,
    andelAvLandet: andel,
    poster,
    kolumner: sammanfatta(poster),
    langder: await langder(k, val.fran, val.till),
    anmarkningar: [
      'Kolumn 3–6 binder. Målet för kolumn 1 är kolumn 4 × 5 och för kolumn 2 kolumn 4 × 6; för Jämtland, Värmland, Södermanland och Västerbotten säger trycket något annat i kolumn 2.',
      'Antal jämförs med samma del av det tryckta antalet som landet är av hela Sverige.',
      ...(tacks ? [] : ['Länens tal jämförs inte: åren täcker inte 2013–2019.']),
    ],
  }
}

async function lansposter(k: Datakalla, andel: number): Promise<Kalibreringspost[]> {
  const { svar } = await raknaMattabell(k, tabell1(null), null)
  const [s, apr] = [await spridning(k), await bidrag(k)]
  const cvBelopp = variationskoefficient(s.values(), (x) => [x.belopp, x.belopp2])
  const cvDagar = variationskoefficient(s.values(), (x) => [x.dagar, x.dagar2])
  const folk = (await k.matt([av(invanare1864, kalenderar(2019))], null)).values().next().value!.perLan
  const tryckt = new Map(publiceradTabell('1').map((r) => [r.lan!, r]))
  const mal = new Map(lansmal().map((m) => [m.lan, m]))
  return LANSNAMN.flatMap((lan) => {
    const m = mal.get(lan)!
    const pop = folk.get(lan) ?? 0
    const n = m.mottagare * andel
    const malen = [
      (m.mottagarePer1000 * m.beloppPerMottagare) / 1000,
      (m.mottagarePer1000 * m.nettodagarPerMottagare) / 1000,
      n,
      m.mottagarePer1000,
      m.beloppPerMottagare,
      m.nettodagarPerMottagare,
      m.andelTidigare * 100,
      m.aprPerInvanare,
      m.anordnare * andel,
      0,
      m.kbtIptPer1000,
      m.mmrPer1000,
    ]
    const avAntal = (antal: number): number => (antal > 0 ? 1 / Math.sqrt(antal) : 0)
    // Of a sum over a chance number of people: both the number and the people's spread.
    const avSumma = (antal: number, cv: number): number => Math.sqrt(1 + cv ** 2) * avAntal(antal)
    const relativa = [
      avSumma(n, cvBelopp),
      avSumma(n, cvDagar),
      avAntal(n),
      avAntal(n),
      cvBelopp * avAntal(n),
      cvDagar * avAntal(n),
      null,
      avSumma((m.aprPerInvanare * pop) / apr.medel, apr.cv),
      null,
      null,
      avAntal((m.kbtIptPer1000 * pop) / 1000),
      avAntal((m.mmrPer1000 * pop) / 1000),
    ]
    const egna: Readonly<Record<number, number>> = {
      6: Math.sqrt((m.andelTidigare * (1 - m.andelTidigare)) / n) * 100,
      8: Math.sqrt(m.anordnare * andel * Math.max(0, 1 - andel)),
    }
    const rad = svar.rader.find((r) => r.nyckel[0] === lan)!
    return malen.flatMap((v, i): Kalibreringspost[] => {
      const kolumn = i + 1
      const beraknat = rad.celler[i]!.varde
      if (UTAN_MAL.has(kolumn) || typeof beraknat !== 'number') return []
      const se = egna[i] ?? malen[i]! * (relativa[i] ?? 0)
      return [
        {
          lan,
          kolumn,
          publicerat: Number(tryckt.get(lan)![TRYCKTA[i]!]),
          mal: v,
          beraknat,
          medelfel: se,
          z: se > 1e-9 ? (beraknat - v) / se : null,
        },
      ]
    })
  })
}

function sammanfatta(poster: readonly Kalibreringspost[]): Kolumnsammanfattning[] {
  return [...new Set(poster.map((p) => p.kolumn))]
    .sort((a, b) => a - b)
    .map((kolumn) => {
      const p = poster.filter((x) => x.kolumn === kolumn)
      const z = p.flatMap((x) => (x.z === null ? [] : [x.z]))
      return {
        kolumn,
        binder: BINDER.has(kolumn),
        n: p.length,
        rms: z.length ? Math.sqrt(z.reduce((s, x) => s + x * x, 0) / z.length) : 0,
        storsta: Math.max(0, ...z.map(Math.abs)),
        inom196: z.filter((x) => Math.abs(x) < 1.96).length + (p.length - z.length),
        storstaAvvikelseProcent: Math.max(0, ...p.filter((x) => x.mal > 0).map((x) => Math.abs(x.beraknat / x.mal - 1) * 100)),
      }
    })
}

/** Cases that began after the registers' first year and at least a year before they end, before the planted reform. */
async function langder(k: Datakalla, fran: number, till: number): Promise<Langdpost[]> {
  const sist = Math.min(till, 2018)
  const grupper = ['F32', 'F43', 'M54', 'S82', 'alla'] as const
  const klass = LANGDGRANSER.map(
    (g, i) => `count(*) FILTER (WHERE dagar >= ${g}${LANGDGRANSER[i + 1] ? ` AND dagar < ${LANGDGRANSER[i + 1]}` : ''}) AS k${i}`,
  )
  const rader = await k.rader(
    `SELECT grupp, count(*) AS n, ${klass.join(', ')} FROM (SELECT unnest([substr(diagnos, 1, 3), 'alla']) AS grupp, coalesce(date_diff('day', fran, tom) + 1, 9999) AS dagar FROM sjukfall WHERE fran >= DATE '${fran}-01-01' AND fran < DATE '${sist}-01-01') GROUP BY grupp`,
  )
  return grupper.flatMap((g) => {
    const r = rader.find((x) => x.grupp === g)
    if (!r) return []
    const summa = PUBLICERADE_LANGDER[g].reduce((a, b) => a + b, 0)
    return LANGDGRANSER.map((l, i) => ({
      diagnos: g,
      klass: LANGDGRANSER[i + 1] ? `${l}–${LANGDGRANSER[i + 1]! - 1}` : `${l}–`,
      publicerat: (PUBLICERADE_LANGDER[g][i]! / summa) * 100,
      beraknat: (Number(r[`k${i}`]) / Number(r.n)) * 100,
      n: Number(r.n),
    }))
  })
}

const sv = (n: number, d = 2): string => n.toFixed(d).replace('.', ',')
const tabell = (huvud: readonly string[], rader: readonly (readonly string[])[]): string =>
  [huvud, huvud.map(() => '---'), ...rader].map((r) => `| ${r.join(' | ')} |`).join('\n')

export function kalibreringstext(k: Kalibrering): string {
  return [
    '# Hur nära det påhittade landet kom sin förlaga',
    '',
    `${k.personer.toLocaleString('sv-SE')} personer, ${sv(k.andelAvLandet * 100, 1)} procent av landet.`,
    '',
    ...k.anmarkningar.map((a) => `- ${a}`),
    '',
    '## Tabell 1, länens tal',
    '',
    tabell(
      ['kolumn', 'binder', 'län', 'rms av z', 'största |z|', 'inom 1,96 medelfel', 'största avvikelse'],
      k.kolumner.map((c) => [
        String(c.kolumn),
        c.binder ? 'ja' : '',
        String(c.n),
        sv(c.rms),
        sv(c.storsta),
        String(c.inom196),
        `${sv(c.storstaAvvikelseProcent, 1)} %`,
      ]),
    ),
    '',
    tabell(
      ['län', 'kolumn', 'tryckt', 'mål', 'räknat', 'medelfel', 'z'],
      k.poster.map((p) => [
        p.lan,
        String(p.kolumn),
        sv(p.publicerat),
        sv(p.mal),
        sv(p.beraknat),
        sv(p.medelfel, 3),
        p.z === null ? '–' : sv(p.z),
      ]),
    ),
    '',
    '## Sjukfallens längd',
    '',
    tabell(
      ['diagnos', 'dagar', 'publicerat %', 'räknat %', 'antal fall'],
      k.langder.map((l) => [l.diagnos, l.klass, sv(l.publicerat, 1), sv(l.beraknat, 1), String(l.n)]),
    ),
    '',
  ].join('\n')
}

/** Writes the report beside the data, for people and for programs. */
export function skrivKalibrering(mapp: string, k: Kalibrering): void {
  writeFileSync(join(mapp, 'kalibrering.json'), `${JSON.stringify(k, null, 2)}\n`)
  writeFileSync(join(mapp, 'kalibrering.md'), kalibreringstext(k))
  const rader = k.poster.map((p) =>
    [p.lan, p.kolumn, p.publicerat, p.mal, p.beraknat, p.medelfel, p.z ?? ''].map((x) => String(x).replace('.', ',')).join(';'),
  )
  writeFileSync(join(mapp, 'kalibrering.csv'), `\uFEFF${['lan;kolumn;publicerat;mal;beraknat;medelfel;z', ...rader].join('\r\n')}\r\n`)
}
