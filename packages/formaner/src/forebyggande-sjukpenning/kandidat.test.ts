import { datum } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import {
  gallrasFore,
  granskaKandidatsteg,
  granskaSignal,
  KANDIDATSTATUS,
  kandidatKlar,
  nastaKandidatstatus,
  type Kandidatstatus,
} from './kandidat.ts'

describe('kandidatlistan', () => {
  it('tar inte emot en uppgift från vården eller arbetsgivaren utan personens samtycke', () => {
    for (const kalla of ['vard', 'arbetsgivare'] as const) {
      expect(() => granskaSignal({ kalla, samtycke: false })).toThrow(/samtycke/)
      expect(() => granskaSignal({ kalla, samtycke: true })).not.toThrow()
    }
    for (const kalla of ['forsakrad', 'handlaggare'] as const) expect(() => granskaSignal({ kalla, samtycke: false })).not.toThrow()
  })

  it('låter ingen kontaktas utan att få veta vem som lämnade uppgiften, utom den som själv hörde av sig', () => {
    expect(() => granskaKandidatsteg('ny', { status: 'kontaktad', text: 'Ringt.' }, 'vard')).toThrow(/vem som lämnade/)
    expect(() => granskaKandidatsteg('ny', { status: 'kontaktad', text: 'Ringt.', kallaNamnd: true }, 'vard')).not.toThrow()
    expect(() => granskaKandidatsteg('ny', { status: 'kontaktad', text: 'Ringt.' }, 'forsakrad')).not.toThrow()
  })

  it('går framåt, slutar och går aldrig tillbaka till ny', () => {
    expect(() => granskaKandidatsteg('ny', { status: 'informerad', text: '' }, 'forsakrad')).toThrow(/kan inte bli/)
    expect(() => granskaKandidatsteg('avstar', { status: 'kontaktad', text: '' }, 'forsakrad')).toThrow(/kan inte bli/)
    for (const s of Object.keys(KANDIDATSTATUS) as Kandidatstatus[]) expect(nastaKandidatstatus(s)).not.toContain('ny')
    expect((Object.keys(KANDIDATSTATUS) as Kandidatstatus[]).filter(kandidatKlar)).toEqual(['ansokan', 'avstar', 'inteAktuell'])
  })

  it('gallras tolv månader efter det sista steget', () => {
    expect(gallrasFore(datum('2026-08-31'))).toBe('2025-08-31')
  })
})
