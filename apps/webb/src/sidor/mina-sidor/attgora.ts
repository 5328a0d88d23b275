import type { MinaSidorArende, MinUppgift } from '@atergang/formaner'
import type { MittArende } from './arende.ts'

type Uppgift = MinaSidorArende['attGora'][number] | MinUppgift
export interface Uppgiftslank {
  readonly till: string
  readonly text: string
}

/** Where the person does it; null for what somebody else has to do. */
export function uppgiftslank(arende: Pick<MittArende, 'id' | 'forman'>, p: Pick<Uppgift, 'slag' | 'id'>): Uppgiftslank | null {
  const forebyggande = `/mina-sidor/forebyggande/${arende.id}`
  const bas = arende.forman === 'forebyggande-sjukpenning' ? forebyggande : `/mina-sidor/arenden/${arende.id}`
  switch (p.slag) {
    case 'yttrande':
      return { till: `/mina-sidor/arenden/${arende.id}/kommande-beslut`, text: 'Läs och svara' }
    case 'komplettera':
      return { till: `${bas}/fragor/${p.id}`, text: 'Svara på frågan' }
    case 'ansok':
      return { till: '/mina-sidor/ansokan', text: 'Till ansökan' }
    case 'intyg':
      return null
    case 'utlatande':
      return { till: `${forebyggande}/lakare`, text: 'Skapa länk till läkaren' }
    case 'ansokErsattning':
      return { till: `${forebyggande}/ersattning`, text: 'Ansök om ersättning' }
    case 'uppfoljning':
      return { till: `${forebyggande}/uppfoljning`, text: 'Berätta hur det gick' }
    default:
      return { till: `/mina-sidor/forebyggande/ansokan?arende=${arende.id}`, text: 'Till ansökan' }
  }
}
