import { arOppen, type Begaran, type Faktadefinition, type Faktum, type Handelsedata, type Kontext, type Lage } from '@atergang/arende'
import { ansokningar, kompletteringar } from './ansokningar.ts'
import { faktadefinitioner, type Faktanamn, type Slage } from './fakta.ts'
import { saknasIAnsokan } from './steg/ansokan.ts'
import { formFakta } from './vy/fakta.ts'

/** The request is answered by what was recorded: nobody is reminded of, or turned away for, what is known. */
const besvarad = (b: Begaran, faktum: Faktum, k: Kontext): Handelsedata => ({
  typ: 'begaranBesvarad',
  begaranId: b.id,
  svar: {
    dag: k.dag,
    tid: k.tid,
    av: k.aktor,
    faktumId: faktum.id,
    svar: b.fragor.map((f) => ({ frageId: f.frageId, text: `Besvarad genom uppgiften ”${formFakta(faktum)}” (${faktum.kalla.text}).` })),
  },
})

/** What was missing in the application is there once nothing more is (110 kap. 10–11 §§): föreläggande and request for completion are then answered. */
function ansokanKomplett(efter: Lage, faktum: Faktum, k: Kontext): Handelsedata[] {
  const l = efter as Slage
  const a = ansokningar(l).at(-1)
  if (!a || saknasIAnsokan(l).length > 0) return []
  return kompletteringar(l, a.id)
    .filter(arOppen)
    .map((b) => besvarad(b, faktum, k))
}

const planen = (l: Lage, faktum: Faktum, k: Kontext): Handelsedata[] =>
  l.begaran.filter((b) => b.typ === 'atergansplan' && arOppen(b)).map((b) => besvarad(b, faktum, k))

const FOLJDER: Partial<Record<Faktanamn, Faktadefinition<unknown>['foljder']>> = {
  inkomst: ansokanKomplett,
  sysselsattning: ansokanKomplett,
  plan: planen,
}

/** The facts of sjukpenning with what follows when one is recorded by itself. */
export const faktaMedFoljder: Readonly<Record<string, Faktadefinition<unknown>>> = Object.fromEntries(
  Object.entries(faktadefinitioner).map(([namn, d]) => {
    const foljder = FOLJDER[namn as Faktanamn]
    return [namn, foljder ? { ...d, foljder } : d]
  }),
)
