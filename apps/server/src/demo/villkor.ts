import { arTillNackdel, sammanfatta, type Beslut, type Handelse, type Lage } from '@atergang/arende'
import { overlappar, type Datum } from '@atergang/kalender'
import { utredningAv } from '@atergang/lager'
import { prisbasbelopp } from '@atergang/regelverk'

/** SGI is at most ten price base amounts (25 kap. 5 § SFB); a whole day at most 97 per cent of it, times 80. */
const HOGST_SGI = Math.max(...prisbasbelopp.varden.map((v) => v.varde.t / v.varde.n)) * 10
const ANDEL = 0.97 * 0.8
const HOGST_PER_DAG = Math.ceil((HOGST_SGI * ANDEL) / 365)
/** Reckoned by working time: a yearly 1 980 hours and at most twelve of them in a day. */
const HOGST_PER_ARBETSDAG = Math.ceil((HOGST_SGI * ANDEL * 12) / 1980)
/** 28 kap. 11 §. */
const HOGST_ARBETSLOS = 543

type Villkor = (l: Lage, journal: readonly Handelse[], idag: Datum) => string[]

const gallande = (l: Lage): Beslut[] => l.beslut.filter((b) => b.typ !== 'interimistiskt' && !l.beslut.some((x) => x.ersatter === b.id))

const nagotHander: Villkor = (l, _j, idag) => {
  const s = sammanfatta(l, utredningAv(l, idag))
  return s.status === 'avslutat' || s.uppgifter.length > 0 || s.vantar.length > 0 ? [] : ['Ärendet har varken fråga, väntan eller slut.']
}

const enDagEttBeslut: Villkor = (l) => {
  const rader = gallande(l).flatMap((b) => b.rader)
  return rader.flatMap((r, i) => rader.slice(i + 1).filter((x) => overlappar(r, x)).map((x) => `${r.from}–${r.tom} (${r.utfall}) och ${x.from}–${x.tom} (${x.utfall}) är beslutade två gånger.`))
}

const underTaket: Villkor = (l) => {
  const arbetslos = (dag: Datum) => l.fakta.some((f) => f.namn === 'ansokan' && (f.varde as { sysselsattning: string }).sysselsattning === 'arbetslos' && (f.varde as { forstaSjukdag: Datum }).forstaSjukdag <= dag)
  return l.beslut.flatMap((b) =>
    b.utbetalning.flatMap((r) => {
      const perArbetsdag = r.forklaring.namn.toLowerCase().includes('arbetstid')
      const tak = arbetslos(r.from) ? HOGST_ARBETSLOS : perArbetsdag ? HOGST_PER_ARBETSDAG : HOGST_PER_DAG
      return r.kronorPerDag > Math.ceil(tak * r.grad) ? [`${r.kronorPerDag} kr per dag ${r.from}–${r.tom} är över taket.`] : []
    }),
  )
}

/** H001 and 110 kap. 13 a §: assured by someone else, and communicated or excepted with a recorded reason, before it was decided. */
const inteForbiNagon: Villkor = (_l, journal) =>
  journal.flatMap((h, i) => {
    if (h.data.typ !== 'beslutFattat' || h.data.beslut.typ !== 'slutligt' || !arTillNackdel(h.data.beslut)) return []
    const fore = journal.slice(0, i).map((x) => x.data)
    const sakrad = h.data.beslut.medverkande.some((m) => m.roll === 'specialist' && m.id !== h.aktor.id)
    const sagd = fore.some((d) => d.typ === 'kommunicerad') || fore.some((d) => d.typ === 'fragaBesvarad' && d.svar.kod === 'kommunicering' && (d.svar.svar as { satt: string }).satt === 'undantag')
    return [...(sakrad ? [] : [`Beslutet ${h.dag} går personen emot utan kvalitetssäkring.`]), ...(sagd ? [] : [`Beslutet ${h.dag} går personen emot utan kommunicering.`])]
  })

const iTidsordning: Villkor = (_l, journal, idag) => [
  ...journal.flatMap((h, i) => (i > 0 && h.dag < journal[i - 1]!.dag ? [`Händelse ${h.nr} är daterad före den förra.`] : [])),
  ...journal.filter((h) => h.dag > idag).map((h) => `Händelse ${h.nr} är daterad i framtiden.`),
]

const VILLKOR: readonly Villkor[] = [nagotHander, enDagEttBeslut, underTaket, inteForbiNagon, iTidsordning]

/** What is wrong with a case, in words; nothing when all that must hold does. */
export const brott = (l: Lage, journal: readonly Handelse[], idag: Datum): string[] => VILLKOR.flatMap((v) => v(l, journal, idag)).map((text) => `${l.arende.nummer}: ${text}`)
