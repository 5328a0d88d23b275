import { plusDagar, senast, type Datum, type Period } from '@atergang/kalender'
import { aprKompetenser, flera, heltal, vardetDen, type Faktauppgift, type Forklaring } from '@atergang/regelverk'

/** The two that every provider must have, and the five of which three are enough (8 § förordning (2014:67), as the audit quotes it). */
export const KOMPETENSER = {
  lakare: { namn: 'läkare', grupp: 'alltid' },
  sjukskoterska: { namn: 'sjuksköterska', grupp: 'alltid' },
  arbetsorganisation: { namn: 'arbetsorganisation', grupp: 'treAvFem' },
  halsovetenskap: { namn: 'hälsovetenskap', grupp: 'treAvFem' },
  beteendevetare: { namn: 'beteendevetare', grupp: 'treAvFem' },
  fysioterapeut: { namn: 'sjukgymnast (fysioterapeut)', grupp: 'treAvFem' },
  tekniker: { namn: 'tekniker (arbetsmiljöingenjör eller annan)', grupp: 'treAvFem' },
} as const satisfies Record<string, { namn: string; grupp: 'alltid' | 'treAvFem' }>

export type Kompetens = keyof typeof KOMPETENSER
const ALLA = Object.keys(KOMPETENSER) as Kompetens[]
export const ALLTID = ALLA.filter((k) => KOMPETENSER[k].grupp === 'alltid')
export const VALBARA = ALLA.filter((k) => KOMPETENSER[k].grupp === 'treAvFem')

/** How a person is tied to the provider. Both count. */
export const KNYTNINGAR = { anstalld: 'anställd', avtal: 'genom avtal' } as const
export type Knytning = keyof typeof KNYTNINGAR

/** One person's competence at the provider, for the days it is there. */
export interface Kompetensuppgift {
  readonly id: string
  readonly kompetens: Kompetens
  /** the provider's own mark for the person; names are not needed to try the rule */
  readonly person: string
  readonly knytning: Knytning
  readonly from: Datum
  /** last day, when an end is known */
  readonly tom?: Datum
  /** document that shows it (licence, diploma, contract), and whether an officer has found it shown */
  readonly underlag?: string
  readonly styrkt: boolean
}

export interface Kompetensprovning {
  readonly uppfyllt: boolean
  /** what is lacking, in words */
  readonly saknas: readonly string[]
  readonly valbara: readonly Kompetens[]
  /** people who stand for more than one competence: the sources do not say whether that is enough, so an officer looks */
  readonly flera: readonly string[]
  readonly forklaring: Forklaring
}

const galler = (u: Kompetensuppgift, dag: Datum): boolean => u.styrkt && u.from <= dag && (!u.tom || dag <= u.tom)

const fakta = (us: readonly Kompetensuppgift[]): Faktauppgift[] =>
  us.map((u) => ({
    namn: KOMPETENSER[u.kompetens].namn,
    varde: `${KNYTNINGAR[u.knytning]} från ${u.from}${u.tom ? ` till ${u.tom}` : ''}`,
    ...(u.underlag ? { kalla: { typ: 'handling' as const, text: 'underlag för kompetensen', id: u.underlag } } : {}),
  }))

const nod = (namn: string, rubrik: string, uppfyllt: boolean, us: readonly Kompetensuppgift[], text: string): Forklaring => ({
  namn,
  rubrik,
  lagrum: flera('förordning (2014:67) 8'),
  utfall: uppfyllt ? 'uppfyllt' : 'ejUppfyllt',
  text,
  fakta: fakta(us),
})

/**
 * Doctor and nurse, employed or by contract, and at least three of the five other competences, on the day (the rule `aprAnordnareGodkand`,
 * with who it rests on). Only what is shown counts. @throws {ParameterOkand} before 1 July 2018, when the rule is not known
 */
export function provaKompetens(uppgifter: readonly Kompetensuppgift[], dag: Datum): Kompetensprovning {
  const minst = heltal(vardetDen(aprKompetenser, dag))
  const gallande = uppgifter.filter((u) => galler(u, dag))
  const med = (k: Kompetens) => gallande.filter((u) => u.kompetens === k)
  const valbara = VALBARA.filter((k) => med(k).length > 0)
  const perPerson = new Map<string, Set<Kompetens>>()
  for (const u of gallande) perPerson.set(u.person, (perPerson.get(u.person) ?? new Set()).add(u.kompetens))
  const saknas = [
    ...ALLTID.filter((k) => med(k).length === 0).map((k) => KOMPETENSER[k].namn),
    ...(valbara.length >= minst
      ? []
      : [
          `${minst - valbara.length} av ${VALBARA.filter((k) => !valbara.includes(k))
            .map((k) => KOMPETENSER[k].namn)
            .join(', ')}`,
        ]),
  ]
  const uppfyllt = saknas.length === 0
  return {
    uppfyllt,
    saknas,
    valbara,
    flera: [...perPerson].filter(([, k]) => k.size > 1).map(([p]) => p),
    forklaring: {
      namn: 'anordnarkompetens',
      rubrik: `Kompetenskravet den ${dag}`,
      lagrum: flera('förordning (2014:67) 8'),
      utfall: uppfyllt ? 'uppfyllt' : 'ejUppfyllt',
      text: uppfyllt ? 'Läkare, sjuksköterska och minst tre av de fem andra kompetenserna finns.' : `Det saknas: ${saknas.join('; ')}.`,
      delar: [
        ...ALLTID.map((k) => nod(k, KOMPETENSER[k].namn, med(k).length > 0, med(k), med(k).length ? 'Finns.' : 'Saknas.')),
        nod(
          'treAvFem',
          'Minst tre av fem kompetenser',
          valbara.length >= minst,
          gallande.filter((u) => valbara.includes(u.kompetens)),
          `${valbara.length} av fem finns.`,
        ),
      ],
    },
  }
}

export interface Kompetensstracka extends Period {
  readonly uppfyllt: boolean
  readonly saknas: readonly string[]
}

/** The first day on which the rule is known. */
const KAND_FRAN = aprKompetenser.varden[0]!.from

/** The rule day by day over a period, as stretches of equal outcome; days before the rule is known are left out. */
export function kompetenslinje(uppgifter: readonly Kompetensuppgift[], hela: Period): readonly Kompetensstracka[] {
  const p = { from: senast(hela.from, KAND_FRAN), tom: hela.tom }
  if (p.tom < p.from) return []
  const brytdagar = [
    ...new Set([p.from, ...uppgifter.filter((u) => u.styrkt).flatMap((u) => [u.from, ...(u.tom ? [plusDagar(u.tom, 1)] : [])])]),
  ]
    .filter((d) => d >= p.from && d <= p.tom)
    .sort()
  const strackor = brytdagar.map((from, i): Kompetensstracka => {
    const nasta = brytdagar[i + 1]
    const { uppfyllt, saknas } = provaKompetens(uppgifter, from)
    return { from, tom: nasta ? plusDagar(nasta, -1) : p.tom, uppfyllt, saknas }
  })
  return strackor.reduce<Kompetensstracka[]>((ut, s) => {
    const forra = ut.at(-1)
    if (forra && forra.uppfyllt === s.uppfyllt && forra.saknas.join() === s.saknas.join()) ut[ut.length - 1] = { ...forra, tom: s.tom }
    else ut.push(s)
    return ut
  }, [])
}
