import {
  gallandeBeslut,
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
  type Omprovningsbegaran,
  type Steg,
  type Utbetalningsrad,
  type Utfall,
} from '@atergang/arende'
import { medManadsnamn, periodtext, type Datum } from '@atergang/kalender'
import { flera, omprovningSenast } from '@atergang/regelverk'
import * as z from 'zod'
import { datumSchema, gradEllerIngen, las, text } from '../../las.ts'
import { laggSamman } from '../dagvis.ts'
import { ejAktuellt, fraga, nod, uppfyllt } from '../steg.ts'
import { beslutsgrund, beslutshandelser, type Versioner } from './handelser.ts'

/** Requests for omprövning: in time, once, by another officer, never to the person's disadvantage (113 kap. 7–8, 19 §§). */
export const omprovningssteg: Steg<Faktakarta> = {
  namn: 'omprovning',
  rubrik: 'Omprövning',
  lagrum: flera('113:7', '113:8', '113:19'),
  prova(l): Utfall[] {
    if (l.omprovningar.length === 0) return [ejAktuellt('Ingen omprövning är begärd.')]
    return l.omprovningar.map((o) => omprovning(l, o))
  },
}

/** What the person has now is what may not become less: the decision asked about, or what a change under 113 kap. 3 § has put in its place. */
const provat = (l: Lage, o: Omprovningsbegaran): Beslut =>
  gallandeBeslut(
    l,
    l.beslut.find((x) => x.id === o.beslutId)!,
  )

function omprovning(l: Lage, o: Omprovningsbegaran): Utfall {
  const [begart, b] = [l.beslut.find((x) => x.id === o.beslutId)!, provat(l, o)]
  const klart = l.beslut.find((x) => x.typ === 'omprovning' && x.orsak === o.id)
  if (klart)
    return uppfyllt(
      nod(`omprovning:${o.id}`, 'Omprövning', ['113:7'], 'uppfyllt', `Omprövat ${medManadsnamn(klart.dag)}. ${klart.motivering.avgorande}`),
    )
  const fickDel = l.utskick.find((x) => x.beslutId === o.beslutId)?.fickDel ?? null
  const senast = fickDel ? omprovningSenast(fickDel) : null
  return fraga({
    nyckel: `omprovning:${o.id}`,
    kod: 'omprovning',
    rubrik: 'Ompröva beslutet',
    inteFor: [...new Set([begart, b].flatMap((x) => [x.fattatAv.id, ...x.medverkande.map((m) => m.id)]))],
    hjalp:
      'Pröva beslutet på nytt, också det som kommit fram sedan. Beslutet får inte ändras till personens nackdel. En fråga omprövas bara en gång; sedan kan den överklagas.',
    lagrum: ['113:7', '113:8', '113:19'],
    paGrundval: { begaran: o.id, ...(o.tillagg ? { tillagg: o.tillagg.length } : {}) },
    varforNu:
      senast && o.inkom > senast
        ? `Begäran kom in ${medManadsnamn(o.inkom)}, efter sista dagen ${medManadsnamn(senast)}.`
        : `Begäran om omprövning kom in ${medManadsnamn(o.inkom)}.`,
    formular: {
      begaran: o,
      beslut: {
        id: b.id,
        dag: b.dag,
        rader: b.rader,
        motivering: b.motivering,
        ...(b.avser ? { avser: b.avser } : {}),
        ...(b.innehall === undefined ? {} : { innehall: b.innehall }),
      },
      fickDel,
      senast,
      forSent: senast ? o.inkom > senast : null,
      period: periodtext(b.period),
    },
    period: b.period,
  })
}

/** Omprövning (113 kap. 7–8 §§): never to the person's disadvantage. `innehall` is what the benefit decides besides days, read by the benefit. */
const omprovningSchema = z.discriminatedUnion('utfall', [
  z.object({
    utfall: z.literal('andras'),
    rader: z.array(z.object({ from: datumSchema, tom: datumSchema, grad: gradEllerIngen })).default([]),
    innehall: z.unknown().optional(),
    skal: text('Skälen'),
    omstandigheter: text('Omständigheterna'),
  }),
  z.object({ utfall: z.literal('andrasInte'), skal: text('Skälen'), omstandigheter: text('Omständigheterna') }),
  z.object({ utfall: z.literal('avvisas'), skal: text('Varför begäran avvisas') }),
])
export type OmprovningSvar = z.infer<typeof omprovningSchema>
export type Andras = Extract<OmprovningSvar, { utfall: 'andras' }>

/** What comes in the decision's place. */
export type Omprovat = Pick<Beslut, 'utfall' | 'rader' | 'utbetalning'> & {
  readonly innehall?: unknown
  readonly saknas: readonly string[]
}

/** What differs between benefits when a decision is reviewed. */
export interface Omprovningsvag<F extends Faktakarta> {
  readonly versioner: Versioner
  /** @throws {Domanfel} when the change is less than was decided, more than was asked for, or not told */
  kontrollera(l: Lage<F>, b: Beslut, svar: Andras): void
  andrat(l: Lage<F>, b: Beslut, svar: Andras, idag: Datum): Omprovat
  /** the change is none: the decision comes out as before */
  arDetsamma(b: Beslut, nytt: Omprovat): boolean
  brev(
    l: Lage<F>,
    o: {
      beslut: Beslut
      utfall: OmprovningSvar['utfall']
      rader: readonly Beslutsrad[]
      utbetalning: readonly Utbetalningsrad[]
      innehall?: unknown
      motivering: Motivering
      dag: Datum
      fattatAv: Aktor
    },
  ): Brevinnehall
}

