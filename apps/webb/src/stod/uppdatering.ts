import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { feltext } from '../api/apifel.ts'

const VAR = 30_000

export interface Uppdatering<T> {
  readonly data: ShallowRef<T | null>
  readonly nar: Ref<string>
  readonly fel: Ref<string>
  hamta(): Promise<void>
}

/**
 * Data that keeps itself fresh: again every half minute while the page is seen, at once when it is seen again.
 * Equal answers change nothing, so that focus and reading place stay.
 */
export function useUppdatering<T>(hamtaData: () => Promise<T>): Uppdatering<T> {
  const data = shallowRef<T | null>(null)
  const nar = ref('')
  const fel = ref('')
  let senast = ''
  let varv = 0

  async function hamta(): Promise<void> {
    const mitt = ++varv
    try {
      const ny = await hamtaData()
      if (mitt !== varv) return
      const text = JSON.stringify(ny)
      if (text !== senast) data.value = ny
      senast = text
      fel.value = ''
      nar.value = new Date().toISOString()
    } catch (e) {
      if (mitt === varv) fel.value = feltext(e)
    }
  }
  const omSedd = (): void => {
    if (document.visibilityState === 'visible') void hamta()
  }
  const klocka = setInterval(omSedd, VAR)
  document.addEventListener('visibilitychange', omSedd)
  onScopeDispose(() => {
    clearInterval(klocka)
    document.removeEventListener('visibilitychange', omSedd)
  })
  void hamta()
  return { data, nar, fel, hamta }
}
