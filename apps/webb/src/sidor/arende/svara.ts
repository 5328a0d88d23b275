import type { Foljd } from '@atergang/arende'
import { computed, nextTick, reactive, ref, shallowRef, watch, type Reactive, type Ref, type ShallowRef } from 'vue'
import { Apifel, feltext } from '../../api/apifel.ts'
import { api, data } from '../../api/klient.ts'
import { skapaFormular, type Faltfel, type Formular } from '../../stod/formular.ts'
import { useSandning, type Kommando } from '../../stod/kommando.ts'
import { useUtkast, type Utkast } from '../../stod/utkast.ts'
import { useArende, type Fraga } from './arende.ts'
import { useBrevgranskning, type Brevgranskning } from '../../stod/brevgranskning.ts'

/** Answers that were given on facts that are gone, by another officer, or on a page that is old. */
const KONFLIKTER = new Set(['fraganStarInte', 'underlagetAndrat', 'arendetAndrat', 'redanTilldelat', 'inteBerett'])
/** Shape of stored drafts; one of another shape is left alone. */
const UTKASTVERSION = 1

interface Lagrat {
  readonly v: number
  readonly underlag: string
  readonly form: Record<string, unknown>
}

export interface Fragesvar<F extends object> {
  readonly fraga: Fraga
  readonly form: Reactive<F>
  readonly formular: Formular
  readonly utkast: Utkast
  /** when a draft was brought back: its moment, and whether the facts have changed since */
  readonly aterstallt: { readonly tid: string; readonly nyttUnderlag: boolean } | null
  readonly fel: ShallowRef<Apifel | null>
  readonly konflikt: Ref<boolean>
  readonly sander: Ref<boolean>
  readonly brev: Brevgranskning
  readonly sanderBrev: Ref<boolean>
  readonly foljd: ShallowRef<Foljd | null>
  provkor(): Promise<void>
  skicka(): Promise<void>
}

export interface Svarsval<F extends object> {
  /** the form as it stands when nothing is written yet */
  start(): F
  /** the answer in the server's shape */
  svar(form: F): unknown
  /** what is told when it has been answered */
  klart: string
  /** does this answer send a letter? then it must have been read first */
  brev?(form: F): boolean
  /** a decision must rest on the case as it stands now */
  pafarskt?: boolean
  /** brings a draft into the form; by default each field of the same name */
  aterstall?(start: F, form: Record<string, unknown>): F
}

const somVanligt = <F extends object>(start: F, form: Record<string, unknown>): F => ({
  ...start,
  ...Object.fromEntries(Object.entries(form).filter(([k]) => k in start)),
})

/** Everything about answering one question: the form, its draft, its letter, what would follow, and sending it once. */
export function useFragesvar<F extends object>(fraga: Fraga, val: Svarsval<F>): Fragesvar<F> {
  const arende = useArende()
  const lagrat = arende.utkast[fraga.nyckel]
  const gammalt = lagrat?.innehall as Lagrat | undefined
  const galler = gammalt?.v === UTKASTVERSION
  const form = reactive(galler ? (val.aterstall ?? somVanligt)(val.start(), gammalt.form) : val.start()) as Reactive<F>

  const faltfel = ref<readonly Faltfel[]>([])
  const formular = skapaFormular(faltfel)
  const kommando = (): Kommando => ({ typ: 'svara', nyckel: fraga.nyckel, underlag: fraga.underlag, svar: val.svar(form as F) })
  const { sand, sander, fel } = useSandning(() => arende.id)
  const brev = useBrevgranskning(arende.id, kommando)
  const sanderBrev = computed(() => val.brev?.(form as F) ?? false)
  const konflikt = ref(false)
  const foljd = shallowRef<Foljd | null>(null)

  const utkast = useUtkast(
    () => form,
    async (innehall, hastigt) => {
      const post: Lagrat = {
        v: UTKASTVERSION,
        underlag: fraga.underlag,
        form: JSON.parse(JSON.stringify(innehall)) as Record<string, unknown>,
      }
      const { andrat } = await data(
        api.PUT('/api/v1/arenden/{id}/utkast/{nyckel}', {
          params: { path: { id: arende.id, nyckel: fraga.nyckel } },
          body: { innehall: post },
          keepalive: hastigt,
        }),
      )
      arende.utkast[fraga.nyckel] = { innehall: post, andrat }
      return andrat
    },
  )
  watch(form, () => {
    foljd.value = null
  })

  async function visaFel(e: Apifel): Promise<void> {
    faltfel.value = e.problem?.falt ?? []
    konflikt.value = KONFLIKTER.has(e.kod)
    if (e.kod === 'brevetAndrat') brev.gorOgiltig()
    if (konflikt.value) await utkast.spara()
    await nextTick()
  }
  watch(brev.fel, (e) => {
    if (!e) return
    fel.value = e
    void visaFel(e)
  })

  return {
    fraga,
    form,
    formular,
    utkast,
    fel,
    konflikt,
    sander,
    brev,
    sanderBrev,
    foljd,
    aterstallt: galler ? { tid: lagrat!.andrat, nyttUnderlag: gammalt.underlag !== fraga.underlag } : null,
    async provkor() {
      fel.value = null
      try {
        foljd.value = (await data(
          api.POST('/api/v1/arenden/{id}/provkorning', { params: { path: { id: arende.id } }, body: kommando() }),
        )) as unknown as Foljd
      } catch (e) {
        fel.value = e instanceof Apifel ? e : new Apifel(0, null)
        await visaFel(fel.value)
      }
    },
    async skicka() {
      faltfel.value = []
      konflikt.value = false
      const gick = await sand(kommando(), val.pafarskt ? arende.vy.value.version : undefined)
      if (!gick) {
        if (fel.value) await visaFel(fel.value)
        return
      }
      utkast.slut()
      delete arende.utkast[fraga.nyckel]
      // The draft has served; should it stay behind it is only offered again, so a failure is told in the log alone.
      api
        .DELETE('/api/v1/arenden/{id}/utkast/{nyckel}', { params: { path: { id: arende.id, nyckel: fraga.nyckel } } })
        .catch((e: unknown) => console.warn(feltext(e)))
      await arende.gjort(val.klart)
    },
  }
}
