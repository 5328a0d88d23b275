import type { Datum } from '@atergang/kalender'
import type { paths } from '../../api/schema.gen.ts'
import { api, data } from '../../api/klient.ts'

export type Fragerad = paths['/api/v1/arbetsgivare/fragor']['get']['responses'][200]['content']['application/json']['rader'][number]

export interface Fragor {
  readonly idag: Datum
  readonly oppna: readonly Fragerad[]
  readonly klara: readonly Fragerad[]
}

/** Open ones by deadline; then those that need nothing more, newest first. */
export function ordnade(idag: string, rader: readonly Fragerad[]): Fragor {
  const oppen = (r: Fragerad): boolean => !r.besvarad && !r.aterkallad
  const avslutad = (r: Fragerad): string => r.besvarad ?? r.aterkallad ?? ''
  return {
    idag: idag as Datum,
    oppna: rader.filter(oppen).sort((a, b) => a.senast.localeCompare(b.senast)),
    klara: rader.filter((r) => !oppen(r)).sort((a, b) => avslutad(b).localeCompare(avslutad(a))),
  }
}

export async function hamtaFragor(): Promise<Fragor> {
  const { idag, rader } = await data(api.GET('/api/v1/arbetsgivare/fragor'))
  return ordnade(idag, rader)
}
