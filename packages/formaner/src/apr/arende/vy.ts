import { utred, type Faktum, type Handelse, type Lage, type Sammanfattning } from '@atergang/arende'
import { medManadsnamn, type Datum } from '@atergang/kalender'
import { aprAnsokanSenast, aprOverklagande, vardetDen } from '@atergang/regelverk'
import { kanBeslutas } from '../../gemensamt/beslut/steg.ts'
import { grundvy, type Faktarad, type Grundvy, type Rubrikuppgift, type Uppmarksamma } from '../../gemensamt/vy/arendevy.ts'
import type { Historikord } from '../../gemensamt/vy/historik.ts'
import { visaAnstalld } from '../anstalld.ts'
import { kronortext } from '../berakning/index.ts'
import { INSATSTYPER } from '../insatser/typer.ts'
import { SEKTORER, STORLEKSNAMN, storleksklass } from '../storlek.ts'
import { kostnadsaret } from './ansokningar.ts'
import { fakt, FAKTARUBRIK, sistaFakt, type Alage, type Ansokanfaktum, type Aprfakta, type Aprfaktum, type Rad } from './fakta.ts'
import { aprflode } from './flode.ts'
import { listbara } from './forslag.ts'
import { provningen, sagerBehandling, turen, type Ansokanslage } from './provning.ts'
import { anordnarlage, anordnarnyckel, beslutetOm, kvarAvArbetsgivarens, type Beloppsrad } from './rakning.ts'
import { aterbetalt, aterkraven, kontrollbegaran, kontrollenKlar } from './steg/efter.ts'

/** A mark in a cell of the officer's table: what to look at, never a judgement. */
export interface Radmarke {
  readonly falt: 'anstalld' | 'anordnare' | 'insatsdag' | 'insatstyper' | 'kostnad' | 'fakturanummer' | 'faktura' | 'beskrivning'
  readonly slag: 'saknas' | 'kontrollera' | 'upplysning'
  readonly text: string
}

/** A row as the officer's table shows it. `kostnad` in öre, amounts in whole kronor. */
export interface Aprradvy extends Beloppsrad {
  readonly anordnarnamn: string
  readonly anordnareGodkand: boolean | null
  readonly insatstyper: readonly string[]
  readonly syfte: Rad['syfte']
  readonly miljo: Rad['miljo']
  readonly fakturanummer: string
  readonly faktura: string | null
  readonly beskrivning: string
  readonly marken: readonly Radmarke[]
}

export type Ansokanstillstand =
  'mottagen' | 'utreds' | 'vantar' | 'kommunicerad' | 'klar' | 'beslutad' | 'andrad' | 'kontrolleras' | 'aterkallad'

export interface Ansokanvy {
  readonly ansokanId: string
  readonly tillstand: Ansokanstillstand
  readonly tillstandstext: string
  readonly inkom: Datum | null
  readonly kanal: Ansokanfaktum['kanal']
  readonly skannad: Datum | null
  readonly sen: boolean
  readonly anstalldaVet: boolean
  readonly ejBehandling: boolean
  readonly rader: readonly Aprradvy[]
  readonly kostnad: number
  readonly belopp: number | null
  readonly utfall: string | null
  /** the decision that counts, and those before it */
  readonly beslutId: string | null
  readonly tidigareBeslut: readonly string[]
  readonly brister: readonly { readonly radId: string | null; readonly falt: string; readonly text: string }[]
}

export interface Kontrollvy {
  readonly omgang: string
  readonly rond: string
  readonly slag: 'dragen' | 'risk'
  readonly sannolikhet: number | null
  readonly skal: string
  readonly senast: Datum | null
  readonly tillstand: 'begart' | 'granskas' | 'klar'
  readonly koder: readonly string[]
  readonly felbelopp: number
}

