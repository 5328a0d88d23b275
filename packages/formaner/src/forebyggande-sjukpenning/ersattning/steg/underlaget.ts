import { arOppen, personen, personnamn, type Steg, type Utfall } from '@atergang/arende'
import { kort, medManadsnamn, periodtext, type Datum } from '@atergang/kalender'
import { flera } from '@atergang/regelverk'
import { granskaAnsokan } from '../../../gemensamt/ansokan/granskning.ts'
import { automatiskt, avvaktar, ejAktuellt, ejUppfyllt, faktaOm, fraga, nod, uppfyllt, vantar } from '../../../gemensamt/steg.ts'
import { fakt, type Flage, type Forebyggandefakta } from '../../fakta.ts'
import {
  godkandaBehandlingar,
  namnPaBehandling,
  planAttProva,
  planerna,
  sistaPlaneradeDag,
  utanAnsokanSenast,
} from '../../plan/planlage.ts'
import { ankomstdagen, inkomstfakta } from '../../papper.ts'
import { arbetsgivaren } from '../../uppgifter.ts'
import {
  arbetslosaDagar,
  arbetsschemagrund,
  arbetsschemanyckel,
  arbetssokandegrund,
  arbetssokandenyckel,
  arbetssokandesvaret,
  arOkand,
  avvikelsegrund,
  avvikelsenyckel,
  avvikelser,
  avvikelsesvaret,
  genomforandegrund,
  genomforandenyckel,
  genomforandesvaret,
  okandArbetstid,
  tveksamma,
  utanGodkandPlan,
} from '../bedomning.ts'
import {
  arGranskad,
  ersattningarAttProva,
  ersattningarna,
  ersattningsgranskningsnyckel,
  malperiod,
  matchade,
  saknasIErsattningen,
  TRAFFAR,
  vantarPaPlan,
  type Ersattningsmal,
  type Matchat,
} from '../ersattningslage.ts'

type S = Steg<Forebyggandefakta>

export const malnamn = (m: Ersattningsmal): string => {
  const p = malperiod(m)
  return p.from === p.tom ? medManadsnamn(p.from) : periodtext(p)
}

/** A step of each claim to be tried, once the claim is complete and there is a plan to try it against. */
export const perMal =
  (prova: (l: Flage, m: Ersattningsmal, idag: Datum) => Utfall): S['prova'] =>
  (lage, idag) => {
    const l = lage as Flage
    const mal = ersattningarAttProva(l)
    if (mal.length === 0)
      return [
        ejAktuellt(ersattningarna(l).length ? 'Alla ansökningar om ersättning är avgjorda.' : 'Ingen ansökan om ersättning har kommit än.'),
      ]
    return mal.map((m) => (vantarPaPlan(l) ? avvaktar('planBeslut') : arGranskad(l, m) ? prova(l, m, idag) : avvaktar('ansokanErsattning')))
  }

