import { utred, type Handling, type Lage } from '@atergang/arende'
import { medManadsnamn, periodtext, type Datum } from '@atergang/kalender'
import { handlaggarnamnet, minaBrev, minBeslut, oppnaTillMig, type MinaSidorGrund } from '../../gemensamt/vy/minasidor.ts'
import { fasen, type Fas } from '../efter/lage.ts'
import { ersattningarAttProva, ersattningarna, malperiod, vantarPaPlan } from '../ersattning/ersattningslage.ts'
import { ersattningsradtext } from '../ersattning/vag.ts'
import { fakt, sistaFakt, type Flage, type Forebyggandefakta } from '../fakta.ts'
import { forebyggandeflode } from '../flode.ts'
import { godkandaBehandlingar, innehallet, namnPaBehandling, planAttProva, planerna } from '../plan/planlage.ts'
import { behandlingsvy, type Behandlingsvy } from '../plan/uppgifter.ts'
import { planradtext } from '../plan/vag.ts'
import { arsarbetstiden, arbetsgivaren, arbetssokandet, sysselsattningen, uppgivenInkomst } from '../uppgifter.ts'

export type MinUppgift =
  | { readonly slag: 'yttrande'; readonly text: string; readonly senast: Datum | null; readonly id: string; readonly brevId: string | null }
  /** answered in place: each row is one field of a form */
  | {
      readonly slag: 'komplettera'
      readonly text: string
      readonly senast: Datum | null
      readonly id: string
      readonly brevId: string | null
      readonly typ: string
      readonly om: string | null
      readonly falt: readonly { readonly frageId: string; readonly falt: string | null; readonly text: string; readonly skal: string }[]
    }
  | {
      readonly slag: 'utlatande' | 'ansokPlan' | 'ansokErsattning' | 'uppfoljning'
      readonly text: string
      readonly senast: Datum | null
      readonly id: string
      readonly brevId: null
    }

/** What the person sees of the case: what is decided and what is not, and what comes (B018, D029). */
export interface MinForebyggande extends MinaSidorGrund {
  readonly forman: 'forebyggande-sjukpenning'
  readonly fas: Fas
  readonly attGora: readonly MinUppgift[]
  readonly planer: readonly {
    readonly ansokan: string
    readonly inkom: Datum
    readonly avgjord: Datum | null
    readonly behandlingar: readonly (Behandlingsvy & { readonly utfall: string })[]
    readonly utlatande: 'saknas' | 'inkommet'
  }[]
  /** approved occasions: what a claim starts from */
  readonly godkanda: readonly {
    readonly id: string
    readonly namn: string
    readonly utforande: string
    readonly from: Datum
    readonly tom: Datum
    readonly tillfallen: readonly {
      readonly datum: Datum
      readonly start: string
      readonly behandlingMin: number
      readonly forberedelseMin: number
      readonly resaMin: number
      readonly efterMin: number
      readonly ansokt: boolean
    }[]
  }[]
  readonly ersattningar: readonly {
    readonly ansokan: string
    readonly inkom: Datum
    readonly nar: string
    readonly avgjord: Datum | null
    readonly kanRattas: boolean
  }[]
  /** what is known already, so that a form asks only for what is missing (B024) */
  readonly kant: {
    readonly sysselsattning: string | null
    readonly arbetsgivare: string | null
    readonly inkomst: { readonly anstallning: number; readonly annat: number } | null
    readonly arbetsschema: Forebyggandefakta['arbetsschema'] | null
    readonly arsarbetstid: number | null
    readonly arbetssokande: Forebyggandefakta['arbetssokande'] | null
  }
  readonly anpassning: Forebyggandefakta['anpassning'] | null
  readonly anmalda: readonly { readonly dag: Datum; readonly amne: string; readonly text: string }[]
}

const NULAGE: Record<Fas, string> = {
  utanAnsokan: 'Du har inte ansökt än. Ansök om att få din plan godkänd.',
  planProvas: 'Vi prövar din plan. Bara planen prövas nu, inte tid eller pengar.',
  planEjGodkand: 'Din plan är inte godkänd.',
  planAvvisad: 'Vi har inte prövat din ansökan. Du kan ansöka på nytt.',
  pagar: 'Din plan är godkänd. När du har gjort behandlingen ansöker du om ersättning.',
  ersattningProvas: 'Vi prövar din ansökan om ersättning.',
  uppfoljning: 'Den planerade behandlingen är slut.',
  fardig: 'Allt du har ansökt om är avgjort.',
  avslutad: 'Ärendet är avslutat. Du kan ändå ansöka om ersättning på din plan.',
}

