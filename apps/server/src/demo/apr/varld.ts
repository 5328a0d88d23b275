import { SYSTEMET, type Aktor, type Handling, type Kommando } from '@atergang/arende'
import type { Rad } from '@atergang/formaner'
import { datum, plusDagar, type Datum } from '@atergang/kalender'
import { Arendelager, lasArende, sha256, sparaBrev, utredningAv, utskickAv, type Utskicksjobb, type Utskicksko } from '@atergang/lager'
import { randomUUID } from 'node:crypto'
import type { Tjanster } from '../../app.ts'
import { arbetaListor } from '../../jobb/beslutslistor.ts'
import { sandUtskick } from '../../jobb/utskick.ts'
import { vackAlla } from '../../jobb/vackning.ts'
import { Klocka } from '../../klocka.ts'
import { taEmotAnordnaransokan, taEmotAprAnsokan } from '../../tjanster/apr/intag.ts'
import type { Demofirma } from './firmor.ts'

export const ASTA: Aktor = { id: 'asta', namn: 'Asta Alvar', roll: 'handlaggare', enhet: 'APR' }
export const GUDRUN: Aktor = { id: 'gudrun', namn: 'Gudrun Gran', roll: 'enhetschef', enhet: 'APR' }
const FEM = ['lakare', 'sjukskoterska', 'arbetsorganisation', 'beteendevetare', 'fysioterapeut'] as const

export interface Demorad {
  readonly anstalld: string
  readonly kronor: number
  readonly anordnare: string
  readonly insatsdag: Datum
  readonly fakturanummer: string
  readonly utanFaktura?: boolean
}

/**
 * The workplace support as it is lived: everything goes the way of the server, on a clock of its own that only goes forward. What goes out and
 * what follows in other cases is done at once.
 */
export class Varld {
  readonly t: Tjanster
  readonly #jobb: Utskicksjobb[] = []
  #faktura: Uint8Array | null = null

  constructor(t: Pick<Tjanster, 'config' | 'db' | 'brev' | 'analys'>, dag: Datum) {
    const ko: Utskicksko = {
      lagg: (_klient, arendeId, nya, lage) => {
        this.#jobb.push(...utskickAv(arendeId, nya, lage))
        return { id: [], lagda: Promise.resolve() }
      },
      koa: (_q, jobb) => Promise.resolve(void this.#jobb.push(...jobb)),
    }
    this.t = { ...t, lager: new Arendelager(t.db, ko), klocka: new Klocka(dag) }
  }

  get idag(): Datum {
    return this.t.klocka.nu().dag
  }

  async gaTill(dag: Datum): Promise<void> {
    await this.arbeta()
    if (dag <= this.idag) return
    this.t.klocka.stall(dag)
    await vackAlla(this.t)
    await this.arbeta()
  }

  async arbeta(): Promise<void> {
    for (;;) {
      for (let j = this.#jobb.shift(); j; j = this.#jobb.shift()) await sandUtskick(this.t, j)
      if ((await arbetaListor(this.t)) === 0) return
    }
  }

  /** One invented invoice, set once: each application has its own copy. */
  async #fakturan(): Promise<Uint8Array> {
    this.#faktura ??= (
      await this.t.brev.skriv({
        typ: 'information',
        mall: { namn: 'demofaktura', version: '1' },
        sprak: 'sv',
        datum: datum('2025-01-01'),
        arendenummer: 'PÅHITTAD',
        rubrik: 'Faktura',
        mottagare: { namn: 'Arbetsgivaren', rader: [] },
        avsandare: { namn: 'Anordnaren', rader: [] },
        block: [
          {
            namn: 'faktura',
            version: '1',
            agare: 'demon',
            typ: 'stycke',
            text: 'En påhittad faktura till demon. Nummer och belopp står i ansökan.',
          },
        ],
      })
    ).pdf
    return this.#faktura
  }

