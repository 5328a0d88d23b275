import { config } from '@fkui/vue'
import { computed, onMounted, ref, type Ref } from 'vue'

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
    for (const cell of document.querySelectorAll(
      '.calendar-month__table th[aria-hidden], .calendar-month__cell--week-number[aria-hidden]',
    )) {
      cell.removeAttribute('aria-hidden')
      if (!cell.textContent?.trim()) cell.innerHTML = '<span class="sr-only">Vecka</span>'
    }
  }
  new MutationObserver(visaRubriker).observe(document.body, { childList: true, subtree: true })
}

/**
 * The day as FKUI's field may have it: nothing until the field stands on the page. The calendar sets its limits when it is mounted, and asks
 * for them as soon as it has a day; on a page that waits for something else, mounting comes later, and it threw ”MinDate validator must be set”.
 */
export function useKalendervarde(varde: () => string): Readonly<Ref<string>> {
  const framme = ref(false)
  onMounted(() => (framme.value = true))
  return computed(() => (framme.value ? varde() : ''))
}
