import type { Brevblock, Brevinnehall } from '@atergang/arende'
import { arsredovisning, fordjupning, type Arsredovisning, type Bidragsrad, type Fordelning } from '@atergang/formaner/apr'
import { lagrumstext } from '@atergang/regelverk'
import type { Datum } from '@atergang/kalender'

export interface Redovisning {
  readonly redovisning: Arsredovisning
  readonly fordjupning: readonly Fordelning[]
}

export const redovisningen = (rader: readonly Bidragsrad[], ar: number): Redovisning => ({ redovisning: arsredovisning(rader, ar), fordjupning: fordjupning(rader, ar) })

const AGARE = 'Försäkringskassan, APR'
const tal = (n: number): string => n.toLocaleString('sv-SE').replace(/\u00a0/g, ' ')
const block = (namn: string, b: object): Brevblock => ({ namn, version: '1', agare: AGARE, ...b }) as Brevblock

/** The report to the government as a document: what 17 § asks for first, then what the auditors missed, each with the ground it is kept on. */
export function redovisningsdokument({ redovisning: r, fordjupning: f }: Redovisning, dag: Datum): Brevinnehall {
  return {
    typ: 'information', mall: { namn: 'apr-arsredovisning', version: '1' }, sprak: 'sv', datum: dag, arendenummer: `APR ${r.ar}`, rubrik: `Arbetsplatsinriktat rehabiliteringsstöd ${r.ar}`,
    mottagare: { namn: 'Regeringen', rader: [] }, avsandare: { namn: 'Försäkringskassan', rader: [] },
    block: [
      block('grund', { typ: 'stycke', text: `Redovisningen gäller beslut som fattades ${r.ar}. Den lämnas enligt 17 § förordningen (2014:67), så som Riksrevisionen återger den.` }),
      block('summa', { typ: 'besked', text: `${tal(r.belopp)} kronor till ${tal(r.arbetsgivare)} arbetsgivare för ${tal(r.anstallda)} anställda.` }),
      block('beslut', { typ: 'tabell', rubrik: 'Beslut', kolumner: [{ rubrik: 'Utfall' }, { rubrik: 'Antal', hoger: true }], rader: [['Beviljade', tal(r.beslut.beviljade)], ['Delvis beviljade', tal(r.beslut.delvis)], ['Avslag', tal(r.beslut.avslag)]] }),
      block('rubrikFordjupning', { typ: 'rubrik', niva: 2, text: 'Fördelning av det beviljade stödet' }),
      block('ordForklaring', { typ: 'stycke', text: 'Varje anställd räknas en gång i varje rad. Färre än fem anställda visas inte. Diagnos redovisas inte: inget fält får innehålla den.' }),
      ...f.flatMap((x): Brevblock[] => [
        block(`tabell.${x.falt}`, { typ: 'tabell', rubrik: x.rubrik, kolumner: [{ rubrik: x.rubrik }, { rubrik: 'Ansökningar', hoger: true }, { rubrik: 'Arbetsgivare', hoger: true }, { rubrik: 'Anställda', hoger: true }, { rubrik: 'Kronor', hoger: true }], rader: x.rader.map((y) => [y.namn, tal(y.ansokningar), tal(y.arbetsgivare), y.anstallda === null ? 'färre än 5' : tal(y.anstallda), tal(y.belopp)]) }),
        block(`grund.${x.falt}`, { typ: 'stycke', text: `Uppgiften grundas på ${x.lagrum.map((g) => lagrumstext(g)).join(', ')}.${x.kanOverlappa ? ' En insats kan ha flera värden; raderna kan inte läggas ihop.' : ''}` }),
      ]),
    ],
  }
}
