// @vitest-environment happy-dom
/* eslint-disable vue/one-component-per-file -- the field, what it waits for and the page around them */
import { FDatepickerField, TranslationPlugin, ValidationPlugin } from '@fkui/vue'
import { createApp, defineComponent, h, nextTick, ref, Suspense, type Ref } from 'vue'
import { describe, expect, it } from 'vitest'
import { useKalendervarde } from './kalender.ts'

/** A date field with a day in it on a page that still waits for something else: it is there, and not yet mounted. */
async function medanSidanVantar(
  varde: Ref<string>,
  kalendervarde: (v: Ref<string>) => Readonly<Ref<string>>,
): Promise<{ fel: string[]; text: () => string; slapp: () => Promise<void> }> {
  const fel: string[] = []
  let slapp!: () => void
  const vanta = new Promise<void>((klar) => (slapp = klar))
  const Falt = defineComponent({
    setup: () => {
      const visat = kalendervarde(varde)
      return () => h(FDatepickerField, { id: 'dag', modelValue: visat.value }, { default: () => 'Dag' })
    },
  })
  const Sen = defineComponent({
    async setup() {
      await vanta
      return () => h('p', 'framme')
    },
  })
  const app = createApp({ render: () => h(Suspense, null, { default: () => h('div', [h(Falt), h(Sen)]) }) })
  app.use(ValidationPlugin).use(TranslationPlugin)
  app.config.warnHandler = () => undefined
  app.config.errorHandler = (e) => void fel.push((e as Error).message)
  const rot = document.createElement('div')
  document.body.replaceChildren(rot)
  app.mount(rot)
  const lugn = async (): Promise<void> => {
    for (let i = 0; i < 8; i++) await nextTick()
  }
  await lugn()
  return {
    fel,
    text: () => (document.querySelector('#dag') as HTMLInputElement | null)?.value ?? '(inget fält)',
    slapp: async () => {
      slapp()
      await new Promise((k) => setTimeout(k, 20))
      await lugn()
    },
  }
}

describe('ett datumfält med en dag i, på en sida som ännu väntar', () => {
  it('fick FKUI:s kalender att fråga efter sina gränser innan den hade satt dem', async () => {
    const { fel } = await medanSidanVantar(ref('2026-03-02'), (v) => v)
    expect(fel).toContain('MinDate validator must be set')
  })

  it('får sin dag när det står på sidan, och följer den sedan', async () => {
    const varde = ref('2026-03-02')
    const { fel, text, slapp } = await medanSidanVantar(varde, (v) => useKalendervarde(() => v.value))
    await slapp()
    expect(text()).toBe('2026-03-02')
    varde.value = '2026-04-09'
    await new Promise((k) => setTimeout(k, 20))
    expect(text()).toBe('2026-04-09')
    expect(fel).toEqual([])
  })
})
