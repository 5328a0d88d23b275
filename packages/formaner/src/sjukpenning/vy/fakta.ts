import { medManadsnamn, periodtext, type Datum } from '@atergang/kalender'
import { faktavisning } from '../../gemensamt/vy/fakta.ts'
import { faktadefinitioner, SYSSELSATTNINGSNAMN, type Ansokan, type Intygsuppgift } from '../fakta.ts'

/** The value in words. */
function vardetext(namn: string, v: unknown): string | null {
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
    case 'plan': {
      const p = v as { finns: boolean; atgarder: string; arbetsskada?: string }
      return `${p.finns ? 'plan finns' : 'ingen plan'}${p.atgarder ? `: ${p.atgarder}` : ''}${p.arbetsskada === 'ja' ? '; sjukdomen uppges bero på arbetet' : ''}`
    }
    case 'hogriskskydd':
      return (v as { slag: string }).slag === 'sarskilt' ? 'särskilt högriskskydd' : 'allmänt högriskskydd'
    default:
      return null
  }
}

export const { formFakta, faktarader } = faktavisning({
  definitioner: faktadefinitioner,
  text: vardetext,
  utanVarde: new Set(['intyg', 'ansokan']),
})
