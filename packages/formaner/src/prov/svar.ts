import type { Aktor, Fraga } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import type { Provarende } from './arende.ts'

/** What a careful officer answers when nothing is unusual. Tests and invented cases state only what differs. */
export interface Svarsval {
  /** degree of the days from this date on; null = as asked for */
  readonly grad?: (rad: { from: Datum; yrkadGrad: number }) => number
  readonly klararNfa?: boolean
  readonly undantag?: 'overvagandeSkal' | 'sarskildaSkal' | 'oskaligt'
  /** one who works when called: can work be assumed? */
  readonly antaArbete?: boolean
}

interface Bedomningsform {
  rader: { from: Datum; tom: Datum; yrkadGrad: number }[]
  provas: string[]
  undantag: string[]
  harArbetsgivare?: boolean
  annanErsattning?: readonly unknown[]
  intyg: { handlingId: string }[]
}

/** As the letter states it, to the person. */
export const INGET_UNDANTAG =
  'Varken din läkare eller din arbetsgivare räknar med att du kan gå tillbaka till ditt arbete under den tid som lagen anger. Det har inte heller kommit fram något som gör bedömningen oskälig.'

export function arbetsformagesvar(f: Fraga, v: Svarsval = {}): unknown {
  const form = f.formular as Bedomningsform
  const rader = form.rader.map((r) => ({ from: r.from, tom: r.tom, grad: v.grad ? v.grad(r) : r.yrkadGrad }))
  const lagre = form.rader.some((r, i) => rader[i]!.grad < r.yrkadGrad)
  const nfa =
    lagre &&
    !v.undantag &&
    form.provas.includes('normaltForekommande') &&
    (v.klararNfa === true || form.provas[0] === 'normaltForekommande')
  // What is managed explains a lower degree: work that occurs normally when that was said, else the work that is tried first.
  const klarat = !lagre ? undefined : nfa ? 'normaltForekommande' : form.provas[0]
  const formaga = Object.fromEntries(
    form.provas.map((p) => [p, p !== klarat ? 'klararInte' : rader.every((r) => r.grad > 0) ? 'klararDelvis' : 'klarar']),
  )
  return {
    sjukdom: true,
    formaga,
    rader,
    beviskrav: 'styrkt',
    bevisvardering: 'Intyget är utförligt och stämmer med personens egen beskrivning.',
    efterAtgard: { behov: false, formagaEfter: '' },
    kallor: form.intyg.length ? form.intyg.map((i) => i.handlingId) : ['ansokan'],
    ...(rader.some((r) => r.grad > 0 && r.grad < 1) ? { forlaggning: 'minskasVarjeDag' } : {}),
    ...(nfa && form.undantag.length ? { ingetUndantag: INGET_UNDANTAG } : {}),
    ...(lagre && form.harArbetsgivare ? { vilketArbete: 'vanliga' } : {}),
    ...(form.annanErsattning?.length
      ? { annanErsattning: { andel: 0.5, darutover: rader.some((r) => r.grad > 0), skal: 'Enligt beslutet om den andra ersättningen.' } }
      : {}),
    ...(nfa ? { yrkesgrupp: 'Kontorsassistenter och sekreterare, med möjlighet att växla mellan att sitta och stå' } : {}),
    ...(v.undantag
      ? {
          undantag: {
            vilket: v.undantag,
            skal: 'Arbetsgivaren har en plan med stegvis ökning av arbetstiden och läkaren räknar med full återgång.',
          },
        }
      : {}),
    skal: v.klararNfa
      ? 'Personen kan inte lyfta tungt men kan sitta, gå och stå omväxlande en hel arbetsdag. Läkaren beskriver god uthållighet i lätt arbete.'
      : 'Läkaren beskriver värk och nedsatt rörlighet som hindrar de lyft och den fart som arbetsuppgifterna kräver.',
  }
}

/** Answers one question as usual. Returns false for questions that need somebody's own words. */
export function svaraSomVanligt(a: Pick<Provarende, 'kor'>, f: Fraga, aktor: Aktor, dag: Datum, v: Svarsval = {}): boolean {
  const svar = vanligtSvar(f, v)
  if (svar === undefined) return false
  a.kor({ typ: 'svara', nyckel: f.nyckel, underlag: f.underlag, svar }, aktor, dag)
  return true
}

interface Sgiform {
  forslag: { anstallning: number | null; annat: number | null; gallerFran: Datum; grund: string } | null
  andring?: { kannedom: Datum | null; ersattningsperiodFran: Datum; idag: Datum } | null
}

