import { plusAr, plusDagar, senast, type Datum } from '@atergang/kalender'
import type { Datakalla } from '../datakalla.ts'
import { Analysfel } from '../fel.ts'
import { fonstertext, type Fonster } from '../matt/matt.ts'
import { okand, type Kontroll, type Raresultat, type Skattning } from '../resultat/resultat.ts'
import { blandad, type Blandadsvar, type Gruppeffekt, type Spridningsmatt } from '../statistik/blandad.ts'
import { benjaminiHochberg } from '../statistik/flertest.ts'
import { medianoddskvot, type Skattad } from '../statistik/krympning.ts'
import { MINST, registerkallor } from '../utvardering/grund.ts'
import { beslutsceller, summerat, type Beslutsceller, type Omradesniva } from './fall.ts'
import type { Enhet, Spridningar } from './enhet.ts'
import { enhetstabell, faktortabell, tidstabell } from './likformighetstabeller.ts'
import { pseudonymer } from './pseudonym.ts'
import { dragen, SLAG, type Beslutsslag } from './slag.ts'
import { laggTill, pTratt, tomt, type Vantat } from './tratt.ts'
import { LARMGRANS, vaxer, type Vaxande } from './vaxer.ts'

export interface Likformighetsval {
  readonly period?: Fonster
  readonly omraden?: readonly string[] | null
  readonly niva?: Omradesniva
  /** key of the officers' names in the answer; a new one each time when left out */
  readonly nyckel?: string
}

/** Of those called, at most this share are expected to be mistakes. */
export const FALSK_ANDEL = 0.05
/** An officer with fewer decisions is in the model but not in a table. */
export const MINST_BESLUT = 20
const AR = 5

export const slaget = (id: string): Beslutsslag => {
  const s = SLAG.find((x) => x.id === id)
  if (!s)
    throw new Analysfel('okantSlag', `Beslutsslaget ”${id}” finns inte.`, [
      { falt: 'slag', text: `Välj ${SLAG.map((x) => x.id).join(', ')}.` },
    ])
  return s
}

export const sannolikhet = (logit: number): number => 1 / (1 + Math.exp(-logit))

/** What to add to log odds for the expected to be as many as the refused. */
function forskjutning(c: Beslutsceller, logit: (i: number) => number, med: (i: number) => boolean = () => true): number {
  const rader = Array.from(c.antal, (_, i) => i).filter(med)
  const mal = rader.reduce((s, i) => s + c.avslag[i]!, 0)
  if (mal === 0 || mal === rader.reduce((s, i) => s + c.antal[i]!, 0)) return 0
  let [lag, hog] = [-10, 10]
  while (hog - lag > 1e-9) {
    const mitt = (lag + hog) / 2
    if (rader.reduce((s, i) => s + c.antal[i]! * sannolikhet(logit(i) + mitt), 0) > mal) hog = mitt
    else lag = mitt
  }
  return (lag + hog) / 2
}

/** Decisions, refusals and what chance allows, by a code. */
function vantade(
  c: Beslutsceller,
  kod: ArrayLike<number>,
  grupper: number,
  logit: (i: number) => number,
  med: (i: number) => boolean = () => true,
): Vantat[] {
  const ut = Array.from({ length: grupper }, tomt)
  for (let i = 0; i < c.antal.length; i++) if (med(i)) laggTill(ut[kod[i]!]!, c.antal[i]!, sannolikhet(logit(i)))
  return ut
}

