import type { Kolumn } from '@atergang/regelverk'
import { LANSNAMN } from '@atergang/syntet/land'
import type { Datakalla } from '../datakalla.ts'
import { sqlLista, sqlText, type Talkolumner } from '../duckdb.ts'
import { Analysfel } from '../fel.ts'
import { fonstertext, type Fonster } from '../matt/matt.ts'
import { FORMANER } from '../register/register.ts'
import type { Arenden, Arendeslag, Befolkning, Personer } from './befolkning.ts'

const KON = ['kvinna', 'man']
/** Place of a text in a list, from nought; null when it is not there. */
const platsSql = (kolumn: string, lista: readonly string[]): string =>
  `nullif(coalesce(list_position([${sqlLista(lista).slice(1, -1)}], ${kolumn}), 0), 0) - 1`

/** Of each row's person, and the person's place among all. */
const personSql = (ar: string): string =>
  `dense_rank() OVER (ORDER BY r.person_id) - 1 AS plats, ${platsSql('p.lan', LANSNAMN)} AS lan, ${platsSql('p.kon', KON)} AS kon, ${ar} - p.fodelsear AS alder, p.inkomst AS inkomst`

/**
 * The people of a folder of registers, with the periods paid to them and the plans they applied for within a window.
 * @throws {Analysfel} when a register is missing, or holds nothing in the window
 */
export async function registretsBefolkning(k: Datakalla, slag: readonly Arendeslag[], period: Fonster | null): Promise<Befolkning> {
  const okanda = slag.filter((s) => s === 'rader')
  if (okanda.length)
    throw new Analysfel('ogiltigReform', 'Reformen räknas på rader i en fil, men befolkningen är en datamapp.', [
      { falt: 'befolkning', text: 'Ange en fil (parquet, csv eller jsonl), eller ändra arenden under rakna.' },
    ])
  const formaner = FORMANER.filter((f) => slag.includes(f))
  const planer = slag.includes('behandlingsplaner')
  k.krav('person', ...(formaner.length ? ['utbetalning'] : []), ...(planer ? ['behandlingsplan', 'beslut', 'utbetalning'] : []))
  const fonstret = period ?? (await sistaAret(k, formaner.length ? ['utbetalning', 'fran'] : ['behandlingsplan', 'inkom']))
  const arenden = new Map<Arendeslag, Arenden>()
  if (formaner.length) for (const [s, a] of await utbetalningar(k, formaner, fonstret)) arenden.set(s, a)
  if (planer) arenden.set('behandlingsplaner', await behandlingsplaner(k, fonstret))
  if ([...arenden.values()].every((a) => a.antal === 0))
    throw new Analysfel('tomPeriod', `Registren har inga rader för ${fonstertext(fonstret)}.`, [
      { falt: 'period', text: 'Välj en period som registren har uppgifter för.' },
    ])
  return {
    vad: k.manifest.pahittad
      ? `ett påhittat land${k.manifest.val ? ` med ${Number(k.manifest.val.personer).toLocaleString('sv-SE')} personer (frö ${String(k.manifest.val.fro)})` : ''}`
      : 'registren i datamappen',
    pahittad: k.manifest.pahittad,
    period: fonstertext(fonstret),
    lansnamn: LANSNAMN,
    konnamn: KON,
    arenden,
    kopplingar: formaner.length ? { sgi: 'sgi' } : {},
    forbehall: [
      ...(formaner.length
        ? [
            'SGI räknas fram ur personens årsinkomst i registret, som inte skrivs om till en annan dags lönenivå.',
            'Utbetalda perioder räknas efter lagen en enda dag, före och efter reformen. Ingen antas bli sjuk oftare eller sällan, eller ansöka mer, för att reformen finns.',
            ...(formaner.includes('forebyggande_sjukpenning')
              ? ['Registret har hela dagar av förebyggande sjukpenning, inte varje dags grad. De räknas som hela dagar.']
              : []),
          ]
        : []),
      ...(planer
        ? ['Av ansökningarna vet registret om planen godkändes och om ersättning betalades. Annat som en regel frågar efter är okänt.']
        : []),
    ],
  }
}

async function sistaAret(k: Datakalla, [register, kolumn]: readonly [string, string] | readonly string[]): Promise<Fonster> {
  const g = await k.granser(register!, kolumn!)
  if (!g)
    throw new Analysfel('tomtRegister', `Registret ${register} har inga rader.`, [
      { falt: 'befolkning', text: 'Läs in registret med ”atergang analys importera”.' },
    ])
  const ar = g[1].slice(0, 4)
  return { fran: `${ar}-01-01` as Fonster['fran'], tom: `${ar}-12-31` as Fonster['tom'] }
}

const inom = (kolumn: string, f: Fonster): string => `${kolumn} BETWEEN DATE ${sqlText(f.fran)} AND DATE ${sqlText(f.tom)}`

