import { arOppen, type Begaran, type Beslut, type Lage, type Overklagande, type Steg, type Utfall } from '@atergang/arende'
import { medManadsnamn, plusDagar, type Datum } from '@atergang/kalender'
import { aprAterkravsfrist, aprAterkravsgrund, flera, overklagandeSenastFL, vardetDen } from '@atergang/regelverk'
import { ejAktuellt, faktaOm, fraga, nod, uppfyllt, vantar } from '../../../gemensamt/steg.ts'
import { visaAnstalld } from '../../anstalld.ts'
import { kronortext } from '../../berakning/index.ts'
import { INNEHALL } from '../../insatser/innehall.ts'
import { KONTROLLFYND } from '../../urval/kontrollfynd.ts'
import { ansokanMed } from '../ansokningar.ts'
import { fakt, type Alage, type Aprfakta, type Kontroll } from '../fakta.ts'
import { andringsnyckel, andringssvaret, avvikelser } from '../forslag.ts'
import type { AterkravsInnehall, Aprbeslut } from '../rakning.ts'
import { APRSKAL } from '../skal.ts'
import { GRUNDER_37, type Forfallensvar, type Fyndsvar } from '../svar.ts'

type Fakta = Record<string, unknown> & Aprfakta
const kr = kronortext

// --- after-control (15 §) ---------------------------------------------------------------------------

export const kontrollbegaran = (l: Alage, omgang: string): Begaran | undefined =>
  l.begaran.findLast((b) => b.typ === 'aprKontroll' && b.om === omgang)
export const fyndnyckel = (omgang: string, ansokanId: string): string => `aprFynd:${omgang}:${ansokanId}`
const fyndsvar = (l: Alage, k: Kontroll, ansokanId: string) => l.svar.findLast((s) => s.nyckel === fyndnyckel(k.omgang, ansokanId))
/** The applications of the control that had paid for something when they were drawn: where nothing was paid there is nothing to find. */
export const attGranska = (l: Alage, k: Kontroll): readonly string[] =>
  k.ansokningar.filter((id) => kontrolleradeRader(l, k.omgang, id).length > 0)
export const kontrollenKlar = (l: Alage, k: Kontroll): boolean => fakt(l, 'kontrollresultat').some((f) => f.varde.omgang === k.omgang)

/** The rows that are controlled: those that gave money when the round drew. */
export function kontrolleradeRader(l: Alage, omgang: string, ansokanId: string) {
  const uttagen = fakt(l, 'kontroll').find((f) => f.varde.omgang === omgang)?.registrerad ?? ''
  const da = l.beslut.findLast((b) => b.avser === ansokanId && (b.typ === 'slutligt' || b.typ === 'andring') && b.tid <= uttagen) as
    Aprbeslut | undefined
  return (da?.innehall.rader ?? []).filter((r) => r.belopp > 0)
}

export const kontrollsteg: Steg<Fakta> = {
  namn: 'kontroll',
  rubrik: 'Efterkontroll',
  lagrum: flera('förordning (2014:67) 15'),
  prova(lage, idag): readonly Utfall[] {
    const l = lage as Alage
    const kontroller = fakt(l, 'kontroll').map((f) => f.varde)
    return kontroller.length
      ? kontroller.flatMap((k) => enKontroll(l, k, idag))
      : [ejAktuellt('Arbetsgivaren är inte uttagen till efterkontroll.')]
  },
}

function enKontroll(l: Alage, k: Kontroll, idag: Datum): Utfall[] {
  const n = `kontroll:${k.omgang}`
  const resultat = fakt(l, 'kontrollresultat').find((f) => f.varde.omgang === k.omgang)
  if (resultat)
    return [
      uppfyllt(
        nod(
          n,
          'Efterkontroll',
          ['förordning (2014:67) 15'],
          'uppfyllt',
          resultat.varde.felbelopp ? `För mycket utbetalt: ${kr(resultat.varde.felbelopp)} kr.` : 'Inget för mycket utbetalt.',
        ),
      ),
    ]
  const b = kontrollbegaran(l, k.omgang)
  if (b && arOppen(b) && (b.senast >= idag || b.paminnelser.length === 0)) {
    return [
      vantar({
        pa: 'arbetsgivare',
        paNamn: b.tillNamn,
        vad: `Underlag till efterkontroll ${k.omgang}`,
        varfor: b.paminnelser.length ? 'Arbetsgivaren är påmind.' : 'Arbetsgivaren har fått frågan.',
        sedan: b.skickad,
        till: plusDagar(b.senast, 1),
        lagrum: ['förordning (2014:67) 15'],
      }),
    ]
  }
  const underlag = fakt(l, 'kontrollunderlag').filter((f) => f.varde.omgang === k.omgang)
  const utan = underlag.length === 0
  const ogjorda = attGranska(l, k).filter((id) => !fyndsvar(l, k, id))
  if (ogjorda.length) return ogjorda.map((id) => fyndfragan(l, k, id, utan))
  const fynd = attGranska(l, k).flatMap((id) => (fyndsvar(l, k, id)!.svar as Fyndsvar).rader)
  const fel = fynd.filter((f) => KONTROLLFYND[f.kod].belopp)
  return [
    fraga({
      nyckel: `aprKontrollklar:${k.omgang}`,
      kod: 'aprKontrollklar',
      rubrik: 'Avsluta efterkontrollen',
      hjalp: fel.length
        ? 'Fynden gör att beslut behöver ändras. Det sker i egna steg, med brev om varje ändring.'
        : 'Arbetsgivaren får ett brev om att underlaget stämmer.',
      lagrum: ['förordning (2014:67) 15'],
      paGrundval: { fynd: attGranska(l, k).map((id) => fyndsvar(l, k, id)!.id) },
      varforNu: 'Alla ansökningar i kontrollen är granskade.',
      formular: { omgang: k.omgang, rader: fynd.length, fel: fel.length },
    }),
  ]
}

