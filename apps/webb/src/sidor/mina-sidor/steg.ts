import { computed, nextTick, ref, watch, type ComputedRef, type Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { fokusera } from '../../stod/fokus.ts'

export interface Stegvandring<S extends string> {
  readonly steg: Ref<S>
  readonly nr: ComputedRef<number>
  adress(s: S): string
}

/**
 * A form in steps. Each step has its own address under `bas`: back, forward and reload work as on any page, and the heading of a new
 * step is read first. `utkast.steg` follows along, so that the person comes back to where they were.
 */
export async function useSteg<S extends string>(o: {
  readonly steg: readonly S[]
  readonly rubriker: Readonly<Record<S, string>>
  readonly bas: string
  readonly titel: string
  readonly utkast: { steg: S }
}): Promise<Stegvandring<S>> {
  const route = useRoute()
  const router = useRouter()
  const arSteg = (s: unknown): s is S => (o.steg as readonly unknown[]).includes(s)
  const adress = (s: S): string => `${o.bas}/${s}`
  const forsta = route.params.steg
  const steg = ref(arSteg(forsta) ? forsta : o.utkast.steg) as Ref<S>
  const titla = (s: S): void =>
    void (document.title = `Steg ${o.steg.indexOf(s) + 1} av ${o.steg.length}: ${o.rubriker[s]} – ${o.titel} – Återgång`)

  watch(
    () => route.params.steg,
    async (s) => {
      if (!arSteg(s) || s === steg.value) return
      steg.value = s
      o.utkast.steg = s
      await nextTick()
      titla(s)
      fokusera('stegrubrik')
      window.scrollTo({ top: 0 })
    },
  )
  o.utkast.steg = steg.value
  const nr = computed(() => o.steg.indexOf(steg.value))
  if (!arSteg(forsta)) await router.replace(adress(steg.value))
  titla(steg.value)
  return { steg, nr, adress }
}
