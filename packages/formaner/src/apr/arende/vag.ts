import type { Beslutsvag } from '../../gemensamt/beslut/vag.ts'
import { kronortext } from '../berakning/index.ts'
import { ansokanMed } from './ansokningar.ts'
import { andringsbrev, ansokansbrev, kommuniceringsbrev } from './brev/beslut.ts'
import type { Alage, Aprfakta } from './fakta.ts'
import { andringar, andringsval, beredda, type Aprforslag } from './forslag.ts'
import { VERSIONER } from './versioner.ts'

type Fakta = Record<string, unknown> & Aprfakta

const UTFALL: Readonly<Record<string, string>> = { beviljat: 'bevilja', delvisAvslag: 'bevilja delvis', avslag: 'avslå' }
const vilken = (l: Alage, ansokanId: string): string => {
  const inkom = ansokanMed(l, ansokanId)?.inkom
  return inkom ? `ansökan som kom in ${inkom}` : 'ansökan'
}

/** What both ways share: no benefit under the code, so only förvaltningslagen says how the employer is heard. */
const gemensamt = {
  versioner: VERSIONER,
  kommuniceringslagrum: ['FL 25'],
  kommuniceringshjalp: 'Arbetsgivaren ska få veta vad beslutet bygger på och kunna yttra sig, om det inte är uppenbart obehövligt.',
  beslutslagrum: ['FL 31', 'FL 32', 'FL 33'],
  kvalitetsskal: {},
  radtext: () => '',
  informationsamnen: () => ({}),
  kvalitetsformular: () => ({}),
  provbara: [],
  partsroll: 'arbetsgivare' as const,
}

const formular = (f: Aprforslag) => ({ ansokanId: f.innehall.ansokanId, innehall: f.innehall })

/** From what is known of an application to the decision on it: the reasons follow from the reckoning. */
export const ansokansvag: Beslutsvag<Fakta, Aprforslag> = {
  ...gemensamt,
  berett: (l, idag) => beredda(l as Alage, idag),
  ejBerett: () => 'Ingen ansökan är färdig att beslutas.',
  beslutsrubrik: (b) => `${UTFALL[b.forslag.utfall]!}, ${kronortext(b.forslag.innehall.belopp)} kr`,
  hjalp: { rubrik: () => 'Föreslå beslut', forslag: () => '' },
  forslagsformular: (b, l) => ({ ...formular(b.forslag), vilken: vilken(l as Alage, b.forslag.innehall.ansokanId) }),
  beslutsinnehall: (b) => ({
    avser: b.forslag.innehall.ansokanId,
    innehall: b.forslag.innehall,
    ...(b.forslag.innehall.belopp > 0 ? { betalas: b.forslag.innehall.belopp } : {}),
  }),
  horTill: (f, b) => f.namn.endsWith(`:${b.sak}`),
  brev: {
    kommunicering: (l, k) =>
      kommuniceringsbrev(l as Alage, { innehall: k.forslag.innehall, motivering: k.motivering, senast: k.senast, dag: k.dag }),
    beslut: (l, b) =>
      ansokansbrev(l as Alage, {
        innehall: b.forslag.innehall,
        motivering: b.motivering,
        beaktat: b.beaktat,
        dag: b.dag,
        fattatAv: b.fattatAv,
        foredragande: b.foredragande,
        medverkande: b.medverkande,
      }),
  },
}

/** From what has come out after a decision to a new one in its place (36–37 §§ FL). */
export const andringsvag: Beslutsvag<Fakta, Aprforslag> = {
  ...gemensamt,
  berett: (l) => andringar(l as Alage),
  ejBerett: () => 'Inget beslut ska ändras.',
  beslutsrubrik: (b) => `ändra från ${kronortext(b.forslag.innehall.tidigare!.belopp)} till ${kronortext(b.forslag.innehall.belopp)} kr`,
  hjalp: { rubrik: () => 'Ändra beslutet', forslag: () => '' },
  forslagsformular: (b, l) => ({ ...formular(b.forslag), vilken: vilken(l as Alage, b.forslag.innehall.ansokanId) }),
  beslutsinnehall(b, l) {
    const i = b.forslag.innehall
    const s = andringsval(l as Alage, i.ansokanId)
    const mer = i.belopp - i.tidigare!.belopp
    return {
      typ: 'andring',
      avser: i.ansokanId,
      innehall: i,
      ersatter: i.tidigare!.beslutId,
      orsak: s?.val ?? 'andring',
      ...(mer > 0 ? { betalas: mer } : {}),
    }
  },
  horTill: (f, b) => f.namn.endsWith(`:${b.sak}`),
  brev: {
    kommunicering: (l, k) =>
      kommuniceringsbrev(l as Alage, { innehall: k.forslag.innehall, motivering: k.motivering, senast: k.senast, dag: k.dag }),
    beslut: (l, b) =>
      andringsbrev(l as Alage, {
        innehall: b.forslag.innehall,
        motivering: b.motivering,
        beaktat: b.beaktat,
        dag: b.dag,
        fattatAv: b.fattatAv,
        foredragande: b.foredragande,
        medverkande: b.medverkande,
      }),
  },
}
