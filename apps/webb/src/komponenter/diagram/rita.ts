import * as Plot from '@observablehq/plot'
import { placera } from './etiketter.ts'
import { serier, talet, type Armarke, type Diagramdata, type Punkt } from './diagramdata.ts'

// Loaded with the first chart, never before: the library is larger than the rest of a page.

/** Dark enough on white to be told from it (3:1), apart also for those who do not see red and green alike. */
export const FARGER = ['#0b4f3a', '#a3122a', '#2b5fa8', '#8a5a00', '#6b3fa0', '#00707a', '#5c5c5c', '#b3377a'] as const
/** Lines differ in dashes too: colour is never alone. */
export const STRECK = ['', '7 4', '2 4', '10 3 2 3', '1 2', '14 4', '4 2 1 2', '6 6'] as const
const TEXT = '#1b241f'
const SVAG = '#9aa8a0'
const SVAGTEXT = '#3d4b43'
const LINJE = '#6b7f74'

export interface Ritstil {
  readonly bredd: number
}

const svTal =
  (d: Diagramdata) =>
  (v: number): string => {
    const hela = Math.abs(v) >= 1000 || Number.isInteger(v)
    return v.toLocaleString('sv-SE', hela ? { maximumFractionDigits: 0 } : { maximumFractionDigits: Math.max(d.decimaler, 2) })
  }
/** About so many steps upwards. */
const YSTEG = 6
const artal = (d: Diagramdata): boolean => d.punkter.every((p) => p.x !== null && Number.isInteger(p.x) && p.x >= 1900 && p.x <= 2100)

/** The chart as an SVG of its own. Nothing in it is said to screen readers but its name: the table beside it has the same. */
export function rita(d: Diagramdata, o: Ritstil): SVGSVGElement {
  const svg = (['skog', 'par', 'stapel'].includes(d.typ) ? kategorier(d, o) : plan(d, o)) as SVGSVGElement
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-label', `${d.rubrik}. Samma värden står i tabellen.`)
  for (const e of svg.querySelectorAll('[aria-label],[aria-description],[aria-hidden]'))
    for (const a of ['aria-label', 'aria-description', 'aria-hidden']) e.removeAttribute(a)
  return svg
}

const grund = (o: Ritstil) => ({
  width: o.bredd,
  style: {
    fontFamily: "'Source Sans 3', system-ui, sans-serif",
    fontSize: '14px',
    color: TEXT,
    background: '#fff',
    overflow: 'visible',
  } as unknown as Partial<CSSStyleDeclaration>,
})

