import { arOppen, type Automatik, type Flode, type Kannetecken, type Kommande } from '@atergang/arende'
import { plusDagar, type Datum } from '@atergang/kalender'
import { flera } from '@atergang/regelverk'
import { andringssteget } from '../gemensamt/beslut/andring.ts'
import { omprovningssteg } from '../gemensamt/beslut/omprovning.ts'
import { overklagandesteg } from '../gemensamt/beslut/overklagande.ts'
import { beslutssteg } from '../gemensamt/beslut/steg.ts'
import { konsultationssteg } from '../gemensamt/konsultation.ts'
import { kontaktsteg } from '../gemensamt/kontakt.ts'
import { antalPaminnelser, obesvaratsteg } from '../gemensamt/obesvarat.ts'
import { overlamningssteg } from '../gemensamt/overlamning.ts'
import { gemensamAutomatik, gemensamtKommande } from '../gemensamt/tiden.ts'
import { diagnoskapitel } from '../gemensamt/diagnoskapitel.ts'
import { avslutasDen, fasen, harNot, uppfoljningsbegaran, uppfoljsDen } from './efter/lage.ts'
import { avslutssteg, efterBeslutssteg, uppfoljningssteg } from './efter/steg.ts'
import { alderssteg, annanErsattningssteg, berakningssteg, lonesteg, nodvandigTidsteg, sgisteg } from './ersattning/steg/raknas.ts'
import { ansokanErsattningssteg, arbetsschemasteg, arbetssokandesteg, genomfordsteg, motPlanensteg } from './ersattning/steg/underlaget.ts'
import { ersattningsvag } from './ersattning/vag.ts'
import { ersattningarAttProva, ersattningarna } from './ersattning/ersattningslage.ts'
import { fakt, type Flage, type Forebyggandefakta } from './fakta.ts'
import { konsultationer } from './plan/bedomning.ts'
import { evidenssteg, ordinationssteg, planbedomningssteg, risksteg } from './plan/steg/bedoms.ts'
import { ansokanPlansteg, forhandskollssteg, utlatandesteg } from './plan/steg/underlaget.ts'
import { diagnoserna, godkandaBehandlingar, planAttProva, sistaPlaneradeDag, utanAnsokanSenast, utlatandena } from './plan/planlage.ts'
import { behandlingsvy } from './plan/uppgifter.ts'
import { planvag } from './plan/vag.ts'
import { andringsvag } from './omprovning.ts'
import { FLODESVERSION } from './versioner.ts'

/** What comes by time alone: the treatment begins and ends, follow-up, the year without a claim, what every benefit has. */
function kommande(l: Flage, idag: Datum): Kommande[] {
  const sist = sistaPlaneradeDag(l)
  const forst = godkandaBehandlingar(l)
    .flatMap((g) => g.tillfallen[0]?.datum ?? [])
    .sort()[0]
  const foljs = uppfoljsDen(l)
  const utan = utanAnsokanSenast(l)
  return [
    ...(forst ? [{ dag: forst, text: 'behandlingen börjar', lagrum: flera('27:6') }] : []),
    ...(sist ? [{ dag: plusDagar(sist, 1), text: 'den planerade behandlingen är slut', lagrum: flera('27:6') }] : []),
    ...(foljs && !harNot(l) ? [{ dag: foljs, text: 'behandlingen följs upp', lagrum: flera('FL 6') }] : []),
    ...(utan && ersattningarna(l).length === 0
      ? [{ dag: plusDagar(utan, 1), text: 'ett år utan ansökan om ersättning', lagrum: flera('FL 9') }]
      : []),
    ...vantarTill(l, idag).map((dag) => ({ dag, text: 'ärendet hålls öppet till dess', lagrum: flera('FL 9') })),
    ...gemensamtKommande(l),
  ]
}

const vantarTill = (l: Flage, idag: Datum): Datum[] =>
  l.svar
    .filter((s) => s.kod === 'avslut' && (s.svar as { val: string }).val === 'vanta')
    .slice(-1)
    .map((s) => (s.svar as { till: Datum }).till)
    .filter((d) => d > idag)

