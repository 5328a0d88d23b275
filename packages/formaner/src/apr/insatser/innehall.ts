/**
 * What a measure consisted of (C022). May be asked for only at after-control and evaluation (15 § förordning (2014:67), as the audit quotes
 * it: RiR 2021:19 section 4.5 note 151), never in the application. The audit says that health and talk support is common and names no list: the codes are ours.
 */
export const INNEHALL = {
  halsostod: { namn: 'Hälsostöd', arbetsplats: true },
  samtalsstod: { namn: 'Samtalsstöd, psykolog eller beteendevetare', arbetsplats: true },
  arbetsformagebedomning: { namn: 'Bedömning av arbetsförmåga', arbetsplats: true },
  arbetsplatsbesok: { namn: 'Arbetsplatsbesök', arbetsplats: true },
  ergonomi: { namn: 'Ergonomi och belastning', arbetsplats: true },
  arbetsanpassning: { namn: 'Anpassning av arbetsuppgifter, arbetstid eller arbetsplats', arbetsplats: true },
  organisation: { namn: 'Arbetsorganisation och bemanning', arbetsplats: true },
  chefsstod: { namn: 'Stöd till den anställdas chef', arbetsplats: true },
  atergangsmote: { namn: 'Möte om återgång med den anställda och chefen', arbetsplats: true },
  konflikt: { namn: 'Konflikt eller kränkning på arbetsplatsen', arbetsplats: true },
  /** in words the ordinance leaves out: told apart so that a finding can name it */
  medicinskBehandling: { namn: 'Medicinsk behandling', arbetsplats: false },
  annanBehandling: { namn: 'Annan behandling', arbetsplats: false },
  annat: { namn: 'Annat', arbetsplats: true },
} as const

export type Innehall = keyof typeof INNEHALL
export const INNEHALLSKODER = Object.keys(INNEHALL) as Innehall[]
