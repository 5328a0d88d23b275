import { utred, type Handling, type Lage, type Vantan } from '@atergang/arende'
import { forena, gemensamma, medManadsnamn, periodtext, plusDagar, utom, type Datum } from '@atergang/kalender'
import { sjukperiodVid } from '@atergang/regelverk'
import { handlaggarnamnet, minaBrev, minBeslut, oppnaTillMig, type MinaSidorGrund } from '../../gemensamt/vy/minasidor.ts'
import { fakt, sistaFakt, SYSSELSATTNINGSNAMN, type Sjukpenningfakta, type Slage } from '../fakta.ts'
import { sjukpenningsflode } from '../flode.ts'
import { radtext } from '../forslag.ts'
import { kedjedagIdag, sistaSjukdag, underlaget } from '../underlag.ts'

/** What the insured person sees of the case, in plain words: where it is, what comes, what is expected. */
export interface MinaSidorArende extends MinaSidorGrund {
  readonly forman: 'sjukpenning'
  /** `brevId`: the letter it is about, when there is one */
  readonly attGora: readonly {
    readonly slag: 'yttrande' | 'komplettera' | 'ansok' | 'intyg'
    readonly text: string
    readonly senast: Datum | null
    readonly id: string
    readonly brevId: string | null
  }[]
  readonly dag: number
  /** `forstaSjukdag`: the first day of the sick period the days belong to, sick-pay days counted (27 kap. 26 §) */
  readonly forslagAnsokan: { readonly from: Datum; readonly tom: Datum; readonly grad: number; readonly forstaSjukdag: Datum }[]
  readonly anpassning: Sjukpenningfakta['anpassning'] | null
  /** changed circumstances that the person has reported */
  readonly anmalda: readonly { readonly dag: Datum; readonly amne: string; readonly text: string }[]
}

export function minaSidorArende(lage: Lage, idag: Datum): MinaSidorArende {
  const l = lage as Slage
  const u = underlaget(l, idag)
  const utredning = utred(sjukpenningsflode, l, idag)
  const minVantan = utredning.vantar.filter((v) => v.pa === 'forsakrad')
  return {
    id: l.arende.id,
    nummer: l.arende.nummer,
    forman: 'sjukpenning',
    nulage: nulaget(l, utredning, minVantan.length > 0),
    sedan: kommande(utredning, l),
    attGora: attGora(l, utredning, idag),
    handlaggare: handlaggarnamnet(l),
    enhet: l.arende.enhet,
    dag: kedjedagIdag(u),
    beslut: l.beslut.map((b) => minBeslut(l, b, idag, radtext)),
    brev: minaBrev(l),
    handlingar: l.handlingar
      .filter((h) => h.typ !== 'brev')
      .map((h) => minHandling(l, h))
      .reverse(),
    forslagAnsokan: forslag(u),
    anpassning: sistaFakt(l, 'anpassning')?.varde ?? null,
    anmalda: fakt(l, 'andradUppgift')
      .map((f) => ({ dag: f.registrerad.slice(0, 10) as Datum, amne: f.varde.amne, text: f.varde.text }))
      .reverse(),
  }
}

/** One sentence: where am I now. */
function nulaget(l: Slage, u: ReturnType<typeof utred>, vantarPaMig: boolean): string {
  if (l.avslutat) return `Ärendet avslutades ${medManadsnamn(l.avslutat.dag)}.`
  if (u.vantar.some((v) => v.vad.startsWith('Yttrande')))
    return 'Vi har skickat ett förslag till beslut. Du har tid att svara på det innan vi beslutar.'
  if (u.fragor.some((f) => f.kod === 'omprovning')) return 'Vi omprövar ett beslut.'
  if (u.fragor.some((f) => f.kod === 'overklagande')) return 'Vi har tagit emot ditt överklagande och lämnar det till domstolen.'
  if (u.fragor.some((f) => f.kod === 'kvalitetssakring')) return 'En specialist granskar vår bedömning innan vi går vidare.'
  const andra = u.vantar.find((v) => v.pa === 'vard' || v.pa === 'arbetsgivare')
  if (andra) return `Vi väntar på ${andra.pa === 'vard' ? 'svar från din läkare' : 'svar från din arbetsgivare'}.`
  if (u.fragor.some((f) => f.roll === 'handlaggare' && !EFTERAT.has(f.kod))) return 'Vi utreder din ansökan.'
  if (vantarPaMig) return l.beslut.length ? 'Alla dagar du ansökt om är avgjorda.' : 'Vi väntar på uppgifter från dig.'
  return l.beslut.length ? 'Vi har beslutat i ditt ärende.' : 'Vi har tagit emot ditt ärende.'
}

