import { VERKSAMHETSOMRADEN } from '@atergang/syntet/land'
import type { Datakalla } from '../datakalla.ts'
import { kombinationer, lasEnkat, omradesindex, samverkansgrad, svarsfrekvens, type Enkat, type Niva } from '../enkat/enkat.ts'
import { fonstertext, type Fonster } from '../matt/matt.ts'
import * as l from './lansmatt.ts'
import { sambandstabell, variabler, type Variabel } from './sambandstabell.ts'
import { utanSkydd, type Anmarkning, type Kolumndefinition, type Ratabell, type Svarskolumn, type Svarsrad } from './svar.ts'

const BILAGA1 = 'Riksrevisionens granskning (rapport 004), bilaga 1'
const FRAGA_OM_GRUPPER = 3
/** Who answers does so in office, and the audit prints every count: nothing is hidden in the survey's tables. */
const enkatdefinition = (taljare: string, namnare: string | null, enhet: string, e: Enkat): Kolumndefinition => ({
  population: 'lokalt samverkansansvariga som svarat',
  fonster: [...new Set(e.mottagare.map((m) => m.utskickad))].join(', '),
  taljare,
  namnare,
  enhet,
  kalla: 'enkät',
})
const antalskolumn = (id: string, rubrik: string, taljare: string, e: Enkat, enhet = 'antal'): Svarskolumn => ({
  id,
  rubrik,
  enhet,
  decimaler: 0,
  definition: enkatdefinition(taljare, null, enhet, e),
})

interface Delar {
  readonly id: string
  readonly rubrik: string
  readonly kalla: string
  readonly nycklar: readonly string[]
  readonly kolumner: readonly Svarskolumn[]
  readonly rader: readonly Svarsrad[]
  readonly anmarkningar: readonly Anmarkning[]
}
const tabell = (d: Delar): Ratabell => utanSkydd({ ...d, urval: { period: 'enkäten', omraden: null }, skydd: null })

/** Table 3: what was called most and least important together. */
export async function tabell3(k: Datakalla): Promise<Ratabell> {
  const e = await lasEnkat(k)
  const par = kombinationer(e, FRAGA_OM_GRUPPER)
  const n = par.reduce((s, p) => s + p.antal, 0)
  return tabell({
    id: 'tabell3',
    rubrik: 'Kombinationer av fokus i det förebyggande arbetet',
    kalla: `${BILAGA1}, tabell 3`,
    nycklar: ['Mest viktigt', 'Minst viktigt'],
    kolumner: [
      {
        id: 'procent',
        rubrik: 'Procent',
        enhet: 'procent',
        decimaler: 0,
        definition: enkatdefinition('svar med paret', 'svar på båda frågorna', 'procent', e),
      },
      antalskolumn('antal', 'Antal', 'svar med paret', e),
    ],
    rader: par.map((p) => ({
      nyckel: [p.mest, p.minst],
      celler: [
        { varde: (p.antal / n) * 100, n },
        { varde: p.antal, n },
      ],
    })),
    anmarkningar: [{ id: 'X34', text: 'I rapporten svarade 38 av 45; tabell 3 summerar till 36.' }],
  })
}

const NIVAER: readonly Niva[] = ['låg', 'medelhög', 'hög']
/** Table 7: degree of cooperation of the areas, by operational area. */
export async function tabell7(k: Datakalla): Promise<Ratabell> {
  const e = await lasEnkat(k)
  const grad = samverkansgrad(e)
  const vo = new Map(e.mottagare.map((m) => [m.sfOmrade, m.verksamhetsomrade]))
  const rad = (namn: string, omraden: readonly string[], summa: boolean): Svarsrad => ({
    nyckel: [namn],
    ...(summa ? { summa: true as const } : {}),
    celler: [...NIVAER.map((x) => ({ varde: omraden.filter((o) => grad.get(o) === x).length })), { varde: omraden.length }],
  })
  const alla = [...grad.keys()]
  return tabell({
    id: 'tabell7',
    rubrik: 'Graden av samverkan: antal sjukförsäkringsområden',
    kalla: `${BILAGA1}, tabell 7`,
    nycklar: ['Verksamhetsområde'],
    kolumner: [
      ...NIVAER.map((x) =>
        antalskolumn(
          x.normalize('NFD').replace(/[^a-z]/g, ''),
          x[0]!.toUpperCase() + x.slice(1),
          `sjukförsäkringsområden med ${x} samverkan`,
          e,
          'områden',
        ),
      ),
      antalskolumn('totalt', 'Totalt', 'sjukförsäkringsområden med svar', e, 'områden'),
    ],
    rader: [
      ...VERKSAMHETSOMRADEN.map((v) =>
        rad(
          v,
          alla.filter((o) => vo.get(o) === v),
          false,
        ),
      ),
      rad('Totalt', alla, true),
    ],
    anmarkningar: [
      {
        id: 'J040',
        text: 'Varje index jämförs med medelvärdet för områdena. Kartläggning och kontaktytor vägs ihop för arbetsgivare och för vårdenheter, sedan de två. Sista steget skriver rapporten inte ut; här avgör det som väger över.',
      },
      { id: 'X34', text: 'Rapporten täcker 21 av 30 områden.' },
    ],
  })
}

