import { personen, type Beslut } from '@atergang/arende'
import { totalt } from '../gemensamt/utbetalning.ts'
import { evidensnyckel, stallningarna, type EvidensSvar } from './plan/bedomning.ts'
import { behandlingarna, diagnoserna, innehallet, planerna, planeradPeriod, utlatandena, type Planmal } from './plan/planlage.ts'
import { dosen } from './plan/uppgifter.ts'
import { ersattningarna, matchade, arAvvikelse, type Ersattningsmal } from './ersattning/ersattningslage.ts'
import { avvikelsesvaret } from './ersattning/bedomning.ts'
import { fakt, type Flage } from './fakta.ts'
import type { Kompletteringsfalt, Vardgivartyp } from './koder/koder.ts'
import type { Ersattningsskal } from './koder/skal.ts'
import type { Behandlingspost, Ersattningspost, Forebyggandepost, Kompletteringspost, Planbeslut } from './statistik/post.ts'
import type { Andel } from './tid/dagstid.ts'

// The record of a case, for statistics and like-case comparison: worked out of the case by this function alone, on every change.

const PLANUTFALL: Readonly<Record<string, Planbeslut['utfall']>> = { beviljat: 'godkand', delvisAvslag: 'delvis', avslag: 'ejGodkand' }
const ERSATTNINGSUTFALL: Readonly<Record<string, 'beviljad' | 'delvis' | 'avslag'>> = {
  beviljat: 'beviljad',
  delvisAvslag: 'delvis',
  avslag: 'avslag',
}

/** Omprövning without change leaves the decision before it; its content and outcome are those of the one it concerns. */
function utfallet(l: Flage, b: Beslut): Beslut['utfall'] {
  return b.utfall === 'ingenAndring' ? (l.beslut.find((x) => x.avser === b.avser && x.typ === 'slutligt')?.utfall ?? b.utfall) : b.utfall
}

/** The first decision of step 1 on the plan, and what now counts. */
function planbeslutet(l: Flage, p: Planmal): Planbeslut | null {
  const forsta = l.beslut.find((b) => b.avser === p.sak && b.typ === 'slutligt' && b.utfall !== 'avvisat')
  if (!p.beslut || !forsta) return null
  const i = innehallet(p.beslut)
  return {
    dag: forsta.dag,
    utfall: PLANUTFALL[utfallet(l, p.beslut)] ?? 'ejGodkand',
    skal: [...new Set(i.behandlingar.flatMap((r) => [...r.skal]))],
    motStallningen: i.motStallningen,
  }
}

function behandlingsposter(l: Flage, p: Planmal): Behandlingspost[] {
  const u = utlatandena(l, p).at(-1)?.varde
  const rader = p.beslut ? innehallet(p.beslut).behandlingar : []
  const stallningar = stallningarna(l, p)
  return behandlingarna(p.ansokan.varde).map((b): Behandlingspost => {
    const period = planeradPeriod(b)
    const { tillfallen, timmarPerVecka } = dosen(b)
    const r = rader.find((x) => x.id === b.id)
    const svar = l.svar.findLast((x) => x.nyckel === evidensnyckel(p, b.id))?.svar as EvidensSvar | undefined
    return {
      behandling: b.behandling,
      ...(b.annatText ? { annatText: b.annatText } : {}),
      ...(b.beskrivning ? { beskrivning: b.beskrivning } : {}),
      utforande: b.utforande,
      ...(b.vardgivare ? { vardgivare: b.vardgivare } : {}),
      vardgivartyp: u?.vardgivartyp ?? p.ansokan.varde.ordineradAv?.vardgivartyp ?? ('annan' satisfies Vardgivartyp),
      from: period?.from ?? p.ansokan.varde.inkom,
      tom: period?.tom ?? p.ansokan.varde.inkom,
      planeradeTillfallen: tillfallen,
      timmarPerVecka,
      uppfoljning: u?.uppfoljning ?? null,
      evidensposter: svar?.evidensposter.length ? svar.evidensposter : (stallningar.get(b.id)?.poster.map((x) => x.id) ?? []),
      godkand: r ? r.godkanns !== 'nej' : null,
    }
  })
}

const TILL = { forsakrad: 'forsakrad', vard: 'vard', arbetsgivare: 'arbetsgivare' } as const

/** Every thing asked for, one for each field: which step, of whom, why, how, on which form (B024–B025). */
function kompletteringsposter(l: Flage): Kompletteringspost[] {
  const ersattningar = new Set(ersattningarna(l).map((m) => m.ansokan.id))
  return l.begaran
    .filter(
      (b) =>
        b.till in TILL &&
        (b.typ === 'ansokanskomplettering' || b.typ === 'forelaggande' || b.typ === 'utlatandekomplettering' || b.typ === 'arbetsschema'),
    )
    .flatMap((b) =>
      b.fragor.map((f): Kompletteringspost => ({
        steg: b.typ === 'arbetsschema' || (b.om !== undefined && ersattningar.has(b.om)) ? 2 : 1,
        falt: (f.falt ?? 'annat') as Kompletteringsfalt,
        till: TILL[b.till as keyof typeof TILL],
        skal: f.skal ?? f.text,
        kanal: b.kanal ?? 'brev',
        formularversion: b.formularversion ?? '',
        skickad: b.skickad,
        besvarad: b.svar?.dag ?? null,
      })),
    )
}

