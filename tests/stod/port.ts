import { createServer } from 'node:net'

/** A port that was free just now. */
export const ledigPort = (): Promise<number> =>
  new Promise((klar) => {
    const s = createServer().listen(0, '127.0.0.1', () => {
      const { port } = s.address() as { port: number }
      s.close(() => klar(port))
    })
  })
