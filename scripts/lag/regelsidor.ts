import {
  iOrdning,
  lagrum,
  lagrumstext,
  type Katalogfraga,
  type Katalogparameter,
  type Katalogregel,
  type Kataloglagrum,
  type Regelkatalog,
} from '@atergang/regelverk'
import { aterberattade } from './aterberattat.ts'
import { lasLagtextfil } from './lagtextfil.ts'

const SKAPAD = '<!-- Skapas av `npm run regelsidor` ur regelkatalogen. Ändra reglerna, inte sidan. -->'

/** The page a paragraph belongs to: its chapter, or its act. */
const delAv = (paragraf: string): string =>
  /^\d/.test(paragraf) ? paragraf.split(':')[0]! : (/^(?:FL|förordning)/.exec(paragraf)?.[0] ?? 'annat')
const FILNAMN: Readonly<Record<string, string>> = { FL: 'forvaltningslagen', förordning: 'forordning-2014-67', annat: 'ovrigt' }
const sidan = (del: string): string => `${FILNAMN[del] ?? `kap-${del.replace(' ', '-')}`}.md`
const ankare = (namn: string): string =>
  namn
    .toLowerCase()
    .replace(/[åä]/g, 'a')
    .replaceAll('ö', 'o')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
/** A rule whose paragraph no source names stands with what has none. */
const delFor = (x: { readonly lagrum: readonly Kataloglagrum[] }): string => delAv(x.lagrum[0]?.paragraf ?? '')
const cell = (t: string): string => t.replaceAll('|', '\\|')

const iLagensOrdning = <T extends { readonly lagrum: readonly Kataloglagrum[] }>(xs: readonly T[]): T[] =>
  [...xs].sort((a, b) => iOrdning(a.lagrum[0]?.paragraf ?? '', b.lagrum[0]?.paragraf ?? ''))

/** Every page of docs/regler by file name, from the catalogue that a web page uses too. */
export function regelsidor(k: Regelkatalog): ReadonlyMap<string, string> {
  const kapitel = lasLagtextfil().kapitel
  const delarna = [...new Set([...k.regler, ...k.fragor].map(delFor).concat(Object.keys(k.paragrafer).map(delAv)))].sort((a, b) =>
    iOrdning(/^\d/.test(a) ? `${a}:1` : `${a} 1`, /^\d/.test(b) ? `${b}:1` : `${b} 1`),
  )
  const namn = (del: string): string =>
    kapitel[del]
      ? `${del} kap. ${kapitel[del]}`
      : del === 'FL'
        ? 'Förvaltningslagen'
        : del === 'förordning'
          ? 'Förordningen (2014:67)'
          : 'Utan paragraf i källorna'
  const hemma = new Map(k.regler.map((r) => [r.namn, delFor(r)]))
  const ut = new Map<string, string>()
  for (const del of delarna) {
    const [regler, fragor] = [
      iLagensOrdning(k.regler.filter((r) => delFor(r) === del)),
      iLagensOrdning(k.fragor.filter((f) => delFor(f) === del)),
    ]
    ut.set(sidan(del), kapitelsida(k, del, namn(del), regler, fragor, hemma))
  }
  ut.set('parametrar.md', parametersida(k.parametrar))
  ut.set(
    'README.md',
    forsta(
      k,
      delarna.map((d) => [d, namn(d)] as const),
      hemma,
    ),
  )
  return ut
}

function forsta(k: Regelkatalog, delar: readonly (readonly [string, string])[], hemma: ReadonlyMap<string, string>): string {
  const rad = (r: Katalogregel): string =>
    `| [\`${r.namn}\`](${sidan(hemma.get(r.namn)!)}#${ankare(r.namn)}) | ${cell(r.rubrik)} | ${r.lagrum.map((l) => l.kort).join(', ')} | ${r.fakta.map((f) => `\`${f.namn}\``).join(', ')} |`
  return [
    '# Reglerna',
    '',
    SKAPAD,
    '',
    `${k.regler.length} regler, ${k.parametrar.length} parametrar och riksinställningar, ${k.fragor.length} frågor till en människa. Samma uppgifter som \`regelkatalog()\` ger. Hur mycket av lagen de täcker står i [lagtackning.md](../lagtackning.md),`,
    'och lagfallen som prövar dem i [packages/regelverk/lagfall](../../packages/regelverk/lagfall/README.md).',
    '',
    ...delar.map(([d, n]) => `- [${n}](${sidan(d)})`),
    '- [Belopp, tal och riksinställningar över tid](parametrar.md)',
    '',
    '## Alla regler',
    '',
    'Fakta som regeln själv frågar efter; de regler den använder frågar efter sina.',
    '',
    '| namn | rubrik | lagrum | fakta |',
    '|---|---|---|---|',
    ...k.regler.map(rad),
    '',
  ].join('\n')
}

