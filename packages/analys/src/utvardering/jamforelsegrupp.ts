import { LANSNAMN } from '@atergang/syntet/land'
import type { Datakalla } from '../datakalla.ts'
import { fonstertext, type Fonster } from '../matt/matt.ts'
import { okand, skattning, URVALSVARNING, type Kontroll, type Raresultat, type Skattning } from '../resultat/resultat.ts'
import { byggTabell } from '../resultat/tabell.ts'
import { cox } from '../statistik/cox.ts'
import { intervall, pT } from '../statistik/fordelning.ts'
import { glm, type Kolumn } from '../statistik/glm.ts'
import {
  balans,
  exaktSkillnad,
  KALIPER,
  matcha,
  matchvikter,
  parskillnad,
  STORSTA_SKILLNAD,
  type Balansrad,
  type Matchning,
} from '../statistik/matchning.ts'
import type { Ratabell } from '../tabeller/svar.ts'
import { foljda, HISTORIK, KON, SYSSELSATTNING, type Foljda } from './foljda.ts'
import { avbildad, FOLJD, hopslagna, KAPITEL, LANGST, MINST, nivakolumner, registerkallor, slutdag } from './grund.ts'

const PER_BEHANDLAD = 5

export interface Gruppjamforelse extends Raresultat {
  /** persons with a course who were compared, by propensity and exactly; for whoever tries the method against a known truth */
  readonly matchade: readonly number[]
  readonly exakta: readonly number[]
}

/**
 * What came of a first course of preventive benefit, beside people as like them as can be found: exactly the same in what is stated, and nearest by the
 * chance of getting a course. Days with sick cases after 6, 12 and 24 months, and how fast a new case comes.
 */
export async function jamforelsegrupp(k: Datakalla, f: Fonster, omraden: readonly string[] | null = null): Promise<Gruppjamforelse> {
  const slut = await slutdag(k)
  const d = await foljda(k, f, slut, omraden)
  const fatt = d.kolumn.behandlad!.reduce((s, x) => s + x, 0)
  const ram = ramen(d, f, omraden, fatt)
  if (fatt < MINST)
    return {
      ...ram,
      matchade: [],
      exakta: [],
      skattningar: [
        okand('riskkvot', 'hur mycket oftare ett nytt sjukfall kommer', 'gånger', fatt, `Färre än ${MINST} kan följas i ${LANGST} dagar.`),
      ],
      kontroller: [],
      tabeller: [],
      diagram: [],
    }
  const kolumner = drag(d)
  const poang = benagenhet(d, kolumner)
  const c = d.kolumn
  const m = matcha(
    { behandlad: c.behandlad!, exakt: hopslagna(c.kon!, c.historik!), poang },
    { perBehandlad: PER_BEHANDLAD, kaliper: KALIPER },
  )
  const exakt = hopslagna(
    c.kon!,
    c.historik!,
    c.aldersgrupp!,
    avbildad(c.sysselsattning!, (x) => (x === 3 ? 1 : 0)),
    c.lan!,
  )
  const med = strataMedBada(exakt, c.behandlad!)
  const rader = balans(balanskolumner(d), c.behandlad!, matchvikter(d.antal, m))
  const skattningar = [...raa(d), ...medBenagenhet(d, m), ...medExakt(d, exakt, med)]
  const perBehandling = d.behandlingar.map((namn, i) => ({
    namn,
    ...riskkvot(
      d,
      undergrupp(m, (x) => c.behandling![x] === i),
    ),
  }))
  return {
    ...ram,
    skattningar,
    kontroller: kontroller(d, m, rader, poang),
    tabeller: [balanstabell(rader, f, d), perGrupp(perBehandling, f)],
    diagram: [
      {
        typ: 'punkter',
        rubrik: 'Skillnader mellan grupperna före och efter matchning',
        tabell: 'balans',
        x: 'skillnad_efter',
        y: 'nyckel:0',
        serie: 'skillnad_fore',
        ingenSkillnad: 0,
      },
      {
        typ: 'skog',
        rubrik: 'Risk för nytt sjukfall efter behandlingen, mot jämförelsegruppen',
        tabell: 'per_behandling',
        x: 'riskkvot',
        y: 'nyckel:0',
        ingenSkillnad: 1,
      },
    ],
    matchade: m.par.map((p) => c.person_id![p.behandlad]!),
    exakta: Array.from(c.person_id!).filter((_, i) => c.behandlad![i] === 1 && med[i]),
  }
}

