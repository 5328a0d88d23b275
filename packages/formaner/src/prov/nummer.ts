/** Luhn's control digit. */
function kontrollsiffra(siffror: string): number {
  const summa = [...siffror].reverse().reduce((s, c, i) => s + (i % 2 === 0 ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(c)]! : Number(c)), 0)
  return (10 - (summa % 10)) % 10
}

/** Organisation number number `n` in the series 9999xx, which is not given out. */
export const provOrgnr = (n: number): string => {
  const nio = `9999${String(n).padStart(5, '0')}`
  return `${nio.slice(0, 6)}-${nio.slice(6)}${kontrollsiffra(nio)}`
}

/** Personnummer of nobody: birth number 980–999. `n` picks day and birth number. */
export const provPersonnummer = (n: number): string => {
  const fodd = `80${String((Math.floor(n / 20) % 12) + 1).padStart(2, '0')}${String((Math.floor(n / 240) % 28) + 1).padStart(2, '0')}`
  const nummer = 980 + (n % 20)
  return `19${fodd}-${nummer}${kontrollsiffra(`${fodd}${nummer}`)}`
}
