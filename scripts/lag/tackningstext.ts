import type { Slag, Tackningsdel, Tackningsrad } from './tackning.ts'

const ORDNING: readonly Slag[] = ['regel', 'parameter', 'riksinställning', 'tidslinje', 'handläggning', 'fråga']

/** ”regel”, ”fråga till människa”, both, or ”inte infört”. */
export function status(r: Tackningsrad): string {
  if (r.stod.length === 0) return 'inte infört'
  const fraga = r.stod.some((s) => s.slag === 'fråga')
  const regel = r.stod.some((s) => s.slag !== 'fråga')
  return fraga && regel ? 'regel och fråga till människa' : fraga ? 'fråga till människa' : 'regel'
}

const cell = (t: string): string => t.replaceAll('|', '\\|')
const vad = (r: Tackningsrad): string =>
  r.skal ?? ORDNING.flatMap((slag) => {
    const namn = r.stod.filter((s) => s.slag === slag).map((s) => `\`${s.namn}\``).sort()
    return namn.length ? [`${slag}: ${namn.join(', ')}`] : []
  }).join('; ')

const paragraf = (nyckel: string): string => `${nyckel.replace(/^(?:.*:|FL |förordning \(2014:67\) )/, '')} §`

export function tackningstext(delar: readonly Tackningsdel[]): string {
  const rader = delar.flatMap((d) => d.rader)
  const antal = new Map<string, number>()
  for (const r of rader) antal.set(status(r), (antal.get(status(r)) ?? 0) + 1)
  return [
    '# Lagtäckning',
    '',
    '<!-- Skapas av `npm run lagtackning`. Ändra inte här: reglerna och packages/regelverk/lagtext/inte-infort.csv är källan. -->',
    '',
    'Varje paragraf i kapitlen 10, 23–31 a, 33, 36, 40–41, 110, 112 och 113 socialförsäkringsbalken som de lyder i källorna, förvaltningslagen, och förordningen (2014:67) så långt',
    'rapporterna återger den. En paragraf är',
    '',
    '- **regel**: en regel, en parameter, en riksinställning, en funktion över tidslinjer eller ett led i handläggningen (steg, fråga i ett ärende, brev, granskning av intyg) vilar på den;',
    '- **fråga till människa**: lagen lämnar den till en bedömning, som en namngiven handläggare eller specialist gör;',
    '- **inte infört**: inget vilar på den, och skälet står.',
    '',
    `${rader.length} paragrafer: ${[...antal].sort().map(([s, n]) => `${n} ${s}`).join(', ')}.`,
    '',
    'Att en paragraf är regel betyder att något vilar på den, inte att varje stycke är prövat: reglernas ord står i [regler](regler/README.md), prövningarna i `packages/regelverk/lagfall`.',
    '',
    ...delar.flatMap((d) => ['', `## ${d.namn}`, '', '| § | rubrik | status | vad som vilar på den, eller varför inget gör det |', '|---|---|---|---|', ...d.rader.map((r) => `| ${paragraf(r.nyckel)} | ${cell(r.rubrik)} | ${status(r)} | ${cell(vad(r))} |`)]),
    '',
  ].join('\n')
}