function ramen(
  d: Foljda,
  f: Fonster,
  omraden: readonly string[] | null,
  fatt: number,
): Omit<Raresultat, 'skattningar' | 'kontroller' | 'tabeller' | 'diagram'> {
  return {
    id: 'jamforelsegrupp',
    rubrik: 'Efter en första kurs med förebyggande sjukpenning, jämfört med lika personer',
    fonster: f,
    omraden,
    fraga: 'Blir de som fått en kurs med förebyggande sjukpenning mindre sjukskrivna än lika personer utan kurs?',
    metod: `De som fick sin första kurs i perioden följs ${LANGST} dagar från kursens första dag. Andra försäkrade, inte sjukskrivna och utan kurs, följs från en av samma dagar, lottad. Exakt matchning: samma kön, åldersgrupp, län, arbetslöshet och tid sedan senaste sjukfall. Benägenhetsmatchning: samma kön och tid sedan senaste sjukfall, och inom ${KALIPER.toLocaleString('sv-SE')} standardavvikelser av log-oddsen att få en kurs, upp till ${PER_BEHANDLAD} var utan återläggning. Risken för nytt sjukfall med Cox regression inom de matchade; intervallen räknar med att de matchade hör ihop.`,
    antaganden: [
      'Allt som styr både vem som får en kurs och hur sjuk personen blir är känt och med i matchningen.',
      'Den som inte finns i registret över sjukfall har inget sjukfall.',
      'Att någon får en kurs ändrar inget för andra.',
      'Risken för ett nytt sjukfall ändras lika mycket under hela uppföljningen.',
    ],
    kanInteSaga: [
      URVALSVARNING,
      'Vad kursen gör för dem som inte liknar dem som fått en.',
      'Om personen arbetar: bara om det finns ett sjukfall över 14 dagar.',
      'Vilken del av kursen som verkar, eller om någon annan vård fanns samtidigt.',
    ],
    underlag: [
      { vad: 'fick sin första kurs och kan följas', antal: fatt },
      { vad: 'kan inte följas hela tiden', antal: d.forKort },
      { vad: 'andra att jämföra med', antal: d.antal - fatt },
    ],
    anmarkningar: [
      {
        id: 'J053',
        text: 'De med väntat hög sjukfrånvaro får ofta insatser, och det krävs stora grupper (SOU 2010:04 enligt RiR 2021:19 avsnitt 6.2).',
      },
    ],
  }
}

const log = (v: ArrayLike<number>): Float64Array => avbildad(v, (x) => Math.log(1 + Math.max(0, x) / 10_000))

