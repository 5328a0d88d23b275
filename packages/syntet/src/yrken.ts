/** What a workplace does; an employee's occupation is one its workplace has. */
export type Bransch = 'industri' | 'vard' | 'skola' | 'handel' | 'bygg' | 'transport' | 'kontor' | 'restaurang' | 'service'

export interface Yrke {
  readonly namn: string
  readonly branscher: readonly Bransch[]
  /** the duties, as the person would write them in the application */
  readonly uppgifter: string
  /** whole kronor a year, lowest and highest usual */
  readonly inkomst: readonly [number, number]
  /** can be run as a business of one's own */
  readonly egen?: boolean
}

export const YRKEN: readonly Yrke[] = [
  {
    namn: 'lagerarbetare',
    branscher: ['industri', 'handel', 'transport'],
    uppgifter: 'Plockar order, lyfter kartonger på upp till 20 kg och kör truck.',
    inkomst: [318_000, 396_000],
  },
  {
    namn: 'processoperatör',
    branscher: ['industri'],
    uppgifter: 'Övervakar maskiner, byter rullar, felsöker och går skift.',
    inkomst: [384_000, 486_000],
  },
  {
    namn: 'svetsare',
    branscher: ['industri', 'bygg'],
    uppgifter: 'Svetsar konstruktioner, ofta i trånga och framåtböjda ställningar.',
    inkomst: [378_000, 462_000],
  },
  {
    namn: 'montör',
    branscher: ['industri'],
    uppgifter: 'Monterar delar vid band, ensidiga rörelser med armar och händer.',
    inkomst: [330_000, 414_000],
  },
  {
    namn: 'undersköterska',
    branscher: ['vard'],
    uppgifter: 'Omvårdnad, förflyttningar och medicinutdelning på ett äldreboende, dag och kväll.',
    inkomst: [312_000, 384_000],
  },
  {
    namn: 'sjuksköterska',
    branscher: ['vard'],
    uppgifter: 'Ansvarar för patienter på en vårdavdelning, läkemedel och dokumentation, dygnet runt.',
    inkomst: [402_000, 516_000],
  },
  {
    namn: 'personlig assistent',
    branscher: ['vard', 'service'],
    uppgifter: 'Hjälper en person hemma med förflyttningar, hygien och måltider.',
    inkomst: [276_000, 336_000],
  },
  {
    namn: 'tandsköterska',
    branscher: ['vard'],
    uppgifter: 'Assisterar vid behandling, sitter vriden och arbetar med upplyfta armar.',
    inkomst: [324_000, 384_000],
  },
  {
    namn: 'barnskötare',
    branscher: ['skola'],
    uppgifter: 'Leder lek och måltider i en barngrupp, lyfter barn och arbetar i hög ljudnivå.',
    inkomst: [288_000, 342_000],
  },
  {
    namn: 'förskollärare',
    branscher: ['skola'],
    uppgifter: 'Planerar och leder verksamheten i en barngrupp, samtal med vårdnadshavare.',
    inkomst: [372_000, 444_000],
  },
  {
    namn: 'grundskollärare',
    branscher: ['skola'],
    uppgifter: 'Undervisar i årskurs 4–6, planerar, bedömer och har kontakt med hemmen.',
    inkomst: [408_000, 504_000],
  },
  { namn: 'elevassistent', branscher: ['skola'], uppgifter: 'Stöder en elev under hela skoldagen.', inkomst: [276_000, 324_000] },
  {
    namn: 'butikssäljare',
    branscher: ['handel'],
    uppgifter: 'Sitter i kassan, plockar upp varor och hjälper kunder. Står och går hela dagen.',
    inkomst: [288_000, 354_000],
  },
  {
    namn: 'butikschef',
    branscher: ['handel'],
    uppgifter: 'Leder personalen, lägger scheman, beställer varor och arbetar i butiken.',
    inkomst: [396_000, 516_000],
  },
  {
    namn: 'snickare',
    branscher: ['bygg'],
    uppgifter: 'Bygger stommar och tak, bär virke och arbetar på stege.',
    inkomst: [390_000, 480_000],
    egen: true,
  },
  {
    namn: 'målare',
    branscher: ['bygg'],
    uppgifter: 'Spacklar och målar inomhus och utomhus, ofta med armarna över axelhöjd.',
    inkomst: [366_000, 444_000],
    egen: true,
  },
  {
    namn: 'elektriker',
    branscher: ['bygg'],
    uppgifter: 'Drar ledningar och kopplar centraler, knästående och på stege.',
    inkomst: [396_000, 492_000],
    egen: true,
  },
  {
    namn: 'bussförare',
    branscher: ['transport'],
    uppgifter: 'Kör linjetrafik i delade skift, sitter länge och möter resenärer.',
    inkomst: [342_000, 402_000],
  },
  {
    namn: 'lastbilsförare',
    branscher: ['transport'],
    uppgifter: 'Kör distribution, lastar och lossar för hand.',
    inkomst: [348_000, 420_000],
    egen: true,
  },
  { namn: 'brevbärare', branscher: ['transport'], uppgifter: 'Sorterar post, cyklar och går i trappor.', inkomst: [300_000, 348_000] },
  {
    namn: 'ekonomiassistent',
    branscher: ['kontor', 'industri'],
    uppgifter: 'Bokför fakturor och löner, sitter vid skärm hela dagen.',
    inkomst: [354_000, 444_000],
  },
  {
    namn: 'kundtjänstmedarbetare',
    branscher: ['kontor', 'handel'],
    uppgifter: 'Svarar i telefon och chatt, högt tempo och styrda pauser.',
    inkomst: [306_000, 372_000],
  },
  {
    namn: 'systemutvecklare',
    branscher: ['kontor'],
    uppgifter: 'Utvecklar program, koncentrationskrävande arbete vid skärm och många möten.',
    inkomst: [504_000, 684_000],
    egen: true,
  },
  {
    namn: 'projektledare',
    branscher: ['kontor', 'bygg'],
    uppgifter: 'Leder projekt, håller möten och följer upp tider och kostnader.',
    inkomst: [516_000, 720_000],
    egen: true,
  },
  {
    namn: 'socialsekreterare',
    branscher: ['kontor'],
    uppgifter: 'Utreder ärenden, håller samtal och fattar svåra beslut med hög arbetsbelastning.',
    inkomst: [402_000, 474_000],
  },
  {
    namn: 'kock',
    branscher: ['restaurang'],
    uppgifter: 'Lagar mat i högt tempo, står hela dagen och lyfter tunga kärl.',
    inkomst: [318_000, 396_000],
    egen: true,
  },
  {
    namn: 'servitör',
    branscher: ['restaurang'],
    uppgifter: 'Serverar, bär brickor och går hela passet, kvällar och helger.',
    inkomst: [252_000, 324_000],
  },
  {
    namn: 'lokalvårdare',
    branscher: ['service'],
    uppgifter: 'Städar skolor och kontor, drar moppvagn och lyfter säckar.',
    inkomst: [276_000, 330_000],
    egen: true,
  },
  {
    namn: 'vaktmästare',
    branscher: ['service', 'skola'],
    uppgifter: 'Sköter fastigheter, flyttar möbler, skottar snö och reparerar.',
    inkomst: [312_000, 372_000],
  },
  {
    namn: 'frisör',
    branscher: ['service'],
    uppgifter: 'Klipper och färgar, står hela dagen med lyfta armar.',
    inkomst: [246_000, 342_000],
    egen: true,
  },
]

/** @throws {RangeError} when the occupation is none of ours */
export function yrket(namn: string): Yrke {
  const y = YRKEN.find((x) => x.namn === namn)
  if (!y) throw new RangeError(`Yrket ${namn} finns inte bland de påhittade.`)
  return y
}
