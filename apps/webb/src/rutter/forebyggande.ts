import type { RouteRecordRaw } from 'vue-router'
import { OFFICER, MED_CHEF, ALLA_INNE } from './roller.ts'

/** Preventive benefit, and what is handed over. */
export const forebyggandeRutter: RouteRecordRaw[] = [
  {
    path: '/forebyggande',
    component: () => import('../sidor/forebyggande/Oversikt.vue'),
    meta: { titel: 'Förebyggande sjukpenning', roller: [...MED_CHEF, 'analytiker'] },
  },
  {
    path: '/forebyggande/papper/:arende?',
    component: () => import('../sidor/forebyggande/papper/Papper.vue'),
    meta: { titel: 'Registrera papper', roller: OFFICER },
  },
  {
    path: '/forebyggande/kandidater',
    component: () => import('../sidor/forebyggande/Kandidater.vue'),
    meta: { titel: 'Kandidater för förebyggande sjukpenning', roller: MED_CHEF },
  },
  {
    path: '/forebyggande/stodordning',
    component: () => import('../sidor/forebyggande/Stodordning.vue'),
    meta: { titel: 'Egna eller delade specialister och rådgivare', roller: [...MED_CHEF, 'analytiker'] },
  },
  {
    path: '/forebyggande/formular',
    component: () => import('../sidor/forebyggande/Formularforslag.vue'),
    meta: { titel: 'Förslag på formulären', roller: ALLA_INNE },
  },
  {
    path: '/overlamningar',
    component: () => import('../sidor/forebyggande/Overlamningar.vue'),
    meta: { titel: 'Överlämnat', roller: MED_CHEF },
  },
]
