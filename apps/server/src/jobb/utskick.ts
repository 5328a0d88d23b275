import { arOppen, partsnummer, personen, SYSTEMET, type Begaran, type Beslut } from '@atergang/arende'
import { beslutsbrev, paminnelsebrev, type Intygsuppgift } from '@atergang/formaner'
import { skrivKompletteringsfraga } from '@atergang/intyg'
import {
  lasArende,
  lasDokument,
  skapaUtlatandelank,
  somSystemet,
  sparaBrev,
  syskonarenden,
  type HeltArende,
  type Utskicksjobb,
} from '@atergang/lager'
import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Tjanster } from '../app.ts'
import { utlatandeadress } from '../tjanster/forebyggande.ts'
import { sandEnkatutskick } from './enkat.ts'
import { gorFoljd } from './foljder.ts'

/**
 * Sends what a command put in the queue. Runs at least once: each kind is safe to run again.
 * Letters are there for the person on Mina sidor as soon as they are marked sent; the payment
 * basis and the file of an appeal are handed over as files, questions to care as SendMessageToCare.
 */
export async function sandUtskick(t: Tjanster, jobb: Utskicksjobb): Promise<void> {
  if (jobb.slag === 'brev') {
    await t.lager.kor({
      arendeId: jobb.arendeId,
      av: { system: SYSTEMET },
      nu: t.klocka.nu(),
      kommando: { typ: 'utskickSkickat', utskickId: jobb.utskickId },
    })
    return
  }
  if (jobb.slag === 'enkat') return sandEnkatutskick(t, jobb.utskickId)
  if (jobb.slag === 'omvarld') return vackSyskon(t, jobb.arendeId)
  const helt = await lasArende(t.db, { system: SYSTEMET }, jobb.arendeId)
  if (!helt) throw new Error(`Ärendet ${jobb.arendeId} finns inte.`)
  switch (jobb.slag) {
    case 'beslutsbrev':
      return sandBeslutsbrev(t, helt, jobb.beslutId)
    case 'foljd':
      return gorFoljd(t, helt, jobb)
    case 'vard':
      return sandTillVarden(t, helt, jobb.begaranId, jobb.amne)
    case 'utlatandelank':
      return sandUtlatandelank(t, helt, jobb.begaranId, jobb.amne)
    case 'paminnelse':
      return sandPaminnelse(t, helt, jobb.begaranId)
    case 'utbetalning':
      return lamnaUtbetalning(t, helt, jobb.beslutId)
    case 'domstol':
      return lamnaTillDomstol(t, helt, jobb.overklagandeId)
  }
}

async function sandTillVarden(t: Tjanster, helt: HeltArende, begaranId: string, amne: 'KOMPLT' | 'PAMINN'): Promise<void> {
  const b = helt.lage.begaran.find((x) => x.id === begaranId)
  const intyg = helt.lage.fakta.find((f) => f.id === b?.om)?.varde as Intygsuppgift | undefined
  if (!b || !intyg) throw new Error(`Frågan ${begaranId} saknar intyg.`)
  const xml = frageXml(t, helt, b, intyg, amne)
  if (!t.config.vardUrl) {
    const mapp = join(t.config.data, 'vard-ut')
    await mkdir(mapp, { recursive: true })
    await writeFile(join(mapp, `${begaranId}-${amne}.xml`), xml)
    return
  }
  const svar = await fetch(t.config.vardUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/xml' },
    body: xml,
    signal: AbortSignal.timeout(10_000),
  })
  if (!svar.ok) throw new Error(`Vården svarade ${svar.status}.`)
}

/** The person's other cases look at the days of this one (ADR 0038). Run again it finds nothing new. */
async function vackSyskon(t: Tjanster, arendeId: string): Promise<void> {
  for (const id of await somSystemet(t.db, (q) => syskonarenden(q, arendeId))) await t.lager.vack(id, t.klocka.nu())
}

/**
 * Questions on a statement go to the doctor as a link with a code, as a file for the message system: no contract of care's covers the statement.
 * Run again the file holds another code; each works until the statement is in.
 */
