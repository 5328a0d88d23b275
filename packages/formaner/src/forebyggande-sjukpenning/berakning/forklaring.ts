import { medManadsnamn, periodtext, veckodagsnamn } from '@atergang/kalender'
import { allaSaknade, flera, FORSTA_DAGARNA, karens, type Faktauppgift, type Forklaring } from '@atergang/regelverk'
import { skrivKlockslag } from '../tid/klocka.ts'
import { ANDELSNAMN, type Andel, type Dagsminuter, type Dagstid } from '../tid/dagstid.ts'
import { forenaSpann, langdAv, minuterI, skrivFleraSpann, skrivSpann, snittAv } from '../tid/spann.ts'
import {
  behandlingsspann,
  resanArLangreAnDagen,
  resaTotalt,
  tidsatgang,
  upptagenTid,
  upptagetIDygnet,
  type Tillfalle,
} from '../tid/tillfalle.ts'
import type { Dagsbelopp } from './belopp.ts'
import type { Dagvillkor } from './villkor.ts'

const minuttext = (n: number): string => (n === 1 ? '1 minut' : `${n} minuter`)

/** Why the row of a date is what it is: working time, each occasion, hindered time, level, sick period, SGI and amount, each with its paragraph. */
export function dagforklaring(d: Dagstid, b: Dagsbelopp, v: Dagvillkor): Forklaring {
  return {
    ...dagen(d),
    utfall: b.belopp === null ? 'oklart' : 'beraknat',
    ...(b.belopp === null
      ? { saknas: b.saknas.map((text) => ({ typ: 'parameter' as const, namn: 'belopp', text })) }
      : { resultat: `${b.belopp} kr` }),
    text: dagtext(d, b, v),
    delar: [
      arbetstid(d, b, v),
      ...d.tillfallen.map((t) => tillfallet(t, d, v)),
      hindradTid(d),
      nivan(d),
      ...(b.plats ? [sjukperioden(b, v), karensen(d, v)] : []),
      ...(b.sgi ? [b.sgi] : []),
      ...(b.rakning ? [b.rakning] : []),
    ],
  }
}

const dagen = (d: Dagsminuter): Pick<Forklaring, 'namn' | 'rubrik' | 'lagrum'> => ({
  namn: 'forebyggandeDag',
  rubrik: `Sjukpenning i förebyggande syfte ${veckodagsnamn(d.datum)} ${medManadsnamn(d.datum)}`,
  lagrum: flera('27:6', '27:7'),
})

const hindrar = (d: Dagsminuter, v: Dagvillkor): string =>
  `Behandlingen hindrar ${v.arbetslos ? 'att söka arbete' : 'arbete'} ${d.hindradeMinuter} av ${minuttext(d.arbetsdag.minuter)}.`

/** A date whose law is not known: the minutes are told, and what is missing for the rest. */
export function okandDag(d: Dagsminuter, niva: Forklaring, v: Dagvillkor): Forklaring {
  const saknas = allaSaknade(niva)
  return {
    ...dagen(d),
    utfall: 'oklart',
    saknas,
    text: `${hindrar(d, v)} Andelen och beloppet kan inte räknas: ${saknas.map((s) => s.text).join(' ')}`,
    delar: [arbetstid(d, null, v), ...d.tillfallen.map((t) => tillfallet(t, d, v)), hindradTid(d), niva],
  }
}

function dagtext(d: Dagstid, b: Dagsbelopp, v: Dagvillkor): string {
  if (d.arbetsdag.minuter === 0)
    return `Det finns ingen ${tidsord(v)} den dagen. Behandlingen hindrar därför inte ${v.arbetslos ? 'att söka arbete' : 'arbete'}, och dagen ger 0 kronor.`
  const andel = hindrar(d, v)
  if (d.andel === 0) return `${andel} Det når inte upp till en fjärdedel, som är ${minuttext(kravs(0.25, d))}. Dagen ger 0 kronor.`
  const niva = d.andel === 1 ? 'Det är hela dagen.' : `Det räcker till ${ANDELSNAMN[d.andel]}.`
  if (b.belopp === null) return `${andel} ${niva} Beloppet kan inte räknas: ${b.saknas.join(' ')}`
  if (b.rakning === null && v.karenstid) return `${andel} ${niva} Dagen ligger i den valda karenstiden och ger 0 kronor.`
  return b.rakning === null
    ? `${andel} ${niva} Ingen sjukpenninggrundande inkomst kan fastställas, så dagen ger 0 kronor.`
    : `${andel} ${niva}`
}

const tidsord = (v: Dagvillkor): string => (v.arbetslos ? 'tid för att söka arbete' : 'arbetstid')

const bestamdTid = (v: Dagvillkor): string => (v.arbetslos ? 'tiden för att söka arbete' : 'arbetstiden')

/** The fewest whole minutes that reach the level. */
const kravs = (andel: Andel, d: Dagstid): number => Math.ceil(andel * d.arbetsdag.minuter)

