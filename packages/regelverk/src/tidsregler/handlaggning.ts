import { arVardag, fristDagar, fristManader, plusDagar, plusManader, type Datum } from '@atergang/kalender'
import { lydelse, lydelseFL } from '../lydelse.ts'
import { dagsfaktum, jaNejFaktum, tidsregel } from '../tidsregel.ts'
import { INTERIMISTISKT_EFTER_DAGAR } from '../tidslinjer/anmalan.ts'
import { andringSenast, anmalanAndringSenast, omprovningSenast, overklagandeSenast, yttrandeSenast } from '../tidslinjer/frister.ts'

// Deadlines end on a weekday: lag (1930:173) 2 §, in `kalender`.

function foregaendeArbetsdag(d: Datum): Datum {
  let dag = plusDagar(d, -1)
  while (!arVardag(dag)) dag = plusDagar(dag, -1)
  return dag
}

// --- 110 kap. ----------------------------------------------------------------------------------------

export const andradeForhallandenSenast = tidsregel({
  namn: 'andradeForhallandenSenast',
  rubrik: 'Sista dagen att anmäla ändrade förhållanden',
  lagrum: ['110:46', '110:47'],
  lydelse: lydelse('2014:470'),
  fakta: { kannedom: dagsfaktum('Dagen då personen fick kännedom om ändringen') },
  rakna: (f) => ({ varde: anmalanAndringSenast(f.kannedom), text: 'Så snart som möjligt och senast fjorton dagar efter kännedom.' }),
})

export const yttrandeOverBeslutSenast = tidsregel({
  namn: 'yttrandeOverBeslutSenast',
  rubrik: 'Sista dagen att yttra sig över det kommande beslutet',
  lagrum: ['110:13 a'],
  lydelse: lydelse('2017:1305'),
  fakta: { skickat: dagsfaktum('Dagen då innehållet i det kommande beslutet skickades') },
  rakna: (f) => ({ varde: yttrandeSenast(f.skickat), text: 'Lagen säger ”inom en bestämd tid”; riksinställningen säger hur lång.' }),
})

// --- 112 kap. ----------------------------------------------------------------------------------------

export const interimistisktTidigast = tidsregel({
  namn: 'interimistisktTidigast',
  rubrik: 'Första dagen då sjukpenning kan beslutas interimistiskt',
  lagrum: ['112:2 a p 1'],
  lydelse: lydelse('2017:1305'),
  fakta: { sjukperiodensForstaDag: dagsfaktum('Sjukperiodens första dag') },
  rakna: (f) => ({
    varde: plusDagar(f.sjukperiodensForstaDag, INTERIMISTISKT_EFTER_DAGAR - 1),
    text: 'Sjukperioden ska ha pågått i minst 15 dagar.',
  }),
})

export const beslutGallerFran = tidsregel({
  namn: 'beslutGallerFran',
  rubrik: 'Dagen från vilken beslutet gäller',
  lagrum: ['112:5'],
  lydelse: lydelse(),
  fakta: { beslut: dagsfaktum('Dagen för beslutet') },
  rakna: (f) => ({ varde: f.beslut, text: 'Omedelbart, om beslutet eller en domstol inte säger annat.' }),
})

// --- 113 kap. ----------------------------------------------------------------------------------------

export const omprovningBegarsSenast = tidsregel({
  namn: 'omprovningBegarsSenast',
  rubrik: 'Sista dagen att begära omprövning',
  lagrum: ['113:19'],
  lydelse: lydelse(),
  fakta: { fickDel: dagsfaktum('Dagen då personen fick del av beslutet') },
  rakna: (f) => ({ varde: omprovningSenast(f.fickDel), text: 'Inom två månader från den dag då den enskilde fick del av beslutet.' }),
})

export const overklagasSenast = tidsregel({
  namn: 'overklagasSenast',
  rubrik: 'Sista dagen för den enskilde att överklaga',
  lagrum: ['113:20'],
  lydelse: lydelse(),
  fakta: { fickDel: dagsfaktum('Dagen då klaganden fick del av beslutet') },
  rakna: (f) => ({ varde: overklagandeSenast(f.fickDel), text: 'Inom två månader från den dag då klaganden fick del av beslutet.' }),
})