/** The claims (110 kap. 4, 10–11 §§): errors are named in place and told; what is sent all the same is examined by the officer. */
export const ansokanErsattningssteg: S = {
  namn: 'ansokanErsattning',
  rubrik: 'Ansökan om ersättning',
  lagrum: flera('110:4', '110:10', '110:11'),
  prova(lage, idag): Utfall[] {
    const l = lage as Flage
    const mal = ersattningarAttProva(l)
    if (mal.length)
      return mal.flatMap((m) =>
        vantarPaPlan(l)
          ? vantar({
              pa: 'tid',
              paNamn: 'Planen',
              vad: `Prövning av ersättning för ${malnamn(m)}`,
              varfor: 'Planen prövas först. Ansökan ligger kvar och prövas sedan.',
              sedan: m.ansokan.varde.inkom,
              till: null,
              lagrum: ['27:6'],
            })
          : [ansokan(l, m, idag), ...ankomstdagen(l, m.ansokan, 'ansökan')],
      )
    const sist = sistaPlaneradeDag(l)
    if (!sist || planAttProva(l))
      return [
        ersattningarna(l).length
          ? uppfyllt(nod('ansokanErsattning', 'Ansökan om ersättning', ['110:4'], 'uppfyllt', 'Alla ansökningar är avgjorda.'))
          : ejAktuellt(planerna(l).some((p) => p.beslut) ? 'Ingen plan är godkänd.' : 'Planen prövas först.'),
      ]
    const forsta = godkandaBehandlingar(l)
      .map((g) => g.tillfallen[0]?.datum ?? g.from)
      .sort()[0]!
    if (ersattningarna(l).length && idag > sist)
      return [
        uppfyllt(
          nod(
            'ansokanErsattning',
            'Ansökan om ersättning',
            ['110:4'],
            'uppfyllt',
            'Alla ansökningar är avgjorda. Personen kan ansöka för fler dagar.',
          ),
        ),
      ]
    return [
      vantar({
        pa: 'forsakrad',
        paNamn: personnamn(personen(l)),
        vad: 'Ansökan om ersättning',
        varfor: `Planen är godkänd. Den första behandlingsdagen är ${medManadsnamn(forsta)}, den sista ${medManadsnamn(sist)}. Ersättning söks när behandlingen är gjord.`,
        sedan: forsta < idag ? forsta : idag,
        till: idag <= sist ? sist : utanAnsokanSenast(l),
        lagrum: ['27:6', '110:4'],
      }),
    ]
  },
}

function ansokan(l: Flage, m: Ersattningsmal, idag: Datum): Utfall {
  const a = m.ansokan.varde
  const fakta = [
    ...inkomstfakta('Ansökan kom in', a, { typ: 'forsakrad', text: 'ansökan', datum: a.inkom }),
    faktaOm('Tillfällen', `${a.tillfallen.length} (${malnamn(m)})`, m.ansokan.kalla),
  ]
  return granskaAnsokan(
    l,
    {
      id: m.ansokan.id,
      inkom: a.inkom,
      perioder: [malperiod(m)],
      saknas: saknasIErsattningen(l, a),
      nyckel: ersattningsgranskningsnyckel(m),
      nod: `ansokanErsattning:${m.ansokan.id}`,
      fakta,
      formularversion: a.formularversion,
      avser: m.sak,
    },
    idag,
  )
}

const behandlingsnamnen = (l: Flage): ReadonlyMap<string, string> =>
  new Map(godkandaBehandlingar(l).map((g) => [g.id, namnPaBehandling(g.plan)]))

const rad = (l: Flage, x: Matchat) => ({
  ...x.tillfalle,
  namn: behandlingsnamnen(l).get(x.tillfalle.behandling) ?? x.tillfalle.behandling,
  traff: x.traff,
  text: TRAFFAR[x.traff],
  planerat: x.planerat ? { datum: x.planerat.datum, start: x.planerat.start } : null,
})