export interface Aprvy extends Grundvy {
  readonly forman: 'apr'
  readonly kostnadsar: number
  readonly sistaDag: Datum
  /** what is left of the employer's ceiling when what is decided has taken its part */
  readonly kvar: number
  readonly arbetsgivaren: Aprfakta['arbetsgivare']
  readonly ansokningar: readonly Ansokanvy[]
  readonly kontroller: readonly Kontrollvy[]
  readonly aterkrav: readonly { readonly beslutId: string; readonly belopp: number; readonly aterbetalt: number; readonly senast: Datum }[]
}

const TILLSTANDSTEXT: Readonly<Record<Ansokanstillstand, string>> = {
  mottagen: 'Mottagen',
  utreds: 'Utreds',
  vantar: 'Väntar på svar',
  kommunicerad: 'Väntar på yttrande',
  klar: 'Klar att besluta',
  beslutad: 'Beslutad',
  andrad: 'Beslutet ändrat',
  kontrolleras: 'Efterkontroll pågår',
  aterkallad: 'Återkallad',
}

/** How an application stands, worked out; never stored. */
export function tillstandet(l: Alage, x: Ansokanslage, idag: Datum, klara: ReadonlySet<string>): Ansokanstillstand {
  const { skede } = x
  if (skede.typ === 'aterkallad') return 'aterkallad'
  if (skede.typ === 'beslutad') {
    if (fakt(l, 'kontroll').some((f) => f.varde.ansokningar.includes(x.a.ansokanId) && !kontrollenKlar(l, f.varde))) return 'kontrolleras'
    return skede.beslut.typ === 'andring' ? 'andrad' : 'beslutad'
  }
  if (skede.typ === 'inkomst' || skede.typ === 'register') return 'mottagen'
  if (skede.typ === 'fraga') return 'utreds'
  if (skede.typ === 'vantarSvar') return 'vantar'
  if (l.kommuniceringar.some((k) => k.avser === x.a.ansokanId && k.senast >= idag && !k.yttranden.some((y) => y.slutligt)))
    return 'kommunicerad'
  return klara.has(x.a.ansokanId) ? 'klar' : turen(l, x, idag).typ === 'iTur' ? 'utreds' : 'vantar'
}

export const klaraIdn = (l: Alage, idag: Datum): ReadonlySet<string> =>
  new Set(listbara(l, idag, (b) => kanBeslutas(b, idag)).map((k) => k.x.a.ansokanId))

function markena(l: Alage, x: Ansokanslage, r: Rad): Radmarke[] {
  const g = r.anordnare ? anordnarlage(l, x.a.ansokanId, r.anordnare) : null
  const godkand =
    g?.typ === 'kand' && r.insatsdag !== null && g.perioder.some((p) => p.from <= r.insatsdag! && (p.tom === null || r.insatsdag! <= p.tom))
  const traffar = fakt(l, 'fakturatraff').filter((f) => f.varde.radId === r.radId)
  return [
    ...x.brister
      .filter((b) => b.radId === r.radId)
      .map((b): Radmarke => ({ falt: b.falt as Radmarke['falt'], slag: 'saknas', text: b.text })),
    ...(g?.typ === 'okand' ? [{ falt: 'anordnare' as const, slag: 'kontrollera' as const, text: 'Finns inte i registret.' }] : []),
    ...(g?.typ === 'kand' && r.insatsdag && !godkand
      ? [{ falt: 'insatsdag' as const, slag: 'kontrollera' as const, text: 'Anordnaren var inte godkänd den dagen.' }]
      : []),
    ...traffar.map((f): Radmarke => ({
      falt: 'fakturanummer',
      slag: 'kontrollera',
      text: f.varde.slag === 'redanSokt' ? 'Arbetsgivaren har sökt för fakturan förut.' : 'En annan arbetsgivare har sökt för fakturan.',
    })),
    ...(sagerBehandling(r)
      ? [{ falt: 'beskrivning' as const, slag: 'upplysning' as const, text: 'Beskrivningen talar om behandling.' }]
      : []),
    ...(r.insatstyper.length === Object.keys(INSATSTYPER).length
      ? [
          {
            falt: 'insatstyper' as const,
            slag: 'upplysning' as const,
            text: r.allaFemBekraftat ? 'Alla fem, bekräftat.' : 'Alla fem är valda.',
          },
        ]
      : []),
  ]
}

