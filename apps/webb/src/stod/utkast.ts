import { onScopeDispose, readonly, ref, watch, type Ref } from 'vue'
import { klockslag } from './text.ts'

const VANTA_MS = 1000

export interface Utkast {
  /** ”Utkast sparat 10:42”, or what went wrong */
  readonly status: Readonly<Ref<string>>
  /** saves now what is not saved yet */
  spara(): Promise<void>
  /** the form was sent: nothing more is saved */
  slut(): void
}

/**
 * Saves what is written a second after the last change, and when the page is left. `spara` gives the
 * moment it was kept. A failed save says so and is tried again at the next change.
 */
export function useUtkast(kalla: () => unknown, spara: (innehall: unknown, hastigt: boolean) => Promise<string>): Utkast {
  const status = ref('')
  let klocka: ReturnType<typeof setTimeout> | undefined
  let osparat = false
  let slutat = false

  async function nu(hastigt = false): Promise<void> {
    clearTimeout(klocka)
    if (!osparat || slutat) return
    osparat = false
    try {
      status.value = `Utkast sparat ${klockslag(await spara(kalla(), hastigt))}`
    } catch {
      osparat = true
      status.value = 'Utkastet kunde inte sparas. Texten finns kvar på sidan; vi försöker igen.'
      if (!hastigt && !slutat) klocka = setTimeout(() => void nu(), 10 * VANTA_MS)
    }
  }
  const stopp = watch(
    () => JSON.stringify(kalla()),
    () => {
      osparat = true
      clearTimeout(klocka)
      klocka = setTimeout(() => void nu(), VANTA_MS)
    },
  )
  const vidLamna = (): void => {
    if (document.visibilityState === 'hidden') void nu(true)
  }
  document.addEventListener('visibilitychange', vidLamna)
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', vidLamna)
    void nu(true)
  })
  return {
    status: readonly(status),
    spara: () => nu(),
    slut: () => {
      slutat = true
      stopp()
      clearTimeout(klocka)
      status.value = ''
    },
  }
}
