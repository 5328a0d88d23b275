import { ATGARDSTYPER } from './apr.ts'
import { BEHANDLINGAR, VARDGIVARTYPER } from './behandlingar.ts'
import { LANSNAMN, SF_NAMN } from './geografi.ts'
import { dag, heltal, hundradel, kod, Rader, sant, type Registerbit } from './kolumner.ts'
import { DIAGNOSKODER } from './langd.ts'
import { SYSSELSATTNINGAR } from './person.ts'
import { YRKEN } from '../yrken.ts'

export const KON = ['kvinna', 'man'] as const
export const FORMANER = ['sjukpenning', 'forebyggande_sjukpenning', 'rehabiliteringspenning'] as const
export const BESLUTSSLAG = ['sjukpenning_forsta', 'forebyggande_plan', 'forebyggande_ersattning', 'apr'] as const
export const UTFALL = ['bifall', 'avslag'] as const
export const SKAL = [
  'arbetsformaga_ej_nedsatt',
  'underlag_otillrackligt',
  'ej_evidens',
  'ingen_sjukdomsrisk',
  'under_en_fjardedel',
  'ej_rehabiliterande_atgard',
] as const
export const STOD = ['arbetsplatsnara_stod', 'apr'] as const

const lan = kod(LANSNAMN)
const sf = kod(SF_NAMN)
const diagnos = kod(DIAGNOSKODER)
const behandling = kod(BEHANDLINGAR.map((b) => b.kod))

/** The registers that are filled person by person. */
export const nyaRegister = () => ({
  person: new Rader('person', {
    person_id: heltal,
    kon: kod(KON),
    fodelsear: heltal,
    lan,
    sf_omrade: sf,
    sysselsattning: kod(SYSSELSATTNINGAR),
    yrke: kod(YRKEN.map((y) => y.namn)),
    arbetsgivare_id: heltal,
    inkomst: heltal,
  }),
  sjukfall: new Rader('sjukfall', {
    sjukfall_id: heltal,
    person_id: heltal,
    lan,
    sf_omrade: sf,
    sysselsattning: kod(SYSSELSATTNINGAR),
    arbetsgivare_id: heltal,
    diagnos,
    fran: dag,
    tom: dag,
    startgrad: heltal,
    plan_begard: dag,
    plan_inkom: dag,
  }),
  utbetalning: new Rader('utbetalning', {
    person_id: heltal,
    lan,
    forman: kod(FORMANER),
    arende_id: heltal,
    fran: dag,
    tom: dag,
    nettodagar: hundradel,
    belopp: heltal,
  }),
  beslut: new Rader('beslut', {
    beslut_id: heltal,
    slag: kod(BESLUTSSLAG),
    arende_id: heltal,
    person_id: heltal,
    lan,
    sf_omrade: sf,
    handlaggare_id: heltal,
    inkom: dag,
    beslutad: dag,
    utfall: kod(UTFALL),
    skal: kod(SKAL),
  }),
  behandlingsplan: new Rader('behandlingsplan', {
    plan_id: heltal,
    person_id: heltal,
    lan,
    sf_omrade: sf,
    inkom: dag,
    kursstart: dag,
    diagnos,
    behandling,
    evidens_svag: sant,
    vardgivartyp: kod(VARDGIVARTYPER),
  }),
  apr_bidrag: new Rader('apr_bidrag', {
    bidrag_id: heltal,
    stod: kod(STOD),
    arbetsgivare_id: heltal,
    person_id: heltal,
    lan,
    inkom: dag,
    beslutad: dag,
    utfall: kod(UTFALL),
    atgardstyp: kod(ATGARDSTYPER),
    anordnare_id: heltal,
    belopp: heltal,
  }),
  facit_behandling: new Rader('facit_behandling', {
    person_id: heltal,
    kursstart: dag,
    behandling,
    dagar_6_med: heltal,
    dagar_12_med: heltal,
    dagar_24_med: heltal,
    dagar_6_utan: heltal,
    dagar_12_utan: heltal,
    dagar_24_utan: heltal,
  }),
})
export type Register = ReturnType<typeof nyaRegister>
export const toma = (r: Register): Registerbit[] => Object.values(r).map((x) => x.tom())
