import { lasArgument } from '../argument.ts'
import { kommando, under, type Kommando } from '../svar.ts'
import { alla, allatext } from './alla.ts'
import { enkat, enkattext } from './enkat.ts'
import { importera, importtext, register, registertext } from './import.ts'
import { facit, indikatorer, pastaenden } from './indikatorer.ts'
import { korrelation } from './korrelation.ts'
import { likformighet } from './likformighet.ts'
import { medData, medRummet } from './stod.ts'
import { rapport } from './rapport.ts'
import { tabellkommando } from './tabell.ts'
import { utvardera } from './utvardera.ts'

const sv = (n: number, d = 4): string => n.toFixed(d).replace('.', ',').replace('-', '−')

/** `analys publicerat`: the report's correlations against those its own table gives, and where its tables contradict themselves. */
const publicerat: Kommando = (ord) => {
  lasArgument(ord, {})
  return medRummet(async (r) => {
    const svar = { samband: r.jamforSamband(), tryckskillnader: r.tryckskillnader() }
    const text = [
      'Publicerat mot räknat ur den tryckta tabell 1',
      '',
      ...svar.samband.map(
        (s) =>
          `${s.par.padEnd(32)} tryckt ${s.publicerat.text.padEnd(34)} räknat ${sv(s.beraknat.r)}${s.beraknat.stjarnor.padEnd(3)} N ${s.beraknat.n}  avrundning ${sv(s.avrundning[0], 3)} till ${sv(s.avrundning[1], 3)}  ${s.inomAvrundning === null ? '' : s.inomAvrundning ? 'inom' : 'UTANFÖR'}`,
      ),
      '',
      'Där trycket säger emot sig självt',
      '',
      ...svar.tryckskillnader.map((t) => `${t.id} tabell ${t.tabell}, ${t.var}: tryckt ${t.tryckt}; räknat ${t.raknat}. ${t.hantering}`),
    ].join('\n')
    return { json: () => JSON.stringify(svar), text: () => text }
  })
}

/** `analys kalibrering`: how close an invented country came to what it is calibrated to. */
const kalibrering: Kommando = (ord) => {
  const a = lasArgument(ord, { data: { type: 'string' } })
  return medData(a, async (r, k) => {
    const svar = await r.kalibrera(k)
    return { json: () => JSON.stringify(svar), text: () => r.kalibreringstext(svar) }
  })
}

export const analys: Kommando = under('analys', {
  tabell: tabellkommando('tabell'),
  figur: tabellkommando('figur'),
  alla: kommando(alla, allatext),
  korrelation,
  publicerat,
  kalibrering,
  utvardera,
  likformighet,
  indikatorer,
  pastaenden,
  facit,
  rapport,
  enkat: kommando(enkat, enkattext),
  importera: kommando(importera, importtext),
  register: kommando(register, registertext),
})
