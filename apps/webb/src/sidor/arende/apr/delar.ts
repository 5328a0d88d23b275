import { defineAsyncComponent, type Component } from 'vue'

/** What the case page shows of its own for the three kinds of case of the workplace support. */
export const APRDELAR: Readonly<Record<string, Component>> = {
  apr: defineAsyncComponent(() => import('./Aret.vue')),
  aprAnordnare: defineAsyncComponent(() => import('./Anordnarlage.vue')),
  aprKontroll: defineAsyncComponent(() => import('./Ronden.vue')),
}
export const Aprbeslut = defineAsyncComponent(() => import('./Beslutslista.vue'))
