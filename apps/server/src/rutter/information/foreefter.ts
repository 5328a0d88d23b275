import { foreOchEfter, SENA_BESLUT, type ForeOchEfter, type Gruppskillnad, type Matslag } from '@atergang/analys/fore-och-efter'
import { forebyggandestatistik as s, LANSNAMNEN, type Forebyggandepost, type Informationsinsats } from '@atergang/formaner'
import { plusDagar, type Datum } from '@atergang/kalender'
import type * as z from 'zod'
import { doljsDel, fa } from '../smatal.ts'
import type { foreEfterSchema } from './scheman.ts'

type Svar = z.input<typeof foreEfterSchema>

/** What is measured (B051, J054), and of which numbers of a case. */
const MATTEN: readonly {
  readonly id: Svar['matt'][number]['id']
  readonly slag: Matslag
  readonly varden?: (m: ReturnType<typeof s.insatsmatt>[number]) => readonly number[]
}[] = [
  { id: 'inflode', slag: 'takt' },
  { id: 'kompletteringar', slag: 'andel', varden: (m) => m.kompletterad },
  { id: 'ledtid', slag: 'medel', varden: (m) => m.ledtid },
  { id: 'godkanda', slag: 'andel', varden: (m) => m.godkand },
]

const roran = (i: Informationsinsats, p: { from: Datum; tom: Datum }): boolean =>
  i.lage === 'genomford' && i.teman.includes('forebyggande') && i.from <= p.tom && i.tom >= p.from

/** Why nothing can be compared; null when it can. */
export function hindret(i: Informationsinsats, idag: Datum): string | null {
  if (i.lage !== 'genomford') return 'Före och efter visas när insatsen är genomförd.'
  if (!i.teman.includes('forebyggande'))
    return 'Före och efter räknas på ansökningar om förebyggande sjukpenning, och insatsen handlade inte om det.'
  if (!s.insatsfonster({ from: i.from, tom: i.tom }, idag))
    return 'Insatsen är just genomförd. Före och efter visas när minst en dag har gått.'
  return i.lan.length === LANSNAMNEN.length ? 'Insatsen gällde hela landet. Då finns inga län att jämföra med.' : null
}

/** What few share is not shown, and nothing that is worked out of it. */
function grupp(slag: Matslag, g: Gruppskillnad): Svar['matt'][number]['med'] {
  const dolj = (m: Gruppskillnad['fore']) =>
    doljs(slag, m) ? { n: fa(m.n) ? null : m.n, varde: null, intervall: null } : { ...m, intervall: m.intervall }
  return { lan: g.lan, fore: dolj(g.fore), efter: dolj(g.efter), andring: doljs(slag, g.fore) || doljs(slag, g.efter) ? null : g.andring }
}
/** Of a share the part and the rest are read off it with the number: they hide it too. */
const doljs = (slag: Matslag, m: Gruppskillnad['fore']): boolean =>
  doljsDel(slag === 'andel' && m.varde !== null ? Math.round(m.varde * m.n) : 0, m.n)
const visas = (slag: Matslag, m: ForeOchEfter): boolean => ![m.med.fore, m.med.efter, m.utan.fore, m.utan.efter].some((x) => doljs(slag, x))

/**
 * Before and after a held activity about preventive benefit: the counties that had it, and those in which none was held from the first day looked at to
 * the last. The caller has looked for hindrances.
 */
export function foreEfter(
  i: Informationsinsats,
  alla: readonly Informationsinsats[],
  poster: readonly Forebyggandepost[],
  idag: Datum,
): Svar {
  const f = s.insatsfonster({ from: i.from, tom: i.tom }, idag)!
  const samtidiga = alla.filter((x) => x.id !== i.id && roran(x, { from: f.fore.from, tom: f.efter.tom }))
  const utan = LANSNAMNEN.filter((l) => !i.lan.includes(l) && !samtidiga.some((x) => x.lan.includes(l)))
  const avgjordaTill = plusDagar(idag, -SENA_BESLUT)
  const celler = s.insatsmatt(poster, f, [...i.lan, ...utan], avgjordaTill).map((c) => ({ ...c, berord: i.lan.includes(c.lan) }))
  return {
    ...f,
    avgjordaTill,
    med: i.lan,
    utan,
    andraInsatser: samtidiga.filter((x) => x.lan.some((l) => i.lan.includes(l))).length,
    matt: MATTEN.map(({ id, slag, varden }) => {
      const m = foreOchEfter(
        slag,
        celler.map((c) => ({
          lan: c.lan,
          berord: c.berord,
          efter: c.efter,
          dagar: c.dagar,
          antal: c.planer,
          ...(varden ? { varden: varden(c) } : {}),
        })),
      )
      return { id, slag, med: grupp(slag, m.med), utan: grupp(slag, m.utan), skillnad: visas(slag, m) ? m.skillnad : null }
    }),
  }
}
