import { Domanfel, konflikt, SYSTEMET, type Aktor, type Handling, type Kommando, type Person } from '@atergang/arende'
import type { Intygsuppgift } from '@atergang/formaner'
import { granska, intygsnyckel, Intygsproblem, lasIntyg, type Fynd, type Intyg } from '@atergang/intyg'
import type { Datum } from '@atergang/kalender'
import { lasArende, oppetArende, sha256, somPerson, somSystemet, sparaMottaget } from '@atergang/lager'
import { randomUUID } from 'node:crypto'
import type { Tjanster } from '../app.ts'
import { enhetFor } from './enheter.ts'
import { personenAv } from './personer.ts'

export interface MottagetIntyg {
  readonly arendeId: string
  readonly version: number
  readonly nyttArende: boolean
  readonly fynd: readonly Fynd[]
}

type Kanal = Handling['kanal']

const STANDARDNAMN = { fornamn: 'Okänt', efternamn: 'namn' }

/** What the benefit uses of a certificate. */
export function uppgiftAv(intyg: Intyg, fynd: readonly Fynd[], handlingId: string): Intygsuppgift {
  return {
    handlingId,
    intygsId: intygsnyckel(intyg),
    typ: intyg.typ,
    version: intyg.version,
    signerat: intyg.signerat ?? null,
    lakare: intyg.skapadAv.namn,
    vardenhet: intyg.skapadAv.enhet.namn,
    vardenhetId: intyg.skapadAv.enhet.id,
    perioder: intyg.perioder.map(({ from, tom, grad }) => ({ from, tom, grad })),
    diagnoser: intyg.diagnoser.map((d) => ({ kod: d.kod, text: d.text ?? '' })),
    arbete: intyg.arbete ?? '',
    funktionsnedsattning: intyg.funktionsnedsattning?.ratext ?? '',
    aktivitetsbegransning: intyg.aktivitetsbegransning?.ratext ?? '',
    behandling: [intyg.behandling.pagaende, intyg.behandling.planerad].filter(Boolean).join(' '),
    prognos: intyg.prognos ? { kod: intyg.prognos.kod, dagar: intyg.prognos.dagar ?? null, manader: intyg.prognos.manader ?? null } : null,
    sysselsattning: intyg.sysselsattning.map((s) => s.kod),
    forlaggningForsamrar: intyg.arbetstidsforlaggning?.forsamrar ?? null,
    fynd: fynd.map(({ kod, allvar, svarId, text, fraga }) => ({ kod, allvar, svarId, text, fraga })),
  }
}

export const medBindestreck = (nummer: string): string => `${nummer.slice(0, 8)}-${nummer.slice(8)}`

/**
 * Takes in a certificate from any channel: kept whatever it is, put in the person's open case or
 * in a new one. @throws {Intygsproblem} when it cannot be read (the file is kept), {Domanfel} when
 * it has already come. An officer (`session`) adds only to cases the officer sees; else the file is
 * kept for others and the answer, `intygetEjPlacerat`, is the same whether there is a case or not.
 * `placeras`: an officer places what came in on an earlier day.
 */
