import type { App, Tjanster } from '../../../app.ts'
import { ersattningsrutter } from './ersattning.ts'
import { planrutter } from './planer.ts'
import { uppgiftsrutter } from './uppgifter.ts'

/** The plans of a person and what is claimed for them, as the person sees and writes them. */
export function registreraMinForebyggande(app: App, t: Tjanster): void {
  planrutter(app, t)
  ersattningsrutter(app, t)
  uppgiftsrutter(app, t)
}
