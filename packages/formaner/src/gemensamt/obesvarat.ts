import {
  indatafel,
  oppnaBegaran,
  type Begaran,
  type Faktakarta,
  type Fragedefinition,
  type Lage,
  type Steg,
  type Utfall,
} from '@atergang/arende'
import { medManadsnamn } from '@atergang/kalender'
import type { Datum } from '@atergang/kalender'
import { flera } from '@atergang/regelverk'
import * as z from 'zod'
import { datumSchema, las, text } from '../las.ts'
import { ejAktuellt, fraga } from './steg.ts'

/** Reminders that go out by themselves; after the last of them a human decides how the case goes on. A föreläggande has a set time and is reminded of once. */
export const antalPaminnelser = (b: Begaran): number => (b.typ === 'forelaggande' || b.typ === 'uppfoljning' ? 1 : 2)

export const obesvaratSchema = z.discriminatedUnion('val', [
  z.object({ val: z.literal('paminn'), senast: datumSchema, skal: text('Skälet') }),
  z.object({ val: z.literal('gaVidare'), skal: text('Skälet') }),
])

/** Requests that have been reminded of by themselves and still have no answer. The adviser's has no deadline in law and holds nothing up. */
export const slutpaminda = (l: Lage): Begaran[] =>
  oppnaBegaran(l).filter((b) => b.typ !== 'fmrKonsultation' && b.paminnelser.length >= antalPaminnelser(b))

const arForsenad = (b: Begaran, idag: Datum): boolean => b.senast < idag

/** A request nobody answered comes back as a question: no case stands still because somebody else is silent (9 § förvaltningslagen). */
export const obesvaratsteg: Steg<Faktakarta> = {
  namn: 'obesvarat',
  rubrik: 'Svar som inte kommit',
  lagrum: flera('FL 9', '110:14'),
  prova(lage, idag): Utfall[] {
    // What follows on an unanswered föreläggande is asked where the application is examined (110 kap. 10–11 §§); how a treatment went need not be answered.
    const forsenade = slutpaminda(lage).filter((b) => b.typ !== 'forelaggande' && b.typ !== 'uppfoljning' && arForsenad(b, idag))
    if (forsenade.length === 0) return [ejAktuellt('Inget svar är försenat efter påminnelse.')]
    return forsenade.map((b) =>
      fraga({
        nyckel: `obesvarat:${b.id}`,
        kod: 'obesvarat',
        rubrik: `Inget svar från ${b.tillNamn}: hur går ärendet vidare?`,
        hjalp:
          'Att någon annan inte svarar är aldrig i sig ett skäl för avslag. Ring gärna innan du väljer. Går du vidare prövas ärendet på det som finns.',
        lagrum: ['FL 9', 'FL 23', '110:14'],
        paGrundval: { begaran: b.id, paminnelser: b.paminnelser.length },
        varforNu: `${b.rubrik} skickades ${medManadsnamn(b.skickad)}. Sista dagen efter ${b.paminnelser.length} påminnelser var ${medManadsnamn(b.senast)}.`,
        formular: { begaran: b, tidigast: idag },
      }),
    )
  },
}

export const obesvaratfraga: Fragedefinition<Faktakarta, z.output<typeof obesvaratSchema>> = {
  kod: 'obesvarat',
  las(v, fraga) {
    const svar = las(obesvaratSchema, v)
    const { tidigast } = fraga.formular as { tidigast: Datum }
    if (svar.val === 'paminn' && svar.senast <= tidigast)
      throw indatafel('dagenHarVarit', 'Den nya sista dagen måste ligga framåt i tiden.', [
        { falt: 'senast', text: `Välj en dag efter ${tidigast}.` },
      ])
    return svar
  },
  foljder(_l, fraga, svar) {
    const { id } = (fraga.formular as { begaran: Begaran }).begaran
    return [
      svar.val === 'paminn'
        ? { typ: 'begaranPamind', begaranId: id, senast: svar.senast }
        : { typ: 'begaranAterkallad', begaranId: id, skal: svar.skal },
    ]
  },
}