export function radvyer(l: Alage, x: Ansokanslage): readonly Aprradvy[] {
  const b = beslutetOm(l, x.a.ansokanId)
  const belopp = new Map((b?.innehall.rader ?? x.belopp?.rader ?? []).map((r) => [r.radId, r]))
  return x.a.rader.map((r): Aprradvy => {
    const g = r.anordnare ? anordnarlage(l, x.a.ansokanId, r.anordnare) : null
    const tomt: Beloppsrad = {
      radId: r.radId,
      anstalld: r.anstalld,
      anordnare: r.anordnare,
      insatsdag: r.insatsdag,
      kostnad: r.kostnad,
      halva: 0,
      belopp: 0,
      begransadAv: null,
      skal: null,
      anstalldHarFatt: 0,
      arbetsgivarenHarFatt: 0,
    }
    return {
      ...(belopp.get(r.radId) ?? tomt),
      anordnarnamn: g?.typ === 'kand' ? g.namn : '',
      anordnareGodkand:
        g?.typ === 'kand' && r.insatsdag
          ? g.perioder.some((p) => p.from <= r.insatsdag! && (p.tom === null || r.insatsdag! <= p.tom))
          : null,
      insatstyper: r.insatstyper,
      syfte: r.syfte,
      miljo: r.miljo,
      fakturanummer: r.fakturanummer,
      faktura: r.faktura ?? null,
      beskrivning: r.beskrivning,
      marken: markena(l, x, r),
    }
  })
}

export function ansokanvyer(l: Alage, idag: Datum): readonly Ansokanvy[] {
  const klara = klaraIdn(l, idag)
  return provningen(l, idag).lagen.map((x): Ansokanvy => {
    const tillstand = tillstandet(l, x, idag, klara)
    const b = beslutetOm(l, x.a.ansokanId)
    return {
      ansokanId: x.a.ansokanId,
      tillstand,
      tillstandstext: TILLSTANDSTEXT[tillstand],
      inkom: x.a.inkom,
      kanal: x.a.kanal,
      skannad: x.a.skannad,
      sen: x.sen,
      anstalldaVet: x.a.anstalldaVet,
      ejBehandling: x.a.ejBehandling,
      rader: radvyer(l, x),
      kostnad: x.a.rader.reduce((s, r) => s + (r.kostnad ?? 0), 0),
      belopp: b?.innehall.belopp ?? x.belopp?.belopp ?? null,
      utfall: b?.innehall.utfall ?? null,
      beslutId: b?.id ?? null,
      tidigareBeslut: l.beslut.filter((y) => y.avser === x.a.ansokanId && y.typ !== 'aterkrav' && y.id !== b?.id).map((y) => y.id),
      brister: x.sen ? [] : x.brister,
    }
  })
}

export function kontrollvyer(l: Alage): readonly Kontrollvy[] {
  return fakt(l, 'kontroll').map(({ varde: k }): Kontrollvy => {
    const r = fakt(l, 'kontrollresultat').find((f) => f.varde.omgang === k.omgang)?.varde
    const b = kontrollbegaran(l, k.omgang)
    return {
      omgang: k.omgang,
      rond: k.rond,
      slag: k.slag,
      sannolikhet: k.sannolikhet,
      skal: k.skal,
      senast: b?.senast ?? null,
      tillstand: r ? 'klar' : b?.svar ? 'granskas' : 'begart',
      koder: r?.koder ?? [],
      felbelopp: r?.felbelopp ?? 0,
    }
  })
}

