import { Domanfel, indatafel, partsnamn, type Aktor, type Begaran, type Handling, type Kommando } from '@atergang/arende'
import {
  Intygsproblem,
  lasIntyg,
  lasSvarFranVarden,
  personidfel,
  rotFor,
  typAvNummer,
  type Intyg,
  type SvarFranVarden,
} from '@atergang/intyg'
import type { Datum } from '@atergang/kalender'
import {
  hanvisaMottaget,
  lasArende,
  lasMottaget,
  loggaAtkomst,
  loggaAtkomstOm,
  markeraPlacerat,
  oppetArende,
  sha256,
  somPerson,
  somSystemet,
  type HeltArende,
  type Mottaget,
} from '@atergang/lager'
import type { Tjanster } from '../app.ts'
import { enhetFor } from './enheter.ts'
import { medBindestreck, personen, serArendet, taEmotIntyg } from './intyg.ts'

/** What a received file turns out to be when it is looked at again. */
export type Tolkning =
  | { readonly slag: 'intyg'; readonly personnummer: string; readonly intyg: Intyg }
  | { readonly slag: 'lakarsvar'; readonly personnummer: string; readonly svar: SvarFranVarden }
  | { readonly slag: 'olasbar'; readonly personnummer: null }

const forsok = <T>(las: () => T): T | null => {
  try {
    return las()
  } catch (fel) {
    if (fel instanceof Intygsproblem) return null
    throw fel
  }
}

/** A certificate, a message from care, or a file that only a human can read. */
export function tolka(bytes: Uint8Array): Tolkning {
  const intyg = forsok(() => lasIntyg(bytes))
  if (intyg) return { slag: 'intyg', personnummer: medBindestreck(intyg.patient.personId.nummer), intyg }
  const svar = forsok(() => lasSvarFranVarden(bytes))
  return svar ? { slag: 'lakarsvar', personnummer: medBindestreck(svar.personId.nummer), svar } : { slag: 'olasbar', personnummer: null }
}

export const finnsInte = () =>
  new Domanfel('saknas', 'mottagetFinnsInte', 'Filen finns inte i listan. Någon annan kan ha tagit hand om den.')

/** The file, opened by an officer: the look is logged on the case it belongs to and on the person it is about, known to us or not. @throws {Domanfel} when it is not there for the officer */
export async function oppnaMottaget(
  t: Tjanster,
  session: Buffer,
  id: string,
  vad: string,
): Promise<Mottaget & { readonly innehall: Buffer; readonly tolkning: Tolkning }> {
  const oppnad = await somPerson(t.db, session, async (q, s) => {
    const m = await lasMottaget(q, id)
    if (!m) return null
    const tolkning = tolka(m.innehall)
    if (tolkning.personnummer) await loggaAtkomstOm(q, s, vad, tolkning.personnummer, m.arende?.id ?? null)
    else await loggaAtkomst(q, s, vad, m.arende?.personId ?? null, m.arende?.id ?? null)
    return { ...m, tolkning }
  })
  if (!oppnad) throw finnsInte()
  return oppnad
}

/** Requests to care that an answer could belong to. */
export const fragorTillVarden = (helt: HeltArende): Begaran[] =>
  helt.lage.begaran.filter((b) => b.till === 'vard' && !b.svar && !b.aterkallad)

export interface Placering {
  /** case number or personnummer; not needed when the file says whose it is */
  readonly till?: string | undefined
  /** the question that the doctor's answer belongs to */
  readonly begaranId?: string | undefined
}

/**
 * Puts a received file in a case the officer sees: a certificate by the way of certificates, a doctor's answer as the answer to a question
 * or as a document, anything else as a document. A file that says whose it is goes to no one else. Without an open case one is opened.
 * Done twice it is in the case once. @throws {Domanfel} naming the field
 */
