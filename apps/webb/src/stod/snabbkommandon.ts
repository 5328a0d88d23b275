import { onScopeDispose, ref } from 'vue'

export interface Snabbkommando {
  /** one key, or two in a row: ”n”, ”g d” */
  readonly tangent: string
  readonly text: string
  gor(): void
}

const LAGRAD = 'atergang.snabbkommandon'
const FOLJD_MS = 1200

/** Whether the keys are on. A person who speaks to the computer, or slips on keys, can turn them off (WCAG 2.1.4). */
export const snabbkommandonPa = ref(localStorage.getItem(LAGRAD) !== 'av')
export function stallSnabbkommandon(pa: boolean): void {
  snabbkommandonPa.value = pa
  localStorage.setItem(LAGRAD, pa ? 'pa' : 'av')
}

const skriver = (e: KeyboardEvent): boolean =>
  e.target instanceof Element && e.target.closest('input, textarea, select, [contenteditable], dialog') !== null

/** The command that the keys pressed so far name, or what to wait for. */
export function tolka(kommandon: readonly Snabbkommando[], forra: string, tangent: string): { gor?: Snabbkommando; vanta?: string } {
  const foljd = forra ? `${forra} ${tangent}` : tangent
  const traff = kommandon.find((k) => k.tangent === foljd)
  if (traff) return { gor: traff }
  if (kommandon.some((k) => k.tangent.startsWith(`${tangent} `))) return { vanta: tangent }
  return {}
}

/** Listens for the keys as long as the component lives; never while something is being written. */
export function useSnabbkommandon(kommandon: () => readonly Snabbkommando[]): void {
  let forra = ''
  let slut = 0
  const lyssna = (e: KeyboardEvent): void => {
    if (!snabbkommandonPa.value || e.ctrlKey || e.metaKey || e.altKey || e.repeat || skriver(e)) return
    const { gor, vanta } = tolka(kommandon(), e.timeStamp < slut ? forra : '', e.key)
    forra = vanta ?? ''
    slut = e.timeStamp + FOLJD_MS
    if (!gor) return
    e.preventDefault()
    gor.gor()
  }
  document.addEventListener('keydown', lyssna)
  onScopeDispose(() => document.removeEventListener('keydown', lyssna))
}
