import { regelkatalog } from '@atergang/regelverk'

const katalog = regelkatalog()
const rubriker = new Map([...katalog.regler, ...katalog.parametrar, ...katalog.fragor].map((x) => [x.namn, x.rubrik]))
const antal = new Map<string, number>()
for (const r of rubriker.values()) antal.set(r, (antal.get(r) ?? 0) + 1)

/** The heading of a rule, value or question as a link needs it: where several have one heading the name stands too. Null for what is none of them. */
export function entydig(namn: string): string | null {
  const r = rubriker.get(namn)
  return r === undefined ? null : antal.get(r)! > 1 ? `${r} (${namn})` : r
}
