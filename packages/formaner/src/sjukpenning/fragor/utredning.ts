import { arOppen, BEGARANSNAMN, indatafel, personen, type Begaran, type Beslut, type Fraga, type Fragedefinition, type Handelsedata, type Kontext, type Motivering } from '@atergang/arende'
import { type Datum, forena, fristDagar, medManadsnamn, type Period, periodtext } from '@atergang/kalender'
import { ansokanskompletteringsfrist, arbetsgivarfrist, flera, kompletteringsfrist, vardetDen, type Kalla } from '@atergang/regelverk'
import type * as z from 'zod'
import { beslutsgrund, beslutshandelser } from '../../gemensamt/beslut/handelser.ts'
import { sandBrev } from '../../gemensamt/brev/sand.ts'
import { fmrSvarsfraga } from '../../gemensamt/konsultation.ts'
import { kontaktfraga } from '../../gemensamt/kontakt.ts'
import { obesvaratfraga } from '../../gemensamt/obesvarat.ts'
import { skalskontroll } from '../../gemensamt/skalskontroll.ts'
import { las } from '../../las.ts'
import { ansokansgranskningSchema, AVVISNINGSGRUNDER, kompletteringar, type AnsokansgranskningSvar } from '../ansokningar.ts'
import { arbetsformagaSchema, rehabiliteringSchema, type Arbetsformaga } from '../bedomning.ts'
import { BEHOVSANSTALLD, lasBehovsanstalld, type BehovsanstalldSvar } from '../behovsanstalld.ts'
import { avvisningsbrev } from '../brev/avvisning.ts'
import { begaransbrev } from '../brev/ovriga.ts'
import { fakt, type Sjukpenningfakta, type Slage } from '../fakta.ts'
import { forsta14SvarSchema } from '../forsta14.ts'
import { saknarDelOverTaket } from '../lon.ts'
import { sgiSvarSchema } from '../sgi.ts'
import { efterRiktalderSchema } from '../steg/alder.ts'
import { senAnmalanSchema, type SenAnmalanSvar } from '../steg/anmalan.ts'
import { arbetsgivarensMojligheterSchema } from '../steg/arbetsgivaren.ts'
import { intygsgranskningSchema } from '../steg/lakarintyg.ts'
import { LONENYCKEL, lonSvarSchema, oklarLon, type LonSvar } from '../steg/lon.ts'
import { underlaget, type Provrad } from '../underlag.ts'
import { VERSIONER } from '../versioner.ts'

type Def<S> = Fragedefinition<Sjukpenningfakta, S>
const enkel = <S extends z.ZodType>(kod: string, schema: S): Def<z.output<S>> => ({ kod, las: (v) => las(schema, v) })

/** A request that goes out as a letter on paper or to Mina sidor, with the letter in the case. */
export function begaranMedBrev(l: Slage, k: Kontext, b: Omit<Begaran, 'id' | 'skickad' | 'av' | 'paminnelser'>): Handelsedata[] {
  const begaran: Begaran = { ...b, id: k.nyttId(), skickad: k.dag, av: k.aktor, paminnelser: [] }
  const { handling, utskick } = sandBrev(k, begaransbrev(l, begaran))
  return [handling, { typ: 'begaranSkickad', begaran, utskick }]
}

const intygsgranskning: Def<z.output<typeof intygsgranskningSchema>> = {
  kod: 'intygsgranskning',
  las: (v) => las(intygsgranskningSchema, v),
  foljder(lage, fraga, svar, k) {
    if (svar.beslut !== 'komplettera') return []
    const intyg = fakt(lage as Slage, 'intyg').find((i) => i.id === (fraga.formular as { intyg: string }).intyg)!
    const begaran: Begaran = {
      id: k.nyttId(), typ: 'intygskomplettering', till: 'vard', tillNamn: `${intyg.varde.lakare}, ${intyg.varde.vardenhet}`, rubrik: 'Komplettering av läkarintyg', lagrum: flera('110:14'), om: intyg.id,
      fragor: svar.fragor.map((f) => ({ frageId: k.nyttId(), text: f.text, svarId: f.svarId })), skickad: k.dag, senast: fristDagar(k.dag, vardetDen(kompletteringsfrist, k.dag)), av: k.aktor, paminnelser: [],
    }
    return [{ typ: 'begaranSkickad', begaran }]
  },
}

