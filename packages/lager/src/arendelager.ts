import {
  Domanfel, kanonisk, konflikt, lagetEfter, provkor, sammanfatta, somHandelser, tillampa, utfor, utred, type Aktor, type Brevinnehall, type Foljd, type Handelse, type Handelsedata, type Kommando, type Kontext, type Lage, type Person, type Utredning,
} from '@atergang/arende'
import { formanen, kedjedagIdag, underlaget, type Slage } from '@atergang/formaner'
import type { Datum } from '@atergang/kalender'
import { createHash, randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { Databas } from './databas.ts'
import { TOM_KEDJA } from './kedja.ts'
import { somJournal } from './lasning.ts'
import { skriv, type Skrivning } from './skrivning.ts'
import type { Utskicksko } from './ko.ts'
import { alla, backa, iEttSvep } from './svep.ts'
import { aktorAv, EjInloggad, type Sessionsrad, type Uppdragsgivare } from './uppdrag.ts'

/** Day and time as the server knows them; handed in so that tests and demos can set them. */
export interface Nu {
  readonly dag: Datum
  readonly tid: string
}

const finnsInte = () => new Domanfel('saknas', 'arendetFinnsInte', 'Ärendet finns inte, eller så har du inte rätt att se det.')

export interface Kommandosvar {
  readonly arendeId: string
  readonly version: number
  /** numbers of the events that were written */
  readonly handelser: readonly number[]
}

export interface InlettArende {
  readonly arendeId: string
  readonly nummer: string
  readonly version: number
  /** true when an open case was there already; then nothing was written */
  readonly fanns: boolean
}

export interface Kommandobegaran {
  readonly arendeId: string
  readonly kommando: Kommando
  readonly av: Uppdragsgivare
  readonly nu: Nu
  /** the version the person was looking at; a conflict when the case has moved on in a way that matters */
  readonly version?: number | undefined
  readonly idempotens?: string | undefined
  /** bytes of documents that the command adds, stored in the same transaction */
  readonly dokument?: readonly Dokumentbytes[] | undefined
}

export interface Dokumentbytes {
  readonly id: string
  readonly medietyp: string
  readonly innehall: Uint8Array
}

/** The case as locked for a command. */
interface Last {
  readonly lage: Lage
  readonly huvud: Buffer
  readonly aktor: Aktor
  readonly farSeSkyddade: boolean
  readonly tidigare: Kommandosvar | null
}

export class Arendelager {
  readonly #db: Databas
  readonly #ko: Utskicksko

  constructor(db: Databas, ko: Utskicksko) {
    this.#db = db
    this.#ko = ko
  }

  /**
   * Carries out one command: lock, decide, append, derive, enqueue — one transaction.
   * @throws {Domanfel} and writes nothing
   */
  async kor(b: Kommandobegaran): Promise<Kommandosvar> {
    const { svar, skydd } = await this.#korEtt(b)
    if (skydd) await this.#skyddaOvriga(b, skydd)
    return svar
  }

  #korEtt(b: Kommandobegaran): Promise<{ svar: Kommandosvar; skydd: { personId: string; aktor: Aktor } | null }> {
    return this.#iTransaktionEfter((klient) => this.#lasMedBrev(klient, b), async (klient, { lage, huvud, aktor, farSeSkyddade, tidigare, brev }) => {
      if (tidigare) return { svar: tidigare, skydd: null }
      kravVersion(lage, b.version)
      const forman = formanen(lage.arende.forman)
      const k: Kontext = { aktor, farSeSkyddade, dag: b.nu.dag, tid: b.nu.tid, nyttId: randomUUID, brev }
      const nya = somHandelser(utfor(forman, lage, b.kommando, k), lage.version, k)
      if (nya.length === 0) return { svar: { arendeId: b.arendeId, version: lage.version, handelser: [] }, skydd: null }
      await sparaDokumentbytes(klient, b.arendeId, b.dokument ?? [])
      const svar = await this.#skriv(klient, { lage, huvud, nya, nu: b.nu, arendeId: b.arendeId, idempotens: b.idempotens })
      return { svar, skydd: nya.some((h) => h.data.typ === 'skyddSatt') ? { personId: lage.arende.person.id, aktor } : null }
    })
  }

  /**
   * Protected identity is the person's. Row security already follows on all of the person's cases, since the write set it on each; here
   * the journal of each says so too. Broken off halfway it can be done again: a case that already says it is left as it is.
   */
  async #skyddaOvriga(b: Kommandobegaran, s: { personId: string; aktor: Aktor }): Promise<void> {
    const [svar] = await iEttSvep(this.#db, { system: s.aktor }, [{ text: 'select id from app.arende where person_id = $1 and id <> $2', values: [s.personId, b.arendeId] }])
    for (const { id } of svar!.rows as { id: string }[]) await this.#korEtt({ arendeId: id, av: { system: s.aktor }, nu: b.nu, kommando: b.kommando })
  }

  /** What the command would change, without doing it: reopened answers, new questions. */
  async provkor(b: Kommandobegaran): Promise<Foljd> {
    return this.#iTransaktion(async (klient) => {
      const { lage, aktor, farSeSkyddade } = await this.#las(klient, b)
      const k: Kontext = { aktor, farSeSkyddade, dag: b.nu.dag, tid: b.nu.tid, nyttId: randomUUID, brev: () => ({ handlingId: randomUUID(), sha256: '', storlek: 0 }) }
      return provkor(formanen(lage.arende.forman), lage, b.kommando, k).foljd
    })
  }

  /** The letter the command would send, for preview. Null when it sends none. */
  async brevFor(b: Kommandobegaran): Promise<{ innehall: Brevinnehall; lage: Lage } | null> {
    return this.#iTransaktion(async (klient) => {
      const { lage, aktor } = await this.#las(klient, b)
      let innehall: Brevinnehall | null = null
      const k: Kontext = {
        aktor, dag: b.nu.dag, tid: b.nu.tid, nyttId: randomUUID,
        brev: (i) => {
          innehall = i
          return { handlingId: randomUUID(), sha256: '', storlek: 0 }
        },
      }
      utfor(formanen(lage.arende.forman), lage, b.kommando, k)
      return innehall ? { innehall, lage } : null
    })
  }

  /** Keeps a rendered letter until it is used; the same content is kept once. */
  async sparaBrev(b: { arendeId: string; av: Uppdragsgivare; innehall: Brevinnehall; pdf: Uint8Array; pdfSha256: string }): Promise<string> {
    return this.#iTransaktion(async (klient) => {
      const s = await this.#borja(klient, b.av)
      const summa = innehallssumma(b.innehall)
      const { rows } = await klient.query<{ id: string }>(
        `insert into app.brevutkast (id, arende_id, innehall_sha256, innehall, pdf, pdf_sha256, av) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (arende_id, innehall_sha256) do nothing returning id`,
        [randomUUID(), b.arendeId, summa, JSON.stringify(b.innehall), Buffer.from(b.pdf), Buffer.from(b.pdfSha256, 'hex'), s.id],
      )
      if (rows[0]) return rows[0].id
      const redan = await klient.query<{ id: string }>('select id from app.brevutkast where arende_id = $1 and innehall_sha256 = $2', [b.arendeId, summa])
      return redan.rows[0]!.id
    })
  }

  async brevutkast(av: Uppdragsgivare, id: string): Promise<Uint8Array | null> {
    return this.#iTransaktion(async (klient) => {
      await this.#borja(klient, av)
      const { rows } = await klient.query<{ pdf: Buffer }>('select pdf from app.brevutkast where id = $1', [id])
      return rows[0]?.pdf ?? null
    })
  }

  /**
   * Opens a new case with its first events; the person is known or becomes known. Only the system
   * opens cases, and one person has one open case of a benefit: when another came first,
   * `fanns` says so and nothing is written.
   */
  async inled(o: { person: Person; forman: string; enhet: string; nu: Nu; aktor: Aktor; forsta?: readonly Kommando[]; dokument?: readonly Dokumentbytes[] }): Promise<InlettArende> {
    return this.#iTransaktion(async (klient) => {
      await klient.query('select app.borja_som_systemet()')
      await klient.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${o.person.personnummer}:${o.forman}`])
      const oppet = await klient.query<{ id: string; nummer: string; version: number }>(`select a.id, a.nummer, a.version from app.arende a join app.person p on p.id = a.person_id where p.personnummer = $1 and a.forman = $2 and a.status <> 'avslutat'`, [o.person.personnummer, o.forman])
      if (oppet.rows[0]) return { arendeId: oppet.rows[0].id, nummer: oppet.rows[0].nummer, version: oppet.rows[0].version, fanns: true }
      const arendeId = randomUUID()
      const nummer = await nastaNummer(klient, o.forman, o.nu.dag)
      const forman = formanen(o.forman)
      const data: Handelsedata = { typ: 'arendeInlett', person: o.person, forman: o.forman, enhet: o.enhet, nummer, flodesversion: forman.flodesversion }
      const forsta = somHandelser([data], 0, { aktor: o.aktor, tid: o.nu.tid, dag: o.nu.dag })
      let lage: Lage = lagetEfter(arendeId, forsta)
      const k: Kontext = { aktor: o.aktor, dag: o.nu.dag, tid: o.nu.tid, nyttId: randomUUID, brev: () => { throw konflikt('brevetAndrat', 'Ett nytt ärende kan inte börja med ett brev.') } }
      const alla: Handelse[] = [...forsta]
      for (const kommando of o.forsta ?? []) {
        const nya = somHandelser(utfor(forman, lage, kommando, k), lage.version, k)
        lage = nya.reduce(tillampa, lage)
        alla.push(...nya)
      }
      await sparaPerson(klient, o.person)
      await klient.query(
        `insert into app.arende (id, nummer, person_id, forman, enhet, version, huvud, status, sammanfattning, inlett, skyddad)
         values ($1, $2, $3, $4, $5, 0, $6, 'kraver', '{}', $7, $8)`,
        [arendeId, nummer, o.person.id, o.forman, o.enhet, TOM_KEDJA, o.nu.dag, o.person.skyddad],
      )
      await sparaDokumentbytes(klient, arendeId, o.dokument ?? [])
      const { version } = await this.#skriv(klient, { lage: { ...lage, version: 0 }, huvud: TOM_KEDJA, nya: alla, efter: lage, nu: o.nu, arendeId })
      return { arendeId, nummer, version, fanns: false }
    })
  }

  /** Looks again at a case whose day has come: does what the system does by itself, and renews the tasks. */
  async vack(arendeId: string, nu: Nu): Promise<number> {
    let gjort = 0
    for (;;) {
      const b: Kommandobegaran = { arendeId, av: { system: { id: 'system', namn: 'Återgång', roll: 'system' } }, nu, kommando: { typ: 'vack', data: null } }
      const mer = await this.#iTransaktionEfter((klient) => this.#las(klient, b), async (klient, { lage, huvud, aktor }) => {
        const forman = formanen(lage.arende.forman)
        const u = utred(forman.flode(lage.arende.flodesversion), lage, nu.dag)
        const nasta = u.automatik.find((a) => a.dag <= nu.dag)
        const k: Kontext = { aktor, dag: nu.dag, tid: nu.tid, nyttId: randomUUID, brev: () => { throw konflikt('brevetAndrat', 'Klockan sänder inga brev.') } }
        const nya = nasta ? somHandelser(utfor(forman, lage, nasta.kommando, k), lage.version, k) : []
        await this.#skriv(klient, { lage, huvud, nya, nu, arendeId })
        return nya.length > 0
      })
      if (!mer) return gjort
      gjort++
    }
  }

  // --- inside one transaction ----------------------------------------------------------------------

  #iTransaktion<T>(f: (klient: PoolClient) => Promise<T>): Promise<T> {
    return this.#iTransaktionEfter(() => Promise.resolve(), f)
  }

  /** `forst` is sent together with the opening of the transaction, so that both are one wait for the database. */
  async #iTransaktionEfter<F, T>(forst: (klient: PoolClient) => Promise<F>, f: (klient: PoolClient, forst: F) => Promise<T>): Promise<T> {
    const klient = await this.#db.app.connect()
    try {
      const [, borjan] = await alla<[unknown, F]>([klient.query('begin'), forst(klient)])
      const svar = await f(klient, borjan)
      await klient.query('commit')
      klient.release()
      return svar
    } catch (fel) {
      await backa(klient)
      throw fel
    }
  }

  async #borja(klient: PoolClient, av: Uppdragsgivare): Promise<Aktor> {
    if ('system' in av) {
      await klient.query('select app.borja_som_systemet()')
      return av.system
    }
    const { rows } = await klient.query<Sessionsrad>({ name: 'borja', text: 'select * from app.borja($1)', values: [av.session] })
    if (!rows[0]) throw new EjInloggad()
    return aktorAv(rows[0])
  }

  async #las(klient: PoolClient, b: Kommandobegaran): Promise<Last> {
    const { rows } = await klient.query<{ utfall: string; session: Sessionsrad | null; journal: Handelse[] | null; huvud: Buffer; tidigare: Kommandosvar | null }>({
      name: 'las_for_kommando', text: 'select * from app.las_for_kommando($1, $2, $3, $4)', values: ['session' in b.av ? b.av.session : null, b.arendeId, b.idempotens ?? null, this.#db.lagen.huvud(b.arendeId)],
    })
    const r = rows[0]!
    if (r.utfall === 'ejInloggad') throw new EjInloggad()
    if (r.utfall === 'saknas') throw finnsInte()
    const lage = this.#db.lagen.hamta(b.arendeId, r.huvud, () => r.journal && lagetEfter(b.arendeId, somJournal(r.journal)))
    // Let go between question and answer: asked again, the whole journal comes.
    if (!lage) return this.#las(klient, b)
    return { lage, huvud: r.huvud, aktor: 'system' in b.av ? b.av.system : aktorAv(r.session!), farSeSkyddade: 'system' in b.av || r.session!.far_se_skyddade, tidigare: r.tidigare }
  }

  /** The case and, for a command that may send one, the letters that were previewed: one wait for both. */
  async #lasMedBrev(klient: PoolClient, b: Kommandobegaran): Promise<Last & { brev: Kontext['brev'] }> {
    const [last, brev] = await alla<[Last, Kontext['brev']]>([this.#las(klient, b), this.#brevlada(klient, b)])
    return { ...last, brev }
  }

  /**
   * Finds the letter that was previewed. The lookup must be ready before the pure command runs, so
   * all unused previews of the case are listed by the print of their content. Sent behind `#las`,
   * which sets the context: without it no letter is seen.
   */
  async #brevlada(klient: PoolClient, b: Kommandobegaran): Promise<Kontext['brev']> {
    if (!kanSandaBrev(b.kommando)) return () => { throw brevetAndrat() }
    const { rows } = await klient.query<{ id: string; innehall_sha256: Buffer; pdf_sha256: Buffer; storlek: number }>({
      name: 'brevutkast', text: 'select id, innehall_sha256, pdf_sha256, octet_length(pdf) as storlek from app.brevutkast where arende_id = $1 order by skapad desc limit 20', values: [b.arendeId],
    })
    const per = new Map(rows.map((r) => [r.innehall_sha256.toString('hex'), r]))
    return (innehall) => {
      const r = per.get(innehallssumma(innehall).toString('hex'))
      if (!r) throw brevetAndrat()
      return { handlingId: r.id, sha256: r.pdf_sha256.toString('hex'), storlek: r.storlek }
    }
  }

  async #skriv(klient: PoolClient, s: { lage: Lage; efter?: Lage; huvud: Buffer; nya: readonly Handelse[]; nu: Nu; arendeId: string; idempotens?: string | undefined }): Promise<Kommandosvar> {
    const lage = s.efter ?? s.nya.reduce(tillampa, s.lage)
    const utredning = utredningAv(lage, s.nu.dag)
    const svar: Kommandosvar = { arendeId: s.arendeId, version: lage.version, handelser: s.nya.map((h) => h.nr) }
    const skrivning: Skrivning = { arendeId: s.arendeId, nya: s.nya, lage, sammanfattning: sammanfatta(lage, utredning), kedjedag: kedjedagIdag(underlaget(lage as Slage, s.nu.dag)), huvud: s.huvud, idempotens: s.idempotens }
    const [huvud] = await alla<[Buffer, unknown, unknown]>([skriv(klient, skrivning, svar), sparaBrevSomHandling(klient, s.arendeId, s.nya), this.#ko.lagg(klient, s.arendeId, s.nya, lage)])
    // Also when the transaction then fails: no case will ever have this head.
    this.#db.lagen.minns(s.arendeId, huvud, lage)
    return svar
  }
}

