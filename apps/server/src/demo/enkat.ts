import { plusDagar, type Datum } from '@atergang/kalender'
import { noteraEnkat, somSystemet, sparaEnkatsvar, stangEnkat, type Enkatutkastrad } from '@atergang/lager'
import { Slump } from '@atergang/syntet'
import { randomUUID } from 'node:crypto'
import type { Tjanster } from '../app.ts'
import { STARTFRAGOR } from '../tjanster/enkat.ts'

const ADA = { namn: 'Ada Alm', id: 'ada' }
const SYSTEMET = { anvandare: 'system', namn: 'Återgång' }

/** Who got it and how many answered, by county, and how far along they are. Gotland is too small to be shown, and takes Kalmar with it. */
const LANEN = [
  { lan: 'Västra Götaland', mottagare: 18, svarar: 12, niva: 0.6 },
  { lan: 'Stockholm', mottagare: 17, svarar: 11, niva: -0.3 },
  { lan: 'Skåne', mottagare: 16, svarar: 10, niva: 0.2 },
  { lan: 'Gävleborg', mottagare: 12, svarar: 7, niva: -0.8 },
  { lan: 'Kalmar', mottagare: 9, svarar: 5, niva: 0.9 },
  { lan: 'Gotland', mottagare: 3, svarar: 2, niva: 0 },
] as const

const KODER = [
  { kod: 'tid', beskrivning: 'Tiden räcker inte till' },
  { kod: 'kontakter', beskrivning: 'Det saknas någon att tala med hos arbetsgivare eller vård' },
  { kod: 'kunskap', beskrivning: 'Ersättningarna är inte kända' },
] as const
const HINDER: readonly { readonly text: string; readonly kod: (typeof KODER)[number]['kod'] }[] = [
  { kod: 'tid', text: 'Handläggningen går före, och det förebyggande får den tid som blir över.' },
  { kod: 'tid', text: 'Jag har uppdraget på tjugo procent och hinner inte besöka någon.' },
  { kod: 'kontakter', text: 'På hälsocentralerna byts kontaktpersonerna hela tiden.' },
  { kod: 'kontakter', text: 'Små arbetsgivare har ingen som vi kan ringa.' },
  { kod: 'kunskap', text: 'Många läkare tror att man måste vara sjukskriven för att få ersättning.' },
  { kod: 'kunskap', text: 'Arbetsgivarna känner inte till stödet.' },
]
const OKODADE = 0.2

const OPPNADES = 60
const PAMINDES = [52, 46]
const SISTA_DAG = 40

/** A survey that has been answered and closed, so that whoever analyses meets a result. What people do is written by the owner of the tables, as other activities of the demo; answers and closing go the way of the product. */
export async function laggEnkat(t: Pick<Tjanster, 'db'>, idag: Datum): Promise<void> {
  const fore = (dagar: number): Datum => plusDagar(idag, -dagar)
  const id = randomUUID()
  const slump = new Slump('demo').gren('enkat')
  await t.db.agare.query(
    `insert into app.enkat (id, namn, syfte, enhet, redovisas, oppnar, stanger, paminnelser, tillstand, av, av_id)
     values ($1, 'Samverkan i det förebyggande arbetet', 'Vi vill veta hur samverkan med arbetsgivare och vård fungerar i länen. Svaren används i analysen av de förebyggande ersättningarna.', '', 'lan', $2, $3, $4, 'oppen', $5, $6)`,
    [id, fore(OPPNADES), fore(SISTA_DAG), JSON.stringify(PAMINDES.map(fore)), ADA.namn, ADA.id],
  )
  for (const [i, f] of STARTFRAGOR.entries()) {
    await t.db.agare.query(
      'insert into app.enkatfraga (enkat, nr, fraga, item, text, slag, minst, hogst, vet_ej, index_namn, alternativ) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
      [id, i + 1, f.fraga, f.item, f.text, f.slag, f.minst, f.hogst, f.vetEj, f.index, JSON.stringify(f.alternativ)],
    )
  }
  for (const l of LANEN) for (let i = 0; i < l.mottagare; i++) await enMottagare(t, id, l, i, slump.gren(`${l.lan}${i}`), fore)
  const gjort: readonly (readonly [number, string])[] = [
    [OPPNADES + 5, 'Skapade enkäten.'],
    [OPPNADES + 3, `Lade till ${LANEN.reduce((n, l) => n + l.mottagare, 0)} mottagare.`],
    [OPPNADES, 'Öppnade enkäten. Inbjudningarna går ut.'],
  ]
  for (const [dagar, text] of gjort)
    await t.db.agare.query('insert into app.enkathandelse (enkat, dag, namn, anvandare, text) values ($1, $2, $3, $4, $5)', [
      id,
      fore(dagar),
      ADA.namn,
      ADA.id,
      text,
    ])
  const stangd = fore(SISTA_DAG - 1)
  await somSystemet(t.db, async (q) => {
    await stangEnkat(q, id, stangd)
    await noteraEnkat(
      q,
      SYSTEMET,
      id,
      stangd,
      'Stängde enkäten efter sista dagen. Adresser, länkar och svar som inte lämnats är borttagna.',
    )
  })
  await koda(t, id, slump.gren('koder'), fore(SISTA_DAG - 10))
}

