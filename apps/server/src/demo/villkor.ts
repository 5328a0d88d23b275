import { arTillNackdel, medAvslag, sammanfatta, type Beslut, type Handelse, type Lage } from '@atergang/arende'
import { overlappar, type Datum } from '@atergang/kalender'
import { utredningAv } from '@atergang/lager'
import { arbetstidsberaknadPerDag, forklara, heltal, hogstaSgi, kalenderdag, type Tal } from '@atergang/regelverk'

/** Reckoned by working time: a yearly 1 980 hours and at most twelve of them in a day. */
const ARBETSTID = { arsarbetstid: 1980, timmar: 12, antalDagar: 1 }

/** The most that the law can give for a day at the degree, whole kronor: the highest SGI on normal level. */
function hogstPerDag(dag: Datum, grad: number, fall: { arbetslos: boolean; arbetstid: boolean }): number {
  const sgi = forklara(hogstaSgi, {}, dag).varde as Tal
  const fakta = { sgi, fortsattningsniva: false, arbetslos: fall.arbetslos, omfattning: String(grad) }
  return heltal(
    forklara(
      fall.arbetstid ? arbetstidsberaknadPerDag : kalenderdag.sjukpenningPerDag,
      fall.arbetstid ? { ...fakta, ...ARBETSTID } : fakta,
      dag,
    ).varde as Tal,
  )
}

type Villkor = (l: Lage, journal: readonly Handelse[], idag: Datum) => string[]

const gallande = (l: Lage): Beslut[] => l.beslut.filter((b) => b.typ !== 'interimistiskt' && !l.beslut.some((x) => x.ersatter === b.id))

const nagotHander: Villkor = (l, _j, idag) => {
  const s = sammanfatta(l, utredningAv(l, idag))
  return s.status === 'avslutat' || s.uppgifter.length > 0 || s.vantar.length > 0 ? [] : ['Ärendet har varken fråga, väntan eller slut.']
}

const enDagEttBeslut: Villkor = (l) => {
  const rader = gallande(l).flatMap((b) => b.rader)
  return rader.flatMap((r, i) =>
    rader
      .slice(i + 1)
      .filter((x) => overlappar(r, x))
      .map((x) => `${r.from}–${r.tom} (${r.utfall}) och ${x.from}–${x.tom} (${x.utfall}) är beslutade två gånger.`),
  )
}

const underTaket: Villkor = (l) => {
  const arbetslos = (dag: Datum) =>
    l.fakta.some(
      (f) =>
        f.namn === 'ansokan' &&
        (f.varde as { sysselsattning: string }).sysselsattning === 'arbetslos' &&
        (f.varde as { forstaSjukdag: Datum }).forstaSjukdag <= dag,
    )
  return l.beslut.flatMap((b) =>
    b.utbetalning.flatMap((r) => {
      // Treatment is paid by the hours of the working day, and never under the ceiling of the unemployed (28 kap. 11 § SFB).
      const forebyggande = l.arende.forman === 'forebyggande-sjukpenning'
      const perArbetsdag = forebyggande || r.forklaring.namn.toLowerCase().includes('arbetstid')
      const tak = hogstPerDag(r.from, r.grad, {
        arbetslos: !forebyggande && arbetslos(r.from),
        arbetstid: perArbetsdag && (forebyggande || !arbetslos(r.from)),
      })
      return r.kronorPerDag > tak ? [`${r.kronorPerDag} kr per dag ${r.from}–${r.tom} är över taket.`] : []
    }),
  )
}

/** H001 and 110 kap. 13 a §: assured by someone else, and communicated or excepted with a recorded reason, before it was decided. */
const inteForbiNagon: Villkor = (_l, journal) =>
  journal.flatMap((h, i) => {
    if (h.data.typ !== 'beslutFattat' || h.data.beslut.typ !== 'slutligt' || !arTillNackdel(h.data.beslut)) return []
    const fore = journal.slice(0, i).map((x) => x.data)
    const sakrad = !medAvslag(h.data.beslut) || h.data.beslut.medverkande.some((m) => m.roll === 'specialist' && m.id !== h.aktor.id)
    const sagd =
      fore.some((d) => d.typ === 'kommunicerad') ||
      fore.some((d) => d.typ === 'fragaBesvarad' && d.svar.kod === 'kommunicering' && (d.svar.svar as { satt: string }).satt === 'undantag')
    return [
      ...(sakrad ? [] : [`Beslutet ${h.dag} går personen emot utan kvalitetssäkring.`]),
      ...(sagd ? [] : [`Beslutet ${h.dag} går personen emot utan kommunicering.`]),
    ]
  })

const iTidsordning: Villkor = (_l, journal, idag) => [
  ...journal.flatMap((h, i) => (i > 0 && h.dag < journal[i - 1]!.dag ? [`Händelse ${h.nr} är daterad före den förra.`] : [])),
  ...journal.filter((h) => h.dag > idag).map((h) => `Händelse ${h.nr} är daterad i framtiden.`),
]

const VILLKOR: readonly Villkor[] = [nagotHander, enDagEttBeslut, underTaket, inteForbiNagon, iTidsordning]

/** What is wrong with a case, in words; nothing when all that must hold does. */
export const brott = (l: Lage, journal: readonly Handelse[], idag: Datum): string[] =>
  VILLKOR.flatMap((v) => v(l, journal, idag)).map((text) => `${l.arende.nummer}: ${text}`)
