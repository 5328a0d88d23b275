import {
  BEGARANSNAMN,
  indatafel,
  personen,
  personnamn,
  type Faltfel,
  type Fraga,
  type Fragedefinition,
  type Handelsedata,
  type Kontext,
} from '@atergang/arende'
import { fristDagar } from '@atergang/kalender'
import { flera, kompletteringsfrist, vardetDen } from '@atergang/regelverk'
import { begaranMedBrev } from '../../gemensamt/brev/begaran.ts'
import { sandBrev } from '../../gemensamt/brev/sand.ts'
import { nyKonsultation } from '../../gemensamt/konsultation.ts'
import { las } from '../../las.ts'
import { BEGARANSORD } from '../brev/ord.ts'
import { informationsbrev } from '../brev/information.ts'
import type { Evidenssvar } from '../evidens/register.ts'
import type { Flage, Forebyggandefakta } from '../fakta.ts'
import type { Planskal } from '../koder/skal.ts'
import {
  evidensSchema,
  ordinationSchema,
  planbedomningSchema,
  riktaSgiSchema,
  riskSchema,
  utlatandegranskningSchema,
  type EvidensSvar,
  type Komplettera,
  type OrdinationSvar,
  type PlanbedomningSvar,
  type RiktaSgiSvar,
  type RiskSvar,
  type UtlatandegranskningSvar,
} from './bedomning.ts'
import { planAttProva, utlatandena } from './planlage.ts'
import { arendetsForhandskoll, type Behandlingsvy } from './uppgifter.ts'

type Def<S> = Fragedefinition<Forebyggandefakta, S>

const kasta = (kod: string, fel: readonly Faltfel[]): void => {
  if (fel.length) throw indatafel(kod, fel.length === 1 ? fel[0]!.text : `${fel.length} uppgifter behöver ändras.`, fel)
}

/** What is asked of the doctor or the person, one line a field: counted by field and form version (B024–B025, B051). */
export function komplettering(l: Flage, k: Kontext, f: Komplettera, om: string): Handelsedata[] {
  const p = planAttProva(l)
  const u = p ? utlatandena(l, p).at(-1)?.varde : undefined
  const ordinerat = p?.ansokan.varde.ordineradAv
  const vard = [u?.lakare || ordinerat?.namn, u?.vardenhet || ordinerat?.vardenhet].filter(Boolean).join(', ') || 'Läkaren'
  const typ = f.till === 'vard' ? 'utlatandekomplettering' : 'ansokanskomplettering'
  const version = f.till === 'vard' ? u?.formularversion : p?.ansokan.varde.formularversion
  return begaranMedBrev(l, k, BEGARANSORD, {
    typ,
    till: f.till,
    tillNamn: f.till === 'vard' ? vard : personnamn(personen(l)),
    rubrik: BEGARANSNAMN[typ],
    om,
    kanal: f.kanal,
    ...(version ? { formularversion: version } : {}),
    lagrum: f.till === 'vard' ? flera('110:14') : flera('FL 20', 'FL 23'),
    fragor: f.rader.map((r) => ({ frageId: k.nyttId(), text: r.text, falt: r.falt, skal: r.skal })),
    senast: f.senast ?? fristDagar(k.dag, vardetDen(kompletteringsfrist, k.dag)),
  })
}

const utlatandegranskning: Def<UtlatandegranskningSvar> = {
  kod: 'utlatandegranskning',
  las(v, fraga) {
    const s = las(utlatandegranskningSchema, v)
    const f = fraga.formular as { utlatande: object | null; uppfoljningAttFraga: boolean }
    if (s.beslut === 'racker' && !f.utlatande)
      throw indatafel('utlatandeSaknas', 'Inget utlåtande finns. Fråga igen, eller pröva planen utan det.', [
        { falt: 'beslut', text: 'Välj ett av de andra alternativen.' },
      ])
    if (s.beslut === 'provasUtan' && f.utlatande)
      throw indatafel('utlatandeFinns', 'Ett utlåtande har kommit. Granska det.', [
        { falt: 'beslut', text: 'Välj att det räcker, eller fråga läkaren.' },
      ])
    if (s.beslut === 'racker' && f.uppfoljningAttFraga)
      throw indatafel(
        'uppfoljningSaknas',
        'Utlåtandet säger inte när och hur behandlingen följs upp. Fråga läkaren en gång. Kommer inget svar prövas planen ändå.',
        [{ falt: 'beslut', text: 'Fråga läkaren om uppföljningen.' }],
      )
    return s
  },
  foljder(lage, fraga, svar, k) {
    const { ansokan } = fraga.formular as { ansokan: string }
    return svar.beslut === 'komplettera' ? komplettering(lage as Flage, k, svar.fraga, ansokan) : []
  },
}

