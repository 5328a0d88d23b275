import { lagrumstext, type Forklaring, type Rehabkedja } from '@atergang/regelverk'
import type { Intygsrapport } from '@atergang/intyg'
import type { Berakningssvar } from './berakna.ts'
import type { Problem } from './problem.ts'
import type { Kopiasvar } from './sakerhetskopia.ts'

const tecken: Record<Forklaring['utfall'], string> = { uppfyllt: '✓', ejUppfyllt: '✗', oklart: '?', beraknat: '=' }

/** The explanation tree as indented lines. */
function trad(f: Forklaring, djup = 0): string[] {
  const indrag = '  '.repeat(djup)
  return [
    `${indrag}${tecken[f.utfall]} ${f.rubrik}${f.resultat ? `: ${f.resultat}` : ''}  [${f.lagrum.map(lagrumstext).join(', ')}]`,
    ...(f.rakning ? [`${indrag}    ${f.rakning}`] : []),
    ...(f.parametrar ?? []).map((p) => `${indrag}    ${p.namn}: ${p.varde} (från ${p.from}; ${p.kalla})`),
    ...(f.saknas ?? []).map((s) => `${indrag}    saknas: ${s.text}`),
    ...(f.delar ?? []).flatMap((d) => trad(d, djup + 1)),
  ]
}

export const berakningstext = (s: Berakningssvar): string => [s.belopp === null ? `Kan inte räknas: ${(s.saknas ?? []).join(' ')}` : `${s.belopp} kr per dag`, '', ...trad(s.forklaring)].join('\n')

export const kedjetext = (s: Rehabkedja): string =>
  [`Dag ${s.kedjedagar} i rehabiliteringskedjan, ${s.intygsdagar} intygade dagar.`, s.bedomningsgrund ? `Bedöms som dag ${s.bedomningsgrund}.` : 'Dagen ligger inte i någon sjukperiod.', ...(s.nastaGrans ? [`Nästa gräns: dag ${s.nastaGrans.dag} den ${s.nastaGrans.datum}.`] : [])].join('\n')

export const intygstext = (r: Intygsrapport): string =>
  [`${r.typ} ${r.version}`, ...r.perioder.map((p) => `${p.from}–${p.tom}: ${p.grad * 100} %`), ...r.diagnoser.map((d) => `${d.kod} ${d.text ?? ''}`), ...(r.fynd.length ? ['', ...r.fynd.map((f) => `${f.allvar} (svar ${f.svarId}) ${f.text}${f.fraga ? `\n    Fråga: ${f.fraga}` : ''}`)] : ['Inga fynd.'])].join('\n')

const GJORT: Record<Kopiasvar['gjort'], string> = { skapad: 'Säkerhetskopian är skriven och läst tillbaka', provad: 'Säkerhetskopian är hel', aterstalld: 'Databasen är återställd och stämmer med kopian' }
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
  rehabkedja --fil FIL.json [--datum ÅÅÅÅ-MM-DD]
        Dagar i rehabiliteringskedjan. Filen: [{"from", "tom", "grad"}, …].
  intyg granska FIL.xml
        Läser ett läkarintyg (RegisterCertificate) och säger vad som är oklart.
  sakerhetskopia skapa --till MAPP
        Kopierar hela databasen, medan andra arbetar, till en ny mapp i MAPP.
  sakerhetskopia prova --fran KOPIA
        Läser kopian och jämför med dess kontrollsummor.
  sakerhetskopia aterstall --fran KOPIA
        Läser in kopian i en tom databas och prövar att allt kom med.
        Databasen är serverns: DATABASE_URL, eller den inbyggda i ATERGANG_DATA.

  --json skriver ett JSON-objekt (det gör kommandot också när utdata inte är en terminal);
  --text skriver text. Fel ger slutkod 1 och ett problemobjekt.`
