import { describe, expect, it } from 'vitest'
import { berakna } from '../berakning/berakna.ts'
import { lasAnsokningar } from '../berakning/indata.ts'
import { provOrgnr } from '../../prov/nummer.ts'
import { APRFALT } from './falt.ts'
import { INNEHALL } from './innehall.ts'
import { INSATSTYPER, INSATSTYPSKODER, lasInsatstyp, MILJOER, motfragor } from './typer.ts'

describe('insatstyperna', () => {
  it('är fem och förklarade var för sig med exempel och källa', () => {
    expect(INSATSTYPSKODER).toEqual(['utreda', 'planera', 'initiera', 'genomfora', 'foljaUpp'])
    for (const t of Object.values(INSATSTYPER)) expect(Math.min(t.hjalp.length, t.exempel.length, t.kalla.length)).toBeGreaterThan(10)
  })

  it.each([
    ['Utreda', 'utreda'],
    ['FÖLJA UPP', 'foljaUpp'],
    ['foljaupp', 'foljaUpp'],
    ['genomföra', 'genomfora'],
    ['genomfora', 'genomfora'],
    ['behandla', undefined],
    ['', undefined],
  ])('”%s” läses som %s', (text, kod) => expect(lasInsatstyp(text)).toBe(kod))

  it('frågar vilka som ägde rum när alla fem är valda, och bara då', () => {
    expect(motfragor(INSATSTYPSKODER)).toMatchObject([{ kod: 'allaFem' }])
    for (const k of INSATSTYPSKODER) expect(motfragor(INSATSTYPSKODER.filter((x) => x !== k))).toEqual([])
  })
})

describe('fälten', () => {
  it('har var och ett sin rättsliga grund och sin källa', () => {
    for (const f of APRFALT) {
      expect(f.lagrum.length, f.namn).toBeGreaterThan(0)
      expect(f.kalla.length, f.namn).toBeGreaterThan(10)
    }
    expect(new Set(APRFALT.map((f) => f.namn)).size).toBe(APRFALT.length)
  })

  it('om vad insatsen bestod i krävs aldrig i ansökan: bara vid efterkontroll och utvärdering', () => {
    const omInsatsen = APRFALT.filter((f) => f.lagrum.some((l) => l.forfattning === 'förordning (2014:67)' && l.paragraf === '15'))
    expect(omInsatsen.filter((f) => f.kravs).every((f) => f.skede === 'efterkontroll' || f.skede === 'utvardering')).toBe(true)
    const iAnsokan = APRFALT.filter((f) => f.skede === 'ansokan')
    expect(iAnsokan.find((f) => f.namn === 'beskrivning')).toMatchObject({ kravs: false })
    expect(iAnsokan.map((f) => f.namn)).not.toContain('innehall')
  })

  it('om diagnos, evidens eller kontakt med den anställda finns inte', () => {
    expect(APRFALT.filter((f) => /diagnos|evidens|effekt|lämplig|telefon|adress/i.test(`${f.namn} ${f.rubrik}`))).toEqual([])
  })

  it('i redovisningen till regeringen är bara belopp och mottagare', () => {
    expect(APRFALT.filter((f) => f.redovisning).map((f) => f.namn)).toEqual(['kostnadsar', 'beslut'])
    expect(APRFALT.filter((f) => f.register).length).toBeGreaterThan(10)
  })
})

it('samma regel gäller på plats och digitalt: miljön når inte beräkningen', () => {
  const rad = { anstalld: 'anna', kostnad: 900, datum: '2025-02-02', anordnareGodkand: true }
  const svar = Object.keys(MILJOER).map((miljo) =>
    JSON.stringify(
      berakna(lasAnsokningar([{ id: 'a', orgnr: provOrgnr(1), inkom: '2025-03-03', kostnadsar: 2025, rader: [{ ...rad, miljo }] }])),
    ),
  )
  expect(new Set(svar).size).toBe(1)
})

it('innehållskoderna skiljer ut det som stödet inte täcker', () => {
  expect(
    Object.entries(INNEHALL)
      .filter(([, i]) => !i.arbetsplats)
      .map(([k]) => k),
  ).toEqual(['medicinskBehandling', 'annanBehandling'])
})
