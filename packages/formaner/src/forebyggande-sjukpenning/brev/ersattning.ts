import type { Aktor, Beslut, Beslutsrad, Brevblock, Brevinnehall, Motivering, Utbetalningsrad } from '@atergang/arende'
import { kort, medManadsnamn, periodtext, veckodagsnamn, type Datum } from '@atergang/kalender'
import { allaNoder, flera, type Lagrum } from '@atergang/regelverk'
import type { Brevunderlag } from '../../gemensamt/beslut/vag.ts'
import { andringsbesked, andringsskalblock, type Andringsbrev } from '../../gemensamt/brev/andring.ts'
import {
  behallnablock,
  beslutsfattarblock,
  block,
  brevet,
  lagrumsblock,
  lista,
  motiveringsblock,
  omprovningsblock,
  overklagandeblock,
  rubrik,
  stycke,
  stycken,
  type Skalstext,
} from '../../gemensamt/brev/texter.ts'
import { kr } from '../../gemensamt/fakta.ts'
import { karenstiden } from '../../gemensamt/formanstid.ts'
import { SGI_UNDER, sgiBelopp, sgiPa, underUppgivenText } from '../../gemensamt/sgi.ts'
import { underUppgiven } from '../uppgifter.ts'
import { totalt } from '../../gemensamt/utbetalning.ts'
import { rakningen, type Ersattningsdag } from '../ersattning/dagar.ts'
import type { TRAFFAR } from '../ersattning/ersattningslage.ts'
import { ersattningarna } from '../ersattning/ersattningslage.ts'
import type { Ersattningsforslag } from '../ersattning/forslag.ts'
import { fakt, type Flage } from '../fakta.ts'
import { ERSATTNINGSSKAL, type Ersattningsskal } from '../koder/skal.ts'
import { godkandaBehandlingar, namnPaBehandling, planerna } from '../plan/planlage.ts'
import { nettodagarAv } from '../statistik/nettodagar.ts'
import { ANDELSNAMN, type Andel } from '../tid/dagstid.ts'
import {
  anmalningsblock,
  efterSvaretblock,
  informationsblock,
  materialblock,
  raknasblock,
  samtalsblock,
  svarablock,
  svarIMaterialet,
  yttrandeblock,
} from './texter.ts'

/** A reason of refusal as the person reads it. */
export const ERSATTNINGSTEXT: Record<Ersattningsskal, string> = {
  ingenSgi: 'Du har ingen sjukpenninggrundande inkomst. Då blir ersättningen 0 kronor.',
  underEnFjardedel:
    'Behandlingen, förberedelserna och resan tog mindre än en fjärdedel av arbetsdagen. Det minsta som kan ersättas är en fjärdedel.',
  utanforArbetstid: 'Behandlingen låg utanför din arbetstid. Bara tid som hindrar arbete kan ersättas.',
  utanforPlanen: 'Tillfället ingår inte i den plan som vi har godkänt.',
  inteGenomford: 'Behandlingen genomfördes inte den dagen.',
  onodigTid: 'En del av tiden var inte nödvändig för behandlingen.',
  inteArbetssokande: 'Du var inte anmäld som arbetssökande och beredd att ta ett erbjudet arbete.',
  redanProvad: 'Dagen är redan prövad i en annan ansökan.',
  hemma:
    'Behandlingen gjordes hemma. Om sådan tid ersätts är inte avgjort. Tills det är det räknas den inte, och det är lika i hela landet.',
  annanErsattning: 'Du får annan sjukpenning för samma del av dagen.',
  helSjukersattning: 'Du får redan hel sjukersättning eller hel aktivitetsersättning.',
  efterRiktalder: 'Du har fått sjukpenning för 180 dagar efter att du nådde riktåldern för pension.',
  efter71: 'Du har fått sjukpenning för högst det antal dagar som lagen tillåter efter 71 års ålder.',
}

