import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { Apifel } from '../api/apifel.ts'
import { api, data } from '../api/klient.ts'
import type { Kommando } from './kommando.ts'

/** How easy the letter is to read, as the server measures it. */
export interface Klarsprak {
  readonly lix: number
  readonly ord: number
  readonly ordPerMening: number
  readonly omdome: 'lattlast' | 'medel' | 'svar'
  readonly grund: string
  readonly langaMeningar: readonly { readonly mening: string; readonly ord: number }[]
  readonly svaraOrd: readonly { readonly ord: string; readonly forslag: string }[]
  readonly oforklarade: readonly { readonly forkortning: string; readonly langform?: string }[]
}

export interface GranskatBrev {
  readonly brevId: string
  readonly sidor: number
  readonly rubrik: string
  readonly mottagare: string
  readonly klarsprak: Klarsprak
}

export interface Brevgranskning {
  readonly brev: ShallowRef<GranskatBrev | null>
  readonly hamtar: Ref<boolean>
  readonly fel: ShallowRef<Apifel | null>
  /** the letter seen is the letter that the command would send */
  readonly giltig: ComputedRef<boolean>
  granska(): Promise<void>
  /** the server says that the letter has changed: it must be read again */
  gorOgiltig(): void
}

/** Preview of the very letter a command sends. Any change of the command makes it stale. */
export function useBrevgranskning(arendeId: string, kommando: () => Kommando): Brevgranskning {
  const brev = shallowRef<GranskatBrev | null>(null)
  const hamtar = ref(false)
  const fel = shallowRef<Apifel | null>(null)
  const granskad = ref('')

  return {
    brev,
    hamtar,
    fel,
    giltig: computed(() => brev.value !== null && granskad.value === JSON.stringify(kommando())),
    async granska() {
      if (hamtar.value) return
      hamtar.value = true
      fel.value = null
      const k = kommando()
      try {
        brev.value = (await data(api.POST('/api/v1/arenden/{id}/brev', { params: { path: { id: arendeId } }, body: k }))) as GranskatBrev
        granskad.value = JSON.stringify(k)
      } catch (e) {
        brev.value = null
        fel.value = e instanceof Apifel ? e : new Apifel(0, null)
      } finally {
        hamtar.value = false
      }
    },
    gorOgiltig() {
      granskad.value = ''
    },
  }
}
