import { plusDagar } from '@atergang/kalender'
import { lydelse } from '../lydelse.ts'
import { dagsfaktum, jaNejFaktum, tidsregel } from '../tidsregel.ts'
import { fodd, fyllerManad, manadenFore, medRiktalder } from './alder.ts'

// How long other benefits can be given: 28 a, 31, 31 a and 41 kap.

const tillRiktalder = (namn: string, rubrik: string, lagrum: string[]) =>
  tidsregel({
    namn,
    rubrik,
    lagrum,
    lydelse: lydelse('2022:879'),
    fakta: { fodd },
    rakna: (f) => medRiktalder(f.fodd, (m) => ({ varde: manadenFore(m), text: 'Till och med månaden före den då riktåldern uppnås.' })),
  })

export const sjukpenningSarskildTill = tillRiktalder('sjukpenningSarskildTill', 'Sista dagen med sjukpenning i särskilda fall', ['28 a:7'])
export const rehabiliteringTill = tillRiktalder('rehabiliteringTill', 'Sista dagen med rehabiliteringsersättning', ['31:4', '31 a:2'])

export const sarskildaFallFran = tidsregel({
  namn: 'sarskildaFallFran',
  rubrik: 'Första dagen med ersättning i särskilda fall',
  lagrum: ['28 a:5', '31 a:5'],
  lydelse: lydelse('2011:1514'),
  fakta: { sistaDagenMedErsattning: dagsfaktum('Sista dagen med tidsbegränsad sjukersättning eller aktivitetsersättning') },
  rakna: (f) => ({
    varde: plusDagar(f.sistaDagenMedErsattning, 1),
    text: 'Dagen efter den då rätten till den tidigare ersättningen upphörde.',
  }),
})

/** 41 kap. 5, 6 §§. Which of them holds turns on whether the injury came in the month of the riktålder or later, and an SGI can be fixed. */
export const livrantaTill = tidsregel({
  namn: 'livrantaTill',
  rubrik: 'Sista dagen med livränta',
  lagrum: ['41:5', '41:6'],
  lydelse: lydelse('2022:879'),
  fakta: { fodd, skadan: dagsfaktum('Dagen för skadan'), sgiKanFaststallas: jaNejFaktum('En SGI kan fastställas') },
  rakna: (f) =>
    medRiktalder(f.fodd, (m) =>
      f.skadan >= m && f.sgiKanFaststallas
        ? {
            varde: manadenFore(fyllerManad(f.fodd, 69)),
            text: 'Skadan inträffade när riktåldern var uppnådd: till och med månaden före den då personen fyller 69 år.',
          }
        : { varde: manadenFore(m), text: 'Till och med månaden före den då riktåldern uppnås.' },
    ),
})
