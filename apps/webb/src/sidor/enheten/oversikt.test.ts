import { expect, it } from 'vitest'
import { antalOppna, aterlamnat, kedjan, oppetArbete, type Oversikt } from './oversikt.ts'

const o: Oversikt = {
  enhet: 'Gävle', idag: '2026-11-22', forsenade: 0, personal: [], last: [],
  uppgifter: [{ kod: 'sgi', roll: 'handlaggare', oppna: 2, klara: 5, mediandagar: 3.5 }, { kod: 'kvalitetssakring', roll: 'specialist', oppna: 7, klara: 0, mediandagar: null }, { kod: 'beslut', roll: 'handlaggare', oppna: 0, klara: 9, mediandagar: null }],
  alder: [{ namn: '1–90', antal: 4 }, { namn: '181–365', antal: 1 }], status: [{ namn: 'kraver', antal: 3 }, { namn: 'vantar', antal: 2 }, { namn: 'avslutat', antal: 50 }],
  aterlamningar: [{ namn: 'skrivfel', antal: 2 }, { namn: 'nyKod', antal: 1 }],
}

it('öppet arbete står med mest först och visar inte det som bara är klart', () => {
  expect(oppetArbete(o)).toEqual([{ namn: 'Kvalitetssäkring (försäkringsspecialist)', varde: 7, mer: ['–'] }, { namn: 'SGI (handläggare)', varde: 2, mer: ['3,5'] }])
})

it('kedjans delar står i sin ordning, också de tomma', () => {
  expect(kedjan(o).map((s) => [s.namn, s.varde])).toEqual([['Dag 1–90', 4], ['Dag 91–180', 0], ['Dag 181–365', 1], ['Dag 366–', 0]])
})

it('avslutade ärenden räknas inte som öppna, och en okänd kod visas som den är', () => {
  expect(antalOppna(o)).toBe(5)
  expect(aterlamnat(o, { skrivfel: 'Skrivfel eller räknefel' }).map((s) => s.namn)).toEqual(['Skrivfel eller räknefel', 'nyKod'])
})
