/**
 * Reckons 20 000 applications with 60 000 employees, and sets the time beside two others in the same run: reading and checking the
 * file, and explaining every row by the rules. The sum is printed so that the work cannot be left out.
 */
import { berakna, forklaraRad, lasAnsokningar, rakna } from '@atergang/formaner/apr'
import { provOrgnr, provPersonnummer } from '@atergang/formaner/prov'

const ANSOKNINGAR = 20_000
const OMGANGAR = 5

const fil = Array.from({ length: ANSOKNINGAR }, (_, i) => ({
  id: `a${i}`,
  orgnr: provOrgnr(i % 6_000),
  inkom: `2025-${String(1 + (i % 12)).padStart(2, '0')}-15`,
  kostnadsar: 2025,
  rader: Array.from({ length: 3 }, (_x, j) => ({
    anstalld: provPersonnummer((i * 3 + j) % 6_000),
    kostnad: 1_000 + ((i * 37 + j * 11) % 25_000),
    datum: '2025-01-05',
    anordnareGodkand: i % 50 !== 0,
  })),
}))

function median(gor: () => void): number {
  const tider = Array.from({ length: OMGANGAR }, () => {
    const start = performance.now()
    gor()
    return performance.now() - start
  }).sort((a, b) => a - b)
  return tider[Math.floor(OMGANGAR / 2)]!
}

const lasta = lasAnsokningar(fil)
const raknade = rakna(lasta)
const las = median(() => lasAnsokningar(fil))
const raknat = median(() => berakna(lasta))
const forklarat = median(() => {
  for (const a of raknade) for (const r of a.rader) forklaraRad(a, r)
})
const summa = raknade.reduce((s, a) => s + a.belopp, 0)
process.stdout.write(
  [
    `${ANSOKNINGAR} ansökningar, ${ANSOKNINGAR * 3} rader, ${summa} kr beviljat`,
    `läsa och kontrollera: ${las.toFixed(0)} ms`,
    `räkna: ${raknat.toFixed(0)} ms (${((raknat / (ANSOKNINGAR * 3)) * 1_000).toFixed(1)} µs per rad, ${(raknat / las).toFixed(1)} gånger läsningen)`,
    `förklara varje rad med reglerna: ${forklarat.toFixed(0)} ms (${(forklarat / raknat).toFixed(1)} gånger räkningen)`,
    '',
  ].join('\n'),
)
