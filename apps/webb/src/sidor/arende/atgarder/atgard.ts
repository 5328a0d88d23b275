import type { Foljd } from '@atergang/arende'
import { inject, nextTick, reactive, ref, shallowRef, watch, type InjectionKey, type Reactive, type Ref, type ShallowRef } from 'vue'
import { Apifel } from '../../../api/apifel.ts'
import { api, data } from '../../../api/klient.ts'
import { useBrevgranskning, type Brevgranskning } from '../../../stod/brevgranskning.ts'
import { skapaFormular, type Faltfel, type Formular } from '../../../stod/formular.ts'
import { useSandning, type Kommando } from '../../../stod/kommando.ts'
import { useArende } from '../arende.ts'
import type { Atgardsnyckel } from './lista.ts'

/** Tells the list of actions that one was done, so that its panel closes before the page moves on. */
export const KLAR: InjectionKey<(text: string) => Promise<void>> = Symbol('atgardKlar')
/** Closes the open action without doing it. */
export const STANG: InjectionKey<() => void> = Symbol('atgardStang')

/** Opens an action from elsewhere on the page, such as from a fact that is to be corrected. */
export const OPPNA: InjectionKey<(nyckel: Atgardsnyckel, egenskaper?: Readonly<Record<string, unknown>>) => void> = Symbol('atgardOppna')

export function useKlar(): (text: string) => Promise<void> {
  const arende = useArende()
  return inject(KLAR, arende.gjort)
}

/** The case is no longer as the page shows it. */
const KONFLIKTER: ReadonlySet<string> = new Set(['arendetAndrat', 'redanTilldelat', 'begaranAvslutad', 'inteDitt', 'arendetAvslutat'])

export interface Atgardsval<F extends object> {
  start: F
  kommando(form: F): Kommando
  /** what is told to all when it is done */
  klart(form: F): string
  /** what has to be filled in before it is worth sending; the server has the last word */
  saknas?(form: F): readonly (Faltfel | false)[]
  /** the action sends a letter, which must have been read first */
  medBrev?: boolean
  /** a decision must rest on the case as it stands now */
  pafarskt?: boolean
  /** it can open answers again: tried first, and asked about when it does */
  kanOppna?: boolean
}

export interface Atgard<F extends object> {
  readonly form: Reactive<F>
  readonly formular: Formular
  /** what went wrong as a heading, or empty */
  readonly fel: Ref<string>
  readonly konflikt: Ref<boolean>
  readonly sander: Ref<boolean>
  readonly brev: Brevgranskning | null
  /** what would have to be answered again, shown before it is carried out */
  readonly foljd: ShallowRef<Foljd | null>
  skicka(): Promise<void>
}

/** The last part of a path names the field: ”kontakt.text” is the field ”text”. */
const kortnamn = (f: Faltfel): Faltfel => ({ ...f, ...(f.falt ? { falt: f.falt.replace(/^(?:kontakt|vagning|data|varde)\./, '') } : {}) })

/** One action with a form: checks it, sends it once, and names the fields that have to change. */
export function useAtgard<F extends object>(val: Atgardsval<F>): Atgard<F> {
  const arende = useArende()
  const klar = useKlar()
  const form = reactive({ ...val.start }) as Reactive<F>
  const faltfel = ref<readonly Faltfel[]>([])
  const formular = skapaFormular(faltfel)
  const felrubrik = ref('')
  const konflikt = ref(false)
  const kommando = (): Kommando => val.kommando(form as F)
  const { sand, sander, fel } = useSandning(() => arende.id)
  const brev = val.medBrev ? useBrevgranskning(arende.id, kommando) : null

  const foljd = shallowRef<Foljd | null>(null)
  let provad = ''

  /** True when nothing given before would have to be given again, or the officer has seen what would. */
  async function farOppna(): Promise<boolean> {
    const kropp = JSON.stringify(kommando())
    if (!val.kanOppna || provad === kropp) return true
    try {
      const f = (await data(
        api.POST('/api/v1/arenden/{id}/provkorning', { params: { path: { id: arende.id } }, body: kommando() }),
      )) as unknown as Foljd
      provad = kropp
      foljd.value = f.oppnasIgen.length || f.bortfallnaFragor.length ? f : null
      return foljd.value === null
    } catch (e) {
      await visa(e instanceof Apifel ? e : new Apifel(0, null))
      return false
    }
  }

  async function visa(e: Apifel): Promise<void> {
    faltfel.value = (e.problem?.falt ?? []).map(kortnamn)
    konflikt.value = KONFLIKTER.has(e.kod)
    if (e.kod === 'brevetAndrat') brev?.gorOgiltig()
    // Emptied first, so that the same error twice is told twice.
    felrubrik.value = ''
    await nextTick()
    felrubrik.value = e.message
  }
  if (brev) {
    watch(brev.fel, (e) => {
      if (e) void visa(e)
    })
    watch(brev.brev, (b) => {
      if (b) felrubrik.value = ''
    })
  }

  async function provaSjalv(): Promise<boolean> {
    const saknas = (val.saknas?.(form as F) ?? []).filter((f) => f !== false)
    faltfel.value = saknas
    konflikt.value = false
    felrubrik.value = ''
    if (saknas.length === 0) return true
    await nextTick()
    felrubrik.value = saknas.length === 1 ? 'En uppgift saknas.' : `${saknas.length} uppgifter saknas.`
    return false
  }

  return {
    form,
    formular,
    fel: felrubrik,
    konflikt,
    sander,
    brev,
    foljd,
    async skicka() {
      if (sander.value || !(await provaSjalv()) || !(await farOppna())) return
      const svar = await sand(kommando(), val.pafarskt ? arende.vy.value.version : undefined)
      if (svar) await klar(val.klart(form as F))
      else if (fel.value) await visa(fel.value)
    },
  }
}

/** A text that must be written. */
export const krav = (text: string, falt: string, rad: string): Faltfel | false => (text.trim() ? false : { falt, text: rad })
/** A choice that must be made. */
export const kravVal = (v: unknown, falt: string, rad: string): Faltfel | false =>
  v === undefined || v === '' ? { falt, text: rad } : false
