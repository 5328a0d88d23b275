import type { Sysselsattning } from './ansokan/utkast.ts'

export const SYSSELSATTNINGSTEXT: Readonly<Record<Sysselsattning, string>> = {
  anstalld: 'Anställd',
  behovsanstalld: 'Anställd vid behov',
  egenforetagare: 'Egenföretagare',
  arbetslos: 'Arbetslös',
  foraldraledig: 'Föräldraledig',
}

const FRAN: Readonly<Record<string, string>> = {
  forsakrad: 'dig',
  vard: 'vården',
  arbetsgivare: 'din arbetsgivare',
  handlaggare: 'oss',
  specialist: 'oss',
  fmr: 'oss',
  system: 'oss',
}
export const franText = (roll: string): string => FRAN[roll] ?? 'en annan person'
