import { SLAGEN, tackningsstatus, type Tackningsdel, type Tackningsrad } from '@atergang/regelverk'

const cell = (t: string): string => t.replaceAll('|', '\\|')
const vad = (r: Tackningsrad): string =>
  r.skal ??
  SLAGEN.flatMap((slag) => {
    const namn = r.stod
      .filter((s) => s.slag === slag)
      .map((s) => `\`${s.namn}\``)
      .sort()
    return namn.length ? [`${slag}: ${namn.join(', ')}`] : []
  }).join('; ')

const paragraf = (nyckel: string): string => `${nyckel.replace(/^(?:.*:|FL |förordning \(2014:67\) )/, '')} §`

export function tackningstext(delar: readonly Tackningsdel[]): string {
  const rader = delar.flatMap((d) => d.rader)
  const antal = new Map<string, number>()
  for (const r of rader) antal.set(tackningsstatus(r), (antal.get(tackningsstatus(r)) ?? 0) + 1)
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
    `${rader.length} paragrafer: ${[...antal]
      .sort()
      .map(([s, n]) => `${n} ${s}`)
      .join(', ')}.`,
    '',
    'Att en paragraf är regel betyder att något vilar på den, inte att varje stycke är prövat: reglernas ord står i [regler](regler/README.md), prövningarna i `packages/regelverk/lagfall`.',
    '',
    ...delar.flatMap((d) => [
      '',
      `## ${d.namn}`,
      '',
      '| § | rubrik | status | vad som vilar på den, eller varför inget gör det |',
      '|---|---|---|---|',
      ...d.rader.map((r) => `| ${paragraf(r.nyckel)} | ${cell(r.rubrik)} | ${tackningsstatus(r)} | ${cell(vad(r))} |`),
    ]),
    '',
  ].join('\n')
}

/** The same as data for the web, one paragraph a line so that a change is seen in its place. */
export const tackningsdata = (delar: readonly Tackningsdel[]): string =>
  `[\n${delar.map((d) => `{"namn": ${JSON.stringify(d.namn)}, "rader": [\n${d.rader.map((r) => JSON.stringify(r)).join(',\n')}\n]}`).join(',\n')}\n]\n`
