export const FORMULARNAMN: Readonly<Record<string, string>> = {
  plan: 'Ansökan om plan',
  utlatande: 'Läkarens utlåtande',
  ersattning: 'Ansökan om ersättning',
  arbetsgivare: 'Frågor till arbetsgivaren',
}
