import {
  Domanfel,
  ejBehorig,
  konflikt,
  lagetEfter,
  provkor,
  sammanfatta,
  somHandelser,
  tillampa,
  utfor,
  utred,
  type Aktor,
  type Brevinnehall,
  type Foljd,
  type Handelse,
  type Handelsedata,
  type Kommando,
  type Kontext,
  type Lage,
  type Part,
  type Roll,
  type Utredning,
} from '@atergang/arende'
import { formanen, projektion } from '@atergang/formaner'
import type { Datum } from '@atergang/kalender'
import { createHash, randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'
import { brevBlirHandling, brevlada, utanBrev } from './brevlada.ts'
import type { Databas } from './databas.ts'
import { TOM_KEDJA } from './kedja.ts'
import { somJournal } from './lasning.ts'
import { nastaNummer, oppetArendeFor, sparaArenderad, sparaPart } from './parten.ts'
import {
  medHamtat,
  nyaDagar,
  nyttSidospar,
  omvarlden,
  omvarldenFor,
  sidospar,
  skrivSidospar,
  TOM_VARLD,
  type Kandvarld,
} from './sidospar.ts'
import { skriv, synkaBredvid, type Skrivning } from './skrivning.ts'
import type { Fraga } from './sammanhang.ts'
import { kravKoade, type Utskicksjobb, type Utskicksko } from './ko.ts'
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

/** A case to be opened, and what happened in it first. */
export interface Inledning {
  readonly part: Part
  readonly forman: string
  /** what sets the case apart from the party's other cases of the benefit; left out when there can be but one */
  readonly sak?: string
  readonly enhet: string
  readonly nu: Nu
  readonly aktor: Aktor
  readonly forsta?: readonly Kommando[]
  readonly dokument?: readonly Dokumentbytes[]
  readonly anknyt?: Uppladdat | undefined
}

export interface Kommandobegaran {
  readonly arendeId: string
  readonly kommando: Kommando
  readonly av: Uppdragsgivare
  readonly nu: Nu
  /** the roles this way in is for; others are turned away before anything is done */
  readonly roller?: readonly Roll[] | undefined
  /** the version the person was looking at; a conflict when the case has moved on in a way that matters */
  readonly version?: number | undefined
  readonly idempotens?: string | undefined
  /** bytes of documents that the command adds, stored in the same transaction */
  readonly dokument?: readonly Dokumentbytes[] | undefined
  /** files that a firm has uploaded beforehand and sends with the command */
  readonly anknyt?: Uppladdat | undefined
}

/** Uploaded files, by id, and whose they are. */
export interface Uppladdat {
  readonly dokument: readonly string[]
  /** ten digits */
  readonly orgnr: string
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

/** The answer of a transaction, and what is still under way when its end is sent. */
interface Avslut<T> {
  readonly svar: T
  readonly sist: Promise<unknown>
}

/** What one command led to: its answer, and whose identity it protected or no longer protects. */
interface Utfort {
  readonly svar: Kommandosvar
  readonly skydd: { readonly aktor: Aktor } | null
}

const klart = <T>(svar: T): Avslut<T> => ({ svar, sist: Promise.resolve() })

export class Arendelager {
  readonly #db: Databas
  readonly #ko: Utskicksko

  constructor(db: Databas, ko: Utskicksko) {
    this.#db = db
    this.#ko = ko
  }

  /** Puts messages that belong to no case in the queue, in the caller's transaction. */
  koa(q: Fraga, jobb: readonly Utskicksjobb[]): Promise<void> {
    return this.#ko.koa(q, jobb)
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

  #korEtt(b: Kommandobegaran): Promise<Utfort> {
    return this.#iTransaktionEfter(
      (klient) => this.#lasMedBrev(klient, b),
      async (klient, { lage, huvud, aktor, farSeSkyddade, tidigare, brev, varld }) => {
        if (tidigare) return klart({ svar: tidigare, skydd: null })
        kravVersion(lage, b.version)
        const forman = formanen(lage.arende.forman)
        const k: Kontext = { aktor, farSeSkyddade, dag: b.nu.dag, tid: b.nu.tid, nyttId: randomUUID, brev }
        const nya = somHandelser(utfor(forman, lage, b.kommando, k), lage.version, k)
        if (nya.length === 0) return klart({ svar: { arendeId: b.arendeId, version: lage.version, handelser: [] }, skydd: null })
        await sparaDokumentbytes(klient, b.arendeId, b.dokument ?? [])
        await anknytDokument(klient, b.arendeId, b.anknyt)
        const { svar, sist } = this.#skriv(klient, {
          lage,
          huvud,
          nya: medHamtat(lage, nya, varld, b.nu),
          nu: b.nu,
          arendeId: b.arendeId,
          idempotens: b.idempotens,
          varld,
        })
        return { svar: { svar, skydd: nya.some((h) => h.data.typ === 'skyddSatt') ? { aktor } : null }, sist }
      },
    )
  }

  /**
   * Several commands in one case as one transaction, together with what the caller keeps beside the journal: `forst` says which, when the
   * case is locked, and `sist` is told what became of each. A refused command changes nothing and does not stop the others.
   */
  async korFlera<F>(
    b: Omit<Kommandobegaran, 'kommando' | 'idempotens' | 'version'>,
    forst: (klient: PoolClient) => Promise<F>,
    kommandon: (f: F, lage: Lage) => readonly Kommando[],
    sist: (klient: PoolClient, f: F, utfall: readonly (Domanfel | null)[]) => Promise<unknown>,
  ): Promise<readonly (Domanfel | null)[]> {
    const k0: Kommandobegaran = { ...b, kommando: { typ: 'korFlera', data: null } }
    return this.#iTransaktionEfter(
      (klient) => alla<[Last, Kandvarld]>([this.#las(klient, k0), omvarlden(klient, b.arendeId)]),
      async (klient, [{ lage: fore, huvud, aktor }, varld]) => {
        const f = await forst(klient)
        const forman = formanen(fore.arende.forman)
        const k: Kontext = {
          aktor,
          dag: b.nu.dag,
          tid: b.nu.tid,
          nyttId: randomUUID,
          brev: utanBrev('Flera kommandon på en gång sänder inga förhandsgranskade brev.'),
        }
        const nya: Handelse[] = []
        let lage = fore
        const utfall = kommandon(f, fore).map((kommando) => {
          try {
            const hans = somHandelser(utfor(forman, lage, kommando, k), lage.version, k)
            lage = hans.reduce(tillampa, lage)
            nya.push(...hans)
            return null
          } catch (fel) {
            if (!(fel instanceof Domanfel)) throw fel
            return fel
          }
        })
        if (nya.length === 0) {
          await sist(klient, f, utfall)
          return klart(utfall)
        }
        const skrivet = this.#skriv(klient, {
          lage: fore,
          huvud,
          nya: medHamtat(fore, nya, varld, b.nu),
          nu: b.nu,
          arendeId: b.arendeId,
          varld,
        })
        return { svar: utfall, sist: alla([skrivet.sist, sist(klient, f, utfall)]) }
      },
    )
  }

  /**
   * Protected identity is the party's. Row security already follows on all of the party's cases, since the write set it on each; here
   * the journal of each says so too. Broken off halfway it can be done again: a case that already says it is left as it is.
   */
  async #skyddaOvriga(b: Kommandobegaran, s: { aktor: Aktor }): Promise<void> {
    const sok =
      'select x.id from app.arende x, app.arende b where b.id = $1 and x.id <> b.id and (x.person_id = b.person_id or x.orgnr = b.orgnr)'
    const [svar] = await iEttSvep(this.#db, { system: s.aktor }, [{ text: sok, values: [b.arendeId] }])
    for (const { id } of svar!.rows as { id: string }[])
      await this.#korEtt({ arendeId: id, av: { system: s.aktor }, nu: b.nu, kommando: b.kommando })
  }

  /** What the command would change, without doing it: reopened answers, new questions. */
  async provkor(b: Kommandobegaran): Promise<Foljd> {
    return this.#iTransaktion(async (klient) => {
      const { lage, aktor, farSeSkyddade } = await this.#las(klient, b)
      const k: Kontext = {
        aktor,
        farSeSkyddade,
        dag: b.nu.dag,
        tid: b.nu.tid,
        nyttId: randomUUID,
        brev: () => ({ handlingId: randomUUID(), sha256: '', storlek: 0 }),
      }
      return provkor(formanen(lage.arende.forman), lage, b.kommando, k).foljd
    })
  }

  /** The letter the command would send, for preview. Null when it sends none. */
  async brevFor(b: Kommandobegaran): Promise<{ innehall: Brevinnehall; lage: Lage } | null> {
    return this.#iTransaktion(async (klient) => {
      const { lage, aktor } = await this.#las(klient, b)
      let innehall: Brevinnehall | null = null
      const k: Kontext = {
        aktor,
        dag: b.nu.dag,
        tid: b.nu.tid,
        nyttId: randomUUID,
        brev: (i) => {
          innehall = i
          return { handlingId: randomUUID(), sha256: '', storlek: 0 }
        },
      }
      utfor(formanen(lage.arende.forman), lage, b.kommando, k)
      return innehall ? { innehall, lage } : null
    })
  }

  /**
   * Opens a new case with its first events; its party is known or becomes known. Only the system
   * opens cases, and a party has one open case of a benefit and a matter: when another came first,
   * `fanns` says so and nothing is written.
   */
  async inled(o: Inledning): Promise<InlettArende> {
    return this.#iTransaktion(async (klient) => {
      await klient.query('select app.borja_som_systemet()')
      const forman = formanen(o.forman)
      const oppet = await oppetArendeFor(klient, o.part, o.forman, o.sak ?? '', forman.ettArende === true)
      if (oppet) return { arendeId: oppet.id, nummer: oppet.nummer, version: oppet.version, fanns: true }
      const arendeId = randomUUID()
      const nummer = await nastaNummer(klient, forman.nummerprefix, o.nu.dag)
      const grund = {
        typ: 'arendeInlett' as const,
        forman: o.forman,
        enhet: o.enhet,
        nummer,
        flodesversion: forman.flodesversion,
        ...(o.sak ? { sak: o.sak } : {}),
      }
      const data: Handelsedata =
        o.part.slag === 'person'
          ? { ...grund, person: o.part.person }
          : o.part.slag === 'arbetsgivare'
            ? { ...grund, arbetsgivare: o.part.arbetsgivare }
            : { ...grund, utanPart: true }
      const forsta = somHandelser([data], 0, { aktor: o.aktor, tid: o.nu.tid, dag: o.nu.dag })
      let lage: Lage = lagetEfter(arendeId, forsta)
      const k: Kontext = {
        aktor: o.aktor,
        dag: o.nu.dag,
        tid: o.nu.tid,
        nyttId: randomUUID,
        brev: utanBrev('Ett nytt ärende kan inte börja med ett brev.'),
      }
      const alla: Handelse[] = [...forsta]
      for (const kommando of o.forsta ?? []) {
        const nya = somHandelser(utfor(forman, lage, kommando, k), lage.version, k)
        lage = nya.reduce(tillampa, lage)
        alla.push(...nya)
      }
      const varld =
        o.part.slag === 'person' ? await omvarldenFor(klient, { personId: o.part.person.id, arendeId, forman: o.forman }) : TOM_VARLD
      const hamtat = medHamtat(lage, [], varld, o.nu)
      alla.push(...hamtat)
      lage = hamtat.reduce(tillampa, lage)
      await sparaPart(klient, o.part)
      await sparaArenderad(klient, {
        id: arendeId,
        nummer,
        part: o.part,
        forman: o.forman,
        sak: o.sak ?? '',
        enhet: o.enhet,
        inlett: o.nu.dag,
      })
      await sparaDokumentbytes(klient, arendeId, o.dokument ?? [])
      await anknytDokument(klient, arendeId, o.anknyt)
      const skrivet = this.#skriv(klient, {
        lage: { ...lage, version: 0 },
        huvud: TOM_KEDJA,
        nya: alla,
        efter: lage,
        nu: o.nu,
        arendeId,
        varld,
        nytt: true,
      })
      await skrivet.sist
      return { arendeId, nummer, version: skrivet.svar.version, fanns: false }
    })
  }

  /** Looks again at a case whose day has come: does what the system does by itself, and renews the tasks. */
  async vack(arendeId: string, nu: Nu): Promise<number> {
    let gjort = 0
    for (;;) {
      const b: Kommandobegaran = {
        arendeId,
        av: { system: { id: 'system', namn: 'Återgång', roll: 'system' } },
        nu,
        kommando: { typ: 'vack', data: null },
      }
      const { handelser } = await this.#iTransaktionEfter(
        (klient) => this.#lasMedBrev(klient, b),
        async (klient, { lage, huvud, aktor, varld }) => {
          const forman = formanen(lage.arende.forman)
          const u = utred(forman.flode(lage.arende.flodesversion), lage, nu.dag)
          const nasta = u.automatik.find((a) => a.dag <= nu.dag)
          const k: Kontext = { aktor, dag: nu.dag, tid: nu.tid, nyttId: randomUUID, brev: utanBrev('Klockan sänder inga brev.') }
          const nya = nasta ? somHandelser(utfor(forman, lage, nasta.kommando, k), lage.version, k) : []
          return this.#skriv(klient, { lage, huvud, nya: medHamtat(lage, nya, varld, nu), nu, arendeId, varld, nytt: true })
        },
      )
      if (handelser.length === 0) return gjort
      gjort++
    }
  }

  // --- inside one transaction ----------------------------------------------------------------------

  #iTransaktion<T>(f: (klient: PoolClient) => Promise<T>): Promise<T> {
    return this.#iTransaktionEfter(
      () => Promise.resolve(),
      async (klient) => klart(await f(klient)),
    )
  }

  /**
   * `forst` is sent together with the opening of the transaction, and what `f` leaves under way together
   * with its end: one wait for the database each. When any of it fails, the end is a rollback.
   */
  async #iTransaktionEfter<F, T>(
    forst: (klient: PoolClient) => Promise<F>,
    f: (klient: PoolClient, forst: F) => Promise<Avslut<T>>,
  ): Promise<T> {
    const klient = await this.#db.app.connect()
    try {
      const [, borjan] = await alla<[unknown, F]>([klient.query('begin'), forst(klient)])
      const { svar, sist } = await f(klient, borjan)
      await alla<[unknown, unknown]>([sist, klient.query('commit')])
      klient.release()
      return svar
    } catch (fel) {
      await backa(klient)
      throw fel
    }
  }

  async #las(klient: PoolClient, b: Kommandobegaran): Promise<Last> {
    const { rows } = await klient.query<{
      utfall: string
      session: Sessionsrad | null
      journal: Handelse[] | null
      huvud: Buffer
      tidigare: Kommandosvar | null
    }>({
      name: 'las_for_kommando',
      text: 'select * from app.las_for_kommando($1, $2, $3, $4)',
      values: ['session' in b.av ? b.av.session : null, b.arendeId, b.idempotens ?? null, this.#db.lagen.huvud(b.arendeId)],
    })
    const r = rows[0]!
    if (r.utfall === 'ejInloggad') throw new EjInloggad()
    const aktor = 'system' in b.av ? b.av.system : aktorAv(r.session!)
    if (b.roller && !b.roller.includes(aktor.roll)) throw ejBehorig('Din roll har inte tillgång till ärenden.')
    if (r.utfall === 'saknas') throw finnsInte()
    const lage = this.#db.lagen.hamta(b.arendeId, r.huvud, () => r.journal && lagetEfter(b.arendeId, somJournal(r.journal)))
    // Let go between question and answer: asked again, the whole journal comes.
    if (!lage) return this.#las(klient, b)
    return { lage, huvud: r.huvud, aktor, farSeSkyddade: 'system' in b.av || r.session!.far_se_skyddade, tidigare: r.tidigare }
  }

  /** The case, what is known outside it and, for a command that may send one, the letters that were previewed: one wait for all. */
  async #lasMedBrev(klient: PoolClient, b: Kommandobegaran): Promise<Last & { brev: Kontext['brev']; varld: Kandvarld }> {
    const [last, varld, brev] = await alla<[Last, Kandvarld, Kontext['brev']]>([
      this.#las(klient, b),
      omvarlden(klient, b.arendeId),
      brevlada(klient, b.arendeId, b.kommando),
    ])
    return { ...last, varld, brev }
  }

  #skriv(
    klient: PoolClient,
    s: {
      lage: Lage
      efter?: Lage
      huvud: Buffer
      nya: readonly Handelse[]
      nu: Nu
      arendeId: string
      varld: Kandvarld
      /** a new case, or one to be worked out anew: what it shows outside is written whatever it was */ nytt?: true
      idempotens?: string | undefined
    },
  ): Avslut<Kommandosvar> {
    const lage = s.efter ?? s.nya.reduce(tillampa, s.lage)
    const utredning = utredningAv(lage, s.nu.dag)
    const svar: Kommandosvar = { arendeId: s.arendeId, version: lage.version, handelser: s.nya.map((h) => h.nr) }
    const skrivning: Skrivning = {
      arendeId: s.arendeId,
      nya: s.nya,
      lage,
      sammanfattning: sammanfatta(lage, utredning),
      kedjedag: formanen(lage.arende.forman).dagnummer(lage, s.nu.dag),
      huvud: s.huvud,
      idempotens: s.idempotens,
    }
    const { huvud, skrivet } = skriv(klient, skrivning, svar)
    // Also when the transaction then fails: no case will ever have this head.
    this.#db.lagen.minns(s.arendeId, huvud, lage)
    const [fore, efter] = [sidospar(s.lage, s.nu.dag), sidospar(lage, s.nu.dag)]
    const sidosparet = s.nytt || nyttSidospar(fore, efter) ? [skrivSidospar(klient, s.arendeId, efter)] : []
    const bredvid = projektion(lage, s.nu.dag)
    const bredvidRader = bredvid ? [synkaBredvid(klient, s.arendeId, bredvid.funktion, JSON.stringify(bredvid.data))] : []
    const { id, lagda } = this.#ko.lagg(klient, s.arendeId, s.nya, lage, s.varld.flera && (s.nytt || nyaDagar(fore, efter)))
    return {
      svar,
      sist: alla([
        skrivet,
        ...sidosparet,
        ...bredvidRader,
        brevBlirHandling(klient, s.nya),
        lagda,
        ...(id.length ? [kravKoade(klient, id)] : []),
      ]),
    }
  }
}

