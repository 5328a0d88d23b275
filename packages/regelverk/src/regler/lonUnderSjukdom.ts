import { prisbasbelopp, sgiTak } from '../parametrar/index.ts'
import { enligt, regel } from '../regel.ts'
import { av, gangerU, indata, konstant, kvot, mindre, minsta, minusU, om, plusU } from '../uttryck.ts'

const arslon = indata('arslon', 'kr/år', 'Lön om personen hade arbetat, för år räknat')
const lonForTiden = indata('lonForTiden', 'kr', 'Lön om personen hade arbetat, för samma tid som sjukpenningen')

/** 28 kap. 19 § second paragraph: the share of the pay that for a year lies within the highest SGI of 25 kap. 5 § second paragraph. */
const andelUnderTaket = om(mindre(konstant(0, 'kr/år'), arslon), kvot('tal', minsta(arslon, gangerU(av(prisbasbelopp, 'kr/år'), av(sgiTak, 'tal'))), arslon), konstant(1, 'tal'))

export const lonUnderTaket = regel({
  namn: 'lonUnderTaket', rubrik: 'Lön för samma tid, del under SGI-taket', enhet: 'kr', lagrum: ['28:19 st 2', '25:5 st 2'], uttryck: gangerU(lonForTiden, andelUnderTaket),
})

export const lonOverTaket = regel({
  namn: 'lonOverTaket', rubrik: 'Lön för samma tid, del över SGI-taket', enhet: 'kr', lagrum: ['28:19 st 2', '25:5 st 2'], uttryck: minusU(lonForTiden, enligt(lonUnderTaket)),
})

/** 28 kap. 20 §: free group sickness insurance by collective agreement counts as pay. */
export const lonMedGruppsjukforsakring = regel({
  namn: 'lonMedGruppsjukforsakring', rubrik: 'Lön under sjukdom med ersättning från fri gruppsjukförsäkring', enhet: 'kr', lagrum: ['28:20'],
  uttryck: plusU(indata('lonFranArbetsgivaren', 'kr', 'Lön under sjukdom från arbetsgivaren'), indata('gruppsjukforsakring', 'kr', 'Ersättning från fri gruppsjukförsäkring enligt kollektivavtal')),
})
