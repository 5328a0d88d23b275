import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { feltext } from '../api/apifel.ts'

export type Sparlage =
  | { readonly slag: 'inget' }
  | { readonly slag: 'sparar' }
  | { readonly slag: 'sparat'; readonly tid: string }
  | { readonly slag: 'misslyckades'; readonly text: string }

export interface Utkast {
  readonly lage: Ref<Sparlage>
  /** saves now what is not saved yet */
  spara(): Promise<void>
  /** what was written has been sent: nothing more is saved */
  slut(): void
}

const VANTA_MS = 1000
const FORSOK_IGEN_MS = 5000

/**
 * Saves what is written a second after the last change, and when the page is left; one save at a time, the newest
 * last. A failed save is told and tried again, so that nothing is lost by a short break. `spara` gives the moment it
 * was kept, and hears whether the page is on its way out (`hastigt`); `senast` is the moment of a draft brought back.
 */
export function useUtkast<T>(kalla: () => T, spara: (varde: T, hastigt: boolean) => Promise<string>, senast?: string | null): Utkast {
  const lage = ref<Sparlage>(senast ? { slag: 'sparat', tid: senast } : { slag: 'inget' })
  let klocka: ReturnType<typeof setTimeout> | undefined
  let osparat = false
  let slutat = false
  let lamnat = false
  let pagar: Promise<void> | null = null

  const om = (ms: number): void => {
    clearTimeout(klocka)
    if (!slutat && !lamnat) klocka = setTimeout(() => void nu(), ms)
  }
  async function omgang(hastigt: boolean): Promise<void> {
    while (osparat && !slutat) {
      osparat = false
      lage.value = { slag: 'sparar' }
      try {
        lage.value = { slag: 'sparat', tid: await spara(kalla(), hastigt) }
      } catch (fel) {
        osparat = true
        lage.value = { slag: 'misslyckades', text: feltext(fel) }
        om(FORSOK_IGEN_MS)
        return
      }
    }
  }
  function nu(hastigt = false): Promise<void> {
    clearTimeout(klocka)
    pagar ??= omgang(hastigt).finally(() => {
      pagar = null
    })
    return pagar
  }
  watch(
    () => JSON.stringify(kalla()),
    () => {
      osparat = true
      om(VANTA_MS)
    },
  )
  const dold = (): void => {
    if (document.visibilityState === 'hidden') void nu(true)
  }
  const stanger = (e: BeforeUnloadEvent): void => {
    if (osparat && !slutat) e.preventDefault()
  }
  document.addEventListener('visibilitychange', dold)
  window.addEventListener('beforeunload', stanger)
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', dold)
    window.removeEventListener('beforeunload', stanger)
    lamnat = true
    void nu(true)
  })
  return {
    lage,
    spara: () => nu(),
    slut: () => {
      slutat = true
      clearTimeout(klocka)
      lage.value = { slag: 'inget' }
    },
  }
}
