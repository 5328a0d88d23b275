import type { Uttryck } from '../definition.ts'
import { enligt, regel } from '../regel.ts'
import { indata, konstant, minst, om } from '../uttryck.ts'
import { svaretPa } from '../bedomning/bedomningsfraga.ts'
import { arbetsformaganNedsattMed, nastanHeltNedsatt } from '../bedomning/index.ts'

const del = (varde: string): Uttryck<'tal'> => konstant(varde, 'tal')

/** The highest of the levels whole, three quarters, half and a quarter that a reduction reaches; never rounded up. */
export const nivaAv = (nedsattning: Uttryck<'tal'>): Uttryck<'tal'> =>
  om(
    minst(nedsattning, del('1')),
    del('1'),
    om(
      minst(nedsattning, del('0,75')),
      del('0,75'),
      om(minst(nedsattning, del('0,5')), del('0,5'), om(minst(nedsattning, del('0,25')), del('0,25'), del('0'))),
    ),
  )

const nedsattning = svaretPa(arbetsformaganNedsattMed)

export const sjukpenningNiva = regel({
  namn: 'sjukpenningNiva',
  rubrik: 'Förmånsnivå för sjukpenning',
  enhet: 'tal',
  lagrum: ['27:2 st 1', '27:4', '27:45'],
  uttryck: nivaAv(nedsattning),
})

export const rehabiliteringspenningNiva = regel({
  namn: 'rehabiliteringspenningNiva',
  rubrik: 'Förmånsnivå för rehabiliteringspenning',
  enhet: 'tal',
  lagrum: ['31:3', '31:8'],
  uttryck: nivaAv(indata('andelForhindrad', 'tal', 'Andel av arbetstiden som åtgärden hindrar personen från att arbeta')),
})

/** 33 kap. 9 §: whole already when the ability is ”i det närmaste helt” reduced, which a human judges. */
export const sjukersattningNiva = regel({
  namn: 'sjukersattningNiva',
  rubrik: 'Förmånsnivå för sjukersättning och aktivitetsersättning',
  enhet: 'tal',
  lagrum: ['33:5 st 1', '33:9'],
  uttryck: om(svaretPa(nastanHeltNedsatt), del('1'), nivaAv(nedsattning)),
})

/** 33 kap. 13 §: whole for who still goes to school because of a disability, whatever the ability. */
export const aktivitetsersattningNivaVidSkolgang = regel({
  namn: 'aktivitetsersattningNivaVidSkolgang',
  rubrik: 'Förmånsnivå för aktivitetsersättning',
  enhet: 'tal',
  lagrum: ['33:8', '33:13'],
  uttryck: om(
    indata('forlangdSkolgang', 'ja/nej', 'Rätt till aktivitetsersättning vid förlängd skolgång'),
    del('1'),
    enligt(sjukersattningNiva),
  ),
})
