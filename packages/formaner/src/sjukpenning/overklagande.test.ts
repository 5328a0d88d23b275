import { datum, plusDagar, type Datum } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import { historik } from '../gemensamt/vy/historik.ts'
import { EVA, OLLE, person, type Provperson } from '../prov/index.ts'
import { HISTORIKORD } from './vy/historikord.ts'
import { minaSidorArende } from './vy/minasidor.ts'

const fickDel = (p: Provperson, dag: Datum) =>
  p.arende.kor(
    { typ: 'utskickMottaget', utskickId: p.arende.lage.utskick.find((x) => x.beslutId === p.beslut.at(-1)!.id)!.id, dag },
    p.aktor,
    dag,
  )
const skriv = (p: Provperson, typ: 'begarOmprovning' | 'overklaga', beslutId: string, dag: Datum, text = 'Jag kan inte arbeta.') =>
  p.arende.kor({ typ, data: { beslutId, inkom: dag, text } }, p.aktor, dag)
const brevtext = (p: Provperson) => JSON.stringify(p.arende.brev.at(-1))

/** Partly refused, the decision received the same day. */
function nekad() {
  const p = person('Anna')
    .sjukFran('2026-01-01')
    .medIntyg({ till: '2026-03-31' })
    .ansoker({ till: '2026-03-31', inkom: '2026-01-15' })
    .handlagg('2026-02-01', { grad: () => 0.5 })
  p.handlagg(plusDagar(p.arende.lage.kommuniceringar[0]!.senast, 1), { grad: () => 0.5 })
  const b = p.beslut[0]!
  fickDel(p, b.dag)
  return { p, b, dag: plusDagar(b.dag, 20) }
}

/** Reviewed without change, and that decision received. */
function omprovad() {
  const n = nekad()
  skriv(n.p, 'begarOmprovning', n.b.id, n.dag)
  n.p.arende.svara('omprovning', { utfall: 'andrasInte', skal: 'Inget nytt har kommit fram.', omstandigheter: 'Samma intyg.' }, OLLE, n.dag)
  fickDel(n.p, n.dag)
  return { ...n, o: n.p.beslut.at(-1)! }
}
const koder = (p: Provperson, dag: Datum) => p.fragekoder(dag)

describe('en skrivelse om ett beslut som inte är omprövat (113 kap. 7, 10 §§)', () => {
  it('är en begäran om omprövning också när personen skriver att hon överklagar', () => {
    const { p, b, dag } = nekad()
    skriv(p, 'overklaga', b.id, dag)
    expect(p.arende.lage.omprovningar).toMatchObject([{ beslutId: b.id, inkom: dag }])
    expect(p.arende.lage.overklaganden).toEqual([])
    expect(koder(p, dag)).toContain('omprovning')
  })

  it('en andra skrivelse medan omprövningen pågår läggs till den, och den som omprövar får veta det', () => {
    const { p, b, dag } = nekad()
    skriv(p, 'begarOmprovning', b.id, dag)
    const fore = p.arende.fraga('omprovning', dag)
    skriv(p, 'overklaga', b.id, plusDagar(dag, 1), 'Här är ett nytt skäl.')
    const efter = p.arende.fraga('omprovning', plusDagar(dag, 1))
    expect(p.arende.lage.omprovningar).toMatchObject([{ tillagg: [{ text: 'Här är ett nytt skäl.' }] }])
    expect(efter.underlag).not.toBe(fore.underlag)
    expect((efter.formular as { begaran: { tillagg: unknown[] } }).begaran.tillagg).toHaveLength(1)
  })
})

