import { lagetEfter, sammanfatta, personen, type Handelse, type Lage } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import { bulkrad, PROJEKTIONER, utredningAv, type Bulkarende, type Bulkrad } from '@atergang/lager'

/** What differs between two copies of the same case. */
export interface Identitet {
  /** the first 24 characters of every id of the case */
  readonly prefix: string
  readonly personId: string
  readonly personnummer: string
  readonly fodd: string
  readonly fornamn: string
  readonly efternamn: string
  readonly nummer: string
}

/** Stand for the names in a case that is to be copied: no other word contains them. */
export const MALLNAMN = { fornamn: 'Qfornamnq', efternamn: 'Qefternamnq' } as const

const PREFIX = 24
const ID_SLUT = '[0-9a-f]{12}'

/** Text with holes: every other piece is text, every other says what goes there. */
type Halig = readonly string[]

interface Halrad extends Pick<Bulkrad, 'version' | 'dag' | 'dokument'> {
  readonly texter: Readonly<Record<'part' | 'arende', Halig>>
  readonly handelser: readonly Halig[]
  readonly projektioner: Readonly<Record<keyof Bulkrad['projektioner'], Halig>>
  readonly vy: Halig | null
}

const identiteten = (l: Lage): Identitet => {
  const { id, nummer } = l.arende
  const person = personen(l)
  return {
    prefix: id.slice(0, PREFIX),
    personId: person.id,
    personnummer: person.personnummer,
    fodd: person.fodd,
    fornamn: person.fornamn,
    efternamn: person.efternamn,
    nummer,
  }
}

/**
 * A case as a pattern for any number of copies with other ids, people and numbers. Facts and answers
 * keep their ids, which are only known inside the case: the prints that say on what an answer was
 * given are made of them.
 */
export class Arendemall {
  readonly original: Identitet & { readonly inlett: Datum }
  readonly #rad: Halrad

  private constructor(original: Arendemall['original'], rad: Halrad) {
    this.original = original
    this.#rad = rad
  }

  /** Null when the prints of the case lean on an id that must differ, so that a copy would ask what has been answered. */
  static av(a: Bulkarende, medVy: boolean): Arendemall | null {
    const original = { ...identiteten(a.lage), inlett: a.lage.arende.inlett }
    const behalls = new Set([...a.lage.fakta.map((f) => f.id), ...a.lage.svar.map((s) => s.id), ...a.lage.kommuniceringar.map((k) => k.id)])
    const hal = halgorare(original, behalls)
    const r = bulkrad(a, medVy)
    const mall = new Arendemall(original, {
      version: r.version,
      dag: r.dag,
      dokument: r.dokument,
      texter: { part: hal(r.part.rad), arende: hal(r.arende) },
      handelser: r.handelser.map(hal),
      projektioner: perProjektion((p) => hal(r.projektioner[p])),
      vy: r.vy === null ? null : hal(r.vy),
    })
    return mall.#haller() ? mall : null
  }

  kopia(i: Identitet): Bulkrad {
    const { texter, projektioner: p, handelser, vy, dokument, version, dag } = this.#rad
    const fyll = (h: Halig): string => h.map((bit, nr) => (nr % 2 === 0 ? bit : varde(bit, i))).join('')
    return {
      arendeId: `${i.prefix}${'0'.repeat(12)}`,
      nummer: i.nummer,
      version,
      dag,
      part: { slag: 'person', rad: fyll(texter.part) },
      arende: fyll(texter.arende),
      handelser: handelser.map(fyll),
      projektioner: perProjektion((namn) => fyll(p[namn])),
      bredvid: null,
      dokument: dokument.map((d) => ({ ...d, id: `${i.prefix}${d.id.slice(PREFIX)}` })),
      vy: vy === null ? null : fyll(vy),
    }
  }

  /** A copy worked out anew must say what the copied text says. */
  #haller(): boolean {
    const prov = this.kopia({
      ...this.original,
      prefix: '11111111-2222-4333-8444-',
      personId: '11111111-2222-4333-8444-555555555555',
      nummer: 'SP1999-999999',
    })
    const lage = lagetEfter(
      prov.arendeId,
      prov.handelser.map((h) => JSON.parse(h) as Handelse),
    )
    const { sammanfattning } = JSON.parse(prov.arende) as { sammanfattning: unknown }
    return JSON.stringify(sammanfatta(lage, utredningAv(lage, prov.dag))) === JSON.stringify(sammanfattning)
  }
}

const perProjektion = <T>(f: (namn: keyof Bulkrad['projektioner']) => T) =>
  Object.fromEntries(PROJEKTIONER.map((namn) => [namn, f(namn)])) as Record<keyof Bulkrad['projektioner'], T>

const HAL = {
  fodd: 'fodd',
  fornamn: 'fornamn',
  efternamn: 'efternamn',
  nummer: 'nummer',
  personId: 'personId',
  personnummer: 'personnummer',
} as const
const ID = 'id:'

const varde = (hal: string, i: Identitet): string =>
  hal.startsWith(ID) ? `${i.prefix}${hal.slice(ID.length)}` : i[hal as keyof typeof HAL]

/** Cuts a text at everything that differs between copies. */
function halgorare(o: Identitet, behalls: ReadonlySet<string>): (text: string) => Halig {
  const fasta = new Map(Object.keys(HAL).map((k) => [o[k as keyof typeof HAL], k]))
  const monster = new RegExp(`(${o.prefix}${ID_SLUT}|${[...fasta.keys()].join('|')})`)
  return (text) => {
    const ut = ['']
    for (const [nr, bit] of text.split(monster).entries()) {
      if (nr % 2 === 0 || behalls.has(bit)) ut[ut.length - 1] += bit
      else ut.push(fasta.get(bit) ?? `${ID}${bit.slice(PREFIX)}`, '')
    }
    return ut
  }
}
