import { LANSNAMN } from '@atergang/syntet/land'
import type { Datakalla } from '../datakalla.ts'
import { nyckel, type Begaran } from '../matt/matt.ts'
import { REGISTER } from '../register/register.ts'
import type { Likhet, Skyddsunderlag } from '../skydd/skydd.ts'
import type { Anmarkning, Ratabell, Svarskolumn, Svarsrad } from './svar.ts'
import { begarda, beskriv, kallor, rakna, vardet, type Uttryck, type Varden } from './uttryck.ts'

export interface Mattkolumn {
  readonly id: string
  readonly rubrik: string
  readonly enhet: string
  readonly decimaler: number
  /** who or what the figure is about */
  readonly population: string
  readonly uttryck: Uttryck
  /** the count the figure rests on; shown beside it */
  readonly n?: Begaran
}

/** A table with a row a county: its columns are everything there is to say of it. */
export interface Mattabell {
  readonly id: string
  readonly rubrik: string
  readonly kalla: string
  readonly period: string
  readonly kolumner: readonly Mattkolumn[]
  readonly anmarkningar: readonly Anmarkning[]
  /** name of the row for all counties; unique people are counted once in it (X04) */
  readonly summarad?: string
  /** counties of the table when not all */
  readonly lan?: readonly string[]
  /** counts that together are another: whoever knows all but one knows the last */
  readonly uppdelning?: { readonly hela: Begaran; readonly delar: readonly Begaran[] }
}

export const svarskolumn = (k: Mattkolumn): Svarskolumn => ({
  id: k.id,
  rubrik: k.rubrik,
  enhet: k.enhet,
  decimaler: k.decimaler,
  definition: {
    population: k.population,
    ...beskriv(k.uttryck),
    enhet: k.enhet,
    kalla: kallor(k.uttryck, (r) => REGISTER.get(r)?.kalla ?? r),
  },
})

/** Notes on windows that the data do not cover. */
export const utanData = async (kalla: Datakalla, begarda: readonly Begaran[]): Promise<Anmarkning[]> =>
  (await kalla.otackta(begarda)).map((text) => ({ id: 'data', text }))

const ALLA = '*'
const variabel = (b: Begaran, lan: string | null): string => `${nyckel(b)}|${lan ?? ALLA}`
const resten = (b: Begaran, av: Begaran, lan: string | null): string => `${nyckel(av)}−${nyckel(b)}|${lan ?? ALLA}`

/** Counts of people that a column's figure would give away. */
const personmatt = (k: Mattkolumn): readonly Begaran[] => [...begarda(k.uttryck), ...(k.n ? [k.n] : [])].filter((b) => b.matt.personer)

/** Figures of one county after another and, when asked for, of all. `omraden` chooses rows; what is hidden is settled over all counties first. */
export async function raknaMattabell(kalla: Datakalla, t: Mattabell, omraden: readonly string[] | null): Promise<Ratabell> {
  const alla = [...t.kolumner.flatMap((k) => [...begarda(k.uttryck), ...(k.n ? [k.n] : [])])]
  const v = await kalla.matt(alla, null)
  const valda = omraden ?? t.lan ?? LANSNAMN
  // Over chosen counties unique people are counted anew; the sum of counties would count some of them twice.
  const summa = omraden || t.lan ? await kalla.matt(alla, valda) : v
  const lanen = LANSNAMN.filter((l) => valda.includes(l))
  const rad = (lan: string | null): Svarsrad => ({
    nyckel: [lan ?? (omraden ? 'Alla valda län' : t.summarad!)],
    ...(lan === null ? { summa: true as const } : {}),
    celler: t.kolumner.map((k) => ({
      varde: rakna(k.uttryck, lan === null ? summa : v, lan),
      ...(k.n ? { n: vardet(lan === null ? summa : v, k.n, lan) } : {}),
    })),
  })
  const rader = [...lanen.map(rad), ...(t.summarad ? [rad(null)] : [])]
  const helaLandet = lanen.length === LANSNAMN.length
  const underlag = skyddsunderlag(t, v)
  return {
    svar: {
      id: t.id,
      rubrik: t.rubrik,
      kalla: t.kalla,
      nycklar: ['Län'],
      kolumner: t.kolumner.map(svarskolumn),
      rader,
      anmarkningar: [...(await utanData(kalla, alla)), ...t.anmarkningar],
      urval: { period: t.period, omraden },
      skydd: null,
    },
    underlag,
    beror: (i, j) => {
      const k = t.kolumner[j]!
      const lan = lanen[i]
      // The sum over a choice of counties is shown when none of them is hidden: it then says nothing new.
      if (lan === undefined && !helaLandet) return lanen.flatMap((l) => beroende(t, k, l))
      return beroende(t, k, lan ?? null)
    },
  }
}

const summatal = (namn: string): string => `${namn} med dubbletter`

function beroende(t: Mattabell, k: Mattkolumn, lan: string | null): string[] {
  const u = k.uttryck
  const ut = [
    ...personmatt(k).map((b) => variabel(b, lan)),
    ...(u.typ === 'kvot' && u.del && !arDelI(t, u.taljare) ? [resten(u.taljare, u.namnare, lan)] : []),
  ]
  return lan === null ? [...ut, ...ut.map(summatal)] : ut
}

/** The count of a county that other tables' sums may rest on. */
export const lanetsVariabel = variabel

/** Counts of people by county, with the sums over counties and, of shares, the part and the rest of the whole. */
function skyddsunderlag(t: Mattabell, v: Varden): Skyddsunderlag {
  const variabler = new Map<string, number>()
  const likheter = new Map<string, Likhet>()
  const overLan = (namn: (lan: string | null) => string, varde: (lan: string | null) => number): void => {
    for (const l of [...LANSNAMN, null]) variabler.set(namn(l), varde(l))
    const delar = LANSNAMN.map(namn)
    const summan = delar.reduce((s, d) => s + variabler.get(d)!, 0)
    // Who has lived in two counties is in both but once in the country; whoever tries to work out a count knows how many they are.
    if (summan !== varde(null)) variabler.set(summatal(namn(null)), summan)
    likheter.set(namn(null), { summa: summan === varde(null) ? namn(null) : summatal(namn(null)), delar })
  }
  for (const k of t.kolumner) {
    for (const b of personmatt(k))
      overLan(
        (l) => variabel(b, l),
        (l) => vardet(v, b, l),
      )
    const u = k.uttryck
    if (u.typ !== 'kvot' || !u.del || arDelI(t, u.taljare)) continue
    overLan(
      (l) => resten(u.taljare, u.namnare, l),
      (l) => vardet(v, u.namnare, l) - vardet(v, u.taljare, l),
    )
    for (const l of [...LANSNAMN, null])
      likheter.set(`${resten(u.taljare, u.namnare, l)}=`, {
        summa: variabel(u.namnare, l),
        delar: [variabel(u.taljare, l), resten(u.taljare, u.namnare, l)],
      })
  }
  const d = t.uppdelning
  if (d)
    for (const l of [...LANSNAMN, null])
      likheter.set(`${variabel(d.hela, l)}=delar`, { summa: variabel(d.hela, l), delar: d.delar.map((b) => variabel(b, l)) })
  return { variabler, likheter: [...likheter.values()] }
}

/** Of parts that make a whole the rest is the other parts, and needs no count of its own. */
const arDelI = (t: Mattabell, b: Begaran): boolean => t.uppdelning?.delar.some((d) => nyckel(d) === nyckel(b)) ?? false