function fyndfragan(l: Alage, k: Kontroll, ansokanId: string, utanUnderlag: boolean): Utfall {
  const underlag = fakt(l, 'kontrollunderlag').filter((f) => f.varde.omgang === k.omgang)
  const a = ansokanMed(l, ansokanId)
  return fraga({
    nyckel: fyndnyckel(k.omgang, ansokanId),
    kod: 'aprFynd',
    rubrik: 'Vad visar efterkontrollen?',
    hjalp:
      'Pröva om arbetsgivaren har sökt för de kostnader som insatserna verkligen innebar. Om insatsen passade eller hjälpte prövas inte. Har arbetsgivaren inte svarat trots påminnelse väljer du det.',
    lagrum: ['förordning (2014:67) 15'],
    paGrundval: { omgang: k.omgang, ansokanId, underlag: underlag.map((f) => f.id) },
    varforNu: utanUnderlag ? 'Inget underlag har kommit trots påminnelse.' : 'Underlag har kommit in.',
    formular: {
      omgang: k.omgang,
      ansokanId,
      inkom: a?.inkom ?? null,
      utanUnderlag,
      rader: kontrolleradeRader(l, k.omgang, ansokanId).map((r) => {
        const u = underlag.flatMap((f) => f.varde.rader).filter((x) => x.radId === r.radId)
        return {
          radId: r.radId,
          anstalld: visaAnstalld(r.anstalld),
          insatsdag: r.insatsdag,
          kostnad: r.kostnad,
          belopp: r.belopp,
          faktura: a?.rader.find((x) => x.radId === r.radId)?.faktura ?? null,
          handlingar: u.flatMap((x) => x.handlingar),
          insatsuppgift: u
            .map((x) => x.insatsuppgift)
            .filter(Boolean)
            .join('\n'),
          innehall: [...new Set(u.flatMap((x) => x.innehall))].map((i) => INNEHALL[i].namn),
        }
      }),
    },
  })
}

// --- a decision that may be wrong (36–38 §§ FL) -----------------------------------------------------

export const andringssteg: Steg<Fakta> = {
  namn: 'andring',
  rubrik: 'Ska beslutet ändras?',
  lagrum: flera('FL 36', 'FL 37', 'FL 38'),
  prova(lage): readonly Utfall[] {
    const l = lage as Alage
    const alla = avvikelser(l)
    if (alla.length === 0) return [ejAktuellt('Inget talar för att ett beslut är felaktigt.')]
    return alla.map((x) => {
      const s = andringssvaret(l, x)
      if (s)
        return uppfyllt(
          nod(
            `andring:${x.a.ansokanId}`,
            'Ska beslutet ändras?',
            ['FL 37'],
            'uppfyllt',
            s.svar.val === 'behall' ? `Beslutet står fast. ${s.svar.skal}` : s.svar.skal,
          ),
        )
      const skal = [...new Set(x.ny.rader.flatMap((r) => r.skal ?? []))].map((k) => APRSKAL[k].text)
      return fraga({
        nyckel: andringsnyckel(x.a),
        kod: 'aprAndring',
        rubrik: x.skillnad < 0 ? 'Arbetsgivaren har fått för mycket' : 'Arbetsgivaren kan ha fått för lite',
        hjalp:
          x.skillnad < 0
            ? 'Ett gynnande beslut får ändras till nackdel bara på en av grunderna i 37 § andra stycket. Finns ingen av dem står beslutet fast.'
            : 'Det har blivit utrymme under taken, eller uppgifterna är andra. Är beslutet uppenbart felaktigt ska det ändras om det kan ske snabbt och enkelt (38 §).',
        lagrum: ['FL 36', 'FL 37', 'FL 38'],
        paGrundval: x.grund,
        varforNu: `Med det som nu är känt hade ansökan gett ${kr(x.ny.belopp)} kr. Beslutet gav ${kr(x.beslut.innehall.belopp)} kr.`,
        formular: {
          ansokanId: x.a.ansokanId,
          inkom: x.a.inkom,
          beslut: { id: x.beslut.id, dag: x.beslut.dag, belopp: x.beslut.innehall.belopp, rader: x.beslut.innehall.rader },
          ny: x.ny,
          skal,
          grunder: GRUNDER_37,
          riktning: x.skillnad < 0 ? 'nackdel' : 'fordel',
        },
      })
    })
  },
}

