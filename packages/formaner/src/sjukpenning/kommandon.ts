import {
  arOppen,
  type Beslut,
  type Beslutsrad,
  HANDLAGGARROLLER,
  type Handling,
  indatafel,
  type Kommandodefinition,
  konflikt,
  type Motivering,
} from '@atergang/arende'
import { fristDagar, periodtext, type Datum } from '@atergang/kalender'
import { arbetsgivarfrist, flera, vardetDen } from '@atergang/regelverk'
import * as z from 'zod'
import { beslutsgrund, beslutshandelser } from '../gemensamt/beslut/handelser.ts'
import { begaranMedBrev, sandPaminnelse } from '../gemensamt/brev/begaran.ts'
import { handlingSchema } from '../gemensamt/handling.ts'
import { fragaFmr } from '../gemensamt/konsultation.ts'
import { besvaraOverlamning, foljOverlamning, kopplaOverlamning, lamnaOver } from '../gemensamt/overlamning.ts'
import { skrivelsekommando } from '../gemensamt/skrivelser.ts'
import { las, periodSchema, text } from '../las.ts'
import { interimistisktBrev } from './brev/ovriga.ts'
import { BEGARANSORD, paminnelsebrev } from './brev/paminnelse.ts'
import {
  ansokanSchema,
  intygsuppgiftSchema,
  planSchema,
  type Ansokan,
  type Intygsuppgift,
  type Sjukpenningfakta,
  type Slage,
} from './fakta.ts'
import { interimistisktSchema } from './handlaggning.ts'
import { interimlage } from './interimistiskt.ts'
import { dagensSysselsattning, underlaget } from './underlag.ts'
import { utbetalningsrader } from './utbetalning.ts'
import { VERSIONER } from './versioner.ts'

type Def<D> = Kommandodefinition<Sjukpenningfakta, D>

interface Mottaget<V> {
  handling: Handling
  varde: V
  besvarar?: string | undefined
  ersatter?: string | undefined
}

/** A certificate has come in: the document and what it says. Kept whatever it lacks; the flow asks about the rest. */
const taEmotIntyg: Def<Mottaget<Intygsuppgift>> = {
  roller: [...HANDLAGGARROLLER, 'vard', 'system', 'forsakrad'],
  las: (v) =>
    las(
      z.object({ handling: handlingSchema, varde: intygsuppgiftSchema, besvarar: z.string().optional(), ersatter: z.string().optional() }),
      v,
    ) as Mottaget<Intygsuppgift>,
  utfor(lage, d, k) {
    const kant = lage.fakta.find((f) => f.namn === 'intyg' && (f.varde as Intygsuppgift).intygsId === d.varde.intygsId)
    if (kant) throw konflikt('intygetFinns', `Intyget finns redan i ärendet, sedan ${kant.registrerad.slice(0, 10)}. Inget har ändrats.`)
    const faktum = {
      id: k.nyttId(),
      namn: 'intyg',
      varde: d.varde,
      kalla: { typ: 'handling' as const, text: `Läkarintyg, ${d.varde.lakare}`, id: d.handling.id, datum: d.handling.inkom },
      registrerad: k.tid,
      av: k.aktor,
      ...(d.ersatter ? { ersatter: d.ersatter } : {}),
    }
    const begaran = d.besvarar ? lage.begaran.find((b) => b.id === d.besvarar && !b.svar && !b.aterkallad) : undefined
    return [
      { typ: 'handlingTillford', handling: d.handling },
      { typ: 'faktumRegistrerat', faktum },
      ...(begaran
        ? [
            {
              typ: 'begaranBesvarad' as const,
              begaranId: begaran.id,
              svar: {
                dag: k.dag,
                tid: k.tid,
                av: k.aktor,
                handlingId: d.handling.id,
                svar: begaran.fragor.map((f) => ({ frageId: f.frageId, text: 'Besvarad med ett nytt intyg.' })),
              },
            },
          ]
        : []),
    ]
  },
}

