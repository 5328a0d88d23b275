import type { Begaran, Beslut, Lage } from '@atergang/arende'
import { utred } from '@atergang/arende'
import { medManadsnamn, periodtext, plusDagar, type Datum } from '@atergang/kalender'
import { omprovningSenast } from '@atergang/regelverk'
import { sistaFakt, SYSSELSATTNINGSNAMN, type Slage } from '../fakta.ts'
import { sjukpenningsflode } from '../flode.ts'
import { radtext } from '../forslag.ts'
import { kedjedagIdag, sistaSjukdag, underlaget } from '../underlag.ts'
import { totalt } from '../utbetalning.ts'

export interface MinBeslut {
  readonly id: string
  readonly dag: Datum
  readonly rubrik: string
  readonly rader: readonly string[]
  readonly summa: number
  readonly brevId: string
  readonly typ: Beslut['typ']
  /** last day a request for omprövning can come in, when it is known that the person got the decision */
  readonly omprovningSenast: Datum | null
  readonly kanOmprovas: boolean
  readonly omprovningBegard: Datum | null
}

/** What the insured person sees of the case, in plain words: where it is, what comes, what is expected. */
export interface MinaSidorArende {
  readonly id: string
  readonly nummer: string
  readonly nulage: string
  readonly sedan: readonly { readonly nar: string; readonly vad: string }[]
  readonly attGora: readonly { readonly slag: 'yttrande' | 'komplettera' | 'ansok' | 'intyg'; readonly text: string; readonly senast: Datum | null; readonly id: string }[]
  readonly handlaggare: string
  readonly enhet: string
  readonly dag: number
  readonly beslut: readonly MinBeslut[]
  readonly brev: readonly { readonly id: string; readonly handlingId: string; readonly rubrik: string; readonly dag: Datum; readonly last: boolean }[]
  readonly handlingar: readonly { readonly id: string; readonly rubrik: string; readonly dag: Datum; readonly fran: string }[]
  readonly forslagAnsokan: { readonly from: Datum; readonly tom: Datum; readonly grad: number }[]
}

const namnet = (l: Lage): string => l.tilldelning.handlaggare?.till.namn ?? 'Ingen särskild handläggare än'

export function minaSidorArende(lage: Lage, idag: Datum): MinaSidorArende {
  const l = lage as Slage
  const u = underlaget(l, idag)
  const utredning = utred(sjukpenningsflode, l, idag)
  const minVantan = utredning.vantar.filter((v) => v.pa === 'forsakrad')
  return {
    id: l.arende.id, nummer: l.arende.nummer, nulage: nulaget(l, utredning, minVantan.length > 0), sedan: kommande(utredning, l), attGora: attGora(l, utredning, idag), handlaggare: namnet(l), enhet: l.arende.enhet, dag: kedjedagIdag(u),
    beslut: l.beslut.map((b) => minBeslut(l, b, idag)), brev: l.utskick.filter((x) => x.typ !== 'forfragan').map((x) => ({ id: x.id, handlingId: x.handlingId, rubrik: x.rubrik, dag: x.skapat, last: x.fickDel !== undefined })).reverse(),
    handlingar: l.handlingar.filter((h) => h.typ !== 'brev').map((h) => ({ id: h.id, rubrik: h.rubrik, dag: h.inkom, fran: h.fran })).reverse(), forslagAnsokan: forslag(u),
  }
}

/** One sentence: where am I now. */
function nulaget(l: Slage, u: ReturnType<typeof utred>, vantarPaMig: boolean): string {
  if (l.avslutat) return `Ärendet avslutades ${medManadsnamn(l.avslutat.dag)}.`
  if (u.vantar.some((v) => v.vad.startsWith('Yttrande'))) return 'Vi har skickat ett förslag till beslut och väntar på ditt svar.'
  if (u.fragor.some((f) => f.kod === 'omprovning')) return 'Vi omprövar ett beslut.'
  if (u.fragor.some((f) => f.kod === 'kvalitetssakring')) return 'En specialist granskar vår bedömning innan vi går vidare.'
  const andra = u.vantar.find((v) => v.pa === 'vard' || v.pa === 'arbetsgivare')
  if (andra) return `Vi väntar på ${andra.pa === 'vard' ? 'svar från din läkare' : 'svar från din arbetsgivare'}.`
  if (u.fragor.some((f) => f.roll === 'handlaggare' && !['samtal', 'omstallning', 'apr'].includes(f.kod))) return 'Vi utreder din ansökan.'
  if (vantarPaMig) return l.beslut.length ? 'Alla dagar du ansökt om är avgjorda.' : 'Vi väntar på uppgifter från dig.'
  return l.beslut.length ? 'Vi har beslutat i ditt ärende.' : 'Vi har tagit emot ditt ärende.'
}

