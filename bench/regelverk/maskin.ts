import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os'

export interface Maskin {
  readonly processor: string
  readonly karnor: number
  readonly minneGB: number
  readonly node: string
  readonly v8: string
  readonly system: string
  /** load average of the last minute before the run: what else the machine did */
  readonly last: number
}

export const maskinen = (): Maskin => ({
  processor: cpus()[0]?.model.trim() ?? 'okänd',
  karnor: availableParallelism(),
  minneGB: Math.round(totalmem() / 2 ** 30),
  node: process.versions.node,
  v8: process.versions.v8,
  system: `${platform()} ${release()}`,
  last: loadavg()[0]!,
})
