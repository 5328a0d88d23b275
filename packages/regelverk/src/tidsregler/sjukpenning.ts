import { antalDagar, dagarI, forena, plusDagar, utom, type Datum, type Period } from '@atergang/kalender'
import { lydelse } from '../lydelse.ts'
import { antalsfaktum, dagsfaktum, jaNejFaktum, periodfaktum, tidsregel } from '../tidsregel.ts'
import { lakarintygFran, PLAN_SENAST_DAG, sjukperiodensDagar, tidigasteDagEfterAnmalan } from '../tidslinjer/anmalan.ts'
import { betaldaEfter, nivaer, NORMALNIVADAGAR, RAMTID, raknadeIRamtiden, sjuklonedagarSomRaknas } from '../tidslinjer/formanstid.ts'
import { karens, KARENSTIDER, type Karenslage, type Karenstid } from '../tidslinjer/karens.ts'
import { dagintervall, kedjedagar } from '../tidslinjer/kedja.ts'
import { aterinsjuknande } from '../tidslinjer/sjukperiod.ts'

const dagen = dagsfaktum('Dagen som prövas')
const sjukperioder = periodfaktum('Sjukperioder, sjuklöneperioder inräknade')
const sjukloneperioder = periodfaktum('Sjuklöneperioder')

// --- the chain and notification ----------------------------------------------------------------------

export const kedjedag = tidsregel({
  namn: 'kedjedag',
  rubrik: 'Dag i rehabiliteringskedjan',
  lagrum: ['27:51', '27:26'],
  lydelse: lydelse('2015:963'),
  fakta: { sjukperioder, dagen },
  rakna: (f) => {
    const k = kedjedagar(f.sjukperioder, f.dagen)
    return {
      varde: k.dagar,
      text: k.pagar
        ? `Dag ${k.dagar}, bedömningsgrund för dag ${dagintervall(k.dagar)}.`
        : k.dagar
          ? 'Ingen sjukdag: räkningen står still.'
          : 'Dagen ligger inte i någon kedja.',
    }
  },
})

export const sjukpenningTidigastEfterAnmalan = tidsregel({
  namn: 'sjukpenningTidigastEfterAnmalan',
  rubrik: 'Tidigaste dagen med sjukpenning efter anmälan',
  lagrum: ['27:17'],
  lydelse: lydelse('2013:747'),
  fakta: { anmald: dagsfaktum('Dagen för anmälan') },
  rakna: (f) => ({ varde: tidigasteDagEfterAnmalan(f.anmald), text: 'Inte för längre tid tillbaka än sju dagar före anmälan.' }),
})

export const lakarintygSenastFran = tidsregel({
  namn: 'lakarintygSenastFran',
  rubrik: 'Dagen från vilken nedsättningen ska styrkas med läkarintyg',
  lagrum: ['27:25 st 1'],
  lydelse: lydelse('2013:747'),
  fakta: { sjukperiodensForstaDag: dagsfaktum('Sjukperiodens första dag') },
  rakna: (f) => ({ varde: lakarintygFran(f.sjukperiodensForstaDag), text: 'Den sjunde dagen efter sjukperiodens första dag.' }),
})

export const planSenast = tidsregel({
  namn: 'planSenast',
  rubrik: 'Dagen då arbetsgivaren senast ska ha en plan för återgång',
  lagrum: ['30:6 st 1'],
  lydelse: lydelse('2017:1306'),
  fakta: { forstaDagenMedNedsattning: dagsfaktum('Första dagen med nedsatt arbetsförmåga') },
  rakna: (f) => ({
    varde: plusDagar(f.forstaDagenMedNedsattning, PLAN_SENAST_DAG - 1),
    text: 'Den dag när arbetsförmågan har varit nedsatt under 30 dagar.',
  }),
})

// --- the frame and the levels ------------------------------------------------------------------------

