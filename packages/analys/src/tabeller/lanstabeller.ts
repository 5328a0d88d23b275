import type { Datakalla } from '../datakalla.ts'
import * as m from '../matt/lista.ts'
import { fonster, fonstertext, kalenderar, type Fonster } from '../matt/matt.ts'
import * as l from './lansmatt.ts'
import { lanetsVariabel, raknaMattabell, type Mattabell } from './mattabell.ts'
import type { Ratabell } from './svar.ts'
import { andel, antalet, av, kvot } from './uttryck.ts'

/** The four counties that the audit compares (004R §1.4). */
export const UNDERSOKTA = ['Gävleborg', 'Södermanland', 'Blekinge', 'Kalmar'] as const
const BILAGA = 'Riksrevisionens granskning (rapport 004), bilaga 1'

/** Table 1: use of the preventive benefits and supply, by county. */
export function tabell1(period: Fonster | null): Mattabell {
  const f = period ?? l.FBSJP_PERIOD
  const apr = period ?? l.APR_PERIOD
  const skr = period ?? l.SKR_PERIOD
  const listan = period ?? kalenderar(2019)
  return {
    id: 'tabell1',
    rubrik: 'Användning av förebyggande sjukpenning (FBSJP) och arbetsplatsinriktat rehabiliteringsstöd (APR), och utbud',
    kalla: `${BILAGA}, tabell 1`,
    summarad: 'Riket',
    period: period
      ? fonstertext(period)
      : `FBSJP ${fonstertext(f)}; APR ${fonstertext(apr)}; KBT, IPT och MMR ${fonstertext(skr)}; anordnare ${fonstertext(listan)}`,
    kolumner: [
      l.fbsjpBeloppPerInvanare(f),
      l.fbsjpNettodagarPerInvanare(f),
      l.fbsjpMottagare(f),
      l.fbsjpMottagarePer1000(f),
      l.fbsjpBeloppPerMottagare(f),
      l.fbsjpNettodagarPerMottagare(f),
      l.andelTidigare(f),
      l.aprPerInvanare(apr),
      l.antalAnordnare(listan),
      l.anordnarePer100000(listan),
      l.kbtIptPer1000(skr),
      l.mmrPer1000(skr),
    ],
    anmarkningar: [
      { id: 'X02', text: 'Rapportens rubrik på kolumn 2 säger per 1 000 invånare; talen är per invånare, som här.' },
      {
        id: 'X03',
        text: 'Rapporten säger både per invånare och per 1 000 invånare om kolumn 8; kronor per invånare är rimligt och används här.',
      },
      {
        id: 'X04',
        text: 'Länens mottagare i rapporten blir 36 088, texten säger 39 296. Riket räknas här som unika personer, inte som en summa av län.',
      },
      { id: 'X05', text: 'Västerbottens andel i kolumn 7 är 55 i rapportens tabell och 54 i dess text.' },
      {
        id: 'X06',
        text: 'I rapporten stämmer kolumn 2 inte med kolumn 4 och 6 för Jämtland, Värmland, Södermanland och Västerbotten. Här räknas alla kolumner ur samma rader.',
      },
      { id: 'X15', text: 'Rapporten säger 2016–2019 i tabell 1 och 2016–2018 i tabell 2 om KBT, IPT och MMR.' },
      { id: 'X16', text: 'Rapporten säger inte vilken befolkning anordnarna delas med; här alla åldrar.' },
      { id: 'X18', text: 'Kolumn 7 är de tre åren före personens första dag med förebyggande sjukpenning i perioden.' },
    ],
  }
}

const AR_TABELL4 = 2018
/** Staff on a day: the report counted officers when it interviewed them (X11). */
const BEMANNING = fonster('2020-10-15', '2020-10-15')