interface Granskningsunderlag {
  readonly ansokan: string
  readonly perioder: readonly Period[]
  readonly saknas: readonly string[]
  readonly forelaggande: { readonly skickad: Datum; readonly senast: Datum; readonly svar: string | null } | null
}

const STANGD: Record<AnsokansgranskningSvar['beslut'], string> = { racker: 'Ansökan prövas på det som finns.', avvisa: 'Ansökan är avvisad.', komplettera: 'Ersatt av en ny fråga.', forelagg: 'Ersatt av ett nytt föreläggande.' }

const ansokansgranskning: Def<AnsokansgranskningSvar> = {
  kod: 'ansokansgranskning',
  las(v, fraga) {
    const svar = las(ansokansgranskningSchema, v)
    if (svar.beslut === 'avvisa' && !(fraga.formular as Granskningsunderlag).forelaggande) throw indatafel('forstForelaggande', 'Ansökan får inte avvisas förrän personen har förelagts att komplettera den och tiden har gått ut (110 kap. 11 §).', [{ falt: 'beslut', text: 'Välj att förelägga personen först.' }])
    return svar
  },
  foljder(lage, fraga, svar, k) {
    const l = lage as Slage
    const u = fraga.formular as Granskningsunderlag
    // What was asked before is settled by the answer, or asked anew.
    const stangda = kompletteringar(l, u.ansokan).filter(arOppen).map((b): Handelsedata => ({ typ: 'begaranAterkallad', begaranId: b.id, skal: STANGD[svar.beslut] }))
    if (svar.beslut === 'racker') return stangda
    if (svar.beslut === 'avvisa') return [...stangda, ...avvisa(l, u, svar, k)]
    const p = personen(l)
    const forelaggande = svar.beslut === 'forelagg'
    return [...stangda, ...begaranMedBrev(l, k, {
      typ: forelaggande ? 'forelaggande' : 'ansokanskomplettering', till: 'forsakrad', tillNamn: `${p.fornamn} ${p.efternamn}`, rubrik: BEGARANSNAMN[forelaggande ? 'forelaggande' : 'ansokanskomplettering'], om: u.ansokan,
      lagrum: forelaggande ? flera('110:10', '110:11') : flera('FL 20', 'FL 23'), fragor: [{ frageId: k.nyttId(), text: svar.text }], senast: fristDagar(k.dag, vardetDen(ansokanskompletteringsfrist, k.dag)),
    })]
  },
}

/** The decision not to take the application up (110 kap. 10 §). No right is tried, so it holds no days: the person can apply again for the same. */
function avvisa(l: Slage, u: Granskningsunderlag, svar: Extract<AnsokansgranskningSvar, { beslut: 'avvisa' }>, k: Kontext): Handelsedata[] {
  const f = u.forelaggande!
  const grund = AVVISNINGSGRUNDER[svar.grund]
  const motivering: Motivering = {
    avgorande: grund.text, saknades: u.saknas.join(', '), bedomning: svar.skal,
    omstandigheter: `Vi skickade ett föreläggande till dig ${medManadsnamn(f.skickad)}. Du skulle komplettera ansökan senast ${medManadsnamn(f.senast)}. ${f.svar === null ? 'Du har inte svarat.' : `Du svarade: ${f.svar}`}`,
  }
  const perioder = forena(u.perioder)
  const beslut: Beslut = {
    ...beslutsgrund(l, k, VERSIONER), typ: 'slutligt', utfall: 'avvisat', period: { from: perioder[0]!.from, tom: perioder.at(-1)!.tom }, rader: [], motivering, lagrum: flera(grund.lagrum, '110:11'), forklaringar: [], utbetalning: [], medverkande: [], orsak: u.ansokan,
  }
  return beslutshandelser(k, beslut, avvisningsbrev(l, { ...beslut, perioder }))
}

