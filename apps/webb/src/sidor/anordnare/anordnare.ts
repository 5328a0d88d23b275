import { api, data } from '../../api/klient.ts'
import type { Anordnarstod, Begrepp, Uppladdad } from '../../komponenter/apr/apr.ts'
import type { components } from '../../api/schema.gen.ts'
import type { Faltfel } from '../../stod/formular.ts'

export const hamtaEget = () => data(api.GET('/api/v1/apr/anordnare/egen'))
type KompetensIn = components['schemas']['AprKompetensInInput']
export type Kompetenskod = KompetensIn['kompetens']

/** One person's competence while it is written. */
export interface Kompetensrad {
  uppgiftId: string
  kompetens: '' | Kompetenskod
  person: string
  knytning: '' | KompetensIn['knytning']
  from: string
  tom: string
  underlag: Uppladdad | null
}
export const nyKompetens = (kompetens: Kompetensrad['kompetens'] = ''): Kompetensrad => ({
  uppgiftId: crypto.randomUUID(),
  kompetens,
  person: '',
  knytning: '',
  from: '',
  tom: '',
  underlag: null,
})
export const franStod = (k: Anordnarstod['kompetenser'][number]): Kompetensrad => ({
  uppgiftId: k.id,
  kompetens: k.kompetens,
  person: k.person,
  knytning: k.knytning,
  from: k.from,
  tom: k.tom ?? '',
  underlag: k.underlag ? { id: k.underlag, namn: 'underlaget ni skickade' } : null,
})

export interface Anordnarutkast {
  v: 1
  namn: string
  typ: string
  lan: string[]
  ort: string
  webbplats: string
  kontakt: { namn: string; epost: string; telefon: string }
  adress: string
  kompetenser: Kompetensrad[]
}
export const lastUtkast = (u: unknown): Anordnarutkast | null =>
  u && typeof u === 'object' && (u as Anordnarutkast).v === 1 ? (u as Anordnarutkast) : null
export const nyttUtkast = (namn: string): Anordnarutkast => ({
  v: 1,
  namn,
  typ: '',
  lan: [],
  ort: '',
  webbplats: '',
  kontakt: { namn: '', epost: '', telefon: '' },
  adress: '',
  kompetenser: [nyKompetens('lakare'), nyKompetens('sjukskoterska'), nyKompetens(), nyKompetens(), nyKompetens()],
})

const DATUM = /^\d{4}-\d{2}-\d{2}$/
const tom = (k: Kompetensrad): boolean => !k.person.trim() && !k.from && !k.underlag && !k.knytning

/** What each competence still needs. Rows that nothing is written in are left out. */
export function kompetensfel(rader: readonly Kompetensrad[]): Faltfel[] {
  return rader.flatMap((k, i): Faltfel[] => {
    if (tom(k)) return []
    const f = (namn: string, text: string): Faltfel => ({ falt: `kompetenser.${i}.${namn}`, text: `Kompetens ${i + 1}: ${text}` })
    return [
      ...(k.kompetens ? [] : [f('kompetens', 'Välj kompetens.')]),
      ...(k.person.trim() ? [] : [f('person', 'Skriv vem kompetensen vilar på.')]),
      ...(k.knytning ? [] : [f('knytning', 'Välj anställd eller avtal.')]),
      ...(DATUM.test(k.from) ? [] : [f('from', 'Skriv från vilken dag, som år-månad-dag.')]),
      ...(k.tom && (!DATUM.test(k.tom) || k.tom < k.from) ? [f('tom', 'Sista dagen ska vara ett datum efter den första.')] : []),
    ]
  })
}
export const somKompetenser = (rader: readonly Kompetensrad[]): KompetensIn[] =>
  rader
    .filter((k) => !tom(k))
    .map((k) => ({
      uppgiftId: k.uppgiftId,
      kompetens: k.kompetens as Kompetenskod,
      person: k.person.trim(),
      knytning: k.knytning as 'anstalld',
      from: k.from,
      ...(k.tom ? { tom: k.tom } : {}),
      ...(k.underlag ? { underlag: k.underlag.id } : {}),
    }))

/** What the rule asks and the application does not state yet: doctor, nurse, and three of five. Told while one writes; never a hindrance. */
export function saknas(rader: readonly Kompetensrad[], ord: Begrepp): string[] {
  const har = new Set<string>(rader.filter((k) => k.person.trim() && k.kompetens).map((k) => k.kompetens))
  const poster = Object.entries(ord.kompetenser)
  const valbara = poster.filter(([k, v]) => v.grupp === 'treAvFem' && har.has(k)).length
  return [
    ...poster.filter(([k, v]) => v.grupp === 'alltid' && !har.has(k)).map(([, v]) => v.namn),
    ...(valbara < 3
      ? [
          `${3 - valbara} till av ${poster
            .filter(([, v]) => v.grupp === 'treAvFem')
            .map(([, v]) => v.namn)
            .join(', ')}`,
        ]
      : []),
  ]
}

export const TILLSTAND: Readonly<Record<Anordnarstod['tillstand'], string>> = {
  ansokt: 'Ansökan prövas',
  godkand: 'Godkänd',
  omprovas: 'Godkänd, vi prövar om kravet är uppfyllt',
  upphort: 'Godkännandet har upphört',
  ejGodkand: 'Inte godkänd',
}
