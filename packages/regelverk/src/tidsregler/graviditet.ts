import { plusDagar, plusManader } from '@atergang/kalender'
import { lydelse } from '../lydelse.ts'
import { vardetDen } from '../parameter.ts'
import { graviditetspenningForstaDag, graviditetspenningSistaDag } from '../parametrar/index.ts'
import { dagsfaktum, tidsregel } from '../tidsregel.ts'

const fakta = { beraknadFodsel: dagsfaktum('Beräknad födelse') }

/** 10 kap. 6, 8 §§: from the sixtieth to the eleventh day before, both included. Day n before is the birth day less n days (ADR 0020). */
export const graviditetspenningTid = tidsregel({
  namn: 'graviditetspenningTid',
  rubrik: 'Tid då graviditetspenning kan lämnas vid nedsatt förmåga',
  lagrum: ['10:6', '10:8'],
  lydelse: lydelse(),
  fakta,
  rakna: (f, dag) => {
    const [forsta, sista] = [graviditetspenningForstaDag, graviditetspenningSistaDag].map((p) => vardetDen(p, dag).t)
    return {
      varde: { from: plusDagar(f.beraknadFodsel, -forsta!), tom: plusDagar(f.beraknadFodsel, -sista!) },
      text: `Från och med den ${forsta}:e till och med den ${sista}:e dagen före den beräknade födelsen.`,
    }
  },
})

/** 10 kap. 7, 7 a, 8 §§: at a ban, or a risk in the own business, only the last day is set. */
export const graviditetspenningSistaDagen = tidsregel({
  namn: 'graviditetspenningSistaDagen',
  rubrik: 'Sista dagen med graviditetspenning',
  lagrum: ['10:7', '10:8'],
  lydelse: lydelse(),
  fakta,
  rakna: (f, dag) => ({
    varde: plusDagar(f.beraknadFodsel, -vardetDen(graviditetspenningSistaDag, dag).t),
    text: 'Den elfte dagen före den beräknade födelsen.',
  }),
})

export const sgiSkyddVidGraviditet = tidsregel({
  namn: 'sgiSkyddVidGraviditet',
  rubrik: 'Tidigaste dag för avbrott i arbetet med SGI-skydd vid graviditet',
  lagrum: ['26:14'],
  lydelse: lydelse(),
  fakta,
  rakna: (f) => ({ varde: plusManader(f.beraknadFodsel, -6), text: 'Sex månader före den beräknade födelsen.' }),
})
