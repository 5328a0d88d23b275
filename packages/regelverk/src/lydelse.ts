import { SFB_I_KRAFT } from './regel.ts'

/** The month the consolidated text of the sources is from: a wording whose first day they do not give is known from here (ADR 0018). */
export const TEXTENS_MANAD = '2025-09-01'

/** Amending acts whose day of entry into force the sources or the assignment give. */
const IKRAFT: Readonly<Record<string, { readonly from: string; readonly kalla: string }>> = {
  '2017:1306': { from: '2018-07-01', kalla: 'Försäkringskassan 003575:2018 avsnitt 4' },
  '2018:647': { from: '2019-01-01', kalla: 'uppgift i uppdraget' },
  '2021:1240': { from: '2022-01-01', kalla: 'uppgift i uppdraget' },
}

export interface Lydelse {
  readonly from: string
  readonly kalla: string
}

/**
 * From when the printed wording of a paragraph of socialförsäkringsbalken is known to hold: a paragraph without a note of
 * an amending act has stood since the code came into force; with a note, since the day that act did, where that is known,
 * else since the month of the text.
 */
export function lydelse(andringslag?: string): Lydelse {
  if (!andringslag) return { from: SFB_I_KRAFT, kalla: 'SFB (2010:110), paragrafen har inte ändrats sedan balken trädde i kraft' }
  const kand = IKRAFT[andringslag]
  return kand
    ? { from: kand.from, kalla: `SFB (2010:110), lag (${andringslag}); i kraft enligt ${kand.kalla}` }
    : {
        from: TEXTENS_MANAD,
        kalla: `SFB (2010:110), lag (${andringslag}); dagen för ikraftträdandet finns inte i källorna, så lydelsen är känd från textens månad`,
      }
}

/** Förvaltningslagen (2017:900), in force on the day its text says. */
export const lydelseFL = (andringslag?: string): Lydelse =>
  andringslag
    ? { from: TEXTENS_MANAD, kalla: `FL (2017:900), lag (${andringslag}); dagen för ikraftträdandet finns inte i källorna` }
    : { from: '2018-07-01', kalla: 'FL (2017:900), i kraft 1 juli 2018' }
