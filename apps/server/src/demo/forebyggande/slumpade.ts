import type { Utforandeform } from '@atergang/formaner'
import { plusDagar, type Datum } from '@atergang/kalender'
import { befolkning, Slump } from '@atergang/syntet'
import { enhetFor } from '../../tjanster/enheter.ts'
import { Planfall, type Planvarld } from './planfall.ts'

interface Behandlingsslag {
  readonly kod: string
  readonly annatText?: string
  readonly utforande?: Utforandeform
  readonly vardgivare: string
  readonly diagnos: { readonly kod: string; readonly text: string }
  readonly min: number
  readonly dagar: readonly ('man' | 'tis' | 'ons' | 'tor' | 'fre')[]
  /** how often it is approved, by unit: as the auditors found, areas differ */
  readonly godkanns: Readonly<Record<string, number>>
}

const SLAG: readonly Behandlingsslag[] = [
  {
    kod: 'mmr',
    vardgivare: 'Smärtenheten',
    diagnos: { kod: 'M797', text: 'Fibromyalgi' },
    min: 240,
    dagar: ['tis', 'tor'],
    godkanns: { Gävle: 0.95, Malmö: 0.9 },
  },
  {
    kod: 'psykologbehandling',
    vardgivare: 'Vårdcentralens psykologer',
    diagnos: { kod: 'F438A', text: 'Utmattningssyndrom' },
    min: 120,
    dagar: ['ons'],
    godkanns: { Gävle: 0.9, Malmö: 0.55 },
  },
  {
    kod: 'fysioterapi',
    vardgivare: 'Rörelsekliniken',
    diagnos: { kod: 'M545', text: 'Lumbago' },
    min: 150,
    dagar: ['man'],
    godkanns: { Gävle: 0.9, Malmö: 0.85 },
  },
  {
    kod: 'stresskurs',
    vardgivare: 'Stresshälsan',
    diagnos: { kod: 'F432', text: 'Anpassningsstörning' },
    min: 180,
    dagar: ['tis'],
    godkanns: { Gävle: 0.6, Malmö: 0.3 },
  },
  {
    kod: 'missbruksbehandling',
    vardgivare: 'Behandlingshemmet Gläntan',
    diagnos: { kod: 'F102', text: 'Alkoholberoende' },
    min: 420,
    dagar: ['man', 'tis', 'ons', 'tor', 'fre'],
    godkanns: { Gävle: 1, Malmö: 1 },
  },
  {
    kod: 'annat',
    annatText: 'Ridterapi',
    vardgivare: 'Stall Framsteg',
    diagnos: { kod: 'F411', text: 'Generaliserat ångestsyndrom' },
    min: 150,
    dagar: ['fre'],
    godkanns: { Gävle: 0.3, Malmö: 0.1 },
  },
]

/** Invented plans of the past year over the country, most of them over: what the overview and the like cases are made of. */
export function slumpadePlaner(v: Planvarld, o: { antal: number; fro: string; utom?: readonly string[] }): Planfall[] {
  const s = new Slump(o.fro)
  const folk = befolkning({ fro: o.fro, antal: o.antal * 2, idag: v.idag, ...(o.utom ? { utom: o.utom } : {}) })
    .filter((p) => !p.skyddad && (p.sysselsattning === 'anstalld' || p.sysselsattning === 'arbetslos'))
    .slice(0, o.antal)
  return folk.map((person, i) => {
    const slump = s.gren(person.id)
    const enhet = enhetFor(person.lan)
    const slag = SLAG[i % SLAG.length]!
    const inlett = plusDagar(v.idag, -slump.heltal(120, 340))
    const start = plusDagar(inlett, slump.heltal(35, 60))
    const f = new Planfall(`slump/${person.id}`, person, v, { enhet, inlett })
    f.p.paInitiativAv(
      slump.viktat([
        { vikt: 50, varde: 'vard' },
        { vikt: 30, varde: 'forsakrad' },
        { vikt: 12, varde: 'foretagshalsovard' },
        { vikt: 8, varde: 'forsakringskassan' },
      ]),
    )
    f.p.medBehandling({
      behandling: slag.kod,
      ...(slag.annatText ? { annatText: slag.annatText } : {}),
      ...(slag.utforande ? { utforande: slag.utforande } : {}),
      vardgivare: slag.vardgivare,
      from: start,
      tom: plusDagar(start, slag.dagar.length === 5 ? 20 : 48),
      dagar: slag.dagar,
      min: slag.min,
      resa: slump.heltal(10, 60),
    })
    f.p
      .ansokerOmPlan(inlett)
      .medUtlatande({
        dag: plusDagar(inlett, slump.heltal(2, 12)),
        diagnoser: [slag.diagnos],
        ...(slump.chans(0.25) ? { uppfoljning: null } : {}),
      })
    return levTill(f, v, slump, { inlett, start, godkanns: slump.chans(slag.godkanns[enhet] ?? 0.8) })
  })
}

/** Decided, claimed, followed up, as far as the days have come. */
function levTill(f: Planfall, v: Planvarld, s: Slump, o: { inlett: Datum; start: Datum; godkanns: boolean }): Planfall {
  const svar = o.godkanns ? {} : { utanStod: ['b1'], fmr: 'För den här diagnosen finns inget tillräckligt stöd.' }
  let dag = plusDagar(o.inlett, s.heltal(13, 34))
  f.handlagg(dag, svar)
  if (f.arende.lage.begaran.some((b) => b.typ === 'utlatandekomplettering' && !b.svar)) {
    dag = plusDagar(dag, s.heltal(5, 14))
    f.p.medUtlatande({ dag, diagnoser: [...f.diagnoser()] })
    f.handlagg(plusDagar(dag, 2), svar)
    dag = plusDagar(dag, 2)
  }
  if (f.arende.lage.beslut.length === 0) dag = f.avgors(dag, svar)
  const planerade = f.planerade().filter((d) => d > dag && d < plusDagar(v.idag, -20))
  if (planerade.length === 0 || !o.godkanns) return f.morgon(plusDagar(v.idag, -1))
  const inkom = plusDagar(planerade.at(-1)!, s.heltal(3, 10))
  f.p.ansokerOmErsattning(inkom, s.chans(0.2) ? planerade.slice(0, Math.ceil(planerade.length / 2)) : planerade)
  const beslutad = f.avgors(plusDagar(inkom, s.heltal(3, 12)))
  const not = plusDagar(beslutad, 60)
  if (not < v.idag && s.chans(0.8))
    f.p.registrerar(
      'uppfoljningsnot',
      {
        dag: not,
        fullfoljd: s.viktat([
          { vikt: 70, varde: 'ja' },
          { vikt: 20, varde: 'delvis' },
          { vikt: 10, varde: 'nej' },
        ]),
        text: 'Uppgift från personen.',
      },
      not,
    )
  return f.morgon(plusDagar(v.idag, -1))
}