export function minForebyggande(lage: Lage, idag: Datum): MinForebyggande {
  const l = lage as Flage
  const u = utred(forebyggandeflode, l, idag)
  const fas = fasen(l, idag)
  const ansokta = new Set(
    ersattningarna(l)
      .filter((m) => !m.avvisad)
      .flatMap((m) => m.ansokan.varde.tillfallen.map((t) => `${t.behandling} ${t.datum}`)),
  )
  return {
    id: l.arende.id,
    nummer: l.arende.nummer,
    forman: 'forebyggande-sjukpenning',
    fas,
    nulage: nulaget(l, u, fas),
    sedan: sedan(l, u),
    attGora: attGora(l, u, idag),
    handlaggare: handlaggarnamnet(l),
    enhet: l.arende.enhet,
    beslut: l.beslut.map((b) =>
      minBeslut(
        l,
        b,
        idag,
        ersattningsradtext,
        (b.innehall as { slag?: string } | undefined)?.slag === 'plan' ? innehallet(b).behandlingar.map(planradtext) : undefined,
      ),
    ),
    brev: minaBrev(l),
    handlingar: l.handlingar
      .filter((h) => h.typ !== 'brev')
      .map((h) => minHandling(l, h))
      .reverse(),
    planer: planerna(l).map((p) => ({
      ansokan: p.ansokan.id,
      inkom: p.ansokan.varde.inkom,
      avgjord: p.beslut?.dag ?? null,
      utlatande: fakt(l, 'utlatande').length ? 'inkommet' : 'saknas',
      behandlingar: (p.ansokan.varde.behandlingar as Parameters<typeof behandlingsvy>[0][]).map((b) => ({
        ...behandlingsvy(b),
        utfall: p.beslut ? utfallet(innehallet(p.beslut).behandlingar.find((r) => r.id === b.id)?.godkanns) : 'inte avgjord',
      })),
    })),
    godkanda: godkandaBehandlingar(l).map((g) => ({
      id: g.id,
      namn: namnPaBehandling(g.plan),
      utforande: g.plan.utforande,
      from: g.from,
      tom: g.tom,
      tillfallen: g.tillfallen.map((t) => ({
        datum: t.datum,
        start: t.start,
        behandlingMin: t.behandlingMin,
        forberedelseMin: t.forberedelseMin,
        resaMin: t.resaMin ?? 0,
        efterMin: t.efterMin ?? 0,
        ansokt: ansokta.has(`${g.id} ${t.datum}`),
      })),
    })),
    ersattningar: ersattningarna(l).map((m) => ({
      ansokan: m.ansokan.id,
      inkom: m.ansokan.varde.inkom,
      nar: periodtext(malperiod(m)),
      avgjord: m.beslut?.dag ?? null,
      kanRattas: !m.beslut && !m.avvisad,
    })),
    kant: {
      sysselsattning: sysselsattningen(l, idag) ?? null,
      arbetsgivare: arbetsgivaren(l, idag)?.namn ?? null,
      inkomst: uppgivenInkomst(l)?.inkomst ?? null,
      arbetsschema: schemat(l),
      arsarbetstid: arsarbetstiden(l, idag) ?? null,
      arbetssokande: arbetssokandet(l, idag) ?? null,
    },
    anpassning: sistaFakt(l, 'anpassning')?.varde ?? null,
    anmalda: fakt(l, 'andradUppgift')
      .map((f) => ({ dag: f.registrerad.slice(0, 10) as Datum, amne: f.varde.amne, text: f.varde.text }))
      .reverse(),
  }
}

const utfallet = (g: string | undefined): string =>
  ({ ja: 'godkänd', nej: 'inte godkänd', begransat: 'godkänd i en del' })[g ?? ''] ?? 'inte prövad'

const schemat = (l: Flage): Forebyggandefakta['arbetsschema'] | null =>
  [...fakt(l, 'ansokanPlan'), ...fakt(l, 'ansokanErsattning')]
    .flatMap((f) => (f.varde.arbetsschema ? [{ v: f.varde.arbetsschema, r: f.registrerad }] : []))
    .concat(fakt(l, 'arbetsschema').map((f) => ({ v: f.varde, r: f.registrerad })))
    .sort((a, b) => (a.r < b.r ? -1 : 1))
    .at(-1)?.v ?? null

/** One sentence: where am I now. */
function nulaget(l: Flage, u: ReturnType<typeof utred>, fas: Fas): string {
  if (u.vantar.some((v) => v.vad.startsWith('Yttrande')))
    return 'Vi har skickat ett förslag till beslut. Du har tid att svara på det innan vi beslutar.'
  if (u.fragor.some((f) => f.kod === 'omprovning')) return 'Vi omprövar ett beslut.'
  if (u.fragor.some((f) => f.kod === 'overklagande')) return 'Vi har tagit emot ditt överklagande och lämnar det till domstolen.'
  if (u.fragor.some((f) => f.kod === 'kvalitetssakring')) return 'En specialist granskar vår bedömning innan vi går vidare.'
  if (u.vantar.some((v) => v.pa === 'vard')) return 'Vi väntar på svar från din läkare.'
  if (u.vantar.some((v) => v.pa === 'fmr')) return 'Vi har frågat vår medicinska rådgivare.'
  if (u.vantar.some((v) => v.pa === 'arbetsgivare')) return 'Vi väntar på svar från din arbetsgivare.'
  if (fas === 'planProvas' && !fakt(l, 'utlatande').length) return 'Vi väntar på utlåtandet från din läkare. Sedan prövar vi planen.'
  return NULAGE[fas]
}

