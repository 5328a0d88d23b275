import {
  arOppen,
  type Begaran,
  BEGARANSNAMN,
  type Handelsedata,
  HANDLAGGARROLLER,
  type Handling,
  indatafel,
  type Kommandodefinition,
  konflikt,
  type Kontext,
  personen,
  personnamn,
  SYSTEMET,
} from '@atergang/arende'
import { fristDagar } from '@atergang/kalender'
import { ansokanskompletteringsfrist, flera, vardetDen, type Kalla } from '@atergang/regelverk'
import * as z from 'zod'
import { paminnelsebrevet, sandPaminnelse } from '../gemensamt/brev/begaran.ts'
import { handlingSchema, type Mottaget } from '../gemensamt/handling.ts'
import { fragaFmr } from '../gemensamt/konsultation.ts'
import { besvaraOverlamning, foljOverlamning, kopplaOverlamning, lamnaOver } from '../gemensamt/overlamning.ts'
import { skrivelsekommando } from '../gemensamt/skrivelser.ts'
import { las } from '../las.ts'
import { BEGARANSORD } from './brev/ord.ts'
import { ersattningarAttProva, ersattningarna } from './ersattning/ersattningslage.ts'
import {
  ansokanErsattningSchema,
  ansokanPlanSchema,
  utlatandeSchema,
  type AnsokanErsattning,
  type AnsokanPlan,
  type Flage,
  type Forebyggandefakta,
  type Utlatande,
} from './fakta.ts'
import { arInomGodkand, behandlingarna, godkandaBehandlingar, planAttProva, utlatandena } from './plan/planlage.ts'
import { uppfoljningsbegaran } from './efter/lage.ts'

type Def<D> = Kommandodefinition<Forebyggandefakta, D>

export const paminnelsebrev = paminnelsebrevet(BEGARANSORD)

const besvaradMed = (b: Begaran, k: Kontext, o: { handlingId?: string; faktumId?: string; text: string }): Handelsedata => ({
  typ: 'begaranBesvarad',
  begaranId: b.id,
  svar: {
    dag: k.dag,
    tid: k.tid,
    av: k.aktor,
    ...(o.handlingId ? { handlingId: o.handlingId } : {}),
    ...(o.faktumId ? { faktumId: o.faktumId } : {}),
    svar: b.fragor.map((f) => ({ frageId: f.frageId, text: o.text })),
  },
})

/** The document, and the paper itself when it was scanned. */
const handlingen = { handling: handlingSchema, bilagor: z.array(handlingSchema).default([]) }
const handlingarna = (d: Pick<Mottaget<unknown>, 'handling' | 'bilagor'>): Handelsedata[] =>
  [d.handling, ...(d.bilagor ?? [])].map((handling) => ({ typ: 'handlingTillford', handling }))

/** What an application rests on: a paper that nobody has signed is not given on honour and conscience. */
const ansokanskalla = (d: Mottaget<{ inkom: Handling['inkom']; underskrift?: unknown }>): Kalla => ({
  typ: 'forsakrad',
  text: d.varde.underskrift ? 'Ansökan på heder och samvete' : 'Ansökan',
  id: d.handling.id,
  datum: d.varde.inkom,
})

const faktum = (
  k: Kontext,
  namn: string,
  varde: unknown,
  kalla: Kalla,
  ersatter?: string,
): Extract<Handelsedata, { typ: 'faktumRegistrerat' }> => ({
  typ: 'faktumRegistrerat',
  faktum: { id: k.nyttId(), namn, varde, kalla, registrerad: k.tid, av: k.aktor, ...(ersatter ? { ersatter } : {}) },
})