/** How much an area's sum varies when its officers do: to the variance of each officer's part comes that part times their spread. */
function overspridningar(
  c: Beslutsceller,
  logit: (i: number) => number,
  tau: number,
  med: (i: number) => boolean = () => true,
): Float64Array {
  const per = new Map<number, number>()
  for (let i = 0; i < c.antal.length; i++) {
    if (!med(i)) continue
    const p = sannolikhet(logit(i))
    const nyckel = c.omrade[i]! * c.handlaggarna.length + c.handlaggare[i]!
    per.set(nyckel, (per.get(nyckel) ?? 0) + c.antal[i]! * p * (1 - p))
  }
  const [summa, kvadrat] = [new Float64Array(c.omraden.length), new Float64Array(c.omraden.length)]
  for (const [nyckel, w] of per) {
    const o = Math.floor(nyckel / c.handlaggarna.length)
    summa[o] = summa[o]! + w
    kvadrat[o] = kvadrat[o]! + w * w
  }
  return summa.map((w, o) => (w > 0 ? 1 + (tau * tau * kvadrat[o]!) / w : 1))
}

interface Modell {
  readonly svar: Blandadsvar
  /** log odds of a cell as if everywhere the same, and as in its area */
  readonly lika: (i: number) => number
  readonly iOmradet: (i: number) => number
  readonly tauInom: number
}

function modellen(c: Beslutsceller): Modell {
  const svar = blandad({
    antal: c.antal,
    utfall: c.avslag,
    faktorer: c.faktorer,
    grupp: { antal: c.omraden.length, kod: c.omrade },
    inom: { antal: c.handlaggarna.length, kod: c.handlaggare },
  })
  const a = forskjutning(c, (i) => svar.fast[i]!)
  const omradet = (i: number): number => svar.fast[i]! + svar.grupp.effekter[c.omrade[i]!]!.varde
  const b = forskjutning(c, omradet)
  return { svar, lika: (i) => svar.fast[i]! + a, iOmradet: (i) => omradet(i) + b, tauInom: svar.inom?.tau ?? 0 }
}

function enheterna(
  namn: readonly string[],
  tal: ReturnType<typeof summerat>,
  v: readonly Vantat[],
  over: (i: number) => number,
  effekter: readonly Gruppeffekt[],
): Enhet[] {
  const med = namn.map((_, i) => i).filter((i) => tal.antal[i]! >= MINST_BESLUT)
  const p = med.map((i) => pTratt(tal.avslag[i]!, { ...v[i]!, varians: v[i]!.varians * over(i) }))
  const bh = benjaminiHochberg(p, FALSK_ANDEL)
  return med
    .map((i, j) => ({
      namn: namn[i]!,
      beslut: tal.antal[i]!,
      avslag: tal.avslag[i]!,
      vantat: v[i]!,
      overspridning: over(i),
      effekt: effekter[i]!,
      p: p[j]!,
      q: bh.justerade[j]!,
      utpekad: bh.utpekade[j]!,
    }))
    .sort((a, b) => b.avslag / b.vantat.vantat - a.avslag / a.vantat.vantat)
}

/** One-step log odds ratio of each unit against the expected (Peto), in one stretch of time. */
function skattade(tal: ReturnType<typeof summerat>, v: readonly Vantat[], over: (i: number) => number): Skattad[] {
  return v.flatMap((x, i) =>
    x.n >= MINST_BESLUT && x.varians > 0.5
      ? [{ varde: (tal.avslag[i]! - x.vantat) / x.varians, medelfel: Math.sqrt(over(i) / x.varians) }]
      : [],
  )
}

function overTid(c: Beslutsceller, m: Modell): Spridningar {
  const perioder = [...new Set(Array.from(c.period))].sort((a, b) => a - b)
  const niva = (kod: Float64Array, grupper: number, logit: (i: number) => number, medOver: boolean): Vaxande =>
    vaxer(
      perioder.map((p) => {
        const med = (i: number): boolean => c.period[i] === p
        const k = forskjutning(c, logit, med)
        const l = (i: number): number => logit(i) + k
        const over = medOver ? overspridningar(c, l, m.tauInom, med) : null
        const delen = { antal: c.antal.map((n, i) => (med(i) ? n : 0)), avslag: c.avslag.map((n, i) => (med(i) ? n : 0)) }
        return {
          namn: String(p),
          enheter: skattade(summerat(delen, kod, grupper), vantade(c, kod, grupper, l, med), (i) => over?.[i] ?? 1),
        }
      }),
    )
  return {
    omraden: niva(c.omrade, c.omraden.length, m.lika, true),
    handlaggare: niva(c.handlaggare, c.handlaggarna.length, m.iOmradet, false),
  }
}

