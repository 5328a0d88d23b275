import { datum, type Datum } from '@atergang/kalender'

/** A goal of the government with the days it stood, so that a figure is never held against one that had not come or was gone (X27). */
export interface Mal {
  readonly id: string
  readonly text: string
  readonly fran: Datum
  /** null: no source says that it ended */
  readonly tom: Datum | null
  readonly kalla: string
  /** an indicator with a limit and the day it is to be met */
  readonly grans?: { readonly indikator: string; readonly hogst: number; readonly dag: Datum }
  /** indicators that speak of it without a limit, and which way is towards it */
  readonly riktning?: readonly { readonly indikator: string; readonly mot: 'ner' | 'upp' }[]
  readonly osakert?: string
}

const AR = 'Källan ger bara år; hela åren är valda.'
/** Goals as the audit and the reports tell them (K018–K020). */
export const MALEN: readonly Mal[] = [
  {
    id: 'halvering',
    text: 'Frånvaron på grund av sjukskrivning ska i förhållande till 2002 halveras fram till 2008; förhindra och förkorta sjukskrivningarna och underlätta återgång i arbete.',
    fran: datum('2005-01-01'),
    tom: datum('2008-12-31'),
    kalla: 'regleringsbrev för 2005, RiR 2021:19 avsnitt 6.1',
    riktning: [{ indikator: 'sjukpenningtal', mot: 'ner' }],
    osakert: AR,
  },
  {
    id: 'forebyggande_2006',
    text: 'Försäkringskassan ska bidra till att förebyggande åtgärder vidtas för minskad sjukfrånvaro.',
    fran: datum('2006-01-01'),
    tom: datum('2008-12-31'),
    kalla: 'regleringsbrev för 2006–2008, RiR 2021:19 avsnitt 6.1',
    riktning: [{ indikator: 'mottagare_forebyggande', mot: 'upp' }],
    osakert: AR,
  },
  {
    id: 'tidiga_insatser',
    text: 'Sjukskrivningsprocessen ska präglas av tidiga och aktiva insatser för att undvika långvarig sjukfrånvaro och ge förutsättningar att återgå i arbete.',
    fran: datum('2009-01-01'),
    tom: datum('2012-12-31'),
    kalla: 'regleringsbrev för 2009–2012, RiR 2021:19 avsnitt 6.1',
    riktning: [{ indikator: 'varaktighet', mot: 'ner' }],
    osakert: AR,
  },
  {
    id: 'sjukpenningtal_9',
    text: 'Sjukpenningtalet ska i december 2020 inte överstiga 9,0 dagar.',
    fran: datum('2016-01-01'),
    tom: datum('2019-05-31'),
    kalla: 'regleringsbrev för 2016; slopat genom regleringsbrev i maj 2019, S2019/02116/SF; RiR 2021:19 avsnitt 6.1 not 172',
    grans: { indikator: 'sjukpenningtal', hogst: 9, dag: datum('2020-12-31') },
    osakert:
      'Lanserat i åtgärdsprogrammet 2015-09-24 (rapport 001, november 2020, nämner det som 2015 års mål utan att säga att det slopats). Dagen i maj 2019 står inte i källan: månadens sista är vald.',
  },
  {
    id: 'stabil_lag',
    text: 'Sjukfrånvaron från arbete ska ligga på en långsiktigt stabil och låg nivå.',
    fran: datum('2019-06-01'),
    tom: null,
    kalla: 'regleringsbrev i maj 2019, S2019/02116/SF, och för 2020 och 2021; RiR 2021:19 avsnitt 6.1',
    riktning: [
      { indikator: 'sjukpenningtal', mot: 'ner' },
      { indikator: 'startade_sjukfall', mot: 'ner' },
    ],
    osakert: 'Källan säger inte om målet står kvar efter ändringen 2021.',
  },
  {
    id: 'minska_forebyggande',
    text: 'Det samlade arbetet ska leda till att sjukpenningtalet minskar långsiktigt med fokus på förebyggande insatser, tidigare rehabiliteringsinsatser och bättre samordning.',
    fran: datum('2021-01-01'),
    tom: null,
    kalla: 'ändrat regleringsbrev 2021, S2021/03352; skr. 2021/22:60 avsnitt 4.3',
    riktning: [
      { indikator: 'sjukpenningtal', mot: 'ner' },
      { indikator: 'mottagare_forebyggande', mot: 'upp' },
      { indikator: 'plan_i_tid', mot: 'upp' },
      { indikator: 'avstamningsmoten', mot: 'upp' },
    ],
    osakert: 'Dagen för ändringen står inte i källan: årets första är vald.',
  },
]

export const malenDen = (dag: Datum): readonly Mal[] => MALEN.filter((m) => m.fran <= dag && (m.tom === null || m.tom >= dag))
export const malenFor = (indikator: string, dag: Datum): readonly Mal[] =>
  malenDen(dag).filter((m) => m.grans?.indikator === indikator || m.riktning?.some((r) => r.indikator === indikator))
