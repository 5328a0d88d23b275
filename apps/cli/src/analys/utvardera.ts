import type { Metodresultat, Raresultat, Utvarderingsnamn, Utvarderingsval } from '@atergang/analys'
import { lasArgument, type Argument } from '../argument.ts'
import { Kommandofel } from '../problem.ts'
import type { Kommando, Svar } from '../svar.ts'
import { lasUrval, lista, medData, rummet, URVALSVAL, visaSmaTal } from './stod.ts'

/** Results with small numbers hidden, unless they are of invented people and asked for. */
export const resultatsvar = async (a: Argument, gor: Parameters<typeof medData<Raresultat | readonly Raresultat[]>>[1]): Promise<Svar> => {
  const resultat = await medData(a, async (r, k): Promise<readonly Metodresultat[]> => {
    const ra = await gor(r, k)
    return r.fardiga(Array.isArray(ra) ? (ra as readonly Raresultat[]) : [ra as Raresultat], visaSmaTal(a, k.manifest)).resultat
  })
  const { resultattext } = await rummet()
  const texter = await Promise.all(resultat.map(resultattext))
  return { json: () => JSON.stringify(resultat.length === 1 ? resultat[0] : resultat), text: () => texter.join('\n\n') }
}

export const ettNamn = (a: Argument, vad: string, falt: string, finns: readonly string[]): string => {
  const [namn, ...fler] = a.resten
  if (namn === undefined || fler.length || !finns.includes(namn))
    throw new Kommandofel(`okand${falt}`, `${namn ? `”${a.resten.join(' ')}” är ingen ${vad}` : `Ange en ${vad}`}: ${finns.join(', ')}.`, [
      { falt, text: `Välj ${finns.join(', ')}.` },
    ])
  return namn
}

/** `analys utvardera NAMN`: one evaluation, with what it assumes, on how many, how sure, and what it cannot say. */
export const utvardera: Kommando = async (ord) => {
  const { genomsnitt: _, ...urvalsval } = URVALSVAL
  const a = lasArgument(ord, { ...urvalsval, insats: { type: 'string' }, grupp: { type: 'string' }, utfall: { type: 'string' } }, 1)
  const { UTVARDERINGAR } = await rummet()
  const { LANSNAMN } = await import('@atergang/syntet/land')
  const namn = ettNamn(a, 'utvärdering', 'utvardering', Object.keys(UTVARDERINGAR)) as Utvarderingsnamn
  const { period, omraden } = lasUrval(a, LANSNAMN)
  const okanda = (omraden ?? []).filter((l) => !LANSNAMN.includes(l))
  if (okanda.length)
    throw new Kommandofel('okantLan', `Länet ${okanda.join(', ')} finns inte.`, [
      { falt: 'omrade', text: `Skriv länets namn: ${LANSNAMN.join(', ')}.` },
    ])
  const ordet = (x: 'insats' | 'grupp'): Utvarderingsval => (a.varden[x] === undefined ? {} : { [x]: String(a.varden[x]) })
  const val: Utvarderingsval = {
    ...(period ? { period } : {}),
    ...(omraden ? { omraden } : {}),
    ...ordet('insats'),
    ...ordet('grupp'),
    ...(a.varden.utfall === undefined ? {} : { utfall: lista(String(a.varden.utfall)) }),
  }
  return resultatsvar(a, (r, k) => r.utvardera(k, namn, val))
}
