import type { RouteRecordRaw } from 'vue-router'

/** The provider's pages, and the register of approved providers. */
export const anordnareRutter: RouteRecordRaw[] = [
  {
    path: '/anordnare',
    component: () => import('../sidor/anordnare/Anordnare.vue'),
    meta: { titel: 'Vårt godkännande', roller: ['anordnare'] },
  },
  {
    path: '/anordnare/ansokan',
    component: () => import('../sidor/anordnare/Ansokan.vue'),
    meta: { titel: 'Ansök om godkännande', roller: ['anordnare'] },
  },
  {
    path: '/anordnare/andring',
    component: () => import('../sidor/anordnare/Andring.vue'),
    meta: { titel: 'Anmäl ändrad personal', roller: ['anordnare'] },
  },
  {
    path: '/anordnare/slut',
    component: () => import('../sidor/anordnare/Slut.vue'),
    meta: { titel: 'Avsluta godkännandet', roller: ['anordnare'] },
  },
  {
    path: '/anordnare/kommande-beslut/:kommunicering',
    component: () => import('../sidor/anordnare/Yttrande.vue'),
    meta: { titel: 'Svara på det kommande beslutet', roller: ['anordnare'] },
  },
  {
    path: '/anordnare/fragor/:fraga',
    component: () => import('../sidor/anordnare/Fraga.vue'),
    meta: { titel: 'Svara på en fråga', roller: ['anordnare'] },
  },
  {
    path: '/anordnare/beslut/:beslut',
    component: () => import('../sidor/anordnare/Beslutfel.vue'),
    meta: { titel: 'Beslutet är fel', roller: ['anordnare'] },
  },
  {
    path: '/anordnarregister',
    component: () => import('../sidor/anordnare/Register.vue'),
    meta: { titel: 'Godkända anordnare', roller: [] },
  },
]