export async function placera(
  t: Tjanster,
  session: Buffer,
  av: Aktor,
  id: string,
  p: Placering,
): Promise<{ arendeId: string; nyttArende: boolean }> {
  const m = await oppnaMottaget(t, session, id, 'placerade en mottagen fil')
  const svar = m.tolkning.slag === 'intyg' ? await placeraIntyg(t, session, av, m) : await placeraHandling(t, session, av, m, m.tolkning, p)
  await somSystemet(t.db, (q) => markeraPlacerat(q, id, { arendeId: svar.arendeId, av: av.id, tid: t.klocka.nu().tid }))
  return svar
}

const dagAv = (tid: string): Datum => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date(tid)) as Datum

async function placeraIntyg(
  t: Tjanster,
  session: Buffer,
  av: Aktor,
  m: Mottaget & { innehall: Buffer },
): Promise<{ arendeId: string; nyttArende: boolean }> {
  const { arendeId, nyttArende } = await taEmotIntyg(t, m.innehall, {
    kanal: m.kanal as Handling['kanal'],
    filnamn: m.filnamn,
    aktor: av,
    session,
    placeras: { inkom: dagAv(m.tid) },
  })
  return { arendeId, nyttArende }
}

const RUBRIK = { lakarsvar: 'Svar från läkaren', olasbar: 'Mottagen fil som inte gick att läsa automatiskt' } as const

async function placeraHandling(
  t: Tjanster,
  session: Buffer,
  av: Aktor,
  m: Mottaget & { innehall: Buffer },
  tolkning: Exclude<Tolkning, { slag: 'intyg' }>,
  p: Placering,
): Promise<{ arendeId: string; nyttArende: boolean }> {
  const mal = await arendetFor(t, session, m.id, tolkning.personnummer, p.till)
  // The document has the id of the file: placed again it is the same document.
  const handling: Handling = {
    id: m.id,
    typ: tolkning.slag === 'lakarsvar' ? 'lakarsvar' : 'ovrigt',
    rubrik: RUBRIK[tolkning.slag],
    fran: 'vard',
    inkom: dagAv(m.tid),
    medietyp: m.innehall[0] === 0x3c ? 'application/xml' : 'application/octet-stream',
    sha256: sha256(m.innehall),
    storlek: m.innehall.byteLength,
    kanal: m.kanal as Handling['kanal'],
  }
  const dokument = [{ id: handling.id, medietyp: handling.medietyp, innehall: m.innehall }]
  const tillfor: Kommando = { typ: 'tillforHandling', handling }
  const nu = t.klocka.nu()
  if ('nytt' in mal) {
    const person = await personen(t, mal.nytt)
    const nytt = await t.lager.inled({
      part: { slag: 'person', person },
      forman: 'sjukpenning',
      enhet: enhetFor(person.lan),
      nu,
      aktor: av,
      forsta: [tillfor],
      dokument,
    })
    if (nytt.fanns)
      throw indatafel('arendetOppnades', 'Ett ärende öppnades just för personen. Försök igen.', [
        { falt: 'till', text: 'Placera filen igen.' },
      ])
    return { arendeId: nytt.arendeId, nyttArende: true }
  }
  const { arendeId } = mal
  const helt = await lasArende(t.db, { session }, arendeId)
  if (!helt) throw finnsInte()
  if (!helt.lage.handlingar.some((h) => h.id === handling.id))
    await t.lager.kor({ arendeId, av: { session }, nu, kommando: tillfor, dokument })
  const b = p.begaranId ? fragorTillVarden(helt).find((x) => x.id === p.begaranId) : undefined
  if (p.begaranId && !b)
    throw indatafel('okandBegaran', 'Frågan väntar inte på svar i ärendet. Filen ligger i ärendet som en handling.', [
      { falt: 'begaranId', text: 'Välj en annan fråga, eller ingen.' },
    ])
  const text = tolkning.slag === 'lakarsvar' ? tolkning.svar.meddelande : 'Svaret finns i handlingen.'
  if (b)
    await t.lager.kor({
      arendeId,
      av: { session },
      nu,
      kommando: {
        typ: 'besvaraBegaran',
        begaranId: b.id,
        svar: b.fragor.map((f) => ({ frageId: f.frageId, text })),
        handlingId: handling.id,
      },
    })
  return { arendeId, nyttArende: false }
}

