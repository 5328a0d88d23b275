import {
  gallandeSvar,
  personen,
  type Faktakarta,
  type Faltfel,
  type Fragedefinition,
  type Lage,
  type Steg,
  type Svar,
  type Utfall,
} from '@atergang/arende'
import { datum, medManadsnamn, senast, type Datum, type Period } from '@atergang/kalender'
import {
  dagenForRiktalder,
  flera,
  forklara,
  heltal,
  sgiAnnat,
  sgiAnstallning,
  sgiSumma,
  type Forklaring,
  type Kalla,
  type Tal,
} from '@atergang/regelverk'
import * as z from 'zod'
import { datumSchema, faltfelen, kronor, las, text } from '../las.ts'
import { kr } from './fakta.ts'
import { oppnadIgen } from './oppnad.ts'
import { felIAndring, forstaDagenMedAndrad, SGI_UNDANTAG, sgiandringSchema, type Andringsforslag } from './sgiandring.ts'
import { ejAktuellt, ejUppfyllt, faktaOm, fraga, nod, underlagAv, uppfyllt } from './steg.ts'

export const SGI_GRUNDER = {
  aktuellInkomst: { text: 'Inkomsten som personen kan antas få tills vidare', lagrum: '25:2' },
  uppskattning: { text: 'Uppskattad inkomst, förhållandena är inte kända', lagrum: '25:6' },
  skyddStudier: { text: 'SGI-skydd: studier', lagrum: '26:11' },
  skyddPeriodisktStod: { text: 'SGI-skydd: periodiskt ekonomiskt stöd enligt avtal mellan arbetsmarknadens parter', lagrum: '26:12' },
  skyddArbetsmarknad: { text: 'SGI-skydd: program eller står till arbetsmarknadens förfogande', lagrum: '26:13' },
  skyddGraviditet: { text: 'SGI-skydd: graviditet', lagrum: '26:14' },
  skyddForaldraledig: { text: 'SGI-skydd: vård av barn', lagrum: '26:15' },
  skyddPlikt: { text: 'SGI-skydd: totalförsvarsplikt eller militär utbildning som rekryt', lagrum: '26:16' },
  skyddSjukdom: { text: 'SGI-skydd: sjukpenning, rehabiliteringsersättning eller väntan på beslut', lagrum: '26:17' },
  skyddTreManader: { text: 'SGI-skydd: avbrott i högst tre månader', lagrum: '26:18' },
  skyddKorttidsarbete: { text: 'SGI-skydd: korttidsarbete med statligt stöd till arbetsgivaren', lagrum: '26:18 a' },
} as const
type SgiGrund = keyof typeof SGI_GRUNDER

/** Protection that is given only for time before riktåldern (26 kap. 17 § third paragraph, 18 § second paragraph). */
const FORE_RIKTALDER: ReadonlySet<SgiGrund> = new Set(['skyddSjukdom', 'skyddTreManader'])

/** The SGI as a named person confirmed it (25 kap. 4 §: size, and how much of each kind of work). */
const sgiSvarSchema = z.object({
  anstallning: kronor('SGI av anställning'),
  annat: kronor('SGI av annat förvärvsarbete'),
  gallerFran: datumSchema.optional(),
  /** asked when an SGI was confirmed before; `gallerFran` is then worked out from it */
  andring: sgiandringSchema.optional(),
  grund: z.enum(Object.keys(SGI_GRUNDER) as [SgiGrund, ...SgiGrund[]], { message: 'Välj vad SGI grundas på.' }),
  forsakradForArbete: z.boolean({ message: 'Svara om personen är försäkrad för arbetsbaserade förmåner.' }),
  minstSexManader: z.boolean({ message: 'Svara om arbetet kan antas vara minst sex månader eller årligen återkommande.' }),
  skal: text('Skälet'),
})
export type SgiSvar = Omit<z.infer<typeof sgiSvarSchema>, 'gallerFran'> & { readonly gallerFran: Datum }

export const SGI_NYCKEL = 'sgi'

interface Sgiformular {
  readonly forslag: Omit<SgiForslag, 'forklaring'> | null
  readonly tidigare: SgiSvar | null
  /** null the first time: then nothing is changed */
  readonly andring: Andringsforslag | null
  readonly riktalder: Datum | null
}

