import {
  indatafel,
  konflikt,
  type Aktor,
  type Beslut,
  type Beslutsrad,
  type Brevinnehall,
  type Faktakarta,
  type Fragedefinition,
  type Lage,
  type Motivering,
  type Steg,
  type Utbetalningsrad,
  type Utfall,
} from '@atergang/arende'
import { medManadsnamn, type Datum, type Period } from '@atergang/kalender'
import { flera } from '@atergang/regelverk'
import * as z from 'zod'
import { las, text } from '../../las.ts'
import { ejAktuellt, fraga, nod, underlagAv, uppfyllt } from '../steg.ts'
import { beslutsgrund, beslutshandelser, type Versioner } from './handelser.ts'

/** A decision that would come out otherwise on the facts known now (113 kap. 3 § SFB). Never changed silently. */
export interface Omrakning {
  readonly beslut: Beslut
  readonly nya: readonly Utbetalningsrad[]
  /** days decided otherwise, when it is not the amounts alone */
  readonly rader?: readonly Beslutsrad[]
  readonly utfall?: Beslut['utfall']
  readonly skillnad: { readonly kronor: number; readonly rader: readonly (Period & { readonly fore: number; readonly efter: number })[] }
  /** what makes the difference, when it is known */
  readonly varfor?: string
}

/** Final decisions that now count, newest version of each. */
export const gallandeSlutliga = (l: Lage): Beslut[] =>
  l.beslut.filter((b) => b.typ !== 'interimistiskt' && b.rader.length > 0 && !l.beslut.some((x) => x.ersatter === b.id))

const andringSchema = z.discriminatedUnion('val', [
  z.object({
    val: z.literal('andra'),
    grund: z.enum(['skrivfel', 'underlag', 'rattstillampning'], { message: 'Välj varför beslutet blev oriktigt.' }),
    skal: text('Vad som var fel'),
  }),
  z.object({ val: z.literal('andraInte'), skal: text('Skälet') }),
])
export type AndringSvar = z.infer<typeof andringSchema>

export const ANDRINGSGRUNDER = { skrivfel: '113:3 st 1 p 1', underlag: '113:3 st 1 p 2', rattstillampning: '113:3 st 1 p 3' } as const

export interface Andringsvag<F extends Faktakarta> {
  readonly versioner: Versioner
  omrakningar(l: Lage<F>, idag: Datum): readonly Omrakning[]
  brev(
    l: Lage<F>,
    a: { forra: Beslut; nya: readonly Utbetalningsrad[]; kronor: number; skal: string; lagrum: string; dag: Datum; fattatAv: Aktor },
  ): Brevinnehall
}

/** A changed fact that touches decided days: the difference is shown, a human decides (113 kap. 3, 5 §§). */
export const andringssteget = <F extends Faktakarta>(v: Andringsvag<F>): Steg<F> => ({
  namn: 'andring',
  rubrik: 'Ändring av beslut',
  lagrum: flera('113:3', '113:5'),
  prova(l, idag): Utfall[] {
    const ut = v.omrakningar(l, idag).map((o): Utfall => {
      const nyckel = `andring:${o.beslut.id}`
      const grund = { beslut: o.beslut.id, skillnad: o.skillnad }
      const s = l.svar.findLast((x) => x.nyckel === nyckel)
      if (s?.underlag === underlagAv(grund))
        return uppfyllt(nod(nyckel, 'Ändring av beslut', ['113:3'], 'uppfyllt', (s.svar as { skal: string }).skal))
      const tecken = o.skillnad.kronor > 0 ? '+' : ''
      return fraga({
        nyckel,
        kod: 'andring',
        rubrik: 'Ändra ett fattat beslut?',
        hjalp:
          'En uppgift har ändrats sedan beslutet. Visar den att beslutet blev oriktigt ska det ändras, men inte till personens nackdel när ersättningen redan har förfallit till betalning.',
        lagrum: ['113:3', '113:5', '113:6'],
        paGrundval: grund,
        varforNu: `${o.varfor ? `${o.varfor} ` : ''}Beslutet ${medManadsnamn(o.beslut.dag)} skulle bli ${tecken}${o.skillnad.kronor} kr på de uppgifter som finns nu.`,
        formular: { beslut: o.beslut.id, dag: o.beslut.dag, skillnad: o.skillnad },
        period: o.beslut.period,
      })
    })
    return ut.length ? ut : [ejAktuellt('Inget fattat beslut berörs av nya uppgifter.')]
  },
})

export const andringsfraga = <F extends Faktakarta>(v: Andringsvag<F>): Fragedefinition<F, AndringSvar> => ({
  kod: 'andring',
  las(varde, f) {
    const s = las(andringSchema, varde)
    const { skillnad } = f.formular as { skillnad: { kronor: number } }
    if (s.val === 'andra' && skillnad.kronor < 0)
      throw indatafel(
        'tillNackdel',
        'Beslutet får inte ändras till personens nackdel för ersättning som har förfallit till betalning (113 kap. 5 §).',
        [{ falt: 'val', text: 'Välj att inte ändra. En fråga om återkrav prövas för sig och finns inte i systemet än.' }],
      )
    return s
  },
  foljder(l, f, svar, k) {
    if (svar.val !== 'andra') return []
    const o = v.omrakningar(l, k.dag).find((x) => x.beslut.id === (f.formular as { beslut: string }).beslut)
    if (!o) throw konflikt('inteBerett', 'Skillnaden finns inte längre. Läs om ärendet.')
    const lagrum = ANDRINGSGRUNDER[svar.grund]
    const motivering: Motivering = { avgorande: svar.skal, omstandigheter: '', bedomning: '', saknades: '' }
    const nytt: Beslut = {
      ...o.beslut,
      ...beslutsgrund(l, k, v.versioner),
      typ: 'andring',
      motivering,
      lagrum: flera(lagrum),
      utbetalning: o.nya,
      ...(o.rader ? { rader: o.rader } : {}),
      ...(o.utfall ? { utfall: o.utfall } : {}),
      medverkande: [],
      ersatter: o.beslut.id,
      orsak: svar.skal,
    }
    return beslutshandelser(
      k,
      nytt,
      v.brev(l, { forra: o.beslut, nya: o.nya, kronor: o.skillnad.kronor, skal: svar.skal, lagrum, dag: k.dag, fattatAv: k.aktor }),
    )
  },
})
