import type { Part } from '@atergang/arende'
import { createHash } from 'node:crypto'
import type { PoolClient } from 'pg'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { bulkrad, PROJEKTIONER, type Bulkarende, type Bulkrad, type Projektion } from './bulkrad.ts'
import type { Databas } from './databas.ts'
import { kedjan, TOM_KEDJA } from './kedja.ts'
import { synkaBredvid } from './skrivning.ts'

const packa = promisify(gzip)

export interface Bulkval {
  /** cases in one transaction at most; all or none of them are written */
  readonly iTaget?: number
  /** also prepare the case page of the day, as when somebody opens it */
  readonly medVy?: boolean
  readonly framsteg?: (antal: number) => void
}

export interface Bulkladdat {
  readonly arenden: number
  readonly handelser: number
  readonly dokument: number
}

const I_TAGET = 200
/** Text in one statement: below what one jsonb value can hold, above what round trips cost. */
const HOGST_TECKEN = 24_000_000

type Flode<T> = Iterable<T> | AsyncIterable<T>

/**
 * Writes many finished cases: the same rows as if every command had gone through `Arendelager`,
 * but nothing is put in the queue. For invented people and for moving a whole store; never for
 * handling. Works as the owner of the tables, since the server's role may not write a journal.
 */
export const bulkladda = (db: Databas, arenden: Flode<Bulkarende>, val: Bulkval = {}): Promise<Bulkladdat> =>
  skrivBulkrader(db, somRader(arenden, val.medVy ?? false), val)

async function* somRader(arenden: Flode<Bulkarende>, medVy: boolean): AsyncGenerator<Bulkrad> {
  for await (const a of arenden) yield bulkrad(a, medVy)
}

/** The same for cases that are already text. While one batch is written the next is made. */
export async function skrivBulkrader(db: Databas, rader: Flode<Bulkrad>, val: Bulkval = {}): Promise<Bulkladdat> {
  const gjort = { arenden: 0, handelser: 0, dokument: 0 }
  let pagar: Promise<void> = Promise.resolve()
  const lamna = async (bunt: readonly Bulkrad[]): Promise<void> => {
    await pagar
    pagar = skrivBunt(db, bunt).then(() => {
      gjort.arenden += bunt.length
      gjort.handelser += bunt.reduce((n, r) => n + r.handelser.length, 0)
      gjort.dokument += bunt.reduce((n, r) => n + r.dokument.length, 0)
      val.framsteg?.(gjort.arenden)
    })
    // Its failure is met at the next await; until then it is not unhandled.
    pagar.catch(() => undefined)
  }
  let bunt: Bulkrad[] = []
  for await (const r of rader) {
    bunt.push(r)
    if (bunt.length < (val.iTaget ?? I_TAGET)) continue
    await lamna(bunt)
    bunt = []
  }
  if (bunt.length) await lamna(bunt)
  await pagar
  return gjort
}

async function skrivBunt(db: Databas, bunt: readonly Bulkrad[]): Promise<void> {
  const klient = await db.agare.connect()
  try {
    await klient.query('begin')
    const kedjor = bunt.map((r) => kedjan(TOM_KEDJA, r.handelser))
    for (const slag of ['person', 'arbetsgivare'] as const)
      await satt(
        klient,
        PART[slag],
        bunt.flatMap((r) => (r.part.slag === slag ? [r.part.rad] : [])),
      )
    await satt(
      klient,
      ARENDE,
      bunt.map((r, i) => `{"rad":${r.arende},"version":${r.version},"huvud":"${kedjor[i]!.at(-1)!.toString('hex')}"}`),
    )
    await satt(
      klient,
      HANDELSE,
      bunt.flatMap((r, i) => r.handelser.map((h, j) => `{"a":"${r.arendeId}","k":"${kedjor[i]![j]!.toString('hex')}","h":${h}}`)),
    )
    for (const p of PROJEKTIONER)
      await satt(
        klient,
        PROJEKTION[p],
        bunt.flatMap((r) => (r.projektioner[p] === '[]' ? [] : [r.projektioner[p].slice(1, -1)])),
      )
    for (const r of bunt) if (r.bredvid) await synkaBredvid(klient, r.arendeId, r.bredvid.funktion, r.bredvid.text)
    await sattDokument(klient, bunt)
    await sattVyer(klient, bunt)
    await klient.query(FORBI_NUMREN, [bunt.reduce((n, r) => Math.max(n, lopnummer(r.nummer)), 0)])
    await klient.query('commit')
    klient.release()
  } catch (fel) {
    const aterstalld = await klient.query('rollback').then(
      () => true,
      () => false,
    )
    klient.release(!aterstalld)
    throw fel
  }
}

