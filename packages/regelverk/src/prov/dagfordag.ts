import { dagnummer, datumFranDagnummer, plusManader, type Datum } from '@atergang/kalender'
import type { Karensutfall, Nastaslag, Tidslinjelage } from '../befolkning/lage.ts'
import type { Periodslag } from '../befolkning/slag.ts'
import type { Tidsperson } from '../befolkning/tabell.ts'
import { manadenFor71, tidigasteInkomstpension, uppnarRiktalder } from '../tidslinjer/alder.ts'
import { grundgranser } from '../tidslinjer/bedomningsgrund.ts'

type Dagar = ReadonlySet<number>
type Hogriskskydd = 'allmant' | 'sarskilt' | null

export interface Dagfacit extends Pick<
  Tidslinjelage,
  | 'kedjedag'
  | 'intygsdag'
  | 'sjukperiod'
  | 'sjukperiodsdag'
  | 'grad'
  | 'betaldaEfterRiktalder'
  | 'betaldaEfter71'
  | 'fraganEfterRiktalder'
  | 'slutEfter71'
> {
  readonly niva?: Tidslinjelage['niva']
  readonly normalnivadagar?: number
  readonly normalnivanSlutar?: Datum | null
  readonly karens: Tidslinjelage['karens']
  readonly hogriskskydd: Hogriskskydd
  readonly nasta?: Tidslinjelage['nasta']
}
/** What the person's functions are handed, which the table works out for itself. */
export interface Dagunderlag {
  readonly ejRaknade: readonly Datum[]
  readonly betalasFran: Datum
  readonly avdragKvar: boolean
}

/**
 * The oracle of the timelines: the words of 27 kap. SFB one day at a time over sets of days, with its own numbers and none of the kernels' arithmetic. Slow; for tests.
 * Only the months of ages and the chain's limits are taken from functions that have tests of their own. What is not known is left out.
 */
export function dagForDag(p: Tidsperson, datum: Datum): { facit: Dagfacit; underlag: Dagunderlag } {
  const dag = dagnummer(datum)
  const d = dagarna(p)
  const okand = inkomstslagen(p).length === 0
  const gang = karensgang(p, d, dag)
  const iPeriod = d.sjuk.has(dag)
  let betalasFran = dag
  while (d.sjuklon.has(betalasFran)) betalasFran++
  const underlag = {
    ejRaknade: gang.ejRaknade.map(datumFranDagnummer),
    betalasFran: datumFranDagnummer(betalasFran),
    avdragKvar: gang.avdragKvar,
  }
  const kedjedag = bakat(d.sjuk, dag, 89)
  const raknade = raknadeDagar(d, gang.ejRaknade)
  const slut = iPeriod ? forstaMedFullRam(raknade, d.allvarlig, betalasFran, gang.avdragKvar) : null
  const alder = aldrarna(p, d.sjukpenning, dag)
  let sjukperiodsdag = 0
  while (d.sjuk.has(dag - sjukperiodsdag)) sjukperiodsdag++
  const kommer: [Nastaslag, number | null][] = iPeriod
    ? [...kedjegranser(p, kedjedag, dag, datum), ['normalnivanSlutar', slut], ...alder.granser, ...alder.slut(betalasFran)]
    : kedjedag > 0
      ? [['kedjanBryts', brottet(d.sjuk, dag)]]
      : []
  const framover = kommer.filter((k): k is [Nastaslag, number] => k[1] !== null && k[1] > dag)
  const nasta = Math.min(...framover.map((k) => k[1]))
  return {
    facit: {
      kedjedag,
      intygsdag: bakat(d.intyg, dag, 5),
      sjukperiod: iPeriod,
      sjukperiodsdag,
      grad: iPeriod
        ? Math.max(...p.perioder.filter((q) => arSjuk(q.slag ?? 'intyg') && q.from <= datum && datum <= q.tom).map((q) => q.grad ?? 1))
        : null,
      karens:
        iPeriod && !okand
          ? {
              anstallning: gang.anstallning,
              annat: gang.annat,
              avdragFran: gang.avdragFran === null ? null : datumFranDagnummer(gang.avdragFran),
              karensdag: gang.karensdag,
            }
          : null,
      hogriskskydd: okand ? null : gang.hogriskskydd,
      betaldaEfterRiktalder: alder.betaldaEfterRiktalder,
      betaldaEfter71: alder.betaldaEfter71,
      fraganEfterRiktalder: alder.fraga,
      slutEfter71: alder.tagitSlut,
      ...(okand
        ? {}
        : {
            niva: iPeriod ? (iRamen(raknade, dag) >= 364 && !d.allvarlig.has(dag) ? 'fortsattning' : 'normal') : null,
            normalnivadagar: iRamen(raknade, dag),
            normalnivanSlutar: slut === null ? null : datumFranDagnummer(slut),
            nasta: framover.length
              ? { datum: datumFranDagnummer(nasta), slag: framover.filter((k) => k[1] === nasta).map((k) => k[0]) }
              : null,
          }),
    },
    underlag,
  }
}