const arbetsgivarensMojligheter: Def<z.output<typeof arbetsgivarensMojligheterSchema>> = {
  kod: 'arbetsgivarensMojligheter',
  las: (v) => las(arbetsgivarensMojligheterSchema, v),
  foljder(lage, fraga, svar, k) {
    if (svar.val !== 'fraga') return []
    const a = (fraga.formular as { arbetsgivare: { namn: string; orgnr?: string } | null }).arbetsgivare
    if (!a) throw indatafel('saknarArbetsgivare', 'Det framgår inte vem arbetsgivaren är. Registrera arbetsgivaren först.', [{ falt: 'val', text: 'Registrera arbetsgivaren bland fakta, eller välj något annat.' }])
    return begaranMedBrev(lage as Slage, k, {
      typ: 'andraArbetsuppgifter', till: 'arbetsgivare', tillNamn: a.namn, ...(a.orgnr ? { tillId: a.orgnr } : {}), rubrik: 'Andra arbetsuppgifter hos arbetsgivaren', lagrum: flera('110:14', '30:6 a'),
      fragor: [{ frageId: k.nyttId(), text: svar.text }], senast: fristDagar(k.dag, vardetDen(arbetsgivarfrist, k.dag)),
    })
  },
}

/**
 * A limitation needs a ground, and a grant may not be denied by what the same judgement says (27 kap. 2, 46–49 §§). An exception takes
 * away the wider grounds. One judgement can speak of days that are granted and days that are refused: then what is managed explains the latter.
 */
function motsagelser(s: Arbetsformaga, f: { rader: readonly Provrad[]; provas: readonly string[] }): { falt: string; text: string }[] {
  const avgorande = f.provas.filter((p) => !s.undantag || (p !== 'normaltForekommande' && p !== 'annatLampligtTillgangligt'))
  const svar = (p: string) => s.formaga[p as keyof Arbetsformaga['formaga']]
  const lagre = f.rader.findIndex((r) => (s.rader.find((x) => x.from === r.from)?.grad ?? 0) < r.yrkadGrad)
  const klarar = avgorande.find((p) => svar(p) === 'klarar')
  if (lagre >= 0 && s.sjukdom && s.beviskrav === 'styrkt' && avgorande.every((p) => svar(p) === 'klararInte')) return [{ falt: `rader.${lagre}.grad`, text: 'Graden är lägre än personen ansöker om, men enligt svaren klarar personen inget arbete och nedsättningen är styrkt. Höj graden, eller ändra svaret om vad personen klarar eller om nedsättningen är styrkt.' }]
  return [
    ...(lagre < 0 && s.beviskrav === 'intestyrkt' ? [{ falt: 'beviskrav', text: 'Hel bifallen tid kräver att nedsättningen är styrkt. Ändra svaret eller graden.' }] : []),
    ...(klarar && s.rader.length > 0 && s.rader.every((r) => r.grad > 0) ? [{ falt: `formaga.${klarar}`, text: 'Klarar personen arbetet helt är arbetsförmågan inte nedsatt. Ändra svaret, eller välj ingen sjukpenning.' }] : []),
  ]
}

/** Checks that the judgement answers what the law asks of these very days, beyond the shape of the form. */
function kontrolleraBedomning(s: Arbetsformaga, fraga: Fraga): void {
  const f = fraga.formular as { rader: Provrad[]; provas: string[]; undantag: string[] }
  const fel: { falt: string; text: string }[] = []
  f.rader.forEach((r, i) => {
    const svar = s.rader.find((x) => x.from === r.from && x.tom === r.tom)
    if (!svar) fel.push({ falt: `rader.${i}.grad`, text: `Ange grad för ${periodtext(r)}.` })
    else if (svar.grad > r.yrkadGrad) fel.push({ falt: `rader.${i}.grad`, text: 'Mer än personen har ansökt om kan inte beviljas.' })
  })
  for (const p of f.provas) if (!s.formaga[p as keyof Arbetsformaga['formaga']]) fel.push({ falt: `formaga.${p}`, text: 'Svara om personen klarar detta arbete.' })
  if (s.undantag && !f.undantag.includes(s.undantag.vilket)) fel.push({ falt: 'undantag.vilket', text: 'Det undantaget gäller inte på den här dagen i rehabiliteringskedjan.' })
  const begransar = s.rader.some((r) => r.grad < (f.rader.find((x) => x.from === r.from)?.yrkadGrad ?? 0))
  const mangeNfa = s.formaga.normaltForekommande === 'klarar' || s.formaga.normaltForekommande === 'klararDelvis'
  if (begransar && !s.undantag && mangeNfa && !s.yrkesgrupp) fel.push({ falt: 'yrkesgrupp', text: 'Ange den yrkesgrupp med normalt förekommande arbeten som personen klarar (48 § första stycket 1).' })
  if (s.efterAtgard.behov && !s.efterAtgard.formagaEfter) fel.push({ falt: 'efterAtgard.formagaEfter', text: 'Beskriv arbetsförmågan efter behandlingen eller rehabiliteringen (50 §).' })
  if (s.rader.some((r) => r.grad > 0 && r.grad < 1) && !s.forlaggning) fel.push({ falt: 'forlaggning', text: 'Ange hur arbetstiden läggs när sjukpenningen är partiell (46 § tredje stycket).' })
  fel.push(...motsagelser(s, f))
  if (!s.sjukdom && s.rader.some((r) => r.grad > 0)) fel.push({ falt: 'sjukdom', text: 'Sjukpenning kräver sjukdom (2 §). Ändra svaret eller graden.' })
  if (begransar && !s.utanObjektivaFynd && skalskontroll(s.skal).length) fel.push({ falt: 'skal', text: 'Skälen ser ut att bygga på att objektiva undersökningsfynd saknas. Det är inte i sig ett skäl. Skriv om, eller bekräfta att bedömningen har andra skäl.' })
  if (fel.length) throw indatafel('bedomningenOfullstandig', fel.length === 1 ? fel[0]!.text : `${fel.length} uppgifter behöver ändras.`, fel)
}