describe('en skrivelse om ett beslut efter omprövning (113 kap. 7, 10, 20 §§)', () => {
  it.each(['begarOmprovning', 'overklaga'] as const)(
    'är ett överklagande, vad personen än kallar den (%s), också när hon nämner det första beslutet',
    (typ) => {
      const { p, b, o, dag } = omprovad()
      skriv(p, typ, b.id, plusDagar(dag, 5))
      expect(p.arende.lage.overklaganden).toMatchObject([{ beslutId: o.id, sagt: typ === 'overklaga' ? 'overklagande' : 'omprovning' }])
      expect(koder(p, plusDagar(dag, 5))).toContain('overklagande')
      expect(p.arende.fraga('overklagande', plusDagar(dag, 5)).hjalp.includes('begär omprövning')).toBe(typ === 'begarOmprovning')
    },
  )

  it('lämnas till förvaltningsrätten med ett brev till personen, och ärendet står inte kvar hos oss', () => {
    const { p, o, dag } = omprovad()
    skriv(p, 'overklaga', o.id, plusDagar(dag, 5))
    const d = plusDagar(dag, 6)
    expect(() => p.arende.svara('overklagande', { val: 'avvisa', ingetUndantag: true, skal: 'Sent.' }, EVA, d)).toThrow(/i tid/)
    p.arende.svara('overklagande', { val: 'overlamna', domstol: 'Förvaltningsrätten i Falun' }, EVA, d)
    expect(p.arende.lage.overklaganden[0]!.overlamnat).toMatchObject({ dag: d, domstol: 'Förvaltningsrätten i Falun', av: { id: 'eva' } })
    expect(koder(p, d)).not.toContain('overklagande')
    expect(brevtext(p)).toContain('Vi har lämnat ditt överklagande till Förvaltningsrätten i Falun')
    expect(historik(p.arende.journal, HISTORIKORD).map((h) => h.text)).toContain('Lämnade överklagandet till Förvaltningsrätten i Falun.')
    expect(minaSidorArende(p.arende.lage, d).beslut.find((x) => x.id === o.id)).toMatchObject({
      kanOverklagas: false,
      overklagat: { domstol: 'Förvaltningsrätten i Falun' },
    })
  })

  it('avvisas när det är känt att den kom efter två månader och inget undantag gäller (45 § förvaltningslagen); det beslutet kan överklagas (113 kap. 21 §)', () => {
    const { p, o, dag } = omprovad()
    const sent = plusDagar(dag, 75)
    skriv(p, 'overklaga', o.id, sent)
    expect(() => p.arende.svara('overklagande', { val: 'avvisa', skal: 'Två månader har gått.' }, EVA, sent)).toThrow(/undantagen/)
    p.arende.svara('overklagande', { val: 'avvisa', ingetUndantag: true, skal: 'Överklagandet kom in efter två månader.' }, EVA, sent)
    const a = p.beslut.at(-1)!
    expect(a).toMatchObject({ typ: 'overklagande', utfall: 'avvisat', rader: [] })
    for (const bit of ['överklaga beslutet till förvaltningsrätten', '113 kap. 21 §', '45 §']) expect(brevtext(p)).toContain(bit)
    skriv(p, 'begarOmprovning', a.id, plusDagar(sent, 1))
    expect(p.arende.lage.overklaganden.at(-1)).toMatchObject({ beslutId: a.id })
  })

  it('kan inte avvisas när det inte är känt när personen fick beslutet', () => {
    const n = nekad()
    skriv(n.p, 'begarOmprovning', n.b.id, n.dag)
    n.p.arende.svara('omprovning', { utfall: 'andrasInte', skal: 'Inget nytt.', omstandigheter: 'Samma intyg.' }, OLLE, n.dag)
    const d = plusDagar(n.dag, 100)
    skriv(n.p, 'overklaga', n.p.beslut.at(-1)!.id, d)
    expect(() => n.p.arende.svara('overklagande', { val: 'avvisa', ingetUndantag: true, skal: 'Sent.' }, EVA, d)).toThrow(
      /inte känt när personen fick del/,
    )
  })

  it('som personen inte menade som överklagande läggs ned med vad hon sagt, och hon kan överklaga sedan', () => {
    const { p, o, dag } = omprovad()
    skriv(p, 'begarOmprovning', o.id, plusDagar(dag, 5))
    p.arende.svara(
      'overklagande',
      { val: 'inteOverklagande', skal: 'Personen ringde 25 mars och vill bara ha en kopia av beslutet.' },
      EVA,
      plusDagar(dag, 6),
    )
    expect(koder(p, plusDagar(dag, 6))).not.toContain('overklagande')
    expect(minaSidorArende(p.arende.lage, plusDagar(dag, 6)).beslut.find((x) => x.id === o.id)).toMatchObject({
      kanOverklagas: true,
      overklagat: null,
    })
  })

  it('en skrivelse till innan den lämnats vidare läggs till; efteråt lämnas också den vidare', () => {
    const { p, o, dag } = omprovad()
    skriv(p, 'overklaga', o.id, plusDagar(dag, 5))
    skriv(p, 'overklaga', o.id, plusDagar(dag, 6), 'Och detta.')
    expect(p.arende.lage.overklaganden).toMatchObject([{ tillagg: [{ text: 'Och detta.' }] }])
    p.arende.svara('overklagande', { val: 'overlamna', domstol: 'Förvaltningsrätten i Falun' }, EVA, plusDagar(dag, 7))
    skriv(p, 'overklaga', o.id, plusDagar(dag, 8), 'En bilaga.')
    expect(p.arende.lage.overklaganden).toHaveLength(2)
    expect(koder(p, plusDagar(dag, 8))).toContain('overklagande')
  })
})

