import type { Component } from 'vue'

type Laddare = () => Promise<{ default: Component }>
const EGNA: Readonly<Record<string, Laddare>> = {
  aprInkomst: () => import('./Inkomst.vue'),
  aprAnordnare: () => import('./Anordnarval.vue'),
  aprKomplettera: () => import('./Komplettera.vue'),
  aprFaktura: () => import('./Faktura.vue'),
  aprInsats: () => import('./Insats.vue'),
  aprOrdning: () => import('./Ordning.vue'),
  aprAndring: () => import('./Andring.vue'),
  aprAterkrav: () => import('./Aterkrav.vue'),
  aprForfallet: () => import('./Forfallet.vue'),
  aprFynd: () => import('./Fynd.vue'),
  aprKontrollklar: () => import('./Kontrollklar.vue'),
  aprKompetens: () => import('./Kompetens.vue'),
  aprSammaPerson: () => import('./SammaPerson.vue'),
  aprOmprovning: () => import('./Omprovning.vue'),
  aprFro: () => import('./Fro.vue'),
}
/** Questions every benefit has, where the workplace support asks otherwise: förvaltningslagen alone, an employer or a provider, no days. */
const DELADE: Readonly<Record<string, Laddare>> = {
  kommunicering: () => import('./Kommunicering.vue'),
  yttrande: () => import('./Yttrande.vue'),
  overklagande: () => import('./Overklagande.vue'),
}

export function aprformular(forman: string, kod: string): Laddare | undefined {
  if (forman === 'apr' && kod === 'beslut') return () => import('./Beslut.vue')
  if (forman === 'aprAnordnare' && kod === 'beslut') return () => import('./Anordnarbeslut.vue')
  return EGNA[kod] ?? (forman.startsWith('apr') ? DELADE[kod] : undefined)
}
