import {
  indatafel,
  partsnamn,
  type Begaran,
  type Beslut,
  type Brevinnehall,
  type Fraga,
  type Fragedefinition,
  type Handelsedata,
  type Kontext,
  type Overklagande,
} from '@atergang/arende'
import { fristDagar, type Datum } from '@atergang/kalender'
import { aprAterkravsfrist, aprKompletteringsfrist, flera, vardetDen } from '@atergang/regelverk'
import type * as z from 'zod'
import { ankomstdagsfraga } from '../../gemensamt/ansokan/ankomstdag.ts'
import { las } from '../../las.ts'
import { beslutsvagensFragor } from '../../gemensamt/beslut/fragor.ts'
import { beslutsgrund, beslutshandelser, type Versioner } from '../../gemensamt/beslut/handelser.ts'
import { sandBrev } from '../../gemensamt/brev/sand.ts'
import { overklagandeSchema, type OverklagandeSvar } from '../../gemensamt/skrivelser.ts'
import { lasOrgnr, ORGNRFEL } from '../orgnr.ts'
import { KONTROLLFYND, type Kontrollfyndkod } from '../urval/kontrollfynd.ts'
import { begaransbrev, aterkravsbrev, kontrollklarbrev, overklagandeAvvisatBrev, overlamnandebrev } from './brev/ovriga.ts'
import { fakt, type Alage, type Aprfakta, type Kontroll } from './fakta.ts'
import { raknaAret, type AterkravsInnehall, type Aprbeslut } from './rakning.ts'
import { attGranska, kontrolleradeRader } from './steg/efter.ts'
import {
  andringSchema,
  anordnareSchema,
  aterkravSchema,
  fakturaSchema,
  forfalletSchema,
  fyndSchema,
  insatsSchema,
  kompletteraSchema,
  kontrollklarSchema,
  ordningSchema,
  type Andringssvar,
  type Aterkravssvar,
  type Forfallensvar,
  type Fragasvar,
  type Fyndsvar,
} from './svar.ts'
import { andringsvag, ansokansvag } from './vag.ts'
import { VERSIONER } from './versioner.ts'

type Fakta = Record<string, unknown> & Aprfakta
type Def<S> = Fragedefinition<Fakta, S>

/** A request that goes out with its letter, as the officer has read it. */
export function sandBegaran(
  l: Alage,
  k: Kontext,
  b: Pick<Begaran, 'typ' | 'om' | 'rubrik' | 'fragor' | 'lagrum' | 'senast'>,
  brev: (b: Begaran) => Brevinnehall = (x) => begaransbrev(l, x),
): Handelsedata[] {
  const { part } = l.arende
  const begaran: Begaran = {
    ...b,
    id: k.nyttId(),
    till: 'arbetsgivare',
    tillNamn: partsnamn(part),
    ...(part.slag === 'arbetsgivare' ? { tillId: part.arbetsgivare.orgnr } : {}),
    skickad: k.dag,
    av: k.aktor,
    paminnelser: [],
  }
  const { handling, utskick } = sandBrev(k, brev(begaran))
  return [handling, { typ: 'begaranSkickad', begaran, utskick }]
}

const fragaArbetsgivaren = (l: Alage, fraga: Fraga, s: Fragasvar, k: Kontext): Handelsedata[] =>
  sandBegaran(l, k, {
    typ: 'aprKomplettering',
    om: (fraga.formular as { ansokanId: string }).ansokanId,
    rubrik: 'Komplettering av ansökan',
    fragor: [{ frageId: 'komplettering', text: s.text }],
    lagrum: flera('FL 20', 'FL 23'),
    senast: s.senast ?? fristDagar(k.dag, vardetDen(aprKompletteringsfrist, k.dag)),
  })