export const utredningAv = (lage: Lage, dag: Datum): Utredning =>
  utred(formanen(lage.arende.forman).flode(lage.arende.flodesversion), lage, dag)

/** An answer rests on the case as it was read; that our own letter has gone out since takes nothing from it. */
function kravVersion(lage: Lage, version: number | undefined): void {
  if (version !== undefined && (version < lage.sakversion || version > lage.version)) {
    throw konflikt(
      'arendetAndrat',
      `Någon annan har ändrat ärendet sedan du öppnade det (${lage.version - version} ${lage.version - version === 1 ? 'händelse' : 'händelser'}). Ditt utkast är sparat. Läs om ärendet.`,
    )
  }
}

/** @throws {Domanfel} when a file is gone, is somebody else's or was sent with something before */
async function anknytDokument(klient: PoolClient, arendeId: string, u: Uppladdat | undefined): Promise<void> {
  if (!u?.dokument.length) return
  try {
    await klient.query('select app.anknyt_dokument($1, $2, $3)', [arendeId, u.dokument, u.orgnr])
  } catch (fel) {
    if ((fel as { code?: string }).code !== 'P0002') throw fel
    throw konflikt('filenSaknas', 'En av filerna finns inte kvar eller är redan använd. Ladda upp den igen.')
  }
}

async function sparaDokumentbytes(klient: PoolClient, arendeId: string, dokument: readonly Dokumentbytes[]): Promise<void> {
  for (const d of dokument) {
    await klient.query('insert into app.dokument (id, arende_id, medietyp, sha256, storlek, innehall) values ($1, $2, $3, $4, $5, $6)', [
      d.id,
      arendeId,
      d.medietyp,
      createHash('sha256').update(d.innehall).digest(),
      d.innehall.byteLength,
      Buffer.from(d.innehall),
    ])
  }
}