function sedan(l: Flage, u: ReturnType<typeof utred>): MinForebyggande['sedan'] {
  const nasta = planAttProva(l)
    ? [{ nar: 'Sedan', vad: 'Du får ett beslut om planen. Pengar, tid och SGI prövar vi först när du ansöker om ersättning.' }]
    : ersattningarAttProva(l).length
      ? [
          {
            nar: 'Sedan',
            vad: vantarPaPlan(l) ? 'Först prövar vi planen, sedan ersättningen.' : 'Du får ett beslut med varje dag för sig.',
          },
        ]
      : []
  const dagar = [
    ...u.vantar.flatMap((v) =>
      v.till && v.vad.startsWith('Yttrande')
        ? [{ dag: v.till, vad: 'Sista dagen för dig att svara på det kommande beslutet.' }]
        : v.till && v.pa === 'vard'
          ? [{ dag: v.till, vad: 'Sista dagen för din läkare att svara på vår fråga.' }]
          : [],
    ),
    ...u.kommande
      .filter((k) => k.text.startsWith('behandlingen'))
      .map((k) => ({
        dag: k.dag,
        vad:
          k.text === 'behandlingen följs upp' ? 'Vi frågar hur behandlingen gick. Det är frivilligt att svara.' : 'Din behandling börjar.',
      })),
  ].sort((a, b) => (a.dag < b.dag ? -1 : 1))
  return [...nasta, ...dagar.map((d) => ({ nar: medManadsnamn(d.dag), vad: d.vad }))].slice(0, 5)
}

function attGora(l: Flage, u: ReturnType<typeof utred>, idag: Datum): MinUppgift[] {
  const yttranden = l.kommuniceringar.filter(
    (k) => idag <= k.senast && u.vantar.some((v) => v.vad.startsWith('Yttrande') && v.till === k.senast),
  )
  const fragor = oppnaTillMig(l)
  const vantarErsattning = u.vantar.find((v) => v.pa === 'forsakrad' && v.vad === 'Ansökan om ersättning')
  return [
    ...yttranden.map((k): MinUppgift => ({
      slag: 'yttrande',
      text: k.yttranden.length
        ? 'Du har svarat på det kommande beslutet. Du kan lägga till mer, om du vill.'
        : 'Läs det kommande beslutet och svara, om du vill.',
      senast: k.senast,
      id: k.id,
      brevId: k.utskickId,
    })),
    ...fragor.map((b): MinUppgift => {
      if (b.typ === 'utlatande')
        return {
          slag: 'utlatande',
          text: 'Be din läkare fylla i utlåtandet. Skapa en länk med en kod och ge den till läkaren.',
          senast: b.senast,
          id: b.id,
          brevId: null,
        }
      if (b.typ === 'uppfoljning')
        return {
          slag: 'uppfoljning',
          text: 'Berätta hur behandlingen gick, om du vill. Svaret ändrar inget som är beslutat.',
          senast: b.senast,
          id: b.id,
          brevId: null,
        }
      return {
        slag: 'komplettera',
        text: `${b.fragor.map((f) => f.text).join(' ')}${b.typ === 'forelaggande' ? ' Kommer uppgifterna inte in i tid avvisar vi din ansökan.' : ''}`,
        senast: b.senast,
        id: b.id,
        brevId: null,
        typ: b.typ,
        om: b.om ?? null,
        falt: b.fragor.map((f) => ({ frageId: f.frageId, falt: f.falt ?? null, text: f.text, skal: f.skal ?? '' })),
      }
    }),
    ...(planerna(l).length === 0
      ? [{ slag: 'ansokPlan' as const, text: 'Ansök om att få din plan godkänd.', senast: null, id: 'plan', brevId: null }]
      : []),
    ...(vantarErsattning
      ? [
          {
            slag: 'ansokErsattning' as const,
            text: 'Ansök om ersättning för de tillfällen du har gjort.',
            senast: null,
            id: 'ersattning',
            brevId: null,
          },
        ]
      : []),
  ]
}

const HANDLINGSTEXT: Partial<Record<Handling['typ'], string>> = { lakarutlatande: 'Läkarens utlåtande', ansokan: 'Din ansökan' }
const minHandling = (_l: Flage, h: Handling): MinForebyggande['handlingar'][number] => ({
  id: h.id,
  typ: h.typ,
  medietyp: h.medietyp,
  rubrik: h.rubrik,
  text: HANDLINGSTEXT[h.typ] ?? '',
  dag: h.inkom,
  fran: h.fran,
})
