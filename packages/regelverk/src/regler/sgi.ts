import { prisbasbelopp, sgiGolv, sgiTak } from '../parametrar/index.ts'
import { enligt, regel } from '../regel.ts'
import { av, avrundat, iKronor, indata, konstant, mindre, minsta, minusU, om, plusU, procentAv } from '../uttryck.ts'

const pbb = av(prisbasbelopp, 'kr/år')
export const inkomstAnstallning = indata('inkomstAnstallning', 'kr/år', 'Årsinkomst av anställning')
export const inkomstAnnat = indata('inkomstAnnat', 'kr/år', 'Årsinkomst av annat förvärvsarbete')
const tak = iKronor(av(sgiTak, 'prisbasbelopp'), pbb)
/** 25 kap. 3 § second paragraph 3: less than 24 per cent of the prisbasbelopp in all. */
export const underSgiGolvet = mindre(plusU(inkomstAnstallning, inkomstAnnat), procentAv(pbb, av(sgiGolv, 'procent')))

/** 25 kap. 3 § (a total of at least 24 per cent of the prisbasbelopp), 5 § (ceiling, then down to whole hundreds). */
export const sgiAnstallning = regel({
  namn: 'sgiAnstallning',
  rubrik: 'SGI, inkomst av anställning',
  enhet: 'kr/år',
  lagrum: ['25:3 st 2 p 3', '25:5'],
  uttryck: om(underSgiGolvet, konstant(0, 'kr/år'), avrundat(minsta(inkomstAnstallning, tak), 'ned', 100)),
})

/** As above for other work; what is above the ceiling is taken from this part first (25 kap. 5 § second paragraph). */
export const sgiAnnat = regel({
  namn: 'sgiAnnat',
  rubrik: 'SGI, inkomst av annat förvärvsarbete',
  enhet: 'kr/år',
  lagrum: ['25:3 st 2 p 3', '25:5'],
  uttryck: om(
    underSgiGolvet,
    konstant(0, 'kr/år'),
    avrundat(minsta(inkomstAnnat, minusU(tak, minsta(inkomstAnstallning, tak))), 'ned', 100),
  ),
})

export const sgiSumma = regel({
  namn: 'sgi',
  rubrik: 'Sjukpenninggrundande inkomst',
  enhet: 'kr/år',
  lagrum: ['25:2', '25:4'],
  uttryck: plusU(enligt(sgiAnstallning), enligt(sgiAnnat)),
})
