import { expect, it } from 'vitest'
import { ordnade, type Fragerad } from './fragor.ts'

const rad = (id: string, senast: string, o: Partial<Fragerad> = {}): Fragerad => ({
  id,
  typ: 'atergansplan',
  rubrik: 'Plan',
  fragor: [],
  person: 'Påhittad Person',
  skickad: '2026-11-01',
  senast,
  besvarad: null,
  aterkallad: null,
  ...o,
})

it('öppna frågor ligger först, den som brådskar mest överst; återkallade räknas som klara', () => {
  const f = ordnade('2026-11-22', [
    rad('sen', '2026-12-10'),
    rad('besvarad', '2026-11-01', { besvarad: '2026-10-30' }),
    rad('snart', '2026-11-25'),
    rad('aterkallad', '2026-11-30', { aterkallad: '2026-11-20' }),
  ])
  expect(f.oppna.map((r) => r.id)).toEqual(['snart', 'sen'])
  expect(f.klara.map((r) => r.id)).toEqual(['aterkallad', 'besvarad'])
})
