// The users: HTTP with kept connections, one each.
import { Agent, request } from 'node:http'
import { sidaVidSida, svara } from './barn.ts'

export interface Begaran {
  readonly metod: 'GET' | 'POST'
  readonly vag: string
  readonly kaka?: string
  readonly kropp?: string
  readonly huvuden?: Readonly<Record<string, string>>
}

const agent = new Agent({ keepAlive: true, maxSockets: 20 })

const gor = (port: number, b: Begaran): Promise<void> =>
  new Promise((klar, fel) => {
    const r = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        method: b.metod,
        path: b.vag,
        headers: {
          'accept-encoding': 'gzip',
          ...(b.kaka ? { cookie: b.kaka } : {}),
          ...(b.kropp ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(b.kropp) } : {}),
          ...b.huvuden,
        },
      },
      (svar) => {
        const bitar: Buffer[] = []
        svar.on('data', (d: Buffer) => bitar.push(d))
        svar.once('error', fel)
        svar.once('end', () =>
          svar.statusCode === 200 ? klar() : fel(new Error(`${b.metod} ${b.vag}: ${svar.statusCode} ${Buffer.concat(bitar).toString()}`)),
        )
      },
    )
    r.once('error', fel)
    r.end(b.kropp)
  })

svara(
  (m: { port: number; jobb: Begaran[][]; paus: number }) => sidaVidSida(m.jobb, m.paus, (b) => gor(m.port, b)),
  () => Promise.resolve(agent.destroy()),
)
