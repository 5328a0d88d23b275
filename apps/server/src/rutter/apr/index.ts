import type { App, Tjanster } from '../../app.ts'
import { registreraAprAllmant } from './allmant.ts'
import { registreraAprAnordnare } from './anordnare.ts'
import { registreraAprArbetsgivare } from './arbetsgivare.ts'
import { registreraAprHandlaggare } from './handlaggare.ts'
import { registreraAprKontroll } from './kontroll.ts'
import { registreraAprLedning } from './ledning.ts'
import { registreraAprListor } from './listor.ts'
import { registreraAprTidigare } from './tidigare.ts'
import { registreraAprUnderlag } from './underlag.ts'

/** Every route of the workplace support (arbetsplatsinriktat rehabiliteringsstöd). */
export function registreraApr(app: App, t: Tjanster): void {
  registreraAprAllmant(app, t)
  registreraAprArbetsgivare(app, t)
  registreraAprAnordnare(app, t)
  registreraAprHandlaggare(app, t)
  registreraAprListor(app, t)
  registreraAprKontroll(app, t)
  registreraAprLedning(app, t)
  registreraAprUnderlag(app, t)
  registreraAprTidigare(app, t)
}
