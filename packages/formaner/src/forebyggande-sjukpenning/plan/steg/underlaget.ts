import { arOppen, personnamn, personen, type Begaran, type Steg, type Utfall } from '@atergang/arende'
import { fristDagar, medManadsnamn, periodtext } from '@atergang/kalender'
import { ansokanskompletteringsfrist, flera, vardetDen } from '@atergang/regelverk'
import { granskaAnsokan } from '../../../gemensamt/ansokan/granskning.ts'
import { automatiskt, ejAktuellt, faktaOm, fraga, nod, uppfyllt, vantar } from '../../../gemensamt/steg.ts'
import { type Flage, type Forebyggandefakta } from '../../fakta.ts'
import { KOMPLETTERINGSFALT, SYFTEN } from '../../koder/koder.ts'
import { granskat, granskningsgrund, sgiinformationsnyckel, type RiktaSgiSvar } from '../bedomning.ts'
import { ankomstdagen, inkomstfakta } from '../../papper.ts'
import {
  behandlingarna,
  granskningsnyckel,
  namnPaBehandling,
  planAttProva,
  planeradPeriod,
  planerna,
  utlatandena,
  type Planmal,
} from '../planlage.ts'
import { saknasIPlanen, saknasIUtlatandet } from '../saknas.ts'
import { arendetsForhandskoll, behandlingsvy } from '../uppgifter.ts'

type S = Steg<Forebyggandefakta>

/** The application of step 1 (110 kap. 4, 10–11 §§). Without one the case waits for the person, whoever opened it. */
export const ansokanPlansteg: S = {
  namn: 'ansokanPlan',
  rubrik: 'Ansökan om plan',
  lagrum: flera('110:4', '110:10', '110:11'),
  prova(lage, idag): Utfall[] {
    const l = lage as Flage
    const p = planAttProva(l)
    if (p) return [planen(l, p, idag), ...ankomstdagen(l, p.ansokan, 'ansökan')]
    const sist = planerna(l).at(-1)
    if (sist?.beslut)
      return [
        uppfyllt(
          nod(
            'ansokanPlan',
            'Ansökan om plan',
            ['110:4'],
            'uppfyllt',
            `Ansökan kom in ${medManadsnamn(sist.ansokan.varde.inkom)} och är avgjord.`,
          ),
        ),
      ]
    return [
      vantar({
        pa: 'forsakrad',
        paNamn: personnamn(personen(l)),
        vad: 'Ansökan om godkännande av plan',
        varfor: sist
          ? 'Ansökan avvisades. Personen kan ansöka på nytt.'
          : 'Behandlingen ska ingå i en plan som Försäkringskassan har godkänt. Den söks skriftligt.',
        sedan: sist?.ansokan.varde.inkom ?? l.arende.inlett,
        till: null,
        lagrum: ['27:6', '110:4'],
      }),
    ]
  },
}

function planen(l: Flage, p: Planmal, idag: Parameters<S['prova']>[1]): Utfall {
  const a = p.ansokan.varde
  const fakta = [
    ...inkomstfakta('Ansökan kom in', a, { typ: 'forsakrad', text: 'ansökan', datum: a.inkom }),
    ...behandlingarna(a).map((b) => {
      const period = planeradPeriod(b)
      return faktaOm(
        namnPaBehandling(b) || 'Behandling',
        `${b.vardgivare || 'vårdgivare saknas'}, ${period ? periodtext(period) : 'dagar saknas'}`,
        p.ansokan.kalla,
      )
    }),
    ...(a.syfte ? [faktaOm('Syfte', SYFTEN[a.syfte].namn, p.ansokan.kalla)] : []),
  ]
  const perioder = behandlingarna(a).flatMap((b) => planeradPeriod(b) ?? [])
  return granskaAnsokan(
    l,
    {
      id: p.ansokan.id,
      inkom: a.inkom,
      perioder,
      saknas: saknasIPlanen(a),
      nyckel: `ansokansgranskning:${p.ansokan.id}`,
      nod: 'ansokanPlan',
      fakta,
      formularversion: a.formularversion,
      avser: p.sak,
    },
    idag,
  )
}