async function sandUtlatandelank(t: Tjanster, helt: HeltArende, begaranId: string, amne: 'KOMPLT' | 'PAMINN'): Promise<void> {
  const b = helt.lage.begaran.find((x) => x.id === begaranId)
  if (!b) throw new Error(`Frågan ${begaranId} finns inte.`)
  if (!arOppen(b)) return
  const { dag } = t.klocka.nu()
  const lank = await somSystemet(t.db, (q) =>
    skapaUtlatandelank(q, { arendeId: helt.lage.arende.id, begaranId, av: SYSTEMET.id, dag, ensam: false }),
  )
  const mapp = join(t.config.data, 'vard-ut')
  await mkdir(mapp, { recursive: true })
  const meddelande = {
    amne,
    mottagare: b.tillNamn,
    rubrik: b.rubrik,
    fragor: b.fragor.map((f) => f.text),
    svaraSenast: b.senast,
    lank: utlatandeadress(t, lank.id),
    kod: lank.kod,
    lankenGallerTill: lank.giltigTill,
  }
  await writeFile(join(mapp, `${begaranId}-UTLATANDE-${amne}.json`), JSON.stringify(meddelande, null, 2), { mode: 0o600 })
}

/** A reminder is written when it goes out: nobody has read it first, so it holds only what the request held and the new day. */
async function sandPaminnelse(t: Tjanster, helt: HeltArende, begaranId: string): Promise<void> {
  const innehall = paminnelsebrev(helt.lage, begaranId)
  if (!innehall) return
  const arendeId = helt.lage.arende.id
  const { pdf, sha256 } = await t.brev.skriv(innehall)
  await sparaBrev(t.db, { arendeId, av: { system: SYSTEMET }, innehall, pdf, pdfSha256: sha256 })
  await t.lager.kor({ arendeId, av: { system: SYSTEMET }, nu: t.klocka.nu(), kommando: { typ: 'sandPaminnelse', data: { begaranId } } })
}

/** The letter of a decision that an approved list took: written when it goes out, from the decision. Once, however often it is tried. */
async function sandBeslutsbrev(t: Tjanster, helt: HeltArende, beslutId: string): Promise<void> {
  const innehall = beslutsbrev(helt.lage, beslutId)
  if (!innehall) return
  const arendeId = helt.lage.arende.id
  const { pdf, sha256 } = await t.brev.skriv(innehall)
  await sparaBrev(t.db, { arendeId, av: { system: SYSTEMET }, innehall, pdf, pdfSha256: sha256 })
  await t.lager.kor({ arendeId, av: { system: SYSTEMET }, nu: t.klocka.nu(), kommando: { typ: 'sandBeslutsbrev', data: { beslutId } } })
}

/** In the contract a `frage-id` is the number of the answer asked about; our own id is the message's, which the answer refers to. */
function frageXml(t: Tjanster, helt: HeltArende, b: Begaran, intyg: Intygsuppgift, amne: 'KOMPLT' | 'PAMINN'): string {
  const [root, extension] = intyg.intygsId.split('/').map(decodeURIComponent)
  const nummer = personen(helt.lage).personnummer.replace('-', '')
  const samordning = Number(nummer.slice(6, 8)) > 60
  return skrivKompletteringsfraga({
    meddelandeId: amne === 'KOMPLT' ? b.id : randomUUID(),
    intygsId: { root: root!, extension: extension! },
    personId: { root: samordning ? '1.2.752.129.2.1.3.3' : '1.2.752.129.2.1.3.1', nummer },
    amne,
    rubrik: amne === 'KOMPLT' ? 'Komplettering av läkarintyg' : 'Påminnelse om komplettering',
    meddelande: b.fragor.map((f) => f.text).join('\n'),
    skickatTid: t.klocka.nu().tid.slice(0, 19),
    mottagare: intyg.vardenhetId || 'OKAND',
    avsandare: { kontaktInfo: [`Enheten ${helt.lage.arende.enhet}`] },
    sistaDatumForSvar: b.senast,
    komplettering: b.fragor.flatMap((f) => (f.svarId ? [{ frageId: f.svarId, text: f.text }] : [])),
    ...(amne === 'PAMINN' ? { paminnelseMeddelandeId: b.id } : {}),
  })
}

