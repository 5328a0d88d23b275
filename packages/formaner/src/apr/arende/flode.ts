import { arOppen, oppnaBegaran, yttratKlart, type Automatik, type Flode, type Kommande } from '@atergang/arende'
import { datumAv, narmasteVardag, plusDagar, type Datum } from '@atergang/kalender'
import { aprAnsokanSenast, flera } from '@atergang/regelverk'
import { beslutssteg, kanBeslutas } from '../../gemensamt/beslut/steg.ts'
import { kontaktsteg } from '../../gemensamt/kontakt.ts'
import { ansokningar, kostnadsaret } from './ansokningar.ts'
import { JANUARI } from './brev/januari.ts'
import { fakt, type Alage, type Aprfakta } from './fakta.ts'
import { andringar, andringssvaret, avvikelser, listbara } from './forslag.ts'
import { provningen } from './provning.ts'
import { kvarAvArbetsgivarens } from './rakning.ts'
import {
  anordnarsteg,
  berakningssteg,
  fakturasteg,
  inkomststeg,
  insatssteg,
  ordningssteg,
  tidssteg,
  underlagssteg,
} from './steg/ansokan.ts'
import {
  aterkravssteg,
  andringssteg,
  kontrollenKlar,
  kontrollsteg,
  overklagandesteg,
  overklagandetKlart,
  utestaende,
} from './steg/efter.ts'
import { andringsvag, ansokansvag } from './vag.ts'
import { FLODESVERSION } from './versioner.ts'

function kommande(l: Alage): Kommande[] {
  const sista = aprAnsokanSenast(kostnadsaret(l))
  return [
    { dag: plusDagar(sista, 1), text: `sista dagen att söka för ${l.arende.sak} har gått`, lagrum: flera('lag (1930:173) 2') },
    ...l.kommuniceringar
      .filter((k) => !yttratKlart(k, k.senast))
      .map((k) => ({ dag: plusDagar(k.senast, 1), text: 'tiden att yttra sig har gått', lagrum: flera('FL 25') })),
    ...oppnaBegaran(l).map((b) => ({
      dag: plusDagar(b.senast, 1),
      text: `sista dagen för svar från ${b.tillNamn} har gått`,
      lagrum: flera('FL 23'),
    })),
  ]
}

/** Nothing is left to decide, to control, to change or to get back. */
export function arKlart(l: Alage, idag: Datum): boolean {
  const avgjorda = provningen(l, idag).lagen.every((x) => x.skede.typ === 'beslutad' || x.skede.typ === 'aterkallad')
  const kvar = avvikelser(l).some((x) => !andringssvaret(l, x)) || andringar(l).length > 0
  return (
    avgjorda &&
    !kvar &&
    fakt(l, 'kontroll').every((f) => kontrollenKlar(l, f.varde)) &&
    l.overklaganden.every((o) => overklagandetKlart(l, o)) &&
    !utestaende(l) &&
    !obesvaradeMinskningar(l)
  )
}

const obesvaradeMinskningar = (l: Alage): boolean =>
  l.beslut.some(
    (b) =>
      b.typ === 'andring' &&
      (b.innehall as { belopp: number; tidigare: { belopp: number } }).belopp <
        (b.innehall as { tidigare: { belopp: number } }).tidigare.belopp &&
      !l.svar.some((s) => s.nyckel === `aprAterkrav:${b.id}`),
  )

/** One reminder of a control; then the officer goes on with what there is. Closes when the year can be left; whatever comes later opens it again. */
function automatik(l: Alage, idag: Datum): Automatik[] {
  const paminn = l.begaran
    .filter((b) => b.typ === 'aprKontroll' && arOppen(b) && b.paminnelser.length === 0)
    .map((b): Automatik => ({ dag: narmasteVardag(plusDagar(b.senast, 1)), kommando: { typ: 'paminnBegaran', begaranId: b.id } }))
  const vack = Object.entries(l.vila).map(([roll, v]): Automatik => ({
    dag: v!.till,
    kommando: { typ: 'vack', roll: roll as 'handlaggare', orsak: 'Dagen för vilan har kommit.' },
  }))
  const slut = plusDagar(aprAnsokanSenast(kostnadsaret(l)), 1)
  const avsluta: Automatik[] =
    !l.avslutat && arKlart(l, idag) && Object.keys(l.vila).length === 0
      ? [
          {
            dag: slut > idag ? slut : idag,
            kommando: { typ: 'avsluta', skal: `Sista dagen att söka för ${l.arende.sak} har gått och allt är beslutat.` },
          },
        ]
      : []
  return [...paminn, ...vack, ...januari(l, idag), ...avsluta]
}

/** From 2 January the employer is told once that the last day is near, when there is room left under its ceiling (C012). */
function januari(l: Alage, idag: Datum): Automatik[] {
  const ar = kostnadsaret(l)
  const sokt = ansokningar(l).some((a) => !a.aterkallad)
  if (l.avslutat || !sokt || idag > aprAnsokanSenast(ar) || kvarAvArbetsgivarens(l) <= 0 || l.information.some((i) => i.amne === JANUARI))
    return []
  return [{ dag: datumAv(ar + 1, 1, 2), kommando: { typ: 'paminnJanuari', data: null } }]
}

/** What an officer has before them, for the national queue: late ones apart, those with nothing left to ask apart. */
export function ko(l: Alage, idag: Datum): 'sen' | 'klar' | 'utred' | 'vantar' | 'ingen' {
  const lagen = provningen(l, idag).lagen.filter((x) => x.skede.typ !== 'beslutad' && x.skede.typ !== 'aterkallad')
  const klara = listbara(l, idag, (b) => kanBeslutas(b, idag))
  if (klara.some((k) => k.x.sen)) return 'sen'
  if (klara.length) return 'klar'
  if (lagen.some((x) => x.skede.typ === 'fraga' || x.skede.typ === 'inkomst' || x.skede.typ === 'redo')) return 'utred'
  return lagen.length ? 'vantar' : 'ingen'
}

/** Arbetsplatsinriktat rehabiliteringsstöd: an employer's year, application by application. */
export const aprflode: Flode<Record<string, unknown> & Aprfakta> = {
  namn: 'apr',
  version: FLODESVERSION,
  steg: [
    inkomststeg,
    tidssteg,
    anordnarsteg,
    underlagssteg,
    fakturasteg,
    insatssteg,
    ordningssteg,
    berakningssteg,
    ...beslutssteg(ansokansvag, { efter: [] }),
    kontrollsteg,
    andringssteg,
    ...beslutssteg(andringsvag, {
      efter: [],
      prefix: 'andring',
      rubriker: {
        forslag: 'Ändring',
        kommunicering: 'Kommunicering av ändringen',
        beslut: 'Beslut om ändring',
        kvalitetssakring: 'Kvalitetssäkring av ändringen',
      },
    }),
    aterkravssteg,
    kontaktsteg,
    overklagandesteg,
  ],
  kommande: (l) => kommande(l as Alage),
  automatik: (l, idag) => automatik(l as Alage, idag),
  kannetecken: (l, idag) => ({ klass: 'enkel', ko: ko(l as Alage, idag), ar: l.arende.sak }),
}
