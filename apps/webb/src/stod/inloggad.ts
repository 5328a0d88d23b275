import { HANDLAGGARROLLER_OCH_CHEF } from '@atergang/arende'
import { reactive, readonly } from 'vue'
import { Apifel } from '../api/apifel.ts'
import { api, data } from '../api/klient.ts'

export interface Jag {
  readonly id: string
  readonly namn: string
  readonly roll: string
  readonly enhet: string
  readonly orgnr: string | null
  /** may see, set and lift protected identity */
  readonly farSeSkyddade: boolean
  readonly idag: string
  readonly demo: boolean
}

const lage = reactive<{ jag: Jag | null; hamtat: boolean }>({ jag: null, hamtat: false })

/** Who is signed in; asked once, and again after signing in or out (a full page load). */
export const inloggad = readonly(lage)

export async function hamtaJag(): Promise<Jag | null> {
  if (lage.hamtat) return lage.jag
  try {
    lage.jag = await data(api.GET('/api/v1/jag'))
  } catch (fel) {
    if (!(fel instanceof Apifel) || fel.status !== 401) throw fel
    lage.jag = null
  }
  lage.hamtat = true
  return lage.jag
}

/** Has whoever is signed in one of the roles? */
export const harRoll = (roller: readonly string[]): boolean => roller.includes(lage.jag?.roll ?? '')

/** The first page of each role. */
const STARTSIDA: Readonly<Record<string, string>> = {
  handlaggare: '/min-dag',
  specialist: '/min-dag',
  fmr: '/min-dag',
  enhetschef: '/enheten',
  samverkansansvarig: '/samverkan',
  analytiker: '/analys',
  forsakrad: '/mina-sidor',
  arbetsgivare: '/arbetsgivare',
  anordnare: '/anordnare',
}

/** The national unit of the workplace support works from a queue of its own (C026). */
export const APR_ENHET = 'APR'
export const startsidan = (jag: Pick<Jag, 'roll' | 'enhet'>): string | undefined =>
  jag.enhet === APR_ENHET && (HANDLAGGARROLLER_OCH_CHEF as readonly string[]).includes(jag.roll) ? '/apr' : STARTSIDA[jag.roll]