  async ansok(
    f: Demofirma,
    ar: number,
    rader: readonly Demorad[],
    o: { inkom?: Datum | null; papper?: Datum } = {},
  ): Promise<{ arendeId: string; ansokanId: string }> {
    const innehall = await this.#fakturan()
    const fil: Handling = {
      id: randomUUID(),
      typ: 'faktura',
      rubrik: 'Fakturor',
      fran: 'arbetsgivare',
      inkom: this.idag,
      medietyp: 'application/pdf',
      sha256: sha256(innehall),
      storlek: innehall.byteLength,
      kanal: o.papper ? 'post' : 'minaSidor',
    }
    const aktor: Aktor = o.papper ? ASTA : { id: f.orgnr, namn: f.namn, roll: 'arbetsgivare', enhet: f.orgnr.replace(/\D/g, '') }
    const { tid } = this.t.klocka.nu()
    return taEmotAprAnsokan(this.t, {
      firma: { orgnr: f.orgnr, namn: f.namn, adress: ['Storgatan 1', `800 01 ${f.ort}`], lan: f.lan },
      ar,
      aktor,
      filer: [fil],
      dokument: [{ id: fil.id, medietyp: fil.medietyp, innehall }],
      uppgift: { anstallda: f.anstallda, sektor: f.sektor, lan: f.lan, kontakt: { namn: 'Karin Kontakt', epost: '', telefon: '' } },
      ansokan: {
        ansokanId: randomUUID(),
        inkom: o.inkom === undefined ? this.idag : o.inkom,
        kanal: o.papper ? 'papper' : 'etjanst',
        ...(o.papper ? { skannad: o.papper } : { underskrift: { namn: 'Karin Kontakt', metod: 'e-legitimation', tid } }),
        anstalldaVet: true,
        ejBehandling: true,
        rader: rader.map((r): Rad => ({
          radId: randomUUID(),
          anstalld: r.anstalld,
          anordnare: r.anordnare.replace(/\D/g, ''),
          insatsdag: r.insatsdag,
          insatstyper: ['utreda', 'planera'],
          syfte: 'atergang',
          miljo: 'arbetsplatsen',
          kostnad: r.kronor * 100,
          fakturanummer: r.fakturanummer,
          beskrivning: '',
          ...(r.utanFaktura ? {} : { faktura: fil.id }),
        })),
      },
    })
  }

  async anordnare(f: Demofirma, o: { lan?: readonly string[]; utan?: (typeof FEM)[number]; lakarTom?: Datum } = {}): Promise<string> {
    const sedan = plusDagar(this.idag, -900)
    const aktor: Aktor = { id: f.orgnr, namn: f.namn, roll: 'anordnare', enhet: f.orgnr.replace(/\D/g, '') }
    const kompetenser = FEM.filter((k) => k !== o.utan).map((kompetens, i) => ({
      uppgiftId: `k${i}`,
      kompetens,
      person: `Person ${i + 1}`,
      knytning: kompetens === 'lakare' ? 'avtal' : 'anstalld',
      from: sedan,
      ...(kompetens === 'lakare' && o.lakarTom ? { tom: o.lakarTom } : {}),
    }))
    const anordnare = {
      namn: f.namn,
      typ: 'foretagshalsovard',
      lan: o.lan ?? [f.lan],
      ort: f.ort,
      webbplats: `https://${f.id}.example`,
      kontakt: { namn: 'Kajsa Kontakt' },
    }
    const { arendeId } = await taEmotAnordnaransokan(this.t, {
      firma: { orgnr: f.orgnr, namn: f.namn, adress: ['Kliniken 2', `800 02 ${f.ort}`], lan: f.lan },
      anordnare,
      kompetenser,
      aktor,
      filer: [],
      ansokan: { ansokanId: randomUUID(), inkom: this.idag, kanal: 'etjanst' },
    })
    return arendeId
  }

  /** Finds every stated competence shown, and decides. */
  async godkann(arendeId: string): Promise<void> {
    while (await this.svaraOm(arendeId, 'aprKompetens', { val: 'styrkt', skal: 'Legitimation eller examensbevis visar det.' })) continue
    await this.svara(arendeId, 'beslut', {})
  }

  async kor(arendeId: string, kommando: Kommando, aktor: Aktor = ASTA): Promise<void> {
    await this.t.lager.kor({ arendeId, av: { system: aktor }, nu: this.t.klocka.nu(), kommando })
  }

  /** Answers the question if it stands, with its letter when it sends one. */
  async svaraOm(arendeId: string, kod: string, svar: unknown, aktor: Aktor = ASTA): Promise<boolean> {
    const nu = this.t.klocka.nu()
    const helt = await lasArende(this.t.db, { system: SYSTEMET }, arendeId)
    const f = utredningAv(helt!.lage, nu.dag).fragor.find((x) => x.kod === kod)
    if (!f) return false
    const b = { arendeId, av: { system: aktor }, nu, kommando: { typ: 'svara' as const, nyckel: f.nyckel, underlag: f.underlag, svar } }
    const brev = await this.t.lager.brevFor(b)
    if (brev) {
      const { pdf, sha256: summa } = await this.t.brev.skriv(brev.innehall)
      await sparaBrev(this.t.db, { arendeId, av: b.av, innehall: brev.innehall, pdf, pdfSha256: summa })
    }
    await this.t.lager.kor(b)
    return true
  }

  /** @throws when the question does not stand: then the story does not hold */
  async svara(arendeId: string, kod: string, svar: unknown, aktor: Aktor = ASTA): Promise<void> {
    if (!(await this.svaraOm(arendeId, kod, svar, aktor)))
      throw new Error(`Demon: ärendet ${arendeId} har ingen fråga ${kod} den ${this.idag}.`)
  }

  /** Decides what is ready in the case, one after the other. */
  async besluta(arendeId: string): Promise<void> {
    while (await this.svaraOm(arendeId, 'beslut', {})) continue
    await this.arbeta()
  }
}
