import { stycke } from '../../gemensamt/brev/texter.ts'
import type { Begaransord } from '../../gemensamt/brev/begaran.ts'

export const FORMANSNAMN = 'förebyggande sjukpenning'

/** How the benefit names itself in letters that ask for something. */
export const BEGARANSORD: Begaransord = {
  forman: FORMANSNAMN,
  gallerPerson: (namn) => `Det gäller ${namn}, som har ansökt om ${FORMANSNAMN} för en behandling.`,
  rubriker: {
    utlatande: 'Vi behöver ett utlåtande från din läkare',
    utlatandekomplettering: 'Vi behöver fler uppgifter i utlåtandet',
    arbetsschema: 'Vi behöver veta arbetstiderna',
  },
  foljd: (b) => {
    if (b.typ === 'uppfoljning')
      return [
        stycke(
          'frivilligt',
          'Svaret är frivilligt. Det ändrar inte något som vi redan har beslutat. Vi frågar för att veta vilka behandlingar som hjälper.',
          ['FL 6'],
        ),
      ]
    if (b.typ === 'utlatande')
      return [
        stycke(
          'foljd',
          'Be din läkare fylla i utlåtandet. På Mina sidor kan du skapa en länk med en kod till läkaren. Du kan också lämna in utlåtandet på papper. Kommer inget utlåtande prövar vi planen på det som finns.',
          ['110:13', 'FL 6'],
        ),
      ]
    return null
  },
}
