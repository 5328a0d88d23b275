import { expect, it } from 'vitest'
import { antalOppna, aterlamnat, diagnoserna, kedjan, klasserna, oppetArbete, svarstiderna, type Oversikt } from './oversikt.ts'

const o: Oversikt = {
  enhet: 'Gävle',
  idag: '2026-11-22',
  forsenade: 0,
  personal: [],
  last: [],
  uppgifter: [
    { kod: 'sgi', roll: 'handlaggare', oppna: 2, klara: 5, mediandagar: 3.5 },
    { kod: 'kvalitetssakring', roll: 'specialist', oppna: 7, klara: 0, mediandagar: null },
    { kod: 'beslut', roll: 'handlaggare', oppna: 0, klara: 9, mediandagar: null },
  ],
  alder: [
    { namn: '1–90', antal: 4 },
    { namn: '181–365', antal: 1 },
  ],
  status: [
    { namn: 'kraver', antal: 3 },
    { namn: 'vantar', antal: 2 },
    { namn: 'avslutat', antal: 50 },
  ],
  aterlamningar: [
    { namn: 'skrivfel', antal: 2 },
    { namn: 'nyKod', antal: 1 },
  ],
  svarstider: [
    { till: 'arbetsgivare', oppna: 2, forsenade: 1, besvarade: 0, mediandagar: null },
    { till: 'vard', oppna: 1, forsenade: 0, besvarade: 6, mediandagar: 12.5 },
  ],
  klasser: [
    { namn: 'enkel', antal: 3 },
    { namn: 'samordning', antal: 2 },
  ],
  diagnoser: [
    { namn: 'Psykiska sjukdomar (F00–F99)', antal: 7 },
    { namn: 'Tumörer (C00–D48)', antal: null },
  ],
}

it('svarstiden visas i dagar per mottagare, med vad som väntar och vad som är försenat; ingen tid när inget är besvarat', () => {
  expect(svarstiderna(o).map((s) => [s.namn, s.text, s.mer])).toEqual([
    ['Arbetsgivare', '–', ['0', '2', '1']],
    ['Vården', '12,5', ['6', '1', '0']],
  ])
})

it('klasserna står från den mest krävande till den enklaste, också de tomma, och små tal om diagnoser döljs', () => {
  expect(klasserna(o).map((s) => [s.namn, s.varde])).toEqual([
    ['Samordning', 2],
    ['Utredning', 0],
    ['Enkel', 3],
  ])
  expect(diagnoserna(o).map((s) => s.varde)).toEqual([7, null])
})

it('öppet arbete står med mest först och visar inte det som bara är klart', () => {
  expect(oppetArbete(o)).toEqual([
    { namn: 'Kvalitetssäkring (försäkringsspecialist)', varde: 7, mer: ['–'] },
    { namn: 'SGI (handläggare)', varde: 2, mer: ['3,5'] },
  ])
})

it('kedjans delar står i sin ordning, också de tomma', () => {
  expect(kedjan(o).map((s) => [s.namn, s.varde])).toEqual([
    ['Dag 1–90', 4],
    ['Dag 91–180', 0],
    ['Dag 181–365', 1],
    ['Dag 366–', 0],
  ])
})

it('avslutade ärenden räknas inte som öppna, och en okänd kod visas som den är', () => {
  expect(antalOppna(o)).toBe(5)
  expect(aterlamnat(o, { skrivfel: 'Skrivfel eller räknefel' }).map((s) => s.namn)).toEqual(['Skrivfel eller räknefel', 'nyKod'])
})