export const overklagasAvOmbudetSenast = tidsregel({
  namn: 'overklagasAvOmbudetSenast',
  rubrik: 'Sista dagen för det allmänna ombudet eller myndigheten att överklaga',
  lagrum: ['113:20', '113:12'],
  lydelse: lydelse(),
  fakta: { beslut: dagsfaktum('Dagen för beslutet') },
  rakna: (f) => ({ varde: fristManader(f.beslut, 2), text: 'Inom två månader från den dag då beslutet meddelades.' }),
})

export const andringUtanSkalSenast = tidsregel({
  namn: 'andringUtanSkalSenast',
  rubrik: 'Sista dagen att ta upp ändring av ett oriktigt beslut utan särskild grund',
  lagrum: ['113:6'],
  lydelse: lydelse(),
  fakta: { beslut: dagsfaktum('Dagen för beslutet') },
  rakna: (f) => ({
    varde: andringSenast(f.beslut),
    text: 'Inte senare än två år efter beslutet; därefter bara på de grunder som paragrafen räknar upp.',
  }),
})

export const hemortskommunDen = tidsregel({
  namn: 'hemortskommunDen',
  rubrik: 'Dagen vars folkbokföring avgör vilken förvaltningsrätt som prövar',
  lagrum: ['113:14 st 1', '113:15 st 1'],
  lydelse: lydelse(),
  fakta: { beslut: dagsfaktum('Dagen för beslutet') },
  rakna: (f) => ({ varde: `${Number(f.beslut.slice(0, 4)) - 1}-11-01` as Datum, text: 'Den 1 november året före beslutet.' }),
})

// --- förvaltningslagen -------------------------------------------------------------------------------

export const begaranOmAvgorandeTidigast = tidsregel({
  namn: 'begaranOmAvgorandeTidigast',
  rubrik: 'Första dagen då personen kan begära att ärendet avgörs',
  lagrum: ['FL 12 st 1'],
  lydelse: lydelseFL(),
  fakta: { inlett: dagsfaktum('Dagen då personen inledde ärendet') },
  rakna: (f) => ({ varde: plusDagar(plusManader(f.inlett, 6), 1), text: 'När sex månader har gått utan att ärendet är avgjort.' }),
})

export const avgorandeEfterBegaranSenast = tidsregel({
  namn: 'avgorandeEfterBegaranSenast',
  rubrik: 'Sista dagen att avgöra ärendet eller avslå begäran om det',
  lagrum: ['FL 12 st 1'],
  lydelse: lydelseFL(),
  fakta: { begaranKomIn: dagsfaktum('Dagen då begäran kom in') },
  rakna: (f) => ({ varde: fristDagar(f.begaranKomIn, 28), text: 'Inom fyra veckor från den dag då begäran kom in.' }),
})

export const inkommenDag = tidsregel({
  namn: 'inkommenDag',
  rubrik: 'Dagen då handlingen har kommit in',
  lagrum: ['FL 22'],
  lydelse: lydelseFL(),
  fakta: {
    nadde: dagsfaktum('Dagen då handlingen nådde myndigheten'),
    skildAvDagenInnan: jaNejFaktum(
      'Handlingen låg i postlådan vid dagens första tömning, eller kan ha skilts av på postkontor dagen innan',
    ),
  },
  rakna: (f) =>
    f.skildAvDagenInnan
      ? { varde: foregaendeArbetsdag(f.nadde), text: 'Närmast föregående arbetsdag.' }
      : { varde: f.nadde, text: 'Den dag som handlingen når myndigheten.' },
})

export const overklagasEnligtFLSenast = tidsregel({
  namn: 'overklagasEnligtFLSenast',
  rubrik: 'Sista dagen att överklaga ett beslut som inte gäller en förmån',
  lagrum: ['FL 44'],
  lydelse: lydelseFL(),
  fakta: { fickDel: dagsfaktum('Dagen då klaganden fick del av beslutet') },
  rakna: (f) => ({
    varde: fristDagar(f.fickDel, 21),
    text: 'Inom tre veckor från den dag då klaganden fick del av beslutet. För förmåner gäller 113 kap. 20 §.',
  }),
})
