import { computed, inject, provide, ref, useId, type ComputedRef, type InjectionKey, type Ref } from 'vue'

export interface Faltfel {
  /** path to the field as the server names it: ”rader.0.grad” */
  readonly falt: string
  readonly text: string
}

/** What the fields of one form share: the errors the server named, and an id for each field. */
export interface Formular {
  readonly fel: Ref<readonly Faltfel[]>
  /** names of the fields that are on the page now */
  readonly falt: ReadonlySet<string>
  faltId(namn: string): string
  /** the person is mending the field: its error goes away */
  rensa(namn: string): void
  anmal(namn: string): () => void
}

const NYCKEL: InjectionKey<Formular> = Symbol('formular')

export function skapaFormular(fel: Ref<readonly Faltfel[]> = ref([])): Formular {
  const prefix = useId()
  const falt = new Set<string>()
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
  }
  provide(NYCKEL, f)
  return f
}

export interface Falt {
  readonly id: string
  readonly fel: ComputedRef<string>
  rensa(): void
}

/** One field of the nearest form. Outside a form it has an id and no errors. */
export function useFalt(namn: () => string): Falt {
  const formular = inject(NYCKEL, null)
  const eget = useId()
  formular?.anmal(namn())
  return {
    id: formular?.faltId(namn()) ?? eget,
    fel: computed(() => formular?.fel.value.find((f) => f.falt === namn())?.text ?? ''),
    rensa: () => formular?.rensa(namn()),
  }
}
