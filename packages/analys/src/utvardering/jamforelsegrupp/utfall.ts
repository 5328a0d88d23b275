import { fonstertext, type Fonster } from '../../matt/matt.ts'
import type { Kontroll } from '../../resultat/resultat.ts'
import { byggTabell } from '../../resultat/tabell.ts'
import { intervall, pT } from '../../statistik/fordelning.ts'
import { STORSTA_SKILLNAD, type Balansrad, type Matchning } from '../../statistik/matchning.ts'
import type { Ratabell } from '../../tabeller/svar.ts'
import type { Foljda } from '../foljda.ts'
import { LANGST, registerkallor } from '../grund.ts'
import type { Risk } from './risk.ts'

export function kontroller(d: Foljda, m: Matchning, rader: readonly Balansrad[], poang: Float64Array): Kontroll[] {
  const varst = [...rader].sort((a, b) => Math.abs(b.skillnadEfter) - Math.abs(a.skillnadEfter))[0]!
  const andel = m.par.length / (m.par.length + m.utan.length)
  const i = (grupp: number): number[] =>
    Array.from(poang)
      .filter((_, j) => d.kolumn.behandlad![j] === grupp)
      .sort((a, b) => a - b)
  const [b, o] = [i(1), i(0)]
  const inom = b.filter((x) => x >= o[0]! && x <= o.at(-1)!).length / b.length
  const sv = (n: number): string => n.toLocaleString('sv-SE', { maximumFractionDigits: 2 })
  return [
    {
      id: 'balans',
      vad: 'Grupperna liknar varandra efter matchningen',
      utfall: Math.abs(varst.skillnadEfter) <= STORSTA_SKILLNAD ? 'haller' : 'haller inte',
      text: `Störst standardiserad skillnad: ${sv(varst.skillnadEfter)} (${varst.namn}); gränsen är ${sv(STORSTA_SKILLNAD)}.`,
    },
    {
      id: 'matchade',
      vad: 'De flesta med kurs fick någon att jämföras med',
      utfall: andel >= 0.9 ? 'haller' : 'haller inte',
      text: `${sv(andel * 100)} procent matchades. Övriga finns inte med i svaret.`,
    },
    {
      id: 'overlapp',
      vad: 'Chansen att få en kurs överlappar mellan grupperna',
      utfall: inom >= 0.95 ? 'haller' : 'haller inte',
      text: `${sv(inom * 100)} procent av dem med kurs ligger inom de andras spann.`,
    },
  ]
}

export function balanstabell(rader: readonly Balansrad[], f: Fonster, d: Foljda): Ratabell {
  const kol = (id: string, rubrik: string, taljare: string, varde: (r: Balansrad) => number, enhet = 'medelvärde eller andel') => ({
    id,
    rubrik,
    enhet,
    decimaler: 2,
    taljare,
    varde,
  })
  return byggTabell({
    id: 'balans',
    rubrik: 'Hur lika grupperna är',
    kalla: 'utvärdering, jämförelsegrupp',
    nycklar: ['Egenskap'],
    period: fonstertext(f),
    population: 'de som fick en första kurs, och jämförelsegruppen',
    datakalla: registerkallor('sjukfall', 'person', 'utbetalning'),
    rader,
    nyckel: (r) => [r.namn],
    // Shares of a group are shown only where no count behind them is small.
    antal: (r) => antalen(r, d),
    del: [['med', 'fatt']],
    kolumner: [
      { ...kol('behandlade', 'Fick kurs', 'medelvärde för dem som fick en kurs och matchades', (r) => r.behandlade), beror: ['med'] },
      kol('fore', 'Andra, före', 'medelvärde för alla andra', (r) => r.fore),
      { ...kol('efter', 'Andra, efter', 'medelvärde för de matchade andra', (r) => r.efter), beror: ['med'] },
      {
        ...kol(
          'skillnad_fore',
          'Skillnad före',
          'skillnad i standardavvikelser före matchning',
          (r) => r.skillnadFore,
          'standardavvikelser',
        ),
        beror: ['med'],
      },
      {
        ...kol(
          'skillnad_efter',
          'Skillnad efter',
          'skillnad i standardavvikelser efter matchning',
          (r) => r.skillnadEfter,
          'standardavvikelser',
        ),
        beror: ['med'],
      },
    ],
  })
}
/** Treated people behind a share; of a mean all of them. */
function antalen(r: Balansrad, d: Foljda): Record<string, number> {
  const fatt = d.kolumn.behandlad!.reduce((a, b) => a + b, 0)
  const andel = r.namn.includes(': ') || r.namn.startsWith('andel')
  const med = andel ? Math.round(r.behandlade * fatt) : fatt
  // A mean is of everybody: there is no rest to give away.
  return { med, fatt: andel ? fatt : fatt * 2 }
}

export function perGrupp(rader: readonly (Risk & { readonly namn: string })[], f: Fonster): Ratabell {
  const iv = (r: Risk): readonly [number, number] | null => {
    if (r.logkvot === null || r.handelser < 5) return null
    const [a, b] = intervall(r.logkvot, r.medelfel, r.frihetsgrader)
    return [Math.exp(a), Math.exp(b)]
  }
  return byggTabell({
    id: 'per_behandling',
    rubrik: 'Risk för nytt sjukfall efter olika behandlingar',
    kalla: 'utvärdering, jämförelsegrupp',
    nycklar: ['Behandling'],
    period: fonstertext(f),
    population: 'de som fick en första kurs och matchades',
    datakalla: registerkallor('sjukfall', 'behandlingsplan'),
    rader: rader.filter((r) => r.n > 0),
    nyckel: (r) => [r.namn],
    antal: (r) => ({ fatt: r.n, sjuka: r.handelser }),
    del: [['sjuka', 'fatt']],
    kolumner: [
      {
        id: 'antal',
        rubrik: 'Fick kurs',
        enhet: 'personer',
        decimaler: 0,
        taljare: 'personer med kurs',
        varde: (r) => r.n,
        beror: ['fatt'],
      },
      {
        id: 'nya_sjukfall',
        rubrik: 'Nytt sjukfall',
        enhet: 'personer',
        decimaler: 0,
        taljare: `personer med kurs och nytt sjukfall inom ${LANGST} dagar`,
        varde: (r) => r.handelser,
        beror: ['sjuka'],
      },
      {
        id: 'riskkvot',
        rubrik: 'Riskkvot',
        enhet: 'gånger',
        decimaler: 2,
        taljare: 'hur mycket oftare ett nytt sjukfall kommer, mot de matchade',
        varde: (r) => (r.logkvot === null || r.handelser < 5 ? null : Math.exp(r.logkvot)),
        n: (r) => r.n,
        intervall: iv,
        p: (r) => (r.logkvot === null || r.handelser < 5 ? undefined : pT(r.logkvot / r.medelfel, r.frihetsgrader)),
        beror: ['fatt', 'sjuka'],
      },
    ],
    anmarkningar: [{ id: 'flera', text: 'Flera behandlingar jämförs: av tjugo utan effekt visar en i snitt p < 0,05.' }],
  })
}
