import { arDatum, fristDagar, type Datum, type Period } from '@atergang/kalender'
import { ansokanskompletteringsfrist, arbetsgivarfrist, kompletteringsfrist, vardetDen, type Kalla } from '@atergang/regelverk'
import { arOppen, type Begaran } from './begaran.ts'
import { kravRoll } from './behorighet.ts'
import type { Faktakarta, Faktum } from './faktum.ts'
import { ejBehorig, indatafel, konflikt } from './fel.ts'
import { utred } from './flode.ts'
import type { Forman, Kontext } from './forman.ts'
import type { Aterlamningsskal, Handelse, Handelsedata } from './handelse.ts'
import type { Handling, Information, Kontakt, Vagning } from './handling.ts'
import { arPersonsNummer, arSkyddad, senasteSvar, type Lage } from './lage.ts'
import { type Aktor, HANDLAGGARROLLER, type Roll, ROLLNAMN } from './roller.ts'

/** What can be asked of a case, whatever the benefit. */
export type Grundkommando =
  | { typ: 'svara'; nyckel: string; underlag: string; svar: unknown }
  | { typ: 'registreraFaktum'; namn: string; varde: unknown; period?: Period; kalla: Kalla; ersatter?: string }
  | { typ: 'tilldela'; roll: Roll; till: Aktor }
  | { typ: 'lamnaTillbaka'; roll: Roll; skal: Aterlamningsskal; text: string }
  | { typ: 'laggVilande'; roll: Roll; skal: string; till: Datum }
  | { typ: 'vack'; roll: Roll; orsak: string }
  | { typ: 'anteckna'; text: string }
  | {
      typ: 'noteraKontakt'
      kontakt: Omit<Kontakt, 'id' | 'tid' | 'av'>
      /** topics told of in the contact */ information?: readonly string[] | undefined
    }
  | { typ: 'geInformation'; amne: string; satt: Information['satt']; till?: Information['till'] | undefined }
  | { typ: 'tillforHandling'; handling: Handling }
  | { typ: 'vagHandling'; vagning: Vagning }
  | { typ: 'paminnBegaran'; begaranId: string }
  | { typ: 'aterkallaBegaran'; begaranId: string; skal: string }
  | { typ: 'besvaraBegaran'; begaranId: string; svar: readonly { frageId: string; text: string }[]; handlingId?: string }
  | {
      typ: 'noteraYttrande'
      satt: 'skriftligt' | 'muntligt'
      dag: Datum
      text: string
      slutligt?: boolean | undefined
      /** the document it was written in, kept in the case with it */ handling?: Handling | undefined
      /** which one, when several are out; else the last */ kommuniceringId?: string | undefined
    }
  | { typ: 'utskickSkickat'; utskickId: string }
  | { typ: 'utskickMottaget'; utskickId: string; dag: Datum }
  | { typ: 'sattSkydd'; skyddad: boolean; skal: string }
  | { typ: 'avsluta'; skal: string }
/** A command of the benefit's own: its name and its data. */
export interface Formanskommando {
  readonly typ: string
  readonly data: unknown
}
export type Kommando = Grundkommando | Formanskommando

const GRUNDTYPER: ReadonlySet<string> = new Set<Grundkommando['typ']>([
  'svara',
  'registreraFaktum',
  'tilldela',
  'lamnaTillbaka',
  'laggVilande',
  'vack',
  'anteckna',
  'noteraKontakt',
  'geInformation',
  'tillforHandling',
  'vagHandling',
  'paminnBegaran',
  'aterkallaBegaran',
  'besvaraBegaran',
  'noteraYttrande',
  'utskickSkickat',
  'utskickMottaget',
  'sattSkydd',
  'avsluta',
])

const arGrundkommando = (k: Kommando): k is Grundkommando => GRUNDTYPER.has(k.typ)

/**
 * What happens when the command is carried out: the events, or a clear refusal. Pure: nothing is
 * written here. @throws {Domanfel}
 */
export function utfor<F extends Faktakarta>(forman: Forman<F>, lage: Lage<F>, kommando: Kommando, k: Kontext): Handelsedata[] {
  if (lage.avslutat && !FAR_I_AVSLUTAT.has(kommando.typ) && forman.kommandon[kommando.typ]?.iAvslutat !== true)
    throw konflikt('arendetAvslutat', 'Ärendet är avslutat. Ta emot en ny ansökan eller ett nytt intyg för att öppna ett nytt.')
  if (!arGrundkommando(kommando)) {
    const definition = forman.kommandon[kommando.typ]
    if (!definition) throw indatafel('okantKommando', `Kommandot ”${kommando.typ}” finns inte för ${forman.rubrik}.`)
    kravRoll(k.aktor, definition.roller, kommando.typ)
    return definition.utfor(lage, definition.las(kommando.data), k)
  }
  return grund(forman, lage, kommando, k)
}

