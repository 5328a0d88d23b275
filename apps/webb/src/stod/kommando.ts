import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { Apifel } from '../api/apifel.ts'
import { api, data } from '../api/klient.ts'
import type { components } from '../api/schema.gen.ts'
import { inloggad } from './inloggad.ts'

export type Kommando = components['schemas']['Kommando']
export type Kommandosvar = components['schemas']['Kommandosvar']
type Tilldelning = Extract<Kommando, { typ: 'tilldela' }>

/** The person signed in, as commands name them. */
export function jagSomAktor(): Tilldelning['till'] {
  const jag = inloggad.jag!
  return { id: jag.id, namn: jag.namn, roll: jag.roll as Tilldelning['roll'], ...(jag.enhet ? { enhet: jag.enhet } : {}) }
}

export interface Sandning {
  readonly sander: Ref<boolean>
  readonly fel: ShallowRef<Apifel | null>
  /** The answer, or null when it failed; then `fel` says why. A second press while it is on its way does nothing. */
  sand(kommando: Kommando, version?: number): Promise<Kommandosvar | null>
}

/**
 * Sends commands of one case, each once: when no answer came, the same command goes again under the
 * same key, and the server knows it by that.
 */
export function useSandning(arendeId: () => string): Sandning {
  const sander = ref(false)
  const fel = shallowRef<Apifel | null>(null)
  let obesvarat: { kropp: string; nyckel: string } | null = null

  async function sand(kommando: Kommando, version?: number): Promise<Kommandosvar | null> {
    if (sander.value) return null
    sander.value = true
    fel.value = null
    const kropp = JSON.stringify([arendeId(), kommando])
    const nyckel = obesvarat?.kropp === kropp ? obesvarat.nyckel : crypto.randomUUID()
    obesvarat = { kropp, nyckel }
    try {
      const svar = await data(
        api.POST('/api/v1/arenden/{id}/kommandon', {
          params: {
            path: { id: arendeId() },
            header: { 'idempotency-key': nyckel, ...(version === undefined ? {} : { 'if-match': String(version) }) },
          },
          body: kommando,
        }),
      )
      obesvarat = null
      return svar
    } catch (e) {
      const f = e instanceof Apifel ? e : new Apifel(0, null)
      if (f.status > 0 && f.status < 500) obesvarat = null
      fel.value = f
      return null
    } finally {
      sander.value = false
    }
  }
  return { sander, fel, sand }
}