function plan(d: Diagramdata, o: Ritstil): Element {
  const smal = o.bredd < 480
  const namn = serier(d)
  const valda = (d.framhav ?? namn).filter((s) => namn.includes(s))
  const bakom = d.punkter.filter((p) => p.serie !== '' && !valda.includes(p.serie))
  const fram = d.punkter.filter((p) => p.serie === '' || valda.includes(p.serie))
  const farg = (p: Punkt): string => (p.serie === '' ? FARGER[0] : FARGER[valda.indexOf(p.serie) % FARGER.length]!)
  const streck = (s: string): string => STRECK[Math.max(0, valda.indexOf(s)) % STRECK.length]!
  const kurva = d.typ === 'trappa' ? 'step-after' : 'linear'
  const marken: Plot.Markish[] = [Plot.gridY({ ticks: YSTEG, stroke: '#d5ded9', strokeOpacity: 1 })]
  if (d.ingenSkillnad !== undefined) marken.push(Plot.ruleY([d.ingenSkillnad], { stroke: LINJE, strokeWidth: 1.5 }))
  if (d.marken)
    marken.push(
      ...handelser(
        d.marken,
        d.punkter.map((p) => p.x!),
      ),
    )
  if (d.typ === 'linje' || d.typ === 'trappa') {
    marken.push(
      Plot.line(bakom, { x: 'x', y: 'y', z: 'serie', stroke: SVAG, strokeWidth: 1, curve: kurva }),
      Plot.areaY(
        fram.filter((p) => p.undre !== undefined),
        { x: 'x', y1: 'undre', y2: 'ovre', z: 'serie', fill: farg as never, fillOpacity: 0.15, curve: kurva },
      ),
      ...(valda.length ? valda : ['']).map((s) =>
        Plot.line(
          fram.filter((p) => p.serie === s),
          {
            x: 'x',
            y: 'y',
            stroke: farg(fram.find((p) => p.serie === s) ?? fram[0]!),
            strokeWidth: 2.5,
            ...(streck(s) ? { strokeDasharray: streck(s) } : {}),
            curve: kurva,
          },
        ),
      ),
      ...(d.typ === 'linje'
        ? [
            Plot.dot(
              fram.filter((p) => p.y !== null),
              { x: 'x', y: 'y', r: 3, fill: farg as never },
            ),
          ]
        : []),
    )
  } else if (d.typ === 'tratt') {
    const langs = [...d.punkter].sort((a, b) => a.x! - b.x!)
    const antal = d.punkter[0]?.granser?.length ?? 0
    for (let i = 0; i < antal; i++)
      for (const sida of [0, 1] as const)
        marken.push(
          Plot.line(langs, {
            x: 'x',
            y: (p: Punkt) => p.granser![i]![sida],
            stroke: LINJE,
            strokeWidth: 1.2,
            ...(i === 0 ? { strokeDasharray: '4 3' } : {}),
            curve: 'monotone-x',
            clip: true,
          }),
        )
    marken.push(
      Plot.dot(d.punkter, {
        x: 'x',
        y: 'y',
        r: 4,
        fill: ((p: Punkt) => (p.markt ? FARGER[1] : '#fff')) as never,
        stroke: ((p: Punkt) => (p.markt ? FARGER[1] : FARGER[0])) as never,
        strokeWidth: 1.5,
      }),
      ...namnen(
        [...d.punkter]
          .filter((p) => p.markt)
          .sort((a, b) => Math.abs(Math.log(Math.max(b.y!, 0.01))) - Math.abs(Math.log(Math.max(a.y!, 0.01)))),
        d.punkter,
        o,
      ),
    )
  } else if (d.typ === 'handelse') {
    marken.push(
      Plot.ruleX([0], { stroke: LINJE, strokeDasharray: '4 3' }),
      Plot.ruleX(
        d.punkter.filter((p) => p.undre !== undefined),
        { x: 'x', y1: 'undre', y2: 'ovre', stroke: FARGER[0], strokeWidth: 2 },
      ),
      Plot.dot(d.punkter, { x: 'x', y: 'y', r: 4.5, fill: FARGER[0] }),
    )
  } else {
    marken.push(
      Plot.linearRegressionY(d.punkter, { x: 'x', y: 'y', stroke: LINJE, strokeDasharray: '6 4', ci: 0 }),
      Plot.dot(d.punkter, {
        x: 'x',
        y: 'y',
        r: 4.5,
        symbol: ((p: Punkt) => (p.markt ? 'diamond' : 'circle')) as never,
        fill: ((p: Punkt) => (p.markt ? FARGER[1] : FARGER[0])) as never,
      }),
      ...(smal
        ? []
        : namnen(
            [...d.punkter].sort((a, b) => Number(b.markt ?? false) - Number(a.markt ?? false)),
            d.punkter,
            o,
          )),
    )
  }
  return Plot.plot({
    ...grund(o),
    height: hojden(o),
    marginLeft: 64,
    marginRight: d.typ === 'punkter' && !smal ? 110 : d.typ === 'tratt' && !smal ? 120 : 24,
    marginBottom: 46,
    marginTop: 28,
    x: {
      label: d.xnamn,
      labelAnchor: 'center',
      labelArrow: 'none',
      tickFormat: artal(d) ? String : svTal(d),
      ticks: smal
        ? 4
        : artal(d)
          ? [...new Set(d.punkter.map((p) => p.x!))].sort((a, b) => a - b).filter((_, i, l) => l.length <= 12 || i % 2 === 0)
          : 8,
      nice: d.typ !== 'linje' && d.typ !== 'trappa',
    },
    y: {
      label: d.ynamn,
      labelArrow: 'none',
      tickFormat: svTal(d),
      ticks: YSTEG,
      nice: true,
      ...(d.typ === 'trappa'
        ? { domain: [0, taket(d)] }
        : d.typ === 'tratt'
          ? { domain: tratthojd(d) }
          : d.typ === 'linje'
            ? { zero: true }
            : {}),
    },
    marks: marken,
  })
}