const UTLATANDE: ReadonlySet<Begaran['typ']> = new Set(['utlatande', 'utlatandekomplettering'])

/** The doctor's statement: in, asked for, or examined by the officer who confirms the diagnoses (110 kap. 13–14 §§). */
export const utlatandesteg: S = {
  namn: 'utlatande',
  rubrik: 'Läkarens utlåtande',
  lagrum: flera('110:13', '110:14'),
  efter: ['ansokanPlan'],
  prova(lage, idag): Utfall[] {
    const l = lage as Flage
    const p = planAttProva(l)
    if (!p) return avgjortUtlatande(l)
    const oppen = l.begaran.find((b) => UTLATANDE.has(b.typ) && arOppen(b))
    if (oppen)
      return [
        vantar({
          pa: oppen.till,
          paNamn: oppen.tillNamn,
          vad: oppen.rubrik,
          varfor: oppen.fragor.map((f) => f.text).join(' '),
          sedan: oppen.skickad,
          till: oppen.senast,
          lagrum: ['110:13', '110:14'],
        }),
      ]
    const u = utlatandena(l, p).at(-1)
    const fakta = u
      ? [
          ...(u.varde.papper ? inkomstfakta('Utlåtandet kom in', u.varde, u.kalla) : []),
          faktaOm('Läkare', [u.varde.lakare, u.varde.vardenhet].filter(Boolean).join(', ') || 'inte angiven', u.kalla),
          faktaOm('Diagnos', u.varde.diagnoser.map((d) => `${d.kod} ${d.text}`.trim()).join('; ') || 'inte angiven', u.kalla),
        ]
      : []
    const svar = granskat(l, p)
    if (svar?.svar.beslut === 'racker')
      return [
        uppfyllt(
          nod('utlatande', 'Läkarens utlåtande', ['110:13'], 'uppfyllt', svar.svar.skal || 'Utlåtandet räcker för prövningen.', [
            ...fakta,
            faktaOm('Diagnos i registret', svar.svar.diagnoser.map((d) => `${d.kod} ${d.text}`.trim()).join('; '), {
              typ: 'bedomning',
              text: `bekräftad av ${svar.av.namn}`,
              id: svar.id,
              datum: svar.dag,
            }),
          ]),
        ),
      ]
    if (svar?.svar.beslut === 'provasUtan')
      return [uppfyllt(nod('utlatande', 'Läkarens utlåtande', ['110:13'], 'uppfyllt', `Planen prövas utan utlåtande. ${svar.svar.skal}`))]
    const uppfoljningAttFraga =
      u !== undefined &&
      !u.varde.uppfoljning &&
      !l.begaran.some((b) => b.typ === 'utlatandekomplettering' && b.fragor.some((f) => f.falt === 'uppfoljning'))
    return [
      fraga({
        nyckel: granskningsnyckel(p),
        kod: 'utlatandegranskning',
        rubrik: u ? 'Räcker läkarens utlåtande?' : 'Inget utlåtande har kommit: hur går ärendet vidare?',
        hjalp: u
          ? 'Läs de fem delarna. Fråga läkaren om det som saknas, en sak i taget. Bekräfta diagnosen: den behövs i registret. Hur lång tid dagarna tar prövas inte här.'
          : 'Ett utlåtande är begärt men har inte kommit. Fråga igen, eller pröva planen på det som finns.',
        lagrum: ['110:13', '110:14', '27:6'],
        paGrundval: granskningsgrund(l, p),
        varforNu: u
          ? `Utlåtande från ${u.varde.lakare || u.varde.vardenhet || 'vården'} kom in ${medManadsnamn(u.varde.inkom)}.`
          : 'Inget svar har kommit på begäran om utlåtande.',
        senast: fristDagar(u?.varde.inkom ?? idag, vardetDen(ansokanskompletteringsfrist, idag)),
        formular: {
          ansokan: p.ansokan.id,
          utlatande: u?.varde ?? null,
          handlingId: u?.varde.handlingId ?? null,
          saknas: u ? saknasIUtlatandet(personnamn(personen(l)), u.varde) : [],
          uppfoljningAttFraga,
          behandlingar: p.attProva.map(behandlingsvy),
          falt: KOMPLETTERINGSFALT,
        },
      }),
      ...(u ? ankomstdagen(l, u, 'utlåtandet') : []),
    ]
  },
}

