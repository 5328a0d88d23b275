import { MINST_VISADE } from '../skydd/skydd.ts'
import { DIMENSIONER, DIMENSIONSNAMN, type Reformdel, type Reformgrupp, type Reformsvar } from './svar.ts'

const DOLT = '..'
const SMATT = `<${MINST_VISADE}`
const OKANT = 'okänt'
const hela = (n: number | null, annars = DOLT): string => (n === null ? annars : Math.round(n).toLocaleString('sv-SE'))
const andring = (n: number | null, annars: string): string => (n === null ? annars : `${n > 0 ? '+' : ''}${hela(n)}`)
/** What stands for a sum that is not there. */
const utanSumma = (g: Reformgrupp): string => (g.dolda?.fore ? DOLT : OKANT)
/** Blank where there was nothing before to be a share of. */
const procent = (g: Reformgrupp): string =>
  g.procent === null
    ? g.forandring === null
      ? utanSumma(g)
      : '–'
    : `${g.procent > 0 ? '+' : ''}${g.procent.toFixed(1).replace('.', ',').replace('-', '−')} %`

const HUVUD = ['Personer', 'Före', 'Efter', 'Ändring', 'Andel', 'Vinnare', 'Förlorare', 'Oförändrade', 'Okända'] as const
const cellerna = (g: Reformgrupp): string[] => {
  const antal = (f: 'personer' | 'vinnare' | 'forlorare' | 'oforandrade' | 'okanda'): string =>
    g.dolda?.[f] === 'liten' ? SMATT : hela(g[f])
  return [
    antal('personer'),
    hela(g.fore, utanSumma(g)),
    hela(g.efter, utanSumma(g)),
    andring(g.forandring, utanSumma(g)),
    procent(g),
    antal('vinnare'),
    antal('forlorare'),
    antal('oforandrade'),
    antal('okanda'),
  ]
}

/** One part's groups as a table of a kind: each dimension under its own heading. */
const delens = (d: Reformdel): readonly (readonly [string, readonly Reformgrupp[]])[] => [
  ['Alla', [d.alla]],
  ...DIMENSIONER.map((x) => [DIMENSIONSNAMN[x], d.grupper[x]] as const),
]

/** What is not known, said of each count: how many rows, and what they lack. */
export function okantText(d: Reformdel): string[] {
  const ut = d.rakningar
    .filter((r) => r.okandaRader !== 0)
    .map((r) =>
      r.okandaRader === r.rader
        ? `${r.arenden}: ingen av ${hela(r.rader)} rader kan räknas före och efter. Summorna är okända. ${r.saknas.join(' ')}`
        : `${r.arenden}: ${r.okandaRader === null ? SMATT : hela(r.okandaRader)} av ${hela(r.rader)} rader kan inte räknas före eller efter. Summorna före och efter är av de kända raderna. ${r.saknas.join(' ')}`,
    )
  return d.ratt ? [...ut, `Ärenden med rätt: före ${vidd(d.ratt.fore)}; efter ${vidd(d.ratt.efter)}.`] : ut
}
const vidd = (v: { readonly minst: number; readonly hogst: number }): string =>
  v.minst === v.hogst ? hela(v.minst) : `mellan ${hela(v.minst)} och ${hela(v.hogst)}`

const rubrik = (d: Reformdel): string => (d.slag === 'kr' ? 'Kostnad i kronor' : 'Ärenden med rätt')
const rakningstext = (d: Reformdel): string =>
  d.rakningar
    .map((r) => `${r.arenden} (${r.regelFore === r.regel ? r.regel : `${r.regelFore} → ${r.regel}`}, ${hela(r.rader)} rader)`)
    .join(', ')

function omstandigheter(s: Reformsvar): string[] {
  return [
    `Lagen den ${s.lagdag}, före och efter. Befolkning: ${s.befolkning.vad}${s.befolkning.period ? `, ${s.befolkning.period}` : ''}.`,
    ...s.antaganden.map((a) => `Antaget för alla: ${a.namn} = ${a.varde} (${a.kalla}).`),
  ]
}

/** The answer as text for a terminal. */
export function reformtext(s: Reformsvar): string {
  return [
    `Reform: ${s.reform.namn}`,
    ...(s.reform.beskrivning ? [s.reform.beskrivning] : []),
    ...(s.reform.kalla ? [`Källa: ${s.reform.kalla}`] : []),
    ...omstandigheter(s),
    ...s.delar.flatMap((d) => ['', `${rubrik(d)}: ${rakningstext(d)}`, ...okantText(d), ...tabell(d), ...(d.skydd ? [d.skydd] : [])]),
    '',
    'Förbehåll',
    ...s.forbehall.map((f) => `- ${f}`),
    '',
    `Regelverk före ${s.kvitto.fore}`,
    `Regelverk efter ${s.kvitto.efter}`,
  ].join('\n')
}

function tabell(d: Reformdel): string[] {
  const rader = delens(d).flatMap(([namn, grupper]) => grupper.map((g) => [namn, namn === 'Alla' ? '' : g.grupp, ...cellerna(g)]))
  const allt = [['', '', ...HUVUD], ...rader]
  const bredd = allt[0]!.map((_, i) => Math.max(...allt.map((r) => r[i]!.length)))
  return allt.map((r) =>
    r
      .map((c, i) => (i < 2 ? c.padEnd(bredd[i]!) : c.padStart(bredd[i]!)))
      .join('  ')
      .trimEnd(),
  )
}

/** The answer as Markdown, with the chart of each part beside it. @param diagram the chart's file by the part's place */
export function reformMarkdown(s: Reformsvar, diagram: readonly string[]): string {
  const delar = s.delar.flatMap((d, i) => [
    '',
    `## ${rubrik(d)}`,
    '',
    `Räknat på ${rakningstext(d)}.`,
    ...okantText(d).flatMap((t) => ['', t]),
    ...(diagram[i] ? ['', `![${rubrik(d)}: ändring per grupp. Samma tal står i tabellen.](${diagram[i]})`] : []),
    ...delens(d).flatMap(([namn, grupper]) => [
      '',
      `| ${namn} | ${HUVUD.join(' | ')} |`,
      `|---|${HUVUD.map(() => '--:').join('|')}|`,
      ...grupper.map((g) => `| ${g.grupp} | ${cellerna(g).join(' | ')} |`),
    ]),
    ...(d.skydd ? ['', d.skydd] : []),
  ])
  return [
    `# ${s.reform.namn}`,
    '',
    ...(s.reform.beskrivning ? [s.reform.beskrivning, ''] : []),
    ...(s.reform.kalla ? [`Källa: ${s.reform.kalla}`, ''] : []),
    ...omstandigheter(s).map((t) => `- ${t}`),
    ...delar,
    '',
    '## Förbehåll',
    '',
    ...s.forbehall.map((f) => `- ${f}`),
    '',
    `Regelverk före \`${s.kvitto.fore}\`, efter \`${s.kvitto.efter}\`.`,
    '',
  ].join('\n')
}