/** A question where the employer can be asked: asking sends the letter, anything else is a judgement. */
function medFraga<S extends { val: string }>(
  kod: string,
  schema: z.ZodType<S>,
  kontroll: (s: Exclude<S, { val: 'fraga' }>, f: Fraga, l: Alage) => void = () => undefined,
): Def<S> {
  return {
    kod,
    las(v, f, l) {
      const s = las(schema, v) as S
      if (s.val !== 'fraga') kontroll(s as Exclude<S, { val: 'fraga' }>, f, l as Alage)
      return s
    },
    foljder: (l, f, s, k) => {
      const senast = (s as unknown as Fragasvar).senast
      if (s.val === 'fraga' && senast && senast <= k.dag)
        throw indatafel('dagenHarVarit', 'Sista dagen för svar måste ligga framåt i tiden.', [
          { falt: 'senast', text: `Välj en dag efter ${k.dag}.` },
        ])
      return s.val === 'fraga' ? fragaArbetsgivaren(l as Alage, f, s as unknown as Fragasvar, k) : []
    },
  }
}

const kravRader = (idn: readonly string[], tillatna: readonly { radId: string }[], falt: string): void => {
  const okand = idn.findIndex((id) => !tillatna.some((r) => r.radId === id))
  if (okand >= 0)
    throw indatafel('okandRad', 'Raden finns inte i ansökan.', [
      { falt: `${falt}.${okand}`, text: 'Läs om ärendet och välj raden på nytt.' },
    ])
}

const anordnare = medFraga('aprAnordnare', anordnareSchema, (s, f) => {
  const okanda = (f.formular as { okanda: readonly { skrivet: string }[] }).okanda.map((o) => o.skrivet)
  const saknas = okanda.filter((o) => !s.anordnare.some((x) => x.skrivet === o))
  if (saknas.length)
    throw indatafel('anordnareSaknas', 'Välj för var och en av anordnarna.', [
      { falt: 'anordnare', text: `${saknas.length} anordnare saknar svar.` },
    ])
  s.anordnare.forEach((x, i) => {
    if (!okanda.includes(x.skrivet))
      throw indatafel('okandAnordnare', 'Anordnaren hör inte till frågan.', [{ falt: `anordnare.${i}.skrivet`, text: 'Läs om ärendet.' }])
    if (x.beslut === 'register' && !lasOrgnr(x.ratt))
      throw indatafel('felOrgnr', ORGNRFEL, [{ falt: `anordnare.${i}.ratt`, text: ORGNRFEL }])
  })
})

const komplettera = medFraga('aprKomplettera', kompletteraSchema, (s, f) => {
  const { rader, kanInteRaknas } = f.formular as { rader: readonly { radId: string }[]; kanInteRaknas: readonly string[] }
  kravRader(
    s.avsla.map((x) => x.radId),
    rader,
    'avsla',
  )
  const kvar = kanInteRaknas.filter((id) => !s.avsla.some((x) => x.radId === id))
  if (kvar.length)
    throw indatafel('kanInteRaknas', 'En rad utan kostnad eller insatsdag kan inte ge stöd.', [
      { falt: 'avsla', text: 'Fråga arbetsgivaren, eller avslå raden med skäl.' },
    ])
})

const faktura = medFraga('aprFaktura', fakturaSchema)
const insats = medFraga('aprInsats', insatsSchema, (s, f) =>
  kravRader(s.behandling, (f.formular as { rader: readonly { radId: string }[] }).rader, 'behandling'),
)
const ordning: Def<z.output<typeof ordningSchema>> = { kod: 'aprOrdning', las: (v) => las(ordningSchema, v) }

const andring: Def<Andringssvar> = {
  kod: 'aprAndring',
  las(v, fraga) {
    const s = las(andringSchema, v)
    const { riktning } = fraga.formular as { riktning: 'nackdel' | 'fordel' }
    if (s.val === 'tillFordel' && riktning === 'nackdel')
      throw indatafel('felRiktning', 'Ändringen ger arbetsgivaren mindre.', [
        { falt: 'val', text: 'Välj en grund i 37 § andra stycket, rättelse, eller låt beslutet stå.' },
      ])
    if (s.val === 'tillNackdel' && riktning === 'fordel')
      throw indatafel('felRiktning', 'Ändringen ger inte arbetsgivaren mindre.', [
        { falt: 'val', text: 'Välj till fördel, rättelse, eller låt beslutet stå.' },
      ])
    return s
  },
}

