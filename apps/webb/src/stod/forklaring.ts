import type { Forklaring } from '@atergang/regelverk'
import { inject, provide, shallowRef, type InjectionKey, type ShallowRef } from 'vue'

/** The tree that is shown beside the page, and its heading. */
export interface Visad {
  readonly rubrik: string
  readonly trad: readonly Forklaring[]
}

const NYCKEL: InjectionKey<ShallowRef<Visad | null>> = Symbol('forklaring')

/** One drawer a page: any number or step opens its tree in it. */
export function skapaForklaringslada(): ShallowRef<Visad | null> {
  const visad = shallowRef<Visad | null>(null)
  provide(NYCKEL, visad)
  return visad
}

export const useForklaringslada = (): ShallowRef<Visad | null> => inject(NYCKEL, () => shallowRef<Visad | null>(null), true)
