import { Domanfel, indatafel, SYSTEMET, type Aktor, type Lage } from '@atergang/arende'
import type { Kandidatstatus } from '@atergang/formaner'
import { laggTillKandidat, lasArende, lasKandidatsteg, lasOverlamning, somSystemet, type Overlamningsrad } from '@atergang/lager'
import type { FastifyRequest } from 'fastify'
import type { Tjanster } from '../app.ts'

type Delar = Pick<Tjanster, 'db' | 'lager' | 'klocka'>

// What is handed over is connected with a case of the same person, and the case it came from hears of it (A047, G019).

/**
 * The case that is to be connected, seen by the session, open, of the benefit and the person.
 * @throws {Domanfel} with the remedy
 */
export async function arendeAttKoppla(
  t: Pick<Tjanster, 'db'>,
  session: Buffer,
  arendeId: string,
  ratt: { forman: string; arPersonens: (personId: string, personnummer: string) => boolean },
): Promise<Lage> {
  const helt = await lasArende(t.db, { session }, arendeId)
  if (!helt)
    throw new Domanfel('saknas', 'arendetFinnsInte', 'Ärendet finns inte, eller så har du inte rätt att se det.', [
      { falt: 'arendeId', text: 'Välj ett ärende som du ser.' },
    ])
  const { part, forman } = helt.lage.arende
  if (forman !== ratt.forman || part.slag !== 'person' || !ratt.arPersonens(part.person.id, part.person.personnummer))
    throw new Domanfel('indata', 'annatArende', 'Ärendet gäller en annan person eller en annan förmån.', [
      { falt: 'arendeId', text: 'Välj ett av personens ärenden i listan.' },
    ])
  if (helt.lage.avslutat)
    throw indatafel('arendetAvslutat', 'Ärendet är avslutat.', [{ falt: 'arendeId', text: 'Välj ett ärende som pågår, eller inget.' }])
  return helt.lage
}

/** Writes in the receiving case where it comes from, and gives its number. The officer who chose it has been found to see it. Done again it changes nothing. */
async function koppla(t: Delar, av: Aktor, arendeId: string, o: Overlamningsrad): Promise<string> {
  await t.lager.kor({
    arendeId,
    av: { system: av },
    nu: t.klocka.nu(),
    kommando: {
      typ: 'kopplaOverlamning',
      data: {
        overlamningId: o.id,
        forman: o.fran,
        arendeId: o.arendeId,
        nummer: o.nummer,
        slag: o.slag,
        skal: o.skal,
        lamnad: o.lamnad,
        av: o.av,
      },
    },
  })
  return (await lasArende(t.db, { system: SYSTEMET }, arendeId))!.lage.arende.nummer
}

/** Tells the case it came from. The receiver may not see that case: the system writes in the receiver's name. */
const folj = (t: Delar, av: Aktor, o: Pick<Overlamningsrad, 'id' | 'arendeId'>, text: string) =>
  t.lager.kor({
    arendeId: o.arendeId,
    av: { system: av },
    nu: t.klocka.nu(),
    kommando: { typ: 'foljOverlamning', data: { overlamningId: o.id, text } },
  })

export const overlamningen = (t: Pick<Tjanster, 'db'>, id: string): Promise<Overlamningsrad | null> =>
  somSystemet(t.db, (q) => lasOverlamning(q, id))

/** What follows on an answer: the case it was connected with, or the list, and that the sender hears of it. Run again it changes nothing. */
export async function fullfoljSvar(t: Delar, overlamningId: string): Promise<void> {
  const o = await overlamningen(t, overlamningId)
  if (!o?.svar) return
  const { av, arendeId, kandidat, dag } = o.svar
  if (arendeId) await folj(t, av, o, `Kopplat till ärende ${await koppla(t, av, arendeId, o)}.`)
  if (!kandidat) return
  await somSystemet(t.db, (q) =>
    laggTillKandidat(
      q,
      {
        personnummer: o.partsnummer,
        namn: o.namn,
        enhet: o.enhet,
        kalla: 'handlaggare',
        uppgiftslamnare: o.av,
        samtycke: false,
        text: o.skal,
        dag,
        overlamning: o.id,
      },
      av,
    ),
  )
  await folj(t, av, o, 'Personen står på listan över dem som förebyggande sjukpenning kan passa.')
}

/** What the case that the person was handed over from hears of a step; the earlier ones are told when it comes to something. */
const STEGTEXT: Partial<Record<Kandidatstatus, string>> = {
  ansokan: 'Personen har ansökt om förebyggande sjukpenning.',
  avstar: 'Personen vill inte ansöka om förebyggande sjukpenning.',
  inteAktuell: 'Förebyggande sjukpenning är inte aktuell.',
}

/** The step told where the person came from, and the new case connected with it. Run again it changes nothing. */
export async function fullfoljSteg(t: Delar, av: Aktor, stegId: number): Promise<void> {
  const steg = await somSystemet(t.db, (q) => lasKandidatsteg(q, stegId))
  const o = steg?.overlamning ? await overlamningen(t, steg.overlamning) : null
  if (!steg || !o) return
  const nummer = steg.arendeId ? await koppla(t, av, steg.arendeId, o) : null
  const text = STEGTEXT[steg.status]
  if (text) await folj(t, av, o, nummer ? `${text} Ärende ${nummer}.` : text)
}

/** Done at once so that the next page shows it. The queue has it too, and does it again: what goes wrong here is put right there. */
export async function genast(req: FastifyRequest, gor: () => Promise<void>): Promise<void> {
  try {
    await gor()
  } catch (fel) {
    req.log.warn({ err: fel }, 'följden gjordes inte genast och görs av kön')
  }
}
