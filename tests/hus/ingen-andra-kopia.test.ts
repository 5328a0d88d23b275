import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { kodfiler, LAGENS_TAL, sok, sokFil } from '../stod/paragrafrakning.ts'

const ROT = fileURLToPath(new URL('../..', import.meta.url))
/** All code but the rules themselves. The benches and tests hold other programs of the same arithmetic on purpose: they are what the rules are checked against. */
const HUSET = [
  'packages/kalender/src',
  'packages/arende/src',
  'packages/formaner/src',
  'packages/brev/src',
  'packages/intyg/src',
  'packages/lager/src',
  'packages/syntet/src',
  'packages/analys/src',
  'apps/server/src',
  'apps/cli/src',
  'apps/webb/src',
  'scripts',
]

interface Undantag {
  /** the file, or its folder */
  readonly i: string
  readonly text: RegExp
  readonly darfor: string
}
/** What looks like the law and is not, each with why. One that no longer finds anything is to be taken away. */
const UNDANTAG: readonly Undantag[] = [
  {
    i: 'packages/formaner/src/gemensamt/utbetalning.ts',
    text: /^r\.kronorPerDag \* dagar$/,
    darfor: 'the one place where a finished amount a day meets paid days',
  },
  {
    i: 'packages/formaner/src/forebyggande-sjukpenning/ersattning/dagar.ts',
    text: /^Math\.min\(a\.kronor, kronorPerDag\)$/,
    darfor: 'a deduction takes no more than there is',
  },
  { i: 'packages/lager/src/forebyggande/utlatandelank.ts', text: /^LANKDAGAR = 180$/, darfor: 'how long a link lives; a limit of ours' },
  {
    i: 'packages/intyg/src/kodverk.ts',
    text: /^\['(NITTIO_DGR|HUNDRAATTIO_DAGAR|TREHUNDRASEXTIOFEM_DAGAR)', \d+\]$/,
    darfor: 'the code list of the certificate',
  },
  { i: 'packages/kalender/src/karna/dagtal.mjs', text: /365/, darfor: 'days of a year' },
  { i: 'packages/syntet/src/befolkning.ts', text: /^DAGAR_I_AR = 365$/, darfor: 'days of a year' },
  { i: 'packages/syntet/src/diagnoser/rorelse.ts', text: /^langst: 180$/, darfor: 'an invented diagnosis' },
  {
    i: 'packages/syntet/src/land/dagbelopp.ts',
    text: /p\.inkomst \* EPOKER\.length/,
    darfor: 'a key of what is remembered; the amount comes from the rules',
  },
  {
    i: 'packages/syntet/src/land/forebyggande.ts',
    text: /nekas\.ersattning|takt\.kronorPerDag|perDag$|perDag\)$/,
    darfor: "amounts drawn so that each county meets the published table (the report's kronor a day), not paid by the law",
  },
  {
    i: 'packages/syntet/src/land/',
    text: /\[15, 30, 90, 180, 365\]|SVANS|365|\[183, 365, 730\]|2013: 0\.97|\* 90|90 \* lott/,
    darfor: 'how long people are ill in published statistics, and rates of years',
  },
  { i: 'packages/syntet/src/orter.ts', text: /^s\.heltal\(1, 89\)$/, darfor: 'a house number' },
  {
    i: 'packages/syntet/src/sjukfall.ts',
    text: /^\[[\d, ]+\]$|^KEDJAGLAPP \+ 90$/,
    darfor: 'lengths to draw, about the limits on purpose',
  },
  { i: 'packages/analys/src/reform/diagram.ts', text: /^VANSTER = 180$/, darfor: 'a width on paper' },
  {
    i: 'packages/analys/src/jamforelse/likafall.ts',
    text: /^DAGAR_SOM_ETT = 365$/,
    darfor: 'a year apart counts as one unit of unlikeness',
  },
  { i: 'packages/analys/src/utvardering/grund.ts', text: /^\[365, '12 månader'\]$/, darfor: 'a window of outcome' },
  { i: 'packages/analys/src/utvardering/jamforelsegrupp/', text: /^x \/ 365$/, darfor: 'days of a year' },
  { i: 'packages/analys/src/utvardering/langd.ts', text: /^\[15, 30, 45, |^INOM = 365$/, darfor: 'days at which a curve is read' },
  { i: 'packages/analys/src/register/register.ts', text: /^hogst: 366$/, darfor: 'days of a year' },
  { i: 'apps/server/src/demo/', text: /./, darfor: 'invented cases, placed about the limits on purpose' },
  { i: 'apps/cli/src/rehabkedja/befolkning.ts', text: /^HOGST_I_TEXT = 200_000$/, darfor: 'rows on a screen' },
  { i: 'apps/webb/src/komponenter/analys/geokarta.ts', text: /180$/, darfor: 'degrees' },
  {
    i: 'apps/webb/src/sidor/apr/rakning.ts',
    text: /^Math\.max\(0, tak\.arbetsgivare - /,
    darfor: 'what was left, told in words beside the amount that the rules gave',
  },
  { i: 'apps/webb/src/komponenter/diagram/Stegdiagram.vue', text: /^VANSTER = 90$/, darfor: 'a width on screen' },
]

describe('ingen paragrafs räkning finns en gång till', () => {
  const fynd = kodfiler(ROT, HUSET).flatMap(sokFil(ROT))
  const traffar = (u: Undantag) => fynd.filter((f) => f.fil.startsWith(u.i) && u.text.test(f.text))

  it('utanför regelverket räknas inga belopp och står inga av lagens tal', () => {
    const nya = fynd
      .filter((f) => !UNDANTAG.some((u) => f.fil.startsWith(u.i) && u.text.test(f.text)))
      .map((f) => `${f.fil}:${f.rad} ${f.varfor}: ${f.text}`)
    expect(
      nya,
      'Använd regeln, parametern eller dagtalet ur @atergang/regelverk. Är det inte lag: lägg till ett undantag med skäl.',
    ).toEqual([])
  })
  it.each(UNDANTAG)('undantaget i $i behövs', (u) => {
    expect(traffar(u).length).toBeGreaterThan(0)
  })
  it.each([
    ['const dag = sgi * 0.97 * 0.8 / 365', 'räknar med ett belopp'],
    ['const x = Math.round(helDag)', 'round av ett belopp'],
    ['const x = Math.min(a, 543)', 'har talet ur arbetslosTak'],
    ['const PBB = 59_200', 'har talet ur prisbasbelopp'],
    ['const TAK = 59_201', null],
    ['const PBB = 59200', 'har talet ur prisbasbelopp'],
    ['if (kedjedag > 180) f()', 'har talet ur DAGAR_EFTER_71'],
    ['plusDagar(dag, 450)', 'har talet ur RAMTID'],
    ['const hogst = { normal: 364 }', 'har talet ur NORMALNIVADAGAR'],
    ['const lon = inkomst / 12', 'räknar med ett belopp'],
    ['const summa = beloppet + avdrag', null],
    ['const x = antal * 2', null],
  ])('hittar %s', (kod, varfor) => {
    const f = sok('prov.ts', kod)
    if (varfor === null) expect(f).toEqual([])
    else expect(f.map((x) => x.varfor)).toContain(varfor)
  })
  it('läser vyer: skript, uttryck och attribut, med rätt rad', () => {
    const f = sok(
      'prov.vue',
      '<template>\n  <p :title="kr(sgi * 2)">\n    {{ Math.round(dagbelopp) }}</p>\n</template>\n<script setup lang="ts">\nconst a = 1\nconst b = inkomst / 365\n</script>\n',
    )
    expect(f.map((x) => [x.rad, x.varfor])).toEqual([
      [2, 'räknar med ett belopp'],
      [3, 'round av ett belopp'],
      [7, 'räknar med ett belopp'],
    ])
    expect(f.map((x) => x.text)).toEqual(expect.arrayContaining(['sgi * 2', 'Math.round(dagbelopp)', 'inkomst / 365']))
  })
  it('vet lagens tal ur regelverket självt', () => {
    for (const n of [0.97, 543, 364, 450, 59_200, 7.5, 91, 181, 366, 551]) expect(LAGENS_TAL.has(n), String(n)).toBe(true)
  })
  it('ärendet, brevet, befolkningen och SQL går alla till samma definitioner', () => {
    const anvander = (fil: string, namn: string): boolean => new RegExp(`\\b${namn}\\b[^\\n]*`).test(readFileSync(join(ROT, fil), 'utf8'))
    expect(anvander('packages/formaner/src/sjukpenning/utbetalning.ts', 'kalenderdag')).toBe(true)
    expect(anvander('packages/syntet/src/land/dagbelopp.ts', 'kalenderdagAvInkomst')).toBe(true)
    expect(anvander('packages/analys/src/reform/rakna.ts', 'kopplat')).toBe(true)
    expect(anvander('apps/cli/src/regel/kor.ts', 'sql')).toBe(true)
  })
})
