import type { Grundkommando } from '@atergang/arende'
import { datum, plusDagar, type Datum } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import { EVA, FARAH, person, type Provperson } from '../prov/index.ts'
import { arendevy } from './vy/index.ts'

type Kontakt = Extract<Grundkommando, { typ: 'noteraKontakt' }>['kontakt']
const D = datum('2026-03-20') // a Friday
const anna = () =>
  person('Anna').sjukFran('2026-03-02').medIntyg({ till: '2026-05-31' }).ansoker({ till: '2026-05-31', inkom: '2026-03-18' }).handlagg(D)
const ring = (p: Provperson, k: Partial<Kontakt> = {}, av = EVA) =>
  p.arende.kor(
    {
      typ: 'noteraKontakt',
      kontakt: { med: 'forsakrad', satt: 'telefon', riktning: 'ut', traffad: true, dag: D, text: 'Talade om återgången.', ...k },
    },
    av,
    k.dag ?? D,
  )
const OM_TVA_VECKOR = datum('2026-04-01')
const kontaktfragor = (p: Provperson, dag: Datum) => p.arende.fragor(dag).filter((f) => f.kod === 'kontakt')

describe('kontakter noteras (A011)', () => {
  it('med vem, hur, dag och namn, av den som handlägger', () => {
    const p = anna()
    ring(p, { med: 'arbetsgivare', satt: 'mote' })
    expect(p.arende.lage.kontakter).toMatchObject([{ med: 'arbetsgivare', satt: 'mote', dag: D, av: { namn: 'Eva Ek' } }])
    expect(() => ring(p, { text: '  ' })).toThrow(/Skriv vad ni talade om/)
    expect(() => ring(p, {}, FARAH)).toThrow()
  })

  it('med varför, när handläggaren själv valde att ta kontakt: till exempel för att reglerna ska bli lättare att förstå (D003)', () => {
    const p = anna()
    ring(p, { varfor: 'forklara' })
    ring(p, { riktning: 'in', text: 'Undrar när beslutet kommer.' })
    expect(p.arende.lage.kontakter.map((k) => k.varfor)).toEqual(['forklara', undefined])
    const rader = arendevy(p.arende.lage, p.arende.journal, D).vy.historik.map((h) => h.text)
    expect(rader).toContain('Kontakt (telefon), för att förklara regler eller beslut: Talade om återgången.')
    expect(rader).toContain('Kontakt (telefon): Undrar när beslutet kommer.')
  })

  it('de personliga räknas: samtal och möten där personen nåddes, inte brev, försök eller andra parter (D034)', () => {
    const p = anna()
    ring(p)
    ring(p, { satt: 'digitaltMote' })
    ring(p, { satt: 'brev' })
    ring(p, { traffad: false, text: 'Inget svar.' })
    ring(p, { med: 'arbetsgivare' })
    expect(arendevy(p.arende.lage, p.arende.journal, D).vy.personligaKontakter).toBe(2)
  })
})

describe('en överenskommen kontakt (A053)', () => {
  it('står bland det som kommer, väcker ärendet och blir handläggarens fråga den dagen, inte före', () => {
    const p = anna()
    ring(p, { nasta: OM_TVA_VECKOR })
    const u = p.arende.utredning(D)
    expect(u.kommande).toContainEqual(expect.objectContaining({ dag: OM_TVA_VECKOR, text: 'ny kontakt enligt överenskommelse' }))
    expect(u.nastaDatum! <= OM_TVA_VECKOR).toBe(true)
    expect(kontaktfragor(p, plusDagar(OM_TVA_VECKOR, -1))).toEqual([])
    expect(kontaktfragor(p, OM_TVA_VECKOR)).toMatchObject([{ roll: 'handlaggare', rubrik: 'Kontakta personen, som ni kom överens om' }])
  })

  it('är klar när samtalet är noterat, antingen i frågan eller som en vanlig kontakt', () => {
    for (const hall of [
      (p: Provperson) => ring(p, { dag: OM_TVA_VECKOR }),
      (p: Provperson) => p.arende.svara('kontakt', { resultat: 'hallen', text: 'Börjar på halvtid i maj.' }, EVA, OM_TVA_VECKOR),
    ]) {
      const p = anna()
      ring(p, { nasta: OM_TVA_VECKOR })
      hall(p)
      expect(kontaktfragor(p, plusDagar(OM_TVA_VECKOR, 7))).toEqual([])
      expect(p.arende.lage.kontakter).toHaveLength(2)
    }
  })

  it('glöms inte för att personen hör av sig tidigare om något annat eller för att arbetsgivaren ringer', () => {
    const p = anna()
    ring(p, { nasta: OM_TVA_VECKOR })
    ring(p, { riktning: 'in', dag: plusDagar(D, 3), text: 'Frågade om utbetalningen.' })
    ring(p, { med: 'arbetsgivare', dag: OM_TVA_VECKOR })
    expect(kontaktfragor(p, OM_TVA_VECKOR)).toHaveLength(1)
  })

  it('flyttas när ni kommer överens om en ny dag', () => {
    const p = anna()
    ring(p, { nasta: OM_TVA_VECKOR })
    ring(p, { dag: plusDagar(D, 3), nasta: plusDagar(OM_TVA_VECKOR, 14) })
    expect(kontaktfragor(p, OM_TVA_VECKOR)).toEqual([])
    expect(kontaktfragor(p, plusDagar(OM_TVA_VECKOR, 14))).toHaveLength(1)
  })

  it('kommer tillbaka nästa vardag när ingen svarar, med försöket noterat, och kan läggas ned med ett skäl', () => {
    const p = anna()
    ring(p, { nasta: OM_TVA_VECKOR })
    p.arende.svara('kontakt', { resultat: 'svaradeInte', text: 'Inget svar.' }, EVA, OM_TVA_VECKOR)
    expect(p.arende.lage.kontakter.at(-1)).toMatchObject({ traffad: false, dag: OM_TVA_VECKOR })
    expect(kontaktfragor(p, OM_TVA_VECKOR)).toEqual([])
    // 2 April 2026 is a Thursday, the day before Good Friday.
    const igen = datum('2026-04-02')
    expect(kontaktfragor(p, igen)).toMatchObject([{ varforNu: '1 försök utan svar.' }])
    p.arende.svara('kontakt', { resultat: 'behovsInte', text: 'Personen har börjat arbeta.' }, EVA, igen)
    expect(kontaktfragor(p, plusDagar(igen, 10))).toEqual([])
  })

  it('kan inte avtalas bakåt i tiden', () => {
    const p = anna()
    ring(p, { nasta: OM_TVA_VECKOR })
    expect(() => p.arende.svara('kontakt', { resultat: 'hallen', text: 'Bra.', nasta: OM_TVA_VECKOR }, EVA, OM_TVA_VECKOR)).toThrow(
      /framåt i tiden/,
    )
  })
})
