import { Intygsproblem } from '../problem.ts'

/** The largest file that is read: 10 MB. */
export const STORSTA_FIL = 10 * 1024 * 1024

const RAD = 0x0a
const UTF8_REMEDY = 'Spara filen som UTF-8 och lämna in den igen.'

const borjarMed = (bytes: Uint8Array, ...forsta: number[]) => forsta.every((b, i) => bytes[i] === b)

/** A byte-order mark, or the two-byte pattern of ”<?” without one. */
function sagerUtf16(bytes: Uint8Array): boolean {
  return (
    borjarMed(bytes, 0xfe, 0xff) ||
    borjarMed(bytes, 0xff, 0xfe) ||
    borjarMed(bytes, 0x00, 0x00, 0xfe, 0xff) ||
    borjarMed(bytes, 0x3c, 0x00) ||
    borjarMed(bytes, 0x00, 0x3c)
  )
}

/** What the XML declaration says; it may only hold ASCII, so it can be read before the encoding is known. */
function uppgivenKodning(bytes: Uint8Array): string | undefined {
  const start = borjarMed(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0
  const borjan = String.fromCharCode(...bytes.subarray(start, start + 256))
  const slut = borjan.indexOf('?>')
  if (!borjan.startsWith('<?xml') || slut < 0) return undefined
  return /\sencoding\s*=\s*["']([^"']*)["']/.exec(borjan.slice(0, slut))?.[1]
}

/** No byte of a longer UTF-8 sequence is a line feed, so the lines can be tried one by one. */
function forstaFelandeRad(bytes: Uint8Array): number {
  const prova = new TextDecoder('utf-8', { fatal: true })
  let start = 0
  for (let rad = 1; ; rad++) {
    const slut = bytes.indexOf(RAD, start)
    try {
      prova.decode(bytes.subarray(start, slut < 0 ? bytes.length : slut))
    } catch {
      return rad
    }
    if (slut < 0) return rad
    start = slut + 1
  }
}

/**
 * Bytes to text, UTF-8 only (a UTF-8 byte-order mark is allowed and dropped).
 * @throws {Intygsproblem} `forStor`, `ejValbildad` (empty file), `felTeckenkodning`
 */
export function avkoda(bytes: Uint8Array): string {
  if (bytes.length > STORSTA_FIL) {
    throw new Intygsproblem(
      'forStor',
      `Filen är ${Math.ceil(bytes.length / 1024 / 1024)} MB. Ett intyg får vara högst 10 MB. Kontrollera att rätt fil har valts.`,
    )
  }
  if (bytes.length === 0) throw new Intygsproblem('ejValbildad', 'Filen är tom. Välj intygets XML-fil och lämna in den igen.')
  if (sagerUtf16(bytes)) throw new Intygsproblem('felTeckenkodning', `Filen är skriven i UTF-16. ${UTF8_REMEDY}`, { rad: 1 })
  const kodning = uppgivenKodning(bytes)
  if (kodning !== undefined && kodning.toLowerCase() !== 'utf-8') {
    throw new Intygsproblem('felTeckenkodning', `Filen säger sig vara skriven i ${kodning}. Bara UTF-8 tas emot. ${UTF8_REMEDY}`, {
      rad: 1,
    })
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const rad = forstaFelandeRad(bytes)
    throw new Intygsproblem('felTeckenkodning', `Rad ${rad} har tecken som inte är UTF-8. ${UTF8_REMEDY}`, { rad })
  }
}