/** What is to be paid back, and what has been. */
export const aterkravsvyer = (l: Alage): Aprvy['aterkrav'] =>
  aterkraven(l).map((b) => ({ beslutId: b.id, belopp: b.innehall.belopp, aterbetalt: aterbetalt(l, b.id), senast: b.innehall.senast }))

// --- facts and history in words ---------------------------------------------------------------------

const halsovardstext = (a: Aprfakta['arbetsgivare']): string =>
  a.foretagshalsovard
    ? a.foretagshalsovard.finns
      ? `företagshälsovård${a.foretagshalsovard.vilken ? `: ${a.foretagshalsovard.vilken}` : ''}`
      : 'ingen företagshälsovård'
    : ''

/** Personnummer are not written out in the history. */
export function faktatext(namn: Aprfaktum, v: unknown): string {
  switch (namn) {
    case 'ansokan': {
      const a = v as Ansokanfaktum
      return `${a.rader.length} ${a.rader.length === 1 ? 'rad' : 'rader'}, ${kronortext(a.rader.reduce((s, r) => s + (r.kostnad ?? 0), 0) / 100)} kr, kom in ${a.inkom ? medManadsnamn(a.inkom) : 'okänd dag'}${a.kanal === 'papper' ? ' på papper' : ''}`
    }
    case 'komplettering': {
      const k = v as Aprfakta['komplettering']
      return `${[k.rader.length ? `${k.rader.length} rader ändrade eller nya` : '', k.borttagna.length ? `${k.borttagna.length} borttagna` : '', k.text].filter(Boolean).join('; ') || 'bekräftelser'}`
    }
    case 'arbetsgivare': {
      const a = v as Aprfakta['arbetsgivare']
      return [
        STORLEKSNAMN[storleksklass(a.anstallda)],
        a.sektor ? SEKTORER[a.sektor] : '',
        halsovardstext(a),
        a.kontakt ? `kontakt ${a.kontakt.namn}` : '',
      ]
        .filter(Boolean)
        .join(', ')
    }
    case 'godkannandelage': {
      const g = v as Aprfakta['godkannandelage']
      return `${g.namn || visaAnstalld(g.anordnare)}: ${g.kand ? g.perioder.map((p) => `godkänd ${p.from}–${p.tom ?? 'tills vidare'}`).join(', ') || 'aldrig godkänd' : 'finns inte i registret'}`
    }
    case 'fakturatraff':
      return (v as Aprfakta['fakturatraff']).slag === 'redanSokt'
        ? 'i en tidigare ansökan av arbetsgivaren'
        : 'i en annan arbetsgivares ansökan'
    case 'kontroll': {
      const k = v as Aprfakta['kontroll']
      return `${k.omgang}, ${k.slag === 'dragen' ? 'slumpmässigt dragen' : `utvald: ${k.skal}`}`
    }
    case 'kontrollresultat': {
      const r = v as Aprfakta['kontrollresultat']
      return `${r.omgang}: ${r.felbelopp ? `${kronortext(r.felbelopp)} kr för mycket` : 'inget för mycket'}`
    }
    case 'aterbetalning':
      return `${kronortext((v as Aprfakta['aterbetalning']).belopp)} kr ${(v as Aprfakta['aterbetalning']).dag}`
    default:
      return (
        Object.values((v ?? {}) as Record<string, unknown>)
          .filter((x) => typeof x === 'string')
          .slice(-1)
          .join('') || 'registrerad'
      )
  }
}

const formFakta = (f: Faktum): string => `${FAKTARUBRIK[f.namn as Aprfaktum] ?? f.namn}: ${faktatext(f.namn as Aprfaktum, f.varde)}`

export const HISTORIKORD: Historikord = {
  fakta: formFakta,
  fragor: {
    aprInkomst: 'Angav ankomstdag',
    aprAnordnare: 'Tog ställning till anordnaren',
    aprKomplettera: 'Tog ställning till underlaget',
    aprFaktura: 'Bedömde en faktura',
    aprInsats: 'Bedömde insatsen',
    aprOrdning: 'Tog ställning till ordningen',
    aprAndring: 'Tog ställning till ändring',
    aprAterkrav: 'Tog ställning till återkrav',
    aprForfallet: 'Följde upp återkrav',
    aprFynd: 'Granskade i efterkontroll',
    aprKontrollklar: 'Avslutade efterkontroll',
  },
}