/** The statement is asked of the person at once: the doctor knows of it through them. Reminded of by itself. */
const begarUtlatande = (l: Flage, k: Kontext, ansokan: string): Handelsedata => ({
  typ: 'begaranSkickad',
  begaran: {
    id: k.nyttId(),
    typ: 'utlatande',
    till: 'forsakrad',
    tillNamn: personnamn(personen(l)),
    rubrik: BEGARANSNAMN.utlatande,
    om: ansokan,
    kanal: 'minaSidor',
    lagrum: flera('110:13', '110:14'),
    skickad: k.dag,
    senast: fristDagar(k.dag, vardetDen(ansokanskompletteringsfrist, k.dag)),
    av: SYSTEMET,
    paminnelser: [],
    fragor: [
      {
        frageId: k.nyttId(),
        text: 'Be din läkare fylla i utlåtandet om behandlingen.',
        falt: 'sjukdom',
        skal: 'Utlåtandet visar varför behandlingen behövs.',
      },
    ],
  },
})

/**
 * The application of step 1 as the person signed it: a plan, a changed plan in place of one not yet decided, or more than is approved. Times that
 * change within what is approved need no new decision (section 11 of the specification).
 */
const taEmotPlanansokan: Def<Mottaget<AnsokanPlan>> = {
  roller: ['forsakrad', ...HANDLAGGARROLLER, 'system'],
  las: (v) => las(z.object({ ...handlingen, varde: ansokanPlanSchema }), v) as Mottaget<AnsokanPlan>,
  utfor(lage, d, k) {
    const l = lage as Flage
    const kalla = ansokanskalla(d)
    const handling = handlingarna(d)
    const pagar = planAttProva(l)
    const godkanda = godkandaBehandlingar(l)
    const nya = behandlingarna(d.varde)
    if (!pagar && godkanda.length && nya.length && nya.every((b) => arInomGodkand(b, godkanda))) {
      return [
        ...handling,
        faktum(
          k,
          'planandring',
          { ansokan: d.handling.id, behandlingar: d.varde.behandlingar, skal: d.varde.overigt || 'Nya tider för samma behandling.' },
          kalla,
        ),
      ]
    }
    const registrerad = faktum(k, 'ansokanPlan', d.varde, kalla, pagar?.ansokan.id)
    const oppna = l.begaran.filter(
      (b) =>
        arOppen(b) && (b.typ === 'ansokanskomplettering' || b.typ === 'forelaggande') && (b.om === undefined || b.om === pagar?.ansokan.id),
    )
    const harUtlatande = pagar ? utlatandena(l, pagar).length > 0 : false
    const fragat = l.begaran.some((b) => b.typ === 'utlatande' && arOppen(b))
    return [
      ...handling,
      registrerad,
      ...oppna.map((b) => besvaradMed(b, k, { handlingId: d.handling.id, text: 'Besvarad med en ny ansökan.' })),
      ...(harUtlatande || fragat ? [] : [begarUtlatande(l, k, registrerad.faktum.id)]),
    ]
  },
}

/** The doctor's statement, by link or from paper; answers what was asked for it. Taken in whatever it lacks. */
const taEmotUtlatande: Def<Mottaget<Utlatande> & { besvarar?: string | undefined; ersatter?: string | undefined }> = {
  roller: ['vard', ...HANDLAGGARROLLER, 'forsakrad', 'system'],
  las: (v) =>
    las(
      z.object({ ...handlingen, varde: utlatandeSchema, besvarar: z.string().optional(), ersatter: z.string().optional() }),
      v,
    ) as Mottaget<Utlatande> & { besvarar?: string; ersatter?: string },
  utfor(lage, d, k) {
    const l = lage as Flage
    const kalla: Kalla = {
      typ: 'handling',
      text: `Läkarutlåtande${d.varde.lakare ? `, ${d.varde.lakare}` : ''}`,
      id: d.handling.id,
      datum: d.varde.inkom,
    }
    const oppna = l.begaran.filter(
      (b) =>
        arOppen(b) &&
        (b.typ === 'utlatande' || b.typ === 'utlatandekomplettering') &&
        (!d.besvarar || b.typ === 'utlatande' || b.id === d.besvarar),
    )
    return [
      ...handlingarna(d),
      faktum(k, 'utlatande', d.varde, kalla, d.ersatter),
      ...oppna.map((b) => besvaradMed(b, k, { handlingId: d.handling.id, text: 'Besvarad med ett utlåtande.' })),
    ]
  },
}

