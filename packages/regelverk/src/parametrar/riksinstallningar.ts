import { installning } from '../parameter.ts'
import { aprFristinstallningar } from './aprInstallningar.ts'
import { forebyggandeInstallningar } from './forebyggande.ts'

/**
 * What the sources leave to practice. One choice for the whole country, with date and source,
 * so that like cases are treated alike and the choice can be seen and changed openly.
 */
export const nfaForArbetslosa = installning<boolean>({
  namn: 'nfaForArbetslosa',
  rubrik: 'Arbetslösas arbetsförmåga bedöms mot normalt förekommande arbete från dag 1',
  enhet: 'ja/nej',
  lagrum: ['27:48 st 1'],
  varden: [
    { from: '2011-01-01', varde: true, kalla: 'praxis, står inte i 27 kap.; riksinställning enligt uppdraget', utanforKallorna: true },
  ],
})

export const sammanlaggningUtom49 = installning<boolean>({
  namn: 'sammanlaggningUtom49',
  rubrik: 'Sjukperioder läggs samman enligt 51 § också för behovsanställda och för den som har nått pensionsåldern',
  enhet: 'ja/nej',
  lagrum: ['27:49 b st 2', '27:49 d st 2', '27:51'],
  varden: [
    {
      from: '2022-01-01',
      varde: true,
      kalla: '51 § nämner bara 46–49 §§, inte 49 b eller 49 d §; texten är oklar och källorna säger inget mer; riksinställning (ADR 0080)',
      utanforKallorna: true,
    },
  ],
})

export const kvalitetssakraAvslag = installning<boolean>({
  namn: 'kvalitetssakraAvslag',
  rubrik: 'Övervägda avslag kvalitetssäkras av specialist före beslut',
  enhet: 'ja/nej',
  lagrum: [],
  varden: [{ from: '2011-01-01', varde: true, kalla: 'Försäkringskassan 003575:2018 avsnitt 2', krav: ['H001'] }],
})

export const kvalitetssakraForstaNfa = installning<boolean>({
  namn: 'kvalitetssakraForstaNfa',
  rubrik: 'Första bedömningen mot normalt förekommande arbete i en sjukperiod kvalitetssäkras, även när sjukpenning beviljas',
  enhet: 'ja/nej',
  lagrum: [],
  varden: [
    {
      from: '2011-01-01',
      tom: '2020-02-29',
      varde: false,
      kalla: 'Försäkringskassan, delredovisning november 2020, avsnitt 2.2.2',
      krav: ['H002'],
    },
    { from: '2020-03-01', varde: true, kalla: 'Försäkringskassan, delredovisning november 2020, avsnitt 2.2.2', krav: ['H002'] },
  ],
})

export const kvalitetssakraForstaNfaArbetslosa = installning<boolean>({
  namn: 'kvalitetssakraForstaNfaArbetslosa',
  rubrik: 'Första bedömningen mot normalt förekommande arbete kvalitetssäkras även för arbetslösa, som bedöms så från dag 1',
  enhet: 'ja/nej',
  lagrum: [],
  varden: [{ from: '2011-01-01', varde: false, kalla: 'inte avgjort i källorna; riksinställning', utanforKallorna: true }],
})

/** Days; ours where the law says ”inom en bestämd tid”. */
const frist = (namn: string, rubrik: string, varde: number, lagrum: string[]) =>
  installning<number>({
    namn,
    rubrik,
    enhet: 'dagar',
    lagrum,
    varden: [{ from: '2011-01-01', varde, kalla: 'lagen säger ”inom en bestämd tid”; riksinställning', utanforKallorna: true }],
  })

export const kommuniceringsfrist = frist('kommuniceringsfrist', 'Tid att yttra sig över det kommande beslutet', 14, ['110:13 a', 'FL 25'])
export const kompletteringsfrist = frist('kompletteringsfrist', 'Tid för läkaren att svara på en kompletteringsfråga', 14, ['110:14'])
export const arbetsgivarfrist = frist('arbetsgivarfrist', 'Tid för arbetsgivaren att svara på en förfrågan', 14, ['110:14', '30:6 a'])
export const ansokanskompletteringsfrist = frist('ansokanskompletteringsfrist', 'Tid att komplettera en ansökan enligt föreläggande', 14, [
  '110:11',
])

export const periodslutsinformation = installning<number>({
  namn: 'periodslutsinformation',
  rubrik: 'Dagar före periodens slut då personen informeras om vad som gäller sedan',
  enhet: 'dagar',
  lagrum: ['FL 6'],
  varden: [
    {
      from: '2011-01-01',
      varde: 14,
      kalla: 'källorna säger ”när en period med ersättning upphör” utan tid; riksinställning',
      utanforKallorna: true,
      krav: ['D014'],
    },
  ],
})

/** The time for omprövning and appeal counts from the day the person got the decision; nothing says when that is taken to be, when nobody knows. */
export const antagetMottagande = installning<number>({
  namn: 'antagetMottagande',
  rubrik:
    'Dagar efter ett beslut då det antas ha kommit fram, när mottagandet inte är känt: därefter räknas tiden för omprövning och överklagande',
  enhet: 'dagar',
  lagrum: ['113:19', '113:20', 'FL 44'],
  varden: [
    {
      from: '2011-01-01',
      varde: 40,
      kalla: 'lagen räknar från den dag då man fick del av beslutet; när det inte är känt säger källorna inget, riksinställning',
      utanforKallorna: true,
    },
  ],
})

export const riksinstallningar = [
  nfaForArbetslosa,
  sammanlaggningUtom49,
  kvalitetssakraAvslag,
  kvalitetssakraForstaNfa,
  kvalitetssakraForstaNfaArbetslosa,
  kommuniceringsfrist,
  kompletteringsfrist,
  arbetsgivarfrist,
  ansokanskompletteringsfrist,
  periodslutsinformation,
  antagetMottagande,
  ...forebyggandeInstallningar,
  ...aprFristinstallningar,
] as const