/** The application, as the person signed it. Incomplete ones are taken in too: nobody is stopped from applying. */
const taEmotAnsokan: Def<{ handling: Handling; varde: Ansokan }> = {
  roller: ['forsakrad', ...HANDLAGGARROLLER, 'system'],
  las: (v) => las(z.object({ handling: handlingSchema, varde: ansokanSchema }), v) as { handling: Handling; varde: Ansokan },
  utfor(lage, d, k) {
    const fragor = lage.begaran.filter((b) => (b.typ === 'ansokanskomplettering' || b.typ === 'forelaggande') && arOppen(b))
    const kalla = { typ: 'forsakrad' as const, text: 'Ansökan på heder och samvete', id: d.handling.id, datum: d.varde.inkom }
    return [
      { typ: 'handlingTillford', handling: d.handling },
      { typ: 'faktumRegistrerat', faktum: { id: k.nyttId(), namn: 'ansokan', varde: d.varde, kalla, registrerad: k.tid, av: k.aktor } },
      // A new application is the person's answer to what was missing in the last one.
      ...fragor.map((b) => ({
        typ: 'begaranBesvarad' as const,
        begaranId: b.id,
        svar: {
          dag: k.dag,
          tid: k.tid,
          av: k.aktor,
          handlingId: d.handling.id,
          svar: b.fragor.map((f) => ({ frageId: f.frageId, text: 'Besvarad med en ny ansökan.' })),
        },
      })),
    ]
  },
}

/** The employer's plan, sent by the employer or fetched when needed; answers a request for it when one stands open. */
const taEmotPlan: Def<{ handling: Handling; varde: z.infer<typeof planSchema> }> = {
  roller: ['arbetsgivare', ...HANDLAGGARROLLER, 'system'],
  las: (v) =>
    las(z.object({ handling: handlingSchema, varde: planSchema }), v) as { handling: Handling; varde: z.infer<typeof planSchema> },
  utfor(lage, d, k) {
    const b = lage.begaran.find((x) => x.typ === 'atergansplan' && !x.svar && !x.aterkallad)
    return [
      { typ: 'handlingTillford', handling: d.handling },
      {
        typ: 'faktumRegistrerat',
        faktum: {
          id: k.nyttId(),
          namn: 'plan',
          varde: d.varde,
          kalla: { typ: 'arbetsgivare', text: 'Arbetsgivarens plan', id: d.handling.id, datum: d.handling.inkom },
          registrerad: k.tid,
          av: k.aktor,
        },
      },
      ...(b
        ? [
            {
              typ: 'begaranBesvarad' as const,
              begaranId: b.id,
              svar: {
                dag: k.dag,
                tid: k.tid,
                av: k.aktor,
                handlingId: d.handling.id,
                svar: b.fragor.map((f) => ({
                  frageId: f.frageId,
                  text: d.varde.finns ? d.varde.atgarder || 'Planen är bifogad.' : 'Någon plan finns inte.',
                })),
              },
            },
          ]
        : []),
    ]
  },
}

/** Fetch the plan (A014): only when the officer needs it. */
const begarPlan: Def<{ text: string }> = {
  sander: true,
  roller: HANDLAGGARROLLER,
  las: (v) => las(z.object({ text: text('Vad du behöver veta', 2000) }), v),
  utfor(lage, d, k) {
    const l = lage as Slage
    const a = dagensSysselsattning(underlaget(l, k.dag))?.arbetsgivare
    if (!a)
      throw indatafel('saknarArbetsgivare', 'Det framgår inte vem arbetsgivaren är.', [
        { falt: 'arbetsgivare', text: 'Registrera arbetsgivaren bland fakta först.' },
      ])
    return begaranMedBrev(l, k, BEGARANSORD, {
      typ: 'atergansplan',
      till: 'arbetsgivare',
      tillNamn: a.namn,
      ...(a.orgnr ? { tillId: a.orgnr } : {}),
      rubrik: 'Arbetsgivarens plan för återgång',
      lagrum: flera('30:6', '30:6 a', '110:14'),
      fragor: [{ frageId: k.nyttId(), text: d.text }],
      senast: fristDagar(k.dag, vardetDen(arbetsgivarfrist, k.dag)),
    })
  },
}