function arbetstid(d: Dagsminuter, b: Dagsbelopp | null, v: Dagvillkor): Forklaring {
  const tid = tidsord(v)
  return {
    namn: 'arbetstid',
    rubrik: `${tid[0]!.toUpperCase()}${tid.slice(1)} den dagen`,
    lagrum: flera('27:7', ...(b?.plats?.satt === 'arbetstid' ? ['28:13 p 2'] : [])),
    utfall: 'beraknat',
    resultat: minuttext(d.arbetsdag.minuter),
    text: d.arbetsdag.minuter === 0 ? `Ingen ${tid}.` : `Klockan ${skrivFleraSpann(d.arbetsdag.pass)}.`,
  }
}

/** One occasion: what it takes, from when to when, and how much of it lies in the working time. */
function tillfallet(t: Tillfalle, d: Dagsminuter, v: Dagvillkor): Forklaring {
  const upptaget = upptagetIDygnet(t)
  const inne = minuterI(snittAv([upptaget], d.arbetsdag.pass))
  return {
    namn: 'tillfalle',
    rubrik: `Behandling ${skrivSpann(behandlingsspann(t))}`,
    lagrum: flera('27:7'),
    utfall: 'beraknat',
    resultat: `${minuttext(inne)} inom ${bestamdTid(v)}`,
    text: [
      `Upptaget ${skrivSpann(upptaget)}: behandlingen, nödvändiga förberedelser och resor till och från den (HFD 2019 ref. 42).`,
      ...noteringar(t, d, inne, v),
    ].join(' '),
    rakning: skrivAtgang(t),
    fakta: tidsfakta(t),
  }
}

/** What an officer and the person should see about the occasion; said, never a reason to stop. */
function noteringar(t: Tillfalle, d: Dagsminuter, inne: number, v: Dagvillkor): string[] {
  const hela = upptagenTid(t)
  const langd = langdAv(upptagetIDygnet(t))
  const minuter = d.arbetsdag.minuter
  return [
    ...(resanArLangreAnDagen(t, minuter)
      ? [
          `Resan (${minuttext(resaTotalt(t))}) är längre än arbetsdagen (${minuttext(minuter)}). Hela resan är antecknad, men bara tiden inom arbetsdagen räknas.`,
        ]
      : []),
    ...(hela.fran < 0 || langdAv(hela) > langd
      ? ['Resan går över midnatt. Bara den del som ligger i det här dygnet räknas här; lägg den andra delen på sitt eget datum.']
      : []),
    ...(inne === 0
      ? [`Tillfället ligger utanför ${bestamdTid(v)}. Det antecknas men ersätts inte.`]
      : inne < langd
        ? [`${minuttext(langd - inne)} ligger utanför ${bestamdTid(v)} och räknas inte.`]
        : []),
    ...(t.behandlingMin === 0 ? ['Ingen behandlingstid är angiven.'] : []),
    ...(resanMotsagsAvVagarna(t)
      ? [
          `Resan är angiven både som helhet (${minuttext(t.resaMin!)}) och åt varje håll (${minuttext(resaTotalt(t))}). Tiden åt varje håll har räknats.`,
        ]
      : []),
  ]
}

const resanMotsagsAvVagarna = (t: Tillfalle): boolean =>
  t.resaDitMin !== undefined && t.resaHemMin !== undefined && t.resaMin !== undefined && t.resaMin !== resaTotalt(t)

function skrivAtgang(t: Tillfalle): string {
  const a = tidsatgang(t)
  const b = behandlingsspann(t)
  const { fran, till } = upptagenTid(t)
  const tid = (m: number): string =>
    m < 0
      ? `${skrivKlockslag(((m % 1440) + 1440) % 1440)} tidigare dygn`
      : m > 1440
        ? `${skrivKlockslag(m % 1440)} senare dygn`
        : skrivKlockslag(m)
  return `${skrivKlockslag(b.fran)} − ${a.forberedelse} min förberedelse − ${a.dit} min resa dit = ${tid(fran)}; ${tid(b.till)} + ${a.efter} min efteråt + ${a.hem} min resa hem = ${tid(till)}`
}

function tidsfakta(t: Tillfalle): Faktauppgift[] {
  const a = tidsatgang(t)
  const rader: [string, number][] = [
    ['Resa dit', a.dit],
    ['Förberedelse', a.forberedelse],
    ['Behandling', a.behandling],
    ['Tid efteråt', a.efter],
    ['Resa hem', a.hem],
  ]
  return rader.map(([namn, n]) => ({ namn, varde: minuttext(n) }))
}

function hindradTid(d: Dagsminuter): Forklaring {
  const upptaget = d.tillfallen.map(upptagetIDygnet)
  const dubbelt = minuterI(upptaget) - minuterI(forenaSpann(upptaget))
  const delar = d.hindrad.map(langdAv)
  return {
    namn: 'hindradTid',
    rubrik: 'Tid som behandlingen hindrar',
    lagrum: flera('27:7'),
    utfall: 'beraknat',
    resultat: minuttext(d.hindradeMinuter),
    ...(d.hindrad.length
      ? {
          text: `Inom arbetsdagen klockan ${skrivFleraSpann(d.hindrad)}.${dubbelt > 0 ? ` Tid som ligger i flera tillfällen räknas en gång (${minuttext(dubbelt)}).` : ''}`,
        }
      : {}),
    ...(delar.length > 1 ? { rakning: `${delar.join(' + ')} = ${minuttext(d.hindradeMinuter)}` } : {}),
  }
}