const ramfakta = {
  betalda: periodfaktum('Dagar med sjukpenning eller rehabiliteringspenning'),
  sjukloneperioder,
  karensavdragsdagar: periodfaktum('Första dagar med sjukpenning som karensavdrag görs från'),
  dagen,
}
const raknade = (f: { betalda: readonly Period[]; sjukloneperioder: readonly Period[]; karensavdragsdagar: readonly Period[] }): Period[] =>
  utom([...f.betalda, ...sjuklonedagarSomRaknas(f.sjukloneperioder)], f.karensavdragsdagar)

export const dagarPaNormalniva = tidsregel({
  namn: 'dagarPaNormalniva',
  rubrik: 'Dagar som räknas på normalnivån inom ramtiden',
  lagrum: ['27:21', '27:22'],
  lydelse: lydelse('2018:647'),
  fakta: ramfakta,
  rakna: (f) => {
    const n = raknadeIRamtiden(forena(raknade(f)), f.dagen)
    return { varde: n, text: `${n} av högst ${NORMALNIVADAGAR} dagar inom de ${RAMTID} dagarna före.` }
  },
})

export const fortsattningsnivaDen = tidsregel({
  namn: 'fortsattningsnivaDen',
  rubrik: 'Sjukpenning lämnas på fortsättningsnivån',
  lagrum: ['27:21', '27:22', '27:23', '27:24'],
  lydelse: lydelse('2015:963'),
  fakta: { ...ramfakta, allvarligSjukdom: jaNejFaktum('Allvarlig sjukdom') },
  rakna: (f) => {
    const ejRaknade = f.karensavdragsdagar.flatMap(dagarI)
    const [niva] = nivaer([{ from: f.dagen, tom: f.dagen }], {
      tidigareDagar: f.betalda,
      sjuklonePerioder: f.sjukloneperioder,
      ejRaknade,
      allvarligSjukdom: f.allvarligSjukdom ? [{ from: f.dagen, tom: f.dagen }] : [],
    })
    return {
      varde: niva!.varde === 'fortsattning',
      text: f.allvarligSjukdom
        ? 'Allvarlig sjukdom: normalnivån, utan att dagarna räknas.'
        : `${raknadeIRamtiden(forena(raknade(f)), f.dagen)} av högst ${NORMALNIVADAGAR} dagar är räknade.`,
    }
  },
})

export const betaldaDagarEfter = tidsregel({
  namn: 'betaldaDagarEfter',
  rubrik: 'Betalda dagar från och med en åldersgräns',
  lagrum: ['27:38'],
  lydelse: lydelse(),
  fakta: { betalda: periodfaktum('Dagar med sjukpenning, oavsett nivå'), fran: dagsfaktum('Åldersgränsen'), dagen },
  rakna: (f) => ({
    varde: betaldaEfter(f.betalda, f.fran, plusDagar(f.dagen, -1)),
    text: 'Varje dag som sjukpenning har lämnats för räknas som en dag.',
  }),
})

// --- karens ------------------------------------------------------------------------------------------

const karensI = (f: { sjukperioder: readonly Period[]; dagen: Datum }, mer: Partial<Karenslage>) =>
  karens({ inkomstslag: 'annat', sjuklonePerioder: [], ...f, ...mer }, f.dagen)

export const karensdagar = tidsregel({
  namn: 'karensdagar',
  rubrik: 'Karensdagar i sjukperioden',
  lagrum: ['27:27 a', '27:32'],
  lydelse: lydelse('2018:647'),
  fakta: { sjukperioder, dagen },
  rakna: (f) => {
    const k = karensI(f, {})
    return { varde: k.dagar, text: k.text }
  },
})

export const karenstidsdagar = tidsregel({
  namn: 'karenstidsdagar',
  rubrik: 'Dagar med vald karenstid',
  lagrum: ['27:29', '27:30', '27:32', '27:33'],
  lydelse: lydelse('2012:932'),
  fakta: { sjukperioder, dagen, karenstid: antalsfaktum('Anmäld karenstid, dagar') },
  rakna: (f) => {
    if (!KARENSTIDER.includes(f.karenstid as Karenstid))
      return { varde: null, okant: `Karenstiden kan vara ${KARENSTIDER.join(', ')} dagar, inte ${f.karenstid}.` }
    const k = karensI(f, { karenstid: f.karenstid as Karenstid })
    return { varde: k.dagar, text: k.text }
  },
})

