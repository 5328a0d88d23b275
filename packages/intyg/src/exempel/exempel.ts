import { datum, type Datum } from '@atergang/kalender'
import type { Skapare } from '../modell.ts'
import { rotFor, type PersonId, type Personidtyp } from '../personid.ts'
import type { Intygsdata } from '../skriv/intyg.ts'
import type { Lisjpdata } from '../skriv/svar.ts'

/** Luhn's control digit over ten digits less the last. */
function kontrollsiffra(nio: string): number {
  const summa = [...nio].reduce((s, c, i) => {
    const v = Number(c) * (i % 2 === 0 ? 2 : 1)
    return s + (v > 9 ? v - 9 : v)
  }, 0)
  return (10 - (summa % 10)) % 10
}

const FORSTA_PAHITTADE = 980
const SISTA_PAHITTADE = 999

/**
 * A person-id of nobody: birth numbers 980–999 are not given out.
 * @throws {RangeError} for any other birth number
 */
export function pahittatPersonId(fodd: Datum, fodelsenummer: number, typ: Personidtyp = 'personnummer'): PersonId {
  if (!Number.isInteger(fodelsenummer) || fodelsenummer < FORSTA_PAHITTADE || fodelsenummer > SISTA_PAHITTADE) {
    throw new RangeError(`Födelsenumret ska vara ${FORSTA_PAHITTADE}–${SISTA_PAHITTADE}, så att numret inte är någons.`)
  }
  const [ar, manad, dag] = fodd.split('-') as [string, string, string]
  const skriven = typ === 'samordningsnummer' ? String(Number(dag) + 60) : dag
  const nio = `${ar.slice(2)}${manad}${skriven}${fodelsenummer}`
  return { root: rotFor(typ), nummer: `${ar.slice(0, 2)}${nio}${kontrollsiffra(nio)}` }
}

export const EXEMPELSKAPARE: Skapare = {
  personalId: 'TEST-LAKARE-1',
  namn: 'Lotta Låtsas',
  befattning: '203010',
  enhet: {
    id: 'TEST-ENHET-1',
    namn: 'Påhittade vårdcentralen',
    postadress: 'Låtsasgatan 1',
    postnummer: '111 11',
    postort: 'Ingenstad',
    telefon: '000-00 00 00',
  },
  vardgivare: { id: 'TEST-VG-1', namn: 'Påhittade regionen' },
}

const GEMENSAMT: Lisjpdata = {
  smittskydd: false,
  sysselsattning: [{ kod: 'NUVARANDE_ARBETE' }],
  arbete: 'Lagerarbetare med tunga lyft',
  diagnoser: [{ kod: 'M545', text: 'Lumbago' }],
  funktionsnedsattning: {
    icf: ['Smärta', 'Muskelkraft'],
    text: 'Nedsatt rörlighet i ländryggen. Patienten beskriver värk vid belastning.',
  },
  aktivitetsbegransning: { icf: ['Lyfta och bära föremål'], text: 'Kan inte lyfta mer än fem kilo.' },
  behandling: { pagaende: 'Fysioterapi en gång i veckan.' },
  perioder: [{ grad: 0.5, from: datum('2026-03-02'), tom: datum('2026-03-29') }],
  arbetstidsforlaggning: { forsamrar: false },
  atgarderText: 'Anpassade arbetsuppgifter utan lyft.',
}

const PER_VERSION: Readonly<Record<'1.3' | '2.0', Lisjpdata>> = {
  '1.3': {
    ...GEMENSAMT,
    grund: [{ kod: 'UNDERSOKNING', datum: datum('2026-03-02') }],
    prognos: { kod: 'ATER_X_ANTAL_DGR', dagar: 60 },
    atgarder: [{ kod: 'ARBETSANPASSNING' }],
  },
  '2.0': {
    ...GEMENSAMT,
    grund: [{ kod: 'FYSISKUNDERSOKNING', datum: datum('2026-03-02') }],
    prognos: { kod: 'ATER_X_ANTAL_MANADER', manader: 2 },
  },
}

/** A complete certificate without findings, for an invented person. Change what the case at hand needs. */
export function exempelintyg(
  version: '1.3' | '2.0',
  svar: Partial<Lisjpdata> = {},
  huvud: Partial<Omit<Intygsdata, 'svar' | 'version'>> = {},
): Intygsdata {
  return {
    intygsId: { root: 'TEST-ENHET-1', extension: '00000000-0000-4000-8000-000000000001' },
    signerat: '2026-03-02T10:15:00',
    skickat: '2026-03-02T10:16:00',
    patient: { personId: pahittatPersonId(datum('1980-05-17'), 985), fornamn: 'Påhittad', efternamn: 'Person' },
    skapadAv: EXEMPELSKAPARE,
    ...huvud,
    version,
    svar: { ...PER_VERSION[version], ...svar },
  }
}