export async function taEmotIntyg(
  t: Tjanster,
  bytes: Uint8Array,
  o: { kanal: Kanal; filnamn: string; aktor: Aktor; session?: Buffer; placeras?: { readonly inkom: Datum } },
): Promise<MottagetIntyg> {
  const nu = t.klocka.nu()
  // What is already kept among the received is not kept there once more.
  const behall = (problem: { kod: string; text: string }, arendeId: string | null, enhet: string) =>
    o.placeras
      ? Promise.resolve('')
      : somSystemet(t.db, (q) =>
          sparaMottaget(q, { kanal: o.kanal, filnamn: o.filnamn, innehall: bytes, problem, arendeId, enhet, tid: nu.tid }),
        )
  let intyg: Intyg
  try {
    intyg = lasIntyg(bytes)
  } catch (fel) {
    if (!(fel instanceof Intygsproblem)) throw fel
    await behall({ kod: fel.kod, text: fel.text }, null, o.session ? (o.aktor.enhet ?? '') : '')
    throw fel
  }
  const personnummer = medBindestreck(intyg.patient.personId.nummer)
  const finns = await somSystemet(t.db, (q) => oppetArende(q, personnummer, 'sjukpenning'))
  if (finns && !(await serArendet(t, o.session, finns.id))) {
    await behall({ kod: 'intygetEjPlacerat', text: EJ_PLACERAT }, finns.id, finns.enhet)
    throw ejPlacerat()
  }
  const kanda = finns ? await kandaIntyg(t, finns.id) : []
  const fynd = granska(intyg, { idag: nu.dag, tidigareIntyg: kanda.map((k) => ({ nyckel: k.varde.intygsId, perioder: k.varde.perioder })) })
  const handlingId = randomUUID()
  const handling: Handling = {
    id: handlingId,
    typ: 'lakarintyg',
    rubrik: `Läkarintyg ${intyg.typ} ${intyg.version}`,
    fran: 'vard',
    inkom: o.placeras?.inkom ?? nu.dag,
    medietyp: 'application/xml',
    sha256: sha256(bytes),
    storlek: bytes.byteLength,
    kanal: o.kanal,
  }
  const dokument = [{ id: handlingId, medietyp: 'application/xml', innehall: bytes }]
  const uppgift = uppgiftAv(intyg, fynd, handlingId)
  if (finns) {
    const kommando = medHanvisningar(kanda, intyg, { handling, varde: uppgift })
    const svar = await t.lager.kor({ arendeId: finns.id, kommando, av: { system: o.aktor }, nu, dokument })
    return { arendeId: finns.id, version: svar.version, nyttArende: false, fynd }
  }
  const person = await personen(t, personnummer, intyg.patient)
  const nytt = await t.lager.inled({
    part: { slag: 'person', person },
    forman: 'sjukpenning',
    enhet: enhetFor(person.lan),
    nu,
    aktor: o.aktor,
    forsta: [{ typ: 'taEmotIntyg', data: { handling, varde: uppgift } }],
    dokument,
  })
  if (nytt.fanns) throw konflikt('arendetOppnades', 'Ett ärende öppnades just för personen. Skicka intyget igen.')
  if (!(await serArendet(t, o.session, nytt.arendeId))) throw ejPlacerat()
  return { arendeId: nytt.arendeId, version: nytt.version, nyttArende: true, fynd }
}

const EJ_PLACERAT =
  'Intyget är mottaget och sparat, men hör inte till något ärende som den som laddade upp det ser. En handläggare på rätt enhet tar hand om det.'
const ejPlacerat = () => new Domanfel('saknas', 'intygetEjPlacerat', `${EJ_PLACERAT} Ladda inte upp det igen.`)

/** With the session's own eyes: its unit, protected persons, own cases and conflicts of interest. Without a session there is nobody to hide from. */
export const serArendet = async (t: Tjanster, session: Buffer | undefined, arendeId: string): Promise<boolean> =>
  !session ||
  (await somPerson(t.db, session, (q) => q.selectFrom('app.arende').select('id').where('id', '=', arendeId).executeTakeFirst())) !==
    undefined

type Intygsfakta = readonly { readonly id: string; readonly varde: Intygsuppgift }[]

/** Certificates already in the case. */
async function kandaIntyg(t: Tjanster, arendeId: string): Promise<Intygsfakta> {
  const helt = await lasArende(t.db, { system: SYSTEMET }, arendeId)
  return (helt?.lage.fakta ?? []).filter((f) => f.namn === 'intyg').map((f) => ({ id: f.id, varde: f.varde as Intygsuppgift }))
}

/** Links the certificate to our question when it answers one, and to the certificate it replaces. */
function medHanvisningar(kanda: Intygsfakta, intyg: Intyg, data: { handling: Handling; varde: Intygsuppgift }): Kommando {
  const tidigare = intyg.relationer.find((r) => r.typ === 'ERSATT' || r.typ === 'KOMPLT')
  const ersatt = tidigare ? kanda.find((f) => f.varde.intygsId === intygsnyckel({ intygsId: tidigare.intygsId })) : undefined
  return {
    typ: 'taEmotIntyg',
    data: { ...data, ...(intyg.svarPa ? { besvarar: intyg.svarPa.meddelandeId } : {}), ...(ersatt ? { ersatter: ersatt.id } : {}) },
  }
}

/** The person as known, or made known by what the file says. */
export const personen = (
  t: Tjanster,
  personnummer: string,
  patient: { readonly fornamn?: string | undefined; readonly efternamn?: string | undefined } = {},
): Promise<Person> =>
  personenAv(t, { personnummer, fornamn: patient.fornamn ?? STANDARDNAMN.fornamn, efternamn: patient.efternamn ?? STANDARDNAMN.efternamn })
