import { arTillNackdel, type Beslutsrad, type Brevblock, type Brevinnehall, type Utbetalningsrad } from '@atergang/arende'
import { gemensamma, medManadsnamn, periodtext, type Datum, type Period } from '@atergang/kalender'
import { allaNoder, flera, type Lagrum } from '@atergang/regelverk'
import type { Brevunderlag } from '../../gemensamt/beslut/vag.ts'
import {
  anmalningsblock,
  arbetsskadeblock,
  beslutsfattarblock,
  block,
  brevet,
  lagrumsblock,
  lista,
  motiveringsblock,
  omprovningsblock,
  rubrik,
  stycke,
  stycken,
} from '../../gemensamt/brev/texter.ts'
import { informationspunkt } from '../../gemensamt/information.ts'
import { NIVANAMN, totalt } from '../../gemensamt/utbetalning.ts'
import { fakt, kr, type Slage } from '../fakta.ts'
import { gradord, type Forslag } from '../forslag.ts'
import { sgiBelopp, sgiPa, uppgivenInkomst } from '../sgi.ts'
import { annanErsattningsblock, emotText, skalen } from './skal.ts'

/** One sentence that says the outcome. */
export function besked(rader: readonly Beslutsrad[]): string {
  const beviljade = rader.filter((r) => r.grad > 0)
  const avslagna = rader.filter((r) => r.grad === 0)
  const ihop = (rs: readonly Beslutsrad[]) =>
    rs
      .map((r) =>
        r.grad > 0
          ? `${periodtext(r)} (${gradord(r.grad)}${r.grad < r.yrkadGrad ? `, du ansökte om ${gradord(r.yrkadGrad)}` : ''})`
          : periodtext(r),
      )
      .join(', ')
  if (beviljade.length === 0) return `Du får inte sjukpenning för ${ihop(avslagna)}.`
  if (avslagna.length === 0) return `Du får sjukpenning för ${ihop(beviljade)}.`
  return `Du får sjukpenning för ${ihop(beviljade)}. Du får inte sjukpenning för ${ihop(avslagna)}.`
}

/** The documents behind the decision, each with sender and day, so that the person can check them. With `dagar`, only those that speak of these days. */
export function materialblock(l: Slage, dagar?: readonly Period[]): Brevblock[] {
  const ror = (perioder: readonly Period[]): boolean => !dagar || gemensamma(dagar, perioder).length > 0
  const punkter = [
    ...fakt(l, 'ansokan')
      .filter((f) => ror(f.varde.perioder))
      .map((f) => `Din ansökan, som kom in ${medManadsnamn(f.varde.inkom)}`),
    ...fakt(l, 'intyg')
      .filter((f) => ror(f.varde.perioder))
      .map(
        (f) =>
          `Läkarintyg av ${f.varde.lakare}, ${f.varde.vardenhet}${f.varde.signerat ? `, ${medManadsnamn(f.varde.signerat.slice(0, 10) as Datum)}` : ''}`,
      ),
    ...(dagar ? [] : ovrigtMaterial(l)),
  ]
  return punkter.length ? [rubrik('material', 'Handlingar som vi bygger på'), lista('material', punkter)] : []
}

const ovrigtMaterial = (l: Slage): string[] => [
  ...fakt(l, 'plan').map((f) => `Arbetsgivarens plan för återgång${f.varde.upprattad ? `, ${medManadsnamn(f.varde.upprattad)}` : ''}`),
  ...l.begaran.filter((b) => b.svar && !b.svar.faktumId).map((b) => `${b.rubrik}: svar från ${b.tillNamn} ${medManadsnamn(b.svar!.dag)}`),
  ...l.kontakter.filter((k) => k.med === 'forsakrad' && k.traffad).map((k) => `Samtal med dig ${medManadsnamn(k.dag)}`),
]

/** The income behind the amount: how much, from when, and who told it (25 kap. 4 §). */
function inkomstblock(l: Slage, forsta: Datum): Brevblock[] {
  const sgi = sgiPa(l, forsta)
  if (!sgi) return []
  const kalla = uppgivenInkomst(l)?.kalla
  return stycken(
    'sgi',
    `Beloppet räknas på din sjukpenninggrundande inkomst (SGI), ${kr(sgiBelopp(sgi.svar))} om året från ${medManadsnamn(sgi.svar.gallerFran)}.${kalla ? ` Inkomsten kommer från: ${kalla.text}${kalla.datum ? `, ${medManadsnamn(kalla.datum)}` : ''}.` : ''}`,
  )
}

/** The amounts with their arithmetic (D007): a table, and how a day was reckoned. */
export function beraknadBlock(l: Slage, rader: readonly Utbetalningsrad[]): Brevblock[] {
  if (rader.length === 0) return []
  const avdrag = rader.flatMap((r) => r.avdrag)
  return [
    rubrik('berakning', 'Så mycket får du'),
    block(
      'berakning',
      {
        typ: 'tabell',
        rubrik: 'Sjukpenning före skatt',
        summarad: true,
        kolumner: [
          { rubrik: 'Period' },
          { rubrik: 'Omfattning' },
          { rubrik: 'Nivå' },
          { rubrik: 'Dagar', hoger: true },
          { rubrik: 'Per dag', hoger: true },
          { rubrik: 'Avdrag', hoger: true },
          { rubrik: 'Summa', hoger: true },
        ],
        rader: [
          ...rader.map((r) => [
            periodtext(r),
            gradord(r.grad),
            r.kronorPerDag ? NIVANAMN[r.niva] : r.forklaring.rubrik.toLowerCase(),
            String(r.dagar),
            kr(r.kronorPerDag),
            kr(r.avdrag.reduce((n, a) => n + a.kronor, 0)),
            kr(r.summa),
          ]),
          [
            'Totalt',
            '',
            '',
            String(rader.reduce((n, r) => n + r.dagar, 0)),
            '',
            kr(avdrag.reduce((n, a) => n + a.kronor, 0)),
            kr(totalt(rader)),
          ],
        ],
      },
      ['28:7', '28:10'],
    ),
    ...inkomstblock(l, rader[0]!.from),
    stycke('sa-raknas', 'Så räknas en dag:'),
    lista('sa-raknas', [...new Set(rader.flatMap(rakningen))]),
    ...(avdrag.length ? [lista('avdrag', [...new Set(avdrag.map((a) => a.text))])] : []),
  ]
}