/** The core's own that can be given in a closed case; a benefit's command says it itself (`iAvslutat`). */
const FAR_I_AVSLUTAT: ReadonlySet<string> = new Set<Grundkommando['typ']>([
  'anteckna',
  'noteraKontakt',
  'utskickSkickat',
  'utskickMottaget',
  'sattSkydd',
  'vagHandling',
  'tillforHandling',
])

/** Those a case can be about: they comment and read their letters themselves. */
const PARTER: readonly Roll[] = ['forsakrad', 'arbetsgivare', 'anordnare']

function grund<F extends Faktakarta>(forman: Forman<F>, l: Lage<F>, k: Grundkommando, kx: Kontext): Handelsedata[] {
  switch (k.typ) {
    case 'svara':
      return svara(forman, l, k, kx)
    case 'registreraFaktum':
      return registreraFaktum(forman, l, k, kx)
    case 'tilldela':
      return tilldela(l, k, kx)
    case 'lamnaTillbaka':
      if (l.tilldelning[k.roll]?.till.id !== kx.aktor.id)
        throw konflikt('inteDitt', 'Du har inte ärendet och kan därför inte lämna tillbaka det.')
      kravText(k.text, 'text', 'Skriv varför du lämnar tillbaka ärendet.')
      return [{ typ: 'lamnadTillbaka', roll: k.roll, fran: kx.aktor, skal: k.skal, text: k.text }]
    case 'laggVilande':
      kravRoll(kx.aktor, [...HANDLAGGARROLLER, 'fmr'], k.typ)
      kravText(k.skal, 'skal', 'Skriv varför ärendet ska vila.')
      if (!arDatum(k.till) || k.till <= kx.dag)
        throw indatafel('datumBakat', 'Ärendet kan bara vila till en senare dag.', [
          { falt: 'till', text: 'Välj en dag efter i dag. Ärendet vaknar då av sig självt.' },
        ])
      return [{ typ: 'lagdVilande', roll: k.roll, skal: k.skal, till: k.till }]
    case 'vack':
      kravRoll(kx.aktor, [...HANDLAGGARROLLER, 'fmr', 'enhetschef', 'system'], k.typ)
      return l.vila[k.roll] ? [{ typ: 'vackt', roll: k.roll, orsak: k.orsak }] : []
    case 'anteckna':
      kravRoll(kx.aktor, [...HANDLAGGARROLLER, 'fmr', 'enhetschef', 'system'], k.typ)
      kravText(k.text, 'text', 'Anteckningen är tom. Skriv något eller stäng rutan.')
      return [{ typ: 'anteckningSkriven', anteckning: { id: kx.nyttId(), text: k.text.trim(), tid: kx.tid, av: kx.aktor } }]
    case 'noteraKontakt':
      kravRoll(kx.aktor, HANDLAGGARROLLER, k.typ)
      kravText(k.kontakt.text, 'text', 'Skriv vad ni talade om, eller att personen inte svarade.')
      return [
        { typ: 'kontaktNoterad', kontakt: { ...k.kontakt, id: kx.nyttId(), tid: kx.tid, av: kx.aktor } },
        ...iKontakten(k.kontakt, k.information ?? [], kx),
      ]
    case 'geInformation':
      kravRoll(kx.aktor, [...HANDLAGGARROLLER, 'system'], k.typ)
      return [
        {
          typ: 'informationGiven',
          information: { amne: k.amne, satt: k.satt, ...(k.till ? { till: k.till } : {}), tid: kx.tid, av: kx.aktor },
        },
      ]
    case 'tillforHandling':
      kravRoll(kx.aktor, [...HANDLAGGARROLLER, 'forsakrad', 'arbetsgivare', 'anordnare', 'vard', 'system'], k.typ)
      return [{ typ: 'handlingTillford', handling: k.handling }]
    case 'vagHandling':
      kravRoll(kx.aktor, HANDLAGGARROLLER, k.typ)
      if (!l.handlingar.some((h) => h.id === k.vagning.handlingId))
        throw indatafel('okandHandling', 'Handlingen finns inte i ärendet.', [{ falt: 'handlingId', text: 'Välj en handling i listan.' }])
      return [{ typ: 'handlingVagd', vagning: k.vagning }]
    case 'paminnBegaran':
    case 'aterkallaBegaran':
    case 'besvaraBegaran':
      return omBegaran(l, k, kx)
    case 'noteraYttrande':
      return noteraYttrande(l, k, kx)
    case 'utskickSkickat':
      kravRoll(kx.aktor, ['system'], k.typ)
      return l.utskick.some((u) => u.id === k.utskickId && !u.skickat) ? [{ typ: 'utskickSkickat', utskickId: k.utskickId }] : []
    case 'utskickMottaget':
      kravRoll(kx.aktor, [...HANDLAGGARROLLER, ...PARTER, 'system'], k.typ)
      return l.utskick.some((u) => u.id === k.utskickId && !u.fickDel)
        ? [{ typ: 'utskickMottaget', utskickId: k.utskickId, dag: k.dag }]
        : []
    case 'sattSkydd':
      return sattSkydd(l, k, kx)
    case 'avsluta':
      kravRoll(kx.aktor, [...HANDLAGGARROLLER, 'system'], k.typ)
      return [{ typ: 'arendeAvslutat', skal: k.skal }]
  }
}

