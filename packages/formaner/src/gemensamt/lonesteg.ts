import { gallandeSvar, indatafel, type Faktakarta, type Fragedefinition, type Lage, type Steg, type Utfall } from '@atergang/arende'
import { delaVid, gemensamma, periodtext, type Datum, type Period } from '@atergang/kalender'
import { flera, type Kalla } from '@atergang/regelverk'
import * as z from 'zod'
import { las, text } from '../las.ts'
import { kr, lontext, lonuppgiftSchema, type Lonuppgift } from './fakta.ts'
import { lonegranser, lonPa, saknarDelOverTaket, taketPerManad, type Lonefaktum } from './lon.ts'
import { automatiskt, ejAktuellt, faktaOm, fraga, nod, underlagAv, uppfyllt } from './steg.ts'

export const LONENYCKEL = 'lonUnderSjukdom'

const lonSvarSchema = z.discriminatedUnion('val', [
  z.object({ val: z.literal('minska'), lon: lonuppgiftSchema, skal: text('Skälet') }),
  z.object({ val: z.literal('ingen'), skal: text('Skälet') }),
])
type LonSvar = z.infer<typeof lonSvarSchema>

/** An application as far as pay is concerned: what the person states of it, and for which days. */
export interface Loneansokan {
  readonly id: string
  readonly registrerad: string
  readonly perioder: readonly Period[]
  readonly lon: { readonly perManad?: number | undefined; readonly lonIArbetePerManad?: number | undefined } | undefined
}

/** What makes the officer look at the pay of some days: what the person told, or a fact that does not say enough. */
export interface Lonefraga {
  readonly period: Period
  readonly ansokan: Loneansokan | null
  readonly faktum: Lonefaktum | null
}

/** Where a benefit has the days that pay may reduce, and what the person told of it. */
export interface Loneunderlag<F extends Faktakarta> {
  readonly efter: readonly string[]
  /** days to be judged now */
  dagar(l: Lage<F>, idag: Datum): readonly Period[]
  ansokningar(l: Lage<F>): readonly Loneansokan[]
}

/**
 * Pay from the employer during sickness (28 kap. 19–21 §§): what the person states, or an employer reports, is confirmed before it takes anything off.
 * Asked of the first stretch of days to be judged whose pay is not known well enough: stated by the person and confirmed by nobody since, or above the
 * ceiling without saying how much of the pay during sickness is for that part (28 kap. 19 § SFB).
 */