function kommande(u: ReturnType<typeof utred>, l: Slage): MinaSidorArende['sedan'] {
  const senast = sistaSjukdag(underlaget(l, u.idag))
  return [
    ...u.kommande.filter((k) => senast !== null && k.dag <= plusDagar(senast, 1)).map((k) => ({ nar: medManadsnamn(k.dag), vad: MIN_TEXT.find(([ord]) => k.text.includes(ord))?.[1] ?? `${k.text[0]!.toUpperCase()}${k.text.slice(1)}.` })),
  ].slice(0, 4)
}

const MIN_TEXT: readonly (readonly [string, string])[] = [
  ['dag 91', 'Vi prövar om du kan arbeta med något annat hos din arbetsgivare.'],
  ['dag 181', 'Vi prövar om du kan arbeta med något som är normalt förekommande på arbetsmarknaden, om inget undantag gäller.'],
  ['dag 366', 'Färre undantag gäller från den här dagen.'],
  ['dag 550', 'Särskilda skäl att vänta på din återgång upphör.'],
  ['plan för återgång', 'Din arbetsgivare ska ha en plan för hur du kan komma tillbaka.'],
  ['tar slut', 'Din sjukskrivning och ansökan tar slut. Är du fortfarande sjuk behöver du nytt intyg och ny ansökan.'],
  ['fortsättningsnivå', 'Du har fått sjukpenning på normalnivån så länge lagen tillåter. Nivån blir 75 procent i stället för 80.'],
]

const oppnaTillMig = (l: Lage): Begaran[] => l.begaran.filter((b) => b.till === 'forsakrad' && !b.svar && !b.aterkallad)

function attGora(l: Slage, u: ReturnType<typeof utred>, idag: Datum): MinaSidorArende['attGora'] {
  const k = l.kommuniceringar.at(-1)
  const yttrande = u.vantar.some((v) => v.vad.startsWith('Yttrande')) && k && idag <= k.senast
  return [
    ...(yttrande ? [{ slag: 'yttrande' as const, text: 'Svara på det kommande beslutet, om du vill.', senast: k.senast, id: k.id }] : []),
    ...oppnaTillMig(l).map((b) => ({ slag: 'komplettera' as const, text: b.fragor.map((f) => f.text).join(' '), senast: b.senast, id: b.id })),
    ...u.vantar.filter((v) => v.pa === 'forsakrad' && v.vad.startsWith('Läkarintyg')).map((v) => ({ slag: 'intyg' as const, text: `${v.vad} saknas. Be din läkare skicka intyget.`, senast: null, id: v.vad })),
    ...u.vantar.filter((v) => v.pa === 'forsakrad' && /ansökan/i.test(v.vad)).map((v) => ({ slag: 'ansok' as const, text: `${v.vad}.`, senast: null, id: v.vad })),
  ]
}

function minBeslut(l: Slage, b: Beslut, idag: Datum): MinBeslut {
  const utskick = l.utskick.find((x) => x.beslutId === b.id)
  const senast = utskick?.fickDel ? omprovningSenast(utskick.fickDel) : null
  const begard = l.omprovningar.find((o) => o.beslutId === b.id)
  return {
    id: b.id, dag: b.dag, rubrik: utskick?.rubrik ?? 'Beslut', rader: b.rader.length ? b.rader.map(radtext) : [b.motivering.avgorande], summa: totalt(b.utbetalning), brevId: b.brevId, typ: b.typ, omprovningSenast: senast,
    // A late request is not hindered: whether it can be taken up is for the officer to try.
    kanOmprovas: (b.typ === 'slutligt' || b.typ === 'interimistiskt') && !begard && idag >= b.dag, omprovningBegard: begard?.inkom ?? null,
  }
}

/** Days with a certificate that are not asked for yet: what the application starts from. */
function forslag(u: ReturnType<typeof underlaget>): MinaSidorArende['forslagAnsokan'] {
  const yrkade = u.yrkat
  return u.intygat.filter((i) => !yrkade.some((y) => y.from <= i.from && i.tom <= y.tom)).map((i) => ({ from: i.from, tom: i.tom, grad: i.varde }))
}

/** The newest application, to start the next from; for the form on Mina sidor. */
export function forraAnsokan(lage: Lage) {
  const a = sistaFakt(lage as Slage, 'ansokan')?.varde
  return a ? { ...a, sysselsattningsnamn: SYSSELSATTNINGSNAMN[a.sysselsattning], perioder: a.perioder.map((p) => ({ ...p, text: periodtext(p) })) } : null
}
