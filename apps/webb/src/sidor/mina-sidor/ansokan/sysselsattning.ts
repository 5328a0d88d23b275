/** What a person lives on, in the words of the forms. */
export const SYSSELSATTNINGAR = [
  { varde: 'anstalld', text: 'Anställd', hjalp: 'Du har en anställning, också om den är tidsbegränsad eller på deltid.' },
  { varde: 'behovsanstalld', text: 'Anställd vid behov', hjalp: 'Du arbetar när arbetsgivaren ringer in dig.' },
  {
    varde: 'egenforetagare',
    text: 'Egenföretagare',
    hjalp: 'Du har enskild firma eller är delägare i handelsbolag. Har du aktiebolag räknas du som anställd.',
  },
  { varde: 'arbetslos', text: 'Arbetslös' },
  { varde: 'foraldraledig', text: 'Föräldraledig' },
]
