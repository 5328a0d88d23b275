import { fileURLToPath } from 'node:url'
import { skapaSattare, type Satt } from '../sattare.ts'
import { standardresurser, type Resurser } from '../trad.ts'
import { beslutsmening, huvudrader, UTKAST, type Rapportblock, type Rapportinnehall } from './innehall.ts'

const LANG = 24
/** Widths by how long the words of a column are: figures keep to themselves, text shares what is left. */
function kolumner(b: Extract<Rapportblock, { typ: 'tabell' }>): { rubrik: string; hoger: boolean; vikt: number; avstava: boolean }[] {
  return b.kolumner.map((k, i) => {
    const langst = Math.max(k.rubrik.length / 2, ...b.rader.map((r) => (r[i] ?? '').length))
    return { ...k, vikt: k.hoger ? 0 : Math.min(6, Math.max(1, Math.round(langst / LANG))), avstava: !k.hoger }
  })
}
const block = (b: Rapportblock): unknown =>
  b.typ === 'tabell' ? { ...b, kolumner: kolumner(b), bred: b.kolumner.length > 4, summarad: false } : b

/** Sets a report as tagged PDF/UA-1; the same content gives the same bytes. @throws {Sattningsfel} in typst's own words */
export function rapportPdf(r: Rapportinnehall, resurser: Resurser = standardresurser()): Satt {
  const [ar, manad, dag] = r.datum.split('-').map(Number)
  const data = {
    rubrik: r.rubrik,
    typnamn: r.typnamn,
    avsandare: { namn: r.myndighet },
    arendenummer: r.dnr ?? 'saknas',
    mall: 'rapport',
    ar,
    manad,
    dag,
    huvud: huvudrader(r),
    utkast: r.beslut ? null : UTKAST,
    slut: r.beslut ? beslutsmening(r.beslut) : null,
    block: r.block.map(block),
  }
  return skapaSattare(fileURLToPath(resurser.mallar).replace(/[\\/]$/, ''), 'rapport').satt(JSON.stringify(data))
}
