import type { RouteRecordRaw } from 'vue-router'

/** The rules, open to everyone. */
export const regelverkRutter: RouteRecordRaw[] = [
  { path: '/regelverk', component: () => import('../sidor/regelverk/Regelverk.vue'), meta: { titel: 'Regelverk', roller: [] } },
  { path: '/regelverk/belopp', component: () => import('../sidor/regelverk/Belopp.vue'), meta: { titel: 'Belopp och tal', roller: [] } },
  { path: '/regelverk/lag', component: () => import('../sidor/regelverk/Lagtackning.vue'), meta: { titel: 'Lagtäckning', roller: [] } },
  { path: '/regelverk/lag/:id', component: () => import('../sidor/regelverk/Paragrafsida.vue'), meta: { titel: 'Paragraf', roller: [] } },
  { path: '/regelverk/regler/:id', component: () => import('../sidor/regelverk/Regelsida.vue'), meta: { titel: 'Regel', roller: [] } },
  {
    path: '/regelverk/fragor/:id',
    component: () => import('../sidor/regelverk/Fragesida.vue'),
    meta: { titel: 'Fråga till en människa', roller: [] },
  },
]
