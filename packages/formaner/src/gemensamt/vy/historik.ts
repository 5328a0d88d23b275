import { medManadsnamn } from '@atergang/kalender'
import { BEGARANSNAMN, KONTAKTSKALNAMN, ROLLNAMN, type Faktum, type Handelse, type Handelsedata } from '@atergang/arende'
import { INFORMATIONSAMNEN, type Informationsamne } from '../information.ts'

export interface Historikrad {
  readonly nr: number
  readonly tid: string
  readonly dag: string
  readonly vem: string
  readonly typ: Handelsedata['typ']
  readonly text: string
}

/** What a benefit calls its own things: an answer to a question by its code, a fact with its value. */
export interface Historikord {
  readonly fragor: Readonly<Record<string, string>>
  fakta(f: Faktum): string
}

/** Answers that mean the same in every benefit. */
const GEMENSAMMA: Readonly<Record<string, string>> = {
  forslag: 'Föreslog beslut',
  kvalitetssakring: 'Kvalitetssäkrade',
  kommunicering: 'Kommunicerade',
  yttrande: 'Tog ställning till yttrandet',
  beslut: 'Fattade beslut',
  samtal: 'Ringde om beslutet',
  omprovning: 'Omprövade',
  overklagande: 'Tog ställning till överklagandet',
  fmrSvar: 'Svarade på medicinsk fråga',
  obesvarat: 'Valde väg när svar uteblev',
  kontakt: 'Följde upp överenskommen kontakt',
}

const UTFALL = {
  beviljat: 'beviljat',
  delvisAvslag: 'delvis avslag',
  avslag: 'avslag',
  avvisat: 'avvisat',
  ingenAndring: 'ingen ändring',
  tasUpp: 'ansökan tas upp till prövning',
  upphor: 'upphör',
  aterkravs: 'pengar krävs tillbaka',
}
const MOTTAGARE = { forsakrad: 'personen', arbetsgivare: 'arbetsgivaren', bada: 'personen och arbetsgivaren' }
const ATERLAMNING = { jav: 'jäv', franvaro: 'frånvaro', fordelning: 'omfördelning', annat: 'annat' }

