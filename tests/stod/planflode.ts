import { vanligtPlansvar, type Plansvar } from '@atergang/formaner/prov'
import { pahittatPersonId } from '@atergang/intyg'
import { datum, plusDagar } from '@atergang/kalender'
import { expect } from 'vitest'
import type { Testserver } from './server.ts'

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of the API are looked into field by field
type Svar = any
interface Fraga {
  kod: string
  nyckel: string
  underlag: string
  roll: string
  inteFor: string[]
  formular: unknown
}

const VARDTEXT = { lakare: 'Dr Lena Lind', vardenhet: 'Smärtkliniken i Gävle', vardgivartyp: 'smartrehabilitering' }
const BAS = '/api/v1/mina-sidor/forebyggande'

export const HELTID = { arbetstid: { man: 8, tis: 8, ons: 8, tor: 8, fre: 8, lor: 0, son: 0 }, arbetsstart: '08:00' }
/** Two half days a week, unless said otherwise. */
export const behandling = (mer: object = {}, besok: object = {}) => ({
  id: 'b1',
  behandling: 'mmr',
  utforande: 'paPlats',
  vardgivare: 'Smärtkliniken i Gävle',
  besok: [
    {
      slag: 'veckor',
      veckodagar: ['tis', 'tor'],
      from: '2026-03-03',
      tom: '2026-04-23',
      start: '08:00',
      behandlingMin: 240,
      forberedelseMin: 0,
      resaMin: 0,
      ...besok,
    },
  ],
  ...mer,
})
export const plan = (mer: object = {}) => ({
  syfte: 'forebyggaSjukdom',
  behandlingar: [behandling()],
  ordineradAv: { namn: 'Dr Lena Lind', vardenhet: 'Smärtkliniken i Gävle', vardgivartyp: 'smartrehabilitering' },
  initiativ: 'forsakrad',
  sysselsattning: 'anstalld',
  arbetsgivare: { namn: 'Bruket AB' },
  inkomst: { anstallning: 360_000, annat: 0 },
  arsarbetstid: 1980,
  arbetsschema: HELTID,
  hederOchSamvete: true,
  ...mer,
})

let lopnummer = 0

/** Förebyggande sjukpenning walked through the API as people do: the person, the doctor, the officer, the specialist, the adviser. */
export class Planflode {
  readonly s: Testserver
  readonly kaka: string
  readonly personnummer: string
  arendeId = ''
  /** of what is answered */
  readonly koder: string[] = []
  private readonly kakor = new Map<string, string>()

  private constructor(s: Testserver, kaka: string, personnummer: string) {
    this.s = s
    this.kaka = kaka
    this.personnummer = personnummer
  }

  /** Somebody who has never been here before signs in. */
  static async ny(s: Testserver, dag?: string): Promise<Planflode> {
    const { nummer } = pahittatPersonId(plusDagar(datum('1978-01-01'), Math.floor(lopnummer / 20)), 980 + (lopnummer++ % 20))
    const personnummer = `${nummer.slice(0, 8)}-${nummer.slice(8)}`
    if (dag) s.t.klocka.stall(datum(dag))
    const konto = `p-${personnummer}`
    s.konton.push({ id: konto, namn: `Prov Provsson`, roll: 'forsakrad', personnummer, text: '' })
    return new Planflode(s, await s.loggaIn(konto), personnummer)
  }

  dag(dag: string): this {
    this.s.t.klocka.stall(datum(dag))
    return this
  }

  mitt(metod: string, vag = '', kropp?: unknown) {
    return this.s.anrop(this.kaka, metod, `${BAS}${vag}`, kropp)
  }

  async som(konto: string): Promise<string> {
    const finns = this.kakor.get(konto)
    if (finns) return finns
    const ny = await this.s.loggaIn(konto)
    this.kakor.set(konto, ny)
    return ny
  }

  async ansokOmPlan(ansokan: object = plan()): Promise<this> {
    const r = await this.mitt('POST', '/plan', { ...(this.arendeId ? { arendeId: this.arendeId } : {}), ansokan })
    expect(r.status, JSON.stringify(r.json)).toBe(201)
    this.arendeId = r.json.arendeId
    return this
  }

  /** The person makes a link, the doctor opens it and signs. */
  async utlatande(mer: object = {}): Promise<Svar> {
    const l = await this.mitt('POST', `/${this.arendeId}/utlatandelank`)
    expect(l.status).toBe(201)
    const id = (l.json.lank as string).split('/').at(-1)!
    return this.lamnaUtlatande(id, l.json.kod, mer)
  }

