import { datum } from '@atergang/kalender'
import { kortaLagrum } from '@atergang/regelverk'
import { describe, expect, it } from 'vitest'
import { sgiPa, SGI_GRUNDER } from './sgi.ts'
import { EVA, person, type Provperson } from '../prov/index.ts'

const DAG = datum('2026-05-12')
const SVAR = {
  anstallning: 360_000,
  annat: 0,
  grund: 'aktuellInkomst',
  forsakradForArbete: true,
  minstSexManader: true,
  skal: 'Lönebeskedet visar den nya lönen.',
}
const svara = (p: Provperson, svar: object, dag = DAG) => p.arende.svara('sgi', { ...SVAR, ...svar }, EVA, dag)

describe('en ändrad inkomst (26 kap. 4, 6, 7 §§)', () => {
  // Paid to the end of April on 300 000. The new pay is told on 10 May; May is asked for and not decided.
  const andrad = () => {
    const p = person('Anna')
      .tjanar(300_000)
      .sjukFran('2026-03-02')
      .medIntyg({ till: '2026-04-30' })
      .ansoker({ till: '2026-04-30', inkom: '2026-03-18' })
      .handlagg('2026-05-02')
    p.medIntyg({ fran: '2026-05-01', till: '2026-05-31' })
      .tjanar(360_000)
      .ansoker({ fran: '2026-05-01', till: '2026-05-31', inkom: '2026-05-10' })
    return p
  }
  const ANDRAD = { slag: 'andrad', uppkom: '2026-04-01', kannedom: '2026-05-10', ersattningsperiodFran: '2026-05-01' }

  it('frågas med båda dagarna, och föreslås inte för dagar som redan är beslutade', () => {
    const f = andrad().arende.fraga('sgi', DAG)
    expect(f.formular).toMatchObject({
      forslag: { anstallning: 360_000, gallerFran: '2026-05-01' },
      andring: { kannedom: '2026-05-10', ersattningsperiodFran: '2026-05-01', sjukperiodFran: '2026-03-02' },
    })
    expect(kortaLagrum(f.lagrum)).toContain('26:6')
  })

  it('läggs till grund tidigast från ersättningsperioden: de beslutade månaderna rörs inte', () => {
    const p = andrad()
    svara(p, { andring: ANDRAD })
    expect(sgiPa(p.arende.lage, datum('2026-04-30'))!.svar.anstallning).toBe(300_000)
    expect(sgiPa(p.arende.lage, datum('2026-05-01'))!.svar).toMatchObject({ anstallning: 360_000, gallerFran: '2026-05-01' })
    expect(p.fragekoder(DAG)).not.toContain('andring')
    expect(JSON.stringify(p.arende.utredning(DAG).steg.find((s) => s.namn === 'sgi'))).toContain('Försäkringskassan fick veta det')
  })

  it('gäller först från den dag då anledningen uppkom, när den dagen kommer senare (6 § första stycket)', () => {
    const p = andrad()
    svara(p, { andring: { ...ANDRAD, uppkom: '2026-05-06' } })
    expect(sgiPa(p.arende.lage, datum('2026-05-05'))!.svar.anstallning).toBe(300_000)
    expect(sgiPa(p.arende.lage, datum('2026-05-06'))!.svar.anstallning).toBe(360_000)
  })

  it('med undantag i 7 § gäller den från den dag då anledningen uppkom, men då utan SGI-skydd (9 § andra stycket)', () => {
    const p = andrad()
    const undantag = { andring: { ...ANDRAD, undantag: 'livranta' } }
    expect(() => svara(p, { ...undantag, grund: 'skyddStudier' })).toThrow(/9 § andra stycket/)
    svara(p, undantag)
    expect(sgiPa(p.arende.lage, datum('2026-04-01'))!.svar.anstallning).toBe(360_000)
    expect(p.fragekoder(DAG)).toContain('andring')
  })

  it('kräver svar om ändringen, och tar inte en annan dag än den som följer av svaren', () => {
    const p = andrad()
    expect(() => svara(p, { gallerFran: '2026-03-02' })).toThrow(/ändrats eller var fel från början/)
    expect(() => svara(p, { andring: ANDRAD, gallerFran: '2026-03-02' })).toThrow(/1 maj 2026 \(26 kap. 6 §\)/)
    expect(() => svara(p, { andring: { ...ANDRAD, kannedom: '2026-06-01' } })).toThrow(/framåt i tiden/)
  })

  it('en uppgift som var fel från början är ingen ändring: handläggaren säger från vilken dag', () => {
    const p = andrad()
    expect(() => svara(p, { andring: { slag: 'felFranBorjan' } })).toThrow(/från vilken dag/)
    svara(p, { andring: { slag: 'felFranBorjan' }, gallerFran: '2026-03-02' })
    expect(p.fragekoder(DAG)).toContain('andring')
  })
})

