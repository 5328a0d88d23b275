import type { RouteRecordRaw } from 'vue-router'
import { ALLA_INNE } from './roller.ts'

/** The registers of evidence and of caregivers. */
export const evidensRutter: RouteRecordRaw[] = [
  { path: '/evidens', component: () => import('../sidor/evidens/Register.vue'), meta: { titel: 'Evidensregistret', roller: ALLA_INNE } },
  {
    path: '/evidens/annat',
    component: () => import('../sidor/evidens/Annat.vue'),
    meta: { titel: 'Granska ”annat”', roller: ['specialist'] },
  },
  {
    path: '/evidens/vardgivare',
    component: () => import('../sidor/evidens/Vardgivare.vue'),
    meta: { titel: 'Vårdgivarregistret', roller: ALLA_INNE },
  },
  {
    path: '/evidens/ny',
    component: () => import('../sidor/evidens/NyPost.vue'),
    meta: { titel: 'Ny post i evidensregistret', roller: ['specialist'] },
  },
  {
    path: '/evidens/:id',
    component: () => import('../sidor/evidens/Post.vue'),
    meta: { titel: 'Post i evidensregistret', roller: ALLA_INNE },
  },
]
