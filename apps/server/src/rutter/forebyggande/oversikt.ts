import { Domanfel } from '@atergang/arende'
import { datumSchema, forebyggandestatistik as s, vardgivarslagning, type Forebyggandepost } from '@atergang/formaner'
import { innehaller, plusAr, plusDagar, type Period } from '@atergang/kalender'
import { allaPoster, handlaggarlast, sjukpenningsregistret, somSystemet, vardgivarregistret } from '@atergang/lager'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { medRoll } from '../../auth/session.ts'
import { problemsvar } from '../scheman.ts'
import { fa } from '../smatal.ts'
import { oversiktSchema } from './scheman.ts'

type Del = ReturnType<typeof s.startForeBeslut>

/** A figure that rests on few is null: in the country always, in a unit never, for those who see its cases see it all. */
const doljer =
  (landet: boolean) =>
  (n: number): boolean =>
    landet && fa(n)

/** The measures of point 8, of the records given. */
function figurer(poster: readonly Forebyggandepost[], alla: readonly Forebyggandepost[], period: Period, landet: boolean, kant: Period) {
  const dold = doljer(landet)
  const tal = (v: number | null, n: number): number | null => (dold(n) ? null : v)
  const del = (d: Del) => (dold(d.n) || dold(d.antal) ? { antal: null, n: tal(d.n, d.n), andel: null } : d)
  const nettorad = (r: ReturnType<typeof s.nettodagar>[number]) => ({
    ...r,
    mottagare: tal(r.mottagare, r.mottagare),
    nettodagar: tal(r.nettodagar, r.mottagare),
    perMottagare: tal(r.perMottagare, r.mottagare),
  })
  const medDel = <R extends Del>(r: R) => ({ ...r, ...del(r) })
  const grupp = landet ? s.GRUPPER.omrade : undefined
  const i = poster.filter((p) => innehaller(period, p.inkom))
  const lika = (x: ReturnType<typeof s.likaFall>) => ({
    utanGrupp: tal(x.utanGrupp, x.utanGrupp),
    grupper: x.grupper.map((g) => ({
      grupp: g.grupp,
      n: tal(g.n, g.n),
      spridning: g.omraden.some((o) => dold(o.n)) ? null : g.spridning,
      omraden: g.omraden.map(medDel),
    })),
    omraden: x.omraden.map((o) => ({
      ...o,
      n: tal(o.n, o.n),
      nOvriga: tal(o.nOvriga, o.nOvriga),
      skillnad: dold(o.n) || dold(o.nOvriga) ? null : o.skillnad,
      intervall: dold(o.n) || dold(o.nOvriga) ? null : o.intervall,
    })),
  })
  return {
    antal: i.length,
    inflode: s
      .inflode(poster, grupp)
      .filter((r) => r.manad >= period.from.slice(0, 8) + '01' && r.manad <= period.tom)
      .map((r) => ({ ...r, planer: tal(r.planer, r.planer), ersattningar: tal(r.ersattningar, r.ersattningar) })),
    ledtider: s
      .ledtider(i, grupp)
      .map((r) => ({
        ...r,
        n: tal(r.n, r.n),
        oppna: tal(r.oppna, r.oppna),
        median: tal(r.median, r.n),
        p90: tal(r.p90, r.n),
        langst: tal(r.langst, r.n),
      })),
    kompletteringar: s.kompletteringar(i, grupp).map((r) => ({ ...medDel(r), fragor: tal(r.fragor, r.antal) })),
    utfall: s
      .utfall(i, grupp)
      .map((r) => ({
        grupp: r.grupp,
        steg: r.steg,
        n: tal(r.n, r.n),
        bifall: del(r.bifall),
        delvis: del(r.delvis),
        avslag: del(r.avslag),
        skal: r.skal.map(medDel),
      })),
    konsultationer: s.konsultationer(i, grupp).map(medDel),
    konsultationstakt: s
      .konsultationstakt(i, grupp)
      .map((r) => ({ ...r, fmr: tal(r.fmr, r.fmr), specialist: tal(r.specialist, r.specialist) })),
    nettodagar: s.nettodagar(poster, period, grupp).map(nettorad),
    nettodagarBehandling: s.nettodagar(poster, period, s.GRUPPER.behandling).map(nettorad),
    // Whether it is the first time is looked for in the whole country; who is counted, in the records given.
    mottagare: s
      .forstaOchAterkommande(alla, period, (p) => p.omrade)
      .filter((r) => landet || poster.some((p) => p.omrade === r.grupp))
      .map((r) => ({
        grupp: r.grupp,
        mottagare: tal(r.mottagare, r.mottagare),
        forsta: del(r.forsta),
        aterkommande: del(r.aterkommande),
        fleraArenden: del(r.fleraArenden),
      })),
    aterkommandeSokande: del(s.aterkommandeSokande(poster, period)),
    startForeBeslut: del(s.startForeBeslut(i)),
    initiativ: s.korstabell(i, s.GRUPPER.initiativ, s.GRUPPER.omrade).map(medDel),
    behandlingar: s.korstabell(i, s.GRUPPER.behandling, s.GRUPPER.vardgivartyp).map(medDel),
    diagnoser: s.korstabell(i, s.GRUPPER.vardgivartyp, s.GRUPPER.diagnoskapitel).map(medDel),
    historik: (Object.keys(s.FONSTER) as s.Fonsternamn[])
      .flatMap((f) => s.historikandel(poster, period, f, kant, grupp))
      .map((r) => ({ ...medDel(r), utan: tal(r.utan, r.utan) })),
    historikDiagnos: korstabellMedHistorik(poster, period, kant, s.GRUPPER.diagnoskapitel).map(medDel),
    historikBehandling: korstabellMedHistorik(poster, period, kant, s.GRUPPER.behandling).map(medDel),
    registretFrom: kant.from,
    // Like cases are compared between areas: always over the country.
    likaFall: { steg1: lika(s.likaFall(alla, s.planGodkand)), steg2: lika(s.likaFall(alla, s.ersattningBeviljad)) },
  }
}

