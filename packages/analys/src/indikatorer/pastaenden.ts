import { LANSNAMN } from '@atergang/syntet/land'
import type { Datakalla } from '../datakalla.ts'
import { lanskvot } from '../matt/lanskvot.ts'
import * as m from '../matt/lista.ts'
import { aretAv, fonstertext, kalenderar, type Begaran, type Fonster, type Nagotmatt } from '../matt/matt.ts'
import type { Kontroll, Raresultat } from '../resultat/resultat.ts'
import { sv } from '../resultat/text.ts'
import { byggTabell } from '../resultat/tabell.ts'
import { MINST_VISADE } from '../skydd/skydd.ts'
import { newcombe } from '../statistik/fordelning.ts'
import { pearson, VARNING_OMRADEN } from '../statistik/korrelation.ts'
import { FBSJP_PERIOD, SKR_PERIOD } from '../tabeller/lansmatt.ts'
import { iFonster, registerkallor } from '../utvardering/grund.ts'
import { langd } from '../utvardering/langd.ts'

type Utfall = Kontroll['utfall']
interface Provat {
  readonly utfall: Utfall
  /** what the figures say, in a sentence or two */
  readonly fynd: string
  readonly n: number | null
  readonly period: string
}
export interface Pastaende {
  readonly id: string
  readonly pastaende: string
  readonly kalla: string
  readonly sa: string
  readonly register: readonly string[]
  readonly prova: (k: Datakalla, f: Fonster) => Promise<Provat>
}

const HOGA = ['Gävleborg', 'Blekinge'] as const
const LAGA = ['Södermanland', 'Kalmar'] as const
const slut = (f: Fonster): Fonster => kalenderar(aretAv(f.tom))
const b = (matt: Nagotmatt, fonster: Fonster): Begaran => ({ matt, fonster })
const perInvanare = (k: Datakalla, matt: Nagotmatt, f: Fonster): Promise<ReadonlyMap<string, number>> =>
  lanskvot(k, b(matt, f), b(m.invanare1864, slut(f)), 1000)
const talen = (v: ReadonlyMap<string, number>, lan: readonly string[]): string =>
  lan.map((l) => `${l} ${Number.isFinite(v.get(l)) ? sv(v.get(l)!) : 'saknas'}`).join(', ')

interface Samband {
  readonly utfall: Utfall
  readonly text: string
  readonly n: number
}
/** Says yes or no only where chance is unlikely: p under five per cent, and the sign as claimed or the other. */
function samband(x: ReadonlyMap<string, number>, y: ReadonlyMap<string, number>, tecken: 1 | -1): Samband {
  const lan = LANSNAMN.filter((l) => Number.isFinite(x.get(l)) && Number.isFinite(y.get(l)))
  if (lan.length < 4) return { utfall: 'kan inte sagas', text: 'för få län', n: lan.length }
  const r = pearson(
    lan.map((l) => x.get(l)!),
    lan.map((l) => y.get(l)!),
  )
  const sakert = Number.isFinite(r.p) && r.p < 0.05
  return {
    n: r.n,
    utfall: !sakert ? 'kan inte sagas' : Math.sign(r.r) === tecken ? 'haller' : 'haller inte',
    text: `r = ${sv(r.r)}${r.intervall ? ` (95 % ${sv(r.intervall[0])} till ${sv(r.intervall[1])})` : ''}, p = ${r.p.toFixed(3).replace('.', ',')}, N = ${r.n} län`,
  }
}

/** The least of the first two over the greatest of the others. */
const skilda = (v: ReadonlyMap<string, number>, hoga: readonly string[], laga: readonly string[]): boolean =>
  Math.min(...hoga.map((l) => v.get(l)!)) > Math.max(...laga.map((l) => v.get(l)!))
const rangen = (v: ReadonlyMap<string, number>, lan: string): number => 1 + [...v.values()].filter((x) => x > v.get(lan)!).length

