import {
  BEHANDLINGAR,
  ERSATTNINGSSKAL,
  FASNAMN,
  FORMULAR,
  FULLFOLJD,
  INITIATIVTAGARE,
  INSTALLNINGAR,
  KANDIDATKALLOR,
  KANDIDATSTATUS,
  KOMPLETTERINGSFALT,
  PLANSKAL,
  RUTINER,
  SAMMA_DEL,
  SKILLNADEN,
  STALLNINGAR,
  SYFTEN,
  SYSSELSATTNINGSNAMN,
  UTFORANDEFORMER,
  VARDGIVARTYPER,
} from '@atergang/formaner'
import { FORSLAGSSTATUS, somSystemet, vardgivarregistret } from '@atergang/lager'
import type { App, Tjanster } from '../../app.ts'
import { koderSchema } from './scheman.ts'

const ord = (o: Readonly<Record<string, string | { readonly namn: string } | { readonly text: string }>>) =>
  Object.entries(o).map(([kod, v]) => ({ kod, namn: typeof v === 'string' ? v : 'namn' in v ? v.namn : v.text }))

/** The words of the forms. Nobody has to sign in: the doctor's page needs them too, and they say nothing of anybody. */
export function registreraKoder(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/forebyggande/koder',
    { schema: { tags: ['Förebyggande sjukpenning'], summary: 'Kodlistor och formulärversioner', response: { 200: koderSchema } } },
    async () => ({
      formular: FORMULAR,
      behandlingar: BEHANDLINGAR.map(({ kod, namn, kallor }) => ({ kod, namn, kallor: kallor.map((k) => k.text) })),
      utforanden: ord(UTFORANDEFORMER),
      vardgivartyper: ord(VARDGIVARTYPER),
      initiativ: ord(INITIATIVTAGARE),
      syften: ord(SYFTEN),
      sysselsattningar: ord(SYSSELSATTNINGSNAMN),
      kompletteringsfalt: ord(KOMPLETTERINGSFALT),
      planskal: ord(PLANSKAL),
      ersattningsskal: ord(ERSATTNINGSSKAL),
      stallningar: ord(STALLNINGAR),
      installningar: Object.entries(INSTALLNINGAR).map(([namn, p]) => ({ namn, rubrik: p.rubrik })),
      kandidatkallor: ord(KANDIDATKALLOR),
      kandidatstatus: ord(KANDIDATSTATUS),
      forslagsstatus: ord(FORSLAGSSTATUS),
      fullfoljd: ord(FULLFOLJD),
      faser: ord(FASNAMN),
      rutiner: [...RUTINER],
      vardgivare: (await somSystemet(t.db, vardgivarregistret)).vardgivare,
      hjalp: { sjukpenning: SKILLNADEN.sjukpenning, forebyggande: SKILLNADEN['forebyggande-sjukpenning'], sammaDel: SAMMA_DEL },
    }),
  )
}
