import type { App, Tjanster } from '../../app.ts'
import { registreraAprAllmant } from './allmant.ts'
import { registreraAprAnordnare } from './anordnare.ts'
import { registreraAprArbetsgivare } from './arbetsgivare.ts'
import { registreraAprExport } from './export.ts'
import { registreraAprHandlaggare } from './handlaggare.ts'
import { registreraAprIndividfragor } from './individfragor.ts'
import { registreraAprKontroll } from './kontroll.ts'
import { registreraAprListor } from './listor.ts'
import { registreraAprRedovisning } from './redovisning.ts'
import { registreraAprTidigare } from './tidigare.ts'
import { registreraAprUnderlag } from './underlag.ts'
import { registreraAprUppfoljning } from './uppfoljning.ts'

/** Every route of the workplace support (arbetsplatsinriktat rehabiliteringsstöd). */
export function registreraApr(app: App, t: Tjanster): void {
  registreraAprAllmant(app, t)
  registreraAprArbetsgivare(app, t)
  registreraAprAnordnare(app, t)
  registreraAprHandlaggare(app, t)
  registreraAprListor(app, t)
  registreraAprKontroll(app, t)
  registreraAprUppfoljning(app, t)
  registreraAprIndividfragor(app, t)
  registreraAprRedovisning(app, t)
  registreraAprExport(app, t)
  registreraAprUnderlag(app, t)
  registreraAprTidigare(app, t)
}
