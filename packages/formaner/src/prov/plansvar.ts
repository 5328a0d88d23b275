import type { Fraga } from '@atergang/arende'
import type { Datum } from '@atergang/kalender'
import { vanligtSvar } from './svar.ts'

/** What a careful officer answers in a case of förebyggande sjukpenning when nothing is unusual. Tests and invented cases state only what differs. */
export interface Plansvar {
  /** ids of treatments that have no support */
  readonly utanStod?: readonly string[]
  /** treatments approved for so many occasions only */
  readonly hogst?: Readonly<Record<string, number>>
  readonly ingenRisk?: boolean
  /** claimed occasions outside the plan that belong to it all the same */
  readonly ingar?: boolean
  readonly genomfort?: boolean
  readonly anmald?: boolean
  /** travel one way that is accepted, minutes */
  readonly godtagenResa?: number
  /** asks the doctor about what the statement lacks */
  readonly kompletterar?: boolean
}

interface Evidensform {
  behandling: { id: string; namn: string; tillfallen: number }
  kraverFmr: boolean
  register: { poster: { id: string }[] } | null
  konsultationer: { svar: string }[]
  tidigare: unknown[]
}

interface Planform {
  behandlingar: { id: string; namn: string; tillfallen: number; evidens: { stodForProblemet: string; upplaggetPassar: string } }[]
  risk: { visad: string }
  ordinerad: string
}

const SKAL_JA =
  'Läkaren beskriver en ökad risk och ett behandlingsupplägg som har stöd för problemet. Personen har själv beskrivit hur besvären påverkar arbetet.'

function planbedomning(f: Fraga, v: Plansvar): unknown {
  const form = f.formular as Planform
  return {
    syfte: 'forebyggaSjukdom',
    behandlingar: form.behandlingar.map((b) => {
      const hogst = v.hogst?.[b.id]
      const nej =
        form.risk.visad === 'nej'
          ? 'ingenRisk'
          : form.ordinerad === 'nej'
            ? 'inteOrdinerad'
            : b.evidens.stodForProblemet === 'nej'
              ? 'ingenEvidens'
              : b.evidens.upplaggetPassar === 'nej' && hogst === undefined
                ? 'upplagget'
                : b.tillfallen <= 1
                  ? 'enstakaBesok'
                  : null
      if (nej)
        return {
          id: b.id,
          godkanns: 'nej',
          skal: [nej],
          text: `${b.namn} uppfyller inte villkoren: det framgår inte av utlåtandet eller rådgivarens svar att behandlingen kan godkännas.`,
        }
      if (hogst !== undefined && hogst < b.tillfallen)
        return {
          id: b.id,
          godkanns: 'begransat',
          hogstTillfallen: hogst,
          skal: ['upplagget'],
          text: `Upplägget har stöd för ${hogst} tillfällen. Därefter behöver effekten följas upp innan mer kan godkännas.`,
        }
      return { id: b.id, godkanns: 'ja', skal: [], text: SKAL_JA }
    }),
  }
}

function evidens(f: Fraga, v: Plansvar): unknown {
  const form = f.formular as Evidensform
  if (form.kraverFmr)
    return {
      stodForProblemet: 'oklart',
      upplaggetPassar: 'oklart',
      skal: 'Registret säger att rådgivaren ska tillfrågas.',
      fragaFmr: `Har ${form.behandling.namn} stöd för den här diagnosen, i den här omfattningen?`,
    }
  const nej = v.utanStod?.includes(form.behandling.id) ?? false
  const hogst = v.hogst?.[form.behandling.id]
  return {
    stodForProblemet: nej ? 'nej' : 'ja',
    upplaggetPassar: hogst !== undefined && hogst < form.behandling.tillfallen ? 'nej' : 'ja',
    evidensposter: form.register?.poster.map((p) => p.id) ?? [],
    ...(form.tidigare.length ? { denHarGangen: 'Besvären har kommit tillbaka och upplägget är ett annat.' } : {}),
    skal: nej
      ? 'Rådgivaren svarar att behandlingen inte har visat stöd för det här problemet. Läkaren hänvisar till god erfarenhet men inte till något underlag.'
      : 'Behandlingen är vanlig för problemet, och upplägget med återkommande besök stämmer med det läkaren beskriver.',
  }
}

const planforslag = (f: Fraga): unknown => {
  const form = f.formular as { tillNackdel: boolean; plan?: { namn: string; godkanns: string }[]; dagar?: { skal: string | null }[] }
  const information = form.plan
    ? form.plan.some((r) => r.godkanns !== 'nej')
      ? ['anmalningsskyldighet', 'ersattningEfterBehandling']
      : ['andraErsattningar']
    : ['anmalningsskyldighet']
  if (!form.tillNackdel) {
    return {
      motivering: {
        avgorande: form.plan
          ? 'Behandlingen är ordinerad av läkare, risken är visad och behandlingen har stöd för problemet.'
          : 'Behandlingen tog minst en fjärdedel av dagen, och den ingår i den plan som vi har godkänt.',
        omstandigheter: '',
        bedomning: '',
        saknades: '',
      },
      information,
    }
  }
  return {
    motivering: form.plan
      ? {
          avgorande:
            'Behandlingen ska ha stöd för det problem som den gäller. Det har inte visats för den del av planen som inte godkänns.',
          omstandigheter: 'Din läkare beskriver dina besvär och planen utförligt. Vår medicinska rådgivare har läst utlåtandet.',
          bedomning:
            'Vi bedömer att underlaget inte visar att behandlingen har stöd för just dina besvär. Läkarens erfarenhet väger, men räcker inte ensam.',
          saknades: '',
        }
      : {
          avgorande: 'För att en dag ska ersättas behöver behandlingen ingå i planen och ta minst en fjärdedel av arbetsdagen.',
          omstandigheter:
            'Du har uppgett när behandlingen började och hur lång tid den, resan och förberedelserna tog. Vi har jämfört det med ditt schema.',
          bedomning: 'Vi bedömer dag för dag. De dagar som inte ersätts når inte upp till villkoren, och det framgår av tabellen varför.',
          saknades: '',
        },
    information,
  }
}

