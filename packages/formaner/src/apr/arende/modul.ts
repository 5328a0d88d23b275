import type { Formansmodul } from '../../modul.ts'
import { paminnelsebrev } from './brev/ovriga.ts'
import type { Alage } from './fakta.ts'
import { JANUARI } from './brev/januari.ts'
import { apr } from './forman.ts'
import { beslutsbrevet } from './kommandon/brev.ts'
import { projektionen } from './projektion.ts'
import { andringsvag, ansokansvag } from './vag.ts'
import { arendevy } from './vy.ts'

export const aprmodul: Formansmodul = {
  forman: apr,
  arendevy,
  vagar: [ansokansvag, andringsvag],
  paminnelsebrev: (l, begaranId) => paminnelsebrev(l as Alage, begaranId),
  beslutsbrev: (l, beslutId) => beslutsbrevet(l as Alage, beslutId),
  foljder: (_l, nya) =>
    nya.flatMap(({ data: d }) => {
      if (d.typ === 'fragaBesvarad' && d.svar.kod === 'aprAnordnare') return [{ vad: 'aprSlaUpp' }]
      if (d.typ === 'faktumRegistrerat' && (d.faktum.namn === 'ansokan' || d.faktum.namn === 'komplettering'))
        return [{ vad: 'aprFakturor', om: (d.faktum.varde as { ansokanId: string }).ansokanId }]
      if (d.typ === 'informationGiven' && d.information.amne === JANUARI) return [{ vad: 'aprJanuari' }]
      return d.typ === 'faktumRegistrerat' && d.faktum.namn === 'kontrollresultat'
        ? [{ vad: 'aprResultat', om: (d.faktum.varde as { omgang: string }).omgang }]
        : []
    }),
  projektion: (l, idag) => ({ funktion: 'synka_apr', data: projektionen(l as Alage, idag) }),
}
