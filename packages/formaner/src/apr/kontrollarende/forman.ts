import {
  type Automatik,
  type Flode,
  type Forman,
  type Fragedefinition,
  type Handelsedata,
  HANDLAGGARROLLER,
  indatafel,
  type Kommandodefinition,
  konflikt,
  type Kontext,
  type Roll,
  type Steg,
  type Utfall,
} from '@atergang/arende'
import { flera } from '@atergang/regelverk'
import type * as z from 'zod'
import { las } from '../../las.ts'
import { automatiskt, avvaktar, ejAktuellt, faktaOm, fraga, nod, uppfyllt, vantar } from '../../gemensamt/steg.ts'
import {
  dragning,
  fakt,
  froSchema,
  planen,
  planfaktum,
  planSchema,
  resultatSchema,
  riskfallSchema,
  skattningen,
  urvalet,
  uttagna,
  type Frosvar,
  type Planfaktum,
  type Rlage,
  type Rondfakta,
  type Rondfaktum,
} from './fakta.ts'

type Fakta = Record<string, unknown> & Rondfakta
export const VERSION = 'aprKontroll-1'
const PARAGRAF = ['förordning (2014:67) 15']
const steg = (namn: string, rubrik: string, prova: (l: Rlage) => readonly Utfall[]): Steg<Fakta> => ({
  namn,
  rubrik,
  lagrum: flera(...PARAGRAF),
  prova: (l) => prova(l as Rlage),
})

const plansteg = steg('plan', 'Plan', (l) => {
  const p = planfaktum(l)
  if (!p)
    return [
      vantar({
        pa: 'enhetschef',
        paNamn: 'Enhetschefen',
        vad: 'Plan för efterkontrollen',
        varfor: 'Planen fastställs innan något dras.',
        sedan: l.arende.inlett,
        till: null,
        lagrum: PARAGRAF,
      }),
    ]
  const plan = planen(p)
  return [
    automatiskt(
      nod('plan', 'Plan', PARAGRAF, 'uppfyllt', plan.metod, [
        faktaOm('Population', `${plan.population} arbetsgivare`),
        ...plan.strata.map((s) => faktaOm(s.stratum, `${s.urval} av ${s.population}`)),
      ]),
    ),
  ]
})

const frosteg = steg('fro', 'Frö', (l) => {
  const p = planfaktum(l)
  if (!p) return [avvaktar('plan')]
  const u = urvalet(l)
  if (u) return [uppfyllt(nod('fro', 'Frö', PARAGRAF, 'uppfyllt', `Fröet är ${u.plan.fro}.`))]
  return [
    fraga({
      nyckel: 'aprFro',
      kod: 'aprFro',
      rubrik: 'Sätt fröet och dra',
      roll: 'enhetschef',
      hjalp:
        'Fröet dras offentligt eller av två tjänstemän, och det skrivs upp hur. Det sätts en gång: den som har sett ett urval och väljer ett nytt frö har inte dragit slumpmässigt.',
      lagrum: PARAGRAF,
      paGrundval: { plan: planen(p).metod },
      varforNu: 'Planen är fastställd.',
      formular: { plan: planen(p) },
    }),
  ]
})

const kontrollsteg = steg('kontroller', 'Kontroller', (l) => {
  const alla = uttagna(l)
  if (!urvalet(l)) return [avvaktar('fro')]
  const kvar = alla.filter((x) => !x.resultat)
  const text = `${alla.length - kvar.length} av ${alla.length} arbetsgivare är klara.`
  return [
    kvar.length
      ? vantar({
          pa: 'handlaggare',
          paNamn: 'Handläggarna',
          vad: 'Efterkontroller',
          varfor: text,
          sedan: l.arende.inlett,
          till: null,
          lagrum: PARAGRAF,
        })
      : uppfyllt(nod('kontroller', 'Kontroller', PARAGRAF, 'uppfyllt', text)),
  ]
})

const skattningssteg = steg('skattning', 'Skattning', (l) => {
  const s = fakt(l, 'skattning').at(-1)?.varde
  if (!s) return [urvalet(l) ? avvaktar('kontroller') : ejAktuellt('Inget är draget.')]
  return [
    automatiskt(
      nod(
        'skattning',
        'Skattning',
        PARAGRAF,
        'beraknat',
        `${(s.felandel.varde * 100).toFixed(1).replace('.', ',')} procent av arbetsgivarna har fått för mycket, ${Math.round(s.felbelopp.varde)} kr i hela populationen.`,
      ),
    ),
  ]
})

