import type { FastifyServerOptions } from 'fastify'

/** What the log says of an error: enough to find the fault, and no value of anybody's. */
export interface Loggfel {
  readonly type: string
  readonly message: string
  readonly code?: string
  readonly constraint?: string
  readonly table?: string
  readonly stack: string
  readonly cause?: Loggfel
}

/** A number that could be a personnummer or an organisation's, and what a message quotes: names of tables and constraints stay. */
const utanVarden = (text: string, namn: ReadonlySet<string>): string =>
  text.replaceAll(/"([^"]*)"/g, (hel, citat: string) => (namn.has(citat) ? hel : '"…"')).replaceAll(/\d{6,8}[-+]?\d{4}/g, '…')

/**
 * An error as the log keeps it. The database tells in `detail` and `where` which value it was ("Key (personnummer)=(…)"), and a parser quotes what it
 * could not read: neither is kept. The first lines of a stack repeat the message, and are left out.
 */
export function somLoggfel(fel: unknown): Loggfel {
  if (!(fel instanceof Error)) return { type: typeof fel, message: '', stack: '' }
  const { code, constraint, table, column, schema } = fel as Error & Record<string, unknown>
  const text = (v: unknown) => (typeof v === 'string' ? v : undefined)
  const namn = new Set([constraint, table, column, schema].map(text).filter((v) => v !== undefined))
  const [c, k, b] = [text(code), text(constraint), text(table)]
  return {
    type: fel.constructor.name,
    message: utanVarden(fel.message, namn),
    ...(c ? { code: c } : {}),
    ...(k ? { constraint: k } : {}),
    ...(b ? { table: b } : {}),
    stack: (fel.stack ?? '')
      .split('\n')
      .filter((rad) => /^\s+at /.test(rad))
      .join('\n'),
    ...(fel.cause instanceof Error ? { cause: somLoggfel(fel.cause) } : {}),
  }
}

/** The same as text, for what is said outside the log. */
export function somLoggrad(fel: unknown): string {
  const f = somLoggfel(fel)
  return `${f.type}: ${[f.code, f.message].filter(Boolean).join(' ')}\n${f.stack}`
}

/** How the server logs: the route and not the address, the error and not what was in it. */
export const loggval = (niva: string, stream?: { write: (rad: string) => void }): FastifyServerOptions['logger'] =>
  niva === 'silent'
    ? false
    : {
        level: niva,
        redact: ['req.headers.cookie', 'req.headers.authorization'],
        serializers: {
          req: (r: { method: string; id: string; routeOptions?: { url?: string } }) => ({
            metod: r.method,
            rutt: r.routeOptions?.url ?? 'okänd',
            id: r.id,
          }),
          err: (fel: unknown) => somLoggfel(fel) as never,
        },
        ...(stream ? { stream } : {}),
      }
