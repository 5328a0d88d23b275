import type { Datum } from '@atergang/kalender'
import { dagarMellan } from '@atergang/kalender'
import type { Evidensfall } from '../evidens/register.ts'
import { sgiBelopp, sgiDelar, sgiPa } from '../../gemensamt/sgi.ts'
import type { Sgigrund } from '../berakning/villkor.ts'
import type { Flage } from '../fakta.ts'
import { arArbetslos, arbetsdagPa, arsarbetstiden, uppgivenInkomst } from '../uppgifter.ts'
import { forhandskoll, type Forhandskoll } from './forhandskoll.ts'
import type { Planskede } from './texter.ts'
import { planeradeTillfallen, type Planbehandling } from './plan.ts'
import { diagnoserna, namnPaBehandling, planeradPeriod } from './planlage.ts'

/** The SGI as far as it is known before step 2: confirmed, told, or none. */
export function kandSgi(l: Flage, dag: Datum): Sgigrund | null {
  const sgi = sgiPa(l, dag)
  if (sgi) return sgiBelopp(sgi.svar) > 0 ? { slag: 'faststalld', ...sgiDelar(sgi.svar) } : { slag: 'ingen' }
  const uppgiven = uppgivenInkomst(l)
  return uppgiven ? { slag: 'arsinkomst', ...uppgiven.inkomst, kalla: uppgiven.kalla } : null
}

/** The pre-check on what the case knows: information only (B015–B017). */
export const arendetsForhandskoll = (
  l: Flage,
  behandlingar: readonly Planbehandling[],
  idag: Datum,
  skede: Planskede = 'fore',
): Forhandskoll =>
  forhandskoll({
    behandlingar,
    arbetslos: arArbetslos(l, idag),
    arbetsdagPa: (dag) => arbetsdagPa(l, dag),
    arsarbetstid: arsarbetstiden(l, idag) ?? null,
    sgi: kandSgi(l, idag),
    niva: 'normal',
    idag,
    skede,
  })

/** Dose: planned occasions, and hours of treatment itself a week over the weeks it goes on. */
export function dosen(b: Planbehandling): { tillfallen: number; timmarPerVecka: number } {
  const t = planeradeTillfallen([b])
  if (t.length === 0) return { tillfallen: 0, timmarPerVecka: 0 }
  const veckor = Math.max(1, Math.ceil((dagarMellan(t[0]!.datum, t.at(-1)!.datum) + 1) / 7))
  return { tillfallen: t.length, timmarPerVecka: Math.round((t.reduce((n, x) => n + x.behandlingMin, 0) / 60 / veckor) * 100) / 100 }
}

export const evidensfallet = (l: Flage, b: Planbehandling): Evidensfall => ({
  behandling: b.behandling,
  diagnoser: diagnoserna(l).map((d) => d.kod),
  utforande: b.utforande,
})

/** A planned treatment as forms and pages show it. */
export const behandlingsvy = (b: Planbehandling) => ({
  id: b.id,
  behandling: b.behandling,
  namn: namnPaBehandling(b),
  beskrivning: b.beskrivning ?? '',
  utforande: b.utforande,
  vardgivare: b.vardgivare,
  period: planeradPeriod(b),
  ...dosen(b),
})
export type Behandlingsvy = ReturnType<typeof behandlingsvy>
