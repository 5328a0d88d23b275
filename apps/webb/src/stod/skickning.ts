import { ref, type Ref } from 'vue'
import { Apifel, feltext } from '../api/apifel.ts'
import { skapaFormular, type Faltfel, type Formular } from './formular.ts'

/** A form outside a case's questions: sent once at a time, with what went wrong as a heading and at each field. */
export interface Skickning {
  readonly formular: Formular
  /** what the server said, for the summary of errors; empty when the fields say it all */
  readonly rubrik: Ref<string>
  readonly sander: Ref<boolean>
  /** True when it was taken. Otherwise what went wrong has the focus. A second press meanwhile does nothing. */
  skicka(gor: () => Promise<unknown>): Promise<boolean>
}

export interface Skickval {
  /** what has to change before anything is sent */
  granska?: () => readonly Faltfel[]
  /** the field of the page that the server's name stands for, if it has one */
  falt?: (namn: string) => string | undefined
}

export function useSkickning({ granska = () => [], falt = (namn) => namn }: Skickval = {}): Skickning {
  const fel = ref<readonly Faltfel[]>([])
  const formular = skapaFormular(fel)
  const rubrik = ref('')
  const sander = ref(false)
  return {
    formular,
    rubrik,
    sander,
    async skicka(gor) {
      if (sander.value) return false
      rubrik.value = ''
      fel.value = granska()
      if (!fel.value.length) {
        sander.value = true
        try {
          await gor()
          return true
        } catch (e) {
          fel.value =
            e instanceof Apifel
              ? (e.problem?.falt ?? []).map(({ falt: namn, text }) => ({
                  text,
                  ...(falt(namn) === undefined ? {} : { falt: falt(namn)! }),
                }))
              : []
          rubrik.value = feltext(e)
        } finally {
          sander.value = false
        }
      }
      await formular.fokuseraFel()
      return false
    },
  }
}
