import { indatafel, type Faltfel } from '@atergang/arende'
import { LAN, type Cell, type Tabell } from '@atergang/formaner/apr'
import type { Enkatutkastrad, Formularfraga, Mottagaruppgift } from '@atergang/lager'
import { FRAGOR, GRUPPER } from '@atergang/syntet/enkatfragor'

// Reading of what people hand in to a survey: questions, lists of recipients, answers. All or nothing.

export const LANSNAMN: readonly string[] = Object.values(LAN).sort((a, b) => a.localeCompare(b, 'sv'))

/** What a new survey begins with: the questions the report names by number. Their wording is ours: the report's form (its annex 5) is not among the sources. */
export const STARTFRAGOR: readonly Formularfraga[] = FRAGOR.map((f) => ({
  fraga: f.fraga,
  item: f.item,
  text: f.text,
  slag: f.slag,
  minst: f.minst ?? null,
  hogst: f.hogst ?? null,
  vetEj: f.slag === 'skala',
  index: f.index ?? null,
  alternativ: f.slag === 'val' ? [...GRUPPER] : [],
}))

/** What is wrong with a questionnaire, by question; empty when it can be sent. */
export function granskaFragor(fragor: readonly Formularfraga[]): readonly Faltfel[] {
  const namn = (f: Formularfraga): string => `${f.fraga} ${f.item}`
  const sedda = new Set<string>()
  return fragor.flatMap((f, i): Faltfel[] => {
    const fel: Faltfel[] = []
    if (sedda.has(namn(f)))
      fel.push({ falt: `fragor.${i}.item`, text: `Fråga ${namn(f)} finns två gånger. Ge en av dem en annan bokstav.` })
    sedda.add(namn(f))
    if (f.slag === 'skala' && (f.minst === null || f.hogst === null || f.hogst <= f.minst || f.hogst - f.minst > 10))
      fel.push({
        falt: `fragor.${i}.hogst`,
        text: `Fråga ${namn(f)}: skalan ska gå från ett lägre till ett högre helt tal, högst elva steg.`,
      })
    if (f.slag === 'val' && new Set(f.alternativ).size < 2)
      fel.push({ falt: `fragor.${i}.alternativ`, text: `Fråga ${namn(f)}: ange minst två olika svarsalternativ.` })
    if (f.index && f.slag !== 'skala')
      fel.push({ falt: `fragor.${i}.index`, text: `Fråga ${namn(f)}: bara frågor med skala kan ingå i ett index.` })
    return fel
  })
}

// --- recipients ------------------------------------------------------------------------------------------

