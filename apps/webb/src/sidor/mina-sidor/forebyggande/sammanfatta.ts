import { planeradeTillfallen, VECKODAGAR, VECKODAGSNAMN, type Planbehandling, type Schemauppgift } from '@atergang/formaner'
import { kort, medManadsnamn } from '@atergang/kalender'
import { skrivTal } from '../../../stod/tal.ts'
import { kr } from '../../../stod/text.ts'
import type { Rad } from '../ansokan/sammanfatta.ts'
import { inkomsten } from '../ansokan/skicka.ts'
import { SYSSELSATTNINGSTEXT } from '../texter.ts'
import { arbetar, schemat, type Arbetsutkast } from './arbete.ts'
import { besoket, type Planutkast, type Stegnamn } from './plan.ts'

type Besok = Planbehandling['besok'][number]
const UTFORANDE: Readonly<Record<string, string>> = {
  paPlats: 'på plats',
  internet: 'via internet',
  hemma: 'hemma',
  utomlands: 'utomlands',
}
const rad = (fraga: string, svar: string): Rad => ({ fraga, svar })
const ofta = (n: number): string =>
  n === 1 ? '' : n === 2 ? ' varannan vecka' : ` var ${['', '', '', 'tredje', 'fjärde'][n] ?? `${n}:e`} vecka`

/** Working time as it was told: the week, and dates with hours of their own. */
export function arbetstidsrader(s: Schemauppgift): Rad[] {
  const vecka = VECKODAGAR.filter((v) => s.arbetstid[v] !== undefined)
  return [
    ...(vecka.length
      ? [
          rad(
            'Arbetstid',
            `${vecka.map((v) => `${VECKODAGSNAMN[v]} ${skrivTal(s.arbetstid[v])}`).join(', ')} timmar${s.arbetsstart ? `, börjar ${s.arbetsstart}` : ''}${s.lunch ? `, rast ${s.lunch.min} min från ${s.lunch.start}` : ''}`,
          ),
        ]
      : []),
    ...s.avvikelser.map((x) => rad(`Arbetstid ${medManadsnamn(x.datum)}`, x.pass.map((p) => `${p.fran}–${p.till}`).join(', ') || 'ledig')),
  ]
}

/** ”tisdag och torsdag från 3 mars till 23 april 2026, kl. 08:00, 240 minuter” and how many visits it comes to. */
export function besokstext(b: Besok): string {
  const dagar =
    b.slag === 'dagar'
      ? b.datum.map((d) => medManadsnamn(d)).join(', ')
      : `${b.veckodagar.map((v) => VECKODAGSNAMN[v]).join(' och ')}${ofta(b.veckointervall)} från ${kort(b.from)} till ${medManadsnamn(b.tom)}`
  const tid = [
    `behandling ${b.behandlingMin} min`,
    b.forberedelseMin && `förberedelse ${b.forberedelseMin} min`,
    b.efterMin && `efteråt ${b.efterMin} min`,
    b.resaMin && `resa ${b.resaMin} min`,
  ]
    .filter(Boolean)
    .join(', ')
  const antal = planeradeTillfallen([
    { id: 'b', behandling: 'annat', annatText: 'annat', utforande: 'paPlats', vardgivare: 'x', besok: [b] },
  ]).length
  return `${dagar}, kl. ${b.start}: ${tid}. ${antal} besök.`
}

export function arbetsrader(a: Arbetsutkast): Rad[] {
  const s = schemat(a)
  const inkomst = inkomsten(a)
  return [
    rad('Sysselsättning', a.sysselsattning ? SYSSELSATTNINGSTEXT[a.sysselsattning] : ''),
    ...(a.sysselsattning && a.sysselsattning !== 'arbetslos' && a.sysselsattning !== 'egenforetagare'
      ? [rad('Arbetsgivare', a.arbetsgivare.namn.trim())]
      : []),
    ...(arbetar(a.sysselsattning)
      ? [
          ...(s ? arbetstidsrader(s) : [rad('Arbetstid', '')]),
          rad('Årsarbetstid', a.arsarbetstid.trim() ? `${a.arsarbetstid.trim()} timmar` : ''),
        ]
      : []),
    ...(a.sysselsattning === 'arbetslos'
      ? [
          rad('Anmäld på Arbetsförmedlingen', a.sok.anmald),
          rad('Beredd att ta ett arbete', a.sok.beredd),
          rad('Söker arbete', a.sok.timmar.trim() && `${a.sok.timmar.trim()} timmar om dagen`),
        ]
      : []),
    rad(
      'Inkomst för ett år',
      inkomst ? `${kr(inkomst.anstallning)} av anställning${inkomst.annat ? ` och ${kr(inkomst.annat)} av annat arbete` : ''}` : '',
    ),
  ]
}

/** The application as questions and answers, step by step, to be read before it is signed. */
export function sammanfatta(u: Planutkast, namn: (kod: string) => string): { steg: Stegnamn; rader: Rad[] }[] {
  const o = u.ordinerad
  const pa = (i: number, fraga: string): string => (u.behandlingar.length > 1 ? `${fraga} ${i + 1}` : fraga)
  return [
    {
      steg: 'behandling',
      rader: [
        ...u.behandlingar.map((b, i) =>
          rad(
            pa(i, 'Behandling'),
            [
              b.behandling === 'annat' ? b.annatText.trim() : b.behandling && namn(b.behandling),
              b.utforande && UTFORANDE[b.utforande],
              b.vardgivare.trim(),
              b.beskrivning.trim(),
            ]
              .filter(Boolean)
              .join(', '),
          ),
        ),
        rad('Läkare', [o.namn.trim(), o.vardenhet.trim()].filter(Boolean).join(', ')),
      ],
    },
    {
      steg: 'besok',
      rader: u.behandlingar.map((b, i) =>
        rad(
          pa(i, 'Besök'),
          b.besok
            .map(besoket)
            .filter((x) => x !== null)
            .map(besokstext)
            .join('\n'),
        ),
      ),
    },
    { steg: 'arbete', rader: arbetsrader(u.arbete) },
  ]
}
