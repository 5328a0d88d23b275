import type { Beslut, Steg, Utfall } from '@atergang/arende'
import { medManadsnamn } from '@atergang/kalender'
import { flera } from '@atergang/regelverk'
import { samtalOmBeslut } from '../../gemensamt/beslut/samtal.ts'
import { andringssteget } from '../../gemensamt/beslut/andring.ts'
import { ejAktuellt, fraga, nod, uppfyllt } from '../../gemensamt/steg.ts'
import { andringsvag } from '../andring.ts'
import { avvisningar } from '../ansokningar.ts'
import type { Sjukpenningfakta, Slage } from '../fakta.ts'
import { radtext } from '../forslag.ts'
import { negativaBeslut } from '../handlaggning.ts'

const svarPa = (l: Slage, nyckel: string) => l.svar.filter((s) => s.nyckel === nyckel)

/** After a decision that goes against the person: call, offer a transition meeting, tell of workplace support (D002, F003, A048). */
export const efterBeslutssteg: Steg<Sjukpenningfakta> = {
  namn: 'efterBeslut',
  rubrik: 'Efter beslutet',
  lagrum: flera('FL 6'),
  prova(lage, idag): Utfall[] {
    const l = lage as Slage
    const beslut = negativaBeslut(l)
    const avvisade = avvisningar(l)
    if (beslut.length + avvisade.length === 0) return [ejAktuellt('Inget beslut går personen emot.')]
    return [
      ...avvisade.map((b) => samtalOmBeslut(l, b, idag, radtext)),
      ...beslut.flatMap((b) => [samtalOmBeslut(l, b, idag, radtext), omstallning(l, b), apr(l, b)]),
    ]
  },
}

function omstallning(l: Slage, b: Beslut): Utfall {
  const nyckel = `omstallning:${b.id}`
  if (!b.rader.some((r) => r.avslagsskal === 'klararNormaltForekommande' || r.avslagsskal === 'klararAnnatLampligt'))
    return ejAktuellt('Omställningsmöte erbjuds den som bedöms klara ett normalt förekommande arbete.')
  const s = svarPa(l, nyckel).at(-1)
  if (s)
    return uppfyllt(
      nod(nyckel, 'Omställningsmöte', ['FL 6'], 'uppfyllt', `Erbjudet ${medManadsnamn(s.dag)}: ${(s.svar as { text: string }).text}`),
    )
  return fraga({
    nyckel,
    kod: 'omstallning',
    rubrik: 'Erbjud omställningsmöte med Arbetsförmedlingen',
    hjalp:
      'Erbjuds alla som inte längre får sjukpenning för att de bedöms klara ett normalt förekommande arbete: Arbetsförmedlingens stöd, a-kassa, aktivitetsstöd. Fysiskt eller digitalt efter personens behov.',
    lagrum: ['FL 6', 'FL 8'],
    paGrundval: { beslut: b.id },
    varforNu: `Avslag ${medManadsnamn(b.dag)}: klarar normalt förekommande arbete.`,
    formular: { beslut: b.id },
  })
}

function apr(l: Slage, b: Beslut): Utfall {
  const nyckel = `apr:${b.id}`
  const s = svarPa(l, nyckel).at(-1)
  if (s) return uppfyllt(nod(nyckel, 'Arbetsplatsinriktat rehabiliteringsstöd', ['FL 6'], 'uppfyllt', (s.svar as { skal: string }).skal))
  return fraga({
    nyckel,
    kod: 'apr',
    rubrik: 'Informera om arbetsplatsinriktat rehabiliteringsstöd',
    hjalp: 'När sjukpenning inte lämnas kan arbetsgivaren ändå få bidrag för att utreda, planera och genomföra åtgärder på arbetsplatsen.',
    lagrum: ['FL 6'],
    paGrundval: { beslut: b.id },
    varforNu: `Beslut ${medManadsnamn(b.dag)}.`,
    formular: { beslut: b.id },
  })
}

export const andringssteg = andringssteget(andringsvag)
