import type { Daterat, Enhet, Parameter, Regel, Uttryck } from '../definition.ts'
import { GALLANDE_RATT } from '../gallandeRatt.ts'
import { underliggande } from '../genomgang.ts'
import { lagrum, type Lagrum } from '../lagrum.ts'
import type { Reform } from '../reform.ts'
import type { Regelverk } from '../regelverk.ts'
import type { Tal } from '../tal.ts'
import { indata } from '../uttryck.ts'
import { lasDaterade, lasTal, lasText, okandaFalt, Plats, Reformfel, somObjekt, type Reformfaltfel } from './falt.ts'
import { arEnhet, lasUttryck, type Omgivning } from './lasUttryck.ts'

/** What a reform is described by in data; other fields are of who reads the rest of it. */
export const REFORMFALT = ['namn', 'beskrivning', 'kalla', 'parametrar', 'uppgifter', 'regler'] as const

/**
 * A reform as data, of a JSON or YAML file (`docs/reformer.md` has the form):
 * `{"namn", "kalla"?, "beskrivning"?, "parametrar": {"sgiTak": [{"from", "tom"?, "varde": "12", "kalla"}]}, "uppgifter": {…}, "regler": […]}`.
 * @param rv the law that names are looked up in
 * @param ovriga further fields that may stand beside
 * @throws {Reformfel} naming every field that is wrong
 */
export function lasReform(data: unknown, rv: Regelverk = GALLANDE_RATT, ovriga: readonly string[] = []): Reform {
  const fel: Reformfaltfel[] = []
  const p = new Plats('', fel)
  const d = somObjekt(data)
  if (!d) throw new Reformfel('reform', [{ falt: 'reform', text: 'ange ett objekt med namn och parametrar eller regler.' }])
  okandaFalt(d, [...REFORMFALT, ...ovriga], p)
  const namn = lasText(d.namn, p.i('namn'), 'ange vad reformen heter.')
  for (const f of ['beskrivning', 'kalla'] as const) if (d[f] !== undefined) lasText(d[f], p.i(f), 'skriv en text, eller ta bort fältet.')
  const kant = underliggande(...rv.regler)
  const parametrar = lasParametrar(d.parametrar, p.i('parametrar'), new Map(kant.parametrar.map((x) => [x.namn, x])))
  const regler = lasRegler(d, p, rv, kant)
  if (d.parametrar === undefined && d.regler === undefined)
    p.i('parametrar').sag('ange minst en parameter med nya värden, eller en regel under regler.')
  if (fel.length) throw new Reformfel(namn || 'reform', fel)
  return {
    namn,
    ...(typeof d.kalla === 'string' ? { kalla: d.kalla } : {}),
    ...(typeof d.beskrivning === 'string' ? { beskrivning: d.beskrivning } : {}),
    ...(Object.keys(parametrar).length ? { parametrar } : {}),
    ...(regler.length ? { regler } : {}),
  }
}

function lasParametrar(x: unknown, p: Plats, kanda: ReadonlyMap<string, Parameter>): Record<string, readonly Daterat<Tal>[]> {
  if (x === undefined) return {}
  const d = somObjekt(x)
  if (!d || Object.keys(d).length === 0) {
    p.sag('ange minst en parameter med nya värden.')
    return {}
  }
  return Object.fromEntries(
    Object.entries(d).map(([namn, lista]) => {
      if (!kanda.has(namn)) p.i(namn).sag(`det finns ingen parameter ”${namn}”. Namnen står i docs/regler/parametrar.md.`)
      return [
        namn,
        lasDaterade(
          lista,
          p.i(namn),
          'varde',
          (v, q) => lasTal(v.varde) ?? q.sag('skriv ett heltal, eller ett decimaltal som text (”0,97”).'),
        ),
      ]
    }),
  )
}

function lasRegler(d: Record<string, unknown>, p: Plats, rv: Regelverk, kant: ReturnType<typeof underliggande>): readonly Regel[] {
  const egna = lasUppgifter(d.uppgifter, p.i('uppgifter'))
  if (d.regler === undefined) return []
  if (!Array.isArray(d.regler) || d.regler.length === 0) {
    p.i('regler').sag('ange en lista av regler.')
    return []
  }
  const gallande = new Map(rv.regler.map((r) => [r.namn, r] as const))
  const huvuden = d.regler.map((x, i) => lasHuvud(x, p.i('regler').i(i), gallande))
  const namnen = huvuden.map((h) => h?.namn)
  namnen.forEach((n, i) => n && namnen.indexOf(n) !== i && p.i('regler').i(i).i('namn').sag(`regeln ${n} står två gånger.`))
  // A rule of the file is known by name to the others before its own words are read.
  const o: Omgivning = {
    uppgifter: new Map([...kant.indata.map((u) => [u.namn, u] as const), ...egna]),
    regler: new Map([...gallande, ...huvuden.flatMap((h) => (h ? [[h.namn, { ...h, versioner: [] }] as const] : []))]),
    parametrar: new Map(kant.parametrar.map((x) => [x.namn, x])),
  }
  return huvuden.flatMap((h, i) => {
    if (!h) return []
    const q = p.i('regler').i(i)
    const versioner = lasDaterade(h.lydelser, q.i('lydelser'), 'uttryck', (v, r) => {
      const u = lasUttryck(v.uttryck, r, o)
      return u && u.enhet !== h.enhet ? r.sag(`ger ${u.enhet}, men regeln är i ${h.enhet}.`) : u
    })
    return [{ namn: h.namn, rubrik: h.rubrik, enhet: h.enhet, lagrum: h.lagrum, versioner }]
  })
}

