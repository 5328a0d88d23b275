import type { Utbetalningsrad } from '@atergang/arende'
import { bruttot, manadsdelar, perManad, skillnad, totalt, type Arendevy, type Manadssumma } from '@atergang/formaner'
import { langd, manadsnamn, medManadsnamn, periodtext, type Datum } from '@atergang/kalender'
import type { Forklaring } from '@atergang/regelverk'
import { kr } from '../../../stod/text.ts'
import { underlagFor, type Beslutsunderlag, type Forslagsunderlag } from '../formular.ts'

type Beslut = Arendevy['beslut'][number]

/** What is paid, reckoned out. */
export interface Utraknat {
  readonly rader: readonly Utbetalningsrad[]
  readonly manader: readonly Manadssumma[]
  readonly summa: number
}

/** One reckoning of what is paid: a decision's, or that of a decision to come. */
export interface Version extends Utraknat {
  readonly id: string
  readonly rubrik: string
  readonly galler: boolean
  /** what it pays more or less than the decision it took the place of */
  readonly jamfort: {
    readonly med: string
    readonly orsak: string
    readonly fore: number
    readonly kronor: number
    readonly rader: ReturnType<typeof skillnad>['rader']
  } | null
}

const TYP: Readonly<Record<Beslut['typ'], string>> = {
  slutligt: 'Beslut',
  interimistiskt: 'Interimistiskt beslut',
  omprovning: 'Omprövningsbeslut',
  andring: 'Ändringsbeslut',
  overklagande: 'Beslut om överklagande',
  aterkrav: 'Återkrav',
}
const rubriken = (b: Beslut): string => `${TYP[b.typ]} ${medManadsnamn(b.dag)}, nummer ${b.nr}`

function avBeslut(b: Beslut, alla: readonly Beslut[]): Version {
  const forra = alla.find((x) => x.id === b.ersatter)
  return {
    id: b.id,
    rubrik: rubriken(b),
    galler: b.galler,
    rader: b.utbetalning,
    manader: b.manader,
    summa: b.summa,
    jamfort: forra
      ? { med: rubriken(forra), orsak: b.orsak ?? '', fore: forra.summa, ...skillnad(forra.utbetalning, b.utbetalning) }
      : null,
  }
}

/** The reckoning of a decision to come, while the question of it is open. */
function kommande(vy: Arendevy): Version[] {
  const f = vy.fragor.find((x) => x.kod === 'forslag' || x.kod === 'beslut')
  if (!f) return []
  const rader = f.kod === 'forslag' ? underlagFor<Forslagsunderlag>(f).forslag.utbetalning : underlagFor<Beslutsunderlag>(f).utbetalning
  return [
    {
      id: f.nyckel,
      rubrik: 'Kommande beslut (förslag)',
      galler: true,
      rader,
      manader: perManad(rader),
      summa: totalt(rader),
      jamfort: null,
    },
  ]
}

/** Every reckoning of the case, the newest first. */
export const versioner = (vy: Arendevy): Version[] => [...kommande(vy), ...[...vy.beslut].reverse().map((b) => avBeslut(b, vy.beslut))]

// --- how each number came about ----------------------------------------------------------------------

const nod = (namn: string, rubrik: string, resultat: string, ovrigt: Partial<Forklaring> = {}): Forklaring => ({
  namn,
  rubrik,
  lagrum: [],
  utfall: 'beraknat',
  resultat,
  ...ovrigt,
})

const dagord = (n: number): string => (n === 1 ? '1 dag' : `${n} dagar`)
export const avdraget = (r: Utbetalningsrad): number => r.avdrag.reduce((n, a) => n + a.kronor, 0)

export function dagforklaring(r: Utbetalningsrad): Forklaring {
  const alla = langd(r)
  return nod('dagar', `Antal dagar ${periodtext(r)}`, dagord(r.dagar), {
    text:
      r.dagar === alla
        ? 'Alla kalenderdagar i perioden räknas, den första och den sista också.'
        : `Perioden har ${dagord(alla)}. Bara de dagar då personen skulle ha arbetat räknas.`,
  })
}

const AVDRAG = { karensavdrag: 'Karensavdrag', lon: 'Lön under sjukdom', redanUtbetalt: 'Redan utbetalt' }
export const avdragsforklaring = (r: Utbetalningsrad): Forklaring =>
  nod('avdrag', `Avdrag ${periodtext(r)}`, kr(-avdraget(r)), {
    ...(r.avdrag.length > 1 ? { rakning: `${r.avdrag.map((a) => kr(a.kronor)).join(' + ')} = ${kr(avdraget(r))}` } : {}),
    delar: r.avdrag.map((a) => nod(a.slag, AVDRAG[a.slag], kr(-a.kronor), { text: a.text })),
  })

