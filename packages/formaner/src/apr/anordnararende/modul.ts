import type { Formansmodul } from '../../modul.ts'
import { paminnelsebrev } from './brev.ts'
import type { Nlage } from './fakta.ts'
import { aprAnordnare } from './forman.ts'
import { godkannandevag, upphorandevag } from './vag.ts'
import { arendevy, registerrad } from './vy.ts'

export const anordnarmodul: Formansmodul = {
  forman: aprAnordnare,
  arendevy,
  vagar: [godkannandevag, upphorandevag],
  paminnelsebrev: (l, begaranId) => paminnelsebrev(l as Nlage, begaranId),
  // What the register says of a provider decides applications that are not settled, and may say that a decision was wrong.
  foljder: (_l, nya) =>
    nya.some(({ data: d }) => d.typ === 'beslutFattat' && (d.beslut.innehall as { slag?: string } | undefined)?.slag !== undefined)
      ? [{ vad: 'aprRegister' }]
      : [],
  projektion: (l, idag) => ({ funktion: 'synka_apr', data: registerrad(l as Nlage, idag) }),
}
