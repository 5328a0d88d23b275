import { oppnaDatabas, startaInbaddad, type Databas } from '@atergang/lager'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { starta, type Barn } from './barn.ts'
import { DAG, laddaBestand } from './bestand.ts'
import { attBesluta, enhetensIds, forberedBart, invantaKon, loggaIn } from './forbered.ts'
import type { Begaran } from './lastbarn.ts'
import { matarePostgres } from './pgcpu.ts'
import { motMal, nySerie, radAv, tabell, tal, type Matserie, type Rad } from './matt.ts'

export interface Lastval {
  readonly arenden: number
  readonly rundor: number
}

const ANVANDARE = 20
const LASNINGAR = 40
const BESLUT = 8
const UPPVARMNING = 2
/** milliseconds between what one user does, in the rounds that are not a full load; and how many such rounds */
const PAUS = 2000
const LUGNA_RUNDOR = 3
const MAL = { sida: 5, beslut: 8 } as const

export interface Lastsvar {
  readonly arenden: number
  readonly rader: readonly Rad[]
  /** p50 against the bare work of the same round, without a pause (`full`) and with one (`lugn`) */
  readonly kvoter: Readonly<
    Record<
      'sidaFull' | 'beslutFull' | 'sidaLugn' | 'beslutLugn' | 'sidaMotFastify' | 'fastifyMotBarLasning' | 'sidaCpu' | 'beslutCpu',
      number
    >
  >
  readonly perBegaran: Readonly<Record<string, Rakning>>
  readonly laddningSekunder: number
}

interface Rakning {
  readonly satser: number
  readonly resor: number
  /** of the process that asks the database, and of the database */
  readonly cpuMs: number
  readonly pgCpuMs: number
}

interface Matt {
  readonly ms: number[]
  readonly sekunder: number
  readonly cpuMs?: number
}

/** One kind of work: given the round, does its share and says how long each took. */
interface Arbete {
  readonly serie: Matserie
  readonly kor: (runda: number) => Promise<Matt>
  readonly server?: Barn
  /** what must be done before and is not measured */
  readonly fore?: (runda: number) => Promise<unknown>
  rakning: Rakning
}

