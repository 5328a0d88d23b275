import type { RouteRecordRaw } from 'vue-router'
import { OFFICER, APR, LEDNING } from './roller.ts'

/** The workplace support, for officers and managers. */
export const aprRutter: RouteRecordRaw[] = [
  {
    path: '/apr',
    component: () => import('../sidor/apr/Ko.vue'),
    meta: { titel: 'Kön för arbetsplatsinriktat rehabiliteringsstöd', roller: APR },
  },
  {
    path: '/apr/papper',
    component: () => import('../sidor/apr/papper/Papper.vue'),
    meta: { titel: 'Registrera pappersansökan', roller: OFFICER },
  },
  {
    path: '/apr/papper/anordnare',
    component: () => import('../sidor/apr/papper/Anordnarpapper.vue'),
    meta: { titel: 'Registrera en anordnares pappersansökan', roller: OFFICER },
  },
  { path: '/apr/listor', component: () => import('../sidor/apr/listor/Listor.vue'), meta: { titel: 'Beslutslistor', roller: APR } },
  { path: '/apr/listor/:id', component: () => import('../sidor/apr/listor/Lista.vue'), meta: { titel: 'Beslutslista', roller: APR } },
  { path: '/apr/anordnararenden', component: () => import('../sidor/apr/Anordnararenden.vue'), meta: { titel: 'Anordnare', roller: APR } },
  {
    path: '/apr/efterkontroll',
    component: () => import('../sidor/apr/kontroll/Omgangar.vue'),
    meta: { titel: 'Efterkontroll', roller: APR },
  },
  {
    path: '/apr/efterkontroll/:id',
    component: () => import('../sidor/apr/kontroll/Omgang.vue'),
    meta: { titel: 'Omgång av efterkontroll', roller: APR },
  },
  {
    path: '/kunskap/stodtexter',
    component: () => import('../sidor/kunskap/Stodtexter.vue'),
    meta: { titel: 'Texter med paragrafer', roller: APR },
  },
  {
    path: '/apr/uppfoljning',
    component: () => import('../sidor/apr/uppfoljning/Uppfoljning.vue'),
    meta: { titel: 'Uppföljning av stödet', roller: LEDNING },
  },
  {
    path: '/apr/uppfoljning/underlag',
    component: () => import('../sidor/apr/uppfoljning/Underlag.vue'),
    meta: { titel: 'Budget och antal', roller: LEDNING },
  },
  {
    path: '/apr/uppfoljning/tidigare',
    component: () => import('../sidor/apr/uppfoljning/Tidigare.vue'),
    meta: { titel: 'Stödet före systemet', roller: LEDNING },
  },
  {
    path: '/apr/redovisning',
    component: () => import('../sidor/apr/uppfoljning/Redovisning.vue'),
    meta: { titel: 'Årsredovisning', roller: LEDNING },
  },
]
