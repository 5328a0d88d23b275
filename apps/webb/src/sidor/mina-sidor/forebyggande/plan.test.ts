import { ansokanPlanSchema, forhandsuppgifterSchema, type Kant } from '@atergang/formaner'
import { describe, expect, it } from 'vitest'
import { arbetsfel, nyttArbete, somArbetsuppgifter } from './arbete.ts'
import {
  besoket,
  faltFor,
  hinder,
  krockar,
  lastPlan,
  ledigtId,
  nyBehandling,
  nyPlan,
  nyttBesok,
  saknas,
  somForhand,
  somPlan,
  stegFor,
  type Besoksutkast,
  type Planutkast,
} from './plan.ts'
import { lasMinuter, lasTid } from './tid.ts'

const INGET: Kant = { sysselsattning: null, arbetsgivare: null, inkomst: null, arbetsschema: null, arsarbetstid: null, arbetssokande: null }
const besok = (mer: Partial<Besoksutkast> = {}): Besoksutkast => ({
  ...nyttBesok(),
  slag: 'veckor',
  veckodagar: ['tis', 'tor'],
  from: '2026-03-24',
  tom: '2026-04-30',
  start: '8',
  tid: '240',
  resa: '60',
  ...mer,
})
function plan(mer: Partial<Planutkast> = {}): Planutkast {
  const u = nyPlan(INGET)
  u.behandlingar = [{ ...nyBehandling('b1'), behandling: 'mmr', utforande: 'paPlats', vardgivare: 'Smärtkliniken', besok: [besok()] }]
  return Object.assign(u, { heder: true }, mer)
}
const sand = (u: Planutkast) => ansokanPlanSchema.parse({ ...somPlan(u), inkom: '2026-03-20' })

describe('klockslag och minuter som människor skriver dem', () => {
  it('förstås på flera sätt, och det som inte går att läsa gissas inte', () => {
    expect(['8', '8.30', '0830', '08:30', 'kl. 9', '24:00', 'tolv', '8:75'].map(lasTid)).toEqual([
      '08:00',
      '08:30',
      '08:30',
      '08:30',
      '09:00',
      undefined,
      undefined,
      undefined,
    ])
    expect(['240', '', '1,5', 'en timme', '2000'].map(lasMinuter)).toEqual([240, undefined, null, null, null])
  })
})