const NOLL: Rakning = { satser: 0, resor: 0, cpuMs: 0, pgCpuMs: 0 }

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
    const antalBeslut = ANVANDARE * BESLUT * (v.rundor + UPPVARMNING + LUGNA_RUNDOR)
    const laddat = await laddaBestand(db, v.arenden, antalBeslut, (n) => void (n % 4000 === 0 && sag(`  ${n} av ${v.arenden} ärenden …`)))
    const laddningSekunder = (performance.now() - start) / 1000
    sag(`${laddat.arenden} ärenden med ${laddat.handelser} händelser laddade på ${tal(laddningSekunder, 0)} s.`)
    const kakor = await loggaIn(db, ANVANDARE)
    const [beslut, ids, rader] = [await attBesluta(db, kakor, antalBeslut), await enhetensIds(db), await forberedBart(db, v.arenden)]
    await db.agare.query('vacuum analyze')
    await db.agare.query('checkpoint')

    const pgCpu = matarePostgres(mapp)
    const server = barn('./serverbarn.ts', 'hela', pg.url, DAG, mapp)
    const barserver = barn('./serverbarn.ts', 'bar', pg.url, DAG, mapp)
    const driver = barn('./driverbarn.ts', pg.url)
    const last = barn('./lastbarn.ts')
    const [port, barport] = [await server.fraga<number>({ vad: 'starta' }), await barserver.fraga<number>({ vad: 'starta' })]

    const slumpade = <T>(ur: readonly T[]) => ur[Math.floor(Math.random() * ur.length)]!
    const perAnvandare = <T>(antal: number, f: (u: number) => T): T[][] => kakor.map((_, u) => Array.from({ length: antal }, () => f(u)))
    const http = (p: number, jobb: Begaran[][], paus = 0) => last.fraga<Matt>({ port: p, jobb, paus })
    const lasvag = (u: number): Begaran => ({ metod: 'GET', vag: `/api/v1/arenden/${slumpade(ids)}`, kaka: kakor[u]! })
    const bart = (slag: 'las' | 'skriv', n: number, paus = 0) =>
      driver.fraga<Matt>({ slag, jobb: perAnvandare(n, () => slumpade(rader)), paus })
    const beslutsrunda = (r: number) => beslut.map((egna) => egna.slice(r * BESLUT, (r + 1) * BESLUT))
    const lasBreven = (r: number) =>
      http(
        port,
        beslutsrunda(r).map((egna) => egna.map((b) => b.lasBrevet)),
      )
    const besluta = (r: number, paus = 0) =>
      http(
        port,
        beslutsrunda(r).map((egna) => egna.map((b) => b.besluta)),
        paus,
      )
    const arbete = (namn: string, kor: Arbete['kor'], mer: Pick<Arbete, 'server' | 'fore'> = {}): Arbete => ({
      serie: nySerie(namn),
      kor,
      ...mer,
      rakning: NOLL,
    })
    const full: Arbete[] = [
      arbete('Öppna ärendesida (HTTP)', () => http(port, perAnvandare(LASNINGAR, lasvag)), { server }),
      arbete('Bar läsning av en rad (pg)', () => bart('las', LASNINGAR)),
      arbete(
        'Bar läsning över Fastify (HTTP)',
        () =>
          http(
            barport,
            perAnvandare(LASNINGAR, () => ({ metod: 'GET', vag: `/rad/${slumpade(rader)}` })),
          ),
        { server: barserver },
      ),
      arbete('Beslut (HTTP)', (r) => besluta(r), { server, fore: lasBreven }),
      arbete('Bar insättning av en rad (pg)', () => bart('skriv', LASNINGAR)),
    ]
    const lugn: Arbete[] = [
      arbete('Ärendesida, 2 s mellan', () => http(port, perAnvandare(BESLUT, lasvag), PAUS), { server }),
      arbete('Bar läsning, 2 s mellan', () => bart('las', BESLUT, PAUS)),
      arbete('Beslut, 2 s mellan', (r) => besluta(UPPVARMNING + v.rundor + r, PAUS), {
        server,
        fore: (r) => lasBreven(UPPVARMNING + v.rundor + r),
      }),
      arbete('Bar insättning, 2 s mellan', () => bart('skriv', BESLUT, PAUS)),
    ]
    const olasta = ids.slice(0, ANVANDARE * 10)
    const forsta = arbete(
      'Dagens första öppning (HTTP)',
      () =>
        http(
          port,
          kakor.map((kaka, u) =>
            olasta.filter((_, i) => i % ANVANDARE === u).map((id) => ({ metod: 'GET', vag: `/api/v1/arenden/${id}`, kaka })),
          ),
        ),
      { server, fore: () => db.agare.query('delete from app.arendevy where arende_id = any ($1)', [olasta]) },
    )

    sag(
      `${ANVANDARE} samtidiga användare; ${v.rundor} rundor full last efter ${UPPVARMNING} rundor uppvärmning, sedan ${LUGNA_RUNDOR} lugna rundor.`,
    )
    for (let r = 0; r < UPPVARMNING + v.rundor; r++) for (const a of full) await enRunda(a, r, r >= UPPVARMNING, pgCpu, db)
    for (let r = 0; r < LUGNA_RUNDOR; r++) for (const a of lugn) await enRunda(a, r, true, pgCpu, db)
    await enRunda(forsta, 0, true, pgCpu, db)
    return { ...sammanstall(v.arenden, [...full, ...lugn, forsta]), laddningSekunder }
  } finally {
    for (const f of stangning) await f()
  }
}

async function enRunda(a: Arbete, runda: number, rakna: boolean, pgCpu: () => number | null, db: Databas): Promise<void> {
  await invantaKon(db)
  await a.fore?.(runda)
  const fore = await a.server?.fraga<Rakning>({ vad: 'rakna' })
  const pgFore = pgCpu() ?? Number.NaN
  const m = await a.kor(runda)
  const pgCpuMs = (pgCpu() ?? Number.NaN) - pgFore
  const efter = await a.server?.fraga<Rakning>({ vad: 'rakna' })
  if (!rakna) return
  a.serie.ms.push(...m.ms)
  a.serie.sekunder += m.sekunder
  const d =
    fore && efter
      ? { satser: efter.satser - fore.satser, resor: efter.resor - fore.resor, cpuMs: efter.cpuMs - fore.cpuMs }
      : { satser: m.ms.length, resor: m.ms.length, cpuMs: m.cpuMs ?? Number.NaN }
  const r = a.rakning
  a.rakning = { satser: r.satser + d.satser, resor: r.resor + d.resor, cpuMs: r.cpuMs + d.cpuMs, pgCpuMs: r.pgCpuMs + pgCpuMs }
}

