import { DIMENSIONER, DIMENSIONSNAMN, type Reformdel, type Reformgrupp, type Reformsvar } from './svar.ts'

const BREDD = 820
const VANSTER = 180
/** Room for the numbers at both ends of the bars. */
const SIFFROR = 120
const RAD = 22
const STAPEL = 14
const RUBRIK = 34
const TOPP = 62

const esc = (t: string): string => t.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const tal = (n: number): string => Math.round(n).toLocaleString('sv-SE').replace('-', '−')
const andring = (n: number): string => `${n > 0 ? '+' : ''}${tal(n)}`

/**
 * The change of each group as bars, by county, sex, age and income: an SVG that stands alone, reads in dark and light, and says in words what it shows.
 */
export function reformdiagram(s: Reformsvar, d: Reformdel): string {
  const paneler = DIMENSIONER.map((x) => [DIMENSIONSNAMN[x], d.grupper[x]] as const)
  const varden = paneler.flatMap(([, g]) => g.flatMap((x) => x.forandring ?? []))
  const [minst, storst] = [Math.min(0, ...varden), Math.max(0, ...varden)]
  const vidd = storst - minst || 1
  const [fran, till] = [VANSTER + (minst < 0 ? SIFFROR : 0), BREDD - SIFFROR]
  const x = (v: number): number => Math.round((fran + ((v - minst) / vidd) * (till - fran)) * 10) / 10
  let y = TOPP
  const ut: string[] = []
  for (const [namn, grupper] of paneler) {
    ut.push(`<text class="r" x="16" y="${y + 20}">${esc(namn)}</text>`)
    y += RUBRIK
    for (const g of grupper) {
      ut.push(rad(g, y, x))
      y += RAD
    }
    y += 12
  }
  const enhet = d.slag === 'kr' ? 'kronor' : 'ärenden med rätt'
  const titel = `${s.reform.namn}: ändring i ${enhet} per grupp`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${BREDD} ${y}" width="${BREDD}" height="${y}" role="img" aria-labelledby="titel beskrivning" lang="sv">`,
    `<title id="titel">${esc(titel)}</title>`,
    `<desc id="beskrivning">${esc(iOrd(s, d, enhet))}</desc>`,
    '<style>svg{background:#fff;font:14px system-ui,sans-serif}text{fill:#1b1b1b}.h{font-size:17px;font-weight:600}.r{font-weight:600}.n{text-anchor:end}.m{fill:#595959}.u{fill:#00628f}.d{fill:#b3411e}line{stroke:#767676}@media(prefers-color-scheme:dark){svg{background:#161616}text{fill:#f2f2f2}.m{fill:#b8b8b8}.u{fill:#59b3dd}.d{fill:#f0906f}}</style>',
    `<text class="h" x="16" y="28">${esc(titel)}</text>`,
    `<text class="m" x="16" y="50">${esc(`Lagen den ${s.lagdag}. ${s.befolkning.vad}${s.befolkning.period ? `, ${s.befolkning.period}` : ''}.`)}</text>`,
    `<line x1="${x(0)}" x2="${x(0)}" y1="${TOPP}" y2="${y - 8}"/>`,
    ...ut,
    '</svg>',
    '',
  ].join('\n')
}

function rad(g: Reformgrupp, y: number, x: (v: number) => number): string {
  const namn = `<text class="n" x="${VANSTER - 10}" y="${y + 12}">${esc(g.grupp)}</text>`
  const v = g.forandring
  if (v === null) return `${namn}<text class="m" x="${x(0) + 6}" y="${y + 12}">${utanTal(g)}</text>`
  const [a, b] = [Math.min(x(0), x(v)), Math.max(x(0), x(v))]
  const siffra =
    v < 0 ? `<text class="n" x="${a - 6}" y="${y + 12}">${andring(v)}</text>` : `<text x="${b + 6}" y="${y + 12}">${andring(v)}</text>`
  return `${namn}<rect class="${v < 0 ? 'd' : 'u'}" x="${a}" y="${y}" width="${Math.round((b - a) * 10) / 10}" height="${STAPEL}"/>${siffra}`
}

/** Why a group has no bar. */
const utanTal = (g: Reformgrupp): string => (g.dolda?.forandring ? 'dolt' : 'okänt')

/** All that the bars say, for who does not see them. */
function iOrd(s: Reformsvar, d: Reformdel, enhet: string): string {
  const g = (x: Reformgrupp): string => `${x.grupp} ${x.forandring === null ? utanTal(x) : andring(x.forandring)}`
  const alla = d.alla.forandring === null ? (d.alla.dolda?.forandring ? 'dold' : 'okänd') : `${andring(d.alla.forandring)} ${enhet}`
  return `Liggande staplar. Ändringen för alla är ${alla}. ${DIMENSIONER.map((x) => `${DIMENSIONSNAMN[x]}: ${d.grupper[x].map(g).join(', ')}.`).join(' ')} Räknat på ${s.befolkning.vad}.`
}
