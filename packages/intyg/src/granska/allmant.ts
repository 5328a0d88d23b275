import type { Rasvar } from '../modell.ts'
import { harInnehall, vardeAv } from '../las/varden.ts'
import { barande, svarPa, type Fraga, type Underlag } from '../fragor/fraga.ts'
import { fynd, type Fynd } from './fynd.ts'
import { granskaDelsvar } from './delsvar.ts'

/** Checks every question has in common, driven by its definition. */

const besvarad = (fraga: Fraga, svar: Rasvar): boolean => barande(fraga).some((d) => harInnehall(vardeAv(svar, d)))

function saknade(u: Underlag, fraga: Fraga, svar: readonly Rasvar[]): Fynd[] {
  const o = fraga.obligatorisk
  const tomma = svar.filter((s) => !besvarad(fraga, s))
  if (o && o.nar(u.intyg) && tomma.length === svar.length) {
    return [fynd('svarSaknas', o.allvar, fraga.id, { text: o.text, fraga: o.fraga, ...(o.lagrum ? { lagrum: o.lagrum } : {}) })]
  }
  return tomma.map((s) => fynd('svarUtanInnehall', 'upplysning', fraga.id, { svar: s, text: `${fraga.rubrik}: svaret är tomt.` }))
}

function antal(u: Underlag, fraga: Fraga, svar: readonly Rasvar[]): Fynd[] {
  const hogst = fraga.hogst[u.modell]
  if (svar.length <= hogst) return []
  return hogst === 1
    ? [
        fynd('svarUpprepat', 'varning', fraga.id, {
          text: `${fraga.rubrik} är besvarad ${svar.length} gånger men får besvaras en gång. Det första svaret läses.`,
          fraga: `Frågan ”${fraga.rubrik}” är besvarad mer än en gång. Vilket svar gäller?`,
        }),
      ]
    : [
        fynd('forMangaSvar', 'varning', fraga.id, {
          text: `${fraga.rubrik} har ${svar.length} svar men får ha högst ${hogst}.`,
          fraga: `Frågan ”${fraga.rubrik}” har ${svar.length} svar. Vilka av dem gäller?`,
        }),
      ]
}

function instanser(u: Underlag, fraga: Fraga, svar: readonly Rasvar[]): Fynd[] {
  if (fraga.hogst[u.modell] < 2 || svar.every((s) => s.instans !== undefined && s.instans > 0)) return []
  return [
    fynd('instansSaknas', 'upplysning', fraga.id, {
      text: `${fraga.rubrik}: ett svar saknar instansnummer, så en kompletteringsfråga kan inte peka ut just det svaret.`,
    }),
  ]
}

/** Missing, empty, repeated and ill-formed answers to one question. */
export function granskaAllmant(u: Underlag, fraga: Fraga): Fynd[] {
  const svar = svarPa(u, fraga.id)
  return [
    ...saknade(u, fraga, svar),
    ...antal(u, fraga, svar),
    ...instanser(u, fraga, svar),
    ...svar.flatMap((s) => granskaDelsvar(u, fraga, s)),
  ]
}
