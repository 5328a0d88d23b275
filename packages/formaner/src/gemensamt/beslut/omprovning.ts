import type { Faktakarta, Lage, Omprovningsbegaran, Steg, Utfall } from '@atergang/arende'
import { medManadsnamn, periodtext } from '@atergang/kalender'
import { flera, omprovningSenast } from '@atergang/regelverk'
import { ejAktuellt, fraga, nod, uppfyllt } from '../steg.ts'

/** Requests for omprövning: in time, once, by another officer, never to the person's disadvantage (113 kap. 7–8, 19 §§). */
export const omprovningssteg: Steg<Faktakarta> = {
  namn: 'omprovning',
  rubrik: 'Omprövning',
  lagrum: flera('113:7', '113:8', '113:19'),
  prova(l): Utfall[] {
    if (l.omprovningar.length === 0) return [ejAktuellt('Ingen omprövning är begärd.')]
    return l.omprovningar.map((o) => omprovning(l, o))
  },
}

function omprovning(l: Lage, o: Omprovningsbegaran): Utfall {
  const b = l.beslut.find((x) => x.id === o.beslutId)!
  const klart = l.beslut.find((x) => x.typ === 'omprovning' && x.orsak === o.id)
  if (klart) return uppfyllt(nod(`omprovning:${o.id}`, 'Omprövning', ['113:7'], 'uppfyllt', `Omprövat ${medManadsnamn(klart.dag)}. ${klart.motivering.avgorande}`))
  const fickDel = l.utskick.find((x) => x.beslutId === b.id)?.fickDel ?? null
  const senast = fickDel ? omprovningSenast(fickDel) : null
  return fraga({
    nyckel: `omprovning:${o.id}`, kod: 'omprovning', rubrik: 'Ompröva beslutet', inteFor: [b.fattatAv.id, ...b.medverkande.map((m) => m.id)],
    hjalp: 'Pröva beslutet på nytt, också det som kommit fram sedan. Beslutet får inte ändras till personens nackdel. En fråga omprövas bara en gång; sedan kan den överklagas.',
    lagrum: ['113:7', '113:8', '113:19'], paGrundval: { begaran: o.id, ...(o.tillagg ? { tillagg: o.tillagg.length } : {}) },
    varforNu: senast && o.inkom > senast ? `Begäran kom in ${medManadsnamn(o.inkom)}, efter sista dagen ${medManadsnamn(senast)}.` : `Begäran om omprövning kom in ${medManadsnamn(o.inkom)}.`,
    formular: { begaran: o, beslut: { id: b.id, dag: b.dag, rader: b.rader, motivering: b.motivering }, fickDel, senast, forSent: senast ? o.inkom > senast : null, period: periodtext(b.period) }, period: b.period,
  })
}
