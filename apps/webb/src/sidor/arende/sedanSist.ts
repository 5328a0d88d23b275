import type { Arendevy } from '@atergang/formaner'
import { medManadsnamn, type Datum } from '@atergang/kalender'
import type { Fraga } from './arende.ts'

type Tidigare = Arendevy['svar'][number]

/** The newest earlier answer to the same question, else to one of the same kind. */
export const tidigareSvar = (vy: Pick<Arendevy, 'svar'>, f: Pick<Fraga, 'nyckel' | 'kod'>): Tidigare | undefined =>
  vy.svar.findLast((s) => s.nyckel === f.nyckel) ?? vy.svar.findLast((s) => s.kod === f.kod)

/** What the case has got since that moment: facts, documents, answers, statements. Each in a few words. */
export function andratSedan(vy: Pick<Arendevy, 'fakta' | 'handlingar' | 'begaran' | 'kommuniceringar' | 'svar'>, tid: string): string[] {
  const fakta = vy.fakta.filter((f) => f.registrerad > tid && !f.ersatt).map((f) => `${f.rubrik}: ${f.text}`)
  const svar = vy.begaran
    .filter((b) => b.svar && b.svar.tid > tid)
    .map((b) => `${b.tillNamn} svarade ${medManadsnamn(b.svar!.dag)}: ${b.svar!.svar.map((s) => s.text).join(' ')}`)
  const yttranden = vy.kommuniceringar
    .flatMap((k) => k.yttranden)
    .filter((y) => y.dag >= (tid.slice(0, 10) as Datum))
    .map((y) => `Yttrande ${medManadsnamn(y.dag)}: ${y.text}`)
  const aterlamnat = vy.svar
    .filter((s) => s.kod === 'kvalitetssakring' && s.tid > tid && (s.svar as { utfall?: string }).utfall === 'aterlamnad')
    .map((s) => `Specialisten lämnade tillbaka ${medManadsnamn(s.dag)}: ${(s.svar as { kommentar?: string }).kommentar ?? ''}`)
  return [...aterlamnat, ...fakta.reverse(), ...svar, ...yttranden]
}
