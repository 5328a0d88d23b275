import { createHmac, randomBytes } from 'node:crypto'

/** Stands for an officer in everything shown: the same officer gets the same name under the same key, and nobody without the key can go back. */
export type Pseudonym = (handlaggare: number) => string

const TECKEN = 8
/** @param nyckel kept by whoever may link answers over time; a new one each time when left out, so that names hold within one answer only */
export function pseudonymer(nyckel: string = randomBytes(32).toString('hex')): Pseudonym {
  return (h) => `H-${createHmac('sha256', nyckel).update(String(h)).digest('hex').slice(0, TECKEN)}`
}