const skalstexter = (rader: readonly Beslutsrad[]): Skalstext[] =>
  ([...new Set(rader.flatMap((r) => r.avslagsskal ?? []))] as Ersattningsskal[]).map((s) => ({
    namn: s,
    text: ERSATTNINGSTEXT[s],
    lagrum: ERSATTNINGSSKAL[s].lagrum.map((l) => `${l.forfattning === 'SFB' ? `${l.kapitel}:${l.paragraf}` : l.paragraf}`),
  }))

/** Why it goes against the person: what the days are refused for, and an SGI below what the person has told. */
function skalen(l: Flage, f: Pick<Ersattningsforslag, 'rader' | 'period' | 'emotParten'>): Skalstext[] {
  const under = f.emotParten?.includes(SGI_UNDER) ? underUppgiven(l, f.period) : null
  return [...skalstexter(f.rader), ...(under ? [underUppgivenText(under)] : [])]
}

const emotText = (f: Pick<Ersattningsforslag, 'emotParten'>): string =>
  f.emotParten?.includes(SGI_UNDER) ? ' Beloppet räknas på en lägre inkomst än du har uppgett.' : ''

const dagarText = (n: number): string => (n === 1 ? 'en dag' : `${n} dagar`)

/** One sentence that says the outcome. */
export function ersattningsbesked(rader: readonly Beslutsrad[], period: { from: Datum; tom: Datum }): string {
  const ja = rader.filter((r) => r.grad > 0)
  const nar = period.from === period.tom ? medManadsnamn(period.from) : periodtext(period)
  if (ja.length === 0) return `Du får inte förebyggande sjukpenning för ${nar}.`
  if (rader.every((r) => r.grad === r.yrkadGrad)) return `Du får förebyggande sjukpenning för ${dagarText(ja.length)}, ${nar}.`
  return `Du får förebyggande sjukpenning för en del av det du ansökte om: ${dagarText(ja.length)} av ${rader.length}, ${nar}.`
}

const decimal = (n: number): string => String(n).replace('.', ',')
const andelen = (g: number): string => ANDELSNAMN[g as Andel] ?? String(g)

function dagtabell(rader: readonly Beslutsrad[], utbetalning: readonly Utbetalningsrad[], minuter: ReadonlyMap<Datum, number>): Brevblock {
  const per = new Map(utbetalning.map((u) => [u.from, u]))
  return block(
    'dagarna',
    {
      typ: 'tabell',
      rubrik: 'Dagarna',
      summarad: true,
      kolumner: [
        { rubrik: 'Datum' },
        { rubrik: 'Minuter', hoger: true },
        { rubrik: 'Del av dagen' },
        { rubrik: 'Kronor', hoger: true },
        { rubrik: 'Nettodagar', hoger: true },
      ],
      rader: [
        ...rader.map((r) => [
          `${veckodagsnamn(r.from)} ${kort(r.from)}`,
          minuter.has(r.from) ? String(minuter.get(r.from)) : '',
          andelen(r.grad),
          kr(per.get(r.from)?.summa ?? 0),
          decimal(r.grad),
        ]),
        ['Totalt', '', '', kr(totalt(utbetalning)), decimal(nettodagarAv(rader.map((r) => ({ andel: r.grad as Andel }))))],
      ],
    },
    ['27:7', '27:45'],
  )
}

const minuterna = (dagar: readonly Ersattningsdag[]): ReadonlyMap<Datum, number> =>
  new Map(dagar.map((d) => [d.datum, d.tid.hindradeMinuter]))

const iKarenstid = (u: Utbetalningsrad): boolean => allaNoder(u.forklaring).some((n) => n.namn === 'karens' && n.rubrik === 'Karenstid')

/** Days in a karenstid that the exception for treatment does not lift (28, 30 §§). */
function karenstidsblock(l: Flage, utbetalning: readonly Utbetalningsrad[]): Brevblock[] {
  const dagar = utbetalning.filter(iKarenstid).map((u) => medManadsnamn(u.from))
  const karenstid = karenstiden(l)
  if (dagar.length === 0 || karenstid === undefined) return []
  return [
    stycke(
      'karenstid',
      `Du har valt en karenstid på ${karenstid} dagar. Den gäller också när du får behandling. Därför ersätter vi inte din inkomst av annat förvärvsarbete än anställning för ${dagar.join(', ')}.`,
      ['27:28', '27:30', '27:33'],
    ),
  ]
}

