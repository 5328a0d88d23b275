import type { Utlatande } from '@atergang/formaner'
import { arDatum } from '@atergang/kalender'
import type { components } from '../../api/schema.gen.ts'
import type { Faltfel } from '../../stod/formular.ts'

export type Utlatandesida = components['schemas']['Utlatandesida']

export interface Behandlingsutkast {
  /** the treatment of the plan, empty for one that the doctor adds */
  id: string
  behandling: string
  annatText: string
  hurMinskarRisken: string
  stod: string
  from: string
  tom: string
  schema: string
  schemaSaknas: string
}

/** The statement while it is written. Nothing of it is kept in the browser: it is about a patient. */
export interface Utlatandeutkast {
  diagnoser: { kod: string; text: string }[]
  beskrivning: string
  risk: string
  behandlingar: Behandlingsutkast[]
  uppfoljning: { nar: string; hur: string }
  lakare: string
  vardenhet: string
  vardgivartyp: string
  ordinerad: string
}

export const nyBehandling = (): Behandlingsutkast => ({
  id: '',
  behandling: '',
  annatText: '',
  hurMinskarRisken: '',
  stod: '',
  from: '',
  tom: '',
  schema: '',
  schemaSaknas: '',
})

/** The form as it opens: what the person planned, and what the doctor wrote before, so that only what is missing has to be filled in. */
export function nyttUtkast(sida: Utlatandesida): Utlatandeutkast {
  const t = sida.tidigare as Utlatande | null
  const behandlingar = sida.behandlingar.map((b): Behandlingsutkast => {
    const f = t?.behandlingar.find((x) => x.id === b.id)
    return {
      id: b.id,
      behandling: b.behandling,
      annatText: b.annatText,
      hurMinskarRisken: f?.hurMinskarRisken ?? '',
      stod: f?.stod ?? '',
      from: f?.from ?? b.from ?? '',
      tom: f?.tom ?? b.tom ?? '',
      schema: f?.schema ?? '',
      schemaSaknas: f?.schemaSaknas ?? '',
    }
  })
  const egna = (t?.behandlingar ?? [])
    .filter((b) => !b.id)
    .map((b): Behandlingsutkast => ({
      ...nyBehandling(),
      behandling: b.behandling,
      annatText: b.annatText ?? '',
      hurMinskarRisken: b.hurMinskarRisken,
      stod: b.stod,
      from: b.from ?? '',
      tom: b.tom ?? '',
      schema: b.schema,
      schemaSaknas: b.schemaSaknas,
    }))
  return {
    diagnoser: t?.diagnoser.length ? t.diagnoser.map((d) => ({ ...d })) : [{ kod: '', text: '' }],
    beskrivning: t?.beskrivning ?? '',
    risk: t?.risk ?? '',
    behandlingar: [...behandlingar, ...egna],
    uppfoljning: { nar: t?.uppfoljning?.nar ?? '', hur: t?.uppfoljning?.hur ?? '' },
    lakare: t?.lakare || sida.ordineradAv?.namn || '',
    vardenhet: t?.vardenhet || sida.ordineradAv?.vardenhet || '',
    vardgivartyp: t?.vardgivartyp ?? '',
    ordinerad: t?.ordinerad ?? '',
  }
}

const DIAGNOSKOD = /^[A-Za-z]\d\d([.\s]?[0-9A-Za-z]{0,4})?$/
const DATUM = 'Skriv dagen som år-månad-dag, till exempel 2026-03-02.'

