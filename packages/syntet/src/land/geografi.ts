/** A county with its code (SCB), operational area and sickness-insurance areas. */
export interface Lan {
  readonly namn: string
  readonly kod: string
  readonly verksamhetsomrade: Verksamhetsomrade
  /** The report counts 30 areas (X34) and names five; the division of the big counties is ours. */
  readonly sfOmraden: readonly string[]
  readonly region: string
}

export const VERKSAMHETSOMRADEN = ['Nord', 'Syd', 'Mitt', 'Väst', 'Stockholm'] as const
export type Verksamhetsomrade = (typeof VERKSAMHETSOMRADEN)[number]

const lan = (
  namn: string,
  kod: string,
  verksamhetsomrade: Verksamhetsomrade,
  region: string,
  sfOmraden: readonly string[] = [`SF ${namn}`],
): Lan => ({ namn, kod, verksamhetsomrade, region, sfOmraden })

/**
 * The 21 counties in the order of table 1. The operational area is given by the report for Gävleborg, Dalarna (Nord), Södermanland (Mitt),
 * Blekinge, Kalmar, Kronoberg, Jönköping, Skåne (Syd) and Södra Västsverige (Väst); for the others it is assumed.
 */
export const LAN: readonly Lan[] = [
  lan('Blekinge', '10', 'Syd', 'Region Blekinge'),
  lan('Dalarna', '20', 'Nord', 'Region Dalarna'),
  lan('Gotland', '09', 'Stockholm', 'Region Gotland'),
  lan('Gävleborg', '21', 'Nord', 'Region Gävleborg'),
  lan('Halland', '13', 'Väst', 'Region Halland', ['SF Södra Västsverige']),
  lan('Jämtland', '23', 'Nord', 'Region Jämtland Härjedalen'),
  lan('Jönköping', '06', 'Syd', 'Region Jönköpings län'),
  lan('Kalmar', '08', 'Syd', 'Region Kalmar'),
  lan('Kronoberg', '07', 'Syd', 'Region Kronoberg'),
  lan('Norrbotten', '25', 'Nord', 'Region Norrbotten'),
  lan('Skåne', '12', 'Syd', 'Region Skåne', ['SF Skåne sydväst', 'SF Skåne nordost', 'SF Skåne nordväst']),
  lan('Stockholm', '01', 'Stockholm', 'Region Stockholm', [
    'SF Stockholm city',
    'SF Stockholm norr',
    'SF Stockholm syd',
    'SF Stockholm väst',
  ]),
  lan('Södermanland', '04', 'Mitt', 'Region Sörmland'),
  lan('Uppsala', '03', 'Mitt', 'Region Uppsala'),
  lan('Värmland', '17', 'Mitt', 'Region Värmland'),
  lan('Västerbotten', '24', 'Nord', 'Region Västerbotten'),
  lan('Västernorrland', '22', 'Nord', 'Region Västernorrland'),
  lan('Västmanland', '19', 'Mitt', 'Region Västmanland'),
  lan('Västra Götaland', '14', 'Väst', 'Västra Götalandsregionen', [
    'SF Göteborg centrum',
    'SF Göteborg nordost',
    'SF Fyrbodal',
    'SF Skaraborg',
    'SF Sjuhärad',
  ]),
  lan('Örebro', '18', 'Mitt', 'Region Örebro län'),
  lan('Östergötland', '05', 'Mitt', 'Region Östergötland'),
]

export const LANSNAMN: readonly string[] = LAN.map((l) => l.namn)

/** Every sickness-insurance area with the place of its county in `LAN`. */
export const SF_OMRADEN: readonly { readonly namn: string; readonly lan: number }[] = LAN.flatMap((l, i) =>
  l.sfOmraden.map((namn) => ({ namn, lan: i })),
)
export const SF_NAMN: readonly string[] = SF_OMRADEN.map((o) => o.namn)
/** Places in `SF_OMRADEN` of each county's areas. */
export const LANETS_SF: readonly (readonly number[])[] = LAN.map((_, i) => SF_OMRADEN.flatMap((o, j) => (o.lan === i ? [j] : [])))

export const lansnummer = (namn: string): number => {
  const i = LANSNAMN.indexOf(namn)
  if (i < 0) throw new RangeError(`Länet ${namn} finns inte.`)
  return i
}