describe('ansökan om plan', () => {
  it('blir en ansökan som servern tar emot, med besöken i veckor och hela resan', () => {
    expect(sand(plan()).behandlingar).toMatchObject([
      {
        id: 'b1',
        behandling: 'mmr',
        utforande: 'paPlats',
        besok: [{ slag: 'veckor', veckodagar: ['tis', 'tor'], start: '08:00', behandlingMin: 240, resaMin: 60, veckointervall: 1 }],
      },
    ])
  })

  it('går att skicka nästan tom: det som saknas räknas upp, men hindrar inte', () => {
    const u = plan()
    u.behandlingar = [{ ...nyBehandling('b1'), behandling: 'kbt' }]
    expect(hinder(u)).toEqual([])
    expect(sand(u).behandlingar).toMatchObject([{ behandling: 'kbt', besok: [] }])
    expect(saknas(u).map((s) => s.text)).toEqual(
      expect.arrayContaining([
        'dagar och tider för behandlingen',
        'vem som ger behandlingen',
        'hur du försörjer dig',
        'vilken läkare som har ordinerat behandlingen',
      ]),
    )
    expect(somForhand(u), 'utan dagar finns inget att räkna på').toBeNull()
  })

  it('utan någon behandling alls sägs vad som ska väljas', () => {
    const u = plan()
    u.behandlingar = [nyBehandling('b1')]
    expect(hinder(u)).toEqual([{ falt: 'behandling-b1-behandling', text: expect.stringContaining('Välj vilken behandling') }])
  })

  it('omvända dagar, för lång plan och oläsliga tider namnger fältet och vad man gör', () => {
    const med = (x: Partial<Besoksutkast>) => {
      const u = plan()
      u.behandlingar[0]!.besok = [besok(x)]
      return hinder(u)
    }
    expect(med({ from: '2026-04-30', tom: '2026-03-24' })).toEqual([
      { falt: 'besok-b1-0-tom', text: expect.stringContaining('Byt plats på dagarna') },
    ])
    expect(med({ tom: '2029-01-01' })).toEqual([{ falt: 'besok-b1-0-tom', text: expect.stringContaining('högst två år') }])
    expect(med({ start: 'morgon', resa: 'en timme' }).map((f) => f.falt)).toEqual(['besok-b1-0-start', 'besok-b1-0-resa'])
  })

  it('två behandlingar på samma tid sägs en gång på vardera stället', () => {
    const u = plan()
    u.behandlingar.push({
      ...nyBehandling('b2'),
      behandling: 'kbt',
      utforande: 'paPlats',
      vardgivare: 'X',
      besok: [besok({ veckodagar: ['tor'], start: '10:00', tid: '60' })],
    })
    expect(krockar(u).map((f) => f.falt)).toEqual(['besok-b1-0-start', 'besok-b2-0-start'])
    expect(krockar(u)[0]!.text).toMatch(/Behandling 1: .*samma tid 26 mars 2026/)
  })

  it('det som inte går att läsa följer med i ord, så att inget går förlorat', () => {
    const u = plan()
    u.behandlingar[0]!.besok = [besok({ start: 'efter lunch' })]
    u.arbete.sysselsattning = 'anstalld'
    u.arbete.vecka.man = '8'
    expect(somPlan(u).overigt).toContain('kl. efter lunch')
    expect(somPlan(u).overigt).toContain('måndag 8 timmar')
  })

  it('förhandsinformationen räknas också när namn och vårdgivare saknas', () => {
    const u = plan()
    u.behandlingar = [{ ...nyBehandling('b1'), utforande: 'utomlands', besok: [besok()] }]
    expect(forhandsuppgifterSchema.safeParse(somForhand(u)).success).toBe(true)
  })

  it('bestämda dagar sorteras och dubbletter tas bort', () => {
    expect(besoket(besok({ slag: 'dagar', dagar: ['2026-04-02', '2026-03-31', '2026-04-02', ''] }))).toMatchObject({
      slag: 'dagar',
      datum: ['2026-03-31', '2026-04-02'],
    })
  })

  it('serverns fältnamn leder till fältet på sidan och till rätt steg', () => {
    const u = plan()
    for (const [namn, falt, steg] of [
      ['behandlingar.0.besok.0.tom', 'besok-b1-0-tom', 'besok'],
      ['behandlingar.0.annatText', 'behandling-b1-annatText', 'behandling'],
      ['arbetsschema.arbetstid.man', 'vecka-man', 'arbete'],
      ['arbetsschema.arbetsstart', 'arbetsstart', 'arbete'],
      ['hederOchSamvete', 'heder', 'granska'],
      ['arsarbetstid', 'arsarbetstid', 'arbete'],
    ] as const) {
      expect(faltFor(u, namn), namn).toBe(falt)
      expect(stegFor(falt), falt).toBe(steg)
    }
  })

  it('ett sparat utkast kommer tillbaka utan underskrift, och ett främmande lämnas', () => {
    expect(lastPlan({ ...plan(), steg: 'arbete' }, INGET)).toMatchObject({ steg: 'arbete', heder: false })
    expect(lastPlan({ steg: 2, behandlingar: [] }, INGET)).toBeNull()
    expect(ledigtId(plan())).toBe('b2')
  })
})

describe('arbete och inkomst', () => {
  it('fylls i av det som är känt, och blir samma uppgifter igen', () => {
    const kant = {
      sysselsattning: 'anstalld',
      arbetsgivare: 'Bruket AB',
      inkomst: { anstallning: 360_000, annat: 0 },
      arbetsschema: {
        arbetstid: { man: 8, fre: 7.5, lor: 0 },
        arbetsstart: '07:00',
        lunch: { start: '12:00', min: 30 },
        avvikelser: [
          { datum: '2026-03-24', pass: [{ fran: '13:00', till: '21:00' }] },
          { datum: '2026-03-26', pass: [] },
        ],
      },
      arsarbetstid: 1980,
      arbetssokande: null,
    } as unknown as Kant
    const u = nyttArbete(kant)
    expect(somArbetsuppgifter(u)).toEqual({
      sysselsattning: 'anstalld',
      arbetsgivare: { namn: 'Bruket AB' },
      inkomst: kant.inkomst,
      arbetsschema: kant.arbetsschema,
      arsarbetstid: 1980,
    })
    expect(arbetsfel(u)).toEqual([])
  })

  it('den arbetslöse lämnar tiden för att söka arbete, och inga arbetstider', () => {
    const u = Object.assign(nyttArbete(INGET), { sysselsattning: 'arbetslos', sok: { anmald: 'ja', beredd: 'ja', timmar: '8' } })
    u.vecka.man = '8'
    u.start = '08:00'
    expect(somArbetsuppgifter(u)).toEqual({ sysselsattning: 'arbetslos', arbetssokande: { anmald: true, beredd: true, timmarPerDag: 8 } })
  })

  it('fel sägs vid fältet: för många timmar, ett pass utan längd, en halv tid', () => {
    const u = Object.assign(nyttArbete(INGET), {
      sysselsattning: 'anstalld',
      avvikelser: [
        { datum: '2026-03-24', fran: '22:00', till: '22', ledig: false },
        { datum: '', fran: '7', till: '', ledig: false },
      ],
    })
    u.vecka.tis = '25'
    expect(arbetsfel(u).map((f) => f.falt)).toEqual(['vecka-tis', 'avvikelse-0-till', 'avvikelse-1-datum', 'avvikelse-1-till'])
  })
})
