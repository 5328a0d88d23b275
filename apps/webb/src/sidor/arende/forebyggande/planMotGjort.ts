import type { Forebyggandevy } from '@atergang/formaner'
import type { Datum } from '@atergang/kalender'
import type { Dagrad } from '../fragor/forebyggande/underlag.ts'

/** One occasion: what was planned, what was claimed and what came of it. */
export interface Tillfallesrad {
  readonly nyckel: string
  readonly dag: Datum
  readonly behandling: string
  readonly planerat: string
  readonly ansokt: string
  /** share of the day granted; null when it is not decided, or not claimed */
  readonly andel: number | null
  readonly lage: string
  /** minutes and reason of the day as it was decided */
  readonly beslut: Dagrad | null
}

type Vy = Pick<Forebyggandevy, 'godkant' | 'ersattningar' | 'beslut' | 'idag'>

const dagarna = (vy: Vy): Map<Datum, Dagrad> =>
  new Map(
    vy.beslut
      .filter((b) => b.galler)
      .flatMap((b) => {
        const i = b.innehall as { slag?: string; dagar?: readonly Dagrad[] } | undefined
        return i?.slag === 'ersattning'
          ? (i.dagar ?? []).map((d): [Datum, Dagrad] => [
              d.datum,
              { ...d, andel: b.rader.find((r) => r.from === d.datum)?.grad ?? d.andel },
            ])
          : []
      }),
  )

/** Every planned and claimed occasion in the order of days. A planned visit never claimed is no fault: it says only that nothing has been asked for it. */
export function planMotGjort(vy: Vy): Tillfallesrad[] {
  const beslutade = dagarna(vy)
  const namn = new Map(vy.godkant.map((g) => [g.id, g.namn]))
  const yrkade = vy.ersattningar.flatMap((e) => e.tillfallen.map((t) => ({ ...t, avgjord: e.beslut !== null })))
  const motsvarade = new Set(yrkade.flatMap((t) => (t.planerat ? [`${t.behandling}/${t.planerat.datum}/${t.planerat.start}`] : [])))
  const ansokta = yrkade.map((t): Tillfallesrad => {
    const d = t.avgjord ? (beslutade.get(t.datum) ?? null) : null
    return {
      nyckel: `y/${t.id}/${t.datum}/${t.start}`,
      dag: t.datum,
      behandling: namn.get(t.behandling) ?? t.behandling,
      planerat: t.planerat
        ? t.planerat.datum === t.datum
          ? `kl. ${t.planerat.start}`
          : `${t.planerat.datum} kl. ${t.planerat.start}`
        : '',
      ansokt: `kl. ${t.start}`,
      andel: d?.andel ?? null,
      lage: t.avgjord ? t.traff : `${t.traff}, prövas`,
      beslut: d,
    }
  })
  const ovriga = vy.godkant.flatMap((g) =>
    g.planerade
      .filter((p) => !motsvarade.has(`${g.id}/${p.datum}/${p.start}`))
      .map((p): Tillfallesrad => ({
        nyckel: `p/${g.id}/${p.datum}/${p.start}`,
        dag: p.datum,
        behandling: g.namn,
        planerat: `kl. ${p.start}`,
        ansokt: '',
        andel: null,
        beslut: null,
        lage: g.slutade && p.datum > g.slutade ? 'behandlingen slutade före' : p.datum > vy.idag ? 'kommer' : 'ingen ansökan',
      })),
  )
  return [...ansokta, ...ovriga].sort((a, b) => a.dag.localeCompare(b.dag) || a.nyckel.localeCompare(b.nyckel))
}

/** The sum of what is planned, claimed and granted, as one sentence. */
export function sammanfattning(rader: readonly Tillfallesrad[], nettodagar?: number): string {
  const planerade = rader.filter((r) => r.planerat).length
  const ansokta = rader.filter((r) => r.ansokt).length
  const beviljade = new Set(rader.filter((r) => (r.andel ?? 0) > 0).map((r) => r.dag)).size
  return `${planerade} planerade tillfällen, ${ansokta} ansökta, ${beviljade} ${beviljade === 1 ? 'dag ger' : 'dagar ger'} ersättning.${nettodagar === undefined ? '' : ` ${String(nettodagar).replace('.', ',')} nettodagar.`}`
}

export interface Steglage {
  readonly nr: 1 | 2
  readonly vad: string
  readonly fragan: string
  readonly lage: string
}

/** The two steps of the benefit as they stand: what each one asks, and where the case is. A new officer learns from it why the case is here. */
export function stegen(vy: Pick<Forebyggandevy, 'planer' | 'ersattningar'>, dagtext: (d: Datum) => string): readonly Steglage[] {
  const p = vy.planer.at(-1)
  const UTFALL: Readonly<Record<string, string>> = {
    beviljat: 'godkänd',
    delvisAvslag: 'godkänd i en del',
    avslag: 'inte godkänd',
    avvisat: 'avvisad',
  }
  const plan = !p
    ? 'Ingen plan har kommit in.'
    : p.beslut
      ? `Planen ${UTFALL[p.beslut.utfall] ?? p.beslut.utfall} ${dagtext(p.beslut.dag)}.`
      : `${p.inkomOkand ? `Planen registrerades ${dagtext(p.inkom)} (dagen den kom in framgår inte)` : `Planen kom in ${dagtext(p.inkom)}`} och prövas.${p.utlatanden.length ? '' : ' Läkarens utlåtande saknas.'}`
  const oppna = vy.ersattningar.filter((e) => !e.beslut).length
  const avgjorda = vy.ersattningar.length - oppna
  const godkand = vy.planer.some((x) => x.beslut && (x.beslut.utfall === 'beviljat' || x.beslut.utfall === 'delvisAvslag'))
  const ersattning = oppna
    ? `${oppna} ${oppna === 1 ? 'ansökan prövas' : 'ansökningar prövas'}.`
    : avgjorda
      ? `${avgjorda} ${avgjorda === 1 ? 'ansökan är avgjord' : 'ansökningar är avgjorda'}.`
      : godkand
        ? 'Ingen ansökan har kommit. Den söks när behandlingen är gjord.'
        : 'Börjar när planen är godkänd.'
  return [
    {
      nr: 1,
      vad: 'Planen',
      fragan:
        'Är behandlingen ordinerad, är risken visad, har behandlingen stöd och är den upplagd för förmånen? Tid, SGI och belopp prövas inte.',
      lage: plan,
    },
    {
      nr: 2,
      vad: 'Ersättningen',
      fragan: 'Ingår dagen i planen, tar behandling, förberedelse och resa minst en fjärdedel av arbetsdagen, och finns en SGI?',
      lage: `${ersattning}${oppna && avgjorda ? ` ${avgjorda} ${avgjorda === 1 ? 'är avgjord' : 'är avgjorda'} sedan förut.` : ''}`,
    },
  ]
}
