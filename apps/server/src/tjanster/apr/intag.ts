import { arPersonsNummer, Domanfel, indatafel, SYSTEMET, type Aktor, type Handling, type Kommando, type Part } from '@atergang/arende'
import { anordnarnyckel, type Ansokanfaktum, type Arbetsgivaruppgift, type Rad } from '@atergang/formaner'
import { LAN, lasOrgnr, ORGNRFEL } from '@atergang/formaner/apr'
import { datumAv, type Datum } from '@atergang/kalender'
import { lasArende, somSystemet, type Dokumentbytes, type Kommandosvar } from '@atergang/lager'
import { aprStodtyp, gallande } from '@atergang/regelverk'
import type { Tjanster } from '../../app.ts'
import { somJsonhandling, type Inkommen } from '../jsonhandling.ts'
import { somApr } from './arenden.ts'
import { fakturatraffar, registerlagen } from './register.ts'

/** The national unit (C026). */
export const APR_ENHET = 'APR'

export interface Firma {
  readonly orgnr: string
  readonly namn: string
  readonly adress: readonly string[]
  readonly lan: string
}

/** The firm as the party of a case: as it is known, else as it says itself. A sole trader that has been given protection keeps it. */
export async function partAv(t: Tjanster, f: Firma): Promise<Part> {
  const o = lasOrgnr(f.orgnr)
  if (!o) throw indatafel('felOrgnr', ORGNRFEL, [{ falt: 'orgnr', text: ORGNRFEL }])
  const kand = await somSystemet(t.db, (q) => q.selectFrom('app.arbetsgivare').selectAll().where('orgnr', '=', o.nyckel).executeTakeFirst())
  const orgnr = `${o.nyckel.slice(0, 6)}-${o.nyckel.slice(6)}`
  const adress = f.adress.length ? f.adress : (kand?.adress ?? [])
  return {
    slag: 'arbetsgivare',
    arbetsgivare: {
      orgnr,
      namn: kand?.namn ?? f.namn,
      adress,
      lan: f.lan || (kand?.lan ?? ''),
      ...(arPersonsNummer(orgnr) && kand?.skyddad ? { skyddad: true } : {}),
    },
  }
}

export interface NyAnsokan {
  readonly firma: Firma
  readonly ar: number
  readonly ansokan: Ansokanfaktum
  readonly uppgift?: Arbetsgivaruppgift | undefined
  readonly aktor: Aktor
  /** files uploaded beforehand, with what each is */
  readonly filer: readonly Handling[]
  /** documents that come with the call itself */
  readonly dokument?: readonly Dokumentbytes[] | undefined
}

export function kravAr(ar: number, idag: Datum): void {
  const sist = Number(idag.slice(0, 4))
  if (ar > sist || gallande(aprStodtyp, datumAv(ar, 12, 31))?.varde !== 'arbetsplatsinriktat')
    throw indatafel('felAr', `Stödet kan sökas för kostnader från 2018 till ${sist}.`, [{ falt: 'ar', text: 'Välj ett annat år.' }])
}

/** The command that takes the application in, with what the register of providers and earlier applications say now. */
export async function ansokanskommandot(
  t: Tjanster,
  o: NyAnsokan,
  orgnr: string,
): Promise<{ kommando: Kommando; dokument: readonly Dokumentbytes[] }> {
  const { dag } = t.klocka.nu()
  const { ansokanId, rader } = o.ansokan
  const register = await registerlagen(
    t.db,
    rader.map((r) => (r.anordnare ? anordnarnyckel(r.anordnare) : '')),
    dag,
  )
  const { handling, dokument } = ansokningen(o, dag)
  const { mina } = await fakturatraffar(t.db, { orgnr, arendeId: null, ansokanId, rader })
  return {
    kommando: {
      typ: 'taEmotAnsokan',
      data: {
        ansokan: o.ansokan,
        ...(o.uppgift ? { arbetsgivare: o.uppgift } : {}),
        handlingar: [handling, ...o.filer],
        register,
        traffar: mina,
      },
    },
    dokument,
  }
}

/**
 * Takes in an application: into the employer's one case of the year, which is opened, or opened again, when needed. What the register of providers says
 * and where the same invoice lies is read at once; both are looked at again afterwards, so that nothing that comes in at the same time is missed.
 */
export async function taEmotAprAnsokan(t: Tjanster, o: NyAnsokan): Promise<{ arendeId: string; nummer: string; ansokanId: string }> {
  const nu = t.klocka.nu()
  kravAr(o.ar, nu.dag)
  const part = await partAv(t, o.firma)
  const orgnr = part.slag === 'arbetsgivare' ? part.arbetsgivare.orgnr.replace(/\D/g, '') : ''
  const { kommando, dokument: skickat } = await ansokanskommandot(t, o, orgnr)
  const dokument = [...skickat, ...(o.dokument ?? [])]
  const uppladdade = o.filer.filter((f) => !o.dokument?.some((d) => d.id === f.id)).map((f) => f.id)
  const anknyt = uppladdade.length ? { dokument: uppladdade, orgnr } : undefined
  const inlett = await t.lager.inled({
    part,
    forman: 'apr',
    sak: String(o.ar),
    enhet: APR_ENHET,
    nu,
    aktor: o.aktor,
    forsta: [kommando],
    dokument,
    anknyt,
  })
  if (inlett.fanns) await t.lager.kor({ arendeId: inlett.arendeId, kommando, av: { system: o.aktor }, nu, dokument, anknyt })
  return { arendeId: inlett.arendeId, nummer: inlett.nummer, ansokanId: o.ansokan.ansokanId }
}

