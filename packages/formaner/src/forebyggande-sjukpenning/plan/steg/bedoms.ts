import { arOppen, senasteSvar, type Steg, type Utfall } from '@atergang/arende'
import { medManadsnamn } from '@atergang/kalender'
import { flera, type Forklaring } from '@atergang/regelverk'
import { automatiskt, ejAktuellt, ejUppfyllt, faktaOm, fraga, nod, uppfyllt, vantar } from '../../../gemensamt/steg.ts'
import { STALLNINGAR } from '../../evidens/register.ts'
import type { Flage, Forebyggandefakta } from '../../fakta.ts'
import { KOMPLETTERINGSFALT, SYFTEN } from '../../koder/koder.ts'
import { PLANSKAL } from '../../koder/skal.ts'
import {
  evidensen,
  evidensgrund,
  evidensnyckel,
  konsultationer,
  ordinationen,
  ordinationsgrund,
  ordinationsnyckel,
  ordineradIUtlatandet,
  planbedomningen,
  planbedomningsgrund,
  planbedomningsnyckel,
  registerlaget,
  risken,
  riskgrund,
  RISKGRUNDER,
  risknyckel,
  sammaForut,
  type EvidensSvar,
  type OrdinationSvar,
  type PlanbedomningSvar,
  type RiskSvar,
} from '../bedomning.ts'
import { diagnoserna, namnPaBehandling, planAttProva, planerna, utlatandena, type Planmal } from '../planlage.ts'
import type { Planbehandling } from '../plan.ts'
import { behandlingsvy } from '../uppgifter.ts'

type S = Steg<Forebyggandefakta>

/** Tries the plan that is to be tried; of one decided it shows what was answered, so that it can always be read why. */
const medPlan =
  (prova: (l: Flage, p: Planmal) => Utfall[], avgjord: (l: Flage, p: Planmal) => Utfall[]): S['prova'] =>
  (lage) => {
    const l = lage as Flage
    const p = planAttProva(l)
    if (p) return prova(l, p)
    const sist = planerna(l).findLast((x) => x.beslut)
    const ut = sist ? avgjord(l, sist) : []
    return ut.length ? ut : [ejAktuellt(sist ? 'Planen är avgjord.' : 'Ingen plan att pröva.')]
  }

const sist = <S>(l: Flage, nyckel: string): S | undefined => senasteSvar<S>(l, nyckel)?.svar

/** A wait for what a judgement has asked about, or null. */
function vantarPaSvar(l: Flage, nyckel: string): Utfall | null {
  const b = l.begaran.find((x) => x.om === nyckel && x.typ !== 'fmrKonsultation' && arOppen(x))
  return b
    ? vantar({
        pa: b.till,
        paNamn: b.tillNamn,
        vad: b.rubrik,
        varfor: b.fragor.map((f) => f.text).join(' '),
        sedan: b.skickad,
        till: b.senast,
        lagrum: ['110:14'],
      })
    : null
}

/** Ordered by a doctor (27 kap. 6 § second paragraph): by itself when the statement says it. */
export const ordinationssteg: S = {
  namn: 'ordination',
  rubrik: 'Ordinerad av läkare',
  lagrum: flera('27:6'),
  efter: ['utlatande'],
  prova: medPlan(
    (l, p) => {
      const u = utlatandena(l, p).at(-1)
      if (ordineradIUtlatandet(l, p)) return [iUtlatandet(l, p)]
      const nyckel = ordinationsnyckel(p)
      const svar = ordinationen(l, p)
      if (svar && svar.svar.ordinerad !== 'oklart') return [ordinerad(svar.svar)]
      return [
        vantarPaSvar(l, nyckel) ??
          fraga({
            nyckel,
            kod: 'ordination',
            rubrik: 'Är behandlingen ordinerad av läkare?',
            hjalp: 'Av utlåtandet framgår det inte vilken läkare som har ordinerat. Är det oklart: fråga läkaren.',
            lagrum: ['27:6'],
            paGrundval: ordinationsgrund(l, p),
            varforNu: 'Utlåtandet namnger ingen läkare som har ordinerat behandlingen.',
            formular: { ordineradAv: p.ansokan.varde.ordineradAv ?? null, utlatande: u?.varde ?? null, falt: KOMPLETTERINGSFALT },
          }),
      ]
    },
    (l, p) =>
      ordineradIUtlatandet(l, p)
        ? [iUtlatandet(l, p)]
        : [sist<OrdinationSvar>(l, ordinationsnyckel(p))].flatMap((s) => (s ? [ordinerad(s)] : [])),
  ),
}