const spridning = (id: string, vad: string, s: Spridningsmatt, n: number, grupper: number): Skattning[] => {
  const mok = (x: number): number => medianoddskvot(x)
  return [
    {
      id: `spridning_${id}`,
      vad: `spridning mellan ${grupper} ${vad} utöver slumpen, standardavvikelse`,
      enhet: 'i log-odds',
      varde: s.tau,
      intervall: s.intervall,
      n,
    },
    {
      id: `medianoddskvot_${id}`,
      vad: `så mycket skiljer oddsen för avslag mellan två av ${vad} tagna på måfå, i mitten`,
      enhet: 'gånger',
      varde: mok(s.tau),
      intervall: [mok(s.intervall[0]), mok(s.intervall[1])],
      n,
    },
  ]
}

export function larmkontroll(id: string, vad: string, v: Vaxande): Kontroll {
  const rubrik = `Spridningen mellan ${vad} växer inte`
  const sist = v.perioder.at(-1)
  const sv = (n: number): string => n.toLocaleString('sv-SE', { maximumFractionDigits: 2 })
  if (v.p === null || v.forut === null || !sist)
    return {
      id: `larm_${id}`,
      vad: rubrik,
      utfall: 'kan inte sagas',
      text: 'För få år, eller för få med tillräckligt många beslut, för att jämföra det sista året med dem före.',
    }
  const tal = `${sist.period}: ${sv(sist.tau)} mot ${sv(v.forut)} åren före, p = ${v.p < 0.001 ? '< 0,001' : v.p.toFixed(3).replace('.', ',')}`
  return {
    id: `larm_${id}`,
    vad: rubrik,
    utfall: v.larm ? 'haller inte' : 'haller',
    text: v.larm
      ? `LARM: spridningen är större än den varit (${tal}). Gräns: p < ${String(LARMGRANS).replace('.', ',')}.`
      : `${tal}. Larm ges vid p < ${String(LARMGRANS).replace('.', ',')}.`,
  }
}

async function perioden(k: Datakalla, v: Likformighetsval): Promise<Fonster> {
  if (v.period) return v.period
  k.krav('beslut')
  const kant = await k.granser('beslut', 'beslutad')
  if (!kant) throw new Analysfel('tomt', 'Registret beslut är tomt.', [{ falt: 'beslut', text: 'Läs in beslut.' }])
  return { fran: senast(kant[0] as Datum, plusDagar(plusAr(kant[1] as Datum, -AR), 1)), tom: kant[1] as Datum }
}

/**
 * How alike a kind of decision is made (J031, K031, K036): the spread between areas and between officers when what is known of the cases is taken
 * away, each area and officer drawn towards the middle by what chance explains, those that differ called with a share of mistakes held down, and an
 * alert when the spread of the last year is larger than it was.
 */
