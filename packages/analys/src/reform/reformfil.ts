import {
  GALLANDE_RATT,
  lasReform,
  Reformfel,
  reformera,
  Regelverksfel,
  tal,
  underliggande,
  type Indatauppgift,
  type Reform,
  type Regel,
  type Regelverk,
  type Tal,
} from '@atergang/regelverk'
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml'
import { Analysfel, type Analysfalt } from '../fel.ts'
import { ARENDESLAG, type Arendeslag } from './befolkning.ts'

/** What is reckoned before and after: a rule for one kind of rows. */
export interface Rakning {
  readonly arenden: Arendeslag
  /** the rule after the reform, and in the law before it */
  readonly regel: string
  readonly regelFore: string
}

export interface Antagande {
  readonly varde: Tal | boolean
  readonly kalla: string
}

/** A file of a reform: the change of the law, what to reckon with it, and what is assumed of everyone. */
export interface Reformfil {
  readonly reform: Reform
  /** null when the file does not say */
  readonly rakna: readonly Rakning[] | null
  readonly antaganden: Readonly<Record<string, Antagande>>
  /** what the source leaves open, and the numbers therefore cannot say */
  readonly forbehall: readonly string[]
}

/** What is reckoned when the file does not say: of registers the benefits that rest on the SGI, of a file of rows sjukpenning. */
export const STANDARD: readonly Rakning[] = [
  { arenden: 'sjukpenning', regel: 'sjukpenningPerDag', regelFore: 'sjukpenningPerDag' },
  { arenden: 'rehabiliteringspenning', regel: 'rehabiliteringspenningPerDag', regelFore: 'rehabiliteringspenningPerDag' },
  {
    arenden: 'forebyggande_sjukpenning',
    regel: 'sjukpenningPerDagUtanArbetsloshetstak',
    regelFore: 'sjukpenningPerDagUtanArbetsloshetstak',
  },
]
export const STANDARD_RADER: readonly Rakning[] = [{ arenden: 'rader', regel: 'sjukpenningPerDag', regelFore: 'sjukpenningPerDag' }]
const EGNA = ['rakna', 'antaganden', 'forbehall'] as const
const MATBARA = ['kr/dag', 'kr', 'ja/nej']

/**
 * Reads a reform as YAML or JSON (`docs/reformer.md` has the form).
 * @throws {Analysfel} with every fault, its line and field
 */
export function lasReformfil(text: string): Reformfil {
  const rader = new LineCounter()
  const dok = parseDocument(text, { lineCounter: rader, prettyErrors: false })
  if (dok.errors.length)
    throw new Analysfel(
      'ejYaml',
      'Reformfilen är varken YAML eller JSON.',
      dok.errors.map((e) => ({
        falt: `rad ${rader.linePos(e.pos[0]).line}`,
        text: `Går inte att läsa (${e.code}). Kontrollera indrag, citattecken och kolon.`,
      })),
    )
  const data: unknown = dok.toJS()
  const fel: Analysfalt[] = []
  const sag = (falt: string, t: string): void => void fel.push({ falt, text: t })
  let reform: Reform | null = null
  let efter: Regelverk = GALLANDE_RATT
  try {
    reform = lasReform(data, GALLANDE_RATT, EGNA)
    efter = reformera(GALLANDE_RATT, reform)
  } catch (e) {
    if (e instanceof Reformfel) e.falt.forEach((f) => sag(f.falt, f.text))
    else if (e instanceof Regelverksfel) e.fel.forEach((f) => sag('reform', f))
    else throw e
  }
  const d = (data ?? {}) as Record<string, unknown>
  const rakna = d.rakna === undefined ? null : lasRakna(d.rakna, efter, reform !== null, sag)
  const antaganden =
    d.antaganden === undefined
      ? {}
      : lasAntaganden(d.antaganden, underliggande(...GALLANDE_RATT.regler, ...efter.regler).indata, reform !== null, sag)
  const forbehall = Array.isArray(d.forbehall) ? d.forbehall.map(String) : []
  if (d.forbehall !== undefined && !Array.isArray(d.forbehall)) sag('forbehall', 'skriv en lista av meningar.')
  if (fel.length)
    throw new Analysfel(
      'ogiltigReform',
      `${fel.length} fel i reformfilen. Inget har räknats.`,
      fel.map((f) => ({ falt: `rad ${radFor(dok, f.falt, rader)}: ${f.falt}`, text: f.text })),
    )
  return { reform: reform!, rakna, antaganden, forbehall }
}

type Sag = (falt: string, text: string) => void
const somObjekt = (x: unknown): Record<string, unknown> | null =>
  typeof x === 'object' && x !== null && !Array.isArray(x) ? (x as Record<string, unknown>) : null

