import { LANSNAMN, SF_NAMN, VERKSAMHETSOMRADEN } from '@atergang/syntet/land'
import type { Kolumn, Register } from './kolumn.ts'

const heltal = (text: string, mer: { minst?: number; hogst?: number; enhet?: string; kanSaknas?: boolean } = {}): Kolumn => ({ typ: 'heltal', text, ...mer })
const antal = (text: string, mer: { kanSaknas?: boolean; enhet?: string } = {}): Kolumn => ({ typ: 'heltal', text, minst: 0, ...mer })
const dag = (text: string, kanSaknas = false): Kolumn => ({ typ: 'dag', text, kanSaknas })
const kod = (text: string, varden: readonly string[], kanSaknas = false): Kolumn => ({ typ: 'kod', text, varden, kanSaknas })
const fri = (text: string, kanSaknas = false): Kolumn => ({ typ: 'text', text, kanSaknas })
const id = (text: string, kanSaknas = false): Kolumn => ({ typ: 'heltal', text, minst: 1, kanSaknas })

const LAN = kod('län där personen bor, med namn som i rapporten', LANSNAMN)
const SF = kod('sjukförsäkringsområde', SF_NAMN)
const VO = kod('verksamhetsområde', VERKSAMHETSOMRADEN)
const PERSON = id('personens löpnummer; inga personnummer i analysen')
const AR = heltal('kalenderår', { minst: 1990, hogst: 2060 })
const ordnad = { sql: 'tom IS NULL OR tom >= fran', kolumn: 'tom', text: 'Perioden slutar innan den börjar.' }

export const FORMANER = ['sjukpenning', 'forebyggande_sjukpenning', 'rehabiliteringspenning'] as const
export const BESLUTSSLAG = ['sjukpenning_forsta', 'forebyggande_plan', 'forebyggande_ersattning', 'apr'] as const
/** What may be told of a measure in primary care: those the audit names, and the rest as one. */
export const PRIMARVARDSINSATSER = ['kbt', 'ikbt', 'ipt', 'mmr', 'psykologbehandling', 'fysioterapi', 'arbetsterapi', 'lakarbesok', 'annan'] as const
export const VARDGIVARSLAG = ['region', 'kommun', 'privat_med_avtal', 'privat_utan_avtal'] as const
export const UTFALL = ['bifall', 'avslag'] as const
const SYSSELSATTNINGAR = ['anstalld', 'behovsanstalld', 'egenforetagare', 'arbetslos', 'foraldraledig', 'utanfor'] as const

