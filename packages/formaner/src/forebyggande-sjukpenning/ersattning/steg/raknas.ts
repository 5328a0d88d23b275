import type { Steg, Utfall } from '@atergang/arende'
import { kort, medManadsnamn } from '@atergang/kalender'
import { flera, type Forklaring } from '@atergang/regelverk'
import { karenstiden } from '../../../gemensamt/formanstid.ts'
import { sgisteget } from '../../../gemensamt/sgi.ts'
import { automatiskt, avvaktar, faktaOm, fraga, nod, uppfyllt, vantar } from '../../../gemensamt/steg.ts'
import { totalt } from '../../../gemensamt/utbetalning.ts'
import type { Flage, Forebyggandefakta } from '../../fakta.ts'
import { ANDELSNAMN } from '../../tid/dagstid.ts'
import { tidsatgang } from '../../tid/tillfalle.ts'
import { helSjukersattning, sysselsattningen, uppgivenInkomst } from '../../uppgifter.ts'
import {
  annanErsattningsgrund,
  annanErsattningsnyckel,
  annanErsattningssvaret,
  langaTider,
  nodvandigTidsgrund,
  nodvandigTidsnyckel,
  nodvandigTidssvaret,
  langResa,
  sammaDagar,
} from '../bedomning.ts'
import { alder, provperiod } from '../betalda.ts'
import { malperiod, yrkadeDatum, type Ersattningsmal } from '../ersattningslage.ts'
import { ersattningsforslag, ogjort } from '../forslag.ts'
import { harEgenforetagarkarens } from '../karenstid.ts'
import { lonen } from '../lon.ts'
import { malnamn, perMal } from './underlaget.ts'

type S = Steg<Forebyggandefakta>

export const sgisteg = sgisteget<Forebyggandefakta>({
  efter: [],
  provas(l) {
    const p = provperiod(l as Flage)
    return p && { forsta: p.from, sista: p.tom, sjukperiodensForsta: p.from }
  },
  uppgiven: (l) => uppgivenInkomst(l as Flage),
  sysselsattning: (l, idag) => sysselsattningen(l as Flage, idag) ?? null,
  behovsFor: 'räkna ut ersättningen',
})

export const alderssteg = alder.steg
export const lonesteg = lonen.steg

/** Whole sjukersättning, and sjukpenning for the same part of a day (27 kap. 34 §): both cannot be paid. */
export const annanErsattningssteg: S = {
  namn: 'annanErsattning',
  rubrik: 'Annan ersättning',
  lagrum: flera('27:34', '27:45'),
  prova: perMal((l, m): Utfall => {
    const nyckel = annanErsattningsnyckel(m)
    const hel = yrkadeDatum(m).filter((d) => helSjukersattning(l, d))
    const samma = sammaDagar(l, m)
    if (samma.length === 0)
      return automatiskt(
        nod(
          nyckel,
          'Annan ersättning',
          ['27:34'],
          hel.length ? 'ejUppfyllt' : 'uppfyllt',
          hel.length
            ? 'Personen får hel sjukersättning eller hel aktivitetsersättning.'
            : 'Ingen annan ersättning för samma dagar är känd.',
        ),
      )
    const svar = annanErsattningssvaret(l, m)
    if (svar) return uppfyllt(nod(nyckel, 'Annan ersättning', ['27:45'], 'uppfyllt', svar.svar.dagar.map((d) => d.skal).join(' ')))
    return fraga({
      nyckel,
      kod: 'annanErsattning',
      rubrik: 'Personen får sjukpenning samma dag: hur mycket av dagen är kvar?',
      hjalp:
        'Båda kan inte betalas för samma del av en dag. Ange för varje dag hur stor del som högst kan betalas här. Gjordes behandlingen inte den dagen är det vanlig sjukpenning.',
      lagrum: ['27:4', '27:45'],
      paGrundval: annanErsattningsgrund(l, m),
      varforNu: `${samma.map((s) => `${kort(s.datum)}: ${s.grad * 100} procent i ärende ${s.nummer}`).join('; ')}.`,
      period: malperiod(m),
      formular: { ansokan: m.ansokan.id, dagar: samma.map((s) => ({ ...s, hogstForslag: Math.max(0, 1 - s.grad) })) },
    })
  }),
}

