import { Domanfel, type Lage } from '@atergang/arende'
import type { Alage, Nlage, Rlage } from '@atergang/formaner'

/** The case as what it is, or a clear error: what is read of one kind is nowhere in another. @throws {Domanfel} */
const somForman =
  <L>(forman: string, vad: string) =>
  (l: Lage): L => {
    if (l.arende.forman !== forman) throw new Domanfel('saknas', 'annanForman', `Ärendet gäller inte ${vad}.`)
    return l as unknown as L
  }

/** An employer's case of the support for a year. */
export const somApr = somForman<Alage>('apr', 'arbetsplatsinriktat rehabiliteringsstöd')
/** A round of after-control. */
export const somRond = somForman<Rlage>('aprKontroll', 'en omgång av efterkontroll')
/** A provider's case of approval. */
export const somAnordnarfall = somForman<Nlage>('aprAnordnare', 'godkännande av anordnare')
