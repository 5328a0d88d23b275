import { datumFranDagnummer } from '@atergang/kalender'
import { BEHANDLINGAR } from './behandlingar.ts'
import { EFFEKTER, FOLJDTEXT } from './effekter.ts'
import { LANSNAMN, SF_NAMN } from './geografi.ts'
import type { Grund } from './grund.ts'
import { NEKANDE_FACIT } from './nekande.ts'

/** What was planted, in words and figures, for whoever tries a method against it. */
export interface Facit {
  readonly fro: string
  readonly anmarkning: string
  readonly effekter: readonly Planterad[]
}
export interface Planterad {
  readonly id: string
  readonly vad: string
  readonly utfall: string
  readonly grupp: string
  readonly fran: string | null
  readonly sant: Readonly<Record<string, unknown>>
  /** a register in `facit/` with more, and where the outcome is found */
  readonly register: readonly string[]
}

const dag = (n: number): string => datumFranDagnummer(n)

/** The truth about the country. What lies outside its years is planted only as far as they reach. */
export function facit(g: Grund): Facit {
  const { informationsinsats: info, behandling, apr, reform, storlek, brev, nekande } = EFFEKTER
  return {
    fro: String(g.val.fro),
    anmarkning: 'Allt är påhittat. Effekterna säger inget om verkliga insatser; de finns för att pröva metoder mot en känd sanning.',
    effekter: [
      {
        id: 'informationsinsats',
        vad: 'Informationsinsats om förebyggande sjukpenning i några län',
        utfall: 'ansökningar om behandlingsplan per månad och invånare; dagar från ansökan till beslut om plan',
        grupp: [...g.lottning.informerade]
          .map((l) => LANSNAMN[l])
          .sort()
          .join(', '),
        fran: dag(info.fran),
        sant: {
          kvotAnsokningar: info.kvotAnsokningar,
          dagarTillBeslut: info.handlaggningsdagar,
          obs: 'Varje län och år har dessutom en egen slumpmässig nivå: osäkerheten är mellan län, inte mellan ansökningar.',
        },
        register: ['behandlingsplan', 'beslut'],
      },
      {
        id: 'behandling',
        vad: 'Kurs med förebyggande sjukpenning',
        utfall: `risken för nytt sjukfall i ${behandling.dagar} dagar från kursens start; sjukdagar ${FOLJDTEXT}`,
        grupp: 'de som fick sin första kurs; vilka de är beror på län, kön och tidigare sjukfall',
        fran: null,
        sant: { riskkvot: behandling.fara, perBehandling: Object.fromEntries(BEHANDLINGAR.map((b) => [b.kod, behandling.fara[b.grupp]])) },
        register: ['facit_behandling', 'sjukfall', 'behandlingsplan'],
      },
      {
        id: 'apr',
        vad: 'Beviljat arbetsplatsinriktat rehabiliteringsstöd under ett sjukfall',
        utfall: 'takten att återgå efter beslutet',
        grupp: 'anställda',
        fran: null,
        sant: { faraAterga: apr.faraAterga },
        register: ['apr_bidrag', 'sjukfall'],
      },
      {
        id: 'reform',
        vad: 'Påhittad reform av arbetsgivarens ansvar',
        utfall: 'takten att återgå i sjukfall som börjar från dagen',
        grupp: `anställda hos arbetsgivare med minst ${reform.minstAnstallda} anställda; de andra är jämförelse`,
        fran: dag(reform.fran),
        sant: { faraAterga: reform.faraAterga },
        register: ['sjukfall', 'arbetsgivare'],
      },
      {
        id: 'storlek',
        vad: 'Skillnad mellan små och stora arbetsgivare',
        utfall: 'takten att återgå',
        grupp: `högst ${storlek.litenTill} anställda mot fler`,
        fran: null,
        sant: { liten: storlek.liten, stor: storlek.stor },
        register: ['sjukfall', 'arbetsgivare'],
      },
      {
        id: 'brev',
        vad: 'Brev till arbetsgivaren, infört område för område i lottad ordning',
        utfall: 'andel planer för återgång som kommer inom 30 dagar från begäran',
        grupp: 'anställda som varit sjuka 30 dagar',
        fran: dag(brev.fran),
        sant: { andelsenheter: brev.andelsenheter, infort: Object.fromEntries(SF_NAMN.map((n, i) => [n, dag(g.lottning.brevFran[i]!)])) },
        register: ['sjukfall'],
      },
      {
        id: 'nekande',
        vad: 'Skillnader mellan områden och handläggare i andel avslag',
        utfall: 'avslag i första beslut om sjukpenning, i plan och i ersättning',
        grupp: 'alla',
        fran: null,
        sant: {
          standardavvikelseOmrade: nekande.omrade,
          standardavvikelseHandlaggare: nekande.handlaggare,
          arligOkning: nekande.arligOkning,
          ...NEKANDE_FACIT,
          lan: Object.fromEntries(g.nekande.map((n, i) => [LANSNAMN[i]!, { plan: n.plan, ersattning: n.ersattning }])),
        },
        register: ['facit_omrade', 'facit_handlaggare', 'beslut'],
      },
      {
        id: 'lansniva',
        vad: 'Länens nivå av sjukskrivning',
        utfall: 'nya sjukfall per försäkrad och år, i förhållande till landet',
        grupp: 'alla',
        fran: null,
        sant: Object.fromEntries(LANSNAMN.map((n, i) => [n, Number(g.lansniva[i]!.toFixed(4))])),
        register: ['sjukfall'],
      },
    ],
  }
}
