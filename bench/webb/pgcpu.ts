import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

const PLATS = { ppid: 1, utime: 11, stime: 12, cutime: 13, cstime: 14 } as const

/** Numbers of /proc/PID/stat from the third field on: the second, the name, may hold spaces. Null when the process is gone. */
function stat(pid: string): number[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    return text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
  } catch {
    return null
  }
}

/**
 * Processor time of the embedded PostgreSQL so far, in milliseconds: all its processes, also those
 * that have ended. Null where there is no /proc.
 */
export function matarePostgres(mapp: string): () => number | null {
  if (process.platform !== 'linux') return () => null
  const postmaster = readFileSync(`${mapp}/pg/postmaster.pid`, 'utf8').split('\n')[0]!
  const tickMs = 1000 / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))
  return () => {
    const alla = readdirSync('/proc')
      .filter((p) => /^\d+$/.test(p))
      .map(stat)
    const egna = alla.filter((s) => s?.[PLATS.ppid] === Number(postmaster)).reduce((n, s) => n + s![PLATS.utime]! + s![PLATS.stime]!, 0)
    const p = stat(postmaster)
    return p ? (egna + p[PLATS.utime]! + p[PLATS.stime]! + p[PLATS.cutime]! + p[PLATS.cstime]!) * tickMs : null
  }
}
