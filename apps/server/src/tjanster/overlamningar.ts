import { Domanfel, type Aktor, type Lage } from '@atergang/arende'
import { lasArende, lasOverlamning, somSystemet, type Overlamningsrad } from '@atergang/lager'
import type { Tjanster } from '../app.ts'

// What is handed over is connected with a case of the same person, and the case it came from hears of it (A047, G019).

/**
 * The case that is to be connected, seen by the session, of the benefit and the person.
 * @throws {Domanfel} with the remedy
 */
export async function arendeAttKoppla(t: Pick<Tjanster, 'db'>, session: Buffer, arendeId: string, ratt: { forman: string; arPersonens: (personId: string, personnummer: string) => boolean }): Promise<Lage> {
  const helt = await lasArende(t.db, { session }, arendeId)
  if (!helt) throw new Domanfel('saknas', 'arendetFinnsInte', 'Ärendet finns inte, eller så har du inte rätt att se det.', [{ falt: 'arendeId', text: 'Välj ett ärende som du ser.' }])
  const { part, forman } = helt.lage.arende
  if (forman !== ratt.forman || part.slag !== 'person' || !ratt.arPersonens(part.person.id, part.person.personnummer)) throw new Domanfel('indata', 'annatArende', 'Ärendet gäller en annan person eller en annan förmån.', [{ falt: 'arendeId', text: 'Välj ett av personens ärenden i listan.' }])
  return helt.lage
}

/** Writes in the receiving case where it comes from. Done again it changes nothing. */
export const koppla = (t: Pick<Tjanster, 'lager' | 'klocka'>, session: Buffer, arendeId: string, o: Overlamningsrad) =>
  t.lager.kor({ arendeId, av: { session }, nu: t.klocka.nu(), kommando: { typ: 'kopplaOverlamning', data: { overlamningId: o.id, forman: o.fran, arendeId: o.arendeId, nummer: o.nummer, slag: o.slag, skal: o.skal, lamnad: o.lamnad, av: o.av } } })

/** Tells the case it came from. The receiver may not see that case: the system writes in the receiver's name. */
export const folj = (t: Pick<Tjanster, 'lager' | 'klocka'>, av: Aktor, o: Pick<Overlamningsrad, 'id' | 'arendeId'>, text: string) =>
  t.lager.kor({ arendeId: o.arendeId, av: { system: av }, nu: t.klocka.nu(), kommando: { typ: 'foljOverlamning', data: { overlamningId: o.id, text } } })

export const overlamningen = (t: Pick<Tjanster, 'db'>, id: string): Promise<Overlamningsrad | null> => somSystemet(t.db, (q) => lasOverlamning(q, id))
