import type { Datakalla, Metodresultat, Raresultat } from '@atergang/analys'
import { Kommandofel } from '../problem.ts'
import { rapportfil } from './rapport.ts'
import type { rummet } from './stod.ts'

type Rum = Awaited<ReturnType<typeof rummet>>
export interface Metodutfall {
  readonly resultat: readonly string[]
  /** what could not be made, and why */
  readonly utelamnade: readonly { readonly vad: string; readonly varfor: string }[]
  readonly dolda: number
}

/** Every evaluation, uniformity, indicators, claims and reports, beside the tables in `analys alla`. What the registers do not allow is said, not skipped over. */
export async function skrivMetoder(
  r: Rum,
  k: Datakalla,
  visa: boolean,
  skriv: (namn: string, innehall: string | Uint8Array) => void,
  sag: (text: string) => void,
): Promise<Metodutfall> {
  const utelamnade: { vad: string; varfor: string }[] = []
  const prova = async <T>(vad: string, gor: () => Promise<T>): Promise<T | null> => {
    sag(vad)
    try {
      return await gor()
    } catch (fel) {
      if (!(fel instanceof r.Analysfel)) throw fel
      utelamnade.push({ vad, varfor: [fel.message, ...fel.falt.map((f) => f.text)].join(' ') })
      return null
    }
  }
  const period = { fran: '2016-01-01', tom: '2019-12-31' } as never
  const allt: readonly (readonly [string, () => Promise<Raresultat>])[] = [
    ...Object.keys(r.UTVARDERINGAR).map((n) => [`utvardera_${n}`, () => r.utvardera(k, n)] as const),
    ...r.SLAG.map((s) => [`likformighet_${s.id}`, () => r.likformighet(k, s.id)] as const),
    ...r.SLAG.map((s) => [`lika_fall_${s.id}`, async () => (await r.likaFall(k, s.id, period, null, 0)).resultat] as const),
    ['likformighet_larm', () => r.spridningslarm(k)],
    ['lika_lan', () => r.likaLan(k, null, { period })],
    ['indikatorer', () => r.indikatorer(k)],
    ['pastaenden', () => r.pastaenden(k)],
  ]
  const ra: { namn: string; r: Raresultat }[] = []
  for (const [namn, gor] of allt) {
    const svar = await prova(namn, gor)
    if (svar) ra.push({ namn, r: svar })
  }
  // Each result is protected for itself: none of them adds up to another.
  let dolda = 0
  const klara: { namn: string; m: Metodresultat }[] = ra.map(({ namn, r: x }) => {
    const f = r.fardiga([x], visa)
    dolda += f.logg.length
    return { namn, m: f.resultat[0]! }
  })
  for (const { namn, m } of klara) {
    skriv(`${namn}.json`, `${JSON.stringify(m, null, 2)}\n`)
    skriv(`${namn}.txt`, `${await r.resultattext(m)}\n`)
  }
  const ar = (k.manifest.val as { till?: number } | undefined)?.till ?? 2020
  const v = { dag: `${ar}-12-31` as never, uppgifter: r.INGA_UPPGIFTER, visaSmaTal: visa }
  const rapporter = [
    ['rapport_rekommendationer', () => r.rekommendationsrapport(k, v)],
    ...r.uppdragDen(v.dag).map((u) => [`rapport_${u.id}`, () => r.aterrapport(k, u.id, v)] as const),
    ['rapport_ar_Gavleborg', () => r.arsrapport(k, 'Gävleborg', v)],
  ] as const
  for (const [namn, gor] of rapporter) {
    const svar = await prova(namn, gor)
    if (svar) for (const a of ['.pdf', '.docx']) skriv(`${namn}${a}`, await rapportfil(svar, a))
  }
  skriv('utelamnat.json', `${JSON.stringify(utelamnade, null, 2)}\n`)
  if (!klara.length) throw new Kommandofel('inget', 'Inget kunde räknas ur datamappen.', [{ falt: 'data', text: 'Läs in fler register.' }])
  return { resultat: klara.map((x) => x.namn), utelamnade, dolda }
}
