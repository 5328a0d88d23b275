import { Domanfel, type Aktor, type Begaran, type Handling, type Kommando, type Lage, type Utskick } from '@atergang/arende'
import { ansokanvyer, aterkravsvyer, kontrollvyer, kvarAvArbetsgivarens, sistaArbetsgivaruppgift, type Ansokanvy } from '@atergang/formaner'
import { kopieraForra, lasOrgnr, type Radutkast } from '@atergang/formaner/apr'
import { aktorAv, lasArende, lasLagen, somPerson, type Kommandosvar, type Sessionsrad } from '@atergang/lager'
import { aprAnsokanSenast } from '@atergang/regelverk'
import type { FastifyRequest } from 'fastify'
import type { Tjanster } from '../../app.ts'
import { medRoll, sessionen } from '../../auth/session.ts'
import { somJsonhandling, type Inkommen } from '../jsonhandling.ts'
import { somApr } from './arenden.ts'
import { taken } from './forhandsvisning.ts'
import type { Firma } from './intag.ts'

/** The firm that is signed in, and the person who acts for it. */
export interface Firmaperson {
  readonly s: Sessionsrad
  readonly session: Buffer
  readonly orgnr: string
  readonly aktor: Aktor
}

/** @throws {Domanfel} when somebody else is signed in */
export async function firman(t: Tjanster, req: FastifyRequest, roll: 'arbetsgivare' | 'anordnare'): Promise<Firmaperson> {
  const s = await medRoll(t.db, req, [roll])
  const orgnr = lasOrgnr(s.orgnr ?? '')?.nyckel
  if (!orgnr)
    throw new Domanfel(
      'behorighet',
      'saknarOrgnr',
      'Inloggningen har inget organisationsnummer som går att läsa. Logga in för er organisation.',
    )
  return { s, session: sessionen(req), orgnr, aktor: aktorAv(s) }
}

export const somFirma = (f: Firmaperson, o: { namn: string; adress: readonly string[]; lan: string } | undefined): Firma => ({
  orgnr: f.orgnr,
  namn: o?.namn || f.s.namn,
  adress: o?.adress ?? [],
  lan: o?.lan ?? '',
})

/** The firm's own cases of a kind, the newest first, as it may see them. */
export async function egnaArenden(t: Tjanster, f: Firmaperson, forman: 'apr' | 'aprAnordnare'): Promise<readonly Lage[]> {
  const rader = await somPerson(t.db, f.session, (q) =>
    q.selectFrom('app.arende').select('id').where('forman', '=', forman).where('orgnr', '=', f.orgnr).orderBy('sak', 'desc').execute(),
  )
  return lasLagen(
    t.db,
    { session: f.session },
    rader.map((r) => r.id),
  )
}

/** A command of the firm's in its own case: the system's way, after it is tried that the case is its own. */
export async function iEgetArende(
  t: Tjanster,
  f: Firmaperson,
  arendeId: string,
  kommando: Kommando | ((l: Lage) => Kommando),
  mer: { dokument?: readonly { id: string; medietyp: string; innehall: Uint8Array }[]; filer?: readonly Handling[] } = {},
): Promise<Kommandosvar> {
  const eget = await lasArende(t.db, { session: f.session }, arendeId)
  if (!eget) throw new Domanfel('saknas', 'arendetFinnsInte', 'Ärendet finns inte bland era ärenden.')
  const anknyt = mer.filer?.length ? { dokument: mer.filer.map((x) => x.id), orgnr: f.orgnr } : undefined
  return t.lager.kor({
    arendeId,
    av: { system: f.aktor },
    nu: t.klocka.nu(),
    kommando: typeof kommando === 'function' ? kommando(eget.lage) : kommando,
    ...(mer.dokument ? { dokument: mer.dokument } : {}),
    anknyt,
  })
}

/** A text from the firm as a document of its own. */
export const skriven = (t: Tjanster, typ: Handling['typ'], rubrik: string, fran: Handling['fran'], innehall: unknown): Inkommen =>
  somJsonhandling({ typ, rubrik, fran, inkom: t.klocka.nu().dag, kanal: 'minaSidor' }, innehall)

