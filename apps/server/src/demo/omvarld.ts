import { arOppen, medAvslag, SYSTEMET, type Begaran, type Beslut, type Handelse, type Kommunicering, type Utskick } from '@atergang/arende'
import type { Intygsuppgift } from '@atergang/formaner'
import { lasSvarFranVarden, skrivSvarFranVarden } from '@atergang/intyg'
import { narmasteVardag, plusDagar, type Datum } from '@atergang/kalender'
import { personIdAv, somJson, somXml, type Inkommet } from './dokument.ts'
import type { Pagaende } from './fall.ts'
import { arbetsgivaraktor, vardaktor } from './intag.ts'
import { arbetsgivarsvar, lakarsvar, omprovningstext, planatgarder, yttrandetext } from './texter.ts'

/** What others do when something has happened in the case: letters leave and are read, doctors and employers answer, people protest. */
export function reagera(f: Pagaende, h: Handelse): void {
  const d = h.data
  switch (d.typ) {
    case 'begaranSkickad':
      if (d.utskick) skickas(f, d.utskick, h.dag)
      return begarans(f, d.begaran)
    case 'begaranPamind':
      // Care is reminded by a message; others by a letter.
      if (f.lage.begaran.some((b) => b.id === d.begaranId && b.till !== 'vard'))
        f.gor({ typ: 'sandPaminnelse', data: { begaranId: d.begaranId } }, SYSTEMET, h.dag)
      return
    case 'utskickSkapat':
      return skickas(f, d.utskick, h.dag)
    case 'kommunicerad':
      skickas(f, d.utskick, h.dag)
      return kommunicerad(f, d.kommunicering)
    case 'beslutFattat':
      // Who gets nothing stops applying; certificates already planned are then not written either.
      if (d.beslut.typ === 'slutligt' && d.beslut.utfall === 'avslag') f.schema.stoppaIntag()
      if (d.utskick) skickas(f, d.utskick, h.dag)
      return beslutat(f, d.beslut)
    default:
  }
}

const diagnosen = (f: Pagaende) => f.fall.sjukfall.at(-1)!.diagnos

function skickas(f: Pagaende, u: Utskick, dag: Datum): void {
  f.gor({ typ: 'utskickSkickat', utskickId: u.id }, SYSTEMET, dag)
  const efter = f.fall.ode.laserBrev
  if (u.typ === 'forfragan' || efter === null) return
  f.schema.lagg(plusDagar(dag, efter), (d) => f.gor({ typ: 'utskickMottaget', utskickId: u.id, dag: d }, f.forsakrad, d))
}

// --- answers to what has been asked ------------------------------------------------------------------

function begarans(f: Pagaende, b: Begaran): void {
  const { vard, arbetsgivare, forsakrad } = f.fall.ode.svarstid
  const efter = b.till === 'vard' ? vard : b.till === 'arbetsgivare' ? arbetsgivare : b.till === 'forsakrad' ? forsakrad : null
  if (efter === null) return
  f.schema.lagg(plusDagar(b.skickad, efter), (dag) => {
    if (f.lage.avslutat || !f.lage.begaran.some((x) => x.id === b.id && arOppen(x))) return
    if (b.till === 'vard') lakarenSvarar(f, b, dag)
    else if (b.typ === 'atergansplan') planenKommer(f, dag)
    else
      svara(
        f,
        b,
        dag,
        b.till === 'arbetsgivare'
          ? arbetsgivarsvar(f.fall.ode.bedomning.omplacering === 'neka')
          : `Min årsinkomst är ${f.fall.person.inkomst.anstallning + f.fall.person.inkomst.annat} kronor.`,
      )
  })
}

const svarstexter = (b: Begaran, text: string) => b.fragor.map((q) => ({ frageId: q.frageId, text }))

function svara(f: Pagaende, b: Begaran, dag: Datum, text: string): void {
  f.gor(
    { typ: 'besvaraBegaran', begaranId: b.id, svar: svarstexter(b, text) },
    b.till === 'arbetsgivare' ? arbetsgivaraktor(f.fall.person.arbetsgivare!) : f.forsakrad,
    dag,
  )
}

