import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { analysRutter } from './rutter/analys.ts'
import { anordnareRutter } from './rutter/anordnare.ts'
import { aprRutter } from './rutter/apr.ts'
import { arbetsgivareRutter } from './rutter/arbetsgivare.ts'
import { enkatRutter } from './rutter/enkat.ts'
import { evidensRutter } from './rutter/evidens.ts'
import { forebyggandeRutter } from './rutter/forebyggande.ts'
import { handlaggningRutter } from './rutter/handlaggning.ts'
import { informationRutter } from './rutter/information.ts'
import { kunskapRutter } from './rutter/kunskap.ts'
import { lankarRutter } from './rutter/lankar.ts'
import { minaSidorRutter } from './rutter/mina-sidor.ts'
import { regelverkRutter } from './rutter/regelverk.ts'
import { hamtaJag, startsidan } from './stod/inloggad.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** name of the page: the document's title and its first heading */
    titel: string
    /** roles that may open it; empty = everyone, signed in or not */
    roller: readonly string[]
  }
}

const rutter: RouteRecordRaw[] = [
  { path: '/', component: () => import('./sidor/start/Start.vue'), meta: { titel: 'Välkommen', roller: [] } },
  ...handlaggningRutter,
  ...minaSidorRutter,
  ...lankarRutter,
  ...arbetsgivareRutter,
  ...anordnareRutter,
  ...analysRutter,
  ...enkatRutter,
  ...aprRutter,
  ...forebyggandeRutter,
  ...evidensRutter,
  ...kunskapRutter,
  ...informationRutter,
  ...regelverkRutter,
  { path: '/:resten(.*)*', component: () => import('./sidor/SaknadSida.vue'), meta: { titel: 'Sidan finns inte', roller: [] } },
]

export const router = createRouter({
  history: createWebHistory(),
  routes: rutter,
  scrollBehavior: (_till, _fran, sparad) => sparad ?? { top: 0 },
})

// Nobody sees a page meant for another role; a person who is not signed in comes back here after signing in.
router.beforeEach(async (till) => {
  const jag = await hamtaJag()
  if (till.path === '/' && jag) return startsidan(jag) ?? true
  if (till.meta.roller.length === 0) return true
  if (!jag) {
    window.location.assign(`/inloggning?till=${encodeURIComponent(till.fullPath)}`)
    return false
  }
  return till.meta.roller.includes(jag.roll) ? true : (startsidan(jag) ?? '/')
})

// A page that knows a better name of itself sets it when it has been fetched; a filter in the address does not take it away.
router.afterEach((till, fran) => {
  if (till.path !== fran.path || fran.matched.length === 0) document.title = `${till.meta.titel} – Återgång`
})
