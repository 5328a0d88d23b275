import {
  indatafel,
  type Beslut,
  type Faktakarta,
  type Fragedefinition,
  type Lage,
  type Motivering,
  type Overklagande,
  type Steg,
  type Utfall,
} from '@atergang/arende'
import { medManadsnamn, periodtext } from '@atergang/kalender'
import { flera, overklagandeSenast } from '@atergang/regelverk'
import { las } from '../../las.ts'
import { overklagandeAvvisatBrev, overlamnandebrev } from '../brev/overklagande.ts'
import { sandBrev } from '../brev/sand.ts'
import { overklagandenyckel, overklagandeSchema, type OverklagandeSvar } from '../skrivelser.ts'
import { ejAktuellt, fraga, nod, uppfyllt } from '../steg.ts'
import { beslutsgrund, beslutshandelser, type Versioner } from './handelser.ts'

/** Appeals: in time or not, and passed on to the court with the file (113 kap. 10–11, 14, 20 §§ SFB; 43–46 §§ förvaltningslagen). */
export const overklagandesteg: Steg<Faktakarta> = {
  namn: 'overklagande',
  rubrik: 'Överklagande',
  lagrum: flera('113:10', '113:11', '113:20', 'FL 45', 'FL 46'),
  prova(l): Utfall[] {
    if (l.overklaganden.length === 0) return [ejAktuellt('Inget beslut är överklagat.')]
    return l.overklaganden.map((o) => overklagandet(l, o))
  },
}

function overklagandet(l: Lage, o: Overklagande): Utfall {
  const nyckel = overklagandenyckel(o)
  if (o.overlamnat)
    return uppfyllt(
      nod(nyckel, 'Överklagande', ['FL 46'], 'uppfyllt', `Överlämnat till ${o.overlamnat.domstol} ${medManadsnamn(o.overlamnat.dag)}.`),
    )
  const avvisat = l.beslut.find((b) => b.typ === 'overklagande' && b.orsak === o.id)
  if (avvisat)
    return uppfyllt(
      nod(
        nyckel,
        'Överklagande',
        ['FL 45', '113:21'],
        'uppfyllt',
        `Avvisat ${medManadsnamn(avvisat.dag)}. ${avvisat.motivering.avgorande}`,
      ),
    )
  const svar = l.svar.findLast((s) => s.nyckel === nyckel)?.svar as OverklagandeSvar | undefined
  if (svar?.val === 'inteOverklagande') return uppfyllt(nod(nyckel, 'Överklagande', ['FL 6'], 'uppfyllt', svar.skal))
  const b = l.beslut.find((x) => x.id === o.beslutId)!
  const fickDel = l.utskick.find((x) => x.beslutId === b.id)?.fickDel ?? null
  const senast = fickDel ? overklagandeSenast(fickDel) : null
  const forSent = senast ? o.inkom > senast : null
  return fraga({
    nyckel,
    kod: 'overklagande',
    rubrik: 'Överlämna överklagandet till förvaltningsrätten',
    hjalp: `${o.sagt === 'omprovning' ? 'Personen begär omprövning, men frågan kan inte omprövas igen: skrivelsen behandlas som ett överklagande. Är det oklart vad personen vill, fråga. ' : ''}Pröva om överklagandet kom in i rätt tid. Visar det att beslutet är uppenbart oriktigt ska det ändras (3 §). Annars lämnas det och handlingarna skyndsamt till domstolen. Rätt domstol följer av personens hemortskommun när det första beslutet fattades.`,
    lagrum: [
      ...(b.typ === 'omprovning' && b.utfall !== 'avvisat' ? ['113:10'] : ['113:11']),
      '113:14',
      '113:15',
      '113:20',
      'FL 45',
      'FL 46',
    ],
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
      period: periodtext(b.period),
    },
    period: b.period,
  })
}

/** Passing an appeal on is nobody's judgement of it: only whether it came in time is tried here (45–46 §§ förvaltningslagen). */
export const overklagandefraga = (v: Versioner): Fragedefinition<Faktakarta, OverklagandeSvar> => ({
  kod: 'overklagande',
  las(varde, fraga) {
    const s = las(overklagandeSchema, varde)
    const f = fraga.formular as { forSent: boolean | null }
    if (s.val === 'avvisa' && f.forSent !== true)
      throw indatafel(
        'iTid',
        f.forSent === false
          ? 'Överklagandet kom in i tid och kan inte avvisas.'
          : 'Det är inte känt när personen fick del av beslutet. Då kan överklagandet inte avvisas för att det är sent (113 kap. 20 §).',
        [{ falt: 'val', text: 'Överlämna det till förvaltningsrätten.' }],
      )
    return s
  },
  foljder(l, fraga, svar, k) {
    const o = (fraga.formular as { overklagande: Overklagande }).overklagande
    const b = l.beslut.find((x) => x.id === o.beslutId)!
    if (svar.val === 'inteOverklagande') return []
    if (svar.val === 'overlamna') {
      const { handling, utskick } = sandBrev(
        k,
        overlamnandebrev(l, { overklagande: o, beslut: b, domstol: svar.domstol, dag: k.dag, av: k.aktor }),
      )
      return [handling, { typ: 'overklagandeOverlamnat', overklagandeId: o.id, domstol: svar.domstol, utskick }]
    }
    const motivering: Motivering = { avgorande: svar.skal, omstandigheter: '', bedomning: '', saknades: '' }
    const nytt: Beslut = {
      ...beslutsgrund(l, k, v),
      typ: 'overklagande',
      utfall: 'avvisat',
      period: b.period,
      rader: [],
      motivering,
      lagrum: flera('FL 45', '113:20', '113:21'),
      forklaringar: [],
      utbetalning: [],
      medverkande: [],
      orsak: o.id,
    }
    return beslutshandelser(k, nytt, overklagandeAvvisatBrev(l, { overklagande: o, beslut: b, motivering, dag: k.dag, fattatAv: k.aktor }))
  },
})
