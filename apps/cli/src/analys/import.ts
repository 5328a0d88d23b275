import type { Importerat, Register } from '@atergang/analys'
import { kravText, lasArgument } from '../argument.ts'
import { Kommandofel } from '../problem.ts'
import { FILVAL, filval } from './korrelation.ts'
import { lista, medRummet } from './stod.ts'

/** `analys importera`: a file into a register. All of it or nothing. */
export async function importera(ord: readonly string[]): Promise<readonly Importerat[]> {
  const a = lasArgument(ord, {
    data: { type: 'string' },
    register: { type: 'string' },
    fil: { type: 'string' },
    kolumner: { type: 'string' },
    ...FILVAL,
  })
  const kolumner =
    a.varden.kolumner === undefined ? {} : { kolumner: Object.fromEntries(lista(String(a.varden.kolumner)).map((x) => par(x))) }
  const fil = { register: kravText(a, 'register', 'registret'), fil: kravText(a, 'fil', 'filen'), ...kolumner, ...(await filval(a.varden)) }
  return medRummet((r) => r.importera(kravText(a, 'data', 'mappen med data'), [fil]))
}

function par(text: string): [string, string] {
  const i = text.indexOf('=')
  if (i < 1)
    throw new Kommandofel('ogiltigaKolumner', `”${text}” är inget par.`, [
      { falt: 'kolumner', text: 'Skriv vår kolumn=filens rubrik, till exempel lan=Län,antal=Folkmängd.' },
    ])
  return [text.slice(0, i), text.slice(i + 1)]
}

export const importtext = (s: readonly Importerat[]): string =>
  s.flatMap((x) => [`${x.register}: ${x.rader.toLocaleString('sv-SE')} rader ur ${x.fil}`, ...x.notiser.map((n) => `  ${n}`)]).join('\n')

/** `analys register`: what each register holds, so that a file can be made for it. */
export async function register(ord: readonly string[]): Promise<unknown> {
  const a = lasArgument(ord, {}, 1)
  return medRummet(async (r) => {
    const [namn] = a.resten
    if (namn === undefined) return [...r.REGISTER.values()].map((x) => ({ namn: x.namn, text: x.text, kalla: x.kalla }))
    const reg = r.REGISTER.get(namn)
    if (!reg)
      throw new Kommandofel('okantRegister', `Registret ”${namn}” finns inte.`, [
        { falt: 'register', text: `Välj ett av: ${[...r.REGISTER.keys()].join(', ')}.` },
      ])
    return reg
  })
}

type Registersvar = readonly { namn: string; text: string; kalla: string }[] | Register
export function registertext(svar: unknown): string {
  const s = svar as Registersvar
  if ('kolumner' in s)
    return [
      `${s.namn}: ${s.text}`,
      `Källa: ${s.kalla}. Nyckel: ${s.nyckel.join(', ')}.`,
      '',
      ...Object.entries(s.kolumner).map(([n, k]) => `  ${n.padEnd(20)} ${k.typ.padEnd(8)} ${k.text}${k.kanSaknas ? ' (kan saknas)' : ''}`),
    ].join('\n')
  return s.map((r) => `${r.namn.padEnd(18)} ${r.text} (${r.kalla})`).join('\n')
}
