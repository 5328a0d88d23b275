import type { Filsamband, Korrelation } from '@atergang/analys'
import { kravText, lasArgument, lasEttAv } from '../argument.ts'
import type { Kommando } from '../svar.ts'
import { lista, medRummet, rummet } from './stod.ts'

const AVGRANSARE = { komma: ',', semikolon: ';', tabb: '\t', streck: '|' } as const

export const filval = async (varden: Readonly<Record<string, string | boolean | undefined>>) => {
  const { KODNINGAR } = await rummet()
  return {
    ...(varden.kodning === undefined ? {} : { kodning: lasEttAv(String(varden.kodning), 'kodning', KODNINGAR) }),
    ...(varden.avgransare === undefined
      ? {}
      : {
          avgransare: AVGRANSARE[lasEttAv(String(varden.avgransare), 'avgransare', Object.keys(AVGRANSARE) as (keyof typeof AVGRANSARE)[])],
        }),
    ...(varden.decimal === undefined ? {} : { decimal: lasEttAv(String(varden.decimal), 'decimal', ['komma', 'punkt'] as const) }),
  }
}
export const FILVAL = { kodning: { type: 'string' }, avgransare: { type: 'string' }, decimal: { type: 'string' } } as const

/** `analys korrelation`: two columns of a file. JSON holds the coefficient alone, with what was found in the file on standard error; `--allt` adds ranks, outliers, warning and that, as the text has them. */
export const korrelation: Kommando = async (ord) => {
  const a = lasArgument(ord, {
    fil: { type: 'string' },
    x: { type: 'string' },
    y: { type: 'string' },
    utan: { type: 'string' },
    allt: { type: 'boolean' },
    ...FILVAL,
  })
  const val = {
    fil: kravText(a, 'fil', 'filen'),
    x: kravText(a, 'x', 'rubriken på den ena kolumnen'),
    y: kravText(a, 'y', 'rubriken på den andra kolumnen'),
    ...(a.varden.utan === undefined ? {} : { utan: lista(String(a.varden.utan)) }),
    ...(await filval(a.varden)),
  }
  const svar = await medRummet((r) => r.sambandUrFil(val))
  const allt = a.varden.allt === true
  return { json: () => JSON.stringify(allt ? svar : svar.alla), text: () => text(svar), noter: () => (allt ? [] : svar.notiser) }
}

const sv = (n: number, d = 4): string => n.toFixed(d).replace('.', ',').replace('-', '−')
const rad = (namn: string, k: Korrelation): string =>
  `${namn}: r = ${sv(k.r)}${k.stjarnor}, N = ${k.n}, p = ${sv(k.p)}${k.intervall ? `, 95 % intervall ${sv(k.intervall[0])} till ${sv(k.intervall[1])}` : ''}`
const text = (s: Filsamband): string =>
  [
    `${s.x} × ${s.y}${s.utan.length ? `, utan ${s.utan.join(', ')}` : ''}`,
    '',
    rad('Pearson', s.alla),
    rad('Spearman', s.spearman),
    ...(s.avvikare.length
      ? [
          `Avvikare: ${s.avvikare.join(', ')} (${s.avvikarregel})`,
          ...(s.utanAvvikare ? [rad('Pearson utan avvikare', s.utanAvvikare)] : []),
        ]
      : [`Inga avvikare (${s.avvikarregel}).`]),
    '',
    s.varning,
    '*** p < 0,01; ** p < 0,05; * p < 0,1',
    ...s.notiser,
  ].join('\n')