/** @param helt whether the reform itself could be read: only then can the names of rules be trusted */
function lasRakna(x: unknown, efter: Regelverk, helt: boolean, sag: Sag): readonly Rakning[] {
  if (!Array.isArray(x) || x.length === 0) {
    sag('rakna', 'ange en lista: [{ arenden, regel }].')
    return []
  }
  return x.flatMap((v, i) => {
    const d = somObjekt(v)
    const falt = `rakna.${i}`
    if (!d) {
      sag(falt, 'ange arenden och regel.')
      return []
    }
    for (const k of Object.keys(d))
      if (!['arenden', 'regel', 'regelFore'].includes(k)) sag(`${falt}.${k}`, 'finns inte här. Fälten är arenden, regel, regelFore.')
    if (!(ARENDESLAG as readonly unknown[]).includes(d.arenden)) sag(`${falt}.arenden`, `välj ${ARENDESLAG.join(', ')}.`)
    const regel = String(d.regel ?? '')
    const regelFore = String(d.regelFore ?? d.regel ?? '')
    if (helt) {
      const [r, f] = [
        kontrolleraRegel(regel, efter, `${falt}.regel`, sag),
        kontrolleraRegel(regelFore, GALLANDE_RATT, `${falt}.${d.regelFore === undefined ? 'regel' : 'regelFore'}`, sag),
      ]
      if (r && f && (r.enhet === 'ja/nej') !== (f.enhet === 'ja/nej'))
        sag(`${falt}.regelFore`, `är i ${f.enhet}, men regeln efter är i ${r.enhet}.`)
    }
    return [{ arenden: d.arenden as Arendeslag, regel, regelFore }]
  })
}

function kontrolleraRegel(namn: string, rv: Regelverk, falt: string, sag: Sag): Regel | null {
  const r = rv.regler.find((x) => x.namn === namn)
  if (!r)
    sag(
      falt,
      rv === GALLANDE_RATT
        ? `gällande rätt har ingen regel ”${namn}”. Namnen står i docs/regler/README.md; ange med regelFore vad som gäller före reformen.`
        : `det finns ingen regel ”${namn}”.`,
    )
  else if (!MATBARA.includes(r.enhet)) sag(falt, `${namn} är i ${r.enhet}. En reform räknas på regler i ${MATBARA.join(', ')}.`)
  return r ?? null
}

function lasAntaganden(x: unknown, kanda: readonly Indatauppgift[], helt: boolean, sag: Sag): Record<string, Antagande> {
  const d = somObjekt(x)
  if (!d) {
    sag('antaganden', 'ange uppgifter efter namn: {"namn": {"varde", "kalla"}}.')
    return {}
  }
  return Object.fromEntries(
    Object.entries(d).flatMap(([namn, v]) => {
      const falt = `antaganden.${namn}`
      const a = somObjekt(v)
      const u = kanda.find((k) => k.namn === namn)
      if (!u) {
        if (helt) sag(falt, 'ingen regel frågar efter den uppgiften.')
        return []
      }
      if (!a || typeof a.kalla !== 'string' || a.kalla.trim() === '') {
        sag(falt, 'ange varde och kalla: säg varför det antas.')
        return []
      }
      const varde = u.enhet === 'ja/nej' ? lasJaNej(a.varde) : lasTal(a.varde)
      if (varde === null)
        sag(
          `${falt}.varde`,
          u.enhet === 'ja/nej' ? 'skriv ja eller nej.' : `skriv ett tal i ${u.enhet}: ett heltal, eller ett decimaltal som text (”0,5”).`,
        )
      return varde === null ? [] : [[namn, { varde, kalla: a.kalla }] as const]
    }),
  )
}

const lasJaNej = (x: unknown): boolean | null => (x === 'ja' || x === true ? true : x === 'nej' || x === false ? false : null)
const lasTal = (x: unknown): Tal | null =>
  (typeof x === 'number' && Number.isSafeInteger(x)) || (typeof x === 'string' && /^-?\d+([.,]\d+)?$/.test(x)) ? tal(x) : null

/** The line of the file on which a field stands, or what it should have stood in. */
function radFor(dok: Document, falt: string, rader: LineCounter): number {
  let nod: unknown = dok.contents
  let plats = 0
  for (const del of falt.split('.')) {
    if (isMap(nod)) {
      const par = nod.items.find((i) => isScalar(i.key) && String(i.key.value) === del)
      if (!par) break
      plats = (par.key as { range?: readonly number[] }).range?.[0] ?? plats
      nod = par.value
    } else if (isSeq(nod) && isNode(nod.items[Number(del)])) {
      nod = nod.items[Number(del)]
      plats = (nod as { range?: readonly number[] }).range?.[0] ?? plats
    } else break
  }
  return rader.linePos(plats).line
}