const TOLV = /^(\d{8})-?(\d{4})$/

/** The case to place in, or whose case to open. A case out of the officer's sight is told of to nobody: the file is handed to those who see it. */
async function arendetFor(
  t: Tjanster,
  session: Buffer,
  mottagetId: string,
  iFilen: string | null,
  till: string | undefined,
): Promise<{ arendeId: string } | { nytt: string }> {
  const skrivet = till?.trim() ?? ''
  const tolv = TOLV.exec(skrivet)
  if (!iFilen && !skrivet)
    throw indatafel('saknarMal', 'Skriv ärendets nummer eller personens personnummer.', [
      { falt: 'till', text: 'Skriv ärendenummer eller personnummer.' },
    ])
  if (skrivet && !tolv) return { arendeId: await arendeMedNummer(t, session, skrivet, iFilen) }
  const personnummer = tolv ? `${tolv[1]}-${tolv[2]}` : iFilen!
  if (tolv && personidfel(rotFor(typAvNummer(tolv[1]! + tolv[2]!)), tolv[1]! + tolv[2]!))
    throw indatafel('ogiltigtPersonId', 'Personnumret stämmer inte.', [
      { falt: 'till', text: 'Kontrollera siffrorna. Skriv tolv siffror.' },
    ])
  if (iFilen && personnummer !== iFilen) throw felPerson()
  const oppet = await somSystemet(t.db, (q) => oppetArende(q, personnummer, 'sjukpenning'))
  if (!oppet) return { nytt: personnummer }
  if (await serArendet(t, session, oppet.id)) return { arendeId: oppet.id }
  await somSystemet(t.db, (q) => hanvisaMottaget(q, mottagetId, oppet.id))
  throw new Domanfel(
    'saknas',
    'ejPlacerat',
    'Filen hör inte till något ärende som du ser. Den ligger kvar, och en handläggare på rätt enhet tar hand om den.',
  )
}

const felPerson = () =>
  indatafel('felPerson', 'Filen gäller en annan person än ärendet.', [
    { falt: 'till', text: 'Välj ett ärende för den person som filen gäller.' },
  ])

async function arendeMedNummer(t: Tjanster, session: Buffer, nummer: string, iFilen: string | null): Promise<string> {
  const a = await somPerson(t.db, session, (q) =>
    q
      .selectFrom('app.arende as a')
      .innerJoin('app.person as p', 'p.id', 'a.person_id')
      .select(['a.id', 'p.personnummer'])
      .where('a.nummer', '=', nummer.toUpperCase())
      .executeTakeFirst(),
  )
  if (!a)
    throw indatafel('okantArende', 'Det finns inget ärende med det numret som du ser.', [
      { falt: 'till', text: 'Kontrollera numret, eller skriv personnumret.' },
    ])
  if (iFilen && a.personnummer !== iFilen) throw felPerson()
  return a.id
}

/** The case that the file most likely belongs to, among those the officer sees. That it is read is logged. */
export async function forslag(
  t: Tjanster,
  session: Buffer,
  m: Mottaget,
  tolkning: Tolkning,
): Promise<{ arende: { id: string; nummer: string; namn: string }; fragor: Begaran[] } | null> {
  const id =
    m.arende?.id ??
    (tolkning.personnummer ? (await somSystemet(t.db, (q) => oppetArende(q, tolkning.personnummer!, 'sjukpenning')))?.id : undefined)
  const helt = id ? await lasArende(t.db, { session }, id) : null
  if (!helt) return null
  const { arende } = helt.lage
  await somPerson(t.db, session, (q, s) =>
    loggaAtkomst(q, s, 'visad som förslag för en mottagen fil', m.arende?.personId ?? null, arende.id),
  )
  return { arende: { id: arende.id, nummer: arende.nummer, namn: partsnamn(arende.part) }, fragor: fragorTillVarden(helt) }
}