function sammanstall(arenden: number, arbeten: readonly Arbete[]): Omit<Lastsvar, 'laddningSekunder'> {
  const rader = arbeten.map((a) => radAv(a.serie))
  const [sida, las, fastify, beslut, skriv, sidaLugn, lasLugn, beslutLugn, skrivLugn] = rader.map((r) => r.p50) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const per = ({ serie: { ms }, rakning: r }: Arbete): Rakning => ({
    satser: r.satser / ms.length,
    resor: r.resor / ms.length,
    cpuMs: r.cpuMs / ms.length,
    pgCpuMs: r.pgCpuMs / ms.length,
  })
  const [sidaCpu, lasCpu, , beslutCpu, skrivCpu] = arbeten.map(per).map((r) => r.cpuMs + r.pgCpuMs) as [
    number,
    number,
    number,
    number,
    number,
  ]
  return {
    arenden,
    rader,
    kvoter: {
      sidaFull: sida / las,
      beslutFull: beslut / skriv,
      sidaLugn: sidaLugn / lasLugn,
      beslutLugn: beslutLugn / skrivLugn,
      sidaMotFastify: sida / fastify,
      fastifyMotBarLasning: fastify / las,
      sidaCpu: sidaCpu / lasCpu,
      beslutCpu: beslutCpu / skrivCpu,
    },
    perBegaran: Object.fromEntries(arbeten.map((a) => [a.serie.namn, per(a)])),
  }
}

export function skrivLast(s: Lastsvar): string {
  const k = s.kvoter
  return [
    tabell(
      ['', 'antal', 'p50 ms', 'p99 ms', 'per sekund', 'satser', 'resor', 'CPU ms', 'PG CPU ms'],
      s.rader.map((r) => {
        const p = s.perBegaran[r.namn]!
        return [
          r.namn,
          String(r.antal),
          tal(r.p50),
          tal(r.p99),
          tal(r.perSekund, 0),
          tal(p.satser, 1),
          tal(p.resor, 1),
          tal(p.cpuMs),
          tal(p.pgCpuMs),
        ]
      }),
    ),
    '',
    `Full last: ${ANVANDARE} användare utan paus, så fort svaren kommer.`,
    `  Ärendesida mot bar läsning, p50:   ${motMal(k.sidaFull, MAL.sida)}`,
    `  Beslut mot bar insättning, p50:    ${motMal(k.beslutFull, MAL.beslut)}`,
    `Lugn takt: samma ${ANVANDARE} användare, omkring ${tal(PAUS / 1000, 1)} s mellan det var och en gör; det bara arbetet i samma takt.`,
    `  Ärendesida mot bar läsning, p50:   ${motMal(k.sidaLugn, MAL.sida)}`,
    `  Beslut mot bar insättning, p50:    ${motMal(k.beslutLugn, MAL.beslut)}`,
    `Upplysning vid full last: ärendesida mot bar Fastify ${tal(k.sidaMotFastify, 1)}; bar Fastify mot bar läsning ${tal(k.fastifyMotBarLasning, 1)}.`,
    `Processortid vid full last, server och databas mot driver och databas: ärendesida ${tal(k.sidaCpu, 1)}; beslut ${tal(k.beslutCpu, 1)}. Den rörs mindre av annat som går på maskinen.`,
    'Satser och resor: SQL per begäran, och hur många gånger servern väntar på databasen. CPU: processen som frågar databasen, per begäran, köns arbete inräknat.',
    'Före varje beslut har handläggaren läst brevet på samma server, som i webben; det mäts inte här.',
  ].join('\n')
}
