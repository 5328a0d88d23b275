import type { Beslut, Beslutsrad, Faktakarta, Fragedefinition, Lage, Utfall } from '@atergang/arende'
import { medManadsnamn, narmasteVardag, plusDagar, type Datum } from '@atergang/kalender'
import type * as z from 'zod'
import { las } from '../../las.ts'
import { faktaOm, fraga, nod, uppfyllt, vantar } from '../steg.ts'
import { samtalSchema } from './schema.ts'

/** After a decision that goes against the person: call and explain it (D002). Tried again until somebody answers or the attempts are ended. */
export function samtalOmBeslut(l: Lage, b: Beslut, idag: Datum, radtext: (r: Beslutsrad) => string): Utfall {
  const nyckel = `samtal:${b.id}`
  const forsok = l.svar.filter((s) => s.nyckel === nyckel)
  const sista = forsok.at(-1)
  const resultat = (sista?.svar as { resultat: string; text: string } | undefined)?.resultat
  if (sista && resultat !== 'svaradeInte')
    return uppfyllt(
      nod(nyckel, 'Samtal om beslutet', ['FL 6'], 'uppfyllt', (sista.svar as { text: string }).text, [
        faktaOm('Försök', String(forsok.length)),
      ]),
    )
  if (sista) {
    const nasta = narmasteVardag(plusDagar(sista.dag, 1))
    if (idag < nasta)
      return vantar({
        pa: 'tid',
        paNamn: 'Nytt försök',
        vad: 'Ring personen om beslutet',
        varfor: `Försök ${forsok.length} ${medManadsnamn(sista.dag)} gav inget svar.`,
        sedan: sista.dag,
        till: nasta,
        lagrum: ['FL 6'],
      })
  }
  return fraga({
    nyckel,
    kod: 'samtal',
    rubrik: 'Ring och förklara beslutet',
    hjalp:
      'Ett beslut som går personen emot kompletteras med ett samtal: vad beslutet betyder, varför, vad som händer nu och hur man begär omprövning.',
    lagrum: ['FL 6'],
    paGrundval: { beslut: b.id, forsok: forsok.length },
    varforNu: forsok.length ? `${forsok.length} försök utan svar.` : `Beslut ${medManadsnamn(b.dag)}.`,
    formular: {
      beslut: b.id,
      rader: b.rader.length ? b.rader.map(radtext) : [b.motivering.avgorande],
      forsok: forsok.map((s) => ({ dag: s.dag, av: s.av.namn })),
    },
  })
}

export const samtalsfraga: Fragedefinition<Faktakarta, z.output<typeof samtalSchema>> = { kod: 'samtal', las: (v) => las(samtalSchema, v) }
