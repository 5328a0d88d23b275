import type { RouteRecordRaw } from 'vue-router'
import { LEDNING, ANALYS } from './roller.ts'

/** Surveys and interviews. */
export const enkatRutter: RouteRecordRaw[] = [
  { path: '/enkater', component: () => import('../sidor/enkat/Enkater.vue'), meta: { titel: 'Enkäter', roller: LEDNING } },
  { path: '/enkater/intervjuer', component: () => import('../sidor/enkat/Intervjuer.vue'), meta: { titel: 'Intervjuer', roller: ANALYS } },
  { path: '/enkater/:id', component: () => import('../sidor/enkat/Enkat.vue'), meta: { titel: 'Enkät', roller: LEDNING } },
]
