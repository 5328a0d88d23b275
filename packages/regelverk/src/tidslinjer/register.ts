import { flera, type Lagrum } from '../lagrum.ts'

/** A function over days or periods that is not a rule by itself: what it answers and the paragraphs it rests on. */
export interface Tidslinjefunktion {
  readonly namn: string
  readonly rubrik: string
  readonly lagrum: readonly Lagrum[]
}

const f = (namn: string, rubrik: string, ...lagrum: string[]): Tidslinjefunktion => ({ namn, rubrik, lagrum: flera(...lagrum) })

/** Every function of `tidslinjer`, so that coverage and law watch find what has no expression. A test compares with what is exported. */
export const tidslinjefunktioner: readonly Tidslinjefunktion[] = [
  f('kedjedagar', 'Dagar i rehabiliteringskedjan', '27:51', '27:26'),
  f('raknaDagar', 'Räkning av dagar över glapp', '27:51'),
  f('dagintervall', 'Vilken prövning en kedjedag hör till', '27:46', '27:47', '27:48', '27:49'),
  f('nastaGrans', 'Nästa gräns i kedjan', '27:47', '27:48', '27:49'),
  f('rehabkedja', 'Kedjans läge en dag', '27:46', '27:47', '27:48', '27:49', '27:51'),
  f('datumForKedjedag', 'Dagen för ett kedjenummer', '27:51'),
  f('intygsdagar', 'Intygade dagar; en räkning i vården, ingen regel i lagen'),
  f(
    'bedomningsgrund',
    'Vad arbetsförmågan bedöms mot',
    '27:46',
    '27:47',
    '27:48',
    '27:49',
    '27:49 b',
    '27:49 c',
    '27:49 d',
    '27:49 e',
    '27:52',
  ),
  f('grundgranser', 'Kedjedagar då grunden ändras', '27:47', '27:48', '27:49', '27:49 b', '27:49 d'),
  f('motNormaltForekommande', 'Om grunden är normalt förekommande arbete', '27:48', '27:49'),
  f('aterinsjuknande', 'Sjukperioder som räknas som en', '27:32'),
  f('sjukperiodVid', 'Sjukperioden som dagen ligger i', '27:26'),
  f('forstaIVarje', 'De första dagarna i varje sjukperiod för sig', '27:26'),
  f('forstaFjortonDagarna', 'De första fjorton dagarna i varje sjukperiod', '27:10', '27:11', '27:11 a'),
  f('forstaNittioDagarna', 'De första nittio dagarna i varje sjukperiod, för behovsanställd', '27:16 a st 2'),
  f('sjukperiodensDagar', 'Hur länge sjukperioden har pågått', '27:26', '112:2 a p 1'),
  f('utanIntygskrav', 'Dagar som inte behöver läkarintyg', '27:25'),
  f('karensgrupper', 'Sjukperioder med en gemensam karens', '27:32'),
  f('sammaKarenstid', 'Sjukperioder med gemensam karenstid', '27:33', '27:33 a'),
  f('forstaDagarna', 'De första dagarna i en grupp sjukperioder', '27:10', '27:27 a', '27:30'),
  f(
    'karens',
    'Karensavdrag, karensdagar eller karenstid',
    '27:27',
    '27:27 a',
    '27:28',
    '27:28 a',
    '27:28 b',
    '27:29',
    '27:30',
    '27:31',
    '27:39',
    '27:40',
    '28 a:16',
    '28 a:17',
  ),
  f('allmantHogriskskydd', 'Allmänt högriskskydd', '27:39', '27:39 a'),
  f('nivaer', 'Normalnivå och fortsättningsnivå dag för dag', '27:20', '27:21', '27:22', '27:23', '27:24', '28 a:15', '31:10', '31 a:12'),
  f('raknadeIRamtiden', 'Räknade dagar inom ramtiden', '27:21', '27:22'),
  f('dagarPaNormalnivaFore', 'Dagar på normalnivån inom ramtiden', '27:21', '27:22'),
  f('normalnivanSlutar', 'Första dagen på fortsättningsnivån', '27:21', '27:22', '27:23', '27:24'),
  f('sjuklonedagarSomRaknas', 'Tretton dagar av varje sjuklöneperiod', '27:22 st 2', '27:26 st 2'),
  f('betaldaEfter', 'Betalda dagar efter en åldersgräns', '27:36', '27:37', '27:38'),
  f('uppnarRiktalder', 'Månaden för riktåldern', '2:10 a', '2:10 c', '27:36'),
  f('harUppnattRiktalder', 'Om riktåldern är uppnådd', '2:10 a', '2:10 c', '27:49 d'),
  f('tidigasteInkomstpension', 'Första månaden med inkomstgrundad ålderspension', '27:49 d', '56:3'),
  f('harUppnattTidigastePension', 'Om åldern för inkomstgrundad ålderspension är uppnådd', '27:49 d', '27:49 e'),
  f('manadenFor71', 'Månaden för 71-årsdagen', '27:37'),
  f('dagEfterAldersgrans', 'Dagen då de betalda dagarna efter en åldersgräns är slut', '27:36', '27:37', '27:38'),
  f('tidigasteDagEfterAnmalan', 'Tidigaste dagen efter sjukanmälan', '27:17', '27:18'),
  f('lakarintygFran', 'Dagen då läkarintyg behövs', '27:25'),
  f('foreslagenSjukloneperiod', 'Sjuklöneperiod som föreslås', '27:9', '27:10', '27:22 st 2'),
  f('omprovningSenast', 'Sista dagen att begära omprövning', '113:19'),
  f('overklagandeSenast', 'Sista dagen att överklaga', '113:20'),
  f('overklagandeSenastFL', 'Sista dagen att överklaga enligt förvaltningslagen', 'FL 44'),
  f('yttrandeSenast', 'Sista dagen att yttra sig', '110:13 a'),
  f('anmalanAndringSenast', 'Sista dagen att anmäla ändrade förhållanden', '110:47'),
  f('aprAnsokanSenast', 'Sista dagen att ansöka om arbetsplatsinriktat rehabiliteringsstöd', 'lag (1930:173) 2'),
]
