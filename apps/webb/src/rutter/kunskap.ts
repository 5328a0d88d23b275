import type { RouteRecordRaw } from 'vue-router'
import { LEDNING, INNE, ALLA_INNE } from './roller.ts'

/** The knowledge bank. */
export const kunskapRutter: RouteRecordRaw[] = [
  { path: '/kunskap', component: () => import('../sidor/kunskap/Fragebank.vue'), meta: { titel: 'Frågebank', roller: INNE } },
  { path: '/kunskap/fragor/ny', component: () => import('../sidor/kunskap/NyFraga.vue'), meta: { titel: 'Ställ en fråga', roller: INNE } },
  {
    path: '/kunskap/fragor/:id',
    component: () => import('../sidor/kunskap/Fragasida.vue'),
    meta: { titel: 'Fråga i frågebanken', roller: INNE },
  },
  { path: '/kunskap/praxis', component: () => import('../sidor/kunskap/Praxis.vue'), meta: { titel: 'Praxis', roller: INNE } },
  {
    path: '/kunskap/praxis/:behandling',
    component: () => import('../sidor/kunskap/Praxissida.vue'),
    meta: { titel: 'Praxis för en behandling', roller: INNE },
  },
  {
    path: '/kunskap/vagledningar',
    component: () => import('../sidor/kunskap/Vagledningar.vue'),
    meta: { titel: 'Vägledningar', roller: ALLA_INNE },
  },
  {
    path: '/kunskap/ersattningar',
    component: () => import('../sidor/kunskap/Ersattningar.vue'),
    meta: { titel: 'Andra ersättningar', roller: INNE },
  },
  {
    path: '/kunskap/kallor',
    component: () => import('../sidor/kunskap/Kallor.vue'),
    meta: { titel: 'Källor och referensvärden', roller: ALLA_INNE },
  },
  {
    path: '/kunskap/rekommendationer',
    component: () => import('../sidor/kunskap/Rekommendationer.vue'),
    meta: { titel: 'Riksrevisionens rekommendationer', roller: LEDNING },
  },
]