export const sgifraga: Fragedefinition<Faktakarta, SgiSvar> = {
  kod: SGI_NYCKEL,
  las(v, fraga) {
    const f = fraga.formular as unknown as Sgiformular
    const svar = las(f.andring ? sgiSvarSchema : sgiSvarSchema.required({ gallerFran: true }), v)
    const andring = f.andring ? svar.andring : undefined
    const gallerFran = (andring && forstaDagenMedAndrad(andring)) ?? svar.gallerFran
    const fel: Faltfel[] = [
      ...(f.andring && !andring ? [{ falt: 'andring.slag', text: 'Svara om inkomsten har ändrats eller var fel från början.' }] : []),
      ...(!gallerFran && (!f.andring || andring) ? [{ falt: 'gallerFran', text: 'Skriv från vilken dag SGI gäller.' }] : []),
      ...(f.andring && andring
        ? felIAndring(andring, { idag: f.andring.idag, gallerFran: svar.gallerFran, skyddad: svar.grund.startsWith('skydd') })
        : []),
      ...(gallerFran && f.riktalder && FORE_RIKTALDER.has(svar.grund) && gallerFran >= f.riktalder
        ? [
            {
              falt: 'grund',
              text: `Det skyddet gäller bara för tid före riktåldern, som personen nådde ${medManadsnamn(f.riktalder)} (${svar.grund === 'skyddSjukdom' ? '26 kap. 17 § tredje stycket' : '26 kap. 18 § andra stycket'}). Välj en annan grund.`,
            },
          ]
        : []),
    ]
    if (fel.length) throw faltfelen('ogiltigaUppgifter', fel)
    return { ...svar, gallerFran: gallerFran!, ...(andring ? { andring } : {}) }
  },
}

export const sgiSvaren = (l: Lage): Svar<SgiSvar>[] => l.svar.filter((s) => s.kod === SGI_NYCKEL) as Svar<SgiSvar>[]

/** The confirmed SGI that applies on a day (26 kap. 6 §), or undefined before any is confirmed. */
export function sgiPa(l: Lage, dag: Datum): Svar<SgiSvar> | undefined {
  const svar = sgiSvaren(l)
  return svar.findLast((s) => s.svar.gallerFran <= dag) ?? svar[0]
}

export const sgiBelopp = (s: SgiSvar): number => (s.forsakradForArbete && s.minstSexManader ? s.anstallning + s.annat : 0)

/** Days at which the SGI changes. */
export const sgiGranser = (l: Lage): Datum[] => sgiSvaren(l).map((s) => s.svar.gallerFran)

/** Yearly kr by kind of income (25 kap. 4 § SFB); both 0 when the confirmed SGI gives no right. */
export interface Inkomstdelar {
  readonly anstallning: number
  readonly annat: number
}

export const INGA: Inkomstdelar = { anstallning: 0, annat: 0 }

export const sgiDelar = (s: SgiSvar): Inkomstdelar => (sgiBelopp(s) > 0 ? { anstallning: s.anstallning, annat: s.annat } : INGA)

/** Income as told, and from where. */
export interface UppgivenInkomst {
  readonly inkomst: Inkomstdelar
  readonly kalla: Kalla
  readonly registrerad: string
}

/** Income as last told. */
export const sistUppgiven = (uppgifter: readonly UppgivenInkomst[]): UppgivenInkomst | null =>
  [...uppgifter].sort((a, b) => (a.registrerad < b.registrerad ? -1 : a.registrerad > b.registrerad ? 1 : 0)).at(-1) ?? null

export interface SgiForslag {
  readonly anstallning: number | null
  readonly annat: number | null
  readonly gallerFran: Datum
  readonly forklaring: Forklaring
  readonly grund: SgiGrund
}

/** The SGI was set lower than what the person has told gives. */
export interface UnderUppgiven {
  readonly svar: Svar<SgiSvar>
  /** kr a year: what the rules make of the person's own word */
  readonly uppgiven: number
}

/**
 * An SGI of the period that is below what the person had told when it was confirmed; null when none is. What the rules
 * themselves take off is no judgement against the person (25 kap. 5 §).
 */
export function sgiUnderUppgiven(l: Lage, uppgifter: readonly UppgivenInkomst[], p: Period): UnderUppgiven | null {
  const galler = [sgiPa(l, p.from), ...sgiSvaren(l).filter((s) => p.from < s.svar.gallerFran && s.svar.gallerFran <= p.tom)]
  for (const svar of galler) {
    const sagd = svar && sistUppgiven(uppgifter.filter((u) => u.kalla.typ === 'forsakrad' && u.registrerad <= svar.tid))
    if (!sagd) continue
    const f = sgiForslag(sagd, svar.svar.gallerFran, false)
    const uppgiven = (f?.anstallning ?? sagd.inkomst.anstallning) + (f?.annat ?? sagd.inkomst.annat)
    if (sgiBelopp(svar.svar) < uppgiven) return { svar, uppgiven }
  }
  return null
}

