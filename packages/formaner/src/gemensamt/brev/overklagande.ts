import type { Aktor, Beslut, Brevinnehall, Lage, Motivering, Overklagande } from '@atergang/arende'
import { medManadsnamn, periodtext } from '@atergang/kalender'
import { flera } from '@atergang/regelverk'
import { beslutsfattarblock, block, brevet, lagrumsblock, motiveringsblock, overklagandeblock, rubrik, stycke } from './texter.ts'

interface Galler {
  readonly overklagande: Overklagande
  readonly beslut: Beslut
}

const vilket = ({ overklagande: o, beslut: b }: Galler): string =>
  `Det gäller vårt beslut ${medManadsnamn(b.dag)} om ${periodtext(b.period)}. ${o.sagt === 'omprovning' ? 'Du bad oss ompröva beslutet. En fråga omprövas bara en gång, och ett sådant beslut kan inte omprövas. Därför är din skrivelse ett överklagande.' : `Ditt överklagande kom in till oss ${medManadsnamn(o.inkom)}.`}`

/** Told to the person when the appeal has been handed to the court (46 § förvaltningslagen). */
export function overlamnandebrev(l: Lage, o: Galler & { domstol: string; dag: Overklagande['inkom']; av: Aktor }): Brevinnehall {
  return brevet(l, { typ: 'information', mall: 'information', rubrik: 'Vi har lämnat ditt överklagande till domstolen', dag: o.dag }, [
    block('besked', { typ: 'besked', text: `Vi har lämnat ditt överklagande till ${o.domstol}.` }),
    stycke('vilket', vilket(o), o.overklagande.sagt === 'omprovning' ? ['113:7', '113:10', '113:11'] : ['113:10']),
    stycke('prov', `Vi har bara prövat om överklagandet kom in i rätt tid. ${o.domstol} prövar om beslutet är rätt.`, ['FL 45', '113:20']),
    rubrik('hander-nu', 'Vad som händer nu'),
    stycke(
      'handlingar',
      'Domstolen har fått ditt överklagande, beslutet och övriga handlingar i ärendet. Den skriver till dig. Vill du lägga till något, skriv till domstolen.',
      ['FL 46'],
    ),
    stycke('galler', 'Beslutet gäller till dess att domstolen bestämmer något annat.', ['112:5']),
    stycke('fragor', `Menade du inte att överklaga? Hör av dig till ${o.av.namn} på enheten ${l.arende.enhet} eller till domstolen.`, [
      'FL 6',
    ]),
  ])
}

/** The decision not to take up an appeal that came too late (45 § förvaltningslagen); it can itself be appealed (113 kap. 11, 21 §§ SFB). */
export function overklagandeAvvisatBrev(
  l: Lage,
  o: Galler & { motivering: Motivering; dag: Overklagande['inkom']; fattatAv: Aktor },
): Brevinnehall {
  return brevet(l, { typ: 'beslut', mall: 'avvisning', rubrik: 'Vi tar inte upp ditt överklagande', dag: o.dag }, [
    block('besked', { typ: 'besked', text: 'Vi tar inte upp ditt överklagande, eftersom det kom in för sent.' }),
    stycke('vilket', vilket(o), ['113:10', '113:20']),
    ...motiveringsblock([], o.motivering),
    ...overklagandeblock(),
    ...lagrumsblock(flera('113:10', '113:11', '113:20', '113:21', 'FL 45')),
    ...beslutsfattarblock({ dag: o.dag, fattatAv: o.fattatAv, medverkande: [], enhet: l.arende.enhet }),
  ])
}
