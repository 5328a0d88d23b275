import { fingeravtryck, type Beslutsforslag, type Beslutsrad } from '@atergang/arende'
import { delaVid, innehaller, periodtext, plusDagar, type Datum, type Period } from '@atergang/kalender'
import { flera, type Lagrum } from '@atergang/regelverk'
import type { Forslagsgrund } from '../gemensamt/beslut/beredning.ts'
import { helErsattning } from '../gemensamt/annanErsattning.ts'
import { avslagslagrum, avslagstext, type Avslagsskal } from './avslagsskal.ts'
import { bedomning, rehabstallning, type Arbetsformaga } from './bedomning.ts'
import { BEHOVSANSTALLD, utanArbetsantagande } from './behovsanstalld.ts'
import { fakt, type Slage } from './fakta.ts'
import { forsta14Svar } from './forsta14.ts'
import { inkomstdelarPa, SGI_UNDER, sgiBelopp, sgiPa, underUppgiven, underUppgivenText } from './sgi.ts'
import { efterAldersgrans, slutdag71 } from './steg/alder.ts'
import { nekadeForSena } from './steg/anmalan.ts'
import { LONENYCKEL } from './steg/lon.ts'
import { intygFor, minns, provperiod, type Provgrupp, type Provrad, type Underlag } from './underlag.ts'
import { utbetalningsrader } from './utbetalning.ts'

export type Forslag = Forslagsgrund

/** Why a row is given less than was asked for: the work the person manages, that decides, the widest ground that was tried first. */
function avslagsskalet(b: Arbetsformaga, rad: Provrad, grad: number): Avslagsskal {
  if (!b.sjukdom) return 'ingenSjukdom'
  if (rad.annanErsattning && b.annanErsattning?.darutover === false) return 'redanErsatt'
  if (b.beviskrav === 'intestyrkt') return 'intestyrkt'
  if (grad === 0 && b.forlaggning === 'annanSomForsamrar' && !Object.values(b.formaga).includes('klarar')) return 'forlaggningForsamrar'
  const klarar = (p: keyof Arbetsformaga['formaga']) => b.formaga[p] === 'klarar' || b.formaga[p] === 'klararDelvis'
  if (!b.undantag && klarar('normaltForekommande')) return 'klararNormaltForekommande'
  if (!b.undantag && klarar('annatLampligtTillgangligt')) return 'klararAnnatLampligt'
  if (klarar('annatHosArbetsgivaren')) return 'klararAnnatHosArbetsgivaren'
  if (klarar('vardaBarn')) return 'klararVardaBarn'
  return b.vilketArbete === 'erbjudet' ? 'klararErbjudetArbete' : 'klararVanligtArbete'
}

/** A rule that stands in the way on a day whatever the ability, or null. */
function hindret(l: Slage, u: Underlag, r: Period): Avslagsskal | null {
  const sgi = sgiPa(l, r.from)
  if (sgi && sgiBelopp(sgi.svar) === 0) return 'ingenSGI'
  if (nekadeForSena(l, u).some((p) => innehaller(p, r.from))) return 'senAnmalan'
  const f14 = forsta14Svar(l, u, r.from)
  if (f14?.slag === 'arbetslos' && !(f14.anmald && f14.beredd) && !f14.oskaligt) return 'ejArbetssokande'
  // With other work beside it, only what answers to the employment is not paid (ADR 0011).
  if (utanArbetsantagande(l, u).some((p) => innehaller(p, r.from)) && inkomstdelarPa(l, r.from).annat === 0) return 'skulleInteArbetat'
  if (helErsattning(fakt(l, 'sjukersattning'), r.from).hindrar) return 'helSjukersattning'
  return efterAldersgrans(l, u.idag, r.from)
}

/** Dates inside the days at which a hindrance begins or ends. */
function hindergranser(l: Slage, u: Underlag): Datum[] {
  const slut = slutdag71(l, u.idag)
  const perioder = [...nekadeForSena(l, u), ...utanArbetsantagande(l, u), ...fakt(l, 'sjukersattning').flatMap((f) => f.period ?? [])]
  return [...perioder.flatMap((p) => [p.from, plusDagar(p.tom, 1)]), ...(slut ? [slut] : [])]
}

