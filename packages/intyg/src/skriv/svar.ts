import { gradkod, ICD10SE, PROGNOSDAGAR, type Modell } from '../kodverk.ts'
import { DIAGNOSDELSVAR } from '../las/lisjp.ts'
import type { Diagnos, Intygssvar, Radelsvar, Rasvar, Ravarde } from '../modell.ts'

/** A described limitation: plain text, or with ICF titles to put in front of it as the care systems do. */
export type Beskrivningsdata = string | { readonly icf: readonly string[]; readonly text: string }

/** The answers of a LISJP certificate as plain data. */
export interface Lisjpdata extends Partial<Omit<Intygssvar, 'diagnoser' | 'funktionsnedsattning' | 'aktivitetsbegransning'>> {
  readonly diagnoser?: readonly (Omit<Diagnos, 'kodsystem'> & { readonly kodsystem?: string })[]
  readonly funktionsnedsattning?: Beskrivningsdata
  readonly aktivitetsbegransning?: Beskrivningsdata
}

const text = (id: string, t: string | undefined): Radelsvar[] => (t === undefined ? [] : [{ id, varde: { typ: 'text', text: t } }])
const kod = (id: string, k: string, kodsystem: string): Radelsvar => ({ id, varde: { typ: 'kod', kod: k, kodsystem } })
const jaNej = (id: string, b: boolean): Radelsvar => ({ id, varde: { typ: 'text', text: String(b) } })

const ett = (id: string, delsvar: readonly Radelsvar[]): Rasvar[] => (delsvar.length === 0 ? [] : [{ id, delsvar }])
const flera = <T>(id: string, xs: readonly T[] | undefined, delsvar: (x: T) => readonly Radelsvar[]): Rasvar[] =>
  (xs ?? []).map((x, i) => ({ id, instans: i + 1, delsvar: delsvar(x) }))

const ICF_RUBRIK = {
  '35': 'Problem som påverkar patientens möjlighet att utföra sin sysselsättning:',
  '17': 'Svårigheter som påverkar patientens sysselsättning:',
} as const

function beskrivning(id: '35' | '17', b: Beskrivningsdata | undefined, modell: Modell): Rasvar[] {
  if (b === undefined || typeof b === 'string') return ett(id, text(`${id}.1`, b))
  const rubrik = `${ICF_RUBRIK[id]}${modell === 'v1' ? '\n' : ' '}${b.icf.join(' - ')}`
  return ett(id, text(`${id}.1`, b.icf.length === 0 ? b.text : `${rubrik}\n\n${b.text}`))
}

function behandling(b: Lisjpdata['behandling'], modell: Modell): Rasvar[] {
  if (modell === 'v1') return [...ett('19', text('19.1', b?.pagaende)), ...ett('20', text('20.1', b?.planerad))]
  const bada = [b?.pagaende, b?.planerad].filter((t) => t !== undefined)
  return ett('19', text('19.1', bada.length === 0 ? undefined : bada.join('\n')))
}

function prognos(p: Lisjpdata['prognos'], modell: Modell): Rasvar[] {
  if (!p) return []
  const delsvar = [kod('39.1', p.kod, 'KV_FKMU_0006'), ...text('39.2', p.motivering)]
  if (p.dagar !== undefined) {
    const dagkod = [...PROGNOSDAGAR].find(([, n]) => n === p.dagar)?.[0]
    if (modell !== 'v1' || dagkod === undefined)
      throw new RangeError(`Prognosen kan inte skrivas med ${p.dagar} dagar i den här versionen.`)
    delsvar.push(kod('39.3', dagkod, 'KV_FKMU_0007'))
  }
  if (p.manader !== undefined) {
    if (modell !== 'v2') throw new RangeError('Prognosen kan inte skrivas i månader i version 1.')
    delsvar.push(...text('39.4', String(p.manader)))
  }
  return ett('39', delsvar)
}

/**
 * The raw answers a care system would send for this data.
 * @throws {RangeError} when the data holds an answer the version has no place for, or more than three diagnoses
 */
export function svarAv(data: Lisjpdata, modell: Modell): Rasvar[] {
  const { diagnoser = [], atgarder = [] } = data
  if (diagnoser.length > DIAGNOSDELSVAR.length) throw new RangeError('Ett intyg har högst tre diagnoser.')
  if (modell === 'v2' && atgarder.length > 0) throw new RangeError('Version 2 har ingen fråga 40: beskriv åtgärderna i atgarderText.')
  const period = (from: string, tom: string): Ravarde => ({ typ: 'period', start: from, slut: tom })
  return [
    ...(data.smittskydd === undefined ? [] : ett('27', [jaNej('27.1', data.smittskydd)])),
    ...flera('1', data.grund, (g) => [kod('1.1', g.kod, 'KV_FKMU_0001'), ...text('1.2', g.datum), ...text('1.3', g.text)]),
    ...flera('28', data.sysselsattning, (s) => [kod('28.1', s.kod, 'KV_FKMU_0002')]),
    ...ett('29', text('29.1', data.arbete)),
    ...ett(
      '6',
      diagnoser.flatMap((d, i) => [...text(DIAGNOSDELSVAR[i]!.text, d.text), kod(DIAGNOSDELSVAR[i]!.kod, d.kod, d.kodsystem ?? ICD10SE)]),
    ),
    ...beskrivning('35', data.funktionsnedsattning, modell),
    ...beskrivning('17', data.aktivitetsbegransning, modell),
    ...behandling(data.behandling, modell),
    ...flera('32', data.perioder, (p) => [kod('32.1', gradkod(p.grad), 'KV_FKMU_0003'), { id: '32.2', varde: period(p.from, p.tom) }]),
    ...ett('37', text('37.1', data.langreAnRekommenderat)),
    ...(data.arbetstidsforlaggning
      ? ett('33', [jaNej('33.1', data.arbetstidsforlaggning.forsamrar), ...text('33.2', data.arbetstidsforlaggning.motivering)])
      : []),
    ...(data.arbetsresor === undefined ? [] : ett('34', [jaNej('34.1', data.arbetsresor)])),
    ...prognos(data.prognos, modell),
    ...flera('40', atgarder, (a) => [kod('40.1', a.kod, 'KV_FKMU_0004')]),
    ...ett('44', text('44.1', data.atgarderText)),
    ...ett('25', text('25.1', data.ovrigt)),
    ...(data.kontakt ? ett('26', [jaNej('26.1', data.kontakt.onskas), ...text('26.2', data.kontakt.skal)]) : []),
  ]
}