interface Huvud {
  readonly namn: string
  readonly rubrik: string
  readonly enhet: Enhet
  readonly lagrum: readonly Lagrum[]
  readonly lydelser: unknown
}

const NAMN = /^[a-z][A-Za-z0-9]*$/

/** Name, heading, unit and paragraphs; of a rule in the law what is left out is as it is there. */
function lasHuvud(x: unknown, p: Plats, gallande: ReadonlyMap<string, Regel>): Huvud | null {
  const d = somObjekt(x)
  if (!d) return p.sag('ange namn, rubrik, enhet och lydelser.')
  okandaFalt(d, ['namn', 'rubrik', 'enhet', 'lagrum', 'lydelser'], p)
  const namn = lasText(d.namn, p.i('namn'), 'ange regelns namn.')
  if (namn && !NAMN.test(namn)) p.i('namn').sag('börja med liten bokstav, och använd bara a–z, A–Z och siffror.')
  const forr = gallande.get(namn)
  const rubrik = d.rubrik === undefined && forr ? forr.rubrik : lasText(d.rubrik, p.i('rubrik'), 'säg i ord vad regeln ger.')
  const enhet = d.enhet ?? forr?.enhet
  if (!arEnhet(enhet)) p.i('enhet').sag('ange enheten, till exempel kr/dag eller ja/nej.')
  else if (forr && enhet !== forr.enhet) p.i('enhet').sag(`regeln ${namn} är i ${forr.enhet}; en ny lydelse kan inte byta enhet.`)
  const lagrummen = d.lagrum === undefined ? (forr?.lagrum ?? []) : lasLagrummen(d.lagrum, p.i('lagrum'))
  return namn && arEnhet(enhet) ? { namn, rubrik, enhet, lagrum: lagrummen, lydelser: d.lydelser } : null
}

function lasLagrummen(x: unknown, p: Plats): readonly Lagrum[] {
  if (!Array.isArray(x)) {
    p.sag('ange en lista, till exempel ["27:6", "28:10 st 2"]; tom när ingen paragraf finns.')
    return []
  }
  return x.flatMap((l, i) => {
    try {
      return [lagrum(String(l))]
    } catch (e) {
      p.i(i).sag((e as Error).message)
      return []
    }
  })
}

/** Facts that the law has no rule for today. */
function lasUppgifter(x: unknown, p: Plats): ReadonlyMap<string, Uttryck> {
  const ut = new Map<string, Uttryck>()
  if (x === undefined) return ut
  const d = somObjekt(x)
  if (!d) {
    p.sag('ange uppgifter efter namn: {"namn": {"enhet", "rubrik"}}.')
    return ut
  }
  for (const [namn, v] of Object.entries(d)) {
    const q = p.i(namn)
    const u = somObjekt(v)
    if (!u || !NAMN.test(namn)) {
      q.sag(u ? 'börja namnet med liten bokstav, och använd bara a–z, A–Z och siffror.' : 'ange enhet och rubrik.')
      continue
    }
    okandaFalt(u, ['enhet', 'rubrik', 'minst', 'hogst'], q)
    const rubrik = lasText(u.rubrik, q.i('rubrik'), 'säg i ord vad uppgiften är.')
    if (!arEnhet(u.enhet)) {
      q.i('enhet').sag('ange enheten, till exempel ja/nej eller kr/år.')
      continue
    }
    const gransen = (f: 'minst' | 'hogst'): Record<string, string> => {
      if (u[f] === undefined) return {}
      if (!lasTal(u[f])) q.i(f).sag('skriv ett heltal, eller ett decimaltal som text (”0,25”).')
      return lasTal(u[f]) ? { [f]: String(u[f]) } : {}
    }
    ut.set(namn, indata(namn, u.enhet, rubrik, { ...gransen('minst'), ...gransen('hogst') }))
  }
  return ut
}
