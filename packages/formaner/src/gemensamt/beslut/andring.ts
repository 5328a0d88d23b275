import {
  indatafel,
  konflikt,
  partsnamn,
  yttratKlart,
  type Beslut,
  type Beslutsrad,
  type Brevinnehall,
  type Faktakarta,
  type Faltfel,
  type Fragedefinition,
  type Handelsedata,
  type Kommunicering,
  type Kontext,
  type Lage,
  type Motivering,
  type Steg,
  type Utfall,
} from '@atergang/arende'
import { medManadsnamn, type Datum } from '@atergang/kalender'
import { andringSenast, flera, yttrandeSenast } from '@atergang/regelverk'
import * as z from 'zod'
import { las, text } from '../../las.ts'
import { sandBrev } from '../brev/sand.ts'
import { andringskommunicering, type Andringsbrev } from '../brev/andring.ts'
import { ejAktuellt, fraga, nod, underlagAv, uppfyllt, vantar } from '../steg.ts'
import { totalt } from '../utbetalning.ts'
import { andrat, andringsgrund, andringslaget, redanProvat, type Andringslage, type Omrakning } from './andringslage.ts'
import { beslutsgrund, beslutshandelser, type Versioner } from './handelser.ts'

export type { Omrakning } from './andringslage.ts'

/** Final decisions that now count, newest version of each. */
export const gallandeSlutliga = (l: Lage): Beslut[] =>
  l.beslut.filter((b) => b.typ !== 'interimistiskt' && b.rader.length > 0 && !l.beslut.some((x) => x.ersatter === b.id))

const frivillig = (vad: string) => text(vad).optional()

const andringenSchema = {
  grund: z.enum(['skrivfel', 'underlag', 'rattstillampning'], { message: 'Välj varför beslutet blev oriktigt.' }),
  skal: text('Vad som var fel'),
  /** when days to come would give less: whether they are lowered, or synnerliga skäl speak against it (113 kap. 5 §) */
  kommande: z.enum(['sanks', 'synnerligaSkalMot']).optional(),
  kommandeSkal: frivillig('De synnerliga skälen'),
  /** when two years have passed: what lets it be changed all the same (113 kap. 6 §) */
  efterTvaAr: z.enum(['framkomSenare', 'synnerligaSkal']).optional(),
  efterTvaArSkal: frivillig('Varför beslutet får ändras efter två år'),
}

const andringSchema = z.discriminatedUnion('val', [
  z.object({
    val: z.literal('andra'),
    ...andringenSchema,
    /** 110 kap. 13 a § second paragraph: obvious that nothing can come in that matters */
    utanKommunicering: frivillig('Varför det är uppenbart att personen inte kan komma in med uppgifter som påverkar avgörandet'),
    beaktat: frivillig('Hur yttrandet har beaktats'),
  }),
  z.object({ val: z.literal('kommunicera'), ...andringenSchema }),
  z.object({ val: z.literal('andraInte'), skal: text('Skälet') }),
])
export type AndringSvar = z.infer<typeof andringSchema>
type Andringen = Exclude<AndringSvar, { val: 'andraInte' }>

export const ANDRINGSGRUNDER = { skrivfel: '113:3 st 1 p 1', underlag: '113:3 st 1 p 2', rattstillampning: '113:3 st 1 p 3' } as const

export interface Andringsvag<F extends Faktakarta> {
  readonly versioner: Versioner
  /** ”sjukpenning”, for the heading of a letter */
  readonly forman: string
  omrakningar(l: Lage<F>, idag: Datum): readonly Omrakning[]
  /** how the decision comes out, when its days are decided otherwise */
  utfall?(rader: readonly Beslutsrad[]): Beslut['utfall']
  brev(l: Lage<F>, a: Andringsbrev): Brevinnehall
}

/** What the officer's form shows. */
interface Andringsformular {
  readonly beslut: string
  readonly dag: Datum
  readonly skillnad: Omrakning['skillnad']
  readonly lage: Andringslage
  /** the last day it could be taken up without a ground that holds for longer, when that day is gone */
  readonly tvaArGick: Datum | null
  readonly kommunicerat: (Pick<Kommunicering, 'id' | 'skickad' | 'yttranden'> & { readonly svar: Andringen }) | null
}

const nyckelFor = (o: Omrakning): string => `andring:${o.beslut.id}`

/** What was sent for comment of this very difference, and what has been said of it. */
function kommunicerat(l: Lage, o: Omrakning): { k: Kommunicering; svar: Andringen } | null {
  const nyckel = nyckelFor(o)
  const s = l.svar.findLast((x) => x.nyckel === nyckel && (x.svar as AndringSvar).val === 'kommunicera')
  const k = l.kommuniceringar.findLast((x) => x.avser === nyckel)
  return s && k && k.forslag === underlagAv(andringsgrund(o)) ? { k, svar: s.svar as Andringen } : null
}

