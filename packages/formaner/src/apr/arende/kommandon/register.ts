import type { Handelsedata, Kontext } from '@atergang/arende'
import * as z from 'zod'
import { las } from '../../../las.ts'
import { fakt, fakturatraffSchema, godkannandelageSchema, type Alage, type Godkannandelage } from '../fakta.ts'
import { avvikelser } from '../forslag.ts'
import { faktum, oppnad, type Def } from './grund.ts'

export const traffarSchema = z.array(fakturatraffSchema).default([])
export const registerSchema = z.array(godkannandelageSchema).default([])

/** The register as it now stands; only what has changed is written. */
export function registerhandelser(l: Alage, lagen: readonly Godkannandelage[], k: Kontext): Handelsedata[] {
  return lagen.flatMap((g) => {
    const forra = fakt(l, 'godkannandelage').findLast((f) => f.varde.anordnare === g.anordnare)
    if (
      forra &&
      forra.varde.kand === g.kand &&
      forra.varde.namn === g.namn &&
      JSON.stringify(forra.varde.perioder) === JSON.stringify(g.perioder)
    )
      return []
    return [
      faktum(
        k,
        'godkannandelage',
        g,
        { typ: 'register', text: 'Registret över godkända anordnare', datum: g.last },
        forra ? { ersatter: forra.id } : {},
      ),
    ]
  })
}

const medFakta = (l: Alage, nya: readonly Handelsedata[]): Alage => ({
  ...l,
  fakta: [...l.fakta, ...nya.flatMap((h) => (h.typ === 'faktumRegistrerat' ? [h.faktum] : []))],
})

/** The register of providers has been read, or has changed since. */
export const uppdateraRegister: Def<{ register: Godkannandelage[] }> = {
  roller: ['system'],
  iAvslutat: true,
  las: (v) => las(z.object({ register: z.array(godkannandelageSchema) }), v),
  utfor(lage, d, k) {
    const l = lage as Alage
    const nya = registerhandelser(l, d.register, k)
    // A decision that now looks wrong is a question, and a closed case asks none.
    return l.avslutat && avvikelser(medFakta(l, nya)).length
      ? [...oppnad(l, 'Registret över anordnare har ändrats så att ett beslut kan vara fel.'), ...nya]
      : nya
  },
}

/** Another application with the same invoice has come in after this one. */
export const noteraTraffar: Def<{ traffar: z.output<typeof traffarSchema> }> = {
  roller: ['system'],
  iAvslutat: true,
  las: (v) => las(z.object({ traffar: traffarSchema }), v),
  utfor(lage, d, k) {
    const l = lage as Alage
    const kanda = new Set(fakt(l, 'fakturatraff').map((f) => `${f.varde.radId} ${f.varde.annan.ansokanId}`))
    return d.traffar
      .filter((t) => !kanda.has(`${t.radId} ${t.annan.ansokanId}`))
      .map((t) => faktum(k, 'fakturatraff', t, { typ: 'register', text: 'Fakturor i senare ansökningar', datum: k.dag }))
  },
}
