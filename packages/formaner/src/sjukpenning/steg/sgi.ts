import { gallandeSvar, type Steg, type Utfall } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import { flera, forklara, heltal, sgiAnnat, sgiAnstallning, sgiSumma, type Forklaring, type Tal } from '@atergang/regelverk'
import { ejAktuellt, ejUppfyllt, faktaOm, fraga, nod, underlagAv, uppfyllt } from '../../gemensamt/steg.ts'
import type { Sjukpenningfakta, Slage } from '../fakta.ts'
import { SGI_GRUNDER, SGI_NYCKEL, sgiBelopp, uppgivenInkomst, type SgiSvar } from '../sgi.ts'
import { dagensSysselsattning, provperiod, sjukperiodensForsta, underlaget } from '../underlag.ts'

export interface SgiForslag {
  readonly anstallning: number | null
  readonly annat: number | null
  readonly gallerFran: Datum
  readonly forklaring: Forklaring
  readonly grund: keyof typeof SGI_GRUNDER
}

/** What the rules make of the told income (25 kap. 3, 5 §§); a proposal, which a named person confirms. */
export function sgiForslag(l: Slage, gallerFran: Datum, arbetslos: boolean): SgiForslag | null {
  const i = uppgivenInkomst(l)
  if (!i) return null
  const indata = { inkomstAnstallning: { varde: i.inkomst.anstallning, kalla: i.kalla }, inkomstAnnat: { varde: i.inkomst.annat, kalla: i.kalla } }
  const belopp = (r: typeof sgiAnstallning) => {
    const v = forklara(r, indata, gallerFran).varde
    return v === null ? null : heltal(v as Tal)
  }
  return { anstallning: belopp(sgiAnstallning), annat: belopp(sgiAnnat), gallerFran, forklaring: forklara(sgiSumma, indata, gallerFran).forklaring, grund: arbetslos ? 'skyddArbetsmarknad' : 'aktuellInkomst' }
}

export const sgisteg: Steg<Sjukpenningfakta> = {
  namn: 'sgi',
  rubrik: 'Sjukpenninggrundande inkomst',
  lagrum: flera('25:2', '25:3', '25:5', '26:2'),
  efter: ['ansokan'],
  prova(lage, idag): Utfall[] {
    const l = lage as Slage
    const u = underlaget(l, idag)
    const p = provperiod(u)
    const sista = l.svar.findLast((s) => s.kod === SGI_NYCKEL)
    if (!p && !sista) return [ejAktuellt('SGI bestäms när det finns dagar att pröva.')]
    const inkomst = uppgivenInkomst(l)
    // A changed income puts the question again (26 kap. 4 §); a new application with the same income does not.
    const grund = { inkomst: inkomst?.inkomst ?? null, sysselsattning: dagensSysselsattning(u)?.slag ?? null }
    const svar = gallandeSvar<SgiSvar>(l, SGI_NYCKEL, underlagAv(grund))
    if (svar) {
      const belopp = sgiBelopp(svar.svar)
      const fakta = [
        faktaOm('Anställning', `${svar.svar.anstallning} kr`, { typ: 'bedomning', text: `bekräftad av ${svar.av.namn}`, id: svar.id, datum: svar.dag }),
        faktaOm('Annat förvärvsarbete', `${svar.svar.annat} kr`, { typ: 'bedomning', text: `bekräftad av ${svar.av.namn}`, id: svar.id, datum: svar.dag }),
        faktaOm('Gäller från', svar.svar.gallerFran),
      ]
      const n = nod('sgi', 'Sjukpenninggrundande inkomst', ['25:2', '25:4', SGI_GRUNDER[svar.svar.grund].lagrum], belopp > 0 ? 'uppfyllt' : 'ejUppfyllt', `${SGI_GRUNDER[svar.svar.grund].text}. ${svar.svar.skal}`, fakta)
      return [belopp > 0 ? uppfyllt({ ...n, resultat: `${belopp} kr` }) : ejUppfyllt({ ...n, resultat: 'ingen SGI' })]
    }
    if (!p) return [ejAktuellt('SGI prövas på nytt när det finns dagar att pröva.')]
    const forslag = sgiForslag(l, sjukperiodensForsta(u, p.from) ?? p.from, grund.sysselsattning === 'arbetslos')
    return [
      fraga({
        nyckel: SGI_NYCKEL, kod: 'sgi', rubrik: 'Bekräfta sjukpenninggrundande inkomst',
        hjalp: 'Förslaget räknas från den inkomst som är uppgiven. Kontrollera att arbetet är i Sverige, varar minst sex månader eller är årligen återkommande, och om tiden är SGI-skyddad.',
        lagrum: ['25:2', '25:3', '25:4', '25:5', '26:2', '26:9', '26:17', '26:18'], paGrundval: grund,
        varforNu: sista ? 'Inkomsten eller sysselsättningen har ändrats sedan SGI bekräftades.' : 'SGI behövs för att räkna ut sjukpenningen.',
        formular: { forslag, tidigare: sista?.svar ?? null }, ...(forslag ? { forklaring: forslag.forklaring } : {}),
      }),
    ]
  },
}
