import type { RouteRecordRaw } from 'vue-router'

/** Pages that a link opens, without signing in. */
export const lankarRutter: RouteRecordRaw[] = [
  { path: '/utlatande/:lank', component: () => import('../sidor/utlatande/Utlatande.vue'), meta: { titel: 'Läkarutlåtande', roller: [] } },
  { path: '/svara/:lank', component: () => import('../sidor/enkat/Svara.vue'), meta: { titel: 'Svara på enkäten', roller: [] } },
]
