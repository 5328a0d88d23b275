import { ersattningstext, type AnnanErsattning } from '../annanErsattning.ts'
import type { Faktadefinition, Faktum, Lage } from '@atergang/arende'
import { periodtext } from '@atergang/kalender'
import {
  andraArendenText,
  kr,
  lontext,
  SYSSELSATTNINGSNAMN,
  type AnnatArende,
  type Lonuppgift,
  type Sysselsattningsuppgift,
} from '../fakta.ts'
import type { Faktarad } from './arendevy.ts'

/** A shared fact's value in words, or null when the fact is the benefit's own. */
function gemensamText(namn: string, v: unknown): string | null {
  switch (namn) {
    case 'sysselsattning': {
      const s = v as Sysselsattningsuppgift
      return `${SYSSELSATTNINGSNAMN[s.slag]}${s.andelArbetslos ? ` till ${s.andelArbetslos * 100} %` : ''}${s.arbetsgivare ? ` hos ${s.arbetsgivare.namn}` : ''}${s.arbetsuppgifter ? `; ${s.arbetsuppgifter}` : ''}`
    }
    case 'inkomst': {
      const i = v as { anstallning: number; annat: number }
      return `anställning ${kr(i.anstallning)}, annat förvärvsarbete ${kr(i.annat)} om året`
    }
    case 'sjukersattning':
      return ersattningstext(v as AnnanErsattning)
    case 'lonUnderSjukdom':
      return lontext(v as Lonuppgift)
    case 'karenstid': {
      const { dagar } = v as { dagar: number }
      return dagar === 1 ? '1 dag' : `${dagar} dagar`
    }
    case 'andraArenden':
      return andraArendenText(v as { arenden: readonly AnnatArende[] })
    case 'anpassning': {
      const a = v as { sprak?: string; tolk: boolean; format: string; ombud?: string }
      return [a.tolk ? `tolk (${a.sprak ?? 'språk ej angivet'})` : '', a.format, a.ombud ? `ombud ${a.ombud}` : '']
        .filter(Boolean)
        .join(', ')
    }
    case 'andradUppgift': {
      const a = v as { amne: string; text: string }
      return `${a.amne}: ${a.text}`
    }
    default:
      return null
  }
}

export interface Faktavisning {
  readonly definitioner: Readonly<Record<string, Faktadefinition<unknown>>>
  /** the value of the benefit's own facts in words; null when all texts of it will do */
  text(namn: string, varde: unknown): string | null
  /** facts too large to be corrected in a form */
  readonly utanVarde: ReadonlySet<string>
}

/** How a benefit shows its facts: in one sentence, and as rows with source and day. */
export function faktavisning(v: Faktavisning): { formFakta(f: Faktum): string; faktarader(l: Lage): Faktarad[] } {
  const rubrik = (namn: string) => v.definitioner[namn]?.rubrik ?? namn
  const text = (namn: string, varde: unknown): string =>
    v.text(namn, varde) ??
    gemensamText(namn, varde) ??
    (Object.values((varde ?? {}) as Record<string, unknown>)
      .filter((x) => typeof x === 'string')
      .join(', ') ||
      'registrerad')
  return {
    formFakta: (f) => `${rubrik(f.namn)}: ${text(f.namn, f.varde)}${f.period ? ` (${periodtext(f.period)})` : ''}`,
    /** Every fact with source and day, the newest first; replaced ones last in their kind and marked. */
    faktarader(l) {
      const ersatta = new Set(l.fakta.map((f) => f.ersatter))
      return [...l.fakta]
        .reverse()
        .map((f) => ({
          id: f.id,
          namn: f.namn,
          rubrik: rubrik(f.namn),
          text: text(f.namn, f.varde),
          ...(v.utanVarde.has(f.namn) ? {} : { varde: f.varde }),
          kalla: f.kalla,
          period: f.period ?? null,
          registrerad: f.registrerad,
          av: f.av.namn,
          ersatt: ersatta.has(f.id),
        }))
    },
  }
}
