/** What some methods can be divided or narrowed by, beside period and counties. */
export const METODVAL = [
  {
    namn: 'grupp',
    etikett: 'Dela efter',
    tomText: 'Det som är förvalt',
    val: [
      { varde: 'storlek', text: 'Arbetsgivarens storlek' },
      { varde: 'sektor', text: 'Sektor' },
      { varde: 'kon', text: 'Kön' },
      { varde: 'diagnos', text: 'Diagnos' },
      { varde: 'sysselsattning', text: 'Sysselsättning' },
    ],
  },
  {
    namn: 'niva',
    etikett: 'Områden är',
    tomText: 'Det som är förvalt',
    val: [
      { varde: 'sf_omrade', text: 'Sjukförsäkringsområden' },
      { varde: 'lan', text: 'Län' },
    ],
  },
] as const