/** Reminders and waking, the follow-up and what to note when nobody answers it, closing. */
function automatik(l: Flage): Automatik[] {
  const foljs = uppfoljsDen(l)
  const b = uppfoljningsbegaran(l)
  const slut = avslutasDen(l)
  const utebliven = b && arOppen(b) && b.paminnelser.length >= antalPaminnelser(b)
  return [
    ...gemensamAutomatik(l),
    ...(foljs && !b && !harNot(l) && !planAttProva(l) && !l.avslutat
      ? [{ dag: foljs, kommando: { typ: 'begarUppfoljning', data: null } }]
      : []),
    ...(utebliven ? [{ dag: plusDagar(b.senast, 1), kommando: { typ: 'noteraUteblivetSvar', data: null } }] : []),
    ...(slut
      ? [
          {
            dag: slut,
            kommando: {
              typ: 'avsluta' as const,
              skal: sistaPlaneradeDag(l)
                ? 'Allt är avgjort, uppföljt och registrerat.'
                : 'Planen är inte godkänd och tiden för omprövning har gått.',
            },
          },
        ]
      : []),
  ]
}

const STEG2: ReadonlySet<string> = new Set(['ersattningProvas'])

/** How demanding the case is to handle (A046): what needs a specialist or the adviser is more than what goes by itself. */
function klass(l: Flage): string {
  const p = planAttProva(l)
  const konsulterat = p?.attProva.some((b) => konsultationer(l, p, b.id).length) ?? false
  return konsulterat || fakt(l, 'registerlage').some((f) => f.varde.svar.fragaFmr || f.varde.svar.stallning === 'oftaInte')
    ? 'utredning'
    : 'enkel'
}

function kannetecken(l: Flage, idag: Datum): Kannetecken {
  const fas = fasen(l, idag)
  return {
    klass: klass(l),
    fas,
    steg: STEG2.has(fas) || ersattningarAttProva(l).length ? '2' : '1',
    diagnoskapitel: diagnoskapitel(diagnoserna(l).map((d) => d.kod)).join(' '),
  }
}

/** What of the case the adviser is given with the question: the statement, the plan and the diagnoses. */
const material = (l: Flage) => {
  const p = planAttProva(l)
  return {
    utlatande: p ? (utlatandena(l, p).at(-1)?.varde ?? null) : null,
    behandlingar: p ? p.attProva.map(behandlingsvy) : [],
    diagnoser: diagnoserna(l),
    registret: fakt(l, 'registerlage').map((f) => ({ behandling: f.varde.behandling, text: f.varde.svar.text })),
  }
}

/** Förebyggande sjukpenning: from a plan to a treatment whose effect is known. */
export const forebyggandeflode: Flode<Forebyggandefakta> = {
  namn: 'forebyggande-sjukpenning',
  version: FLODESVERSION,
  steg: [
    ansokanPlansteg,
    utlatandesteg,
    forhandskollssteg,
    ordinationssteg,
    risksteg,
    evidenssteg,
    konsultationssteg((l) => material(l as Flage)),
    planbedomningssteg,
    ...beslutssteg(planvag, {
      efter: ['planbedomning'],
      prefix: 'plan',
      rubriker: {
        forslag: 'Förslag om planen',
        kvalitetssakring: 'Kvalitetssäkring, planen',
        kommunicering: 'Kommunicering, planen',
        beslut: 'Beslut om planen',
      },
    }),
    ansokanErsattningssteg,
    motPlanensteg,
    genomfordsteg,
    arbetsschemasteg,
    arbetssokandesteg,
    sgisteg,
    alderssteg,
    annanErsattningssteg,
    nodvandigTidsteg,
    lonesteg,
    berakningssteg,
    ...beslutssteg(ersattningsvag, {
      efter: ['sgi', 'alder'],
      prefix: 'ersattning',
      rubriker: {
        forslag: 'Förslag om ersättning',
        kvalitetssakring: 'Kvalitetssäkring, ersättning',
        kommunicering: 'Kommunicering, ersättning',
        beslut: 'Beslut om ersättning',
      },
    }),
    kontaktsteg,
    obesvaratsteg,
    uppfoljningssteg,
    avslutssteg,
    efterBeslutssteg,
    andringssteget(andringsvag),
    omprovningssteg,
    overklagandesteg,
    overlamningssteg,
  ],
  kommande: (l, idag) => kommande(l as Flage, idag),
  automatik: (l) => automatik(l as Flage),
  kannetecken: (l, idag) => kannetecken(l as Flage, idag),
}
