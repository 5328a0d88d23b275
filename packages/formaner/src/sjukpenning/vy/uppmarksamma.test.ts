import { datum, plusDagar, type Datum } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import { EVA, person, type Provperson } from '../../prov/index.ts'
import { handlaggningsklass, kannetecken } from '../klass.ts'
import { underlaget } from '../underlag.ts'
import { uppmarksamma } from './uppmarksamma.ts'

const D = datum('2026-03-20')
const rader = (p: Provperson, dag: Datum = D) => uppmarksamma(p.arende.lage, underlaget(p.arende.lage, dag))
const amnen = (p: Provperson, dag: Datum = D) => rader(p, dag).map((r) => r.amne)
const plan = (p: Provperson, arbetsskada: 'ja' | 'nej' | 'vetEj') =>
  p.arende.kor(
    {
      typ: 'registreraFaktum',
      namn: 'plan',
      varde: { finns: true, atgarder: 'Anpassad arbetstid', arbetsskada },
      kalla: { typ: 'arbetsgivare', text: 'Plan för återgång' },
    },
    EVA,
    D,
  )

describe('vad personen kan behöva få veta', () => {
  it('förebyggande sjukpenning, när intyget nämner behandling (D033)', () => {
    const p = person('Anna').sjukFran('2026-03-02').medIntyg()
    expect(rader(p).find((r) => r.amne === 'forebyggande')).toMatchObject({
      given: null,
      lagrum: [
        { kapitel: '27', paragraf: '6' },
        { kapitel: '27', paragraf: '7' },
      ],
    })
    expect(amnen(person('Bo').sjukFran('2026-03-02').medIntyg({ behandling: '' }))).not.toContain('forebyggande')
  })

  it('särskilt högriskskydd, från den tredje sjukperioden på tolv månader och inte för äldre perioder (A034)', () => {
    const sjuk = (...fran: string[]) => {
      const p = person('Anna').sjukFran(fran[0]!)
      for (const f of fran) p.medIntyg({ fran: f, till: plusDagar(datum(f), 9) })
      return p
    }
    expect(amnen(sjuk('2025-09-01', '2026-02-02'))).not.toContain('hogriskskydd')
    expect(amnen(sjuk('2025-09-01', '2025-12-01', '2026-02-02'))).toContain('hogriskskydd')
    expect(amnen(sjuk('2025-02-03', '2025-12-01', '2026-02-02'))).not.toContain('hogriskskydd')
  })

  it('arbetsskadelivränta, bara när arbetsgivarens plan säger att sjukdomen beror på arbetet (A016)', () => {
    const p = () => person('Anna').sjukFran('2026-03-02').medIntyg()
    for (const svar of ['nej', 'vetEj'] as const) {
      const x = p()
      plan(x, svar)
      expect(amnen(x)).not.toContain('livranta')
    }
    const skadad = p()
    plan(skadad, 'ja')
    expect(amnen(skadad)).toContain('livranta')
  })

  it('a-kassa och aktivitetsstöd, från dag 181 i kedjan (A039)', () => {
    const p = person('Anna').sjukFran('2026-01-01').medIntyg({ till: '2026-12-31' })
    expect(amnen(p, plusDagar(datum('2026-01-01'), 179))).not.toContain('overgang')
    expect(amnen(p, plusDagar(datum('2026-01-01'), 180))).toContain('overgang')
  })

  describe('arbetsplatsinriktat rehabiliteringsstöd, medan ärendet pågår och inte först efter ett avslag (C039)', () => {
    const apr = (p: Provperson, dag: Datum = D) => rader(p, dag).find((r) => r.amne === 'apr')

    it('när arbetsgivaren ska ha en plan för återgång', () => {
      expect(apr(person('Anna').sjukFran('2026-03-02').medIntyg({ till: '2026-05-31' }).ansoker())).toMatchObject({
        given: null,
        mottagare: { givenTill: null },
      })
      expect(apr(person('Bo').sjukFran('2026-03-02').medIntyg({ till: '2026-03-29' }).ansoker({ till: '2026-03-29' }))).toBeUndefined()
    })

    it('när arbetsgivarens plan har åtgärder, eller personen behöver rehabilitering på arbetsplatsen', () => {
      const p = person('Anna').sjukFran('2026-03-02').medIntyg({ till: '2026-03-29' }).ansoker({ till: '2026-03-29', inkom: '2026-03-18' })
      plan(p, 'nej')
      expect(apr(p)?.varfor).toContain('Arbetsgivarens plan har åtgärder')
      const q = person('Bo')
        .sjukFran('2026-03-02')
        .medIntyg()
        .ansoker({ inkom: '2026-03-18' })
        .handlagg(D, { tillOchMed: 'rehabilitering' })
      q.arende.svara(
        'rehabilitering',
        { behov: 'ja', vag: 'arbetsgivare', atgard: 'Anpassade uppgifter', personensSyn: 'Vill prova.', skal: 'Arbetet kan anpassas.' },
        EVA,
        D,
      )
      expect(apr(q)?.varfor).toContain('rehabilitering på arbetsplatsen')
    })

    it('aldrig utan arbetsgivare, och aldrig som en fråga som håller upp ärendet', () => {
      const arbetslos = person('Anna').som('arbetslos').sjukFran('2026-03-02').medIntyg({ till: '2026-05-31' }).ansoker()
      expect(apr(arbetslos)).toBeUndefined()
      const p = person('Bo').sjukFran('2026-03-02').medIntyg({ till: '2026-05-31' }).ansoker()
      expect(p.fragekoder(D)).not.toContain('apr')
    })

    it('noteras med vem som fick veta det, när och av vem, också när det sägs i en kontakt', () => {
      const p = person('Anna').sjukFran('2026-03-02').medIntyg({ till: '2026-05-31' }).ansoker()
      const kontakt = {
        med: 'arbetsgivare',
        satt: 'telefon',
        riktning: 'ut',
        traffad: true,
        dag: D,
        text: 'Lena Lind: talade om arbetsplatsen.',
      } as const
      expect(() => p.arende.kor({ typ: 'noteraKontakt', kontakt: { ...kontakt, traffad: false }, information: ['apr'] }, EVA, D)).toThrow(
        /fått kontakt/,
      )
      expect(() => p.arende.kor({ typ: 'noteraKontakt', kontakt: { ...kontakt, med: 'vard' }, information: ['apr'] }, EVA, D)).toThrow(
        /personen eller arbetsgivaren/,
      )
      expect(kannetecken(p.arende.lage, D)).toMatchObject({ 'information.apr': 'kvar' })
      p.arende.kor({ typ: 'noteraKontakt', kontakt, information: ['apr'] }, EVA, D)
      expect(p.arende.lage.information.at(-1)).toMatchObject({ amne: 'apr', satt: 'samtal', till: 'arbetsgivare', av: { namn: 'Eva Ek' } })
      expect(apr(p)).toMatchObject({ given: D, mottagare: { givenTill: 'arbetsgivare' } })
      p.arende.kor({ typ: 'geInformation', amne: 'apr', satt: 'brev', till: 'forsakrad' }, EVA, D)
      expect(apr(p)).toMatchObject({ mottagare: { givenTill: 'bada' } })
      expect(kannetecken(p.arende.lage, D)).toMatchObject({ 'information.apr': 'bada' })
    })
  })

  it('förebyggande sjukpenning som sägs i en kontakt är berättat, och räknas i enhetens tal (D025)', () => {
    const p = person('Anna').sjukFran('2026-03-02').medIntyg()
    expect(kannetecken(p.arende.lage, D)).toMatchObject({ 'information.forebyggande': 'kvar' })
    p.arende.kor(
      {
        typ: 'noteraKontakt',
        kontakt: { med: 'forsakrad', satt: 'telefon', riktning: 'ut', traffad: true, dag: D, text: 'Berättade om förmånen.' },
        information: ['forebyggande'],
      },
      EVA,
      D,
    )
    expect(rader(p).find((r) => r.amne === 'forebyggande')?.given).toBe(D)
    expect(kannetecken(p.arende.lage, D)).toMatchObject({ 'information.forebyggande': 'forsakrad' })
    expect(
      kannetecken(person('Bo').sjukFran('2026-03-02').medIntyg({ behandling: '', till: '2026-03-29' }).arende.lage, D),
    ).not.toHaveProperty('information.forebyggande')
  })

  it('står kvar tills personen har fått veta det, i samtal eller i beslutsbrevet, och visar sedan när', () => {
    const p = person('Anna').sjukFran('2026-03-02').medIntyg()
    p.arende.kor({ typ: 'geInformation', amne: 'forebyggande', satt: 'samtal' }, EVA, D)
    expect(rader(p).find((r) => r.amne === 'forebyggande')?.given).toBe(D)
    const b = person('Bo').sjukFran('2026-03-02').medIntyg().ansoker({ inkom: '2026-03-18' }).handlagg(D, { tillOchMed: 'forslag' })
    b.arende.svara('forslag', { motivering: { avgorande: 'Din arbetsförmåga är nedsatt.' }, information: ['forebyggande'] }, EVA, D)
    expect(rader(b).find((r) => r.amne === 'forebyggande')?.given).toBeNull()
    b.handlagg(D)
    expect(rader(b).find((r) => r.amne === 'forebyggande')?.given).toBe(D)
  })
})

