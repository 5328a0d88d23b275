import { LANSNAMN } from '@atergang/syntet/land'
import { plusAr, plusDagar, senast, tidigast, type Datum } from '@atergang/kalender'
import type { Datakalla } from '../datakalla.ts'
import { fonstertext, type Fonster } from '../matt/matt.ts'
import { okand, skattning, type Kontroll, type Raresultat, type Skattning } from '../resultat/resultat.ts'
import { byggTabell } from '../resultat/tabell.ts'
import { intervall, pT } from '../statistik/fordelning.ts'
import { kniv, type Familj, type Knivsvar } from '../statistik/glm.ts'
import type { Ratabell } from '../tabeller/svar.ts'
import { avbildad, dagSql, iLan, lanSql, MINST, registerkallor } from './grund.ts'
import { forberoende, ledtabell, type Ledpunkt } from './handelsestudie.ts'
import { efter, lansmodell, prova, SENA_BESLUT, skillnadISkillnader, type Celler } from './lansmodell.ts'
import { gemensamDag, insatsen, type Insats } from './insatser.ts'

/** What is counted by county and half-year: so many to an inhabitant, or a mean. */
interface Utfall {
  readonly id: string
  readonly familj: Familj
  readonly vad: string
  readonly enhet: string
  readonly register: readonly string[]
  /** rows with `lan`, `dag` and for a mean `varde`, up to a last day */
  readonly sql: (sista: Datum) => string
  /** days at the end that are left out: what came in then is not decided yet */
  readonly utanDagar: number
}

/** Outcomes of an effort in counties: each is a row here. */
export const LANSUTFALL: Readonly<Record<string, Utfall>> = {
  ansokningar: {
    id: 'kvotAnsokningar',
    familj: 'poisson',
    vad: 'ansökningar om behandlingsplan per invånare',
    enhet: 'gånger',
    register: ['behandlingsplan'],
    sql: () => 'SELECT lan, inkom AS dag FROM behandlingsplan',
    utanDagar: 0,
  },
  handlaggningstid: {
    id: 'dagarTillBeslut',
    familj: 'normal',
    vad: 'dagar från ansökan till beslut om plan',
    enhet: 'dagar',
    register: ['beslut'],
    sql: () => "SELECT lan, inkom AS dag, date_diff('day', inkom, beslutad) AS varde FROM beslut WHERE slag = 'forebyggande_plan'",
    utanDagar: SENA_BESLUT,
  },
  apr: {
    id: 'kvotApr',
    familj: 'poisson',
    vad: 'ansökningar om arbetsplatsinriktat rehabiliteringsstöd per invånare',
    enhet: 'gånger',
    register: ['apr_bidrag'],
    sql: () => 'SELECT lan, inkom AS dag FROM apr_bidrag',
    utanDagar: SENA_BESLUT,
  },
  nya_sjukfall: {
    id: 'kvotSjukfall',
    familj: 'poisson',
    vad: 'nya sjukfall per invånare',
    enhet: 'gånger',
    register: ['sjukfall'],
    sql: () => 'SELECT lan, fran AS dag FROM sjukfall',
    utanDagar: 0,
  },
}
export type Lansutfall = 'ansokningar' | 'handlaggningstid' | 'apr' | 'nya_sjukfall'

const AR_FORE = 2
const AR_EFTER = 2
const HALVAR = 182.625

async function cellerna(k: Datakalla, u: Utfall, f: Fonster, fran: Datum, i: Insats, omraden: readonly string[] | null): Promise<Celler> {
  k.krav(...u.register, 'befolkning')
  const med = LANSNAMN.filter((l) => omraden === null || omraden.includes(l))
  const c =
    await k.kolumner(`WITH r AS (SELECT lan, CAST(floor(date_diff('day', ${dagSql(fran)}, dag) / ${HALVAR}) AS INTEGER) AS halvar, ${u.familj === 'normal' ? 'varde' : '1 AS varde'} FROM (${u.sql(f.tom)}) WHERE dag BETWEEN ${dagSql(f.fran)} AND ${dagSql(f.tom)}${iLan('lan', omraden)}),
n AS (SELECT lan, halvar, count(*) AS antal, avg(varde) AS medel FROM r GROUP BY lan, halvar),
p AS (SELECT lan, avg(antal) AS folk FROM (SELECT lan, ar, sum(antal) AS antal FROM befolkning WHERE alder BETWEEN 18 AND 64 AND ar BETWEEN ${f.fran.slice(0, 4)} AND ${f.tom.slice(0, 4)} GROUP BY lan, ar) GROUP BY lan),
h AS (SELECT DISTINCT halvar FROM r)
SELECT ${lanSql('p.lan')} AS lan, h.halvar, coalesce(n.antal, 0) AS antal, coalesce(n.medel, 0) AS medel, p.folk FROM p CROSS JOIN h LEFT JOIN n ON n.lan = p.lan AND n.halvar = h.halvar WHERE p.folk > 0${iLan('p.lan', med)} ORDER BY 1, 2`)
  const k2 = c.kolumn as Record<'lan' | 'halvar' | 'antal' | 'medel' | 'folk', Float64Array>
  return { ...k2, berord: avbildad(k2.lan, (l) => (i.fran.has(LANSNAMN[l]!) ? 1 : 0)) }
}

