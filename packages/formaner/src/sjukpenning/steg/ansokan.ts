import { personen, personnamn, type Steg, type Utfall } from '@atergang/arende'
import { medManadsnamn, periodtext, plusDagar, utom, type Datum } from '@atergang/kalender'
import { flera, KEDJAGLAPP } from '@atergang/regelverk'
import { granskaAnsokan } from '../../gemensamt/ansokan/granskning.ts'
import { overklagandetArKlart } from '../../gemensamt/skrivelser.ts'
import { ejAktuellt, faktaOm, vantar } from '../../gemensamt/steg.ts'
import { ansokningar, avvisningar } from '../ansokningar.ts'
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
    ...((slag === 'anstalld' || slag === 'egenforetagare') && !a.arbetsuppgifter.trim() && !s?.arbetsuppgifter?.trim()
      ? ['Beskrivning av arbetsuppgifterna']
      : []),
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
      return [
        vantar({
          pa: 'forsakrad',
          paNamn: namnet(l),
          vad: 'Ansökan om sjukpenning',
          varfor: avvisad
            ? `Ansökan avvisades ${medManadsnamn(avvisad.dag)}. Personen kan ansöka på nytt.`
            : 'En förmån söks skriftligt. Är personen på grund av sjukdomen förhindrad att ansöka behövs ingen ansökan (110 kap. 6 §).',
          sedan: avvisad?.dag ?? l.arende.inlett,
          till: null,
          lagrum: ['110:4', '110:6'],
        }),
      ]
    }
    const fakta = [
      faktaOm('Ansökan kom in', a.varde.inkom, { typ: 'forsakrad', text: 'ansökan', datum: a.varde.inkom }),
      faktaOm('Period', a.varde.perioder.map((p) => `${periodtext(p)} (${p.omfattning * 100} %)`).join(', '), a.kalla),
      faktaOm('Sysselsättning', SYSSELSATTNINGSNAMN[a.varde.sysselsattning], a.kalla),
    ]
    return [
      granskaAnsokan(
        l,
        {
          id: a.id,
          inkom: a.varde.inkom,
          perioder: a.varde.perioder,
          saknas: saknasIAnsokan(l).map((text) => ({ text })),
          nyckel: 'ansokansgranskning',
          nod: 'ansokan',
          fakta,
        },
        idag,
      ),
    ]
  },
}

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
      return [
        vantar({
          pa: 'forsakrad',
          paNamn: namnet(l),
          vad: `Ansökan för ${utan.map(periodtext).join(', ')}`,
          varfor: 'Intyg finns för dagar som personen inte har ansökt för.',
          sedan,
          till: null,
          lagrum: ['110:4'],
        }),
      ]
    }
    if (u.senare)
      return [
        vantar({
          pa: 'tid',
          paNamn: 'Rehabiliteringskedjan',
          vad: `Prövning av dagarna från ${medManadsnamn(u.senare.fran)}`,
          varfor: 'Då gäller en annan bedömningsgrund. Frågan ställs den dagen, inte före.',
          sedan: idag,
          till: u.senare.fran,
          lagrum: ['27:47', '27:48', '27:49'],
        }),
      ]
    if (u.oprovade.length || !sista) return [ejAktuellt('Dagar väntar på prövning.')]
    return [
      vantar({
        pa: 'forsakrad',
        paNamn: namnet(l),
        vad: 'Ny ansökan, om personen fortfarande är sjuk',
        varfor: `Alla dagar till och med ${medManadsnamn(sista)} är prövade. Utan ny sjukdag avslutas ärendet när ${NYTT_ARENDE_EFTER} dagar gått.`,
        sedan: sista < idag ? sista : idag,
        till: plusDagar(sista, NYTT_ARENDE_EFTER),
        lagrum: ['27:51'],
      }),
    ]
  },
}

/** The day the case closes by itself: ninety free days after the last sick day, with nothing left to decide. */
export function avslutasDen(l: Slage, idag: Datum): Datum | null {
  const u = underlaget(l, idag)
  const avvisade = avvisningar(l)
  const sista = [...avvisade.map((b) => b.period.tom), ...(sistaDagen(u) ? [sistaDagen(u)!] : [])].sort().at(-1)
  const omprovat =
    l.omprovningar.every((o) => l.beslut.some((b) => b.typ === 'omprovning' && b.orsak === o.id)) &&
    l.overklaganden.every((o) => overklagandetArKlart(l, o))
  return sista && u.oprovade.length === 0 && (u.yrkat.length > 0 || avvisade.length > 0) && omprovat
    ? plusDagar(sista, NYTT_ARENDE_EFTER)
    : null
}
