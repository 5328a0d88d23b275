// npm run bench:apr-lista: 20 000 applications with 60 000 employees decided by one approved list, beside as many bare two-row transactions on the same
// database in the same run. The named limit: at most 25 such transactions a case.
import { foretaget, ASTA } from '@atergang/formaner/prov'
import {
  arbetaLista,
  Arendelager,
  bulkladda,
  godkannLista,
  noteraGranskad,
  oppnaDatabas,
  skapaLista,
  skapaSession,
  somPerson,
  startaInbaddad,
  tokenHash,
  utanKo,
  type Bulkarende,
  type Databas,
} from '@atergang/lager'
import { datum } from '@atergang/kalender'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { kontrollsiffra } from '@atergang/syntet'

const ANTAL = Number(process.argv.find((a) => a.startsWith('--antal='))?.split('=')[1] ?? 20_000)
const RADER = 3
const TRANSAKTIONER = 2_000
const GRANS = 25
const DAG = datum('2025-06-04')
const NU = { dag: DAG, tid: `${DAG}T09:00:00.000Z` }
const sag = (text: string): void => void process.stdout.write(`${text}\n`)
const sekunder = (fran: number): number => (performance.now() - fran) / 1000

const orgnr = (n: number): string => {
  const nio = `99${String(2_000_000 + n).padStart(7, '0')}`
  return `${nio.slice(0, 6)}-${nio.slice(6)}${kontrollsiffra(nio)}`
}

/** Each employer's case with one application that has nothing left to ask, as the store would have it. */
function* arenden(): Generator<Bulkarende> {
  for (let i = 0; i < ANTAL; i++) {
    const f = foretaget(`Firma ${i} AB`, 2025, { id: randomUUID(), orgnr: orgnr(i), dag: '2025-06-02' })
    f.soker({
      id: randomUUID(),
      inkom: '2025-06-02',
      rader: Array.from({ length: RADER }, (_, n) => ({
        radId: `${i}-${n}`,
        anstalld: `A${n}`,
        kronor: 2_000 + ((i * 37 + n * 911) % 22_000),
        fakturanummer: `F${i}-${n}`,
        faktura: randomUUID(),
      })),
    })
    const nummer = `AP2025-${String(i).padStart(6, '0')}`
    const journal = f.journal.map((h, n) => (n === 0 ? { ...h, data: { ...h.data, nummer } as typeof h.data } : h))
    yield { lage: { ...f.lage, arende: { ...f.lage.arende, nummer } }, journal, dokument: [], dag: DAG }
  }
}

/** One row in, one changed, committed: the least that keeps a decision and its mark together. */
async function matBara(db: Databas): Promise<number> {
  await db.agare.query(
    'create table if not exists bara_rad (id integer primary key, klar boolean not null default false); create table if not exists bara_handelse (id bigint generated always as identity, data jsonb)',
  )
  await db.agare.query('insert into bara_rad (id) select generate_series(1, $1)', [TRANSAKTIONER])
  const data = JSON.stringify({ typ: 'beslut', text: 'x'.repeat(2_000) })
  const fran = performance.now()
  let nasta = 1
  const en = async (): Promise<void> => {
    for (let i = nasta++; i <= TRANSAKTIONER; i = nasta++) {
      const k = await db.agare.connect()
      await k.query('begin')
      await k.query('insert into bara_handelse (data) values ($1)', [data])
      await k.query('update bara_rad set klar = true where id = $1', [i])
      await k.query('commit')
      k.release()
    }
  }
  await Promise.all([en(), en(), en(), en()])
  return (performance.now() - fran) / TRANSAKTIONER
}

const mapp = mkdtempSync(join(tmpdir(), 'atergang-bench-apr-'))
const inbaddad = await startaInbaddad({ mapp })
const db = await oppnaDatabas(inbaddad.url)
try {
  let t = performance.now()
  await bulkladda(db, arenden(), { iTaget: 200, framsteg: (n) => n % 5_000 === 0 && sag(`  laddat ${n}`) })
  sag(`Laddade ${ANTAL} ansökningar med ${ANTAL * RADER} anställda på ${sekunder(t).toFixed(0)} s.`)
  await db.agare.query('analyze')
  const asta = tokenHash(
    await skapaSession(db, {
      anvandare: ASTA.id,
      namn: ASTA.namn,
      roll: 'handlaggare',
      enhet: 'APR',
      personId: null,
      orgnr: null,
      farSeSkyddade: false,
      formaner: ['apr'],
    }),
  )
  t = performance.now()
  const lista = await skapaLista(db, asta, { slag: 'klara', nu: NU })
  sag(`Fryste listan på ${sekunder(t).toFixed(1)} s.`)
  const rader = await somPerson(db, asta, (q) =>
    q.selectFrom('app.apr_listrad').select('nr').where('lista', '=', lista).where('stickprov', '=', true).execute(),
  )
  for (const r of rader) await noteraGranskad(db, asta, lista, r.nr, NU)
  const l = await somPerson(db, asta, (q) =>
    q.selectFrom('app.apr_beslutslista').selectAll().where('id', '=', lista).executeTakeFirstOrThrow(),
  )
  if (l.antal !== ANTAL) throw new Error(`Listan har ${l.antal} av ${ANTAL} ansökningar.`)
  await godkannLista(db, asta, lista, { avtryck: l.avtryck, antal: l.antal, summa: Number(l.summa), nu: NU })

  const bara = await matBara(db)
  t = performance.now()
  const framsteg = setInterval(() => {
    void db.agare
      .query<{ n: number }>("select count(*)::int as n from app.apr_listrad where lista = $1 and tillstand <> 'vantar'", [lista])
      .then((r) => sag(`  ${r.rows[0]!.n} av ${ANTAL} beslutade efter ${sekunder(t).toFixed(0)} s`))
  }, 10_000)
  const gjort = await arbetaLista(db, new Arendelager(db, utanKo), lista, { nu: () => NU })
  clearInterval(framsteg)
  const tid = sekunder(t)
  const perArende = (tid * 1_000) / ANTAL
  const { rows } = await db.agare.query<{ n: string }>('select sum(belopp) as n from app.apr_ansokan')
  if (gjort.beslutade !== ANTAL || Number(rows[0]!.n) !== Number(l.summa))
    throw new Error(`Beslutade ${gjort.beslutade} av ${ANTAL}, ${rows[0]!.n} kr av ${l.summa}.`)
  const minne = process.memoryUsage().rss / 1e6
  sag(
    `Beslutade ${ANTAL} ansökningar med ${ANTAL * RADER} anställda på ${tid.toFixed(0)} s (${perArende.toFixed(1)} ms styck, fyra åt gången); ${l.summa} kr, som listan sade. Processen ${minne.toFixed(0)} MB.`,
  )
  sag(
    `En bar tvåradstransaktion: ${bara.toFixed(2)} ms. Kvot ${(perArende / bara).toFixed(1)}, gräns ${GRANS}: ${perArende / bara <= GRANS ? 'klarad' : 'INTE KLARAD'}.`,
  )
} finally {
  await db.stang()
  await inbaddad.stang()
  rmSync(mapp, { recursive: true, force: true })
}