interface Tillfallesform {
  tillfallen: { id: string; traff?: string; atgang?: { forberedelse: number; efter: number; dit: number; hem: number } }[]
}

/** What a careful officer answers, or undefined when the question needs somebody's own words. */
export function vanligtPlansvar(f: Fraga, v: Plansvar = {}): unknown {
  switch (f.kod) {
    case 'utlatandegranskning': {
      const form = f.formular as {
        utlatande: { diagnoser: { kod: string; text: string }[] } | null
        saknas: { falt: string; text: string; skal: string }[]
        uppfoljningAttFraga: boolean
      }
      if (!form.utlatande) return { beslut: 'provasUtan', skal: 'Läkaren har inte svarat trots påminnelser.' }
      if (form.uppfoljningAttFraga || (v.kompletterar && form.saknas.length))
        return {
          beslut: 'komplettera',
          fraga: { till: 'vard', kanal: 'brev', rader: form.saknas.filter((r) => v.kompletterar || r.falt === 'uppfoljning') },
        }
      return { beslut: 'racker', diagnoser: form.utlatande.diagnoser, skal: 'Utlåtandet är utförligt.' }
    }
    case 'ordination':
      return { ordinerad: 'ja', skal: 'Läkaren har bekräftat ordinationen per telefon.' }
    case 'risk':
      return v.ingenRisk
        ? {
            sjukdom: 'Besvär utan diagnos',
            forvantadNedsattning: 'mindre',
            hurVisad: ['utlatande'],
            visad: 'nej',
            skal: 'Läkaren beskriver övergående besvär som inte väntas påverka arbetsförmågan mer än obetydligt.',
          }
        : {
            sjukdom: 'Långvarig smärta i ländryggen',
            forvantadNedsattning: 'minstEnFjardedel',
            hurVisad: ['utlatande', 'arbetsforhallanden'],
            visad: 'ja',
            skal: 'Läkaren beskriver återkommande besvär i ett arbete med tunga lyft, och räknar med sjukskrivning om inget görs.',
          }
    case 'evidens':
      return evidens(f, v)
    case 'planbedomning':
      return planbedomning(f, v)
    case 'informeraOmSgi':
      return { satt: 'samtal', text: 'Berättade att SGI prövas först i steg 2 och att ersättningen kan bli 0 kronor.' }
    case 'forslag':
      return planforslag(f)
    case 'avvikelse':
      return {
        tillfallen: (f.formular as Tillfallesform).tillfallen.map((t) => ({
          id: t.id,
          val: v.ingar && t.traff !== 'redanProvad' ? 'ingarIPlanen' : 'ingarInte',
          skal: v.ingar ? 'Vårdgivaren flyttade tillfället.' : 'Tillfället ingår inte i planen.',
        })),
      }
    case 'genomforande':
      return {
        tillfallen: (f.formular as Tillfallesform).tillfallen.map((t) => ({
          id: t.id,
          genomfort: v.genomfort ? 'ja' : 'nej',
          skal: v.genomfort ? 'Personen har visat kallelse och kvitto.' : 'Personen bekräftar att behandlingen var slut.',
        })),
      }
    case 'arbetssokande':
      return {
        anmald: v.anmald ?? true,
        beredd: v.anmald ?? true,
        skal: v.anmald === false ? 'Var inte anmäld på Arbetsförmedlingen.' : 'Anmäld, aktuell planering finns.',
      }
    case 'nodvandigTid':
      return {
        tillfallen: (f.formular as Tillfallesform).tillfallen.map((t) => ({
          id: t.id,
          forberedelseMin: t.atgang!.forberedelse,
          efterMin: t.atgang!.efter,
          resaDitMin: Math.min(v.godtagenResa ?? t.atgang!.dit, t.atgang!.dit),
          resaHemMin: Math.min(v.godtagenResa ?? t.atgang!.hem, t.atgang!.hem),
          skal: 'Kollektivtrafiken tar så lång tid.',
        })),
      }
    case 'annanErsattning':
      return {
        dagar: (f.formular as { dagar: { datum: Datum; hogstForslag: number }[] }).dagar.map((d) => ({
          datum: d.datum,
          hogst: d.hogstForslag,
          skal: 'Resten av dagen betalas med sjukpenning.',
        })),
      }
    case 'avslut':
      return (f.formular as { utanAnsokan: boolean }).utanAnsokan
        ? { val: 'avsluta', skal: 'Ingen ansökan har kommit.' }
        : {
            val: 'registrera',
            fullfoljd: 'ja',
            uppfoljning: 'Behandlingen fullföljdes enligt personen.',
            uppfoljningSaknas: 'Vården har inte svarat om uppföljningen.',
          }
    case 'yttrande':
      return {
        beaktat: `Vi har läst det du skriver. Det ändrar inte bedömningen, eftersom det inte säger något nytt om ${f.nyckel.includes('ersattning:') ? 'hur lång tid behandlingen, förberedelserna och resan tog av din arbetstid' : 'vilket stöd behandlingen har för dina besvär'}.`,
        andra: [],
      }
    default:
      return vanligtSvar(f)
  }
}
