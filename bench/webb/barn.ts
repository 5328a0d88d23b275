import { fork, type ChildProcess } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** A child process that answers one request at a time. */
export interface Barn {
  fraga<S>(meddelande: object): Promise<S>
  stang(): Promise<void>
}

/** `--profil=MAPP`: a CPU profile of each child, to see where the time goes. */
const PROFIL = process.argv.find((a) => a.startsWith('--profil='))?.slice('--profil='.length)

export function starta(fil: string, argument: readonly string[] = []): Barn {
  const barn: ChildProcess = fork(fileURLToPath(new URL(fil, import.meta.url)), argument, {
    execArgv: ['--no-warnings', '--import', import.meta.resolve('tsx'), ...(PROFIL ? ['--cpu-prof', `--cpu-prof-dir=${PROFIL}`] : [])],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return {
    fraga: <S>(meddelande: object) =>
      new Promise<S>((klar, fel) => {
        const dog = (kod: number | null) => fel(new Error(`${fil} slutade med ${kod}.`))
        barn.once('exit', dog)
        barn.once('message', (m: { svar?: S; fel?: string }) => {
          barn.off('exit', dog)
          if (m.fel) fel(new Error(m.fel))
          else klar(m.svar as S)
        })
        barn.send(meddelande)
      }),
    stang: () =>
      new Promise((klar) => {
        if (barn.exitCode !== null) return klar()
        barn.once('exit', () => klar())
        barn.disconnect()
      }),
  }
}

/** The other side: answers each message with what `f` gives, and ends when the parent does. */
export function svara(f: (meddelande: never) => Promise<unknown>, avsluta: () => Promise<unknown>): void {
  process.on('message', (m) => {
    f(m as never).then(
      (s) => process.send!({ svar: s }),
      (fel: unknown) => process.send!({ fel: fel instanceof Error ? (fel.stack ?? fel.message) : String(fel) }),
    )
  })
  process.on('disconnect', () => void avsluta().finally(() => process.exit(0)))
}

/** As many loops at once as there are users; each does its own jobs in order, with a pause of about `paus` milliseconds before each. Latencies in milliseconds. */
export async function sidaVidSida<J>(
  jobb: readonly (readonly J[])[],
  paus: number,
  gor: (j: J, anvandare: number) => Promise<unknown>,
): Promise<{ ms: number[]; sekunder: number }> {
  const ms: number[] = []
  const start = performance.now()
  await Promise.all(
    jobb.map(async (egna, anvandare) => {
      for (const j of egna) {
        if (paus > 0) await setTimeout(paus * (0.5 + Math.random()))
        const fore = performance.now()
        await gor(j, anvandare)
        ms.push(performance.now() - fore)
      }
    }),
  )
  return { ms, sekunder: (performance.now() - start) / 1000 }
}
