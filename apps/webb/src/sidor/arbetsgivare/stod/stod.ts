import { api, data } from '../../../api/klient.ts'
import type { Ansokan, Stodar } from '../../../komponenter/apr/apr.ts'
import { kr } from '../../../stod/text.ts'

export const hamtaStod = () => data(api.GET('/api/v1/apr/arbetsgivare'))
export type Stod = Awaited<ReturnType<typeof hamtaStod>>

/** One year of ours, and one application of it. @throws when it is not ours */
export async function hamtaArende(id: string): Promise<{ stod: Stod; arende: Stodar }> {
  const stod = await hamtaStod()
  const arende = stod.arenden.find((a) => a.arendeId === id)
  if (!arende) throw new Error('Ärendet finns inte bland era ärenden.')
  return { stod, arende }
}
export function ansokanI(arende: Stodar, id: string | null): Ansokan | undefined {
  return arende.ansokningar.find((a) => a.ansokanId === id)
}

export interface Uppgift {
  readonly nyckel: string
  readonly rubrik: string
  readonly text: string
  readonly senast: string
  readonly till: string
  readonly knapp: string
}

/** What waits for us: questions, coming decisions, controls and money to pay back; the first due first. */
export function attGora(arenden: readonly Stodar[]): Uppgift[] {
  return arenden
    .flatMap((a): Uppgift[] => {
      const bas = `/arbetsgivare/stod/${a.arendeId}`
      return [
        ...a.fragor
          .filter((f) => !f.besvarad && !f.aterkallad && f.typ !== 'aprKontroll')
          .map((f) => ({
            nyckel: f.id,
            rubrik: f.rubrik,
            text: f.fragor.map((x) => x.text).join(' '),
            senast: f.senast,
            till: `${bas}/fragor/${f.id}`,
            knapp: 'Svara',
          })),
        ...a.kommuniceringar
          .filter((k) => k.oppen)
          .map((k) => ({
            nyckel: k.id,
            rubrik: 'Ett kommande beslut',
            text: 'Läs brevet om vad vi tänker besluta. Ni kan lämna synpunkter, men måste inte.',
            senast: k.senast,
            till: `${bas}/kommande-beslut/${k.id}`,
            knapp: 'Läs och svara',
          })),
        ...a.kontroller
          .filter((k) => k.tillstand === 'begart')
          .map((k) => ({
            nyckel: k.omgang,
            rubrik: `Efterkontroll ${k.omgang}`,
            text: 'Vi behöver fakturor, bevis på betalning och uppgift om vad insatserna bestod i.',
            senast: k.senast ?? '',
            till: `${bas}/kontroll/${k.omgang}`,
            knapp: 'Lämna underlag',
          })),
        ...a.aterkrav
          .filter((k) => k.aterbetalt < k.belopp)
          .map((k) => ({
            nyckel: k.beslutId,
            rubrik: 'Pengar att betala tillbaka',
            text: `Ni ska betala tillbaka ${kr(k.belopp - k.aterbetalt)}. Läs varför och vad ni kan göra.`,
            senast: k.senast,
            till: `${bas}/beslut/${k.beslutId}`,
            knapp: 'Se kravet',
          })),
      ]
    })
    .sort((x, y) => (x.senast < y.senast ? -1 : 1))
}
