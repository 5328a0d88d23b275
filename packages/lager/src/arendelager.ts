import {
  Domanfel,
  konflikt,
  lagetEfter,
  provkor,
  sammanfatta,
  somHandelser,
  SYSTEMET,
  tillampa,
  utfor,
  utred,
  type Aktor,
  type Brevinnehall,
  type Foljd,
  type Handelse,
  type Handelsedata,
  type Kommando,
  type Lage,
} from '@atergang/arende'
import { formanen, projektion } from '@atergang/formaner'
import { randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'
import { brevBlirHandling, utanBrev } from './brevlada.ts'
import type { Databas } from './databas.ts'
import { anknytDokument, sparaDokumentbytes } from './dokumentbytes.ts'
import { baraForhandsvisat, kontexten, las, lasMedBrev, lasMedVarld } from './forKommando.ts'
import { TOM_KEDJA } from './kedja.ts'
import { kravKoade, type Utskicksjobb, type Utskicksko } from './ko.ts'
import type { Inledning, InlettArende, Kommandobegaran, Kommandosvar, Nu } from './kommandobegaran.ts'
import { nastaNummer, oppetArendeFor, sparaArenderad, sparaPart } from './parten.ts'
import type { Fraga } from './sammanhang.ts'
import { medHamtat, nyaDagar, nyttSidospar, omvarldenFor, sidospar, skrivSidospar, TOM_VARLD, type Kandvarld } from './sidospar.ts'
import { skriv, synkaBredvid, type Skrivning } from './skrivning.ts'
import { alla, iEttSvep } from './svep.ts'
import { iTransaktion, iTransaktionEfter, klart, type Avslut } from './transaktion.ts'
import { utredningAv } from './utredning.ts'

/** What one command led to: its answer, and whose identity it protected or no longer protects. */
interface Utfort {
  readonly svar: Kommandosvar
  readonly skydd: { readonly aktor: Aktor } | null
}

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
    return iTransaktionEfter(
      this.#db,
      (klient) => lasMedBrev(this.#db, klient, b),
      async (klient, { lage, huvud, tidigare, brev, varld, ...vem }) => {
        if (tidigare) return klart({ svar: tidigare, skydd: null })
        kravVersion(lage, b.version)
        const forman = formanen(lage.arende.forman)
        const k = kontexten(vem, b.nu, brev)
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
        return { svar: { svar, skydd: nya.some((h) => h.data.typ === 'skyddSatt') ? { aktor: vem.aktor } : null }, sist }
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
    return iTransaktionEfter(
      this.#db,
      (klient) => lasMedVarld(this.#db, klient, b),
      async (klient, { lage: fore, huvud, varld, ...vem }) => {
        const f = await forst(klient)
        const forman = formanen(fore.arende.forman)
        const k = kontexten(vem, b.nu, utanBrev('Flera kommandon på en gång sänder inga förhandsgranskade brev.'))
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
    return iTransaktion(this.#db, async (klient) => {
      const { lage, ...vem } = await las(this.#db, klient, b)
      const k = kontexten(vem, b.nu, baraForhandsvisat())
      return provkor(formanen(lage.arende.forman), lage, b.kommando, k).foljd
    })
  }

  /** The letter the command would send, for preview. Null when it sends none. */
  async brevFor(b: Kommandobegaran): Promise<{ innehall: Brevinnehall; lage: Lage } | null> {
    return iTransaktion(this.#db, async (klient) => {
      const { lage, ...vem } = await las(this.#db, klient, b)
      let innehall: Brevinnehall | null = null
      const brev = baraForhandsvisat((i) => {
        innehall = i
      })
      utfor(formanen(lage.arende.forman), lage, b.kommando, kontexten(vem, b.nu, brev))
      return innehall ? { innehall, lage } : null
    })
  }

  /**
   * Opens a new case with its first events; its party is known or becomes known. Only the system
   * opens cases, and a party has one open case of a benefit and a matter: when another came first,
   * `fanns` says so and nothing is written.
   */
  async inled(o: Inledning): Promise<InlettArende> {
    return iTransaktion(this.#db, async (klient) => {
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
      // Protection comes with the party: no first command sets it.
      const vem = { aktor: o.aktor, farSeSkyddade: false }
      const k = kontexten(vem, o.nu, utanBrev('Ett nytt ärende kan inte börja med ett brev.'))
      const handelser: Handelse[] = [...forsta]
      for (const kommando of o.forsta ?? []) {
        const nya = somHandelser(utfor(forman, lage, kommando, k), lage.version, k)
        lage = nya.reduce(tillampa, lage)
        handelser.push(...nya)
      }
      const varld =
        o.part.slag === 'person' ? await omvarldenFor(klient, { personId: o.part.person.id, arendeId, forman: o.forman }) : TOM_VARLD
      const hamtat = medHamtat(lage, [], varld, o.nu)
      handelser.push(...hamtat)
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
        nya: handelser,
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
      const { handelser } = await iTransaktionEfter(
        this.#db,
        (klient) => lasMedVarld(this.#db, klient, { arendeId, av: { system: SYSTEMET } }),
        async (klient, { lage, huvud, varld, ...vem }) => {
          const forman = formanen(lage.arende.forman)
          const u = utred(forman.flode(lage.arende.flodesversion), lage, nu.dag)
          const nasta = u.automatik.find((a) => a.dag <= nu.dag)
          const k = kontexten(vem, nu, utanBrev('Klockan sänder inga brev.'))
          const nya = nasta ? somHandelser(utfor(forman, lage, nasta.kommando, k), lage.version, k) : []
          return this.#skriv(klient, { lage, huvud, nya: medHamtat(lage, nya, varld, nu), nu, arendeId, varld, nytt: true })
        },
      )
      if (handelser.length === 0) return gjort
      gjort++
    }
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

/** An answer rests on the case as it was read; that our own letter has gone out since takes nothing from it. */
function kravVersion(lage: Lage, version: number | undefined): void {
  if (version !== undefined && (version < lage.sakversion || version > lage.version)) {
    throw konflikt(
      'arendetAndrat',
      `Någon annan har ändrat ärendet sedan du öppnade det (${lage.version - version} ${lage.version - version === 1 ? 'händelse' : 'händelser'}). Ditt utkast är sparat. Läs om ärendet.`,
    )
  }
}