/** What a careful officer answers, or undefined when the question needs somebody's own words. */
export function vanligtSvar(f: Fraga, v: Svarsval = {}): unknown {
  switch (f.kod) {
    case 'sgi': {
      const { forslag: p, andring: a } = f.formular as Sgiform
      if (!p || p.anstallning === null || p.annat === null) return undefined
      return {
        anstallning: p.anstallning,
        annat: p.annat,
        gallerFran: p.gallerFran,
        grund: p.grund,
        forsakradForArbete: true,
        minstSexManader: true,
        skal: 'Inkomsten stämmer med uppgifterna i ansökan.',
        ...(a
          ? {
              andring: {
                slag: 'andrad',
                uppkom: a.ersattningsperiodFran,
                kannedom: a.kannedom ?? a.idag,
                ersattningsperiodFran: a.ersattningsperiodFran,
              },
            }
          : {}),
      }
    }
    case 'forsta14': {
      const form = f.formular as { slag: string; dagar: Datum[] }
      return form.slag === 'arbetslos'
        ? { slag: 'arbetslos', anmald: true, beredd: true, skal: 'Anmäld hos Arbetsförmedlingen, aktuell planering finns.' }
        : {
            slag: 'arbete',
            arsarbetstid: 1980,
            dagar: form.dagar.map((d, i) => ({ datum: d, timmar: i % 7 < 5 ? 7.5 : 0 })),
            skal: 'Enligt schemat från arbetsgivaren.',
          }
    }
    case 'overklagande':
      return { val: 'overlamna', domstol: 'Förvaltningsrätten i Falun' }
    case 'behovsanstalld':
      return {
        perioder: (f.formular as { dagar: { from: Datum; tom: Datum }[] }).dagar.map((d) =>
          v.antaArbete === false ? { ...d, arbete: false } : { ...d, arbete: true, timmarPerVecka: 38 },
        ),
        skal: 'Enligt arbetsgivarens planering av pass.',
      }
    case 'lonUnderSjukdom': {
      const { uppgift, takPerManad } = f.formular as {
        uppgift: { perManad?: number; lonIArbetePerManad?: number }
        takPerManad: number | null
      }
      if (uppgift.perManad === undefined || uppgift.lonIArbetePerManad === undefined)
        return { val: 'ingen', skal: 'Arbetsgivaren uppger att ingen lön betalas.' }
      return {
        val: 'minska',
        lon: { ...uppgift, ...(takPerManad !== null && uppgift.lonIArbetePerManad > takPerManad ? { overTakPerManad: 0 } : {}) },
        skal: 'Lönebeskedet stämmer med uppgiften i ansökan.',
      }
    }
    case 'intygsgranskning':
      return { beslut: 'racker', skal: 'Det som är oklart påverkar inte bedömningen av den här perioden.' }
    case 'ansokansgranskning':
      return { beslut: 'racker', skal: 'Uppgifterna finns i andra handlingar i ärendet.' }
    case 'senAnmalan':
      return { hinder: true, sarskildaSkal: false, skal: 'Personen var inlagd på sjukhus.' }
    case 'obesvarat':
      return { val: 'gaVidare', skal: 'Har ringt utan att få tag på någon. Vi prövar på det som finns.' }
    case 'kontakt':
      return { resultat: 'hallen', satt: 'telefon', text: 'Talade om hur det går. Inget nytt behövs just nu.' }
    case 'arbetsgivarensMojligheter':
      return {
        val: 'utrett',
        resultat: 'finnsInte',
        skal: 'Samtal med chefen: inga andra arbetsuppgifter som fungerar finns på arbetsplatsen.',
      }
    case 'arbetsformaga':
      return arbetsformagesvar(f, v)
    case 'rehabilitering':
      return {
        behov: 'nej',
        vag: 'ingen',
        atgard: '',
        personensSyn: 'Personen ser behandlingen som tillräcklig just nu.',
        skal: 'Medicinsk behandling pågår och planeringen följs.',
      }
    case 'forslag':
      return (f.formular as { tillNackdel: boolean }).tillNackdel
        ? {
            motivering: {
              avgorande: 'Du har inte rätt till all den sjukpenning som du har ansökt om.',
              omstandigheter:
                'Din läkare skriver att du har värk i ländryggen och inte kan lyfta tungt. Du kan sitta, stå och gå omväxlande, och orkar en hel dag i lätt arbete. Du har berättat att du klarar hushållsarbete utan tunga lyft.',
              bedomning:
                'Vi bedömer att besvären hindrar ditt arbete på lagret men inte arbeten där du kan växla ställning och slipper tunga lyft. Sådana arbeten finns bland kontorsassistenter och sekreterare.',
              saknades: '',
            },
            information: ['andraErsattningar', 'sgiSkydd'],
          }
        : {
            motivering: {
              avgorande: 'Din arbetsförmåga är nedsatt på grund av sjukdom under hela den tid du ansökt för.',
              omstandigheter: '',
              bedomning: '',
              saknades: '',
            },
            information: ['anmalningsskyldighet', 'tillaggsforsakringar', 'samordningsansvar'],
          }
    case 'kvalitetssakring':
      return {
        utfall: 'godkand',
        omdomen: (f.formular as { bedomningar: { nyckel: string }[] }).bedomningar.map((b) => ({
          nyckel: b.nyckel,
          underlag: 'ok',
          tillampning: 'ok',
        })),
        koder: [],
        kommentar: '',
      }
    case 'kommunicering':
      return { satt: 'sand' }
    case 'yttrande':
      return {
        beaktat:
          'Vi har läst det du skriver. Det ändrar inte bedömningen, eftersom det inte säger något nytt om vad du klarar i ett lättare arbete.',
        andra: [],
      }
    case 'beslut':
      return {}
    case 'periodslut':
      return { satt: 'samtal', information: ['fortsattSjuk', 'sgiSkydd'], text: 'Gick igenom vad som gäller efter periodens slut.' }
    case 'samtal':
      return { resultat: 'talade', text: 'Förklarade beslutet och hur man begär omprövning.' }
    case 'omstallning':
      return { svar: 'ja', form: 'digitalt', text: 'Erbjöd möte med Arbetsförmedlingen.' }
    case 'apr':
      return { till: 'bada', skal: 'Informerade om bidraget.' }
    default:
      return undefined
  }
}
