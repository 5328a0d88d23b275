import {
  indatafel, konflikt, type Aktor, type Beslut, type Beslutsrad, type Fragedefinition, type Handelsedata, type Motivering, type Overklagande, type Utredning,
} from '@atergang/arende'
import { periodtext, type Datum } from '@atergang/kalender'
import { flera, yttrandeSenast, type Forklaring } from '@atergang/regelverk'
import type * as z from 'zod'
import { las } from '../../las.ts'
import { andringSchema, ANDRINGSGRUNDER, omprovningSchema, omrakningar, type AndringSvar, type OmprovningSvar } from '../andring.ts'
import { beslutsbrev } from '../brev/beslut.ts'
import { andringsbrev, kommuniceringsbrev, omprovningsbrev, periodslutsbrev } from '../brev/ovriga.ts'
import { overklagandeAvvisatBrev, overlamnandebrev } from '../brev/overklagande.ts'
import { sandBrev } from '../brev/sand.ts'
import type { Sjukpenningfakta, Slage } from '../fakta.ts'
import {
  aprSchema, beredning, forslagSchema, kommuniceringSchema, kvalitetssakringSchema, omstallningSchema, samtalSchema, yttrandeSvarSchema, type Beredning, type ForslagSvar, type KommuniceringSvar, type Kvalitetssakring,
} from '../handlaggning.ts'
import { skalskontroll } from '../skalskontroll.ts'
import { beslutsgrund, beslutshandelser } from './beslutshandelser.ts'
import { overklagandeSchema, type OverklagandeSvar } from '../skrivelser.ts'
import { periodslutSchema, type PeriodslutSvar } from '../steg/periodslut.ts'
import { underlaget } from '../underlag.ts'
import { utbetalningsrader } from '../utbetalning.ts'

type Def<S> = Fragedefinition<Sjukpenningfakta, S>
const enkel = <S extends z.ZodType>(kod: string, schema: S): Def<z.output<S>> => ({ kod, las: (v) => las(schema, v) })

const forslag: Def<ForslagSvar> = {
  kod: 'forslag',
  las(v, fraga) {
    const s = las(forslagSchema, v)
    const f = fraga.formular as { tillNackdel: boolean }
    if (!f.tillNackdel) return s
    const fel = [
      ...(s.motivering.omstandigheter.length < 20 ? [{ falt: 'motivering.omstandigheter', text: 'Beskriv de uppgifter som har avgjort, och varifrån de kommer.' }] : []),
      ...(s.motivering.bedomning.length < 20 ? [{ falt: 'motivering.bedomning', text: 'Beskriv hur du bedömer uppgifterna i förhållande till regeln.' }] : []),
      ...(skalskontroll(`${s.motivering.avgorande} ${s.motivering.bedomning}`).length ? [{ falt: 'motivering.bedomning', text: 'Motiveringen bygger på att objektiva undersökningsfynd saknas. Lagen kräver inga sådana fynd. Skriv om.' }] : []),
    ]
    if (fel.length) throw indatafel('motiveringenOfullstandig', fel.length === 1 ? fel[0]!.text : `${fel.length} delar av motiveringen behöver ändras.`, fel)
    return s
  },
}

/** Every judgement put to the specialist has its verdicts, and nothing else has (H003). */
const kvalitetssakring: Def<Kvalitetssakring> = {
  kod: 'kvalitetssakring',
  las(v, fraga) {
    const s = las(kvalitetssakringSchema, v)
    const { bedomningar } = fraga.formular as { bedomningar: readonly { nyckel: string }[] }
    const lamnade = s.omdomen.map((o) => o.nyckel).sort()
    const vantade = bedomningar.map((b) => b.nyckel).sort()
    if (lamnade.join('\n') !== vantade.join('\n')) throw indatafel('omdomenaOfullstandiga', 'Lämna ett omdöme om var och en av bedömningarna.', [{ falt: 'omdomen', text: `Lämna omdöme om varje bedömning, en gång: ${vantade.length} stycken.` }])
    return s
  },
}

