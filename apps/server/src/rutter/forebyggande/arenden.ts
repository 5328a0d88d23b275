import { Domanfel, konflikt } from '@atergang/arende'
import { behandlingsnamn, dosen, evidensFor, evidensfallet, forebyggandestatistik, liknandeFall, namnPaBehandling, planAttProva, planerna, SAMMA_DEL, SKILLNADEN, behandlingarna, type Forebyggandepost } from '@atergang/formaner'
import { aktorAv, lasArende, lasEvidensregistret, lasOverlamning, liknandePoster, loggaAtkomst, loggaLista, oppnaOverlamningarna, somPerson, type Anonympost } from '@atergang/lager'
import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { medRoll, sessionen } from '../../auth/session.ts'
import { enheterna } from '../../tjanster/enheter.ts'
import { somForebyggande } from '../../tjanster/forebyggande.ts'
import { idSchema, problemsvar } from '../scheman.ts'
import { svarsvy } from './evidens.ts'
import { behandlingsvySchema, datum, evidenssvarSchema, liknandeSchema, overlamningSchema, rader } from './scheman.ts'

const TAGG = { tags: ['Förebyggande sjukpenning'] }

export async function lagetFor(t: Tjanster, req: FastifyRequest, id: string) {
  const helt = await lasArende(t.db, { session: sessionen(req) }, id)
  if (!helt) throw new Domanfel('saknas', 'arendetFinnsInte', 'Ärendet finns inte, eller så har du inte rätt att se det.')
  return somForebyggande(helt.lage)
}

/** What leaves the store for comparison names no area: it is asked for by a person's case. */
const somPost = (p: Anonympost): Forebyggandepost => ({ ...p, person: '', kon: 'okant', lan: '', omrade: '', kompletteringar: [], specialist: [] })

/** Earlier like cases and the stance, treatment by treatment: what the officer judges the evidence beside. */
function jamforelser(app: App, t: Tjanster): void {
  app.get('/api/v1/forebyggande/arenden/:id/liknande', { schema: { ...TAGG, summary: 'Tidigare lika fall i hela landet för varje behandling i planen: utfall, skäl och hur det gick, utan personuppgifter', params: idSchema, response: { 200: z.object({ behandlingar: rader(z.object({ behandling: behandlingsvySchema.pick({ id: true, behandling: true, namn: true, utforande: true, tillfallen: true, timmarPerVecka: true }), register: evidenssvarSchema, antal: z.object({ alla: z.number(), godkanda: z.number() }), fall: rader(liknandeSchema) })) }), ...problemsvar } } }, async (req) => {
    const s = await medRoll(t.db, req, ['handlaggare', 'specialist', 'fmr', 'enhetschef'])
    const l = await lagetFor(t, req, req.params.id)
    const p = planAttProva(l) ?? planerna(l).at(-1)
    if (!p) return { behandlingar: [] }
    const { dag } = t.klocka.nu()
    return somPerson(t.db, sessionen(req), async (q) => {
      await loggaAtkomst(q, s, 'jämförde ärendet med lika fall', l.arende.part.slag === 'person' ? l.arende.part.person.id : null, l.arende.id)
      const register = await lasEvidensregistret(q)
      const ut = []
      for (const b of behandlingarna(p.ansokan.varde)) {
        const fall = evidensfallet(l, b)
        const { tillfallen, timmarPerVecka } = dosen(b)
        const tidigare = forebyggandestatistik.tidigareArenden((await liknandePoster(q, l.arende.id, b.behandling)).map(somPost))
        const lika = liknandeFall({ ...fall, annatText: b.annatText, timmarPerVecka, antalTillfallen: tillfallen }, tidigare)
        const samma = tidigare.filter((x) => x.behandling === b.behandling)
        ut.push({
          behandling: { id: b.id, behandling: b.behandling, namn: namnPaBehandling(b), utforande: b.utforande, tillfallen, timmarPerVecka }, register: svarsvy(evidensFor(register, fall, dag)), antal: { alla: samma.length, godkanda: samma.filter((x) => x.utfall !== 'ejGodkand').length },
          fall: lika.map(({ fall: f, likhet, text }) => ({ id: f.id, beslutsdag: f.beslutsdag, behandling: f.behandling, namn: behandlingsnamn(f.behandling, f.annatText), diagnoser: [...f.diagnoser], utforande: f.utforande, timmarPerVecka: f.timmarPerVecka, antalTillfallen: f.antalTillfallen, utfall: f.utfall, skal: [...f.skal], fmr: f.fmr, fullfoljd: f.fullfoljd, likhet, text })),
        })
      }
      return { behandlingar: ut }
    })
  })
}