async function utbetalningar(k: Datakalla, formaner: readonly (typeof FORMANER)[number][], f: Fonster): Promise<[Arendeslag, Arenden][]> {
  const t =
    await k.kolumner(`SELECT ${personSql(f.tom.slice(0, 4))}, ${platsSql('r.forman', FORMANER)} AS forman, date_diff('day', r.fran, r.tom) + 1 AS dagar, CAST(r.nettodagar * 100 AS BIGINT) AS netto,
    CASE p.sysselsattning WHEN 'arbetslos' THEN 1 WHEN 'egenforetagare' THEN 2 ELSE 0 END AS syssel, p.sysselsattning IS NULL AS utan
    FROM utbetalning r LEFT JOIN person p ON p.person_id = r.person_id WHERE r.forman IN ${sqlLista(formaner)} AND ${inom('r.fran', f)}`)
  const personer = personerna(t)
  return formaner.map((forman) => {
    const nr = FORMANER.indexOf(forman)
    const rader = raderDar(t.antal, (i) => t.kolumn.forman![i] === nr)
    const ta = (namn: string): Float64Array => Float64Array.from(rader, (i) => t.kolumn[namn]![i]!)
    const [inkomst, syssel, utan, dagar, netto] = [ta('inkomst'), ta('syssel'), ta('utan'), ta('dagar'), ta('netto')]
    const grad = netto.map((n, i) => (n * 4) / (dagar[i]! * 100))
    const enGrad = (g: number): boolean => forman !== 'forebyggande_sjukpenning' && Number.isInteger(g) && g >= 1 && g <= 4
    const saknas = Uint8Array.from(rader, (_, i) => (Number.isNaN(inkomst[i]!) || utan[i] === 1 ? 1 : 0))
    const egen = (i: number): boolean => syssel[i] === 2
    const heltal = (v: (i: number) => number): Int32Array => Int32Array.from(rader, (_, i) => (saknas[i] ? 0 : v(i)))
    const kolumner: Record<string, Kolumn> = {
      inkomstAnstallning: { data: heltal((i) => (egen(i) ? 0 : inkomst[i]!)), saknas },
      inkomstAnnat: { data: heltal((i) => (egen(i) ? inkomst[i]! : 0)), saknas },
      arbetslos: { data: Uint8Array.from(rader, (_, i) => (syssel[i] === 1 ? 1 : 0)), saknas: Uint8Array.from(utan) },
      omfattning: { data: Uint8Array.from(grad, (g) => (enGrad(g) ? g : 4)), skala: 4 },
    }
    return [
      forman,
      {
        antal: rader.length,
        kolumner,
        hundradelsdagar: grad.map((g, i) => (enGrad(g) ? dagar[i]! * 100 : netto[i]!)),
        person: Uint32Array.from(rader, (i) => t.kolumn.plats![i]!),
        personer,
      },
    ]
  })
}

/** A plan that was approved has the aim and the prescription that 27 kap. 6 § asks for; of one that was not only that is known. */
async function behandlingsplaner(k: Datakalla, f: Fonster): Promise<Arenden> {
  const t = await k.kolumner(`SELECT ${personSql(f.tom.slice(0, 4))}, b.godkand AS godkand, u.arende_id IS NOT NULL AS betald
    FROM behandlingsplan r LEFT JOIN person p ON p.person_id = r.person_id
    LEFT JOIN (SELECT arende_id, max(CASE WHEN utfall = 'bifall' THEN 1 ELSE 0 END) AS godkand FROM beslut WHERE slag = 'forebyggande_plan' GROUP BY arende_id) b ON b.arende_id = r.plan_id
    LEFT JOIN (SELECT DISTINCT arende_id FROM utbetalning WHERE forman = 'forebyggande_sjukpenning') u ON u.arende_id = r.plan_id WHERE ${inom('r.inkom', f)}`)
  const ja = (namn: string): Uint8Array => Uint8Array.from(t.kolumn[namn]!, (v) => (v === 1 ? 1 : 0))
  const baraJa = (namn: string): Kolumn => ({ data: ja(namn), saknas: ja(namn).map((v) => 1 - v) })
  return {
    antal: t.antal,
    hundradelsdagar: new Float64Array(t.antal).fill(100),
    person: Uint32Array.from(t.kolumn.plats!),
    personer: personerna(t),
    kolumner: {
      planGodkand: { data: ja('godkand'), saknas: Uint8Array.from(t.kolumn.godkand!, (v) => (Number.isNaN(v) ? 1 : 0)) },
      forebyggandeSyfte: baraJa('godkand'),
      ordineradAvLakare: baraJa('godkand'),
      ersattningUtbetald: { data: ja('betald') },
    },
  }
}

export const raderDar = (antal: number, dar: (i: number) => boolean): number[] => Array.from({ length: antal }, (_, i) => i).filter(dar)

/** The columns of persons, a place each, out of rows that repeat them. */
export function personerna(t: Talkolumner): Personer {
  const plats = t.kolumn.plats!
  let antal = 0
  for (const p of plats) if (p >= antal) antal = p + 1
  const ut = (namn: string): Float64Array => {
    const kolumn = new Float64Array(antal).fill(Number.NaN)
    t.kolumn[namn]?.forEach((v, i) => (kolumn[plats[i]!] = v))
    return kolumn
  }
  return { antal, lan: ut('lan'), kon: ut('kon'), alder: ut('alder'), inkomst: ut('inkomst') }
}
