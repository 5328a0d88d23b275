import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { hamtaJag, startsidan } from './stod/inloggad.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** name of the page: the document's title and its first heading */
    titel: string
    /** roles that may open it; empty = everyone, signed in or not */
    roller: readonly string[]
  }
}

const HANDLAGGER = ['handlaggare', 'specialist', 'fmr']
const OFFICER = ['handlaggare', 'specialist']
const APR = [...OFFICER, 'enhetschef']
const LEDNING = ['enhetschef', 'analytiker']
const MED_CHEF = ['handlaggare', 'specialist', 'enhetschef']
const INNE = [...MED_CHEF, 'fmr']
const ALLA_INNE = [...INNE, 'analytiker']
const INFORMATION = ['enhetschef', 'samverkansansvarig', 'analytiker']
const FORSAKRAD = ['forsakrad']
const ANALYS = ['analytiker']

const rutter: RouteRecordRaw[] = [
  { path: '/', component: () => import('./sidor/start/Start.vue'), meta: { titel: 'Välkommen', roller: [] } },
  { path: '/min-dag', component: () => import('./sidor/min-dag/MinDag.vue'), meta: { titel: 'Min dag', roller: HANDLAGGER } },
  {
    path: '/arenden/:id',
    component: () => import('./sidor/arende/Arende.vue'),
    meta: { titel: 'Ärende', roller: [...HANDLAGGER, 'enhetschef'] },
  },
  {
    path: '/sok',
    component: () => import('./sidor/sok/Sok.vue'),
    meta: { titel: 'Sök ärende', roller: ['handlaggare', 'specialist', 'enhetschef'] },
  },
  {
    path: '/mottaget',
    component: () => import('./sidor/mottaget/Mottaget.vue'),
    meta: { titel: 'Mottaget', roller: ['handlaggare', 'specialist', 'enhetschef'] },
  },
  {
    path: '/mottaget/:id',
    component: () => import('./sidor/mottaget/MottagenFil.vue'),
    meta: { titel: 'Mottagen fil', roller: ['handlaggare', 'specialist', 'enhetschef'] },
  },
  { path: '/mina-sidor', component: () => import('./sidor/mina-sidor/MinaSidor.vue'), meta: { titel: 'Mina sidor', roller: FORSAKRAD } },
  {
    path: '/mina-sidor/ansokan/:steg?',
    component: () => import('./sidor/mina-sidor/ansokan/Ansokan.vue'),
    meta: { titel: 'Ansök om sjukpenning', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/ansokan-skickad',
    component: () => import('./sidor/mina-sidor/ansokan/Skickad.vue'),
    meta: { titel: 'Din ansökan är skickad', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/arenden/:arende/kommande-beslut',
    component: () => import('./sidor/mina-sidor/Yttrande.vue'),
    meta: { titel: 'Svara på det kommande beslutet', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/arenden/:arende/fragor/:fraga',
    component: () => import('./sidor/mina-sidor/Fraga.vue'),
    meta: { titel: 'Svara på vår fråga', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/arenden/:arende/omprovning/:beslut',
    component: () => import('./sidor/mina-sidor/Omprovning.vue'),
    meta: { titel: 'Begär omprövning', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/arenden/:arende/overklagande/:beslut',
    component: () => import('./sidor/mina-sidor/Overklagande.vue'),
    meta: { titel: 'Överklaga beslutet', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/arenden/:arende/handlingar/:handling',
    component: () => import('./sidor/mina-sidor/Handling.vue'),
    meta: { titel: 'Handling', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/arenden/:arende/andring',
    component: () => import('./sidor/mina-sidor/Andring.vue'),
    meta: { titel: 'Anmäl en ändring', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/arenden/:arende/anpassning',
    component: () => import('./sidor/mina-sidor/Anpassning.vue'),
    meta: { titel: 'Tolk, format och ombud', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/atkomst',
    component: () => import('./sidor/mina-sidor/Atkomst.vue'),
    meta: { titel: 'Vem har sett mina uppgifter', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/forebyggande/ansokan/:steg?',
    component: () => import('./sidor/mina-sidor/forebyggande/Planansokan.vue'),
    meta: { titel: 'Ansök om förebyggande sjukpenning', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/forebyggande/intresse',
    component: () => import('./sidor/mina-sidor/forebyggande/Intresse.vue'),
    meta: { titel: 'Jag tror att jag behöver förebyggande åtgärder', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/forebyggande/forslag',
    component: () => import('./sidor/mina-sidor/forebyggande/Forslag.vue'),
    meta: { titel: 'Föreslå en ändring av formulären', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/forebyggande/:arende',
    component: () => import('./sidor/mina-sidor/forebyggande/Arende.vue'),
    meta: { titel: 'Förebyggande sjukpenning', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/forebyggande/:arende/skickad',
    component: () => import('./sidor/mina-sidor/forebyggande/Skickad.vue'),
    meta: { titel: 'Din ansökan är skickad', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/forebyggande/:arende/lakare',
    component: () => import('./sidor/mina-sidor/forebyggande/Lakarlank.vue'),
    meta: { titel: 'Länk till läkaren', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/forebyggande/:arende/ersattning/:steg?',
    component: () => import('./sidor/mina-sidor/forebyggande/Ersattning.vue'),
    meta: { titel: 'Ansök om ersättning', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/forebyggande/:arende/fragor/:fraga',
    component: () => import('./sidor/mina-sidor/forebyggande/Komplettering.vue'),
    meta: { titel: 'Svara på vår fråga', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/forebyggande/:arende/avbruten',
    component: () => import('./sidor/mina-sidor/forebyggande/Avbruten.vue'),
    meta: { titel: 'Behandlingen slutar tidigare', roller: FORSAKRAD },
  },
  {
    path: '/mina-sidor/forebyggande/:arende/uppfoljning',
    component: () => import('./sidor/mina-sidor/forebyggande/Uppfoljning.vue'),
    meta: { titel: 'Berätta hur det gick', roller: FORSAKRAD },
  },
  { path: '/utlatande/:lank', component: () => import('./sidor/utlatande/Utlatande.vue'), meta: { titel: 'Läkarutlåtande', roller: [] } },
  { path: '/svara/:lank', component: () => import('./sidor/enkat/Svara.vue'), meta: { titel: 'Svara på enkäten', roller: [] } },
  {
    path: '/arbetsgivare',
    component: () => import('./sidor/arbetsgivare/Arbetsgivare.vue'),
    meta: { titel: 'Frågor till arbetsplatsen', roller: ['arbetsgivare'] },
  },
  {
    path: '/arbetsgivare/fragor/:fraga',
    component: () => import('./sidor/arbetsgivare/Svar.vue'),
    meta: { titel: 'Svara på en fråga', roller: ['arbetsgivare'] },
  },
  {
    path: '/arbetsgivare/forebyggande',
    component: () => import('./sidor/arbetsgivare/Forebyggande.vue'),
    meta: { titel: 'Förebyggande sjukpenning', roller: ['arbetsgivare'] },
  },
  {
    path: '/arbetsgivare/stod',
    component: () => import('./sidor/arbetsgivare/stod/Stod.vue'),
    meta: { titel: 'Stöd för rehabilitering', roller: ['arbetsgivare'] },
  },
  {
    path: '/arbetsgivare/stod/ansokan/:steg?',
    component: () => import('./sidor/arbetsgivare/stod/ansokan/Ansokan.vue'),
    meta: { titel: 'Ansök om stöd', roller: ['arbetsgivare'] },
  },
  {
    path: '/arbetsgivare/stod/ansokan-skickad',
    component: () => import('./sidor/arbetsgivare/stod/ansokan/Skickad.vue'),
    meta: { titel: 'Ansökan är skickad', roller: ['arbetsgivare'] },
  },
  {
    path: '/arbetsgivare/stod/:arende/kontroll/:omgang',
    component: () => import('./sidor/arbetsgivare/stod/Kontroll.vue'),
    meta: { titel: 'Efterkontroll', roller: ['arbetsgivare'] },
  },
  {
    path: '/arbetsgivare/stod/:arende/fragor/:fraga',
    component: () => import('./sidor/arbetsgivare/stod/Fraga.vue'),
    meta: { titel: 'Svara på en fråga', roller: ['arbetsgivare'] },
  },
  {
    path: '/arbetsgivare/stod/:arende/kommande-beslut/:kommunicering',
    component: () => import('./sidor/arbetsgivare/stod/Yttrande.vue'),
    meta: { titel: 'Svara på det kommande beslutet', roller: ['arbetsgivare'] },
  },
  {
    path: '/arbetsgivare/stod/:arende/beslut/:beslut',
    component: () => import('./sidor/arbetsgivare/stod/Beslutfel.vue'),
    meta: { titel: 'Beslutet är fel', roller: ['arbetsgivare'] },
  },
  {
    path: '/arbetsgivare/stod/:arende/:ansokan',
    component: () => import('./sidor/arbetsgivare/stod/Ansokansida.vue'),
    meta: { titel: 'Ansökan om stöd', roller: ['arbetsgivare'] },
  },
  {
    path: '/arbetsgivare/stod/:arende/:ansokan/andring',
    component: () => import('./sidor/arbetsgivare/stod/Andring.vue'),
    meta: { titel: 'Ändra ansökan', roller: ['arbetsgivare'] },
  },
  {
    path: '/anordnare',
    component: () => import('./sidor/anordnare/Anordnare.vue'),
    meta: { titel: 'Vårt godkännande', roller: ['anordnare'] },
  },
  {
    path: '/anordnare/ansokan',
    component: () => import('./sidor/anordnare/Ansokan.vue'),
    meta: { titel: 'Ansök om godkännande', roller: ['anordnare'] },
  },
  {
    path: '/anordnare/andring',
    component: () => import('./sidor/anordnare/Andring.vue'),
    meta: { titel: 'Anmäl ändrad personal', roller: ['anordnare'] },
  },
  {
    path: '/anordnare/slut',
    component: () => import('./sidor/anordnare/Slut.vue'),
    meta: { titel: 'Avsluta godkännandet', roller: ['anordnare'] },
  },
  {
    path: '/anordnare/kommande-beslut/:kommunicering',
    component: () => import('./sidor/anordnare/Yttrande.vue'),
    meta: { titel: 'Svara på det kommande beslutet', roller: ['anordnare'] },
  },
  {
    path: '/anordnare/fragor/:fraga',
    component: () => import('./sidor/anordnare/Fraga.vue'),
    meta: { titel: 'Svara på en fråga', roller: ['anordnare'] },
  },
  {
    path: '/anordnare/beslut/:beslut',
    component: () => import('./sidor/anordnare/Beslutfel.vue'),
    meta: { titel: 'Beslutet är fel', roller: ['anordnare'] },
  },
  {
    path: '/anordnarregister',
    component: () => import('./sidor/anordnare/Register.vue'),
    meta: { titel: 'Godkända anordnare', roller: [] },
  },
  {
    path: '/enheten',
    component: () => import('./sidor/enheten/Enheten.vue'),
    meta: { titel: 'Enheten', roller: ['enhetschef', 'specialist', 'handlaggare'] },
  },
  { path: '/analys', component: () => import('./sidor/analys/Analys.vue'), meta: { titel: 'Analys', roller: ANALYS } },
  {
    path: '/analys/tabeller/:tabell?',
    component: () => import('./sidor/analys/Tabeller.vue'),
    meta: { titel: 'Tabeller och figurer', roller: ANALYS },
  },
  { path: '/analys/samband', component: () => import('./sidor/analys/Samband.vue'), meta: { titel: 'Samband', roller: ANALYS } },
  {
    path: '/analys/likformighet/:metod?',
    component: () => import('./sidor/analys/Metoder.vue'),
    props: { grupp: 'likformighet', rubrik: 'Likformighet' },
    meta: { titel: 'Likformighet', roller: ANALYS },
  },
  {
    path: '/analys/utvardering/:metod?',
    component: () => import('./sidor/analys/Metoder.vue'),
    props: { grupp: 'utvardering', rubrik: 'Utvärdering' },
    meta: { titel: 'Utvärdering', roller: ANALYS },
  },
  {
    path: '/analys/indikatorer/:metod?',
    component: () => import('./sidor/analys/Metoder.vue'),
    props: { grupp: 'indikatorer', rubrik: 'Indikatorer' },
    meta: { titel: 'Indikatorer', roller: [...ANALYS, 'enhetschef'] },
  },
  { path: '/analys/rapporter', component: () => import('./sidor/analys/Rapporter.vue'), meta: { titel: 'Rapporter', roller: ANALYS } },
  { path: '/analys/enkat', component: () => import('./sidor/analys/Enkat.vue'), meta: { titel: 'Enkät', roller: ANALYS } },
  { path: '/enkater', component: () => import('./sidor/enkat/Enkater.vue'), meta: { titel: 'Enkäter', roller: LEDNING } },
  { path: '/enkater/intervjuer', component: () => import('./sidor/enkat/Intervjuer.vue'), meta: { titel: 'Intervjuer', roller: ANALYS } },
  { path: '/enkater/:id', component: () => import('./sidor/enkat/Enkat.vue'), meta: { titel: 'Enkät', roller: LEDNING } },
  {
    path: '/analys/publicerat',
    component: () => import('./sidor/analys/Publicerat.vue'),
    meta: { titel: 'Publicerat mot räknat', roller: ANALYS },
  },
  {
    path: '/analys/arenden',
    component: () => import('./sidor/analys/Nyckeltal.vue'),
    meta: { titel: 'Nyckeltal per enhet', roller: ANALYS },
  },
  {
    path: '/apr',
    component: () => import('./sidor/apr/Ko.vue'),
    meta: { titel: 'Kön för arbetsplatsinriktat rehabiliteringsstöd', roller: APR },
  },
  {
    path: '/apr/papper',
    component: () => import('./sidor/apr/papper/Papper.vue'),
    meta: { titel: 'Registrera pappersansökan', roller: OFFICER },
  },
  {
    path: '/apr/papper/anordnare',
    component: () => import('./sidor/apr/papper/Anordnarpapper.vue'),
    meta: { titel: 'Registrera en anordnares pappersansökan', roller: OFFICER },
  },
  { path: '/apr/listor', component: () => import('./sidor/apr/listor/Listor.vue'), meta: { titel: 'Beslutslistor', roller: APR } },
  { path: '/apr/listor/:id', component: () => import('./sidor/apr/listor/Lista.vue'), meta: { titel: 'Beslutslista', roller: APR } },
  { path: '/apr/anordnararenden', component: () => import('./sidor/apr/Anordnararenden.vue'), meta: { titel: 'Anordnare', roller: APR } },
  {
    path: '/apr/efterkontroll',
    component: () => import('./sidor/apr/kontroll/Omgangar.vue'),
    meta: { titel: 'Efterkontroll', roller: APR },
  },
  {
    path: '/apr/efterkontroll/:id',
    component: () => import('./sidor/apr/kontroll/Omgang.vue'),
    meta: { titel: 'Omgång av efterkontroll', roller: APR },
  },
  {
    path: '/kunskap/stodtexter',
    component: () => import('./sidor/kunskap/Stodtexter.vue'),
    meta: { titel: 'Texter med paragrafer', roller: APR },
  },
  {
    path: '/apr/uppfoljning',
    component: () => import('./sidor/apr/uppfoljning/Uppfoljning.vue'),
    meta: { titel: 'Uppföljning av stödet', roller: LEDNING },
  },
  {
    path: '/apr/uppfoljning/underlag',
    component: () => import('./sidor/apr/uppfoljning/Underlag.vue'),
    meta: { titel: 'Budget och antal', roller: LEDNING },
  },
  {
    path: '/apr/uppfoljning/tidigare',
    component: () => import('./sidor/apr/uppfoljning/Tidigare.vue'),
    meta: { titel: 'Stödet före systemet', roller: LEDNING },
  },
  {
    path: '/apr/redovisning',
    component: () => import('./sidor/apr/uppfoljning/Redovisning.vue'),
    meta: { titel: 'Årsredovisning', roller: LEDNING },
  },
  {
    path: '/forebyggande',
    component: () => import('./sidor/forebyggande/Oversikt.vue'),
    meta: { titel: 'Förebyggande sjukpenning', roller: [...MED_CHEF, 'analytiker'] },
  },
  {
    path: '/forebyggande/papper/:arende?',
    component: () => import('./sidor/forebyggande/papper/Papper.vue'),
    meta: { titel: 'Registrera papper', roller: OFFICER },
  },
  {
    path: '/forebyggande/kandidater',
    component: () => import('./sidor/forebyggande/Kandidater.vue'),
    meta: { titel: 'Kandidater för förebyggande sjukpenning', roller: MED_CHEF },
  },
  {
    path: '/forebyggande/stodordning',
    component: () => import('./sidor/forebyggande/Stodordning.vue'),
    meta: { titel: 'Egna eller delade specialister och rådgivare', roller: [...MED_CHEF, 'analytiker'] },
  },
  {
    path: '/forebyggande/formular',
    component: () => import('./sidor/forebyggande/Formularforslag.vue'),
    meta: { titel: 'Förslag på formulären', roller: ALLA_INNE },
  },
  {
    path: '/overlamningar',
    component: () => import('./sidor/forebyggande/Overlamningar.vue'),
    meta: { titel: 'Överlämnat', roller: MED_CHEF },
  },
  { path: '/evidens', component: () => import('./sidor/evidens/Register.vue'), meta: { titel: 'Evidensregistret', roller: ALLA_INNE } },
  {
    path: '/evidens/annat',
    component: () => import('./sidor/evidens/Annat.vue'),
    meta: { titel: 'Granska ”annat”', roller: ['specialist'] },
  },
  {
    path: '/evidens/vardgivare',
    component: () => import('./sidor/evidens/Vardgivare.vue'),
    meta: { titel: 'Vårdgivarregistret', roller: ALLA_INNE },
  },
  {
    path: '/evidens/ny',
    component: () => import('./sidor/evidens/NyPost.vue'),
    meta: { titel: 'Ny post i evidensregistret', roller: ['specialist'] },
  },
  {
    path: '/evidens/:id',
    component: () => import('./sidor/evidens/Post.vue'),
    meta: { titel: 'Post i evidensregistret', roller: ALLA_INNE },
  },
  { path: '/kunskap', component: () => import('./sidor/kunskap/Fragebank.vue'), meta: { titel: 'Frågebank', roller: INNE } },
  { path: '/kunskap/fragor/ny', component: () => import('./sidor/kunskap/NyFraga.vue'), meta: { titel: 'Ställ en fråga', roller: INNE } },
  {
    path: '/kunskap/fragor/:id',
    component: () => import('./sidor/kunskap/Fragasida.vue'),
    meta: { titel: 'Fråga i frågebanken', roller: INNE },
  },
  { path: '/kunskap/praxis', component: () => import('./sidor/kunskap/Praxis.vue'), meta: { titel: 'Praxis', roller: INNE } },
  {
    path: '/kunskap/praxis/:behandling',
    component: () => import('./sidor/kunskap/Praxissida.vue'),
    meta: { titel: 'Praxis för en behandling', roller: INNE },
  },
  {
    path: '/kunskap/vagledningar',
    component: () => import('./sidor/kunskap/Vagledningar.vue'),
    meta: { titel: 'Vägledningar', roller: ALLA_INNE },
  },
  {
    path: '/kunskap/ersattningar',
    component: () => import('./sidor/kunskap/Ersattningar.vue'),
    meta: { titel: 'Andra ersättningar', roller: INNE },
  },
  {
    path: '/kunskap/kallor',
    component: () => import('./sidor/kunskap/Kallor.vue'),
    meta: { titel: 'Källor och referensvärden', roller: ALLA_INNE },
  },
  {
    path: '/kunskap/rekommendationer',
    component: () => import('./sidor/kunskap/Rekommendationer.vue'),
    meta: { titel: 'Riksrevisionens rekommendationer', roller: LEDNING },
  },
  {
    path: '/information',
    component: () => import('./sidor/information/Information.vue'),
    meta: { titel: 'Riktad information', roller: INFORMATION },
  },
  {
    path: '/information/ny',
    component: () => import('./sidor/information/NyInsats.vue'),
    meta: { titel: 'För in en insats', roller: ['enhetschef', 'samverkansansvarig'] },
  },
  {
    path: '/information/roll',
    component: () => import('./sidor/information/Roll.vue'),
    meta: { titel: 'Förmånerna och vår roll', roller: INFORMATION },
  },
  {
    path: '/information/:id',
    component: () => import('./sidor/information/Insats.vue'),
    meta: { titel: 'Informationsinsats', roller: INFORMATION },
  },
  {
    path: '/samverkan',
    component: () => import('./sidor/samverkan/Samverkan.vue'),
    meta: { titel: 'Samverkan', roller: ['samverkansansvarig'] },
  },
  { path: '/regelverk', component: () => import('./sidor/regelverk/Regelverk.vue'), meta: { titel: 'Regelverk', roller: [] } },
  { path: '/regelverk/belopp', component: () => import('./sidor/regelverk/Belopp.vue'), meta: { titel: 'Belopp och tal', roller: [] } },
  { path: '/regelverk/lag', component: () => import('./sidor/regelverk/Lagtackning.vue'), meta: { titel: 'Lagtäckning', roller: [] } },
  { path: '/regelverk/lag/:id', component: () => import('./sidor/regelverk/Paragrafsida.vue'), meta: { titel: 'Paragraf', roller: [] } },
  { path: '/regelverk/regler/:id', component: () => import('./sidor/regelverk/Regelsida.vue'), meta: { titel: 'Regel', roller: [] } },
  {
    path: '/regelverk/fragor/:id',
    component: () => import('./sidor/regelverk/Fragesida.vue'),
    meta: { titel: 'Fråga till en människa', roller: [] },
  },
  { path: '/:resten(.*)*', component: () => import('./sidor/SaknadSida.vue'), meta: { titel: 'Sidan finns inte', roller: [] } },
]

export const router = createRouter({
  history: createWebHistory(),
  routes: rutter,
  scrollBehavior: (_till, _fran, sparad) => sparad ?? { top: 0 },
})

// Nobody sees a page meant for another role; a person who is not signed in comes back here after signing in.
router.beforeEach(async (till) => {
  const jag = await hamtaJag()
  if (till.path === '/' && jag) return startsidan(jag) ?? true
  if (till.meta.roller.length === 0) return true
  if (!jag) {
    window.location.assign(`/inloggning?till=${encodeURIComponent(till.fullPath)}`)
    return false
  }
  return till.meta.roller.includes(jag.roll) ? true : (startsidan(jag) ?? '/')
})

// A page that knows a better name of itself sets it when it has been fetched; a filter in the address does not take it away.
router.afterEach((till, fran) => {
  if (till.path !== fran.path || fran.matched.length === 0) document.title = `${till.meta.titel} – Återgång`
})
