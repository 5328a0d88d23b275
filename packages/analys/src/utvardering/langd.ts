import { LANSNAMN } from '@atergang/syntet/land'
import { plusAr, senast, type Datum } from '@atergang/kalender'
import type { Datakalla } from '../datakalla.ts'
import { Analysfel } from '../fel.ts'
import { fonstertext, type Fonster } from '../matt/matt.ts'
import { okand, skattning, type Raresultat, type Skattning } from '../resultat/resultat.ts'
import { byggTabell } from '../resultat/tabell.ts'
import { MINST_VISADE } from '../skydd/skydd.ts'
import { cox } from '../statistik/cox.ts'
import { intervall, pT, type Intervall } from '../statistik/fordelning.ts'
import { kaplanMeier, kvarVid, logrank, medeltid, tiderPerGrupp, type Overlevnad } from '../statistik/overlevnad.ts'
import type { Ratabell } from '../tabeller/svar.ts'
import { dagSql, iFonster, iLan, KAPITEL, kapitelSql, lanSql, MINST, platsSql, registerkallor, slutdag } from './grund.ts'

/** What cases can be divided by. The number is the place of a level, −1 leaves a case out. */
interface Indelning {
  readonly namn: string
  readonly nivaer: readonly string[]
  readonly sql: string
  readonly register: readonly string[]
}
const SYSSELSATTNINGAR = ['anstalld', 'behovsanstalld', 'egenforetagare', 'arbetslos', 'foraldraledig'] as const
const SEKTORER = ['privat', 'kommun', 'region', 'stat'] as const
/** Small and large as the reports speak of them; the limit is ours (C023). */
export const LITEN_TILL = 49

export const INDELNINGAR = {
  storlek: {
    namn: 'arbetsgivarens storlek',
    nivaer: [`högst ${LITEN_TILL} anställda`, `minst ${LITEN_TILL + 1} anställda`],
    sql: `CASE WHEN a.anstallda IS NULL OR s.sysselsattning <> 'anstalld' THEN -1 WHEN a.anstallda > ${LITEN_TILL} THEN 1 ELSE 0 END`,
    register: ['arbetsgivare'],
  },
  sektor: {
    namn: 'sektor',
    nivaer: SEKTORER,
    sql: `CASE WHEN s.sysselsattning <> 'anstalld' THEN -1 ELSE ${platsSql('a.sektor', SEKTORER)} END`,
    register: ['arbetsgivare'],
  },
  kon: { namn: 'kön', nivaer: ['kvinna', 'man'], sql: platsSql('p.kon', ['kvinna', 'man']), register: ['person'] },
  diagnos: { namn: 'diagnos', nivaer: KAPITEL, sql: kapitelSql('s.diagnos'), register: [] },
  sysselsattning: { namn: 'sysselsättning', nivaer: SYSSELSATTNINGAR, sql: platsSql('s.sysselsattning', SYSSELSATTNINGAR), register: [] },
  lan: { namn: 'län', nivaer: LANSNAMN, sql: lanSql('s.lan'), register: [] },
} as const satisfies Record<string, Indelning>
export type Langdgrupp = keyof typeof INDELNINGAR

/** Days at which a curve is shown in a table. */
const RUTNAT = [15, 30, 45, 60, 90, 120, 150, 180, 240, 300, 365, 450, 545, 730] as const
const INOM = 365
const AR = 3

/**
 * How long cases last, by group: curves with intervals, the day when half have ended, mean days within a year, the log-rank test over diagnoses and,
 * of two groups, how much faster one returns. Cases begin in the window; those still going on count as far as they are known.
 */
