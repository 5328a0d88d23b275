// npm run bench:lista: what it costs to log each person a list shows (docs/adr/0012).
import {
  enhetensArenden,
  loggaLista,
  oppnaDatabas,
  skapaSession,
  somPerson,
  startaInbaddad,
  tokenHash,
  type Databas,
  type Fraga,
  type Sessionsrad,
} from '@atergang/lager'
import { datum, plusDagar } from '@atergang/kalender'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { laddaBestand } from './webb/bestand.ts'
import { nySerie, percentil, tabell, tal, type Matserie } from './webb/matt.ts'

const ARENDEN = Number(process.argv.find((a) => a.startsWith('--arenden='))?.split('=')[1] ?? 4000)
const RUNDOR = 60
const sag = (text: string): void => void process.stdout.write(`${text}\n`)

async function mat(s: Matserie, f: () => Promise<unknown>): Promise<void> {
  const fran = performance.now()
  await f()
  s.ms.push(performance.now() - fran)
}

/** The list as the route reads it, with and without its line in the log. A day of its own a round: then every row is new to the log. */
async function matLista(db: Databas, session: Buffer, rader: number): Promise<readonly Matserie[]> {
  const [utan, forsta, igen] = [
    nySerie(`${rader} rader, utan logg`),
    nySerie(`${rader} rader, loggas första gången`),
    nySerie(`${rader} rader, redan loggade i dag`),
  ]
  const lista = (q: Fraga, s: Sessionsrad) => enhetensArenden(q, s, { roll: 'handlaggare', fran: 0, antal: rader })
  for (let i = 0; i < RUNDOR; i++) {
    const dag = plusDagar(datum('2026-01-01'), i + rader)
    const med = () =>
      somPerson(db, session, async (q, s) =>
        loggaLista(
          q,
          s,
          'enheten',
          dag,
          (await lista(q, s)).rader.map((r) => ({ arendeId: r.id, personId: r.personId })),
        ),
      )
    await mat(utan, () => somPerson(db, session, lista))
    await mat(forsta, med)
    await mat(igen, med)
  }
  return [utan, forsta, igen]
}

const mapp = mkdtempSync(join(tmpdir(), 'atergang-bench-lista-'))
const inbaddad = await startaInbaddad({ mapp })
const db = await oppnaDatabas(inbaddad.url)
try {
  sag(`Laddar ${ARENDEN} ärenden …`)
  await laddaBestand(db, ARENDEN, 0, () => undefined)
  const session = tokenHash(
    await skapaSession(db, {
      anvandare: 'eva',
      namn: 'Eva Ek',
      roll: 'handlaggare',
      enhet: 'Gävle',
      personId: null,
      orgnr: null,
      farSeSkyddade: false,
    }),
  )
  const serier = [...(await matLista(db, session, 50)), ...(await matLista(db, session, 200))]
  const rad = (s: Matserie, i: number): string[] => {
    const bas = percentil(serier[i - (i % 3)]!.ms, 0.5)
    return [s.namn, tal(percentil(s.ms, 0.5)), tal(percentil(s.ms, 0.99)), tal(percentil(s.ms, 0.5) / bas)]
  }
  sag(tabell(['Enhetens lista', 'p50 ms', 'p99 ms', 'mot utan logg'], serier.map(rad)))
} finally {
  await db.stang()
  await inbaddad.stang()
  rmSync(mapp, { recursive: true, force: true })
}