/** Inserts the rows, a few megabytes of JSON at a time. */
async function satt(klient: PoolClient, sql: string, rader: readonly string[]): Promise<void> {
  let fran = 0
  while (fran < rader.length) {
    let till = fran
    for (let tecken = 0; till < rader.length && (till === fran || tecken + rader[till]!.length < HOGST_TECKEN); till++)
      tecken += rader[till]!.length
    await klient.query(sql, [`[${rader.slice(fran, till).join(',')}]`])
    fran = till
  }
}

const PART: Readonly<Record<Exclude<Part['slag'], 'ingen'>, string>> = {
  person: `insert into app.person (id, personnummer, fornamn, efternamn, fodd, adress, lan, skyddad)
    select p.id, p.personnummer, p.fornamn, p.efternamn, p.fodd, p.adress, p.lan, p.skyddad
      from jsonb_to_recordset($1::jsonb) as p(id uuid, personnummer text, fornamn text, efternamn text, fodd date, adress text[], lan text, skyddad boolean)
    on conflict do nothing`,
  arbetsgivare: `insert into app.arbetsgivare (orgnr, namn, adress, lan, skyddad)
    select g.orgnr, g.namn, g.adress, g.lan, coalesce(g.skyddad, false) from jsonb_to_recordset($1::jsonb) as g(orgnr text, namn text, adress text[], lan text, skyddad boolean)
    on conflict do nothing`,
}

const ARENDE = `insert into app.arende (id, nummer, person_id, orgnr, sak, forman, enhet, version, huvud, status, sammanfattning, kedjedag, nasta_datum, nasta_laglig, inlett, skyddad)
  select r.id, r.nummer, r.person_id, r.orgnr, r.sak, r.forman, r.enhet, (x->>'version')::integer, decode(x->>'huvud', 'hex'), r.status, r.sammanfattning, r.kedjedag, r.nasta_datum, r.nasta_laglig, r.inlett, r.skyddad
    from jsonb_array_elements($1::jsonb) x,
         jsonb_to_record(x->'rad') as r(id uuid, nummer text, person_id uuid, orgnr text, sak text, forman text, enhet text, status text, sammanfattning jsonb, kedjedag integer, nasta_datum date, nasta_laglig date, inlett date, skyddad boolean)`

const HANDELSE = `insert into app.handelse (arende_id, nr, tid, dag, aktor, data, kedja)
  select (x->>'a')::uuid, (x #>> '{h,nr}')::integer, (x #>> '{h,tid}')::timestamptz, (x #>> '{h,dag}')::date, x #> '{h,aktor}', x #> '{h,data}', decode(x->>'k', 'hex') from jsonb_array_elements($1::jsonb) x`

