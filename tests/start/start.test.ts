import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { spawnSync } from 'node:child_process'
import { ledigPort } from '../stod/port.ts'
import { ROT, startaProdukten } from '../stod/process.ts'

const mappar: string[] = []
const nyMapp = (): string => {
  const m = mkdtempSync(join(tmpdir(), 'atergang-start-'))
  mappar.push(m)
  return m
}
afterEach(() => mappar.splice(0).forEach((m) => rmSync(m, { recursive: true, force: true })))

/** Processes that have the folder on their command line: the database of that start. */
const processerMed = (mapp: string): string[] =>
  readdirSync('/proc')
    .filter((n) => /^\d+$/.test(n))
    .flatMap((n) => {
      const fil = `/proc/${n}/cmdline`
      return existsSync(fil) && readFileSync(fil, 'utf8').includes(mapp) ? [n] : []
    })

const NOBODY = 65_534
/** A clone in a closed folder cannot be read by anybody else. */
const NOBODY_NAR_HIT =
  process.getuid?.() === 0 &&
  spawnSync(process.execPath, ['-e', 'require("fs").readFileSync(process.argv[1])', `${ROT}package.json`], { uid: NOBODY, gid: NOBODY })
    .status === 0

describe('npm start', () => {
  it('startar allt, svarar, och Ctrl-C stoppar allt; nästa start hittar allt igen', async () => {
    const data = nyMapp()
    const env = { ATERGANG_DATA: data, PORT: String(await ledigPort()), ATERGANG_LOGGNIVA: 'error', DATABASE_URL: '' }
    const forsta = await startaProdukten(env)
    expect(await (await fetch(`${forsta.adress}/halsa`)).json()).toMatchObject({ status: 'pass' })
    expect(await (await fetch(forsta.adress)).text()).toContain('Återgång')
    expect(processerMed(data).length).toBeGreaterThan(0)
    expect(forsta.utskrift()).toContain('Lägger in')
    expect(await forsta.avbryt()).toBe(0)
    expect(forsta.utskrift(), 'allt stängs i ordning, utan fel').not.toMatch(/Kön:|Databasen:|PostgreSQL:/)
    expect(processerMed(data)).toEqual([])
    const andra = await startaProdukten(env)
    expect((await fetch(`${andra.adress}/halsa`)).status).toBe(200)
    expect(andra.utskrift()).not.toContain('Lägger in')
    expect(await andra.avbryt()).toBe(0)
  }, 600_000)

  it.runIf(process.getuid?.() === 0 && NOBODY_NAR_HIT)(
    'går som vanlig användare också',
    async () => {
      const data = nyMapp()
      chownSync(data, NOBODY, NOBODY)
      chmodSync(data, 0o700)
      const k = await startaProdukten(
        { ATERGANG_DATA: data, PORT: String(await ledigPort()), ATERGANG_LOGGNIVA: 'error', DATABASE_URL: '', HOME: data },
        { som: { uid: NOBODY, gid: NOBODY } },
      )
      expect((await fetch(`${k.adress}/halsa`)).status).toBe(200)
      expect(await k.avbryt()).toBe(0)
      expect(processerMed(data)).toEqual([])
    },
    600_000,
  )

  it('en felaktig inställning stoppar starten och namnger inställningen', async () => {
    await expect(startaProdukten({ ATERGANG_DATA: nyMapp(), PORT: 'tre', DATABASE_URL: '' })).rejects.toThrow(/PORT/)
  }, 120_000)
})
