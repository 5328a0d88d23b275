import { datumAv, medManadsnamn, type Datum } from '@atergang/kalender'
import type { Datakalla } from '../datakalla.ts'
import { Analysfel } from '../fel.ts'
import { KALLOR } from '../kallor/kallor.ts'
import { aretAv, fonster, fonstertext } from '../matt/matt.ts'
import type { Raresultat } from '../resultat/resultat.ts'
import { byggTabell } from '../resultat/tabell.ts'
import { kontrolleraOmraden } from '../tabeller/alla.ts'
import { registerkallor } from '../utvardering/grund.ts'
import { MALEN, malenDen, malenFor, type Mal } from './mal.ts'
import { INDIKATORER, type Arsvarde, type Indikator } from './register.ts'

export interface Indikatorval {
  readonly fran?: number
  readonly till?: number
  readonly omraden?: readonly string[] | null
  readonly indikatorer?: readonly string[]
  /** the day whose goals count; the last year's last day when left out */
  readonly dag?: Datum
}

export interface Indikatorrad {
  readonly indikator: Indikator
  readonly ar: number
  readonly svar: Arsvarde | null
  readonly fore: Arsvarde | null
  readonly mal: readonly Mal[]
}

function aren(k: Datakalla, v: Indikatorval): readonly [number, number] {
  const val = k.manifest.val as { fran?: number; till?: number } | undefined
  const till = v.till ?? val?.till ?? 2020
  const fran = v.fran ?? Math.max(val?.fran ?? till - 4, till - 4)
  if (till < fran)
    throw new Analysfel('ogiltigaAr', `Åren ${fran}–${till} ligger fel.`, [{ falt: 'period', text: 'Skriv det första året först.' }])
  return [fran, till]
}

/** Each chosen indicator year by year, with the goals that stood at each year's end and, of the last, on the chosen day. */
export async function indikatorrader(k: Datakalla, v: Indikatorval = {}): Promise<readonly Indikatorrad[]> {
  const [fran, till] = aren(k, v)
  const valda = v.indikatorer ?? INDIKATORER.map((i) => i.id)
  const okanda = valda.filter((x) => !INDIKATORER.some((i) => i.id === x))
  if (okanda.length)
    throw new Analysfel('okandIndikator', `Indikatorn ${okanda.join(', ')} finns inte.`, [
      { falt: 'indikator', text: `Välj ${INDIKATORER.map((i) => i.id).join(', ')}.` },
    ])
  const omraden = v.omraden ? kontrolleraOmraden(v.omraden) : null
  const ut: Indikatorrad[] = []
  for (const i of INDIKATORER.filter((x) => valda.includes(x.id))) {
    const finns = i.register.every((r) => k.har(r))
    let fore: Arsvarde | null = null
    for (let ar = fran; ar <= till; ar++) {
      const svar: Arsvarde | null = finns ? await i.rakna(k, ar, omraden) : null
      const dag = ar === till && v.dag && aretAv(v.dag) <= till ? v.dag : datumAv(ar, 12, 31)
      ut.push({ indikator: i, ar, svar, fore, mal: malenFor(i.id, dag) })
      fore = svar
    }
  }
  return ut
}

/** ”Referensvärde: …” — what a source outside the registers says, to be read beside the indicator; null when there is none. */
export function referenstext(i: Indikator): string | null {
  const k = KALLOR.find((x) => x.id === i.referens)
  return k ? `Referensvärde bredvid ${i.namn.toLowerCase()}: ${k.sager} ${k.anmarkning ?? ''} Källa: ${k.titel}, enligt ${k.stalle}.` : null
}

/** Whether a figure is within a goal's limit, or moves its way; null when no goal speaks of it. */
export function motMalet(r: Indikatorrad): string | null {
  if (!r.svar || !r.mal.length) return null
  return r.mal
    .map((x) => {
      if (x.grans?.indikator === r.indikator.id)
        return r.svar!.varde <= x.grans.hogst
          ? `under gränsen ${x.grans.hogst.toLocaleString('sv-SE', { minimumFractionDigits: 1 })} (gäller ${x.grans.dag})`
          : `över gränsen ${x.grans.hogst.toLocaleString('sv-SE', { minimumFractionDigits: 1 })} (gäller ${x.grans.dag})`
      const mot = x.riktning?.find((y) => y.indikator === r.indikator.id)?.mot
      if (!r.fore || !mot) return 'inget år före att jämföra med'
      const d = r.svar!.varde - r.fore.varde
      return d === 0 ? 'oförändrad' : d < 0 === (mot === 'ner') ? 'åt målets håll' : 'från målet'
    })
    .join('; ')
}

