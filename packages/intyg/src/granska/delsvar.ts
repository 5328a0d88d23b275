import { lasBeskrivning } from '../las/icf.ts'
import { datumAvVarde, delsvarMed, harInnehall, jaNejAv } from '../las/varden.ts'
import type { Rasvar, Ravarde } from '../modell.ts'
import { barande, type Delfraga, type Fraga, type Underlag } from '../fragor/fraga.ts'
import { fynd, type Fynd } from './fynd.ts'

const LANGSTA_TEXT = 4000

function arLasligt(d: Delfraga, v: Ravarde): boolean {
  if (d.typ === 'jaNej') return jaNejAv(v) !== undefined
  if (d.typ === 'datum') return datumAvVarde(v) !== undefined
  if (d.typ === 'kod' || d.typ === 'diagnoskod') return v.typ === 'kod'
  // Periods and whole numbers have their own rules with better words (questions 32 and 39).
  return d.typ === 'period' || d.typ === 'heltal' || v.typ === 'text'
}

const OLASLIGT: Readonly<Partial<Record<Delfraga['typ'], string>>> = {
  jaNej: 'ska vara ja eller nej',
  datum: 'ska vara ett datum',
  kod: 'ska vara ett av formulärets alternativ',
  diagnoskod: 'ska vara en diagnoskod',
}

function granskaKod(u: Underlag, fraga: Fraga, d: Delfraga, svar: Rasvar, v: Ravarde): Fynd[] {
  if (!d.koder || v.typ !== 'kod') return []
  if (!d.koder[u.modell].includes(v.kod)) {
    return [
      fynd('okandKod', fraga.obligatorisk?.allvar ?? 'varning', fraga.id, {
        svar,
        delsvarId: d.id,
        text: `${fraga.rubrik}: ”${v.kod.slice(0, 40)}” är inget av formulärets alternativ i den här versionen.`,
        fraga: `Svaret på ”${fraga.rubrik}” (${d.rubrik.toLowerCase()}) går inte att läsa. Vilket alternativ avser du?`,
      }),
    ]
  }
  if (v.kodsystem === d.koder.system) return []
  // The code is one of ours, so the answer is clear; only the sender's system is wrong.
  return [
    fynd('feltKodsystem', 'varning', fraga.id, {
      svar,
      delsvarId: d.id,
      text: `${fraga.rubrik}: koden är angiven i kodsystemet ”${v.kodsystem.slice(0, 40)}” men ska vara i ${d.koder.system}.`,
    }),
  ]
}

function granskaLangd(u: Underlag, fraga: Fraga, d: Delfraga, svar: Rasvar, v: Ravarde): Fynd[] {
  if (u.modell !== 'v2' || d.typ !== 'text' || v.typ !== 'text') return []
  // Chosen ICF titles are put in front of the text by the care system and are not the doctor's own words.
  const langd = lasBeskrivning(v.text).text.length
  return langd > LANGSTA_TEXT
    ? [
        fynd('forLangText', 'upplysning', fraga.id, {
          svar,
          delsvarId: d.id,
          text: `${fraga.rubrik}: texten har ${langd} tecken. Formuläret tillåter ${LANGSTA_TEXT}. Hela texten är sparad.`,
        }),
      ]
    : []
}

function granskaEtt(u: Underlag, fraga: Fraga, d: Delfraga, svar: Rasvar): Fynd[] {
  const v = delsvarMed(svar, d.id)?.varde
  if (!v) return []
  if (!harInnehall(v)) {
    // The part the question stands on is judged with the whole question.
    const bar = barande(fraga).includes(d.id)
    return bar
      ? []
      : [
          fynd('svarUtanInnehall', 'upplysning', fraga.id, {
            svar,
            delsvarId: d.id,
            text: `${fraga.rubrik} (${d.rubrik.toLowerCase()}): svaret är tomt.`,
          }),
        ]
  }
  if (!arLasligt(d, v)) {
    return [
      fynd('olasligtSvar', fraga.obligatorisk?.allvar ?? 'varning', fraga.id, {
        svar,
        delsvarId: d.id,
        text: `${fraga.rubrik}: svaret går inte att läsa. Det ${OLASLIGT[d.typ] ?? 'ska vara text'}.`,
        fraga: `Svaret på ”${fraga.rubrik}” (${d.rubrik.toLowerCase()}) går inte att läsa. Vad vill du svara?`,
      }),
    ]
  }
  return [...granskaKod(u, fraga, d, svar, v), ...granskaLangd(u, fraga, d, svar, v)]
}

/** The parts of one answer: unknown ids, repeated ids, and values that are not of their kind. */
export function granskaDelsvar(u: Underlag, fraga: Fraga, svar: Rasvar): Fynd[] {
  const delfragor = fraga.delfragor.filter((d) => d.versioner?.includes(u.modell) ?? true)
  const kanda = new Set(delfragor.map((d) => d.id))
  const idn = svar.delsvar.map((d) => d.id)
  const okanda = [...new Set(idn.filter((id) => !kanda.has(id)))]
  const upprepade = [...kanda].filter((id) => idn.indexOf(id) !== idn.lastIndexOf(id))
  return [
    ...okanda.map((id) =>
      fynd('okantDelsvar', 'upplysning', fraga.id, {
        svar,
        delsvarId: id,
        text: `${fraga.rubrik}: delsvaret ”${id.slice(0, 20)}” hör inte till den här versionen av intyget och läses inte. Det är sparat.`,
      }),
    ),
    ...upprepade.map((id) =>
      fynd('delsvarUpprepat', 'varning', fraga.id, {
        svar,
        delsvarId: id,
        text: `${fraga.rubrik}: delsvaret ${id} finns mer än en gång. Det första läses.`,
        fraga: `Ett svar på ”${fraga.rubrik}” är lämnat mer än en gång. Vilket gäller?`,
      }),
    ),
    ...delfragor.flatMap((d) => granskaEtt(u, fraga, d, svar)),
  ]
}