function kapitelsida(
  k: Regelkatalog,
  del: string,
  rubrik: string,
  regler: readonly Katalogregel[],
  fragor: readonly Katalogfraga[],
  hemma: ReadonlyMap<string, string>,
): string {
  const egna = Object.keys(k.paragrafer)
    .filter((p) => delAv(p) === del)
    .sort(iOrdning)
  const aterberattat = del === 'förordning' ? [...aterberattade()] : []
  return [
    `# ${rubrik}`,
    '',
    SKAPAD,
    '',
    ...(regler.length ? ['## Regler', '', ...regler.flatMap((r) => regel(r, k, hemma))] : []),
    ...(fragor.length ? ['## Frågor till en människa', '', ...fragor.flatMap((f) => fraga(f, hemma))] : []),
    ...(egna.length
      ? [
          '## Paragrafer',
          '',
          ...egna.flatMap((p) => [
            `### <a id="p-${ankare(p)}"></a>${lagrumstext(lagrum(p))}`,
            '',
            ...k.paragrafer[p]!.flatMap((s) => [`> ${s.text}`, ...s.punkter.map((x) => `> - ${x}`), '>']).slice(0, -1),
            '',
          ]),
        ]
      : []),
    ...(aterberattat.length
      ? [
          '## Paragrafer, som rapporterna återger dem',
          '',
          ...aterberattat.flatMap(([p, v]) => [
            `### <a id="p-${ankare(p)}"></a>${p.split(') ')[1]} §`,
            '',
            `${v.aterger} (Riksrevisionens rapport, ${v.stalle}.)`,
            '',
          ]),
        ]
      : []),
  ].join('\n')
}

const lank = (l: Kataloglagrum): string => `[${l.text}](${sidan(delAv(l.paragraf))}#p-${ankare(l.paragraf)})`
const regellank = (namn: string, hemma: ReadonlyMap<string, string>): string => `[\`${namn}\`](${sidan(hemma.get(namn)!)}#${ankare(namn)})`

function regel(r: Katalogregel, k: Regelkatalog, hemma: ReadonlyMap<string, string>): string[] {
  const lista = (ord: string, xs: readonly string[]): string[] => (xs.length ? [`- ${ord}: ${xs.join(', ')}`] : [])
  const enhet = (f: Katalogregel['fakta'][number]): string => (f.enhet === 'tal' || f.enhet === 'antal' ? '' : ` (${f.enhet})`)
  const varden = (namn: string): string => {
    const p = k.parametrar.find((x) => x.namn === namn)!
    return `[${p.rubrik}](parametrar.md#${ankare(namn)})${p.varden.length === 1 ? ` = ${p.varden[0]!.varde}` : ''}`
  }
  return [
    `### <a id="${ankare(r.namn)}"></a>${r.rubrik}`,
    '',
    `\`${r.namn}\`${r.enhet ? `, ${r.enhet}` : ', dagar'}. ${r.lagrum.length ? `Vilar på ${r.lagrum.map(lank).join(', ')}.` : 'Källan anger ingen paragraf.'}`,
    '',
    ...r.versioner.flatMap((v) => [`Från ${v.from}${v.tom ? ` till ${v.tom}` : ''} (${v.kalla})${v.iOrd ? `: ${v.iOrd}.` : '.'}`, '']),
    ...lista(
      'fakta',
      r.fakta.map((f) => `\`${f.namn}\` ${f.rubrik}${enhet(f)}${f.arFraga ? ' – bedöms av en människa' : ''}`),
    ),
    ...lista('parametrar', r.parametrar.map(varden)),
    ...lista(
      'använder',
      r.anvander.map((n) => regellank(n, hemma)),
    ),
    ...lista(
      'används av',
      r.anvandsAv.map((n) => regellank(n, hemma)),
    ),
    '',
  ]
}

const fraga = (f: Katalogfraga, hemma: ReadonlyMap<string, string>): string[] => [
  `### <a id="${ankare(f.namn)}"></a>${f.rubrik}`,
  '',
  `\`${f.namn}\`, ${f.enhet}. Lagens ord: ”${f.ord}”. ${f.lagrum.map(lank).join(', ')}. Svarar: ${f.svarar === 'handlaggare' ? 'handläggare' : 'försäkringsspecialist'}${f.radfraga ? `, som kan fråga ${f.radfraga === 'fmr' ? 'försäkringsmedicinsk rådgivare' : 'försäkringsspecialist'}` : ''}.${f.anvandsAv.length ? ` Svaret används av ${f.anvandsAv.map((n) => regellank(n, hemma)).join(', ')}.` : ''}`,
  '',
]

function parametersida(ps: readonly Katalogparameter[]): string {
  const RUBRIKER: Record<Katalogparameter['slag'], string> = {
    parameter: 'Belopp och tal',
    lydelse: 'Lydelser',
    riksinstallning: 'Riksinställningar',
  }
  const parametern = (p: Katalogparameter): string[] => [
    `### <a id="${ankare(p.namn)}"></a>${p.rubrik}`,
    '',
    `\`${p.namn}\`${p.lagrum.length ? `. ${p.lagrum.map(lank).join(', ')}` : ''}.`,
    '',
    '| från | till | värde | källa |',
    '|---|---|---|---|',
    ...p.varden.map((v) => `| ${v.from} | ${v.tom ?? 'tills vidare'} | ${v.varde} | ${cell(v.kalla)} |`),
    '',
  ]
  return [
    '# Belopp, tal och riksinställningar över tid',
    '',
    SKAPAD,
    '',
    'Utanför sina dagar är ett värde inte känt: källorna ger det inte.',
    '',
    ...(['parameter', 'lydelse', 'riksinstallning'] as const).flatMap((slag) => [
      `## ${RUBRIKER[slag]}`,
      '',
      ...ps.filter((p) => p.slag === slag).flatMap(parametern),
    ]),
  ].join('\n')
}
