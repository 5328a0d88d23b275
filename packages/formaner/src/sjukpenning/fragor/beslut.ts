import { indatafel, konflikt, type Beslut, type Beslutsrad, type Fragedefinition, type Handelsedata, type Motivering } from '@atergang/arende'
import { periodtext, type Datum } from '@atergang/kalender'
import { flera } from '@atergang/regelverk'
import type * as z from 'zod'
import { beslutsvagensFragor } from '../../gemensamt/beslut/fragor.ts'
import { beslutsgrund, beslutshandelser } from '../../gemensamt/beslut/handelser.ts'
import { overklagandefraga } from '../../gemensamt/beslut/overklagande.ts'
import { samtalsfraga } from '../../gemensamt/beslut/samtal.ts'
import { sandBrev } from '../../gemensamt/brev/sand.ts'
import { las } from '../../las.ts'
import { andringSchema, ANDRINGSGRUNDER, omprovningSchema, omrakningar, type AndringSvar, type OmprovningSvar } from '../andring.ts'
import { andringsbrev, omprovningsbrev, periodslutsbrev } from '../brev/ovriga.ts'
import type { Sjukpenningfakta, Slage } from '../fakta.ts'
import { aprSchema, omstallningSchema } from '../handlaggning.ts'
import { periodslutSchema, type PeriodslutSvar } from '../steg/periodslut.ts'
import { underlaget } from '../underlag.ts'
import { utbetalningsrader } from '../utbetalning.ts'
import { sjukpenningsvag } from '../vag.ts'
import { VERSIONER } from '../versioner.ts'

type Def<S> = Fragedefinition<Sjukpenningfakta, S>
const enkel = <S extends z.ZodType>(kod: string, schema: S): Def<z.output<S>> => ({ kod, las: (v) => las(schema, v) })

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
    const nytt: Beslut = { ...o.beslut, ...beslutsgrund(l, k, VERSIONER), typ: 'andring', motivering, lagrum: flera(lagrum), utbetalning: o.nya, medverkande: [], ersatter: o.beslut.id, orsak: svar.skal }
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
      ...beslutsgrund(l, k, VERSIONER), typ: 'omprovning', utfall: { andras: b.utfall === 'avvisat' ? ('tasUpp' as const) : rader.every((r) => r.grad === r.yrkadGrad) ? ('beviljat' as const) : ('delvisAvslag' as const), andrasInte: 'ingenAndring' as const, avvisas: 'avvisat' as const }[svar.utfall],
      period: b.period, rader, motivering, lagrum: svar.utfall === 'avvisas' ? flera('113:7', '113:19', '113:21') : flera('113:7', '113:8'), forklaringar: [], utbetalning, medverkande: [], ...(svar.utfall === 'andras' ? { ersatter: b.id } : {}), orsak: begaran.id,
    }
    return beslutshandelser(k, nytt, omprovningsbrev(l, { beslut: b, utfall: svar.utfall, rader, utbetalning, motivering, dag: k.dag, fattatAv: k.aktor }))
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
  ...beslutsvagensFragor([sjukpenningsvag]),
  periodslut,
  samtal: samtalsfraga,
  omstallning: enkel('omstallning', omstallningSchema),
  apr: enkel('apr', aprSchema),
  andring,
  omprovning,
  overklagande: overklagandefraga(VERSIONER),
}