/** The claim against the plan (27 kap. 6 §): by itself where it is like it, else a human says whether it belongs there. */
export const motPlanensteg: S = {
  namn: 'motPlanen',
  rubrik: 'Mot den godkända planen',
  lagrum: flera('27:6'),
  prova: perMal((l, m) => {
    const nyckel = avvikelsenyckel(m)
    const alla = matchade(l, m)
    const av = avvikelser(l, m)
    const fakta = alla.map((x) => faktaOm(`${kort(x.tillfalle.datum)} ${x.tillfalle.start}`, TRAFFAR[x.traff]))
    if (utanGodkandPlan(l))
      return ejUppfyllt(
        nod(
          nyckel,
          'Mot den godkända planen',
          ['27:6'],
          'ejUppfyllt',
          'Ingen plan är godkänd. Personen kan begära omprövning av det beslutet.',
          fakta,
        ),
      )
    if (av.length === 0)
      return automatiskt(
        nod(
          nyckel,
          'Mot den godkända planen',
          ['27:6'],
          'uppfyllt',
          alla.some((x) => x.traff === 'flyttad')
            ? 'Alla tillfällen ingår. Något är flyttat inom veckan.'
            : 'Alla tillfällen ingår i planen.',
          fakta,
        ),
      )
    const svar = avvikelsesvaret(l, m)
    if (svar) {
      const ja = svar.svar.tillfallen.every((t) => t.val === 'ingarIPlanen')
      return (ja ? uppfyllt : ejUppfyllt)(
        nod(
          nyckel,
          'Mot den godkända planen',
          ['27:6'],
          ja ? 'uppfyllt' : 'ejUppfyllt',
          svar.svar.tillfallen.map((t) => t.skal).join(' '),
          fakta,
        ),
      )
    }
    return fraga({
      nyckel,
      kod: 'avvikelse',
      rubrik: 'Ingår tillfällena i den godkända planen?',
      hjalp:
        'De här tillfällena står inte i planen som den är godkänd. Har vårdgivaren flyttat eller förlängt behandlingen kan de ändå ingå. Behövs mer än planen godkänner behöver personen ansöka om det. En dag som redan är prövad ändras genom omprövning eller ändring av det beslutet.',
      lagrum: ['27:6'],
      paGrundval: avvikelsegrund(l, m),
      varforNu: `${av.length} ${av.length === 1 ? 'tillfälle avviker' : 'tillfällen avviker'} från planen.`,
      period: malperiod(m),
      formular: {
        ansokan: m.ansokan.id,
        tillfallen: av.map((x) => rad(l, x)),
        ovriga: alla.filter((x) => !av.includes(x)).map((x) => rad(l, x)),
        plan: godkandaBehandlingar(l).map((g) => ({ id: g.id, namn: namnPaBehandling(g.plan), from: g.from, tom: g.tom, hogst: g.hogst })),
      },
    })
  }),
}

/** Done as told on honour and conscience, unless somebody has said otherwise. No control of our own (B027). */
export const genomfordsteg: S = {
  namn: 'genomford',
  rubrik: 'Behandlingen genomförd',
  lagrum: flera('27:6', '27:7'),
  prova: perMal((l, m) => {
    const nyckel = genomforandenyckel(m)
    const t = tveksamma(l, m)
    if (t.length === 0)
      return automatiskt(
        nod(
          nyckel,
          'Behandlingen genomförd',
          ['27:6'],
          'uppfyllt',
          'Personen har lämnat uppgifterna på heder och samvete, och ingen har sagt något annat.',
        ),
      )
    const svar = genomforandesvaret(l, m)
    if (svar) {
      const ja = svar.svar.tillfallen.every((x) => x.genomfort === 'ja')
      return (ja ? uppfyllt : ejUppfyllt)(
        nod(nyckel, 'Behandlingen genomförd', ['27:6'], ja ? 'uppfyllt' : 'ejUppfyllt', svar.svar.tillfallen.map((x) => x.skal).join(' ')),
      )
    }
    return fraga({
      nyckel,
      kod: 'genomforande',
      rubrik: 'Genomfördes behandlingen de här dagarna?',
      hjalp: 'Uppgifterna går isär. Fråga personen först. Vårdgivaren behöver inte svara.',
      lagrum: ['27:6', '27:7', '110:13'],
      paGrundval: genomforandegrund(l, m),
      varforNu: t[0]!.varfor,
      period: malperiod(m),
      formular: {
        ansokan: m.ansokan.id,
        tillfallen: t.map((x) => ({
          ...x.tillfalle,
          namn: behandlingsnamnen(l).get(x.tillfalle.behandling) ?? x.tillfalle.behandling,
          varfor: x.varfor,
        })),
        avbruten: fakt(l, 'avbruten').map((f) => ({ ...f.varde, av: f.av.namn })),
        narvaro: fakt(l, 'narvaro').map((f) => f.varde),
      },
    })
  }),
}

