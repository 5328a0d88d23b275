import { Analysfel, Datakalla, lasManifest, skrivLand } from '@atergang/analys'
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { setPriority } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Analysval, Avslag, Meddelande, Svarare, Uppdrag } from './fragor.ts'
import { rummet } from './rum.ts'

// The process that counts: apart from the server, so that no table keeps a case waiting, and so that a folder too large takes only this with it.
const val = JSON.parse(process.argv[2]!) as Analysval
/** Below the server in the queue for the processor. */
const SNALL = 10
const MANIFEST = join(val.mapp, 'manifest.json')

/** The server may have closed the way meanwhile; then it is not listening, and this process is about to end. */
const sand = (m: Meddelande): void => void process.send?.(m, undefined, undefined, () => undefined)
const avslag = (fel: unknown): Avslag | null => (fel instanceof Analysfel ? { kod: fel.kod, text: fel.message, falt: fel.falt } : null)

/** What is left of a making that was broken off. */
function stada(): void {
  const over = dirname(val.mapp)
  if (!existsSync(over)) return
  for (const n of readdirSync(over)) if (n.startsWith(`.${basename(val.mapp)}-`)) rmSync(join(over, n), { recursive: true, force: true })
}

async function skapa(): Promise<void> {
  if (!val.land || existsSync(MANIFEST)) return
  stada()
  let sagt = -1
  await skrivLand(val.land, val.mapp, (klara, av) => {
    const procent = Math.floor((klara / av) * 100)
    if (procent !== sagt) sand({ typ: 'skapas', klara, av })
    sagt = procent
  })
}

let oppen: { readonly kalla: Datakalla; readonly rum: Svarare; readonly andrad: number } | null = null
/** The folder as it stands: imported anew it is opened anew. */
async function kallan(): Promise<{ readonly kalla: Datakalla; readonly rum: Svarare }> {
  lasManifest(val.mapp)
  const andrad = statSync(MANIFEST).mtimeMs
  if (oppen?.andrad === andrad) return oppen
  oppen?.kalla.stang()
  oppen = { kalla: await Datakalla.oppna(val.mapp), rum: rummet(), andrad }
  return oppen
}

let ko: Promise<unknown> = Promise.resolve()
/** One after the other: each has the processor and the memory to itself. */
function ta(u: Uppdrag): void {
  ko = ko
    .then(() => setImmediate())
    .then(async () => {
      try {
        const { kalla, rum } = await kallan()
        sand({ typ: 'svar', id: u.id, svar: await (rum[u.namn] as (f: unknown, k: Datakalla) => Promise<unknown>)(u.fraga, kalla) })
      } catch (fel) {
        sand({ typ: 'fel', id: u.id, fel: avslag(fel), text: fel instanceof Error ? (fel.stack ?? fel.message) : String(fel) })
      }
    })
}

// Ctrl-C reaches the whole group; the server says when to stop.
process.on('SIGINT', () => undefined)
process.on('disconnect', () => process.exit(0))
setPriority(SNALL)
process.on('message', (u: Uppdrag) => ta(u))
ko = skapa().then(
  () => sand({ typ: 'redo' }),
  (fel: unknown) =>
    sand({
      typ: 'kanInte',
      fel: avslag(fel) ?? {
        kod: 'landetBlevInte',
        text: `Det påhittade landet kunde inte skapas: ${fel instanceof Error ? fel.message : String(fel)}`,
        falt: [],
      },
    }),
)