/** A changed fact that touches decided days: the difference is shown, a human decides (113 kap. 3, 5, 6 §§). */
export const andringssteget = <F extends Faktakarta>(v: Andringsvag<F>): Steg<F> => ({
  namn: 'andring',
  rubrik: 'Ändring av beslut',
  lagrum: flera('113:3', '113:5', '113:6'),
  prova(l, idag): Utfall[] {
    const ut = v.omrakningar(l, idag).map((o) => provad(l, o, idag))
    return ut.length ? ut : [ejAktuellt('Inget fattat beslut berörs av nya uppgifter.')]
  },
})

function provad(l: Lage, o: Omrakning, idag: Datum): Utfall {
  const nyckel = nyckelFor(o)
  const klar = (varfor: string) => uppfyllt(nod(nyckel, 'Ändring av beslut', ['113:3'], 'uppfyllt', varfor))
  if (redanProvat(o)) return klar('Det som skiljer får inte ändras till personens nackdel. Det är prövat i ändringsbeslutet.')
  const sant = kommunicerat(l, o)
  const grund = andringsgrund(o)
  const paGrundval = sant ? { grund, kommunicering: sant.k.id, yttranden: sant.k.yttranden.length } : grund
  const s = l.svar.findLast((x) => x.nyckel === nyckel)
  const svar = s?.svar as AndringSvar | undefined
  if (svar && svar.val !== 'kommunicera' && s!.underlag === underlagAv(paGrundval)) return klar(svar.skal)
  if (sant && !yttratKlart(sant.k, idag))
    return vantar({
      pa: 'forsakrad',
      paNamn: partsnamn(l.arende.part),
      vad: 'Yttrande över det kommande beslutet',
      varfor: 'Personen har rätt att yttra sig innan beslutet ändras. Muntligt går bra.',
      sedan: sant.k.skickad,
      till: sant.k.senast,
      lagrum: ['110:13 a', 'FL 24'],
    })
  const tecken = o.skillnad.kronor > 0 ? '+' : ''
  const senast = andringSenast(o.beslut.dag)
  const formular: Andringsformular = {
    beslut: o.beslut.id,
    dag: o.beslut.dag,
    skillnad: o.skillnad,
    lage: andringslaget(o, idag),
    tvaArGick: idag > senast ? senast : null,
    kommunicerat: sant ? { id: sant.k.id, skickad: sant.k.skickad, yttranden: sant.k.yttranden, svar: sant.svar } : null,
  }
  return fraga({
    nyckel,
    kod: 'andring',
    rubrik: 'Ändra ett fattat beslut?',
    hjalp:
      'En uppgift har ändrats sedan beslutet. Visar den att beslutet blev oriktigt ska det ändras. Dagar som har förfallit till betalning får inte bli lägre. Dagar som kommer får bli det, om inte synnerliga skäl talar emot.',
    lagrum: ['113:3', '113:5', '113:6'],
    paGrundval,
    varforNu: `${o.varfor ? `${o.varfor} ` : ''}Beslutet ${medManadsnamn(o.beslut.dag)} skulle bli ${tecken}${o.skillnad.kronor} kr på de uppgifter som finns nu.`,
    formular,
    period: o.beslut.period,
  })
}

const SANDS_FORST =
  'Sänd det kommande beslutet till personen först, eller skriv varför det är uppenbart att inget kan komma in som påverkar (110 kap. 13 a §).'

/** What is missing in an answer that changes the decision, field by field. */
function felen(s: Andringen, f: Andringsformular): Faltfel[] {
  const { lage } = f
  const ut: Faltfel[] = []
  const fel = (falt: string, t: string) => ut.push({ falt, text: t })
  if (lage.mindre > 0 && !s.kommande) fel('kommande', 'Svara om dagarna som kommer ska sänkas.')
  if (lage.mindre > 0 && s.kommande === 'synnerligaSkalMot' && !s.kommandeSkal) fel('kommandeSkal', 'Skriv vilka de synnerliga skälen är.')
  if (f.tvaArGick) {
    if (!s.efterTvaAr) fel('efterTvaAr', 'Två år har gått. Välj vad som gör att beslutet får ändras ändå.')
    else if (s.efterTvaAr === 'framkomSenare' && s.grund !== 'underlag')
      fel('efterTvaAr', 'Att något har kommit fram senare räcker bara när underlaget var felaktigt eller ofullständigt.')
    if (!s.efterTvaArSkal) fel('efterTvaArSkal', 'Skriv vad som har kommit fram och när, eller vilka de synnerliga skälen är.')
  }
  const sanker = lage.mindre > 0 && s.kommande === 'sanks'
  if (s.val === 'kommunicera' && !sanker) fel('val', 'Ändringen går inte personen emot. Den behöver inte sändas först.')
  if (s.val === 'andra' && sanker && !f.kommunicerat && !s.utanKommunicering) fel('val', SANDS_FORST)
  if (s.val === 'andra' && sanker && f.kommunicerat) {
    if (f.kommunicerat.svar.skal !== s.skal || f.kommunicerat.svar.grund !== s.grund)
      fel('skal', 'Skälen är inte de som personen har fått yttra sig över. Ändra dem tillbaka, eller sänd det kommande beslutet igen.')
    if (f.kommunicerat.yttranden.length && !s.beaktat) fel('beaktat', 'Skriv hur du har beaktat det som personen har sagt.')
  }
  return ut
}