export async function likformighet(k: Datakalla, slag: string, v: Likformighetsval = {}): Promise<Raresultat> {
  const s = slaget(slag)
  const [f, niva] = [await perioden(k, v), v.niva ?? 'sf_omrade']
  const c = await beslutsceller(k, s, f, niva, v.omraden ?? null, 'year(b.beslutad)')
  const [beslut, avslag] = [c.antal.reduce((a, b) => a + b, 0), c.avslag.reduce((a, b) => a + b, 0)]
  const ram = ramen(k, s, f, v.omraden ?? null, niva, beslut, avslag)
  if (avslag < MINST || beslut - avslag < MINST || c.omraden.length < 2)
    return {
      ...ram,
      skattningar: [
        okand(
          'spridning_omrade',
          'spridning mellan områden',
          'i log-odds',
          beslut,
          `Färre än ${MINST} avslag eller bifall, eller bara ett område.`,
        ),
      ],
      kontroller: [],
      tabeller: [],
      diagram: [],
    }
  const m = modellen(c)
  const over = overspridningar(c, m.lika, m.tauInom)
  const omraden = enheterna(
    c.omraden,
    summerat(c, c.omrade, c.omraden.length),
    vantade(c, c.omrade, c.omraden.length, m.lika),
    (i) => over[i]!,
    m.svar.grupp.effekter,
  )
  const namnen = c.handlaggarna.map(pseudonymer(v.nyckel))
  const handlaggare = m.svar.inom
    ? enheterna(
        namnen,
        summerat(c, c.handlaggare, namnen.length),
        vantade(c, c.handlaggare, namnen.length, m.iOmradet),
        () => 1,
        m.svar.inom.effekter,
      )
    : []
  const tid = overTid(c, m)
  const kalla = registerkallor('beslut', ...s.register)
  const vad = niva === 'lan' ? 'länen' : 'områdena'
  return {
    ...ram,
    underlag: [
      ...ram.underlag,
      { vad: 'handläggare', antal: namnen.length },
      { vad: `handläggare med minst ${MINST_BESLUT} beslut, som visas`, antal: handlaggare.length },
    ],
    skattningar: [
      ...spridning('omrade', vad, m.svar.grupp, beslut, c.omraden.length),
      ...(m.svar.inom ? spridning('handlaggare', 'handläggarna', m.svar.inom, beslut, namnen.length) : []),
    ],
    kontroller: [larmkontroll('omrade', vad, tid.omraden), larmkontroll('handlaggare', 'handläggare', tid.handlaggare)],
    tabeller: [
      enhetstabell('omraden', niva === 'lan' ? 'Län' : 'Område', omraden, s, f, kalla),
      enhetstabell('handlaggare', 'Handläggare', handlaggare, s, f, kalla),
      tidstabell(tid, f, kalla),
      faktortabell(m.svar, f, kalla),
    ],
    diagram: [
      ...(['omraden', 'handlaggare'] as const).map((tabell) => ({
        typ: 'tratt' as const,
        rubrik: `${s.avslag} mot väntat, ${tabell === 'omraden' ? vad : 'handläggarna'}`,
        tabell,
        x: 'vantade',
        y: 'kvot',
        granser: [
          ['undre95', 'ovre95'],
          ['undre998', 'ovre998'],
        ] as const,
        ingenSkillnad: 1,
      })),
      {
        typ: 'skog',
        rubrik: `Oddskvot för avslag efter krympning, ${vad}`,
        tabell: 'omraden',
        x: 'oddskvot',
        y: 'nyckel:0',
        ingenSkillnad: 1,
      },
      { typ: 'tidsserie', rubrik: 'Spridning över tid', tabell: 'spridning_over_tid', x: 'nyckel:1', y: 'spridning', serie: 'nyckel:0' },
    ],
  }
}

