/** From light to dark, and the text that can be read on each (at least 4.5:1). */
export const TONER = [
  { fyllning: '#eef5f1', text: '#1b241f' },
  { fyllning: '#c4dfd2', text: '#1b241f' },
  { fyllning: '#8cc0a8', text: '#1b241f' },
  { fyllning: '#2f7d60', text: '#ffffff' },
  { fyllning: '#0b4f3a', text: '#ffffff' },
] as const

export interface Kartvarde {
  readonly lan: string
  /** null: hidden, or there is none */
  readonly varde: number | string | null
  readonly text: string
}
export interface Klass {
  readonly ton: (typeof TONER)[number]
  readonly text: string
}

/** Words in their own order; numbers in five classes with as many counties in each as can be. */
export function klassa(
  varden: readonly Kartvarde[],
  ordning: readonly string[],
  skriv: (v: number) => string,
): { readonly av: (v: Kartvarde) => Klass | null; readonly klasser: readonly Klass[] } {
  const ord = varden.some((v) => typeof v.varde === 'string')
  if (ord) {
    const steg = ordning.map((o, i): Klass => ({
      ton: TONER[Math.round((i * (TONER.length - 1)) / Math.max(1, ordning.length - 1))]!,
      text: o,
    }))
    return { av: (v) => steg[ordning.indexOf(String(v.varde))] ?? null, klasser: steg }
  }
  const tal = varden.flatMap((v) => (typeof v.varde === 'number' ? [v.varde] : [])).sort((a, b) => a - b)
  const antal = Math.min(TONER.length, new Set(tal).size)
  const undre = Array.from({ length: antal }, (_, i) => tal[Math.floor((i * tal.length) / antal)]!)
  const klasser = undre.map((u, i): Klass => {
    const sist = tal.filter((t) => t >= u && (undre[i + 1] === undefined || t < undre[i + 1]!)).at(-1) ?? u
    return {
      ton: TONER[antal === 1 ? 2 : Math.round((i * (TONER.length - 1)) / (antal - 1))]!,
      text: skriv(u) === skriv(sist) ? skriv(u) : `${skriv(u)}–${skriv(sist)}`,
    }
  })
  return {
    av: (v) => (typeof v.varde === 'number' ? (klasser[undre.filter((u) => u <= (v.varde as number)).length - 1] ?? null) : null),
    klasser,
  }
}
