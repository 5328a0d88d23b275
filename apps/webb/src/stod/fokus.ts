/** Moves keyboard and screen reader to an element that is not a control, such as a heading. */
export function fokusera(mal: HTMLElement | string | null): void {
  const el = typeof mal === 'string' ? document.getElementById(mal) : mal
  if (!el) return
  if (!el.hasAttribute('tabindex') && !/^(A|BUTTON|INPUT|SELECT|TEXTAREA)$/.test(el.tagName)) el.setAttribute('tabindex', '-1')
  el.focus({ preventScroll: false })
}
