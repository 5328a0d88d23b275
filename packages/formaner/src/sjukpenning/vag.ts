import { medAvslag } from '@atergang/arende'
import type { Beslutsvag } from '../gemensamt/beslut/vag.ts'
import { bedomning, PROVNINGSNAMN } from './bedomning.ts'
import { beslutsbrev } from './brev/beslut.ts'
import { kommuniceringsbrev } from './brev/ovriga.ts'
import type { Sjukpenningfakta, Slage } from './fakta.ts'
import { radtext, type Forslag } from './forslag.ts'
import { beredning, type Kvalitetsskal } from './handlaggning.ts'
import { amnenFor } from './information.ts'
import { ejProvat } from './steg/ejprovat.ts'
import { underlaget } from './underlag.ts'
import { VERSIONER } from './versioner.ts'

const KVALITETSSKAL: Record<Kvalitetsskal, string> = {
  avslag: 'Handläggaren överväger avslag',
  forstaNfa: 'Första bedömningen mot normalt förekommande arbete',
}
const BESLUTSRUBRIK: Readonly<Record<string, string>> = { beviljat: 'bevilja', delvisAvslag: 'bevilja delvis', avslag: 'avslå' }

/** How sjukpenning goes from judgements to decision. */
export const sjukpenningsvag: Beslutsvag<Sjukpenningfakta, Forslag> = {
  versioner: VERSIONER,
  berett(l, idag) {
    const b = beredning(l as Slage, underlaget(l as Slage, idag))
    return b ? [b] : []
  },
  ejBerett: (l, idag) => ejProvat(underlaget(l as Slage, idag)),
  kommuniceringslagrum: ['110:13 a', 'FL 10', 'FL 25'],
  kommuniceringshjalp:
    'Ett ärende om sjukpenning får inte avgöras till personens nackdel utan att personen fått veta innehållet i det kommande beslutet och fått tid att yttra sig.',
  kvalitetsskal: KVALITETSSKAL,
  radtext,
  beslutsrubrik: (b) => BESLUTSRUBRIK[b.forslag.utfall]!,
  hjalp: {
    rubrik: (b) =>
      medAvslag(b.forslag)
        ? 'Motivera förslaget till avslag'
        : b.tillNackdel
          ? 'Motivera en lägre SGI än personen har uppgett'
          : 'Föreslå beslut',
    forslag: (b) =>
      b.tillNackdel
        ? 'Skriv så att personen förstår: vilken regel som avgör, vilka uppgifter du bygger på, hur du bedömer dem och vad som saknades. Att objektiva fynd saknas är inte i sig ett skäl. Kryssa i vad personen får information om.'
        : 'Kontrollera dagar, grad och belopp. Kryssa i vad personen får information om.',
  },
  informationsamnen: (b) =>
    amnenFor(
      ...(b.forslag.rader.some((r) => r.grad > 0) ? (['beviljande'] as const) : []),
      ...(medAvslag(b.forslag) ? (['avslag'] as const) : []),
    ),
  forslagsformular: () => ({}),
  kvalitetsformular: (_b, l, idag) => ({
    provningsnamn: PROVNINGSNAMN,
    grupper: underlaget(l as Slage, idag).grupper.map((g) => ({
      nyckel: g.nyckel,
      from: g.from,
      tom: g.tom,
      grundtext: g.grund.text,
      undantag: g.grund.undantag,
      svar: bedomning(l as Slage, g)?.svar ?? null,
    })),
  }),
  provbara: ['arbetsformaga', 'sgi'],
  beslutsinnehall: () => ({}),
  brev: {
    kommunicering: (l, k) => kommuniceringsbrev(l as Slage, { forslag: k.forslag, motivering: k.motivering, senast: k.senast, dag: k.dag }),
    beslut: (l, b) => beslutsbrev(l as Slage, b),
  },
}