function iUtlatandet(l: Flage, p: Planmal): Utfall {
  const u = utlatandena(l, p).at(-1)!.varde
  return automatiskt(
    nod(
      'ordination',
      'Ordinerad av läkare',
      ['27:6'],
      'uppfyllt',
      `${u.lakare} har ordinerat behandlingen${u.ordinerad ? ` ${medManadsnamn(u.ordinerad)}` : ''}.`,
    ),
  )
}

const utfallAv =
  (ja: boolean) =>
  (n: (utfall: 'uppfyllt' | 'ejUppfyllt') => Forklaring): Utfall =>
    ja ? uppfyllt(n('uppfyllt')) : ejUppfyllt(n('ejUppfyllt'))
const ordinerad = (s: OrdinationSvar): Utfall =>
  utfallAv(s.ordinerad === 'ja')((u) => nod('ordination', 'Ordinerad av läkare', ['27:6'], u, s.skal))
const visadRisk = (s: RiskSvar): Utfall =>
  utfallAv(s.visad === 'ja')((u) =>
    nod('risk', 'Risk för nedsatt arbetsförmåga', ['27:2 st 1', '27:6'], u, s.skal, [
      faktaOm('Sjukdom', s.sjukdom),
      faktaOm('Bygger på', s.hurVisad.map((h) => RISKGRUNDER[h]).join(', ')),
    ]),
  )

/** The risk of illness that reduces the ability by at least a quarter. Neither illness nor earlier sick leave is needed (B002, B035). */
export const risksteg: S = {
  namn: 'risk',
  rubrik: 'Risk för nedsatt arbetsförmåga',
  lagrum: flera('27:2', '27:6'),
  efter: ['utlatande'],
  prova: medPlan(
    (l, p) => {
      const nyckel = risknyckel(p)
      const svar = risken(l, p)
      if (svar && svar.svar.visad !== 'oklart') return [visadRisk(svar.svar)]
      const u = utlatandena(l, p).at(-1)
      return [
        vantarPaSvar(l, nyckel) ??
          fraga({
            nyckel,
            kod: 'risk',
            rubrik: 'Finns en risk för sjukdom som sätter ned arbetsförmågan med minst en fjärdedel?',
            hjalp:
              'Det räcker att risken är visad. Personen behöver inte vara sjuk nu, och behöver inte ha varit sjukskriven. Är det oklart: fråga läkaren.',
            lagrum: ['27:2 st 1', '27:6'],
            paGrundval: riskgrund(l, p),
            varforNu: 'Utlåtandet är granskat.',
            formular: { utlatande: u?.varde ?? null, diagnoser: diagnoserna(l), grunder: RISKGRUNDER, falt: KOMPLETTERINGSFALT },
          }),
      ]
    },
    (l, p) => [sist<RiskSvar>(l, risknyckel(p))].flatMap((s) => (s ? [visadRisk(s)] : [])),
  ),
}

/** Support for this problem, and a set-up that fits (B020): one question a treatment. Never the time of the days, which is step 2. */
export const evidenssteg: S = {
  namn: 'evidens',
  rubrik: 'Behandlingens stöd och upplägg',
  lagrum: flera('27:6'),
  efter: ['utlatande'],
  prova: medPlan(
    (l, p) => (p.attProva.length ? p.attProva.map((b) => evidens(l, p, b)) : [ejAktuellt('Ändringen ryms i det som redan är godkänt.')]),
    (l, p) => p.attProva.flatMap((b) => [sist<EvidensSvar>(l, evidensnyckel(p, b.id))].flatMap((s) => (s ? [bedomtStod(l, p, b, s)] : []))),
  ),
}

function bedomtStod(l: Flage, p: Planmal, b: Planbehandling, s: EvidensSvar): Utfall {
  const register = registerlaget(l, p, b.id)
  const fakta = [
    faktaOm('Stöd för problemet', s.stodForProblemet),
    faktaOm('Upplägget passar', s.upplaggetPassar),
    ...(register?.varde.svar.stallning ? [faktaOm('Registret', STALLNINGAR[register.varde.svar.stallning], register.kalla)] : []),
  ]
  return utfallAv(s.stodForProblemet === 'ja' && s.upplaggetPassar === 'ja')((u) =>
    nod(evidensnyckel(p, b.id), namnPaBehandling(b), ['27:6'], u, s.skal, fakta),
  )
}

