import { LANSNAMN } from '@atergang/syntet/land'
import type { Datakalla } from '../datakalla.ts'
import { Analysfel } from '../fel.ts'
import { lanskvot } from '../matt/lanskvot.ts'
import * as m from '../matt/lista.ts'
import { aretAv, fonstertext, kalenderar, nyckel, type Fonster, type Matt } from '../matt/matt.ts'
import type { Raresultat } from '../resultat/resultat.ts'
import { byggTabell } from '../resultat/tabell.ts'
import { VARNING_OMRADEN } from '../statistik/korrelation.ts'
import { registerkallor } from '../utvardering/grund.ts'

/** What counties can be alike in. */
interface Likhetsvariabel {
  readonly namn: string
  readonly enhet: string
  readonly register: readonly string[]
  readonly varden: (k: Datakalla, f: Fonster) => Promise<ReadonlyMap<string, number>>
}
const kvot = (taljare: Matt, namnare: Matt, f: Fonster, k: Datakalla): Promise<ReadonlyMap<string, number>> =>
  lanskvot(k, { matt: taljare, fonster: f }, { matt: namnare, fonster: kalenderar(aretAv(f.tom)) })
const ar = (f: Fonster): number => aretAv(f.tom) - aretAv(f.fran) + 1

/** The audit names population, employment and sickness rate (J038); the others can be chosen. */
export const LIKHETSVARIABLER: Readonly<Record<string, Likhetsvariabel>> = {
  befolkning: {
    namn: 'invånare 18–64 år (logaritm)',
    enhet: 'log antal',
    register: ['befolkning'],
    varden: async (k, f) => {
      const b = { matt: m.invanare1864, fonster: kalenderar(aretAv(f.tom)) }
      const v = (await k.matt([b], null)).get(nyckel(b))!
      return new Map(LANSNAMN.map((l) => [l, Math.log(v.perLan.get(l) ?? Number.NaN)]))
    },
  },
  sysselsattning: {
    namn: 'andel sysselsatta',
    enhet: 'andel',
    register: ['person'],
    varden: async (k) =>
      new Map(
        (
          await k.rader(
            "SELECT lan, avg(CAST(sysselsattning IN ('anstalld', 'behovsanstalld', 'egenforetagare') AS INTEGER)) AS v FROM person GROUP BY lan",
          )
        ).map((r) => [String(r.lan), Number(r.v)]),
      ),
  },
  sjukpenningtal: {
    namn: 'sjukpenningtal, i snitt per år',
    enhet: 'nettodagar per invånare',
    register: ['utbetalning', 'befolkning'],
    varden: async (k, f) => new Map([...(await kvot(m.sjukdagar, m.invanare1664, f, k))].map(([l, v]) => [l, v / ar(f)])),
  },
  alder: {
    namn: 'andel 50–64 år av dem 18–64',
    enhet: 'andel',
    register: ['befolkning'],
    varden: (k, f) =>
      kvot(
        {
          ...m.invanare1864,
          id: 'invanare_50_64',
          namn: 'invånare 50–64 år',
          villkor: [
            ['alder', '>=', 50],
            ['alder', '<=', 64],
          ],
        },
        m.invanare1864,
        kalenderar(aretAv(f.tom)),
        k,
      ),
  },
}
const UTFALL: Likhetsvariabel = {
  namn: 'mottagare av förebyggande sjukpenning per 1 000 invånare',
  enhet: 'personer per 1 000 invånare',
  register: ['utbetalning', 'befolkning'],
  varden: async (k, f) => new Map([...(await kvot(m.fbsjpMottagare, m.invanare1864, f, k))].map(([l, v]) => [l, v * 1000])),
}

/** The audit leaves out the big cities; which counties it means it does not say, so these are our reading. */
export const STORSTADSLAN = ['Stockholm', 'Västra Götaland', 'Skåne'] as const
const STANDARD = ['befolkning', 'sysselsattning', 'sjukpenningtal']
const NARMAST = 3

export interface Likalanval {
  readonly period: Fonster
  readonly variabler?: readonly string[]
  readonly utan?: readonly string[]
}

interface Rad {
  readonly lan: string
  readonly varden: readonly number[]
  readonly grannar: readonly { readonly lan: string; readonly avstand: number }[]
  readonly utfall: number
  readonly mottagare: number
}

