import type { Beslut, Omprovningsbegaran, Steg, Utfall } from '@atergang/arende'
import { medManadsnamn, narmasteVardag, periodtext, plusDagar } from '@atergang/kalender'
import { flera, omprovningSenast } from '@atergang/regelverk'
import { omrakningar } from '../andring.ts'
import { avvisningar } from '../ansokningar.ts'
import type { Sjukpenningfakta, Slage } from '../fakta.ts'
import { radtext } from '../forslag.ts'
import { negativaBeslut } from '../handlaggning.ts'
import { underlaget } from '../underlag.ts'
import { ejAktuellt, faktaOm, fraga, nod, underlagAv, uppfyllt, vantar } from './hjalp.ts'

const svarPa = (l: Slage, nyckel: string) => l.svar.filter((s) => s.nyckel === nyckel)

/** After a decision that goes against the person: call, offer a transition meeting, tell of workplace support (D002, F003, A048). */
export const efterBeslutssteg: Steg<Sjukpenningfakta> = {
  namn: 'efterBeslut',
  rubrik: 'Efter beslutet',
  lagrum: flera('FL 6'),
  prova(lage, idag): Utfall[] {
    const l = lage as Slage
    const beslut = negativaBeslut(l)
    const avvisade = avvisningar(l)
    if (beslut.length + avvisade.length === 0) return [ejAktuellt('Inget beslut går personen emot.')]
    return [...avvisade.map((b) => samtal(l, b, idag)), ...beslut.flatMap((b) => [samtal(l, b, idag), omstallning(l, b), apr(l, b)])]
  },
}

function samtal(l: Slage, b: Beslut, idag: string): Utfall {
  const nyckel = `samtal:${b.id}`
  const forsok = svarPa(l, nyckel)
  const sista = forsok.at(-1)
  const resultat = (sista?.svar as { resultat: string; text: string } | undefined)?.resultat
  if (sista && resultat !== 'svaradeInte') return uppfyllt(nod(nyckel, 'Samtal om beslutet', ['FL 6'], 'uppfyllt', (sista.svar as { text: string }).text, [faktaOm('Försök', String(forsok.length))]))
  if (sista) {
    const nasta = narmasteVardag(plusDagar(sista.dag, 1))
    if (idag < nasta) return vantar({ pa: 'tid', paNamn: 'Nytt försök', vad: 'Ring personen om beslutet', varfor: `Försök ${forsok.length} ${medManadsnamn(sista.dag)} gav inget svar.`, sedan: sista.dag, till: nasta, lagrum: ['FL 6'] })
  }
  return fraga({
    nyckel, kod: 'samtal', rubrik: 'Ring och förklara beslutet', hjalp: 'Ett beslut som går personen emot kompletteras med ett samtal: vad beslutet betyder, varför, vad som händer nu och hur man begär omprövning.',
    lagrum: ['FL 6'], paGrundval: { beslut: b.id, forsok: forsok.length }, varforNu: forsok.length ? `${forsok.length} försök utan svar.` : `Beslut ${medManadsnamn(b.dag)}.`, formular: { beslut: b.id, rader: b.rader.length ? b.rader.map(radtext) : [b.motivering.avgorande], forsok: forsok.map((s) => ({ dag: s.dag, av: s.av.namn })) },
  })
}

function omstallning(l: Slage, b: Beslut): Utfall {
  const nyckel = `omstallning:${b.id}`
  if (!b.rader.some((r) => r.avslagsskal === 'klararNormaltForekommande' || r.avslagsskal === 'klararAnnatLampligt')) return ejAktuellt('Omställningsmöte erbjuds den som bedöms klara ett normalt förekommande arbete.')
  const s = svarPa(l, nyckel).at(-1)
  if (s) return uppfyllt(nod(nyckel, 'Omställningsmöte', ['FL 6'], 'uppfyllt', `Erbjudet ${medManadsnamn(s.dag)}: ${(s.svar as { text: string }).text}`))
  return fraga({
    nyckel, kod: 'omstallning', rubrik: 'Erbjud omställningsmöte med Arbetsförmedlingen', hjalp: 'Erbjuds alla som inte längre får sjukpenning för att de bedöms klara ett normalt förekommande arbete: Arbetsförmedlingens stöd, a-kassa, aktivitetsstöd. Fysiskt eller digitalt efter personens behov.',
    lagrum: ['FL 6', 'FL 8'], paGrundval: { beslut: b.id }, varforNu: `Avslag ${medManadsnamn(b.dag)}: klarar normalt förekommande arbete.`, formular: { beslut: b.id },
  })
}

