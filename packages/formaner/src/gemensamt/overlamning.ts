import {
  type Beslut,
  type Faktakarta,
  type Handelse,
  type Handelsedata,
  HANDLAGGARROLLER,
  HANDLAGGARROLLER_OCH_CHEF,
  indatafel,
  type Kommandodefinition,
  konflikt,
  type Lage,
  type Overlamning,
  type Overlamningsursprung,
  type Steg,
  type Utfall,
} from '@atergang/arende'
import { medManadsnamn } from '@atergang/kalender'
import { flera } from '@atergang/regelverk'
import * as z from 'zod'
import { datumSchema, las, text } from '../las.ts'
import { sandBrev } from './brev/sand.ts'
import { brevet, block, rubrik, stycke } from './brev/texter.ts'
import { ejAktuellt, nod, uppfyllt, vantar } from './steg.ts'

/** What each benefit is for, said to the officer who hands something over and to the person (A047). */
export const SKILLNADEN = {
  sjukpenning: 'Sjukpenning är för nedsatt arbetsförmåga på grund av sjukdom. Den prövas dag för dag.',
  'forebyggande-sjukpenning':
    'Förebyggande sjukpenning är för tid i behandling, oavsett hur mycket arbetsförmågan är nedsatt. Behandlingen ska ingå i en plan som vi har godkänt. Ingen karens dras, och den som arbetar kan få den.',
} as const
export type Overlamningsforman = keyof typeof SKILLNADEN

export const SAMMA_DEL = 'Båda kan inte betalas för samma del av en dag.'

const FORMANSNAMN: Record<Overlamningsforman, string> = {
  sjukpenning: 'sjukpenning',
  'forebyggande-sjukpenning': 'förebyggande sjukpenning',
}

interface Lamnad {
  readonly enhet?: string | undefined
  readonly slag: Overlamning['slag']
  readonly skal: string
}

/** Told when it is more than an idea: another officer will look at the case. */
const overlamningsbrev = (l: Lage, till: Overlamningsforman, d: { skal: string; dag: Overlamning['dag'] }) =>
  brevet(l, { typ: 'information', mall: 'information', rubrik: `Vi ser också på ${FORMANSNAMN[till]}`, dag: d.dag }, [
    block('besked', {
      typ: 'besked',
      text: `Ditt ärende lämnas också till dem som handlägger ${FORMANSNAMN[till]}. De hör av sig till dig.`,
    }),
    rubrik('varfor', 'Varför'),
    stycke('varfor', d.skal, ['FL 6']),
    stycke('skillnaden', `${SKILLNADEN[till]} ${SAMMA_DEL}`, ['27:6', '27:7']),
    stycke('galler', 'Det ärende du redan har handläggs som förut. Inget är beslutat om den andra ersättningen.'),
  ])

/** Sends the case, or an idea, to those who handle the other benefit, with the reason (A047, G019). */
export const lamnaOver = (till: Overlamningsforman): Kommandodefinition<Faktakarta, Lamnad> => ({
  roller: HANDLAGGARROLLER,
  sander: true,
  las: (v) =>
    las(
      z.object({
        enhet: z.string().trim().min(1).optional(),
        slag: z.enum(['arende', 'ide'], { message: 'Välj om du lämnar över ärendet eller en idé.' }),
        skal: text('Varför du lämnar över', 4000),
      }),
      v,
    ),
  utfor(l, d, k) {
    if (oppnaOverlamningar(l).some((o) => o.till === till))
      throw konflikt('redanOverlamnat', 'Det finns redan en överlämning som inte är besvarad.')
    const overlamning: Overlamning = {
      id: k.nyttId(),
      till,
      enhet: d.enhet ?? l.arende.enhet,
      slag: d.slag,
      skal: d.skal,
      dag: k.dag,
      av: k.aktor,
    }
    const handelse: Handelsedata = { typ: 'overlamnat', overlamning }
    if (d.slag === 'ide') return [handelse]
    const { handling, utskick } = sandBrev(k, overlamningsbrev(l, till, { skal: d.skal, dag: k.dag }))
    return [
      handelse,
      handling,
      { typ: 'utskickSkapat', utskick },
      {
        typ: 'informationGiven',
        information: { amne: till === 'sjukpenning' ? 'sjukpenning' : 'forebyggande', satt: 'brev', tid: k.tid, av: k.aktor },
      },
    ]
  },
})

const svarSchema = z.discriminatedUnion('utfall', [
  z.object({
    overlamningId: z.string(),
    utfall: z.literal('mottagen'),
    skal: text('Vad du gör med det'),
    arendeId: z.string().optional(),
    kandidat: z.boolean().optional(),
  }),
  z.object({ overlamningId: z.string(), utfall: z.literal('aterlamnad'), skal: text('Varför du lämnar tillbaka') }),
])

/** The receiver's answer, written in the case that it came from. */
export const besvaraOverlamning: Kommandodefinition<Faktakarta, z.output<typeof svarSchema>> = {
  roller: HANDLAGGARROLLER_OCH_CHEF,
  iAvslutat: true,
  las: (v) => las(svarSchema, v),
  utfor(l, d, k) {
    const o = l.overlamningar.find((x) => x.id === d.overlamningId)
    if (!o) throw indatafel('okandOverlamning', 'Överlämningen finns inte.', [{ falt: 'overlamningId', text: 'Läs om listan.' }])
    if (o.svar) throw konflikt('redanBesvarad', `${o.svar.av.namn} besvarade överlämningen ${o.svar.dag}.`)
    if (o.av.id === k.aktor.id)
      throw konflikt('egenOverlamning', 'Den som har lämnat över kan inte själv ta emot. Någon som handlägger den andra förmånen svarar.')
    return [
      {
        typ: 'overlamningBesvarad',
        overlamningId: o.id,
        svar: {
          utfall: d.utfall,
          dag: k.dag,
          av: k.aktor,
          skal: d.skal,
          ...('arendeId' in d && d.arendeId ? { arendeId: d.arendeId } : {}),
          ...('kandidat' in d && d.kandidat ? { kandidat: true as const } : {}),
        },
      },
    ]
  },
}