type Av<T extends Grundkommando['typ']> = Extract<Grundkommando, { typ: T }>

/** Answers a question, if it still stands on the same facts and the person may answer it. */
function svara<F extends Faktakarta>(forman: Forman<F>, l: Lage<F>, k: Av<'svara'>, kx: Kontext): Handelsedata[] {
  const utredning = utred(forman.flode(l.arende.flodesversion), l, kx.dag)
  const fraga = utredning.fragor.find((f) => f.nyckel === k.nyckel)
  if (!fraga) {
    const forra = senasteSvar(l, k.nyckel)
    const vem = forra ? ` ${forra.av.namn} besvarade den ${forra.dag}.` : ''
    throw konflikt('fraganStarInte', `Frågan står inte längre öppen.${vem} Läs om ärendet.`)
  }
  if (fraga.underlag !== k.underlag)
    throw konflikt(
      'underlagetAndrat',
      `Underlaget för ”${fraga.rubrik}” har ändrats sedan du öppnade frågan. Ditt utkast är sparat. Läs om ärendet och se vad som är nytt.`,
    )
  kravRoll(kx.aktor, [fraga.roll], fraga.rubrik)
  if (fraga.inteFor.includes(kx.aktor.id))
    throw ejBehorig('Du kan inte svara på den här frågan: ingen granskar eller omprövar sitt eget arbete.')
  const definition = forman.fragor[fraga.kod]
  if (!definition) throw new Error(`Frågan ${fraga.kod} saknar definition.`)
  const svar = definition.las(k.svar, fraga, l)
  const besvarad: Handelsedata = {
    typ: 'fragaBesvarad',
    svar: { id: kx.nyttId(), nyckel: fraga.nyckel, kod: fraga.kod, underlag: fraga.underlag, svar, tid: kx.tid, dag: kx.dag, av: kx.aktor },
  }
  return [besvarad, ...(definition.foljder?.(l, fraga, svar, kx, utredning) ?? [])]
}

function registreraFaktum<F extends Faktakarta>(forman: Forman<F>, l: Lage<F>, k: Av<'registreraFaktum'>, kx: Kontext): Handelsedata[] {
  const definition = forman.fakta[k.namn]
  if (!definition) throw indatafel('okantFaktum', `Uppgiften ”${k.namn}” finns inte för ${forman.rubrik}.`)
  kravRoll(kx.aktor, definition.roller, definition.rubrik)
  if (k.ersatter && !l.fakta.some((f) => f.id === k.ersatter))
    throw indatafel('okantFaktum', 'Uppgiften som ska rättas finns inte i ärendet.', [
      { falt: 'ersatter', text: 'Läs om ärendet och välj uppgiften på nytt.' },
    ])
  const varde = definition.las(k.varde)
  const faktum: Faktum = {
    id: kx.nyttId(),
    namn: k.namn,
    varde,
    ...(k.period ? { period: k.period } : {}),
    kalla: kallan(k.kalla, kx.aktor),
    registrerad: kx.tid,
    av: kx.aktor,
    ...(k.ersatter ? { ersatter: k.ersatter } : {}),
  }
  return [{ typ: 'faktumRegistrerat', faktum }, ...(definition.foljder?.({ ...l, fakta: [...l.fakta, faktum] }, faktum, kx) ?? [])]
}

