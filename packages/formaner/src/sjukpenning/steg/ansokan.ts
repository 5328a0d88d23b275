import { arOppen, gallandeSvar, personen, personnamn, type Begaran, type Steg, type Utfall } from '@atergang/arende'
import { type Datum, fristDagar, medManadsnamn, periodtext, plusDagar, utom } from '@atergang/kalender'
import { ansokanskompletteringsfrist, flera, KEDJAGLAPP, vardetDen } from '@atergang/regelverk'
import { antalPaminnelser } from '../../gemensamt/obesvarat.ts'
import { overklagandetArKlart } from '../../gemensamt/skrivelser.ts'
import { automatiskt, ejAktuellt, faktaOm, fraga, nod, underlagAv, uppfyllt, vantar } from '../../gemensamt/steg.ts'
import { ansokningar, avvisningar, AVVISNINGSGRUNDER, kompletteringar, utgangetForelaggande, type AnsokansgranskningSvar } from '../ansokningar.ts'
import { fakt, sistaFakt, SYSSELSATTNINGSNAMN, type Sjukpenningfakta, type Slage } from '../fakta.ts'
import { sistaDagen, underlaget } from '../underlag.ts'

/** Free days after which the chain is broken and a new illness opens a new case (27 kap. 51 §). */
const NYTT_ARENDE_EFTER = KEDJAGLAPP + 1

/** What a proper examination needs and the application does not say. */
export function saknasIAnsokan(l: Slage): string[] {
  const a = ansokningar(l).at(-1)?.varde
  if (!a) return []
  // What an officer has recorded of the work counts as well as what the application says.
  const s = sistaFakt(l, 'sysselsattning')?.varde
  const slag = s?.slag ?? a.sysselsattning
  return [
    ...(a.hederOchSamvete && a.underskrift ? [] : ['Underskrift på heder och samvete (110 kap. 4 §)']),
    ...(a.inkomst || sistaFakt(l, 'inkomst') ? [] : ['Årsinkomst']),
    ...(slag === 'anstalld' && !a.arbetsgivare && !s?.arbetsgivare ? ['Arbetsgivarens namn'] : []),
    ...((slag === 'anstalld' || slag === 'egenforetagare') && !a.arbetsuppgifter.trim() && !s?.arbetsuppgifter?.trim() ? ['Beskrivning av arbetsuppgifterna'] : []),
  ]
}

export const ansokanssteg: Steg<Sjukpenningfakta> = {
  namn: 'ansokan',
  rubrik: 'Ansökan',
  lagrum: flera('110:4', '110:6', '110:10', '110:11'),
  prova(lage, idag): Utfall[] {
    const l = lage as Slage
    const a = ansokningar(l).at(-1)
    if (!a) {
      const avvisad = avvisningar(l).at(-1)
      return [vantar({ pa: 'forsakrad', paNamn: namnet(l), vad: 'Ansökan om sjukpenning', varfor: avvisad ? `Ansökan avvisades ${medManadsnamn(avvisad.dag)}. Personen kan ansöka på nytt.` : 'En förmån söks skriftligt. Är personen på grund av sjukdomen förhindrad att ansöka behövs ingen ansökan (110 kap. 6 §).', sedan: avvisad?.dag ?? l.arende.inlett, till: null, lagrum: ['110:4', '110:6'] })]
    }
    const utganget = utgangetForelaggande(l, a.id, idag, antalPaminnelser)
    const oppen = kompletteringar(l, a.id).find(arOppen)
    if (oppen && oppen !== utganget) {
      const varfor = oppen.typ === 'forelaggande' ? 'Ansökan är ofullständig, och personen är förelagd att komplettera den. Kommer uppgifterna inte in i tid ska ansökan avvisas.' : 'Ansökan är ofullständig. Personen har fått en fråga om det som saknas.'
      return [vantar({ pa: 'forsakrad', paNamn: namnet(l), vad: oppen.rubrik, varfor, sedan: oppen.skickad, till: oppen.senast, lagrum: ['110:10', '110:11'] })]
    }
    const saknas = saknasIAnsokan(l)
    const fakta = [
      faktaOm('Ansökan kom in', a.varde.inkom, { typ: 'forsakrad', text: 'ansökan', datum: a.varde.inkom }),
      faktaOm('Period', a.varde.perioder.map((p) => `${periodtext(p)} (${p.omfattning * 100} %)`).join(', '), a.kalla),
      faktaOm('Sysselsättning', SYSSELSATTNINGSNAMN[a.varde.sysselsattning], a.kalla),
    ]
    if (saknas.length === 0) return [automatiskt(nod('ansokan', 'Ansökan', ['110:4'], 'uppfyllt', 'Skriftlig, undertecknad, uppgifterna lämnade på heder och samvete.', fakta))]
    const grund = { ansokan: a.id, saknas }
    const svar = gallandeSvar<AnsokansgranskningSvar>(l, 'ansokansgranskning', underlagAv(grund))
    if (svar?.svar.beslut === 'racker') return [uppfyllt(nod('ansokan', 'Ansökan', ['110:4', '110:10'], 'uppfyllt', svar.svar.skal, fakta))]
    return [
      fraga({
        nyckel: 'ansokansgranskning', kod: 'ansokansgranskning', rubrik: utganget ? 'Hur går ärendet vidare efter föreläggandet?' : 'Räcker uppgifterna i ansökan?',
        hjalp: utganget
          ? 'Pröva ansökan om den går att pröva på det som finns, eller om bristen är av ringa betydelse. Går den inte att pröva ska den avvisas.'
          : 'Hjälp i första hand personen till rätta: ring, eller be om det som saknas. Förelägg om bristen hindrar en prövning; utan föreläggande får ansökan inte avvisas.',
        lagrum: ['110:10', '110:11', 'FL 20'], paGrundval: grund, varforNu: `Saknas: ${saknas.join(', ').toLowerCase()}.${utganget ? ` ${forelaggandetext(utganget)}` : ''}`, ...(utganget ? {} : { senast: fristDagar(a.varde.inkom, vardetDen(ansokanskompletteringsfrist, idag)) }),
        formular: { ansokan: a.id, perioder: a.varde.perioder, saknas, forelaggande: utganget ? { skickad: utganget.skickad, senast: utganget.senast, svar: utganget.svar?.svar.map((s) => s.text).join(' ') ?? null } : null, avvisningsgrunder: AVVISNINGSGRUNDER },
      }),
    ]
  },
}

