import type { components } from '../../api/schema.gen.ts'

export type Enkatvy = components['schemas']['Enkatvy']
export type Enkatfraga = components['schemas']['Enkatfraga']
export type Resultat = components['schemas']['Enkatresultat']

/** Name, purpose and days, as they are written. */
export interface Installning {
  namn: string
  syfte: string
  redovisas: 'lan' | 'omrade' | 'roll'
  oppnar: string
  stanger: string
  paminnelser: string[]
}

export const TILLSTAND = { utkast: 'Utkast', oppen: 'Pågår', stangd: 'Stängd' } as const
export const REDOVISAS = { lan: 'län', omrade: 'område', roll: 'roll' } as const
export const SLAG = { skala: 'Skala', val: 'Val mellan alternativ', fritext: 'Fritext' } as const
/** Where what is said of the wording stands once. */
export const OM_LYDELSEN =
  'Enkäten börjar med de frågor som granskningsrapporten nämner vid nummer (3, 5–7, 9–11, 15 och 21) och en fritextfråga. Rapportens formulär finns inte bland våra källor, så texterna är våra egna. Läs igenom och ändra dem innan enkäten öppnas.'

export const skalan = (f: Pick<Enkatfraga, 'slag' | 'minst' | 'hogst' | 'alternativ'>): string =>
  f.slag === 'skala' ? `${f.minst}–${f.hogst}` : f.slag === 'val' ? f.alternativ.join(', ') : 'egna ord'

/** A count that may be hidden: ”<5” is small, ”..” would give a small one away. */
export const antalstext = (a: { antal: number | null; dold: 'liten' | 'skyddad' | null }): string =>
  a.dold === 'liten' ? '<5' : a.dold === 'skyddad' ? '..' : String(a.antal)

export const procent = (del: number, av: number): string => (av === 0 ? '–' : `${Math.round((del / av) * 100)} %`)

/** How many have answered, and their share; not where fewer than five have, or have not. */
export const svarandetext = (r: Enkatvy['frekvens'][number]): { antal: string; andel: string } =>
  r.svarande === null ? { antal: 'visas inte', andel: '–' } : { antal: String(r.svarande), andel: procent(r.svarande, r.mottagare) }

// --- the answering page -----------------------------------------------------------------------------------

export interface Svarsrad {
  readonly fraga: number
  readonly item: string
  readonly varde?: number | null
  readonly vetEj?: boolean
  readonly svar?: string | null
}
export const VET_EJ = 'vetEj'
export const nyckel = (f: { fraga: number; item: string }): string => `${f.fraga} ${f.item}`

/** What stands in the form for each question: the figure as text, ”vetEj”, an alternative or the words; '' is not answered. */
export const tillFormular = (fragor: readonly Enkatfraga[], svar: readonly Svarsrad[]): Record<string, string> => {
  const per = new Map(svar.map((s) => [nyckel(s), s]))
  return Object.fromEntries(
    fragor.map((f) => {
      const s = per.get(nyckel(f))
      return [nyckel(f), !s ? '' : s.vetEj ? VET_EJ : s.varde !== null && s.varde !== undefined ? String(s.varde) : (s.svar ?? '')]
    }),
  )
}
export const franFormular = (fragor: readonly Enkatfraga[], form: Readonly<Record<string, string>>): Svarsrad[] =>
  fragor.flatMap((f): Svarsrad[] => {
    const v = form[nyckel(f)] ?? ''
    const id = { fraga: f.fraga, item: f.item }
    if (v.trim() === '') return []
    if (f.vetEj && v === VET_EJ) return [{ ...id, vetEj: true }]
    if (f.slag === 'skala') return [{ ...id, varde: Number(v) }]
    return [{ ...id, svar: v }]
  })

/** Questions of one number together, in the order they stand. */
export function grupper(fragor: readonly Enkatfraga[]): { fraga: number; fragor: Enkatfraga[] }[] {
  const ut: { fraga: number; fragor: Enkatfraga[] }[] = []
  for (const f of fragor) {
    const sist = ut.at(-1)
    if (sist?.fraga === f.fraga) sist.fragor.push(f)
    else ut.push({ fraga: f.fraga, fragor: [f] })
  }
  return ut
}