export const karensavdragGors = tidsregel({
  namn: 'karensavdragGors',
  rubrik: 'Karensavdrag görs i sjukperioden',
  lagrum: ['27:27 st 1', '27:26 st 2', '27:28 st 1', '27:32'],
  lydelse: lydelse('2017:1305'),
  fakta: {
    sjukperioder,
    sjukloneperioder,
    dagen,
    forebyggandeBehandling: jaNejFaktum('Sjukpenning i förebyggande syfte enligt 27 kap. 6 §'),
  },
  rakna: (f) => {
    const k = karens(
      {
        inkomstslag: 'anstallning',
        sjukperioder: f.sjukperioder,
        sjuklonePerioder: f.sjukloneperioder,
        forebyggande: f.forebyggandeBehandling,
      },
      f.dagen,
    )
    return { varde: k.typ === 'karensavdrag', text: k.text }
  },
})

/** 27 kap. 31 §: the notice is as many days as the karenstid becomes shorter, counted from the day after; the change holds when it has passed. */
export const karenstidAndrasFran = tidsregel({
  namn: 'karenstidAndrasFran',
  rubrik: 'Dagen från vilken en kortare karenstid gäller',
  lagrum: ['27:31'],
  lydelse: lydelse('2024:1269'),
  fakta: {
    anmald: dagsfaktum('Dagen för anmälan'),
    nuvarandeKarens: antalsfaktum('Nuvarande karens, dagar'),
    nyKarenstid: antalsfaktum('Ny karenstid, dagar'),
  },
  rakna: (f) => {
    const kortare = f.nuvarandeKarens - f.nyKarenstid
    return kortare > 0
      ? { varde: plusDagar(f.anmald, kortare + 1), text: `Uppsägningstiden är ${kortare} dagar.` }
      : { varde: null, okant: 'Lagen säger inte från vilken dag en lika lång eller längre karenstid gäller.' }
  },
})

export const hogriskskyddFran = tidsregel({
  namn: 'hogriskskyddFran',
  rubrik: 'Dagen från vilken särskilt högriskskydd gäller, om inte beslutet säger annat',
  lagrum: ['27:43 st 1'],
  lydelse: lydelse(),
  fakta: { ansokan: dagsfaktum('Dagen för ansökan') },
  rakna: (f) => ({ varde: `${f.ansokan.slice(0, 7)}-01` as Datum, text: 'Från och med den kalendermånad när ansökan gjordes.' }),
})

export const sjukperiodensDag = tidsregel({
  namn: 'sjukperiodensDag',
  rubrik: 'Dag i sjukperioden för sig, för 10, 16 a och 25 §§',
  lagrum: ['27:26', '27:10'],
  lydelse: lydelse('2017:1305'),
  fakta: { sjukperioder, dagen },
  rakna: (f) => ({
    varde: sjukperiodensDagar(f.sjukperioder, f.dagen),
    text: 'Obrutna dagar: 32 § lägger inte samman sjukperioder för det som 10, 16 a och 25 §§ räknar.',
  }),
})

/** Only for what 32 § names: the level, the karensavdrag and the karensdagar. The first fourteen days of 10 § are each sick period's own. */
export const dagVidAterinsjuknande = tidsregel({
  namn: 'dagVidAterinsjuknande',
  rubrik: 'Dag i sjukperioden vid återinsjuknande, för 20–24, 27 och 27 a §§',
  lagrum: ['27:26', '27:32'],
  lydelse: lydelse('2017:1305'),
  fakta: { sjukperioder, dagen },
  rakna: (f) => {
    const iGruppen = aterinsjuknande(f.sjukperioder, f.dagen).filter((p) => p.from <= f.dagen)
    return {
      varde: antalDagar(iGruppen.map((p) => (p.tom > f.dagen ? { from: p.from, tom: f.dagen } : p))),
      text: iGruppen.length > 1 ? 'Sjukperioden började inom fem dagar från den förra och räknas som en fortsättning.' : 'En sjukperiod.',
    }
  },
})