const kommunicering: Def<KommuniceringSvar> = {
  kod: 'kommunicering',
  las: (v) => las(kommuniceringSchema, v),
  foljder(lage, _fraga, svar, k) {
    if (svar.satt !== 'sand') return []
    const l = lage as Slage
    const b = beredning(l, underlaget(l, k.dag))!
    const senast = yttrandeSenast(k.dag)
    const innehall = kommuniceringsbrev(l, { rader: b.forslag.rader, motivering: b.motivering!.svar.motivering, senast, dag: k.dag })
    const { handling, utskick } = sandBrev(k, innehall)
    return [handling, { typ: 'kommunicerad', kommunicering: { id: k.nyttId(), forslag: b.attKommunicera, utskickId: utskick.id, skickad: k.dag, senast, yttranden: [] }, utskick }]
  },
}

/** Officials who took part in the final handling without deciding (31 § 5 förvaltningslagen). */
function medverkande(b: Beredning, beslutsfattare: Aktor): Aktor[] {
  return b.kvalitet && b.kvalitet.av.id !== beslutsfattare.id ? [b.kvalitet.av] : []
}

/** Why each step came out as it did: kept with the decision, so that it can always be shown again. */
const stegensForklaringar = (u: Utredning): Forklaring[] => u.steg.flatMap((s) => s.utfall.flatMap((x) => (x.typ === 'uppfyllt' || x.typ === 'ejUppfyllt' ? [x.forklaring] : [])))

const beslut: Def<Record<string, never>> = {
  kod: 'beslut',
  las: () => ({}),
  foljder(lage, _fraga, _svar, k, utredning) {
    const l = lage as Slage
    const u = underlaget(l, k.dag)
    const b = beredning(l, u)
    if (!b?.motivering) throw konflikt('inteBerett', 'Ärendet är inte färdigt att beslutas. Läs om ärendet.')
    const foredragande = b.motivering.av.id === k.aktor.id ? undefined : b.motivering.av
    const deltagare = { dag: k.dag, fattatAv: k.aktor, foredragande, medverkande: medverkande(b, k.aktor) }
    const motivering = { ...b.motivering.svar.motivering }
    const innehall = beslutsbrev(l, { forslag: b.forslag, motivering, information: b.motivering.svar.information, kommunicering: b.kommunicering, beaktat: b.yttrande?.svar.beaktat, ...deltagare })
    const beslutet: Beslut = {
      ...beslutsgrund(l, k), typ: 'slutligt', utfall: b.forslag.utfall, period: b.forslag.period, rader: b.forslag.rader, motivering, lagrum: b.forslag.lagrum,
      forklaringar: stegensForklaringar(utredning), utbetalning: b.forslag.utbetalning, medverkande: deltagare.medverkande, ...(foredragande ? { foredragande } : {}),
    }
    // The person is informed when the letter is sent, not when it is proposed.
    const given = b.motivering.svar.information.map((amne): Handelsedata => ({ typ: 'informationGiven', information: { amne, satt: 'brev', tid: k.tid, av: k.aktor } }))
    return [...beslutshandelser(k, beslutet, innehall), ...given]
  },
}

const andring: Def<AndringSvar> = {
  kod: 'andring',
  las(v, fraga) {
    const s = las(andringSchema, v)
    const f = fraga.formular as { skillnad: { kronor: number } }
    if (s.val === 'andra' && f.skillnad.kronor < 0) throw indatafel('tillNackdel', 'Beslutet får inte ändras till personens nackdel för ersättning som har förfallit till betalning (113 kap. 5 §).', [{ falt: 'val', text: 'Välj att inte ändra. En fråga om återkrav prövas för sig och finns inte i systemet än.' }])
    return s
  },
  foljder(lage, fraga, svar, k) {
    if (svar.val !== 'andra') return []
    const l = lage as Slage
    const o = omrakningar(l, underlaget(l, k.dag)).find((x) => x.beslut.id === (fraga.formular as { beslut: string }).beslut)
    if (!o) throw konflikt('inteBerett', 'Skillnaden finns inte längre. Läs om ärendet.')
    const lagrum = ANDRINGSGRUNDER[svar.grund]
    const motivering: Motivering = { avgorande: svar.skal, omstandigheter: '', bedomning: '', saknades: '' }
    const nytt: Beslut = { ...o.beslut, ...beslutsgrund(l, k), typ: 'andring', motivering, lagrum: flera(lagrum), utbetalning: o.nya, medverkande: [], ersatter: o.beslut.id, orsak: svar.skal }
    return beslutshandelser(k, nytt, andringsbrev(l, { forra: o.beslut, nya: o.nya, kronor: o.skillnad.kronor, skal: svar.skal, lagrum, dag: k.dag, fattatAv: k.aktor }))
  },
}

