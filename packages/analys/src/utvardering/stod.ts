import type { Datakalla } from '../datakalla.ts'
import { Analysfel } from '../fel.ts'
import { fonstertext, type Fonster } from '../matt/matt.ts'
import { okand, skattning, URVALSVARNING, type Raresultat, type Skattning } from '../resultat/resultat.ts'
import { byggTabell } from '../resultat/tabell.ts'
import { cox } from '../statistik/cox.ts'
import { intervall, pT } from '../statistik/fordelning.ts'
import { datum } from '@atergang/kalender'
import { avbildad, dagSql, hopslagna, iFonster, iLan, MINST, registerkallor, slutdag } from './grund.ts'

/** Cases are compared at the same day of them: more than this says little. */
const STORLEKAR = [10, 50, 250]

/**
 * What a granted workplace support does to the pace of return, from the day of the decision: cases with it against others still going on at the
 * same day of their case. Who has the support counts as without until it is decided; otherwise the days until then would be counted to it.
 */
export async function stod(k: Datakalla, period: Fonster | null = null, omraden: readonly string[] | null = null): Promise<Raresultat> {
  k.krav('apr_bidrag', 'sjukfall', 'arbetsgivare')
  const slut = await slutdag(k)
  const [forst] = await k.rader("SELECT CAST(min(beslutad) AS VARCHAR) AS d FROM apr_bidrag WHERE stod = 'apr' AND person_id IS NOT NULL")
  if (!forst?.d)
    throw new Analysfel('tomt', 'Inget stöd kan knytas till någon anställd.', [
      { falt: 'apr_bidrag', text: 'Läs in bidrag med person_id.' },
    ])
  const f: Fonster = period ?? { fran: datum(String(forst.d)), tom: slut }
  const c = (
    await k.kolumner(`WITH fall AS (SELECT s.sjukfall_id, s.person_id, s.fran, date_diff('day', s.fran, least(coalesce(s.tom, ${dagSql(slut)}), ${dagSql(slut)})) + 1 AS dagar, CAST(s.tom IS NOT NULL AS INTEGER) AS slutade, dense_rank() OVER (ORDER BY substr(s.diagnos, 1, 3)) AS diagnos, a.anstallda, CAST(year(s.fran) AS INTEGER) AS ar
FROM sjukfall s JOIN arbetsgivare a USING (arbetsgivare_id) WHERE s.sysselsattning = 'anstalld' AND ${iFonster('s.fran', f)}${iLan('s.lan', omraden)}),
bidrag AS (SELECT fall.sjukfall_id, min(date_diff('day', fall.fran, b.beslutad) + 1) AS dag FROM fall JOIN apr_bidrag b ON b.person_id = fall.person_id WHERE b.utfall = 'bifall' AND b.beslutad >= fall.fran AND b.beslutad < fall.fran + CAST(fall.dagar AS INTEGER) GROUP BY fall.sjukfall_id)
SELECT fall.dagar, fall.slutade, fall.diagnos, fall.anstallda, fall.ar, bidrag.dag FROM fall LEFT JOIN bidrag USING (sjukfall_id) ORDER BY fall.sjukfall_id`)
  ).kolumn
  const r = intervaller(c)
  const med = r.stod.reduce((a, b) => a + b, 0)
  const handelser = r.stod.reduce((s, x, i) => s + x * r.handelse[i]!, 0)
  return {
    id: 'stod',
    rubrik: 'Arbetsplatsinriktat rehabiliteringsstöd under ett sjukfall',
    fonster: f,
    omraden,
    fraga: 'Återgår anställda fortare efter att arbetsgivaren beviljats stöd för dem?',
    metod: `Cox regression inom diagnos på tre tecken och arbetsgivarens storlek, med stödet som en egenskap som ändras på beslutsdagen: fram till den räknas fallet som utan stöd. Anställdas sjukfall som börjar ${fonstertext(f)}, följda till ${slut}.`,
    antaganden: [
      'Av dem som är sjuka lika många dagar med samma diagnos hos lika stora arbetsgivare är det inte de som väntas återgå snart som får stöd.',
      'Beslutsdagen är dagen då stödet börjar verka.',
      'Takten skiljer lika mycket resten av sjukfallet.',
    ],
    kanInteSaga: [URVALSVARNING, 'Vad stödet gör för den som inte är sjukskriven.', 'Vilka åtgärder stödet betalade.'],
    underlag: [
      { vad: 'anställdas sjukfall', antal: c.dagar!.length },
      { vad: 'med stöd beviljat under sjukfallet', antal: med },
    ],
    skattningar: [effekten(r, med, handelser)],
    kontroller: [
      { id: 'tid_fore', vad: 'Tiden före beslutet räknas inte till stödet', utfall: 'haller', text: 'Fallet byter grupp på beslutsdagen.' },
    ],
    anmarkningar: [{ id: 'L002', text: 'Stödet kan följas för den anställda först från 2018.' }],
    diagram: [],
    tabeller: [
      byggTabell({
        id: 'stod',
        rubrik: 'Sjukfall med och utan stöd',
        kalla: 'utvärdering, stöd',
        nycklar: ['Grupp'],
        period: fonstertext(f),
        population: 'anställdas sjukfall över 14 dagar',
        datakalla: registerkallor('sjukfall', 'apr_bidrag'),
        rader: [
          { grupp: 'med stöd, från beslutet', n: med, slutade: handelser },
          { grupp: 'utan stöd, eller före beslutet', n: c.dagar!.length, slutade: r.handelse.reduce((a, b) => a + b, 0) - handelser },
        ],
        nyckel: (x) => [x.grupp],
        antal: (x) => ({ fall: x.n, slutade: x.slutade }),
        kolumner: [
          { id: 'fall', rubrik: 'Sjukfall', enhet: 'sjukfall', decimaler: 0, taljare: 'sjukfall', varde: (x) => x.n, beror: ['fall'] },
          {
            id: 'slutade',
            rubrik: 'Slutade',
            enhet: 'sjukfall',
            decimaler: 0,
            taljare: 'sjukfall som slutat under uppföljningen',
            varde: (x) => x.slutade,
            beror: ['slutade'],
          },
        ],
      }),
    ],
  }
}