/** The event in one sentence. */
function beskriv(d: Handelsedata, ord: Historikord): string {
  switch (d.typ) {
    case 'arendeInlett':
      return `Ärendet inleddes vid enheten ${d.enhet}.`
    case 'flodeBytt':
      return `Handläggningen följer nu version ${d.flodesversion}.`
    case 'faktumRegistrerat':
      return `${d.faktum.ersatter ? 'Rättade' : 'Registrerade'}: ${ord.fakta(d.faktum)}`
    case 'handlingTillford':
      return `${d.handling.rubrik} (${d.handling.kanal === 'system' ? 'upprättad' : `från ${ROLLNAMN[d.handling.fran]}`}).`
    case 'handlingVagd':
      return `Vägde en handling: ${d.vagning.beaktad ? `beaktad, ${d.vagning.vikt} vikt` : 'beaktas inte'}. ${d.vagning.skal}`
    case 'fragaBesvarad':
      return `${ord.fragor[d.svar.kod] ?? GEMENSAMMA[d.svar.kod] ?? d.svar.kod}.${d.svar.kod === 'kvalitetssakring' ? ((d.svar.svar as { utfall: string }).utfall === 'godkand' ? ' Godkänt.' : ' Lämnades tillbaka.') : ''}`
    case 'begaranSkickad':
      return `Frågade ${d.begaran.tillNamn}: ${BEGARANSNAMN[d.begaran.typ].toLowerCase()}. Svar senast ${medManadsnamn(d.begaran.senast)}.`
    case 'begaranPamind':
      return `Påminde. Svar senast ${medManadsnamn(d.senast)}.`
    case 'begaranBesvarad':
      return d.svar.faktumId ? `Frågan är besvarad utan svar från den tillfrågade. ${d.svar.svar[0]?.text ?? ''}` : 'Svar kom in.'
    case 'begaranAterkallad':
      return `Återkallade frågan: ${d.skal}`
    case 'kommunicerad':
      return `Sände det kommande beslutet för yttrande senast ${medManadsnamn(d.kommunicering.senast)}.`
    case 'yttrandeInkommet':
      return `${d.yttrande.satt === 'muntligt' ? 'Muntligt' : 'Skriftligt'} yttrande.`
    case 'beslutFattat':
      return `Beslut: ${UTFALL[d.beslut.utfall]} (${d.beslut.typ}).`
    case 'utskickSkapat':
      return `Brev: ${d.utskick.rubrik}.`
    case 'utskickSkickat':
      return 'Brevet sändes.'
    case 'utskickMottaget':
      return `Parten fick del av brevet ${medManadsnamn(d.dag)}.`
    case 'omprovningBegard':
      return `Begäran om omprövning kom in ${medManadsnamn(d.begaran.inkom)}.`
    case 'overklagandeInkommet':
      return `Överklagande kom in ${medManadsnamn(d.overklagande.inkom)}${d.overklagande.sagt === 'omprovning' ? ' (kallat begäran om omprövning)' : ''}.`
    case 'overklagandeOverlamnat':
      return `Lämnade överklagandet till ${d.domstol}.`
    case 'skrivelseTillagd':
      return `Mer om begäran eller överklagandet kom in ${medManadsnamn(d.skrivelse.inkom)}.`
    case 'kontaktNoterad':
      return `Kontakt (${d.kontakt.satt})${d.kontakt.varfor ? `, ${KONTAKTSKALNAMN[d.kontakt.varfor]}` : ''}${d.kontakt.traffad ? '' : ', inget svar'}: ${d.kontakt.text}`
    case 'anteckningSkriven':
      return `Anteckning: ${d.anteckning.text}`
    case 'informationGiven':
      return `Berättade för ${MOTTAGARE[d.information.till ?? 'forsakrad']} om: ${INFORMATIONSAMNEN[d.information.amne as Informationsamne] ?? d.information.amne}.`
    case 'tilldelad':
      return `${d.till.namn} fick ärendet som ${ROLLNAMN[d.roll]}.`
    case 'lamnadTillbaka':
      return `${d.fran.namn} lämnade tillbaka ärendet (${ATERLAMNING[d.skal]}): ${d.text}`
    case 'lagdVilande':
      return `Vilar till ${d.till}: ${d.skal}`
    case 'vackt':
      return `Vilan upphörde. ${d.orsak}`
    case 'overlamnat':
      return `Lämnade ${d.overlamning.slag === 'ide' ? 'en idé' : 'ärendet'} vidare till enheten ${d.overlamning.enhet}: ${d.overlamning.skal}`
    case 'overlamningBesvarad':
      return `${d.svar.utfall === 'mottagen' ? 'Tog emot' : 'Lämnade tillbaka'} det som lämnades över. ${d.svar.skal}`
    case 'overlamningFoljd':
      return `Om det som lämnades över: ${d.foljd.text}`
    case 'overlamningKopplad':
      return `Kom från överlämning av ${d.ursprung.av} i ärende ${d.ursprung.nummer}: ${d.ursprung.skal}`
    case 'skyddSatt':
      return `Skyddad identitet ${d.skyddad ? 'sattes' : 'hävdes'}. ${d.skal}`
    case 'arendeAvslutat':
      return `Ärendet avslutades. ${d.skal}`
    case 'arendeOppnatIgen':
      return `Ärendet öppnades igen. ${d.skal}`
  }
}

export const historik = (journal: readonly Handelse[], ord: Historikord): Historikrad[] =>
  journal.map((h) => ({ nr: h.nr, tid: h.tid, dag: h.dag, vem: h.aktor.namn, typ: h.data.typ, text: beskriv(h.data, ord) }))