export const somBrev = (u: Utskick) => ({
  utskickId: u.id,
  rubrik: u.rubrik,
  handlingId: u.handlingId,
  skapat: u.skapat,
  skickat: u.skickat ?? null,
  fickDel: u.fickDel ?? null,
  beslutId: u.beslutId ?? null,
})
export const somBegaran = (b: Begaran) => ({
  id: b.id,
  typ: b.typ,
  rubrik: b.rubrik,
  om: b.om ?? null,
  fragor: b.fragor.map(({ frageId, text }) => ({ frageId, text })),
  skickad: b.skickad,
  senast: b.senast,
  besvarad: b.svar?.dag ?? null,
  aterkallad: b.aterkallad !== undefined,
})
export const kommuniceringarna = (l: Lage) =>
  l.kommuniceringar.map((k) => ({
    id: k.id,
    om: k.avser ?? null,
    senast: k.senast,
    skickad: k.skickad,
    utskickId: k.utskickId,
    oppen: !k.yttranden.some((y) => y.slutligt) && !l.beslut.some((b) => b.avser === k.avser && b.tid > k.skickad),
  }))

/** What the officer looks at is not the employer's to read: another employer's application least of all. */
export const forArbetsgivaren = (v: Ansokanvy): Ansokanvy => ({
  ...v,
  rader: v.rader.map((r) => ({
    ...r,
    marken: r.marken.filter((m) => m.slag === 'saknas' || m.falt === 'anordnare' || m.falt === 'insatsdag'),
  })),
})

/** One year of the support, as the employer sees it. */
export function aretsStod(lage: Lage, idag: string) {
  const l = somApr(lage)
  const ar = Number(l.arende.sak)
  return {
    arendeId: l.arende.id,
    nummer: l.arende.nummer,
    ar,
    sistaDag: aprAnsokanSenast(ar) as string,
    ...taken(ar),
    kvar: kvarAvArbetsgivarens(l),
    avslutat: l.avslutat?.dag ?? null,
    arbetsgivaren: sistaArbetsgivaruppgift(l) ?? null,
    ansokningar: ansokanvyer(l, idag as never).map(forArbetsgivaren),
    beslut: l.beslut.map((b) => ({
      id: b.id,
      dag: b.dag as string,
      typ: b.typ,
      utfall: b.utfall,
      avser: b.avser ?? null,
      belopp: (b.innehall as { belopp?: number } | undefined)?.belopp ?? 0,
      ersatter: b.ersatter ?? null,
    })),
    brev: l.utskick.map(somBrev),
    fragor: l.begaran.filter((b) => b.till === 'arbetsgivare').map(somBegaran),
    kommuniceringar: kommuniceringarna(l),
    aterkrav: aterkravsvyer(l),
    kontroller: kontrollvyer(l).map((k) => ({
      omgang: k.omgang,
      senast: k.senast,
      tillstand: k.tillstand,
      felbelopp: k.felbelopp,
      ansokningar:
        l.begaran.find((b) => b.typ === 'aprKontroll' && b.om === k.omgang)?.fragor.map((x) => x.frageId.replace(/^(dragen|risk)-/, '')) ??
        [],
    })),
  }
}

const kr = (ore: number | null): string => (ore === null ? '' : String(ore / 100).replace('.', ','))

/** The last application, as the start of a new one (C024). */
export function franForra(arenden: readonly Lage[], idag: string): { ar: number; rader: readonly Radutkast[] } | null {
  const alla = arenden.flatMap((l) => ansokanvyer(somApr(l), idag as never).map((v) => ({ ar: Number(l.arende.sak), v })))
  const sista = alla.sort((a, b) => ((a.v.inkom ?? '') < (b.v.inkom ?? '') ? 1 : -1))[0]
  if (!sista) return null
  const rader = sista.v.rader.map((r): Radutkast => ({
    anstalld: r.anstalld,
    anordnare: r.anordnare,
    datum: r.insatsdag ?? '',
    insatstyper: r.insatstyper as Radutkast['insatstyper'],
    fakturanummer: r.fakturanummer,
    kostnad: kr(r.kostnad),
    syfte: r.syfte,
    miljo: r.miljo,
    beskrivning: r.beskrivning,
  }))
  return { ar: sista.ar, rader: kopieraForra(rader) }
}
