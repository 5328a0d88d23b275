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
      utanforKallorna: true,
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
      utanforKallorna: true,
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
      utanforKallorna: true,
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
      utanforKallorna: true,
    },
  ],
})

/** A limit of ours that the code asks by: one for the whole country, seen and changed openly. */
const egen = (o: { namn: string; rubrik: string; enhet: 'dagar' | 'tal'; varde: number; lagrum: string[]; kalla: string }) =>
  installning<number>({
    namn: o.namn,
    rubrik: o.rubrik,
    enhet: o.enhet,
    lagrum: o.lagrum,
    varden: [{ from: '2011-01-01', varde: o.varde, kalla: `${o.kalla}; riksinställning`, utanforKallorna: true }],
  })

export const langResaMinuter = egen({
  namn: 'langResaMinuter',
  rubrik: 'Resa åt ett håll, i minuter, över vilken handläggaren frågas om den var nödvändig',
  enhet: 'tal',
  varde: 90,
  lagrum: ['27:7'],
  kalla: 'lagen säger ”nödvändig” tid utan gräns i minuter',
})

export const utanAnsokanStangs = egen({
  namn: 'utanAnsokanStangs',
  rubrik:
    'Dagar efter den sista planerade behandlingen då handläggaren frågas om ärendet ska avslutas, när ingen ansökan om ersättning har kommit',
  enhet: 'dagar',
  varde: 365,
  lagrum: [],
  kalla: 'källorna säger inte hur länge ett ärende är öppet utan ansökan',
})

export const uppfoljningUtanDag = egen({
  namn: 'uppfoljningUtanDag',
  rubrik: 'Dagar efter den sista planerade behandlingen då personen frågas hur det gick, när läkaren inte har skrivit när den följs upp',
  enhet: 'dagar',
  varde: 30,
  lagrum: [],
  kalla: 'källorna säger ”när behandlingen är slut” utan dag',
})

export const kandidatBehalls = egen({
  namn: 'kandidatBehalls',
  rubrik: 'Månader efter det senaste steget som en kandidat finns kvar',
  enhet: 'tal',
  varde: 12,
  lagrum: [],
  kalla: 'källorna säger ingen tid för gallring',
})

export const forslagObesvarat = egen({
  namn: 'forslagObesvarat',
  rubrik: 'Dagar då ett förslag om ett formulär kan vara obesvarat innan ägaren påminns',
  enhet: 'dagar',
  varde: 30,
  lagrum: [],
  kalla: 'källorna säger ingen tid för svar på förslag',
})

export const forebyggandeInstallningar = [
  hemmadagarErsatts,
  fragaFmrOmInternetbehandling,
  fragaFmrOmOprovadBehandling,
  arbetslosDagarPerVecka,
  langResaMinuter,
  utanAnsokanStangs,
  uppfoljningUtanDag,
  kandidatBehalls,
  forslagObesvarat,
] as const
