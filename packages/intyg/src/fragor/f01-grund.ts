import { lagrum } from '@atergang/regelverk'
import { dagAv } from '../las/huvud.ts'
import { datumAvVarde, harInnehall, kodAv, vardeAv } from '../las/varden.ts'
import { fynd, hanvisning } from '../granska/fynd.ts'
import { BADA, ejSmittskydd, svarPa, unikKod, type Fraga, type Regel } from './fraga.ts'

const UNDERSOKNINGAR = new Set(['UNDERSOKNING', 'FYSISKUNDERSOKNING', 'DIGITALUNDERSOKNING'])
const ANNAT = 'ANNAT'

const datumSaknas: Regel = (u) =>
  svarPa(u, '1')
    .filter((s) => kodAv(vardeAv(s, '1.1')) !== undefined && !harInnehall(vardeAv(s, '1.2')))
    .map((svar) =>
      fynd('delsvarSaknas', 'varning', '1', {
        svar,
        delsvarId: '1.2',
        text: 'Datum saknas för det som intyget grundas på.',
        fraga: 'Vilket datum gäller den kontakt eller de uppgifter som intyget grundas på?',
      }),
    )

const annatUtanText: Regel = (u) =>
  svarPa(u, '1')
    .filter((s) => kodAv(vardeAv(s, '1.1')) === ANNAT && !harInnehall(vardeAv(s, '1.3')))
    .map((svar) =>
      fynd('delsvarSaknas', 'varning', '1', {
        svar,
        delsvarId: '1.3',
        text: 'Intyget grundas på ”annat”, men det står inte vad.',
        fraga: 'Intyget grundas på ”annat”. Kan du skriva vad det är?',
      }),
    )

const textUtanAnnat: Regel = (u) =>
  svarPa(u, '1')
    .filter((s) => kodAv(vardeAv(s, '1.1')) !== ANNAT && harInnehall(vardeAv(s, '1.3')))
    .map((svar) =>
      fynd('svarUtanForutsattning', 'upplysning', '1', {
        svar,
        delsvarId: '1.3',
        text: 'En annan grund beskrivs i text, men ”annat” är inte angivet som grund.',
      }),
    )

const efterSignering: Regel = (u) => {
  const signerat = dagAv(u.intyg.signerat)
  return svarPa(u, '1').flatMap((svar) => {
    const d = datumAvVarde(vardeAv(svar, '1.2'))
    if (!signerat || !d || d <= signerat) return []
    return fynd('grundEfterSignering', 'varning', '1', {
      svar,
      delsvarId: '1.2',
      text: `Intyget grundas på något som är daterat ${d}, efter att intyget signerades (${signerat}).`,
      fraga: `Datumet ${d} för det som intyget grundas på ligger efter att intyget signerades ${signerat}. Vilket datum ska det vara?`,
    })
  })
}

const utanUndersokning: Regel = ({ intyg }) => {
  if (!ejSmittskydd(intyg) || intyg.grund.length === 0 || intyg.grund.some((g) => UNDERSOKNINGAR.has(g.kod))) return []
  return [
    fynd('ingenUndersokning', 'upplysning', '1', {
      text: 'Intyget grundas inte på en undersökning av patienten. Lagen kräver varken undersökning eller undersökningsfynd: uppgifterna vägs som de är, tillsammans med annat i ärendet.',
      lagrum: hanvisning(lagrum('27:25 st 1')),
    }),
  ]
}

export const grund: Fraga = {
  id: '1',
  rubrik: 'Intyget är baserat på',
  versioner: BADA,
  hogst: { v1: 4, v2: 5 },
  delfragor: [
    {
      id: '1.1',
      rubrik: 'Grund för intyget',
      typ: 'kod',
      koder: {
        system: 'KV_FKMU_0001',
        v1: ['UNDERSOKNING', 'TELEFONKONTAKT', 'JOURNALUPPGIFTER', ANNAT],
        v2: ['FYSISKUNDERSOKNING', 'DIGITALUNDERSOKNING', 'TELEFONKONTAKT', 'JOURNALUPPGIFTER', ANNAT],
      },
    },
    { id: '1.2', rubrik: 'Datum', typ: 'datum' },
    { id: '1.3', rubrik: 'Annan grund', typ: 'text' },
  ],
  obligatorisk: {
    nar: ejSmittskydd,
    allvar: 'fel',
    text: 'Det står inte vad intyget grundas på. Det behöver inte vara en undersökning: lagen kräver inga undersökningsfynd.',
    fraga: 'Vad grundar du intyget på, och vilket datum? Det kan vara en undersökning, en telefonkontakt, journaluppgifter eller annat.',
    lagrum: hanvisning(lagrum('27:25 st 1')),
  },
  regler: [unikKod('1', 'Grund för intyget'), datumSaknas, annatUtanText, textUtanAnnat, efterSignering, utanUndersokning],
}