/** Counties most alike in stated variables, each in standard deviations and weighing the same; so that what differs between likes can be looked at. */
export async function likaLan(k: Datakalla, lan: readonly string[] | null, v: Likalanval): Promise<Raresultat> {
  const valda = v.variabler ?? STANDARD
  const okanda = valda.filter((x) => !(x in LIKHETSVARIABLER))
  if (okanda.length || !valda.length)
    throw new Analysfel('okandVariabel', `Län kan inte jämföras i ${okanda.join(', ') || 'ingenting'}.`, [
      { falt: 'variabler', text: `Välj bland ${Object.keys(LIKHETSVARIABLER).join(', ')}.` },
    ])
  const utan = v.utan ?? STORSTADSLAN
  const uteslutna = (lan ?? []).filter((l) => utan.includes(l))
  if (uteslutna.length)
    throw new Analysfel('lanetUteslutet', `${uteslutna.join(', ')} är uteslutet ur jämförelsen.`, [
      { falt: 'utan', text: 'Ange vilka län som ska uteslutas, eller ”inga”.' },
    ])
  const variabler = valda.map((x) => LIKHETSVARIABLER[x]!)
  k.krav(...variabler.flatMap((x) => x.register), ...UTFALL.register)
  const tal = await Promise.all(variabler.map((x) => x.varden(k, v.period)))
  const utfall = await UTFALL.varden(k, v.period)
  const begard = { matt: m.fbsjpMottagare, fonster: v.period }
  const mottagare = (await k.matt([begard], null)).get(nyckel(begard))!.perLan
  const med = LANSNAMN.filter((l) => !utan.includes(l) && tal.every((t) => Number.isFinite(t.get(l))))
  const standard = tal.map((t) => {
    const x = med.map((l) => t.get(l)!)
    const s = x.reduce((a, b) => a + b, 0) / x.length
    const sd = Math.sqrt(x.reduce((a, b) => a + (b - s) ** 2, 0) / (x.length - 1)) || 1
    return (l: string): number => (t.get(l)! - s) / sd
  })
  const avstand = (a: string, b: string): number => Math.sqrt(standard.reduce((s, z) => s + (z(a) - z(b)) ** 2, 0) / standard.length)
  const rader = (lan ?? med).map((l): Rad => ({
    lan: l,
    varden: tal.map((t) => t.get(l)!),
    utfall: utfall.get(l)!,
    mottagare: mottagare.get(l) ?? 0,
    grannar: med
      .filter((x) => x !== l)
      .map((x) => ({ lan: x, avstand: avstand(l, x) }))
      .sort((a, b) => a.avstand - b.avstand)
      .slice(0, NARMAST),
  }))
  const kalla = registerkallor(...variabler.flatMap((x) => x.register))
  return {
    id: 'lika_lan',
    rubrik: 'Mest lika län',
    fonster: v.period,
    omraden: lan,
    fraga: 'Vilka län liknar varandra, och hur skiljer sig användningen mellan dem?',
    metod: `Avstånd i ${variabler.map((x) => x.namn).join(', ')}: var och en i standardavvikelser mellan länen, med samma vikt. Utan ${utan.length ? utan.join(', ') : 'undantag'}.`,
    antaganden: ['Variablerna är de som spelar roll, och lika mycket.'],
    kanInteSaga: ['Att en skillnad mellan lika län beror på Försäkringskassan: de kan skilja sig i annat.', VARNING_OMRADEN],
    underlag: [{ vad: 'län som jämförs', antal: med.length }],
    skattningar: [],
    kontroller: [],
    anmarkningar: [
      {
        id: 'J038',
        text: 'Granskningen jämför Gävleborg och Blekinge med Södermanland och Kalmar: lika i befolkning, sysselsättning och sjukpenningtal, storstäderna utelämnade (RiR 2021:19 avsnitt 1.4 not 31). Vilka mått och vilket år den använde står inte där.',
      },
    ],
    diagram: [{ typ: 'punkter', rubrik: 'Användning i lika län', tabell: 'lika_lan', x: 'utfall', y: 'nyckel:0' }],
    tabeller: [
      byggTabell<Rad>({
        id: 'lika_lan',
        rubrik: 'Mest lika län',
        kalla: 'RiR 2021:19 avsnitt 1.4 not 31',
        nycklar: ['Län'],
        period: fonstertext(v.period),
        population: 'alla invånare i länet',
        datakalla: kalla,
        rader,
        nyckel: (r) => [r.lan],
        antal: (r) => ({ mottagare: r.mottagare }),
        kolumner: [
          ...variabler.map((x, i) => ({
            id: valda[i]!,
            rubrik: x.namn,
            enhet: x.enhet,
            decimaler: 3,
            taljare: x.namn,
            varde: (r: Rad) => r.varden[i]!,
          })),
          ...Array.from({ length: NARMAST }, (_, i) => [
            {
              id: `lik${i + 1}`,
              rubrik: `Lik ${i + 1}`,
              enhet: 'län',
              decimaler: 0,
              taljare: 'närmaste län',
              varde: (r: Rad) => r.grannar[i]?.lan ?? null,
            },
            {
              id: `avstand${i + 1}`,
              rubrik: `Avstånd ${i + 1}`,
              enhet: 'standardavvikelser',
              decimaler: 2,
              taljare: 'avstånd till det',
              varde: (r: Rad) => r.grannar[i]?.avstand ?? null,
            },
          ]).flat(),
          {
            id: 'utfall',
            rubrik: 'Användning',
            enhet: UTFALL.enhet,
            decimaler: 2,
            taljare: UTFALL.namn,
            varde: (r) => r.utfall,
            n: (r) => r.mottagare,
            beror: ['mottagare'],
          },
        ],
      }),
    ],
  }
}
