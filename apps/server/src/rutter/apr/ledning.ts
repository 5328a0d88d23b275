import { ejBehorig, indatafel } from '@atergang/arende'
import {
  arLanskod, avslag, bemanning, budgetlage, historikandel, ledtider, manadsinflode, overlapp, prognos, rackvidd, registerposter, STORLEKSKLASSER, STORLEKSNAMN, traffsakerhet, utvarderingsexport, type Aprfonster, type Prognos,
} from '@atergang/formaner/apr'
import { datumAv, delar, plusDagar, type Datum } from '@atergang/kalender'
import { somPerson, type Sessionsrad } from '@atergang/lager'
import { createHash, createHmac, randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { medRoll, sessionen } from '../../auth/session.ts'
import { APR_ENHET } from '../../tjanster/apr/intag.ts'
import { redovisningen, redovisningsdokument } from '../../tjanster/apr/redovisning.ts'
import { bidragsrader, budgeten, individerMedDagar, individerMedStod, inkomna, lasUnderlag, oppna } from '../../tjanster/apr/underlag.ts'
import { problemsvar } from '../scheman.ts'
import { andelSchema, arSchema, datumSchema, fritext, koder, lagrumRef, lista } from './scheman.ts'

const TAGG = { tags: ['APR uppföljning'] }
const FONSTER: readonly Aprfonster[] = ['treArFore', 'ar2011till2015', 'tvaArEfter', 'treArEfter', 'treArForeEllerEfter']
const ar = z.coerce.number().int().min(2018).max(2200)
const tal = z.number().nullable()

const ledtid = z.object({ ansokningar: z.number(), mediandagar: tal, p90dagar: tal })
const prognosSchema = z.object({
  ar: z.number(), niva: z.number(), helar: z.number(), topp: z.object({ manad: z.number(), antal: z.number() }), larAr: lista(z.number()), metod: z.string(), traff: z.unknown().nullable(),
  manader: lista(z.object({ manad: z.number(), utfall: tal, prognos: z.number(), intervall: z.object({ fran: z.number(), till: z.number() }).nullable(), bemanning: tal, bemanningOvre: tal })),
})
const uppfoljningSchema = z
  .object({
    ar: z.number(), dag: z.string(), budget: z.object({ avsatt: z.number(), kalla: z.string(), utbetalt: z.number(), kvar: z.number(), andel: z.number(), arbetsgivare: z.number(), perManad: lista(z.number()) }).nullable(), inflode: lista(z.object({ ar: z.number(), manader: lista(z.number()) })),
    prognos: prognosSchema.nullable(), prognosSaknas: z.string().nullable(), ledtider: z.object({ alla: ledtid, perKanal: z.object({ etjanst: ledtid, papper: ledtid }), skanning: ledtid }),
    rackvidd: z.object({ kostnadsar: z.number(), bestand: z.object({ kalla: z.string(), ar: z.number() }).nullable(), perStorlek: lista(z.object({ storlek: z.string(), namn: z.string(), arbetsgivare: andelSchema, anstallda: z.number(), belopp: z.number() })), sma: z.object({ arbetsgivare: andelSchema, belopp: andelSchema }) }),
    avslag: z.object({ ansokningar: andelSchema, rader: andelSchema, perSkal: z.record(z.string(), z.object({ ansokningar: z.number(), rader: z.number(), kostnad: z.number() })), skurnaAvTak: z.object({ anstalld: z.number(), arbetsgivare: z.number() }), senaMedHogstEnVecka: z.number() }),
    oppna: lista(z.object({ tillstand: z.string(), antal: z.number(), aldst: z.string().nullable() })), definitioner: z.record(z.string(), z.string()),
  })
  .meta({ id: 'AprUppfoljning' })

const DEFINITIONER = {
  budget: 'Beviljat belopp i gällande beslut vars första beslut fattades under året, mot det som är avsatt.', inflode: 'Ansökningar efter månaden de kom in; återkallade räknas inte.', ledtider: 'Dagar från att ansökan kom in till första beslut, ansökningar beslutade under året. Median och nionde decil.',
  rackvidd: 'Arbetsgivare som fått stöd för årets kostnader, efter antal anställda. Andelen av alla arbetsgivare bygger på det bestånd som lämnats in.', avslag: 'Ansökningar utan belopp och rader med skäl, av dem som beslutades under året. Tak är inget avslag.',
} as const

const individSchema = z.object({ from: datumSchema, tom: datumSchema })
const underlagSchema = z.discriminatedUnion('slag', [
  z.object({ slag: z.literal('budget'), avsatt: z.number().int().min(0, 'Beloppet kan inte vara negativt.') }),
  z.object({ slag: z.literal('arbetsgivarbestand'), perStorlek: z.partialRecord(koder(STORLEKSKLASSER), z.number().int().min(0)) }),
  z.object({ slag: z.literal('folkmangd'), namnare: fritext(200, 'Skriv vilka som räknas, till exempel folkmängd 16–64 år.'), perLan: z.record(z.string(), z.number().int().min(0)) }),
])

/** Figures of the country are the national unit's, and the analysts'. */
async function ledare(t: Tjanster, req: FastifyRequest): Promise<Sessionsrad> {
  const s = await medRoll(t.db, req, ['enhetschef', 'analytiker'])
  if (s.roll === 'enhetschef' && s.enhet !== APR_ENHET) throw ejBehorig('Uppföljningen är den nationella enhetens.')
  return s
}

/** The last whole month before the day, as the forecast counts: 0 in January. */
const helaManader = (dag: Datum): number => delar(dag).manad - 1

function prognosen(dagar: readonly Datum[], dag: Datum, perHandlaggare: number): { prognos: z.output<typeof prognosSchema> | null; saknas: string | null } {
  const { ar: iAr } = delar(dag)
  const alla = manadsinflode(dagar, { ar: iAr, manad: helaManader(dag) })
  const nu = alla.find((a) => a.ar === iAr) ?? { ar: iAr, manader: Array.from({ length: helaManader(dag) }, () => 0) }
  const historik = alla.filter((a) => a.ar < iAr)
  let p: Prognos
  try {
    p = prognos(historik, nu)
  } catch (fel) {
    if (!(fel instanceof RangeError)) throw fel
    return { prognos: null, saknas: fel.message }
  }
  const b = new Map(bemanning(p, perHandlaggare).map((x) => [x.manad, x]))
  return { saknas: null, prognos: { ...p, traff: traffen(historik, helaManader(dag)), manader: p.manader.map((m) => ({ ...m, bemanning: b.get(m.manad)?.prognos ?? null, bemanningOvre: b.get(m.manad)?.ovre ?? null })) } }
}

/** How well the same method would have said earlier years; null when there are too few. */
function traffen(historik: Parameters<typeof traffsakerhet>[0], manad: number): unknown {
  try {
    return traffsakerhet(historik, manad)
  } catch (fel) {
    if (!(fel instanceof RangeError)) throw fel
    return null
  }
}

const somCsv = (rader: readonly Readonly<Record<string, unknown>>[]): string => {
  const kolumner = Object.keys(rader[0] ?? {})
  // A cell that a spreadsheet would run as a formula is written as text.
  const cell = (v: unknown): string => {
    const s = Array.isArray(v) ? v.join(' ') : v === null || v === undefined ? '' : String(v)
    return `"${(/^[=+\-@\t\r]/.test(s) && typeof v !== 'number' ? `'${s}` : s).replaceAll('"', '""')}"`
  }
  return [kolumner.map(cell).join(';'), ...rader.map((r) => kolumner.map((k) => cell(r[k])).join(';'))].join('\r\n')
}

export function registreraAprLedning(app: App, t: Tjanster): void {
  app.get('/api/v1/apr/uppfoljning', { schema: { ...TAGG, summary: 'Budget, inflöde och prognos, ledtider, räckvidd, avslag, öppna; varje siffra med definition', querystring: z.object({ ar: ar.optional(), perHandlaggareOchManad: z.coerce.number().min(1).max(10_000).default(60) }), response: { 200: uppfoljningSchema, ...problemsvar } } }, async (req) => {
    await ledare(t, req)
    const { dag } = t.klocka.nu()
    const valt = req.query.ar ?? delar(dag).ar
    const [rader, dagar, b, bestand, kvar] = await Promise.all([bidragsrader(t), inkomna(t), budgeten(t, valt), lasUnderlag(t, 'arbetsgivarbestand', valt), oppna(t)])
    const arets = rader.filter((r) => delar(r.beslutad).ar === valt)
    const r = rackvidd(rader, valt, bestand)
    const p = prognosen(dagar, dag, req.query.perHandlaggareOchManad)
    return {
      ar: valt, dag, budget: b && { ...budgetlage(b, rader), kalla: b.kalla }, inflode: manadsinflode(dagar, { ar: delar(dag).ar, manad: delar(dag).manad }), prognos: p.prognos, prognosSaknas: p.saknas, ledtider: ledtider(arets),
      rackvidd: { ...r, perStorlek: r.perStorlek.map((s) => ({ ...s, namn: STORLEKSNAMN[s.storlek] })) }, avslag: avslag(arets), oppna: kvar, definitioner: DEFINITIONER,
    }
  })

  app.post('/api/v1/apr/uppfoljning/overlapp', { schema: { ...TAGG, summary: 'Personer med både APR och förebyggande sjukpenning, åt båda håll, i angivna perioder (X19)', body: z.object({ apr: individSchema, fbsjp: individSchema }), response: { 200: z.object({ aprPeriod: individSchema, fbsjpPeriod: individSchema, bada: z.number(), avApr: andelSchema, avFbsjp: andelSchema, utanPersonnummer: z.number() }), ...problemsvar } } }, async (req) => {
    await ledare(t, req)
    for (const [falt, p] of Object.entries(req.body)) if (p.from > p.tom) throw indatafel('bakvandPeriod', 'Perioden slutar innan den börjar.', [{ falt: `${falt}.tom`, text: 'Välj en senare dag.' }])
    const [rader, fbsjp] = await Promise.all([bidragsrader(t), individerMedDagar(t, 'forebyggande-sjukpenning')])
    // Whom the employer named by its own number cannot be looked for; how many they are is said.
    const utan = new Set(rader.filter((r) => r.belopp > 0 && r.anstalld.includes('/') && r.insatsdag >= req.body.apr.from && r.insatsdag <= req.body.apr.tom).map((r) => r.anstalld))
    return { ...overlapp(individerMedStod(rader), fbsjp, req.body), utanPersonnummer: utan.size }
  })

  app.post('/api/v1/apr/uppfoljning/historik', { schema: { ...TAGG, summary: 'Andel av personerna med APR som hade sjukpenning i ett fönster före eller efter (C038)', body: z.object({ apr: individSchema, fonster: koder(FONSTER), kantTom: datumSchema.optional() }), response: { 200: z.object({ antal: z.number(), av: tal, andel: tal, utan: z.number(), fonster: z.string(), beskrivning: z.string(), aprPeriod: individSchema }), ...problemsvar } } }, async (req) => {
    await ledare(t, req)
    const [rader, sjuk] = await Promise.all([bidragsrader(t), individerMedDagar(t, 'sjukpenning')])
    return historikandel(individerMedStod(rader), sjuk, req.body.apr, req.body.fonster, req.body.kantTom ?? plusDagar(t.klocka.nu().dag, -1))
  })

  app.get('/api/v1/apr/underlag', { schema: { ...TAGG, summary: 'Det som lämnats in utifrån: budget, antal arbetsgivare, folkmängd', response: { 200: z.object({ rader: lista(z.object({ slag: z.string(), ar: z.number(), innehall: z.unknown(), kalla: z.string(), tid: z.string() })) }), ...problemsvar } } }, async (req) => {
    await ledare(t, req)
    return somPerson(t.db, sessionen(req), async (q) => ({ rader: (await q.selectFrom('app.apr_underlag').select(['slag', 'ar', 'innehall', 'kalla', 'tid']).orderBy('slag').orderBy('ar', 'desc').execute()).map((r) => ({ ...r, tid: new Date(r.tid).toISOString() })) }))
  })

  app.put('/api/v1/apr/underlag/:ar', { schema: { ...TAGG, summary: 'Lämna in budget, antal arbetsgivare eller folkmängd för ett år, med källa', params: z.object({ ar }), body: z.object({ underlag: underlagSchema, kalla: fritext(500, 'Skriv varifrån uppgiften kommer.') }), response: { 204: z.null(), ...problemsvar } } }, async (req, svar) => {
    await medRoll(t.db, req, ['enhetschef'])
    await ledare(t, req)
    const { slag, ...innehall } = req.body.underlag
    const okanda = 'perLan' in innehall ? Object.keys(innehall.perLan).filter((k) => !arLanskod(k)) : []
    if (okanda.length) throw indatafel('okantLan', 'Ett län har en kod som inte finns.', okanda.map((k) => ({ falt: `underlag.perLan.${k}`, text: 'Skriv länets kod, till exempel 21.' })))
    const rad = { innehall: JSON.stringify(innehall), kalla: req.body.kalla }
    await somPerson(t.db, sessionen(req), (q, s) => q.insertInto('app.apr_underlag').values({ slag, ar: req.params.ar, ...rad, av: s.anvandare, tid: new Date().toISOString() }).onConflict((c) => c.columns(['slag', 'ar']).doUpdateSet({ ...rad, av: s.anvandare, tid: new Date().toISOString() })).execute())
    return svar.status(204).send(null)
  })

  app.get('/api/v1/apr/redovisning/:ar', { schema: { ...TAGG, summary: 'Årsredovisningen till regeringen, och det revisionen saknade', params: z.object({ ar }), response: { 200: z.object({ redovisning: z.object({ ar: z.number(), beslut: z.object({ beviljade: z.number(), delvis: z.number(), avslag: z.number() }), belopp: z.number(), arbetsgivare: z.number(), anstallda: z.number() }), fordjupning: lista(z.object({ falt: z.string(), rubrik: z.string(), lagrum: lista(lagrumRef), kalla: z.string(), kanOverlappa: z.boolean(), rader: lista(z.object({ kod: z.string(), namn: z.string(), ansokningar: z.number(), belopp: z.number(), arbetsgivare: z.number(), anstallda: tal })) })) }), ...problemsvar } } }, async (req) => {
    await ledare(t, req)
    return redovisningen(await bidragsrader(t), req.params.ar)
  })

  app.get('/api/v1/apr/redovisning/:ar/pdf', { schema: { ...TAGG, summary: 'Årsredovisningen som PDF', params: z.object({ ar }), response: problemsvar } }, async (req, svar) => {
    await ledare(t, req)
    const { pdf } = await t.brev.skriv(redovisningsdokument(redovisningen(await bidragsrader(t), req.params.ar), t.klocka.nu().dag))
    return svar.type('application/pdf').header('content-disposition', `attachment; filename="apr-redovisning-${req.params.ar}.pdf"`).header('cache-control', 'no-store').send(Buffer.from(pdf) as never)
  })

  app.post('/api/v1/apr/export', { schema: { ...TAGG, summary: 'Registret eller ett utvärderingsunderlag som CSV; vem och varför loggas. Personer och arbetsgivare under pseudonym som bara gäller i filen', body: z.object({ slag: z.enum(['register', 'utvardering']), ar: arSchema, syfte: fritext(1_000, 'Skriv vad uppgifterna ska användas till.') }), response: problemsvar } }, async (req, svar) => {
    await ledare(t, req)
    const { slag, ar: valt, syfte } = req.body
    const nyckel = randomBytes(32)
    const pseudonym = (vad: string, id: string): string => createHmac('sha256', nyckel).update(`${vad}|${id}`).digest('hex').slice(0, 20)
    const rader = (await bidragsrader(t)).filter((r) => r.kostnadsar === valt)
    const dolda = rader.map((r) => ({ ...r, arbetsgivare: pseudonym('arbetsgivare', r.arbetsgivare), anstalld: pseudonym('anstalld', r.anstalld) }))
    const csv = somCsv(slag === 'register' ? registerposter(dolda) : utvarderingsexport(rader, pseudonym))
    await somPerson(t.db, sessionen(req), (q, s) => q.insertInto('app.apr_export').values({ anvandare: s.anvandare, namn: s.namn, tid: new Date().toISOString(), syfte, villkor: JSON.stringify({ slag, ar: valt, senastBeslutad: datumAv(valt, 12, 31) }), rader: rader.length, sha256: createHash('sha256').update(csv).digest('hex') }).execute())
    return svar.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="apr-${slag}-${valt}.csv"`).header('cache-control', 'no-store').send(Buffer.from(csv) as never)
  })
}
