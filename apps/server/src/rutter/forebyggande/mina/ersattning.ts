import {
  ansokanErsattningSchema,
  forhandskollFore,
  forhandsuppgifterSchema,
  FORMULAR,
  godkandaBehandlingar,
  las,
  minForebyggande,
  saknasIErsattningen,
  type AnsokanErsattning,
  type Flage,
} from '@atergang/formaner'
import * as z from 'zod'
import type { App, Tjanster } from '../../../app.ts'
import { ersattningsansokan, kantOm } from '../../../tjanster/forebyggande.ts'
import { medborgaren, svarSchema, type Medborgare } from '../../../tjanster/medborgare.ts'
import { idSchema, problemsvar } from '../../scheman.ts'
import { datum, forhandskollSchema, kantSchema, minForebyggandeSchema, rader } from '../scheman.ts'
import { BAS, egetLage, fritt, iEget, kasta, spara, sparat, TAGG, utkastet, utkastSchema } from './gemensamt.ts'

/** One for each case: a claim half filled in. */
const ersattningsutkast = (arendeId: string): string => `forebyggande-ersattning/${arendeId}`

/** Working time as the person told it in the claim goes before what the case knew: reckoned on a case that has both. */
const medUppgifter = (l: Flage, a: AnsokanErsattning): Flage => ({
  ...l,
  fakta: [
    ...l.fakta,
    {
      id: 'forslag',
      namn: 'ansokanErsattning',
      varde: a,
      kalla: { typ: 'forsakrad', text: 'påbörjad ansökan' },
      registrerad: '9999',
      av: { id: '', namn: '', roll: 'forsakrad' },
    },
  ] as Flage['fakta'],
})

export function ersattningsrutter(app: App, t: Tjanster): void {
  app.get(
    `${BAS}/:id/ersattning`,
    {
      schema: {
        ...TAGG,
        summary: 'Påbörjad ansökan om ersättning, med det godkända som förslag',
        params: idSchema,
        response: {
          200: z.object({
            idag: datum,
            formularversion: z.string(),
            ...utkastSchema,
            godkanda: minForebyggandeSchema.shape.godkanda,
            ersattningar: minForebyggandeSchema.shape.ersattningar,
            kant: kantSchema,
          }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      const m = await medborgaren(t, req)
      const { dag } = t.klocka.nu()
      const min = minForebyggande(await egetLage(t, m, req.params.id), dag)
      return {
        idag: dag,
        formularversion: FORMULAR.ersattning,
        ...(await utkastet(t, m, ersattningsutkast(req.params.id))),
        godkanda: min.godkanda,
        ersattningar: min.ersattningar,
        kant: min.kant,
      }
    },
  )

  app.put(
    `${BAS}/:id/ersattning`,
    {
      schema: {
        ...TAGG,
        summary: 'Spara påbörjad ansökan om ersättning',
        params: idSchema,
        body: z.object({ innehall: z.unknown() }),
        response: sparat,
      },
    },
    async (req) => {
      const m = await medborgaren(t, req)
      await egetLage(t, m, req.params.id)
      return spara(t, m, ersattningsutkast(req.params.id), req.params.id, req.body.innehall)
    },
  )

  app.post(
    `${BAS}/:id/ersattning/granskning`,
    {
      schema: {
        ...TAGG,
        summary: 'Vad som inte stämmer i ansökan, rad för rad, och vad dagarna når. Inget sparas och inget hindrar att den skickas',
        params: idSchema,
        body: fritt,
        response: {
          200: z.object({ anmarkningar: rader(z.object({ falt: z.string(), text: z.string() })), koll: forhandskollSchema.nullable() }),
          ...problemsvar,
        },
      },
    },
    async (req) => {
      const m = await medborgaren(t, req)
      const l = await egetLage(t, m, req.params.id)
      const { dag } = t.klocka.nu()
      const a = las(ansokanErsattningSchema, { hederOchSamvete: false, ...req.body, inkom: dag })
      const alla = saknasIErsattningen(medUppgifter(l, a), a).filter((b) => !b.text.startsWith('Underskrift'))
      return { anmarkningar: alla.map((b) => ({ falt: b.falt ?? 'annat', text: b.text })), koll: await kollenAv(t, m, l, a) }
    },
  )

  app.post(
    `${BAS}/:id/ersattning`,
    {
      schema: {
        ...TAGG,
        summary: 'Skriv under och skicka ansökan om ersättning; med ersatter rättas en som inte är avgjord',
        params: idSchema,
        body: z.object({ ersatter: z.string().optional(), ansokan: fritt }),
        response: { 201: svarSchema, ...problemsvar },
      },
    },
    async (req, svar) => {
      const m = await medborgaren(t, req)
      const { kommando, dokument } = ersattningsansokan(t, { aktor: m.aktor, kanal: 'minaSidor' }, req.body.ansokan, req.body.ersatter)
      const resultat = await iEget(t, m, req.params.id, () => kommando, dokument)
      await kasta(t, m, ersattningsutkast(req.params.id))
      return svar.status(201).send(resultat)
    },
  )
}

/** The claim as days: what each reaches and roughly gives, by the same reckoning as before the treatment. Null when a row cannot be read as a visit. */
async function kollenAv(t: Tjanster, m: Medborgare, l: Flage, a: AnsokanErsattning) {
  const { kant, fore } = await kantOm(t, m.personId)
  const namn = new Map(godkandaBehandlingar(l).map((g) => [g.id, g.plan]))
  const behandlingar = a.tillfallen.map((x) => {
    const p = namn.get(x.behandling)
    const resa = (x.resaDitMin ?? 0) + (x.resaHemMin ?? 0)
    return {
      id: x.id,
      behandling: p?.behandling ?? 'annat',
      annatText: p?.annatText ?? 'Ansökt behandling',
      ...(p?.beskrivning ? { beskrivning: p.beskrivning } : {}),
      utforande: x.utforande,
      vardgivare: p?.vardgivare || 'Vårdgivaren',
      besok: [
        {
          slag: 'dagar' as const,
          datum: [x.datum],
          start: x.start,
          behandlingMin: x.behandlingMin,
          forberedelseMin: x.forberedelseMin,
          resaMin: x.resaMin ?? resa,
          efterMin: x.efterMin ?? 0,
        },
      ],
    }
  })
  const tolkad = forhandsuppgifterSchema.safeParse({
    behandlingar,
    sysselsattning: a.sysselsattning ?? kant.sysselsattning ?? undefined,
    arbetsschema: a.arbetsschema ?? kant.arbetsschema ?? undefined,
    arsarbetstid: a.arsarbetstid ?? kant.arsarbetstid ?? undefined,
    arbetssokande: a.arbetssokande ?? kant.arbetssokande ?? undefined,
    inkomst: a.inkomst ?? kant.inkomst ?? undefined,
  })
  return tolkad.success ? forhandskollFore(tolkad.data, t.klocka.nu().dag, fore) : null
}
