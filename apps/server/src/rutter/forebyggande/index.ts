import type { App, Tjanster } from '../../app.ts'
import { registreraForebyggandearenden } from './arenden.ts'
import { registreraAnnat, registreraEvidens } from './evidens.ts'
import { registreraForslag } from './forslag.ts'
import { registreraKandidater } from './kandidater.ts'
import { registreraKoder } from './koder.ts'
import { registreraMinForebyggande } from './mina/index.ts'
import { registreraForebyggandeoversikt } from './oversikt.ts'
import { registreraOverlamningar } from './overlamningar.ts'
import { registreraStodordning } from './stodordning.ts'
import { registreraPapper } from './papper.ts'
import { registreraUtlatande } from './utlatande.ts'
import { registreraVardgivare } from './vardgivare.ts'

/** The routes of förebyggande sjukpenning. What officers do in a case goes by the commands of every case. */
export function registreraForebyggande(app: App, t: Tjanster): void {
  registreraKoder(app, t)
  registreraMinForebyggande(app, t)
  registreraUtlatande(app, t)
  registreraForebyggandearenden(app, t)
  registreraOverlamningar(app, t)
  registreraPapper(app, t)
  registreraEvidens(app, t)
  registreraAnnat(app, t)
  registreraVardgivare(app, t)
  registreraKandidater(app, t)
  registreraForslag(app, t)
  registreraForebyggandeoversikt(app, t)
  registreraStodordning(app, t)
}
