// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, reactive } from 'vue'
import { useUtkast } from './utkast.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function medUtkast(spara: (v: unknown, hastigt: boolean) => Promise<string>) {
  const form = reactive({ text: '' })
  const omrade = effectScope()
  const utkast = omrade.run(() => useUtkast(() => form, spara))!
  return { form, utkast, omrade }
}

describe('utkastet', () => {
  it('sparas en sekund efter sista ändringen, en gång', async () => {
    const spara = vi.fn(() => Promise.resolve('2026-06-15T08:42:00Z'))
    const { form, utkast } = medUtkast(spara)
    form.text = 'a'
    await nextTick()
    vi.advanceTimersByTime(600)
    form.text = 'ab'
    await nextTick()
    vi.advanceTimersByTime(600)
    expect(spara).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(500)
    expect(spara).toHaveBeenCalledTimes(1)
    expect(utkast.lage.value).toEqual({ slag: 'sparat', tid: '2026-06-15T08:42:00Z' })
  })
  it('sparas genast när sidan lämnas, men inte när svaret är sänt', async () => {
    const spara = vi.fn(() => Promise.resolve('2026-06-15T08:42:00Z'))
    const ett = medUtkast(spara)
    ett.form.text = 'x'
    await nextTick()
    ett.omrade.stop()
    expect(spara).toHaveBeenCalledTimes(1)
    const tva = medUtkast(spara)
    tva.form.text = 'y'
    await nextTick()
    tva.utkast.slut()
    tva.omrade.stop()
    expect(spara).toHaveBeenCalledTimes(1)
  })
  it('säger när det inte gick och försöker igen', async () => {
    const spara = vi.fn().mockRejectedValueOnce(new Error('nät')).mockResolvedValue('2026-06-15T08:43:00Z')
    const { form, utkast } = medUtkast(spara)
    form.text = 'a'
    await nextTick()
    await vi.advanceTimersByTimeAsync(1000)
    expect(utkast.lage.value.slag).toBe('misslyckades')
    await vi.advanceTimersByTimeAsync(5_000)
    expect(utkast.lage.value).toEqual({ slag: 'sparat', tid: '2026-06-15T08:43:00Z' })
  })
})