const oklartKraver = (oklart: boolean, fraga: Komplettera | undefined): Faltfel[] =>
  oklart && !fraga ? [{ falt: 'fraga', text: 'Är det oklart: ange vad du frågar om och till vem.' }] : []

const ordination: Def<OrdinationSvar> = {
  kod: 'ordination',
  las(v) {
    const s = las(ordinationSchema, v)
    kasta('svaretOfullstandigt', oklartKraver(s.ordinerad === 'oklart', s.fraga))
    return s
  },
  foljder: (l, fraga, s, k) => (s.ordinerad === 'oklart' ? komplettering(l as Flage, k, s.fraga!, fraga.nyckel) : []),
}

/** The only ground is that there is no earlier sick leave: not a ground (27 kap. 6 §; B002, B035). */
const KRAV_PA_SJUKSKRIVNING =
  /(inte|ej|aldrig|ingen)\s+(tidigare\s+)?(har\s+)?(varit\s+)?sjukskriv|saknar\s+(tidigare\s+)?sjukskriv|ingen\s+(tidigare\s+)?sjukfrånvaro|inte\s+har\s+varit\s+sjuk|utan\s+tidigare\s+sjukskriv/i

const risk: Def<RiskSvar> = {
  kod: 'risk',
  las(v) {
    const s = las(riskSchema, v)
    const bara = s.hurVisad.every((h) => h === 'tidigareSjukskrivning')
    kasta('riskbedomningen', [
      ...oklartKraver(s.visad === 'oklart' || s.forvantadNedsattning === 'oklart', s.fraga),
      ...(s.visad === 'ja' && s.forvantadNedsattning === 'mindre'
        ? [
            {
              falt: 'forvantadNedsattning',
              text: 'Risken ska gälla nedsättning med minst en fjärdedel (27 kap. 2 §). Ändra svaret, eller svara att risken inte är visad.',
            },
          ]
        : []),
      ...(s.visad === 'nej' && (bara || KRAV_PA_SJUKSKRIVNING.test(s.skal))
        ? [{ falt: 'skal', text: 'Tidigare sjukskrivning krävs inte (27 kap. 6 §). Ange ett annat skäl.' }]
        : []),
    ])
    return s
  },
  foljder: (l, fraga, s, k) => (s.visad === 'oklart' ? komplettering(l as Flage, k, s.fraga!, fraga.nyckel) : []),
}

const evidens: Def<EvidensSvar> = {
  kod: 'evidens',
  las(v, fraga) {
    const s = las(evidensSchema, v)
    const f = fraga.formular as { kraverFmr: boolean; tidigare: readonly unknown[] }
    const oklart = s.stodForProblemet === 'oklart' || s.upplaggetPassar === 'oklart'
    kasta('evidensbedomningen', [
      ...(f.kraverFmr && s.stodForProblemet !== 'oklart'
        ? [{ falt: 'stodForProblemet', text: 'Rådgivaren ska svara först (registret). Svara oklart och ställ frågan.' }]
        : []),
      ...(f.kraverFmr && oklart && !s.fragaFmr ? [{ falt: 'fragaFmr', text: 'Skriv frågan till rådgivaren.' }] : []),
      ...(oklart && !s.fragaFmr && !s.fraga ? [{ falt: 'fragaFmr', text: 'Är det oklart: fråga rådgivaren, eller fråga läkaren.' }] : []),
      ...(f.tidigare.length && !oklart && !s.denHarGangen
        ? [
            {
              falt: 'denHarGangen',
              text: 'Personen har haft samma behandling förut. Skriv vad som är annorlunda, eller varför den behövs igen. Tidigare ersättning är inget skäl för avslag.',
            },
          ]
        : []),
    ])
    return s
  },
  foljder(lage, fraga, s, k) {
    if (s.stodForProblemet !== 'oklart' && s.upplaggetPassar !== 'oklart') return []
    return [
      ...(s.fragaFmr ? [nyKonsultation(k, s.fragaFmr, fraga.nyckel)] : []),
      ...(s.fraga ? komplettering(lage as Flage, k, s.fraga, fraga.nyckel) : []),
    ]
  },
}

interface Planformular {
  readonly syfte: string | null
  readonly ordinerad: 'ja' | 'nej'
  readonly risk: RiskSvar
  readonly behandlingar: readonly (Behandlingsvy & { readonly evidens: EvidensSvar; readonly stallning: Evidenssvar['stallning'] })[]
}

