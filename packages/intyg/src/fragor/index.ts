import type { Modell } from '../kodverk.ts'
import { grund } from './f01-grund.ts'
import { diagnos } from './f06-diagnos.ts'
import { aktivitetsbegransning } from './f17-aktivitetsbegransning.ts'
import { pagaendeBehandling } from './f19-behandling.ts'
import { planeradBehandling } from './f20-planerad-behandling.ts'
import { ovrigt } from './f25-ovrigt.ts'
import { kontakt } from './f26-kontakt.ts'
import { smittskydd } from './f27-smittskydd.ts'
import { sysselsattning } from './f28-sysselsattning.ts'
import { arbete } from './f29-arbete.ts'
import { nedsattning } from './f32-nedsattning.ts'
import { arbetstid } from './f33-arbetstid.ts'
import { arbetsresor } from './f34-arbetsresor.ts'
import { funktionsnedsattning } from './f35-funktionsnedsattning.ts'
import { langreAnRekommenderat } from './f37-langre-an-rekommenderat.ts'
import { prognos } from './f39-prognos.ts'
import { atgarder } from './f40-atgarder.ts'
import { atgarderText } from './f44-atgarder-text.ts'
import type { Fraga } from './fraga.ts'

/** The questions of LISJP in the order of the form. Ids, code systems and codes are those of the published contracts. */
export const FRAGOR: readonly Fraga[] = [
  smittskydd,
  grund,
  sysselsattning,
  arbete,
  diagnos,
  funktionsnedsattning,
  aktivitetsbegransning,
  pagaendeBehandling,
  planeradBehandling,
  nedsattning,
  langreAnRekommenderat,
  arbetstid,
  arbetsresor,
  prognos,
  atgarder,
  atgarderText,
  ovrigt,
  kontakt,
]

export const fragorI = (modell: Modell): readonly Fraga[] => FRAGOR.filter((f) => f.versioner.includes(modell))

/** Försäkringskassan's own extra questions (9001–9999); only version 1 has them. */
export const arTillaggsfraga = (svarId: string): boolean => /^9\d{3}$/.test(svarId) && svarId !== '9000'
