import { indatafel, type Begaran, type Fraga, type Fragedefinition } from '@atergang/arende'
import { fristDagar, periodtext, type Period } from '@atergang/kalender'
import { arbetsgivarfrist, flera, kompletteringsfrist, vardetDen } from '@atergang/regelverk'
import type * as z from 'zod'
import { efterRiktalderfraga } from '../../gemensamt/alder.ts'
import { ansokansgranskningsfraga } from '../../gemensamt/ansokan/granskning.ts'
import { begaranMedBrev } from '../../gemensamt/brev/begaran.ts'
import { fmrSvarsfraga } from '../../gemensamt/konsultation.ts'
import { kontaktfraga } from '../../gemensamt/kontakt.ts'
import { obesvaratfraga } from '../../gemensamt/obesvarat.ts'
import { sgifraga } from '../../gemensamt/sgi.ts'
import { skalskontroll } from '../../gemensamt/skalskontroll.ts'
import { las } from '../../las.ts'
import { arbetsformagaSchema, rehabiliteringSchema, type Arbetsformaga } from '../bedomning.ts'
import { BEHOVSANSTALLD, lasBehovsanstalld, type BehovsanstalldSvar } from '../behovsanstalld.ts'
import { BEGARANSORD } from '../brev/paminnelse.ts'
import { fakt, type Sjukpenningfakta, type Slage } from '../fakta.ts'
import { forsta14SvarSchema } from '../forsta14.ts'
import { senAnmalanSchema, type SenAnmalanSvar } from '../steg/anmalan.ts'
import { arbetsgivarensMojligheterSchema } from '../steg/arbetsgivaren.ts'
import { intygsgranskningSchema } from '../steg/lakarintyg.ts'
import { lonefraga } from '../steg/lon.ts'
import type { Provrad } from '../underlag.ts'
import { VERSIONER } from '../versioner.ts'

type Def<S> = Fragedefinition<Sjukpenningfakta, S>
const enkel = <S extends z.ZodType>(kod: string, schema: S): Def<z.output<S>> => ({ kod, las: (v) => las(schema, v) })

const intygsgranskning: Def<z.output<typeof intygsgranskningSchema>> = {
  kod: 'intygsgranskning',
  las: (v) => las(intygsgranskningSchema, v),
  foljder(lage, fraga, svar, k) {
    if (svar.beslut !== 'komplettera') return []
    const intyg = fakt(lage as Slage, 'intyg').find((i) => i.id === (fraga.formular as { intyg: string }).intyg)!
    const begaran: Begaran = {
      id: k.nyttId(),
      typ: 'intygskomplettering',
      till: 'vard',
      tillNamn: `${intyg.varde.lakare}, ${intyg.varde.vardenhet}`,
      rubrik: 'Komplettering av läkarintyg',
      lagrum: flera('110:14'),
      om: intyg.id,
      fragor: svar.fragor.map((f) => ({ frageId: k.nyttId(), text: f.text, svarId: f.svarId })),
      skickad: k.dag,
      senast: fristDagar(k.dag, vardetDen(kompletteringsfrist, k.dag)),
      av: k.aktor,
      paminnelser: [],
    }
    return [{ typ: 'begaranSkickad', begaran }]
  },
}

