import {
  computed,
  inject,
  nextTick,
  onScopeDispose,
  provide,
  ref,
  shallowReactive,
  useId,
  watch,
  type ComputedRef,
  type InjectionKey,
  type Ref,
} from 'vue'

/** Something to change before it can be sent. */
export interface Faltfel {
  /** path to the field, as the server names it (”rader.0.grad”) or the page; left out when it is about no field */
  readonly falt?: string
  readonly text: string
}

/** What the fields of one form share: the errors, and an id for each field. */
export interface Formular {
  readonly fel: Ref<readonly Faltfel[]>
  /** names of the fields that are on the page now */
  readonly falt: ReadonlySet<string>
  faltId(namn: string): string
  /** the person is mending the field: its error goes away */
  rensa(namn: string): void
  /** a field has come to the page; the answer takes it away */
  anmal(namn: string): () => void
  /** the summary of the errors has come to the page, and says how it gets the focus; the answer takes it away */
  anmalSammanfattning(fokus: () => void): () => void
  /** there is something new to read among the errors */
  fokuseraFel(): Promise<void>
}

/** Answers to a question of yes or no, for forms that keep them as words. */
export const JA_NEJ = [
  { varde: 'ja', text: 'Ja' },
  { varde: 'nej', text: 'Nej' },
] as const

const NYCKEL: InjectionKey<Formular> = Symbol('formular')

export function skapaFormular(fel: Ref<readonly Faltfel[]> = ref([])): Formular {
  const prefix = useId()
  const falt = shallowReactive(new Set<string>())
  let sammanfattning: (() => void) | null = null
  const f: Formular = {
    fel,
    falt,
    faltId: (namn) => `${prefix}-${namn.replaceAll(/[^\w-]/g, '_')}`,
    rensa: (namn) => {
      if (fel.value.some((x) => x.falt === namn)) fel.value = fel.value.filter((x) => x.falt !== namn)
    },
    anmal: (namn) => {
      falt.add(namn)
      return () => falt.delete(namn)
    },
    anmalSammanfattning: (fokus) => {
      sammanfattning = fokus
      return () => {
        if (sammanfattning === fokus) sammanfattning = null
      }
    },
    fokuseraFel: async () => {
      await nextTick()
      sammanfattning?.()
    },
  }
  provide(NYCKEL, f)
  return f
}

/** The nearest form around a component. Outside one it throws: its errors would be shown nowhere. */
export function useFormular(): Formular {
  const f = inject(NYCKEL, null)
  if (!f) throw new Error('Ingen skapaFormular ovanför komponenten.')
  return f
}

export interface Falt {
  readonly id: string
  readonly fel: ComputedRef<string>
  rensa(): void
}

/**
 * One field of the nearest form. Outside a form it has an id and no errors of the form.
 * `egetFel` is what the page itself says about the field as it stands, and comes first.
 */
export function useFalt(namn: () => string, egetFel: () => string | undefined = () => undefined): Falt {
  const formular = inject(NYCKEL, null)
  const eget = useId()
  let taBort: (() => void) | undefined
  watch(
    namn,
    (n) => {
      taBort?.()
      taBort = formular?.anmal(n)
    },
    { immediate: true },
  )
  onScopeDispose(() => taBort?.())
  return {
    id: formular?.faltId(namn()) ?? eget,
    fel: computed(() => egetFel() || (formular?.fel.value.find((f) => f.falt === namn())?.text ?? '')),
    rensa: () => formular?.rensa(namn()),
  }
}