const flode: Flode<Fakta> = {
  namn: 'aprKontroll',
  version: VERSION,
  steg: [plansteg, frosteg, kontrollsteg, skattningssteg],
  kommande: () => [],
  automatik: (lage, idag): Automatik[] => {
    const l = lage as Rlage
    const klar = fakt(l, 'skattning').length > 0 && uttagna(l).every((x) => x.resultat)
    return klar && !l.avslutat ? [{ dag: idag, kommando: { typ: 'avsluta', skal: 'Alla fynd är inne och skattningen är gjord.' } }] : []
  },
  kannetecken: (lage) => ({ klass: 'utredning', omgang: lage.arende.sak }),
}

const faktum = <N extends Rondfaktum>(k: Kontext, namn: N, varde: Rondfakta[N]): Handelsedata => ({
  typ: 'faktumRegistrerat',
  faktum: { id: k.nyttId(), namn, varde, kalla: { typ: 'beslut', text: 'Efterkontroll', datum: k.dag }, registrerad: k.tid, av: k.aktor },
})
const CHEFEN: readonly Roll[] = ['enhetschef', 'system']
type Kdef<D> = Kommandodefinition<Fakta, D>

const planera: Kdef<Planfaktum> = {
  roller: CHEFEN,
  las: (v) => las(planSchema, v),
  utfor(lage, d, k) {
    const l = lage as Rlage
    if (urvalet(l)) throw konflikt('redanDraget', 'Urvalet är draget. Planen kan inte ändras.')
    if (`${d.ar}-${d.halvar}` !== l.arende.sak)
      throw indatafel('felOmgang', 'Planen gäller en annan omgång.', [{ falt: 'ar', text: l.arende.sak }])
    if (new Set(d.population.map((e) => e.id)).size !== d.population.length)
      throw indatafel('dubblett', 'En arbetsgivare står två gånger i populationen.', [{ falt: 'population', text: 'Lägg ihop raderna.' }])
    return [faktum(k, 'plan', d)]
  },
}

/** Beside the draw, never in place of it. */
const laggTillRiskfall: Kdef<z.output<typeof riskfallSchema>> = {
  roller: [...HANDLAGGARROLLER, 'enhetschef', 'system'],
  iAvslutat: false,
  las: (v) => las(riskfallSchema, v),
  utfor(lage, d, k) {
    const l = lage as Rlage
    const u = urvalet(l)
    if (!u) throw konflikt('inteDraget', 'Riskfall läggs till först när urvalet är draget: de får aldrig påverka det.')
    if (u.urval.some((x) => x.id === d.enhet)) throw konflikt('redanDragen', 'Arbetsgivaren är redan slumpmässigt dragen.')
    if (fakt(l, 'riskfall').some((f) => f.varde.enhet === d.enhet))
      throw konflikt('redanTillagd', 'Arbetsgivaren är redan med som riskfall.')
    if (!planfaktum(l)!.population.some((e) => e.id === d.enhet))
      throw indatafel('utanforPopulationen', 'Arbetsgivaren fick inget stöd det halvåret.', [
        { falt: 'enhet', text: 'Välj en arbetsgivare i populationen.' },
      ])
    return [faktum(k, 'riskfall', d)]
  },
}

/** An employer's control is over. When the last drawn one is, the estimate is made and kept. */
const taEmotResultat: Kdef<z.output<typeof resultatSchema>> = {
  roller: ['system'],
  iAvslutat: true,
  las: (v) => las(resultatSchema, v),
  utfor(lage, d, k) {
    const l = lage as Rlage
    if (!uttagna(l).some((x) => x.enhet === d.enhet))
      throw indatafel('inteUttagen', 'Arbetsgivaren är inte uttagen i omgången.', [{ falt: 'enhet', text: d.enhet }])
    if (fakt(l, 'resultat').some((f) => f.varde.enhet === d.enhet)) return []
    const resultat = faktum(k, 'resultat', d)
    const efter = { ...l, fakta: [...l.fakta, ...(resultat.typ === 'faktumRegistrerat' ? [resultat.faktum] : [])] }
    const s = uttagna(efter).every((x) => x.resultat) ? skattningen(efter) : null
    return [resultat, ...(s ? [faktum(k, 'skattning', s)] : [])]
  },
}

const fro: Fragedefinition<Fakta, Frosvar> = {
  kod: 'aprFro',
  las: (v) => las(froSchema, v),
  foljder: (l, _f, svar, k) => [faktum(k, 'urval', { text: dragning(planfaktum(l as Rlage)!, svar.fro) })],
}

/** A round of after-controls: a case about nobody in particular, with its plan, its one seed and its draw in the journal. */
export const aprKontroll: Forman<Fakta> = {
  namn: 'aprKontroll',
  rubrik: 'Efterkontroll',
  nummerprefix: 'EK',
  ettArende: true,
  flodesversion: VERSION,
  flode: () => flode,
  dagnummer: () => 0,
  fragor: { aprFro: fro },
  fakta: {},
  kommandon: { planera, laggTillRiskfall, taEmotResultat },
}
export const rondflode = flode
