import type { Information, Informationsmottagare, Lage } from '@atergang/arende'
import { ERSATTNINGAR, ersattningOm } from '../kunskap/ersattningar.ts'

/** Topics a person may need to be told of (6 § förvaltningslagen), by name: logged when told, and written so in letters. */
export const INFORMATIONSAMNEN = {
  anmalningsskyldighet: 'Skyldigheten att anmäla ändrade förhållanden inom 14 dagar (110 kap. 46–47 §§)',
  tillaggsforsakringar: 'Tilläggsförsäkringar genom arbete, fack eller bank',
  livranta: ERSATTNINGAR.livranta.informationsrad,
  bostadstillagg: ERSATTNINGAR.bostadstillagg.informationsrad,
  samordningsansvar: 'Försäkringskassans ansvar att samordna rehabiliteringen (30 kap. 8–11 §§)',
  forebyggande: ERSATTNINGAR.forebyggande.informationsrad,
  andraErsattningar: ERSATTNINGAR.andraErsattningar.informationsrad,
  sgiSkydd: 'När den sjukpenninggrundande inkomsten är skyddad (26 kap. 9–18 §§)',
  fortsattSjuk: 'Nytt läkarintyg och ny ansökan, om sjukdomen fortsätter',
  aterinsjuknande: 'Ny sjukdom inom fem dagar räknas till samma sjukperiod vid karens (27 kap. 32 §)',
  ersattningEfterBehandling: 'Hur man ansöker om ersättning när behandlingen är gjord (27 kap. 6–7 §§)',
  ramtidOchKedja: 'Dagarna räknas bland de 364 dagarna på normalnivån och i rehabiliteringskedjan (27 kap. 21–22, 26, 51 §§)',
  apr: 'Arbetsplatsinriktat rehabiliteringsstöd, som arbetsgivaren kan söka (förordning 2014:67)',
  hogriskskydd: ERSATTNINGAR.hogriskskydd.informationsrad,
} as const
export type Informationsamne = keyof typeof INFORMATIONSAMNEN

export const INFORMATIONSNYCKLAR = Object.keys(INFORMATIONSAMNEN) as [Informationsamne, ...Informationsamne[]]

/** A topic as it stands in a letter. A benefit is told of with both its parts: what it takes, and how to apply (D031). */
export function informationspunkt(amne: Informationsamne): string {
  const e = ersattningOm(amne)
  return [`${INFORMATIONSAMNEN[amne]}.`, ...(e ? [e.villkor.text, e.ansokan.text] : [])].join(' ')
}

/** Topics whose telling managers follow by area (C039, D025). */
export const FOLJDA_AMNEN = ['apr', 'forebyggande'] as const

const mottagaren = (i: Information): Informationsmottagare => i.till ?? 'forsakrad'

/** Who has been told of the topic, all times together; null when nobody has. */
export function informeradeOm(l: Pick<Lage, 'information'>, amne: string): Informationsmottagare | null {
  const alla = new Set(l.information.filter((i) => i.amne === amne).map(mottagaren))
  const [forsakrad, arbetsgivare] = [alla.has('forsakrad') || alla.has('bada'), alla.has('arbetsgivare') || alla.has('bada')]
  return forsakrad && arbetsgivare ? 'bada' : forsakrad ? 'forsakrad' : arbetsgivare ? 'arbetsgivare' : null
}
