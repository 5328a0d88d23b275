import type { RouteRecordRaw } from 'vue-router'
import { INFORMATION } from './roller.ts'

/** Targeted information and collaboration. */
export const informationRutter: RouteRecordRaw[] = [
  {
    path: '/information',
    component: () => import('../sidor/information/Information.vue'),
    meta: { titel: 'Riktad information', roller: INFORMATION },
  },
  {
    path: '/information/ny',
    component: () => import('../sidor/information/NyInsats.vue'),
    meta: { titel: 'För in en insats', roller: ['enhetschef', 'samverkansansvarig'] },
  },
  {
    path: '/information/roll',
    component: () => import('../sidor/information/Roll.vue'),
    meta: { titel: 'Förmånerna och vår roll', roller: INFORMATION },
  },
  {
    path: '/information/:id',
    component: () => import('../sidor/information/Insats.vue'),
    meta: { titel: 'Informationsinsats', roller: INFORMATION },
  },
  {
    path: '/samverkan',
    component: () => import('../sidor/samverkan/Samverkan.vue'),
    meta: { titel: 'Samverkan', roller: ['samverkansansvarig'] },
  },
]
