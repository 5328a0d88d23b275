import { SYSTEMET } from '@atergang/arende'
import { lasArende, lasDokument, somSystemet } from '@atergang/lager'
import { lasPdf, upplast } from '../../packages/brev/src/stod/laspdf.ts'
import type { Testserver } from './server.ts'

/** The last letter of the case whose heading is like this, as the text of the PDF that was sent. @throws when there is none */
export async function brevtext(s: Testserver, arendeId: string, rubrik: RegExp): Promise<string> {
  const { lage } = (await lasArende(s.t.db, { system: SYSTEMET }, arendeId))!
  const utskick = lage.utskick.findLast((u) => rubrik.test(u.rubrik))
  if (!utskick) throw new Error(`Inget brev med rubriken ${rubrik}. Det finns: ${lage.utskick.map((u) => u.rubrik).join(' | ')}`)
  const d = await somSystemet(s.t.db, (q) => lasDokument(q, utskick.handlingId))
  return upplast(await lasPdf(new Uint8Array(d!.innehall)))
}
