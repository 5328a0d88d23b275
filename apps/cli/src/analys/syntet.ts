import { kravText, lasArgument } from '../argument.ts'
import { Kommandofel } from '../problem.ts'
import { framsteg, medRummet } from './stod.ts'

export interface Syntetsvar {
  readonly mapp: string
  readonly personer: number
  readonly fro: string
  readonly ar: string
  readonly register: Readonly<Record<string, number>>
  readonly sekunder: number
  readonly personerPerSekund: number
  readonly minneMB: number
  readonly kalibrering: readonly {
    readonly kolumn: number
    readonly rms: number
    readonly storsta: number
    readonly inom196: number
    readonly av: number
  }[]
}

const heltal = (text: string, falt: string): number => {
  const t = text.replace(/[\s\u00a0_]/g, '')
  if (!/^\d+$/.test(t)) throw new Kommandofel('ogiltigtAntal', `”${text}” är inget heltal.`, [{ falt, text: 'Skriv ett heltal.' }])
  return Number(t)
}

/** `syntet`: writes an invented country as Parquet, its truth beside it, and how close it came to what it is calibrated to. */
export async function syntet(ord: readonly string[]): Promise<Syntetsvar> {
  const a = lasArgument(ord, {
    personer: { type: 'string' },
    fro: { type: 'string' },
    ut: { type: 'string' },
    ar: { type: 'string' },
    tyst: { type: 'boolean' },
  })
  const { HELA_LANDET, OgiltigtLandval, STANDARDAR } = await import('@atergang/syntet/land')
  const antal = kravText(a, 'personer', 'hur många personer landet ska ha, eller ”landet” för hela Sverige')
  const personer = antal === 'landet' ? HELA_LANDET : heltal(antal, 'personer')
  const [fran, till] = a.varden.ar === undefined ? [STANDARDAR.fran, STANDARDAR.till] : lasAr(String(a.varden.ar))
  const fro = a.varden.fro === undefined ? '1' : kravText(a, 'fro', 'fröet, ett tal eller ett ord')
  const ut = kravText(a, 'ut', 'mappen som ska skapas')
  const sag = a.varden.tyst === true ? () => undefined : framsteg()
  try {
    return await medRummet(async (r) => {
      let hogst = 0
      let sagt = -1
      const svar = await r.skrivLand({ fro, personer, fran, till }, ut, (klara, av) => {
        hogst = Math.max(hogst, process.memoryUsage.rss())
        const procent = Math.floor((klara / av) * 20) * 5
        if (procent !== sagt) sag(`${procent} % · ${klara.toLocaleString('sv-SE')} av ${av.toLocaleString('sv-SE')} personer`)
        sagt = procent
      })
      sag('Räknar hur nära landet kom sin förlaga')
      const k = await r.Datakalla.oppna(ut)
      try {
        const kal = await r.kalibrera(k)
        r.skrivKalibrering(ut, kal)
        sag(`Klart: ${svar.sekunder.toFixed(1)} s, ${Math.round(svar.personerPerSekund).toLocaleString('sv-SE')} personer per sekund`, true)
        return {
          mapp: ut,
          personer,
          fro,
          ar: `${fran}–${till}`,
          register: Object.fromEntries(Object.entries(svar.manifest.register).map(([n, x]) => [n, x.rader])),
          sekunder: svar.sekunder,
          personerPerSekund: svar.personerPerSekund,
          minneMB: Math.round(Math.max(hogst, process.memoryUsage.rss()) / 1e6),
          kalibrering: kal.kolumner.map((c) => ({ kolumn: c.kolumn, rms: c.rms, storsta: c.storsta, inom196: c.inom196, av: c.n })),
        }
      } finally {
        k.stang()
      }
    })
  } catch (fel) {
    if (fel instanceof OgiltigtLandval) throw new Kommandofel('ogiltigtLand', fel.message, [{ falt: fel.falt, text: fel.message }])
    throw fel
  }
}

function lasAr(text: string): [number, number] {
  const m = /^(\d{4})(?:[-–](\d{4}))?$/.exec(text)
  if (!m) throw new Kommandofel('ogiltigaAr', `”${text}” är inga år.`, [{ falt: 'ar', text: 'Skriv 2010-2020.' }])
  return [Number(m[1]), Number(m[2] ?? m[1])]
}

const sv = (n: number, d: number): string => n.toFixed(d).replace('.', ',')
export const syntettext = (s: Syntetsvar): string =>
  [
    `${s.personer.toLocaleString('sv-SE')} personer, ${s.ar}, frö ${s.fro}, i ${s.mapp}`,
    '',
    ...Object.entries(s.register).map(([n, x]) => `  ${n.padEnd(20)} ${x.toLocaleString('sv-SE').padStart(12)} rader`),
    '',
    `${sv(s.sekunder, 1)} s, ${Math.round(s.personerPerSekund).toLocaleString('sv-SE')} personer per sekund, högst ${s.minneMB} MB minne`,
    '',
    ...(s.kalibrering.length
      ? [
          'Tabell 1 mot förlagan (avvikelse i medelfel):',
          ...s.kalibrering.map(
            (k) =>
              `  kolumn ${String(k.kolumn).padStart(2)}: rms ${sv(k.rms, 2)}, största ${sv(k.storsta, 2)}, ${k.inom196} av ${k.av} län inom 1,96`,
          ),
        ]
      : ['Länens tal jämförs inte: åren täcker inte 2013–2019.']),
    '',
    'Mer i kalibrering.md; det som planterats står i facit.json.',
  ].join('\n')