/** What the chance of a course is estimated from. */
function drag(d: Foljda): Kolumn[] {
  const c = d.kolumn
  const alder = avbildad(c.alder!, (x) => (x - 45) / 10)
  return [
    ...nivakolumner('kön', c.kon!, KON),
    { namn: 'ålder', x: alder },
    { namn: 'ålder i kvadrat', x: avbildad(alder, (x) => x * x) },
    ...nivakolumner('län', c.lan!, LANSNAMN, LANSNAMN.indexOf('Stockholm')),
    ...nivakolumner('sysselsättning', c.sysselsattning!, SYSSELSATTNING),
    { namn: 'inkomst', x: log(c.inkomst!) },
    ...nivakolumner('senaste sjukfall', c.historik!, HISTORIK),
    { namn: 'dagar sedan senaste', x: avbildad(c.sedan!, (x) => (Number.isFinite(x) && x <= 1095 ? x / 365 : 0)) },
    { namn: 'sjukfall på tre år', x: c.fall3! },
    { namn: 'sjukdagar året före', x: avbildad(c.dagar1!, (x) => x / 100) },
    ...nivakolumner('senaste diagnos', c.kapitel!, [...KAPITEL, 'inget sjukfall'], KAPITEL.length),
    ...ar(c.ar!),
  ]
}
function ar(v: ArrayLike<number>): Kolumn[] {
  const aren = [...new Set(Array.from(v))].sort((a, b) => a - b)
  return nivakolumner(
    'år',
    avbildad(v, (x) => aren.indexOf(x)),
    aren.map(String),
  )
}

/** Log odds of getting a course, by logistic regression. */
function benagenhet(d: Foljda, kolumner: readonly Kolumn[]): Float64Array {
  const s = glm('binomial', { y: d.kolumn.behandlad!, kolumner })
  const valda = s.namn.map((n) => kolumner.find((x) => x.namn === n)?.x ?? null)
  return Float64Array.from({ length: d.antal }, (_, i) => s.beta.reduce((a, b, k) => a + b * (valda[k]?.[i] ?? 1), 0))
}

function balanskolumner(d: Foljda): Kolumn[] {
  const c = d.kolumn
  return [
    { namn: 'ålder', x: c.alder! },
    { namn: 'andel kvinnor', x: avbildad(c.kon!, (x) => (x === 0 ? 1 : 0)) },
    { namn: 'inkomst, tusen kronor', x: avbildad(c.inkomst!, (x) => x / 1000) },
    ...nivakolumner('sysselsättning', c.sysselsattning!, SYSSELSATTNING, -1),
    ...nivakolumner('senaste sjukfall', c.historik!, HISTORIK, -1),
    { namn: 'sjukfall på tre år', x: c.fall3! },
    { namn: 'sjukdagar året före', x: c.dagar1! },
    ...nivakolumner('senaste diagnos', c.kapitel!, KAPITEL, -1),
    ...nivakolumner('län', c.lan!, LANSNAMN, -1),
  ]
}

function strataMedBada(exakt: ArrayLike<number>, behandlad: ArrayLike<number>): boolean[] {
  const [b, o] = [new Set<number>(), new Set<number>()]
  for (let i = 0; i < exakt.length; i++) (behandlad[i] ? b : o).add(exakt[i]!)
  return Array.from(exakt, (e) => b.has(e) && o.has(e))
}

/** Days to a new case, or to the end of the follow-up, or to an own course. */
function tider(c: Foljda['kolumn'], i: number): { stopp: number; handelse: number } {
  const nasta = Number.isFinite(c.nasta![i]!) ? c.nasta![i]! + 1 : Number.POSITIVE_INFINITY
  const slut = Math.min(LANGST, Number.isFinite(c.egen![i]!) ? c.egen![i]! : LANGST)
  return nasta <= slut ? { stopp: nasta, handelse: 1 } : { stopp: slut, handelse: 0 }
}

interface Risk {
  readonly n: number
  readonly handelser: number
  readonly logkvot: number | null
  readonly medelfel: number
  readonly frihetsgrader: number
}

/** Cox within sex and history, with what is left of age, county and work, and the matched belonging together. */
function riskkvot(d: Foljda, m: Matchning): Risk {
  const rader = m.par.flatMap((p, g) => [p.behandlad, ...p.kontroller].map((i) => ({ i, g })))
  const c = d.kolumn
  const ur = (v: ArrayLike<number>): Float64Array => Float64Array.from(rader, (r) => v[r.i]!)
  return medCox(
    d,
    rader.map((r) => r.i),
    hopslagna(ur(c.kon!), ur(c.historik!)),
    Float64Array.from(rader, (r) => r.g),
    [
      { namn: 'ålder', x: avbildad(ur(c.alder!), (x) => (x - 45) / 10) },
      { namn: 'arbetslös', x: avbildad(ur(c.sysselsattning!), (x) => (x === 3 ? 1 : 0)) },
    ],
  )
}

