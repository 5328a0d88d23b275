import type { RouteRecordRaw } from 'vue-router'
import { HANDLAGGER } from './roller.ts'

/** The working day of those who handle cases, whatever the benefit. */
export const handlaggningRutter: RouteRecordRaw[] = [
  { path: '/min-dag', component: () => import('../sidor/min-dag/MinDag.vue'), meta: { titel: 'Min dag', roller: HANDLAGGER } },
  {
    path: '/arenden/:id',
    component: () => import('../sidor/arende/Arende.vue'),
    meta: { titel: 'Ärende', roller: [...HANDLAGGER, 'enhetschef'] },
  },
  {
    path: '/sok',
    component: () => import('../sidor/sok/Sok.vue'),
    meta: { titel: 'Sök ärende', roller: ['handlaggare', 'specialist', 'enhetschef'] },
  },
  {
    path: '/mottaget',
    component: () => import('../sidor/mottaget/Mottaget.vue'),
    meta: { titel: 'Mottaget', roller: ['handlaggare', 'specialist', 'enhetschef'] },
  },
  {
    path: '/mottaget/:id',
    component: () => import('../sidor/mottaget/MottagenFil.vue'),
    meta: { titel: 'Mottagen fil', roller: ['handlaggare', 'specialist', 'enhetschef'] },
  },
  {
    path: '/enheten',
    component: () => import('../sidor/enheten/Enheten.vue'),
    meta: { titel: 'Enheten', roller: ['enhetschef', 'specialist', 'handlaggare'] },
  },
]
