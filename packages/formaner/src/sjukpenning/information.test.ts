import { datum } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import { EVA, person } from '../prov/index.ts'
import { INFORMATIONSAMNEN } from './handlaggning.ts'

const D = datum('2026-03-21')
const MOTIVERING = { avgorande: 'Din arbetsförmåga är nedsatt på grund av sjukdom.', omstandigheter: '', bedomning: '', saknades: '' }

describe('checklistan när sjukpenning beviljas (A038)', () => {
  const fram = () => person('Anna').sjukFran('2026-03-02').medIntyg().ansoker({ inkom: '2026-03-18' }).handlagg(D, { tillOchMed: 'forslag' })
  const foresla = (information: string[]) => {
    const p = fram()
    p.arende.svara('forslag', { motivering: MOTIVERING, information }, EVA, D)
    return p
  }

  it('har anmälningsskyldighet, tilläggsförsäkringar, livränta, bostadstillägg, samordningsansvar och förebyggande sjukpenning', () => {
    expect(Object.keys((fram().arende.fraga('forslag', D).formular as { informationsamnen: object }).informationsamnen)).toEqual(['anmalningsskyldighet', 'tillaggsforsakringar', 'livranta', 'bostadstillagg', 'samordningsansvar', 'forebyggande'])
  })

  it('loggar varje kryssat ämne med dag och namn', () => {
    const p = foresla(['tillaggsforsakringar', 'livranta'])
    expect(p.arende.lage.information.map((i) => [i.amne, i.satt, i.tid.slice(0, 10), i.av.namn])).toEqual([['tillaggsforsakringar', 'brev', D, 'Eva Ek'], ['livranta', 'brev', D, 'Eva Ek']])
  })

  it('står i beslutsbrevet: det kryssade, och bara det', () => {
    const p = foresla(['tillaggsforsakringar', 'livranta'])
    p.handlagg(D)
    const punkter = p.arende.brev.at(-1)!.block.find((b) => b.namn === 'information')
    expect(punkter).toMatchObject({ typ: 'lista', punkter: [`${INFORMATIONSAMNEN.tillaggsforsakringar}.`, `${INFORMATIONSAMNEN.livranta}.`] })
  })

  it('anmälningsskyldigheten står alltid i brevet när något betalas ut, också utan kryss, och rubriken ”Bra att veta” bara när något är kryssat', () => {
    const p = foresla([])
    p.handlagg(D)
    const namn = p.arende.brev.at(-1)!.block.map((b) => b.namn)
    expect(namn).toContain('anmalningsskyldighet')
    expect(namn).not.toContain('information-rubrik')
  })

  it('godtar inget ämne som inte finns', () => {
    expect(() => foresla(['semester'])).toThrow()
  })
})
