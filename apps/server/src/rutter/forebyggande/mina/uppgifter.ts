import { arOppen, Domanfel } from '@atergang/arende'
import {
  arbetsschemaSchema,
  arbetssokandeSchema,
  arsarbetstidSchema,
  datumSchema,
  FULLFOLJD,
  godkandaBehandlingar,
  las,
} from '@atergang/formaner'
import * as z from 'zod'
import type { App, Tjanster } from '../../../app.ts'
import { somForebyggande } from '../../../tjanster/forebyggande.ts'
import { allaIEgetArende, medborgaren, svarSchema } from '../../../tjanster/medborgare.ts'
import { idSchema, problemsvar } from '../../scheman.ts'
import { BAS, fritt, iEget, TAGG } from './gemensamt.ts'

/** What a person may tell by itself, and under which name the case keeps it. */
const uppgifterSchema = z.object({
  arbetsschema: arbetsschemaSchema.optional(),
  arsarbetstid: arsarbetstidSchema.optional(),
  arbetssokande: arbetssokandeSchema.optional(),
})

export function uppgiftsrutter(app: App, t: Tjanster): void {
  const frittKalla = () => ({ typ: 'forsakrad' as const, text: 'Uppgift på Mina sidor', datum: t.klocka.nu().dag })

  app.post(
    `${BAS}/:id/uppgifter`,
    {
      schema: {
        ...TAGG,
        summary: 'Lämna arbetstider, årsarbetstid eller uppgift om arbetssökande; besvarar frågan om de var efterfrågade',
        params: idSchema,
        body: fritt,
        response: { 200: svarSchema, ...problemsvar },
      },
    },
    async (req) => {
      const m = await medborgaren(t, req)
      const u = las(uppgifterSchema, req.body)
      const fakta = [
        ...(u.arbetsschema ? [['arbetsschema', u.arbetsschema] as const] : []),
        ...(u.arsarbetstid ? [['arsarbetstid', { timmar: u.arsarbetstid }] as const] : []),
        ...(u.arbetssokande ? [['arbetssokande', u.arbetssokande] as const] : []),
      ]
      if (fakta.length === 0)
        throw new Domanfel('indata', 'ingenUppgift', 'Fyll i minst en uppgift.', [
          { falt: 'arbetsschema', text: 'Fyll i dina arbetstider.' },
        ])
      return allaIEgetArende(t, m, req.params.id, (l) => {
        somForebyggande(l)
        return fakta.map(([namn, varde]) => ({ typ: 'registreraFaktum', namn, varde, kalla: frittKalla() }))
      })
    },
  )

  app.post(
    `${BAS}/:id/komplettering`,
    {
      schema: {
        ...TAGG,
        summary: 'Svara på det som saknades, fråga för fråga',
        params: idSchema,
        body: z.object({
          begaranId: z.string(),
          svar: z
            .array(z.object({ frageId: z.string(), text: z.string().trim().min(1, 'Skriv ditt svar.').max(20_000) }))
            .min(1, 'Skriv minst ett svar.'),
        }),
        response: { 200: svarSchema, ...problemsvar },
      },
    },
    async (req) => {
      const m = await medborgaren(t, req)
      return iEget(t, m, req.params.id, (l) => {
        const b = l.begaran.find((x) => x.id === req.body.begaranId && x.till === 'forsakrad')
        if (!b || !arOppen(b))
          throw new Domanfel('saknas', 'okandBegaran', 'Frågan finns inte i ditt ärende, eller så är den redan besvarad.')
        const saknas = b.fragor.filter((f) => !req.body.svar.some((s) => s.frageId === f.frageId))
        if (saknas.length)
          throw new Domanfel(
            'indata',
            'svarSaknas',
            'Svara på alla frågor. Vet du inte: skriv det.',
            saknas.map((f) => ({ falt: f.frageId, text: f.text })),
          )
        return { typ: 'besvaraBegaran', begaranId: b.id, svar: req.body.svar }
      })
    },
  )

  app.post(
    `${BAS}/:id/avbruten`,
    {
      schema: {
        ...TAGG,
        summary: 'Anmäl att behandlingen har slutat tidigare än planen',
        params: idSchema,
        body: z.object({ dag: datumSchema, behandling: z.string().optional(), skal: z.string().trim().max(2000).default('') }),
        response: { 200: svarSchema, ...problemsvar },
      },
    },
    async (req) => {
      const m = await medborgaren(t, req)
      const { behandling } = req.body
      return iEget(t, m, req.params.id, (l) => {
        if (behandling && !godkandaBehandlingar(l).some((g) => g.id === behandling))
          throw new Domanfel('indata', 'okandBehandling', 'Behandlingen finns inte bland de godkända.', [
            { falt: 'behandling', text: 'Välj en av de godkända behandlingarna.' },
          ])
        return { typ: 'registreraFaktum', namn: 'avbruten', varde: req.body, kalla: frittKalla() }
      })
    },
  )

  app.post(
    `${BAS}/:id/uppfoljning`,
    {
      schema: {
        ...TAGG,
        summary: 'Berätta hur behandlingen gick; frivilligt',
        params: idSchema,
        body: z.object({
          fullfoljd: z.enum(Object.keys(FULLFOLJD) as [keyof typeof FULLFOLJD, ...(keyof typeof FULLFOLJD)[]], {
            message: 'Välj om du fullföljde behandlingen.',
          }),
          text: z.string().trim().max(4000).default(''),
        }),
        response: { 200: svarSchema, ...problemsvar },
      },
    },
    async (req) => {
      const m = await medborgaren(t, req)
      return iEget(t, m, req.params.id, () => ({
        typ: 'registreraFaktum',
        namn: 'uppfoljningsnot',
        varde: { ...req.body, dag: t.klocka.nu().dag },
        kalla: frittKalla(),
      }))
    },
  )
}