export const utredningAv = (lage: Lage, dag: Datum): Utredning => utred(formanen(lage.arende.forman).flode(lage.arende.flodesversion), lage, dag)

export const innehallssumma = (i: Brevinnehall): Buffer => createHash('sha256').update(kanonisk(i)).digest()

const brevetAndrat = () => konflikt('brevetAndrat', 'Brevet har ändrats sedan du förhandsgranskade det, eller är inte granskat. Läs brevet igen; det du ser är det som sänds.')

const SANDER = new Set(['svara', 'begarPlan', 'beslutaInterimistiskt', 'sandPaminnelse'])
const kanSandaBrev = (k: Kommando): boolean => SANDER.has(k.typ)

function kravVersion(lage: Lage, version: number | undefined): void {
  if (version !== undefined && version !== lage.version) {
    throw konflikt('arendetAndrat', `Någon annan har ändrat ärendet sedan du öppnade det (${lage.version - version} ${lage.version - version === 1 ? 'händelse' : 'händelser'}). Ditt utkast är sparat. Läs om ärendet.`)
  }
}

async function nastaNummer(klient: PoolClient, forman: string, dag: Datum): Promise<string> {
  const { rows } = await klient.query<{ n: number }>("select nextval('app.arendenummer') as n")
  return `${forman === 'sjukpenning' ? 'SP' : 'AR'}${dag.slice(0, 4)}-${String(rows[0]!.n).padStart(6, '0')}`
}

