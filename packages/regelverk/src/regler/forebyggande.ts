import type { Uttryck } from '../definition.ts'
import { enligt, regel } from '../regel.ts'
import { avrundat, gangerU, indata, konstant, kvot, mindre, minst, minsta, om } from '../uttryck.ts'
import { kalenderdag } from './sjukpenning.ts'

const del = (varde: string): Uttryck<'tal'> => konstant(varde, 'tal')

/** The highest of the levels whole, three quarters, half and a quarter that a reduction reaches; never rounded up. */
const nivaAv = (nedsattning: Uttryck<'tal'>): Uttryck<'tal'> =>
  om(minst(nedsattning, del('1')), del('1'), om(minst(nedsattning, del('0,75')), del('0,75'), om(minst(nedsattning, del('0,5')), del('0,5'), om(minst(nedsattning, del('0,25')), del('0,25'), del('0')))))

const hindradTid = indata('hindradTid', 'timmar', 'Arbetstid som behandlingen hindrar')
const arbetstid = indata('ordinarieArbetstid', 'timmar', 'Ordinarie arbetstid den dagen')

/** 27 kap. 7 §: the ability is reduced as far as the treatment keeps the person from working; never more than the whole day, nothing on a day without work. */
export const forebyggandeNedsattning = regel({
  namn: 'forebyggandeNedsattning', rubrik: 'Andel av dagen som behandlingen hindrar arbetet', enhet: 'tal', lagrum: ['27:7'],
  uttryck: om(mindre(konstant(0, 'timmar'), arbetstid), minsta(del('1'), kvot('tal', hindradTid, arbetstid)), del('0')),
})

export const forebyggandeNiva = regel({
  namn: 'forebyggandeNiva', rubrik: 'Förmånsnivå för sjukpenning i förebyggande syfte', enhet: 'tal', lagrum: ['27:2 st 1', '27:7', '27:45'],
  uttryck: nivaAv(enligt(forebyggandeNedsattning)),
})

/** By calendar days without the ceiling for the unemployed, which 28 kap. 11 § second sentence takes away for sjukpenning of 27 kap. 6 §. */
export const utanArbetsloshetstak = {
  sjukpenningPerDag: regel({
    namn: 'sjukpenningPerDagUtanArbetsloshetstak', rubrik: 'Sjukpenning per dag, utan högsta belopp vid arbetslöshet', enhet: 'kr/dag', lagrum: ['28:10 st 2', '28:11', '27:4', '27:45'],
    from: '2022-01-01', kalla: 'SFB 28 kap. 11 §, lag (2021:1240)',
    uttryck: avrundat(gangerU(enligt(kalenderdag.helDag), indata('omfattning', 'tal', 'Förmånsnivå, andel av hel sjukpenning')), 'narmaste'),
  }),
}
