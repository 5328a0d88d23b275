import type { Faltfel } from '@atergang/arende'
import { delar } from '@atergang/kalender'
import * as z from 'zod'
import { faltfelen, prova } from '../../las.ts'
import { rakna } from '../berakning/berakna.ts'
import { lasAnsokningar } from '../berakning/indata.ts'
import { arLanskod, LAN, type Lanskod } from '../lan.ts'
import { lasOrgnr } from '../orgnr.ts'
import { SEKTORER, type Sektor } from '../storlek.ts'

export type Halvar = 1 | 2

/** An employer that got money in the half-year: what can be drawn to after-control. */
export interface Kontrollenhet {
  /** names the employer in plan, draw and findings; an id that is no personal data is best */
  readonly id: string
  /** kr granted for applications that came in during the half-year */
  readonly belopp: number
  readonly anstallda?: number | undefined
  readonly sektor?: Sektor | undefined
  readonly lan?: Lanskod | undefined
}

export interface Population {
  readonly ar: number
  readonly halvar: Halvar
  readonly enheter: readonly Kontrollenhet[]
  /** rows of the file that are not in the population: another half-year, or no money granted */
  readonly utanfor: number
}

const rad = z.object({
  id: z
    .string({ message: 'Id ska vara en text. Sätt citattecken runt.' })
    .trim()
    .min(1, 'Id saknas.')
    .max(200, 'Id är för långt. Skriv högst 200 tecken.'),
  belopp: z
    .number({ message: 'Skriv beviljat belopp i hela kronor.' })
    .int('Skriv beloppet i hela kronor, utan ören.')
    .min(0, 'Beloppet kan inte vara negativt.')
    .max(100_000_000, 'Beloppet är orimligt högt. Kontrollera det.'),
  ar: z.number().int().optional(),
  halvar: z.union([z.literal(1), z.literal(2)], { message: 'Halvår är 1 eller 2.' }).optional(),
  anstallda: z
    .number({ message: 'Skriv antalet anställda som ett tal.' })
    .int('Skriv antalet anställda som ett heltal.')
    .min(0, 'Antalet anställda kan inte vara negativt.')
    .optional(),
  sektor: z.enum(Object.keys(SEKTORER) as [Sektor, ...Sektor[]], { message: `Välj ${Object.keys(SEKTORER).join(', ')}.` }).optional(),
  lan: z.custom<Lanskod>(arLanskod, { message: `Skriv länets kod: ${Object.keys(LAN).sort().join(', ')}.` }).optional(),
})
const rader = z.array(rad, { message: 'Filen ska innehålla en lista med arbetsgivare eller med ansökningar.' })

function dubbletter(lista: readonly unknown[]): Faltfel[] {
  const forsta = new Map<string, number>()
  return lista.flatMap((r, i) => {
    const { id, ar, halvar } = (r ?? {}) as Record<string, unknown>
    const nyckel = JSON.stringify([typeof id === 'string' ? id.trim() : id, ar, halvar])
    const redan = forsta.get(nyckel)
    if (redan === undefined) forsta.set(nyckel, i)
    return redan === undefined || typeof id !== 'string'
      ? []
      : [{ falt: `${i}.id`, text: `Samma arbetsgivare som på plats ${redan}. Lägg ihop raderna.` }]
  })
}

function franArbetsgivare(varde: unknown, ar: number, halvar: Halvar): Population {
  const { data, falt } = prova(rader, varde)
  const fel = [...(falt ?? []), ...dubbletter(Array.isArray(varde) ? varde : [])]
  if (fel.length) throw faltfelen('ogiltigPopulation', fel)
  const med = data!.filter((r) => (r.ar ?? ar) === ar && (r.halvar ?? halvar) === halvar && r.belopp > 0)
  return {
    ar,
    halvar,
    enheter: med.map(({ id, belopp, anstallda, sektor, lan }) => ({ id, belopp, anstallda, sektor, lan })),
    utanfor: data!.length - med.length,
  }
}

/** The employers behind a file of applications: what each was granted for applications that came in during the half-year. The id is the organisation number, always written in one way. */
function franAnsokningar(varde: unknown, ar: number, halvar: Halvar): Population {
  const per = new Map<string, number>()
  const raknade = rakna(lasAnsokningar(varde))
  let utanfor = 0
  for (const r of raknade) {
    const d = delar(r.ansokan.inkom)
    if (d.ar !== ar || (d.manad <= 6 ? 1 : 2) !== halvar || r.belopp === 0) utanfor++
    else {
      const { nyckel } = lasOrgnr(r.ansokan.orgnr)!
      const id = `${nyckel.slice(0, 6)}-${nyckel.slice(6)}`
      per.set(id, (per.get(id) ?? 0) + r.belopp)
    }
  }
  return { ar, halvar, enheter: [...per].map(([id, belopp]) => ({ id, belopp })), utanfor }
}

/**
 * Reads the population of an after-control from outside: a list of employers with what they were granted, or the applications
 * themselves. @throws {Domanfel} naming every row that is wrong.
 */
export function lasPopulation(varde: unknown, ar: number, halvar: Halvar): Population {
  const ansokningar = Array.isArray(varde) && varde.some((r) => typeof r === 'object' && r !== null && 'rader' in r)
  return ansokningar ? franAnsokningar(varde, ar, halvar) : franArbetsgivare(varde, ar, halvar)
}