/** Handing over goes by the command `lamnaOver` in the case; here is the other side of it (A047, G019). */
function overlamningar(app: App, t: Tjanster): void {
  app.get('/api/v1/overlamningar', { schema: { tags: ['Överlämning'], summary: 'Det som är lämnat över till min enhet och väntar på svar, med hjälptext om skillnaden mellan förmånerna', response: { 200: z.object({ idag: datum, enheter: rader(z.string()), skillnaden: z.object({ sjukpenning: z.string(), forebyggande: z.string(), sammaDel: z.string() }), rader: rader(overlamningSchema) }), ...problemsvar } } }, (req) =>
    somPerson(t.db, sessionen(req), async (q, s) => {
      if (!['handlaggare', 'specialist', 'enhetschef'].includes(s.roll)) throw new Domanfel('behorighet', 'ejBehorig', 'Din roll har inte tillgång till den här sidan.')
      const idag = t.klocka.nu().dag
      const alla = await oppnaOverlamningarna(q, s.enhet)
      await loggaLista(q, s, 'overlamningar', idag, alla.map((o) => ({ arendeId: o.arendeId, personId: o.personId })))
      return { idag, enheter: enheterna(), skillnaden: { sjukpenning: SKILLNADEN.sjukpenning, forebyggande: SKILLNADEN['forebyggande-sjukpenning'], sammaDel: SAMMA_DEL }, rader: alla.map(({ personId: _p, svar: _s, avId, ...o }) => ({ ...o, egen: avId === s.anvandare })) }
    }),
  )

  app.post('/api/v1/overlamningar/:id/svar', { schema: { tags: ['Överlämning'], summary: 'Ta emot det som är lämnat över, eller lämna tillbaka det med skäl', params: idSchema, body: z.object({ utfall: z.enum(['mottagen', 'aterlamnad'], { message: 'Välj om du tar emot eller lämnar tillbaka.' }), skal: z.string().trim().min(1, 'Skriv vad du gör med det, eller varför du lämnar tillbaka.').max(4000), arendeId: z.uuid().optional() }), response: { 200: z.object({ arendeId: z.string() }), ...problemsvar } } }, async (req) => {
    const s = await medRoll(t.db, req, ['handlaggare', 'specialist', 'enhetschef'])
    const session = sessionen(req)
    const o = await somPerson(t.db, session, async (q, rad) => {
      const funnen = await lasOverlamning(q, req.params.id)
      if (funnen) await loggaAtkomst(q, rad, 'svarade på en överlämning', funnen.personId, funnen.arendeId)
      return funnen
    })
    if (!o || o.enhet !== s.enhet) throw new Domanfel('saknas', 'overlamningenFinnsInte', 'Överlämningen finns inte, eller så har du inte rätt att se den.')
    if (o.svar) throw konflikt('redanBesvarad', `${o.svar.av.namn} svarade ${o.svar.dag}.`)
    const { arendeId, ...svar } = req.body
    if (arendeId && !(await lasArende(t.db, { session }, arendeId))) throw new Domanfel('saknas', 'arendetFinnsInte', 'Ärendet finns inte, eller så har du inte rätt att se det.', [{ falt: 'arendeId', text: 'Välj ett ärende som du ser.' }])
    // The receiver may not see the case it came from: row security has let them see what was handed over, and the system writes the answer in their name.
    await t.lager.kor({ arendeId: o.arendeId, av: { system: aktorAv(s) }, nu: t.klocka.nu(), kommando: { typ: 'besvaraOverlamning', data: { overlamningId: o.id, ...svar, ...(arendeId && svar.utfall === 'mottagen' ? { arendeId } : {}) } } })
    return { arendeId: o.arendeId }
  })
}

export function registreraForebyggandearenden(app: App, t: Tjanster): void {
  jamforelser(app, t)
  overlamningar(app, t)
}
