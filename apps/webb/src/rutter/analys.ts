import type { RouteRecordRaw } from 'vue-router'
import { ANALYS } from './roller.ts'

/** Analysis. */
export const analysRutter: RouteRecordRaw[] = [
  { path: '/analys', component: () => import('../sidor/analys/Analys.vue'), meta: { titel: 'Analys', roller: ANALYS } },
  {
    path: '/analys/tabeller/:tabell?',
    component: () => import('../sidor/analys/Tabeller.vue'),
    meta: { titel: 'Tabeller och figurer', roller: ANALYS },
  },
  { path: '/analys/samband', component: () => import('../sidor/analys/Samband.vue'), meta: { titel: 'Samband', roller: ANALYS } },
  {
    path: '/analys/likformighet/:metod?',
    component: () => import('../sidor/analys/Metoder.vue'),
    props: { grupp: 'likformighet', rubrik: 'Likformighet' },
    meta: { titel: 'Likformighet', roller: ANALYS },
  },
  {
    path: '/analys/utvardering/:metod?',
    component: () => import('../sidor/analys/Metoder.vue'),
    props: { grupp: 'utvardering', rubrik: 'Utvärdering' },
    meta: { titel: 'Utvärdering', roller: ANALYS },
  },
  {
    path: '/analys/indikatorer/:metod?',
    component: () => import('../sidor/analys/Metoder.vue'),
    props: { grupp: 'indikatorer', rubrik: 'Indikatorer' },
    meta: { titel: 'Indikatorer', roller: [...ANALYS, 'enhetschef'] },
  },
  { path: '/analys/rapporter', component: () => import('../sidor/analys/Rapporter.vue'), meta: { titel: 'Rapporter', roller: ANALYS } },
  { path: '/analys/enkat', component: () => import('../sidor/analys/Enkat.vue'), meta: { titel: 'Enkät', roller: ANALYS } },
  {
    path: '/analys/publicerat',
    component: () => import('../sidor/analys/Publicerat.vue'),
    meta: { titel: 'Publicerat mot räknat', roller: ANALYS },
  },
  {
    path: '/analys/arenden',
    component: () => import('../sidor/analys/Nyckeltal.vue'),
    meta: { titel: 'Nyckeltal per enhet', roller: ANALYS },
  },
]