/** How it was reckoned, in the words of the rules: one example day, and what the amount is laid on. */
function sarRaknatblock(l: Flage, utbetalning: readonly Utbetalningsrad[]): Brevblock[] {
  const exempel = utbetalning.find((u) => u.kronorPerDag > 0)
  if (!exempel) return []
  const sgi = sgiPa(l, exempel.from)
  return [
    rubrik('sa-raknas', 'Så har vi räknat'),
    stycke('sa-raknas', `Så räknas till exempel ${medManadsnamn(exempel.from)}:`),
    lista('sa-raknas', rakningen(exempel), ['27:45', '28:7', '28:10']),
    ...(sgi
      ? stycken(
          'sgi',
          `Beloppet räknas på din sjukpenninggrundande inkomst (SGI), ${kr(sgiBelopp(sgi.svar))} om året från ${medManadsnamn(sgi.svar.gallerFran)}.${utbetalning.some(iKarenstid) ? '' : ' Ingen karens dras.'}`,
        )
      : []),
    ...(utbetalning.some((u) => u.avdrag.length)
      ? [lista('avdrag', [...new Set(utbetalning.flatMap((u) => u.avdrag.map((a) => a.text)))])]
      : []),
  ]
}

/** The plan that the decision rests on, and planned against done. */
/** What has been claimed against what was planned. */
function motPlanen(tillfallen: Ersattningsdag['tillfallen']): string {
  const antal = (...t: (keyof typeof TRAFFAR)[]) => tillfallen.filter((x) => t.includes(x.traff)).length
  const [planerade, flyttade, utanfor] = [antal('sammaTid', 'annanTid'), antal('flyttad'), antal('fler', 'utanfor')]
  if (tillfallen.length === 1)
    return `Tillfället du nu ansöker för är ${planerade ? 'som planerat' : flyttade ? 'flyttat inom veckan' : 'inte med i planen'}.`
  return `Av de ${tillfallen.length} tillfällen du nu ansöker för är ${planerade} som planerat${flyttade ? ` och ${flyttade} flyttade inom veckan` : ''}.${utanfor ? ` ${utanfor} står inte i planen.` : ''}`
}

function planblock(l: Flage, dagar: readonly Ersattningsdag[]): Brevblock[] {
  const beslut = planerna(l)
    .flatMap((p) => (p.beslut ? [p.beslut] : []))
    .at(-1)
  if (!beslut) return []
  const tillfallen = dagar.flatMap((d) => d.tillfallen)
  const planerade = godkandaBehandlingar(l).reduce((n, g) => n + g.tillfallen.length, 0)
  return [
    rubrik('planen', 'Planen som beslutet bygger på'),
    stycke(
      'planen',
      `Beslutet bygger på vårt beslut ${medManadsnamn(beslut.dag)} om din plan${
        godkandaBehandlingar(l).length
          ? `: ${godkandaBehandlingar(l)
              .map((g) => namnPaBehandling(g.plan))
              .join(', ')}, ${planerade} tillfällen`
          : ''
      }.`,
      ['27:6'],
    ),
    ...(godkandaBehandlingar(l).length ? [stycke('planerat-mot-gjort', motPlanen(tillfallen))] : []),
  ]
}

const ejBetaltblock = (dagar: readonly Ersattningsdag[]): Brevblock[] => {
  const nekade = dagar.filter((d) => d.skal)
  if (nekade.length === 0) return []
  return [
    rubrik('ej-betalt', 'Dagar som inte ersätts helt'),
    lista(
      'ej-betalt',
      nekade.map((d) => `${veckodagsnamn(d.datum)} ${kort(d.datum)}: ${ERSATTNINGSTEXT[d.skal!]}`),
    ),
  ]
}

