import { oppnaDatabas, startaInbaddad } from '@atergang/lager'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { starta, type Barn } from './barn.ts'
import { DAG, laddaBestand } from './bestand.ts'
import { forberedBart, forberedBeslut, loggaIn } from './forbered.ts'
import type { Begaran } from './lastbarn.ts'
import { motMal, nySerie, radAv, tabell, tal, type Matserie, type Rad } from './matt.ts'

export interface Lastval {
  readonly arenden: number
  readonly rundor: number
}

const ANVANDARE = 20
const LASNINGAR = 40
const BESLUT = 8
const UPPVARMNING = 2
/** milliseconds between what one user does, in the rounds that are not a full load */
const PAUS = 500

export interface Lastsvar {
  readonly arenden: number
  readonly rader: readonly Rad[]
  readonly kvoter: Readonly<Record<string, number>>
  readonly perBegaran: Readonly<Record<string, { satser: number; resor: number; cpuMs: number }>>
}

interface Rakning {
  readonly satser: number
  readonly resor: number
  readonly cpuMs: number
}

/** One kind of work: given the round, does its share and says how long each took. */
interface Arbete {
  readonly serie: Matserie
  readonly kor: (runda: number) => Promise<{ ms: number[]; sekunder: number }>
  readonly server?: Barn
  rakning: Rakning
}

const NOLL: Rakning = { satser: 0, resor: 0, cpuMs: 0 }

export async function lastprov(v: Lastval, sag: (text: string) => void): Promise<Lastsvar> {
  const mapp = mkdtempSync(join(tmpdir(), 'atergang-bench-'))
  const stangning: (() => Promise<unknown> | void)[] = [() => rmSync(mapp, { recursive: true, force: true })]
  try {
    const pg = await startaInbaddad({ mapp })
    stangning.unshift(() => pg.stang())
    const db = await oppnaDatabas(pg.url)
    stangning.unshift(() => db.stang())
    const barn = (fil: string, ...argument: string[]) => {
      const b = starta(fil, argument)
      stangning.unshift(() => b.stang())
      return b
    }
    const start = performance.now()
    const antalBeslut = ANVANDARE * BESLUT * (v.rundor + UPPVARMNING + 1)
    const bestand = await laddaBestand(db, v.arenden, antalBeslut, () => undefined)
    sag(`${bestand.laddat.arenden} ärenden med ${bestand.laddat.handelser} händelser laddade på ${tal((performance.now() - start) / 1000, 1)} s.`)
    const anvandare = await loggaIn(db, ANVANDARE)
    const beslut = await forberedBeslut(db, anvandare, bestand.attBesluta)
    const rader = await forberedBart(db, v.arenden)
    await db.agare.query('vacuum analyze')
    await db.agare.query('checkpoint')

    const server = barn('./serverbarn.ts', 'hela', pg.url, DAG, mapp)
    const barserver = barn('./serverbarn.ts', 'bar', pg.url, DAG, mapp)
    const driver = barn('./driverbarn.ts', pg.url)
    const last = barn('./lastbarn.ts')
    const [port, barport] = [await server.fraga<number>({ vad: 'starta' }), await barserver.fraga<number>({ vad: 'starta' })]

    const slumpade = <T>(ur: readonly T[]) => ur[Math.floor(Math.random() * ur.length)]!
    const perAnvandare = <T>(antal: number, f: (u: number) => T): T[][] => anvandare.map((_, u) => Array.from({ length: antal }, () => f(u)))
    const http = (p: number, jobb: Begaran[][], paus = 0) => last.fraga<{ ms: number[]; sekunder: number }>({ port: p, jobb, paus })
    const lasvag = (u: number): Begaran => ({ metod: 'GET', vag: `/api/v1/arenden/${slumpade(bestand.ids)}`, kaka: anvandare[u]!.kaka })
    const bart = (slag: 'las' | 'skriv', n: number, paus = 0) => driver.fraga<{ ms: number[]; sekunder: number }>({ slag, jobb: perAnvandare(n, () => slumpade(rader)), paus })
    const besluta = (r: number, paus = 0) => http(port, beslut.map((egna) => egna.slice(r * BESLUT, (r + 1) * BESLUT)), paus)
    const arbete = (namn: string, kor: Arbete['kor'], av?: Barn): Arbete => ({ serie: nySerie(namn), kor, ...(av ? { server: av } : {}), rakning: NOLL })
    const arbeten: Arbete[] = [
      arbete('Öppna ärendesida (HTTP)', () => http(port, perAnvandare(LASNINGAR, lasvag)), server),
      arbete('Bar läsning av en rad (pg)', () => bart('las', LASNINGAR)),
      arbete('Bar läsning över Fastify (HTTP)', () => http(barport, perAnvandare(LASNINGAR, () => ({ metod: 'GET', vag: `/rad/${slumpade(rader)}` }))), barserver),
      arbete('Beslut (HTTP)', (r) => besluta(r), server),
      arbete('Bar insättning av en rad (pg)', () => bart('skriv', LASNINGAR)),
    ]
    // Pages that nobody has opened today are taken away after the rounds, so that these are not disturbed.
    const olasta = bestand.ids.slice(0, ANVANDARE * 10)
    const efterat: Arbete[] = [
      arbete('Ärendesida, 0,5 s mellan', () => http(port, perAnvandare(BESLUT, lasvag), PAUS), server),
      arbete('Bar läsning, 0,5 s mellan', () => bart('las', BESLUT, PAUS)),
      arbete('Beslut, 0,5 s mellan', () => besluta(UPPVARMNING + v.rundor, PAUS), server),
      arbete('Bar insättning, 0,5 s mellan', () => bart('skriv', BESLUT, PAUS)),
      arbete('Dagens första öppning (HTTP)', () => http(port, anvandare.map((a, u) => olasta.filter((_, i) => i % ANVANDARE === u).map((id) => ({ metod: 'GET', vag: `/api/v1/arenden/${id}`, kaka: a.kaka })))), server),
    ]

    sag(`${ANVANDARE} samtidiga användare, ${v.rundor} rundor, ${UPPVARMNING} rundor uppvärmning före.`)
    for (let r = 0; r < UPPVARMNING + v.rundor; r++) for (const a of arbeten) await enRunda(a, r, r >= UPPVARMNING)
    for (const a of efterat) {
      if (a === efterat.at(-1)) await db.agare.query('delete from app.arendevy where arende_id = any ($1)', [olasta])
      await enRunda(a, 0, true)
    }
    return sammanstall(v.arenden, [...arbeten, ...efterat])
  } finally {
    for (const f of stangning) await f()
  }
}