function medCox(d: Foljda, rader: readonly number[], strata: ArrayLike<number>, kluster: ArrayLike<number>, mer: readonly Kolumn[]): Risk {
  const t = rader.map((i) => tider(d.kolumn, i))
  const behandlad = Float64Array.from(rader, (i) => d.kolumn.behandlad![i]!)
  const handelser = t.reduce((s, x, j) => s + (behandlad[j] ? x.handelse : 0), 0)
  const n = behandlad.reduce((a, b) => a + b, 0)
  if (handelser === 0 || n < 2) return { n, handelser, logkvot: null, medelfel: 0, frihetsgrader: 1 }
  const s = cox({
    stopp: t.map((x) => x.stopp),
    handelse: t.map((x) => x.handelse),
    strata,
    kluster,
    kolumner: [{ namn: 'kurs', x: behandlad }, ...mer],
  })
  if (s.namn[0] !== 'kurs') return { n, handelser, logkvot: null, medelfel: 0, frihetsgrader: 1 }
  return { n, handelser, logkvot: s.beta[0]!, medelfel: Math.sqrt(s.kovRobust.a[0]!), frihetsgrader: s.frihetsgrader[0]! }
}

const somKvot = (id: string, vad: string, r: Risk): Skattning => {
  if (r.logkvot === null || r.handelser < 5) return okand(id, vad, 'gånger', r.n, 'För få nya sjukfall.')
  const [a, b] = intervall(r.logkvot, r.medelfel, r.frihetsgrader)
  return {
    ...skattning(
      id,
      vad,
      'gånger',
      Math.exp(r.logkvot),
      r.medelfel,
      [Math.exp(a), Math.exp(b)],
      pT(r.logkvot / r.medelfel, r.frihetsgrader),
      r.n,
      r.handelser,
    ),
  }
}
const undergrupp = (m: Matchning, valj: (i: number) => boolean): Matchning => ({ ...m, par: m.par.filter((p) => valj(p.behandlad)) })

function raa(d: Foljda): Skattning[] {
  const alla = Array.from({ length: d.antal }, (_, i) => i)
  const noll = new Float64Array(d.antal)
  const s = exaktSkillnad(noll, d.kolumn.behandlad!, d.kolumn[`dagar${LANGST}`]!)
  return [
    skattning(
      'dagar_24_utan_matchning',
      'utan matchning: skillnad i sjukdagar inom 24 månader (inte en effekt)',
      'dagar',
      s.varde,
      s.medelfel,
      intervall(s.varde, s.medelfel, s.frihetsgrader),
      pT(s.varde / s.medelfel, s.frihetsgrader),
      s.n,
    ),
    somKvot(
      'riskkvot_utan_matchning',
      'utan matchning: hur mycket oftare ett nytt sjukfall kommer (inte en effekt)',
      medCox(d, alla, noll, Float64Array.from(alla), []),
    ),
  ]
}

function medBenagenhet(d: Foljda, m: Matchning): Skattning[] {
  if (m.par.length < MINST)
    return [okand('riskkvot', 'hur mycket oftare ett nytt sjukfall kommer', 'gånger', m.par.length, `Färre än ${MINST} kunde matchas.`)]
  return [
    ...FOLJD.map(([dagar, namn]) => {
      const s = parskillnad(m, d.kolumn[`dagar${dagar}`]!)
      return skattning(
        `dagar_${namn.split(' ')[0]}`,
        `skillnad i sjukdagar inom ${namn}`,
        'dagar',
        s.varde,
        s.medelfel,
        intervall(s.varde, s.medelfel, s.frihetsgrader),
        pT(s.varde / s.medelfel, s.frihetsgrader),
        s.n,
      )
    }),
    somKvot('riskkvot', 'hur mycket oftare ett nytt sjukfall kommer inom 24 månader', riskkvot(d, m)),
  ]
}