/** Table 4: people with preventive benefit to an officer. A team for several counties has the people of all of them. */
export async function tabell4(kalla: Datakalla, period: Fonster | null, omraden: readonly string[] | null): Promise<Ratabell> {
  const ar = period ?? kalenderar(AR_TABELL4)
  const hela = period ?? l.FBSJP_PERIOD
  const dag = period ? { fran: period.tom, tom: period.tom } : BEMANNING
  const t: Mattabell = {
    id: 'tabell4',
    rubrik: 'Personer med förebyggande sjukpenning per handläggare',
    kalla: `${BILAGA}, tabell 4`,
    lan: UNDERSOKTA,
    period: period ? fonstertext(period) : `personer ${fonstertext(hela)} och ${AR_TABELL4}; handläggare ${dag.fran}`,
    kolumner: [
      l.fbsjpMottagare(hela, 'Unika personer i hela perioden', 'unika_personer'),
      l.fbsjpMottagare(ar, `Unika personer ${fonstertext(ar)}`, 'personer_aret'),
      {
        id: 'teamets_personer',
        rubrik: 'Unika personer i teamets alla län',
        enhet: 'personer',
        decimaler: 0,
        population: 'de som fick förebyggande sjukpenning i teamets län',
        uttryck: antalet(av(m.teametsMottagare, ar)),
      },
      {
        id: 'handlaggare',
        rubrik: 'Handläggare',
        enhet: 'handläggare',
        decimaler: 0,
        population: `teamets handläggare den ${dag.tom}`,
        uttryck: antalet(av(m.teametsHandlaggare, dag)),
      },
      {
        id: 'per_handlaggare',
        rubrik: 'Personer per handläggare',
        enhet: 'personer per handläggare',
        decimaler: 0,
        population: 'teamet',
        uttryck: kvot(av(m.teametsMottagare, ar), av(m.teametsHandlaggare, dag)),
        n: av(m.teametsMottagare, ar),
      },
    ],
    anmarkningar: [
      {
        id: 'X10',
        text: 'Rapportens 2 428 personer i VO Syd räknar Jönköping två gånger; delarna blir 2 227, alltså 93 per handläggare, inte 101.',
      },
      { id: 'X11', text: 'Södermanland har två handläggare i rapportens tabell 4 och tre i tabell 11. Bemanningen har datum här.' },
    ],
  }
  const ra = await raknaMattabell(kalla, t, omraden)
  const team = new Map((await kalla.rader('SELECT lan, team FROM organisation')).map((r) => [String(r.lan), String(r.team)]))
  // A team's count less its shown counties would give away a hidden one: it is hidden with any of them.
  const lanenI = (lan: string): string[] => [...team].filter(([, x]) => x === team.get(lan)).map(([n]) => n)
  const TEAMKOLUMNER = ['teamets_personer', 'per_handlaggare']
  return {
    ...ra,
    beror: (i, j) =>
      TEAMKOLUMNER.includes(t.kolumner[j]!.id)
        ? lanenI(ra.svar.rader[i]!.nyckel[0]!).map((x) => lanetsVariabel(av(m.fbsjpMottagare, ar), x))
        : ra.beror(i, j),
  }
}

/** Table 5: refusals of plan and of benefit. Counts are of decisions, and can be more than the people (X35). */
export function tabell5(period: Fonster | null): Mattabell {
  const f = period ?? kalenderar(2018)
  const kol = (id: string, rubrik: string, matt: typeof m.planbeslut) => ({
    id,
    rubrik,
    enhet: 'beslut',
    decimaler: 0,
    population: 'ansökningar avgjorda i länet',
    uttryck: antalet(av(matt, f)),
    n: av(matt, f),
  })
  return {
    id: 'tabell5',
    rubrik: 'Ej godkända behandlingsplaner och avslag på ersättning',
    kalla: `${BILAGA}, tabell 5`,
    lan: UNDERSOKTA,
    period: fonstertext(f),
    kolumner: [
      kol('planer', 'Ansökningar om behandlingsplan', m.planbeslut),
      kol('planavslag', 'Varav ej godkända', m.planavslag),
      {
        id: 'andel_planavslag',
        rubrik: 'Andel ej godkända',
        enhet: 'andel',
        decimaler: 3,
        population: 'ansökningar om behandlingsplan avgjorda i länet',
        uttryck: andel(av(m.planavslag, f), av(m.planbeslut, f), 1),
        n: av(m.planbeslut, f),
      },
      kol('ersattning', 'Ansökningar om ersättning', m.ersattningsbeslut),
      kol('ersattningsavslag', 'Varav avslag', m.ersattningsavslag),
      {
        id: 'andel_ersattningsavslag',
        rubrik: 'Andel avslag',
        enhet: 'andel',
        decimaler: 3,
        population: 'ansökningar om ersättning avgjorda i länet',
        uttryck: andel(av(m.ersattningsavslag, f), av(m.ersattningsbeslut, f), 1),
        n: av(m.ersattningsbeslut, f),
      },
    ],
    anmarkningar: [
      { id: 'X35', text: 'Rapporten säger inte om talen är personer eller beslut; här är de beslut, efter dagen de fattades.' },
      { id: 'X09', text: 'Rapportens text jämför bara Gävleborg och Södermanland. Här kan alla län och båda stegen visas.' },
    ],
  }
}

/** Table 6: evidence-based measures to a person with preventive benefit. */
export function tabell6(period: Fonster | null): Mattabell {
  const f = period ?? kalenderar(2018)
  return {
    id: 'tabell6',
    rubrik: 'Personer med evidensbaserade insatser per person med förebyggande sjukpenning',
    kalla: `${BILAGA}, tabell 6`,
    lan: UNDERSOKTA,
    period: fonstertext(f),
    kolumner: [
      l.fbsjpMottagare(f, 'Personer med förebyggande sjukpenning', 'personer_fbsjp'),
      {
        id: 'personer_insatser',
        rubrik: 'Personer med evidensbaserade insatser',
        enhet: 'personer',
        decimaler: 0,
        population: 'de som fått KBT, IPT eller MMR i länet',
        uttryck: antalet(av(m.evidensbaserade, f)),
        n: av(m.evidensbaserade, f),
      },
      {
        id: 'kvot',
        rubrik: 'Insatser per person med förebyggande sjukpenning',
        enhet: 'personer per person',
        decimaler: 1,
        population: 'länet',
        uttryck: kvot(av(m.evidensbaserade, f), av(m.fbsjpMottagare, f)),
        n: av(m.fbsjpMottagare, f),
      },
    ],
    anmarkningar: [
      {
        id: 'X12',
        text: 'Rapportens rubrik säger kvoten åt andra hållet; talen är insatser delat med personer med förebyggande sjukpenning, som här.',
      },
    ],
  }
}