const material = (l: Flage, ansokan: string): string[] => {
  const m = ersattningarna(l).find((x) => x.ansokan.id === ansokan)
  return [
    ...(m ? [`Din ansökan om ersättning, som kom in ${medManadsnamn(m.ansokan.varde.inkom)}`] : []),
    ...fakt(l, 'narvaro').map(() => 'Vårdgivarens uppgift om närvaro'),
    ...fakt(l, 'avbruten').map((f) => `Uppgift om att behandlingen slutade ${medManadsnamn(f.varde.dag)}`),
    ...svarIMaterialet(l),
  ]
}

/** The content of a coming refusal or part refusal (110 kap. 13 a §). */
export const ersattningskommunicering = (
  l: Flage,
  k: { forslag: Ersattningsforslag; motivering: Motivering; senast: Datum; dag: Datum },
): Brevinnehall =>
  brevet(
    l,
    {
      typ: 'kommunicering',
      mall: 'kommunicering',
      rubrik:
        k.forslag.utfall === 'avslag'
          ? 'Vi tänker avslå din ansökan om ersättning'
          : k.forslag.utfall === 'beviljat'
            ? 'Vi tänker bevilja din ansökan om ersättning, men räkna på en lägre inkomst än du har uppgett'
            : 'Vi tänker bevilja en del av din ansökan om ersättning',
      dag: k.dag,
    },
    [
      block('kommande-beslut', {
        typ: 'besked',
        text: `Så här tänker vi besluta: ${ersattningsbesked(k.forslag.rader, k.forslag.period)}${emotText(k.forslag)}`,
      }),
      ...svarablock(k.senast),
      dagtabell(k.forslag.rader, k.forslag.utbetalning, minuterna(k.forslag.dagar)),
      ...karenstidsblock(l, k.forslag.utbetalning),
      ...ejBetaltblock(k.forslag.dagar),
      ...motiveringsblock(skalen(l, k.forslag), k.motivering),
      ...materialblock(material(l, k.forslag.ansokan)),
      ...efterSvaretblock(),
    ],
  )

/** The decision on a claim (31–33 §§ förvaltningslagen): day by day, with what was reckoned and why. */
export function ersattningsbeslutsbrev(l: Flage, b: Brevunderlag<Ersattningsforslag>): Brevinnehall {
  const { rader, utbetalning, dagar, utfall, period } = b.forslag
  const nekat = utfall !== 'beviljat'
  const lagrum: Lagrum[] = [
    ...b.forslag.lagrum,
    ...utbetalning.flatMap((r) => allaNoder(r.forklaring).flatMap((n) => n.lagrum)),
    ...flera('113:7', '113:19'),
  ]
  return brevet(
    l,
    {
      typ: 'beslut',
      mall: 'ersattningsbeslut',
      rubrik: {
        beviljat: 'Beslut: du får förebyggande sjukpenning',
        delvisAvslag: 'Beslut: du får en del av den ersättning du ansökt om',
        avslag: 'Beslut: du får inte förebyggande sjukpenning',
      }[utfall as 'beviljat'],
      dag: b.dag,
    },
    [
      block('besked', { typ: 'besked', text: ersattningsbesked(rader, period) + emotText(b.forslag) }),
      rubrik('beslutat', 'Det här har vi beslutat'),
      dagtabell(rader, utbetalning, minuterna(dagar)),
      ...ejBetaltblock(dagar),
      ...motiveringsblock(skalen(l, b.forslag), b.motivering),
      ...yttrandeblock(b),
      ...sarRaknatblock(l, utbetalning),
      ...karenstidsblock(l, utbetalning),
      ...planblock(l, dagar),
      rubrik('inte-beslutat', 'Det här har vi inte beslutat'),
      stycke('inte-beslutat', 'Beslutet gäller bara de dagar som står i tabellen. Dagar du inte har ansökt om än prövas när du ansöker.'),
      ...(rader.some((r) => r.grad > 0) ? [...raknasblock(), ...anmalningsblock()] : []),
      ...(rader.some((r) => r.avslagsskal === 'utanforPlanen')
        ? [
            stycke(
              'utanfor-planen',
              'Behöver du mer behandling än planen omfattar? Ansök om det på Mina sidor. Är planen inte godkänd kan du begära omprövning av det beslutet.',
              ['27:6', '113:7'],
            ),
          ]
        : []),
      ...(nekat ? [rubrik('hander-nu', 'Vad som händer nu'), samtalsblock()] : []),
      ...informationsblock(b.information),
      ...materialblock(material(l, b.forslag.ansokan)),
      ...omprovningsblock(),
      ...lagrumsblock(lagrum),
      ...beslutsfattarblock({ ...b, enhet: l.arende.enhet }),
    ],
  )
}

