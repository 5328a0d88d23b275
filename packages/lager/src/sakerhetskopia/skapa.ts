import { konflikt } from '@atergang/arende'
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { ClientBase } from 'pg'
import { anslut } from '../databas.ts'
import { ejUtskickade } from '../ko.ts'
import { kordaMigreringar } from '../migrera.ts'
import { provaAllaKedjor } from './kedjor.ts'
import { FORMAT, provaKopia, skrivManifest, type Kopiefil, type Kopietabell, type Manifest } from './manifest.ts'
import { sekvenserna, tabellerna, ut } from './tabeller.ts'

export interface Kopia {
  /** the folder of the copy */
  readonly mapp: string
  readonly manifest: Manifest
}

/**
 * Copies everything the database holds, as it stood at one moment and while others work, to a folder of its own under `till`. The folder
 * gets its name when all is written and read back; before that, and after a failure, there is none. It holds personal data in the clear:
 * only the owner of the files may read them.
 * @throws {Domanfel} `databasenTom`
 */
export async function skapaKopia(url: string, till: string): Promise<Kopia> {
  const klient = await anslut(url)
  try {
    // Row security off: what it would hide is an error, never a copy with holes.
    await klient.query(
      `begin transaction isolation level repeatable read read only; set local row_security = off; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`,
    )
    const { rows } = await klient.query<{ tid: string; finns: boolean; postgres: string }>(
      `select now() as tid, to_regclass('app.handelse') is not null as finns, current_setting('server_version') as postgres`,
    )
    const { tid, finns, postgres } = rows[0]!
    if (!finns)
      throw konflikt('databasenTom', 'Databasen är tom: här finns ingenting att kopiera. Kontrollera DATABASE_URL och ATERGANG_DATA.')
    const namn = `atergang-${tid.replaceAll(':', '')}`
    const pagar = join(till, `.${namn}-pagar`)
    await mkdir(till, { recursive: true })
    await mkdir(pagar, { mode: 0o700 })
    try {
      await skrivAllt(klient, pagar, { tagen: tid, postgres })
      const manifest = await provaKopia(pagar)
      const mapp = join(till, namn)
      await rename(pagar, mapp)
      return { mapp, manifest }
    } catch (fel) {
      await rm(pagar, { recursive: true, force: true })
      throw fel
    }
  } finally {
    await klient.end()
  }
}

async function skrivAllt(klient: ClientBase, mapp: string, m: Pick<Manifest, 'tagen' | 'postgres'>): Promise<void> {
  const tabeller: Kopietabell[] = []
  for (const t of await tabellerna(klient)) {
    const strom = ut(klient, t)
    const fil = await skrivFil(mapp, `${t.namn}.copy.gz`, strom)
    tabeller.push({ namn: t.namn, kolumner: t.kolumner, ...fil, rader: strom.rowCount })
  }
  const jobb = await ejUtskickade(klient)
  const utskick = await skrivFil(mapp, 'utskick.json.gz', Readable.from([Buffer.from(JSON.stringify(jobb))]))
  await skrivManifest(mapp, {
    format: FORMAT,
    ...m,
    migreringar: await kordaMigreringar(klient),
    tabeller,
    sekvenser: await sekvenserna(klient),
    utskick: { ...utskick, rader: jobb.length },
    kedjor: await provaAllaKedjor(klient),
  })
}

async function skrivFil(mapp: string, fil: string, strom: Readable): Promise<Omit<Kopiefil, 'rader'>> {
  const hash = createHash('sha256')
  let byte = 0
  const matt = new Transform({
    transform(bit: Buffer, _kod, klar) {
      byte += bit.byteLength
      hash.update(bit)
      klar(null, bit)
    },
  })
  await pipeline(strom, matt, createGzip({ level: 1 }), createWriteStream(join(mapp, fil), { mode: 0o600, flags: 'wx', flush: true }))
  return { fil, byte, sha256: hash.digest('hex') }
}
