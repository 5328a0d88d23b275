import { indatafel, konflikt } from '@atergang/arende'
import { plusManader, type Datum } from '@atergang/kalender'
import { kandidatBehalls, vardetDen } from '@atergang/regelverk'

// Somebody whom the benefit may help, before there is a case (B049). A list of people to talk to, never a way round the application.

export const KANDIDATSTATUS = {
  ny: 'ny',
  kontaktad: 'kontaktad',
  informerad: 'informerad',
  ansokan: 'har ansökt',
  avstar: 'vill inte',
  inteAktuell: 'inte aktuell',
} as const
export type Kandidatstatus = keyof typeof KANDIDATSTATUS

export const KANDIDATKALLOR = {
  forsakrad: 'personen själv',
  vard: 'vården',
  arbetsgivare: 'arbetsgivaren',
  handlaggare: 'en handläggare',
} as const
export type Kandidatkalla = keyof typeof KANDIDATKALLOR

const NASTA: Readonly<Record<Kandidatstatus, readonly Kandidatstatus[]>> = {
  ny: ['kontaktad', 'ansokan', 'avstar', 'inteAktuell'],
  kontaktad: ['informerad', 'ansokan', 'avstar', 'inteAktuell'],
  informerad: ['ansokan', 'avstar', 'inteAktuell'],
  ansokan: [],
  avstar: [],
  inteAktuell: [],
}

export const nastaKandidatstatus = (s: Kandidatstatus): readonly Kandidatstatus[] => NASTA[s]
export const kandidatKlar = (s: Kandidatstatus): boolean => NASTA[s].length === 0

export interface Kandidatsteg {
  readonly status: Kandidatstatus
  readonly text: string
  /** that the person has been told who gave the signal */
  readonly kallaNamnd?: boolean | undefined
}

/** Whether a signal may be taken down: care and employers need the person's consent (B049). @throws {Domanfel} */
export function granskaSignal(k: { kalla: Kandidatkalla; samtycke: boolean }): void {
  if ((k.kalla === 'vard' || k.kalla === 'arbetsgivare') && !k.samtycke)
    throw indatafel(
      'samtyckeSaknas',
      'Utan personens samtycke tar vi inte emot uppgiften. Fråga personen först, eller be personen höra av sig.',
      [{ falt: 'samtycke', text: 'Bekräfta att personen har samtyckt.' }],
    )
}

/** Whether a candidate may go on to this step. @throws {Domanfel} */
export function granskaKandidatsteg(fran: Kandidatstatus, s: Kandidatsteg, kalla: Kandidatkalla): void {
  if (!NASTA[fran].includes(s.status))
    throw konflikt('felSteg', `Kandidaten är ”${KANDIDATSTATUS[fran]}” och kan inte bli ”${KANDIDATSTATUS[s.status]}”.`)
  if (s.status === 'kontaktad' && kalla !== 'forsakrad' && !s.kallaNamnd)
    throw indatafel('kallanInteNamnd', 'Ingen kontaktas om förmånen utan att få veta vem som lämnade uppgiften.', [
      { falt: 'kallaNamnd', text: 'Bekräfta att personen har fått veta vem som lämnade uppgiften.' },
    ])
}

/** The day from which one whose last step was on this day is no longer kept. */
export const gallrasEfter = (senaste: Datum): Datum => plusManader(senaste, vardetDen(kandidatBehalls, senaste))

/** Whose last step is before this day is removed. */
export const gallrasFore = (idag: Datum): Datum => plusManader(idag, -vardetDen(kandidatBehalls, idag))