interface Intervaller {
  readonly start: Float64Array
  readonly stopp: Float64Array
  readonly handelse: Float64Array
  readonly stod: Float64Array
  readonly strata: Int32Array
  readonly fall: Float64Array
}
/** A case with support is two rows: until the day of the decision, and from it. */
function intervaller(c: Readonly<Record<string, Float64Array>>): Intervaller {
  const strata = hopslagna(
    c.diagnos!,
    avbildad(c.anstallda!, (x) => STORLEKAR.filter((g) => x >= g).length),
  )
  const rader: (readonly [start: number, stopp: number, handelse: number, stod: number, fall: number])[] = []
  for (let i = 0; i < c.dagar!.length; i++) {
    const [dagar, slutade, dag] = [c.dagar![i]!, c.slutade![i]!, c.dag![i]!]
    if (!Number.isFinite(dag)) rader.push([0, dagar, slutade, 0, i])
    else {
      // On the day of the decision the case is still going on.
      if (dag > 0) rader.push([0, dag, 0, 0, i])
      if (dagar > dag) rader.push([dag, dagar, slutade, 1, i])
    }
  }
  const kol = (k: 0 | 1 | 2 | 3 | 4): Float64Array => Float64Array.from(rader, (r) => r[k])
  const fall = kol(4)
  return { start: kol(0), stopp: kol(1), handelse: kol(2), stod: kol(3), fall, strata: Int32Array.from(fall, (i) => strata[i]!) }
}

function effekten(r: Intervaller, med: number, handelser: number): Skattning {
  const vad = 'hur mycket fortare den anställda återgår från dagen för beslutet'
  if (handelser < MINST) return okand('faraAterga', vad, 'gånger', med, `Färre än ${MINST} sjukfall med stöd har slutat.`)
  const s = cox({
    start: r.start,
    stopp: r.stopp,
    handelse: r.handelse,
    strata: r.strata,
    kluster: r.fall,
    kolumner: [{ namn: 'stod', x: r.stod }],
  })
  const [b, se] = [s.beta[0]!, Math.sqrt(s.kovRobust.a[0]!)]
  const frihetsgrader = s.frihetsgrader[0]!
  const iv = intervall(b, se, frihetsgrader)
  return skattning(
    'faraAterga',
    vad,
    'gånger',
    Math.exp(b),
    se,
    [Math.exp(iv[0]), Math.exp(iv[1])],
    pT(b / se, frihetsgrader),
    med,
    handelser,
  )
}