export async function sparaPerson(klient: PoolClient, p: Person): Promise<void> {
  await klient.query(
    `insert into app.person (id, personnummer, fornamn, efternamn, fodd, adress, lan, skyddad) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [p.id, p.personnummer, p.fornamn, p.efternamn, p.fodd, p.adress, p.lan, p.skyddad],
  )
}

async function sparaDokumentbytes(klient: PoolClient, arendeId: string, dokument: readonly Dokumentbytes[]): Promise<void> {
  for (const d of dokument) {
    await klient.query('insert into app.dokument (id, arende_id, medietyp, sha256, storlek, innehall) values ($1, $2, $3, $4, $5, $6)', [d.id, arendeId, d.medietyp, createHash('sha256').update(d.innehall).digest(), d.innehall.byteLength, Buffer.from(d.innehall)])
  }
}

/** A previewed letter that was used becomes a document of the case, byte for byte. */
async function sparaBrevSomHandling(klient: PoolClient, arendeId: string, nya: readonly Handelse[]): Promise<void> {
  const brev = nya.flatMap((h) => (h.data.typ === 'handlingTillford' && h.data.handling.typ === 'brev' ? [h.data.handling.id] : []))
  if (brev.length === 0) return
  await klient.query({
    name: 'brev_som_handling',
    text: `insert into app.dokument (id, arende_id, medietyp, sha256, storlek, innehall) select id, arende_id, 'application/pdf', pdf_sha256, octet_length(pdf), pdf from app.brevutkast where arende_id = $1 and id = any ($2) on conflict do nothing`,
    values: [arendeId, brev],
  })
}
