import { arOppen, type Begaran, type Faktadefinition, type Faktum, type Handelsedata, type Kontext, type Lage } from '@atergang/arende'
import { faktadefinitioner, type Flage, type Forebyggandefaktanamn } from './fakta.ts'
import { arOkand, okandArbetstid } from './ersattning/bedomning.ts'
import { ersattningarAttProva } from './ersattning/ersattningslage.ts'

/** The request is answered by what was recorded. */
const besvarad = (b: Begaran, f: Faktum, k: Kontext, text: string): Handelsedata => ({
  typ: 'begaranBesvarad',
  begaranId: b.id,
  svar: { dag: k.dag, tid: k.tid, av: k.aktor, faktumId: f.id, svar: b.fragor.map((x) => ({ frageId: x.frageId, text })) },
})

/** Working time that was asked for is there once nothing of it is missing for what is claimed. */
function arbetstidKand(efter: Lage, f: Faktum, k: Kontext): Handelsedata[] {
  const l = efter as Flage
  if (ersattningarAttProva(l).some((m) => arOkand(okandArbetstid(l, m)))) return []
  return l.begaran
    .filter((b) => b.typ === 'arbetsschema' && arOppen(b))
    .map((b) => besvarad(b, f, k, `Besvarad genom uppgiften om arbetstid (${f.kalla.text}).`))
}

const uppfoljd = (l: Lage, f: Faktum, k: Kontext): Handelsedata[] =>
  l.begaran
    .filter((b) => b.typ === 'uppfoljning' && arOppen(b))
    .map((b) => besvarad(b, f, k, (f.varde as { text: string }).text || 'Svar finns i registret.'))

const FOLJDER: Partial<Record<Forebyggandefaktanamn, Faktadefinition<unknown>['foljder']>> = {
  arbetsschema: arbetstidKand,
  arsarbetstid: arbetstidKand,
  arbetssokande: arbetstidKand,
  uppfoljningsnot: uppfoljd,
}

/** The facts with what follows when one is recorded by itself. */
export const faktaMedFoljder: Readonly<Record<string, Faktadefinition<unknown>>> = Object.fromEntries(
  Object.entries(faktadefinitioner).map(([namn, d]) => {
    const foljder = FOLJDER[namn as Forebyggandefaktanamn]
    return [namn, foljder ? { ...d, foljder } : d]
  }),
)
