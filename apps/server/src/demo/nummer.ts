import { delar, type Datum } from '@atergang/kalender'

export const arendenummer = (inlett: Datum, n: number): string => `SP${delar(inlett).ar}-${String(n).padStart(6, '0')}`