export async function langd(
  k: Datakalla,
  grupp: Langdgrupp = 'storlek',
  period: Fonster | null = null,
  omraden: readonly string[] | null = null,
): Promise<Raresultat> {
  const g: Indelning | undefined = INDELNINGAR[grupp]
  if (!g)
    throw new Analysfel('okandGrupp', `Sjukfall kan inte delas efter ”${String(grupp)}”.`, [
      { falt: 'grupp', text: `Välj ${Object.keys(INDELNINGAR).join(', ')}.` },
    ])
  k.krav('sjukfall', ...g.register)
  const slut = await slutdag(k)
  const forst = ((await k.granser('sjukfall', 'fran')) ?? [slut])[0] as Datum
  const f: Fonster = period ?? { fran: senast(plusAr(slut, -AR), forst), tom: slut }
  const c = (
    await k.kolumner(`SELECT date_diff('day', s.fran, least(coalesce(s.tom, ${dagSql(slut)}), ${dagSql(slut)})) + 1 AS dagar, CAST(s.tom IS NOT NULL AND s.tom <= ${dagSql(slut)} AS INTEGER) AS slutade, ${g.sql} AS grupp, dense_rank() OVER (ORDER BY substr(s.diagnos, 1, 3)) AS diagnos, s.person_id AS person
FROM sjukfall s ${k.har('arbetsgivare') ? 'LEFT JOIN arbetsgivare a USING (arbetsgivare_id)' : ''} ${k.har('person') ? 'LEFT JOIN person p ON p.person_id = s.person_id' : ''} WHERE ${iFonster('s.fran', f)}${iLan('s.lan', omraden)} ORDER BY s.sjukfall_id`)
  ).kolumn
  const tider = tiderPerGrupp(c.dagar!, c.slutade!, (j) => c.grupp![j]!)
  const med = [...tider.keys()].sort((a, b) => a - b)
  const kurvor = med.map((i) => ({ namn: g.nivaer[i]!, o: kaplanMeier(tider.get(i)!) }))
  const antal = kurvor.reduce((s, x) => s + x.o.n, 0)
  return {
    id: `langd_${grupp}`,
    rubrik: `Sjukfallens längd efter ${g.namn}`,
    fonster: f,
    omraden,
    fraga: `Är sjukfallen olika långa efter ${g.namn}?`,
    metod: `Kaplan–Meiers kurvor med log-log-intervall; log-rank-prov${grupp === 'diagnos' ? '' : ' inom diagnos på tre tecken'}; Cox regression för två grupper. Sjukfall över 14 dagar som börjar ${fonstertext(f)}, följda till ${slut}.`,
    antaganden: [
      'Att ett fall ännu pågår när uppgifterna tar slut har inget med dess längd att göra.',
      ...(grupp === 'diagnos' ? [] : ['Takten skiljer lika mycket hela sjukfallet (gäller kvoten, inte kurvorna).']),
    ],
    kanInteSaga: ['Varför grupperna skiljer sig.', 'Om personen arbetar efter sjukfallet.', 'Något om sjukfall på högst 14 dagar.'],
    underlag: kurvor.map((x) => ({ vad: x.namn, antal: x.o.n })),
    skattningar: skattningar(grupp, g, med, c, kurvor, antal),
    kontroller: [],
    anmarkningar:
      grupp === 'storlek'
        ? [
            {
              id: 'J068',
              text: 'Korta analyser 2018:1 enligt RiR 2021:19: stora företag har fler men kortare sjukfall, små färre men längre.',
            },
          ]
        : [],
    tabeller: [sammanfattning(kurvor, f, g), ...(kurvor.length <= 6 ? [kurvtabell(kurvor, f, g)] : [])],
    diagram: [
      {
        typ: 'kurva',
        rubrik: `Andel som ännu är sjukskrivna, efter ${g.namn}`,
        tabell: 'kurvor',
        x: 'dag',
        y: 'andel',
        undre: 'fran',
        ovre: 'till',
        serie: 'nyckel:0',
      },
    ],
  }
}

interface Kurva {
  readonly namn: string
  readonly o: Overlevnad
}

function skattningar(
  grupp: Langdgrupp,
  g: Indelning,
  med: readonly number[],
  c: Readonly<Record<string, Float64Array>>,
  kurvor: readonly Kurva[],
  antal: number,
): Skattning[] {
  if (kurvor.length < 2 || kurvor.some((x) => x.o.handelser < MINST))
    return [okand('kvot', `skillnad efter ${g.namn}`, 'gånger', antal, `Någon grupp har färre än ${MINST} avslutade sjukfall.`)]
  const diagnosen = (j: number): number => (grupp === 'diagnos' ? 0 : c.diagnos![j]!)
  const tider = tiderPerGrupp(c.dagar!, c.slutade!, (j) => (c.grupp![j]! < 0 ? -1 : diagnosen(j) * g.nivaer.length + c.grupp![j]!))
  const diagnoser = [...new Set([...tider.keys()].map((x) => Math.floor(x / g.nivaer.length)))]
  const l = logrank(diagnoser.map((d) => med.map((i) => tider.get(d * g.nivaer.length + i) ?? [])))
  const prov: Skattning = {
    id: 'logrank',
    vad: `log-rank-prov av ${kurvor.length} grupper`,
    enhet: `chi-två, ${l.frihetsgrader} frihetsgrader`,
    varde: l.chi2,
    intervall: null,
    p: l.p,
    n: antal,
  }
  return med.length === 2 ? [tvaGrupper(grupp, g, med, c), prov] : [prov]
}

function tvaGrupper(grupp: Langdgrupp, g: Indelning, med: readonly number[], c: Readonly<Record<string, Float64Array>>): Skattning {
  const rader = Array.from(c.grupp!, (_, i) => i).filter((i) => med.includes(c.grupp![i]!))
  const ur = (v: Float64Array): Float64Array => Float64Array.from(rader, (i) => v[i]!)
  const x = Float64Array.from(rader, (i) => (c.grupp![i] === med[1] ? 1 : 0))
  const s = cox({
    stopp: ur(c.dagar!),
    handelse: ur(c.slutade!),
    strata: grupp === 'diagnos' ? new Float64Array(rader.length) : ur(c.diagnos!),
    kluster: ur(c.person!),
    kolumner: [{ namn: 'grupp', x }],
  })
  const [b, se] = [s.beta[0]!, Math.sqrt(s.kovRobust.a[0]!)]
  const frihetsgrader = s.frihetsgrader[0]!
  const iv = intervall(b, se, frihetsgrader)
  return skattning(
    'kvot',
    `hur mycket fortare ${g.nivaer[med[1]!]!} återgår än ${g.nivaer[med[0]!]!}`,
    'gånger',
    Math.exp(b),
    se,
    [Math.exp(iv[0]), Math.exp(iv[1])],
    pT(b / se, frihetsgrader),
    rader.length,
    s.handelser,
  )
}