describe('handläggningsklassen (A046)', () => {
  const klass = (p: Provperson, dag: Datum = D) => handlaggningsklass(p.arende.lage, underlaget(p.arende.lage, dag)).klass
  const FYND = [{ kod: 'x', allvar: 'varning' as const, svarId: '33', text: 'Oklart.', fraga: null }]

  it('är enkel för ett kort sjukfall utan oklarheter', () => {
    expect(klass(person('Anna').sjukFran('2026-03-02').medIntyg())).toBe('enkel')
  })
  it('är utredning efter dag 90, vid psykiatrisk diagnos och när intyget är oklart', () => {
    expect(klass(person('Anna').sjukFran('2026-01-01').medIntyg({ till: '2026-12-31' }), plusDagar(datum('2026-01-01'), 90))).toBe(
      'utredning',
    )
    expect(
      klass(
        person('Bo')
          .sjukFran('2026-03-02')
          .medIntyg({ diagnos: ['F432', 'Anpassningsstörning'] }),
      ),
    ).toBe('utredning')
    expect(klass(person('Cia').sjukFran('2026-03-02').medIntyg({ fynd: FYND }))).toBe('utredning')
  })
  it('är samordning när någon annan än vården ska stå för en rehabiliteringsåtgärd, och handläggaren kan sätta en annan', () => {
    const p = person('Anna')
      .sjukFran('2026-03-02')
      .medIntyg()
      .ansoker({ inkom: '2026-03-18' })
      .handlagg(D, { tillOchMed: 'rehabilitering' })
    p.arende.svara(
      'rehabilitering',
      { behov: 'ja', vag: 'arbetsgivare', atgard: 'Anpassade uppgifter', personensSyn: 'Vill prova.', skal: 'Arbetet kan anpassas.' },
      EVA,
      D,
    )
    expect(klass(p)).toBe('samordning')
    p.arende.kor(
      {
        typ: 'registreraFaktum',
        namn: 'handlaggningsklass',
        varde: { klass: 'enkel', skal: 'Arbetsgivaren har ordnat allt.' },
        kalla: { typ: 'bedomning', text: 'Eva Ek' },
      },
      EVA,
      D,
    )
    expect(klass(p)).toBe('enkel')
  })
})
