import Fastify from 'fastify'
import { somSystemet } from '@atergang/lager'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testdatabas } from '../../../tests/stod/databas.ts'
import { loggval } from './logg.ts'
import { felhanterare } from './problem.ts'

let d: Awaited<ReturnType<typeof testdatabas>>
beforeAll(async () => {
  d = await testdatabas()
}, 60_000)
afterAll(() => d.stang())

/** What the log gets when a request ends in this. */
async function loggen(f: () => Promise<unknown>): Promise<{ rad: string; err: Record<string, string> }> {
  const rader: string[] = []
  const app = Fastify({ logger: loggval('error', { write: (r) => void rader.push(r) })! })
  app.setErrorHandler(felhanterare)
  app.get('/fel', f)
  const svar = await app.inject('/fel')
  await app.close()
  expect(svar.statusCode).toBe(500)
  expect(rader).toHaveLength(1)
  return { rad: rader[0]!, err: JSON.parse(rader[0]!).err }
}

describe('loggen', () => {
  it('säger vilken regel i databasen som bröts, men inte vems personnummer det var', async () => {
    const personnummer = '19790505-9812'
    const person = { personnummer, fornamn: 'Hemlig', efternamn: 'Hemligsson', fodd: '1979-05-05', adress: [], lan: '', skyddad: false }
    const lagg = () =>
      somSystemet(d.db, (q) =>
        q
          .insertInto('app.person')
          .values({ ...person, id: crypto.randomUUID() } as never)
          .execute(),
      )
    await lagg()
    const { rad, err } = await loggen(lagg)
    expect(err).toMatchObject({ code: '23505', table: 'person', constraint: expect.stringContaining('personnummer') })
    expect(err.message).toContain(err.constraint)
    expect(err.stack).toContain('at ')
    for (const hemligt of [personnummer, '9812', 'Hemlig']) expect(rad).not.toContain(hemligt)
  })

  it('återger inte det en tolkare inte kunde läsa, inte heller i det som låg bakom', async () => {
    const { rad } = await loggen(async () => {
      try {
        return JSON.parse('{"namn": Hemlig}')
      } catch (fel) {
        throw new Error('Svaret om 197905059812 gick inte att läsa.', { cause: fel })
      }
    })
    expect(rad).toContain('gick inte att läsa')
    for (const hemligt of ['Hemlig', '9812']) expect(rad).not.toContain(hemligt)
  })
})