describe('SGI-skydd', () => {
  const fodd = (d: string) =>
    person('Anna').fodd(d).sjukFran('2026-03-02').medIntyg({ till: '2026-05-10' }).ansoker({ till: '2026-05-10', inkom: '2026-03-18' })
  const forsta = { gallerFran: '2026-03-02' }

  it.each(['skyddTreManader', 'skyddSjukdom'])('%s gäller bara före riktåldern (26 kap. 17, 18 §§)', (grund) => {
    expect(() => svara(fodd('1957-02-01'), { ...forsta, grund })).toThrow(/före riktåldern/)
    expect(() => svara(fodd('1980-02-01'), { ...forsta, grund })).not.toThrow()
  })

  it('skydd vid graviditet, vård av barn och tjänstgöring har ingen sådan gräns i lagen', () => {
    for (const grund of ['skyddForaldraledig', 'skyddPlikt', 'skyddPeriodisktStod', 'skyddKorttidsarbete'])
      expect(() => svara(fodd('1957-02-01'), { ...forsta, grund })).not.toThrow()
  })

  it('som slutar vid riktåldern mitt i det som prövas frågas det om på nytt, från den dagen', () => {
    // Riktåldern 67: reached on 20 April 2027.
    const dag = datum('2027-05-12')
    const p = person('Anna').fodd('1960-04-20').sjukFran('2027-03-01').medIntyg({ till: '2027-05-09' })
    p.ansoker({ till: '2027-05-09', inkom: '2027-03-17' })
    svara(p, { gallerFran: '2027-03-01', grund: 'skyddTreManader' }, dag)
    const f = p.arende.fraga('sgi', dag)
    expect(f.varforNu).toContain('20 april 2027')
    expect(f.formular).toMatchObject({ andring: { ersattningsperiodFran: '2027-04-20' } })
    const andring = { slag: 'andrad', uppkom: '2027-04-20', kannedom: '2027-05-12', ersattningsperiodFran: '2027-04-20' }
    expect(() => svara(p, { andring, grund: 'skyddTreManader' }, dag)).toThrow(/före riktåldern/)
    svara(p, { andring, anstallning: 120_000 }, dag)
    expect(p.fragekoder(dag)).not.toContain('sgi')
    expect(sgiPa(p.arende.lage, datum('2027-04-19'))!.svar.anstallning).toBe(360_000)
    expect(sgiPa(p.arende.lage, datum('2027-04-20'))!.svar.anstallning).toBe(120_000)
  })

  it('har en grund för varje paragraf i 26 kap. 11–18 a §§', () => {
    expect(
      Object.values(SGI_GRUNDER)
        .map((g) => g.lagrum)
        .filter((x) => x.startsWith('26:'))
        .sort(),
    ).toEqual(['26:11', '26:12', '26:13', '26:14', '26:15', '26:16', '26:17', '26:18', '26:18 a'])
  })
})
