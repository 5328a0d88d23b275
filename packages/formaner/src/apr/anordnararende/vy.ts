import { utred, type Handelse, type Lage, type Sammanfattning } from '@atergang/arende'
import { medManadsnamn, type Datum } from '@atergang/kalender'
import { aprOverklagande, vardetDen } from '@atergang/regelverk'
import { grundvy, type Grundvy } from '../../gemensamt/vy/arendevy.ts'
import type { Historikord } from '../../gemensamt/vy/historik.ts'
import { vidPersonalandring, type Godkannande, type Omprovningsbehov } from '../anordnare/godkannande.ts'
import { KOMPETENSER, provaKompetens, type Kompetensuppgift } from '../anordnare/kompetens.ts'
import { ANORDNARTYPER, type Anordnare } from '../anordnare/register.ts'
import { LAN } from '../lan.ts'
import { ankomsttext, fakt, FAKTARUBRIK, sistaFakt, type Anordnarfakta, type Anordnarfaktum, type Nlage } from './fakta.ts'
import { anordnarflode, tillstandet } from './flode.ts'
import { behoven, godkannandena, kompetenserna, somAnordnare, uppgifterna } from './lage.ts'

export interface Anordnarvy extends Grundvy {
  readonly forman: 'aprAnordnare'
  readonly tillstand: ReturnType<typeof tillstandet>
  readonly anordnare: Anordnarfakta['anordnare'] | null
  readonly uppgifter: readonly (Kompetensuppgift & { readonly bedomd: boolean })[]
  readonly godkannanden: readonly Godkannande[]
  readonly behov: readonly Omprovningsbehov[]
  /** what the last report of a change asks of an officer */
  readonly vidAndring: ReturnType<typeof vidPersonalandring>
}

function faktatext(namn: Anordnarfaktum, v: unknown): string {
  if (namn === 'anordnare') {
    const a = v as Anordnarfakta['anordnare']
    return `${a.namn}, ${ANORDNARTYPER[a.typ]}, ${a.ort}; ${a.lan.map((x) => LAN[x]).join(', ')}`
  }
  if (namn === 'kompetens') {
    const c = v as Anordnarfakta['kompetens']
    return `${KOMPETENSER[c.kompetens].namn}, ${c.person}, från ${medManadsnamn(c.from)}${c.tom ? ` till ${medManadsnamn(c.tom)}` : ''}`
  }
  if (namn === 'ansokan') return ankomsttext(v as Anordnarfakta['ansokan'])
  return (v as { text?: string }).text ?? 'registrerad'
}
const HISTORIKORD: Historikord = {
  fragor: {
    aprKompetens: 'Bedömde en kompetens',
    aprSammaPerson: 'Bedömde en person med flera kompetenser',
    aprOmprovning: 'Omprövade godkännandet',
  },
  fakta: (f) => `${FAKTARUBRIK[f.namn as Anordnarfaktum] ?? f.namn}: ${faktatext(f.namn as Anordnarfaktum, f.varde)}`,
}

const TILLSTANDSTEXT = {
  ansokt: 'Ansöker om godkännande',
  godkand: 'Godkänd',
  omprovas: 'Godkänd, omprövas',
  upphort: 'Godkännandet har upphört',
  ejGodkand: 'Inte godkänd',
} as const

export function arendevy(lage: Lage, journal: readonly Handelse[], idag: Datum): { vy: Anordnarvy; sammanfattning: Sammanfattning } {
  const l = lage as Nlage
  const ersatta = new Set(l.fakta.map((f) => f.ersatter))
  const delar = {
    rubrikrad: [
      { rubrik: 'Anordnare', text: TILLSTANDSTEXT[tillstandet(l, idag)] },
      ...(sistaFakt(l, 'anordnare') ? [{ rubrik: 'Slag', text: ANORDNARTYPER[sistaFakt(l, 'anordnare')!.varde.typ] }] : []),
    ],
    tidslinje: null,
    raknare: [],
    uppmarksamma: [],
    fakta: [...l.fakta]
      .reverse()
      .map((f) => ({
        id: f.id,
        namn: f.namn,
        rubrik: FAKTARUBRIK[f.namn as Anordnarfaktum] ?? f.namn,
        text: faktatext(f.namn as Anordnarfaktum, f.varde),
        varde: f.varde,
        kalla: f.kalla,
        period: null,
        registrerad: f.registrerad,
        av: f.av.namn,
        ersatt: ersatta.has(f.id),
      })),
  }
  const skrivelse = (b: { dag: Datum }) =>
    vardetDen(aprOverklagande, b.dag) === 'overklagasInte' ? ('andring' as const) : ('overklagande' as const)
  const { vy, sammanfattning } = grundvy(l, journal, utred(anordnarflode, l, idag), delar, HISTORIKORD, skrivelse)
  const sista = fakt(l, 'personalandring').at(-1)
  const fore = sista ? kompetenserna({ ...l, fakta: l.fakta.filter((f) => f.registrerad < sista.registrerad) }) : []
  return {
    vy: {
      ...vy,
      forman: 'aprAnordnare',
      tillstand: tillstandet(l, idag),
      anordnare: sistaFakt(l, 'anordnare')?.varde ?? null,
      uppgifter: uppgifterna(l).map((u) => ({ ...u.uppgift, bedomd: u.bedomd })),
      godkannanden: godkannandena(l),
      behov: behoven(l, idag),
      vidAndring: sista ? vidPersonalandring(fore, kompetenserna(l), sista.varde.dag) : [],
    },
    sammanfattning,
  }
}

/** The row of the register of providers: what the public page and the look-up of an application read. */
export function registerrad(l: Nlage, idag: Datum): { anordnare: readonly (Anordnare & { tillstand: string })[] } {
  return { anordnare: sistaFakt(l, 'anordnare') ? [{ ...somAnordnare(l), tillstand: tillstandet(l, idag) }] : [] }
}

/** How the provider stands, as the provider itself may see it: what is stated, what has been found shown, and what the rule still asks. */
export const anordnarstod = (l: Nlage, idag: Datum) => ({
  tillstand: tillstandet(l, idag),
  anordnare: sistaFakt(l, 'anordnare')?.varde ?? null,
  uppgifter: uppgifterna(l).map((u) => ({ ...u.uppgift, bedomd: u.bedomd })),
  godkannanden: godkannandena(l),
  behov: behoven(l, idag),
  provning: provaKompetens(kompetenserna(l), idag),
})
