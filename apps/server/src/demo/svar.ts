import type { Fraga, Lage } from '@atergang/arende'
import { arbetsformagesvar, INGET_UNDANTAG, vanligtSvar } from '@atergang/formaner/prov'
import type { Diagnos, PahittadPerson } from '@atergang/syntet'
import type { Bedomning, Ode } from './ode.ts'
import {
  aterlamning,
  avslagsmotivering,
  bedomningsskal,
  beviljandemotivering,
  rehabiliteringssvar,
  undantagsskal,
  yttrandesvar,
} from './texter.ts'

/** What an answer is written from: who it is about, what ails them, and how the case goes. */
export interface Svarslage {
  readonly person: PahittadPerson
  readonly diagnos: Diagnos
  readonly ode: Ode
  readonly lage: Lage
}

interface Bedomningsform {
  readonly rader: readonly { readonly from: string; readonly tom: string; readonly yrkadGrad: number }[]
  readonly provas: readonly string[]
  readonly undantag: readonly string[]
}

/** The answer to one question in this case; undefined when nobody here answers it. */
export function svaretPa(f: Fraga, s: Svarslage): unknown {
  switch (f.kod) {
    case 'arbetsformaga':
      return bedomningen(f, s)
    case 'intygsgranskning':
      return intygsgranskning(f, s)
    case 'ansokansgranskning':
      return { beslut: 'komplettera', text: 'Vilken årsinkomst har du? Skriv lön per månad och om du arbetar heltid.' }
    case 'senAnmalan':
      return s.ode.bedomning.vanligt === 'bevilja'
        ? { hinder: true, sarskildaSkal: false, skal: 'Personen låg på sjukhus och kunde inte anmäla.' }
        : { hinder: false, sarskildaSkal: false, skal: 'Personen uppger att anmälan glömdes bort. Inget hinder har funnits.' }
    case 'arbetsgivarensMojligheter':
      return mojligheter(f, s)
    case 'rehabilitering':
      return rehabiliteringssvar(s.diagnos, f.period)
    case 'forslag':
      return forslag(f, s)
    case 'kvalitetssakring':
      return s.ode.aterlamnas && !s.lage.svar.some((x) => x.kod === 'kvalitetssakring') ? aterlamning(f) : vanligtSvar(f)
    case 'yttrande':
      return yttrandesvar(s.diagnos)
    case 'samtal':
      return s.lage.svar.filter((x) => x.nyckel === f.nyckel).length === 0 && !s.ode.ringer
        ? { resultat: 'svaradeInte', text: 'Ringde mobilen klockan 10. Inget svar.' }
        : vanligtSvar(f)
    case 'omprovning':
      return omprovning(f, s)
    case 'obesvarat':
      return { val: 'gaVidare', skal: 'Har ringt två gånger utan att få tag på någon. Vi prövar på det som finns.' }
    case 'fmrSvar':
      return {
        svar: `${s.diagnos.text}: intyget beskriver ${s.diagnos.hindrar}. Förloppet kan variera. Fråga läkaren om hur uthålligheten är i lättare uppgifter, om det behövs för din bedömning.`,
      }
    default:
      return vanligtSvar(f)
  }
}

const arNfa = (form: Bedomningsform): boolean => form.provas.includes('normaltForekommande')

/** What is judged of these days: from the widest ground that is tried. The unemployed are judged so from day one. */
function valet(form: Bedomningsform, s: Svarslage): Bedomning {
  const { vanligt, omplacering, nfa } = s.ode.bedomning
  if (s.person.sysselsattning === 'arbetslos' || s.person.sysselsattning === 'foraldraledig') return vanligt
  if (arNfa(form)) return nfa === 'undantag' && form.undantag.length === 0 ? 'bevilja' : nfa
  return form.provas.includes('annatHosArbetsgivaren') ? omplacering : vanligt
}

const LAGRE: Readonly<Record<number, number>> = { 1: 0.5, 0.75: 0.5, 0.5: 0.25 }

function bedomningen(f: Fraga, s: Svarslage): unknown {
  const form = f.formular as Bedomningsform
  const val = valet(form, s)
  const grad = (yrkad: number) => (val === 'neka' ? 0 : val === 'delvis' ? (LAGRE[yrkad] ?? yrkad) : yrkad)
  const bas = arbetsformagesvar(f, { grad: (r) => grad(r.yrkadGrad) }) as Record<string, unknown>
  const klarar = val === 'neka' ? provatArbete(form) : undefined
  const deltid = form.rader.some((r) => grad(r.yrkadGrad) > 0 && grad(r.yrkadGrad) < 1)
  const formaga = Object.fromEntries(
    form.provas.map((p) => [p, p === klarar ? 'klarar' : deltid && p === form.provas[0] ? 'klararDelvis' : 'klararInte']),
  )
  const nfa = formaga.normaltForekommande !== undefined && formaga.normaltForekommande !== 'klararInte'
  return {
    ...bas,
    formaga,
    skal: bedomningsskal(s.diagnos, s.person, val, form),
    bevisvardering: 'Läkarens uppgifter är utförliga, stämmer med tidigare intyg och med vad personen själv berättar.',
    ...(nfa ? { yrkesgrupp: s.diagnos.yrkesgrupp } : {}),
    ...(nfa && form.undantag.length > 0 ? { ingetUndantag: INGET_UNDANTAG } : {}),
    ...(val === 'undantag' ? { undantag: undantaget(form, s.diagnos) } : {}),
  }
}