/** The code of it among what goes against the person. */
export const SGI_UNDER = 'sgiUnderUppgiven'

/** What the person must be told of it: both amounts, and the rules that it was judged by. */
export const underUppgivenText = (u: UnderUppgiven) => ({
  namn: SGI_UNDER,
  text: `Du har uppgett en inkomst som ger en sjukpenninggrundande inkomst (SGI) på ${kr(u.uppgiven)} om året. Vi har bestämt den till ${kr(sgiBelopp(u.svar.svar))}, efter reglerna i 25 och 26 kap. socialförsäkringsbalken. Den grundas på: ${SGI_GRUNDER[u.svar.svar.grund].text.replace(/^./, (c) => c.toLowerCase()).replace(/^sgi/, 'SGI')}.`,
  lagrum: [...new Set(['25:2', '25:3', SGI_GRUNDER[u.svar.svar.grund].lagrum, '26:2'])],
})

/** What the rules make of the told income (25 kap. 3, 5 §§); a proposal, which a named person confirms. */
export function sgiForslag(
  uppgiven: Omit<UppgivenInkomst, 'registrerad'> | null,
  gallerFran: Datum,
  arbetslos: boolean,
): SgiForslag | null {
  if (!uppgiven) return null
  const { inkomst, kalla } = uppgiven
  const indata = { inkomstAnstallning: { varde: inkomst.anstallning, kalla }, inkomstAnnat: { varde: inkomst.annat, kalla } }
  const belopp = (r: typeof sgiAnstallning) => {
    const v = forklara(r, indata, gallerFran).varde
    return v === null ? null : heltal(v as Tal)
  }
  return {
    anstallning: belopp(sgiAnstallning),
    annat: belopp(sgiAnnat),
    gallerFran,
    forklaring: forklara(sgiSumma, indata, gallerFran).forklaring,
    grund: arbetslos ? 'skyddArbetsmarknad' : 'aktuellInkomst',
  }
}

/** Where a benefit has what the SGI is confirmed on. */
export interface Sgiunderlag<F extends Faktakarta> {
  readonly efter: readonly string[]
  /** the first and last day to be judged, and the first of the sick period they lie in; null when there is none */
  provas(l: Lage<F>, idag: Datum): { readonly forsta: Datum; readonly sista: Datum; readonly sjukperiodensForsta: Datum } | null
  uppgiven(l: Lage<F>): UppgivenInkomst | null
  sysselsattning(l: Lage<F>, idag: Datum): string | null
  /** why it is needed: ”räkna ut sjukpenningen” */
  readonly behovsFor: string
}

/** The day on which the protection that the SGI rests on ends, when days to be judged lie on or after it; else null. */
function skyddetSlutar(l: Lage, sista: Datum): Datum | null {
  const svar = sgiPa(l, sista)?.svar
  if (!svar || !FORE_RIKTALDER.has(svar.grund)) return null
  const riktalder = dagenForRiktalder(personen(l).fodd)
  return riktalder && sista >= riktalder ? riktalder : null
}

