import type { Lage } from '@atergang/arende'

/** Answers that open a judgement again: a specialist's return that criticises it, or a comment that the officer lets change it. Part of what the judgement rests on. */
export const oppnadIgen = (l: Lage, nyckel: string): string[] =>
  l.svar.flatMap((s) => {
    const r = s.svar as { utfall?: string; omdomen?: { nyckel: string; underlag: string; tillampning: string }[]; andra?: string[] }
    if (
      s.kod === 'kvalitetssakring' &&
      r.utfall === 'aterlamnad' &&
      r.omdomen?.some((o) => o.nyckel === nyckel && (o.underlag === 'brist' || o.tillampning === 'brist'))
    )
      return [s.id]
    if (s.kod === 'yttrande' && r.andra?.includes(nyckel)) return [s.id]
    return []
  })
