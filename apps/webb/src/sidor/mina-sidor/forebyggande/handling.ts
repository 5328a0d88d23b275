import {
  behandlingsnamn,
  INITIATIVTAGARE,
  SYFTEN,
  UTFORANDEFORMER,
  type AnsokanErsattning,
  type AnsokanPlan,
  type Utlatande,
} from '@atergang/formaner'
import { medManadsnamn, periodtext } from '@atergang/kalender'
import { skrivTal } from '../../../stod/tal.ts'
import { kr } from '../../../stod/text.ts'
import type { Rad } from '../ansokan/sammanfatta.ts'
import { SYSSELSATTNINGSTEXT } from '../texter.ts'
import { arbetstidsrader, besokstext } from './sammanfatta.ts'

// What stands in the documents of förebyggande sjukpenning, as questions and answers.

const rad = (fraga: string, svar: string | undefined): Rad => ({ fraga, svar: svar ?? '' })
const ihop = (delar: readonly (string | false | undefined | 0)[]): string => delar.filter(Boolean).join(', ')
const pa = (alla: readonly unknown[], i: number, fraga: string): string => (alla.length > 1 ? `${fraga} ${i + 1}` : fraga)

const arbetet = (a: AnsokanPlan | AnsokanErsattning): Rad[] => [
  rad('Sysselsättning', a.sysselsattning && SYSSELSATTNINGSTEXT[a.sysselsattning]),
  rad('Arbetsgivare', ihop([a.arbetsgivare?.namn, a.arbetsgivare?.orgnr])),
  ...(a.arbetsschema ? arbetstidsrader(a.arbetsschema) : []),
  rad('Årsarbetstid', a.arsarbetstid === undefined ? '' : `${skrivTal(a.arsarbetstid)} timmar`),
  rad(
    'Arbetssökande',
    a.arbetssokande &&
      `${a.arbetssokande.anmald ? 'anmäld' : 'inte anmäld'}, ${a.arbetssokande.beredd ? 'beredd' : 'inte beredd'} att ta ett arbete, ${skrivTal(a.arbetssokande.timmarPerDag)} timmar om dagen`,
  ),
  rad('Inkomst för ett år', a.inkomst && `${kr(a.inkomst.anstallning)} av anställning, ${kr(a.inkomst.annat)} av annat arbete`),
  rad('Övriga upplysningar', a.overigt),
  rad('Underskrift', a.underskrift && `På heder och samvete, med ${a.underskrift.metod}, ${medManadsnamn(a.inkom)}`),
]

export const planrader = (a: AnsokanPlan): Rad[] => [
  ...a.behandlingar.flatMap((b, i) => [
    rad(
      pa(a.behandlingar, i, 'Behandling'),
      ihop([b.behandling && behandlingsnamn(b.behandling, b.annatText), UTFORANDEFORMER[b.utforande].namn, b.vardgivare, b.beskrivning]),
    ),
    rad(pa(a.behandlingar, i, 'Besök'), b.besok.map(besokstext).join('\n')),
  ]),
  rad('Syfte', a.syfte && SYFTEN[a.syfte].namn),
  rad('Läkare', a.ordineradAv && ihop([a.ordineradAv.namn, a.ordineradAv.vardenhet])),
  rad('Initiativ', a.initiativ && INITIATIVTAGARE[a.initiativ].namn),
  ...arbetet(a),
]

export const ersattningsrader = (a: AnsokanErsattning): Rad[] => [
  ...a.tillfallen.map((t) =>
    rad(
      medManadsnamn(t.datum),
      ihop([
        `kl. ${t.start}`,
        `behandling ${t.behandlingMin} min`,
        t.forberedelseMin && `förberedelse ${t.forberedelseMin} min`,
        t.resaMin && `resa ${t.resaMin} min`,
        t.resaDitMin && `resa dit ${t.resaDitMin} min`,
        t.resaHemMin && `resa tillbaka ${t.resaHemMin} min`,
        t.efterMin && `efteråt ${t.efterMin} min`,
        UTFORANDEFORMER[t.utforande].namn,
      ]),
    ),
  ),
  rad(
    'Lön för samma tid',
    a.lonForTiden && (a.lonForTiden.perManad === undefined ? 'Ja, belopp inte angivet' : `${kr(a.lonForTiden.perManad)} i månaden`),
  ),
  ...arbetet(a),
]

export const utlatanderader = (u: Utlatande): Rad[] => [
  ...u.diagnoser.map((d, i) => rad(pa(u.diagnoser, i, 'Diagnos'), ihop([d.kod, d.text]))),
  rad('Sjukdom', u.beskrivning),
  rad('Risk', u.risk),
  ...u.behandlingar.flatMap((b, i) => [
    rad(pa(u.behandlingar, i, 'Behandling'), b.behandling && behandlingsnamn(b.behandling, b.annatText)),
    rad(pa(u.behandlingar, i, 'Hur den minskar risken'), b.hurMinskarRisken),
    rad(pa(u.behandlingar, i, 'Stöd'), b.stod),
    rad(
      pa(u.behandlingar, i, 'Schema'),
      ihop([
        b.from && b.tom ? periodtext({ from: b.from, tom: b.tom }) : b.from && `från ${medManadsnamn(b.from)}`,
        b.schema,
        b.schemaSaknas,
      ]),
    ),
  ]),
  rad('Uppföljning', u.uppfoljning ? `${medManadsnamn(u.uppfoljning.nar)}: ${u.uppfoljning.hur}` : ''),
  rad('Läkare', ihop([u.lakare, u.vardenhet])),
  rad('Ordinerad', u.ordinerad && medManadsnamn(u.ordinerad)),
]
