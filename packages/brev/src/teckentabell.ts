/** The `cmap` table of a TrueType font: which characters it can draw. Format 4 and 12, which every Unicode font has. */

type Intervall = readonly [fran: number, till: number]

const cmapStart = (v: DataView): number => {
  for (let i = 0; i < v.getUint16(4); i++) {
    const post = 12 + 16 * i
    if (v.getUint32(post) === 0x636d6170) return v.getUint32(post + 8)
  }
  throw new Error('Typsnittsfilen saknar teckentabell (cmap).')
}

function format12(v: DataView, start: number): Intervall[] {
  return Array.from({ length: v.getUint32(start + 12) }, (_, i) => {
    const grupp = start + 16 + 12 * i
    return [v.getUint32(grupp), v.getUint32(grupp + 4)] as const
  })
}

/** A segment of format 4 can hold holes (glyph 0), so each character is looked up. */
function format4(v: DataView, start: number): Intervall[] {
  const segment = v.getUint16(start + 6) / 2
  const slut = start + 14
  const borjan = slut + 2 * segment + 2
  const skillnad = borjan + 2 * segment
  const hopp = skillnad + 2 * segment
  const traffar: Intervall[] = []
  for (let s = 0; s < segment; s++) {
    const bas = v.getUint16(borjan + 2 * s)
    const steg = v.getUint16(hopp + 2 * s)
    for (let t = bas; t <= v.getUint16(slut + 2 * s) && t !== 0xffff; t++) {
      const ra = steg === 0 ? t : v.getUint16(hopp + 2 * s + steg + 2 * (t - bas))
      const glyf = ra === 0 && steg !== 0 ? 0 : (ra + v.getUint16(skillnad + 2 * s)) & 0xffff
      if (glyf !== 0) traffar.push([t, t])
    }
  }
  return traffar
}

/** All code points the font has a glyph for. @throws when the file is no Unicode TrueType font. */
export function lasTeckentabell(fil: Uint8Array): ReadonlySet<number> {
  const v = new DataView(fil.buffer, fil.byteOffset, fil.byteLength)
  const cmap = cmapStart(v)
  const tecken = new Set<number>()
  for (let i = 0; i < v.getUint16(cmap + 2); i++) {
    const start = cmap + v.getUint32(cmap + 4 + 8 * i + 4)
    const format = v.getUint16(start)
    const intervall = format === 12 ? format12(v, start) : format === 4 ? format4(v, start) : []
    for (const [fran, till] of intervall) for (let t = fran; t <= till; t++) tecken.add(t)
  }
  if (tecken.size === 0) throw new Error('Typsnittsfilen har ingen Unicode-tabell som brevet kan läsa.')
  return tecken
}