/** What happened meanwhile: a field from day to day, or a line where something changed and stays; a letter leads to the words below. */
function handelser(marken: readonly Armarke[], x: readonly number[]): Plot.Markish[] {
  const [minst, storst] = [Math.min(...x), Math.max(...x)]
  const inom = (v: number): number => Math.min(storst, Math.max(minst, v))
  const falt = marken.flatMap((m) => (m.tom === null ? [] : [{ ...m, fran: inom(m.fran), tom: inom(m.tom) }]))
  const byten = marken.filter((m) => m.tom === null && m.fran >= minst && m.fran <= storst)
  return [
    Plot.rectX(falt, { x1: 'fran', x2: 'tom', fill: SVAG, fillOpacity: 0.22 }),
    Plot.ruleX(byten, { x: 'fran', stroke: LINJE, strokeDasharray: '4 3', strokeWidth: 1.5 }),
    Plot.text([...falt.map((m) => ({ ...m, x: (m.fran + m.tom) / 2 })), ...byten.map((m) => ({ ...m, x: m.fran }))], {
      x: 'x',
      text: 'bokstav',
      frameAnchor: 'top',
      dy: -14,
      fontWeight: 650,
      fill: TEXT,
    }),
  ]
}

/** Names beside their points, where they have room. */
function namnen(punkter: readonly Punkt[], alla: readonly Punkt[], o: Ritstil): Plot.Markish[] {
  const placerade = placera(punkter, alla, o.bredd - MARGINALER, hojden(o) - 74)
  const PLATS = {
    hoger: { dx: 8, textAnchor: 'start' },
    vanster: { dx: -8, textAnchor: 'end' },
    over: { dy: -12, textAnchor: 'middle' },
    under: { dy: 13, textAnchor: 'middle' },
  } as const
  return (Object.keys(PLATS) as (keyof typeof PLATS)[]).map((sida) =>
    Plot.text(
      placerade.filter((e) => e.sida === sida).map((e) => e.punkt),
      { x: 'x', y: 'y', text: 'namn', fontSize: 12, fill: TEXT, stroke: '#fff', strokeWidth: 3, ...PLATS[sida] },
    ),
  )
}
const MARGINALER = 174
const hojden = (o: Ritstil): number => Math.min(460, Math.max(300, o.bredd * 0.55))

const taket = (d: Diagramdata): number => (Math.max(...d.punkter.map((p) => p.y ?? 0)) > 1.0001 ? 100 : 1)
/** The limits of small numbers run off: the points decide what is shown. */
function tratthojd(d: Diagramdata): [number, number] {
  const y = d.punkter.map((p) => p.y!)
  return [Math.min(0.5, ...y) * 0.9, Math.max(1.5, ...y) * 1.08]
}

const LANGST = 34
const kort = (t: string, langst: number): string => (t.length > langst ? `${t.slice(0, langst - 1)}…` : t)

