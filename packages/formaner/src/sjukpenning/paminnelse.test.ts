import { SYSTEMET } from '@atergang/arende'
import { datum, narmasteVardag, plusDagar, type Datum } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import { EVA, person, type Provperson } from '../prov/index.ts'

const D = datum('2026-02-10')
/** The clock goes to the day after the last one for an answer: the reminder, and the letter that follows it. */
function paminn(p: Provperson): Datum {
  const b = p.arende.lage.begaran[0]!
  const a = p.arende.utredning(b.senast).automatik.find((x) => x.kommando.typ === 'paminnBegaran')!
  p.arende.kor(a.kommando, SYSTEMET, a.dag).kor({ typ: 'sandPaminnelse', data: { begaranId: b.id } }, SYSTEMET, a.dag)
  return a.dag
}
const anna = () => person('Anna').sjukFran('2026-01-05').medIntyg({ till: '2026-03-31' })
const medPlan = () => {
  const p = anna().ansoker({ till: '2026-03-31', inkom: '2026-01-20' })
  p.arende.kor({ typ: 'begarPlan', data: { text: 'Vad planerar ni?' } }, EVA, D)
  return p
}

describe('påminnelser går till alla som ärendet väntar på', () => {
  it('arbetsgivaren får ett brev vardagen efter den sista dagen, med frågan igen och en ny sista dag', () => {
    const p = medPlan()
    const forsta = p.arende.lage.begaran[0]!.senast
    const dag = paminn(p)
    expect(dag).toBe(narmasteVardag(plusDagar(forsta, 1)))
    const b = p.arende.lage.begaran[0]!
    expect(b.senast > forsta).toBe(true)
    const brev = p.arende.brev.at(-1)!
    expect(brev).toMatchObject({
      rubrik: 'Påminnelse. Vi behöver din plan för återgång i arbete',
      mottagare: { namn: 'Bruket AB' },
      datum: dag,
    })
    const text = JSON.stringify(brev)
    for (const bit of ['Vad planerar ni?', 'Vi skrev till dig 10 februari 2026', 'Svara senast 11 mars 2026', 'Har du redan svarat'])
      expect(text).toContain(bit)
    expect(p.arende.lage.utskick.at(-1)).toMatchObject({ begaranId: b.id, typ: 'forfragan' })
  })

  it('personen får ett brev, och föreläggandets påminnelse säger igen vad som händer annars', () => {
    const p = anna().ansoker({ till: '2026-03-31', inkom: '2026-01-20', utan: ['inkomst'] })
    p.arende.svara('ansokansgranskning', { beslut: 'forelagg', text: 'Vilken årsinkomst har du?' }, EVA, D)
    paminn(p)
    const text = JSON.stringify(p.arende.brev.at(-1))
    expect(text).toContain('Påminnelse. Föreläggande: komplettera din ansökan')
    expect(text).toContain('kommer vi att avvisa din ansökan')
    expect(p.arende.lage.utskick.at(-1)).toMatchObject({ typ: 'forelaggande' })
  })

  it('varje påminnelse ger ett brev och inte fler, hur ofta kön än kör', () => {
    const p = medPlan()
    const dag = paminn(p)
    const { id } = p.arende.lage.begaran[0]!
    const fore = p.arende.lage.version
    p.arende.kor({ typ: 'sandPaminnelse', data: { begaranId: id } }, SYSTEMET, dag)
    expect(p.arende.lage.version).toBe(fore)
    paminn(p)
    expect(p.arende.lage.utskick.filter((u) => u.begaranId === id)).toHaveLength(2)
  })

  it('den som hunnit svara får ingen påminnelse', () => {
    const p = medPlan()
    const b = p.arende.lage.begaran[0]!
    const a = p.arende.utredning(b.senast).automatik.find((x) => x.kommando.typ === 'paminnBegaran')!
    p.arende.kor(a.kommando, SYSTEMET, a.dag)
    p.arende.kor(
      { typ: 'besvaraBegaran', begaranId: b.id, svar: [{ frageId: b.fragor[0]!.frageId, text: 'Anpassat arbete.' }] },
      { id: 'ag', namn: 'Bruket AB', roll: 'arbetsgivare' },
      a.dag,
    )
    const fore = p.arende.lage.utskick.length
    p.arende.kor({ typ: 'sandPaminnelse', data: { begaranId: b.id } }, SYSTEMET, a.dag)
    expect(p.arende.lage.utskick).toHaveLength(fore)
  })

  it('bara systemet sänder dem', () => {
    const p = medPlan()
    expect(() => p.arende.kor({ typ: 'sandPaminnelse', data: { begaranId: p.arende.lage.begaran[0]!.id } }, EVA, D)).toThrow()
  })
})