function kommande(u: ReturnType<typeof utred>, l: Slage): MinaSidorArende['sedan'] {
  const senast = sistaSjukdag(underlaget(l, u.idag))
  const handlaggs = !l.avslutat && u.fragor.some((f) => f.roll === 'handlaggare' && !EFTERAT.has(f.kod))
  const dagar = [
    ...u.vantar.flatMap((v) => svarsdag(v, l)),
    ...u.kommande
      .filter((k) => senast !== null && k.dag <= plusDagar(senast, 1))
      .map((k) => ({
        dag: k.dag,
        vad: MIN_TEXT.find(([ord]) => k.text.includes(ord))?.[1] ?? `${k.text[0]!.toUpperCase()}${k.text.slice(1)}.`,
      })),
  ].sort((a, b) => (a.dag < b.dag ? -1 : 1))
  return [
    ...(handlaggs ? [{ nar: 'Närmast', vad: 'Vi går igenom uppgifterna. När vi har beslutat får du ett brev här.' }] : []),
    ...dagar.map((d) => ({ nar: medManadsnamn(d.dag), vad: d.vad })),
  ].slice(0, 5)
}

/** What is left when the days are decided: nothing that the person waits for. */
const EFTERAT: ReadonlySet<string> = new Set(['samtal', 'omstallning', 'apr', 'kontakt', 'periodslut'])

/** The last day of someone's answer, told to the person. */
function svarsdag(v: Vantan, l: Slage): { dag: Datum; vad: string }[] {
  if (!v.till) return []
  const k = l.kommuniceringar.at(-1)
  if (v.vad.startsWith('Yttrande') && k)
    return [{ dag: k.senast, vad: 'Sista dagen för dig att svara på det kommande beslutet. Därefter avgör vi ärendet.' }]
  if (v.pa === 'vard') return [{ dag: v.till, vad: 'Sista dagen för din läkare att svara på vår fråga.' }]
  if (v.pa === 'arbetsgivare') return [{ dag: v.till, vad: 'Sista dagen för din arbetsgivare att svara på vår fråga.' }]
  return []
}

const MIN_TEXT: readonly (readonly [string, string])[] = [
  ['dag 91', 'Vi prövar om du kan arbeta med något annat hos din arbetsgivare.'],
  ['dag 181', 'Vi prövar om du kan arbeta med något som är normalt förekommande på arbetsmarknaden, om inget undantag gäller.'],
  ['dag 366', 'Färre undantag gäller från den här dagen.'],
  ['dag 551', 'Särskilda skäl att vänta på din återgång upphör.'],
  ['plan för återgång', 'Din arbetsgivare ska ha en plan för hur du kan komma tillbaka.'],
  ['tiden att yttra sig', 'Vi avgör ärendet med de uppgifter vi har då.'],
  ['intygad tid tar slut', 'Din sjukskrivning tar slut. Är du fortfarande sjuk behöver du ett nytt intyg.'],
  ['snart slut', 'Vi hör av oss om vad som gäller när din sjukpenning tar slut, om vi inte har fått ett nytt intyg då.'],
  ['tar slut', 'Din sjukskrivning och ansökan tar slut. Är du fortfarande sjuk behöver du nytt intyg och ny ansökan.'],
  ['fortsättningsnivå', 'Du har fått sjukpenning på normalnivån så länge lagen tillåter. Nivån blir 75 procent i stället för 80.'],
]