/** Preparation and travel that stand out: a human says what was necessary (27 kap. 7 §, HFD 2019 ref. 42). */
export const nodvandigTidsteg: S = {
  namn: 'nodvandigTid',
  rubrik: 'Nödvändig tid',
  lagrum: flera('27:7'),
  prova: perMal((l, m): Utfall => {
    const nyckel = nodvandigTidsnyckel(m)
    const langa = langaTider(m)
    if (langa.length === 0)
      return automatiskt(
        nod(
          nyckel,
          'Nödvändig tid',
          ['27:7'],
          'uppfyllt',
          `Ingen resa är längre än ${langResa(m)} minuter åt ett håll, och ingen förberedelse är längre än behandlingen.`,
        ),
      )
    const svar = nodvandigTidssvaret(l, m)
    if (svar) return uppfyllt(nod(nyckel, 'Nödvändig tid', ['27:7'], 'uppfyllt', svar.svar.tillfallen.map((t) => t.skal).join(' ')))
    return fraga({
      nyckel,
      kod: 'nodvandigTid',
      rubrik: 'Var resan och förberedelserna nödvändiga?',
      hjalp: `Bara behandlingen, vissa nödvändiga förberedelser och resan dit och hem räknas. Frågan ställs när en resa tar mer än ${langResa(m)} minuter, eller förberedelse och tid efteråt är längre än behandlingen. Gränserna är våra. Ange de minuter du godtar.`,
      lagrum: ['27:7'],
      paGrundval: nodvandigTidsgrund(l, m),
      varforNu: `${langa.length} ${langa.length === 1 ? 'tillfälle' : 'tillfällen'} har lång resa eller förberedelse.`,
      period: malperiod(m),
      formular: { ansokan: m.ansokan.id, tillfallen: langa.map((t) => ({ ...t, atgang: tidsatgang(t) })), grans: langResa(m) },
    })
  }),
}

/** For one with other work than employment: whether a karenstid is known that 28 § does not lift, so that the officer sees what the amounts rest on. */
function karensnod(l: Flage, m: Ersattningsmal): Forklaring[] {
  if (!yrkadeDatum(m).some((d) => harEgenforetagarkarens(l, d))) return []
  const dagar = karenstiden(l)
  const text =
    dagar === undefined
      ? 'Ingen vald karenstid är registrerad: då dras ingen karens. Har personen anmält karenstid på 14, 30, 60 eller 90 dagar, registrera den.'
      : dagar === 1
        ? 'Karenstid 1 dag är vald. Den första dagen ersätts ändå vid medicinsk behandling.'
        : `Karenstid ${dagar} dagar är vald. Undantaget för medicinsk behandling gäller karensavdrag, karensdagar och 1 dags karenstid, inte den.`
  const lagrum = dagar === undefined ? ['27:28 st 1', '27:29'] : dagar === 1 ? ['27:28 st 2'] : ['27:28', '27:30', '27:33']
  return [nod(`karenstid:${m.ansokan.id}`, 'Karenstid', lagrum, 'beraknat', text)]
}

export const berakningssteg: S = {
  namn: 'berakning',
  rubrik: 'Beräkning',
  lagrum: flera('27:7', '27:45', '28:7', '28:10', '28:13'),
  prova: perMal((l, m, idag): Utfall => {
    const saknas = ogjort(l, m, idag)
    if (saknas) return avvaktar(saknas)
    const f = ersattningsforslag(l, m, idag)!
    if (f.saknas.length)
      return vantar({
        pa: 'tid',
        paNamn: 'Regelverket',
        vad: 'Uppgift som beräkningen behöver',
        varfor: f.saknas.join(' '),
        sedan: idag,
        till: null,
        lagrum: ['28:10'],
      })
    const rader = f.utbetalning.map((r) => ({ ...r.forklaring, rubrik: `${medManadsnamn(r.from)}: ${r.kronorPerDag} kr` }))
    const karens = karensnod(l, m)
    const n = nod(
      `berakning:${m.ansokan.id}`,
      `Beräkning, ${malnamn(m)}`,
      ['27:45', '28:10'],
      'beraknat',
      `${f.dagar.filter((d) => d.andel > 0).length} av ${f.dagar.length} dagar ger ersättning.`,
      f.dagar.map((d) => faktaOm(kort(d.datum), `${d.tid.hindradeMinuter} minuter, ${ANDELSNAMN[d.andel]}`)),
      [...karens, ...rader],
    )
    return automatiskt({ ...n, resultat: `${totalt(f.utbetalning)} kr` })
  }),
}
