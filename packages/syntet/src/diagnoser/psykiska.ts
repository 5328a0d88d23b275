import { ALLTID, ENKELT_SERVICE, LATT_INDUSTRI, type Diagnos } from './diagnos.ts'

/** Mental illness: about half of all longer spells. */
export const PSYKISKA: readonly Diagnos[] = [
  {
    kod: 'F438A', text: 'Utmattningssyndrom', vikt: 17, langst: ALLTID,
    funktion: { icf: ['Energi och drift', 'Uppmärksamhet', 'Sömnfunktioner'], text: 'Uttalad trötthet som inte går att vila bort. Tappar koncentrationen efter 20–30 minuter. Ytlig sömn.' },
    aktivitet: { icf: ['Hantera stress', 'Genomföra daglig rutin'], text: 'Kan inte hålla flera uppgifter i huvudet samtidigt. Behöver vila efter en timmes aktivitet och klarar inte tidspress.' },
    behandling: 'Samtal med rehabkoordinator, sömnskola och stresshanteringsgrupp en gång i veckan.',
    hindrar: 'en trötthet som inte går att vila bort och en koncentration som brister efter en halvtimme', klarar: 'utföra en uppgift i taget i lugn miljö under hela arbetsdagen, med korta pauser', yrkesgrupp: LATT_INDUSTRI,
  },
  {
    kod: 'F432', text: 'Anpassningsstörning', vikt: 8, langst: 240,
    funktion: { icf: ['Emotionella funktioner', 'Sömnfunktioner'], text: 'Nedstämd och lättrörd efter en svår livshändelse. Vaknar tidigt och har svårt att komma till ro.' },
    aktivitet: { icf: ['Hantera stress', 'Sammansatta mellanmänskliga interaktioner'], text: 'Orkar inte möta kunder och kollegor och blir snabbt uttömd av krav.' },
    behandling: 'Stödsamtal hos kurator varannan vecka.',
    hindrar: 'nedstämdhet och en låg stresstålighet i möten med andra', klarar: 'arbeta självständigt med avgränsade uppgifter utan konflikter och hög ljudnivå', yrkesgrupp: LATT_INDUSTRI,
  },
  {
    kod: 'F321', text: 'Medelsvår depressiv episod', vikt: 9, langst: ALLTID,
    funktion: { icf: ['Emotionella funktioner', 'Energi och drift', 'Minne'], text: 'Sänkt stämningsläge, ansträngd i samtal, långsam i tanke och rörelse. Glömmer avtalade tider.' },
    aktivitet: { icf: ['Fatta beslut', 'Genomföra daglig rutin'], text: 'Kommer inte i gång på morgonen och får inte enkla sysslor gjorda. Fastnar när något oväntat händer.' },
    behandling: 'Antidepressiva läkemedel under upptrappning och psykologisk behandling.',
    hindrar: 'sänkt stämningsläge, långsamhet och svårighet att komma i gång', klarar: 'följa fasta rutiner och utföra enkla uppgifter i jämn takt', yrkesgrupp: LATT_INDUSTRI,
  },
  {
    kod: 'F331', text: 'Recidiverande depression, medelsvår episod', vikt: 4, langst: ALLTID,
    funktion: { icf: ['Emotionella funktioner', 'Energi och drift'], text: 'Tredje episoden på sex år. Djup nedstämdhet, minskad mimik och dålig dygnsrytm.' },
    aktivitet: { icf: ['Genomföra daglig rutin', 'Sammansatta mellanmänskliga interaktioner'], text: 'Klarar personlig vård men inte arbetsdagens krav på uthållighet och samarbete.' },
    behandling: 'Läkemedel, kontakt med öppenpsykiatrin och fysisk aktivitet på recept.',
    hindrar: 'djup nedstämdhet och en uthållighet som räcker ett par timmar', klarar: 'arbeta med rutinuppgifter på fasta tider när behandlingen har verkat', yrkesgrupp: LATT_INDUSTRI,
  },
  {
    kod: 'F411', text: 'Generaliserat ångestsyndrom', vikt: 6, langst: ALLTID,
    funktion: { icf: ['Emotionella funktioner', 'Uppmärksamhet'], text: 'Oro under större delen av dagen, spänd och uppskruvad. Svårt att hålla tanken kvar vid uppgiften.' },
    aktivitet: { icf: ['Hantera stress', 'Fatta beslut'], text: 'Kontrollerar arbetet gång på gång och hinner därför inte klart. Undviker möten.' },
    behandling: 'Kognitiv beteendeterapi, tolv gånger, och läkemedel.',
    hindrar: 'ständig oro och svårighet att fatta beslut och avsluta uppgifter', klarar: 'ta emot och lämna besked efter tydliga rutiner i en lugn miljö', yrkesgrupp: ENKELT_SERVICE,
  },
  {
    kod: 'F410', text: 'Paniksyndrom', vikt: 3, langst: 300,
    funktion: { icf: ['Emotionella funktioner', 'Hjärtfunktioner'], text: 'Attacker av hjärtklappning, yrsel och dödsskräck flera gånger i veckan.' },
    aktivitet: { icf: ['Använda transportmedel', 'Hantera stress'], text: 'Kan inte åka buss eller vara i trånga lokaler med många människor.' },
    behandling: 'Kognitiv beteendeterapi med exponering.',
    hindrar: 'panikattacker i trånga lokaler och bland mycket folk', klarar: 'arbeta på en fast plats med god överblick och få människor', yrkesgrupp: LATT_INDUSTRI,
  },
  {
    kod: 'F431', text: 'Posttraumatiskt stressyndrom', vikt: 2, langst: ALLTID,
    funktion: { icf: ['Emotionella funktioner', 'Sömnfunktioner', 'Uppmärksamhet'], text: 'Återupplevanden och mardrömmar. Vaksam och lättskrämd, sover tre till fyra timmar.' },
    aktivitet: { icf: ['Hantera stress', 'Sammansatta mellanmänskliga interaktioner'], text: 'Kan inte arbeta där höga ljud eller hot kan uppstå.' },
    behandling: 'Traumafokuserad psykologisk behandling hos specialist.',
    hindrar: 'återupplevanden, sömnbrist och stark stressreaktion på ljud', klarar: 'arbeta ensam i tyst miljö med förutsägbara uppgifter', yrkesgrupp: LATT_INDUSTRI,
  },
  {
    kod: 'F430', text: 'Akut stressreaktion', vikt: 4, langst: 60,
    funktion: { icf: ['Emotionella funktioner', 'Sömnfunktioner'], text: 'Gråtmild, skakig och sömnlös efter en plötslig händelse.' },
    aktivitet: { icf: ['Hantera stress'], text: 'Kan för närvarande inte ta ansvar för andra eller arbeta med risk.' },
    behandling: 'Krisstöd och uppföljning på vårdcentralen.',
    hindrar: 'sömnlöshet och en skakighet som gör arbete med ansvar för andra olämpligt', klarar: 'utföra enkla uppgifter utan eget ansvar', yrkesgrupp: LATT_INDUSTRI,
  },
]