/**
 * An effort in some counties from a day: what changed there beyond what changed elsewhere. Counties and half-years have levels of their own; the
 * interval comes from leaving out one county at a time, since a county's own ups and downs are the larger uncertainty.
 */
export async function information(
  k: Datakalla,
  vilka: readonly Lansutfall[] = ['ansokningar', 'handlaggningstid'],
  insats = 'informationsinsats',
  omraden: readonly string[] | null = null,
): Promise<Raresultat> {
  const i = await insatsen(k, insats, 'lan')
  const fran = gemensamDag(i)
  const kant = (await k.granser('behandlingsplan', 'inkom')) ?? [fran, fran]
  const f: Fonster = {
    fran: senast(plusAr(fran, -AR_FORE), kant[0] as Datum),
    tom: tidigast(plusDagar(plusAr(fran, AR_EFTER), -1), kant[1] as Datum),
  }
  const delar = []
  for (const v of vilka)
    delar.push(
      await utfallet(
        k,
        LANSUTFALL[v]!,
        { fran: f.fran, tom: tidigast(f.tom, plusDagar(kant[1] as Datum, -LANSUTFALL[v]!.utanDagar)) },
        fran,
        i,
        omraden,
      ),
    )
  return {
    id: 'information',
    rubrik: `Insats i ${i.fran.size} län från ${fran}: ${insats}`,
    fonster: f,
    omraden,
    fraga: 'Ändrades det som insatsen skulle påverka mer i länen som fick den än i de andra?',
    metod: `Skillnad i skillnader. Antal: Poissonregression med egen nivå för varje län och halvår och invånare 18–64 år som bas. Dagar: medelvärden på samma sätt. Intervall genom att utelämna ett län i taget (CV3) och t-fördelning med antalet län minus ett. ${fonstertext(f)}.`,
    antaganden: [
      'Utan insatsen hade länen ändrats lika mycket, i förhållande till sin nivå.',
      'Insatsen i ett län påverkar inte de andra.',
      ...(i.lottad ? ['Länen lottades: skillnader före är slump.'] : ['Länen valdes inte för att de väntades ändras.']),
    ],
    kanInteSaga: [
      'Vilken del av insatsen som verkar.',
      'Om fler ansökningar är bra eller dåligt för de försäkrade.',
      'Hur länge verkan sitter i efter perioden.',
    ],
    underlag: [
      { vad: 'län med insatsen', antal: [...i.fran.keys()].filter((l) => !omraden || omraden.includes(l)).length },
      ...delar.map((d) => ({ vad: d.utfall.vad.split(' per ')[0]!, antal: d.antal })),
    ],
    skattningar: delar.map((d) => d.skattning),
    kontroller: delar.map((d) => ({ ...d.kontroll, id: `fortrend_${d.utfall.id}`, vad: `${d.kontroll.vad}: ${d.utfall.vad}` })),
    tabeller: delar.flatMap((d) => [d.fore, d.led]),
    anmarkningar: [{ id: 'J054', text: 'Rapporten: inga tal fördes över informationsinsatser, så deras verkan kunde inte följas.' }],
    diagram: delar.map((d) => ({
      typ: 'handelsestudie' as const,
      rubrik: d.utfall.vad,
      tabell: d.led.svar.id,
      x: 'halvar',
      y: 'skillnad',
      undre: 'fran',
      ovre: 'till',
      ingenSkillnad: d.utfall.familj === 'poisson' ? 1 : 0,
    })),
  }
}

interface Utfallssvar {
  readonly utfall: Utfall
  readonly antal: number
  readonly skattning: Skattning
  readonly kontroll: Kontroll
  readonly fore: Ratabell
  readonly led: Ratabell
}

async function utfallet(
  k: Datakalla,
  u: Utfall,
  f: Fonster,
  fran: Datum,
  i: Insats,
  omraden: readonly string[] | null,
): Promise<Utfallssvar> {
  const c = await cellerna(k, u, f, fran, i, omraden)
  const e = efter(c)
  const antal = c.antal.reduce((a, b) => a + b, 0)
  const berorda = c.antal.reduce((s, n, j) => s + n * c.berord[j]! * e[j]!, 0)
  const s = skillnadISkillnader(u.familj, c)
  const text = `skillnad i ${u.vad}`
  const l = leden(u, c)
  const mot = `${u.vad} i län med insatsen mot andra, ${u.familj === 'poisson' ? 'delat med samma kvot' : 'minus samma skillnad'} sista halvåret före`
  return {
    utfall: u,
    antal,
    skattning:
      s && berorda >= MINST
        ? somSkattning(u, text, s, berorda)
        : okand(u.id, text, u.enhet, berorda, 'För få att räkna på, före eller efter.'),
    kontroll: l.kontroll,
    fore: foretabell(u, c, f),
    led: ledtabell(
      `handelsestudie_${u.id}`,
      l.punkter,
      { enhet: u.enhet, taljare: mot, population: 'länen', kalla: registerkallor(...u.register, 'befolkning'), nollpunkt: bild(u, 0) },
      f,
    ),
  }
}