export async function indikatorer(k: Datakalla, v: Indikatorval = {}): Promise<Raresultat> {
  const rader = await indikatorrader(k, v)
  const [fran, till] = aren(k, v)
  const f = fonster(`${fran}-01-01`, `${till}-12-31`)
  const dag = v.dag ?? datumAv(till, 12, 31)
  const saknas = [...new Set(rader.filter((r) => !rader.some((x) => x.indikator === r.indikator && x.svar)).map((r) => r.indikator.namn))]
  const inga = MALEN.filter((x) => x.fran > dag || (x.tom && x.tom < dag))
  const definierade = INDIKATORER.filter((i) => rader.some((r) => r.indikator === i))
  return {
    id: 'indikatorer',
    rubrik: 'Indikatorer och mål',
    fonster: f,
    omraden: v.omraden ?? null,
    fraga: `Hur utvecklas det som följs, och mot vilka mål den ${dag}?`,
    metod: `Varje indikator räknad för hela kalenderår ur registren, efter sin definition. Mål räknas bara de dagar de gällde. Mål i kraft den ${dag}: ${
      malenDen(dag)
        .map((x) => x.text)
        .join(' ') || 'inga'
    }`,
    antaganden: ['Registren är fullständiga för åren.'],
    kanInteSaga: [
      'Att en ändring beror på Försäkringskassans arbete.',
      'Om människor får de förebyggande insatser de har rätt till, utom där omdömet säger ja: se lämpligheten för var och en.',
    ],
    underlag: [],
    skattningar: [],
    kontroller: [],
    anmarkningar: [
      { id: 'X27', text: 'Målet 9,0 dagar gällde till maj 2019: år därefter jämförs inte med det.' },
      ...definierade.flatMap((i) => (i.referens ? [{ id: i.referens, text: referenstext(i)! }] : [])),
      ...(saknas.length
        ? [{ id: 'saknas', text: `Kan inte räknas ur data som finns: ${saknas.join(', ')}. Se definitionen för vad som ska läsas in.` }]
        : []),
      ...inga
        .filter((x) => x.osakert)
        .map((x) => ({
          id: x.id,
          text: `Gäller inte den ${medManadsnamn(dag)}: ${x.text} (${x.fran}–${x.tom ?? ''}; ${x.kalla}). ${x.osakert}`,
        })),
    ],
    diagram: [{ typ: 'tidsserie', rubrik: 'Indikatorer år för år', tabell: 'indikatorer', x: 'nyckel:1', y: 'varde', serie: 'nyckel:0' }],
    tabeller: [
      byggTabell<Indikatorrad>({
        id: 'indikatorer',
        rubrik: 'Indikatorer',
        kalla: 'indikatorregister',
        nycklar: ['Indikator', 'År'],
        period: fonstertext(f),
        population: v.omraden ? `de valda länen: ${v.omraden.join(', ')}` : 'hela landet',
        datakalla: registerkallor(...new Set(definierade.flatMap((i) => i.register))),
        rader,
        nyckel: (r) => [r.indikator.namn, String(r.ar)],
        omraden: v.omraden ?? null,
        // What is not of people has no count to hide.
        antal: (r) => ({ n: r.svar?.n ?? 1000 }),
        kolumner: [
          {
            id: 'varde',
            rubrik: 'Värde',
            enhet: 'se enhet',
            decimaler: 2,
            taljare: 'se definitionen',
            varde: (r) => r.svar?.varde ?? null,
            n: (r) => r.svar?.n ?? null,
            beror: ['n'],
          },
          { id: 'enhet', rubrik: 'Enhet', enhet: 'enhet', decimaler: 0, taljare: 'indikatorns enhet', varde: (r) => r.indikator.enhet },
          {
            id: 'andring',
            rubrik: 'Ändring från året före',
            enhet: 'se enhet',
            decimaler: 2,
            taljare: 'årets värde minus förra årets',
            varde: (r) => (r.svar && r.fore ? r.svar.varde - r.fore.varde : null),
            beror: ['n'],
          },
          {
            id: 'mal',
            rubrik: 'Mål i kraft',
            enhet: 'mål',
            decimaler: 0,
            taljare: 'mål som gällde vid årets slut',
            varde: (r) => r.mal.map((x) => x.id).join(', ') || null,
          },
          {
            id: 'mot_mal',
            rubrik: 'Mot målet',
            enhet: 'omdöme',
            decimaler: 0,
            taljare: 'inom gränsen, eller åt vilket håll',
            varde: (r) => motMalet(r),
            beror: ['n'],
          },
        ],
      }),
      byggTabell<Indikator>({
        id: 'lamplighet',
        rubrik: 'Vad indikatorerna säger om förebyggande insatser',
        kalla: 'Statskontorets fråga, skr. 2021/22:60 avsnitt 4.3',
        nycklar: ['Indikator'],
        period: fonstertext(f),
        population: 'indikatorerna',
        datakalla: 'indikatorregister',
        rader: definierade,
        nyckel: (i) => [i.namn],
        kolumner: [
          { id: 'slag', rubrik: 'Slag', enhet: 'slag', decimaler: 0, taljare: 'kvantitativ eller kvalitativ', varde: (i) => i.slag },
          { id: 'definition', rubrik: 'Definition', enhet: 'text', decimaler: 0, taljare: 'vad som räknas', varde: (i) => i.definition },
          {
            id: 'omdome',
            rubrik: 'Säger om människor får förebyggande insatser',
            enhet: 'omdöme',
            decimaler: 0,
            taljare: 'vårt omdöme',
            varde: (i) => i.lamplighet.omdome,
          },
          { id: 'varfor', rubrik: 'Varför', enhet: 'text', decimaler: 0, taljare: 'skäl för omdömet', varde: (i) => i.lamplighet.varfor },
        ],
      }),
    ],
  }
}
