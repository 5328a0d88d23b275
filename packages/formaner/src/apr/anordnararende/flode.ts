import { oppnaBegaran, yttratKlart, type Automatik, type Flode, type Kommande, type Steg, type Utfall } from '@atergang/arende'
import { medManadsnamn, plusDagar, type Datum } from '@atergang/kalender'
import { antagetMottagande, aprKompletteringsfrist, flera, overklagandeSenastFL, vardetDen } from '@atergang/regelverk'
import { beslutssteg } from '../../gemensamt/beslut/steg.ts'
import { kontaktsteg } from '../../gemensamt/kontakt.ts'
import { automatiskt, avvaktar, ejAktuellt, faktaOm, fraga, nod, uppfyllt, vantar } from '../../gemensamt/steg.ts'
import { SLUTSKAL } from '../anordnare/godkannande.ts'
import { KNYTNINGAR, KOMPETENSER } from '../anordnare/kompetens.ts'
import { overklagandesteg } from '../arende/steg/efter.ts'
import { ankomsttext, fakt, type Anordnarfakta, type Nlage } from './fakta.ts'
import {
  behoven,
  fleraKompetenser,
  godkannandena,
  kompetensnyckel,
  oavgjord,
  omprovningsnyckel,
  omprovningsskal,
  omprovningssvaret,
  oppenBegaran,
  pagaende,
  personnyckel,
  provningen,
  uppgifterna,
  utanSlut,
} from './lage.ts'
import { arUtredd, godkannandevag, upphorandevag, VERSIONER } from './vag.ts'

type Fakta = Record<string, unknown> & Anordnarfakta
const PARAGRAF = ['förordning (2014:67) 8']
const steg = (
  namn: string,
  rubrik: string,
  lagrum: readonly string[],
  prova: (l: Nlage, idag: Datum) => readonly Utfall[],
): Steg<Fakta> => ({ namn, rubrik, lagrum: flera(...lagrum), prova: (l, idag) => prova(l as Nlage, idag) })

const ansokanssteg = steg('ansokan', 'Ansökan', PARAGRAF, (l) => {
  const a = oavgjord(l)
  return [
    a
      ? automatiskt(nod('ansokan', 'Ansökan', PARAGRAF, 'uppfyllt', `Ansökan ${ankomsttext(a.varde)}.`))
      : ejAktuellt('Ingen ansökan väntar på beslut.'),
  ]
})

/** One question for each competence that is stated: is it shown? */
const underlagssteg = steg('underlag', 'Visade kompetenser', PARAGRAF, (l, idag) => {
  const alla = uppgifterna(l)
  if (!oavgjord(l) && !pagaende(l, idag)) return [ejAktuellt('Inget godkännande prövas eller gäller.')]
  if (alla.length === 0)
    return [
      vantar({
        pa: 'anordnare',
        paNamn: 'Anordnaren',
        vad: 'Kompetenser',
        varfor: 'Ansökan saknar uppgift om kompetenser.',
        sedan: l.arende.inlett,
        till: null,
        lagrum: PARAGRAF,
      }),
    ]
  return alla.map((u) => {
    const { uppgift } = u
    const namn = `${KOMPETENSER[uppgift.kompetens].namn}, ${uppgift.person}`
    const b = oppenBegaran(l, uppgift.id, idag)
    if (b)
      return vantar({
        pa: 'anordnare',
        paNamn: b.tillNamn,
        vad: `Underlag för ${namn}`,
        varfor: b.fragor.map((f) => f.text).join(' '),
        sedan: b.skickad,
        till: plusDagar(b.senast, 1),
        lagrum: ['FL 23'],
      })
    if (u.bedomd)
      return uppfyllt(
        nod(`kompetens:${uppgift.id}`, namn, PARAGRAF, 'uppfyllt', uppgift.styrkt ? 'Visad.' : 'Inte visad, eller räknas inte.', [
          faktaOm('Från', uppgift.from),
          ...(uppgift.tom ? [faktaOm('Till', uppgift.tom)] : []),
        ]),
      )
    return fraga({
      nyckel: kompetensnyckel(uppgift.id),
      kod: 'aprKompetens',
      rubrik: `Är kompetensen visad: ${namn}?`,
      hjalp: 'Legitimation, examensbevis eller avtal visar kompetensen. Anställd eller genom avtal går lika bra.',
      lagrum: [...PARAGRAF, 'FL 23'],
      paGrundval: u.grund,
      varforNu: oavgjord(l) ? 'Anordnaren ansöker om godkännande.' : 'Anordnaren har ändrat sina uppgifter.',
      formular: {
        uppgift: { ...uppgift, kompetensnamn: KOMPETENSER[uppgift.kompetens].namn, knytningsnamn: KNYTNINGAR[uppgift.knytning] },
        underlag: uppgift.underlag ?? null,
        svarSenast: plusDagar(idag, vardetDen(aprKompletteringsfrist, idag)),
      },
    })
  })
})

