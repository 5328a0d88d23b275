import { fonstertext, type Fonster } from '../matt/matt.ts'
import { byggTabell } from '../resultat/tabell.ts'
import { gruppintervall, type Blandadsvar } from '../statistik/blandad.ts'
import { pNormal, Z_95 } from '../statistik/fordelning.ts'
import type { Ratabell } from '../tabeller/svar.ts'
import type { Enhet, Spridningar } from './enhet.ts'
import type { Beslutsslag } from './slag.ts'
import { trattgranser } from './tratt.ts'
import type { Periodspridning } from './vaxer.ts'

/** K031, K036. */
const KALLA = 'likformighet'

/** A funnel's data: refused and expected, their ratio with control limits, and the odds ratio that is left after shrinkage. */
export function enhetstabell(id: string, nyckel: string, rader: readonly Enhet[], s: Beslutsslag, f: Fonster, datakalla: string): Ratabell {
  const grans = (r: Enhet, niva: 0 | 1, sida: 0 | 1): number => trattgranser(r.vantat, r.overspridning)[niva]![sida]
  const kol = (
    x: string,
    rubrik: string,
    enhet: string,
    decimaler: number,
    taljare: string,
    varde: (r: Enhet) => number | string | null,
    beror: readonly string[],
  ) => ({ id: x, rubrik, enhet, decimaler, taljare, varde, beror })
  return byggTabell({
    id,
    rubrik: `${s.avslag[0]!.toUpperCase()}${s.avslag.slice(1)} mot väntat`,
    kalla: KALLA,
    nycklar: [nyckel],
    period: fonstertext(f),
    population: s.namn,
    datakalla,
    rader,
    nyckel: (r) => [r.namn],
    antal: (r) => ({ beslut: r.beslut, avslag: r.avslag }),
    del: [['avslag', 'beslut']],
    kolumner: [
      kol('beslut', 'Beslut', 'beslut', 0, s.namn, (r) => r.beslut, ['beslut']),
      kol('avslag', 'Avslag', 'beslut', 0, s.avslag, (r) => r.avslag, ['avslag']),
      kol('vantade', 'Väntade', 'beslut', 1, 'avslag om alla beslutat lika om samma ärenden', (r) => r.vantat.vantat, ['beslut']),
      {
        ...kol('kvot', 'Avslag mot väntat', 'gånger', 2, 'avslag', (r) => r.avslag / r.vantat.vantat, ['avslag']),
        namnare: 'väntade avslag',
        n: (r: Enhet) => r.beslut,
        p: (r: Enhet) => r.p,
      },
      kol(
        'undre95',
        'Undre gräns 95 %',
        'gånger',
        2,
        'där slumpen ensam ger 2,5 procent av kvoterna eller färre',
        (r) => grans(r, 0, 0),
        [],
      ),
      kol('ovre95', 'Övre gräns 95 %', 'gånger', 2, 'som undre, uppåt', (r) => grans(r, 0, 1), []),
      kol('undre998', 'Undre gräns 99,8 %', 'gånger', 2, 'där slumpen ensam ger en av tusen eller färre', (r) => grans(r, 1, 0), []),
      kol('ovre998', 'Övre gräns 99,8 %', 'gånger', 2, 'som undre, uppåt', (r) => grans(r, 1, 1), []),
      {
        ...kol(
          'oddskvot',
          'Oddskvot, krympt',
          'gånger',
          2,
          'odds för avslag mot mitten, dragen mot 1 så mycket som slumpen förklarar',
          (r) => Math.exp(r.effekt.varde),
          ['avslag'],
        ),
        n: (r: Enhet) => r.beslut,
        intervall: (r: Enhet): readonly [number, number] => {
          const [a, b] = gruppintervall(r.effekt)
          return [Math.exp(a), Math.exp(b)]
        },
      },
      kol('q', 'q', 'andel', 3, 'minsta andel väntade misstag bland dem som pekas ut när denna gör det', (r) => r.q, ['avslag']),
      kol(
        'utpekad',
        'Skiljer sig',
        'ja eller nej',
        0,
        'pekas ut när högst fem procent av de utpekade väntas vara misstag',
        (r) => (r.utpekad ? 'ja' : 'nej'),
        [],
      ),
    ],
  })
}

export function tidstabell(t: Spridningar, f: Fonster, datakalla: string): Ratabell {
  const rader = (
    [
      ['områden', t.omraden],
      ['handläggare', t.handlaggare],
    ] as const
  ).flatMap(([niva, v]) => v.perioder.map((p) => ({ niva, p })))
  type R = { readonly niva: string; readonly p: Periodspridning }
  return byggTabell<R>({
    id: 'spridning_over_tid',
    rubrik: 'Spridning år för år',
    kalla: KALLA,
    nycklar: ['Mellan', 'År'],
    period: fonstertext(f),
    population: 'beslut i perioden',
    datakalla,
    rader,
    nyckel: (r) => [r.niva, r.p.period],
    kolumner: [
      {
        id: 'enheter',
        rubrik: 'Antal',
        enhet: 'områden eller handläggare',
        decimaler: 0,
        taljare: 'områden eller handläggare med tillräckligt många beslut det året',
        varde: (r) => r.p.enheter,
      },
      {
        id: 'spridning',
        rubrik: 'Spridning',
        enhet: 'standardavvikelse i log-odds',
        decimaler: 3,
        taljare: 'spridning utöver slumpen (Paule–Mandel)',
        varde: (r) => r.p.tau,
        n: (r) => r.p.enheter,
        intervall: (r) => r.p.intervall,
      },
    ],
  })
}

/** What the cases are adjusted for, and how much each level means. */
export function faktortabell(m: Blandadsvar, f: Fonster, datakalla: string): Ratabell {
  type R = Blandadsvar['koefficienter'][number]
  return byggTabell<R>({
    id: 'egenskaper',
    rubrik: 'Vad ärendets egenskaper betyder',
    kalla: KALLA,
    nycklar: ['Egenskap'],
    period: fonstertext(f),
    population: 'beslut i perioden',
    datakalla,
    rader: m.koefficienter.filter((k) => k.namn !== 'konstant'),
    nyckel: (r) => [r.namn],
    kolumner: [
      {
        id: 'oddskvot',
        rubrik: 'Oddskvot',
        enhet: 'gånger',
        decimaler: 2,
        taljare: 'odds för avslag mot den vanligaste nivån, inom områden och handläggare',
        varde: (r) => Math.exp(r.varde),
        intervall: (r) => [Math.exp(r.varde - Z_95 * r.medelfel), Math.exp(r.varde + Z_95 * r.medelfel)],
        p: (r) => pNormal(r.varde / r.medelfel),
      },
    ],
  })
}