function medExakt(d: Foljda, exakt: ArrayLike<number>, med: readonly boolean[]): Skattning[] {
  const s = exaktSkillnad(exakt, d.kolumn.behandlad!, d.kolumn[`dagar${LANGST}`]!)
  if (s.n < MINST) return [okand('riskkvot_exakt', 'exakt matchning', 'gånger', s.n, `Färre än ${MINST} har någon som är exakt lik.`)]
  const rader = med.flatMap((x, i) => (x ? [i] : []))
  return [
    skattning(
      'dagar_24_exakt',
      'exakt matchning: skillnad i sjukdagar inom 24 månader',
      'dagar',
      s.varde,
      s.medelfel,
      intervall(s.varde, s.medelfel, s.frihetsgrader),
      pT(s.varde / s.medelfel, s.frihetsgrader),
      s.n,
    ),
    somKvot(
      'riskkvot_exakt',
      'exakt matchning: hur mycket oftare ett nytt sjukfall kommer inom 24 månader',
      medCox(
        d,
        rader,
        rader.map((i) => exakt[i]!),
        rader,
        [],
      ),
    ),
  ]
}

function kontroller(d: Foljda, m: Matchning, rader: readonly Balansrad[], poang: Float64Array): Kontroll[] {
  const varst = [...rader].sort((a, b) => Math.abs(b.skillnadEfter) - Math.abs(a.skillnadEfter))[0]!
  const andel = m.par.length / (m.par.length + m.utan.length)
  const i = (grupp: number): number[] =>
    Array.from(poang)
      .filter((_, j) => d.kolumn.behandlad![j] === grupp)
      .sort((a, b) => a - b)
  const [b, o] = [i(1), i(0)]
  const inom = b.filter((x) => x >= o[0]! && x <= o.at(-1)!).length / b.length
  const sv = (n: number): string => n.toLocaleString('sv-SE', { maximumFractionDigits: 2 })
  return [
    {
      id: 'balans',
      vad: 'Grupperna liknar varandra efter matchningen',
      utfall: Math.abs(varst.skillnadEfter) <= STORSTA_SKILLNAD ? 'haller' : 'haller inte',
      text: `Störst standardiserad skillnad: ${sv(varst.skillnadEfter)} (${varst.namn}); gränsen är ${sv(STORSTA_SKILLNAD)}.`,
    },
    {
      id: 'matchade',
      vad: 'De flesta med kurs fick någon att jämföras med',
      utfall: andel >= 0.9 ? 'haller' : 'haller inte',
      text: `${sv(andel * 100)} procent matchades. Övriga finns inte med i svaret.`,
    },
    {
      id: 'overlapp',
      vad: 'Chansen att få en kurs överlappar mellan grupperna',
      utfall: inom >= 0.95 ? 'haller' : 'haller inte',
      text: `${sv(inom * 100)} procent av dem med kurs ligger inom de andras spann.`,
    },
  ]
}

