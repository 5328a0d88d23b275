import { partsnamn, yttratKlart, type Faktakarta, type Lage, type Steg, type Svar, type Utfall } from '@atergang/arende'
import { medManadsnamn, periodtext, type Datum } from '@atergang/kalender'
import { flera } from '@atergang/regelverk'
import { automatiskt, avvaktar, ejAktuellt, faktaOm, fraga, nod, uppfyllt, vantar } from '../steg.ts'
import { totalt } from '../utbetalning.ts'
import { arEgnaSkal, bedomningarna, beredare, beslutsnyckel, type Beredning, type Forslagsgrund } from './beredning.ts'
import { koderFor, type ForslagSvar } from './schema.ts'
import { forslagetsPeriod, type Beslutsvag } from './vag.ts'

/** Names of the four steps, and what must be settled before the first of them. */
export interface Stegnamn {
  readonly efter: readonly string[]
  /** before each name, where a flow has the way twice: ”plan” gives ”planForslag” */
  readonly prefix?: string
  readonly rubriker?: Partial<Record<'forslag' | 'kvalitetssakring' | 'kommunicering' | 'beslut', string>>
}

/** From judgements to decision, for any benefit: propose, assure, communicate, decide. Each proposal goes its own way. */
export function beslutssteg<F extends Faktakarta, G extends Forslagsgrund>(v: Beslutsvag<F, G>, n: Stegnamn): Steg<F>[] {
  const namn = (s: string): string => (n.prefix ? `${n.prefix}${s[0]!.toUpperCase()}${s.slice(1)}` : s)
  const steg = (
    s: 'forslag' | 'kvalitetssakring' | 'kommunicering' | 'beslut',
    rubrik: string,
    lagrum: readonly string[],
    prova: (l: Lage<F>, b: Beredning<G>, idag: Datum) => Utfall,
  ): Steg<F> => ({
    namn: namn(s),
    rubrik: n.rubriker?.[s] ?? rubrik,
    lagrum: flera(...lagrum),
    efter: n.efter,
    prova(l, idag) {
      const berett = v.berett(l, idag)
      return berett.length ? berett.map((b) => prova(l, b, idag)) : [ejAktuellt(v.ejBerett(l, idag))]
    },
  })
  return [
    steg('forslag', 'Förslag till beslut', ['FL 32'], (l, b, idag) => forslaget(v, l, b, idag)),
    steg('kvalitetssakring', 'Kvalitetssäkring', [], (l, b, idag) =>
      b.motivering ? kvaliteten(v, l, b, idag) : avvaktar(namn('forslag')),
    ),
    steg('kommunicering', 'Kommunicering', v.kommuniceringslagrum, (l, b, idag) =>
      arSakrad(b) ? kommuniceringen(v, l, b, idag) : avvaktar(namn('kvalitetssakring')),
    ),
    steg('beslut', 'Beslut', v.beslutslagrum ?? BESLUTSLAGRUM, (l, b, idag) =>
      kanBeslutas(b, idag) ? beslutet(v, l, b, idag) : avvaktar(namn('kommunicering')),
    ),
  ]
}

/** Written, and approved by a specialist when one must. */
const arSakrad = (b: Beredning): boolean =>
  b.motivering !== undefined && (b.kvalitetsskal.length === 0 || b.kvalitet?.svar.utfall === 'godkand')

/** Nothing is left to hear, or to take into account, of the person's side. */
const arKommunicerad = (b: Beredning, idag: Datum): boolean =>
  !b.tillNackdel ||
  b.undantag?.svar.satt === 'undantag' ||
  (b.obehovligt !== undefined && !b.kommunicering) ||
  (b.kommunicering !== undefined &&
    yttratKlart(b.kommunicering, idag) &&
    (b.kommunicering.yttranden.length === 0 || b.yttrande?.svar.andra.length === 0))

function forslaget<F extends Faktakarta, G extends Forslagsgrund>(v: Beslutsvag<F, G>, l: Lage<F>, b: Beredning<G>, idag: Datum): Utfall {
  const nyckel = beslutsnyckel('forslag', b.sak)
  if (b.motivering)
    return (arEgnaSkal(b.motivering) ? automatiskt : uppfyllt)(
      nod(
        nyckel,
        'Förslag till beslut',
        ['FL 32'],
        'beraknat',
        b.motivering.svar.motivering.avgorande,
        v.uppgifter?.(b, l) ?? b.forslag.rader.map((r) => faktaOm(periodtext(r), v.radtext(r, l))),
      ),
    )
  const tidigare = l.svar.findLast((s) => s.nyckel === nyckel)
  const aterlamnad = l.svar.findLast((s) => s.nyckel === beslutsnyckel('kvalitetssakring', b.sak))
  return fraga({
    nyckel,
    kod: 'forslag',
    rubrik: v.hjalp.rubrik(b),
    hjalp: v.hjalp.forslag(b),
    lagrum: ['FL 32'],
    paGrundval: b.grundval,
    varforNu:
      aterlamnad && tidigare && aterlamnad.tid > tidigare.tid
        ? 'Specialisten har lämnat tillbaka förslaget.'
        : 'Alla bedömningar är gjorda.',
    formular: {
      forslag: {
        utfall: b.forslag.utfall,
        rader: b.forslag.rader,
        utbetalning: b.forslag.utbetalning,
        summa: totalt(b.forslag.utbetalning),
      },
      tillNackdel: b.tillNackdel,
      kvalitetsskal: b.kvalitetsskal,
      informationsamnen: v.informationsamnen(b, l),
      bedomningar: bedomningarna(l, b),
      tidigare: tidigare && arUtkastTill(l, b, tidigare) ? tidigare.svar : null,
      aterlamning: aterlamnad?.svar ?? null,
      ...v.forslagsformular(b, l, idag),
    },
    ...forslagetsPeriod(b.forslag),
  })
}