/** The outcome of omprövning of a decision on days. */
export function ersattningsomprovningsbrev(
  l: Flage,
  o: {
    beslut: Beslut
    utfall: 'andras' | 'andrasInte' | 'avvisas'
    rader: readonly Beslutsrad[]
    utbetalning: readonly Utbetalningsrad[]
    motivering: Motivering
    dag: Datum
    fattatAv: Aktor
  },
): Brevinnehall {
  const tasUpp = o.beslut.utfall === 'avvisat'
  const besked = {
    andras: tasUpp
      ? 'Vi ändrar beslutet. Vi tar upp din ansökan och prövar den.'
      : `Vi ändrar beslutet. ${ersattningsbesked(o.rader, o.beslut.period)}`,
    andrasInte: 'Vi ändrar inte beslutet.',
    avvisas: 'Vi tar inte upp din begäran om omprövning, eftersom den kom in för sent.',
  }[o.utfall]
  return brevet(l, { typ: 'omprovning', mall: 'omprovning', rubrik: 'Beslut efter omprövning', dag: o.dag }, [
    block('besked', { typ: 'besked', text: besked }),
    stycke(
      'vilket',
      `Du begärde att vi skulle ompröva beslutet ${medManadsnamn(o.beslut.dag)} om ersättning för ${periodtext(o.beslut.period)}. En annan handläggare än den som beslutade har prövat det på nytt.`,
      ['113:7'],
    ),
    ...(o.utfall === 'andras' && !tasUpp ? [dagtabell(o.rader, o.utbetalning, new Map()), ...behallnablock(o.utbetalning, '113:8')] : []),
    ...motiveringsblock([], o.motivering),
    ...overklagandeblock(),
    ...lagrumsblock([
      ...(o.utfall === 'avvisas' ? flera('113:7', '113:10', '113:19', '113:20', '113:21') : flera('113:7', '113:8', '113:10', '113:20')),
      ...o.rader.flatMap((r) => r.lagrum),
    ]),
    ...beslutsfattarblock({ dag: o.dag, fattatAv: o.fattatAv, medverkande: [], enhet: l.arende.enhet }),
  ])
}

/** A decision changed because it was wrong (113 kap. 3 §). */
export function ersattningsandringsbrev(l: Flage, a: Andringsbrev): Brevinnehall {
  return brevet(l, { typ: 'beslut', mall: 'andring', rubrik: 'Vi har ändrat ett beslut om förebyggande sjukpenning', dag: a.dag }, [
    block('besked', { typ: 'besked', text: andringsbesked(a) }),
    ...andringsskalblock(a),
    dagtabell(
      a.nya.map((u) => ({ from: u.from, tom: u.tom, utfall: 'beviljat', grad: u.grad, yrkadGrad: u.grad, lagrum: [] })),
      a.nya,
      new Map(),
    ),
    ...sarRaknatblock(l, a.nya),
    ...karenstidsblock(l, a.nya),
    ...overklagandeblock(),
    ...lagrumsblock(flera(...a.lagrum, '27:6', '28:10')),
    ...beslutsfattarblock({ dag: a.dag, fattatAv: a.fattatAv, medverkande: [], enhet: l.arende.enhet }),
  ])
}
