import type { Steg, Utfall } from '@atergang/arende'
import { periodtext } from '@atergang/kalender'
import { flera } from '@atergang/regelverk'
import { automatiskt, ejAktuellt, nod, vantar } from '../../gemensamt/steg.ts'
import { totalt } from '../../gemensamt/utbetalning.ts'
import type { Sjukpenningfakta, Slage } from '../fakta.ts'
import { forslaget } from '../forslag.ts'
import { underlaget } from '../underlag.ts'
import { ejProvat } from './ejprovat.ts'

const BEDOMDA = ['anmalan', 'ansokan', 'sgi', 'forsta14', 'behovsanstalld', 'lonUnderSjukdom', 'alder', 'arbetsformaga', 'rehabilitering']

export const berakningssteg: Steg<Sjukpenningfakta> = {
  namn: 'berakning',
  rubrik: 'Beräkning',
  lagrum: flera('27:19', '27:21', '27:27', '28:7', '28:10'),
  efter: BEDOMDA,
  prova(lage, idag): Utfall[] {
    const l = lage as Slage
    const u = underlaget(l, idag)
    const f = forslaget(l, u)
    if (!f) return [ejAktuellt(ejProvat(u))]
    if (f.saknas.length)
      return [
        vantar({
          pa: 'tid',
          paNamn: 'Regelverket',
          vad: 'Uppgift som beräkningen behöver',
          varfor: f.saknas.join(' '),
          sedan: idag,
          till: null,
          lagrum: ['28:10'],
        }),
      ]
    const rader = f.utbetalning.map((r) => ({ ...r.forklaring, rubrik: `${periodtext(r)}: ${r.kronorPerDag} kr per dag` }))
    return [
      automatiskt({
        ...nod('berakning', 'Beräkning', ['28:10'], 'beraknat', `${f.utbetalning.reduce((n, r) => n + r.dagar, 0)} dagar.`, [], rader),
        resultat: `${totalt(f.utbetalning)} kr`,
      }),
    ]
  },
}
