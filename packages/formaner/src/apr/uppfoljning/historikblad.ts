import { arDatum, datum, type Period } from '@atergang/kalender'
import { celltext, lasBladet, type Bladfel } from '../inlasning/blad.ts'
import type { Cell, Tabell } from '../inlasning/csv.ts'
import { likt } from '../inlasning/kolumner.ts'
import type { Individ } from './individer.ts'

/** A sheet of two registers in one: measures of the support, and days with sjukpenning, of people by the same id. Nothing of it is kept. */
export const HISTORIKKOLUMNER = {
  register: { rubrik: 'Register', alias: ['slag', 'förmån'], kravs: true },
  person: { rubrik: 'Person', alias: ['löpnummer', 'id', 'person-id'], kravs: true },
  fran: { rubrik: 'Från', alias: ['datum', 'insatsdag', 'fr.o.m.'], kravs: true },
  till: { rubrik: 'Till', alias: ['t.o.m.'], kravs: false },
} as const

const REGISTER: Readonly<Record<string, 'apr' | 'sjukpenning'>> = { apr: 'apr', stod: 'apr', insats: 'apr', sjukpenning: 'sjukpenning' }
const HOGST_TECKEN = 64
/** Ten or twelve digits, with or without a sign between: a personnummer, which the sheet must not hold. */
const PERSONNUMMERLIKT = /^(?:\d{2})?\d{6}[-+]?\d{4}$/
/** Individuals are followed from the break on (C029). */
const FORSTA_DAG = datum('2018-07-01')

interface Rad extends Period {
  readonly register: 'apr' | 'sjukpenning'
  readonly person: string
}
export interface Historikblad {
  readonly apr: readonly Individ[]
  readonly sjukpenning: readonly Individ[]
  readonly rader: number
  readonly fel: readonly Bladfel[]
}

const dagen = (c: Cell) => {
  const t = celltext(c)
  return arDatum(t) ? datum(t) : null
}

/** Reads the sheet; each fault is named in its cell. */
export function lasHistorikblad(tabell: Tabell): Historikblad {
  const { rader, fel } = lasBladet(tabell, HISTORIKKOLUMNER, (c, notera): Rad | null => {
    const register = REGISTER[likt(celltext(c.register))]
    if (!register) notera('register', 'Skriv apr för en insats eller sjukpenning för en period med sjukpenning.')
    const person = celltext(c.person)
    if (!person || person.length > HOGST_TECKEN) notera('person', `Skriv personens löpnummer, högst ${HOGST_TECKEN} tecken.`)
    else if (PERSONNUMMERLIKT.test(person))
      notera('person', 'Det ser ut som ett personnummer. Byt mot ett löpnummer som är samma i båda registren.')
    const from = dagen(c.fran)
    if (!from) notera('fran', 'Skriv dagen som år-månad-dag, till exempel 2019-03-04.')
    else if (register === 'apr' && from < FORSTA_DAG)
      notera('fran', 'Insatsen är före den 1 juli 2018. Det stödet kan inte följas för enskilda. Ta bort raden.')
    const tom = c.till === null ? from : dagen(c.till)
    if (!tom && from) notera('till', 'Skriv dagen som år-månad-dag, eller lämna cellen tom.')
    else if (tom && from && tom < from) notera('till', 'Dagen är före den första. Rätta den.')
    return register && person && from && tom ? { register, person, from, tom } : null
  })
  const individer = (register: Rad['register']): Individ[] => {
    const per = new Map<string, Period[]>()
    for (const r of rader) if (r.register === register) per.set(r.person, [...(per.get(r.person) ?? []), { from: r.from, tom: r.tom }])
    return [...per].map(([id, perioder]) => ({ id, perioder }))
  }
  const saknas: Bladfel[] =
    fel.length === 0 && !rader.some((r) => r.register === 'apr')
      ? [{ rad: 1, kolumn: HISTORIKKOLUMNER.register.rubrik, text: 'Filen har ingen rad med apr. Lägg till insatserna.' }]
      : []
  return { apr: individer('apr'), sjukpenning: individer('sjukpenning'), rader: rader.length, fel: [...fel, ...saknas] }
}
