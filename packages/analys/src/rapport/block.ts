import type { Rapportblock } from '@atergang/brev'
import { datumAv, type Datum } from '@atergang/kalender'
import type { Datakalla } from '../datakalla.ts'
import { Analysfel } from '../fel.ts'
import { indikatorer, type Indikatorval } from '../indikatorer/indikatorer.ts'
import { INDIKATORER } from '../indikatorer/register.ts'
import { aretAv } from '../matt/matt.ts'
import { fardiga, type Metodresultat, type Raresultat } from '../resultat/resultat.ts'
import { skattningstext } from '../resultat/text.ts'
import type { Tabellsvar } from '../tabeller/svar.ts'
import { utvardera } from '../utvardering/index.ts'
import { likformighet } from '../jamforelse/likformighet.ts'
import { celltext } from '../utdata/celler.ts'
import { laget, type Atgard, type Rapportuppgifter } from './uppgifter.ts'

/** What every report is made from: registers, the day it tells of, what only the authority knows, and whether small numbers may be shown. */
export interface Rapportval {
  readonly dag: Datum
  readonly uppgifter: Rapportuppgifter
  readonly visaSmaTal: boolean
}

export const rubrik = (text: string, niva: 2 | 3 = 2): Rapportblock => ({ typ: 'rubrik', niva, text })
export const stycke = (text: string): Rapportblock => ({ typ: 'stycke', text })
export const lista = (punkter: readonly string[]): Rapportblock[] => (punkter.length ? [{ typ: 'lista', punkter }] : [])

/** A table as it is shown everywhere, with the chosen columns. */
export function tabellblock(t: Tabellsvar, kolumner: readonly string[], ny?: (nyckel: readonly string[]) => boolean): Rapportblock {
  const platser = kolumner.map((id) => t.kolumner.findIndex((k) => k.id === id))
  const rader = t.rader.filter((r) => !ny || ny(r.nyckel))
  const arTal = (j: number): boolean => rader.every((r) => typeof r.celler[j]!.varde !== 'string')
  return {
    typ: 'tabell',
    rubrik: `${t.rubrik}, ${t.urval.period}`,
    kolumner: [
      ...t.nycklar.map((n) => ({ rubrik: n, hoger: false })),
      ...platser.map((j) => ({ rubrik: t.kolumner[j]!.rubrik, hoger: arTal(j) })),
    ],
    rader: rader.map((r) => [...r.nyckel, ...platser.map((j) => celltext(r.celler[j]!, t.kolumner[j]!))]),
  }
}

/** The last whole year that the registers have and that had passed by the day. */
export function sistaAret(k: Datakalla, dag: Datum): number {
  const val = k.manifest.val as { fran?: number; till?: number } | undefined
  const passerat = dag >= datumAv(aretAv(dag), 12, 31) ? aretAv(dag) : aretAv(dag) - 1
  const ar = Math.min(val?.till ?? passerat, passerat)
  if (val?.fran !== undefined && ar < val.fran)
    throw new Analysfel('ingaUppgifter', `Registren har inga hela år före ${dag}.`, [
      { falt: 'datum', text: `Välj en dag efter ${val.fran}-12-31.` },
    ])
  return ar
}

const AR = 3
export async function indikatorblock(
  k: Datakalla,
  v: Rapportval,
  valda: readonly string[],
  mer: Indikatorval = {},
): Promise<Rapportblock[]> {
  const till = sistaAret(k, v.dag)
  const r = await ettResultat(await indikatorer(k, { fran: till - AR + 1, till, dag: v.dag, indikatorer: valda, ...mer }), v)
  const utan = new Set(
    INDIKATORER.filter(
      (i) =>
        valda.includes(i.id) &&
        r.tabeller[0]!.rader.filter((x) => x.nyckel[0] === i.namn).every((x) => x.celler[0]!.varde === null && !x.celler[0]!.dold),
    ).map((i) => i.namn),
  )
  const med = tabellblock(r.tabeller[0]!, ['varde', 'enhet', 'andring', 'mot_mal'], (n) => !utan.has(n[0]!))
  return [
    ...(med.typ === 'tabell' && med.rader.length ? [med] : []),
    ...lista([...utan].map((n) => `${n}: kan inte räknas ur registren. ${INDIKATORER.find((i) => i.namn === n)!.definition}`)),
  ]
}

export async function ettResultat(r: Raresultat, v: Rapportval): Promise<Metodresultat> {
  return fardiga([r], v.visaSmaTal).resultat[0]!
}

/** An evaluation in a report: answer, what it rests on, and what it cannot say. One that cannot be made says why. */
export async function utvarderingsblock(k: Datakalla, namn: string, v: Rapportval): Promise<Rapportblock[]> {
  try {
    const r = await ettResultat(namn === 'likformighet' ? await likformighet(k, 'forebyggande_plan') : await utvardera(k, namn), v)
    return [
      rubrik(r.rubrik, 3),
      stycke(`${r.fraga} Period: ${r.urval.period}.`),
      ...lista(r.skattningar.map(skattningstext)),
      ...lista(
        r.kontroller.map(
          (x) =>
            `Kontroll: ${x.vad}: ${x.utfall === 'haller' ? 'håller' : x.utfall === 'haller inte' ? 'håller inte' : 'kan inte sägas'}. ${x.text}`,
        ),
      ),
      stycke(`Antaganden: ${r.antaganden.join(' ')}`),
      stycke(`Det kan resultatet inte säga: ${r.kanInteSaga.join(' ')}`),
    ]
  } catch (fel) {
    if (!(fel instanceof Analysfel)) throw fel
    return [rubrik(`Utvärderingen ${namn}`, 3), stycke(`Kan inte göras: ${fel.message} ${fel.falt.map((f) => f.text).join(' ')}`)]
  }
}

export function atgardsblock(atgarder: readonly Atgard[], dag: Datum): Rapportblock[] {
  if (!atgarder.length) return [stycke('Inga åtgärder är registrerade.')]
  return [
    {
      typ: 'tabell',
      rubrik: `Åtgärder, läget ${dag}`,
      kolumner: ['Åtgärd', 'Från', 'Till', 'Läge'].map((r) => ({ rubrik: r, hoger: false })),
      rader: atgarder.map((a) => [a.text, a.fran, a.tom ?? 'tills vidare', laget(a, dag)]),
    },
  ]
}