function kategorier(d: Diagramdata, o: Ritstil): Element {
  const smal = o.bredd < 480
  const namn = [...new Set(d.punkter.map((p) => p.namn))]
  const s = serier(d)
  const grupperad = d.typ === 'stapel' && s.length > 1
  const langst = smal ? 18 : LANGST
  const vanster = 16 + 7.6 * Math.min(langst, Math.max(...(grupperad ? s : namn).map((n) => n.length)))
  const med = d.punkter.filter((p) => p.x !== null)
  const varde = (p: Punkt): string => talet(p.x!, d.decimaler)
  const text = { fill: TEXT, textAnchor: 'start' as const, dx: 6, fontSize: 13 }
  const rad = { y: grupperad ? 'serie' : 'namn', ...(grupperad ? { fy: 'namn' } : {}) }
  const marken: Plot.Markish[] =
    d.typ === 'stapel'
      ? [
          Plot.barX(med, {
            ...rad,
            x: 'x',
            fill: grupperad ? (((p: Punkt) => FARGER[s.indexOf(p.serie) % FARGER.length]!) as never) : FARGER[0],
            insetTop: 2,
            insetBottom: 2,
          }),
          Plot.text(med, { ...rad, x: 'x', text: varde, ...text }),
          Plot.text(
            d.punkter.filter((p) => p.x === null),
            { ...rad, x: () => 0, text: () => 'dolt eller saknas', ...text, fill: SVAGTEXT },
          ),
          Plot.ruleX([0], { stroke: LINJE }),
        ]
      : d.typ === 'par'
        ? [
            Plot.gridX({ stroke: '#d5ded9', strokeOpacity: 1 }),
            ...(d.ingenSkillnad === undefined ? [] : [Plot.ruleX([d.ingenSkillnad], { stroke: LINJE, strokeWidth: 1.5 })]),
            Plot.ruleY(
              namn.flatMap((n) => {
                const v = med.filter((p) => p.namn === n).map((p) => p.x!)
                return v.length > 1 ? [{ namn: n, a: Math.min(...v), b: Math.max(...v) }] : []
              }),
              { y: 'namn', x1: 'a', x2: 'b', stroke: LINJE, strokeWidth: 2 },
            ),
            Plot.dot(med, {
              y: 'namn',
              x: 'x',
              r: 5.5,
              fill: ((p: Punkt) => (p.serie === s[0] ? '#fff' : FARGER[0])) as never,
              stroke: FARGER[0],
              strokeWidth: 2,
            }),
          ]
        : [
            Plot.gridX({ stroke: '#d5ded9', strokeOpacity: 1 }),
            ...(d.ingenSkillnad === undefined ? [] : [Plot.ruleX([d.ingenSkillnad], { stroke: LINJE, strokeWidth: 1.5 })]),
            Plot.ruleY(
              med.filter((p) => p.undre !== undefined),
              { y: 'namn', x1: 'undre', x2: 'ovre', stroke: FARGER[0], strokeWidth: 2 },
            ),
            Plot.dot(med, { y: 'namn', x: 'x', r: 5, fill: FARGER[0] }),
          ]
  return Plot.plot({
    ...grund(o),
    height: 70 + (grupperad ? namn.length * (s.length * 22 + 26) : namn.length * 26),
    marginLeft: vanster,
    marginRight: d.typ === 'stapel' ? 70 : 24,
    marginBottom: 46,
    marginTop: grupperad ? 22 : 14,
    x: { label: d.xnamn, labelAnchor: 'center', labelArrow: 'none', tickFormat: svTal(d), ticks: smal ? 3 : 6, nice: true },
    y: { label: null, domain: grupperad ? s : namn, tickSize: 0, tickFormat: (t: string) => kort(t, langst) },
    ...(grupperad ? { fy: { axis: null, domain: namn, padding: 0.15 }, facet: { label: null } } : {}),
    marks: grupperad
      ? [
          ...marken,
          Plot.text(
            namn.map((n) => ({ namn: n })),
            { fy: 'namn', text: 'namn', frameAnchor: 'top-left', dy: -12, dx: -vanster + 2, fontWeight: 650, fill: TEXT },
          ),
        ]
      : marken,
  })
}