const fleraSteg = steg('flera', 'En person med flera kompetenser', PARAGRAF, (l, idag) => {
  const alla = fleraKompetenser(l, idag)
  if (alla.length === 0) return [ejAktuellt('Ingen person står för flera kompetenser.')]
  return alla.map((f) => {
    if (f.bedomd) return uppfyllt(nod(`flera:${f.person}`, 'En person med flera kompetenser', PARAGRAF, 'uppfyllt', 'Bedömt.'))
    return fraga({
      nyckel: personnyckel(f.person),
      kod: 'aprSammaPerson',
      rubrik: `Räcker en person för flera kompetenser: ${f.person}?`,
      hjalp: 'Källorna säger inte om en person kan stå för flera kompetenser. Bedöm om kravet ändå är uppfyllt, och skriv varför.',
      lagrum: PARAGRAF,
      paGrundval: f.grund,
      varforNu: `${f.uppgifter.map((u) => KOMPETENSER[u.kompetens].namn).join(' och ')} bygger på samma person.`,
      formular: { person: f.person, uppgifter: f.uppgifter.map((u) => ({ uppgiftId: u.id, kompetens: KOMPETENSER[u.kompetens].namn })) },
    })
  })
})

const kravsteg = steg('kompetenskrav', 'Kompetenskravet', PARAGRAF, (l, idag) => {
  if (!oavgjord(l) && !pagaende(l, idag)) return [ejAktuellt('Inget godkännande prövas eller gäller.')]
  if (!arUtredd(l, idag)) return [avvaktar('underlag')]
  return [automatiskt(provningen(l, idag).forklaring)]
})

/** A change of staff, the end of a contract or the provider's own wish: an officer judges, nothing ends by itself. */
const omprovningssteg = steg('omprovning', 'Omprövning av godkännandet', PARAGRAF, (l, idag) => {
  const o = omprovningsskal(l, idag)
  if (!o)
    return [
      pagaende(l, idag)
        ? uppfyllt(
            nod('omprovning', 'Omprövning av godkännandet', PARAGRAF, 'uppfyllt', 'Inget talar för att kravet inte är uppfyllt i dag.'),
          )
        : ejAktuellt('Inget godkännande gäller.'),
    ]
  const b = oppenBegaran(l, omprovningsnyckel, idag)
  if (b)
    return [
      vantar({
        pa: 'anordnare',
        paNamn: b.tillNamn,
        vad: 'Svar om godkännandet',
        varfor: b.fragor.map((f) => f.text).join(' '),
        sedan: b.skickad,
        till: plusDagar(b.senast, 1),
        lagrum: ['FL 23'],
      }),
    ]
  const s = omprovningssvaret(l, idag)
  if (s && s.svar.val !== 'fraga')
    return [
      uppfyllt(
        nod(
          'omprovning',
          'Omprövning av godkännandet',
          PARAGRAF,
          'uppfyllt',
          s.svar.val === 'behall' ? `Godkännandet står kvar. ${s.svar.text}` : s.svar.text,
        ),
      ),
    ]
  return [
    fraga({
      nyckel: omprovningsnyckel,
      kod: 'aprOmprovning',
      rubrik: o.slut ? 'Avsluta godkännandet' : 'Ska godkännandet upphöra?',
      hjalp:
        'Ett godkännande upphör genom beslut, tidigast från beslutsdagen. Insatser som gjorts dessförinnan påverkas inte. Bygger beslutet på en brist får anordnaren yttra sig först.',
      lagrum: [...PARAGRAF, 'FL 37'],
      paGrundval: o.grund,
      varforNu: o.varfor,
      formular: {
        saknas: o.saknas,
        slut: o.slut,
        skal: SLUTSKAL,
        tidigast: idag,
        svarSenast: plusDagar(idag, vardetDen(aprKompletteringsfrist, idag)),
      },
    }),
  ]
})

/** The day after which no decision of the case can be appealed any more, or null while none has been taken. */
function overklagandetidenSlut(l: Nlage): Datum | null {
  const dagar = l.beslut.map((b) => {
    const fick = l.utskick.find((u) => u.beslutId === b.id)?.fickDel
    return overklagandeSenastFL(fick ?? plusDagar(b.dag, vardetDen(antagetMottagande, b.dag)))
  })
  return dagar.sort().at(-1) ?? null
}

