import { Domanfel } from '@atergang/arende'
import { behandlingsnamn, datumSchema, dosen, evidensFor, evidensfallet, forebyggandestatistik, liknandeFall, namnPaBehandling, planAttProva, planerna, behandlingarna, type Forebyggandepost } from '@atergang/formaner'
import { aktorAv, lasArende, lasEvidensregistret, liknandePoster, loggaAtkomst, somPerson, type Anonympost } from '@atergang/lager'
import type { FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { App, Tjanster } from '../../app.ts'
import { medRoll, sessionen } from '../../auth/session.ts'
import { ersattningsansokan, oppnaPlanarende, planansokan, somForebyggande } from '../../tjanster/forebyggande.ts'
import { kandPerson, personenAv, somPersonnummer } from '../../tjanster/personer.ts'
import { idSchema, problemsvar } from '../scheman.ts'
import { svarsvy } from './evidens.ts'
import { behandlingsvySchema, evidenssvarSchema, liknandeSchema, rader } from './scheman.ts'
import { utlatandet } from './utlatande.ts'

const TAGG = { tags: ['Förebyggande sjukpenning'] }
const OFFICER = ['handlaggare', 'specialist'] as const
const fritt = z.record(z.string(), z.unknown())
const svarSchema = z.object({ arendeId: z.string(), version: z.number() })

async function lagetFor(t: Tjanster, req: FastifyRequest, id: string) {
  const helt = await lasArende(t.db, { session: sessionen(req) }, id)
  if (!helt) throw new Domanfel('saknas', 'arendetFinnsInte', 'Ärendet finns inte, eller så har du inte rätt att se det.')
  return somForebyggande(helt.lage)
}

/** What leaves the store for comparison names no area: it is asked for by a person's case. */
export const somPost = (p: Anonympost): Forebyggandepost => ({ ...p, person: '', kon: 'okant', lan: '', omrade: '', kompletteringar: [], specialist: [] })

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

/** What comes on paper or is told over the telephone is entered by an officer: by the same commands as on Mina sidor. */
function papper(app: App, t: Tjanster): void {
  const kanal = z.enum(['post', 'uppladdning']).default('post')

  app.post('/api/v1/forebyggande/arenden', { schema: { ...TAGG, summary: 'Öppna ett ärende av en ansökan på papper', body: z.object({ personnummer: z.string(), fornamn: z.string().trim().max(200).optional(), efternamn: z.string().trim().max(200).optional(), inkom: datumSchema, kanal, ansokan: fritt }), response: { 201: svarSchema.extend({ nummer: z.string() }), ...problemsvar } } }, async (req, svar) => {
    const s = await medRoll(t.db, req, OFFICER)
    const personnummer = somPersonnummer(req.body.personnummer)
    if (!personnummer) throw new Domanfel('indata', 'felPersonnummer', 'Skriv personnumret med tolv siffror.', [{ falt: 'personnummer', text: 'Skriv ÅÅÅÅMMDD-NNNN.' }])
    const kand = await kandPerson(t, personnummer)
    const { fornamn, efternamn } = req.body
    if (!kand && (!fornamn || !efternamn)) throw new Domanfel('indata', 'namnSaknas', 'Personen är inte känd här. Skriv namnet som det står i ansökan.', [{ falt: 'fornamn', text: 'Skriv förnamnet.' }, { falt: 'efternamn', text: 'Skriv efternamnet.' }])
    if (kand?.skyddad && !s.far_se_skyddade) throw new Domanfel('behorighet', 'ejBehorig', 'Ärendet kan inte öppnas av dig. Lämna ansökan till en specialist.')
    const person = kand ?? (await personenAv(t, { personnummer, fornamn: fornamn!, efternamn: efternamn! }))
    const { kommando, dokument } = planansokan(t, { aktor: aktorAv(s), kanal: req.body.kanal, inkom: inteFramtid(t, req.body.inkom) }, req.body.ansokan)
    const nytt = await oppnaPlanarende(t, { person, ...(person.lan ? {} : { enhet: s.enhet }), aktor: aktorAv(s), forsta: [kommando], dokument })
    return svar.status(201).send({ arendeId: nytt.arendeId, version: nytt.version, nummer: nytt.nummer })
  })

  app.post('/api/v1/forebyggande/arenden/:id/plan', { schema: { ...TAGG, summary: 'Skriv in en ändrad eller utökad plan från papper', params: idSchema, body: z.object({ inkom: datumSchema, kanal, ansokan: fritt }), response: { 201: svarSchema, ...problemsvar } } }, async (req, svar) => {
    const s = await medRoll(t.db, req, OFFICER)
    await lagetFor(t, req, req.params.id)
    const { kommando, dokument } = planansokan(t, { aktor: aktorAv(s), kanal: req.body.kanal, inkom: inteFramtid(t, req.body.inkom) }, req.body.ansokan)
    const k = await t.lager.kor({ arendeId: req.params.id, av: { session: sessionen(req) }, nu: t.klocka.nu(), kommando, dokument })
    return svar.status(201).send({ arendeId: k.arendeId, version: k.version })
  })

  app.post('/api/v1/forebyggande/arenden/:id/utlatande', { schema: { ...TAGG, summary: 'Skriv in ett läkarutlåtande från papper', params: idSchema, body: z.object({ inkom: datumSchema, kanal, utlatande: fritt }), response: { 201: svarSchema, ...problemsvar } } }, async (req, svar) => {
    await medRoll(t.db, req, OFFICER)
    await lagetFor(t, req, req.params.id)
    const { handling, dokument, varde } = utlatandet(req.body.utlatande, { kanal: req.body.kanal, inkom: inteFramtid(t, req.body.inkom) })
    const k = await t.lager.kor({ arendeId: req.params.id, av: { session: sessionen(req) }, nu: t.klocka.nu(), dokument, kommando: { typ: 'taEmotUtlatande', data: { handling, varde } } })
    return svar.status(201).send({ arendeId: k.arendeId, version: k.version })
  })

  app.post('/api/v1/forebyggande/arenden/:id/ersattning', { schema: { ...TAGG, summary: 'Skriv in en ansökan om ersättning från papper', params: idSchema, body: z.object({ inkom: datumSchema, kanal, ersatter: z.string().optional(), ansokan: fritt }), response: { 201: svarSchema, ...problemsvar } } }, async (req, svar) => {
    const s = await medRoll(t.db, req, OFFICER)
    await lagetFor(t, req, req.params.id)
    const { kommando, dokument } = ersattningsansokan(t, { aktor: aktorAv(s), kanal: req.body.kanal, inkom: inteFramtid(t, req.body.inkom) }, req.body.ansokan, req.body.ersatter)
    const k = await t.lager.kor({ arendeId: req.params.id, av: { session: sessionen(req) }, nu: t.klocka.nu(), kommando, dokument })
    return svar.status(201).send({ arendeId: k.arendeId, version: k.version })
  })
}

function inteFramtid(t: Tjanster, inkom: z.output<typeof datumSchema>): z.output<typeof datumSchema> {
  if (inkom > t.klocka.nu().dag) throw new Domanfel('indata', 'inkomIFramtiden', 'Dagen då ansökan kom in har inte varit än.', [{ falt: 'inkom', text: 'Ange dagen då den kom in.' }])
  return inkom
}

export function registreraForebyggandearenden(app: App, t: Tjanster): void {
  jamforelser(app, t)
  papper(app, t)
}
