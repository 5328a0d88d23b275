import type { App, Tjanster } from '../../app.ts'
import { registreraFragebanken } from './fragor.ts'
import { registreraKallor } from './kallor.ts'
import { registreraPraxis } from './praxis.ts'
import { registreraVagledningar } from './vagledningar.ts'

/** What those who handle cases know together: questions, practice, guidance, sources. No case and no person. */
export function registreraKunskap(app: App, t: Tjanster): void {
  registreraFragebanken(app, t)
  registreraPraxis(app, t)
  registreraVagledningar(app, t)
  registreraKallor(app, t)
}
