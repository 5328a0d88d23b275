import { arTillNackdel, medAvslag } from '@atergang/arende'
import { datum, plusDagar } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import { EVA, person, type Provperson } from '../prov/index.ts'

const D = datum
const DAG = '2026-03-20'

const ansokt = () => person('Anna').sjukFran('2026-03-02').medIntyg().ansoker({ inkom: '2026-03-18' })
/** The person has told 360 000 kr a year. */
const sgi = (p: Provperson, anstallning: number, dag = DAG, andring?: object) =>
  p.arende.svara(
    'sgi',
    {
      anstallning,
      annat: 0,
      gallerFran: '2026-03-02',
      grund: 'uppskattning',
      forsakradForArbete: true,
      minstSexManader: true,
      skal: 'Lönebeskeden visar mindre.',
      ...(andring ? { andring } : {}),
    },
    EVA,
    D(dag),
  )
const MOTIVERING = {
  motivering: {
    avgorande: 'Din SGI är lägre än du har uppgett.',
    omstandigheter: 'Lönebesked för december till februari från din arbetsgivare.',
    bedomning: 'Lönen kan antas bli densamma framöver, eftersom anställningen är på deltid.',
    saknades: '',
  },
  information: [],
}

describe('en SGI som sätts lägre än personen har uppgett går personen emot (110 kap. 13 a §)', () => {
  it('så att beslutet kommuniceras först och skälen står i brevet med 25 och 26 kap., fast inga dagar nekas', () => {
    const p = ansokt()
    sgi(p, 200_000)
    p.handlagg(DAG, { tillOchMed: 'forslag' })
    expect(p.arende.fraga('forslag', D(DAG))).toMatchObject({
      rubrik: 'Motivera en lägre SGI än personen har uppgett',
      formular: { tillNackdel: true, kvalitetsskal: [] },
    })
    expect(() =>
      p.arende.svara('forslag', { ...MOTIVERING, motivering: { ...MOTIVERING.motivering, bedomning: '' } }, EVA, D(DAG)),
    ).toThrow()
    p.arende.svara('forslag', MOTIVERING, EVA, D(DAG))
    expect(p.fragekoder(DAG), 'inte utan kommunicering').not.toContain('beslut')
    p.handlagg(DAG)
    expect(p.beslut).toEqual([])
    const sant = JSON.stringify(p.arende.brev.at(-1))
    expect(sant).toContain('men räkna på en lägre inkomst än du har uppgett')
    expect(sant).toContain('360\u00a0000\u00a0kr')
    p.handlagg(plusDagar(p.arende.lage.kommuniceringar[0]!.senast, 1))
    const b = p.beslut[0]!
    expect(b).toMatchObject({ utfall: 'beviljat', emotParten: ['sgiUnderUppgiven'] })
    expect([arTillNackdel(b), medAvslag(b)]).toEqual([true, false])
    const brev = JSON.stringify(p.arende.brev.at(-1))
    expect(brev).toContain('Vi har bestämt den till 200\u00a0000\u00a0kr')
    expect(brev).toContain('25 och 26 kap. socialförsäkringsbalken')
    expect(brev).toContain('Lönebesked för december till februari')
    expect(b.lagrum.some((r) => r.kapitel === '25')).toBe(true)
    expect(b.lagrum.some((r) => r.kapitel === '26')).toBe(true)
    expect(p.fragekoder(plusDagar(b.dag, 1)), 'inget avslag att samtala om').not.toContain('samtal')
  })

  it('och yttrandet kan öppna frågan om SGI igen', () => {
    const p = ansokt()
    sgi(p, 200_000)
    p.handlagg(DAG, { tillOchMed: 'forslag' })
    p.arende.svara('forslag', MOTIVERING, EVA, D(DAG))
    p.handlagg(DAG)
    p.arende.kor(
      { typ: 'noteraYttrande', satt: 'muntligt', dag: D('2026-03-24'), text: 'Jag har fått ny tjänst.', slutligt: true },
      EVA,
      D('2026-03-24'),
    )
    p.arende.svara('yttrande', { beaktat: 'Vi prövar inkomsten igen.', andra: ['sgi'] }, EVA, D('2026-03-24'))
    expect(p.fragekoder('2026-03-24')).toContain('sgi')
    sgi(p, 360_000, '2026-03-24', { slag: 'felFranBorjan' })
    p.handlagg('2026-03-24')
    expect(p.beslut[0]).toMatchObject({ utfall: 'beviljat' })
    expect(p.beslut[0]!.emotParten).toBeUndefined()
  })

  it('men inte när den är vad reglerna gör av det personen har uppgett: taket är ingen bedömning', () => {
    const p = person('Bo').tjanar(900_000).sjukFran('2026-03-02').medIntyg().ansoker({ inkom: '2026-03-18' }).handlagg(DAG)
    expect(p.beslut[0]).toMatchObject({ utfall: 'beviljat' })
    expect(p.beslut[0]!.emotParten).toBeUndefined()
    expect(p.arende.lage.kommuniceringar).toEqual([])
  })

  it('och sänds inte när det är uppenbart att inget kan komma in som påverkar: det sägs som ett undantag', () => {
    const p = ansokt()
    sgi(p, 200_000)
    p.handlagg(DAG, { tillOchMed: 'forslag' })
    p.arende.svara('forslag', MOTIVERING, EVA, D(DAG))
    p.arende.svara('kommunicering', { satt: 'undantag', skal: 'Personen har skriftligen godtagit inkomsten.' }, EVA, D(DAG))
    p.handlagg(DAG)
    expect(p.beslut[0]).toMatchObject({ utfall: 'beviljat', emotParten: ['sgiUnderUppgiven'] })
  })
})