/** Whether reasons written before were written for this decision and its direction: a refusal must hold an assessment, a grant seldom does. */
const arUtkastTill = (l: Lage, b: Beredning, forra: Svar): boolean =>
  forra.tid > (senasteBeslut(l, b.sak)?.tid ?? '') && ((forra.svar as ForslagSvar).motivering.bedomning !== '') === b.tillNackdel

/** The last decision of the matter; of the case, where it holds but one. */
const senasteBeslut = (l: Lage, sak: string) => l.beslut.findLast((x) => !sak || x.avser === sak)

function kvaliteten<F extends Faktakarta, G extends Forslagsgrund>(v: Beslutsvag<F, G>, l: Lage<F>, b: Beredning<G>, idag: Datum): Utfall {
  const nyckel = beslutsnyckel('kvalitetssakring', b.sak)
  if (b.kvalitetsskal.length === 0)
    return ejAktuellt(
      `Behövs inte: ${Object.values(v.kvalitetsskal)
        .map((s) => s[0]!.toLowerCase() + s.slice(1))
        .join(' och ')} gäller inte.`,
    )
  if (b.kvalitet?.svar.utfall === 'godkand')
    return uppfyllt(
      nod(nyckel, 'Kvalitetssäkring', [], 'uppfyllt', b.kvalitet.svar.kommentar || 'Underlaget räcker och lagen är rätt tillämpad.', [
        faktaOm('Godkänt av', b.kvalitet.av.namn, { typ: 'bedomning', text: b.kvalitet.av.namn, id: b.kvalitet.id, datum: b.kvalitet.dag }),
      ]),
    )
  return fraga({
    nyckel,
    kod: 'kvalitetssakring',
    rubrik: 'Kvalitetssäkra förslaget till beslut',
    roll: 'specialist',
    inteFor: beredare(l, b),
    hjalp:
      'Två omdömen om varje bedömning: räcker underlaget, och är lagen rätt tillämpad? Godkänn, eller lämna tillbaka med kod och kommentar.',
    lagrum: b.forslag.lagrum.length ? ['FL 32'] : [],
    paGrundval: b.kvalitetsgrundval,
    varforNu: `${b.kvalitetsskal.map((s) => v.kvalitetsskal[s] ?? s).join(' och ')}.`,
    formular: {
      forslag: { utfall: b.forslag.utfall, rader: b.forslag.rader, summa: totalt(b.forslag.utbetalning) },
      motivering: b.motivering!.svar.motivering,
      bedomningar: bedomningarna(l, b),
      koder: koderFor(l.arende.forman),
      tidigareRundor: l.svar.filter((s) => s.nyckel === nyckel).map((s) => ({ av: s.av.namn, dag: s.dag, svar: s.svar })),
      tidigareMotiveringar: l.svar.filter((s) => s.nyckel === beslutsnyckel('forslag', b.sak)).map((s) => ({ dag: s.dag, svar: s.svar })),
      ...v.kvalitetsformular(b, l, idag),
    },
    ...forslagetsPeriod(b.forslag),
  })
}

