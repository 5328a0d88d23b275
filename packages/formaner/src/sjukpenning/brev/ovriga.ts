import type { Aktor, Beslut, Beslutsrad, Brevinnehall, Motivering, Utbetalningsrad } from '@atergang/arende'
import { medManadsnamn, periodtext, type Datum } from '@atergang/kalender'
import { flera } from '@atergang/regelverk'
import { andringsbesked, andringsskalblock, type Andringsbrev } from '../../gemensamt/brev/andring.ts'
import {
  anmalningsblock,
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
} from '../../gemensamt/brev/texter.ts'
import { informationspunkt, type Informationsamne } from '../../gemensamt/information.ts'
import type { Slage } from '../fakta.ts'
import type { Forslag } from '../forslag.ts'
import { beraknadBlock, besked, materialblock } from './beslut.ts'
import { annanErsattningsblock, emotText, skalen, skalstexter } from './skal.ts'

/** The content of the coming decision, with the material and a time to answer (110 kap. 13 a § SFB, 10 and 25 §§ förvaltningslagen). */
export function kommuniceringsbrev(
  l: Slage,
  k: { forslag: Pick<Forslag, 'rader' | 'emotParten'>; motivering: Motivering; senast: Datum; dag: Datum },
): Brevinnehall {
  const { rader } = k.forslag
  const delvis = rader.some((r) => r.grad > 0)
  const helt = rader.every((r) => r.grad === r.yrkadGrad)
  return brevet(
    l,
    {
      typ: 'kommunicering',
      mall: 'kommunicering',
      rubrik: helt
        ? 'Vi tänker bevilja din ansökan, men räkna på en lägre inkomst än du har uppgett'
        : delvis
          ? 'Vi tänker bevilja en del av din ansökan'
          : 'Vi tänker avslå din ansökan om sjukpenning',
      dag: k.dag,
    },
    [
      block('kommande-beslut', { typ: 'besked', text: `Så här tänker vi besluta: ${besked(rader)}${emotText(k.forslag)}` }),
      rubrik('svara', 'Du kan svara innan vi beslutar'),
      stycke(
        'svara',
        `Har du uppgifter som vi saknar, eller tycker du att något är fel? Svara senast ${medManadsnamn(k.senast)}. Du kan svara på Mina sidor, i ett brev eller muntligt, till exempel per telefon. Inget är beslutat än.`,
        ['110:13 a', 'FL 24', 'FL 25'],
      ),
      ...motiveringsblock(skalen(l, k.forslag, k.dag), k.motivering),
      ...annanErsattningsblock(l, k.forslag.rader),
      ...materialblock(l),
      stycke(
        'ratt-att-se',
        'Du har rätt att se allt material i ditt ärende. Det finns på Mina sidor, och vi skickar det till dig om du vill.',
        ['FL 10'],
      ),
      rubrik('efter-svaret', 'Vad som händer sedan'),
      stycke(
        'efter-svaret',
        'Vi läser ditt svar innan vi beslutar. Hör vi inget beslutar vi på de uppgifter som finns. Du får beslutet i ett eget brev, och du kan då begära omprövning.',
      ),
    ],
  )
}

/** What the person needs to know when a period comes to its end (D014). */
export function periodslutsbrev(
  l: Slage,
  p: { slut: Datum; information: readonly Informationsamne[]; dag: Datum; av: Aktor },
): Brevinnehall {
  return brevet(
    l,
    { typ: 'information', mall: 'information', rubrik: 'Din sjukpenning tar snart slut', dag: p.dag },
    [
      stycke(
        'slut',
        `Du har fått sjukpenning beviljad till och med ${medManadsnamn(p.slut)}. Vi har inte fått något läkarintyg för tiden efter det.`,
      ),
      ...(p.information.includes('fortsattSjuk')
        ? [
            stycke(
              'fortsatt-sjuk',
              'Är du fortfarande sjuk då? Be din läkare om ett nytt intyg och ansök för de nya dagarna på Mina sidor.',
              ['27:25', '110:4'],
            ),
          ]
        : []),
      rubrik('information', 'Bra att veta'),
      lista('information', p.information.filter((i) => i !== 'fortsattSjuk').map(informationspunkt)),
      stycke('fragor', `Hör av dig till oss om du undrar något. ${p.av.namn} handlägger ditt ärende.`, ['FL 6']),
    ].filter(
      (b, i, alla) =>
        !(b.typ === 'lista' && b.punkter.length === 0) &&
        !(
          b.namn === 'information-rubrik' &&
          alla[i + 1]?.typ === 'lista' &&
          (alla[i + 1] as { punkter: readonly string[] }).punkter.length === 0
        ),
    ),
  )
}

