import type { components } from '../../../../api/schema.gen.ts'

export type Liknande = components['schemas']['LiknandeFall']

export const UTFALL: Readonly<Record<Liknande['utfall'], string>> = {
  godkandOchBeviljad: 'Godkänd, ersättning beviljad',
  godkandEjBeviljad: 'Godkänd, ingen ersättning beviljad',
  delvisGodkand: 'Godkänd i en del',
  ejGodkand: 'Inte godkänd',
}
const FULLFOLJD: Readonly<Record<string, string>> = {
  ja: 'Behandlingen fullföljdes',
  delvis: 'Behandlingen fullföljdes delvis',
  nej: 'Behandlingen avbröts',
  okant: 'Hur det gick är inte känt',
  pagar: 'Behandlingen pågår eller är inte uppföljd',
}
export const efterat = (f: Pick<Liknande, 'fullfoljd'>): string => FULLFOLJD[f.fullfoljd] ?? f.fullfoljd

export interface Sammandrag {
  readonly antal: number
  readonly godkanda: number
  /** of those whose end is known */
  readonly fullfoljda: number
  readonly kanda: number
}

/** How the like cases came out, as counts: never as a rule to follow. */
export function sammandrag(fall: readonly Pick<Liknande, 'utfall' | 'fullfoljd'>[]): Sammandrag {
  const kanda = fall.filter((f) => ['ja', 'delvis', 'nej'].includes(f.fullfoljd))
  return {
    antal: fall.length,
    godkanda: fall.filter((f) => f.utfall !== 'ejGodkand').length,
    fullfoljda: kanda.filter((f) => f.fullfoljd === 'ja').length,
    kanda: kanda.length,
  }
}

export function sammandragstext(s: Sammandrag): string {
  if (s.antal === 0) return 'Inga lika fall finns i landet än.'
  return `${s.antal} ${s.antal === 1 ? 'likt fall' : 'lika fall'} i hela landet: ${s.godkanda} godkända helt eller delvis, ${s.antal - s.godkanda} inte.${s.kanda ? ` Av de ${s.kanda} där det är känt hur det gick fullföljdes ${s.fullfoljda}.` : ' Hur det gick är inte känt i något av dem.'}`
}
