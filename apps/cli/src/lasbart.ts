import { veckodagsnamn } from '@atergang/kalender'
import { forbehall, lagrumstext, type Forklaring, type Lagrum, type Rehabkedja } from '@atergang/regelverk'
import type { Intygsrapport } from '@atergang/intyg'
import type { Berakningssvar } from './berakna.ts'
import type { Forebyggandefilsvar } from './forebyggande.ts'
import type { Problem } from './problem.ts'
import type { Kopiasvar } from './sakerhetskopia.ts'

const tecken: Record<Forklaring['utfall'], string> = { uppfyllt: '✓', ejUppfyllt: '✗', oklart: '?', beraknat: '=' }

/** A paragraph that is known only through a report says so. */
const lagrumet = (l: Lagrum): string => [lagrumstext(l), forbehall(l)].filter(Boolean).join(', ')

/** The explanation tree as indented lines. */
export function trad(f: Forklaring, djup = 0): string[] {
  const indrag = '  '.repeat(djup)
  return [
    `${indrag}${tecken[f.utfall]} ${f.rubrik}${f.resultat ? `: ${f.resultat}` : ''}${f.lagrum.length ? `  [${f.lagrum.map(lagrumet).join(', ')}]` : ''}`,
    ...(f.text ? [`${indrag}    ${f.text}`] : []),
    ...(f.rakning ? [`${indrag}    ${f.rakning}`] : []),
    ...(f.parametrar ?? []).map((p) => `${indrag}    ${p.namn}: ${p.varde} (från ${p.from}; ${p.kalla})`),
    ...(f.saknas ?? []).map((s) => `${indrag}    saknas: ${s.text}`),
    ...(f.delar ?? []).flatMap((d) => trad(d, djup + 1)),
  ]
}

export const berakningstext = (s: Berakningssvar | Forebyggandefilsvar): string => ('dagar' in s ? forebyggandetext(s) : sjukpenningtext(s))

const sjukpenningtext = (s: Berakningssvar): string =>
  [s.belopp === null ? `Kan inte räknas: ${(s.saknas ?? []).join(' ')}` : `${s.belopp} kr per dag`, '', ...trad(s.forklaring)].join('\n')

const kronor = (n: number | null): string => (n === null ? 'okänt' : `${n} kr`)

/** A table of the dates, then why each is what it is. */
function forebyggandetext(s: Forebyggandefilsvar): string {
  const rader = [
    ['datum', '', 'minuter', 'andel', 'belopp'],
    ...s.dagar.map((d) => [
      d.datum,
      veckodagsnamn(d.datum),
      String(d.hindradeMinuter),
      d.andel === null ? 'okänd' : String(d.andel).replace('.', ','),
      kronor(d.belopp),
    ]),
  ]
  const bredd = rader[0]!.map((_, i) => Math.max(...rader.map((r) => r[i]!.length)))
  const tabell = rader.map((r) =>
    r
      .map((c, i) => (i < 2 ? c.padEnd(bredd[i]!) : c.padStart(bredd[i]!)))
      .join('  ')
      .trimEnd(),
  )
  return [
    ...tabell,
    `Summa: ${kronor(s.summa)}`,
    ...(s.saknas ?? []).map((x) => `Saknas: ${x}`),
    ...(s.varningar ?? []).map((x) => `Obs: ${x}`),
    ...s.dagar.flatMap((d) => ['', ...trad(d.forklaring)]),
  ].join('\n')
}

export const kedjetext = (s: Rehabkedja): string =>
  [
    `Dag ${s.kedjedagar} i rehabiliteringskedjan, ${s.intygsdagar} intygade dagar.`,
    s.bedomningsgrund ? `Bedöms som dag ${s.bedomningsgrund}.` : 'Dagen ligger inte i någon sjukperiod.',
    ...(s.nastaGrans ? [`Nästa gräns: dag ${s.nastaGrans.dag} den ${s.nastaGrans.datum}.`] : []),
  ].join('\n')

export const intygstext = (r: Intygsrapport): string =>
  [
    `${r.typ} ${r.version}`,
    ...r.perioder.map((p) => `${p.from}–${p.tom}: ${p.grad * 100} %`),
    ...r.diagnoser.map((d) => `${d.kod} ${d.text ?? ''}`),
    ...(r.fynd.length
      ? ['', ...r.fynd.map((f) => `${f.allvar} (svar ${f.svarId}) ${f.text}${f.fraga ? `\n    Fråga: ${f.fraga}` : ''}`)]
      : ['Inga fynd.']),
  ].join('\n')

const GJORT: Record<Kopiasvar['gjort'], string> = {
  skapad: 'Säkerhetskopian är skriven och läst tillbaka',
  provad: 'Säkerhetskopian är hel',
  aterstalld: 'Databasen är återställd och stämmer med kopian',
}
const tal = (n: number): string => n.toLocaleString('sv-SE')

