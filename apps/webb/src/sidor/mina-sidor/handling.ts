import type { Ansokan, AnsokanErsattning, AnsokanPlan, Utlatande } from '@atergang/formaner'
import { arDatum, medManadsnamn, periodtext } from '@atergang/kalender'
import { gradtext } from '../../stod/datumtext.ts'
import { kr } from '../../stod/text.ts'
import type { Rad } from './ansokan/sammanfatta.ts'
import { ersattningsrader, planrader, utlatanderader } from './forebyggande/handling.ts'
import { SYSSELSATTNINGSTEXT } from './texter.ts'

const janej = (b: boolean | undefined): string => (b === undefined ? '' : b ? 'Ja' : 'Nej')
const dag = (v: unknown): string => (arDatum(v) ? medManadsnamn(v) : '')

function lonen(l: Ansokan['lonUnderSjukdom']): string {
  if (!l) return ''
  const iArbete = l.lonIArbetePerManad === undefined ? '' : `, mot ${kr(l.lonIArbetePerManad)} i arbete`
  return l.perManad === undefined ? `Ja, belopp inte angivet${iArbete}` : `${kr(l.perManad)} i månaden${iArbete}`
}

function ansokan(a: Ansokan): Rad[] {
  return [
    ...a.perioder.map((p, i) => ({
      fraga: a.perioder.length > 1 ? `Period ${i + 1}` : 'Period',
      svar: `${periodtext(p)}, ${gradtext(p.omfattning)} sjukpenning`,
    })),
    { fraga: 'Första sjukdag', svar: dag(a.forstaSjukdag) },
    { fraga: 'Sysselsättning', svar: SYSSELSATTNINGSTEXT[a.sysselsattning] },
    { fraga: 'Arbetsgivare', svar: [a.arbetsgivare?.namn, a.arbetsgivare?.orgnr].filter(Boolean).join(', ') },
    { fraga: 'Arbetsuppgifter', svar: a.arbetsuppgifter },
    { fraga: 'Sjuklön', svar: a.sjuklon ? periodtext(a.sjuklon) : '' },
    { fraga: 'Anmäld som arbetssökande', svar: janej(a.anmaldSomArbetssokande) },
    { fraga: 'Arbetar i Sverige', svar: janej(a.forsakrad?.arbetarISverige) },
    { fraga: 'Inkomst som anställd, per år', svar: a.inkomst ? kr(a.inkomst.anstallning) : '' },
    { fraga: 'Annan inkomst av arbete, per år', svar: a.inkomst ? kr(a.inkomst.annat) : '' },
    { fraga: 'Lön under sjukdom', svar: lonen(a.lonUnderSjukdom) },
    {
      fraga: 'Arbetstid per vecka',
      svar: a.arbetstid ? `${String(a.arbetstid.timmarPerVecka).replace('.', ',')} timmar, ${a.arbetstid.dagarPerVecka} dagar` : '',
    },
    { fraga: 'Övriga upplysningar', svar: a.overigt },
    { fraga: 'Underskrift', svar: a.underskrift ? `På heder och samvete, med ${a.underskrift.metod}, ${dag(a.inkom)}` : '' },
  ]
}

interface Planinnehall {
  readonly finns?: boolean
  readonly upprattad?: string
  readonly atgarder?: string
  readonly vanligtArbeteProvat?: boolean
  readonly arbetsskada?: 'ja' | 'nej' | 'vetEj'
}
const ARBETSSKADA = { ja: 'Ja', nej: 'Nej', vetEj: 'Vet inte' } as const
const plan = (p: Planinnehall): Rad[] => [
  { fraga: 'Finns en plan?', svar: janej(p.finns) },
  { fraga: 'Gjord', svar: dag(p.upprattad) },
  { fraga: 'Åtgärder', svar: p.atgarder ?? '' },
  { fraga: 'Har återgång till det vanliga arbetet provats först?', svar: janej(p.vanligtArbeteProvat) },
  { fraga: 'Kan sjukdomen bero på arbetet?', svar: p.arbetsskada ? ARBETSSKADA[p.arbetsskada] : '' },
]

/** An application of any benefit: what it holds tells which. */
function ansokningen(v: object): Rad[] {
  if ('tillfallen' in v) return ersattningsrader(v as AnsokanErsattning)
  return 'behandlingar' in v ? planrader(v as AnsokanPlan) : ansokan(v as Ansokan)
}

/** What stands in a document sent as data, as questions and answers; what was not answered is left out. */
export function somRader(typ: string, innehall: unknown): Rad[] {
  const v = innehall as object
  const rader =
    typ === 'ansokan'
      ? ansokningen(v)
      : typ === 'lakarutlatande'
        ? utlatanderader(v as Utlatande)
        : typ === 'plan'
          ? plan(v)
          : [{ fraga: 'Text', svar: String((v as { text?: unknown }).text ?? '') }]
  return rader.filter((r) => r.svar.trim() !== '')
}
