import type { Brevblock, Brevinnehall } from '@atergang/arende'
import {
  arsredovisning,
  fordjupning,
  trendOverBrottet,
  type Arsredovisning,
  type Bidragsrad,
  type Fordelning,
  type Tidigarepost,
  type Trendar,
} from '@atergang/formaner/apr'
import { lagrumstext } from '@atergang/regelverk'
import { datumAv, delar, type Datum } from '@atergang/kalender'

export interface Redovisning {
  /** where the year is told of: decisions here, sheets from before this system, or nowhere */
  readonly ur: 'systemet' | 'inlast' | 'okant'
  /** both supports of the year, parted by the break of 2018 (C029) */
  readonly tidigare: Trendar
  readonly redovisning: Arsredovisning
  readonly fordjupning: readonly Fordelning[]
}

export function redovisningen(rader: readonly Bidragsrad[], poster: readonly Tidigarepost[], ar: number, idag: Datum): Redovisning {
  const slut = datumAv(ar, 12, 31)
  const tidigare = trendOverBrottet(poster, rader, { idag: slut < idag ? slut : idag, franAr: ar })[0] ?? {
    ar,
    arbetsplatsnara: null,
    arbetsplatsinriktat: null,
    sammanlagt: null,
    brott: false,
    individer: 'hela',
  }
  const ur =
    rader.some((r) => delar(r.beslutad).ar === ar) || ar === delar(idag).ar
      ? 'systemet'
      : poster.some((p) => p.stod !== 'medicinskService' && delar(p.manad).ar === ar)
        ? 'inlast'
        : 'okant'
  return { ur, tidigare, redovisning: arsredovisning(rader, ar), fordjupning: fordjupning(rader, ar) }
}

const AGARE = 'Försäkringskassan, APR'
const tal = (n: number): string => n.toLocaleString('sv-SE').replace(/\u00a0/g, ' ')
const block = (namn: string, b: object): Brevblock => ({ namn, version: '1', agare: AGARE, ...b }) as Brevblock

const SERVICE = 'Bidrag till anordnare för medicinsk service ingår inte.'
const belopptext = (d: Trendar['arbetsplatsnara']): string =>
  d?.belopp === null || d === null
    ? 'inte känt'
    : `${tal(d.belopp)}${d.kandaManader < d.manader ? ` (${d.kandaManader} av ${d.manader} månader kända)` : ''}`

/** A year that was not decided here: sums, and said that people cannot be counted before the break (C029). */
function tidigareBlock(r: Redovisning): Brevblock[] {
  const d = r.tidigare
  const rader = [
    ...(d.arbetsplatsnara ? [['Arbetsplatsnära stöd, till och med juli 2018', belopptext(d.arbetsplatsnara)]] : []),
    ...(d.arbetsplatsinriktat ? [['Arbetsplatsinriktat rehabiliteringsstöd', belopptext(d.arbetsplatsinriktat)]] : []),
    ['Sammanlagt', d.sammanlagt === null ? 'inte känt' : tal(d.sammanlagt)],
  ]
  return [
    block('tidigare', {
      typ: 'tabell',
      rubrik: 'Utbetalt, i kronor',
      kolumner: [{ rubrik: 'Stöd' }, { rubrik: 'Kronor', hoger: true }],
      rader,
    }),
    ...(d.brott
      ? [
          block('brottet', {
            typ: 'stycke',
            text: 'Den 1 juli 2018 blev arbetsplatsnära stöd arbetsplatsinriktat rehabiliteringsstöd, som också omfattar planering, genomförande och uppföljning. I statistiken räknas utbetalningar till och med juli till det tidigare stödet.',
          }),
        ]
      : []),
    block('individer', {
      typ: 'stycke',
      text: `${d.individer === 'inga' ? 'Antal anställda kan inte redovisas: stödet kan följas för enskilda först från den 1 juli 2018.' : 'Antal beslut, arbetsgivare och anställda för året finns inte i det här systemet.'} ${SERVICE}`,
    }),
  ]
}

/** The report to the government as a document: what 17 § asks for first, then what the auditors missed, each with the ground it is kept on. */
export function redovisningsdokument(hela: Redovisning, dag: Datum): Brevinnehall {
  const { redovisning: r, fordjupning: f } = hela
  return {
    typ: 'information',
    mall: { namn: 'apr-arsredovisning', version: '1' },
    sprak: 'sv',
    datum: dag,
    arendenummer: `APR ${r.ar}`,
    rubrik: `${hela.tidigare.arbetsplatsinriktat ? 'Arbetsplatsinriktat rehabiliteringsstöd' : 'Arbetsplatsnära stöd'} ${r.ar}`,
    mottagare: { namn: 'Regeringen', rader: [] },
    avsandare: { namn: 'Försäkringskassan', rader: [] },
    block:
      hela.ur !== 'systemet'
        ? [
            block('grund', {
              typ: 'stycke',
              text: `Redovisningen gäller ${r.ar}. Beslut från året finns inte i det här systemet; uppgifterna är de som lästs in.`,
            }),
            ...tidigareBlock(hela),
          ]
        : [
            block('grund', {
              typ: 'stycke',
              text: `Redovisningen gäller beslut som fattades ${r.ar}. Den lämnas enligt 17 § förordningen (2014:67), så som Riksrevisionen återger den.`,
            }),
            block('summa', {
              typ: 'besked',
              text: `${tal(r.belopp)} kronor till ${tal(r.arbetsgivare)} arbetsgivare för ${tal(r.anstallda)} anställda.`,
            }),
            block('service', { typ: 'stycke', text: SERVICE }),
            block('beslut', {
              typ: 'tabell',
              rubrik: 'Beslut',
              kolumner: [{ rubrik: 'Utfall' }, { rubrik: 'Antal', hoger: true }],
              rader: [
                ['Beviljade', tal(r.beslut.beviljade)],
                ['Delvis beviljade', tal(r.beslut.delvis)],
                ['Avslag', tal(r.beslut.avslag)],
              ],
            }),
            block('rubrikFordjupning', { typ: 'rubrik', niva: 2, text: 'Fördelning av det beviljade stödet' }),
            block('ordForklaring', {
              typ: 'stycke',
              text: 'Varje anställd räknas en gång i varje rad. Färre än fem anställda visas inte. Diagnos redovisas inte: inget fält får innehålla den.',
            }),
            ...f.flatMap((x): Brevblock[] => [
              block(`tabell.${x.falt}`, {
                typ: 'tabell',
                rubrik: x.rubrik,
                kolumner: [
                  { rubrik: x.rubrik },
                  { rubrik: 'Ansökningar', hoger: true },
                  { rubrik: 'Arbetsgivare', hoger: true },
                  { rubrik: 'Anställda', hoger: true },
                  { rubrik: 'Kronor', hoger: true },
                ],
                rader: x.rader.map((y) => [
                  y.namn,
                  tal(y.ansokningar),
                  tal(y.arbetsgivare),
                  y.anstallda === null ? 'färre än 5' : tal(y.anstallda),
                  tal(y.belopp),
                ]),
              }),
              block(`grund.${x.falt}`, {
                typ: 'stycke',
                text: `Uppgiften grundas på ${x.lagrum.map((g) => lagrumstext(g)).join(', ')}.${x.kanOverlappa ? ' En insats kan ha flera värden; raderna kan inte läggas ihop.' : ''}`,
              }),
            ]),
          ],
  }
}
