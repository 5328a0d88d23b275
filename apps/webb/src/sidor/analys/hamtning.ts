import { onBeforeUnmount, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import type { LocationQuery } from 'vue-router'
import { feltext } from '../../api/apifel.ts'
import { api, data } from '../../api/klient.ts'

type Avfrag = Awaited<ReturnType<typeof fragaLage>>
const fragaLage = () => data(api.GET('/api/v1/analys/lage'))
export type Lage = Avfrag

/** How often to ask whether the data are there yet. */
const TATHET_MS = 700

export interface Hamtning<T> {
  /** the latest answer; it stays while the next is on its way */
  readonly svar: Readonly<ShallowRef<T | null>>
  readonly lage: Readonly<ShallowRef<Lage | null>>
  readonly laddar: Readonly<Ref<boolean>>
  readonly fel: Readonly<Ref<string>>
  readonly forsta: Promise<void>
}

/** Asks the analysis, waits for its data to be made, and asks again when what `bevaka` gives has changed. */
export function useAnalys<T>(hamta: () => Promise<T>, bevaka: () => unknown): Hamtning<T> {
  const svar = shallowRef<T | null>(null)
  const lage = shallowRef<Lage | null>(null)
  const laddar = ref(true)
  const fel = ref('')
  let igen: ReturnType<typeof setTimeout> | undefined
  let omgang = 0
  async function las(): Promise<void> {
    const denna = ++omgang
    clearTimeout(igen)
    laddar.value = true
    fel.value = ''
    try {
      lage.value = await fragaLage()
      if (lage.value.tillstand === 'redo') {
        const nytt = await hamta()
        if (denna === omgang) svar.value = nytt
      } else if (lage.value.tillstand === 'skapas' || lage.value.tillstand === 'vilar') igen = setTimeout(() => void las(), TATHET_MS)
    } catch (e) {
      if (denna === omgang) fel.value = feltext(e)
    }
    if (denna === omgang) laddar.value = false
  }
  watch(bevaka, () => void las())
  onBeforeUnmount(() => {
    omgang++
    clearTimeout(igen)
  })
  return { svar, lage, laddar, fel, forsta: las() }
}

const ett = (v: LocationQuery[string] | undefined): string => (Array.isArray(v) ? (v[0] ?? '') : (v ?? ''))
/** What the address says, empty when it says nothing. */
export const ur = (q: LocationQuery, namn: string): string => ett(q[namn])
export const listan = (q: LocationQuery, namn: string): string[] =>
  ur(q, namn)
    .split(',')
    .filter((x) => x !== '')

/** A choice for the address: what is empty is left out, so that the same view has one address. */
export const fraga = (val: Readonly<Record<string, string | readonly string[]>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(val)
      .map(([k, v]) => [k, typeof v === 'string' ? v.trim() : v.join(',')] as const)
      .filter(([, v]) => v !== ''),
  )

/** The part of the address that the server is asked with. */
export const urvalet = (q: LocationQuery): { period?: string; omraden?: string } =>
  fraga({ period: ur(q, 'period'), omraden: ur(q, 'omraden') })

/** The same choice as the end of an address of a file. */
export const somAdress = (val: Readonly<Record<string, string>>): string => {
  const t = new URLSearchParams(val).toString()
  return t ? `?${t}` : ''
}
