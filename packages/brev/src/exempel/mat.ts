/** Time and memory of many letters: `npx tsx packages/brev/src/exempel/mat.ts [number]`. The figures in the README come from here. */
import { skapaBrevskrivare } from '../index.ts'
import { exempelbrev } from './index.ts'

const antal = Number(process.argv[2] ?? 2_000)
const rss = () => `${Math.round(process.memoryUsage().rss / 1e6)} MB`
const slag = Object.entries(exempelbrev)

console.log(`före: ${rss()}`)
const skrivare = skapaBrevskrivare()
const start = performance.now()
await skrivare.skriv(exempelbrev.bifall)
console.log(`första brevet, med trådens start: ${(performance.now() - start).toFixed(0)} ms, ${rss()}`)

for (const [namn, innehall] of slag) {
  const tider: number[] = []
  for (let i = 0; i < 100; i++) {
    const t = performance.now()
    await skrivare.skriv({ ...innehall, arendenummer: `MAT-${i}` })
    tider.push(performance.now() - t)
  }
  tider.sort((a, b) => a - b)
  console.log(`${namn}: median ${tider[50]!.toFixed(1)} ms, 95:e percentilen ${tider[95]!.toFixed(1)} ms`)
}

const borjan = performance.now()
for (let i = 0; i < antal; i++) {
  const [, innehall] = slag[i % slag.length]!
  await skrivare.skriv({ ...innehall, arendenummer: `MAT-${i}` })
  if ((i + 1) % (antal / 4) === 0)
    console.log(`${i + 1} brev: ${rss()}, ${((performance.now() - borjan) / (i + 1)).toFixed(1)} ms per brev`)
}
await skrivare.stang()
console.log(`stängd: ${rss()}`)