/** Interim sjukpenning for days that await their final decision (112 kap. 2 a §). */
const beslutaInterimistiskt: Def<z.output<typeof interimistisktSchema>> = {
  sander: true,
  roller: ['handlaggare'],
  las: (v) => las(interimistisktSchema, v),
  utfor(lage, d, k) {
    const l = lage as Slage
    const u = underlaget(l, k.dag)
    const lagen = interimlage(l, u)
    if (!lagen.mojligt) throw konflikt('interimistisktInteMojligt', lagen.varfor)
    const dagar = lagen.dagar.filter((p) => d.from <= p.from && p.tom <= d.tom)
    if (dagar.length === 0)
      throw indatafel('ingaDagar', `Inga av dagarna ${periodtext(d)} väntar på beslut. ${lagen.varfor}`, [
        { falt: 'from', text: 'Välj dagar som väntar på beslut.' },
      ])
    const yrkade = u.grupper.flatMap((g) => g.rader)
    const rader = dagar.map((p): Beslutsrad => {
      const grad = yrkade.find((r) => r.from === p.from)!.yrkadGrad
      return { ...p, utfall: 'beviljat', grad, yrkadGrad: grad, lagrum: flera('112:2 a') }
    })
    const { rader: utbetalning, saknas } = utbetalningsrader(l, u, rader)
    if (saknas.length) throw konflikt('kanInteRaknas', saknas.join(' '))
    const motivering: Motivering = {
      avgorande: `Sjukperioden har pågått i minst 15 dagar, sjukpenning har lämnats tidigare i den och inget talar emot. ${d.skal}`,
      omstandigheter: '',
      bedomning: '',
      saknades: '',
    }
    const period = { from: rader[0]!.from, tom: rader.at(-1)!.tom }
    const beslut: Beslut = {
      ...beslutsgrund(l, k, VERSIONER),
      typ: 'interimistiskt',
      utfall: 'beviljat',
      period,
      rader,
      motivering,
      lagrum: flera('112:2 a'),
      forklaringar: [],
      utbetalning,
      medverkande: [],
    }
    return beslutshandelser(k, beslut, interimistisktBrev(l, beslut))
  },
}

/** Days without a certificate that the officer means to try anyway, with the reason. */
const provaUtanIntyg: Def<{ from: Datum; tom: Datum; skal: string }> = {
  roller: HANDLAGGARROLLER,
  las: (v) => las(periodSchema.and(z.object({ skal: text('Skälet') })), v),
  utfor(lage, d, k) {
    const l = lage as Slage
    const dagar = underlaget(l, k.dag).ostyrkta
    if (!dagar.some((p) => p.from <= d.tom && d.from <= p.tom))
      throw indatafel('ingaDagar', `Inga yrkade dagar saknar intyg i perioden ${periodtext(d)}.`, [
        { falt: 'from', text: 'Välj dagar som saknar intyg.' },
      ])
    return [
      {
        typ: 'faktumRegistrerat',
        faktum: {
          id: k.nyttId(),
          namn: 'provasUtanIntyg',
          varde: { skal: d.skal },
          period: { from: d.from, tom: d.tom },
          kalla: { typ: 'bedomning', text: k.aktor.namn, datum: k.dag },
          registrerad: k.tid,
          av: k.aktor,
        },
      },
    ]
  },
}

export const kommandon = {
  taEmotIntyg,
  taEmotAnsokan,
  taEmotPlan,
  begarPlan,
  fragaFmr,
  beslutaInterimistiskt,
  begarOmprovning: skrivelsekommando('omprovning'),
  overklaga: skrivelsekommando('overklagande'),
  provaUtanIntyg,
  lamnaOver: lamnaOver('forebyggande-sjukpenning'),
  besvaraOverlamning,
  kopplaOverlamning,
  foljOverlamning,
  sandPaminnelse: sandPaminnelse(paminnelsebrev),
}
