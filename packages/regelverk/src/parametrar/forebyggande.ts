import { installning } from '../parameter.ts'

/**
 * Förebyggande sjukpenning: where the sources say themselves that practice differs and no rule is stated (X29, X30). One choice
 * for the whole country until it is settled; each says so in its source (ADR 0029).
 */
const INTE_AVGJORT = 'inte avgjort i källorna; riksinställning'

export const hemmadagarErsatts = installning<boolean>({
  namn: 'hemmadagarErsatts',
  rubrik: 'Dagar då behandlingen görs hemma räknas som tid som hindrar arbete',
  enhet: 'ja/nej',
  lagrum: ['27:7'],
  varden: [
    {
      from: '2011-01-01',
      varde: false,
      kalla: `${INTE_AVGJORT}. Försäkringskassan säger att bara dagar med behandling på plats ersätts, försäkrade säger annat (RiR 2021:19 avsnitt 4.4)`,
      krav: ['B023', 'X30'],
    },
  ],
})

export const fragaFmrOmInternetbehandling = installning<boolean>({
  namn: 'fragaFmrOmInternetbehandling',
  rubrik: 'Behandling via internet: försäkringsmedicinsk rådgivare tillfrågas innan planen avgörs',
  enhet: 'ja/nej',
  lagrum: ['27:6'],
  varden: [
    {
      from: '2011-01-01',
      varde: true,
      kalla: `${INTE_AVGJORT}. Ett län avslår i väntan på vägledning, ett annat skulle fråga rådgivaren (RiR 2021:19 avsnitt 4.4)`,
      krav: ['B022', 'X30'],
    },
  ],
})

export const fragaFmrOmOprovadBehandling = installning<boolean>({
  namn: 'fragaFmrOmOprovadBehandling',
  rubrik: 'Behandling utan känd ställning: försäkringsmedicinsk rådgivare tillfrågas innan planen avgörs',
  enhet: 'ja/nej',
  lagrum: ['27:6'],
  varden: [
    {
      from: '2011-01-01',
      varde: true,
      kalla: `${INTE_AVGJORT}. Källorna nämner behandlingen utan att säga om den brukar godkännas (RiR 2021:19 not 88)`,
      krav: ['B031'],
    },
  ],
})

export const arbetslosDagarPerVecka = installning<number>({
  namn: 'arbetslosDagarPerVecka',
  rubrik: 'Dagar i veckan då en arbetslös kan vara hindrad att söka arbete',
  enhet: 'dagar',
  lagrum: ['27:7', '28:3'],
  varden: [
    {
      from: '2011-01-01',
      varde: 7,
      kalla: `${INTE_AVGJORT}. Ett län ersätter fem dagar, andra sju (RiR 2021:19 avsnitt 4.4); sju valt för att kalenderdagsberäknad sjukpenning lämnas för alla dagar i veckan (28 kap. 3 §)`,
      krav: ['B014', 'X29'],
    },
  ],
})

export const forebyggandeInstallningar = [
  hemmadagarErsatts,
  fragaFmrOmInternetbehandling,
  fragaFmrOmOprovadBehandling,
  arbetslosDagarPerVecka,
] as const
