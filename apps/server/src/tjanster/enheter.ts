/** Which unit handles a county's cases. One table for the whole country; unknown counties go to the first. */
const ENHET_FOR_LAN: Readonly<Record<string, string>> = {
  Gävleborg: 'Gävle',
  Uppsala: 'Gävle',
  Dalarna: 'Gävle',
  Skåne: 'Malmö',
  Blekinge: 'Malmö',
  Kalmar: 'Malmö',
}

export const FORSTA_ENHETEN = 'Gävle'

export const enhetFor = (lan: string): string => ENHET_FOR_LAN[lan] ?? FORSTA_ENHETEN

/** Every unit, in order. */
export const enheterna = (): string[] =>
  [...new Set([FORSTA_ENHETEN, ...Object.values(ENHET_FOR_LAN)])].sort((a, b) => a.localeCompare(b, 'sv'))
