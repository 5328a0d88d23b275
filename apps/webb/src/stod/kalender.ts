import { config } from '@fkui/vue'

let igang = false

/**
 * Weak spots of FKUI's calendar (6.44) put right: it opens outside the landmarks of the page, and it hides
 * weekday names and week numbers from screen readers, so that the days stand in a table without headings.
 */
export function rattaKalendrar(): void {
  if (igang) return
  igang = true
  config.teleportTarget = '#innehall'
  const visaRubriker = (): void => {
    for (const cell of document.querySelectorAll('.calendar-month__table th[aria-hidden], .calendar-month__cell--week-number[aria-hidden]')) {
      cell.removeAttribute('aria-hidden')
      if (!cell.textContent?.trim()) cell.innerHTML = '<span class="sr-only">Vecka</span>'
    }
  }
  new MutationObserver(visaRubriker).observe(document.body, { childList: true, subtree: true })
}
