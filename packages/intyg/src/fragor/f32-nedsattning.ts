import { lagrum } from '@atergang/regelverk'
import { arDatum, plusAr, plusDagar, plusManader, type Datum } from '@atergang/kalender'
import { GRADER } from '../kodverk.ts'
import { dagAv } from '../las/huvud.ts'
import { harInnehall, kodAv, vardeAv } from '../las/varden.ts'
import type { Rasvar } from '../modell.ts'
import { fodelsedag } from '../personid.ts'
import { fynd, hanvisning, type Fynd } from '../granska/fynd.ts'
import { BADA, svarPa, type Fraga, type Regel, type Underlag } from './fraga.ts'

const GRADERNA = hanvisning(lagrum('27:45'))
const DAGAR_BAKAT = 7
const MANADER_FRAM = 6
const AR_FRAM = 2

interface Daterad {
  readonly svar: Rasvar
  readonly from: Datum
  readonly tom: Datum
}

/** Answers whose two dates can be read, whatever degree they carry and in whatever order the dates come. */
const daterade = (u: Underlag): Daterad[] =>
  svarPa(u, '32').flatMap((svar) => {
    const v = vardeAv(svar, '32.2')
    return v?.typ === 'period' && arDatum(v.start) && arDatum(v.slut) ? [{ svar, from: v.start, tom: v.slut }] : []
  })

const iOrdning = (u: Underlag): Daterad[] => daterade(u).filter((p) => p.from <= p.tom)

const skriv = (p: { from: Datum; tom: Datum }) => `${p.from}–${p.tom}`

const gradSaknas: Regel = (u) =>
  svarPa(u, '32')
    .filter((s) => !harInnehall(vardeAv(s, '32.1')) && harInnehall(vardeAv(s, '32.2')))
    .map((svar) =>
      fynd('delsvarSaknas', 'fel', '32', {
        svar,
        delsvarId: '32.1',
        text: 'En period saknar sjukskrivningsgrad.',
        fraga: 'Hur stor del är arbetsförmågan nedsatt i perioden: hel, tre fjärdedelar, hälften eller en fjärdedel?',
        lagrum: GRADERNA,
      }),
    )

const olasligPeriod: Regel = (u) =>
  svarPa(u, '32').flatMap((svar) => {
    const v = vardeAv(svar, '32.2')
    const lasbar = v?.typ === 'period' && arDatum(v.start) && arDatum(v.slut)
    if (lasbar || (!harInnehall(v) && !harInnehall(vardeAv(svar, '32.1')))) return []
    const skrivet = v?.typ === 'period' ? ` (”${v.start.slice(0, 20)}” till ”${v.slut.slice(0, 20)}”)` : ''
    return fynd('periodOlaslig', 'fel', '32', {
      svar,
      delsvarId: '32.2',
      text: `En periods datum saknas eller finns inte i kalendern${skrivet}.`,
      fraga: 'Från och med vilken dag till och med vilken dag är arbetsförmågan nedsatt? Datumen i intyget går inte att läsa.',
      lagrum: GRADERNA,
    })
  })

const omvandPeriod: Regel = (u) =>
  daterade(u)
    .filter((p) => p.tom < p.from)
    .map((p) =>
      fynd('periodOmvand', 'fel', '32', {
        svar: p.svar,
        delsvarId: '32.2',
        text: `Perioden ${skriv(p)} slutar innan den börjar.`,
        fraga: `Sjukskrivningen anges från och med ${p.from} till och med ${p.tom}, alltså med slut före början. Vilka datum gäller?`,
        lagrum: GRADERNA,
      }),
    )

/** In order of start each period is held against the one that reaches furthest so far: every overlap is met once. */
const overlapp: Regel = (u) => {
  const ut: Fynd[] = []
  let langst: Daterad | undefined
  for (const p of iOrdning(u).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    if (langst && p.from <= langst.tom) {
      ut.push(
        fynd('perioderOverlappar', 'fel', '32', {
          svar: p.svar,
          delsvarId: '32.2',
          text: `Perioderna ${skriv(langst)} och ${skriv(p)} går i varandra.`,
          fraga: `Perioderna ${skriv(langst)} och ${skriv(p)} har dagar gemensamt. Vilken grad gäller för vilka dagar?`,
          lagrum: GRADERNA,
        }),
      )
    }
    if (!langst || p.tom > langst.tom) langst = p
  }
  return ut
}

