import type { RouteRecordRaw } from 'vue-router'

/** The employer's pages. */
export const arbetsgivareRutter: RouteRecordRaw[] = [
  {
    path: '/arbetsgivare',
    component: () => import('../sidor/arbetsgivare/Arbetsgivare.vue'),
    meta: { titel: 'Frågor till arbetsplatsen', roller: ['arbetsgivare'] },
  },
  {
    path: '/arbetsgivare/fragor/:fraga',
    component: () => import('../sidor/arbetsgivare/Svar.vue'),
    meta: { titel: 'Svara på en fråga', roller: ['arbetsgivare'] },
  },
  {
    path: '/arbetsgivare/forebyggande',
    component: () => import('../sidor/arbetsgivare/Forebyggande.vue'),
    meta: { titel: 'Förebyggande sjukpenning', roller: ['arbetsgivare'] },
  },
  {
    path: '/arbetsgivare/stod',
    component: () => import('../sidor/arbetsgivare/stod/Stod.vue'),
    meta: { titel: 'Stöd för rehabilitering', roller: ['arbetsgivare'] },
  },
  {
    path: '/arbetsgivare/stod/ansokan/:steg?',
    component: () => import('../sidor/arbetsgivare/stod/ansokan/Ansokan.vue'),
    meta: { titel: 'Ansök om stöd', roller: ['arbetsgivare'] },
  },
  {
    path: '/arbetsgivare/stod/ansokan-skickad',
    component: () => import('../sidor/arbetsgivare/stod/ansokan/Skickad.vue'),
    meta: { titel: 'Ansökan är skickad', roller: ['arbetsgivare'] },
  },
  {
    path: '/arbetsgivare/stod/:arende/kontroll/:omgang',
    component: () => import('../sidor/arbetsgivare/stod/Kontroll.vue'),
    meta: { titel: 'Efterkontroll', roller: ['arbetsgivare'] },
  },
  {
    path: '/arbetsgivare/stod/:arende/fragor/:fraga',
    component: () => import('../sidor/arbetsgivare/stod/Fraga.vue'),
    meta: { titel: 'Svara på en fråga', roller: ['arbetsgivare'] },
  },
  {
    path: '/arbetsgivare/stod/:arende/kommande-beslut/:kommunicering',
    component: () => import('../sidor/arbetsgivare/stod/Yttrande.vue'),
    meta: { titel: 'Svara på det kommande beslutet', roller: ['arbetsgivare'] },
  },
  {
    path: '/arbetsgivare/stod/:arende/beslut/:beslut',
    component: () => import('../sidor/arbetsgivare/stod/Beslutfel.vue'),
    meta: { titel: 'Beslutet är fel', roller: ['arbetsgivare'] },
  },
  {
    path: '/arbetsgivare/stod/:arende/:ansokan',
    component: () => import('../sidor/arbetsgivare/stod/Ansokansida.vue'),
    meta: { titel: 'Ansökan om stöd', roller: ['arbetsgivare'] },
  },
  {
    path: '/arbetsgivare/stod/:arende/:ansokan/andring',
    component: () => import('../sidor/arbetsgivare/stod/Andring.vue'),
    meta: { titel: 'Ändra ansökan', roller: ['arbetsgivare'] },
  },
]
