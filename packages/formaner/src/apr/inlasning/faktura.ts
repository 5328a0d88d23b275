/** What a file handed in as an invoice turned out to be. */
export type Fakturafil =
  | { readonly ok: true; readonly typ: 'application/pdf' | 'image/jpeg' | 'image/png' }
  | {
      readonly ok: false
      readonly kod: 'tom' | 'forStor' | 'frammande' | 'avbruten' | 'last'
      readonly text: string
      readonly atgard: string
    }

const HOGST = 10_000_000
const fel = (kod: Extract<Fakturafil, { ok: false }>['kod'], text: string, atgard: string): Fakturafil => ({ ok: false, kod, text, atgard })

const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d]
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]

const borjar = (b: Uint8Array, med: readonly number[]): boolean => med.every((x, i) => b[i] === x)
/** The end of the file as one character a byte. */
const slutet = (b: Uint8Array, antal: number): string => Array.from(b.subarray(-antal), (x) => String.fromCharCode(x)).join('')

/**
 * Looks at the bytes, never at the name: PDF, JPEG or PNG that is whole and can be opened. Says nothing of what stands on the invoice.
 */
export function granskaFakturafil(b: Uint8Array): Fakturafil {
  if (b.length === 0) return fel('tom', 'Filen är tom.', 'Spara fakturan igen och välj den nya filen.')
  if (b.length > HOGST)
    return fel(
      'forStor',
      `Filen är större än ${HOGST / 1_000_000} MB.`,
      'Spara fakturan med lägre upplösning, eller dela den i flera filer.',
    )
  const avbruten = fel('avbruten', 'Filen är inte hel: slutet saknas.', 'Hämta eller skanna fakturan igen.')
  if (borjar(b, PDF)) {
    const slut = slutet(b, 4_096)
    if (!slut.includes('%%EOF')) return avbruten
    return slut.includes('/Encrypt')
      ? fel('last', 'Filen är låst med lösenord.', 'Spara fakturan utan lösenord.')
      : { ok: true, typ: 'application/pdf' }
  }
  if (borjar(b, PNG)) return slutet(b, 12).includes('IEND') ? { ok: true, typ: 'image/png' } : avbruten
  if (borjar(b, JPEG)) return slutet(b, 2) === '\xff\xd9' ? { ok: true, typ: 'image/jpeg' } : avbruten
  return fel('frammande', 'Filen är inte en PDF, JPEG eller PNG.', 'Spara fakturan som PDF, eller ta en bild av den.')
}
