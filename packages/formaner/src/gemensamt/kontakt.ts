import { indatafel, type Faktakarta, type Fragedefinition, type Kontakt, type Lage, type Steg, type Utfall } from '@atergang/arende'
import { medManadsnamn, narmasteVardag, plusDagar, type Datum } from '@atergang/kalender'
import { flera } from '@atergang/regelverk'
import * as z from 'zod'
import { datumSchema, las, text } from '../las.ts'
import { ejAktuellt, fraga, nod, uppfyllt, vantar } from './steg.ts'

export const KONTAKTPART: Record<Kontakt['med'], string> = {
  forsakrad: 'personen',
  arbetsgivare: 'arbetsgivaren',
  vard: 'vården',
  arbetsformedlingen: 'Arbetsförmedlingen',
  facket: 'facket',
  annan: 'den andra parten',
}

export const kontaktSvarSchema = z.object({
  resultat: z.enum(['hallen', 'svaradeInte', 'behovsInte'], { message: 'Välj hur det gick.' }),
  satt: z.enum(['telefon', 'mote', 'digitaltMote', 'brev', 'meddelande']).default('telefon'),
  text: text('Vad ni talade om, eller varför kontakten inte behövs'),
  /** the next contact, when one was agreed upon */
  nasta: datumSchema.optional(),
})
export type KontaktSvar = z.infer<typeof kontaktSvarSchema>

export const kontaktnyckel = (k: Kontakt): string => `kontakt:${k.id}`

type Avtalad = Kontakt & { readonly nasta: NonNullable<Kontakt['nasta']> }

/** Contacts agreed upon (A053) that are neither held, replaced by a later agreement with the same party, nor dropped. */
export function avtaladeKontakter(l: Lage): Avtalad[] {
  return l.kontakter.filter((k, i): k is Avtalad => {
    const nasta = k.nasta
    if (!nasta || l.svar.some((s) => s.nyckel === kontaktnyckel(k) && (s.svar as KontaktSvar).resultat === 'behovsInte')) return false
    return !l.kontakter.slice(i + 1).some((s) => s.med === k.med && (s.nasta !== undefined || (s.traffad && s.dag >= nasta)))
  })
}

/** A contact agreed upon comes back on its day: the dialogue on return goes on between the meetings (A053; 30 kap. 9 §). */
export const kontaktsteg: Steg<Faktakarta> = {
  namn: 'kontakt',
  rubrik: 'Överenskommen kontakt',
  lagrum: flera('FL 6', '30:9'),
  prova(l, idag): Utfall[] {
    const komna = avtaladeKontakter(l).filter((k) => k.nasta <= idag)
    if (komna.length === 0)
      return [
        l.kontakter.some((k) => k.nasta)
          ? uppfyllt(nod('kontakt', 'Överenskommen kontakt', ['FL 6'], 'beraknat', 'Ingen överenskommen kontakt återstår just nu.'))
          : ejAktuellt('Ingen ny kontakt är överenskommen.'),
      ]
    return komna.map((k) => {
      const forsok = l.kontakter.filter((x) => x.med === k.med && !x.traffad && x.dag >= k.nasta)
      const sista = forsok.at(-1)
      const igen = sista ? narmasteVardag(plusDagar(sista.dag, 1)) : k.nasta
      if (sista && idag < igen)
        return vantar({
          pa: 'tid',
          paNamn: 'Nytt försök',
          vad: `Kontakta ${KONTAKTPART[k.med]}`,
          varfor: `Försök ${forsok.length} ${medManadsnamn(sista.dag)} gav inget svar.`,
          sedan: sista.dag,
          till: igen,
          lagrum: ['FL 6'],
        })
      return fraga({
        nyckel: kontaktnyckel(k),
        kod: 'kontakt',
        rubrik: `Kontakta ${KONTAKTPART[k.med]}, som ni kom överens om`,
        hjalp: 'Följ upp det ni talade om sist: hur går det med återgången, och vad behövs härnäst?',
        lagrum: ['FL 6', '30:9'],
        paGrundval: { kontakt: k.id, forsok: forsok.length },
        varforNu: forsok.length ? `${forsok.length} försök utan svar.` : `${k.av.namn} kom överens om en ny kontakt ${k.nasta}.`,
        formular: { med: k.med, sist: { dag: k.dag, text: k.text, av: k.av.namn }, forsok: forsok.length, tidigast: idag },
      })
    })
  },
}

/** What is told orally is noted with date and name (27 § förvaltningslagen); an attempt without answer is noted too. */
export const kontaktfraga: Fragedefinition<Faktakarta, KontaktSvar> = {
  kod: 'kontakt',
  las(v, fraga) {
    const svar = las(kontaktSvarSchema, v)
    const { tidigast } = fraga.formular as { tidigast: Datum }
    if (svar.nasta && svar.nasta <= tidigast)
      throw indatafel('dagenHarVarit', 'Nästa kontakt måste ligga framåt i tiden.', [
        { falt: 'nasta', text: `Välj en dag efter ${tidigast}.` },
      ])
    return svar
  },
  foljder(_l, fraga, svar, k) {
    if (svar.resultat === 'behovsInte') return []
    const { med } = fraga.formular as { med: Kontakt['med'] }
    return [
      {
        typ: 'kontaktNoterad',
        kontakt: {
          id: k.nyttId(),
          med,
          satt: svar.satt,
          riktning: 'ut',
          traffad: svar.resultat === 'hallen',
          dag: k.dag,
          text: svar.text,
          ...(svar.nasta ? { nasta: svar.nasta } : {}),
          tid: k.tid,
          av: k.aktor,
        },
      },
    ]
  },
}
