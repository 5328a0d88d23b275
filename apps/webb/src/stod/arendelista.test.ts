import { datum } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import {
  efterFrist,
  FILTER,
  filterTillAdress,
  filterUrAdress,
  filtrera,
  listpost,
  partsrubrik,
  vandFilter,
  type Listrad,
} from './arendelista.ts'

const IDAG = datum('2026-06-15')
const JAG = { id: 'eva', roll: 'handlaggare' }

const uppgift = (mer: object = {}) => ({
  nyckel: 'sgi',
  kod: 'sgi',
  underlag: 'x',
  roll: 'handlaggare',
  rubrik: 'Bekräfta SGI',
  varforNu: 'SGI behövs.',
  senast: null,
  lagrum: '25:2',
  inteFor: [],
  ...mer,
})
const rad = (
  mer: { uppgifter?: object[]; vantar?: object[]; nasta?: string; vilarTill?: string; kedjedag?: number; id?: string } = {},
): Listrad =>
  ({
    id: mer.id ?? 'a',
    nummer: 'SP1',
    namn: 'Anna',
    partsnummer: '',
    forman: 'sjukpenning',
    formansrubrik: 'Sjukpenning',
    enhet: 'Gävle',
    kedjedag: mer.kedjedag ?? 20,
    status: 'kraver',
    inlett: '2026-06-01',
    tilldelad: null,
    vilarTill: mer.vilarTill ?? null,
    vilaSkal: 'väntar på MR',
    oppnad: '2026-06-10T08:00:00Z',
    sammanfattning: {
      status: 'kraver',
      uppgifter: mer.uppgifter ?? [],
      vantar: mer.vantar ?? [],
      nastaLagliga: mer.nasta ? { dag: mer.nasta, text: 'dag 91', lagrum: [] } : null,
      nastaDatum: null,
    },
  }) as unknown as Listrad
const post = (mer: Parameters<typeof rad>[0] = {}) => listpost(rad(mer), JAG, IDAG)

describe('raden säger vad, vems drag, sedan när och till när', () => {
  it('en fråga till min roll kräver mig', () => {
    expect(post({ uppgifter: [uppgift()] })).toMatchObject({ grupp: 'kraver', vad: ['Bekräfta SGI'], vemsDrag: 'du', forsenad: false })
  })
  it('en fråga som jag inte får svara på väntar på andra, liksom en fråga till specialisten', () => {
    expect(post({ uppgifter: [uppgift({ inteFor: ['eva'] })] }).grupp).toBe('vantar')
    expect(post({ uppgifter: [uppgift({ roll: 'specialist', rubrik: 'Kvalitetssäkra' })] })).toMatchObject({
      grupp: 'vantar',
      vemsDrag: 'försäkringsspecialist',
    })
  })
  it('en väntan säger på vem och till när', () => {
    expect(
      post({
        vantar: [{ pa: 'vard', paNamn: 'Dr Lind', vad: 'Svar', varfor: 'Frågad', sedan: '2026-06-01', till: '2026-06-10', lagrum: [] }],
      }),
    ).toMatchObject({ grupp: 'vantar', vemsDrag: 'Dr Lind', sedan: '2026-06-01', senast: '2026-06-10', forsenad: true })
  })
  it('ett vilande ärende vilar, och inte längre när dagen kommit', () => {
    expect(post({ uppgifter: [uppgift()], vilarTill: '2026-06-20' }).grupp).toBe('vilande')
    expect(post({ uppgifter: [uppgift()], vilarTill: '2026-06-15' }).grupp).toBe('kraver')
  })
})

describe('ordningen', () => {
  it('närmaste frist först, oavsett om det är svarsdag eller laglig dag', () => {
    const poster = [
      post({ id: 'c', uppgifter: [uppgift()] }),
      post({ id: 'b', uppgifter: [uppgift()], nasta: '2026-07-01' }),
      post({ id: 'a', uppgifter: [uppgift({ senast: '2026-06-16' })], nasta: '2026-08-01' }),
    ]
    expect(poster.sort(efterFrist).map((p) => p.rad.id)).toEqual(['a', 'b', 'c'])
  })
})

describe('filter i tre lägen', () => {
  const alla = [
    post({ id: 'a', uppgifter: [uppgift()], kedjedag: 20 }),
    post({ id: 'b', uppgifter: [uppgift({ senast: '2026-06-01' })], kedjedag: 120 }),
    post({ id: 'c', kedjedag: 200 }),
  ]
  const kvar = (val: Parameters<typeof filtrera>[1]) => filtrera(alla, val).map((p) => p.rad.id)

  it('av visar allt', () => expect(kvar({})).toEqual(['a', 'b', 'c']))
  it('två med i samma grupp är antingen–eller; olika grupper smalnar av', () => {
    expect(kvar({ dag1: 'med', dag91: 'med' })).toEqual(['a', 'b'])
    expect(kvar({ dag1: 'med', dag91: 'med', forsenad: 'med' })).toEqual(['b'])
  })
  it('utan tar bort', () => expect(kvar({ forsenad: 'utan', vantar: 'utan' })).toEqual(['a']))
  it('ett ärende som inte räknar dagar i kedjan hör inte till någon sträcka', () => {
    const utan = post({ kedjedag: 0 })
    expect(FILTER.filter((f) => f.grupp === 'dag' && f.galler(utan))).toEqual([])
  })
  it('det som bara väntar på en dag är ingens drag', () => {
    const vantan = { pa: 'tid', paNamn: 'Avslut', vad: 'Ärendet avslutas', varfor: '', sedan: '2026-06-01', till: '2026-07-01', lagrum: [] }
    expect(post({ vantar: [vantan] })).toMatchObject({ vemsDrag: 'ingens', sedan: null, senast: '2026-07-01' })
  })
  it('knappen går av, med, utan, av', () => {
    const ett = vandFilter({}, 'forsenad')
    const tva = vandFilter(ett, 'forsenad')
    expect([ett.forsenad, tva.forsenad, vandFilter(tva, 'forsenad').forsenad]).toEqual(['med', 'utan', 'av'])
  })
  it('valet står i adressen och läses tillbaka; okända namn faller bort', () => {
    expect(filterTillAdress({ forsenad: 'med', dag1: 'utan', vantar: 'av' })).toEqual({ med: 'forsenad', utan: 'dag1' })
    expect(filterUrAdress({ med: 'forsenad,hittepa', utan: 'dag1' })).toEqual({ forsenad: 'med', dag1: 'utan' })
  })
})

describe('vem ärendet gäller', () => {
  const om = (...formaner: string[]) => partsrubrik(formaner.map((forman) => ({ forman })))

  it('är en person, en arbetsgivare eller en anordnare, och rubriken säger vilka som finns i listan', () => {
    expect(om()).toBe('Person')
    expect(om('sjukpenning', 'forebyggande-sjukpenning')).toBe('Person')
    expect(om('apr', 'apr')).toBe('Arbetsgivare')
    expect(om('apr', 'sjukpenning')).toBe('Person eller arbetsgivare')
    expect(om('aprAnordnare', 'apr')).toBe('Arbetsgivare eller anordnare')
  })
})
