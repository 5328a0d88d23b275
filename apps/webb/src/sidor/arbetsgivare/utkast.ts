import type { paths } from '../../api/schema.gen.ts'

type Svarskropp = paths['/api/v1/arbetsgivare/fragor/{id}/svar']['post']['requestBody']['content']['application/json']

/** An answer while it is written. */
export interface Svarsutkast {
  text: string
  finns: '' | 'ja' | 'nej'
  upprattad: string
  atgarder: string
  vanligtProvat: '' | 'ja' | 'nej'
  arbetsskada: '' | 'ja' | 'nej' | 'vetEj'
}

export const tomtSvar = (): Svarsutkast => ({ text: '', finns: '', upprattad: '', atgarder: '', vanligtProvat: '', arbetsskada: '' })

/** What is sent: only what was asked and answered. */
export function svarskropp(u: Svarsutkast, plan: boolean): Svarskropp {
  if (!plan) return { text: u.text.trim() }
  const finns = u.finns === 'ja'
  return {
    plan: {
      finns,
      atgarder: u.atgarder.trim(),
      ...(finns && u.upprattad ? { upprattad: u.upprattad } : {}),
      ...(finns && u.vanligtProvat ? { vanligtArbeteProvat: u.vanligtProvat === 'ja' } : {}),
      ...(u.arbetsskada ? { arbetsskada: u.arbetsskada } : {}),
    },
  }
}

const NYCKEL = 'atergang:arbetsgivarsvar:'

/** Kept in this tab only: a shared computer at a workplace must not remember answers about a colleague. */
export function lasSvarsutkast(id: string): Svarsutkast {
  try {
    const sparat = sessionStorage.getItem(NYCKEL + id)
    return sparat ? { ...tomtSvar(), ...(JSON.parse(sparat) as Partial<Svarsutkast>) } : tomtSvar()
  } catch {
    return tomtSvar()
  }
}
export function sparaSvarsutkast(id: string, u: Svarsutkast): void {
  sessionStorage.setItem(NYCKEL + id, JSON.stringify(u))
}
export const kastaSvarsutkast = (id: string): void => sessionStorage.removeItem(NYCKEL + id)
