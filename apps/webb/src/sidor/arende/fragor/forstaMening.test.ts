import { describe, expect, it } from 'vitest'
import type { Forslagsunderlag } from '../formular.ts'
import { forstaMening } from './forstaMening.ts'

const underlag = (tillNackdel: boolean, formaga: object, avslagsskal?: string) =>
  ({ tillNackdel, forslag: { rader: [{ avslagsskal }] }, bedomningar: [{ svar: { formaga } }] }) as unknown as Forslagsunderlag

describe('den första meningen i skälen', () => {
  it('säger vid bifall vad förmågan har prövats mot', () => {
    expect(forstaMening(underlag(false, { vanligtArbete: 'klararInte' }))).toMatch(/mot ditt vanliga arbete\.$/)
    expect(forstaMening(underlag(false, { vanligtArbete: 'klararInte', annatHosArbetsgivaren: 'klararInte' }))).toMatch(
      /andra arbeten hos din arbetsgivare\.$/,
    )
    expect(forstaMening(underlag(false, { vanligtArbete: 'klararInte', normaltForekommande: 'klararInte' }))).toMatch(
      /normalt förekommande på arbetsmarknaden\.$/,
    )
    expect(forstaMening(underlag(false, { vardaBarn: 'klararInte' }))).toMatch(/under hela den tid du har ansökt för\.$/)
  })

  it('säger vid avslag skälet, en gång', () => {
    expect(forstaMening(underlag(true, {}, 'klararNormaltForekommande'))).toBe(
      'Du kan försörja dig genom ett arbete som är normalt förekommande på arbetsmarknaden.',
    )
  })
})
