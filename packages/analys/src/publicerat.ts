import { publiceradTabell } from '@atergang/syntet/forlaga'
import { pearson, stjarnor, pVarde, type Korrelation } from './statistik/korrelation.ts'

/** A published correlation beside what the printed table 1 gives (krav Part 3). */
export interface Publiceratsamband {
  readonly par: string
  readonly kalla: string
  readonly x: string
  readonly y: string
  readonly utan?: string
  /** as printed; a footnote may say less than a figure */
  readonly publicerat: { readonly r: number | null; readonly text: string; readonly stjarnor?: string }
  /** range of r when every printed cell varies within its rounding; found by search (krav Part 3) */
  readonly avrundning: readonly [number, number]
}

const FBSJP = 'fbsjp_belopp_per_inv_18_64'
const APR = 'apr_belopp_per_inv_18_64'
const KBT = 'kbt_ipt_per_1000_inv_18_64'
const MMR = 'mmr_per_1000_inv_18_64'
const ANORDNARE = 'anordnare_per_100000_inv'

const par = (namn: string, x: string, y: string, r: number, stjarna: string, avrundning: readonly [number, number]): Publiceratsamband => ({
  par: namn,
  kalla: 'rapport 004, tabell 2',
  x,
  y,
  publicerat: { r, text: `${r.toFixed(4)}${stjarna}`.replace('.', ','), stjarnor: stjarna },
  avrundning,
})
const not = (
  namn: string,
  kalla: string,
  x: string,
  y: string,
  text: string,
  r: number | null,
  avrundning: readonly [number, number],
  utan?: string,
): Publiceratsamband => ({ par: namn, kalla, x, y, ...(utan ? { utan } : {}), publicerat: { r, text }, avrundning })

/** The twelve correlations of the report that table 1 can try. The other 60 of table 2 rest on data the report does not print; X14 names figures in it that must not be used as targets. */
export const PUBLICERADE_SAMBAND: readonly Publiceratsamband[] = [
  par('FBSJP × KBT och IPT', FBSJP, KBT, -0.3657, '', [-0.373, -0.356]),
  par('APR × KBT och IPT', APR, KBT, -0.4454, '**', [-0.455, -0.431]),
  par('FBSJP × MMR', FBSJP, MMR, 0.068, '', [0.04, 0.101]),
  par('APR × MMR', APR, MMR, 0.1243, '', [0.087, 0.15]),
  par('FBSJP × anordnare', FBSJP, ANORDNARE, 0.1904, '', [-0.119, 0.433]),
  par('APR × anordnare', APR, ANORDNARE, 0.323, '', [0.039, 0.514]),
  par('MMR × anordnare', MMR, ANORDNARE, 0.5671, '**', [0.325, 0.778]),
  par('KBT och IPT × anordnare', KBT, ANORDNARE, -0.364, '', [-0.577, -0.031]),
  not('FBSJP × APR', 'rapport 004, fotnot 94', FBSJP, APR, 'p < 0,1', null, [0.37, 0.398]),
  not('FBSJP × APR utan Jämtland', 'rapport 004, fotnot 94', FBSJP, APR, '0,6 (p < 0,01)', 0.6, [0.588, 0.624], 'Jämtland'),
  not('APR × anordnare, alla län', 'rapport 004, fotnot 108', APR, ANORDNARE, 'svagt, inte säkerställt (0,3230)', 0.323, [0.039, 0.514]),
  not('APR × anordnare utan Jämtland', 'rapport 004, fotnot 108', APR, ANORDNARE, '0,4566 (p < 0,05)', 0.4566, [0.173, 0.657], 'Jämtland'),
]

export type Avvikelseslag = 'lika' | 'inom avrundning' | 'utanför avrundning' | 'inget tal tryckt'
export interface Jamfortsamband extends Publiceratsamband {
  readonly beraknat: Korrelation
  readonly inomAvrundning: boolean | null
  /** what the printed coefficient's p would be with this N; the printed stars need not agree (X13) */
  readonly tryckteStjarnorStammer: boolean | null
}

/** Each published correlation with the one that table 1 as printed gives. */
export function jamforSamband(): readonly Jamfortsamband[] {
  const rader = publiceradTabell('1')
  return PUBLICERADE_SAMBAND.map((s) => {
    const valda = rader.filter((r) => r.lan !== s.utan)
    const beraknat = pearson(
      valda.map((r) => Number(r[s.x])),
      valda.map((r) => Number(r[s.y])),
    )
    const { r, stjarnor: tryckta } = s.publicerat
    return {
      ...s,
      beraknat,
      inomAvrundning: r === null ? null : r >= s.avrundning[0] && r <= s.avrundning[1],
      tryckteStjarnorStammer: r === null || tryckta === undefined ? null : stjarnor(pVarde(r, beraknat.n)) === tryckta,
    }
  })
}

/** A place where the print contradicts itself, with both figures. */
export interface Tryckskillnad {
  readonly id: string
  readonly tabell: string
  readonly var: string
  readonly tryckt: string
  readonly raknat: string
  readonly hantering: string
}

const halva = (decimaler: number): number => 0.5 / 10 ** decimaler
const tal = (t: string): number => Number(t)
const sv = (n: number, d: number): string => n.toFixed(d).replace('.', ',')

