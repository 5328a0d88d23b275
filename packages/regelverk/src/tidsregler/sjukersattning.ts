import { manadensForsta, plusAr, plusDagar, plusManader, senast, type Datum } from '@atergang/kalender'
import { lydelse } from '../lydelse.ts'
import { dagsfaktum, tidsregel } from '../tidsregel.ts'
import { fodd, fyllerManad, juli19, manadenFore, medRiktalder } from './alder.ts'

const sistaIManaden = (d: Datum): Datum => plusDagar(plusManader(manadensForsta(d), 1), -1)
const nastaManad = (d: Datum): Datum => plusManader(manadensForsta(d), 1)

export const forsakringsfallGrans = tidsregel({
  namn: 'forsakringsfallGrans',
  rubrik: 'Dagen före vilken försäkringsfallet inte kräver att personen var försäkrad',
  lagrum: ['33:5 st 2'],
  lydelse: lydelse(),
  fakta: { fodd },
  rakna: (f) => ({ varde: `${plusAr(f.fodd, 18).slice(0, 4)}-01-01` as Datum, text: 'Ingången av det år då personen fyllde 18 år.' }),
})

export const skolgangsdag = tidsregel({
  namn: 'skolgangsdag',
  rubrik: 'Dagen då skolgången ska vara avslutad för att inte ge rätt till aktivitetsersättning',
  lagrum: ['33:8'],
  lydelse: lydelse(),
  fakta: { fodd },
  rakna: (f) => ({ varde: juli19(f.fodd), text: 'Ingången av juli det år då personen fyller 19 år.' }),
})

export const aktivitetsersattningTid = tidsregel({
  namn: 'aktivitetsersattningTid',
  rubrik: 'Tid då aktivitetsersättning kan lämnas',
  lagrum: ['33:18'],
  lydelse: lydelse(),
  fakta: { fodd },
  rakna: (f) => ({
    varde: { from: juli19(f.fodd), tom: manadenFore(fyllerManad(f.fodd, 30)) },
    text: 'Från och med juli det år personen fyller 19 år, till och med månaden före den då hon eller han fyller 30 år.',
  }),
})

export const sjukersattningHelTid = tidsregel({
  namn: 'sjukersattningHelTid',
  rubrik: 'Tid då hel sjukersättning kan lämnas',
  lagrum: ['33:16 st 1'],
  lydelse: lydelse('2022:879'),
  fakta: { fodd },
  rakna: (f) =>
    medRiktalder(f.fodd, (m) => ({
      varde: { from: juli19(f.fodd), tom: manadenFore(m) },
      text: 'Från och med juli det år personen fyller 19 år, till och med månaden före den då riktåldern uppnås.',
    })),
})

export const sjukersattningDelTid = tidsregel({
  namn: 'sjukersattningDelTid',
  rubrik: 'Tid då tre fjärdedels, halv eller en fjärdedels sjukersättning kan lämnas',
  lagrum: ['33:16 st 2'],
  lydelse: lydelse('2022:879'),
  fakta: { fodd },
  rakna: (f) =>
    medRiktalder(f.fodd, (m) => ({
      varde: { from: fyllerManad(f.fodd, 30), tom: manadenFore(m) },
      text: 'Från och med den månad då personen fyller 30 år, till och med månaden före den då riktåldern uppnås.',
    })),
})

/** At most five years left to the end of the month before the riktålder: from the first day of that month five years earlier; not lost if the age is raised (10 b §). */
export const sjukersattningAldreFran = tidsregel({
  namn: 'sjukersattningAldreFran',
  rubrik: 'Dagen från vilken arbetsförmågan bedöms enligt reglerna för äldre',
  lagrum: ['33:10 a st 1', '33:10 b'],
  lydelse: lydelse('2022:1222'),
  fakta: { fodd },
  rakna: (f) =>
    medRiktalder(f.fodd, (m) => ({
      varde: plusAr(m, -5),
      text: 'Då återstår fem år till den tidpunkt då sjukersättning som längst kan lämnas.',
    })),
})

export const erfarenhetsperiod = tidsregel({
  namn: 'erfarenhetsperiod',
  rubrik: 'Tid vars arbeten räknas som erfarenhet vid ansökan',
  lagrum: ['33:10 a st 2'],
  lydelse: lydelse('2022:1222'),
  fakta: { ansokanForManad: dagsfaktum('En dag i den månad som ansökan gäller') },
  rakna: (f) => {
    const manad = manadensForsta(f.ansokanForManad)
    return { varde: { from: plusAr(manad, -15), tom: plusDagar(manad, -1) }, text: 'Femton år före den månad som ansökan gäller.' }
  },
})

/** Where there is no application the law counts back from the grant or the review itself, not from a month. */
export const erfarenhetsperiodUtanAnsokan = tidsregel({
  namn: 'erfarenhetsperiodUtanAnsokan',
  rubrik: 'Tid vars arbeten räknas som erfarenhet när ersättningen beviljas utan ansökan eller omprövas',
  lagrum: ['33:10 a st 2', '36:19', '36:25'],
  lydelse: lydelse('2022:1222'),
  fakta: { provningen: dagsfaktum('Dagen för beviljandet utan ansökan eller för omprövningen') },
  rakna: (f) => ({
    varde: { from: plusAr(f.provningen, -15), tom: plusDagar(f.provningen, -1) },
    text: 'Femton år före beviljandet utan ansökan eller före omprövningen.',
  }),
})

