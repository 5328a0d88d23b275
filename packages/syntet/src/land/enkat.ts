import { publiceradTabell } from '../forlaga.ts'
import type { Slump } from '../slump.ts'
import { FRAGESLAG, FRAGOR, INDEX } from './enkatfragor.ts'
import { normal } from './fordelning.ts'
import { LANSNAMN, SF_NAMN, SF_OMRADEN, VERKSAMHETSOMRADEN, LAN } from './geografi.ts'
import { dag, heltal, kod, Rader, SAKNAS, sant, text, type Registerbit } from './kolumner.ts'
import { dagen } from './tid.ts'

const HINDER = [
  { kod: 'kunskap_arbetsgivare', text: 'Arbetsgivarna känner inte till vilka möjligheter och skyldigheter de har.' },
  { kod: 'vardens_prioritering', text: 'Hälso- och sjukvården hinner inte prioritera det förebyggande.' },
  { kod: 'kunskap_forsakrade', text: 'De försäkrade vet inte att ersättningarna finns.' },
  { kod: 'roller', text: 'Aktörerna har olika bild av vilken roll vi har.' },
  { kod: 'svart_att_mata', text: 'Det är svårt att visa om insatserna har effekt.' },
] as const
export const HINDERKODER = HINDER.map((h) => h.kod)
const KODARE = ['A', 'B'] as const

/** Areas that answered, by operational area (table 7), and those the report says answered or names an index for. */
const OMRADEN_SOM_SVARAT: Readonly<Record<string, number>> = { Nord: 4, Syd: 4, Mitt: 6, Väst: 4, Stockholm: 3 }
const MASTE = [
  'SF Gävleborg',
  'SF Dalarna',
  'SF Blekinge',
  'SF Kalmar',
  'SF Kronoberg',
  'SF Jönköping',
  'SF Södra Västsverige',
  'SF Gotland',
]
/** How active areas are, from report 004 §5.1; the others by chance. */
const NIVA: Readonly<Record<string, number>> = { 'SF Blekinge': 1.1, 'SF Kalmar': 1.1, 'SF Södermanland': -1, 'SF Gävleborg': -1 }
const VAST = 0.8
const VET_EJ = 0.06

const UTSKICK = dagen('2020-09-10')
const PAMINNELSER = [dagen('2020-09-16'), dagen('2020-09-22'), dagen('2020-09-28')]
const SISTA_DAG = dagen('2020-09-30')

