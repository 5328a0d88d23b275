import { plusAr, plusDagar, tidigast, type Datum } from '@atergang/kalender'
import type { Datakalla } from '../datakalla.ts'
import type { Talkolumner } from '../duckdb.ts'
import { namnet, type Periodmarke } from '../marken/marken.ts'
import { fonstertext, type Fonster } from '../matt/matt.ts'
import { okand, skattning, type Kontroll, type Raresultat, type Skattning } from '../resultat/resultat.ts'
import { byggTabell } from '../resultat/tabell.ts'
import { cox } from '../statistik/cox.ts'
import { intervall, pT } from '../statistik/fordelning.ts'
import { kaplanMeier, tiderPerGrupp, type Overlevnad } from '../statistik/overlevnad.ts'
import type { Ratabell } from '../tabeller/svar.ts'
import { avbildad, dagSql, iFonster, iLan, MINST, registerkallor, slutdag } from './grund.ts'
import { forberoende, ledtabell, type Ledpunkt } from './handelsestudie.ts'
import { gemensamDag, insatsen } from './insatser.ts'

const AR_FORE = 3
const HALVAR = 182.625

/** Cases of employees beginning in a window: days until the end or until they are last known. */
async function fallen(
  k: Datakalla,
  f: Fonster,
  slut: Datum,
  omraden: readonly string[] | null,
  fran: Datum,
  minst: number,
): Promise<Talkolumner> {
  k.krav('sjukfall', 'arbetsgivare')
  return k.kolumner(`SELECT date_diff('day', s.fran, least(coalesce(s.tom, ${dagSql(slut)}), ${dagSql(slut)})) + 1 AS dagar, CAST(s.tom IS NOT NULL AND s.tom <= ${dagSql(slut)} AS INTEGER) AS slutade, CAST(a.anstallda >= ${minst} AS INTEGER) AS stor, CAST(s.fran >= ${dagSql(fran)} AS INTEGER) AS efter,
CAST(floor(date_diff('day', ${dagSql(fran)}, s.fran) / ${HALVAR}) AS INTEGER) AS halvar, dense_rank() OVER (ORDER BY substr(s.diagnos, 1, 3)) AS diagnos, s.arbetsgivare_id AS arbetsgivare
FROM sjukfall s JOIN arbetsgivare a USING (arbetsgivare_id) WHERE s.sysselsattning = 'anstalld' AND ${iFonster('s.fran', f)}${iLan('s.lan', omraden)} ORDER BY s.sjukfall_id`)
}

const namn = { stor: 'stor', efter: 'efter', effekt: 'effekt' } as const

/**
 * A reform that touches employers of some size from a day: how much faster employees return from cases begun from then on, beyond what changed
 * for the others. Cox over diagnoses, with the difference before taken away from that after; employers as clusters.
 */