/** An index as a variable over areas, or over the counties that are one area. */
export function indexvariabel(e: Enkat, index: string, rubrik: string, over: 'sf' | 'lan'): Variabel {
  const per = omradesindex(e, index)
  const lan = new Map(e.mottagare.map((m) => [m.sfOmrade, m.lan]))
  // A county of several areas has no index of its own (fn 160).
  const ensamma = (namn: string): boolean =>
    [...new Set(e.mottagare.filter((m) => m.lan === lan.get(namn)).map((m) => m.sfOmrade))].length === 1
  const varden =
    over === 'sf'
      ? per.map((o) => [o.omrade, o.varde] as const)
      : per.filter((o) => ensamma(o.omrade)).map((o) => [lan.get(o.omrade)!, o.varde] as const)
  return {
    id: index,
    rubrik,
    definition: enkatdefinition(
      'svaren på indexets frågor, 0–100, utan ”vet ej”',
      'antalet svar; medelvärde av personerna i området',
      'index 0–100',
      e,
    ),
    varden: new Map(varden),
  }
}

const SAMVERKAN = [
  ['kontaktytor_arbetsgivare', 'Samverkan med arbetsgivare (kontaktytor)'],
  ['kontaktytor_vardenheter', 'Samverkan med vårdenheter (kontaktytor)'],
  ['kartlaggning_arbetsgivare', 'Kartläggning av förebyggande arbete (arbetsgivare)'],
  ['kartlaggning_vardenheter', 'Kartläggning av förebyggande arbete (vårdenheter)'],
] as const
const INFORMATION = [
  ['information_fbsjp', 'Information till aktörer om förebyggande sjukpenning'],
  ['information_apr', 'Information till aktörer om APR'],
] as const
const INTERNT = [
  ['internt_fbsjp', 'Uppmuntran att informera internt om förebyggande sjukpenning'],
  ['internt_apr', 'Uppmuntran att informera internt om APR'],
] as const

/** Table 8: cooperation and information in the sickness-insurance areas. */
export async function tabell8(k: Datakalla): Promise<Ratabell> {
  const e = await lasEnkat(k)
  return sambandstabell({
    id: 'tabell8',
    rubrik: 'Samverkan och extern information i sjukförsäkringsområdena: samband mellan index',
    kalla: `${BILAGA1}, tabell 8`,
    period: 'enkäten',
    omraden: null,
    anmarkningar: [],
    rader: INFORMATION.map(([i, r]) => indexvariabel(e, i, r, 'sf')),
    kolumner: SAMVERKAN.map(([i, r]) => indexvariabel(e, i, r, 'sf')),
  })
}

const TABELL9_AR = [2016, 2017, 2018]
/** Table 9: the survey's indices against use of the benefits and sickness rates, over counties that are one area. */
export async function tabell9(k: Datakalla, period: Fonster | null, omraden: readonly string[] | null): Promise<Ratabell> {
  const e = await lasEnkat(k)
  const ar = period ? [Number(period.tom.slice(0, 4))] : TABELL9_AR
  return sambandstabell({
    id: 'tabell9',
    rubrik: 'Användning av ersättningarna, sjukpenningtal och index över samverkan och information: samband',
    kalla: `${BILAGA1}, tabell 9`,
    period: period ? fonstertext(period) : 'som tabell 1; sjukpenningtal 2016–2018',
    omraden,
    rader: [...SAMVERKAN, ...INFORMATION, ...INTERNT].map(([i, r]) => indexvariabel(e, i, r, 'lan')),
    kolumner: await variabler(
      k,
      [l.fbsjpBeloppPerInvanare(period ?? l.FBSJP_PERIOD), l.aprPerInvanare(period ?? l.APR_PERIOD), ...ar.map(l.sjukpenningtal)],
      omraden,
    ),
    anmarkningar: [
      {
        id: 'X34',
        text: 'Rapporten har 16 län, där länet är ett enda sjukförsäkringsområde; Halland har värdet för SF Södra Västsverige.',
      },
      { id: 'X14', text: 'Talet 0,2336 står två gånger i rapportens rad om intern information och används inte som mål.' },
    ],
  })
}