const faktarader = (l: Alage): Faktarad[] => {
  const ersatta = new Set(l.fakta.map((f) => f.ersatter))
  return [...l.fakta]
    .reverse()
    .map((f) => ({
      id: f.id,
      namn: f.namn,
      rubrik: FAKTARUBRIK[f.namn as Aprfaktum] ?? f.namn,
      text: faktatext(f.namn as Aprfaktum, f.varde),
      ...(f.namn === 'arbetsgivare' ? { varde: f.varde } : {}),
      kalla: f.kalla,
      period: f.period ?? null,
      registrerad: f.registrerad,
      av: f.av.namn,
      ersatt: ersatta.has(f.id),
    }))
}

function rubrikraden(l: Alage): Rubrikuppgift[] {
  const a = sistaFakt(l, 'arbetsgivare')?.varde
  return [
    { rubrik: 'Stöd', text: `Kostnader för ${l.arende.sak}`, tillagg: `sista dag ${medManadsnamn(aprAnsokanSenast(kostnadsaret(l)))}` },
    { rubrik: 'Kvar av taket', text: `${kronortext(kvarAvArbetsgivarens(l))} kr` },
    ...(a
      ? [
          {
            rubrik: 'Arbetsgivaren',
            text: [STORLEKSNAMN[storleksklass(a.anstallda)], a.sektor ? SEKTORER[a.sektor] : '', halsovardstext(a)]
              .filter(Boolean)
              .join(', '),
          },
        ]
      : []),
    ...(fakt(l, 'kontroll').some((f) => !kontrollenKlar(l, f.varde)) ? [{ rubrik: 'Efterkontroll', text: 'Pågår', viktig: true }] : []),
  ]
}

const uppmarksamma = (l: Alage): Uppmarksamma[] => {
  const okanda = new Set(
    fakt(l, 'godkannandelage')
      .filter((f) => !f.varde.kand)
      .map((f) => anordnarnyckel(f.varde.anordnare)),
  )
  return okanda.size
    ? [
        {
          amne: 'anordnare',
          text: 'Berätta var listan över godkända anordnare finns',
          varfor: 'Arbetsgivaren har angett en anordnare som inte finns i registret.',
          lagrum: [],
          given: l.information.findLast((i) => i.amne === 'anordnare')?.tid.slice(0, 10) ?? null,
        },
      ]
    : []
}

/** The case worked out once: what lists need and what the page shows. */
export function arendevy(lage: Lage, journal: readonly Handelse[], idag: Datum): { vy: Aprvy; sammanfattning: Sammanfattning } {
  const l = lage as Alage
  const skrivelse = (b: { dag: Datum }) =>
    vardetDen(aprOverklagande, b.dag) === 'overklagasInte' ? ('andring' as const) : ('overklagande' as const)
  const { vy, sammanfattning } = grundvy(
    l,
    journal,
    utred(aprflode, l, idag),
    { rubrikrad: rubrikraden(l), tidslinje: null, raknare: [], fakta: faktarader(l), uppmarksamma: uppmarksamma(l) },
    HISTORIKORD,
    skrivelse,
  )
  return {
    vy: {
      ...vy,
      forman: 'apr',
      kostnadsar: kostnadsaret(l),
      sistaDag: aprAnsokanSenast(kostnadsaret(l)),
      kvar: kvarAvArbetsgivarens(l),
      arbetsgivaren: sistaFakt(l, 'arbetsgivare')?.varde ?? {},
      ansokningar: ansokanvyer(l, idag),
      kontroller: kontrollvyer(l),
      aterkrav: aterkravsvyer(l),
    },
    sammanfattning,
  }
}
