import type { Datakalla } from '../datakalla.ts'
import type { Fonster } from '../matt/matt.ts'
import { okand, URVALSVARNING, type Raresultat } from '../resultat/resultat.ts'
import { balans, KALIPER, matcha, matchvikter, type Matchning } from '../statistik/matchning.ts'
import { foljda, type Foljda } from './foljda.ts'
import { avbildad, hopslagna, LANGST, MINST, slutdag } from './grund.ts'
import { balanskolumner, benagenhet, drag, strataMedBada } from './jamforelsegrupp/lika.ts'
import { medBenagenhet, medExakt, raa } from './jamforelsegrupp/skattningar.ts'
import { riskkvot } from './jamforelsegrupp/risk.ts'
import { balanstabell, kontroller, perGrupp } from './jamforelsegrupp/utfall.ts'

const PER_BEHANDLAD = 5

export interface Gruppjamforelse extends Raresultat {
  /** persons with a course who were compared, by propensity and exactly; for whoever tries the method against a known truth */
  readonly matchade: readonly number[]
  readonly exakta: readonly number[]
}

/**
 * What came of a first course of preventive benefit, beside people as like them as can be found: exactly the same in what is stated, and nearest by the
 * chance of getting a course. Days with sick cases after 6, 12 and 24 months, and how fast a new case comes.
 */
export async function jamforelsegrupp(k: Datakalla, f: Fonster, omraden: readonly string[] | null = null): Promise<Gruppjamforelse> {
  const slut = await slutdag(k)
  const d = await foljda(k, f, slut, omraden)
  const fatt = d.kolumn.behandlad!.reduce((s, x) => s + x, 0)
  const ram = ramen(d, f, omraden, fatt)
  if (fatt < MINST)
    return {
      ...ram,
      matchade: [],
      exakta: [],
      skattningar: [
        okand('riskkvot', 'hur mycket oftare ett nytt sjukfall kommer', 'gånger', fatt, `Färre än ${MINST} kan följas i ${LANGST} dagar.`),
      ],
      kontroller: [],
      tabeller: [],
      diagram: [],
    }
  const kolumner = drag(d)
  const poang = benagenhet(d, kolumner)
  const c = d.kolumn
  const m = matcha(
    { behandlad: c.behandlad!, exakt: hopslagna(c.kon!, c.historik!), poang },
    { perBehandlad: PER_BEHANDLAD, kaliper: KALIPER },
  )
  const exakt = hopslagna(
    c.kon!,
    c.historik!,
    c.aldersgrupp!,
    avbildad(c.sysselsattning!, (x) => (x === 3 ? 1 : 0)),
    c.lan!,
  )
  const med = strataMedBada(exakt, c.behandlad!)
  const rader = balans(balanskolumner(d), c.behandlad!, matchvikter(d.antal, m))
  const skattningar = [...raa(d), ...medBenagenhet(d, m), ...medExakt(d, exakt, med)]
  const perBehandling = d.behandlingar.map((namn, i) => ({
    namn,
    ...riskkvot(
      d,
      undergrupp(m, (x) => c.behandling![x] === i),
    ),
  }))
  return {
    ...ram,
    skattningar,
    kontroller: kontroller(d, m, rader, poang),
    tabeller: [balanstabell(rader, f, d), perGrupp(perBehandling, f)],
    diagram: [
      {
        typ: 'punkter',
        rubrik: 'Skillnader mellan grupperna före och efter matchning',
        tabell: 'balans',
        x: 'skillnad_efter',
        y: 'nyckel:0',
        serie: 'skillnad_fore',
        ingenSkillnad: 0,
      },
      {
        typ: 'skog',
        rubrik: 'Risk för nytt sjukfall efter behandlingen, mot jämförelsegruppen',
        tabell: 'per_behandling',
        x: 'riskkvot',
        y: 'nyckel:0',
        ingenSkillnad: 1,
      },
    ],
    matchade: m.par.map((p) => c.person_id![p.behandlad]!),
    exakta: Array.from(c.person_id!).filter((_, i) => c.behandlad![i] === 1 && med[i]),
  }
}

function ramen(
  d: Foljda,
  f: Fonster,
  omraden: readonly string[] | null,
  fatt: number,
): Omit<Raresultat, 'skattningar' | 'kontroller' | 'tabeller' | 'diagram'> {
  return {
    id: 'jamforelsegrupp',
    rubrik: 'Efter en första kurs med förebyggande sjukpenning, jämfört med lika personer',
    fonster: f,
    omraden,
    fraga: 'Blir de som fått en kurs med förebyggande sjukpenning mindre sjukskrivna än lika personer utan kurs?',
    metod: `De som fick sin första kurs i perioden följs ${LANGST} dagar från kursens första dag. Andra försäkrade, inte sjukskrivna och utan kurs, följs från en av samma dagar, lottad. Exakt matchning: samma kön, åldersgrupp, län, arbetslöshet och tid sedan senaste sjukfall. Benägenhetsmatchning: samma kön och tid sedan senaste sjukfall, och inom ${KALIPER.toLocaleString('sv-SE')} standardavvikelser av log-oddsen att få en kurs, upp till ${PER_BEHANDLAD} var utan återläggning. Risken för nytt sjukfall med Cox regression inom de matchade; intervallen räknar med att de matchade hör ihop.`,
    antaganden: [
      'Allt som styr både vem som får en kurs och hur sjuk personen blir är känt och med i matchningen.',
      'Den som inte finns i registret över sjukfall har inget sjukfall.',
      'Att någon får en kurs ändrar inget för andra.',
      'Risken för ett nytt sjukfall ändras lika mycket under hela uppföljningen.',
    ],
    kanInteSaga: [
      URVALSVARNING,
      'Vad kursen gör för dem som inte liknar dem som fått en.',
      'Om personen arbetar: bara om det finns ett sjukfall över 14 dagar.',
      'Vilken del av kursen som verkar, eller om någon annan vård fanns samtidigt.',
    ],
    underlag: [
      { vad: 'fick sin första kurs och kan följas', antal: fatt },
      { vad: 'kan inte följas hela tiden', antal: d.forKort },
      { vad: 'andra att jämföra med', antal: d.antal - fatt },
    ],
    anmarkningar: [
      {
        id: 'J053',
        text: 'De med väntat hög sjukfrånvaro får ofta insatser, och det krävs stora grupper (SOU 2010:04 enligt RiR 2021:19 avsnitt 6.2).',
      },
    ],
  }
}

const undergrupp = (m: Matchning, valj: (i: number) => boolean): Matchning => ({ ...m, par: m.par.filter((p) => valj(p.behandlad)) })