/** Column 2 against column 4 × column 6, each within its rounding (X06). Column 1 = column 4 × column 5 fits everywhere. */
function kolumnTva(): Tryckskillnad[] {
  return publiceradTabell('1').flatMap((r) => {
    const [per1000, dagar, tryckt] = [
      tal(r.fbsjp_mottagare_per_1000_inv_18_64!),
      tal(r.fbsjp_nettodgr_per_mottagare!),
      tal(r.fbsjp_nettodgr_per_1000_inv_18_64_as_headed!),
    ]
    const minst = ((per1000 - halva(1)) * (dagar - halva(0))) / 1000
    const hogst = ((per1000 + halva(1)) * (dagar + halva(0))) / 1000
    if (tryckt + halva(2) > minst && tryckt - halva(2) < hogst) return []
    return [
      {
        id: 'X06',
        tabell: '1',
        var: `${r.lan}, kolumn 2`,
        tryckt: sv(tryckt, 2),
        raknat: `${sv(minst, 3)}–${sv(hogst, 3)}`,
        hantering: 'Kolumn 3–6 gäller; kolumn 2 räknas.',
      },
    ]
  })
}

/** Stars of table 2 that do not follow from its coefficients at N = 21 (X13). */
function fleraStjarnor(): Tryckskillnad[] {
  return publiceradTabell('2').flatMap((rad) =>
    (['fbsjp', 'apr', 'mmr', 'kbt_ipt'] as const).flatMap((k) => {
      const r = rad[`${k}_r`]
      if (r === '' || r === undefined) return []
      const tryckt = rad[`${k}_sig`] ?? ''
      const raknat = stjarnor(pVarde(tal(r), 21))
      return tryckt === raknat
        ? []
        : [
            {
              id: 'X13',
              tabell: '2',
              var: `${rad.variable} × ${k.toUpperCase()}`,
              tryckt: `${r.replace('.', ',')}${tryckt}`,
              raknat: `${r.replace('.', ',')}${raknat}`,
              hantering: 'p räknas ur r och N, och N visas.',
            },
          ]
    }),
  )
}

/** Every contradiction in the printed tables that arithmetic on them shows (X02–X06, X10–X13). */
export function tryckskillnader(): readonly Tryckskillnad[] {
  const t1 = publiceradTabell('1')
  const summa = t1.reduce((s, r) => s + tal(r.fbsjp_antal_mottagare!), 0)
  const t4 = publiceradTabell('4')
  const syd = 2428
  const delar =
    tal(t4.find((r) => r.lan === 'Blekinge')!.individer_2018!) + tal(t4.find((r) => r.lan === 'Kalmar')!.individer_2018!) + 201 + 216 + 1368
  const t6 = publiceradTabell('6')
  return [
    {
      id: 'X02',
      tabell: '1',
      var: 'kolumn 2',
      tryckt: 'nettodagar per 1 000 invånare (rubrik)',
      raknat: 'nettodagar per invånare: kolumn 4 × kolumn 6 / 1 000',
      hantering: 'Per invånare, med rätt rubrik.',
    },
    {
      id: 'X03',
      tabell: '1',
      var: 'kolumn 8',
      tryckt: 'per invånare (rubrik), per 1 000 invånare (kommentar)',
      raknat: 'kronor per invånare: texten säger drygt 180 kronor för Jämtland',
      hantering: 'Kronor per invånare.',
    },
    {
      id: 'X04',
      tabell: '1',
      var: 'kolumn 3, summa',
      tryckt: '39 296 personer (text)',
      raknat: `${summa.toLocaleString('sv-SE')} personer (summa av länen)`,
      hantering: 'Riket räknas som unika personer, aldrig som en summa av län.',
    },
    {
      id: 'X05',
      tabell: '1',
      var: 'Västerbotten, kolumn 7',
      tryckt: '54 procent (text)',
      raknat: `${t1.find((r) => r.lan === 'Västerbotten')!.andel_tidigare_sjukpenning_procent} procent (tabell)`,
      hantering: 'Tabellen gäller.',
    },
    ...kolumnTva(),
    {
      id: 'X10',
      tabell: '4',
      var: 'VO Syd',
      tryckt: '2 428 personer, 101 per handläggare',
      raknat: `${delar.toLocaleString('sv-SE')} personer, ${Math.round(delar / 24)} per handläggare; skillnaden ${syd - delar} är Jönköpings tal`,
      hantering: 'Räknas ur delarna.',
    },
    {
      id: 'X11',
      tabell: '4',
      var: 'Södermanland',
      tryckt: '2 handläggare, 137 personer per handläggare',
      raknat: '3 handläggare i tabell 11 (två vid intervjun); 275/2 = 137,5 och 275/3 = 92',
      hantering: 'Bemanningen har datum.',
    },
    {
      id: 'X12',
      tabell: '6',
      var: 'kvot',
      tryckt: 'personer med FBSJP / personer med evidensbaserade insatser (rubrik)',
      raknat: `insatser / FBSJP: ${t6.map((r) => `${r.lan} ${sv(tal(r.personer_evidensbaserade_insatser_2018!) / tal(r.personer_fbsjp_2018!), 1)}`).join(', ')}`,
      hantering: 'Rubriken vänds.',
    },
    ...fleraStjarnor(),
    {
      id: 'X14',
      tabell: '2 och 9',
      var: 'lika tal',
      tryckt: '−0,4454, −0,2951 och 0,2336 står på två ställen var',
      raknat: 'ett av talen (APR × KBT och IPT) återfås ur tabell 1; de andra kan inte prövas',
      hantering: 'Används inte som mål.',
    },
  ]
}