const aterkrav: Def<Aterkravssvar> = {
  kod: 'aprAterkrav',
  las(v, fraga) {
    const s = las(aterkravSchema, v)
    const { hogst } = fraga.formular as { hogst: number }
    if (s.val === 'aterkrav' && s.belopp > hogst)
      throw indatafel('forMycket', `Högst ${hogst} kronor är utbetalt för mycket.`, [{ falt: 'belopp', text: `Skriv högst ${hogst}.` }])
    return s
  },
  foljder(lage, fraga, svar, k) {
    if (svar.val !== 'aterkrav') return []
    const l = lage as Alage
    const { beslutId } = fraga.formular as { beslutId: string }
    const a = l.beslut.find((b) => b.id === beslutId) as Aprbeslut
    const senast = fristDagar(k.dag, vardetDen(aprAterkravsfrist, k.dag))
    const innehall: AterkravsInnehall = { slag: 'aterkrav', ansokanId: a.innehall.ansokanId, belopp: svar.belopp, senast, avBeslut: a.id }
    const beslut: Beslut = {
      ...beslutsgrund(l, k, VERSIONER),
      typ: 'aterkrav',
      utfall: 'aterkravs',
      period: a.period,
      rader: [],
      motivering: { avgorande: svar.skal, omstandigheter: '', bedomning: '', saknades: '' },
      lagrum: [],
      forklaringar: [],
      utbetalning: [],
      medverkande: [],
      avser: a.innehall.ansokanId,
      innehall,
      orsak: a.id,
    }
    return beslutshandelser(
      k,
      beslut,
      aterkravsbrev(l, { andring: a, belopp: svar.belopp, skal: svar.skal, senast, dag: k.dag, fattatAv: k.aktor }),
    )
  },
}

const forfallet: Def<Forfallensvar> = {
  kod: 'aprForfallet',
  las(v, fraga) {
    const s = las(forfalletSchema, v)
    const { tidigast } = fraga.formular as { tidigast: Datum }
    if (s.val === 'avvakta' && s.till <= tidigast)
      throw indatafel('dagenHarVarit', 'Den nya dagen måste ligga framåt i tiden.', [
        { falt: 'till', text: `Välj en dag efter ${tidigast}.` },
      ])
    return s
  },
}

const fynd: Def<Fyndsvar> = {
  kod: 'aprFynd',
  las(v, fraga) {
    const s = las(fyndSchema, v)
    const { rader } = fraga.formular as { rader: readonly { radId: string; kostnad: number | null }[] }
    kravRader(
      s.rader.map((r) => r.radId),
      rader,
      'rader',
    )
    const saknas = rader.filter((r) => s.rader.filter((x) => x.radId === r.radId).length !== 1)
    if (saknas.length)
      throw indatafel('fyndSaknas', 'Lämna ett fynd för varje rad, ”Inget fel” när inget är fel.', [
        { falt: 'rader', text: `${saknas.length} rader saknar fynd eller har flera.` },
      ])
    s.rader.forEach((r, i) => {
      const sokt = rader.find((x) => x.radId === r.radId)!.kostnad
      if (r.rattKostnad !== undefined && sokt !== null && r.rattKostnad >= sokt)
        throw indatafel('inteLagre', 'Den rätta kostnaden ska vara lägre än den som angavs.', [
          { falt: `rader.${i}.rattKostnad`, text: 'Skriv vad arbetsgivaren verkligen har betalat.' },
        ])
    })
    return s
  },
}

/** What the control of an employer's year came to: every code, and how much too much its applications were given, each with the others held as decided. */
export function kontrollresultat(l: Alage, k: Kontroll): { koder: readonly Kontrollfyndkod[]; felbelopp: number } {
  const koder = [
    ...new Set(
      attGranska(l, k).flatMap((id) =>
        (l.svar.findLast((s) => s.nyckel === `aprFynd:${k.omgang}:${id}`)!.svar as Fyndsvar).rader.map((r) => r.kod),
      ),
    ),
  ]
  const nya = raknaAret(l)
  const felbelopp = attGranska(l, k).reduce((s, id) => {
    const kontrollerade = new Map(kontrolleradeRader(l, k.omgang, id).map((r) => [r.radId, r.belopp]))
    const fore = [...kontrollerade.values()].reduce((n, b) => n + b, 0)
    const efter = (nya.get(id)?.rader ?? []).filter((r) => kontrollerade.has(r.radId)).reduce((n, r) => n + r.belopp, 0)
    return s + Math.max(0, fore - efter)
  }, 0)
  const utanOk = koder.filter((c) => c !== 'ingetFel')
  return { koder: utanOk.length ? utanOk : ['ingetFel'], felbelopp: utanOk.some((c) => KONTROLLFYND[c].belopp) ? felbelopp : 0 }
}