function kommuniceringen<F extends Faktakarta, G extends Forslagsgrund>(
  v: Beslutsvag<F, G>,
  l: Lage<F>,
  b: Beredning<G>,
  idag: Datum,
): Utfall {
  const nyckel = beslutsnyckel('kommunicering', b.sak)
  const lagrum = v.kommuniceringslagrum
  if (!b.tillNackdel) return ejAktuellt('Beslutet går inte parten emot.')
  if (b.undantag?.svar.satt === 'undantag')
    return uppfyllt(nod(nyckel, 'Kommunicering', lagrum, 'uppfyllt', `Sänds inte: ${b.undantag.svar.skal}`))
  const k = b.kommunicering
  if (!k && b.obehovligt) return automatiskt(nod(nyckel, 'Kommunicering', lagrum, 'uppfyllt', `Sänds inte: ${b.obehovligt}`))
  if (!k) {
    return fraga({
      nyckel,
      kod: 'kommunicering',
      rubrik: 'Sänd det kommande beslutet',
      hjalp: v.kommuniceringshjalp,
      lagrum,
      paGrundval: { avtryck: b.attKommunicera },
      varforNu: l.kommuniceringar.some((x) => (x.avser ?? '') === b.sak && x.skickad > (senasteBeslut(l, b.sak)?.dag ?? ''))
        ? 'Skälen eller underlaget är inte desamma som när det kommande beslutet sändes.'
        : 'Beslutet går parten emot, helt eller delvis.',
      formular: { rader: b.forslag.rader, ...v.forslagsformular(b, l, idag) },
      ...forslagetsPeriod(b.forslag),
    })
  }
  if (!yttratKlart(k, idag)) {
    return vantar({
      pa: v.partsroll ?? (l.arende.part.slag === 'person' ? 'forsakrad' : 'arbetsgivare'),
      paNamn: partsnamn(l.arende.part),
      vad: 'Yttrande över det kommande beslutet',
      varfor: k.yttranden.length
        ? 'Ett yttrande har kommit men mer kan läggas till. Sägs att inget mer kommer behöver tiden inte väntas ut.'
        : 'Parten har rätt att yttra sig innan beslutet fattas. Muntligt går bra.',
      sedan: k.skickad,
      till: k.senast,
      lagrum: [...lagrum.slice(0, 1), 'FL 24'],
    })
  }
  if (k.yttranden.length === 0)
    return uppfyllt(
      nod(
        nyckel,
        'Kommunicering',
        lagrum,
        'uppfyllt',
        `Det kommande beslutet sändes ${medManadsnamn(k.skickad)}. Inget yttrande kom in till och med ${medManadsnamn(k.senast)}.`,
      ),
    )
  if (b.yttrande && b.yttrande.svar.andra.length === 0)
    return uppfyllt(
      nod(
        nyckel,
        'Kommunicering',
        lagrum,
        'uppfyllt',
        b.yttrande.svar.beaktat,
        k.yttranden.map((y) =>
          faktaOm(`Yttrande ${medManadsnamn(y.dag)} (${y.satt})`, y.text, {
            typ: l.arende.part.slag === 'person' ? 'forsakrad' : 'arbetsgivare',
            text: 'yttrande',
            datum: y.dag,
          }),
        ),
      ),
    )
  return fraga({
    nyckel: beslutsnyckel('yttrande', b.sak),
    kod: 'yttrande',
    rubrik: 'Ta ställning till yttrandet',
    hjalp:
      'Läs vad parten säger. Ändrar det någon bedömning? Då öppnas den igen. Annars skriver du hur du har beaktat yttrandet; det står sedan i beslutet.',
    lagrum,
    paGrundval: b.yttrandegrundval,
    varforNu: `Yttrande kom in ${k.yttranden.at(-1)!.dag}.`,
    formular: { yttranden: k.yttranden, bedomningar: bedomningarna(l, b).filter((x) => v.provbara.includes(x.kod)) },
  })
}

const BESLUTSLAGRUM = ['FL 31', 'FL 32', '112:5']

/** Everything before the decision itself is settled. */
export const kanBeslutas = (b: Beredning, idag: Datum): boolean => arSakrad(b) && arKommunicerad(b, idag)

function beslutet<F extends Faktakarta, G extends Forslagsgrund>(v: Beslutsvag<F, G>, l: Lage<F>, b: Beredning<G>, idag: Datum): Utfall {
  return fraga({
    nyckel: beslutsnyckel('beslut', b.sak),
    kod: 'beslut',
    rubrik: `Fatta beslut: ${v.beslutsrubrik(b)}`,
    hjalp: `Läs brevet. Det du ser är det som sänds och sparas.${v.beslutslagrum ? '' : ' Beslutet gäller genast.'}`,
    lagrum: v.beslutslagrum ?? BESLUTSLAGRUM,
    paGrundval: {
      motivering: b.motivering!.id,
      kvalitet: b.kvalitet?.id ?? null,
      kommunicering: b.kommunicering?.id ?? null,
      yttrande: b.yttrande?.id ?? null,
      undantag: b.undantag?.id ?? null,
    },
    varforNu: 'Allt är prövat.',
    formular: {
      utfall: b.forslag.utfall,
      rader: b.forslag.rader,
      utbetalning: b.forslag.utbetalning,
      summa: totalt(b.forslag.utbetalning),
      motivering: b.motivering!.svar.motivering,
      ...(arEgnaSkal(b.motivering!) ? { farTillagga: true } : {}),
      ...(b.obehovligt && !b.kommunicering ? { obehovligt: b.obehovligt } : {}),
      ...v.forslagsformular(b, l, idag),
    },
    ...forslagetsPeriod(b.forslag),
  })
}