/** The survey with its recipients and answers, the same in every size of country: numbers by operational area as in table 10. */
export function enkat(rot: Slump): Registerbit[] {
  const s = rot.gren('enkat')
  const fraga = new Rader('enkat_fraga', {
    fraga: heltal,
    item: text,
    text,
    slag: kod(FRAGESLAG),
    minst: heltal,
    hogst: heltal,
    index_namn: kod(INDEX),
  })
  for (const f of FRAGOR)
    fraga.lagg({
      fraga: f.fraga,
      item: f.item,
      text: f.text,
      slag: FRAGESLAG.indexOf(f.slag),
      minst: f.minst ?? SAKNAS,
      hogst: f.hogst ?? SAKNAS,
      index_namn: f.index ? INDEX.indexOf(f.index) : SAKNAS,
    })
  const mottagare = new Rader('enkat_mottagare', {
    mottagare_id: heltal,
    verksamhetsomrade: kod(VERKSAMHETSOMRADEN),
    sf_omrade: kod(SF_NAMN),
    lan: kod(LANSNAMN),
    utskickad: dag,
    paminnelser: heltal,
    besvarad: dag,
  })
  const svar = new Rader('enkat_svar', { mottagare_id: heltal, fraga: heltal, item: text, varde: heltal, vet_ej: sant, svar: text })
  const kodning = new Rader('enkat_kodning', {
    mottagare_id: heltal,
    fraga: heltal,
    item: text,
    kod: kod(HINDERKODER),
    kodare: kod(KODARE),
  })
  const niva = SF_OMRADEN.map(
    (o, i) => NIVA[o.namn] ?? (LAN[o.lan]!.verksamhetsomrade === 'Väst' ? VAST : 0.8 * normal(s.gren(`niva${i}`))),
  )
  let id = 0
  for (const rad of publiceradTabell('10').filter((r) => r.verksamhetsomrade !== 'Totalt')) {
    const vo = VERKSAMHETSOMRADEN.findIndex((v) => v === rad.verksamhetsomrade)
    const alla = SF_OMRADEN.flatMap((o, i) => (LAN[o.lan]!.verksamhetsomrade === rad.verksamhetsomrade ? [i] : []))
    const ordnade = [...alla].sort((a, b) => Number(MASTE.includes(SF_NAMN[b]!)) - Number(MASTE.includes(SF_NAMN[a]!)) || a - b)
    const svarat = ordnade.slice(0, OMRADEN_SOM_SVARAT[rad.verksamhetsomrade!])
    const tysta = ordnade.slice(svarat.length)
    const antalSvar = Number(rad.antal_svarande)
    for (let i = 0; i < Number(rad.antal_lokalt_samverkansansvariga); i++) {
      id++
      const svarar = i < antalSvar
      const sf = svarar ? svarat[i % svarat.length]! : (tysta[(i - antalSvar) % Math.max(1, tysta.length)] ?? svarat[0]!)
      const paminnelser = svarar ? s.heltal(0, PAMINNELSER.length) : PAMINNELSER.length
      const fran = paminnelser === 0 ? UTSKICK : PAMINNELSER[paminnelser - 1]!
      const till = PAMINNELSER[paminnelser] ?? SISTA_DAG
      mottagare.lagg({
        mottagare_id: id,
        verksamhetsomrade: vo,
        sf_omrade: sf,
        lan: SF_OMRADEN[sf]!.lan,
        utskickad: UTSKICK,
        paminnelser,
        besvarad: svarar ? s.heltal(fran, till - 1) : SAKNAS,
      })
      if (svarar) besvara(s.gren(id), id, niva[sf]!, svar, kodning)
    }
  }
  return [fraga.tom(), mottagare.tom(), svar.tom(), kodning.tom()]
}

type Svarsrader = Rader<{
  mottagare_id: typeof heltal
  fraga: typeof heltal
  item: typeof text
  varde: typeof heltal
  vet_ej: typeof sant
  svar: typeof text
}>
type Kodrader = Rader<{
  mottagare_id: typeof heltal
  fraga: typeof heltal
  item: typeof text
  kod: ReturnType<typeof kod>
  kodare: ReturnType<typeof kod>
}>

function besvara(s: Slump, id: number, niva: number, svar: Svarsrader, kodning: Kodrader): void {
  const egen = niva + 0.4 * normal(s)
  // The most and least important group: drawn from the six pairs of table 3; two of the 38 left it out.
  const par = publiceradTabell('3')
  const val = s.viktat(par.map((varde) => ({ vikt: Number(varde.antal), varde })))
  const avstar = s.chans(2 / 38)
  for (const f of FRAGOR) {
    const bas = { mottagare_id: id, fraga: f.fraga, item: f.item }
    if (f.slag === 'val') {
      if (!avstar) svar.lagg({ ...bas, varde: SAKNAS, vet_ej: 0, svar: f.item === 'mest' ? val.mest_viktigt! : val.minst_viktigt! })
    } else if (f.slag === 'fritext') {
      const h = HINDER[Math.floor(s.tal() * HINDER.length)]!
      svar.lagg({ ...bas, varde: SAKNAS, vet_ej: 0, svar: h.text })
      kodning.lagg({ ...bas, kod: HINDERKODER.indexOf(h.kod), kodare: 0 })
      // The second coder reads one in eight otherwise.
      kodning.lagg({ ...bas, kod: s.chans(0.125) ? Math.floor(s.tal() * HINDER.length) : HINDERKODER.indexOf(h.kod), kodare: 1 })
    } else {
      const vetEj = s.chans(VET_EJ)
      const mitt = f.index?.startsWith('internt') ? 3 : 3 + 0.8 * egen
      const varde = Math.min(5, Math.max(1, Math.round(mitt + 0.9 * normal(s))))
      svar.lagg({ ...bas, varde: vetEj ? SAKNAS : varde, vet_ej: vetEj ? 1 : 0, svar: '' })
    }
  }
}
