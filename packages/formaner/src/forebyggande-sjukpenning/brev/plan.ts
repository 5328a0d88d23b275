import type { Aktor, Beslut, Brevblock, Brevinnehall, Motivering } from '@atergang/arende'
import { medManadsnamn, periodtext, type Datum } from '@atergang/kalender'
import { flera } from '@atergang/regelverk'
import type { Brevunderlag } from '../../gemensamt/beslut/vag.ts'
import {
  beslutsfattarblock,
  block,
  brevet,
  lagrumsblock,
  motiveringsblock,
  omprovningsblock,
  overklagandeblock,
  rubrik,
  stycke,
  stycken,
  type Skalstext,
} from '../../gemensamt/brev/texter.ts'
import type { Flage } from '../fakta.ts'
import { SYFTEN, UTFORANDEFORMER, type Syfte } from '../koder/koder.ts'
import { PLANSKAL } from '../koder/skal.ts'
import type { Planforslag } from '../plan/forslag.ts'
import { planerna, utlatandena, type Planbeslutsrad } from '../plan/planlage.ts'
import { arendetsForhandskoll } from '../plan/uppgifter.ts'
import { forhandskollsblock, steg2block } from './forhandskoll.ts'
import {
  anmalningsblock,
  efterSvaretblock,
  informationsblock,
  materialblock,
  raknasblock,
  samtalsblock,
  svarablock,
  svarIMaterialet,
  uppfoljningsblock,
  yttrandeblock,
} from './texter.ts'

const JANEJ = { ja: 'godkänd', nej: 'inte godkänd', begransat: 'godkänd i en del' } as const

/** One sentence that says the outcome, and that it is the plan alone. */
export function planbesked(rader: readonly Planbeslutsrad[]): string {
  const ja = rader.filter((r) => r.godkanns === 'ja')
  if (ja.length === rader.length) return 'Vi godkänner din plan. Det är ett beslut om planen, inte om ersättning.'
  if (rader.every((r) => r.godkanns === 'nej')) return 'Vi godkänner inte din plan.'
  return 'Vi godkänner en del av din plan. Det är ett beslut om planen, inte om ersättning.'
}

const omfattning = (r: Planbeslutsrad): string => {
  if (r.godkanns === 'nej') return '–'
  const tid = r.godkantFrom && r.godkantTom ? periodtext({ from: r.godkantFrom, tom: r.godkantTom }) : ''
  return `${r.godkanda} tillfällen${tid ? `, ${tid}` : ''}`
}

/** The plan as it was decided, treatment by treatment. */
export const plantabell = (rader: readonly Planbeslutsrad[]): Brevblock =>
  block(
    'planen',
    {
      typ: 'tabell',
      rubrik: 'Din plan',
      kolumner: [
        { rubrik: 'Behandling' },
        { rubrik: 'Vårdgivare' },
        { rubrik: 'Planerat' },
        { rubrik: 'Var' },
        { rubrik: 'Beslut' },
        { rubrik: 'Godkänt' },
      ],
      rader: rader.map((r) => [
        r.namn,
        r.vardgivare,
        `${r.planerade} tillfällen${r.from && r.tom ? `, ${periodtext({ from: r.from, tom: r.tom })}` : ''}`,
        UTFORANDEFORMER[r.utforande].namn,
        JANEJ[r.godkanns],
        omfattning(r),
      ]),
    },
    ['27:6'],
  )

const skalstexter = (rader: readonly Planbeslutsrad[]): Skalstext[] =>
  [...new Set(rader.flatMap((r) => r.skal))].map((s) => ({ namn: s, text: `${PLANSKAL[s].namn}.`, lagrum: ['27:6'] }))

/** The reasons treatment by treatment, for what is not approved as asked for. */
const behandlingsskal = (rader: readonly Planbeslutsrad[]): Brevblock[] =>
  rader.filter((r) => r.godkanns !== 'ja').flatMap((r) => stycken(`skal-${r.id}`, `${r.namn}: ${r.text}`))

const material = (l: Flage, ansokan: string): string[] => {
  const p = planerna(l).find((x) => x.ansokan.id === ansokan)
  return [
    ...(p ? [`Din ansökan, som kom in ${medManadsnamn(p.ansokan.varde.inkom)}`] : []),
    ...(p
      ? utlatandena(l, p).map(
          (u) =>
            `Utlåtande av ${[u.varde.lakare, u.varde.vardenhet].filter(Boolean).join(', ') || 'läkare'}, som kom in ${medManadsnamn(u.varde.inkom)}`,
        )
      : []),
    ...svarIMaterialet(l),
  ]
}

/** The content of the coming decision on a plan (110 kap. 13 a §). */
export const plankommunicering = (l: Flage, k: { forslag: Planforslag; motivering: Motivering; senast: Datum; dag: Datum }): Brevinnehall =>
  brevet(
    l,
    {
      typ: 'kommunicering',
      mall: 'kommunicering',
      rubrik: k.forslag.utfall === 'avslag' ? 'Vi tänker inte godkänna din plan' : 'Vi tänker godkänna en del av din plan',
      dag: k.dag,
    },
    [
      block('kommande-beslut', { typ: 'besked', text: `Så här tänker vi besluta: ${planbesked(k.forslag.plan)}` }),
      ...svarablock(k.senast),
      plantabell(k.forslag.plan),
      ...motiveringsblock(skalstexter(k.forslag.plan), k.motivering),
      ...behandlingsskal(k.forslag.plan),
      ...materialblock(material(l, k.forslag.ansokan)),
      ...efterSvaretblock(),
    ],
  )

