import type { paths } from '../../api/schema.gen.ts'

export type Regelverket = paths['/api/v1/regelverk']['get']['responses'][200]['content']['application/json']
export type Parameterrad = Regelverket['parametrar'][number]
export type Regelrad = Regelverket['regler'][number]

export const galler = (v: { readonly from: string; readonly tom: string | null }, dag: string): boolean => v.from <= dag && (v.tom === null || dag <= v.tom)

/** The same rule is kept under two names where a preview and a case start from different facts: shown once when it reads the same. */
export function olika(regler: readonly Regelrad[]): Regelrad[] {
  const sedda = new Set<string>()
  return regler.filter((r) => {
    const text = JSON.stringify([r.rubrik, r.lagrum, r.versioner])
    if (sedda.has(text)) return false
    sedda.add(text)
    return true
  })
}