/** The doctor's answer as the message care sends, kept as it came. */
function lakarenSvarar(f: Pagaende, b: Begaran, dag: Datum): void {
  const intyg = f.lage.fakta.find((x) => x.id === b.om)!.varde as Intygsuppgift
  const [root, extension] = intyg.intygsId.split('/').map(decodeURIComponent)
  const sjukfall = f.fall.sjukfall.find((s) => s.intyg.some((i) => i.skrivet === intyg.signerat?.slice(0, 10))) ?? f.fall.sjukfall[0]!
  const { lakare } = sjukfall
  const id = f.arende.nyttId()
  const xml = skrivSvarFranVarden({
    meddelandeId: id,
    skickat: `${dag}T13:00:00`,
    intygsId: { root: root!, extension: extension! },
    personId: personIdAv(f.fall.person.personnummer),
    amne: 'KOMPLT',
    rubrik: 'Svar på fråga om komplettering',
    meddelande: lakarsvar(sjukfall.diagnos),
    svarPa: { meddelandeId: b.id },
    skickatAv: {
      personalId: lakare.id,
      namn: lakare.namn,
      befattning: lakare.befattning,
      enhet: lakare.enhet,
      vardgivare: lakare.vardgivare,
    },
    mottagare: 'TEST-ATERGANG',
  })
  const brev = somXml({ id, typ: 'lakarsvar', rubrik: 'Läkarens svar på fråga om komplettering', fran: 'vard', inkom: dag }, xml)
  f.gor({ typ: 'tillforHandling', handling: brev.handling }, vardaktor(sjukfall), dag, brev)
  f.gor(
    { typ: 'besvaraBegaran', begaranId: b.id, svar: svarstexter(b, lasSvarFranVarden(brev.dokument.innehall).meddelande), handlingId: id },
    vardaktor(sjukfall),
    dag,
  )
}

function planenKommer(f: Pagaende, dag: Datum): void {
  const varde = {
    finns: true,
    upprattad: plusDagar(dag, -5),
    atgarder: planatgarder(f.fall.person),
    vanligtArbeteProvat: true,
    arbetsskada: 'nej' as const,
  }
  const plan = somJson(
    { id: f.arende.nyttId(), typ: 'plan', rubrik: 'Arbetsgivarens plan för återgång', fran: 'arbetsgivare', inkom: dag },
    varde,
  )
  f.gor({ typ: 'taEmotPlan', data: { handling: plan.handling, varde } }, arbetsgivaraktor(f.fall.person.arbetsgivare!), dag, plan)
}

// --- before and after a decision ---------------------------------------------------------------------

function kommunicerad(f: Pagaende, k: Kommunicering): void {
  const { yttrande, handlaggare } = f.fall.ode
  if (!yttrande) return
  const text = yttrandetext(diagnosen(f))
  const dag = plusDagar(k.skickad, yttrande.efter)
  const galler = (d: Datum) => d <= k.senast && !f.lage.beslut.some((b) => b.dag >= k.skickad) && f.lage.kommuniceringar.at(-1)?.id === k.id
  f.schema.lagg(yttrande.satt === 'muntligt' ? narmasteVardag(dag) : dag, (d) => {
    if (!galler(d)) return
    if (yttrande.satt === 'muntligt') {
      f.gor({ typ: 'noteraYttrande', satt: 'muntligt', dag: d, text }, handlaggare, d)
      return
    }
    const brev = skrivelse(f, 'yttrande', 'Yttrande över det kommande beslutet', { text, dag: d }, d)
    f.gor({ typ: 'noteraYttrande', satt: 'skriftligt', dag: d, text, handling: brev.handling }, f.forsakrad, d, brev)
  })
}

function beslutat(f: Pagaende, b: Beslut): void {
  if (b.typ !== 'slutligt' || !medAvslag(b)) return
  const { omprovning } = f.fall.ode
  if (!omprovning || f.lage.omprovningar.length > 0) return
  f.schema.lagg(plusDagar(b.dag, omprovning.efter), (d) => {
    const text = omprovningstext(diagnosen(f))
    const begaran = skrivelse(f, 'omprovningsbegaran', 'Begäran om omprövning', { beslutId: b.id, text }, d)
    f.gor({ typ: 'begarOmprovning', data: { beslutId: b.id, inkom: d, text, handling: begaran.handling } }, f.forsakrad, d, begaran)
  })
}

const skrivelse = (f: Pagaende, typ: 'yttrande' | 'omprovningsbegaran', rubrik: string, innehall: object, dag: Datum): Inkommet =>
  somJson({ id: f.arende.nyttId(), typ, rubrik, fran: 'forsakrad', inkom: dag }, innehall)