const kontrollklar: Def<z.output<typeof kontrollklarSchema>> = {
  kod: 'aprKontrollklar',
  las: (v) => las(kontrollklarSchema, v),
  foljder(lage, fraga, svar, k) {
    const l = lage as Alage
    const { omgang } = fraga.formular as { omgang: string }
    const r = kontrollresultat(l, fakt(l, 'kontroll').find((f) => f.varde.omgang === omgang)!.varde)
    const faktum: Handelsedata = {
      typ: 'faktumRegistrerat',
      faktum: {
        id: k.nyttId(),
        namn: 'kontrollresultat',
        varde: { omgang, ...r },
        kalla: { typ: 'bedomning', text: 'Efterkontrollens fynd', datum: k.dag },
        registrerad: k.tid,
        av: k.aktor,
      },
    }
    if (r.koder.some((c) => KONTROLLFYND[c].belopp)) return [faktum]
    const { handling, utskick } = sandBrev(k, kontrollklarbrev(l, { text: svar.text, dag: k.dag, av: k.aktor }))
    return [faktum, handling, { typ: 'utskickSkapat', utskick }]
  },
}

/** Only whether it came in time is tried here (45–46 §§ FL). */
export const overklagandefraga = (versioner: Versioner): Def<OverklagandeSvar> => ({
  kod: 'overklagande',
  las(v, fraga) {
    const s = las(overklagandeSchema, v)
    const { forSent } = fraga.formular as { forSent: boolean | null }
    if (s.val === 'avvisa' && forSent !== true)
      throw indatafel(
        'iTid',
        forSent === false
          ? 'Överklagandet kom in i tid och kan inte avvisas.'
          : 'Det är inte känt när arbetsgivaren fick del av beslutet. Då kan överklagandet inte avvisas för att det är sent.',
        [{ falt: 'val', text: 'Överlämna det till förvaltningsrätten.' }],
      )
    return s
  },
  foljder(lage, fraga, svar, k) {
    const l = lage as Alage
    const o = (fraga.formular as { overklagande: Overklagande }).overklagande
    const b = l.beslut.find((x) => x.id === o.beslutId)!
    if (svar.val === 'inteOverklagande') return []
    if (svar.val === 'overlamna') {
      const { handling, utskick } = sandBrev(
        k,
        overlamnandebrev(l, { overklagande: o, beslut: b as Aprbeslut, domstol: svar.domstol, dag: k.dag, av: k.aktor }),
      )
      return [handling, { typ: 'overklagandeOverlamnat', overklagandeId: o.id, domstol: svar.domstol, utskick }]
    }
    const nytt: Beslut = {
      ...beslutsgrund(l, k, versioner),
      typ: 'overklagande',
      utfall: 'avvisat',
      period: b.period,
      rader: [],
      motivering: { avgorande: svar.skal, omstandigheter: '', bedomning: '', saknades: '' },
      lagrum: flera('FL 44', 'FL 45'),
      forklaringar: [],
      utbetalning: [],
      medverkande: [],
      orsak: o.id,
    }
    return beslutshandelser(
      k,
      nytt,
      overklagandeAvvisatBrev(l, { overklagande: o, beslut: b as Aprbeslut, skal: svar.skal, dag: k.dag, fattatAv: k.aktor }),
    )
  },
})

export const fragor = {
  aprInkomst: ankomstdagsfraga('aprInkomst'),
  aprAnordnare: anordnare,
  aprKomplettera: komplettera,
  aprFaktura: faktura,
  aprInsats: insats,
  aprOrdning: ordning,
  aprAndring: andring,
  aprAterkrav: aterkrav,
  aprForfallet: forfallet,
  aprFynd: fynd,
  aprKontrollklar: kontrollklar,
  overklagande: overklagandefraga(VERSIONER),
  ...(beslutsvagensFragor<Fakta>([ansokansvag, andringsvag]) as Readonly<Record<string, Fragedefinition<Fakta, unknown>>>),
}
