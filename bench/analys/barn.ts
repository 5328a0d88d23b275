// A child of bench:analys: counts tables 1–11 in one way and prints how long it took, with all figures.
import { Datakalla, lasManifest, raknaTabell, TABELLER } from '@atergang/analys'
import { postgres } from './postgres.ts'
import { Radvis } from './radvis.ts'
import type { Barnsvar } from './mat.ts'

const [vad, mapp, rot] = process.argv.slice(2) as [string, string, string]

/** Twelve digits: what is left when sums are added in another order. */
const siffror = (v: unknown): unknown => (typeof v === 'number' ? Number(v.toPrecision(10)) : v)

async function alla(k: Datakalla): Promise<{ sekunder: number; cpu: number; svar: string }> {
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  const svar: unknown[] = []
  for (const nr of TABELLER) {
    const { svar: t } = await raknaTabell(k, nr, {})
    svar.push([t.id, t.rader.map((r) => [r.nyckel, r.celler.map((c) => [siffror(c.varde), c.n ?? null])])])
  }
  const anvand = process.cpuUsage(cpu)
  return { sekunder: (performance.now() - start) / 1000, cpu: (anvand.user + anvand.system) / 1e6, svar: JSON.stringify(svar) }
}

const egetMinne = (): number => Math.round(process.resourceUsage().maxRSS / 1024)

async function huvud(): Promise<Barnsvar> {
  if (vad === 'postgres') {
    const pg = await postgres(mapp, rot)
    try {
      const { sekunder, svar } = await alla(new Datakalla(pg.motor, lasManifest(mapp)))
      return { sekunder, cpu: null, minneMB: pg.minneMB(), laddning: pg.laddning, svar }
    } finally {
      await pg.stang()
    }
  }
  const k = await Datakalla.oppna(mapp)
  try {
    const r = await alla(vad === 'radvis' ? new Radvis(k) : k)
    return { ...r, minneMB: egetMinne(), laddning: null }
  } finally {
    k.stang()
  }
}

process.stdout.write(JSON.stringify(await huvud()))
