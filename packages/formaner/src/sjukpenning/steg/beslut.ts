import { yttratKlart, personen, personnamn, type Steg, type Svar, type Utfall } from '@atergang/arende'
import { medManadsnamn, periodtext } from '@atergang/kalender'
import { flera } from '@atergang/regelverk'
import { PROVNINGSNAMN, bedomning } from '../bedomning.ts'
import type { Sjukpenningfakta, Slage } from '../fakta.ts'
import { forslaget, radtext } from '../forslag.ts'
import { beredare, beredning, BESLUTSNYCKEL, FORSLAGSNYCKEL, KOMMUNICERINGSNYCKEL, KVALITETSNYCKEL, YTTRANDENYCKEL, type Beredning, type ForslagSvar } from '../handlaggning.ts'
import { amnenFor } from '../information.ts'
import { underlaget } from '../underlag.ts'
import { totalt } from '../utbetalning.ts'
import { ejProvat } from './ejprovat.ts'
import { automatiskt, ejAktuellt, ejUppfyllt, faktaOm, fraga, nod, uppfyllt, vantar } from './hjalp.ts'

const BEDOMDA = ['anmalan', 'ansokan', 'sgi', 'forsta14', 'behovsanstalld', 'lonUnderSjukdom', 'alder', 'arbetsformaga', 'rehabilitering']

export const berakningssteg: Steg<Sjukpenningfakta> = {
  namn: 'berakning',
  rubrik: 'Beräkning',
  lagrum: flera('27:19', '27:21', '27:27', '28:7', '28:10'),
  efter: BEDOMDA,
  prova(lage, idag): Utfall[] {
    const l = lage as Slage
    const u = underlaget(l, idag)
    const f = forslaget(l, u)
    if (!f) return [ejAktuellt(ejProvat(u))]
    if (f.saknas.length) return [vantar({ pa: 'tid', paNamn: 'Regelverket', vad: 'Uppgift som beräkningen behöver', varfor: f.saknas.join(' '), sedan: idag, till: null, lagrum: ['28:10'] })]
    const rader = f.utbetalning.map((r) => ({ ...r.forklaring, rubrik: `${periodtext(r)}: ${r.kronorPerDag} kr per dag` }))
    return [automatiskt({ ...nod('berakning', 'Beräkning', ['28:10'], 'beraknat', `${f.utbetalning.reduce((n, r) => n + r.dagar, 0)} dagar.`, [], rader), resultat: `${totalt(f.utbetalning)} kr` })]
  },
}

/** Runs `f` on the preparation of the coming decision, or says that there is nothing to prepare. */
function medBeredning(l: Slage, idag: Parameters<Steg<Sjukpenningfakta>['prova']>[1], f: (b: Beredning) => Utfall[]): Utfall[] {
  const u = underlaget(l, idag)
  const b = beredning(l, u)
  return b ? f(b) : [ejAktuellt(ejProvat(u))]
}

export const forslagssteg: Steg<Sjukpenningfakta> = {
  namn: 'forslag',
  rubrik: 'Förslag till beslut',
  lagrum: flera('FL 32'),
  efter: ['berakning'],
  prova: (lage, idag) =>
    medBeredning(lage as Slage, idag, (b) => {
      const l = lage as Slage
      if (b.motivering) return [uppfyllt(nod('forslag', 'Förslag till beslut', ['FL 32'], 'beraknat', b.motivering.svar.motivering.avgorande, b.forslag.rader.map((r) => faktaOm(periodtext(r), radtext(r)))))]
      const tidigare = l.svar.findLast((s) => s.nyckel === FORSLAGSNYCKEL)
      const aterlamnad = l.svar.findLast((s) => s.kod === 'kvalitetssakring')
      return [
        fraga({
          nyckel: FORSLAGSNYCKEL, kod: 'forslag', rubrik: b.tillNackdel ? 'Motivera förslaget till avslag' : 'Föreslå beslut',
          hjalp: b.tillNackdel ? 'Skriv så att personen förstår: vilken regel som avgör, vilka uppgifter du bygger på, hur du bedömer dem och vad som saknades. Att objektiva fynd saknas är inte i sig ett skäl. Kryssa i vad personen får information om.' : 'Kontrollera dagar, grad och belopp. Kryssa i vad personen får information om.',
          lagrum: ['FL 32'], paGrundval: b.grundval, varforNu: aterlamnad && tidigare && aterlamnad.tid > tidigare.tid ? 'Specialisten har lämnat tillbaka förslaget.' : 'Alla bedömningar är gjorda.',
          formular: {
            forslag: { utfall: b.forslag.utfall, rader: b.forslag.rader, utbetalning: b.forslag.utbetalning, summa: totalt(b.forslag.utbetalning) },
            tillNackdel: b.tillNackdel, kvalitetsskal: b.kvalitetsskal, informationsamnen: amnenFor(...(b.forslag.rader.some((r) => r.grad > 0) ? (['beviljande'] as const) : []), ...(b.tillNackdel ? (['avslag'] as const) : [])), bedomningar: bedomningarna(l, b),
            tidigare: tidigare && arUtkastTill(l, b, tidigare) ? tidigare.svar : null, aterlamning: aterlamnad?.svar ?? null,
          },
          period: b.forslag.period,
        }),
      ]
    }),
}

