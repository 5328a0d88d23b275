import { provOrgnr } from '@atergang/formaner/prov'
import { datum, type Datum } from '@atergang/kalender'
import { arbetaListor } from '../../apps/server/src/jobb/beslutslistor.ts'
import { sandUtskick } from '../../apps/server/src/jobb/utskick.ts'
import { vackAlla } from '../../apps/server/src/jobb/vackning.ts'
import { Minnesko } from './minnesko.ts'
import { startaTestserver, type Testserver } from './server.ts'

/** A whole PDF, as far as we look. */
export const PDF = Buffer.from('%PDF-1.7\nprov\n%%EOF').toString('base64')
export const pdf = (text: string): string => Buffer.from(`%PDF-1.7\n${text}\n%%EOF`).toString('base64')

const FEM = ['lakare', 'sjukskoterska', 'arbetsorganisation', 'beteendevetare', 'fysioterapeut'] as const

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are looked into field by field
type Svar = any
export interface Radval {
  readonly anstalld?: string
  readonly kronor?: number
  readonly anordnare?: string
  readonly insatsdag?: string
  readonly fakturanummer?: string
  readonly insatstyper?: readonly string[]
  readonly utanFaktura?: boolean
}

/** The server with those who work with the workplace support, told as one would tell of it. */
export class Aprserver {
  readonly s: Testserver
  readonly ko: Minnesko
  readonly #kakor = new Map<string, string>()
  #lopnr = 0

  private constructor(s: Testserver, ko: Minnesko) {
    this.s = s
    this.ko = ko
  }

  static async starta(dag: string): Promise<Aprserver> {
    const ko = new Minnesko()
    return new Aprserver(await startaTestserver({ dag, utskicksko: ko }), ko)
  }

  stang = (): Promise<void> => this.s.stang()

  /** A firm that can sign in. */
  firma(id: string, namn: string, roll: 'arbetsgivare' | 'anordnare', nr: number, orgnr = provOrgnr(nr)): string {
    this.s.konton.push({ id, namn, roll, orgnr, text: '' })
    return orgnr
  }

  async som(konto: string): Promise<string> {
    const kaka = this.#kakor.get(konto) ?? (await this.s.loggaIn(konto))
    this.#kakor.set(konto, kaka)
    return kaka
  }

  async anrop(konto: string | null, metod: string, vag: string, kropp?: unknown): Promise<{ status: number; json: Svar }> {
    return this.s.anrop(konto ? await this.som(konto) : null, metod, `/api/v1${vag}`, kropp)
  }

  /** As `anrop`, but it must go well. */
  async gor(konto: string | null, metod: string, vag: string, kropp?: unknown): Promise<Svar> {
    const r = await this.anrop(konto, metod, vag, kropp)
    if (r.status >= 300) throw new Error(`${metod} ${vag}: ${r.status} ${JSON.stringify(r.json)}`)
    return r.json
  }

  dag(dag: string): void {
    this.s.t.klocka.stall(datum(dag))
  }
  idag = (): Datum => this.s.t.klocka.nu().dag

  /** What the background does until nothing is left: letters, work in other cases, approved lists, days that have come. */
  async bakgrunden(): Promise<void> {
    for (;;) {
      const gjort = (await this.ko.tom((j) => sandUtskick(this.s.t, j))) + (await arbetaListor(this.s.t))
      if (gjort === 0) break
    }
    await vackAlla(this.s.t)
    await this.ko.tom((j) => sandUtskick(this.s.t, j))
  }

  fragor = async (arendeId: string, konto = 'asta'): Promise<Svar[]> => (await this.gor(konto, 'GET', `/arenden/${arendeId}`)).fragor

  /** Answers an open question as an officer does on the page: reads the letter first when there is one. */
  async svara(arendeId: string, kod: string, svar: unknown, o: { konto?: string; del?: string } = {}): Promise<Svar> {
    const konto = o.konto ?? 'asta'
    const alla = await this.fragor(arendeId, konto)
    const f = alla.find((x) => x.kod === kod && x.nyckel.includes(o.del ?? ''))
    if (!f) throw new Error(`Ingen fråga ${kod}: ${alla.map((x) => x.nyckel).join(', ')}`)
    const kommando = { typ: 'svara', nyckel: f.nyckel, underlag: f.underlag, svar }
    const brev = await this.anrop(konto, 'POST', `/arenden/${arendeId}/brev`, kommando)
    if (brev.status >= 300 && brev.json.kod !== 'ingetBrev') throw new Error(JSON.stringify(brev.json))
    return this.gor(konto, 'POST', `/arenden/${arendeId}/kommandon`, kommando)
  }

