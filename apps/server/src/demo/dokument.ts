import type { Handling } from '@atergang/arende'
import type { Ansokan, Intygsuppgift } from '@atergang/formaner'
import {
  granska,
  intygsnyckel,
  lasIntyg,
  rotFor,
  skrivIntyg,
  typAvNummer,
  type IntygsId,
  type Intygsdata,
  type PersonId,
} from '@atergang/intyg'
import { sha256, type Dokumentbytes } from '@atergang/lager'
import type { Ansokningsplan, Intygsplan, PahittadPerson, Sjukfall } from '@atergang/syntet'
import { uppgiftAv } from '../tjanster/intyg.ts'

/** A document that has come in: how the case knows it, and its bytes. */
export interface Inkommet {
  readonly handling: Handling
  readonly dokument: Dokumentbytes
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

export function inkommet(h: Omit<Handling, 'sha256' | 'storlek'>, innehall: Uint8Array): Inkommet {
  return {
    handling: { ...h, sha256: sha256(innehall), storlek: innehall.byteLength },
    dokument: { id: h.id, medietyp: h.medietyp, innehall },
  }
}

/** What someone wrote on Mina sidor or the employer's page, kept as the bytes that were sent. */
export const somJson = (h: Omit<Handling, 'sha256' | 'storlek' | 'medietyp' | 'kanal'>, innehall: unknown): Inkommet =>
  inkommet({ ...h, medietyp: 'application/json', kanal: 'minaSidor' }, bytes(JSON.stringify(innehall, null, 2)))

export const somXml = (h: Omit<Handling, 'sha256' | 'storlek' | 'medietyp' | 'kanal'>, xml: string): Inkommet =>
  inkommet({ ...h, medietyp: 'application/xml', kanal: 'api' }, bytes(xml))

export function personIdAv(personnummer: string): PersonId {
  const nummer = personnummer.replace('-', '')
  return { root: rotFor(typAvNummer(nummer)), nummer }
}

// --- the certificate ----------------------------------------------------------------------------------

export interface Skrivetintyg extends Inkommet {
  readonly varde: Intygsuppgift
  readonly intygsId: IntygsId
}

export interface Intygsval {
  /** id of the document; the certificate's own id is made from it */
  readonly id: string
  readonly person: PahittadPerson
  readonly fall: Sjukfall
  readonly plan: Intygsplan
  readonly tidigare: readonly Skrivetintyg[]
}

/** Writes the certificate as care would send it and reads it back as the server does: facts and findings are real. */
export function intyget(v: Intygsval): Skrivetintyg {
  const intygsId = { root: v.fall.lakare.enhet.id, extension: v.id }
  const xml = skrivIntyg(intygsdata(v, intygsId))
  const inkom = somXml(
    { id: v.id, typ: 'lakarintyg', rubrik: `Läkarintyg LISJP ${v.plan.version}`, fran: 'vard', inkom: v.plan.skrivet },
    xml,
  )
  const last = lasIntyg(inkom.dokument.innehall)
  const fynd = granska(last, {
    idag: v.plan.skrivet,
    tidigareIntyg: v.tidigare.map((t) => ({ nyckel: intygsnyckel(t), perioder: t.varde.perioder })),
  })
  return { ...inkom, intygsId, varde: uppgiftAv(last, fynd, v.id) }
}

function intygsdata(v: Intygsval, intygsId: IntygsId): Intygsdata {
  const { plan, fall, person } = v
  const forra = v.tidigare.at(-1)
  return {
    intygsId,
    version: plan.version,
    signerat: `${plan.skrivet}T10:15:00`,
    skickat: `${plan.skrivet}T10:16:00`,
    patient: { personId: personIdAv(person.personnummer), fornamn: person.fornamn, efternamn: person.efternamn },
    skapadAv: {
      personalId: fall.lakare.id,
      namn: fall.lakare.namn,
      befattning: fall.lakare.befattning,
      enhet: fall.lakare.enhet,
      vardgivare: fall.lakare.vardgivare,
    },
    relationer: forra ? [{ typ: 'FRLANG', intygsId: forra.intygsId }] : [],
    svar: svaren(v),
  }
}

const SYSSELSATTNINGSKOD: Readonly<Record<PahittadPerson['sysselsattning'], string>> = {
  anstalld: 'NUVARANDE_ARBETE',
  behovsanstalld: 'NUVARANDE_ARBETE',
  egenforetagare: 'NUVARANDE_ARBETE',
  arbetslos: 'ARBETSSOKANDE',
  foraldraledig: 'FORALDRALEDIG',
}
/** Version 1 has fixed choices of days. */
const DAGAR_PER_MANAD: Readonly<Record<number, number>> = { 1: 30, 2: 60, 3: 90, 4: 180 }

function svaren({ plan, fall, person }: Intygsval): Exclude<Intygsdata['svar'], readonly unknown[]> {
  const { diagnos } = fall
  const v2 = plan.version === '2.0'
  const sysselsattning = SYSSELSATTNINGSKOD[person.sysselsattning]
  const deltid = plan.perioder.some((p) => p.grad < 1)
  const manader = plan.prognosManader
  const prognos =
    manader === null
      ? { kod: 'STOR_SANNOLIKHET' }
      : v2
        ? { kod: 'ATER_X_ANTAL_MANADER', manader }
        : { kod: 'ATER_X_ANTAL_DGR', dagar: DAGAR_PER_MANAD[manader]! }
  return {
    smittskydd: false,
    grund: [{ kod: v2 ? 'FYSISKUNDERSOKNING' : 'UNDERSOKNING', datum: plan.skrivet }],
    sysselsattning: [{ kod: sysselsattning }],
    ...(sysselsattning === 'NUVARANDE_ARBETE'
      ? { arbete: `${person.yrke.namn[0]!.toUpperCase()}${person.yrke.namn.slice(1)}. ${person.yrke.uppgifter}` }
      : {}),
    diagnoser: [{ kod: diagnos.kod, ...(plan.brist === 'diagnostextSaknas' ? {} : { text: diagnos.text }) }],
    funktionsnedsattning: diagnos.funktion,
    ...(plan.brist === 'aktivitetSaknas' ? {} : { aktivitetsbegransning: diagnos.aktivitet }),
    behandling: { pagaende: diagnos.behandling },
    perioder: plan.perioder,
    ...(deltid && plan.brist !== 'deltidUtanSvar' ? { arbetstidsforlaggning: { forsamrar: false } } : {}),
    ...(plan.brist === 'prognosSaknas' ? {} : { prognos }),
    ...(v2 ? {} : { atgarder: [{ kod: 'EJ_AKTUELLT' }] }),
  }
}

// --- the application ----------------------------------------------------------------------------------

/** The application as the form of Mina sidor would send it, signed the same day. */
export function ansokan(id: string, person: PahittadPerson, plan: Ansokningsplan): Inkommet & { readonly varde: Ansokan } {
  const arbetar = person.sysselsattning !== 'arbetslos'
  const varde: Ansokan = {
    inkom: plan.inkom,
    forstaSjukdag: plan.forstaSjukdag,
    perioder: plan.perioder.map((p) => ({ ...p })),
    sysselsattning: person.sysselsattning,
    ...(person.arbetsgivare ? { arbetsgivare: { namn: person.arbetsgivare.namn, orgnr: person.arbetsgivare.orgnr } } : {}),
    arbetsuppgifter: arbetar ? person.yrke.uppgifter : '',
    ...(arbetar ? { arbetstid: { timmarPerVecka: 40, dagarPerVecka: 5 } } : { anmaldSomArbetssokande: true }),
    ...(plan.utanInkomst ? {} : { inkomst: { ...person.inkomst } }),
    ...(plan.sjuklon ? { sjuklon: { ...plan.sjuklon } } : {}),
    ...(plan.lon ? { lonUnderSjukdom: { perManad: plan.lon } } : {}),
    overigt: '',
    hederOchSamvete: true,
    underskrift: { tid: `${plan.inkom}T07:30:00.000Z`, metod: 'e-legitimation' },
  }
  return { ...somJson({ id, typ: 'ansokan', rubrik: 'Ansökan om sjukpenning', fran: 'forsakrad', inkom: plan.inkom }, varde), varde }
}