/** Whether reasons written before were written for this decision and its direction: a refusal must hold an assessment, a grant seldom does. */
const arUtkastTill = (l: Slage, b: Beredning, forra: Svar): boolean =>
  forra.tid > (l.beslut.at(-1)?.tid ?? '') && ((forra.svar as ForslagSvar).motivering.bedomning !== '') === b.tillNackdel

/** The human judgements the proposal rests on, as specialist and officer read them. */
function bedomningarna(l: Slage, b: Beredning) {
  return l.svar.filter((s) => b.forslag.svar.includes(s.id)).map((s) => ({ id: s.id, nyckel: s.nyckel, kod: s.kod, av: s.av.namn, dag: s.dag, svar: s.svar }))
}

export const kvalitetssteg: Steg<Sjukpenningfakta> = {
  namn: 'kvalitetssakring',
  rubrik: 'Kvalitetssäkring',
  lagrum: [],
  efter: ['forslag'],
  prova: (lage, idag) =>
    medBeredning(lage as Slage, idag, (b) => {
      const l = lage as Slage
      if (b.kvalitetsskal.length === 0) return [ejAktuellt('Behövs inte: inget övervägt avslag och ingen första bedömning mot normalt förekommande arbete.')]
      if (b.kvalitet?.svar.utfall === 'godkand') return [uppfyllt(nod('kvalitetssakring', 'Kvalitetssäkring', [], 'uppfyllt', b.kvalitet.svar.kommentar || 'Underlaget räcker och lagen är rätt tillämpad.', [faktaOm('Godkänt av', b.kvalitet.av.namn, { typ: 'bedomning', text: b.kvalitet.av.namn, id: b.kvalitet.id, datum: b.kvalitet.dag })]))]
      const skal = { avslag: 'Handläggaren överväger avslag', forstaNfa: 'Första bedömningen mot normalt förekommande arbete' }
      return [
        fraga({
          nyckel: KVALITETSNYCKEL, kod: 'kvalitetssakring', rubrik: 'Kvalitetssäkra förslaget till beslut', roll: 'specialist', inteFor: beredare(l, b),
          hjalp: 'Två omdömen om varje bedömning: räcker underlaget, och är lagen rätt tillämpad? Godkänn, eller lämna tillbaka med kod och kommentar.',
          lagrum: b.forslag.rader[0] ? ['27:2'] : [], paGrundval: b.kvalitetsgrundval, varforNu: `${b.kvalitetsskal.map((s) => skal[s]).join(' och ')}.`,
          formular: {
            forslag: { utfall: b.forslag.utfall, rader: b.forslag.rader, summa: totalt(b.forslag.utbetalning) }, motivering: b.motivering!.svar.motivering, bedomningar: bedomningarna(l, b), provningsnamn: PROVNINGSNAMN,
            grupper: underlaget(l, idag).grupper.map((g) => ({ nyckel: g.nyckel, from: g.from, tom: g.tom, grundtext: g.grund.text, undantag: g.grund.undantag, svar: bedomning(l, g)?.svar ?? null })),
            tidigareRundor: l.svar.filter((s) => s.kod === 'kvalitetssakring').map((s) => ({ av: s.av.namn, dag: s.dag, svar: s.svar })),
            tidigareMotiveringar: l.svar.filter((s) => s.kod === 'forslag').map((s) => ({ dag: s.dag, svar: s.svar })),
          },
          period: b.forslag.period,
        }),
      ]
    }),
}

export const kommuniceringssteg: Steg<Sjukpenningfakta> = {
  namn: 'kommunicering',
  rubrik: 'Kommunicering',
  lagrum: flera('110:13 a', 'FL 10', 'FL 25'),
  efter: ['kvalitetssakring'],
  prova: (lage, idag) => medBeredning(lage as Slage, idag, (b) => kommuniceringen(lage as Slage, idag, b)),
}

