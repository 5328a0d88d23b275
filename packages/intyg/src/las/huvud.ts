import { arDatum, type Datum } from '@atergang/kalender'
import { INTYGSTYPER, intygstyp, LISJP, LISJP_VERSIONER, type Intygstyp } from '../kodverk.ts'
import type { Intygshuvud, IntygsId, Relation, Skapare } from '../modell.ts'
import { personidfel, rotFor, typAvNummer, type PersonId, type Personidfel } from '../personid.ts'
import { Intygsproblem } from '../problem.ts'
import { alla, hogstEtt, krav, kravText, NS, textI, type Stalle } from '../xml/sok.ts'

const TIDPUNKT = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/

/** The date of a point in time; undefined when it is none. */
export function dagAv(tidpunkt: string | undefined): Datum | undefined {
  const dag = tidpunkt && TIDPUNKT.exec(tidpunkt)?.[1]
  return dag && arDatum(dag) ? dag : undefined
}

export function tidpunktI(i: Stalle, ns: string, namn: string): string | undefined {
  const t = textI(i, ns, namn)
  return dagAv(t) ? t : undefined
}

/** @throws {Intygsproblem} `saknarFalt`, `dubbeltFalt` */
export function lasIntygsId(i: Stalle, ns: string): IntygsId {
  const id = krav(i, ns, 'intygs-id')
  return { root: kravText(id, NS.typer, 'root'), extension: kravText(id, NS.typer, 'extension') }
}

const PERSONIDFEL: Readonly<Record<Personidfel, string>> = {
  okandRot: 'har en okänd root. Den ska vara 1.2.752.129.2.1.3.1 för personnummer eller 1.2.752.129.2.1.3.3 för samordningsnummer',
  ejTolvSiffror: 'ska vara tolv siffror utan bindestreck, ÅÅÅÅMMDDNNNN',
  omojligtDatum: 'har ett datum som inte finns',
  felKontrollsiffra: 'har fel kontrollsiffra',
}

/** @throws {Intygsproblem} `saknarFalt`, `dubbeltFalt`, `ogiltigtPersonId` */
export function lasPersonId(i: Stalle, ns: string, namn: string): PersonId {
  const id = krav(i, ns, namn)
  const root = kravText(id, NS.typer, 'root')
  const nummer = kravText(id, NS.typer, 'extension')
  const fel = personidfel(root, nummer)
  if (fel) {
    throw new Intygsproblem(
      'ogiltigtPersonId',
      `Person-id (${id.stig}) ${PERSONIDFEL[fel]}. Kontrollera numret och be avsändaren rätta det.`,
      { falt: id.stig, ...id.element.plats },
    )
  }
  const ratt = rotFor(typAvNummer(nummer))
  return { root: ratt, nummer, ...(root === ratt ? {} : { angivenRoot: root }) }
}

/** Care personnel with unit and provider. @throws {Intygsproblem} `saknarFalt`, `dubbeltFalt` */
export function lasSkapare(i: Stalle, ns: string, namn: string): Skapare {
  const av = krav(i, ns, namn)
  const enhet = krav(av, NS.intyg, 'enhet')
  const vardgivare = hogstEtt(enhet, NS.intyg, 'vardgivare')
  const vardgivarId = vardgivare && hogstEtt(vardgivare, NS.intyg, 'vardgivare-id')
  const befattning = alla(av.element, NS.intyg, 'befattning').map((element) => ({ element, stig: `${av.stig}/befattning` }))[0]
  const valfri = (falt: string, element: string) => {
    const t = textI(enhet, NS.intyg, element)
    return t === undefined ? {} : { [falt]: t }
  }
  const befattningstext = befattning && (textI(befattning, NS.typer, 'displayName') ?? textI(befattning, NS.typer, 'code'))
  return {
    personalId: kravText(krav(av, NS.intyg, 'personal-id'), NS.typer, 'extension'),
    namn: textI(av, NS.intyg, 'fullstandigtNamn') ?? '',
    ...(befattningstext ? { befattning: befattningstext } : {}),
    enhet: {
      id: kravText(krav(enhet, NS.intyg, 'enhets-id'), NS.typer, 'extension'),
      namn: textI(enhet, NS.intyg, 'enhetsnamn') ?? '',
      ...valfri('postadress', 'postadress'),
      ...valfri('postnummer', 'postnummer'),
      ...valfri('postort', 'postort'),
      ...valfri('telefon', 'telefonnummer'),
      ...valfri('epost', 'epost'),
    },
    ...(vardgivare && vardgivarId
      ? { vardgivare: { id: textI(vardgivarId, NS.typer, 'extension') ?? '', namn: textI(vardgivare, NS.intyg, 'vardgivarnamn') ?? '' } }
      : {}),
  }
}