/** Ordinary working time of every claimed date (27 kap. 10 §, 28 kap. 13 §): asked for only when it is not known (B024). */
export const arbetsschemasteg: S = {
  namn: 'arbetsschema',
  rubrik: 'Arbetstid',
  lagrum: flera('27:7', '28:13'),
  prova: perMal((l, m) => {
    const nyckel = arbetsschemanyckel(m)
    const okant = okandArbetstid(l, m)
    if (!arOkand(okant))
      return automatiskt(
        nod(
          nyckel,
          'Arbetstid',
          ['27:7', '28:13'],
          'uppfyllt',
          arbetslosaDagar(l, m).length ? 'Tiden för att söka arbete är känd för alla dagar.' : 'Arbetstiden är känd för alla dagar.',
        ),
      )
    const oppen = l.begaran.find((b) => b.typ === 'arbetsschema' && arOppen(b))
    if (oppen)
      return vantar({
        pa: oppen.till,
        paNamn: oppen.tillNamn,
        vad: oppen.rubrik,
        varfor: oppen.fragor.map((f) => f.text).join(' '),
        sedan: oppen.skickad,
        till: oppen.senast,
        lagrum: ['110:13', '110:14'],
      })
    const saknas = [
      ...(okant.dagar.length ? [`arbetstid för ${okant.dagar.map(kort).join(', ')}`] : []),
      ...(okant.arsarbetstid ? ['årsarbetstid'] : []),
    ].join(' och ')
    return fraga({
      nyckel,
      kod: 'arbetsschema',
      rubrik: 'Arbetstiden är inte känd',
      hjalp:
        'Fråga personen, eller arbetsgivaren om personen inte kan svara. Fråga bara om det som saknas. Har du fått uppgiften i ett samtal skriver du in den här.',
      lagrum: ['27:7', '28:13', '110:14'],
      paGrundval: arbetsschemagrund(l, m),
      varforNu: `Saknas: ${saknas}.`,
      period: malperiod(m),
      formular: {
        ansokan: m.ansokan.id,
        dagar: okant.dagar,
        arsarbetstid: okant.arsarbetstid,
        arbetslos: arbetslosaDagar(l, m).length > 0,
        arbetsgivare: arbetsgivaren(l, malperiod(m).from) ?? null,
        formularversion: m.ansokan.varde.formularversion,
      },
    })
  }),
}

/** The unemployed: registered and ready to work, for the first fourteen days of the sick period (28 kap. 6 § third paragraph). */
export const arbetssokandesteg: S = {
  namn: 'arbetssokande',
  rubrik: 'Arbetssökande',
  lagrum: flera('28:6'),
  prova: perMal((l, m) => {
    const dagar = arbetslosaDagar(l, m)
    if (dagar.length === 0) return ejAktuellt('Personen är inte arbetslös.')
    const nyckel = arbetssokandenyckel(m)
    const svar = arbetssokandesvaret(l, m)?.svar
    if (svar) {
      const ja = (svar.anmald && svar.beredd) || svar.oskaligt
      return (ja ? uppfyllt : ejUppfyllt)(nod(nyckel, 'Arbetssökande', ['28:6 st 3'], ja ? 'uppfyllt' : 'ejUppfyllt', svar.skal))
    }
    const grund = arbetssokandegrund(l, m)
    return fraga({
      nyckel,
      kod: 'arbetssokande',
      rubrik: 'Var personen anmäld som arbetssökande och beredd att ta ett arbete?',
      hjalp:
        'Krävs för de första 14 dagarna i sjukperioden. En behandlingsdag för sig är en egen sjukperiod. Skulle kravet vara oskäligt får sjukpenning lämnas ändå. Vilka dagar i veckan som räknas är inte avgjort; riksinställningen gäller.',
      lagrum: ['28:6 st 3'],
      paGrundval: grund,
      varforNu: 'Personen är arbetslös.',
      period: malperiod(m),
      formular: { ansokan: m.ansokan.id, dagar, uppgift: grund.uppgift },
    })
  }),
}
