import type { Fynd } from '../granska/fynd.ts'
import { granska } from '../granska/granska.ts'
import { LISJP_VERSIONER } from '../kodverk.ts'
import { lasIntyg } from '../las/las.ts'
import type { Intyg, Radelsvar, Rasvar } from '../modell.ts'
import { skrivIntyg, type Intygsdata } from '../skriv/intyg.ts'
import { svarAv, type Lisjpdata } from '../skriv/svar.ts'
import { exempelintyg } from './exempel.ts'

/** Support for this room's tests: every certificate goes through real XML. */

export type Version = '1.3' | '2.0'
export const VERSIONER: readonly Version[] = ['1.3', '2.0']

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

export const last = (data: Intygsdata): Intyg => lasIntyg(bytes(skrivIntyg(data)))

type Huvud = Parameters<typeof exempelintyg>[2]
type Granskning = Parameters<typeof granska>[1]

/** Findings on the complete example with some plain answers changed. */
export const granskat = (version: Version, svar: Partial<Lisjpdata> = {}, huvud: Huvud = {}, underlag: Granskning = {}): Fynd[] =>
  granska(last(exempelintyg(version, svar, huvud)), underlag)

const rattSvar = (version: Version, svar: Partial<Lisjpdata>): Rasvar[] => {
  const data = exempelintyg(version, svar).svar as Lisjpdata
  return svarAv(data, LISJP_VERSIONER.get(version)!)
}

/** Findings on the complete example with its raw answers changed. */
export const granskatRatt = (version: Version, andra: (svar: Rasvar[]) => readonly Rasvar[], svar: Partial<Lisjpdata> = {}): Fynd[] =>
  granska(last({ ...exempelintyg(version), svar: andra(rattSvar(version, svar)) }))

export const utan =
  (...id: string[]) =>
  (svar: Rasvar[]): Rasvar[] =>
    svar.filter((s) => !id.includes(s.id))

export const med =
  (...nya: Rasvar[]) =>
  (svar: Rasvar[]): Rasvar[] => [...svar.filter((s) => !nya.some((n) => n.id === s.id)), ...nya]

export const text = (id: string, t: string): Radelsvar => ({ id, varde: { typ: 'text', text: t } })
export const kod = (id: string, k: string, kodsystem: string): Radelsvar => ({ id, varde: { typ: 'kod', kod: k, kodsystem } })
export const period = (start: string, slut: string): Radelsvar => ({ id: '32.2', varde: { typ: 'period', start, slut } })
export const grad = (k: string): Radelsvar => kod('32.1', k, 'KV_FKMU_0003')

/** ”fel periodOmvand 32.2 #1”: short enough to read a whole list of findings in a test. */
export const kort = (fynd: readonly Fynd[]): string[] =>
  fynd.map((f) => [f.allvar, f.kod, f.delsvarId ?? f.svarId, f.instans === undefined ? '' : `#${f.instans}`].join(' ').trim())