/** Table 10: who got the survey and who answered. */
export async function tabell10(k: Datakalla): Promise<Ratabell> {
  const e = await lasEnkat(k)
  const per = new Map(svarsfrekvens(e, 'verksamhetsomrade').map((s) => [s.grupp, s]))
  const rad = (namn: string, mottagare: number, svarande: number): Svarsrad => ({
    nyckel: [namn],
    ...(namn === 'Totalt' ? { summa: true as const } : {}),
    celler: [{ varde: mottagare }, { varde: svarande }, { varde: mottagare ? (svarande / mottagare) * 100 : null, n: mottagare }],
  })
  return tabell({
    id: 'tabell10',
    rubrik: 'Lokalt samverkansansvariga och svarande i enkäten',
    kalla: 'Riksrevisionens granskning (rapport 004), bilaga 2, tabell 10',
    nycklar: ['Verksamhetsområde'],
    kolumner: [
      antalskolumn('mottagare', 'Lokalt samverkansansvariga', 'mottagare av enkäten', e, 'personer'),
      antalskolumn('svarande', 'Svarande', 'mottagare som svarat', e, 'personer'),
      {
        id: 'svarsfrekvens',
        rubrik: 'Svarsfrekvens',
        enhet: 'procent',
        decimaler: 0,
        definition: enkatdefinition('mottagare som svarat', 'mottagare av enkäten', 'procent', e),
      },
    ],
    rader: [
      ...VERKSAMHETSOMRADEN.map((v) => rad(v, per.get(v)?.mottagare ?? 0, per.get(v)?.svarande ?? 0)),
      rad('Totalt', e.mottagare.length, e.mottagare.filter((m) => m.besvarad !== null).length),
    ],
    anmarkningar: [{ id: 'X34', text: '38 av 45 är 84,4 procent; rapporten skriver 84.' }],
  })
}

/** Table 11: how the benefit is handled, with staff on a day. */
export async function tabell11(k: Datakalla, period: Fonster | null, omraden: readonly string[] | null): Promise<Ratabell> {
  k.krav('organisation', 'handlaggare', 'omrade')
  const dag = period?.tom ?? '2020-10-15'
  const rader =
    await k.rader(`SELECT o.lan, o.team, o.kontor, count(DISTINCT h.handlaggare_id) AS antal, o.fordelning, o.uppgifter, min(x.region) AS region
FROM organisation o LEFT JOIN handlaggare h ON h.team = o.team AND h.uppgift = 'forebyggande' AND h.fran <= DATE '${dag}' AND (h.tom IS NULL OR h.tom >= DATE '${dag}') LEFT JOIN omrade x ON x.lan = o.lan GROUP BY o.lan, o.team, o.kontor, o.fordelning, o.uppgifter ORDER BY o.lan`)
  const valda = omraden ?? UNDERSOKNINGSLAN
  const ordnade = valda.flatMap((namn) => rader.filter((r) => r.lan === namn))
  const kol = (id: string, rubrik: string, enhet = 'text'): Svarskolumn => ({
    id,
    rubrik,
    enhet,
    decimaler: 0,
    definition: {
      population: 'organisationen',
      fonster: dag,
      taljare: rubrik.toLowerCase(),
      namnare: null,
      enhet,
      kalla: 'bemannings- och organisationsregister',
    },
  })
  const falt = [
    ['team', 'Handläggs av'],
    ['kontor', 'Kontor'],
    ['antal', 'Antal handläggare'],
    ['fordelning', 'Fördelning av ärenden'],
    ['uppgifter', 'Arbetsuppgifter utöver förmånen'],
    ['region', 'Ansvar för hälso- och sjukvård'],
  ] as const
  return utanSkydd({
    id: 'tabell11',
    rubrik: 'Hur förebyggande sjukpenning handläggs',
    kalla: 'Riksrevisionens granskning (rapport 004), bilaga 3, tabell 11',
    nycklar: ['Län'],
    kolumner: falt.map(([id, rubrik]) => kol(id, rubrik, id === 'antal' ? 'handläggare' : 'text')),
    rader: ordnade.map((r) => ({
      nyckel: [String(r.lan)],
      celler: falt.map(([id]) => ({ varde: r[id] === null ? null : id === 'antal' ? Number(r[id]) : String(r[id]) })),
    })),
    anmarkningar: [
      { id: 'X11', text: 'Rapporten skriver tre handläggare i Södermanland, två vid intervjutillfället; antalet gäller dagen som visas.' },
    ],
    urval: { period: dag, omraden },
    skydd: null,
  })
}

const UNDERSOKNINGSLAN = ['Gävleborg', 'Södermanland', 'Blekinge', 'Kalmar', 'Dalarna']