// --- recovery: the rule is not in the sources --------------------------------------------------------

/** Changes that gave less than had been paid. */
const minskningar = (l: Alage): readonly Aprbeslut[] =>
  (l.beslut.filter((b) => b.typ === 'andring') as Aprbeslut[]).filter((b) => b.innehall.belopp < b.innehall.tidigare!.belopp)
type Aterkravsbeslut = Beslut & { readonly innehall: AterkravsInnehall }
export const aterkraven = (l: Alage) => l.beslut.filter((b) => b.typ === 'aterkrav') as readonly Aterkravsbeslut[]
export const aterbetalt = (l: Alage, beslutId: string): number =>
  fakt(l, 'aterbetalning')
    .filter((f) => f.varde.beslutId === beslutId)
    .reduce((s, f) => s + f.varde.belopp, 0)
const forfallen = (l: Alage, beslutId: string) =>
  l.svar.findLast((s) => s.nyckel === `aprForfallet:${beslutId}`)?.svar as Forfallensvar | undefined

/** What is asked back, neither paid nor written off. */
export const utestaende = (l: Alage): boolean =>
  aterkraven(l).some((b) => aterbetalt(l, b.id) < b.innehall.belopp && forfallen(l, b.id)?.val !== 'avskriv')

export const aterkravssteg: Steg<Fakta> = {
  namn: 'aterkrav',
  rubrik: 'Återkrav',
  lagrum: [],
  prova(lage, idag): readonly Utfall[] {
    const l = lage as Alage
    const alla = minskningar(l)
    return alla.length ? alla.map((b) => aterkravet(l, b, idag)) : [ejAktuellt('Inget har betalats för mycket.')]
  },
}

function aterkravet(l: Alage, b: Aprbeslut, idag: Datum): Utfall {
  const n = `aterkrav:${b.id}`
  const mer = b.innehall.tidigare!.belopp - b.innehall.belopp
  const svar = l.svar.findLast((s) => s.nyckel === `aprAterkrav:${b.id}`)?.svar as { val: string; skal: string } | undefined
  if (svar?.val === 'avsta') return uppfyllt(nod(n, 'Återkrav', [], 'uppfyllt', `Pengarna krävs inte tillbaka. ${svar.skal}`))
  const krav = aterkraven(l).find((x) => x.innehall.avBeslut === b.id)
  if (!krav) {
    return fraga({
      nyckel: `aprAterkrav:${b.id}`,
      kod: 'aprAterkrav',
      rubrik: 'Ska pengarna krävas tillbaka?',
      hjalp: `Om och hur stödet krävs tillbaka finns inte i källorna (inställningen aprAterkravsgrund: ${vardetDen(aprAterkravsgrund, idag)}). Ta reda på regeln i förordningen innan du beslutar, och skriv den i skälen.`,
      lagrum: ['FL 32'],
      paGrundval: { beslut: b.id },
      varforNu: `Beslutet ändrades ${medManadsnamn(b.dag)} till ${kr(b.innehall.belopp)} kr. ${kr(mer)} kr är utbetalt för mycket.`,
      formular: {
        beslutId: b.id,
        ansokanId: b.innehall.ansokanId,
        hogst: mer,
        grundISkallorna: false,
        betalasSenast: plusDagar(idag, vardetDen(aprAterkravsfrist, idag)),
      },
    })
  }
  const kvar = krav.innehall.belopp - aterbetalt(l, krav.id)
  if (kvar <= 0) return uppfyllt(nod(n, 'Återkrav', [], 'uppfyllt', `${kr(krav.innehall.belopp)} kr är återbetalda.`))
  const f = forfallen(l, krav.id)
  if (f?.val === 'avskriv') return uppfyllt(nod(n, 'Återkrav', [], 'uppfyllt', `${kr(kvar)} kr är avskrivna. ${f.skal}`))
  const till = f?.val === 'avvakta' && f.till > krav.innehall.senast ? f.till : krav.innehall.senast
  if (idag <= till)
    return vantar({
      pa: 'arbetsgivare',
      paNamn: 'Arbetsgivaren',
      vad: `Återbetalning, ${kr(kvar)} kr kvar`,
      varfor: `Krävdes tillbaka ${medManadsnamn(krav.dag)}.`,
      sedan: krav.dag,
      till: plusDagar(till, 1),
      lagrum: [],
    })
  return fraga({
    nyckel: `aprForfallet:${krav.id}`,
    kod: 'aprForfallet',
    rubrik: 'Återbetalningen har inte kommit',
    hjalp: 'Registrera det som har betalats bland fakta. Annars ger du mer tid, eller avskriver kravet.',
    lagrum: ['FL 9'],
    paGrundval: { krav: krav.id, till, betalt: aterbetalt(l, krav.id) },
    varforNu: `${kr(kvar)} kr skulle ha betalats senast ${medManadsnamn(till)}.`,
    formular: { beslutId: krav.id, kvar, tidigast: idag },
  })
}

