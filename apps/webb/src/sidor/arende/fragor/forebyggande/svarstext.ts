import { FULLFOLJD, KOMPLETTERINGSFALT, PLANSKAL, RISKGRUNDER, SYFTEN } from '@atergang/formaner'
import { medManadsnamn, type Datum } from '@atergang/kalender'
import type { Svarsrad } from '../../svarsrad.ts'
import { andelstext, tidtext } from './tider.ts'

// Answers of förebyggande sjukpenning as lines to read: beside a new form, and to the specialist.

const rad = (falt: string, namn: string, varde: string, fritext = false): Svarsrad[] =>
  varde ? [{ falt, namn, varde, ...(fritext ? { fritext } : {}) }] : []
const JNO: Readonly<Record<string, string>> = { ja: 'Ja', nej: 'Nej', oklart: 'Oklart', begransat: 'I en del' }
const jno = (v: unknown): string => JNO[String(v)] ?? String(v ?? '')
const namn = (lista: Readonly<Record<string, { readonly namn: string }>>, kod: unknown): string =>
  lista[String(kod)]?.namn ?? String(kod ?? '')
const text = (v: unknown): string => (typeof v === 'string' ? v : '')
type Svar = Readonly<Record<string, unknown>>

interface Fraga {
  readonly till: string
  readonly rader: readonly { readonly falt: string; readonly text: string }[]
}
const fragan = (f: unknown): Svarsrad[] => {
  const x = f as Fraga | undefined
  return x
    ? rad(
        'fraga',
        x.till === 'vard' ? 'Frågat läkaren om' : 'Frågat personen om',
        x.rader.map((r) => `${namn(KOMPLETTERINGSFALT, r.falt)}: ${r.text}`).join(' '),
        true,
      )
    : []
}
const perTillfalle = (s: Svar, f: (t: Svar) => string): Svarsrad[] =>
  ((s['tillfallen'] as readonly Svar[] | undefined) ?? []).flatMap((t) =>
    rad(`tillfallen.${text(t['id'])}`, text(t['id']).replace(/^t-/, ''), `${f(t)} ${text(t['skal'])}`.trim(), true),
  )

const BESLUT: Readonly<Record<string, string>> = {
  racker: 'Utlåtandet räcker',
  komplettera: 'Läkaren eller personen är tillfrågad',
  provasUtan: 'Planen prövas utan utlåtande',
}
const INGAR: Readonly<Record<string, string>> = {
  ingarIPlanen: 'Ingår i planen.',
  nyPlanBehovs: 'Kräver en utökad plan.',
  ingarInte: 'Ingår inte.',
}

