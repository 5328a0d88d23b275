import { datum } from '@atergang/kalender'
import { describe, expect, it } from 'vitest'
import { EVA, OLLE, plan, type Provplan } from '../prov/index.ts'
import { innehallet } from './plan/planlage.ts'

const D = datum
const besok = () => plan('Anna').medBehandling({ from: '2026-03-03', tom: '2026-04-23', dagar: ['tis', 'tor'], min: 240 })
const efterKommunicering = (p: Provplan) =>
  datum(new Date(Date.parse(`${p.arende.lage.kommuniceringar.at(-1)!.senast}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10))

/** Ten of sixteen visits are approved, and review is asked for. */
function tioGodkanda(): Provplan {
  const p = besok()
    .ansokerOmPlan('2026-02-02')
    .medUtlatande()
    .handlagg('2026-02-10', { hogst: { b1: 10 } })
  const dag = efterKommunicering(p)
  p.handlagg(dag, { hogst: { b1: 10 } })
  p.arende.kor({ typ: 'begarOmprovning', data: { beslutId: p.beslut[0]!.id, inkom: dag, text: 'Jag behöver fler.' } }, p.aktor, dag)
  return p
}
const omprova = (p: Provplan, behandling: object) =>
  p.arende.svara(
    'omprovning',
    {
      utfall: 'andras',
      innehall: { behandlingar: [{ id: 'b1', text: 'Efter omprövning.', ...behandling }] },
      skal: 'Nytt underlag.',
      omstandigheter: 'Läkaren har skrivit mer.',
    },
    OLLE,
    D('2026-03-01'),
  )

describe('en omprövad plan (113 kap. 8 §)', () => {
  it('utgår från tio godkända besök 3 mars–2 april', () => {
    expect(innehallet(tioGodkanda().beslut[0]!).behandlingar).toMatchObject([
      { godkanda: 10, godkantFrom: '2026-03-03', godkantTom: '2026-04-02' },
    ])
  })

  it('får inte sluta tidigare, börja senare eller rymma färre eller andra tillfällen än det som är godkänt', () => {
    const p = tioGodkanda()
    const felen = (behandling: object) => {
      try {
        omprova(p, { godkanns: 'begransat', ...behandling })
      } catch (e) {
        return (e as { falt: readonly { falt: string }[]; message: string }).falt.map((f) => f.falt)
      }
      return []
    }
    expect(felen({ tom: '2026-03-06' })).toEqual(['innehall.behandlingar.0.tom'])
    expect(felen({ from: '2026-03-04' })).toEqual(['innehall.behandlingar.0.from'])
    expect(felen({ hogstTillfallen: 9 })).toEqual(['innehall.behandlingar.0.tom'])
    expect(felen({ hogstTillfallen: 9, tom: '2026-04-23' })).toEqual(['innehall.behandlingar.0.hogstTillfallen'])
    expect(p.beslut).toHaveLength(1)
  })

  it('får ge fler tillfällen och längre tid', () => {
    const p = tioGodkanda()
    omprova(p, { godkanns: 'begransat', hogstTillfallen: 12 })
    expect(innehallet(p.beslut[1]!).behandlingar).toMatchObject([{ godkanda: 12, godkantTom: '2026-04-09' }])
  })
})

describe('omprövad ersättning (113 kap. 8 §)', () => {
  it('sänker ingen dag fast lön har registrerats sedan: den dagen står kvar med sitt belopp', () => {
    const p = besok().ansokerOmPlan('2026-02-02').medUtlatande().handlagg('2026-02-10')
    p.ansokerOmErsattning('2026-04-29', ['2026-03-03', '2026-04-28'])
    p.handlagg('2026-04-30')
    const dag = efterKommunicering(p)
    p.handlagg(dag)
    const b = p.beslut[1]!
    expect(b.rader).toMatchObject([
      { from: '2026-03-03', grad: 0.5 },
      { from: '2026-04-28', grad: 0 },
    ])
    p.arende.kor({ typ: 'begarOmprovning', data: { beslutId: b.id, inkom: dag, text: 'Dagen var flyttad.' } }, p.aktor, dag)
    p.arende.kor(
      {
        typ: 'registreraFaktum',
        namn: 'lonUnderSjukdom',
        varde: { perManad: 28_000, lonIArbetePerManad: 30_000 },
        kalla: { typ: 'arbetsgivare', text: 'Lönebesked' },
      },
      EVA,
      dag,
    )
    p.arende.svara(
      'omprovning',
      {
        utfall: 'andras',
        rader: b.rader.map((r) => ({ from: r.from, tom: r.tom, grad: r.yrkadGrad })),
        skal: 'Dagen var flyttad.',
        omstandigheter: 'Vårdgivaren har intygat det.',
      },
      OLLE,
      dag,
    )
    const ny = p.beslut.at(-1)!
    expect(ny.utbetalning.find((r) => r.from === '2026-03-03')!.summa).toBe(b.utbetalning[0]!.summa)
    expect(ny.utbetalning.find((r) => r.from === '2026-04-28')!.summa).toBeLessThan(b.utbetalning[0]!.summa)
    expect(JSON.stringify(p.arende.brev.at(-1))).toContain('ett lägre belopp för 3 mars 2026')
  })
})

describe('en SGI som sätts lägre än personen har uppgett (110 kap. 13 a §)', () => {
  it('går personen emot: det kommande beslutet sänds först, och brevet säger varför', () => {
    const p = besok().ansokerOmPlan('2026-02-02').medUtlatande().handlagg('2026-02-10')
    p.ansokerOmErsattning('2026-03-20', ['2026-03-03'])
    p.handlagg('2026-03-23', {
      svar: (f) =>
        f.kod === 'sgi'
          ? {
              anstallning: 200_000,
              annat: 0,
              gallerFran: '2026-03-03',
              grund: 'aktuellInkomst',
              forsakradForArbete: true,
              minstSexManader: true,
              skal: 'Lönebeskeden visar mindre.',
            }
          : f.kod === 'forslag'
            ? {
                motivering: {
                  avgorande: 'Din SGI är lägre än du har uppgett.',
                  omstandigheter: 'Lönebesked för december till februari.',
                  bedomning: 'Lönen kan antas bli densamma framöver.',
                  saknades: '',
                },
                information: [],
              }
            : undefined,
    })
    expect(p.beslut).toHaveLength(1)
    const sant = JSON.stringify(p.arende.brev.at(-1))
    expect(sant).toContain('men räkna på en lägre inkomst än du har uppgett')
    p.handlagg(efterKommunicering(p))
    expect(p.beslut[1]).toMatchObject({ utfall: 'beviljat', emotParten: ['sgiUnderUppgiven'] })
    expect(JSON.stringify(p.arende.brev.at(-1))).toContain('Vi har bestämt den till 200\u00a0000\u00a0kr')
  })
})