export async function reform(
  k: Datakalla,
  insats = 'reform',
  omraden: readonly string[] | null = null,
  period: Fonster | null = null,
): Promise<Raresultat> {
  const i = await insatsen(k, insats, 'arbetsgivare_minst')
  const fran = gemensamDag(i)
  const minst = Number([...i.fran.keys()][0])
  const slut = await slutdag(k)
  const f: Fonster = period ?? { fran: plusAr(fran, -AR_FORE), tom: slut }
  const d = await fallen(k, f, slut, omraden, fran, minst)
  const pandemi = namnet('pandemi')
  const fore = utanPandemin(f, slut, pandemi)
  const d2 = fore ? await fallen(k, fore, tidigast(slut, fore.tom), omraden, fran, minst) : null
  const skattningar = [
    effekten(d, 'faraAterga', 'hur mycket fortare anställda hos de berörda arbetsgivarna återgår efter reformen'),
    ...(d2 ? [effekten(d2, 'faraAterga_utan_pandemin', `detsamma, utan ${pandemi.namn.toLowerCase()}`)] : []),
  ]
  const { punkter, kontroll } = halvar(d)
  return {
    id: 'reform',
    rubrik: `Reform från ${fran}: återgång i arbete hos arbetsgivare med minst ${minst} anställda`,
    fonster: f,
    omraden,
    fraga: 'Återgår anställda hos de berörda arbetsgivarna fortare efter reformen än vad som ändrats för andra?',
    metod: `Skillnad i skillnader på takten att återgå (Cox regression, lika dagar enligt Efron), inom diagnos på tre tecken. Berörda är anställda hos arbetsgivare med minst ${minst} anställda, andra anställda är jämförelse. Sjukfall som börjar ${fonstertext(f)}; det som inte slutat är följt till ${slut}. Intervall med arbetsgivaren som kluster.`,
    antaganden: [
      'Utan reformen hade skillnaden i takt mellan större och mindre arbetsgivare varit densamma efter som före.',
      'Reformen rör inte de mindre arbetsgivarna.',
      'Vilka som blir sjukskrivna hos vilken arbetsgivare ändras inte av reformen.',
      'Takten skiljer lika mycket hela sjukfallet.',
    ],
    kanInteSaga: [
      'Vad reformen betyder för dem utan anställning.',
      'Om personen är kvar i arbete efter sjukfallet.',
      'Om det som sker vid samma tid, till exempel pandemin, träffar större och mindre arbetsgivare olika; därför visas svaret också utan den.',
    ],
    underlag: [
      { vad: 'sjukfall hos berörda arbetsgivare', antal: summa(d, (x) => d.kolumn.stor![x]!) },
      { vad: 'sjukfall hos andra', antal: summa(d, (x) => 1 - d.kolumn.stor![x]!) },
    ],
    skattningar,
    kontroller: [kontroll],
    anmarkningar: [],
    tabeller: [
      grupptabell(d, f),
      ledtabell(
        'handelsestudie',
        punkter,
        {
          enhet: 'gånger',
          taljare: 'takten att återgå hos berörda mot andra, delat med samma kvot sista halvåret före',
          population: 'anställdas sjukfall över 14 dagar',
          kalla: registerkallor('sjukfall', 'arbetsgivare'),
          nollpunkt: 1,
        },
        f,
      ),
    ],
    diagram: [
      {
        typ: 'handelsestudie',
        rubrik: 'Kvot i takten att återgå, halvår för halvår',
        tabell: 'handelsestudie',
        x: 'halvar',
        y: 'skillnad',
        undre: 'fran',
        ovre: 'till',
        ingenSkillnad: 1,
      },
    ],
  }
}

/** The same window cut the day before the mark, when it reaches into it. */
function utanPandemin(f: Fonster, slut: Datum, m: Periodmarke): Fonster | null {
  return m.fran <= f.tom && m.fran > f.fran && slut >= m.fran ? { fran: f.fran, tom: plusDagar(m.fran, -1) } : null
}

const summa = (d: Talkolumner, av: (i: number) => number): number => {
  let s = 0
  for (let i = 0; i < d.antal; i++) s += av(i)
  return s
}

function effekten(d: Talkolumner, id: string, vad: string): Skattning {
  const c = d.kolumn
  const par = avbildad(c.stor!, (x, i) => x * c.efter![i]!)
  const berorda = summa(d, (i) => par[i]!)
  const handelser = summa(d, (i) => par[i]! * c.slutade![i]!)
  if (handelser < MINST || summa(d, (i) => c.slutade![i]! * (1 - c.efter![i]!)) < MINST)
    return okand(id, vad, 'gånger', berorda, `Färre än ${MINST} avslutade sjukfall före eller efter.`)
  const s = cox({
    stopp: c.dagar!,
    handelse: c.slutade!,
    strata: c.diagnos!,
    kluster: c.arbetsgivare!,
    kolumner: [
      { namn: namn.stor, x: c.stor! },
      { namn: namn.efter, x: c.efter! },
      { namn: namn.effekt, x: par },
    ],
  })
  const j = s.namn.indexOf(namn.effekt)
  if (j < 0) return okand(id, vad, 'gånger', berorda, 'Det finns inga att jämföra med.')
  const [b, se] = [s.beta[j]!, Math.sqrt(s.kovRobust.a[j * s.kovRobust.n + j]!)]
  const frihetsgrader = s.frihetsgrader[j]!
  const iv = intervall(b, se, frihetsgrader)
  return skattning(id, vad, 'gånger', Math.exp(b), se, [Math.exp(iv[0]), Math.exp(iv[1])], pT(b / se, frihetsgrader), berorda, handelser)
}