const arbetsformaga: Def<Arbetsformaga> = {
  kod: 'arbetsformaga',
  las(v, fraga) {
    const svar = las(arbetsformagaSchema, v)
    kontrolleraBedomning(svar, fraga)
    return svar
  },
}

const senAnmalan: Def<SenAnmalanSvar> = {
  kod: 'senAnmalan',
  las(v, fraga) {
    const { annat } = fraga.formular as { annat: readonly Period[] }
    return { ...las(senAnmalanSchema, v), ...(annat.length ? { annat } : {}) }
  },
}

const behovsanstalld: Def<BehovsanstalldSvar> = {
  kod: BEHOVSANSTALLD,
  las: (v, fraga) => lasBehovsanstalld(v, (fraga.formular as { dagar: readonly Period[] }).dagar),
}

/** What is confirmed of the pay becomes a fact for the days it was told of, in place of what did not say enough. */
const lonUnderSjukdom: Def<LonSvar> = {
  kod: LONENYCKEL,
  las(v, fraga) {
    const svar = las(lonSvarSchema, v)
    const { period } = fraga.formular as { period: Period }
    if (svar.val === 'minska' && saknarDelOverTaket(svar.lon, period.from)) throw indatafel('delOverTaketSaknas', 'Lönen i arbete är högre än SGI-taket. Ange hur mycket av lönen under sjukdomen som betalas för lön över taket (28 kap. 19 § andra stycket).', [{ falt: 'lon.overTakPerManad', text: 'Ange beloppet, 0 om inget av lönen betalas för den delen.' }])
    return svar
  },
  foljder(lage, _fraga, svar, k) {
    const o = oklarLon(lage as Slage, underlaget(lage as Slage, k.dag))
    if (svar.val !== 'minska' || !o) return []
    const kalla: Kalla = { typ: 'bedomning', text: `${k.aktor.namn}, efter ${o.faktum ? o.faktum.kalla.text : 'uppgift i ansökan'}`, datum: k.dag }
    return [{ typ: 'faktumRegistrerat', faktum: { id: k.nyttId(), namn: 'lonUnderSjukdom', varde: svar.lon, ...(o.ansokan ? { period: o.period } : o.faktum?.period ? { period: o.faktum.period } : {}), kalla, registrerad: k.tid, av: k.aktor, ...(o.faktum ? { ersatter: o.faktum.id } : {}) } }]
  },
}

/** Questions of the investigation: what is known, and what a human judges of it. */
export const utredningsfragor = {
  senAnmalan,
  ansokansgranskning,
  intygsgranskning,
  sgi: enkel('sgi', sgiSvarSchema),
  forsta14: enkel('forsta14', forsta14SvarSchema),
  behovsanstalld,
  lonUnderSjukdom,
  efterRiktalder: enkel('efterRiktalder', efterRiktalderSchema),
  arbetsgivarensMojligheter,
  arbetsformaga,
  rehabilitering: enkel('rehabilitering', rehabiliteringSchema),
  obesvarat: obesvaratfraga,
  kontakt: kontaktfraga,
  fmrSvar: fmrSvarsfraga,
}
