import { oppnaBegaran, yttratKlart, type Automatik, type Kommande, type Lage } from '@atergang/arende'
import { narmasteVardag, plusDagar } from '@atergang/kalender'
import { flera } from '@atergang/regelverk'
import { avtaladeKontakter } from './kontakt.ts'
import { antalPaminnelser, slutpaminda } from './obesvarat.ts'

/** What comes by time alone in every benefit: the time to comment goes out, a last reminder's day passes, a contact agreed upon. */
export const gemensamtKommande = (l: Lage): Kommande[] => [
  ...l.kommuniceringar
    .filter((k, i) => i === l.kommuniceringar.length - 1 || k.avser !== undefined)
    .filter((k) => !yttratKlart(k, k.senast))
    .map((k) => ({
      dag: plusDagar(k.senast, 1),
      text: 'tiden att yttra sig över det kommande beslutet har gått',
      lagrum: flera('110:13 a'),
    })),
  ...slutpaminda(l).map((b) => ({
    dag: plusDagar(b.senast, 1),
    text: `sista dagen för svar från ${b.tillNamn} har gått`,
    lagrum: flera('FL 9'),
  })),
  ...avtaladeKontakter(l).map((k) => ({ dag: k.nasta, text: 'ny kontakt enligt överenskommelse', lagrum: flera('FL 6') })),
]

/** Reminders when a deadline has passed, and waking from rest. */
export const gemensamAutomatik = (l: Lage): Automatik[] => [
  ...oppnaBegaran(l)
    .filter((b) => b.typ !== 'fmrKonsultation' && b.paminnelser.length < antalPaminnelser(b))
    .map((b): Automatik => ({ dag: narmasteVardag(plusDagar(b.senast, 1)), kommando: { typ: 'paminnBegaran', begaranId: b.id } })),
  ...Object.entries(l.vila).map(([roll, v]): Automatik => ({
    dag: v!.till,
    kommando: { typ: 'vack', roll: roll as 'handlaggare', orsak: 'Dagen för vilan har kommit.' },
  })),
]
