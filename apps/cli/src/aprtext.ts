import {
  BEGRANSNINGSNAMN,
  KONTROLLFYND,
  KOLUMNER,
  kronortext,
  lasOrgnr,
  RADSKAL,
  parameterdag,
  rakna,
  visaAnstalld,
  visaOrgnr,
  type Import,
  type Kontrollskattning,
  type Plan,
  type Raknadansokan,
  type Raknadrad,
  type Skattat,
} from '@atergang/formaner/apr'
import type { Datum } from '@atergang/kalender'
import {
  aprAnsokanSenast,
  aprAndel,
  aprTakArbetstagare,
  aprTakArbetsgivare,
  forbehall,
  heltal,
  lagrumstext,
  skrivTal,
  skrivVarde,
  tal,
  vardetDen,
} from '@atergang/regelverk'
import type { Aprsvar } from './apr.ts'
import { trad } from './lasbart.ts'

const kr = (n: number): string => `${skrivTal(tal(Math.round(n)))} kr`
const procent = (p: number): string => `${(p * 100).toFixed(1).replace('.', ',')} %`

const BESLUTSORD = { beviljas: 'beviljas', delvis: 'beviljas delvis', avslag: 'avslag' } as const

/** ”12 000 kr, hälften 6 000; kvar 4 000 för arbetstagaren, 150 000 för arbetsgivaren → 4 000 kr (taket för arbetstagaren)”. */
function radtext(r: Raknadrad, dag: Datum): string {
  const vem = `${visaAnstalld(r.anstalld)}, ${r.insats.datum}: kostnad ${kronortext(r.insats.kostnad)} kr`
  if (r.skal) return `${vem}. Avslås: ${RADSKAL[r.skal].text}`
  const kvar = (tak: typeof aprTakArbetstagare, fatt: number): string => skrivTal(tal(Math.max(0, heltal(vardetDen(tak, dag)) - fatt)))
  return `${vem}, hälften ${skrivTal(tal(r.halva))}; kvar ${kvar(aprTakArbetstagare, r.anstalldHarFatt)} för arbetstagaren, ${kvar(aprTakArbetsgivare, r.arbetsgivarenHarFatt)} för arbetsgivaren → ${kr(r.belopp)} (${BEGRANSNINGSNAMN[r.begransadAv!]})`
}

const ansokanstext = (a: Raknadansokan): string[] => [
  `${a.id}  ${visaOrgnr(lasOrgnr(a.ansokan.orgnr)!)}, ${a.ansokan.kostnadsar}, inkom ${a.ansokan.inkom} (sista dag ${aprAnsokanSenast(a.ansokan.kostnadsar)}): ${BESLUTSORD[a.beslut]}, ${kr(a.belopp)}${a.skal ? `. ${RADSKAL[a.skal].text}` : ''}`,
  ...a.rader.map((r) => `    ${radtext(r, parameterdag(a.ansokan.kostnadsar))}`),
]

const kallor = (): string[] => [
  'Regler:',
  ...[aprAndel, aprTakArbetstagare, aprTakArbetsgivare].flatMap((p) =>
    p.varden.map(
      (v) =>
        `    ${p.rubrik}: ${skrivVarde(v.varde, p.enhet)} från ${v.from} (${[...p.lagrum.map((l) => [lagrumstext(l), forbehall(l)].join(', ')), v.kalla].join('; ')})`,
    ),
  ),
  '    Halva kostnaden avrundas nedåt till hela kronor. Källorna säger inget om avrundning; det är vårt val.',
]

const plantext = (p: Plan): string[] => [
  `Plan: ${p.population} arbetsgivare, andel ${procent(p.andel)}, ${p.fro === null ? 'fröet är inte satt' : `frö ${p.fro}`}.`,
  p.metod,
  ...p.strata.map((s) => `    ${s.stratum}: ${s.urval} av ${s.population} (sannolikhet ${s.sannolikhet.toFixed(4).replace('.', ',')})`),
]

const medIntervall = (s: Skattat, skriv: (n: number) => string, niva: number): string =>
  `${skriv(s.varde)}${s.intervall ? ` (${procent(niva)}-intervall ${skriv(s.intervall.fran)}–${skriv(s.intervall.till)})` : `. ${s.utanIntervall}`}`

const skattningstext = (s: Kontrollskattning): string[] => [
  `${s.dragna} av ${s.population} arbetsgivare kontrollerade.`,
  `Andel arbetsgivare som fått för mycket: ${medIntervall(s.felandel, procent, s.niva)}`,
  `För mycket utbetalt i hela populationen: ${medIntervall(s.felbelopp, kr, s.niva)}`,
  ...(s.felandelAvBelopp ? [`Andel av det utbetalda: ${medIntervall(s.felandelAvBelopp, procent, s.niva)}`] : []),
  ...s.perKod.map((k) => `    ${KONTROLLFYND[k.kod].text}: ${k.funna} funna, ${procent(k.skattadAndel)} skattat`),
  `Funnet i urvalet: ${s.funnet.medFel} arbetsgivare, ${kr(s.funnet.felbelopp)}.`,
  `Riskfall, redovisade för sig: ${s.riskfall.antal}, varav ${s.riskfall.medFel} med fel, ${kr(s.riskfall.felbelopp)}.`,
  'Antaganden:',
  ...s.antaganden.map((a) => `    ${a}`),
]

const importtext = (i: Import): string[] => [
  `${i.rader.length} rader: ${i.klara} klara, ${i.attKontrollera} att kontrollera, ${i.olasliga} som inte kan läsas. Kostnad ${kronortext(i.summaOren / 100)} kr.`,
  ...i.rader.flatMap((r) => r.anmarkningar.map((a) => `    rad ${r.nr}, ${KOLUMNER[a.kolumn].rubrik}: ${a.text} ${a.atgard}`)),
  ...(i.okandaKolumner.length ? [`Kolumner som inte lästes: ${i.okandaKolumner.join(', ')}.`] : []),
]

/** The answer of an `apr` command as a person reads it. Personnummer are never written in full. */
export function aprtext(s: Aprsvar): string {
  switch (s.visa) {
    case 'berakna': {
      const trader = s.svar.ansokningar.flatMap((a) =>
        a.rader.flatMap((r) => (r.forklaring ? ['', `${a.id}, ${visaAnstalld(r.anstalld)}`, ...trad(r.forklaring)] : [])),
      )
      return [...rakna(s.underlag).flatMap(ansokanstext), '', ...kallor(), ...trader].join('\n')
    }
    case 'urval':
      return [
        ...plantext(s.svar.plan),
        `Utanför populationen: ${s.utanfor} rader.`,
        ...('urval' in s.svar ? ['', 'Dragna:', ...s.svar.urval.map((u) => `    ${u.id}  ${u.stratum}`)] : []),
      ].join('\n')
    case 'granska':
      return importtext(s.svar).join('\n')
    case 'skatta':
      return skattningstext(s.svar).join('\n')
  }
}
