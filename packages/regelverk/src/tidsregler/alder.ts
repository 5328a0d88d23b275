import { manadensForsta, medManadsnamn, plusAr, plusDagar, type Datum } from '@atergang/kalender'
import { lydelse } from '../lydelse.ts'
import { riktalder } from '../parametrar/index.ts'
import { dagsfaktum, tidsregel, type Tidsutfall } from '../tidsregel.ts'
import { manadenFor71, tidigasteInkomstpension, uppnarRiktalder } from '../tidslinjer/alder.ts'

export const fodd = dagsfaktum('Födelsedag')

export const OKAND_RIKTALDER: Tidsutfall = {
  varde: null,
  okant: `Riktåldern är inte känd efter ${riktalder.varden.at(-1)!.tom!}, så åldersgränsen går inte att räkna ut.`,
}

/** What hangs on the month of the riktålder, or ”not known” where the sources give none that far ahead. */
export function medRiktalder(f: Datum, utfall: (manad: Datum) => Tidsutfall): Tidsutfall {
  const manad = uppnarRiktalder(f)
  return manad ? utfall(manad) : OKAND_RIKTALDER
}

/** Last day of the month before. */
export const manadenFore = (manad: Datum): Datum => plusDagar(manadensForsta(manad), -1)
/** First day of the month in which the person reaches an age; who was born on 29 February does so in February (ADR 0020). */
export const fyllerManad = (f: Datum, ar: number): Datum => manadensForsta(plusAr(f, ar))
/** 1 July of the year in which the person turns 19 (33 kap. 8, 16, 18 §§). */
export const juli19 = (f: Datum): Datum => `${plusAr(f, 19).slice(0, 4)}-07-01` as Datum

export const riktaldersmanad = tidsregel({
  namn: 'riktaldersmanad',
  rubrik: 'Månaden då riktåldern för pension uppnås',
  lagrum: ['2:10 a', '2:10 c'],
  lydelse: { from: '2011-01-01', kalla: 'SFB 2 kap. 10 a–10 c §§; åldrarna som i parametern riktalder' },
  fakta: { fodd },
  rakna: (f) => medRiktalder(f.fodd, (m) => ({ varde: m, text: `Riktåldern uppnås i den månad som börjar ${medManadsnamn(m)}.` })),
})

export const tidigastePensionsmanad = tidsregel({
  namn: 'tidigastePensionsmanad',
  rubrik: 'Första månaden då inkomstgrundad ålderspension kan tas ut',
  lagrum: ['27:49 d', '56:3'],
  lydelse: { from: '2022-01-01', kalla: 'SFB 27 kap. 49 d §, lag (2021:1240); åldrarna som i parametern riktalder' },
  fakta: { fodd },
  rakna: (f) => {
    const m = tidigasteInkomstpension(f.fodd)
    return m ? { varde: m, text: `Tre år före riktåldern: från ${medManadsnamn(m)}.` } : OKAND_RIKTALDER
  },
})

export const manadFor71 = tidsregel({
  namn: 'manadFor71',
  rubrik: 'Månaden då personen fyller 71 år',
  lagrum: ['27:37'],
  lydelse: lydelse('2022:878'),
  fakta: { fodd },
  rakna: (f) => ({ varde: manadenFor71(f.fodd), text: 'Från den dagen får sjukpenning lämnas under högst 180 dagar.' }),
})