/** @throws {Intygsproblem} `okandTyp`, `saknarFalt`, `dubbeltFalt` */
function lasTyp(intyg: Stalle): { typ: Intygstyp; typkodsystem: string } {
  const el = krav(intyg, NS.intyg, 'typ')
  const kod = kravText(el, NS.typer, 'code')
  const typ = intygstyp(kod)
  if (!typ) {
    const kanda = Object.keys(INTYGSTYPER).join(', ')
    throw new Intygsproblem('okandTyp', `Intygstypen ”${kod.slice(0, 40)}” (${el.stig}) är inte känd. Kända typer är ${kanda}.`, {
      falt: el.stig,
      ...el.element.plats,
    })
  }
  return { typ, typkodsystem: textI(el, NS.typer, 'codeSystem') ?? '' }
}

const VERSIONSFORM = /^\d{1,3}(\.\d{1,3}){0,2}$/

/** @throws {Intygsproblem} `okandVersion`, `saknarFalt`, `dubbeltFalt` */
function lasVersion(intyg: Stalle, typ: Intygstyp): string {
  const version = kravText(intyg, NS.intyg, 'version')
  const kand = typ === LISJP ? LISJP_VERSIONER.has(version) : VERSIONSFORM.test(version)
  if (!kand) {
    const stig = `${intyg.stig}/version`
    const kanda = typ === LISJP ? ` De versioner som läses är ${[...LISJP_VERSIONER.keys()].join(', ')}.` : ''
    throw new Intygsproblem(
      'okandVersion',
      `Versionen ”${version.slice(0, 20)}” av ${typ} (${stig}) är inte känd.${kanda} Be avsändaren skicka intyget i en känd version.`,
      { falt: stig, ...intyg.element.plats },
    )
  }
  return version
}

function lasRelationer(intyg: Stalle): Relation[] {
  return alla(intyg.element, NS.intyg, 'relation').map((element) => {
    const i: Stalle = { element, stig: `${intyg.stig}/relation` }
    return { typ: kravText(krav(i, NS.intyg, 'typ'), NS.typer, 'code'), intygsId: lasIntygsId(i, NS.intyg) }
  })
}

/** A reference to a message (`svarPa`), when there is one. */
export function lasMeddelandereferens(i: Stalle, ns: string): Intygshuvud['svarPa'] {
  const el = hogstEtt(i, ns, 'svarPa')
  const meddelandeId = el && textI(el, NS.intyg, 'meddelande-id')
  if (!el || !meddelandeId) return undefined
  const referensId = textI(el, NS.intyg, 'referens-id')
  return { meddelandeId, ...(referensId ? { referensId } : {}) }
}

/**
 * The head of the certificate. `rot` is RegisterCertificate, `intyg` its certificate.
 * @throws {Intygsproblem} `saknarFalt`, `dubbeltFalt`, `okandTyp`, `okandVersion`, `ogiltigtPersonId`
 */
export function lasHuvud(rot: Stalle, intyg: Stalle): Intygshuvud {
  const intygsId = lasIntygsId(intyg, NS.intyg)
  const { typ, typkodsystem } = lasTyp(intyg)
  const version = lasVersion(intyg, typ)
  const patient = krav(intyg, NS.intyg, 'patient')
  const personId = lasPersonId(patient, NS.intyg, 'person-id')
  const fornamn = textI(patient, NS.intyg, 'fornamn')
  const efternamn = textI(patient, NS.intyg, 'efternamn')
  const signerat = tidpunktI(intyg, NS.intyg, 'signeringstidpunkt')
  const skickat = tidpunktI(intyg, NS.intyg, 'skickatTidpunkt')
  const svarPa = lasMeddelandereferens(rot, NS.registerCertificate)
  return {
    intygsId,
    typ,
    typkodsystem,
    version,
    ...(signerat ? { signerat } : {}),
    ...(skickat ? { skickat } : {}),
    patient: { personId, ...(fornamn ? { fornamn } : {}), ...(efternamn ? { efternamn } : {}) },
    skapadAv: lasSkapare(intyg, NS.intyg, 'skapadAv'),
    relationer: lasRelationer(intyg),
    ...(svarPa ? { svarPa } : {}),
  }
}
