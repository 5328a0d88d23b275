import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { hamtaJag, STARTSIDA } from './stod/inloggad.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** name of the page: the document's title and its first heading */
    titel: string
    /** roles that may open it; empty = everyone, signed in or not */
    roller: readonly string[]
  }
}

const HANDLAGGER = ['handlaggare', 'specialist', 'fmr']

const rutter: RouteRecordRaw[] = [
  { path: '/', component: () => import('./sidor/start/Start.vue'), meta: { titel: 'Välkommen', roller: [] } },
  { path: '/min-dag', component: () => import('./sidor/min-dag/MinDag.vue'), meta: { titel: 'Min dag', roller: HANDLAGGER } },
  { path: '/:resten(.*)*', component: () => import('./sidor/SaknadSida.vue'), meta: { titel: 'Sidan finns inte', roller: [] } },
]

export const router = createRouter({ history: createWebHistory(), routes: rutter, scrollBehavior: (_till, _fran, sparad) => sparad ?? { top: 0 } })

// Nobody sees a page meant for another role; a person who is not signed in comes back here after signing in.
router.beforeEach(async (till) => {
  const jag = await hamtaJag()
  if (till.path === '/' && jag) return STARTSIDA[jag.roll] ?? true
  if (till.meta.roller.length === 0) return true
  if (!jag) {
    window.location.assign(`/inloggning?till=${encodeURIComponent(till.fullPath)}`)
    return false
  }
  return till.meta.roller.includes(jag.roll) ? true : (STARTSIDA[jag.roll] ?? '/')
})

router.afterEach((till) => {
  document.title = `${till.meta.titel} – Återgång`
})

