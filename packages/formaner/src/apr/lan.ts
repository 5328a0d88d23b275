/** The counties, code and name as in public statistics; the audit's table 1 has the same 21. */
export const LAN = {
  '01': 'Stockholm',
  '03': 'Uppsala',
  '04': 'Södermanland',
  '05': 'Östergötland',
  '06': 'Jönköping',
  '07': 'Kronoberg',
  '08': 'Kalmar',
  '09': 'Gotland',
  '10': 'Blekinge',
  '12': 'Skåne',
  '13': 'Halland',
  '14': 'Västra Götaland',
  '17': 'Värmland',
  '18': 'Örebro',
  '19': 'Västmanland',
  '20': 'Dalarna',
  '21': 'Gävleborg',
  '22': 'Västernorrland',
  '23': 'Jämtland',
  '24': 'Västerbotten',
  '25': 'Norrbotten',
} as const

export type Lanskod = keyof typeof LAN
export const LANSKODER = Object.keys(LAN).sort() as Lanskod[]
export const arLanskod = (v: unknown): v is Lanskod => typeof v === 'string' && Object.hasOwn(LAN, v)