export function summaforklaring(r: Utbetalningsrad): Forklaring {
  const brutto = bruttot(r, r.dagar)
  return nod('radsumma', `Summa ${periodtext(r)}`, kr(r.summa), {
    rakning: `${dagord(r.dagar)} × ${kr(r.kronorPerDag)}${r.avdrag.length ? ` = ${kr(brutto)}; ${kr(brutto)} − ${kr(avdraget(r))}` : ''} = ${kr(r.summa)}`,
    ...(brutto - avdraget(r) < 0 ? { text: 'Avdragen är större än beloppet. Summan blir aldrig mindre än noll.' } : {}),
    delar: [dagforklaring(r), r.forklaring, ...(r.avdrag.length ? [avdragsforklaring(r)] : [])],
  })
}

/** The row's parts by month, as the sums by month are reckoned. */
function iManaden(r: Utbetalningsrad, manad: Datum): { dagar: number; text: string; forst: boolean } | null {
  const delar = manadsdelar(r)
  const i = delar.findIndex((d) => d.manad === manad)
  const del = delar[i]
  return del ? { dagar: del.dagar, text: periodtext(del), forst: i === 0 } : null
}

export type Manadstal = 'dagar' | 'brutto' | 'avdrag' | 'summa'

/** How a sum by month comes from the rows. */
export function manadsforklaring(m: Manadssumma, rader: readonly Utbetalningsrad[], tal: Manadstal): Forklaring {
  const delar = rader.flatMap((r): Forklaring[] => {
    const d = iManaden(r, m.manad)
    if (!d) return []
    const brutto = nod('brutto', d.text, kr(bruttot(r, d.dagar)), {
      rakning: `${dagord(d.dagar)} × ${kr(r.kronorPerDag)} = ${kr(bruttot(r, d.dagar))}`,
      delar: [r.forklaring],
    })
    const avdrag = d.forst && r.avdrag.length ? [avdragsforklaring(r)] : []
    return { dagar: [nod('dagar', d.text, dagord(d.dagar))], brutto: [brutto], avdrag, summa: [brutto, ...avdrag] }[tal]
  })
  const rubrik = { dagar: 'Dagar', brutto: 'Före avdrag', avdrag: 'Avdrag', summa: 'Summa' }[tal]
  return nod(
    `manad-${tal}`,
    `${rubrik} ${manadsnamn(m.manad)}`,
    tal === 'dagar' ? dagord(m.dagar) : kr(tal === 'avdrag' ? -m.avdrag : m[tal]),
    {
      ...(tal === 'summa' ? { rakning: `${kr(m.brutto)} − ${kr(m.avdrag)} = ${kr(m.summa)}` } : {}),
      text: 'En period som går över ett månadsskifte delas efter dagar. Avdragen står i periodens första månad.',
      delar,
    },
  )
}

export const totalforklaring = (v: Utraknat): Forklaring =>
  nod('totalt', 'Summa före skatt', kr(v.summa), {
    ...(v.rader.length > 1 ? { rakning: `${v.rader.map((r) => kr(r.summa)).join(' + ')} = ${kr(v.summa)}` } : {}),
    delar: v.rader.map(summaforklaring),
  })

export const skillnadsforklaring = (v: Version, fore: Version | undefined): Forklaring =>
  nod('skillnad', 'Skillnad mot det förra beslutet', medTecken(v.jamfort?.kronor ?? 0), {
    rakning: `${kr(v.summa)} − ${kr(v.jamfort?.fore ?? 0)} = ${kr(v.jamfort?.kronor ?? 0)}`,
    delar: [{ ...totalforklaring(v), rubrik: v.rubrik }, ...(fore ? [{ ...totalforklaring(fore), rubrik: fore.rubrik }] : [])],
  })

/** The trees behind an amount per day on the days of a stretch; none when nothing was paid then. */
export const dagbeloppets = (rader: readonly Utbetalningsrad[], dag: Datum): readonly Forklaring[] =>
  rader.filter((r) => r.from <= dag && dag <= r.tom).map((r) => r.forklaring)

export const medTecken = (n: number): string => (n > 0 ? `+${kr(n)}` : kr(n))
