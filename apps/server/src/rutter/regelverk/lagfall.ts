import { medUnderregler } from '@atergang/regelverk'
import { lasLagfall, skrivCell, skrivParagrafer, type Lagfall } from '@atergang/regelverk/prov'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'

const MAPP = fileURLToPath(new URL('../../../../../packages/regelverk/lagfall/', import.meta.url))

export const lagfallSchema = z.object({
  fall: z.string(),
  fil: z.string(),
  rad: z.number().int(),
  datum: z.string(),
  vantat: z.string(),
  paragrafer: z.string(),
  harledning: z.string(),
  /** each fact as it is written in the form to try the rule; one left out is not known */
  uppgifter: z.record(z.string(), z.string()),
})

let lasta: readonly Lagfall[] | undefined

/** The law cases, read when first asked for. What is wrong in a table is told by `npm run lagfall`, and fails the tests. */
const alla = (): readonly Lagfall[] =>
  (lasta ??= readdirSync(MAPP)
    .filter((f) => f.endsWith('.csv'))
    .sort()
    .flatMap((f) => lasLagfall(readFileSync(MAPP + f, 'utf8'), f).fall))

const vantat = (v: Lagfall['vantat']): string =>
  v.sort === 'varde' ? v.cell : v.sort === 'oklart' ? `oklart: ${v.saknas.join(', ')}` : v.text

/** The cases that try the rule by name, and how many go through it on the way to another. */
export function lagfallFor(namn: string): { egna: z.infer<typeof lagfallSchema>[]; genomAndra: number } {
  return {
    egna: alla()
      .filter((f) => f.regel.namn === namn)
      .map((f) => ({
        fall: f.fall,
        fil: f.fil,
        rad: f.rad,
        datum: f.datum,
        vantat: vantat(f.vantat),
        paragrafer: skrivParagrafer(f.paragrafer),
        harledning: f.harledning,
        uppgifter: Object.fromEntries(Object.entries(f.fakta).map(([n, v]) => [n, skrivCell(v as never)])),
      })),
    genomAndra: alla().filter((f) => f.sort === 'regel' && f.regel.namn !== namn && medUnderregler([f.regel]).some((r) => r.namn === namn))
      .length,
  }
}