function attGora(l: Slage, u: ReturnType<typeof utred>, idag: Datum): MinaSidorArende['attGora'] {
  const k = l.kommuniceringar.at(-1)
  const yttrande = u.vantar.some((v) => v.vad.startsWith('Yttrande')) && k && idag <= k.senast
  const fragor = oppnaTillMig(l)
  const mina = u.vantar.filter((v) => v.pa === 'forsakrad' && !fragor.some((b) => b.rubrik === v.vad))
  return [
    ...(yttrande
      ? [
          {
            slag: 'yttrande' as const,
            text: k.yttranden.length
              ? 'Du har svarat på det kommande beslutet. Du kan lägga till mer, om du vill.'
              : 'Läs det kommande beslutet och svara, om du vill.',
            senast: k.senast,
            id: k.id,
            brevId: k.utskickId,
          },
        ]
      : []),
    ...fragor.map((b) => ({
      slag: 'komplettera' as const,
      text: `${b.fragor.map((f) => f.text).join(' ')}${b.typ === 'forelaggande' ? ' Kommer uppgifterna inte in i tid avvisar vi din ansökan.' : ''}`,
      senast: b.senast,
      id: b.id,
      brevId: null,
    })),
    ...mina
      .filter((v) => v.vad.startsWith('Läkarintyg'))
      .map((v) => ({
        slag: 'intyg' as const,
        text: `${v.vad} saknas. Be din läkare skicka intyget.`,
        senast: null,
        id: v.vad,
        brevId: null,
      })),
    ...mina
      .filter((v) => /ansökan/i.test(v.vad))
      .map((v) => ({ slag: 'ansok' as const, text: ansokstext(l, v), senast: null, id: v.vad, brevId: null })),
  ]
}

function ansokstext(l: Slage, v: Vantan): string {
  const dagar = v.vad.startsWith('Ansökan för ') ? v.vad.slice('Ansökan för '.length) : null
  if (dagar) return `Ansök för ${dagar}. Vi har läkarintyg för de dagarna men ingen ansökan.`
  return l.beslut.length
    ? 'Är du fortfarande sjuk? Ansök då för fler dagar. Annars behöver du inte göra något.'
    : 'Ansök om sjukpenning. Vi har ett läkarintyg för dig men ingen ansökan.'
}

/** A document as the person would name it; a certificate also says for which days, and by whom. */
function minHandling(l: Slage, h: Handling): MinaSidorArende['handlingar'][number] {
  const i = h.typ === 'lakarintyg' ? fakt(l, 'intyg').find((f) => f.varde.handlingId === h.id)?.varde : undefined
  const text = i
    ? `${i.perioder.map((p) => `${periodtext(p)}, ${p.grad * 100} procent`).join('; ')}. ${[i.lakare, i.vardenhet].filter(Boolean).join(', ')}.`
    : ''
  return {
    id: h.id,
    typ: h.typ,
    medietyp: h.medietyp,
    rubrik: h.typ === 'lakarintyg' ? 'Läkarintyg' : h.rubrik,
    text,
    dag: h.inkom,
    fran: h.fran,
  }
}

/** Days with a certificate that are neither asked for yet nor the employer's to pay: what the application starts from. */
function forslag(u: ReturnType<typeof underlaget>): MinaSidorArende['forslagAnsokan'] {
  const kvar = utom(u.intygat, [...u.yrkat, ...u.arbetsgivarens])
  const sjuk = forena([...u.intygat, ...u.sjukloneperioder, ...u.sjukdagar])
  return u.intygat.flatMap((i) =>
    gemensamma([i], kvar).map((p) => ({
      from: p.from,
      tom: p.tom,
      grad: i.varde,
      forstaSjukdag: sjukperiodVid(sjuk, p.from)?.from ?? p.from,
    })),
  )
}

/** The newest application, to start the next from; for the form on Mina sidor. */
export function forraAnsokan(lage: Lage) {
  const a = sistaFakt(lage as Slage, 'ansokan')?.varde
  return a
    ? { ...a, sysselsattningsnamn: SYSSELSATTNINGSNAMN[a.sysselsattning], perioder: a.perioder.map((p) => ({ ...p, text: periodtext(p) })) }
    : null
}
