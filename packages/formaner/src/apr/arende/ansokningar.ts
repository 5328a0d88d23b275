import { senasteSvar } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import type { AnkomstdagSvar } from '../../gemensamt/ansokan/ankomstdag.ts'
import { fakt, type Alage, type Ansokanfaktum, type Rad } from './fakta.ts'

/** An application as it stands now: as it came in, with what has been added since. */
export interface Ansokan {
  readonly ansokanId: string
  /** facts it is made of, the application first */
  readonly fakta: readonly string[]
  /** its place among the applications of the case, as they were recorded */
  readonly plats: number
  /** null: a paper that does not show it, and nobody has said yet */
  readonly inkom: Datum | null
  readonly kanal: Ansokanfaktum['kanal']
  readonly skannad: Datum | null
  readonly registrerad: string
  readonly rader: readonly Rad[]
  readonly anstalldaVet: boolean
  readonly ejBehandling: boolean
  readonly aterkallad: boolean
}

const minne = new WeakMap<Alage['fakta'], { readonly svar: Alage['svar']; readonly lista: readonly Ansokan[] }>()

/** The applications of the employer's year in the order they came in (22 § FL), as recorded on the same day; those whose day is not known last. */
export function ansokningar(l: Alage): readonly Ansokan[] {
  const kant = minne.get(l.fakta)
  if (kant?.svar === l.svar) return kant.lista
  const lista = nyLista(l)
  minne.set(l.fakta, { svar: l.svar, lista })
  return lista
}

function nyLista(l: Alage): Ansokan[] {
  const kompletteringar = fakt(l, 'komplettering')
  const aterkallade = new Set(fakt(l, 'aterkallelse').map((f) => f.varde.ansokanId))
  return fakt(l, 'ansokan')
    .map((f, plats): Ansokan => {
      const mina = kompletteringar.filter((k) => k.varde.ansokanId === f.varde.ansokanId)
      const { ansokanId, kanal, skannad, inkom } = f.varde
      return {
        ansokanId,
        fakta: [f.id, ...mina.map((k) => k.id)],
        plats,
        kanal,
        skannad: skannad ?? null,
        registrerad: f.registrerad,
        aterkallad: aterkallade.has(ansokanId),
        inkom: senasteSvar<AnkomstdagSvar>(l, `aprInkomst:${ansokanId}`)?.svar.inkom ?? inkom,
        rader: mina.reduce<readonly Rad[]>((rader, k) => medAndringar(rader, k.varde.rader, k.varde.borttagna), f.varde.rader),
        anstalldaVet: mina.reduce((v, k) => k.varde.anstalldaVet ?? v, f.varde.anstalldaVet),
        ejBehandling: mina.reduce((v, k) => k.varde.ejBehandling ?? v, f.varde.ejBehandling),
      }
    })
    .sort((a, b) => ((a.inkom ?? '9999') < (b.inkom ?? '9999') ? -1 : (a.inkom ?? '9999') > (b.inkom ?? '9999') ? 1 : a.plats - b.plats))
}

/** Changed rows in their old places, new ones last. */
function medAndringar(rader: readonly Rad[], nya: readonly Rad[], borttagna: readonly string[]): readonly Rad[] {
  const per = new Map(nya.map((r) => [r.radId, r]))
  const fanns = new Set(rader.map((r) => r.radId))
  return [...rader.map((r) => per.get(r.radId) ?? r), ...nya.filter((r) => !fanns.has(r.radId))].filter((r) => !borttagna.includes(r.radId))
}

export const ansokanMed = (l: Alage, ansokanId: string): Ansokan | undefined => ansokningar(l).find((a) => a.ansokanId === ansokanId)

/** The calendar year whose costs the case is about. */
export const kostnadsaret = (l: Alage): number => Number(l.arende.sak)
