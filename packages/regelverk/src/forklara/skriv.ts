import type { Enhet } from '../definition.ts'
import { skrivTal, type Exakt } from '../tal.ts'

const EFTER: Readonly<Record<Enhet, string>> = {
  kr: ' kr',
  'kr/år': ' kr om året',
  'kr/månad': ' kr i månaden',
  'kr/dag': ' kr per dag',
  'kr/timme': ' kr per timme',
  öre: ' öre',
  tal: '',
  procent: ' %',
  fjärdedelar: ' fjärdedelar',
  prisbasbelopp: ' prisbasbelopp',
  dagar: ' dagar',
  timmar: ' timmar',
  år: ' år',
  'ja/nej': '',
}

/** A value as a person reads it: ”1 250 kr per dag”, ”80 %”, ”ja”. */
export const skrivVarde = (v: Exakt | boolean, enhet: Enhet): string =>
  typeof v === 'boolean' ? (v ? 'ja' : 'nej') : skrivTal(v, enhet === 'tal' ? 4 : 2) + EFTER[enhet]

/** A number within a sum: its unit stands at the end of the line, except where the number means nothing without it. */
export const skrivILed = (v: Exakt | boolean, enhet: Enhet): string =>
  typeof v === 'boolean' ? (v ? 'ja' : 'nej') : skrivTal(v, 4) + (enhet === 'procent' ? ' %' : enhet === 'fjärdedelar' ? '/4' : '')