/** The claim as the person signed it; in place of one not yet decided when it says so. Opens a closed case again: nobody is stopped from applying. */
const taEmotErsattningsansokan: Def<Mottaget<AnsokanErsattning> & { ersatter?: string | undefined }> = {
  roller: ['forsakrad', ...HANDLAGGARROLLER, 'system'],
  iAvslutat: true,
  las: (v) =>
    las(z.object({ ...handlingen, varde: ansokanErsattningSchema, ersatter: z.string().optional() }), v) as Mottaget<AnsokanErsattning> & {
      ersatter?: string
    },
  utfor(lage, d, k) {
    const l = lage as Flage
    if (d.ersatter && !ersattningarAttProva(l).some((m) => m.ansokan.id === d.ersatter)) {
      const avgjord = ersattningarna(l).some((m) => m.ansokan.id === d.ersatter)
      throw avgjord
        ? konflikt('redanAvgjord', 'Ansökan är redan avgjord och kan inte ändras. Begär omprövning om beslutet är fel.')
        : indatafel('okandAnsokan', 'Ansökan som ska rättas finns inte.', [{ falt: 'ersatter', text: 'Läs om ärendet.' }])
    }
    const kalla = ansokanskalla(d)
    const oppna = l.begaran.filter(
      (b) => arOppen(b) && (b.typ === 'ansokanskomplettering' || b.typ === 'forelaggande') && b.om !== undefined && b.om === d.ersatter,
    )
    return [
      ...(l.avslutat ? [{ typ: 'arendeOppnatIgen' as const, skal: 'En ansökan om ersättning har kommit in.' }] : []),
      ...handlingarna(d),
      faktum(k, 'ansokanErsattning', d.varde, kalla, d.ersatter),
      ...oppna.map((b) => besvaradMed(b, k, { handlingId: d.handling.id, text: 'Besvarad med en ny ansökan.' })),
    ]
  },
}

/** How it went, asked of the person when care has followed up; by itself, once. */
const begarUppfoljning: Def<null> = {
  roller: ['system'],
  las: () => null,
  utfor(lage, _d, k) {
    const l = lage as Flage
    if (uppfoljningsbegaran(l)) return []
    return [
      {
        typ: 'begaranSkickad',
        begaran: {
          id: k.nyttId(),
          typ: 'uppfoljning',
          till: 'forsakrad',
          tillNamn: personnamn(personen(l)),
          rubrik: BEGARANSNAMN.uppfoljning,
          kanal: 'minaSidor',
          lagrum: flera('FL 6'),
          skickad: k.dag,
          senast: fristDagar(k.dag, vardetDen(ansokanskompletteringsfrist, k.dag)),
          av: SYSTEMET,
          paminnelser: [],
          fragor: [{ frageId: k.nyttId(), text: 'Fullföljde du behandlingen? Hur gick det?' }],
        },
      },
    ]
  },
}

/** Nobody has answered: said so in the register, and nothing more is asked. */
const noteraUteblivetSvar: Def<null> = {
  roller: ['system'],
  las: () => null,
  utfor(lage, _d, k) {
    const l = lage as Flage
    const b = uppfoljningsbegaran(l)
    if (!b || !arOppen(b)) return []
    return [
      { typ: 'begaranAterkallad', begaranId: b.id, skal: 'Inget svar kom. Svaret var frivilligt.' },
      faktum(
        k,
        'uppfoljningsnot',
        { dag: k.dag, fullfoljd: 'okant', text: 'Inget svar har kommit.' },
        { typ: 'register', text: 'Inget svar', datum: k.dag },
      ),
    ]
  },
}

export const kommandon = {
  taEmotPlanansokan,
  taEmotUtlatande,
  taEmotErsattningsansokan,
  begarUppfoljning,
  noteraUteblivetSvar,
  fragaFmr,
  begarOmprovning: skrivelsekommando('omprovning'),
  overklaga: skrivelsekommando('overklagande'),
  lamnaOver: lamnaOver('sjukpenning'),
  besvaraOverlamning,
  kopplaOverlamning,
  foljOverlamning,
  sandPaminnelse: sandPaminnelse(paminnelsebrev),
}
