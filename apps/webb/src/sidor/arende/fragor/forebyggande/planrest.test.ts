import { datum } from '@atergang/kalender'
import { expect, it } from 'vitest'
import { planrest } from './planrest.ts'

const rad = { planerade: 26, godkanda: 26, godkantFrom: datum('2026-03-03'), godkantTom: datum('2026-05-28') }

it('beslutet om en behandling läses i ord, med antal och tid när det är en del', () => {
  expect(planrest({ ...rad, godkanns: 'ja' })).toBe('Godkänns: 26 tillfällen')
  expect(planrest({ ...rad, godkanns: 'begransat', godkanda: 12 })).toMatch(/^Godkänns i en del: 12 av 26 tillfällen, 3 mars/)
  expect(planrest({ ...rad, godkanns: 'nej', godkanda: 0 })).toBe('Godkänns inte')
})