function beslutsrader(l: Slage, u: Underlag, g: Provgrupp, b: Arbetsformaga): Beslutsrad[] {
  const granser = hindergranser(l, u)
  return g.rader.flatMap((rad) =>
    delaVid(rad, granser).map((p): Beslutsrad => {
      const hinder = hindret(l, u, p)
      const bedomd = b.rader.find((x) => x.from === rad.from)?.grad ?? 0
      const grad = hinder ? 0 : Math.min(bedomd, rad.yrkadGrad)
      // What the person can do decides first: days on which no illness reduced the ability are no sick period.
      const skal = bedomd > 0 && hinder ? hinder : grad < rad.yrkadGrad ? avslagsskalet(b, rad, bedomd) : undefined
      const grund = [...g.grund.lagrum, ...(rad.annanErsattning ? flera('27:53') : [])]
      return {
        from: p.from,
        tom: p.tom,
        utfall: grad > 0 ? 'beviljat' : 'avslag',
        grad,
        yrkadGrad: rad.yrkadGrad,
        ...(skal ? { avslagsskal: skal } : {}),
        lagrum: skal ? avslagslagrum(skal, grund) : grund,
      }
    }),
  )
}

const utfallet = (rader: readonly Beslutsrad[]): Beslutsforslag['utfall'] => {
  if (rader.every((r) => r.grad === r.yrkadGrad)) return 'beviljat'
  return rader.every((r) => r.grad === 0) ? 'avslag' : 'delvisAvslag'
}

/**
 * What the answers amount to: the coming decision, or null while something is still open. No
 * human judgement is made here; it is put together from those that were.
 */
export const forslaget = minns((l: Slage, u: Underlag): Forslag | null => {
  const p = provperiod(u)
  if (!p) return null
  const bedomda = u.grupper.map((g) => ({ g, b: bedomning(l, g), r: rehabstallning(l, g) }))
  const sgi = sgiPa(l, p.from)
  if (!sgi || bedomda.some((x) => !x.b || !x.r)) return null
  const rader = bedomda.flatMap((x) => beslutsrader(l, u, x.g, x.b!.svar))
  const { rader: utbetalning, saknas } = utbetalningsrader(l, u, rader)
  const svar = [sgi.id, ...bedomda.flatMap((x) => [x.b!.id, x.r!.id])]
  const lagrum: Lagrum[] = [...flera('27:2', '27:4', '27:45'), ...rader.flatMap((r) => r.lagrum)]
  const under = rader.some((r) => r.grad > 0) ? underUppgiven(l, p) : null
  if (under) lagrum.push(...flera(...underUppgivenText(under).lagrum))
  const avtryck = fingeravtryck({
    rader: rader.map(({ lagrum: _, ...r }) => r),
    belopp: utbetalning.map((x) => [x.from, x.tom, x.kronorPerDag, x.summa]),
  })
  return {
    utfall: utfallet(rader),
    period: p,
    rader,
    lagrum,
    forklaringar: [],
    utbetalning,
    ...(under ? { emotParten: [SGI_UNDER] } : {}),
    svar,
    underlag: vilarPa(l, u),
    saknas,
    avtryck,
  }
})

const HINDERSVAR: ReadonlySet<string> = new Set(['senAnmalan', 'forsta14', BEHOVSANSTALLD, LONENYCKEL, 'efterRiktalder'])

/** The certificates for the days, what else came in that is weighed, and the newest answer to each question of a hindrance. */
function vilarPa(l: Slage, u: Underlag): string[] {
  const hinder = new Map(l.svar.filter((s) => HINDERSVAR.has(s.kod)).map((s) => [s.nyckel, s.id]))
  const fakta = [
    ...u.grupper.flatMap((g) => intygFor(l, g)),
    ...fakt(l, 'plan'),
    ...fakt(l, 'andradUppgift'),
    ...fakt(l, 'sjukersattning'),
  ].map((f) => f.id)
  return [...new Set([...fakta, ...hinder.values(), ...l.begaran.filter((b) => b.svar).map((b) => b.id)])].sort()
}

/** One line for lists and headings: ”Beviljas 2–29 mars 2026 (hel); avslås …”. */
export const radtext = (r: Beslutsrad): string =>
  r.grad > 0
    ? `${periodtext(r)}: ${gradord(r.grad)} sjukpenning${r.grad < r.yrkadGrad ? ` (du ansökte om ${gradord(r.yrkadGrad)})` : ''}`
    : `${periodtext(r)}: ingen sjukpenning${r.avslagsskal ? `. ${avslagstext(r.avslagsskal as Avslagsskal, r.grad)}` : ''}`

export const gradord = (g: number): string => ({ 1: 'hel', 0.75: 'tre fjärdedels', 0.5: 'halv', 0.25: 'en fjärdedels' })[g] ?? 'ingen'