const forelaggandetext = (b: Begaran): string => (b.svar ? `Föreläggandet ${medManadsnamn(b.skickad)} besvarades ${medManadsnamn(b.svar.dag)}.` : `Föreläggandet ${medManadsnamn(b.skickad)} är inte besvarat; tiden gick ut ${medManadsnamn(b.senast)}.`)

const namnet = (l: Slage): string => personnamn(personen(l))

/** Days certified but not asked for, and what comes after the last decided day: the person moves, nobody is stopped from applying. */
export const fortsattningssteg: Steg<Sjukpenningfakta> = {
  namn: 'fortsattning',
  rubrik: 'Fortsatt ansökan',
  lagrum: flera('110:4', '27:51'),
  prova(lage, idag): Utfall[] {
    const l = lage as Slage
    const u = underlaget(l, idag)
    if (u.yrkat.length === 0) return [ejAktuellt('Ingen första ansökan har kommit in än.')]
    const utan = utom(u.intygat, [...u.yrkat, ...u.arbetsgivarens])
    const sista = sistaDagen(u)
    if (utan.length) {
      const sedan = fakt(l, 'intyg').at(-1)!.registrerad.slice(0, 10) as Datum
      return [vantar({ pa: 'forsakrad', paNamn: namnet(l), vad: `Ansökan för ${utan.map(periodtext).join(', ')}`, varfor: 'Intyg finns för dagar som personen inte har ansökt för.', sedan, till: null, lagrum: ['110:4'] })]
    }
    if (u.senare) return [vantar({ pa: 'tid', paNamn: 'Rehabiliteringskedjan', vad: `Prövning av dagarna från ${medManadsnamn(u.senare.fran)}`, varfor: 'Då gäller en annan bedömningsgrund. Frågan ställs den dagen, inte före.', sedan: idag, till: u.senare.fran, lagrum: ['27:47', '27:48', '27:49'] })]
    if (u.oprovade.length || !sista) return [ejAktuellt('Dagar väntar på prövning.')]
    return [vantar({ pa: 'forsakrad', paNamn: namnet(l), vad: 'Ny ansökan, om personen fortfarande är sjuk', varfor: `Alla dagar till och med ${medManadsnamn(sista)} är prövade. Utan ny sjukdag avslutas ärendet när ${NYTT_ARENDE_EFTER} dagar gått.`, sedan: sista < idag ? sista : idag, till: plusDagar(sista, NYTT_ARENDE_EFTER), lagrum: ['27:51'] })]
  },
}

/** The day the case closes by itself: ninety free days after the last sick day, with nothing left to decide. */
export function avslutasDen(l: Slage, idag: Datum): Datum | null {
  const u = underlaget(l, idag)
  const avvisade = avvisningar(l)
  const sista = [...avvisade.map((b) => b.period.tom), ...(sistaDagen(u) ? [sistaDagen(u)!] : [])].sort().at(-1)
  const omprovat = l.omprovningar.every((o) => l.beslut.some((b) => b.typ === 'omprovning' && b.orsak === o.id)) && l.overklaganden.every((o) => overklagandetArKlart(l, o))
  return sista && u.oprovade.length === 0 && (u.yrkat.length > 0 || avvisade.length > 0) && omprovat ? plusDagar(sista, NYTT_ARENDE_EFTER) : null
}
