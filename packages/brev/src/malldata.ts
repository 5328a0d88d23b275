import { delar, medManadsnamn } from '@atergang/kalender'
import type { Adress, Brevblock, Brevinnehall, Brevtyp } from '@atergang/arende'
import { kolumnbredder } from './kolumnbredd.ts'
import { rensaText } from './rensning.ts'

/** What stands over the letter, by its type. */
export const BREVTYPNAMN: Readonly<Record<Brevtyp, string>> = {
  beslut: 'Beslut',
  kommunicering: 'Inför beslut',
  komplettering: 'Begäran om komplettering',
  forfragan: 'Förfrågan',
  forelaggande: 'Föreläggande',
  information: 'Information',
  omprovning: 'Beslut efter omprövning',
}

function blockdata(b: Brevblock): object {
  switch (b.typ) {
    case 'rubrik':
      return { typ: b.typ, niva: b.niva, text: rensaText(b.text) }
    case 'stycke':
    case 'besked':
      return { typ: b.typ, text: rensaText(b.text) }
    case 'lista':
      return { typ: b.typ, punkter: b.punkter.map(rensaText) }
    case 'tabell': {
      const { bred, kolumner } = kolumnbredder(b)
      return {
        typ: b.typ,
        rubrik: rensaText(b.rubrik),
        bred,
        summarad: b.summarad === true,
        kolumner: b.kolumner.map((k, i) => ({ rubrik: rensaText(k.rubrik), hoger: k.hoger === true, ...kolumner[i] })),
        rader: b.rader.map((rad) => rad.map(rensaText)),
      }
    }
    case 'uppgifter':
      return { typ: b.typ, rader: b.rader.map((par) => par.map(rensaText)) }
  }
}

const adress = (a: Adress) => ({ namn: rensaText(a.namn), rader: a.rader.map(rensaText) })

/**
 * The content as JSON for mallar/brev.typ. Keys are written in a fixed order and owner, version and citation of a block are
 * left out, so that the bytes of the letter depend on what it says and on nothing else.
 */
export function malldata(b: Brevinnehall): string {
  const { ar, manad, dag } = delar(b.datum)
  return JSON.stringify({
    typnamn: BREVTYPNAMN[b.typ],
    mall: `${b.mall.namn} ${b.mall.version}`,
    ar,
    manad,
    dag,
    datumtext: medManadsnamn(b.datum),
    arendenummer: rensaText(b.arendenummer),
    rubrik: rensaText(b.rubrik),
    mottagare: adress(b.mottagare),
    avsandare: adress(b.avsandare),
    block: b.block.map(blockdata),
  })
}
