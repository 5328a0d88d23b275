import { plusDagar } from '@atergang/kalender'
import { bulkladda, reserveraNummer, somSystemet } from '@atergang/lager'
import { setImmediate } from 'node:timers/promises'
import type { Tjanster } from '../app.ts'
import { TJANSTEPERSONER, type Testkonto } from '../testidp/konton.ts'
import { demofall, levt, type Personfall } from './alla.ts'
import { aprkonton } from './apr/firmor.ts'
import { Brevbuss, medBrev, type Levt } from './brev.ts'
import { laggEnkat } from './enkat.ts'
import type { Fall } from './fall.ts'
import { fordela, type Fasta } from './fordelning.ts'
import { laggUtanforArenden, planfallen, plankonton } from './forebyggande/ladda.ts'
import type { Forlopp } from './forlopp.ts'
import { laggInformation } from './information.ts'
import { laggKunskap } from './kunskap.ts'
import { namngivetArende } from './namngivna.ts'
import { arendenummer } from './nummer.ts'
import { BERATTELSER, PERSONER, type Namngiven } from './personer.ts'

export const DEMOVAL = { antal: 200, fro: 'atergang' } as const

/** One key for all servers: two that start at once load the people once. */
const LAS = 727_190_152

/** Loads the invented people once, as they stand on the day of loading; a second start finds them there. */
export async function laddaDemo(t: Pick<Tjanster, 'db' | 'klocka' | 'brev'>, sag: (text: string) => void): Promise<void> {
  if (await finns(t)) return
  const las = await t.db.agare.connect()
  try {
    await las.query('select pg_advisory_lock($1)', [LAS])
    if (!(await finns(t))) await lagg(t, sag)
  } finally {
    await las.query('select pg_advisory_unlock($1)', [LAS])
    las.release()
  }
}

const finns = (t: Pick<Tjanster, 'db'>): Promise<boolean> =>
  somSystemet(
    t.db,
    async (q) => (await q.selectFrom('app.person').select('id').where('id', '=', PERSONER.anna.id).executeTakeFirst()) !== undefined,
  )

async function lagg(t: Pick<Tjanster, 'db' | 'klocka' | 'brev'>, sag: (text: string) => void): Promise<void> {
  const start = performance.now()
  sag(`Lägger in ${DEMOVAL.antal} påhittade personer. Det görs en gång och tar en halv minut.`)
  const idag = t.klocka.nu().dag
  const fallen = demofall(idag, DEMOVAL)
  const nummer = await numrera(t, fallen)
  const buss = new Brevbuss(t.brev)
  const forlopp: Forlopp[] = []
  for (const [i, p] of fallen.entries()) {
    // Breathes, so that the thread that sets letters is fed meanwhile.
    const levda = await levt(p, { till: plusDagar(idag, -1), nummer, andas: setImmediate })
    for (const f of levda) buss.lamna(f.brev)
    forlopp.push(...levda)
    if ((i + 1) % 50 === 0) sag(`  ${i + 1} av ${fallen.length} …`)
  }
  fordela(forlopp, idag, FASTA)
  // The timer has looked in the morning, and may have sent reminders.
  for (const f of forlopp) buss.lamna(f.morgon(idag).brev)
  const planer = await planfallen(
    t,
    idag,
    fallen.flat().map((f) => f.person.personnummer),
  )
  for (const f of planer) buss.lamna(f.brev)
  const alla: readonly Levt[] = [...forlopp, ...planer]
  const brev = await buss.alla()
  // All or none: a start that is broken off leaves nothing half done.
  await bulkladda(
    t.db,
    alla.map((f) => medBrev(f, brev, idag)),
    { iTaget: alla.length },
  )
  await laggUtanforArenden(t, idag)
  await laggKunskap(t, idag)
  await laggInformation(t, idag)
  await laggEnkat(t, idag)
  sag(`Klart på ${Math.round((performance.now() - start) / 1000)} sekunder: ${alla.length} ärenden och ${brev.size} brev.`)
}

/** Numbers in the order the cases came in. */
async function numrera(t: Pick<Tjanster, 'db'>, fallen: readonly Personfall[]): Promise<(f: Fall) => string> {
  const iOrdning = fallen.flat().sort((a, b) => (a.inlett < b.inlett ? -1 : 1))
  const nummer = await reserveraNummer(t.db, iOrdning.length)
  const per = new Map(iOrdning.map((f, i) => [f.id, arendenummer(f.inlett, nummer[i]!)]))
  return (f) => per.get(f.id)!
}

/** These wait for somebody on the desk of the officer who handled them; everybody else with a fixed story stands free. */
const PA_BORDET: readonly Namngiven[] = ['johan', 'kerstin', 'lovisa', 'mikael', 'olof', 'petra', 'rami']

const FASTA: Fasta = {
  kvar: new Set(PA_BORDET.map(namngivetArende)),
  fria: new Set((Object.keys(PERSONER) as Namngiven[]).filter((n) => !PA_BORDET.includes(n)).map(namngivetArende)),
}

const KONTON: readonly Namngiven[] = ['anna', 'bo', 'carin', 'david', 'elin', 'farid', 'ines', 'johan', 'nadia', 'ulla']

/** Who can sign in at the test identity provider: the officials, some of the insured, two employers. */
export async function demokonton(_t: Pick<Tjanster, 'db'>): Promise<readonly Testkonto[]> {
  const forsakrade = KONTON.map((n): Testkonto => ({
    id: n,
    namn: `${PERSONER[n].fornamn} ${PERSONER[n].efternamn}`,
    roll: 'forsakrad',
    personnummer: PERSONER[n].personnummer,
    text: BERATTELSER[n],
  }))
  const arbetsgivare = (
    [
      ['bruket', 'olof'],
      ['mellanvik', 'petra'],
    ] as const
  ).map(([id, n]): Testkonto => {
    const a = PERSONER[n].arbetsgivare!
    return { id, namn: a.namn, roll: 'arbetsgivare', orgnr: a.orgnr, text: BERATTELSER[n] }
  })
  return [...TJANSTEPERSONER, ...forsakrade, ...plankonton(), ...arbetsgivare, ...aprkonton()]
}
