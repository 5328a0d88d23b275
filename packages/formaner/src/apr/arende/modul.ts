import type { Formansmodul } from '../../modul.ts'
import { paminnelsebrev } from './brev/ovriga.ts'
import type { Alage } from './fakta.ts'
import { apr } from './forman.ts'
import { beslutsbrevet } from './kommandon.ts'
import { projektionen } from './projektion.ts'
import { andringsvag, ansokansvag } from './vag.ts'
import { arendevy } from './vy.ts'

export const aprmodul: Formansmodul = {
  forman: apr, arendevy, vagar: [ansokansvag, andringsvag],
  paminnelsebrev: (l, begaranId) => paminnelsebrev(l as Alage, begaranId),
  beslutsbrev: (l, beslutId) => beslutsbrevet(l as Alage, beslutId),
  projektion: (l, idag) => projektionen(l as Alage, idag),
}