describe('beslut som aldrig omprövas (113 kap. 7 § andra stycket, 11 §)', () => {
  it('ett beslut att avvisa en sen begäran om omprövning överklagas direkt', () => {
    const { p, b } = nekad()
    const sent = plusDagar(b.dag, 75)
    skriv(p, 'begarOmprovning', b.id, sent)
    p.arende.svara('omprovning', { utfall: 'avvisas', skal: 'Kom in efter två månader.' }, OLLE, sent)
    skriv(p, 'begarOmprovning', p.beslut.at(-1)!.id, plusDagar(sent, 3))
    expect(p.arende.lage.overklaganden).toMatchObject([{ beslutId: p.beslut.at(-1)!.id }])
    expect(p.arende.fraga('overklagande', plusDagar(sent, 3)).lagrum).toContainEqual(
      expect.objectContaining({ kapitel: '113', paragraf: '11' }),
    )
  })

  it('ett ändringsbeslut överklagas direkt, också när personen nämner beslutet det ändrade', () => {
    const p = person('Bo')
      .som('arbetslos')
      .sjukFran('2026-01-01')
      .medIntyg({ till: '2026-03-31' })
      .ansoker({ till: '2026-03-31', inkom: '2026-01-05' })
      .handlagg('2026-02-01')
    const dag = datum('2026-02-20')
    p.arende.kor(
      {
        typ: 'registreraFaktum',
        namn: 'hogriskskydd',
        varde: { slag: 'sarskilt' },
        kalla: { typ: 'beslut', text: 'Beslut om särskilt högriskskydd' },
      },
      EVA,
      dag,
    )
    p.arende.svara('andring', { val: 'andra', grund: 'underlag', skal: 'Högriskskyddet var inte känt.' }, EVA, dag)
    const [forsta, andring] = [p.beslut[0]!, p.beslut.at(-1)!]
    expect(andring.typ).toBe('andring')
    skriv(p, 'begarOmprovning', forsta.id, plusDagar(dag, 5))
    expect(p.arende.lage.overklaganden).toMatchObject([{ beslutId: andring.id }])
  })
})

describe('ärendet och skrivelsen', () => {
  it('ett avslutat ärende öppnas av ett överklagande och avslutas inte medan det väntar', () => {
    const { p, o, dag } = omprovad()
    p.arende.kor({ typ: 'avsluta', skal: 'Prov.' }, EVA, dag)
    skriv(p, 'overklaga', o.id, plusDagar(dag, 5))
    expect(p.arende.lage.avslutat).toBeUndefined()
    expect(p.arende.utredning(plusDagar(dag, 200)).automatik.some((a) => a.kommando.typ === 'avsluta')).toBe(false)
  })
})
