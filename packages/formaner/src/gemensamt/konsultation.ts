import {
  type Begaran,
  type Faktakarta,
  type Fragedefinition,
  type Handelsedata,
  HANDLAGGARROLLER,
  type Kommandodefinition,
  type Kontext,
  type Lage,
  oppnaBegaran,
  type Steg,
  type Utfall,
} from '@atergang/arende'
import { fristDagar, medManadsnamn } from '@atergang/kalender'
import { flera, kompletteringsfrist, vardetDen } from '@atergang/regelverk'
import * as z from 'zod'
import { las, text } from '../las.ts'
import { ejAktuellt, fraga, nod, uppfyllt } from './steg.ts'

/**
 * Questions put to the insurance medical adviser: advice, never a decision (H014). The case does not wait for it.
 * `material` is what of the case the adviser is given with the question.
 */
export const konsultationssteg = <F extends Faktakarta>(material: (l: Lage<F>) => object): Steg<F> => ({
  namn: 'konsultation',
  rubrik: 'Försäkringsmedicinsk rådgivning',
  lagrum: flera('110:14'),
  prova(l): Utfall[] {
    const alla = l.begaran.filter((b) => b.typ === 'fmrKonsultation')
    if (alla.length === 0) return [ejAktuellt('Ingen fråga är ställd till försäkringsmedicinsk rådgivare.')]
    const oppna = new Set(oppnaBegaran(l).map((b) => b.id))
    return alla.map((b) =>
      oppna.has(b.id)
        ? fraga({
            nyckel: `fmr:${b.id}`,
            kod: 'fmrSvar',
            rubrik: 'Svara på handläggarens medicinska fråga',
            roll: 'fmr',
            hjalp: 'Förklara och tolka det medicinska underlaget. Du fattar inget beslut och föreslår inget utfall.',
            lagrum: ['110:14'],
            paGrundval: { begaran: b.id },
            senast: b.senast,
            varforNu: `${b.av.namn} frågade ${medManadsnamn(b.skickad)}.`,
            formular: { begaran: b, ...material(l) },
          })
        : uppfyllt(
            nod(
              `fmr:${b.id}`,
              'Svar från rådgivaren',
              ['110:14'],
              'beraknat',
              b.svar?.svar.map((s) => s.text).join(' ') ?? `Återkallad: ${b.aterkallad?.skal ?? ''}`,
            ),
          ),
    )
  },
})

export const fmrSvarsfraga: Fragedefinition<Faktakarta, { svar: string }> = {
  kod: 'fmrSvar',
  las: (v) => las(z.object({ svar: text('Svaret') }), v),
  foljder(_l, fraga, svar, k) {
    const b = (fraga.formular as { begaran: Begaran }).begaran
    return [
      {
        typ: 'begaranBesvarad',
        begaranId: b.id,
        svar: { dag: k.dag, tid: k.tid, av: k.aktor, svar: b.fragor.map((f) => ({ frageId: f.frageId, text: svar.svar })) },
      },
    ]
  },
}

/** A question to the adviser; `om` is the judgement it is asked for, when it is one. */
export const nyKonsultation = (k: Kontext, fraga: string, om?: string): Handelsedata => ({
  typ: 'begaranSkickad',
  begaran: {
    id: k.nyttId(),
    typ: 'fmrKonsultation',
    till: 'fmr',
    tillNamn: 'Försäkringsmedicinsk rådgivare',
    rubrik: 'Fråga till försäkringsmedicinsk rådgivare',
    fragor: [{ frageId: k.nyttId(), text: fraga }],
    lagrum: flera('110:14'),
    ...(om ? { om } : {}),
    skickad: k.dag,
    senast: fristDagar(k.dag, vardetDen(kompletteringsfrist, k.dag)),
    av: k.aktor,
    paminnelser: [],
  },
})

export const fragaFmr: Kommandodefinition<Faktakarta, { text: string; om?: string | undefined }> = {
  roller: HANDLAGGARROLLER,
  las: (v) => las(z.object({ text: text('Frågan', 4000), om: z.string().optional() }), v),
  utfor: (_l, d, k) => [nyKonsultation(k, d.text, d.om)],
}