function ersattningsposten(l: Flage, m: Ersattningsmal): Ersattningspost {
  const svar = new Map(avvikelsesvaret(l, m)?.svar.tillfallen.map((t) => [t.id, t.val]) ?? [])
  const utanfor = new Set(
    matchade(l, m)
      .filter((x) => arAvvikelse(x) && svar.get(x.tillfalle.id) !== 'ingarIPlanen')
      .map((x) => x.tillfalle.datum),
  )
  const dagar = [...new Set(m.ansokan.varde.tillfallen.map((t) => t.datum))].sort()
  const b = m.beslut
  const forsta = l.beslut.find((x) => x.avser === m.sak && x.typ === 'slutligt')
  const rader = b?.rader.length ? b.rader : (forsta?.rader ?? [])
  return {
    inkom: m.ansokan.varde.inkom,
    formularversion: m.ansokan.varde.formularversion,
    dagar: dagar.map((datum) => {
      const r = rader.find((x) => x.from === datum)
      return { datum, iPlanen: !utanfor.has(datum), yrkad: (r?.yrkadGrad ?? 0) as Andel, andel: (r?.grad ?? 0) as Andel }
    }),
    beslut:
      b && forsta
        ? {
            dag: forsta.dag,
            utfall: ERSATTNINGSUTFALL[utfallet(l, b)] ?? 'avslag',
            skal: [...new Set(rader.flatMap((r) => (r.avslagsskal as Ersattningsskal | undefined) ?? []))],
            kronor: totalt(b.utbetalning),
          }
        : null,
  }
}

/** The ninth figure of the birth number: odd for men, even for women; a protected or invented number says the same. */
function konet(personnummer: string): Forebyggandepost['kon'] {
  const siffra = Number(personnummer.replace(/\D/g, '').at(-2))
  return Number.isNaN(siffra) ? 'okant' : siffra % 2 ? 'man' : 'kvinna'
}

const initiativtagare = (l: Flage) => planerna(l)[0]?.ansokan.varde

/** The case as figures see it; null before anything has been applied for. `person` is the key of the person, which means nothing outside. */
export function forebyggandepost(l: Flage): Forebyggandepost | null {
  const planer = planerna(l)
  const forsta = planer[0]
  if (!forsta) return null
  const a = forsta.ansokan.varde
  const p = personen(l)
  const provad = [...planer].reverse().find((x) => x.beslut) ?? planer.at(-1)!
  const not = fakt(l, 'uppfoljningsnot').at(-1)
  const avbruten = fakt(l, 'avbruten').at(-1)
  // Null before the register has been looked into; an empty list when it has and there is none.
  const hamtat = fakt(l, 'andraArenden').at(-1)?.varde
  const beslut = planer.map((x) => planbeslutet(l, x)).findLast((x) => x !== null) ?? null
  const syfte = provad.beslut ? innehallet(provad.beslut).syfte : (a.syfte ?? null)
  return {
    arende: l.arende.nummer,
    person: p.id,
    kon: konet(p.personnummer),
    lan: p.lan,
    omrade: l.arende.enhet,
    kod: a.kod,
    inkom: a.inkom,
    formularversion: a.formularversion,
    initiativ: a.initiativ ?? 'forsakrad',
    ...(initiativtagare(l)?.arbetsgivare?.orgnr && a.initiativ === 'arbetsgivare'
      ? { arbetsgivare: initiativtagare(l)!.arbetsgivare!.orgnr! }
      : {}),
    syfte: syfte as Forebyggandepost['syfte'],
    diagnoser: diagnoserna(l).map((d) => d.kod),
    behandlingar: planer.filter((x) => !x.avvisad).flatMap((x) => behandlingsposter(l, x)),
    sjukpenning: hamtat
      ? hamtat.arenden.filter((x) => x.forman === 'sjukpenning').flatMap((x) => x.betalda.map(({ from, tom }) => ({ from, tom })))
      : null,
    kompletteringar: kompletteringsposter(l),
    fmr: l.begaran.filter((b) => b.typ === 'fmrKonsultation').map((b) => b.skickad),
    specialist: l.svar.filter((s) => s.kod === 'kvalitetssakring').map((s) => s.dag),
    planbeslut: beslut,
    ersattningar: ersattningarna(l)
      .filter((m) => !m.avvisad)
      .map((m) => ersattningsposten(l, m)),
    avslut: not
      ? { dag: not.varde.dag, fullfoljd: not.varde.fullfoljd, anmaldAv: anmalare(not.av.roll), uppfoljning: not.varde.text }
      : avbruten
        ? { dag: avbruten.varde.dag, fullfoljd: 'nej', anmaldAv: anmalare(avbruten.av.roll), uppfoljning: avbruten.varde.skal }
        : null,
  }
}

const anmalare = (roll: string): 'forsakrad' | 'vard' | 'forsakringskassan' =>
  roll === 'forsakrad' || roll === 'vard' ? roll : 'forsakringskassan'
