import { medManadsnamn } from '@atergang/kalender'
import { oppnaBegaran, type Steg, type Utfall } from '@atergang/arende'
import { flera } from '@atergang/regelverk'
import { fakt, type Sjukpenningfakta, type Slage } from '../fakta.ts'
import { ejAktuellt, fraga, nod, uppfyllt } from './hjalp.ts'

/** Questions put to the insurance medical adviser: advice, never a decision (H014). The case does not wait for it. */
export const konsultationssteg: Steg<Sjukpenningfakta> = {
  namn: 'konsultation',
  rubrik: 'Försäkringsmedicinsk rådgivning',
  lagrum: flera('110:14'),
  prova(lage): Utfall[] {
    const l = lage as Slage
    const alla = l.begaran.filter((b) => b.typ === 'fmrKonsultation')
    if (alla.length === 0) return [ejAktuellt('Ingen fråga är ställd till försäkringsmedicinsk rådgivare.')]
    const oppna = new Set(oppnaBegaran(l).map((b) => b.id))
    return alla.map((b) =>
      oppna.has(b.id)
        ? fraga({
            nyckel: `fmr:${b.id}`, kod: 'fmrSvar', rubrik: 'Svara på handläggarens medicinska fråga', roll: 'fmr', hjalp: 'Förklara och tolka det medicinska underlaget. Du fattar inget beslut och föreslår inget utfall.',
            lagrum: ['110:14'], paGrundval: { begaran: b.id }, senast: b.senast, varforNu: `${b.av.namn} frågade ${medManadsnamn(b.skickad)}.`,
            formular: { begaran: b, intyg: fakt(l, 'intyg').map((i) => i.varde) },
          })
        : uppfyllt(nod(`fmr:${b.id}`, 'Svar från rådgivaren', ['110:14'], 'beraknat', b.svar?.svar.map((s) => s.text).join(' ') ?? `Återkallad: ${b.aterkallad?.skal ?? ''}`)),
    )
  },
}
