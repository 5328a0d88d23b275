export type Decimaltecken = 'komma' | 'punkt'

const MELLANRUM = /[\s\u00a0\u202f_]/g
const TAL = { komma: /^[-−]?\d+(,\d+)?$/, punkt: /^[-−]?\d+(\.\d+)?$/ } as const
const BADE = /^[-−]?\d+([.,]\d+)?$/

export type Tolkat = { readonly varde: number } | { readonly fel: string }

/** A number written with the file's decimal sign; spaces between thousands are taken away. The other sign is an error, never a guess. */
export function tolkaTal(text: string, tecken: Decimaltecken): Tolkat {
  const t = text.trim().replace(MELLANRUM, '')
  if (TAL[tecken].test(t)) return { varde: Number(t.replace('−', '-').replace(',', '.')) }
  if (BADE.test(t)) return { fel: `”${text}” har ${tecken === 'komma' ? 'punkt' : 'komma'} som decimaltecken, men filen har ${tecken}.` }
  if (/^[-−]?\d{1,3}([.,]\d{3})+([.,]\d+)?$/.test(t))
    return { fel: `”${text}” går att läsa på två sätt. Skriv talet utan tusentalsavgränsare.` }
  return { fel: `”${text}” är inget tal.` }
}

/** The decimal sign a file uses: of the first cells that show one, else what goes with its separator. */
export function avgorDecimaltecken(celler: Iterable<string>, avgransare: string): Decimaltecken {
  for (const c of celler) {
    const t = c.trim().replace(MELLANRUM, '')
    if (/^[-−]?\d+,\d+$/.test(t)) return 'komma'
    if (/^[-−]?\d+\.\d+$/.test(t)) return 'punkt'
  }
  return avgransare === ',' ? 'punkt' : 'komma'
}