const rakningen = (r: Utbetalningsrad): string[] =>
  allaNoder(r.forklaring)
    .filter((n) => n.rakning)
    .map((n) => `${n.rubrik}: ${n.rakning}`)
    .reverse()

export type Beslutsbrevunderlag = Omit<Brevunderlag<Forslag>, 'forslag'> & {
  readonly forslag: Pick<Forslag, 'rader' | 'utbetalning' | 'lagrum' | 'emotParten'>
}

const arNfaAvslag = (rader: readonly Beslutsrad[]): boolean => rader.some((r) => r.avslagsskal === 'klararNormaltForekommande')

/** The decision letter (31–33 §§ förvaltningslagen). */
export function beslutsbrev(l: Slage, b: Beslutsbrevunderlag): Brevinnehall {
  const { rader, utbetalning } = b.forslag
  const avslag = rader.some((r) => r.grad < r.yrkadGrad)
  const lagrum: Lagrum[] = [
    ...b.forslag.lagrum,
    ...utbetalning.flatMap((r) => allaNoder(r.forklaring).flatMap((n) => n.lagrum)),
    ...flera('113:7', '113:19'),
  ]
  return brevet(
    l,
    {
      typ: 'beslut',
      mall: 'beslut',
      rubrik: avslag
        ? rader.some((r) => r.grad > 0)
          ? 'Beslut: du får en del av den sjukpenning du ansökt om'
          : 'Beslut: du får inte sjukpenning'
        : 'Beslut: du får sjukpenning',
      dag: b.dag,
    },
    [
      block('besked', { typ: 'besked', text: besked(rader) + emotText(b.forslag) }),
      ...motiveringsblock(skalen(l, b.forslag, b.dag), b.motivering),
      ...annanErsattningsblock(l, rader),
      ...yttrandeblock(b),
      ...beraknadBlock(l, utbetalning),
      ...(arTillNackdel({ ...b.forslag, utfall: 'beviljat' }) ? materialblock(l) : materialblock(l, rader)),
      ...(arNfaAvslag(rader) ? arbetsskadeblock() : []),
      rubrik('hander-nu', 'Vad som händer nu'),
      ...handerNu(rader),
      ...(utbetalning.length ? anmalningsblock() : []),
      ...(b.information.length
        ? [
            rubrik('information', 'Bra att veta'),
            lista('information', b.information.filter((i) => i !== 'anmalningsskyldighet').map(informationspunkt)),
          ].filter((x) => x.typ !== 'lista' || x.punkter.length)
        : []),
      ...omprovningsblock(),
      ...lagrumsblock(lagrum),
      ...beslutsfattarblock({ ...b, enhet: l.arende.enhet }),
    ].filter((x, i, alla) => !(x.namn === 'information-rubrik' && alla[i + 1]?.namn !== 'information')),
  )
}

function yttrandeblock(b: Beslutsbrevunderlag): Brevblock[] {
  const y = b.kommunicering?.yttranden ?? []
  if (!b.kommunicering) return []
  if (y.length === 0)
    return [
      rubrik('yttrande', 'Vad du har sagt'),
      stycke('yttrande', `Vi skickade det kommande beslutet till dig ${medManadsnamn(b.kommunicering.skickad)}. Du har inte svarat.`, [
        '110:13 a',
      ]),
    ]
  return [
    rubrik('yttrande', 'Vad du har sagt'),
    ...y.flatMap((x, i) =>
      stycken(`yttrande-${i + 1}`, `${x.satt === 'muntligt' ? 'Du berättade' : 'Du skrev'} ${medManadsnamn(x.dag)}: ${x.text}`),
    ),
    ...(b.beaktat ? stycken('beaktat', b.beaktat) : []),
  ]
}

function handerNu(rader: readonly Beslutsrad[]): Brevblock[] {
  const avslag = rader.some((r) => r.grad < r.yrkadGrad)
  return [
    ...(rader.some((r) => r.grad > 0)
      ? [
          stycke(
            'hander-beviljat',
            'Är du sjuk längre än beslutet gäller? Lämna ett nytt läkarintyg och ansök för de nya dagarna på Mina sidor.',
          ),
        ]
      : []),
    ...(avslag
      ? [
          stycke(
            'hander-avslag',
            'Vi ringer dig för att förklara beslutet och svara på frågor. Säg till om du behöver tolk eller någon annan anpassning.',
            ['FL 6', 'FL 13'],
          ),
        ]
      : []),
    ...(arNfaAvslag(rader)
      ? [
          stycke(
            'hander-omstallning',
            'Du erbjuds ett omställningsmöte med Arbetsförmedlingen, om stöd för att hitta arbete och om a-kassa och aktivitetsstöd.',
            ['FL 6', 'FL 8'],
          ),
        ]
      : []),
    ...(avslag ? [stycke('hander-ny', 'Om din hälsa ändras kan du ansöka igen.')] : []),
    stycke('galler', 'Beslutet gäller genast.', ['112:5']),
  ]
}
