import type { Brevinnehall } from '@atergang/arende'
import { texter } from '../texter.ts'

export interface OforklaradForkortning {
  /** first place it stands */
  readonly block?: string
  readonly falt: string
  readonly forkortning: string
  /** what to write out, when we know it */
  readonly langform?: string
}

/** Abbreviations of the field. Inflected forms of the long form count: each word may have an ending. */
const LANGFORMER: Readonly<Record<string, string>> = {
  SGI: 'sjukpenninggrundande inkomst',
  SFB: 'socialförsäkringsbalken',
  FL: 'förvaltningslagen',
  FK: 'Försäkringskassan',
  AF: 'Arbetsförmedlingen',
  AV: 'Arbetsmiljöverket',
  ISF: 'Inspektionen för socialförsäkringen',
  IVO: 'Inspektionen för vård och omsorg',
  JO: 'Justitieombudsmannen',
  HFD: 'Högsta förvaltningsdomstolen',
  CSN: 'Centrala studiestödsnämnden',
  SKR: 'Sveriges Kommuner och Regioner',
  FMR: 'försäkringsmedicinsk rådgivare',
  APR: 'arbetsplatsinriktat rehabiliteringsstöd',
  FBSJP: 'förebyggande sjukpenning',
  PBB: 'prisbasbelopp',
  DFA: 'diagnos, funktionsnedsättning och aktivitetsbegränsning',
  AGS: 'avtalsgruppsjukförsäkring',
  TFA: 'trygghetsförsäkring vid arbetsskada',
  VAB: 'vård av barn',
  LSS: 'lagen om stöd och service till vissa funktionshindrade',
  LAS: 'lagen om anställningsskydd',
  FHV: 'företagshälsovård',
  KBT: 'kognitiv beteendeterapi',
  ADL: 'aktiviteter i dagligt liv',
  MR: 'magnetröntgen',
}

/** Better known than their long forms, or no abbreviations at all. */
const KANDA = new Set('AB HB KB EU USA TV IT ID PDF SMS OK OBS JA NEJ INTE II III IV VI VII VIII IX XI XII'.split(' '))

/** ”SGI”, ”SGI:n” and ”SGI-taket”, but no case number (SJP-2026-1), diagnosis code (M54) or product name. */
const FORKORTNING = /(?<![\p{L}\p{N}-])\p{Lu}{2,6}(?![\p{L}\p{N}]|-\p{N})/gu

const skyddad = (t: string): string => t.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** The last letters of a long word may change in another form: ”inriktat” and ”inriktade”. */
const bojbar = (o: string): string => `${skyddad(o.length > 8 ? o.slice(0, -1) : o)}\\p{L}*,?`

function arForklarad(f: string, allText: string): boolean {
  const langform = LANGFORMER[f]
  if (langform !== undefined && new RegExp(langform.replaceAll(',', '').split(' ').map(bojbar).join('\\s+'), 'iu').test(allText))
    return true
  // ”arbetsplatsnära stöd (APS)” or ”APS (arbetsplatsnära stöd)”
  return new RegExp(`\\p{Ll}\\s\\(${f}\\)|(?<![\\p{L}])${f}\\s\\(\\p{L}+[ \\p{Ll}]`, 'u').test(allText)
}

const arVersaler = (t: string): boolean => /\p{L}/u.test(t) && !/\p{Ll}/u.test(t) && /\s/u.test(t.trim())

/** Abbreviations whose long form stands nowhere in the letter, each once, where it first stands. Addresses are left out. */
export function oforklaradeForkortningar(b: Brevinnehall): OforklaradForkortning[] {
  const alla = texter(b).filter((t) => t.slag !== 'huvud')
  const allText = alla.map((t) => t.text.normalize('NFC')).join('\n')
  const sedda = new Set<string>()
  return alla
    .filter((t) => !arVersaler(t.text))
    .flatMap(({ text, falt, block }) =>
      (text.match(FORKORTNING) ?? []).flatMap((f): OforklaradForkortning[] => {
        if (sedda.has(f) || KANDA.has(f)) return []
        sedda.add(f)
        if (arForklarad(f, allText)) return []
        const langform = LANGFORMER[f]
        return [{ ...(block === undefined ? {} : { block }), falt, forkortning: f, ...(langform === undefined ? {} : { langform }) }]
      }),
    )
}