function balanstabell(rader: readonly Balansrad[], f: Fonster, d: Foljda): Ratabell {
  const kol = (id: string, rubrik: string, taljare: string, varde: (r: Balansrad) => number, enhet = 'medelvärde eller andel') => ({
    id,
    rubrik,
    enhet,
    decimaler: 2,
    taljare,
    varde,
  })
  return byggTabell({
    id: 'balans',
    rubrik: 'Hur lika grupperna är',
    kalla: 'utvärdering, jämförelsegrupp',
    nycklar: ['Egenskap'],
    period: fonstertext(f),
    population: 'de som fick en första kurs, och jämförelsegruppen',
    datakalla: registerkallor('sjukfall', 'person', 'utbetalning'),
    rader,
    nyckel: (r) => [r.namn],
    // Shares of a group are shown only where no count behind them is small.
    antal: (r) => antalen(r, d),
    del: [['med', 'fatt']],
    kolumner: [
      { ...kol('behandlade', 'Fick kurs', 'medelvärde för dem som fick en kurs och matchades', (r) => r.behandlade), beror: ['med'] },
      kol('fore', 'Andra, före', 'medelvärde för alla andra', (r) => r.fore),
      { ...kol('efter', 'Andra, efter', 'medelvärde för de matchade andra', (r) => r.efter), beror: ['med'] },
      {
        ...kol(
          'skillnad_fore',
          'Skillnad före',
          'skillnad i standardavvikelser före matchning',
          (r) => r.skillnadFore,
          'standardavvikelser',
        ),
        beror: ['med'],
      },
      {
        ...kol(
          'skillnad_efter',
          'Skillnad efter',
          'skillnad i standardavvikelser efter matchning',
          (r) => r.skillnadEfter,
          'standardavvikelser',
        ),
        beror: ['med'],
      },
    ],
  })
}
/** Treated people behind a share; of a mean all of them. */
function antalen(r: Balansrad, d: Foljda): Record<string, number> {
  const fatt = d.kolumn.behandlad!.reduce((a, b) => a + b, 0)
  const andel = r.namn.includes(': ') || r.namn.startsWith('andel')
  const med = andel ? Math.round(r.behandlade * fatt) : fatt
  // A mean is of everybody: there is no rest to give away.
  return { med, fatt: andel ? fatt : fatt * 2 }
}

function perGrupp(rader: readonly (Risk & { readonly namn: string })[], f: Fonster): Ratabell {
  const iv = (r: Risk): readonly [number, number] | null => {
    if (r.logkvot === null || r.handelser < 5) return null
    const [a, b] = intervall(r.logkvot, r.medelfel, r.frihetsgrader)
    return [Math.exp(a), Math.exp(b)]
  }
  return byggTabell({
    id: 'per_behandling',
    rubrik: 'Risk för nytt sjukfall efter olika behandlingar',
    kalla: 'utvärdering, jämförelsegrupp',
    nycklar: ['Behandling'],
    period: fonstertext(f),
    population: 'de som fick en första kurs och matchades',
    datakalla: registerkallor('sjukfall', 'behandlingsplan'),
    rader: rader.filter((r) => r.n > 0),
    nyckel: (r) => [r.namn],
    antal: (r) => ({ fatt: r.n, sjuka: r.handelser }),
    del: [['sjuka', 'fatt']],
    kolumner: [
      {
        id: 'antal',
        rubrik: 'Fick kurs',
        enhet: 'personer',
        decimaler: 0,
        taljare: 'personer med kurs',
        varde: (r) => r.n,
        beror: ['fatt'],
      },
      {
        id: 'nya_sjukfall',
        rubrik: 'Nytt sjukfall',
        enhet: 'personer',
        decimaler: 0,
        taljare: `personer med kurs och nytt sjukfall inom ${LANGST} dagar`,
        varde: (r) => r.handelser,
        beror: ['sjuka'],
      },
      {
        id: 'riskkvot',
        rubrik: 'Riskkvot',
        enhet: 'gånger',
        decimaler: 2,
        taljare: 'hur mycket oftare ett nytt sjukfall kommer, mot de matchade',
        varde: (r) => (r.logkvot === null || r.handelser < 5 ? null : Math.exp(r.logkvot)),
        n: (r) => r.n,
        intervall: iv,
        p: (r) => (r.logkvot === null || r.handelser < 5 ? undefined : pT(r.logkvot / r.medelfel, r.frihetsgrader)),
        beror: ['fatt', 'sjuka'],
      },
    ],
    anmarkningar: [{ id: 'flera', text: 'Flera behandlingar jämförs: av tjugo utan effekt visar en i snitt p < 0,05.' }],
  })
}
