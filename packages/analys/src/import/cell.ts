import { arDatum } from '@atergang/kalender'
import { LAN, LANSNAMN } from '@atergang/syntet/land'
import type { Kolumn } from '../register/kolumn.ts'
import { forstord } from './kodning.ts'
import { tolkaTal, type Decimaltecken } from './tal.ts'

export type Cellvarde = string | number | boolean | null
export type Tolkadcell = { readonly varde: Cellvarde } | { readonly fel: string }

const SANT: Readonly<Record<string, boolean>> = {
  ja: true,
  nej: false,
  true: true,
  false: false,
  '1': true,
  '0': false,
  sant: true,
  falskt: false,
}
/** Counties as registers write them: name, ”Gävleborgs län”, code. */
const LANSFORMER = new Map(
  LAN.flatMap((l) => [l.namn, `${l.namn} län`, `${l.namn}s län`, l.kod].map((f) => [f.toLowerCase(), l.namn] as const)),
)
const DATUM_UTAN_STRECK = /^(\d{4})(\d{2})(\d{2})$/

/** A cell by its column's type and limits: what it is, or what is wrong with it and what to do. */
export function tolkaCell(text: string, k: Kolumn, decimaltecken: Decimaltecken): Tolkadcell {
  const t = text.trim()
  if (t === '') return k.kanSaknas ? { varde: null } : { fel: `Uppgiften saknas. Ange ${k.text}.` }
  switch (k.typ) {
    case 'text':
      return textcell(t)
    case 'kod':
      return kodcell(t, k.varden)
    case 'sant':
      return t.toLowerCase() in SANT ? { varde: SANT[t.toLowerCase()]! } : { fel: `”${t}” är varken ja eller nej.` }
    case 'dag': {
      const d = t.replace(DATUM_UTAN_STRECK, '$1-$2-$3')
      return arDatum(d) ? { varde: d } : { fel: `”${t}” är inget datum. Skriv år-månad-dag, till exempel 2019-09-30.` }
    }
    case 'heltal':
    case 'decimal':
      return talcell(t, k, decimaltecken)
  }
}

function textcell(t: string): Tolkadcell {
  const fel = forstord(t)
  return fel ? { fel } : { varde: t }
}

function kodcell(t: string, varden: readonly string[]): Tolkadcell {
  const trasig = forstord(t)
  if (trasig) return { fel: trasig }
  const v = varden === LANSNAMN ? (LANSFORMER.get(t.toLowerCase()) ?? t) : t
  if (varden.includes(v)) return { varde: v }
  const nara = varden.find((x) => x.toLowerCase() === v.toLowerCase())
  if (nara) return { varde: nara }
  return { fel: `”${t}” finns inte i kodlistan. Välj en av: ${varden.slice(0, 30).join(', ')}.` }
}

function talcell(t: string, k: Extract<Kolumn, { typ: 'heltal' | 'decimal' }>, decimaltecken: Decimaltecken): Tolkadcell {
  const n = tolkaTal(t, decimaltecken)
  if ('fel' in n) return n
  if (k.typ === 'heltal' && !Number.isSafeInteger(n.varde)) return { fel: `”${t}” ska vara ett heltal.` }
  if (k.typ === 'decimal' && Math.abs(n.varde * 100 - Math.round(n.varde * 100)) > 1e-6)
    return { fel: `”${t}” har fler än två decimaler. Avrunda talet.` }
  if (k.minst !== undefined && n.varde < k.minst) return { fel: `${t} är mindre än ${k.minst}, som är det minsta för ${k.text}.` }
  if (k.hogst !== undefined && n.varde > k.hogst) return { fel: `${t} är större än ${k.hogst}, som är det största för ${k.text}.` }
  return { varde: n.varde }
}