/**
 * Sets or lifts protected identity: only for those who may see protected people, since the others lose sight of the case.
 * Whoever else has the case on their desk gives it back, so that it does not lie with somebody who cannot open it.
 */
function sattSkydd(l: Lage, k: Av<'sattSkydd'>, kx: Kontext): Handelsedata[] {
  kravRoll(kx.aktor, [...HANDLAGGARROLLER, 'enhetschef', 'system'], k.typ)
  if (!kx.farSeSkyddade)
    throw ejBehorig('Bara den som får se skyddade identiteter kan sätta eller häva skyddet. Be en kollega med den behörigheten.')
  kravText(k.skal, 'skal', 'Skriv varför skyddet sätts eller hävs, och varifrån uppgiften kommer.')
  const { part } = l.arende
  // A sole trader's number is a person's; an organisation has no identity to protect.
  if (part.slag === 'ingen' || (part.slag === 'arbetsgivare' && !arPersonsNummer(part.arbetsgivare.orgnr)))
    throw konflikt('ingenPerson', 'Ärendet gäller ingen person. Skyddad identitet sätts på personer.')
  if (arSkyddad(part) === k.skyddad) return []
  const lamnas = k.skyddad ? Object.entries(l.tilldelning).filter(([, t]) => t!.till.id !== kx.aktor.id) : []
  return [
    { typ: 'skyddSatt', skyddad: k.skyddad, skal: k.skal.trim() },
    ...lamnas.map(([roll, t]): Handelsedata => ({
      typ: 'lamnadTillbaka',
      roll: roll as Roll,
      fran: t!.till,
      skal: 'fordelning',
      text: 'Personen har fått skyddad identitet. Någon som får se skyddade identiteter tar över.',
    })),
  ]
}

/** Those outside the agency are themselves the source of what they say: never a register, never each other. */
function kallan(kalla: Kalla, aktor: Aktor): Kalla {
  return aktor.roll === 'forsakrad' || aktor.roll === 'arbetsgivare' || aktor.roll === 'anordnare' || aktor.roll === 'vard'
    ? { ...kalla, typ: aktor.roll }
    : kalla
}

function tilldela(l: Lage, k: Av<'tilldela'>, kx: Kontext): Handelsedata[] {
  kravRoll(kx.aktor, [...HANDLAGGARROLLER, 'fmr', 'enhetschef', 'system'], k.typ)
  const nu = l.tilldelning[k.roll]
  if (nu?.till.id === k.till.id) return []
  if (l.javiga.includes(k.till.id)) throw ejBehorig(`${k.till.namn} har anmält jäv i ärendet och kan inte få det.`)
  const andrar = kx.aktor.roll === 'enhetschef' || kx.aktor.roll === 'system'
  if (nu && !andrar) throw konflikt('redanTilldelat', `${nu.till.namn} har redan ärendet sedan ${nu.sedan}.`)
  if (!andrar && kx.aktor.id !== k.till.id) throw ejBehorig('Bara enhetschefen kan ge ärendet till någon annan.')
  if (!andrar) kravRoll(kx.aktor, [k.roll], k.typ)
  if (k.till.roll !== k.roll) throw ejBehorig(`${k.till.namn} är ${ROLLNAMN[k.till.roll]} och kan inte få ärendet som ${ROLLNAMN[k.roll]}.`)
  return [{ typ: 'tilldelad', roll: k.roll, till: k.till }]
}