/** The old rows with the degrees of the new judgement; a lower degree is refused (113 kap. 8 §). */
function omprovadeRader(tidigare: readonly Beslutsrad[], s: Extract<OmprovningSvar, { utfall: 'andras' }>): Beslutsrad[] {
  return tidigare.map((r, i) => {
    const ny = s.rader.find((x) => x.from === r.from && x.tom === r.tom)
    if (!ny) return r
    if (ny.grad < r.grad) throw indatafel('tillNackdel', 'Vid omprövning får beslutet inte ändras till personens nackdel (113 kap. 8 §).', [{ falt: `rader.${i}.grad`, text: `Välj minst den grad som redan är beviljad för ${periodtext(r)}.` }])
    if (ny.grad > r.yrkadGrad) throw indatafel('merAnYrkat', 'Mer än personen har ansökt om kan inte beviljas.', [{ falt: `rader.${i}.grad`, text: 'Välj högst den grad som personen har ansökt om.' }])
    const { avslagsskal: _, ...utanSkal } = r
    return { ...(ny.grad === r.yrkadGrad ? utanSkal : r), grad: ny.grad, utfall: ny.grad > 0 ? 'beviljat' : 'avslag' }
  })
}

const omprovning: Def<OmprovningSvar> = {
  kod: 'omprovning',
  las(v, fraga) {
    const s = las(omprovningSchema, v)
    const f = fraga.formular as { forSent: boolean | null; beslut: { rader: Beslutsrad[] } }
    if (s.utfall === 'avvisas' && f.forSent !== true) throw indatafel('iTid', f.forSent === false ? 'Begäran kom in i tid och kan inte avvisas för att den är sen.' : 'Det är inte känt när personen fick del av beslutet. Då kan begäran inte avvisas för att den är sen (113 kap. 19 §).', [{ falt: 'utfall', text: 'Pröva begäran i sak.' }])
    if (s.utfall === 'andras' && f.beslut.rader.length > 0 && s.rader.length === 0) throw indatafel('saknarRader', 'Välj grad för varje period.', [{ falt: 'rader.0.grad', text: 'Välj grad.' }])
    if (s.utfall === 'andras') omprovadeRader(f.beslut.rader, s)
    return s
  },
  foljder(lage, fraga, svar, k) {
    const l = lage as Slage
    const { begaran } = fraga.formular as { begaran: { id: string; beslutId: string } }
    const b = l.beslut.find((x) => x.id === begaran.beslutId)!
    const rader = svar.utfall === 'andras' ? omprovadeRader(b.rader, svar) : []
    const { rader: utbetalning, saknas } = svar.utfall === 'andras' ? utbetalningsrader(l, underlaget(l, k.dag), rader) : { rader: [], saknas: [] }
    if (saknas.length) throw konflikt('kanInteRaknas', saknas.join(' '))
    if (svar.utfall === 'andras' && b.utfall !== 'avvisat' && !rader.some((r, i) => r.grad > b.rader[i]!.grad)) throw indatafel('ingenAndring', 'Beslutet blir detsamma som förut.', [{ falt: 'utfall', text: 'Höj graden för någon period, eller välj att beslutet inte ändras.' }])
    const motivering: Motivering = { avgorande: svar.skal, omstandigheter: svar.utfall === 'avvisas' ? '' : svar.omstandigheter, bedomning: '', saknades: '' }
    const nytt: Beslut = {
      ...beslutsgrund(l, k), typ: 'omprovning', utfall: { andras: b.utfall === 'avvisat' ? ('tasUpp' as const) : rader.every((r) => r.grad === r.yrkadGrad) ? ('beviljat' as const) : ('delvisAvslag' as const), andrasInte: 'ingenAndring' as const, avvisas: 'avvisat' as const }[svar.utfall],
      period: b.period, rader, motivering, lagrum: svar.utfall === 'avvisas' ? flera('113:7', '113:19', '113:21') : flera('113:7', '113:8'), forklaringar: [], utbetalning, medverkande: [], ...(svar.utfall === 'andras' ? { ersatter: b.id } : {}), orsak: begaran.id,
    }
    return beslutshandelser(k, nytt, omprovningsbrev(l, { beslut: b, utfall: svar.utfall, rader, utbetalning, motivering, dag: k.dag, fattatAv: k.aktor }))
  },
}

