import { arDatum } from '@atergang/kalender'
import { GRADER, kanoniskDiagnoskod, kanonisktDiagnossystem, PROGNOSDAGAR } from '../kodverk.ts'
import type { Beskrivning, Diagnos, Intygssvar, Rasvar, Sjukskrivningsperiod } from '../modell.ts'
import { lasBeskrivning } from './icf.ts'
import { datumAvVarde, heltalAv, jaNejAv, kodAv, svarMed, textAv, vardeAv } from './varden.ts'

/** Text and code of the main diagnosis and the two others. */
export const DIAGNOSDELSVAR = [
  { text: '6.1', kod: '6.2' },
  { text: '6.3', kod: '6.4' },
  { text: '6.5', kod: '6.6' },
] as const

export function lasDiagnos(svar: Rasvar, delsvar: (typeof DIAGNOSDELSVAR)[number]): Diagnos | undefined {
  const v = vardeAv(svar, delsvar.kod)
  if (v?.typ !== 'kod' || v.kod === '') return undefined
  const text = textAv(vardeAv(svar, delsvar.text))?.trim()
  return { kod: kanoniskDiagnoskod(v.kod), kodsystem: kanonisktDiagnossystem(v.kodsystem) ?? v.kodsystem, ...(text ? { text } : {}) }
}

/** A period with a known degree and two dates in order; undefined otherwise. */
export function lasPeriod(svar: Rasvar): Sjukskrivningsperiod | undefined {
  const grad = GRADER.get(kodAv(vardeAv(svar, '32.1')) ?? '')
  const v = vardeAv(svar, '32.2')
  if (grad === undefined || v?.typ !== 'period' || !arDatum(v.start) || !arDatum(v.slut) || v.slut < v.start) return undefined
  return { grad, from: v.start, tom: v.slut }
}

/** undefined leaves the key out, so that an absent answer is absent in JSON too. */
function utanTomma<T extends object>(o: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(o).filter(([, v]) => v !== undefined)) as T
}

const definierade = <T>(xs: readonly (T | undefined)[]): T[] => xs.filter((x) => x !== undefined)

function lasPrognos(s: Rasvar | undefined): Intygssvar['prognos'] {
  const kod = kodAv(vardeAv(s, '39.1'))
  if (!s || kod === undefined) return undefined
  return utanTomma<NonNullable<Intygssvar['prognos']>>({
    kod,
    dagar: PROGNOSDAGAR.get(kodAv(vardeAv(s, '39.3')) ?? ''),
    manader: heltalAv(vardeAv(s, '39.4')),
    motivering: textAv(vardeAv(s, '39.2')),
  })
}

/**
 * The answers of LISJP by their meaning. The ids of version 1 and 2 do not collide, so one reading serves both;
 * which of them belong to a version is for `granska`. Of an answer given twice the first is read.
 */
export function tolkaLisjp(svar: readonly Rasvar[]): Intygssvar {
  const forsta = (id: string) => svarMed(svar, id)[0]
  const text = (id: string) => textAv(vardeAv(forsta(id), `${id}.1`))
  const jaNej = (id: string) => jaNejAv(vardeAv(forsta(id), `${id}.1`))
  const koder = (id: string) =>
    svarMed(svar, id)
      .flatMap((s) => kodAv(vardeAv(s, `${id}.1`)) ?? [])
      .map((kod) => ({ kod }))
  const beskrivning = (id: string): Beskrivning | undefined => {
    const t = text(id)
    return t === undefined ? undefined : lasBeskrivning(t)
  }
  const smittskydd = svarMed(svar, '27').map((s) => jaNejAv(vardeAv(s, '27.1')))
  const forsamrar = jaNej('33')
  const onskas = jaNej('26')
  const diagnossvar = forsta('6')
  return utanTomma<Intygssvar>({
    // Contradicting answers count as no: that asks for more answers, not fewer.
    smittskydd: smittskydd.includes(false) ? false : smittskydd[0],
    grund: svarMed(svar, '1').flatMap((s) => {
      const kod = kodAv(vardeAv(s, '1.1'))
      return kod === undefined
        ? []
        : [utanTomma<Intygssvar['grund'][number]>({ kod, datum: datumAvVarde(vardeAv(s, '1.2')), text: textAv(vardeAv(s, '1.3')) })]
    }),
    sysselsattning: koder('28'),
    arbete: text('29'),
    diagnoser: diagnossvar ? definierade(DIAGNOSDELSVAR.map((d) => lasDiagnos(diagnossvar, d))) : [],
    funktionsnedsattning: beskrivning('35'),
    aktivitetsbegransning: beskrivning('17'),
    behandling: utanTomma<Intygssvar['behandling']>({ pagaende: text('19'), planerad: text('20') }),
    perioder: definierade(svarMed(svar, '32').map(lasPeriod)),
    arbetstidsforlaggning:
      forsamrar === undefined ? undefined : utanTomma({ forsamrar, motivering: textAv(vardeAv(forsta('33'), '33.2')) }),
    arbetsresor: jaNej('34'),
    langreAnRekommenderat: text('37'),
    prognos: lasPrognos(forsta('39')),
    atgarder: koder('40'),
    atgarderText: text('44'),
    ovrigt: text('25'),
    kontakt: onskas === undefined ? undefined : utanTomma({ onskas, skal: textAv(vardeAv(forsta('26'), '26.2')) }),
  })
}

/** The answers of a certificate that is stored but not read further. */
export const OLASTA_SVAR: Intygssvar = { grund: [], sysselsattning: [], diagnoser: [], behandling: {}, perioder: [], atgarder: [] }
