const ORD: Readonly<Record<string, string>> = {
  kartlaggning: 'Kartläggning',
  kontaktytor: 'Kontaktytor',
  information: 'Information',
  arbetsgivare: 'arbetsgivare',
  vardenheter: 'vårdenheter',
  vardgivare: 'vårdgivare',
  internt: 'internt',
  forsakrade: 'försäkrade',
}

/** An index's name in the data as words: ”kartlaggning_vardenheter” is ”Kartläggning: vårdenheter”. */
export function indexnamn(id: string): string {
  const [forst, ...resten] = id.split('_')
  return `${ORD[forst!] ?? forst}${resten.length ? `: ${resten.map((r) => ORD[r] ?? r).join(' ')}` : ''}`
}