const vilandesteg = steg('vilande', 'Godkännandet', PARAGRAF, (l, idag) => {
  const g = godkannandena(l).at(-1)
  if (utanSlut(l)) return [uppfyllt(nod('vilande', 'Godkännandet', PARAGRAF, 'uppfyllt', `Godkänd från ${medManadsnamn(g!.from)}.`))]
  const slut = overklagandetidenSlut(l)
  if (oavgjord(l) || !slut) return [ejAktuellt('Godkännandet prövas.')]
  return [
    slut >= idag
      ? vantar({
          pa: 'tid',
          paNamn: 'Överklagandetiden',
          vad: 'Att tiden för överklagande går ut',
          varfor: 'Ärendet avslutas sedan.',
          sedan: l.beslut.at(-1)!.dag,
          till: plusDagar(slut, 1),
          lagrum: ['FL 44'],
        })
      : uppfyllt(nod('vilande', 'Godkännandet', PARAGRAF, 'uppfyllt', 'Tiden för överklagande har gått.')),
  ]
})

function kommande(l: Nlage, idag: Datum): Kommande[] {
  return [
    ...behoven(l, idag)
      .filter((b) => b.lage === 'kommer')
      .map((b) => ({ dag: b.fran, text: `saknar då: ${b.saknas.join('; ')}`, lagrum: flera(...PARAGRAF) })),
    ...l.kommuniceringar
      .filter((k) => !yttratKlart(k, k.senast))
      .map((k) => ({ dag: plusDagar(k.senast, 1), text: 'tiden att yttra sig har gått', lagrum: flera('FL 25') })),
    ...oppnaBegaran(l).map((b) => ({
      dag: plusDagar(b.senast, 1),
      text: `sista dagen för svar från ${b.tillNamn} har gått`,
      lagrum: flera('FL 23'),
    })),
    // The day it is no longer approved: until then the register says that it is.
    ...godkannandena(l).flatMap((g) =>
      g.slut && g.slut.tom >= idag ? [{ dag: plusDagar(g.slut.tom, 1), text: 'godkännandet har upphört', lagrum: flera(...PARAGRAF) }] : [],
    ),
  ]
}

function automatik(l: Nlage, idag: Datum): Automatik[] {
  const vack = Object.entries(l.vila).map(([roll, v]): Automatik => ({
    dag: v!.till,
    kommando: { typ: 'vack', roll: roll as 'handlaggare', orsak: 'Dagen för vilan har kommit.' },
  }))
  const slut = overklagandetidenSlut(l)
  const klart = !l.avslutat && slut && !oavgjord(l) && !pagaende(l, idag) && l.overklaganden.every((o) => o.overlamnat)
  return [
    ...vack,
    ...(klart && Object.keys(l.vila).length === 0
      ? [
          {
            dag: plusDagar(slut, 1),
            kommando: { typ: 'avsluta' as const, skal: 'Inget godkännande gäller och tiden för överklagande har gått.' },
          },
        ]
      : []),
  ]
}

/** The state of a provider, worked out. */
export function tillstandet(l: Nlage, idag: Datum): 'ansokt' | 'godkand' | 'omprovas' | 'upphort' | 'ejGodkand' {
  if (pagaende(l, idag)) return omprovningsskal(l, idag) ? 'omprovas' : 'godkand'
  if (oavgjord(l)) return 'ansokt'
  return godkannandena(l).length ? 'upphort' : 'ejGodkand'
}

export const anordnarflode: Flode<Fakta> = {
  namn: 'aprAnordnare',
  version: VERSIONER.flode,
  steg: [
    ansokanssteg,
    underlagssteg,
    fleraSteg,
    kravsteg,
    ...beslutssteg(godkannandevag, { efter: [] }),
    omprovningssteg,
    ...beslutssteg(upphorandevag, {
      efter: [],
      prefix: 'upphor',
      rubriker: {
        forslag: 'Upphörande',
        kvalitetssakring: 'Kvalitetssäkring av upphörandet',
        kommunicering: 'Kommunicering av upphörandet',
        beslut: 'Beslut om upphörande',
      },
    }),
    vilandesteg,
    kontaktsteg,
    overklagandesteg as unknown as Steg<Fakta>,
  ],
  kommande: (l, idag) => kommande(l as Nlage, idag),
  automatik: (l, idag) => automatik(l as Nlage, idag),
  kannetecken: (l, idag) => ({
    klass: 'utredning',
    tillstand: tillstandet(l as Nlage, idag),
    ...(fakt(l as Nlage, 'anordnare').at(-1) ? { typ: fakt(l as Nlage, 'anordnare').at(-1)!.varde.typ } : {}),
  }),
}
