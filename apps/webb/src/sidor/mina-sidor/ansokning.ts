import { nextTick, ref, watch, type Ref } from 'vue'
import { useRouter, type RouteLocationRaw } from 'vue-router'
import { Apifel, feltext } from '../../api/apifel.ts'
import { fokusera } from '../../stod/fokus.ts'
import { skapaFormular, type Faltfel } from '../../stod/formular.ts'
import type { Utkast } from '../../stod/utkast.ts'
import type { Stegvandring } from './steg.ts'

export interface Ansokningsval<S extends string> {
  /** the draft, watched: what has been put right is no longer an error */
  readonly utkast: object
  readonly sparning: Utkast
  readonly vandring: Stegvandring<S>
  /** what stops it from being sent as it stands */
  hinder(): readonly Faltfel[]
  /** in which step a field stands */
  stegFor(falt: string): S
  /** the form's own name of a field that the server names */
  faltFor(namn: string): string | undefined
  /** sends it, and says where to go then */
  sand(): Promise<RouteLocationRaw>
  /** the words for an error, when they are other than the server's */
  ord?(e: unknown): string | undefined
}

/** Signing and sending an application in steps. */
export function useAnsokning<S extends string>(
  o: Ansokningsval<S>,
): { readonly sandfel: Ref<string>; visaFalt(falt: string): Promise<void>; skicka(): Promise<void> } {
  const router = useRouter()
  const fel = ref<readonly Faltfel[]>([])
  const formular = skapaFormular(fel)
  const sandfel = ref('')

  watch(o.utkast, () => {
    if (fel.value.length === 0) return
    const kvar = new Set(o.hinder().map((f) => f.falt))
    fel.value = fel.value.filter((f) => f.falt === undefined || kvar.has(f.falt))
  })

  async function visaSandfel(e: unknown): Promise<void> {
    if (e instanceof Apifel && e.problem?.falt.length) {
      fel.value = e.problem.falt.map((f) => {
        const falt = o.faltFor(f.falt)
        return { text: f.text, ...(falt ? { falt } : {}) }
      })
      return formular.fokuseraFel()
    }
    sandfel.value = o.ord?.(e) ?? feltext(e)
    await nextTick()
    fokusera('sandfel')
  }

  return {
    sandfel,
    async visaFalt(falt) {
      await router.push(o.vandring.adress(o.stegFor(falt)))
      await nextTick()
    },
    async skicka() {
      sandfel.value = ''
      fel.value = o.hinder()
      if (fel.value.length) return formular.fokuseraFel()
      try {
        await o.sparning.spara()
        const sedan = await o.sand()
        await router.push(sedan)
      } catch (e) {
        await visaSandfel(e)
      }
    },
  }
}