const KOLUMNER = ['adress', 'län', 'område', 'roll'] as const
export const MOTTAGARMALL = `\uFEFF${KOLUMNER.join(';')}\r\nanna.alm@example.org;Gävleborg;SF Gävleborg;lokalt samverkansansvarig\r\n`
const ADRESS = /^[^\s@;,<>"]+@[^\s@;,<>"]+\.[^\s@;,<>"]{2,}$/
const text = (c: Cell | undefined): string => (c === null || c === undefined ? '' : String(c).trim())

/** What is wrong with a recipient, by column. An area that is left out is the county. */
export function granskaMottagare(m: Mottagaruppgift): readonly { readonly kolumn: (typeof KOLUMNER)[number]; readonly text: string }[] {
  return [
    ...(!m.adress
      ? [{ kolumn: 'adress', text: 'Skriv en e-postadress.' } as const]
      : ADRESS.test(m.adress) && m.adress.length <= 200
        ? []
        : [{ kolumn: 'adress', text: `”${m.adress}” är ingen e-postadress. Skriv den som namn@exempel.se.` } as const]),
    ...(LANSNAMN.includes(m.lan)
      ? []
      : [{ kolumn: 'län', text: m.lan ? `”${m.lan}” är inget av de 21 länen. Skriv till exempel Gävleborg.` : 'Skriv länet.' } as const]),
    ...(m.roll ? [] : [{ kolumn: 'roll', text: 'Skriv rollen, till exempel lokalt samverkansansvarig.' } as const]),
    ...(m.omrade.length > 100 ? [{ kolumn: 'område', text: 'Högst 100 tecken.' } as const] : []),
    ...(m.roll.length > 100 ? [{ kolumn: 'roll', text: 'Högst 100 tecken.' } as const] : []),
  ]
}

const utanLan = (s: string): string => s.replace(/s? län$/i, '').trim()
export const somMottagare = (m: { adress: string; lan: string; omrade: string; roll: string }): Mottagaruppgift => {
  const lan = LANSNAMN.find((l) => l.toLowerCase() === utanLan(m.lan).toLowerCase()) ?? m.lan.trim()
  return { adress: m.adress.trim(), lan, omrade: m.omrade.trim() || lan, roll: m.roll.trim() }
}

/**
 * Reads a list of recipients. The heading names the columns in any order; `område` may be left out.
 * @throws {Domanfel} `felIListan` with every fault by row and column: nothing is taken when something is wrong
 */
export function lasMottagare(t: Tabell): { readonly mottagare: readonly Mottagaruppgift[]; readonly radnr: readonly number[] } {
  const rubriker = (t.rader[0]?.celler ?? []).map((c) =>
    text(c)
      .toLowerCase()
      .replace(/^lan$/, 'län')
      .replace(/^omrade$/, 'område')
      .replace(/^(e-post|epost|e-postadress)$/, 'adress'),
  )
  const saknas = KOLUMNER.filter((k) => k !== 'område' && !rubriker.includes(k))
  if (saknas.length)
    throw indatafel(
      'kolumnerSaknas',
      `Filen saknar kolumnen ${saknas.map((k) => `”${k}”`).join(' och ')}. Ingen har lagts till.`,
      saknas.map((k) => ({ falt: 'fil', text: `Skriv rubriken ”${k}” på första raden.` })),
    )
  const dubbelrubrik = KOLUMNER.filter((k) => rubriker.filter((r) => r === k).length > 1)
  if (dubbelrubrik.length)
    throw indatafel('dubbelKolumn', `Kolumnen ”${dubbelrubrik[0]!}” finns två gånger. Ingen har lagts till.`, [
      { falt: 'fil', text: 'Ta bort den ena.' },
    ])
  const rader = t.rader.slice(1).filter((r) => r.celler.some((c) => text(c) !== ''))
  if (rader.length === 0)
    throw indatafel('tomLista', 'Filen har inga mottagare, bara rubriker.', [{ falt: 'fil', text: 'Skriv en mottagare på varje rad.' }])
  const fel: Faltfel[] = []
  const forst = new Map<string, number>()
  const mottagare = rader.map((r) => {
    const cell = (k: (typeof KOLUMNER)[number]): string => text(r.celler[rubriker.indexOf(k)])
    const m = somMottagare({
      adress: cell('adress'),
      lan: cell('län'),
      omrade: rubriker.includes('område') ? cell('område') : '',
      roll: cell('roll'),
    })
    for (const f of granskaMottagare(m)) fel.push({ falt: `rad ${r.nr}, kolumn ${f.kolumn}`, text: f.text })
    const nyckel = m.adress.toLowerCase()
    if (nyckel && forst.has(nyckel))
      fel.push({ falt: `rad ${r.nr}, kolumn adress`, text: `${m.adress} står också på rad ${forst.get(nyckel)!}.` })
    else forst.set(nyckel, r.nr)
    return m
  })
  if (fel.length)
    throw indatafel(
      'felIListan',
      `${fel.length === 1 ? 'Ett fel' : `${fel.length} fel`} i filen. Ingen har lagts till: rätta filen och läs in den igen.`,
      fel,
    )
  return { mottagare, radnr: rader.map((r) => r.nr) }
}

// --- answers -----------------------------------------------------------------------------------------------

/** Checks answers against the questions and keeps what is answered. @throws {Domanfel} `ogiltigaSvar` naming each */
export function lasSvar(fragor: readonly Formularfraga[], svar: readonly Enkatutkastrad[]): readonly Enkatutkastrad[] {
  const kanda = new Map(fragor.map((f) => [`${f.fraga} ${f.item}`, f]))
  const fel: Faltfel[] = []
  const rader = new Map<string, Enkatutkastrad>()
  for (const s of svar) {
    const namn = `${s.fraga} ${s.item}`
    const f = kanda.get(namn)
    const varde = s.varde ?? null
    const skrivet = s.svar?.trim() ? s.svar : null
    const falt = `svar.${namn}`
    if (!f) fel.push({ falt, text: `Fråga ${namn} finns inte i enkäten.` })
    else if (s.vetEj && (!f.vetEj || varde !== null || skrivet !== null))
      fel.push({ falt, text: `Fråga ${namn}: ”vet ej” går inte att svara tillsammans med ett annat svar, eller på den här frågan.` })
    else if (f.slag === 'skala' ? skrivet !== null || (varde !== null && (varde < f.minst! || varde > f.hogst!)) : varde !== null)
      fel.push({
        falt,
        text: f.slag === 'skala' ? `Fråga ${namn}: svara med ett tal från ${f.minst} till ${f.hogst}.` : `Fråga ${namn} har ingen skala.`,
      })
    else if (f.slag === 'val' && skrivet !== null && !f.alternativ.includes(skrivet))
      fel.push({ falt, text: `Fråga ${namn}: välj ett av alternativen.` })
    else if (varde !== null || s.vetEj || skrivet !== null)
      rader.set(namn, { fraga: f.fraga, item: f.item, varde, vetEj: s.vetEj === true, svar: skrivet })
  }
  if (fel.length) throw indatafel('ogiltigaSvar', 'Något av svaren går inte att läsa.', fel)
  return [...rader.values()]
}