/** What is written and cannot be read, told at the fields at once. */
export function skrivfel(u: Utlatandeutkast): Faltfel[] {
  const datum = (falt: string, d: string): Faltfel[] => (d && !arDatum(d) ? [{ falt, text: DATUM }] : [])
  return [
    ...u.diagnoser.flatMap((d, i) =>
      d.kod.trim()
        ? DIAGNOSKOD.test(d.kod.trim())
          ? []
          : [{ falt: `diagnos-${i}-kod`, text: 'Skriv diagnosen som kod i ICD-10-SE, till exempel F43.8A.' }]
        : d.text.trim()
          ? [{ falt: `diagnos-${i}-kod`, text: 'Skriv koden i ICD-10-SE för diagnosen, till exempel F43.8A.' }]
          : [],
    ),
    ...u.behandlingar.flatMap((b, i) => [
      ...datum(`behandling-${i}-from`, b.from),
      ...datum(`behandling-${i}-tom`, b.tom),
      ...(arDatum(b.from) && arDatum(b.tom) && b.tom < b.from
        ? [{ falt: `behandling-${i}-tom`, text: 'Behandlingen slutar innan den börjar. Byt plats på dagarna.' }]
        : []),
    ]),
    ...datum('uppfoljning-nar', u.uppfoljning.nar),
    ...datum('ordinerad', u.ordinerad),
  ]
}

/** What has to be put right before it can be handed in: that, halves of what belongs together, and who signs. Never what is only missing. */
export function hinder(u: Utlatandeutkast): Faltfel[] {
  const { nar, hur } = u.uppfoljning
  return [
    ...skrivfel(u),
    ...(hur.trim() && !nar
      ? [{ falt: 'uppfoljning-nar', text: 'Skriv vilken dag behandlingen följs upp. Vet du inte dagen, skriv ungefär när.' }]
      : []),
    ...(nar && !hur.trim() ? [{ falt: 'uppfoljning-hur', text: 'Skriv hur behandlingen följs upp, till exempel återbesök.' }] : []),
    ...(u.lakare.trim() ? [] : [{ falt: 'lakare', text: 'Skriv ditt namn: du skriver under utlåtandet.' }]),
  ]
}

/** The statement to hand in: empty parts are left empty, and asked for. */
export function somUtlatande(u: Utlatandeutkast) {
  return {
    diagnoser: u.diagnoser.filter((d) => d.kod.trim()).map((d) => ({ kod: d.kod.trim(), text: d.text.trim() })),
    beskrivning: u.beskrivning.trim(),
    risk: u.risk.trim(),
    behandlingar: u.behandlingar
      .filter((b) => b.id || b.behandling)
      .map((b) => ({
        ...(b.id ? { id: b.id } : {}),
        behandling: b.behandling,
        ...(b.annatText.trim() ? { annatText: b.annatText.trim() } : {}),
        hurMinskarRisken: b.hurMinskarRisken.trim(),
        stod: b.stod.trim(),
        ...(b.from ? { from: b.from } : {}),
        ...(b.tom ? { tom: b.tom } : {}),
        schema: b.schema.trim(),
        schemaSaknas: b.schemaSaknas.trim(),
      })),
    uppfoljning: u.uppfoljning.nar && u.uppfoljning.hur.trim() ? { nar: u.uppfoljning.nar, hur: u.uppfoljning.hur.trim() } : null,
    lakare: u.lakare.trim(),
    vardenhet: u.vardenhet.trim(),
    ...(u.vardgivartyp ? { vardgivartyp: u.vardgivartyp } : {}),
    ...(u.ordinerad ? { ordinerad: u.ordinerad } : {}),
  }
}

const DELAR: Readonly<Record<string, string>> = {
  sjukdom: 'diagnos-0-kod',
  risk: 'risk',
  behandlingsval: 'behandling-0-hur',
  behandlingsschema: 'behandling-0-schema',
  uppfoljning: 'uppfoljning-nar',
  ordination: 'lakare',
}

/** The field on the page for what is asked about, or for a field as the server names it. */
export function faltFor(namn: string): string | undefined {
  if (DELAR[namn]) return DELAR[namn]
  const d = /^diagnoser\.(\d+)/.exec(namn)
  if (d) return `diagnos-${d[1]}-kod`
  const b = /^behandlingar\.(\d+)\.(\w+)/.exec(namn)
  if (b) return `behandling-${b[1]}-${b[2] === 'hurMinskarRisken' ? 'hur' : b[2]}`
  return namn.startsWith('uppfoljning.')
    ? namn.replace('.', '-')
    : ['beskrivning', 'risk', 'lakare', 'vardenhet', 'vardgivartyp', 'ordinerad', 'kod'].includes(namn)
      ? namn
      : undefined
}