const RADER: Readonly<Record<string, (s: Svar) => Svarsrad[]>> = {
  utlatandegranskning: (s) => [
    ...rad('beslut', 'Utlåtandet', BESLUT[text(s['beslut'])] ?? ''),
    ...rad(
      'diagnoser',
      'Diagnos',
      ((s['diagnoser'] as readonly { kod: string; text?: string }[] | undefined) ?? [])
        .map((d) => `${d.kod} ${d.text ?? ''}`.trim())
        .join('; '),
    ),
    ...rad('skal', 'Skäl', text(s['skal']), true),
    ...fragan(s['fraga']),
  ],
  ordination: (s) => [
    ...rad('ordinerad', 'Ordinerad av läkare', jno(s['ordinerad'])),
    ...rad('skal', 'Skäl', text(s['skal']), true),
    ...fragan(s['fraga']),
  ],
  risk: (s) => [
    ...rad('sjukdom', 'Sjukdom', text(s['sjukdom'])),
    ...rad(
      'forvantadNedsattning',
      'Väntad nedsättning',
      { minstEnFjardedel: 'Minst en fjärdedel', mindre: 'Mindre än en fjärdedel', oklart: 'Oklart' }[text(s['forvantadNedsattning'])] ?? '',
    ),
    ...rad(
      'hurVisad',
      'Bygger på',
      ((s['hurVisad'] as readonly string[] | undefined) ?? []).map((h) => RISKGRUNDER[h as keyof typeof RISKGRUNDER] ?? h).join(', '),
    ),
    ...rad('visad', 'Risken visad', jno(s['visad'])),
    ...rad('skal', 'Skäl', text(s['skal']), true),
    ...fragan(s['fraga']),
  ],
  evidens: (s) => [
    ...rad('stodForProblemet', 'Stöd för problemet', jno(s['stodForProblemet'])),
    ...rad('upplaggetPassar', 'Upplägget passar', jno(s['upplaggetPassar'])),
    ...rad('skal', 'Skäl', text(s['skal']), true),
    ...rad('denHarGangen', 'Den här gången', text(s['denHarGangen']), true),
    ...rad('evidensposter', 'Poster i registret', String(((s['evidensposter'] as readonly string[] | undefined) ?? []).length)),
    ...rad('liknandeFall', 'Lika fall som visades', String(((s['liknandeFall'] as readonly string[] | undefined) ?? []).length)),
    ...rad('fragaFmr', 'Frågat rådgivaren', text(s['fragaFmr']), true),
    ...fragan(s['fraga']),
  ],
  planbedomning: (s) => [
    ...rad('syfte', 'Syfte', s['syfte'] ? namn(SYFTEN, s['syfte']) : ''),
    ...((s['behandlingar'] as readonly Svar[] | undefined) ?? []).flatMap((b, i, alla) =>
      rad(
        `behandlingar.${text(b['id'])}`,
        alla.length > 1 ? `Godkänns behandling ${i + 1}` : 'Godkänns',
        [
          jno(b['godkanns']),
          ...((b['skal'] as readonly string[] | undefined) ?? []).map((k) => namn(PLANSKAL, k)),
          b['hogstTillfallen'] ? `högst ${String(b['hogstTillfallen'])} tillfällen` : '',
          text(b['text']),
        ]
          .filter(Boolean)
          .join('. '),
        true,
      ),
    ),
  ],
  avvikelse: (s) => perTillfalle(s, (t) => INGAR[text(t['val'])] ?? ''),
  genomforande: (s) => perTillfalle(s, (t) => (t['genomfort'] === 'ja' ? 'Genomfördes.' : 'Genomfördes inte.')),
  nodvandigTid: (s) =>
    perTillfalle(
      s,
      (t) =>
        `Godtaget: dit ${tidtext(Number(t['resaDitMin']))}, förberedelse ${tidtext(Number(t['forberedelseMin']))}, efteråt ${tidtext(Number(t['efterMin']))}, hem ${tidtext(Number(t['resaHemMin']))}.`,
    ),
  annanErsattning: (s) =>
    ((s['dagar'] as readonly Svar[] | undefined) ?? []).flatMap((d) =>
      rad(
        `dagar.${text(d['datum'])}`,
        medManadsnamn(text(d['datum']) as Datum),
        `Högst ${andelstext(Number(d['hogst'])).toLowerCase()}. ${text(d['skal'])}`,
        true,
      ),
    ),
  avslut: (s) => [
    ...rad(
      'val',
      'Val',
      { registrera: 'Registret ifyllt', avsluta: 'Avslutat', vanta: `Väntar till ${text(s['till'])}` }[text(s['val'])] ?? '',
    ),
    ...rad('fullfoljd', 'Fullföljd', s['fullfoljd'] ? FULLFOLJD[s['fullfoljd'] as keyof typeof FULLFOLJD] : ''),
    ...rad('uppfoljning', 'Uppföljning', text(s['uppfoljning']), true),
    ...rad('skal', 'Skäl', text(s['skal']), true),
  ],
}

/** The lines of an answer of this benefit, or null when the kind is another's. */
export const forebyggandesvar = (kod: string, svar: unknown): Svarsrad[] | null => RADER[kod]?.((svar ?? {}) as Svar) ?? null