const ursprungSchema = z.object({
  overlamningId: z.string(),
  forman: z.string(),
  arendeId: z.string(),
  nummer: z.string(),
  slag: z.enum(['arende', 'ide']),
  skal: z.string(),
  lamnad: datumSchema,
  av: z.string(),
})

/** Connects the case with what was handed over, so that it shows where it comes from (G019). What is already connected stays as it is. Chosen when open, it is connected though it was closed meanwhile. */
export const kopplaOverlamning: Kommandodefinition<Faktakarta, Omit<Overlamningsursprung, 'kopplad' | 'koppladAv'>> = {
  roller: HANDLAGGARROLLER_OCH_CHEF,
  iAvslutat: true,
  las: (v) => las(ursprungSchema, v),
  utfor(l, d, k) {
    if (d.arendeId === l.arende.id)
      throw indatafel('sammaArende', 'Det som lämnats över kommer från det här ärendet.', [
        { falt: 'arendeId', text: 'Välj ett annat ärende.' },
      ])
    return l.ursprung.some((u) => u.overlamningId === d.overlamningId)
      ? []
      : [{ typ: 'overlamningKopplad', ursprung: { ...d, kopplad: k.dag, koppladAv: k.aktor } }]
  },
}

/** Tells the case that something came from what became of it. The same is told once. */
export const foljOverlamning: Kommandodefinition<Faktakarta, { overlamningId: string; text: string }> = {
  roller: [...HANDLAGGARROLLER, 'enhetschef', 'system'],
  iAvslutat: true,
  las: (v) => las(z.object({ overlamningId: z.string(), text: text('Vad som har hänt', 500) }), v),
  utfor(l, d, k) {
    const o = l.overlamningar.find((x) => x.id === d.overlamningId)
    if (!o) throw indatafel('okandOverlamning', 'Överlämningen finns inte.', [{ falt: 'overlamningId', text: 'Läs om listan.' }])
    return o.foljder?.some((f) => f.text === d.text)
      ? []
      : [{ typ: 'overlamningFoljd', overlamningId: o.id, foljd: { text: d.text, dag: k.dag, av: k.aktor } }]
  },
}

const BESLUTSUTFALL: Partial<Record<Beslut['utfall'], string>> = {
  beviljat: 'beviljat',
  delvisAvslag: 'beviljat i en del',
  avslag: 'avslag',
  avvisat: 'avvisat',
}

/** What a decision in this case tells the one that it was handed over from; the outcome and no reasons. */
export const beslutsfoljd = (l: Lage, b: Beslut): string =>
  `Beslut i ärende ${l.arende.nummer} ${medManadsnamn(b.dag)}: ${BESLUTSUTFALL[b.utfall] ?? 'se ärendet'}.`

/** Decisions among the events that those who handed something over are to hear of. */
export const beslutAttBeratta = (l: Lage, nya: readonly Handelse[]): Beslut[] =>
  l.ursprung.length ? nya.flatMap((h) => (h.data.typ === 'beslutFattat' && h.data.beslut.typ === 'slutligt' ? [h.data.beslut] : [])) : []

/** Answers among the events that lead to something outside the case that was handed over. */
export const svarAttFullfolja = (nya: readonly Handelse[]): string[] =>
  nya.flatMap(({ data: d }) => (d.typ === 'overlamningBesvarad' && (d.svar.arendeId || d.svar.kandidat) ? [d.overlamningId] : []))

export const oppnaOverlamningar = (l: Lage): Overlamning[] => l.overlamningar.filter((o) => !o.svar)

/** What has been handed over, and what became of it. The case goes on meanwhile. */
export const overlamningssteg: Steg<Faktakarta> = {
  namn: 'overlamning',
  rubrik: 'Överlämning till annan förmån',
  lagrum: flera('FL 6'),
  prova(l): Utfall[] {
    if (l.overlamningar.length === 0) return [ejAktuellt('Inget är lämnat över till en annan förmån.')]
    return l.overlamningar.map((o) => {
      const namn = FORMANSNAMN[o.till as Overlamningsforman] ?? o.till
      if (o.svar)
        return uppfyllt(
          nod(
            `overlamning:${o.id}`,
            'Överlämning',
            ['FL 6'],
            'uppfyllt',
            `${o.svar.utfall === 'mottagen' ? 'Mottagen' : 'Återlämnad'} ${medManadsnamn(o.svar.dag)} av ${o.svar.av.namn}. ${[o.svar.skal, ...(o.foljder ?? []).map((f) => `${medManadsnamn(f.dag)}: ${f.text}`)].join(' ')}`,
          ),
        )
      return vantar({
        pa: 'handlaggare',
        paNamn: `${namn[0]!.toUpperCase()}${namn.slice(1)}, ${o.enhet}`,
        vad: `Svar på ${o.slag === 'ide' ? 'en idé' : 'ett överlämnat ärende'}`,
        varfor: o.skal,
        sedan: o.dag,
        till: null,
        lagrum: ['FL 6'],
      })
    })
  },
}