/** Of a decided plan: what the officer made of the statement, to be read afterwards. */
function avgjortUtlatande(l: Flage): Utfall[] {
  const p = planerna(l).findLast((x) => x.beslut)
  const u = p && utlatandena(l, p).at(-1)
  return [
    u
      ? uppfyllt(
          nod(
            'utlatande',
            'Läkarens utlåtande',
            ['110:13'],
            'uppfyllt',
            `Planen prövades på utlåtandet från ${u.varde.lakare || u.varde.vardenhet || 'vården'}, ${medManadsnamn(u.varde.inkom)}.`,
          ),
        )
      : ejAktuellt(p ? 'Planen prövades utan utlåtande.' : 'Ingen plan att pröva.'),
  ]
}

/** The pre-check: what the planned days come to. Information; never in the way of anything (B015–B017). */
export const forhandskollssteg: S = {
  namn: 'forhandskoll',
  rubrik: 'Förhandskoll',
  lagrum: flera('27:7', '25:3'),
  efter: ['ansokanPlan'],
  prova(lage, idag): Utfall[] {
    const l = lage as Flage
    const p = planAttProva(l)
    if (!p)
      return [
        ejAktuellt(planerna(l).some((x) => x.beslut) ? 'Planen är avgjord. Tiden prövas när ersättning söks.' : 'Ingen plan att pröva.'),
      ]
    const f = arendetsForhandskoll(l, p.attProva, idag)
    const n = nod(
      'forhandskoll',
      'Förhandskoll',
      ['27:7', '25:3'],
      'beraknat',
      `${f.antal.nar} av ${f.antal.alla} planerade dagar når en fjärdedel. ${f.inledning}`,
      [...f.grupper.map((g) => faktaOm(g.dagar.length === 1 ? 'En dag' : `${g.dagar.length} dagar`, g.text)), faktaOm('SGI', f.sgi.text)],
    )
    const ut: Utfall[] = [automatiskt(n)]
    if (f.sgi.lage !== 'okand' && f.sgi.lage !== 'ingen') return ut
    const nyckel = sgiinformationsnyckel(p)
    const svar = l.svar.findLast((s) => s.nyckel === nyckel) as { svar: RiktaSgiSvar; dag: string } | undefined
    if (svar)
      return [
        ...ut,
        uppfyllt(
          nod(
            nyckel,
            'Information om SGI',
            ['FL 6'],
            'uppfyllt',
            svar.svar.satt === 'samtal' ? svar.svar.text : svar.svar.satt === 'brev' ? 'Personen har fått ett brev.' : svar.svar.skal,
          ),
        ),
      ]
    return [
      ...ut,
      fraga({
        nyckel,
        kod: 'informeraOmSgi',
        rubrik: 'Berätta för personen om SGI innan behandlingen',
        hjalp:
          'Planen kan godkännas och ersättningen ändå bli 0 kronor. Säg det nu, så att personen kan välja. Det är information: planen prövas på samma sätt, och personen får ansöka ändå.',
        lagrum: ['FL 6', '25:3'],
        paGrundval: { plan: p.ansokan.id },
        varforNu: f.sgi.lage === 'ingen' ? 'Med de uppgifter som finns kan ingen SGI fastställas.' : 'Ingen inkomst är uppgiven.',
        formular: { sgi: f.sgi, text: f.sgi.text, observera: f.observera },
      }),
    ]
  },
}