// --- the days ----------------------------------------------------------------------------------------

const arSjuk = (s: Periodslag): boolean => !['allvarligSjukdom', 'sarskiltHogriskskydd', 'sjoman'].includes(s)

function dagarna(p: Tidsperson) {
  const av = (med: (s: Periodslag) => boolean): Set<number> => {
    const ut = new Set<number>()
    for (const q of p.perioder) if (med(q.slag ?? 'intyg')) for (let d = dagnummer(q.from); d <= dagnummer(q.tom); d++) ut.add(d)
    return ut
  }
  return {
    sjuk: av(arSjuk),
    intyg: av((s) => s === 'intyg'),
    sjuklon: av((s) => s === 'sjuklon'),
    betald: av((s) => s === 'sjukpenning' || s === 'forebyggande' || s === 'rehabiliteringspenning'),
    sjukpenning: av((s) => s === 'sjukpenning' || s === 'forebyggande'),
    forebyggande: av((s) => s === 'forebyggande'),
    allvarlig: av((s) => s === 'allvarligSjukdom'),
    sarskilt: av((s) => s === 'sarskiltHogriskskydd'),
    sjoman: av((s) => s === 'sjoman'),
  }
}
type Dagslag = ReturnType<typeof dagarna>

/** Days of the set back from a day, until more than `fria` days in a row are not in it. */
function bakat(m: Dagar, dag: number, fria: number): number {
  let [antal, glapp] = [0, 0]
  for (let d = dag; glapp <= fria && d > dag - 6000; d--) {
    if (m.has(d)) [antal, glapp] = [antal + 1, 0]
    else glapp++
  }
  return antal
}

function brottet(sjuk: Dagar, dag: number): number {
  const hittills = new Set([...sjuk].filter((d) => d <= dag))
  let d = dag
  while (bakat(hittills, d, 89) > 0) d++
  return d
}

function kedjegranser(p: Tidsperson, kedjedag: number, dag: number, datum: Datum): [Nastaslag, number][] {
  const pension = p.fodd ? tidigasteInkomstpension(p.fodd) : null
  const riktalder = p.fodd ? uppnarRiktalder(p.fodd) : null
  const forbi =
    pension !== null && pension <= datum && !(riktalder !== null && riktalder <= datum) && !(p.fodd && manadenFor71(p.fodd) <= datum)
  const granser = p.sysselsattning ? grundgranser({ sysselsattning: p.sysselsattning, forbiTidigastePension: forbi }) : [91, 181, 366]
  return granser.map((g) => [`dag${g}` as Nastaslag, dag + g - kedjedag])
}

// --- the frame (20–24 §§) ------------------------------------------------------------------------------

function raknadeDagar(d: Dagslag, ejRaknade: readonly number[]): Set<number> {
  const ut = new Set(d.betald)
  for (const x of d.sjuklon) {
    let nr = 1
    while (d.sjuklon.has(x - nr)) nr++
    if (nr >= 2 && nr <= 14) ut.add(x)
  }
  for (const x of ejRaknade) ut.delete(x)
  return ut
}