// --- appeals (43–46 §§ FL) ---------------------------------------------------------------------------

export const overklagandenyckel = (o: Pick<Overklagande, 'id'>): string => `overklagande:${o.id}`
export const overklagandetKlart = (l: Pick<Lage, 'beslut' | 'svar'>, o: Overklagande): boolean =>
  o.overlamnat !== undefined ||
  l.beslut.some((b) => b.typ === 'overklagande' && b.orsak === o.id) ||
  (l.svar.findLast((s) => s.nyckel === overklagandenyckel(o))?.svar as { val?: string } | undefined)?.val === 'inteOverklagande'

export const overklagandesteg: Steg<Fakta> = {
  namn: 'overklagande',
  rubrik: 'Överklagande',
  lagrum: flera('FL 43', 'FL 44', 'FL 45', 'FL 46'),
  prova(lage): readonly Utfall[] {
    const l = lage as Alage
    if (l.overklaganden.length === 0) return [ejAktuellt('Inget beslut är överklagat.')]
    return l.overklaganden.map((o) => {
      const n = overklagandenyckel(o)
      if (o.overlamnat)
        return uppfyllt(
          nod(n, 'Överklagande', ['FL 46'], 'uppfyllt', `Överlämnat till ${o.overlamnat.domstol} ${medManadsnamn(o.overlamnat.dag)}.`),
        )
      if (overklagandetKlart(l, o)) return uppfyllt(nod(n, 'Överklagande', ['FL 45'], 'uppfyllt', 'Avvisat, eller inget överklagande.'))
      const b = l.beslut.find((x) => x.id === o.beslutId)!
      const fickDel = l.utskick.find((u) => u.beslutId === b.id)?.fickDel ?? null
      const senast = fickDel ? overklagandeSenastFL(fickDel) : null
      const forSent = senast ? o.inkom > senast : null
      return fraga({
        nyckel: n,
        kod: 'overklagande',
        rubrik: 'Överlämna överklagandet till förvaltningsrätten',
        hjalp:
          'Pröva om det kom in i rätt tid: tre veckor från den dag då arbetsgivaren fick del av beslutet. Visar det att beslutet är uppenbart felaktigt ska det ändras (38 §). Annars lämnas det och handlingarna skyndsamt till domstolen. Hur beslut överklagas finns inte i källorna; riksinställningen aprOverklagande styr.',
        lagrum: ['FL 43', 'FL 44', 'FL 45', 'FL 46'],
        paGrundval: { overklagande: o.id, tillagg: o.tillagg?.length ?? 0 },
        varforNu: forSent
          ? `Överklagandet kom in ${medManadsnamn(o.inkom)}, efter sista dagen ${medManadsnamn(senast!)}.`
          : `Överklagandet kom in ${medManadsnamn(o.inkom)}.`,
        formular: {
          overklagande: o,
          beslut: { id: b.id, dag: b.dag, typ: b.typ, utfall: b.utfall, motivering: b.motivering },
          fickDel,
          senast,
          forSent,
        },
        forklaring: nod(
          n,
          'I rätt tid',
          ['FL 44'],
          forSent === null ? 'oklart' : forSent ? 'ejUppfyllt' : 'uppfyllt',
          senast ? `Sista dag ${medManadsnamn(senast)}.` : 'Det är inte känt när arbetsgivaren fick del av beslutet.',
          fickDel ? [faktaOm('Fick del', fickDel)] : [],
        ),
      })
    })
  },
}