/** Passing an appeal on is nobody's judgement of it: only whether it came in time is tried here (45–46 §§ förvaltningslagen). */
const overklagande: Def<OverklagandeSvar> = {
  kod: 'overklagande',
  las(v, fraga) {
    const s = las(overklagandeSchema, v)
    const f = fraga.formular as { forSent: boolean | null }
    if (s.val === 'avvisa' && f.forSent !== true) throw indatafel('iTid', f.forSent === false ? 'Överklagandet kom in i tid och kan inte avvisas.' : 'Det är inte känt när personen fick del av beslutet. Då kan överklagandet inte avvisas för att det är sent (113 kap. 20 §).', [{ falt: 'val', text: 'Överlämna det till förvaltningsrätten.' }])
    return s
  },
  foljder(lage, fraga, svar, k) {
    const l = lage as Slage
    const o = (fraga.formular as { overklagande: Overklagande }).overklagande
    const b = l.beslut.find((x) => x.id === o.beslutId)!
    if (svar.val === 'inteOverklagande') return []
    if (svar.val === 'overlamna') {
      const { handling, utskick } = sandBrev(k, overlamnandebrev(l, { overklagande: o, beslut: b, domstol: svar.domstol, dag: k.dag, av: k.aktor }))
      return [handling, { typ: 'overklagandeOverlamnat', overklagandeId: o.id, domstol: svar.domstol, utskick }]
    }
    const motivering: Motivering = { avgorande: svar.skal, omstandigheter: '', bedomning: '', saknades: '' }
    const nytt: Beslut = { ...beslutsgrund(l, k), typ: 'overklagande', utfall: 'avvisat', period: b.period, rader: [], motivering, lagrum: flera('FL 45', '113:20', '113:21'), forklaringar: [], utbetalning: [], medverkande: [], orsak: o.id }
    return beslutshandelser(k, nytt, overklagandeAvvisatBrev(l, { overklagande: o, beslut: b, motivering, dag: k.dag, fattatAv: k.aktor }))
  },
}

/** What the person is told before a period ends: logged by topic, in a letter that was previewed or in a call that is noted. */
const periodslut: Def<PeriodslutSvar> = {
  kod: 'periodslut',
  las: (v) => las(periodslutSchema, v),
  foljder(lage, fraga, svar, k) {
    if (svar.satt === 'behovsInte') return []
    const given = svar.information.map((amne): Handelsedata => ({ typ: 'informationGiven', information: { amne, satt: svar.satt, tid: k.tid, av: k.aktor } }))
    if (svar.satt === 'samtal') return [...given, { typ: 'kontaktNoterad', kontakt: { id: k.nyttId(), med: 'forsakrad', satt: 'telefon', riktning: 'ut', traffad: true, dag: k.dag, text: svar.text, tid: k.tid, av: k.aktor } }]
    const { slut } = fraga.formular as { slut: Datum }
    const { handling, utskick } = sandBrev(k, periodslutsbrev(lage as Slage, { slut, information: svar.information, dag: k.dag, av: k.aktor }))
    return [...given, handling, { typ: 'utskickSkapat', utskick }]
  },
}

/** Questions from proposal to decision and what follows it. */
export const beslutsfragor = {
  forslag,
  kvalitetssakring,
  kommunicering,
  yttrande: enkel('yttrande', yttrandeSvarSchema),
  beslut,
  periodslut,
  samtal: enkel('samtal', samtalSchema),
  omstallning: enkel('omstallning', omstallningSchema),
  apr: enkel('apr', aprSchema),
  andring,
  omprovning,
  overklagande,
}

