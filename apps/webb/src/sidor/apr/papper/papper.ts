import { INSATSTYPSKODER, lasOrgnr, ORGNRFEL, type Insatstyp } from '@atergang/formaner/apr'
import type { Faltfel } from '../../../stod/formular.ts'
import { komstfel, somKomst, type Papperskomst } from '../../../stod/papper.ts'

/** A row of a paper form as the officer writes it off. What does not stand on the paper is left empty and asked for later. */
export interface Pappersrad {
  anstalld: string
  anordnare: string
  insatsdag: string
  insatstyper: string[]
  kostnad: number | undefined
  fakturanummer: string
}
export const tomRad = (): Pappersrad => ({
  anstalld: '',
  anordnare: '',
  insatsdag: '',
  insatstyper: [],
  kostnad: undefined,
  fakturanummer: '',
})

export interface Pappersform extends Papperskomst {
  orgnr: string
  namn: string
  adress: string
  ar: string
  rader: Pappersrad[]
  anstalldaVet: boolean
  ejBehandling: boolean
}

/** The command's body. Costs in öre; a day that is not known stays null and becomes a question. */
export const pappersansokan = (f: Pappersform, skanning: { filnamn: string; innehall: string } | null) => ({
  orgnr: f.orgnr,
  ar: Number(f.ar),
  ...somKomst(f),
  ...(skanning ? { skanning } : {}),
  foretag: {
    namn: f.namn.trim(),
    adress: f.adress
      .split('\n')
      .map((r) => r.trim())
      .filter(Boolean),
    lan: '',
  },
  rader: f.rader.map((r) => ({
    anstalld: r.anstalld,
    anordnare: r.anordnare,
    insatsdag: r.insatsdag || null,
    insatstyper: r.insatstyper.filter((t): t is Insatstyp => (INSATSTYPSKODER as readonly string[]).includes(t)),
    syfte: null,
    miljo: null,
    kostnad: r.kostnad === undefined ? null : Math.round(r.kostnad * 100),
    fakturanummer: r.fakturanummer,
    beskrivning: '',
  })),
  anstalldaVet: f.anstalldaVet,
  ejBehandling: f.ejBehandling,
})

/** What must be written before the paper can be registered at all. */
export function saknas(f: Pappersform, idag: string): Faltfel[] {
  return [
    ...(lasOrgnr(f.orgnr) ? [] : [{ falt: 'orgnr', text: ORGNRFEL }]),
    ...(f.namn.trim() ? [] : [{ falt: 'foretag.namn', text: 'Skriv arbetsgivarens namn.' }]),
    ...(/^\d{4}$/.test(f.ar) ? [] : [{ falt: 'ar', text: 'Skriv året med fyra siffror.' }]),
    ...komstfel(f, idag),
  ]
}

/** The server names rows within the application; the page within the form. */
export const somFalt = (falt: string): string => falt.replace(/^ansokan\./, '').replace(/^firma\.orgnr$/, 'orgnr')
