import { arDatum } from '@atergang/kalender'
import { base64 } from './fil.ts'
import type { Faltfel } from './formular.ts'

/** How a paper came: the day it reached us, if that shows, and the day it was scanned, which never stands in its place (22 § förvaltningslagen). */
export interface Papperskomst {
  inkomKand: 'ja' | 'nej' | undefined
  inkom: string
  skannad: string
}
export const nyKomst = (): Papperskomst => ({ inkomKand: undefined, inkom: '', skannad: '' })

/** What must be right of it before a paper can be registered. `vad` as in ”dagen då … kom in”. */
export function komstfel(f: Papperskomst, idag: string, vad = 'ansökan'): Faltfel[] {
  const dagen =
    f.inkomKand === 'ja' && (arDatum(f.inkom) ? f.inkom > idag && 'Dagen kan inte ligga framåt i tiden.' : `Skriv dagen då ${vad} kom in.`)
  return [
    ...(f.inkomKand ? [] : [{ falt: 'inkomKand', text: `Välj om det framgår vilken dag ${vad} kom in.` }]),
    ...(dagen ? [{ falt: 'inkom', text: dagen }] : []),
    ...(f.skannad && (!arDatum(f.skannad) || f.skannad > idag)
      ? [{ falt: 'skannad', text: 'Skriv dagen då pappret skannades, i dag eller tidigare.' }]
      : []),
  ]
}

/** As the server takes it: a day that is not known stays null and becomes a question. */
export const somKomst = (f: Papperskomst): { inkom: string | null; skannad?: string } => ({
  inkom: f.inkomKand === 'ja' ? f.inkom : null,
  ...(f.skannad ? { skannad: f.skannad } : {}),
})

/** A chosen scan as it is sent. */
export const skanningAv = async (f: File | null): Promise<{ filnamn: string; innehall: string } | null> =>
  f === null ? null : { filnamn: f.name, innehall: await base64(f) }
