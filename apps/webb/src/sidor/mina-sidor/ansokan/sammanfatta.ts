import { SYSSELSATTNINGSTEXT } from '../texter.ts'
import { arDatum, medManadsnamn, periodtext } from '@atergang/kalender'
import { gradtext } from '../../../stod/datumtext.ts'
import { kr } from '../../../stod/text.ts'
import { arsinkomst, tolkaKronor } from './belopp.ts'
import { inkomsten } from './skicka.ts'
import { arAnstalld, harArbetsgivare, type Stegnamn, type Utkast, type Utkastperiod } from './utkast.ts'

export interface Rad {
  readonly fraga: string
  /** empty when not answered */
  readonly svar: string
}

const JANEJ = { ja: 'Ja', nej: 'Nej', '': '' } as const
const dag = (d: string): string => (arDatum(d) ? medManadsnamn(d) : d)
const dagar = (from: string, tom: string): string =>
  arDatum(from) && arDatum(tom) && from <= tom ? periodtext({ from, tom }) : [dag(from), dag(tom)].filter(Boolean).join(' – ')
const belopp = (text: string): string => {
  const n = tolkaKronor(text)
  return typeof n === 'number' ? kr(n) : text.trim()
}
const perioden = (p: Utkastperiod): string =>
  [dagar(p.from, p.tom), p.omfattning ? `${gradtext(Number(p.omfattning))} sjukpenning` : ''].filter(Boolean).join(': ')

function lonerad(u: Utkast): string {
  const { varde, rakning } = arsinkomst(u.lon)
  if (varde !== null) return `${kr(varde)} på ett år${rakning ? ` (${rakning})` : ''}`
  const skrivet = { manad: [u.lon.manadslon, u.lon.tillagg], timme: [u.lon.timlon, u.lon.timmarPerVecka], ar: [u.lon.arslon], '': [] }[
    u.lon.satt
  ]
  return skrivet
    .map((t) => t.trim())
    .filter(Boolean)
    .join(', ')
}

/** The application as it will be read, step by step: only what is asked of this person. */
export function sammanfatta(u: Utkast): { readonly steg: Stegnamn; readonly rader: readonly Rad[] }[] {
  const s = u.sysselsattning
  const nar = (villkor: boolean, fraga: string, svar: string): Rad[] => (villkor ? [{ fraga, svar }] : [])
  const flera = u.perioder.length > 1
  const arbetstid = [
    u.arbetstid.timmar.trim() && `${u.arbetstid.timmar.trim()} timmar`,
    u.arbetstid.dagar.trim() && `${u.arbetstid.dagar.trim()} dagar`,
  ]
    .filter(Boolean)
    .join(', ')
  const a = u.anpassning
  return [
    {
      steg: 'perioder',
      rader: [
        ...u.perioder.map((p, i) => ({ fraga: flera ? `Period ${i + 1}` : 'Period', svar: perioden(p) })),
        { fraga: 'Första sjukdag', svar: dag(u.forstaSjukdag) },
      ],
    },
    {
      steg: 'sysselsattning',
      rader: [
        { fraga: 'Sysselsättning', svar: s ? SYSSELSATTNINGSTEXT[s] : '' },
        ...nar(harArbetsgivare(s), 'Arbetsgivare', [u.arbetsgivare.namn.trim(), u.arbetsgivare.orgnr.trim()].filter(Boolean).join(', ')),
        ...nar(s !== '', 'Arbetsuppgifter', u.arbetsuppgifter.trim()),
        ...nar(arAnstalld(s), 'Sjuklön', u.fickSjuklon === 'ja' ? dagar(u.sjuklon.from, u.sjuklon.tom) || 'Ja' : JANEJ[u.fickSjuklon]),
        ...nar(s === 'arbetslos', 'Anmäld som arbetssökande', JANEJ[u.anmald]),
        ...nar(s !== '' && s !== 'arbetslos', 'Arbetar i Sverige', JANEJ[u.arbetarISverige]),
      ],
    },
    {
      steg: 'inkomst',
      rader: [
        ...nar(s !== 'egenforetagare' || u.lon.satt !== '', 'Inkomst som anställd', lonerad(u)),
        ...(s === 'egenforetagare'
          ? [{ fraga: 'Inkomst av företaget', svar: belopp(u.annan) && `${belopp(u.annan)} på ett år` }]
          : [
              {
                fraga: 'Annan inkomst av arbete',
                svar:
                  u.harAnnan === 'ja'
                    ? belopp(u.annan) && `${belopp(u.annan)} på ett år`
                    : u.harAnnan === '' && inkomsten(u)
                      ? 'Inte besvarat, räknas som 0 kr'
                      : JANEJ[u.harAnnan],
              },
            ]),
        ...nar(
          arAnstalld(s),
          'Lön under sjukdom',
          u.farLon === 'ja'
            ? [
                u.lonUnderSjukdom.perManad && `${belopp(u.lonUnderSjukdom.perManad)} i månaden`,
                u.lonUnderSjukdom.lonIArbetePerManad && `mot ${belopp(u.lonUnderSjukdom.lonIArbetePerManad)} i arbete`,
              ]
                .filter(Boolean)
                .join(', ') || 'Ja'
            : JANEJ[u.farLon],
        ),
        ...nar(arAnstalld(s), 'Arbetstid per vecka', arbetstid),
      ],
    },
    {
      steg: 'ovrigt',
      rader: [
        { fraga: 'Övriga upplysningar', svar: u.overigt.trim() || 'Inga' },
        {
          fraga: 'Tolk, format eller ombud',
          svar:
            a.behov === 'ja'
              ? [
                  a.tolk ? `Tolk${a.sprak.trim() ? `, ${a.sprak.trim()}` : ''}` : '',
                  a.format.trim(),
                  a.ombud.trim() && `Ombud: ${a.ombud.trim()}`,
                ]
                  .filter(Boolean)
                  .join('. ') || 'Ja'
              : JANEJ[a.behov],
        },
      ],
    },
  ]
}
