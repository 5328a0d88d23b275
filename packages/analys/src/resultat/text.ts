import { skrivTabell } from '../utdata/format.ts'
import { markestext } from '../marken/marken.ts'
import type { Kontroll, Metodresultat, Skattning } from './resultat.ts'

/** A figure with three digits that say something, Swedish comma and minus. */
export function sv(n: number): string {
  const a = Math.abs(n)
  const decimaler = a >= 100 ? 0 : a >= 10 ? 1 : a >= 1 ? 2 : 3
  return n.toLocaleString('sv-SE', { minimumFractionDigits: decimaler, maximumFractionDigits: decimaler })
}
export const ptext = (p: number): string => (p < 0.001 ? 'p < 0,001' : `p = ${p.toFixed(3).replace('.', ',')}`)

export function skattningstext(s: Skattning): string {
  if (s.dold) return `${s.vad}: visas inte, för få (<5).`
  if (s.varde === null) return `${s.vad}: kan inte räknas.${s.varfor ? ` ${s.varfor}` : ''}`
  return `${s.vad}: ${sv(s.varde)} ${s.enhet}${s.intervall ? ` (95 % intervall ${sv(s.intervall[0])} till ${sv(s.intervall[1])})` : ''}${s.p !== undefined && s.p !== null ? `, ${ptext(s.p)}` : ''}${s.n === null ? '' : `, N = ${s.n.toLocaleString('sv-SE')}`}${s.handelser === undefined || s.handelser === null ? '' : ` varav ${s.handelser.toLocaleString('sv-SE')} med händelsen`}`
}

const UTFALL: Readonly<Record<Kontroll['utfall'], string>> = {
  haller: 'håller',
  'haller inte': 'HÅLLER INTE',
  'kan inte sagas': 'kan inte sägas',
}

/** The whole result to read in a terminal or a file. */
export async function resultattext(r: Metodresultat): Promise<string> {
  const stycke = (rubrik: string, rader: readonly string[]): string[] =>
    rader.length ? ['', `${rubrik}:`, ...rader.map((x) => `  ${x}`)] : []
  return [
    r.rubrik,
    `${r.fraga} Period: ${r.urval.period}.${r.urval.omraden ? ` Län: ${r.urval.omraden.join(', ')}.` : ''}`,
    ...stycke('Svar', r.skattningar.map(skattningstext)),
    ...stycke(
      'Underlag',
      r.underlag.map((u) => `${u.vad}: ${u.antal === null ? '<5' : u.antal.toLocaleString('sv-SE')}`),
    ),
    ...stycke('Metod', [r.metod]),
    ...stycke('Antaganden', r.antaganden),
    ...stycke(
      'Kontroller',
      r.kontroller.map((k) => `${k.vad}: ${UTFALL[k.utfall]}. ${k.text}`),
    ),
    ...stycke('Det kan resultatet inte säga', r.kanInteSaga),
    ...stycke('Märken i tiden', r.marken.map(markestext)),
    ...stycke(
      'Anmärkningar',
      r.anmarkningar.map((a) => a.text),
    ),
    ...(await Promise.all(r.tabeller.map(async (t) => `\n${String(await skrivTabell(t, 'text'))}`))),
  ].join('\n')
}
