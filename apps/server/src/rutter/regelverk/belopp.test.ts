import { aprKontrollandel, graviditetspenningTak, prisbasbelopp, sgiTak, type Parameter } from '@atergang/regelverk'
import { describe, expect, it } from 'vitest'
import { talet } from './belopp.ts'

const iKallorna = (p: Parameter) => Object.fromEntries(talet(p).varden.map((v) => [v.from.slice(0, 4), v.iKallorna]))

describe('om ett värde står i källorna', () => {
  it('sägs av värdet självt', () => {
    expect(iKallorna(prisbasbelopp)).toMatchObject({ '2020': true, '2021': false, '2025': true, '2026': false })
    expect(iKallorna(sgiTak)).toMatchObject({ '2011': false, '2022': true })
    expect(iKallorna(aprKontrollandel)).toEqual({ '2018': false })
  })

  it('är en annan sak än varifrån vi vet dagen: taket 7,5 står i 10 kap. 11 § SFB, bara ikraftträdandet är uppgivet', () => {
    expect(talet(graviditetspenningTak).varden[0]!.kalla).toContain('uppgift i uppdraget')
    expect(iKallorna(graviditetspenningTak)).toEqual({ '2022': true })
  })
})
