import tackning from '../lagtext/tackning.json' with { type: 'json' }
import type { Tackningsdel } from './tackningsrad.ts'

/** Every paragraph of the covered chapters with what rests on it, or why nothing does; written by `npm run lagtackning` from the source of the house. */
export const lagtackning: readonly Tackningsdel[] = tackning as readonly Tackningsdel[]
