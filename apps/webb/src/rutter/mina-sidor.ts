import type { RouteRecordRaw } from 'vue-router'
import { FORSAKRAD } from './roller.ts'

/** The insured person's own pages. */
export const minaSidorRutter: RouteRecordRaw[] = [
  { path: '/mina-sidor', component: () => import('../sidor/mina-sidor/MinaSidor.vue'), meta: { titel: 'Mina sidor', roller: FORSAKRAD } },
  {
    path: '/mina-sidor/ansokan/:steg?',
    component: () => import('../sidor/mina-sidor/ansokan/Ansokan.vue'),
    meta: { titel: 'Ansök om sjukpenning', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/ansokan-skickad',
    component: () => import('../sidor/mina-sidor/ansokan/Skickad.vue'),
    meta: { titel: 'Din ansökan är skickad', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/arenden/:arende/kommande-beslut',
    component: () => import('../sidor/mina-sidor/Yttrande.vue'),
    meta: { titel: 'Svara på det kommande beslutet', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/arenden/:arende/fragor/:fraga',
    component: () => import('../sidor/mina-sidor/Fraga.vue'),
    meta: { titel: 'Svara på vår fråga', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/arenden/:arende/omprovning/:beslut',
    component: () => import('../sidor/mina-sidor/Omprovning.vue'),
    meta: { titel: 'Begär omprövning', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/arenden/:arende/overklagande/:beslut',
    component: () => import('../sidor/mina-sidor/Overklagande.vue'),
    meta: { titel: 'Överklaga beslutet', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/arenden/:arende/handlingar/:handling',
    component: () => import('../sidor/mina-sidor/Handling.vue'),
    meta: { titel: 'Handling', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/arenden/:arende/andring',
    component: () => import('../sidor/mina-sidor/Andring.vue'),
    meta: { titel: 'Anmäl en ändring', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/arenden/:arende/anpassning',
    component: () => import('../sidor/mina-sidor/Anpassning.vue'),
    meta: { titel: 'Tolk, format och ombud', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/atkomst',
    component: () => import('../sidor/mina-sidor/Atkomst.vue'),
    meta: { titel: 'Vem har sett mina uppgifter', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/forebyggande/ansokan/:steg?',
    component: () => import('../sidor/mina-sidor/forebyggande/Planansokan.vue'),
    meta: { titel: 'Ansök om förebyggande sjukpenning', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/forebyggande/intresse',
    component: () => import('../sidor/mina-sidor/forebyggande/Intresse.vue'),
    meta: { titel: 'Jag tror att jag behöver förebyggande åtgärder', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/forebyggande/forslag',
    component: () => import('../sidor/mina-sidor/forebyggande/Forslag.vue'),
    meta: { titel: 'Föreslå en ändring av formulären', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/forebyggande/:arende',
    component: () => import('../sidor/mina-sidor/forebyggande/Arende.vue'),
    meta: { titel: 'Förebyggande sjukpenning', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/forebyggande/:arende/skickad',
    component: () => import('../sidor/mina-sidor/forebyggande/Skickad.vue'),
    meta: { titel: 'Din ansökan är skickad', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/forebyggande/:arende/lakare',
    component: () => import('../sidor/mina-sidor/forebyggande/Lakarlank.vue'),
    meta: { titel: 'Länk till läkaren', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/forebyggande/:arende/ersattning/:steg?',
    component: () => import('../sidor/mina-sidor/forebyggande/Ersattning.vue'),
    meta: { titel: 'Ansök om ersättning', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/forebyggande/:arende/fragor/:fraga',
    component: () => import('../sidor/mina-sidor/forebyggande/Komplettering.vue'),
    meta: { titel: 'Svara på vår fråga', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/forebyggande/:arende/avbruten',
    component: () => import('../sidor/mina-sidor/forebyggande/Avbruten.vue'),
    meta: { titel: 'Behandlingen slutar tidigare', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/forebyggande/:arende/uppfoljning',
    component: () => import('../sidor/mina-sidor/forebyggande/Uppfoljning.vue'),
    meta: { titel: 'Berätta hur det gick', roller: FORSAKRAD },
  },
]