/** The application as it was sent, among the documents of the case. */
function ansokningen(o: NyAnsokan, dag: Datum): Inkommen {
  const papper = o.ansokan.kanal === 'papper'
  return somJsonhandling(
    {
      typ: 'ansokan',
      rubrik: papper ? 'Registrerad pappersansökan' : `Ansökan om stöd för ${o.ar}`,
      fran: papper ? o.aktor.roll : 'arbetsgivare',
      inkom: o.ansokan.inkom ?? dag,
      kanal: papper ? 'system' : 'minaSidor',
    },
    { ar: o.ar, ansokan: o.ansokan, arbetsgivare: o.uppgift ?? null },
    o.ansokan.ansokanId,
  )
}

/** The register read anew for every number in a case that it has not been read for, or where it says otherwise than it did. */
export async function lasOmRegistret(t: Tjanster, arendeId: string): Promise<Kommandosvar | null> {
  const helt = await lasArende(t.db, { system: SYSTEMET }, arendeId)
  if (!helt) throw new Domanfel('saknas', 'arendetFinnsInte', 'Ärendet finns inte.')
  const l = somApr(helt.lage)
  const nu = t.klocka.nu()
  const skrivna = l.fakta
    .filter((f) => f.namn === 'ansokan' || f.namn === 'komplettering')
    .flatMap((f) => (f.varde as { rader: readonly Rad[] }).rader.map((r) => (r.anordnare ? anordnarnyckel(r.anordnare) : '')))
  const pekade = l.svar
    .filter((s) => s.kod === 'aprAnordnare')
    .flatMap((s) =>
      ((s.svar as { anordnare?: readonly { ratt?: string }[] }).anordnare ?? []).flatMap((a) => (a.ratt ? [anordnarnyckel(a.ratt)] : [])),
    )
  const register = await registerlagen(t.db, [...skrivna, ...pekade], nu.dag)
  return t.lager.kor({ arendeId, kommando: { typ: 'uppdateraRegister', data: { register } }, av: { system: SYSTEMET }, nu })
}

export const lansnamn = (kod: string | undefined): string => (kod && kod in LAN ? LAN[kod as keyof typeof LAN] : '')

export interface NyAnordnaransokan {
  readonly firma: Firma
  readonly ansokan: {
    readonly ansokanId: string
    readonly inkom: Datum
    readonly inkomOkand?: true
    readonly kanal: 'etjanst' | 'papper'
    readonly skannad?: Datum | undefined
    readonly underskrift?: { readonly namn: string; readonly metod: string; readonly tid: string }
  }
  readonly anordnare: unknown
  readonly kompetenser: readonly unknown[]
  readonly aktor: Aktor
  readonly filer: readonly Handling[]
  readonly dokument?: readonly Dokumentbytes[] | undefined
}

/** Takes in an application for approval: into the provider's one case. */
export async function taEmotAnordnaransokan(
  t: Tjanster,
  o: NyAnordnaransokan,
): Promise<{ arendeId: string; nummer: string; ansokanId: string }> {
  const nu = t.klocka.nu()
  const part = await partAv(t, o.firma)
  const orgnr = lasOrgnr(o.firma.orgnr)!.nyckel
  const { ansokanId } = o.ansokan
  const papper = o.aktor.roll !== 'anordnare'
  const { handling, dokument: skickat } = somJsonhandling(
    {
      typ: 'ansokan',
      rubrik: papper ? 'Registrerad pappersansökan' : 'Ansökan om godkännande',
      fran: papper ? o.aktor.roll : 'anordnare',
      inkom: nu.dag,
      kanal: papper ? 'system' : 'minaSidor',
    },
    { ansokan: o.ansokan, anordnare: o.anordnare, kompetenser: o.kompetenser },
    ansokanId,
  )
  const kommando: Kommando = {
    typ: 'taEmotAnsokan',
    data: { ansokan: o.ansokan, anordnare: o.anordnare, kompetenser: o.kompetenser, handlingar: [handling, ...o.filer] },
  }
  const dokument = [...skickat, ...(o.dokument ?? [])]
  const uppladdade = o.filer.filter((f) => !o.dokument?.some((d) => d.id === f.id)).map((f) => f.id)
  const anknyt = uppladdade.length ? { dokument: uppladdade, orgnr } : undefined
  const inlett = await t.lager.inled({
    part,
    forman: 'aprAnordnare',
    enhet: APR_ENHET,
    nu,
    aktor: o.aktor,
    forsta: [kommando],
    dokument,
    anknyt,
  })
  if (inlett.fanns) await t.lager.kor({ arendeId: inlett.arendeId, kommando, av: { system: o.aktor }, nu, dokument, anknyt })
  return { arendeId: inlett.arendeId, nummer: inlett.nummer, ansokanId }
}