  async lamnaUtlatande(id: string, kod: string, mer: object = {}): Promise<Svar> {
    const sida = await this.s.anrop(null, 'POST', `/api/v1/utlatande/${id}/oppna`, { kod })
    expect(sida.status, JSON.stringify(sida.json)).toBe(200)
    const utlatande = {
      diagnoser: [{ kod: 'M545', text: 'Lumbago' }],
      beskrivning: 'Återkommande ländryggssmärta.',
      risk: 'Tungt arbete och återkommande besvär.',
      ordinerad: this.s.t.klocka.nu().dag,
      uppfoljning: { nar: plusDagar(this.s.t.klocka.nu().dag, 120), hur: 'Återbesök hos läkaren.' },
      ...VARDTEXT,
      behandlingar: sida.json.behandlingar.map((b: { id: string; behandling: string }) => ({
        id: b.id,
        behandling: b.behandling,
        hurMinskarRisken: 'Ökar styrka och uthållighet.',
        stod: 'Har stöd i riktlinjer.',
        schema: 'Enligt planen.',
      })),
      ...mer,
    }
    const r = await this.s.anrop(null, 'POST', `/api/v1/utlatande/${id}`, { kod, utlatande })
    expect(r.status, JSON.stringify(r.json)).toBe(201)
    return r.json
  }

  async vy(konto = 'eva'): Promise<Svar> {
    const r = await this.s.anrop(await this.som(konto), 'GET', `/api/v1/arenden/${this.arendeId}`)
    expect(r.status).toBe(200)
    return r.json
  }

  async fraga(kod: string, konto = 'eva'): Promise<Fraga> {
    const f = ((await this.vy(konto)).fragor as Fraga[]).find((x) => x.kod === kod)
    expect(f, `frågan ${kod}`).toBeTruthy()
    return f!
  }

  /** A command, with its letter read first when it sends one. */
  async gor(kommando: object, konto = 'eva'): Promise<{ status: number; json: Svar }> {
    const kaka = await this.som(konto)
    const forsta = await this.s.anrop(kaka, 'POST', `/api/v1/arenden/${this.arendeId}/kommandon`, kommando)
    if (forsta.json.kod !== 'brevetAndrat') return forsta
    const brev = await this.s.anrop(kaka, 'POST', `/api/v1/arenden/${this.arendeId}/brev`, kommando)
    expect(brev.status, JSON.stringify(brev.json)).toBe(200)
    return this.s.anrop(kaka, 'POST', `/api/v1/arenden/${this.arendeId}/kommandon`, kommando)
  }

  async svara(f: Fraga, svar: unknown, konto = 'eva') {
    return this.gor({ typ: 'svara', nyckel: f.nyckel, underlag: f.underlag, svar }, konto)
  }

  /** Everybody answers as usual until nothing more can be answered so, or a question of the kind is met. */
  async handlagg(v: Plansvar & { tillOchMed?: string; fmr?: string | null } = {}): Promise<this> {
    for (let varv = 0; varv < 60; varv++) {
      const fragor = (await this.vy('eva')).fragor as Fraga[]
      const f = fragor.find((x) => x.roll === 'handlaggare' || x.roll === 'specialist' || (x.roll === 'fmr' && v.fmr !== null))
      if (!f || f.kod === v.tillOchMed) return this
      const konto = f.roll === 'fmr' ? 'farah' : f.roll === 'specialist' ? 'siri' : 'eva'
      const svar =
        f.roll === 'fmr'
          ? { svar: v.fmr ?? 'Behandlingen har stöd för problemet i den omfattning som planeras.' }
          : vanligtPlansvar(f as never, v)
      if (svar === undefined) return this
      const r = await this.svara(f, svar, konto)
      expect(r.status, `${f.kod}: ${JSON.stringify(r.json)}`).toBe(200)
      this.koder.push(f.kod)
    }
    throw new Error('Ärendet blir aldrig färdigt.')
  }

  /** Two half days already approved in the plan. */
  async godkand(): Promise<this> {
    await this.ansokOmPlan()
    await this.utlatande()
    return this.handlagg()
  }

  tillfalle(dag: string, mer: object = {}) {
    return {
      id: `t-${dag}`,
      behandling: 'b1',
      utforande: 'paPlats',
      datum: dag,
      start: '08:00',
      behandlingMin: 240,
      forberedelseMin: 0,
      resaMin: 0,
      ...mer,
    }
  }

  async ansokOmErsattning(tillfallen: readonly object[], mer: object = {}): Promise<this> {
    const r = await this.mitt('POST', `/${this.arendeId}/ersattning`, { ansokan: { tillfallen, hederOchSamvete: true, ...mer } })
    expect(r.status, JSON.stringify(r.json)).toBe(201)
    return this
  }

  /** The letter with this in its heading, as text of its blocks (the preview is the letter that was sent). */
  async mittArende(): Promise<Svar> {
    const r = await this.mitt('GET', `/${this.arendeId}`)
    expect(r.status, JSON.stringify(r.json)).toBe(200)
    return r.json
  }

  /** Past the time to comment. */
  async efterKommunicering(): Promise<this> {
    const { kommuniceringar } = await this.vy('eva')
    return this.dag(plusDagar(kommuniceringar.at(-1).senast, 1))
  }
}
