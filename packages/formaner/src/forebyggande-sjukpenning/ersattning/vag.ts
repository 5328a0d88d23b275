import { medAvslag, type Beslutsrad } from '@atergang/arende'
import { medManadsnamn } from '@atergang/kalender'
import { kvalitetssakraAvslag, vardetDen } from '@atergang/regelverk'
import { bereda } from '../../gemensamt/beslut/beredning.ts'
import type { Beslutsvag } from '../../gemensamt/beslut/vag.ts'
import { INFORMATIONSAMNEN, type Informationsamne } from '../../gemensamt/information.ts'
import { ersattningsbeslutsbrev, ersattningskommunicering, ERSATTNINGSTEXT } from '../brev/ersattning.ts'
import type { Flage, Forebyggandefakta } from '../fakta.ts'
import type { Ersattningsskal } from '../koder/skal.ts'
import { ANDELSNAMN, type Andel } from '../tid/dagstid.ts'
import { VERSIONER } from '../versioner.ts'
import type { Ersattningsdag } from './dagar.ts'
import { ersattningarAttProva, ersattningarna, provbara } from './ersattningslage.ts'
import { ersattningsforslag, type Ersattningsforslag } from './forslag.ts'

const amnen = (...namn: Informationsamne[]): Partial<Record<Informationsamne, string>> =>
  Object.fromEntries(namn.map((n) => [n, INFORMATIONSAMNEN[n]]))

/** ”3 mars 2026: hälften av dagen” */
export const ersattningsradtext = (r: Beslutsrad): string =>
  r.grad > 0
    ? `${medManadsnamn(r.from)}: ${ANDELSNAMN[r.grad as Andel]}${r.grad < 1 ? ' av dagen' : ''}${r.grad < r.yrkadGrad ? ` (du ansökte om ${ANDELSNAMN[r.yrkadGrad as Andel]})` : ''}`
    : `${medManadsnamn(r.from)}: ingen ersättning${r.avslagsskal ? `. ${ERSATTNINGSTEXT[r.avslagsskal as Ersattningsskal]}` : ''}`

/** The days as forms show them: without the explanation trees, which lie with the payment. */
const dagvy = (d: Ersattningsdag) => ({
  datum: d.datum,
  yrkad: d.yrkad,
  andel: d.andel,
  skal: d.skal,
  hindradeMinuter: d.tid.hindradeMinuter,
  arbetsminuter: d.tid.arbetsdag.minuter,
  tillfallen: d.tillfallen.map((t) => ({
    id: t.tillfalle.id,
    start: t.tillfalle.start,
    traff: t.traff,
    raknas: t.raknas,
    skal: t.skal,
    varfor: t.varfor,
  })),
})

/** How a claim goes from judgements to decision; several side by side, each by itself. */
export const ersattningsvag: Beslutsvag<Forebyggandefakta, Ersattningsforslag> = {
  versioner: VERSIONER,
  berett: (lage, idag) => {
    const l = lage as Flage
    return provbara(l).flatMap((m) => {
      const forslag = ersattningsforslag(l, m, idag)
      const b = forslag && bereda(l, m.sak, forslag, medAvslag(forslag) && vardetDen(kvalitetssakraAvslag, idag) ? ['avslag'] : [])
      return b ? [b] : []
    })
  },
  ejBerett: (l) =>
    ersattningarAttProva(l as Flage).length
      ? 'Ansökan är inte utredd än.'
      : ersattningarna(l as Flage).length
        ? 'Alla ansökningar om ersättning är avgjorda.'
        : 'Ingen ansökan om ersättning har kommit än.',
  kommuniceringslagrum: ['110:13 a', 'FL 10', 'FL 25'],
  kommuniceringshjalp:
    'Ett ärende om sjukpenning får inte avgöras till personens nackdel utan att personen fått veta innehållet i det kommande beslutet och fått tid att yttra sig. Det gäller också när någon dag ger mindre än personen ansökt om.',
  kvalitetsskal: { avslag: 'Någon dag ger mindre än personen ansökt om' },
  radtext: ersattningsradtext,
  beslutsrubrik: (b) => ({ beviljat: 'bevilja', delvisAvslag: 'bevilja delvis', avslag: 'avslå' })[b.forslag.utfall as 'beviljat'],
  hjalp: {
    rubrik: (b) =>
      medAvslag(b.forslag)
        ? 'Motivera förslaget till avslag'
        : b.tillNackdel
          ? 'Motivera en lägre SGI än personen har uppgett'
          : 'Föreslå beslut',
    forslag: (b) =>
      b.tillNackdel
        ? 'Skriv så att personen förstår: vilken regel som avgör, vilka minuter du har räknat och varför något inte räknas.'
        : 'Kontrollera dagar, delar och belopp.',
  },
  informationsamnen: (b) =>
    b.forslag.rader.some((r) => r.grad > 0)
      ? amnen('anmalningsskyldighet', 'ramtidOchKedja', 'tillaggsforsakringar')
      : amnen('andraErsattningar', 'sgiSkydd'),
  forslagsformular: (b) => ({ dagar: b.forslag.dagar.map(dagvy) }),
  kvalitetsformular: (b) => ({ dagar: b.forslag.dagar.map(dagvy) }),
  provbara: ['sgi', 'avvikelse', 'genomforande', 'arbetssokande', 'nodvandigTid', 'annanErsattning'],
  beslutsinnehall: (b) => ({
    avser: b.sak,
    innehall: { slag: 'ersattning', ansokan: b.forslag.ansokan, dagar: b.forslag.dagar.map(dagvy) },
  }),
  brev: { kommunicering: (l, k) => ersattningskommunicering(l as Flage, k), beslut: (l, b) => ersattningsbeslutsbrev(l as Flage, b) },
}