/** The payment basis of a decision as a file for the payment system, one line a stretch of days. Ids, not names. */
async function lamnaUtbetalning(t: Tjanster, helt: HeltArende, beslutId: string): Promise<void> {
  const b = helt.lage.beslut.find((x) => x.id === beslutId)
  if (!b) throw new Error(`Beslutet ${beslutId} finns inte.`)
  if (b.betalas !== undefined) return lamnaBidrag(t, helt, b)
  const rader = b.utbetalning.map((r) => ({
    from: r.from,
    tom: r.tom,
    grad: r.grad,
    niva: r.niva,
    dagar: r.dagar,
    kronorPerDag: r.kronorPerDag,
    avdrag: r.avdrag.map(({ slag, kronor }) => ({ slag, kronor })),
    summa: r.summa,
  }))
  const mapp = join(t.config.data, 'utbetalning-ut')
  await mkdir(mapp, { recursive: true })
  await writeFile(
    join(mapp, `${beslutId}.json`),
    JSON.stringify(
      {
        beslutId,
        arendenummer: helt.lage.arende.nummer,
        typ: b.typ,
        ersatter: b.ersatter ?? null,
        summa: b.utbetalning.reduce((n, r) => n + r.summa, 0),
        rader,
      },
      null,
      2,
    ),
  )
}

/** The payment basis of a grant: one line, to whom, how much, by which decision. The number stands in the file, which is the payment system's, and nowhere else. */
async function lamnaBidrag(t: Tjanster, helt: HeltArende, b: Beslut): Promise<void> {
  const mapp = join(t.config.data, 'utbetalning-ut')
  await mkdir(mapp, { recursive: true })
  await writeFile(
    join(mapp, `${b.id}.json`),
    JSON.stringify(
      {
        beslutId: b.id,
        arendenummer: helt.lage.arende.nummer,
        typ: b.typ,
        ersatter: b.ersatter ?? null,
        mottagare: partsnummer(helt.lage.arende.part),
        summa: b.betalas,
      },
      null,
      2,
    ),
  )
}

const FILANDELSE: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'application/json': 'json',
}

/**
 * The appeal and the other documents of the case for the court (46 § förvaltningslagen): a folder with the documents as they lie, in order, and a list
 * of them with checksums. The list is written last: a folder that has it is whole.
 */
async function lamnaTillDomstol(t: Tjanster, helt: HeltArende, overklagandeId: string): Promise<void> {
  const { lage } = helt
  const o = lage.overklaganden.find((x) => x.id === overklagandeId)
  const beslut = lage.beslut.find((b) => b.id === o?.beslutId)
  if (!o?.overlamnat || !beslut) throw new Error(`Överklagandet ${overklagandeId} är inte överlämnat.`)
  const mapp = join(t.config.data, 'domstol-ut', overklagandeId)
  await mkdir(mapp, { recursive: true })
  const handlingar = []
  for (const [i, h] of lage.handlingar.entries()) {
    const d = await somSystemet(t.db, (q) => lasDokument(q, h.id))
    if (!d) throw new Error(`Handlingen ${h.id} finns inte.`)
    const fil = `${String(i + 1).padStart(3, '0')}-${h.typ}.${FILANDELSE[h.medietyp] ?? 'bin'}`
    await writeFile(join(mapp, fil), d.innehall)
    handlingar.push({ fil, rubrik: h.rubrik, inkom: h.inkom, sha256: h.sha256 })
  }
  const anteckningar = [
    ...lage.anteckningar.map((a) => ({ tid: a.tid, av: a.av.namn, text: a.text })),
    ...lage.kontakter.map((k) => ({ tid: k.tid, av: k.av.namn, text: `Kontakt (${k.satt}) ${k.dag}: ${k.text}` })),
  ].sort((a, b) => (a.tid < b.tid ? -1 : 1))
  await writeFile(
    join(mapp, 'overlamnande.json'),
    JSON.stringify(
      {
        domstol: o.overlamnat.domstol,
        overlamnat: o.overlamnat.dag,
        arendenummer: lage.arende.nummer,
        ...(lage.arende.part.slag === 'person'
          ? { person: lage.arende.part.person }
          : lage.arende.part.slag === 'arbetsgivare'
            ? { arbetsgivare: lage.arende.part.arbetsgivare }
            : {}),
        beslut: { id: beslut.id, dag: beslut.dag, typ: beslut.typ, period: beslut.period, brev: beslut.brevId },
        overklagande: { inkom: o.inkom, text: o.text, tillagg: o.tillagg ?? [] },
        handlingar,
        anteckningar,
      },
      null,
      2,
    ),
  )
}
