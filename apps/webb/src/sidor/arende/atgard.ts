import type { Foljd } from '@atergang/arende'
import { computed, reactive, ref, shallowRef, watch, type Reactive, type Ref, type ShallowRef } from 'vue'
import { Apifel, feltext } from '../../api/apifel.ts'
import { api, data } from '../../api/klient.ts'
import { useBrevgranskning, type Brevgranskning } from '../../stod/brevgranskning.ts'
import { skapaFormular, type Faltfel, type Formular } from '../../stod/formular.ts'
import { useSandning, type Kommando } from '../../stod/kommando.ts'
import { useUtkast, type Utkast } from '../../stod/utkast.ts'
import { useArende } from './arende.ts'

export interface Atgard<F extends object> {
  readonly form: Reactive<F>
  readonly formular: Formular
  readonly utkast: Utkast
  readonly fel: ShallowRef<Apifel | null>
  readonly sander: Ref<boolean>
  readonly brev: Brevgranskning
  readonly sanderBrev: boolean
  /** what would have to be answered again; shown before it is carried out */
  readonly foljd: ShallowRef<Foljd | null>
  skicka(): Promise<void>
}

export interface Atgardsval<F extends object> {
  /** name of the draft */
  readonly namn: string
  start(): F
  kommando(form: F): Kommando
  readonly klart: string
  readonly brev?: boolean
  /** it can open answers again: tried first, and asked about when it does */
  readonly kanOppna?: boolean
}

/** One thing done in the case on the officer's own initiative. */
export function useAtgard<F extends object>(val: Atgardsval<F>, stang: () => void): Atgard<F> {
  const arende = useArende()
  const nyckel = `atgard.${val.namn}`
  const sparat = arende.utkast[nyckel]?.innehall as { form?: Partial<F> } | undefined
  const form = reactive({ ...val.start(), ...(sparat?.form ?? {}) }) as Reactive<F>
  const faltfel = ref<readonly Faltfel[]>([])
  const formular = skapaFormular(faltfel)
  const kommando = (): Kommando => val.kommando(form as F)
  const { sand, sander, fel } = useSandning(() => arende.id)
  const brev = useBrevgranskning(arende.id, kommando)
  const foljd = shallowRef<Foljd | null>(null)
  const provad = ref('')
  const provkord = computed(() => provad.value === JSON.stringify(kommando()))

  const visa = (e: Apifel): void => {
    fel.value = e
    faltfel.value = (e.problem?.falt ?? []).map((f) => ({ ...f, falt: f.falt.replace(/^(data|varde|kontakt|vagning)\./, '') }))
    if (e.kod === 'brevetAndrat') brev.gorOgiltig()
  }
  watch(brev.fel, (e) => {
    if (e) visa(e)
  })
  const utkast = useUtkast(
    () => form,
    async (innehall, hastigt) => {
      const post = { form: JSON.parse(JSON.stringify(innehall)) as unknown }
      const { andrat } = await data(api.PUT('/api/v1/arenden/{id}/utkast/{nyckel}', { params: { path: { id: arende.id, nyckel } }, body: { innehall: post }, keepalive: hastigt }))
      arende.utkast[nyckel] = { innehall: post, andrat }
      return andrat
    },
  )

  /** True when nothing given before would have to be given again, or the officer has seen what would. */
  async function farOppna(): Promise<boolean> {
    if (!val.kanOppna || provkord.value) return true
    const k = kommando()
    try {
      const f = (await data(api.POST('/api/v1/arenden/{id}/provkorning', { params: { path: { id: arende.id } }, body: k }))) as unknown as Foljd
      provad.value = JSON.stringify(k)
      foljd.value = f.oppnasIgen.length > 0 || f.bortfallnaFragor.length > 0 ? f : null
      return foljd.value === null
    } catch (e) {
      visa(e instanceof Apifel ? e : new Apifel(0, null))
      return false
    }
  }
  return {
    form, formular, utkast, fel, sander, brev, foljd, sanderBrev: val.brev ?? false,
    async skicka() {
      faltfel.value = []
      fel.value = null
      if (!(await farOppna())) return
      if (!(await sand(kommando()))) {
        if (fel.value) visa(fel.value)
        return
      }
      utkast.slut()
      delete arende.utkast[nyckel]
      api.DELETE('/api/v1/arenden/{id}/utkast/{nyckel}', { params: { path: { id: arende.id, nyckel } } }).catch((e: unknown) => console.warn(feltext(e)))
      stang()
      await arende.gjort(val.klart)
    },
  }
}