/** The rule's own tree, with its steps in minutes and its answer in words. */
const nivan = (d: Dagstid): Forklaring => ({ ...utanRakning(d.niva), resultat: ANDELSNAMN[d.andel], text: nivatext(d) })

/** A choice between levels has no arithmetic to show. */
function utanRakning(f: Forklaring): Forklaring {
  const { rakning: _, ...resten } = f
  return resten
}

const STEG: readonly Andel[] = [0.25, 0.5, 0.75, 1]

function nivatext(d: Dagstid): string {
  if (d.arbetsdag.minuter === 0) return 'En dag utan tid att hindra ger ingen nivå.'
  const granser = STEG.map((a) => `${ANDELSNAMN[a]} ${kravs(a, d)}`).join(', ')
  return `Av ${minuttext(d.arbetsdag.minuter)} krävs i minuter: ${granser}. Tiden är ${d.hindradeMinuter}. Andelen avrundas aldrig uppåt.`
}

function sjukperioden(b: Dagsbelopp, v: Dagvillkor): Forklaring {
  const { period, nummer, tillsammans } = b.plats!
  const ensam = period.from === period.tom
  const vilken = ensam
    ? 'Ingen dag intill ger rätt till ersättning. Dagen är en egen sjukperiod.'
    : `Dag ${nummer} i sjukperioden ${periodtext(period)}.`
  const hur = sattet(b, v)
  return {
    namn: 'sjukperiod',
    rubrik: 'Sjukperiod och sätt att räkna',
    lagrum: flera('27:26 st 1 p 2', ...hur.lagrum),
    utfall: 'beraknat',
    resultat: ensam ? 'en dag' : `dag ${nummer}`,
    text: `${vilken} ${hur.text}`,
    ...(tillsammans.length > 1 ? { fakta: [{ namn: 'Dagar som räknas tillsammans', varde: tillsammans.join(', ') }] } : {}),
  }
}

/** How the amount is reckoned, and the paragraphs that say so (28 kap. 4–6, 12–17 §§). */
function sattet(b: Dagsbelopp, v: Dagvillkor): { text: string; lagrum: readonly string[] } {
  const { satt, nummer, tillsammans } = b.plats!
  if (b.rakning === null) return { text: 'Inget belopp räknas.', lagrum: [] }
  if (satt === 'arbetstid') {
    const bada =
      b.rakning.namn === 'badaSlagenPerDag'
        ? { text: ' Den del som avser annat förvärvsarbete räknas som kalenderdag.', lagrum: ['28:17'] }
        : { text: '', lagrum: [] }
    if (tillsammans.length === 1)
      return { text: `Beloppet räknas på dagens arbetstid.${bada.text}`, lagrum: ['27:10', '28:5', '28:13', ...bada.lagrum] }
    return {
      text: `Beloppet räknas på arbetstiden. Timmarna för de ${tillsammans.length} dagarna med samma andel läggs ihop och avrundas en gång.${bada.text}`,
      lagrum: ['27:10', '28:5', '28:14', '28:15', ...bada.lagrum],
    }
  }
  if (v.arbetslos) {
    const anmald =
      nummer <= FORSTA_DAGARNA
        ? ' Under de första 14 dagarna krävs att personen är anmäld som arbetssökande och beredd att ta ett erbjudet arbete. Det prövas i ärendet.'
        : ''
    return {
      text: `Dagen räknas som kalenderdag, eftersom personen är arbetslös. Inget högsta belopp vid arbetslöshet gäller.${anmald}`,
      lagrum: ['28:6 st 1', '28:11', ...(anmald ? ['28:6 st 3'] : [])],
    }
  }
  if (nummer > FORSTA_DAGARNA) return { text: 'Från och med dag 15 räknas dagen som kalenderdag.', lagrum: ['28:4'] }
  return { text: 'Dagen räknas som kalenderdag, eftersom inkomsten är av annat förvärvsarbete än anställning.', lagrum: ['28:6 st 1'] }
}

function karensen(d: Dagstid, v: Dagvillkor): Forklaring {
  if (v.karenstid)
    return {
      namn: 'karens',
      rubrik: 'Karenstid',
      lagrum: v.karenstid.lagrum,
      utfall: 'beraknat',
      resultat: 'ingen ersättning för inkomst av annat förvärvsarbete',
      text: v.karenstid.text,
    }
  const k = karens({ inkomstslag: 'anstallning', sjukperioder: [], sjuklonePerioder: [], forebyggande: true }, d.datum)
  return { namn: 'karens', rubrik: 'Karens', lagrum: k.lagrum, utfall: 'beraknat', resultat: 'ingen', text: k.text }
}