function kommuniceringen(l: Slage, idag: Parameters<Steg<Sjukpenningfakta>['prova']>[1], b: Beredning): Utfall[] {
  if (!b.tillNackdel) return [ejAktuellt('Beslutet går inte personen emot.')]
  if (b.undantag?.svar.satt === 'undantag') return [uppfyllt(nod('kommunicering', 'Kommunicering', ['110:13 a st 2'], 'uppfyllt', `Sänds inte: ${b.undantag.svar.skal}`))]
  const k = b.kommunicering
  if (!k) {
    return [
      fraga({
        nyckel: KOMMUNICERINGSNYCKEL, kod: 'kommunicering', rubrik: 'Sänd det kommande beslutet till personen',
        hjalp: 'Ett ärende om sjukpenning får inte avgöras till personens nackdel utan att personen fått veta innehållet i det kommande beslutet och fått tid att yttra sig.',
        lagrum: ['110:13 a', 'FL 10', 'FL 25'], paGrundval: { avtryck: b.attKommunicera }, varforNu: l.kommuniceringar.some((k) => k.skickad > (l.beslut.at(-1)?.dag ?? '')) ? 'Skälen eller underlaget är inte desamma som när det kommande beslutet sändes.' : 'Beslutet går personen emot, helt eller delvis.', formular: { rader: b.forslag.rader }, period: b.forslag.period,
      }),
    ]
  }
  if (!yttratKlart(k, idag)) {
    return [vantar({ pa: 'forsakrad', paNamn: personnamn(personen(l)), vad: 'Yttrande över det kommande beslutet', varfor: k.yttranden.length ? 'Personen har yttrat sig men kan lägga till mer. Säger personen att inget mer kommer behöver tiden inte väntas ut.' : 'Personen har rätt att yttra sig innan beslutet fattas. Muntligt går bra.', sedan: k.skickad, till: k.senast, lagrum: ['110:13 a', 'FL 24'] })]
  }
  if (k.yttranden.length === 0) return [uppfyllt(nod('kommunicering', 'Kommunicering', ['110:13 a'], 'uppfyllt', `Det kommande beslutet sändes ${medManadsnamn(k.skickad)}. Inget yttrande kom in till och med ${medManadsnamn(k.senast)}.`))]
  if (b.yttrande && b.yttrande.svar.andra.length === 0) return [uppfyllt(nod('kommunicering', 'Kommunicering', ['110:13 a', 'FL 25'], 'uppfyllt', b.yttrande.svar.beaktat, k.yttranden.map((y) => faktaOm(`Yttrande ${medManadsnamn(y.dag)} (${y.satt})`, y.text, { typ: 'forsakrad', text: 'yttrande', datum: y.dag }))))]
  return [
    fraga({
      nyckel: YTTRANDENYCKEL, kod: 'yttrande', rubrik: 'Ta ställning till yttrandet', hjalp: 'Läs vad personen säger. Ändrar det någon bedömning? Då öppnas den igen. Annars skriver du hur du har beaktat yttrandet; det står sedan i beslutet.',
      lagrum: ['110:13 a', 'FL 25'], paGrundval: b.yttrandegrundval, varforNu: `Yttrande kom in ${k.yttranden.at(-1)!.dag}.`, formular: { yttranden: k.yttranden, bedomningar: bedomningarna(l, b).filter((x) => x.kod === 'arbetsformaga') },
    }),
  ]
}

export const beslutssteg: Steg<Sjukpenningfakta> = {
  namn: 'beslut',
  rubrik: 'Beslut',
  lagrum: flera('FL 31', 'FL 32', '112:5'),
  efter: ['kommunicering'],
  prova: (lage, idag) =>
    medBeredning(lage as Slage, idag, (b) => {
      if (!b.motivering) return [ejUppfyllt(nod('beslut', 'Beslut', [], 'oklart', 'Förslaget är inte motiverat.'))]
      return [
        fraga({
          nyckel: BESLUTSNYCKEL, kod: 'beslut', rubrik: { beviljat: 'Fatta beslut: bevilja', delvisAvslag: 'Fatta beslut: bevilja delvis', avslag: 'Fatta beslut: avslå' }[b.forslag.utfall as 'beviljat'],
          hjalp: 'Läs brevet. Det du ser är det som sänds och sparas. Beslutet gäller genast.', lagrum: ['FL 31', 'FL 32', '112:5'],
          paGrundval: { motivering: b.motivering.id, kvalitet: b.kvalitet?.id ?? null, kommunicering: b.kommunicering?.id ?? null, yttrande: b.yttrande?.id ?? null, undantag: b.undantag?.id ?? null },
          varforNu: 'Allt är prövat.', formular: { utfall: b.forslag.utfall, rader: b.forslag.rader, utbetalning: b.forslag.utbetalning, summa: totalt(b.forslag.utbetalning), motivering: b.motivering.svar.motivering }, period: b.forslag.period,
        }),
      ]
    }),
}
