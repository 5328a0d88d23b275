import { describe, expect, it } from 'vitest'
import {
  historiken,
  inflodet,
  kapitelnamnet,
  kompletteringarna,
  konsultationerna,
  korstabellen,
  ledtiderna,
  nettodagarna,
  utfallen,
  type Oversikt,
} from './oversikt.ts'

const del = (antal: number | null, n: number | null) => ({ antal, n, andel: antal !== null && n ? antal / n : null })
const o = (mer: object) =>
  ({
    inflode: [],
    ledtider: [],
    kompletteringar: [],
    utfall: [],
    konsultationer: [],
    konsultationstakt: [],
    nettodagar: [],
    nettodagarBehandling: [],
    mottagare: [],
    initiativ: [],
    behandlingar: [],
    diagnoser: [],
    historik: [],
    ...mer,
  }) as unknown as Oversikt

describe('översikten i ord', () => {
  it('månaden och området står vid inflödet; utan indelning står bara månaden', () => {
    expect(
      inflodet(
        o({
          inflode: [
            { grupp: 'Gävle', manad: '2026-02-01', planer: 7, ersattningar: null },
            { grupp: 'hela landet', manad: '2026-03-01', planer: null, ersattningar: 0 },
          ],
        }),
      ),
    ).toEqual([
      { namn: 'Gävle: februari 2026', varde: 7, mer: ['färre än 5'] },
      { namn: 'mars 2026', varde: null, mer: ['0'] },
    ])
  })

  it('kompletteringar visas efter fält och formulärversion', () => {
    expect(
      kompletteringarna(
        o({
          kompletteringar: [{ grupp: 'Gävle', steg: 1, falt: 'uppfoljning', formularversion: 'Utlåtande 1', fragor: 9, ...del(8, 20) }],
        }),
      )[0],
    ).toMatchObject({ namn: 'Gävle: när och hur behandlingen följs upp (Utlåtande 1, steg 1)', varde: 40, text: '40 % (8 av 20)' })
  })

  it('utfallen säger skälen i ord, för varje steg', () => {
    const [r] = utfallen(
      o({
        utfall: [
          {
            grupp: 'Gävle',
            steg: 1,
            n: 20,
            bifall: del(12, 20),
            delvis: del(3, 20),
            avslag: del(5, 20),
            skal: [{ kod: 'ingenEvidens', ...del(5, 20) }],
          },
        ],
      }),
    )
    expect(r).toMatchObject({
      namn: 'Gävle: steg 1, planen',
      n: '20',
      bifall: '60 % (12 av 20)',
      skal: 'Behandlingen har inte visat stöd för det aktuella problemet: 25 % (5 av 20)',
    })
  })

  it('konsultationer visas efter utfall, ledtider med median, och det dolda förblir dolt', () => {
    expect(konsultationerna(o({ konsultationer: [{ grupp: 'Gävle', utfall: 'ejGodkand', ...del(4, 5) }] }))[0]).toMatchObject({
      namn: 'Gävle: inte godkänd',
      varde: 80,
    })
    expect(ledtiderna(o({ ledtider: [{ grupp: 'Gävle', steg: 2, n: null, oppna: 3, median: null, p90: null, langst: null }] }))[0]).toEqual(
      { namn: 'Gävle: steg 2, ersättningen', varde: null, mer: ['färre än 5', 'färre än 5', 'färre än 5', '3'] },
    )
    expect(korstabellen([{ rad: 'vard', kolumn: 'Gävle', ...del(null, 9) }])[0]).toEqual({
      namn: 'Vården: Gävle',
      varde: null,
      mer: ['färre än 5'],
    })
  })

  it('diagnoskapitlet står med namn vid slaget av vårdgivare, och få visas inte', () => {
    expect(
      korstabellen(
        o({
          diagnoser: [
            { rad: 'primarvard', kolumn: 'F00–F99', ...del(12, 20) },
            { rad: 'primarvard', kolumn: 'okänd', ...del(null, 20) },
          ],
        }).diagnoser,
        kapitelnamnet,
      ),
    ).toEqual([
      { namn: 'Primärvård: Psykiska sjukdomar och syndrom samt beteendestörningar (F00–F99)', varde: 12, mer: ['60 % (12 av 20)'] },
      { namn: 'Primärvård: ingen känd diagnos', varde: null, mer: ['färre än 5'] },
    ])
  })

  it('den som det inte är känt för räknas för sig', () => {
    expect(
      historiken(o({ historik: [{ grupp: 'Gävle', fonster: 'treArFore', fonstrets: 'inom tre år före', utan: 12, ...del(0, 0) }] }))[0],
    ).toEqual({ namn: 'Gävle: inom tre år före', varde: 0, text: 'inga', mer: ['12'] })
  })

  it('nettodagarna står vid behandlingens namn, och vid ”Alla” när inget är uppdelat (B047)', () => {
    const rad = (grupp: string) => ({ grupp, mottagare: 7, nettodagar: 30.5, perMottagare: 4.4 })
    expect(nettodagarna([rad('mmr'), rad('hela landet')]).map((r) => r.namn)).toEqual([expect.stringMatching(/^Multimodal/), 'Alla'])
  })
})
