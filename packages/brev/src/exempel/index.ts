import { avslag } from './avslag.ts'
import { bifall } from './bifall.ts'
import { kommunicering } from './kommunicering.ts'

/** Three letters with invented content, for looking at and for tests. */
export const exempelbrev = { bifall, avslag, kommunicering } as const