function iRamen(raknade: Dagar, dag: number): number {
  let n = 0
  for (let d = dag - 450; d < dag; d++) if (raknade.has(d)) n++
  return n
}

function forstaMedFullRam(raknade: Dagar, allvarlig: Dagar, fran: number, avdragKvar: boolean): number {
  const m = new Set([...raknade].filter((d) => d < fran))
  for (let d = fran; ; d++) {
    if (iRamen(m, d) >= 364 && !allvarlig.has(d)) return d
    if (!(avdragKvar && d === fran)) m.add(d)
  }
}

// --- karens and high-risk protection (27–33, 39–44 §§) ---------------------------------------------------

function inkomstslagen(p: Tidsperson): readonly ('anstallning' | 'annat')[] {
  const sagda = p.inkomstslag?.length
    ? p.inkomstslag
    : p.sysselsattning === 'egenforetagare'
      ? ['annat' as const]
      : p.sysselsattning && p.sysselsattning !== 'foraldraledig'
        ? ['anstallning' as const]
        : []
  // 28 b §
  return p.sysselsattning === 'arbetslos' && sagda.includes('annat') ? ['anstallning'] : sagda
}

/** Sick days as 32 § (four free days) or 33 § (nineteen) joins them. */
function grupper(sjuk: Dagar, fria: number): number[][] {
  const ut: number[][] = []
  for (const d of [...sjuk].sort((a, b) => a - b)) {
    const sista = ut.at(-1)
    if (sista && d - sista.at(-1)! - 1 <= fria) sista.push(d)
    else ut.push([d])
  }
  return ut
}

function karensgang(p: Tidsperson, d: Dagslag, dag: number) {
  const slag = inkomstslagen(p)
  const ut = {
    anstallning: null as Karensutfall | null,
    annat: null as Karensutfall | null,
    avdragFran: null as number | null,
    karensdag: false,
    hogriskskydd: null as Hogriskskydd,
    ejRaknade: [] as number[],
    avdragKvar: false,
  }
  const forlorade: Record<'anstallning' | 'annat', { dag: number; antal: number }[]> = { anstallning: [], annat: [] }
  for (const g of grupper(d.sjuk, 4)) {
    if (g[0]! > dag) break
    for (const s of slag.length ? slag : (['anstallning'] as const)) {
      const [utfall, skydd] = utfallet(p, d, g, s, forlorade[s])
      const betald = g.find((x) => d.sjukpenning.has(x))
      if (utfall === 'karensavdrag' && betald !== undefined) {
        ut.ejRaknade.push(betald)
        forlorade.anstallning.push({ dag: g[0]!, antal: 1 })
      }
      if (utfall === 'karensdagar') forlorade.annat.push({ dag: g[0]!, antal: Math.min(7, g.length) })
      // 39 § second paragraph: a sick period in which the first day was lost to 30 §.
      if (utfall === 'enDagsKarenstid') forlorade.annat.push({ dag: g[0]!, antal: 1 })
      if (!g.includes(dag)) continue
      ut[s] = utfall
      if (skydd === 'sarskilt' || (skydd && !ut.hogriskskydd)) ut.hogriskskydd = skydd
      if (utfall === 'karensavdrag') {
        ut.avdragFran = g[0]!
        ut.avdragKvar = betald === undefined || betald >= dag
      }
      if (utfall === 'karensdagar') ut.karensdag = g.slice(0, 7).includes(dag)
      // 33 § second paragraph: one day is joined as 32 § joins, over five days and not twenty.
      if (utfall === 'enDagsKarenstid') ut.karensdag = dag === g[0]
      if (utfall === 'karenstid')
        ut.karensdag = grupper(d.sjuk, 19)
          .find((x) => x.includes(dag))!
          .slice(0, p.karenstid)
          .includes(dag)
    }
  }
  return ut
}