function halvar(d: Talkolumner): { punkter: Ledpunkt[]; kontroll: Kontroll } {
  const c = d.kolumn
  const n = (h: number): number => summa(d, (i) => (c.halvar![i] === h && c.stor![i] ? c.slutade![i]! : 0))
  const alla = [...new Set(Array.from(c.halvar!))].sort((a, b) => a - b).filter((h) => n(h) >= 5)
  const andra = alla.filter((h) => h !== -1)
  const i = (h: number): Uint8Array => Uint8Array.from({ length: d.antal }, (_, j) => (c.halvar![j] === h ? 1 : 0))
  const dummy = new Map(andra.map((h) => [h, i(h)]))
  const s = cox({
    stopp: c.dagar!,
    handelse: c.slutade!,
    strata: c.diagnos!,
    kluster: c.arbetsgivare!,
    kolumner: [
      { namn: namn.stor, x: c.stor! },
      ...andra.map((h) => ({ namn: `h${h}`, x: dummy.get(h)! })),
      ...andra.map((h) => ({ namn: `stor×h${h}`, x: avbildad(dummy.get(h)!, (x, j) => x * c.stor![j]!) })),
    ],
  })
  const plats = (h: number): number => s.namn.indexOf(`stor×h${h}`)
  const punkter = alla.flatMap((h): Ledpunkt[] => {
    if (h === -1) return [{ period: -1, varde: 1, intervall: null, n: n(-1) }]
    const j = plats(h)
    if (j < 0) return []
    const iv = intervall(s.beta[j]!, Math.sqrt(s.kovRobust.a[j * s.kovRobust.n + j]!), s.frihetsgrader[j])
    return [{ period: h, varde: Math.exp(s.beta[j]!), intervall: [Math.exp(iv[0]), Math.exp(iv[1])], n: n(h) }]
  })
  const fore = andra.filter((h) => h < 0 && plats(h) >= 0).map(plats)
  return { punkter, kontroll: forberoende(Array.from(s.beta), s.kovRobust, fore, null) }
}

interface Grupprad {
  readonly grupp: string
  readonly o: Overlevnad
}
function grupptabell(d: Talkolumner, f: Fonster): Ratabell {
  const c = d.kolumn
  const tider = tiderPerGrupp(c.dagar!, c.slutade!, (i) => 2 * (1 - c.stor![i]!) + c.efter![i]!)
  const rader = ['berörda, före', 'berörda, efter', 'andra, före', 'andra, efter'].map((grupp, g): Grupprad => ({
    grupp,
    o: kaplanMeier(tider.get(g) ?? []),
  }))
  return byggTabell({
    id: 'grupper',
    rubrik: 'Sjukfallens längd före och efter',
    kalla: 'utvärdering, skillnad i skillnader',
    nycklar: ['Grupp'],
    period: fonstertext(f),
    population: 'anställdas sjukfall över 14 dagar',
    datakalla: registerkallor('sjukfall', 'arbetsgivare'),
    rader,
    nyckel: (r) => [r.grupp],
    antal: (r) => ({ fall: r.o.n, slutade: r.o.handelser }),
    del: [['slutade', 'fall']],
    kolumner: [
      {
        id: 'fall',
        rubrik: 'Sjukfall',
        enhet: 'sjukfall',
        decimaler: 0,
        taljare: 'sjukfall som börjar i perioden',
        varde: (r) => r.o.n,
        beror: ['fall'],
      },
      {
        id: 'median',
        rubrik: 'Hälften har återgått efter',
        enhet: 'dagar',
        decimaler: 0,
        taljare: 'första dag då hälften av sjukfallen slutat (Kaplan–Meier)',
        varde: (r) => r.o.median,
        n: (r) => r.o.n,
        beror: ['fall'],
      },
    ],
  })
}