  fil = async (konto: string, text = 'prov'): Promise<string> =>
    (await this.gor(konto, 'POST', '/apr/filer', { filnamn: 'f.pdf', innehall: pdf(text) })).id

  /** A provider applies, its competences are found shown, and it is approved. Gives its case. */
  async godkand(konto: string, o: { lan?: string[]; namn?: string } = {}): Promise<string> {
    const underlag = await this.fil(konto, 'legitimation')
    const kompetenser = FEM.map((kompetens, i) => ({
      uppgiftId: `u${i}`,
      kompetens,
      person: `P${i}`,
      knytning: i % 2 ? 'avtal' : 'anstalld',
      from: '2020-01-01',
      ...(i === 0 ? { underlag } : {}),
    }))
    const anordnare = {
      namn: o.namn ?? 'Hälsa i arbetet AB',
      typ: 'foretagshalsovard',
      lan: o.lan ?? ['21'],
      ort: 'Gävle',
      kontakt: { namn: 'Kajsa Kontakt' },
    }
    const { arendeId } = await this.gor(konto, 'POST', '/apr/anordnare/ansokningar', {
      anordnare,
      kompetenser,
      foretag: { adress: ['Provgatan 1', '800 01 Gävle'] },
    })
    for (const _ of FEM) await this.svara(arendeId, 'aprKompetens', { val: 'styrkt', skal: 'Legitimationen visar det.' })
    await this.svara(arendeId, 'beslut', {})
    await this.bakgrunden()
    return arendeId
  }

  /** Rows of an application; each with an invoice of its own when nothing else is said. */
  async rader(konto: string, anordnare: string, rader: readonly Radval[]): Promise<object[]> {
    const faktura = await this.fil(konto, `faktura ${++this.#lopnr}`)
    return rader.map((r, i) => ({
      radId: `${this.#lopnr}-${i}`,
      anstalld: r.anstalld ?? `A${i}`,
      anordnare: r.anordnare ?? anordnare,
      insatsdag: r.insatsdag ?? `${this.idag().slice(0, 4)}-02-10`,
      insatstyper: r.insatstyper ?? ['utreda', 'planera'],
      syfte: 'atergang',
      miljo: 'arbetsplatsen',
      kostnad: Math.round((r.kronor ?? 10_000) * 100),
      fakturanummer: r.fakturanummer ?? `F${this.#lopnr}-${i}`,
      ...(r.utanFaktura ? {} : { faktura }),
    }))
  }

  async ansok(
    konto: string,
    ar: number,
    rader: readonly object[],
    mer: object = {},
  ): Promise<{ arendeId: string; nummer: string; ansokanId: string }> {
    return this.gor(konto, 'POST', '/apr/arbetsgivare/ansokningar', {
      ar,
      rader,
      anstalldaVet: true,
      ejBehandling: true,
      arbetsgivare: { anstallda: 8, sektor: 'privat', lan: '21', kontakt: { namn: 'Karl Kontakt' } },
      foretag: { adress: ['Bruksgatan 1', '800 01 Gävle'], lan: '21' },
      ...mer,
    })
  }

  /** Freezes what is ready, opens the sample, approves and lets the background decide. Gives the list. */
  async beslutaLista(slag: 'klara' | 'sena' = 'klara'): Promise<Svar> {
    const l = await this.gor('asta', 'POST', '/apr/beslutslistor', { slag })
    const prov = (await this.gor('asta', 'GET', `/apr/beslutslistor/${l.id}?bara=stickprov`)).rader
    for (const r of prov) await this.gor('asta', 'POST', `/apr/beslutslistor/${l.id}/rader/${r.nr}/granskad`)
    await this.gor('asta', 'POST', `/apr/beslutslistor/${l.id}/godkannande`, { avtryck: l.avtryck, antal: l.antal, summa: l.summa })
    await this.bakgrunden()
    return (await this.gor('asta', 'GET', `/apr/beslutslistor/${l.id}`)).lista
  }

  mitt = (konto: string): Promise<Svar> => this.gor(konto, 'GET', '/apr/arbetsgivare')
}
