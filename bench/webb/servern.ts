import { spawn } from 'node:child_process'
import { createServer } from 'node:net'

export interface Igang {
  readonly adress: string
  /** from the start of the command until GET /halsa answers */
  readonly sekunder: number
  stang(): Promise<void>
}

export const ledigPort = (): Promise<number> =>
  new Promise((klar, fel) => {
    const s = createServer()
    s.once('error', fel)
    s.listen(0, '127.0.0.1', () => {
      const { port } = s.address() as { port: number }
      s.close(() => klar(port))
    })
  })

const LANGST_SEKUNDER = 900

/** `npm start` in a folder, on a port and data folder of its own. */
export async function npmStart(rot: string, data: string): Promise<Igang> {
  const port = await ledigPort()
  const start = performance.now()
  const { DATABASE_URL: _, ...miljo } = process.env
  const barn = spawn('npm', ['start'], {
    cwd: rot,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    env: { ...miljo, PORT: String(port), ATERGANG_DATA: data, ATERGANG_LOGGNIVA: 'silent' },
  })
  let text = ''
  const slut = new Promise<void>((klar) => barn.once('exit', () => klar()))
  const adress = await new Promise<string>((klar, fel) => {
    const stopp = setTimeout(() => fel(new Error(`npm start gav ingen adress på ${LANGST_SEKUNDER} s.\n${text}`)), LANGST_SEKUNDER * 1000)
    for (const strom of [barn.stdout, barn.stderr]) {
      strom.on('data', (d: Buffer) => {
        text += d.toString()
        const m = /Återgång är igång: (\S+)/.exec(text)
        if (!m) return
        clearTimeout(stopp)
        klar(m[1]!)
      })
    }
    barn.once('exit', (kod) => fel(new Error(`npm start slutade med ${kod}.\n${text}`)))
  })
  const svar = await fetch(`http://127.0.0.1:${port}/halsa`)
  if (!svar.ok) throw new Error(`/halsa svarade ${svar.status}.`)
  await svar.text()
  return {
    adress,
    sekunder: (performance.now() - start) / 1000,
    // npm stands between: the whole group is told, and it is this one that we started.
    stang: async () => {
      process.kill(process.platform === 'win32' ? barn.pid! : -barn.pid!, 'SIGTERM')
      await slut
    },
  }
}