/** What the audit claims of counties and groups, tried against whatever registers are at hand (J061–J068). */
export const PASTAENDEN: readonly Pastaende[] = [
  {
    id: 'J061',
    pastaende: 'Län med många inrapporterade KBT och IPT använder förebyggande sjukpenning lite, och omvänt.',
    kalla: 'RiR 2021:19 avsnitt 3.2',
    sa: 'Södermanland framför allt, men även Kalmar, rapporterar fler än Gävleborg och Blekinge.',
    register: ['lansserie', 'utbetalning', 'befolkning'],
    prova: async (k, f) => {
      const [kbt, fb] = [await perInvanare(k, m.kbtIpt, f), await perInvanare(k, m.fbsjpNettodagar, f)]
      const s = samband(kbt, fb, -1)
      return {
        utfall: s.utfall,
        n: s.n,
        period: fonstertext(f),
        fynd: `KBT och IPT mot nettodagar per invånare: ${s.text}. KBT och IPT per 1 000: ${talen(kbt, [...LAGA, ...HOGA])}; plats i landet för Södermanland ${rangen(kbt, 'Södermanland')}.`,
      }
    },
  },
  {
    id: 'J062',
    pastaende: 'Stödet till arbetsgivare används mer där sjukpenning oftare nekas i första beslutet.',
    kalla: 'RiR 2021:19 avsnitt 3.2 och tabell 2',
    sa: 'Positivt samband, säkert bara för 2018, 2019 och skillnaden 2016–2019; bara på aggregerad nivå.',
    register: ['beslut', 'apr_bidrag', 'befolkning'],
    prova: async (k, f) => {
      const apr = await perInvanare(k, m.aprBelopp, f)
      const ar = Array.from({ length: aretAv(f.tom) - aretAv(f.fran) + 1 }, (_, i) => aretAv(f.fran) + i)
      const svar = await Promise.all(
        ar.map(async (a) => ({
          a,
          s: samband(await lanskvot(k, b(m.forstaAvslag, kalenderar(a)), b(m.forstaBeslut, kalenderar(a)), 100), apr, 1),
        })),
      )
      const ja = svar.filter((x) => x.s.utfall === 'haller')
      const nej = svar.filter((x) => x.s.utfall === 'haller inte')
      return {
        utfall: ja.length > nej.length ? 'haller' : nej.length > ja.length ? 'haller inte' : 'kan inte sagas',
        n: svar[0]?.s.n ?? 0,
        period: fonstertext(f),
        fynd: svar.map((x) => `${x.a}: ${x.s.text}`).join('. ') + '. Flera år provas: vart tjugonde kan bli säkert av slump.',
      }
    },
  },
  {
    id: 'J063',
    pastaende: 'Blekinge och Gävleborg har länge haft en hög men ojämn användning; Kalmar och Södermanland en låg och stabil.',
    kalla: 'RiR 2021:19 avsnitt 3.2 not 92, figur 1',
    sa: 'Värdena trycks inte.',
    register: ['utbetalning'],
    prova: async (k, f) => {
      const ar = Array.from({ length: aretAv(f.tom) - aretAv(f.fran) + 1 }, (_, i) => aretAv(f.fran) + i)
      const perAr = await Promise.all(
        ar.map((a) => lanskvot(k, b(m.fbsjpNettodagar, kalenderar(a)), b(m.allaSjukpenningdagar, kalenderar(a)), 100)),
      )
      const medel = new Map(LANSNAMN.map((l) => [l, perAr.reduce((s, v) => s + v.get(l)!, 0) / ar.length]))
      const sd = new Map(
        LANSNAMN.map((l) => [l, Math.sqrt(perAr.reduce((s, v) => s + (v.get(l)! - medel.get(l)!) ** 2, 0) / Math.max(1, ar.length - 1))]),
      )
      const [niva, variation] = [skilda(medel, HOGA, LAGA), skilda(sd, HOGA, LAGA)]
      return {
        utfall: ar.length < 3 ? 'kan inte sagas' : niva && variation ? 'haller' : 'haller inte',
        n: ar.length,
        period: fonstertext(f),
        fynd: `Andel av nettodagarna, procent i snitt: ${talen(medel, [...HOGA, ...LAGA])}; standardavvikelse mellan åren: ${talen(sd, [...HOGA, ...LAGA])}. Nivån ${niva ? 'är' : 'är inte'} högre i båda de första, variationen ${variation ? 'är' : 'är inte'} större. Fyra län jämförs utan prov.`,
      }
    },
  },
  {
    id: 'J064',
    pastaende: 'Södermanland har tydligt färre nettodagar med sjukpenning före förebyggande sjukpenning.',
    kalla: 'RiR 2021:19 avsnitt 3.2 not 100, figur 2',
    sa: 'Värdena trycks inte.',
    register: ['utbetalning'],
    prova: async (k, f) => {
      const v = await lanskvot(k, b(m.foregaendeNettodagar, f), b(m.fbsjpTidigareSjuka, f))
      const antal = (await k.matt([b(m.fbsjpTidigareSjuka, f)], null)).values().next().value?.perLan.get('Södermanland') ?? 0
      const lagst = ['Gävleborg', 'Blekinge', 'Kalmar'].every((l) => v.get('Södermanland')! < v.get(l)!)
      return {
        utfall: antal < MINST_VISADE * 4 ? 'kan inte sagas' : lagst ? 'haller' : 'haller inte',
        n: antal < MINST_VISADE ? null : antal,
        period: fonstertext(f),
        fynd:
          antal < MINST_VISADE
            ? 'För få i Södermanland.'
            : `Nettodagar i snitt: ${talen(v, [...LAGA, ...HOGA])}. Fyra län jämförs utan prov.`,
      }
    },
  },
  {
    id: 'J065',
    pastaende: 'Gävleborg har tydligt högre andel med besvär i rörelseorganen före förebyggande sjukpenning.',
    kalla: 'RiR 2021:19 avsnitt 3.2 not 101, figur 3',
    sa: 'Värdena trycks inte.',
    register: ['utbetalning', 'sjukfall'],
    prova: async (k, f) => {
      const [del, hela] = [b(m.foregaendeDiagnos('M'), f), b(m.fbsjpTidigareSjuka, f)]
      const v = [...(await k.matt([del, hela], null)).values()]
      const [a, n] = [v[0]!.perLan.get('Gävleborg') ?? 0, v[1]!.perLan.get('Gävleborg') ?? 0]
      const [aR, nR] = [v[0]!.alla - a, v[1]!.alla - n]
      if (n < MINST_VISADE || a < MINST_VISADE || nR < MINST_VISADE)
        return { utfall: 'kan inte sagas', n: null, period: fonstertext(f), fynd: 'För få i Gävleborg.' }
      const iv = newcombe(a, n, aR, nR)
      return {
        utfall: iv[0] > 0 ? 'haller' : iv[1] < 0 ? 'haller inte' : 'kan inte sagas',
        n,
        period: fonstertext(f),
        fynd: `Gävleborg ${sv((a / n) * 100)} procent, andra län ${sv((aR / nR) * 100)}; skillnad ${sv((a / n - aR / nR) * 100)} procentenheter (95 % ${sv(iv[0] * 100)} till ${sv(iv[1] * 100)}).`,
      }
    },
  },
  {
    id: 'J066',
    pastaende: 'Förebyggande sjukpenning används mer där sjukpenningtalet är högt; stödet till arbetsgivare följer det inte.',
    kalla: 'RiR 2021:19 avsnitt 3.2 och tabell 2',
    sa: 'Positivt för förebyggande sjukpenning, inget för stödet.',
    register: ['utbetalning', 'apr_bidrag', 'befolkning'],
    prova: async (k, f) => {
      const tal = await lanskvot(k, b(m.sjukdagar, f), b(m.invanare1664, slut(f)))
      const [fb, apr] = [samband(tal, await perInvanare(k, m.fbsjpNettodagar, f), 1), samband(tal, await perInvanare(k, m.aprBelopp, f), 1)]
      return {
        utfall: apr.utfall === 'haller' ? 'haller inte' : fb.utfall,
        n: fb.n,
        period: fonstertext(f),
        fynd: `Förebyggande sjukpenning: ${fb.text}. Stödet: ${apr.text}. Att inget samband syns visar inte att det saknas.`,
      }
    },
  },
  {
    id: 'J067',
    pastaende: 'De med högre inkomst är överrepresenterade i specialistvården, de med sämre villkor i primärvården.',
    kalla: 'Vårdanalys 2016:4 enligt RiR 2021:19 avsnitt 4.1 not 113',
    sa: 'Gäller all vård; registren här ser bara dem som ansökt om förebyggande sjukpenning.',
    register: ['behandlingsplan', 'person'],
    prova: async (k, f) => {
      const [r] =
        await k.rader(`WITH median AS (SELECT median(inkomst) AS mitt FROM person), p AS (SELECT x.vardgivartyp AS typ, p.inkomst > median.mitt AS hog FROM behandlingsplan x JOIN person p USING (person_id) CROSS JOIN median WHERE ${iFonster('x.inkom', f)})
SELECT count(*) FILTER (typ = 'specialistvard') AS ns, count(*) FILTER (typ = 'specialistvard' AND hog) AS s, count(*) FILTER (typ = 'primarvard') AS np, count(*) FILTER (typ = 'primarvard' AND hog) AS p FROM p`)
      const [s, ns, p, np] = [Number(r!.s), Number(r!.ns), Number(r!.p), Number(r!.np)]
      if ([s, ns - s, p, np - p].some((x) => x < MINST_VISADE))
        return { utfall: 'kan inte sagas', n: null, period: fonstertext(f), fynd: 'För få ansökningar.' }
      const iv = newcombe(s, ns, p, np)
      return {
        utfall: iv[0] > 0 ? 'haller' : iv[1] < 0 ? 'haller inte' : 'kan inte sagas',
        n: ns + np,
        period: fonstertext(f),
        fynd: `Andel med inkomst över medianen: specialistvård ${sv((s / ns) * 100)} procent, primärvård ${sv((p / np) * 100)}; skillnad ${sv((s / ns - p / np) * 100)} procentenheter (95 % ${sv(iv[0] * 100)} till ${sv(iv[1] * 100)}). Bara ansökningar om behandlingsplan.`,
      }
    },
  },
  {
    id: 'J068',
    pastaende: 'Stora företag har fler men kortare sjukfall; anställda i små behöver längre tid för att återgå.',
    kalla: 'Korta analyser 2018:1 enligt RiR 2021:19 avsnitt 4.1 not 115',
    sa: 'Gränsen mellan små och stora står inte där; här 50 anställda.',
    register: ['sjukfall', 'arbetsgivare'],
    prova: async (k, f) => {
      const r = await langd(k, 'storlek', f)
      const s = r.skattningar.find((x) => x.id === 'kvot')!
      if (!s.intervall || s.varde === null)
        return { utfall: 'kan inte sagas', n: s.n, period: fonstertext(f), fynd: s.varfor ?? 'Kan inte räknas.' }
      return {
        utfall: s.intervall[0] > 1 ? 'haller' : s.intervall[1] < 1 ? 'haller inte' : 'kan inte sagas',
        n: s.n,
        period: fonstertext(f),
        fynd: `Anställda hos arbetsgivare med minst 50 återgår ${sv(s.varde)} gånger så fort (95 % ${sv(s.intervall[0])} till ${sv(s.intervall[1])}), inom diagnos. Antal sjukfall: ${r.underlag.map((u) => `${u.vad} ${u.antal?.toLocaleString('sv-SE') ?? '–'}`).join(', ')}. Bara längden prövas: hur många som är anställda står inte för varje år.`,
      }
    },
  },
]