async function enRunda(a: Arbete, runda: number, rakna: boolean): Promise<void> {
  const fore = await a.server?.fraga<Rakning>({ vad: 'rakna' })
  const m = await a.kor(runda)
  const efter = await a.server?.fraga<Rakning>({ vad: 'rakna' })
  if (!rakna) return
  a.serie.ms.push(...m.ms)
  a.serie.sekunder += m.sekunder
  if (fore && efter) a.rakning = { satser: a.rakning.satser + efter.satser - fore.satser, resor: a.rakning.resor + efter.resor - fore.resor, cpuMs: a.rakning.cpuMs + efter.cpuMs - fore.cpuMs }
}

function sammanstall(arenden: number, arbeten: readonly Arbete[]): Lastsvar {
  const rader = arbeten.map((a) => radAv(a.serie))
  const [sida, las, fastify, beslut, skriv, sidaLugnt, lasLugnt, beslutLugnt, skrivLugnt] = rader as [Rad, Rad, Rad, Rad, Rad, Rad, Rad, Rad, Rad]
  return {
    arenden, rader,
    kvoter: { sidaMotBarLasning: sida.p50 / las.p50, sidaMotFastify: sida.p50 / fastify.p50, fastifyMotBarLasning: fastify.p50 / las.p50, beslutMotBarInsattning: beslut.p50 / skriv.p50, sidaLugnt: sidaLugnt.p50 / lasLugnt.p50, beslutLugnt: beslutLugnt.p50 / skrivLugnt.p50 },
    perBegaran: Object.fromEntries(arbeten.filter((a) => a.server).map((a) => [a.serie.namn, { satser: a.rakning.satser / a.serie.ms.length, resor: a.rakning.resor / a.serie.ms.length, cpuMs: a.rakning.cpuMs / a.serie.ms.length }])),
  }
}

export function skrivLast(s: Lastsvar): string {
  const k = s.kvoter
  return [
    tabell(['', 'antal', 'p50 ms', 'p99 ms', 'per sekund', 'satser', 'resor', 'CPU ms'], s.rader.map((r) => {
      const p = s.perBegaran[r.namn]
      return [r.namn, String(r.antal), tal(r.p50), tal(r.p99), tal(r.perSekund, 0), p ? tal(p.satser, 1) : '1', p ? tal(p.resor, 1) : '1', p ? tal(p.cpuMs) : '']
    })),
    '',
    `Ärendesida mot bar läsning, p50:     ${motMal(k.sidaMotBarLasning!, 5)}`,
    `Beslut mot bar insättning, p50:      ${motMal(k.beslutMotBarInsattning!, 8)}`,
    `Upplysning: ärendesida mot bar Fastify ${tal(k.sidaMotFastify!, 1)}; bar Fastify mot bar läsning ${tal(k.fastifyMotBarLasning!, 1)}.`,
    `Upplysning: med 0,5 s mellan det en användare gör är kvoterna ${tal(k.sidaLugnt!, 1)} och ${tal(k.beslutLugnt!, 1)}.`,
    'Satser och resor: SQL per begäran, och hur många gånger servern väntar på databasen. CPU: serverprocessens per begäran.',
  ].join('\n')
}