const PROJEKTION: Readonly<Record<Projektion, string>> = {
  uppgift: `insert into app.uppgift (arende_id, nyckel, underlag, kod, roll, enhet, rubrik, varfor_nu, senast, lagrum, inte_for, oppnad, avslutad)
    select n.arende_id, n.nyckel, n.underlag, n.kod, n.roll, n.enhet, n.rubrik, n."varforNu", n.senast, n.lagrum, n."inteFor", n.oppnad, n.avslutad
      from jsonb_to_recordset($1::jsonb) as n(arende_id uuid, nyckel text, underlag text, kod text, roll text, enhet text, rubrik text, "varforNu" text, senast date, lagrum text, "inteFor" text[], oppnad timestamptz, avslutad timestamptz)`,
  tilldelning: `insert into app.tilldelning (arende_id, roll, anvandare, namn, sedan)
    select t.arende_id, t.roll, t.anvandare, t.namn, t.sedan from jsonb_to_recordset($1::jsonb) as t(arende_id uuid, roll text, anvandare text, namn text, sedan date)`,
  vila: `insert into app.vila (arende_id, roll, till, skal) select v.arende_id, v.roll, v.till, v.skal from jsonb_to_recordset($1::jsonb) as v(arende_id uuid, roll text, till date, skal text)`,
  jav: `insert into app.jav (arende_id, anvandare) select j.arende_id, j.anvandare from jsonb_to_recordset($1::jsonb) as j(arende_id uuid, anvandare text)`,
  begaran: `insert into app.begaran (begaran_id, arende_id, till, orgnr, typ, rubrik, fragor, person_namn, skickad, senast, besvarad, aterkallad)
    select f.id, f.arende_id, f.till, f.orgnr, f.typ, f.rubrik, f.fragor, f."personNamn", f.skickad, f.senast, f.besvarad, f.aterkallad
      from jsonb_to_recordset($1::jsonb) as f(id uuid, arende_id uuid, till text, orgnr text, typ text, rubrik text, fragor jsonb, "personNamn" text, skickad date, senast date, besvarad date, aterkallad date)`,
  persondagar: `insert into app.persondagar (arende_id, person_id, forman, nummer, innehall)
    select d.arende_id, d.person_id, d.forman, d.nummer, d.innehall from jsonb_to_recordset($1::jsonb) as d(arende_id uuid, person_id uuid, forman text, nummer text, innehall jsonb)`,
  analyspost: `insert into app.analyspost (arende_id, person_id, forman, enhet, innehall)
    select d.arende_id, d.person_id, d.forman, d.enhet, d.innehall from jsonb_to_recordset($1::jsonb) as d(arende_id uuid, person_id uuid, forman text, enhet text, innehall jsonb)`,
  overlamning: `insert into app.overlamning (id, arende_id, fran, till, enhet, slag, skal, nummer, person_id, namn, partsnummer, lamnad, av, av_id, svar)
    select o.id, o.arende_id, o.fran, o.till, o.till_enhet, o.slag, o.skal, o.nummer, o.person_id, o.namn, o.partsnummer, o.lamnad, o.av, o.av_id, o.svar
      from jsonb_to_recordset($1::jsonb) as o(id uuid, arende_id uuid, fran text, till text, till_enhet text, slag text, skal text, nummer text, person_id uuid, namn text, partsnummer text, lamnad date, av text, av_id text, svar jsonb)`,
}

async function sattDokument(klient: PoolClient, bunt: readonly Bulkrad[]): Promise<void> {
  const alla = bunt.flatMap((r) => r.dokument.map((d) => ({ ...d, arendeId: r.arendeId })))
  if (alla.length === 0) return
  const bytes = alla.map((d) => Buffer.from(d.innehall.buffer, d.innehall.byteOffset, d.innehall.byteLength))
  await klient.query(
    `insert into app.dokument (id, arende_id, medietyp, sha256, storlek, innehall) select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bytea[], $5::integer[], $6::bytea[])`,
    [
      alla.map((d) => d.id),
      alla.map((d) => d.arendeId),
      alla.map((d) => d.medietyp),
      bytes.map((b) => createHash('sha256').update(b).digest()),
      bytes.map((b) => b.byteLength),
      bytes,
    ],
  )
}

async function sattVyer(klient: PoolClient, bunt: readonly Bulkrad[]): Promise<void> {
  const med = bunt.filter((r) => r.vy !== null)
  if (med.length === 0) return
  const packade = await Promise.all(med.map((r) => packa(r.vy!)))
  await klient.query(
    'insert into app.arendevy (arende_id, version, dag, innehall) select * from unnest($1::uuid[], $2::integer[], $3::date[], $4::bytea[])',
    [med.map((r) => r.arendeId), med.map((r) => r.version), med.map((r) => r.dag), packade],
  )
}

// --- case numbers -----------------------------------------------------------------------------------

const FORBI_NUMREN = "select setval('app.arendenummer', greatest($1::bigint, (select last_value from app.arendenummer)))"

/** The running part of a case number: 123 in ”SP2026-000123”. */
const lopnummer = (nummer: string): number => Number(/-(\d+)$/.exec(nummer)?.[1] ?? 0)

/** Takes running numbers out of the country's series, so that nobody else gets them. */
export async function reserveraNummer(db: Databas, antal: number): Promise<readonly number[]> {
  const { rows } = await db.agare.query<{ n: number }>("select nextval('app.arendenummer') as n from generate_series(1, $1)", [antal])
  return rows.map((r) => r.n)
}