function utfallet(
  p: Tidsperson,
  d: Dagslag,
  g: readonly number[],
  slag: 'anstallning' | 'annat',
  forlorade: readonly { dag: number; antal: number }[],
): [Karensutfall, Hogriskskydd] {
  const forsta = g[0]!
  const skydd = d.sarskilt.has(forsta) ? 'sarskilt' : allmant(p, slag, forlorade, forsta) ? 'allmant' : null
  const undantag: [boolean, Karensutfall][] = [
    [d.forebyggande.has(forsta), 'forebyggande'],
    [d.sjoman.has(forsta), 'sjoman'],
    [skydd !== null, skydd === 'sarskilt' ? 'sarskiltHogriskskydd' : 'allmantHogriskskydd'],
  ]
  const vanlig: Karensutfall =
    slag === 'anstallning'
      ? d.sjuklon.has(forsta)
        ? 'sjuklon'
        : 'karensavdrag'
      : p.karenstid === undefined
        ? 'karensdagar'
        : p.karenstid === 1
          ? 'enDagsKarenstid'
          : 'karenstid'
  // 28 § first, 28 a, 39 § first, 40 § first: ”sådan karens som avses i 27 och 27 a §§”. 28 § second, 39 § second, 40 § second: one day's karenstid.
  const lyfts: Partial<Record<Karensutfall, readonly Karensutfall[]>> = {
    enDagsKarenstid: ['forebyggande', 'allmantHogriskskydd', 'sarskiltHogriskskydd'],
    karenstid: [],
  }
  const av = undantag.find(([galler, vad]) => galler && (lyfts[vanlig] ?? [vad]).includes(vad))
  return [av ? av[1] : vanlig, skydd]
}

function allmant(
  p: Tidsperson,
  slag: 'anstallning' | 'annat',
  forlorade: readonly { dag: number; antal: number }[],
  forsta: number,
): boolean {
  const fran = dagnummer(plusManader(datumFranDagnummer(forsta), -12))
  const inom = forlorade.filter((x) => x.dag > fran && x.dag < forsta)
  if (slag === 'anstallning' || p.karenstid === 1) return inom.length >= 10
  if (p.karenstid !== undefined) return false
  return inom.length >= 5 && inom.reduce((s, x) => s + x.antal, 0) >= 21
}

// --- after age limits (36–38 §§) ---------------------------------------------------------------------------

function aldrarna(p: Tidsperson, sjukpenning: Dagar, dag: number) {
  const nr = (d: Datum | null): number | null => (d === null ? null : dagnummer(d))
  const [pension, riktalder, manad71] = p.fodd
    ? [nr(tidigasteInkomstpension(p.fodd)), nr(uppnarRiktalder(p.fodd)), nr(manadenFor71(p.fodd))]
    : [null, null, null]
  const betalda = (fran: number | null): number | null =>
    fran === null || fran > dag ? null : [...sjukpenning].filter((d) => d >= fran && d < dag).length
  const [efterRiktalder, efter71] = [betalda(riktalder), betalda(manad71)]
  /** The day on which 180 have been paid, when every day from `franDag` on is. */
  const full = (grans: number, franDag: number): number => {
    const m = new Set([...sjukpenning].filter((d) => d >= grans && d < franDag))
    let d = franDag
    for (; m.size < 180; d++) m.add(d)
    return d
  }
  return {
    betaldaEfterRiktalder: efterRiktalder,
    betaldaEfter71: efter71,
    fraga: efter71 === null && efterRiktalder !== null && efterRiktalder >= 180,
    tagitSlut: efter71 !== null && efter71 >= 180,
    granser: [
      ['tidigastePension', pension],
      ['riktalder', riktalder],
      ['manadenFor71', manad71],
    ] as [Nastaslag, number | null][],
    slut: (franDag: number): [Nastaslag, number | null][] =>
      efter71 !== null
        ? [['slutEfter71', full(manad71!, franDag)]]
        : efterRiktalder !== null
          ? [['fraganEfterRiktalder', full(riktalder!, franDag)]]
          : [],
  }
}