const population = 'sjukfall över 14 dagar som börjar i perioden'
function sammanfattning(kurvor: readonly Kurva[], f: Fonster, g: Indelning): Ratabell {
  const medel = (x: Kurva): Intervall => {
    const m = medeltid(x.o, INOM)
    return intervall(m.varde, m.medelfel)
  }
  return byggTabell({
    id: 'langder',
    rubrik: `Sjukfallens längd efter ${g.namn}`,
    kalla: 'utvärdering, längd',
    nycklar: [g.namn[0]!.toUpperCase() + g.namn.slice(1)],
    period: fonstertext(f),
    population,
    datakalla: registerkallor('sjukfall', ...g.register),
    rader: kurvor,
    nyckel: (x) => [x.namn],
    antal: (x) => ({ fall: x.o.n, slutade: x.o.handelser }),
    del: [['slutade', 'fall']],
    kolumner: [
      { id: 'fall', rubrik: 'Sjukfall', enhet: 'sjukfall', decimaler: 0, taljare: 'sjukfall', varde: (x) => x.o.n, beror: ['fall'] },
      {
        id: 'median',
        rubrik: 'Hälften har slutat efter',
        enhet: 'dagar',
        decimaler: 0,
        taljare: 'första dag då hälften av sjukfallen slutat',
        varde: (x) => x.o.median,
        n: (x) => x.o.n,
        intervall: (x) => {
          const [a, b] = x.o.medianIntervall
          return a === null || b === null ? null : [Math.min(a, b), Math.max(a, b)]
        },
        beror: ['fall'],
      },
      {
        id: 'medel',
        rubrik: `Medeldagar inom ${INOM}`,
        enhet: 'dagar',
        decimaler: 1,
        taljare: `genomsnittligt antal dagar, högst ${INOM} per sjukfall`,
        varde: (x) => medeltid(x.o, INOM).varde,
        n: (x) => x.o.n,
        intervall: medel,
        beror: ['fall'],
      },
    ],
  })
}

interface Punkt {
  readonly namn: string
  readonly dag: number
  readonly underRisk: number
  readonly slutat: number
  readonly kvar: number
  readonly intervall: Intervall
}

/** A curve at fixed days, none between which fewer than five have ended: a step would show one person. */
export function glesKurva(namn: string, o: Overlevnad, minst = MINST_VISADE): Punkt[] {
  const ut: Punkt[] = [{ namn, dag: 0, underRisk: o.n, slutat: 0, kvar: 1, intervall: [1, 1] }]
  let sedan = 0
  let forra = 0
  for (const dag of RUTNAT) {
    const s = kvarVid(o, dag)
    sedan += o.steg.filter((x) => x.tid > forra && x.tid <= dag).reduce((a, x) => a + x.handelser, 0)
    forra = dag
    const risk = s ? s.underRisk - s.handelser : o.n
    if (!s || sedan < minst || risk < minst) continue
    ut.push({ namn, dag, underRisk: risk, slutat: sedan, kvar: s.kvar, intervall: s.intervall })
    sedan = 0
  }
  return ut
}

function kurvtabell(kurvor: readonly Kurva[], f: Fonster, g: Indelning): Ratabell {
  return byggTabell({
    id: 'kurvor',
    rubrik: `Andel som ännu är sjukskrivna, efter ${g.namn}`,
    kalla: 'utvärdering, längd',
    nycklar: ['Grupp', 'Dag'],
    period: fonstertext(f),
    population,
    datakalla: registerkallor('sjukfall', ...g.register),
    rader: kurvor.flatMap((x) => glesKurva(x.namn, x.o)),
    nyckel: (x) => [x.namn, String(x.dag)],
    kolumner: [
      { id: 'dag', rubrik: 'Dag', enhet: 'dagar', decimaler: 0, taljare: 'dagar från sjukfallets första', varde: (x) => x.dag },
      {
        id: 'andel',
        rubrik: 'Andel kvar',
        enhet: 'andel',
        decimaler: 3,
        taljare: 'andel sjukfall som pågår efter dagen (Kaplan–Meier)',
        varde: (x) => x.kvar,
        n: (x) => x.underRisk,
        intervall: (x) => x.intervall,
      },
      {
        id: 'fran',
        rubrik: 'Intervall från',
        enhet: 'andel',
        decimaler: 3,
        taljare: 'undre gräns, 95 procent',
        varde: (x) => x.intervall[0],
      },
      {
        id: 'till',
        rubrik: 'Intervall till',
        enhet: 'andel',
        decimaler: 3,
        taljare: 'övre gräns, 95 procent',
        varde: (x) => x.intervall[1],
      },
    ],
    anmarkningar: [
      { id: 'J068', text: `Dagar visas bara när minst ${MINST_VISADE} sjukfall slutat sedan förra och minst ${MINST_VISADE} pågår.` },
    ],
  })
}
