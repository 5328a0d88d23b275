import type { Rapportinnehall } from '@atergang/brev'
import { writeFileSync } from 'node:fs'
import { extname } from 'node:path'
import { idag, kravText, lasArgument, lasDatum, lasJson } from '../argument.ts'
import { Kommandofel } from '../problem.ts'
import type { Kommando } from '../svar.ts'
import { medData, rummet, visaSmaTal } from './stod.ts'
import { ettNamn } from './utvardera.ts'

const FORMAT = ['.pdf', '.docx', '.json'] as const

/** The report as a file's bytes: PDF, Word, or the content itself as JSON. */
export async function rapportfil(r: Rapportinnehall, andelse: string): Promise<Uint8Array | string> {
  if (andelse === '.json') return `${JSON.stringify(r, null, 2)}\n`
  const b = await import('@atergang/brev')
  return andelse === '.pdf' ? b.rapportPdf(r).pdf : b.rapportWord(r)
}

/** `analys rapport aterrapport|rekommendationer|ar`: a report for a day, as PDF, Word or JSON by the file's name. */
export const rapport: Kommando = async (ord) => {
  const a = lasArgument(
    ord,
    {
      data: { type: 'string' },
      ut: { type: 'string' },
      datum: { type: 'string' },
      uppdrag: { type: 'string' },
      lan: { type: 'string' },
      uppgifter: { type: 'string' },
      smatal: { type: 'string' },
    },
    1,
  )
  const slag = ettNamn(a, 'rapport', 'rapport', ['aterrapport', 'rekommendationer', 'ar'])
  const ut = kravText(a, 'ut', 'filen som ska skrivas, .pdf eller .docx')
  const andelse = extname(ut).toLowerCase()
  if (!(FORMAT as readonly string[]).includes(andelse))
    throw new Kommandofel('okantFormat', `”${ut}” slutar inte på .pdf, .docx eller .json.`, [
      { falt: 'ut', text: 'Ge filen ett namn som slutar på .pdf, .docx eller .json.' },
    ])
  const dag = a.varden.datum === undefined ? idag() : lasDatum(String(a.varden.datum), 'datum')
  const { UPPGIFTSEXEMPEL } = await rummet()
  const ra = a.varden.uppgifter === undefined ? null : lasJson(String(a.varden.uppgifter), 'uppgifter', UPPGIFTSEXEMPEL)
  const r = await medData(a, async (rum, k): Promise<Rapportinnehall> => {
    const v = { dag, uppgifter: ra === null ? rum.INGA_UPPGIFTER : rum.lasUppgifter(ra), visaSmaTal: visaSmaTal(a, k.manifest) }
    if (slag === 'aterrapport')
      return rum.aterrapport(
        k,
        kravText(
          a,
          'uppdrag',
          `uppdraget (${rum
            .uppdragDen(dag)
            .map((u) => u.id)
            .join(', ')})`,
        ),
        v,
      )
    return slag === 'ar' ? rum.arsrapport(k, kravText(a, 'lan', 'länet'), v) : rum.rekommendationsrapport(k, v)
  })
  writeFileSync(ut, await rapportfil(r, andelse))
  const svar = { fil: ut, rubrik: r.rubrik, datum: r.datum, utkast: r.beslut === null }
  return {
    json: () => JSON.stringify(svar),
    text: () => `${r.rubrik}, ${r.datum}, i ${ut}.${svar.utkast ? ' Utkast: ange undertecknare med --uppgifter.' : ''}`,
  }
}