/** Recipients by whether they had sjukpenning in the three years before (B037). */
const korstabellMedHistorik = (
  poster: readonly Forebyggandepost[],
  period: Period,
  kant: Period,
  kolumn: Parameters<typeof s.korstabell>[2],
) =>
  s.korstabell(
    poster.filter((p) => s.ersattaDagar(p).some((d) => innehaller(period, d.datum))),
    (p) => s.historikgrupp(p, s.ersattaDagar(p)[0]!.datum, kant),
    kolumn,
  )

export function registreraForebyggandeoversikt(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/forebyggande/oversikt',
    {
      schema: {
        tags: ['Förebyggande sjukpenning'],
        summary:
          'Inflöde, ledtider, kompletteringar, utfall per steg med skäl, konsultationer, skillnader mellan områden, första gången och återkommande; för enheten eller landet. Bara summor; i landet döljs små tal',
        querystring: z.object({
          omfattning: z.enum(['enhet', 'landet']).default('enhet'),
          from: datumSchema.optional(),
          tom: datumSchema.optional(),
        }),
        response: { 200: oversiktSchema, ...problemsvar },
      },
    },
    async (req) => {
      const r = await medRoll(t.db, req, ['handlaggare', 'specialist', 'enhetschef', 'analytiker'])
      const { omfattning, from, tom } = req.query
      if (omfattning === 'enhet' && r.roll === 'analytiker')
        throw new Domanfel('behorighet', 'ejBehorig', 'Analytiker ser landet. Välj omfattning landet.')
      const idag = t.klocka.nu().dag
      const period: Period = { from: from ?? plusDagar(plusAr(idag, -1), 1), tom: tom ?? idag }
      if (period.tom < period.from)
        throw new Domanfel('indata', 'bakvandPeriod', 'Perioden slutar innan den börjar.', [{ falt: 'tom', text: 'Byt plats på dagarna.' }])
      let kant: Period = { from: idag, tom: idag }
      const alla = await somSystemet(t.db, async (q) => {
        const register = await sjukpenningsregistret(q)
        kant = { from: register.from ?? idag, tom: idag }
        const vardgivare = await vardgivarregistret(q)
        const finn = vardgivarslagning(vardgivare.vardgivare, vardgivare.namn)
        // The register knows the kind of caregiver better than whoever chose one in a list.
        return (await allaPoster(q)).map((p): Forebyggandepost => ({
          ...p,
          sjukpenning: register.perioder.get(p.person) ?? [],
          behandlingar: p.behandlingar.map((b) => ({ ...b, vardgivartyp: (b.vardgivare && finn(b.vardgivare)?.typ) || b.vardgivartyp })),
        }))
      })
      const landet = omfattning === 'landet'
      // Who has what is the head's to see, of the own unit.
      const belastning = !landet && r.roll === 'enhetschef' ? await somSystemet(t.db, (q) => handlaggarlast(q, r.enhet, idag)) : null
      return {
        omfattning,
        belastning,
        enhet: landet ? null : r.enhet,
        idag,
        period,
        ...figurer(landet ? alla : alla.filter((p) => p.omrade === r.enhet), alla, period, landet, kant),
      }
    },
  )
}