function evidens(l: Flage, p: Planmal, b: Planbehandling): Utfall {
  const nyckel = evidensnyckel(p, b.id)
  const namn = namnPaBehandling(b)
  const fmr = konsultationer(l, p, b.id)
  const oppen = fmr.find(arOppen)
  if (oppen)
    return vantar({
      pa: 'fmr',
      paNamn: 'Försäkringsmedicinsk rådgivare',
      vad: `Svar om ${namn}`,
      varfor: oppen.fragor.map((f) => f.text).join(' '),
      sedan: oppen.skickad,
      till: oppen.senast,
      lagrum: ['110:14'],
    })
  const register = registerlaget(l, p, b.id)
  const svar = evidensen(l, p, b.id)
  if (svar && svar.svar.stodForProblemet !== 'oklart' && svar.svar.upplaggetPassar !== 'oklart') return bedomtStod(l, p, b, svar.svar)
  const u = utlatandena(l, p).at(-1)?.varde
  const lakaren = u?.behandlingar.find((x) => x.id === b.id) ?? u?.behandlingar.find((x) => x.behandling === b.behandling)
  const besvarade = fmr.filter((x) => x.svar)
  const tidigare = sammaForut(l, b)
  return (
    vantarPaSvar(l, nyckel) ??
    fraga({
      nyckel,
      kod: 'evidens',
      rubrik: `Har behandlingen stöd, och passar upplägget? ${namn}`,
      hjalp:
        'Två svar: har behandlingen stöd för just det här problemet, och passar upplägget (flera besök, behandling och inte bara egenvård, planerad tid)? Om dagarna når en fjärdedel prövas i steg 2, inte här. Registret säger hur det brukar bedömas; det avgör inte.',
      lagrum: ['27:6'],
      paGrundval: evidensgrund(l, p, b.id),
      varforNu: besvarade.length
        ? 'Rådgivaren har svarat.'
        : register?.varde.svar.fragaFmr
          ? 'Registret säger att rådgivaren ska tillfrågas.'
          : 'Utlåtandet är granskat.',
      formular: {
        ansokan: p.ansokan.id,
        behandling: behandlingsvy(b),
        diagnoser: diagnoserna(l),
        register: register?.varde.svar ?? null,
        kraverFmr: (register?.varde.svar.fragaFmr ?? false) && besvarade.length === 0,
        lakarensSkal: lakaren ? { hurMinskarRisken: lakaren.hurMinskarRisken, stod: lakaren.stod } : null,
        konsultationer: besvarade.map((x) => ({
          id: x.id,
          fraga: x.fragor.map((f) => f.text).join(' '),
          svar: x.svar!.svar.map((s) => s.text).join(' '),
          av: x.svar!.av.namn,
          dag: x.svar!.dag,
        })),
        tidigare,
        falt: KOMPLETTERINGSFALT,
      },
    })
  )
}

/** The plan as a whole, treatment by treatment (27 kap. 6 §): put together by a human from the answers before. */
export const planbedomningssteg: S = {
  namn: 'planbedomning',
  rubrik: 'Bedömning av planen',
  lagrum: flera('27:6'),
  efter: ['ordination', 'risk', 'evidens', 'konsultation'],
  prova: medPlan(
    (l, p) => {
      const svar = planbedomningen(l, p)
      if (svar) return bedomdPlan(p, svar.svar)
      return [
        fraga({
          nyckel: planbedomningsnyckel(p),
          kod: 'planbedomning',
          rubrik: 'Ska planen godkännas?',
          hjalp:
            'Ta ställning till varje behandling: i sin helhet, i en del (kortare tid eller färre tillfällen) eller inte. Säger du något annat än registret behövs skäl, och en specialist granskar. SGI, tid och belopp prövas inte nu.',
          lagrum: ['27:6'],
          paGrundval: planbedomningsgrund(l, p),
          varforNu: 'Ordination, risk och stöd är bedömda.',
          formular: {
            ansokan: p.ansokan.id,
            syfte: p.ansokan.varde.syfte ?? null,
            syften: SYFTEN,
            planskal: PLANSKAL,
            ordinerad: ordineradIUtlatandet(l, p) ? 'ja' : ordinationen(l, p)!.svar.ordinerad,
            risk: risken(l, p)!.svar,
            behandlingar: p.attProva.map((b) => ({
              ...behandlingsvy(b),
              evidens: evidensen(l, p, b.id)!.svar,
              stallning: registerlaget(l, p, b.id)?.varde.svar.stallning ?? null,
            })),
          },
        }),
      ]
    },
    (l, p) => [sist<PlanbedomningSvar>(l, planbedomningsnyckel(p))].flatMap((s) => (s ? bedomdPlan(p, s) : [])),
  ),
}

function bedomdPlan(p: Planmal, s: PlanbedomningSvar): Utfall[] {
  return s.behandlingar.flatMap((b) => {
    const plan = p.attProva.find((x) => x.id === b.id)
    return plan
      ? [
          utfallAv(b.godkanns !== 'nej')((u) =>
            nod(
              `${planbedomningsnyckel(p)}:${b.id}`,
              namnPaBehandling(plan),
              ['27:6'],
              u,
              [...b.skal.map((x) => PLANSKAL[x].namn), b.text].join('. '),
            ),
          ),
        ]
      : []
  })
}
