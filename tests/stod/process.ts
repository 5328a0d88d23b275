import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const ROT = fileURLToPath(new URL('../..', import.meta.url))

export interface Korande {
  readonly adress: string
  /** everything it has written so far */
  utskrift(): string
  /** as Ctrl-C in a terminal: SIGINT to the whole group; resolves with the exit code */
  avbryt(): Promise<number | null>
}

/**
 * Starts the product as a user does, in a process group of its own, and waits for the address.
 * @throws with what it wrote when it ends before it is ready
 */
export async function startaProdukten(env: NodeJS.ProcessEnv, o: { som?: { uid: number; gid: number } } = {}): Promise<Korande> {
  const barn = spawn(process.execPath, [`${ROT}scripts/start.mjs`], {
    cwd: ROT,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    ...o.som,
  })
  let text = ''
  const ta = (d: Buffer): void => void (text += d.toString())
  barn.stdout.on('data', ta)
  barn.stderr.on('data', ta)
  const slut = new Promise<number | null>((klar) => barn.on('exit', klar))
  const adress = await Promise.race([
    vantaAdress(barn, () => text),
    slut.then((kod) => Promise.reject(new Error(`Slutade med ${kod}:\n${text}`))),
  ])
  return {
    adress,
    utskrift: () => text,
    avbryt: async () => {
      process.kill(-barn.pid!, 'SIGINT')
      return slut
    },
  }
}

function vantaAdress(barn: ChildProcess, text: () => string): Promise<string> {
  return new Promise((klar) => {
    barn.stdout!.on('data', () => {
      const m = /igång: (\S+)/.exec(text())
      if (m) klar(m[1]!)
    })
  })
}
