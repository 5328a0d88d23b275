import { gallandeSvar, oppnaBegaran, type Steg, type Utfall } from '@atergang/arende'
import { fristDagar, periodtext, plusDagar, utom, type Datum } from '@atergang/kalender'
import { ansokanskompletteringsfrist, flera, vardetDen } from '@atergang/regelverk'
import * as z from 'zod'
import { text } from '../../las.ts'
import { fakt, sistaFakt, SYSSELSATTNINGSNAMN, type Sjukpenningfakta, type Slage } from '../fakta.ts'
import { sistaDagen, underlaget } from '../underlag.ts'
import { automatiskt, ejAktuellt, faktaOm, fraga, nod, underlagAv, uppfyllt, vantar } from './hjalp.ts'

export const ansokansgranskningSchema = z.discriminatedUnion('beslut', [
  z.object({ beslut: z.literal('racker'), skal: text('Skälet') }),
  z.object({ beslut: z.literal('forelagg'), text: text('Vad som saknas') }),
])

/** Free days after which the chain is broken and a new illness opens a new case (27 kap. 51 §). */
const NYTT_ARENDE_EFTER = 90

/** What a proper examination needs and the application does not say. */
export function saknasIAnsokan(l: Slage): string[] {
  const a = sistaFakt(l, 'ansokan')?.varde
  if (!a) return []
  return [
    ...(a.hederOchSamvete && a.underskrift ? [] : ['Underskrift på heder och samvete (110 kap. 4 §)']),
    ...(a.inkomst || sistaFakt(l, 'inkomst') ? [] : ['Årsinkomst']),
    ...(a.sysselsattning === 'anstalld' && !a.arbetsgivare ? ['Arbetsgivarens namn'] : []),
    ...((a.sysselsattning === 'anstalld' || a.sysselsattning === 'egenforetagare') && !a.arbetsuppgifter.trim() ? ['Beskrivning av arbetsuppgifterna'] : []),
  ]
}

export const ansokanssteg: Steg<Sjukpenningfakta> = {
  namn: 'ansokan',
  rubrik: 'Ansökan',
  lagrum: flera('110:4', '110:6', '110:10', '110:11'),
  prova(lage, idag): Utfall[] {
    const l = lage as Slage
    const a = sistaFakt(l, 'ansokan')
    if (!a) {
      return [vantar({ pa: 'forsakrad', paNamn: namnet(l), vad: 'Ansökan om sjukpenning', varfor: 'En förmån söks skriftligt. Är personen på grund av sjukdomen förhindrad att ansöka behövs ingen ansökan (110 kap. 6 §).', sedan: l.arende.inlett, till: null, lagrum: ['110:4', '110:6'] })]
    }
    const oppen = oppnaBegaran(l).find((b) => b.typ === 'ansokanskomplettering')
    if (oppen) return [vantar({ pa: 'forsakrad', paNamn: namnet(l), vad: oppen.rubrik, varfor: 'Ansökan är ofullständig. Går tiden ut kan den avvisas, men först efter föreläggande.', sedan: oppen.skickad, till: oppen.senast, lagrum: ['110:10', '110:11'] })]
    const saknas = saknasIAnsokan(l)
    const fakta = [
      faktaOm('Ansökan kom in', a.varde.inkom, { typ: 'forsakrad', text: 'ansökan', datum: a.varde.inkom }),
      faktaOm('Period', a.varde.perioder.map((p) => `${periodtext(p)} (${p.omfattning * 100} %)`).join(', '), a.kalla),
      faktaOm('Sysselsättning', SYSSELSATTNINGSNAMN[a.varde.sysselsattning], a.kalla),
    ]
    if (saknas.length === 0) return [automatiskt(nod('ansokan', 'Ansökan', ['110:4'], 'uppfyllt', 'Skriftlig, undertecknad, uppgifterna lämnade på heder och samvete.', fakta))]
    const grund = { ansokan: a.id, saknas }
    const svar = gallandeSvar<z.infer<typeof ansokansgranskningSchema>>(l, 'ansokansgranskning', underlagAv(grund))
    if (svar?.svar.beslut === 'racker') return [uppfyllt(nod('ansokan', 'Ansökan', ['110:4', '110:10'], 'uppfyllt', svar.svar.skal, fakta))]
    return [
      fraga({
        nyckel: 'ansokansgranskning', kod: 'ansokansgranskning', rubrik: 'Räcker uppgifterna i ansökan?',
        hjalp: 'Hjälp i första hand personen till rätta. Förelägg bara om bristen hindrar en prövning; utan föreläggande får ansökan inte avvisas.',
        lagrum: ['110:10', '110:11', 'FL 20'], paGrundval: grund, varforNu: `Saknas: ${saknas.join(', ').toLowerCase()}.`, senast: fristDagar(a.varde.inkom, vardetDen(ansokanskompletteringsfrist, idag)), formular: { saknas },
      }),
    ]
  },
}


const namnet = (l: Slage): string => `${l.arende.person.fornamn} ${l.arende.person.efternamn}`

/** Days certified but not asked for, and what comes after the last decided day: the person moves, nobody is stopped from applying. */
export const fortsattningssteg: Steg<Sjukpenningfakta> = {
  namn: 'fortsattning',
  rubrik: 'Fortsatt ansökan',
  lagrum: flera('110:4', '27:51'),
  prova(lage, idag): Utfall[] {
    const l = lage as Slage
    const u = underlaget(l, idag)
    if (u.yrkat.length === 0) return [ejAktuellt('Ingen första ansökan har kommit in än.')]
    const utan = utom(u.intygat, [...u.yrkat, ...u.sjukloneperioder])
    const sista = sistaDagen(u)
    if (utan.length) {
      const sedan = fakt(l, 'intyg').at(-1)!.registrerad.slice(0, 10) as Datum
      return [vantar({ pa: 'forsakrad', paNamn: namnet(l), vad: `Ansökan för ${utan.map(periodtext).join(', ')}`, varfor: 'Intyg finns för dagar som personen inte har ansökt för.', sedan, till: null, lagrum: ['110:4'] })]
    }
    if (u.senare) return [vantar({ pa: 'tid', paNamn: 'Rehabiliteringskedjan', vad: `Prövning av dagarna från ${u.senare.fran}`, varfor: 'Då gäller en annan bedömningsgrund. Frågan ställs den dagen, inte före.', sedan: idag, till: u.senare.fran, lagrum: ['27:47', '27:48', '27:49'] })]
    if (u.oprovade.length || !sista) return [ejAktuellt('Dagar väntar på prövning.')]
    return [vantar({ pa: 'forsakrad', paNamn: namnet(l), vad: 'Ny ansökan, om personen fortfarande är sjuk', varfor: `Alla dagar till och med ${sista} är prövade. Utan ny sjukdag avslutas ärendet när 90 dagar gått.`, sedan: sista < idag ? sista : idag, till: plusDagar(sista, NYTT_ARENDE_EFTER), lagrum: ['27:51'] })]
  },
}

/** The day the case closes by itself: ninety free days after the last sick day, with nothing left to decide. */
export function avslutasDen(l: Slage, idag: Datum): Datum | null {
  const u = underlaget(l, idag)
  const sista = sistaDagen(u)
  const omprovat = l.omprovningar.every((o) => l.beslut.some((b) => b.typ === 'omprovning' && b.orsak === o.id))
  return sista && u.oprovade.length === 0 && u.yrkat.length > 0 && omprovat ? plusDagar(sista, NYTT_ARENDE_EFTER) : null
}