export function lonesteget<F extends Faktakarta>(
  b: Loneunderlag<F>,
): { steg: Steg<F>; fraga: Fragedefinition<F, LonSvar>; oklar(l: Lage<F>, idag: Datum): Lonefraga | null } {
  function oklar(l: Lage<F>, idag: Datum): Lonefraga | null {
    const dagar = b.dagar(l, idag)
    const medLon = b.ansokningar(l).filter((a) => a.lon && a.lon.perManad !== 0)
    const granser = [...lonegranser(l, dagar), ...medLon.flatMap((a) => a.perioder.map((p) => p.from))]
    for (const p of dagar.flatMap((d) => delaVid(d, granser))) {
      const faktum = lonPa(l, p.from) ?? null
      const ansokan = medLon.findLast((a) => gemensamma(a.perioder, [p]).length > 0) ?? null
      if (ansokan && (!faktum || faktum.registrerad < ansokan.registrerad)) return { period: hela(ansokan.perioder), ansokan, faktum: null }
      if (faktum && saknarDelOverTaket(faktum.varde, p.from)) return { period: faktum.period ?? p, ansokan: null, faktum }
    }
    return null
  }

  function kand(l: Lage<F>, idag: Datum): Utfall {
    const fakta = new Set(
      b
        .dagar(l, idag)
        .flatMap((r) => delaVid(r, lonegranser(l, [r])))
        .flatMap((p) => lonPa(l, p.from) ?? []),
    )
    if (fakta.size === 0) return ejAktuellt('Ingen lön under sjukdomen är uppgiven.')
    return automatiskt(
      nod(
        'lonUnderSjukdom',
        'Lön under sjukdom',
        ['28:19', '28:21'],
        'beraknat',
        'Lönen minskar sjukpenningen för samma tid, så långt den överstiger vad lagen låter vara kvar.',
        [...fakta].map((f) => faktaOm(f.period ? periodtext(f.period) : 'Tills vidare', lontext(f.varde), f.kalla)),
      ),
    )
  }

  const steg: Steg<F> = {
    namn: 'lonUnderSjukdom',
    rubrik: 'Lön under sjukdom',
    lagrum: flera('28:19', '28:20', '28:21'),
    efter: b.efter,
    prova(l, idag): Utfall[] {
      const o = oklar(l, idag)
      if (!o) return [kand(l, idag)]
      const grund = { ansokan: o.ansokan?.id ?? null, faktum: o.faktum?.id ?? null }
      const svar = gallandeSvar<LonSvar>(l, LONENYCKEL, underlagAv(grund))
      if (svar?.svar.val === 'ingen') return [uppfyllt(nod('lonUnderSjukdom', 'Lön under sjukdom', ['28:19'], 'uppfyllt', svar.svar.skal))]
      const uppgift: Partial<Lonuppgift> = o.faktum?.varde ?? (o.ansokan!.lon as Partial<Lonuppgift>)
      return [
        fraga({
          nyckel: LONENYCKEL,
          kod: 'lonUnderSjukdom',
          rubrik: 'Ska sjukpenningen minskas för lön under sjukdom?',
          hjalp:
            'Det som lönen under sjukdomen överstiger 10 procent av lönen i arbete dras av. Ersättning från fri gruppsjukförsäkring enligt kollektivavtal räknas som lön. För lön över SGI-taket dras bara av det som överstiger 90 procent på normalnivån, 85 på fortsättningsnivån: ta då reda på hur mycket av lönen under sjukdomen som betalas för den delen.',
          lagrum: ['28:19', '28:20', '28:21'],
          paGrundval: grund,
          period: o.period,
          varforNu: o.faktum
            ? `Lönen i arbete är högre än SGI-taket, och det framgår inte hur mycket av lönen under sjukdomen som betalas för lön över taket (${periodtext(o.period)}).`
            : uppgivet(uppgift),
          formular: { uppgift, period: o.period, takPerManad: taketPerManad(o.period.from) },
        }),
      ]
    },
  }

  /** What is confirmed of the pay becomes a fact for the days it was told of, in place of what did not say enough. */
  const frageDefinition: Fragedefinition<F, LonSvar> = {
    kod: LONENYCKEL,
    las(v, f) {
      const svar = las(lonSvarSchema, v)
      const { period } = f.formular as { period: Period }
      if (svar.val === 'minska' && saknarDelOverTaket(svar.lon, period.from))
        throw indatafel(
          'delOverTaketSaknas',
          'Lönen i arbete är högre än SGI-taket. Ange hur mycket av lönen under sjukdomen som betalas för lön över taket (28 kap. 19 § andra stycket).',
          [{ falt: 'lon.overTakPerManad', text: 'Ange beloppet, 0 om inget av lönen betalas för den delen.' }],
        )
      return svar
    },
    foljder(l, _f, svar, k) {
      const o = oklar(l, k.dag)
      if (svar.val !== 'minska' || !o) return []
      const kalla: Kalla = {
        typ: 'bedomning',
        text: `${k.aktor.namn}, efter ${o.faktum ? o.faktum.kalla.text : 'uppgift i ansökan'}`,
        datum: k.dag,
      }
      return [
        {
          typ: 'faktumRegistrerat',
          faktum: {
            id: k.nyttId(),
            namn: 'lonUnderSjukdom',
            varde: svar.lon,
            ...(o.ansokan ? { period: o.period } : o.faktum?.period ? { period: o.faktum.period } : {}),
            kalla,
            registrerad: k.tid,
            av: k.aktor,
            ...(o.faktum ? { ersatter: o.faktum.id } : {}),
          },
        },
      ]
    },
  }
  return { steg, fraga: frageDefinition, oklar }
}

const hela = (perioder: readonly Period[]): Period => ({
  from: perioder.map((p) => p.from).sort()[0]!,
  tom: perioder
    .map((p) => p.tom)
    .sort()
    .at(-1)!,
})

/** What the person told, in full, in part, or that there is pay and no more. */
function uppgivet({ perManad, lonIArbetePerManad, ...mer }: Partial<Lonuppgift>): string {
  const vad =
    perManad !== undefined && lonIArbetePerManad !== undefined
      ? `: ${lontext({ ...mer, perManad, lonIArbetePerManad })}`
      : perManad !== undefined
        ? `, ${kr(perManad)} i månaden, men inte lönen i arbete`
        : ', utan att säga hur mycket'
  return `Personen uppger i ansökan lön under sjukdomen${vad}.`
}