/** The SGI of the days to be judged, confirmed by a named person (25–26 kap. SFB). */
export const sgisteget = <F extends Faktakarta>(b: Sgiunderlag<F>): Steg<F> => ({
  namn: 'sgi',
  rubrik: 'Sjukpenninggrundande inkomst',
  lagrum: flera('25:2', '25:3', '25:5', '26:2', '26:6', '26:7'),
  efter: b.efter,
  prova(l, idag): Utfall[] {
    const p = b.provas(l, idag)
    const sista = l.svar.findLast((s) => s.kod === SGI_NYCKEL)
    if (!p && !sista) return [ejAktuellt('SGI bestäms när det finns dagar att pröva.')]
    const uppgiven = b.uppgiven(l)
    // A changed income puts the question again (26 kap. 4 §); a new application with the same income does not.
    const oppnad = oppnadIgen(l, SGI_NYCKEL)
    const grund = { inkomst: uppgiven?.inkomst ?? null, sysselsattning: b.sysselsattning(l, idag), ...(oppnad.length ? { oppnad } : {}) }
    const svar = gallandeSvar<SgiSvar>(l, SGI_NYCKEL, underlagAv(grund))
    const slutar = p && skyddetSlutar(l, p.sista)
    if (svar && !slutar) return [bekraftad(svar)]
    if (!p) return [ejAktuellt('SGI prövas på nytt när det finns dagar att pröva.')]
    // A change is not proposed further back than the days to be judged now (26 kap. 6 §, ADR 0079).
    const fran = slutar ? senast(slutar, p.forsta) : p.forsta
    const andring: Andringsforslag | null = sista
      ? {
          kannedom: uppgiven ? datum(uppgiven.registrerad.slice(0, 10)) : null,
          ersattningsperiodFran: fran,
          sjukperiodFran: p.sjukperiodensForsta,
          idag,
        }
      : null
    const forslag = sgiForslag(uppgiven, andring ? fran : p.sjukperiodensForsta, grund.sysselsattning === 'arbetslos')
    return [
      fraga({
        nyckel: SGI_NYCKEL,
        kod: 'sgi',
        rubrik: 'Bekräfta sjukpenninggrundande inkomst',
        hjalp: `Förslaget räknas från den inkomst som är uppgiven. Kontrollera att arbetet är i Sverige, varar minst sex månader eller är årligen återkommande, och om tiden är SGI-skyddad.${andring ? ' En ändring gäller från den dag då anledningen till den uppkom, men läggs till grund för ersättning tidigast från den ersättningsperiod som infaller i anslutning till att Försäkringskassan fick veta den (26 kap. 6 §).' : ''}`,
        lagrum: ['25:2', '25:3', '25:4', '25:5', '26:2', ...(andring ? ['26:4', '26:6', '26:7'] : []), '26:9', '26:17', '26:18'],
        paGrundval: grund,
        varforNu: varforNu({ sista, slutar }) ?? `SGI behövs för att ${b.behovsFor}.`,
        formular: { forslag, tidigare: sista?.svar ?? null, andring, riktalder: dagenForRiktalder(personen(l).fodd) },
        ...(forslag ? { forklaring: forslag.forklaring } : {}),
      }),
    ]
  },
})

function varforNu(v: { sista: unknown; slutar: Datum | null }): string | null {
  if (v.slutar)
    return `SGI-skyddet gäller bara före riktåldern, som personen når ${medManadsnamn(v.slutar)}, och dagar från den dagen ska prövas.`
  return v.sista ? 'Inkomsten eller sysselsättningen har ändrats sedan SGI bekräftades, eller så har personen yttrat sig över den.' : null
}

/** When and why the SGI was changed, as facts. */
function andringsfakta({ andring: a }: SgiSvar): ReturnType<typeof faktaOm>[] {
  if (!a) return []
  if (a.slag === 'felFranBorjan') return [faktaOm('Ändringen', 'inkomsten har inte ändrats; uppgiften rättades eller bedömdes på nytt')]
  return [
    faktaOm('Anledningen till ändringen uppkom', a.uppkom),
    faktaOm('Försäkringskassan fick veta det', a.kannedom),
    ...(a.undantag
      ? [faktaOm('Undantag (26 kap. 7 §)', SGI_UNDANTAG[a.undantag].text)]
      : [faktaOm('Ersättningsperiodens första dag', a.ersattningsperiodFran)]),
  ]
}

const andringslagrum = ({ andring: a }: SgiSvar): string[] =>
  a?.slag === 'andrad' ? ['26:4', a.undantag ? SGI_UNDANTAG[a.undantag].lagrum : '26:6'] : []

function bekraftad(svar: Svar<SgiSvar>): Utfall {
  const belopp = sgiBelopp(svar.svar)
  const kalla: Kalla = { typ: 'bedomning', text: `bekräftad av ${svar.av.namn}`, id: svar.id, datum: svar.dag }
  const fakta = [
    faktaOm('Anställning', `${svar.svar.anstallning} kr`, kalla),
    faktaOm('Annat förvärvsarbete', `${svar.svar.annat} kr`, kalla),
    faktaOm('Gäller från', svar.svar.gallerFran),
    ...andringsfakta(svar.svar),
  ]
  const n = nod(
    'sgi',
    'Sjukpenninggrundande inkomst',
    ['25:2', '25:4', SGI_GRUNDER[svar.svar.grund].lagrum, ...andringslagrum(svar.svar)],
    belopp > 0 ? 'uppfyllt' : 'ejUppfyllt',
    `${SGI_GRUNDER[svar.svar.grund].text}. ${svar.svar.skal}`,
    fakta,
  )
  return belopp > 0 ? uppfyllt({ ...n, resultat: `${belopp} kr` }) : ejUppfyllt({ ...n, resultat: 'ingen SGI' })
}
