import type { Fonster, Likformighetsval, Omradesniva } from '@atergang/analys'
import { lasArgument, lasEttAv, type Argument } from '../argument.ts'
import { Kommandofel } from '../problem.ts'
import type { Kommando } from '../svar.ts'
import { lasPeriod, lasUrval, lista, medData, rummet, visaSmaTal } from './stod.ts'
import { ettNamn, resultatsvar } from './utvardera.ts'

const VAL = { data: { type: 'string' }, period: { type: 'string' }, omrade: { type: 'string' }, smatal: { type: 'string' } } as const
const STANDARDPERIOD = '2016-01..2019-12'

async function lasVal(a: Argument): Promise<{ period?: Fonster; omraden?: readonly string[] }> {
  const { LANSNAMN } = await import('@atergang/syntet/land')
  const { kontrolleraOmraden } = await rummet()
  const { period, omraden } = lasUrval(a, LANSNAMN)
  if (omraden) {
    const okanda = omraden.filter((l) => !LANSNAMN.includes(l))
    if (okanda.length)
      throw new Kommandofel('okantLan', `Länet ${okanda.join(', ')} finns inte.`, [
        { falt: 'omrade', text: `Skriv länets namn: ${LANSNAMN.join(', ')}.` },
      ])
    kontrolleraOmraden(omraden)
  }
  return { ...(period ? { period } : {}), ...(omraden ? { omraden } : {}) }
}

/** `analys likformighet SLAG|larm|fall SLAG|lan`: how alike decisions are, the standing alert, like cases, and like counties. */
export const likformighet: Kommando = async (ord) => {
  const [vad] = ord
  if (vad === 'fall') return fall(ord.slice(1))
  if (vad === 'lan') return lan(ord.slice(1))
  const a = lasArgument(ord, { ...VAL, niva: { type: 'string' }, nyckel: { type: 'string' } }, 1)
  const { SLAG } = await rummet()
  const namn = ettNamn(a, 'fråga om likformighet', 'slag', [...SLAG.map((s) => s.id), 'larm', 'fall', 'lan'])
  const niva: Omradesniva = a.varden.niva === undefined ? 'sf_omrade' : lasEttAv(String(a.varden.niva), 'niva', ['sf_omrade', 'lan'])
  const val: Likformighetsval = {
    ...(await lasVal(a)),
    niva,
    ...(a.varden.nyckel === undefined ? {} : { nyckel: String(a.varden.nyckel) }),
  }
  return resultatsvar(a, (r, k) => (namn === 'larm' ? r.spridningslarm(k, val) : r.likformighet(k, namn, val)))
}

/** Like cases with other outcomes. Single cases are shown only of invented people: of real ones they belong where each look is logged. */
const fall: Kommando = async (ord) => {
  const a = lasArgument(ord, { ...VAL, enskilda: { type: 'string' } }, 1)
  const { SLAG, resultattext, fardiga, likafalltext } = await rummet()
  const namn = ettNamn(
    a,
    'slag av beslut',
    'slag',
    SLAG.map((s) => s.id),
  )
  const antal = a.varden.enskilda === undefined ? 0 : Number(a.varden.enskilda)
  if (!Number.isInteger(antal) || antal < 0 || antal > 1000)
    throw new Kommandofel('ogiltigtAntal', `”${String(a.varden.enskilda)}” är inget antal ärenden.`, [
      { falt: 'enskilda', text: 'Skriv ett helt tal, högst 1000.' },
    ])
  const { period, omraden } = await lasVal(a)
  const svar = await medData(a, async (r, k) => {
    if (antal > 0 && !k.manifest.pahittad)
      throw new Kommandofel('enskildaSkyddas', 'Enskilda ärenden kan bara visas för påhittade personer.', [
        { falt: 'enskilda', text: 'Ta bort valet. Sammanställningen visas ändå.' },
      ])
    const s = await r.likaFall(k, namn, period ?? lasPeriod(STANDARDPERIOD), omraden ?? null, antal)
    return { ...fardiga([s.resultat], visaSmaTal(a, k.manifest)).resultat[0]!, fall: s.fall }
  })
  const text = await resultattext(svar)
  return { json: () => JSON.stringify(svar), text: () => [text, ...(svar.fall.length ? [`\n${likafalltext(svar.fall)}`] : [])].join('\n') }
}

/** Counties most alike in stated variables. */
const lan: Kommando = async (ord) => {
  const a = lasArgument(ord, { ...VAL, variabler: { type: 'string' }, utan: { type: 'string' } })
  if (a.resten.length)
    throw new Kommandofel('okantVal', `”${a.resten.join(' ')}” kan inte läsas.`, [{ falt: 'omrade', text: 'Ange län med --omrade.' }])
  const { LANSNAMN } = await import('@atergang/syntet/land')
  const utan = a.varden.utan === undefined ? null : a.varden.utan === 'inga' ? [] : lista(String(a.varden.utan))
  const okanda = (utan ?? []).filter((l) => !LANSNAMN.includes(l))
  if (okanda.length)
    throw new Kommandofel('okantLan', `Länet ${okanda.join(', ')} finns inte.`, [
      { falt: 'utan', text: `Skriv länets namn, eller ”inga”: ${LANSNAMN.join(', ')}.` },
    ])
  const { period, omraden } = await lasVal({ ...a, varden: { ...a.varden, utan: undefined } })
  return resultatsvar(a, (r, k) =>
    r.likaLan(k, omraden ?? null, {
      period: period ?? lasPeriod(STANDARDPERIOD),
      ...(utan ? { utan } : {}),
      ...(a.varden.variabler === undefined ? {} : { variabler: lista(String(a.varden.variabler)) }),
    }),
  )
}
