import type { Formansmodul } from '../../modul.ts'
import { aprKontroll } from './forman.ts'
import { arendevy } from './vy.ts'

export const kontrollmodul: Formansmodul = {
  forman: aprKontroll,
  arendevy,
  vagar: [],
  paminnelsebrev: () => null,
  foljder: (_l, nya) =>
    nya.some((h) => h.data.typ === 'faktumRegistrerat' && (h.data.faktum.namn === 'urval' || h.data.faktum.namn === 'riskfall'))
      ? [{ vad: 'aprUttag' }]
      : [],
}
