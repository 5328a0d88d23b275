import { describe, expect, it } from 'vitest'
import { granskat, granskatRatt, kod, kort, med, text, utan } from '../exempel/provning.ts'

const PROGNOS = 'KV_FKMU_0006'
const DAGAR = 'KV_FKMU_0007'

describe('prognosen (39) i version 1.3', () => {
  const medDelsvar = (...delsvar: ReturnType<typeof text>[]) => kort(granskatRatt('1.3', med({ id: '39', delsvar })))

  it.each(['STOR_SANNOLIKHET', 'SANNOLIKT_INTE', 'PROGNOS_OKLAR'])('%s behöver inget mer', (k) => {
    expect(kort(granskat('1.3', { prognos: { kod: k } }))).toEqual([])
  })

  it.each([30, 60, 90, 180, 365])('får vara återgång om %i dagar', (dagar) => {
    expect(kort(granskat('1.3', { prognos: { kod: 'ATER_X_ANTAL_DGR', dagar } }))).toEqual([])
  })

  it('ger varning när tiden saknas, är okänd eller inte hör till prognosen', () => {
    expect(medDelsvar(kod('39.1', 'ATER_X_ANTAL_DGR', PROGNOS))).toEqual(['varning delsvarSaknas 39.3'])
    expect(medDelsvar(kod('39.1', 'ATER_X_ANTAL_DGR', PROGNOS), kod('39.3', 'TUSEN_DGR', DAGAR))).toEqual(['fel okandKod 39.3'])
    expect(medDelsvar(kod('39.1', 'SANNOLIKT_INTE', PROGNOS), kod('39.3', 'SEXTIO_DGR', DAGAR))).toEqual(['varning prognosMotsagelse 39.3'])
  })

  it('känner inte version 2:s kod eller delsvar', () => {
    expect(medDelsvar(kod('39.1', 'ATER_X_ANTAL_MANADER', PROGNOS), text('39.4', '2'))).toEqual([
      'fel okandKod 39.1',
      'upplysning okantDelsvar 39.4',
    ])
  })
})

describe('prognosen (39) i version 2.0', () => {
  const medDelsvar = (...delsvar: ReturnType<typeof text>[]) => kort(granskatRatt('2.0', med({ id: '39', delsvar })))
  const manader = (antal: string) => medDelsvar(kod('39.1', 'ATER_X_ANTAL_MANADER', PROGNOS), text('39.4', antal))

  it.each(['1', '2', '99'])('får vara återgång om %s månader', (antal) => {
    expect(manader(antal)).toEqual([])
  })

  it.each(['0', '100', '-1', '1,5', 'två'])('ger varning för ”%s” månader', (antal) => {
    expect(manader(antal)).toEqual(['varning prognostidOgiltig 39.4'])
  })

  it('ger varning när månaderna saknas eller inte hör till prognosen', () => {
    expect(medDelsvar(kod('39.1', 'ATER_X_ANTAL_MANADER', PROGNOS))).toEqual(['varning delsvarSaknas 39.4'])
    expect(medDelsvar(kod('39.1', 'STOR_SANNOLIKHET', PROGNOS), text('39.4', '2'))).toEqual(['varning prognosMotsagelse 39.4'])
  })

  it('ger varning när en oklar prognos saknar grund', () => {
    expect(medDelsvar(kod('39.1', 'PROGNOS_OKLAR', PROGNOS))).toEqual(['varning delsvarSaknas 39.2'])
    expect(medDelsvar(kod('39.1', 'PROGNOS_OKLAR', PROGNOS), text('39.2', 'Väntar på utredning.'))).toEqual([])
    expect(medDelsvar(kod('39.1', 'STOR_SANNOLIKHET', PROGNOS), text('39.2', 'Väntar.'))).toEqual(['upplysning svarUtanForutsattning 39.2'])
  })

  it('känner inte version 1:s kod', () => {
    expect(medDelsvar(kod('39.1', 'ATER_X_ANTAL_DGR', PROGNOS))).toEqual(['fel okandKod 39.1'])
  })

  it('frågar när återgång kan ske, med lagrummet för längre sjukskrivning', () => {
    expect(granskatRatt('2.0', utan('39'))).toEqual([
      expect.objectContaining({
        kod: 'svarSaknas',
        allvar: 'fel',
        svarId: '39',
        fraga: expect.stringMatching(/^När bedömer du/),
        lagrum: '27:48 st 3',
      }),
    ])
  })
})
