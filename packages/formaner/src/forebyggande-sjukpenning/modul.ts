import { gallandeBeslut, type Handelsedata, type Kontext } from '@atergang/arende'
import { medAndraArenden, nyttSystemfaktum } from '../gemensamt/andraArenden.ts'
import { egenKarenstid, egnaAllvarligaDagar } from '../gemensamt/formanstid.ts'
import { betaldaPerioder } from '../gemensamt/utbetalning.ts'
import type { Formansmodul, Omvarld } from '../modul.ts'
import { kapitlet } from './evidens/diagnos.ts'
import { evidensFor } from './evidens/register.ts'
import type { Flage, Registerlage, TidigarePlan } from './fakta.ts'
import { forebyggandeSjukpenning, VAGAR } from './forman.ts'
import { paminnelsebrev } from './kommandon.ts'
import { planAttProva, planerna } from './plan/planlage.ts'
import { evidensfallet } from './plan/uppgifter.ts'
import { forebyggandepost } from './post.ts'
import { arendeutfall } from './statistik/oversikt.ts'
import { ersattaDagar, type Forebyggandepost } from './statistik/post.ts'
import { nettodagarAv } from './statistik/nettodagar.ts'
import { forebyggandevy } from './vy/index.ts'

/** The stance of the register for each treatment to be tried, as it stands today: kept in the case, so that what a judgement was made on can be shown. */
function registerlagen(l: Flage, o: Omvarld, k: Kontext): Handelsedata[] {
  const p = planAttProva(l)
  if (!p) return []
  return p.attProva.flatMap((b) => {
    const fall = evidensfallet(l, b)
    const varde: Registerlage = { ansokan: p.ansokan.id, behandling: b.id, fall, svar: evidensFor(o.evidensregister, fall, k.dag) }
    return nyttSystemfaktum(l, k, {
      namn: 'registerlage',
      varde,
      kalla: 'Evidensregistret',
      samma: (v) => (v as Registerlage).ansokan === p.ansokan.id && (v as Registerlage).behandling === b.id,
    })
  })
}

const UTFALL = {
  godkandOchBeviljad: 'godkänd, ersättning beviljad',
  godkandEjBeviljad: 'godkänd, ingen ersättning',
  delvisGodkand: 'godkänd i en del',
  ejGodkand: 'inte godkänd',
} as const

/** An earlier plan of the person's, side by side with the new one (B029). */
function somTidigarePlan(p: Forebyggandepost): TidigarePlan {
  const utfall = arendeutfall(p)
  return {
    nummer: p.arende,
    inkom: p.inkom,
    behandlingar: p.behandlingar.map((b) => ({
      behandling: b.behandling,
      ...(b.annatText ? { annatText: b.annatText } : {}),
      utforande: b.utforande,
      planeradeTillfallen: b.planeradeTillfallen,
    })),
    diagnoskapitel: [...new Set(p.diagnoser.flatMap((d) => kapitlet(d) ?? []))],
    utfall: utfall ? UTFALL[utfall] : 'inte avgjord',
    nettodagar: nettodagarAv(ersattaDagar(p)),
    fullfoljd: p.avslut?.fullfoljd ?? 'pågår',
    uppfoljning: p.avslut?.uppfoljning ?? '',
  }
}

function tidigarePlaner(l: Flage, o: Omvarld, k: Kontext): Handelsedata[] {
  const poster = (o.egnaPoster as readonly Forebyggandepost[]).filter((p) => p.arende !== l.arende.nummer)
  if (poster.length === 0 || planerna(l).length === 0) return []
  return nyttSystemfaktum(l, k, {
    namn: 'tidigarePlaner',
    varde: { planer: poster.map(somTidigarePlan).sort((a, b) => (a.inkom < b.inkom ? 1 : -1)) },
    kalla: 'Personens tidigare ärenden',
  })
}

export const forebyggandemodul: Formansmodul = {
  forman: forebyggandeSjukpenning,
  arendevy: forebyggandevy,
  vagar: VAGAR,
  paminnelsebrev,
  utdagar: (l) => {
    const galler = l.beslut.filter((b) => gallandeBeslut(l, b) === b)
    return {
      betalda: galler.flatMap((b) =>
        b.utbetalning.filter((r) => r.kronorPerDag > 0).flatMap((r) => betaldaPerioder(r).map((p) => ({ ...p, grad: r.grad }))),
      ),
      sjukdagar: galler.flatMap((b) => b.rader.filter((r) => r.grad > 0).map(({ from, tom }) => ({ from, tom }))),
      // A preventive day has no karensavdrag (27 kap. 28 §): none is left out of the frame.
      ejRaknade: [],
      allvarligSjukdom: egnaAllvarligaDagar(l),
      ...(egenKarenstid(l) === undefined ? {} : { karenstid: egenKarenstid(l) }),
    }
  },
  hamta: (lage, o, k) => {
    const l = lage as Flage
    if (planerna(l).length === 0) return []
    const andra = medAndraArenden(l, o.andraArenden, k, true)
    return l.avslutat ? andra : [...andra, ...tidigarePlaner(l, o, k), ...registerlagen(l, o, k)]
  },
  analyspost: (l) => forebyggandepost(l as Flage),
}