async function enMottagare(
  t: Pick<Tjanster, 'db'>,
  enkat: string,
  l: (typeof LANEN)[number],
  i: number,
  s: Slump,
  fore: (dagar: number) => Datum,
): Promise<void> {
  const { rows } = await t.db.agare.query<{ id: string }>(
    `insert into app.enkatmottagare (enkat, adress, lan, omrade, roll) values ($1, $2, $3, $3, 'lokalt samverkansansvarig') returning id`,
    [enkat, `ansvarig${i + 1}@${LANEN.indexOf(l) + 1}.example.org`, l.lan],
  )
  const mottagare = rows[0]!.id
  const svarar = i < l.svarar
  const pamind = svarar ? s.heltal(0, PAMINDES.length) : PAMINDES.length
  for (const [nr, dagar] of [OPPNADES, ...PAMINDES].slice(0, pamind + 1).entries())
    await t.db.agare.query('insert into app.enkatutskick (mottagare, nr, dag, skickat) values ($1, $2, $3, $3)', [
      mottagare,
      nr,
      fore(dagar),
    ])
  if (!svarar) return
  const dag = fore([OPPNADES, ...PAMINDES][pamind]! - 2)
  await somSystemet(t.db, (q) => sparaEnkatsvar(q, mottagare, svaren(l.niva, s), { dag, tid: `${dag}T10:00:00Z` }, true))
}

function svaren(niva: number, s: Slump): readonly Enkatutkastrad[] {
  const egen = niva + 1.2 * (s.tal() - 0.5)
  const mest = s.heltal(0, 2)
  return STARTFRAGOR.flatMap((f): Enkatutkastrad[] => {
    const { fraga, item } = f
    if (f.slag === 'val')
      return [{ fraga, item, svar: f.alternativ[item === 'mest' ? mest : (mest + 1 + s.heltal(0, 1)) % f.alternativ.length]! }]
    if (f.slag === 'fritext') return s.chans(0.6) ? [{ fraga, item, svar: HINDER[s.heltal(0, HINDER.length - 1)]!.text }] : []
    if (s.chans(0.06)) return [{ fraga, item, vetEj: true }]
    return [{ fraga, item, varde: Math.min(f.hogst!, Math.max(f.minst!, Math.round(3 + egen + 2 * (s.tal() - 0.5)))) }]
  })
}

/** Ada has coded most of what was written in words. */
async function koda(t: Pick<Tjanster, 'db'>, enkat: string, s: Slump, dag: Datum): Promise<void> {
  const f = STARTFRAGOR.find((x) => x.slag === 'fritext')!
  for (const k of KODER)
    await t.db.agare.query(
      'insert into app.enkatkod (enkat, fraga, item, kod, beskrivning, av, av_id) values ($1, $2, $3, $4, $5, $6, $7)',
      [enkat, f.fraga, f.item, k.kod, k.beskrivning, ADA.namn, ADA.id],
    )
  // Ordered by what it says: ids are drawn anew each time, and the demo is to be the same.
  const { rows } = await t.db.agare.query<{ svarare: string; svar: string }>(
    'select s.svarare, s.svar from app.enkatsvar s join app.enkatsvarare p on p.id = s.svarare where p.enkat = $1 and s.fraga = $2 and s.item = $3 order by s.svar',
    [enkat, f.fraga, f.item],
  )
  for (const r of rows) {
    if (s.chans(OKODADE)) continue
    await t.db.agare.query(
      'insert into app.enkatkodning (svarare, fraga, item, kod, kodare, kodare_id, dag) values ($1, $2, $3, $4, $5, $6, $7)',
      [r.svarare, f.fraga, f.item, HINDER.find((h) => h.text === r.svar)!.kod, ADA.namn, ADA.id, dag],
    )
  }
}
