import { svaretPa } from '../bedomning/bedomningsfraga.ts'
import { arbetsformaganNedsattMed, inteAvslutadSkolgang, ingaAtgarder, nedsattTid, stadigvarandeNedsatt } from '../bedomning/index.ts'
import { lydelse } from '../lydelse.ts'
import { aktivitetsersattningVaraktighet, vilandeAndel, vilandeEfterManader } from '../parametrar/index.ts'
import { enligt, regel } from '../regel.ts'
import { av, eller, indata, konstant, mindre, minst, och, procentAv } from '../uttryck.ts'

const jaNej = (namn: string, rubrik: string) => indata(namn, 'ja/nej', rubrik)

/** 33 kap. 5 §: a quarter, and insured when it happened, unless it happened before the year of the 18th birthday. */
export const sjukersattningGrundvillkor = regel({
  namn: 'sjukersattningGrundvillkor',
  rubrik: 'Nedsatt arbetsförmåga och försäkrad',
  enhet: 'ja/nej',
  lagrum: ['33:5'],
  uttryck: och(
    minst(svaretPa(arbetsformaganNedsattMed), konstant('0,25', 'tal')),
    eller(
      jaNej('forsakradVidForsakringsfallet', 'Var försäkrad vid försäkringsfallet'),
      jaNej('forsakringsfallFore18', 'Försäkringsfallet inträffade före året då personen fyllde 18 år'),
    ),
  ),
})

/** 33 kap. 6 §; the age is a rule of its own (`sjukersattningHelTid`, `sjukersattningDelTid`). */
export const sjukersattningRatt = regel({
  namn: 'sjukersattningRatt',
  rubrik: 'Rätt till sjukersättning, åldern undantagen',
  enhet: 'ja/nej',
  lagrum: ['33:2', '33:6'],
  ...lydelse('2022:1222'),
  uttryck: och(enligt(sjukersattningGrundvillkor), och(svaretPa(stadigvarandeNedsatt), svaretPa(ingaAtgarder))),
})

/** 33 kap. 7 §; the age is a rule of its own (`aktivitetsersattningTid`). */
export const aktivitetsersattningRatt = regel({
  namn: 'aktivitetsersattningRatt',
  rubrik: 'Rätt till aktivitetsersättning vid nedsatt arbetsförmåga, åldern undantagen',
  enhet: 'ja/nej',
  lagrum: ['33:2', '33:7'],
  uttryck: och(enligt(sjukersattningGrundvillkor), minst(svaretPa(nedsattTid), av(aktivitetsersattningVaraktighet, 'år'))),
})

/** 33 kap. 8, 20 §§: while the schooling goes on, for who had not finished it on 1 July of the year of 19. */
export const aktivitetsersattningSkolgang = regel({
  namn: 'aktivitetsersattningSkolgang',
  rubrik: 'Rätt till aktivitetsersättning vid förlängd skolgång',
  enhet: 'ja/nej',
  lagrum: ['33:8', '33:20'],
  uttryck: och(
    och(
      jaNej('skolgangEjAvslutad1Juli', 'Grundskola och gymnasium inte avslutade vid ingången av juli det år personen fyller 19 år'),
      svaretPa(inteAvslutadSkolgang),
    ),
    jaNej('skolgangenPagar', 'Skolgången pågår'),
  ),
})

/** 36 kap. 10 §: at least twelve months with the benefit directly before. */
export const vilandeKanBeslutas = regel({
  namn: 'vilandeKanBeslutas',
  rubrik: 'Ersättningen kan förklaras vilande',
  enhet: 'ja/nej',
  lagrum: ['36:10'],
  uttryck: och(
    jaNej('ansoktOmVilande', 'Har ansökt om att ersättningen ska vara vilande'),
    minst(indata('manaderMedErsattning', 'tal', 'Månader i följd med ersättning omedelbart före'), av(vilandeEfterManader, 'tal')),
  ),
})

/** 36 kap. 9 a §: trial months left of six in all. */
export const provotidKanBeslutas = regel({
  namn: 'provotidKanBeslutas',
  rubrik: 'Aktivitetsersättning under prövotid kan beslutas',
  enhet: 'ja/nej',
  lagrum: ['36:9 a'],
  ...lydelse('2016:1291'),
  uttryck: och(
    minst(
      indata('manaderMedAktivitetsersattning', 'tal', 'Månader med aktivitetsersättning på grund av nedsatt arbetsförmåga'),
      konstant(12, 'tal'),
    ),
    mindre(indata('provotidsmanader', 'tal', 'Månader som redan har lämnats under prövotid'), konstant(6, 'tal')),
  ),
})

/** 36 kap. 18 §: a quarter of what rests, each month of work, in at most 24 months. */
export const vilandeManadsbelopp = regel({
  namn: 'vilandeManadsbelopp',
  rubrik: 'Månadsbelopp vid förvärvsarbete med vilande ersättning',
  enhet: 'kr',
  lagrum: ['36:18'],
  ...lydelse('2016:1291'),
  uttryck: procentAv(indata('vilandeErsattning', 'kr', 'Vilande ersättning per månad'), av(vilandeAndel, 'procent')),
})
