import { pahittatOrgnr } from './nummer.ts'
import type { Bransch } from './yrken.ts'

export interface Arbetsgivare {
  readonly namn: string
  readonly orgnr: string
  readonly bransch: Bransch
}

const NAMN: Readonly<Record<Bransch, readonly string[]>> = {
  industri: [
    'Bruket AB',
    'Påhittade Pappersbruket AB',
    'Nordsjöns Verkstad AB',
    'Låtsas Mekaniska AB',
    'Granbäckens Sågverk AB',
    'Sägnens Förpackningar AB',
  ],
  vard: [
    'Region Mellanvik',
    'Äldreboendet Solgläntan AB',
    'Ekbackens Omsorg AB',
    'Fabelns Assistans AB',
    'Tandläkarna vid Tänkta torget AB',
  ],
  skola: ['Norrbäcks kommun', 'Friskolan Fantasia AB', 'Förskolan Blåbäret ek. för.', 'Sörbäcks kommun'],
  handel: ['Storköpet i Norrbäck AB', 'Järnhandeln Spik och Skruv AB', 'Modehuset Lina AB', 'Exempelkedjan AB'],
  bygg: ['Bygg och Betong i Norrbäck AB', 'Takmästarna Tänkt AB', 'Elinstallationer Volt och Visst AB', 'Pensel och Puts AB'],
  transport: ['Påhittsbussarna AB', 'Åkeriet Långa Vägen AB', 'Lagerlogistik Norr AB'],
  kontor: ['Siffran Redovisning AB', 'Kodverket Nord AB', 'Kundsvar Direkt AB', 'Projektkontoret Plan B AB', 'Mellanviks kommun'],
  restaurang: ['Restaurang Låtsasgrytan AB', 'Skolköket i Sörbäck AB', 'Kafé Sagan HB'],
  service: ['Rent och Fint i Mellanvik AB', 'Fastighetsservice Nyckeln AB', 'Salong Provet AB'],
}

/** Invented workplaces with organisation numbers in a series that is not given out. */
export const ARBETSGIVARE: readonly Arbetsgivare[] = (Object.keys(NAMN) as Bransch[])
  .flatMap((bransch) => NAMN[bransch].map((namn) => ({ namn, bransch })))
  .map((a, i) => ({ ...a, orgnr: pahittatOrgnr(i + 1) }))

/** @throws {RangeError} when no invented workplace has that name */
export function arbetsgivaren(namn: string): Arbetsgivare {
  const a = ARBETSGIVARE.find((x) => x.namn === namn)
  if (!a) throw new RangeError(`Arbetsgivaren ${namn} finns inte bland de påhittade.`)
  return a
}