export const kopiatext = (s: Kopiasvar): string =>
  [
    `${GJORT[s.gjort]}: ${s.kopia}`,
    `Tagen ${s.tagen}. ${s.tabeller} tabeller, ${tal(s.rader)} rader, ${tal(Math.ceil(s.byte / 1_000_000))} MB uppackat, ${tal(s.ejUtskickade)} meddelanden som inte gått ut.`,
    `${tal(s.handelser)} händelser i ${tal(s.arenden)} ärenden. ${s.kedjebrott.length ? 'Journaler som inte höll ihop redan när kopian togs:' : 'Alla journaler håller ihop.'}`,
    ...s.kedjebrott.map((b) => `  ${b.nummer}: ${b.text}`),
    ...(s.migrerat.length ? [`Uppdaterad till den här versionen: ${s.migrerat.join(', ')}.`] : []),
  ].join('\n')

export const problemtext = (p: Problem): string => [`${p.title}: ${p.detail}`, ...p.falt.map((f) => `  ${f.falt}: ${f.text}`)].join('\n')

export const HJALP = `atergang – sjukförsäkringens regler från kommandoraden

  berakna sjukpenning --sgi KRONOR [--datum ÅÅÅÅ-MM-DD] [--niva normal|fortsattning]
                      [--omfattning 0.25|0.5|0.75|1] [--arbetslos]
        En dags sjukpenning av en årsinkomst, med förklaring.
  berakna forebyggande --fil FIL.json
        Sjukpenning i förebyggande syfte: hindrad arbetstid, andel och belopp för
        varje dag med behandling, med förklaring. docs/forebyggande-sjukpenning.md
        säger vad filen innehåller.
  rehabkedja --fil FIL.json [--datum ÅÅÅÅ-MM-DD]
        Dagar i rehabiliteringskedjan. Filen: [{"from", "tom", "grad"}, …].
  rehabkedja --befolkning --fil RADER.jsonl [--datum ÅÅÅÅ-MM-DD] [--ut FIL.jsonl]
        Kedjedag, nivå, karens, högriskskydd, åldersgränser och nästa dag för många personer: en person per rad in,
        ett svar per rad ut. Raden: {"id", "fodd", "sysselsattning", "inkomstslag", "karenstid", "perioder":
        [{"from", "tom", "slag", "grad"}]}; bara perioder krävs, och en uppgift som saknas är okänd. Utan --datum har
        varje rad sitt eget "datum". Slag: sjukperiod, intyg (om inget sägs), sjuklon, sjukpenning, forebyggande,
        rehabiliteringspenning, allvarligSjukdom, sarskiltHogriskskydd, sjoman. ”--fil -” läser från standard in.
  intyg granska FIL.xml
        Läser ett läkarintyg (RegisterCertificate) och säger vad som är oklart.
  regel kor NAMN --fil RADER.jsonl --datum ÅÅÅÅ-MM-DD [--motor wasm|js|forklara|sql]
        En regel över många rader: ett JSON-objekt med uppgifter per rad in, ett svar per rad ut.
        En uppgift som saknas eller är null är okänd. ”--fil -” läser från standard in. En regel som räknar med
        kalendern körs med forklara.
  regel lista
        Reglerna, deras paragrafer och vilka uppgifter de frågar efter.
  regel visa NAMN
        En regel med lydelser, gällande tal och vad den bygger på.
  apr berakna --fil FIL.json [--forklaring]
        Arbetsplatsinriktat rehabiliteringsstöd: beslut och belopp för varje ansökan.
        Filen: [{"id", "orgnr", "inkom", "kostnadsar", "rader": [{"anstalld", "kostnad", "datum", "anordnareGodkand"}]}, …].
  apr granska --fil FIL.csv|FIL.xlsx --orgnr NUMMER --ar ÅÅÅÅ --register FIL.json [--anstallda FIL.json] [--inkom ÅÅÅÅ-MM-DD]
        Läser ett kalkylblad med anställda rad för rad; fel sägs i sin cell och resten går vidare.
        Registret: [{"orgnr", "godkand": [{"from", "tom"}]}]. Anställda: [{"anstalld", "from", "tom"}].
  apr urval --fil FIL.json --ar ÅÅÅÅ --halvar 1|2 --fro TAL [--andel 0.15] [--strata belopp,storlek,sektor,lan] [--plan]
        Plan och slumpmässig dragning till efterkontroll; --plan visar planen utan att dra.
        Filen: arbetsgivare [{"id", "belopp", "anstallda", "sektor", "lan"}, …], eller ansökningar som ovan.
  apr skatta --fil FIL.json
        Andel fel och felbelopp med intervall. Filen: {"urval": svaret från apr urval, "fynd": [{"id", "koder", "felbelopp"}, …],
        "riskfall": […], "utbetalt": kronor}.
  reform FIL --befolkning MAPP|FIL [--datum ÅÅÅÅ-MM-DD] [--period 2019] [--diagram FIL.svg]
         [--motor parallell|wasm|js] [--smatal visa]
        Vad en ändring av lagen kostar, och vem som vinner och förlorar: län, kön, ålder och inkomst,
        före och efter. docs/reformer.md visar hur filen skrivs.
  syntet --personer ANTAL|landet --ut MAPP [--fro FRÖ] [--ar 2010-2020]
        Ett påhittat Sverige som Parquet, med facit och kalibrering.
  analys tabell 1–11 | figur A|1|2|3 --data MAPP [--period 2016-01..2019-09] [--omrade LÄN,LÄN|alla]
         [--utan LÄN] [--format text|json|csv|xlsx|parquet|jsonstat] [--ut FIL] [--genomsnitt ovagt|befolkning]
        En av granskningens tabeller eller figurer, räknad ur registren.
  analys alla --data MAPP --ut MAPP
        Alla tabeller och figurer i alla format, alla utvärderingar, likformighet, indikatorer, påståenden och
        rapporter, med definitioner, vad som dolts och vad som inte kunde göras.
  analys utvardera NAMN --data MAPP [--period 2016..2019] [--omrade LÄN,LÄN] [--insats NAMN] [--grupp NAMN] [--utfall NAMN,…]
        En utvärdering: svar med intervall och antal, metod, antaganden, kontroller och vad den inte kan säga.
        jamforelsegrupp, reform, information, stegvis, stod, langd, fore_efter, historik, utfall, belopp, overlapp,
        tidigare_diagnoser, vardgivare, arbetsgivarstorlek, inkomst.
  analys likformighet SLAG|larm --data MAPP [--period] [--omrade] [--niva sf_omrade|lan] [--nyckel TEXT]
        Skillnader mellan områden och handläggare efter hänsyn till ärendena; larm när spridningen växer.
        SLAG: sjukpenning_forsta, forebyggande_plan, forebyggande_ersattning, apr. Handläggare har pseudonymer, lika mellan
        svar bara med samma --nyckel.
  analys likformighet fall SLAG --data MAPP [--enskilda ANTAL]
        Avslag med lika ärenden som bifallits. Enskilda ärenden visas bara för påhittade personer.
  analys likformighet lan --data MAPP [--omrade LÄN] [--variabler befolkning,sysselsattning,sjukpenningtal,alder] [--utan LÄN|inga]
        Mest lika län.
  analys indikatorer --data MAPP [--period 2016..2020] [--omrade] [--datum ÅÅÅÅ-MM-DD] [--indikator NAMN,…]
        Indikatorer mot de mål som gällde, och vad de säger om förebyggande insatser.
  analys pastaenden --data MAPP [--period]
        Granskningens påståenden prövade på registren.
  analys rapport aterrapport --uppdrag NAMN | rekommendationer | ar --lan LÄN
         --data MAPP --ut FIL.pdf|.docx|.json [--datum ÅÅÅÅ-MM-DD] [--uppgifter FIL.json]
        Rapport för en dag. Uppgifterna är diarienummer, mottagare, undertecknare, föredragande och åtgärder; utan dem är den ett utkast.
  analys facit --data MAPP
        Varje metod mot det som planterats i ett påhittat land.
  analys korrelation --fil FIL.csv --x KOLUMN --y KOLUMN [--utan RAD,RAD] [--allt]
        Samband mellan två kolumner: r, N, p, stjärnor och intervall.
  analys publicerat
        Rapportens tal mot dem som dess egen tabell ger.
  analys enkat fragor|svarsfrekvens|paminnelser|index|samverkan|kombinationer|svar|fritext --data MAPP
  analys register [NAMN]
        Vilka register som kan läsas in och vad de innehåller.
  analys importera --data MAPP --register NAMN --fil FIL.csv [--kolumner lan=Län,…]
         [--kodning utf-8|utf-16le|utf-16be|windows-1252] [--decimal komma|punkt] [--avgransare komma|semikolon|tabb|streck]
        Läser in ett register. Ett enda fel, och ingenting läses in.
  analys kalibrering --data MAPP
        Hur nära ett påhittat land kom sin förlaga.
  sakerhetskopia skapa --till MAPP
        Kopierar hela databasen, medan andra arbetar, till en ny mapp i MAPP.
  sakerhetskopia prova --fran KOPIA
        Läser kopian och jämför med dess kontrollsummor.
  sakerhetskopia aterstall --fran KOPIA
        Läser in kopian i en tom databas och prövar att allt kom med.
        Databasen är serverns: DATABASE_URL, eller den inbyggda i ATERGANG_DATA.

  --json skriver ett JSON-objekt (det gör kommandot också när utdata inte är en terminal);
  --text skriver text. Fel ger slutkod 1 och ett problemobjekt.`
