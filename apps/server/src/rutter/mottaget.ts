import { aktorAv, avskrivMottaget, loggaLista, oplaceradeMottagna, somPerson } from '@atergang/lager'
import * as z from 'zod'
import type { App, Tjanster } from '../app.ts'
import { medRoll, sessionen } from '../auth/session.ts'
import { finnsInte, forslag, oppnaMottaget, placera, type Tolkning } from '../tjanster/mottaget.ts'
import { problemsvar } from './scheman.ts'

const TAGG = { tags: ['Mottaget'] }
const params = z.object({ id: z.uuid('Adressen ska innehålla filens id.') })
const rad = {
  id: z.string(),
  kanal: z.string(),
  filnamn: z.string(),
  problem: z.object({ kod: z.string(), text: z.string() }),
  tid: z.string(),
  arende: z.object({ id: z.string(), nummer: z.string(), namn: z.string() }).nullable(),
}

/** Text shown of a file; the whole is downloaded. */
const HOGST_TECKEN = 20_000

/** What the file says of itself, in one sentence. */
function beskrivning(x: Tolkning): string {
  if (x.slag === 'intyg') return `Läkarintyg ${x.intyg.typ} ${x.intyg.version} av ${x.intyg.skapadAv.namn}, ${x.intyg.skapadAv.enhet.namn}.`
  if (x.slag === 'lakarsvar') return `Meddelande från ${x.svar.skickatAv.namn}, ${x.svar.skickatAv.enhet.namn}: ${x.svar.meddelande}`
  return 'Filen går inte att läsa automatiskt. Öppna den och se efter vem den gäller.'
}

const patienten = (x: Tolkning): string | null =>
  x.slag === 'intyg' ? [x.intyg.patient.fornamn, x.intyg.patient.efternamn].filter(Boolean).join(' ') || null : null

export function registreraMottaget(app: App, t: Tjanster): void {
  app.get(
    '/api/v1/mottaget',
    {
      schema: {
        ...TAGG,
        summary: 'Filer som kommit in men inte kunnat placeras',
        response: { 200: z.object({ rader: z.array(z.object(rad)) }), ...problemsvar },
      },
    },
    async (req) => {
      await medRoll(t.db, req, ['handlaggare', 'specialist', 'enhetschef'])
      return somPerson(t.db, sessionen(req), async (q, s) => {
        const rader = await oplaceradeMottagna(q)
        await loggaLista(
          q,
          s,
          'mottaget',
          t.klocka.nu().dag,
          rader.flatMap((r) => (r.arende ? [{ arendeId: r.arende.id, personId: r.arende.personId }] : [])),
        )
        return {
          rader: rader.map(({ arende, ...r }) => ({ ...r, arende: arende && { id: arende.id, nummer: arende.nummer, namn: arende.namn } })),
        }
      })
    },
  )

  app.get(
    '/api/v1/mottaget/:id',
    {
      schema: {
        ...TAGG,
        summary: 'En mottagen fil, och var den kan höra hemma',
        params,
        response: {
          200: z.object({
            ...rad,
            slag: z.enum(['intyg', 'lakarsvar', 'olasbar']),
            beskrivning: z.string(),
            personnummer: z.string().nullable(),
            namn: z.string().nullable(),
            text: z.string(),
            avkortad: z.boolean(),
            forslag: z
              .object({
                arende: z.object({ id: z.string(), nummer: z.string(), namn: z.string() }),
                fragor: z.array(z.object({ id: z.string(), text: z.string(), skickad: z.string() })),
              })
              .nullable(),
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      await medRoll(t.db, req, ['handlaggare', 'specialist', 'enhetschef'])
      const session = sessionen(req)
      const { tolkning, innehall, arende, ...m } = await oppnaMottaget(t, session, req.params.id, 'öppnade en mottagen fil')
      const f = await forslag(t, session, { ...m, arende }, tolkning)
      const text = innehall.toString('utf8')
      return {
        ...m,
        arende: arende && { id: arende.id, nummer: arende.nummer, namn: arende.namn },
        slag: tolkning.slag,
        beskrivning: beskrivning(tolkning),
        personnummer: tolkning.personnummer,
        namn: patienten(tolkning),
        text: text.slice(0, HOGST_TECKEN),
        avkortad: text.length > HOGST_TECKEN,
        forslag: f && {
          arende: f.arende,
          fragor: f.fragor.map((b) => ({ id: b.id, text: b.fragor.map((x) => x.text).join(' '), skickad: b.skickad })),
        },
      }
    },
  )

  app.get(
    '/api/v1/mottaget/:id/fil',
    { schema: { ...TAGG, summary: 'Filen, byte för byte', params, response: problemsvar } },
    async (req, svar) => {
      await medRoll(t.db, req, ['handlaggare', 'specialist', 'enhetschef'])
      const m = await oppnaMottaget(t, sessionen(req), req.params.id, 'hämtade en mottagen fil')
      return svar
        .header('content-type', 'application/octet-stream')
        .header('content-disposition', `attachment; filename="mottaget-${m.id.slice(0, 8)}.bin"`)
        .header('cache-control', 'no-store')
        .send(m.innehall as never)
    },
  )

  app.post(
    '/api/v1/mottaget/:id/placering',
    {
      schema: {
        ...TAGG,
        summary: 'Lägg filen i ett ärende',
        params,
        body: z.object({ till: z.string().max(50).optional(), begaranId: z.uuid().optional() }),
        response: { 200: z.object({ arendeId: z.string(), nyttArende: z.boolean() }), ...problemsvar },
      },
    },
    async (req) => {
      const s = await medRoll(t.db, req, ['handlaggare', 'specialist'])
      return placera(t, sessionen(req), aktorAv(s), req.params.id, req.body)
    },
  )

  app.post(
    '/api/v1/mottaget/:id/avskrivning',
    {
      schema: {
        ...TAGG,
        summary: 'Skriv av filen: den behålls, men hör inte till något ärende',
        params,
        body: z.object({ skal: z.string().trim().min(1, 'Skriv varför filen skrivs av.').max(2000) }),
        response: { 204: z.null(), ...problemsvar },
      },
    },
    async (req, svar) => {
      await medRoll(t.db, req, ['handlaggare', 'specialist'])
      const session = sessionen(req)
      await oppnaMottaget(t, session, req.params.id, 'skrev av en mottagen fil')
      const gick = await somPerson(t.db, session, (q, s) =>
        avskrivMottaget(q, req.params.id, { skal: req.body.skal, av: s.anvandare, tid: t.klocka.nu().tid }),
      )
      if (!gick) throw finnsInte()
      return svar.status(204).send(null)
    },
  )
}
