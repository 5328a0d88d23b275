import { plusDagar, type Datum } from '@atergang/kalender'
import { Planfall, veckodagFran, type Planvarld } from './planfall.ts'
import { PLANPERSONER, type Planperson } from './personer.ts'

const TIS = 2
const TOR = 4
const dagar = (from: Datum, antal: number): Datum[] => Array.from({ length: antal }, (_, i) => plusDagar(from, i * 7))

/** A case as it stands on the day, whatever day that is: days are told from it. */
type Berattelse = (v: Planvarld, f: (inlett: Datum) => Planfall) => Planfall | readonly Planfall[]

const NEKAS = {
  utanStod: ['b1'],
  fmr: 'Stresskurser har stöd för vissa diagnoser. För den här diagnosen och det här upplägget finns inget sådant stöd.',
}
const STRESS = { diagnoser: [{ kod: 'F432', text: 'Anpassningsstörning' }] }

const BERATTELSER: Readonly<Partial<Record<Planperson, Berattelse>>> = {
  vera: (v, ny) => {
    const inlett = plusDagar(v.idag, -75)
    const [tis, tor] = [veckodagFran(plusDagar(v.idag, -42), TIS), veckodagFran(plusDagar(v.idag, -42), TOR)]
    const f = ny(inlett)
    f.p
      .medBehandling({ from: plusDagar(v.idag, -42), tom: plusDagar(v.idag, 42), dagar: ['tis', 'tor'] })
      .ansokerOmPlan(inlett)
      .medUtlatande({ dag: plusDagar(inlett, 4) })
    f.handlagg(plusDagar(inlett, 12))
    f.p.ansokerOmErsattning(plusDagar(v.idag, -14), [...dagar(tis, 3), ...dagar(tor, 3)].sort())
    return f.handlagg(plusDagar(v.idag, -11))
  },
  xavier: (v, ny) => {
    const inlett = plusDagar(v.idag, -90)
    const f = ny(inlett)
    f.p
      .medBehandling({ behandling: 'stresskurs', from: plusDagar(v.idag, -40), tom: plusDagar(v.idag, 30), dagar: ['tis'], min: 180 })
      .ansokerOmPlan(inlett)
      .medUtlatande({ dag: plusDagar(inlett, 5), ...STRESS })
    f.avgors(plusDagar(inlett, 14), NEKAS)
    return f
  },
  ylva: (v, ny) => {
    const inlett = plusDagar(v.idag, -80)
    const forsta = veckodagFran(plusDagar(v.idag, -45), TIS)
    const f = ny(inlett)
    f.p
      .medBehandling({
        behandling: 'fysioterapi',
        from: plusDagar(v.idag, -45),
        tom: plusDagar(v.idag, 20),
        dagar: ['tis'],
        start: '10:00',
        min: 60,
        resa: 60,
      })
      .ansokerOmPlan(inlett)
      .medUtlatande({ dag: plusDagar(inlett, 4) })
    f.handlagg(plusDagar(inlett, 13))
    f.p.ansokerOmErsattning(plusDagar(v.idag, -28), dagar(forsta, 2))
    f.handlagg(plusDagar(v.idag, -24))
    f.p.ansokerOmErsattning(plusDagar(v.idag, -2), [{ datum: plusDagar(forsta, 21), resaMin: 20 }])
    return f
  },
  zainab: (v, ny) => {
    const inlett = plusDagar(v.idag, -60)
    const forsta = veckodagFran(plusDagar(v.idag, -30), TIS)
    const f = ny(inlett)
    f.p
      .medBehandling({ from: plusDagar(v.idag, -30), tom: plusDagar(v.idag, 40), dagar: ['tis', 'tor'] })
      .ansokerOmPlan(inlett, { arbetsgivare: undefined } as never)
      .medUtlatande({ dag: plusDagar(inlett, 3) })
    f.handlagg(plusDagar(inlett, 10))
    f.p.ansokerOmErsattning(plusDagar(v.idag, -3), dagar(forsta, 3))
    return f
  },
  ake: (v, ny) => {
    const inlett = plusDagar(v.idag, -16)
    const f = ny(inlett)
    f.p
      .medBehandling({
        behandling: 'kbt',
        utforande: 'internet',
        vardgivare: 'Internetpsykiatrin',
        from: plusDagar(v.idag, 10),
        tom: plusDagar(v.idag, 80),
        dagar: ['man', 'ons'],
        min: 150,
      })
      .ansokerOmPlan(inlett)
      .medUtlatande({ dag: plusDagar(inlett, 3), diagnoser: [{ kod: 'F411', text: 'Generaliserat ångestsyndrom' }] })
    return f.handlagg(plusDagar(v.idag, -4), { fmr: null })
  },
  arja: (v, ny) => {
    const f = ny(plusDagar(v.idag, -5))
    f.p.medBehandling({ from: plusDagar(v.idag, 20), tom: plusDagar(v.idag, 76), dagar: ['ons'] }).ansokerOmPlan(plusDagar(v.idag, -5))
    return f.tas(plusDagar(v.idag, -3))
  },
  orjan: (v, ny) => {
    const f = ny(plusDagar(v.idag, -18))
    f.p
      .medBehandling({ from: plusDagar(v.idag, 10), tom: plusDagar(v.idag, 60), dagar: ['tor'] })
      .ansokerOmPlan(plusDagar(v.idag, -18))
      .medUtlatande({ dag: plusDagar(v.idag, -13), uppfoljning: null })
    return f.handlagg(plusDagar(v.idag, -8))
  },
  ebba: (v, ny) => {
    const f = ny(plusDagar(v.idag, -6))
    f.p
      .medBehandling({
        behandling: 'psykologbehandling',
        vardgivare: 'Psykologerna i Norrbäck',
        from: plusDagar(v.idag, 8),
        tom: plusDagar(v.idag, 90),
        dagar: ['fre'],
        min: 120,
        resa: 40,
      })
      .ansokerOmPlan(plusDagar(v.idag, -6))
      .medUtlatande({ dag: plusDagar(v.idag, -2), diagnoser: [{ kod: 'F438A', text: 'Utmattningssyndrom' }] })
    return f.tas(plusDagar(v.idag, -1))
  },
  ruben: (v, ny) => {
    const f = ny(plusDagar(v.idag, -25))
    f.p
      .medBehandling({ from: plusDagar(v.idag, 14), tom: plusDagar(v.idag, 100), dagar: ['tis', 'tor'] })
      .ansokerOmPlan(plusDagar(v.idag, -25))
      .medUtlatande({ dag: plusDagar(v.idag, -20) })
    return f.handlagg(plusDagar(v.idag, -4), { hogst: { b1: 12 } })
  },
  tyra: (v, ny) => {
    const f = ny(plusDagar(v.idag, -14))
    f.p
      .medBehandling({
        behandling: 'halsoresa',
        vardgivare: 'Kurorten',
        from: plusDagar(v.idag, 20),
        tom: plusDagar(v.idag, 33),
        dagar: ['man', 'tis', 'ons', 'tor', 'fre'],
        min: 300,
      })
      .ansokerOmPlan(plusDagar(v.idag, -14))
      .medUtlatande({ dag: plusDagar(v.idag, -10), diagnoser: [{ kod: 'M069', text: 'Reumatoid artrit' }] })
    return f.handlagg(plusDagar(v.idag, -3), { tillOchMed: 'kvalitetssakring' })
  },
  sixten: (v, ny) => {
    const inlett = plusDagar(v.idag, -150)
    const forsta = veckodagFran(plusDagar(v.idag, -110), TIS)
    const f = ny(inlett)
    f.p
      .medBehandling({ from: plusDagar(v.idag, -110), tom: plusDagar(v.idag, -40), dagar: ['tis'] })
      .ansokerOmPlan(inlett)
      .medUtlatande({ dag: plusDagar(inlett, 4), uppfoljning: { nar: plusDagar(v.idag, -6), hur: 'Återbesök hos läkaren.' } })
    f.handlagg(plusDagar(inlett, 12))
    f.p.ansokerOmErsattning(plusDagar(v.idag, -35), dagar(forsta, 8))
    return f.handlagg(plusDagar(v.idag, -30))
  },
  majken: (v, ny) => {
    const inlett = plusDagar(v.idag, -330)
    const forsta = veckodagFran(plusDagar(v.idag, -300), TIS)
    const gammal = ny(inlett)
    gammal.p
      .medBehandling({ from: plusDagar(v.idag, -300), tom: plusDagar(v.idag, -240), dagar: ['tis'] })
      .ansokerOmPlan(inlett)
      .medUtlatande({ dag: plusDagar(inlett, 4), uppfoljning: { nar: plusDagar(v.idag, -220), hur: 'Återbesök hos läkaren.' } })
    gammal.handlagg(plusDagar(inlett, 12))
    gammal.p.ansokerOmErsattning(plusDagar(v.idag, -235), dagar(forsta, 7))
    gammal.handlagg(plusDagar(v.idag, -230))
    gammal.p.registrerar(
      'uppfoljningsnot',
      { dag: plusDagar(v.idag, -215), fullfoljd: 'ja', text: 'Smärtan minskade i ett halvår och kom sedan tillbaka.' },
      plusDagar(v.idag, -215),
    )
    gammal.morgon(plusDagar(v.idag, -1))
    const nytt = ny(plusDagar(v.idag, -9))
    nytt.p.medTidigarePlaner([gammal.post()]).medAndraArenden([gammal.somAnnat()])
    nytt.p
      .medBehandling({ from: plusDagar(v.idag, 14), tom: plusDagar(v.idag, 70), dagar: ['tis', 'tor'] })
      .ansokerOmPlan(plusDagar(v.idag, -9))
      .medUtlatande({ dag: plusDagar(v.idag, -4) })
    return [gammal, nytt.tas(plusDagar(v.idag, -2))]
  },
  ivar: (v, ny) => {
    const inlett = plusDagar(v.idag, -70)
    const forsta = veckodagFran(plusDagar(v.idag, -35), TIS)
    const f = ny(inlett)
    f.p
      .medBehandling({ from: plusDagar(v.idag, -35), tom: plusDagar(v.idag, 20), dagar: ['tis'] })
      .ansokerOmPlan(inlett)
      .medUtlatande({ dag: plusDagar(inlett, 4) })
    f.handlagg(plusDagar(inlett, 12))
    f.p.registrerar('avbruten', { dag: plusDagar(forsta, 15), behandling: 'b1', skal: 'Kliniken stängde.' }, plusDagar(forsta, 17))
    f.p.ansokerOmErsattning(plusDagar(v.idag, -4), dagar(forsta, 4))
    return f
  },
}

/** The people with a plan and a fixed story, as they stand on the day. */
export function planberattelser(v: Planvarld): Planfall[] {
  return (Object.keys(BERATTELSER) as Planperson[]).flatMap((n) => {
    let antal = 0
    const fall = BERATTELSER[n]!(
      v,
      (inlett) => new Planfall(antal++ === 0 ? n : `${n}/${antal}`, PLANPERSONER[n], v, { enhet: 'Gävle', inlett }),
    )
    return Array.isArray(fall) ? [...(fall as readonly Planfall[])] : [fall as Planfall]
  })
}