/** The old rows with the degrees of the new judgement; a lower degree is refused (113 kap. 8 §). @throws {Domanfel} */
export function omprovadeRader(tidigare: readonly Beslutsrad[], s: Andras): Beslutsrad[] {
  return tidigare.map((r, i) => {
    const ny = s.rader.find((x) => x.from === r.from && x.tom === r.tom)
    if (!ny) return r
    if (ny.grad < r.grad)
      throw indatafel('tillNackdel', 'Vid omprövning får beslutet inte ändras till personens nackdel (113 kap. 8 §).', [
        { falt: `rader.${i}.grad`, text: `Välj minst den grad som redan är beviljad för ${periodtext(r)}.` },
      ])
    if (ny.grad > r.yrkadGrad)
      throw indatafel('merAnYrkat', 'Mer än personen har ansökt om kan inte beviljas.', [
        { falt: `rader.${i}.grad`, text: 'Välj högst den grad som personen har ansökt om.' },
      ])
    const { avslagsskal: _, ...utanSkal } = r
    return { ...(ny.grad === r.yrkadGrad ? utanSkal : r), grad: ny.grad, utfall: ny.grad > 0 ? 'beviljat' : 'avslag' }
  })
}

/** Nothing a day gives becomes less than it was, whatever today's facts would give: the old amount stands (113 kap. 8 §). */
export function minstSomForut(
  b: Pick<Beslut, 'utbetalning'>,
  rader: readonly Beslutsrad[],
  nya: readonly Utbetalningsrad[],
): readonly Utbetalningsrad[] {
  const grad = (dag: Datum) => rader.find((r) => r.from <= dag && dag <= r.tom)?.grad ?? 0
  return laggSamman(b.utbetalning, nya, { far: () => false, grad, lagrum: '113:8' }).rader
}

/** @throws {Domanfel} when the decision has days and none is answered for */
export function kravRader(b: Pick<Beslut, 'rader'>, s: Andras): void {
  if (b.rader.length > 0 && s.rader.length === 0)
    throw indatafel('saknarRader', 'Välj grad för varje period.', [{ falt: 'rader.0.grad', text: 'Välj grad.' }])
  omprovadeRader(b.rader, s)
}

export const omprovningsfraga = <F extends Faktakarta>(v: Omprovningsvag<F>): Fragedefinition<F, OmprovningSvar> => ({
  kod: 'omprovning',
  las(varde, f, l) {
    const s = las(omprovningSchema, varde)
    const { forSent, begaran } = f.formular as { forSent: boolean | null; begaran: Omprovningsbegaran }
    if (s.utfall === 'avvisas' && forSent !== true)
      throw indatafel(
        'iTid',
        forSent === false
          ? 'Begäran kom in i tid och kan inte avvisas för att den är sen.'
          : 'Det är inte känt när personen fick del av beslutet. Då kan begäran inte avvisas för att den är sen (113 kap. 19 §).',
        [{ falt: 'utfall', text: 'Pröva begäran i sak.' }],
      )
    const b = provat(l, begaran)
    if (s.utfall === 'andras' && b.utfall !== 'avvisat') v.kontrollera(l, b, s)
    return s
  },
  foljder(l, f, svar, k) {
    const { begaran } = f.formular as { begaran: Omprovningsbegaran }
    const b = provat(l, begaran)
    const tasUpp = b.utfall === 'avvisat'
    const nytt: Omprovat =
      svar.utfall === 'andras' && !tasUpp ? v.andrat(l, b, svar, k.dag) : { utfall: 'tasUpp', rader: [], utbetalning: [], saknas: [] }
    if (nytt.saknas.length) throw konflikt('kanInteRaknas', nytt.saknas.join(' '))
    if (svar.utfall === 'andras' && !tasUpp && v.arDetsamma(b, nytt))
      throw indatafel('ingenAndring', 'Beslutet blir detsamma som förut.', [
        { falt: 'utfall', text: 'Ändra det som ska bli annorlunda, eller välj att beslutet inte ändras.' },
      ])
    const motivering: Motivering = {
      avgorande: svar.skal,
      omstandigheter: svar.utfall === 'avvisas' ? '' : svar.omstandigheter,
      bedomning: '',
      saknades: '',
    }
    const beslut: Beslut = {
      ...beslutsgrund(l, k, v.versioner),
      typ: 'omprovning',
      utfall: { andras: nytt.utfall, andrasInte: 'ingenAndring' as const, avvisas: 'avvisat' as const }[svar.utfall],
      period: b.period,
      rader: nytt.rader,
      motivering,
      lagrum: svar.utfall === 'avvisas' ? flera('113:7', '113:19', '113:21') : flera('113:7', '113:8'),
      forklaringar: [],
      utbetalning: nytt.utbetalning,
      medverkande: [],
      ...(svar.utfall === 'andras' ? { ersatter: b.id } : {}),
      orsak: begaran.id,
      ...(b.avser ? { avser: b.avser } : {}),
      ...(nytt.innehall === undefined ? {} : { innehall: nytt.innehall }),
    }
    return beslutshandelser(
      k,
      beslut,
      v.brev(l, {
        beslut: l.beslut.find((x) => x.id === begaran.beslutId)!,
        utfall: svar.utfall,
        rader: nytt.rader,
        utbetalning: nytt.utbetalning,
        innehall: nytt.innehall,
        motivering,
        dag: k.dag,
        fattatAv: k.aktor,
      }),
    )
  },
})