/** The work that is found to be managed when the answer is no. */
function provatArbete(form: Bedomningsform): string {
  return ['normaltForekommande', 'annatHosArbetsgivaren', 'vanligtArbete', 'vardaBarn'].find((p) => form.provas.includes(p))!
}

function undantaget(form: Bedomningsform, d: Diagnos): unknown {
  const svarSjukdom = d.kod.startsWith('C') || d.kod.startsWith('G') || d.kod.startsWith('I')
  const vilket = svarSjukdom && form.undantag.includes('oskaligt') ? 'oskaligt' : form.undantag[0]!
  return { vilket, skal: undantagsskal(vilket) }
}

function intygsgranskning(f: Fraga, s: Svarslage): unknown {
  const { fynd } = f.formular as { fynd: readonly { svarId: string; fraga: string | null }[] }
  const fragor = fynd.flatMap((x) => (x.fraga ? [{ svarId: x.svarId, text: x.fraga }] : []))
  const redanFragat = s.lage.svar.some((x) => x.nyckel === f.nyckel)
  if (s.ode.fragarLakaren && fragor.length > 0 && !redanFragat) return { beslut: 'komplettera', fragor }
  return {
    beslut: 'racker',
    skal: redanFragat ? 'Läkaren har svarat. Uppgifterna räcker nu.' : 'Det som är oklart påverkar inte bedömningen av den här perioden.',
  }
}

function mojligheter(f: Fraga, s: Svarslage): unknown {
  const form = f.formular as { arbetsgivare: object | null; senasteSvar: object | null }
  if (s.ode.fragarArbetsgivaren && form.arbetsgivare && !form.senasteSvar)
    return {
      val: 'fraga',
      text: `Finns det andra arbetsuppgifter som ${s.person.fornamn} ${s.person.efternamn} kan klara, eller kan arbetet anpassas? Vilka har ni prövat?`,
    }
  if (s.ode.bedomning.omplacering === 'neka')
    return {
      val: 'utrett',
      resultat: 'finns',
      skal: 'Arbetsgivaren uppger att lättare arbetsuppgifter finns på arbetsplatsen och kan börja omgående.',
    }
  return {
    val: 'utrett',
    resultat: 'finnsInte',
    skal: form.senasteSvar
      ? 'Arbetsgivaren svarar att alla uppgifter på arbetsplatsen har prövats.'
      : 'Samtal med chefen: inga andra arbetsuppgifter som fungerar finns på arbetsplatsen.',
  }
}

function forslag(f: Fraga, s: Svarslage): unknown {
  const form = f.formular as { tillNackdel: boolean; forslag: { rader: readonly { avslagsskal?: string; grad: number }[] } }
  if (!form.tillNackdel)
    return {
      motivering: beviljandemotivering(s.diagnos),
      information: ['anmalningsskyldighet', 'tillaggsforsakringar', 'samordningsansvar'],
    }
  const nekad = form.forslag.rader.find((r) => r.avslagsskal)!
  return {
    motivering: avslagsmotivering(nekad.avslagsskal!, nekad.grad > 0, s.diagnos, s.person),
    information: ['andraErsattningar', 'sgiSkydd'],
  }
}

function omprovning(f: Fraga, s: Svarslage): unknown {
  if (!s.ode.omprovning) return undefined
  const { beslut } = f.formular as { beslut: { rader: readonly { from: string; tom: string; yrkadGrad: number }[] } }
  const omstandigheter = `I begäran beskriver du ${s.diagnos.hindrar}. Vi har läst alla intyg på nytt.`
  if (s.ode.omprovning.utfall === 'andrasInte')
    return {
      utfall: 'andrasInte',
      skal: 'Det som står i begäran var känt när beslutet fattades och visar inte att arbetsförmågan är mer nedsatt än vi bedömde.',
      omstandigheter,
    }
  return {
    utfall: 'andras',
    rader: beslut.rader.map((r) => ({ from: r.from, tom: r.tom, grad: r.yrkadGrad })),
    skal: 'Uppgifterna om din uthållighet väger tyngre än vi bedömde förut. Arbetsförmågan är nedsatt så som du ansökte.',
    omstandigheter,
  }
}
