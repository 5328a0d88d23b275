import { config } from '@fkui/vue'

let igang = false

/**
 * Two weak spots of FKUI's calendar (6.44) put right: it opens outside the landmarks of the page, and it
 * hides the names of the weekdays from screen readers, so that no day says which weekday it is under.
 */
export function rattaKalendrar(): void {
  if (igang) return
  igang = true
  config.teleportTarget = '#innehall'
  const visaVeckodagar = (): void => {
    for (const th of document.querySelectorAll('.calendar-month__table th[aria-hidden]')) if (th.textContent?.trim()) th.removeAttribute('aria-hidden')
  }
  new MutationObserver(visaVeckodagar).observe(document.body, { childList: true, subtree: true })
}
