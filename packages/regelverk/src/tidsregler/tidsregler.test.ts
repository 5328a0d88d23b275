import { datum, datumFranDagnummer, langd, plusAr, plusDagar, type Period } from '@atergang/kalender'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  aktivitetsersattningTid,
  ersattningFran,
  FelSlagsFaktum,
  forklaraTid,
  graviditetspenningTid,
  inkommenDag,
  kedjedag,
  kedjedagar,
  omprovningBegarsSenast,
  sjukersattningDelTid,
  sjukersattningHelTid,
  tidsregler,
} from '../index.ts'

const DAG = datum('2025-10-01')
const dagar = fc.integer({ min: 10_000, max: 22_000 }).map(datumFranDagnummer)

describe('en regel över dagar', () => {
  it('förklarar svaret med paragraf, uppgift och dess källa', () => {
    const svar = forklaraTid(
      omprovningBegarsSenast,
      { fickDel: { varde: '2025-10-22', kalla: { typ: 'handling', text: 'delgivningskvitto' } } },
      DAG,
    )
    expect(svar.varde).toBe('2025-12-22')
    expect(svar.forklaring).toMatchObject({
      utfall: 'beraknat',
      resultat: '22 december 2025',
      lagrum: [{ kapitel: '113', paragraf: '19' }],
      fakta: [{ namn: 'Dagen då personen fick del av beslutet', varde: '22 oktober 2025', kalla: { text: 'delgivningskvitto' } }],
    })
  })

  it('säger vad som saknas, eller att lagen inte är känd, och gissar aldrig', () => {
    expect(forklaraTid(ersattningFran, { ansokan: '2025-04-20' }, DAG)).toMatchObject({
      varde: null,
      forklaring: { utfall: 'oklart', saknas: [{ typ: 'uppgift', namn: 'rattenUppkom' }], fakta: [{ namn: 'Dagen för ansökan' }] },
    })
    expect(forklaraTid(sjukersattningHelTid, { fodd: '1960-05-12' }, datum('2025-08-31'))).toMatchObject({
      varde: null,
      forklaring: { saknas: [{ typ: 'lag' }] },
    })
    expect(forklaraTid(sjukersattningHelTid, { fodd: '1970-05-12' }, DAG).forklaring.saknas![0]!.text).toMatch(
      /Riktåldern är inte känd efter 2030-12-31/,
    )
  })

  it.each([
    [graviditetspenningTid, { beraknadFodsel: '2025-02-30' }, /Beräknad födelse \(beraknadFodsel\) ska vara en dag/],
    [inkommenDag, { nadde: '2025-10-01', skildAvDagenInnan: 'ja' }, /skildAvDagenInnan\) ska vara ja eller nej/],
    [kedjedag, { dagen: '2025-10-01', sjukperioder: [{ from: '2025-10-02', tom: '2025-10-01' }] }, /sjukperioder\) ska vara perioder/],
  ])('säger vilken uppgift som har fel form', (regel, fakta, text) => {
    expect(() => forklaraTid(regel, fakta as never, DAG)).toThrow(FelSlagsFaktum)
    expect(() => forklaraTid(regel, fakta as never, DAG)).toThrow(text)
  })

  it('har ett namn var', () => {
    expect(new Set(tidsregler.map((r) => r.namn)).size).toBe(tidsregler.length)
  })
})

describe('tiderna', () => {
  it('graviditetspenning kan lämnas femtio dagar, med elva dagar kvar till födelsen', () => {
    fc.assert(
      fc.property(dagar, (beraknadFodsel) => {
        const p = forklaraTid(graviditetspenningTid, { beraknadFodsel }, DAG).varde as Period
        expect(langd(p)).toBe(50)
        expect(plusDagar(p.tom, 11)).toBe(beraknadFodsel)
      }),
    )
  })

  it('aktivitetsersättning börjar en 1 juli och slutar dagen före månaden för 30-årsdagen, där sjukersättning i delar tar vid', () => {
    fc.assert(
      fc.property(fc.integer({ min: -7000, max: -2300 }).map(datumFranDagnummer), (fodd) => {
        const a = forklaraTid(aktivitetsersattningTid, { fodd }, DAG).varde as Period
        expect(a.from).toMatch(/-07-01$/)
        expect(plusDagar(a.tom, 1)).toMatch(/-01$/)
        expect(a.tom < plusAr(fodd, 30)).toBe(true)
        const s = forklaraTid(sjukersattningDelTid, { fodd }, DAG).varde as Period | null
        if (s) expect(s.from).toBe(plusDagar(a.tom, 1))
      }),
    )
  })

  it('kedjedagen är densamma som tidslinjens, vilken dag som än frågas', () => {
    const period = fc
      .tuple(fc.integer({ min: 20_300, max: 20_900 }), fc.integer({ min: 0, max: 60 }))
      .map(([s, n]) => ({ from: datumFranDagnummer(s), tom: datumFranDagnummer(s + n) }))
    fc.assert(
      fc.property(
        fc.array(period, { maxLength: 5 }),
        fc.integer({ min: 20_300, max: 21_000 }).map(datumFranDagnummer),
        (sjukperioder, dagen) => {
          expect(forklaraTid(kedjedag, { sjukperioder, dagen }, DAG).varde).toBe(kedjedagar(sjukperioder, dagen).dagar)
        },
      ),
    )
  })
})
