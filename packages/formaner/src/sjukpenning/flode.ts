import { personen, type Automatik, type Flode, type Kommande } from '@atergang/arende'
import { plusDagar, utom, type Datum } from '@atergang/kalender'
import {
  datumForKedjedag,
  flera,
  KEDJEGRANSER,
  manadenFor71,
  nivaer,
  NORMALNIVADAGAR,
  RAMTID,
  SARSKILDA_SKAL_FORE_DAG,
  tidigasteInkomstpension,
  uppnarRiktalder,
} from '@atergang/regelverk'
import { omprovningssteg } from '../gemensamt/beslut/omprovning.ts'
import { overklagandesteg } from '../gemensamt/beslut/overklagande.ts'
import { beslutssteg } from '../gemensamt/beslut/steg.ts'
import { konsultationssteg } from '../gemensamt/konsultation.ts'
import { kontaktsteg } from '../gemensamt/kontakt.ts'
import { obesvaratsteg } from '../gemensamt/obesvarat.ts'
import { overlamningssteg } from '../gemensamt/overlamning.ts'
import { gemensamAutomatik, gemensamtKommande } from '../gemensamt/tiden.ts'
import { fakt, type Sjukpenningfakta, type Slage } from './fakta.ts'
import { formanstiden } from './formanstid.ts'
import { kannetecken } from './klass.ts'
import { alderssteg } from './steg/alder.ts'
import { anmalanssteg } from './steg/anmalan.ts'
import { annanErsattningssteg } from './steg/annanErsattning.ts'
import { ansokanssteg, avslutasDen, fortsattningssteg } from './steg/ansokan.ts'
import { arbetsformagesteg, rehabiliteringssteg } from './steg/arbetsformaga.ts'
import { arbetsgivarsteg, planlage, plansteg } from './steg/arbetsgivaren.ts'
import { behovsanstalldsteg } from './steg/behovsanstalld.ts'
import { berakningssteg } from './steg/berakning.ts'
import { andringssteg, efterBeslutssteg } from './steg/efter.ts'
import { forsta14steg } from './steg/forsta14.ts'
import { lakarintygssteg } from './steg/lakarintyg.ts'
import { lonesteg } from './steg/lon.ts'
import { periodslutKommer, periodslutssteg } from './steg/periodslut.ts'
import { sgisteg } from './steg/sgi.ts'
import { sistaSjukdag, underlaget, type Underlag } from './underlag.ts'
import { sjukpenningsvag } from './vag.ts'
import { FLODESVERSION } from './versioner.ts'

/** What is sure to come while the person stays ill: the chain's days, ages, the end of normal level. */
function kommande(l: Slage, idag: Datum): Kommande[] {
  const u = underlaget(l, idag)
  const sista = sistaSjukdag(u)
  const fodd = personen(l).fodd
  const pagar = sista !== null && sista >= idag
  const arbetslos = fakt(l, 'ansokan').at(-1)?.varde.sysselsattning === 'arbetslos'
  const grans = (n: (typeof KEDJEGRANSER)[number] | typeof SARSKILDA_SKAL_FORE_DAG): Kommande[] => {
    const dag = pagar ? datumForKedjedag(u.sjukdagar, idag, n) : null
    return dag ? [{ dag, text: GRANSTEXT[n], lagrum: flera(GRANSLAGRUM[n]) }] : []
  }
  const p = planlage(l, u)
  const aldrar: [Datum | null, string, string][] = [
    [tidigasteInkomstpension(fodd), 'kan ta ut inkomstgrundad pension: annan bedömning efter dag 180', '27:49 d'],
    [uppnarRiktalder(fodd), 'når riktåldern för pension', '27:36'],
    [manadenFor71(fodd), 'fyller 71 år: högst 180 dagar därefter', '27:37'],
  ]
  return [
    ...(arbetslos ? [] : [...KEDJEGRANSER, SARSKILDA_SKAL_FORE_DAG].flatMap(grans)),
    ...(p.status === 'kommer' && p.senast
      ? [{ dag: p.senast, text: 'arbetsgivaren ska ha en plan för återgång (dag 30)', lagrum: flera('30:6') }]
      : []),
    ...(pagar ? aldrar.flatMap(([dag, text, lagrum]) => (dag ? [{ dag, text, lagrum: flera(lagrum) }] : [])) : []),
    ...normalnivanTarSlut(l, u),
    ...periodslutKommer(l, u),
    ...(sista && sista >= idag
      ? [
          {
            dag: plusDagar(sista, 1),
            text: u.yrkat.length ? 'intygad och yrkad tid tar slut' : 'intygad tid tar slut',
            lagrum: flera('27:25'),
          },
        ]
      : []),
    ...gemensamtKommande(l),
  ]
}

const GRANSTEXT = {
  91: 'dag 91: också omplacering hos arbetsgivaren',
  181: 'dag 181: normalt förekommande arbete, om inget undantag',
  366: 'dag 366: färre undantag',
  551: 'dag 551: särskilda skäl upphör',
} as const
const GRANSLAGRUM = { 91: '27:47', 181: '27:48', 366: '27:49', 551: '27:49 st 3 p 1' } as const

/** The first day on continuation level, if every sick day known is paid. */
function normalnivanTarSlut(l: Slage, u: Underlag): Kommande[] {
  const sista = sistaSjukdag(u)
  if (!sista || sista < u.idag) return []
  const attBetala = utom([{ from: u.idag, tom: plusDagar(sista, RAMTID) }], u.sjukloneperioder)
  const t = nivaer(attBetala, formanstiden(l, u, u.idag, attBetala))
  const dag = t.find((s) => s.varde === 'fortsattning')?.from
  return dag && dag > u.idag
    ? [{ dag, text: `${NORMALNIVADAGAR} dagar på normalnivå är slut: fortsättningsnivå`, lagrum: flera('27:21', '27:24') }]
    : []
}

/** Reminders when a deadline has passed, waking from rest, closing when ninety free days have gone. */
function automatik(l: Slage, idag: Datum): Automatik[] {
  const slut = l.avslutat ? null : avslutasDen(l, idag)
  return [
    ...gemensamAutomatik(l),
    ...(slut
      ? [
          {
            dag: slut,
            kommando: { typ: 'avsluta' as const, skal: 'Nittio dagar utan sjukdag: rehabiliteringskedjan är bruten (27 kap. 51 §).' },
          },
        ]
      : []),
  ]
}

/** Sjukpenning, from certificate to decision and what follows. */
export const sjukpenningsflode: Flode<Sjukpenningfakta> = {
  namn: 'sjukpenning',
  version: FLODESVERSION,
  steg: [
    anmalanssteg,
    ansokanssteg,
    lakarintygssteg,
    sgisteg,
    forsta14steg,
    behovsanstalldsteg,
    lonesteg,
    alderssteg,
    annanErsattningssteg,
    plansteg,
    arbetsgivarsteg,
    konsultationssteg((l) => ({ intyg: fakt(l as Slage, 'intyg').map((i) => i.varde) })),
    kontaktsteg,
    obesvaratsteg,
    arbetsformagesteg,
    rehabiliteringssteg,
    berakningssteg,
    ...beslutssteg(sjukpenningsvag, { efter: ['berakning'] }),
    fortsattningssteg,
    periodslutssteg,
    efterBeslutssteg,
    andringssteg,
    omprovningssteg,
    overklagandesteg,
    overlamningssteg,
  ],
  kommande: (l, idag) => kommande(l as Slage, idag),
  automatik: (l, idag) => automatik(l as Slage, idag),
  kannetecken: (l, idag) => kannetecken(l as Slage, idag),
}
