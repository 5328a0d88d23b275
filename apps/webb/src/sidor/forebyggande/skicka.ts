import { nextTick, ref, type Ref } from 'vue'
import { Apifel, feltext } from '../../api/apifel.ts'
import { skapaFormular, type Faltfel, type Formular } from '../../stod/formular.ts'

/** A form outside a case: sent once, with what went wrong as a heading and at each field. */
export interface Skickning {
  readonly formular: Formular
  readonly rubrik: Ref<string>
  readonly sander: Ref<boolean>
  /** True when it was taken. */
  skicka(gor: () => Promise<unknown>): Promise<boolean>
}

export function useSkickning(): Skickning {
  const faltfel = ref<readonly Faltfel[]>([])
  const formular = skapaFormular(faltfel)
  const rubrik = ref('')
  const sander = ref(false)
  return {
    formular, rubrik, sander,
    async skicka(gor) {
      if (sander.value) return false
      sander.value = true
      faltfel.value = []
      rubrik.value = ''
      try {
        await gor()
        return true
      } catch (e) {
        await nextTick()
        faltfel.value = e instanceof Apifel ? (e.problem?.falt ?? []) : []
        rubrik.value = feltext(e)
        return false
      } finally {
        sander.value = false
      }
    },
  }
}