function apr(l: Slage, b: Beslut): Utfall {
  const nyckel = `apr:${b.id}`
  const s = svarPa(l, nyckel).at(-1)
  if (s) return uppfyllt(nod(nyckel, 'Arbetsplatsinriktat rehabiliteringsstöd', ['FL 6'], 'uppfyllt', (s.svar as { skal: string }).skal))
  return fraga({
    nyckel, kod: 'apr', rubrik: 'Informera om arbetsplatsinriktat rehabiliteringsstöd', hjalp: 'När sjukpenning inte lämnas kan arbetsgivaren ändå få bidrag för att utreda, planera och genomföra åtgärder på arbetsplatsen.',
    lagrum: ['FL 6'], paGrundval: { beslut: b.id }, varforNu: `Beslut ${medManadsnamn(b.dag)}.`, formular: { beslut: b.id },
  })
}

/** A changed fact that touches decided days: the difference is shown, a human decides (113 kap. 3, 5 §§). */
export const andringssteg: Steg<Sjukpenningfakta> = {
  namn: 'andring',
  rubrik: 'Ändring av beslut',
  lagrum: flera('113:3', '113:5'),
  prova(lage, idag): Utfall[] {
    const l = lage as Slage
    const u = underlaget(l, idag)
    const ut = omrakningar(l, u).map((o): Utfall => {
      const nyckel = `andring:${o.beslut.id}`
      const grund = { beslut: o.beslut.id, skillnad: o.skillnad }
      const s = svarPa(l, nyckel).at(-1)
      if (s?.underlag === underlagAv(grund)) return uppfyllt(nod(nyckel, 'Ändring av beslut', ['113:3'], 'uppfyllt', (s.svar as { skal: string }).skal))
      const tecken = o.skillnad.kronor > 0 ? '+' : ''
      return fraga({
        nyckel, kod: 'andring', rubrik: 'Ändra ett fattat beslut?', hjalp: 'En uppgift har ändrats sedan beslutet. Visar den att beslutet blev oriktigt ska det ändras, men inte till personens nackdel när ersättningen redan har förfallit till betalning.',
        lagrum: ['113:3', '113:5', '113:6'], paGrundval: grund, varforNu: `Beslutet ${medManadsnamn(o.beslut.dag)} skulle bli ${tecken}${o.skillnad.kronor} kr på de uppgifter som finns nu.`, formular: { beslut: o.beslut.id, dag: o.beslut.dag, skillnad: o.skillnad }, period: o.beslut.period,
      })
    })
    return ut.length ? ut : [ejAktuellt('Inget fattat beslut berörs av nya uppgifter.')]
  },
}

/** Requests for omprövning: in time, once, by another officer, never to the person's disadvantage (113 kap. 7–8, 19 §§). */
export const omprovningssteg: Steg<Sjukpenningfakta> = {
  namn: 'omprovning',
  rubrik: 'Omprövning',
  lagrum: flera('113:7', '113:8', '113:19'),
  prova(lage): Utfall[] {
    const l = lage as Slage
    if (l.omprovningar.length === 0) return [ejAktuellt('Ingen omprövning är begärd.')]
    return l.omprovningar.map((o) => omprovning(l, o))
  },
}

function omprovning(l: Slage, o: Omprovningsbegaran): Utfall {
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
