import type { Faktum } from '@atergang/arende'
import { medManadsnamn, periodtext, type Datum } from '@atergang/kalender'
import type { Faktarad } from '../../gemensamt/vy/arendevy.ts'
import { faktadefinitioner, kr, lontext, SYSSELSATTNINGSNAMN, type Ansokan, type Faktanamn, type Intygsuppgift, type Lonuppgift, type Slage, type Sysselsattningsuppgift } from '../fakta.ts'


/** The value in words. */
function vardetext(namn: Faktanamn, v: unknown): string {
  switch (namn) {
    case 'anmalan': {
      const a = v as { inkom: Datum; forstaSjukdag: Datum; gjordAv: string }
      return `Första sjukdag ${medManadsnamn(a.forstaSjukdag)}, anmäld ${medManadsnamn(a.inkom)} av ${a.gjordAv === 'arbetsgivare' ? 'arbetsgivaren' : 'personen'}`
    }
    case 'ansokan': {
      const a = v as Ansokan
      return `${a.perioder.map((p) => `${periodtext(p)} (${p.omfattning * 100} %)`).join(', ')}; ${SYSSELSATTNINGSNAMN[a.sysselsattning]}${a.arbetsgivare ? ` hos ${a.arbetsgivare.namn}` : ''}`
    }
    case 'intyg': {
      const i = v as Intygsuppgift
      return `${i.diagnoser.map((d) => `${d.kod} ${d.text}`).join('; ') || 'ingen diagnos angiven'}; ${i.perioder.map((p) => `${periodtext(p)} (${p.grad * 100} %)`).join(', ') || 'ingen läsbar period'}; ${i.lakare}`
    }
    case 'sysselsattning': {
      const s = v as Sysselsattningsuppgift
      return `${SYSSELSATTNINGSNAMN[s.slag]}${s.arbetsgivare ? ` hos ${s.arbetsgivare.namn}` : ''}${s.arbetsuppgifter ? `; ${s.arbetsuppgifter}` : ''}`
    }
    case 'inkomst': {
      const i = v as { anstallning: number; annat: number }
      return `anställning ${kr(i.anstallning)}, annat förvärvsarbete ${kr(i.annat)} om året`
    }
    case 'plan': {
      const p = v as { finns: boolean; atgarder: string; arbetsskada?: string }
      return `${p.finns ? 'plan finns' : 'ingen plan'}${p.atgarder ? `: ${p.atgarder}` : ''}${p.arbetsskada === 'ja' ? '; sjukdomen uppges bero på arbetet' : ''}`
    }
    case 'karenstid':
      return `${(v as { dagar: number }).dagar} dagar`
    case 'hogriskskydd':
      return (v as { slag: string }).slag === 'sarskilt' ? 'särskilt högriskskydd' : 'allmänt högriskskydd'
    case 'sjukersattning':
      return `${(v as { grad: number }).grad * 100} %`
    case 'lonUnderSjukdom':
      return lontext(v as Lonuppgift)
    case 'anpassning': {
      const a = v as { sprak?: string; tolk: boolean; format: string; ombud?: string }
      return [a.tolk ? `tolk (${a.sprak ?? 'språk ej angivet'})` : '', a.format, a.ombud ? `ombud ${a.ombud}` : ''].filter(Boolean).join(', ')
    }
    case 'andradUppgift': {
      const a = v as { amne: string; text: string }
      return `${a.amne}: ${a.text}`
    }
    default:
      return Object.values((v ?? {}) as Record<string, unknown>).filter((x) => typeof x === 'string').join(', ') || 'registrerad'
  }
}

/** ”Läkarintyg: M545 …” */
export const formFakta = (f: Faktum): string => {
  const namn = f.namn as Faktanamn
  return `${faktadefinitioner[namn]?.rubrik ?? f.namn}: ${vardetext(namn, f.varde)}${f.period ? ` (${periodtext(f.period)})` : ''}`
}

/** Every fact with source and day, the newest first; replaced ones last in their kind and marked. */
export function faktarader(l: Slage): Faktarad[] {
  const ersatta = new Set(l.fakta.map((f) => f.ersatter))
  return [...l.fakta].reverse().map((f) => ({
    id: f.id, namn: f.namn, rubrik: faktadefinitioner[f.namn as Faktanamn]?.rubrik ?? f.namn, text: vardetext(f.namn as Faktanamn, f.varde), ...(f.namn === 'intyg' || f.namn === 'ansokan' ? {} : { varde: f.varde }), kalla: f.kalla, period: f.period ?? null, registrerad: f.registrerad, av: f.av.namn, ersatt: ersatta.has(f.id),
  }))
}
