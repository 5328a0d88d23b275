import { describe, expect, it } from 'vitest'
import { granskat, granskatRatt, kod, kort, med, text, utan, VERSIONER } from '../exempel/provning.ts'
import { ICD10SE, KSH97P } from '../kodverk.ts'
import { felIDiagnoskod } from './f06-diagnos.ts'

describe('en diagnoskod', () => {
  it.each(['M54', 'M545', 'F438A', 'F32-P', 'Z730', 'Z733', 'Z03', 'U071', 'U109', 'A00-', 'S47', 'm545'])('%s godtas', (k) => {
    expect(felIDiagnoskod(k)).toBeUndefined()
  })

  it.each(['XX', 'X', '', '545', 'M5', 'MM4', 'M5455X', '54M', 'M54_', 'LUMBAGO', 'Å54'])('”%s” är ingen kod', (k) => {
    expect(felIDiagnoskod(k)).toMatch(/ingen diagnoskod/)
  })

  it.each(['F43', 'F32', 'Z73'])('%s behöver ett fjärde tecken', (k) => {
    expect(felIDiagnoskod(k)).toMatch(/minst fyra tecken/)
  })

  it('skrivs utan punkt, och det sägs hur den läses', () => {
    expect(felIDiagnoskod('M54.5')).toMatch(/utan punkt.*M545/)
  })
})

describe.each(VERSIONER)('diagnosen (6) i version %s', (version) => {
  const medDiagnoser = (...diagnoser: { kod: string; text?: string; kodsystem?: string }[]) => kort(granskat(version, { diagnoser }))
  const medDelsvar = (...delsvar: ReturnType<typeof text>[]) => kort(granskatRatt(version, med({ id: '6', delsvar })))

  it('måste finnas', () => {
    const [fynd] = granskatRatt(version, utan('6'))
    expect(fynd).toMatchObject({
      kod: 'svarSaknas',
      allvar: 'fel',
      svarId: '6',
      fraga: expect.stringContaining('sjukdom'),
      lagrum: '27:2 st 1',
    })
    expect(medDelsvar(text('6.1', ' '))).toEqual(['fel svarSaknas 6'])
  })

  it('ger fel när koden inte är en diagnoskod, också för en andra och tredje diagnos', () => {
    expect(medDiagnoser({ kod: 'XX', text: 'Okänt' })).toEqual(['fel diagnoskodOgiltig 6.2'])
    expect(medDiagnoser({ kod: 'M545', text: 'a' }, { kod: 'F43', text: 'b' }, { kod: '9', text: 'c' })).toEqual([
      'fel diagnoskodOgiltig 6.4',
      'fel diagnoskodOgiltig 6.6',
    ])
  })

  it('godtar tre diagnoser och KSH97-P', () => {
    expect(medDiagnoser({ kod: 'M545', text: 'a' }, { kod: 'F438A', text: 'b' }, { kod: 'Z733', text: 'c' })).toEqual([])
    expect(medDiagnoser({ kod: 'A00-', text: 'Kolera', kodsystem: KSH97P })).toEqual([])
  })

  it('ger varning när texten saknas och fel när huvuddiagnosens kod saknas', () => {
    expect(medDiagnoser({ kod: 'M545' })).toEqual(['varning diagnostextSaknas 6.1'])
    expect(medDelsvar(text('6.1', 'Lumbago'))).toEqual(['fel diagnoskodSaknas 6.2'])
    expect(medDelsvar(text('6.1', 'Lumbago'), kod('6.2', 'M545', ICD10SE), text('6.3', 'Ångest'))).toEqual(['varning diagnoskodSaknas 6.4'])
  })

  it('ger fel när bara en bidiagnos är angiven', () => {
    expect(medDelsvar(text('6.3', 'Ångest'), kod('6.4', 'F419', ICD10SE))).toEqual(['fel diagnoskodSaknas 6.2'])
  })

  it('ger fel när koden är skriven som text', () => {
    expect(medDelsvar(text('6.1', 'Lumbago'), text('6.2', 'M545'))).toContain('fel olasligtSvar 6.2')
  })

  it('ger varning för ett okänt kodsystem och upplysning när systemen är olika', () => {
    expect(medDiagnoser({ kod: 'M545', text: 'a', kodsystem: '1.2.3' })).toEqual(['varning diagnoskodsystemOkant 6.2'])
    expect(medDiagnoser({ kod: 'M545', text: 'a' }, { kod: 'A00-', text: 'b', kodsystem: KSH97P })).toEqual([
      'upplysning diagnoskodsystemOlika 6',
    ])
  })

  it('ger upplysning när den tredje diagnosen kommer utan den andra', () => {
    expect(medDelsvar(text('6.1', 'a'), kod('6.2', 'M545', ICD10SE), text('6.5', 'c'), kod('6.6', 'F419', ICD10SE))).toEqual([
      'upplysning bidiagnosIFelOrdning 6.6',
    ])
  })

  it('ger varning när frågan är besvarad två gånger', () => {
    const svar = { id: '6', delsvar: [text('6.1', 'a'), kod('6.2', 'M545', ICD10SE)] }
    expect(kort(granskatRatt(version, med(svar, svar)))).toEqual(['varning svarUpprepat 6'])
  })
})
