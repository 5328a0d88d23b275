import type { Datum } from '@atergang/kalender'
import { arTillaggsfraga, fragorI } from '../fragor/index.ts'
import type { Fraga, Kand, Underlag } from '../fragor/fraga.ts'
import type { Intyg } from '../modell.ts'
import { granskaAllmant } from './allmant.ts'
import { fynd, type Allvar, type Fynd } from './fynd.ts'
import { granskaHuvud } from './huvud.ts'
import { granskaMotTidigare } from './tidigare.ts'

const TYNGD: Readonly<Record<Allvar, number>> = { fel: 0, varning: 1, upplysning: 2 }

function okandaSvar({ intyg, modell }: Underlag): Fynd[] {
  const kanda = new Set(fragorI(modell).map((f) => f.id))
  const okanda = new Set(intyg.svar.map((s) => s.id).filter((id) => !kanda.has(id) && !(modell === 'v1' && arTillaggsfraga(id))))
  return [...okanda].map((id) =>
    fynd('okantSvar', 'upplysning', id, {
      text: `Svar ${id === '' ? 'utan nummer' : id.slice(0, 20)} hör inte till den här versionen av intyget och läses inte. Det är sparat.`,
    }),
  )
}

function granskaFraga(u: Underlag, fraga: Fraga): Fynd[] {
  const sarskilda = (fraga.regler ?? []).flatMap((r) => r(u))
  // ”Is empty” says nothing more where a rule already says what is missing.
  const sagt = new Set(sarskilda.map((f) => `${f.delsvarId} ${f.instans}`))
  const allmanna = granskaAllmant(u, fraga).filter((f) => f.kod !== 'svarUtanInnehall' || !sagt.has(`${f.delsvarId} ${f.instans}`))
  return [...allmanna, ...sarskilda]
}

const granskaSvar = (u: Underlag): Fynd[] => [...fragorI(u.modell).flatMap((f) => granskaFraga(u, f)), ...okandaSvar(u)]

/**
 * What there is to say about a certificate, gravest first and then in the order of the form. Version 2 is held to the rules
 * of version 1: its own published rules let most of this through. No finding is a ground for refusal, and none asks for
 * objective examination findings, which the law does not require (SFB 27:25 asks only that the reduction is certified).
 *
 * @param underlag.idag the day it is read; without it no date is held against today
 * @param underlag.tidigareIntyg certificates already in the case; without them relations and overlaps are not looked at
 */
export function granska(intyg: Intyg, underlag: { readonly idag?: Datum; readonly tidigareIntyg?: readonly Kand[] } = {}): Fynd[] {
  const { modell } = intyg
  const alla = [
    ...granskaHuvud(intyg, underlag.idag),
    ...(modell === null ? [] : granskaSvar({ intyg, modell, ...underlag })),
    ...granskaMotTidigare({ intyg, ...underlag }),
  ]
  return alla.sort((a, b) => TYNGD[a.allvar] - TYNGD[b.allvar])
}
