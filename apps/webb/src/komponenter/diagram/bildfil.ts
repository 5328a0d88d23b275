import { csv } from '../../stod/csv.ts'
import { diagramrader, type Diagramdata } from './diagramdata.ts'

const MARGINAL = 24
const RADHOJD = 18
/** Mean width of a letter of 13 px: enough to break lines by. */
const TECKEN = 6.4
const SKALA = 2

const xml = (t: string): string => t.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Words on lines of at most so many letters. */
export function radbryt(text: string, tecken: number): string[] {
  const rader: string[] = []
  let rad = ''
  for (const ord of text.split(/\s+/)) {
    if (rad !== '' && rad.length + 1 + ord.length > tecken) {
      rader.push(rad)
      rad = ord
    } else rad = rad === '' ? ord : `${rad} ${ord}`
  }
  return rad === '' ? rader : [...rader, rad]
}

/** A line of a chart by name, colour and dashes. */
export interface Legendrad {
  readonly namn: string
  readonly farg: string
  readonly streck: string
}
/** What the marks of a chart are. */
export interface Forklaring {
  readonly legend: readonly Legendrad[]
  readonly text: string
}

export interface Bild {
  readonly svg: string
  readonly bredd: number
  readonly hojd: number
}

/**
 * A picture that stands by itself: heading, chart, what the marks are, what is counted, of whom and from where. The figures lie in it as CSV
 * (`metadata`), so that whoever has the picture has the data.
 */
export function bild(d: Pick<Diagramdata, 'rubrik' | 'om'>, ritad: SVGSVGElement, forklaring: Forklaring, data: string): Bild {
  const [b, h] = [matt(ritad, 'width', 2), matt(ritad, 'height', 3)]
  const bredd = b + MARGINAL * 2
  const tecken = Math.floor(b / TECKEN)
  const rubrik = radbryt(d.rubrik, Math.floor(tecken * 0.72))
  const under = [...(forklaring.text ? radbryt(forklaring.text, tecken) : []), ...d.om.flatMap((t) => radbryt(t, tecken))]
  const legend = linjerna(forklaring.legend, b)
  const topp = MARGINAL + rubrik.length * 24 + legend.hojd
  const hojd = topp + h + 12 + under.length * RADHOJD + MARGINAL
  const inre = ritad.cloneNode(true) as SVGSVGElement
  for (const [namn, varde] of [
    ['x', MARGINAL],
    ['y', topp],
    ['width', b],
    ['height', h],
  ] as const)
    inre.setAttribute(namn, String(varde))
  for (const namn of ['role', 'aria-label', 'class']) inre.removeAttribute(namn)
  const rader = (t: readonly string[], y: number, steg: number, mer: string): string =>
    t.map((r, i) => `<text x="${MARGINAL}" y="${y + i * steg}" ${mer}>${xml(r)}</text>`).join('')
  const svg = `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${bredd}" height="${hojd}" viewBox="0 0 ${bredd} ${hojd}" role="img" font-family="'Source Sans 3', system-ui, sans-serif" fill="#1b241f"><title>${xml(d.rubrik)}</title><desc>${xml(d.om.join(' '))}</desc><metadata>${xml(data)}</metadata><rect width="${bredd}" height="${hojd}" fill="#fff"/>${rader(rubrik, MARGINAL + 14, 24, 'font-size="19" font-weight="650"')}<g transform="translate(${MARGINAL} ${topp - legend.hojd})">${legend.svg}</g>${new XMLSerializer().serializeToString(inre)}${rader(under, topp + h + 24, RADHOJD, 'font-size="13"')}</svg>`
  return { svg, bredd, hojd }
}

const STRECKLANGD = 34
/** The names of the lines beside a bit of each, in rows. */
function linjerna(legend: readonly Legendrad[], bredd: number): { svg: string; hojd: number } {
  let [x, y] = [0, 10]
  const svg = legend
    .map((l) => {
      const langd = STRECKLANGD + 8 + l.namn.length * TECKEN * 1.1 + 18
      if (x > 0 && x + langd > bredd) [x, y] = [0, y + RADHOJD + 2]
      const rad = `<line x1="${x}" x2="${x + STRECKLANGD}" y1="${y}" y2="${y}" stroke="${l.farg}" stroke-width="3"${l.streck ? ` stroke-dasharray="${l.streck}"` : ''}/><text x="${x + STRECKLANGD + 8}" y="${y + 5}" font-size="14">${xml(l.namn)}</text>`
      x += langd
      return rad
    })
    .join('')
  return { svg, hojd: legend.length ? y + 16 : 0 }
}

const matt = (e: SVGSVGElement, namn: string, plats: number): number =>
  Number(e.getAttribute(namn)) || Number(e.getAttribute('viewBox')?.split(' ')[plats]) || e.clientWidth

export const somCsv = (d: Diagramdata): string => {
  const { rubriker, rader } = diagramrader(d)
  return csv(rubriker, rader)
}

/** The picture as points, twice as dense as the screen's. @throws when the browser cannot draw it */
export async function somPng(b: Bild): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([b.svg], { type: 'image/svg+xml' }))
  try {
    const img = new Image()
    await new Promise<void>((klar, fel) => {
      img.onload = () => klar()
      img.onerror = () => fel(new Error('Bilden kunde inte ritas.'))
      img.src = url
    })
    const duk = document.createElement('canvas')
    duk.width = b.bredd * SKALA
    duk.height = b.hojd * SKALA
    const penna = duk.getContext('2d')!
    penna.scale(SKALA, SKALA)
    penna.drawImage(img, 0, 0)
    return await new Promise<Blob>((klar, fel) =>
      duk.toBlob((x) => (x ? klar(x) : fel(new Error('Bilden kunde inte sparas.'))), 'image/png'),
    )
  } finally {
    URL.revokeObjectURL(url)
  }
}
