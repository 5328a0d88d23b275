import { kort, medManadsnamn, periodtext, type Datum } from '@atergang/kalender'
import type { Historikord } from '../../gemensamt/vy/historik.ts'
import { faktavisning } from '../../gemensamt/vy/fakta.ts'
import { STALLNINGAR } from '../evidens/register.ts'
import {
  faktadefinitioner,
  FULLFOLJD,
  type AnsokanErsattning,
  type AnsokanPlan,
  type Arbetssokande,
  type Forebyggandefakta,
  type Registerlage,
  type Schemauppgift,
  type Utlatande,
} from '../fakta.ts'
import { behandlingarna, namnPaBehandling, planeradPeriod } from '../plan/planlage.ts'
import { behandlingsnamn } from '../koder/behandlingar.ts'
import { VECKODAGAR, VECKODAGSNAMN } from '../tid/arbetsdag.ts'

const behandlingstext = (b: ReturnType<typeof behandlingarna>[number]): string => {
  const p = planeradPeriod(b)
  return `${namnPaBehandling(b) || 'behandling'}${b.vardgivare ? `, ${b.vardgivare}` : ''}${p ? `, ${periodtext(p)}` : ''}`
}

/** The value of a fact of the benefit's own in words. */
function vardetext(namn: string, v: unknown): string | null {
  switch (namn) {
    case 'ansokanPlan':
    case 'planandring':
      return (
        behandlingarna(v as AnsokanPlan)
          .map(behandlingstext)
          .join('; ') || 'ingen behandling angiven'
      )
    case 'utlatande': {
      const u = v as Utlatande
      return `${u.diagnoser.map((d) => `${d.kod} ${d.text}`.trim()).join('; ') || 'ingen diagnos angiven'}; ${[u.lakare, u.vardenhet].filter(Boolean).join(', ') || 'läkare inte angiven'}`
    }
    case 'ansokanErsattning': {
      const a = v as AnsokanErsattning
      return `${a.tillfallen.length} tillfällen: ${[...new Set(a.tillfallen.map((t) => t.datum))].sort().map(kort).join(', ')}`
    }
    case 'arbetsschema': {
      const s = v as Schemauppgift
      const vecka = VECKODAGAR.filter((d) => s.arbetstid[d] !== undefined)
      if (!vecka.length && s.avvikelser.length)
        return `pass dag för dag: ${s.avvikelser.map((a) => `${kort(a.datum)} ${a.pass.map((p) => `${p.fran}–${p.till}`).join(' och ') || 'ledig'}`).join(', ')}`
      return `${vecka.map((d) => `${VECKODAGSNAMN[d]} ${String(s.arbetstid[d]).replace('.', ',')} h`).join(', ') || 'ingen veckodag angiven'}${s.arbetsstart ? ` från ${s.arbetsstart}` : ''}${s.avvikelser.length ? `; ${s.avvikelser.length} dagar avviker` : ''}`
    }
    case 'arsarbetstid':
      return `${(v as { timmar: number }).timmar} timmar`
    case 'arbetssokande': {
      const a = v as Arbetssokande
      return `${a.anmald ? 'anmäld' : 'inte anmäld'} på Arbetsförmedlingen, ${a.beredd ? 'beredd' : 'inte beredd'} att ta arbete, söker ${a.timmarPerDag} timmar om dagen`
    }
    case 'narvaro': {
      const n = v as Forebyggandefakta['narvaro']
      return `${n.datum.map(kort).join(', ')}${n.text ? `; ${n.text}` : ''}`
    }
    case 'avbruten': {
      const a = v as Forebyggandefakta['avbruten']
      return `slutade ${medManadsnamn(a.dag)}${a.skal ? `; ${a.skal}` : ''}`
    }
    case 'uppfoljningsnot': {
      const n = v as Forebyggandefakta['uppfoljningsnot']
      return `fullföljd: ${FULLFOLJD[n.fullfoljd]}${n.text ? `; ${n.text}` : ''}`
    }
    case 'registerlage': {
      const r = v as Registerlage
      return `${behandlingsnamn(r.fall.behandling)}: ${r.svar.stallning ? STALLNINGAR[r.svar.stallning] : 'registret säger inget'}`
    }
    case 'tidigarePlaner':
      return (v as Forebyggandefakta['tidigarePlaner']).planer
        .map((p) => `${p.nummer} (${medManadsnamn(p.inkom as Datum)}): ${p.utfall}`)
        .join('; ')
    default:
      return null
  }
}

const STORA = new Set(['ansokanPlan', 'planandring', 'utlatande', 'ansokanErsattning', 'registerlage', 'tidigarePlaner', 'andraArenden'])

export const { formFakta, faktarader } = faktavisning({ definitioner: faktadefinitioner, text: vardetext, utanVarde: STORA })

/** What the benefit calls its own things in the history of the case. */
export const HISTORIKORD: Historikord = {
  fragor: {
    ansokansgranskning: 'Granskade ansökan',
    inkomst: 'Angav ankomstdag',
    utlatandegranskning: 'Granskade utlåtandet',
    ordination: 'Bedömde ordinationen',
    risk: 'Bedömde risken',
    evidens: 'Bedömde behandlingens stöd och upplägg',
    planbedomning: 'Bedömde planen',
    informeraOmSgi: 'Informerade om SGI',
    avvikelse: 'Bedömde om tillfällen ingår i planen',
    genomforande: 'Bedömde om behandlingen genomfördes',
    arbetsschema: 'Utredde arbetstiden',
    arbetssokande: 'Bedömde om personen var arbetssökande',
    nodvandigTid: 'Bedömde nödvändig tid',
    annanErsattning: 'Bedömde annan ersättning samma dag',
    sgi: 'Bekräftade SGI',
    efterRiktalder: 'Prövade sjukpenning efter riktåldern',
    lonUnderSjukdom: 'Tog ställning till lön',
    andring: 'Tog ställning till ändring',
    avslut: 'Fyllde i registret eller avslutade',
  },
  fakta: formFakta,
}
