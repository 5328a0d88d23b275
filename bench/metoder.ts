// npm run bench:metoder: many invented countries, every method against what was planted. Prints how often the 95 per cent intervals hold the truth.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aterfinn, Datakalla, skrivLand, type Aterfunnen } from '../packages/analys/src/index.ts'
import { tabell, tal } from './webb/matt.ts'

const HJALP = `npm run bench:metoder -- [flaggor]
  --lander=40        påhittade länder
  --personer=200000  i varje land
  --fro=metoder      länderna får fröna metoder0, metoder1, …
  --json             också en rad JSON sist`

const flaggor = new Map(process.argv.slice(2).map((a) => [a.split('=')[0]!, a.split('=')[1]] as const))
const sag = (text: string): void => void process.stdout.write(`${text}\n`)

async function ettLand(fro: string, personer: number): Promise<readonly Aterfunnen[]> {
  const rot = mkdtempSync(join(tmpdir(), 'atergang-bench-metoder-'))
  try {
    const mapp = join(rot, 'land')
    await skrivLand({ fro, personer, fran: 2010, till: 2020 }, mapp)
    const k = await Datakalla.oppna(mapp)
    try {
      return await aterfinn(k, mapp)
    } finally {
      k.stang()
    }
  } finally {
    rmSync(rot, { recursive: true, force: true })
  }
}

/** Chance of so few hits or fewer of `n`, were each 95 per cent sure. */
function hogst(traffar: number, n: number, p = 0.95): number {
  let [summa, del] = [0, (1 - p) ** n]
  for (let i = 0; i <= traffar; i++) {
    summa += del
    del *= ((n - i) / (i + 1)) * (p / (1 - p))
  }
  return Math.min(1, summa)
}

async function huvud(): Promise<void> {
  if (flaggor.has('--hjalp')) return sag(HJALP)
  const [lander, personer, fro] = [
    Number(flaggor.get('--lander') ?? 40),
    Number(flaggor.get('--personer') ?? 200_000),
    flaggor.get('--fro') ?? 'metoder',
  ]
  const alla = new Map<string, Aterfunnen[]>()
  for (let i = 0; i < lander; i++) {
    for (const a of await ettLand(`${fro}${i}`, personer)) {
      const namn = `${a.metod}: ${a.vad}`
      alla.set(namn, [...(alla.get(namn) ?? []), a])
    }
    process.stderr.write(`land ${i + 1} av ${lander}\n`)
  }
  const rader = [...alla].map(([namn, x]) => {
    const raknade = x.filter((a) => a.inom !== null)
    const traffar = raknade.filter((a) => a.inom).length
    const medel = (av: (a: Aterfunnen) => number): number => raknade.reduce((s, a) => s + av(a), 0) / raknade.length
    return {
      namn,
      raknade: raknade.length,
      traffar,
      andel: traffar / raknade.length,
      p: hogst(traffar, raknade.length),
      sant: medel((a) => a.sant),
      skattat: medel((a) => a.skattat!),
    }
  })
  sag(
    tabell(
      ['metod', 'länder', 'sanningen inom intervallet', 'andel', 'p för så få', 'sant, medel', 'skattat, medel'],
      rader.map((r) => [
        r.namn.slice(0, 90),
        String(r.raknade),
        String(r.traffar),
        tal(r.andel * 100, 1),
        tal(r.p, 3),
        tal(r.sant, 3),
        tal(r.skattat, 3),
      ]),
    ),
  )
  const [traffar, raknade] = [rader.reduce((s, r) => s + r.traffar, 0), rader.reduce((s, r) => s + r.raknade, 0)]
  sag(
    `\nAlla: ${traffar} av ${raknade} (${tal((traffar / raknade) * 100, 1)} procent); utlovat 95. Metoder med p < 0,001: ${
      rader
        .filter((r) => r.p < 0.001)
        .map((r) => r.namn)
        .join('; ') || 'inga'
    }.`,
  )
  if (rader.some((r) => r.p < 0.001)) process.exitCode = 1
  if (flaggor.has('--json')) sag(JSON.stringify({ lander, personer, rader }))
}

await huvud()