/** The audit's claims as live checks: each is tried on the registers at hand, and says when it cannot be told. */
export async function pastaenden(k: Datakalla, period: Fonster | null = null): Promise<Raresultat> {
  const rader: (Pastaende & Provat)[] = []
  for (const p of PASTAENDEN) {
    const f = period ?? (p.id === 'J064' || p.id === 'J065' ? FBSJP_PERIOD : SKR_PERIOD)
    const saknas = p.register.filter((r) => !k.har(r))
    rader.push({
      ...p,
      ...(saknas.length
        ? { utfall: 'kan inte sagas' as const, n: null, period: fonstertext(f), fynd: `Registret ${saknas.join(', ')} saknas.` }
        : await p.prova(k, f)),
    })
  }
  const ord: Readonly<Record<Utfall, string>> = { haller: 'stöds', 'haller inte': 'stöds inte', 'kan inte sagas': 'kan inte sägas' }
  return {
    id: 'pastaenden',
    rubrik: 'Granskningens påståenden mot registren',
    fonster: period ?? SKR_PERIOD,
    omraden: null,
    fraga: 'Stämmer det som granskningen säger om länen och grupperna i de data som finns nu?',
    metod:
      'Samband mellan län stöds, eller stöds inte, bara när p < 0,05 (Pearson, tvåsidigt). Andelar jämförs med Newcombes intervall, längder med Cox regression. Påståenden om fyra namngivna län jämförs utan prov.',
    antaganden: ['Det som mäts är det som granskningen menar: definitionerna står i tabellerna 1 och 2.'],
    kanInteSaga: [
      VARNING_OMRADEN,
      'Varför det är så.',
      'Att ett påstående som inte kan sägas är fel: det kan vara för få län eller personer.',
    ],
    underlag: [],
    skattningar: [],
    anmarkningar: [],
    diagram: [],
    kontroller: rader.map((r) => ({ id: r.id, vad: r.pastaende, utfall: r.utfall, text: r.fynd })),
    tabeller: [
      byggTabell<Pastaende & Provat>({
        id: 'pastaenden',
        rubrik: 'Påståenden',
        kalla: 'RiR 2021:19',
        nycklar: ['Påstående'],
        period: fonstertext(period ?? SKR_PERIOD),
        population: 'länen, eller de grupper som påståendet gäller',
        datakalla: registerkallor(...new Set(PASTAENDEN.flatMap((p) => p.register))),
        rader,
        nyckel: (r) => [`Påstående ${rader.indexOf(r) + 1}`],
        kolumner: [
          { id: 'pastaende', rubrik: 'Granskningen säger', enhet: 'text', decimaler: 0, taljare: 'påståendet', varde: (r) => r.pastaende },
          {
            id: 'utfall',
            rubrik: 'I registren',
            enhet: 'omdöme',
            decimaler: 0,
            taljare: 'stöds, stöds inte eller kan inte sägas',
            varde: (r) => ord[r.utfall],
            n: (r) => r.n,
          },
          { id: 'fynd', rubrik: 'Vad talen säger', enhet: 'text', decimaler: 0, taljare: 'skattning med intervall', varde: (r) => r.fynd },
          { id: 'period', rubrik: 'Period', enhet: 'period', decimaler: 0, taljare: 'perioden som provas', varde: (r) => r.period },
          { id: 'sa', rubrik: 'I källan', enhet: 'text', decimaler: 0, taljare: 'vad källan anger', varde: (r) => `${r.sa} ${r.kalla}.` },
        ],
      }),
    ],
  }
}