export const andringsfraga = <F extends Faktakarta>(v: Andringsvag<F>): Fragedefinition<F, AndringSvar> => ({
  kod: 'andring',
  las(varde, f) {
    const s = las(andringSchema, varde)
    if (s.val === 'andraInte') return s
    const formular = f.formular as Andringsformular
    const { mer, mindre } = formular.lage
    if (mer === 0 && (mindre === 0 || s.kommande === 'synnerligaSkalMot'))
      throw indatafel(
        'tillNackdel',
        mindre === 0
          ? 'Beslutet får inte ändras till personens nackdel för ersättning som har förfallit till betalning (113 kap. 5 §).'
          : 'Beslutet får inte ändras till personens nackdel när synnerliga skäl talar emot det (113 kap. 5 §). Då blir det ingen ändring.',
        [{ falt: 'val', text: 'Välj att inte ändra. En fråga om återkrav prövas för sig och finns inte i systemet än.' }],
      )
    const fel = felen(s, formular)
    if (fel.length)
      throw indatafel('andringenOfullstandig', fel.length === 1 ? fel[0]!.text : `${fel.length} uppgifter behöver ändras.`, fel)
    return s
  },
  foljder(l, f, svar, k) {
    if (svar.val === 'andraInte') return []
    const formular = f.formular as Andringsformular
    const o = v.omrakningar(l, k.dag).find((x) => x.beslut.id === formular.beslut)
    if (!o) throw konflikt('inteBerett', 'Skillnaden finns inte längre. Läs om ärendet.')
    return svar.val === 'kommunicera' ? kommunicera(v, l, o, svar, k) : andringsbeslutet(v, l, o, svar, k)
  },
})

/** Sends what the change will be, before days to come are lowered (110 kap. 13 a §, 25 § förvaltningslagen). */
function kommunicera<F extends Faktakarta>(v: Andringsvag<F>, l: Lage<F>, o: Omrakning, svar: Andringen, k: Kontext): Handelsedata[] {
  const senast = yttrandeSenast(k.dag)
  const { handling, utskick } = sandBrev(
    k,
    andringskommunicering(l, {
      forman: v.forman,
      beslut: o.beslut,
      lage: andringslaget(o, k.dag),
      motivering: motiveringen(svar),
      lagrum: ANDRINGSGRUNDER[svar.grund],
      senast,
      dag: k.dag,
    }),
  )
  return [
    handling,
    {
      typ: 'kommunicerad',
      kommunicering: {
        id: k.nyttId(),
        forslag: underlagAv(andringsgrund(o)),
        utskickId: utskick.id,
        avser: nyckelFor(o),
        skickad: k.dag,
        senast,
        yttranden: [],
      },
      utskick,
    },
  ]
}

const motiveringen = (s: Andringen): Motivering => ({
  avgorande: s.skal,
  omstandigheter: '',
  bedomning: [
    s.kommande === 'synnerligaSkalMot' ? s.kommandeSkal : undefined,
    s.efterTvaArSkal,
    s.val === 'andra' ? s.utanKommunicering : undefined,
  ]
    .filter(Boolean)
    .join('\n\n'),
  saknades: '',
})

function andringsbeslutet<F extends Faktakarta>(
  v: Andringsvag<F>,
  l: Lage<F>,
  o: Omrakning,
  svar: Extract<AndringSvar, { val: 'andra' }>,
  k: Kontext,
): Handelsedata[] {
  const sanks = svar.kommande === 'sanks'
  const blir = andrat(o, k.dag, sanks)
  const { mer } = andringslaget(o, k.dag)
  const lagrum = [
    ANDRINGSGRUNDER[svar.grund],
    ...(blir.behallet ? ['113:5'] : []),
    ...(k.dag > andringSenast(o.beslut.dag) ? ['113:6'] : []),
  ]
  const motivering = motiveringen(svar)
  const { behallet: _, ...forra } = o.beslut
  const nytt: Beslut = {
    ...forra,
    ...beslutsgrund(l, k, v.versioner),
    typ: 'andring',
    motivering,
    lagrum: flera(...lagrum),
    ...blir,
    ...(o.rader && v.utfall ? { utfall: v.utfall(blir.rader) } : {}),
    medverkande: [],
    ersatter: o.beslut.id,
    orsak: svar.skal,
  }
  const sant = kommunicerat(l, o)
  return beslutshandelser(
    k,
    nytt,
    v.brev(l, {
      forra: o.beslut,
      nya: blir.utbetalning,
      mer,
      mindre: mer - (totalt(blir.utbetalning) - totalt(o.beslut.utbetalning)),
      motivering,
      kommunicering: sant?.k,
      beaktat: svar.beaktat,
      lagrum,
      dag: k.dag,
      fattatAv: k.aktor,
    }),
  )
}