const alla: readonly Register[] = [
  {
    namn: 'person', text: 'De försäkrade', kalla: 'befolkningsregister', personer: true, nyckel: ['person_id'],
    kolumner: {
      person_id: PERSON, kon: kod('kön', ['kvinna', 'man']), fodelsear: heltal('födelseår', { minst: 1900, hogst: 2060 }), lan: LAN, sf_omrade: SF, sysselsattning: kod('sysselsättning', SYSSELSATTNINGAR), yrke: fri('yrke', true),
      arbetsgivare_id: id('arbetsgivaren', true), inkomst: antal('inkomst, kronor per år', { enhet: 'kr' }),
    },
  },
  {
    namn: 'arbetsgivare', text: 'Arbetsgivare', kalla: 'arbetsgivarregister (L025)', personer: false, nyckel: ['arbetsgivare_id'],
    kolumner: {
      arbetsgivare_id: id('arbetsgivarens löpnummer'), orgnr: fri('organisationsnummer'), namn: fri('namn'), lan: kod('län där arbetsstället ligger', LANSNAMN), bransch: fri('bransch'), sektor: kod('sektor', ['privat', 'kommun', 'region', 'stat']),
      anstallda: antal('antal anställda'), foretagshalsovard: { typ: 'sant', text: 'ansluten till företagshälsovård' },
    },
  },
  {
    namn: 'sjukfall', text: 'Sjukfall över 14 dagar', kalla: 'MiDAS (L001)', personer: true, nyckel: ['sjukfall_id'], kontroller: [ordnad],
    kolumner: {
      sjukfall_id: id('sjukfallets löpnummer'), person_id: PERSON, lan: LAN, sf_omrade: SF, sysselsattning: kod('sysselsättning', SYSSELSATTNINGAR), arbetsgivare_id: id('arbetsgivaren', true), diagnos: fri('diagnos enligt ICD-10-SE', true),
      fran: dag('första dag'), tom: dag('sista dag; saknas när fallet pågår', true), startgrad: heltal('första grad i procent', { minst: 25, hogst: 100, enhet: 'procent' }), plan_begard: dag('plan för återgång begärd', true), plan_inkom: dag('plan för återgång inkommen', true),
    },
  },
  {
    namn: 'utbetalning', text: 'Utbetalda perioder', kalla: 'MiDAS (L001)', personer: true, nyckel: ['person_id', 'forman', 'arende_id', 'fran'], kontroller: [ordnad, { sql: 'nettodagar <= date_diff(\'day\', fran, tom) + 1', kolumn: 'nettodagar', text: 'Nettodagarna är fler än dagarna i perioden.' }],
    kolumner: {
      person_id: PERSON, lan: LAN, forman: kod('förmån', FORMANER), arende_id: id('sjukfallet eller behandlingsplanen'), fran: dag('första dag'), tom: dag('sista dag'),
      nettodagar: { typ: 'decimal', text: 'dagar omräknade till hela', minst: 0, hogst: 366, enhet: 'nettodagar' }, belopp: antal('utbetalt belopp', { enhet: 'kr' }),
    },
  },
  {
    namn: 'beslut', text: 'Beslut', kalla: 'MiDAS och Store (L001, L002), ISF (L010)', personer: true, nyckel: ['beslut_id'], kontroller: [{ sql: 'beslutad >= inkom', kolumn: 'beslutad', text: 'Beslutet är äldre än ansökan.' }],
    kolumner: {
      beslut_id: id('beslutets löpnummer'), slag: kod('slag av beslut', BESLUTSSLAG), arende_id: id('sjukfallet, planen eller bidraget'), person_id: PERSON, lan: LAN, sf_omrade: SF, handlaggare_id: id('handläggaren'), inkom: dag('ansökan inkom'), beslutad: dag('beslutsdag'),
      utfall: kod('utfall', UTFALL), skal: fri('skäl för avslag', true),
    },
  },
  {
    namn: 'behandlingsplan', text: 'Ansökningar om behandlingsplan i förebyggande sjukpenning', kalla: 'nya fält, som registren saknar (L006, L007)', personer: true, nyckel: ['plan_id'],
    kolumner: {
      plan_id: id('planens löpnummer'), person_id: PERSON, lan: LAN, sf_omrade: SF, inkom: dag('ansökan inkom'), kursstart: dag('behandlingen börjar'), diagnos: fri('diagnos enligt ICD-10-SE', true), behandling: fri('behandling'),
      evidens_svag: { typ: 'sant', text: 'svag evidens för behandlingen vid diagnosen' }, vardgivartyp: fri('typ av vårdgivare (L026)'),
    },
  },
  {
    namn: 'apr_bidrag', text: 'Arbetsplatsnära stöd (till juli 2018) och arbetsplatsinriktat rehabiliteringsstöd', kalla: 'Store och Försäkringskassans Excelark (L002, L003, L005)', personer: true, nyckel: ['bidrag_id'],
    kontroller: [
      { sql: "stod <> 'arbetsplatsnara_stod' OR person_id IS NULL", kolumn: 'person_id', text: 'Arbetsplatsnära stöd kan inte följas för enskilda (RiR 2021:19 avsnitt 3.1). Lämna cellen tom.' },
      { sql: "stod <> 'apr' OR beslutad >= DATE '2018-07-01'", kolumn: 'stod', text: 'Före den 1 juli 2018 fanns bara arbetsplatsnära stöd. Rätta stödet eller beslutsdagen.' },
      { sql: "beslutad >= DATE '2014-01-01'", kolumn: 'beslutad', text: 'Stödet infördes 2014. Rätta beslutsdagen.' },
    ],
    kolumner: {
      bidrag_id: id('bidragets löpnummer'), stod: kod('stöd', ['arbetsplatsnara_stod', 'apr']), arbetsgivare_id: id('arbetsgivaren'), person_id: id('den anställda; kan följas först från 2018', true), lan: LAN, inkom: dag('ansökan inkom'), beslutad: dag('beslutsdag'),
      utfall: kod('utfall', UTFALL), atgardstyp: fri('typ av åtgärd'), anordnare_id: id('anordnaren', true), belopp: antal('beviljat belopp', { enhet: 'kr' }),
    },
  },
  {
    namn: 'medicinsk_service', text: 'Bidrag till anordnare för medicinsk service; ett eget slag, i inget annat mått (C030)', kalla: 'Försäkringskassans Excelark (L003)', personer: false, nyckel: ['manad', 'lan'], baraUtifran: true,
    kolumner: { manad: dag('utbetalningsmånaden, dess första dag'), lan: LAN, belopp: antal('utbetalt belopp', { enhet: 'kr' }) },
  },
  {
    namn: 'anordnare', text: 'Godkända anordnare av arbetsplatsinriktat rehabiliteringsstöd', kalla: 'Försäkringskassans lista (L004)', personer: false, nyckel: ['anordnare_id'],
    kolumner: { anordnare_id: id('anordnarens löpnummer'), namn: fri('namn'), lan: kod('län', LANSNAMN), godkand_fran: dag('godkänd från'), godkand_tom: dag('godkänd till och med', true) },
  },
  {
    namn: 'befolkning', text: 'Befolkningen den 31 december', kalla: 'befolkningsstatistik (L011)', personer: false, nyckel: ['lan', 'ar', 'kon', 'alder'], allaLan: ['ar'],
    kolumner: { lan: LAN, ar: AR, kon: kod('kön', ['kvinna', 'man']), alder: heltal('ålder', { minst: 0, hogst: 130 }), antal: antal('antal invånare') },
  },
  {
    namn: 'lansserie', text: 'Uppgifter per län och år från regioner, kommuner och officiell statistik', kalla: 'SKR och officiell statistik (L008, L009, L031)', personer: false, nyckel: ['lan', 'ar', 'matt'], allaLan: ['ar', 'matt'],
    kontroller: [{ sql: 'namnare IS NULL OR namnare >= taljare', kolumn: 'taljare', text: 'Täljaren är större än nämnaren.' }],
    kolumner: { lan: LAN, ar: AR, matt: fri('vad som mäts'), taljare: { typ: 'decimal', text: 'antal, eller täljare i en andel', minst: 0 }, namnare: { typ: 'decimal', text: 'nämnare i en andel', minst: 0, kanSaknas: true }, kalla: fri('varifrån', true) },
  },
  {
    namn: 'primarvard', text: 'Insatser i primärvården, en rad för varje insats', kalla: 'nationellt primärvårdsregister, när det finns (J057); formen är vår', personer: true, nyckel: ['person_id', 'dag', 'insats'], baraUtifran: true,
    kontroller: [{ sql: "regexp_full_match(diagnos, '[A-Z][0-9]{2}[0-9A-Z]{0,2}')", kolumn: 'diagnos', text: 'Skriv diagnosen som kod i ICD-10-SE utan punkt, till exempel F432.' }],
    kolumner: { person_id: PERSON, dag: dag('insatsens dag'), lan: LAN, vardgivare: kod('vårdgivarens slag', VARDGIVARSLAG), insats: kod('insatsens slag', PRIMARVARDSINSATSER), diagnos: fri('diagnoskod enligt ICD-10-SE'), tillfalle: heltal('vilket tillfälle i ordningen', { minst: 1, hogst: 500, kanSaknas: true }) },
  },
  {
    namn: 'omrade', text: 'Sjukförsäkringsområden', kalla: 'Försäkringskassans organisation', personer: false, nyckel: ['sf_omrade'],
    kolumner: { sf_omrade: SF, lan: LAN, lanskod: fri('länskod'), verksamhetsomrade: VO, region: fri('ansvarar för hälso- och sjukvård') },
  },
  {
    namn: 'handlaggare', text: 'Handläggare med datum', kalla: 'bemanningsregister', personer: false, nyckel: ['handlaggare_id', 'fran'], kontroller: [ordnad],
    kolumner: { handlaggare_id: id('handläggarens löpnummer'), team: fri('team'), uppgift: kod('uppgift', ['sjukpenning', 'forebyggande', 'apr']), sf_omrade: kod('sjukförsäkringsområde', SF_NAMN, true), verksamhetsomrade: VO, kontor: fri('kontor'), fran: dag('från'), tom: dag('till och med', true) },
  },
  {
    namn: 'organisation', text: 'Hur förebyggande sjukpenning handläggs', kalla: 'rapport 004 bilaga 3', personer: false, nyckel: ['lan'], allaLan: [],
    kolumner: { lan: LAN, team: fri('handläggs av'), kontor: fri('kontor'), fordelning: fri('fördelning av ärenden'), uppgifter: fri('arbetsuppgifter utöver förmånen') },
  },
  {
    namn: 'insats', text: 'Insatser och reformer: var och från när de infördes', kalla: 'den som inför dem', personer: false, nyckel: ['insats', 'niva', 'enhet'],
    kolumner: { insats: fri('insatsens namn'), niva: kod('vad den infördes för', ['lan', 'sf_omrade', 'arbetsgivare_minst']), enhet: fri('länet, området eller minsta antalet anställda'), fran: dag('från och med'), lottad: { typ: 'sant', text: 'ordningen lottades' } },
  },
  {
    namn: 'enkat_fraga', text: 'Enkätens frågor', kalla: 'enkät', personer: false, nyckel: ['fraga', 'item'],
    kolumner: { fraga: heltal('frågans nummer', { minst: 1 }), item: fri('underfråga'), text: fri('frågan'), slag: kod('slag', ['skala', 'val', 'fritext']), minst: heltal('skalans lägsta', { kanSaknas: true }), hogst: heltal('skalans högsta', { kanSaknas: true }), index_namn: fri('index som frågan ingår i', true) },
  },
  {
    namn: 'enkat_mottagare', text: 'Enkätens mottagare', kalla: 'enkät', personer: false, nyckel: ['mottagare_id'], kontroller: [{ sql: 'besvarad IS NULL OR besvarad >= utskickad', kolumn: 'besvarad', text: 'Svaret kom före utskicket.' }],
    kolumner: { mottagare_id: id('mottagarens löpnummer'), verksamhetsomrade: VO, sf_omrade: SF, lan: LAN, utskickad: dag('utskickad'), paminnelser: antal('påminnelser'), besvarad: dag('besvarad', true) },
  },
  {
    namn: 'enkat_svar', text: 'Enkätens svar', kalla: 'enkät', personer: false, nyckel: ['mottagare_id', 'fraga', 'item'],
    kolumner: { mottagare_id: id('mottagaren'), fraga: heltal('frågans nummer', { minst: 1 }), item: fri('underfråga'), varde: heltal('svar på skalan', { kanSaknas: true }), vet_ej: { typ: 'sant', text: 'svarade vet ej' }, svar: fri('valt alternativ eller fritext', true) },
  },
  {
    namn: 'enkat_kodning', text: 'Koder på fritextsvar', kalla: 'enkät', personer: false, nyckel: ['mottagare_id', 'fraga', 'item', 'kodare'],
    kolumner: { mottagare_id: id('mottagaren'), fraga: heltal('frågans nummer', { minst: 1 }), item: fri('underfråga'), kod: fri('kod'), kodare: fri('den som kodat') },
  },
]

export const REGISTER: ReadonlyMap<string, Register> = new Map(alla.map((r) => [r.namn, r]))