const arbetsgivarensMojligheter: Def<z.output<typeof arbetsgivarensMojligheterSchema>> = {
  kod: 'arbetsgivarensMojligheter',
  las: (v) => las(arbetsgivarensMojligheterSchema, v),
  foljder(lage, fraga, svar, k) {
    if (svar.val !== 'fraga') return []
    const a = (fraga.formular as { arbetsgivare: { namn: string; orgnr?: string } | null }).arbetsgivare
    if (!a)
      throw indatafel('saknarArbetsgivare', 'Det framgår inte vem arbetsgivaren är. Registrera arbetsgivaren först.', [
        { falt: 'val', text: 'Registrera arbetsgivaren bland fakta, eller välj något annat.' },
      ])
    return begaranMedBrev(lage, k, BEGARANSORD, {
      typ: 'andraArbetsuppgifter',
      till: 'arbetsgivare',
      tillNamn: a.namn,
      ...(a.orgnr ? { tillId: a.orgnr } : {}),
      rubrik: 'Andra arbetsuppgifter hos arbetsgivaren',
      lagrum: flera('110:14', '30:6 a'),
      fragor: [{ frageId: k.nyttId(), text: svar.text }],
      senast: fristDagar(k.dag, vardetDen(arbetsgivarfrist, k.dag)),
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
  const annatSkal = s.annanErsattning !== undefined || s.forlaggning === 'annanSomForsamrar'
  if (lagre >= 0 && !annatSkal && s.sjukdom && s.beviskrav === 'styrkt' && avgorande.every((p) => svar(p) === 'klararInte'))
    return [
      {
        falt: `rader.${lagre}.grad`,
        text: 'Graden är lägre än personen ansöker om, men enligt svaren klarar personen inget arbete och nedsättningen är styrkt. Höj graden, eller ändra svaret om vad personen klarar eller om nedsättningen är styrkt.',
      },
    ]
  return [
    ...(lagre < 0 && s.beviskrav === 'intestyrkt'
      ? [{ falt: 'beviskrav', text: 'Hel bifallen tid kräver att nedsättningen är styrkt. Ändra svaret eller graden.' }]
      : []),
    ...(klarar && s.rader.length > 0 && s.rader.every((r) => r.grad > 0)
      ? [
          {
            falt: `formaga.${klarar}`,
            text: 'Klarar personen arbetet helt är arbetsförmågan inte nedsatt. Ändra svaret, eller välj ingen sjukpenning.',
          },
        ]
      : []),
  ]
}

interface Bedomningsformular {
  readonly rader: readonly Provrad[]
  readonly provas: readonly string[]
  readonly undantag: readonly string[]
  readonly harArbetsgivare: boolean
  readonly annanErsattning: readonly unknown[]
}

type Formaga = keyof Arbetsformaga['formaga']
const hanterar = (s: Arbetsformaga, ...vilka: readonly Formaga[]): boolean =>
  vilka.some((p) => s.formaga[p] === 'klarar' || s.formaga[p] === 'klararDelvis')

/** What the refusal must be able to say: which work, which group, and why no exception (46, 48, 49 §§; 32 § förvaltningslagen). */
function motiveringen(s: Arbetsformaga, f: Bedomningsformular): { falt: string; text: string }[] {
  const motMarknaden = !s.undantag && hanterar(s, 'normaltForekommande', 'annatLampligtTillgangligt')
  return [
    ...(!s.undantag && hanterar(s, 'normaltForekommande') && !s.yrkesgrupp
      ? [{ falt: 'yrkesgrupp', text: 'Ange den yrkesgrupp med normalt förekommande arbeten som personen klarar (48 § första stycket 1).' }]
      : []),
    ...(motMarknaden && f.undantag.length > 0 && !s.ingetUndantag
      ? [{ falt: 'ingetUndantag', text: 'Skriv varför inget av undantagen i 48 § eller 49 § tredje stycket gäller.' }]
      : []),
    ...(f.harArbetsgivare && !motMarknaden && !hanterar(s, 'annatHosArbetsgivaren') && hanterar(s, 'vanligtArbete') && !s.vilketArbete
      ? [
          {
            falt: 'vilketArbete',
            text: 'Svara om det är det vanliga arbetet som personen klarar, eller annat arbete som arbetsgivaren tillfälligt erbjuder (46 § första stycket).',
          },
        ]
      : []),
  ]
}

/** Hours placed so that the return is harmed give no partial benefit (46 § third paragraph). */
const forlaggningen = (s: Arbetsformaga): { falt: string; text: string }[] =>
  s.rader.flatMap((r, i) => {
    if (r.grad === 0 || r.grad === 1) return []
    if (!s.forlaggning)
      return [{ falt: 'forlaggning', text: 'Ange hur arbetstiden läggs när sjukpenningen är partiell (46 § tredje stycket).' }]
    return s.forlaggning === 'annanSomForsamrar'
      ? [
          {
            falt: `rader.${i}.grad`,
            text: `Partiell sjukpenning kan inte lämnas för ${periodtext(r)} när arbetstidens förläggning försämrar möjligheterna till återgång (46 § tredje stycket). Välj ingen, eller ändra svaret om arbetstiden.`,
          },
        ]
      : []
  })

/** The reduction that another benefit rests on is looked away from (53 §): only what goes beyond it gives sjukpenning. */
function bortsett(s: Arbetsformaga, f: Bedomningsformular): { falt: string; text: string }[] {
  if (f.annanErsattning.length === 0) return []
  const { annanErsattning: a } = s
  if (!a)
    return [
      {
        falt: 'annanErsattning.andel',
        text: 'Ange vilken nedsättning som ligger till grund för den andra ersättningen, och om arbetsförmågan är nedsatt utöver den (53 §).',
      },
    ]
  return s.rader.flatMap((r, i) =>
    r.grad > 0 && !a.darutover && f.rader.find((x) => x.from === r.from)?.annanErsattning
      ? [
          {
            falt: `rader.${i}.grad`,
            text: `Är arbetsförmågan inte nedsatt utöver det som redan ger annan ersättning kan sjukpenning inte lämnas för ${periodtext(r)} (53 §). Välj ingen, eller ändra svaret.`,
          },
        ]
      : [],
  )
}

/** Checks that the judgement answers what the law asks of these very days, beyond the shape of the form. */
function kontrolleraBedomning(s: Arbetsformaga, fraga: Fraga): void {
  const f = fraga.formular as unknown as Bedomningsformular
  const fel: { falt: string; text: string }[] = []
  f.rader.forEach((r, i) => {
    const svar = s.rader.find((x) => x.from === r.from && x.tom === r.tom)
    if (!svar) fel.push({ falt: `rader.${i}.grad`, text: `Ange grad för ${periodtext(r)}.` })
    else if (svar.grad > r.yrkadGrad) fel.push({ falt: `rader.${i}.grad`, text: 'Mer än personen har ansökt om kan inte beviljas.' })
  })
  for (const p of f.provas)
    if (!s.formaga[p as keyof Arbetsformaga['formaga']]) fel.push({ falt: `formaga.${p}`, text: 'Svara om personen klarar detta arbete.' })
  if (s.undantag && !f.undantag.includes(s.undantag.vilket))
    fel.push({ falt: 'undantag.vilket', text: 'Det undantaget gäller inte på den här dagen i rehabiliteringskedjan.' })
  const begransar = s.rader.some((r) => r.grad < (f.rader.find((x) => x.from === r.from)?.yrkadGrad ?? 0))
  if (begransar) fel.push(...motiveringen(s, f))
  if (s.efterAtgard.behov && !s.efterAtgard.formagaEfter)
    fel.push({ falt: 'efterAtgard.formagaEfter', text: 'Beskriv arbetsförmågan efter behandlingen eller rehabiliteringen (50 §).' })
  fel.push(...forlaggningen(s).slice(0, 1), ...bortsett(s, f), ...motsagelser(s, f))
  if (!s.sjukdom && s.rader.some((r) => r.grad > 0))
    fel.push({ falt: 'sjukdom', text: 'Sjukpenning kräver sjukdom (2 §). Ändra svaret eller graden.' })
  if (begransar && !s.utanObjektivaFynd && skalskontroll(s.skal).length)
    fel.push({
      falt: 'skal',
      text: 'Skälen ser ut att bygga på att objektiva undersökningsfynd saknas. Det är inte i sig ett skäl. Skriv om, eller bekräfta att bedömningen har andra skäl.',
    })
  if (fel.length)
    throw indatafel('bedomningenOfullstandig', fel.length === 1 ? fel[0]!.text : `${fel.length} uppgifter behöver ändras.`, fel)
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

/** Questions of the investigation: what is known, and what a human judges of it. */
export const utredningsfragor = {
  senAnmalan,
  ansokansgranskning: ansokansgranskningsfraga<Sjukpenningfakta>(BEGARANSORD, VERSIONER),
  intygsgranskning,
  sgi: sgifraga,
  forsta14: enkel('forsta14', forsta14SvarSchema),
  behovsanstalld,
  lonUnderSjukdom: lonefraga,
  efterRiktalder: efterRiktalderfraga,
  arbetsgivarensMojligheter,
  arbetsformaga,
  rehabilitering: enkel('rehabilitering', rehabiliteringSchema),
  obesvarat: obesvaratfraga,
  kontakt: kontaktfraga,
  fmrSvar: fmrSvarsfraga,
}
