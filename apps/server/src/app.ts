import '@fastify/cookie'
import type { Brevskrivare } from '@atergang/brev'
import type { Arendelager, Databas } from '@atergang/lager'
import type { FastifyBaseLogger, FastifyInstance, RawReplyDefaultExpression, RawRequestDefaultExpression, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Analysverk } from './analys/analysverk.ts'
import type { Config } from './config.ts'
import type { Klocka } from './klocka.ts'

/** What every route and job works with. */
export interface Tjanster {
  readonly config: Config
  readonly db: Databas
  readonly lager: Arendelager
  readonly klocka: Klocka
  readonly brev: Brevskrivare
  readonly analys: Analysverk
}

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>
