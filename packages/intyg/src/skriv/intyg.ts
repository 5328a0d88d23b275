import { LISJP, LISJP_VERSIONER, OID } from '../kodverk.ts'
import type { Intygshuvud, Radelsvar, Rasvar } from '../modell.ts'
import { NS } from '../xml/sok.ts'
import { nod, skrivDokument, valfri, type Nod } from '../xml/skriv.ts'
import { intygsIdNod, kodNod, personIdNod, skapareNod } from './gemensamt.ts'
import { svarAv, type Lisjpdata } from './svar.ts'

/** A certificate to write. Answers as plain data (LISJP), or raw for any type and for faults on purpose. */
export interface Intygsdata extends Pick<Intygshuvud, 'intygsId' | 'version' | 'signerat' | 'skickat' | 'patient' | 'skapadAv' | 'svarPa'> {
  /** Left out: LISJP. */
  readonly typ?: string
  readonly typkodsystem?: string
  readonly relationer?: Intygshuvud['relationer']
  readonly svar: Lisjpdata | readonly Rasvar[]
}

const arRatt = (svar: Intygsdata['svar']): svar is readonly Rasvar[] => Array.isArray(svar)

function delsvarNod({ id, varde }: Radelsvar): Nod {
  const med = (innehall: Nod['innehall']) => nod('c:delsvar', innehall, { id })
  switch (varde.typ) {
    case 'text':
      return med(varde.text)
    case 'kod':
      return med([kodNod('t:cv', varde.kod, varde.kodsystem, varde.visning)])
    case 'period':
      return med([nod('t:datePeriod', [nod('t:start', varde.start), nod('t:end', varde.slut)])])
    case 'mangd':
      return med([nod('t:pq', [nod('t:value', varde.varde), nod('t:unit', varde.enhet)])])
    case 'deldatum':
      return med([nod('t:partialDate', [nod('t:format', varde.format), nod('t:value', varde.varde)])])
    case 'annat':
      return med([nod(`t:${varde.element}`, varde.text)])
  }
}

const svarNod = (s: Rasvar): Nod =>
  nod('c:svar', [valfri('c:instans', s.instans === undefined ? undefined : String(s.instans)), ...s.delsvar.map(delsvarNod)], { id: s.id })

/**
 * A certificate as RegisterCertificate XML that `lasIntyg` and the care systems read. For invented people and tests:
 * nothing is checked, so that certificates with faults can be written too.
 * @throws {RangeError} when plain answers do not fit the version (see `svarAv`)
 */
export function skrivIntyg(data: Intygsdata): string {
  const { patient, svarPa } = data
  const svar = arRatt(data.svar) ? data.svar : svarAv(data.svar, LISJP_VERSIONER.get(data.version) ?? 'v2')
  const intyg = nod('r:intyg', [
    intygsIdNod('c:intygs-id', data.intygsId),
    kodNod('c:typ', data.typ ?? LISJP, data.typkodsystem ?? OID.intygstyp),
    nod('c:version', data.version),
    valfri('c:signeringstidpunkt', data.signerat),
    valfri('c:skickatTidpunkt', data.skickat),
    nod('c:patient', [
      personIdNod('c:person-id', patient.personId),
      nod('c:fornamn', patient.fornamn ?? ''),
      nod('c:efternamn', patient.efternamn ?? ''),
      nod('c:postadress', ''),
      nod('c:postnummer', ''),
      nod('c:postort', ''),
    ]),
    skapareNod('c:skapadAv', data.skapadAv),
    ...(data.relationer ?? []).map((r) =>
      nod('c:relation', [kodNod('c:typ', r.typ, OID.relation), intygsIdNod('c:intygs-id', r.intygsId)]),
    ),
    ...svar.map(svarNod),
  ])
  return skrivDokument(
    nod(
      'r:RegisterCertificate',
      [svarPa && nod('r:svarPa', [nod('c:meddelande-id', svarPa.meddelandeId), valfri('c:referens-id', svarPa.referensId)]), intyg],
      { 'xmlns:r': NS.registerCertificate, 'xmlns:c': NS.intyg, 'xmlns:t': NS.typer },
    ),
  )
}
