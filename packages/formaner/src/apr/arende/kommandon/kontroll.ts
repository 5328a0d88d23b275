import { indatafel, partsnamn, type Begaran } from '@atergang/arende'
import { fristDagar, medManadsnamn } from '@atergang/kalender'
import { aprKontrollfrist, flera, vardetDen } from '@atergang/regelverk'
import * as z from 'zod'
import { las } from '../../../las.ts'
import { kronortext } from '../../berakning/index.ts'
import { fakt, kontrollSchema, kontrollunderlagSchema, type Alage } from '../fakta.ts'
import { beslutetOm, forstaBesluten } from '../rakning.ts'
import { kontrollbegaran } from '../steg/efter.ts'
import { ANSOKER, faktum, handlingar, kallan, oppnad, tillforda, type Def } from './grund.ts'

/** The employer has been drawn, or chosen for a named risk: its material is asked for. */
export const inledKontroll: Def<z.output<typeof kontrollSchema>> = {
  roller: ['system'],
  iAvslutat: true,
  las: (v) => las(kontrollSchema, v),
  utfor(lage, d, k) {
    const l = lage as Alage
    if (fakt(l, 'kontroll').some((f) => f.varde.omgang === d.omgang)) return []
    const forra = new Map(forstaBesluten(l).map((b) => [b.innehall.ansokanId, beslutetOm(l, b.innehall.ansokanId)!]))
    const okand = d.ansokningar.find((id) => !forra.has(id))
    if (okand) throw indatafel('okandAnsokan', 'En av ansökningarna är inte beslutad i ärendet.', [{ falt: 'ansokningar', text: okand }])
    const begaran: Begaran = {
      id: k.nyttId(),
      typ: 'aprKontroll',
      om: d.omgang,
      till: 'arbetsgivare',
      tillNamn: partsnamn(l.arende.part),
      ...(l.arende.part.slag === 'arbetsgivare' ? { tillId: l.arende.part.arbetsgivare.orgnr } : {}),
      rubrik: `Efterkontroll ${d.omgang}`,
      fragor: d.ansokningar.map((id) => ({
        frageId: `${d.slag}-${id}`,
        text: `Ansökan som kom in den ${medManadsnamn(forra.get(id)!.innehall.inkom)}: ${kronortext(forra.get(id)!.innehall.belopp)} kronor.`,
      })),
      lagrum: flera('förordning (2014:67) 15'),
      skickad: k.dag,
      senast: fristDagar(k.dag, vardetDen(aprKontrollfrist, k.dag)),
      av: k.aktor,
      paminnelser: [],
    }
    return [
      ...oppnad(l, `Uttagen till efterkontroll ${d.omgang}.`),
      faktum(k, 'kontroll', d, { typ: 'beslut', text: `Efterkontroll ${d.omgang}`, datum: k.dag }),
      { typ: 'begaranSkickad', begaran },
    ]
  },
}

const underlagSchema = z.object({ underlag: kontrollunderlagSchema, handlingar })

/** Invoices, proof of payment and what the measures were, for an after-control (15 §). */
export const lamnaKontrollunderlag: Def<z.output<typeof underlagSchema>> = {
  roller: ANSOKER,
  iAvslutat: true,
  las: (v) => las(underlagSchema, v),
  utfor(lage, d, k) {
    const l = lage as Alage
    const b = kontrollbegaran(l, d.underlag.omgang)
    if (!b)
      throw indatafel('okandKontroll', 'Ni är inte uttagna till den efterkontrollen.', [
        { falt: 'omgang', text: 'Välj en av era efterkontroller.' },
      ])
    return [
      ...tillforda(d.handlingar),
      faktum(k, 'kontrollunderlag', d.underlag, kallan(k.aktor, k.dag, k.aktor.roll !== 'arbetsgivare')),
      ...(b.svar || b.aterkallad
        ? []
        : [
            {
              typ: 'begaranBesvarad' as const,
              begaranId: b.id,
              svar: {
                dag: k.dag,
                tid: k.tid,
                av: k.aktor,
                svar: b.fragor.map((f) => ({ frageId: f.frageId, text: d.underlag.text || 'Underlaget är lämnat.' })),
              },
            },
          ]),
    ]
  },
}