const ansokblock = (rader: readonly Planbeslutsrad[]): Brevblock[] => {
  const forsta = rader.flatMap((r) => r.godkantFrom ?? []).sort()[0]
  return [
    rubrik('sa-ansoker-du', 'Så ansöker du om ersättning'),
    stycke(
      'sa-ansoker-du',
      `Ansök på Mina sidor för de tillfällen du har gjort. Du kan ansöka från ${forsta ? medManadsnamn(forsta) : 'den första behandlingsdagen'}, efter varje tillfälle eller för flera på en gång. Skriv när behandlingen började, hur länge den pågick och hur lång tid resan och förberedelserna tog.`,
      ['27:6', '27:7', '110:4'],
    ),
  ]
}

/** The decision on a plan: what has been decided, and what has not (31–33 §§ förvaltningslagen; D029). */
export function planbeslutsbrev(l: Flage, b: Brevunderlag<Planforslag>): Brevinnehall {
  const { plan, utfall, syfte } = b.forslag
  const p = planerna(l).find((x) => x.ansokan.id === b.forslag.ansokan)
  const godkant = plan.some((r) => r.godkanns !== 'nej')
  const uppfoljning = p ? (utlatandena(l, p).at(-1)?.varde.uppfoljning ?? null) : null
  const nekat = utfall !== 'beviljat'
  return brevet(
    l,
    {
      typ: 'beslut',
      mall: 'planbeslut',
      rubrik: {
        beviljat: 'Beslut: vi godkänner din plan',
        delvisAvslag: 'Beslut: vi godkänner en del av din plan',
        avslag: 'Beslut: vi godkänner inte din plan',
      }[utfall as 'beviljat'],
      dag: b.dag,
    },
    [
      block('besked', { typ: 'besked', text: planbesked(plan) }),
      rubrik('beslutat', 'Det här har vi beslutat'),
      ...(godkant && syfte
        ? [
            stycke(
              'beslutat',
              `Behandlingen syftar till att ${SYFTEN[syfte as Syfte].namn}. Den är ordinerad av läkare och ingår nu i en plan som vi har godkänt.`,
              ['27:6'],
            ),
          ]
        : []),
      plantabell(plan),
      ...motiveringsblock(skalstexter(plan), b.motivering),
      ...behandlingsskal(plan),
      ...yttrandeblock(b),
      ...steg2block(godkant),
      ...(godkant
        ? forhandskollsblock(
            arendetsForhandskoll(
              l,
              p?.attProva.filter((x) => plan.some((r) => r.id === x.id && r.godkanns !== 'nej')) ?? [],
              b.dag,
              'efterPlanbeslut',
            ),
          )
        : []),
      ...(godkant ? [...ansokblock(plan), ...raknasblock(), ...anmalningsblock(), ...uppfoljningsblock(uppfoljning)] : []),
      ...(nekat
        ? [
            rubrik('hander-nu', 'Vad som händer nu'),
            samtalsblock(),
            stycke(
              'ny-plan',
              'Du kan ansöka om en ny plan, till exempel om behandlingen läggs upp på ett annat sätt eller om vården har nya uppgifter.',
              ['110:4'],
            ),
          ]
        : []),
      ...informationsblock(b.information),
      ...materialblock(material(l, b.forslag.ansokan)),
      ...omprovningsblock(),
      ...lagrumsblock([
        ...b.forslag.lagrum,
        ...(godkant ? flera('110:46', '110:47') : []),
        ...(nekat ? flera('110:13 a') : []),
        ...flera('113:7', '113:19'),
      ]),
      ...beslutsfattarblock({ ...b, enhet: l.arende.enhet }),
    ],
  )
}

/** The outcome of omprövning of a decision on a plan. */
export function planomprovningsbrev(
  l: Flage,
  o: {
    beslut: Beslut
    utfall: 'andras' | 'andrasInte' | 'avvisas'
    plan: readonly Planbeslutsrad[] | null
    motivering: Motivering
    dag: Datum
    fattatAv: Aktor
  },
): Brevinnehall {
  const tasUpp = o.beslut.utfall === 'avvisat'
  const besked = {
    andras: tasUpp
      ? 'Vi ändrar beslutet. Vi tar upp din ansökan och prövar den.'
      : `Vi ändrar beslutet. ${o.plan ? planbesked(o.plan) : ''}`.trim(),
    andrasInte: 'Vi ändrar inte beslutet om din plan.',
    avvisas: 'Vi tar inte upp din begäran om omprövning, eftersom den kom in för sent.',
  }[o.utfall]
  return brevet(l, { typ: 'omprovning', mall: 'omprovning', rubrik: 'Beslut efter omprövning', dag: o.dag }, [
    block('besked', { typ: 'besked', text: besked }),
    stycke(
      'vilket',
      `Du begärde att vi skulle ompröva beslutet ${medManadsnamn(o.beslut.dag)} om din plan. En annan handläggare än den som beslutade har prövat det på nytt.`,
      ['113:7'],
    ),
    ...(o.plan ? [plantabell(o.plan)] : []),
    ...motiveringsblock([], o.motivering),
    ...(o.plan
      ? [
          ...steg2block(true),
          ...ansokblock(o.plan),
          stycke(
            'tidigare-avslag',
            'Har du fått avslag på ersättning bara för att planen inte var godkänd prövar vi de dagarna på nytt. Du behöver inte göra något.',
            ['113:3'],
          ),
        ]
      : []),
    ...overklagandeblock(),
    ...lagrumsblock(
      o.utfall === 'avvisas' ? flera('113:7', '113:10', '113:19', '113:20', '113:21') : flera('27:6', '113:7', '113:8', '113:10', '113:20'),
    ),
    ...beslutsfattarblock({ dag: o.dag, fattatAv: o.fattatAv, medverkande: [], enhet: l.arende.enhet }),
  ])
}
