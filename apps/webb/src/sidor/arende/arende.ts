import type { Arendevy } from '@atergang/formaner'
import { inject, provide, reactive, readonly, ref, shallowRef, type InjectionKey, type Ref, type ShallowRef } from 'vue'
import { Apifel } from '../../api/apifel.ts'
import { api, data } from '../../api/klient.ts'
import { inloggad } from '../../stod/inloggad.ts'

export type Fraga = Arendevy['fragor'][number]
export type Historikrad = Arendevy['historik'][number]

export interface Utkastpost {
  readonly innehall: unknown
  readonly andrat: string
}

/** The case on the page, shared by all its parts. */
export interface Arende {
  readonly id: string
  readonly vy: Readonly<ShallowRef<Arendevy>>
  readonly utkast: Record<string, Utkastpost>
  /** version when the person was last here, or null the first time */
  readonly seddVersion: Readonly<Ref<number | null>>
  /** what has happened since the page was read, filled when it is read again after a conflict */
  readonly nyheter: Readonly<Ref<readonly Historikrad[]>>
  /** what was just done, told to all */
  readonly besked: Ref<string>
  laddaOm(): Promise<void>
  /** Something was done: reads the case again, tells what, and moves on to what is next. */
  gjort(text: string): Promise<void>
}

const NYCKEL: InjectionKey<Arende> = Symbol('arende')

const hamtaVy = async (id: string): Promise<Arendevy> =>
  (await data(api.GET('/api/v1/arenden/{id}', { params: { path: { id } } }))) as unknown as Arendevy
const hamtaMitt = (id: string, version: number) =>
  data(api.GET('/api/v1/arenden/{id}/mitt', { params: { path: { id }, query: { version } } }))

/** Reads the case for the first time. `vidBorta` is told what was done when that took the case out of sight. @throws {Apifel} when it is not there for this person */
export async function oppna(id: string, vidGjort: () => void, vidBorta: (text: string) => void): Promise<Arende> {
  const forsta = await hamtaVy(id)
  const mitt = await hamtaMitt(id, forsta.version)
  const vy = shallowRef(forsta)
  const nyheter = shallowRef<readonly Historikrad[]>([])
  const besked = ref('')
  const utkast = reactive<Record<string, Utkastpost>>({ ...mitt.utkast } as Record<string, Utkastpost>)

  async function las(): Promise<number> {
    const forra = vy.value.version
    vy.value = await hamtaVy(id)
    if (vy.value.version !== forra) await hamtaMitt(id, vy.value.version)
    return forra
  }
  return {
    id,
    vy,
    utkast,
    nyheter: readonly(nyheter) as Arende['nyheter'],
    besked,
    seddVersion: ref(mitt.sedd?.version ?? null),
    laddaOm: async () => {
      const forra = await las()
      nyheter.value = vy.value.historik.filter((h) => h.nr > forra)
    },
    gjort: async (text) => {
      nyheter.value = []
      try {
        await las()
      } catch (e) {
        // What was done took the case out of sight: an adviser has answered, an officer is not impartial.
        if (e instanceof Apifel && e.status === 404) return vidBorta(text)
        throw e
      }
      besked.value = text
      vidGjort()
    },
  }
}

export const lamnaUt = (a: Arende): void => provide(NYCKEL, a)
export function useArende(): Arende {
  const a = inject(NYCKEL)
  if (!a) throw new Error('Ingen ärendesida runt komponenten.')
  return a
}

/** May the person signed in answer the question? */
export const arMin = (f: Fraga): boolean => f.roll === inloggad.jag?.roll && !f.inteFor.includes(inloggad.jag.id)

/** Who has the case in my role, or null when it is free. */
export const harArendet = (vy: Arendevy): { id: string; namn: string; sedan: string } | null => {
  const t = vy.tilldelning[inloggad.jag!.roll as keyof Arendevy['tilldelning']]
  return t ? { id: t.till.id, namn: t.till.namn, sedan: t.sedan } : null
}
