/** What is handed in from outside, as the page's form has it and as the API takes it. */
export type Slag = 'budget' | 'arbetsgivarbestand' | 'folkmangd'
export const SLAG: Readonly<Record<Slag, string>> = {
  budget: 'Budget',
  arbetsgivarbestand: 'Antal arbetsgivare efter storlek',
  folkmangd: 'Folkmängd per län',
}

export interface Underlagsform {
  slag: Slag
  ar: string
  kalla: string
  avsatt: number | undefined
  utbetalt: number | undefined
  arbetsgivare: number | undefined
  namnare: string
  perStorlek: Record<string, number | undefined>
  perLan: Record<string, number | undefined>
}

const ifyllda = (r: Record<string, number | undefined>): Record<string, number> =>
  Object.fromEntries(Object.entries(r).filter((x): x is [string, number] => x[1] !== undefined))

export const kroppen = (f: Underlagsform) => ({
  kalla: f.kalla.trim(),
  underlag:
    f.slag === 'budget'
      ? {
          slag: f.slag,
          avsatt: f.avsatt ?? 0,
          ...(f.utbetalt === undefined ? {} : { utbetalt: f.utbetalt }),
          ...(f.arbetsgivare === undefined ? {} : { arbetsgivare: f.arbetsgivare }),
        }
      : f.slag === 'folkmangd'
        ? { slag: f.slag, namnare: f.namnare.trim(), perLan: ifyllda(f.perLan) }
        : { slag: f.slag, perStorlek: ifyllda(f.perStorlek) },
})

const heltal = (falt: string, n: number | undefined): { falt: string; text: string }[] =>
  n !== undefined && (!Number.isInteger(n) || n < 0) ? [{ falt, text: 'Skriv ett helt tal, noll eller mer.' }] : []

/** What is missing or wrong before it can be handed in. */
export function saknas(f: Underlagsform, forstaAr: number): { falt: string; text: string }[] {
  const tom = (r: Record<string, number | undefined>): boolean => Object.keys(ifyllda(r)).length === 0
  return [
    ...(/^\d{4}$/.test(f.ar) && Number(f.ar) >= forstaAr ? [] : [{ falt: 'ar', text: `Skriv ett år från och med ${forstaAr}.` }]),
    ...(f.slag === 'budget'
      ? [
          ...(f.avsatt === undefined
            ? [{ falt: 'underlag.avsatt', text: 'Skriv vad som är avsatt, i hela kronor.' }]
            : heltal('underlag.avsatt', f.avsatt)),
          ...heltal('underlag.utbetalt', f.utbetalt),
          ...heltal('underlag.arbetsgivare', f.arbetsgivare),
        ]
      : []),
    ...(f.slag === 'arbetsgivarbestand'
      ? [
          ...(tom(f.perStorlek) ? [{ falt: 'underlag.perStorlek.0-9', text: 'Fyll i minst en storlek.' }] : []),
          ...Object.entries(f.perStorlek).flatMap(([k, n]) => heltal(`underlag.perStorlek.${k}`, n)),
        ]
      : []),
    ...(f.slag === 'folkmangd'
      ? [
          ...(f.namnare.trim() ? [] : [{ falt: 'underlag.namnare', text: 'Skriv vilka som räknas, till exempel folkmängd 16–64 år.' }]),
          ...(tom(f.perLan) ? [{ falt: 'underlag.perLan.01', text: 'Fyll i minst ett län.' }] : []),
          ...Object.entries(f.perLan).flatMap(([k, n]) => heltal(`underlag.perLan.${k}`, n)),
        ]
      : []),
    ...(f.kalla.trim() ? [] : [{ falt: 'kalla', text: 'Skriv varifrån uppgiften kommer.' }]),
  ]
}