function ramen(
  k: Datakalla,
  s: Beslutsslag,
  f: Fonster,
  omraden: readonly string[] | null,
  niva: Omradesniva,
  beslut: number,
  avslag: number,
): Omit<Raresultat, 'skattningar' | 'kontroller' | 'tabeller' | 'diagram'> {
  const kanda = dragen(k, s).map((d) => d.namn)
  const utan = s.drag.filter((d) => !kanda.includes(d.namn)).map((d) => d.namn)
  return {
    id: `likformighet_${s.id}`,
    rubrik: `Likformighet: ${s.namn}`,
    fonster: f,
    omraden,
    fraga: `Blir ${s.namn} lika oavsett ${niva === 'lan' ? 'län' : 'område'} och handläggare?`,
    metod: `Logistisk regression med spridning mellan ${niva === 'lan' ? 'län' : 'områden'} och mellan handläggare (blandad modell, Laplace). Hänsyn till ${kanda.join(', ')}. Väntat är vad samma ärenden hade fått om alla beslutat lika; för en handläggare, lika som andra i samma område. Var och en är dragen mot mitten så mycket som slumpen förklarar. Utpekade: skiljer sig när högst ${FALSK_ANDEL * 100} procent av dem som pekas ut väntas vara misstag (Benjamini–Hochberg). Områdets gränser räknar med att dess handläggare är olika. Beslut ${fonstertext(f)}.`,
    antaganden: [
      'Ärenden som är lika i det som är känt är i snitt lika också i det som inte är känt.',
      'Ärenden fördelas mellan handläggare utan hänsyn till hur de väntas sluta.',
      'Spridningen mellan områden och handläggare följer ungefär en normalfördelning i log-odds.',
    ],
    kanInteSaga: [
      'Vilket beslut som är rätt: den som skiljer sig kan vara den som gör rätt.',
      'Varför någon skiljer sig. Utredningens kvalitet, intygens innehåll och andra skillnader mellan ärendena finns inte i registren.',
      'Något om den som inte pekas ut: få beslut räcker inte för att se en skillnad.',
      'En handläggares skicklighet. Siffrorna är till för att hitta ärenden att tala om, inte för att bedöma personer.',
    ],
    underlag: [
      { vad: 'beslut', antal: beslut },
      { vad: s.avslag, antal: avslag },
    ],
    anmarkningar: [
      {
        id: 'K031',
        text: 'Likabehandling: samma ärende ska få samma resultat oavsett ort och handläggare (1 kap. 9 § regeringsformen, enligt RiR 2021:19 avsnitt 1.3).',
      },
      ...(utan.length ? [{ id: 'egenskaper', text: `Hänsyn kunde inte tas till ${utan.join(', ')}: registren saknas.` }] : []),
    ],
  }
}

/** Every kind of decision at once: only whether the spread grows. Stands until the years say otherwise. */
export async function spridningslarm(k: Datakalla, v: Likformighetsval = {}): Promise<Raresultat> {
  const f = await perioden(k, v)
  const kontroller: Kontroll[] = []
  const underlag: { vad: string; antal: number }[] = []
  for (const s of SLAG.filter((x) => x.register.every((r) => k.har(r)))) {
    const c = await beslutsceller(k, s, f, v.niva ?? 'sf_omrade', v.omraden ?? null, 'year(b.beslutad)')
    const [beslut, avslag] = [c.antal.reduce((a, b) => a + b, 0), c.avslag.reduce((a, b) => a + b, 0)]
    underlag.push({ vad: s.namn, antal: beslut })
    const tid = avslag >= MINST && beslut - avslag >= MINST && c.omraden.length > 1 ? overTid(c, modellen(c)) : null
    const tom: Vaxande = { perioder: [], forut: null, p: null, larm: false }
    for (const [id, vad] of [
      ['omraden', v.niva === 'lan' ? 'länen' : 'områdena'],
      ['handlaggare', 'handläggare'],
    ] as const) {
      const kontroll = larmkontroll(`${s.id}_${id}`, vad, tid?.[id] ?? tom)
      kontroller.push({ ...kontroll, vad: `${s.namn}: ${kontroll.vad[0]!.toLowerCase()}${kontroll.vad.slice(1)}` })
    }
  }
  return {
    id: 'spridningslarm',
    rubrik: 'Stående larm: växer skillnaderna?',
    fraga: 'Har skillnaderna mellan områden eller handläggare vuxit det sista året?',
    fonster: f,
    omraden: v.omraden ?? null,
    metod: `För varje slag av beslut jämförs spridningen det sista året, efter hänsyn till vad som är känt om ärendena, med den gemensamma åren före. Larm när så stor spridning skulle komma av slumpen färre än en gång på ${Math.round(1 / LARMGRANS)}.`,
    antaganden: ['Åren före säger vad som är vanligt.'],
    kanInteSaga: ['Varför spridningen växer.', 'Om spridningen är stor men oförändrad: se varje slag för sig.'],
    underlag,
    skattningar: [],
    kontroller,
    tabeller: [],
    diagram: [],
    anmarkningar: [],
  }
}