function omBegaran(l: Lage, k: Av<'paminnBegaran'> | Av<'aterkallaBegaran'> | Av<'besvaraBegaran'>, kx: Kontext): Handelsedata[] {
  const b = l.begaran.find((x) => x.id === k.begaranId)
  if (!b)
    throw indatafel('okandBegaran', 'Frågan som svaret gäller finns inte i ärendet.', [
      { falt: 'begaranId', text: 'Kontrollera numret i frågan som skickades.' },
    ])
  if (!arOppen(b))
    throw konflikt(
      'begaranAvslutad',
      b.svar ? `Frågan är redan besvarad (${b.svar.dag}).` : 'Frågan har återkallats och behöver inget svar.',
    )
  if (k.typ === 'paminnBegaran') {
    kravRoll(kx.aktor, [...HANDLAGGARROLLER, 'system'], k.typ)
    return [{ typ: 'begaranPamind', begaranId: b.id, senast: nySistaDag(b, kx.dag) }]
  }
  if (k.typ === 'aterkallaBegaran') {
    kravRoll(kx.aktor, HANDLAGGARROLLER, k.typ)
    return [{ typ: 'begaranAterkallad', begaranId: b.id, skal: k.skal }]
  }
  kravRoll(kx.aktor, [b.till, ...HANDLAGGARROLLER, 'system'], k.typ)
  const okand = k.svar.find((s) => !b.fragor.some((f) => f.frageId === s.frageId))
  if (okand)
    throw indatafel('okandFraga', `Svaret gäller en fråga (${okand.frageId}) som inte ställdes.`, [
      { falt: 'svar', text: 'Svara på de frågor som står i brevet.' },
    ])
  return [
    {
      typ: 'begaranBesvarad',
      begaranId: b.id,
      svar: { dag: kx.dag, tid: kx.tid, av: kx.aktor, svar: k.svar, ...(k.handlingId ? { handlingId: k.handlingId } : {}) },
    },
  ]
}

/** A reminder gives the same time again as the request did. */
function nySistaDag(b: Begaran, dag: Datum): Datum {
  const frist = b.till === 'arbetsgivare' ? arbetsgivarfrist : b.till === 'forsakrad' ? ansokanskompletteringsfrist : kompletteringsfrist
  return fristDagar(dag, vardetDen(frist, dag))
}

function noteraYttrande(l: Lage, k: Av<'noteraYttrande'>, kx: Kontext): Handelsedata[] {
  kravRoll(kx.aktor, [...HANDLAGGARROLLER, ...PARTER], k.typ)
  if (k.kommuniceringId !== undefined && !l.kommuniceringar.some((x) => x.id === k.kommuniceringId))
    throw indatafel('okandKommunicering', 'Det kommande beslutet finns inte i ärendet.', [
      { falt: 'kommuniceringId', text: 'Läs om ärendet och välj det kommande beslutet på nytt.' },
    ])
  if (l.kommuniceringar.length === 0) throw konflikt('ingenKommunicering', 'Det finns inget kommande beslut att yttra sig över.')
  kravText(k.text, 'text', 'Skriv yttrandet, eller att personen inte har något att tillägga.')
  return [
    ...(k.handling ? [{ typ: 'handlingTillford' as const, handling: k.handling }] : []),
    {
      typ: 'yttrandeInkommet',
      ...(k.kommuniceringId ? { kommuniceringId: k.kommuniceringId } : {}),
      yttrande: {
        dag: k.dag,
        satt: k.satt,
        text: k.text.trim(),
        mottagetAv: kx.aktor,
        ...(k.slutligt ? { slutligt: true } : {}),
        ...(k.handling ? { handlingId: k.handling.id } : {}),
      },
    },
  ]
}

function kravText(text: string, falt: string, rad: string): void {
  if (!text?.trim()) throw indatafel('saknarText', rad, [{ falt, text: rad }])
}

/** Numbers the events and stamps them with who and when. */
export function somHandelser(data: readonly Handelsedata[], efter: number, k: Pick<Kontext, 'aktor' | 'tid' | 'dag'>): Handelse[] {
  return data.map((d, i) => ({ nr: efter + 1 + i, tid: k.tid, dag: k.dag, aktor: k.aktor, data: d }))
}

/** What was told in a contact is logged as information to whom it was had with (D025, C039). @throws {Domanfel} */
function iKontakten(k: Omit<Kontakt, 'id' | 'tid' | 'av'>, amnen: readonly string[], kx: Kontext): Handelsedata[] {
  if (amnen.length === 0) return []
  if (!k.traffad || (k.med !== 'forsakrad' && k.med !== 'arbetsgivare'))
    throw indatafel(
      'ingenBerattadFor',
      'Bara den som ni har fått kontakt med kan ha fått veta något, och bara personen eller arbetsgivaren.',
      [{ falt: 'information', text: 'Ta bort kryssen, eller ändra vem kontakten var med.' }],
    )
  const { med } = k
  return [...new Set(amnen)].map((amne) => ({
    typ: 'informationGiven',
    information: { amne, satt: k.satt === 'brev' || k.satt === 'meddelande' ? 'brev' : 'samtal', till: med, tid: kx.tid, av: kx.aktor },
  }))
}