export const ersattningFran = tidsregel({
  namn: 'ersattningFran',
  rubrik: 'Första dagen med sjukersättning eller aktivitetsersättning',
  lagrum: ['33:14 st 1'],
  lydelse: lydelse(),
  fakta: { rattenUppkom: dagsfaktum('Dagen då rätten uppkom'), ansokan: dagsfaktum('Dagen för ansökan') },
  rakna: (f) => {
    const [ratt, grans] = [manadensForsta(f.rattenUppkom), plusManader(manadensForsta(f.ansokan), -3)]
    return {
      varde: senast(ratt, grans),
      text:
        ratt >= grans ? 'Från och med månaden då rätten uppkom.' : 'Inte för längre tid tillbaka än tre månader före ansökningsmånaden.',
    }
  },
})

export const ersattningUtanAnsokanFran = tidsregel({
  namn: 'ersattningUtanAnsokanFran',
  rubrik: 'Första dagen med ersättning som lämnas utan ansökan',
  lagrum: ['33:14 st 2', '36:25'],
  lydelse: lydelse(),
  fakta: { beslut: dagsfaktum('Dagen för beslutet') },
  rakna: (f) => ({ varde: nastaManad(f.beslut), text: 'Från och med månaden efter beslutet.' }),
})

export const ersattningTill = tidsregel({
  namn: 'ersattningTill',
  rubrik: 'Sista dagen med sjukersättning eller aktivitetsersättning',
  lagrum: ['33:15'],
  lydelse: lydelse(),
  fakta: { rattenUpphor: dagsfaktum('Dagen då rätten upphör') },
  rakna: (f) => ({ varde: sistaIManaden(f.rattenUpphor), text: 'Till och med månaden då rätten upphör.' }),
})

export const ersattningAndrasFran = tidsregel({
  namn: 'ersattningAndrasFran',
  rubrik: 'Dagen från vilken ändrad ersättning gäller',
  lagrum: ['36:28'],
  lydelse: lydelse(),
  fakta: { anledningen: dagsfaktum('Dagen då anledningen till ändringen uppkom') },
  rakna: (f) => ({
    varde: nastaManad(f.anledningen),
    text: 'Från och med månaden efter den när anledningen uppkom. En ökning som kräver ansökan följer i stället 33 kap. 14 §.',
  }),
})

export const uppfoljningSenast = tidsregel({
  namn: 'uppfoljningSenast',
  rubrik: 'Dagen då arbetsförmågan senast ska ha följts upp',
  lagrum: ['33:17 st 1'],
  lydelse: lydelse('2022:879'),
  fakta: { senasteBeslutEllerUppfoljning: dagsfaktum('Dagen för beslutet eller den senaste uppföljningen') },
  rakna: (f) => ({
    varde: plusAr(f.senasteBeslutEllerUppfoljning, 3),
    text: 'Senast tre år efter beslutet, därefter minst vart tredje år.',
  }),
})

export const uppfoljningKravs = tidsregel({
  namn: 'uppfoljningKravs',
  rubrik: 'Uppföljning av sjukersättningen krävs',
  lagrum: ['33:17 st 2'],
  lydelse: lydelse('2022:879'),
  fakta: { fodd, provdag: dagsfaktum('Dagen som prövas') },
  rakna: (f) =>
    medRiktalder(f.fodd, (m) => {
      const kravs = plusAr(f.provdag, 5) < m
      return {
        varde: kravs,
        text: kravs
          ? 'Mer än fem år återstår till riktåldern.'
          : 'Fem eller färre år återstår till riktåldern: uppföljning behöver inte göras.',
      }
    }),
})

export const aktivitetsersattningBeslutTill = tidsregel({
  namn: 'aktivitetsersattningBeslutTill',
  rubrik: 'Sista dag som ett beslut om aktivitetsersättning får avse',
  lagrum: ['33:19', '33:4'],
  lydelse: lydelse(),
  fakta: { beslutetFran: dagsfaktum('Första dagen som beslutet avser') },
  rakna: (f) => ({ varde: plusDagar(plusAr(f.beslutetFran, 3), -1), text: 'Ett beslut får inte avse längre tid än tre år.' }),
})

export const vilandeTill = tidsregel({
  namn: 'vilandeTill',
  rubrik: 'Sista dagen som ersättningen får vara vilande',
  lagrum: ['36:14', '36:15 st 1'],
  lydelse: lydelse('2016:1291'),
  fakta: { vilandeFran: dagsfaktum('En dag i den första vilande månaden') },
  rakna: (f) => ({
    varde: plusDagar(plusManader(manadensForsta(f.vilandeFran), 24), -1),
    text: 'Till utgången av den tjugofjärde månaden från och med den första.',
  }),
})
