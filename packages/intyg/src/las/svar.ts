import type { Radelsvar, Rasvar, Ravarde } from '../modell.ts'
import { alla, NS } from '../xml/sok.ts'
import type { Element } from '../xml/trad.ts'

const INSTANS = /^\d{1,9}$/

const barntext = (el: Element, namn: string): string => alla(el, NS.typer, namn)[0]?.text.trim() ?? ''

/** A part answer is plain text or one typed element; anything else is kept by its name and text. */
function lasVarde(el: Element): Ravarde {
  const barn = el.barn[0]
  if (!barn) return { typ: 'text', text: el.text }
  const annat: Ravarde = { typ: 'annat', element: barn.namn, text: barn.text }
  if (barn.ns !== NS.typer || el.barn.length > 1) return annat
  if (barn.namn === 'cv') {
    const visning = barntext(barn, 'displayName')
    return { typ: 'kod', kod: barntext(barn, 'code'), kodsystem: barntext(barn, 'codeSystem'), ...(visning ? { visning } : {}) }
  }
  if (barn.namn === 'datePeriod') return { typ: 'period', start: barntext(barn, 'start'), slut: barntext(barn, 'end') }
  if (barn.namn === 'pq') return { typ: 'mangd', varde: barntext(barn, 'value'), enhet: barntext(barn, 'unit') }
  if (barn.namn === 'partialDate') return { typ: 'deldatum', format: barntext(barn, 'format'), varde: barntext(barn, 'value') }
  return annat
}

const lasDelsvar = (el: Element): Radelsvar => ({ id: el.attribut.get('id')?.trim() ?? '', varde: lasVarde(el) })

/** Every answer of the certificate in the order it came, unread. Nothing is dropped and nothing fails here. */
export function lasSvar(intyg: Element): Rasvar[] {
  return alla(intyg, NS.intyg, 'svar').map((el) => {
    const instans = alla(el, NS.intyg, 'instans')[0]?.text.trim()
    return {
      id: el.attribut.get('id')?.trim() ?? '',
      ...(instans !== undefined && INSTANS.test(instans) ? { instans: Number(instans) } : {}),
      delsvar: alla(el, NS.intyg, 'delsvar').map(lasDelsvar),
    }
  })
}