const upprepadGrad: Regel = (u) => {
  const sedda = new Set<string>()
  return svarPa(u, '32').flatMap((svar) => {
    const kod = kodAv(vardeAv(svar, '32.1'))
    if (kod === undefined || !GRADER.has(kod)) return []
    if (!sedda.has(kod)) {
      sedda.add(kod)
      return []
    }
    const procent = `${GRADER.get(kod)! * 100} procent`
    return fynd('gradUpprepad', 'varning', '32', {
      svar,
      delsvarId: '32.1',
      text: `Graden ${procent} är angiven för mer än en period. Formuläret har en period för varje grad.`,
      fraga: `Graden ${procent} är angiven för mer än en period. Stämmer alla perioderna?`,
    })
  })
}

const foreFodelsen: Regel = (u) => {
  const fodd = fodelsedag(u.intyg.patient.personId.nummer)
  return iOrdning(u)
    .filter((p) => fodd !== undefined && p.from < fodd)
    .map((p) =>
      fynd('periodForeFodelse', 'fel', '32', {
        svar: p.svar,
        delsvarId: '32.2',
        text: `Perioden ${skriv(p)} börjar innan patienten är född.`,
        fraga: `Sjukskrivningen anges från och med ${p.from}, innan patienten är född. Vilka datum gäller?`,
      }),
    )
}

const langtFram: Regel = (u) => {
  const fran = dagAv(u.intyg.signerat) ?? u.idag
  const sist = iOrdning(u).reduce<Daterad | undefined>((s, p) => (!s || p.tom > s.tom ? p : s), undefined)
  if (!fran || !sist || sist.tom <= plusManader(fran, MANADER_FRAM)) return []
  const fel = sist.tom > plusAr(fran, AR_FRAM)
  return [
    fynd('periodLangtFram', fel ? 'fel' : 'varning', '32', {
      svar: sist.svar,
      delsvarId: '32.2',
      text: `Perioden ${skriv(sist)} slutar mer än ${fel ? 'två år' : 'sex månader'} efter att intyget skrevs.`,
      fraga: `Sjukskrivningen anges till och med ${sist.tom}. Stämmer datumet?`,
    }),
  ]
}

const bakatUtanSkal: Regel = (u) => {
  const signerat = dagAv(u.intyg.signerat)
  const forst = iOrdning(u).reduce<Daterad | undefined>((s, p) => (!s || p.from < s.from ? p : s), undefined)
  if (!signerat || !forst || forst.from >= plusDagar(signerat, -DAGAR_BAKAT) || u.intyg.ovrigt !== undefined) return []
  return [
    fynd('periodBakatUtanSkal', 'varning', '32', {
      svar: forst.svar,
      delsvarId: '32.2',
      text: `Sjukskrivningen börjar ${forst.from}, mer än sju dagar innan intyget signerades ${signerat}, utan att skälet står i övriga upplysningar.`,
      fraga: `Sjukskrivningen börjar ${forst.from} och intyget är signerat ${signerat}. Vad bygger du bedömningen av tiden före på?`,
      lagrum: hanvisning(lagrum('27:25 st 1')),
    }),
  ]
}

const KODER = [...GRADER.keys()]

export const nedsattning: Fraga = {
  id: '32',
  rubrik: 'Nedsättning av arbetsförmågan',
  versioner: BADA,
  hogst: { v1: 4, v2: 4 },
  delfragor: [
    { id: '32.1', rubrik: 'Grad', typ: 'kod', koder: { system: 'KV_FKMU_0003', v1: KODER, v2: KODER } },
    { id: '32.2', rubrik: 'Period', typ: 'period' },
  ],
  bars: ['32.1', '32.2'],
  obligatorisk: {
    nar: () => true,
    allvar: 'fel',
    text: 'Det står inte hur mycket och hur länge arbetsförmågan är nedsatt.',
    fraga: 'Hur stor del är arbetsförmågan nedsatt, och från och med vilken dag till och med vilken dag?',
    lagrum: GRADERNA,
  },
  regler: [gradSaknas, olasligPeriod, omvandPeriod, overlapp, upprepadGrad, foreFodelsen, langtFram, bakatUtanSkal],
}
