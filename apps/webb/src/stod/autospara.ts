import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { feltext } from '../api/apifel.ts'

export type Sparlage = { readonly slag: 'inget' } | { readonly slag: 'sparar' } | { readonly slag: 'sparat'; readonly tid: string } | { readonly slag: 'misslyckades'; readonly text: string }

export interface Autospar {
  readonly lage: Ref<Sparlage>
  /** Saves what is not saved yet, now. */
  sparaNu(): Promise<void>
  /** No more saving: what was written has been sent. */
  stoppa(): void
}

const VANTA = 800
const FORSOK_IGEN = 5000

/**
 * Saves by itself a moment after each change; one save at a time, the newest last. A failed save is
 * told and tried again, so nothing written is lost by a short break. `spara` gives the moment it was saved.
 */
export function useAutospar<T>(kalla: () => T, spara: (varde: T) => Promise<string>): Autospar {
  const lage = ref<Sparlage>({ slag: 'inget' })
  let timer: ReturnType<typeof setTimeout> | undefined
  let osparat = false
  let pagar: Promise<void> | null = null
  let stoppad = false

  const om = (ms: number): void => {
    clearTimeout(timer)
    if (!stoppad) timer = setTimeout(() => void sparaNu(), ms)
  }

  async function omgang(): Promise<void> {
    while (osparat && !stoppad) {
      osparat = false
      lage.value = { slag: 'sparar' }
      try {
        lage.value = { slag: 'sparat', tid: await spara(kalla()) }
      } catch (fel) {
        osparat = true
        lage.value = { slag: 'misslyckades', text: feltext(fel) }
        om(FORSOK_IGEN)
        return
      }
    }
  }

  function sparaNu(): Promise<void> {
    clearTimeout(timer)
    pagar ??= omgang().finally(() => {
      pagar = null
    })
    return pagar
  }

  watch(kalla, () => {
    osparat = true
    om(VANTA)
  }, { deep: true })

  const dold = (): void => {
    if (document.visibilityState === 'hidden') void sparaNu()
  }
  const stanger = (e: BeforeUnloadEvent): void => {
    if (osparat && !stoppad) e.preventDefault()
  }
  document.addEventListener('visibilitychange', dold)
  window.addEventListener('beforeunload', stanger)
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', dold)
    window.removeEventListener('beforeunload', stanger)
    void sparaNu()
  })

  return {
    lage, sparaNu,
    stoppa: () => {
      stoppad = true
      clearTimeout(timer)
    },
  }
}
