import type { Arendevy } from '@atergang/formaner'
import type { Forklaring } from '@atergang/regelverk'
import { medManadsnamn } from '@atergang/kalender'
import { rollnamn } from '../../stod/text.ts'

type Steg = Arendevy['steg'][number]
type Utfall = Steg['utfall'][number]

export interface Stegstatus {
  readonly tecken: string
  readonly text: string
}

/** How the step stands, as sign and words: never by colour alone. */
export function stegstatus(s: Steg, jag: { readonly id: string; readonly roll: string }): Stegstatus {
  switch (s.status) {
    case 'uppfyllt':
      return {
        tecken: '✓',
        text: s.utfall.every((u) => (u.typ === 'uppfyllt' && u.automatiskt) || u.typ === 'ejAktuellt') ? 'Klart, prövat av regel' : 'Klart',
      }
    case 'ejUppfyllt':
      return { tecken: '✕', text: 'Inte uppfyllt' }
    case 'fraga':
      return { tecken: '?', text: fragatext(s, jag) }
    case 'vantar': {
      const v = s.utfall.find((u) => u.typ === 'vantar')
      return { tecken: '…', text: `Väntar på ${v?.pa.paNamn ?? 'någon'}` }
    }
    case 'avvaktar':
      return { tecken: '·', text: 'Inte prövat än' }
    case 'ejAktuellt':
      return { tecken: '–', text: 'Inte aktuellt' }
  }
}

function fragatext(s: Steg, jag: { readonly id: string; readonly roll: string }): string {
  const fragor = s.utfall.flatMap((u) => (u.typ === 'fraga' ? [u.fraga] : []))
  const mina = fragor.filter((f) => f.roll === jag.roll && !f.inteFor.includes(jag.id))
  const vem = mina.length ? 'dig' : (fragor[0] && rollnamn(fragor[0].roll)) || 'någon'
  return `${fragor.length > 1 ? `${fragor.length} frågor` : 'Fråga'} till ${vem}`
}

const nod = (rubrik: string, text: string, mer: Partial<Forklaring> = {}): Forklaring => ({
  namn: rubrik,
  rubrik,
  lagrum: [],
  utfall: 'oklart',
  text,
  ...mer,
})

function utfallsnod(u: Utfall, alla: readonly Steg[]): Forklaring {
  switch (u.typ) {
    case 'uppfyllt':
    case 'ejUppfyllt':
      return u.forklaring
    case 'ejAktuellt':
      return nod('Inte aktuellt', u.varfor, { utfall: 'beraknat' })
    case 'avvaktar':
      return nod('Inte prövat än', `Prövas efter ${alla.find((x) => x.namn === u.pa)?.rubrik ?? u.pa}.`)
    case 'fraga':
      return nod(u.fraga.rubrik, `${u.fraga.varforNu} ${u.fraga.hjalp}`, {
        lagrum: u.fraga.lagrum,
        ...(u.fraga.forklaring ? { delar: [u.fraga.forklaring] } : {}),
      })
    case 'vantar':
      return nod(
        `Väntar på ${u.pa.paNamn}: ${u.pa.vad}`,
        `${u.pa.varfor} Sedan ${medManadsnamn(u.pa.sedan)}${u.pa.till ? `, till ${medManadsnamn(u.pa.till)}` : ''}.`,
        { lagrum: u.pa.lagrum },
      )
  }
}

/** What the step rests on: each outcome as a tree, or what it waits for. */
export function stegtrad(s: Steg, alla: readonly Steg[]): Forklaring[] {
  if (s.status === 'avvaktar') {
    const vilka = (s.avvaktar ?? []).map((namn) => alla.find((x) => x.namn === namn)?.rubrik ?? namn)
    return [nod(s.rubrik, `Prövas när det här är klart: ${vilka.join(', ')}.`, { lagrum: s.lagrum })]
  }
  return s.utfall.map((u) => utfallsnod(u, alla))
}

/** How far the case has come: settled steps of those that concern it (D009). */
export function fullstandighet(steg: readonly Pick<Steg, 'status'>[]): { readonly klara: number; readonly alla: number } {
  const aktuella = steg.filter((s) => s.status !== 'ejAktuellt')
  return { klara: aktuella.filter((s) => s.status === 'uppfyllt' || s.status === 'ejUppfyllt').length, alla: aktuella.length }
}