/** Interim sjukpenning while the case awaits its decision (112 kap. 2 a §). */
export function interimistisktBrev(
  l: Slage,
  b: Pick<Beslut, 'rader' | 'utbetalning' | 'motivering' | 'dag' | 'fattatAv' | 'medverkande'>,
): Brevinnehall {
  return brevet(
    l,
    { typ: 'beslut', mall: 'interimistiskt', rubrik: 'Tillfälligt beslut: du får sjukpenning medan vi utreder', dag: b.dag },
    [
      block('besked', { typ: 'besked', text: `${besked(b.rader)} Beslutet är tillfälligt.` }),
      stycke(
        'tillfalligt',
        'Vi har inte avgjort din ansökan än. Medan vi utreder får du sjukpenning genom ett interimistiskt beslut. Det slutliga beslutet kan bli ett annat.',
        ['112:2 a'],
      ),
      ...motiveringsblock(skalstexter(l, b.rader, b.dag), b.motivering),
      ...beraknadBlock(l, b.utbetalning),
      ...anmalningsblock(),
      ...omprovningsblock(),
      ...lagrumsblock(flera('112:2 a', '27:26', '28:10')),
      ...beslutsfattarblock({ ...b, enhet: l.arende.enhet }),
    ],
  )
}

/** A decision changed because it was wrong (113 kap. 3 §). */
export function andringsbrev(l: Slage, a: Andringsbrev): Brevinnehall {
  return brevet(l, { typ: 'beslut', mall: 'andring', rubrik: 'Vi har ändrat ett beslut om sjukpenning', dag: a.dag }, [
    block('besked', { typ: 'besked', text: andringsbesked(a) }),
    ...andringsskalblock(a),
    ...beraknadBlock(l, a.nya),
    ...overklagandeblock(),
    ...lagrumsblock(flera(...a.lagrum, '28:10')),
    ...beslutsfattarblock({ dag: a.dag, fattatAv: a.fattatAv, medverkande: [], enhet: l.arende.enhet }),
  ])
}

/** The outcome of omprövning, and how to appeal (113 kap. 7–8, 10, 20 §§). */
export function omprovningsbrev(
  l: Slage,
  o: {
    beslut: Beslut
    utfall: 'andras' | 'andrasInte' | 'avvisas'
    rader: readonly Beslutsrad[]
    utbetalning: readonly Utbetalningsrad[]
    motivering: Motivering
    dag: Datum
    fattatAv: Beslut['fattatAv']
  },
): Brevinnehall {
  const tasUpp = o.beslut.utfall === 'avvisat'
  const besked1 = {
    andras: tasUpp ? 'Vi ändrar beslutet. Vi tar upp din ansökan och prövar den.' : `Vi ändrar beslutet. ${besked(o.rader)}`,
    andrasInte: 'Vi ändrar inte beslutet.',
    avvisas: 'Vi tar inte upp din begäran om omprövning, eftersom den kom in för sent.',
  }[o.utfall]
  return brevet(l, { typ: 'omprovning', mall: 'omprovning', rubrik: 'Beslut efter omprövning', dag: o.dag }, [
    block('besked', { typ: 'besked', text: besked1 }),
    stycke(
      'vilket',
      `Du begärde att vi skulle ompröva beslutet ${medManadsnamn(o.beslut.dag)} för ${periodtext(o.beslut.period)}. En annan handläggare än den som beslutade har prövat det på nytt.`,
      ['113:7'],
    ),
    ...motiveringsblock(o.utfall === 'andras' ? [] : skalstexter(l, o.rader, o.dag), o.motivering),
    ...(o.utfall === 'andras' ? [...beraknadBlock(l, o.utbetalning), ...behallnablock(o.utbetalning, '113:8')] : []),
    ...overklagandeblock(),
    ...lagrumsblock([
      ...(o.utfall === 'avvisas' ? flera('113:7', '113:10', '113:19', '113:20', '113:21') : flera('113:7', '113:8', '113:10', '113:20')),
      ...o.rader.flatMap((r) => r.lagrum),
    ]),
    ...beslutsfattarblock({ dag: o.dag, fattatAv: o.fattatAv, medverkande: [], enhet: l.arende.enhet }),
  ])
}