const bild = (u: Utfall, x: number): number => (u.familj === 'poisson' ? Math.exp(x) : x)
function somSkattning(u: Utfall, vad: string, s: Knivsvar, n: number): Skattning {
  const [b, se] = [s.beta[0]!, Math.sqrt(s.kov.a[0]!)]
  const iv = intervall(b, se, s.frihetsgrader)
  return skattning(u.id, vad, u.enhet, bild(u, b), se, [bild(u, iv[0]), bild(u, iv[1])], pT(b / se, s.frihetsgrader), n)
}

function leden(u: Utfall, c: Celler): { punkter: Ledpunkt[]; kontroll: Kontroll } {
  const n = (h: number): number => c.antal.reduce((s, x, j) => s + (c.halvar[j] === h && c.berord[j] ? x : 0), 0)
  const alla = [...new Set(Array.from(c.halvar))].sort((a, b) => a - b)
  const andra = alla.filter((h) => h !== -1 && n(h) >= 5)
  const s = andra.length
    ? prova(() =>
        kniv(
          u.familj,
          lansmodell(
            u.familj,
            c,
            andra.map((h) => ({ namn: `h${h}`, x: avbildad(c.berord, (b, j) => (c.halvar[j] === h ? b : 0)) })),
          ),
          andra.map((h) => `h${h}`),
        ),
      )
    : null
  if (!s) return { punkter: [], kontroll: forberoende([], { n: 0, a: new Float64Array() }, [], null) }
  const punkter = alla.flatMap((h): Ledpunkt[] => {
    if (h === -1) return [{ period: -1, varde: bild(u, 0), intervall: null, n: n(-1) }]
    const j = andra.indexOf(h)
    if (j < 0) return []
    const iv = intervall(s.beta[j]!, Math.sqrt(s.kov.a[j * s.kov.n + j]!), s.frihetsgrader)
    return [{ period: h, varde: bild(u, s.beta[j]!), intervall: [bild(u, iv[0]), bild(u, iv[1])], n: n(h) }]
  })
  return {
    punkter,
    kontroll: forberoende(
      s.beta,
      s.kov,
      andra.flatMap((h, j) => (h < 0 ? [j] : [])),
      s.frihetsgrader,
    ),
  }
}

interface Forerad {
  readonly grupp: string
  readonly fore: readonly [antal: number, matt: number]
  readonly efter: readonly [antal: number, matt: number]
}
/** Levels before and after in both groups: what the difference of differences is taken of (J054). */
function foretabell(u: Utfall, c: Celler, f: Fonster): Ratabell {
  const rad = (berord: number, grupp: string): Forerad => {
    const i = (e: boolean): readonly [number, number] => {
      let [antal, summa, folk] = [0, 0, 0]
      for (let j = 0; j < c.lan.length; j++) {
        if (c.berord[j] !== berord || c.halvar[j]! >= 0 !== e) continue
        antal += c.antal[j]!
        summa += c.antal[j]! * c.medel[j]!
        folk += c.folk[j]!
      }
      return [antal, u.familj === 'poisson' ? (antal / folk) * 2 * 10_000 : summa / antal]
    }
    return { grupp, fore: i(false), efter: i(true) }
  }
  const enhet = u.familj === 'poisson' ? 'per 10 000 invånare 18–64 år och år' : 'dagar'
  const kol = (id: string, rubrik: string, av: (r: Forerad) => readonly [number, number], beror: string) => ({
    id,
    rubrik,
    enhet,
    decimaler: 1,
    taljare: `${u.vad}, ${rubrik.toLowerCase()}`,
    varde: (r: Forerad) => av(r)[1],
    n: (r: Forerad) => av(r)[0],
    beror: [beror],
  })
  return byggTabell({
    id: `fore_efter_${u.id}`,
    rubrik: `Före och efter: ${u.vad}`,
    kalla: 'utvärdering, skillnad i skillnader',
    nycklar: ['Grupp'],
    period: fonstertext(f),
    population: 'länen',
    datakalla: registerkallor(...u.register, 'befolkning'),
    rader: [rad(1, 'län med insatsen'), rad(0, 'andra län')],
    nyckel: (r) => [r.grupp],
    antal: (r) => ({ fore: r.fore[0], efter: r.efter[0] }),
    kolumner: [kol('fore', 'Före', (r) => r.fore, 'fore'), kol('efter', 'Efter', (r) => r.efter, 'efter')],
  })
}
