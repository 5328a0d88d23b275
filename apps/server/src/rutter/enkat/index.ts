import type { App, Tjanster } from '../../app.ts'
import { registreraEnkater } from './enkater.ts'
import { registreraEnkatresultat } from './resultat.ts'
import { registreraIntervjuer } from './intervjuer.ts'
import { registreraEnkatsvar } from './svara.ts'

/** Every route of the survey: those who run it, and those who answer by their link; and interviews. */
export function registreraEnkat(app: App, t: Tjanster): void {
  registreraEnkater(app, t)
  registreraEnkatresultat(app, t)
  registreraEnkatsvar(app, t)
  registreraIntervjuer(app, t)
}