/** What contradicts the answers before it; what a treatment's answer lacks. */
function planfel(s: PlanbedomningSvar, f: Planformular): Faltfel[] {
  const grunder: Partial<Record<Planskal, boolean>> = { ingenRisk: f.risk.visad === 'nej', inteOrdinerad: f.ordinerad === 'nej' }
  const godkannsNagon = s.behandlingar.some((b) => b.godkanns !== 'nej')
  return [
    ...f.behandlingar
      .filter((b) => !s.behandlingar.some((x) => x.id === b.id))
      .map((b) => ({ falt: 'behandlingar', text: `Ta ställning till ${b.namn}.` })),
    ...(godkannsNagon && !s.syfte && !f.syfte
      ? [{ falt: 'syfte', text: 'Ange vilket av lagens syften behandlingen har (27 kap. 6 §).' }]
      : []),
    ...s.behandlingar.flatMap((b, i): Faltfel[] => {
      const u = f.behandlingar.find((x) => x.id === b.id)
      const falt = `behandlingar.${i}`
      if (!u) return [{ falt: `${falt}.id`, text: 'Behandlingen finns inte i ansökan.' }]
      const stod: Partial<Record<Planskal, boolean>> = {
        ...grunder,
        ingenEvidens: u.evidens.stodForProblemet === 'nej',
        upplagget: u.evidens.upplaggetPassar === 'nej',
        enstakaBesok: u.tillfallen <= 1,
      }
      const motsagda = b.skal.filter((x) => stod[x] === false)
      const hinder = (['ingenRisk', 'inteOrdinerad', 'ingenEvidens'] as const).filter((x) => stod[x])
      return [
        ...(b.godkanns !== 'ja' && b.skal.length === 0 ? [{ falt: `${falt}.skal`, text: 'Välj varför.' }] : []),
        ...motsagda.map((x) => ({
          falt: `${falt}.skal`,
          text: `Skälet ${x} stämmer inte med det som redan är bedömt. Ändra bedömningen först.`,
        })),
        ...(b.godkanns !== 'nej' && hinder.length
          ? [
              {
                falt: `${falt}.godkanns`,
                text: 'Ett villkor är bedömt som inte uppfyllt. Planen kan inte godkännas utan att den bedömningen ändras.',
              },
            ]
          : []),
        ...(b.godkanns === 'ja' && stod.upplagget
          ? [{ falt: `${falt}.godkanns`, text: 'Upplägget är bedömt som inte tillräckligt. Godkänn i en del, eller inte.' }]
          : []),
        ...(b.godkanns === 'begransat' && !b.from && !b.tom && !b.hogstTillfallen
          ? [{ falt: `${falt}.hogstTillfallen`, text: 'Ange vilken tid eller hur många tillfällen som godkänns.' }]
          : []),
        ...(b.godkanns === 'begransat' && b.hogstTillfallen && b.hogstTillfallen >= u.tillfallen && !b.from && !b.tom
          ? [{ falt: `${falt}.hogstTillfallen`, text: `Planen har ${u.tillfallen} tillfällen. Ange färre, eller godkänn i sin helhet.` }]
          : []),
        ...(b.text.length < 20 ? [{ falt: `${falt}.text`, text: 'Skriv individuella skäl, i minst en mening.' }] : []),
        ...(b.godkanns === 'nej' && KRAV_PA_SJUKSKRIVNING.test(b.text)
          ? [{ falt: `${falt}.text`, text: 'Tidigare sjukskrivning krävs inte (27 kap. 6 §). Ange ett annat skäl.' }]
          : []),
      ]
    }),
  ]
}

const planbedomning: Def<PlanbedomningSvar> = {
  kod: 'planbedomning',
  las(v, fraga: Fraga) {
    const s = las(planbedomningSchema, v)
    kasta('planbedomningen', planfel(s, fraga.formular as Planformular))
    return s
  },
}

const informeraOmSgi: Def<RiktaSgiSvar> = {
  kod: 'informeraOmSgi',
  las: (v) => las(riktaSgiSchema, v),
  foljder(lage, _fraga, s, k) {
    if (s.satt === 'iBeslutet') return []
    const given: Handelsedata = {
      typ: 'informationGiven',
      information: { amne: 'sgiForeBehandling', satt: s.satt, tid: k.tid, av: k.aktor },
    }
    if (s.satt === 'samtal')
      return [
        given,
        {
          typ: 'kontaktNoterad',
          kontakt: {
            id: k.nyttId(),
            med: 'forsakrad',
            satt: 'telefon',
            riktning: 'ut',
            traffad: true,
            dag: k.dag,
            text: s.text,
            tid: k.tid,
            av: k.aktor,
          },
        },
      ]
    const l = lage as Flage
    const { handling, utskick } = sandBrev(
      k,
      informationsbrev(l, { forhandskoll: arendetsForhandskoll(l, planAttProva(l)?.attProva ?? [], k.dag), dag: k.dag, av: k.aktor }),
    )
    return [given, handling, { typ: 'utskickSkapat', utskick }]
  },
}

export const planfragor = { utlatandegranskning, ordination, risk, evidens, planbedomning, informeraOmSgi }
