import type { Brist } from '../../gemensamt/ansokan/granskning.ts'
import type { AnsokanPlan, Utlatande } from '../fakta.ts'
import { behandlingsfel } from '../koder/behandlingar.ts'
import { olasligtPaPappret, saknasPaPappret } from '../papper.ts'
import type { Kompletteringsrad } from './bedomning.ts'
import { behandlingarna, namnPaBehandling } from './planlage.ts'
import { planeradeTillfallen } from './plan.ts'

/** What a proper trial of the plan needs and the application does not say, each with the field it is asked for by (B024–B025). */
export function saknasIPlanen(a: AnsokanPlan): Brist[] {
  return [
    ...(a.hederOchSamvete && a.underskrift ? [] : [{ text: 'Underskrift på heder och samvete (110 kap. 4 §)', falt: 'annat' }]),
    ...(a.behandlingar.length ? [] : [{ text: 'Vilken behandling det gäller', falt: 'behandlingsval' }]),
    ...behandlingarna(a).flatMap((b): Brist[] => {
      const fel = behandlingsfel({ kod: b.behandling, annatText: b.annatText, utforande: b.utforande, beskrivning: b.beskrivning })
      const namn = namnPaBehandling(b)
      return [
        ...(fel
          ? [
              {
                text:
                  fel.falt === 'kod'
                    ? 'Vilken behandling det gäller'
                    : fel.falt === 'annatText'
                      ? 'Vad behandlingen är'
                      : `Vad behandlingen utomlands består av (${namn})`,
                falt: 'behandlingsval',
              },
            ]
          : []),
        ...(b.vardgivare ? [] : [{ text: `Vem som ger behandlingen (${namn})`, falt: 'behandlingsval' }]),
        ...(planeradeTillfallen([b]).length ? [] : [{ text: `Dagar och tider för behandlingen (${namn})`, falt: 'tillfallen' }]),
      ]
    }),
    ...saknasPaPappret(a.papper),
  ]
}

const rad = (falt: Kompletteringsrad['falt'], text: string, skal: string): Kompletteringsrad => ({ falt, text, skal })

/** What the statement leaves out, as questions to the doctor; a proposal that the officer changes (section 7 of the specification). */
export function saknasIUtlatandet(namn: string, u: Omit<Utlatande, 'inkom' | 'handlingId' | 'formularversion'>): Kompletteringsrad[] {
  return [
    ...(u.diagnoser.length
      ? []
      : [rad('sjukdom', `Vilken diagnos har ${namn}? Ange kod enligt ICD-10-SE.`, 'Diagnosen avgör vilket stöd behandlingen har.')]),
    ...(u.beskrivning
      ? []
      : [
          rad(
            'sjukdom',
            'Beskriv sjukdomen som riskerar att sätta ned arbetsförmågan.',
            'Risken ska gälla sjukdom som sätter ned arbetsförmågan.',
          ),
        ]),
    ...(u.risk
      ? []
      : [
          rad(
            'risk',
            'Varför är risken för nedsatt arbetsförmåga ökad? Tidigare sjukskrivning krävs inte.',
            'Risken behöver vara visad för att planen ska godkännas.',
          ),
        ]),
    ...(u.behandlingar.length && u.behandlingar.every((b) => b.hurMinskarRisken)
      ? []
      : [
          rad(
            'behandlingsval',
            'Hur minskar behandlingen risken, och vilket stöd har den i vetenskap och beprövad erfarenhet?',
            'Behandlingen ska ha stöd för det här problemet.',
          ),
        ]),
    ...(u.behandlingar.some((b) => b.schema || b.schemaSaknas || b.from)
      ? []
      : [
          rad(
            'behandlingsschema',
            'Finns ett behandlingsschema? Ange det, eller när det kommer.',
            'Schemat visar hur behandlingen är upplagd.',
          ),
        ]),
    ...(u.uppfoljning
      ? []
      : [rad('uppfoljning', 'När och hur följer vården upp behandlingen?', 'Uppföljningen visar om behandlingen hjälper.')]),
    ...(u.lakare ? [] : [rad('ordination', 'Vilken läkare har ordinerat behandlingen?', 'Behandlingen ska vara ordinerad av läkare.')]),
    ...olasligtPaPappret(u.papper).map((o) =>
      rad(o.falt, `Det här gick inte att läsa på pappret: ${o.text}. Vad står det?`, 'Utlåtandet kom på papper.'),
    ),
  ]
}
